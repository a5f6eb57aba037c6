"""What a word may be as an atom, wherever it stands: asked once for each token of a text.

Most words are always the same: a preposition, a determiner, a word of a noun group. The flags
tell them from those that need a second look where they stand.
"""

from __future__ import annotations

from functools import cache, lru_cache

from diplotext.lexicon.grammar import phrases, verb_forms, words

SIGNS = {
    ",": "comma", ";": "break", ":": "break", "—": "comma", "–": "comma", "(": "open", ")": "close",
    "[": "open", "]": "close", "|": "break", "/": "conj", "?": "break", "!": "break", "•": "break",
}  # fmt: skip
SIGN, PHRASE, VERB, OTHER = 1, 2, 4, 8  # may be; 0 is a word of noun groups and no more
JOINED = 16  # stands beside a hyphen; only with one of these
FIXED, PLAIN, ADVERB, SILENT, KNOWN = 32, 64, 128, 256, 512  # is; none of two of these
PREFIXES = frozenset({"co", "re"})
"""What may stand before a verb with a hyphen and leave it what it is."""
TIMELY = frozenset({"late", "early"})
"""Adjectives that are adverbs before "on" and the like."""
SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
"""Adverbs before "after" and the like: "called off her visit to Oman hours before take-off"."""
TRAILING = frozenset({"online", "short"})
"""Adverbs, where they stand behind verb or object."""
ROUGHLY = frozenset({"about", "around", "over", "under"})
"""Prepositions that before a number only say that it is not exact."""

_SECOND_LOOK = frozenset({"that", "all", "both", "each", "first", "last", "next"})


@cache
def classes() -> dict[str, str]:
    """Lower-case word -> the kind of atom that it always is."""
    found: dict[str, str] = {}
    lists = words()
    for name, kind in (
        ("adverbs", "adverb"), ("determiners", "det"), ("possessives", "possessor"),
        ("conjunctions", "conj"), ("relatives", "rel"), ("subordinators", "sub"),
    ):  # fmt: skip
        for word in lists[name]:
            found.setdefault(word, kind)
    return found


@cache
def fixed() -> dict[str, str]:
    """Words that are the same kind of atom wherever they stand, unless with a hyphen."""
    lists, known = words(), classes()
    doubtful = {*lists["both"], *ROUGHLY, *TRAILING, *PREFIXES, *_verbal(), *_SECOND_LOOK}
    doubtful |= {first for first, _ in phrases()}
    found = dict.fromkeys(lists["prepositions"] - doubtful - {*known}, "prep")
    doubtful |= lists["prepositions"]
    for word, kind in known.items():
        if kind in ("conj", "det", "rel", "sub") and word not in doubtful:
            found[word] = kind
    return found | dict.fromkeys(("the", "a", "an"), "det")


@cache
def _verbal() -> set[str]:
    """Words with which a verb group may begin."""
    lists = words()
    found = {*lists["negations"], *verb_forms(), "to", "due", "'s"}
    found |= {*lists["modals"], *lists["be"], *lists["have"], *lists["do"]}
    return found | {pair.split()[0] for pair in lists["directed"]}


@cache
def _special() -> dict[str, int]:
    """Lower-case words and signs that need a second look; all others are words of noun groups."""
    lists = words()
    found = dict.fromkeys(SIGNS, SIGN)
    other = {*classes(), *lists["both"], *lists["prepositions"]}
    other |= {*ROUGHLY, *PREFIXES, *TRAILING, *_SECOND_LOOK}
    openers = {first for first, _ in phrases()}
    for some, flag in ((_verbal(), VERB), (other, OTHER), (openers, PHRASE)):
        for word in some:
            found[word] = found.get(word, 0) | flag
    return found | dict.fromkeys(fixed(), FIXED)


@lru_cache(maxsize=1 << 15)
def flags_of(word: str) -> int:
    """What a lower-case word or sign may be, wherever it stands."""
    known = _special().get(word)
    if known is not None:
        return known
    if word[-2:] == "ed" and word.isalpha():
        return VERB  # that no table lists
    if word[-2:] == "ly" or word in TIMELY or word in SPANS:
        return ADVERB
    return 0 if word[0].isalnum() else SILENT
