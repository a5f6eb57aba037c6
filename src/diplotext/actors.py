"""Actors: persons, states, organisations and forces, and what to do with them.

``detect`` gives the actors of a document, ``persons`` its political persons with office and
mentions, ``normalise`` the canonical form of one actor, ``deduplicate`` joins the spellings of
one actor across articles, and ``same_name`` compares two names and says why.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Protocol

import attrs

from diplotext.dateranges import as_day
from diplotext.errors import expect
from diplotext.lexicon import bodies, gazetteer, state
from diplotext.lexicon import persons as register
from diplotext.lexicon.records import Person
from diplotext.lexicon.tokens import tokenise
from diplotext.merging.namesakes import blocks
from diplotext.models import Actor, Article, Mention, Sentence, Span
from diplotext.reading import who
from diplotext.reading.document import expect_document
from diplotext.reading.known import top_holder
from diplotext.spellings import Verdict, same_name, words_of


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
    expect_document(document)
    by_actor: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        if mention.actor is not None:
            by_actor.setdefault(mention.actor, []).append(mention)
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


def detect(document: Read) -> tuple[Actor, ...]:
    """Every actor of an annotated article; its mentions are ``document.mentions``."""
    expect_document(document)
    return tuple(document.actors)


def side_of(phrase: str, *, context: str = "", day: date | str | None = None) -> Actor | None:
    """The state or body that a phrase speaks of or for: "a US destroyer", "Minister Jan Wilk".

    ``phrase`` is read like a sentence; ``context`` is read after it when the phrase alone has no
    side, ``day`` tells the register when. An Actor of kind state or organisation; None where
    neither says. An organisation has the country in which it is at home, where it has one: armed
    groups and de facto authorities do.
    """
    expect(phrase, str)
    expect(context, str)
    when = as_day(day, "day")
    for text in (phrase, context):
        if text.strip():
            found = _side(text, when)
            if found is not None:
                return found
    return None


def _side(text: str, day: date | None) -> Actor | None:
    tokens = tokenise(text)
    sentence = Sentence(Span(0, len(text)), 0)
    mentions, found = who.read(Article("", text, published=day), tokens, (sentence,), ())
    by_id = {actor.id: actor for actor in found}
    for mention in mentions:
        actor = by_id.get(mention.actor or "")
        country = actor.country if actor else mention.place.country if mention.place else None
        body = actor.organisation if actor else None
        if country is None and body is None and mention.members:
            country = by_id[mention.members[0]].country
        side = _state_or_body(country, body)
        if side is not None:
            return side
    holder = top_holder(words_of(text)[-1:], day)
    if holder is not None and holder.country:
        return _state_or_body(holder.country, None)
    for hit in gazetteer().find(tokens):  # what is no actor in an article: outlets, places
        for entry in hit.entries:
            if entry.country and not entry.weak and entry.kind not in ("other", "person"):
                return _state_or_body(entry.country, None)
    return None


def _state_or_body(country: str | None, body: str | None) -> Actor | None:
    known = state(country) if country else None
    if known is not None:
        return Actor(f"state:{known.code}", known.name, "state", known.code)
    if body is None:
        return None
    home = bodies()[body].home if body in bodies() else None
    return Actor(f"org:{body}", body, "organisation", home, body)


def normalise(actor: Actor) -> Actor:
    """``actor`` under its canonical name and id, the other spellings among its aliases.

    A person whom the register knows beyond doubt (full name or listed spelling, and no other
    side) takes the register's name; a state the common name of its code; a body its name in
    ``bodies.tsv``. Spaces and Unicode form are made regular. Nothing is added that the register
    does not say: an unknown side stays unknown. Idempotent.
    """
    expect(actor, Actor)
    name = _regular(actor.name)
    aliases = {_regular(alias) or "" for alias in actor.aliases} - {""}
    ident = actor.id
    if actor.kind == "state" and actor.country and (known := state(actor.country)):
        canonical: str | None = known.name
        ident = f"state:{actor.country}"
    elif actor.kind == "organisation" and actor.organisation in bodies():
        canonical = actor.organisation
        ident = f"org:{actor.organisation}"
    elif actor.kind == "person" and name is not None:
        person = _registered(name, actor.country, actor.organisation)
        canonical = person.name if person is not None else name
        ident = _person_id(canonical, actor)
    else:
        canonical = name
    if name is not None and name != canonical:
        aliases.add(name)
    aliases.discard(canonical or "")
    return attrs.evolve(actor, id=ident, name=canonical, aliases=tuple(sorted(aliases)))


def _person_id(name: str, actor: Actor) -> str:
    side = actor.country or actor.organisation
    return f"person:{name} ({side})" if side else f"person:{name}"


def _regular(name: str | None) -> str | None:
    return " ".join(unicodedata.normalize("NFC", name).split()) if name is not None else None


@cache
def _by_name() -> Mapping[tuple[str, ...], tuple[Person, ...]]:
    found: dict[tuple[str, ...], list[Person]] = {}
    for person in register():
        for name in (person.name, *person.aliases):
            group = found.setdefault(words_of(name), [])
            if person not in group:
                group.append(person)
    return MappingProxyType({key: tuple(group) for key, group in found.items()})


def _registered(name: str, country: str | None, body: str | None) -> Person | None:
    """The one person of the register who is so called and serves that side."""
    if country is None and body is None:
        return None
    key = words_of(name)
    if len(key) < 2:
        return None
    fitting = [
        p for p in _by_name().get(key, ())
        if (country is not None and p.country == country)
        or (body is not None and body in (p.organisation, *(t.organisation for t in p.terms)))
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def deduplicate(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """One actor for all spellings of one, sorted by id.

    Joined are actors of one kind and one side (an unknown side is a side of its own) of whom two
    names are certainly the same: equal after folding, known to the register as one, other
    romanisation or order. Slips of the pen join nothing. The result does not depend on
    order or on sharding: merging parts gives what merging all gives.
    """
    normal = [normalise(actor) for actor in actors]
    groups: dict[tuple[str, str | None, str | None], list[Actor]] = {}
    for actor in normal:
        groups.setdefault((actor.kind, actor.country, actor.organisation), []).append(actor)
    merged = [_join(part) for group in groups.values() for part in _parts(group)]
    return tuple(sorted(merged, key=lambda actor: (actor.id, actor.name or "")))


def _parts(group: list[Actor]) -> Iterable[list[Actor]]:
    """Connected components of "certainly the same" within actors of one kind and side."""
    parent = list(range(len(group)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    owner: dict[object, int] = {}
    bearer: dict[str, int] = {}
    for i, actor in enumerate(group):
        parent[root(i)] = root(owner.setdefault(actor.id, i))
        if actor.kind != "person":
            continue
        for name in _names(actor):
            bearer[name] = i
            parent[root(i)] = root(owner.setdefault(words_of(name), i))
    for block in blocks(bearer):
        letters = [{word[0] for word in words_of(name) if len(word) > 2} for name in block]
        for at, name in enumerate(block):
            i = bearer[name]
            for k in range(at + 1, len(block)):
                j = bearer[block[k]]
                if root(i) == root(j) or letters[at].isdisjoint(letters[k]):
                    continue
                if _certainly(name, block[k]):
                    parent[root(i)] = root(j)
    parts: dict[int, list[Actor]] = {}
    for i, actor in enumerate(group):
        parts.setdefault(root(i), []).append(actor)
    return parts.values()


def _certainly(a: str, b: str) -> bool:
    verdict = same_name(a, b)
    return verdict.verdict == "same" and verdict.certain


def _names(actor: Actor) -> tuple[str, ...]:
    return (*((actor.name,) if actor.name else ()), *actor.aliases)


def _join(part: list[Actor]) -> Actor:
    """One actor of several: the register's name, else the longest, else the first by alphabet."""
    if len(part) == 1:
        return part[0]
    known = sorted(
        {a.name for a in part if a.name and _registered(a.name, a.country, a.organisation)}
    )
    own = sorted({a.name for a in part if a.name}, key=lambda n: (-len(words_of(n)), -len(n), n))
    name = known[0] if known else (own[0] if own else None)
    names = {n for a in part for n in _names(a)}
    aliases = tuple(sorted(names - {name or ""}))
    first = min(part, key=lambda a: a.id)
    ident = _person_id(name, first) if first.kind == "person" and name else first.id
    return attrs.evolve(first, id=ident, name=name, aliases=aliases)


__all__ = [
    "Role",
    "Verdict",
    "deduplicate",
    "detect",
    "normalise",
    "persons",
    "same_name",
    "side_of",
]
