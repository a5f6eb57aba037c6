"""What somebody is to another: "his counterparts from Oman and Qatar", "her guest"."""

from __future__ import annotations

from diplotext.reading.drafts import Draft
from diplotext.reading.hits import geo, primary
from diplotext.reading.page import Page
from diplotext.reading.wordsets import words

TWINS = {"koreas": ("KP", "KR"), "congos": ("CD", "CG"), "sudans": ("SD", "SS")}
"""After "the two": the states of one name."""

_AFTER = words(
    "and that to at in on for with during about after before as by while but who had has was is "
    "will would again later earlier here there today yesterday tonight then also next now first "
    "afterwards subsequently meanwhile are were had can could may might should must did do"
)


def of_states(page: Page, draft: Draft, k: int, limit: int) -> int:
    """As in "his counterpart from Oman", "his counterparts from Oman and the United States"."""
    if k >= limit or page.lower[k] not in ("from", "in", "of"):
        return k
    if page.lower[k] == "in" and draft.countries:
        return k  # "his Omani counterpart in Oslo"
    end, k = k, k + 1
    while k < limit:
        m = k + (page.lower[k] == "the")
        entry = primary(page, m) if m < limit else None
        if entry is None or entry.kind not in ("state", "capital") or not entry.country:
            break
        draft.countries += (entry.country,)
        draft.inner += (geo(page, m, page.hits[m]),)
        end = page.hits[m].end
        if end >= limit:
            break
        if not draft.plural:
            return -end if page.text[end] == "," else end
        k = end + (page.text[end] == ",")
        if page.lower[k : k + 1] == ["and"]:
            k += 1
        elif k == end:
            break
    return end


def stands_alone(page: Page, k: int, limit: int) -> bool:
    """Does the phrase end before ``k``: not "his host government", "the guest of the choir"?"""
    if k >= limit:
        return True
    word = page.lower[k]
    return word in _AFTER or word in page.verbs or not word[0].isalnum()
