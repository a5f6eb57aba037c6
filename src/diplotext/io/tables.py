"""Merged events as a table for the eye, in plain text or in the terminal's colours."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Mapping, Sequence

from diplotext.io.records import participant_text, sources, texts_of
from diplotext.models import Corpus, Meeting, MilitaryExercise

_MEETING = ("date", "kind", "status", "participants", "place", "sources")
_EXERCISE = ("date", "name", "status", "participants", "places", "sources")
_NUMERIC = "sources"
_ELASTIC = ("name", "participants", "place", "places")
_NARROWEST = 8


def events_table(corpus: Corpus, *, width: int | None = None, color: bool = False) -> str:
    """Two tables, meetings and exercises, by date; ``width`` in columns, else the terminal's."""
    total = width or max(72, shutil.get_terminal_size((100, 24)).columns)
    texts = texts_of(corpus)
    met = [_meeting_row(m, texts) for m in sorted(corpus.meetings, key=_by_date)]
    drilled = [_exercise_row(e, texts) for e in sorted(corpus.exercises, key=_by_date)]
    parts = []
    if met:
        parts.append(_render("Meetings", _MEETING, met, total, color))
    if drilled:
        parts.append(_render("Military exercises", _EXERCISE, drilled, total, color))
    articles = len(corpus.articles)
    return "\n".join([*parts, f"{event_count(corpus)} in {_count(articles, 'article')}\n"])


def event_count(corpus: Corpus) -> str:
    """The number of its events in words: "2 meetings and 1 exercise"."""
    meetings, exercises = len(corpus.meetings), len(corpus.exercises)
    return f"{_count(meetings, 'meeting')} and {_count(exercises, 'exercise')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _by_date(record: Meeting | MilitaryExercise) -> tuple[bool, str, str, str, str]:
    """In order of time, then of those who take part; what nobody dates comes last."""
    when = record.when
    start, end = (when.start.isoformat(), when.end.isoformat()) if when else ("", "")
    who = ", ".join(sorted(map(participant_text, record.participants)))
    return when is None, start, end, who, record.id


def _who(record: Meeting | MilitaryExercise) -> str:
    return ", ".join(map(participant_text, record.participants)) or "-"


def _meeting_row(meeting: Meeting, texts: Mapping[str, str]) -> tuple[str, ...]:
    place = meeting.place
    where = "-"
    if place:
        where = f"{place.name} ({place.country})" if place.country else place.name
    return (
        meeting.when.edtf if meeting.when else "-",
        meeting.kind,
        meeting.status,
        _who(meeting),
        where,
        str(sources(meeting, texts)),
    )


def _exercise_row(exercise: MilitaryExercise, texts: Mapping[str, str]) -> tuple[str, ...]:
    return (
        exercise.when.edtf if exercise.when else "-",
        exercise.name or (f"({', '.join(exercise.domains)})" if exercise.domains else "-"),
        exercise.status,
        _who(exercise),
        ", ".join(p.name for p in exercise.places) or "-",
        str(sources(exercise, texts)),
    )


def _render(
    title: str, header: Sequence[str], cells: list[tuple[str, ...]], width: int, color: bool
) -> str:
    """Columns as wide as their longest cell; names and places are wrapped until all fit.

    A word is broken only where the columns would not fit with all words whole.
    """
    rows = [tuple(_printable(cell) for cell in row) for row in cells]
    columns = list(zip(header, *rows, strict=True))
    longest = [max(map(len, column)) for column in columns]
    words = [max(len(w) for cell in column for w in cell.split()) for column in columns]
    elastic = [i for i, name in enumerate(header) if name in _ELASTIC]
    excess = sum(longest) + 2 * (len(header) - 1) - width
    for floors in (words, [_NARROWEST] * len(header)):
        while excess > 0:
            loose = [i for i in elastic if longest[i] > floors[i]]
            if not loose:
                break
            longest[max(loose, key=longest.__getitem__)] -= 1
            excess -= 1
    top = _wrapped(header, header, longest)
    rule = "  ".join("-" * size for size in longest)
    lines = [_styled(title, _BOLD, color), "", *(_styled(line, _BOLD, color) for line in top), rule]
    at = header.index("status")
    for row in rows:
        for line in _wrapped(row, header, longest):
            start = sum(longest[:at]) + 2 * at
            before, status, rest = (
                line[:start],
                line[start:][: longest[at]],
                line[start:][longest[at] :],
            )
            lines.append(before + _styled(status, _COLORS.get(status.strip(), ""), color) + rest)
    return "\n".join(lines) + "\n"


def _wrapped(row: Sequence[str], header: Sequence[str], sizes: list[int]) -> list[str]:
    cells = [
        textwrap.wrap(cell, size, break_on_hyphens=False) or [""]
        for cell, size in zip(row, sizes, strict=True)
    ]
    lines = []
    for i in range(max(map(len, cells))):
        parts = []
        for name, cell, size in zip(header, cells, sizes, strict=True):
            text = cell[i] if i < len(cell) else ""
            parts.append(text.rjust(size) if name == _NUMERIC else text.ljust(size))
        lines.append("  ".join(parts).rstrip())
    return lines


_BOLD = "1"
_COLORS = {"held": "32", "ongoing": "1;32", "planned": "36", "possible": "33", "cancelled": "31"}
"""Select Graphic Rendition of ECMA-48: bold; green, cyan, yellow, red."""


def _styled(text: str, style: str, color: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if color and style else text


def _printable(text: str) -> str:
    """A cell without line breaks and without control signs, which an article's words may hold."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
