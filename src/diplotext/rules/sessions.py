"""Bodies by whose name their sessions are told: "at the G20", "on the sidelines of the UNGA", "in
Brussels for the European Council".
"""

from __future__ import annotations

from diplotext.lexicon import bodies
from diplotext.lexicon.records import Body
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules.carrying import somewhere
from diplotext.rules.frames import Frame, RuleSet
from diplotext.rules.status import MARGINS, tables

GATHERINGS = frozenset({"conference", "forum", "summit", "dialogue", "congress", "symposium"})
"""In the name of a body: it is nothing but its meetings and no party to them."""

_SITTING = frozenset({"council", "assembly", "eurogroup"})
"""In the name of an organ in which the members sit."""


def session_frames(unit: Unit, rules: RuleSet, tokens: Tokens) -> tuple[Frame, ...]:
    """A body on whose margins others meet is in session, and so is one that is nothing but its
    meetings where somebody is "at" it or goes somewhere "for" it.
    """
    prep = unit.prep
    here = (
        prep in MARGINS
        or (prep == "at" and _is_grouping(unit))
        or (prep == "for" and (_is_grouping(unit) or _sits(unit)) and _goes_somewhere(unit, tokens))
    )
    return rules.by_noun.get("conference", ()) if here else ()


def is_only_meeting(unit: Unit, tokens: Tokens) -> bool:
    """Is the body nothing but its meetings ("the Munich Security Conference"), not one that has
    members and a seat as well ("the Pacific Islands Forum")?
    """
    if GATHERINGS.isdisjoint(tokens.lower[unit.i : unit.j]):
        return False
    found = _body(unit)
    return found is None or found.kind != "regional"


def is_member_body(unit: Unit) -> bool:
    """Is it a body with members and a seat, spoken of as one that is or does something, not as its
    meeting: "belongs to the Pacific Islands Forum", "the Pacific Islands Forum said"?
    """
    found = _body(unit)
    if found is None or found.kind != "regional":
        return False
    if unit.role == "phrase":
        return unit.prep not in _MEETING_AT and unit.prep not in MARGINS
    verb = unit.clause.verb if unit.clause is not None else None
    return unit.role == "subject" and (verb is None or verb.word not in tables()["course"])


_MEETING_AT = frozenset(
    {"for", "at", "during", "after", "before", "ahead_of", "following", "in", "since"}
)


def _body(unit: Unit) -> Body | None:
    actor = unit.mention.actor if unit.mention is not None else None
    return bodies().get(actor.removeprefix("org:")) if actor else None


def _is_grouping(unit: Unit) -> bool:
    """Is it a body that has no seat and is nothing but its meetings?"""
    found = _body(unit)
    return found is not None and found.kind == "grouping"


def _sits(unit: Unit) -> bool:
    found = _body(unit)
    if found is None or found.kind != "institution":
        return False
    return not _SITTING.isdisjoint(found.short.lower().split()) or "Council" in found.name


def _goes_somewhere(unit: Unit, tokens: Tokens) -> bool:
    """As in "flew to Oslo for it", "was in Oslo for it"."""
    clause = unit.clause
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None:
        return False
    return any(
        p.prep in ("in", "to", "into", "at") and any(somewhere(u, tokens) for u in p.units)
        for p in clause.phrases
    )
