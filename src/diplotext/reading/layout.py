"""The layout of a news page: which lines are headline, dateline, caption, news, or furniture.

Lines are paragraphs, except where a page is wrapped at a fixed width: there the lines of
one paragraph are joined into one part. Nothing is cut from the text: a part is a
span of it and a kind. What a line says decides first (``furniture``), then where it
stands: above the first paragraph, between paragraphs, or after the last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import attrs

from diplotext.models import Part, PartKind, Span
from diplotext.reading import datelines, furniture, lines
from diplotext.reading.furniture import fold, is_stopped, kind_of, opening, words

_SCRAPED = re.compile(r"(?:date\s+\d{4}(?:-\d\d){0,2}|\d{10}|\d{13})(?=\s|$)\s*")
_FOLLOW = re.compile(
    r"(?:Follow us on\b\s*)?(?:Image Source\s*:\s*(?:[A-Z@][A-Z@/_&.-]*\b ?(?![a-z]))*)?"
)
_LONG = 200  # code points; no headline is longer
_HEAD = 40  # lines among which a headline is looked for
_CONTENT = re.compile(r"[^\W\d_]{4,}")


@attrs.frozen
class Layout:
    """What the page's layout says.

    ``parts``: in text order, non-overlapping, every line with something on it is in one.
    ``title``: the headline as printed. ``dateline_place``: the place in the dateline ("LISBON").
    ``agencies``: from dateline and credits, in order of appearance. ``byline``: the
    writer's line. ``outlet``: printed beside the date or before the report.
    """

    parts: tuple[Part, ...]
    title: Span | None = None
    dateline_place: Span | None = None
    agencies: tuple[str, ...] = ()
    byline: Span | None = None
    outlet: str | None = None


class _Row:
    """One line while it is being judged; ``kind`` None = not known yet."""

    __slots__ = ("end", "kind", "picture", "signed", "start", "stopped", "text")

    def __init__(self, text: str, start: int, end: int, kind: PartKind | None = None) -> None:
        self.start, self.end, self.kind = start, end, kind
        self.text = text[start:end]
        self.signed = -1
        if kind is None and end - start > 40 and (self.text[-1].isalpha() or self.text[-1] in ")]"):
            self.signed = furniture.sign_off(self.text)
        self.stopped = self.signed >= 0 or (kind is None and is_stopped(self.text))
        self.picture = False


def read(text: str) -> Layout:
    """The layout of any text; linear in its length, never raises."""
    rows: list[_Row] = []
    for start, end in lines.unwrapped(text, lines.stripped(text)):
        rows += _split_line(text, start, end, first=not rows)
    for row in rows:
        if row.kind is None and row.signed < 0:
            row.kind = _alone(text, row) or kind_of(row.text, stopped=row.stopped)
            if row.picture and row.kind is None and len(row.text) <= _LONG and not row.stopped:
                row.kind = "caption"
    for row, after in pairwise(rows):
        if row.kind is None and after.kind == "caption" and after.text.startswith(row.text):
            row.kind = "caption"
    _cut_repeated(text, rows)
    top = _first_news(rows)
    title = _read_top(rows, top)
    _drop_other_articles(rows, top)
    _read_middle(rows, top, title)
    _read_tail(rows, top)
    return _assemble(text, rows, title)


def _alone(text: str, row: _Row) -> PartKind | None:
    """A dateline that has its line for itself: "Pyongyang, March 3 (KCNA) --", "RIYADH-SABA",
    "Friday 3 May 2019. Lima."
    """
    if len(row.text) > 80 or not (
        row.text[-1] in "—–-:)" or row.text.isupper() or datelines.opens_with_day(row.text)
    ):
        return None
    found = datelines.find(text, row.start, row.end)
    return "dateline" if found and found.span.end == row.end else None


def _split_line(text: str, start: int, end: int, *, first: bool) -> list[_Row]:
    """Part what scrapers run together: a date header or a button before the first words."""
    rows: list[_Row] = []
    at = start
    if first:
        scraped = _SCRAPED.match(text, at, end)
        at = scraped.end() if scraped else at
        follow = _FOLLOW.match(text, at, end)
        picture = bool(follow and "Image" in follow[0])
        at = follow.end() if follow else at
        if at > start:
            rows.append(_Row(text, start, len(text[:at].rstrip()) if at < 1000 else at, "header"))
            while at < end and text[at].isspace():
                at += 1
            if at >= end:
                return rows
            head = _Row(text, at, end)
            head.picture = picture
            return [*rows, *_lead(text, head)]
    return _lead(text, _Row(text, at, end))


def _lead(text: str, row: _Row) -> list[_Row]:
    low = row.text[:40].lower()
    size = opening(low, words().leading) if low[:3] in words().leading else 0
    if not size:
        return [row]
    rest = row.text[size:].lstrip(" .:|-")
    if len(rest) >= 30 and rest[0].isupper() and row.text[0].isupper():
        cut = row.end - len(rest)
        return [
            _Row(text, row.start, row.start + size, "boilerplate"),
            _Row(text, cut, row.end),
        ]
    return [row]


def _cut_repeated(text: str, rows: list[_Row]) -> None:
    """Part a menu from the headline: "Home World Envoys meet" above "Envoys meet"."""
    for i, row in enumerate(rows[:3]):
        if row.kind is not None or row.stopped or len(row.text) > _LONG:
            continue
        for other in rows[i + 1 : i + 4]:
            size = len(other.text)
            if (
                other.kind is None
                and 15 <= size < len(row.text)
                and row.text.endswith(" " + other.text)
            ):
                cut = row.end - size
                rows[i : i + 1] = [
                    _Row(text, row.start, cut - 1, "boilerplate"),
                    _Row(text, cut, row.end),
                ]
                return


def _is_news(row: _Row) -> bool:
    """Is the undecided row a paragraph of running text?"""
    if row.kind is not None:
        return False
    if row.stopped:
        return len(row.text) >= 40 or furniture.has_inner_stop(row.text)
    return len(row.text) > _LONG or (len(row.text) > 80 and furniture.has_inner_stop(row.text))


def _first_news(rows: Sequence[_Row]) -> int:
    """Index of the first paragraph; the number of rows if there is none."""
    for i, row in enumerate(rows):
        if not _is_news(row):
            continue
        if len(row.text) <= 150 and row.text[-1] in "?!\"”’'" and _news_follows(rows, i):
            continue  # a headline that asks, cries, or ends in a quotation
        if len(row.text) <= 400 and furniture.is_top_caption(row.text) and _news_follows(rows, i):
            row.kind = "caption"
            continue
        return i
    return len(rows)


def _news_follows(rows: Sequence[_Row], i: int) -> bool:
    return i <= 6 and any(_is_news(row) and len(row.text) >= 100 for row in rows[i + 1 : i + 8])


def _read_top(rows: list[_Row], top: int) -> _Row | None:
    """Find the headline above the first paragraph and say what stands around it."""
    open_rows = [row for row in rows[:top] if row.kind is None]
    if not open_rows:
        return None
    if top == len(rows) and len(open_rows) == 1 and len(open_rows[0].text) > _LONG:
        open_rows[0].kind = "body"
        return None
    lead = [row for row in rows[top : top + 8] if _is_news(row)][:3]
    title = _choose_title(open_rows, lead)
    named = " ".join(title.text.casefold().split())
    above = True
    for row in open_rows:
        if row is title:
            row.kind, above = "headline", False
        elif " ".join(row.text.casefold().split()) == named:
            row.kind = "headline"
        elif furniture.is_top_caption(row.text):
            row.kind = "caption"
        elif furniture.is_name_in_place(row.text):
            row.kind = "byline"
        elif len(row.text.split()) <= 3 and (above or not row.stopped):
            row.kind = "boilerplate"
        elif row.text[-1] in ":;" or (top == len(rows) and (row.stopped or len(row.text) > _LONG)):
            row.kind = "body"
        else:
            row.kind = "headline"
    return title


def _choose_title(candidates: Sequence[_Row], lead: Sequence[_Row]) -> _Row:
    """A line printed twice; else, among those of four words or more, the first that shares
    words with the lead; else the first.
    """
    candidates = candidates[:_HEAD]
    texts = [" ".join(row.text.casefold().split()) for row in candidates]
    printed = Counter(texts)
    for row, text in zip(candidates, texts, strict=True):
        if printed[text] > 1 and len(text.split()) >= 3:
            return row
    wide = [row for row in candidates if len(row.text.split()) >= 4] or sorted(
        candidates, key=lambda row: -len(row.text.split())
    )
    wide = [r for r in wide if not furniture.is_name_in_place(r.text)] or wide
    if len(wide) > 1 and lead:
        told = {w[:5] for row in lead for w in _CONTENT.findall(row.text[:1000].casefold())}
        shared = [len(told.intersection(_stems(row.text))) for row in wide]
        if shared[0] == 0 and max(shared) >= 2:
            return wide[shared.index(max(shared))]
    return wide[0]


def _stems(line: str) -> set[str]:
    return {word[:5] for word in _CONTENT.findall(line.casefold())}


def _drop_other_articles(rows: list[_Row], top: int) -> None:
    """After "Related news" come titles and teasers of others, after "Leave a reply" comments."""
    lists = words()
    if top >= len(rows):
        return
    whole = rows[-1].end - rows[top].start
    i = top + 1
    while i < len(rows):
        row = rows[i]
        if row.kind == "credit" and row.start - rows[top].start > 0.5 * whole:
            i = _skip_teasers(rows, i + 1, top) if len(row.text) <= 40 else i + 1
            continue
        if row.kind != "boilerplate" or len(row.text) > 80:
            i += 1
            continue
        low = fold(row.text)
        bare = low.rstrip(" :.!…»›>*0123456789()")
        if bare in lists.comments and row.start - rows[top].start > 0.4 * whole:
            for other in rows[i + 1 :]:
                if other.kind in (None, "caption", "byline"):
                    other.kind = "boilerplate"
            return
        if furniture.is_marker(bare) or (opening(low, lists.related) and len(bare.split()) <= 5):
            i = _skip_teasers(rows, i + 1, top)
            continue
        i += 1


def _skip_teasers(rows: list[_Row], i: int, top: int) -> int:
    """Mark rows from ``i`` on until running news resumes; return the index after them."""
    known: set[str] | None = None
    while i < len(rows):
        row = rows[i]
        if row.kind is None and row.stopped and len(row.text) >= 80 and not _is_cut(row.text):
            follower = next((r for r in rows[i + 1 : i + 9] if r.kind != "boilerplate"), None)
            if follower is not None and _is_news(follower) and not _is_cut(follower.text):
                return i
            if known is None:
                known = {n for r in rows[top : top + 12] if _is_news(r) for n in _names(r.text)}
            if len(known.intersection(_names(row.text))) >= 2:
                return i
        if row.kind in (None, "caption", "byline"):
            row.kind = "boilerplate"
        i += 1
    return i


def _is_cut(line: str) -> bool:
    return line.rstrip("]) ").endswith(("...", "…"))


def _names(line: str) -> set[str]:
    found = _CONTENT.findall(line[:1500])
    return {word for word in found[1:] if word[0].isupper()}


def _read_middle(rows: list[_Row], top: int, title: _Row | None) -> None:
    named = " ".join(title.text.casefold().split()) if title else None
    listed = False
    for row in rows[top:]:
        if row.kind is not None:
            continue
        text = row.text
        if row.stopped or len(text) > 140 or text[-1] in ":;," or furniture.has_inner_stop(text):
            row.kind = "body"
            listed = text[-1] in ":;"
        elif named is not None and " ".join(text.casefold().split()) == named:
            row.kind = "headline"
        elif listed:
            row.kind = "body"
        elif len(text.split()) == 1:
            row.kind = "boilerplate"
        else:
            row.kind = "headline"


def _read_tail(rows: list[_Row], top: int) -> None:
    """Headlines after the last paragraph belong to other articles; one line may be the
    beginning of a paragraph that the page cut off.
    """
    last = next((i for i in range(len(rows) - 1, -1, -1) if rows[i].kind == "body"), len(rows))
    if last < top:
        return
    for row in rows[top:last]:
        if row.kind == "headline" and furniture.shows(row.text):
            row.kind = "caption"
    after = [row for row in rows[last + 1 :] if row.kind == "headline"]
    if len(after) == 1 and rows[-1] is after[0]:
        row = after[0]
        told = _names("x " + row.text)
        about = any(
            told.intersection(_names("x " + r.text)) for r in rows[max(0, last - 30) : last]
        )
        verbs = words().finite.intersection(row.text.lower().split())
        row.kind = "body" if about or verbs or len(row.text) < 30 else "boilerplate"
        return
    for row in after:
        row.kind = "body" if row is rows[-1] and len(row.text) >= 100 else "boilerplate"


def _assemble(text: str, rows: Sequence[_Row], title: _Row | None) -> Layout:
    parts: list[Part] = []
    agencies: list[str] = []
    line: datelines.Dateline | None = None
    byline: Span | None = None
    outlet: str | None = None
    tries = 0
    for row in rows:
        kind: PartKind = row.kind or "body"
        start = row.start
        if kind in ("body", "dateline") and line is None and tries < 3:
            tries += 1
            line = datelines.find(text, row.start, row.end)
            if line is not None:
                parts.append(Part(_trimmed(text, line.span), "dateline"))
                start = line.span.end
                agencies += line.agencies
                outlet = outlet or line.outlet
        elif kind in ("byline", "credit", "header") and len(row.text) <= 300:
            if byline is None and kind == "byline":
                byline = Span(row.start, row.end)
            if not row.text.startswith(("Photo", "Image", "photo", "image", "©")):
                agencies += _credited(row, kind)
            if kind == "header" and outlet is None and row is not rows[0]:
                outlet = datelines.outlet_of(furniture.stamp_names(row.text))
        end = row.end
        if kind == "body" and row.signed >= 0:
            end = start + len(text[start : row.start + row.signed].rstrip())
        if start < end:
            parts.append(Part(Span(start, end), kind))
        if end < row.end:
            signature = row.text[row.signed :]
            parts.append(Part(Span(row.start + row.signed, row.end), "credit"))
            agencies += furniture.agencies_of(signature.lower()) or furniture.agencies_in(signature)
    return Layout(
        tuple(parts),
        _headline(title) if title else None,
        line.place if line else None,
        tuple(dict.fromkeys(agencies)),
        byline,
        outlet,
    )


def _headline(row: _Row) -> Span:
    """The headline without a bullet before it."""
    bare = row.text.lstrip("-–—•* ")
    return Span(row.end - len(bare), row.end)


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def _credited(row: _Row, kind: PartKind) -> tuple[str, ...]:
    whole = furniture.agencies_of(fold(row.text))
    if whole or kind == "header":
        return whole
    return furniture.agencies_in(row.text)
