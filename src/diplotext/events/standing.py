"""When a meeting is and how it stands, from all that its mentions say together."""

from __future__ import annotations

from datetime import date, timedelta

from diplotext.dateranges import DateRange
from diplotext.events.draft import Draft, When
from diplotext.rules.status import SURE, Reading, tables

_LONGEST = 60
"""So many days may "a 40-day tour" last; what is longer is no visit's length."""


_DEADLINE = 10
"""A stretch of so many days up to a deadline still says when."""


def days(draft: Draft) -> DateRange | None:
    """The days as said, drawn out to their length ("arrived on Monday for a three-day visit")."""
    when = best_when(draft)
    length = draft.days or 0
    if when is None or when.days != 1 or not 1 < length < _LONGEST or draft.kind == "call":
        return when
    courses = {r.course for r, _, _ in draft.statuses}
    try:
        if (
            "end" in courses
            and "begin" not in courses
            and any(w.edge == "end" for w in draft.whens)
        ):
            last = next(w.value.end for w in draft.whens if w.edge == "end")
            if not 0 <= (last - when.start).days < length:
                last = when.start
            first = last - timedelta(days=length - 1)
            return DateRange.between(first, last, when.basis)
        if draft.kind == "visit" or "begin" in courses or draft.status().value in _AHEAD:
            last = when.start + timedelta(days=length - 1)
            return DateRange.between(when.start, last, when.basis)
    except OverflowError:
        return when
    return when


_AHEAD = frozenset({"planned", "present", "purpose"})


def drop_misplaced(draft: Draft, published: date | None) -> None:
    """Drop days that cannot be its own: whole years of a programme, and days to come of what is
    told as done ("they met in May; the host of their December summit").
    """
    if any(w.value.days > _YEAR and w.value.precision == "interval" for w in draft.whens):
        draft.whens = [w for w in draft.whens if w.value.days <= _YEAR]
    if published is None or not draft.whens or not _is_done(draft):
        return
    past = [w for w in draft.whens if w.value.start <= published or _closes(w)]
    if draft.kind != "visit" and all(_closes(w) and w.value.start > published for w in past):
        past = []  # "which ends on Friday"
    if len(past) < len(draft.whens):
        draft.whens = past


_YEAR = 366


def _is_done(draft: Draft) -> bool:
    """Is it told by a verb in the simple past?"""
    reading = draft.status()
    group = reading.cue.verb if reading.cue is not None else None
    return (
        reading.value == "held"
        and reading.strength == SURE
        and group is not None
        and (group.kind, group.tense) == ("finite", "past")
        and not group.perfect
    )


def best_when(draft: Draft) -> DateRange | None:
    """The days of the event: the most precise of what its mentions say, own words first. A mere end
    ("until Friday") only lengthens what has a start.
    """
    told = draft.whens
    if not told:
        return None
    if len(told) == 1 and told[0].bound is None:
        return told[0].value
    starts = [w for w in told if w.bound not in ("until", "by")]
    begun = [w for w in starts if w.edge != "end"]
    moved = [w for w in starts if w.moved]
    starts = begun or starts
    whens = moved[-1:] or [w for w in starts if w.own] or starts
    if not whens:  # "by the end of the week"
        whens = [
            w
            for w in draft.whens
            if (w.bound == "by" and 1 < w.value.days <= _DEADLINE)
            or (w.edge == "end" and w.bound == "until" and w.value.days == 1)
        ]  # "left on Friday": that day, as far as the text tells
    if not whens:
        return None
    # The day of arrival says when it began; other days may lie within it.
    first = min(whens, key=lambda w: (w.value.days, w.edge != "begin"))
    best = first.value
    long = draft.kind in ("visit", "exercise")
    if long:
        spans = [w.value for w in whens if w.range and w.value.precision == "interval"]
        if spans:
            return min(spans, key=lambda r: r.days)
    if long or first.edge == "begin":
        last = next((w.value for w in draft.whens if _closes(w)), None)
        if last is not None and best.days > 1 and draft.days and best.contains(last.end):
            return last  # "last week", "the two-day trip ended on Friday"
        if last is not None and best.days == 1 and 0 <= (last.end - best.start).days < 120:
            return best.widen(last)
    return best


def _closes(when: When) -> bool:
    """Is it the last day: "until Friday", "ends on Friday"?"""
    return when.bound == "until" or (when.edge == "end" and when.bound is None)


_LONG_AGO = 10
"""Days after which a plan is no news."""


def _put(reading: Reading) -> bool:
    """Does a verb in the past say that it was looked for: "had been due in May"?"""
    group = reading.cue.verb if reading.cue is not None else None
    return group is not None and group.tense == "past" and not group.modal


def status_at(draft: Draft, when: DateRange | None, published: date | None) -> str:
    """The status as of publication, from the surest reading and the days."""
    reading = draft.status()
    value = reading.value
    if value == "cancelled" and any(w.moved for w in draft.whens):
        value = "planned"  # on another day
    if value in ("cancelled", "possible"):
        return value
    if value == "planned" and _is_over(when, published) and not _was_due(reading):
        value = "held"  # "landed on Tuesday to be welcomed by her"
    long = draft.kind in ("visit", "exercise")
    # "arrives in Oslo, meets the king": a headline tells in the present what is done.
    lent = (
        draft.kind == "talks"
        and draft.headline
        and not any(w.own or w.value.basis != "inferred" for w in draft.whens)
    )
    if draft.kind == "visit" and value == "held" and _just_come(draft, when, published):
        return "ongoing"
    if when is not None and published is not None:
        narrow = when.precision in ("day", "interval")
        if when.start > published:
            return "planned"
        if value == "ongoing" and long and _begun(draft, reading.course):
            lasts = max(when.days, draft.days or 1, 14 if draft.kind == "exercise" else 3)
            return "ongoing" if (published - when.start).days < lasts else "held"
        if value == "ongoing" and reading.course == "now":
            return "ongoing"  # "have been meeting since Monday"
        if (
            when.end < published
            and (narrow or value in ("purpose", "present"))
            and value != "planned"
        ):
            return "held"
        if value == "planned" and (published - when.end).days > _LONG_AGO and not _put(reading):
            return "held"  # "it will be a response to her visit last year"
        if value != "held" and _is_on(draft, when, published):
            return "ongoing"
        if (
            when.contains(published)
            and narrow
            and value not in ("", "held", "planned")
            and draft.kind != "call"
        ):
            return "ongoing" if long or value == "ongoing" else _open(value, not lent)
        told = (
            value == "held"
            and reading.strength >= SURE
            and not draft.days
            and all(w.bound != "until" for w in draft.whens)
        )  # "visited this week"
        if (
            long
            and when.start < published <= when.end
            and narrow
            and reading.course != "end"
            and not told
            and not (value == "planned" and _some_day(draft, when))
        ):
            return "ongoing"
    ahead = draft.kind == "visit" and not draft.headline and "return" not in draft.rules
    dated = (when is not None and not lent) or draft.undated or ahead
    return _open(value, dated)


_PRECISE = 31


def _is_over(when: DateRange | None, published: date | None) -> bool:
    """Had the days gone by, as they are told precisely enough?"""
    if when is None or published is None:
        return False
    return when.end < published and when.days <= _PRECISE


def _was_due(reading: Reading) -> bool:
    """Is it told as what was to be, so that it may have come to nothing?"""
    cue = reading.cue
    if reading.strength >= SURE or cue is None or cue.word in tables()["ruling"]:
        return True
    return cue.verb is not None and bool(cue.verb.modal)


def _is_on(draft: Draft, when: DateRange, published: date) -> bool:
    """As in "the three-day summit, which ends tomorrow", "closes today": has it begun?"""
    if draft.kind not in ("summit", "conference") or not when.contains(published):
        return False
    ends = any(w.edge == "end" and w.value.start >= published for w in draft.whens)
    return ends or (when.precision == "interval" and bool(draft.days) and when.start < published)


def _begun(draft: Draft, course: str) -> bool:
    """Has it begun, as one of its mentions says: "aide in Kabul", "arrived on Wednesday"?"""
    return course == "begin" or (
        not course
        and any(r.course == "begin" and r.value == "ongoing" for r, _, _ in draft.statuses)
    )


def _just_come(draft: Draft, when: DateRange | None, published: date | None) -> bool:
    """Has the guest arrived, as far as the text tells, and not left? Of "came" and "flew to" only
    the day of the report says so.
    """
    courses = {r.course for r, _, _ in draft.statuses}
    if "end" in courses or any(w.edge == "end" or w.bound == "until" for w in draft.whens):
        return False
    begun = any(r.course == "begin" and r.value == "ongoing" for r, _, _ in draft.statuses)
    if when is None or published is None:
        return begun and when is None and not draft.rules.isdisjoint(_COMES)
    days = (published - when.start).days
    return when.days == 1 and (days in (0, 1) if begun else days == 0 and draft.rules == _GOES)


_GOES = {"travel"}
_COMES = frozenset({"arrive", "reach", "arrive-somewhere", "fly-into"})


def _some_day(draft: Draft, when: DateRange) -> bool:
    """As in "will visit Oman this week": on some day of a stretch that is not the visit's own."""
    return draft.kind == "visit" and any(w.value == when and not w.range for w in draft.whens)


def _open(value: str, dated: bool) -> str:
    if value == "present":  # "begins a visit on Monday", "flies on to Oman"; "X visits Oman"
        return "planned" if dated else "held"
    if value in ("purpose", "wished", "denied"):
        return "planned"
    return value or "held"
