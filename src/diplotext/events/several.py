"""Several events in one mention: "separate talks with the presidents of A and B", "the G7 and NATO
summits".
"""

from __future__ import annotations

import itertools

import attrs

from diplotext.events.apart import keeps_apart, says_apart
from diplotext.events.cast import Cast
from diplotext.events.draft import Draft
from diplotext.lexicon.tokens import Tokens
from diplotext.rules.match import EventMention

_JOINT = frozenset({"between", "among"})
"""Before those who meet each other: "to mediate discussions between A and B"."""


def by_counterpart(base: Draft, event: EventMention, cast: Cast, tokens: Tokens) -> list[Draft]:
    """One draft for each of those whom one noun group names and the words set apart: "separate
    talks with the presidents of A and B". Those in several groups ``apart`` has parted already.
    """
    verb = event.trigger.verb
    if base.kind not in ("talks", "call"):
        return [base]
    units = event.roles.get("participant", [])
    if any(u.role == "phrase" and u.prep in _JOINT for u in units):
        return [base]
    before = [u for u in units if u.i < event.trigger.j]
    if not before or len(before) == len(units):
        return [base]
    ours = cast.of(before)
    sides = {r.side for r in ours}
    met = [r for r in cast.of([u for u in units if u.i >= event.trigger.j]) if r.side not in sides]
    if len(met) == 1 and len(sides) > 1:  # "they each met A", "both were received in turn by A"
        ours, met = met, ours
        after = event.trigger.j  # not of those who "met A and B separately", "met each of them"
        theirs = event.parted or "each" in tokens.lower[after : after + _SOON // 2]
        parted = not theirs and says_apart(event, tokens)
    else:
        parted = not (verb is not None and verb.passive) and keeps_apart(event, tokens)
    if not ours or len(met) < 2 or not parted:
        return [base]
    drafts = [base.copy() for _ in met]
    for draft, role in zip(drafts, met, strict=True):
        draft.roles, draft.plural, draft.definite = [*ours, role], False, False
        draft.apart = says_apart(event, tokens)
    return drafts


def by_body(base: Draft) -> list[Draft]:
    """One summit for each body: "the G7 and NATO summits"."""
    if not base.plural or base.kind not in ("summit", "conference"):
        return [base]
    bodies = [r for r in base.roles if r.actor.kind == "organisation"]
    if len(bodies) < 2:
        return [base]
    others = [r for r in base.roles if r not in bodies]
    apart = [base.copy() for _ in bodies]
    for one, body in zip(apart, bodies, strict=True):
        one.roles, one.plural = [body, *others], False
    return apart


def by_day(base: Draft) -> list[Draft]:
    """One event for each day: "after their talks on March 2 and June 9"; of an exercise, which may
    last, one for each year.
    """
    if not base.plural or len(base.whens) < 2:
        return [base]
    apart_by = "year" if base.kind == "exercise" else "day"
    later = base.kind == "exercise"
    own = [
        w for w in base.whens if w.value.precision == apart_by and (later or w.span > base.trigger)
    ]
    if len(own) != len(base.whens):
        return [base]
    apart = [base.copy() for _ in own]
    for one, when in zip(apart, own, strict=True):
        one.whens, one.plural, one.definite = [attrs.evolve(when, own=True)], False, False
    return apart


_TIMES = frozenset({"twice", "thrice", "times"})
_SOON = 8  # tokens after the verb that may say so


def by_stay(base: Draft, event: EventMention, tokens: Tokens) -> list[Draft]:
    """One visit for each day or year: "three visits, in 1996, 2004 and 2005"."""
    last = max((d.i for d in event.dates), default=event.trigger.j)
    said = tokens.lower[event.trigger.j : min(last, event.trigger.j + _SOON)]
    often = base.plural or not _TIMES.isdisjoint(said)
    whens = base.whens
    if not often or len(whens) < 2 or any(w.bound or w.range for w in whens):
        return [base]
    if any(a.value.overlaps(b.value) for a, b in itertools.pairwise(whens)):
        return [base]
    apart = [base.copy() for _ in whens]
    for one, when in zip(apart, whens, strict=True):
        one.whens, one.plural, one.definite = [attrs.evolve(when, own=True)], False, False
    return apart
