"""Stretches of words that name a field of government or a body, and whether it is a public one."""

from __future__ import annotations

from diplotext.reading.drafts import Role, Standing
from diplotext.reading.page import Page

_BODY_NOUNS = frozenset({"institution", "government-word", "not-name"})
_JOINED = frozenset({"not-name", "portfolio", "government-word"})


def portfolio_run(page: Page, m: int, limit: int) -> int:
    """End of "Foreign, International and Economic Affairs" at ``m``; ``m`` if there is none."""
    k = m
    if k < limit and page.lower[k] == "the" and k + 1 < limit and "portfolio" in page.of(k + 1):
        k += 1
    begun = k
    last = m
    before = m  # where the run stood before the last "and" or comma
    while k < limit and k - m < 14:
        hit = page.hits.get(k)
        if "portfolio" in page.of(k) and (hit is None or hit.end == k + 1 or hit.of("office")):
            k += 1
            last = k
        elif k > begun and (page.lower[k] in ("and", "&", ",") or page.hyphen(k)):
            before = last
            if k + 1 < limit and "portfolio" in page.of(k + 1):
                k += 1
            elif (
                page.lower[k] == "and"
                and k + 2 < limit
                and page.lower[k + 1] == "the"
                and "portfolio" in page.of(k + 2)
            ):
                k += 2
            elif (
                page.lower[k] == "," and k + 2 < limit and page.lower[k + 1] in ("and", "&")
                and "portfolio" in page.of(k + 2)
            ):  # fmt: skip
                k += 2
            else:
                break
        else:
            break
    if before > m and last < limit and page.office(last) is not None:
        return before  # "minister of energy, and Foreign Affairs Minister X": another's office
    if last > m and last < limit and page.text[last][0].islower() and page.of(last) & _BODY_NOUNS:
        return last + 1
    if last > m and last < limit and page.lower[last - 1] in page.given and last - begun == 1:
        return m
    return last


def organisation_run(page: Page, m: int, limit: int) -> int:
    """End of a capitalised name of some body at ``m`` ("the Chamber of Deputies")."""
    k = last = m
    if page.telling.find(1, m, min(limit, m + 14)) < 0:
        return m
    if k < limit and "determiner" in page.of(k):
        k += 1
    begun = k
    telling = False
    while k < limit and k - begun < 14:
        classes = page.of(k)
        if page.is_capital(k) or page.text[k].isdigit():
            if (
                telling
                and "not-name" not in classes
                and "portfolio" not in classes
                and (page.lower[k] in page.given or page.hits.get(k) is None)
                and page.lower[k - 1] not in ("of", "and", "for", "&", "-")
                and not page.text[k].isdigit()
            ):
                break
            hit = page.hits.get(k)
            if hit is not None and (hit.of("office", "title", "person") and telling):
                break
            if "not-name" in classes or "government-word" in classes or "domestic" in classes:
                telling = True
            k = hit.end if hit is not None else k + 1
        elif k > begun and page.possessive(k):
            k += 1
        elif page.lower[k] in ("of", "and", "for", "the", "&", "-", "/") and k > begun:
            if not telling and page.lower[k] != "-":
                break
            ahead = k + 1
            if page.lower[k] in ("and", "&") and not (ahead < limit and page.of(ahead) & _JOINED):
                break
            if ahead < limit and page.lower[ahead] == "the":
                ahead += 1
            if not (ahead < limit and (page.is_capital(ahead) or page.text[ahead].isdigit())):
                break
            k = ahead
            continue
        elif page.text[k] == "(":
            after = parenthesis(page, k, limit)
            if after == k:
                break
            k = after
        else:
            break
        last = k
    return last if telling else m


def parenthesis(page: Page, k: int, limit: int) -> int:
    """End of "(DPRK)" or "(Army)" at ``k``."""
    for m in range(k + 1, min(k + 6, limit)):
        if page.text[m] == ")":
            return m + 1
    return k


def public_words(page: Page, start: int, end: int) -> bool:
    """Do these words speak of a state's business?"""
    classes = page.classes
    return any("government-word" in classes.get(page.lower[i], ()) for i in range(start, end))


def doubt(page: Page, role: Role, start: int, end: int) -> Standing:
    """The standing of an office whose holder serves the unknown body at ``start`` to ``end``."""
    words = {c for i in range(start, end) for c in page.of(i)}
    shared = (
        role.level in _SHARED
        or role.name.endswith("chief executive")
        or "vice president" in role.name
    )
    if not shared or any(w in _PUBLIC for w in role.name.split()):
        return "political"
    if "domestic" in words or "private" in words:
        return "private"
    last = role.name.split()[-1]
    if last in ("leader", "leaders") or role.name.endswith(_GENERAL):
        return "political"
    if last == "chief" and all(
        page.text[i].isupper() and len(page.text[i]) < 6 for i in range(start, end)
    ):
        return "political"  # of a party more often than of a company
    firm = role.level != "generic" and role.level not in ("other", "spokesperson", "party")
    return "private" if firm else "weak"


_GENERAL = ("secretary-general", "secretary general", "general secretary")
_PUBLIC = frozenset(
    {"minister", "ambassador", "senator", "envoy", "governor", "mayor", "spymaster"}
)
_SHARED = frozenset(  # levels whose words companies and clubs use as well
    {"generic", "body-head", "other", "head-of-state", "deputy-head", "spokesperson", "party"}
)
