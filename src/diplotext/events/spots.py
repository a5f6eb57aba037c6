"""The places of an exercise, each once: which names mean one place, and which of them says more."""

from __future__ import annotations

from difflib import SequenceMatcher

import attrs

from diplotext.events.vocabulary import said
from diplotext.lexicon import gazetteer, state
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import tokenise
from diplotext.models import Place, Span

_MOST = 60
"""So many places of one exercise are kept: a text that lists thousands stays cheap."""


def distinct(places: list[tuple[Place, Span]]) -> dict[Place, Span]:
    """The places, each once and under its longest name, named ones before whole states."""
    kept: dict[Place, Span] = {}
    for place, span in [(one, span) for told, span in places for one in _apart(told)]:
        if place.name.startswith("the "):
            place = attrs.evolve(place, name=place.name[4:])
        if not _folded(place.name) or _no_place(place.name.lower()):
            continue
        other = next((p for p in kept if _one_place(place, p)), None)
        if other is None:
            if len(kept) < _MOST:
                kept[place] = span
        elif _fuller(place, other):
            kept = {
                (place if p is other else p): (span if p is other else s) for p, s in kept.items()
            }
    named = {p.country for p in kept if not _common(p)}
    near = any(not _common(p) and not is_state(p) for p in kept)  # "at Hola near the Somali border"
    shown = [
        (p, s) for p, s in kept.items()
        if not (_common(p) and p.country in named) and not (near and p.name.endswith(" border"))
    ]  # fmt: skip
    return dict(sorted(shown, key=lambda item: is_state(item[0])))


def _is_plain(name: str) -> bool:
    """Is it a description, not a name?"""
    return name.islower() and not name.endswith("district")


def _no_place(name: str) -> bool:
    """Is it a matter ("Defence Affairs") or a seat of power ("the Pentagon")?"""
    return name in said("no_places") or name.rpartition(" ")[2] in said("no_places")


def _apart(place: Place) -> list[Place]:
    """The place and the state that owns it: "southern Kenya's Tana region" is in Kenya."""
    if place.name.startswith(("a ", "an ")):  # "at a Peruvian air base"
        known = state(place.country or "")
        return [Place(known.name, known.code)] if known is not None else []
    if _is_plain(place.name):
        known = state(place.country or "")  # "Japan's northernmost main island", "a wooded area"
        return [Place(known.name, known.code)] if known is not None else []
    owner, sign, name = place.name.replace("’", "'").partition("'s ")
    if not sign or not name:
        known = state(place.country or "")
        rest = [w for w in place.name.split() if w not in words()["compass"]]
        if (
            known is not None
            and len(rest) > 1
            and rest[0] in known.adjectives
            and all(w.islower() and w != "border" and w not in said("seas") for w in rest[1:])
        ):
            return [Place(known.name, known.code)]  # "the Kenyan island of Lamu" is in Kenya
        return [place]
    tokens = tokenise(owner)
    hits = gazetteer().find(tokens)
    found = [e for hit in hits for e in hit.entries if e.kind == "state" and e.country]
    known = state(found[0].country or "") if len(found) == 1 else None
    if known is None or any(
        w not in words()["compass"] and not any(h.start <= k < h.end for h in hits)
        for k, w in enumerate(tokens.lower)
    ):
        return [place]
    whole = Place(known.name, known.code)
    if name.split()[-1] in said("parts") or _is_plain(name):
        return [whole]
    return [Place(name, place.country or known.code), whole]


def _common(place: Place) -> bool:
    return place.country is not None and (
        place.name.split()[-1] in said("parts") or place.name.split()[-1] == "border"
    )


def _fuller(place: Place, other: Place) -> bool:
    """Is ``place`` the better of two names of one place?"""
    if (
        is_state(other)
        or place.name.endswith(("Seas", "seas"))
        or "'s" in place.name
        or "’s" in place.name
    ):
        return False
    return (
        other.name.endswith(("Seas", "seas"))
        or "'s" in other.name
        or "’s" in other.name
        or len(_folded(other.name)) < len(_folded(place.name))
    )


def _one_place(a: Place, b: Place) -> bool:
    first, second = _folded(a.name), _folded(b.name)
    if a.country == b.country and _bare(first) == _bare(second):
        return True  # "northern Kenya" and "Kenya"
    if _within(first, second) or _within(second, first):
        return is_state(a) == is_state(b)
    return (
        a.country == b.country
        and len(first) == len(second) == 1
        and first[0][0] == second[0][0]
        and (
            SequenceMatcher(None, first[0], second[0]).ratio() > 0.85  # two spellings
        )
    )


def _folded(name: str) -> tuple[str, ...]:
    words = name.lower().replace("-", " ").replace("'s", "").split()
    return tuple("sea" if w == "seas" else w for w in words if w not in ("the", "of", "al"))


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in name if w not in words()["compass"])


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return set(short) <= set(long)


def is_state(place: Place) -> bool:
    """Is the place a whole state?"""
    known = state(place.country) if place.country else None
    return known is not None and known.name == place.name
