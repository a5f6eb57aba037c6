"""Military exercises: armed forces of one or more states train, alone or together.

``detect`` finds one record for each distinct exercise of an article; ``normalise`` puts a
record into canonical form; ``deduplicate`` merges records that tell of one exercise. What
counts is laid down in the codebook.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import compress

import attrs

from diplotext.errors import expect
from diplotext.events import (
    completion,
    drills,
    editions,
    grounds,
    partaking,
    telling,
    theatre,
    training,
    venues,
)
from diplotext.events.cast import Cast, Role
from diplotext.events.course import days, edition_year, not_before, status, stays_away
from diplotext.events.draft import READ, Draft
from diplotext.events.drafter import Drafter
from diplotext.events.joining import Drill, asserted, dates_agree, joined
from diplotext.events.naming import names, of_series
from diplotext.events.portions import portions
from diplotext.events.proper import QUOTES, Name
from diplotext.events.vocabulary import said
from diplotext.models import Evidence, MilitaryExercise, Participant, Span
from diplotext.reading.document import Document, expect_document
from diplotext.rules.loading import load
from diplotext.rules.match import match, triggers
from diplotext.rules.noun_status import stem


def detect(
    document: Document, *, behind: list[Draft] | None = None
) -> tuple[MilitaryExercise, ...]:
    """The military exercises of an article, one record each, in order of first mention.

    ``behind``, if given, receives the draft of each record: ``explanations`` tells from it how it
    came to be.
    """
    expect_document(document)
    rules = load("exercises")
    tokens = document.tokens
    if said("core").isdisjoint(tokens.lower) and not of_series(document):
        return ()  # the words that most articles share with exercises ("begin", "join") start none
    known = names(document)
    named = {k: "exercise" for name in known for k in range(name.i, name.j)}
    elliptic = editions.elliptic_tokens(tokens)
    weak = said("another") | {"one"}
    hits = sorted({
        *(k for k in triggers(tokens, rules) if tokens.lower[k] not in weak or k in elliptic),
        *named, *_lists(document),
    })  # fmt: skip
    cast = Cast(document, said("forces") | said("bands"))
    drafter = Drafter(document, cast)
    marked = set(named) | elliptic
    marked.update(compress(range(len(tokens)), map(said("nouns").__contains__, tokens.lower)))
    found: list[Drill] = []
    pointers: list[Drill] = []
    others: list[Drill] = []
    silent: set[int] = set()  # sentences of which the days and places are those of something else
    owners: dict[int, list[Role]] = {}  # sentence -> whose forces it speaks of
    done = -1
    for token in hits:
        n = document.sentence_at(tokens.start[token])
        if n <= done:
            continue
        needed = rules.subjects.get(tokens.lower[token])
        if needed and token not in named and needed.isdisjoint(document.lower_in(n)):
            continue  # "began" tells of an exercise that is its subject
        done = n
        sentence = document.sentences[n]
        if sentence.part not in READ or tokens.start[token] >= sentence.span.end:
            continue
        here: list[Drill] = []
        apart: set[int] = set()  # clauses that tell of another edition
        for event in match(document.units(n), rules, tokens, n, named):
            if event.trigger.kind == "noun" and drills.other_kind(
                event.format, partaking.armed(event, tokens)
            ):
                continue
            if drills.echo(event.trigger, tokens) or drills.verbal(event.trigger, tokens):
                continue
            if telling.of_others(event, tokens) or telling.founded(
                event, document.article.published
            ):
                continue
            called = telling.so_called(event)
            if called is not None:
                partaking.rehome(event, called, tokens)
            summed = telling.sums_up(event, tokens, named)
            if summed:
                partaking.summed(event)
            edition = event.frame.id == editions.FRAME
            if edition and (event.trigger.head not in elliptic or editions.of_another(event)):
                continue
            name = _named(known, event.trigger.i, event.trigger.j)
            if name is None and event.trigger.det:
                name = _headed(known, event.trigger.i, document)
            if name is None:
                name = _appended(known, event.trigger.j, n, document)
            there = grounds.destination(event, tokens)
            event.places += [u for u in there if u not in event.places]
            event.add("participant", partaking.acting(event))
            event.status = telling.stage(event) or event.status
            for draft in drafter.draft(event):
                if draft.trigger and event.frame.roles.get("subject") == "event":
                    draft.roles = []
                overseers = cast.of(partaking.overseers(event))
                leaders = [
                    r for r in (*draft.roles, *overseers)
                    if r.actor.kind == "person" and r.actor.country
                ]  # fmt: skip
                roles = partaking.taking_part(event, draft.roles, tokens)
                draft.roles = [r for r in roles if r.actor.kind in ("state", "organisation")]
                draft.whens = [
                    w for w in training.dated(event, draft.whens, tokens)
                    if name is None or not _span(name, document).contains(w.span)
                ]  # fmt: skip
                draft.places = [
                    (p, s) for p, s in venues.setting(event, draft.places, tokens, there)
                    if tokens.at(s.start) not in named
                ]  # fmt: skip
                draft.definite = telling.points_back(event)
                if telling.acts_on(event):
                    continue
                if telling.spoken_of(event):
                    draft.statuses, silent = [], silent | {n}
                past = _past(draft, document)
                if telling.habitual(event) and not summed:
                    draft.statuses, draft.whens, draft.weak = [], [], True
                if stays_away(event.status):
                    draft.roles, draft.statuses = [], []
                drill = Drill(draft, name, [name] if name else [], [n], sentence.part == "headline")
                drill.another = editions.another(event, document) or (
                    # "the next exercise, Dawn Shield": the name is that of the same edition
                    name is not None
                    and bool(others)
                    and others[-1].another
                    and others[-1].name is name
                )
                draft.whens = editions.in_year(draft.whens)
                drill.past, drill.leaders = past, leaders
                # "Kuwait, which hosted the drill in 2021": another edition than the one told of
                drill.another |= drill.past and event.clause.link == "rel" and bool(draft.roles)
                drill.needs = telling.sides_needed(event, name is not None)
                if partaking.geared(event, tokens) or event.trigger.kind == "verb":
                    drill.needs = min(drill.needs, 2)
                drill.owned = any(
                    m.mention is not None and m.mention.kind in ("state", "organisation", "force")
                    for m in event.trigger.mods
                )
                drill.hosts = partaking.hosts(event)
                drill.theirs = telling.theirs(event)
                drill.generic = telling.generic(event)
                drill.meanwhile = event.clause.link in ("while", "as")
                drill.background = drill.past or telling.aside(event, tokens)
                if edition and tokens.lower[event.trigger.head - 1] in said("follows"):
                    draft.statuses = []  # "it follows one in May": that one is over
                if (
                    edition
                    or (drill.another and (name is not None or not draft.roles))
                    or editions.of_another_year(drill)
                ):
                    others.append(drill)
                    if stem(event.trigger).role == "subject":
                        apart.add(id(event.clause))
                    continue
                if (
                    not draft.roles
                    and name is None
                    and event.trigger.det in ("a", "an")
                    and not event.frame.weak
                ):
                    if n not in owners:
                        owners[n] = partaking.owners(document, cast, n)
                    draft.roles = list(owners[n])
                    drill.unknown = not draft.roles and not draft.headline
                if event.frame.weak and id(event.clause) in apart:
                    continue  # "the phase of last year's exercise ended"
                (pointers if (draft.weak and name is None) or event.frame.weak else here).append(
                    drill
                )
        if n in silent or (others and others[-1].sentences[0] == n):
            pass  # its days and places may be those of the other edition
        elif here and _one_exercise(here):
            training.enrich(here[0].draft, document, cast, n, marked)
        found += here
    events = joined(found, pointers)
    partaking.share_sides(events, document)
    events = editions.settle(events, others)
    completion.complete(events, document, cast, marked, silent)
    editions.cast_editions(events)
    return _records(events, document, marked, behind)


def _own(event: Drill, events: list[Drill]) -> set[int]:
    """Its sentences, with those of the exercises of which it is another edition."""
    found = set(event.sentences) | (set(event.kin.sentences) if event.kin is not None else set())
    for other in events[:9]:
        if event.name is not None and other.name is not None and other.name.key == event.name.key:
            found.update(other.sentences[:9])
    return found


def _one_exercise(here: list[Drill]) -> bool:
    """Do the mentions of one sentence tell of one exercise: one name, or sides that agree?"""
    first = here[0]
    if not all(dates_agree(first.draft, d.draft) for d in here[1:]):
        return False
    if first.name is not None:
        return all(d.name is not None and d.name.key == first.name.key for d in here)
    sides = first.draft.sides
    return all(
        d.draft.sides <= sides or sides <= d.draft.sides or d.draft.definite for d in here[1:]
    )


def _past(draft: Draft, document: Document) -> bool:
    """Does the mention itself say that the exercise lies long back?"""
    when, published = days(draft), document.article.published
    if when is None or draft.status().value not in ("held", ""):
        return False
    return when.precision == "year" if published is None else (published - when.end).days > 45


def _lists(document: Document) -> list[int]:
    """Tokens of "are" and the like in sentences that list states: "They are Oman and Egypt"."""
    tokens = document.tokens
    states = [
        tokens.at(m.span.start) for m in document.mentions if m.kind == "state" and m.form == "name"
    ]
    found: list[int] = []
    for a, b in zip(states, states[2:], strict=False):
        if b - a < 16:
            first = max(0, a - 6)
            found += [
                k for k in range(first, a) if tokens.lower[k] in ("are", "were", "is", "include")
            ]
    return found


def _appended(known: list[Name], j: int, sentence: int, document: Document) -> Name | None:
    """The name that follows the noun: "the exercise, Dawn Shield"."""
    lower = document.tokens.lower
    end = document.tokens.at(document.sentences[sentence].span.end)
    first = bisect_left(known, j, key=lambda name: name.i)
    for name in known[first : first + 8]:
        if name.i >= end:
            break
        if name.i < j + 6 or "part" in lower[max(j, name.i - 8) : name.i]:  # "as part of"
            return name
        if lower[name.i - 2 : name.i] == ["the", "name"] and said("nouns").isdisjoint(
            lower[j : name.i]
        ):
            return name  # "a drill off Suva under the name Dawn Shield"
    return None


def _named(known: list[Name], i: int, j: int) -> Name | None:
    """The first name that shares a token with the tokens ``i`` to ``j``."""
    first = bisect_right(known, i, key=lambda name: name.j - 1) if known else 0
    first = max(0, first - 1)
    return next((name for name in known[first : first + 3] if name.i < j and i < name.j), None)


def _headed(known: list[Name], i: int, document: Document) -> Name | None:
    """The name before the comma: "Dawn Shield, the exercise that Peru hosts"."""
    first = bisect_right(known, i, key=lambda name: name.j)
    if not first or not 0 < i - known[first - 1].j < 4:
        return None
    between = document.tokens.text[known[first - 1].j : i]
    return known[first - 1] if all(w == "," or w in QUOTES.values() for w in between) else None


def _records(
    events: list[Drill], document: Document, marked: set[int], behind: list[Draft] | None
) -> tuple[MilitaryExercise, ...]:
    tokens = document.tokens
    martial = drills.military(tokens, 0, len(tokens))
    homes = Counter(n for event in events for n in set(event.sentences))
    shared = portions(events, document)
    records: list[MilitaryExercise] = []
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
        near += partaking.of_pact(event.draft.roles) and not drills.relief(
            document, event.sentences
        )
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
        records.append(_record(event, document, marked, spans))
        if behind is not None:
            behind.append(event.draft)
    return tuple(records)


def _telling(event: Drill, homes: Mapping[int, int], alone: bool, document: Document) -> list[int]:
    """The sentences of which the words show what is practised: its own, and those that go on.
    ``homes``: sentence -> how many exercises it speaks of.
    """
    text, sentences = document.article.text, document.sentences
    own = sorted(set(event.sentences))
    if alone:
        more = list(range(own[0], own[-1] + 2))
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
    event: Drill, document: Document, marked: set[int], spans: list[Span]
) -> MilitaryExercise:
    draft, article, text = event.draft, document.article, document.article.text
    evidence = [_quoted("event", document.sentences[draft.sentence].span, text, limit=True)]
    roles = partaking.forces_of(draft.roles)
    participants = tuple(_participant(r) for r in roles)
    evidence += [Evidence("participants", r.span, r.span.of(text), r.actor.id) for r in roles]
    places = venues.distinct(draft.places) or grounds.presumed(event, document)
    places |= theatre.in_country(places, document, set(event.sentences))
    evidence += [_quoted("places", s, text) for s in places.values()]
    when = days(draft)
    if when is not None:
        evidence += [_quoted("when", w.span, text) for w in draft.whens[:3]]
    elif event.name is not None:
        when = edition_year(event.name, article.published)
        if when is not None:
            evidence.append(_quoted("when", _span(event.name, document), text))
    value = status(draft, when, article.published)
    when = not_before(when, value, article.published)
    shown = drills.domains(document, spans, marked)
    if not shown and event.kin is not None:
        spans = [document.sentences[n].span for n in sorted(set(event.kin.sentences))]
        shown = drills.domains(document, spans, marked)
        shown = shown if len(shown) == 1 else []  # of several, which were there that time?
    if not any(d == "naval" for d, _ in shown):
        shown += [("naval", s) for p, s in places.items() if drills.at_sea(p.name)][:1]
    said = draft.status()  # where no word says more, the words that tell of it at all
    cue = next((span for reading, _, span in draft.statuses if reading is said), draft.trigger)
    evidence.append(_quoted("status", cue, text))
    evidence += [_quoted("domains", s, text) for _, s in shown]
    counted = drills.troops(text, spans)
    if counted is not None:
        evidence.append(_quoted("troops", counted[1], text))
    name = event.name
    if name is not None:
        evidence.append(_quoted("name", _span(name, document), text))
    record = MilitaryExercise(
        id="", name=name.name if name else None, participants=participants,
        places=tuple(places), when=when,
        status=value,  # type: ignore[arg-type]
        domains=tuple(d for d, _ in shown),  # type: ignore[misc]
        series=name.series if name else None, edition=name.edition if name else None,
        troops=counted[0] if counted else None, article=article.id, outlet=article.outlet,
        published=article.published,
        evidence=tuple(dict.fromkeys(evidence)), rules=tuple(sorted(draft.rules)),
    )  # fmt: skip
    source = f"{article.id}|exercise|{draft.trigger.start}|{record.name}"
    return attrs.evolve(
        record, id=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    )


def _span(name: Name, document: Document) -> Span:
    return Span(document.tokens.start[name.i], document.tokens.end[name.j - 1])


def _participant(role: Role) -> Participant:
    return Participant(role.actor, role.office)


def _quoted(field: str, span: Span, text: str, limit: bool = False) -> Evidence:
    if limit and span.end - span.start > 220:
        cut = text.rfind(" ", span.start, span.start + 220)
        span = Span(span.start, cut if cut > span.start else span.start + 220)
    return Evidence(field, span, span.of(text))


def normalise(exercise: MilitaryExercise) -> MilitaryExercise:
    """Canonical form: participants sorted, evidence and rules unique; twice is as once."""
    expect(exercise, MilitaryExercise)
    return attrs.evolve(
        exercise,
        participants=tuple(
            sorted(
                set(exercise.participants), key=lambda p: (p.capacity, p.actor.id, p.office or "")
            )
        ),
        domains=tuple(sorted(set(exercise.domains))),
        evidence=tuple(
            sorted(set(exercise.evidence), key=lambda e: (e.span, e.field, e.actor or ""))
        ),
        rules=tuple(sorted(set(exercise.rules))),
    )


def deduplicate(exercises: Iterable[MilitaryExercise]) -> tuple[MilitaryExercise, ...]:
    """One merged record for each exercise, with its raw reports and their claims."""
    from diplotext.merging import merge_exercises

    return tuple(merge_exercises(exercises))
