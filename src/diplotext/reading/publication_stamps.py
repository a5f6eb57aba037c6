"""Where a page prints its own date: lines of their own, labels, datelines.

A stamp weighs more the surer it is to be the day of publication: "Posted: ..." more than a
date alone on a line, that more than one beside the page's menu (the day of the visit).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Protocol

import attrs

from diplotext.lexicon.tokens import Tokens
from diplotext.models import Part, Span
from diplotext.reading.dates.resolve import Setting, resolve
from diplotext.reading.dates.terms import Atom, Numeric, Of
from diplotext.reading.publication_traces import traces

# A date behind one of these is part of a sentence, not a stamp.
_IN_SENTENCE = frozenset(
    {"on", "of", "in", "for", "from", "until", "till", "since", "by", "before", "after", "the"}
    | {"between", "and", "to", "during", "through", "when"}
)
# Lines of a page's menu: a date beside them is that of the visit to the page.
_MENU = frozenset(
    {"close", "menu", "logo", "home", "e-paper", "epaper", "search", "login", "subscribe"}
    | {"live", "newsletter", "weather"}
)
_HEAD_LINES = 14
_LONG = 170
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[: ]\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|E[SD]?T|CES?T|EES?T|IST|BST|P[SD]T|MSK|TRT|PKT|[WCE]AT|SAST|AE[SD]T|WIB|JST|KST)\b(?:\s?[+-]\d{1,2}(?::\d\d)?)?"
    r"|\bat\b|\bmin read\b",
    re.I,
)
_OF_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:eastern|central|pacific|local)(?: standard| daylight)? time)\b",
    re.I,
)
"""Words that belong to day and hour: "March 16, 2021, Tuesday 5:29 AM, Eastern Time"."""
_LABEL = re.compile(
    r"\b(?:published|posted|publish|issued|released|release|date|dated|created|filed)\b", re.I
)
_UPDATED = re.compile(r"\b(?:updated|modified|revised|last update)\b", re.I)
_SORT = re.compile(
    r"^\s*(?:news|press|media|articles?|stor(?:y|ies)|statements?|releases?|communiqu[eé]s?|speech(?:es)?"
    r"|readouts?)(?:\s(?:releases?|statements?|story|item))?\s*[,:|]",
    re.I,
)
"""What sort of page it is, as it stands before the day: "News, 8/31/2011"."""
_EDITION = re.compile(r"\W*(?:from|in) the \| (?:edition|issue)\W*", re.I)
_SORTED = re.compile(r"\s*,\s*(?:press release|news release|communiqu[eé]|statement)\b", re.I)
"""The same behind the day: "No: 112, 8 August 2011, Press Release Regarding the Visit"."""
_SERIES = re.compile(
    r"^\W*(?:[\w']+ ){0,4}?(?:daily|news|noon|morning|evening|press) (?:[\w']+ ){0,2}?"
    r"(?:report|brief|briefing|briefs|bulletin|digest|review|round-?up|summary|update)s?"
    r"(?: (?:for|of)\b|[:,]| [–—-])\W*$",
    re.I,
)
"""The name of what appears each day, before its day: "Daily Report for Tuesday, May 3, 2016"."""
_LAST_GAP = re.compile(r"^.*(?:\||\s[–—-])\s", re.S)
"""All up to the last sign that parts a byline or a time from the place."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_AGENCY = re.compile(r"\s*\([A-Z][\w .&/-]{1,30}\)\s*(?:[—–:-]|\w)")
_SOURCED = re.compile(r"([A-Z][^()]{2,40}?) \([A-Z][\w .&/-]{1,30},")
"""Place and source of a dateline that puts source and day in brackets."""
_SOURCE = re.compile(r" ?\([A-Z][\w .&/-]{1,30}\) ?[—–-]+$")
"""Source between place and day: "OSLO (LW) - May 3, 2016 -"."""
_PART = re.compile(r"(?<=[A-Z])\.$|;$")
"""What parts place and day, where it is no comma: "OSLO. May 3, 2016", "Oslo; 3 May 2016"."""
DATELINE = 75
"""Weight of a stamp that is a dateline with its year."""
CREDIT = 70
"""Weight of the day with which the credit below a report ends."""
DOUBTFUL = 50
"""Below this weight a stamp must not break anything the text implies."""


class HasParts(Protocol):
    @property
    def parts(self) -> Sequence[Part]: ...


@attrs.frozen
class Stamp:
    """A printed day, how surely it is that of publication (0 to 100), and its words."""

    day: date
    weight: int
    words: str
    other: date | None = None
    """The other reading of numbers that may stand in either order ("05-06-2021")."""


def stamps(
    text: str, layout: HasParts | None, tokens: Tokens, atoms: tuple[Atom, ...]
) -> list[Stamp]:
    """All full dates of ``text`` that look like its own, in text order."""
    parts = layout.parts if layout else ()
    captions = [p.span for p in parts if p.kind == "caption"]
    lines = [p.span for p in parts if p.kind == "dateline"]
    below = [p.span for p in parts if p.kind in ("byline", "credit", "header")]
    limit = _head_end(text, captions)
    found = []
    for atom in atoms:
        days = _full_days(atom)
        if not days:
            continue
        start, end = tokens.start[atom.start], tokens.end[atom.end - 1]
        if any(c.start <= start < c.end for c in captions):
            continue
        left = max(text.rfind("\n", max(start - 400, 0), start) + 1, start - 400, 0)
        right = text.find("\n", end, end + 400)
        right = min(len(text), end + 400) if right < 0 else right
        weight = _weigh(text, left, start, end, right, start < limit)
        if weight < DATELINE and _lies_in(lines, start):
            weight = DATELINE
        if not weight and _is_credit(text, left, start, end, right, below):
            weight = CREDIT
        if weight:
            words = " ".join(text[max(left, start - 40) : end].split())
            if len(days) > 1:
                days = _by_zone(days, text[end:right])
            found.append(Stamp(days[0], weight, words, *days[1:]))
    if not found:
        found = [Stamp(day, 80, text[a:b]) for day, a, b in traces(text, limit)]
    return found


def _full_days(atom: Atom) -> list[date]:
    """The day that is printed in full; two where nobody has said which number is the month."""
    term = atom.term
    if isinstance(term, Of) and term.year and term.month and term.day and not term.until:
        orders: tuple[bool | None, ...] = (None,)
    elif isinstance(term, Numeric):
        orders = (None,) if resolve(term, Setting(None)) else (False, True)
    else:
        return []
    found = [resolve(term, Setting(None, month_first=order)) for order in orders]
    return [value.start for value in found if value and value.start.year >= 1900]


def _by_zone(days: list[date], after: str) -> list[date]:
    """Which of day first and month first it is, where the hour's zone tells the country."""
    zone = _ZONE.search(after)
    if zone is None:
        return days
    return days[1:] if zone[0] in _MONTH_FIRST else days[:1]


_MONTH_FIRST = frozenset({"EST", "EDT", "ET", "CDT", "PST", "PDT", "MDT"})
_ZONE = re.compile(
    r"\b(?:E[SD]?T|CDT|P[SD]T|MDT"
    r"|IST|BST|CET|CEST|EET|EEST|MSK|TRT|PKT|WAT|EAT|CAT|SAST|AEST|AEDT|NZST|NZDT|WIB|NPT|BDT)\b"
)


def _head_end(text: str, captions: Sequence[Span] = ()) -> int:
    """Offset at which the head of the page ends: the first long line that is no caption, or some
    fourteen lines.
    """
    at = 0
    for _ in range(_HEAD_LINES * 2):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - at >= _LONG and not any(c.start <= at + 1 < c.end for c in captions):
            return at + 110  # a dateline may open the first paragraph
        if end >= len(text):
            return end
        at = end + 1
    return at


def _weigh(text: str, left: int, start: int, end: int, right: int, in_head: bool) -> int:
    """How surely the date at ``start`` to ``end`` of its line is a stamp: 0 to 100."""
    before, after = text[left:start], text[end:right]
    label = _LABEL.search(before[-40:])
    if label and (in_head or "published" in before.lower()) and len(before) < 90:
        return 60 if _UPDATED.search(before[-40:]) else 90
    if not in_head:
        return 0
    if _UPDATED.search(before[-30:]) and len(before) < 40:
        return 60
    opened = before.rstrip()
    if opened.endswith("(") and after.lstrip()[:1] == ")" and _is_place_line(opened[:-1], after):
        return DATELINE
    if _is_dateline(before, after):
        return DATELINE
    if _ends_in_time(before, after):
        return 80
    opens = not _WORD.search(_TIME.sub(" ", before))
    if opens and _TIME.search(before) and len(after) < 90:
        return 80  # "09:49, 31 July 2025, Lima - Andes agency"
    if _is_hour_and_day(before, after) or _is_numbered(before, after) or _is_daily(before, after):
        return 80
    rest = _WORD.findall(_bare(before)) + _WORD.findall(_bare(after))
    if before.split()[-1:] and before.split()[-1].lower().rstrip(":") in _IN_SENTENCE:
        return 0
    if "°" in text[max(left - 40, 0) : right]:
        return 0  # beside the weather: the day of the visit to the page
    if len(before) + len(after) > 120 or (after.rstrip().endswith(".") and len(after) > 12):
        return 0
    separated = _apart(before, left_side=True) and _apart(after, left_side=False)
    separated |= _is_signed(before, after)
    if len(rest) <= 2 or (separated and len(rest) <= 12):
        menu = _menu_near(text, left, right)
        return 45 if menu and left < 60 else 80
    return 0


def _bare(side: str) -> str:
    """What stands beside the date, without the hour and the day of the week."""
    return _OF_DAY.sub(" ", _TIME.sub(" ", side))


def _is_hour_and_day(before: str, after: str) -> bool:
    """A line of its own such as "7:20 pm on 3 March 2012", "On May 3, 2016"."""
    return _bare(before).strip(" ,|").lower() == "on" and not _WORD.search(_bare(after))


def _is_numbered(before: str, after: str) -> bool:
    """As in "No: 112, 8 August 2011, Press Release Regarding the Visit", "from the May 3, 2016
    edition".
    """
    words = _WORD.findall(before)
    numbered = len(words) <= 1 and len(after) < 200 and bool(_SORTED.match(after))
    return numbered or (len(before) < 20 and bool(_EDITION.fullmatch(before[-9:] + "|" + after)))


def _is_daily(before: str, after: str) -> bool:
    """As in "Daily Report for Tuesday, May 3, 2016, from Berkeley"; no sentence goes on."""
    return bool(_SERIES.search(before)) and not after.rstrip().endswith(".")


def _is_signed(before: str, after: str) -> bool:
    """Names and the hour around the day: "Lake.org, 24 Mar 2016 - 11:48, Oslo", "Ann Vella, Oslo
    3 May 2016, 10:20"; no sentence, as every word is a name.
    """
    if not _TIME.search(before) and not _TIME.search(after):
        return False
    words = (_bare(before) + " " + _bare(after)).split()
    return not any(w[0].islower() for w in words)


def _ends_in_time(before: str, after: str) -> bool:
    """As in "According to the Post May 3, 2016 11:22": no sentence, as the hour ends the line."""
    rest = after.strip()
    return (
        bool(_TIME.match(rest))
        and not _WORD.search(_TIME.sub(" ", rest))
        and 0 < len(before.split()) <= 7
        and before.split()[-1].lower() not in _IN_SENTENCE
        and "." not in before
    )


def _is_credit(
    text: str, left: int, start: int, end: int, right: int, below: Sequence[Span]
) -> bool:
    """A line of its own that says who printed it and when: "(Harbour News Agency May 3, 2016)"."""
    before, after = text[left:start].strip(), text[end:right].strip()
    return (
        before.startswith("(")
        and after == ")"
        and len(before) < 60
        and _PICTURED.search(before) is None
        and before.split()[-1].lower() not in _IN_SENTENCE
        and _lies_in(below, start)
    )


def _lies_in(spans: Sequence[Span], at: int) -> bool:
    """Does one of the spans, which are in text order, hold the offset?"""
    k = bisect_right(spans, at, key=lambda s: s.start)
    return k > 0 and at < spans[k - 1].end


_PICTURED = re.compile(r"\b(?:photo|image|picture|file|screen)", re.I)


def _apart(side: str, *, left_side: bool) -> bool:
    """Is what stands beside the date empty, or parted from it by more than a comma?"""
    plain = _TIME.sub(" ", side)
    if left_side:
        plain = _SORT.sub(" ", plain)
    if not _WORD.search(plain):
        return True
    gap = (
        plain[len(plain.rstrip(" \t|•·–—:/>-")) :]
        if left_side
        else plain[: len(plain) - len(plain.lstrip(" \t|•·–—:/>-"))]
    )
    return (
        any(c in gap for c in "\t|•·–—>-:")
        or "   " in gap
        or (left_side and plain.lower().startswith("by "))
    )


def _menu_near(text: str, left: int, right: int) -> bool:
    """Does the line above or below belong to the page's menu?"""
    above = text[max(left - 40, 0) : left].strip().lower().split("\n")[-1]
    below = text[right : right + 40].strip().lower().split("\n")[0]
    return above in _MENU or below in _MENU


def _is_place_line(place: str, after: str) -> bool:
    words = place.strip(" *").split()
    return (
        0 < len(words) <= 6
        and (place.isupper() or words[0][:1].isupper())
        and "." not in place[:-1]
    )


def _is_dateline(before: str, after: str) -> bool:
    """As in "MANILA, 4 March 2019 – ..." or "June 3, 2022 (Agency) — ..."."""
    place = before.strip()
    sourced = _SOURCED.fullmatch(place)
    if sourced and after.lstrip().startswith(")"):
        # "LISBON (Harbour Wire, March 7, 2019) -- ..."
        return _is_dateline(sourced[1] + ",", after.lstrip()[1:])
    if place.startswith("(") and after.lstrip().startswith(")"):
        # "(Geneva, 12 June 2023) – ...", as international bodies print it
        return _is_dateline(place[1:], "— " + after.lstrip()[1:])
    mark = after.lstrip()[:3]
    place = _PART.sub(",", _SOURCE.sub(",", place))
    if place and not (
        place.endswith(",") and len(place) < 60 and place[0].isupper() and place.count(" ") < 7
    ):
        return False
    small = [w for w in place.split() if w.islower()]
    if any(w not in ("of", "the", "de", "la", "al", "el") for w in small):
        return False
    if mark[:1] in ("—", "–") or mark.startswith(("--", "- ")):
        return len(after) > (_TITLED if place.rstrip(",").isupper() else 60)
    if not place:
        return bool(_AGENCY.match(after))
    return (
        mark[:1] in ("(", "/", ".", ":")
        and len(after) > 60
        and (mark[:1] != "." or place.rstrip(",").isupper())
    )


_TITLED = 15
"""So much text behind capitals and day is a report, or its headline."""


def dateline(
    text: str, layout: HasParts | None, tokens: Tokens, atoms: tuple[Atom, ...]
) -> Atom | None:
    """The day and month of a dateline that lacks the year."""
    spans = [p.span for p in layout.parts if p.kind == "dateline"] if layout else []
    limit = _head_end(text)
    for atom in atoms:
        term = atom.term
        if (
            not isinstance(term, Of)
            or term.day is None
            or term.month is None
            or term.year
            or term.until
        ):
            continue
        start, end = tokens.start[atom.start], tokens.end[atom.end - 1]
        if any(s.start <= start < s.end for s in spans):
            return atom
        if start > limit:
            break
        left = max(text.rfind("\n", max(start - 400, 0), start) + 1, start - 400, 0)
        right = text.find("\n", end, end + 400)
        right = min(len(text), end + 400) if right < 0 else right
        if _is_dateline(text[left:start], text[end:right]) or _is_place_and_day(
            text[left:start], text[end:right]
        ):
            return atom
    return None


def _is_place_and_day(before: str, after: str) -> bool:
    """A line ending in place and day: "09:28 | Lima, Jan. 13.", "By A. Quill – Lima, July 14"."""
    if after.strip() not in ("", ".") or len(before) > 90:
        return False
    gap = _LAST_GAP.search(before)
    place = before[gap.end() :].strip() if gap else ""
    return place.endswith(",") and place.count(" ") < 4 and place.istitle()
