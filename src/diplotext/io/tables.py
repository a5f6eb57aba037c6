"""Merged events as a table for the eye, in plain text; in colours if rich is there."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Sequence

from diplotext.io.records import participant_text
from diplotext.models import Corpus, Meeting, MilitaryExercise

_MEETING = ("date", "kind", "status", "participants", "place", "sources")
_EXERCISE = ("date", "name", "status", "participants", "places", "sources")
_NUMERIC = "sources"
_ELASTIC = ("name", "participants", "place", "places")
_NARROWEST = 8


def events_table(corpus: Corpus, *, width: int | None = None, color: bool = False) -> str:
    """Two tables, meetings and exercises, by date; ``width`` in columns, else the terminal's."""
    total = width or max(72, shutil.get_terminal_size((100, 24)).columns)
    met = [_meeting_row(m) for m in sorted(corpus.meetings, key=_by_date)]
    drilled = [_exercise_row(e) for e in sorted(corpus.exercises, key=_by_date)]
    parts = []
    if met:
        parts.append(_render("Meetings", _MEETING, met, total, color))
    if drilled:
        parts.append(_render("Military exercises", _EXERCISE, drilled, total, color))
    articles = len(corpus.articles)
    sums = (
        f"{_count(len(met), 'meeting')} and {_count(len(drilled), 'exercise')} "
        f"in {_count(articles, 'article')}\n"
    )
    return "\n".join([*parts, sums])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _by_date(record: Meeting | MilitaryExercise) -> tuple[bool, str, str, str, str]:
    """In order of time, then of those who take part; what nobody dates comes last."""
    when = record.when
    start, end = (when.start.isoformat(), when.end.isoformat()) if when else ("", "")
    who = ", ".join(sorted(participant_text(p) for p in record.participants))
    return when is None, start, end, who, record.id


def _meeting_row(meeting: Meeting) -> tuple[str, ...]:
    place = meeting.place
    where = "-"
    if place:
        where = f"{place.name} ({place.country})" if place.country else place.name
    return (
        meeting.when.edtf if meeting.when else "-",
        meeting.kind,
        meeting.status,
        ", ".join(participant_text(p) for p in meeting.participants) or "-",
        where,
        str(_sources(meeting)),
    )


def _exercise_row(exercise: MilitaryExercise) -> tuple[str, ...]:
    return (
        exercise.when.edtf if exercise.when else "-",
        exercise.name or (f"({', '.join(exercise.domains)})" if exercise.domains else "-"),
        exercise.status,
        ", ".join(participant_text(p) for p in exercise.participants) or "-",
        ", ".join(p.name for p in exercise.places) or "-",
        str(_sources(exercise)),
    )


def _sources(record: Meeting | MilitaryExercise) -> int:
    reports: Iterable[Meeting | MilitaryExercise] = record.reports or (record,)
    return len({r.article for r in reports})


def _render(
    title: str, header: Sequence[str], rows: list[tuple[str, ...]], width: int, color: bool
) -> str:
    clean = [tuple(_printable(cell) for cell in row) for row in rows]
    if color:
        try:
            return _rich(title, header, clean, width)
        except ImportError:
            pass
    return _plain(title, header, clean, width)


def _plain(title: str, header: Sequence[str], rows: list[tuple[str, ...]], width: int) -> str:
    """Columns as wide as their longest cell; names and places are wrapped until all fit."""
    longest = [max(len(r[i]) for r in [tuple(header), *rows]) for i in range(len(header))]
    gaps = 2 * (len(header) - 1)
    elastic = [i for i, name in enumerate(header) if name in _ELASTIC]
    while sum(longest) + gaps > width:
        widest = max(elastic, key=longest.__getitem__)
        if longest[widest] <= _NARROWEST:
            break
        longest[widest] -= 1
    lines = [title, ""]
    lines += _wrapped(header, header, longest)
    lines.append("  ".join("-" * size for size in longest))
    for row in rows:
        lines += _wrapped(row, header, longest)
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


def _rich(title: str, header: Sequence[str], rows: list[tuple[str, ...]], width: int) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for name in header:
        table.add_column(name, justify="right" if name == _NUMERIC else "left", header_style="bold")
    for row in rows:
        table.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in row))
    console = Console(width=width, force_terminal=True)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


_STYLES = {
    "held": "green",
    "ongoing": "bold green",
    "planned": "cyan",
    "possible": "yellow",
    "cancelled": "red",
}


def _printable(text: str) -> str:
    """A cell without line breaks and without control signs, which an article's words may hold."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
