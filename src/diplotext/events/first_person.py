"""Who "I" and "we" are: the person who says so, in the sentence or the one before."""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.models import Mention
from diplotext.reading.document import Document
from diplotext.reading.units import Unit

SELF = frozenset({"i", "we"})
_POSTING = frozenset({"post", "posted", "tweet", "tweeted"})


def speaker(document: Document, unit: Unit) -> Mention | None:
    """The person who speaks the words in which ``unit`` stands."""
    number = document.sentence_at(document.tokens.start[unit.i])
    tagged, found = _who_says(document, number)
    if not tagged and number and document.sentences[number - 1].part == "body":
        near = document.sentences[number].paragraph - document.sentences[number - 1].paragraph
        found = _who_says(document, number - 1)[1] if near <= 1 else None
    return found


def _who_says(document: Document, number: int) -> tuple[bool, Mention | None]:
    """Does somebody speak in the sentence, and the person if it is one?"""
    tagged = False
    for unit in document.units(number):
        clause = unit.clause
        if unit.kind != "verb" or clause is None or clause.verb is not unit:
            continue
        if unit.word not in words()["speech"] and unit.word not in _POSTING:
            continue
        tagged |= any(s.word not in SELF for s in clause.subject)
        behind = [  # "said Bassi"
            u for u in clause.objects[:1] if u.mention is not None and 0 <= u.i - unit.j <= 1
        ]
        for subject in behind or clause.subject:
            mention = subject.mention
            if mention is not None and mention.kind == "person" and mention.actor is not None:
                return True, mention
    return tagged, None
