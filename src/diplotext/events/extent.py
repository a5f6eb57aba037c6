"""Which ground an exercise takes: what it spans, where it moves, which site is chosen for it.

"The manoeuvres span Peru and Chile", "the drill will move to Arica", "a range near Tacna has been
chosen", "Tacna is one of the venues". Each of these says where, though none is a verb of holding.
"""

from __future__ import annotations

from functools import cache

from diplotext.events import venues
from diplotext.events.vocabulary import forms, said
from diplotext.lexicon import state
from diplotext.models import Mention, Place, Span
from diplotext.reading.document import Document
from diplotext.reading.units import Unit

_OVER = frozenset({
    "above", "across", "along", "around", "between", "from", "in", "into", "of", "off", "on",
    "over", "through", "to", "toward", "towards",
})  # fmt: skip
"""Prepositions before what an exercise stretches over."""

_INTO = frozenset({"across", "into", "over", "through", "to", "toward", "towards"})
"""Prepositions before where it goes or takes its forces."""

_OWN = frozenset({"from", "of", "with"})
"""Prepositions before whose forces it takes."""


_NO_NAME = frozenset({
    "five", "four", "he", "it", "she", "six", "that", "these", "they", "this", "those", "three",
    "two", "we",
})  # fmt: skip
"""Words that may open a sentence with a capital and name nothing."""


def ground(document: Document, sentence: int, marked: set[int]) -> list[tuple[Place, Span]]:
    """Places that the sentence gives the exercise for its ground, in text order."""
    if _openers().isdisjoint(document.lower_in(sentence)):
        return []
    found: list[tuple[Place, Span]] = []
    units = document.units(sentence)
    _neighbours(units, document, found)
    for k, verb in enumerate(units):
        group = verb.verb
        if group is None or group.negated or group.modal in ("may", "might", "could", "would"):
            continue
        first = _first(units, k)
        subject = [u for u in units[first:k] if u.nominal]
        if verb.word in said("spans") or verb.word in said("moves") or verb.word == "take":
            lone = group.kind == "participle" and verb.word in said("stretches")
            if (lone or not group.passive) and _of_drill(units, first, k, document, marked):
                _reach(units, k, document, found)
        elif verb.word in said("confines") and group.passive:
            if _of_drill(units, first, k, document, marked):
                _reach(units, k, document, found)
        elif verb.word in said("chooses") and group.passive:
            if any(_is_site(u) for u in subject):
                _add(subject, document, found)
        elif verb.word in said("sees") and not group.passive:
            own = [u for u in subject if u.role == "subject"] or subject
            if _takes_in(units, k, marked) and not any(_is_power(u) for u in own):
                _add(own, document, found)
        elif verb.word in said("is_venue"):
            after = units[k + 1 : k + 6]
            if any(u.word in said("venues") for u in subject):
                _add(after, document, found)
            elif any(u.word in said("venues") for u in after[:4]) and _trained(document, sentence):
                _add(subject, document, found)
    return found


def soil(document: Document, sentence: int) -> list[tuple[Place, Span]]:
    """The state on whose own soil it is: "will hold the drill on its territory"."""
    words = document.lower_in(sentence)
    if said("soil").isdisjoint(words) or {"its", "their", "own", "home"}.isdisjoint(words):
        return []
    found: list[tuple[Place, Span]] = []
    for unit in document.units(sentence):
        if unit.role != "phrase" or unit.word not in said("soil") or not (
            unit.det in ("its", "their") or any(m.word in ("own", "home") for m in unit.mods)
        ):  # fmt: skip
            continue
        if unit.prep not in said("set_in") or unit.prep == "outside":
            continue
        clauses = unit.clause.chain()[:4] if unit.clause is not None else []
        codes = [
            m.actor.removeprefix("state:") for one in clauses for u in one.subject
            if (m := _state_in(u)) is not None and m.actor
        ]  # fmt: skip
        known = state(codes[0]) if codes and len(set(codes)) == 1 else None
        if known is not None:
            found.append((Place(known.name, known.code), _span(unit, document)))
    return found


def _state_in(unit: Unit) -> Mention | None:
    """The state that the unit names or has before its noun ("Peru's army")."""
    for mention in (unit.mention, *(m.mention for m in unit.mods)):
        if mention is not None and (mention.actor or "").startswith("state:"):
            return mention
    return None


def _neighbours(units: list[Unit], document: Document, found: list[tuple[Place, Span]]) -> None:
    """Add where the people live who are warned of it: "residents of Tacna were told to stay in"."""
    if not any(u.verb is not None and u.word in said("warns") for u in units):
        return
    first, last = units[0].i, units[-1].j
    if said("bears").isdisjoint(document.tokens.lower[first:last]):
        return
    for k, unit in enumerate(units[:-2]):
        words = document.tokens.lower[unit.i : unit.j]
        if not unit.nominal or said("residents").isdisjoint(words):
            continue
        if units[k + 1].kind == "prep" and units[k + 1].word in _AT_HOME:
            venues.chain(units, k + 1, document, found, set(), listing=True)


_AT_HOME = frozenset({"around", "in", "near", "of"})
"""Before the place where people live."""


@cache
def _openers() -> frozenset[str]:
    """The words of which one stands where a verb says so."""
    return forms("spans", "moves", "chooses", "sees", "takes_over", "confines", "warns") | said(
        "venues"
    )


def _first(units: list[Unit], k: int) -> int:
    """Where the subject of the verb at ``k`` may begin."""
    while k and units[k - 1].kind not in ("verb", "rel", "sub", "break"):
        k -= 1
    return k


def _of_drill(units: list[Unit], first: int, k: int, document: Document, marked: set[int]) -> bool:
    """Is the exercise the subject, by name, as "it", or as what "which" stands for?"""
    if first == k and first and units[first - 1].kind == "rel":
        own = units[max(0, first - 6) : first - 1]
    else:
        own = units[first:k]
    lower = document.tokens.lower
    drill = (
        t in marked or lower[t - 1 : t + 1] == ["war", "game"]
        for u in own
        if u.nominal
        for t in range(u.i, u.j)
    )
    verb = units[k]
    whole = verb.clause.subject if verb.clause is not None else []
    return any(drill) or any(t in marked for u in whole for t in range(u.i, u.j)) or (
        k > 0 and units[k - 1].nominal and lower[units[k - 1].i] in ("it", "they", "these")
        and units[k - 1].j - units[k - 1].i == 1
    )  # fmt: skip


def _reach(units: list[Unit], k: int, document: Document, found: list[tuple[Place, Span]]) -> None:
    """Add what stands behind the verb at ``k`` for what the exercise reaches."""
    spans = units[k].word in said("spans")
    behind = spans  # does a unit stand where a place of the exercise would?
    for unit in units[k + 1 :]:
        if unit.kind == "prep":
            if unit.word in _INTO or (spans and unit.word in _OVER):
                behind = True
            elif unit.word not in said("set_in") and (spans or unit.word not in _OWN):
                return
        elif unit.nominal:
            if unit.role == "subject":
                return
            places = venues.named_places(unit, document) if behind else []
            if places:
                found += [(p, _span(unit, document)) for p in places]
            elif behind and unit.word not in said("spots") and unit.word not in said("expanse"):
                return
        elif unit.kind not in ("comma", "conj", "date", "open", "close"):
            return


def _add(units: list[Unit], document: Document, found: list[tuple[Place, Span]]) -> None:
    """Add the places among the units."""
    lower = document.tokens.lower
    for unit in units:
        if unit.nominal and unit.word not in said("venues") and lower[unit.i] not in _NO_NAME:
            found += [(p, _span(unit, document)) for p in venues.named_places(unit, document)]


def _span(unit: Unit, document: Document) -> Span:
    return Span(document.tokens.start[unit.i], document.tokens.end[unit.j - 1])


def _is_site(unit: Unit) -> bool:
    return any(unit.word in said(name) for name in ("sites", "venues", "spots", "expanse"))


def _is_power(unit: Unit) -> bool:
    """Is it a state or its capital, which host as a power?"""
    mention = unit.mention
    return mention is not None and (
        mention.kind in ("state", "force", "organisation", "person") or mention.actor is not None
    )


def _takes_in(units: list[Unit], k: int, marked: set[int]) -> bool:
    """Is the exercise, or most of it, the object of the verb at ``k``?"""
    for unit in units[k + 1 : k + 5]:
        if unit.kind not in ("prep", "noun", "entity"):
            return False
        if unit.nominal and (
            any(t in marked for t in range(unit.i, unit.j)) or unit.word in said("scenes")
        ):
            return True
    return False


def _trained(document: Document, sentence: int) -> bool:
    """Does the sentence speak of forces or of training?"""
    return not (said("forces") | said("nouns")).isdisjoint(document.lower_in(sentence))
