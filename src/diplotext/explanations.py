"""Why a record is there: each field with its words, the rules, the mentions that were joined.

``explain`` is for a reader who asks why the detector says this; ``why_not`` for one who asks
why it says nothing. Both ask the detector itself and copy none of its logic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from diplotext import exercises, meetings
from diplotext.dateranges import DateRange
from diplotext.events import naming
from diplotext.events.draft import Draft
from diplotext.lacks import Lack
from diplotext.models import (
    Actor,
    Article,
    Evidence,
    Meeting,
    MilitaryExercise,
    Participant,
    Place,
    Span,
)
from diplotext.nearmisses import NearMiss, why_not
from diplotext.reading.document import Document, annotate
from diplotext.rules.frames import RuleSet
from diplotext.rules.loading import load
from diplotext.rules.match import EventMention, match

__all__ = ["Explanation", "Field", "Lack", "NearMiss", "RuleRef", "Telling", "explain", "why_not"]

_NOT_SAID = frozenset(
    {"id", "article", "outlet", "published", "evidence", "rules", "claims", "reports"}
)
"""Fields that come from elsewhere than the article's words."""

_WORDS_OF = {"kind": "event", "format": "event"}


@attrs.frozen
class RuleRef:
    """A rule by its id, and the file in which it stands."""

    id: str
    file: str

    def __str__(self) -> str:
        return f"{self.id} ({self.file})"


@attrs.frozen
class Telling:
    """One mention of the event: its trigger words, the rules that read them, as what status.

    ``status`` is what this mention alone says: one of the record's values, or "present" or
    "purpose" ("flew in to meet"), or empty where its words leave it open.
    """

    span: Span
    quote: str
    rules: tuple[RuleRef, ...] = ()
    status: str = ""

    def __str__(self) -> str:
        how = [", ".join(map(str, self.rules)), self.status and f"read as {self.status}"]
        return f"{_quoted(self.quote, self.span)}: {', '.join(h for h in how if h)}".rstrip(": ")


@attrs.frozen
class Field:
    """One filled field: its values as text and the words that they rest on.

    ``evidence`` is empty where the value follows from others (a state from its office holder).
    """

    name: str
    values: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen
class Explanation:
    """What made one record. ``str`` of it is meant for a terminal."""

    record: Meeting | MilitaryExercise
    rules: tuple[RuleRef, ...]
    tellings: tuple[Telling, ...]
    fields: tuple[Field, ...]

    def __str__(self) -> str:
        record = self.record
        kind = record.kind if isinstance(record, Meeting) else record.name or "exercise"
        lines = [f"{kind}, {record.status}", "  told by"]
        lines += [f"    {telling}" for telling in self.tellings]
        for field in self.fields:
            lines.append(f"  {field.name}: {'; '.join(field.values)}")
            lines += [f"    {_quoted(e.quote, e.span)}" for e in field.evidence]
        return "\n".join(lines)


def explain(article: Article | Document) -> tuple[Explanation, ...]:
    """One Explanation for each record of the article: its meetings, then its exercises.

    A Document saves reading the article again.
    """
    document = article if isinstance(article, Document) else annotate(article)
    behind: list[Draft] = []
    met = meetings.detect(document, behind=behind)
    kinds = {record.id: record.kind for record in met}
    reader = _Reader(document, load("meetings"), {})
    found = [_explanation(r, d, reader, kinds) for r, d in zip(met, behind, strict=True)]
    behind = []
    held = exercises.detect(document, behind=behind)
    named = {k: "exercise" for name in naming.names(document) for k in range(name.i, name.j)}
    reader = _Reader(document, load("exercises"), named)
    found += [_explanation(r, d, reader, kinds) for r, d in zip(held, behind, strict=True)]
    return tuple(found)


class _Reader:
    """Reads a sentence once more, and only once, by the rules of one file."""

    def __init__(self, document: Document, rules: RuleSet, named: dict[int, str]) -> None:
        self.document, self.rules, self._named = document, rules, named
        self._read: dict[int, dict[int, list[EventMention]]] = {}

    def events(self, sentence: int, start: int) -> list[EventMention]:
        """The event mentions whose trigger begins at the code point ``start``."""
        if sentence not in self._read:
            found = self._read[sentence] = {}
            document = self.document
            headline = document.sentences[sentence].part == "headline"
            units, tokens = document.units(sentence), document.tokens
            for event in match(units, self.rules, tokens, sentence, self._named, headline=headline):
                found.setdefault(tokens.start[event.trigger.i], []).append(event)
        return self._read[sentence].get(start, [])


def _explanation(
    record: Meeting | MilitaryExercise, draft: Draft, reader: _Reader, kinds: Mapping[str, str]
) -> Explanation:
    return Explanation(
        record=record,
        rules=tuple(RuleRef(ident, reader.rules.source) for ident in record.rules),
        tellings=tuple(_tellings(record, draft, reader)),
        fields=tuple(_fields(record, kinds)),
    )


def _tellings(
    record: Meeting | MilitaryExercise, draft: Draft, reader: _Reader
) -> Iterator[Telling]:
    """The joined mentions in text order, each read once more by the rules of the record."""
    settled: dict[tuple[int, Span], str] = {}
    if len(draft.mentions) == len(draft.statuses):  # none was put aside: one for each
        readings = [reading.value for reading, _, _ in draft.statuses]
        settled = dict(zip(draft.mentions, readings, strict=True))
    for n, span in sorted(set(draft.mentions)):
        events = [e for e in reader.events(n, span.start) if e.frame.id in record.rules]
        yield Telling(
            span,
            span.of(reader.document.article.text),
            tuple(RuleRef(i, reader.rules.source) for i in sorted({e.frame.id for e in events})),
            settled.get((n, span)) or next((e.status.value for e in events), ""),
        )


def _fields(record: Meeting | MilitaryExercise, kinds: Mapping[str, str]) -> Iterator[Field]:
    for attribute in attrs.fields(type(record)):
        name = attribute.name
        value = getattr(record, name)
        if name in _NOT_SAID or value is None or value == ():
            continue
        values = value if isinstance(value, tuple) else (value,)
        if name == "part_of":
            values = (
                kinds.get(record.part_of or "", "event") if isinstance(record, Meeting) else "",
            )
        about = _WORDS_OF.get(name, name)
        yield Field(
            name,
            tuple(_text(v) for v in values),
            tuple(sorted((e for e in record.evidence if e.field == about), key=lambda e: e.span)),
        )


def _text(value: object) -> str:
    if isinstance(value, Participant):
        actor = value.actor
        said = [_name(actor), value.office if actor.name else None]
        if actor.kind != "state":
            said.append(actor.country or (actor.organisation if actor.kind == "person" else None))
        text = ", ".join(part for part in said if part)
        return text if value.capacity == "participant" else f"{text} ({value.capacity})"
    if isinstance(value, Place):
        return f"{value.name}, {value.country}" if value.country else value.name
    if isinstance(value, DateRange):
        return f"{value.edtf} ({value.basis})"
    return str(value)


def _name(actor: Actor) -> str:
    """The name, or the office where nobody is named ("role:PE:foreign minister")."""
    return actor.name or actor.id.rpartition(":")[2]


def _quoted(quote: str, span: Span) -> str:
    return f'"{" ".join(quote.split())}" at {span.start}'
