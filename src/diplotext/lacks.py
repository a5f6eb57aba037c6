"""What keeps an event that a rule read in full from becoming a record, in words.

The status that makes it a wish, nobody known to take part, a second side or a foreign host that is
missing, words of another kind of event.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from diplotext.events import drills, forces, telling
from diplotext.events.cast import Cast
from diplotext.events.course import stays_away
from diplotext.events.draft import Draft
from diplotext.events.drafter import Drafter
from diplotext.lexicon import state
from diplotext.models import Span
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.loading import load
from diplotext.rules.match import EventMention

LackKind = Literal[
    "trigger", "position", "kind", "direct", "means", "subjects", "objects", "alone", "lasting",
    "placed", "order", "status", "weak", "excluded", "actor", "sides", "host", "military", "event",
]  # fmt: skip


@attrs.frozen
class Lack:
    """One thing that kept a rule from making a record: what sort of thing, and in words."""

    kind: LackKind
    text: str
    span: Span | None = None


class Dropped:
    """Asks the drafts of one document what they lack."""

    def __init__(self, document: Document) -> None:
        self.document, self.tokens = document, document.tokens
        self.drafter, self.cast = Drafter(document), Cast(document)

    def span(self, unit: Unit) -> Span:
        """Where the unit stands in the text."""
        return Span(self.tokens.start[unit.i], self.tokens.end[unit.j - 1])

    def words(self, unit: Unit) -> str:
        """Its words, on one line."""
        return " ".join(self.span(unit).of(self.document.article.text).split())

    def dropped(self, event: EventMention) -> Iterator[Lack]:
        """Why a mention that a rule read in full became no record."""
        status, cue = event.status, event.status.cue or event.trigger
        said = f'"{self.words(cue)}"'
        if status.value == "wished":
            yield Lack("status", f"an event: {said} makes it a wish or offer", self.span(cue))
        elif status.value == "denied":
            yield Lack("status", f"an event: {said} denies it", self.span(cue))
        elif event.frame.kind == "exercise" and stays_away(status):
            yield Lack("status", f"those who take part: {said} says who does not", self.span(cue))
        if event.frame.weak:
            yield Lack("weak", "an event told by other words; this rule only adds to one")
        if status.value in ("wished", "denied"):
            return
        yield from self._strangers(event)
        if event.frame.kind == "exercise":
            yield from self._no_drill(event)
            return
        drafts = self.drafter.draft(event)
        barred = () if drafts or event.frame.anywhere else event.format
        for word in sorted(load("meetings").excluded.intersection(barred)):
            yield Lack("excluded", f'another kind of event: "{word}" is among the excluded words')
        if event.frame.kind == "visit":
            yield from self._no_visit(event, drafts)
        else:
            yield from self._few_sides(event, drafts)

    def _strangers(self, event: EventMention) -> Iterator[Lack]:
        """Units that fill a role and name nobody: "the envoys"."""
        for role, units in event.roles.items():
            for unit in units:
                place = role.endswith("host") and place_of(unit, self.tokens) is not None
                if role in ("event", "bystander") or place or self.cast.of([unit]):
                    continue
                text = f'somebody known: "{self.words(unit)}" names no side'
                yield Lack("actor", text, self.span(unit))

    def _few_sides(self, event: EventMention, drafts: list[Draft]) -> Iterator[Lack]:
        units = [u for role, us in event.roles.items() if role != "bystander" for u in us]
        sides = {role.side for role in self.cast.of(units)}
        if drafts:
            sides = {side for draft in drafts for side in draft.sides}
        if not sides:
            yield Lack("sides", "two sides: nobody is known to take part")
        elif len(sides) == 1:
            yield Lack("sides", f"a second side: {_each(sides)} is the only one")

    def _no_visit(self, event: EventMention, drafts: list[Draft]) -> Iterator[Lack]:
        roles = event.roles
        either = roles.get("visitor-or-host", [])
        persons = [u for u in either if u.mention is not None and u.mention.kind == "person"]
        visitors = {r.side for r in self.cast.of([*roles.get("visitor", []), *persons])}
        if not visitors:
            yield Lack("sides", "a visitor from another state")
        hosts = [u for u in [*roles.get("host", []), *either] if u not in persons]
        places = [p for u in hosts if (p := place_of(u, self.tokens)) is not None]
        states = {p.country for p in places if p.country}
        states |= {r.actor.country for r in self.cast.of(hosts) if r.actor.country}
        states |= {draft.host for draft in drafts if draft.host}
        if not states:
            yield Lack("host", "a state that is visited")
        elif visitors and visitors <= states:
            yield Lack("host", f"a foreign state: {_each(visitors)} is the visitor's own")

    def _no_drill(self, event: EventMention) -> Iterator[Lack]:
        if event.trigger.kind == "noun" and drills.other_kind(
            event.format, forces.armed(event, self.tokens)
        ):
            yield Lack("excluded", f'a military exercise, not a "{" ".join(event.format)}" one')
        if drills.verbal(event.trigger, self.tokens):
            yield Lack("event", "an exercise: the bare singular is read as an activity")
        span = self.document.sentences[event.sentence].span
        first, last = self.tokens.at(span.start), self.tokens.at(span.end)
        if not drills.military(self.tokens, first, last):
            yield Lack("military", "a word of armed forces (domains.toml) in the sentence")
        if not any(draft.roles for draft in self.drafter.draft(event)):
            yield Lack("sides", "a state whose forces take part")
        if telling.habitual(event):
            yield Lack("event", "one exercise: the words tell of a custom")
        elif telling.generic(event):
            yield Lack("event", "one exercise: the words speak of exercises in general")


def _each(sides: set[str]) -> str:
    """States by their names; bodies and others as they are."""
    known = (state(side) for side in sides)
    return ", ".join(sorted(k.name if k else s for k, s in zip(known, sides, strict=True)))
