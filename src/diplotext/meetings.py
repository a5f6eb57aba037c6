"""Meetings: officials of two or more sides deal with each other, or one goes to another state.

``detect`` finds one record for each distinct event of an article; ``normalise`` puts a record
into canonical form; ``deduplicate`` merges records that tell of one event. What counts is
laid down in the codebook.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

import attrs

from diplotext.errors import expect
from diplotext.events.cast import Role, of_state
from diplotext.events.details import Detail
from diplotext.events.draft import READ, Draft
from diplotext.events.drafter import EDITIONS, Drafter
from diplotext.events.linking import link
from diplotext.events.standing import days, status_at
from diplotext.events.surroundings import complete, in_person, with_hosts
from diplotext.lexicon import state
from diplotext.models import Actor, Article, Evidence, Meeting, Participant, Place, Span
from diplotext.reading.document import Document, expect_document
from diplotext.rules.loading import load
from diplotext.rules.match import match, triggers, verbless

_BACK = 6
_POINTING = frozenset({"the", "this", "his", "her", "their"})
"""Before the noun of an event that has been told of."""
_TOP = 8  # sentences among which headlines stand


def detect(document: Document, *, behind: list[Draft] | None = None) -> tuple[Meeting, ...]:
    """The meetings of an article, one record each, in order of first mention.

    Every filled field has an Evidence whose quote is the article's text at its span. ``behind``,
    if given, receives the draft of each record: ``explanations`` tells from it how it came to be.
    """
    expect_document(document)
    drafter = Drafter(document)
    drafts = _drafts(document, drafter)
    visits = [d for d in drafts if d.kind == "visit"]
    for draft in drafts:
        with_hosts(draft, visits)
        in_person(draft, visits)
    drafts = link(drafts, document.article)
    complete(drafts, document, drafter.cast)
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


def _drafts(document: Document, drafter: Drafter) -> list[Draft]:
    rules = load("meetings")
    tokens = document.tokens
    hits = sorted({*triggers(tokens, rules), *_headlines(document)})
    drafts: list[Draft] = []
    done = -1
    for token in hits:
        n = document.sentence_at(tokens.start[token])
        if (
            n <= done
            or n >= len(document.sentences)
            or document.sentences[n].part not in READ
            or tokens.start[token] >= document.sentences[n].span.end
        ):
            continue
        lower = tokens.lower[token]
        wanted = 1 if lower in rules.nouns or lower in rules.free else 2
        if document.named(n) < wanted and not (
            wanted == 1 and _points_back(tokens.lower[max(0, token - _BACK) : token], document, n)
        ):
            continue  # "the economy grew after he left": no two that could deal with each other
        done = n
        headline = document.sentences[n].part == "headline"
        for event in match(document.units(n), rules, tokens, n, headline=headline):
            drafts += drafter.draft(event)
    return drafts


def _points_back(before: list[str], document: Document, sentence: int) -> bool:
    """Does a sentence that names nobody tell of an event told before: "The meeting is on May 5"?"""
    if not EDITIONS.isdisjoint(before[-2:]):
        return True
    return not _POINTING.isdisjoint(before) and document.dated(sentence)


def _headlines(document: Document) -> Iterator[int]:
    """First tokens of the headlines that may do without a verb."""
    tokens = document.tokens
    for sentence in document.sentences[:_TOP]:
        if sentence.part == "headline":
            first, last = tokens.at(sentence.span.start), tokens.at(sentence.span.end)
            if verbless(tokens, first, last):
                yield first


def _record(draft: Draft, document: Document, actors: Mapping[str, Actor]) -> Meeting | None:
    article = document.article
    participants = [
        _participant(r, "visitor" if draft.kind == "visit" else "participant") for r in draft.roles
    ]
    evidence: list[Evidence] = [_event_evidence(draft, document)]
    evidence += [_quoted("participants", r.span, article, r.actor) for r in draft.roles]
    if draft.kind == "visit":
        if draft.host is None:
            return None
        host = actors.get(f"state:{draft.host}") or of_state(draft.host)
        participants.append(Participant(host, None, "host"))
        if draft.host_span is not None:
            evidence.append(_quoted("participants", draft.host_span, article, host))
    elif draft.setting:
        there = {p.actor.id for p in participants}
        for role in draft.bystanders:
            if role.actor.id not in there:
                there.add(role.actor.id)
                participants.append(_participant(role, "participant"))
                evidence.append(_quoted("participants", role.span, article, role.actor))
    place, place_span = _place(draft)
    if place is None and draft.kind == "visit":
        place = Place(_state_name(draft.host or ""), draft.host)
        place_span = draft.host_span
    if place is not None and place_span is not None and draft.kind != "call":
        evidence.append(_quoted("place", place_span, article))
    if draft.kind == "call":
        place = None
    when = days(draft)
    if when is not None:
        evidence += [_quoted("when", w.span, article) for w in draft.whens[:3]]
    status = status_at(draft, when, article.published)
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


def _state_name(code: str) -> str:
    found = state(code)
    return found.name if found is not None else code


def _place(draft: Draft) -> tuple[Place | None, Span | None]:
    """The most specific place: a known city or venue, then a named one, then the country."""
    options = [(p, s) for p, s in draft.places if draft.kind != "visit" or p.country == draft.host]
    if not options:
        return None, None
    return max(options, key=lambda option: _specific(option[0]))  # of equals the first


_VENUES = frozenset({"airport", "palace", "castle", "hotel", "airbase"})


def _specific(place: Place) -> int:
    if place.country is not None and place.name == _state_name(place.country):
        return 1
    *first, last = place.name.split()
    if last[:1].islower():  # "Don Mueang airport", but "Egyptian resort town"
        return 2 if last in _VENUES and all(word[:1].isupper() for word in first) else 0
    return 3 if place.country is not None else 2


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


def _quoted(field: str, span: Span, article: Article, actor: Actor | None = None) -> Evidence:
    return Evidence(field, span, span.of(article.text), actor.id if actor else None)


def _identity(record: Meeting, trigger: Span) -> str:
    """A digest of the article and of where the event is first told."""
    who = [p.actor.id for p in record.participants]
    source = f"{record.article}|{record.kind}|{trigger.start}|{who}"
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def normalise(meeting: Meeting) -> Meeting:
    """Canonical form: participants sorted, evidence and rules unique; idempotent."""
    expect(meeting, Meeting)
    participants = tuple(
        sorted(set(meeting.participants), key=lambda p: (p.capacity, p.actor.id, p.office or ""))
    )
    return attrs.evolve(
        meeting,
        participants=participants,
        evidence=tuple(
            sorted(set(meeting.evidence), key=lambda e: (e.span, e.field, e.actor or ""))
        ),
        rules=tuple(sorted(set(meeting.rules))),
    )


def deduplicate(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """One merged record for each event, with its raw reports and their claims."""
    from diplotext.merging import merge_meetings

    return tuple(merge_meetings(meetings))
