"""Everything that hangs on the name of a month: its days, weekday, year, its early or late part."""

from __future__ import annotations

import re
from typing import NamedTuple

from diplotext.reading.dates import spelled
from diplotext.reading.dates.scanner import DASHES, UNTIL, Scanner, Wrap
from diplotext.reading.dates.terms import Again, Atom, Of, Term, Unit, Which, kind_of

_TWO_DIGITS = re.compile(r"\d\d")


class _Days(NamedTuple):
    """The days beside a month: the one of the main expression, the last of "11-12", and the
    others of "3, 5 and 7" as (day, first token, end). ``edge`` is where they begin or end.
    """

    edge: int
    day: int
    until: int | None
    more: list[tuple[int, int, int]]
    own: tuple[int, int]
    """Tokens of the main day itself."""


def month(s: Scanner, i: int) -> list[Atom]:
    """As in "Sept. 18", "18 September 2023", "3, 5 and 7 May", "late October", "last October"."""
    number = s.cal.months[s.low[i]]
    start, end = i, i + 1
    dotted = s.at(end) == "." and len(s.low[i]) < 6
    days = _days_in_front(s, i, number)
    behind = days is None
    if days is not None:
        start = days.edge
        if dotted and s.year(end + 1) is not None:
            end += 1  # but "on 17 June." ends the sentence
        elif s.glued(end, "-/") and s.year(end + 1) is not None:
            end += 1
    else:
        days = _days_behind(s, end + dotted, number)
        if days is not None:
            end = days.edge
    year = year_term = None
    if start == i:
        start, year = _year_in_front(s, i)
    if year is None:
        spot = end + dotted if end == i + 1 else end
        stop, year = _year_behind(s, spot, days is not None)
        end = stop if year is not None else end
    day = days.day if days else None
    if year is not None and day is None and s.glued(end, "-"):
        day = s.cal.days.get(s.at(end + 1))  # September-2020-23
        end += 2 if day else 0
    if year is None:
        stop, year_term = year_in_words(s, end)
        end = stop if year_term else end
    weekday, which, wrap = None, None, None
    if day is not None:
        weekday, start = _weekday_in_front(s, start)
        if year is None and weekday is None and s.at(start - 1) in ("next", "last"):
            which = s.cal.which[s.at(start - 1)]  # "next November 5"
            start -= 1
    else:
        start, which, wrap = _picked(s, start)
    strong = any(x is not None for x in (day, year, year_term, which, wrap))
    if not _is_month(s, i, start, end, strong):
        return []
    if s.at(start - 1) in ("every", "each"):
        return [Atom(start - 1, end, Again(), "repeated")]
    until = days.until if days else None
    if until is not None and s.at(start - 1) in ("from", "between"):
        start -= 1
    if s.at(start - 2) == "month" and s.at(start - 1) == "of":
        start -= 2 + (s.at(start - 3) == "the")
    if (number, day, year) == (9, 11, None) and s.at(end).startswith("attack"):
        year = 2001
    told = which == 1 and s.at(start) == "the"
    term: Term = Of(year, number, day, until, weekday, year_term, which, told)
    if wrap:
        term = wrap(term)
    whole = Atom(start, end, term, kind_of(term))
    if days is None or not days.more:
        return [whole]
    others = [(d, a, b, Of(year, number, d, None, None, year_term)) for d, a, b in days.more]
    return _apart(whole, days.own, others, behind=behind)


def _apart(
    whole: Atom, own: tuple[int, int], others: list[tuple[int, int, int, Of]], *, behind: bool
) -> list[Atom]:
    """As in "May 3, 5 and 7": one atom a day; the one beside the month keeps its words."""
    atoms = [Atom(a, b, term, "day") for _, a, b, term in others]
    if behind:
        last = atoms.pop()
        return [
            Atom(whole.start, own[1], whole.term, "day"),
            *atoms,
            Atom(last.start, whole.end, last.term, "day"),
        ]
    atoms.sort(key=lambda atom: atom.start)
    last = atoms.pop()
    return [
        Atom(whole.start, own[1], whole.term, "day"),
        *atoms,
        Atom(last.start, whole.end, last.term, "day"),
    ]


def _days_behind(s: Scanner, k: int, month: int) -> _Days | None:
    """As in "September 11-12", "May 3, 5 and 7", "October, 1st", "Nov/2", "June the 4th"."""
    if (
        s.glued(k, "-/")
        or s.at(k) == "the"
        or (s.at(k) == "," and s.head(k + 1) == "ordinal")
        or (s.at(k) in (",", "-") and s.at(k + 2) in ("/", "-") and s.year(k + 3))
    ):
        k += 1  # "May, 27/2021" and "May - 27 - 2021" are stamps
    found = s.day(k) or spelled.cardinal_day(s, k)
    if not found or not s.valid(month, found[0]) or s.no_day(found[1]):
        return None
    day, end = found
    own = (k, end)
    until: int | None = None
    more: list[tuple[int, int, int]] = []
    while end < s.n and len(more) < 8 and until is None:
        link = s.at(end)
        j = end + 1
        if link in ("and", "&", ",", "or"):
            j += link == "," and s.at(j) == "and"
            other = _next_day(s, j, month)
            if not other or not s.goes_on(other[1]):
                break
            if link == "," and not more and j == end + 1:
                after = other[1] + (s.at(other[1]) == "," and s.at(other[1] + 1) == "and")
                if s.at(after) not in (",", "and", "&") or not _next_day(s, after + 1, month):
                    break  # "on May 3, 5 people"
            if not more and link in ("and", "&") and other[0] == day + 1:
                until, end = other
                break
            more.append((other[0], j, other[1]))
            end = other[1]
        elif link in DASHES or link in UNTIL:
            other = _next_day(s, j + (s.at(j) == "the"), month)
            over = s.at(j) == "the" and other and not s.at(other[1] - 1).isdigit()
            if not other or more or (other[0] <= day and not over):
                break
            until, end = other  # one before ``day`` lies in the next month: "April 27 to the 3rd"
        else:
            break
    return _Days(end, day, until, more, own)


def _next_day(s: Scanner, k: int, month: int) -> tuple[int, int] | None:
    """Another day of the same month at ``k``: none that belongs to a month of its own."""
    found = s.day(k)
    if not found or not s.valid(month, found[0]) or s.no_day(found[1]):
        return None
    after = found[1] + (s.at(found[1]) in ("of", "-", "/", "."))
    return None if s.at(after) in s.cal.months else found


def _days_in_front(s: Scanner, i: int, month: int) -> _Days | None:
    """As in "18 September", "the 18th of", "11-12", "3, 5 and 7 May", "9 to 12 of June"."""
    k = i
    if s.at(k - 1) == "of" or s.glued(k - 1, "-/") or (s.at(k - 1) == "." and s.tight(k - 1)):
        k -= 1
    elif s.at(k - 1) == "," and s.at(k - 2) in s.cal.weekdays:
        k -= 2  # "7th Saturday, January 2023"
        if s.head(k - 1) != "ordinal":
            return None
    found = s.day_before(k)
    if found is None and s.at(k - 1) in s.cal.numbers and spelled.year(s, i + 1):
        found = s.cal.numbers[s.at(k - 1)], k - 1  # "fifteen August nineteen ninety-three"
    if not found or not s.valid(month, found[0]) or _not_in_front(s, found[1], k, i):
        return None
    day, start = found
    own = (start, i)
    until: int | None = None
    more: list[tuple[int, int, int]] = []
    while start > 0 and len(more) < 8:
        j = start - 1
        j -= s.at(j) == "the" and (s.at(j - 1) in UNTIL or s.at(j - 1) == "and")
        link = s.at(j)
        other = s.day_before(j)
        if not other or not s.valid(month, other[0]) or other[0] >= day:
            break
        if link in DASHES or link in UNTIL:
            if not more:
                until, (day, start) = day, other
            break
        if link not in ("and", "&", ",", "or"):
            break
        between = "between" in (s.at(other[1] - 1), s.at(other[1] - 2))
        if not more and link != "or" and (between or other[0] == day - 1):
            until, (day, start) = day, other
            break
        more.append((day, *own))
        day, start = other
        own = (start, j)
    start -= s.at(start - 1) == "the"
    return _Days(start, day, until, more, own)


def _not_in_front(s: Scanner, start: int, k: int, i: int) -> bool:
    """Is the number at ``start`` no day: a price, "the second March talks"?"""
    before = s.at(start - 1)
    plain = s.at(start).isdigit()
    if plain and (before in ("$", "€", "£", "#", "no") or s.glued(start - 1, ":.")):
        return True  # "10:45 March 3", but "Published: 12 June", "Thurs. 16 June"
    if plain and before == "." and s.at(start - 2) == "no":
        return True
    if k != i:
        return False
    if s.at(start) == "second":
        return True
    behind = s.day(i + 1)
    if not behind or s.no_day(behind[1]):
        return False
    if not plain:
        return s.words[start][0].isalpha()
    return before not in ("on", "from", "the", "until", "till", ",", "between")


def _year_in_front(s: Scanner, i: int) -> tuple[int, int | None]:
    """As in "2017 April", "2019/Aug/01"."""
    k = i - 1 - s.glued(i - 1, "-/")
    year = s.cal.years.get(s.at(k))
    if year is None or not 1900 <= year <= 2100 or s.year(i + 1) is not None:
        return i, None
    return k, year


def _year_behind(s: Scanner, k: int, has_day: bool) -> tuple[int, int | None]:
    """As in ", 2023", " 2023", " of 2023", "-2023", "'23"."""
    word = s.at(k)
    if word in ("'", "’", "‘") and _TWO_DIGITS.fullmatch(s.at(k + 1)) and s.tight(k + 1):
        return k + 2, _in_full(int(s.at(k + 1)))
    joined = s.glued(k, "-/") or (has_day and word == s.at(k - 2) == "-")
    if joined and has_day and _TWO_DIGITS.fullmatch(s.at(k + 1)) and not s.glued(k + 2, "-/.:"):
        return k + 2, _in_full(int(s.at(k + 1)))  # "18-Sep-23"
    j = k + (word in (",", "of", "in") or joined)
    if word == "," and not has_day and not s.goes_on(j + 1):
        return k, None  # "in May, 2000 soldiers"
    year = s.year(j)
    if year is None and s.at(j) in s.cal.numbers:
        said = spelled.year(s, j)
        return (said[1], said[0]) if said else (k, None)
    if year is None and word == "of":
        return _short_year(s, k)
    if year is None or (year < 1500 and word == ","):
        return k, None
    return j + 1, year


def _short_year(s: Scanner, k: int) -> tuple[int, int | None]:
    """As in "April of '87", "April of 87."."""
    marked = s.at(k + 1) == "'"
    j = k + 1 + marked
    figures = _TWO_DIGITS.fullmatch(s.at(j))
    if not figures or not (marked or s.at(j + 1) in ("", ".", ",", ";", ")")):
        return k, None
    return j + 1, _in_full(int(figures[0]))


def _in_full(year: int) -> int:
    """Of two digits: "'23" is 2023, "'87" 1987."""
    return year + (2000 if year < 50 else 1900)


def year_in_words(s: Scanner, k: int) -> tuple[int, Term | None]:
    """As in "last year", "of this year", "of the same year", "the following year" at ``k``."""
    j = k + (s.at(k) == ",")
    j += s.at(j) in ("of", "in")
    j += s.at(j) == "the"
    word = s.at(j)
    if s.at(j + 1) != "year":
        return k, None
    if word in ("that", "same"):
        return j + 2, Unit("year", 0, told=True)
    which = s.cal.which.get(word)
    if which is None:
        return k, None
    return j + 2, Unit("year", which, told=word in ("following", "preceding", "previous"))


def _weekday_in_front(s: Scanner, start: int) -> tuple[int | None, int]:
    k = start - (s.at(start - 1) == "the")
    k -= s.at(k - 1) in (",", ".")
    k -= s.at(k - 1) == "." and s.at(k) == ","
    weekday = s.cal.weekdays.get(s.at(k - 1))
    if weekday is None:
        return s.cal.weekdays.get(s.at(start + 1)), start  # "7th Saturday, January 2023"
    k -= 1
    return weekday, k - (s.at(k - 1) in ("this", "next", "last", "coming"))


def _picked(s: Scanner, start: int) -> tuple[int, Which | None, Wrap | None]:
    """As in "last October", "late October", "mid-October", "the end of October"."""
    which: Which | None = None
    word = s.at(start - 1)
    if word == "following" and s.at(start - 2) == "the":
        return start - 2, 1, None
    if word in s.cal.which and word != "following":
        which = s.cal.which[word]
        start -= 1
        start -= word in ("past", "coming") and s.at(start - 1) == "this"
    start, wrap = s.part(start)
    return start, which, wrap


def _is_month(s: Scanner, i: int, start: int, end: int, strong: bool) -> bool:
    """Is it the month, and not the verb, the name, the march?"""
    word, cal = s.low[i], s.cal
    capital = s.capital(i)
    before, after = s.at(start - 1), s.at(end)
    if strong:
        if word == "may" and s.at(i - 1) in cal.titles:
            return False
        return capital or word not in ("may", "march")
    if word in cal.ambiguous:
        if not capital:
            return False
        if word == "may":
            if before in cal.before_month and before not in ("and", "or", "to"):
                return not s.a_person_called_may()
        elif (after in DASHES and s.at(end + 1) in cal.months) or (
            word == "march" and before in cal.before_month
        ):
            return True
        if word in ("may", "march") and before in ("the", "'s", "a"):
            return after.isalpha() and after not in cal.go_on and not s.capital(end)
        return word not in ("may", "march") and before in cal.before_month and not s.capital(end)
    if word in cal.names:
        if s.at(i - 1) in cal.titles:
            return False
        if before in ("in", "since", "until", "of", "between", "through", "during"):
            return True
        if before == "from" and not s.capital(end):
            return True
        named = s.capital(end) and s.tokens.end[end - 1] + 1 == s.tokens.start[end]
        if named and before not in ("the", "'s"):
            return False  # "and April Glaspie"
        if before in cal.before_month or before in ("the", "'s"):
            return capital
        return capital or word == "july"
    return True
