"""The day an article was published: given by its header or dateline, else inferred, else None.

Three steps, strongest first. A stamp ("Posted: 8 February 2018", a date on a line of its own
above the report) is read. A dateline ("SINGAPORE, June 3 (Agency) —") may lack its year. Then
the years, and where there is no dateline the day of the latest announcement, are tried as
candidates against everything the text implies (``publication_clues``). A day is given only if
one candidate is left or clearly leads: a wrong day harms more than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import attrs

from diplotext.lexicon.tokens import Tokens
from diplotext.models import Part, PublishedBasis, Span
from diplotext.reading.dates import parse
from diplotext.reading.dates.resolve import Setting, resolve
from diplotext.reading.dates.terms import Atom, Of, Weekday
from diplotext.reading.publication_clues import (
    Clue,
    clues,
    dated_lead,
    dated_title,
    day_called_today,
    report_days,
    years_named,
)
from diplotext.reading.publication_lexicon import lexicon_clues
from diplotext.reading.publication_stamps import (
    DATELINE,
    DOUBTFUL,
    HasParts,
    Stamp,
    dateline,
    stamps,
)

_SCRAPED = re.compile(r"\s*date (\d{4})-(\d\d)-(\d\d)\b")
_NARROW = 6  # bounds of so few years may stand for years printed in the text
_LEAD = 1.0
_STAMPS = 24  # so many are compared with the text; a page has a handful
_CLEAR = 2.0  # points between the two readings of a stamp in numbers
_FLOOR = -2.5


@attrs.frozen
class Candidate:
    """One day it may have been, its score, and in words what speaks for it and against it."""

    day: date
    score: float
    satisfied: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


@attrs.frozen
class Publication:
    """``value`` with its ``basis`` and ``reasons``, or None; ``candidates`` best first."""

    value: date | None
    basis: PublishedBasis | None = None
    reasons: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def infer(
    text: str,
    layout: HasParts | None,
    tokens: Tokens,
    *,
    not_before: date | None = None,
    not_after: date | None = None,
    parsed: tuple[Atom, ...] | None = None,
) -> Publication:
    """The publication day of ``text``; days outside the bounds are never given.

    ``layout`` may be None: stamps and datelines are looked for in the first lines all the same.
    ``parsed`` saves parsing the date expressions again. Never raises.
    """
    atoms = parse(tokens, text) if parsed is None else parsed
    low, high = not_before or date(1900, 1, 1), not_after or date(2199, 12, 31)
    stamped = _stamped(text, layout, tokens, atoms, low, high)
    if stamped is not None:
        return stamped
    line = dateline(text, layout, tokens, atoms)
    found = _inferred(text, tokens, atoms, line, low, high)
    shot = _pictured(text, layout, tokens, atoms) if found.value is None and line is None else None
    return _of_lead(shot, text, tokens, atoms, low, high) if shot is not None else found


def _stamped(
    text: str,
    layout: HasParts | None,
    tokens: Tokens,
    atoms: tuple[Atom, ...],
    low: date,
    high: date,
) -> Publication | None:
    header = _SCRAPED.match(text)
    if header:
        day = _day(*map(int, header.groups()))
        if day and low <= day <= high:
            return Publication(day, "header", (f'the scraped header says "{header[0].strip()}"',))
    printed = stamps(text, layout, tokens, atoms)
    if any(s.other for s in printed):
        printed = _in_one_order(printed, text, tokens, atoms)
    found = [s for s in printed if low <= s.day <= high]
    if not found:
        return None
    best = max(s.weight for s in found)
    top = [s for s in found if s.weight == best][:_STAMPS]
    # Of several the one next to the report: the first is often the day the page was fetched.
    chosen = top[0] if len({s.day for s in top}) == 1 else _consistent(top, text, tokens, atoms)
    if chosen is None:
        return None
    if best < DOUBTFUL and _broken(chosen.day, text, tokens, atoms):
        return None
    basis: PublishedBasis = "dateline" if best == DATELINE else "header"
    reasons = (f'{basis} says "{chosen.words}"',)
    others = tuple(Candidate(s.day, s.weight / 100) for s in found if s.day != chosen.day)
    return Publication(chosen.day, basis, reasons, (Candidate(chosen.day, best / 100), *others))


def _in_one_order(
    stamps: list[Stamp], text: str, tokens: Tokens, atoms: tuple[Atom, ...]
) -> list[Stamp]:
    """Those of numbers in either order as the text tells it, or without them."""
    sure = {s.day for s in stamps if s.other is None}
    tests: Sequence[Clue] | None = None
    found = []
    compared = 0
    for stamp in stamps:
        if stamp.other is None:
            found.append(stamp)
            continue
        compared += 1
        if compared > _STAMPS:
            continue
        days = [stamp.day, stamp.other]
        fits = [d for d in days if d in sure] or [d for d in days if _days_near(d, atoms)]
        if len(fits) != 1:
            tests = clues(text, tokens, atoms) + lexicon_clues(tokens) if tests is None else tests
            best, second = sorted((_score(d, tests) for d in days), key=lambda c: -c.score)
            fits = [best.day] if best.score - second.score >= _CLEAR and best.satisfied else []
        found += [attrs.evolve(stamp, day=day, other=None) for day in fits]
    return found


def _days_near(day: date, atoms: tuple[Atom, ...]) -> bool:
    """Does the text name a day by its month that lies about this one?"""
    for atom in atoms:
        term = atom.term
        if isinstance(term, Of) and term.month and term.day and term.year in (None, day.year):
            value = resolve(attrs.evolve(term, year=day.year, weekday=None), Setting(None))
            if value is not None and abs((value.start - day).days) <= _ABOUT:
                return True
    return False


_ABOUT = 10


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _consistent(
    stamps: list[Stamp], text: str, tokens: Tokens, atoms: tuple[Atom, ...]
) -> Stamp | None:
    days = {s.day for s in stamps}
    atoms = tuple(a for a in atoms if not _prints(a, days))  # they bear out nothing but themselves
    if (max(days) - min(days)).days <= 3:
        return min(stamps, key=lambda s: s.day)  # published, then updated
    fine = [s for s in stamps if not _broken(s.day, text, tokens, atoms)]
    return (fine or stamps)[-1]


def _prints(atom: Atom, days: set[date]) -> bool:
    """Is it one of these days, printed in full?"""
    if not isinstance(atom.term, Of) or not (atom.term.year and atom.term.day):
        return False
    value = resolve(atom.term, Setting(None))
    return value is not None and value.start in days


def _broken(day: date, text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> bool:
    return any(c.weigh(day) < -1 for c in clues(text, tokens, atoms))


def _inferred(
    text: str, tokens: Tokens, atoms: tuple[Atom, ...], line: Atom | None, low: date, high: date
) -> Publication:
    told = "day of the latest announcement"
    if line is not None:
        days = [line.term]
        support = 2
        told = f"dateline of {_words(text, tokens, line)}"
    elif (today := day_called_today(tokens, atoms)) is not None:
        if isinstance(today.term, Of) and today.term.year:
            return _of_lead(today, text, tokens, atoms, low, high)
        days, support = [today.term], 2
        told = "the day that the text calls today"
    else:
        days, support = report_days(text, tokens, atoms)
        lead = dated_title(text, tokens, atoms)
        lead = lead or (dated_lead(text, tokens, atoms) if not days else None)
        if lead is not None:
            return _of_lead(lead, text, tokens, atoms, low, high)
    if not days or support < 2:
        return Publication(None)
    named = years_named(text, tokens, atoms)
    if high.year - low.year <= _NARROW:
        named |= {low.year, high.year}
    if not named:
        return Publication(None)
    tests = clues(text, tokens, atoms) + lexicon_clues(tokens)
    first, last = min(named) - 1, max(named) + 3
    candidates = []
    for year in range(max(first, low.year), min(last, high.year) + 1):
        term = days[-1]
        assert isinstance(term, Of)
        value = resolve(attrs.evolve(term, year=year), Setting(None))
        if value is None or not low <= value.start <= high:
            continue
        candidates.append(_score(value.start, tests))
    candidates.sort(key=lambda c: (-c.score, c.day))
    ranked = tuple(candidates)
    if not ranked or ranked[0].score < _FLOOR:
        return Publication(None, candidates=ranked)
    ahead = ranked[0].score - (ranked[1].score if len(ranked) > 1 else _FLOOR)
    if ahead < _LEAD or not ranked[0].satisfied:
        return Publication(None, candidates=ranked)
    reasons = (told, *ranked[0].satisfied)
    return Publication(ranked[0].day, "dateline" if line else "inferred", reasons, ranked)


def _pictured(
    text: str, layout: HasParts | None, tokens: Tokens, atoms: tuple[Atom, ...]
) -> Atom | None:
    """The day of the latest picture, printed in full with its weekday, if the report tells of that
    weekday without a date: pictures of a day's news are of that day.
    """
    captions = _captions(text, layout.parts) if layout else []
    latest: tuple[date, Atom] | None = None
    told = set()
    for atom in atoms if captions else ():
        start, term = tokens.start[atom.start], atom.term
        if isinstance(term, Weekday) and term.which is None and term.week is None:
            told.add(term.day)
        if not isinstance(term, Of) or not (term.year and term.day) or term.weekday is None:
            continue
        caption = next((c for c in captions if c.start <= start < c.end), None)
        if caption is None or "file" in text[caption.start : caption.end].lower():
            continue
        value = resolve(term, Setting(None))
        if value is not None and (latest is None or value.start > latest[0]):
            latest = (value.start, atom)
    return latest[1] if latest is not None and latest[0].weekday() in told else None


def _captions(text: str, parts: Sequence[Part]) -> list[Span]:
    """Those of the layout, and a line that the credit of a photographer closes."""
    found = [p.span for p in parts if p.kind == "caption"]
    for part, after in pairwise(parts):
        if after.kind == "credit" and part.kind == "body":
            gap = text[part.span.end : after.span.end].lower()
            if "hoto" in gap and "\n" not in gap:
                found.append(part.span)
    return found


def _of_lead(
    lead: Atom, text: str, tokens: Tokens, atoms: tuple[Atom, ...], low: date, high: date
) -> Publication:
    """The day of the report that the lead prints in full, unless something speaks against it."""
    value = resolve(lead.term, Setting(None))
    if value is None or not low <= value.start <= high:
        return Publication(None)
    candidate = _score(value.start, clues(text, tokens, atoms) + lexicon_clues(tokens))
    if candidate.score < _FLOOR:
        return Publication(None, candidates=(candidate,))
    reasons = (f'the report tells of "{_words(text, tokens, lead)}"', *candidate.satisfied)
    return Publication(candidate.day, "inferred", reasons, (candidate,))


def _words(text: str, tokens: Tokens, atom: Atom) -> str:
    return text[tokens.start[atom.start] : tokens.end[atom.end - 1]]


def _score(day: date, tests: Sequence[Clue]) -> Candidate:
    score = 0.0
    satisfied, broken = [], []
    for test in tests:
        points = test.weigh(day)
        score += points
        if points > 0:
            satisfied.append(test.words)
        elif points < 0:
            broken.append(test.words)
    return Candidate(day, round(score, 2), tuple(satisfied), tuple(broken))
