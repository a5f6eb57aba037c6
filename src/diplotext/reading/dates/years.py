"""Years alone, dates in numbers, and ordinals alone ("on the 24th")."""

from __future__ import annotations

import re

from diplotext.reading.dates.scanner import DASHES, Scanner
from diplotext.reading.dates.terms import Atom, Numeric, Of, Part, Term, Years, kind_of

_DAY_FIELD = re.compile(r"(\d{1,2})(?:t\d*)?")


def year(s: Scanner, i: int) -> list[Atom]:
    """A number of four digits: a year, or the first or last field of a date in numbers."""
    number = s.cal.years[s.low[i]]
    numeric = _numeric(s, i, number)
    if numeric is not None:
        return numeric
    if _month_takes(s, i, number) or not _is_year(s, i, number):
        return []
    quarter = _quarter_behind(s, i, number)
    if quarter:
        return quarter
    before = s.at(i - 1)
    if number % 10 == 0 and s.at(i + 1) == "'s" and before in ("the", "early", "late", "mid"):
        head, wrap = s.part(i)
        decade = Years(number, 10)  # "the 1930's"
        return [Atom(head, i + 2, wrap(decade) if wrap else decade, "period")]
    start = i
    if before == "year":
        start -= 1 + (s.at(i - 2) == "calendar")
        start -= s.at(start - 1) == "the"
    term: Term = Of(number)
    head, wrap = s.part(start)
    if wrap:
        term = wrap(term)
        return [Atom(head, i + 1, term, kind_of(term))]
    if s.glued(i - 1, "-/–") and i > 1 and s.words[i - 2][-1].isalpha():
        return [Atom(i, i + 1, term, "edition")]  # Zapad-2021
    named = (
        s.capital(i - 1)
        and s.words[i - 1][-1].isalnum()
        and before not in s.cal.before_year
        and s.head(i - 1) is None
    )
    return [Atom(start, i + 1, term, "edition" if named else "year")]


def _month_takes(s: Scanner, i: int, number: int) -> bool:
    """As in "2019/Aug/01", "2017 April": the month reads its year in front of it."""
    glued = s.glued(i + 1, "-/")
    k = i + 1 + glued
    if s.at(k) not in s.cal.months or not 1900 <= number <= 2100 or s.year(k + 1) is not None:
        return False
    return glued or s.day(k + 1) is None


def _is_year(s: Scanner, i: int, number: int) -> bool:
    before, after, cal = s.at(i - 1), s.at(i + 1), s.cal
    if s.year(i) is None or before in cal.no_year_after:
        return False
    if before in cal.quantifiers and after.islower():
        return False
    if not 1900 <= number <= 2100 and before not in cal.before_year:
        return False
    if number < 1500 and before not in ("in", "since", "year", "of"):
        return False
    fiscal = ("fiscal", "financial")
    if before in fiscal or (before == "year" and s.at(i - 2) in fiscal):
        return False
    digits_left = i > 1 and s.low[i - 2][-1].isdigit()
    if digits_left and s.glued(i - 1, ",.:/"):
        return False
    if digits_left and before in DASHES and s.tight(i):
        glued_again = i > 2 and s.tight(i - 2) and s.at(i - 3) in DASHES
        glued_on = s.glued(i + 1, "-") and s.at(i + 2).isdigit()
        return s.low[i - 2] in cal.years and not glued_again and not glued_on
    if s.glued(i + 1, "-–/"):
        other = s.at(i + 2)
        if other.isdigit() and (len(other) != 4 or s.glued(i + 3, "-")):
            return False  # seasons and fiscal years: 2023-24, 2023/24; telephone numbers
    if after == "-" and s.at(i + 2).isdigit() and len(s.at(i + 2)) != 4:
        return False
    return after not in ("%", "°") and not (s.glued(i + 1, ":") and s.at(i + 2).isdigit())


def _quarter_behind(s: Scanner, i: int, number: int) -> list[Atom] | None:
    """As in "2017 Q1", "2019-H2"."""
    k = i + 1 + (s.at(i + 1) in DASHES and s.tight(i + 1))
    word = s.at(k)
    if s.head(k) != "half" or not word[-1].isdigit():
        return None
    size = 4 if word[0] == "q" else 2
    return [Atom(i, k + 1, Part((int(word[1]), size), Of(number)), "period")]


def _numeric(s: Scanner, i: int, number: int) -> list[Atom] | None:
    """2023-09-18, 2023/09/18, 2023-09, 18.09.2023, 09/18/2023, "14/ 07/ 2008"."""
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
    if not (first.isdigit() and second.isdigit()) or s.digits_before(i - 4):
        return None
    a, b = s.cal.days.get(first), s.cal.days.get(second)
    if a is None or b is None or min(a, b) > 12:
        return [] if a and b else None
    term: Term = Numeric(a, b, number)
    if sign == ".":
        if b > 12 or not s.valid(b, a):
            return []
        term = Of(number, b, a)  # points stand between day and month, never the other way round
    return [_with_weekday(s, i - 4, i + 1, term)]


def _with_weekday(s: Scanner, start: int, end: int, term: Term) -> Atom:
    k = start - (s.at(start - 1) == ",")
    return Atom(k - 1 if s.at(k - 1) in s.cal.weekdays else start, end, term, "day")


def slash(s: Scanner, i: int) -> list[Atom]:
    """As in "9/11" is a name; "on 22/04" a day and a month where one of them can be no month."""
    a, b = s.at(i - 1), s.at(i + 1)
    first, second = s.cal.days.get(a), s.cal.days.get(b)
    before, after = s.at(i - 2), s.at(i + 2)
    if first is None or second is None or not s.glued(i, "/") or not (a + b).isdigit():
        return []
    if before in ("/", "-", ".", "$") or after in ("/", "%") or s.no_day(i + 2):
        return []
    if (a, b) == ("9", "11") and before not in ("on", "from", "until", "by"):
        return [Atom(i - 1, i + 2, Of(2001, 9, 11), "day")]
    if before not in ("on", "from", "until", "till", "by", "between", "to", "through", "since"):
        return []
    if first > 12 >= second:
        first, second = second, first
    elif not (second > 12 >= first or first == second):
        return []
    return [Atom(i - 1, i + 2, Of(None, first, second), "day")] if s.valid(first, second) else []


def ordinal(s: Scanner, i: int) -> list[Atom]:
    """As in "on the 24th", where no month follows: a day of the month in question."""
    day = s.cal.days.get(s.low[i])
    if day is None or s.at(i - 1) != "the":
        return []
    after = s.at(i + 1)
    leads = ("on", "until", "till", "by", "from", "since", "through", "before", "after")
    if s.at(i - 2) not in leads or after in ("of", "to", "-", "–") or s.capital(i + 1):
        return []
    if after in s.cal.months or not s.goes_on(i + 1):
        return []
    return [Atom(i - 1, i + 1, Of(day=day), "day")]
