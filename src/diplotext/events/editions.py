"""Other editions of an exercise, told beside the one that the article is about.

"The last edition was in Lome", "the previous one was held in 2019": such words leave out
the name and the sides, since both are those of the exercise just told of. Own days, or a word
such as "previous", tell that another is meant; "this year's edition" points back.
"""

from __future__ import annotations

from functools import cache
from itertools import compress

import attrs

from diplotext.events.cast import Role, of_state
from diplotext.events.course import days
from diplotext.events.draft import When
from diplotext.events.joining import Drill, dates_agree, merge, numbers_differ, still_ahead
from diplotext.events.proper import Name, is_year, organisers
from diplotext.events.vocabulary import said
from diplotext.lexicon import forces, state
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.document import Document
from diplotext.rules.match import EventMention

FRAME = "exercise-edition"

_REACH = 12
"""So many sentences back lies the exercise of which another edition is told."""

_FEW = 3
"""The sides of an exercise of two or three states are those of its other editions too."""


def elliptic(tokens: Tokens, k: int) -> bool:
    """Can the word at token ``k`` stand for an exercise ("its third edition", "the last one")?"""
    lower = tokens.lower
    word, before = lower[k], lower[k - 1] if k else ""
    if word in said("editions"):
        return True
    if word in ("one", "ones"):
        return _of_year(lower, k) or any(
            before in said(name) for name in ("another", "martial", "follows", "alike")
        )
    after = lower[k + 1] if k + 1 < len(lower) else ""
    goes_on = after in words()["be"] or after in said("goes_on")
    of_kind = after == "of" and not _KINDS.isdisjoint(lower[k + 2 : k + 5])
    return word in said("another") and before in ("the", "its") and (goes_on or of_kind)


def _of_year(lower: list[str], k: int) -> bool:
    """Does a year tell which is meant: "the 2019 one", "last year's one", "the one in 2019"?"""
    return (
        (k > 0 and is_year(lower[k - 1]))
        or lower[max(0, k - 3) : k - 1] == ["last", "year"]
        or (
            lower[k - 1 : k + 2] == ["the", "one", "in"] and any(map(is_year, lower[k + 2 : k + 3]))
        )
    )


def elliptic_tokens(tokens: Tokens) -> set[int]:
    """All tokens at which a word can stand for an exercise."""
    heads = said("editions") | said("another") | {"one"}
    found = compress(range(len(tokens)), map(heads.__contains__, tokens.lower))
    return {k for k in found if elliptic(tokens, k)}


def of_another(event: EventMention) -> bool:
    """Does the mention only name what it is an edition of ("the fifth edition of the drill")?"""
    return any(
        p.prep == "of" and p.host is event.trigger and not any(u.word in _KINDS for u in p.units)
        for p in event.clause.phrases
    )


_KINDS = frozenset({"series", "kind", "type", "sort"})
"""After "the first of": what the editions belong to."""


def another(event: EventMention, document: Document) -> bool:
    """Do the words before the noun tell of another edition: "previous", "last year's"?"""
    if event.frame.id == FRAME and event.trigger.word == "one" and event.trigger.det != "the":
        return True  # "an army exercise and a naval one", "it follows one in May"
    marks = said("another") - said("ordinal")
    if event.trigger.word in marks or not marks.isdisjoint(event.format):
        return event.trigger.det != "a"
    published = document.article.published
    dates = [m.date for m in event.trigger.mods if m.date is not None]
    if published is None:
        lower = document.tokens.lower
        return any(d.value is None and lower[d.start] in ("last", "next") for d in dates)
    values = [d.value for d in dates]
    return any(v is not None and not (v.start.year <= published.year <= v.end.year) for v in values)


def alike(event: EventMention) -> bool:
    """Is it one beside that told of: "a similar exercise", "the main drill"?"""
    return event.trigger.kind == "noun" and not said("alike").isdisjoint(event.format)


def nameless(event: EventMention) -> bool:
    """May it have another name: "a similar drill", "the next drill of the two armies"?"""
    of = any(p.prep == "of" and p.host is event.trigger for p in event.clause.phrases)
    return alike(event) or (of and event.frame.id != FRAME)


def first_time(event: EventMention) -> bool:
    """Does it only tell of the first one ("it was first held in 2012, in Suva")?"""
    verb = event.clause.verb
    if event.frame.id != "exercise-course" and event.frame.id != "exercise-noun":
        return False
    if verb is None or verb.verb is None or "first" not in verb.verb.adverbs:
        return False
    dates = [u.date.value for u in event.dates if u.date is not None]
    return any(d is not None and d.precision == "year" for d in dates)


def of_another_year(drill: Drill) -> bool:
    """Is it told with a year or month long past ("the drill was held off Suva in 2018")?"""
    draft = drill.draft
    return (
        drill.past and draft.definite and drill.name is None and not draft.roles
        and bool(draft.whens) and all(w.value.precision in ("month", "year") for w in draft.whens)
    )  # fmt: skip


def in_year(whens: list[When], name: Name | None) -> list[When]:
    """Days of which only another word tells the year: "last year's edition, held in April", "Dawn
    Shield 2023 took place from March 1 to 15".
    """
    years = [w.value.start.year for w in whens if w.value.precision == "year"]
    if not years and name is not None and name.edition is not None and is_year(name.edition):
        years = [int(name.edition)]
    if len(set(years)) != 1:
        return whens
    moved: list[When] = []
    for when in whens:
        value = when.value
        if value.basis != "explicit" and value.days < 32 and value.start.year != years[0]:
            try:
                value = attrs.evolve(
                    value,
                    start=value.start.replace(year=years[0]),
                    end=value.end.replace(year=years[0] + value.end.year - value.start.year),
                )
            except ValueError:  # 29 February
                continue
            when = attrs.evolve(when, value=value)
        moved.append(when)
    return moved


def settle(events: list[Drill], later: list[Drill]) -> list[Drill]:
    """Give each mention to the exercise that it means, or make it an exercise of its own."""
    homes: dict[int, list[Drill]] = {}
    for event in events:
        for n in set(event.sentences):
            homes.setdefault(n, []).append(event)
    own: list[Drill] = []
    for drill in later:
        n = drill.sentences[0]
        near = [e for k in range(n, n - _REACH - 1, -1) for e in homes.get(k, ())[-2:]]
        named = [e for e in near or events[:9] if _one_name(e, drill)]
        candidates = named or near or (events if len(events) == 1 else [])
        if not candidates:
            if drill.name is not None:
                own.append(drill)
            continue
        home = candidates[0]
        apart = drill.another or numbers_differ(home, drill)
        if not apart and dates_agree(home.draft, drill.draft) and not _over(drill, home):
            merge(home, drill)
            continue
        if not (drill.draft.whens or drill.draft.places or drill.draft.undated):
            continue
        home = home.kin or home
        drill.kin = home
        if drill.name is None and home.name is not None and not drill.nameless:
            drill.name = _series(home.name)
            drill.names = [drill.name]
        twin = next((e for e in own[-9:] if e.kin is home and _one_time(e, drill)), None)
        if twin is None:
            own.append(drill)
            homes.setdefault(n, []).append(drill)
        else:
            merge(twin, drill)
    return sorted([*events, *own], key=lambda e: (e.first, e.draft.trigger))


def _over(drill: Drill, home: Drill) -> bool:
    """Does the edition lie far back, while the exercise is on or ahead?"""
    return drill.past and not home.past and still_ahead(home.draft)


def cast_editions(events: list[Drill]) -> None:
    """Give each other edition its sides, once those of the exercise itself are all known."""
    for event in events:
        if event.kin is not None:
            event.draft.roles = _sides(event.kin, event)


@cache
def _armed_states() -> frozenset[str]:
    """The states that the table of forces knows; a territory such as Guam has none of its own."""
    return frozenset(force.country for force in forces())


def _one_time(a: Drill, b: Drill) -> bool:
    return days(a.draft) is not None and days(b.draft) is not None and dates_agree(a.draft, b.draft)


def _one_name(a: Drill, b: Drill) -> bool:
    return a.name is not None and b.name is not None and a.name.key == b.name.key


def _series(name: Name) -> Name:
    """The name without number or year."""
    return attrs.evolve(name, name=name.series, edition=None)


def _sides(home: Drill, drill: Drill) -> list[Role]:
    """Those of the exercise just told of if they are few, else whom the words name, or the host."""
    own = drill.draft.roles
    known = {r.side for r in own}
    states = [r for r in home.draft.roles if r.actor.kind == "state"]
    if len(own) > 1 and not known & {r.side for r in states}:
        return own
    bodies = [r for r in home.draft.roles if r.actor.kind == "organisation"]
    run_by = organisers(home.name) if home.name is not None else ()
    of_states = any(len(code) == 2 for code in run_by)
    if bodies and not own and not (len(states) > 1 and of_states):
        return bodies
    if len(states) <= _FEW:
        return own + [r for r in home.draft.roles if r.side not in known]
    armed = _armed_states()
    codes = [p.country for p, _ in drill.draft.places if p.country in armed]
    codes += run_by if not own else ()
    span = drill.draft.trigger
    hosts = [
        Role(of_state(code), None, span)
        for code in dict.fromkeys(codes)
        if code not in known and state(code) is not None
    ]
    return own + hosts
