"""Days under which a diary or timeline lists its events: "May 5: A meets B", a day on its own line;
days in brackets behind the stops of a tour.

What stands there without a day of its own is of the day above it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from diplotext.events.draft import Draft, When
from diplotext.models import Span
from diplotext.reading.dates import Expression
from diplotext.reading.document import Document

_BULLETS = " \t*•·–—-|>"
_ENDS = re.compile(r"[\s.:*–—-]*")
_OPENS = re.compile(r"(?: ?:|\s+[–—-]{1,2})\s+\S")
_RULE = re.compile(r"^\s*(?:[-–—_*=]\s?){3,}$", re.M)
_KINDS = frozenset({"day", "weekday", "month", "year"})
_STAMPED = frozenset({"header", "byline"})
"""Parts in which a day is that of the report."""
_OPENERS = frozenset({"", "on", "in"})
_BEFORE = 8
_MOST = 120
"""So many headings are read; a diary has a dozen."""
_LONGEST = 5000
"""Characters over which a heading holds at most."""


class _Heading(NamedTuple):
    told: Expression
    start: int
    end: int
    """The offsets between which its events stand."""


def date_listed(drafts: Sequence[Draft], document: Document) -> None:
    """Give the drafts without days those of the heading or the start of the line above them."""
    undated = [d for d in drafts if not d.whens and not d.undated and not d.earlier]
    if not undated:
        return
    for draft in undated:
        if draft.kind == "visit":
            draft.whens = _in_brackets(draft, document)
    undated = [d for d in undated if not d.whens]
    headings = _headings(document)
    if not headings:
        return
    for draft in undated:
        at = draft.trigger.start
        above = next((h for h in headings if h.start <= at < h.end), None)
        if above is not None and above.told.value is not None:
            draft.whens = [When(above.told.value, above.told.span, own=True)]


def _in_brackets(visit: Draft, document: Document) -> list[When]:
    """The days behind its place, as in "will visit Oman (May 3-5) and Mali (May 6)"."""
    text, expressions = document.article.text, document.expressions
    for span in (visit.host_span, *(s for _, s in visit.places[:3])):
        if span is None or text[span.end : span.end + 2] != " (":
            continue
        k = bisect_left(expressions, span.end, key=lambda e: e.span.start)
        for told in expressions[k : k + 1]:
            closed = text[told.span.end : told.span.end + 1] == ")"
            if closed and told.span.start <= span.end + _BEFORE and told.value is not None:
                several = told.value.precision == "interval"
                return [When(told.value, told.span, own=True, range=several)]
    return []


def _headings(document: Document) -> list[_Heading]:
    text, published = document.article.text, document.article.published
    lines: list[_Heading] = []
    alone: list[tuple[Expression, Span]] = []
    stamps = [p.span for p in document.article.parts if p.kind in _STAMPED][:_MOST]
    for told in document.expressions:
        if told.value is None or told.kind not in _KINDS or told.bound is not None:
            continue
        if any(s.start <= told.span.start < s.end for s in stamps):
            continue
        line = _line(text, told.span)
        if line is None:
            continue
        if _ENDS.fullmatch(text, told.span.end, line.end):
            if told.value.days == 1:
                alone.append((told, line))
        elif not _is_today(told, published) and _OPENS.match(text, told.span.end, line.end):
            lines.append(_Heading(told, told.span.end, line.end))
    return (lines + _blocks(text, alone))[:_MOST]


def _is_today(told: Expression, published: date | None) -> bool:
    """Is it the day of the report, so that it may be its dateline: "May 5 - The minister said"?"""
    if told.value is None or published is None or told.value.days > 1:
        return False
    return 0 <= (published - told.value.start).days <= 1


def _line(text: str, span: Span) -> Span | None:
    """The line that the words open, behind nothing but a bullet, "on" or "in"."""
    near = max(span.start - _BEFORE, 0)
    start = text.rfind("\n", near, span.start) + 1
    if (not start and near) or text[start : span.start].strip(_BULLETS).lower() not in _OPENERS:
        return None
    end = text.find("\n", span.end, span.end + _LONGEST)
    return Span(start, min(len(text), span.end + _LONGEST) if end < 0 else end)


def _blocks(text: str, alone: list[tuple[Expression, Span]]) -> list[_Heading]:
    """What stands below days that have lines of their own, if there are several such days."""
    if len({told.value for told, _ in alone}) < 2:
        return []
    found = []
    for k, (told, line) in enumerate(alone):
        end = alone[k + 1][1].start if k + 1 < len(alone) else len(text)
        end = min(end, line.end + _LONGEST)
        listed = text[line.end : line.end + 2] not in ("\n\n", "")
        blank = text.find("\n\n", line.end, end) if listed else -1
        rule = _RULE.search(text, line.end, end)
        end = min(e for e in (end, blank, rule.start() if rule else -1) if e >= 0)
        found.append(_Heading(told, line.end, end))
    return found
