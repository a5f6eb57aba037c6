"""Whether a person is a woman or a man, where the article itself tells it.

By words of the phrase ("his wife X", "spokeswoman X"), or by a possessive that can be nobody
else's: "Wilk thanked her hosts", with no other person and no other clause before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.salience import OPENERS
from diplotext.reading.wordsets import words

_WOMEN = words(
    "wife spokeswoman chairwoman congresswoman stateswoman businesswoman sister daughter mother "
    "queen princess sheikha duchess mrs ms madam lady"
)
_MEN = words(
    "husband congressman statesman businessman brother son father king prince sheikh duke mr sir"
)
_LONG = 12  # tokens; longer phrases name others as well


def settle(page: Page, drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> None:
    """Fill in ``female`` of the persons of whom it is not known yet."""
    votes: dict[int, set[bool]] = {}
    before: list[Draft] = []
    for draft in drafts:
        if before and before[-1].sentence != draft.sentence:
            before = []
        if draft.kind == "pronoun":
            word = page.lower[draft.start]
            if word not in ("his", "her") or len(before) != 1 or before[0].end > draft.start:
                continue
            who = before[0].cluster
            between = page.lower[before[0].end : draft.start]
            if isinstance(who, Cluster) and OPENERS.isdisjoint(between) and '"' not in between:
                votes.setdefault(id(who), set()).add(word == "her")
        elif draft.kind in ("person", "name"):
            before.append(draft)
    for cluster in clusters:
        if cluster.female is not None:
            continue
        told = {sex for draft in cluster.drafts for sex in _told(page, draft)}
        told = told or votes.get(id(cluster), set())
        if len(told) == 1:
            cluster.female = told.pop()


def _told(page: Page, draft: Draft) -> set[bool]:
    """What the words before the name tell."""
    if draft.name is None or draft.end - draft.start > _LONG:
        return set()
    own = {draft.noun, *draft.titles, *(page.lower[draft.name[0] - 1 : draft.name[0]])}
    own.update(part for role in draft.roles for part in page.lower[role.start : role.end])
    return {True for _ in own & _WOMEN} | {False for _ in own & _MEN}
