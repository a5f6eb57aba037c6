"""Articles from files: plain text, a JSON object or array, JSON Lines.

A ``.txt`` file is one article, its id the file's stem. A JSON object needs a ``text`` and may
have ``id, title, published, outlet, url``; without an id it takes the stem, with its number where
the file holds several. Bytes are UTF-8 (a byte order mark is dropped; UTF-16 and UTF-32 need one);
line ends stay as they are, so that offsets are those of the file. The path ``-`` is standard
input: JSON or JSON Lines where it opens with ``{`` or ``[{``, else one article. Nothing here raises
for one bad file, line or field: faults are handed to the caller beside the good articles.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import reprlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import attrs

from diplotext.errors import InputError

SUFFIXES = (".txt", ".json", ".jsonl")
_STDIN = Path("-")
_FIELDS = ("title", "published", "outlet", "url")
_RECORDS = frozenset({"article", "actor", "meeting", "exercise"})
_WHOLE_JSON = re.compile(r"\s*+(?:\[\s*+\{|\{[ \t\r]*+\n)")  # an array, an object over lines
_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@attrs.frozen
class Source:
    """One article as a file gives it: text, id, and what is known beside the text."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None

    def with_metadata(self, known: Mapping[str, Any]) -> Source:
        """The same with the fields of a metadata line, which go before the file's own."""
        return attrs.evolve(self, **{k: v for k, v in known.items() if v is not None})


class HarmlessError(InputError):
    """What the user should know of a file, though all of it was read: no cause to end with 1."""


def find_files(paths: Iterable[str | Path] | str | Path) -> tuple[list[Path], list[InputError]]:
    """The files to read, each once, and what is wrong with the rest.

    A folder is walked for ``.txt``, ``.json`` and ``.jsonl`` files, in the order of their
    names; hidden files and folders, and links to folders, are passed over. A file that is
    named outright is taken whatever its suffix.
    """
    found: dict[str, Path] = {}
    faults: list[InputError] = []
    if isinstance(paths, str | Path):
        paths = (paths,)
    for path in paths:
        given = Path(path)
        try:
            if path == "":  # an empty variable of the shell, and not the folder one is in
                faults.append(InputError('""', "names no file or folder"))
                continue
            if given == _STDIN:
                inside = [given]
            elif given.is_dir():
                inside, wrong = _inside(given)
                faults += wrong
                if not inside and not wrong:
                    faults.append(InputError(str(given), f"no {', '.join(SUFFIXES)} file in it"))
            elif given.exists():
                inside = [given]
            else:
                faults.append(InputError(str(given), "no such file or folder"))
                continue
        except (OSError, ValueError) as fault:
            faults.append(InputError(str(given), _reason(fault)))
            continue
        for file in inside:  # "news/a.txt" and "/home/ada/news/a.txt" are one
            found.setdefault(os.path.abspath(file), file)
    return list(found.values()), faults


def _inside(folder: Path) -> tuple[list[Path], list[InputError]]:
    """The files of a folder in order, and the folders in it that cannot be opened."""
    closed: list[OSError] = []
    files: list[Path] = []
    for top, inner, names in os.walk(folder, onerror=closed.append):
        inner[:] = [name for name in inner if not name.startswith(".")]
        some = (Path(top, name) for name in names if not name.startswith("."))
        files += (file for file in some if file.suffix.lower() in SUFFIXES)
    faults = [InputError(str(fault.filename), _reason(fault)) for fault in closed]
    faults += [
        InputError(str(file), "no regular file; name it outright to read it")
        for file in files
        if file.exists() and not file.is_file()
    ]
    return sorted(f for f in files if f.is_file() or not f.exists()), faults


def read_files(files: Iterable[str | Path]) -> Iterator[Source | InputError]:
    """All articles of the files in order; an InputError stands where one cannot be read.

    Ids are made unique: the second article with the id "x" becomes "x-2", or what is free
    after it, and a ``HarmlessError`` before it says so.
    """
    seen: set[str] = set()
    if isinstance(files, str):
        raise TypeError("read_files takes a list of files; find_files makes one of a folder")
    for file in map(Path, files):
        for item in _read_file(file):
            if isinstance(item, Source):
                if item.id in seen:
                    new = _free(item.id, seen)
                    yield HarmlessError(
                        str(file), f'the id "{item.id}" is taken, here it is "{new}"'
                    )
                    item = attrs.evolve(item, id=new)
                seen.add(item.id)
            yield item


def _free(name: str, seen: set[str]) -> str:
    return next(new for n in count(2) if (new := f"{name}-{n}") not in seen)


def read_metadata(file: str | Path) -> tuple[dict[str, dict[str, Any]], list[InputError]]:
    """JSON Lines of ``{"id", "title", "published", "outlet", "url"}`` by id, and the faults.

    Of two lines with one id the later counts; a ``HarmlessError`` says so, and another names
    a field that is not read.
    """
    file = Path(file)
    known: dict[str, dict[str, Any]] = {}
    faults: list[InputError] = []
    try:
        text = decode(file)
    except InputError as fault:
        return {}, [fault]
    objects = 0
    strange: set[str] = set()
    for where, item in _json_lines(file, text):
        if isinstance(item, InputError):
            faults.append(item)
            continue
        objects += 1
        for name in sorted(item.keys() - {"id", *_FIELDS} - strange):
            strange.add(name)
            told = f'the field "{name}" is not read; those are id, {", ".join(_FIELDS)}'
            faults.append(HarmlessError(where, told))
        ident = _ident(where, item)
        if isinstance(ident, InputError):
            faults.append(ident)
        elif ident is None:
            faults.append(InputError(where, 'needs an "id" (the stem of the article\'s file)'))
        else:
            if ident in known:
                told = f'has the id "{ident}" again; this line counts'
                faults.append(HarmlessError(where, told))
            known[ident], wrong = _fields(where, item)
            faults += wrong
    if len(faults) > 1 and not objects:  # a CSV, or an array over many lines: one fault, not many
        told = 'no line of it is a JSON object; expected {"id": "a", "published": "2021-05-03"}'
        return {}, [InputError(str(file), told)]
    return known, faults


def _ident(where: str, item: Mapping[str, Any]) -> str | InputError | None:
    """The id of an object, None where it has none; a number is as good as a string."""
    value = item.get("id")
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    return InputError(where, f'"id" is {reprlib.repr(value)}, expected a string')


def decode(file: Path) -> str:
    """The text of a file. Raises InputError when it is missing, binary or not Unicode."""
    name = "standard input" if file == _STDIN else str(file)
    if file == _STDIN and sys.stdin is None:
        raise InputError(name, "is closed")
    try:
        data = sys.stdin.buffer.read() if file == _STDIN else file.read_bytes()
    except OSError as fault:
        raise InputError(name, _reason(fault)) from None
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in data:
        raise InputError(name, "binary: it holds zero bytes; expected text in UTF-8")
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as fault:
        found = f"byte 0x{data[fault.start]:02x} at {fault.start}"
        reason = f"not {encoding.upper()} ({found}); convert it first"
        raise InputError(name, reason) from None


def _read_file(file: Path) -> Iterator[Source | InputError]:
    try:
        text = decode(file)
    except InputError as fault:
        yield fault
        return
    kind = file.suffix.lower()
    if file == _STDIN:
        file = Path("stdin")
        kind = _kind(text)
    if kind == ".jsonl":
        items = _json_lines(file, text)
    elif kind == ".json":
        items = _json_items(file, text)
    else:
        yield Source(file.stem, text)
        return
    several = kind == ".jsonl" or text.lstrip().startswith("[")
    for number, (where, item) in enumerate(items, 1):
        if isinstance(item, InputError):
            yield item
            continue
        if _RECORDS.issuperset(item) and len(item) == 1:  # each line would be a fault
            yield InputError(where, 'holds records that diplotext wrote, expected a "text"')
            return
        yield from _source(where, item, f"{file.stem}-{number}" if several else file.stem)


def _kind(text: str) -> str:
    """What standard input holds, by its first signs: it has no suffix to go by."""
    if _WHOLE_JSON.match(text):
        return ".json"
    return ".jsonl" if text.lstrip().startswith("{") else ".txt"


def _json_lines(file: Path, text: str) -> Iterator[tuple[str, dict[str, Any] | InputError]]:
    # split("\n") and not splitlines: U+2028 and its like may stand inside JSON strings.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{file}:{number}"
            yield where, _object(where, line)


def _json_items(file: Path, text: str) -> Iterator[tuple[str, dict[str, Any] | InputError]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as fault:
        yield str(file), InputError(str(file), _not_json(fault, whole=True))
        return
    if not isinstance(value, list):
        value = [value]
    for number, item in enumerate(value, 1):
        where = f"{file}[{number}]" if len(value) > 1 else str(file)
        if isinstance(item, dict):
            yield where, item
        else:
            yield where, InputError(where, "not a JSON object with a text")


def _object(where: str, line: str) -> dict[str, Any] | InputError:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as fault:
        return InputError(where, _not_json(fault, whole=False))
    return value if isinstance(value, dict) else InputError(where, "not a JSON object")


def _not_json(fault: Exception, *, whole: bool) -> str:
    if isinstance(fault, RecursionError):
        return "not JSON (too many brackets within brackets)"
    if not isinstance(fault, json.JSONDecodeError):
        return f"not JSON ({fault})"
    line = f"line {fault.lineno}, " if whole else ""
    return f"not JSON ({fault.msg.lower()} at {line}column {fault.colno})"


def _source(where: str, item: Mapping[str, Any], default: str) -> Iterator[Source | InputError]:
    """The article, behind what is wrong with its fields; a fault alone where it has no text."""
    text = item.get("text")
    if not isinstance(text, str):
        yield InputError(where, 'has no "text" that is a string')
        return
    ident = _ident(where, item)
    if isinstance(ident, InputError):
        yield ident
        ident = None
    fields, faults = _fields(where, item)
    yield from faults
    yield Source(ident or default, text, **fields)


def _fields(where: str, item: Mapping[str, Any]) -> tuple[dict[str, Any], list[InputError]]:
    """What is known beside the text, and the faults; a blank value is an unknown one."""
    fields: dict[str, Any] = {}
    faults: list[InputError] = []
    for name in _FIELDS:
        value = item.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if not isinstance(value, str):
            faults.append(
                InputError(where, f'"{name}" is {reprlib.repr(value)}, expected a string')
            )
            continue
        try:
            fields[name] = _day(where, value.strip()) if name == "published" else value
        except InputError as fault:
            faults.append(fault)
    return fields, faults


def _day(where: str, value: str) -> date:
    """An ISO 8601 day; a time of day behind it is passed over."""
    day, mark, _ = value.partition("T")
    if not mark:
        day = value.partition(" ")[0]
    try:
        return date.fromisoformat(day)
    except ValueError:
        fault = f'"published" is {reprlib.repr(value)}, expected a day as in 2023-09-18'
        raise InputError(where, fault) from None


def _reason(fault: OSError | ValueError) -> str:
    if isinstance(fault, FileNotFoundError):
        return "no such file or folder"
    return (getattr(fault, "strerror", None) or str(fault)).lower()
