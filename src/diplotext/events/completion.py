"""What an article says of an exercise beyond the clauses that name it.

News tells who, where and until when in sentences of their own ("It will run until Friday", "ships
of six states have been sent"). A sentence that speaks of one exercise only completes that one;
a sentence that names none goes on about the exercise just told of, or about the one that
the article is about.
"""

from __future__ import annotations

from diplotext.events import (
    extent,
    grounds,
    hosting,
    muster,
    ownership,
    partaking,
    spell,
    theatre,
    training,
)
from diplotext.events.cast import Cast, Role
from diplotext.events.course import days
from diplotext.events.draft import READ
from diplotext.events.joining import Drill
from diplotext.events.proper import organisers
from diplotext.events.spots import is_state
from diplotext.events.vocabulary import said
from diplotext.models import Mention
from diplotext.reading.document import Document

_NEAR = 2
"""So many sentences on, "it" and "they" still mean the exercise just told of."""


def complete(
    events: list[Drill], document: Document, cast: Cast, marked: set[int], silent: set[int]
) -> None:
    """Add what sentences that speak of one exercise only say beyond its own clause. ``silent``:
    sentences of which the days and places are those of something else.
    """
    homes: dict[int, list[Drill]] = {}
    for event in events:
        for n in set(event.sentences):
            homes.setdefault(n, []).append(event)
    if not homes:
        return
    theme = _theme(events)
    lead, second = _lead(events)
    last: Drill | None = None
    at = fired = -9
    for n in range(min(homes), len(document.sentences)):
        if document.sentences[n].part not in READ:
            continue
        owners = homes.get(n, [])
        if owners:
            last, at = owners[-1], n
            if len(owners) == 1 and (n not in silent or last.kin is not None):
                training.enrich(last.draft, document, cast, n, marked)
                _add_forces(last, document, cast, n, marked)
            continue
        if last is None:
            continue
        near = n - at <= _NEAR
        if near or theme is last or (last is lead and n < second):
            spell.add_edges(last.draft, document, n, marked, near)
            _add_forces(last, document, cast, n, marked)
        if (n - at <= 3 or n - fired == 1) and grounds.firing(document, n):
            fired = n
            last.told.append(n)
            last.draft.places += grounds.fired_at(document, n)
        elif (near and partaking.joins(document, n)) or (
            len(events) == 1 and partaking.lists(document, n)
        ):
            partaking.add_sides(last.draft, document, cast, n, marked)
    named: dict[str, Mention] = {}
    for mention in document.mentions:
        if mention.actor is not None and mention.actor.startswith("state:"):
            named.setdefault(mention.actor.removeprefix("state:"), mention)
    for event in events:
        event.draft.roles = ownership.at_home(event, document)
        if not event.draft.roles and event.kin is None:
            event.draft.roles = ownership.presumed(event, document, cast)
        _add_organisers(event, named, cast)
        event.draft.places += grounds.here(event, document, marked)
        if not event.draft.places:
            event.draft.places += grounds.pointed(event, events, document)
    if theme is not None and all(is_state(p) for p, _ in theme.draft.places):
        theme.draft.places += grounds.written_from(theme, document)


def _add_forces(
    event: Drill, document: Document, cast: Cast, sentence: int, marked: set[int]
) -> None:
    """Add where the forces of the exercise are at work, and those who have come or sent forces."""
    if event.kin is not None or not theatre.same_time(document, sentence, days(event.draft)):
        return
    event.draft.places += extent.ground(document, sentence, marked)
    come: list[Role] = []
    joining = come if _of_many(event, document) else None
    found = theatre.worked_at(document, cast, sentence, marked, event.draft.sides, joining)
    if found:
        event.draft.places += found
        event.told.append(sentence)
    come += cast.of(hosting.playing(document, sentence, marked))
    come += muster.mustered(document, cast, sentence)
    if come:  # then its lists tell who has come too
        come += partaking.sides(document, cast, sentence, set())
    for role in come:
        if role.side not in event.draft.sides:
            event.draft.roles.append(role)


def _of_many(event: Drill, document: Document) -> bool:
    """Is it one of many states, of whom some may be named only by what their forces do?"""
    if len(event.draft.sides) > _FEW or any(
        r.actor.kind == "organisation" for r in event.draft.roles
    ):  # fmt: skip
        return True
    return any(
        not said("of_many").isdisjoint(document.lower_in(n)) for n in event.sentences[:_FIRST]
    )


_FEW = 2
"""More sides than these may not be all."""

_FIRST = 6
"""So many of its sentences tell how many take part."""


def _add_organisers(event: Drill, named: dict[str, Mention], cast: Cast) -> None:
    """Add who runs the series with the state told of, where the article names them at all."""
    sides = event.draft.sides
    codes = organisers(event.name) if event.name is not None else ()
    if not 1 < len(codes) <= 3 or sides.isdisjoint(codes):
        return
    for code in codes:
        if code not in sides and code in named:
            event.draft.roles += [r for r in cast.named(named[code]) if r.side == code]


def _lead(events: list[Drill]) -> tuple[Drill | None, int]:
    """The exercise with which the article opens, and where the next one is told of."""
    first = min(events, key=lambda e: e.first)
    if first.first > _TOP or first.kin is not None or first.past or first.background:
        return None, 0
    return first, min((e.first for e in events if e is not first), default=0)


_TOP = 2
"""Within so many sentences an article opens with what it is about."""


def _theme(events: list[Drill]) -> Drill | None:
    """The exercise that the article is about: the only one that is not told as background, or the
    one of which it tells far more than of any other.
    """
    own = [e for e in events if e.kin is None and not e.past and not e.background]
    own = own or [e for e in events if e.kin is None and not e.past]
    told = sorted((len(set(e.sentences)) for e in own), reverse=True)
    if len(own) > 1 and told[0] < 2 * told[1]:
        return None
    return max(own, key=lambda e: len(set(e.sentences)), default=None)
