"""States, bodies and places at the head of a phrase: possessor, attribute, or the phrase itself.

"Kenya's president", "EU foreign policy chief", "Colombia's right-wing President" go on to an
office; "Kenya" in "Kenya and Uganda" is all there is.
"""

from __future__ import annotations

from diplotext.lexicon.gazetteer import Entry, Hit
from diplotext.reading.drafts import Draft, NounPhrase
from diplotext.reading.hits import geo, primary
from diplotext.reading.nouns import SIDED, force_run, office_ahead
from diplotext.reading.page import Page
from diplotext.reading.roles import read_role
from diplotext.reading.wordsets import words

_FINITE = words("came comes went goes flew was were is are had has sat stood said says")


def read_side(
    page: Page,
    draft: Draft,
    j: int,
    hit: Hit,
    entry: Entry,
    limit: int,
    depth: int,
    phrase: NounPhrase,
) -> int:
    """A state, body, house, force or place: possessor, attribute, or the phrase itself."""
    if draft.roles or draft.titles or draft.private:
        return j
    end = hit.end
    found = geo(page, j, hit)
    if entry.weak and entry.kind == "metonym":
        found.countries = ()  # "Foreign Office": many states have one
    if end + 1 < limit and page.text[end] == "(":
        for m in range(end + 1, min(end + 4, limit)):
            if page.text[m] == ")":
                if page.possessive(m + 1) or (m + 1 < limit and page.entry(m + 1, "office")):
                    end = m + 1
                break
    if page.possessive(end) or (
        end < limit
        and page.hyphen(end)
        and end + 1 < limit
        and page.text[end + 1][0].islower()
        and page.text[end] == "-"
    ):
        if page.hyphen(end):
            draft.inner += (found,)
            return end + 2
        mark = len(draft.inner)
        draft.inner += (found,)
        before = draft.countries, draft.body
        draft.countries += found.countries
        draft.body = draft.body or found.body
        after = end + 1
        if after < limit and (
            goes_on(page, after, limit, depth, phrase)
            or pass_over(page, draft, after, limit) > after
        ):
            return after
        draft.inner = draft.inner[:mark]
        draft.countries, draft.body = before
        end = hit.end
    elif (
        end < limit
        and not page.hyphen(end)
        and entry.kind != "people"
        and (
            attributive(page, draft, end, limit, depth, phrase)
            or _shares_noun(page, draft, j, end, limit, depth, phrase)
        )
    ):
        draft.inner += (found,)
        draft.countries += found.countries
        draft.body = draft.body or found.body
        return end + (page.lower[end] == "and")
    if entry.kind != "body" and _opens_chain(page, draft, hit, limit, depth, phrase):
        draft.inner += (found,)
        draft.countries += found.countries
        return hit.end + 1
    draft.kind, draft.entry, draft.head = found.kind, entry, (j, hit.end)
    draft.countries += found.countries
    draft.body = draft.body or found.body
    return -hit.end


def _opens_chain(
    page: Page, draft: Draft, hit: Hit, limit: int, depth: int, phrase: NounPhrase
) -> bool:
    """As in "the Oman-Chad-Mali foreign ministers": do others follow, and then an office of all?"""
    end = hit.end
    for _ in range(_CHAIN):
        following = primary(page, end + 1) if end + 1 < limit and page.hyphen(end) else None
        if following is None or following.kind not in ("adjective", "state", "capital"):
            return False
        end = page.hits[end + 1].end
        if end < limit and not page.hyphen(end):
            return attributive(page, draft, end, limit, depth, phrase)
    return False


_CHAIN = 5


def _shares_noun(
    page: Page, draft: Draft, j: int, end: int, limit: int, depth: int, phrase: NounPhrase
) -> bool:
    """As in "the US and Japanese ministers": letters that stand like an adjective before "and"?"""
    if page.lower[end] != "and" or not page.text[j].isupper() or end - j > 1:
        return False
    following = page.entry(end + 1, "adjective") if end + 1 < limit else None
    after = page.hits[end + 1].end if following is not None else limit
    return after < limit and attributive(page, draft, after, limit, depth, phrase)


def goes_on(page: Page, k: int, limit: int, depth: int, phrase: NounPhrase) -> bool:
    """After a possessor: does a phrase about an actor follow?"""
    if depth > 2:
        return False
    office = page.office(k)
    if office is not None and not page.hyphen(office[1]):
        return True
    classes = page.of(k)
    if "institution" in classes or (
        "portfolio" in classes and k + 1 < limit and "institution" in page.of(k + 1)
    ):
        return True
    if not page.promises(k, limit):
        return False
    inner = phrase(page, k, limit, depth + 1)
    return inner is not None and (
        inner.kind in ("person", "name", "force", "delegation")
        or (inner.kind == "state" and inner.noun != "")
        or (
            inner.kind == "group"
            and inner.noun
            in (
                "leaders",
                "ministers",
                "officials",
                "envoys",
                "diplomats",
                "presidents",
                "premiers",
                "chiefs",
            )
        )
        or (inner.kind == "state" and inner.entry is not None and inner.entry.kind == "metonym")
        or inner.kind == "force"
    )


_GOVERNING = frozenset({"to", "of", "for", "on", "in"})


def attributive(
    page: Page, draft: Draft, k: int, limit: int, depth: int, phrase: NounPhrase
) -> bool:
    """As in "US President", "EU foreign policy chief": does an office follow?"""
    if page.lower[k] in SIDED and k + 1 < limit:
        k += 1  # "Oman-Mali bilateral leaders' talks"
    classes = page.of(k)
    if page.office(k) is not None:
        return True
    if "portfolio" in classes or "modifier" in classes:
        return read_role(page, k, limit, phrase, 3) is not None or (
            k + 1 < limit and ("institution" in page.of(k + 1) or bool(force_run(page, k, limit)))
        )
    if "counterpart" in classes or "institution" in classes or "delegation" in classes:
        return True
    if "force-noun" in classes or "force-adjective" in classes:
        return bool(force_run(page, k, limit))
    if page.entry(k, "title"):  # not "ambassador to Kenya Gen. X", whose rank is the envoy's
        return depth == 0 or page.lower[draft.start - 1] not in _GOVERNING
    if page.entry(k, "metonym", "adjective") and draft.kind == "":
        return page.entry(k, "adjective") is None
    return office_ahead(page, k, limit) > k


def pass_over(page: Page, draft: Draft, j: int, limit: int) -> int:
    """An adjective of no class before an office: "Colombia's right-wing President"."""
    if draft.start == j or draft.roles or draft.titles or not page.text[j].isalpha():
        return j
    if page.lower[j] in _FINITE:
        return j  # "with her came Trade Minister X"
    k = j + 1
    if k + 1 < limit and page.hyphen(k) and page.text[k + 1].islower():
        k += 2
    if k < limit and (page.office(k) is not None or page.of(k) & {"portfolio", "modifier"}):
        return k
    return j
