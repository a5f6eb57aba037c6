"""Frames against clauses: each trigger in a sentence becomes an event mention with its roles.

Which noun group fills which role follows from the clause, not from a longer pattern: the
subject (or, in the passive, the "by" phrase), the object, possessors and modifiers of an
event noun, the phrases that follow it, the subject of the verb that carries it, and the
subject of the clause in which it is only a phrase ("flew in for talks").
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress

from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.units import Unit
from diplotext.rules import asides, ellipsis, patterns, questions, status
from diplotext.rules.circumstances import where_and_when
from diplotext.rules.frames import Frame, RuleSet
from diplotext.rules.guests import guests
from diplotext.rules.likewise import LIKENESS, likewise
from diplotext.rules.mention import (
    EventMention,
    accepts,
    kept,
)
from diplotext.rules.nouns import noun as of_noun
from diplotext.rules.sessions import is_member_body, session_frames
from diplotext.rules.verbs import verb as of_verb

__all__ = ["EventMention", "match", "triggers"]


def triggers(tokens: Tokens, rules: RuleSet) -> list[int]:
    """Tokens that can start an event, in order: one pass over the words of the text."""
    lower, wanted = tokens.lower, rules.triggers
    demands = rules.demands
    every = range(len(lower))
    found = [
        k
        for k in compress(every, map(wanted.__contains__, lower))
        if (
            lower[k] not in demands
            or not demands[lower[k]].isdisjoint(lower[max(0, k - _BEFORE) : k + _AFTER])
        )
        and (lower[k] not in rules.parts or _ends_compound(lower, k, rules))
    ]
    if rules.copular:
        be, longer = words()["be"], rules.copular_phrases
        for k in compress(every, map(be.__contains__, lower[:-2])):
            word = lower[k + 1]
            if _says_where(lower, k, rules) or (
                word in longer
                and any(tuple(lower[k + 1 : k + 1 + len(p)]) == p for p in longer[word])
            ):
                found.append(k)
        found.sort()
    return found


_BEFORE, _AFTER = 12, 30
"""Tokens before and after a trigger in which the other word that it needs must stand."""


def _ends_compound(lower: list[str], k: int, rules: RuleSet) -> bool:
    """Can the last part of a compound noun be one here: "get-together", "contact group"?"""
    return k > 0 and (lower[k - 1] == "-" or f"{lower[k - 1]} {lower[k]}" in rules.by_noun)


def _says_where(lower: list[str], k: int, rules: RuleSet) -> bool:
    """Does a word behind "be" make it a trigger: "is in", "is now back"?"""
    for word in lower[k + 1 : k + 3]:
        afar = rules.copular.get(word)
        if afar is not None and (
            not afar or not afar.isdisjoint(lower[max(0, k - _BEFORE) : k + _AFTER])
        ):
            return True
    return False


def verbless(tokens: Tokens, first: int, last: int) -> bool:
    """May the headline of these tokens leave out the verb of a journey ("Envoys in Oslo")?"""
    return not _VERBLESS.isdisjoint(tokens.lower[first:last])


_VERBLESS = frozenset({"in", "way", "route", *(pair.split()[0] for pair in words()["directed"])})
"""Words of which a headline without a verb needs one to be read."""


def match(
    units: list[Unit],
    rules: RuleSet,
    tokens: Tokens,
    sentence: int,
    named: Mapping[int, str] | None = None,
    headline: bool = False,
) -> list[EventMention]:
    """All event mentions of one sentence, in order of their triggers. ``named`` maps tokens within
    the proper name of an event to the noun whose frames it triggers ("Malabar": "exercise").
    """
    if not units:
        return []
    said = tokens.lower[units[0].i : units[-1].j]
    owners = _owners(units, rules, tokens)
    if named:
        for unit in units:
            noun = (
                next((named[k] for k in range(unit.i, unit.j) if k in named), None)
                if unit.nominal
                else None
            )
            if noun is not None and unit.index not in owners:
                unit.kind = "noun"
                owners[unit.index] = rules.by_noun[noun]
    standing: dict[int, tuple[int, tuple[Frame, ...]]] = {}
    if not ellipsis.STANDING.isdisjoint(said):
        standing = ellipsis.antecedents(units, owners)
        owners |= {index: frames for index, (_, frames) in standing.items()}
    found: list[EventMention] = []
    if "be" in rules.by_verb and asides.told(said):
        found += asides.asides(units, rules, sentence, owners, tokens)
    for index, frames in owners.items():
        unit = units[index]
        if unit.clause is None:
            continue
        if unit.kind == "verb":
            found += of_verb(unit, frames, sentence, owners, tokens)
            continue
        if named:
            unit = ellipsis.heading(units, index) or unit
        for frame in frames:
            mention = of_noun(unit, frame, sentence, owners, tokens)
            if mention is not None:
                found.append(mention)
    found = ellipsis.complete(found, {index: noun for index, (noun, _) in standing.items()})
    if not rules.pattern_forms.isdisjoint(said):
        found += _patterns(units, said, rules, sentence, owners, tokens)
    if headline and "be" in rules.by_verb:
        found += _verbless(units, rules, sentence, tokens)
    if "visiting" in said and "visit" in rules.by_verb:
        found += guests(units, rules, sentence, owners, tokens)
    if found and not LIKENESS.isdisjoint(said):
        found += likewise(found, units, tokens)
    if found and not _IF.isdisjoint(said):
        _only_if(found, units, tokens)
    if found and "it" in said:
        _taken_back(found, units)
    return questions.told(found, units, tokens)


def _taken_back(found: list[EventMention], units: list[Unit]) -> None:
    """As in "was set to visit Oman in May, but it was put off": with a day it is moved."""
    off, moving = status.tables()["ruling"], status.tables()["moving"]
    for unit in units:
        clause = unit.clause
        if unit.verb is None or not unit.verb.passive or off.get(unit.word) != "cancelled":
            continue
        if clause is None or [u.word for u in clause.subject] != ["it"]:
            continue
        if clause.dates and unit.word in moving:
            continue
        before = [e for e in found if e.trigger.i < unit.i and e.status.value == "planned"]
        if before and clause.link == "and":
            last = before[-1]
            last.status = status.Reading("cancelled", status.SURE, cue=unit)


_IF = frozenset({"if", "unless", "provided"})


def _only_if(found: list[EventMention], units: list[Unit], tokens: Tokens) -> None:
    """What will be "if the truce holds" may be."""
    ruled = {
        id(unit.clause.parent)
        for unit in units
        if unit.kind == "verb"
        and unit.clause is not None
        and unit.clause.link in _IF
        and "even" not in tokens.lower[max(0, unit.i - 6) : unit.i]
    }
    for event in found:
        if event.status.value == "planned" and id(event.clause) in ruled:
            event.status = event.status.read_as(value="possible", strength=status.FAIR)


def _patterns(
    units: list[Unit],
    said: list[str],
    rules: RuleSet,
    sentence: int,
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> list[EventMention]:
    verbs = {unit.word for unit in units if unit.kind == "verb"}
    readable = [
        p for p in rules.patterns if p.words.issubset(said) and not p.verbs.isdisjoint(verbs)
    ]
    if not readable:
        return []
    code = patterns.encode(units)
    found: list[EventMention] = []
    for pattern in readable:
        for verb, filled in patterns.find(pattern.compiled, pattern.roles, code, units):
            if verb.clause is None or _only_beside(filled, verb):
                continue
            event = EventMention(pattern.rule, verb, verb.clause, sentence, status.of_verb(verb))
            for role, some in filled.items():
                event.add(role, some)
            where_and_when(event, verb.clause, verb, owners, tokens)
            found.append(event)
    return found


def _only_beside(filled: dict[str, list[Unit]], verb: Unit) -> bool:
    """Is nobody the subject: "the summit in Suva brought together", "the cyclone brought"?"""
    before = [u for some in filled.values() for u in some if u.i < verb.i]
    return all(
        u.role == "phrase" or (u.mention is None and u.word not in words()["groups"])
        for u in before
    )


def _verbless(
    units: list[Unit], rules: RuleSet, sentence: int, tokens: Tokens
) -> list[EventMention]:
    """A headline that leaves out "is": "Envoys in Pyongyang for talks"."""
    clause = units[0].clause
    if clause is None or clause.verb is not None or not clause.subject:
        return []
    for frame in rules.by_verb["be"]:
        if frame.means or frame.adverbs or frame.perfect:
            continue
        for phrase in clause.phrases:
            role = frame.roles.get(phrase.prep)
            if (
                role
                and phrase.prep in frame.needs
                and phrase.host in clause.subject
                and accepts(frame, phrase.prep, phrase.units, tokens)
            ):
                first, last = clause.subject[-1].j, phrase.units[0].i
                ruling = status.tables()["ruling"]
                value = next(
                    (v for w in tokens.lower[first:last] if (v := ruling.get(f"be {w}"))), "ongoing"
                )  # "Envoys due in Pyongyang"
                reading = status.Reading(value, status.FAIR)
                event = EventMention(frame, clause.subject[0], clause, sentence, reading)
                event.add(frame.roles["subject"], kept(frame, "subject", clause.subject, tokens))
                event.add(role, kept(frame, phrase.prep, phrase.units, tokens))
                event.dates = list(clause.dates)
                return [event]
    return []


def _owners(units: list[Unit], rules: RuleSet, tokens: Tokens) -> dict[int, tuple[Frame, ...]]:
    """Unit index -> the frames that its word triggers."""
    found: dict[int, tuple[Frame, ...]] = {}
    by_verb, nouns, text = rules.by_verb, rules.nouns, tokens.text
    for unit in units:
        kind = unit.kind
        if kind == "noun":
            if unit.word not in nouns and (unit.head < 1 or text[unit.head - 1] != "-"):
                continue
            frames = _noun_frames(unit, rules, tokens)
        elif kind == "verb":
            frames = by_verb.get(unit.word, ())
        elif kind == "entity":
            if unit.mention is None or unit.mention.kind != "organisation":
                continue
            frames = () if is_member_body(unit) else _noun_frames(unit, rules, tokens)
            frames = frames or session_frames(unit, rules, tokens)
        else:
            continue
        if frames:
            found[unit.index] = frames
    return found


def _noun_frames(unit: Unit, rules: RuleSet, tokens: Tokens) -> tuple[Frame, ...]:
    if unit.head < 0:
        return ()
    if unit.kind == "entity":  # a body that is a meeting: "the Summit of the Americas"
        word = next(
            (tokens.lower[k] for k in range(unit.i, unit.j) if tokens.lower[k] in rules.nouns), ""
        )
        return rules.by_noun.get("conference" if word == "dialogue" else word, ())
    word = tokens.lower[unit.head]
    before = tokens.lower[unit.head - 1] if unit.head > unit.i else ""
    first = unit.head
    while first - 2 >= unit.i and tokens.text[first - 1] == "-":
        first -= 2
    if first < unit.head:  # "sit-down", "tete-a-tete"
        compound = rules.by_noun.get("".join(tokens.lower[first : unit.head + 1]))
        if compound:
            return compound
    if word not in rules.nouns:
        return ()
    return rules.by_noun.get(f"{before} {word}") or rules.by_noun.get(word, ())
