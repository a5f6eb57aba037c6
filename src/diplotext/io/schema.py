"""The JSON Schema of the records, made from the models; ``diplotext schema`` prints it."""

from __future__ import annotations

from typing import Any

import msgspec

from diplotext.models import Corpus


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a Corpus and of all it holds."""
    (schema,), definitions = msgspec.json.schema_components([Corpus], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "diplotext records",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }
