"""What follows an office and belongs to it: "of", "for", "on", "to", "at" and on.

As in "Minister of National Planning and Economic Development", "head of Egyptian intelligence".
One step after another is read as long as it goes on: brackets, teams, further states, and what
is left of a body's name. What a single preposition governs is read by ``charges``.
"""

from __future__ import annotations

from diplotext.reading.charges import POSTED, charge
from diplotext.reading.drafts import NounPhrase, Role
from diplotext.reading.officenames import HOUSES, office_name
from diplotext.reading.page import TEAMS, Page
from diplotext.reading.runs import organisation_run, parenthesis, portfolio_run
from diplotext.reading.wordsets import words

_ABOUT = frozenset({"for", "on", "to", "at", "in", "with"})
_SPOKESMEN = words("negotiators delegates representatives")
_PARTS = words("panel team delegation mission task taskforce secretariat bureau bloc")
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth")
_TELLING = frozenset({"not-name", "government-word", "portfolio"})


def complete(page: Page, role: Role, limit: int, noun_phrase: NounPhrase, depth: int) -> None:
    """Read "of ...", "for ...", "to ..." after an office, as far as they belong to it."""
    end = core = begun = role.end
    if (
        role.level in ("generic", "body-head")
        and role.standing == "political"
        and (
            end + 1 < limit
            and page.lower[end] in ("of", "for")
            and page.lower[end + 1] in ("a", "an")
        )
    ):
        role.standing = "weak"  # "a representative of a civic group"
    listed = (
        end < limit and page.lower[end] in (",", "and", "&") and "portfolio" in page.of(end - 1)
    )
    if listed and not {"for", "of"}.isdisjoint(page.lower[role.start : end]):
        end = core = role.end = max(end, portfolio_run(page, end - 1, limit))
    for _ in range(4):
        k = end
        if k < limit and page.text[k] == "(":
            k = parenthesis(page, k, limit)
            if k == end:
                break
            if role.countries or role.body:  # "the Workers' Party (WP) Central Committee"
                run = organisation_run(page, k, limit)
                if run > k and page.is_capital(k) and not (run < limit and page.office(run)):
                    k = end = role.end = core = run
        word = page.lower[k] if k < limit else ""
        if (
            word == "of"
            or (word in _ABOUT and _about(page, role, word, k + 1, limit))
            or (word == "from" and role.plural and page.entry(k + 1, "state") is not None)
        ):
            m = k + 1
        else:
            if k > end and k < limit and page.is_capital(k):
                role.end = k  # "Minister of State (MoS) ..." and the name follows
            break
        if word == "for" and page.lower[end - 1] in _SPOKESMEN:
            word = "from"  # "negotiators for Kosovo and Serbia"
        held = len(role.countries), role.body
        after = charge(page, role, m, limit, word, noun_phrase, depth)
        if after <= m:
            break
        after = _team(page, after, limit)
        if (len(role.countries), role.body) == held or not _ends_in_hit(page, after):
            core = after  # what is more than the side belongs to the office's name
        else:
            core = _before_side(page, m, after) or core
        after = _more_states(page, role, after, limit, word)
        while (
            after < limit
            and page.entry(after, "metonym", "body", "force")
            and page.entry(after, "office") is None
        ):
            after = page.hits[after].end  # "at the White House National Security Council"
        end = after
        role.end = after
    house = _house_after(page, role, end, limit) if end > begun else end
    if house > end:
        role.end = core = house
    if core != begun:
        role.name = office_name(page, role.start, core)


def _ends_in_hit(page: Page, end: int) -> bool:
    """Does the name of a state or body end just before ``end``?"""
    for k in range(end - 1, max(end - 8, -1), -1):
        hit = page.hits.get(k)
        if hit is not None:
            return hit.end == end
    return False


def _team(page: Page, k: int, limit: int) -> int:
    """End of "'s negotiating team" after whose team it is; ``k`` where none follows."""
    if not page.possessive(k):
        return k
    for end in range(k + 1, min(k + 5, limit)):
        if page.lower[end] in TEAMS:
            return end + 1
        if not page.text[end].islower():
            break
    return k


def _house_after(page: Page, role: Role, k: int, limit: int) -> int:
    """End of what is left of a body's name: "Police" in "of the UPDF Military Police"."""
    if k + 1 < limit and page.lower[k] in _ORDINALS and page.is_capital(k):
        return k + 2 if page.lower[k + 1] in HOUSES and page.is_capital(k + 1) else k
    if k < limit and page.lower[k] in HOUSES and (page.is_capital(k) or role.body):
        return k + 1
    if role.body and k < limit and page.text[k] == "(":
        k = parenthesis(page, k, limit)  # "head of the Nordic Council (NC) office"
    return k + 1 if role.body and k < limit and page.lower[k] in _PARTS else k


def _before_side(page: Page, m: int, after: int) -> int:
    """End of the body in "the National Assembly of Kenya"; 0 if the side is all there is."""
    start = next(k for k in range(after - 1, m - 1, -1) if k in page.hits)
    while start > m and page.lower[start - 1] in ("of", "the"):
        start -= 1
    return start if start > m + 1 and page.of(start - 1) & _TELLING else 0


def _more_states(page: Page, role: Role, k: int, limit: int, word: str) -> int:
    """As in "to Seychelles and Mauritius", "the presidents of Chile and Peru": the other states."""
    if word == "of" and not role.plural:
        return k
    kinds = ("state", "capital", "place") if word == "for" else ("state", "capital")
    more: list[str] = []
    while k + 1 < limit and page.lower[k] in ("and", ",") and _ends_in_hit(page, k):
        m = k + 1
        while m < limit and m not in page.hits and page.lower[m] in ("and", "the", word):
            m += 1
        entry = page.entry(m, *kinds) if m < limit else None
        if entry is None or page.possessive(page.hits[m].end):
            break
        if word in ("of", "from") and entry.country:
            more.append(entry.country)
        k = page.hits[m].end
    role.countries += tuple(more)
    return k


def _about(page: Page, role: Role, word: str, m: int, limit: int) -> bool:
    if m >= limit or m in page.blocked:  # "resigned as minister on July 14"
        return False
    if word in ("for", "on"):
        if (
            role.level in ("head-of-state", "head-of-government", "monarchy")
            or role.level == "generic"
        ):
            return "portfolio" in page.of(m) and page.is_capital(m)
        return True
    if word == "to":
        served = page.office(m + 1) if page.lower[m] == "the" and m + 1 < limit else None
        if served is not None and served[0].level in ("head-of-state", "head-of-government"):
            return True  # "executive secretary to the president"
        return role.level in ("ambassador", "envoy", "security-adviser", "other", "military") and (
            page.is_capital(m) or page.lower[m] in ("the", "president")
        )
    if word == "in":
        return role.level in POSTED and _post_then_name(page, m, limit)
    if word == "at":
        return role.level in ("military", "other", "ambassador", "generic", "spokesperson") and (
            page.is_capital(m)
            or (page.lower[m] == "the" and m + 1 < limit and page.is_capital(m + 1))
        )
    return False


def _post_then_name(page: Page, m: int, limit: int) -> bool:
    """As in "the consul general in Erbil, Omar Rashid": a place, and a name after it?"""
    if page.entry(m, "capital", "place", "state") is None:
        return False
    k = page.hits[m].end
    k += k < limit and page.text[k] == ","
    return k + 1 < limit and page.is_capital(k) and page.is_capital(k + 1) and k not in page.hits
