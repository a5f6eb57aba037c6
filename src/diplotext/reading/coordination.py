"""Which noun groups may stand in one list: actors with actors, places with places."""

from __future__ import annotations

from functools import cache

from diplotext.lexicon import places
from diplotext.reading.units import Unit


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
