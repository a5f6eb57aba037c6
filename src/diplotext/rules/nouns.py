"""Event nouns against clauses: "talks between A and B", "hosted by C", "flew in for talks".

Roles come from possessors and modifiers, from the phrases that follow, from the verb that carries
the noun and from the clause in which the noun is only a phrase.
"""

from __future__ import annotations

import re

from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules import noun_status, status
from diplotext.rules.circumstances import add_hosts, add_places, where_and_when
from diplotext.rules.frames import Frame
from diplotext.rules.mention import EventMention, accepts, kept, phrase_owner, surface


def noun(
    unit: Unit, frame: Frame, sentence: int, owners: dict[int, tuple[Frame, ...]], tokens: Tokens
) -> EventMention | None:
    clause = unit.clause
    assert isinstance(clause, Clause)
    found = EventMention(frame, unit, clause, sentence, noun_status.of_noun(unit, frame.carriers))
    if unit.det == "no" and unit.role in ("subject", "object"):
        # "no talks have been held since 2019" tells of those of 2019; else there were none
        found.since = unit.role == "subject" and status.not_since(clause)
        value = "held" if found.since else "cancelled" if _is_ruled_out(clause) else "denied"
        found.status = status.Reading(value, status.FAIR, cue=unit)
    if unit.kind == "entity":
        if found.status.strength == 0 or frame.kind not in ("summit", "conference"):
            return None  # the body itself, not a session of it
        found.proper = True
    if _of_an_office(unit) or _is_round(unit, clause, owners):
        return None
    word = tokens.lower[unit.head]
    if unit.kind == "entity" and GATHERINGS.isdisjoint(tokens.lower[unit.i : unit.j]):
        found.add(frame.inherit, [unit])  # "on the sidelines of the UNGA": of its members
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
            if role and accepts(frame, position, [mod], tokens):
                found.add(role, [mod])
                filled.add(position)
        elif mod.kind == "word":
            words.append(mod.word)
        elif mod.kind == "duration":
            found.durations.append(mod)
        elif mod.kind == "date":
            found.dates.append(mod)
    found.format = tuple(words)
    if any(_ORDINAL.fullmatch(word) for word in words):
        filled.add("ordinal")
    _carried(found, unit, clause, frame, filled, tokens)
    for phrase in clause.phrases:
        role = frame.roles.get(phrase.prep)
        if (
            role
            and (phrase_owner(phrase, owners) is unit or _beside(unit, clause, phrase, frame))
            and accepts(frame, phrase.prep, phrase.units, tokens)
        ):
            found.add(role, kept(frame, phrase.prep, phrase.units, tokens))
            filled.add(phrase.prep)
        elif role and phrase.prep == "of" and phrase_owner(phrase, owners) is unit:
            organs = _organs(phrase.units, clause)
            if organs:
                found.add(role, organs[-1:])
                found.format += tuple(
                    tokens.lower[organ.head] for organ in phrase.units if organ.head >= 0
                )
                filled.add("of")
    for child in unit.attached:
        _attached(found, child, frame, filled, tokens)
    if (
        "inherit" in filled
        and "carrier" not in filled
        and {"between", "among", "involving"} & filled
    ):
        _without_inherited(found, clause)
    if frame.needs and not frame.needs & filled:
        return None
    told = [child for child in noun_status.attached(unit) if _tells(child, frame)]
    dated = any(child.dates for child in told)
    where_and_when(found, clause, unit, owners, tokens, dated=dated)
    for child in told:
        add_places(found, child, None, {}, tokens)
        found.dates.extend(d for d in child.dates if d not in found.dates)
    add_hosts(found, unit, tokens)
    return found


def _is_ruled_out(clause: Clause) -> bool:
    """As in "there will be no meeting": one that was looked for."""
    verb = clause.verb
    return (
        verb is not None
        and verb.verb is not None
        and verb.word in ("be", "take place", "have", "hold")
        and verb.verb.tense == "future"
    )


def _beside(unit: Unit, clause: Clause, phrase: Phrase, frame: Frame) -> bool:
    """Does the phrase after the verb name a side of its subject: "talks were held with Ghana"?"""
    verb = clause.verb
    if phrase.host is None:  # "with whom she held talks"
        return clause.link == "rel" and phrase.prep in _SIDES and unit.role == "object"
    return (
        verb is not None
        and verb.verb is not None
        and (phrase.host is verb or phrase.host.host is verb)
        and phrase.prep in _SIDES
        and (
            verb.word in status.tables()["course"]
            or (verb.verb.passive and verb.word in frame.carriers)
            or (verb.verb.passive and verb.word in status.tables()["ruling"])
        )
        and noun_status.stem(unit).role == "subject"
    )


_SIDES = frozenset({"with", "between", "among", "alongside", "together_with", "along_with"})
"""Prepositions that name sides wherever they stand."""


def _tells(child: Clause, frame: Frame) -> bool:
    """Does the clause on the noun say when and where: "talks held in", "due to open on"?"""
    if child.link == "part":
        return True
    word = child.verb.word if child.verb is not None else ""
    if child.link == "rel" and word == "be":  # "which was on the programme for Friday"
        return any(
            u.word in status.tables()["standing"]
            for p in child.phrases
            if p.host is child.verb
            for u in p.units
        )
    return child.link in ("rel", "inf") and (
        word in frame.carriers
        or word in status.tables()["course"]
        or word in status.tables()["ruling"]
    )


_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|inaugural|(?:[a-z]+-)?(?:first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|[a-z]+tieth)"
)
"""What counts an instance of a series: "the ninth commission"."""

GATHERINGS = frozenset({"conference", "forum", "summit", "dialogue", "congress", "symposium"})
"""In the name of a body: it is nothing but its meetings and no party to them."""

_WITHIN = frozenset({"during", "at", "in"}) | status.MARGINS
"""Before an event in which the objects of the clause take part."""


def _is_round(unit: Unit, clause: Clause, owners: dict[int, tuple[Frame, ...]]) -> bool:
    """As in "a third round of talks": the talks are the event, told once."""
    return any(
        phrase.host is unit
        and phrase.prep == "of"
        and any(u.kind == "noun" and u.index in owners and not u.det for u in phrase.units)
        for phrase in clause.phrases
    )


def _of_an_office(unit: Unit) -> bool:
    """As in "the envoy for the talks between A and B": what he is for, not what he does."""
    host = unit.host
    return (
        unit.role == "phrase"
        and unit.prep in ("for", "to")
        and host is not None
        and host.mention is not None
        and host.mention.kind == "person"
        and host.mention.office is not None
        and unit.i - host.j <= 3
        and (host.mention.form == "description" or host.apposed)
        and host.role in ("apposition", "subject")
        and unit.clause is not None
        and unit.clause.verb is not None
    )


def _organs(units: list[Unit], clause: Clause) -> list[Unit]:
    """The body behind its organ: "a meeting of the Council of Heads of Government of the SCO"."""
    found: list[Unit] = []
    for _ in range(4):
        inner = [u for p in clause.phrases if p.prep == "of" and p.host in units for u in p.units]
        if not inner:
            break
        found += [u for u in inner if u.mention is not None or any(m.mention for m in u.mods)]
        units = inner
    return found


def _without_inherited(found: EventMention, clause: Clause) -> None:
    """As in "met ahead of talks between A and B": who met is none of those who talk."""
    carried = clause.verb is not None and clause.verb.word in found.frame.carriers
    if carried and found.trigger.prep in ("for", "to", "in", "at", "with", "into"):
        return  # "hosted him for talks between"
    strangers = _matrix_subject(clause)
    named = [u for u in found.roles.get(found.frame.inherit, []) if u not in strangers]
    if sum(u.mention is not None and u.mention.actor is not None for u in named) > 1:
        found.roles[found.frame.inherit] = named


def _several(units: list[Unit]) -> bool:
    return len(units) > 1 or any(u.mention is not None and u.mention.members for u in units)


def _binds(pronoun: Unit, clause: Clause) -> bool:
    """As in "Biden looks forward to his visit": whose, if not the subject's?"""
    if pronoun.word not in ("his", "her") or len(clause.subject) != 1:
        return False
    subject = clause.subject[0]
    return (
        subject.mention is not None
        and subject.mention.kind == "person"
        and subject.mention.form == "name"
    )


def _carried(
    found: EventMention,
    unit: Unit,
    clause: Clause,
    frame: Frame,
    filled: set[str],
    tokens: Tokens,
) -> None:
    """Roles from the verb that governs the noun, or from the clause in which it is a phrase."""
    subject, objects = surface(clause)
    verb = clause.verb
    unit = noun_status.stem(unit)
    if unit.role == "subject" and verb is not None and verb.word in frame.gathers:
        gathered = [u for u in clause.objects if frame.kind != "visit" or _is_somewhere(u, tokens)]
        if gathered:
            found.add(frame.gathers[verb.word], gathered)
            filled.add("gathers")
    if (unit.role == "object" and verb is not None) or (
        unit.role == "subject" and verb is not None and verb.verb is not None and verb.verb.passive
    ):
        assert verb is not None
        role = frame.carriers.get(verb.word)
        if (
            role is None
            and verb.word in status.tables()["ruling"]
            and verb.word not in status.tables()["subject"]
        ):
            role = frame.inherit
        if verb.word in _GIVING and frame.inherit and unit.role == "object":
            passive = verb.verb is not None and verb.verb.passive
            given = clause.subject if passive else [u for u in clause.objects if u is not unit]
            if given:  # "was given a welcome", "gave him a welcome"
                found.add(frame.inherit, list(given))
                filled.add("carrier")
        if role and subject and subject != [unit]:
            found.add(role, [u for u in subject if u is not unit])
            filled |= {"carrier", "plural"} if _several(subject) else {"carrier"}
        listed = noun_status.diary(clause) if verb.word in _LISTING else None
        if listed is not None and frame.inherit:  # "on her agenda is a meeting with"
            found.add(frame.inherit, [m for m in listed.mods if m.mention is not None])
            found.add(
                frame.inherit,
                [u for p in clause.phrases if p.host is listed and p.prep == "of" for u in p.units],
            )
        if (
            verb.word in ("be", "mark")
            and frame.inherit
            and clause.subject
            and unit not in clause.subject
        ):
            return
        if verb.word == "invite" and objects:
            found.add(frame.inherit or "participant", [u for u in objects if u is not unit])
    elif unit.role == "phrase" and frame.inherit:
        if unit.host is not None and unit.host.word in status.tables()["nouns"]:
            found.add(
                frame.inherit, [m for m in unit.host.mods if m.mention is not None]
            )  # "the US proposal for a meeting"
        kind = status.tables()["opener"].get(unit.prep, "")
        if noun_status.is_withdrawn(unit):
            kind = "purpose"
        governed = (
            _carries_on(unit.host)
            or unit.prep in status.MARGINS | {"during"}
            or (kind in ("held", "planned") and _is_told(unit.host))
            or (frame.kind == "call" and unit.prep == "in")  # "discussed trade in a phone call"
        )
        host = unit.host
        if (
            kind
            and governed
            and not (
                unit.prep in ("in", "on", "to", "from")
                and frame.kind != "call"
                and host is not None
                and host.kind == "noun"
                and host.role != "phrase"
                and host.word not in noun_status.TRANSPARENT
                and not (
                    host.date is not None or any(m.kind in ("duration", "date") for m in host.mods)
                )
            )
        ):
            who = _matrix_subject(clause)
            if (
                frame.kind == "visit"
                and verb is not None
                and verb.word in _LEAVING
                and kind == "held"
            ):
                left = [u for u in objects if _is_somewhere(u, tokens)]
                if left and "to" not in filled and "in" not in filled:
                    found.add("left", left)  # "left Jakarta after a two-day visit"
            carried = (
                verb is not None
                and verb.word in frame.carriers
                and unit.prep in ("in", "with", "to", "on", "at")
            )
            if who and (carried or kind != "held" or unit.prep in ("after", "following")):
                found.add(frame.inherit, who)
                filled |= {"inherit", "plural"} if _several(who) else {"inherit"}
            within = kind == "within" and objects and unit.prep in _WITHIN
            if within:
                found.add("bystander", objects)
            if within or (who and unit.prep in ("after", "following")):
                found.add(
                    "bystander",
                    [
                        u
                        for p in clause.phrases
                        if p.host is verb and (p.prep == "with" or (p.prep == "to" and within))
                        for u in p.units
                    ],
                )
            if (
                verb is not None
                and verb.word
                in (
                    "invite",
                    "host",
                    "receive",
                    "welcome",
                    "greet",
                    "join",
                    "send",
                    "expect",
                    "take",
                    "bring",
                    "accompany",
                )
                and objects
            ):
                found.add(frame.inherit, objects)
            if verb is not None and verb.verb is not None and verb.verb.passive and clause.subject:
                found.add(frame.inherit, list(clause.subject))


_LISTING = frozenset({"be", "include", "feature"})
"""Verbs by which a programme names an event."""
_LEAVING = frozenset({"depart", "leave"})
_GIVING = frozenset({"give", "accord", "grant", "offer"})
"""Verbs that have a receiver beside the event."""


def _is_somewhere(unit: Unit, tokens: Tokens) -> bool:
    """Is it a state or a place: "the tour includes Oman", not "a dinner"?"""
    state = unit.mention is not None and unit.mention.kind == "state"
    return state or place_of(unit, tokens) is not None


def _carries_on(host: Unit | None) -> bool:
    """Does a phrase after ``host`` still belong to the clause's subject?

    It does in "flew to Oman for talks" and "spent hours in talks", not in "the outcome of talks".
    """
    if host is None or host.kind != "noun":
        return True
    return (
        host.word in noun_status.TRANSPARENT
        or host.word in status.tables()["nouns"]
        or host.date is not None
        or any(m.kind in ("duration", "date") for m in host.mods)
        or host.role == "subject"
        or host.word in words()["localities"]
        or host.word in words()["groups"]
    )


def _is_told(host: Unit | None) -> bool:
    """Is it those to whom one speaks: "told reporters after talks with"?"""
    return (
        host is not None and host.role in ("object", "phrase") and host.word in words()["hearers"]
    )


def _matrix_subject(clause: Clause) -> list[Unit]:
    """The subject of the clause, or of the one that it depends on when it has none."""
    verb = clause.verb
    if verb is not None and verb.verb is not None and verb.verb.passive:
        return list(clause.subject)
    for one in clause.chain()[:3]:
        if one.subject:
            return list(one.subject)
    return []


def _attached(
    found: EventMention, child: Clause, frame: Frame, filled: set[str], tokens: Tokens
) -> None:
    """As in "talks hosted by Qatar", "attended by A and B", "a meeting that Xi will host"."""
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
            if role and phrase.prep != "by" and accepts(frame, phrase.prep, phrase.units, tokens):
                found.add(role, kept(frame, phrase.prep, phrase.units, tokens))
                filled.add(phrase.prep)
    elif child.link == "rel" and found.trigger in child.objects:
        role = frame.carriers.get(verb.word)
        if role is not None:
            found.add(role, child.subject)
            filled.add("carrier")
            for phrase in child.phrases:
                role = frame.roles.get(phrase.prep)
                if role and accepts(frame, phrase.prep, phrase.units, tokens):
                    found.add(role, kept(frame, phrase.prep, phrase.units, tokens))
    elif verb.word in frame.gathers:
        found.add(frame.gathers[verb.word], child.objects)
        filled.add("gathers")
