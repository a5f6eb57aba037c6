"""How often: "have met several times since May" tells of none of these meetings in particular."""

from __future__ import annotations

from diplotext.lexicon.tokens import Tokens
from diplotext.rules.match import EventMention

_OFTEN = frozenset(
    {"repeatedly", "frequently", "regularly", "often", "routinely", "periodically", "occasionally"}
)
_TIMES = frozenset({"times", "occasions"})
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
    lower = tokens.lower
    for at in range(event.trigger.j, min(event.trigger.j + _NEAR, len(lower) - 1)):
        word = lower[at]
        if word in ",.;":
            return False
        if word in _OFTEN:
            return True
        if word in _TIMES:
            return not _SOME.isdisjoint(lower[max(at - 3, event.trigger.j) : at])
    return False
