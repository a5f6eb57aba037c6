"""What every reader of a register file asks of its values. Each fault names file, line, value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from diplotext.errors import DataError, InputError
from diplotext.lexicon import bodies, offices, state_named
from diplotext.lexicon.records import Term
from diplotext.register.items import Item, ItemKind

_KINDS: Mapping[str, ItemKind] = {kind: kind for kind in get_args(ItemKind)}
_LONGEST = 150  # characters; what is longer is no name
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_MARKUP = frozenset("<>{}[]\\|=@")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_LEVELS = frozenset(
    [
        "head-of-state", "head-of-government", "foreign", "defence", "minister",
        "deputy-minister", "security-adviser", "envoy", "ambassador", "military", "spokesperson",
        "legislator", "party", "monarchy", "intelligence", "body-head", "other",
    ]
)  # fmt: skip


def text_of(path: Path) -> str:
    """The text of a register file, UTF-8 with or without byte order mark.

    Raises InputError, with the line where the bytes are at fault.
    """
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise InputError(str(path), f"cannot be read: {reason}") from None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(str(path), "is UTF-16; save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        bad = data[fault.start : fault.start + 1].hex()
        raise InputError(
            f"{path}:{line}", f"byte 0x{bad} is not UTF-8; save the file as UTF-8"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError(f"{path}:{line}", "holds zero bytes; expected text")
    return unicodedata.normalize("NFC", text)


def name(source: str, value: str) -> str:
    """A name with regular spaces, or DataError for what cannot be one."""
    found = " ".join(value.split())
    shown = found if len(found) < 60 else f"{found[:57]}..."
    letters = [c for c in found if c.isalpha()]
    if not letters:
        raise DataError(source, shown, "a name needs a letter")
    if any(c.islower() for c in letters) and not any(c.isupper() for c in letters):
        raise DataError(source, shown, "has no capital; write it as news prints it")
    if len(letters) == 1 and found.isascii():
        raise DataError(source, shown, "is a single letter and would be found everywhere")
    if len(found) > _LONGEST:
        raise DataError(source, shown, f"is longer than {_LONGEST} characters")
    if not found.isprintable() or not _MARKUP.isdisjoint(found):
        raise DataError(source, repr(shown), "holds markup or control signs; give the bare name")
    if not found.isascii():
        for word in found.split():
            scripts = {unicodedata.name(c, "").partition(" ")[0] for c in word if c.isalpha()}
            if len(scripts.intersection(_SCRIPTS)) > 1:
                fault = f"mixes letters of two scripts in {word!r}"
                raise DataError(source, shown, f"{fault}; write it in one")
    return found


def day(source: str, value: str) -> str | None:
    """An ISO date as precise as given, None for none, or DataError."""
    if not value:
        return None
    if not _DATE.fullmatch(value):
        raise DataError(source, value, "is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise DataError(source, value, "is a day that no calendar has") from None
    return value


def country(source: str, value: str) -> str | None:
    """The alpha-2 code that a code or name of a state means, or DataError."""
    if not value:
        return None
    code = state_named(value)
    if code is None and len(value) in (2, 3):
        code = state_named(value.upper())
    if code is None:
        hint = " (the name of a body goes into organisation)" if value in bodies() else ""
        fault = f"is no state; use the ISO 3166-1 code, as in NO or NOR{hint}"
        raise DataError(source, value, fault)
    return code


def kind(source: str, value: str) -> ItemKind:
    """The kind of item that a word means, or DataError."""
    found = _KINDS.get(value)
    if found is None:
        raise DataError(source, value, f"is no kind; one of {', '.join(_KINDS)}")
    return found


def organisation(source: str, value: str, own: Iterable[str]) -> str | None:
    """The short name of a body that the tables or the same file have, or DataError."""
    if not value or value in own:
        return value or None
    short = _bodies().get(value)
    if short is None:
        fault = "is no organisation that is known; add a row for it, of kind organisation"
        raise DataError(source, value, fault)
    return short


@cache
def _bodies() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for short, body in bodies().items():
        for known in (short, body.name, *body.aliases, *body.acronyms):
            found.setdefault(known, short)
    return MappingProxyType(found)


def term(
    source: str,
    person: str,
    office: str,
    level: str,
    side: tuple[str | None, str | None],
    times: tuple[str, str],
) -> Term | None:
    """One time in office; None without an office. The level is looked up where none is given."""
    begin, end = day(source, times[0]), day(source, times[1])
    if begin and end and end < begin[: len(end)]:
        raise DataError(source, " to ".join(times), "ends before it begins")
    lower = " ".join(office.lower().split())
    if not lower:
        if level or any(times):
            raise DataError(source, person, "has a level or date without an office")
        return None
    if level and level not in _LEVELS:
        raise DataError(source, level, f"is no level; one of {', '.join(sorted(_LEVELS))}")
    if side == (None, None):
        raise DataError(source, person, f"is {lower} of no country and no organisation")
    return Term(person, lower, level or level_of(lower), *side, begin, end)


def level_of(office: str) -> str:
    """The level that ``offices.tsv`` gives an office, "other" for one that it does not have."""
    known = offices().get(office) or offices().get(office.partition(" ")[2])
    return known.level if known is not None and known.level != "generic" else "other"


def no_cycles(items: Sequence[Item]) -> None:
    """DataError where aliases lead from item to item and back to the first."""
    named = {(item.kind, item.name): item for item in items}
    leads: dict[str, list[Item]] = {}
    for item in items:
        aliases = (*item.aliases, *item.weak_aliases)
        others = [named.get((item.kind, alias)) for alias in aliases]
        leads[item.name] = [o for o in others if o is not None and o.name != item.name]
    done: set[str] = set()
    for item in items:
        path: list[Item] = []
        on_path: set[str] = set()
        stack: list[Item | None] = [item]
        while stack:
            here = stack.pop()
            if here is None:  # all that this item leads to has been seen
                gone = path.pop()
                on_path.discard(gone.name)
                done.add(gone.name)
            elif here.name in on_path:
                start = next(i for i, other in enumerate(path) if other.name == here.name)
                ring = [*path[start:], here]
                told = ", ".join(f"{i.name!r} ({i.sources[0]})" for i in ring[:-1])
                fault = f"the aliases of {told} lead round in a circle; make them one actor"
                raise DataError(here.sources[0], here.name, fault)
            elif here.name not in done:
                path.append(here)
                on_path.add(here.name)
                stack += [None, *leads[here.name]]
