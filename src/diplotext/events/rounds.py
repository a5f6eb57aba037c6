"""Other rounds of talks, told beside the one that the text is about.

"The previous round was held in May", "the fifth, in Oslo in June", "the commission last met in
2022": such words leave out the sides, since they are those of the talks just told of.
"""

from __future__ import annotations

from itertools import compress

from diplotext.events.agreement import dates_conflict, places_conflict
from diplotext.events.cast import Role, of_state
from diplotext.events.draft import Draft
from diplotext.events.standing import best_when
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Actor
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention
from diplotext.rules.mention import is_panel
from diplotext.rules.noun_status import stem
from diplotext.rules.nouns import ORDINAL

NOUN = "edition"
"""The noun as whose frames the words that stand for a round are read."""

_NEAR = 4  # sentences over which talks are still those of which another round is told
_CLOSE = 2  # sentences over which "the fifth" is the fifth of them

_OPENERS = frozenset({"the", "its", "their", "his", "her"})
_HELD = frozenset({"hold", "host", "convene", "stage", "conduct", "schedule", "plan", "open"})
_TELLS = frozenset(
    {",", "(", "in", "at", "on", "took", "takes", "ended", "ends", "opened", "opens", "concluded"}
    | {"began", "begins", "was", "were", "is", "had", "has", "will", "would", "held", "brought"}
)
"""After a word that stands for a round."""


def standing(tokens: Tokens) -> set[int]:
    """Tokens of words that can stand for a round: "the fifth, in Oslo", "their last one"."""
    lower, last = tokens.lower, len(tokens.lower) - 1
    ordinals = words()["rounds"]
    return {
        k
        for k in compress(range(len(lower)), map(ordinals.__contains__, lower))
        if 0 < k < last
        and (lower[k - 1] in _OPENERS if lower[k] != "recent" else lower[k - 1] == "most")
        and (
            lower[k + 1] in _TELLS
            or lower[k + 1 : k + 3] == ["of", "which"]
            or (lower[k + 1] == "one" and k + 1 < last and lower[k + 2] in _TELLS)
        )
    }


def is_round(event: EventMention, named: bool, tokens: Tokens) -> bool:
    """Does the mention tell of a round, if only by "the fifth" or "the mechanism met"?"""
    if not named:
        return _panel_meets(event, tokens)
    clause = event.clause
    held = all(
        child.verb is None or child.link != "part" or child.verb.word in _HELD
        for child in event.trigger.attached
    )  # not "the first, signed in Oslo"
    told = event.trigger.role in ("subject", "phrase") and (
        clause.verb is None or clause.verb.verb is None or not _acts(clause.verb, event.trigger)
    )
    return held and told


def is_counted(event: EventMention) -> bool:
    """Is it one of a series by its number: "a second round of talks", "the 14th dialogue"?"""
    if event.trigger.kind != "noun":
        return False
    outer, told = stem(event.trigger), event.format
    if outer is not event.trigger:
        told = (*told, *[m.word for m in outer.mods])
    return any(map(ORDINAL.fullmatch, told))


def _acts(verb: Unit, trigger: Unit) -> bool:
    """Is it somebody or something that speaks: "the first asked for aid"?"""
    return trigger.role == "subject" and verb.word in words()["speech"]


def is_of_panel(event: EventMention) -> bool:
    """As in "the committee's tenth meeting": one of its sessions."""
    if event.trigger.kind != "noun" or not event.trigger.mods:
        return False
    panels = words()["panels"]
    of_panel = [m.possessive and m.mention is None and m.word in panels for m in event.trigger.mods]
    return any(of_panel) and is_counted(event)


def is_part(event: EventMention) -> bool:
    """Is it no round but a part of one: "the opening session"?"""
    return event.trigger.word == "session" and not _PARTS.isdisjoint(event.format)


_PARTS = frozenset({"first", "second", "third", "opening", "final", "closing"})


def _panel_meets(event: EventMention, tokens: Tokens) -> bool:
    """As in "the mechanism met in May": whose it is, the text has told."""
    subject = event.clause.subject
    if event.trigger.kind != "verb" or len(subject) != 1:
        return False
    unit = subject[0]
    if event.clause.objects and event.clause.objects[0].word not in ("time", "times", "most"):
        return False
    word, opener = unit.word or tokens.lower[unit.j - 1], tokens.lower[unit.i]
    return (
        not (unit.mention and (unit.mention.actor or unit.mention.members))
        and word in words()["panels"]
        and (is_panel(unit) or (word not in _SELECT and opener in _POINTING))
        and not _founded(event, tokens)
        and all(m.mention is None for m in unit.mods)
    )


_POINTING = frozenset({"the", "this", "its", "their"})
_SELECT = frozenset(
    {"council", "forum", "group", "groups", "panel", "platform", "quartet", "troika", "trio"}
)
"""Of these who is in them need not be those told of just now."""


def _founded(event: EventMention, tokens: Tokens) -> bool:
    """As in "the commission first met in 1986": how old it is."""
    dates = [u.date.value for u in event.dates if u.date is not None and u.date.value is not None]
    first = tokens.lower[event.trigger.j - 2] == "first"
    return first and bool(dates) and all(d.precision == "year" for d in dates)


def other_round(pointer: Draft, events: list[Draft]) -> Draft | None:
    """As in "the previous round was held in May": other talks of the sides of which the text
    speaks. Who sat there for them it does not say.
    """
    edition = NOUN in pointer.rules
    if pointer.family != "talks" or not pointer.other or pointer.unnamed:
        return None
    if (pointer.roles and not edition) or not (pointer.whens or pointer.places):
        return None
    multilateral = pointer.kind != "talks"
    reach = _CLOSE if pointer.stands == "ordinal" else _NEAR
    parties = next((n for word, n in _PARTIES.items() if word in pointer.format), 0)
    same = [
        e
        for e in events
        if e.family == "talks"
        and ((e.kind != "talks") == multilateral or edition)
        and (
            not edition
            or (0 <= pointer.sentence - e.mentions[-1][0] <= reach and _counted(e, pointer))
        )
        and pointer.sides <= e.sides
        and (not parties or len(e.sides) == parties)
    ]
    before = [e for e in same if e.sentence <= pointer.sentence]
    if not before and not same:
        return None
    told = max(before, key=lambda e: e.sentence) if before else min(same, key=lambda e: e.sentence)
    if pointer.stands and _may_be_one(pointer, told):
        return None
    if edition and pointer.persons:
        roles = pointer.roles if len(pointer.sides) > 1 else told.roles[:]
    else:
        roles = list(_as_sides(told.roles).values())
    if not roles:
        return None
    event = pointer.of(roles)
    event.kind = told.kind if edition else pointer.kind
    return event


_PARTIES = {"bilateral": 2, "trilateral": 3, "tripartite": 3, "three-way": 3, "quadrilateral": 4}
"""What is said before the noun of how many sides there are."""


def _may_be_one(pointer: Draft, told: Draft) -> bool:
    """Does nothing tell apart what stands for a round from the one told before?"""
    if dates_conflict(pointer, told) or places_conflict(pointer, told):
        return False
    return best_when(pointer) is None or best_when(told) is not None


def _as_sides(roles: list[Role]) -> dict[str, Role]:
    found: dict[str, Role] = {}
    for role in roles:
        actor = role.actor
        if role.side not in found and (actor.country or actor.organisation):
            found[role.side] = _as_side(role)
    return found


def _counted(event: Draft, pointer: Draft) -> bool:
    """Is it one of a series: "the second dialogue", a summit?"""
    if event.kind != "talks" or event.counted:
        return True
    told = bool(pointer.persons) or bool(pointer.places and pointer.whens)
    return pointer.stands == "one" and told


def _as_side(role: Role) -> Role:
    """The state or body that somebody stands for."""
    actor = role.actor
    if actor.kind != "person":
        return role
    body = actor.organisation or ""
    side = (
        of_state(actor.country)
        if actor.country is not None
        else Actor(f"org:{body}", body, "organisation", organisation=body)
    )
    return Role(side, None, role.span, anaphoric=True)
