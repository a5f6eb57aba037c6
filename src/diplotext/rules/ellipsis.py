"""Words that stand for an event noun told before: "two meetings, one with A and one with B".

Such a word is read by the frames of the noun that it stands for; what it does not say itself (who
holds the meeting, where, when, whether it is over) is as told of that noun.
"""

from __future__ import annotations

from copy import copy

from diplotext.reading.units import Unit
from diplotext.rules.frames import Frame
from diplotext.rules.mention import EventMention

STANDING = frozenset({"one", "ones", "another", "other", "others", "second", "third", "fourth"})
_TAKES = frozenset({"with", "between", "among", "to", "from"})


def stands_for_event(units: list[Unit], k: int, frames: tuple[Frame, ...]) -> bool:
    """May the unit stand for an event of these frames: "one with A", "a longer one with A", not
    "one of them", "the third with A"?
    """
    unit = units[k]
    return (
        unit.kind == "noun"
        and unit.word in STANDING
        and unit.det in ("", "a", "an", "another")
        and all(mod.kind == "word" for mod in unit.mods)
        and k + 1 < len(units)
        and units[k + 1].kind == "prep"
        and units[k + 1].word in _TAKES
        and any(units[k + 1].word in frame.roles for frame in frames)
    )


def antecedents(
    units: list[Unit], owners: dict[int, tuple[Frame, ...]]
) -> dict[int, tuple[int, tuple[Frame, ...]]]:
    """Index of each such word -> index of the event noun before it, and that noun's frames."""
    found: dict[int, tuple[int, tuple[Frame, ...]]] = {}
    last = -1
    for unit in units:
        if unit.index in owners and unit.kind == "noun":
            last = unit.index
        elif last >= 0 and stands_for_event(units, unit.index, owners[last]):
            found[unit.index] = last, owners[last]
    return found


def complete(found: list[EventMention], standing: dict[int, int]) -> list[EventMention]:
    """The event mentions, with those of standing words completed; the noun that they divide
    ("two meetings, one with") is no event beside them.
    """
    if not standing:
        return found
    by_noun = {(e.trigger.index, e.frame.id): e for e in found}
    divided = set()
    for event in found:
        noun = standing.get(event.trigger.index)
        whole = by_noun.get((noun, event.frame.id)) if noun is not None else None
        if whole is None:
            continue
        event.status = whole.status
        event.format = whole.format
        for role, some in whole.roles.items():
            event.add(role, [u for u in some if not _faces(u, whole)])
        _share(event.places, whole.places, event.trigger)
        _share(event.dates, whole.dates, event.trigger)
        if not any(_faces(u, whole) for some in whole.roles.values() for u in some):
            divided.add((noun, event.frame.id))
    return [e for e in found if (e.trigger.index, e.frame.id) not in divided]


def heading(units: list[Unit], k: int) -> Unit | None:
    """As in "five rounds, the last of which was in Oslo": the unit as the subject of the
    relative clause, which the reading leaves without one.
    """
    if [u.word for u in units[k + 1 : k + 3]] != ["of", "which"] or units[k + 2].kind != "rel":
        return None
    verb = next((u for u in units[k + 3 : k + 6] if u.kind == "verb"), None)
    if verb is None or verb.clause is None or verb.clause.link != "rel":
        return None
    unit = copy(units[k])
    unit.clause, unit.role, unit.prep, unit.host = verb.clause, "subject", "", None
    return unit


def _share(own: list[Unit], others: list[Unit], trigger: Unit) -> None:
    """Leave to each event the places or days on its side of the standing word."""
    after = [u for u in own if u.i > trigger.i]
    before = [u for u in others if u.i < trigger.i]
    if after and before:
        others[:] = before
    own[:] = after or own or before


def _faces(unit: Unit, whole: EventMention) -> bool:
    """Is it one of those met in the event told first ("a meeting with C and one with D")?"""
    return unit.role == "phrase" and unit.prep in _TAKES and unit.i > whole.trigger.i
