"""One exercise told beside another: before or after it, with another number, in other years.

"The drill follows an army exercise held in May", "days after Oman ended a drill", "the seventh
edition", "off Suva in 2018 and off Nadi in 2019": each tells of an exercise of its own, and of days
and places that are those of that one only.
"""

from __future__ import annotations

from itertools import pairwise

from diplotext.events.draft import Draft, When
from diplotext.events.vocabulary import said
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Span
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.nouns import ORDINAL

_AFTER = frozenset({"come after", "follow", "precede", "succeed"})
"""Verbs of which subject and object are two exercises."""

_POINTING = frozenset({"it", "they", "move", "this"})
"""Subjects of such a verb that mean the exercise told of."""


def follows(event: EventMention) -> bool:
    """Is it what the exercise told of comes after ("the drill follows an army exercise")?"""
    trigger, clause = stem(event.trigger), event.clause
    if _listed(event) and clause.parent is not None:
        clause = clause.parent
    verb = clause.verb
    if trigger.kind != "noun" or trigger.role != "object" or event.definite or verb is None:
        return False
    if verb.word not in _AFTER:
        return False
    return any(u.word in said("drill_nouns") or u.word in _POINTING for u in clause.subject)


def _listed(event: EventMention) -> bool:
    """Does it stand beside another ("follows a naval drill held in May and an army exercise")?"""
    clause = event.clause
    before = clause.governor
    return (
        clause.link == "part" and before is not None and before.word in said("drill_nouns")
        and event.trigger.role == "object"
    )  # fmt: skip


def belongs_elsewhere(unit: Unit, event: EventMention) -> bool:
    """Does the date or place hang on the noun of another exercise ("the drill follows a naval
    exercise held in May")?
    """
    own = (event.trigger, stem(event.trigger))
    if _listed(event) and unit.clause is event.clause and unit.i < event.trigger.i:
        return True
    step = unit
    for _ in range(_STEPS):
        host = step.host
        if host is not None and host.nominal and host.clause is not step.clause:
            return False  # "held a drill, and in May their navies trained"
        if host is not None and not host.nominal and host.clause is not None and (
            host.clause.link in ("part", "rel") and host.clause.verb is host
        ):  # fmt: skip
            host = host.clause.governor
        if host is None or not host.nominal or host in own:
            return False
        if 0 <= host.i - event.trigger.j < 2:
            return False  # "Dawn Shield, an army exercise that took 300 men to Ibri"
        if host.kind == "noun" and host.word in said("drill_nouns"):
            return True
        step = host
    return False


_STEPS = 6  # from a date to the noun on which it hangs


def number(event: EventMention, named: bool) -> str:
    """Which edition it is by its number ("the 16th edition of", "the 16th Dawn Shield drill")."""
    outer = stem(event.trigger)
    for unit in (event.trigger, outer):
        counted = unit.word in said("editions")
        for mod in unit.mods:
            if ORDINAL.fullmatch(mod.word) and (counted or (named and mod.word[0].isdigit())):
                return _NUMBERS.get(mod.word, mod.word)
    return ""


_SPELLED = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
_NUMBERS = {word: f"{n}th" for n, word in enumerate(_SPELLED, 1)} | {
    "inaugural": "1st", "first": "1st", "second": "2nd", "third": "3rd",
}  # fmt: skip


def by_year(drafts: list[Draft], document: Document) -> list[Draft]:
    """One draft for each year, with the places told beside it: "off Suva in 2018 and off Nadi in
    2019", "in 2014 and again in 2016".
    """
    if len(drafts) > 1:
        whens = [d.whens[0] for d in drafts if len(d.whens) == 1]
        apart = _apart(whens) and len(whens) == len(drafts)
        return _shared(drafts, whens) if apart else drafts
    if not drafts or not _apart(drafts[0].whens):
        return drafts
    draft = drafts[0]
    whens = sorted(draft.whens, key=lambda w: w.span.start)
    if not draft.places and not all(_joined(a, b, document) for a, b in pairwise(whens)):
        draft.whens = whens[:1]  # "Peru hosted it in 2019 and Chile in 2021"
        return drafts
    copies = [draft.copy() for _ in whens]
    for one, when in zip(copies, whens, strict=True):
        one.whens, one.definite = [when], False
    return _shared(copies, whens)


def _apart(whens: list[When]) -> bool:
    """Are they years or months of several times, not the first and last of one?"""
    if len(whens) < 2 or any(w.bound or w.range or w.edge or w.moved for w in whens):
        return False
    if any(
        w.value.precision not in ("year", "month") or w.value.basis != "explicit" for w in whens
    ):
        return False
    return len({w.value.start.year for w in whens}) == len(whens)


def _joined(a: When, b: When, document: Document) -> bool:
    """Do only words of a list stand between the two?"""
    tokens = document.tokens
    between = tokens.lower[tokens.at(a.span.end) : tokens.at(b.span.start)]
    return set(between) <= {",", "and", "in", "again", "then", "later", "or"}


def _shared(drafts: list[Draft], whens: list[When]) -> list[Draft]:
    """The drafts, each with the places that stand beside its day, if there are several."""
    places = sorted({(p, s) for d in drafts for p, s in d.places}, key=lambda one: one[1].start)
    if len(places) < 2:
        return drafts
    ends = [w.span.start for w in whens]
    first = places[0][1].start < min(ends)  # the place before its day, or behind it
    for draft, when in zip(drafts, whens, strict=True):
        draft.places = [one for one in places if _beside(one[1], ends, first) == when.span.start]
    return drafts


def _beside(place: Span, days: list[int], first: bool) -> int | None:
    """Where the day stands that belongs to the place."""
    if first:
        return min((d for d in days if d > place.start), default=None)
    return max((d for d in days if d < place.start), default=None)


def of_edition(event: EventMention) -> list[Unit]:
    """The days of the clause for the noun that is only a part of its subject: "the last edition of
    the drill was held in 2019".
    """
    outer, clause = stem(event.trigger), event.clause
    if outer is event.trigger or outer.word not in said("editions") or outer.role != "subject":
        return []
    return [
        d for d in clause.dates
        if d not in event.dates and d.clause is clause and d.host is clause.verb
    ]  # fmt: skip


def beside(event: EventMention) -> bool:
    """Is it told only as what the exercise came after ("days after Oman ended a drill")?"""
    clause = event.clause
    aside = clause.link in ("after", "before") or clause.opener in ("after", "before", "following")
    return aside and not event.definite


def once(event: EventMention, tokens: Tokens) -> bool:
    """Does "it was previously held in Kenya" only tell of other times?"""
    verb = event.trigger.verb
    if verb is None or not event.frame.weak or event.status.value != "held":
        return False
    return not _ONCE.isdisjoint((*verb.adverbs, *tokens.lower[event.trigger.i : event.trigger.j]))


_ONCE = frozenset({"earlier", "formerly", "once", "previously"})
