"""Are two names of one article the same person's?

Within an article names differ less than between two: parts are left out, shortened to an
initial, or misspelt. Whole records are compared by ``merging.names``.
"""

from __future__ import annotations

from functools import lru_cache

from diplotext.reading.known import same_given
from diplotext.reading.wordsets import words

_LINKS = words("al el de del da do dos das di du la le van von der den ter ten bin ibn ben bint")


def surname_only(key: tuple[str, ...]) -> tuple[str, ...]:
    """As in "von der Leyen", "al-Sisi", "bin Salman": one word with its particles counts as one."""
    bare = [w for w in key if w not in _LINKS]
    return (bare[0],) if len(bare) == 1 else key


def same_in_article(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Are two names of one article the same person's? Initials, left-out and misspelt parts."""
    if len(long) < len(short):
        long, short = short, long
    if long == short:
        return True
    bare_long = [w for w in long if w not in _LINKS]
    bare_short = [w for w in short if w not in _LINKS]
    if "".join(long) == "".join(short) or not bare_short:
        return True
    if len(bare_short) < 2:
        return False
    at = 0
    for word in bare_short:
        while at < len(bare_long) and not _part(bare_long[at], word):
            at += 1
        if at == len(bare_long):
            break
        at += 1
    else:
        return _part(bare_long[0], bare_short[0]) or _part(bare_long[-1], bare_short[-1])
    if len(bare_long) == len(bare_short):
        differ = [(a, b) for a, b in zip(bare_long, bare_short, strict=True) if a != b]
        if len(differ) != 1:
            return False
        return (
            close(*differ[0])
            or same_given(*differ[0])
            or (len(bare_long) > 2 and _near_by(*differ[0]))
        )
    return False


def _near_by(a: str, b: str) -> bool:
    return len(a) == len(b) > 3 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _part(a: str, b: str) -> bool:
    return a == b or (len(b) == 1 and a.startswith(b)) or (len(a) == 1 and b.startswith(a))


@lru_cache(maxsize=4096)
def close(a: str, b: str) -> bool:
    """One word misspelt: long enough, the same first letter, one or two letters apart."""
    if len(a) < 5 or len(b) < 5 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b) <= (1 if min(len(a), len(b)) < 8 else 2)
