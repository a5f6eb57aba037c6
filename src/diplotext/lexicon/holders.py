"""Who held which office when, and which state a name means: questions to the tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from types import MappingProxyType

import attrs

from diplotext.dateranges import as_day
from diplotext.errors import expect
from diplotext.lexicon.records import Person, StateCode, Term
from diplotext.lexicon.views import (
    bodies,
    memberships,
    offices,
    persons,
    state_codes,
    state_names,
    states,
)


@attrs.frozen(eq=False)
class Roll:
    """Office holders to ask about: those of the tables (``roll()``) or of a user's register."""

    persons: tuple[Person, ...]

    def who_held(self, office: str, side: str, day: date) -> tuple[Term, ...] | None:
        """See ``who_held``, which asks the built-in roll."""
        answer: tuple[Term, ...] | None = None
        for name in _names_of(office):
            terms = self._terms.get((side, name))
            found = held(terms, day) if terms else None
            if found:
                return found
            answer = found if answer is None else answer
        return answer

    @cached_property
    def _terms(self) -> Mapping[tuple[str, str], tuple[Term, ...]]:
        found: dict[tuple[str, str], list[Term]] = {}
        for person in self.persons:
            for term in person.terms:
                side = term.country or term.organisation or ""
                full = _full(term.office)
                names = {term.office, term.level, full, _canonical(term.office), _canonical(full)}
                if names & _MONARCHS:
                    names.add("head-of-state")
                for name in names - {""}:
                    found.setdefault((side, name), []).append(term)
        return {key: tuple(sorted(some, key=_since)) for key, some in found.items()}


@cache
def roll() -> Roll:
    """The built-in roll: every person of the tables."""
    return Roll(persons())


def who_held(office: str, country: str, day: date | str) -> tuple[Term, ...] | None:
    """The terms in ``office`` of a state (code or name) or body (short name) on ``day``.

    ``office`` is a form ("foreign secretary"), a canonical office ("foreign minister")
    or a level ("foreign"). Who holds it as acting or interim is among them. Where a state
    calls the one office of a level otherwise, that is meant: the "foreign minister" of the
    Philippines is their foreign secretary. None: the lexicon does not know. An empty tuple: it
    knows holders before and after, but none on that day. Two terms where one ended on the
    day, month or year (as precise as the table is) in which the next began.
    """
    return asked(roll(), office, country, day)


def asked(whom: Roll, office: str, side: str, day: date | str) -> tuple[Term, ...] | None:
    """``Roll.who_held`` for people: a state by any of its names, a day also as ISO text."""
    expect(office, str)
    expect(side, str)
    code = None if side in bodies() else state_named(side)
    when = as_day(day, "day")
    if when is None:
        raise TypeError("day is None; give a date or ISO text like 2023-09-18")
    return whom.who_held(office, code or side, when)


@lru_cache(maxsize=1024)
def _names_of(office: str) -> tuple[str, ...]:
    """The names under which to look for an office: its own, the canonical one, its level."""
    asked = office.lower()
    known = offices().get(asked) or offices().get(_full(asked))
    names = [asked]
    if known is not None and asked == _full(asked):
        names.append(known.canonical)
        if known.level in _ONE_A_STATE:
            names.append(known.level)
        elif known.canonical == "head of state":
            names.append("head-of-state")
    return tuple(dict.fromkeys(names))


_ONE_A_STATE = frozenset({"head-of-government", "foreign", "defence", "security-adviser"})
"""Levels of which a state has one office, so that "the US foreign minister" is found as well."""

_MONARCHS = frozenset({"king", "queen", "emperor", "emir", "sultan", "grand duke"})

_FOR_A_TIME = ("acting ", "interim ", "caretaker ")


def _full(office: str) -> str:
    """The office of which somebody is the acting or interim holder."""
    for word in _FOR_A_TIME:
        if office.startswith(word):
            return office[len(word) :]
    return office


def _since(term: Term) -> str:
    return term.since or ""


def held(terms: tuple[Term, ...], day: date) -> tuple[Term, ...] | None:
    """Those of the terms that cover ``day``; None when ``day`` is outside of what they know."""
    covering = tuple(term for term in terms if term.covers(day))
    if covering:
        return covering
    text = day.isoformat()
    before = any(term.until and text[: len(term.until)] > term.until for term in terms)
    after = any(term.since and text[: len(term.since)] < term.since for term in terms)
    return () if before and after else None


def _canonical(office: str) -> str:
    known = offices().get(office.lower())
    return known.canonical if known else office


def state_named(name: str) -> str | None:
    """The alpha-2 code that a name of a state, an alpha-2 or an alpha-3 code means.

    >>> state_named("South Korea")
    'KR'

    Any case and any spacing will do, except that codes are upper case; "the" in front is
    dropped. None for an unknown name and for one that several states share ("Congo").
    """
    if name in states():
        return name
    words = " ".join(name.replace("’", "'").split())
    return _state_names().get(words) or _state_names().get(words.casefold().removeprefix("the "))


@cache
def _state_names() -> Mapping[str, str | None]:
    named: dict[str, set[str]] = {}
    for code, state in states().items():
        named.setdefault(state.alpha_3, set()).add(code)
        named.setdefault(state.name.casefold(), set()).add(code)
    for row in state_names():
        if row.kind not in ("adjective", "people", "combining"):
            named.setdefault(row.name.casefold().removeprefix("the "), set()).add(row.code)
    return MappingProxyType(
        {name: min(codes) if len(codes) == 1 else None for name, codes in named.items()}
    )


def state_number(system: str, code: str, year: int) -> int | None:
    """The number of a state in "cow" or "gw" in that year, or None where it has none.

    Where a state changes its number within the year, the later one counts.
    """
    numbers = [
        row
        for row in _numbers().get((system, code), ())
        if row.since <= year and (row.until is None or year <= row.until)
    ]
    return max(numbers, key=lambda row: row.since).number if numbers else None


@cache
def _numbers() -> Mapping[tuple[str, str], tuple[StateCode, ...]]:
    found: dict[tuple[str, str], list[StateCode]] = {}
    for row in state_codes():
        found.setdefault((row.system, row.code), []).append(row)
    return MappingProxyType({key: tuple(rows) for key, rows in found.items()})


def members(body: str, day: date) -> frozenset[str]:
    """Codes of the states that belong to ``body`` (its short name) in the year of ``day``."""
    return frozenset(
        row.code
        for row in memberships()
        if row.body == body
        and (row.since is None or row.since <= day.year)
        and (row.until is None or day.year <= row.until)
    )
