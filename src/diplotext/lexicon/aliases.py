"""What the built-in gazetteer holds: every table's names as ``(alias, entry)`` pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from diplotext.lexicon.gazetteer import Alias, Entry, EntryKind, Gazetteer
from diplotext.lexicon.records import StateName
from diplotext.lexicon.views import (
    ambiguities,
    bodies,
    forces,
    metonyms,
    offices,
    outlets,
    persons,
    phrases,
    places,
    series,
    state_names,
    states,
    titles,
)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of all tables, built at first use."""
    return Gazetteer(builtin())


def builtin(*kinds: EntryKind) -> Iterator[Alias]:
    """All ``(alias, entry)`` pairs of the tables, or only those of ``kinds``.

    To switch a part off or to add names, build ``Gazetteer`` from these pairs and yours.
    """
    weak = {(row.phrase, row.kind) for row in ambiguities() if row.weak}
    for source in (
        _states, _adjectives, _capitals, _metonyms, _bodies, _forces, _persons,
        _places, _offices, _titles, _outlets, _series, _phrases,
    ):  # fmt: skip
        for alias, entry in source():
            if kinds and entry.kind not in kinds:
                continue
            if (alias, entry.kind) in weak and not entry.weak:
                entry = attrs.evolve(entry, weak=True)
            yield alias, entry


def _states() -> Iterable[Alias]:
    for code, state in states().items():
        yield state.name, Entry("state", code, state.name, state, code, note="common")
    for row in state_names():
        if row.kind not in _OF_ADJECTIVES:
            yield row.name, _named("state", row)


def _named(kind: EntryKind, row: StateName) -> Entry:
    """A predecessor, and a form that went with one, is weak: it does not act in the news."""
    gone = row.kind == "predecessor" or (kind != "state" and row.until is not None)
    note = "predecessor" if gone else row.kind
    return Entry(kind, row.code, states()[row.code].name, row, row.code, note=note, weak=gone)


_OF_ADJECTIVES = frozenset({"adjective", "people", "combining"})


def _adjectives() -> Iterable[Alias]:
    for code, state in states().items():
        adjective = Entry("adjective", code, state.name, state, code)
        for form in state.adjectives:
            yield form, adjective
        people = Entry("people", code, state.name, state, code)
        for form in state.people:
            yield form, people
    for row in state_names():
        if row.kind in _OF_ADJECTIVES:
            yield row.name, _named("people" if row.kind == "people" else "adjective", row)


def _capitals() -> Iterable[Alias]:
    named = {(row.name, row.code) for row in state_names()}
    for code, state in states().items():
        for capital in state.capitals:
            if capital != state.name and (capital, code) not in named:  # Singapore, Monaco
                yield capital, Entry("capital", code, capital, state, code)
        for form in state.capital_forms:
            yield form, Entry("capital", code, state.capitals[0], state, code)
        for seat in state.seats:
            yield seat, Entry("capital", code, seat, state, code, note="seat")


def _metonyms() -> Iterable[Alias]:
    for row in metonyms():
        stands_for = row.country or row.organisation or ""
        sides = (row.country, row.organisation)
        yield row.phrase, Entry("metonym", stands_for, row.phrase, row, *sides, note=row.kind)


def _bodies() -> Iterable[Alias]:
    for short, body in bodies().items():
        entry = Entry("body", short, body.name, body, organisation=short, note=body.kind)
        for alias in dict.fromkeys((short, body.name, *body.aliases, *body.acronyms)):
            yield alias, entry


def _forces() -> Iterable[Alias]:
    for force in forces():
        entry = Entry("force", force.name, force.name, force, force.country, note=force.domain)
        for alias in dict.fromkeys((force.name, *force.aliases)):
            yield alias, entry


def _persons() -> Iterable[Alias]:
    for person in persons():
        side = (person.country, person.organisation)
        entry = Entry("person", person.id, person.name, person, *side, weak=person.weak)
        for alias in (person.name, *person.aliases):
            yield alias, entry


def _places() -> Iterable[Alias]:
    capitals = {(c, s.code) for s in states().values() for c in (*s.capitals, *s.seats, s.name)}
    for place in places():
        if (place.name, place.country) in capitals:
            continue  # the capital's own entry says so already
        entry = Entry("place", place.name, place.name, place, place.country, note=place.kind)
        for alias in dict.fromkeys((place.name, *place.aliases)):
            yield alias, entry


def _offices() -> Iterable[Alias]:
    for form, office in offices().items():
        yield form, Entry("office", office.canonical, office.canonical, office, note=office.level)
        if office.plural:
            plural = Entry("office", office.canonical, office.canonical, office, note="plural")
            yield office.plural, plural


def _titles() -> Iterable[Alias]:
    for title in titles():
        yield title.form, Entry("title", title.form, title.form, title, note=title.kind)


def _outlets() -> Iterable[Alias]:
    for outlet in outlets():
        entry = Entry("outlet", outlet.name, outlet.name, outlet, outlet.country, note=outlet.kind)
        for alias in dict.fromkeys((outlet.name, *outlet.aliases)):
            yield alias, entry


def _series() -> Iterable[Alias]:
    for row in series():
        entry = Entry("series", row.name, row.name, row)
        for alias in dict.fromkeys((row.name, *row.aliases)):
            yield alias, entry


def _phrases() -> Iterable[Alias]:
    for row in phrases():
        yield row.phrase, Entry("other", row.phrase, row.phrase, row, note=row.kind)
