"""Whether two drafts can tell of one event: their sides, persons, days, places and status agree."""

from __future__ import annotations

from diplotext.events.cast import Role
from diplotext.events.draft import Draft
from diplotext.events.standing import best_when
from diplotext.rules.status import FAIR, SURE

_NEAR = 4  # sentences over which "the summit" is the one told of with the same persons
_LONGEST = 21  # days of a visit of which first and last day are told apart


def same_event(a: Draft, b: Draft) -> bool:
    """Can the two full drafts be one event of one article?"""
    if a.family != b.family:
        return False
    if (a.earlier or b.earlier) and a.sentence == b.sentence:
        return False
    if (a.apart or b.apart) and a.kind == "talks" and a.sides != b.sides and not a.headline:
        return False  # who is met apart from the others is not met with them
    if a.setting != b.setting and a.kind != b.kind and "talks" in (a.kind, b.kind):
        return False  # a conference and what is held on its margins
    if (
        a.kind != b.kind
        and not (a.bare or b.bare)
        and not (a.headline and not a.persons and a.sides <= b.sides)
        and not _goes_on(a, b)
        and (a.sides != b.sides or not _shares_persons(a, b))
    ):
        return False  # talks of two on the margins of a summit are not the summit
    if a.family == "visit":
        if a.host != b.host or a.own_sides.isdisjoint(b.own_sides):
            return False
    elif not _sides_agree(a, b):
        return False
    if not people_agree(a, b):
        return False
    if dates_conflict(a, b):
        return False
    if places_conflict(a, b):
        return False
    return not status_conflict(a, b)


def _shares_persons(a: Draft, b: Draft) -> bool:
    """Do persons, named or not, take part in both?"""
    return any(r.actor.kind == "person" and r.actor.id in b.actors for r in a.roles)


def _goes_on(a: Draft, b: Draft) -> bool:
    """As in "a SADC summit", then "the gathering, which SADC called"."""
    return (
        a.kind == "summit"
        and b.kind == "conference"
        and b.definite
        and not b.whens
        and b.sides <= a.sides
        and 0 <= b.sentence - a.mentions[-1][0] <= 2
    )


def _sides_agree(a: Draft, b: Draft) -> bool:
    first, second = a.sides, b.sides
    shared = first & second
    needed = min(2, len(first), len(second))
    far = 1 if a.persons.isdisjoint(b.persons) else _NEAR
    if a.kind == b.kind == "summit" and b.definite and 0 < b.sentence - a.mentions[-1][0] <= far:
        needed = 1  # "an SADC summit", then "the summit" with those who came
    if len(shared) < needed:
        return False
    if a.kind in ("summit", "conference") or b.kind in ("summit", "conference"):
        bodies = {r.side for r in a.roles if r.actor.kind == "organisation"}
        others = {r.side for r in b.roles if r.actor.kind == "organisation"}
        if bodies and others:
            return bool(bodies & others)
        return bool(shared)
    return first <= second or second <= first


def people_agree(a: Draft, b: Draft) -> bool:
    """For each side with persons on both, some person is the same (or one is unnamed)."""
    theirs = b.by_side
    for side, ours in a.by_side.items():
        others = theirs.get(side)
        if others and not any(_same_person(x, y) for x in ours for y in others):
            return False
    return True


def _same_person(a: Role, b: Role) -> bool:
    if a.actor.id == b.actor.id:
        return True
    if a.actor.name and b.actor.name:
        return False
    if not (a.office and b.office) or GENERIC & {a.office, b.office}:
        return True
    return bool(set(a.office.split()) & set(b.office.split()))


GENERIC = frozenset(
    {
        "leader",
        "chief",
        "head",
        "top diplomat",
        "official",
        "envoy",
        "boss",
        "strongman",
        "ruler",
        "diplomat",
        "counterpart",
    }
)
"""Offices that say too little to tell two people apart."""


def dates_conflict(a: Draft, b: Draft) -> bool:
    first, second = best_when(a), best_when(b)
    if first is None or second is None or any(w.moved for w in (*a.whens, *b.whens)):
        return False
    if first.overlaps(second) or _one_arrival(a, b):
        return False
    if _only_ends(b) != _only_ends(a):
        start, end = (second, first) if _only_ends(a) else (first, second)
        return not 0 <= (end.end - start.start).days < _LONGEST
    if a.family == "visit" and a.days and first.days == 1:
        return not 0 <= (second.start - first.start).days < a.days
    return True


def _only_ends(draft: Draft) -> bool:
    """Does it only say when the event is over: "the visit ends on Thursday"?"""
    return all(w.edge == "end" for w in draft.whens)


def _one_arrival(a: Draft, b: Draft) -> bool:
    """As in "left Accra for Minsk on Tuesday, arrived in Minsk last night": one journey."""
    return (
        a.family == "visit"
        and a.sentence == b.sentence
        and all(any(r.course == "begin" for r, _, _ in d.statuses) for d in (a, b))
    )


def places_conflict(a: Draft, b: Draft) -> bool:
    if a.family == "visit":
        return False
    ours = {p.country for p, _ in a.places if p.country}
    theirs = {p.country for p, _ in b.places if p.country}
    return bool(ours and theirs and not ours & theirs)


_BEHIND = frozenset({"held"})
_AHEAD = frozenset({"planned", "possible"})


def status_conflict(a: Draft, b: Draft) -> bool:
    first, second = a.status(), b.status()
    if first.strength < FAIR or second.strength < FAIR:
        return False
    values = {first.value, second.value}
    if "cancelled" in values and (_begun(a) or _begun(b)):
        return True  # "arrived in Chad", then "the trip was cancelled": another
    if a.family == "talks" and "cancelled" in values and values & {"held", "ongoing"}:
        return True
    if not (values & _BEHIND and values & _AHEAD):
        return False
    dated = best_when(a) is not None and best_when(b) is not None
    return (
        b.again
        or a.again
        or not b.definite
        or (dated and SURE in (first.strength, second.strength))
    )


def _begun(visit: Draft) -> bool:
    """Does the text tell that the guest has come?"""
    reading = visit.status()
    return visit.kind == "visit" and reading.value == "ongoing" and reading.course == "begin"
