"""The JSON Schema of the records, made from the models; ``diplotext schema`` prints it."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import msgspec

from diplotext.models import Actor, Article, Meeting, MilitaryExercise

_KINDS = {"article": Article, "actor": Actor, "meeting": Meeting, "exercise": MilitaryExercise}


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a line that ``write_jsonl`` writes, and of all it holds."""
    references, definitions = msgspec.json.schema_components(
        list(_KINDS.values()), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "diplotext records",
        "description": "One line of a records file: article, actor, meeting or exercise.",
        "oneOf": [
            {
                "type": "object",
                "properties": {kind: reference},
                "required": [kind],
                "additionalProperties": False,
            }
            for kind, reference in zip(_KINDS, references, strict=True)
        ],
        "$defs": {
            name: {**_described(definitions[name]), "additionalProperties": False}
            for name in sorted(definitions)
        },
    }


def _described(definition: dict[str, Any]) -> dict[str, Any]:
    """Docstrings without their indentation, which only some versions of Python and msgspec cut."""
    if "description" not in definition:
        return definition
    return {**definition, "description": cleandoc(definition["description"])}
