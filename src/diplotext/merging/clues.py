"""May two records be one event? A table of vetoes, a table of clues, each with its reason.

A veto speaks against it outright (contradicting dates, another host, another principal of the
same side, ...) and none may stand. Clues speak for it and are counted; ``ENOUGH`` of them
are needed. Names are compared by ``actors.same_name``.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from diplotext.lexicon import offices
from diplotext.merging.names import same_person
from diplotext.merging.profiles import DAYS, MONTHS, NOWHERE, Profile, stretch_of
from diplotext.models import Status

ENOUGH = 6
"""Points that two records need: a person and both sides, or both sides, the day and the place."""

_OPEN: frozenset[Status] = frozenset({"possible"})
_TO_COME: frozenset[Status] = frozenset({"planned", "possible"})
_HELD: frozenset[Status] = frozenset({"held"})


@attrs.frozen
class Comparison:
    """What speaks against (``vetoes``) and for (``clues``, with points) two being one event."""

    vetoes: tuple[str, ...]
    clues: tuple[tuple[str, int], ...]

    @property
    def score(self) -> int:
        """The sum of the points."""
        return sum(points for _, points in self.clues)

    @property
    def same(self) -> bool:
        """No veto, and points enough."""
        return not self.vetoes and self.score >= ENOUGH


def compare(a: Profile, b: Profile) -> Comparison:
    """All vetoes and clues, to show to people. ``score`` below is the quick way."""
    return Comparison(
        vetoes=tuple(reason for reason, holds in VETOES if holds(a, b)),
        clues=tuple((reason, points) for reason, count in CLUES if (points := count(a, b))),
    )


def score(a: Profile, b: Profile) -> int:
    """The points, or 0 where a veto stands or they are not enough."""
    for _, holds in VETOES:
        if holds(a, b):
            return 0
    points = 0
    for _, count in CLUES:
        points += count(a, b)
    return points if points >= ENOUGH else 0


# --- vetoes, the cheap ones first -------------------------------------------------------------


def _apart_in_time(a: Profile, b: Profile) -> bool:
    if a.window is None or b.window is None:
        return False
    if a.window[0] > b.window[1] or b.window[0] > a.window[1]:
        return True
    if not (a.holds or b.holds) or not (a.dated and b.dated) or stretch_of(a, b) is not None:
        return False
    low, high = max(a.window[0], b.window[0]), min(a.window[1], b.window[1])
    return (low, high) not in (a.window, b.window)  # a day told outside the days in common?


def _one_article(a: Profile, b: Profile) -> bool:
    return not a.articles.isdisjoint(b.articles)


def _other_kind(a: Profile, b: Profile) -> bool:
    """A visit is not the talks during it; a call is only talks that have no place."""
    if a.family == b.family:
        return False
    if {a.family, b.family} != {"meeting", "call"}:
        return True
    meeting = a if a.family == "meeting" else b
    return bool(meeting.countries) or "conference" in meeting.kinds or a.sides != b.sides


def _beside_conference(a: Profile, b: Profile) -> bool:
    """Talks on the sidelines are not the summit, unless the same sides meet on the same days."""
    if a.family != "meeting" or not a.kinds.isdisjoint(b.kinds):
        return False
    if "talks" not in a.kinds | b.kinds:
        return False
    return a.sides != b.sides or not (a.dated and b.dated)


def _other_host(a: Profile, b: Profile) -> bool:
    return bool(a.hosts and b.hosts) and a.hosts.isdisjoint(b.hosts)


def _other_country(a: Profile, b: Profile) -> bool:
    if a.family in ("exercise", "call"):
        return False
    return bool(a.countries and b.countries) and a.countries.isdisjoint(b.countries)


def _other_town(a: Profile, b: Profile) -> bool:
    """Two towns of one country, where neither the day nor a tour makes them one event."""
    if a.family != "meeting" or (a.grain == b.grain == DAYS):
        return False
    return bool(a.spots and b.spots) and not _shared_spots(a, b)


def _other_sides(a: Profile, b: Profile) -> bool:
    """Each has a side that the other lacks. Big gatherings may: a report names whom it likes."""
    if a.sides <= b.sides or b.sides <= a.sides:
        return False
    if a.family == "exercise":
        return not _same_series(a, b)
    return not (gathering(a) and gathering(b))


def _other_person(a: Profile, b: Profile) -> bool:
    """A side is named in both, and by different people."""
    if a.family == "exercise" or (gathering(a) and gathering(b)):
        return False
    return any(
        not _share_person(names, b.people[side])
        for side, names in a.people.items()
        if side in b.people
    )


def _other_office(a: Profile, b: Profile) -> bool:
    """A side's unnamed office holder has another office than the one named or told there."""
    if a.family == "exercise" or (gathering(a) and gathering(b)):
        return False
    return _clash_of_office(a, b) or _clash_of_office(b, a)


def _other_round(a: Profile, b: Profile) -> bool:
    if a.rounds and b.rounds and a.rounds.isdisjoint(b.rounds):
        return True
    return bool(a.editions and b.editions) and a.editions.isdisjoint(b.editions)


def _other_series(a: Profile, b: Profile) -> bool:
    return bool(a.series and b.series) and not _same_series(a, b)


def _other_domain(a: Profile, b: Profile) -> bool:
    """Army drills are not the naval ones, unless the name says that they are one."""
    if not (a.domains and b.domains) or not a.domains.isdisjoint(b.domains):
        return False
    return not _same_series(a, b)


def _held_and_cancelled(a: Profile, b: Profile) -> bool:
    done = {"held", "ongoing"}
    return ("cancelled" in a.statuses and bool(done & b.statuses)) or (
        "cancelled" in b.statuses and bool(done & a.statuses)
    )


def _uncertain_and_other(a: Profile, b: Profile) -> bool:
    """What may happen is not what happens with somebody else."""
    if not a.statuses.isdisjoint(b.statuses) or _OPEN not in (a.statuses, b.statuses):
        return False
    return a.people.keys() != b.people.keys()


def _other_duration(a: Profile, b: Profile) -> bool:
    """Asked only where no date tells; a trip of four days may begin on the eve of the first."""
    if not (a.durations and b.durations) or NOWHERE not in (a.grain, b.grain):
        return False
    return all(abs(one - other) > 1 for one in a.durations for other in b.durations)


def _nobody_shared(a: Profile, b: Profile) -> bool:
    return a.sides.isdisjoint(b.sides)


VETOES: tuple[tuple[str, Callable[[Profile, Profile], bool]], ...] = (
    ("their dates contradict each other", _apart_in_time),
    ("one article tells them apart", _one_article),
    ("different kinds of event", _other_kind),
    ("no side takes part in both", _nobody_shared),
    ("different hosts", _other_host),
    ("different countries", _other_country),
    ("held and cancelled", _held_and_cancelled),
    ("the one uncertain, and not the same persons", _uncertain_and_other),
    ("different rounds or editions", _other_round),
    ("different names", _other_series),
    ("different lengths", _other_duration),
    ("each has a side that the other lacks", _other_sides),
    ("different persons of the same side", _other_person),
    ("different offices of the same side", _other_office),
    ("talks beside a summit or conference", _beside_conference),
    ("different towns", _other_town),
    ("different forces", _other_domain),
)


# --- clues ------------------------------------------------------------------------------------


def _persons(a: Profile, b: Profile) -> int:
    shared = sum(_share_person(names, b.people.get(side, ())) for side, names in a.people.items())
    return 3 * min(shared, 2)


def _offices(a: Profile, b: Profile) -> int:
    """An office that one report names and the other fills, or both leave unnamed."""
    shared = 0
    for side in a.sides & b.sides:
        mine = a.roles.get(side, frozenset()) | a.offices.get(side, frozenset())
        yours = b.roles.get(side, frozenset()) | b.offices.get(side, frozenset())
        unnamed = side in a.roles or side in b.roles
        shared += unnamed and not {canonical_office(o) for o in mine}.isdisjoint(
            map(canonical_office, yours)
        )
    return 2 * min(shared, 2)


def _sides(a: Profile, b: Profile) -> int:
    return min(len(a.sides & b.sides), 4)


def _all_sides(a: Profile, b: Profile) -> int:
    return int(a.sides == b.sides)


def _kind(a: Profile, b: Profile) -> int:
    return int(a.family != "exercise" and not a.kinds.isdisjoint(b.kinds))


def _time(a: Profile, b: Profile) -> int:
    """How closely the two agree in time: dated both to the day, more or less, not at all."""
    if a.window is None or b.window is None:
        return 0
    coarser = max(a.grain, b.grain)
    if coarser == DAYS:
        return 3
    return 2 if a.dated and b.dated and coarser <= MONTHS else 1


def _place(a: Profile, b: Profile) -> int:
    if _shared_spots(a, b):
        return 2
    return int(not a.countries.isdisjoint(b.countries))


def _round(a: Profile, b: Profile) -> int:
    return 0 if a.rounds.isdisjoint(b.rounds) else 3


def _name(a: Profile, b: Profile) -> int:
    return 3 if _same_series(a, b) else 0


def _edition(a: Profile, b: Profile) -> int:
    return 0 if a.editions.isdisjoint(b.editions) else 2


def _domains(a: Profile, b: Profile) -> int:
    return int(not a.domains.isdisjoint(b.domains))


CLUES: tuple[tuple[str, Callable[[Profile, Profile], int]], ...] = (
    ("the same persons", _persons),
    ("the same offices", _offices),
    ("the same sides", _sides),
    ("no other side", _all_sides),
    ("the same kind", _kind),
    ("the same time", _time),
    ("the same place", _place),
    ("the same round", _round),
    ("the same name", _name),
    ("the same edition", _edition),
    ("the same forces", _domains),
)


# --- further agreement, asked of reports that bear no date at all ------------------------------


AGREED = 2
"""Points of further agreement that a report needs of which nobody knows when it was written."""


def agreement(a: Profile, b: Profile, companions: int) -> int:
    """Points beyond the event itself; ``AGREED`` of them are needed.

    ``companions`` is the number of other news that the two articles have in common. What is
    to come in the one and past in the other may well be two visits: that takes more.
    """
    points = min(companions, 3)
    points += 2 * (not a.durations.isdisjoint(b.durations))
    points += not a.weekdays.isdisjoint(b.weekdays)
    points += 2 * (not a.rounds.isdisjoint(b.rounds))
    points += 2 * (not a.editions.isdisjoint(b.editions))
    series = a.family == "exercise" and _same_series(a, b)
    # Editions of one series are held at one place, year after year.
    points += series or bool(a.spots and b.spots and _shared_spots(a, b))
    if a.family == "exercise":
        points += a.sides == b.sides and len(a.sides) > 2
    if (a.statuses <= _TO_COME and b.statuses == _HELD) or (
        b.statuses <= _TO_COME and a.statuses == _HELD
    ):
        points -= 2
    return points


def companion(a: Profile, b: Profile) -> bool:
    """Are these, of two articles, the same news as far as their words tell?"""
    if not (a.current and b.current) or a.family != b.family or a.sides != b.sides:
        return False
    if any(holds(a, b) for holds in (_apart_in_time, _other_host, _other_country, _other_person)):
        return False
    if a.people or b.people:
        return _persons(a, b) > 0
    return len(a.sides) > 1


# --- what the tables are made of --------------------------------------------------------------


def gathering(p: Profile) -> bool:
    """A conference, or a summit of others than two states: a report names of them whom it likes."""
    return "conference" in p.kinds or ("summit" in p.kinds and _open_ended(p))


def _open_ended(p: Profile) -> bool:
    return len(p.sides) != 2 or any(side.startswith("org:") for side in p.sides)


def _share_person(names: frozenset[str], others: frozenset[str] | tuple[()]) -> bool:
    return any(same_person(one, other) for one in names for other in others)


def _clash_of_office(a: Profile, b: Profile) -> bool:
    for side, roles in a.roles.items():
        told = b.roles.get(side, frozenset()) | b.offices.get(side, frozenset())
        if side in a.people or not told or (side in b.roles and side in b.people):
            continue
        if {canonical_office(r) for r in roles}.isdisjoint(map(canonical_office, told)):
            return True
    return False


def _same_series(a: Profile, b: Profile) -> bool:
    return any(_alike(one, other) for one in a.series for other in b.series)


def _alike(one: str, other: str) -> bool:
    """Equal, or one is the beginning of the other's words ("mosi", "mosi exercise")."""
    first, second = one.split(), other.split()
    short = min(len(first), len(second))
    return first[:short] == second[:short]


def _shared_spots(a: Profile, b: Profile) -> bool:
    """One place name's words all stand in the other ("Nairobi" in "State House, Nairobi")."""
    return any(
        set(one) <= set(other) or set(other) <= set(one) for one in a.spots for other in b.spots
    )


def canonical_office(office: str) -> str:
    """One name for all spellings of an office; as it stands where the table lacks it."""
    known = offices().get(office)
    return known.canonical if known else office
