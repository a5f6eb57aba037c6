"""Which persons of the register a name may mean: full names, surnames, romanisations.

Everything here is made once for a roll of office holders and only looked up afterwards.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from diplotext.lexicon import given_names
from diplotext.lexicon.holders import Roll, roll
from diplotext.lexicon.records import Person
from diplotext.lexicon.spellings import fold
from diplotext.lexicon.tokens import tokenise
from diplotext.reading.wordsets import words
from diplotext.spellings import sound_of

TOP = frozenset(
    {"head-of-state", "head-of-government", "foreign", "defence", "monarchy", "body-head"}
)


HEADS = frozenset({"head-of-state", "head-of-government"})


@lru_cache(maxsize=4)
def surnames(known: Roll) -> Mapping[str, tuple[Person, ...]]:
    """Last word of a name (and a family name in front) -> holders of top offices so called."""
    found: dict[str, list[Person]] = {}
    for person in known.persons:
        if not any(term.level in TOP for term in person.terms):
            continue
        for name in (person.name, *person.aliases):
            key = key_of(name)
            if len(key) > 1:
                for word in {key[-1], key[0] if person.country in FAMILY_FIRST else key[-1]}:
                    if len(word) == 1:  # of Juan Carlos I, nobody is called "I"
                        continue
                    group = found.setdefault(word, [])
                    if person not in group:
                        group.append(person)
    return MappingProxyType({word: tuple(group) for word, group in found.items()})


FAMILY_FIRST = frozenset({"CN", "KP", "KR", "VN", "TW", "HK", "KH", "MM", "SG", "HU"})


@lru_cache(maxsize=16384)
def key_of(name: str) -> tuple[str, ...]:
    """The folded words of a name given as text."""
    if name.isascii() and name.replace(" ", "").isalpha():  # most of them; thousands at the start
        return tuple([word for word in name.lower().split() if word not in _AFTER])
    words = [fold(w).replace("'", "").strip(".") for w in tokenise(name).text if w[0].isalnum()]
    return tuple(p for w in words for p in w.split(".") if p not in _AFTER)


_AFTER = words("jr sr ii iii iv")


@lru_cache(maxsize=4)
def full_names(known: Roll) -> Mapping[tuple[str, ...], Person | None]:
    """Folded full names and aliases, and first with last word -> the person, None if shared."""
    found: dict[tuple[str, ...], Person | None] = {}
    for person in known.persons:
        for name in (person.name, *person.aliases):
            key = key_of(name)
            for form in {key, (key[0], key[-1])} if len(key) > 1 else ():
                if found.setdefault(form, person) is not person:
                    found[form] = None
    return MappingProxyType(found)


def top_holder(key: tuple[str, ...], day: date | None) -> Person | None:
    """The one person called by that surname alone who held a top office then (or ever)."""
    found = surnames(roll()).get(key[0], ()) if len(key) == 1 else ()
    now = [p for p in found if day is not None and holds(p, day) == 2] or list(found)
    return now[0] if len(now) == 1 else None


def holds(person: Person, day: date | None) -> int:
    """2: in an office that day; 1: in some office at another time; 0: the register has no dates."""
    if not person.terms:
        return 0
    if day is not None and any(term.covers(day) for term in person.terms):
        return 2
    return 1


def leads(person: Person, day: date | None) -> bool:
    """Is the person head of a state or government that day, or, without a day, ever?"""
    return any(t.level in HEADS and (day is None or t.covers(day)) for t in person.terms)


@lru_cache(maxsize=4)
def sounds(known: Roll) -> Mapping[str, tuple[Person, ...]]:
    """Consonants of the last word of a name -> holders of top offices so called."""
    found: dict[str, list[Person]] = {}
    for word, people in surnames(known).items():
        if len(word) > 3:
            group = found.setdefault(skeleton(word), [])
            group += [person for person in people if person not in group]
    return MappingProxyType({bones: tuple(group) for bones, group in found.items()})


_BONES = str.maketrans("cqwz", "kkvs", "aeiouyhj'-")


def skeleton(word: str) -> str:
    """The consonants of a folded word, double ones once: what its romanisations share."""
    bones = word.translate(_BONES)
    return bones[:1] + "".join(b for a, b in itertools.pairwise(bones) if a != b)


def sounds_alike(a: str, b: str) -> bool:
    if a == b or (len(b) == 1 and a.startswith(b)):
        return True
    return same_given(a, b) or (min(len(a), len(b)) > 3 and sound_of(a) == sound_of(b))


def same_given(a: str, b: str) -> bool:
    """One given name in two romanisations: Sergei, Sergey."""
    known = given_names()
    return a in known and b in known and known[a] == known[b]
