"""Hits of the gazetteer as noun phrases use them: states, demonyms, bodies, places."""

from __future__ import annotations

from functools import lru_cache

from diplotext.lexicon.gazetteer import Entry, Hit
from diplotext.models import MentionForm
from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.wordsets import words

_ORDER = (
    "office", "title", "other", "outlet", "series", "state", "adjective", "people", "body",
    "force", "metonym", "capital", "place", "person",
)  # fmt: skip


PLACE_WORDS = words(
    "in to from at near outside inside through throughout toward towards into around "
    "across via leaving left reached visiting visited off onto within along"
)


def primary(page: Page, i: int) -> Entry | None:
    """The reading of the hit at token ``i`` that noun phrases go by."""
    hit = page.hits.get(i)
    if hit is None:
        return None
    if len(hit.entries) == 1:
        return hit.entries[0]
    near = [
        e
        for e in hit.entries
        if e.kind in ("adjective", "state", "people") and e.country in page.context
    ]
    if (
        near
        and len({e.country for e in near}) == 1
        and not any(e.kind == "person" for e in hit.entries)
    ):
        return min(near, key=_rank)
    strong = [e for e in hit.entries if e.kind == "person" and hit.end - i > 1]
    if strong:
        return strong[0]
    capital = hit.of("capital")
    if capital is not None and hit.of("metonym") is not None and _is_city(page, i, hit.end):
        return capital  # "in Brussels": the city, not the union that has its seat there
    return min(hit.entries, key=_rank)


def _is_city(page: Page, start: int, end: int) -> bool:
    """Does the context speak of the city: after a word of place, or before ", Belgium"?"""
    if start and page.lower[start - 1] in PLACE_WORDS:
        return True
    return end + 1 < page.n and page.text[end] == "," and page.entry(end + 1, "state") is not None


def _rank(entry: Entry) -> int:
    return _ORDER.index(entry.kind) if entry.kind in _ORDER else len(_ORDER)


_ALONE = frozenset({"state", "capital", "adjective", "place"})
_GOES_ON = frozenset({"'s", "’s", "'", "’", "-", "–", "‐", "‑", "("})


def stands_alone(page: Page, hit: Hit, limit: int) -> bool:
    """Is this plainly a state, city or demonym by itself, with nothing after it to join to?"""
    if len(hit.entries) != 1 or hit.entries[0].kind not in _ALONE:
        return False
    k = hit.end
    if k >= limit:
        return True
    if page.live[k] or page.text[k] in _GOES_ON:
        return False
    if hit.entries[0].kind != "adjective":
        return True
    return page.lower[k] not in ("and", ",", "or") and not (k + 1 < limit and page.live[k + 1])


def geo(page: Page, j: int, hit: Hit) -> Draft:
    """The draft of one hit of the gazetteer: a state, body, force or place by its name."""
    entries = hit.entries
    entry = entries[0] if len(entries) == 1 else primary(page, j)
    span = (j, hit.end)
    if entry is None:
        return Draft(j, hit.end, span, "state")
    kind, form, found_countries = _shape(entry)
    found = Draft(j, hit.end, span, kind, form)
    found.entry = entry
    found.countries = found_countries
    found.body = entry.organisation
    return found


@lru_cache(maxsize=8192)
def _shape(entry: Entry) -> tuple[str, MentionForm, tuple[str, ...]]:
    """Kind, form and countries of the draft that an entry makes."""
    kind = {"body": "organisation", "force": "force", "place": "place"}.get(entry.kind, "state")
    return (
        kind,
        "adjective" if entry.kind == "adjective" else "name",
        (entry.country,) if entry.country else (),
    )


def read_demonym(page: Page, draft: Draft, j: int, hit: Hit, entry: Entry, limit: int) -> int:
    if draft.roles or draft.titles:
        return j
    end = hit.end
    if end + 1 < limit and page.hyphen(end):
        following = primary(page, end + 1)
        # "Indo-Nepal": two sides, of which the first says nothing about the second.
        kinds = ("adjective",) if entry.note == "combining" else ("adjective", "state")
        if following is not None and following.kind in kinds:
            draft.inner += (geo(page, j, hit),)
            draft.countries += (entry.country or entry.id,)
            return end + 1
        if page.text[end + 1][0].islower():
            draft.inner += (geo(page, j, hit),)
            return end + 2
    draft.inner += (geo(page, j, hit),)
    draft.countries += (entry.country or entry.id,)
    if end + 1 < limit and page.lower[end] in ("and", ",", "or"):
        k = end + 1
        if page.lower[end] == "," and page.lower[k] == "and" and k + 1 < limit:
            k += 1
        following = primary(page, k)
        if (
            following is not None
            and (
                following.kind == "adjective"
                or (  # "Chinese and US"
                    following.kind == "state"
                    and page.text[k].isupper()
                    and page.hits[k].end < limit
                )
            )
            and (page.lower[end] != "," or _list_goes_on(page, page.hits[k].end, limit))
        ):
            return k
    return end


def _list_goes_on(page: Page, k: int, limit: int) -> bool:
    """After "Uzbek, Tajik": does "and Turkmen" follow, or the office of both ("FMs")?"""
    if k + 1 < limit and page.lower[k] in ("and", ","):
        m = k + 1 + (page.lower[k + 1] == "and")
        following = primary(page, m) if m < limit else None
        return following is not None and following.kind == "adjective"
    office = page.office(k) if k < limit else None
    for m in range(k, min(k + 2, limit)):
        if office is None and "portfolio" in page.of(m):
            office = page.office(m + 1) if m + 1 < limit else None
    return office is not None and office[2]
