"""Whose exercise it is where no words say who takes part.

The leader who oversees it, the forces of which its sentences speak, the states that run the
series, and the state where the article is at home tell of it; so does an exercise told before.
"""

from __future__ import annotations

import itertools

from diplotext.events.cast import Cast, Role, of_state
from diplotext.events.joining import Drill
from diplotext.events.proper import organisers
from diplotext.events.vocabulary import said
from diplotext.events.whereabouts import dateline_place
from diplotext.models import Actor, Span
from diplotext.reading.document import Document


def owners(document: Document, cast: Cast, sentence: int) -> list[Role]:
    """The one state of whose forces, or leader, the sentence speaks; nobody if it names several."""
    tokens = document.tokens
    span = document.sentences[sentence].span
    found: dict[str, Role] = {}
    for mention in document.mentions_in(tokens.at(span.start), tokens.at(span.end)):
        if mention.kind == "force":
            i = tokens.at(mention.span.start)
            if said("apart").isdisjoint(tokens.lower[max(0, i - 3) : i]):
                found.update((r.side, r) for r in cast.named(mention) if r.actor.kind == "state")
    return list(found.values()) if len(found) == 1 else []


def presumed(event: Drill, document: Document, cast: Cast) -> list[Role]:
    """Whose exercise it is where nothing says so outright: the leader's who oversees it, the forces
    of which its sentences speak if they are one state's, the states that run the series, or the
    state in which the article is at home if it speaks of "the army".
    """
    states = {r.actor.country: r for r in event.leaders if r.actor.country}
    if len(states) == 1:
        ((leader, role),) = states.items()
        return [Role(of_state(leader), None, role.span)]
    tokens = document.tokens
    found: dict[str, Role] = {}
    for n in sorted(set(event.sentences)):
        found.update((r.side, r) for r in owners(document, cast, n))
    if len(found) == 1:
        return list(found.values())
    if event.name is not None:
        name = event.name
        span = Span(tokens.start[name.i], tokens.end[name.j - 1])
        return [Role(_organiser(code), None, span) for code in organisers(name)]
    if not found:
        reporter = _reporter(event, document, cast)
        if reporter is not None:
            return [reporter]
    code = _home(event, document) if not found else None
    if code is not None:
        for n in sorted(set(event.sentences)):
            word = _own_forces(document, n)
            if word is not None:
                return [Role(of_state(code), None, word)]
    return []


def _reporter(event: Drill, document: Document, cast: Cast) -> Role | None:
    """The state whose defence ministry reports what "army units" or "three battalions" did, where
    the sentence names no other.
    """
    tokens = document.tokens
    for n in sorted(set(event.sentences))[:2]:
        span = document.sentences[n].span
        first, last = tokens.at(span.start), tokens.at(span.end)
        lower = tokens.lower[first:last]
        if said("forces").isdisjoint(lower) or _REPORTS.isdisjoint(lower):
            continue
        mentions = [m for m in document.mentions_in(first, last) if m.actor is not None]
        roles = [r for m in mentions for r in cast.named(m)]
        home = [
            m
            for m in mentions
            if _defends(tokens.lower[tokens.at(m.span.start) : tokens.at(m.span.end)])
        ]
        if len({r.side for r in roles}) == 1 and home:
            return next(
                (Role(of_state(r.side), None, r.span) for r in roles if r.actor.country), None
            )
    return None


_REPORTS = frozenset(
    {"according", "announced", "announcing", "reported", "said", "statement", "told"}
)


def _defends(words: list[str]) -> bool:
    """Is it a ministry of defence?"""
    return not {"defence", "defense"}.isdisjoint(words) and not {
        "ministry",
        "department",
    }.isdisjoint(words)


def _organiser(code: str) -> Actor:
    if len(code) == 2:
        return of_state(code)
    return Actor(f"org:{code}", code, "organisation", organisation=code)


def _own_forces(document: Document, sentence: int) -> Span | None:
    """The words of a sentence for forces without a state: "the army", "its navy"."""
    tokens = document.tokens
    for unit in document.units(sentence):
        if (
            unit.nominal
            and unit.role in ("subject", "phrase")
            and unit.det in ("the", "its", "our", "their", "")
            and unit.word in said("services")
            and not any(m.mention is not None for m in unit.mods)
            and (unit.mention is None or unit.mention.actor is None)
            and (unit.det or unit.word == "marines")
        ):
            return Span(tokens.start[unit.i], tokens.end[unit.j - 1])
    return None


def _home(event: Drill, document: Document) -> str | None:
    """The one state of which place and dateline speak."""
    places = {p.country for p, _ in event.draft.places if p.country}
    dateline = document.article.dateline
    place = dateline_place(dateline) if dateline else None
    if len(places) == 1 and (place is None or place.country in places):
        return places.pop()
    return place.country if place is not None and not places else None


def share_sides(events: list[Drill], document: Document) -> None:
    """As in "both armies also trained with Peru": those of the exercise told before."""
    tokens = document.tokens
    pair: list[Role] = []
    for event in events:
        span = document.sentences[event.draft.sentence].span
        lower = tokens.lower[tokens.at(span.start) : tokens.at(span.end)]
        known = {r.side for r in event.draft.roles}
        if pair and len(known) < 2 and any(
            w in said("pairs") and v in ("both", "two") for v, w in itertools.pairwise(lower)
        ):  # fmt: skip
            event.draft.roles += [r for r in pair if r.side not in known]
        states = [r for r in event.draft.roles if r.actor.kind == "state"]
        if len({r.side for r in states}) == 2:
            pair = states


def at_home(event: Drill, document: Document) -> list[Role]:
    """The sides, with "the Marine Corps" taken for that of the article's own state where nothing
    else speaks of the state that is known for it.
    """
    roles: list[Role] = []
    for role in event.draft.roles:
        bare = role.span.of(document.article.text).lower().removeprefix("the ")
        code = role.actor.country
        if bare in said("shared_names") and not any(
            m.span != role.span and m.actor == f"state:{code}" for m in document.mentions
        ):
            home = _home(event, document)
            role = Role(of_state(home), None, role.span) if home is not None else role
        roles.append(role)
    return roles
