"""Military exercises: armed forces of one or more states train, alone or together.

``detect`` finds one record for each distinct exercise of an article; ``normalise`` puts a
record into canonical form; ``deduplicate`` merges records that tell of one exercise. What
counts is laid down in the codebook.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

import attrs

from diplotext.errors import expect
from diplotext.events import (
    completion,
    drill_roles,
    drills,
    editions,
    forces,
    grounds,
    naming,
    ownership,
    stages,
    succession,
    telling,
    training,
    venues,
)
from diplotext.events.cast import Cast, Role
from diplotext.events.course import days, stays_away
from diplotext.events.draft import READ, Draft
from diplotext.events.drafter import Drafter
from diplotext.events.drill_records import records
from diplotext.events.joining import Drill, dates_agree, joined
from diplotext.events.vocabulary import said
from diplotext.models import MilitaryExercise
from diplotext.reading.document import Document, expect_document
from diplotext.rules.loading import load
from diplotext.rules.match import match, triggers
from diplotext.rules.noun_status import stem
from diplotext.rules.status import FAIR


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
    if said("core").isdisjoint(tokens.lower) and not naming.of_series(document):
        return ()  # the words that most articles share with exercises ("begin", "join") start none
    known = naming.names(document)
    named = {k: "exercise" for name in known for k in range(name.i, name.j)}
    elliptic = editions.elliptic_tokens(tokens)
    weak = said("another") | {"one"}
    hits = sorted({
        *(
            k for k in triggers(tokens, rules)
            if tokens.lower[k] not in weak or k in elliptic or tokens.lower[k - 1] in _BEFORE_LAST
        ),
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
                event.format, forces.armed(event, tokens)
            ):
                continue
            if drills.echo(event.trigger, tokens) or drills.verbal(event.trigger, tokens):
                continue
            published = document.article.published
            if (
                telling.of_others(event, tokens)
                or telling.founded(event, published)
                or telling.entered(event, published, tokens)
            ):
                continue
            called = telling.so_called(event)
            if called is not None:
                drill_roles.rehome(event, called, tokens)
            summed = telling.sums_up(event, tokens, named)
            if summed:
                drill_roles.summed(event)
            edition = event.frame.id == editions.FRAME
            if edition and (event.trigger.head not in elliptic or editions.of_another(event)):
                continue
            name = naming.over(known, event.trigger.i, event.trigger.j)
            if name is None and event.trigger.det:
                name = naming.ahead(known, event.trigger.i, document)
            if name is None:
                name = naming.behind(known, event.trigger.j, n, document)
            event.dates += succession.of_edition(event)
            event.dates = [u for u in event.dates if not succession.belongs_elsewhere(u, event)]
            event.places = [
                u for u in event.places
                if not succession.belongs_elsewhere(u, event) and not venues.joined_in(u, tokens)
            ]  # fmt: skip
            event.durations = [
                u for u in event.durations if not training.counted_over(tokens.lower, u.i, u.j)
            ]
            there = grounds.destination(event, tokens)
            event.places += [u for u in there if u not in event.places]
            event.add("participant", drill_roles.acting(event, tokens))
            event.add("participant", drill_roles.ordering(event))
            event.add("participant", drill_roles.first_of_two(event, document.units(n), tokens))
            event.status = stages.stage(event) or event.status
            leaders: list[Role] = []
            told: list[Draft] = []
            for draft in drafter.draft(event):
                if draft.trigger and event.frame.roles.get("subject") == "event":
                    draft.roles = []
                overseers = cast.of(drill_roles.overseers(event))
                leaders += [
                    r for r in (*draft.roles, *overseers)
                    if r.actor.kind == "person" and r.actor.country
                ]  # fmt: skip
                roles = drill_roles.taking_part(event, draft.roles, tokens)
                draft.roles = [r for r in roles if r.actor.kind in ("state", "organisation")]
                draft.whens = [
                    w for w in training.dated(event, draft.whens, tokens)
                    if name is None or not naming.tells(name, w, document)
                ]  # fmt: skip
                draft.places = [
                    (p, s) for p, s in venues.setting(event, draft.places, tokens, there)
                    if tokens.at(s.start) not in named
                ]  # fmt: skip
                told.append(draft)
            once = succession.once(event, tokens)
            for draft in succession.by_year(told, document):
                draft.definite = telling.points_back(event)
                if draft.definite and telling.once_planned(event):
                    draft.whens = []  # "had been due last May, but was put off": the same one
                if telling.acts_on(event) or (once and not draft.whens):
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
                drill.nameless = editions.nameless(event)
                drill.another |= once or (name is None and editions.alike(event))
                drill.number = succession.number(event, name is not None)
                draft.whens = editions.in_year(draft.whens, name)
                drill.past, drill.leaders = past, leaders
                # "Kuwait, which hosted the drill in 2021": another edition than the one told of
                drill.another |= drill.past and event.clause.link == "rel" and bool(draft.roles)
                drill.another |= past and editions.first_time(event)
                drill.needs = telling.sides_needed(event, name is not None)
                if forces.geared(event, tokens) or event.trigger.kind == "verb":
                    drill.needs = min(drill.needs, 2)
                drill.owned = any(
                    m.mention is not None and m.mention.kind in ("state", "organisation", "force")
                    for m in event.trigger.mods
                )
                drill.hosts = drill_roles.hosts(event)
                drill.theirs = telling.theirs(event, tokens) or succession.follows(event)
                drill.generic = telling.generic(event)
                if drill.generic and name is None:
                    draft.statuses = []  # "has suspended exercises with everybody"
                drill.own = (
                    telling.own(event, tokens)
                    or succession.follows(event)
                    # "a larger drill, Dawn Shield"
                    or (name is not None and event.trigger.det == "a" and editions.alike(event))
                )
                drill.meanwhile = event.clause.link in ("while", "as")
                drill.background = drill.past or telling.aside(event, tokens)
                drill.own |= succession.beside(event) and any(d.draft.definite for d in here)
                drill.ahead = _ahead(draft, document)
                if edition and tokens.lower[event.trigger.head - 1] in said("follows"):
                    draft.statuses = []  # "it follows one in May": that one is over
                if (
                    edition
                    or once
                    or (drill.number and not draft.roles and name is None)
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
                        owners[n] = ownership.owners(document, cast, n)
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
    ownership.share_sides(events, document)
    events = editions.settle(events, others)
    completion.complete(events, document, cast, marked, silent)
    editions.cast_editions(events)
    return records(events, document, cast, marked, behind)


def _one_exercise(here: list[Drill]) -> bool:
    """Do the mentions of one sentence tell of one exercise: one name, or sides that agree?"""
    first = here[0]
    if not all(dates_agree(first.draft, d.draft) and d.own == first.own for d in here[1:]):
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


def _ahead(draft: Draft, document: Document) -> bool:
    """Does the mention itself say that the exercise lies ahead of the report?"""
    when, published = days(draft), document.article.published
    told = draft.status()
    if told.value != "planned" or told.strength < FAIR:
        return False
    if when is None:
        verb = told.cue.verb if told.cue is not None else None
        return verb is not None and (verb.tense == "future" or verb.modal in ("will", "be to"))
    return published is not None and when.start > published


_BEFORE_LAST = frozenset({"may", "should", "to", "will", "would"})
"""Before "last" where it is a verb: "it is to last ten days"."""


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
