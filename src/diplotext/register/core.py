"""Register: items, joined and filtered; and the gazetteer and roll that the reading needs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property

import attrs

from diplotext.lexicon import ambiguities, bodies, forces, gazetteer, offices, persons
from diplotext.lexicon import builtin as builtin_aliases
from diplotext.lexicon.gazetteer import Alias, Entry, EntryKind, Gazetteer
from diplotext.lexicon.holders import Roll, asked, roll
from diplotext.lexicon.records import Body, Force, Metonym, Person, Term
from diplotext.lexicon.spellings import fold
from diplotext.register import checks
from diplotext.register.items import Clash, Item, ItemKind

_BUILT_IN = ("built in",)
_ENTRIES: Mapping[ItemKind, EntryKind] = {
    "person": "person",
    "organisation": "body",
    "institution": "metonym",
    "force": "force",
}
_OWN = frozenset({"person", "body", "force"})


@attrs.frozen
class Register:
    """The actors that a reading knows by name. Immutable; ``+`` and ``filter`` make new ones."""

    items: tuple[Item, ...] = ()

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def filter(
        self,
        where: Callable[[Item], bool] | None = None,
        *,
        kinds: Collection[ItemKind] | ItemKind | None = None,
        countries: Collection[str] | str | None = None,
    ) -> Register:
        """Those items that fit: of these kinds, of these countries (code or name), and ``where``.

        Raises DataError for a kind or a country that there is none.
        """
        if kinds is not None:
            kinds = {checks.kind("kinds", kind) for kind in _each(kinds)}
        if countries is not None:
            countries = {checks.country("countries", name) or "" for name in _each(countries)}
        return Register(
            tuple(
                item
                for item in self.items
                if (kinds is None or item.kind in kinds)
                and (countries is None or item.country in countries)
                and (where is None or where(item))
            )
        )

    def __add__(self, other: Register) -> Register:
        """Both together. Items that are certainly one are joined: of one kind and side (an
        unknown side agrees with any) and called the same, persons by a full name or alias,
        others by the name of the one on the right.

        A joined item keeps its name, the other one becomes an alias. Of one office of one begin
        the term on the right counts, so that a second register can end what the first leaves open.
        """
        joined: dict[int, Item] = dict(enumerate(self.items))
        named: dict[tuple[ItemKind, str], set[int]] = {}
        for number, item in joined.items():
            for name in _certain_names(item):
                named.setdefault((item.kind, _key(name)), set()).add(number)
        for item in other.items:
            found = {
                number
                for name in _certain_names(item)
                for number in named.get((item.kind, _key(name)), ())
                if _one_side(joined[number], item) and _same(joined[number], item)
            }
            if len(found) == 1:
                number = found.pop()
                joined[number] = _join(joined[number], item)
            else:
                joined[len(joined)] = item
        return Register(tuple(joined.values()))

    def find(self, name: str) -> tuple[Item, ...]:
        """The items so called, whatever the case."""
        return tuple(self._named.get(_key(name), ()))

    def who_held(self, office: str, side: str, day: date | str) -> tuple[Term, ...] | None:
        """As ``lexicon.who_held``, of this register."""
        return asked(self.roll, office, side, day)

    def clashes(self) -> tuple[Clash, ...]:
        """What does not go together: names of two actors, names that are words of the tables,
        and two holders of one office at a time. The built-in items alone have none.
        """
        from diplotext.register.clashes import clashes

        return clashes(self.items, self._named)

    @cached_property
    def _named(self) -> Mapping[str, list[Item]]:
        found: dict[str, list[Item]] = {}
        for item in self.items:
            for key in dict.fromkeys(map(_key, item.names)):
                found.setdefault(key, []).append(item)
        return found

    @cached_property
    def names(self) -> Gazetteer:
        """What finds its items, and the tables' states, offices, places and so on, in a text."""
        return gazetteer() if self._is_builtin else Gazetteer(self._aliases())

    @cached_property
    def roll(self) -> Roll:
        """Its persons, for questions about who held which office."""
        if self._is_builtin:
            return roll()
        return Roll(tuple(p for _, p in self._rows if isinstance(p, Person)))

    @cached_property
    def _is_builtin(self) -> bool:
        return self.items == builtin().items

    @cached_property
    def _rows(self) -> tuple[tuple[Item, object], ...]:
        """Each item with the row that the reading knows it by."""
        sides: dict[str, int] = {}
        for item in self.items:
            if item.kind == "person":
                sides[item.name] = sides.get(item.name, 0) + 1
        return tuple(
            (item, item.row if item.row is not None else _row(item, sides.get(item.name, 0) > 1))
            for item in self.items
        )

    def _aliases(self) -> Iterator[Alias]:
        """The user's names first, so that these are the first readings; then the tables' own."""
        weak = {(row.phrase, row.kind) for row in ambiguities() if row.weak}
        kept: set[tuple[str, str]] = set()
        for item, row in self._rows:
            if item.row is not None:
                kept.add((_ENTRIES[item.kind], getattr(item.row, _IDS[item.kind])))
                continue
            entry = _entry(item, row)
            for name in item.names:
                doubted = name in item.weak_aliases or (name, entry.kind) in weak
                yield name, attrs.evolve(entry, weak=True) if doubted else entry
        for alias, entry in builtin_aliases():
            if entry.kind not in _OWN or (entry.kind, entry.id) in kept:
                yield alias, entry


_IDS: Mapping[ItemKind, str] = {"person": "id", "organisation": "short", "force": "name"}


@cache
def builtin() -> Register:
    """The register of the tables: office holders, bodies, and forces."""
    items: list[Item] = [
        Item(
            "person", p.name, p.country, p.organisation, p.aliases, (), p.terms, p.weak,
            _BUILT_IN, p,
        )
        for p in persons()
    ]  # fmt: skip
    for body in bodies().values():
        names = dict.fromkeys((body.name, *body.aliases, *body.acronyms))
        names.pop(body.short, None)
        item = Item("organisation", body.short, None, body.short, tuple(names), sources=_BUILT_IN)
        items.append(attrs.evolve(item, row=body))
    for force in forces():
        item = Item("force", force.name, force.country, None, force.aliases, sources=_BUILT_IN)
        items.append(attrs.evolve(item, row=force))
    return Register(tuple(items))


def _each(values: Collection[str] | str) -> Collection[str]:
    return (values,) if isinstance(values, str) else values


def _key(name: str) -> str:
    return " ".join(map(fold, name.split()))


def _certain_names(item: Item) -> Iterable[str]:
    """Names by which items are joined: of persons full ones only."""
    names = (item.name, *item.aliases)
    return (n for n in names if " " in n) if item.kind == "person" else names


def _same(one: Item, other: Item) -> bool:
    """Bodies and forces are one only if the name of the second is known to the first."""
    if one.kind == "person":
        return True
    return _key(other.name) in {_key(name) for name in (one.name, *one.aliases)}


def _one_side(one: Item, other: Item) -> bool:
    if one.kind == "organisation":
        return True
    if one.country and other.country:
        return one.country == other.country
    if one.organisation and other.organisation:
        return one.organisation == other.organisation
    return not (one.weak or other.weak)


def _join(one: Item, other: Item) -> Item:
    """``one`` with what ``other`` adds to it; the same item where it adds nothing."""
    renewed = {(_office(t), t.country, t.organisation, t.since): t for t in one.terms}
    for term in other.terms:
        term = attrs.evolve(term, person=one.name)
        renewed[_office(term), term.country, term.organisation, term.since] = term
    joined = attrs.evolve(
        one,
        country=one.country or other.country,
        organisation=one.organisation or other.organisation,
        aliases=tuple(dict.fromkeys(n for n in (*one.aliases, other.name, *other.aliases)
                                    if n != one.name)),
        terms=tuple(renewed.values()),
        weak_aliases=tuple(dict.fromkeys((*one.weak_aliases, *other.weak_aliases))),
    )  # fmt: skip
    if joined == one:
        return one
    return attrs.evolve(
        joined, sources=tuple(dict.fromkeys((*one.sources, *other.sources))), row=None
    )


def _office(term: Term) -> str:
    known = offices().get(term.office)
    return known.canonical if known is not None else term.office


def _row(item: Item, shared: bool) -> object:
    """The record that the reading asks; of persons who share a name the id bears the side."""
    if item.kind == "person":
        side = item.country or item.organisation
        ident = f"{item.name} ({side})" if shared and side else item.name
        terms = tuple(sorted(item.terms, key=lambda t: t.since or ""))
        return Person(
            ident, item.name, item.country, item.organisation, item.aliases, item.weak, terms
        )
    if item.kind == "force":
        return Force(item.name, item.country or "", "joint", item.aliases)
    if item.kind == "institution":
        return Metonym(item.name, item.country, None, "institution", "")
    return Body(item.name, item.name, "organisation", item.aliases, ())


def _entry(item: Item, row: object) -> Entry:
    kind = _ENTRIES[item.kind]
    if isinstance(row, Person):
        sides = (row.country, row.organisation)
        return Entry(kind, row.id, row.name, row, *sides, weak=row.weak)
    if item.kind == "organisation":
        return Entry(kind, item.name, item.name, row, None, item.name, item.kind, item.weak)
    if item.kind == "institution":
        code = item.country or ""
        return Entry(kind, code, item.name, row, item.country, None, item.kind, item.weak)
    return Entry(kind, item.name, item.name, row, item.country, note="joint", weak=item.weak)
