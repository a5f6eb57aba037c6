"""One record out of several reports: best values, and every claim kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

import attrs

from diplotext.dateranges import DateRange
from diplotext.errors import expect
from diplotext.merging.days import days_of
from diplotext.merging.names import same_person
from diplotext.merging.profiles import country_names, fold, side
from diplotext.models import (
    Actor,
    Claim,
    Evidence,
    Meeting,
    MilitaryExercise,
    Participant,
    Place,
    Status,
)

R = TypeVar("R", Meeting, MilitaryExercise)
_Record = TypeVar("_Record", Meeting, MilitaryExercise, Meeting | MilitaryExercise)
_T = TypeVar("_T")

_FIRMNESS: Mapping[Status, int] = {
    "possible": 0, "planned": 1, "ongoing": 2, "held": 3, "cancelled": 4,
}  # fmt: skip
_CAPACITY = {"host": 0, "visitor": 1, "head": 2, "mediator": 3, "observer": 4, "participant": 5}


def merged_meeting(reports: Sequence[Meeting]) -> Meeting:
    """The one record of these raw reports, which are in canonical order and not empty."""
    return attrs.evolve(
        _merged(reports),
        kind=_commonest(r.kind for r in reports) or reports[0].kind,
        participants=_participants(reports),
        place=_place([r.place for r in reports if r.place]),
        when=days_of(reports, longest=any(r.kind == "visit" for r in reports)),
        format=_commonest(r.format for r in reports if r.format),
        round=_commonest(r.round for r in reports if r.round),
        topics=_each(t for r in reports for t in r.topics),
        invited_by=next((r.invited_by for r in reports if r.invited_by), None),
        part_of=next((r.part_of for r in reports if r.part_of), None),
        claims=tuple(claim for r in reports for claim in claims_of(r)),
        reports=tuple(reports),
    )


def merged_exercise(reports: Sequence[MilitaryExercise]) -> MilitaryExercise:
    """The one record of these raw reports, which are in canonical order and not empty."""
    latest = sorted(reports, key=_told, reverse=True)
    return attrs.evolve(
        _merged(reports),
        name=max((r.name for r in reports if r.name), key=len, default=None),
        participants=_participants(reports),
        places=_places(p for r in reports for p in r.places),
        when=days_of(reports, longest=True),
        domains=_each(d for r in reports for d in r.domains),
        series=_commonest(r.series for r in reports if r.series),
        edition=_commonest(r.edition for r in reports if r.edition),
        troops=next((r.troops for r in latest if r.troops), None),
        assets=_each(a for r in reports for a in r.assets),
        phases=_each(p for r in reports for p in r.phases),
        purpose=next((r.purpose for r in latest if r.purpose), None),
        host=_commonest(r.host for r in reports if r.host),
        claims=tuple(claim for r in reports for claim in claims_of(r)),
        reports=tuple(reports),
    )


def _merged(reports: Sequence[R]) -> R:
    """What both kinds of record have in common.

    The id is made from that of the first report, so that it stays when later reports join.
    """
    first = reports[0]
    name = f"{first.article}\0{first.id}".encode("utf-8", "surrogatepass")
    noun = "meeting" if isinstance(first, Meeting) else "exercise"
    told = [r.published for r in reports if r.published]
    alone = len(reports) == 1
    return attrs.evolve(
        first,
        id=f"{noun}-{hashlib.sha256(name).hexdigest()[:12]}",
        status=status_history(reports)[-1].status,
        reported_by=_each(name for r in reports for name in r.reported_by),
        article=first.article if alone else "",
        outlet=_commonest(r.outlet for r in reports if r.outlet) if alone else None,
        published=min(told, default=None),
        evidence=first.evidence if alone else (),
        rules=_each(rule for r in reports for rule in r.rules),
    )


def reports_of(record: _Record) -> tuple[_Record, ...]:
    """The raw reports of a merged record; a raw one is its own only report."""
    return record.reports or (record,)


# --- claims, conflicts, history -----------------------------------------------------------------


def claims_of(report: Meeting | MilitaryExercise) -> Iterator[Claim]:
    """Every filled field of a raw report as a Claim, in the order of the codebook."""
    for field, evidence, value, words, actor in _values(report):
        yield Claim(
            field=field,
            value=value,
            article=report.article,
            outlet=report.outlet,
            published=report.published,
            quote=_quote(report.evidence, evidence, words, actor),
        )


_Value = tuple[str, str, str, str | None, str | None]


def _values(report: Meeting | MilitaryExercise) -> Iterator[_Value]:
    """(field, field of its evidence, value as text, words its quote must hold, whom it means)."""
    if isinstance(report, Meeting):
        yield "kind", "event", report.kind, None, None
        places: tuple[Place, ...] = (report.place,) if report.place else ()
        texts = {"format": report.format, "round": report.round}
    else:
        places = report.places
        texts = {
            "name": report.name,
            "edition": report.edition,
            "host": report.host,
            "troops": report.troops,
            "purpose": report.purpose,
        }
    yield "status", "status", report.status, None, None
    if report.when:
        yield "when", "when", report.when.edtf, None, None
    for place in places:
        yield "place", "place", _place_text(place), place.name, None
    for participant in report.participants:
        key, name = participant_key(participant), participant.actor.name
        yield "participant", "participants", key, name, participant.actor.id
    for name, value in texts.items():
        if value:
            yield name, name, value, None, None
    if isinstance(report, MilitaryExercise):
        for domain in report.domains:
            yield "domain", "domains", domain, None, None
        for asset in report.assets:
            yield "asset", "assets", asset, asset, None
        for phase in report.phases:
            yield "phase", "phases", phase, phase, None


def _quote(
    evidence: Sequence[Evidence], field: str, words: str | None, actor: str | None
) -> str | None:
    """The quote of that field, of several the one that speaks of just this value."""
    for found in evidence:
        if actor is not None and found.actor == actor:
            return found.quote
    quotes = [e.quote for e in evidence if e.field in (field, f"{field}s")]
    if len(quotes) < 2 or words is None:
        return quotes[0] if quotes else None
    wanted = set(fold(words))
    return next((quote for quote in quotes if wanted & set(fold(quote))), None)


def participant_key(participant: Participant) -> str:
    """A participant as a claim's text: "Wang Yi, CN", "foreign minister, RU", "RU", "UN"."""
    actor = participant.actor
    where = side(participant).removeprefix("org:").removeprefix("name:")
    if actor.kind == "person":
        return f"{actor.name or participant.office or actor.id}, {where}"
    return where


def _place_text(place: Place) -> str:
    return f"{place.name}, {place.country}" if place.country else place.name


@attrs.frozen
class Told:
    """A step of an event's history: the status that one report gives it."""

    published: date | None
    status: Status
    article: str
    outlet: str | None = None


def status_history(reports: Iterable[Meeting | MilitaryExercise]) -> tuple[Told, ...]:
    """The statuses in order of publication.

    Reports without a date come first; of one day the firmer word comes last ("planned"
    before "held").
    """
    ordered = sorted(reports, key=lambda r: (_told(r), _FIRMNESS[r.status], r.article, r.id))
    return tuple(Told(r.published, r.status, r.article, r.outlet) for r in ordered)


@attrs.frozen
class Conflict:
    """Reports give one field values that cannot all be right: (value, its articles) each."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        """One line with the number of articles: "when: 2023-09-18 (2) | 2023-09-19 (1)"."""
        told = (f"{value} ({len(articles)})" for value, articles in self.values)
        return f"{self.field}: {' | '.join(told)}"


def conflicts(record: Meeting | MilitaryExercise) -> tuple[Conflict, ...]:
    """Where the claims of a merged record disagree; nothing for a raw one.

    A coarser value is no conflict with a finer one that it contains ("2023-09" and
    "2023-09-18", Russia and Moscow), nor a planned event with the same held later. Statuses
    conflict when reports published on one day give different ones, "cancelled" among them.
    """
    expect(record, Meeting, MilitaryExercise)
    found: list[Conflict] = []
    by_field: dict[str, dict[str, list[str]]] = {}
    for claim in record.claims:
        by_field.setdefault(claim.field, {}).setdefault(claim.value, []).append(claim.article)
    for field in ("kind", "when", "place", "round", "format", "name", "edition", "host", "troops"):
        told = by_field.get(field, {})
        if len(told) < 2 or (field == "place" and isinstance(record, MilitaryExercise)):
            continue
        fits = _FITS.get(field, _same_words)
        texts = sorted(told)
        if any(not fits(a, b) for i, a in enumerate(texts) for b in texts[:i]):
            values = tuple((value, tuple(dict.fromkeys(told[value]))) for value in texts)
            found.append(Conflict(field, values))
    return (*found, *_contrary_statuses(record.claims))


def _contrary_statuses(claims: Iterable[Claim]) -> Iterator[Conflict]:
    """What was told on the days on which one report says "cancelled" and another does not."""
    by_day: dict[date, dict[str, list[str]]] = {}
    for claim in claims:
        if claim.field == "status" and claim.published:
            told = by_day.setdefault(claim.published, {})
            told.setdefault(claim.value, []).append(claim.article)
    contrary: dict[str, list[str]] = {}
    for told in by_day.values():
        if len(told) > 1 and "cancelled" in told:
            for status, articles in told.items():
                contrary.setdefault(status, []).extend(articles)
    if contrary:
        values = ((status, tuple(dict.fromkeys(contrary[status]))) for status in sorted(contrary))
        yield Conflict("status", tuple(values))


def _dates_fit(one: str, other: str) -> bool:
    a, b = DateRange.parse(one), DateRange.parse(other)
    return a.contains(b) or b.contains(a)


def _places_fit(one: str, other: str) -> bool:
    a, b = set(fold(one)), set(fold(other))
    if a <= b or b <= a:
        return True
    return _only_country(one, other) or _only_country(other, one)


def _only_country(one: str, other: str) -> bool:
    name, _, code = one.rpartition(", ")
    return other.endswith(f", {code}") and fold(name) in country_names(code)


def _same_words(one: str, other: str) -> bool:
    return fold(one) == fold(other)


_FITS: Mapping[str, Callable[[str, str], bool]] = {
    "when": _dates_fit,
    "place": _places_fit,
}


# --- best values -----------------------------------------------------------------------------


def _told(report: Meeting | MilitaryExercise) -> int:
    return report.published.toordinal() if report.published else 0


def _place(told: Sequence[Place]) -> Place | None:
    """The most specific place that most reports name."""
    if not told:
        return None
    counts = Counter((p.name, p.country) for p in told)

    def rank(place: Place) -> tuple[bool, int, int, str]:
        coarse = place.country is not None and fold(place.name) in country_names(place.country)
        return coarse, -counts[place.name, place.country], -len(place.name), place.name

    best = min(told, key=rank)
    if best.country is None:
        countries = {p.country for p in told if fold(p.name) == fold(best.name) and p.country}
        if len(countries) == 1:
            return Place(best.name, countries.pop())
    return best


def _places(told: Iterable[Place]) -> tuple[Place, ...]:
    found: dict[tuple[str, ...], Place] = {}
    for place in told:
        key = fold(place.name)
        if key not in found or (found[key].country is None and place.country):
            found[key] = place
    return tuple(found.values())


def _participants(reports: Sequence[Meeting | MilitaryExercise]) -> tuple[Participant, ...]:
    """All who take part by any report.

    Each person once, by the fullest name; a side as such only where nobody of it is named
    (the host of a visit stays).
    """
    people: list[list[Participant]] = []
    others: dict[tuple[str, str], Participant] = {}
    for participant in (p for r in reports for p in r.participants):
        where, actor = side(participant), participant.actor
        if actor.kind == "person" and actor.name:
            for group in people:
                if side(group[0]) == where and _same(group, actor):
                    group.append(participant)
                    break
            else:
                people.append([participant])
        else:
            office = participant.office or "" if actor.kind == "person" else ""
            key = (where, office)
            if key not in others or _better(participant, others[key]):
                others[key] = participant
    named = {side(group[0]) for group in people}
    hosts = {side(p) for r in reports for p in r.participants if p.capacity == "host"}
    with_office = {where for where, office in others if office}
    found = [_one_person(group) for group in people]
    for (where, office), participant in others.items():
        spoken_for = where in named or (not office and where in with_office)
        if where in hosts or not spoken_for:
            found.append(participant)
    return tuple(sorted(found, key=_seat))


def _same(group: Sequence[Participant], actor: Actor) -> bool:
    return any(same_person(p.actor.name or "", actor.name or "") for p in group)


def _one_person(group: Sequence[Participant]) -> Participant:
    counts = Counter(p.actor.name for p in group)

    def rank(p: Participant) -> tuple[int, int, str, str]:
        name = p.actor.name or ""
        return -len(fold(name)), -counts[name], name, p.actor.id

    best = min(group, key=rank)
    names = {n for p in group for n in (p.actor.name, *p.actor.aliases) if n}
    actor = attrs.evolve(best.actor, aliases=tuple(sorted(names - {best.actor.name})))
    return attrs.evolve(
        best,
        actor=actor,
        office=_commonest(p.office for p in group if p.office),
        capacity=min((p.capacity for p in group), key=_CAPACITY.__getitem__),
    )


def _better(one: Participant, other: Participant) -> bool:
    return _CAPACITY[one.capacity] < _CAPACITY[other.capacity]


def _seat(p: Participant) -> tuple[bool, str, str, str]:
    """Persons first, hosts last, else by side and name."""
    return p.capacity == "host", side(p), p.actor.name or "", p.office or ""


def _commonest(values: Iterable[_T]) -> _T | None:
    """The value that most give; of equals the first in order."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], str(v)), default=None)


def _each(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
