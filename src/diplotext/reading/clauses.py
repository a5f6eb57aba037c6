"""Clauses: a verb with its subject, objects, phrases and dates, and what it hangs on."""

from __future__ import annotations

import attrs

from diplotext.lexicon.grammar import words
from diplotext.reading.units import Unit

REMOTE = frozenset(phrase.replace(" ", "_") for phrase in words()["remote"])
"""Phrases that say by what means and govern nothing."""
ASIDES = frozenset({"while", "when", "if", "once", "although", "though"})
"""What opens a clause that may lack its subject: "while in Bangkok", "when visiting"."""


@attrs.define(eq=False)
class Phrase:
    """A preposition with the nominal units it governs, and the unit it follows."""

    prep: str
    units: list[Unit]
    host: Unit | None


class Clause:
    """One verb (or none, in a headline) with what belongs to it.

    ``link`` says how it hangs on ``parent``: main, and, that, rel, inf, ger, part, or the
    subordinator ("after", "while", "if"). ``governor`` is the verb or noun unit that rules an
    infinitive or a participle. ``opener`` is the preposition before a gerund.
    """

    # Defaults stand on the class, so that making a clause sets only what differs from them.
    verb: Unit | None = None
    governor: Unit | None = None
    opener = ""
    where: Unit | None = None
    fronted = False

    def __init__(self, link: str, parent: Clause | None) -> None:
        self.link = link
        self.parent = parent
        self.subject: list[Unit] = []
        self.objects: list[Unit] = []
        self.phrases: list[Phrase] = []
        self.dates: list[Unit] = []

    def chain(self) -> list[Clause]:
        """This clause and those it hangs on, innermost first."""
        found: list[Clause] = []
        clause: Clause | None = self
        while clause is not None and len(found) < 12:
            found.append(clause)
            clause = clause.parent
        return found

    def is_aside(self) -> bool:
        """Is it a clause without subject and verb: "while in Bangkok"?"""
        return self.verb is None and self.link in ASIDES and not self.subject and bool(self.phrases)

    def opens_late(self) -> bool:
        """Is it a relative clause on what stands in front of a clause whose subject is to come?"""
        front = self.parent
        return (
            self.link == "rel"
            and self.verb is not None
            and front is not None
            and front.verb is None
            and not front.subject
            and bool(front.phrases)
        )

    def is_front(self) -> bool:
        """Is it only what stands in front: "among those who came was"?"""
        return self.link == "main" and not self.subject and bool(self.phrases)

    def takes_clause(self) -> bool:
        """Is it a verb of saying whose object may be what was said?"""
        return self.verb is not None and self.verb.word in words()["speech"] and not self.objects
