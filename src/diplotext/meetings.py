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
from diplotext.events.absence import stood_in_for, without
from diplotext.events.bodies import whole
from diplotext.events.cast import Role, of_state
from diplotext.events.course import not_before
from diplotext.events.delegations import name_delegates
from diplotext.events.details import Detail
from diplotext.events.diaries import date_listed
from diplotext.events.draft import READ, Draft
from diplotext.events.drafter import EDITIONS, Drafter
from diplotext.events.linking import link
from diplotext.events.occurrence import add_occurrence
from diplotext.events.rollcall import call_roll
from diplotext.events.rounds import NOUN as ROUND
from diplotext.events.rounds import standing
from diplotext.events.sequels import sequels
from diplotext.events.standing import days, drop_misplaced, status_at
from diplotext.events.surroundings import complete, in_person, with_hosts
from diplotext.lexicon import regions, state
from diplotext.models import Actor, Article, Evidence, Meeting, Participant, Place, Span
from diplotext.reading.document import Document, expect_document
from diplotext.rules.loading import load
from diplotext.rules.match import EventMention, match, triggers, verbless

_BACK = 6
_POINTING = frozenset({"the", "this", "his", "her", "their"})
"""Before the noun of an event that has been told of."""
_COMPANY = frozenset({"delegation", "entourage", "retinue"})
_TOP = 8  # sentences among which headlines stand


def detect(document: Document, *, behind: list[Draft] | None = None) -> tuple[Meeting, ...]:
    """The meetings of an article, one record each, in order of first mention.

    Every filled field has an Evidence whose quote is the article's text at its span. ``behind``,
    if given, receives the draft of each record: ``explanations`` tells from it how it came to be.
    """
    expect_document(document)
    drafter = Drafter(document)
    drafts = _drafts(document, drafter)
    date_listed(drafts, document)
    visits = [d for d in drafts if d.kind == "visit"]
    for k, draft in enumerate(drafts):
        with_hosts(draft, visits)
        in_person(draft, visits, drafts[max(0, k - 2) : k + 3])
    absent = stood_in_for(drafts, document, drafter.cast)
    drafts = without(absent, link([d for d in drafts if d not in absent], document.article))
    add_occurrence(drafts, document)
    call_roll(drafts, document, drafter.cast)
    name_delegates(drafts, document.article)
    complete(drafts, document, drafter.cast)
    actors = document.actors_by_id()
    told = [(d, _participants(d, actors)) for d in drafts if _is_whole(d)]
    ids = {id(draft): _identity(draft, who, document.article) for draft, who in told}
    if behind is not None:
        behind += [draft for draft, _ in told]
    return tuple(_record(draft, who, ids, document) for draft, who in told)


def _is_whole(draft: Draft) -> bool:
    """A visit has a host, and no person or state talks to itself; the members of a body do. Who
    "left Peru" one day or other need not have been its guest.
    """
    if draft.kind == "visit":
        return draft.host is not None and (bool(draft.whens) or draft.rules != {"leave"})
    several = len(draft.roles) > 1 or any(r.actor.kind == "organisation" for r in draft.roles)
    return several or draft.kind in ("summit", "conference")


def _drafts(document: Document, drafter: Drafter) -> list[Draft]:
    rules = load("meetings")
    tokens = document.tokens
    rounds = standing(tokens)
    hits = sorted({*triggers(tokens, rules), *_headlines(document), *rounds})
    drafts: list[Draft] = []
    events: list[EventMention] = []
    first, last = -1, -1  # the tokens of the sentence at hand
    n, named = 0, 0
    for token in hits:
        if token >= last:
            n = document.sentence_at(tokens.start[token])
            if n >= len(document.sentences):
                break
            sentence = document.sentences[n]
            first, last = tokens.at(sentence.span.start), tokens.at(sentence.span.end)
            named = document.named(n) if sentence.part in READ else -1
        if named < 0 or token >= last:
            continue  # no news, already read, or between two sentences
        lower = tokens.lower[token]
        demand = rules.demands.get(lower)
        if demand is not None and demand.isdisjoint(tokens.lower[first:last]):
            continue  # the word that it needs stands in another sentence
        wanted = 1 if lower in rules.nouns or lower in rules.free else 2
        before = tokens.lower[max(0, token - _BACK) : token]
        if (
            named < wanted
            and token not in rounds
            and not (
                _points_back(before, document, n)
                if wanted == 1
                else named == 1 and not _COMPANY.isdisjoint(before)  # "his delegation includes A"
            )
        ):
            continue  # "the economy grew after he left": no two that could deal with each other
        named = -1
        headline = document.sentences[n].part == "headline"
        stands = {k: ROUND for k in rounds if first <= k < last} if rounds else None
        for event in match(document.units(n), rules, tokens, n, stands, headline=headline):
            drafts += drafter.draft(event)
            events.append(event)
    for event in sequels(events, document, drafter.cast):
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


_Who = list[tuple[Participant, Span | None]]
"""Those who take part, each with the words that name it."""


def _participants(draft: Draft, actors: Mapping[str, Actor]) -> _Who:
    capacity = "visitor" if draft.kind == "visit" else "participant"
    found: _Who = [(_participant(r, capacity), r.span) for r in draft.roles]
    if draft.kind == "visit":
        host = actors.get(f"state:{draft.host}") or of_state(draft.host or "")
        found.append((Participant(host, None, "host"), draft.host_span))
    elif draft.framing:
        found += [(_participant(r, "participant"), r.span) for r in draft.bystanders]
    once: dict[str, tuple[Participant, Span | None]] = {}
    for one in found:
        once.setdefault(one[0].actor.id, one)
    return list(once.values())


def _record(draft: Draft, who: _Who, ids: Mapping[int, str], document: Document) -> Meeting:
    article = document.article
    evidence: list[Evidence] = [_event_evidence(draft, document)]
    evidence += [_quoted("participants", s, article, p.actor) for p, s in who if s is not None]
    place, place_span = _place(draft)
    if place is None and draft.kind == "visit":
        place = Place(_state_name(draft.host or ""), draft.host)
        place_span = draft.host_span
    if draft.kind == "call":
        place = None
    if place is not None and place_span is not None:
        evidence.append(_quoted("place", place_span, article))
    drop_misplaced(draft, article.published)
    when = days(draft)
    status = status_at(draft, when, article.published)
    when = not_before(when, status, article.published)
    if when is not None:
        evidence += [_quoted("when", w.span, article) for w in draft.whens[:3]]
    surest = draft.status()
    cue = next((s for r, _, s in draft.statuses if r is surest), draft.trigger)
    evidence.append(_quoted("status", cue, article))
    details = _details(draft)
    evidence += [_quoted(d.field, d.span, article) for d in details]
    inviter = next((d.role for d in details if d.field == "invited_by"), None)
    outer = ids.get(id(draft.within)) if draft.within is not None else None
    if outer is not None and draft.within is not None:
        evidence.append(_quoted("part_of", draft.within.trigger, article))
    return Meeting(
        id=ids[id(draft)],
        kind=draft.kind,  # type: ignore[arg-type]
        participants=tuple([p for p, _ in who]),
        place=place,
        when=when,
        status=status,  # type: ignore[arg-type]
        format=next((d.value for d in details if d.field == "format"), None),
        round=next((d.value for d in details if d.field == "round"), None),
        topics=tuple([d.value for d in details if d.field == "topics"]),
        invited_by=_participant(inviter, "host") if inviter is not None else None,
        reported_by=tuple([d.value for d in details if d.field == "reported_by"]),
        part_of=outer,
        article=article.id,
        outlet=article.outlet,
        published=article.published,
        evidence=tuple(dict.fromkeys(evidence)),
        rules=tuple(sorted(draft.rules)),
    )


_MOST = {"round": 1, "topics": 5, "invited_by": 1, "reported_by": 3}
"""So many values of each field go into the record, beside the longest format."""


def _details(draft: Draft) -> list[Detail]:
    """Those of the draft's details that go into the record, each value once, field by field."""
    if not draft.details:
        return []
    told: dict[str, dict[str, Detail]] = {}
    for detail in draft.details:
        told.setdefault(detail.field, {}).setdefault(detail.value, detail)
    kept: list[Detail] = []
    if "format" in told:
        kept.append(max(told["format"].values(), key=lambda d: len(d.value)))
    for field, most in _MOST.items():
        if field in told:
            kept += list(told[field].values())[:most]
    return kept


def _participant(role: Role, capacity: str) -> Participant:
    return Participant(whole(role.actor), role.office, capacity)  # type: ignore[arg-type]


def _state_name(code: str) -> str:
    found = state(code)
    return found.name if found is not None else code


def _place(draft: Draft) -> tuple[Place | None, Span | None]:
    """The most specific place: a known city or venue, then a named one, then the country."""
    options = [
        (p, s)
        for p, s in draft.places
        if (p.country == draft.host if draft.kind == "visit" else p.name not in regions())
    ]  # "the forum on security in Africa" may be held anywhere
    # "at his official residence" is no name, and says nothing of the state
    options = [(p, s) for p, s in options if p.country is not None or not p.name[:1].islower()]
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


def _identity(draft: Draft, participants: _Who, article: Article) -> str:
    """A digest of the article and of where the event is first told."""
    who = [p.actor.id for p, _ in participants]
    source = f"{article.id}|{draft.kind}|{draft.trigger.start}|{who}"
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
