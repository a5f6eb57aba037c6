"""Records out and in: one serialiser for JSON, and a flat table for people.

JSON Lines hold everything and come back equal (``read_records(write) == corpus``): each line is
an object with one key, ``article``, ``actor``, ``meeting`` or ``exercise``. CSV is a view for
spreadsheets, one row a merged record, and does not come back.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, TypeVar

import attrs
import msgspec

from diplotext.errors import InputError
from diplotext.io.articles import decode
from diplotext.merging import conflicts, reports_of
from diplotext.models import (
    Actor,
    Article,
    Corpus,
    Meeting,
    MilitaryExercise,
    Participant,
)

T = TypeVar("T")
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
COLUMNS = (
    "record", "id", "kind", "name", "status", "when", "start", "end", "participants", "countries",
    "place", "place_country", "sources", "articles", "outlets", "conflicts", "quote",
)  # fmt: skip


@attrs.frozen
class Line:
    """One line of a records file: exactly one of the four is there."""

    article: Article | None = None
    actor: Actor | None = None
    meeting: Meeting | None = None
    exercise: MilitaryExercise | None = None


def dumps(value: object) -> bytes:
    """Any record, or a Corpus, as JSON in UTF-8. Lone surrogates are escaped.

    Raises InputError for two that would come back as one character and so shift all offsets
    behind them. No file that was decoded holds such a text.
    """
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(value)
        halves = _HALVES.search(json.dumps(plain, ensure_ascii=False))
        if halves:
            fault = "are two halves of one character, which JSON joins; join them in the text"
            raise InputError(ascii(halves[0]), fault) from None
        return json.dumps(plain, separators=(",", ":")).encode("ascii")


def loads(data: bytes | str, type: type[T]) -> T:  # noqa: A002 - as msgspec calls it
    """The record of ``type`` that ``dumps`` wrote. Raises InputError with the path at fault."""
    try:
        try:
            return msgspec.json.decode(data, type=type)
        except msgspec.ValidationError:
            raise
        except msgspec.DecodeError:  # lone surrogates are JSON, but not msgspec's
            return msgspec.convert(json.loads(data), type=type)
    except (ValueError, RecursionError) as fault:
        raise InputError(type.__name__, f"not as its JSON Schema says ({fault})") from None


def write_records(corpus: Corpus, file: str | Path) -> None:
    """Write ``.jsonl`` or ``.csv``, as the suffix says.

    Raises InputError for another suffix and when the file cannot be written.
    """
    file = Path(file)
    kind = file.suffix.lower()
    if kind not in (".jsonl", ".csv"):
        raise InputError(str(file), "records are written to a .jsonl or a .csv file")
    try:
        if kind == ".jsonl":
            with file.open("wb") as out:
                write_jsonl(corpus, out)
        else:
            # utf-8 with surrogateescape cannot write every str; a CSV shows such a one as "?".
            with file.open("w", encoding="utf-8", errors="replace", newline="") as table:
                write_csv(corpus, table)
    except OSError as fault:
        raise InputError(str(file), (fault.strerror or str(fault)).lower()) from None


def write_jsonl(corpus: Corpus, out: IO[bytes]) -> None:
    """One line a record, everything in it: articles, actors, meetings, exercises."""
    for kind, records in (
        ("article", corpus.articles),
        ("actor", corpus.actors),
        ("meeting", corpus.meetings),
        ("exercise", corpus.exercises),
    ):
        for record in records:
            out.write(dumps({kind: record}) + b"\n")


def read_records(file: str | Path) -> Corpus:
    """The Corpus that ``write_jsonl`` wrote. Raises InputError naming file and line."""
    found: dict[str, list[Any]] = {"article": [], "actor": [], "meeting": [], "exercise": []}
    for number, text in enumerate(decode(Path(file)).split("\n"), 1):
        if not text.strip():
            continue
        try:
            line = loads(text, Line)
        except InputError as fault:
            raise InputError(f"{file}:{number}", fault.fault) from None
        present = {kind: getattr(line, kind) for kind in found}
        present = {kind: record for kind, record in present.items() if record is not None}
        if len(present) != 1:
            raise InputError(f"{file}:{number}", f"expected one of {', '.join(found)} in a line")
        for kind, record in present.items():
            found[kind].append(record)
    return Corpus(
        articles=tuple(found["article"]),
        actors=tuple(found["actor"]),
        meetings=tuple(found["meeting"]),
        exercises=tuple(found["exercise"]),
    )


def write_csv(corpus: Corpus, out: IO[str]) -> None:
    """One row a meeting and exercise, best values only; several values are joined by "; "."""
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in _rows(corpus))


def _cell(value: object) -> object:
    """Text on one line, without the breaks that an article's words may hold."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _rows(corpus: Corpus) -> Iterator[dict[str, object]]:
    texts = texts_of(corpus)
    for meeting in corpus.meetings:
        yield {
            **_common(meeting, texts),
            "record": "meeting",
            "kind": meeting.kind,
            "name": meeting.format,
            "place": meeting.place.name if meeting.place else None,
            "place_country": meeting.place.country if meeting.place else None,
        }
    for exercise in corpus.exercises:
        countries = dict.fromkeys(p.country for p in exercise.places if p.country)
        yield {
            **_common(exercise, texts),
            "record": "exercise",
            "kind": _join(exercise.domains),
            "name": exercise.name,
            "place": _join(p.name for p in exercise.places),
            "place_country": _join(countries),
        }


def _common(record: Meeting | MilitaryExercise, texts: Mapping[str, str]) -> dict[str, object]:
    reports: Iterable[Meeting | MilitaryExercise] = reports_of(record)
    when = record.when
    countries = dict.fromkeys(p.actor.country for p in record.participants if p.actor.country)
    return {
        "id": record.id,
        "status": record.status,
        "when": when.edtf if when else None,
        "start": when.start.isoformat() if when else None,
        "end": when.end.isoformat() if when else None,
        "participants": _join(participant_text(p) for p in record.participants),
        "countries": _join(countries),
        "sources": sources(record, texts),
        "articles": _join(dict.fromkeys(r.article for r in reports)),
        "outlets": _join(dict.fromkeys(r.outlet for r in reports if r.outlet)),
        "conflicts": _join(c.text for c in conflicts(record)),
        "quote": main_quote(record),
    }


def texts_of(corpus: Corpus) -> dict[str, str]:
    """The text of each article, by its id."""
    return {article.id: article.text for article in corpus.articles}


def sources(record: Meeting | MilitaryExercise, texts: Mapping[str, str]) -> int:
    """How many different texts report it: copies under several ids are one source.

    ``texts`` as ``texts_of`` gives them; an article that is not there counts by its id.
    """
    return len({texts.get(r.article, r.article) for r in reports_of(record)})


def main_quote(record: Meeting | MilitaryExercise) -> str | None:
    """The words that best show the event: those of it as a whole, else the longest evidence.

    Of a merged record, those of its first report.
    """
    evidence = record.evidence or (record.reports[0].evidence if record.reports else ())
    for found in evidence:
        if found.field == "event":
            return found.quote
    return max((found.quote for found in evidence), key=len, default=None)


def participant_text(participant: Participant) -> str:
    """A participant in a table: "Wang Yi (CN)", "foreign minister (RU)", "Russia", "UN"."""
    actor = participant.actor
    of = actor.country or actor.organisation
    if actor.kind == "person":
        name = actor.name or participant.office or actor.id
        return f"{name} ({of})" if of else name
    if actor.kind == "state":
        return actor.name or actor.country or actor.id
    return actor.organisation or actor.name or actor.id


def _join(values: Iterable[str]) -> str:
    return "; ".join(values)
