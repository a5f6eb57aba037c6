"""Places at which the text only points: "here", "there", "in the kingdom", "to the city".

Each is the last place named before it that it can mean. Nobody pays a visit to his own state, so
those of the visitors are passed over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator

import attrs

from diplotext.lexicon import gazetteer, state
from diplotext.lexicon.grammar import words
from diplotext.lexicon.spellings import straight
from diplotext.lexicon.tokens import tokenise
from diplotext.models import Mention, Place, Span
from diplotext.reading.document import Document
from diplotext.reading.metonyms import is_ministry
from diplotext.reading.units import Unit
from diplotext.rules.mention import points
from diplotext.rules.sessions import GATHERINGS

_BACK = 12  # mentions that "there" looks back over
_FAR = 60  # mentions that "the kingdom" looks back over
_REACH = 6  # sentences that it does

_SOON = 6  # tokens after an event's word in which "here" stands
_AFTER = 8  # tokens between an event noun and "there": "a meeting with the minister there"

_EXISTENTIAL = [[word] for word in sorted(words()["be"] | words()["modals"])]

_RULED = {"kingdom": "kingdoms", "emirate": "emirates", "sultanate": "sultanates"}
"""Nouns that only some states are called, and the list of these."""


class Whereabouts:
    """Looks up in one document what its words point at."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens

    def here(self, trigger: Unit) -> tuple[Place, Span] | None:
        """What is "here": the place of the dateline; without one, that named last."""
        following = self._tokens.lower[trigger.i : trigger.j + _SOON]
        if "here" not in following:
            return None
        found = trigger.i + following.index("here")
        span = Span(self._tokens.start[found], self._tokens.end[found])
        dateline = self._document.article.dateline
        if dateline:
            place = dateline_place(dateline)
            return (place, span) if place is not None else None
        last_named = next(self._before(span.start, _BACK), None)
        return (last_named[1], span) if last_named is not None else None

    def there(self, trigger: Unit, away: Collection[str]) -> tuple[Place, Span] | None:
        """What is "there": the place named last that is none of the visitors' own."""
        if not points("there", trigger, self._tokens):
            return None
        if self._tokens.lower[trigger.j + 1 : trigger.j + 2] in _EXISTENTIAL:
            return None  # "after the visit there were talks"
        start = self._tokens.start[trigger.i]
        return next(
            (
                (place, mention.span)
                for mention, place in self._before(start, _BACK)
                if mention.form != "adjective" and place.country not in away
            ),
            None,
        )

    def nearby(self, trigger: Unit) -> tuple[Place, Span] | None:
        """Where a meeting is that somebody holds "there", a few words on: the place named last."""
        lower, first = self._tokens.lower, trigger.j
        following = lower[first : first + _AFTER]
        if "there" not in following or "." in following[: following.index("there")]:
            return None
        at = first + following.index("there")
        if at + 1 < len(lower) and lower[at + 1] in words()["be"] | words()["modals"]:
            return None
        named = self._before(self._tokens.start[at], _BACK)
        return next(((p, m.span) for m, p in named if m.form != "adjective"), None)

    def in_name(self, trigger: Unit) -> tuple[Place, Span] | None:
        """The city in the name of a gathering: "the Halifax Security Forum"."""
        tokens = self._tokens
        named = tokens.text[trigger.i : trigger.j]
        if trigger.kind != "entity" or GATHERINGS.isdisjoint(w.lower() for w in named):
            return None
        place = dateline_place(" ".join(named[:-1]))
        span = Span(tokens.start[trigger.i], tokens.end[trigger.j - 1])
        return (place, span) if place is not None else None

    def described(self, unit: Unit, away: Collection[str]) -> tuple[Place, Span] | None:
        """The place that "the kingdom", "this city", "the southern island" mean."""
        tokens = self._tokens
        noun = tokens.lower[unit.j - 1]
        town = noun in words()["towns"]
        if not town and noun not in words()["realms"] and noun not in words()["isles"]:
            return None
        if tokens.lower[unit.i] not in ("the", "this", "that", "town"):
            return None
        ruled = _RULED.get(noun)
        sentence = self._document.sentence_at(tokens.start[unit.i])
        start = self._document.sentences[sentence].span.start
        for mention, place in self._before(start, _FAR):
            if sentence - self._document.sentence_at(mention.span.start) > _REACH:
                return None
            if place.country in away or (ruled and place.country not in words()[ruled]):
                continue
            if town and mention.kind != "place":
                continue
            return place, Span(tokens.start[unit.i], tokens.end[unit.j - 1])
        return None if town or ruled else self._whose_guest(unit, start, away)

    def _whose_guest(
        self, unit: Unit, start: int, away: Collection[str]
    ) -> tuple[Place, Span] | None:
        """As in "an invitation of the Omani emir to visit the country": the one other state named
        in the sentence.
        """
        at = self._tokens.start[unit.i]
        mentions = self._document.mentions
        first = bisect_left(mentions, start, key=lambda m: m.span.start)
        there: dict[str, tuple[Place, Span]] = {}
        for mention in mentions[first : first + _BACK]:
            code = (mention.actor or "").removeprefix("state:")
            known = state(code) if mention.kind == "state" and code else None
            if mention.span.start < at and known is not None and code not in away:
                there.setdefault(code, (Place(known.name, code), mention.span))
        return next(iter(there.values())) if away and len(there) == 1 else None

    def _before(self, offset: int, count: int) -> Iterator[tuple[Mention, Place]]:
        """The last mentions of places in some state before ``offset``, latest first."""
        mentions = self._document.mentions
        at = bisect_left(mentions, offset, key=lambda m: m.span.start)
        for mention in mentions[max(0, at - count) : at][::-1]:
            if mention.place is not None and mention.place.country:
                yield mention, mention.place


def printed(place: Place, unit: Unit, document: Document) -> Place:
    """The place under the name that the text prints, unless that is a state or a description."""
    mention = unit.mention
    if mention is None or mention.form != "name" or mention.kind != "place" or unit.mods:
        return place
    printed = straight(mention.head.of(document.article.text))
    return (
        attrs.evolve(place, name=printed)
        if printed[:1].isupper() and not printed.isupper() and not is_ministry(printed)
        else place
    )


def dateline_state(document: Document) -> tuple[str, Span] | None:
    """The state that the dateline names after its town ("ISIOLO, Kenya –"), with its words."""
    article = document.article
    part = next((p for p in article.parts[:_TOP] if p.kind == "dateline"), None)
    if part is None:
        return None
    tokens = tokenise(part.span.of(article.text))
    for hit in gazetteer().find(tokens):
        for entry in hit.entries:
            if entry.kind == "state" and entry.country and hit.start:
                start = part.span.start
                told = Span(start + tokens.start[hit.start], start + tokens.end[hit.end - 1])
                return entry.country, told
    return None


_TOP = 12
"""Among so many parts of an article stands the dateline."""


def dateline_place(dateline: str) -> Place | None:
    """The city that a dateline names, if the tables know it."""
    for hit in gazetteer().find(tokenise(dateline)):
        for entry in hit.entries:
            if entry.kind in ("capital", "place") and entry.country:
                return Place(entry.name, entry.country)
    return None
