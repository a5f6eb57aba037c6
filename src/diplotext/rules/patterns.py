"""Patterns: fixed phrases over a sentence's units, for what no single trigger word carries.

Notation: ``<role>`` is an actor or place, or a list of them; ``{verb}`` any form of the verb
(``{shake|exchange}``: of one of them); a plain word is the head of a noun group, a
preposition or a conjunction; ``...`` a gap of at most four units within the sentence.

    <participant> {shake} hands with <participant>

A sentence is written as one short code a unit ("E03:;" an entity, "V04:shake;" a verb), and the
pattern becomes a regular expression over these codes: bounded, possessive, linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplotext.reading.units import Unit

if TYPE_CHECKING:
    import regex

_CODES = {
    "entity": "E",
    "noun": "N",
    "verb": "V",
    "prep": "P",
    "conj": "C",
    "comma": "K",
    "break": "B",
}
_PART = re.compile(r"<([a-z-]{1,30})>|\{([a-z]+(?:[| ][a-z]+){0,9})\}|(\.\.\.)|([a-z'_&-]{1,30})")
_MOST = 99  # units that get a code; longer sentences are no fixed phrases


def lemmas(text: str) -> tuple[str, ...]:
    """The verbs that a pattern names."""
    return tuple(
        lemma for found in _PART.finditer(text) if found[2] for lemma in found[2].split("|")
    )


def fixed(text: str) -> str:
    """The last plain word of a pattern, which stands in every sentence that it reads."""
    return next((found[4] for found in reversed(list(_PART.finditer(text))) if found[4]), "")


def plain(text: str) -> frozenset[str]:
    """All plain words of a pattern but prepositions of several words."""
    return frozenset(found[4] for found in _PART.finditer(text) if found[4] and "_" not in found[4])


def compiled(text: str) -> tuple[regex.Pattern[str], tuple[str, ...]]:
    """The expression over codes and the roles in order. Raises ValueError with what is wrong."""
    import regex

    parts: list[str] = []
    roles: list[str] = []
    at = 0
    text = text.strip()
    while at < len(text):
        found = _PART.match(text, at)
        if found is None:
            raise ValueError(
                f"at {text[at : at + 20]!r}; expected <role>, {{verb}}, ... or a lower-case word"
            )
        role, verbs, gap, word = found.groups()
        if role:
            roles.append(role)
            group = f"(?P<{_group(role)}>[EN]\\d\\d):[^;]*+;"
            parts.append(f"{group}(?:(?:K\\d\\d:,;)?+(?:C\\d\\d:and;)?+{group}){{0,20}}+")
        elif verbs:
            parts.append(f"(?P<verb>V\\d\\d):(?:{verbs});")
        elif gap:
            parts.append(r"(?:[^KB;]\d\d:[^;]*+;){0,4}?")
        else:
            parts.append(f"[NPC]\\d\\d:{regex.escape(word)};")
        at = found.end()
        while at < len(text) and text[at] == " ":
            at += 1
    if not roles or not lemmas(text):
        raise ValueError("a pattern needs a <role> and a {verb}")
    return regex.compile("".join(parts)), tuple(dict.fromkeys(roles))


def _group(role: str) -> str:
    return "r_" + role.replace("-", "_")


def encode(units: list[Unit]) -> str:
    """The sentence as codes; units past the ninety-ninth are left out."""
    return "".join(
        f"{_CODES.get(u.kind, 'O')}{u.index:02d}:{u.word.replace(';', '')};" for u in units[:_MOST]
    )


def find(
    pattern: regex.Pattern[str], roles: tuple[str, ...], code: str, units: list[Unit]
) -> list[tuple[Unit, dict[str, list[Unit]]]]:
    """Each match: its verb's unit, and role -> units."""
    matches: list[tuple[Unit, dict[str, list[Unit]]]] = []
    for found in pattern.finditer(code):
        filled: dict[str, list[Unit]] = {}
        for role in roles:
            filled[role] = [units[int(text[1:])] for text in found.captures(_group(role))]
        matches.append((units[int(found["verb"][1:])], filled))
    return matches
