"""Which place a noun group names: from the tables, or from its own words.

Most training areas, airfields, islands and hotels are in no table. A group of capitalised
words after a preposition of place is one ("at the Vidsel Test Range"), and so is what ends in
a word for a place; a compass word before a known name belongs to it ("northern Kenya").
"""

from __future__ import annotations

from functools import cache

from diplotext.lexicon import state, states
from diplotext.lexicon.grammar import words
from diplotext.lexicon.spellings import straight
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Place
from diplotext.reading.units import Unit


def named_by(unit: Unit) -> Unit:
    """The unit with the name, where this one says only what it is: "the resort of Davos"."""
    if unit.clause is None or unit.mention is not None or not _says_what(unit.word):
        return unit
    for phrase in unit.clause.phrases:
        if phrase.host is unit and phrase.prep == "of" and phrase.units:
            return phrase.units[0]
    return unit


def _says_what(word: str) -> bool:
    return word in words()["localities"] or word in words()["realms"]


def _described(unit: Unit) -> str | None:
    """The state of "the Russian city" for the name after its "of"."""
    host = unit.host
    if unit.prep != "of" or host is None or host.word not in words()["localities"]:
        return None
    actors = (m.mention.actor for m in host.mods if m.mention is not None and m.mention.actor)
    return next((a.removeprefix("state:") for a in actors if a.startswith("state:")), None)


def place_of(unit: Unit, tokens: Tokens) -> Place | None:
    """The place that the unit names, or None. Its country is None where no table tells it."""
    lists = words()
    if unit.mention is not None:
        place = unit.mention.place
        if place is None:
            if (
                unit.mention.kind == "organisation"
                and unit.mention.form == "name"
                and not unit.mods
            ):
                return _seat(tokens.text[unit.head])  # "Brussels" for the EU, but here after "in"
            return None
        compass = next((m for m in unit.mods if m.word in lists["compass"]), None)
        if compass is not None and unit.mention.form != "adjective":
            return Place(_text(tokens, compass.i, unit.j), place.country)
        return place
    if unit.kind != "noun" or unit.date is not None or unit.head < 0:
        return None
    head = tokens.text[unit.head]
    if unit.word in lists["events"] or not head[0].isalpha():
        return None
    named = [
        m
        for m in unit.mods
        if m.mention is not None or (m.kind == "word" and tokens.text[m.head][:1].isupper())
    ]
    if unit.word == "capital":
        return _capital(unit)
    country = next(
        (m.mention.place.country for m in unit.mods if m.mention and m.mention.place), None
    )
    if unit.word in lists["localities"]:
        if not named and not head[0].isupper():
            return None
    elif (
        not head[0].isupper()
        or (head.isupper() and len(head) > 4)
        or any(m.possessive for m in unit.mods)
    ) or any(m.mention is not None and m.mention.kind == "person" for m in unit.mods):
        return None
    first = next(
        (
            m.i
            for m in unit.mods
            if m.mention is not None
            or m.word in lists["compass"]
            or tokens.text[m.head][:1].isupper()
        ),
        unit.head,
    )
    if unit.word not in lists["localities"] and tokens.lower[first] in lists["counts"]:
        return None  # a headline: "War Games in Two Phases"
    last = _of(unit, tokens) if head[0].isupper() else unit.head + 1
    country = country or _described(unit)
    if country is None:  # "a Kenyan base", "the northern Kenyan town"
        owner = next((m.mention for m in unit.mods if m.mention is not None), None)
        actor = (owner.actor if owner is not None else None) or ""
        country = actor.removeprefix("state:") if actor.startswith("state:") else None
    return Place(_text(tokens, first, last), country)


def _capital(unit: Unit) -> Place | None:
    """The Angolan capital": the city itself, if the tables know it."""
    for mod in unit.mods:
        actor = mod.mention.actor if mod.mention is not None else None
        if actor and actor.startswith("state:"):
            found = state(actor.removeprefix("state:"))
            if found is not None and found.capital:
                return Place(found.capital, found.code)
    return None


@cache
def _capitals() -> dict[str, Place]:
    return {s.capital: Place(s.capital, s.code) for s in states().values() if s.capital}


def _seat(name: str) -> Place | None:
    return _capitals().get(name)


def _of(unit: Unit, tokens: Tokens) -> int:
    """End of the name when "of" and another name follow: "Gulf of Guinea"."""
    end = unit.head + 1
    if end + 1 < len(tokens) and tokens.lower[end] == "of" and tokens.text[end + 1][0].isupper():
        end += 2
        while (
            end < len(tokens)
            and tokens.text[end][0].isupper()
            and tokens.start[end] - tokens.end[end - 1] == 1
        ):
            end += 1
    return end


def _text(tokens: Tokens, i: int, j: int) -> str:
    """The words from token ``i`` to ``j``, joined as a name is."""
    parts: list[str] = []
    for k in range(i, j):
        if parts and tokens.start[k] > tokens.end[k - 1]:
            parts.append(" ")
        parts.append(tokens.text[k])
    return straight("".join(parts))
