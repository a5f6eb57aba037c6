"""From exercises as their mentions tell them to records with their evidence."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

import attrs

from diplotext.events import (
    drills,
    forces,
    grounds,
    naming,
    particulars,
    theatre,
)
from diplotext.events.cast import Cast, Role
from diplotext.events.course import days, edition_year, not_before, since_report, status
from diplotext.events.draft import READ, Draft
from diplotext.events.joining import Drill, asserted
from diplotext.events.portions import portions
from diplotext.events.proper import organisers
from diplotext.events.spots import distinct
from diplotext.events.vocabulary import said
from diplotext.models import Evidence, MilitaryExercise, Participant, Span
from diplotext.reading.document import Document


def records(
    events: list[Drill],
    document: Document,
    cast: Cast,
    marked: set[int],
    behind: list[Draft] | None,
) -> tuple[MilitaryExercise, ...]:
    """One record for each exercise of which enough is told; ``behind`` receives the drafts."""
    tokens = document.tokens
    martial = drills.military(tokens, 0, len(tokens))
    homes = Counter(n for event in events for n in set(event.sentences))
    shared = portions(events, document)
    found: list[MilitaryExercise] = []
    for event in events:
        if not event.draft.roles and event.name is None:
            continue
        if not asserted(event):
            continue
        near = sum(
            drills.military(tokens, tokens.at(span.start), tokens.at(span.end))
            for span in (document.sentences[n].span for n in _own(event, events))
        )  # fmt: skip
        near += bool(event.leaders)  # a head of state oversees no fire drill
        near += event.name is not None and bool(organisers(event.name))  # a known series
        near += forces.of_pact(event.draft.roles) and not drills.relief(document, event.sentences)
        near += (
            event.another and event.nameless and len(events) > 1 and martial > 0
        )  # "a similar one"
        if near == 0 and event.name is not None and (event.draft.whens or event.draft.places):
            near += _of_many(event, document)
        if not event.draft.roles and near == 0:
            continue
        needs = event.needs if event.kin is None else min(event.needs, event.kin.needs)
        if near == 0 and martial < 3 and len({r.side for r in event.draft.roles}) < needs:
            continue
        numbers = _telling(event, homes, len(events) == 1, document)
        spans = [
            span
            for n in numbers
            for span in (
                [part for part, owner in shared[n] if owner is (event.kin or event)]
                if n in shared
                else [document.sentences[n].span]
            )
        ]
        if len(events) == 1:  # who looks on is told further down
            numbers = list(range(numbers[0], min(numbers[-1] + 4, len(document.sentences))))
        onlookers = particulars.observers(document, cast, numbers)
        found.append(_record(event, document, cast, marked, spans, onlookers))
        if behind is not None:
            behind.append(event.draft)
    return tuple(found)


def _of_many(event: Drill, document: Document) -> bool:
    """Are its sides only counted ("19 countries")? So are those of a drill of forces, if nothing
    speaks of help and rescue.
    """
    tokens, counted = document.tokens, False
    for span in (document.sentences[n].span for n in event.sentences[:3]):
        lower = tokens.lower[tokens.at(span.start) : tokens.at(span.end)]
        if not (said("relief") | said("rescuers")).isdisjoint(lower):
            return False
        counted = counted or any(
            word in ("countries", "nations") and (before.isdigit() or before in said("counted"))
            for before, word in pairwise(lower)
        )
    return counted


def _telling(event: Drill, homes: Mapping[int, int], alone: bool, document: Document) -> list[int]:
    """The sentences of which the words show what is practised: its own, and those that go on.
    ``homes``: sentence -> how many exercises it speaks of.
    """
    text, sentences = document.article.text, document.sentences
    own = sorted(set(event.sentences))
    if alone:
        more = list(range(own[0], own[-1] + 4))
    else:
        more = [
            n + 1
            for n in own
            if n + 1 < len(sentences) and not homes.get(n + 1)
            and "\n" not in text[sentences[n].span.end : sentences[n + 1].span.start]
        ]  # fmt: skip
    return sorted(
        n for n in {*own, *more, *event.told}
        if n < len(sentences) and sentences[n].part in READ
    )  # fmt: skip


def _record(
    event: Drill,
    document: Document,
    cast: Cast,
    marked: set[int],
    spans: list[Span],
    onlookers: list[Role],
) -> MilitaryExercise:
    draft, article, text = event.draft, document.article, document.article.text
    evidence = [_quoted("event", document.sentences[draft.sentence].span, text, limit=True)]
    roles = _taking_part(draft.roles)
    sides = {r.side for r in roles}
    onlookers = [r for r in onlookers if r.side not in sides]
    participants = tuple(_participant(r) for r in roles)
    participants += tuple(Participant(r.actor, capacity="observer") for r in onlookers)
    evidence += [
        Evidence("participants", r.span, r.span.of(text), r.actor.id) for r in (*roles, *onlookers)
    ]
    places = distinct(draft.places) or grounds.presumed(event, document)
    places |= grounds.at_hosts(event, places, document)
    places |= theatre.in_country(places, document, set(event.sentences))
    evidence += [_quoted("places", s, text) for s in places.values()]
    when = days(draft)
    if when is not None:
        evidence += [_quoted("when", w.span, text) for w in draft.whens[:3]]
    elif event.name is not None:
        when = edition_year(event.name, article.published)
        if when is not None:
            evidence.append(_quoted("when", naming.span_of(event.name, document), text))
    value = status(draft, when, article.published)
    when = not_before(when, value, article.published)
    when = since_report(draft, when, value, article.published)
    own = spans
    shown = drills.domains(document, spans, marked)
    if not shown and event.kin is not None:
        spans = [document.sentences[n].span for n in sorted(set(event.kin.sentences))]
        shown = drills.domains(document, spans, marked)
        shown = shown if len(shown) == 1 else []  # of several, which were there that time?
    kinds = {d for d, _ in shown}
    if "naval" not in kinds and (not kinds or kinds - _FLOWN):
        shown += [("naval", s) for p, s in places.items() if drills.at_sea(p.name)][:1]
    told = draft.status()  # where no word says more, the words that tell of it at all
    cue = next((span for reading, _, span in draft.statuses if reading is told), draft.trigger)
    evidence.append(_quoted("status", cue, text))
    evidence += [_quoted("domains", s, text) for _, s in shown]
    counted = drills.troops(text, spans)
    if counted is not None:
        evidence.append(_quoted("troops", counted[1], text))
    gear, parts = particulars.assets(text, own), particulars.phases(document, own)
    evidence += [_quoted("assets", s, text) for _, s in gear]
    evidence += [_quoted("phases", s, text) for _, s in parts]
    whole = [s for s in own if document.sentences[document.sentence_at(s.start)].span == s]
    aim = particulars.purpose(document, whole, marked)  # of several in one sentence, of none
    if aim is not None:
        evidence.append(_quoted("purpose", aim[1], text))
    host = particulars.host(event, cast)
    if host is not None:
        evidence.append(_quoted("host", host.span, text))
    name = event.name
    if name is not None:
        evidence.append(_quoted("name", naming.span_of(name, document), text))
    record = MilitaryExercise(
        id="", name=name.name if name else None, participants=participants,
        places=tuple(places), when=when,
        status=value,  # type: ignore[arg-type]
        domains=tuple(d for d, _ in shown),  # type: ignore[misc]
        series=name.series if name else None, edition=name.edition if name else None,
        troops=counted[0] if counted else None, assets=tuple(a for a, _ in gear),
        phases=tuple(p for p, _ in parts), purpose=aim[0] if aim else None,
        host=host.actor.country if host else None, article=article.id, outlet=article.outlet,
        published=article.published,
        evidence=tuple(dict.fromkeys(evidence)), rules=tuple(sorted(draft.rules)),
    )  # fmt: skip
    source = f"{article.id}|exercise|{draft.trigger.start}|{record.name}"
    return attrs.evolve(
        record, id=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    )


_FLOWN = frozenset({"air", "missile", "nuclear"})
"""Where nothing else is trained, a sea among the places is only what is flown over."""


def _participant(role: Role) -> Participant:
    return Participant(role.actor, role.office)


def _quoted(field: str, span: Span, text: str, limit: bool = False) -> Evidence:
    if limit and span.end - span.start > 220:
        cut = text.rfind(" ", span.start, span.start + 220)
        span = Span(span.start, cut if cut > span.start else span.start + 220)
    return Evidence(field, span, span.of(text))


def _own(event: Drill, events: list[Drill]) -> set[int]:
    """Its sentences, with those of the exercises of which it is another edition."""
    found = set(event.sentences) | (set(event.kin.sentences) if event.kin is not None else set())
    for other in events[:9]:
        if event.name is not None and other.name is not None and other.name.key == event.name.key:
            found.update(other.sentences[:9])
    return found


def _taking_part(roles: list[Role]) -> list[Role]:
    """The states that take part; a body only where hardly any state is named."""
    states = sum(r.actor.kind == "state" for r in roles)
    return [r for r in roles if r.actor.kind == "state" or states < 2]
