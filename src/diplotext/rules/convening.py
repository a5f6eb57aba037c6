"""Events that somebody has called: "the council called a summit for Friday"."""

from __future__ import annotations

from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit
from diplotext.rules.status import FAIR, Reading


def summons(unit: Unit, clause: Clause) -> bool:
    """As in "called an emergency summit", "which it called"; not "called the summit a failure"."""
    if clause.link == "what" or any(p.host is unit and p.prep == "with" for p in clause.phrases):
        return False  # "in what he called a meeting of friends"
    return unit.det in ("a", "an", "another") or clause.link in ("rel", "part")


def summoned(base: Reading) -> Reading:
    """How an event stands that somebody has called: it is to come."""
    return base.read_as(value="planned" if base.value == "held" else "", strength=FAIR)
