"""Bodies by one word of their name: "the Coalition", "Forum leaders", behind its full name.

Only where no other body of the article has that word in its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplotext.lexicon import Entry, Hit
from diplotext.lexicon.records import Body
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.wordsets import words

_WORDS = words(
    "coalition forum organisation union council community alliance association "
    "league commonwealth movement"
)
_MEMBERS = words(
    "leaders ministers members countries states nations officials member foreign defence defense "
    "heads presidents envoys summit summits meeting meetings session"
)
_PARTS = words("of for on to")
"""Behind the word they make a name of its own: "the Council of Ministers"."""

_Found = tuple[int, Entry]
"""The token from which on the word may stand for the body, and the body."""


def with_shorthands(tokens: Tokens, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits, and those of bodies by one word of their names, in text order."""
    found = [
        Hit(k, k + 1, (entry,))
        for word, (first, entry) in _known(hits).items()
        for k in _after(tokens.lower, word, first)
        if _stands(tokens, k)
    ]
    if not found:
        return hits
    taken = {k for hit in hits for k in range(hit.start, hit.end)}
    found = [hit for hit in found if hit.start not in taken]
    return sorted([*hits, *found], key=lambda hit: hit.start)


def _after(lower: list[str], word: str, first: int) -> Iterator[int]:
    """Where the word stands behind the token ``first``."""
    at = first
    for _ in range(lower.count(word)):
        try:
            at = lower.index(word, at + 1)
        except ValueError:
            return
        yield at


def _known(hits: Sequence[Hit]) -> dict[str, _Found]:
    """Word -> the one body of the article in whose name it stands."""
    named: dict[str, _Found] = {}
    several: set[str] = set()
    for hit in hits:
        entry = hit.entries[0]
        if entry.kind != "body" or not isinstance(entry.row, Body):
            continue
        said = entry.row.name.lower().replace("organization", "organisation").split()
        for word in _WORDS.intersection(said):
            before = named.setdefault(word, (hit.start, entry))
            if before[1].id != entry.id:
                several.add(word)
    known = {word: found for word, found in named.items() if word not in several}
    if "organisation" in known:
        known["organization"] = known["organisation"]
    return known


def _stands(tokens: Tokens, k: int) -> bool:
    """Is it the word alone, with a capital: "the Forum", "Forum leaders", no "City Council"?"""
    text, lower = tokens.text, tokens.lower
    if not text[k][0].isupper() or text[k].isupper():
        return False
    before = lower[k - 1] if k else ""
    if before != "the" and text[k - 1][:1].isupper():
        return False
    after = lower[k + 1] if k + 1 < len(tokens) else ""
    if after in _PARTS or (after and text[k + 1][0].isupper()) or after == "-":
        return False
    if lower[max(0, k - 3) : k] == ["state", "of", "the"]:
        return False  # a speech
    return before == "the" or after in _MEMBERS
