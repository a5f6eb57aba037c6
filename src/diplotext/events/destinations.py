"""Where a journey leads of which only the arrival is told: "he arrived on Tuesday for two days".

It leads to where he has talks, as far as the article tells, or to where the report comes from.
"""

from __future__ import annotations

from diplotext.events.draft import Draft
from diplotext.events.whereabouts import dateline_place
from diplotext.lexicon import state
from diplotext.models import Article, Place, Span

_NEAR = 6  # sentences between the arrival and the talks


def with_destination(pointer: Draft, events: list[Draft], article: Article) -> Draft | None:
    """The visit with its host, where the talks near it or the dateline give one."""
    if pointer.kind != "visit" or pointer.host or not pointer.roles or not pointer.arrives:
        return None
    found = (
        _of_talks(pointer, events)
        or _of_dateline(pointer, article)
        or _of_scene(pointer, events)
        or _of_hosts(pointer, events)
    )
    if found is None:
        return None
    place, span = found
    visit = pointer.copy()
    visit.host, visit.host_span, visit.places = place.country, span, [found]
    return visit


def _of_talks(pointer: Draft, events: list[Draft]) -> tuple[Place, Span] | None:
    """Where the visitor meets somebody, nearest first; talks at his own seat do not count."""
    own = pointer.own_sides
    near = [
        e
        for e in events
        if e.family == "talks"
        and not pointer.persons.isdisjoint(e.persons)
        and abs(e.sentence - pointer.sentence) <= _NEAR
    ]
    near.sort(key=lambda e: abs(e.sentence - pointer.sentence))
    for event in near:
        for place, span in event.places:
            if place.country is not None and place.country not in own:
                return place, span
    return None


def _of_dateline(pointer: Draft, article: Article) -> tuple[Place, Span] | None:
    dateline = article.dateline
    place = dateline_place(dateline) if dateline else None
    if place is None or dateline is None or place.country in pointer.own_sides:
        return None
    at = article.text.find(dateline)
    return place, Span(at, at + len(dateline))


def _of_scene(pointer: Draft, events: list[Draft]) -> tuple[Place, Span] | None:
    """Where everything near it takes place, if that is in one state."""
    there: dict[str, tuple[Place, Span]] = {}
    for event in events:
        if abs(event.sentence - pointer.sentence) <= _NEAR:
            for place, span in event.places:
                if place.country is not None:
                    there.setdefault(place.country, (place, span))
    if len(there) != 1 or not pointer.own_sides.isdisjoint(there):
        return None
    return next(iter(there.values()))


def _of_hosts(pointer: Draft, events: list[Draft]) -> tuple[Place, Span] | None:
    """To whom he comes: the one other side of his talks told beside the arrival."""
    for event in events:
        if event.family != "talks" or pointer.persons.isdisjoint(event.persons):
            continue
        others = {r.side: r for r in event.roles if r.side not in pointer.own_sides}
        if abs(event.sentence - pointer.sentence) > 1 or len(others) != 1:
            continue
        (role,) = others.values()
        known = state(role.actor.country) if role.actor.country else None
        if known is not None:
            return Place(known.name, known.code), role.span
    return None
