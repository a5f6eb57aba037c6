"""Several events in one mention: "separate talks with A and B", "the G7 and NATO summits"."""

from __future__ import annotations

import attrs

from diplotext.events.cast import Cast
from diplotext.events.draft import Draft
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention

_EACH = frozenset({"separate", "individual", "respective", "one-on-one", "back-to-back"})
"""Adjectives that say there was one meeting with each."""

_SEPARATELY = frozenset({"separately", "individually", "consecutively"})


def by_counterpart(base: Draft, event: EventMention, cast: Cast, tokens: Tokens) -> list[Draft]:
    """One draft for each counterpart whom the words set apart, else the one draft."""
    if base.kind not in ("talks", "call"):
        return [base]
    verb = event.trigger.verb
    if verb is not None and verb.passive:
        return [base]
    units = event.roles.get("participant", [])
    met = [u for u in units if u.i >= event.trigger.j]
    before = [u for u in units if u.i < event.trigger.j]
    groups = _groups(event, met, tokens) if met and before else []
    drafts: list[Draft] = []
    ours = cast.of(before)
    sides = {r.side for r in ours}
    for group in groups:
        roles = [r for r in cast.of(group) if r.side not in sides]
        for one in [roles] if len(groups) > 1 else [[r] for r in roles]:
            if one:
                draft = base.copy()
                draft.roles, draft.plural, draft.definite = [*ours, *one], False, False
                drafts.append(draft)
    return drafts if len(drafts) > 1 else [base]


def _groups(event: EventMention, met: list[Unit], tokens: Tokens) -> list[list[Unit]]:
    """Who was met together: all (so one each), or those before and after "separately"."""
    if not _EACH.isdisjoint(event.format):
        return [met]
    first, last = min(u.i for u in met), max(u.j for u in met)
    start = max(event.trigger.i - 1, event.clause.subject[-1].j if event.clause.subject else 0)
    words = tokens.lower[start : last + 2]
    marks = [start + k for k, word in enumerate(words) if word in _SEPARATELY]
    if not marks:
        return []
    if first <= marks[0] < last:
        return [[u for u in met if u.j <= marks[0]], [u for u in met if u.i > marks[0]]]
    return [met]


def by_body(base: Draft) -> list[Draft]:
    """One summit for each body: "the G7 and NATO summits"."""
    bodies = [r for r in base.roles if r.actor.kind == "organisation"]
    if not base.plural or base.kind not in ("summit", "conference") or len(bodies) < 2:
        return [base]
    others = [r for r in base.roles if r not in bodies]
    apart = [base.copy() for _ in bodies]
    for one, body in zip(apart, bodies, strict=True):
        one.roles, one.plural = [body, *others], False
    return apart


def by_day(base: Draft) -> list[Draft]:
    """One event for each day: "after their talks on March 2 and June 9"."""
    own = [w for w in base.whens if w.value.precision == "day"]
    if not base.plural or len(own) < 2 or len(own) != len(base.whens):
        return [base]
    apart = [base.copy() for _ in own]
    for one, when in zip(apart, own, strict=True):
        one.whens, one.plural, one.definite = [attrs.evolve(when, own=True)], False, False
    return apart
