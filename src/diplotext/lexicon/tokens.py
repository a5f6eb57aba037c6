"""Words and signs of a text with their offsets: one pass, shared by every reader above.

A token is an abbreviation with inner stops ("U.S."), a possessive ending ("'s"), a run of
word characters with inner apostrophes ("don't", "O'Brien", "Xi'an"), or a single sign.
Hyphens part tokens, so that "Russia-China" is three of them. The text itself is never
edited: the lower-case and apostrophe folds here keep no offsets of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

import attrs

_TOKEN = re.compile(
    r"[^\W\d]\w+(?:['’](?![sS]\b)\w+)*"  # most words; tried first for speed
    r"|(?:[A-Z]\.){2,}"  # U.S., U.N., S.V.; a sentence may end in it
    r"|\d{1,3}(?:,\d{3})+(?!\w)"  # 1,500
    r"|\w+(?:['’](?![sS]\b)\w+)*"
    r"|['’][sS]\b"
    r"|[^\w\s]"
)


@attrs.frozen(eq=False, repr=False)
class Tokens:
    """Parallel lists over the tokens of one text: token ``i`` is ``text[start[i]:end[i]]``.

    ``lower`` holds the words in lower case with straight apostrophes, as tables list them.
    """

    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.text)

    def at(self, offset: int) -> int:
        """Index of the first token that starts at ``offset`` or after it."""
        return bisect_left(self.start, offset)


@lru_cache(maxsize=2)  # one article is asked for several times: layout, date, reading
def tokenise(text: str) -> Tokens:
    """Split any string; linear in its length."""
    found = list(_TOKEN.finditer(text))
    words = [match[0] for match in found]
    starts = [match.start() for match in found]
    ends = [match.end() for match in found]
    lower = [word.lower() for word in words]
    if "’" in text:
        lower = [word.replace("’", "'") for word in lower]
    return Tokens(words, lower, starts, ends)
