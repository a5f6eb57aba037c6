"""Meetings of which no single one is told: yearly ones, dozens of them, the practice of meeting."""

from __future__ import annotations

from itertools import pairwise

from diplotext.events.draft import Draft
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules.frames import singular
from diplotext.rules.match import EventMention

_SERIES = frozenset({"annual", "regular", "yearly", "biennial", "monthly", "weekly"})

_MANY = 10
"""Of so many meetings the text tells none by itself."""


def is_habit(base: Draft, event: EventMention, tokens: Tokens) -> bool:
    """As in "they hold annual summits", "had over 25 conversations", "the practice of meetings"."""
    mods = {*event.format, event.trigger.word}
    if base.plural and not base.whens and mods & _SERIES:
        return True
    if event.status.value == "present" and not base.whens and _is_repeated(event):
        return True
    if event.frame.kind == "exercise" or event.trigger.kind != "noun":
        return False
    return (
        (base.plural and _is_countless(event, tokens))
        or _is_custom(event.trigger, tokens)
        or _is_any(event)
    )


def _is_repeated(event: EventMention) -> bool:
    """As in "the council meets every year": none in particular."""
    return event.frame.kind != "exercise" and any(
        d.date is not None and d.date.kind == "repeated" for d in event.dates
    )


def _is_countless(event: EventMention, tokens: Tokens) -> bool:
    """As in "over 25 conversations", "dozens of meetings"; a single day may see many."""
    if any(u.date and u.date.value and u.date.value.days < _MANY for u in event.dates):
        return False
    trigger = event.trigger
    before = tokens.lower[trigger.i : trigger.head]
    counts = (w for last, w in pairwise(["", *before]) if w.isdecimal() and last != "-")
    if any(_MANY <= int(w) < _YEARS for w in counts):  # not "the G-20 meetings"
        return True
    if not words()["countless"].isdisjoint(before):
        return True
    host = trigger.host
    return trigger.prep == "of" and host is not None and host.word in words()["heaps"]


_YEARS = 1000
"""From here on a number is a year: "the 2023 talks"."""


def _is_custom(trigger: Unit, tokens: Tokens) -> bool:
    """As in "the practice of council meetings", "24 years of negotiations": no particular one."""
    host = trigger.host
    return (
        trigger.prep == "of" and host is not None and tokens.lower[host.j - 1] in words()["customs"]
    )


_TALKING = frozenset({"dialogue", "talk", "talks", "negotiation", "consultation", "discussion"})

_WHAT_IT_IS = frozenset({"be", "make", "remain", "matter", "need", "require", "help", "serve"})
"""Verbs by which something is told of talks as such: "is useful", "makes sense"."""

_OUGHT = frozenset({"must", "should", "would", "can", "cannot"})


def _is_any(event: EventMention) -> bool:
    """As in "dialogue with Oman is useful", "talks must be fair": whenever there are any."""
    trigger, verb = event.trigger, event.clause.verb
    if trigger.role != "subject" or singular(trigger.word) not in _TALKING or trigger.det:
        return False
    if trigger.mods or event.dates or event.places or verb is None or verb.verb is None:
        return False
    group = verb.verb
    if group.modal in _OUGHT:
        return True
    at = any(p.host is verb and p.prep in ("in", "at", "on", "under") for p in event.clause.phrases)
    now = group.tense == "present" and not (group.passive or group.progressive or group.perfect)
    return now and verb.word in _WHAT_IT_IS and not at
