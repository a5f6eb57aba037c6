"""Counted units: "two days ago", "the past two days", "a week later", "four-day"."""

from __future__ import annotations

import attrs

from diplotext.reading.dates import numeric
from diplotext.reading.dates.scanner import Scanner
from diplotext.reading.dates.tense import tense_at
from diplotext.reading.dates.terms import (
    Again,
    Atom,
    Away,
    Feast,
    Lasting,
    Length,
    Nth,
    Of,
    Part,
    Rolling,
    Term,
    Today,
    Unit,
    Vague,
    Weekday,
    kind_of,
)

DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MODALS = frozenset(("to", "will", "would", "could", "may", "might", "can", "should", "must", "'ll"))
BEGINS = ("starting", "beginning", "commencing", "from")
_MOVERS = frozenset(
    ("ago", "later", "earlier", "before", "after", "from", "since", "prior", "hence")
)


def length(name: str, count: int | None) -> Length:
    """How long ``count`` units are, in days where the calendar tells (not for months and years)."""
    if count is None:
        return Length(None, name)
    if name == "hour":
        return Length(count // 24 or None, name)
    return Length(count * DAYS_IN[name] if name in DAYS_IN and count else None, name, count)


def number_before(s: Scanner, k: int) -> tuple[int, int | None] | None:
    """The count that ends before ``k`` -> (its begin, count or None if vague)."""
    word = s.at(k - 1)
    if word.isdigit() and word.isascii() and len(word) <= 3:
        if s.at(k - 2) in (",", ".") and s.tight(k - 1):
            return None
        return k - 1, int(word)
    if word in s.cal.numbers:
        value = s.cal.numbers[word]
        tens = s.cal.numbers.get(s.at(k - 3), 0)
        if value < 10 and s.at(k - 2) == "-" and tens >= 20:
            return k - 3, tens + value
        return k - 1, value
    if word in s.cal.vague and word not in ("dozen", "number", "matter"):
        return k - 1 - (s.at(k - 2) == "a"), None
    if word == "couple" or (
        word == "of" and s.at(k - 2) in ("couple", "number", "matter", "dozen")
    ):
        start = k - 1 - (word == "of")
        return start - (s.at(start - 1) == "a"), None
    return None


def hyphened(s: Scanner, i: int, name: str) -> list[Atom]:
    """As in "four-day", "164-year-old", "mid-week", "three-month-long"."""
    end = i + 1
    part = s.at(i - 2)
    if part in ("mid", "early", "late"):
        term = Part(s.cal.parts[part], Unit(name, 0))
        return [Atom(i - 2, end, term, "period")] if name in ("week", "month", "year") else []
    found = number_before(s, i - 1)
    if found is None:
        return []
    start, count = found
    if s.at(end) in ("-", "s") and s.at(end + 1) in ("old", "olds"):
        return [Atom(start, end + 2, Length(None, name), "age")]
    if s.at(end) == "-" and s.at(end + 1) == "long":
        end += 2
    return [Atom(start, end, length(name, count), "duration")]


def counted(s: Scanner, i: int, end: int, name: str, start: int, count: int | None) -> list[Atom]:
    """What a count of units says: ``start`` is where the count begins, ``end`` follows the unit."""
    before, after = s.at(start - 1), s.at(end)
    single = s.low[start] in ("a", "an")
    if single and before == "half":
        start, single, before = start - 1, False, s.at(start - 2)
        name, count = ("month", 6) if name == "year" else (name, None)
    if before in ("every", "each", "per") or (
        single and before in ("once", "twice", "times", "%", "percent", "$")
    ):
        return [Atom(start - 1, end, Again(), "repeated")]
    if before in s.cal.which and before not in ("this", "current"):
        if before != "last" or s.at(start - 2) not in MODALS:  # "will last two weeks"
            return _picked(s, start - 1, end, name, count)
    elif s.ordinal_at(start - 1) == 1 and count:
        base = of_period(s, end)
        if base:
            head = start - 1 - (s.at(start - 2) == "the")
            return [Atom(head, base[1], Nth(1, name, base[0], count), "period")]
    if after == "old" or (after == "of" and s.at(end + 1) == "age"):
        return [Atom(start, end + 1, Length(None, name), "age")]
    if s.low[i - 1] == "recent":
        return [Atom(start, end, Vague(-1), "vague")]
    together = _together(s, start, end, name, count)
    if together:
        return together
    link = end + (after == "," and before == "for")
    if s.at(link) in BEGINS and count and (s.at(link) != "from" or before == "for"):
        edge = edge_at(s, link + 1)
        if edge:
            return [Atom(start, edge[1], Lasting(name, count, edge[0]), "period")]
    if after in _MOVERS and not (after in ("later", "earlier") and s.at(end + 1) == "than"):
        moved = _moved(s, start, end, name, count)
        if moved:
            return moved
    if after in ("'", "'s") and s.at(end + 1) == "time" and before == "in" and count:
        return [Atom(start - 1, end + 2, Away(name, count), "period")]
    within = before == "within" and count and name != "hour" and after not in ("of", "after")
    if within and count and tense_at(s.tokens, s.text, start - 1, end) == "future":
        return [Atom(start - 1, end, Rolling(name, count, 1, today=True), "period")]
    if before == "in" and count and name != "hour" and after != "of":
        window = s.low[max(start - 9, 0) : start - 1]
        back = s.cal.counts_back.intersection(window)
        if not back and tense_at(s.tokens, s.text, start - 1, start) == "future":
            return [Atom(start - 1, end, Away(name, count), "period")]
    if single and before not in s.cal.how_long:
        return []  # "a year", "a day": a rate or a figure of speech
    return [Atom(start, end, length(name, count), "duration")]


def _picked(s: Scanner, k: int, end: int, name: str, count: int | None) -> list[Atom]:
    """As in "the past two days", "next five weeks", "last two weeks of June": ``k`` is "past"."""
    which = s.cal.which[s.at(k)]
    if s.at(k) == "last" and count:
        base = of_period(s, end)
        if base:
            return [
                Atom(k - (s.at(k - 1) == "the"), base[1], Nth(-1, name, base[0], count), "period")
            ]
    start = k - (s.at(k - 1) in ("the", "these", "this"))
    if count is None or name == "hour":
        return [Atom(start, end, Vague(which), "vague")]
    within = s.at(start - 1) == "within" and which == 1
    return [Atom(start - within, end, Rolling(name, count, which, within), "period")]


def _together(s: Scanner, start: int, end: int, name: str, count: int | None) -> list[Atom]:
    """As in "a year and two months ago", "1 month 21 days ago"."""
    j = end + (s.at(end) in ("and", ","))
    word = s.at(j)
    smaller = s.cal.units.get(s.at(j + 1))
    number = int(word) if word.isdigit() and len(word) < 4 else s.cal.numbers.get(word)
    if not count or not number or smaller is None or smaller == "hour" or name == "hour":
        return []
    if s.at(j + 2) not in ("ago", "later", "earlier", "from"):
        return []
    moved = _moved(s, start, j + 2, smaller, number)
    if not moved or not isinstance(moved[0].term, Away):
        return []
    return [attrs.evolve(moved[0], term=attrs.evolve(moved[0].term, first=(name, count)))]


def _moved(s: Scanner, start: int, end: int, name: str, count: int | None) -> list[Atom] | None:
    """As in "two days ago", "a year earlier", "three weeks from tomorrow", "a day after Monday"."""
    word, after = s.at(end), s.at(end + 1)
    exact = None if name == "hour" else count
    if word in ("ago", "hence"):
        back = -1 if word == "ago" else 1
        term: Term = Vague(-1) if exact is None else Away(name, back * exact)
        return [Atom(start, end + 1, term, kind_of(term))]
    if word == "from" and after in ("now", "today"):
        term = Vague(1) if exact is None else Away(name, exact)
        return [Atom(start, end + 2, term, kind_of(term))]
    sign = -1 if word in ("earlier", "before", "prior") else 1
    if word == "prior" and after == "to":
        base = edge_at(s, end + 2)
        if base and exact is not None:
            return [Atom(start, base[1], Away(name, -exact, base[0]), "day")]
    if word in ("from", "after", "before", "since"):
        base = edge_at(s, end + 1)
        if base and exact is not None:
            return [Atom(start, base[1], Away(name, sign * exact, base[0]), "day")]
        if word in ("from", "since"):
            return None
        if after and after not in (",", ".", "'", '"', ";", "and"):
            return [Atom(start, end + 1, Vague(), "vague")]  # "two days after talks collapsed"
    term = Vague() if exact is None else Away(name, sign * exact, told=True)
    return [Atom(start, end + 1, term, kind_of(term))]


def of_period(s: Scanner, k: int, links: tuple[str, ...] = ("of",)) -> tuple[Term, int] | None:
    """As in "of July", "of 2016", "of this month" at ``k`` -> (term, index after it)."""
    if s.at(k) not in links:
        return None
    j = k + 1
    j += s.at(j) == "the"
    word = s.at(j)
    month = s.cal.months.get(word)
    if month:
        spot = j + 1
        if s.year(spot) is None and s.at(spot) in (",", ".") and s.year(spot + 1) is not None:
            spot += 1
        year = s.year(spot)
        return Of(year, month), spot + 1 if year else j + 1
    year = s.year(j)
    if year:
        return Of(year), j + 1
    if word in s.cal.which and s.at(j + 1) in ("month", "year", "week", "quarter", "decade"):
        return Unit(s.at(j + 1), s.cal.which[word], word == "following"), j + 2
    if word in ("month", "year", "week", "decade", "century") and s.at(j - 1) == "the":
        return Unit(word, 0), j + 1
    return None


def simple_date(s: Scanner, k: int) -> tuple[Term, int] | None:
    """A plain date at ``k`` from which days are counted -> (term, index after it)."""
    k += s.at(k) == "the"
    word = s.at(k)
    if word in s.cal.deictic:
        return Today(s.cal.deictic[word]), k + 1
    if word.isdigit():
        in_numbers = numeric.at(s, k)
        if in_numbers:
            return in_numbers
    if word in s.cal.months:
        found = s.day(k + 1 + (s.at(k + 1) == "."))
        if found and s.valid(s.cal.months[word], found[0]):
            spot = found[1] + (s.at(found[1]) == ",")
            year = s.year(spot)
            return Of(year, s.cal.months[word], found[0]), spot + 1 if year else found[1]
    found = s.day(k)
    if found and s.at(found[1]) in s.cal.months:
        month = s.cal.months[s.at(found[1])]
        if s.valid(month, found[0]):
            year = s.year(found[1] + 1)
            return Of(year, month, found[0]), found[1] + 1 + (year is not None)
    feast = feast_at(s, k)
    if feast is None:
        return None
    end = k + len(feast)
    year = s.year(end)
    return Feast(feast, year), end + (year is not None)


def edge_at(s: Scanner, k: int) -> tuple[Term, int] | None:
    """The day on which a stretch begins or ends: "(on) (the) 20 June", "Monday"."""
    k += s.at(k) == "on"
    found = simple_date(s, k)
    if found:
        return found
    weekday = s.cal.weekdays.get(s.at(k))
    if weekday is None:
        return None
    behind = simple_date(s, k + 1 + (s.at(k + 1) == ","))
    return behind or (Weekday(weekday), k + 1)


def feast_at(s: Scanner, k: int) -> tuple[str, ...] | None:
    """The longest name of a feast that begins at ``k``."""
    for size in (4, 3, 2, 1):
        name = tuple(s.low[k : k + size])
        if k >= s.floor and name in s.cal.feasts:
            return name
    return None
