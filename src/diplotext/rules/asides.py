"""Where somebody is or goes, told in passing without a verb: "Bassi, in Oslo since Friday, said",
"Bassi, due in Oslo next week, met".
"""

from __future__ import annotations

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.places import named_by, place_of
from diplotext.reading.units import Unit
from diplotext.rules import status
from diplotext.rules.frames import Frame, RuleSet
from diplotext.rules.mention import EventMention, accepts

_OPENING = frozenset({",", "-", "–", "—", "due", "currently", "now"})
"""What stands before "in" there."""


def told(said: list[str]) -> bool:
    """May one of the words "in" of a sentence open such an aside?"""
    at = -1
    for _ in range(said.count("in")):
        at = said.index("in", at + 1)
        if at and said[at - 1] in _OPENING:
            return True
    return False


def asides(
    units: list[Unit],
    rules: RuleSet,
    sentence: int,
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> list[EventMention]:
    """The journeys of one sentence that are told so. What is said of one who is only due somewhere
    is taken from the clause around it.
    """
    frames = (f for f in rules.by_verb["be"] if f.kind == "visit" and "in" in f.needs)
    frame = next(frames, None)
    found: list[EventMention] = []
    if frame is None:
        return found
    for unit in units:
        if unit.role != "phrase" or unit.clause is None or unit.prep != "in":
            continue
        if not accepts(frame, "in", [unit], tokens) or place_of(named_by(unit), tokens) is None:
            continue  # "in town for talks": in which one?
        event = _inserted(units, unit, frame, sentence, owners, tokens)
        if event is not None:
            event.add(frame.roles["in"], [unit])
            found.append(event)
    return found


def _inserted(
    units: list[Unit],
    unit: Unit,
    frame: Frame,
    sentence: int,
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> EventMention | None:
    """As in "Bassi, in Oslo for talks, said": behind a comma, with a day or a purpose."""
    first = unit.index - 1
    clause = unit.clause
    if clause is None or first < 2 or units[first].kind != "prep":
        return None
    word = tokens.lower[units[first].i - 1]
    ahead = word == "due"
    first -= ahead and units[first - 1].word == "due"
    who = units[first - 2] if first > 1 else None
    if who is None or units[first - 1].kind != "comma" or not _is_somebody(who):
        return None
    last, dates = _dates_behind(units, unit)
    after = units[last] if last < len(units) else None
    purpose = after is not None and after.kind == "prep" and after.word == "for" and (
        last + 1 < len(units) and units[last + 1].index in owners
    )  # fmt: skip
    since = any(d.prep == "since" for d in dates)
    if not (ahead or since or purpose or word in ("currently", "now")):
        return None
    value = "planned" if ahead else "ongoing"
    reading = status.Reading(value, status.FAIR, "" if ahead else "begin" if since else "now")
    event = EventMention(frame, who, clause, sentence, reading)
    event.add(frame.roles["subject"], [who])
    event.dates = dates
    if ahead:
        clause.phrases = [p for p in clause.phrases if unit not in p.units]
        clause.dates = [d for d in clause.dates if d not in dates]
    return event


def _dates_behind(units: list[Unit], place: Unit) -> tuple[int, list[Unit]]:
    """The days told right behind the place, and where the sentence goes on."""
    found: list[Unit] = []
    k = place.index + 1
    while k < len(units) and len(found) < 3:
        if units[k].kind == "date":
            found.append(units[k])
        elif units[k].kind != "prep" or k + 1 >= len(units) or units[k + 1].kind != "date":
            break
        k += 1
    return k, found


def _is_somebody(unit: Unit) -> bool:
    return unit.mention is not None and unit.mention.kind == "person"
