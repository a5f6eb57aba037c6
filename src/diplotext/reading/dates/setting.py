"""What a term is read against, and the choice between its readings in several years or weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import attrs

from diplotext.dateranges import DateRange
from diplotext.reading.dates.tense import Tense

# Nobody writes "on 11 September" for a day that is all but a year away: beyond this
# distance, which no month just past or just ahead reaches (338 at most), the nearer reading wins
# over the tense, which was then misread.
_FAR = 340
_SCHEDULED = 180  # as far the present of schedules looks ahead


@attrs.frozen
class Setting:
    """What a term is read against: the day of publication, the tense of its clause (asked
    only when needed), the value told before it, the year to use when there is no day of
    publication, and whether numbers run month first (None: nothing tells).
    """

    published: date | None
    tense: Callable[[], Tense] = lambda: None
    told: DateRange | None = None
    year: int | None = None
    month_first: bool | None = None
    onward: date | None = None
    """The coming day of which the text has just told: a schedule goes on from there."""
    latest: date | None = None
    """The first part of "from A to B" does not lie after B."""
    earliest: date | None = None
    """The last part of "from A to B" does not lie before A."""
    days: tuple[date, ...] = ()
    """The last days told with their month: "the 24th" stands near one of them."""


def fit(
    candidates: Iterable[DateRange], setting: Setting, *, far: bool = False
) -> DateRange | None:
    """Of the readings of one expression in several years or weeks, the one that the tense
    asks for: the latest that has begun, the earliest that has not ended, else the nearest.
    """
    today = setting.published
    ranges = list(candidates)
    if setting.latest is not None:
        sooner = [c for c in ranges if c.start <= setting.latest]
        return max(sooner, key=lambda c: c.start, default=None)
    if setting.earliest is not None:
        later = [c for c in ranges if c.end >= setting.earliest]
        return min(later, key=lambda c: c.start, default=None)
    if today is None or not ranges:
        return None
    # Where no tense tells, a far day without its year is rather a past one.
    nearest = min(
        ranges,
        key=lambda c: (distance(c, today) * (1 + (c.start > today and far)), c.start > today),
    )
    if distance(nearest, today) == 0:
        return nearest
    tense = setting.tense()
    match tense:
        case "past":
            chosen = max((c for c in ranges if c.start <= today), key=lambda c: c.end, default=None)
        case "future" | "present":
            chosen = min((c for c in ranges if c.end >= today), key=lambda c: c.end, default=None)
        case _:
            chosen = None
    far_off = _SCHEDULED if tense == "present" else _FAR
    return nearest if chosen is None or distance(chosen, today) > far_off else chosen


def distance(days: DateRange, today: date) -> int:
    if days.contains(today):
        return 0
    return (days.start - today).days if days.start > today else (today - days.end).days
