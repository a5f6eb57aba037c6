"""What in a register does not go together, with the places where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from diplotext.lexicon import gazetteer
from diplotext.lexicon.grammar import verb_forms, words
from diplotext.lexicon.loader import table_files
from diplotext.lexicon.records import Term
from diplotext.register.items import Clash, Item, ItemKind

_TABLES: Mapping[ItemKind, str] = {
    "person": "persons",
    "organisation": "bodies",
    "force": "forces",
}
_WORDS = {
    "state": ("state_names", "a state"),
    "adjective": ("state_names", "a state's adjective"),
    "people": ("state_names", "a people"),
    "capital": ("states", "a capital"),
    "metonym": ("metonyms", "a seat or institution"),
    "place": ("places", "a place"),
    "office": ("offices", "an office"),
    "title": ("titles", "a title"),
    "outlet": ("outlets", "a news outlet"),
    "series": ("series", "a series of exercises"),
    "other": ("phrases", "something else"),
}
_TOLD = 4  # of the actors that share a name
_ONE_HOLDER = frozenset({"head-of-government", "foreign", "defence"})


def clashes(items: Sequence[Item], named: Mapping[str, Sequence[Item]]) -> tuple[Clash, ...]:
    """All clashes in which an item of a user's has a part, in the order of the items."""
    found = [*_names(named), *_words(items), *_terms(items)]
    return tuple(dict.fromkeys(found))


def _own(item: Item) -> bool:
    """Does it come from a file of the user's, wholly or in part?"""
    return item.row is None


def _names(named: Mapping[str, Sequence[Item]]) -> Iterator[Clash]:
    for key, group in named.items():
        if len(group) < 2 or not any(map(_own, group)):
            continue
        name = next((n for n in group[0].names if n.casefold() == key), key)
        told = " and ".join(f"{item.kind} {item.name} ({_side(item)})" for item in group[:_TOLD])
        yield Clash(name, f"names {len(group)} actors: {told}", _sources(group[:_TOLD]))


def _side(item: Item) -> str:
    return item.country or item.organisation or "no side"


def _words(items: Iterable[Item]) -> Iterator[Clash]:
    for item in filter(_own, items):
        for name in item.names:
            if _is_word(name.lower()):
                yield Clash(name, "is also a common word", item.sources)
            for entry in gazetteer().lookup(name):
                if entry.kind not in _WORDS:
                    continue
                if (item.kind, entry.kind, entry.country) == (
                    "institution",
                    "metonym",
                    item.country,
                ):
                    continue  # known already
                file, what = _WORDS[entry.kind]
                where = _place(file, name) or _place(file, entry.name) or f"{file}.tsv"
                yield Clash(name, f"is also {what}: {entry.name}", (*item.sources, where))


def _is_word(name: str) -> bool:
    return name in verb_forms() or any(name in some for some in words().values())


def _terms(items: Iterable[Item]) -> Iterator[Clash]:
    """Two who hold one office at a time, by terms whose dates are known."""
    held: dict[tuple[str, str], list[tuple[Term, Item]]] = {}
    for item in items:
        for term in item.terms:
            if term.level in _ONE_HOLDER and term.country and term.since:
                held.setdefault((term.country, term.level), []).append((term, item))
    for (country, _), terms in held.items():
        if not any(_own(item) for _, item in terms):
            continue
        terms.sort(key=lambda pair: pair[0].since or "")
        for at, (first, one) in enumerate(terms):
            for second, other in terms[at + 1 :]:
                if first.until is not None and not _within(second.since or "", first.until):
                    break  # so are all that begin later
                if one is not other and (_own(one) or _own(other)):
                    until = first.until or "no known end"
                    reason = (
                        f"{first.person} of {country} ({first.since} to {until}) and "
                        f"{second.person} (from {second.since}) hold one office at a time"
                    )
                    yield Clash(second.office, reason, _sources((one, other)))
                    break  # the next to begin is enough


def _within(since: str, until: str) -> bool:
    """Does a term begin before another ends, as far as both dates are precise?"""
    size = min(len(since), len(until))
    return since[:size] < until[:size]


def _sources(items: Iterable[Item]) -> tuple[str, ...]:
    """Files and lines; of a built-in item its line in the tables."""
    found: dict[str, None] = {}
    for item in items:
        for source in item.sources:
            if source == "built in" and item.kind in _TABLES:
                source = _place(_TABLES[item.kind], item.name) or source
            found[source] = None
    return tuple(found)


def _place(name: str, key: str) -> str | None:
    return _lines(name).get(key.casefold())


@cache
def _lines(name: str) -> Mapping[str, str]:
    """Each value, in lower case, of a table's rows -> file and line, first columns first."""
    found: dict[str, str] = {}
    others_found: dict[str, str] = {}
    for file in table_files(name):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            if not line.startswith("#"):
                first, *others = line.casefold().split("\t")
                found.setdefault(first, f"{file.name}:{number}")
                for field in others if name != "persons" else ():
                    for value in field.split("|"):
                        others_found.setdefault(value, f"{file.name}:{number}")
    return others_found | found
