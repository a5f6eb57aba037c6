"""A register from FollowTheMoney entities, one JSON object a line.

Read are Person, Organization and PublicBody (which with a country is an institution), and the
offices of persons: Occupancy with its Position, else the property ``position``. Companies and
all other schemata are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from diplotext.errors import DataError, InputError
from diplotext.lexicon.records import Term
from diplotext.register import checks
from diplotext.register.items import Item, ItemKind
from diplotext.register.offices import office_of

_READ = frozenset({"Person", "Organization", "PublicBody", "Position", "Occupancy"})
# Codes of FollowTheMoney that are no state of today: unions, dissolved states, "global".
_NO_STATE = frozenset(
    ["eu", "zz", "su", "suhh", "dd", "ddde", "yu", "yucs", "cs", "csxx", "cshh", "zr", "tp"]
)


@attrs.frozen
class _Entity:
    source: str
    schema: str
    properties: Mapping[str, Sequence[str]]

    def all(self, *names: str) -> list[str]:
        return [value for name in names for value in self.properties.get(name, ())]

    def one(self, *names: str) -> str:
        """The first value of the first property that has one."""
        return next(iter(self.all(*names)), "")


def read(path: str, text: str, country: str | None = None) -> tuple[Item, ...]:
    """The items of a file of entities; ``country`` is that of entities which give none."""
    entities: dict[str, _Entity] = {}
    for ident, entity in _entities(path, text):
        if ident in entities:
            fault = f"this id stands already in {entities[ident].source}; keep one of them"
            raise DataError(entity.source, ident, fault)
        entities[ident] = entity
    held: dict[str, list[tuple[_Entity, _Entity]]] = {}
    for entity in entities.values():
        if entity.schema == "Occupancy":
            holder, post = (_other(entities, entity, name) for name in ("holder", "post"))
            held.setdefault(holder, []).append((entity, entities[post]))
    items = tuple(
        _person(entity, held.get(ident, []), country)
        if entity.schema == "Person"
        else _organisation(entity, country)
        for ident, entity in entities.items()
        if entity.schema not in ("Position", "Occupancy")
    )
    checks.no_cycles(items)
    return items


def _entities(path: str, text: str) -> Iterator[tuple[str, _Entity]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        source = f"{path}:{number}"
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as fault:
            raise InputError(source, f"is not JSON: {fault}") from None
        if not isinstance(data, dict) or not isinstance(data.get("schema"), str):
            raise DataError(source, "schema", 'expected an object with "id" and "schema"')
        if data["schema"] not in _READ:
            continue
        if not isinstance(data.get("id"), str) or not data["id"]:
            raise DataError(source, "id", "expected a string")
        yield data["id"], _Entity(source, data["schema"], _properties(source, data))


def _properties(source: str, data: Mapping[str, Any]) -> Mapping[str, Sequence[str]]:
    found = data.get("properties")
    if not isinstance(found, dict):
        raise DataError(source, "properties", "expected an object of lists of strings")
    for key, value in found.items():
        if not isinstance(value, list) or not all(isinstance(v, str | dict) for v in value):
            raise DataError(source, key, "expected a list of strings")
    return {  # nested entities stand for their ids
        key: [v if isinstance(v, str) else str(v.get("id", "")) for v in value]
        for key, value in found.items()
    }


def _other(entities: Mapping[str, _Entity], entity: _Entity, name: str) -> str:
    ident = entity.one(name)
    wanted = "Person" if name == "holder" else "Position"
    known = entities.get(ident)
    if known is None or known.schema != wanted:
        raise DataError(entity.source, f"{name} {ident!r}", f"is no {wanted} of this file")
    return ident


def _country(entity: _Entity, *names: str) -> str | None:
    """The one country that the first of these properties names; None where it names several."""
    for name in names:
        codes = {
            checks.country(entity.source, value.partition("-")[0])
            for value in entity.all(name)
            if value.lower() not in _NO_STATE
        }
        if codes:
            return codes.pop() if len(codes) == 1 else None
    return None


def _names(entity: _Entity) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Name, aliases and weak aliases. Of several names the first is the name."""
    name = entity.one("name")
    if not name:
        name = " ".join(filter(None, (entity.one("firstName"), entity.one("lastName"))))
    name = checks.name(entity.source, name)
    strong = [checks.name(entity.source, n) for n in entity.all("name", "alias", "abbreviation")]
    weak = [checks.name(entity.source, n) for n in entity.all("weakAlias")]
    aliases = tuple(alias for alias in dict.fromkeys(strong) if alias != name)
    known = {name, *aliases}
    return name, aliases, tuple(alias for alias in dict.fromkeys(weak) if alias not in known)


def _person(entity: _Entity, held: Sequence[tuple[_Entity, _Entity]], default: str | None) -> Item:
    name, aliases, weak = _names(entity)
    home = _country(entity, "country", "nationality", "citizenship")
    terms: list[Term] = []
    for occupancy, post in held:
        office, told = office_of(post.one("name"))
        side = _country(post, "country") or told or home or default
        since, until = (_date(occupancy, n) for n in ("startDate", "endDate"))
        term = checks.term(occupancy.source, name, office, "", (side, None), (since, until))
        terms += [term] if term is not None else []
    if not terms:
        for printed in entity.all("position"):
            office, told = office_of(printed)
            side = told or home or default
            if side is not None:
                term = checks.term(entity.source, name, office, "", (side, None), ("", ""))
                terms += [term] if term is not None else []
    serves = {term.country for term in terms}
    country = serves.pop() if len(serves) == 1 else home or default
    sources = (entity.source, *(occupancy.source for occupancy, _ in held))
    return Item("person", name, country, None, aliases, weak, tuple(terms), False, sources)


def _date(entity: _Entity, name: str) -> str:
    return entity.one(name)[:10]


def _organisation(entity: _Entity, default: str | None) -> Item:
    name, aliases, weak = _names(entity)
    country = _country(entity, "country", "jurisdiction") or default
    public = entity.schema == "PublicBody" and country is not None
    kind: ItemKind = "institution" if public else "organisation"
    return Item(kind, name, country, None, aliases, weak, (), False, (entity.source,))
