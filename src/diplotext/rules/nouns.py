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
from diplotext.rules import journeys, noun_status, status
from diplotext.rules.carrying import carried, somewhere
from diplotext.rules.circumstances import add_hosts, add_places, where_and_when
from diplotext.rules.days import lengths
from diplotext.rules.frames import Frame
from diplotext.rules.mention import EventMention, accepts, kept, phrase_owner
from diplotext.rules.owners import (
    attach,
    binds,
    organs,
    whose_own,
    whose_tour,
    without_inherited,
)
from diplotext.rules.sessions import is_only_meeting


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
    if found.status.value == "denied" and frame.kind in ("talks", "summit", "conference"):
        verb, looked_for = clause.verb, status.tables()["attending"]
        if verb is not None and (
            looked_for.get(verb.word) == "come"
            or (verb.word in looked_for and frame.kind != "talks")
        ):
            found.status = found.status.read_as(value="cancelled", strength=status.FAIR)
    if frame.kind in ("summit", "conference") and _is_not_at(unit, clause):
        found.status = status.Reading("cancelled", status.FAIR, cue=clause.verb)
    if unit.kind == "entity":
        if found.status.strength == 0 or frame.kind not in ("summit", "conference"):
            return None  # the body itself, not a session of it
        found.proper = True
    if _is_quality(unit) or _of_an_office(unit) or _is_round(unit, clause, owners):
        return None
    if frame.kind == "call" and unit.word == "call" and _is_demand(unit, clause):
        return None
    word = tokens.lower[unit.head]
    if unit.kind == "entity" and not is_only_meeting(unit, tokens):
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
            if tokens.lower[mod.i - 2 : mod.i] in _AGAINST:
                continue  # "an anti-NATO forum"
            position = "possessor" if mod.possessive else "modifier"
            role = frame.roles.get(position)
            if mod.kind == "possessor" and frame.kind == "visit" and binds(mod, clause):
                mod = clause.subject[0]
            if role and accepts(frame, position, [mod], tokens):
                found.add(role, [mod])
                filled.add(position)
            elif _is_setting(mod, frame, tokens):
                found.places.append(mod)  # "the Geneva talks"
        elif mod.kind == "word":
            words.append(mod.word)
        elif mod.word == "its" and frame.kind in _PLACED:
            found.add(frame.roles.get("possessor", "participant"), [mod])
        elif mod.kind == "duration":
            found.durations.append(mod)
        elif mod.kind == "date":
            found.dates.append(mod)
    if unit.prep == "of":
        found.durations += lengths(unit)
    if frame.kind == "talks" and unit.prep == "of":
        outer = noun_status.stem(unit)
        for mod in outer.mods if outer is not unit else ():
            if mod.mention is not None and mod.possessive:
                found.add(frame.roles.get("possessor", ""), [mod])  # "his third round of talks"
                filled.add("possessor")
    found.format = tuple(words)
    if any(ORDINAL.fullmatch(word) for word in words):
        filled.add("ordinal")
    carried(found, unit, clause, frame, filled, tokens)
    for phrase in clause.phrases:
        role = frame.roles.get(phrase.prep)
        if (
            role
            and not (phrase.prep == "including" and _is_subject_matter(phrase.host))
            and (phrase_owner(phrase, owners) is unit or _beside(unit, clause, phrase, frame))
            and (some := kept(frame, phrase.prep, phrase.units, tokens))
        ):
            found.add(role, some)
            filled.add(phrase.prep)
        elif role and phrase.prep == "of" and phrase_owner(phrase, owners) is unit:
            inner = organs(phrase.units, clause)
            if inner:
                found.add(role, inner[-1:])
                found.format += tuple(
                    tokens.lower[organ.head] for organ in phrase.units if organ.head >= 0
                )
                filled.add("of")
    if frame.kind == "visit":
        if not found.roles.get("visitor"):
            found.add("visitor", whose_tour(unit, clause))
        if "host" in frame.roles.values() and filled.isdisjoint(("to", "in", "at")):
            destined = [u for u in journeys.destined(unit, clause) if somewhere(u, tokens)]
            if destined:
                found.roles["visitor"] = [
                    u for u in found.roles.get("visitor", []) if u not in destined
                ]
                found.add("host", destined)
                filled.add("gathers")
                if journeys.is_ahead(unit, clause):
                    found.status = status.Reading("planned", status.FAIR, cue=unit)
    if "with" in filled and filled.isdisjoint(_OWN):
        found.add("speaker", _told_by(unit, clause))
    for child in unit.attached:
        attach(found, child, frame, filled, tokens)
    if (
        "inherit" in filled
        and "carrier" not in filled
        and {"between", "among", "involving"} & filled
    ):
        without_inherited(found, clause)
    if frame.kind == "visit" and "inherit" in filled and "carrier" not in filled:
        whose_own(found, unit, clause)
    if frame.needs and not frame.needs & filled:
        return None
    told = [child for child in noun_status.attached(unit) if _tells(child, frame)]
    days = [d for child in told for d in _days(child, frame)]
    dated = bool(found.dates or days)
    where_and_when(found, clause, unit, owners, tokens, dated=dated)
    for child in told:
        add_places(found, child, None, {}, tokens)
    found.dates.extend(d for d in days if d not in found.dates)
    if frame.kind == "visit":
        journeys.other_stops(found)
    add_hosts(found, unit, tokens)
    return found


def _days(child: Clause, frame: Frame) -> list[Unit]:
    """Those of a clause on the noun; of "the trip that he scrapped on Monday" only "for May"."""
    word = child.verb.word if child.verb is not None else ""
    only_said = (
        child.link == "rel"
        and child.governor in child.objects
        and word not in frame.carriers
        and word in status.tables()["ruling"]
    )
    return [d for d in child.dates if d.prep == "for"] if only_said else child.dates


_AGAINST = tuple([word, "-"] for word in ("anti", "pro", "non"))


def _is_subject_matter(unit: Unit | None) -> bool:
    """As in "talks on many issues, including Iran": what they talk about."""
    return unit is not None and unit.mention is None and unit.prep in _ON


_ON = frozenset({"on", "about", "over", "concerning", "regarding"})


def _is_quality(unit: Unit) -> bool:
    """As in "began as bilateral": what sort of thing it was."""
    return unit.prep == "as" and not unit.det and not unit.mods


def _is_demand(call: Unit, clause: Clause) -> bool:
    """As in "his call for a truce", "a call by Ali to end the war": no telephone rang."""
    if any(mod.kind == "word" for mod in call.mods):
        return False  # "a phone call"
    wants = [p for p in clause.phrases if p.prep == "for" and p.units[0].date is None]
    if any(p.host is call or (p.host and p.host.host is call) for p in wants):
        return True
    asked = [c.verb.word for c in call.attached if c.link == "inf" and c.verb is not None]
    if any(p.prep == "by" and p.host is call for p in clause.phrases) and clause.verb is not None:
        asked += [
            c.verb.word
            for c in clause.verb.attached
            if c.link == "inf" and c.verb is not None and c.verb.i > call.j
        ]  # "rejected a call by Ali to lay down arms"
    return any(word not in words()["purposes"] for word in asked)


_OWN = frozenset({"possessor", "modifier", "carrier", "inherit", "between", "by", "of"})
"""Positions that name a side, so that "with" names the other."""


_FORETELLING = frozenset(
    {"announce", "confirm", "expect", "anticipate", "await", "rule out", "schedule"}
)
"""Verbs by which somebody speaks of a meeting of his own: "expects talks with Pappas"."""


def _told_by(unit: Unit, clause: Clause) -> list[Unit]:
    """As in "Bassi said a meeting with Pappas could follow": whose meeting it is."""
    verb = clause.verb
    if unit.role == "object" and verb is not None and verb.word in _FORETELLING:
        return list(clause.subject)
    parent = clause.parent
    told = clause.link == "that" and noun_status.stem(unit).role == "subject"
    if not told or parent is None or parent.verb is None:
        return []
    return list(parent.subject) if parent.verb.word in words()["speech"] else []


_PLACED = frozenset({"talks", "summit", "conference"})


def _is_setting(mod: Unit, frame: Frame, tokens: Tokens) -> bool:
    """Is it a city or venue before the noun, not "the Africa-Oman summit"?"""
    if mod.possessive or mod.mention is None or mod.mention.kind != "place":
        return False
    place = place_of(mod, tokens)
    return frame.kind in _PLACED and place is not None and place.country is not None


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
    if frame.kind == "visit":  # "her first visit will be to Oman"
        return (
            verb is not None
            and verb.word == "be"
            and phrase.prep == "to"
            and phrase.host is verb
            and unit in clause.subject
        )
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
    if child.link == "rel" and child.dates and word in _TIMED:
        return True
    return child.link in ("rel", "inf") and (
        word in frame.carriers
        or word in status.tables()["course"]
        or (child.link == "rel" and word in status.tables()["ruling"])
    )


_TIMED = frozenset({"fall", "span", "last", "run", "stretch", "occupy", "be"})
"""Verbs that say of an event on which days it is: "the talks, which fall on Easter Monday"."""

ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|inaugural|(?:[a-z]+-)?(?:first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|[a-z]+tieth)"
)
"""What counts an instance of a series: "the ninth commission"."""


def _is_round(unit: Unit, clause: Clause, owners: dict[int, tuple[Frame, ...]]) -> bool:
    """As in "a third round of talks": the talks are the event, told once."""
    return any(
        phrase.host is unit
        and phrase.prep == "of"
        and any(
            u.kind == "noun"
            and u.index in owners
            and not u.det
            and u.word not in words()["groups"]  # "a session of the commission"
            and not any(m.possessive for m in u.mods)  # "the last leg of Bassi's tour"
            for u in phrase.units
        )
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


def _is_not_at(unit: Unit, clause: Clause) -> bool:
    """As in "she will not be at the summit": she stays away."""
    verb = clause.verb
    return (
        verb is not None
        and verb.verb is not None
        and verb.verb.negated
        and verb.word == "be"
        and unit.prep == "at"
        and unit.host is verb
    )
