"""The proper name of an exercise: its words, its series, its edition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import attrs

from diplotext.events.vocabulary import said
from diplotext.lexicon import series
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.document import Document

QUOTES = {"″": "″", "„": "“", '"': '"', "“": "”", "‘": "’", "'": "'", "«": "»"}
CLOSING = frozenset(QUOTES.values())


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
        return _key(self.series)


def capital(tokens: Tokens, k: int, joined: bool = False) -> bool:
    """Can the word be part of a name? ``joined``: so can a hyphen or stroke between two words."""
    word = tokens.text[k]
    if joined and word in ("-", "/") and k:
        return tokens.end[k - 1] == tokens.start[k]
    return word[0].isupper() or (word[0].isdigit() and len(word) <= 4)


def run(tokens: Tokens, k: int, limit: int = 6) -> int:
    """End of the capitalised run that starts at token ``k``."""
    n = k
    while n < len(tokens) and n - k < limit:
        if capital(tokens, n) or (
            tokens.text[n] in ("-", "/", "–")
            and n + 1 < len(tokens)
            and capital(tokens, n + 1)
            and (tokens.end[n] == tokens.start[n + 1])
        ):
            n += 1
        else:
            break
    return n


def made(tokens: Tokens, i: int, j: int, document: Document) -> Name | None:
    words = [w for w in tokens.lower[i:j] if w.isalnum()]
    if (
        not any(len(w) > 2 and w.isalpha() for w in words)
        or all(w in said("generic") or w in said("alone") or w.isdigit() for w in words)
        or not any(c.isalpha() for c in tokens.text[i])
    ):
        return None
    return with_edition(tokens, i, j, document)


def is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def with_edition(tokens: Tokens, i: int, j: int, document: Document) -> Name:
    """Take the year, number or roman numeral that follows into the name."""
    text = document.article.text
    series_end = j
    edition = None
    n = j
    if tokens.text[n : n + 2] == ["-", "-"] and any(map(is_year, tokens.text[n + 2 : n + 3])):
        n += 2
    elif (
        n + 1 < len(tokens)
        and tokens.text[n] in _BEFORE_EDITION
        and (tokens.end[n] == tokens.start[n + 1] or is_year(tokens.text[n + 1]))
    ):
        n += 1
    if (
        n < len(tokens)
        and _EDITION.fullmatch(tokens.text[n])
        and tokens.start[n] - tokens.end[n - 1] <= 1
        and (
            n > j
            or len(tokens.text[n]) in (2, 4)
            or tokens.text[n].isalpha()
            or _numbers_the_name(tokens, n)
        )
    ):
        edition, j = tokens.text[n], n + 1
    elif j - 1 > i and _EDITION.fullmatch(tokens.text[j - 1]):
        edition = tokens.text[j - 1]
        series_end = j - 1
        while series_end - 1 > i and not tokens.text[series_end - 1][0].isalnum():
            series_end -= 1
    else:
        edition = _year_behind(tokens, j)
    name = text[tokens.start[i] : tokens.end[j - 1]]
    return Name(i, j, name, text[tokens.start[i] : tokens.end[series_end - 1]], edition)


def _year_behind(tokens: Tokens, j: int) -> str | None:
    """The year behind the noun that follows a name: "Dawn Shield Exercise 2021"."""
    for n in range(j, min(j + 3, len(tokens) - 1)):
        if tokens.lower[n] in said("nouns"):
            return tokens.text[n + 1] if is_year(tokens.text[n + 1]) else None
        if tokens.lower[n] not in said("martial") | _FORCES:
            return None
    return None


_FORCES = frozenset({"naval", "maritime", "joint", "military", "war", "air", "army", "field"})


def _numbers_the_name(tokens: Tokens, n: int) -> bool:
    """Does the digit number the exercise, and count nothing ("with Dawn Shield 5 states")?"""
    after = tokens.lower[n + 1 : n + 2]
    if not after or after[0] in QUOTES.values():
        return True
    return after[0] in said("after_number") or after[0] in said("nouns")


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


@lru_cache(maxsize=4096)
def _key(series: str) -> str:
    folded = _fold(series.lower().removeprefix("exercise "))
    return _canonical().get(folded, folded)


def _fold(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
