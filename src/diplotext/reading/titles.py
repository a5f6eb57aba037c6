"""Ranks and titles before a name, and the name that ends the phrase.

A name is that of a person unless the words beside it say that a ship, a camp or an airport is
called so.
"""

from __future__ import annotations

from diplotext.lexicon.gazetteer import Entry, Hit
from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.wordsets import words

HIGH_RANKS = words(
    "general gen admiral adm marshal colonel col commodore brigadier brig avm acm am "
    "vadm radm lieutenant-general airmarshal generals"
)

ROYAL = words("king queen prince princess pope emperor empress")

_RETIRED = words("ret retd rtd retired res reserve")

_SHIPS = words(
    "uss hms hmas ins ship frigate destroyer cruiser carrier submarine corvette vessel "
    "tanker class camp fort port cape mount lake san st uns ns nns jds pns rfs kri usns "
    "lake operation exercise hurricane typhoon storm airport street square"
)

_DRILLS = words("exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargame")

_THINGS = words(
    "carrier strike group airport university city camp base bridge center centre stadium school "
    "institute foundation palace avenue street square memorial prize international library hospital"
)


def read_title(page: Page, draft: Draft, j: int, hit: Hit, entry: Entry, limit: int) -> int:
    """The end of a title or rank, with what may stand between it and the name."""
    draft.titles += tuple(w.strip(".") for w in page.lower[j : hit.end] if w != ".")
    if entry.note in ("rank", "noble") and (
        entry.note == "noble" or HIGH_RANKS & set(draft.titles)
    ):
        draft.political += 1
    end = hit.end
    end += end < limit and page.text[end] == "." and page.glued(end)
    return _retired(page, end, limit)


def _retired(page: Page, j: int, limit: int) -> int:
    """The end of "(ret.)" or "(retd)" between a rank and the name; ``j`` where it is not."""
    if j + 2 >= limit or page.text[j] != "(" or page.lower[j + 1] not in _RETIRED:
        return j
    close = j + 2 + (page.text[j + 2] == ".")
    return close + 1 if close < limit and page.text[close] == ")" else j


def named(page: Page, draft: Draft, start: int, end: int) -> int:
    """A name that is read; not that of a ship, a camp or an airport that is called so."""
    first = draft.start
    if first and page.lower[first - 1] in _SHIPS and not draft.roles:
        return start
    if page.hyphen(end) and page.lower[end + 1] == "class":
        return start
    if end < page.n and page.lower[end] in _DRILLS and _of_owner(page, start):
        return start
    if end < page.n and page.is_capital(end) and end not in page.blocked:
        thing = page.lower[end] in _THINGS or ("not-name" in page.of(end) and not page.titled)
        if thing and page.office(end) is None and not page.hyphen(end):
            return start
    draft.name = draft.head = (start, end)
    return -end


def _of_owner(page: Page, i: int) -> bool:
    """Does an owner stand before ("Chile's Dawn Shield exercise")?"""
    return i > 0 and page.lower[i - 1] in ("'s", "’s", "'", "’")
