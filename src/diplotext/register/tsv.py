"""A register as a table: one row for each actor, of a person one for each office.

Tab-separated UTF-8 with a header; only ``name`` is needed. Columns: name, kind (person,
organisation, institution, force; person where empty), country, organisation, office, level, from,
to, aliases and weak_aliases (joined by |), strength (weak, else strong). Lines that begin with #
and empty ones are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diplotext.errors import DataError
from diplotext.lexicon.records import Term
from diplotext.register import checks
from diplotext.register.items import Item

COLUMNS = (
    "name", "kind", "country", "organisation", "office", "level", "from", "to", "aliases",
    "weak_aliases", "strength",
)  # fmt: skip


def read(path: str, text: str, country: str | None = None) -> tuple[Item, ...]:
    """The items of a table; ``country`` is that of rows which give neither state nor body."""
    rows = list(_rows(path, text))
    own = {row["name"] for _, row in rows if row["kind"] == "organisation"}
    found: dict[tuple[str, str, str | None], Item] = {}
    lines: dict[tuple[str, ...], str] = {}
    for source, row in rows:
        item = _item(source, row, own, country)
        key = (item.kind, item.name, item.country)
        term = tuple((t.office, t.organisation or "", t.since or "") for t in item.terms)
        twice = (*map(str, key), *map(str, term))
        if twice in lines or (key in found and not term):
            other = lines.get(twice) or found[key].sources[0]
            raise DataError(source, item.name, f"stands already in {other}; keep one of them")
        lines[twice] = source
        found[key] = _joined(found[key], item) if key in found else item
    items = tuple(found.values())
    checks.no_cycles(items)
    return items


def _rows(path: str, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    columns: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        line = line.removesuffix("\r")
        if line.startswith("#") or not line.strip():
            continue
        source = f"{path}:{number}"
        fields = [field.strip() for field in line.split("\t")]
        if columns is None:
            columns = _header(source, fields)
            continue
        if len(fields) > len(columns):
            fault = f"has {len(fields)} fields, the header names {len(columns)}"
            raise DataError(source, fields[0], fault)
        row = dict.fromkeys(COLUMNS, "") | dict(zip(columns, fields, strict=False))
        row["name"] = checks.name(source, row["name"])
        yield source, row
    if columns is None:
        raise DataError(path, "", "is empty; expected a header row with name, country, office ...")


def _header(source: str, fields: list[str]) -> list[str]:
    columns = [field.lower() for field in fields]
    if "name" not in columns:
        hint = "; part the columns by tabs" if "," in fields[0] or ";" in fields[0] else ""
        raise DataError(source, "header", f"names no column 'name'{hint}")
    for column in columns:
        if column not in COLUMNS or columns.count(column) > 1:
            fault = f"is unknown or there twice; columns are {', '.join(COLUMNS)}"
            raise DataError(source, repr(column), fault)
    return columns


def _item(source: str, row: Mapping[str, str], own: set[str], country: str | None) -> Item:
    kind = checks.kind(source, row["kind"] or "person")
    if row["strength"] not in ("", "strong", "weak"):
        raise DataError(source, row["strength"], "is no strength; strong or weak")
    name = row["name"]
    code = checks.country(source, row["country"])
    body = checks.organisation(source, row["organisation"], own)
    if code is None and body is None and kind != "organisation":
        code = country
    terms: tuple[Term, ...] = ()
    if kind == "person":
        times = row["from"], row["to"]
        term = checks.term(source, name, row["office"], row["level"], (code, body), times)
        terms = (term,) if term is not None else ()
    elif row["office"]:
        raise DataError(source, name, f"is of kind {kind} and holds no office")
    if kind in ("institution", "force") and code is None:
        raise DataError(source, name, f"is of kind {kind} and needs a country")
    return Item(
        kind,
        name,
        code,
        body,
        _values(source, row["aliases"], name),
        _values(source, row["weak_aliases"], name),
        terms,
        row["strength"] == "weak",
        (source,),
    )


def _values(source: str, field: str, name: str) -> tuple[str, ...]:
    found = [checks.name(source, value) for value in field.split("|") if value.strip()]
    return tuple(dict.fromkeys(value for value in found if value != name))


def _joined(first: Item, second: Item) -> Item:
    """Two rows of one actor."""
    return Item(
        first.kind,
        first.name,
        first.country,
        second.organisation or first.organisation,
        tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        tuple(dict.fromkeys((*first.weak_aliases, *second.weak_aliases))),
        (*first.terms, *second.terms),
        first.weak and second.weak,
        (*first.sources, *second.sources),
    )
