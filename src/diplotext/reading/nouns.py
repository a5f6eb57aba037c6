"""Common nouns that stand for a side: ministries, forces, delegations, groups, unknown bodies."""

from __future__ import annotations

from diplotext.reading.drafts import Draft, NounPhrase
from diplotext.reading.hits import geo, primary
from diplotext.reading.names import read_name
from diplotext.reading.page import Page
from diplotext.reading.roles import read_role
from diplotext.reading.runs import doubt, public_words

_MANY = frozenset({"countries", "nations", "republics", "states"})


def read_noun(page: Page, draft: Draft, j: int, limit: int, depth: int, phrase: NounPhrase) -> int:
    """Institutions, forces, delegations, groups; 0 when the word is none of them."""
    classes = page.of(j)
    if "institution" in classes or (
        j + 1 < limit and "portfolio" in classes and "institution" in page.of(j + 1)
    ):
        k = j + 1 if "institution" in classes else j + 2
        if k < limit:
            role = read_role(page, k, limit, phrase, depth)
            if role is not None and (role.start < role.end):
                draft.roles += (role,)
                return more_roles(page, draft, role.end, limit, depth, phrase)
        draft.kind, draft.noun, draft.head = "state", page.lower[k - 1], (j, k)
        return -_in_state(page, draft, k, limit)
    force = force_run(page, j, limit)
    if force:
        draft.kind, draft.noun, draft.head = "force", page.lower[force - 1], (j, force)
        return -force
    if "delegation" in classes:
        draft.kind, draft.noun, draft.head = "delegation", page.lower[j], (j, j + 1)
        return -(j + 1)
    if page.lower[j] in _MANY and len(draft.countries) == 1:
        draft.countries = ()  # "four ex-Soviet states"
    if "group-noun" in classes:
        draft.kind, draft.noun, draft.head = "group", page.lower[j], (j, j + 1)
        return -(j + 1)
    if "country-noun" in classes:
        draft.kind, draft.noun, draft.head = "country-noun", page.lower[j], (j, j + 1)
        if page.lower[j].endswith("s"):
            return -(j + 1)
        return -_in_state(page, draft, j + 1, limit)  # "the Gulf state of Qatar"
    return 0


def _in_state(page: Page, draft: Draft, k: int, limit: int) -> int:
    """As in "the Commerce Ministry in Beijing", "the government of Kenya"."""
    if k + 1 < limit and page.lower[k] in ("in", "of"):
        m = k + 1 + (page.lower[k + 1] == "the")
        entry = primary(page, m) if m < limit else None
        if (
            entry is not None
            and entry.country
            and entry.kind in ("state", "capital")
            and not draft.countries
        ):
            draft.countries += (entry.country,)
            draft.inner += (geo(page, m, page.hits[m]),)
            return page.hits[m].end
    return k


def force_run(page: Page, j: int, limit: int) -> int:
    """End of "air and naval forces" at ``j``, 0 if it is none."""
    k = j
    while k < limit and k - j < 8:
        classes = page.of(k)
        if "force-noun" in classes and not (
            k + 1 < limit
            and page.of(k + 1) & {"force-noun", "force-adjective"}
            and page.lower[k + 1] != "forces"
            and "force-adjective" in classes
        ):  # fmt: skip
            if k + 1 < limit and "force-noun" in page.of(k + 1):
                k += 1
                continue
            return k + 1
        if "force-adjective" in classes or (page.lower[k] in ("and", ",", "-") and k > j):
            k += 1
        else:
            return 0
    return 0


def office_ahead(page: Page, j: int, limit: int) -> int:
    """Start of an office after capitalised words of an unknown body ("Sena chief"), else ``j``."""
    k = j
    if page.posts.find(1, j, min(limit, j + 12)) < 0:
        return j
    while k < limit and k - j < 6:
        if page.office(k) is not None:
            return k
        if k == j and "common" in page.of(k) and "portfolio" not in page.of(k):
            return j
        if (
            not page.is_capital(k)
            and not page.hyphen(k)
            and not (k > j and page.possessive(k))
            and not (k > j and page.hyphen(k - 1) and page.hyphen(k + 1))  # "Jamaat-e-Islami"
            and page.lower[k] not in ("and", "&")
        ):
            return j
        if page.lower[k] in ("and", "&") and k + 1 < limit and page.office(k + 1) is not None:
            return j  # "PDNSA Smith and Secretary Jones": another's office
        if page.lower[k] in ("and", "&") and not (
            k + 1 < limit and page.of(k + 1) & {"not-name", "portfolio"}
        ):
            return j
        if page.entry(k, "person") or (k in page.blocked) or page.lower[k] in SIDED:
            return j
        hit = page.hits.get(k)
        k = hit.end if hit is not None else k + 1
    return j


SIDED = frozenset({"bilateral", "trilateral", "quadrilateral", "multilateral", "tripartite"})
"""Of meetings, never of offices: "the Norway-Malta-Iceland Trilateral Leaders' Summit"."""


def is_name_before(page: Page, j: int, ahead: int) -> bool:
    """Is the run before an office a person ("Mr Smith Foreign Minister") rather than a body?"""
    return page.lower[j] in page.given and read_name(page, j, ahead) == ahead and ahead - j > 1


def read_unknown_body(
    page: Page, draft: Draft, j: int, ahead: int, limit: int, depth: int, phrase: NounPhrase
) -> int:
    role = None
    start = j
    for k in range(j, ahead + 1):
        role = read_role(page, k, limit, phrase, depth)
        if role is not None:
            start = k
            break
    if role is None:
        return j
    known = [page.hits[k] for k in range(j, start) if k in page.hits]
    for hit in known:
        found = geo(page, hit.start, hit)
        if found.entry is not None and found.entry.kind not in (
            "outlet",
            "other",
            "series",
            "title",
            "person",
        ):
            draft.inner += (found,)
            draft.countries += found.countries
            draft.body = draft.body or found.body
    if (
        start > j
        and role.standing == "political"
        and not public_words(page, j, start)
        and draft.body is None
    ) and not all("portfolio" in page.of(k) or "modifier" in page.of(k) for k in range(j, start)):
        role.standing = doubt(page, role, j, start)
    if start > j:
        role.name = " ".join(page.words(j, role.end).split()).lower()
    draft.roles += (role,)
    return more_roles(page, draft, role.end, limit, depth, phrase)


def read_institution(
    page: Page, draft: Draft, j: int, run: int, limit: int, depth: int, phrase: NounPhrase
) -> int:
    """As in "Foreign Ministry", "Department of Defense": a state's house, or another body."""
    words = {c for k in range(j, run) for c in page.of(k)}
    last = page.of(run - 1)
    house = "institution" in words or page.lower[j] in (
        "council",
        "parliament",
        "senate",
        "congress",
    )
    for k in range(j, run):
        entry = primary(page, k)
        if (
            entry is not None
            and entry.country
            and k in page.hits
            and entry.kind in ("state", "adjective")
        ):
            draft.countries += (entry.country,)
            draft.inner += (geo(page, k, page.hits[k]),)
    if run < limit and (page.office(run) is not None or "and" in page.lower[run : run + 1]):
        ahead = next((k for k in range(run, min(run + 5, limit)) if page.office(k) is not None), -1)
        if ahead > 0 and all(
            page.is_capital(k) or page.lower[k] == "and" for k in range(run, ahead)
        ):
            return read_unknown_body(page, draft, j, ahead, limit, depth, phrase)
    if page.possessive(run) and run + 1 < limit:
        role = read_role(page, run + 1, limit, phrase, depth)
        if role is not None:
            draft.roles += (role,)
            return more_roles(page, draft, role.end, limit, depth, phrase)
    if not house and not ("force-noun" in last and draft.countries):
        return j
    draft.kind = "force" if "force-noun" in last and not house else "state"
    draft.noun, draft.head = page.lower[run - 1], (j, run)
    return -_in_state(page, draft, run, limit)


def _honoured(page: Page, j: int, limit: int) -> int:
    """Where a name would begin after "the Hon.", "Dr": past titles and an article."""
    while j < limit:
        if page.entry(j, "title") is not None:
            j = page.hits[j].end
        elif (page.lower[j] == "the" and page.entry(j + 1, "title") is not None) or (
            page.text[j] == "." and page.glued(j)
        ):
            j += 1
        else:
            break
    return j


def more_roles(page: Page, draft: Draft, j: int, limit: int, depth: int, phrase: NounPhrase) -> int:
    """As in "Deputy Prime Minister and Foreign Minister X": a second office before the name."""
    role = draft.roles[-1]
    if (
        j + 1 < limit
        and page.lower[j] in ("and", "&", "/", ",")
        and not role.plural
        and len(draft.roles) < 4
    ):
        second = read_role(page, j + 1, limit, phrase, depth)
        if second is not None and not second.plural:
            start = _honoured(page, second.end, limit)
            follows = read_name(page, start, limit) if start < limit else second.end
            told = bool(second.countries or second.body) and not role.countries and not role.body
            start = second.end + (second.end < limit and page.text[second.end] == ",")
            named = start < limit and read_name(page, start, limit) - start > 1
            closed = depth == 1 and (second.end >= limit or page.text[second.end] in ",.;)")
            if follows > second.end or told or ((closed or named) and page.lower[j] != ","):
                draft.roles += (second,)
                if role.standing != "political":
                    second.standing = role.standing
                return second.end
    return j
