"""When and where an event is, told only at the end of a pair of verbs ("met and dined on Monday in
Oslo") or before the colon of a list ("her Monday in Oslo was full: a meeting with").
"""

from __future__ import annotations

from diplotext.reading.clauses import Clause
from diplotext.reading.document import Document
from diplotext.reading.places import named_by, place_of
from diplotext.reading.units import Unit
from diplotext.rules.circumstances import PLACE_PREPOSITIONS
from diplotext.rules.match import EventMention

_UNTOLD = frozenset({"repeated", "age", "duration", "vague", "edition"})

_JOINED = frozenset(
    {
        "exchange",
        "agree",
        "discuss",
        "talk",
        "speak",
        "sign",
        "hold",
        "have",
        "share",
        "dine",
        "eat",
    }
    | {"review", "chat", "confer", "pose", "address", "tell", "shake", "embrace", "issue"}
)
"""What is done where and when people meet: none of these takes them to another place or day."""


def lend(event: EventMention, document: Document) -> None:
    """Add the dates and places that stand with the verb joined to the event's own."""
    if event.dates or event.places or event.frame.kind == "exercise":
        return
    clause = event.clause
    verb = clause.verb
    if verb is None:
        before = _heading(event.trigger, document.units(event.sentence))
        if before is not None:
            _take(event, before, document, 0)
        return
    if verb.verb is None or clause.dates:
        return
    if (verb.verb.kind, verb.verb.tense, verb.verb.modal) != ("finite", "past", ""):
        return
    after = _joined(clause, verb, document.units(event.sentence))
    if after is None or after.verb is None:
        return
    _take(event, after, document, verb.i)


def _take(event: EventMention, clause: Clause, document: Document, first: int) -> None:
    """Let the clause's dates and places behind the token ``first`` be the event's."""
    event.dates = [
        d for d in clause.dates if d.date is not None and d.date.kind not in _UNTOLD and d.i > first
    ]
    for phrase in clause.phrases:
        if phrase.prep in PLACE_PREPOSITIONS and phrase.prep != "on":
            places = [u for u in map(named_by, phrase.units) if place_of(u, document.tokens)]
            event.places += [u for u in places if u not in event.places]


def _heading(noun: Unit, units: list[Unit]) -> Clause | None:
    """The clause before the colon behind which the noun stands in a list without a verb."""
    before = units[: noun.index]
    marks = [u.index for u in before if u.kind == "break"]
    if not marks or units[marks[-1]].word not in (":", ";"):
        return None
    verb = next((u for u in reversed(before[: marks[-1]]) if u.kind == "verb"), None)
    return verb.clause if verb is not None else None


def _joined(clause: Clause, verb: Unit, units: list[Unit]) -> Clause | None:
    """The clause that "and" joins to it, of the same people at the same time."""
    for unit in units[verb.index + 1 :]:
        if unit.kind in ("break", "rel", "sub"):
            return None
        if unit.kind != "verb" or unit.clause is None or unit.verb is None:
            continue
        after, group = unit.clause, unit.verb
        if (group.kind, group.tense, group.modal) != ("finite", "past", "") or group.negated:
            return None
        same = after.link == "and" and after.governor is verb and after.subject == clause.subject
        return after if same and unit.word.split()[0] in _JOINED else None
    return None
