"""What an office has charge of: the field, person, body or side after its preposition.

A body of which the table knows nothing may make the office private ("president of the Rose
Growers"); a state, or a body that is known, gives the office its side.
"""

from __future__ import annotations

from diplotext.reading.drafts import Draft, NounPhrase, Role
from diplotext.reading.page import Page
from diplotext.reading.runs import doubt, organisation_run, portfolio_run, public_words

POSTED = frozenset({"ambassador", "envoy"})
_OWNERS = frozenset({"person", "state", "organisation", "force", "place", "delegation"})
_OBJECT_WORDS = frozenset(
    {"government-word", "portfolio", "institution", "force-noun", "force-adjective", "delegation",
     "country-noun", "modifier", "domestic", "not-name"}
)  # fmt: skip


def charge(
    page: Page, role: Role, m: int, limit: int, word: str, noun_phrase: NounPhrase, depth: int
) -> int:
    """The end of what ``word`` governs from token ``m`` on; ``m`` or 0 if the office has none."""
    found = page.office(m + 1) if word == "to" and m < limit and page.lower[m] == "the" else None
    if found is not None and found[0].level in ("head-of-state", "head-of-government"):
        after = found[1]
        if after < limit and page.lower[after] in ("for", "on"):
            return after  # "Adviser to the President for National Security"
    k = portfolio_run(page, m, limit)
    person = k < limit and page.lower[m] == "the" and page.office(k) is not None
    free = k >= limit or not (page.possessive(k) or person)  # "adviser of the Foreign Minister"
    if k > m and free and not _body_goes_on(page, m, k, limit):
        return _with_whom(page, k, limit)
    if depth < 2:
        inner = noun_phrase(page, m, limit, depth + 1)
        if inner is not None and _serves_another(inner):
            inner = noun_phrase(page, m, inner.roles[-1].end, depth + 1)
        if (
            inner is not None
            and inner.kind in _OWNERS
            and not (inner.kind == "person" and inner.plural)
        ):
            return _attach(role, inner, word, page)
    k = organisation_run(page, m, limit)
    if k > m:
        for n in range(m, k):
            entry = page.entry(n, "state", "adjective")
            if entry is not None and entry.country and not role.countries:
                role.countries += (entry.country,)
        if role.countries:
            return k
        if role.standing == "political" and not public_words(page, m, k):
            role.standing = doubt(page, role, m, k)
        return k
    return (
        _sided_object(page, role, m, limit, word)
        or _acronym(page, role, m, limit)
        or _coined(page, m, limit, word)
        or _plain_object(page, role, m, limit)
    )


def _with_whom(page: Page, k: int, limit: int) -> int:
    """End of "with Oman and Chad" behind "relations": the others' states give him no side."""
    if k + 1 >= limit or page.lower[k] != "with" or page.lower[k - 1] not in _RELATIONS:
        return k
    end = k
    while end + 1 < limit and page.lower[end] in ("with", "and", ","):
        m = end + 1 + (page.lower[end + 1] == "the")
        if page.entry(m, "state", "body", "capital") is None:
            break
        end = page.hits[m].end
        if end < limit and page.possessive(end):
            return k
    return end


_RELATIONS = frozenset({"relations", "cooperation", "ties", "contacts", "dialogue", "negotiations"})


def _coined(page: Page, m: int, limit: int, word: str) -> int:
    """As in "negotiator on Frexit, Ann Vella": a capital that nobody knows, then a name; else 0."""
    if word not in ("on", "for") or m + 3 >= limit or not page.is_capital(m):
        return 0
    named = page.is_capital(m + 2) and page.is_capital(m + 3) and m + 2 not in page.hits
    return m + 1 if m not in page.hits and page.text[m + 1] == "," and named else 0


def _serves_another(inner: Draft) -> bool:
    """As in "adviser to the Foreign Minister Ann Bell", where the name is the adviser's?"""
    return bool(inner.roles and inner.name) and inner.determiner == "the" and not inner.former


def _body_goes_on(page: Page, m: int, k: int, limit: int) -> bool:
    """As in "the State Committee for National Security": more than the field "State"."""
    return (
        k < limit
        and page.is_capital(k)
        and page.office(k) is None
        and not page.of(k).isdisjoint(("not-name", "government-word"))
        and k not in page.hits
        and page.lower[k] not in page.given
        and organisation_run(page, m, limit) > k
    )


def _acronym(page: Page, role: Role, m: int, limit: int) -> int:
    """As in "of the NSC", "of the AFL-CIO": a body known by its letters alone; 0 if it is none."""
    if m >= limit:
        return 0
    k = m + (page.lower[m] == "the")
    start = k
    while k < limit and _is_acronym(page.text[k]):
        k += 1
        if k < limit and page.hyphen(k):
            k += 1
    if k == start:
        return 0
    if role.standing == "political":
        role.standing = doubt(page, role, start, k)
    return k


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) > 1 and text.replace(".", "").isalpha()


def _sided_object(page: Page, role: Role, m: int, limit: int, word: str) -> int:
    """As in "Egyptian intelligence", "the Italian and Dutch governments"."""
    if m >= limit:
        return 0
    k = m + (page.lower[m] == "the")
    countries: list[str] = []
    while k < limit:
        entry = page.entry(k, "adjective", "state")
        if entry is not None and entry.country:
            countries.append(entry.country)
            k = page.hits[k].end
            if page.possessive(k):
                k += 1
        elif (
            countries
            and k + 1 < limit
            and page.lower[k] in ("and", ",")
            and page.entry(k + 1, "adjective")
        ):
            k += 1
        else:
            break
    if not countries:
        return 0
    if word == "of" or (word in ("to", "at") and role.level not in POSTED):
        role.countries += tuple(countries)
    first = k
    while k < limit and page.of(k) & _OBJECT_WORDS and page.office(k) is None:
        k += 1
    domestic = any("domestic" in page.of(i) for i in range(first, k))
    if role.standing == "political" and domestic and not public_words(page, first, k):
        role.standing = "private"  # "head of the Japanese company"
    return k


def _attach(role: Role, inner: Draft, word: str, page: Page) -> int:
    if word in ("for", "on") and inner.kind != "person":
        return portfolio_run(page, inner.end, page.n)  # "for Western Hemisphere Affairs"
    if inner.kind == "person":
        role.owner = inner
        if inner.role is not None and inner.name is None and not inner.countries:
            role.countries += inner.role.countries
            role.body = role.body or inner.role.body
        role.countries += inner.countries
        role.body = role.body or inner.body
        return inner.end
    if word == "to" and role.level in POSTED:
        return inner.end
    if word == "to" and inner.kind in ("state", "organisation") and inner.noun == "":
        return inner.end
    role.countries += inner.countries
    role.body = role.body or inner.body
    if (
        inner.noun in ("embassy", "consulate", "mission", "office")
        and page.lower[inner.end : inner.end + 1] in (["in"], ["to"])
        and page.entry(inner.end + 1, "state", "capital", "place", "body")
    ):
        return page.hits[inner.end + 1].end
    if inner.kind == "place" and not inner.countries and role.standing == "political":
        role.standing = "weak"
    return inner.end


def _plain_object(page: Page, role: Role, m: int, limit: int) -> int:
    """A complement in lower case: "the military alliance", "a civic group", "the air exercises"."""
    k = m
    if k < limit and "determiner" in page.of(k):
        k += 1
    start = k
    while k < limit and k - start < 4:
        classes = page.of(k)
        if page.is_capital(k) or not page.text[k].isalpha() or "common" in classes:
            break
        if classes & _OBJECT_WORDS or k == start:
            k += 1
        else:
            break
    if k == start:
        return m
    if role.standing == "political" and not public_words(page, start, k):
        words = {c for i in range(start, k) for c in page.of(i)}
        if "domestic" in words or "private" in words:
            role.standing = "private"
    return k
