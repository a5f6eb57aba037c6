"""What frames make of a sentence: event mentions, and how their roles are filled."""

from __future__ import annotations

import attrs

from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.places import named_by, place_of
from diplotext.reading.units import Unit
from diplotext.rules import noun_status, status
from diplotext.rules.frames import Frame


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
    since: bool = False  # not since the day told: then it was
    proper: bool = False  # the trigger is part of a name: "the Belt and Road Forum"
    parted: bool = False  # one of several that a trigger tells of together

    def add(self, role: str, units: list[Unit]) -> None:
        """Let ``units`` fill ``role``, each once."""
        have = self.roles.setdefault(role, [])
        for unit in units:
            if unit not in have:
                have.append(unit)


def travellers(unit: Unit) -> list[Unit]:
    """Whom a subject stands for: "Bassi's plane landed", "led a delegation that visited"."""
    if unit.kind != "noun":
        return [unit]
    if unit.word in words()["carriages"]:
        owners = [m for m in unit.mods if m.possessive and m.mention is not None]
        carried = [
            u
            for child in unit.attached
            if child.verb is not None and child.verb.word in ("carry", "bring", "take")
            for u in child.objects
        ]
        return owners or carried or [unit]
    verb = unit.clause.verb if unit.clause is not None and unit.role == "object" else None
    if verb is not None and verb.word in ("head", "lead") and unit.word in words()["parties"]:
        return list(unit.clause.subject) or [unit] if unit.clause is not None else [unit]
    return [unit]


def phrase_owner(phrase: Phrase, owners: dict[int, tuple[Frame, ...]]) -> Unit | None:
    """The trigger that a phrase belongs to: the nearest before it that takes its preposition."""
    host = phrase.host
    steps = 0
    if (
        phrase.prep == "with"
        and host is not None
        and host.kind == "noun"
        and host.word in words()["relational"]
        and not any(u.mention is not None and u.mention.kind == "person" for u in phrase.units)
    ):
        return host  # "discussed cooperation with Poland", but with her counterpart
    last: Unit | None = None
    while host is not None and steps < 12:
        steps += 1
        frames = owners.get(host.index)
        if frames and any(phrase.prep in f.roles for f in frames):
            aside = phrase.prep == "with" and host.role == "phrase" and host.prep in status.MARGINS
            if phrase.prep != "including_with" and not (aside and _takes(host, owners)):
                return host
            last = host  # "talks on the sidelines of a session, including with Poland": the talks
        if phrase.prep == "of" and host.kind == "noun" and host.word not in noun_status.TRANSPARENT:
            return host  # "on the island nation of Fiji": the nation's, not the talks'
        if host.kind == "verb":
            return last or host
        host = above(host)
    return last


def _takes(unit: Unit, owners: dict[int, tuple[Frame, ...]]) -> bool:
    """Does what the unit stands beside take the partner: "met on the margins of a summit with"?"""
    outer = above(unit)
    for _ in range(4):
        if outer is None:
            return False
        frames = owners.get(outer.index)
        if frames and any("with" in f.roles for f in frames):
            return True
        outer = above(outer)
    return False


def above(unit: Unit) -> Unit | None:
    """What a unit hangs on: the host of its phrase, or the verb that it is the object of."""
    if unit.role == "phrase":
        return unit.host
    if unit.role in ("object", "apposition") and unit.clause is not None:
        return unit.clause.verb
    return None


def surface(clause: Clause) -> tuple[list[Unit], list[Unit]]:
    """Logical subject and object: in the passive the "by" phrase and the subject."""
    verb = clause.verb
    if verb is not None and verb.verb is not None and verb.verb.passive:
        agents = [
            u
            for p in clause.phrases
            if p.prep == "by" and (p.host is verb or _behind_place(p, verb))
            for u in p.units
        ]
        return agents, list(clause.subject)
    if verb is not None and verb.word in words()["object_wanted"] and _is_done_to(clause, verb):
        return [], list(clause.subject)
    return list(clause.subject), list(clause.objects)


def _is_done_to(clause: Clause, verb: Unit) -> bool:
    """A headline's passive without its "be": "President welcomed in Oslo"."""
    group = verb.verb
    return (
        group is not None
        and not clause.objects
        and group.kind == "finite"
        and group.tense == "past"
        and verb.j - verb.i == 1
        and any(p.host is verb and p.prep in ("at", "in", "to") for p in clause.phrases)
    )


def companions(clause: Clause, subject: list[Unit]) -> list[Unit]:
    """As in "Bassi and Pappas, who last met in Oslo": of those named together, not of the last."""
    whose = clause.governor
    if subject != [whose] or whose is None or whose.clause is None:
        return subject
    of = whose.host
    if whose.role == "phrase" and whose.prep in ("of", "between") and of is not None and (
        of.word in words()["panels"]
    ):  # fmt: skip
        return [of]  # "the commission of Oman and Chad, which last met in Lima"
    together = whose.clause.subject
    several = len(together) > 1 and together[-1] is whose and whose.role == "subject"
    met = any(p.prep in ("with", "to") for p in clause.phrases)
    return list(together) if several and not met else subject


def points_back(unit: Unit) -> bool:
    """As in "travelled to the city": a place told before."""
    return (
        unit.kind == "noun"
        and (unit.det in ("the", "this", "that") or (unit.word == "town" and not unit.det))
        and (
            unit.word in words()["realms"]
            or unit.word in words()["towns"]
            or unit.word in words()["isles"]
        )
    )


def counts_states(unit: Unit, tokens: Tokens) -> bool:
    """As in "three Gulf states": which ones, the words after it may tell."""
    named = unit.mention is not None and (
        unit.mention.form != "description" or unit.mention.actor is not None
    )
    return not named and tokens.lower[unit.j - 1] in words()["several_states"]


def points(word: str, verb: Unit, tokens: Tokens) -> bool:
    """Does "here" or "there" stand with the verb: "was there last month", "arrived here"?"""
    return word in tokens.lower[verb.i + 1 : verb.j + (4 if word == "here" else 1)]


def _behind_place(phrase: Phrase, verb: Unit) -> bool:
    """As in "was received at the palace by Bassi and by Russo", "was handed a list by Bassi":
    after the verb's phrases, or the thing given.
    """
    if not all(u.mention is not None and u.mention.kind == "person" for u in phrase.units):
        return False
    host = phrase.host
    if host is not None and host.role == "object" and host.kind == "noun":
        return host.clause is verb.clause
    for _ in range(4):
        if host is None or host is verb:
            break
        if host.role != "phrase" or host.prep not in ("in", "at", "on", "of", "with", "by"):
            return False
        host = host.host
    return host is verb


_COMPOSING = frozenset({"make", "make up", "comprise", "compose", "consist", "group", "unite"})


def composition(unit: Unit) -> list[Unit]:
    """The members of a group or body: "which groups Oman and Chad", "made up of", "the Quad of"."""
    found: list[Unit] = []
    for child in unit.attached:
        if child.verb is not None and child.verb.word in _COMPOSING:
            if child.link == "rel" and child.governor is unit:
                found += child.objects
            found += [
                u for p in child.phrases if p.prep == "of" and p.host is child.verb for u in p.units
            ]
    mention = unit.mention
    if mention is not None and mention.kind == "organisation" and unit.clause is not None:
        for phrase in unit.clause.phrases:
            if phrase.host is unit and phrase.prep == "of" and len(phrase.units) > 1:
                found += phrase.units
    return [u for u in found if u.mention is not None and u.mention.kind in ("state", "person")]


def _on_the_agenda(unit: Unit) -> bool:
    """As in "meet today with Gaza on the agenda": what they speak of."""
    clause = unit.clause
    return clause is not None and any(
        p.host is unit and p.prep == "on" and any(u.word in ("agenda", "table") for u in p.units)
        for p in clause.phrases
    )


def kept(frame: Frame, position: str, units: list[Unit], tokens: Tokens) -> list[Unit]:
    kinds = frame.only.get(position)
    if position == "with":
        units = [u for u in units if not _on_the_agenda(u)]
    if kinds is None:
        return units
    return [
        u
        for u in units
        if (u.mention.kind if u.mention else "noun") in kinds
        or (
            "place" in kinds
            and (
                place_of(named_by(u), tokens) is not None
                or points_back(u)
                or counts_states(u, tokens)
            )
        )
        or (
            u.mention is None
            and "person" in kinds
            and (
                u.word in words()["groups"]
                or u.word in words()["blocs"]
                or is_panel(u)
                or (u.word == "those" and u.prep == "among")
                or _speaks(u, frame)
                or (u.attached and composition(u))
            )
        )
        or ("person" in kinds and tokens.lower[u.j - 1] in ("delegation", "delegations"))
    ]


def is_panel(unit: Unit) -> bool:
    """Do officials of several states sit in it: "the joint working group"?"""
    return unit.word in words()["panels"] and any(m.word in words()["joining"] for m in unit.mods)


def _speaks(unit: Unit, frame: Frame) -> bool:
    """Is it "I" or "we"? We who travel are more than the one who says so."""
    return unit.word == "i" or (unit.word == "we" and frame.kind != "visit")


def accepts(frame: Frame, position: str, units: list[Unit], tokens: Tokens) -> bool:
    return bool(kept(frame, position, units, tokens))
