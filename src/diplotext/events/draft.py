"""Drafts: one event as one trigger tells it, before mentions of the same event are joined.

A draft keeps every reading with its words and its weight; what a record says in the end is
decided when all mentions of the event are known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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

KIN = {
    kind: frozenset(other for other in FAMILIES if FAMILIES[other] == family)
    for kind, family in FAMILIES.items()
}
"""Kind -> the kinds of its family."""

READ = frozenset({"headline", "body", "caption", "dateline", "header"})
"""The parts of an article in which events are told."""


@attrs.frozen
class When:
    """Days said of the event; ``own``: the words stand with its trigger, not just in the clause."""

    value: DateRange
    span: Span
    own: bool
    bound: str | None = None  # "from", "until": an edge of the days, not the days
    edge: str = ""  # "begin", "end": the day on which a long event does so
    range: bool = False  # "September 18-21", not "this week"
    phase: bool = False  # the days of one phase only
    moved: bool = False  # the days to which it has been put off

    def lent(self, value: DateRange) -> When:
        """``value``, days of the event for which these words stand, as those of another event."""
        value = attrs.evolve(value, basis="inferred")
        return attrs.evolve(self, value=value, own=False, bound=None)


@attrs.frozen(eq=False)
class Facts:
    """What a list of roles says together, as long as the list has ``count`` of them."""

    roles: list[Role]
    count: int
    sides: frozenset[str]
    persons: frozenset[str]
    actors: frozenset[str]
    by_side: Mapping[str, Sequence[Role]]


_NOTHING = Reading("", 0)


@attrs.define(eq=False)
class _Surest:
    """The surest of the first ``count`` readings, and the first that says "it is on"."""

    statuses: list[tuple[Reading, int, Span]]
    count: int = 0
    best: Reading = _NOTHING
    there: Reading | None = None


class Draft:
    """One event as told by one trigger or, after joining, by several."""

    # Defaults stand on the class, so that making a draft sets only what differs from them.
    host: str | None = None
    host_span: Span | None = None
    undated = False  # a date was said, but its days are not known
    days: int | None = None
    format: tuple[str, ...] = ()
    definite = False
    plural = False
    again = False
    other = False  # "the previous round", "another meeting": perhaps not the one told of
    counted = False  # "the second dialogue", "a third round"
    stands = ""  # the word that stands for it: "ordinal" in "the fifth, in Oslo", or "one"
    earlier = False  # what was before: "their first talks since a summit in Oslo"
    weak = False
    headline = False
    remote = False
    unnamed = False  # with officials or for talks of whom only the place says whose they are
    offices: tuple[tuple[str, Span], ...] = ()  # of those met, of whom only the place says whose
    proper = False
    attended = False  # only who else is there: "they were also at the meeting"
    bare = False  # a session of which only the body is named: "at the G20"
    within: Draft | None = None  # the visit or conference in which it takes place
    company = False  # only who else is there: "his delegation includes A"
    absent = False  # only who stays away: "will not attend the summit"
    presided = False  # only who hosts or chairs it: "the meeting was chaired by A"
    apart = False  # of two of several whom the words set apart: "met each of them"
    arrives = False  # comes to where the article's events take place, as far as told
    protagonists: tuple[Role, ...] = ()  # whose it is where only those whom they meet are named
    setting = False  # named only as the frame of something else ("during a summit")
    framing: tuple[int, ...] = ()  # the sentences in which it is such a frame
    _facts: Facts | None = None
    _surest: _Surest | None = None

    def __init__(
        self, kind: str, roles: list[Role], sentence: int, trigger: Span, rules: set[str]
    ) -> None:
        self.kind = kind
        self.roles = roles
        self.sentence = sentence
        self.trigger = trigger
        self.rules = rules
        self.mentions = [(sentence, trigger)]
        self.places: list[tuple[Place, Span]] = []
        self.whens: list[When] = []
        self.statuses: list[tuple[Reading, int, Span]] = []
        self.bystanders: list[Role] = []
        self.details: list[Detail] = []

    @property
    def family(self) -> str:
        """Events of different families are never one: visit, talks (with conferences), call."""
        return FAMILIES[self.kind]

    @property
    def sides(self) -> frozenset[str]:
        """The states and bodies that take part, the host of a visit included."""
        found = self.facts().sides
        return found | {self.host} if self.host else found

    @property
    def own_sides(self) -> frozenset[str]:
        """The sides without the host of a visit."""
        return self.facts().sides

    @property
    def by_side(self) -> Mapping[str, Sequence[Role]]:
        """Side -> the persons who take part for it."""
        return self.facts().by_side

    @property
    def order(self) -> tuple[int, Span]:
        """Where in the text it is first told."""
        return self.sentence, self.trigger

    @property
    def persons(self) -> frozenset[str]:
        """Ids of the named persons that take part."""
        return self.facts().persons

    @property
    def actors(self) -> frozenset[str]:
        """Ids of all that take part."""
        return self.facts().actors

    def facts(self) -> Facts:
        """What the roles say together, read again only when there are other roles."""
        facts, roles = self._facts, self.roles
        if facts is None or facts.roles is not roles or facts.count != len(roles):
            by_side: dict[str, list[Role]] = {}
            for role in roles:
                if role.actor.kind == "person":
                    by_side.setdefault(role.side, []).append(role)
            facts = self._facts = Facts(
                roles,
                len(roles),
                frozenset([r.side for r in roles]),
                frozenset([r.actor.id for r in roles if r.actor.kind == "person" and r.actor.name]),
                frozenset([r.actor.id for r in roles]),
                by_side,
            )
        return facts

    def copy(self) -> Draft:
        """A draft that says the same, whose readings and roles may change on their own."""
        draft = object.__new__(Draft)
        draft.__dict__.update(self.__dict__)
        draft.roles, draft.whens, draft.places = self.roles[:], self.whens[:], self.places[:]
        draft.statuses, draft.mentions = self.statuses[:], self.mentions[:]
        draft.rules, draft.bystanders = set(self.rules), self.bystanders[:]
        draft._facts = draft._surest = None
        return draft

    def of(self, roles: list[Role]) -> Draft:
        """A draft that says the same of ``roles``."""
        draft = self.copy()
        draft.roles = roles
        return draft

    def status(self) -> Reading:
        """The surest reading; of equals the first in the text."""
        surest, statuses = self._surest, self.statuses
        if surest is None or surest.statuses is not statuses or surest.count > len(statuses):
            surest = self._surest = _Surest(statuses)
        best, there = surest.best, surest.there
        for k in range(surest.count, len(statuses)):
            reading = statuses[k][0]
            if reading.strength > best.strength or (
                reading.strength == best.strength
                and reading.value == "cancelled"
                and best.value == "planned"
            ):  # "was due on Monday, but the trip was put off"
                best = reading
            if (
                reading.value == "ongoing"
                and reading.course in ("begin", "now")
                and reading.strength >= FAIR
            ):
                there = there or reading
        surest.best, surest.there, surest.count = best, there, len(statuses)
        if self.kind == "visit" and there is not None and best.value in ("planned", "purpose"):
            return there  # "his visit was announced" says less than "he arrived"
        return best
