"""Who else takes part: members of the body that meets, heads of delegations, companions."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.events.cast import Cast, Role, is_spokesperson
from diplotext.events.draft import Draft
from diplotext.rules.match import EventMention

_NEAR = 2  # sentences over which a meeting is the one whose company is told


def among_members(event: EventMention, cast: Cast) -> list[Role]:
    """Who speaks "when the council's leaders meet": the person of whom the main clause tells."""
    clause = event.clause
    if clause.link != "when" or clause.parent is None:
        return []
    roles = cast.of(clause.parent.subject)
    return [r for r in roles if r.actor.kind == "person" and r.actor.country]


def company(base: Draft, event: EventMention, cast: Cast) -> list[Draft]:
    """As in "his delegation includes A and B", "they were joined by A": who else is there, at a
    meeting told before.
    """
    units = [u for role, some in event.roles.items() for u in some if role != "side"]
    base.roles = [
        r for r in cast.of(units) if r.actor.kind == "person" and r.actor.name is not None
    ]
    base.roles = [r for r in base.roles if not is_spokesperson(r)]
    base.statuses.clear()
    base.whens.clear()
    return [base] if base.roles else []


def accompanied(pointer: Draft, events: Sequence[Draft]) -> list[Draft]:
    """The events told just before in which those whom ``pointer`` names take part as well."""
    near = [e for e in events if 0 <= pointer.sentence - e.mentions[-1][0] <= _NEAR]
    if pointer.rules & {"lead-side", "represent"}:
        return [e for e in near if _headless(e, pointer)]
    if pointer.rules & {"join-them", "accompany"}:
        near = [
            e
            for e in near
            if not pointer.persons.isdisjoint(e.persons) and len(pointer.persons) > 1
        ]
        return _tour([e for e in near if e.family == pointer.family] or near)
    near = [e for e in near if pointer.own_sides <= e.own_sides]
    return _tour([e for e in near if e.family == pointer.family] or near)


def _tour(events: list[Draft]) -> list[Draft]:
    """The last of them; in "will visit Oman, Qatar and Kuwait" who goes along is at each stop."""
    if not events:
        return []
    last = events[-1]
    return [e for e in events if e.kind == "visit" and e.trigger == last.trigger] or [last]


def _headless(event: Draft, pointer: Draft) -> bool:
    """Is nobody named yet who acts for the side whose delegation somebody leads?"""
    named = {r.side for r in event.roles if r.actor.kind == "person" and r.actor.name is not None}
    return pointer.own_sides <= event.own_sides and named.isdisjoint(pointer.own_sides)
