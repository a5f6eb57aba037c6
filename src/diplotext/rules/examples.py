"""Examples are the rules' tests: strip the marks, run the whole detector, demand what was marked.

``faults(rules)`` is what the tests call for the shipped files: one line for each example or
counter-example that is not read as its rule says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import attrs

from diplotext.models import Article, Part, Span
from diplotext.reading.document import Document, annotate
from diplotext.rules.frames import MARK, Frame, RuleSet
from diplotext.rules.match import EventMention, match

PUBLISHED = date(2024, 5, 15)
"""The examples are read as if published on this Wednesday."""


@attrs.frozen
class Marked:
    """An example without its marks: the plain text and each marked role with its span."""

    text: str
    marks: tuple[tuple[Span, str], ...]


def unmark(example: str) -> Marked:
    """Take the marks out of an example.

    >>> unmark("[Wang Yi|visitor] left.").text
    'Wang Yi left.'
    """
    parts: list[str] = []
    marks: list[tuple[Span, str]] = []
    length = at = 0
    for found in MARK.finditer(example):
        before = example[at : found.start()]
        parts += [before, found[1]]
        length += len(before)
        marks.append((Span(length, length + len(found[1])), found[2]))
        length += len(found[1])
        at = found.end()
    return Marked("".join([*parts, example[at:]]), tuple(marks))


def read(text: str) -> Document:
    """A text of plain sentences as a document published on ``PUBLISHED``."""
    parts = (Part(Span(0, len(text)), "body"),) if text else ()
    return annotate(
        Article("example", text, published=PUBLISHED, published_basis="metadata", parts=parts)
    )


def faults(rules: RuleSet, fired: Callable[[Document], Iterable[str]]) -> Iterator[str]:
    """One line for each example of ``rules`` that is not read as marked and each counter-example
    that is not silent. ``fired`` gives the ids of the rules behind a document's records.
    """
    for frame in (*rules.frames, *(pattern.rule for pattern in rules.patterns)):
        for example in frame.examples:
            yield from faults_of(frame, example, rules, fired)
        for text in frame.counterexamples:
            if frame.id in set(fired(read(text))):
                yield f"{rules.source}: {frame.id}: the counter-example makes a record: {text!r}"


def faults_of(
    frame: Frame, example: str, rules: RuleSet, fired: Callable[[Document], Iterable[str]]
) -> Iterator[str]:
    """What is wrong with one marked sentence: no record of this rule, or a role read otherwise."""
    marked = unmark(example)
    document = read(marked.text)
    if frame.id not in set(fired(document)):
        yield f"{rules.source}: {frame.id}: the example makes no record: {example!r}"
        return
    mentions = [
        event
        for n in range(len(document.sentences))
        for event in match(document.units(n), rules, document.tokens, n)
        if event.frame.id == frame.id
    ]
    for span, role in marked.marks:
        if not any(span in _spans(event, role, document) for event in mentions):
            found = sorted(
                {marked.text[s.start : s.end] for e in mentions for s in _spans(e, role, document)}
            )
            fault = f"{span.of(marked.text)!r} is not read as {role} (that is {found})"
            yield f"{rules.source}: {frame.id}: {fault}: {example!r}"


def _spans(event: EventMention, role: str, document: Document) -> set[Span]:
    units = list(event.roles.get(role, ()))
    units += event.roles.get("visitor-or-host", ()) if role in ("visitor", "host") else ()
    units += event.places if role == "place" else event.dates if role == "when" else ()
    phrases = [
        u
        for unit in units
        if unit.clause
        for p in unit.clause.phrases
        if p.host is unit
        for u in p.units
    ]
    found: set[Span] = set()
    mods = [mod for unit in units for mod in unit.mods]
    for unit in units + phrases + mods:
        found.add(Span(document.tokens.start[unit.i], document.tokens.end[unit.j - 1]))
        if unit.mention is not None:
            found |= {unit.mention.span, unit.mention.head}
    return found
