"""The forms in which a name of a table may stand in a text, as sequences of folded tokens."""

from __future__ import annotations

import unicodedata
from functools import cache

from diplotext.lexicon.tokens import tokenise

Form = tuple[list[str], str | None, int]
"""Folded tokens; the characters (without spaces) that must stand there exactly, if any; and
which tokens may begin in lower case, as bits (1 for the first, 2 for the second ...)."""


_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def straight(name: str) -> str:
    """The name with straight quotes, so that one name has one id however it was typeset."""
    return name.translate(_STRAIGHT)


def forms(alias: str, *, any_case: bool = False) -> list[Form]:
    """All forms of a name; ``any_case`` for offices, which are no proper names.

    Added to the name itself: without hyphens (Kim Jong Un) and stops (Lt Gen), St. for
    Saint, British for American spelling and the reverse, dotted acronyms (U.N.), and
    long acronyms as words (Nato). Acronyms of up to five letters must stand exactly so,
    and so must names in lower case (dpa).
    """
    if len(alias) < 6 and alias.isupper() and alias.isalnum():
        return _acronym(alias)
    if alias.isascii() and alias.replace(" ", "").isalpha():
        raw = alias.split()
        words = alias.lower().split()
    else:
        raw = tokenise(alias).text
        words = [fold(word) for word in raw]
    if not any_case and alias.islower() and SMALL_WORDS.isdisjoint(words):
        return [(words, alias.replace(" ", ""), 0)]
    lower = 0
    for at, word in enumerate(raw):
        if word[0].islower():
            lower |= 1 << at
    found: list[Form] = [(words, None, lower)]
    if not _CHANGING.isdisjoint(words):
        cased = list(zip(words, [word[0].islower() for word in raw], strict=True))
        found += [_form(other) for other in _respelt(words, cased)]
    return found


def _form(cased: list[tuple[str, bool]]) -> Form:
    lower = sum(1 << at for at, (_, small) in enumerate(cased) if small)
    return [word for word, _ in cased], None, lower


def _acronym(alias: str) -> list[Form]:
    found: list[Form] = [([fold(alias)], alias, 0)]
    if alias.isalpha() and alias.isascii() and 1 < len(alias) < 5:
        dotted = ".".join(alias) + "."
        found.append(([dotted.lower()], dotted, 0))
    if len(alias) > 3 and alias not in _NO_WORDS:
        found.append(([fold(alias)], alias.title(), 0))
    return found


def _respelt(words: list[str], cased: list[tuple[str, bool]]) -> list[list[tuple[str, bool]]]:
    found = []
    if "-" in words:
        found.append([token for token in cased if token[0] != "-"])
    if "." in words:
        found.append([token for token in cased if token[0] != "."])
        if "-" in words:
            found.append([token for token in cased if token[0] not in ".-"])
    if "saint" in words:
        at = words.index("saint")
        saint = ("st", False)
        found.append([*cased[:at], saint, *cased[at + 1 :]])
        found.append([*cased[:at], saint, (".", False), *cased[at + 1 :]])
    if not _SPELLINGS.keys().isdisjoint(words):
        found.append([(_SPELLINGS.get(word, word), small) for word, small in cased])
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
_CHANGING = _SPELLINGS.keys() | {"saint", "-", "."}

_NO_WORDS = frozenset(
    [
        "AIME", "ALBA", "AMAN", "ARKA", "CARAT", "CORE", "EFES", "FAMA", "FENA", "GERD", "HINA",
        "GAVI", "INDRA", "IONS", "IRENA", "KUNA", "LETA", "MEND", "MENA", "MILAN", "MILF", "ORION",
        "PLAN", "RATS", "SADR", "SANA", "SICA", "SUNA", "WAFA",
    ]
)  # fmt: skip
"""Acronyms that are another word or name when only their first letter is a capital."""
