"""Frames against clauses: each trigger in a sentence becomes an event mention with its roles.

Which noun group fills which role follows from the clause, not from a longer pattern: the
subject (or, in the passive, the "by" phrase), the object, possessors and modifiers of an
event noun, the phrases that follow it, the subject of the verb that carries it, and the
subject of the clause in which it is only a phrase ("flew in for talks").
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.places import named_by, place_of
from diplotext.reading.units import Unit
from diplotext.rules import patterns, status
from diplotext.rules.frames import Frame, RuleSet, singular

PLACE_PREPOSITIONS = frozenset({"in", "at", "on", "near", "off", "aboard", "outside", "around", "inside", "off_the_coast_of", "across", "over", "throughout"})
_NO_OWNER = frozenset({"during", "after", "before", "since", "until", "following", "ahead_of", "prior_to", "amid", "as", "according_to", "despite"})


@attrs.define(eq=False)
class EventMention:
    """One trigger read by one frame. ``roles`` maps a role to the units that fill it."""

    frame: Frame
    trigger: Unit
    clause: Clause
    sentence: int
    status: status.Reading
    roles: dict[str, list[Unit]] = attrs.Factory(dict)
    places: list[Unit] = attrs.Factory(list)
    dates: list[Unit] = attrs.Factory(list)
    durations: list[Unit] = attrs.Factory(list)
    format: tuple[str, ...] = ()
    definite: bool = False
    plural: bool = False
    proper: bool = False  # the trigger is part of a name: "the Belt and Road Forum"

    def add(self, role: str, units: list[Unit]) -> None:
        """Let ``units`` fill ``role``, each once."""
        have = self.roles.setdefault(role, [])
        for unit in units:
            if unit not in have:
                have.append(unit)


def triggers(tokens: Tokens, rules: RuleSet) -> list[int]:
    """Tokens that can start an event, in order: one pass over the words of the text."""
    lower, wanted = tokens.lower, rules.triggers
    demands = rules.demands
    found = [
        k for k, word in enumerate(lower)
        if word in wanted and (word not in demands or not demands[word].isdisjoint(lower[max(0, k - 12) : k + 30]))
    ]  # fmt: skip
    if rules.copular:
        be, before = words()["be"], rules.copular
        for k in range(len(lower) - 2):
            if lower[k] in be and (lower[k + 1] in before or lower[k + 2] in before):
                found.append(k)
        found.sort()
    return found


def match(
    units: list[Unit], rules: RuleSet, tokens: Tokens, sentence: int, named: Mapping[int, str] | None = None,
    headline: bool = False,
) -> list[EventMention]:
    """All event mentions of one sentence, in order of their triggers. ``named`` maps tokens within
    the proper name of an event to the noun whose frames it triggers ("Malabar": "exercise")."""
    found: list[EventMention] = []
    owners = _owners(units, rules, tokens)
    if named:
        for unit in units:
            noun = next((named[k] for k in range(unit.i, unit.j) if k in named), None) if unit.nominal else None
            if noun is not None and unit.index not in owners:
                unit.kind = "noun"
                owners[unit.index] = rules.by_noun[noun]
    for index, frames in owners.items():
        unit = units[index]
        if unit.clause is None:
            continue
        for frame in frames:
            mention = _verb(unit, frame, sentence, owners, tokens) if unit.kind == "verb" else _noun(unit, frame, sentence, owners, tokens)
            if mention is not None:
                found.append(mention)
    if rules.patterns:
        verbs = {unit.word for unit in units if unit.kind == "verb"}
        if not verbs.isdisjoint(rules.pattern_verbs):
            found += _patterns(units, rules, sentence, owners, tokens)
    if headline and units and "be" in rules.by_verb:
        found += _verbless(units, rules, sentence, tokens)
    return found


def _patterns(
    units: list[Unit], rules: RuleSet, sentence: int, owners: dict[int, tuple[Frame, ...]], tokens: Tokens
) -> list[EventMention]:
    code = patterns.encode(units)
    found: list[EventMention] = []
    for pattern in rules.patterns:
        for verb, filled in patterns.find(pattern.compiled, pattern.roles, code, units):
            if verb.clause is None:
                continue
            event = EventMention(pattern.rule, verb, verb.clause, sentence, status.of_verb(verb))
            for role, some in filled.items():
                event.add(role, some)
            _where_and_when(event, verb.clause, verb, owners, tokens)
            found.append(event)
    return found


def _verbless(units: list[Unit], rules: RuleSet, sentence: int, tokens: Tokens) -> list[EventMention]:
    """A headline that leaves out "is": "Envoys in Pyongyang for talks"."""
    clause = units[0].clause
    if clause is None or clause.verb is not None or not clause.subject:
        return []
    for frame in rules.by_verb["be"]:
        if frame.means:
            continue
        for phrase in clause.phrases:
            role = frame.roles.get(phrase.prep)
            if role and phrase.prep in frame.needs and phrase.host in clause.subject and _accepts(frame, phrase.prep, phrase.units, tokens):
                event = EventMention(frame, clause.subject[0], clause, sentence, status.Reading("ongoing", status.FAIR))
                event.add(frame.roles["subject"], _kept(frame, "subject", clause.subject, tokens))
                event.add(role, _kept(frame, phrase.prep, phrase.units, tokens))
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
            if unit.word not in rules.nouns and (unit.head < 1 or tokens.text[unit.head - 1] != "-"):
                continue
            frames = _noun_frames(unit, rules, tokens)
        elif unit.kind == "entity" and unit.mention is not None and unit.mention.kind == "organisation":
            frames = _noun_frames(unit, rules, tokens)
        else:
            continue
        if frames:
            found[unit.index] = frames
    return found


def _noun_frames(unit: Unit, rules: RuleSet, tokens: Tokens) -> tuple[Frame, ...]:
    if unit.head < 0:
        return ()
    if unit.kind == "entity":  # a body that is a meeting: "the Summit of the Americas"
        word = next((tokens.lower[k] for k in range(unit.i, unit.j) if tokens.lower[k] in rules.nouns), "")
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


# -- phrases ---------------------------------------------------------------------------------


def _phrase_owner(phrase: Phrase, owners: dict[int, tuple[Frame, ...]]) -> Unit | None:
    """The trigger that a phrase belongs to: the nearest one before it that takes its preposition."""
    host = phrase.host
    steps = 0
    if phrase.prep == "with" and host is not None and host.kind == "noun" and host.word in words()["relational"]:
        return host  # "discussed cooperation with Poland"
    while host is not None and steps < 12:
        steps += 1
        frames = owners.get(host.index)
        if frames and any(phrase.prep in f.roles for f in frames):
            return host
        if phrase.prep == "of" and host.kind == "noun" and host.word not in status.TRANSPARENT:
            return host  # "on the island nation of Malta": the nation's, not the talks'
        if host.kind == "verb":
            return host
        if host.role == "phrase":
            host = host.host
        elif host.role in ("object", "apposition") and host.clause is not None:
            host = host.clause.verb
        else:
            return None
    return None


def _own_phrases(unit: Unit, clause: Clause, owners: dict[int, tuple[Frame, ...]]) -> list[Phrase]:
    return [p for p in clause.phrases if _phrase_owner(p, owners) is unit]


def _surface(clause: Clause) -> tuple[list[Unit], list[Unit]]:
    """Logical subject and object: in the passive the "by" phrase and the subject."""
    verb = clause.verb
    if verb is not None and verb.verb is not None and verb.verb.passive:
        agents = [u for p in clause.phrases if p.prep == "by" and p.host is verb for u in p.units]
        return agents, list(clause.subject)
    return list(clause.subject), list(clause.objects)


# -- verbs -----------------------------------------------------------------------------------


def _verb(
    unit: Unit, frame: Frame, sentence: int, owners: dict[int, tuple[Frame, ...]], tokens: Tokens
) -> EventMention | None:
    clause = unit.clause
    assert isinstance(clause, Clause)
    if clause.verb is not unit:
        return None
    reading = status.of_verb(unit)
    if any(u.det == "no" or tokens.lower[u.i] == "no" for u in clause.subject):
        return None  # "no minister has visited"
    found = EventMention(frame, unit, clause, sentence, reading)
    subject, objects = _surface(clause)
    filled = set()
    for position, units in (("subject", subject), ("object", objects)):
        role = frame.roles.get(position)
        if role and units and _accepts(frame, position, units, tokens):
            found.add(role, _kept(frame, position, units, tokens))
            filled.add(position)
    for phrase in clause.phrases:
        role = frame.roles.get(phrase.prep)
        if "object" in filled and role == frame.roles.get("object") and role == "host":
            continue  # "is visiting Oman after talks in Malta"
        if (frame.weak or frame.direct) and phrase.host is not unit and not (phrase.host and phrase.host.kind == "verb"):
            continue
        if role and _phrase_owner(phrase, owners) in (unit, None) and not (
            unit.verb and unit.verb.passive and phrase.prep == "by"
        ) and _accepts(frame, phrase.prep, phrase.units, tokens):
            found.add(role, _kept(frame, phrase.prep, phrase.units, tokens))
            filled.add(phrase.prep)
    if len(subject) > 1 or any(u.mention and u.mention.members for u in subject):
        filled.add("plural")
    if "here" in tokens.lower[unit.j : unit.j + 4]:
        filled.add("here")
    if frame.needs and not frame.needs & filled:
        return None
    if frame.alone and _rules_infinitive(unit):
        return None
    if frame.means and not any(p.prep in frame.means for p in clause.phrases):
        return None
    if frame.subjects:
        subject = clause.subject + [u for p in clause.phrases if p.prep == "among" for u in p.units]
        if not any(singular(_head_word(u, tokens)) in frame.subjects for u in subject):
            return None
    _where_and_when(found, clause, unit, owners, tokens)
    return found


def _rules_infinitive(unit: Unit) -> bool:
    """"called on Xi to resign": the object is to do something; not "to discuss trade"."""
    return any(
        child.link == "inf" and child.verb is not None and child.verb.word not in status.tables()["audience"]
        for child in unit.attached
    )


def _head_word(unit: Unit, tokens: Tokens) -> str:
    if unit.word or unit.mention is None:
        return unit.word
    if unit.mention.form == "description":  # "the countries", read as a mention of some states
        return tokens.lower[unit.j - 1]
    return unit.mention.reason if unit.mention.form == "pronoun" else ""


def _kept(frame: Frame, position: str, units: list[Unit], tokens: Tokens) -> list[Unit]:
    kinds = frame.only.get(position)
    if kinds is None:
        return units
    return [
        u for u in units
        if (u.mention.kind if u.mention else "noun") in kinds
        or ("place" in kinds and place_of(u, tokens) is not None)
        or (u.mention is None and "person" in kinds and u.word in words()["groups"])
    ]  # fmt: skip


def _accepts(frame: Frame, position: str, units: list[Unit], tokens: Tokens) -> bool:
    return bool(_kept(frame, position, units, tokens))


# -- nouns -----------------------------------------------------------------------------------


def _noun(
    unit: Unit, frame: Frame, sentence: int, owners: dict[int, tuple[Frame, ...]], tokens: Tokens
) -> EventMention | None:
    clause = unit.clause
    assert isinstance(clause, Clause)
    found = EventMention(frame, unit, clause, sentence, status.of_noun(unit, frame.carriers))
    if unit.kind == "entity":
        if found.status.strength == 0 or frame.kind not in ("summit", "conference"):
            return None  # the body itself, not a session of it
        found.proper = True
    word = tokens.lower[unit.head]
    found.plural = word.endswith("s") and word not in frame.nouns
    found.definite = unit.det in ("the", "this", "that", "his", "her", "their", "these", "those")
    found.proper |= tokens.text[unit.head][:1].isupper() and any(
        m.kind == "word" and tokens.text[m.head][:1].isupper() for m in unit.mods
    )
    filled = set()
    words: list[str] = []
    for mod in unit.mods:
        if mod.mention is not None:
            position = "possessor" if mod.possessive else "modifier"
            role = frame.roles.get(position)
            if mod.kind == "possessor" and frame.kind == "visit" and _binds(mod, clause):
                mod = clause.subject[0]
            if role and _accepts(frame, position, [mod], tokens):
                found.add(role, [mod])
                filled.add(position)
        elif mod.kind == "word":
            words.append(mod.word)
        elif mod.kind == "duration":
            found.durations.append(mod)
        elif mod.kind == "date":
            found.dates.append(mod)
    found.format = tuple(words)
    _carried(found, unit, clause, frame, filled)
    for phrase in clause.phrases:
        role = frame.roles.get(phrase.prep)
        if role and _phrase_owner(phrase, owners) is unit and _accepts(frame, phrase.prep, phrase.units, tokens):
            found.add(role, _kept(frame, phrase.prep, phrase.units, tokens))
            filled.add(phrase.prep)
    for child in unit.attached:
        _attached(found, child, frame, filled, tokens)
    if "inherit" in filled and "carrier" not in filled and {"between", "among", "involving"} & filled:
        _without_inherited(found, clause)
    if frame.needs and not frame.needs & filled:
        return None
    _where_and_when(found, clause, unit, owners, tokens)
    for child in unit.attached:
        word = child.verb.word if child.verb is not None else ""
        if child.link == "part" or (child.link == "rel" and (
            word in frame.carriers or word in status.tables()["course"] or word in status.tables()["ruling"]
        )):
            _add_places(found, child, None, {}, tokens)
            found.dates.extend(d for d in child.dates if d not in found.dates)
    return found


def _without_inherited(found: EventMention, clause: Clause) -> None:
    """"met ahead of talks between A and B": who met is none of those who talk."""
    if clause.verb is not None and clause.verb.word in found.frame.carriers:
        if found.trigger.prep in ("for", "to", "in", "at", "with", "into"):
            return  # "hosted him for talks between"
    strangers = _matrix_subject(clause)
    named = [u for u in found.roles.get(found.frame.inherit, []) if u not in strangers]
    if sum(u.mention is not None and u.mention.actor is not None for u in named) > 1:
        found.roles[found.frame.inherit] = named


def _binds(pronoun: Unit, clause: Clause) -> bool:
    """"Biden looks forward to his visit": whose, if not the subject's?"""
    if pronoun.word not in ("his", "her") or len(clause.subject) != 1:
        return False
    subject = clause.subject[0]
    return subject.mention is not None and subject.mention.kind == "person" and subject.mention.form == "name"


def _carried(found: EventMention, unit: Unit, clause: Clause, frame: Frame, filled: set[str]) -> None:
    """Roles from the verb that governs the noun, or from the clause in which it is a phrase."""
    subject, objects = _surface(clause)
    verb = clause.verb
    unit = status.stem(unit)
    if unit.role == "subject" and verb is not None and verb.word in frame.gathers:
        found.add(frame.gathers[verb.word], list(clause.objects))
        filled.add("gathers")
    if unit.role == "object" and verb is not None or (unit.role == "subject" and verb is not None and verb.verb is not None and verb.verb.passive):
        assert verb is not None
        role = frame.carriers.get(verb.word)
        if role is None and verb.word in status.tables()["ruling"] and verb.word not in status.tables()["subject"]:
            role = frame.inherit
        if role and subject and subject != [unit]:
            found.add(role, [u for u in subject if u is not unit])
            filled.add("carrier")
        if verb.word in ("be", "mark") and frame.inherit and clause.subject and unit not in clause.subject:
            return
        if verb.word == "invite" and objects:
            found.add(frame.inherit or "participant", [u for u in objects if u is not unit])
    elif unit.role == "phrase" and frame.inherit:
        if unit.host is not None and unit.host.word in status.tables()["nouns"]:
            found.add(frame.inherit, [m for m in unit.host.mods if m.mention is not None])  # "the US proposal for a meeting"
        kind = status.tables()["opener"].get(unit.prep, "")
        governed = _carries_on(unit.host)
        host = unit.host
        if kind and governed and not (
            unit.prep in ("in", "on", "to", "from") and host is not None and host.kind == "noun" and host.role != "phrase"
            and host.word not in status.TRANSPARENT
            and not (host.date is not None or any(m.kind in ("duration", "date") for m in host.mods))
        ):
            who = _matrix_subject(clause)
            carried = verb is not None and verb.word in frame.carriers and unit.prep in ("in", "with", "to", "on", "at")
            if who and (carried or kind != "held" or unit.prep in ("after", "following")):
                found.add(frame.inherit, who)
                filled.add("inherit")
            if kind == "within" and unit.prep in ("during", "at", "in", "on_the_sidelines_of", "on_the_margins_of") and objects:
                found.add("bystander", objects)
                found.add("bystander", [u for p in clause.phrases if p.prep in ("to", "with") and p.host is verb for u in p.units])
            if verb is not None and verb.word in ("invite", "host", "receive", "welcome", "greet", "join", "send", "expect", "take", "bring") and objects:
                found.add(frame.inherit, objects)
            if verb is not None and verb.verb is not None and verb.verb.passive and clause.subject:
                found.add(frame.inherit, list(clause.subject))


def _carries_on(host: Unit | None) -> bool:
    """Does a phrase after ``host`` still belong to the clause's subject? "flew to Oman for talks", "a visit for
    talks", "spent hours in talks"; not "discussed the outcome of talks"."""
    if host is None or host.kind != "noun":
        return True
    return (
        host.word in status.TRANSPARENT or host.word in status.tables()["nouns"] or host.date is not None
        or any(m.kind in ("duration", "date") for m in host.mods) or host.role == "subject"
        or host.word in words()["localities"] or host.word in words()["groups"]
    )  # fmt: skip


def _matrix_subject(clause: Clause) -> list[Unit]:
    """The subject of the clause, or of the one that it depends on when it has none."""
    verb = clause.verb
    if verb is not None and verb.verb is not None and verb.verb.passive:
        return list(clause.subject)
    for one in clause.chain()[:3]:
        if one.subject:
            return list(one.subject)
    return []


def _attached(found: EventMention, child: Clause, frame: Frame, filled: set[str], tokens: Tokens) -> None:
    """"talks hosted by Qatar", "a summit attended by A and B", "a meeting that Xi will host"."""
    verb = child.verb
    if verb is None or verb.verb is None:
        return
    if child.link == "part" or (child.link == "rel" and verb.verb.passive):
        agents = [u for p in child.phrases if p.prep == "by" for u in p.units]
        role = frame.carriers.get(verb.word) or frame.roles.get("by")
        if agents and role:
            found.add(role, agents)
            filled.add("by")
        for phrase in child.phrases:
            role = frame.roles.get(phrase.prep)
            if role and phrase.prep != "by" and _accepts(frame, phrase.prep, phrase.units, tokens):
                found.add(role, _kept(frame, phrase.prep, phrase.units, tokens))
                filled.add(phrase.prep)
    elif child.link == "rel" and found.trigger in child.objects:
        role = frame.carriers.get(verb.word)
        if role is not None:
            found.add(role, child.subject)
            filled.add("carrier")
            for phrase in child.phrases:
                role = frame.roles.get(phrase.prep)
                if role and _accepts(frame, phrase.prep, phrase.units, tokens):
                    found.add(role, _kept(frame, phrase.prep, phrase.units, tokens))
    elif verb.word in frame.gathers:
        found.add(frame.gathers[verb.word], child.objects)
        filled.add("gathers")


# -- where and when --------------------------------------------------------------------------


def _where_and_when(
    found: EventMention, clause: Clause, unit: Unit, owners: dict[int, tuple[Frame, ...]], tokens: Tokens
) -> None:
    _add_places(found, clause, unit, owners, tokens)
    for date in _dates(clause, unit, owners):
        if date not in found.dates:
            found.dates.append(date)
    for member in clause.objects + [u for p in clause.phrases for u in p.units]:
        if member.kind == "noun" and member.date is not None and member.date.kind == "duration":
            found.durations.append(member)


def _add_places(
    found: EventMention, clause: Clause, unit: Unit | None, owners: dict[int, tuple[Frame, ...]], tokens: Tokens
) -> None:
    near: list[Unit] = []
    far: list[Unit] = []
    for phrase in clause.phrases:
        if phrase.prep not in PLACE_PREPOSITIONS:
            continue
        places = [
            u for u in map(named_by, phrase.units) if u.index not in owners and place_of(u, tokens) is not None
        ]  # fmt: skip
        if phrase.prep == "on":  # "talks on Gaza" says about what, "on Jeju Island" where
            places = [u for u in places if tokens.lower[u.j - 1] in words()["localities"]]
        if places:
            owner = _phrase_owner(phrase, owners) if unit is not None else None
            (near if owner is unit or owner is None else far).extend(places)
    for place in near or far:
        if place not in found.places:
            found.places.append(place)
    if not found.places:
        step = clause
        for _ in range(3):
            if step.where is not None and place_of(step.where, tokens) is not None:
                found.places.append(step.where)
                return
            if step.link not in ("inf", "ger", "part", "and") or step.parent is None:
                return
            step = step.parent
            for phrase in step.phrases:
                if phrase.prep in PLACE_PREPOSITIONS or (phrase.prep == "to" and step.verb is not None):
                    found.places.extend(u for u in map(named_by, phrase.units) if place_of(u, tokens) is not None)
            if found.places:
                return


def _dates(clause: Clause, unit: Unit, owners: dict[int, tuple[Frame, ...]]) -> list[Unit]:
    """The clause's dates, the trigger's own first; those of the clause it depends on if it has none."""
    own: list[Unit] = []
    others: list[Unit] = []
    for date in clause.dates:
        owner = _date_owner(date, owners)
        if owner is unit:
            own.append(date)
        elif unit.kind == "verb" or owner is None or (owner.kind == "verb" and _shares_dates(unit, owner)):
            others.append(date)
    if own or others:
        return own + others
    step = clause
    for _ in range(3):
        if step.link not in ("inf", "ger", "part", "when", "while", "as") or step.parent is None:
            break
        step = step.parent
        if step.dates:
            return list(step.dates)
    return []


def _shares_dates(noun: Unit, verb: Unit) -> bool:
    """Is the verb's date the event's as well? "held talks on Monday", "said on Monday after talks";
    not "rejected on Monday criticism of the talks"."""
    noun = status.stem(noun)
    tables = status.tables()
    if noun.role in ("object", "subject"):
        return (
            noun.clause is not None and noun.clause.verb is verb
            and (verb.word in tables["course"] or verb.word in tables["ruling"] or verb.word in _LIGHT or noun.role == "object")
        )  # fmt: skip
    return noun.role == "phrase" and tables["opener"].get(noun.prep) in ("held", "within", "purpose")


_LIGHT = frozenset({"be", "have", "make", "pay", "include", "involve", "see", "mark", "bring together", "feature", "bring", "focus"})


def _date_owner(date: Unit, owners: dict[int, tuple[Frame, ...]]) -> Unit | None:
    host = date.host
    steps = 0
    while host is not None and steps < 12:
        steps += 1
        if host.index in owners or host.kind == "verb":
            return host
        if host.role == "phrase":
            host = host.host
        elif host.role in ("object", "apposition") and host.clause is not None:
            host = host.clause.verb
        else:
            return None
    return None

