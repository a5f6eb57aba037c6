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
from itertools import accumulate, repeat

import attrs

_TOKEN = re.compile(
    r"(?!\s)"  # white space is refused at once, not by each alternative
    r"([a-zA-Z]\w++(?!['’](?![sS]\b)\w)"  # most words and signs; tried first for speed
    r"|[^\w\s'’]"
    r"|(?:\d++|[a-z])(?![\w,'’])"
    r"|[^\W\d]\w+(?:['’](?![sS]\b)\w+)*"
    r"|(?:[A-Z]\.){2,}"  # U.S., U.N., S.V.; a sentence may end in it
    r"|\d{1,3}(?:,\d{3})+(?!\w)"  # 1,500
    r"|\w+(?:['’](?![sS]\b)\w+)*"
    r"|['’][sS]\b"
    r"|['’])"
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
    parts = _TOKEN.split(text)  # what lies between the tokens, and the tokens, in turns
    offsets = list(accumulate(map(len, parts)))
    words = parts[1::2]
    lower = list(map(str.lower, words))
    if "’" in text:
        lower = list(map(str.replace, lower, repeat("’"), repeat("'")))
    return Tokens(words, lower, offsets[:-1:2], offsets[1::2])
