"""Are two names, given to persons of one side in one kind of event, the same person's?"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from diplotext.merging.profiles import fold


@lru_cache(maxsize=65536)
def same_person(one: str, other: str) -> bool:
    """Folded names equal, a surname in a fuller name, or surnames equal and first names alike.

    Stricter than it sounds: it is asked only about two who would have to be two different
    principals of the same side in the same place at the same time.
    """
    first, second = fold(one), fold(other)
    if not first or not second:
        return False
    if "".join(first) == "".join(second):
        return True
    short, long = sorted((first, second), key=len)
    if set(short) <= set(long):
        return len("".join(short)) > 1
    if len(short) < 2 or short[-1] != long[-1]:
        return False
    return JaroWinkler.similarity(short[0], long[0]) >= 0.85
