"""Neighbouring states that go by one word: "the Nordic prime ministers", "leaders of the five
Central Asian states".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from diplotext.lexicon.loader import table, values

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_ALL = frozenset(
    {"countries", "states", "nations", "republics", "leaders", "ministers", "presidents"}
    | {
        "premiers",
        "chiefs",
        "heads",
        "diplomats",
        "governments",
        "neighbours",
        "neighbors",
        "speakers",
    }
)


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({row["word"]: values(row["codes"]) for row in table("state_groups")})


@cache
def _firsts() -> frozenset[str]:
    return frozenset(word.split()[0] for word in _groups())


def states_of(lower: Sequence[str]) -> tuple[str, ...]:
    """Codes of the states that the words of a noun group mean all together; none if only some are
    meant ("two Nordic ministers", "a Baltic minister").
    """
    if _firsts().isdisjoint(lower) or _ALL.isdisjoint(lower):
        return ()
    found: dict[str, None] = {}
    for k, word in enumerate(lower):
        if word in _firsts():
            group = _groups().get(" ".join(lower[k : k + 2])) or _groups().get(word, ())
            found.update(dict.fromkeys(group))
    told = [_NUMBERS[w] for w in lower if w in _NUMBERS]
    return tuple(found) if not told or len(found) == sum(told) else ()


def first_of(lower: Sequence[str], first: int) -> int:
    """Where the words begin that a list shares with the noun group at ``first``: "Nordic and
    Baltic ministers".
    """
    if first > 1 and lower[first - 1] == "and" and lower[first - 2] in _firsts():
        return first - 2
    return first


def without_group(office: str) -> str:
    """The office without the group: "nordic prime minister", "foreign ministers of the baltic"."""
    kept = office
    for word in _groups():
        if word in kept:
            kept = kept.removesuffix(word).replace(f"{word} ", "")
    kept = kept.split(" of the ")[0].removesuffix(" of the")
    return kept.strip(" -").removeprefix("and ")
