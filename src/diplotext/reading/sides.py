"""Whom a person serves: the phrase's own words, the register, and else what the context leaves.

In order: a state or body named in one of the person's noun phrases; the register at the
article's date; the side of the phrase it is joined to ("Thai Prime Minister A and Foreign
Minister B"); the possessor's ("Trump's envoy"); the nearest state whose office of that level
is not taken by somebody else of the article; the dateline.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType

from diplotext.lexicon.holders import Roll
from diplotext.lexicon.loader import table
from diplotext.reading import fellows
from diplotext.reading.drafts import Draft, Role
from diplotext.reading.known import holds
from diplotext.reading.people import Cluster

# What a state gains as the side of an officer whose side is not told: named before or after
# him in the sentence (less a little for every word between), earlier, later, for every
# time it is named at all, and as the article's own state. Tuned on annotated articles with
# the register switched off.
_BEFORE, _AFTER, _WORD, _EARLIER, _LATER, _COUNT, _HOME = 3.0, 1.6, 0.02, 2.2, 0.5, 0.12, 3.2
_ACROSS = 2.5  # what it loses as the side of one who is met by its officer
_WINDOW = 300  # states and persons looked through for one person
UNIQUE = frozenset({"head-of-state", "head-of-government", "foreign", "defence", "monarchy"})


@cache
def _organs() -> Mapping[str, str]:
    """Organ or agency -> the body whose it is, where that is the EU, the UN or another union."""
    whole = {row["short"]: row["part_of"] for row in table("bodies") if row["part_of"]}
    return MappingProxyType(whole)


@cache
def office_states() -> Mapping[str, tuple[str, bool]]:
    """Office -> the state whose office it is where no other is named, and is that sure?"""
    return MappingProxyType(
        {row["form"]: (row["code"], row["certainty"] == "sure") for row in table("office_states")}
    )


def _office_state(role: Role) -> tuple[str | None, bool]:
    office = role.name.removeprefix("acting ").split(" for ")[0]
    return office_states().get(office, (None, False))


def organisation(body: str | None) -> str | None:
    """The body that an officer serves: organs of the EU and the AU count as these.

    Agencies of the UN that are known by their own names (IAEA, UNHCR) stay what they are.
    """
    whole = _organs().get(body or "")
    if whole in _UNIONS or (whole == "UN" and (body or "").startswith("UN ")):
        return whole
    return body


_UNIONS = frozenset({"EU", "African Union", "NATO", "ASEAN", "ECOWAS", "Arab League"})


def explicit(draft: Draft) -> tuple[list[str], str | None]:
    """States and body that the phrase itself names as the person's side."""
    countries = list(draft.countries)
    body = draft.body
    for role in draft.roles:
        countries += role.countries
        body = body or role.body
    return countries, organisation(body)


def settle(
    clusters: Sequence[Cluster],
    states: Sequence[tuple[int, int, str]],
    dateline: str | None,
    published: date | None,
    known: Roll,
    lower: Sequence[str] = (),
    starts: Sequence[int] = (),
) -> None:
    """Give every cluster its side. ``states``: (token, sentence, code) of every state named;
    ``lower``: the words of the text; ``starts``: the first token of each sentence.
    """
    for cluster in clusters:
        _own_words(cluster, published)
    for cluster in clusters:
        if cluster.country is None and cluster.body is None:
            _borrowed(cluster)
    for cluster in clusters:  # once more: a spouse's or a superior's side may be settled by now
        if cluster.country is None and cluster.body is None:
            _borrowed(cluster)
    home = dateline or _home(clusters)
    unknown = [c for c in clusters if c.country is None and c.body is None]
    if not unknown:
        return
    total = Counter([code for _, _, code in states])
    told = sorted((d.start, d.sentence, c.country) for c in clusters if c.country for d in c.drafts)
    along: dict[int, str] = {}  # where such a one's mention ends -> the side he was given
    for cluster in unknown:
        beside, across = fellows.company(cluster, told, lower, starts)
        beside = beside or fellows.led(cluster, states, lower)
        across = across or fellows.elsewhere(cluster, states, lower)
        reason = "comes along with one of that side"
        if beside is None:
            beside, reason = fellows.superior(cluster, told, lower), "its superior's side"
        if beside is None and across is None:
            beside = along.get(fellows.listed_after(cluster, lower))
        if beside is not None:
            cluster.country, cluster.side_reason = beside, reason
            along.update((draft.end, beside) for draft in cluster.drafts)
            continue
        _context(cluster, clusters, states, total, home, published, known, across)


def _home(clusters: Sequence[Cluster]) -> str | None:
    """The state whose officers the article names without their state: its own."""
    votes: Counter[str] = Counter()
    for cluster in clusters:
        if cluster.country:
            unmarked = cluster.side_reason in ("register", "the office is that state's")
            votes[cluster.country] += 2 if unmarked and cluster.roles else 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _own_words(cluster: Cluster, published: date | None) -> None:
    votes: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for draft in cluster.drafts:
        countries, body = explicit(draft)
        if (
            body
            and not countries
            and any(
                role.level in UNIQUE and role.scope == "state" and not role.body
                for role in draft.roles[1:]
            )
        ):
            continue  # "CARICOM Chair, Prime Minister Moe": the state's officer first of all
        serves_body = any(role.scope == "body" or role.level == "body-head" for role in draft.roles)
        if body and (serves_body or not countries):
            bodies[body] += 1
        elif countries:
            votes[countries[0]] += 1
    if (
        bodies
        and not votes
        and any(
            role.level in UNIQUE and role.scope == "state" and not draft.body and not role.body
            for draft in cluster.drafts
            for role in draft.roles
        )
    ):
        bodies.clear()  # a prime minister who chairs a forum besides
    if bodies and (not votes or sum(bodies.values()) >= sum(votes.values())):
        cluster.body, cluster.side_reason = bodies.most_common(1)[0][0], "named with the office"
        return
    if votes:
        cluster.country, cluster.side_reason = votes.most_common(1)[0][0], "named with the person"
        return
    person = cluster.person
    if person is None:
        for role in cluster.roles:
            code, sure = _office_state(role)
            if code is not None and sure:
                cluster.country, cluster.side_reason = code, "the office is that state's"
                return
        return
    if published is not None and holds(person, published) == 2:
        terms = [t for t in person.terms if t.covers(published)]
        asked = {role.level for role in cluster.roles}
        terms.sort(key=lambda t: (t.level in asked, t.since or ""))
        term = terms[-1]
        cluster.country = term.country
        cluster.body = None if term.country else organisation(term.organisation)
    else:
        cluster.country = person.country
        cluster.body = None if person.country else organisation(person.organisation)
    cluster.side_reason = "register"


def _borrowed(cluster: Cluster) -> None:
    for draft in cluster.drafts:
        if draft.borrowed:
            cluster.country, cluster.side_reason = (
                draft.borrowed[0],
                "joined to another of that side",
            )
            return
        if draft.borrowed_body:
            cluster.body, cluster.side_reason = (
                organisation(draft.borrowed_body),
                "joined to another",
            )
            return
    for draft in cluster.drafts:
        other = draft.mate.cluster if draft.mate is not None else None
        if isinstance(other, Cluster) and other is not cluster and (other.country or other.body):
            cluster.country, cluster.body = other.country, other.body
            cluster.side_reason = f"of the side of {other.name}"
            return
    for draft in cluster.drafts:
        owners = [draft.owner] + [role.owner for role in draft.roles]
        for owner in owners:
            other = owner.cluster if owner is not None else None
            if (
                isinstance(other, Cluster)
                and other is not cluster
                and (other.country or other.body)
            ) and not draft.counterpart:
                cluster.country, cluster.body = other.country, other.body
                cluster.side_reason = f"serves {other.name}"
                return
            if owner is not None and (owner.countries or owner.body) and not draft.counterpart:
                cluster.country = owner.countries[0] if owner.countries else None
                cluster.body = None if cluster.country else organisation(owner.body)
                cluster.side_reason = "its superior's side"
                return


def _context(
    cluster: Cluster,
    clusters: Sequence[Cluster],
    states: Sequence[tuple[int, int, str]],
    total: Counter[str],
    home: str | None,
    published: date | None,
    known: Roll,
    across: str | None = None,
) -> None:
    if not states and home is None:
        for role in cluster.roles:
            only, _ = _office_state(role)
            if only is not None:
                cluster.country, cluster.side_reason = only, "the office is likely that state's"
        return
    levels = cluster.levels() & UNIQUE
    taken: set[str | None] = set()
    if not _past(cluster):
        taken = {
            other.country
            for other in clusters[:_WINDOW]
            if other is not cluster
            and other.country
            and levels & other.levels()
            and not _past(other)
            and not _together(cluster, other)
        }
        if published is not None and cluster.person is None and across is None:
            for code in {code for _, _, code in states} | ({home} if home else set()):
                if any(known.who_held(level, code, published) for level in levels):
                    taken.add(code)  # the register knows its holder, and it is somebody else
    if any("minister" in role.name for role in cluster.roles):
        taken.add("US")  # which has secretaries
    first = next((d for d in cluster.drafts if d.roles), cluster.drafts[0])
    scores: dict[str, float] = {}
    best: dict[str, float] = {}
    if len(states) > _WINDOW:
        middle = bisect_left(states, (first.start, 0, ""))
        states = states[max(0, middle - _WINDOW) : middle + _WINDOW // 2]
    for token, sentence, code in states:
        gap = first.sentence - sentence
        if gap == 0:
            near = _BEFORE if token < first.start else _AFTER
            near -= min(abs(token - first.start), 40) * _WORD
        elif 0 < gap <= 6:
            near = _EARLIER - 0.3 * gap
        elif -2 <= gap < 0:
            near = _LATER
        else:
            near = 0.0
        best[code] = max(best.get(code, 0.0), near)
    for code, near in best.items():
        scores[code] = near + min(total[code], 8) * _COUNT
    others = {*scores, home} - {across, None}
    if across in scores and not (others and others <= taken):
        scores[across] -= _ACROSS
        if scores[across] < 0:
            del scores[across]
    home = home if home != across else None
    for role in cluster.roles:
        likely, _ = _office_state(role)
        if likely is not None and (likely in scores or likely == home or not scores):
            scores[likely] = scores.get(likely, 0.0) + 2.5
    if home:
        scores[home] = scores.get(home, 0.0) + _HOME
    ranked = sorted(scores.items(), key=lambda item: (item[0] in taken, -item[1], item[0]))
    if ranked:
        cluster.country, cluster.side_reason = ranked[0][0], "the state that the context leaves"


def _together(cluster: Cluster, other: Cluster) -> bool:
    """Do both have their office from one phrase ("secretaries of foreign affairs and defence")?"""
    starts = {role.start for role in cluster.roles}
    return any(role.start in starts for role in other.roles)


def _past(cluster: Cluster) -> bool:
    return any(draft.former for draft in cluster.drafts)
