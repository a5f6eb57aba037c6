"""The one loader of the word tables: ``tables/NAME.tsv`` in, read-only rows out.

A table is UTF-8 in NFC. Its first lines start with ``# ``: what it is, each column, the
source of the facts. Then a header row, then rows sorted by the first column (casefold),
tab-separated, without quoting; several values in one field are joined by ``|``; an empty
field means unknown. Every fault is a DataError that names file and line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType

from diplotext.errors import DataError

Row = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """All rows of the table ``name`` ("states"), in file order.

    A table may be split: ``persons_asia.tsv`` and its like follow ``persons.tsv``; they
    must have one header. Raises DataError when no such table exists or one is faulty.
    """
    files = table_files(name)
    if not files:
        raise DataError(f"{name}.tsv", "", "no such table in diplotext.lexicon.tables")
    rows: list[Row] = []
    columns: tuple[str, ...] | None = None
    for file in files:
        found = read_table(file.name, file.read_bytes())
        if found:
            if columns is not None and tuple(found[0]) != columns:
                raise DataError(file.name, "header", f"is not that of the other parts: {columns}")
            columns = tuple(found[0])
        rows += found
    return tuple(rows)


def table_files(name: str) -> tuple[Traversable, ...]:
    """The files that make up the table ``name``, by file name."""
    folder = resources.files("diplotext.lexicon") / "tables"
    found = [
        file
        for file in folder.iterdir()
        if file.name == f"{name}.tsv"
        or (file.name.startswith(f"{name}_") and file.name.endswith(".tsv"))
    ]
    return tuple(sorted(found, key=lambda file: file.name))


def read_table(source: str, data: bytes) -> tuple[Row, ...]:
    """Check and read one file's bytes; ``source`` is its name for messages."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise DataError(f"{source}:{line}", "", "is not UTF-8; save the table as UTF-8") from None
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    if not unicodedata.is_normalized("NFC", text):
        number = next(n for n, s in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", s))
        raise DataError(f"{source}:{number}", "", "is not in Unicode form NFC")
    top = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    if top == len(lines):
        raise DataError(f"{source}:{top or 1}", "", "has no header row")
    if top == 0:
        raise DataError(f"{source}:1", "", "must begin with comment lines (#) that explain it")
    columns = tuple(lines[top].split("\t"))
    if len(set(columns)) != len(columns) or not all(c.isidentifier() for c in columns):
        raise DataError(f"{source}:{top + 1}", "header", f"names no clean columns: {columns}")
    return tuple(_rows(source, columns, lines[top + 1 :], first=top + 2))


def _rows(source: str, columns: tuple[str, ...], lines: list[str], first: int) -> Iterable[Row]:
    width = len(columns)
    before = ""
    for number, line in enumerate(lines, first):
        fields = line.split("\t")
        if len(fields) != width:
            fault = f"has {len(fields)} fields, the header names {width}"
            raise DataError(f"{source}:{number}", fields[0], fault)
        key = fields[0].casefold()
        if key < before:
            fault = f"comes after {before!r}; sort the rows by {columns[0]}"
            raise DataError(f"{source}:{number}", fields[0], fault)
        if not key:
            raise DataError(f"{source}:{number}", columns[0], "is empty")
        before = key
        if line[-1] in " \r" or line[0] == " " or " \t" in line or "\t " in line:
            fault = "a field begins or ends with white space; remove it"
            raise DataError(f"{source}:{number}", fields[0], fault)
        yield MappingProxyType(dict(zip(columns, fields, strict=True)))


def values(field: str) -> tuple[str, ...]:
    """The values of a field that holds several: ``"a|b"`` -> ``("a", "b")``, ``""`` -> ``()``."""
    return tuple(field.split("|")) if field else ()
