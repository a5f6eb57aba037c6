"""Who else takes part, from sentences that only say who has come: "Oman and Kenya have each sent a
frigate", "soldiers from Peru have come along", "Chile is represented by a destroyer".

Whoever sends, brings or comes is read off the subject; observers and those who stay away are no
participants.
"""

from __future__ import annotations

from functools import cache

from diplotext.events.cast import Cast, Role
from diplotext.events.forces import at_work
from diplotext.events.vocabulary import forms, said
from diplotext.lexicon.grammar import verb_forms
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.document import Document
from diplotext.reading.units import Unit

_ASIDE = frozenset({"rel", "sub", "break", "verb"})
"""Before the subject of another clause."""

_OTHER_TIMES = frozenset({"after", "because", "before", "if", "since", "when"})
"""Before a clause that tells why or since when."""

_OWN = frozenset({"from", "of", "including", "among", "such_as", "alongside", "besides", ""})
"""Prepositions before the states whose forces are the subject."""


def mustered(document: Document, cast: Cast, sentence: int) -> list[Role]:
    """Those whom the sentence has come or send forces, in text order, each once."""
    if _coming().isdisjoint(document.lower_in(sentence)):
        return []
    units = document.units(sentence)
    tokens = document.tokens
    found: dict[str, Role] = {}
    for k, verb in enumerate(units):
        if verb.kind != "verb" or not _comes(verb, document):
            continue
        own = verb.clause.subject if verb.clause is not None else []
        first = min((u.index for u in own if u.index < k), default=-1)
        if first < 0:  # the reader lost the subject
            first = next((n + 1 for n in range(k - 1, -1, -1) if units[n].kind in _ASIDE), 0)
        subject = [u for u in units[first:k] if u.nominal and u.clause is verb.clause]
        coming = verb.word in said("comes_along")
        if coming and not at_work(subject, tokens) and not _with_forces(verb, document):
            continue
        sides = [u for u in subject if _side(u, document)]
        if verb.word in said("dispatches"):
            sides += _gapped(units, k, tokens)
        for role in cast.of(sides):
            if role.actor.kind == "state":
                found.setdefault(role.side, role)
    return list(found.values())


def _gapped(units: list[Unit], k: int, tokens: Tokens) -> list[Unit]:
    """As in "Peru sent two frigates and Chile a tug": who sends by the verb before."""
    found: list[Unit] = []
    for n in range(k + 2, len(units) - 1):
        if units[n].kind == "verb":
            break
        mention = units[n].mention
        if (
            mention is not None and mention.kind == "state" and mention.form == "name"
            and units[n - 1].kind in ("comma", "conj")
            and units[n + 1].nominal and _gear([units[n + 1]], tokens)
        ):  # fmt: skip
            found.append(units[n])
    return found


@cache
def _coming() -> frozenset[str]:
    """The words of which one stands where a verb says so."""
    others = {"represent", "take", "participate"}
    more = {form for form, verb in verb_forms().items() if verb.lemma in others}
    return forms("dispatches", "comes_along", "agrees_to_come") | more


def _comes(verb: Unit, document: Document) -> bool:
    """Does the verb say that somebody takes part with forces?"""
    clause, group = verb.clause, verb.verb
    if clause is None or group is None or group.negated or group.modal in ("may", "might", "could"):
        return False
    if clause.link in _OTHER_TIMES:
        return False  # "after Peru deployed a fleet to the region"
    tokens = document.tokens
    told = [*clause.objects, *(u for p in clause.phrases for u in p.units)]
    if any(not said("looking_on").isdisjoint(tokens.lower[u.i : u.j]) for u in told):
        return False  # "sent observers", "came as guests"
    if verb.word == "represent":
        return group.passive
    if group.passive:
        return False
    if verb.word in said("dispatches"):
        return _gear(clause.objects, tokens) and not _to_watch(verb, document)
    if verb.word in said("agrees_to_come"):
        return verb.word == "sign up" or any(
            tokens.lower[u.j - 1] in said("coming") for u in clause.objects
        )
    return verb.word in said("comes_along") or verb.word in ("take part", "participate")


def _to_watch(verb: Unit, document: Document) -> bool:
    """Are the forces sent only to look on: "sent a ship to watch the drill"?"""
    lower = document.tokens.lower
    end = next((k for k in range(verb.j, len(lower)) if lower[k] in (".", ";")), len(lower))
    return any(
        lower[k] == "to" and lower[k + 1] in said("watched_by") for k in range(verb.j, end - 1)
    )


def _with_forces(verb: Unit, document: Document) -> bool:
    """As in "will come with a carrier group"."""
    clause = verb.clause
    return clause is not None and any(
        p.prep == "with" and _gear(p.units, document.tokens) for p in clause.phrases
    )


def _gear(units: list[Unit], tokens: Tokens) -> bool:
    """Is one of the units forces, or what forces come with?"""
    return at_work(units, tokens) or any(
        not said("gear").isdisjoint(tokens.lower[u.i : u.j]) for u in units
    )


def _side(unit: Unit, document: Document) -> bool:
    """Is it a state that acts, or whose forces do?"""
    mention = unit.mention
    if mention is None or mention.kind not in ("state", "force"):
        return any(m.mention is not None and m.mention.kind == "force" for m in unit.mods) or (
            unit.role == "subject" and at_work([unit], document.tokens) and bool(unit.mods)
        )
    if unit.role != "phrase":
        return unit.role in ("subject", "apposition", "object")
    host = unit.host
    if unit.prep not in _OWN:
        return False
    if host is None or host.mention is not None or host.word in said("who"):
        return True
    beside = host.clause.subject if host.clause is not None and host.role == "subject" else [host]
    return at_work(beside, document.tokens)  # "air forces and air arms from"
