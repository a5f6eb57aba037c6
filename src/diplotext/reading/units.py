"""Units: noun groups, verb groups, dates, prepositions and signs, as one sentence has them.

Plain classes, not records: thousands are made for every article and none leaves the
reading. Kinds of units. Nominal: "entity" (its head is a mention), "noun" (its head is a
word). Others: "verb", "date", "prep", "conj", "comma", "rel", "sub", "break", "open", "close".
While a group is being built also: "adjective", "word", "det", "possessor", "duration", "hyphen".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from diplotext.models import Mention
from diplotext.reading.dates import Expression

if TYPE_CHECKING:
    from diplotext.reading.clauses import Clause


@attrs.define(eq=False)
class VerbGroup:
    """Auxiliaries and verb. ``kind``: finite, infinitive, gerund or participle (bare)."""

    lemma: str
    kind: str
    tense: str = ""  # past, present, future ("will", "is to"); empty without one
    modal: str = ""
    negated: bool = False
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    adverbs: tuple[str, ...] = ()


class Unit:
    """A stretch of tokens ``i`` to ``j`` (half-open) that plays one part in the clause.

    ``head`` is the token of the head word. ``mods`` are the parts before it, ``det`` its
    determiner or possessive pronoun. The clause walk fills in ``clause``, ``role``
    (subject, object, phrase, apposition), ``prep`` and ``host`` (for a phrase: its preposition
    and the unit it follows) and ``attached`` (relative and participle clauses that hang on it).
    """

    # Defaults stand on the class, so that making a unit sets only what differs from them.
    mention: Mention | None = None
    date: Expression | None = None
    verb: VerbGroup | None = None
    mods: tuple[Unit, ...] = ()
    det = ""
    possessive = False
    apposed = False  # its mention holds a comma: "her Maltese counterpart, Ann Vella"
    clause: Clause | None = None
    role = ""
    prep = ""
    host: Unit | None = None
    attached: tuple[Clause, ...] = ()
    index = -1

    def __init__(self, kind: str, i: int, j: int, word: str, head: int = -1) -> None:
        self.kind = kind
        self.i = i
        self.j = j
        self.word = word
        self.head = head

    @property
    def nominal(self) -> bool:
        """Is it a noun group?"""
        return self.kind == "entity" or self.kind == "noun"
