"""The forms in which a name of a table may stand in a text, as sequences of folded tokens."""

from __future__ import annotations

import unicodedata
from functools import cache

from diplotext.lexicon.tokens import tokenise

Form = tuple[list[str], str | None]
"""Folded tokens, and the characters (without spaces) that must stand there exactly, if any."""


def forms(alias: str, *, any_case: bool = False) -> list[Form]:
    """All forms of a name; ``any_case`` for offices, which are no proper names.

    Added to the name itself: without hyphens (Kim Jong Un) and stops (Lt Gen), St. for
    Saint, British for American spelling and the reverse, dotted acronyms (U.N.), and
    long acronyms as words (Nato). Acronyms of up to five letters must stand exactly so,
    and so must names in lower case (dpa).
    """
    if alias.isascii() and alias.replace(" ", "").isalpha() and not alias.isupper():
        words = alias.lower().split()
        if not any_case and alias.islower() and SMALL_WORDS.isdisjoint(words):
            return [(words, alias.replace(" ", ""))]
        found: list[Form] = [(words, None)]
        if not _CHANGING.isdisjoint(words):
            found += [(other, None) for other in _respelt(words)]
        return found
    if len(alias) < 6 and alias.isupper() and alias.isalnum():
        return _acronym(alias)
    words = [fold(word) for word in tokenise(alias).lower]
    return [(words, None), *((other, None) for other in _respelt(words))]


def _acronym(alias: str) -> list[Form]:
    found: list[Form] = [([fold(alias)], alias)]
    if alias.isalpha() and alias.isascii() and 1 < len(alias) < 5:
        dotted = ".".join(alias) + "."
        found.append(([dotted.lower()], dotted))
    if len(alias) > 3 and alias not in _NO_WORDS:
        found.append(([fold(alias)], alias.title()))
    return found


def _respelt(words: list[str]) -> list[list[str]]:
    found = []
    if "-" in words:
        found.append([w for w in words if w != "-"])
    if "." in words:
        found.append([w for w in words if w != "."])
        if "-" in words:
            found.append([w for w in words if w not in ".-"])
    if "saint" in words:
        at = words.index("saint")
        found.append([*words[:at], "st", *words[at + 1 :]])
        found.append([*words[:at], "st", ".", *words[at + 1 :]])
    if not _SPELLINGS.keys().isdisjoint(words):
        found.append([_SPELLINGS.get(w, w) for w in words])
    return found


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

SMALL_WORDS = frozenset(
    [
        "of", "the", "and", "for", "on", "in", "at", "to", "a", "al", "el", "de", "del", "da",
        "do", "dos", "das", "la", "le", "les", "los", "las", "du", "des", "di", "d'", "bin",
        "ibn", "ben", "bint", "van", "von", "der", "den", "ter", "ten", "zu", "y", "e", "o",
        "und", "et", "'s", "as",
    ]
)  # fmt: skip
"""Words that a name may hold in lower case."""

_PAIRS = (
    ("defence", "defense"),
    ("organisation", "organization"),
    ("centre", "center"),
    ("labour", "labor"),
    ("harbour", "harbor"),
    ("programme", "program"),
    ("counsellor", "counselor"),
    ("neighbourhood", "neighborhood"),
    ("stabilisation", "stabilization"),
    ("civilisation", "civilization"),
    ("theatre", "theater"),
    ("sabre", "saber"),
)
_SPELLINGS = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}
_CHANGING = _SPELLINGS.keys() | {"saint"}

_NO_WORDS = frozenset(
    [
        "AIME", "ALBA", "AMAN", "ARKA", "CARAT", "CORE", "EFES", "FAMA", "FENA", "GERD", "HINA",
        "INDRA", "IRENA", "KUNA", "LETA", "MEND", "MENA", "MILAN", "MILF", "ORION", "PLAN", "RATS",
        "SANA", "SUNA", "WAFA",
    ]
)  # fmt: skip
"""Acronyms that are another word or name when only their first letter is a capital."""
