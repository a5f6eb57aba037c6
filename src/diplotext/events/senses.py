"""Words of meeting in another sense: matches, conditions that are met, editions of something else,
the gatherings of a trade.
"""

from __future__ import annotations

from diplotext.events.draft import Draft
from diplotext.events.vocabulary import said
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.rules.frames import RuleSet
from diplotext.rules.match import EventMention


def of_another_sort(event: EventMention, rules: RuleSet, tokens: Tokens) -> bool:
    """As in "the third edition of Cold Shield": of something that is called no meeting, or held
    "by forces of"? What letters stand for is not known.
    """
    if any(
        u.word in said("services")
        for p in event.clause.phrases if p.prep == "by" for u in p.units
    ):  # fmt: skip
        return True
    of = [p for p in event.clause.phrases if p.host is event.trigger and p.prep == "of"]
    nouns = rules.nouns
    return bool(of) and all(
        nouns.isdisjoint(tokens.lower[u.i : u.j]) and not tokens.text[u.head].isupper()
        for p in of
        for u in p.units
    )


def is_of_a_trade(base: Draft, event: EventMention, rules: RuleSet, tokens: Tokens) -> bool:
    """As in "the Oman Entrepreneur Summit", "the Assembly of Catholic Bishops", of one side: of
    a business, party or church, whoever speaks there.
    """
    trigger = event.trigger
    if trigger.kind != "noun" or len({r.side for r in base.roles}) > 1:
        return False
    title = tokens.lower[trigger.i : trigger.j]
    for phrase in event.clause.phrases:
        if phrase.prep == "of" and phrase.host is trigger:
            title += tokens.lower[trigger.j : phrase.units[-1].j]
    return not rules.trades.isdisjoint(title)


def is_sport(event: EventMention, rules: RuleSet, tokens: Tokens) -> bool:
    """Do bare states meet in a match?"""
    units = event.roles.get("participant", [])
    if any(u.mention is None or u.mention.kind != "state" for u in units):
        return False
    members = [u for p in event.clause.phrases for u in p.units] + event.clause.objects
    contexts = rules.contexts
    return any(not contexts.isdisjoint(tokens.lower[u.i : u.j]) for u in members)


_DRILLS = frozenset(
    {"drill", "drills", "exercise", "exercises", "wargame", "wargames"}
    | {"manoeuvre", "manoeuvres", "maneuver", "maneuvers"}
)


def is_training(event: EventMention) -> bool:
    """As in "Oman and Peru will come together for a joint exercise": they hold that."""
    clauses = (event.clause, *(c for c in event.trigger.attached if c.link == "inf"))
    return any(
        u.word in _DRILLS
        for c in clauses
        for u in (*c.objects, *(u for p in c.phrases if p.prep in ("for", "in") for u in p.units))
    )


def is_satisfied(event: EventMention) -> bool:
    """As in "Chad and Fiji meet the conditions"."""
    return any(u.mention is None and u.word in words()["met_things"] for u in event.clause.objects)
