"""Status of an event whose noun stands in a phrase: "after the talks", "on a visit to".

As ``noun_status``, by the preposition and by what the phrase hangs on.
"""

from __future__ import annotations

from collections.abc import Mapping

from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit
from diplotext.rules.status import (
    FAIR,
    WEAK,
    Reading,
    of_clause,
    purpose,
    ruled_by,
    tables,
    unfulfilled,
)


def in_phrase(unit: Unit, clause: Clause, carriers: Mapping[str, str]) -> Reading:
    kind = "within" if is_left(unit) else tables()["opener"].get(unit.prep, "")
    host, prep = unit.host, unit.prep
    if (
        host is not None
        and host.role == "phrase"
        and host.word in _HOLDING
        and host.host is not None
    ):
        host, prep = host.host, host.prep  # "a proposal on the organisation of a summit"
    if host is not None and host.verb is None and host.word and prep in _SUBJECTS:
        noun = tables()["nouns"].get(host.word)
        if noun and host.det == "no":
            return Reading("denied", FAIR, cue=host)  # "there are no plans for a meeting"
        if noun == "planned" and host.word in _LISTS and _looks_back(clause):
            return Reading("held", WEAK, cue=host)  # "topped the agenda of their talks"
        if noun:
            refusal = clause.verb if host.role == "object" or _is_undone(host, clause) else None
            if refusal is not None and tables()["ruling"].get(refusal.word) == "cancelled":
                return Reading("cancelled", FAIR, cue=refusal)  # "turned down the offer of talks"
            return Reading(noun, WEAK, cue=host)
    verb = clause.verb
    base = Reading("", 0)
    ruled: Reading | None = None
    if verb is not None and verb.verb is not None:
        base = of_clause(clause, verb, verb.verb, 0)
        ruled = ruled_by(verb.word, base, verb)
        term = host if host is not verb else next(iter(clause.subject), None)
        if ruled is not None and term is not None and term.word in _TERMS:
            open_still = verb.verb.negated or term.det == "no"
            return Reading("possible" if open_still else ruled.value, FAIR, cue=verb)
        about = verb.word in ("announce", "confirm", "discuss") and host is not verb
        if ruled is not None and ruled.value == "cancelled" and verb is host and not clause.objects:
            about = about or not verb.verb.passive  # "withdrew for a conversation"
        if ruled is not None and kind == "purpose" and not about:
            return unfulfilled(ruled, verb, clause).read_as(strength=FAIR)
        if ruled is not None and ruled.value == "cancelled" and is_withdrawn(unit):
            return ruled.read_as(strength=FAIR)
    if kind == "held":
        return Reading("held", FAIR, cue=unit)
    if kind == "planned":
        return Reading("planned", FAIR, cue=unit)
    if (
        unit.prep == "on"
        and ruled is not None
        and ruled.value in ("planned", "possible")
        and (
            verb is not None
            and verb.verb is not None
            and (verb.verb.passive or verb.word.startswith("be "))
        )
    ):
        return ruled.read_as(strength=FAIR)  # "is expected today on a visit"
    if (
        unit.prep == "on"
        and unit.det in ("a", "an")
        and base.value in ("held", "present", "ongoing", "")
    ):
        if verb is not None and host is verb and verb.word == "be" and base.value == "held":
            return base.read_as(strength=FAIR)  # "was on a visit to"
        if base.value == "held" and _told_as_before(verb):
            return base.read_as(strength=FAIR)  # "had settled it on a visit to"
        return Reading("ongoing", FAIR, "begin", unit)  # "on a visit to"
    if kind == "within":
        if (
            verb is not None
            and verb.verb is not None
            and (verb.verb.passive or verb.word.startswith("be "))
        ):
            ruled = ruled_by(
                verb.word, base, verb
            )  # "during the meeting Wang is expected to discuss"
            ahead = ruled is not None and ruled.value in ("planned", "possible")
            if ruled is not None and ahead and verb.word != "discuss":
                return ruled.read_as(strength=FAIR)
        if base.value in ("planned", "possible", "cancelled"):
            if verb is not None and verb.word in carriers and not _aside(unit.prep):
                return base  # "will join them in a meeting"
            if base.value == "cancelled" and base.cue is not None and base.cue.verb is not None:
                # "failed to agree at the summit", "called off a meeting on its margins": held.
                past = base.cue.verb.tense == "past"
                return base.read_as(value="held" if past else "planned", strength=WEAK)
            settled = base.value == "possible" and unit.det == "the" and _is_frame(unit.prep)
            return base.read_as(value="planned" if settled else "", strength=WEAK)
        if base.value == "present":
            if verb is not None and verb.word == "be" and unit.prep == "in":
                return Reading("ongoing", FAIR, cue=unit)  # "is in talks with"
            return Reading("present", WEAK, cue=unit)
        return Reading(
            "held" if base.value in ("held", "purpose") else base.value or "", WEAK, cue=unit
        )
    if unit.prep == "with" and unit.word in ("stop", "stops", "stopovers") and base.value:
        return base.read_as(strength=WEAK)  # "will tour the Gulf, with stops in Oman and Mali"
    if kind == "purpose":
        if base.value == "held" and unit.prep == "into":
            return base.read_as(strength=WEAK)  # "went straight into talks"
        if base.value in ("held", "ongoing", "present") and verb is not None:
            return purpose(verb, base)
        if base.value:
            return base.read_as(strength=FAIR)
    return Reading("", 0, cue=unit)


def _told_as_before(verb: Unit | None) -> bool:
    group = verb.verb if verb is not None else None
    return group is not None and group.perfect and group.tense == "past"


_LISTS = frozenset({"agenda", "programme", "program"})


def _looks_back(clause: Clause) -> bool:
    """Does the clause tell in the past, without a verb that looks ahead?"""
    verb = clause.verb
    if verb is None or verb.verb is None or verb.word in tables()["ruling"]:
        return False
    return of_clause(clause, verb, verb.verb, 0).value == "held"


def is_withdrawn(unit: Unit) -> bool:
    """As in "pulled out of the talks"."""
    return (
        unit.prep in ("from", "of", "out_of")
        and unit.host is not None
        and unit.host.kind == "verb"
        and tables()["ruling"].get(unit.host.word) == "cancelled"
    )


def is_left(unit: Unit) -> bool:
    """As in "walked out of the talks", "flew from the summit to Oslo", "straight from the summit":
    whoever does was there.
    """
    host = unit.host
    if host is None or unit.prep not in ("from", "out_of"):
        return False
    if host.kind == "verb":
        return host.word in _LEAVING
    return unit.prep == "from" and host.word in ("straight", "fresh")


_LEAVING = frozenset(
    {
        "walk",
        "storm",
        "come",
        "emerge",
        "walk away",
        "fly",
        "travel",
        "head",
        "jet",
        "rush",
        "return",
    }
)


def _is_undone(plan: Unit, clause: Clause) -> bool:
    """As in "plans for a summit were dropped", "fell through"."""
    verb = clause.verb
    return (
        plan.role == "subject"
        and verb is not None
        and verb.verb is not None
        and not verb.verb.negated
        and (verb.verb.passive or verb.word == "fall through")
    )


_SUBJECTS = frozenset({"of", "for", "to", "on", "about"})
"""After these a noun such as "proposal" or "speculation" names what it is about."""
_HOLDING = frozenset(
    {"organisation", "organization", "holding", "convening", "staging", "arrangement", "timing"}
    | {"arrangements", "modalities", "format", "venue"}
)
"""Nouns before "of" or "for" that say no more than that the event is held."""
_TERMS = frozenset({"date", "dates", "time", "venue", "timing"})
"""Nouns before "for" or "of": "no date for the summit has been set" leaves it open."""


def _is_frame(prep: str) -> bool:
    """As in "may meet at the summit": that it is held, is sure."""
    return prep == "at" or _aside(prep)


def _aside(prep: str) -> bool:
    """Does the phrase name only the frame of the event: "on the sidelines of"?"""
    return prep.endswith(("lines_of", "line_of", "margins_of", "fringes_of"))
