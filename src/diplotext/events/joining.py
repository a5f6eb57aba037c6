"""Which mentions tell of one exercise.

Exercises have names, and news uses "the exercise" and "the drills" for the one of which it
speaks, so joining goes by name first, then by sides and days, then by distance. Another edition
("a first drill in 2019") and a drill of other sides are exercises of their own.
"""

from __future__ import annotations

import attrs

from diplotext.events.cast import Role
from diplotext.events.course import called_off, days
from diplotext.events.draft import Draft
from diplotext.events.proper import Name, is_year
from diplotext.reading.units import Unit
from diplotext.rules.status import FAIR


@attrs.define(eq=False)
class Drill:
    """An exercise while its mentions are being joined."""

    draft: Draft
    name: Name | None
    names: list[Name]
    sentences: list[int]
    headline: bool = False
    told: list[int] = attrs.Factory(list)  # sentences that tell how it goes, without naming it
    leaders: list[Role] = attrs.Factory(list)  # persons who hold or oversee it
    hosts: list[Unit] = attrs.Factory(list)  # who is said to host it
    needs: int = 99  # sides that make it one of armed forces where no other word does
    theirs: bool = False  # "they held a drill"
    generic: bool = False  # "reviewed military exercises": none in particular
    unknown: bool = False  # "a drill" of which nothing says whose it is
    background: bool = False  # told beside what the article is about
    meanwhile: bool = False  # told as the time of something else ("while their drill is running")
    past: bool = False  # told with days that lie long before the report
    owned: bool = False  # its sides stand before the noun: "Peru's drill", "the Peru-Chile drills"
    own: bool = False  # "a drill of its own": beside that of others
    nameless: bool = False  # "a similar one": no edition by the same name
    another: bool = False  # "last year's edition", "the previous one"
    number: str = ""  # "16th": which edition it is
    ahead: bool = False  # planned for days after the report
    kin: Drill | None = None  # the exercise of which it is another edition
    _first: int = attrs.field(default=0, init=False, repr=False)
    _seen: int = attrs.field(default=0, init=False, repr=False)  # sentences that ``first`` counts

    @property
    def first(self) -> int:
        """The first of its sentences."""
        sentences = self.sentences
        if self._seen != len(sentences):
            rest = min(sentences[self._seen :])
            self._first = min(self._first, rest) if self._seen else rest
            self._seen = len(sentences)
        return self._first


_KEPT = 60
"""So many readings of one field decide it, and so many exercises are compared with a mention; a
text with thousands stays cheap.
"""


_AT_HAND = 1
"""So many sentences on, "the drill" means the one just told of, be it only the background."""


def joined(found: list[Drill], pointers: list[Drill]) -> list[Drill]:
    """One Drill for each distinct exercise; mentions that only point back go to the nearest."""
    events: list[Drill] = []
    told: set[int] = set()  # sentences of events
    for drill in sorted(
        (d for d in found if not d.headline), key=lambda d: not (d.draft.roles or d.name)
    ):
        if drill.unknown and not drill.draft.roles:
            n = drill.sentences[0]
            before = [e for e in events[-_KEPT:] if e.first < n]
            if drill.theirs and before:
                drill.draft.roles = list(max(before, key=lambda e: e.sentences[0]).draft.roles)
            if before and not drill.draft.roles and n not in told:
                continue  # another one, of which too little is told
        home = next((e for e in _nearest(events, drill) if _same(e, drill)), None)
        if home is None:
            events.append(drill)
        else:
            merge(home, drill)
        told.update(drill.sentences)
    for drill in found:
        if drill.headline:
            _head(drill, events)
    homes: dict[int, list[Drill]] = {}
    for event in events:
        for n in set(event.sentences):
            homes.setdefault(n, []).append(event)
    for pointer in pointers:
        _point(pointer, events, homes)
    return sorted(events, key=lambda e: (e.first, e.draft.trigger))


def _head(drill: Drill, events: list[Drill]) -> None:
    """A headline tells of the first exercise below it that it can mean."""
    off = called_off(drill.draft)
    ours = drill.draft.sides
    fits = [e for e in events[:_KEPT] if _same(e, drill)]
    if not fits:
        events.append(drill)
        return
    home = min(fits, key=lambda e: (
        called_off(e.draft) != off, -len(ours & e.draft.sides), e.first
    ))  # fmt: skip
    elsewhere = {
        side for e in events[:_KEPT] if e is not home for side in e.draft.sides
    } - home.draft.sides
    drill.draft.roles = [r for r in drill.draft.roles if r.side not in elsewhere]
    merge(home, drill)


def _point(pointer: Drill, events: list[Drill], homes: dict[int, list[Drill]]) -> None:
    """Join a mention that only points back ("It will end") to the nearest event."""
    n = pointer.sentences[0]
    course = "exercise-course" in pointer.draft.rules
    reach = 1 if course else 4
    options = [e for k in range(n, n - reach - 1, -1) for e in homes.get(k, ())[:_KEPT]]
    if not options and n <= reach and all(e.first > n for e in events[:_KEPT]):
        options = events[:1]
    home = next((e for e in options if dates_agree(e.draft, pointer.draft)), None)
    if home is None:
        return
    if not course:  # "are taking part" says that it goes on, but not as surely as its own verb
        pointer.draft.statuses = [
            (r.read_as(strength=min(r.strength, FAIR)), m, span)
            for r, m, span in pointer.draft.statuses
            if r.value in ("ongoing", "planned", "held")
        ]
    merge(home, pointer)
    here = homes.setdefault(n, [])
    if home not in here[-_KEPT:]:
        here.append(home)


def _nearest(events: list[Drill], drill: Drill) -> list[Drill]:
    """Events of the same name and no others, else all by distance in the text."""
    named = [e for e in events[-_KEPT:] if _of_one_name(e, drill)]
    if named and not drill.draft.roles:
        return named  # a name told of before is that of another edition, not of some other drill

    ours = drill.draft.sides

    def distance(event: Drill) -> tuple[bool, bool, bool, bool, int]:
        other = drill.name is None or event.name is None or event.name.key != drill.name.key
        later = event.first > drill.sentences[0]
        steps = min(abs(n - drill.sentences[0]) for n in event.sentences[-30:])
        aside = event.background and (later or steps > _AT_HAND or not drill.draft.definite)
        theirs = event.draft.sides
        clash = bool(ours and theirs) and ours.isdisjoint(theirs)
        return other, clash, aside, later, steps

    return sorted(events[-_KEPT:], key=distance)  # bounded: an article has a handful


def _of_one_name(event: Drill, drill: Drill) -> bool:
    return event.name is not None and drill.name is not None and _one_name(event.name, drill.name)


def _same(event: Drill, other: Drill) -> bool:
    apart = event.another != other.another and not other.headline
    if apart or not dates_agree(event.draft, other.draft):
        return False
    if not other.draft.definite and not other.headline and _ends_apart(event.draft, other.draft):
        return False
    shared = event.draft.sides & other.draft.sides or _of_one_name(event, other)
    if other.own and not (event.own and shared):
        return False  # "answered with a drill of its own"
    if event.own and other.draft.definite and event.first == other.sentences[0] and (
        other.name is None and other.draft.trigger < event.draft.trigger
    ):  # fmt: skip
        return False  # "the drill follows an army exercise"
    if numbers_differ(event, other) or _over_already(event, other) or _over_already(other, event):
        return False
    if _other_year(event, other) or _other_year(other, event):
        return False
    if (
        other.past
        and not event.past
        and not other.draft.definite
        and (other.name is None or still_ahead(event.draft))
    ):
        return False  # "a first drill in 2019"
    if (
        event.past
        and not other.past
        and (still_ahead(other.draft) or (other.draft.roles and not other.draft.definite))
    ):
        return False
    if event.name is not None and other.name is not None:
        if not _one_name(event.name, other.name):
            return False
        a, b = event.name.edition, other.name.edition
        return a is None or b is None or a[-2:] == b[-2:]
    aside = other.meanwhile and not other.draft.definite and other.name is not None
    if aside and event.name is None and other.sentences[0] not in event.sentences:
        return False  # "while Peru's own exercise, Dawn Shield, is running"
    if not other.draft.definite and not other.headline and other.name is None and (
        _told_apart(event, other)
    ):  # fmt: skip
        return False
    ours, theirs = event.draft.sides, other.draft.sides
    if other.headline and (not theirs or not ours or ours & theirs):
        return True
    if (
        event.name is not None
        and other.name is None
        and theirs
        and not ours
        and not other.draft.definite
    ) and min(abs(n - other.sentences[0]) for n in event.sentences[-30:]) > 2:
        return False  # "a joint drill of A and B" far from the named one is another
    if ours and theirs:
        if ours <= theirs or theirs <= ours:
            return True
        return (
            other.draft.definite
            and other.name is None
            and not (other.owned and ours.isdisjoint(theirs))
        ) and (bool(ours & theirs) or 0 <= other.sentences[0] - event.first <= 6)
    return True


def numbers_differ(a: Drill, b: Drill) -> bool:
    """Are they editions by different numbers?"""
    return bool(a.number and b.number) and a.number != b.number


def _over_already(planned: Drill, told: Drill) -> bool:
    """Has ``told`` been held, while the other still lies ahead ("already drilled this year")?"""
    if not planned.ahead or told.ahead or told.draft.definite or told.headline:
        return False
    readings = [r for r, _, _ in told.draft.statuses if r.strength >= FAIR]
    return bool(readings) and all(r.value == "held" for r in readings)


def _ends_apart(a: Draft, b: Draft) -> bool:
    """Do the two end on different days ("is due to end next week", "wrapped up last month")?"""
    ours, theirs = (
        [w.value for w in d.whens if (w.edge == "end" or w.bound == "until") and not w.phase]
        for d in (a, b)
    )
    return bool(ours and theirs) and not any(x.overlaps(y) for x in ours for y in theirs)


def _other_year(named: Drill, dated: Drill) -> bool:
    """Do the days of one lie in another year than the name of the other says ("Dawn Shield 2020",
    but "Dawn Shield, in November 2016")?
    """
    edition = named.name.edition if named.name is not None else None
    when = days(dated.draft)
    if edition is None or when is None or not is_year(edition):
        return False
    return not when.start.year - 1 <= int(edition) <= when.end.year + 1


def _told_apart(event: Drill, other: Drill) -> bool:
    """Is ``other`` over while the exercise lies ahead ("will drill, days after another drill
    ended"), or on while the exercise is off ("called off the drills and would hold manoeuvres")?
    """
    if other.sentences[0] in event.sentences and not other.background:
        return False
    last = [r for r, _, _ in other.draft.statuses if r.strength >= FAIR]
    if other.background and any(r.value == "held" for r in last):
        return any(r.value == "planned" and r.strength >= FAIR for r, _, _ in event.draft.statuses)
    return called_off(event.draft) and any(r.value in ("planned", "ongoing") for r in last)


def still_ahead(draft: Draft) -> bool:
    return any(
        r.value in ("planned", "ongoing", "possible", "cancelled") and r.strength >= FAIR
        for r, _, _ in draft.statuses
    )


def _one_name(a: Name, b: Name) -> bool:
    first, second = sorted((a.key, b.key), key=len)
    return first == second or (len(first) > 5 and second.startswith(first))


def dates_agree(a: Draft, b: Draft) -> bool:
    first, second = days(a), days(b)
    if first is None or second is None or any(w.moved for w in (*a.whens, *b.whens)):
        return True
    if (called_off(a) or called_off(b)) and first.basis != "explicit" != second.basis:
        early, late = sorted(
            (first, second)
        )  # "cancelled the drills in May" reads as the May before
        if 0 <= (late.start - early.start).days - 365 < 32:
            return True
    if any(w.bound == "until" for w in (*a.whens, *b.whens)):
        return abs((first.start - second.start).days) < 60 or (
            "year" in (first.precision, second.precision) and first.overlaps(second)
        )
    return (
        first.overlaps(second)
        or any(x.value.overlaps(y.value) for x in a.whens for y in b.whens)
        or _from_to(a, b)
        or _from_to(b, a)
    )


def _from_to(a: Draft, b: Draft) -> bool:
    """Does one say when it begins, and the other when it ends?"""
    starts = [w.value.start for w in a.whens if w.edge == "begin"]
    ends = [w.value.end for w in b.whens if w.edge == "end"]
    return bool(starts and ends) and 0 <= (min(ends) - max(starts)).days < 45


def merge(home: Drill, other: Drill) -> None:
    """Let ``home`` take over all that ``other`` says."""
    known = home.draft.sides
    home.draft.roles += [r for r in other.draft.roles if r.side not in known]
    home.draft.places = (home.draft.places + other.draft.places)[:_KEPT]
    home.draft.whens = (home.draft.whens + other.draft.whens)[:_KEPT]
    home.draft.days = home.draft.days or other.draft.days
    home.draft.statuses = (home.draft.statuses + other.draft.statuses)[:_KEPT]
    home.draft.mentions += other.draft.mentions
    home.draft.rules |= other.draft.rules
    home.sentences += other.sentences
    home.names += other.names
    home.leaders += other.leaders
    home.hosts += other.hosts
    home.needs = min(home.needs, other.needs)
    home.number = home.number or other.number
    if other.name is not None and (
        home.name is None or (home.name.edition is None and other.name.edition)
    ):
        home.name = other.name


def asserted(event: Drill) -> bool:
    """Do the words tell of one exercise, not of a series or of exercises in general?"""
    draft = event.draft
    if draft.whens or draft.undated or draft.places or len(set(event.sentences)) > 1:
        return True
    if event.name is None:
        return not event.generic
    return (
        bool(event.name.edition)
        or draft.days is not None
        or any(r.strength >= FAIR for r, _, _ in draft.statuses)
    )
