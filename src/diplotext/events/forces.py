"""Whether the words of an exercise speak of armed forces: services, gear, bands, pacts."""

from __future__ import annotations

from diplotext.events.cast import Role
from diplotext.events.craft import model
from diplotext.events.vocabulary import said
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention


def armed(event: EventMention, tokens: Tokens) -> bool:
    """Do forces hold it by the words of the frame, or does its own name say "military"?"""
    if not said("martial").isdisjoint(event.format) or "military" in event.format:
        return True
    return any(
        (u.mention is not None and u.mention.kind == "force")
        or tokens.lower[u.j - 1] in said("forces")
        for units in event.roles.values()
        for u in units
    )


def of_pact(roles: list[Role]) -> bool:
    """Does a body take part that is there for nothing but defence?"""
    return any(role.side in said("pacts") for role in roles)


def geared(event: EventMention, tokens: Tokens) -> bool:
    """Do the words of the frame name types of aircraft or vehicles, or bands of soldiers?"""
    return any(
        u.word in said("bands") or model(u, tokens) for units in event.roles.values() for u in units
    )


def at_work(units: list[Unit], tokens: Tokens) -> bool:
    """Is one of the units forces or gear: "sappers", "the navy's frigates", "the frigate Alta"?"""
    return any(_of_forces(u, tokens) for u in units)


def _of_forces(unit: Unit, tokens: Tokens) -> bool:
    if (unit.mention is not None and unit.mention.kind == "force") or model(unit, tokens):
        return True
    if any(m.mention is not None and m.mention.kind == "force" for m in unit.mods):
        return True
    named = tokens.text[unit.head].istitle()
    if named and any(m.word in said("forces") for m in unit.mods):
        return True
    word = tokens.lower[unit.j - 1]
    return any(word in said(name) for name in ("forces", "bands", "gear"))
