"""What one line of a news page is when it is not a paragraph of news.

The words are data (``layout.toml``), the shapes are here: buttons and menus, date stamps,
bylines, credits, captions. A line is judged on its own; where in the page it stands is the
business of ``layout``. The direction of error is towards news: a line is called
furniture only for what it says, never because it is short or odd.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs

from diplotext.models import PartKind

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"

_CLOSERS = "\"'”’»)]*"
_STOPS = ".!?…।。！？"  # full-width and Devanagari stops end sentences too
_FINAL_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Z]\.(?:[A-Z]\.)+|[ap]\.m\.)$")
_SIGN = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_][\w'’.&/-]*")
_COUNT = re.compile(
    r"\(?\d[\d,.]*\+?\)? (?:pages?|photos?|images?|videos?|comments?|shares?|views?|likes?"
    r"|retweets?|reads?|min(?:ute)?s?(?: read)?|of \d+)\b[^.]{0,24}",
    re.I,
)
_OTHERS = re.compile(
    r"(?:more|latest|recent|related|top|other|popular|trending) (?:\w+ ){0,3}"
    r"(?:news|articles|stories|posts|headlines|videos)"
)
_SIGN_OFF = re.compile(
    r"(?<=[.!?\"'”’])\s?(?:[—–-]+\s?|[(\[]|(?<=\s))"
    r"([A-Z][A-Za-z]+(?:[/ -][A-Z][A-Za-z]*){0,3})[)\]]?\.?$"
)
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b|\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b", re.I)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(
    rf"\b{MONTH}|\b{WEEKDAY}|\b\d{{1,4}}[-/.] ?\d{{1,2}}[-/.] ?\d{{2,4}}\b|\b(?:19|20)\d\d-\d\d\b",
    re.I,
)
_DAY_WORD = re.compile(rf"(?:{MONTH}|{WEEKDAY}|\d[\w:.+/-]*|utc[+-]?\d*|gmt[+-]?\d*)", re.I)
_SEGMENT = re.compile(r"\s*[|•·]\s*|\s{2,}|\t|\s+[-–—]\s+")
_BYLINE = re.compile(r"by:? +(?=[^\W\d_])", re.I)
_NAME_IN_PLACE = re.compile(
    r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]*){1,3}"
    r"(?:,? (?:and|&) [^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]*){1,3})? in "
    r"[^\W\d_a-z][\w'’-]+(?:[ ,]+[^\W\d_a-z][\w'’.-]+){0,2}"
)
_PICTURE_CREDIT = re.compile(
    r"(?:[(\[|]\s*(?:[^()\[\]]{0,60}\b)?(?:photos?|images?|pictures?|pics?|file|source|credit|courtesy"
    r"|twitter|facebook|instagram|getty|handout|screen ?grab|screenshot|reuters/|ap/|afp/|epa)\b"
    r"[^()\[\]]{0,80}[)\]|]?"
    r"|(?<=\w \[)[^\[\]$]{2,60}\]"
    r"|(?<!\w)(?:photos?|images?|pictures?|credit|photo credit|file photo)\s?[:/]\s?[^.:]{2,80}"
    r"|\bgetty images|\bap photo(?:/[^.]{0,50})?"
    r"|\breuters/[^.\s]{2,30}(?: [^.\s]{2,20})?"
    r"|/(?:afp|ap|reuters|epa|epa-efe|tass|getty|anadolu|xinhua|pool)"
    r"|(?-i:[.!?] \([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}/[A-Z][^()/]{2,40}))\s*[)\].]{0,2}$",
    re.I,
)
_AGENCY_AT_END = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\.?$|(?:^|\s)([A-Z][A-Z/-]{1,12})$")
_SIDE = re.compile(
    r"\((?i:(?:above|top|bottom|front|back|far|second|2nd|third|3rd|seated|standing)"
    r" ?(?:row )?,? ?)?(?i:from )?(?i:left|right|cent(?:er|re)|middle)(?: [^()]{0,24})?\)"
)
_SIDE_BEHIND = re.compile(
    r", (?:far |second |third |second from |third from )?(?:left|right|center|centre),? "
)
_BEFORE_SIDE = re.compile(r"[^\W\d_a-z][\w’'-]*$")
_SIDE_IN_WORDS = re.compile(r"\b(?:from left|left to right)\b")
_INITIAL_SIDE = re.compile(r"\((?:\d?(?:L|R|C)|L-R|(?:2nd|3rd) [LR])\)")
_POSE = re.compile(r"((?:[^\W\d_a-z][\w’'.-]*|[),]) )?\b([a-z]{3,10})\b")
_FULL_DATE_AT_END = re.compile(
    rf"(?:{MONTH} (?:\d{{1,2}}, )?|\bin )(?:19|20)\d\d(?: in [^.]{{2,40}})?\.?$", re.I
)
_INNER_STOP = re.compile(r"(?:\b[a-zß-öø-ÿ]{2,}|[^\W\d_]{5})[.!?][\"'”’)]? +[\"'“‘(]?[^\W\d_a-z]")


@attrs.frozen(eq=False)
class Words:
    """The word lists of ``layout.toml``, made ready for look-up."""

    agencies: Mapping[str, str]
    navigation: frozenset[str]
    buttons: frozenset[str]
    others: frozenset[str]
    comments: frozenset[str]
    releases: frozenset[str]
    writers: frozenset[str]
    stamps: frozenset[str]
    poses: frozenset[str]
    nouns: frozenset[str]
    connectors: frozenset[str]
    determiners: frozenset[str]
    finite: frozenset[str]
    english: frozenset[str]
    no_place: frozenset[str]
    trade: frozenset[str]
    furniture: Mapping[str, tuple[str, ...]]
    leading: Mapping[str, tuple[str, ...]]
    credits: Mapping[str, tuple[str, ...]]
    captions: Mapping[str, tuple[str, ...]]
    related: Mapping[str, tuple[str, ...]]
    openings: frozenset[str]


@cache
def words() -> Words:
    """The lists, read once."""
    file = resources.files("diplotext.reading") / "layout.toml"
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    lines, captions, small = data["lines"], data["captions"], data["words"]
    furniture, credit = _by_head(lines["furniture"]), _by_head(lines["credits"])
    starts = _by_head(captions["starts"])
    in_brackets = {"(" + head[:2] for head in credit}
    return Words(
        agencies={form: name for name, forms in data["agencies"].items() for form in forms},
        navigation=frozenset(lines["navigation"]),
        buttons=frozenset(lines["buttons"]),
        others=frozenset(lines["others"]),
        comments=frozenset(lines["comments"]),
        releases=frozenset(lines["releases"]),
        writers=frozenset(lines["writers"]),
        stamps=frozenset(lines["stamps"]),
        poses=frozenset(captions["poses"]),
        nouns=frozenset(captions["nouns"]),
        connectors=frozenset(small["connectors"]),
        determiners=frozenset(small["determiners"]),
        finite=frozenset(small["finite"]),
        english=frozenset(small["english"]),
        no_place=frozenset(small["no_place"]),
        trade=frozenset(small["trade"]),
        furniture=furniture,
        leading=_by_head(lines["leading"]),
        credits=credit,
        captions=starts,
        related=_by_head(lines["others"]),
        openings=frozenset({*furniture, *credit, *starts, *in_brackets}),
    )


def _by_head(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        heads.setdefault(phrase[:3], []).append(phrase)
    return {head: tuple(found) for head, found in heads.items()}


def opening(low: str, phrases: Mapping[str, tuple[str, ...]]) -> int:
    """Length of the longest phrase with which the folded line ``low`` begins, else 0."""
    for phrase in phrases.get(low[:3], ()):
        if low.startswith(phrase):
            rest = low[len(phrase) : len(phrase) + 1]
            if not (rest.isalnum() and phrase[-1].isalnum()):
                return len(phrase)
    return 0


def fold(line: str) -> str:
    """Lower case, single spaces, without leading bullets; at most 400 code points of it."""
    return " ".join(line[:400].lower().lstrip(" \t•·*›»>–—-▪●◦■|#").split())


def is_stopped(line: str) -> bool:
    """Does the line end as a sentence does? An abbreviation at its end ("U.S.") is no stop."""
    tail = line[-24:].rstrip()
    bare = tail.rstrip(_CLOSERS)
    if not bare or bare[-1] not in _STOPS:
        return False
    if bare != tail or bare[-1] != ".":
        return True
    return bare[-3:-2] != "." or not _FINAL_ABBREVIATION.search(bare)


def is_marker(low: str) -> bool:
    """Does the folded line head a list of other articles ("more africa news")?"""
    return low in words().others or bool(_OTHERS.fullmatch(low))


def sign_off(line: str) -> int:
    """Where the agency's name after the last sentence begins ("... next week. (ANI)"); else -1."""
    found = _SIGN_OFF.search(line, max(0, len(line) - 40))
    if not found or not (agencies_of(found[1].lower()) or agencies_of(found[1].split()[0].lower())):
        return -1
    return found.start() + found[0].index(found[0].strip()[0])


def has_inner_stop(line: str) -> bool:
    """Is there a full stop inside, so that the line is running text and no headline?"""
    return bool(_INNER_STOP.search(line, 0, 1000))


def kind_of(line: str, *, stopped: bool) -> PartKind | None:
    """What the stripped line is by its own words; None for news, headlines and headings.

    ``stopped``: ``is_stopped(line)``, which the caller knows already.
    """
    size = len(line)
    if size > 600:
        return None
    lists = words()
    if size > 160 and len(head := fold(line[:12])[:3]) == 3 and head not in lists.openings:
        return "caption" if is_caption(line, stopped=stopped) else None
    low = fold(line if size <= 160 else line[:100])
    if low[:3] in lists.openings:
        if size <= 400 and opening(low, lists.furniture):
            return "boilerplate"
        if size <= 300:
            if opening(low, lists.captions):
                return "caption"
            if opening(low.removeprefix("("), lists.credits):
                # "Photo: ..." before more words is a caption with its credit in front.
                named = low.startswith(("photo", "image", "picture"))
                return "caption" if named and size > 60 else "credit"
    if size <= 160:
        short = _short(line, low, lists, stopped=stopped)
        if short:
            return short
    return "caption" if is_caption(line, stopped=stopped) else None


def _short(line: str, low: str, lists: Words, *, stopped: bool) -> PartKind | None:
    if not _SIGN.search(line):
        return "boilerplate"
    if low.startswith(("©", "(c) ")) or low.endswith(("rights reserved.", "rights reserved")):
        return "credit"
    bare = low.rstrip(" :.!…»›>*0123456789()")
    if bare in lists.navigation or bare in lists.others or bare in lists.comments:
        return "boilerplate"
    if bare in lists.releases:
        return "header"
    if is_marker(bare):
        return "boilerplate"
    if low[:1].isdigit() or low[:1] == "(":
        if _COUNT.fullmatch(low):
            return "boilerplate"
        if not bare:
            return "header" if _DAY.search(line) else "boilerplate"
    if stopped and not bare.endswith((" a.m", " p.m")):
        return "credit" if len(bare) <= 40 and agencies_of(bare) else None
    found = [word.rstrip(".'’-/") for word in _WORD.findall(low)]
    if all(word in lists.buttons or word.isdigit() for word in found):
        return "header" if _DAY.search(line) else "boilerplate"
    if len(bare) <= 60 and agencies_of(bare):
        return "credit"
    if low.startswith("by") and _BYLINE.match(line) and _names_only(line, lists):
        return "byline"
    stamp = _stamp(line, lists)
    if stamp:
        return stamp
    if len(found) <= 8 and lists.writers.intersection(found) and _is_writers_line(line, lists):
        return "byline"
    return None


def _names_only(line: str, lists: Words) -> bool:
    """Are all words names, connectors, dates or what writers are called?"""
    for word in _WORD.findall(line)[1:24]:
        low = word.lower().rstrip(".'’-/")
        if not (
            word[0].isupper()
            or word[0].isdigit()
            or low in lists.connectors
            or low in lists.writers
            or low in lists.stamps
        ):
            return False
    return True


def _is_writers_line(line: str, lists: Words) -> bool:
    named = [w.lower().rstrip(".'’-/") for w in _WORD.findall(line)]
    told = {"our", "special", "staff", "team", "web", "wire", "feature", "agency", "monitoring"}
    if not (lists.writers - told).intersection(named) and named[0] not in told:
        return False
    return _names_only("by " + line, lists)


def _stamp(line: str, lists: Words) -> PartKind | None:
    """A line of date and time, with an outlet, place or desk beside it at most."""
    if not _DIGIT.search(line):
        return None
    timed = _CLOCK.search(line)
    if not timed and not (_YEAR.search(line) and _DAY.search(line)):
        return None
    left: list[str] = []
    for segment in _SEGMENT.split(line):
        low = fold(segment)
        if low in lists.navigation or opening(low, lists.furniture):
            continue
        if lists.buttons.issuperset(low.split()):
            continue
        left += [
            word
            for word in _WORD.findall(segment)
            if word.lower().rstrip(".'’-/") not in lists.stamps and not _DAY_WORD.fullmatch(word)
        ]
    if len(left) > 4 or not all(word[0].isupper() or _is_slug(word) for word in left):
        return None
    return "byline" if any(word.lower() in lists.writers for word in left) else "header"


def _is_slug(word: str) -> bool:
    return any(sign.isupper() for sign in word) or word.lower() in words().agencies


def stamp_names(line: str) -> str | None:
    """What stands before the date in a stamp: "The Courier" of "The Courier - April 6, 2023"."""
    name, *rest = _SEGMENT.split(line, maxsplit=1)
    if not rest or not _DAY.search(rest[0]) or _DIGIT.search(name) or len(name) > 40:
        return None
    return None if words().stamps.issuperset(fold(name).rstrip(":").split()) else name.strip()


def is_name_in_place(line: str) -> bool:
    """Is it a writer and a place ("Ngozi Ade in Lagos")? On a page with another headline."""
    return len(line) <= 80 and bool(_NAME_IN_PLACE.fullmatch(line))


def is_caption(line: str, *, stopped: bool) -> bool:
    """Does the line describe a picture, by its credit, by "(left)", or by tense and date?"""
    if len(line) > 600:
        return False
    tail = line[-120:]
    marked = not stopped or tail.endswith((")", "]", ").", "].", "|")) or "/" in tail[-40:]
    if (marked or "hoto" in tail or "etty" in tail) and _PICTURE_CREDIT.search(tail):
        return True
    if _has_side(line):
        return not stopped or _poses(line)
    if ("20" in tail[-48:] or "19" in tail[-48:]) and _FULL_DATE_AT_END.search(tail):
        return _poses(line) and not has_inner_stop(line)
    return False


def _has_side(line: str) -> bool:
    """Does it say who stands where: "Berg, left, and ...", "(right)", "from left", "(L)"?"""
    if "left" in line or "right" in line or "center" in line or "centre" in line:
        behind = _SIDE_BEHIND.finditer(line)
        if any(_BEFORE_SIDE.search(line[: side.start()].rpartition(" ")[2]) for side in behind):
            return True
        low = line.lower()
        if ("from left" in low or "left to right" in low) and _SIDE_IN_WORDS.search(low):
            return True
        if "(" in line and _SIDE.search(line):
            return True
    return "(" in line and _INITIAL_SIDE.search(line) is not None


def is_top_caption(line: str) -> bool:
    """The weaker signs, enough above the first paragraph: a bare agency at the end."""
    found = _AGENCY_AT_END.search(line[-48:])
    if not found or not agencies_of((found[1] or found[2]).lower()):
        return False
    inside = is_stopped(line[: -len(found[0])].rstrip()) or line[-1] == "."
    return not inside or _poses(line)


def shows(line: str) -> bool:
    """Is the open line between paragraphs a picture's text ("Minister Berg speaks in Oslo")?"""
    return len(line.split()) >= 5 and _poses(line)


def _poses(line: str) -> bool:
    if '"' in line or "“" in line:
        line = re.sub(r"[\"“][^\"”]{0,80}[\"”]", "", line)
    lists = words()
    for found in _POSE.finditer(line, 0, 200):
        before = (found[1] or "").strip().lower()
        if found[2] not in lists.poses or before in lists.determiners:
            continue
        if before in (",", ")") or (before and found[2] not in lists.nouns):
            return True
    return False


def agencies_of(low: str) -> tuple[str, ...]:
    """The agencies of a slug or credit in lower case ("afp/reuters"), or () if it names others."""
    known = words().agencies
    whole = known.get(low.strip(" .,-–—()[]/"))
    if whole:
        return (whole,)
    found: list[str] = []
    for part in re.split(r"\s*(?:[/,;&+]|\band\b|\s[-–—])\s*", low.strip(" .,-–—()[]/")):
        name = known.get(part.strip(" .()"))
        if not name:
            return ()
        found.append(name)
    return tuple(dict.fromkeys(found))


def agencies_in(line: str) -> tuple[str, ...]:
    """The agencies that a credit line names among other words ("With inputs from PTI")."""
    known = words().agencies
    found: list[str] = []
    named = _WORD.findall(line[:300])
    at = 0
    while at < len(named):
        for size in (4, 3, 2, 1):
            phrase = " ".join(named[at : at + size]).rstrip(".,'’")
            name = known.get(phrase.lower())
            if name and (size > 1 or phrase in (name, phrase.upper())):
                found.append(name)
                at += size - 1
                break
        at += 1
    return tuple(dict.fromkeys(found))
