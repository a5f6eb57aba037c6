"""A register from Popolo JSON: persons, organizations, posts and memberships.

A membership gives an office by its role or its post's label; one in a party or committee
gives none. Popolo has no country for persons, so ``country`` is that of the whole file; an
organization of the state (by its classification) is then an institution.
"""

from __future__ import annotations

import json
import json.scanner
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from diplotext.errors import DataError, InputError
from diplotext.lexicon.records import Term
from diplotext.register import checks
from diplotext.register.items import Item, ItemKind
from diplotext.register.offices import office_of

_OF_STATE = frozenset(
    [
        "government", "executive", "cabinet", "ministry", "department", "agency", "legislature",
        "chamber", "parliament", "court", "public body",
    ]
)  # fmt: skip
_NO_OFFICE = frozenset({"party", "faction", "committee", "commission", "parliamentary group"})
_MEMBER = frozenset({"", "member", "mp", "representative"})


class _Object(dict[str, Any]):
    """A JSON object that knows the line on which it begins."""

    source = ""


class _Decoder(json.JSONDecoder):
    """Reads JSON into objects that know their line."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        starts = list(accumulate(len(line) + 1 for line in text.split("\n")))
        read_object = json.decoder.JSONObject  # type: ignore[attr-defined]

        def lined(state: tuple[str, int], *rest: Any) -> tuple[_Object, int]:
            found, end = read_object(state, *rest)
            item = _Object(found)
            item.source = f"{path}:{bisect_right(starts, state[1] - 1) + 1}"
            return item, end

        self.parse_object = lined
        self.scan_once = json.scanner.py_make_scanner(self)  # type: ignore[attr-defined]


def read(path: str, text: str, country: str | None = None) -> tuple[Item, ...]:
    """The items of a Popolo file."""
    try:
        data = _Decoder(path, text).decode(text)
    except json.JSONDecodeError as fault:
        raise InputError(f"{path}:{fault.lineno}", f"is not JSON: {fault.msg}") from None
    except RecursionError:
        raise InputError(path, "is nested too deeply") from None
    if not isinstance(data, dict) or not {"persons", "organizations"} & data.keys():
        raise DataError(path, "", 'is no Popolo: expected an object with "persons"')
    bodies = _by_id(path, data, "organizations")
    posts = _by_id(path, data, "posts")
    persons = _by_id(path, data, "persons")
    held: dict[str, list[_Object]] = {}
    for membership in _objects(path, data, "memberships"):
        holder = _text(membership, "person_id")
        if holder not in persons:
            where = f"person_id {holder!r}"
            raise DataError(membership.source, where, "is no person of this file")
        held.setdefault(holder, []).append(membership)
    items = [_organisation(body, country) for body in bodies.values() if not _is(body, _NO_OFFICE)]
    for ident, person in persons.items():
        items.append(_person(person, held.get(ident, []), bodies, posts, country))
    checks.no_cycles(items)
    return tuple(items)


def _objects(path: str, data: Mapping[str, Any], key: str) -> Iterator[_Object]:
    found = data.get(key) or []
    if not isinstance(found, list):
        raise DataError(path, key, "expected a list of objects")
    for item in found:
        if not isinstance(item, _Object):
            raise DataError(path, key, "expected a list of objects")
        yield item


def _by_id(path: str, data: Mapping[str, Any], key: str) -> dict[str, _Object]:
    found: dict[str, _Object] = {}
    for item in _objects(path, data, key):
        ident = _text(item, "id")
        if not ident:
            raise DataError(item.source, key, 'has no "id"')
        if ident in found:
            fault = f"this id stands already in {found[ident].source}; keep one of them"
            raise DataError(item.source, ident, fault)
        found[ident] = item
    return found


def _text(item: _Object, key: str) -> str:
    value = item.get(key)
    if value is not None and not isinstance(value, str):
        raise DataError(item.source, key, "expected a string")
    return value or ""


def _is(body: _Object | None, kinds: frozenset[str]) -> bool:
    return body is not None and _text(body, "classification").lower() in kinds


def _names(item: _Object) -> tuple[str, tuple[str, ...]]:
    name = checks.name(item.source, _text(item, "name"))
    others = item.get("other_names") or []
    if not isinstance(others, list) or not all(isinstance(o, _Object) for o in others):
        raise DataError(item.source, "other_names", "expected a list of objects")
    aliases = [checks.name(other.source, _text(other, "name")) for other in others]
    return name, tuple(alias for alias in dict.fromkeys(aliases) if alias != name)


def _organisation(body: _Object, country: str | None) -> Item:
    name, aliases = _names(body)
    of_state = country is not None and _is(body, _OF_STATE)
    kind: ItemKind = "institution" if of_state else "organisation"
    return Item(kind, name, country if of_state else None, None, aliases, sources=(body.source,))


def _person(
    person: _Object,
    held: list[_Object],
    bodies: Mapping[str, _Object],
    posts: Mapping[str, _Object],
    country: str | None,
) -> Item:
    name, aliases = _names(person)
    terms: list[Term] = []
    sides: list[str] = []
    for membership in held:
        post = posts.get(_text(membership, "post_id"))
        ident = _text(membership, "organization_id")
        ident = ident or (_text(post, "organization_id") if post is not None else "")
        body = bodies.get(ident)
        if _is(body, _NO_OFFICE):
            continue
        role = _text(membership, "role") or (_role(post) if post is not None else "")
        if role.lower() in _MEMBER:
            if not _is(body, frozenset({"legislature", "chamber", "parliament"})):
                continue
            role = "member of parliament"
        office, told = office_of(role)
        code = told or country
        of_body = body is not None and not _is(body, _OF_STATE) and told is None
        side = (None, _names(body)[0]) if of_body and body is not None else (code, None)
        if side == (None, None):
            continue  # of no state that the file or the caller names
        times = _text(membership, "start_date")[:10], _text(membership, "end_date")[:10]
        term = checks.term(membership.source, name, office, "", side, times)
        terms += [term] if term is not None else []
        sides += [side[1]] if side[1] else []
    served = sides[-1] if sides and len(sides) == len(terms) else None
    home = None if served else country
    return Item("person", name, home, served, aliases, (), tuple(terms), False, (person.source,))


def _role(post: _Object) -> str:
    return _text(post, "role") or _text(post, "label")
