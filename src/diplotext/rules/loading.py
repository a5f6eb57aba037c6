"""Rule files: read, checked, compiled. A DataError names file, rule and fault.

Loading checks form: known tables and keys, an id used once, a trigger, roles and mention kinds
that exist, marks in every example that name roles of the rule. That each example is read as
marked, and each counter-example stays silent, ``rules.examples`` tests with the whole detector.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import get_args

import attrs

from diplotext.errors import DataError
from diplotext.lexicon.grammar import verb_forms, words
from diplotext.models import MeetingKind, MentionKind
from diplotext.rules import patterns
from diplotext.rules.frames import MARK, Frame, Pattern, RuleSet, plural

_POSITIONS = ("subject", "object", "possessor", "modifier")
_LISTS = (
    "verb",
    "noun",
    "needs",
    "subjects",
    "objects",
    "means",
    "marked",
    "adverbs",
    "examples",
    "counterexamples",
)
_FLAGS = ("weak", "direct", "anywhere", "alone", "lasting", "placed", "unsaid", "perfect")
_KEYS = frozenset(
    {
        "id",
        "kind",
        "pattern",
        "inherit",
        "course",
        "carriers",
        "gathers",
        "only",
        *_POSITIONS,
        *_LISTS,
        *_FLAGS,
    }
)
_KINDS = frozenset(get_args(MeetingKind)) | {"exercise"}
_MENTIONS = frozenset(get_args(MentionKind)) | {"noun"}
_ROLES = frozenset(
    {
        "",
        "participant",
        "visitor",
        "host",
        "visitor-or-host",
        "companion",
        "bystander",
        "side",
        "setting",
        "event",
    }
)
_WORD_TABLES = {"exclude": ("words", "contexts", "trades"), "formats": ("words",)}
_COURSES = frozenset(
    {"", "begin", "now", "bound", "end", "ahead", "invited", "silent", "company", "there", "gone"}
)
_FILLED = frozenset(
    {
        "carrier",
        "inherit",
        "gathers",
        "ordinal",
        "plural",
        "by",
        "here",
        "there",
        "where",
        "together",
    }
)
"""What ``needs`` may name beside positions: the subject of a carrying verb, and so on."""


@cache
def load(name: str) -> RuleSet:
    """The shipped rule file ``name`` ("meetings", "exercises"). Raises DataError for others."""
    if name not in ("meetings", "exercises"):
        raise DataError(str(name), "", 'is no shipped rule file; there are "meetings", "exercises"')
    text = (files("diplotext.rules") / f"{name}.toml").read_text(encoding="utf-8")
    return parse(text, f"{name}.toml")


def parse(text: str, source: str) -> RuleSet:
    """Read a rule file's text; ``source`` is its name in messages. Raises DataError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise DataError(source, "", f"is not TOML: {fault}") from None
    for table in data:
        if table not in ("frame", "pattern", "exclude", "formats"):
            raise DataError(
                source,
                table,
                "unknown table; a rule file has [[frame]], [[pattern]], [exclude] and [formats]",
            )
    frames = tuple(_frame(entry, source) for entry in _entries(data, "frame", source))
    compiled = tuple(_pattern(entry, source) for entry in _entries(data, "pattern", source))
    seen: set[str] = set()
    for rule in (*frames, *(p.rule for p in compiled)):
        if rule.id in seen:
            raise DataError(source, rule.id, "the id is used twice; every rule needs its own")
        seen.add(rule.id)
    words_of = {table: _words(data, table, keys, source) for table, keys in _WORD_TABLES.items()}
    rules = _compile(source, frames, compiled, words_of["exclude"]["words"])
    free = {verb for frame in frames if not frame.needs for verb in frame.verbs}
    return attrs.evolve(
        rules,
        free=frozenset(form for form, verb in verb_forms().items() if verb.lemma in free),
        formats=words_of["formats"]["words"],
        contexts=words_of["exclude"]["contexts"],
        trades=words_of["exclude"]["trades"],
    )


def _entries(data: Mapping[str, object], table: str, source: str) -> list[dict[str, object]]:
    entries = data.get(table, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DataError(source, table, f"rules stand under [[{table}]], in double brackets")
    return entries


def _words(
    data: Mapping[str, object], table: str, keys: tuple[str, ...], source: str
) -> dict[str, frozenset[str]]:
    given = data.get(table, {})
    if not isinstance(given, dict) or not given.keys() <= set(keys):
        raise DataError(source, table, f"is a table with {' and '.join(keys)}, not {given!r}")
    return {key: frozenset(_strings({**given, "id": table}, key, source)) for key in keys}


def _strings(entry: Mapping[str, object], key: str, source: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if isinstance(value, str) and value.strip():
        return (value,)
    if isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value):
        return tuple(value)
    raise DataError(
        source, str(entry.get("id", "?")), f"{key} must be a text or a list of texts, not {value!r}"
    )


def _table(entry: Mapping[str, object], key: str, source: str) -> dict[str, tuple[str, ...]]:
    value = entry.get(key, {})
    if not isinstance(value, dict):
        raise DataError(
            source, str(entry.get("id", "?")), f"{key} must be a table of lists, not {value!r}"
        )
    return {name: _strings(value, name, source) for name in value}


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(verb.lemma for verb in verb_forms().values())


def _known(verbs: Iterable[str], ident: str, source: str) -> None:
    for verb in sorted(verbs):
        if verb.split()[0] not in _lemmas():
            raise DataError(source, ident, f"{verb!r} is no verb of verbs.tsv in its base form")


def _prepositions() -> frozenset[str]:
    joined = words()["phrases"] | words()["remote"]
    return words()["prepositions"] | {phrase.replace(" ", "_") for phrase in joined}


def _pattern(entry: Mapping[str, object], source: str) -> Pattern:
    text = entry.get("pattern")
    ident = str(entry.get("id", "?"))
    if not isinstance(text, str):
        raise DataError(source, ident, "a [[pattern]] needs the key pattern")
    try:
        compiled, roles = patterns.compiled(text)
    except ValueError as fault:
        raise DataError(source, ident, f"cannot read the pattern {text!r}: {fault}") from None
    _known(patterns.lemmas(text), ident, source)
    rule, verbs = _rule(entry, source, frozenset(roles)), frozenset(patterns.lemmas(text))
    return Pattern(rule, text, patterns.plain(text), verbs, roles, compiled)


def _frame(entry: Mapping[str, object], source: str) -> Frame:
    rule = _rule(entry, source, frozenset())
    if not (rule.verbs or rule.nouns):
        raise DataError(source, rule.id, "has no trigger; give verb or noun")
    return rule


def _rule(entry: Mapping[str, object], source: str, roles_of_pattern: frozenset[str]) -> Frame:
    ident = entry.get("id")
    if not isinstance(ident, str) or not ident:
        raise DataError(source, repr(entry)[:60], "a rule needs an id")
    prepositions = _prepositions()
    for key in entry:
        if key not in _KEYS and key not in prepositions:
            raise DataError(
                source,
                ident,
                f"unknown key {key!r}; it is neither a position nor a preposition of words.toml",
            )
    roles = {
        k: str(v)
        for k, v in entry.items()
        if k in _POSITIONS or (k in prepositions and k not in _KEYS)
    }
    carriers = {
        verb: role for role, some in _table(entry, "carriers", source).items() for verb in some
    }
    gathers = {
        verb: role for role, some in _table(entry, "gathers", source).items() for verb in some
    }
    only = {position: frozenset(kinds) for position, kinds in _table(entry, "only", source).items()}
    listed = {key: frozenset(_strings(entry, key, source)) for key in _LISTS}
    rule = Frame(
        id=ident,
        kind=str(entry.get("kind", "")),
        verbs=listed["verb"],
        nouns=listed["noun"],
        roles=MappingProxyType(roles),
        carriers=MappingProxyType(carriers),
        inherit=str(entry.get("inherit", "")),
        needs=listed["needs"],
        only=MappingProxyType(only),
        gathers=MappingProxyType(gathers),
        subjects=listed["subjects"],
        objects=listed["objects"],
        means=listed["means"],
        marked=listed["marked"],
        adverbs=listed["adverbs"],
        course=str(entry.get("course", "")),
        phrased=bool(listed["needs"]) and listed["needs"] <= prepositions,
        examples=_strings(entry, "examples", source),
        counterexamples=_strings(entry, "counterexamples", source),
        **{flag: entry.get(flag) is True for flag in _FLAGS},
    )
    for flag in _FLAGS:
        if not isinstance(entry.get(flag, False), bool):
            raise DataError(source, ident, f"{flag} must be true or false, not {entry[flag]!r}")
    _check(rule, source, roles_of_pattern)
    return rule


def _check(rule: Frame, source: str, roles_of_pattern: frozenset[str]) -> None:
    def must(values: Iterable[str], allowed: Iterable[str], what: str) -> None:
        wrong = sorted(set(values) - set(allowed))
        if wrong:
            raise DataError(
                source,
                rule.id,
                f"unknown {what} {wrong[0]!r}; known are {', '.join(sorted(set(allowed) - {''}))}",
            )

    must([rule.kind], _KINDS, "kind")
    roles = {*rule.roles.values(), *rule.carriers.values(), *rule.gathers.values()}
    must({*roles, *roles_of_pattern, rule.inherit}, _ROLES, "role")
    _known({*rule.verbs, *rule.carriers, *rule.gathers}, rule.id, source)
    must([rule.course], _COURSES, "course")
    must(rule.needs, {*rule.roles, *_FILLED}, "position in needs")
    must(rule.only, rule.roles, "position in only")
    must(
        [kind for kinds in rule.only.values() for kind in kinds], _MENTIONS, "mention kind in only"
    )
    if not rule.examples:
        raise DataError(
            source, rule.id, "has no example; add a sentence with its roles marked [words|role]"
        )
    known = {*roles, *roles_of_pattern, rule.inherit, "place", "when"}
    if "visitor-or-host" in known:
        known |= {"visitor", "host"}
    for example in rule.examples:
        marks = [found[2] for found in MARK.finditer(example)]
        if not marks:
            raise DataError(source, rule.id, f"example has no marked role: {example!r}")
        must(marks, known - {""}, f"role marked in {example!r}:")


def _compile(
    source: str, frames: tuple[Frame, ...], compiled: tuple[Pattern, ...], excluded: frozenset[str]
) -> RuleSet:
    by_verb: dict[str, list[Frame]] = {}
    by_noun: dict[str, list[Frame]] = {}
    for frame in sorted(frames, key=lambda f: f.id):  # rules are a set: file order means nothing
        for verb in frame.verbs:
            by_verb.setdefault(verb, []).append(frame)
        for noun in frame.nouns:
            by_noun.setdefault(noun, []).append(frame)
    heads = {verb.split()[0] for verb in by_verb} - {"be"}
    heads |= {lemma.split()[0] for pattern in compiled for lemma in pattern.verbs}
    verbal = heads | {form for form, reading in verb_forms().items() if reading.lemma in heads}
    nouns = {
        form
        for noun in by_noun
        for last in (noun.split()[-1].split("-")[-1],)
        for form in (last, plural(last))
    }
    directed = {pair.split()[0] for pair in words()["directed"]}
    after_be = {verb.split()[1] for verb in by_verb if verb.startswith("be ")}
    verbal |= after_be - directed
    strong = {verb.split()[0] for verb, some in by_verb.items() if any(not f.weak for f in some)}
    starters = nouns | strong
    starters |= {form for form, reading in verb_forms().items() if reading.lemma in strong}
    by_form = {form: some for noun, some in by_noun.items() for form in (noun, plural(noun))}
    needed: dict[str, frozenset[str]] = dict.fromkeys(after_be & directed, frozenset())
    for frame in by_verb.get("be", ()):
        afar = frame.adverbs | {phrase.split("_")[-1] for phrase in frame.means}
        afar |= {"been"} if frame.perfect else set()
        for word in frame.needs:
            known = needed.get(word, afar)
            needed[word] = known | afar if known and afar else frozenset()
    beside_be = words()["prepositions"] | {"there", "here"} | (after_be & directed)
    copular = {word: afar for word, afar in needed.items() if word in beside_be}
    joined: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in (tuple(position.split("_")) for position in sorted(needed) if "_" in position):
        joined[phrase[0]] = (*joined.get(phrase[0], ()), phrase)
    wanted = _demands(by_verb, nouns)
    for pattern in compiled:
        for lemma in pattern.verbs:  # a pattern's verb counts wherever it stands
            head, _, particle = lemma.partition(" ")
            with_it = {particle or patterns.fixed(pattern.text)} - {""}
            wanted = {
                form: some | with_it if verb_forms()[form].lemma == head else some
                for form, some in wanted.items()
                if with_it or verb_forms()[form].lemma != head
            }
    first = {lemma.split()[0] for pattern in compiled for lemma in pattern.verbs}
    return RuleSet(
        source, frames, tuple(sorted(compiled, key=lambda p: p.rule.id)),
        frozenset(form for form, reading in verb_forms().items() if reading.lemma in first)
        | (words()["have"] if "have" in first else frozenset()),
        MappingProxyType({k: tuple(v) for k, v in by_verb.items()}),
        MappingProxyType({k: tuple(v) for k, v in by_form.items()}),
        excluded, frozenset(verbal | nouns), frozenset(nouns),
        frozenset(nouns - by_form.keys() - verbal), frozenset(starters),
        MappingProxyType(wanted),
        MappingProxyType(copular),
        MappingProxyType(joined),
        MappingProxyType(_subjects(by_verb, nouns)),
    )  # fmt: skip


def _demand(frame: Frame, prepositions: frozenset[str]) -> frozenset[str]:
    """Words of which one must stand near the verb for the frame to apply; empty: none must."""
    if frame.means:  # "spoke by telephone"
        return frozenset(phrase.split("_")[-1] for phrase in frame.means)
    if frame.objects:  # "exchanged views"
        return frozenset(form for noun in frame.objects for form in (noun, plural(noun)))
    if frame.marked:
        return frame.marked
    return frame.needs if frame.needs <= prepositions | {"together"} else frozenset()


def _subjects(by_verb: Mapping[str, list[Frame]], nouns: set[str]) -> dict[str, frozenset[str]]:
    """Verb form -> forms of the nouns, and pronouns, of which its subject must be one."""
    wanted: dict[str, set[str]] = {}
    free: set[str] = set()
    for verb, frames in by_verb.items():
        head = verb.split()[0]
        for frame in frames:
            said = wanted.setdefault(head, set(words()["pronouns"]))
            said.update(form for noun in frame.subjects for form in (noun, plural(noun)))
            if not frame.subjects:
                free.add(head)
    return {
        form: frozenset(wanted[reading.lemma]) for form, reading in verb_forms().items()
        if reading.lemma in wanted and reading.lemma not in free and form not in nouns
    }  # fmt: skip


def _demands(by_verb: Mapping[str, list[Frame]], nouns: set[str]) -> dict[str, frozenset[str]]:
    prepositions = words()["prepositions"]
    heads: dict[str, list[str]] = {}
    for verb in by_verb:
        heads.setdefault(verb.split()[0], []).append(verb)
    wanted: dict[str, frozenset[str]] = {}
    for head, verbs in heads.items():
        frames = [frame for verb in verbs if " " not in verb for frame in by_verb[verb]]
        if head not in by_verb:
            wanted[head] = frozenset(
                verb.split()[1] for verb in verbs
            )  # "touch" is nothing without "down"
        else:
            each = [_demand(frame, prepositions) for frame in frames]
            if all(each):
                particles = {verb.split()[1] for verb in verbs if " " in verb}
                wanted[head] = frozenset(particles).union(*each)
    return {
        form: wanted[reading.lemma] for form, reading in verb_forms().items()
        if reading.lemma in wanted and form not in nouns
    }  # fmt: skip
