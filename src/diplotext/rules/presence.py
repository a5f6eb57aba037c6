"""What puts people before one another: where they did something, or that they did it together.

A frame that is ``placed`` wants the place; one that needs "together" wants the adverb.
"""

from __future__ import annotations

from diplotext.lexicon import state
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.places import named_by, place_of
from diplotext.reading.units import Unit
from diplotext.rules.status import MARGINS

_AT = frozenset({"in", "at", "near", "outside", "aboard"})
_AHEAD = 10  # tokens behind a verb within which its "together" stands


def has_place(clause: Clause, verb: Unit, tokens: Tokens) -> bool:
    """Does the clause say in which city or venue, or beside which meeting, it was done?

    "Hugged him in Oslo", not "hugged him in Norway", nor "praised the truce in Gaza"; in front also
    in which state: "In Norway on Sunday, she told him".
    """
    return any(
        phrase.prep in MARGINS
        or (
            phrase.prep in _AT
            and any(_is_venue(u, tokens, state_too=phrase.host is None) for u in phrase.units)
        )
        for phrase in clause.phrases
        if _is_of_all(phrase, verb)
    )


def _is_of_all(phrase: Phrase, verb: Unit) -> bool:
    """Does the phrase belong to the whole clause: behind the verb, a person, a day, or in front?"""
    host = phrase.host
    if host is None or host is verb or host.date is not None:
        return True
    return host.mention is not None and host.mention.kind == "person"


def _is_venue(unit: Unit, tokens: Tokens, *, state_too: bool) -> bool:
    place = place_of(named_by(unit), tokens)
    if place is None or state_too:
        return place is not None
    land = state(place.country) if place.country else None
    return land is None or land.name != place.name


def is_together(clause: Clause, verb: Unit, tokens: Tokens) -> bool:
    """As in "were seen together", "walked in the garden together": within the verb's words."""
    if verb.verb is not None and "together" in verb.verb.adverbs:
        return True
    ahead = tokens.lower[verb.j : verb.j + _AHEAD]
    return "together" in ahead and not _STOPS.intersection(ahead[: ahead.index("together")])


_STOPS = frozenset({",", ".", ";", "and", "but", "to", "that", "who"})
"""What ends the words of a verb; "to bring them together" is another's."""
