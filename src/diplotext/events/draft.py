"""Drafts: one event as one trigger tells it, before mentions of the same event are joined.

A draft keeps every reading with its words and its weight; what a record says in the end is
decided when all mentions of the event are known.
"""

from __future__ import annotations

import attrs

from diplotext.dateranges import DateRange
from diplotext.events.cast import Role
from diplotext.events.details import Detail
from diplotext.models import Place, Span
from diplotext.rules.status import FAIR, Reading

FAMILIES = {
    "visit": "visit",
    "talks": "talks",
    "summit": "talks",
    "conference": "talks",
    "call": "call",
    "exercise": "exercise",
}


@attrs.frozen
class When:
    """Days said of the event; ``own``: the words stand with its trigger, not just in the clause."""

    value: DateRange
    span: Span
    own: bool
    bound: str | None = None  # "from", "until": an edge of the days, not the days
    edge: str = ""  # "begin", "end": the day on which a long event does so
    range: bool = False  # "September 18-21", not "this week"


@attrs.define(eq=False)
class Draft:
    """One event as told by one trigger or, after joining, by several."""

    kind: str
    roles: list[Role]
    sentence: int
    trigger: Span
    rules: set[str]
    host: str | None = None
    host_span: Span | None = None
    places: list[tuple[Place, Span]] = attrs.Factory(list)
    whens: list[When] = attrs.Factory(list)
    undated: bool = False  # a date was said, but its days are not known
    days: int | None = None
    statuses: list[tuple[Reading, int, Span]] = attrs.Factory(list)
    format: tuple[str, ...] = ()
    definite: bool = False
    plural: bool = False
    again: bool = False
    weak: bool = False
    headline: bool = False
    mentions: list[tuple[int, Span]] = attrs.Factory(list)
    bystanders: list[Role] = attrs.Factory(list)
    remote: bool = False
    unnamed: bool = False  # with officials or for talks of whom only the place says whose they are
    proper: bool = False
    details: list[Detail] = attrs.Factory(list)
    within: Draft | None = None  # the visit or conference in which it takes place
    setting: bool = False  # named only as the frame of something else ("during a summit")

    @property
    def family(self) -> str:
        """Events of different families are never one: visit, talks (with conferences), call."""
        return FAMILIES[self.kind]

    @property
    def sides(self) -> set[str]:
        """The states and bodies that take part, the host of a visit included."""
        found = {role.side for role in self.roles}
        return found | {self.host} if self.host else found

    @property
    def persons(self) -> set[str]:
        """Ids of the named persons that take part."""
        return {r.actor.id for r in self.roles if r.actor.kind == "person" and r.actor.name}

    def status(self) -> Reading:
        """The surest reading; of equals the first in the text."""
        best = Reading("", 0)
        there = None
        for reading, _, _ in self.statuses:
            if reading.strength > best.strength:
                best = reading
            if (
                reading.value == "ongoing"
                and reading.course in ("begin", "now")
                and reading.strength >= FAIR
            ):
                there = there or reading
        if self.kind == "visit" and there is not None and best.value == "planned":
            return there  # "his visit was announced" says less than "he arrived"
        return best
