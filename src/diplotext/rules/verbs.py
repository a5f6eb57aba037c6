"""Verbs against clauses: "met", "will visit", "spoke by telephone", each frame with its conditions.

Roles come from the verb's subject and object (in the passive from its "by" phrase and subject) and
from the phrases that follow it.
"""

from __future__ import annotations

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules import status
from diplotext.rules.circumstances import where_and_when
from diplotext.rules.frames import Frame, singular
from diplotext.rules.mention import (
    EventMention,
    companions,
    kept,
    phrase_owner,
    points,
    surface,
    travellers,
)
from diplotext.rules.presence import has_place, is_together


def verb(
    unit: Unit,
    frames: tuple[Frame, ...],
    sentence: int,
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> list[EventMention]:
    """The event mentions of one verb: what each of its frames makes of the clause."""
    clause = unit.clause
    assert isinstance(clause, Clause)
    if clause.verb is not unit:
        return []
    at_hand = {p.prep for p in clause.phrases}
    possible = [
        f
        for f in frames
        if not (f.means and f.means.isdisjoint(at_hand))
        and not (f.phrased and f.needs.isdisjoint(at_hand))
    ]
    if not possible:
        return []
    reading = status.of_verb(unit)
    none = any(u.det == "no" or tokens.lower[u.i] == "no" for u in clause.subject)
    since = (none or reading.value == "denied") and status.not_since(clause)
    if since:
        reading = status.Reading("held", status.FAIR, cue=unit)
    elif none:
        return []  # "no minister has visited"
    sides = surface(clause)
    found: list[EventMention] = []
    for frame in possible:
        if _rules_out(frame, unit, clause, sides, owners, tokens):
            continue
        event = EventMention(frame, unit, clause, sentence, reading, since=since)
        if _fills(event, sides, owners, tokens):
            where_and_when(event, clause, unit, owners, tokens)
            found.append(event)
    return found


def _rules_out(
    frame: Frame,
    unit: Unit,
    clause: Clause,
    sides: tuple[list[Unit], list[Unit]],
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> bool:
    """Does the clause say that the verb is none of the frame's, whoever its sides may be?"""
    if frame.kind == "call":
        first = clause.subject[0].i if clause.subject else 0
        if tokens.lower[first - 1 : first] == ["as"]:
            return True  # "his brother, as he calls him"
        if unit.word == "call" and "object" in frame.needs and not frame.means and _names(clause):
            return True
    if unit.word == "call" and frame.kind == "visit" and (
        any(u.mention is None or u.mention.kind != "person" for u in clause.subject)
        or any(
            u.kind == "noun" and u.date is None and place_of(u, tokens) is None
            for u in clause.objects
        )
    ):  # fmt: skip
        return True  # "the council called a summit in Oslo"
    if frame.unsaid and not _without_destination(clause, unit, tokens):
        return True
    group = unit.verb
    if group is not None and (
        (frame.perfect and not group.perfect)
        or (frame.adverbs and frame.adverbs.isdisjoint(group.adverbs))
    ):
        return True
    if frame.alone and _demands(unit, clause, owners):
        return True
    if frame.lasting and not _lasts(clause, unit, frame):
        return True
    if frame.placed and not has_place(clause, unit, tokens):
        return True
    done_to = unit.verb is not None and unit.verb.passive
    if frame.objects and not any(
        singular(_head_word(u, tokens)) in frame.objects
        for u in ((*clause.subject, *clause.objects) if done_to else clause.objects)
    ):
        return True
    if frame.marked:
        subject, objects = sides
        if frame.kind == "visit":
            subject = [u for one in subject for u in travellers(one)]
        named = [(u.i, _behind_members(u, tokens)) for u in (*subject, *objects)]
        if all(frame.marked.isdisjoint(tokens.lower[i:j]) for i, j in named):
            return True
    if not frame.subjects:
        return False
    subject = companions(clause, clause.subject) if clause.link == "rel" else clause.subject
    subject = subject + [u for p in clause.phrases if p.prep == "among" for u in p.units]
    return not any(singular(_head_word(u, tokens)) in frame.subjects for u in subject)


def _behind_members(unit: Unit, tokens: Tokens) -> int:
    """The end of the group, with what "members of her delegation" are of."""
    many = tokens.lower[unit.j - 1] in ("members", "member", "part")
    return unit.j + 4 if many and tokens.lower[unit.j : unit.j + 1] == ["of"] else unit.j


def _fills(
    found: EventMention,
    sides: tuple[list[Unit], list[Unit]],
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> bool:
    """Fill the roles; False where none of the positions that the frame needs is filled."""
    frame, unit, clause = found.frame, found.trigger, found.clause
    subject, objects = sides
    if frame.kind == "visit":
        subject = [u for one in subject for u in travellers(one)]
    elif clause.link == "rel" and not objects:
        subject = companions(clause, subject)
    filled = set()
    for position, units in (("subject", subject), ("object", objects)):
        role = frame.roles.get(position)
        if role and units and (some := kept(frame, position, units, tokens)):
            found.add(role, some)
            filled.add(position)
    for phrase in clause.phrases:
        role = frame.roles.get(phrase.prep)
        if not role:
            continue
        if "object" in filled and role == frame.roles.get("object") and role == "host":
            continue  # "is visiting Oman after talks in Fiji"
        if (
            (frame.weak or frame.direct)
            and phrase.host is not unit
            and not (phrase.host and phrase.host.kind == "verb")
            and not _goes_on(phrase, unit, tokens)
            and not _behind_when_and_where(phrase, unit)
            and not _at_side(phrase, unit, tokens)
            and (phrase.prep != "from" or _sent(phrase, tokens))
        ):
            continue  # "came with a message from Oman"
        if (
            phrase_owner(phrase, owners) in (unit, None)
            and not (unit.verb and unit.verb.passive and phrase.prep == "by")
            and (some := kept(frame, phrase.prep, phrase.units, tokens))
        ):
            found.add(role, some)
            filled.add(phrase.prep)
    if frame.kind == "call" and "object" in frame.needs and not frame.means:
        greeted = [] if clause.objects else _greeted(unit)
        if some := kept(frame, "object", greeted, tokens):
            found.add(frame.roles["object"], some)
            filled.add("object")
    if len(subject) > 1 or any(map(_of_several, subject)):
        if "plural" in frame.needs or frame.kind == "call":
            filled.add("plural")
        if (
            "object" in frame.needs
            and frame.kind in ("call", "talks")
            and tokens.lower[unit.j : unit.j + 2] in _RECIPROCAL
            and all(p.prep != "as" for p in clause.phrases)
        ):
            filled.add("object")  # "phoned each other"; not "see each other as rivals"
    if (
        "together" in frame.needs
        and (len(clause.subject) > 1 or any(map(_of_several, clause.subject)))
        and is_together(clause, unit, tokens)
    ):
        filled.add("together")
    if not frame.needs.isdisjoint(_POINTING):
        filled.update(word for word in _POINTING if points(word, unit, tokens))
    if "where" in frame.needs and not found.roles.get("host") and _where(clause, tokens):
        assert clause.where is not None
        found.add("host", [clause.where])
        filled.add("where")
    if frame.needs and frame.needs.isdisjoint(filled):
        return False
    return not (frame.direct and "plural" in frame.needs and _in_public(clause, unit, filled))


_POINTING = ("here", "there")


def _lasts(clause: Clause, verb: Unit, frame: Frame) -> bool:
    """Is the verb's object a length of time, of a visit one of days: "spent two days", "spent the
    weekend", not "spent an hour in"?
    """
    if any(0 <= d.i - verb.j <= 1 and not d.prep for d in clause.dates):
        return True
    return any(
        (frame.kind != "visit" and u.word in _HOURS)
        or (
            u.date is not None
            and u.date.kind == "duration"
            and (frame.kind != "visit" or bool(u.date.days))
        )
        for u in clause.objects
    )


_HOURS = frozenset({"hour", "half-hour"})


def _of_several(unit: Unit) -> bool:
    """Are they of several states: "the two ministers", "Peruvian and Chilean sappers"?"""
    if unit.mention is not None and unit.mention.members:
        return True
    if unit.clause is not None and not unit.mods and sum(
        u.mention is not None and u.mention.kind == "state"
        for p in unit.clause.phrases if p.host is unit and p.prep in ("from", "of")
        for u in p.units
    ) > 1:  # fmt: skip
        return True  # "ships from Peru and Chile"
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


def _goes_on(phrase: Phrase, verb: Unit, tokens: Tokens) -> bool:
    """Is it the verb's second phrase of its kind: "will be in Oslo on Monday and in Rome later",
    "spoke with Bassi about gas and with Pappas about fish"?
    """
    host = phrase.host
    if (
        host is not None
        and host.role == "phrase"
        and host.prep in _MATTERS
        and phrase.units[0].i > 1
        and tokens.lower[phrase.units[0].i - 2] in ("and", ",", ";")
    ):
        host = host.host
    return (
        host is not None
        and host.role == "phrase"
        and host.prep == phrase.prep
        and host.host is verb
        and phrase.units[0].i - host.j > 1
    )


def _at_side(phrase: Phrase, verb: Unit, tokens: Tokens) -> bool:
    """As in "Bassi, with Minister X at her side, landed in Oslo"."""
    if phrase.prep != "with" or not phrase.units or phrase.host not in surface(verb.clause)[0]:  # type: ignore[arg-type]
        return False
    end = phrase.units[-1].j
    behind = tokens.lower[end : end + 3]
    return behind[:1] in (["at"], ["by"]) and behind[2:] == ["side"]


_MATTERS = frozenset({"about", "on", "over"})
"""Before what is spoken of."""


def _behind_when_and_where(phrase: Phrase, verb: Unit) -> bool:
    """Does it follow the verb's day and place: "spoke in Oslo on Monday with Bassi", "talked for an
    hour with Bassi"?
    """
    host = phrase.host
    for _ in range(3):
        if host is None or host is verb:
            break
        if host.role != "phrase" or host.prep not in ("in", "at", "on", "for"):
            return False
        if host.date is None and (host.mention is None or host.mention.kind != "place"):
            return False
        host = host.host
    return host is verb


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


def _demands(unit: Unit, clause: Clause, owners: dict[int, tuple[Frame, ...]]) -> bool:
    """As in "called on Xi to resign", "on all sides for calm": the object is to do something; not
    "to discuss trade", "for talks".
    """
    asked = any(
        child.link == "inf"
        and child.verb is not None
        and child.verb.word not in status.tables()["audience"]
        and not (unit.verb and unit.verb.tense == "future" and _is_bare(child.verb))
        for one in (unit, *clause.objects)
        for child in one.attached
    )
    if asked or unit.word not in ("call on", "call upon"):
        return asked
    wanted = [
        p.units[0] for p in clause.phrases if p.prep == "for" and p.host in (unit, *clause.objects)
    ]
    return any(u.kind == "noun" and u.index not in owners and u.date is None for u in wanted)


def _is_bare(verb: Unit) -> bool:
    """Is it an infinitive without "to": "will call on Xi and travel to Lhasa"?"""
    return verb.j - verb.i == len(verb.word.split())


def _head_word(unit: Unit, tokens: Tokens) -> str:
    if unit.word or unit.mention is None:
        return unit.word
    if unit.mention.form == "description":  # "the countries", read as a mention of some states
        return tokens.lower[unit.j - 1]
    return unit.mention.reason if unit.mention.form == "pronoun" else ""
