"""From when until when an exercise lasts, where different verbs tell of its first and last day.

"It opened on Tuesday and is to end on June 22", "the end is set for June 22", "they have trained
since Monday and will do so until Friday": each verb of the course gives one edge, in whichever
clause of a sentence about the exercise it stands. ``course.days`` puts the edges together.
"""

from __future__ import annotations

import attrs

from diplotext.events.draft import Draft, When
from diplotext.events.forces import at_work
from diplotext.events.vocabulary import said
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Span
from diplotext.reading.document import Document
from diplotext.reading.units import Unit, VerbGroup
from diplotext.rules.status import FAIR, SURE, Reading

_LONGEST = 31
"""Edges are days or months; a year says too little of when it begins."""


@attrs.frozen
class Edge:
    """Days that a verb of the course gives, and how the exercise stands by that verb."""

    when: When
    reading: Reading | None
    cue: Span


def edges(document: Document, sentence: int, marked: set[int], near: bool = True) -> list[Edge]:
    """The first and last days told in a sentence about one exercise, in text order.

    ``marked`` are the tokens that name exercises; ``near``: "they" and the forces at work in the
    sentence are those of this exercise.
    """
    dates = document.expressions_in(sentence)
    if all(e.value is None or e.value.days > _LONGEST for e in dates):
        return []
    tokens = document.tokens
    found: list[Edge] = []
    for unit in document.units(sentence):
        date, clause = unit.date, unit.clause
        if unit.kind != "date" or date is None or clause is None or clause.verb is None:
            continue
        if date.value is None or date.value.days > _LONGEST or unit.i in marked:
            continue
        if date.kind in ("repeated", "age", "vague", "edition", "duration"):
            continue
        verb = clause.verb
        group = verb.verb
        if group is None or group.negated or group.modal in ("may", "might", "could"):
            continue
        phase = date.value.precision == "interval" and _phase(clause.subject, tokens) and (
            verb.word in said("held") or verb.word == "follow"
        )  # fmt: skip
        edge = "" if phase else _edge(unit, verb, group, tokens, marked, near)
        if edge is None:
            continue
        bound = "until" if date.bound == "until" else None
        span = Span(tokens.start[verb.i], tokens.end[verb.j - 1])
        when = When(date.value, date.span, True, bound, edge, phase=phase)
        found.append(Edge(when, _stands(edge, verb, group), span))
    return found


def _edge(
    unit: Unit, verb: Unit, group: VerbGroup, tokens: Tokens, marked: set[int], near: bool
) -> str | None:
    """Which edge of the exercise the date of ``unit`` is; "" for its whole time, None for none."""
    clause, date = verb.clause, unit.date
    assert clause is not None
    assert date is not None
    subject, objects, word, bound = clause.subject, clause.objects, verb.word, date.bound
    if bound in ("before", "after", "by"):
        return None
    if any(u.word in said("last_hours") for u in subject):
        return "end" if word in said("fixes") else None  # "the end is set for June 22"
    if any(u.word in said("first_hours") for u in subject):
        return "begin" if word in said("fixes") else None
    about = _names(subject, marked) or _takes_up(subject, near)
    works = about or (
        near
        and clause.link in ("main", "and")
        and (not objects or _names(objects, marked) or all(map(_place, objects)))
        and (at_work(subject, tokens) or any(u.word == "they" for u in subject))
    )
    on = word in said("goes") or word in said("does")
    if bound == "since":
        current = group.perfect or group.tense == "present"
        busy = about and group.perfect  # "an exercise that has kept them busy since Monday"
        return "begin" if works and current and (on or busy or word in said("opens")) else None
    if bound == "until":
        return "end" if works and (on or word in said("held")) else None
    if not group.passive and _names(objects, marked):
        about = True  # "the navy opened the drill on Monday"
    if about and word in said("opens"):
        return "begin"
    if about and word in said("closes"):
        return "end"
    if about and bound == "from" and on:
        return "begin"
    within = tokens.lower[date.start : date.end]
    if works and on and not _BETWEEN.isdisjoint(within):
        return ""  # "from mid-July to early August they are to train"
    return None


_BETWEEN = frozenset({"to", "until", "till", "through", "and", "-", "–"})
"""Between the first and the last day of a stretch."""


def _stands(edge: str, verb: Unit, group: VerbGroup) -> Reading | None:
    """What the verb says of how the exercise stands at the time of the report."""
    ahead = group.tense == "future" or group.modal in ("will", "would", "be to", "shall")
    ahead = ahead or group.kind in ("infinitive",) or verb.word in said("fixes")
    if edge == "begin":
        if ahead:
            return Reading("planned", FAIR, cue=verb)
        return Reading("ongoing", FAIR, "begin", verb)
    if edge == "end" and verb.word in said("closes") and not ahead and group.tense == "past":
        return Reading("held", SURE, "end", verb)
    return None


def _names(units: list[Unit], marked: set[int]) -> bool:
    """Is one of the units an exercise, or a part or stretch of one ("three days of drills")?"""
    for unit in units:
        if any(k in marked for k in range(unit.i, unit.j)):
            return True
        clause = unit.clause
        phrases = clause.phrases if clause is not None else []
        if any(
            p.prep == "of" and p.host is unit
            and any(k in marked for u in p.units for k in range(u.i, u.j))
            for p in phrases
        ):  # fmt: skip
            return True
    return False


def _place(unit: Unit) -> bool:
    """Is it a place of a list ("will train in Lamu, Kitui and Garissa until May")?"""
    return unit.mention is not None and unit.mention.kind in ("place", "state")


def _phase(units: list[Unit], tokens: Tokens) -> bool:
    """Is the subject one phase of the exercise ("the second phase", "phase two")?"""
    return any(not said("phases").isdisjoint(tokens.lower[u.i : u.j]) for u in units)


def _takes_up(units: list[Unit], near: bool) -> bool:
    """Does the subject take up what was told before ("it", "the operation")?"""
    return any(
        (near and u.word in ("it", "they"))
        or (u.det in ("the", "this") and u.word in said("taken_up"))
        for u in units
    )


def add_edges(
    draft: Draft, document: Document, sentence: int, marked: set[int], near: bool = True
) -> None:
    """Add the first and last days that a sentence about this exercise tells."""
    for edge in edges(document, sentence, marked, near):
        span = edge.when.span
        draft.whens = [w for w in draft.whens if w.span != span]
        draft.whens.append(edge.when)
        if edge.reading is not None:
            draft.statuses.append((edge.reading, sentence, edge.cue))
