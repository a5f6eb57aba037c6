"""Ships, aircraft and vehicles that stand for the forces that sent them."""

from __future__ import annotations

import re

from diplotext.events.vocabulary import said
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit

_MODEL = re.compile(r"\d{1,3}[A-Z]{0,2}s?")


def of_forces(unit: Unit, tokens: Tokens) -> bool:
    """Does the noun name gear or a vessel with a name, which stands for the state before it?"""
    return model(unit, tokens) or christened(unit, tokens)


def model(unit: Unit, tokens: Tokens) -> bool:
    """Is it a type of aircraft or vehicle: "F-35s", "Su-30MKs"?"""
    k = unit.head
    return (
        k > 1
        and tokens.text[k - 1] == "-"
        and tokens.text[k - 2][0].isupper()
        and len(tokens.text[k - 2]) < 4
        and _MODEL.fullmatch(tokens.text[k]) is not None
    )


def christened(unit: Unit, tokens: Tokens) -> bool:
    """Is it a vessel by its name: "the Peruvian frigate Lynch", "the Kenyan patrol ship Shujaa"?"""
    if unit.kind != "noun" or unit.mention is not None or not unit.mods:
        return False
    k = unit.head
    while k > unit.i and tokens.text[k][0].isupper():
        k -= 1
    return k < unit.head and (tokens.lower[k] in said("vessels"))
