"""Reports of one event become one record: ``merge_meetings``, ``merge_exercises``.

A merged record holds its raw ``reports`` and each one's ``claims``. Merging takes merged records
apart first and always starts from the raw reports, so that it is idempotent and gives
the same whatever the order of its input and however the corpus was divided before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import attrs
import msgspec

from diplotext.errors import expect
from diplotext.merging.clues import Comparison
from diplotext.merging.clues import compare as _compare
from diplotext.merging.clustering import cluster
from diplotext.merging.profiles import of_report, union
from diplotext.merging.records import (
    Conflict,
    Told,
    conflicts,
    merged_exercise,
    merged_meeting,
    reports_of,
)
from diplotext.merging.records import status_history as _status_history
from diplotext.models import Meeting, MilitaryExercise

__all__ = [
    "Comparison",
    "Conflict",
    "Told",
    "compare",
    "conflicts",
    "merge_exercises",
    "merge_meetings",
    "reports_of",
    "status_history",
]

R = TypeVar("R", Meeting, MilitaryExercise)


def merge_meetings(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """One merged record for each meeting, in the order of their first reports.

    ``part_of`` of a merged record is the id of a merged record, where the report it names
    is among the input.
    """
    merged = [merged_meeting(reports) for reports in _clusters(meetings, Meeting)]
    event = {(r.article, r.id): m.id for m in merged for r in m.reports}

    def whole(meeting: Meeting) -> Meeting:
        outer = [event.get((r.article, r.part_of)) for r in meeting.reports if r.part_of]
        known = next((name for name in outer if name and name != meeting.id), None)
        return attrs.evolve(meeting, part_of=known) if known else meeting

    return tuple(whole(m) for m in merged)


def merge_exercises(exercises: Iterable[MilitaryExercise]) -> tuple[MilitaryExercise, ...]:
    """One merged record for each exercise, in the order of their first reports."""
    return tuple(merged_exercise(reports) for reports in _clusters(exercises, MilitaryExercise))


def compare(one: R, other: R) -> Comparison:
    """What speaks against and for two records, raw or merged, being one event, in words.

    The clusters of a corpus decide more than a pair can: a report that fits two events
    equally well joins neither.
    """
    expect(one, Meeting, MilitaryExercise)
    profiles = []
    for record in (one, other):
        reports = _raw([record], type(one))
        profile = of_report(0, reports[0])
        for report in reports[1:]:
            profile = union(profile, of_report(0, report))
        profiles.append(profile)
    return _compare(*profiles)


def status_history(record: Meeting | MilitaryExercise) -> tuple[Told, ...]:
    """What each report said of the event's status, in order of publication."""
    expect(record, Meeting, MilitaryExercise)
    return _status_history(reports_of(record))


def _clusters(records: Iterable[R], kind: type[R]) -> list[list[R]]:
    reports = _raw(records, kind)
    events = cluster([of_report(i, report) for i, report in enumerate(reports)])
    return [
        [reports[i] for i in event.reports] for event in sorted(events, key=lambda e: e.reports)
    ]


def _raw(records: Iterable[R], kind: type[R]) -> list[R]:
    """The raw reports of all records, each once, in canonical order."""
    found: dict[R, None] = {}
    for record in records:
        expect(record, kind)
        found.update(dict.fromkeys(reports_of(record)))
    return sorted(found, key=_canonical)


def _canonical(report: Meeting | MilitaryExercise) -> tuple[int, str, str, bytes]:
    """By publication (unknown last), article and id; the whole content settles the rest."""
    told = report.published.toordinal() if report.published else 10**7
    try:
        content = msgspec.json.encode(report)
    except UnicodeEncodeError:  # a lone surrogate somewhere in the words
        content = repr(report).encode("ascii", "backslashreplace")
    return told, report.article, report.id, content
