"""Frames against clauses: each trigger in a sentence becomes an event mention with its roles.

Which noun group fills which role follows from the clause, not from a longer pattern: the
subject (or, in the passive, the "by" phrase), the object, possessors and modifiers of an
event noun, the phrases that follow it, the subject of the verb that carries it, and the
subject of the clause in which it is only a phrase ("flew in for talks").
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress

from diplotext.lexicon import bodies
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules import ellipsis, patterns, questions, status
from diplotext.rules.circumstances import where_and_when
from diplotext.rules.frames import Frame, RuleSet, singular
from diplotext.rules.mention import (
    EventMention,
    accepts,
    kept,
    phrase_owner,
    points,
    surface,
    travellers,
)
from diplotext.rules.nouns import noun as of_noun
from diplotext.rules.status import MARGINS

__all__ = ["EventMention", "match", "triggers"]


def triggers(tokens: Tokens, rules: RuleSet) -> list[int]:
    """Tokens that can start an event, in order: one pass over the words of the text."""
    lower, wanted = tokens.lower, rules.triggers
    demands = rules.demands
    every = range(len(lower))
    found = [
        k
        for k in compress(every, map(wanted.__contains__, lower))
        if lower[k] not in demands
        or not demands[lower[k]].isdisjoint(lower[max(0, k - 12) : k + 30])
    ]
    if rules.copular:
        be, before, longer = words()["be"], rules.copular, rules.copular_phrases
        for k in compress(every, map(be.__contains__, lower[:-2])):
            word = lower[k + 1]
            if (
                word in before
                or lower[k + 2] in before
                or (
                    word in longer
                    and any(tuple(lower[k + 1 : k + 1 + len(p)]) == p for p in longer[word])
                )
            ):
                found.append(k)
        found.sort()
    return found


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
    found: list[EventMention] = []
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
    standing = ellipsis.antecedents(units, owners)
    owners |= {index: frames for index, (_, frames) in standing.items()}
    for index, frames in owners.items():
        unit = units[index]
        if unit.clause is None:
            continue
        for frame in frames:
            mention = (
                _verb(unit, frame, sentence, owners, tokens)
                if unit.kind == "verb"
                else of_noun(unit, frame, sentence, owners, tokens)
            )
            if mention is not None:
                found.append(mention)
    found = ellipsis.complete(found, {index: noun for index, (noun, _) in standing.items()})
    if rules.patterns:
        verbs = {unit.word for unit in units if unit.kind == "verb"}
        if not verbs.isdisjoint(rules.pattern_verbs):
            found += _patterns(units, rules, sentence, owners, tokens)
    if headline and units and "be" in rules.by_verb:
        found += _verbless(units, rules, sentence, tokens)
    if found and any(unit.kind == "sub" and unit.word in _IF for unit in units):
        _only_if(found, units, tokens)
    return questions.told(found, units, tokens)


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
    rules: RuleSet,
    sentence: int,
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> list[EventMention]:
    code = patterns.encode(units)
    found: list[EventMention] = []
    for pattern in rules.patterns:
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
        if frame.means:
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
    for unit in units:
        if unit.kind == "verb" and unit.verb is not None:
            frames = rules.by_verb.get(unit.verb.lemma, ())
        elif unit.kind == "noun":
            if unit.word not in rules.nouns and (
                unit.head < 1 or tokens.text[unit.head - 1] != "-"
            ):
                continue
            frames = _noun_frames(unit, rules, tokens)
        elif (
            unit.kind == "entity"
            and unit.mention is not None
            and unit.mention.kind == "organisation"
        ):
            frames = _noun_frames(unit, rules, tokens) or _session_frames(unit, rules)
        else:
            continue
        if frames:
            found[unit.index] = frames
    return found


def _session_frames(unit: Unit, rules: RuleSet) -> tuple[Frame, ...]:
    """A body on whose margins others meet is in session: "on the sidelines of the UNGA", and so
    is one that is nothing but its meetings: "at the G20".
    """
    here = unit.prep in MARGINS or (unit.prep == "at" and _is_grouping(unit))
    return rules.by_noun.get("conference", ()) if here else ()


def _is_grouping(unit: Unit) -> bool:
    """Is it a body that has no seat and is nothing but its meetings?"""
    actor = unit.mention.actor if unit.mention is not None else None
    found = bodies().get(actor.removeprefix("org:")) if actor else None
    return found is not None and found.kind == "grouping"


def _noun_frames(unit: Unit, rules: RuleSet, tokens: Tokens) -> tuple[Frame, ...]:
    if unit.head < 0:
        return ()
    if unit.kind == "entity":  # a body that is a meeting: "the Summit of the Americas"
        word = next(
            (tokens.lower[k] for k in range(unit.i, unit.j) if tokens.lower[k] in rules.nouns), ""
        )
        return rules.by_noun.get(word, ())
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


# -- verbs -----------------------------------------------------------------------------------


def _verb(
    unit: Unit, frame: Frame, sentence: int, owners: dict[int, tuple[Frame, ...]], tokens: Tokens
) -> EventMention | None:
    clause = unit.clause
    assert isinstance(clause, Clause)
    if clause.verb is not unit:
        return None
    first = clause.subject[0].i if clause.subject else 0
    if frame.kind == "call" and tokens.lower[first - 1 : first] == ["as"]:
        return None  # "his brother, as he calls him"
    if frame.means and not any(p.prep in frame.means for p in clause.phrases):
        return None
    if frame.phrased and not any(p.prep in frame.needs for p in clause.phrases):
        return None
    reading = status.of_verb(unit)
    none = any(u.det == "no" or tokens.lower[u.i] == "no" for u in clause.subject)
    since = (none or reading.value == "denied") and status.not_since(clause)
    if since:
        reading = status.Reading("held", status.FAIR, cue=unit)
    elif none:
        return None  # "no minister has visited"
    found = EventMention(frame, unit, clause, sentence, reading, since=since)
    subject, objects = surface(clause)
    if frame.kind == "visit":
        subject = [u for one in subject for u in travellers(one)]
    filled = set()
    for position, units in (("subject", subject), ("object", objects)):
        role = frame.roles.get(position)
        if role and units and accepts(frame, position, units, tokens):
            found.add(role, kept(frame, position, units, tokens))
            filled.add(position)
    for phrase in clause.phrases:
        role = frame.roles.get(phrase.prep)
        if "object" in filled and role == frame.roles.get("object") and role == "host":
            continue  # "is visiting Oman after talks in Fiji"
        if (
            (frame.weak or frame.direct)
            and phrase.host is not unit
            and not (phrase.host and phrase.host.kind == "verb")
            and not _goes_on(phrase, unit)
            and (phrase.prep != "from" or _sent(phrase, tokens))
        ):
            continue  # "came with a message from Oman"
        if (
            role
            and phrase_owner(phrase, owners) in (unit, None)
            and not (unit.verb and unit.verb.passive and phrase.prep == "by")
            and accepts(frame, phrase.prep, phrase.units, tokens)
        ):
            found.add(role, kept(frame, phrase.prep, phrase.units, tokens))
            filled.add(phrase.prep)
    if frame.kind == "call" and "object" in frame.needs and not frame.means:
        if unit.word == "call" and _names(clause):
            return None
        greeted = [] if clause.objects else _greeted(unit)
        if accepts(frame, "object", greeted, tokens):
            found.add(frame.roles["object"], kept(frame, "object", greeted, tokens))
            filled.add("object")
    if len(subject) > 1 or any(_of_several(u) for u in subject):
        filled.add("plural")
        if frame.kind == "call" and tokens.lower[unit.j : unit.j + 2] in _RECIPROCAL:
            filled.add("object")  # "phoned each other"
    filled.update(word for word in ("here", "there") if points(word, unit, tokens))
    if "where" in frame.needs and not found.roles.get("host") and _where(clause, tokens):
        assert clause.where is not None
        found.add("host", [clause.where])
        filled.add("where")
    if frame.needs and not frame.needs & filled:
        return None
    if frame.direct and "plural" in frame.needs and _in_public(clause, unit, filled):
        return None
    if frame.unsaid and not _without_destination(clause, unit, tokens):
        return None
    if frame.alone and _rules_infinitive(unit):
        return None
    if frame.lasting and not _lasts(clause, unit, frame):
        return None
    if frame.objects and not any(
        singular(_head_word(u, tokens)) in frame.objects for u in clause.objects
    ):
        return None
    if frame.marked and not any(
        frame.marked.intersection(tokens.lower[u.i : u.j]) for u in (*subject, *objects)
    ):
        return None
    if frame.subjects:
        subject = clause.subject + [u for p in clause.phrases if p.prep == "among" for u in p.units]
        if not any(singular(_head_word(u, tokens)) in frame.subjects for u in subject):
            return None
    where_and_when(found, clause, unit, owners, tokens)
    return found


def _lasts(clause: Clause, verb: Unit, frame: Frame) -> bool:
    """Is the verb's object a length of time, of a visit one of days: "spent two days", "spent the
    weekend", not "spent an hour in"?
    """
    if any(0 <= d.i - verb.j <= 1 and not d.prep for d in clause.dates):
        return True
    return any(
        u.date is not None
        and u.date.kind == "duration"
        and (frame.kind != "visit" or bool(u.date.days))
        for u in clause.objects
    )


def _of_several(unit: Unit) -> bool:
    """Are they of several states: "the two ministers", "Peruvian and Chilean sappers"?"""
    if unit.mention is not None and unit.mention.members:
        return True
    return sum(m.mention is not None and m.mention.kind == "state" for m in unit.mods) > 1


def _where(clause: Clause, tokens: Tokens) -> bool:
    """As in "Oslo, where he arrived on Monday"; not "Oslo, from where he will fly on"."""
    where = clause.where
    return where is not None and "where" in (
        tokens.lower[where.j],
        *(tokens.lower[where.j + 1 : where.j + 2] if tokens.lower[where.j] == "," else ()),
    )


def _names(clause: Clause) -> bool:
    """As in "called Bassi an old friend": what he is said to be, no call."""
    return any(
        u.kind == "noun" and u.det in ("a", "an", "the", "one") and u.date is None
        for u in clause.objects[1:]
    )


def _greeted(unit: Unit) -> list[Unit]:
    """As in "phoned to congratulate Bassi": whom."""
    talk = status.tables()["audience"]
    return [
        u
        for child in unit.attached
        if child.link == "inf" and child.verb is not None and child.verb.word in talk
        for u in child.objects
    ]


def _goes_on(phrase: Phrase, verb: Unit) -> bool:
    """Is it the verb's second phrase of its kind: "will be in Oslo on Monday and in Rome later"?"""
    host = phrase.host
    return (
        host is not None
        and host.role == "phrase"
        and host.prep == phrase.prep
        and host.host is verb
        and phrase.units[0].i - host.j > 1
    )


_TO_MANY = frozenset({"at", "of", "to", "against", "during", "as", "before"})


def _in_public(clause: Clause, verb: Unit, filled: set[str]) -> bool:
    """As in "Bassi and Pappas spoke at a rally": not with each other."""
    if not filled.isdisjoint(("with", "to")):
        return False
    if verb.word != "speak" and not (clause.dates and verb.verb and verb.verb.kind == "finite"):
        return True  # "the two talk about everything", "talked about trade" when they met
    return any(
        p.prep in _TO_MANY and p.host is verb and any(u.word != "length" for u in p.units)
        for p in clause.phrases
    )


_RECIPROCAL = (["each", "other"], ["one", "another"])
_HOMEWARD = frozenset({"home", "back", "here", "there"})


def _without_destination(clause: Clause, verb: Unit, tokens: Tokens) -> bool:
    """As in "arrived on Monday for talks"; not "arrived home", "arrived at a compromise"."""
    if not _HOMEWARD.isdisjoint(tokens.lower[verb.i : verb.j + 1]) or clause.where is not None:
        return False
    if any(u.date is None for u in clause.objects):
        return False
    return not any(
        phrase.host is verb
        and (
            phrase.prep in ("at", "in", "into", "to")
            or (phrase.prep == "on" and any(place_of(u, tokens) for u in phrase.units))
        )
        for phrase in clause.phrases
    )


def _sent(phrase: Phrase, tokens: Tokens) -> bool:
    """Does "from" tell whose the thing before it is, not where a journey began?"""
    host = phrase.host
    return (
        host is not None
        and host.kind == "noun"
        and host.date is None
        and place_of(host, tokens) is None
    )


def _rules_infinitive(unit: Unit) -> bool:
    """As in "called on Xi to resign": the object is to do something; not "to discuss trade"."""
    return any(
        child.link == "inf"
        and child.verb is not None
        and child.verb.word not in status.tables()["audience"]
        for child in unit.attached
    )


def _head_word(unit: Unit, tokens: Tokens) -> str:
    if unit.word or unit.mention is None:
        return unit.word
    if unit.mention.form == "description":  # "the countries", read as a mention of some states
        return tokens.lower[unit.j - 1]
    return unit.mention.reason if unit.mention.form == "pronoun" else ""
