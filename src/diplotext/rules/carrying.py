"""Who takes part in an event that a noun names, by what governs it: "A held talks", "flew in for".

Roles from the verb that carries the noun, or from the clause in which the noun is only a phrase.
"""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules import noun_status, status
from diplotext.rules.convening import summons
from diplotext.rules.frames import Frame
from diplotext.rules.mention import EventMention, surface
from diplotext.rules.phrase_status import is_left, is_withdrawn

WITHIN = frozenset({"during", "at", "in"}) | status.MARGINS
"""Before an event in which the objects of the clause take part."""


def carried(
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
        gathered = [u for u in clause.objects if frame.kind != "visit" or somewhere(u, tokens)]
        if frame.kind == "visit" and verb.verb is not None and verb.verb.negated:
            gathered = []  # "the trip does not include Oman"
        if gathered:
            found.add(frame.gathers[verb.word], gathered)
            filled.add("gathers")
    if (unit.role == "object" and verb is not None) or (
        unit.role == "subject" and verb is not None and verb.verb is not None and verb.verb.passive
    ):
        assert verb is not None
        role = frame.carriers.get(verb.word)
        by = "carrier"
        if verb.word == "call" and not summons(unit, clause):
            role = None  # "called the summit a success"
        if (
            role is None
            and verb.word in status.tables()["ruling"]
            and verb.word not in status.tables()["subject"]
        ):
            role = frame.inherit
            by = "inherit"  # "prepared a meeting between": perhaps of others
        if verb.word in _GIVING and frame.inherit and unit.role == "object":
            passive = verb.verb is not None and verb.verb.passive
            given = clause.subject if passive else [u for u in clause.objects if u is not unit]
            if given:  # "was given a welcome", "gave him a welcome"
                found.add(frame.inherit, list(given))
                filled.add("carrier")
        if role == "host" and any(p.prep == "to" and p.host is unit for p in clause.phrases):
            role = None  # "Oman welcomed the visit to Malta by"
        if role and subject and subject != [unit]:
            found.add(role, [u for u in subject if u is not unit])
            filled |= {by, "plural"} if _several(subject) else {by}
        listed = noun_status.diary(clause) if verb.word in noun_status.LISTING else None
        if listed is not None and frame.inherit:  # "on her agenda is a meeting with"
            owners = [m for m in listed.mods if m.mention is not None]
            found.add(frame.inherit, [m for m in owners if m.mention and m.mention.kind != "place"])
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
        left = is_left(unit)
        if left:
            kind = "within"
        if is_withdrawn(unit):
            kind = "purpose"
        governed = (
            left
            or _carries_on(unit.host)
            or _is_abroad(unit, frame)
            or unit.prep in status.MARGINS | {"during"}
            or (unit.prep == "since" and frame.kind != "visit")
            or (unit.prep == "at" and verb is not None and verb.word in status.tables()["deeds"])
            or (kind in ("held", "planned") and _is_told(unit.host))
            or _is_own_with(unit, clause)
            or _is_between_them(unit, clause)
            or (frame.kind == "call" and unit.prep == "in")  # "discussed trade in a phone call"
        )
        host = unit.host
        if (
            kind
            and governed
            and not (
                unit.prep in ("in", "on", "to", "from")
                and not left
                and frame.kind != "call"
                and not _is_abroad(unit, frame)
                and host is not None
                and host.kind == "noun"
                and host.role != "phrase"
                and host.word not in noun_status.TRANSPARENT
                and host.word not in status.tables()["nouns"]
                and not (
                    host.date is not None or any(m.kind in ("duration", "date") for m in host.mods)
                )
            )
        ):
            who = matrix_subject(clause)
            if (
                frame.kind == "visit"
                and verb is not None
                and verb.word in _LEAVING
                and kind == "held"
            ):
                home = [u for u in objects if somewhere(u, tokens)]
                if home and "to" not in filled and "in" not in filled:
                    found.add("left", home)  # "left Jakarta after a two-day visit"
            carried = (
                verb is not None
                and verb.word in frame.carriers
                and unit.prep in ("in", "with", "to", "on", "at")
            )
            remarked = verb is not None and verb.word in _REMARKING
            praised = host is not None and host.role == "object"
            if remarked and praised and not _is_own_with(unit, clause):
                who = []  # "noted preparations for the summit"
            who = [_whose_office(u) for u in who]
            if who and (carried or kind != "held" or unit.prep in ("after", "following", "since")):
                found.add(frame.inherit, who)
                filled |= {"inherit", "plural"} if _several(who) else {"inherit"}
            met = _met(clause)
            if met and unit.prep == "for" and frame.kind in ("summit", "conference"):
                found.add(frame.inherit, met)  # "met Bassi and Costa in Oslo for a summit"
            within = kind == "within" and (objects or met) and unit.prep in WITHIN
            between = _is_between_them(unit, clause)
            if within:
                found.add("bystander", objects)
                if verb is not None and _is_told_something(verb):
                    found.add("bystander", subject)
            if within or (who and unit.prep in ("after", "following", "since")):
                found.add(
                    "bystander",
                    [
                        u
                        for p in clause.phrases
                        if (
                            p.host is verb
                            or (p.host in clause.objects and (frame.kind == "call" or between))
                        )
                        and (p.prep == "with" or (p.prep in ("to", "from") and within))
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
                if (
                    frame.kind == "visit"
                    and verb.word in _HOSTING
                    and subject
                    and unit.prep in ("for", "on")
                    and filled.isdisjoint(("to", "in"))
                ):
                    found.add("host", subject)  # "invited her for a visit"
            if verb is not None and verb.verb is not None and verb.verb.passive and clause.subject:
                found.add(frame.inherit, list(clause.subject))


def _met(clause: Clause) -> list[Unit]:
    """Whom the subject meets, if that is what it does: "met Bassi", "sat down with Bassi"."""
    verb = clause.verb
    if verb is None or verb.word not in _MEETING:
        return []
    beside = [u for p in clause.phrases if p.host is verb and p.prep == "with" for u in p.units]
    return [u for u in (*clause.objects, *beside) if u.mention is not None]


_MEETING = frozenset({"meet", "meet up", "sit down", "get together", "huddle", "confer"})


def _is_abroad(unit: Unit, frame: Frame) -> bool:
    """As in "led traders on a visit to Oslo": where the subject was, whatever stands between."""
    return frame.kind == "visit" and unit.prep == "on" and unit.det in ("a", "an")


_REMARKING = frozenset(
    {
        "note",
        "praise",
        "review",
        "commend",
        "hail",
        "mention",
        "criticise",
        "criticize",
        "congratulate",
        "compliment",
        "felicitate",
    }
)
"""What they tell of need not be the subject's own."""

_HOSTING = frozenset({"host", "invite", "receive", "welcome"})
_LEAVING = frozenset({"depart", "leave"})
_GIVING = frozenset({"give", "accord", "grant", "offer"})
"""Verbs that have a receiver beside the event."""


def somewhere(unit: Unit, tokens: Tokens) -> bool:
    """Is it a state or a place: "the tour includes Oman", not "a dinner"?"""
    state = unit.mention is not None and unit.mention.kind == "state"
    return state or place_of(unit, tokens) is not None


_OFFICES = frozenset({"office", "administration", "palace", "cabinet", "team", "account"})


def _whose_office(unit: Unit) -> Unit:
    """As in "after a call with Bassi, Russo's office said": whoever it speaks for."""
    if unit.kind != "noun" or unit.word not in _OFFICES:
        return unit
    owner = next((m for m in unit.mods if m.possessive and m.mention is not None), None)
    person = owner is not None and owner.mention is not None and owner.mention.kind == "person"
    return owner if person and owner is not None else unit


def _is_told_something(verb: Unit) -> bool:
    """As in "was told by Bassi in a telephone conversation": by whom he had before him."""
    passive = verb.verb is not None and verb.verb.passive
    return passive and verb.word in words()["addressing"]


def _carries_on(host: Unit | None) -> bool:
    """Does a phrase after ``host`` still belong to the clause's subject?

    It does in "flew to Oman for talks" and "spent hours in talks", not in "the outcome of talks".
    """
    if host is None or host.kind != "noun":
        return True
    above = host.host
    if host.prep == "to" and above is not None and above.word in status.tables()["motion"]:
        return True  # "flew to Sharm for talks", wherever that is
    return (
        host.word in noun_status.TRANSPARENT
        or host.word in status.tables()["nouns"]
        or host.date is not None
        or any(m.kind in ("duration", "date") for m in host.mods)
        or host.role == "subject"
        or host.word in words()["localities"]
        or host.word in words()["groups"]
    )


_THEREAFTER = frozenset({"after", "following", "ahead_of", "before", "at", "in", "during"})


def _is_own_with(unit: Unit, clause: Clause) -> bool:
    """As in "praised the deal after talks with Bassi": of the one who acts, whatever is between."""
    if unit.prep not in _THEREAFTER or unit.det in ("the", "his", "her", "their"):
        return False
    acts = any(u.mention is not None and u.mention.kind == "person" for u in clause.subject)
    return acts and any(p.host is unit and p.prep == "with" for p in clause.phrases)


def _is_between_them(unit: Unit, clause: Clause) -> bool:
    """As in "asked Bassi for help at a meeting", "conveyed a message to Bassi in talks"."""
    verb = clause.verb
    if verb is None or unit.prep not in WITHIN or verb.word not in words()["addressing"]:
        return False
    if any(p.host is unit and p.prep in ("with", "between", "of") for p in clause.phrases):
        return False
    spoken = [u for p in clause.phrases if p.prep in ("to", "from") for u in p.units]
    return all(
        any(u.mention is not None and u.mention.kind == "person" for u in some)
        for some in (clause.subject, [*clause.objects, *spoken])
    )


def _is_told(host: Unit | None) -> bool:
    """Is it those to whom one speaks: "told reporters after talks with"?"""
    return (
        host is not None and host.role in ("object", "phrase") and host.word in words()["hearers"]
    )


def matrix_subject(clause: Clause) -> list[Unit]:
    """The subject of the clause, or of the one that it depends on when it has none."""
    verb = clause.verb
    if verb is not None and verb.verb is not None and verb.verb.passive:
        return list(clause.subject)
    for one in clause.chain()[:3]:
        if one.subject:
            return list(one.subject)
    return []


def _several(units: list[Unit]) -> bool:
    return len(units) > 1 or any(u.mention is not None and u.mention.members for u in units)
