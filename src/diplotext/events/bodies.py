"""What a body is to a meeting: one whose members meet, an organ of a larger one, or the meeting."""

from __future__ import annotations

from functools import cache

from diplotext.events.cast import Role
from diplotext.lexicon import bodies, memberships
from diplotext.models import Actor
from diplotext.reading.sides import organisation
from diplotext.rules.sessions import GATHERINGS


def whole(actor: Actor) -> Actor:
    """The body whose organ it is ("the UN General Assembly": the UN), by which records call those
    who meet there; an organ with members of its own, such as the Security Council, stays itself.
    """
    if actor.kind != "organisation" or actor.organisation in _own_members():
        return actor
    short = organisation(actor.organisation)
    if short is None or short == actor.organisation:
        return actor
    return Actor(f"org:{short}", short, "organisation", organisation=short)


@cache
def _own_members() -> frozenset[str]:
    return frozenset(m.body for m in memberships())


def meets(role: Role) -> bool:
    """Is the body one whose members meet, not a party to talks?"""
    found = bodies().get(role.actor.organisation or "")
    return found is not None and found.kind in ("regional", "alliance", "grouping", "institution")


def is_gathering(role: Role) -> bool:
    """Is the body its meeting and no party to it ("the Munich Security Conference")?"""
    found = bodies().get(role.actor.organisation or "")
    return (
        found is not None
        and found.kind == "grouping"
        and not GATHERINGS.isdisjoint((role.actor.organisation or "").lower().split())
    )


def is_organ(role: Role) -> bool:
    """Is it an organ of a larger body, whose sessions are no summits ("the UNGA")?"""
    found = bodies().get(role.actor.organisation or "")
    return found is not None and found.kind == "institution"


def is_of_leaders(role: Role) -> bool:
    """Is it an organ in which heads of state or government sit?"""
    return role.actor.organisation in _OF_LEADERS


_OF_LEADERS = frozenset({"European Council", "Supreme Eurasian Economic Council"})


def leads(role: Role) -> bool:
    """Is it a head of state or government, by the office told?"""
    words = (role.office or "").split()
    return (
        bool(words)
        and not {"vice", "deputy", "former"} & {words[0]}
        and bool(
            {"president", "premier", "chancellor", "king", "emir"} & set(words)
            or (role.office or "").startswith("head of ")
            or "prime minister" in (role.office or "")
        )
    )


def are_rulers(roles: list[Role]) -> bool:
    """Are they heads of state or government, as far as their offices are told?"""
    told = [r for r in roles if r.office is not None]
    return (
        len(told) >= _FEW
        and all(leads(r) or r.office == "leader" for r in told)
        and all(r.actor.kind == "person" for r in roles)
    )


_FEW = 3
