"""Meetings that one trigger tells of together but the text keeps apart.

"Met separately with A and B", "held talks with A on Monday and B on Tuesday", "meetings with A
and B": one event each. "Met A and B" without such a word is one. Which partners belong together
is read from the words between them; each event takes the days and places that stand with its own.
"""

from __future__ import annotations

import itertools

import attrs

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules.mention import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.status import tables

_ALONE = frozenset({"besides", "apart_from", "aside_from", "in_addition_to", "followed_by"})
"""What stands before somebody who is met at another time."""

_FACING = frozenset({"with", "to", "on", "from", "by", "including", "including_with"}) | _ALONE
"""What stands before those whom the subject meets."""

_JOINING = frozenset({"and", "well"})
"""Before the last of those met one by one: "with Wang and with Li", "as well as with Li"."""

_NEAR = 8  # tokens between the verb and the first partner that may say so


def separated(event: EventMention, tokens: Tokens) -> list[EventMention]:
    """One event mention for each meeting that the words keep apart; often just the one given."""
    if event.frame.kind in ("talks", "call"):
        times = _occasions(event, tokens)
        if len(times) > 1:
            return times
    if event.frame.kind == "visit":
        groups = _by_days(event, event.roles.get("host", []))
        role = "host"
    elif event.frame.kind in ("talks", "call"):
        groups = _groups(event, tokens)
        role = "participant"
    else:
        return [event]
    if len(groups) < 2:
        return [event]
    members = {u.index for group in groups for u in group}
    others = [u for u in event.roles[role] if u.index not in members]
    starts = [group[0].i for group in groups]
    dates, places = _allotted(event.dates, starts), _allotted(event.places, starts)
    return [
        attrs.evolve(
            event,
            roles=event.roles | {role: [*others, *group]},
            dates=dates[n],
            places=places[n],
            parted=True,
        )
        for n, group in enumerate(groups)
    ]


def _occasions(event: EventMention, tokens: Tokens) -> list[EventMention]:
    """As in "met in Lisbon in May and again in Rome on June 3": each with its own place and day."""
    dates = sorted((d for d in event.dates if d.date is not None), key=lambda d: d.i)
    if len(dates) < 2:
        return _in_turn(event, tokens)
    if event.trigger.i > dates[0].i:
        return [event]
    several = event.trigger.kind == "verb" or event.plural or _of_rounds(event.trigger)
    marks = [
        k
        for before, date in itertools.pairwise(dates)
        for k in [_mark(tokens.lower, before.j, date.i, several)]
        if k
    ]
    if not marks:
        return [event]
    bounds = [*marks, len(tokens)]
    parted: list[EventMention] = []
    first = 0
    for last in bounds:
        own, places = [[u for u in some if first <= u.i < last] for some in (dates, event.places)]
        again = attrs.evolve(event, dates=own, places=places, definite=event.definite and not first)
        parted.append(again)
        first = last
    return parted


def _in_turn(event: EventMention, tokens: Tokens) -> list[EventMention]:
    """As in "met in Cairo and again in Doha": each with its own place."""
    places = sorted(event.places, key=lambda u: u.i)
    if len(places) < 2 or event.trigger.i > places[0].i:
        return [event]
    found = [attrs.evolve(event, places=places[:1])]
    for before, place in itertools.pairwise(places):
        between = tokens.lower[before.j : place.i]
        if len(between) > _NEAR or _AGAIN.isdisjoint(between):
            found[-1].places = [*found[-1].places, place]
        else:
            found.append(attrs.evolve(event, places=[place], definite=False))
    return found if len(found) > 1 else [event]


def _of_rounds(noun: Unit) -> bool:
    """As in "two rounds of talks"."""
    outer = stem(noun)
    return outer is not noun and outer.word.endswith("s")


def _mark(lower: list[str], first: int, last: int, several: bool) -> int:
    """Where a second time begins between two dates: "then", "and again", of ``several`` also "and
    in Rome"; 0 if nowhere.
    """
    if last - first > _NEAR:
        return 0
    if several and any(lower[k : k + 2] in _ELSEWHERE for k in range(first, last)):
        return first
    return next((k for k in range(first, last) if lower[k] in _AGAIN), 0)


_AGAIN = frozenset({"again", "then", "afterwards", "later", "subsequently", "thereafter"})
"""What tells one time from another."""


_ELSEWHERE = (["and", "in"], ["and", "at"], [",", "in"], [",", "at"])


def keeps_apart(event: EventMention, tokens: Tokens) -> bool:
    """Is each of those met met alone ("separate talks", "in turn", "meetings with A and B")?"""
    return (event.trigger.kind == "noun" and event.plural) or says_apart(event, tokens)


def says_apart(event: EventMention, tokens: Tokens) -> bool:
    """Do the words say so outright ("separate talks", "in turn", "they each met")?"""
    words = tables()["apart"]
    noun = event.trigger.kind == "noun"
    if noun and any(words.get(w) == "each" for w in event.format):
        return True
    verb = event.trigger.verb
    if verb is not None and any(
        words.get(w) == "each" for w in (*verb.adverbs, tokens.lower[event.trigger.i - 1])
    ):
        return True  # "have each met Y", "each met Y"
    if any(u.det == "each" for u in event.roles.get("participant", [])):
        return True  # "met each of the ministers"
    first, last = event.trigger.j, event.trigger.j
    for unit in event.roles.get("participant", []):
        if unit.i >= event.trigger.j:
            first = min(unit.i, first) if last > first else unit.i
            last = max(last, _end(unit, event))
    before = [] if noun else tokens.lower[event.trigger.j : min(first, event.trigger.j + _NEAR)]
    return any(words.get(w) == "each" for w in (*before, *_tail(tokens, last)))


def _end(unit: Unit, event: EventMention) -> int:
    """The token after the unit, and after the states of "envoys from Oman, from Chad"."""
    if unit.kind != "entity":
        return unit.j
    further = [p.units[-1].j for p in event.clause.phrases if p.host is unit and p.prep == "from"]
    return max([unit.j, *further])


def _tail(tokens: Tokens, k: int) -> list[str]:
    """The words after the last partner: "met Wang and Lavrov, separately, on Monday"."""
    words = tokens.lower[k : k + 5]
    rest = words[words.index("one") :] if "one" in words else []
    if "by" in rest[1:2] or "at" in rest[1:2] or "after" in rest[1:3]:
        return ["each"]  # "one by one", "one state after the other"
    end = next((n for n, word in enumerate(words) if word in (".", "of")), len(words))
    return words[:end]


def _groups(event: EventMention, tokens: Tokens) -> list[list[Unit]]:
    """Those met, by meeting."""
    units = event.roles.get("participant", [])
    pairs = _pairs(units, tokens)
    if len(pairs) > 1:
        return pairs
    facing = [
        u
        for u in units
        if (u.role == "object" and u is not event.trigger)
        or (u.role == "phrase" and u.prep in _FACING)
    ]
    if len(facing) < 2:
        others = [u for u in units if u not in facing and u.role == "subject"]
        one = len(facing) == 1 and not (facing[0].mention and facing[0].mention.members)
        parted = one and len(others) > 1 and keeps_apart(event, tokens)
        return [[u] for u in others] if parted else []
    facing.sort(key=lambda u: u.i)
    if keeps_apart(event, tokens):
        return [[u] for u in facing]
    words = tables()["apart"]
    groups: list[list[Unit]] = [facing[:1]]
    for before, unit in itertools.pairwise(facing):
        between = tokens.lower[before.j : unit.i + 1]  # "then Greek President Nikos Pappas"
        again = unit.role == "phrase" and between[-2:-1] == [before.prep]
        if _at_his_side(tokens, unit.j):
            groups[-1].append(unit)
            continue
        if (
            any(w in words for w in between)
            or (again and not _JOINING.isdisjoint(between))
            or not _ALONE.isdisjoint((unit.prep, before.prep))
            or any(before.j <= d.i < unit.i for d in (*event.dates, *event.places))
        ):
            groups.append([unit])
        else:
            groups[-1].append(unit)
    return groups


def _pairs(units: list[Unit], tokens: Tokens) -> list[list[Unit]]:
    """As in "talks between Wang and Lavrov and between their deputies": those of each phrase."""
    found: list[list[Unit]] = []
    for unit in units:
        if unit.role != "phrase" or unit.prep != "between":
            continue
        if not found or tokens.lower[unit.i - 1] == "between":
            found.append([])
        found[-1].append(unit)
    several = all(
        len(pair) > 1 or (pair[0].mention is not None and pair[0].mention.members) for pair in found
    )
    return found if several else []


def _at_his_side(tokens: Tokens, k: int) -> bool:
    """As in "met Wang on Monday with Lavrov at his side", "with Lavrov present"."""
    lower = tokens.lower[k : k + 3]
    return lower[:1] == ["present"] or (len(lower) > 2 and lower[2] in ("side", "attendance"))


def _by_days(event: EventMention, hosts: list[Unit]) -> list[list[Unit]]:
    """The states of a tour, each with the days told beside it."""
    hosts = sorted(hosts, key=lambda u: u.i)
    for before, unit in itertools.pairwise(hosts):
        if any(before.j <= d.i < unit.i for d in event.dates):
            return [[u] for u in hosts]
    return []


def _allotted(units: list[Unit], starts: list[int]) -> list[list[Unit]]:
    """Days or places, each with the partner before it; all share them if only the last has any."""
    last = len(starts) - 1
    own: list[list[Unit]] = [[] for _ in starts]
    for unit in units:
        n = next((n for n in range(last, -1, -1) if starts[n] <= unit.i), None)
        if n is not None:
            own[n].append(unit)
    if not any(own[:last]):
        return [list(units) for _ in starts]
    return own
