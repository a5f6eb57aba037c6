"""Offices told before their holders' names, in another sentence.

"Norway's foreign minister has written to Oman ... The talks would go on, Anna Berg said":
a report's first sentence often has the office and a later one the name alone. One unknown full
name that speaks, soon after one office that nobody of the article holds, is its holder's. Two names
joined by "and" after "the defence ministers of A and B" are these ministers', in that order.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from diplotext.reading.drafts import Draft, Role
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.wordsets import words

_SPEECH = words(
    "said says told added noted explained stressed announced confirmed warned insisted "
    "stated wrote declared emphasised emphasized remarked recalled called described "
    "instructed uses argued"
)
_REACH = 3  # sentences
_MANY = 200  # persons and offices looked through


def link(page: Page, drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> None:
    """Give offices told earlier to names that come later without one."""
    clusters = clusters[:_MANY]
    holders = _holders(clusters)
    unnamed = [d for d in drafts if d.roles and _untaken(d, holders)][:_MANY]
    if not unnamed:
        return
    unknown = [
        c for c in clusters
        if not c.political and len(c.key) > 1 and all(d.kind == "name" for d in c.drafts)
    ]  # fmt: skip
    for office in unnamed:
        soon = [c for c in unknown if 0 <= c.drafts[0].sentence - office.sentence <= _REACH]
        soon = [c for c in soon if c.drafts[0].start > office.end and not c.political]
        if office.plural:
            _pair(page, office, soon, clusters)
        elif len(soon) == 1 and _speaks(page, soon[0].drafts[0]):
            _give(soon[0], office, office.roles[0].countries or office.countries)


def _holders(clusters: Sequence[Cluster]) -> list[tuple[set[str], set[str]]]:
    """Of each officer of the article the levels of the offices and the states told with them."""
    found = []
    for cluster in clusters:
        if not cluster.political:
            continue
        sides = {
            c
            for d in cluster.drafts
            for c in (*d.countries, *(x for r in d.roles for x in r.countries))
        }
        if cluster.person is not None and cluster.person.country:
            sides.add(cluster.person.country)
        found.append((cluster.levels(), sides))
    return found


def _untaken(draft: Draft, holders: Sequence[tuple[set[str], set[str]]]) -> bool:
    """An office of a told side that no person of the article is said to hold."""
    if draft.kind != "person" or draft.name is not None or draft.former:
        return False
    role = draft.roles[0]
    countries = draft.countries or role.countries
    if not countries or role.level in ("generic", "other") or draft.determiner in ("a", "an"):
        return False
    return draft.plural or not any(
        role.level in levels and not (sides and sides.isdisjoint(countries))
        for levels, sides in holders
    )


def _speaks(page: Page, draft: Draft) -> bool:
    after = page.lower[draft.end : draft.end + 1]
    before = page.lower[draft.start - 1] if draft.start else ""
    return bool(after and after[0] in _SPEECH) or before in _SPEECH


def _pair(page: Page, office: Draft, soon: list[Cluster], clusters: Sequence[Cluster]) -> None:
    countries = list(dict.fromkeys([*office.countries, *office.roles[0].countries]))
    firsts = sorted((c.drafts[0] for c in clusters if c.drafts), key=lambda d: d.start)
    for left, right in itertools.pairwise(firsts):
        one, two = left.cluster, right.cluster
        joined = page.lower[left.end : right.start] == ["and"] and left.start > office.end
        if not joined or left.sentence - office.sentence > _REACH or len(countries) != 2:
            continue
        for cluster, country in ((one, countries[0]), (two, countries[1])):
            if isinstance(cluster, Cluster) and (cluster in soon or not cluster.roles):
                _give(cluster, office, (country,))
        return


def _give(cluster: Cluster, office: Draft, countries: Sequence[str]) -> None:
    role = office.roles[0]
    name = role.name.replace("ministers", "minister").replace("presidents", "president")
    first = cluster.drafts[0]
    held = Role(role.start, role.end, name, role.level)
    held.standing = role.standing
    first.roles += (held,)
    cluster.changed()
    if not first.countries:
        first.countries = tuple(countries)
    cluster.political = True
