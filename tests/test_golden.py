"""The seeds against golden records: what a change of rules, words or code gained and lost.

``tests/golden/`` holds a file of JSON Lines for each seed, what that article alone says, and
``merged.jsonl``, what the five say together. Where the detector now says something else, the test
fails and lists it: ``+`` gained, ``-`` lost, ``~`` the same event with another value. If the
change is wanted::

    python -m pytest --update-golden

prints the same list and rewrites the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from diplotext import articles
from diplotext.corpus import Reading, assemble, conflicts, read
from diplotext.io.annotations import annotation
from diplotext.io.records import dumps, participant_text
from diplotext.models import Meeting, MilitaryExercise

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parent / "seeds").glob("*.txt"))
GOLDEN = HERE / "golden"
NAMES = [*(file.stem for file in SEEDS), "merged"]
Record = dict[str, Any]


@cache
def readings() -> tuple[Reading, ...]:
    texts = ((file.stem, file.read_bytes().decode()) for file in SEEDS)
    return tuple(read(articles.detect(text, id=stem)) for stem, text in texts)


def of_article(reading: Reading) -> list[Record]:
    """One record for the article itself, each person, meeting and exercise; no ids, no offsets."""
    said = json.loads(dumps(annotation(reading, {})))
    own = ("title", "outlet", "published", "published_basis", "dateline", "agencies")
    found = [{"article": {key: said[key] for key in own}}]
    found += [{"person": person} for person in said["persons"]]
    for noun in ("meeting", "exercise"):
        for record in said[f"{noun}s"]:
            quotes: dict[str, list[str]] = {}
            for evidence in record["evidence"]:
                quotes.setdefault(evidence["field"], []).append(evidence["quote"])
            kept = {k: v for k, v in record.items() if k not in ("id", "event", "part_of", "quote")}
            found.append({noun: {**kept, "evidence": quotes}})
    return [_filled(record) for record in found]


def merged(records: Iterable[Meeting | MilitaryExercise]) -> list[Record]:
    """One record for each event with the articles that report it."""
    found = []
    for record in records:
        where = record.place if isinstance(record, Meeting) else record.places
        value = {
            "kind": record.kind if isinstance(record, Meeting) else record.name,
            "participants": [participant_text(p) for p in record.participants],
            "place": json.loads(dumps(where)),
            "when": record.when.edtf if record.when else None,
            "status": record.status,
            "reports": sorted(f"{r.article[:3]} {r.status}" for r in record.reports),
            "conflicts": [conflict.text for conflict in conflicts(record)],
        }
        found.append({"meeting" if isinstance(record, Meeting) else "exercise": value})
    return [_filled(record) for record in found]


def _filled(value: Any) -> Any:
    """Without what is unknown or empty."""
    if isinstance(value, dict):
        return {k: _filled(v) for k, v in value.items() if v not in (None, [], {}, "")}
    return [_filled(v) for v in value] if isinstance(value, list) else value


def actual(name: str) -> list[Record]:
    if name != "merged":
        return next(of_article(r) for r in readings() if r.article.id == name)
    corpus = assemble(readings())
    return merged([*corpus.meetings, *corpus.exercises])


# --- what was gained and lost ------------------------------------------------------------------


def _line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False)


def _told(record: Record) -> str:
    """A record in one short line: noun, kind, who, where, when."""
    ((noun, value),) = record.items()
    who = ", ".join(p if isinstance(p, str) else " ".join(p.values()) for p in _who(value))
    rest = [value.get(key) for key in ("kind", "name", "status", "when")]
    return " | ".join(str(part) for part in (noun, *rest, who) if part)


def _who(value: Mapping[str, Any]) -> list[Any]:
    return value.get("participants", [])


def _flat(record: Record) -> Record:
    """The fields of a record; each field's quotes as a field of their own."""
    ((_, value),) = record.items()
    quotes = {f"evidence.{key}": told for key, told in value.get("evidence", {}).items()}
    return {**{k: v for k, v in value.items() if k != "evidence"}, **quotes}


def _event(record: Record) -> str:
    """What stays when an event's other values change: the noun and who takes part."""
    ((noun, value),) = record.items()
    if noun == "article":
        return noun
    return f"{noun} {value.get('name')} {sorted(map(str, _who(value)))}"


def changes(before: list[Record], after: list[Record]) -> list[str]:
    """Lines for a person: ``+`` gained, ``-`` lost, ``~`` another value in the same event."""
    lost = [r for r in before if r not in after]
    gained = [r for r in after if r not in before]
    lines = []
    for old in list(lost):
        new = next((r for r in gained if _event(r) == _event(old)), None)
        if new is None:
            continue
        lost.remove(old)
        gained.remove(new)
        was, now = _flat(old), _flat(new)
        lines.append(f"~ {_told(new)}")
        lines += [
            f"    {key}: {was.get(key)!r} -> {now.get(key)!r}"
            for key in dict.fromkeys([*was, *now])
            if was.get(key) != now.get(key)
        ]
    return [*lines, *(f"- {_told(r)}" for r in lost), *(f"+ {_told(r)}" for r in gained)]


@pytest.mark.parametrize("name", NAMES)
def test_the_seeds_give_their_golden_records(
    name: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    file = GOLDEN / f"{name}.jsonl"
    before = [json.loads(x) for x in file.read_text("utf-8").splitlines()] if file.exists() else []
    after = actual(name)
    told = "\n".join(changes(before, after))
    if request.config.getoption("--update-golden"):
        file.write_text("".join(_line(r) + "\n" for r in after), encoding="utf-8", newline="\n")
        with capsys.disabled():
            print(f"\n{name}\n{told}" if told else "", end="")
        return
    assert not told, f"{name}: see this file's first lines\n{told}"
    assert before == after, "the same records in another order"


def test_no_golden_file_is_left_over() -> None:
    assert sorted(NAMES) == sorted(file.stem for file in GOLDEN.glob("*.jsonl"))


def test_changes_are_told_as_gained_lost_or_changed() -> None:
    def talks(*who: str, when: str) -> Record:
        return {"meeting": {"kind": "talks", "participants": list(who), "when": when}}

    before = [talks("A", "B", when="2020"), talks("C", "D", when="2021")]
    after = [talks("A", "B", when="2020-05"), talks("E", "F", when="2022")]
    assert [
        "~ meeting | talks | 2020-05 | A, B",
        "    when: '2020' -> '2020-05'",
        "- meeting | talks | 2021 | C, D",
        "+ meeting | talks | 2022 | E, F",
    ] == changes(before, after)
    assert [] == changes(before, before)
