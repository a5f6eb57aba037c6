"""Where an exercise is held, beyond what stands beside its own words.

Its places are also those at which its forces are at work ("off Callao, frigates simulated a
blockade", "sappers built a bridge across the river"); and the country in which they all lie
belongs to them where the article names it as a place.
"""

from __future__ import annotations

from functools import cache

from diplotext.dateranges import DateRange
from diplotext.events import drills, venues
from diplotext.events.cast import Cast, Role
from diplotext.events.forces import at_work
from diplotext.events.spots import is_state
from diplotext.events.vocabulary import forms, said
from diplotext.events.whereabouts import dateline_state
from diplotext.lexicon import state
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Place, Span
from diplotext.reading.clauses import Clause
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit

_SAME_TIME = 45
"""A sentence with a day so far from the exercise tells of another time."""

_TOP = 30
"""So many sentences are searched for the country of the places."""

_AT_OTHER_TIMES = frozenset({"formerly", "normally", "once", "previously", "usually"})

_BEFORE_COUNTRY = frozenset({"in", "across", "throughout", "to", "over", "around", ","})
"""Before a state's name where it is a place, the comma after a town."""


_DEEDS = ("does", "goes", "passes", "crosses", "starts_from")
"""Lists of verbs of forces at work."""


def worked_at(
    document: Document, cast: Cast, sentence: int, marked: set[int], sides: frozenset[str],
    joining: list[Role] | None = None,
) -> list[tuple[Place, Span]]:  # fmt: skip
    """Places at which the sentence has forces of no other than ``sides`` at work, in text order;
    of any if ``sides`` is empty. With ``joining`` the forces of others are at work there too, and
    are added to it.
    """
    tokens = document.tokens
    words = document.lower_in(sentence)
    if _doing().isdisjoint(words) and said("phases").isdisjoint(words):
        first = tokens.at(document.sentences[sentence].span.start)
        if marked.isdisjoint(range(first, first + len(words))):
            return []
    units = document.units(sentence)
    found: list[tuple[Place, Span]] = []
    k = 0
    while k < len(units):
        unit = units[k]
        if k + 1 < len(units) and _leads(unit, units[k + 1]) and (
            _works(units, k + 1, document, cast, sides, marked, joining)
        ):  # fmt: skip
            k = venues.chain(units, k + (unit.kind == "verb"), document, found, marked)
        else:
            k += 1
    return [(p, s) for p, s in found if not tokens.lower[tokens.at(s.start)].startswith("its")]


@cache
def _doing() -> frozenset[str]:
    """The words of which one stands in a sentence that tells what forces do."""
    return forms(*_DEEDS, "practised_at", "musters") | {"based", "set"}


def _leads(unit: Unit, following: Unit) -> bool:
    """Is the unit a preposition, or a verb of crossing, before where something is done?"""
    if unit.kind != "prep" and unit.kind != "verb":
        return False
    if not following.nominal or following.clause is None or following.clause.verb is None:
        return False
    verb = following.clause.verb.word
    if unit.kind == "verb":
        return unit.word in said("crosses") and unit is following.clause.verb
    if unit.word in ("from", "out_of"):
        host = following.host
        return verb in said("starts_from") and (host is None or host.word not in said("lengths"))
    return unit.word in said("set_in") or (unit.word in said("ways") and verb in said("passes"))


def _works(
    units: list[Unit], k: int, document: Document, cast: Cast, sides: frozenset[str],
    marked: set[int], joining: list[Role] | None,
) -> bool:  # fmt: skip
    """Does the unit at ``k`` say where forces do in a clause what is done in exercises?"""
    unit = units[k]
    clause = unit.clause
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None or verb.verb is None:
        return False
    group = verb.verb
    if group.negated or group.modal in ("may", "might", "could", "would"):
        return False
    of_drill = clause.link == "rel" and _in_which(units, verb, marked, document.tokens)
    if clause.link not in ("main", "and", "where", "as", "while", "ger") and not of_drill:
        return False
    host = unit.host
    if host is not None and host is not verb and not (
        host.clause is clause and (
            host.role in ("object", "phrase")
            or (host.role == "subject" and verb.word in said("does") and not group.passive)
        )
    ):  # fmt: skip
        return False
    lower = document.tokens.lower
    if lower[verb.i - 1] in _AT_OTHER_TIMES or not _AT_OTHER_TIMES.isdisjoint(group.adverbs):
        return False  # "the drill, previously held in Kenya"
    if any(
        k in marked or lower[k] in said("phases") for u in clause.subject for k in range(u.i, u.j)
    ) or (of_drill and units[verb.index - 1].kind == "rel"):
        return any(verb.word in said(name) for name in ("held", "goes", "musters")) or (
            verb.word == "follow"
        )
    if verb.word in said("musters") and [lower[u.i] for u in clause.subject] in (
        ["it"], ["they"],
    ):  # fmt: skip
        return at_work(clause.objects, document.tokens)
    if group.passive and verb.word in said("practised_at"):
        return True  # "river crossings will be practised on"
    doers = _doers(units, clause, verb)
    if group.passive and verb.word == "base":
        if group.tense != "future":
            return False  # where a unit is at home
    elif not any(verb.word in said(name) for name in _DEEDS) and not (
        verb.word == "set" and any(u.word == "camp" for u in clause.objects)
    ):  # fmt: skip
        return False
    if group.tense == "present" and not group.progressive and not group.perfect and (
        clause.objects and not group.passive
    ):  # fmt: skip
        return False  # "the navy trains its crews at": a custom
    trains = verb.word in said("drills_so") and [lower[u.i] for u in doers] == ["they"]
    if not trains and not at_work(doers, document.tokens):
        return False
    own = cast.of(doers)
    if joining is not None:
        joining += [r for r in own if r.actor.kind == "state"]
        return True
    return not sides or {role.side for role in own} <= sides


def _doers(units: list[Unit], clause: Clause, verb: Unit) -> list[Unit]:
    """Who acts: the subject, whoever "were joined by" names, or "with jets taking off"."""
    if verb.verb is not None and verb.verb.passive and verb.word in said("passes"):
        return [u for p in clause.phrases if p.prep == "by" for u in p.units] or clause.subject
    if clause.link != "ger":
        return clause.subject
    k = verb.index
    while k and (units[k - 1].nominal or units[k - 1].kind == "conj"):
        k -= 1
    return [u for u in units[k : verb.index] if u.nominal]


def _in_which(units: list[Unit], verb: Unit, marked: set[int], tokens: Tokens) -> bool:
    """Does the verb stand behind "an exercise in which", or behind a place and "where"?"""
    k = verb.index
    while k and units[k - 1].kind not in ("rel", "verb", "sub", "break"):
        k -= 1
    if not k or units[k - 1].kind != "rel":
        return False
    before = [u for u in units[max(0, k - 6) : k - 1] if u.nominal]
    if tokens.lower[units[k - 1].i] == "where":
        return bool(before) and place_of(before[-1], tokens) is not None
    return any(t in marked for u in before for t in range(u.i, u.j))


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
    named = dateline_state(document)
    codes = {p.country for p in places if p.country}
    if not codes and places and named is not None:
        codes = {named[0]}  # "CAMP DOHA, Kuwait -": ranges that no table knows
    if len(codes) != 1 or any(is_state(p) or drills.at_sea(p.name) for p in places):
        return {}
    code = codes.pop()
    known = state(code or "")
    if known is None or any(known.name in p.name for p in places):
        return {}
    whole = Place(known.name, known.code)
    if named is not None and named[0] == code:
        return {whole: named[1]}
    tokens = document.tokens
    for n in sorted(sentences)[:_TOP]:
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
                return {whole: mention.head}
    return {}
