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
from diplotext.reading.drafts import Draft, Role
from diplotext.reading.known import holds
from diplotext.reading.people import Cluster
from diplotext.reading.wordsets import words

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
) -> None:
    """Give every cluster its side. ``states``: (token, sentence, code) of every state named;
    ``lower``: the words of the text.
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
    for cluster in unknown:
        beside, across = _company(cluster, told, lower)
        beside = beside or _led(cluster, states, lower)
        across = across or _elsewhere(cluster, states, lower)
        if beside is not None:
            cluster.country, cluster.side_reason = beside, "comes along with one of that side"
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
    if across in scores:
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


_MET = words("met meet meets meeting received receives receive saw welcomed hosted greeted")
_MEETING = words(
    "talks meeting meetings conversation discussions consultations met meet meets meeting spoke "
    "call discussed dinner lunch audience sat sit"
)
_RECEIVED = words("received welcomed greeted hosted met")
_INCLUDING = words("include includes included including comprises comprised")
_PARTIES = words("delegation entourage retinue suite")
_PLACED = words("in to from at for by with of and")
_ARE = words("are is was were be")
_FELLOW = words("accompanying travelling traveling delegation entourage retinue")
_MATES = words("host guest visitor counterpart")
_TEAMS = words("delegation team side mission group party contingent")
_LIST = 40  # tokens of a list of companions
_TEAM_OF = 3  # tokens before a state in which "delegation of" stands
_BACK = 3  # sentences before in which those are looked for of whom a sentence tells
_BEFORE_WITH = 8  # tokens in which "talks" stands before "with"


def _company(
    cluster: Cluster, told: Sequence[tuple[int, int, str | None]], lower: Sequence[str]
) -> tuple[str | None, str | None]:
    """The state of whoever he goes along with, which is his too ("accompanied by Minister X"), or
    of whoever he meets, which is not ("Tanaka met President X").
    """
    first = next((d for d in cluster.drafts if d.roles), cluster.drafts[0])
    k = first.start - 1
    if k < 1 or not lower:
        return None, None
    k -= lower[k] in ("the", "his", "her")
    back = lower[max(0, k - _BEFORE_WITH) : k]
    if not back:
        return None, None
    beside = (
        (lower[k] == "by" and back[-1] == "accompanied")
        or (lower[k] == "with" and back[-1] in ("together", "along"))
        or (lower[k] in _INCLUDING and not _PARTIES.isdisjoint(back))
    )
    across = not beside and (
        lower[k] in _MET
        or (lower[k] == "with" and not _MEETING.isdisjoint(back))
        or (lower[k] == "by" and not _RECEIVED.isdisjoint(back[-4:]))
        or (lower[k] == "on" and back[-1] in ("call", "called", "calls"))
        or (lower[k] == "," and back[-1] in _MATES)  # "his host, President X"
    )
    rolled = not (beside or across) and _rolled(lower, k)
    if not (beside or across or rolled):
        return None, None
    at = bisect_left(told, (first.start, 0, ""))
    near = told[max(0, at - 12) : at]
    here = [code for _, sentence, code in near if sentence == first.sentence]
    if rolled:  # whoever was spoken of first before, not where he went
        at, code = next(((t, c) for t, s, c in near if s == first.sentence - 1), (0, None))
        return (None if lower[at - 1] in _PLACED else code), None
    code = here[-1] if here else _theme(near, first.sentence, first.start, lower)
    return (code, None) if beside else (None, code)


def _theme(
    near: Sequence[tuple[int, int, str | None]], sentence: int, end: int, lower: Sequence[str]
) -> str | None:
    """The state of whom "he" means in the sentence: that of whoever the one before begins with, not
    of somebody met there ("He met the Omani king") or dealing with him ("The king received him").
    """
    for back in range(1, _BACK + 1):
        named = next(((t, c) for t, s, c in near if s == sentence - back), None)
        if named is None:
            continue
        at, code = named
        if back < _BACK and (lower[at - 1] in _PLACED or lower[at - 1] in _MET):
            continue
        words_of_it = lower[at:end]
        stop = words_of_it.index(".") if "." in words_of_it else len(words_of_it)
        if back < _BACK and "him" in words_of_it[:stop]:
            end = at
            continue
        return code
    return None


def _rolled(lower: Sequence[str], k: int) -> bool:
    """Does somebody after token ``k`` go along: "accompanying her to Oslo are X, Y and Z"?"""
    if lower[k] not in _ARE and lower[k] not in (",", ";", "and"):
        return False
    for j in range(k, max(0, k - _LIST), -1):
        if lower[j] in _ARE:
            return not _FELLOW.isdisjoint(lower[max(0, j - _BEFORE_WITH) : j])
        if lower[j] == ".":
            break
    return False


def _led(
    cluster: Cluster, states: Sequence[tuple[int, int, str]], lower: Sequence[str]
) -> str | None:
    """The state of the team that he leads: "an Omani delegation led by Minister X"."""
    first = next((d for d in cluster.drafts if d.roles), cluster.drafts[0])
    k = first.start - 1
    k -= k > 0 and lower[k] in ("the", "its")
    if k < 2 or lower[k] != "by" or lower[k - 1] not in ("led", "headed"):
        return None
    at = bisect_left(states, (k, 0, "")) - 1
    if at < 0 or states[at][1] != first.sentence or k - states[at][0] > _BEFORE_WITH:
        return None
    first_word = max(0, states[at][0] - _TEAM_OF)  # "a delegation of Omani officials led by"
    return states[at][2] if not _TEAMS.isdisjoint(lower[first_word:k]) else None


_GOING = words(
    "arrived arrives arrive flew flies fly travelled traveled travels travel landed lands land "
    "visited visits visit headed heads visiting arriving travelling traveling"
)
_RINGS = words("telephoned phoned called rang")
_BETWEEN = words("will would has had to is was also on yesterday today later held hold holds") | (
    words("monday tuesday wednesday thursday friday saturday sunday")
)
_OFFICERS = words(
    "counterpart colleague president minister premier chancellor king emir secretary leader chief"
)
_VERB, _GOAL, _MATE = 6, 12, 6  # tokens to the verb, from there to the state, to its officer


def _elsewhere(
    cluster: Cluster, states: Sequence[tuple[int, int, str]], lower: Sequence[str]
) -> str | None:
    """The state to which he goes or whose officer he meets, which is hardly his own: "Minister X
    arrived in Oslo", "Minister X met his Omani counterpart".
    """
    first = next((d for d in cluster.drafts if d.roles), cluster.drafts[0])
    for k in range(first.end, min(first.end + _VERB, len(lower))):
        word = lower[k]
        goes = word in _GOING
        if goes or word in _MET or word in _RINGS or (word == "with" and lower[k - 1] in _MEETING):
            at = bisect_left(states, (k, 0, ""))
            goal = states[at] if at < len(states) else None
            if goal is None or goal[0] - k >= _GOAL:
                return None
            met = not _OFFICERS.isdisjoint(lower[goal[0] : goal[0] + _MATE])
            return goal[2] if goes or (met and goal[0] - k < _MATE) else None
        if word not in _BETWEEN and word not in _MEETING:
            break
    return None


def _together(cluster: Cluster, other: Cluster) -> bool:
    """Do both have their office from one phrase ("secretaries of foreign affairs and defence")?"""
    starts = {role.start for role in cluster.roles}
    return any(role.start in starts for role in other.roles)


def _past(cluster: Cluster) -> bool:
    return any(draft.former for draft in cluster.drafts)
