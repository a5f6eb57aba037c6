"""When a visit ends, told in a sentence that speaks of the guest only: "She leaves on Thursday"."""

from __future__ import annotations

from collections.abc import Iterable

from diplotext.events.cast import Cast
from diplotext.events.draft import Draft, When
from diplotext.events.linking import MOST
from diplotext.events.standing import days
from diplotext.models import Span
from diplotext.reading.clauses import Clause
from diplotext.reading.dates import Expression
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.status import SURE, Reading, finite

_WORDS = frozenset(
    {"leave", "leaves", "left", "leaving", "depart", "departs", "departed", "departing"}
    | {"return", "returns", "returned", "returning", "home", "back"}
)
"""Of these one stands before a day on which somebody leaves."""

_AWAY = frozenset({"leave", "depart", "return", "fly back", "come back", "fly out", "go back"})
_HOMEWARD = frozenset({"fly", "go", "head", "travel", "journey", "sail", "return"})
"""Verbs that say so with "home" or "back"."""

_BEFORE = 10  # tokens between the verb and its date
_REACH = 6  # sentences after the visit was last told of
_LONGEST = 60  # days of a visit


def departures(visits: list[Draft], document: Document, cast: Cast) -> None:
    """Let each visit of which the first day is told end on the day on which its guest leaves."""
    open_ended = [v for v in visits[:MOST] if v.persons and v.whens and not _ends(v)]
    if not open_ended:
        return
    first = min(v.sentence for v in open_ended)
    lower = document.tokens.lower
    for told in document.expressions:
        if told.value is None or told.value.days != 1 or told.bound is not None:
            continue
        if _WORDS.isdisjoint(lower[max(0, told.start - _BEFORE) : told.start]):
            continue
        n = document.sentence_at(told.span.start)
        if n >= first:
            _leave(told, n, open_ended, document, cast)


def _ends(visit: Draft) -> bool:
    value = days(visit)
    return value is None or value.days != 1


def _leave(
    told: Expression, sentence: int, visits: list[Draft], document: Document, cast: Cast
) -> None:
    unit = next((u for u in document.units(sentence) if u.date is told), None)
    clause = unit.clause if unit is not None else None
    if clause is None or clause.verb is None or not _says_so(clause, clause.verb, document):
        return
    leaving = {r.actor.id for r in cast.of(list(clause.subject))}
    near = [v for v in visits if not leaving.isdisjoint(v.persons)]
    near = [v for v in near if 0 <= sentence - max(n for n, _ in v.mentions) <= _REACH]
    if not near:
        return
    visit = max(near, key=lambda v: v.sentence)
    start, value = days(visit), told.value
    if start is None or value is None or not 0 <= (value.end - start.start).days < _LONGEST:
        return
    if not _from(clause, visit, document) or _begins(clause, visit, document):
        return
    visit.whens.append(When(value, told.span, own=False, bound="until"))
    group = clause.verb.verb
    if group is not None and group.kind == "finite":
        reading = finite(group, clause.verb)
        if reading.value == "held":
            tokens = document.tokens
            span = Span(tokens.start[clause.verb.i], tokens.end[clause.verb.j - 1])
            visit.statuses.append((Reading("held", SURE, "end", clause.verb), sentence, span))


def _says_so(clause: Clause, verb: Unit, document: Document) -> bool:
    after = document.tokens.lower[verb.j : verb.j + 1]
    if verb.word in _HOMEWARD and after in (["home"], ["back"]):
        return True
    return verb.word in _AWAY


def _from(clause: Clause, visit: Draft, document: Document) -> bool:
    """Does he leave the host's country, as far as the clause tells where from and where to?"""
    tokens = document.tokens

    def countries(units: Iterable[Unit]) -> set[str | None]:
        return {p.country for u in units if (p := place_of(u, tokens)) is not None}

    things = [u for u in clause.objects if u.date is None and tokens.lower[u.j - 1] != "home"]
    left = countries(things)
    if things and visit.host not in left and not _pointed(things, document):
        return False
    onward = [u for p in clause.phrases if p.prep in ("to", "for") for u in p.units]
    if visit.host in countries(onward):
        return False
    verb = clause.verb
    return verb is None or verb.word != "return" or not countries(onward) - set(visit.own_sides)


def _begins(clause: Clause, visit: Draft, document: Document) -> bool:
    """As in "left on Monday on a tour of Oman": that day it begins."""
    start, end = visit.trigger.start, visit.trigger.end
    tokens = document.tokens
    return any(
        tokens.start[u.i] <= start and end <= tokens.end[u.j - 1]
        for p in clause.phrases
        if p.prep in ("on", "for")
        for u in p.units
    )


def _pointed(units: list[Unit], document: Document) -> bool:
    """As in "left the country on Friday"."""
    lower = document.tokens.lower
    return all(lower[u.j - 1] in ("country", "capital", "city", "kingdom") for u in units)
