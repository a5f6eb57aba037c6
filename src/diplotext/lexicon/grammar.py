"""Closed word classes and verb forms, compiled once from ``words.toml`` and ``verbs.tsv``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import attrs

from diplotext.errors import DataError
from diplotext.lexicon.loader import table
from diplotext.lexicon.tokens import tokenise

Form = Literal["base", "third", "past", "participle", "gerund"]


@attrs.frozen
class VerbForm:
    """A word read as a verb: lemma, which forms it can be, and whether it is as often a noun."""

    lemma: str
    forms: frozenset[str]
    noun: bool


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Word class name -> its words, lower case; phrases keep their blanks."""
    text = (files("diplotext.lexicon") / "tables" / "words.toml").read_text(encoding="utf-8")
    try:
        lists = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise DataError("words.toml", "", f"is not TOML ({fault})") from None
    return MappingProxyType({name: frozenset(entries) for name, entries in lists.items()})


def is_adverb(word: str) -> bool:
    """Is the lower-case word an adverb, by the list or by its ending ("unexpectedly")?"""
    lists = words()
    return word in lists["adverbs"] or (
        word[-2:] == "ly" and len(word) > 4 and word not in lists["like_adverbs"]
    )


@cache
def phrases() -> Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """First two words -> the phrases that work as one preposition, and those that only say how or
    how many, as token tuples, longest first.
    """
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for phrase in words()["phrases"] | words()["remote"] | words()["manners"] | words()["roughly"]:
        parts = tuple(tokenise(phrase).lower)
        found.setdefault((parts[0], parts[1]), []).append(parts)
    return MappingProxyType(
        {first: tuple(sorted(some, key=lambda p: (-len(p), p))) for first, some in found.items()}
    )


@attrs.frozen
class Inflection:
    """The forms of one verb; of several the first that the table lists."""

    third: str
    past: str
    participle: str
    gerund: str


@cache
def verb_rows() -> Mapping[str, Inflection]:
    """Lemma -> its forms."""
    columns = ("third", "past", "participle", "gerund")
    return MappingProxyType(
        {
            row["lemma"]: Inflection(*(row[c].split("|")[0] for c in columns))
            for row in table("verbs")
        }
    )


@cache
def verb_forms() -> Mapping[str, VerbForm]:
    """Lower-case word form -> its reading as a verb. Where two lemmas share a form ("found",
    "lay"), the one of which it is the base loses: news says "found" of finding.
    """
    found: dict[str, VerbForm] = {}
    for row in table("verbs"):
        lemma, noun = row["lemma"], row["noun"] == "yes"
        forms: dict[str, set[str]] = {lemma: {"base"}}
        for column in ("third", "past", "participle", "gerund"):
            for form in row[column].split("|"):
                forms.setdefault(form, set()).add(column)
        for form, kinds in forms.items():
            other = found.get(form)
            if other is None or "base" in other.forms:
                shared = other.forms if other and other.lemma == lemma else frozenset()
                found[form] = VerbForm(lemma, frozenset(kinds) | shared, noun)
    return MappingProxyType(found)


@cache
def base_forms() -> Mapping[str, VerbForm]:
    """As ``verb_forms``, but "found" and "lay" are what they are behind "to" or "will": bases."""
    shared = {
        row["lemma"]: VerbForm(row["lemma"], frozenset({"base"}), row["noun"] == "yes")
        for row in table("verbs")
        if verb_forms()[row["lemma"]].lemma != row["lemma"]
    }
    return MappingProxyType({**verb_forms(), **shared})
