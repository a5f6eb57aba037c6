"""Whom "her guest", "his host", "the Omani" mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from diplotext.reading.antecedents import Spoken
from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.relations import stands_alone
from diplotext.reading.salience import SUBJECT, Said
from diplotext.reading.wordsets import words

_NEAR = 3  # sentences in which the other of two is looked for


def national(draft: Draft, spoken: Spoken) -> Cluster | None:
    """Whom "the Omani" means: the one person of that state spoken of in the sentences before."""
    page, k = spoken.page, draft.start
    if not k or page.lower[k - 1] != "the" or not page.lower[k].endswith(("an", "i")):
        return None
    if not stands_alone(page, draft.end, page.n) or page.hyphen(draft.end):
        return None
    return _of_state(draft, spoken, first=1)


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
    if draft.countries:
        return _of_state(draft, spoken)
    if draft.determiner in ("his", "her"):
        owner = spoken.subject(draft, draft.determiner == "her")
        whose = [owner] if owner is not None else []
    else:
        whose = spoken.salience.clause_subjects(draft)
    if not whose:
        return _where_it_is(draft, spoken) if draft.definite else None
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
    return _where_it_is(draft, spoken, whose)


def _of_state(draft: Draft, spoken: Spoken, first: int = 0) -> Cluster | None:
    """As in "the Omani guest": the one person of that state spoken of in the sentences before."""
    there = {
        id(said.who): said.who
        for said in spoken.recent()
        if said.token < draft.start
        and first <= draft.sentence - said.sentence <= _NEAR
        and said.who.country in draft.countries
    }
    return next(iter(there.values())) if len(there) == 1 else None


def leader(draft: Draft, spoken: Spoken) -> Cluster | None:
    """Whom "the delegation" means if the sentences before say who leads it: "X heads a delegation".

    With him go others whom the text does not name.
    """
    lower, start = spoken.page.lower, draft.start
    for k in range(start - 1, max(start - _LED, 0), -1):
        if lower[k] != draft.noun or _LEADS.isdisjoint(lower[k - 4 : k]):
            continue
        before = [s for s in spoken.recent() if s.end <= k and s.place == SUBJECT]
        if before and "." not in lower[before[-1].end : k] and draft.sentence > before[-1].sentence:
            return before[-1].who
        return None
    return None


_LEADS = words("lead leads leading head heads heading")
_LED = 60  # tokens back in which a delegation is said to be led
_HOSTS = frozenset({"host", "hosts"})
_FAR = 8  # sentences in which the text tells who is whose guest
_REACH = 14  # tokens after somebody in which a place abroad tells where he is
_THERE = words("in to at for")


def _where_it_is(draft: Draft, spoken: Spoken, whose: Sequence[Cluster] = ()) -> Cluster | None:
    """The one who is said to be in the other's state ("who is in Oslo on a visit"), or whose state
    that is.
    """
    recent = [
        said
        for said in spoken.recent()
        if said.token < draft.start and draft.sentence - said.sentence <= _FAR
    ]
    away: dict[int, Cluster] = {}
    states: set[str] = set()
    for said in recent:
        state = _abroad(said, spoken.page)
        if state is not None:
            away[id(said.who)] = said.who
            states.add(state)
    if len(away) != 1 or len(states) != 1:
        return None
    guest = next(iter(away.values()))
    if draft.noun not in _HOSTS:
        return guest if guest not in whose else None
    hosts = {id(s.who): s.who for s in recent if s.who.country in states and s.who not in whose}
    return next(iter(hosts.values())) if len(hosts) == 1 else None


def _abroad(said: Said, page: Page) -> str | None:
    """The state in which the words after a person say that he is, when it is not his own."""
    for k in range(said.end, min(said.end + _REACH, page.n)):
        if page.text[k] in ".;":
            return None
        entry = page.entry(k, "capital", "state", "place") if k in page.hits else None
        if entry is not None and page.lower[k - 1] in _THERE:
            return entry.country if entry.country != said.who.country else None
    return None
