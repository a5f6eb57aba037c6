"""The side of those who are told with somebody: whom they come along with, serve, lead or meet.

"Accompanied by Minister X" and "his deputy X" give the other's side; "met President X" tells
whose it is not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diplotext.reading.people import Cluster
from diplotext.reading.wordsets import words

_Told = Sequence[tuple[int, int, str | None]]
"""Token, sentence and state of every mention of a person whose state is known."""


def serve(clusters: Sequence[Cluster]) -> None:
    """As in "Bassi's spokesman, X": where Bassi is a political person of the article, X is one who
    serves him.
    """
    masters: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.political:
            for word in {w for key in cluster.keys for w in key}:
                masters.setdefault(word, []).append(cluster)
    for cluster in clusters:
        for draft in cluster.drafts:
            for role in draft.roles:
                whose, owned, office = role.name.partition("'s ")
                if not owned or " " in whose or draft.countries or draft.body or role.countries:
                    continue
                named = masters.get(whose, [])
                if len(named) == 1 and named[0] is not cluster:
                    cluster.political = True
                    draft.owner, role.name = named[0].drafts[0], office
                    cluster.changed()


_MET = words("met meet meets meeting received receives receive saw welcomed hosted greeted")
_MEETING = words(
    "talks meeting meetings conversation discussions consultations met meet meets meeting spoke "
    "call discussed dinner lunch audience sat sit"
)
_RECEIVED = words("received welcomed greeted hosted met")
_INCLUDING = words("include includes included including comprises comprised")
_PARTIES = words("delegation entourage retinue suite party team")
_BRINGING = words("bring brings bringing brought take takes taking took")
_DETERMINERS = words("the his her its their")
_LISTING = words(", ; and")
_IN_COMPANY = frozenset({("the", "company"), ("in", "company")})
_MADE = words("up consisting consists composed comprised")  # of which a delegation is
_PLACED = words("in to from at for by with of and")
_ARE = words("are is was were be")
_FELLOW = words(
    "accompanying joining travelling traveling delegation entourage retinue party suite aboard"
) | words("plane")
_AHEAD = words("came come comes flew travelled traveled go goes went include includes included")
_BROKEN = words(
    "met meets meet said told will would who whose received welcomed greeted hosted held "
    "visited arrived left"
)
_MATES = words("host guest visitor counterpart")
_TEAMS = words("delegation team side mission group party contingent")
_LIST = 40  # tokens of a list of companions
_SIDE = 14  # tokens of "with Minister X and Minister Y at her side"
_TEAM_OF = 3  # tokens before a state in which "delegation of" stands
_BACK = 3  # sentences before in which those are looked for of whom a sentence tells
_BEFORE_WITH = 8  # tokens in which "talks" stands before "with"


def company(
    cluster: Cluster, told: _Told, lower: Sequence[str], starts: Sequence[int]
) -> tuple[str | None, str | None]:
    """The state of whoever he goes along with, which is his too ("accompanied by Minister X"), or
    of whoever he meets, which is not ("Tanaka met President X").
    """
    first = next((d for d in cluster.drafts if d.roles), cluster.drafts[0])
    k = first.start - 1
    if k < 1 or not lower:
        return None, None
    k -= lower[k] in _DETERMINERS
    begin = starts[first.sentence] if first.sentence < len(starts) else 0
    back = lower[max(begin, k - _BEFORE_WITH) : k]
    if not back:
        return None, None
    at = _announced(lower, k, begin)
    across = not at and (
        lower[k] in _MET
        or (lower[k] == "with" and not _MEETING.isdisjoint(back))
        or (lower[k] == "by" and not _RECEIVED.isdisjoint(back[-4:]))
        or (lower[k] == "on" and back[-1] in ("call", "called", "calls"))
        or (lower[k] == "," and back[-1] in _MATES)  # "his host, President X"
    )
    rolled = not (at or across) and _rolled(lower, k, begin)
    if not (at or across or rolled):
        return None, None
    end = bisect_left(told, (at or first.start, 0, ""))
    near = told[max(0, end - 12) : end]
    here = [code for _, sentence, code in near if sentence == first.sentence]
    if rolled:  # whoever was spoken of first before, not where he went
        if here:
            return here[-1], None  # "with Bassi came Minister X and Ambassador Y"
        at, code = next(((t, c) for t, s, c in near if s == first.sentence - 1), (0, None))
        return (None if lower[at - 1] in _PLACED else code), None
    code = here[-1] if here else _theme(near, first.sentence, first.start, lower)
    return (code, None) if at else (None, code)


def _announced(lower: Sequence[str], k: int, begin: int) -> int:
    """The token that announces those who go along, of whom the one after token ``k`` is the first
    or, after a comma or "and", a further one; 0 if nothing does.
    """
    for j in range(k, max(begin, k - _LIST), -1):
        word, back = lower[j], lower[max(begin, j - _BEFORE_WITH) : j]
        if word in _BROKEN:
            break
        if (
            (word == "by" and back[-1] in ("accompanied", "flanked"))
            or (word == "with" and back[-1] in ("together", "along"))
            or (word in ("of", "with") and tuple(back[-2:]) in _IN_COMPANY)
            or (word == "along" and back[-1] in _BRINGING)
            or (word == "with" and _at_side(lower, j))
            or (word == "with" and not _GOING.isdisjoint(back) and _MEETING.isdisjoint(back))
            or (word in _INCLUDING and not _PARTIES.isdisjoint(back))
            or (word == "of" and back[-1] in _MADE and not _PARTIES.isdisjoint(back))
        ):
            return j
        if j == k and lower[k] not in _LISTING:
            break
    return 0


def _at_side(lower: Sequence[str], k: int) -> bool:
    """As in "with Minister X at her side": token ``k`` is the "with"."""
    for j in range(k + 1, min(k + _SIDE, len(lower) - 2)):
        if lower[j] in ("at", "by") and lower[j + 1] in ("his", "her") and lower[j + 2] == "side":
            return True
    return False


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


def _rolled(lower: Sequence[str], k: int, begin: int) -> bool:
    """Does somebody after token ``k`` go along: "accompanying her to Oslo are X, Y and Z", "with
    Bassi came X"? The sentence starts at ``begin``.
    """
    if lower[k] not in _ARE and lower[k] not in _AHEAD and lower[k] not in (",", ";", "and", ":"):
        return False
    for j in range(k, max(begin, k - _LIST), -1):
        if lower[j] in _ARE or lower[j] in _AHEAD or lower[j] == ":":
            front = lower[max(begin, j - _BEFORE_WITH) : j]
            return not _FELLOW.isdisjoint(front) or (
                lower[begin] == "with" and j - begin < _BEFORE_WITH
            )
        if lower[j] in _BROKEN:
            break
    return False


def led(
    cluster: Cluster, states: Sequence[tuple[int, int, str]], lower: Sequence[str]
) -> str | None:
    """The state of the team that he leads: "an Omani delegation led by Minister X"."""
    first = next((d for d in cluster.drafts if d.roles), cluster.drafts[0])
    k = first.start - 1
    k -= k > 0 and lower[k] in _DETERMINERS
    if k < 2:
        return None
    under = lower[k] == "under" and lower[k - 1] in _TEAMS
    if not under and (lower[k] != "by" or lower[k - 1] not in ("led", "headed")):
        return None
    at = bisect_left(states, (k, 0, "")) - 1
    if at < 0 or states[at][1] != first.sentence or k - states[at][0] > _BEFORE_WITH:
        return None
    first_word = max(0, states[at][0] - _TEAM_OF)  # "a delegation of Omani officials led by"
    return states[at][2] if not _TEAMS.isdisjoint(lower[first_word:k]) else None


def listed_after(cluster: Cluster, lower: Sequence[str]) -> int:
    """Where the one ends after whom he is listed: "her minister X and Ambassador Y"."""
    first = next((d for d in cluster.drafts if d.roles), cluster.drafts[0])
    if first.counterpart:
        return -1
    k = first.start
    k -= k > 0 and lower[k - 1] in _DETERMINERS
    while k > 0 and lower[k - 1] in _LISTING:
        k -= 1
    return k if k < first.start else -1


def superior(cluster: Cluster, told: _Told, lower: Sequence[str]) -> str | None:
    """The state of whom he serves: "Malta's president ... His adviser X", "Bassi and her deputy,
    X"; None where two could be meant.
    """
    for draft in cluster.drafts:
        if draft.counterpart:
            continue
        for role in draft.roles:
            k = role.start - 1
            if not 0 < k < len(lower) or lower[k] not in ("his", "her"):
                continue
            end = bisect_left(told, (draft.start, 0, ""))
            near = told[max(0, end - 12) : end]
            for back in (0, 1):
                sides = {c for _, s, c in near if s == draft.sentence - back}
                if sides:
                    return sides.pop() if len(sides) == 1 else None
    return None


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


def elsewhere(
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
