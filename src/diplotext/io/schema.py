"""The JSON Schema of the records, made from the models: ``python -m diplotext.io.schema``."""

from __future__ import annotations

import json
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


if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=1, ensure_ascii=False))
