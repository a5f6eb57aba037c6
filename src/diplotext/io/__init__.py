"""Files in, files out: articles from text and JSON, records to JSON Lines and CSV."""

from __future__ import annotations

from diplotext.io.articles import Source, find_files, read_files, read_metadata
from diplotext.io.records import (
    dumps,
    loads,
    read_records,
    write_csv,
    write_jsonl,
    write_records,
)
from diplotext.io.schema import json_schema

__all__ = [
    "Source",
    "dumps",
    "find_files",
    "json_schema",
    "loads",
    "read_files",
    "read_metadata",
    "read_records",
    "write_csv",
    "write_jsonl",
    "write_records",
]
