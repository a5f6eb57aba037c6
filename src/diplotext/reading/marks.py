"""What single words mean for reading who is spoken of, as numbers that a page looks up at once.

A phrase about an actor can start at some words, go on over others, and comes to something only
with words of a third sort. Each token has one number; one ``bytes.translate`` for each
question answers it for all tokens of a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

import attrs

from diplotext.lexicon import given_names, offices
from diplotext.lexicon.loader import table, values
from diplotext.reading.wordsets import words

DASHES = frozenset("-‐‑–")
MEMBERS = ("member", "members")
# Offices as they are shortened before a name; a stop follows, or the name at once.
SHORT = {
    "gov": "governor", "sen": "senator", "rep": "congressman", "amb": "ambassador",
    "min": "minister", "pres": "president", "sec": "secretary", "fm": "foreign minister",
    "pm": "prime minister", "dpm": "deputy prime minister",
    "dnsa": "deputy national security advisor", "pdnsa": "deputy national security advisor",
}  # fmt: skip

_COMPLETING = words(
    "institution delegation force-noun group-noun country-noun counterpart companion private"
)
_TELLS_WORDS = words("not-name government-word domestic")
_PLAIN = words("modifier portfolio")
_OPENING = words("determiner modifier portfolio force-adjective")
_LEADING = words("determiner modifier")

# Open no phrase about an actor, though they are determiners.
NO_HEAD = words("no each every that some many")
# With which a phrase may open in lower case: pronouns, and particles that begin a name.
_LOWER = words("he she him his her they them their al el von van")
_OPENING_PARTICLES = words("al el von van de ould bin abu ag der")

# What a word means for the marks of a page; the sums of these are numbered in ``Marks``.
(
    _OPENS, _COMPLETES, _TELLS, _POST, _COMMON, _SHORTENED, _HEADS, _LEADS, _PRONOUN, _DASH,
    _CAPITAL,
) = (1 << bit for bit in range(11))  # fmt: skip
# A token as a link of a phrase: no word of one, may stand in one, completes one, a dash. The
# pattern is what may lie before the word that completes it: one strange word, two about a dash.
APART, _LIVE, STRONG, HYPHEN = range(4)
LEADS_ON = re.compile(rb"[\x01\x03]*(?:\x00[\x01\x03]*(?:(?<=\x03)\x00[\x01\x03]*)?)?\x02")
UPPER = 128  # added to a word's number when it stands with a capital


def _strong(mark: int) -> bool:
    if mark & _CAPITAL:
        return not mark & _COMMON
    return bool(mark & (_POST | _COMPLETES))


def _live(mark: int) -> bool:
    return _strong(mark) or bool(mark & _OPENS)


def _link(mark: int) -> int:
    if _live(mark):
        return STRONG if _strong(mark) else _LIVE
    return HYPHEN if mark & _DASH else APART


def _heads(mark: int) -> bool:
    return _strong(mark) and bool(mark & (_CAPITAL | _POST | _HEADS))


def _shut(mark: int) -> bool:
    return _live(mark) and not _heads(mark) and not mark & (_CAPITAL | _LEADS)


@cache
def role_words() -> Mapping[str, frozenset[str]]:
    """Word in lower case -> the classes that ``role_words.tsv`` gives it."""
    return {row["word"]: frozenset(values(row["classes"])) for row in table("role_words")}


@attrs.frozen(eq=False)
class Marks:
    """What words mean by themselves, as numbers and as tables for ``bytes.translate``.

    ``numbers``: word -> number, 0 for words without marks. The tables give 1 for tokens that
    may be an anchor (a phrase or pronoun may start), live (stand in a phrase), heads (start
    one whatever follows), shut (start one only if they run on to an office, as "security"
    does), post (an office), maybe (a shortened office), telling (tell that a run of capitals is
    a body); ``link`` gives what they are to the words before them.
    """

    numbers: Mapping[str, int]
    anchor: bytes
    live: bytes
    link: bytes
    heads: bytes
    shut: bytes
    post: bytes
    maybe: bytes
    telling: bytes


@cache
def marks() -> Marks:
    """The marks of all words, made once, so that a page needs one look per token."""
    sums: dict[int, int] = {0: 0}
    numbers = {word: sums.setdefault(mark, len(sums)) for word, mark in _word_marks().items()}
    every = [*sums, *[0] * (UPPER - len(sums))]
    every += [mark | _CAPITAL for mark in every]

    def where(rule: Callable[[int], bool]) -> bytes:
        return bytes(bool(rule(mark)) for mark in every)

    return Marks(
        numbers,
        anchor=where(lambda mark: _live(mark) or bool(mark & _PRONOUN)),
        live=where(_live),
        link=bytes(map(_link, every)),
        heads=where(_heads),
        shut=where(_shut),
        post=where(lambda mark: bool(mark & _POST)),
        maybe=where(lambda mark: bool(mark & _SHORTENED and mark & _CAPITAL)),
        telling=where(lambda mark: bool(mark & _TELLS)),
    )


def _word_marks() -> Mapping[str, int]:
    found: dict[str, int] = {}
    given = given_names()
    for word, classes in role_words().items():
        mark = 0
        particle = "particle" in classes and word in _OPENING_PARTICLES
        if classes & _COMPLETING or particle:
            mark |= _COMPLETES
        if particle or "private" in classes:
            mark |= _HEADS
        if classes & _OPENING and word not in NO_HEAD:
            mark |= _OPENS
        if classes & _LEADING:
            mark |= _LEADS
        if classes & _TELLS_WORDS:
            mark |= _TELLS
        if "common" in classes and word not in given and not classes & _PLAIN:
            mark |= _COMMON
            if "determiner" not in classes:
                mark &= ~_OPENS
        found[word] = mark
    for word in (*(form for form in offices() if " " not in form), *MEMBERS):
        found[word] = found.get(word, 0) | _POST
    for word in SHORT:
        found[word] = found.get(word, 0) | _SHORTENED
    for word in DASHES:
        found[word] = found.get(word, 0) | _DASH
    for word in _LOWER:
        found[word] = found.get(word, 0) | _PRONOUN
    return found
