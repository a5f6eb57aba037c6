"""Dates of the calendar as they are printed: the year, month or order of the fields that the words
lack is found here.

Like ``resolve``, whose hands these are: ``None`` where nothing tells, ValueError for no day at all.
"""

from __future__ import annotations

import calendar as gregorian
from datetime import date, timedelta

from diplotext.dateranges import Basis, DateRange
from diplotext.reading.dates.almanac import easter, months, shift
from diplotext.reading.dates.setting import Setting, distance, fit
from diplotext.reading.dates.terms import Feast, Numeric, Of, Season
from diplotext.reading.dates.words import calendar

_AHEAD = 20
"""A year of two digits lies at most so far ahead: "40" was 1940 in 2016."""


def of(term: Of, setting: Setting) -> DateRange | None:
    today = setting.published
    if term.year is not None:
        return in_year(term, term.year, "explicit")
    if term.month is None:
        return _day_of_month(term, setting)
    if term.told:
        if setting.told is None:
            return None
        return _picked(term, 1, setting.told.end)
    home = setting.earliest or setting.latest or today
    if home is None:
        return in_year(term, setting.year, "inferred") if setting.year and term.day else None
    if term.which is not None and today is not None:
        return _picked(term, term.which, today)
    leap = (term.month, term.day) == (2, 29)
    reach = 8 if leap else 1
    found = [
        in_year(term, number, "relative")
        for number in range(home.year - reach, home.year + reach + 1)
        if 1 <= number <= 9999 and not (leap and not gregorian.isleap(number))
    ]
    agree = [c for c in found if c.start.weekday() == term.weekday]
    sure = min(agree, key=lambda c: distance(c, home), default=None)
    if sure is not None and distance(sure, home) < 400:
        return sure  # the weekday tells the year better than any tense; far off it is a misprint
    return fit(found, setting, far=True)


def _picked(term: Of, which: int, today: date) -> DateRange:
    assert term.month is not None
    year = today.year
    now = (today.month, today.day if term.day else 0)
    if which < 0 and (term.month, term.day or 0) >= now:
        year -= 1
    if which > 0 and (term.month, term.day or 0) <= now:
        year += 1
    return in_year(term, year, "relative")


def in_year(term: Of, year: int, basis: Basis) -> DateRange:
    if term.month is None:
        return DateRange.year(year, basis)
    if term.day is None:
        return DateRange.month(year, term.month, basis)
    first = date(year, term.month, term.day)
    return DateRange.between(first, _until(term, first), basis)


def _day_of_month(term: Of, setting: Setting) -> DateRange | None:
    """As in "the 24th", "Friday 31", "the 28th to the 2nd"."""
    home = setting.earliest or setting.latest or setting.published
    if home is None or term.day is None:
        return None
    found = []
    for step in range(-12 if term.weekday is not None else -2, 13):
        month = shift(home.replace(day=1), "month", step)
        if term.day <= gregorian.monthrange(month.year, month.month)[1]:
            first = month.replace(day=term.day)
            found.append(DateRange.between(first, _until(term, first), "relative"))
    agree = [c for c in found if c.start.weekday() == term.weekday]
    if agree or setting.earliest or setting.latest:
        return fit(agree or found, setting)
    close = [c for c in found if any(abs((c.start - day).days) <= 7 for day in setting.days)]
    if len(close) == 1:
        return close[0]
    tense = setting.tense()
    if setting.onward is not None and tense in ("future", "present"):
        return min(c for c in found if c.start >= setting.onward)  # the schedule goes on
    if tense in ("past", "future", "present"):
        return fit(found, setting)
    # No tense tells: the current month, unless its neighbour is all but here.
    nearest = min(found, key=lambda c: (distance(c, home), c.start))
    same = [c for c in found if (c.start.year, c.start.month) == (home.year, home.month)]
    return same[0] if same and distance(nearest, home) > 7 else nearest


def _until(term: Of, first: date) -> date:
    if term.until is None:
        return first
    return (
        first.replace(day=term.until) if term.until > first.day else _next_month(first, term.until)
    )


def _next_month(first: date, day: int) -> date:
    return shift(first.replace(day=1), "month", 1).replace(day=day)


def season(term: Season, setting: Setting) -> DateRange | None:
    count = (term.last - term.first) % 12 + 1
    if term.year is not None:
        return months(term.year, term.first, count, "explicit")
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


def feast(term: Feast, setting: Setting) -> DateRange | None:
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
            if n < 0:
                last = DateRange.month(year, number).end
                day = last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (n + 1))
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
    if term.which == 0:
        return held(today.year, "relative")
    return fit(near, setting)


def numeric(term: Numeric, setting: Setting) -> DateRange | None:
    """A date in numbers, if the order of day and month is known or something decides it."""
    orders = [o for o in (True, False) if (term.second if not o else term.first) <= 12]
    if term.first == term.second:
        orders = [False]
    if len(orders) > 1 and setting.month_first is not None:
        orders = [setting.month_first]
    found = [day for o in orders if (day := _in_order(term, o, setting)) is not None]
    if len(found) > 1 and term.weekday is not None:
        found = [day for day in found if day.start.weekday() == term.weekday]
    today = setting.published
    if len(found) > 1 and today is not None and term.year is not None:
        # "met on 03/04/2021", printed on 20 March: the other reading has not come yet.
        match setting.tense():
            case "past":
                found = [day for day in found if day.start <= today]
            case "future" | "present":
                found = [day for day in found if day.start >= today]
    return found[0] if len(found) == 1 else None


def _in_order(term: Numeric, month_first: bool, setting: Setting) -> DateRange | None:
    month, day = (term.first, term.second) if month_first else (term.second, term.first)
    if term.year is None:
        return of(Of(None, month, day, None, term.weekday), setting)
    year = term.year if term.year > 99 else _century(term.year, setting.published)
    try:
        return DateRange.day(date(year, month, day), "explicit")
    except ValueError:
        return None


def _century(year: int, published: date | None) -> int:
    """The full year of two digits: the latest that lies no more than ``_AHEAD`` years ahead."""
    last = (published.year if published else 2030) + _AHEAD
    return last - (last - year) % 100
