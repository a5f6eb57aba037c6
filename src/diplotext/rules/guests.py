"""A journey told in passing by whatever the guest does: "visiting Omani minister Ali Said spoke in
Suva".
"""

from __future__ import annotations

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules import status
from diplotext.rules.circumstances import where_and_when
from diplotext.rules.frames import Frame, RuleSet
from diplotext.rules.mention import EventMention

_FIRST = 2  # tokens of a noun group among which "visiting" stands: "the visiting"


def guests(
    units: list[Unit],
    rules: RuleSet,
    sentence: int,
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> list[EventMention]:
    """Visits of those who are called visiting and do something somewhere, all in one clause."""
    frame = next((f for f in rules.by_verb["visit"] if "subject" in f.roles), None)
    found: list[EventMention] = []
    for unit in units:
        clause = unit.clause
        if frame is None or clause is None or clause.verb is None or unit not in clause.subject:
            continue
        mention = unit.mention
        if mention is None or mention.kind != "person" or mention.form != "name":
            continue
        if "visiting" not in tokens.lower[unit.i : unit.i + _FIRST]:
            continue
        reading = status.of_verb(clause.verb).read_as(strength=status.WEAK)
        event = EventMention(frame, unit, clause, sentence, reading)
        where_and_when(event, clause, clause.verb, owners, tokens)
        if event.places:
            event.add("visitor", [unit])
            event.add("host", list(event.places))
            found.append(event)
    return found
