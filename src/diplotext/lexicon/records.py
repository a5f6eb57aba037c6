"""What the rows of the tables are, typed: one frozen class for each table.

Codes of states are ISO 3166-1 alpha-2 (XK for Kosovo). None or an empty tuple means
unknown. The columns are explained at the head of each table.
"""

from __future__ import annotations

from datetime import date

import attrs


@attrs.frozen
class State:
    """A state or territory. ``capital`` is the first of ``capitals``, the official ones."""

    code: str
    alpha_3: str
    numeric: str
    name: str
    capitals: tuple[str, ...]
    capital_forms: tuple[str, ...]
    seats: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def capital(self) -> str | None:
        """Its capital, the first named where it has several; None where it has none."""
        return self.capitals[0] if self.capitals else None


@attrs.frozen
class StateName:
    """One name of a state and the years (both included) in which it was in use; None = open.

    ``kind``: common, official, short, alias, former (of the same state) or predecessor (a
    state that is no more); ``adjective`` and ``people`` for forms of limited years
    ("Soviet"); ``combining`` for "Sino" and its like, which stand only before a hyphen.
    """

    name: str
    code: str
    kind: str
    since: int | None
    until: int | None


@attrs.frozen
class StateCode:
    """A state's number in a coding system ("cow" or "gw") over years, both included."""

    system: str
    number: int
    abbreviation: str
    code: str
    since: int
    until: int | None


@attrs.frozen
class Metonym:
    """A seat, house or institution that stands for a state (or a body, ``organisation``)."""

    phrase: str
    country: str | None
    organisation: str | None
    kind: str
    note: str


@attrs.frozen
class Body:
    """An international or regional body, alliance, grouping, court or armed group.

    ``short`` is its common short name and its id ("UN", "EU", "Hamas"). ``home``: the state in
    which an armed group arose or which it claims to rule.
    """

    short: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    home: str | None = None


@attrs.frozen
class Membership:
    """A state's membership in a body; years, both included; ``until`` None = still."""

    body: str
    code: str
    since: int | None
    until: int | None


@attrs.frozen
class Office:
    """One surface form of an office, lower case, its plural, and what office it is."""

    form: str
    plural: str | None
    canonical: str
    level: str
    scope: str


@attrs.frozen
class Term:
    """A person's time in one office. ISO dates as precise as known ("2013", "2013-03")."""

    person: str
    office: str
    level: str
    country: str | None
    organisation: str | None
    since: str | None
    until: str | None

    def covers(self, day: date) -> bool | None:
        """Was it held on ``day``? None where the known parts of the dates do not tell.

        An open end counts as lasting, an open start is not known.
        """
        text = day.isoformat()
        if self.since is None:
            return False if self.until and text[: len(self.until)] > self.until else None
        if text[: len(self.since)] < self.since:
            return False
        return not self.until or text[: len(self.until)] <= self.until


@attrs.frozen
class Person:
    """A holder of offices. ``id`` is the name, with the state where two share it.

    ``weak``: many others bear the name, so that it needs support from the text.
    """

    id: str
    name: str
    country: str | None
    organisation: str | None
    aliases: tuple[str, ...]
    weak: bool
    terms: tuple[Term, ...]


@attrs.frozen
class NamedPlace:
    """A city, region, sea, strait, base, range or venue; ``countries`` is empty at sea."""

    name: str
    country: str | None
    kind: str
    aliases: tuple[str, ...]


@attrs.frozen
class Force:
    """An armed force or service of a state."""

    name: str
    country: str
    domain: str
    aliases: tuple[str, ...]


@attrs.frozen
class Outlet:
    """A news agency, paper or broadcaster: quoted and credited, never an actor."""

    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]


@attrs.frozen
class Series:
    """A series of military exercises that has a name of its own."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    organisers: tuple[str, ...]
    note: str


@attrs.frozen
class Title:
    """A rank, honorific, academic, noble or religious title as it stands before a name."""

    form: str
    kind: str


@attrs.frozen
class Phrase:
    """A phrase that holds the name of a state, capital or body but means something else."""

    phrase: str
    kind: str
    note: str


@attrs.frozen
class Ambiguity:
    """A name with more than one meaning: what the linter and the gazetteer must know of it.

    ``weak``: its reading as ``kind`` needs support from the context.
    """

    phrase: str
    kind: str
    weak: bool
    reason: str
