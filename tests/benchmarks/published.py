"""Figures on the sets that lie beside the project: detection, names, dates. Not part of it.

    python tests/benchmarks/published.py [SHARED]

SHARED is the folder with ``eval`` and ``bench`` (default: ``../shared``). Predicts, then lets the
scorers of those folders print. The texts are never copied into the project.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import published_dates

from diplotext import actors, dates

SHARED = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[3] / "shared")
Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, filter(str.strip, lines))


def names() -> Iterator[Row]:
    with (SHARED / "bench" / "names.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {"id": row["id"], "verdict": actors.same_name(row["name1"], row["name2"]).verdict}


def days(name: str) -> Iterator[Row]:
    for row in rows(SHARED / "bench" / "dates" / f"{name}.jsonl"):
        published = date.fromisoformat(row["published"]) if row["published"] else None
        found = [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "from": mention.value.start.isoformat(),
                "to": mention.value.end.isoformat(),
            }
            for mention in dates.detect(row["text"], published)
            if mention.value is not None
        ]
        yield {"id": row["id"], "dates": found}


def score(
    scorer: Path, *arguments: str, predicted: Iterable[Row], last: tuple[str, ...] = ()
) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in predicted)
        out.flush()
        subprocess.run([sys.executable, scorer, *arguments, out.name, *last], check=True)


def detected(name: str) -> Iterator[Row]:
    folder = SHARED / "eval" / name
    command = [sys.executable, "-m", "diplotext", "detect", str(folder / "texts")]
    command += ["--metadata", str(folder / "metadata.jsonl")]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    yield from map(json.loads, run.stdout.splitlines())


def main() -> None:
    for name in ("seeds", "dev"):
        print(f"\n== {name}", flush=True)
        gold = str(SHARED / "eval" / name / "gold.jsonl")
        score(SHARED / "eval" / "score.py", gold, predicted=detected(name))
    bench = SHARED / "bench" / "score.py"
    print("\n== names", flush=True)
    score(bench, "names", predicted=names())
    for name in ("recognizers", "gum"):
        print(f"\n== dates: {name}", flush=True)
        score(bench, "dates", name, predicted=days(name))
    published_dates.main()


if __name__ == "__main__":
    main()
