"""Rules: frames (which role each position around a trigger fills) and patterns (fixed phrases).

Both are data, loaded from TOML and checked by ``rules.loading``; here are their types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    import regex

MARK = re.compile(r"\[([^\[\]|]{1,200})\|([a-z-]{1,30})\]")
"""A marked role in an example: "[Wang Yi|visitor]"."""


@attrs.frozen
class Frame:
    """One frame. ``roles`` maps a position (subject, object, possessor, modifier, or a preposition)
    to the role it fills; ``carriers`` maps a verb that carries the noun ("hold talks") to
    the role of its subject; ``inherit`` is the role of the clause's subject when the noun
    stands in a phrase ("flew in for talks"). ``gathers`` maps a verb of which the noun is the
    subject ("the drill involves troops from") to the role of its objects. ``needs``:
    positions of which one must be filled. ``only`` maps a position to the mention kinds that it
    takes ("noun": any other word). ``subjects``: singular nouns of which the subject must be one;
    ``objects``: the same for the object.
    ``means``: phrases of which one must stand in the clause ("by_telephone").
    ``course``: "begin" where the verb only opens the event ("arrived"), "now" where its
    present tense says that it goes on ("is in"), "end" where it tells of the end ("returned from"),
    "gone" where it does so only of what is done ("left Oslo"),
    "ahead" where it only looks ahead ("is expected in"), "there" where who does it has come before.
    ``direct``: its phrases must follow the verb itself, not a noun in between.
    ``anywhere``: the file's excluded words do not silence it.
    ``alone``: an infinitive for its object makes it another verb ("called on Xi to resign").
    ``lasting``: its object must be a length of time ("spent two days in").
    ``placed``: a city or venue must stand with it ("embraced him in Oslo").
    ``unsaid``: it has no destination, the rest of the article tells it ("arrived on Monday").
    ``marked``: words of which one must stand in its subject or object ("told the visiting
    minister").
    ``adverbs``: of which one must stand with the verb ("was back in Oslo from").
    ``perfect``: the verb stands in the perfect tense ("has been to Oslo").
    ``phrased``: only prepositions can fill what it needs.
    ``weak``: too little alone; only adds to an event that other words made.
    """

    id: str
    kind: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    roles: Mapping[str, str]
    carriers: Mapping[str, str]
    inherit: str
    needs: frozenset[str]
    only: Mapping[str, frozenset[str]]
    weak: bool
    gathers: Mapping[str, str]
    subjects: frozenset[str]
    objects: frozenset[str]
    means: frozenset[str]
    marked: frozenset[str]
    adverbs: frozenset[str]
    course: str
    direct: bool
    anywhere: bool
    alone: bool
    lasting: bool
    placed: bool
    unsaid: bool
    perfect: bool
    phrased: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@attrs.frozen
class Pattern:
    """A fixed phrase over a sentence's units: "<participant> {shake} hands with <participant>".

    ``rule`` carries id, kind, examples and what else it shares with frames; ``compiled`` runs
    over the sentence as ``patterns.encode`` writes it, with a group for each role.
    """

    rule: Frame
    text: str
    words: frozenset[str]
    """Those that stand in every sentence that it reads."""

    verbs: frozenset[str]
    """Those of which one does."""

    roles: tuple[str, ...]
    compiled: regex.Pattern[str]


@attrs.frozen
class RuleSet:
    """All rules of one file, by trigger."""

    source: str
    frames: tuple[Frame, ...]
    patterns: tuple[Pattern, ...]
    pattern_forms: frozenset[str]
    """Words of which one stands in every sentence with one of the patterns' verbs."""

    by_verb: Mapping[str, tuple[Frame, ...]]
    by_noun: Mapping[str, tuple[Frame, ...]]
    excluded: frozenset[str]
    """Words before an event noun that make it none of ours."""

    triggers: frozenset[str]
    """Lower-case word forms of which one must stand in a sentence for any rule to apply."""

    nouns: frozenset[str]
    """Those of them that are event nouns, singular and plural."""

    parts: frozenset[str]
    """Those that are none but in a compound or pair ("get-together", "contact group")."""

    starters: frozenset[str]
    """Nouns and verb forms of the rules that are not weak: an article without any has no event."""

    demands: Mapping[str, frozenset[str]]
    """Verb forms whose frames all need a prepositional phrase, or one of some objects -> the words
    of which one must stand near for any of them to apply ("goes" is nothing without "to")."""

    copular: Mapping[str, frozenset[str]]
    """Words that make a form of "be" just before them a trigger ("is in", "is back"), since "be"
    alone would make nearly every sentence one -> those of which one must stand near besides ("was
    with him on the phone"); empty: none must."""

    copular_phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word -> the longer prepositions that do the same ("is on the way to")."""

    subjects: Mapping[str, frozenset[str]]
    """Verb forms whose frames all take some nouns only for their subject -> the words of which one
    must stand in the sentence for any of them to apply."""

    formats: frozenset[str] = frozenset()
    """Words before an event noun that name a format ("state visit", "trilateral talks")."""

    free: frozenset[str] = frozenset()
    """Verb forms that one name is enough for ("the council met")."""

    contexts: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    """Words of which none may stand in a clause in which bare states meet: those of sport."""


def singular(noun: str) -> str:
    """The singular of a regular plural: "countries" -> "country"; other words stay."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def plural(noun: str) -> str:
    """The regular plural of a trigger noun."""
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun
    if noun.endswith(("ss", "ch", "sh", "x")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
