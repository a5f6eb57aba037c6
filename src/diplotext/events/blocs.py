"""The body that "the bloc" or "its summit" means: the one named last before it."""

from __future__ import annotations

from bisect import bisect_left

from diplotext.lexicon import bodies
from diplotext.lexicon.grammar import words
from diplotext.models import Span
from diplotext.reading.document import Document
from diplotext.reading.units import Unit

_REACH = 3  # sentences that "the bloc" looks back over
_MANY = 40  # names that it looks at
_CLUBS = frozenset({"regional", "alliance", "grouping"})
"""Kinds of bodies that are called so."""


def pointers(unit: Unit) -> list[Unit]:
    """The words in a noun group, or in its "of" phrase, that point back at a body."""
    some = [unit, *unit.mods]
    if unit.clause is not None:
        some += [
            u for p in unit.clause.phrases if p.prep == "of" and p.host is unit for u in p.units
        ]
    return [u for u in some if _points(u)]


def _points(unit: Unit) -> bool:
    if unit.mention is not None:
        return False
    return unit.word == "its" or unit.word in words()["blocs"]


def named_before(unit: Unit, document: Document) -> tuple[str, Span] | None:
    """The body that the word points at, with the words that point. "Its" is that of a body only if
    no state has been named since.
    """
    tokens, hits = document.tokens, document.hits
    here = document.sentence_at(tokens.start[unit.i])
    near = unit.word == "its"
    last = bisect_left(hits, unit.i, key=lambda hit: hit.start)
    for k in range(last - 1, max(-1, last - _MANY), -1):
        hit = hits[k]
        if here - document.sentence_at(tokens.start[hit.start]) > (1 if near else _REACH):
            return None
        for entry in hit.entries:
            if entry.kind == "body" and entry.organisation:
                found = bodies().get(entry.organisation)
                if found is not None and found.kind in _CLUBS:
                    return entry.organisation, Span(tokens.start[unit.i], tokens.end[unit.j - 1])
            elif near and entry.kind in ("state", "capital"):
                return None
    return None
