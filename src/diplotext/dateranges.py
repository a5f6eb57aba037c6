"""DateRange: a stretch of whole days, as precise as its source and no more.

"September 2023" is not the first of September; "September 11-12" is two days; "late
October" is ten or eleven. A DateRange holds the first and the last day (both
belong to it), how precise the words were, and whether they said it outright.

EDTF is ISO 8601-2:2019, levels 0 and 1 as far as a closed range of days can say them:
days, months, years, seasons ("2023-21"), unspecified digits ("199X", "2004-XX") and closed
intervals of these. https://www.loc.gov/standards/datetime/
"""

import calendar
import re
from datetime import date, datetime, timedelta
from typing import Literal, Self, get_args

import attrs

from diplotext.errors import InputError

Precision = Literal["day", "month", "year", "interval"]
"""What the words named: one day, a whole month, a whole year, or any other stretch of days."""

Basis = Literal["explicit", "relative", "inferred"]
"""``explicit``: the words carry the whole date. ``relative``: resolved against another date
("Monday", "last week", "September 9" without a year). ``inferred``: concluded from context."""

_BASES = get_args(Basis)
_PART = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[~?%]?", re.ASCII)
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
"""Spring to winter by their first month, as in the north; winter runs into the next year."""


@attrs.frozen(order=True)
class DateRange:
    """A closed range of days: ``start`` and ``end`` both belong to it.

    >>> DateRange.parse("2023-09").end
    datetime.date(2023, 9, 30)
    >>> DateRange.between(date(2023, 9, 18), date(2023, 9, 21)).edtf
    '2023-09-18/2023-09-21'

    Raises ValueError when ``end`` lies before ``start`` or ``precision`` does not fit the days,
    TypeError when they are no dates (a datetime is none: it has a time of day).
    """

    start: date
    end: date
    precision: Precision = "day"
    basis: Basis = "explicit"

    def __attrs_post_init__(self) -> None:
        for day in (self.start, self.end):
            if not isinstance(day, date) or isinstance(day, datetime):
                raise TypeError(f"a DateRange is made of dates, not of {day!r}")
        if self.basis not in _BASES:
            raise ValueError(f"basis {self.basis!r} is none of {', '.join(_BASES)}")
        if self.end < self.start:
            raise ValueError(f"DateRange ends ({self.end}) before it starts ({self.start})")
        if self.precision != "interval" and self.precision != _precision(self.start, self.end):
            raise ValueError(f"{self.start}..{self.end} is not one whole {self.precision}")

    @classmethod
    def day(cls, day: date, basis: Basis = "explicit") -> Self:
        """The one day ``day``."""
        return cls(day, day, "day", basis)

    @classmethod
    def month(cls, year: int, month: int, basis: Basis = "explicit") -> Self:
        """The whole month (1 to 12) of the year."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), "month", basis)

    @classmethod
    def year(cls, year: int, basis: Basis = "explicit") -> Self:
        """The whole calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), "year", basis)

    @classmethod
    def between(cls, start: date, end: date, basis: Basis = "explicit") -> Self:
        """All days from ``start`` to ``end``, both included; one day has precision "day"."""
        return cls(start, end, "day" if start == end else "interval", basis)

    @classmethod
    def parse(cls, edtf: str, basis: Basis = "explicit") -> Self:
        """Read an EDTF day, month, year, season, "199X" or closed interval of these.

        ``~``, ``?`` and ``%`` are accepted and dropped. Raises InputError for anything else, open
        intervals among it.
        """
        if not isinstance(edtf, str):
            raise TypeError(f"EDTF is a str, not {edtf!r}")
        try:
            first, *rest = (cls._whole(part, basis) for part in edtf.split("/"))
            if not rest:
                return first
            (last,) = rest
            return cls(first.start, last.end, "interval", basis)
        except ValueError as fault:
            raise InputError(
                repr(edtf), f"not an EDTF day, month, year, season or closed interval ({fault})"
            ) from None

    @classmethod
    def _whole(cls, part: str, basis: Basis) -> Self:
        found = _PART.fullmatch(part)
        if not found:
            raise ValueError(f"cannot read {part!r}")
        year, month, day = found.groups()
        if "X" in year:
            if month:
                raise ValueError(f"cannot read {part!r}")
            first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
            return cls(date(first, 1, 1), date(last, 12, 31), "interval", basis)
        if month is None or month == "XX":
            if day not in (None, "XX"):
                raise ValueError(f"cannot read {part!r}")
            return cls.year(int(year), basis)
        if month in _SEASONS and day is None:
            begin = _SEASONS[month]
            end = cls.month(int(year) + begin // 12, (begin + 1) % 12 + 1, basis).end
            return cls(date(int(year), begin, 1), end, "interval", basis)
        if day is None or day == "XX":
            return cls.month(int(year), int(month), basis)
        return cls.day(date(int(year), int(month), int(day)), basis)

    @property
    def edtf(self) -> str:
        """EDTF text: "2023-09-18", "2023-09", "2023" or "2023-09-18/2023-09-21"."""
        match self.precision:
            case "day":
                return self.start.isoformat()
            case "month":
                return self.start.isoformat()[:7]
            case "year":
                return self.start.isoformat()[:4]
            case _:
                return f"{self.start.isoformat()}/{self.end.isoformat()}"

    @property
    def days(self) -> int:
        """How many days belong to it, at least 1."""
        return (self.end - self.start).days + 1

    def contains(self, other: "DateRange | date") -> bool:
        """Do all days of ``other`` belong to this range?"""
        start, end = _edges(other)
        return self.start <= start and end <= self.end

    def overlaps(self, other: "DateRange | date") -> bool:
        """Do the two share a day?"""
        start, end = _edges(other)
        return self.start <= end and start <= self.end

    def intersect(self, other: "DateRange") -> "DateRange | None":
        """The shared days, or None. Its basis is the weaker of the two."""
        if not self.overlaps(other):
            return None
        return _ranged(max(self.start, other.start), min(self.end, other.end), self, other)

    def widen(self, other: "DateRange") -> "DateRange":
        """The smallest range that holds both. Its basis is the weaker of the two."""
        return _ranged(min(self.start, other.start), max(self.end, other.end), self, other)

    def shift(self, days: int) -> "DateRange":
        """The same number of days, ``days`` later; a whole month or year becomes an interval."""
        step = timedelta(days=days)
        return DateRange.between(self.start + step, self.end + step, self.basis)


def as_day(value: date | str | None, name: str) -> date | None:
    """The day that a caller means: a date, that of a datetime, or ISO text like "2023-09-18".

    None stays None. Raises InputError, with the argument's ``name``, for anything else.
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(value.strip()).date()
    except (ValueError, AttributeError, TypeError):
        fault = "is no date; give a date or ISO text like 2023-09-18"
        raise InputError(f"{name} {value!r}", fault) from None


def _edges(days: "DateRange | date") -> tuple[date, date]:
    return (days.start, days.end) if isinstance(days, DateRange) else (days, days)


_WEAKER: dict[Basis, int] = {"explicit": 0, "relative": 1, "inferred": 2}


def _precision(start: date, end: date) -> Precision:
    if start == end:
        return "day"
    if start.day == 1 and (end.month, end.day) == (12, 31) and start.year == end.year:
        if start.month == 1:
            return "year"
        return "month" if start.month == 12 else "interval"
    last = calendar.monthrange(end.year, end.month)[1]
    same_month = (start.year, start.month) == (end.year, end.month)
    return "month" if same_month and start.day == 1 and end.day == last else "interval"


def _ranged(start: date, end: date, a: DateRange, b: DateRange) -> DateRange:
    basis = max(a.basis, b.basis, key=_WEAKER.__getitem__)
    for one in (a, b):
        if (start, end) == (one.start, one.end):
            return DateRange(start, end, one.precision, basis)
    return DateRange.between(start, end, basis)
