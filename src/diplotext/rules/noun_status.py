"""Status of an event that a noun names: from its modifiers, its verb, and what governs it.

As ``status``, for "a planned visit", "the talks were called off", "ahead of their meeting".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit
from diplotext.rules.convening import summoned, summons
from diplotext.rules.phrase_status import in_phrase
from diplotext.rules.status import (
    FAIR,
    SURE,
    WEAK,
    Reading,
    finite,
    hedged,
    of_clause,
    ruled_by,
    tables,
    unfulfilled,
)


def of_noun(unit: Unit, carriers: Mapping[str, str]) -> Reading:
    """Status of the event that the noun names, from its modifiers and from what governs it."""
    clause = unit.clause
    if not isinstance(clause, Clause):
        return Reading("", 0)
    found = _noun(unit, clause, carriers)
    if unit.role != "phrase" or tables()["opener"].get(unit.prep) not in ("held", "planned"):
        own = found.cue.clause if found.cue is not None else None
        if own is None or own.link != "rel" or own.governor is not unit:
            found = hedged(found, clause)  # not "if they meet after the summit"
    return _modified(unit, found)


def _modified(unit: Unit, found: Reading) -> Reading:
    table = tables()["modifier"]
    if (
        unit.det in ("", "the", "this")
        and _weighed(found)
        and any(m.kind == "date" for m in unit.mods)
    ):
        found = found.read_as(value="planned")  # "discussed next month's visit"
    for mod in unit.mods if unit.det or found.strength > WEAK else (*unit.mods, *_shared(unit)):
        kind = table.get(mod.word)
        if kind is None:
            continue
        if kind == "planned" and found.value == "denied":
            return Reading("cancelled", FAIR, cue=mod)  # "the planned talks never took place"
        if kind == "held" and found.value == "planned" and _lies_ahead(found):
            continue  # "her last stop will be Oman"
        if mod.word in tables()["settled"] and _weighed(found):
            return Reading(kind, SURE, cue=mod)  # "discussed the upcoming visit"
        if mod.word in _PUT_OFF and found.value == "planned" and found.strength >= FAIR:
            return found  # "the postponed talks are now to be held in May"
        if kind in ("possible", "cancelled") and found.value != "cancelled":
            return Reading(kind, SURE, cue=mod)
        if found.strength <= WEAK or not found.value:
            return Reading(kind, FAIR, cue=mod)
    return found


def _shared(unit: Unit) -> Sequence[Unit]:
    """As in "the upcoming G7 meeting and NATO summit": what stands before the first of them."""
    clause = unit.clause
    if clause is None:
        return ()
    for listed in (clause.objects, clause.subject, *(p.units for p in clause.phrases)):
        for before, one in pairwise(listed):
            if one is unit and before.det == "the" and before.kind == "noun":
                return [mod for mod in before.mods if mod.kind == "word"]
    return ()


_PUT_OFF = frozenset({"postponed", "delayed", "aborted"})


def _lies_ahead(found: Reading) -> bool:
    verb = found.cue.verb if found.cue is not None else None
    return verb is not None and verb.tense == "future"


def _weighed(found: Reading) -> bool:
    """Is it only possible because of a verb such as "discuss"?"""
    cue = found.cue
    return (
        found.value == "possible"
        and cue is not None
        and tables()["ruling"].get(cue.word) == "possible"
    )


TRANSPARENT = frozenset(
    [
        "fresh",
        "one",
        "series",
        "round",
        "rounds",
        "set",
        "number",
        "week",
        "weeks",
        "day",
        "days",
        "month",
        "months",
        "hour",
        "hours",
        "edition",
        "phase",
        "part",
        "stage",
        "opening",
        "ceremony",
        "start",
        "beginning",
        "end",
        "close",
        "conclusion",
        "sequence",
        "string",
        "couple",
        "pair",
        "spate",
        "flurry",
        "array",
        "session",
        "day",
        "course",
        "holding",
        "conduct",
        "framework",
        "eve",
        "sidelines",
        "iteration",
        "launch",
        "finish",
        "kickoff",
        "outset",
        "completion",
        "attendance",
        "second",
        "third",
        "fourth",
        "more",
        "kind",
        "type",
    ]
)
"""Nouns before "of" that leave the event what it is: "a week of", "the opening of"."""


def stem(unit: Unit) -> Unit:
    """The unit that stands in the clause for the event: "a week" in "a week of drills"."""
    if unit.role != "phrase":
        return unit
    for _ in range(4):
        host = unit.host
        if (
            unit.role != "phrase"
            or unit.prep not in ("of", "than")
            or host is None
            or not host.nominal
        ):
            return unit
        if host.word not in TRANSPARENT and host.date is None:
            return unit
        unit = host
    return unit


def _noun(unit: Unit, clause: Clause, carriers: Mapping[str, str]) -> Reading:
    ahead: Reading | None = None
    for child in _participles(unit):
        group = child.verb
        assert group is not None
        assert group.verb is not None
        base = finite(group.verb, group) if group.verb.kind == "finite" else Reading("held", FAIR)
        ruled = ruled_by(group.word, base, group)
        if ruled is not None:
            ahead = ahead or ruled
    found = _governed(unit, clause, carriers)
    if ahead is not None and ahead.value == "planned" and found.value == "denied":
        return Reading("cancelled", FAIR, cue=found.cue)
    if found.strength < SURE and found.value not in ("cancelled", "possible", "wished", "denied"):
        told = _told_of(unit, carriers)
        if told is not None and told.strength >= found.strength:
            found = told
    if ahead is not None and (found.value != "cancelled" or ahead.value == "cancelled"):
        return ahead
    return found


def attached(unit: Unit) -> Iterator[Clause]:
    """Clauses on the noun, and infinitives on those ("the summit scheduled to open on", "the trip
    that she was due to make on") and on the verb of which it is the subject ("the talks are set to
    resume in").
    """
    for child in unit.attached:
        yield child
        if child.link in ("part", "rel") and child.verb is not None:
            yield from (one for one in child.verb.attached if one.link == "inf")
    outer = stem(unit)
    if outer.role == "subject" and outer.clause is not None and outer.clause.verb is not None:
        for one in outer.clause.verb.attached:
            if one.link == "inf" and outer in one.subject:
                yield one


def _told_of(unit: Unit, carriers: Mapping[str, str]) -> Reading | None:
    """What a relative clause says: "the summit that took place", "talks which Oman hosted"."""
    course = tables()["course"]
    for child in attached(unit):
        verb = child.verb
        if verb is None or verb.verb is None:
            continue
        if child.link == "inf" and (verb.word in carriers or verb.word in course):
            return Reading("planned", FAIR, cue=verb)  # "a summit to be held in May"
        if verb.verb.passive and child.link == "rel" and verb.word in _STAGED:
            told = finite(verb.verb, verb)  # "the meeting, which was held in May"
            return told.read_as(strength=min(told.strength, FAIR))
        if child.link == "part" and child.governor is unit and verb.word in _STAGED:
            return Reading("held", WEAK, cue=verb)  # "the meeting held in May"
        if child.link != "rel" or verb.verb.passive:
            continue
        if verb.verb.kind != "finite" or verb.verb.negated:
            continue
        base = finite(verb.verb, verb)
        if unit in child.objects and verb.word in carriers:
            return summoned(base) if verb.word == "call" else base
        if unit in child.objects and (ruled := ruled_by(verb.word, base, verb)) is not None:
            return unfulfilled(ruled, verb, child)  # "the trip that she scrapped", "had planned"
        kind = course.get(verb.word, "")
        if child.subject == [child.governor] and kind in ("occur", "end") and not child.objects:
            return base.read_as(course="end" if kind == "end" else "")
    return None


_STAGED = frozenset({"hold", "host", "convene", "stage", "conduct"})
"""What is done with an event by those who have it."""

LISTING = frozenset({"be", "include", "feature"})
"""Verbs by which a programme names an event."""

_COVERS = frozenset(
    {"visit", "trip", "tour", "swing", "stay", "talks", "meetings", "stop", "day", "schedule"}
)
"""What else may include an event: "her day featured a meeting with"."""


def diary(clause: Clause) -> Unit | None:
    """The programme that names an event: "on his agenda is", "her schedule includes"."""
    standing = tables()["standing"]
    for unit in clause.subject:
        if standing.get(unit.word) == "planned" or unit.word in _COVERS:
            return unit
    if clause.subject:
        return None
    for phrase in clause.phrases:
        if phrase.host is None and phrase.prep == "on":
            for unit in phrase.units:
                if standing.get(unit.word) == "planned":
                    return unit
    return None


def _governed(unit: Unit, clause: Clause, carriers: Mapping[str, str]) -> Reading:
    verb = clause.verb
    course = tables()["course"]
    unit = stem(unit)
    if unit.role == "object" and verb is not None and verb.verb is not None:
        base = of_clause(clause, verb, verb.verb, 0)
        word = verb.word
        if word == "call":
            return summoned(base) if summons(unit, clause) else Reading("", 0, cue=verb)
        if word == "tell":
            return base.read_as(strength=WEAK)  # "told a session of the commission"
        ruled = ruled_by(word, base, verb)
        if ruled is not None and ruled.value == "cancelled" and word in carriers:
            return ruled  # "skipped the summit"
        if word in carriers or word in course:
            kind = course.get(word, "")
            if base.value in ("held", "present") and kind == "begin":
                return Reading(
                    "ongoing" if base.value == "held" else "present", FAIR, "begin", verb
                )
            if base.value == "held" and kind == "end":
                return Reading("held", SURE, "end", verb)
            return base.read_as(course=kind)
        if ruled is not None:
            return ruled
        if (
            word in LISTING
            and base.value in ("held", "present", "planned", "possible")
            and diary(clause) is not None
        ):
            value = "planned" if base.value == "present" else base.value
            return base.read_as(value=value, strength=FAIR)
        if word in ("be", "become", "mark", "represent"):
            return base.read_as(strength=WEAK)
        if base.value in ("held", "planned", "possible", "ongoing", "present") and word in (
            "follow",
            "discuss",
            "welcome",
            "hail",
            "praise",
            "recall",
            "precede",
            "dominate",
            "include",
            "describe",
        ):
            return Reading("planned" if base.value == "planned" else "held", WEAK, cue=verb)
        return Reading(base.value if base.value in ("wished", "denied") else "", 0, cue=verb)
    if unit.role == "subject" and verb is not None and verb.verb is not None:
        base = of_clause(clause, verb, verb.verb, 0)
        kind = course.get(verb.word, "")
        if verb.word in ("come", "draw", "get", "bring") and any(
            u.word in ("close", "end", "conclusion", "halt")
            for p in clause.phrases
            if p.prep == "to"
            for u in p.units
        ):
            kind = "end"
        told = verb.verb.passive or verb.word.startswith("be ") or _is_cut_short(verb, clause)
        told |= verb.word == "fall through"
        ruled = ruled_by(verb.word, base, verb) if told else None
        if verb.word == "be off":  # of somebody it says that he goes
            return Reading("cancelled", SURE, cue=verb)
        if verb.word in ("be ready", "be prepared"):  # the event, not somebody who would meet
            return Reading("planned", WEAK, cue=verb)
        if ruled is not None:
            if (
                ruled.value in ("planned", "possible")
                and verb.verb.tense == "past"
                and verb.verb.perfect
            ):
                return ruled.read_as(strength=WEAK)
            return ruled
        if verb.word == "fail" and any(c.verb and c.verb.word in course for c in verb.attached):
            return Reading("cancelled", SURE, cue=verb)  # "failed to materialise"
        if kind == "begin":
            if base.value == "denied" and verb.word in ("go ahead", "proceed"):
                return _undone(base, unit, verb)
            if base.value == "held" and verb.word == "last":
                return base.read_as(course="end")  # "the call lasted an hour"
            if base.value in ("held", "present", "ongoing"):
                return Reading("ongoing", FAIR, "begin", verb)
            return base.read_as(course="begin")
        if kind == "end":
            return base.read_as(course="end")
        if kind == "occur":
            return _undone(base, unit, verb)
        if verb.word in ("be", "remain", "put", "place"):
            stands = _standing(clause, verb, base)
            if stands is not None:
                return stands
        if verb.word == "be" and base.value == "present":
            return Reading("", 0, cue=verb)
        return (
            base.read_as(strength=WEAK)
            if base.value not in ("denied", "wished")
            else Reading("", 0)
        )
    if unit.role == "phrase":
        return in_phrase(unit, clause, carriers)
    if unit.role == "subject":  # a headline without a verb
        return Reading("", 0)
    return Reading("", 0)


def _undone(base: Reading, unit: Unit, verb: Unit) -> Reading:
    """As in "talks between them did not take place"; not "said that none had taken place"."""
    if base.value != "denied" or unit.det == "no":
        return base
    perfect = verb.verb is not None and verb.verb.perfect
    if perfect and unit.det not in ("the", "that", "this", "their"):
        return base
    return base.read_as(value="cancelled")


def _standing(clause: Clause, verb: Unit, base: Reading) -> Reading | None:
    """As in "is on the agenda", "was in the making": laid down, or only thought of."""
    for phrase in clause.phrases:
        if phrase.host is verb and phrase.prep in ("in", "on", "under"):
            kind = next((k for u in phrase.units if (k := tables()["standing"].get(u.word))), None)
            if kind == "ongoing" and base.value != "present":
                return None
            if kind is not None and base.value in ("held", "present", "planned", "possible"):
                return Reading(kind, FAIR, cue=verb)
    return None


def _is_cut_short(verb: Unit, clause: Clause) -> bool:
    """A headline's passive without its "be": "summit called off", "talks postponed"."""
    group = verb.verb
    return (
        group is not None
        and group.kind == "finite"
        and group.tense == "past"
        and not clause.objects
        and tables()["ruling"].get(verb.word) == "cancelled"
        and verb.word in _TRANSITIVE
    )


_TRANSITIVE = frozenset(
    [
        "call off",
        "cancel",
        "postpone",
        "scrap",
        "put off",
        "shelve",
        "suspend",
        "abandon",
        "delay",
        "defer",
        "reject",
        "reschedule",
        "abort",
        "scuttle",
    ]
)
"""Verbs of cancelling of which an event is no subject but in the passive."""


def _participles(unit: Unit) -> list[Clause]:
    """Participle and passive clauses on the noun: "talks held in", "which is scheduled for"."""
    return [
        c
        for c in unit.attached
        if c.verb is not None
        and c.verb.verb is not None
        and (c.link == "part" or (c.link == "rel" and c.verb.verb.passive))
    ]
