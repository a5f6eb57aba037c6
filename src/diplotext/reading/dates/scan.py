"""One pass over the tokens: find the heads and let their rules read around them."""

from __future__ import annotations

from collections.abc import Callable

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.dates import periods
from diplotext.reading.dates.grammar import Scanner
from diplotext.reading.dates.terms import Atom

_RULES: dict[str, Callable[[Scanner, int], list[Atom]]] = {
    "month": Scanner.month,
    "weekday": Scanner.weekday,
    "year": Scanner.year_head,
    "ordinal": Scanner.ordinal_head,
    "slash": Scanner.slash_head,
    "unit": periods.unit,
    "deictic": periods.deictic,
    "daypart": periods.daypart,
    "season": periods.season,
    "decade": periods.decade,
    "half": periods.half,
    "feast": periods.feast,
}


def scan(tokens: Tokens, text: str) -> list[Atom]:
    """All atoms of the text in order, non-overlapping."""
    scanner = Scanner(tokens, text)
    heads = scanner.cal.heads
    named = scanner.cal.feast_heads
    atoms: list[Atom] = []
    for i in [k for k, word in enumerate(tokens.lower) if word in heads]:
        if i < scanner.floor:
            continue
        word = tokens.lower[i]
        found = periods.feast(scanner, i) if word in named else []
        for atom in found or _RULES[heads[word]](scanner, i):
            if atom.start >= scanner.floor and atom.end > atom.start:
                atoms.append(atom)
                scanner.floor = atom.end
    return atoms
