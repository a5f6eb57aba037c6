"""Places that an event has without a preposition before them: the dateline's, "here", "there", in
the name of a forum.
"""

from __future__ import annotations

from bisect import bisect_left

import attrs

from diplotext.lexicon import gazetteer
from diplotext.lexicon.spellings import straight
from diplotext.lexicon.tokens import tokenise
from diplotext.models import Place, Span
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules.nouns import GATHERINGS

_BACK = 12
"""So many mentions "there" may look back over."""

FAR = 8
"""Tokens between an event noun and "there": "a meeting with the minister there"."""


def here(document: Document, trigger: Unit) -> list[tuple[Place, Span]]:
    """Talks "here": the place of the dateline."""
    dateline, tokens = document.article.dateline, document.tokens
    if not dateline:
        return []
    for k in range(trigger.j, min(len(tokens), trigger.j + 6)):
        if tokens.lower[k] == "here":
            place = dateline_place(dateline)
            return [(place, Span(tokens.start[k], tokens.end[k]))] if place is not None else []
    return []


def there(document: Document, trigger: Unit, reach: int) -> list[tuple[Place, Span]]:
    """A visit "there", a meeting with somebody "there": at the place named last."""
    lower = document.tokens.lower
    first = trigger.j - 1
    words = lower[first : trigger.j + reach]
    if "there" not in words or "." in words[: words.index("there")]:
        return []
    at = first + words.index("there")
    if lower[at + 1 : at + 2] and lower[at + 1] in ("is", "are", "was", "were", "will", "would"):
        return []
    mentions = document.mentions
    n = bisect_left(mentions, document.tokens.start[at], key=lambda m: m.span.start)
    for mention in mentions[max(0, n - _BACK) : n][::-1]:
        place = mention.place
        if place is not None and place.country and mention.form != "adjective":
            return [(place, mention.span)]
    return []


def in_name(document: Document, trigger: Unit) -> list[tuple[Place, Span]]:
    """The city in the name of a gathering: "the Halifax Security Forum"."""
    tokens = document.tokens
    words = tokens.text[trigger.i : trigger.j]
    if trigger.kind != "entity" or GATHERINGS.isdisjoint(w.lower() for w in words):
        return []
    place = dateline_place(" ".join(words[:-1]))
    span = Span(tokens.start[trigger.i], tokens.end[trigger.j - 1])
    return [(place, span)] if place is not None else []


def printed(place: Place, unit: Unit, document: Document) -> Place:
    """The place under the name that the text prints, unless that is a state or a description."""
    mention = unit.mention
    if mention is None or mention.form != "name" or mention.kind != "place" or unit.mods:
        return place
    printed = straight(mention.head.of(document.article.text))
    return (
        attrs.evolve(place, name=printed)
        if printed[:1].isupper() and not printed.isupper()
        else place
    )


def dateline_place(dateline: str) -> Place | None:
    """The city that a dateline names, if the tables know it."""
    for hit in gazetteer().find(tokenise(dateline)):
        for entry in hit.entries:
            if entry.kind in ("capital", "place") and entry.country:
                return Place(entry.name, entry.country)
    return None
