"""What the lexicon knows of the day a text was written: who held which office, which state had
joined which body.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from diplotext.lexicon.records import Person
from diplotext.lexicon.records import Term as OfficeTerm
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.publication_clues import Clue, Weigh

_FORMER = frozenset(("former", "ex", "then", "late", "outgoing", "previous"))
_MEMBER = frozenset(("member", "members", "ally", "allies"))
_SIDES = frozenset(("body", "state"))
_OUTSIDE = frozenset(
    ("non", "candidate", "candidates", "aspiring", "would", "future", "prospective", "applicant")
)


def lexicon_clues(tokens: Tokens) -> list[Clue]:
    """All clues of the lexicon; loads its large tables."""
    return offices_held(tokens) + memberships_told(tokens)


def memberships_told(tokens: Tokens) -> list[Clue]:
    """As in "NATO member Finland": it belongs on the day; "EU candidate Croatia": not yet."""
    from diplotext.lexicon import gazetteer, members

    low = tokens.lower
    if _MEMBER.isdisjoint(low) and _OUTSIDE.isdisjoint(low):
        return []
    hits = [
        hit
        for hit in gazetteer().find(tokens)
        if hit.entries[0].kind in _SIDES or (len(hit.entries) > 1 and hit.of("body", "state"))
    ]
    found: dict[str, Clue] = {}
    for hit, after in pairwise(hits):
        body = next((e.id for e in hit.entries if e.kind == "body"), None)
        state = next((e.id for e in after.entries if e.kind == "state"), None)
        between = low[hit.end : after.start]
        if body is None or state is None or not 1 <= len(between) <= 4:
            continue
        around = {*between, *low[max(hit.start - 2, 0) : hit.start]}
        outside = bool(_OUTSIDE & around)
        if not (outside or _MEMBER.intersection(between)) or _FORMER & around:
            continue
        if any(not word.isalpha() and word not in ("-", ",", "'s") for word in between):
            continue
        if not any(state in members(body, date(year, 7, 1)) for year in (1990, 2005, 2025)):
            continue  # the lexicon does not know this body's members, or never that one
        words = tokens.text[hit.start : after.end]
        found.setdefault(
            f"{body} {state}",
            Clue(
                f'"{" ".join(words)}" fits the years of membership', _belongs(body, state, outside)
            ),
        )
    return list(found.values())


def _belongs(body: str, state: str, outside: bool) -> Weigh:
    def weigh(day: date) -> float:
        from diplotext.lexicon import members

        return 0.5 if (state in members(body, day)) is not outside else -2.0

    return weigh


@cache
def _people() -> dict[str, Person]:
    from diplotext.lexicon import persons

    return {person.id: person for person in persons()}


def offices_held(tokens: Tokens) -> list[Clue]:
    """As in "Foreign Minister X": X held it on the day; "former Defence Minister X": no longer."""
    from diplotext.lexicon import gazetteer, offices  # large tables: only when inferring

    forms, people = offices(), _people()
    hits = gazetteer().find(tokens)
    found: dict[str, Clue] = {}
    for before, hit in pairwise(hits):
        if before.end != hit.start or before.of("office") is None:
            continue
        named = [entry for entry in hit.entries if entry.kind == "person"]
        if len(named) != 1:
            continue
        person = people.get(named[0].id)
        form = " ".join(tokens.lower[before.start : before.end])
        known = forms.get(form)
        if person is None or known is None:
            continue
        terms = [t for t in person.terms if t.office == known.canonical or t.level == known.level]
        if not terms:
            continue
        start = max(before.start - 4, 0)
        former = bool(_FORMER.intersection(tokens.lower[start : before.start]))
        words = ("former " if former else "") + f"{known.canonical} {person.name}"
        found.setdefault(
            words, Clue(f"{words} fits the terms of office", _in_office(terms, former))
        )
    return list(found.values())


def _in_office(terms: Sequence[OfficeTerm], former: bool) -> Weigh:
    def weigh(day: date) -> float:
        held = [t.covers(day) for t in terms]
        if former:
            if any(
                t.until and t.until < day.isoformat()[: len(t.until)] for t in terms
            ) and not any(held):
                return 0.5
            return -3.0
        if any(held):
            return 0.5
        return 0.0 if any(h is None for h in held) else -2.0

    return weigh
