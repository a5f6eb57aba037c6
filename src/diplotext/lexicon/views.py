"""Typed views of the tables: built at first use, cached, never changed.

A table that names a key twice where it must be unique is at fault: DataError.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from diplotext.errors import DataError
from diplotext.lexicon.loader import Row, table, values
from diplotext.lexicon.records import (
    Ambiguity,
    Body,
    Force,
    Membership,
    Metonym,
    NamedPlace,
    Office,
    Outlet,
    Person,
    Phrase,
    Series,
    State,
    StateCode,
    StateName,
    Term,
    Title,
)

T = TypeVar("T")


@cache
def states() -> Mapping[str, State]:
    """Every state and territory, by its alpha-2 code."""
    return _unique(
        "states",
        (
            (
                row["code"],
                State(
                    row["code"],
                    row["alpha3"],
                    row["numeric"],
                    row["name"],
                    values(row["capital"]),
                    values(row["capital_forms"]),
                    values(row["seats"]),
                    values(row["adjectives"]),
                    values(row["people"]),
                ),
            )
            for row in table("states")
        ),
    )


def state(code: str) -> State | None:
    """The state with this alpha-2 code, or None."""
    return states().get(code)


@cache
def state_names() -> tuple[StateName, ...]:
    """Names of states beside the common one in ``states``."""
    return tuple(
        StateName(row["name"], row["code"], row["kind"], _year(row["from"]), _year(row["to"]))
        for row in table("state_names")
    )


@cache
def state_codes() -> tuple[StateCode, ...]:
    """Numbers of states in Correlates of War ("cow") and Gleditsch-Ward ("gw")."""
    return tuple(
        StateCode(
            row["system"],
            int(row["number"]),
            row["abbreviation"],
            row["code"],
            int(row["from"]),
            _year(row["to"]),
        )
        for row in table("state_codes")
    )


@cache
def metonyms() -> tuple[Metonym, ...]:
    """Seats, houses and institutions that stand for a state or a body."""
    return tuple(
        Metonym(
            row["phrase"],
            row["code"] or None,
            row["organisation"] or None,
            row["kind"],
            row["note"],
        )
        for row in table("metonyms")
    )


@cache
def bodies() -> Mapping[str, Body]:
    """Every body, by its short name."""
    return _unique(
        "bodies",
        (
            (
                row["short"],
                Body(
                    row["short"],
                    row["name"],
                    row["kind"],
                    values(row["aliases"]),
                    values(row["acronyms"]),
                    row["home"] or None,
                ),
            )
            for row in table("bodies")
        ),
    )


@cache
def seats() -> Mapping[str, str]:
    """Short name of a body -> the city of its headquarters."""
    return _unique("body_seats", ((row["body"], row["city"]) for row in table("body_seats")))


@cache
def memberships() -> tuple[Membership, ...]:
    """Who belongs, or belonged, to which body."""
    return tuple(
        Membership(row["body"], row["code"], _year(row["from"]), _year(row["to"]))
        for row in table("body_members")
    )


@cache
def offices() -> Mapping[str, Office]:
    """Every office, by its lower-case form; plurals are not keys."""
    return _unique(
        "offices",
        (
            (
                row["form"],
                Office(
                    row["form"],
                    row["plural"] or None,
                    row["canonical"],
                    row["level"],
                    row["scope"],
                ),
            )
            for row in table("offices")
        ),
    )


@cache
def persons() -> tuple[Person, ...]:
    """Every person of the register.

    The rows of one name are one person, unless the name is weak (many bear it): then the
    rows of one name and state are. An officer of a body who serves a state too is one.
    """
    named: dict[str, list[Row]] = {}
    for row in table("persons"):
        named.setdefault(row["name"], []).append(row)
    found: list[Person] = []
    for name, rows in named.items():
        homes = {row["country"] for row in rows if row["country"]}
        if len(homes) < 2 or not any(row["strength"] == "weak" for row in rows):
            found.append(_person(name, name, rows))
            continue
        for home in sorted(homes):
            own = [row for row in rows if row["country"] == home]
            found.append(_person(f"{name} ({home})", name, own))
    return tuple(found)


def _person(identity: str, name: str, rows: list[Row]) -> Person:
    rows = sorted(rows, key=_since)
    aliases = dict.fromkeys(alias for row in rows for alias in values(row["aliases"]))
    terms = tuple(
        Term(
            name,
            row["office"],
            row["level"],
            row["country"] or None,
            row["organisation"] or None,
            row["from"] or None,
            row["to"] or None,
        )
        for row in rows
        if row["office"]
    )
    return Person(
        identity,
        name,
        next((row["country"] for row in reversed(rows) if row["country"]), None),
        next((row["organisation"] for row in reversed(rows) if row["organisation"]), None),
        tuple(alias for alias in aliases if alias != name),
        all(row["strength"] == "weak" for row in rows),
        terms,
    )


def _since(row: Row) -> str:
    return row["from"]


@cache
def places() -> tuple[NamedPlace, ...]:
    """Places other than states and their capitals."""
    return tuple(
        NamedPlace(row["name"], row["country"] or None, row["kind"], values(row["aliases"]))
        for row in table("places")
    )


@cache
def regions() -> frozenset[str]:
    """Names of what lies in several states: continents, seas and the like."""
    return frozenset([p.name for p in places() if p.country is None])


@cache
def forces() -> tuple[Force, ...]:
    """Armed forces and services."""
    return tuple(
        Force(row["name"], row["country"], row["domain"], values(row["aliases"]))
        for row in table("forces")
    )


@cache
def outlets() -> tuple[Outlet, ...]:
    """News agencies, papers and broadcasters."""
    return tuple(
        Outlet(row["name"], row["kind"], row["country"] or None, values(row["aliases"]))
        for row in table("outlets")
    )


@cache
def series() -> tuple[Series, ...]:
    """Named series of military exercises."""
    return tuple(
        Series(
            row["name"],
            values(row["aliases"]),
            values(row["domains"]),
            values(row["organisers"]),
            row["note"],
        )
        for row in table("series")
    )


@cache
def titles() -> tuple[Title, ...]:
    """Ranks, honorifics and other titles before a name."""
    return tuple(Title(row["form"], row["kind"]) for row in table("titles"))


@cache
def phrases() -> tuple[Phrase, ...]:
    """Phrases that hold the name of a state, capital or body but mean something else."""
    return tuple(Phrase(row["phrase"], row["kind"], row["note"]) for row in table("phrases"))


@cache
def ambiguities() -> tuple[Ambiguity, ...]:
    """Names that mean more than one thing, with reasons."""
    return tuple(
        Ambiguity(row["phrase"], row["kind"], row["weak"] == "yes", row["reason"])
        for row in table("ambiguous")
    )


@cache
def given_names() -> Mapping[str, str]:
    """Given name in lower case -> its romanisation class ("sergey" -> "sergei")."""
    return MappingProxyType({row["name"].lower(): row["class"] for row in table("given_names")})


def _year(field: str) -> int | None:
    return int(field) if field else None


def _unique(name: str, pairs: Iterable[tuple[str, T]]) -> Mapping[str, T]:
    found: dict[str, T] = {}
    for key, value in pairs:
        if key in found:
            raise DataError(f"{name}.tsv", key, "is there twice; keep one row")
        found[key] = value
    return MappingProxyType(found)
