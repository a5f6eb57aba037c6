"""Dates in numbers: 2023-09-18, 18.09.2023, 09/18/2023, "on 22/04", "from 10/25 to 11/2"."""

from __future__ import annotations

import re

from diplotext.reading.dates.scanner import DASHES, Scanner
from diplotext.reading.dates.terms import Atom, Numeric, Of, Term

_DAY_FIELD = re.compile(r"(\d{1,2})(?:t\d*)?")
_LEADS = frozenset(("on", "from", "until", "till", "by", "between", "to", "through", "since"))


def of_year(s: Scanner, i: int, number: int) -> list[Atom] | None:
    """The date whose year stands at ``i``; None if the year is not part of one."""
    sign = s.at(i + 1)
    if s.glued(i + 1, "-/.") and s.at(i + 2).isdigit() and len(s.at(i + 2)) <= 2:
        month = s.cal.days.get(s.at(i + 2), 0)
        if 1 <= month <= 12:
            if s.at(i + 3) == sign and s.glued(i + 3, sign):
                return _year_first(s, i, number, month)
            if sign == "-" and len(s.at(i + 2)) == 2:
                # "2011-12" may as well be two years.
                plain = month != (number + 1) % 100 and not s.digits_before(i)
                return [Atom(i, i + 3, Of(number, month), "month")] if plain else []
    sign = s.at(i - 1)
    if sign and sign in "-/." and sign == s.at(i - 3) and s.tight(i - 1) and s.tight(i - 3):
        return _year_last(s, i, number, sign)
    return None


def _year_first(s: Scanner, i: int, number: int, month: int) -> list[Atom]:
    field = _DAY_FIELD.fullmatch(s.at(i + 4))  # "2023-09-18", "2023-09-18T10:00"
    day = s.cal.days.get(field[1]) if field else None
    if not day or not s.valid(month, day) or s.digits_before(i):
        return []
    return [_with_weekday(s, i, i + 5, Of(number, month, day))]


def _year_last(s: Scanner, i: int, number: int, sign: str) -> list[Atom] | None:
    first, second = s.at(i - 4), s.at(i - 2)
    days = _days_in_points(s, i) if sign == "." else None
    if days is not None:
        return [days]
    if not (first.isdigit() and second.isdigit()) or s.digits_before(i - 4):
        return None
    a, b = s.cal.days.get(first), s.cal.days.get(second)
    if a is None or b is None or min(a, b) > 12:
        return [] if a and b else None
    term: Term = Numeric(a, b, number)
    if sign == ".":
        # Points stand between day and month; the other order only where no month is that late.
        month, day = (b, a) if b <= 12 else (a, b)
        if month > 12 or not s.valid(month, day):
            return []
        term = Of(number, month, day)
    return [_with_weekday(s, i - 4, i + 1, term)]


def _days_in_points(s: Scanner, i: int) -> Atom | None:
    """As in "20.-24.06.2023", "20-24.06.2023", as written east of the Rhine; ``i`` is the year."""
    month, last = s.cal.days.get(s.at(i - 2), 0), s.cal.days.get(s.at(i - 4), 0)
    k = i - 5
    if s.at(k) not in DASHES or not 1 <= month <= 12 or not s.valid(month, last):
        return None
    k -= 1 + (s.at(k - 1) == ".")
    first = s.cal.days.get(s.at(k), 0)
    if not 0 < first < last or not s.at(k).isdigit() or s.digits_before(k):
        return None
    term = Of(s.cal.years[s.at(i)], month, first, last)
    return Atom(k, i + 1, term, "period")


def _with_weekday(s: Scanner, start: int, end: int, term: Term) -> Atom:
    weekday, edge = _weekday_before(s, start)
    if weekday is not None and isinstance(term, Numeric):
        term = Numeric(term.first, term.second, term.year, weekday)
    return Atom(edge, end, term, "day")


def _weekday_before(s: Scanner, start: int) -> tuple[int | None, int]:
    k = start - (s.at(start - 1) in (",", "("))
    weekday = s.cal.weekdays.get(s.at(k - 1))
    if weekday is None or not (s.capital(k - 1) or len(s.at(k - 1)) > 5):
        return None, start
    return weekday, k - 1 - (s.at(k - 2) in ("this", "next", "last"))


def slash(s: Scanner, i: int) -> list[Atom]:
    """As in "9/11", which is a name; "on 22/04"; "03/18/40"."""
    found = _pair(s, i)
    if found is None:
        return []
    a, b = found
    before, after = s.at(i - 2), s.at(i + 2)
    if before in ("/", ".", "$") or after == "%" or s.no_day(i + 2):
        return []
    if after == "/":
        return _short_year(s, i, a, b)
    if (s.at(i - 1), s.at(i + 1)) == ("9", "11") and before not in ("on", "from", "until", "by"):
        return [Atom(i - 1, i + 2, Of(2001, 9, 11), "day")]
    weekday, start = _weekday_before(s, i - 1)
    ranged = s.glued(i - 2, "-–") and s.floor == i - 2  # the end of "10/25-11/2"
    goes_on = after in DASHES and _pair(s, i + 4) is not None
    if weekday is None and before not in _LEADS and not ranged and not goes_on:
        return []
    open_order = a <= 12 and b <= 12 and a != b
    if open_order and before != "on" and weekday is None and not ranged and not goes_on:
        return []  # "by 2/3"
    if before == "-" and not ranged:
        return []
    return [Atom(start, i + 2, Numeric(a, b, None, weekday), "day")]


def _pair(s: Scanner, i: int) -> tuple[int, int] | None:
    """The two numbers around the slash at ``i``, if they can be a day and a month."""
    a, b = s.at(i - 1), s.at(i + 1)
    first, second = s.cal.days.get(a), s.cal.days.get(b)
    if first is None or second is None or not s.glued(i, "/") or not (a + b).isdigit():
        return None
    if min(first, second) > 12:
        return None
    month, day = (first, second) if first <= 12 else (second, first)
    fits = s.valid(month, day) or (second <= 12 and s.valid(second, first))
    return (first, second) if fits else None


def _short_year(s: Scanner, i: int, a: int, b: int) -> list[Atom]:
    """As in "03/18/40": three pairs of figures."""
    year = s.at(i + 3)
    if len(year) != 2 or not year.isdigit() or not s.glued(i + 2, "/"):
        return []
    if s.glued(i + 4, "/-.") or s.no_day(i + 4):
        return []
    return [_with_weekday(s, i - 1, i + 4, Numeric(a, b, int(year)))]


def at(s: Scanner, k: int) -> tuple[Term, int] | None:
    """A whole date in numbers that begins at ``k`` -> (term, index after it)."""
    sign = s.at(k + 1)
    if not sign or sign not in "-/." or s.at(k + 3) != sign or not s.glued(k + 1, sign):
        return None
    if not s.glued(k + 3, sign):
        return None
    i = k + 4 if s.at(k + 4) in s.cal.years else k
    number = s.cal.years.get(s.at(i))
    atoms = of_year(s, i, number) if number is not None else None
    return (atoms[0].term, atoms[0].end) if atoms and len(atoms) == 1 else None
