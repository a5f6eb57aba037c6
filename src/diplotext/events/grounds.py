"""Where an exercise is when its own clause does not say: where weapons are fired or forces sent, at
the host's, in the town of the dateline.
"""

from __future__ import annotations

import itertools

from diplotext.events.joining import Drill
from diplotext.events.venues import is_state
from diplotext.events.vocabulary import said
from diplotext.events.whereabouts import dateline_place, printed
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Place, Span
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention


def destination(event: EventMention, tokens: Tokens) -> list[Unit]:
    """Where somebody goes for the exercise: "deployed to the Red Sea for a drill", "the drill drew
    troops to Lome".
    """
    verb = event.clause.verb
    draws = (
        event.trigger.role == "subject" and verb is not None
        and verb.word in ("attract", "bring", "bring together", "draw", "move", "shift", "take")
    )  # fmt: skip
    fixed = event.trigger.role == "subject" and verb is not None and verb.word in said("fixes")
    if fixed:  # "the next edition is planned for Calabar"
        return [
            unit
            for phrase in event.clause.phrases
            if phrase.prep == "for" and phrase.host is verb
            for unit in phrase.units
            if unit.mention is not None and place_of(unit, tokens) is not None
        ]
    if not draws and (event.trigger.role != "phrase" or event.trigger.prep != "for"):
        return []
    return [
        unit
        for phrase in event.clause.phrases
        if phrase.prep in ("to", "into", "in", "at") and (draws or phrase.host is verb)
        for unit in phrase.units
        if place_of(unit, tokens) is not None
    ]


def firing(document: Document, sentence: int) -> bool:
    """Does the sentence tell of weapons being fired ("A missile was launched from")?"""
    lower = document.lower_in(sentence)
    return not said("fired").isdisjoint(lower) and not said("shots").isdisjoint(lower)


def fired_at(document: Document, sentence: int) -> list[tuple[Place, Span]]:
    """From where and at which ranges and seas a sentence has weapons fired."""
    tokens = document.tokens
    units = document.units(sentence)
    found: list[tuple[Place, Span]] = []
    for prep, unit in itertools.pairwise(units):
        if prep.kind != "prep" or prep.word not in ("from", "toward", "towards", "at", "in", "off"):
            continue
        place = place_of(unit, tokens) if unit.nominal else None
        known = unit.mention is not None or not said("sites").isdisjoint(
            tokens.lower[unit.i : unit.j]
        )
        if place is not None and known and place.name[:1].isupper():
            span = Span(tokens.start[unit.i], tokens.end[unit.j - 1])
            found.append((printed(place, unit, document), span))
    return found


def presumed(event: Drill, document: Document) -> dict[Place, Span]:
    """Where it is if nothing says so outright: "here", in the dateline's town, or at the host's."""
    tokens = document.tokens
    dateline = document.article.dateline
    for n in sorted(set(event.sentences)):
        span = document.sentences[n].span
        first, last = tokens.at(span.start), tokens.at(span.end)
        place = dateline_place(dateline) if dateline else None
        if place is not None and "here" in tokens.lower[first:last]:
            k = tokens.lower.index("here", first, last)
            return {place: Span(tokens.start[k], tokens.end[k])}
    found: dict[Place, Span] = {}
    for unit in event.hosts:
        place = place_of(unit, tokens)
        if place is not None and place.country and is_state(place):
            found[place] = Span(tokens.start[unit.i], tokens.end[unit.j - 1])
    return found if len(found) < 5 else {}
