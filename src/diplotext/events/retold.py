"""Meetings told again: by what was done there ("the two discussed trade"), or without those who
meet ("and agreed to meet again in May").
"""

from __future__ import annotations

from diplotext.events.agreement import people_agree
from diplotext.events.draft import Draft

_NEAR = 4  # sentences over which a meeting is still the one that is spoken of

_AHEAD = frozenset({"planned", "possible", "cancelled"})

DEALINGS = frozenset({"exchange", "discuss-together", "raise-with"})
"""Rules that tell what is done in a meeting or call ("the two exchanged views")."""


def dealt_in(draft: Draft, events: list[Draft]) -> Draft | None:
    """The meeting or call told just before in which "the two exchanged views": one that is over,
    if they have done so, and not the summit on the margins of which they will meet.
    """
    if draft.whens:
        return None
    done = draft.status().value == "held"
    near = [
        e
        for e in events
        if e.family != "visit"
        and not e.setting
        and 0 <= draft.sentence - e.mentions[-1][0] <= _NEAR
        and not (done and e.status().value in _AHEAD)
        and draft.sides <= e.sides
        and all(r.anaphoric or r.actor.id in e.actors for r in draft.roles)
    ]
    return near[-1] if near else None


def called(call: Draft, events: list[Draft]) -> Draft | None:
    """What a headline said that the two discussed, if it was by telephone; it is a call then."""
    if call.kind != "call":
        return None
    found = next(
        (
            e
            for e in events
            if e.headline
            and e.kind == "talks"
            and e.rules <= DEALINGS
            and e.sides == call.sides
            and people_agree(e, call)
        ),
        None,
    )
    if found is not None:
        found.kind, found.places = "call", []
    return found


def once_more(pointer: Draft, events: list[Draft]) -> Draft | None:
    """As in "she met him and agreed to meet again in May": those told of before."""
    if not pointer.again or pointer.family != "talks" or len(pointer.sides) > 1:
        return None
    before = [
        e
        for e in events
        if e.family == "talks"
        and 0 <= pointer.sentence - e.mentions[-1][0] <= _NEAR
        and pointer.actors <= e.actors
        and len(e.sides) > 1
    ]
    return pointer.of(before[-1].roles[:]) if before else None
