"""The dateline: where, when and by which agency a report was filed.

"LISBON, June 24 (AFP): ", "Sept. 18 (UPI) — ", "MOSCOW, September 21. /TASS/. ",
"New Delhi [India], January 14 (ANI): ", "CORAL SEA (May 4, 2016) – ",
"Addis Abeba– ", "Harbour Daily | ", "3 May 2016, Lima. ". Each part may be missing; what
remains must still be unmistakable, so a bare place needs capitals, a dash, or to be a
place that the gazetteers know.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import attrs

from diplotext.models import Span
from diplotext.reading.furniture import MONTH, WEEKDAY, agencies_in, agencies_of, words

_UP = r"[^\W\d_a-zß-öø-ÿ]"
_DATE = re.compile(
    rf"(?:{WEEKDAY},? )?(?:{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?:[,/]? ?(?:19|20)\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},?(?: (?:19|20)\d\d)?"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\w)",
    re.I,
)
_NOT_DATE = rf"(?!(?i:{MONTH}[ ,/]*\d|{WEEKDAY}(?!\w)))"
_NAME = rf"{_UP}[\w'’.-]*"
_LINKS = rf"(?:of|de|del|do|da|la|el|al|the|upon|sur|am|an|der|and)(?= {_UP})"
_PLACE = re.compile(
    rf"{_NAME}(?:[ /]{_NOT_DATE}(?:{_NAME}|{_LINKS})){{0,4}}"
    rf"(?:, {_NOT_DATE}(?:the )?{_NAME}(?: {_NOT_DATE}(?:{_NAME}|{_LINKS})){{0,4}}){{0,2}}"
)
_MONTHS_UP = re.compile(MONTH, re.I)
_REGION = re.compile(r"\s*\[[^\[\]\n]{2,30}\]")
_SLUG = re.compile(
    r"\(([^()\n]{2,60})\)|/([^/\n]{2,30})/|\[([^\[\]\n]{2,30})\]"
    r"|((?:RIA Novosti|Xinhua|CNN|AFP|AP))(?=\s*[—–:-])"
)
_BETWEEN = re.compile(r"[\s,.]*")
_TO_DATE = re.compile(r"[\s,.]*(?:[–—|-]\s+)?")
_STOP = re.compile(r"\s{0,4}(?:[—–]+|--+|[-_](?=\s|$)|[:|]|\.(?=\s|$))\s*")
_FILED = re.compile(rf",\s*({_UP}[\w'’&-]*(?: {_UP}[\w'’&-]*){{0,2}})(?=\s*(?:--|[—–:]|- |\.\s))")
"""Behind the day, who filed it: "LISBON, May 3, 2016, Harbour-Wire --"."""
_INITIALS = re.compile(r"[A-Z]{2,6}")
_PLAIN_PLACE = re.compile(
    rf"{_UP}[\w'’-]*(?:[ /]{_UP}[\w'’-]*){{0,3}}(?:, {_UP}[\w'’-]*(?: {_UP}[\w'’-]*)?)?"
)
_OUTLET = re.compile(r"(\w[\w.&' ]{1,28}\w) \| (?=[^\W\d_a-z\"“‘'])")
_SIGNS = re.compile(r"[—–|:(/\[\d]|--| [-_] ")  # without one of them only capitals can do
_REACH = 200


@attrs.frozen
class Dateline:
    """``span`` runs to the first word of the report; ``place`` is the first place named."""

    span: Span
    place: Span | None = None
    agencies: tuple[str, ...] = ()
    outlet: str | None = None


def find(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which the line ``text[start:end]`` opens, or None."""
    line = text[start : min(end, start + _REACH)]
    if not line[:4].isupper() and not _SIGNS.search(line, 0, 110):
        return None
    piped = _OUTLET.match(line)
    if piped and not _DATE.search(piped[1]) and (piped[1].count(" ") < 1 or _is_outlet(piped[1])):
        inner = find(text, start + piped.end(), end)
        if inner:
            return attrs.evolve(inner, span=Span(start, inner.span.end), outlet=piped[1])
        return Dateline(Span(start, start + piped.end()), outlet=piped[1])
    found = _read(line)
    if found is None:
        return None
    length, place, agencies = found
    spot = Span(start + place[0], start + place[1]) if place else None
    return Dateline(Span(start, start + length), spot, agencies)


def opens_with_day(line: str) -> bool:
    return _DATE.match(line) is not None


def _read(line: str) -> tuple[int, tuple[int, int] | None, tuple[str, ...]] | None:
    at, dated = 0, False
    slugs: list[str] = []
    place = None if _DATE.match(line) else _PLACE.match(line)
    if place:
        if place[0].split()[0].lower().strip(".,'’") in words().no_place or _MONTHS_UP.fullmatch(
            place[0]
        ):
            return None
        at = place.end()
        region = _REGION.match(line, at)
        if region and not agencies_of(region[0].strip().lower()):
            at = region.end()
    for _ in range(4):
        gap = _BETWEEN.match(line, at)
        spot = gap.end() if gap else at
        day = None if dated else _DATE.match(line, _after(_TO_DATE, line, at))
        slug = _SLUG.match(line, spot)
        filed = _FILED.match(line, at) if dated and place and not slugs else None
        if day:
            at, dated = day.end(), True
        elif slug and (not slugs or not dated):
            inside = next(part for part in slug.groups() if part)
            if not (_is_slug(inside) or (place and dated and _INITIALS.fullmatch(inside))):
                break
            dated = dated or bool(_DATE.search(inside))
            slugs.append(inside)
            at = slug.end()
        elif filed and _is_filer(filed[1], line[filed.end() :].lstrip()[:1]):
            slugs.append(filed[1])
            at = filed.end()
        elif dated and place is None:
            place = _place_behind(line, at)
            if place is None:
                break
            at = place.end()
        else:
            break
    return _settle(line, at, place, dated, slugs)


def _after(pattern: re.Pattern[str], line: str, at: int) -> int:
    found = pattern.match(line, at)
    return found.end() if found else at


def _place_behind(line: str, at: int) -> re.Match[str] | None:
    """The place behind the day: "3 May 2016, Lima. ", "October 1, 2003. ABUJA - "."""
    place = _PLAIN_PLACE.match(line, _after(_TO_DATE, line, at))
    if place is None:
        return None
    name = place[0].split(",")[0]
    capitals = name.isupper() and sum(map(str.isalpha, name)) >= 4
    return place if capitals or _known_place()(name) else None


def _is_filer(name: str, sign: str) -> bool:
    """Is it an agency, by its name, its capitals, or the dash behind it?"""
    return bool(agencies_of(name.lower())) or name.isupper() or sign in "—–-" or _is_outlet(name)


def _settle(
    line: str, at: int, place: re.Match[str] | None, dated: bool, slugs: list[str]
) -> tuple[int, tuple[int, int] | None, tuple[str, ...]] | None:
    stop = _STOP.match(line, at if line[at : at + 1] != "." else at + 1) or _STOP.match(line, at)
    name, spot = "", None
    agencies: tuple[str, ...] = ()
    for slug in slugs:
        agencies += agencies_of(slug.lower()) or agencies_in(slug)
    if place:
        name = place[0].split(",")[0].rstrip(".")
        head, _, last = name.replace("-", " ").rpartition(" ")
        if name[len(head) : len(head) + 1] == "-" and at < len(line):
            head = ""  # "RIYADH-SABA" has its line for itself
        apart = not head.isupper() or name[len(head) : len(head) + 1] == "-"
        if head and last.isupper() and apart and agencies_of(last.lower()):
            name, agencies = head, agencies + agencies_of(last.lower())
            slugs = [*slugs, last]
        spot = (place.start(), place.start() + len(name))
        if agencies_of(name.lower()):  # "ENA February 11/2020"
            agencies, spot = agencies_of(name.lower()) + agencies, None
    end = stop.end() if stop else at
    after = line[end:].lstrip()[:1]
    if not (slugs or dated or stop):
        return _without_sign(line, name)
    if after.isalpha() and not after.isupper():
        return None
    sure = False
    if slugs and (stop or (place and _after_gap(line, at))):
        sure = bool(place) or dated or bool(agencies)
    elif dated and place:
        sure = bool(stop) or (_after_gap(line, at) and after.isupper())
    elif dated:
        sure = bool(stop) and stop is not None and stop[0].strip() not in (".", ":")
    elif place and stop:
        sure = _bare(line, name, place[0], stop[0].strip(), end)
    if not sure:
        return None
    if not stop:
        end = at + len(line[at:]) - len(line[at:].lstrip(" \t.,"))
    return end, spot, tuple(dict.fromkeys(agencies))


def _bare(line: str, name: str, whole: str, sign: str, end: int) -> bool:
    """A place and a sign, no date and no agency: is it one?"""
    if sign == ".":
        return False
    letters = sum(map(str.isalpha, name))
    if name.isupper() and letters >= 4:
        return sign != ":" or letters > 5 or _known_place()(name)
    if sign[0] in "—–" or sign == "--":
        rest = line[end:]
        alone = not re.search(r"\s[—–]|--", rest.split(". ")[0])
        return _known_place()(name) or (alone and len(whole.split()) <= 4)
    return _known_place()(name)


def _without_sign(line: str, name: str) -> tuple[int, tuple[int, int], tuple[str, ...]] | None:
    """Capitals that are a known place, then the report: "ADDIS ABABA African leaders ..."."""
    caps = _capitals(name)
    rest = line[len(caps) :].lstrip()
    if not caps or sum(map(str.isalpha, caps)) < 4 or len(rest) < 2:
        return None
    if not rest[0].isupper() or rest[:3].isupper() or not _known_place()(caps):
        return None
    return len(line) - len(rest), (0, len(caps)), ()


def _capitals(name: str) -> str:
    kept: list[str] = []
    for word in name.split():
        if not word.isupper():
            break
        kept.append(word)
    return " ".join(kept)


def _after_gap(line: str, at: int) -> bool:
    return line[at : at + 1] in (" ", ".", "\t", "", ",")


def _is_slug(inside: str) -> bool:
    """Is what stands in brackets an agency, a date, or a few capitalised names of the trade?"""
    if agencies_of(inside.lower()) or _DATE.search(inside):
        return True
    named = [word for word in re.split(r"[\s/,-]+", inside) if word]
    if not named or len(named) > 6 or any(word[0].islower() for word in named):
        return False
    return bool(agencies_in(inside)) or named[-1].lower() in words().trade or _is_outlet(inside)


@cache
def _known_place() -> Callable[[str], bool]:
    """Cities, capitals and other places of the gazetteers, by name."""
    from diplotext import lexicon

    names: set[str] = set()
    for state in lexicon.states().values():
        names.update(form.casefold() for form in (*state.capitals, *state.capital_forms))
    for place in lexicon.places():
        names.add(place.name.casefold())
        names.update(alias.casefold() for alias in place.aliases)
    names.discard("")
    return lambda name: name.casefold() in names


@cache
def _outlets() -> frozenset[str]:
    from diplotext import lexicon

    names: set[str] = set()
    for outlet in lexicon.outlets():
        names.add(outlet.name.casefold())
        names.update(alias.casefold() for alias in outlet.aliases)
    return frozenset(names)


def outlet_of(name: str | None) -> str | None:
    """The name beside a date stamp, if the gazetteer or "The" before it tells an outlet."""
    return name if name and (name.startswith("The ") or _is_outlet(name)) else None


def _is_outlet(name: str) -> bool:
    return name.strip().casefold() in _outlets()
