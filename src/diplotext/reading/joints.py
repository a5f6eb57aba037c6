"""What holds a list together or takes it in full: semicolons, dashes, "each of", "all three of"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention
from diplotext.reading.units import Unit

PORTIONS = frozenset({"all", "both", "each"})
_COUNTS = frozenset({"two", "three", "four", "five", "six"})
_PLURAL = frozenset({"the", "these", "those", "his", "her", "its", "their"})
"""With these begins the phrase of those of whom "each" is one."""
_LISTED = frozenset({";", ",", ".", "and", "in", "on", "at", "during"})
"""What stands behind a person in a list, no verb."""
_ASIDE = 24  # tokens between two dashes

_Mentions = Mapping[int, tuple[Mention, int]]
"""First token of each mention -> (mention, token after it)."""


def portion(lower: Sequence[str], mentions: _Mentions, k: int, end: int) -> int:
    """Where those begin of whom "both of", "all three of" at ``k`` leave out nobody; 0 if none."""
    k += 1 + (lower[k + 1 : k + 2] != ["of"])
    found = mentions.get(k + 1) if lower[k : k + 1] == ["of"] else None
    if found is None or found[1] > end or lower[k - 1] not in _COUNTS | PORTIONS:
        return 0
    mention = found[0]
    several = mention.members or mention.form == "pronoun" or lower[k + 1] in _PLURAL
    return k + 1 if several else 0


def lists_on(
    lower: Sequence[str], mentions: _Mentions, k: int, end: int, atoms: Sequence[Unit]
) -> bool:
    """Does a list of persons go on behind the semicolon, and no clause of its own begin?"""
    before = atoms[-1].mention if atoms else None
    if before is None or before.kind != "person" or before.form != "name":
        return False
    k += 1 + (lower[k + 1 : k + 2] == ["and"])
    found = mentions.get(k)
    if found is None or found[0].kind != "person" or found[0].form != "name":
        return False
    return found[1] >= end - 1 or lower[found[1]] in _LISTED


def is_dash(tokens: Tokens, k: int, end: int, atoms: Sequence[Unit]) -> bool:
    """Is the hyphen one of a pair of dashes: "ministers - A and B - met"?"""
    if not (atoms and k < end - 1 and _apart(tokens, k)):
        return False
    near = range(max(atoms[0].i + 1, k - _ASIDE), min(k + _ASIDE, end - 1))
    return any(n != k and _apart(tokens, n) for n in near)


def _apart(tokens: Tokens, k: int) -> bool:
    """Is the token a hyphen with a space on both sides?"""
    if tokens.lower[k] != "-":
        return False
    return tokens.end[k - 1] < tokens.start[k] and tokens.end[k] < tokens.start[k + 1]
