"""Proper names of exercises: known series, "Exercise X", "drills dubbed X", "X 2024, the drill"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import attrs

from diplotext.events.vocabulary import said
from diplotext.lexicon import series
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens, tokenise
from diplotext.reading.document import Document

_QUOTES = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»"}


_BEFORE_EDITION = frozenset({"-", "–", "—", "'", "’", "/"})

_EDITION = re.compile(r"(?:19|20)\d\d|\d{2}(?:-\d)?|[IVX]{1,5}|\d{1,2}")


@attrs.frozen
class Name:
    """A proper name of an exercise in the text: token range, full name, series, edition."""

    i: int
    j: int
    name: str
    series: str
    edition: str | None

    @property
    def key(self) -> str:
        """The series folded, for comparing; one for all names that the tables know for it."""
        folded = _fold(self.series.lower().removeprefix("exercise "))
        return _canonical().get(folded, folded)


def names(document: Document) -> list[Name]:
    """Proper names of exercises, in text order: known series, "Exercise X", "drills dubbed X"."""
    tokens = document.tokens
    lower = tokens.lower
    nouns = said("nouns")
    if nouns.isdisjoint(lower) and "training" not in lower:
        return []
    taken = _taken(document)
    found: dict[int, Name] = {}
    covered: set[int] = set()

    def add(name: Name) -> None:
        if covered.isdisjoint(range(name.i, name.j)):
            found[name.i] = name
            covered.update(range(name.i, name.j))

    starts, titles = _sentence_starts(document)
    for hit in document.hits:
        if any(entry.kind == "series" for entry in hit.entries) and not any(
            entry.kind in ("state", "person", "capital") for entry in hit.entries
        ):
            known = _edition(tokens, hit.start, hit.end, document)
            if _sure(tokens, known) and not _part_of_longer(tokens, known, taken):
                add(known)
    for k, word in enumerate(lower):
        if word in nouns or (word == "series" and not nouns.isdisjoint(lower[max(0, k - 9) : k])):
            if k in titles or (word == "games" and lower[k - 1] not in ("war", "-")):
                continue  # not "the Pan-Alpine Games"
            name = (
                _after(tokens, k, document, taken, starts)
                or _before(tokens, k, document, taken, starts)
                or _explained(tokens, k, document, taken, starts)
            )
            if name is not None:
                add(name)
    strict = taken - _heads(document, ("place",))  # "Baltic Thunder 2024": a place may open a name
    for k, word in enumerate(tokens.text):
        if _year(word):
            name = _entitled(tokens, k, document, strict, starts)
            if name is not None:
                add(name)
    _repeats(tokens, found, document)
    return [found[k] for k in sorted(found)]


def _part_of_longer(tokens: Tokens, name: Name, taken: set[int]) -> bool:
    """Is a series of one word, or a common word, only part of another name ("Savanna Thunder")?"""
    k, n = name.i - 1, name.j
    if (
        n - name.i == 1
        and n < len(tokens)
        and tokens.text[n][0].isupper()
        and tokens.start[n] - tokens.end[n - 1] == 1
        and n not in taken
        and tokens.lower[n] not in said("generic")
    ):
        return True
    return (
        name.series.lower() in said("plain") and k >= 0 and k not in taken
        and tokens.text[k][0].isupper()
        and tokens.lower[k] not in said("generic") and tokens.start[name.i] - tokens.end[k] == 1
    )  # fmt: skip


def _sure(tokens: Tokens, name: Name) -> bool:
    """A known series is meant: its name has an edition or stands beside a word for exercises, or is
    long enough to mean nothing else.
    """
    if name.edition is not None:
        return True
    if tokens.lower[max(0, name.i - 2) : name.i] in (
        ["part", "in"],
        ["participating", "in"],
        ["participate", "in"],
        ["participated", "in"],
    ):
        return True
    near = tokens.lower[max(0, name.i - 3) : name.i] + tokens.lower[name.j : name.j + 4]
    plain = name.j - name.i == 1 and (
        tokens.lower[name.i] in said("generic") or name.series.lower() in said("plain")
    )
    if any(word in said("nouns") or word == "training" for word in near):
        return not plain or tokens.text[name.i - 1] in _QUOTES
    return name.j - name.i > 1 or (name.series.isupper() and len(name.series) > 4)


def _sentence_starts(document: Document) -> tuple[set[int], set[int]]:
    """First tokens of sentences and of lines; tokens of headlines, where capitals say nothing."""
    tokens, text = document.tokens, document.article.text
    starts: set[int] = set()
    titles: set[int] = set()
    for sentence in document.sentences:
        first, last = tokens.at(sentence.span.start), tokens.at(sentence.span.end)
        starts.add(first)
        if sentence.part == "headline":
            titles.update(range(first, last))
    starts.update(
        k for k in range(1, len(tokens)) if "\n" in text[tokens.end[k - 1] : tokens.start[k]]
    )
    return starts, titles


def _taken(document: Document) -> set[int]:
    """Tokens within mentions of states, persons and places: part of no exercise's name."""
    return _heads(document, ("state", "person", "place", "force"))


def _heads(document: Document, kinds: tuple[str, ...]) -> set[int]:
    tokens = document.tokens
    found: set[int] = set()
    for mention in document.mentions:
        if mention.kind in kinds:
            found.update(range(tokens.at(mention.head.start), tokens.at(mention.head.end)))
    return found


def _capital(tokens: Tokens, k: int, joined: bool = False) -> bool:
    """Can the word be part of a name? ``joined``: so can a hyphen or stroke between two words."""
    word = tokens.text[k]
    if joined and word in ("-", "/") and k:
        return tokens.end[k - 1] == tokens.start[k]
    return word[0].isupper() or (word[0].isdigit() and len(word) <= 4)


def _run(tokens: Tokens, k: int, limit: int = 6) -> int:
    """End of the capitalised run that starts at token ``k``."""
    n = k
    while n < len(tokens) and n - k < limit:
        if _capital(tokens, n) or (
            tokens.text[n] in ("-", "/", "–")
            and n + 1 < len(tokens)
            and _capital(tokens, n + 1)
            and (tokens.end[n] == tokens.start[n + 1])
        ):
            n += 1
        else:
            break
    return n


def _made(tokens: Tokens, i: int, j: int, document: Document) -> Name | None:
    words = [w for w in tokens.lower[i:j] if w.isalnum()]
    if (
        not any(len(w) > 2 and w.isalpha() for w in words)
        or all(w in said("generic") or w.isdigit() for w in words)
        or not any(c.isalpha() for c in tokens.text[i])
    ):
        return None
    return _edition(tokens, i, j, document)


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _edition(tokens: Tokens, i: int, j: int, document: Document) -> Name:
    """Take the year, number or roman numeral that follows into the name."""
    text = document.article.text
    series_end = j
    edition = None
    n = j
    if tokens.text[n : n + 2] == ["-", "-"] and any(map(_year, tokens.text[n + 2 : n + 3])):
        n += 2
    elif (
        n + 1 < len(tokens)
        and tokens.text[n] in _BEFORE_EDITION
        and (tokens.end[n] == tokens.start[n + 1] or _year(tokens.text[n + 1]))
    ):
        n += 1
    if (
        n < len(tokens)
        and _EDITION.fullmatch(tokens.text[n])
        and tokens.start[n] - tokens.end[n - 1] <= 1
        and (n > j or len(tokens.text[n]) in (2, 4) or tokens.text[n].isalpha())
    ):
        edition, j = tokens.text[n], n + 1
    elif j - 1 > i and _EDITION.fullmatch(tokens.text[j - 1]):
        edition = tokens.text[j - 1]
        series_end = j - 1
        while series_end - 1 > i and not tokens.text[series_end - 1][0].isalnum():
            series_end -= 1
    name = text[tokens.start[i] : tokens.end[j - 1]]
    return Name(i, j, name, text[tokens.start[i] : tokens.end[series_end - 1]], edition)


def _after(
    tokens: Tokens, k: int, document: Document, taken: set[int], starts: set[int]
) -> Name | None:
    """A name after the noun: "Exercise Dawn Shield", "drills dubbed Dawn Shield"."""
    n = _introduced(tokens, k, starts)
    called = n > k
    n = n if called else k + 1
    limit = min(len(tokens), n + 8)
    while n < limit and n not in starts:
        word = tokens.lower[n]
        if word in said("called"):
            called = True
        elif tokens.text[n] in _QUOTES:
            if n > k + 1 and tokens.text[n - 1] == "," and tokens.start[n] == tokens.end[n - 1]:
                return None  # it closes what was quoted: "just an exercise," General Odlo said
            closing = _QUOTES[tokens.text[n]]
            end = n + 1
            while end < min(len(tokens), n + 9) and tokens.text[end] not in (closing, ","):
                end += 1
            if (
                end < len(tokens)
                and n + 1 < end
                and _capital(tokens, n + 1)
                and tokens.text[end] in (closing, ",")
            ) and (called or n == k + 1 or tokens.lower[n - 1] in (",", "the", "-")):
                return _made(tokens, n + 1, end, document)
            return None
        elif _capital(tokens, n) and word not in ("the",) and tokens.text[n][0].isalpha():
            if n in taken and not called:
                return None
            if called or (
                n == k + 1 and tokens.lower[k] in ("exercise", "exercises", "drill", "drills")
            ):
                end = _run(tokens, n)
                return _made(tokens, n, end, document)
            return _apposed(tokens, n, k, document, taken)
        elif tokens.text[n] == "(" and n == k + 1:
            end = _run(tokens, n + 1)  # "naval drills (Dawn Shield 2024)"
            bracketed = tokens.text[end : end + 1] == [")"] and end - n > 2
            return _made(tokens, n + 1, end, document) if bracketed and n + 1 not in taken else None
        elif word not in _PASSED and not called:
            return None
        n += 1
    return None


_PASSED = frozenset(
    {"-", "named", "as", "the", ",", "is", "was", "which", "has", "been", "also", "are"}
    | {"of", "its", "their", "own"}
)
"""Between the noun and its name: "an exercise of its own, also named"."""


def _apposed(tokens: Tokens, n: int, k: int, document: Document, taken: set[int]) -> Name | None:
    """The name between commas: "Peru's biggest naval exercise, Dawn Shield, starts"."""
    end = _run(tokens, n)
    if end >= len(tokens) or end - n > 4 or tokens.text[n - 1] != ",":
        return None
    if tokens.text[end] != "(" and (n != k + 2 or end - n < 2 or tokens.text[end] != ","):
        return None
    if any(m in taken for m in range(n, end)):
        return None
    if not said("offices").isdisjoint(tokens.lower[n:end]):
        return None
    return _made(tokens, n, end, document)


def _introduced(tokens: Tokens, k: int, starts: set[int]) -> int:
    """The token that introduces a name words after the noun ("drill with Peru dubbed"), or -1."""
    for n in range(k + 1, min(len(tokens), k + 13)):
        word = tokens.lower[n]
        if (
            n in starts
            or word in said("nouns")
            or word in (".", ";", ":", "called", "named", "known")
        ):
            return -1
        if word in ("dubbed", "codenamed", "entitled", "nicknamed", "christened", "titled"):
            return n
    return -1


def _before(
    tokens: Tokens, k: int, document: Document, taken: set[int], starts: set[int]
) -> Name | None:
    """A name before the noun: "the Dawn Shield exercise", "Dawn Shield-24 naval drills"."""
    n = k - 1
    while (
        n >= 0
        and k - n < 6
        and tokens.text[n][0].islower()
        and tokens.lower[n] in said("generic")
        and tokens.lower[n] not in ("the", "a", "an")
    ):
        n -= 1
    if n >= 0 and tokens.text[n] in ('"', "”", "’", "'", "»"):
        n -= 1
    end = n + 1
    while (
        n >= 0
        and end - n <= 6
        and n not in taken
        and n + 1 not in starts
        and (
            _capital(tokens, n)
            or (tokens.text[n] in ("-", "/") and n > 0 and tokens.end[n - 1] == tokens.start[n])
        )
    ):
        n -= 1
    start = n + 1
    while start < end and (
        not tokens.text[start][0].isalpha()
        or tokens.lower[start] in said("generic")
        or tokens.lower[start] in said("called")
    ):
        start += 1
    if start >= end or (start in starts and end - start == 1):
        return None
    words = [w for w in tokens.lower[start:end] if w.isalpha()]
    if any(w in said("generic") for w in words[:1]):
        return None
    return _made(tokens, start, end, document)


def _entitled(
    tokens: Tokens, k: int, document: Document, taken: set[int], starts: set[int]
) -> Name | None:
    """A name with its year and what it is: "Dawn Shield 2022, the largest naval exercise"."""
    if tokens.text[k + 1 : k + 2] != [","] or tokens.lower[k + 2 : k + 3] not in (
        ["the"],
        ["a"],
        ["an"],
        ["its"],
        ["their"],
    ):
        return None
    if said("nouns").isdisjoint(tokens.lower[k + 3 : k + 14]):
        return None
    i = k
    while (
        i > 0
        and k - i < 5
        and i - 1 not in taken
        and tokens.text[i - 1][0].isupper()
        and i not in starts
    ):
        i -= 1
    return _made(tokens, i, k + 1, document) if k - i >= 2 else None


def _explained(
    tokens: Tokens, k: int, document: Document, taken: set[int], starts: set[int]
) -> Name | None:
    """A name before the comma that says what it is: "Dawn Shield, an army exercise of the two"."""
    n = k - 1
    while n > 0 and k - n < 11 and tokens.text[n] != "," and tokens.lower[n] not in _VERBS:
        n -= 1
    comma = n
    if comma < 2 or tokens.text[comma] != "," or tokens.lower[comma + 1] not in _ARTICLES:
        return None
    lists = words()
    if comma + 2 == k or tokens.lower[k + 1 : k + 2] in ([w] for w in lists["be"] | lists["have"]):
        return None  # "for the 6th Brigade, the exercise was"
    end = comma
    if tokens.text[end - 1] == ")" and "(" in tokens.text[max(1, end - 6) : end - 1]:
        while tokens.text[end] != "(":  # "Dawn Shield (DS22), the largest drill"
            end -= 1
        comma = end
    end -= tokens.text[end - 1] in _QUOTES.values()
    i = end
    quoted = end < comma
    while i > 0 and end - i < 6 and (i not in starts or quoted) and (
        _capital(tokens, i - 1, joined=True) and (quoted or i - 1 not in taken)
    ):  # fmt: skip
        i -= 1
    i += tokens.lower[i] in said("called")
    if (
        end - i < 2 - quoted
        or (quoted and tokens.text[i - 1] not in _QUOTES)
        or tokens.lower[i] in said("generic") - {"operation"}
    ):
        return None
    if not said("offices").isdisjoint(tokens.lower[i:end]):
        return None
    return _made(tokens, i, end, document)


_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_VERBS = frozenset({"is", "was", "of", "who", "that", "which", "for", "to", "in"})
"""Between the article and the noun these open another phrase ("a veteran of many drills")."""


def _repeats(tokens: Tokens, found: dict[int, Name], document: Document) -> None:
    """Later occurrences of a name that the text introduced ("Dawn Shield will run until")."""
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for name in list(found.values()):
        parts = tuple(tokenise(name.series.removeprefix("Exercise ")).text)
        if (
            parts
            and not all(p.lower() in said("generic") for p in parts)
            and (len(parts) > 1 or len(parts[0]) > 3)
        ):
            firsts.setdefault(parts[0], []).append(parts)
    covered = {k for name in found.values() for k in range(name.i, name.j)}
    for k, word in enumerate(tokens.text):
        if k in covered:
            continue
        for parts in firsts.get(word, ()):
            if tuple(tokens.text[k : k + len(parts)]) == parts:
                found[k] = _edition(tokens, k, k + len(parts), document)
                break


@cache
def _canonical() -> Mapping[str, str]:
    return MappingProxyType(
        {_fold(n): _fold(one.name) for one in series() for n in (one.name, *one.aliases)}
    )


@cache
def _organisers() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {_fold(n): one.organisers for one in series() for n in (one.name, *one.aliases)}
    )


def organisers(name: Name) -> tuple[str, ...]:
    """Codes of the states that run the series of this name, as the tables know it."""
    return _organisers().get(name.key, ())


def _fold(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
