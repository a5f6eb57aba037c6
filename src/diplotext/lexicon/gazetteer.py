"""The gazetteer: every name that the tables know, found in a text in one pass.

A trie over tokens (those of ``lexicon.tokens``), lower-cased and without diacritics, so
that "Élysée" and "Elysee" are one. Names need their capitals in the text; acronyms need
to stand exactly as listed; offices may stand in any case. What a name means is not
decided here: a hit carries all its readings ("Georgia" the state and the US state).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import compress
from operator import attrgetter, not_
from typing import Literal, NamedTuple

import attrs

from diplotext.lexicon.spellings import SMALL_WORDS, fold, forms
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


class Hit(NamedTuple):
    """Tokens ``start`` to ``end`` (half-open) and all readings of the name, weak ones last."""

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
    """A place in the trie: what may follow, and the readings that end here.

    ``plain`` holds the readings when all of them need capitals and nothing else, which is the
    common case and quick to decide; None when some need a closer look.
    """

    __slots__ = ("ends", "lower", "plain", "then")

    def __init__(self) -> None:
        self.then: dict[str, _Node] | None = None
        self.ends: tuple[tuple[str | None, Entry], ...] = ()  # (what must stand exactly, entry)
        self.plain: tuple[Entry, ...] | None = ()
        self.lower = 0  # tokens that a table has in lower case, as bits

    def add(self, exact: str | None, entry: Entry, last: str) -> None:
        """Let the reading end here, unless it does already; ``last`` is its last word."""
        for form, known in self.ends:
            if form == exact and known.kind == entry.kind and known.id == entry.id:
                return
        self.ends += ((exact, entry),)
        if (
            exact is not None
            or entry.kind in ("office", "other")
            or entry.note == "combining"
            or (entry.kind == "series" and entry.weak)
            or (entry.kind == "place" and last in _GEOGRAPHIC)
        ):
            self.plain = None
        elif self.plain is not None:
            self.plain = (
                tuple(sorted((*self.plain, entry), key=_is_weak)) if self.plain else (entry,)
            )


class Gazetteer:
    """Finds aliases in tokens. Immutable once built; build one from ``(alias, entry)`` pairs."""

    __slots__ = ("_lower_case", "_names", "_offices")

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._names: dict[str, _Node] = {}
        self._offices: dict[str, _Node] = {}
        lower_case = set(_LOWER_STARTS)
        for alias, entry in aliases:
            root = self._offices if entry.kind in _ANY_LAYER else self._names
            for words, exact, lower in forms(alias, any_case=entry.kind == "office"):
                _add(root, words, exact, entry).lower |= lower
                if alias[0].islower():
                    lower_case.add(words[0])
        self._lower_case = frozenset(lower_case)

    def find(self, tokens: Tokens) -> list[Hit]:
        """Hits in text order, non-overlapping: the longest from the left.

        Offices and titles are looked for in what the names leave over. The hits of the last
        tokens are kept, since the article's date and its actors both ask for them.
        """
        return list(_found(self, tokens))

    def _find(self, tokens: Tokens) -> tuple[Hit, ...]:
        words, text = tokens.lower, tokens.text
        odd = list(compress(range(len(words)), map(not_, map(str.isascii, words))))
        if odd:
            words = words[:]
            for i in odd:
                words[i] = fold(words[i])
        hits = _scan(self._names, words, text, self._lower_case)
        taken = bytearray(len(words) + 1)
        for at, hit in enumerate(hits):
            start = hit.start
            alone = hit.entries[0].note == "combining" and not _combined(hit, hits[at + 1 : at + 2])
            if alone or (start and text[start - 1] in _SHIPS):
                taken[start] = _DROPPED
                continue
            for i in range(start, hit.end):
                taken[i] = 1
        if _DROPPED in taken:
            hits = [hit for hit in hits if taken[hit.start] != _DROPPED]
            taken = taken.replace(bytes([_DROPPED]), b"\0")
        for hit in _scan(self._offices, words, text):
            if taken.find(1, hit.start, hit.end) >= 0:
                continue
            verb = words[hit.start] in _ALSO_VERBS and hit.end - hit.start == 1
            if not verb or words[hit.end : hit.end + 1] in ([], ["of"]):
                hits.append(hit)  # not "Smith heads for Lima", "who chairs the talks"
        hits.sort(key=_by_start)
        return tuple(hits)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The readings of ``name`` when it is the whole text; empty when there are none."""
        tokens = tokenise(name)
        whole = [h for h in self.find(tokens) if (h.start, h.end) == (0, len(tokens))]
        return whole[0].entries if whole else ()


@lru_cache(maxsize=2)
def _found(names: Gazetteer, tokens: Tokens) -> tuple[Hit, ...]:
    return names._find(tokens)


_ANY_LAYER = frozenset({"office", "title"})
_ALSO_VERBS = frozenset({"heads", "chairs"})
_DROPPED = 2


_by_start = attrgetter("start")


_SHIPS = frozenset(
    [
        "BRP", "CNS", "ESPS", "HDMS", "HMAS", "HMCS", "HMNZS", "HMS", "INS", "JDS", "JS", "KRI",
        "PNS", "ROKS", "RSS", "TCG", "USCGC", "USNS", "USS",
    ]
)  # fmt: skip
"""After these a name is that of a ship ("USS Example")."""


def _combined(hit: Hit, after: list[Hit]) -> bool:
    """Does a people follow behind the hyphen: "Sino-Russian", but not "Indo-Pacific"?"""
    return (
        bool(after)
        and after[0].start == hit.end + 1
        and any(entry.kind in ("adjective", "state", "people") for entry in after[0].entries)
    )


def _scan(
    root: dict[str, _Node],
    words: list[str],
    text: list[str],
    lower_case: frozenset[str] | None = None,
) -> list[Hit]:
    """The longest hits from the left. With ``lower_case``, other words need a capital first."""
    hits: list[Hit] = []
    done = 0
    nodes = list(map(root.get, words))
    words = [*words, ""]  # with which no name goes on
    for i, node in compress(enumerate(nodes), nodes):
        assert node is not None
        then = node.then
        longer = then.get(words[i + 1]) if then is not None else None
        if (longer is None and not node.ends) or i < done:
            continue
        first = text[i][0]
        lower = first.islower()
        if lower and lower_case is not None and words[i] not in lower_case:
            continue
        if longer is None:
            plain = node.plain
            if plain is not None and not node.lower:
                entries = plain if not lower and first.isalpha() else ()
            else:
                entries = _fitting(node, text, i, i + 1)
            if entries:
                hits.append(Hit(i, i + 1, entries))
            continue
        found = [(i + 1, node)] if node.ends else []
        stop = i + 1
        while longer is not None:
            stop += 1
            if longer.ends:
                found.append((stop, longer))
            then = longer.then
            longer = then.get(words[stop]) if then is not None else None
        for stop, node in reversed(found):
            entries = _fitting(node, text, i, stop)
            if entries and not (words[i] == "the" and _longer(root, words, text, i + 1, stop)):
                hits.append(Hit(i, stop, entries))
                done = stop
                break
    return hits


def _longer(
    root: dict[str, _Node], words: list[str], text: list[str], start: int, stop: int
) -> bool:
    """Does a name that starts here reach beyond ``stop``, as in "the Guardian Council"?"""
    node = root.get(words[start])
    at = start
    while node is not None:
        at += 1
        if at > stop and node.ends and _fitting(node, text, start, at):
            return True
        node = node.then.get(words[at]) if node.then and at < len(words) else None
    return False


def _fitting(node: _Node, text: list[str], start: int, stop: int) -> tuple[Entry, ...]:
    """Those readings whose case rule the words obey."""
    if node.plain is not None:
        return node.plain if _capitalised(text[start:stop], node.lower) else ()
    fitting: list[Entry] = []
    capital: bool | None = None
    for exact, entry in node.ends:
        if exact is not None:
            fits = exact == (text[start] if stop == start + 1 else "".join(text[start:stop]))
            if fits and exact in _ALSO_WORDS:
                fits = not _shouted(text, start, stop)
            if fits and text[stop : stop + 1] == ["$"]:
                fits = False  # US$ and its like are money
        elif entry.kind == "office":
            fits = True
        elif entry.kind == "other":
            fits = not text[start][0].islower() or bool(node.lower & 1)
        else:
            if capital is None:
                capital = _capitalised(text[start:stop], node.lower)
            fits = capital or (
                entry.kind == "place"
                and text[stop - 1] in _GEOGRAPHIC
                and _capitalised(text[start : stop - 1], node.lower)
            )
        if fits and entry.note == "combining":
            fits = stop < len(text) and text[stop] in "-–‑"
        elif fits and entry.weak and entry.kind == "series":
            fits = _announced(text, start, stop)
        if fits and not any(e.kind == entry.kind and e.id == entry.id for e in fitting):
            fitting.append(entry)
    if len(fitting) > 1:
        fitting.sort(key=_is_weak)
    return tuple(fitting)


def _is_weak(entry: Entry) -> bool:
    return entry.weak


def _announced(text: list[str], start: int, stop: int) -> bool:
    """Do a year, an exercise word or quotation marks tell that this word names an exercise?"""
    before = text[max(0, start - 2) : start]
    after = text[stop : stop + 2]
    if before and after and before[-1] in _QUOTES and after[0] in _QUOTES:
        return True
    if any(word.lower() in _EXERCISE_WORDS for word in (*before[-1:], *after[:1])):
        return True
    if before[:1] and before[-1] in _QUOTES and before[0].lower() in _EXERCISE_WORDS:
        return True
    if after and after[0] in "-–‑/" and len(after) > 1:
        after = after[1:]
    return bool(after) and after[0][:2].isdigit()


def _capitalised(words: list[str], lower: int) -> bool:
    """Has every word a capital that must, and at least one a capital?

    Small words (of, bin) need none, nor do those whose bit is set in ``lower`` (Jong-un).
    """
    if len(words) == 1:
        first = words[0][0]
        return first.isalpha() and (not first.islower() or bool(lower and not words[0].islower()))
    capital = False
    for at, word in enumerate(words):
        first = word[0]
        if first.islower():
            if word not in SMALL_WORDS and not lower >> at & 1 and not word[2:3].isupper():
                return False  # the last: d'Ivoire
        elif first.isalpha():
            capital = True
    return capital


def _shouted(text: list[str], start: int, stop: int) -> bool:
    """Does a word in capitals stand beside it, as in a headline all in capitals?"""
    beside = text[start - 1 : start] + text[stop : stop + 1]
    return any(len(word) > 1 and word.isalpha() and word.isupper() for word in beside)


def _add(root: dict[str, _Node], words: list[str], exact: str | None, entry: Entry) -> _Node:
    then: dict[str, _Node] = root
    for word in words[:-1]:
        node = then.get(word)
        if node is None:
            node = then[word] = _Node()
        if node.then is None:
            node.then = {}
        then = node.then
    node = then.get(words[-1])
    if node is None:
        node = then[words[-1]] = _Node()
    node.add(exact, entry, words[-1])
    return node


_LOWER_STARTS = frozenset({"the", "al", "el", "de", "la", "le", "van", "von"})
"""Words with which a name may begin in lower case though its table has a capital there."""

_GEOGRAPHIC = frozenset(
    [
        "sea", "seas", "ocean", "strait", "straits", "gulf", "bay", "island", "islands",
        "peninsula", "river", "desert", "mountains", "region", "province", "oblast", "state",
        "district", "valley", "channel", "canal", "coast", "plateau", "delta", "basin", "palace",
        "base", "range",
    ]
)  # fmt: skip
"""Last words of a place's name that some papers leave in lower case ("Black sea")."""

_QUOTES = frozenset("\"'“”‘’«»″„")
_EXERCISE_WORDS = frozenset(
    [
        "exercise", "exercises", "drill", "drills", "manoeuvre", "manoeuvres", "maneuver",
        "maneuvers", "wargame", "wargames", "codenamed", "dubbed", "named", "called", "titled",
        "series", "edition", "ex",
    ]
)  # fmt: skip

_ALSO_WORDS = frozenset(
    [
        "ACT", "AID", "AM", "ARE", "ARM", "AS", "AT", "BE", "CAN", "CAR", "DO", "GAP", "HAS",
        "IN", "IS", "IT", "ME", "MY", "NO", "ON", "SEA", "SO", "TO", "WHO",
    ]
)  # fmt: skip
"""Acronyms that are words as well: not trusted in a line all in capitals."""
