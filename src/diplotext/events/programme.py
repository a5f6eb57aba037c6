"""One programme told in several sentences: "met Addo in Accra on May 6. He also met Mensah".

Meetings of the same person that follow each other with "also", "then", "later" and the like are
held at one place on one day, unless they say otherwise.
"""

from __future__ import annotations

from diplotext.dateranges import DateRange
from diplotext.events.draft import Draft
from diplotext.events.linking import MOST
from diplotext.events.standing import days
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Span
from diplotext.reading.document import Document

_GOES_ON = frozenset(
    {"also", "separately", "separate", "then", "later", "afterwards", "subsequently", "too"}
    | {"sidelines", "margins", "sideline", "meanwhile", "individually", "earlier", "likewise"}
    | {"afterward", "additionally", "besides", "thereafter"}
)

_REACH = 2
"""Sentences between two meetings of one programme."""


_AFTER = 12
_BEFORE = 200  # tokens before an event in its sentence that are searched
"""Tokens after the trigger in which such a word may stand: "met Mensah on the sidelines"."""


def share(drafts: list[Draft], document: Document) -> None:
    """Let each go on where and when the meeting told just before it was held."""
    before: list[Draft] = []
    for draft in drafts:  # in text order
        if draft.kind == "talks" and (not draft.whens or not draft.places):
            _take_over(draft, [d for d in before[-MOST:] if d.kind != "call"], document)
        elif draft.kind == "call" and not draft.whens:
            _take_over(draft, before[-MOST:], document)
        elif draft.kind in ("summit", "conference") and not draft.places:
            _on_the_way(draft, before[-MOST:], document)
        before.append(draft)


def _on_the_way(draft: Draft, before: list[Draft], document: Document) -> None:
    """As in "will fly to Oslo and will also attend a summit": it is held where the journey goes."""
    if draft.headline or not draft.persons:
        return
    first = document.tokens.at(document.sentences[draft.sentence].span.start)
    reach = _REACH if _goes_on(draft.trigger, first, document.tokens) else 1
    journeys = [
        d
        for d in before
        if d.kind == "visit"
        and any(0 <= draft.sentence - n <= reach for n, _ in d.mentions)
        and draft.persons <= d.persons
        and d.status().value == draft.status().value
    ]
    if len(journeys) != 1 or not journeys[0].places:
        return
    ours, theirs = days(draft), days(journeys[0])
    if ours is None or (theirs is not None and ours.overlaps(theirs)):
        draft.places = list(journeys[0].places)


def _take_over(draft: Draft, before: list[Draft], document: Document) -> None:
    if draft.undated or draft.headline:
        return
    first = document.tokens.at(document.sentences[draft.sentence].span.start)
    if not _goes_on(draft.trigger, first, document.tokens):
        _take_day(draft, before, 1, document)
        return
    value = draft.status().value
    near = [
        d
        for d in before
        if 0 <= draft.sentence - d.sentence <= _REACH
        and not draft.persons.isdisjoint(d.persons)
        and (d.status().value == value or {d.status().value, value} == {"held", "ongoing"})
        and not d.headline
    ]
    if not near:
        _take_day(draft, before, _FAR, document)
        return
    last = near[-1]
    ours, theirs = days(draft), days(last)
    if ours is not None and theirs is not None and not ours.overlaps(theirs):
        return
    countries = {p.country for p, _ in draft.places}
    if countries and countries.isdisjoint({p.country for p, _ in last.places}) and last.places:
        return
    lent = not draft.whens and theirs is not None and theirs.days < 8
    if lent and theirs is not None:
        draft.whens = [last.whens[0].lent(theirs)]
    if not draft.places and draft.kind != "call" and (lent or ours == theirs):
        draft.places = list(last.places)


def _take_day(draft: Draft, before: list[Draft], reach: int, document: Document) -> None:
    """Let it be held on the one day of which the text goes on telling, as no other is named."""
    if draft.whens or draft.status().value != "held" or not _plainly_told(draft):
        return
    for last in reversed(before):
        told = last.mentions[:MOST]
        at = max((n for n, _ in told if n <= draft.sentence), default=-_FAR)
        if draft.persons.isdisjoint(last.persons) or not last.whens:
            continue
        day = days(last)
        if (
            draft.sentence - at <= reach
            and day is not None
            and day.days == 1
            and last.status().value in ("held", "ongoing")
            and (not last.headline or at > last.sentence)
            and not _clock_moves(at, draft.sentence, day, document)
        ):
            draft.whens = [last.whens[0].lent(day)]
            if not draft.places and draft.kind != "call":
                draft.places = list(last.places)
        return


_FAR = 12
"""Sentences over which a text without another date goes on telling of one day."""


def _clock_moves(first: int, last: int, day: DateRange, document: Document) -> bool:
    """Do the sentences after the first, or the only one, tell of another time?"""
    return any(
        told.value != day
        for n in range(min(first + 1, last), last + 1)
        for told in document.expressions_in(n)
        if told.kind not in _TIMELESS
    )


_TIMELESS = frozenset({"repeated", "age", "duration", "vague", "edition"})


def _plainly_told(draft: Draft) -> bool:
    """Is it told as past, and as no background: "She saw Mensah over lunch"?"""
    cue = draft.status().cue
    group = cue.verb if cue is not None else None
    told = group is not None and group.kind == "finite" and not group.perfect
    return told and not (draft.earlier or draft.other or draft.again or draft.setting)


def stay_put(drafts: list[Draft]) -> None:
    """Let talks of which neither day nor place is told be held where the same people met last."""
    before: list[Draft] = []
    for draft in drafts:  # in text order
        if draft.family != "talks":
            continue
        if draft.kind == "talks" and not (draft.places or draft.headline or draft.other):
            _stay(draft, before[-MOST:])
        if draft.places:
            before.append(draft)


def _stay(draft: Draft, before: list[Draft]) -> None:
    value, ours = draft.status().value, days(draft)
    for last in reversed(before):
        if draft.persons.isdisjoint(last.persons):
            continue
        theirs = days(last)
        if ours is not None and (theirs is None or not ours.overlaps(theirs)):
            return
        if value == last.status().value or last.kind == "conference":
            draft.places = list(last.places)
        return


def _goes_on(trigger: Span, first: int, tokens: Tokens) -> bool:
    last = tokens.at(trigger.end)
    first = max(first, last - _BEFORE)
    after = tokens.lower[last : last + _AFTER]
    after = after[: after.index(".")] if "." in after else after
    return not _GOES_ON.isdisjoint((*tokens.lower[first:last], *after))
