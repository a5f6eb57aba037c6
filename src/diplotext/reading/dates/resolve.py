"""From a term to its days: the rules of docs/dates.md, one function a kind of term.

``None`` wherever the words, the day of publication and the dates before them do not tell.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import attrs

from diplotext.dateranges import DateRange
from diplotext.reading.dates import printed
from diplotext.reading.dates.almanac import months, part_of, shift, whole, working, years
from diplotext.reading.dates.setting import Setting, fit
from diplotext.reading.dates.terms import (
    Away,
    Feast,
    Lasting,
    Nth,
    NthWeekday,
    NumberedWeek,
    Numeric,
    Of,
    Part,
    Rest,
    Rolling,
    SameDay,
    Season,
    Stretch,
    Term,
    Today,
    Unit,
    Week,
    Weekday,
    Weekend,
    Years,
)

__all__ = ["Setting", "resolve"]

_DAY = timedelta(days=1)


def resolve(term: Term, setting: Setting) -> DateRange | None:
    """The days that ``term`` means in its setting; None when undecidable or out of range."""
    rule = _RULES.get(type(term))
    if rule is None:
        return None
    try:
        return rule(term, setting)
    except (ValueError, OverflowError):  # 30 February, the year 10000
        return None


def _of(term: Of, setting: Setting) -> DateRange | None:
    if term.year is None and term.year_term is not None:
        year = resolve(term.year_term, setting)
        return printed.in_year(term, year.start.year, "relative") if year else None
    return printed.of(term, setting)


def _season(term: Season, setting: Setting) -> DateRange | None:
    if term.year is None and term.year_term is not None:
        year = resolve(term.year_term, setting)
        count = (term.last - term.first) % 12 + 1
        return months(year.start.year, term.first, count, "relative") if year else None
    return printed.season(term, setting)


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
            if 0 <= ahead <= _onward(setting) and setting.tense() in ("future", "present"):
                return day
    return fit(near[1:] if term.which == 0 and setting.tense() != "past" else near, setting)


def _onward(setting: Setting) -> int:
    """Days over which a schedule goes on: three, or the whole of "next week"."""
    return max(3, min(setting.told.days, 7) - 1) if setting.told is not None else 3


def _today(term: Today, setting: Setting) -> DateRange | None:
    if setting.published is None:
        return None
    return DateRange.day(setting.published + timedelta(days=term.days), "relative")


def _same_day(term: SameDay, setting: Setting) -> DateRange | None:
    if setting.told is not None:
        return attrs.evolve(setting.told, basis="relative") if setting.told.days == 1 else None
    if setting.published is None or not (term.else_today or setting.tense() == "future"):
        return None
    return DateRange.day(setting.published, "relative")


def _unit(term: Unit, setting: Setting) -> DateRange | None:
    home = _home(term.told, term.unit, setting)
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
        near = [this.shift(7 * n) for n in (-1, 0, 1)]
        # From Wednesday on the coming one is meant, unless it is told as past.
        ahead = home.start.weekday() > 1 and setting.tense() != "past"
        return fit(near[1:] if ahead else near, setting)
    return this.shift(7 * term.which)


def _home(told: bool, unit: str, setting: Setting) -> DateRange | None:
    if told:
        return setting.told if setting.told is not None and _fine(setting.told, unit) else None
    return DateRange.day(setting.published, "relative") if setting.published else None


_FINEST = {"day": 6, "workday": 6, "weekend": 7, "week": 14, "fortnight": 14, "month": 31}
"""Unit -> the most days of what it is counted from; of "May 3-5" the last one counts."""


def _fine(told: DateRange, unit: str) -> bool:
    """Can whole units be counted from it? Not the day after "in 2022", or after "last week"."""
    return told.days <= _FINEST.get(unit, told.days)


def _rolling(term: Rolling, setting: Setting) -> DateRange | None:
    today = setting.published
    if today is None:
        return None
    if term.unit == "workday":
        return working(today, term.count * (term.which or 1))
    if term.today:
        return DateRange.between(today, shift(today, term.unit, term.count) - _DAY, "relative")
    if term.unit in ("weekend", "quarter", "decade", "century"):
        edges = [whole(term.unit, shift(today, term.unit, n * term.which)) for n in (1, term.count)]
        return min(edges).widen(max(edges))
    if term.which < 0:
        return DateRange.between(shift(today, term.unit, -term.count), today - _DAY, "relative")
    return DateRange.between(today + _DAY, shift(today, term.unit, term.count), "relative")


def _rest(term: Rest, setting: Setting) -> DateRange | None:
    base = resolve(term.base, setting)
    today = setting.published
    if base is None or today is None or today > base.end:
        return None  # "the rest of 1999": what of it had gone is not told
    return DateRange.between(max(today, base.start), base.end, "relative")


def _lasting(term: Lasting, setting: Setting) -> DateRange | None:
    base = resolve(term.base, setting)
    if base is None or base.days > 1 or term.unit == "hour":
        return None
    if term.unit == "workday":
        count = term.count if not term.ends else -term.count
        return working(base.start - _DAY if count > 0 else base.end + _DAY, count)
    if term.ends:
        first = shift(base.end, term.unit, -term.count) + _DAY
        return DateRange.between(first, base.end, base.basis)
    return DateRange.between(
        base.start, shift(base.start, term.unit, term.count) - _DAY, base.basis
    )


def _away(term: Away, setting: Setting) -> DateRange | None:
    if term.base is not None:
        base = resolve(term.base, setting)
        if base is None:
            return None
        return DateRange.day(_moved(term, base), "relative")
    home = _home(term.told, term.unit, setting)
    if home is None:
        return None
    # "two weeks ago" names a week, "a year ago" a year: no day is claimed.
    named = {"fortnight": "week", "workday": "day"}.get(term.unit, term.unit)
    return whole(named, _moved(term, home))


def _moved(term: Away, base: DateRange) -> date:
    day = base.end if term.count > 0 else base.start
    if term.first is not None:
        day = shift(day, term.first[0], term.first[1] * (1 if term.count > 0 else -1))
    if term.unit == "workday":
        reached = working(day, term.count)
        return reached.end if term.count > 0 else reached.start
    return shift(day, term.unit, term.count)


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


def _nth_weekday(term: NthWeekday, setting: Setting) -> DateRange | None:
    base = resolve(term.base, setting)
    if base is None:
        return None
    near = [_nth_in(base, term)]
    match term.base:
        case Of(year=None, year_term=None, which=None, month=int(month)):
            # "will meet on the first Friday of June", said on the 15th, means next June.
            year = base.start.year
            near = [
                _nth_in(DateRange.month(number, month, "relative"), term)
                for number in range(max(year - 1, 1), min(year + 1, 9999) + 1)
            ]
            return fit((day for day in near if day), setting)
    return near[0]


def _nth_in(base: DateRange, term: NthWeekday) -> DateRange | None:
    if term.n > 0:
        ahead = (term.day - base.start.weekday()) % 7 + 7 * (term.n - 1)
        day = base.start + timedelta(days=ahead)
    else:
        back = (base.end.weekday() - term.day) % 7 - 7 * (term.n + 1)
        day = base.end - timedelta(days=back)
    return DateRange.day(day, base.basis) if base.contains(day) else None


def _years(term: Years, setting: Setting) -> DateRange | None:
    return years(term.first, term.length, "explicit")


def _stretch(term: Stretch, setting: Setting) -> DateRange | None:
    if _bare(term.first) and _bare(term.last):
        # The end tells the tense: "will run from August to October", said in September.
        last = resolve(term.last, setting)
        if last is not None:
            near = _from_near_day(term, last, setting)
            if near is not None:
                return near
            latest = attrs.evolve(setting, latest=last.end, onward=None)
            both = _joined(resolve(term.first, latest), last)
            if both is None or both.days > 366:  # "29 February to 1 March"
                return None
            weekdays = isinstance(term.first, Weekday) and isinstance(term.last, Weekday)
            today = setting.published
            if weekdays and today and both.start < today and setting.tense() == "future":
                return both.shift(7)  # "will be held from Monday to Friday", said on Wednesday
            return both
    first = resolve(term.first, setting)
    if first is None:
        return None
    return _joined(
        first, resolve(term.last, attrs.evolve(setting, earliest=first.start, told=first))
    )


def _from_near_day(term: Stretch, last: DateRange, setting: Setting) -> DateRange | None:
    """As in "from Monday until April 29": a day of the week is near today, not near the last."""
    if not isinstance(term.first, Weekday) or isinstance(term.last, Weekday):
        return None
    if setting.published is None:
        return None
    near = _joined(resolve(term.first, setting), last)
    return near if near is not None and near.days <= _LONGEST_STRETCH else None


_LONGEST_STRETCH = 45
"""So many days lie at most between a day of the week and a date that closes the stretch."""


def _joined(first: DateRange | None, last: DateRange | None) -> DateRange | None:
    if first is None or last is None or first.start > last.end:
        return None
    wide = first.widen(last)
    if wide.end > last.end:  # "the year to date"
        return DateRange.between(first.start, last.end, wide.basis)
    return wide


def _bare(term: Term) -> bool:
    """Does the term wait for a year or week to be told: "August", "September 11", "Monday"?"""
    match term:
        case Of(year=None, year_term=None, which=None):
            return True
        case Weekday(which=None, week=None, told=False) | Numeric(year=None):
            return True
    return False


def _week(term: Week, setting: Setting) -> DateRange | None:
    base = resolve(term.base, setting)
    if base is None:
        return None
    if term.begins and base.start.weekday() > 4:  # weeks from Sunday, as in America
        return DateRange.between(base.start, shift(base.start, "week", 1) - _DAY, base.basis)
    return whole("week", base.start)


def _weekend_of(term: Weekend, setting: Setting) -> DateRange | None:
    """Of Monday to Wednesday the weekend before: "Labor Day weekend" ends on that Monday."""
    base = resolve(term.base, setting)
    if base is None or base.days > 4:
        return None
    near = base.start - timedelta(days=3) if base.start.weekday() < 3 else base.start
    return whole("weekend", near, base.basis).widen(base)


def _numbered_week(term: NumberedWeek, setting: Setting) -> DateRange | None:
    if term.year is not None:
        return whole("week", date.fromisocalendar(term.year, term.number, 1), "explicit")
    if setting.published is None:
        return None
    year = setting.published.isocalendar().year
    return whole("week", date.fromisocalendar(year, term.number, 1))


_RULES: dict[type, Callable[..., DateRange | None]] = {
    Of: _of,
    Weekday: _weekday,
    Today: _today,
    SameDay: _same_day,
    Unit: _unit,
    Rolling: _rolling,
    Rest: _rest,
    Lasting: _lasting,
    Away: _away,
    Part: _part,
    Nth: _nth,
    NthWeekday: _nth_weekday,
    Season: _season,
    Years: _years,
    Feast: printed.feast,
    Numeric: printed.numeric,
    Stretch: _stretch,
    Week: _week,
    Weekend: _weekend_of,
    NumberedWeek: _numbered_week,
}
