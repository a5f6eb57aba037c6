"""Where an exercise is held, beyond what stands beside its own words.

Its places are also those at which its forces are at work ("off Callao, frigates simulated a
blockade", "sappers built a bridge across the river"); and the country in which they all lie
belongs to them where the article names it as a place.
"""

from __future__ import annotations

from diplotext.dateranges import DateRange
from diplotext.events import drills, venues
from diplotext.events.cast import Cast
from diplotext.events.forces import at_work
from diplotext.events.vocabulary import forms, said
from diplotext.lexicon import state
from diplotext.models import Place, Span
from diplotext.reading.document import Document
from diplotext.reading.units import Unit

_SAME_TIME = 45
"""A sentence with a day so far from the exercise tells of another time."""

_TOP = 30
"""So many sentences are searched for the country of the places."""

_AT_OTHER_TIMES = frozenset({"formerly", "normally", "once", "previously", "usually"})

_BEFORE_COUNTRY = frozenset({"in", "across", "throughout", "to", "over", "around", ","})
"""Before a state's name where it is a place, the comma after a town."""


def worked_at(
    document: Document, cast: Cast, sentence: int, marked: set[int], sides: frozenset[str]
) -> list[tuple[Place, Span]]:
    """Places at which the sentence has forces of no other than ``sides`` at work, in text order."""
    tokens = document.tokens
    words = document.lower_in(sentence)
    if forms("does", "goes").isdisjoint(words) and said("phases").isdisjoint(words):
        first = tokens.at(document.sentences[sentence].span.start)
        if marked.isdisjoint(range(first, first + len(words))):
            return []
    units = document.units(sentence)
    found: list[tuple[Place, Span]] = []
    k = 0
    while k < len(units):
        unit = units[k]
        if unit.kind == "prep" and unit.word in said("set_in") and k + 1 < len(units) and (
            _works(units[k + 1], document, cast, sides, marked)
        ):  # fmt: skip
            k = venues.chain(units, k, document, found, marked)
        else:
            k += 1
    return [(p, s) for p, s in found if not tokens.lower[tokens.at(s.start)].startswith("its")]


def _works(
    unit: Unit, document: Document, cast: Cast, sides: frozenset[str], marked: set[int]
) -> bool:
    """Does the unit say where forces do in a clause what is done in exercises?"""
    clause = unit.clause
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None or verb.verb is None or not unit.nominal:
        return False
    group = verb.verb
    if group.negated or group.modal in ("may", "might", "could", "would"):
        return False
    if clause.link not in ("main", "and", "where", "as", "while"):
        return False
    if unit.host is not None and unit.host is not verb and not (
        unit.host.role in ("object", "phrase") and unit.host.clause is clause
    ):  # fmt: skip
        return False
    lower = document.tokens.lower
    if lower[verb.i - 1] in _AT_OTHER_TIMES or not _AT_OTHER_TIMES.isdisjoint(group.adverbs):
        return False  # "the drill, previously held in Kenya"
    if any(
        k in marked or lower[k] in said("phases") for u in clause.subject for k in range(u.i, u.j)
    ):
        return verb.word in said("held") or verb.word in said("goes") or verb.word == "follow"
    if verb.word not in said("does") and verb.word not in said("goes"):
        return False
    if group.tense == "present" and not group.progressive and not group.perfect and clause.objects:
        return False  # "the navy trains its crews at": a custom
    if not at_work(clause.subject, document.tokens):
        return False
    own = {role.side for role in cast.of(clause.subject)}
    return not sides or own <= sides


def same_time(document: Document, sentence: int, when: DateRange | None) -> bool:
    """Can the sentence tell of an exercise held at ``when``: no far day stands in it?"""
    day = when.start if when is not None else document.article.published
    for e in document.expressions_in(sentence):
        if e.value is not None and e.kind != "edition":
            if day is None:
                return False
            if e.value.days < 32 and abs((e.value.start - day).days) > _SAME_TIME:
                return False
            if e.value.days >= 32 and not e.value.contains(day):
                return False
    return True


def in_country(
    places: dict[Place, Span], document: Document, sentences: set[int]
) -> dict[Place, Span]:
    """The country of the places, where all lie in one, on land, and ``sentences`` or the dateline
    name it as a place.
    """
    codes = {p.country for p in places}
    if len(codes) != 1 or None in codes or any(
        venues.is_state(p) or drills.at_sea(p.name) for p in places
    ):  # fmt: skip
        return {}
    code = codes.pop()
    known = state(code or "")
    if known is None or any(known.name in p.name for p in places):
        return {}
    tokens = document.tokens
    parts = document.sentences[:_TOP]
    top = [n for n, sentence in enumerate(parts) if sentence.part == "dateline"]
    for n in [*sorted(sentences)[:_TOP], *top]:
        span = document.sentences[n].span
        for mention in document.mentions_in(tokens.at(span.start), tokens.at(span.end)):
            k = tokens.at(mention.head.start)
            if (
                mention.kind == "state"
                and mention.form == "name"
                and mention.actor == f"state:{code}"
                and k
                and tokens.lower[k - 1] in _BEFORE_COUNTRY
            ):
                return {Place(known.name, known.code): mention.head}
    return {}
