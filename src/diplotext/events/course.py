"""When an exercise is and how it stands, from all that its mentions say together."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from diplotext.dateranges import DateRange
from diplotext.events.draft import Draft
from diplotext.events.proper import Name
from diplotext.events.vocabulary import said
from diplotext.rules.status import FAIR, SURE, WEAK, Reading


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


_LONGEST = 150
"""So many days lie at most between the first and the last phase of an exercise."""


def days(draft: Draft) -> DateRange | None:
    """The days: what is said outright, else the first or last day and how long it lasts."""
    moved = [w.value for w in draft.whens if w.moved]
    if moved:
        return moved[-1]
    told = [w for w in draft.whens if not (w.phase and w.value.days == 1)]
    whens = [w for w in told if w.own] or told
    spans = [
        w.value
        for w in whens
        if w.value.precision == "interval" and w.bound is None and w.value.days < 400
    ]
    ends = [
        w.value
        for w in (whens if any(w.bound == "until" for w in whens) else told)
        if (w.bound == "until" or w.edge == "end") and w.value.days < 200
    ]
    starts = [w for w in whens if w.bound != "until" and w.edge != "end"]
    first = min(starts, key=lambda w: (w.value.days, w.edge != "begin"), default=None)
    start = first.value if first is not None else None
    end = min(ends, key=lambda r: r.days, default=None)
    if start is not None and end is not None and start.days > 31 and start.contains(end.end):
        start = None  # "this year's edition ends on Friday"
    if start is not None and end is not None and _week(start) and start.contains(end.end):
        return DateRange.between(start.start, end.end, end.basis)  # "this week ... until Friday"
    exact = [r for r in spans if not _week(r)]
    phases = sorted(
        {
            w.value
            for w in draft.whens
            if (w.phase and w.value.precision == "interval")
            or (w.edge == "begin" and w.value.days == 1 and not w.phase)  # "opens tomorrow"
        }
    )
    if not any(w.phase for w in draft.whens):
        phases = []
    if len(phases) > 1 and (phases[-1].end - phases[0].start).days < _LONGEST:
        return phases[0].widen(phases[-1])
    if exact:
        return min(exact, key=lambda r: r.days)
    whole = _from_first_day(draft, start)
    if whole is not None:
        return whole
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


def _from_first_day(draft: Draft, start: DateRange | None) -> DateRange | None:
    """The stretch told in another clause that begins on the day on which it opened."""
    if start is None or start.days != 1:
        return None
    return next(
        (
            w.value for w in draft.whens
            if w.bound is None and w.value.precision == "interval" and not _week(w.value)
            and w.value.start == start.start
        ),
        None,
    )  # fmt: skip


def _week(days: DateRange) -> bool:
    """Is it a whole week, as "next week" gives it?"""
    return days.days == 7 and days.start.weekday() == 0


def _lasting(day: DateRange, length: int | None, ahead: bool) -> DateRange:
    if day.days != 1 or not length or not 1 < length < 200:
        return day
    try:
        other = timedelta(days=length - 1)
        first, last = (day.start, day.start + other) if ahead else (day.start - other, day.start)
        return DateRange.between(first, last, "inferred")
    except OverflowError:
        return day


def since_report(
    draft: Draft, when: DateRange | None, value: str, published: date | None
) -> DateRange | None:
    """Of what has begun and of which only the last day is told, the report knows the days from its
    own on: "have started exercises ... until May 5".
    """
    if when is None or published is None or value != "ongoing" or when.end <= published:
        return when
    if when.start <= published or any(w.bound != "until" and w.edge != "end" for w in draft.whens):
        return when
    return DateRange.between(published, when.end, "inferred")


def not_before(when: DateRange | None, status: str, published: date | None) -> DateRange | None:
    """What was called off or may be lies ahead: "has cancelled the drills in May" means the next
    May, "discussed a possible meeting in June" the next June.
    """
    if (
        when is None
        or published is None
        or status not in ("cancelled", "possible")
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


def stays_away(reading: Reading) -> bool:
    """Does the reading only say that somebody will not come ("skips the drill")?"""
    return reading.value == "denied" or (reading.value == "cancelled" and not _off(reading))


def _off(reading: Reading) -> bool:
    cue = reading.cue
    if reading.value != "cancelled" or cue is None:
        return False
    if reading.course == "off":
        return True
    if cue.verb is None:
        return reading.strength >= FAIR
    return (cue.word in said("off") and reading.strength >= SURE) or (
        cue.verb.modal == "be to" and cue.verb.perfect
    )


def called_off(draft: Draft) -> bool:
    """Do the words say that the exercise itself is off?"""
    return any(_off(r) for r, _, _ in draft.statuses)


def _fair(reading: Reading) -> Reading:
    """That it was announced says little of whether it is over."""
    cue = reading.cue
    if reading.value == "planned" and cue is not None:
        if cue.word in said("says_little"):
            return reading.read_as(strength=0)
        if cue.verb is None:  # "before the drill": seen from some other day
            return reading.read_as(strength=WEAK)
    if reading.value == "possible" and cue is not None and cue.word == "invite":
        return reading.read_as(value="planned", strength=WEAK)  # others come without them
    if reading.value == "purpose":
        return reading.read_as(strength=WEAK)
    return reading


def status(draft: Draft, when: DateRange | None, published: date | None) -> str:
    """The status as of publication: called off, else by its days, else by the surest words."""
    readings = [_fair(r) for r, _, _ in draft.statuses if r.value]
    if called_off(draft):
        return "cancelled"
    rest = [r for r in readings if r.value != "cancelled"]
    if published is None and any(r.value == "ongoing" and r.course == "begin" for r in rest):
        rest = [r for r in rest if r.value != "held" or not _opening(r)]
    best = _best(rest)
    if best.value == "possible":
        return "possible"
    if when is not None and published is not None:
        if best.value in ("ongoing", "held", "present", "") and when.start > published and (
            all(w.bound == "until" or w.edge == "end" for w in draft.whens)
        ):  # fmt: skip
            return "ongoing"  # "the drills, which will last until Friday, have begun"
        if when.start == published and best.value == "planned" and _of_today(draft, published):
            return "planned"
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


def _opening(reading: Reading) -> bool:
    """Is it only the beginning that is over ("it opened on Monday")?"""
    return reading.cue is not None and reading.cue.word in said("opens")


_LONG_OVER = 60
"""What lay so many days back cannot lie ahead, whatever a verb says."""


_SAME_CLAUSE = 110
"""So many characters lie at most between a verb and the day of which it tells."""


def _of_today(draft: Draft, published: date) -> bool:
    """Does the text look ahead to the very day of the report ("are set to begin on Monday")?"""
    if any(
        r.value in ("held", "ongoing", "present")
        for r, _, _ in draft.statuses
        if r.strength >= FAIR
    ):
        return False
    return any(
        r.value == "planned" and r.strength >= SURE and abs(cue.start - w.span.start) < _SAME_CLAUSE
        for r, _, cue in draft.statuses
        for w in draft.whens
        if w.value.start == published
    )


def _by_days(readings: list[Reading], best: Reading, when: DateRange, published: date) -> str:
    if when.start > published:
        return "planned"
    wide = when.precision in ("month", "year") or when.days > 45
    if when.end < published:
        if wide and (published - when.end).days > _LONG_OVER and best.value != "possible":
            return "held"
        if best.value == "planned" and when.basis == "explicit" and not wide:
            # a caption's "during the exercise on June 11", below "Peru to join ..."
            return "held" if any(r.value == "held" for r in readings) else ""
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
    if any(r.course == "end" and r.value == "held" for r in readings):
        return "held"  # "this week", "closed on Friday"
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
