"""Neighbours that belong together: "from Monday till September 21", "27 April and 26 May 2018".

Works on atoms and the few tokens between them. Ranges are closed: news counts the last day in.
"""

from __future__ import annotations

from typing import TypeGuard

import attrs

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.dates.scanner import DASHES, UNTIL
from diplotext.reading.dates.terms import (
    Atom,
    Away,
    Bound,
    Nth,
    Numeric,
    Of,
    Season,
    Stretch,
    Term,
    Today,
    Unit,
    Weekday,
)
from diplotext.reading.dates.words import calendar

_EDGES = frozenset(("day", "weekday", "month", "year", "period"))
_BOUNDS: dict[str, Bound] = {
    "since": "since",
    "from": "from",
    "starting": "from",
    "beginning": "from",
    "until": "until",
    "till": "until",
    "through": "until",
    "thru": "until",
    "by": "by",
    "before": "before",
    "after": "after",
}


def join(atoms: list[Atom], tokens: Tokens) -> list[Atom]:
    """Share years, make ranges of neighbours, and mark what stands behind "since" or "until"."""
    low = tokens.lower
    atoms = _share_weeks(_share_years(atoms, low), low)
    joined: list[Atom] = []
    k = 0
    while k < len(atoms):
        atom = atoms[k]
        while k + 1 < len(atoms):
            pair = _pair(atom, atoms[k + 1], low, joined[-1].end if joined else 0)
            if pair is None:
                break
            atom = pair
            k += 1
        if low[atom.start] not in ("now", "date", "present") or isinstance(atom.term, Stretch):
            joined.append(_bounded(atom, low))
        k += 1
    return joined


def _share_years(atoms: list[Atom], low: list[str]) -> list[Atom]:
    """As in "on 27 April and 26 May 2018", "June to August 2019": the year belongs to both."""
    out = list(atoms)
    for k in range(len(out) - 2, -1, -1):
        first, last = out[k], out[k + 1]
        if last.start - first.end > 2:
            continue
        gap = low[first.end : last.start]
        if isinstance(first.term, Numeric) and isinstance(last.term, Numeric):
            if gap in (["-"], ["–"], ["to"]) and first.term.year is None:
                out[k] = attrs.evolve(first, term=attrs.evolve(first.term, year=last.term.year))
            continue
        if not isinstance(first.term, Of) or not isinstance(last.term, Of):
            continue
        a, b = first.term, last.term
        if a.year is not None or a.year_term is not None or a.month is None or b.month is None:
            continue
        if a.which is not None or (b.year is None and b.year_term is None):
            continue
        if not 1 <= len(gap) <= 2 or not all(
            w in DASHES or w in UNTIL or w in ("and", ",", "&", "or") for w in gap
        ):
            continue
        if (a.day is None) != (b.day is None):
            continue
        if b.year is None:
            term = attrs.evolve(a, year_term=b.year_term)
        else:
            later = (a.month, a.day or 0) > (b.month, b.day or 0)
            ranged = any(w in DASHES or w in UNTIL for w in gap)
            term = attrs.evolve(a, year=b.year - (later and ranged))
        out[k] = attrs.evolve(first, term=term)
    return out


def _pair(first: Atom, last: Atom, low: list[str], floor: int) -> Atom | None:
    if first.kind not in _EDGES or last.kind not in _EDGES:
        return None
    if isinstance(first.term, Stretch):
        return None
    if last.start - first.end > 3:
        return None
    gap = low[first.end : last.start]
    placed = _in_its_week(first, last, gap)
    if placed is not None:
        return placed
    if not 1 <= len(gap) <= 3:
        return None
    if gap == ["("] and last.end < len(low) and low[last.end] == ")":
        # "on Friday (15 September)", "today (Sunday)": one day said twice.
        if first.kind == "weekday" and last.kind == "day":
            return Atom(first.start, last.end + 1, last.term, "day")
        if first.kind == "day" and last.kind == "weekday":
            return Atom(first.start, last.end + 1, first.term, "day")
        if isinstance(first.term, Today) and last.kind in ("weekday", "day"):
            return Atom(first.start, last.end + 1, first.term, "day")
    head = low[first.start - 1] if first.start > floor else ""
    if head == "the" and first.start - 1 > floor:
        head = low[first.start - 2]
    if len(gap) > 1 and (gap[1] in UNTIL or gap[1] in DASHES):
        # "from June 15, 2022, to July 3, 2022", "Mon. to Wed."
        short = gap[0] == "." and len(low[first.end - 1]) < 5
        if short or (gap[0] == "," and head == "from"):
            gap = gap[1:]
    link = gap[0]
    filler = all(w in ("the", "on", "in", "and") for w in gap[1:])
    if not filler:
        return None
    ranged = False
    if link in DASHES and len(gap) == 1:
        ranged = first.kind == last.kind or {first.kind, last.kind} <= {"day", "weekday"}
        ranged = ranged and not (first.kind == "weekday" and last.kind == "day")
    elif link in UNTIL and "and" not in gap[1:]:
        ranged = not (head == "from" and _was_moved(low, first.start))
        if link == "to" and head != "from" and first.kind != last.kind:
            ranged = {first.kind, last.kind} <= {"day", "weekday", "month"} or isinstance(
                last.term, Today
            )
    elif link == "and" and len(gap) == 1:
        ranged = head == "between" or _contiguous(first.term, last.term)
    elif link in ("or", "/") and len(gap) == 1:
        ranged = _contiguous(first.term, last.term)
    if not ranged:
        return None
    if _start_year(first.term) > _start_year(last.term) > 0:
        return None
    start = first.start
    if start > floor and low[start - 1] in ("from", "between"):
        start -= 1
    return Atom(start, last.end, Stretch(first.term, last.term), "period")


def _in_its_week(first: Atom, last: Atom, gap: list[str]) -> Atom | None:
    """As in "Monday two weeks ago", "last week on Monday"."""
    week: Term
    if gap in ([], [","]) and _plain(first.term) and isinstance(last.term, Away):
        day, week = first.term.day, last.term
    elif gap in ([], ["on"]) and _plain(last.term):
        day, week = last.term.day, first.term
    else:
        return None
    match week:
        case Away(unit="week", base=None) | Unit(unit="week") | Nth(unit="week", count=1):
            return Atom(first.start, last.end, Weekday(day, week=week), "weekday")
    return None


def _plain(term: Term) -> TypeGuard[Weekday]:
    """A weekday and no word more."""
    return isinstance(term, Weekday) and term.which is None and term.week is None


def _share_weeks(atoms: list[Atom], low: list[str]) -> list[Atom]:
    """As in "Tuesday and Friday of next week", "next week Monday or Tuesday"."""
    out = list(atoms)
    for k in range(len(out) - 1):
        first, last = out[k], out[k + 1]
        a, b = first.term, last.term
        if last.start - first.end != 1 or not isinstance(a, Weekday) or not isinstance(b, Weekday):
            continue
        link = low[first.end]
        if link in DASHES or link in UNTIL or link in ("and", "or", "&"):
            if _plain(a) and b.week is not None:
                out[k] = attrs.evolve(first, term=attrs.evolve(a, week=b.week))
            elif _plain(b) and a.week is not None:
                out[k + 1] = attrs.evolve(last, term=attrs.evolve(b, week=a.week))
    return out


def _was_moved(low: list[str], start: int) -> bool:
    return bool(calendar().moved.intersection(low[max(start - 8, 0) : start]))


def _start_year(term: Term) -> int:
    return (term.year or 0) if isinstance(term, Of) else 0


def _contiguous(a: Term, b: Term) -> bool:
    """Do the two follow each other without a gap: Monday and Tuesday, July and August?"""
    match a, b:
        case Weekday(), Weekday():
            return (b.day - a.day) % 7 == 1 and a.week == b.week and b.which is None
        case Of(day=None, month=int(m)), Of(day=None, month=int(n)):
            return n == m % 12 + 1 and (a.year == b.year or n == 1)
        case Today(), Today():
            return b.days == a.days + 1
        case Season(), Season():
            return b.first == a.last % 12 + 1 and a.year == b.year
        case Unit(), Unit():
            return a.unit == b.unit and b.which == a.which + 1 and a.told == b.told
        case Unit(unit="year"), _:
            base = getattr(b, "base", None)
            early = getattr(b, "part", None) == "early"
            return (
                early
                and isinstance(base, Unit)
                and base.unit == "year"
                and base.which == a.which + 1
            )
        case Away(), Away():
            return False
    return False


def _bounded(atom: Atom, low: list[str]) -> Atom:
    """Mark "since 2019", "until Friday", "ahead of Monday"."""
    if (
        isinstance(atom.term, Stretch)
        or atom.start == 0
        or atom.kind in ("duration", "repeated", "age")
    ):
        return atom
    k = atom.start - 1
    word = low[k]
    if word in ("the", "at", "on", "in", "late", "least") and k:
        k -= 1
        word = low[k]
    bound = _BOUNDS.get(word)
    if bound is None and word == "to" and k and low[k - 1] in ("up", "prior"):
        bound = "until" if low[k - 1] == "up" else "before"
    if bound is None and word == "of" and k and low[k - 1] in ("ahead", "as"):
        bound = "before" if low[k - 1] == "ahead" else "from"
    return attrs.evolve(atom, bound=bound) if bound else atom
