"""What a body is to a meeting: one whose members meet, an organ of a larger one, or the meeting."""

from __future__ import annotations

from diplotext.events.cast import Role
from diplotext.lexicon import bodies
from diplotext.rules.nouns import GATHERINGS


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


def leads(role: Role) -> bool:
    """Is it a head of state or government, by the office told?"""
    words = (role.office or "").split()
    return (
        bool(words)
        and not {"vice", "deputy", "former"} & {words[0]}
        and bool(
            {"president", "premier", "chancellor", "king", "emir"} & set(words)
            or "prime minister" in (role.office or "")
        )
    )
