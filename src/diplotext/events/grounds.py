"""Where an exercise is when its own clause does not say: where weapons are fired or forces sent, at
the host's, in the town of the dateline.
"""

from __future__ import annotations

import itertools

from diplotext.events import extent, hosting
from diplotext.events.drills import at_sea
from diplotext.events.joining import Drill
from diplotext.events.spots import is_state
from diplotext.events.vocabulary import said
from diplotext.events.whereabouts import dateline_place, dateline_state, printed
from diplotext.lexicon import state
from diplotext.lexicon.grammar import words
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
        if (phrase.prep in ("to", "into") or phrase.prep in said("set_in"))
        and (draws or phrase.host is verb)
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
        known = unit.mention is not None or not (said("sites") | words()["localities"]).isdisjoint(
            tokens.lower[unit.i : unit.j]
        )
        if place is not None and known and place.name[:1].isupper():
            span = Span(tokens.start[unit.i], tokens.end[unit.j - 1])
            found.append((printed(place, unit, document), span))
    return found


def _in_headline(unit: Unit, document: Document) -> bool:
    n = document.sentence_at(document.tokens.start[unit.i])
    return document.sentences[n].part == "headline"


def at_hosts(event: Drill, places: dict[Place, Span], document: Document) -> dict[Place, Span]:
    """The state that hosts it, beside places that may lie there; alone if there are none."""
    tokens = document.tokens
    hosts = list(event.hosts)
    if event.kin is None:
        for n in sorted(set(event.sentences)):
            hosts += hosting.hosts(document, n)
    if places:  # where it is at all a headline may say, but not that places lie there
        hosts = [u for u in hosts if not _in_headline(u, document)]
    found: dict[Place, Span] = {}
    for unit in hosts:
        place = place_of(unit, tokens)
        if place is not None and place.country and is_state(place):
            found.setdefault(place, Span(tokens.start[unit.i], tokens.end[unit.j - 1]))
    if not places:
        return found if len(found) < 5 else {}
    if any(is_state(p) for p in places) or all(at_sea(p.name) for p in places) or len(found) != 1:
        return {}
    codes = {p.country for p in places if p.country}
    return found if codes <= {p.country for p in found} else {}


def presumed(event: Drill, document: Document) -> dict[Place, Span]:
    """Where it is if nothing says so outright: on a state's own soil."""
    for n in sorted(set(event.sentences)):
        own = extent.soil(document, n)
        if own:
            return dict(own)
    return {}


def here(event: Drill, document: Document, marked: set[int]) -> list[tuple[Place, Span]]:
    """The town of the dateline, where the exercise "got under way here"."""
    dateline = document.article.dateline
    place = dateline_place(dateline) if dateline else None
    if place is None:
        return []
    tokens = document.tokens
    for n in sorted(set(event.sentences)):
        span = document.sentences[n].span
        first, last = tokens.at(span.start), tokens.at(span.end)
        for k in range(first, last):
            if tokens.lower[k] != "here":
                continue
            near = range(max(first, k - _BESIDE), min(last, k + _BESIDE))
            if any(t in marked for t in near) and said("told").isdisjoint(
                tokens.lower[near.start : near.stop]
            ):
                return [(place, Span(tokens.start[k], tokens.end[k]))]
    return []


_BESIDE = 9
"""So many tokens from "here" stands the exercise that is here."""


def written_from(event: Drill, document: Document) -> list[tuple[Place, Span]]:
    """The place of the dateline, if that is no seat of government or of editors: whoever writes
    from a range, a base or a small town has gone there for the exercise.
    """
    dateline = document.article.dateline
    part = next((p for p in document.article.parts[:_TOP] if p.kind == "dateline"), None)
    if not dateline or part is None or dateline.lower() in said("newsrooms"):
        return []
    place = dateline_place(dateline)
    if place is None:
        if any(not w[:1].isalpha() for w in dateline.split()) or len(dateline.split()) > _NAME:
            return []
        named = dateline_state(document)
        place = Place(dateline.title(), named[0] if named is not None else None)
    known = state(place.country) if place.country else None
    if known is not None and (
        known.capital == place.name or known.code not in event.draft.sides
    ):  # fmt: skip
        return []
    return [(place, part.span)]


_TOP = 12
"""Among so many parts of an article stands the dateline."""

_NAME = 4
"""A place has no more words than this."""


def pointed(event: Drill, events: list[Drill], document: Document) -> list[tuple[Place, Span]]:
    """The place told last, where the exercise is "there", or in "the same area"."""
    tokens = document.tokens
    for n in sorted(set(event.sentences)):
        span = document.sentences[n].span
        first, last = tokens.at(span.start), tokens.at(span.end)
        at = next((k for k in range(first, last) if _points(tokens, k)), None)
        if at is None:
            continue
        told = Span(tokens.start[at], tokens.end[at])
        same = tokens.lower[at] == "same"
        reach = _FAR if same else _AT_HAND
        before = [
            p for e in events[:_COMPARED] if e is not event for p, s in e.draft.places[:_COMPARED]
            if s.start < told.start and n - document.sentence_at(s.start) <= reach
        ]  # fmt: skip
        if before or same:
            return [(p, told) for p in dict.fromkeys(before)]
        mentions = document.mentions_in(tokens.at(document.sentences[max(0, n - 1)].span.start), at)
        named = [
            m.place for m in mentions
            if m.place is not None and m.form != "adjective" and m.kind in ("place", "state")
        ]  # fmt: skip
        return [(named[-1], told)] if named else []
    return []


_AT_HAND = 2
"""So many sentences on, "there" still means the places of the exercise told before."""

_COMPARED = 60
"""So many exercises, and places of one, are searched: a text with thousands stays cheap."""

_FAR = 6
"""So many "the same area" does."""

_SAME = frozenset(
    {
        "area",
        "base",
        "camp",
        "city",
        "country",
        "ground",
        "location",
        "place",
        "port",
        "province",
        "range",
        "region",
        "site",
        "town",
        "venue",
        "waters",
    }
)


def _points(tokens: Tokens, k: int) -> bool:
    """Does the token mean a place told before: "there", "the same base"?"""
    lower = tokens.lower
    if lower[k] == "there":
        after = lower[k + 1] if k + 1 < len(lower) else ""
        return after not in words()["be"] | words()["modals"] | {"has", "have", "had"} and (
            k > 0 and lower[k - 1][:1].isalpha()
        )
    return lower[k] == "same" and not _SAME.isdisjoint(lower[k + 1 : k + 3])
