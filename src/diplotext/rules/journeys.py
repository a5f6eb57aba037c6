"""Where a journey leads if its noun does not say so: "chose Oman for her first trip"."""

from __future__ import annotations

from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit
from diplotext.rules import status
from diplotext.rules.mention import EventMention

_CHOOSING = frozenset({"choose", "pick", "select", "make"})
_PLANS = frozenset({"itinerary"})


def destined(unit: Unit, clause: Clause) -> list[Unit]:
    """The units that name where it leads, as far as the verb or the itinerary tells."""
    verb = clause.verb
    if unit.word in _PLANS:
        return _planned(unit, clause)
    if verb is None or verb.word not in _CHOOSING or verb.verb is None or verb.verb.passive:
        return []
    if unit.role == "object" and verb.word == "make":  # "made Oman her first destination"
        before = [u for u in clause.objects if u.index < unit.index]
        return before if _is_own(unit) else []
    chosen = unit.role == "phrase" and unit.prep in ("for", "as") and verb.word != "make"
    return list(clause.objects) if chosen and (_is_own(unit) or unit.prep == "as") else []


def _planned(unit: Unit, clause: Clause) -> list[Unit]:
    """As in "Oman is on her itinerary", "with Oman next on the itinerary"."""
    if unit.role != "phrase" or unit.prep != "on":
        return []
    verb = clause.verb
    if unit.host is verb and verb is not None:
        return list(clause.subject) if verb.word == "be" else []
    return next((p.units for p in clause.phrases if unit.host in p.units and p.prep == "with"), [])


def is_ahead(unit: Unit, clause: Clause) -> bool:
    """Does the itinerary only say where somebody goes next?"""
    told = clause.verb is not None and unit.host is clause.verb
    verb = clause.verb.verb if told and clause.verb is not None else None
    return unit.word in _PLANS and (verb is None or verb.tense != "past")


def _is_own(unit: Unit) -> bool:
    return any(m.possessive for m in unit.mods)


def other_stops(found: EventMention) -> None:
    """As in "arrived in Oman on a tour that includes Qatar": Qatar is still to come, and the day is
    that of Oman; "a tour that included Qatar" is over.
    """
    for child in found.trigger.attached:
        verb = child.verb
        if verb is None or verb.verb is None or verb.word not in found.frame.gathers:
            continue
        if child.link != "rel" or verb.verb.kind != "finite":
            continue
        told = status.finite(verb.verb, verb)
        over = told.value == "held" or found.status.course == "end"
        if found.status.value not in ("possible", "cancelled"):
            value = "held" if over else "planned"
            found.status = status.Reading(value, status.FAIR, cue=verb)
        found.dates = [d for d in found.dates if d.date and d.date.value and d.date.value.days > 1]
