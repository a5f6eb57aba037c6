"""Files in, files out: articles from text and JSON, records to JSON Lines and CSV."""

from __future__ import annotations

from diplotext.io.articles import HarmlessError, Source, find_files, read_files, read_metadata
from diplotext.io.records import (
    dumps,
    loads,
    main_quote,
    participant_text,
    read_records,
    write_csv,
    write_jsonl,
    write_records,
)
from diplotext.io.schema import json_schema

__all__ = [
    "HarmlessError",
    "Source",
    "dumps",
    "find_files",
    "json_schema",
    "loads",
    "main_quote",
    "participant_text",
    "read_files",
    "read_metadata",
    "read_records",
    "write_csv",
    "write_jsonl",
    "write_records",
]
