"""Weeks and weekends by their number or by a day: "week 12 of 2021", "the weekend of 25 June"."""

from __future__ import annotations

import attrs

from diplotext.reading.dates.counts import BEGINS, edge_at, simple_date
from diplotext.reading.dates.scanner import DASHES, Scanner
from diplotext.reading.dates.terms import (
    Atom,
    Lasting,
    NumberedWeek,
    Of,
    Term,
    Week,
    Weekday,
    Weekend,
)

_ENDS = ("ending", "ended")


def by_day(s: Scanner, start: int, end: int) -> list[Atom] | None:
    """As in "the week of April 10", "the week beginning 20 June"."""
    word = s.at(end)
    if word == "of":
        base = simple_date(s, end + 1)
        return [Atom(start, base[1], Week(base[0]), "period")] if base else None
    if word in BEGINS or word in _ENDS:
        edge = edge_at(s, end + 1)
        if edge is None:
            return None
        term: Term = Lasting("week", 1, edge[0], word in _ENDS)
        if word in BEGINS and not isinstance(edge[0], Weekday):
            term = Week(edge[0], begins=True)
        return [Atom(start, edge[1], term, "period")]
    return None


def weekend(s: Scanner, start: int, end: int) -> list[Atom] | None:
    """As in "the weekend of 25 June"."""
    if s.at(end) != "of":
        return None
    k = end + 1
    first = s.day(k)
    if first and s.at(first[1]) in DASHES:
        k = first[1] + 1  # "25-26 June"
    base = simple_date(s, k)
    if base is None:
        return None
    term, edge = base
    if isinstance(term, Of) and term.day and k > end + 1 and first:
        term = attrs.evolve(term, day=first[0], until=term.day)
    elif isinstance(term, Of) and term.day and s.at(edge) in DASHES:  # "June 25-26"
        last = s.day(edge + 1)
        if last and last[0] > term.day:
            term, edge = attrs.evolve(term, until=last[0]), last[1]
    return [Atom(start, edge, Weekend(term), "period")]


def numbered(s: Scanner, i: int, end: int) -> list[Atom]:
    """As in "week 12 of 2021", "calendar week 12": the number stands at ``end``.

    A small number alone counts the weeks of something else ("in week 2 the troops trained").
    """
    word = s.at(end)
    number = int(word) if word.isdigit() and len(word) <= 2 and word.isascii() else 0
    if not 1 <= number <= 53 or (s.at(end + 1) in DASHES and s.tight(end + 1)):
        return []
    calendar = s.at(i - 1) == "calendar"
    start = i - calendar
    spot = end + 1 + (s.at(end + 1) in ("of", ",", "in"))
    year = s.year(spot)
    if year is not None and year > 1900:
        return [Atom(start, spot + 1, NumberedWeek(number, year), "period")]
    alone = s.at(end + 1) != "of" and not s.no_day(end + 1) and s.goes_on(end + 1)
    if calendar or (alone and number > 9 and not s.capital(i)):
        return [Atom(start, end + 1, NumberedWeek(number), "period")]
    return []


def iso(s: Scanner, i: int) -> list[Atom]:
    """As in "2021-W12", "W12 2021"."""
    number = int(s.low[i][1:])
    k = i - 1 - (s.at(i - 1) == "-")
    year = s.cal.years.get(s.at(k))
    if year is not None:
        return [Atom(k, i + 1, NumberedWeek(number, year), "period")]
    k = i + 1 + (s.at(i + 1) in ("-", "/", "of"))
    year = s.year(k)
    return [Atom(i, k + 1, NumberedWeek(number, year), "period")] if year else []


def commencing(s: Scanner, i: int) -> list[Atom]:
    """As in "w/c 4 February", British for "the week commencing"; ``i`` is the slash."""
    if (s.at(i - 1), s.at(i + 1)) not in (("w", "c"), ("w", "e")) or not s.glued(i, "/"):
        return []
    edge = edge_at(s, i + 2 + (s.at(i + 2) == "."))
    if edge is None:
        return []
    ends = s.at(i + 1) == "e"
    term: Term = Lasting("week", 1, edge[0], ends) if ends else Week(edge[0], begins=True)
    return [Atom(i - 1, edge[1], term, "period")]
