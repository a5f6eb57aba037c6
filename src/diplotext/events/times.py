"""How often: "have met several times since May" tells of none of these meetings in particular."""

from __future__ import annotations

from diplotext.lexicon.tokens import Tokens
from diplotext.rules.match import EventMention

_OFTEN = frozenset(
    {"repeatedly", "frequently", "regularly", "often", "routinely", "periodically", "occasionally"}
)
_TIMES = frozenset({"times", "occasions"})
_COUNTING = _OFTEN | _TIMES
_SOME = frozenset(
    {"several", "multiple", "many", "numerous", "countless", "various", "dozens", "few", "number"}
    | {"three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "umpteen"}
)
_NEAR = 14
"""Tokens behind the verb in which such words stand."""


def many_times(event: EventMention, tokens: Tokens) -> bool:
    """Is it said of a verb that it was done again and again?"""
    verb = event.trigger.verb
    if verb is None or verb.kind != "finite":
        return False
    if not _OFTEN.isdisjoint(verb.adverbs):
        return True
    near = tokens.lower[event.trigger.j : event.trigger.j + _NEAR]
    if _COUNTING.isdisjoint(near):
        return False
    for at, word in enumerate(near):
        if word in ",.;":
            return False
        if word in _OFTEN:
            return True
        if word in _TIMES:
            return not _SOME.isdisjoint(near[max(at - 3, 0) : at])
    return False
