"""Tours of which only the stops tell where they lead: "a Gulf tour. In Doha she sees the emir".

Whoever is said to be on a journey, and to meet somebody abroad in the sentences after that, is
visiting there.
"""

from __future__ import annotations

from diplotext.events.draft import Draft
from diplotext.models import Article

_NOUNS = frozenset({"tour", "trip", "swing", "journey"})
_REACH = 6
"""Sentences after the journey is told in which its stops are."""

_MOST = 12
"""So many stops are looked for."""


def is_trip(draft: Draft, article: Article) -> bool:
    """As in "a ten-day tour that began on Sunday": where to, the text tells elsewhere."""
    if draft.kind != "visit" or draft.host is not None or not draft.persons:
        return False
    return draft.trigger.of(article.text).split()[-1].lower() in _NOUNS


def stops(trips: list[Draft], events: list[Draft], article: Article) -> list[Draft]:
    """The visits at which somebody on a tour meets others, where no visit there is told."""
    found: list[Draft] = []
    for trip in trips[:_MOST]:
        if not _is_of_several(trip, article):
            continue
        for talks in events:
            if len(found) < _MOST and _is_stop(talks, trip):
                place = next(((p, s) for p, s in talks.places if p.country), None)
                if place is None or place[0].country is None:
                    continue
                if _is_told(place[0].country, trip, (*events, *found)):
                    continue
                visit = trip.copy()
                visit.sentence, visit.trigger = talks.sentence, talks.trigger
                visit.mentions = talks.mentions[:1]
                visit.host, visit.host_span, visit.places = place[0].country, place[1], [place]
                visit.statuses = talks.statuses[:]
                visit.whens = talks.whens[:]
                found.append(visit)
    return found


def _is_of_several(trip: Draft, article: Article) -> bool:
    """Does it lead to several states: "a tour", "a four-nation trip"?"""
    noun = trip.trigger.of(article.text).split()[-1].lower()
    return noun in ("tour", "swing") or not _SEVERAL.isdisjoint(trip.format)


_SEVERAL = frozenset({"nation", "country", "state", "leg", "regional", "foreign", "overseas"})


def _is_stop(talks: Draft, trip: Draft) -> bool:
    """Does somebody on the tour meet a host in his state, on the way?"""
    if talks.kind != "talks" or not 0 <= talks.sentence - trip.sentence <= _REACH:
        return False
    country = next((p.country for p, _ in talks.places if p.country), None)
    return (
        not trip.persons.isdisjoint(talks.persons)
        and country is not None
        and country in talks.sides
        and country not in trip.own_sides
        and {talks.status().value, trip.status().value} != {"planned", "held"}
    )


def _is_told(host: str, trip: Draft, events: tuple[Draft, ...]) -> bool:
    return any(
        e.kind == "visit" and e.host == host and not e.persons.isdisjoint(trip.persons)
        for e in events
    )
