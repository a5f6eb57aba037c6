"""Proper names of exercises: known series, "Exercise X", "drills dubbed X", "X 2024, the drill"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import compress

import attrs

from diplotext.events.draft import When
from diplotext.events.introducing import acting, after, before, entitled, explained, taken_part_in
from diplotext.events.proper import CLOSING, QUOTES, Name, is_year, with_edition
from diplotext.events.vocabulary import said
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens, tokenise
from diplotext.models import Span
from diplotext.reading.document import Document


def names(document: Document) -> list[Name]:
    """Proper names of exercises, in text order: known series, "Exercise X", "drills dubbed X"."""
    tokens = document.tokens
    lower = tokens.lower
    nouns = said("nouns")
    if (
        (nouns | {"game"}).isdisjoint(lower)
        and said("trained").isdisjoint(lower)
        and not of_series(document)
    ):
        return []
    taken = _taken(document)
    strict = taken - _heads(document, ("place",))  # "Baltic Thunder 2024": a place may open a name
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
            known = with_edition(tokens, hit.start, hit.end, document)
            weak = any(e.weak for e in hit.entries if e.kind == "series")
            if _sure(tokens, known, weak) and not _part_of_longer(tokens, known, taken):
                add(known)
    for k in compress(range(len(lower)), map((nouns | {"series", "game"}).__contains__, lower)):
        word = lower[k]
        if word == "game" and lower[k - 1] not in ("war", "-"):
            continue
        if word == "series" and nouns.isdisjoint(lower[max(0, k - 9) : k]):
            continue
        if k in titles or (word == "games" and lower[k - 1] not in ("war", "-")):
            continue  # not "the Pan-Alpine Games"
        if word == "patrol" and said("craft").intersection(lower[k + 1 : k + 2]):
            continue  # not "a Poseidon patrol aircraft"
        name = (
            after(tokens, k, document, taken, strict, starts)
            or before(tokens, k, document, taken, strict, starts)
            or explained(tokens, k, document, taken, starts)
        )
        if name is not None:
            add(name)
    for k in _joining(lower):
        name = taken_part_in(tokens, k, document, taken, strict, starts)
        if name is not None and k not in titles:
            add(name)
    for k in compress(range(1, len(lower)), map(said("acts").__contains__, lower[1:])):
        if (tokens.text[k - 1] in CLOSING or tokens.text[k - 1].isdigit()) and k not in titles:
            name = acting(tokens, k, document, strict, starts)
            if name is not None:
                add(name)
    for k in compress(range(len(lower)), map(str.isdigit, tokens.text)):
        if is_year(tokens.text[k]):
            name = entitled(tokens, k, document, strict, starts)
            if name is not None:
                add(name)
    _repeats(tokens, found, document)
    return _one_thing([found[k] for k in sorted(found)], tokens)


def of_series(document: Document) -> bool:
    """Does the article speak of forces and name a series that the tables know?"""
    return not said("forces").isdisjoint(document.tokens.lower) and any(
        entry.kind == "series" for hit in document.hits for entry in hit.entries
    )


def _joining(lower: tuple[str, ...] | list[str]) -> list[int]:
    """The last words of phrases of taking part, before the name: "participate in", "to host"."""
    found: list[int] = []
    stages = said("stages")
    for k in compress(range(len(lower) - 2), map((stages | {"in", "of"}).__contains__, lower)):
        word = lower[k]
        if word == "in":
            near = lower[max(0, k - 7) : k]
            if not said("partakes").isdisjoint(near) and "," not in near and "." not in near:
                found.append(k)
        elif word in stages or lower[k - 1] in said("hours") or _part(lower, k):
            found.append(k)
    return found


def _part(lower: tuple[str, ...] | list[str], k: int) -> bool:
    """Is it "as part of", "were part of"?"""
    return lower[k - 1] == "part" and (lower[k - 2] == "as" or lower[k - 2] in words()["be"])


def _one_thing(found: list[Name], tokens: Tokens) -> list[Name]:
    """Two names of one exercise side by side ("the Andean Landing Exercise, or Andlex 33") are one:
    that with the edition, else the first.
    """
    for n in range(len(found) - 1):
        a, b = found[n], found[n + 1]
        gap = tokens.lower[a.j : b.i]
        if not 1 < len(gap) < 7 or a.key == b.key:
            continue
        if gap[-2:] != [",", "or"] and gap[-1] != "(" and gap[-3:] != ["also", "known", "as"]:
            continue
        if any(w not in said("nouns") and w not in _JOINTS for w in gap):
            continue
        kept = b if b.edition is not None and a.edition is None else a
        for m, name in ((n, a), (n + 1, b)):
            found[m] = attrs.evolve(name, name=kept.name, series=kept.series, edition=kept.edition)
    return found


_JOINTS = frozenset({",", "(", "also", "as", "known", "or"})
"""Between two names of one thing."""


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
    if k > 0 and tokens.lower[k] in said("generic") and tokens.text[k][0].isupper() and (
        tokens.text[k - 1][0].isupper() and k - 1 not in taken
        and tokens.start[k] - tokens.end[k - 1] == 1
    ):  # fmt: skip
        k -= 1  # "the Border Defence Cooperation-2024 exercise"
    return (
        name.series.lower() in said("plain") and k >= 0 and k not in taken
        and tokens.text[k][0].isupper()
        and tokens.lower[k] not in said("generic") and tokens.start[k + 1] - tokens.end[k] == 1
    )  # fmt: skip


def _sure(tokens: Tokens, name: Name, weak: bool) -> bool:
    """A known series is meant: its name has an edition or stands beside a word for exercises, or is
    long enough to mean nothing else. ``weak``: the word is known to mean other things too.
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
        return not plain or tokens.text[name.i - 1] in QUOTES
    if name.j - name.i == 1 and not weak and not plain:
        return len(name.series) > 5 and tokens.lower[name.j : name.j + 1] != ["'s"]
    return name.j - name.i > 1 or (name.series.isupper() and len(name.series) > 4)


_BREAK = re.compile(r"\n+")


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
    starts.update([tokens.at(found.start()) for found in _BREAK.finditer(text)])
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
    for k in compress(range(len(tokens)), map(firsts.__contains__, tokens.text)):
        if k in covered:
            continue
        for parts in firsts[tokens.text[k]]:
            if tuple(tokens.text[k : k + len(parts)]) == parts:
                found[k] = with_edition(tokens, k, k + len(parts), document)
                break


# -- the name of a mention ------------------------------------------------------------------------


def over(known: list[Name], i: int, j: int) -> Name | None:
    """The first name that shares a token with the tokens ``i`` to ``j``."""
    first = bisect_right(known, i, key=lambda name: name.j - 1) if known else 0
    first = max(0, first - 1)
    return next((name for name in known[first : first + 3] if name.i < j and i < name.j), None)


def behind(known: list[Name], j: int, sentence: int, document: Document) -> Name | None:
    """The name that follows the noun: "the exercise, Dawn Shield"."""
    lower = document.tokens.lower
    end = document.tokens.at(document.sentences[sentence].span.end)
    first = bisect_left(known, j, key=lambda name: name.i)
    for name in known[first : first + 8]:
        if name.i >= end:
            break
        if name.i < j + 6 or "part" in lower[max(j, name.i - 8) : name.i]:  # "as part of"
            return name
        if lower[name.i - 2 : name.i] == ["the", "name"] and said("nouns").isdisjoint(
            lower[j : name.i]
        ):
            return name  # "a drill off Suva under the name Dawn Shield"
    return None


def ahead(known: list[Name], i: int, document: Document) -> Name | None:
    """The name before the comma: "Dawn Shield, the exercise that Peru hosts"."""
    first = bisect_right(known, i, key=lambda name: name.j)
    if not first or not 0 < i - known[first - 1].j < 4:
        return None
    between = document.tokens.text[known[first - 1].j : i]
    return known[first - 1] if all(w == "," or w in QUOTES.values() for w in between) else None


def tells(name: Name, when: When, document: Document) -> bool:
    """Are the days only those of the edition: the year in or right behind the name?"""
    value = when.value
    if value.precision == "year" and name.edition == str(value.start.year):
        return when.span.start - span_of(name, document).end < _BEHIND
    return span_of(name, document).contains(when.span)


_BEHIND = 30  # code points between a name and its year: "Dawn Shield Naval Exercise 2021"


def span_of(name: Name, document: Document) -> Span:
    """Where the text prints the name."""
    return Span(document.tokens.start[name.i], document.tokens.end[name.j - 1])
