"""Who else is at a meeting of which the text names only the body."""

from __future__ import annotations

from diplotext.events.cast import Cast, Role
from diplotext.rules.match import EventMention


def among_members(event: EventMention, cast: Cast) -> list[Role]:
    """Who speaks "when the council's leaders meet": the person of whom the main clause tells."""
    clause = event.clause
    if clause.link != "when" or clause.parent is None:
        return []
    roles = cast.of(clause.parent.subject)
    return [r for r in roles if r.actor.kind == "person" and r.actor.country]
