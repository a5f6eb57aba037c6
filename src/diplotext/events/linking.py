"""Which mentions tell of one event: joining drafts within an article, filling what they lack.

Full drafts (a visitor and a host; two sides) come first, in the order of the text. Then those
that only point back ("the visit", "his trip", "the meeting") go to the nearest event that
they can mean; if none fits they are dropped, since an event needs its participants' words.
"""

from __future__ import annotations

from bisect import bisect_right, insort

import attrs

from diplotext.events.agreement import (
    dates_conflict,
    people_agree,
    places_conflict,
    same_event,
    status_conflict,
)
from diplotext.events.bodies import meets
from diplotext.events.company import accompanied
from diplotext.events.destinations import with_destination
from diplotext.events.draft import KIN, Draft
from diplotext.events.mediators import presided
from diplotext.events.protagonist import with_protagonists
from diplotext.events.retold import DEALINGS, called, dealt_in, once_more
from diplotext.events.rounds import other_round
from diplotext.events.standing import days, status_at
from diplotext.events.tours import is_trip, stops
from diplotext.models import Article
from diplotext.rules.status import FAIR, Reading

_FAR = 8  # sentences over which the article's only meeting is "the meeting" that somebody attends
_NEAR = 4  # sentences over which a journey is still the one that is spoken of
MOST = 60
"""So many events are compared with one mention; an article has a handful."""


def link(drafts: list[Draft], article: Article) -> list[Draft]:
    """Join drafts of one event; the joined ones in order of first mention."""
    events: list[Draft] = []
    pointers: list[Draft] = []
    for draft in drafts:
        (events if _full(draft) and not draft.company else pointers).append(draft)
    joined: list[Draft] = []
    number: dict[int, int] = {}  # id of an event -> its place in ``joined``
    sharing: dict[tuple[str, str], list[int]] = {}  # family and side -> numbers of its events
    for draft in events:
        sides = [(draft.family, side) for side in draft.sides]
        numbers = sorted({k for side in sides for k in sharing.get(side, ())[-MOST:]})
        home = _home(draft, [joined[k] for k in numbers[-MOST:]])
        if home is None and draft.attended:
            home = _just_told(draft, joined[-MOST:])
        if home is None and draft.rules <= DEALINGS:
            home = dealt_in(draft, joined[-MOST:])
        if home is None:
            home = called(draft, joined[:MOST])
            if home is not None:
                for party in home.sides:
                    insort(sharing.setdefault((home.family, party), []), number[id(home)])
        if home is None:
            number[id(draft)] = len(joined)
            for side in sides:
                sharing.setdefault(side, []).append(len(joined))
            joined.append(draft)
        else:
            before = home.sides
            _join(home, draft)
            for gained in home.sides - before:
                insort(sharing.setdefault((home.family, gained), []), number[id(home)])
    trips = [p.copy() for p in pointers if is_trip(p, article)]
    tours = [t for t in trips if t.whens]
    told = {id(e): sorted([n for n, _ in e.mentions]) for e in joined}
    founded = len(joined)
    for pointer in pointers:
        near = [
            *around(joined, pointer.sentence, founded),
            *joined[max(founded, len(joined) - MOST) :],
        ]
        home = None if pointer.company and not pointer.host else _antecedent(pointer, near, told)
        if pointer.company and home is None:
            for host in accompanied(pointer, near):
                _join(host, pointer.copy())
            continue
        if home is None and pointer.attended:
            home = _just_told(pointer, near)
        home = home or presided(pointer, near)
        if home is not None:
            kind = home.kind
            _join(home, pointer)
            home.kind = kind
            _share_tour(pointer, home, near)
            for n, _ in pointer.mentions:
                insort(told[id(home)], n)
        else:
            event = (
                with_destination(pointer, near, article)
                or _next_leg(pointer, near, trips, article)
                or _with_guest(pointer, near)
                or with_protagonists(pointer, near)
                or _among_guests(pointer, near)
                or other_round(pointer, near)
                or once_more(pointer, near)
            )
            anew = event is not None and (pointer.arrives or pointer.kind == "visit")
            known = _home(event, near) if anew and event is not None else None
            if known is not None and event is not None:
                _join(known, event)
            elif event is not None:
                joined.append(event)
                told[id(event)] = sorted([n for n, _ in event.mentions])
    joined += stops(trips, joined, article)
    for tour in tours:
        _share_days(tour, joined)
    return sorted(joined, key=lambda d: d.order)


def _share_days(tour: Draft, events: list[Draft]) -> None:
    """Its days are those of each stop of which the text tells no day."""
    value = days(tour)
    if value is None or value.days == 1:
        return
    for visit in around(events, tour.sentence):
        if visit.kind != "visit" or visit.whens or visit.undated or visit.days:
            continue
        if {tour.status().value, visit.status().value} == {"planned", "held"}:
            continue  # "is to tour the region next week; she had been to Oman before"
        if abs(visit.sentence - tour.sentence) <= _NEAR and not tour.persons.isdisjoint(
            visit.persons
        ):
            visit.whens = [attrs.evolve(tour.whens[0].lent(value), edge="")]


def _share_tour(pointer: Draft, home: Draft, events: list[Draft]) -> None:
    """As in "a tour that will take her to Mali and Ghana": its days are those of each stop."""
    if pointer.kind != "visit" or pointer.host is not None or not pointer.whens:
        return
    for other in events:
        if other.trigger == home.trigger and other is not home and not other.whens:
            other.whens = [attrs.evolve(w, own=False) for w in pointer.whens]
            other.days = other.days or pointer.days


def _just_told(draft: Draft, events: list[Draft]) -> Draft | None:
    """The meeting of the last two sentences: those who "were also at the meeting" met there."""
    same = [e for e in events if e.family == draft.family]
    near = [e for e in same if 0 <= draft.sentence - e.sentence <= 2]
    if not near and len(same) == 1 and 0 <= draft.sentence - same[0].mentions[-1][0] <= _FAR:
        return same[0]
    return near[-1] if near else None


def around(events: list[Draft], sentence: int, count: int = -1) -> list[Draft]:
    """Of the first ``count`` events, in text order, those told around ``sentence``: all of an
    ordinary article.
    """
    count = len(events) if count < 0 else count
    if count <= MOST:
        return events[:count]
    at = bisect_right(events, sentence, 0, count, key=lambda e: e.sentence)
    first = max(0, min(at - MOST * 3 // 4, count - MOST))
    return events[first : min(first + MOST, count)]


def _next_leg(
    pointer: Draft, events: list[Draft], trips: list[Draft], article: Article
) -> Draft | None:
    """As in "the tour ends in Mali": another state on the journey told of before."""
    if pointer.kind != "visit" or pointer.host is None or pointer.roles or pointer.unnamed:
        return None
    before = [e for e in (*trips, *events) if e.kind == "visit" and e.sentence <= pointer.sentence]
    if not before:
        return None
    journey = max(before, key=lambda e: e.sentence)
    if not journey.persons and pointer.sentence - journey.mentions[-1][0] > _NEAR:
        return None  # a team's tour, a state's trip long ago
    if not pointer.definite:  # "a trip to Mali is being considered": by whom, if there are several?
        told = pointer.status().strength >= FAIR and not pointer.plural
        told &= all(e.host != pointer.host for e in before)
        last = max(n for n, _ in journey.mentions)
        if not told or pointer.sentence - last > _NEAR or len({e.persons for e in before}) > 1:
            return None
    roles = [r for r in journey.roles if r.side != pointer.host]
    if not roles:
        return None
    leg = pointer.of(roles)
    if pointer.status().strength == 0:  # "the stops are Oman and Mali"
        stands = Reading(status_at(journey, days(journey), article.published), FAIR)
        leg.statuses = [(stands, pointer.sentence, pointer.trigger)]
    return leg


def _among_guests(pointer: Draft, events: list[Draft]) -> Draft | None:
    """As in "Envoys of Oman and Chad are in Suva. The talks go on": they are the guests'."""
    if pointer.kind != "talks" or pointer.persons or pointer.weak or pointer.other:
        return None
    visits = [
        e
        for e in events
        if e.kind == "visit"
        and 0 <= pointer.sentence - e.mentions[-1][0] <= 2
        and len(e.own_sides) > 1
        and pointer.sides.isdisjoint(e.own_sides)
    ]
    if len(visits) != 1:
        return None
    return pointer.of([*visits[0].roles, *pointer.roles])


def _with_guest(pointer: Draft, events: list[Draft]) -> Draft | None:
    """Talks that name only the hosts' side are the visitor's of whom the text speaks there."""
    if pointer.family != "talks" or not pointer.roles or len(pointer.sides) != 1 or pointer.weak:
        return None
    if _alone_among_many(pointer):
        return None
    (side,) = pointer.sides
    if pointer.places and all(p.country not in (None, side) for p, _ in pointer.places):
        return None  # "Li is in Oman for talks": no talks with those who visit Li's country
    visits = [
        e
        for e in events
        if e.kind == "visit" and e.host == side and 0 <= pointer.sentence - e.mentions[-1][0] <= 2
    ]
    if len(visits) != 1 or not any(r.actor.kind == "person" for r in pointer.roles):
        return None
    return pointer.of([*visits[0].roles, *pointer.roles])


def _full(draft: Draft) -> bool:
    if draft.kind == "visit":
        return bool(draft.roles and draft.host)
    if draft.kind in ("conference", "summit"):
        bodies = any(r.actor.kind == "organisation" for r in draft.roles)
        return (
            len(draft.sides) >= 2
            or bodies
            or (bool(draft.roles) and (_abroad(draft) or draft.proper))
        )
    # "ASEAN ministers held a virtual meeting": the members of one body deal with each other.
    among_members = draft.remote and any(meets(r) for r in draft.roles)
    return len(draft.sides) >= 2 or among_members


def _abroad(draft: Draft) -> bool:
    country = next((p.country for p, _ in draft.places if p.country), None)
    return country is not None and any(r.side != country for r in draft.roles)


def _home(draft: Draft, events: list[Draft]) -> Draft | None:
    fits = [e for e in events if same_event(e, draft)]
    if not fits:
        return None
    exact = [e for e in fits if e.kind == draft.kind]
    return (exact or fits)[-1] if draft.definite else (exact or fits)[0]


def _antecedent(pointer: Draft, events: list[Draft], told: dict[int, list[int]]) -> Draft | None:
    """The event that "the visit" means: the nearest before it that fits, else the next."""
    if not (pointer.definite or pointer.roles or pointer.headline):
        return None
    kin, host = KIN[pointer.kind], pointer.host
    near = [e for e in events if e.kind in kin and (not host or host == e.host)]
    fits = [e for e in near if _may_point(pointer, e)]
    if not fits:
        return None
    n = pointer.sentence
    before = [e for e in fits if e.sentence <= n]
    if len(before) == 1:
        return before[0]
    if before:
        # The nearest; of those in one sentence the one with more of the same people.
        return max(before, key=lambda e: (
            told[id(e)][bisect_right(told[id(e)], n) - 1], len(pointer.persons & e.persons)
        ))  # fmt: skip
    return fits[0] if pointer.headline else None


def _may_point(pointer: Draft, event: Draft) -> bool:
    """Can the event be meant, one of the pointer's family and in its state?"""
    if pointer.kind == "call" and event.kind != "call":
        return False
    called_off = pointer.kind == "visit" and pointer.status().value == "cancelled"
    if (pointer.again or called_off) and status_conflict(event, pointer):
        return False
    if event.kind == "talks" and _alone_among_many(pointer):
        return False  # "will attend the trade summit": not what was told of him and another
    if event.kind == "talks" and pointer.setting and pointer.kind != "talks":
        return False  # "on the sidelines of the summit, he met her"
    if pointer.kind == "talks" and event.setting and pointer.sentence in event.framing:
        return False  # "the meeting took place during the summit"
    if pointer.other and not event.other and _tells_more(pointer, event):
        return False  # "the sixth round of the Oslo talks" is not what was told before
    ours, theirs = pointer.facts(), event.facts()
    if not ours.sides <= theirs.sides and not ours.sides <= event.sides:
        return False
    if ours.persons and ours.persons.isdisjoint(theirs.persons):
        return False
    if not people_agree(pointer, event):
        return False
    return not dates_conflict(pointer, event) and not places_conflict(pointer, event)


def _tells_more(pointer: Draft, event: Draft) -> bool:
    """Does it say where or when, while of the event the text does not?"""
    dated = "edition" in pointer.rules and bool(pointer.whens) and not event.whens
    return dated or bool(pointer.places and not event.places)


def _alone_among_many(draft: Draft) -> bool:
    """Does the text tell of one who comes to a gathering, but not of the others?"""
    gathering = draft.kind in ("summit", "conference") and not draft.bare
    return gathering and bool(draft.persons) and len(draft.sides) == 1 and not draft.definite


def _take_offices(home: Draft, other: Draft) -> None:
    """Who was named in a group ("the two presidents") has his office from where it is told."""
    if not any(r.office is None and r.actor.name and r.actor.kind == "person" for r in home.roles):
        return
    told = {r.actor.id: r.office for r in other.roles if r.office}
    if told:
        home.roles = [
            attrs.evolve(r, office=told[r.actor.id])
            if r.office is None and r.actor.id in told
            else r
            for r in home.roles
        ]


def _join(home: Draft, other: Draft) -> None:
    if home.headline and other.apart and 1 < len(other.sides) and other.sides < home.sides:
        home.roles, home.apart = list(other.roles), True  # "meets A and B": each apart
    known = home.actors
    covered = home.by_side.keys()
    _take_offices(home, other)
    for role in () if other.actors <= known else other.roles:
        if role.actor.id in known:
            continue
        if home.kind == "visit" and role.side == home.host:
            continue
        if role.actor.kind != "person" and role.side in covered:
            continue
        if role.actor.kind == "person" and role.actor.name is None and role.side in covered:
            continue
        if role.actor.kind == "person":
            home.roles = [
                r
                for r in home.roles
                if r.side != role.side
                or (r.actor.kind == "person" and r.actor.name is not None)
                or (r.actor.kind == "organisation" and {home.kind, other.kind} - {"talks", "call"})
            ]
        home.roles.append(role)
    if home.bare and not other.bare:
        home.kind, home.bare = other.kind, False
    generic = home.kind == "talks" or (
        home.kind == "conference" and (home.definite or home.headline)
    )
    if generic and other.kind == "summit":
        home.kind = "summit"  # "the gathering", then "a SADC summit"
    if len(home.places) < MOST:
        home.places += [p for p in other.places if p not in home.places]
    if len(home.whens) < MOST:
        home.whens += other.whens
    home.undated |= other.undated
    home.days = home.days or other.days
    home.statuses += other.statuses
    home.rules |= other.rules
    home.mentions += other.mentions
    home.bystanders += other.bystanders
    home.weak &= other.weak
    home.counted |= other.counted
    home.setting &= other.setting
    home.framing += other.framing
    if len(home.details) < MOST * 4:
        home.details = home.details + other.details
