"""Whose meeting it is when only the other side is named: "Talks with A are planned for Friday", "a
dinner with A is on her agenda", "the visit ends with a meeting with A".

It is that of the persons whom the text is about just there: whoever is the subject of the sentence
before, or owns the agenda. They must take part in an event told just before; else nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplotext.events.cast import Cast, Role, is_spokesperson
from diplotext.events.draft import Draft
from diplotext.lexicon.grammar import words
from diplotext.reading.clauses import Clause
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention

_NEAR = 2  # sentences over which the text is still about those
_BACK = 2  # sentences before in which a subject is looked for
_MOST = 12  # persons of a list; a longer one is no protagonist
_FACING = frozenset({"with", "on", "to"})
_PROGRAMME = frozenset(
    {"include", "feature", "comprise", "contain", "end", "conclude", "close", "culminate", "finish"}
    | {"begin", "start", "open", "kick off", "follow", "precede", "entail", "envisage", "provide"}
)
"""What a journey or its programme does with the meetings of it."""
_OF_THREE = frozenset({"trilateral", "tripartite", "three way", "three-way", "three"})
_OWNERS = frozenset({"his", "her", "their"})


def protagonists(
    event: EventMention, roles: list[Role], document: Document, cast: Cast
) -> tuple[Role, ...]:
    """Who meets those whom alone the words of the event name; nobody where that is not plain."""
    trigger = event.trigger
    units = event.roles.get("participant", [])
    if trigger.kind != "noun" or not units or len({r.side for r in roles}) != 1:
        return ()
    if not all(_is_faced(u, trigger) for u in units):
        return ()
    listed = event.clause.verb is None and _is_listed(trigger, document.units(event.sentence))
    if not (listed or _stands_alone(event.clause, trigger)):
        return ()
    met, known = {r.side for r in roles}, {r.actor.id for r in roles}
    for some in _subjects(event, document):
        found = [
            r
            for r in cast.of(some)
            if r.actor.kind == "person"
            and r.actor.name is not None
            and r.actor.id not in known
            and not is_spokesperson(r)
        ]
        if found:
            others = met.isdisjoint({r.side for r in found})
            return tuple(found) if others and len(found) <= _MOST else ()
    return ()


def _is_faced(unit: Unit, trigger: Unit) -> bool:
    """Is it one of those with whom the meeting is?"""
    return unit.role == "phrase" and unit.prep in _FACING and unit.i > trigger.i


def _stands_alone(clause: Clause, trigger: Unit) -> bool:
    """Is the meeting what the clause is about, or a part of a programme?"""
    verb = clause.verb
    if verb is None or clause.link not in ("main", "and"):
        return False
    if trigger.role == "subject":
        return trigger in clause.subject
    if verb.word not in _PROGRAMME and verb.word != "be":
        return False
    return not any(u.mention is not None and u.mention.kind != "place" for u in clause.subject)


def _is_listed(trigger: Unit, units: list[Unit]) -> bool:
    """As in "she had a full day: a breakfast with A, a longer talk with B"."""
    if trigger.role not in ("subject", "apposition"):
        return False
    mark = next((u for u in units if u.kind == "break" and u.word in (":", ";")), None)
    return mark is not None and mark.index < trigger.index


def _subjects(event: EventMention, document: Document) -> Iterator[list[Unit]]:
    """Those who may be meant, the nearest first: owners in this sentence, then subjects before."""
    here = document.units(event.sentence)
    if event.clause.verb is None:
        yield _topic(here)
        return
    yield [
        u
        for unit in here
        for u in (unit, *unit.mods)
        if u.word in _OWNERS and u.mention is not None and not _within(u, event)
    ]
    for n in range(event.sentence - 1, max(event.sentence - _BACK, 0) - 1, -1):
        yield _topic(document.units(n))


def _within(unit: Unit, event: EventMention) -> bool:
    """Does the pronoun belong to somebody who is met: "talks with her host"?"""
    return any(u.i <= unit.i < u.j for u in event.roles.get("participant", []))


def _topic(units: list[Unit]) -> list[Unit]:
    """The persons of whom the sentence's main clauses tell, none whose words are only quoted."""
    speech = words()["speech"]
    for unit in units:
        clause = unit.clause
        if unit.kind != "verb" or clause is None or clause.verb is not unit:
            continue
        if clause.link != "main" or unit.word in speech:
            continue
        if any(u.mention is not None and u.mention.kind == "person" for u in clause.subject):
            return clause.subject
    return []


def with_protagonists(pointer: Draft, events: Sequence[Draft]) -> Draft | None:
    """The meeting of ``pointer``'s protagonists with those whom it names."""
    theirs = pointer.protagonists
    if not theirs or pointer.headline or pointer.family == "visit":
        return None
    ids = {r.actor.id for r in theirs}
    near = [
        e for e in events if 0 <= pointer.sentence - e.mentions[-1][0] <= _NEAR and ids <= e.persons
    ]
    if not near:
        return None
    whole = pointer.of([*theirs, *pointer.roles])
    if len(whole.sides) == 2 and not _OF_THREE.isdisjoint(pointer.format):
        pair = near[-1]  # "a trilateral meeting with A": the two who met, and A
        if len(pair.persons) != 2 or not pair.sides.isdisjoint(pointer.sides):
            return None
        whole.roles = [*(r for r in pair.roles if r.actor.kind == "person"), *pointer.roles]
    return whole
