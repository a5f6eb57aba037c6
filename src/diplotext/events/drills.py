"""What exercises have and meetings have not: domains, troops, ships; and what is no drill."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import compress, pairwise
from types import MappingProxyType

from diplotext.events.vocabulary import said
from diplotext.lexicon import forces
from diplotext.lexicon.tokens import Tokens, tokenise
from diplotext.models import Span
from diplotext.reading.document import Document
from diplotext.reading.units import Unit


def _inverted(lists: Mapping[str, list[str]]) -> Mapping[tuple[str, ...], str]:
    return MappingProxyType(
        {tuple(tokenise(word).lower): name for name, some in lists.items() for word in some}
    )


@cache
def _words() -> Mapping[str, Mapping[tuple[str, ...], str]]:
    data = tomllib.loads((files("diplotext.rules") / "domains.toml").read_text(encoding="utf-8"))
    table = {
        tuple(tokenise(phrase).lower): name
        for name, some in data["domains"].items()
        for phrase in some
    }
    return MappingProxyType({
        "domains": MappingProxyType(table),
        "military": _inverted({"military": data["military"]["words"]}),
        "units": _inverted(data["units"]),
        "ships": MappingProxyType({(w,): c for c, some in data["ships"].items() for w in some}),
        "other": _inverted({"other": data["other"]["words"]}),
    })  # fmt: skip


@cache
def _domain_openers() -> frozenset[str]:
    """The first words of all phrases that show a domain."""
    return frozenset(key[0] for key in _words()["domains"])


def domains(document: Document, spans: list[Span], marked: set[int]) -> list[tuple[str, Span]]:
    """Domains that the words of ``spans`` show, each with its first word, in text order.

    ``marked`` are the tokens that name exercises; words for weapons count only beside them.
    """
    table, openers = _words()["domains"], _domain_openers()
    tokens = document.tokens
    found: dict[str, Span] = {}
    peace = any(
        not said("peace").isdisjoint(tokens.lower[tokens.at(s.start) : tokens.at(s.end)])
        for s in spans
    )
    for span in spans:
        first, last = tokens.at(span.start), tokens.at(span.end)
        named = _forces(document, first, last)
        done = first
        for k in compress(range(first, last), map(openers.__contains__, tokens.lower[first:last])):
            if k < done:
                continue
            force = next((f for f in named if f[0] <= k < f[1]), None)
            if force is not None:
                _, done, name = force
                if name in _SHOWN and not _ranked(tokens, done):
                    found.setdefault(name, Span(tokens.start[force[0]], tokens.end[done - 1]))
                continue
            for width in (4, 3, 2, 1):
                name = table.get(tuple(tokens.lower[k : k + width]), "")
                if peace and width == 1 and tokens.lower[k] in said("plain_troops"):
                    break  # who keeps the peace is no army in the field
                if name and k + width <= last:
                    if not _ranked(tokens, k + width) and (
                        name not in said("weapons") or _beside(tokens, k, first, last, marked)
                    ):
                        found.setdefault(name, Span(tokens.start[k], tokens.end[k + width - 1]))
                    done = k + width
                    break
    return list(found.items())


def _forces(document: Document, first: int, last: int) -> list[tuple[int, int, str]]:
    """First token, token after and domain of each force named from ``first`` to ``last``: "People's
    Army Air Force" is no army.
    """
    tokens = document.tokens
    found: list[tuple[int, int, str]] = []
    for mention in document.mentions_in(first, last):
        if mention.kind == "force" and mention.form == "name" and mention.actor is not None:
            domain = _domains_of_forces().get(mention.actor.removeprefix("force:"))
            if domain is not None:
                i, j = tokens.at(mention.head.start), tokens.at(mention.head.end)
                found.append((i, j, domain))
    return found


_SHOWN = frozenset({"land", "naval", "air", "missile"})
"""Domains of forces that are domains of exercises too."""


@cache
def _domains_of_forces() -> Mapping[str, str]:
    return MappingProxyType({force.name: force.domain for force in forces()})


def _ranked(tokens: Tokens, k: int) -> bool:
    """Does a rank or office follow: "navy captain" tells of a man, not of ships?"""
    return tokens.lower[k : k + 1] != [] and tokens.lower[k] in said("ranks")


def _beside(tokens: Tokens, k: int, first: int, last: int, marked: set[int]) -> bool:
    if any(n in marked for n in range(max(first, k - 6), min(last, k + 7))):
        return True
    return not said("practised").isdisjoint(tokens.lower[max(first, k - 20) : min(last, k + 20)])


def military(tokens: Tokens, first: int, last: int) -> int:
    """How many words from ``first`` to ``last`` speak of armed forces."""
    table, lower = _words()["military"], tokens.lower
    told = compress(range(first, last), map(_military_openers().__contains__, lower[first:last]))
    return sum(
        [
            any(tuple(lower[k : k + n]) in table for n in range(1, min(3, last - k) + 1))
            for k in told
        ]
    )


@cache
def _military_openers() -> frozenset[str]:
    return frozenset(key[0] for key in _words()["military"])


def relief(document: Document, sentences: list[int]) -> bool:
    """Do the sentences speak of those who save and help, who may be no forces?"""
    tokens = document.tokens
    return any(
        not said("rescuers").isdisjoint(tokens.lower[tokens.at(span.start) : tokens.at(span.end)])
        for span in (document.sentences[n].span for n in sorted(set(sentences))[:9])
    )


def other_kind(words: tuple[str, ...], armed: bool) -> bool:
    """Do the words before "drill" or "exercise" make it a civil one? ``armed``: forces hold it,
    who also practise to save and to help.
    """
    table = _words()["other"]
    return "live" not in words and (
        any((w,) in table and not (armed and w in said("relief")) for w in words)
        or any((w, "-", v) in table for w, v in pairwise(words))  # "team-building"
    )


_TROOPS = re.compile(
    r"(?:(?:more than|over|about|around|some|nearly|almost|up to|upto|at least|approximately"
    r"|roughly|as many as|fewer than|less than)\s)?"
    r"\d[\d,.]{0,12}(?:\s(?:thousand|million))?\s(?:[A-Za-z.]{1,14}\s){0,2}?"
    r"(?:troops|soldiers|personnel|servicemen|servicemembers|service members|marines|sailors"
    r"|paratroopers|military personnel|people)\b"
)


def troops(text: str, spans: list[Span]) -> tuple[str, Span] | None:
    """The first number of troops in ``spans``, in the text's words ("more than 1,500 troops")."""
    for span in spans:
        found = _TROOPS.search(text, span.start, span.end)
        if found:
            return found[0], Span(found.start(), found.end())
    return None


@cache
def flag_openers() -> frozenset[str]:
    """The first words of all that ``flag`` knows."""
    tables = _words()
    return frozenset([key[0].lower() for name in ("ships", "units") for key in tables[name]])


def flag(tokens: Tokens, k: int) -> str | None:
    """The state whose ship or unit the words from token ``k`` name ("HMAS Perth": AU), or None."""
    tables = _words()
    code = tables["ships"].get((tokens.text[k],))
    if code is not None:
        return code if k + 1 < len(tokens) and tokens.text[k + 1][0].isupper() else None
    for width in (2, 3):
        code = tables["units"].get(tuple(tokens.lower[k : k + width]))
        if code is not None:
            return code if said("foreign").isdisjoint(tokens.lower[max(0, k - 4) : k]) else None
    return None


def verbal(unit: Unit, tokens: Tokens) -> bool:
    """Is the bare singular rather a verb or an activity ("helps exercise control", "an exercise in
    futility")?
    """
    if unit.kind != "noun" or unit.word != "exercise" or unit.mods:
        return False
    if tokens.lower[unit.j : unit.j + 1] == ["in"] and not said("abstract").isdisjoint(
        tokens.lower[unit.j + 1 : unit.j + 3]
    ):
        return True
    return not unit.det and tokens.text[unit.head].islower()


def echo(unit: Unit, tokens: Tokens) -> bool:
    """Does the noun only end a name that a bracket broke: "talks on Rubezh (Frontier) exercise"?"""
    return (
        unit.kind == "noun" and not unit.det and unit.i > 0 and tokens.text[unit.i - 1] == ")"
        and unit.role == "object"
    )  # fmt: skip


def at_sea(place: str) -> bool:
    """Is the place a sea? Who trains there trains at sea."""
    return not said("seas").isdisjoint(place.lower().split())
