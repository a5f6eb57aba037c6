"""Whom "her guest", "his host", "the Omani" mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from diplotext.reading.antecedents import Spoken
from diplotext.reading.drafts import Draft
from diplotext.reading.people import Cluster
from diplotext.reading.relations import stands_alone

_NEAR = 3  # sentences in which the other of two is looked for


def national(draft: Draft, spoken: Spoken) -> Cluster | None:
    """Whom "the Omani" means: the one person of that state spoken of in the sentences before."""
    page, k = spoken.page, draft.start
    if not k or page.lower[k - 1] != "the" or not page.lower[k].endswith(("an", "i")):
        return None
    if not stands_alone(page, draft.end, page.n) or page.hyphen(draft.end):
        return None
    there = {
        id(said.who): said.who
        for said in spoken.recent()
        if 0 < draft.sentence - said.sentence <= _NEAR and said.who.country in draft.countries
    }
    return next(iter(there.values())) if len(there) == 1 else None


def meant(draft: Draft, drafts: Sequence[Draft], spoken: Spoken) -> Cluster | None:
    """Whom "her guest", "the host" mean: the one named after a comma, or the one person of another
    side just named. ``drafts`` are those of the article.
    """
    at = bisect_right(drafts, draft.start, key=lambda d: d.start)
    for after in drafts[at : at + 1]:
        named = after.cluster
        if (
            after.start == draft.end + 1
            and spoken.page.text[draft.end] == ","
            and isinstance(named, Cluster)
            and named.political
        ):
            return named
    whose = spoken.salience.clause_subjects(draft)
    if draft.determiner in ("his", "her"):
        owner = spoken.subject(draft, draft.determiner == "her")
        whose = [owner] if owner is not None else []
    if not whose:
        return None
    own = whose[0].country or whose[0].body
    for reach in range(_NEAR):
        near = {
            id(said.who): said.who
            for said in spoken.recent()
            if said.token < draft.start
            and draft.sentence - said.sentence <= reach
            and said.who not in whose
            and said.who.levels() != {"spokesperson"}
            and (said.who.country or said.who.body) != own
        }
        if near:
            return next(iter(near.values())) if len(near) == 1 else None
    return None
