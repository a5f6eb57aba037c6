"""Meetings: officials of two or more sides deal with each other, or one goes to another state.

``detect`` finds one record for each distinct event of an article; ``normalise`` puts a record
into canonical form; ``deduplicate`` merges records that tell of one event. What counts is
laid down in the codebook.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import timedelta

import attrs

from diplotext.dateranges import DateRange
from diplotext.events.cast import Role
from diplotext.events.details import Detail
from diplotext.events.draft import Draft
from diplotext.events.drafter import EDITIONS, Drafter
from diplotext.events.linking import MOST, around, best_when, link, status_at
from diplotext.lexicon import state
from diplotext.models import Actor, Article, Evidence, Meeting, Participant, Place, Span
from diplotext.reading.document import Document
from diplotext.rules.loading import load
from diplotext.rules.match import match, triggers

_READ = frozenset({"headline", "body", "caption", "dateline", "header"})


def detect(document: Document, *, behind: list[Draft] | None = None) -> tuple[Meeting, ...]:
    """The meetings of an article, one record each, in order of first mention.

    Every filled field has an Evidence whose quote is the article's text at its span. ``behind``,
    if given, receives the draft of each record: ``explanations`` tells from it how it came to be.
    """
    drafts = _drafts(document)
    visits = [d for d in drafts if d.kind == "visit"]
    for draft in drafts:
        _with_hosts(draft, visits)
    drafts = _inherit_from_visits(link(drafts, document.article))
    _settings(drafts)
    actors = document.actors_by_id()
    records = {id(draft): _record(draft, document, actors) for draft in drafts}
    made: list[Meeting] = []
    for draft in drafts:
        record = records[id(draft)]
        outer = records.get(id(draft.within)) if draft.within is not None else None
        if record is not None and outer is not None and draft.within is not None:
            proof = _quoted("part_of", draft.within.trigger, document.article)
            record = attrs.evolve(record, part_of=outer.id, evidence=(*record.evidence, proof))
        if record is not None:
            made.append(record)
            if behind is not None:
                behind.append(draft)
    return tuple(made)


def _settings(drafts: list[Draft]) -> None:
    """Talks on the margins of a conference are part of it."""
    framing: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.setting and draft.kind in ("summit", "conference"):
            framing.setdefault(draft.sentence, []).append(draft)
    if not framing:
        return
    for draft in drafts:
        if draft.within is not None or draft.kind not in ("talks", "summit"):
            continue
        outer = [
            d
            for n in {n for n, _ in draft.mentions}
            for d in framing.get(n, ())[:MOST]
            if d is not draft
            and not (
                draft.persons.isdisjoint(d.persons)
                and all(r.actor.id not in draft.persons for r in d.bystanders)
            )
        ]
        if len(outer) == 1 and outer[0].within is not draft:
            draft.within = outer[0]


def _drafts(document: Document) -> list[Draft]:
    rules = load("meetings")
    tokens = document.tokens
    hits = triggers(tokens, rules)
    drafter = Drafter(document)
    drafts: list[Draft] = []
    done = -1
    for token in hits:
        n = document.sentence_at(tokens.start[token])
        if n <= done or n >= len(document.sentences):
            continue
        done = n
        if (
            document.sentences[n].part not in _READ
            or tokens.start[token] >= document.sentences[n].span.end
        ):
            continue
        wanted = 1 if tokens.lower[token] in rules.nouns else 2
        if document.named(n) < wanted and EDITIONS.isdisjoint(tokens.lower[token - 2 : token]):
            continue  # "the economy grew after he left": no two that could deal with each other
        headline = document.sentences[n].part == "headline"
        for event in match(document.units(n), rules, tokens, n, headline=headline):
            drafts += drafter.draft(event)
    return drafts


def _with_hosts(draft: Draft, visits: list[Draft]) -> None:
    """Whose "bilateral talks" or "senior officials" during a visit: the hosts'."""
    if draft.kind != "talks" or len(draft.sides) != 1 or not draft.persons:
        return
    if "bilateral" not in draft.format and not draft.unnamed:
        return
    country = next((p.country for p, _ in draft.places if p.country), None)
    near = [
        v
        for v in around(visits, draft.sentence)
        if 0 <= draft.sentence - v.sentence <= (2 if draft.unnamed else 0)
        and not draft.persons.isdisjoint(v.persons)
        and v.host_span
        and v.host not in draft.sides
        and (country is None or country == v.host)
    ]
    if not near:
        return
    last = max(v.sentence for v in near)
    hosts = {v.host: v for v in near if v.sentence == last}
    if len(hosts) == 1:
        (visit,) = hosts.values()
        assert visit.host is not None
        assert visit.host_span is not None
        draft.roles.append(Role(_state(visit.host), None, visit.host_span))


def _inherit_from_visits(drafts: list[Draft]) -> list[Draft]:
    """Talks during a visit take its days and place where they have none of their own."""
    visits = [d for d in drafts if d.kind == "visit"]
    frames = [d for d in drafts if d.kind in ("summit", "conference")]
    for draft in drafts:
        if draft.family != "talks":
            continue
        country = next((p.country for p, _ in draft.places if p.country), None)
        hosts = [
            v
            for v in around(visits, draft.sentence)
            if (
                v.host in draft.sides
                or (draft.kind != "talks" and 0 <= draft.sentence - v.sentence <= 1)
            )
            and not draft.actors.isdisjoint(v.actors)
            and (country is None or country == v.host)
        ]
        beside = [v for v in hosts if draft.kind != "talks" and v.sentence == draft.sentence]
        if beside:
            hosts = [min(beside, key=lambda v: abs(v.trigger.start - draft.trigger.start))]
        if len(hosts) > 1:
            value = draft.status().value
            hosts = [v for v in hosts if v.status().value == value] or hosts
        hosts = [
            v for v in hosts if {"planned", "held"} != {draft.status().value, v.status().value}
        ]
        if not hosts:
            _inherit_from_conference(draft, frames)
            continue
        visit = min(hosts, key=lambda v: abs(v.sentence - draft.sentence))
        draft.within = visit
        if country is None:  # "at the presidential palace": of the hosts
            draft.places = [(attrs.evolve(p, country=visit.host), s) for p, s in draft.places]
        if draft.places and len(visit.places) < MOST and not _city(visit):
            visit.places += [(p, s) for p, s in draft.places if p.country == visit.host]
        if not draft.places:
            draft.places = list(visit.places)
        days = _when(visit)
        if days is not None and not draft.whens and not draft.undated:
            draft.whens = [attrs.evolve(visit.whens[0], value=days, own=False, bound=None)]
    return drafts


def _inherit_from_conference(draft: Draft, frames: list[Draft]) -> None:
    """Talks among those who attend the article's one conference take place where it does."""
    if draft.places or draft.kind != "talks" or len(draft.persons) < 2:
        return
    settings = [
        d
        for d in around(frames, draft.sentence)
        if d.places and draft.persons <= d.persons and d is not draft
    ]
    if len(settings) == 1:
        draft.places = list(settings[0].places)


def _city(visit: Draft) -> bool:
    return any(
        p.country == visit.host and p.name != _state_name(visit.host or "") for p, _ in visit.places
    )


def _record(draft: Draft, document: Document, actors: Mapping[str, Actor]) -> Meeting | None:
    article = document.article
    participants = [
        _participant(r, "visitor" if draft.kind == "visit" else "participant") for r in draft.roles
    ]
    evidence: list[Evidence] = [_event_evidence(draft, document)]
    evidence += [_quoted("participants", r.span, article) for r in draft.roles]
    if draft.kind == "visit":
        if draft.host is None:
            return None
        host = actors.get(f"state:{draft.host}") or _state(draft.host)
        participants.append(Participant(host, None, "host"))
        if draft.host_span is not None:
            evidence.append(_quoted("participants", draft.host_span, article))
    elif draft.setting:
        there = {p.actor.id for p in participants}
        for role in draft.bystanders:
            if role.actor.id not in there:
                there.add(role.actor.id)
                participants.append(_participant(role, "participant"))
                evidence.append(_quoted("participants", role.span, article))
    place, place_span = _place(draft)
    if place is None and draft.kind == "visit":
        place = Place(_state_name(draft.host or ""), draft.host)
        place_span = draft.host_span
    if place is not None and place_span is not None and draft.kind != "call":
        evidence.append(_quoted("place", place_span, article))
    if draft.kind == "call":
        place = None
    when = _when(draft)
    if when is not None:
        evidence += [_quoted("when", w.span, article) for w in draft.whens[:3]]
    status = status_at(draft, when, article.published)
    if (
        when is None
        and draft.kind == "visit"
        and status == "ongoing"
        and not draft.undated
        and article.published is not None
    ):
        when = DateRange.day(
            article.published, "inferred"
        )  # "is in Oman": so on the day of the report
        if draft.days and draft.days > 1:
            when = when.widen(when.shift(draft.days - 1))
    cue = next((s for r, _, s in draft.statuses if r is draft.status()), draft.trigger)
    evidence.append(_quoted("status", cue, article))
    record = Meeting(
        id="",
        kind=draft.kind,  # type: ignore[arg-type]
        participants=tuple(participants),
        place=place,
        when=when,
        status=status,  # type: ignore[arg-type]
        **_details(draft, evidence, article),  # type: ignore[arg-type]
        article=article.id,
        outlet=article.outlet,
        published=article.published,
        evidence=tuple(dict.fromkeys(evidence)),
        rules=tuple(sorted(draft.rules)),
    )
    return attrs.evolve(record, id=_identity(record, draft.trigger))


def _details(draft: Draft, evidence: list[Evidence], article: Article) -> dict[str, object]:
    """Format, round, topics, invited_by and reported_by with their words added to ``evidence``."""
    chosen: dict[str, list[Detail]] = {}
    for detail in draft.details:
        some = chosen.setdefault(detail.field, [])
        if all(detail.value != d.value for d in some):
            some.append(detail)
    formats = sorted(chosen.get("format", []), key=lambda d: -len(d.value))[:1]
    said = chosen.get("reported_by", [])
    kept = [
        *formats,
        *chosen.get("round", [])[:1],
        *chosen.get("topics", [])[:5],
        *chosen.get("invited_by", [])[:1],
        *said[:3],
    ]
    evidence += [_quoted(d.field, d.span, article) for d in kept]

    def first(field: str) -> str | None:
        return next((d.value for d in kept if d.field == field), None)

    inviter = next((d.role for d in kept if d.field == "invited_by"), None)
    return {
        "format": first("format"),
        "round": first("round"),
        "topics": tuple(d.value for d in kept if d.field == "topics"),
        "invited_by": _participant(inviter, "host") if inviter is not None else None,
        "reported_by": tuple(d.value for d in kept if d.field == "reported_by"),
    }


def _participant(role: Role, capacity: str) -> Participant:
    return Participant(role.actor, role.office, capacity)  # type: ignore[arg-type]


def _state(code: str) -> Actor:
    return Actor(f"state:{code}", _state_name(code), "state", country=code)


def _state_name(code: str) -> str:
    found = state(code)
    return found.name if found is not None else code


def _place(draft: Draft) -> tuple[Place | None, Span | None]:
    """The most specific place: a known city or venue, then a named one, then the country."""
    options = [(p, s) for p, s in draft.places if draft.kind != "visit" or p.country == draft.host]
    if not options:
        return None, None
    return max(options, key=lambda option: _specific(option[0]))  # of equals the first


def _specific(place: Place) -> int:
    if place.country is not None and place.name == _state_name(place.country):
        return 1
    if place.name.split()[-1][:1].islower():
        return 0  # "Egyptian resort town"
    return 3 if place.country is not None else 2


def _when(draft: Draft) -> DateRange | None:
    when = best_when(draft)
    if (
        when is not None
        and when.days == 1
        and draft.days
        and draft.days > 1
        and draft.kind == "visit"
    ):
        course = any(
            r.course == "begin" or r.value in ("ongoing", "planned", "held", "present", "purpose")
            for r, _, _ in draft.statuses
        )
        if course:
            try:
                return DateRange.between(
                    when.start, when.start + timedelta(days=draft.days - 1), when.basis
                )
            except OverflowError:
                return when
    return when


def _event_evidence(draft: Draft, document: Document) -> Evidence:
    """The clause's words around the trigger, at most 25 of them."""
    tokens = document.tokens
    span = document.sentences[draft.sentence].span
    middle = tokens.at(draft.trigger.start)
    first = max(tokens.at(span.start), middle - 12)
    last = min(tokens.at(span.end), first + 26) - 1
    return _quoted(
        "event",
        Span(tokens.start[first], max(tokens.end[last], draft.trigger.end)),
        document.article,
    )


def _quoted(field: str, span: Span, article: Article) -> Evidence:
    return Evidence(field, span, span.of(article.text))


def _identity(record: Meeting, trigger: Span) -> str:
    """A digest of the article and of where the event is first told."""
    who = [p.actor.id for p in record.participants]
    source = f"{record.article}|{record.kind}|{trigger.start}|{who}"
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def normalise(meeting: Meeting) -> Meeting:
    """Canonical form: participants sorted, evidence and rules unique; idempotent."""
    participants = tuple(
        sorted(set(meeting.participants), key=lambda p: (p.capacity, p.actor.id, p.office or ""))
    )
    return attrs.evolve(
        meeting,
        participants=participants,
        evidence=tuple(sorted(set(meeting.evidence), key=lambda e: (e.span, e.field))),
        rules=tuple(sorted(set(meeting.rules))),
    )


def deduplicate(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """One merged record for each event, with its raw reports and their claims."""
    from diplotext.merging import merge_meetings

    return tuple(merge_meetings(meetings))
