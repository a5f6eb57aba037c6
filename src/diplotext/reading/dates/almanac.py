"""The calendar's own arithmetic: whole weeks and months, parts of a period, Easter.

Weeks run from Monday to Sunday (ISO 8601). Functions raise ValueError or OverflowError where the
calendar ends (years 1 to 9999).
"""

from __future__ import annotations

import calendar as gregorian
from datetime import date, timedelta

from diplotext.dateranges import Basis, DateRange

_DAY = timedelta(days=1)


def whole(unit: str, day: date, basis: Basis = "relative") -> DateRange:
    """The whole day, week (Monday to Sunday), month ... in which ``day`` lies."""
    match unit:
        case "day":
            return DateRange.day(day, basis)
        case "week":
            monday = day - timedelta(days=day.weekday())
            return DateRange.between(monday, monday + timedelta(days=6), basis)
        case "workweek":
            monday = day - timedelta(days=day.weekday())
            return DateRange.between(monday, monday + timedelta(days=4), basis)
        case "weekend":
            saturday = day + timedelta(days=5 - day.weekday())
            return DateRange.between(saturday, saturday + _DAY, basis)
        case "month":
            return DateRange.month(day.year, day.month, basis)
        case "quarter":
            return months(day.year, (day.month - 1) // 3 * 3 + 1, 3, basis)
        case "year":
            return DateRange.year(day.year, basis)
        case "decade":
            return years(day.year // 10 * 10, 10, basis)
        case "century":
            return years(day.year // 100 * 100, 100, basis)
        case _:
            raise ValueError(unit)


def months(year: int, first: int, count: int, basis: Basis) -> DateRange:
    """``count`` months from the ``first`` (1 to 12) of a year."""
    last = first + count - 2
    end = DateRange.month(year + last // 12, last % 12 + 1, basis)
    return DateRange.between(date(year, first, 1), end.end, basis) if count > 1 else end


def years(first: int, length: int, basis: Basis) -> DateRange:
    """``length`` calendar years from ``first``."""
    return DateRange.between(date(first, 1, 1), date(first + length - 1, 12, 31), basis)


def shift(day: date, unit: str, count: int) -> date:
    """``count`` units later; the 31st becomes the last day of a shorter month."""
    if unit in ("day", "week", "workweek", "weekend", "fortnight"):
        return day + timedelta(days=count * {"day": 1, "fortnight": 14}.get(unit, 7))
    step = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    number = day.year * 12 + day.month - 1 + count * step
    year, month = divmod(number, 12)
    last = gregorian.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def working(day: date, count: int, basis: Basis = "relative") -> DateRange:
    """From the first to the last of ``count`` weekdays after ``day`` (before it if negative)."""
    step = _DAY if count > 0 else -_DAY
    first: date | None = None
    left = abs(count)
    while left:
        day += step
        if day.weekday() < 5:
            first, left = first or day, left - 1
    return DateRange.between(min(first or day, day), max(first or day, day), basis)


def part_of(base: DateRange, part: str | tuple[int, int]) -> DateRange | None:
    """The early, middle or late part of a range, or its k-th of n parts.

    Months fall into 1-10, 11-20 and 21 to the end, years into thirds of four months, weeks into
    Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday.
    """
    if isinstance(part, tuple):
        k, n = part
        if base.precision == "year" and 12 % n == 0:
            return months(base.start.year, (k - 1) * (12 // n) + 1, 12 // n, base.basis)
        if base.precision == "month" and n == 2:
            middle = base.start.replace(day=15)
            edges = (base.start, middle) if k == 1 else (middle + _DAY, base.end)
            return DateRange.between(*edges, base.basis)
        return _slice(base, (k - 1) / n, k / n)
    place = ("early", "mid", "late").index(part)
    match base.precision:
        case "day":
            return base
        case "month":
            first = base.start.replace(day=(1, 11, 21)[place])
            last = base.end if place == 2 else base.start.replace(day=(10, 20)[place])
            return DateRange.between(first, last, base.basis)
        case "year":
            return months(base.start.year, 4 * place + 1, 4, base.basis)
    if base.days == 7:
        low, high = ((0, 2), (1, 3), (3, 6))[place]
        start = base.start
        return DateRange.between(
            start + timedelta(days=low), start + timedelta(days=high), base.basis
        )
    span = base.end.year - base.start.year + 1
    if span == 10 and base.start.year % 10 == 0:
        lead, length = ((0, 4), (4, 3), (7, 3))[place]
        return years(base.start.year + lead, length, base.basis)
    if span == 100:
        lead, length = ((0, 33), (33, 34), (67, 33))[place]
        return years(base.start.year + lead, length, base.basis)
    if 84 <= base.days <= 92:
        month = shift(base.start, "month", place)
        return whole("month", month, base.basis)
    return _slice(base, place / 3, (place + 1) / 3)


def _slice(base: DateRange, low: float, high: float) -> DateRange:
    first, last = round(base.days * low), max(round(base.days * high) - 1, round(base.days * low))
    start = base.start
    return DateRange.between(
        start + timedelta(days=first), min(start + timedelta(days=last), base.end), base.basis
    )


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)
