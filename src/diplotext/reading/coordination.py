"""What a conjunction joins: noun groups in one list (actors with actors, places with places), and
the dates behind it with the clause that follows.
"""

from __future__ import annotations

from functools import cache

from diplotext.lexicon import places
from diplotext.reading.clauses import Clause
from diplotext.reading.lookahead import LISTED, past_brackets, verb_after
from diplotext.reading.units import Unit

_PLACING = frozenset({"in", "at", "to", "from", "near", "on"})
_STANDING = frozenset({"one", "another"})
_LISTING = frozenset({"comma", "conj", "open"})
_COMMAS = 40  # in one list


@cache
def _regions() -> frozenset[str]:
    return frozenset(place.name for place in places() if place.kind == "region")


def locates(place: Unit, unit: Unit) -> bool:
    """Does ``unit`` only say in which state the place before it lies?"""
    if place.mention is None or unit.mention is None or unit.possessive:
        return False
    inner, outer = place.mention.place, unit.mention.place
    if inner is None or outer is None or place.mention.kind != "place":
        return False
    if inner.country != outer.country or inner.name == outer.name:
        return False
    return unit.mention.kind == "state" or outer.name in _regions()


def alike(first: Unit, second: Unit) -> bool:
    """May the two stand in one list? Actors with actors, other nouns with other nouns."""
    if first.possessive:
        return False
    if first.kind == "entity" and second.kind == "entity":
        if (
            first.mention
            and second.mention
            and first.mention.kind == "place"
            and second.mention.kind == "state"
        ):
            # "Bamako, Mali" is one place, not two.
            return (
                first.mention.place is None
                or second.mention.place is None
                or (first.mention.place.country != second.mention.place.country)
            )
        return True
    return first.kind == second.kind


def same_sort(first: Unit, second: Unit) -> bool:
    """Both persons, both places, or the like: may one list hold them, whatever stands between?"""
    if first.mention is None or second.mention is None:
        return False
    sorts = {first.mention.kind, second.mention.kind}
    return len(sorts) == 1 or sorts == {"place", "state"}


def both_actors(first: Unit, second: Unit) -> bool:
    return all(
        u.mention is not None and u.mention.kind in ("person", "state", "organisation")
        for u in (first, second)
    )


def members(
    units: list[Unit], unit: Unit, clause: Clause, prep: str, taken: set[int]
) -> list[Unit]:
    """The unit and those listed with it: "Rwanda, Kenya and Uganda".

    ``clause`` and ``prep`` are those that the unit was met in. ``taken`` gets the indices of
    what needs no reading of its own any more.
    """
    found = [unit]
    if unit.index + 1 < len(units) and units[unit.index + 1].kind not in _LISTING:
        return found
    pending: list[Unit] = []
    k = past_brackets(units, unit.index + 1)
    last = min(len(units), unit.index + 1 + LISTED)
    commas = 0
    while k + 1 < last and units[k].kind in ("comma", "conj"):
        joint = units[k].kind
        aside = joint == "comma" and clause.link == "rel"
        k += 1
        if joint == "comma" and units[k].kind == "conj":
            joint, k = "conj", k + 1
            if k >= len(units):
                break
        while joint == "conj" and units[k].kind == "comma" and k + 1 < last:
            k += 1  # "Wang and, separately, Lavrov"
        following = units[k]
        before = pending[-1] if pending else found[-1]
        if joint == "comma" and (
            _opens_after(before, following, clause, prep)
            or _opens_behind(units, following, clause, prep)
        ):
            break  # "after talks in Rome, Bassi and Pappas said"
        if joint == "comma" and locates(before, following):
            taken.add(following.index)  # "Bamako, Mali and Paris, France"
            k += 1
            continue
        if (
            not following.nominal
            or (before.possessive and joint == "comma")
            or (joint == "comma" and not alike(before, following))
        ):
            break
        if joint == "comma" and prep in _BELONGING and _is_no_side(before, following):
            break  # "the envoys of Oman and Chad, Bassi and Pappas, met"
        if joint == "conj":
            if prep in _PLACING and _is_no_place(before, following):
                break  # "met Wang on Monday, also in Oslo, and later Lavrov"
            two = (prep == "between" and len(found) < 2) or _is_within_subject(clause)
            if clause.verb is not None and verb_after(units, following) and not two:
                break
            if aside and not alike(before, following):
                break  # "Oman, which chairs the council, and Qatar"
            if following.word in _STANDING and k + 1 < last and units[k + 1].kind == "prep":
                break  # "a meeting with Wang and one with Lavrov"
            if prep == "with" and _is_another(units, before, following):
                break  # "a meeting with Wang and talks with Lavrov"
            found += [*pending, following]
            pending = []
            k += 1
            continue
        commas += 1
        if commas > _COMMAS:
            break
        pending.append(following)
        k += 1
    if (
        len(pending) == len(found) == 1
        and clause.verb is None
        and not prep
        and _heads_clause(units, unit, pending[0])
    ):
        found += pending  # a headline joins its subjects with a comma: "Xi, Putin meet"
    if len(found) > 1:
        taken.update(one.index for one in found[1:])
    return found


def several_act(units: list[Unit], unit: Unit, clause: Clause) -> bool:
    """As in "before she left Suva, Bassi and Pappas met": several persons with a verb."""
    if unit.mention is None or unit.mention.kind != "person":
        return False
    listed = members(units, unit, clause, "", set())
    return len(listed) > 1 and verb_after(units, listed[-1])


_BELONGING = frozenset({"of", "from"})


def _is_no_side(before: Unit, following: Unit) -> bool:
    """Is it a person behind a state?"""
    kinds = [u.mention.kind if u.mention is not None else "" for u in (before, following)]
    return kinds == ["state", "person"]


def _is_no_place(before: Unit, following: Unit) -> bool:
    """Is it a person behind a place?"""
    kinds = [u.mention.kind if u.mention is not None else "" for u in (before, following)]
    return kinds == ["place", "person"]


def _is_another(units: list[Unit], person: Unit, noun: Unit) -> bool:
    """Does the noun behind "and" have partners of its own, and is none of those before it?"""
    if person.mention is None or person.mention.kind != "person":
        return False
    after = units[noun.index + 1] if noun.index + 1 < len(units) else None
    return noun.kind == "noun" and after is not None and after.word in ("with", "between")


def names_them(units: list[Unit], described: list[Unit], listed: list[Unit]) -> bool:
    """As in "the mediators, former presidents Bassi and Pappas, met", "the leaders, Bassi (Oman),
    Pappas (Chad) and": who those before are.
    """
    if not described or any(u.mention is None or u.mention.form != "name" for u in listed):
        return False
    names = [u.mention for u in listed if u.mention is not None and u.mention.kind == "person"]
    after = units[listed[-1].index + 1].kind if listed[-1].index + 1 < len(units) else ""
    several = len(names) > 1 or after == "open" or (bool(names) and bool(names[0].members))
    return several and len(names) == len(listed) and _leaves_open(described[0])


def _leaves_open(unit: Unit) -> bool:
    """Does it describe persons without saying who they are?"""
    whom = next((m for u in (unit, *unit.mods) if (m := u.mention) is not None), None)
    if whom is None or whom.kind != "person" or whom.form != "description":
        return False
    return not (whom.actor or whom.members)


def _is_within_subject(clause: Clause) -> bool:
    """Is it a participle clause on a subject that has no verb yet: "the summit attended by A and B
    opened"?
    """
    outer = clause.parent
    return (
        clause.link == "part"
        and outer is not None
        and outer.verb is None
        and clause.governor in outer.subject
    )


def _opens_after(place: Unit, unit: Unit, clause: Clause, prep: str) -> bool:
    """Is it a person after the comma that closes a place in front of the clause?"""
    if prep not in _PLACING or (clause.verb is not None and not clause.fronted):
        return False
    kinds = [u.mention.kind if u.mention is not None else "" for u in (place, unit)]
    return kinds[0] in ("place", "state") and kinds[1] == "person"


def _opens_behind(units: list[Unit], unit: Unit, clause: Clause, prep: str) -> bool:
    """Are it and who follows the subject behind a phrase in front: "according to Oman, Bassi and
    Pappas met"?
    """
    in_front = bool(prep) and clause.verb is None and not clause.subject
    return in_front and several_act(units, unit, clause)


def _heads_clause(units: list[Unit], first: Unit, second: Unit) -> bool:
    if not both_actors(first, second):
        return False
    verb = units[second.index + 1].verb if second.index + 1 < len(units) else None
    return (verb is not None and verb.kind == "infinitive") or verb_after(units, second)


def continued(clause: Clause, listed: list[Unit]) -> bool:
    """Add the units to the last list of their sort in the clause; was there one?"""
    for phrase in clause.phrases[-1:-4:-1]:
        if phrase.units and same_sort(phrase.units[-1], listed[0]):
            phrase.units += listed
            for one in listed:
                one.clause, one.role = clause, "phrase"
                one.prep, one.host = phrase.prep, phrase.host
            return True
    return False


def interrupted(units: list[Unit], clause: Clause, unit: Unit, comma: bool) -> Clause | None:
    """Whose list goes on with ``unit`` after a date, a phrase or a relative clause: "met with Wang
    on Monday and Lavrov on Tuesday".
    """
    antecedent = clause.governor if clause.link == "rel" and comma else None
    if antecedent is not None and antecedent.clause is not None:
        goes_on = antecedent.role == "phrase" and same_sort(antecedent, unit)
        return antecedent.clause if goes_on else None
    before = units[unit.index - 1]
    while before.index and before.kind in ("conj", "comma"):
        before = units[before.index - 1]
    return clause if before.kind == "date" or before.role == "phrase" else None


def take_dates(units: list[Unit], new: Clause, before: Clause, index: int) -> None:
    """As in "met Wang on Friday, and next week she will meet Li": what is told when stands behind
    the conjunction.
    """
    k = index - 1
    while k > 0 and units[k].kind in ("date", "prep"):
        k -= 1
    moved = [d for d in before.dates[-2:] if d.index > k]
    if not moved or units[k].kind != "conj":
        return
    before.dates = before.dates[: -len(moved)]
    new.dates = moved + new.dates
    for unit in moved:
        unit.clause = new
