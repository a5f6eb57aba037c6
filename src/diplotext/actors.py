"""Actors: persons, states, organisations and forces, and what to do with them.

``detect`` gives the actors of a document, ``persons`` its political persons with office and
mentions, ``normalise`` the canonical form of one actor, ``deduplicate`` joins the spellings of
one actor across articles, and ``same_name`` compares two names and says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import attrs

from diplotext.models import Actor, Mention


class Read(Protocol):
    """What this module needs of a Document."""

    @property
    def mentions(self) -> Sequence[Mention]: ...
    @property
    def actors(self) -> Sequence[Actor]: ...


@attrs.frozen
class Role:
    """One political person of an article: the actor, the office the text gives, the mentions."""

    actor: Actor
    office: str | None
    mentions: tuple[Mention, ...]


def persons(document: Read) -> tuple[Role, ...]:
    """The political persons that a document names, in order of appearance.

    ``office`` is the fullest that the text gives: at the first mention with one that says
    more than "leader" or "chief", else the first at all; "former" stands before it where
    the words say so.
    """
    by_actor: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        if mention.actor is not None:
            by_actor.setdefault(mention.actor, []).append(mention)
        for member in mention.members:
            by_actor.setdefault(member, [])
    found: list[tuple[int, Role]] = []
    for actor in document.actors:
        if actor.kind != "person" or actor.name is None:
            continue
        mentions = by_actor.get(actor.id, [])
        first = mentions[0].span.start if mentions else 0
        found.append((first, Role(actor, _office(mentions), tuple(mentions))))
    found.sort(key=lambda item: item[0])
    return tuple(role for _, role in found)


_VAGUE = frozenset({"leader", "chief", "official", "head", "boss", "diplomat", "top diplomat"})


def _office(mentions: Sequence[Mention]) -> str | None:
    named = [m for m in mentions if m.office and m.form == "name"]
    named = named or [m for m in mentions if m.office]
    if not named:
        return None
    best = next((m for m in named if m.office not in _VAGUE), named[0])
    office = best.office or ""
    if best.former and not office.startswith(("former", "late", "ex")):
        return f"former {office}"
    return office
