"""Are two names, given to persons of one side in one kind of event, the same person's?"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from diplotext.merging.namesakes import marks
from diplotext.merging.profiles import fold
from diplotext.spellings import same_name


@lru_cache(maxsize=65536)
def same_person(one: str, other: str) -> bool:
    """What ``same_name`` is certain of; else a surname within a fuller name, or surnames equal
    and first names alike.

    Laxer than ``same_name``: it is asked only about two who would otherwise have to be two
    different principals of one side in one place at one time.
    """
    first, second = fold(one), fold(other)
    if set(first).isdisjoint(second) and marks(one).isdisjoint(marks(other)):
        return False  # the quick answer: nothing below can say more
    said = same_name(one, other)
    if said.verdict == "different" or said.certain:
        return said.verdict == "same"
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if set(short) <= set(long):
        return len("".join(short)) > 1
    if len(short) < 2 or short[-1] != long[-1]:
        return False
    return JaroWinkler.similarity(short[0], long[0]) >= 0.85
