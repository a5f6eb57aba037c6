"""From a term to its days: the rules of docs/dates.md, one function a kind of term.

``None`` wherever the words, the day of publication and the dates before them do not tell.
"""

from __future__ import annotations

import calendar as gregorian
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import attrs

from diplotext.dateranges import Basis, DateRange
from diplotext.reading.dates.almanac import easter, months, part_of, shift, whole, years
from diplotext.reading.dates.tense import Tense
from diplotext.reading.dates.terms import (
    Away,
    Feast,
    Nth,
    Numeric,
    Of,
    Part,
    Rolling,
    Season,
    Stretch,
    Term,
    Today,
    Unit,
    Week,
    Weekday,
    Years,
)
from diplotext.reading.dates.words import calendar

_DAY = timedelta(days=1)
# Nobody writes "on 11 September" for a day that is all but a year away: beyond this
# distance the nearer reading wins over the tense, which was then misread.
_FAR = 335


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


def resolve(term: Term, setting: Setting) -> DateRange | None:
    """The days that ``term`` means in its setting; None when undecidable or out of range."""
    rule = _RULES.get(type(term))
    if rule is None:
        return None
    try:
        return rule(term, setting)
    except (ValueError, OverflowError):  # 30 February, the year 10000
        return None


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
        key=lambda c: (_distance(c, today) * (1 + (c.start > today and far)), c.start > today),
    )
    if _distance(nearest, today) == 0:
        return nearest
    match setting.tense():
        case "past":
            chosen = max((c for c in ranges if c.start <= today), key=lambda c: c.end, default=None)
        case "future" | "present":
            chosen = min((c for c in ranges if c.end >= today), key=lambda c: c.end, default=None)
        case _:
            chosen = None
    return nearest if chosen is None or _distance(chosen, today) > _FAR else chosen


def _distance(days: DateRange, today: date) -> int:
    if days.contains(today):
        return 0
    return (days.start - today).days if days.start > today else (today - days.end).days


def _of(term: Of, setting: Setting) -> DateRange | None:
    today = setting.published
    if term.year is not None:
        return _printed(term, term.year, "explicit")
    if term.year_term is not None:
        year = resolve(term.year_term, setting)
        return _printed(term, year.start.year, "relative") if year else None
    if term.month is None:
        return _day_of_month(term, setting)
    home = setting.earliest or setting.latest or today
    if home is None:
        return _printed(term, setting.year, "inferred") if setting.year and term.day else None
    if term.which is not None and today is not None:
        return _picked(term, term.which, today)
    leap = (term.month, term.day) == (2, 29)
    reach = 8 if leap else 1
    found = [
        _printed(term, number, "relative")
        for number in range(home.year - reach, home.year + reach + 1)
        if 1 <= number <= 9999 and not (leap and not gregorian.isleap(number))
    ]
    agree = [c for c in found if c.start.weekday() == term.weekday]
    sure = min(agree, key=lambda c: _distance(c, home), default=None)
    if sure is not None and _distance(sure, home) < 400:
        return sure  # the weekday tells the year better than any tense; far off it is a misprint
    return fit(found, setting, far=True)


def _picked(term: Of, which: int, today: date) -> DateRange:
    assert term.month is not None
    year = today.year
    if which < 0 and term.month >= today.month:
        year -= 1
    if which > 0 and term.month <= today.month:
        year += 1
    return _printed(term, year, "relative")


def _printed(term: Of, year: int, basis: Basis) -> DateRange:
    if term.month is None:
        return DateRange.year(year, basis)
    if term.day is None:
        return DateRange.month(year, term.month, basis)
    first = date(year, term.month, term.day)
    if term.until is None:
        return DateRange.day(first, basis)
    return DateRange.between(first, date(year, term.month, term.until), basis)


def _day_of_month(term: Of, setting: Setting) -> DateRange | None:
    home = setting.earliest or setting.latest or setting.published
    if home is None or term.day is None:
        return None
    found = []
    for step in range(-12 if term.weekday is not None else -2, 13):
        month = shift(home.replace(day=1), "month", step)
        if term.day <= gregorian.monthrange(month.year, month.month)[1]:
            found.append(DateRange.day(month.replace(day=term.day), "relative"))
    agree = [c for c in found if c.start.weekday() == term.weekday]
    return fit(agree or found, setting)


def _weekday(term: Weekday, setting: Setting) -> DateRange | None:
    today = setting.published
    if term.week is not None:
        week = resolve(term.week, setting)
        if week is None:
            return None
        days = (week.start + timedelta(days=n) for n in range(min(week.days, 7)))
        found = next((d for d in days if d.weekday() == term.day), None)
        return DateRange.day(found, "relative") if found else None
    if term.told and setting.told is not None:
        start = setting.told.end if term.which == 1 else setting.told.start
        ahead = (term.day - start.weekday()) % 7 or 7
        if term.which == -1:
            ahead = -((start.weekday() - term.day) % 7 or 7)
        return DateRange.day(start + timedelta(days=ahead), "relative")
    if setting.earliest is not None and term.which is None:
        ahead = (term.day - setting.earliest.weekday()) % 7
        return DateRange.day(setting.earliest + timedelta(days=ahead), "relative")
    if setting.latest is not None:
        back = (setting.latest.weekday() - term.day) % 7
        return DateRange.day(setting.latest - timedelta(days=back), "relative")
    if today is None:
        return None
    this = today + timedelta(days=term.day - today.weekday())
    if term.which == -1 and today.weekday() == 6:
        this += timedelta(days=7)  # a Sunday's "last Wednesday" is four days ago
    if term.which is not None and term.which != 0:
        if term.nearest:
            ahead = (term.day - today.weekday()) % 7 or 7
            step = ahead if term.which > 0 else -((today.weekday() - term.day) % 7 or 7)
            return DateRange.day(today + timedelta(days=step), "relative")
        return DateRange.day(this + timedelta(days=7 * term.which), "relative")
    near = [DateRange.day(this + timedelta(days=n), "relative") for n in (-7, 0, 7)]
    if setting.onward is not None and term.which is None:
        # "will land on Tuesday ... flies on on Wednesday ... ends on Thursday"
        for day in near:
            ahead = (day.start - setting.onward).days
            if 0 <= ahead <= 3 and setting.tense() in ("future", "present"):
                return day
    return fit(near[1:] if term.which == 0 and setting.tense() != "past" else near, setting)


def _today(term: Today, setting: Setting) -> DateRange | None:
    if setting.published is None:
        return None
    return DateRange.day(setting.published + timedelta(days=term.days), "relative")


def _unit(term: Unit, setting: Setting) -> DateRange | None:
    home = _home(term.told, setting)
    if home is None:
        return None
    if term.unit == "weekend":
        return _weekend(term, home, setting)
    start = home.end if term.which > 0 else home.start
    return whole(term.unit, shift(start, term.unit, term.which))


def _weekend(term: Unit, home: DateRange, setting: Setting) -> DateRange | None:
    if term.told:
        return whole("weekend", shift(home.start, "week", term.which))
    this = whole("weekend", home.start)
    if term.which == 0:
        return fit([this.shift(7 * n) for n in (-1, 0, 1)], setting)
    return this.shift(7 * term.which)


def _home(told: bool, setting: Setting) -> DateRange | None:
    if told:
        return setting.told
    return DateRange.day(setting.published, "relative") if setting.published else None


def _rolling(term: Rolling, setting: Setting) -> DateRange | None:
    today = setting.published
    if today is None:
        return None
    if term.unit in ("quarter", "decade", "century"):
        edges = [whole(term.unit, shift(today, term.unit, n * term.which)) for n in (1, term.count)]
        return min(edges).widen(max(edges))
    if term.which < 0:
        return DateRange.between(shift(today, term.unit, -term.count), today - _DAY, "relative")
    return DateRange.between(today + _DAY, shift(today, term.unit, term.count), "relative")


def _away(term: Away, setting: Setting) -> DateRange | None:
    if term.base is not None:
        base = resolve(term.base, setting)
        if base is None:
            return None
        day = shift(base.end if term.count > 0 else base.start, term.unit, term.count)
        return DateRange.day(day, "relative")
    home = _home(term.told, setting)
    if home is None:
        return None
    # "two weeks ago" names a week, "a year ago" a year: no day is claimed.
    day = shift(home.end if term.count > 0 else home.start, term.unit, term.count)
    return whole("week" if term.unit == "fortnight" else term.unit, day)


def _part(term: Part, setting: Setting) -> DateRange | None:
    base = resolve(term.base, setting)
    if base is None:
        return None
    return part_of(base, term.part)


def _nth(term: Nth, setting: Setting) -> DateRange | None:
    base = resolve(term.base, setting)
    if base is None:
        return None
    unit, n = term.unit, term.n
    if unit == "week":
        # A week belongs to the month or year in which its Thursday lies (ISO 8601).
        thursday = base.start + timedelta(days=(3 - base.start.weekday()) % 7)
        if n < 0:
            thursday = base.end - timedelta(days=(base.end.weekday() - 3) % 7)
        first = whole("week", thursday + timedelta(days=7 * (n - 1 if n > 0 else n + 1)))
    elif n > 0:
        first = whole(unit, shift(base.start, unit, n - 1))
    else:
        first = whole(unit, shift(whole(unit, base.end).start, unit, n + 1))
    if term.count == 1:
        return first
    last = whole(unit, shift(first.start, unit, (term.count - 1) * (1 if n > 0 else -1)))
    return DateRange.between(min(first, last).start, max(first, last).end, base.basis)


def _season(term: Season, setting: Setting) -> DateRange | None:
    count = (term.last - term.first) % 12 + 1
    if term.year is not None:
        return months(term.year, term.first, count, "explicit")
    if term.year_term is not None:
        year = resolve(term.year_term, setting)
        return months(year.start.year, term.first, count, "relative") if year else None
    today = setting.published
    if today is None:
        return None
    near = [months(today.year + n, term.first, count, "relative") for n in (-2, -1, 0, 1, 2)]
    match term.which:
        case 0:
            return next((s for s in near if s.contains(today)), near[2])
        case -1:
            return max(s for s in near if s.end < today)
        case 1:
            return min(s for s in near if s.start > today)
    return fit(near, setting)


def _years(term: Years, setting: Setting) -> DateRange | None:
    return years(term.first, term.length, "explicit")


def _feast(term: Feast, setting: Setting) -> DateRange | None:
    rule = calendar().feasts[term.name]

    def held(year: int, basis: Basis) -> DateRange:
        if "day" in rule:
            day = date(year, *rule["day"])
        elif "easter" in rule:
            day = easter(year) + timedelta(days=rule["easter"])
        else:
            number, weekday, n = rule["nth"]
            first = date(year, number, 1)
            day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
        return DateRange.day(day + timedelta(days=rule.get("after", 0)), basis)

    if term.year is not None:
        return held(term.year, "explicit")
    today = setting.published
    if today is None:
        return None
    near = [held(today.year + n, "relative") for n in (-1, 0, 1)]
    if term.which == -1:
        return max(d for d in near if d.end < today)
    if term.which == 1:
        return min(d for d in near if d.start > today)
    return fit(near, setting)


def _numeric(term: Numeric, setting: Setting) -> DateRange | None:
    first = setting.month_first
    if term.first > 12 or term.first == term.second:
        first = False
    elif term.second > 12:
        first = True
    if first is None:
        return None
    month, day = (term.first, term.second) if first else (term.second, term.first)
    return DateRange.day(date(term.year, month, day), "explicit")


def _stretch(term: Stretch, setting: Setting) -> DateRange | None:
    if _bare(term.first) and _bare(term.last):
        # The end tells the tense: "will run from August to October", said in September.
        last = resolve(term.last, setting)
        if last is not None:
            latest = attrs.evolve(setting, latest=last.end, onward=None)
            first = resolve(term.first, latest)
            return first.widen(last) if first and first.start <= last.end else None
    first = resolve(term.first, setting)
    if first is None:
        return None
    last = resolve(term.last, attrs.evolve(setting, earliest=first.start, told=first))
    if last is None:
        return None
    return first.widen(last) if first.start <= last.end else None


def _bare(term: Term) -> bool:
    """Does the term wait for a year or week to be told: "August", "September 11", "Monday"?"""
    match term:
        case Of(year=None, year_term=None, which=None):
            return True
        case Weekday(which=None, week=None, told=False):
            return True
    return False


def _week(term: Week, setting: Setting) -> DateRange | None:
    base = resolve(term.base, setting)
    if base is None:
        return None
    return whole("week", base.start)


_RULES: dict[type, Callable[..., DateRange | None]] = {
    Of: _of,
    Weekday: _weekday,
    Today: _today,
    Unit: _unit,
    Rolling: _rolling,
    Away: _away,
    Part: _part,
    Nth: _nth,
    Season: _season,
    Years: _years,
    Feast: _feast,
    Numeric: _numeric,
    Stretch: _stretch,
    Week: _week,
}
