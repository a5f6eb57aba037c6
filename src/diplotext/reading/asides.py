"""What goes on behind a clause that stands between commas on a noun: "Wang, who is in Rome, and
Lavrov met", "met Wang, who had won, and was received by Li".
"""

from __future__ import annotations

from diplotext.reading.clauses import Clause
from diplotext.reading.coordination import same_sort
from diplotext.reading.lookahead import closes_apposition, verb_after
from diplotext.reading.units import Unit

_FAR = 12  # clauses from the last one to the one on the noun
_WITHIN = frozenset({"inf", "that", "and", "part", "ger"})


def widened(units: list[Unit], clause: Clause, listed: list[Unit]) -> Clause | None:
    """The clause without a verb so far whose subject, on which ``clause`` is, the list goes on."""
    outer, whose = clause.parent, clause.governor
    if clause.link != "rel" or clause.verb is None or outer is None or whose is None:
        return None
    if outer.verb is not None or outer.subject != [whose] or not same_sort(whose, listed[0]):
        return None
    last = listed[-1]
    return outer if verb_after(units, last) or closes_apposition(units, last) else None


def resumed(units: list[Unit], clause: Clause, verb: Unit) -> Clause | None:
    """The clause that goes on with the verb behind the comma that ends one on its noun."""
    inner: Clause | None = clause
    for _ in range(_FAR):
        if inner is None or inner.link not in _WITHIN:
            break
        inner = inner.parent
    if inner is None or inner.link != "rel" or inner.governor is None or inner.parent is None:
        return None
    outer, whose = inner.parent, inner.governor
    if outer.verb is None or not outer.subject or whose in outer.subject:
        return None
    tenses = {v.verb.tense for v in (outer.verb, verb) if v.verb is not None}
    return outer if units[whose.index + 1].kind == "comma" and len(tenses) == 1 else None
