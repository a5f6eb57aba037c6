"""From event mentions to drafts: who takes part, whom a visit goes to, which days and places."""

from __future__ import annotations

import attrs

from diplotext.events.absence import stays_away
from diplotext.events.apart import says_apart, separated
from diplotext.events.cast import Cast
from diplotext.events.company import company
from diplotext.events.coordinate import lend
from diplotext.events.dating import Dating, moved_to
from diplotext.events.dealings import DEEDS, Dealings
from diplotext.events.details import DetailReader
from diplotext.events.draft import Draft
from diplotext.events.journeys import Journeys
from diplotext.events.rounds import NOUN, is_counted, is_of_panel, is_part, is_round
from diplotext.events.times import many_times
from diplotext.events.welcomes import below, just_come, on_the_tarmac
from diplotext.events.whereabouts import Whereabouts
from diplotext.models import Span
from diplotext.reading.dates import Expression
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.loading import load
from diplotext.rules.match import EventMention
from diplotext.rules.mention import surface
from diplotext.rules.noun_status import stem
from diplotext.rules.status import FAIR, SURE, WEAK, Reading, tables

EDITIONS = frozenset(tables()["edition"])
"""Words that tell one round of talks from another."""


_COURSES = frozenset({"exercise-edition", "exercise-course"})
"""Weak frames that tell by themselves that something is off ("the 2020 edition was cancelled")."""


class Drafter:
    """Makes drafts from event mentions of one document."""

    def __init__(self, document: Document, cast: Cast | None = None) -> None:
        self._document = document
        self._cast = cast or Cast(document)
        self._details = DetailReader(document, self._cast)
        self._tokens = document.tokens
        where = Whereabouts(document)
        self._dating = Dating(document)
        self._journeys = Journeys(document, self._cast, where)
        self._dealings = Dealings(document, self._cast, where)

    @property
    def cast(self) -> Cast:
        """Who is who in the document."""
        return self._cast

    def span(self, unit: Unit) -> Span:
        """Code points of a unit."""
        return Span(self._tokens.start[unit.i], self._tokens.end[unit.j - 1])

    def draft(self, event: EventMention) -> list[Draft]:
        """The drafts of one event mention: none, one, or one for each state visited and for each
        of those met one by one.
        """
        parted = separated(event, self._tokens)
        if len(parted) == 1:
            return self._draft(parted[0])
        drafts = [draft for one in parted for draft in self._draft(one)]
        if says_apart(event, self._tokens):
            for draft in drafts:
                draft.apart = True
        return drafts

    def _draft(self, event: EventMention) -> list[Draft]:
        if (
            event.frame.id in ("speak", "talk")
            and self._document.sentences[event.sentence].part == "caption"
        ):
            return []  # the picture shows them face to face
        met = (
            event.trigger.verb is not None
            and event.trigger.verb.passive
            and event.frame.id == "meet"
        )
        if (met or event.frame.id == "receive") and self._at_the_airport(event):
            return self._welcomed(event)
        if event.status.value in ("wished", "denied") or (
            event.frame.weak
            and event.frame.course not in ("silent", "company")
            and event.frame.id not in _COURSES
            and (event.status.value in ("possible", "cancelled") or _was_awaited(event))
        ):
            return []
        frame, sentence = event.frame, event.sentence
        base = Draft(frame.kind, [], sentence, self.span(event.trigger), {frame.id})
        base.format, base.definite, base.plural = event.format, event.definite, event.plural
        base.weak, base.proper = frame.weak, event.proper
        base.company = frame.course in ("silent", "company")
        base.headline = self._document.sentences[sentence].part == "headline"
        reading = self._as_told(event)
        moved = moved_to(event)
        if moved is not None:
            reading = reading.read_as(value="planned", strength=SURE)
        if event.frame.course == "gone" and reading.value != "held":
            return []  # whoever is still to leave is told of where he came
        if (
            event.frame.id in DEEDS
            and reading.value not in ("held", "present", "ongoing")
            and (reading.value != "planned" or not _has_day(event))
        ):
            return []  # "were expected to discuss trade": what for, not another meeting
        cue = event.status.cue
        told = base.trigger if cue is None or cue is event.trigger else self.span(cue)
        base.statuses.append((reading, sentence, told))
        base.other = event.since or (
            event.trigger.kind == "noun"
            and (
                not EDITIONS.isdisjoint(
                    (event.trigger.det, *event.format, *_counted(event.trigger))
                )
                or "follow" in event.format  # "a follow-up meeting"
                or is_of_panel(event)
            )
        )
        if base.other and is_part(event):
            base.other = False
        base.counted = base.other or is_counted(event)
        if event.frame.id == NOUN and event.trigger.word not in event.frame.nouns:
            if not is_round(event, True, self._tokens):
                return []
            base.other = True
            base.stands = "one" if event.trigger.word == "one" else "ordinal"
        elif event.frame.id in ("meet", "panel-sits") and is_round(event, False, self._tokens):
            base.other = base.definite = True
        if _is_said_of(event):  # "it was their third meeting this year": the one just told
            base.definite, base.other = True, False
            event.dates = [d for d in event.dates if d.date is None or not _counts(d.date)]
        base.earlier = event.trigger.kind == "noun" and event.trigger.prep == "since"
        base.attended = event.definite and event.trigger.kind == "noun" and _is_attended(event)
        base.absent = stays_away(event)
        after = event.trigger.j
        base.again = event.trigger.verb is not None and (
            "again" in (*event.trigger.verb.adverbs, *self._tokens.lower[after : after + 1])
        )
        lend(event, self._document)
        self._dating.add(base, event, moved)
        if many_times(event, self._tokens) and all(w.value.days > 3 for w in base.whens):
            return []
        if event.frame.course == "company":
            drafts = company(base, event, self._cast)
        elif base.kind == "visit":
            drafts = self._journeys.drafts(base, event)
        else:
            drafts = self._dealings.drafts(base, event)
        if not drafts or base.kind == "exercise":
            return drafts
        details = self._details.of(event)
        for draft in drafts:
            draft.details = details
        return drafts + self._visiting(event) if base.kind == "talks" else drafts

    def _as_told(self, event: EventMention) -> Reading:
        """The status by what the frame says of the course, and by the part of the article."""
        reading, course = event.status, event.frame.course
        value = reading.value
        part = self._document.sentences[event.sentence].part
        if course == "begin" and value == "held":
            if _looks_back(event):
                return reading.read_as(strength=WEAK)
            return reading.read_as(value="ongoing", strength=FAIR, course="begin")
        if course == "begin" and value == "present" and part == "headline":
            return reading.read_as(value="ongoing", strength=FAIR, course="begin")
        if course == "invited" and value in ("held", "present", "ongoing", "planned"):
            return reading.read_as(value="possible", strength=FAIR)
        if course == "ahead" and value in ("present", "held", "ongoing"):
            return reading.read_as(value="planned", strength=FAIR)
        ends = course in ("end", "gone")
        if ends and (value == "held" or (value == "present" and part == "headline")):
            return reading.read_as(value="held", course="end")
        if course == "there" and value in ("present", "held", "ongoing", "planned"):
            here = "held" if value == "held" else "ongoing"
            return reading.read_as(value=here, strength=WEAK)  # "will remain until Friday"
        if course == "bound" and value in ("present", "ongoing"):
            return reading.read_as(value="planned", strength=FAIR)
        if value != "present":
            return reading
        if course == "now":
            return reading.read_as(value="ongoing", strength=FAIR, course="now")
        if event.frame.kind == "visit" and self._by_timetable(event):
            return reading.read_as(value="planned", strength=FAIR)
        if part == "caption" and event.frame.kind != "exercise":
            return reading.read_as(value="held", strength=FAIR)  # what a picture shows is done
        return reading

    def _visiting(self, event: EventMention) -> list[Draft]:
        """The visits told in passing: "met visiting Maltese Prime Minister Ann Vella"."""
        found: list[Draft] = []
        for unit in event.roles.get("participant", []):
            if self._tokens.lower[unit.i] != "visiting" or unit.kind != "entity":
                continue
            word = Span(self._tokens.start[unit.i], self._tokens.end[unit.i])
            visit = Draft("visit", self._cast.of([unit]), event.sentence, word, {event.frame.id})
            visit.statuses.append((event.status.read_as(strength=WEAK), event.sentence, word))
            visit.arrives = True
            found.append(visit)
        return found

    def _by_timetable(self, event: EventMention) -> bool:
        """As in "the two go on to Malta next"; headlines tell in that tense what is done."""
        return (
            event.trigger.verb is not None
            and event.trigger.word in tables()["motion"]
            and all(u.det == "the" or _is_known(u) for u in event.roles.get("visitor", []))
            and self._document.sentences[event.sentence].part == "body"
        )

    def _at_the_airport(self, event: EventMention) -> bool:
        """Is the guest met as he gets off his plane?"""
        if on_the_tarmac(event, self._document):
            return True
        if not just_come(event, self._document):
            return False
        waiting, guests = surface(event.clause)
        return below(self._cast.of(waiting), self._cast.of(guests))

    def _welcomed(self, event: EventMention) -> list[Draft]:
        """A welcome at the airport belongs to the visit: of whoever comes, to those who wait."""
        waiting, guests = surface(event.clause)
        states = {r.side for r in self._cast.of(waiting)}
        there = {p.country for u in event.places if (p := place_of(u, self._tokens)) and p.country}
        if len(states) != 1 or not there <= states or not guests:
            return []
        frame = next(f for f in load("meetings").frames if f.id == "state-receives")
        roles = {"host": waiting, "visitor": guests}
        arrival = attrs.evolve(frame, course="begin")
        return self._draft(attrs.evolve(event, frame=arrival, roles=roles))


def _has_day(event: EventMention) -> bool:
    return any(
        d.date is not None and d.date.value is not None and d.date.value.days <= _MONTH
        for d in event.dates
    )


_MONTH = 31  # days; what is to be done "next year" is no meeting yet


def _is_said_of(event: EventMention) -> bool:
    """Does the noun only say of an event what it was: "it was their first meeting"?"""
    clause = event.clause
    return (
        event.trigger.role == "object"
        and clause.verb is not None
        and clause.verb.word == "be"
        and [u.word for u in clause.subject] in (["it"], ["this"], ["that"])
    )


def _counts(date: Expression) -> bool:
    """As in "this year", "in five years": over how long they are counted."""
    return date.value is None or date.value.precision in ("year", "month")


def _counted(trigger: Unit) -> tuple[str, ...]:
    """The words before "round" in "the sixth round of talks"."""
    outer = stem(trigger)
    told = outer is not trigger and outer.det == "the"
    return tuple(mod.word for mod in outer.mods) if told else ()


def _is_attended(event: EventMention) -> bool:
    """As in "the talks were attended by A and B", "A and B were at the meeting"."""
    trigger, verb = event.trigger, event.clause.verb
    if verb is None or verb.verb is None or event.dates or event.places or trigger.mods:
        return False
    if trigger.role == "subject":
        return verb.word == "attend" and verb.verb.passive
    return (trigger.role == "object" and verb.word in _ATTENDING) or (
        trigger.role == "phrase" and (trigger.prep, verb.word) in _THERE
    )


_ATTENDING = frozenset({"attend", "join", "host", "chair", "co-chair", "open", "close", "address"})
_THERE = frozenset(
    {
        ("at", "be"),
        ("at", "be present"),
        ("during", "be present"),
        ("in", "take part"),
        ("in", "participate"),
        ("on", "sit"),
    }
)


def _was_awaited(event: EventMention) -> bool:
    """As in "was expected in Oslo": whether he came is not said."""
    verb = event.trigger.verb
    return event.status.value == "held" and verb is not None and verb.passive and not verb.perfect


def _looks_back(event: EventMention) -> bool:
    """Is the arrival told as past already: "he had arrived from Oslo", not "said he had"?"""
    verb = event.trigger.verb
    return (
        verb is not None
        and verb.perfect
        and verb.tense == "past"
        and event.clause.link not in ("that", "and")
    )


def _is_known(unit: Unit) -> bool:
    """Is it somebody by name or pronoun, not "Maltese ministers"?"""
    return unit.mention is not None and unit.mention.form in ("name", "pronoun")
