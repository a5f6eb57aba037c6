"""What the comparison needs to know of a record, worked out once: its Profile.

A profile stands for one raw report or for a cluster of them; ``union`` makes the second
from the first. Time is a window of half days (ordinal days times two) in which the event
must have begun or gone on, or ``None`` where a report says nothing of time and bears no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, Literal

import attrs
from anyascii import anyascii

from diplotext.dateranges import DateRange
from diplotext.lexicon import series, state_names, states
from diplotext.models import Meeting, MilitaryExercise, Participant, Place, Status

Record = Meeting | MilitaryExercise
Family = Literal["visit", "call", "meeting", "exercise"]
Window = tuple[int, int]

# How well a report knows its time. Finer ones are clustered first, the others find their place.
DAYS, WEEKS, MONTHS, YEARS, NOWHERE = range(5)

_SLACK = {"explicit": 0, "relative": 1, "inferred": 2}  # half days: what "Monday" may be off
_CURRENT = 28  # half days: what lies further back is background, not news
_STRETCH = 64  # half days; a longer window is no length but doubt

_DRILL = 40  # half days: as far two reports of one edition may lie apart

_WORD = re.compile(r"[^\W_]+")
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_DURATION = re.compile(rf"\b({'|'.join(_NUMBERS)}|\d{{1,2}})[\s-]+days?\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=65536)
def fold(text: str) -> tuple[str, ...]:
    """The words of ``text`` in plain lower-case ASCII, without signs: ("kim", "jong", "un")."""
    return tuple(_WORD.findall(anyascii(text).casefold().replace("'", "")))


@attrs.frozen(eq=False)
class Profile:
    """One report, or a cluster of reports, as the comparison sees it.

    ``reports`` are indices into the list of raw records. ``people`` and ``roles`` are the named
    persons and the offices of unnamed ones by side; a side is a country code, "org:UN" or, where
    no country is known, "name:...". ``spots`` are places finer than a country. ``window`` may be
    that of one report; ``holds`` says that it holds those of others.
    """

    reports: tuple[int, ...]
    articles: frozenset[str]
    family: Family
    kinds: frozenset[str]
    statuses: frozenset[Status]
    sides: frozenset[str]
    people: Mapping[str, frozenset[str]]
    roles: Mapping[str, frozenset[str]]
    offices: Mapping[str, frozenset[str]]
    hosts: frozenset[str]
    countries: frozenset[str]
    spots: frozenset[tuple[str, ...]]
    window: Window | None
    grain: int
    current: bool
    dated: bool
    durations: frozenset[int] = frozenset()
    weekdays: frozenset[str] = frozenset()
    rounds: frozenset[str] = frozenset()
    series: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    holds: bool = False


def of_report(index: int, record: Record) -> Profile:
    """The profile of one raw record, the ``index``-th of the list."""
    people: dict[str, set[str]] = {}
    roles: dict[str, set[str]] = {}
    offices: dict[str, set[str]] = {}
    for participant in record.participants:
        actor, where = participant.actor, side(participant)
        office = participant.office.casefold() if participant.office else None
        if actor.kind == "person" and actor.name:
            people.setdefault(where, set()).add(actor.name)
            if office:
                offices.setdefault(where, set()).add(office)
        elif actor.kind == "person" and office:
            roles.setdefault(where, set()).add(office)
    own = _of_meeting(record) if isinstance(record, Meeting) else _of_exercise(record)
    bounds, grain = window(record)
    words = [e.quote for e in record.evidence]
    base = Profile(
        reports=(index,),
        articles=frozenset([record.article] if record.article else []),
        family=_family(record),
        kinds=frozenset(),
        statuses=frozenset([record.status]),
        sides=frozenset(side(p) for p in record.participants if p.capacity != "observer"),
        people=_freeze(people),
        roles=_freeze(roles),
        offices=_freeze(offices),
        hosts=frozenset(),
        countries=frozenset(),
        spots=frozenset(),
        window=bounds,
        grain=grain,
        current=_current(record),
        dated=record.when is not None,
        durations=_durations(words, record.when),
        weekdays=frozenset(day for quote in words for day in _WEEKDAY.findall(quote)),
    )
    return attrs.evolve(base, **own)


def _of_meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        **_where([meeting.place] if meeting.place else []),
        "kinds": frozenset([meeting.kind]),
        "hosts": frozenset(_hosts(meeting)),
        "rounds": frozenset([meeting.round.casefold()] if meeting.round else []),
    }


def _of_exercise(exercise: MilitaryExercise) -> dict[str, Any]:
    return {
        **_where(exercise.places),
        "kinds": frozenset(["exercise"]),
        "series": _series(exercise),
        "editions": _editions(exercise),
        "domains": frozenset(exercise.domains),
    }


def _where(places: Iterable[Place]) -> dict[str, Any]:
    return {
        "countries": frozenset(p.country for p in places if p.country),
        "spots": frozenset(fold(p.name) for p in places if not _is_country(p)),
    }


def union(a: Profile, b: Profile) -> Profile:
    """The cluster of both. Call it only for two that may be the same event."""
    days, holds = _days_of_both(a, b)
    return Profile(
        reports=tuple(sorted(a.reports + b.reports)),
        articles=a.articles | b.articles,
        family=min(a.family, b.family, key=_FAMILIES.__getitem__),
        kinds=a.kinds | b.kinds,
        statuses=a.statuses | b.statuses,
        sides=a.sides | b.sides,
        people=_join(a.people, b.people),
        roles=_join(a.roles, b.roles),
        offices=_join(a.offices, b.offices),
        hosts=a.hosts | b.hosts,
        countries=a.countries | b.countries,
        spots=a.spots | b.spots,
        window=days,
        holds=holds,
        grain=min(a.grain, b.grain),
        current=a.current or b.current,
        dated=a.dated or b.dated,
        durations=a.durations | b.durations,
        weekdays=a.weekdays | b.weekdays,
        rounds=a.rounds | b.rounds,
        series=a.series | b.series,
        editions=a.editions | b.editions,
        domains=a.domains | b.domains,
    )


def _days_of_both(a: Profile, b: Profile) -> tuple[Window | None, bool]:
    """The days on which both can be right, and whether they hold others that are told too."""
    holds = a.holds or b.holds
    if a.window is None or b.window is None:
        return a.window or b.window, holds
    whole = stretch_of(a, b)
    if whole is not None:
        return whole, holds or a.window != b.window
    return (max(a.window[0], b.window[0]), min(a.window[1], b.window[1])), holds


def stretch_of(a: Profile, b: Profile) -> Window | None:
    """The days of the one within which lie those of the other.

    What lasts for days does so whichever of them a report picks: after "from Monday to Friday" and
    "on Monday", one that tells of Wednesday still agrees.
    """
    if a.window is None or b.window is None or not (a.dated and b.dated):
        return None
    if a.family not in ("visit", "exercise"):
        return None
    (low, high), inner = sorted((a.window, b.window), key=lambda w: (w[0] - w[1], w))
    fits = low <= inner[0] and inner[1] <= high
    fits |= (a.holds or b.holds) and low <= (inner[0] + inner[1]) / 2 <= high
    return (low, high) if fits and high - low <= _STRETCH else None


def is_stretch(profile: Profile) -> bool:
    """Does it tell from when to when an exercise of that name goes on? Then whatever is told of one
    day in between is the same.
    """
    window = profile.window
    if window is None or not (profile.series and profile.dated):
        return False
    return window[1] - window[0] <= _STRETCH


def side(participant: Participant) -> str:
    """The state or organisation for which a participant stands.

    A country code, "org:" and the short name, or "name:" and the folded name of somebody
    whose side nobody knows.
    """
    actor = participant.actor
    if actor.kind == "organisation":
        return f"org:{actor.organisation or actor.name}"
    if actor.country:
        return actor.country
    if actor.organisation:
        return f"org:{actor.organisation}"
    return f"name:{' '.join(fold(actor.name or actor.id))}"


def window(record: Record) -> tuple[Window | None, int]:
    """In which half days the event lies, and how well that is known.

    The day of a relative date may be off by half a day each way (a day between two reports),
    that of a visit, of which reports tell the day they like, by a day, that of an exercise with a
    name by weeks: they tell when it opened, or was seen. What is told without
    a date lies near its report: a meeting within ten days, an exercise, which is announced
    and lasts, within months. Something held lies before its report, something planned does
    not. An exercise whose name bears a year was in that year.
    """
    told = record.published.toordinal() * 2 if record.published else None
    when = record.when or (_year_of(record) if isinstance(record, MilitaryExercise) else None)
    if when is None:
        if told is None:
            return None, NOWHERE
        back, ahead = _reach(record)
        return (told - back, told + ahead), WEEKS
    visit = _is_visit(record)
    if isinstance(record, MilitaryExercise) and record.name and when.days <= 31:
        # Of a drill with a name reports tell the day on which it opened, or was seen.
        low, high = when.start.toordinal() * 2 - _DRILL, when.end.toordinal() * 2 + _DRILL
        return (low, high), DAYS if when.days <= 3 else WEEKS
    slack = _SLACK[when.basis] * (2 if visit else 1) if when.days <= 14 else 0
    low, high = when.start.toordinal() * 2 - slack, when.end.toordinal() * 2 + slack
    if told is not None and when.days > 14:
        if record.status == "held" and told + 2 >= low:
            high = min(high, told + 2)
        if record.status in ("planned", "possible") and told - 2 <= high:
            low = max(low, told - 2)
    if when.days <= (14 if visit else 3):
        return (low, high), DAYS
    return (low, high), WEEKS if when.days <= 14 else MONTHS if when.days <= 62 else YEARS


def _reach(record: Record) -> tuple[int, int]:
    """How many half days before and after an undated report the event may lie."""
    near, far = (60, 360) if isinstance(record, MilitaryExercise) else (20, 20)
    match record.status:
        case "planned":
            return 2, far
        case "possible":
            return 2, max(far, 120)  # what may happen is talked of long before
        case "cancelled":
            return near, far
        case "held" | "ongoing":
            return near, 2


def _year_of(exercise: MilitaryExercise) -> DateRange | None:
    """The year that the name bears ("Aurora-2031"), if it bears one."""
    words = (*fold(exercise.edition or ""), *fold(exercise.name or "")[1:])
    years = {word for word in words if _CALENDAR_YEAR.fullmatch(word)}
    return DateRange.year(int(years.pop()), "inferred") if len(years) == 1 else None


_FAMILIES: Mapping[str, int] = {"visit": 0, "exercise": 0, "meeting": 1, "call": 2}


def _family(record: Record) -> Family:
    if isinstance(record, MilitaryExercise):
        return "exercise"
    if record.kind == "visit":
        return "visit"
    return "call" if record.kind == "call" else "meeting"


def _is_visit(record: Record) -> bool:
    return isinstance(record, Meeting) and record.kind == "visit"


def _hosts(meeting: Meeting) -> Iterable[str]:
    """The states visited: said to be hosts, else the state of the place, else states as such."""
    if meeting.kind != "visit":
        return ()
    hosts = [side(p) for p in meeting.participants if p.capacity == "host"]
    if not hosts and meeting.place and meeting.place.country:
        hosts = [meeting.place.country]
    return hosts or [side(p) for p in meeting.participants if p.actor.kind == "state"]


def _current(record: Record) -> bool:
    """Is the event news to its report, and not something it recalls?"""
    if record.status in ("planned", "possible", "ongoing"):
        return True
    if record.when is None or record.published is None:
        return True
    return record.when.end.toordinal() * 2 >= record.published.toordinal() * 2 - _CURRENT


def _durations(quotes: Iterable[str], when: DateRange | None) -> frozenset[int]:
    found = {
        _NUMBERS.get(number.lower()) or int(number)
        for quote in quotes
        for number in _DURATION.findall(quote)
    }
    if not found and when and when.precision == "interval" and when.days <= 10:
        found.add(when.days)
    return frozenset(d for d in found if d > 1)


def _series(exercise: MilitaryExercise) -> frozenset[str]:
    name = exercise.series or exercise.name
    if not name:
        return frozenset()
    words = " ".join(w for w in fold(name) if not _is_edition(w)) or " ".join(fold(name))
    return frozenset([_series_names().get(words, words)])


@cache
def _series_names() -> Mapping[str, str]:
    """Folded alias of a series of exercises -> its folded name, where only one series has it."""
    found: dict[str, set[str]] = {}
    for known in series():
        for alias in (known.name, *known.aliases):
            found.setdefault(" ".join(fold(alias)), set()).add(" ".join(fold(known.name)))
    return {alias: names.pop() for alias, names in found.items() if len(names) == 1}


def _editions(exercise: MilitaryExercise) -> frozenset[str]:
    words = fold(exercise.edition or "") or fold(exercise.name or "")[1:]
    return frozenset(_edition(w) for w in words if _is_edition(w))


def _is_edition(word: str) -> bool:
    return word.isdigit() or bool(_ROMAN.fullmatch(word))


def _edition(word: str) -> str:
    """A year in two figures stands for the whole year; everything else is as printed."""
    return word[2:] if _CALENDAR_YEAR.fullmatch(word) else word


def _freeze(values: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(names) for key, names in values.items()}


def _join(
    a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    if not a or not b:
        return a or b
    return {key: a.get(key, frozenset()) | b.get(key, frozenset()) for key in a.keys() | b.keys()}


def _is_country(place: Place) -> bool:
    return place.country is not None and fold(place.name) in country_names(place.country)


def country_names(code: str) -> frozenset[tuple[str, ...]]:
    """All names of a state, folded: a place so called is no finer than the country."""
    return _country_names().get(code, frozenset())


@cache
def _country_names() -> Mapping[str, frozenset[tuple[str, ...]]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for code, known in states().items():
        found.setdefault(code, set()).add(fold(known.name))
    for other in state_names():
        found.setdefault(other.code, set()).add(fold(other.name))
    return {code: frozenset(names) for code, names in found.items()}
