"""When an event is, as one mention of it tells: its dates, how long it lasts, from and to when.

``standing`` chooses among what all mentions of the event say.
"""

from __future__ import annotations

from datetime import date

import attrs

from diplotext.dateranges import DateRange
from diplotext.events.draft import Draft, When
from diplotext.events.elsewhen import counted_from, of_invitation, right_behind
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.dates import Expression
from diplotext.reading.dates.printed import in_year
from diplotext.reading.dates.resolve import resolve
from diplotext.reading.dates.setting import Setting
from diplotext.reading.dates.terms import Nth, NthWeekday, Of, Part, Stretch, Weekday
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules.days import is_behind_purpose
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.status import FAIR, SURE, Reading, finite, tables

_UNTOLD = frozenset({"repeated", "age", "duration", "vague", "edition"})
"""Kinds of expression that say no day."""

_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh"), 1
    )
} | {"opening": 1}
_LAST = frozenset({"last", "final", "closing"})
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_TO = frozenset({"to", "until", "till", "for"})


class Dating:
    """Reads when, for the event mentions of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens: Tokens = document.tokens
        self._published: date | None = document.article.published

    def add(self, base: Draft, event: EventMention, moved: Unit | None) -> None:
        """Add the days and the length that the mention tells; ``moved``: to when it is put off."""
        if moved is not None:
            _put_off(base, moved, self._published)
            return
        ends = event.frame.course in ("end", "gone")
        course = "end" if ends else event.frame.course
        if course not in ("begin", "end") or event.frame.id == "come-from":
            course = event.status.course  # "flew to Lima from Quito": the day of the arrival
        edge = course if course in ("begin", "end") else ""
        day = _day_of(event) if event.trigger.prep == "of" else 0
        dates = event.dates
        behind = event.clause.link in _AFTER
        apart = _apart(event, self._tokens) if dates or behind else 0
        if behind:  # a day of its own counts from nothing
            above = apart or _said_thereupon(event)
            apart, dates = (0, dates) if dates else (apart, _dates_above(event) if above else [])
        for n, unit in enumerate(dates):
            expression = unit.date
            if expression is None or expression.kind in _UNTOLD:
                continue
            then = event.clause.link == "when" and unit.clause is event.clause.parent
            then |= event.since  # "since May, when they met": in May
            if expression.bound == "since" and not then:
                _since(base, event, unit)
                continue
            if expression.value is None:
                base.undated = True
                continue
            value = expression.value
            if (
                unit.clause is event.clause
                or unit.prep == "for"
                or unit in event.trigger.mods
                or is_behind_purpose(unit, event.clause)
            ):
                value = fitting(expression, value, base.statuses[-1][0], self._published)
            if apart and value.days == 1 and not right_behind(unit, event, self._tokens):
                value = _earlier(value, apart)
            if of_invitation(unit, event, self._tokens):
                continue
            if self._is_day_trip(base, unit):
                continue
            self._hint(base, event, unit)
            other = counted_from(unit, event, self._tokens)
            if other is not None:
                if not other or value.days > 1:
                    continue  # "met days after the vote on May 5"
                value = _earlier(value, other)
            bound = (
                "until"
                if base.kind == "visit"
                and (
                    ends
                    or (
                        _after(event, unit)
                        and not apart
                        and unit.host is not event.trigger
                        and unit not in event.trigger.mods
                    )
                )
                else None
                if then
                else expression.bound
            )
            told = When(
                value,
                expression.span,
                n == 0 or _is_finer(value, dates[:n]),
                bound,
                edge,
                isinstance(expression.term, Stretch),
                moved=_is_new_day(event, unit),
            )
            if day and told.value.days == 1 and not told.bound:
                told = _counted(told, day)
                _read_as(base, *(("ongoing", "begin") if day > 0 else ("held", "end")))
            base.whens.append(told)
        for unit in event.durations:
            if unit.date is not None and unit.date.days and not _of_part(unit):
                base.days = unit.date.days
        self._goes_on(base, event)

    def _is_day_trip(self, base: Draft, unit: Unit) -> bool:
        """As in "flew in for the day": it was over by the evening, and the day is not told."""
        if base.kind != "visit" or self._tokens.lower[unit.i - 1 : unit.j] != ["for", "the", "day"]:
            return False
        base.days = 1
        _read_as(base, "held", "end")
        return True

    def _hint(self, base: Draft, event: EventMention, unit: Unit) -> None:
        """As in "welcomed the visit later this week", "a trip earlier this month"."""
        word = self._tokens.lower[unit.i]
        if word not in _WITHIN or event.trigger.kind != "noun":
            return
        told = unit.date.value if unit.date is not None else None
        if told is None or self._published is None or not told.contains(self._published):
            return
        reading, sentence, cue = base.statuses[-1]
        if reading.value not in ("cancelled", "possible", "wished", "denied"):
            reading = Reading(_WITHIN[word], SURE, cue=reading.cue)
            base.statuses[-1] = (reading, sentence, cue)

    def _goes_on(self, base: Draft, event: EventMention) -> None:
        """As in "the talks opened on Monday and will last until Friday": how it ends."""
        if event.trigger.kind != "noun" or not base.whens:
            return
        trigger = stem(event.trigger)
        if trigger.role != "subject" and all(c.link != "rel" for c in trigger.attached):
            return
        for unit in self._document.units(event.sentence):
            clause = unit.clause
            if unit.kind != "verb" or clause is None or clause is event.clause:
                continue
            if clause.link not in ("and", "inf") or clause.subject[:1] != [trigger]:
                continue
            ends = tables()["course"].get(unit.word) == "end"
            for one in clause.dates:
                told = one.date
                if told is None or told.value is None or told.kind in _UNTOLD:
                    continue
                if told.bound == "until" or (ends and told.bound is None):
                    edge = "end" if ends else ""
                    base.whens.append(When(told.value, told.span, False, told.bound, edge))


_WITHIN = {"earlier": "held", "later": "planned"}
"""Of "earlier this week" and "later this month" the part told is behind or ahead."""


def _of_part(length: Unit) -> bool:
    """As in "after a staff phase of a week": how long one part lasts."""
    host = length.host
    return host is not None and length.prep == "of" and host.word in ("phase", "stage", "leg")


def fitting(
    expression: Expression, value: DateRange, status: Reading, published: date | None
) -> DateRange:
    """The weekday that fits the tense: "to host him on Monday" is no Monday of the past."""
    if published is None:
        return value
    term = expression.term
    if isinstance(term, Of):
        return value if _looked_ahead(status) else _fitting_year(term, value, status, published)
    if isinstance(term, (Part, Nth, NthWeekday)) and isinstance(term.base, Of):
        return _part_ahead(term, term.base, value, status, published)
    if isinstance(term, Stretch) and isinstance(term.last, Weekday):
        term = term.first  # "announced drills from Thursday to Saturday"
    if status.strength < FAIR or not isinstance(term, Weekday) or term.which or term.week:
        return value
    ago = (published - value.end).days
    if status.value == "planned" and 0 < ago < 7 and (ago > 3 or not _looked_ahead(status)):
        return value.shift(7)
    if (
        status.value == "held"
        and status.strength == SURE
        and 0 < (value.start - published).days < 7
    ):
        return value.shift(-7)
    return value


def _looked_ahead(status: Reading) -> bool:
    """As in "was to open on Saturday", "had been due on Monday": on the nearest one."""
    group = status.cue.verb if status.cue is not None else None
    return group is not None and group.tense == "past" and (group.modal == "be to" or group.perfect)


def _part_ahead(
    term: Part | Nth | NthWeekday,
    base: Of,
    value: DateRange,
    status: Reading,
    published: date,
) -> DateRange:
    """As in "is to come in the first week of April", written in March: that of this year."""
    told = base.year is not None or base.year_term is not None or base.which or base.told
    if told or base.month is None or status.value != "planned" or value.end >= published:
        return value
    ahead = attrs.evolve(term, base=attrs.evolve(base, year=value.end.year + 1))
    found = resolve(ahead, Setting(None))
    if found is None or (found.start - published) >= (published - value.end):
        return value
    return attrs.evolve(found, basis=value.basis)


def _fitting_year(term: Of, value: DateRange, status: Reading, published: date) -> DateRange:
    """As in "noted preparations for the June summit", written in May: that of this year."""
    if term.year is not None or term.year_term is not None or term.which or term.told:
        return value
    if term.month is None or status.value != "planned" or value.end >= published:
        return value
    try:
        ahead = in_year(term, value.start.year + 1, value.basis)
    except ValueError:  # 29 February
        return value
    return ahead if (ahead.start - published) < (published - value.end) else value


def moved_to(event: EventMention) -> Unit | None:
    """The date to which the event is put off: "the talks were postponed until May 5"."""
    moving, ruler, cue = tables()["moving"], event.clause.verb, event.status.cue
    for verb in (ruler,) if cue is ruler else (ruler, cue):
        if verb is None or verb.word not in moving or verb.verb is None or verb.clause is None:
            continue
        if verb is ruler and stem(event.trigger).role not in ("subject", "object"):
            continue
        if verb.verb.negated or (
            verb.verb.kind == "finite" and finite(verb.verb, verb).value not in _DONE
        ):
            continue
        for unit in verb.clause.dates:
            told = unit.date
            if told is None or told.value is None or told.kind in _UNTOLD:
                continue
            if unit.host is verb and not unit.prep and _last_day(told) is not None:
                return unit  # "was put back from Friday to May 5"
            if unit.prep in _TO and (unit.prep != "for" or verb.word == "reschedule"):
                return unit
    return None


def _is_finer(value: DateRange, dates: list[Unit]) -> bool:
    """As in "this week, on Monday": the day of the week just told."""
    wide = dates[0].date.value if dates[0].date is not None else None
    return wide is not None and value.days < wide.days and wide.contains(value)


def _last_day(told: Expression, published: date | None = None) -> DateRange | None:
    """May 5, of "from Friday to May 5"."""
    last = told.term.last if isinstance(told.term, Stretch) else None
    if told.value is None or not (
        isinstance(last, Weekday) or (isinstance(last, Of) and last.day is not None)
    ):
        return None
    value = DateRange.day(told.value.end, told.value.basis)
    if published is not None and isinstance(last, Of):
        value = _fitting_year(last, value, Reading("planned", SURE), published)
    return value


_DONE = frozenset({"held", "present", "ongoing", "planned"})


def _is_new_day(event: EventMention, date: Unit) -> bool:
    """As in "will now take place on May 5": instead of the day on which it was to be."""
    cue = event.status.cue
    group = cue.verb if cue is not None else None
    return (
        group is not None
        and event.status.value == "planned"
        and "now" in group.adverbs
        and cue is not None
        and date.clause is cue.clause
    )


def _put_off(base: Draft, unit: Unit, published: date | None) -> None:
    told = unit.date
    if told is not None and told.value is not None:
        value = told.value if unit.prep in _TO else _last_day(told, published)
        base.whens.append(When(value or told.value, told.span, own=True, moved=True))


def _since(base: Draft, event: EventMention, unit: Unit) -> None:
    """As in "has been in Oslo since Monday", "have been meeting since May 5": so it began then."""
    told, verb = unit.date, event.clause.verb
    if told is None or told.value is None or verb is None or verb.verb is None:
        return
    # "have been holding drills since Monday"
    lasts = event.frame.kind == "exercise" and verb.verb.progressive
    lasts = (
        lasts or verb is event.trigger or stem(event.trigger).role == "subject" or verb.word == "be"
    )
    lasts |= event.trigger.mention is not None  # "Bassi, in Oslo since Monday, said"
    begun = event.status.course == "begin" or (
        verb.verb.perfect and verb.verb.tense == "present" and not verb.verb.negated
    )
    if lasts and begun and unit.clause is event.clause and told.kind in ("day", "weekday"):
        base.whens.append(When(told.value, told.span, own=True, edge="begin"))
        _read_as(base, "ongoing", "now")


def _read_as(base: Draft, value: str, course: str) -> None:
    """What the date says of the status, where the verb only tells it as done."""
    reading, sentence, cue = base.statuses[-1]
    if reading.value in ("held", "ongoing", ""):
        reading = reading.read_as(value=value, strength=FAIR, course=course)
        base.statuses[-1] = (reading, sentence, cue)


def _day_of(event: EventMention) -> int:
    """Which of its days the date is: 2 in "on the second day of her visit", -1 for the last."""
    day = stem(event.trigger)
    if day.word in _CLOSE and day.prep == "at" and event.durations:
        return -1  # "at the end of a week of talks"
    if day is event.trigger or day.word != "day" or day.role != "phrase" or day.prep not in _ON:
        return 0
    for mod in day.mods:
        if mod.word in _LAST:
            return -1
        if mod.word in _ORDINALS:
            return _ORDINALS[mod.word]
    return 0


_ON = frozenset({"on", "during", "for"})
_CLOSE = frozenset({"end", "close", "conclusion"})


def _counted(told: When, day: int) -> When:
    """The first day of what has its second on the day told; the last day as an end."""
    if day < 0:
        return attrs.evolve(told, edge="end")
    return attrs.evolve(told, value=_earlier(told.value, day - 1), edge="begin")


def _earlier(value: DateRange, days: int) -> DateRange:
    try:
        return value.shift(-days) if days else value
    except OverflowError:
        return value


def _apart(event: EventMention, tokens: Tokens) -> int:
    """How many days after it the date of its clause lies: "on Monday, a day after arriving"."""
    lower, clause = tokens.lower, event.clause
    told = clause.link in _AFTER and bool(clause.subject)  # "a day after he arrived"
    at = clause.subject[0].i if told else event.trigger.i
    while at > 0 and lower[at - 1] in _OWN:
        at -= 1
    if at < 3 or lower[at - 1] not in _AFTER:
        return 0
    number, unit = _COUNTS.get(lower[at - 3], 0), lower[at - 2]
    if unit not in ("day", "days", "week"):
        return 0
    linked = told or clause.link == "ger" or event.trigger.role == "phrase"
    return number * (7 if unit == "week" else 1) if linked else 0


def _dates_above(event: EventMention) -> list[Unit]:
    """The dates of the clause that the event's own hangs on."""
    return event.clause.parent.dates if event.clause.parent is not None else []


_AFTER = frozenset({"after", "following"})
_OWN = frozenset({"the", "their", "his", "her", "its", "talks"})


def _said_thereupon(event: EventMention) -> bool:
    """As in "the pact was signed on Monday after the two had met": on that day they did."""
    ruler = event.clause.parent.verb if event.clause.parent is not None else None
    return event.clause.link == "after" and ruler is not None and ruler.word in _THEREUPON


_THEREUPON = frozenset({"sign", "say", "tell", "announce", "agree", "declare", "issue", "adopt"})


def _after(event: EventMention, date: Unit) -> bool:
    """As in "returned home on Saturday after a visit": the day is that of the end."""
    if event.clause.link == "ger" and event.clause.opener in ("after", "following"):
        return date.clause is not event.clause
    return event.trigger.role == "phrase" and event.trigger.prep in ("after", "following")
