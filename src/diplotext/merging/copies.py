"""Which texts are copies of one another: exact ones, and near ones as syndication makes them.

Two texts are copies when four fifths of the shorter one's runs of five words stand in the
longer one too: a paper may cut the agency's last paragraphs or change a word here and there,
but does not write it anew. Short texts must match over their whole length. Runs are
compared as CRC-32 sums, so the answer is the same in every process.

Only texts that share a sampled run are compared (broder's shingles,
https://doi.org/10.1109/SEQUEN.1997.666900, sampled by value), so the work grows with the
number of copies, not with the square of the texts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

_WORD = re.compile(r"\w+")
_RUN = 5  # words
_SHARE = 0.8  # of the shorter text's runs
_SHORT = 40  # runs; below, the share is of all runs of both
_SAMPLE = 16  # one run in so many is looked up
_LEAST = 8  # but at least so many of each text
_CROWD = 12  # texts with one run in common, beyond which only neighbours in length are compared


def shingles(text: str) -> frozenset[int]:
    """The sums of all runs of five words, in any case; of the whole text if it has fewer."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text.casefold())]
    if len(words) <= _RUN:
        return frozenset({crc32(b" ".join(words))}) if words else frozenset()
    return frozenset(crc32(b" ".join(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1))


def are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    """Do two texts, given as their ``shingles``, tell the same in the same words?"""
    if not one or not other:
        return one == other
    common = len(one & other)
    least = min(len(one), len(other))
    if least < _SHORT:
        return common >= _SHARE * (len(one) + len(other) - common)
    return common >= _SHARE * least


def groups(texts: Sequence[frozenset[int]]) -> list[list[int]]:
    """Indices of the texts that are copies, directly or by way of others; each index once.

    Which texts come together does not depend on their order, except within crowds of
    hundreds of different texts that share boilerplate. Texts without words are copies.
    """
    parent = list(range(len(texts)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    same: dict[frozenset[int], int] = {}
    for i, runs in enumerate(texts):
        first = same.setdefault(runs, i)
        parent[i] = first
    distinct = sorted(same.values(), key=lambda i: (len(texts[i]), sorted(texts[i])[:4], i))
    for i, j in _candidates(texts, distinct):
        a, b = root(i), root(j)
        if a != b and are_copies(texts[i], texts[j]):
            parent[max(a, b)] = min(a, b)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i in range(len(texts)):
        found[root(i)].append(i)
    return list(found.values())


def _candidates(texts: Sequence[frozenset[int]], order: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that share a sampled run."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for i in order:
        runs = texts[i]
        sample = [run for run in runs if run % _SAMPLE == 0]
        if len(sample) < _LEAST:
            sample = sorted(runs, key=lambda run: (run % _SAMPLE, run))[:_LEAST]
        for run in sample:
            holders[run].append(i)
    for _, found in sorted(holders.items()):
        reach = len(found) if len(found) <= _CROWD else 3
        for at, i in enumerate(found):
            for j in found[at + 1 : at + 1 + reach]:
                yield i, j
