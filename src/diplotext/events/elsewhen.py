"""Days in an event's clause that are those of something else: of a vote before which two met, of
the trip on which somebody was invited.
"""

from __future__ import annotations

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention

_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def right_behind(date: Unit, event: EventMention, tokens: Tokens) -> bool:
    """As in "met a day after arriving on Monday": the day is that of the arrival itself."""
    return event.trigger.i < date.i and "," not in tokens.lower[event.trigger.j : date.i]


def counted_from(date: Unit, event: EventMention, tokens: Tokens) -> int | None:
    """Of "met two days before the vote on May 5": the day is that of the vote, from which the event
    lies so many days back (or ahead, below nothing); 0 where they are not counted. None: its own.
    """
    lower, last = tokens.lower, date.i
    for at in range(last - 2, max(event.trigger.j - 1, last - _FAR, 0), -1):
        word = lower[at]
        if word in ",;":
            return None
        if word not in _BESIDE:
            continue
        unit = lower[at - 1]
        if unit not in _SPANS or (unit == "day" and lower[at - 2] not in _COUNTS):
            continue
        count = _COUNTS.get(lower[at - 2], 0) * _SPANS[unit]
        return count if word in ("before", "ahead") else -count
    return None


def of_invitation(date: Unit, event: EventMention, tokens: Tokens) -> bool:
    """Of "invited her to Oslo during his visit in May": the day is when he said so."""
    verb = event.clause.verb
    above = event.clause.parent.verb if event.clause.parent is not None else None
    if "invite" not in [v.word for v in (verb, above) if v is not None]:
        return False
    between = tokens.lower[max(event.trigger.j, date.i - _FAR) : date.i]
    return "during" in between and event.trigger.i < date.i


_BESIDE = frozenset({"after", "before", "following", "ahead"})
_SPANS = {"day": 1, "days": 1, "week": 7, "weeks": 7} | dict.fromkeys(
    ("hours", "month", "months", "year", "years"), 0
)
_FAR = 16
"""So many words back, a day may be that of what stands between."""
