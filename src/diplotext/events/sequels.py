"""Who comes next: "A met B on Monday. C was next", "Then it was C's turn", "C followed on Friday".

A sentence that says no more than that tells of another meeting of the kind just told, with the same
person on the one side. It is read only right after a sentence that tells of one.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.events.cast import Cast
from diplotext.events.draft import READ
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.reading.wordsets import words
from diplotext.rules import status
from diplotext.rules.mention import EventMention, surface

_SIGNS = words("next turn followed follows came comes come then after")
_FRAMES = frozenset({"meet", "receive", "speak", "talk", "talks-noun", "see"})
"""Rules that tell of a meeting, whoever goes to whom."""

_OPENERS = words("next then after later afterwards following")
_NEXT = frozenset({"be", "come"})


def sequels(events: Sequence[EventMention], document: Document, cast: Cast) -> list[EventMention]:
    """The meetings of those who come next after those of ``events``, which are in text order."""
    told: dict[int, EventMention] = {}
    for event in events:
        if event.frame.kind in ("talks", "call"):
            told[event.sentence] = event
    found: list[EventMention] = []
    full = {event.sentence for event in events}
    for n, event in told.items():
        k = n + 1
        if k in full or k >= len(document.sentences) or document.sentences[k].part not in READ:
            continue
        lower = document.lower_in(k)
        if event.frame.id not in _FRAMES or _SIGNS.isdisjoint(lower):
            continue
        after = _next(event, document.units(k), k, cast, document.tokens)
        if after is not None:
            found.append(after)
    return found


def _next(
    event: EventMention, units: list[Unit], sentence: int, cast: Cast, tokens: Tokens
) -> EventMention | None:
    ours = _constant(event)
    verb = next((u for u in units if u.verb is not None and u.clause is not None), None)
    if not ours or verb is None or verb.clause is None or verb.clause.link != "main":
        return None
    theirs = [u for u in _comers(verb, units, tokens) if _is_somebody(u)]
    sides = {r.side for r in cast.of(ours)}
    if not theirs or not sides.isdisjoint({r.side for r in cast.of(theirs)}):
        return None
    roles = {"participant": [*ours, *theirs]}
    dates = [d for d in verb.clause.dates if d.date is not None]
    return EventMention(
        event.frame, verb, verb.clause, sentence, status.of_verb(verb), roles, dates=dates
    )


def _constant(event: EventMention) -> list[Unit]:
    """Who meets the one after the other: who met, received, held the talks."""
    doers, _ = surface(event.clause)
    units = event.roles.get("participant", [])
    return [u for u in doers if u in units and _is_somebody(u)]


def _comers(verb: Unit, units: list[Unit], tokens: Tokens) -> list[Unit]:
    """Those of whom the sentence says that they come next."""
    clause = verb.clause
    assert clause is not None
    opener = tokens.lower[max(units[0].i - 1, 0) : units[0].i + 1]
    if verb.word == "come" and not _OPENERS.isdisjoint(opener):
        return list(clause.objects)
    next_up = verb.word.split()[0] in _NEXT and "next" in tokens.lower[verb.i : verb.j + 2]
    alone = not any(u.mention is not None for u in clause.objects)
    if alone and (next_up or verb.word == "follow"):
        return list(clause.subject)
    if verb.word != "be":
        return []
    turns = [u for u in (*clause.objects, *clause.subject) if u.word == "turn"]
    return [
        *(m for u in turns for m in u.mods if m.possessive),
        *(u for p in clause.phrases if p.prep == "of" and p.host in turns for u in p.units),
    ]


def _is_somebody(unit: Unit) -> bool:
    return unit.mention is not None and unit.mention.kind in ("person", "state")
