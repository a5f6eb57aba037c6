"""Who is meant by a noun of which the clause around it gives the names.

"Bassi and Pappas were among those who flew to Oslo", "leaders who flew to Oslo include Bassi",
"leaders flew to Oslo, among them Bassi": those who travelled have their names elsewhere.
"""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.reading.units import Unit

_PORTION = frozenset({"including", "such_as", "notably"})
_THEM = frozenset({"them", "whom"})


def those(unit: Unit) -> list[Unit]:
    """The persons of "A and B were among those who", "among those who came was A"."""
    clause = unit.clause
    if unit.prep != "among" or clause is None or clause.verb is None or clause.verb.word != "be":
        return []
    return [u for u in clause.subject or clause.objects if _is_somebody(u)]


def some_of(unit: Unit) -> list[Unit]:
    """The persons of "leaders met, among them A", "leaders met in Oslo, including A" and "leaders
    who met include A".
    """
    clause = unit.clause
    if clause is None or unit not in clause.subject or not _is_several(unit):
        return []
    if clause.verb is not None and clause.verb.word == "include" and unit.attached:
        return [u for u in clause.objects if _is_somebody(u)]
    found: list[Unit] = []
    rivals = [*clause.objects, *(u for p in clause.phrases for u in p.units)]
    for phrase in clause.phrases:
        first = phrase.units[0] if phrase.units else None
        if first is None or phrase.host is unit or any(
            r.i < first.i and r is not first and _is_several(r) for r in rivals
        ):  # fmt: skip
            continue
        if phrase.prep in _PORTION:
            found += [u for u in phrase.units if _is_somebody(u)]
        elif phrase.prep == "among" and first.word in _THEM:
            after = [u for u in clause.objects if u.index > first.index and _is_somebody(u)]
            if after and after[0].index == first.index + 1:
                found += after
    return found


def _is_somebody(unit: Unit) -> bool:
    return unit.mention is not None and unit.mention.kind == "person"


def _is_several(unit: Unit) -> bool:
    """Is it a group of people: "Arab leaders", "ministers from five states"?"""
    mention = unit.mention
    if mention is None:
        return unit.kind == "noun" and unit.word in words()["groups"]
    return mention.kind == "person" and mention.form == "description" and mention.actor is None
