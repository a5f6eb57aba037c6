"""Gazetteers and word lists, compiled from facts, and the one loader that reads them.

Everything is read at first use and cached; nothing here is ever changed.
"""

from diplotext.lexicon.aliases import builtin, gazetteer
from diplotext.lexicon.gazetteer import Entry, EntryKind, Gazetteer, Hit
from diplotext.lexicon.holders import members, state_named, state_number, who_held
from diplotext.lexicon.views import (
    ambiguities,
    bodies,
    forces,
    given_names,
    memberships,
    metonyms,
    offices,
    outlets,
    persons,
    phrases,
    places,
    regions,
    seats,
    series,
    state,
    state_codes,
    state_names,
    states,
    titles,
)

__all__ = [
    "Entry",
    "EntryKind",
    "Gazetteer",
    "Hit",
    "ambiguities",
    "bodies",
    "builtin",
    "forces",
    "gazetteer",
    "given_names",
    "members",
    "memberships",
    "metonyms",
    "offices",
    "outlets",
    "persons",
    "phrases",
    "places",
    "regions",
    "seats",
    "series",
    "state",
    "state_codes",
    "state_named",
    "state_names",
    "state_number",
    "states",
    "titles",
    "who_held",
]
