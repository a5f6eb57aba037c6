"""One pass over the tokens: find the heads and let their rules read around them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import compress

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.dates import months, named, numeric, periods, weekdays, weeks, years
from diplotext.reading.dates.scanner import Scanner
from diplotext.reading.dates.terms import Atom

_RULES: dict[str, Callable[[Scanner, int], list[Atom]]] = {
    "month": months.month,
    "weekday": weekdays.weekday,
    "year": years.year,
    "ordinal": years.ordinal,
    "slash": lambda s, i: weeks.commencing(s, i) or numeric.slash(s, i),
    "numbered week": weeks.iso,
    "words": years.in_words,
    "exercise": years.short_edition,
    "unit": periods.unit,
    "deictic": named.deictic,
    "daypart": named.daypart,
    "season": named.season,
    "decade": named.decade,
    "half": named.half,
    "feast": named.feast,
}


def scan(tokens: Tokens, text: str) -> list[Atom]:
    """All atoms of the text in order, non-overlapping."""
    scanner = Scanner(tokens, text)
    heads = scanner.cal.heads
    feasts, openers = scanner.cal.feast_heads, scanner.cal.feast_openers
    atoms: list[Atom] = []
    for i in compress(range(len(tokens)), map(heads.__contains__, tokens.lower)):
        if i < scanner.floor:
            continue
        word = tokens.lower[i]
        feast = word in feasts and (word in openers or tokens.lower[i - 1] in openers)
        found = named.feast(scanner, i) if feast else []
        for atom in found or _RULES[heads[word]](scanner, i):
            if atom.start >= scanner.floor and atom.end > atom.start:
                atoms.append(atom)
                scanner.floor = atom.end
    return atoms
