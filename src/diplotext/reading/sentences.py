"""Sentences: paragraphs first, then the stops within each.

Most stops are clear and a quick rule over the tokens decides them. Where a full stop is
ambiguous (an abbreviation or dots before a capital) NLTK's Punkt is asked, with our own
parameters (``punkt.json``); NLTK is imported only then. Punkt looks at the word before the
stop and the word after it and at nothing else, so its answers are kept by that pair.

Quotations keep their stop: in ``He said: "We agree." Then he left.`` the first sentence ends
after the quotation mark, straight or curly.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import attrs

from diplotext.lexicon.tokens import Tokens
from diplotext.models import Part, PartKind, Sentence, Span
from diplotext.reading.wordsets import TWO_LETTER_INITIALS

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

_READ: frozenset[PartKind] = frozenset({"headline", "caption", "body"})
_STOPS = frozenset(".!?…。！？।؟")
_CLOSERS = frozenset("\"'”’»)]」』")
_OPENERS = frozenset("\"'“‘«([—–-•*")
_BULLETS = frozenset("–—-•*·▪●◦■>|")
_CURLY_CLOSERS = frozenset("”»")
_REACH = 400  # tokens of a sentence in which an open quotation mark is looked for


@attrs.frozen(eq=False)
class Parameters:
    """The word lists of ``punkt.json``, as the quick rule looks them up."""

    titles: frozenset[str]
    numbered: frozenset[str]
    times: frozenset[str]
    after_times: frozenset[str]
    closing: frozenset[str]
    abbreviations: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    starters: frozenset[str]
    ordinary: frozenset[str]
    speech: frozenset[str]


@cache
def parameters() -> Parameters:
    """Our parameters, read once."""
    file = resources.files("diplotext.reading") / "punkt.json"
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    kinds = ("titles", "numbered", "months", "places", "companies", "names", "times", "others")
    return Parameters(
        titles=frozenset(data["titles"]),
        numbered=frozenset(data["numbered"]),
        times=frozenset(data["times"]),
        after_times=frozenset(data["after_times"]),
        closing=frozenset(data["closing"]),
        abbreviations=frozenset(word for kind in kinds for word in data[kind]),
        collocations=frozenset((first, second) for first, second in data["collocations"]),
        starters=frozenset(data["starters"]),
        ordinary=frozenset(data["ordinary"]),
        speech=frozenset(data["speech"]),
    )


def split(text: str, parts: Sequence[Part], tokens: Tokens) -> tuple[Sentence, ...]:
    """The sentences of headlines, captions and body, in text order.

    ``tokens`` are those of the whole ``text``. Each part is a paragraph of its own; a headline
    is one sentence whatever stops it holds. Spans begin and end at words or signs, so they
    hold no outer white space; bullets and dashes before the first word stay outside.
    Linear in the number of tokens.
    """
    words = tokens.text
    ends = map(_STOPS.__contains__, map(itemgetter(-1), words))  # "." closes "U.S." too
    stops = list(compress(range(len(words)), ends))
    found: list[Sentence] = []
    paragraph = -1
    for part in parts:
        if part.kind not in _READ:
            continue
        first, last = tokens.at(part.span.start), tokens.at(part.span.end)
        while first < last and words[first] in _BULLETS:
            first += 1
        if first == last:
            continue
        paragraph += 1
        start = first
        if part.kind != "headline":
            for at in range(bisect_left(stops, first), bisect_left(stops, last)):
                end = _end(tokens, stops[at], start, last)
                if end and end > start:
                    found.append(_sentence(tokens, start, end, paragraph, part.kind))
                    start = end
        if start < last:
            found.append(_sentence(tokens, start, last, paragraph, part.kind))
    return tuple(found)


def _sentence(tokens: Tokens, first: int, end: int, paragraph: int, kind: PartKind) -> Sentence:
    return Sentence(Span(tokens.start[first], tokens.end[end - 1]), paragraph, kind)


def _end(tokens: Tokens, stop: int, first: int, last: int) -> int:
    """Index after the last token of the sentence that ends at ``stop``; 0 if none ends there."""
    words, starts, ends = tokens.text, tokens.start, tokens.end
    if stop < first:
        return 0
    j = stop + 1
    while j < last and starts[j] == ends[j - 1]:
        word = words[j]
        if word in _STOPS and words[stop] == ".":
            return 0  # a row of stops is judged at its last one
        if word not in _CLOSERS and word not in _STOPS:
            break
        j += 1
    if j < last and starts[j] > ends[j - 1] and _closes_after_space(tokens, j, first, last):
        j += 1
    if j >= last:
        return 0
    if starts[j] == ends[j - 1]:
        glued = words[stop] == "." and j == stop + 1 and _is_glued(tokens, stop, last)
        return j if glued else 0
    k = j
    while k < last - 1 and words[k] in _OPENERS:
        k += 1
    return j if _breaks(tokens, stop, j, k, first, last) else 0


def _closes_after_space(tokens: Tokens, j: int, first: int, last: int) -> bool:
    """Is it a closing mark that a space has parted from its stop: "... of both. ” He left"?"""
    word = tokens.text[j]
    free = j + 1 >= last or tokens.start[j + 1] > tokens.end[j]
    if word in _CURLY_CLOSERS:
        return free
    if word != '"' or not free or j - first > _REACH:
        return False
    return tokens.text[first:j].count('"') % 2 == 1


def _is_glued(tokens: Tokens, stop: int, last: int) -> bool:
    """Is a space missing before a word that begins sentences: "... in Geneva.The next round"?"""
    before, after = tokens.text[stop - 1], tokens.text[stop + 1]
    return (
        stop + 2 < last
        and len(before) > 2
        and before.isalpha()
        and after[0].isupper()
        and tokens.lower[stop + 1] in parameters().starters
        and tokens.start[stop + 2] > tokens.end[stop + 1]
    )


def _breaks(tokens: Tokens, stop: int, j: int, k: int, first: int, last: int) -> bool:
    """Does the stop, with white space and then word ``k`` after it, end a sentence?"""
    words, lower = tokens.text, tokens.lower
    sign, after = words[stop], words[k]
    head = after[0]
    if head.islower():
        # "al-Sisi", "el-Sisi" begin sentences with a small letter.
        return after in ("al", "el") and k + 2 < last and words[k + 2][0].isupper() and sign != "…"
    if sign == "…" or (sign == "." and stop > first and words[stop - 1] == "."):
        return _punkt_breaks("...", after)
    if sign in "!?":
        return not (j > stop + 1 and _speech_follows(tokens, k, last))
    if sign != ".":
        dotted = sign.rstrip(".")
        return sign in _STOPS or _abbreviation_breaks(tokens, dotted, stop, k, first, last)
    if stop == first:
        return True
    before = lower[stop - 1]
    if tokens.end[stop - 1] != tokens.start[stop]:
        return True
    if before.isdigit():
        return stop - 1 > first  # "1. The ministers ..." is a list
    if len(before) > 5:
        return True
    inner = stop - 3 >= first and words[stop - 2] == "."
    if inner and tokens.end[stop - 2] == tokens.start[stop - 1]:
        # "p.m.", "Ph.D.", "example.org.": the inner stop is a token of its own
        if len(before) > 2:
            return True
        dotted = f"{words[stop - 3]}.{words[stop - 1]}"
        return _abbreviation_breaks(tokens, dotted, stop, k, first, last)
    lists = parameters()
    if before in lists.abbreviations or (len(before) == 1 and before.isalpha()):
        return _abbreviation_breaks(tokens, words[stop - 1], stop, k, first, last)
    if before in TWO_LETTER_INITIALS and words[stop - 1][0].isupper() and head.isupper():
        return after in lists.starters
    return True


def _abbreviation_breaks(
    tokens: Tokens, form: str, stop: int, k: int, first: int, last: int
) -> bool:
    """An abbreviation before a capital, a digit or a sign: the end of its sentence or not?"""
    lists = parameters()
    low, after = form.lower(), tokens.lower[k]
    head = after[0]
    if head.isdigit():
        numbered = low in lists.numbered or low in lists.titles or len(low) == 1
        return low in lists.times or not (numbered or low in lists.abbreviations)
    if low in lists.titles:
        return False
    if low in lists.numbered:
        return head.isalpha() and (low == "no" or after in lists.starters)
    if low in lists.times:
        timed = k + 1 < last and tokens.lower[k + 1] == "time"
        return not timed and after not in lists.after_times
    if low in lists.closing:
        return (low, after) not in lists.collocations
    if after in lists.starters:
        return True
    if len(low) == 1 and stop - 2 >= first:
        named = tokens.text[stop - 2]
        if named[0].isupper() or named == ".":
            return False  # "Anna K. Berg", "J. R. Moe"
    if low not in lists.abbreviations and "." in low and after not in lists.ordinary:
        return False  # "S.M. Rahim": initials that no list knows
    return _punkt_breaks(form + ".", tokens.text[k])


def _speech_follows(tokens: Tokens, k: int, last: int) -> bool:
    """Does the sentence go on after the quotation: "Is it over?" Berg asked."""
    speech = parameters().speech
    for i in range(k, min(k + 4, last)):
        if tokens.lower[i] in speech:
            return i > k
        if not tokens.text[i][0].isupper() and tokens.lower[i] not in ("the", "he", "she", "they"):
            return False
    return False


@lru_cache(maxsize=8192)
def _punkt_breaks(before: str, after: str) -> bool:
    """Punkt's answer for one pair of words; ``before`` has its stop."""
    pair = f"{before[:64]} {after[:64]} x"
    return bool(punkt().text_contains_sentbreak(pair))


@cache
def punkt() -> PunktSentenceTokenizer:
    """NLTK's Punkt with our parameters, for the ambiguous stops (and to compare with)."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    return PunktSentenceTokenizer(punkt_parameters())


def punkt_parameters() -> PunktParameters:
    """Our parameters in NLTK's own class; a new one at each call."""
    from nltk.tokenize.punkt import PunktParameters

    lists = parameters()
    ours = PunktParameters()
    ours.abbrev_types = set(lists.abbreviations)
    ours.collocations = set(lists.collocations)
    ours.sent_starters = set(lists.starters)
    seen = _BEGINS_UPPER | _INSIDE_LOWER
    for word in lists.starters | lists.ordinary:
        ours.ortho_context[word] = seen
    return ours


# Bits of Punkt's orthographic context: the word was seen in upper case at the beginning of
# a sentence, and in lower case inside one.
_BEGINS_UPPER = 1 << 1
_INSIDE_LOWER = 1 << 5
