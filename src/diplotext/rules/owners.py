"""Whose event a noun names, if not by what stands before it: the body's of which it names an organ,
the tourist's of whose tour it is a stop, theirs whom a clause on the noun names.
"""

from __future__ import annotations

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit
from diplotext.rules import status
from diplotext.rules.carrying import WITHIN, matrix_subject
from diplotext.rules.frames import Frame
from diplotext.rules.mention import EventMention, accepts, kept


def organs(units: list[Unit], clause: Clause) -> list[Unit]:
    """The body behind its organ: "a meeting of the Council of Heads of Government of the SCO"."""
    found: list[Unit] = []
    for _ in range(4):
        inner = [u for p in clause.phrases if p.prep == "of" and p.host in units for u in p.units]
        if not inner:
            break
        found += [u for u in inner if u.mention is not None or any(m.mention for m in u.mods)]
        units = inner
    return found


def without_inherited(found: EventMention, clause: Clause) -> None:
    """As in "met ahead of talks between A and B": who met is none of those who talk."""
    carried = clause.verb is not None and clause.verb.word in found.frame.carriers
    if carried and found.trigger.prep in ("for", "to", "in", "at", "with", "into"):
        return  # "hosted him for talks between"
    strangers = matrix_subject(clause)
    named = [u for u in found.roles.get(found.frame.inherit, []) if u not in strangers]
    if sum(u.mention is not None and u.mention.actor is not None for u in named) > 1:
        found.roles[found.frame.inherit] = named


def whose_own(found: EventMention, unit: Unit, clause: Clause) -> None:
    """As in "spoke after the visit to Oslo by A", "of A": who spoke is no visitor."""
    own = [
        u
        for p in clause.phrases
        if p.prep in ("by", "of") and p.host is not None and unit in (p.host, p.host.host)
        for u in p.units
        if u.mention is not None and u.mention.kind == "person" and u.mention.form == "name"
    ]
    if own and unit.prep != "on":  # "came along on the visit of his president"
        strangers = matrix_subject(clause)
        found.roles["visitor"] = [u for u in found.roles.get("visitor", []) if u not in strangers]


def binds(pronoun: Unit, clause: Clause) -> bool:
    """As in "Biden looks forward to his visit": whose, if not the subject's?"""
    if pronoun.word not in ("his", "her") or len(clause.subject) != 1:
        return False
    subject = clause.subject[0]
    return (
        subject.mention is not None
        and subject.mention.kind == "person"
        and subject.mention.form == "name"
    )


_STATES = frozenset(
    {"be", "live", "work", "serve", "stay", "have", "remain", "study", "own", "base", "bear"}
)
"""Verbs that tell of no deed at a meeting: "in Suva, where she lives"."""


def _takes_place_in(child: Clause, event: Unit) -> bool:
    """Is the relative clause on the event, or on its place: "at which", "in Suva, where"?"""
    if child.where is not None:
        return child.where is event or child.where.host is event
    return any(p.host is None and event in p.units and p.prep in WITHIN for p in child.phrases)


def whose_tour(unit: Unit, clause: Clause) -> list[Unit]:
    """As in "the first stop on Bassi's tour", "Bassi's tour will go on with a visit to"."""
    whole = [
        u
        for p in clause.phrases
        if p.host is unit and p.prep in ("of", "on", "in")
        for u in p.units
    ]
    verb = clause.verb
    if unit.role == "phrase" and unit.prep == "with" and unit.word in _STOPS and verb is not None:
        persons = [u for u in matrix_subject(clause) if _acts(u)]
        if persons:
            return persons  # "is touring the Gulf, with stops in Oman and Qatar"
    if unit.role == "object" and verb is not None and clause.link == "rel":
        tour = clause.governor  # "is on a tour that includes stops in Oman and Qatar"
        above = tour.clause if tour is not None else None
        if above is not None and tour in clause.subject and verb.word in _COVERING:
            whole.append(tour)
            if not any(mod.possessive for mod in tour.mods):
                return [u for u in matrix_subject(above) if _acts(u)]
    if unit.role == "phrase" and unit.prep == "with" and unit.host is verb and verb is not None:
        whole += clause.subject if verb.word in status.tables()["course"] else []
    return [
        mod
        for u in whole
        if u.kind == "noun" and u.word in ("itinerary", "tour", "trip", "visit", "journey")
        for mod in u.mods
        if mod.possessive and mod.mention is not None
    ]


_COVERING = frozenset({"include", "cover", "comprise", "feature", "encompass"})
_STOPS = frozenset({"stop", "stops", "stopover", "stopovers", "layover", "layovers"})


def _acts(unit: Unit) -> bool:
    return unit.mention is not None and unit.mention.kind in ("person", "state")


def attach(
    found: EventMention, child: Clause, frame: Frame, filled: set[str], tokens: Tokens
) -> None:
    """As in "talks hosted by Qatar", "attended by A and B", "a meeting that Xi will host"."""
    verb = child.verb
    if verb is None or verb.verb is None:
        return
    if child.link == "rel" and frame.kind != "visit" and _takes_place_in(child, found.trigger):
        there = [u for u in child.subject if _acts(u)]
        if there and verb.word not in _STATES:
            found.add(frame.inherit, there)  # "a summit at which Oman and Chad agreed"
        return
    if child.link == "part" or (child.link == "rel" and verb.verb.passive):
        agents = [u for p in child.phrases if p.prep == "by" for u in p.units]
        role = frame.carriers.get(verb.word) or frame.roles.get("by")
        if agents and role:
            found.add(role, agents)
            filled.add("by")
        for phrase in child.phrases:
            if phrase.host is not None and phrase.host in child.subject:
                continue  # "talks in which the case of X was raised"
            role = frame.roles.get(phrase.prep)
            if role and phrase.prep != "by" and accepts(frame, phrase.prep, phrase.units, tokens):
                found.add(role, kept(frame, phrase.prep, phrase.units, tokens))
                filled.add(phrase.prep)
    elif child.link == "rel" and found.trigger in child.objects:
        _carry(found, child, frame, filled, tokens)
    elif verb.word in frame.gathers and not verb.verb.negated:
        found.add(frame.gathers[verb.word], child.objects)
        filled.add("gathers")


def _carry(
    found: EventMention, child: Clause, frame: Frame, filled: set[str], tokens: Tokens
) -> None:
    """As in "a meeting that Xi will host", "the trip that Bassi was due to make to Oslo"."""
    verb = child.verb
    assert verb is not None
    under = [c for c in verb.attached if c.link == "inf" and c.verb is not None and not c.objects]
    told = [child, *under[:1]]
    words = [c.verb.word for c in told if c.verb is not None]
    role = next((frame.carriers[word] for word in words if word in frame.carriers), None)
    ruling, tellers = status.tables()["ruling"], status.tables()["subject"]
    if frame.kind == "visit" and words[-1] in ruling and words[-1] not in tellers:
        role = role or frame.inherit  # "the trip that Bassi scrapped"
    if role is None:
        return
    if frame.kind == "visit":  # who spoke of it before did not make it
        strangers = matrix_subject(found.clause)
        found.roles[role] = [u for u in found.roles.get(role, []) if u not in strangers]
    found.add(role, child.subject)
    filled.add("carrier")
    for one in told:
        for phrase in one.phrases:
            position = frame.roles.get(phrase.prep)
            if position and accepts(frame, phrase.prep, phrase.units, tokens):
                found.add(position, kept(frame, phrase.prep, phrase.units, tokens))
