"""What is asked and not told: "Did X meet Y?", "Can you confirm that X met Y?".

An interview or a briefing is full of them. "Can you tell us about the meeting with Y?" takes the
meeting for granted, as "the" says; that one stays.
"""

from __future__ import annotations

from functools import cache

from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules.mention import EventMention

_ASKED = frozenset({"main", "and", "that", "if", "whether"})
"""Links of the clauses that a question to be answered with yes or no puts in doubt."""


@cache
def _openers() -> frozenset[str]:
    lists = words()
    return lists["be"] | lists["have"] | lists["do"] | lists["modals"]


def told(found: list[EventMention], units: list[Unit], tokens: Tokens) -> list[EventMention]:
    """Those of a sentence's event mentions that its question, if it is one, does not ask for."""
    if not found or units[-1].word != "?":
        return found
    start = next((n + 1 for n in range(len(units) - 2, -1, -1) if units[n].kind == "break"), 0)
    if start >= len(units) or tokens.lower[units[start].i] not in _openers():
        return found
    first = units[start].i
    return [e for e in found if e.trigger.i < first or not _in_doubt(e)]


def _in_doubt(event: EventMention) -> bool:
    if event.trigger.kind == "noun":
        return not event.definite
    return event.clause.link in _ASKED
