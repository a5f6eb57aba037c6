"""Welcomes: who meets a guest as he gets off his plane holds no talks with him, but is his host.

News tells so in the clause itself ("received at the airport by") or in the sentence after the
arrival ("She landed on Monday. She was received by the mayor"). In the second case only the rank
tells the welcome from a reception: a head of state is not received by a minister for talks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from diplotext.events.cast import Role
from diplotext.lexicon import offices
from diplotext.reading.document import Document
from diplotext.rules.match import EventMention

_ARRIVAL = frozenset(
    {
        "airport",
        "airbase",
        "airfield",
        "airstrip",
        "tarmac",
        "runway",
        "arrival",
        "aerodrome",
        "seaport",
        "plane",
    }
)
"""Words for where a guest is welcomed."""

_COMES = frozenset(
    {"arrived", "arrives", "arriving", "arrive", "landed", "lands", "landing", "disembarked"}
    | {"disembarking", "alighted", "touched", "reached"}
)
"""Forms of verbs that bring somebody there."""

_NEAR = 2
"""So many sentences after the arrival, "he was received by" is about it."""

_CLOSE = 3
"""So many words behind the verb: "was greeted on landing by"."""

_HEADS = frozenset({"head-of-state", "head-of-government", "monarchy", "party", "legislator"})
_MINISTERS = _HEADS | {"foreign", "defence", "security-adviser"}


def on_the_tarmac(event: EventMention, document: Document) -> bool:
    """Is it said of the meeting that it takes place where the guest gets off his plane?"""
    lower = document.tokens.lower
    phrases = event.clause.phrases
    return any(not _ARRIVAL.isdisjoint(lower[u.i : u.j]) for p in phrases for u in p.units)


def just_come(event: EventMention, document: Document) -> bool:
    """Does the text tell, there or in the sentences before, that somebody has come?"""
    verb = event.trigger.verb
    if verb is None or not verb.passive or event.status.value != "held":
        return False
    first = document.sentences[max(0, event.sentence - _NEAR)].span.start
    lower = document.tokens.lower[document.tokens.at(first) : event.trigger.j + _CLOSE]
    return not _COMES.isdisjoint(lower) or not _ARRIVAL.isdisjoint(lower)


def below(hosts: Iterable[Role], guests: Iterable[Role]) -> bool:
    """Are all who wait of a rank that receives such a guest at the airport, not for talks?"""
    ranks = {_rank(r) for r in guests}
    least = _HEADS if not ranks.isdisjoint(_HEADS) else _MINISTERS
    waiting = [_rank(r) for r in hosts]
    return bool(ranks - {""}) and all(rank and rank not in least | ranks for rank in waiting)


def _rank(role: Role) -> str:
    """The level of the office: of "ambassador to Oman" that of the ambassador."""
    office = role.office or ""
    known = offices().get(office) or offices().get(_BEHIND.split(office)[0])
    if known is not None:
        return known.level
    return "minister" if "minister" in office.split() else ""


_BEHIND = re.compile(r" (?:to|of|for|in) ")
