"""What a date expression says, before anybody asks which days it means.

A term is the meaning of the words alone: "September 11-12" is a month with two days and
no year, "last week" one week back from an unnamed today. ``resolve`` turns a term into
days once the day of publication, the tense of the clause and the dates before it are known.
"""

from __future__ import annotations

from typing import Literal

import attrs

Which = Literal[-1, 0, 1]
"""The one before, the current one, the one to come."""

PartName = Literal["early", "mid", "late"]


@attrs.frozen
class Of:
    """A date of the calendar as far as it is printed: any of year, month, day; ``until`` is the
    last day of "11-12", ``weekday`` (Monday = 0) what is printed beside it, ``year_term`` the year
    in words ("of last year"), ``which`` the "last" of "last October".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    weekday: int | None = None
    year_term: Term | None = None
    which: Which | None = None
    told: bool = False
    """Counted from the date told before ("the following May")."""


@attrs.frozen
class Weekday:
    """A day of the week; ``week`` is the period it is said to lie in ("Monday of next week")."""

    day: int
    which: Which | None = None
    week: Term | None = None
    told: bool = False
    """Counted from the date told before ("the following Monday"), not from publication."""
    nearest: bool = False
    """"this coming Friday", "this past Friday": the nearest in that direction."""


@attrs.frozen
class Today:
    """Days from the day of publication: yesterday is -1."""

    days: int


@attrs.frozen
class SameDay:
    """The day told last, of which the words give only an hour: "in the afternoon"; ``else_today``:
    that of publication where none has been told ("later in the day").
    """

    else_today: bool = False


@attrs.frozen
class Unit:
    """A whole week, month, year ... counted from today's, or with ``told`` from that of the date
    told before ("the following day", "that year").
    """

    unit: str
    which: int
    told: bool = False


@attrs.frozen
class Rolling:
    """The ``count`` units that end yesterday (which -1) or begin tomorrow (1), or with ``today``
    begin today ("within ten days").
    """

    unit: str
    count: int
    which: Which
    today: bool = False


@attrs.frozen
class Rest:
    """What is left of a period from the day of publication on ("the rest of the week")."""

    base: Term


@attrs.frozen
class Lasting:
    """``count`` units that begin on the day ``base``, or with ``ends`` end on it."""

    unit: str
    count: int
    base: Term
    ends: bool = False


@attrs.frozen
class Away:
    """``count`` units from ``base``: None means from today, ``told`` from the date told before.

    ``first`` is the longer unit of "a year and two months ago", counted in the same direction.
    """

    unit: str
    count: int
    base: Term | None = None
    told: bool = False
    first: tuple[str, int] | None = None


@attrs.frozen
class Part:
    """Early, middle or late part, or the k-th of n equal parts ("second half": 2 of 2)."""

    part: PartName | tuple[int, int]
    base: Term


@attrs.frozen
class Nth:
    """The n-th unit within ``base`` (from its end if negative), ``count`` of them."""

    n: int
    unit: str
    base: Term
    count: int = 1


@attrs.frozen
class NthWeekday:
    """As in "the first Friday of July"; from the end if ``n`` is negative."""

    n: int
    day: int
    base: Term


@attrs.frozen
class Season:
    """First and last month, with a year or the word that picks it."""

    first: int
    last: int
    year: int | None = None
    which: Which | None = None
    year_term: Term | None = None


@attrs.frozen
class Years:
    """A decade or a century by its first year and its length."""

    first: int
    length: int


@attrs.frozen
class Feast:
    """A feast by its words in calendar.toml."""

    name: tuple[str, ...]
    year: int | None = None
    which: Which | None = None


@attrs.frozen
class Numeric:
    """Two numbers of which nobody has said which is the month ("03/04/2023").

    ``year`` below 100 is one of two digits; ``weekday`` (Monday = 0) stands beside it.
    """

    first: int
    second: int
    year: int | None = None
    weekday: int | None = None


@attrs.frozen
class Stretch:
    """From the first day of one term to the last day of another."""

    first: Term
    last: Term


@attrs.frozen
class Week:
    """The week that holds a day ("the week of April 10"), or ``begins`` with it ("the week
    commencing 10 April").
    """

    base: Term
    begins: bool = False


@attrs.frozen
class Weekend:
    """The weekend next to a day, and that day ("Easter weekend", "the weekend of 5 May")."""

    base: Term


@attrs.frozen
class NumberedWeek:
    """A week by its number in the year (ISO 8601), that of publication if there is none."""

    number: int
    year: int | None = None


@attrs.frozen
class Length:
    """How long, not when: "four-day", "for two weeks"; ``days`` None when the words do not say.

    ``count`` is that of the units, where it is told.
    """

    days: int | None
    unit: str = "day"
    count: int | None = None


@attrs.frozen
class Again:
    """How often, not when: "every two years"."""


@attrs.frozen
class Vague:
    """Speaks of a time that no calendar can tell: "in the coming months", "years ago"."""

    which: Which = 0


Term = (
    Of
    | Weekday
    | Today
    | SameDay
    | Unit
    | Rolling
    | Rest
    | Lasting
    | Away
    | Part
    | Nth
    | NthWeekday
    | Season
    | Years
    | Feast
    | Numeric
    | Stretch
    | Week
    | Weekend
    | NumberedWeek
    | Length
    | Again
    | Vague
)

Kind = Literal[
    "day", "weekday", "month", "year", "period", "edition", "duration", "repeated", "age", "vague"
]
Bound = Literal["since", "from", "until", "by", "before", "after"]


@attrs.frozen
class Atom:
    """A term and the tokens ``start`` to ``end`` (half-open) that say it."""

    start: int
    end: int
    term: Term
    kind: Kind
    bound: Bound | None = None


def kind_of(term: Term) -> Kind:
    """The calendar kind of what a term names."""
    match term:
        case Of(day=None, month=None):
            return "year"
        case Of(day=None):
            return "month"
        case Of(until=None):
            return "day"
        case Weekday():
            return "weekday"
        case Today() | SameDay() | Feast() | Numeric() | NthWeekday():
            return "day"
        case Unit(unit="day") | Away(unit="day") | Nth(unit="day", count=1):
            return "day"
        case Unit(unit="month"):
            return "month"
        case Unit(unit="year"):
            return "year"
        case Length():
            return "duration"
        case Again():
            return "repeated"
        case Vague():
            return "vague"
        case _:
            return "period"
