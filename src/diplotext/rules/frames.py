"""Frames: which role each position around a trigger word fills. Loaded from TOML, checked on loading.

A rule file holds ``[[frame]]`` and ``[[pattern]]`` entries; the docs walk through adding one.
Loading checks form: known keys, an id used once, at least one trigger, marks in every
example that name roles of the rule. That the examples are read as marked is tested by
``rules.examples``, which strips the marks and runs the whole detector.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs

from diplotext.errors import DataError
from diplotext.lexicon.grammar import verb_forms, words

_KEYS = frozenset({
    "id", "kind", "verb", "noun", "phrase", "format", "subject", "object", "possessor", "modifier", "carriers",
    "inherit", "needs", "only", "examples", "counterexamples", "weak", "gathers", "subjects", "means", "course", "direct", "anywhere",
})  # fmt: skip
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
    takes ("noun": any other word). ``subjects``: singular nouns of which the subject must be one.
    ``means``: phrases of which one must stand in the clause ("by_telephone").
    ``course``: "begin" where the verb only opens the event ("arrived"), "now" where its
    present tense says that it goes on ("is in").
    ``direct``: its phrases must follow the verb itself, not a noun in between.
    ``anywhere``: the file's excluded words do not silence it.
    ``weak``: too little alone; only adds to an event that other words made.
    """

    id: str
    kind: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: frozenset[str]
    roles: Mapping[str, str]
    carriers: Mapping[str, str]
    inherit: str
    needs: frozenset[str]
    only: Mapping[str, frozenset[str]]
    format: str
    weak: bool
    gathers: Mapping[str, str]
    subjects: frozenset[str]
    means: frozenset[str]
    course: str
    direct: bool
    anywhere: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@attrs.frozen
class RuleSet:
    """All rules of one file, by trigger."""

    source: str
    frames: tuple[Frame, ...]
    by_verb: Mapping[str, tuple[Frame, ...]]
    by_noun: Mapping[str, tuple[Frame, ...]]
    by_phrase: Mapping[str, tuple[Frame, ...]]
    excluded: frozenset[str]
    """Words before an event noun that make it none of ours."""

    triggers: frozenset[str]
    """Lower-case word forms of which one must stand in a sentence for any rule to apply."""

    nouns: frozenset[str]
    """Those of them that are event nouns, singular and plural."""

    demands: Mapping[str, frozenset[str]]
    """Verb forms whose frames all need a prepositional phrase -> the prepositions, of which one must
    stand near for any of them to apply ("goes" is nothing without "to" or "for")."""

    copular: frozenset[str]
    """Prepositions that make a form of "be" just before them a trigger ("is in"), since "be" alone
    would make nearly every sentence one."""


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


@cache
def load(name: str) -> RuleSet:
    """The shipped rule file ``name`` ("meetings", "exercises")."""
    text = (files("diplotext.rules") / f"{name}.toml").read_text(encoding="utf-8")
    return parse(text, f"{name}.toml")


def parse(text: str, source: str) -> RuleSet:
    """Read a rule file's text. Raises DataError naming file, rule and fault."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise DataError(source, "", f"is not TOML: {fault}") from None
    frames = tuple(_frame(entry, source) for entry in data.get("frame", ()))
    seen: set[str] = set()
    for frame in frames:
        if frame.id in seen:
            raise DataError(source, frame.id, "the id is used twice; every rule needs its own")
        seen.add(frame.id)
    excluded = frozenset(_strings(data.get("exclude", {}), "words", source))
    return _compile(source, frames, excluded)


def _strings(entry: Mapping[str, object], key: str, source: str) -> tuple[str, ...]:
    value = entry.get(key, ())
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if value == ():
        return ()
    raise DataError(source, str(entry.get("id", "?")), f"{key} must be a text or a list of texts, not {value!r}")


def _frame(entry: Mapping[str, object], source: str) -> Frame:
    ident = entry.get("id")
    if not isinstance(ident, str) or not ident:
        raise DataError(source, repr(entry)[:60], "a frame needs an id")
    prepositions = words()["prepositions"] | {p.replace(" ", "_") for p in words()["phrases"]}
    for key in entry:
        if key not in _KEYS and key not in prepositions:
            raise DataError(source, ident, f"unknown key {key!r}; it is neither a position nor a preposition of words.toml")
    verbs, nouns = _strings(entry, "verb", source), _strings(entry, "noun", source)
    phrases = _strings(entry, "phrase", source)
    if not (verbs or nouns or phrases):
        raise DataError(source, ident, "has no trigger; give verb, noun or phrase")
    kind = entry.get("kind")
    if not isinstance(kind, str):
        raise DataError(source, ident, "has no kind")
    roles = {k: str(v) for k, v in entry.items() if k in ("subject", "object", "possessor", "modifier") or k in prepositions}
    carriers = entry.get("carriers", {})
    if not isinstance(carriers, dict):
        raise DataError(source, ident, "carriers must be a table: role = [verbs]")
    by_verb = {verb: str(role) for role, some in carriers.items() for verb in some}
    gathers = entry.get("gathers", {})
    if not isinstance(gathers, dict):
        raise DataError(source, ident, "gathers must be a table: role = [verbs]")
    only = entry.get("only", {})
    if not isinstance(only, dict):
        raise DataError(source, ident, "only must be a table: position = [mention kinds]")
    examples = _strings(entry, "examples", source)
    if not examples:
        raise DataError(source, ident, "has no example; add a sentence with its roles marked [words|role]")
    inherit = str(entry.get("inherit", ""))
    known = {*roles.values(), *by_verb.values(), inherit, "place", "when"}
    for example in examples:
        for found in MARK.finditer(example):
            if found[2] not in known:
                raise DataError(source, ident, f"example marks the role {found[2]!r}, which this rule does not fill: {example!r}")
        if not MARK.search(example):
            raise DataError(source, ident, f"example has no marked role: {example!r}")
    return Frame(
        id=ident, kind=kind, verbs=frozenset(verbs), nouns=frozenset(nouns), phrases=frozenset(phrases),
        roles=MappingProxyType(roles), carriers=MappingProxyType(by_verb), inherit=inherit,
        needs=frozenset(_strings(entry, "needs", source)),
        only=MappingProxyType({k: frozenset(v) for k, v in only.items()}),
        format=str(entry.get("format", "")), weak=bool(entry.get("weak", False)),
        gathers=MappingProxyType({verb: str(role) for role, some in gathers.items() for verb in some}),
        subjects=frozenset(_strings(entry, "subjects", source)),
        means=frozenset(_strings(entry, "means", source)), course=str(entry.get("course", "")), direct=bool(entry.get("direct", False)), anywhere=bool(entry.get("anywhere", False)),
        examples=examples, counterexamples=_strings(entry, "counterexamples", source),
    )  # fmt: skip


def _compile(source: str, frames: tuple[Frame, ...], excluded: frozenset[str]) -> RuleSet:
    by_verb: dict[str, list[Frame]] = {}
    by_noun: dict[str, list[Frame]] = {}
    by_phrase: dict[str, list[Frame]] = {}
    for frame in sorted(frames, key=lambda f: f.id):  # rules are a set: file order means nothing
        for verb in frame.verbs:
            by_verb.setdefault(verb, []).append(frame)
        for noun in frame.nouns:
            by_noun.setdefault(noun, []).append(frame)
        for phrase in frame.phrases:
            by_phrase.setdefault(phrase, []).append(frame)
    heads = {verb.split()[0] for verb in by_verb if verb != "be"} - {"be"}
    triggers = {form for form, reading in verb_forms().items() if reading.lemma in heads}
    nouns = {form for noun in by_noun for last in (noun.split()[-1].split("-")[-1],) for form in (last, plural(last))}
    triggers |= nouns
    demands = _demands(by_verb, nouns)
    by_form = {form: some for noun, some in by_noun.items() for form in (noun, plural(noun))}
    triggers |= {verb.split()[-1] for verb in by_verb if verb.startswith("be ")}
    copular = {position for frame in by_verb.get("be", ()) for position in frame.needs}
    return RuleSet(
        source, frames,
        MappingProxyType({k: tuple(v) for k, v in by_verb.items()}),
        MappingProxyType({k: tuple(v) for k, v in by_form.items()}),
        MappingProxyType({k: tuple(v) for k, v in by_phrase.items()}),
        excluded, frozenset(triggers), frozenset(nouns), MappingProxyType(demands), frozenset(copular & words()["prepositions"]),
    )  # fmt: skip


def _demands(by_verb: Mapping[str, list[Frame]], nouns: frozenset[str] | set[str]) -> dict[str, frozenset[str]]:
    prepositions = words()["prepositions"]
    heads: dict[str, list[str]] = {}
    for verb in by_verb:
        heads.setdefault(verb.split()[0], []).append(verb)
    wanted: dict[str, frozenset[str]] = {}
    for head, verbs in heads.items():
        frames = [frame for verb in verbs for frame in by_verb[verb]]
        if head not in by_verb:
            wanted[head] = frozenset(verb.split()[1] for verb in verbs)  # "touch" is nothing without "down"
        elif all(frame.needs and frame.needs <= prepositions for frame in frames):
            wanted[head] = frozenset().union(*(frame.needs for frame in frames))
    return {
        form: wanted[reading.lemma] for form, reading in verb_forms().items()
        if reading.lemma in wanted and form not in nouns
    }  # fmt: skip
