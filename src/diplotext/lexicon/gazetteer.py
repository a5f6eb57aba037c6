"""The gazetteer: every name that the tables know, found in a text in one pass.

A trie over tokens (those of ``lexicon.tokens``), lower-cased and without diacritics, so
that "Élysée" and "Elysee" are one. Names need their capitals in the text; acronyms need
to stand exactly as listed; offices may stand in any case. What a name means is not
decided here: a hit carries all its readings ("Georgia" the state and the US state).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal

import attrs

from diplotext.lexicon.tokens import Tokens, tokenise

EntryKind = Literal[
    "state", "adjective", "people", "capital", "metonym", "body", "force", "person",
    "place", "office", "title", "outlet", "series", "given", "other",
]  # fmt: skip
"""``other`` is a phrase that only sounds like a state or capital ("Air France"); ``given`` is
never in the built-in gazetteer (ask ``given_names``), a user's own may hold it."""


@attrs.frozen(eq=False)
class Entry:
    """One reading of a name.

    ``id``: alpha-2 code (state, adjective, people, capital, metonym), short name (body),
    canonical office, else the canonical name. ``name`` is the canonical name ("Kyiv" for
    "Kiev"), ``country`` the state that it belongs to, ``organisation`` the body. ``note`` says
    what sort it is: the kind column of its table. ``weak``: do not trust it without
    support from the context. ``row`` is the typed row it comes from.
    """

    kind: EntryKind
    id: str
    name: str
    row: object
    country: str | None = None
    organisation: str | None = None
    note: str = ""
    weak: bool = False


@attrs.frozen
class Hit:
    """Tokens ``start`` to ``end`` (half-open) and all readings of the name found there."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def of(self, *kinds: EntryKind) -> Entry | None:
        """Its first reading of one of these kinds, or None."""
        for entry in self.entries:
            if entry.kind in kinds:
                return entry
        return None


Alias = tuple[str, Entry]


class _Node:
    """A place in the trie: what may follow, and the readings that end here."""

    __slots__ = ("ends", "then")

    def __init__(self) -> None:
        self.then: dict[str, _Node] = {}
        self.ends: list[tuple[str | None, Entry]] = []  # (form that must stand exactly, entry)


class Gazetteer:
    """Finds aliases in tokens. Immutable once built; build one from ``(alias, entry)`` pairs."""

    __slots__ = ("_names", "_offices")

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._names: dict[str, _Node] = {}
        self._offices: dict[str, _Node] = {}
        for alias, entry in aliases:
            root = self._offices if entry.kind in _ANY_LAYER else self._names
            for words, exact in _variants(alias, entry.kind):
                _add(root, words, (exact, entry))

    def find(self, tokens: Tokens) -> list[Hit]:
        """Hits in text order, non-overlapping: the longest from the left.

        Offices and titles are looked for in what the names leave over.
        """
        words = tokens.lower
        if not all(map(str.isascii, words)):
            words = [w if w.isascii() else fold(w) for w in words]
        hits = _scan(self._names, words, tokens.text)
        taken = bytearray(len(words))
        for hit in hits:
            for i in range(hit.start, hit.end):
                taken[i] = 1
        offices = _scan(self._offices, words, tokens.text)
        hits += [hit for hit in offices if not any(taken[hit.start : hit.end])]
        hits.sort(key=_by_start)
        return hits

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The readings of ``name`` when it is the whole text; empty when there are none."""
        tokens = tokenise(name)
        whole = [h for h in self.find(tokens) if (h.start, h.end) == (0, len(tokens))]
        return whole[0].entries if whole else ()


_ANY_LAYER = frozenset({"office", "title"})


def _by_start(hit: Hit) -> int:
    return hit.start


def _scan(root: dict[str, _Node], words: list[str], text: list[str]) -> list[Hit]:
    hits: list[Hit] = []
    done = 0
    count = len(words)
    for i in [i for i, word in enumerate(words) if word in root]:
        if i < done:
            continue
        node: _Node | None = root[words[i]]
        stop = i
        found: list[tuple[int, list[tuple[str | None, Entry]]]] = []
        while node is not None:
            stop += 1
            if node.ends:
                found.append((stop, node.ends))
            node = node.then.get(words[stop]) if stop < count else None
        for stop, ends in reversed(found):
            entries = _fitting(ends, text, i, stop)
            if entries:
                hits.append(Hit(i, stop, entries))
                done = stop
                break
    return hits


def _fitting(
    ends: list[tuple[str | None, Entry]], text: list[str], start: int, stop: int
) -> tuple[Entry, ...]:
    """Those readings whose case rule the words obey."""
    fitting: list[Entry] = []
    capital: bool | None = None
    for exact, entry in ends:
        if exact is not None:
            fits = exact == (text[start] if stop == start + 1 else "".join(text[start:stop]))
            if fits and exact in _ALSO_WORDS:
                fits = not _shouted(text, start, stop)
        elif entry.kind == "office":
            fits = True
        else:
            if capital is None:
                capital = _capitalised(text[start:stop])
            fits = capital or (
                entry.kind == "place"
                and text[stop - 1] in _GEOGRAPHIC
                and _capitalised(text[start : stop - 1])
            )
            if fits and entry.note == "combining":
                fits = stop + 1 < len(text) and text[stop] in "-–‑" and not text[stop + 1].islower()
        if fits:
            fitting.append(entry)
    return tuple(fitting)


def _capitalised(words: list[str]) -> bool:
    """Has every word but the small ones a capital, and at least one a capital?"""
    capital = False
    for word in words:
        first = word[0]
        if first.islower():
            if word not in _SMALL and not word[2:3].isupper():  # d'Ivoire
                return False
        elif first.isalpha():
            capital = True
    return capital


def _shouted(text: list[str], start: int, stop: int) -> bool:
    """Does a word in capitals stand beside it, as in a headline all in capitals?"""
    beside = text[start - 1 : start] + text[stop : stop + 1]
    return any(len(word) > 1 and word.isalpha() and word.isupper() for word in beside)


def _add(root: dict[str, _Node], words: list[str], end: tuple[str | None, Entry]) -> None:
    then = root
    node = None
    for word in words:
        node = then.get(word)
        if node is None:
            node = then[word] = _Node()
        then = node.then
    if node is not None and end not in node.ends:
        node.ends.append(end)


def _variants(alias: str, kind: EntryKind) -> Iterable[tuple[list[str], str | None]]:
    """The token sequences under which an alias is found, each with the form it must have.

    Added to the alias itself: without hyphens (Kim Jong Un), St. for Saint, British for
    American spelling and the reverse, dotted acronyms (U.N.), and long acronyms as
    words (Nato).
    """
    letters = len(alias)
    if letters < 6 and alias.isupper() and alias.isalnum():
        yield [fold(alias)], alias
        if alias.isalpha() and alias.isascii() and 1 < letters < 5:
            dotted = ".".join(alias) + "."
            yield [dotted.lower()], dotted
        if letters > 3 and alias not in _NOT_AS_WORDS:
            yield [fold(alias)], alias.title()
        return
    words = _split(alias)
    if kind != "office" and alias.islower() and not any(w in _SMALL for w in words):
        yield words, "".join(alias.split())
        yield words, "".join(alias.split()).upper()
        return
    yield words, None
    for other in _respelt(words, kind):
        yield other, None


def _respelt(words: list[str], kind: EntryKind) -> Iterable[list[str]]:
    if "-" in words:
        yield [w for w in words if w != "-"]
    if "." in words:
        yield [w for w in words if w != "."]
    if "saint" in words:
        at = words.index("saint")
        yield [*words[:at], "st", *words[at + 1 :]]
        yield [*words[:at], "st", ".", *words[at + 1 :]]
    if not _RESPELT.keys().isdisjoint(words):
        yield [_RESPELT.get(w, w) for w in words]


def _split(alias: str) -> list[str]:
    if alias.isascii() and alias.replace(" ", "").isalpha():
        return alias.lower().split()
    return [fold(word) for word in tokenise(alias).lower]


@cache
def fold(word: str) -> str:
    """Lower case without diacritics: "Élysée" -> "elysee"."""
    word = word.lower().replace("’", "'")
    if word.isascii():
        return word
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return bare.translate(_LETTERS)


_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d",
        "þ": "th", "ə": "a", "ħ": "h", "ʻ": "'", "ʼ": "'", "‘": "'", "‑": "-", "–": "-",
    }
)  # fmt: skip

_SMALL = frozenset(
    "of the and for on in at to a al el de del da do dos das la le les los las du des di d'"
    " bin ibn ben bint van von der den ter ten zu y e o und et 's as".split()
)
"""Words that a name may hold in lower case."""

_GEOGRAPHIC = frozenset(
    "sea seas ocean strait straits gulf bay island islands peninsula river desert mountains"
    " region province oblast state district valley channel canal coast plateau delta basin"
    " palace base range".split()
)
"""Last words of a place's name that some papers leave in lower case ("Black sea")."""

_ALSO_WORDS = frozenset(
    "ACT AID AM ARE ARM AS AT BE CAN CAR DO GAP HAS IN IS IT ME MY NO ON SEA SO TO WHO".split()
)
"""Acronyms that are words as well: not trusted in a line all in capitals."""

_NOT_AS_WORDS = frozenset(())
"""Acronyms that are another word or name when only their first letter is a capital."""

_SPELLINGS = (
    ("defence", "defense"),
    ("organisation", "organization"),
    ("centre", "center"),
    ("labour", "labor"),
    ("harbour", "harbor"),
    ("programme", "program"),
    ("counsellor", "counselor"),
    ("sceptic", "skeptic"),
    ("neighbourhood", "neighborhood"),
    ("stabilisation", "stabilization"),
)
_RESPELT = {a: b for pair in _SPELLINGS for a, b in (pair, pair[::-1])}
