"""What a meeting takes over from what surrounds it: days, place, hosts.

Talks during a visit have the visit's days and place where they have none of their own, and a
visit of which no day is told has those of the talks for which it was made. A conference and the
talks on its margins share them likewise. What goes on "in Malta" while the report comes from
Valletta is placed in Valletta.
"""

from __future__ import annotations

from functools import cache

import attrs

from diplotext.dateranges import DateRange
from diplotext.events import programme
from diplotext.events.agreement import dates_conflict
from diplotext.events.bodies import meets
from diplotext.events.cast import Cast, Role, holder, of_state
from diplotext.events.draft import Draft, When
from diplotext.events.leaving import departures
from diplotext.events.linking import MOST, around
from diplotext.events.standing import days, status_at
from diplotext.events.whereabouts import dateline_place
from diplotext.lexicon import places, regions, state, states
from diplotext.models import Article, Place, Span
from diplotext.reading.document import Document
from diplotext.rules.status import FAIR, SURE

_JOURNEY = 21
"""So many days a visit may last when only the days of its talks are known."""


def with_hosts(draft: Draft, visits: list[Draft]) -> None:
    """Whose "bilateral talks", "senior officials" or "president" during a visit: the hosts'."""
    if draft.kind != "talks" or len(draft.sides) != 1 or not draft.persons:
        return
    vague = draft.unnamed or bool(draft.offices)
    if "bilateral" not in draft.format and not vague:
        return
    country = _country(draft)
    near = [
        v
        for v in around(visits, draft.sentence)
        if 0 <= draft.sentence - v.sentence <= (2 if vague else 0)
        and not draft.persons.isdisjoint(v.persons)
        and v.host_span
        and v.host not in draft.sides
        and (country is None or country == v.host)
    ]
    if not near:
        return
    last = max(v.sentence for v in near)
    there = [v for v in near if v.sentence == last]
    there = [v for v in there if v.rules != {"leave"}] or there  # not where they have left
    hosts = {v.host: v for v in there}
    if len(hosts) == 1:
        (visit,) = hosts.values()
        assert visit.host is not None
        assert visit.host_span is not None
        if draft.offices:
            draft.roles += [holder(office, visit.host, span) for office, span in draft.offices]
        else:
            draft.roles.append(Role(of_state(visit.host), None, visit.host_span))


def in_person(draft: Draft, visits: list[Draft], beside: list[Draft]) -> None:
    """As in "landed in Oslo and spoke with the king": with a host no guest speaks by telephone; nor
    do those who have just shaken hands. ``beside``: what is told next to it.
    """
    if draft.kind != "call" or draft.remote or not draft.rules <= {"speak", "talk"}:
        return
    if any(
        d.kind == "talks"
        and (d.sentence, d.trigger < draft.trigger) == (draft.sentence, True)
        and draft.actors <= d.actors
        for d in beside
    ):
        draft.kind = "talks"
        return
    if any(
        0 <= draft.sentence - v.sentence <= 2
        and v.host in draft.sides
        and not draft.persons.isdisjoint(v.persons)
        and v.status().value != "cancelled"
        for v in around(visits, draft.sentence)
    ):
        draft.kind = "talks"


def complete(drafts: list[Draft], document: Document, cast: Cast) -> None:
    """Let each event take over what it lacks from the visit or conference it belongs to."""
    article = document.article
    visits = [d for d in drafts if d.kind == "visit"]
    departures(visits, document, cast)
    frames = [d for d in drafts if d.kind in ("summit", "conference")]
    inner: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.family == "talks":
            visit = _visit_of(draft, visits)
            if visit is None:
                _place_of_conference(draft, frames)
            else:
                inner.setdefault(id(visit), []).append(draft)
                _share_places(draft, visit)
                _share_fate(draft, visit)
    _share_with_siblings(drafts)
    _settings(drafts)
    for draft in drafts:
        if draft.within is not None and draft.within.framing:
            _share_with_setting(draft, draft.within)
    programme.share(drafts, document)
    for visit in visits:
        _days_of_visit(visit, inner.get(id(visit), []), article)
    _at_dateline(drafts, article)
    _in_only_city(drafts, document)
    programme.stay_put(drafts)


def _country(draft: Draft) -> str | None:
    return next((p.country for p, _ in draft.places if p.country), None)


# -- visits -------------------------------------------------------------------------------------


_WHILE_THERE = 3
"""Sentences after a visit in which talks in the state visited are still part of it."""


def _visit_of(draft: Draft, visits: list[Draft]) -> Draft | None:
    """The visit during which the talks are held."""
    country = _country(draft)
    hosts = [
        v
        for v in around(visits, draft.sentence)
        if (
            v.host in draft.sides
            or (draft.kind != "talks" and 0 <= draft.sentence - v.sentence <= 1)
            or (
                country is not None
                and 0 <= draft.sentence - v.sentence <= _WHILE_THERE
                and not draft.persons.isdisjoint(v.persons)
            )
        )
        and not draft.actors.isdisjoint(v.actors)
        and (country is None or country == v.host)
    ]
    value = draft.status().value
    beside = [v for v in hosts if draft.kind != "talks" and v.sentence == draft.sentence]
    if beside:
        hosts = [min(beside, key=lambda v: abs(v.trigger.start - draft.trigger.start))]
    if len(hosts) > 1:
        hosts = [v for v in hosts if v.status().value == value] or hosts
    hosts = [v for v in hosts if {"planned", "held"} != {value, v.status().value}]
    return min(hosts, key=lambda v: abs(v.sentence - draft.sentence)) if hosts else None


def _share_places(draft: Draft, visit: Draft) -> None:
    draft.within = visit
    if _country(draft) is None:  # "at the presidential palace": of the hosts
        draft.places = [
            (p if p.name in regions() else attrs.evolve(p, country=visit.host), s)
            for p, s in draft.places
        ]
    if draft.places and len(visit.places) < MOST and not _city(visit):
        visit.places += [(p, s) for p, s in draft.places if p.country == visit.host]
    if not any(_is_spot(p) for p, _ in draft.places):
        draft.places = draft.places + visit.places


_AHEAD = frozenset({"planned", "possible", "purpose", ""})


def _share_fate(draft: Draft, visit: Draft) -> None:
    """What was to be held during a visit that has been called off is off as well; what is held in
    "flies on to Oman for talks" is as far off as the visit.
    """
    reading = visit.status()
    present = reading.value == "present" and not visit.headline
    if present and draft.status().value == "present" and not draft.whens:
        ours = draft.statuses[-1]
        draft.statuses.append((reading.read_as(value="planned", strength=FAIR), *ours[1:]))
    if reading.value == "possible" and _would(draft):
        ours = draft.statuses[-1]
        draft.statuses = [(reading.read_as(strength=SURE), *ours[1:]), *draft.statuses]
    if reading.value != "cancelled" or draft.status().value not in _AHEAD:
        return
    span, theirs = days(draft), days(visit)
    if span is not None and theirs is not None and not span.overlaps(theirs):
        return
    told = next((s for s in visit.statuses if s[0] is reading), None)
    if told is not None:
        draft.statuses = [(reading.read_as(strength=SURE), *told[1:]), *draft.statuses]


def _would(draft: Draft) -> bool:
    """As in "she may visit Oman. She would meet Ali": no surer than the visit."""
    reading = draft.status()
    group = reading.cue.verb if reading.cue is not None else None
    return reading.value == "planned" and group is not None and group.modal == "would"


def _share_with_siblings(drafts: list[Draft]) -> None:
    """As in "separate talks with A and B": they are held in one place."""
    known: dict[Span, Draft] = {}
    for draft in drafts:
        if draft.places and draft.family == "talks":
            known.setdefault(draft.trigger, draft)
    for draft in drafts:
        other = known.get(draft.trigger)
        if other is not None and not draft.places and draft.kind == other.kind:
            draft.places = list(other.places)


def _days_of_visit(visit: Draft, talks: list[Draft], article: Article) -> None:
    """The days of a visit and of the talks during it, each from the other where it has none."""
    if not visit.whens and not visit.undated:
        ongoing = status_at(visit, None, article.published) == "ongoing"
        known = [(d.whens[0], own) for d in talks[:MOST] if (own := days(d)) and own.days < 8]
        if known:
            first, value = known[0]
            for _, other in known[1:]:
                value = value.widen(other)
            if ongoing and article.published is not None:
                value = value.widen(DateRange.day(article.published, "inferred"))
            if value.days <= _JOURNEY:
                visit.whens = [first.lent(value)]
        elif ongoing and article.published is not None:  # "is in Oman": on the day of the report
            today = DateRange.day(article.published, "inferred")
            cue = next((s for r, _, s in visit.statuses if r is visit.status()), visit.trigger)
            visit.whens = [When(today, cue, own=False)]
    span = days(visit)
    if span is None:
        return
    for draft in talks:
        if not draft.whens and not draft.undated:
            draft.whens = [visit.whens[0].lent(span)]


def _city(visit: Draft) -> bool:
    return any(p.country == visit.host and _is_spot(p) for p, _ in visit.places)


def _is_spot(place: Place) -> bool:
    """Is it more than a whole state?"""
    known = state(place.country) if place.country else None
    return known is None or known.name != place.name


# -- conferences --------------------------------------------------------------------------------


def _place_of_conference(draft: Draft, frames: list[Draft]) -> None:
    """Talks among those who attend the article's one conference take place where it does."""
    if draft.places or draft.kind != "talks" or len(draft.persons) < 2:
        return
    settings = [
        d
        for d in around(frames, draft.sentence)
        if d.places
        and draft.persons <= d.persons
        and d is not draft
        and not (d.earlier or dates_conflict(d, draft))
    ]
    if len(settings) == 1:
        draft.places = list(settings[0].places)


def _settings(drafts: list[Draft]) -> None:
    """Talks on the margins of a conference are part of it."""
    framing: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.framing and draft.kind in ("summit", "conference"):
            for sentence in draft.framing[:MOST]:
                framing.setdefault(sentence, []).append(draft)
    if not framing:
        return
    for draft in drafts:
        if draft.within is not None or draft.kind not in ("talks", "summit"):
            continue
        told = {n for n, _ in draft.mentions}
        frames = {id(d): d for n in told for d in framing.get(n, ())[:MOST] if d is not draft}
        outer = [d for d in frames.values() if _has_of(draft, d)]
        if len(outer) != 1 or outer[0].within is draft:
            continue
        draft.within = outer[0]
        if draft.kind == "talks" and any(r.actor.kind == "organisation" for r in outer[0].roles):
            # Who meets on the margins of a body is there.
            outer[0].bystanders += [r for r in draft.roles if r.actor.kind == "person"]


def _has_of(draft: Draft, outer: Draft) -> bool:
    """Is one of those who meet at the conference as well?"""
    there = {r.actor.id for r in outer.bystanders} | outer.persons
    if not there:  # "their meeting took place on the margins of the summit"
        return outer.setting and any(map(meets, outer.roles)) and draft.sentence <= outer.sentence
    return not draft.persons.isdisjoint(there)


def _share_with_setting(draft: Draft, outer: Draft) -> None:
    """Place and days that only one of the two has are those of both."""
    for one, other in ((draft, outer), (outer, draft)):
        if not one.places:
            one.places = list(other.places)
        value = days(other)
        if not one.whens and not one.undated and value is not None and value.days < 8:
            one.whens = [other.whens[0].lent(value)]


# -- dateline -----------------------------------------------------------------------------------


def _at_dateline(drafts: list[Draft], article: Article) -> None:
    """What is going on in the state from which the report comes: in the city of its dateline."""
    place = dateline_place(article.dateline) if article.dateline else None
    at = article.text.find(article.dateline or "")
    if place is None or at < 0 or article.published is None or not _is_spot(place):
        return
    span = Span(at, at + len(article.dateline or ""))
    for draft in drafts:
        if draft.kind == "call" or any(_is_spot(p) for p, _ in draft.places):
            continue
        value = days(draft)
        country = draft.host or _country(draft) or _at_home(draft, place.country, drafts)
        if country != place.country:
            continue
        if value is not None and abs((value.start - article.published).days) <= 2:
            draft.places.append((place, span))


def _at_home(draft: Draft, country: str | None, drafts: list[Draft]) -> str | None:
    """The country of the report, if one of those who met is of it and nowhere told to be abroad."""
    if country not in draft.sides or draft.status().value not in ("held", "ongoing"):
        return None
    hosts = {r.actor.id for r in draft.roles if r.side == country and r.actor.kind == "person"}
    if not hosts or len(draft.persons) < 2:
        return None
    for other in around(drafts, draft.sentence):
        away = other.host or _country(other)
        if away is not None and away != country and not hosts.isdisjoint(other.actors):
            return None
    return country


# -- cities -------------------------------------------------------------------------------------

_BEFORE_CITIES = frozenset(
    {"in", "at", "to", "from", "for", "near", "around", "into", "capital", ","}
)


@cache
def _cities() -> frozenset[Place]:
    cities = {Place(p.name, p.country) for p in places() if p.kind == "city" and p.country}
    return frozenset(cities | {Place(s.capital, s.code) for s in states().values() if s.capital})


def _in_only_city(drafts: list[Draft], document: Document) -> None:
    """The one visit to a state, or conference in it, of which only the state is told is placed in
    the one city of it that the text names; so are the talks during it.
    """
    visits: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.kind == "visit" and draft.host is not None:
            visits.setdefault(draft.host, []).append(draft)
    published = document.article.published
    wanted = {
        host: some[0]
        for host, some in visits.items()
        if len(some) == 1
        and _whole_state(some[0])
        and status_at(some[0], days(some[0]), published) in ("held", "ongoing", "planned")
    }
    for draft in drafts:  # "Oman hosts the summit"
        if draft.kind in ("summit", "conference") and draft.within is None:
            host = _whole_state(draft)
            if host is not None and wanted.setdefault(host, draft) is not draft:
                del wanted[host]
    if not wanted:
        return
    found: dict[str, list[tuple[Place, Span]]] = {}
    tokens = document.tokens
    for mention in document.mentions:
        place = mention.place
        if place is None or place.country not in wanted or place not in _cities():
            continue
        before = tokens.at(mention.span.start) - 1
        if before >= 0 and tokens.lower[before] in _BEFORE_CITIES:
            found.setdefault(place.country, []).append((place, mention.span))
    for draft in drafts:
        host = _whole_state(draft)
        visit = draft if host is not None and wanted.get(host) is draft else draft.within
        if visit is None or host is None or wanted.get(host) is not visit:
            continue
        some = found.get(host, [])
        if len({place for place, _ in some}) == 1:
            draft.places = [*draft.places, some[0]]


def _whole_state(draft: Draft) -> str | None:
    """The state in which it is held if no more is known."""
    country = draft.host or _country(draft)
    return None if any(_is_spot(p) for p, _ in draft.places) else country
