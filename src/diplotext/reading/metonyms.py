"""States, capitals and houses: do they act here, or is it only where something happens?

"Moscow said" and "the Kremlin denies" speak of a state, "arrived in Moscow" of a city. A
preposition of place or motion before the name, or a verb of speech or intent after it, decides.
"""

from __future__ import annotations

from diplotext.reading.drafts import Draft
from diplotext.reading.hits import PLACE_WORDS
from diplotext.reading.page import Page
from diplotext.reading.wordsets import words

_SIDE = words("with by between against among")
_LEAVING = words(
    "left leave leaves leaving depart departs departed headed heads heading bound flew "
    "fly flies flying sets set departure departing en_route off"
)
_AIMED = words("swipe swipes dig digs jab jabs jibe jibes anger angry aimed directed dismay")
_HOSTING = words("host hosts hosted hosting")
_SPEECH = words(
    "said says has had have is was would will wants wanted urged urges called calls "
    "condemned accused accuses denied denies insists insisted agreed agrees warned warns "
    "hopes hoped sees considers regards backed backs supports rejected rejects vowed "
    "vows announced announces expects seeks sought plans planned refused refuses "
    "maintains claims claimed offered offers may could can does did did must wanted "
    "fears feared believes welcomed welcomes pledged responded decided "
    "signed blamed promised proposed sent sends asked demands demanded stood stands "
    "needs tries tried supports cut"
)  # fmt: skip


_MINISTRIES = frozenset({"Ministry", "Department", "Pentagon", "Treasury", "MOFA", "MEA"})


def is_ministry(name: str) -> bool:
    """Is it the building of a ministry? As a place it only tells the city."""
    return name.endswith("Foreign Office") or not _MINISTRIES.isdisjoint(name.split())


def reading(page: Page, draft: Draft) -> tuple[str, str]:
    """How a capital or house is meant: ``("place" | "state" | "both", reason)``."""
    i = draft.start - 1
    before = page.lower[i] if i >= 0 else ""
    after = page.lower[draft.end] if draft.end < page.n else ""
    if before == "for":
        back = page.lower[max(0, i - 4) : i]
        if any(w in _LEAVING for w in back):
            return "place", "motion"
        return "both", "undecided"
    if before == "at" and i and page.lower[i - 1] in _AIMED:
        return "state", "aimed at"
    if before in PLACE_WORDS:
        return "place", "place or motion"
    if before in _SIDE:
        return "state", "a party to something"
    if page.possessive(draft.end):
        return "state", "possessor"
    ahead = page.lower[draft.end : draft.end + 3]
    if not _HOSTING.isdisjoint(ahead):
        return "both", "host"  # "Oslo will host the summit": who does, and where
    if after in _SPEECH:
        return "state", "speech or intent"
    if before == "and" and draft.start >= 2:
        back = page.lower[max(0, draft.start - 4) : i]
        if "between" in back or "with" in back:
            return "state", "a party to something"
        if "in" in back or "to" in back:
            return "place", "place or motion"
    return "both", "undecided"
