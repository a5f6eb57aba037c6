"""One article's reading as a plain JSON object: the shape in which people annotate by hand.

Persons, meetings and exercises as the annotation guidelines lay them down ("kind",
"participants", "place", "when", "status", "event", "quote"), and beside them what
a person would not write: ids, evidence with offsets, rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diplotext.corpus import Reading
from diplotext.io.records import main_quote
from diplotext.models import Corpus, Evidence, Meeting, MilitaryExercise, Participant

Events = Mapping[tuple[str, str], str]


def event_ids(corpus: Corpus) -> Events:
    """(article id, raw record id) -> id of the merged record that holds the report."""
    merged: tuple[Meeting | MilitaryExercise, ...] = (*corpus.meetings, *corpus.exercises)
    return {(r.article, r.id): m.id for m in merged for r in m.reports}


def annotation(reading: Reading, events: Events) -> dict[str, Any]:
    """The object for one article; ``events`` as ``event_ids`` gives them."""
    article = reading.article
    return {
        "id": article.id,
        "published": article.published,
        "published_basis": article.published_basis,
        "published_reasons": article.published_reasons,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "agencies": article.agencies,
        "dateline": article.dateline,
        "persons": [_person(p) for p in reading.persons],
        "meetings": [_meeting(m, events) for m in reading.meetings],
        "exercises": [_exercise(e, events) for e in reading.exercises],
    }


def _person(person: Participant) -> dict[str, Any]:
    """Name, country or organisation, and the office as the text gives it (None without one)."""
    return {**_actor(person), "role": person.office}


def _actor(participant: Participant) -> dict[str, Any]:
    actor = participant.actor
    found: dict[str, Any] = {}
    if actor.kind == "person":
        if actor.name:
            found["name"] = actor.name
        elif participant.office:
            found["role"] = participant.office
    elif actor.kind == "organisation":
        return {"org": actor.organisation or actor.name}
    if actor.country:
        found["country"] = actor.country
    elif actor.organisation:
        found["org"] = actor.organisation
    elif not found:
        found["name"] = actor.name or actor.id
    return found


def _participant(participant: Participant) -> dict[str, Any]:
    found = _actor(participant)
    if participant.capacity != "participant":
        found["capacity"] = participant.capacity
    if participant.office and "role" not in found and "name" in found:
        found["office"] = participant.office
    return found


def _meeting(meeting: Meeting, events: Events) -> dict[str, Any]:
    place = meeting.place
    return {
        "kind": meeting.kind,
        "participants": [_participant(p) for p in meeting.participants],
        "place": {"name": place.name, "country": place.country} if place else None,
        **_shared(meeting, events),
        "format": meeting.format,
        "round": meeting.round,
        "topics": meeting.topics,
        "invited_by": _participant(meeting.invited_by) if meeting.invited_by else None,
        "part_of": meeting.part_of,
    }


def _exercise(exercise: MilitaryExercise, events: Events) -> dict[str, Any]:
    onlookers = [p for p in exercise.participants if p.capacity == "observer"]
    return {
        "name": exercise.name,
        "participants": [_participant(p) for p in exercise.participants if p not in onlookers],
        "observers": [_participant(p) for p in onlookers],
        "places": [p.name for p in exercise.places],
        "domains": exercise.domains,
        **_shared(exercise, events),
        "series": exercise.series,
        "edition": exercise.edition,
        "host": exercise.host,
        "troops": exercise.troops,
        "assets": exercise.assets,
        "phases": exercise.phases,
        "purpose": exercise.purpose,
    }


def _shared(record: Meeting | MilitaryExercise, events: Events) -> dict[str, Any]:
    return {
        "when": record.when.edtf if record.when else None,
        "status": record.status,
        "event": events.get((record.article, record.id), record.id),
        "quote": main_quote(record),
        "id": record.id,
        "evidence": [_evidence(e) for e in record.evidence],
        "rules": record.rules,
        "reported_by": record.reported_by,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    span = evidence.span
    found: dict[str, Any] = {"field": evidence.field, "start": span.start, "end": span.end}
    if evidence.actor is not None:
        found["actor"] = evidence.actor
    return {**found, "quote": evidence.quote}
