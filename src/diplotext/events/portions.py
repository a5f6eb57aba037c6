"""Which words of a sentence that tells of several exercises belong to which of them."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right

from diplotext.events.joining import Drill
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Span
from diplotext.reading.document import Document

_JOINTS = frozenset({
    ",", ";", "after", "and", "as", "before", "but", "days", "following", "when", "whereas",
    "while",
})  # fmt: skip
"""Between what is told of one exercise and of the next."""


def portions(events: list[Drill], document: Document) -> dict[int, list[tuple[Span, Drill]]]:
    """Sentence -> its portions with the exercise of each, for sentences that tell of several."""
    told: dict[int, list[tuple[Span, Drill]]] = {}
    for event in events:
        for n, span in event.draft.mentions:
            told.setdefault(n, []).append((span, event.kin or event))
    return {
        n: _divided(sorted(some, key=lambda one: one[0]), n, document)
        for n, some in told.items()
        if len({id(event) for _, event in some}) > 1
    }


def _divided(
    mentions: list[tuple[Span, Drill]], sentence: int, document: Document
) -> list[tuple[Span, Drill]]:
    """Cut the sentence at the last joint between mentions of different exercises."""
    whole = document.sentences[sentence].span
    found: list[tuple[Span, Drill]] = []
    start = whole.start
    for (a, event), (b, other) in itertools.pairwise(mentions):
        if other is event:
            continue
        cut = _joint(document.tokens, a, b)
        found.append((Span(start, cut), event))
        start = cut
    return [*found, (Span(start, whole.end), mentions[-1][1])]


def _joint(tokens: Tokens, a: Span, b: Span) -> int:
    """Where what is told of the mention ``b`` begins, behind the mention ``a``."""
    first, last = bisect_right(tokens.start, a.end - 1), bisect_left(tokens.start, b.start)
    for k in range(last - 1, first - 1, -1):
        if tokens.lower[k] in _JOINTS:
            return tokens.start[k]
    return b.start if b.start > a.end else a.end
