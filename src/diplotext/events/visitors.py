"""Who of those who go somewhere pay a visit there.

Ambassadors live where they are received, officers of a body are at home at its seat, the leaders
of a body come for its meeting, and nobody visits who goes for treatment or into exile.
"""

from __future__ import annotations

from collections.abc import Mapping

from diplotext.events.cast import Cast, Role
from diplotext.lexicon import bodies, seats
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import MeetingKind, Place
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention


def travels(role: Role) -> bool:
    return role.actor.kind in ("person", "state", "organisation")


def is_posted(role: Role) -> bool:
    """An ambassador who is received has not come for it."""
    office = role.office or ""
    return any(word in office for word in ("ambassador", "high commissioner", "charg", "consul"))


def is_at_seat(role: Role, places: list[Place]) -> bool:
    """Is it an officer of a body who is only where that has its seat?"""
    body = role.actor.organisation
    seat = seats().get(body) if body and role.actor.country is None else None
    return seat is not None and bool(places) and all(p.name.startswith(seat) for p in places)


def lead_body(unit: Unit, cast: Cast, tokens: Tokens) -> MeetingKind | None:
    """The kind of meeting for which a body's leaders come, each from his state: "Oman hosts the
    Arab League's leaders". The leaders of an armed group have no state.
    """
    said = tokens.lower[unit.i : unit.j]
    kind = next((kind for word in said if (kind := _LEADING.get(word))), None)
    roles = cast.of([unit]) if kind is not None else []
    if len(roles) != 1 or roles[0].actor.kind != "organisation":
        return None
    body = bodies().get(roles[0].actor.id.removeprefix("org:"))
    return kind if body is not None and body.kind != "armed-group" else None


_LEADING: Mapping[str, MeetingKind] = {
    "ministers": "conference",
    "chiefs": "conference",
    "leaders": "summit",
    "heads": "summit",
    "presidents": "summit",
    "premiers": "summit",
}


def is_private(event: EventMention, tokens: Tokens) -> bool:
    """Does somebody go for himself: "flew to Oman for surgery", "went into exile in Mali"?"""
    trigger, clause = event.trigger, event.clause
    private, verb = words()["private"], clause.verb
    if trigger.verb is not None and trigger.verb.passive and trigger.word in _CARRIED:
        return True  # "was brought to Oman": a prisoner or a patient
    for phrase in clause.phrases:
        host = phrase.host
        own = host is None or host.kind == "verb" or host.mention is not None or host.date
        if phrase.prep in _FOR and own and any(
            not private.isdisjoint(tokens.lower[u.i : u.j]) for u in phrase.units
        ):  # fmt: skip
            return True
    if verb is None:
        return False
    for child in verb.attached:
        if child.link == "inf" and child.verb is not None and (
            (child.verb.word in _HEALING and (child.verb.word != "study" or not child.objects))
            or any(not private.isdisjoint(tokens.lower[u.i : u.j]) for u in child.objects)
        ):  # fmt: skip
            return True
    return False


_CARRIED = frozenset({"bring", "take", "carry"})
_FOR = frozenset({"for", "on", "in", "into"})
_HEALING = frozenset({"study", "undergo", "recuperate", "convalesce"})


def carries(event: EventMention, tokens: Tokens) -> bool:
    """As in "returned the bronzes to Mali", "continued deliveries to Chad": something else
    goes; not "flew a jet to Mali", "continued his tour".
    """
    verb = event.trigger
    if verb.word not in _TRANSITIVE or event.frame.objects:
        return False
    direct = [u for u in event.clause.objects if u.index == verb.index + 1 and u.date is None]
    if verb.word == "stop" and any(tokens.lower[u.j : u.j + 1] == ["from"] for u in direct):
        return True  # "stopped Oman from selling"
    return any(
        u.kind == "noun" and u.word not in words()["underway"] and place_of(u, tokens) is None
        for u in direct
    )


_TRANSITIVE = frozenset(
    {"return", "continue", "fly", "fly in", "fly out", "sail", "drive", "stop", "land"}
)
"""Of the verbs of motion those that may have an object."""


def is_anybody(unit: Unit, event: EventMention, tokens: Tokens) -> bool:
    """As in "Cubans who reach Texas": whoever is of that people; "the Cubans" are a side."""
    mention = unit.mention
    if event.trigger.kind != "verb" or mention is None or tokens.lower[unit.i] == "the":
        return False
    bare = mention.form == "adjective" and unit.j - unit.i == 1  # "Sudanese who land in Oman"
    return mention.reason == "its people" or bare
