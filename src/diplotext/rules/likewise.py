"""A verb told once for two: "A met B, as did C", "A met B and will do the same with C".

Each is an event of its own: what the first clause says, with those whom the second one names.
"""

from __future__ import annotations

from copy import copy

import attrs

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules import status
from diplotext.rules.mention import EventMention

LIKENESS = frozenset({"as", "so", "same", "likewise"})
"""Words of which one stands in such a sentence."""

_AUXILIARIES = frozenset({"do", "be", "have"})
_GATHERINGS = frozenset({"summit", "conference"})
_SAME = frozenset({"same", "likewise"})


def likewise(found: list[EventMention], units: list[Unit], tokens: Tokens) -> list[EventMention]:
    """The events of those who do as others do in the sentence."""
    more: list[EventMention] = []
    for unit in units:
        if unit.verb is None or unit.word not in _AUXILIARIES or unit.clause is None:
            continue
        before = [e for e in found if e.trigger.index < unit.index and e.clause.subject]
        event = before[-1] if before else None
        if event is None or event.frame.kind == "exercise" or event.clause is unit.clause:
            continue
        if tokens.lower[unit.i - 1] in ("as", "so"):
            other = _as_did(event, unit)
        else:
            other = _same_with(event, unit, tokens)
        if other is not None:
            more.append(other)
    return more


def _as_did(event: EventMention, verb: Unit) -> EventMention | None:
    """As in "A met B, as did C": C stands for A."""
    assert verb.clause is not None
    theirs = [_subject(u) for u in verb.clause.objects if _is_somebody(u)]
    ours = event.clause.subject
    role = next((r for r, some in event.roles.items() if any(u in ours for u in some)), None)
    if not theirs or role is None:
        return None
    if event.trigger.kind == "noun" and (event.definite or event.frame.kind in _GATHERINGS):
        event.add(role, theirs)  # "A will attend the meeting, as will C": the same one
        return None
    roles = event.roles | {role: [*theirs, *(u for u in event.roles[role] if u not in ours)]}
    dates = verb.clause.dates or event.dates
    return attrs.evolve(event, roles=roles, dates=list(dates))


def _same_with(event: EventMention, verb: Unit, tokens: Tokens) -> EventMention | None:
    """As in "A met B on Monday and will do the same with C on Friday"."""
    clause = verb.clause
    assert clause is not None
    same = any(u.word in _SAME for u in clause.objects) or tokens.lower[verb.j - 1] == "so"
    if not same or clause.subject != event.clause.subject or event.frame.kind == "visit":
        return None
    met = [u for p in clause.phrases if p.prep == "with" for u in p.units if _is_somebody(u)]
    if not met:
        return None
    roles = {"participant": [*clause.subject, *met]}
    return EventMention(
        event.frame, verb, clause, event.sentence, status.of_verb(verb), roles,
        dates=list(clause.dates),
    )  # fmt: skip


def _subject(unit: Unit) -> Unit:
    """The unit as what it is: a subject behind its verb."""
    found = copy(unit)
    found.role = "subject"
    return found


def _is_somebody(unit: Unit) -> bool:
    return unit.mention is not None and unit.mention.kind in ("person", "state")
