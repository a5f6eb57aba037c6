"""Which reader a register file needs."""

from __future__ import annotations

import json
from pathlib import Path

from diplotext.errors import InputError
from diplotext.register import checks, ftm, popolo, tsv
from diplotext.register.core import Register


def load(path: str | Path, *, country: str | None = None) -> Register:
    """The register that a file holds, of itself alone; add it to ``builtin()`` or use it so.

    ``.tsv``: a table. ``.jsonl``, ``.ijson``, ``.ndjson`` or ``.json``: FollowTheMoney entities
    where the first line holds one, else Popolo. ``country`` (code or name) is the state of all
    actors of whom the file does not tell; Popolo files need it. Raises InputError for a file
    that cannot be read and DataError for a fault in it, with file, line and value.
    """
    file = Path(path)
    code = checks.country("country", country or "")
    suffix = file.suffix.lower()
    if suffix not in (".tsv", ".jsonl", ".ijson", ".ndjson", ".json"):
        raise InputError(str(path), "expected a name that ends in .tsv, .jsonl or .json")
    text = checks.text_of(file)
    if suffix == ".tsv":
        reader = tsv.read
    elif suffix != ".json" or _is_entity(text):
        reader = ftm.read
    else:
        reader = popolo.read
    return Register(reader(str(path), text, code))


def _is_entity(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    try:
        data = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "schema" in data
