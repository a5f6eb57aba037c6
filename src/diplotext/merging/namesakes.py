"""Which names may be certainly the same: blocks, so that not all are compared with all.

``spellings.same_name`` is certain only of names with the same letters, with one entry of the
register, or of which every word has its pair in the other: an equal word, another romanisation
of the given name, another spelling of the sound. Names that may be so paired share a key.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache

from diplotext.lexicon import given_names
from diplotext.spellings import bare, registered, sound_of, words_of

_LONG = 60  # letters of a word; what is longer is no name


def blocks(names: Iterable[str]) -> Iterator[list[str]]:
    """Names of which any two may be certainly the same; a name may be in several blocks."""
    words = {name: words_of(name) for name in sorted(set(names))}
    classes = _classes({word for key in words.values() for word in bare(key)})
    found: dict[Hashable, list[str]] = {}
    for name, key in words.items():
        if not key:
            continue
        keys: set[Hashable] = {"".join(key)}
        known = registered().get(key)
        if known is not None:
            keys.add(("register", known))
        parts = [classes[word] for word in bare(key)]
        if len(parts) > 1:
            keys.add(tuple(sorted(parts)))
        for one in keys:
            found.setdefault(one, []).append(name)
    return (block for block in found.values() if len(block) > 1)


@lru_cache(maxsize=65536)
def marks(name: str) -> frozenset[Hashable]:
    """What two names must have one of in common to be certainly the same."""
    key = words_of(name)
    given = given_names()
    words = [word for word in bare(key) if len(word) <= _LONG]
    found: set[Hashable] = {"".join(key), *(f"sound {sound_of(word)}" for word in words)}
    found.update(f"given {given[word]}" for word in words if word in given)
    known = registered().get(key)
    return frozenset(found if known is None else {*found, f"register {known}"})


def _classes(words: Iterable[str]) -> dict[str, str]:
    """Word -> a name for all words that sound alike or are one given name, and theirs in turn."""
    given = given_names()
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    heads: dict[str, str] = {}
    for word in sorted(words):
        heads[word] = f"sound {sound_of(word)}" if len(word) <= _LONG else f"word {word}"
        one = root(heads[word])
        if word in given:
            parent[root(f"given {given[word]}")] = one
    return {word: root(head) for word, head in heads.items()}
