"""The tokens of one article, made ready for reading who is spoken of.

A page joins what the stages before found (gazetteer hits, dates) with the word classes of
``role_words.tsv``, so that the readers of names, offices and noun phrases above it look
everything up by token index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from diplotext.lexicon import given_names, offices
from diplotext.lexicon.gazetteer import Entry, Hit, fold
from diplotext.lexicon.loader import table, values
from diplotext.lexicon.records import Office
from diplotext.lexicon.tokens import Tokens
from diplotext.models import DateMention

GEO = frozenset({"state", "adjective", "people", "capital", "metonym", "body", "force", "place"})
NOTHING: frozenset[str] = frozenset()
DASHES = frozenset("-‐‑–")
POSSESSIVES = frozenset({"'s", "'"})


@cache
def role_words() -> Mapping[str, frozenset[str]]:
    """Word in lower case -> the classes that ``role_words.tsv`` gives it."""
    return MappingProxyType(
        {row["word"]: frozenset(values(row["classes"])) for row in table("role_words")}
    )


class Page:
    """Parallel views of one article's tokens; positions are token indices, ends are open."""

    __slots__ = ("blocked", "classes", "end", "given", "hits", "known", "lower", "n", "offices", "start", "strict", "text")

    def __init__(
        self, tokens: Tokens, hits: Sequence[Hit], dates: Iterable[DateMention] = ()
    ) -> None:
        self.text, self.lower = tokens.text, tokens.lower
        self.start, self.end = tokens.start, tokens.end
        self.n = len(tokens)
        self.hits: dict[int, Hit] = {hit.start: hit for hit in hits}
        self.classes = role_words()
        self.given = given_names()
        self.offices = offices()
        self.known: set[str] = set()  # folded surnames that the body has shown to be persons'
        self.strict = False  # in a title only words known as names are names
        self.blocked: set[int] = set()
        for date in dates:
            i = tokens.at(date.span.start)
            while i < self.n and self.start[i] < date.span.end:
                self.blocked.add(i)
                i += 1

    def of(self, i: int) -> frozenset[str]:
        """The word classes of token ``i``."""
        return self.classes.get(self.lower[i], NOTHING)

    def is_capital(self, i: int) -> bool:
        """Does token ``i`` begin with a capital letter?"""
        return self.text[i][0].isupper()

    def glued(self, i: int) -> bool:
        """Does token ``i`` follow the one before without a space?"""
        return i > 0 and self.end[i - 1] == self.start[i]

    def hyphen(self, i: int) -> bool:
        """Is token ``i`` a hyphen between two words without spaces?"""
        return (
            0 < i < self.n - 1
            and self.text[i] in DASHES
            and self.end[i - 1] == self.start[i]
            and self.end[i] == self.start[i + 1]
        )

    def possessive(self, i: int) -> bool:
        """Is token ``i`` the ``'s`` of a possessor, or the ``'`` after its plural s?"""
        if i >= self.n or i == 0:
            return False
        word = self.lower[i]
        if word == "'s":
            return True
        return (
            self.text[i] in "'’"
            and self.glued(i)
            and self.lower[i - 1].endswith(("s", "z", "x"))
            and not (i + 1 < self.n and self.glued(i + 1))
        )

    def entry(self, i: int, *kinds: str) -> Entry | None:
        """The first reading of one of these kinds that starts at token ``i``."""
        hit = self.hits.get(i)
        if hit is None:
            return None
        for entry in hit.entries:
            if entry.kind in kinds:
                return entry
        return None

    def office(self, i: int) -> tuple[Office, int, bool] | None:
        """The office whose fixed form starts at token ``i``: row, end, is it a plural."""
        hit = self.hits.get(i)
        if hit is not None:
            entry = hit.of("office")
            if entry is None:
                return None
            row = entry.row
            return (row, hit.end, entry.note == "plural") if isinstance(row, Office) else None
        row = self.offices.get(self.lower[i])
        if row is not None:  # "CIA director" hid it, or a user's gazetteer has no offices
            return row, i + 1, False
        return None

    def words(self, start: int, end: int) -> str:
        """Tokens as they would be written in one line, with their hyphens and apostrophes."""
        parts: list[str] = []
        for i in range(start, end):
            if i > start and self.end[i - 1] != self.start[i]:
                parts.append(" ")
            parts.append(self.text[i])
        return "".join(parts)

    def folded(self, i: int) -> str:
        """Token ``i`` in lower case without diacritics."""
        word = self.lower[i]
        return word if word.isascii() else fold(word)
