"""Which mentions tell of one exercise, and what they say together: days and status.

Exercises have names, and news uses "the exercise" and "the drills" for the one of which it
speaks, so joining goes by name first, then by sides and days, then by distance. Another edition
("a first drill in 2019") and a drill of other sides are exercises of their own.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from diplotext.dateranges import DateRange
from diplotext.events.cast import Role
from diplotext.events.draft import Draft
from diplotext.events.drills import Name
from diplotext.events.vocabulary import said
from diplotext.rules.status import FAIR, SURE, WEAK, Reading


@attrs.define(eq=False)
class Drill:
    """An exercise while its mentions are being joined."""

    draft: Draft
    name: Name | None
    names: list[Name]
    sentences: list[int]
    headline: bool = False
    leaders: list[Role] = attrs.Factory(list)  # persons who hold or oversee it
    needs: int = 99  # sides that make it one of armed forces where no other word does
    theirs: bool = False  # "they held a drill"
    generic: bool = False  # "reviewed military exercises": none in particular
    unknown: bool = False  # "a drill" of which nothing says whose it is
    background: bool = False  # told beside what the article is about
    past: bool = False  # told with days that lie long before the report


def joined(found: list[Drill], pointers: list[Drill]) -> list[Drill]:
    """One Drill for each distinct exercise; mentions that only point back go to the nearest."""
    events: list[Drill] = []
    for drill in sorted(
        (d for d in found if not d.headline), key=lambda d: not (d.draft.roles or d.name)
    ):
        before = [e for e in events if min(e.sentences) < drill.sentences[0]]
        if drill.unknown and drill.theirs and before and not drill.draft.roles:
            drill.draft.roles = list(max(before, key=lambda e: e.sentences[0]).draft.roles)
        if (
            drill.unknown
            and not drill.draft.roles
            and any(min(e.sentences) < drill.sentences[0] for e in events)
            and not any(drill.sentences[0] in e.sentences for e in events)
        ):
            continue  # another one, of which too little is told
        home = next((e for e in _nearest(events, drill) if _same(e, drill)), None)
        if home is None:
            events.append(drill)
        else:
            merge(home, drill)
    for drill in found:
        if drill.headline:
            _head(drill, events)
    for pointer in pointers:
        _point(pointer, events)
    return sorted(events, key=lambda e: (min(e.sentences), e.draft.trigger))


def _head(drill: Drill, events: list[Drill]) -> None:
    """A headline tells of the first exercise below it that it can mean."""
    off = _called_off(drill.draft)
    ours = {r.side for r in drill.draft.roles}
    fits = [e for e in events if _same(e, drill)]
    if not fits:
        events.append(drill)
        return
    home = min(fits, key=lambda e: (
        _called_off(e.draft) != off, -len(ours & {r.side for r in e.draft.roles}), min(e.sentences)
    ))  # fmt: skip
    elsewhere = {r.side for e in events if e is not home for r in e.draft.roles} - {
        r.side for r in home.draft.roles
    }
    drill.draft.roles = [r for r in drill.draft.roles if r.side not in elsewhere]
    merge(home, drill)


def _point(pointer: Drill, events: list[Drill]) -> None:
    n = pointer.sentences[0]
    before = [e for e in events if min(e.sentences) <= n]
    options = [e for e in (before or events[:1]) if _dates_agree(e.draft, pointer.draft)]
    if not options:
        return
    near = max(options, key=lambda e: max((s for s in e.sentences if s <= n), default=-1))
    gap = n - max((s for s in near.sentences if s <= n), default=0)
    course = "exercise-course" in pointer.draft.rules
    if gap <= (1 if course else 4):
        if not course:  # "are taking part" says that it goes on, but not as surely as its own verb
            pointer.draft.statuses = [
                (attrs.evolve(r, strength=min(r.strength, FAIR)), n, s)
                for r, n, s in pointer.draft.statuses
                if r.value in ("ongoing", "planned", "held")
            ]
        merge(near, pointer)


def _nearest(events: list[Drill], drill: Drill) -> list[Drill]:
    """Events of the same name first, then by distance in the text."""

    def distance(event: Drill) -> tuple[bool, bool, bool, int]:
        other = drill.name is None or event.name is None or event.name.key != drill.name.key
        later = min(event.sentences) > drill.sentences[0]
        return (
            other,
            event.background,
            later,
            min(abs(n - drill.sentences[0]) for n in event.sentences[-30:]),
        )

    return sorted(events[-60:], key=distance)  # bounded: an article has a handful


def _same(event: Drill, other: Drill) -> bool:
    if not _dates_agree(event.draft, other.draft):
        return False
    if (
        other.past
        and not event.past
        and not other.draft.definite
        and (other.name is None or _still_ahead(event.draft))
    ):
        return False  # "a first drill in 2019"
    if (
        event.past
        and not other.past
        and (_still_ahead(other.draft) or (other.draft.roles and not other.draft.definite))
    ):
        return False
    if event.name is not None and other.name is not None:
        if not _one_name(event.name, other.name):
            return False
        a, b = event.name.edition, other.name.edition
        return a is None or b is None or a[-2:] == b[-2:]
    ours, theirs = {r.side for r in event.draft.roles}, {r.side for r in other.draft.roles}
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
        return other.draft.definite and (
            bool(ours & theirs) or 0 <= other.sentences[0] - min(event.sentences) <= 6
        )
    return True


def _still_ahead(draft: Draft) -> bool:
    return any(
        r.value in ("planned", "ongoing", "possible", "cancelled") and r.strength >= FAIR
        for r, _, _ in draft.statuses
    )


def _one_name(a: Name, b: Name) -> bool:
    first, second = sorted((a.key, b.key), key=len)
    return first == second or (len(first) > 5 and second.startswith(first))


def _dates_agree(a: Draft, b: Draft) -> bool:
    first, second = days(a), days(b)
    if first is None or second is None:
        return True
    if (_called_off(a) or _called_off(b)) and first.basis != "explicit" != second.basis:
        early, late = sorted(
            (first, second)
        )  # "cancelled the drills in May" reads as the May before
        if 0 <= (late.start - early.start).days - 365 < 32:
            return True
    if any(w.bound == "until" for w in (*a.whens, *b.whens)):
        return abs((first.start - second.start).days) < 60
    return (
        first.overlaps(second)
        or any(x.value.overlaps(y.value) for x in a.whens for y in b.whens)
        or (
            # one sentence says when it begins, another when it ends
            {w.edge for w in a.whens} | {w.edge for w in b.whens} >= {"begin", "end"}
            and abs((first.start - second.start).days) < 45
        )
    )


def merge(home: Drill, other: Drill) -> None:
    """Let ``home`` take over all that ``other`` says."""
    known = {r.side for r in home.draft.roles}
    home.draft.roles += [r for r in other.draft.roles if r.side not in known]
    home.draft.places += other.draft.places
    home.draft.whens += other.draft.whens
    home.draft.days = home.draft.days or other.draft.days
    home.draft.statuses += other.draft.statuses
    home.draft.mentions += other.draft.mentions
    home.draft.rules |= other.draft.rules
    home.sentences += other.sentences
    home.names += other.names
    home.leaders += other.leaders
    home.needs = min(home.needs, other.needs)
    if other.name is not None and (
        home.name is None or (home.name.edition is None and other.name.edition)
    ):
        home.name = other.name


def days(draft: Draft) -> DateRange | None:
    """The days: what is said outright, else the first or last day and how long it lasts."""
    whens = [w for w in draft.whens if w.own] or draft.whens
    spans = [
        w.value
        for w in whens
        if w.value.precision == "interval" and w.bound is None and w.value.days < 400
    ]
    ends = [
        w.value for w in whens if (w.bound == "until" or w.edge == "end") and w.value.days < 200
    ]
    starts = [w.value for w in whens if w.bound != "until" and w.edge != "end"]
    start = min(starts, key=lambda r: r.days, default=None)
    end = min(ends, key=lambda r: r.days, default=None)
    exact = [r for r in spans if not _week(r)]
    if exact:
        return min(exact, key=lambda r: r.days)
    if (
        start is not None
        and end is not None
        and start.days == 1
        and 0 <= (end.end - start.start).days < 150
    ):
        return start.widen(end)
    if start is not None and (start.days == 1 or not spans):
        return _lasting(start, draft.days, ahead=True)
    if spans:
        return min(spans, key=lambda r: r.days)
    return _lasting(end, draft.days, ahead=False) if end is not None else None


def _week(days: DateRange) -> bool:
    """Is it a whole week, as "next week" gives it?"""
    return days.days == 7 and days.start.weekday() == 0


def not_before(when: DateRange | None, status: str, published: date | None) -> DateRange | None:
    """What was called off lies ahead: "has cancelled the drills in May" means the next May."""
    if (
        when is None
        or published is None
        or status != "cancelled"
        or when.basis == "explicit"
        or when.end >= published
    ):
        return when
    try:
        start, end = (
            when.start.replace(year=when.start.year + 1),
            when.end.replace(year=when.end.year + 1),
        )
    except ValueError:
        return when
    if not 0 <= (start - published).days < 240 or (published - when.end).days < 60:
        return when
    return attrs.evolve(when, start=start, end=end)


def asserted(event: Drill) -> bool:
    """Do the words tell of one exercise, not of a series or of exercises in general?"""
    draft = event.draft
    if draft.whens or draft.places or len(set(event.sentences)) > 1:
        return True
    if event.name is None:
        return not event.generic
    return (
        bool(event.name.edition)
        or draft.days is not None
        or any(r.strength >= FAIR for r, _, _ in draft.statuses)
    )


def edition_year(name: Name, published: date | None) -> DateRange | None:
    """The year of the edition in a name ("Zapad-2021", "Cobra Gold 24")."""
    edition = name.edition or ""
    if not edition.isdigit() or len(edition) not in (2, 4):
        return None
    year = int(edition) if len(edition) == 4 else 2000 + int(edition)
    if len(edition) == 2 and (published is None or abs(published.year - year) > 1):
        return None
    if not 1900 < year < 2200:
        return None
    return DateRange(date(year, 1, 1), date(year, 12, 31), "year", "inferred")


def _lasting(day: DateRange, length: int | None, ahead: bool) -> DateRange:
    if day.days != 1 or not length or not 1 < length < 200:
        return day
    try:
        other = timedelta(days=length - 1)
        first, last = (day.start, day.start + other) if ahead else (day.start - other, day.start)
        return DateRange.between(first, last, "inferred")
    except OverflowError:
        return day


def stays_away(reading: Reading) -> bool:
    """Does the reading only say that somebody will not come ("skips the drill")?"""
    return reading.value == "denied" or (reading.value == "cancelled" and not _off(reading))


def _off(reading: Reading) -> bool:
    cue = reading.cue
    if reading.value != "cancelled" or cue is None:
        return False
    if cue.verb is None:
        return reading.strength >= FAIR
    return (cue.word in said("off") and reading.strength >= SURE) or (
        cue.verb.modal == "be to" and cue.verb.perfect
    )


def _called_off(draft: Draft) -> bool:
    return any(_off(r) for r, _, _ in draft.statuses)


def _fair(reading: Reading) -> Reading:
    """That it was announced says little of whether it is over."""
    cue = reading.cue
    if reading.value == "planned" and cue is not None:
        if cue.word in said("says_little"):
            return attrs.evolve(reading, strength=0)
        if cue.verb is None:  # "before the drill": seen from some other day
            return attrs.evolve(reading, strength=WEAK)
    if reading.value == "purpose":
        return attrs.evolve(reading, strength=WEAK)
    return reading


def status(draft: Draft, when: DateRange | None, published: date | None) -> str:
    """The status as of publication: called off, else by its days, else by the surest words."""
    readings = [_fair(r) for r, _, _ in draft.statuses if r.value]
    if _called_off(draft):
        return "cancelled"
    rest = [r for r in readings if r.value != "cancelled"]
    best = _best(rest)
    if best.value == "possible":
        return "possible"
    if when is not None and published is not None:
        decided = _by_days(rest, best, when, published)
        if decided:
            return decided
    if best.value == "present":
        return (
            "planned"
            if when is not None and (published is None or when.start > published)
            else "ongoing"
            if best.course
            else "held"
        )
    if best.value in ("purpose", "wished", "denied"):
        return (
            "planned"
            if any(r.value == "planned" for r in rest)
            or (when is not None and published is not None)
            else "held"
        )
    return best.value or ("planned" if any(r.value == "planned" for r in rest) else "held")


def _by_days(readings: list[Reading], best: Reading, when: DateRange, published: date) -> str:
    if when.start > published:
        return "planned"
    wide = when.precision in ("month", "year") or when.days > 45
    if when.end < published:
        if wide or best.value == "planned":
            return ""
        begun = (
            when.days == 1
            and any(r.course == "begin" for r in readings)
            and not any(r.course == "end" and r.value == "held" for r in readings)
        )
        return "ongoing" if begun and (published - when.start).days < 21 else "held"
    if wide:
        begun = any(r.course == "begin" and r.value == "ongoing" for r in readings)
        return "ongoing" if begun and when.precision not in ("month", "year") else ""
    if any(r.course == "end" and r.value == "held" for r in readings) and when.end == published:
        return "held"
    if when.days > 1:
        return "ongoing"
    values = {r.value for r in readings if r.strength >= FAIR}
    return (
        "ongoing"
        if "ongoing" in values or any(r.course == "begin" for r in readings)
        else "held"
        if "held" in values
        else ""
    )


def _best(readings: list[Reading]) -> Reading:
    """The surest; of equals the first, "ongoing" before others that are no surer than fair."""
    best = Reading("", 0)
    for reading in readings:
        strength = reading.strength + (reading.value == "ongoing")
        if strength > best.strength + (best.value == "ongoing"):
            best = reading
    return best


__all__ = ["Drill", "days", "joined", "merge", "status", "stays_away"]
