"""Units: noun groups, verb groups, dates, prepositions and the signs between, as one sentence has them.

Plain slotted classes, not records: thousands are made for every article and none leaves the
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

    __slots__ = (
        "attached", "clause", "date", "det", "head", "host", "i", "index", "j", "kind", "mention", "mods",
        "possessive", "prep", "role", "verb", "word",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        i: int,
        j: int,
        word: str,
        head: int = -1,
        *,
        mention: Mention | None = None,
        date: Expression | None = None,
        verb: VerbGroup | None = None,
    ) -> None:
        self.kind, self.i, self.j, self.word, self.head = kind, i, j, word, head
        self.mention, self.date, self.verb = mention, date, verb
        self.mods: tuple[Unit, ...] = ()
        self.det = ""
        self.possessive = False
        self.clause: Clause | None = None
        self.role = ""
        self.prep = ""
        self.host: Unit | None = None
        self.attached: tuple[Clause, ...] = ()
        self.index = -1

    @property
    def nominal(self) -> bool:
        """Is it a noun group?"""
        return self.kind == "entity" or self.kind == "noun"
