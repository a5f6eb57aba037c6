"""Status of an event from the grammar around its trigger: tense, modality, negation, rulers.

Held, ongoing, planned, possible or cancelled, as of the article's publication; or "wished"
(an offer, a hope, a call for talks: no event) or "denied" ("did not meet"). How sure the words
are is kept, because dates and better sentences may overrule a weak reading.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs

from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit, VerbGroup

WEAK, FAIR, SURE = 1, 2, 3
MARGINS = frozenset(
    {
        "on_the_sidelines_of",
        "on_the_sideline_of",
        "at_the_sidelines_of",
        "on_the_margins_of",
        "in_the_margins_of",
        "on_the_fringes_of",
    }
)
"""Prepositions that put a meeting beside a larger one."""
HEDGES = frozenset({"if", "whether", "unless"})


@attrs.frozen
class Reading:
    """A status value ("held" ... or "wished", "denied", "") and how sure it is (1 to 3).

    ``course`` is "begin" or "end" where the words say so ("arrived", "the talks ended").
    """

    value: str
    strength: int
    course: str = ""
    cue: Unit | None = None

    def read_as(self, *, value: str = "", strength: int = -1, course: str = "") -> Reading:
        """The same reading with another value, strength or course; what is left out stays."""
        return Reading(
            value or self.value,
            self.strength if strength < 0 else strength,
            course or self.course,
            self.cue,
        )


@cache
def tables() -> Mapping[str, Mapping[str, str]]:
    """Section of ``status.toml`` -> word -> class, inverted for look-up."""
    data = tomllib.loads((files("diplotext.rules") / "status.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            section: MappingProxyType({word: name for name, some in lists.items() for word in some})
            for section, lists in data.items()
        }
    )


def of_verb(unit: Unit) -> Reading:
    """Status of the event that the verb itself is ("met", "will visit", "to visit")."""
    clause, group = unit.clause, unit.verb
    assert isinstance(clause, Clause)
    assert group is not None
    found = _verb(clause, unit, group, 0)
    if unit.word.startswith("be "):  # "is due in Suva"
        found = _ruled(unit.word, found, unit) or found
    return _hedged(found, clause)


def _verb(clause: Clause, unit: Unit, group: VerbGroup, depth: int) -> Reading:
    if group.kind == "finite":
        return _finite(group, unit)
    if group.kind == "infinitive":
        found = _infinitive(clause, unit, depth)
        if group.perfect:  # "was to have met"
            return Reading("cancelled", FAIR, cue=unit)
        return found
    if group.kind == "gerund":
        return _gerund(clause, unit, depth)
    return _participle(clause, unit, depth)


def _finite(group: VerbGroup, unit: Unit) -> Reading:
    value, strength = "held", SURE
    if group.modal in ("will", "shall", "be to", "be going to", "'ll"):
        value = "planned"
        if group.modal == "be to" and group.perfect:
            return Reading("cancelled", FAIR, cue=unit)  # "was to have taken place"
        if group.modal == "be to" and group.tense == "past":
            strength = FAIR
        if group.negated:
            return Reading("cancelled", FAIR, cue=unit)
    elif group.modal == "would":
        if group.perfect:
            return Reading("wished", FAIR, cue=unit)
        value, strength = "planned", FAIR
        if group.negated:
            return Reading("cancelled", FAIR, cue=unit)
    elif group.modal in ("may", "might", "could", "can"):
        if group.negated and group.modal in ("can", "could"):
            return Reading("cancelled", WEAK, cue=unit)
        if group.perfect:
            return Reading("wished", FAIR, cue=unit)
        value, strength = "possible", FAIR
    elif group.modal in ("should", "must"):
        return Reading("wished", FAIR, cue=unit)
    elif group.negated:
        return Reading("denied", SURE, cue=unit)
    elif group.progressive:
        value, strength = ("held", FAIR) if group.tense == "past" else ("ongoing", FAIR)
        if group.lemma in tables()["motion"] and not group.perfect:
            value = "planned" if value == "ongoing" else value
    elif group.tense == "present" and not group.perfect:
        value, strength = "present", WEAK
    return Reading(value, strength, cue=unit)


def _ruled(word: str, base: Reading, cue: Unit) -> Reading | None:
    """What a ruling verb makes of its event, given the ruling verb's own status."""
    kind = tables()["ruling"].get(word)
    if kind is None:
        return None
    if base.value in ("denied", "wished"):
        if kind == "planned" and base.value == "denied":
            return Reading("cancelled", WEAK, cue=cue)  # "does not plan to attend"
        if kind == "cancelled" and base.value == "denied":
            return Reading("possible", FAIR, cue=cue)
        return Reading("wished", FAIR, cue=cue)
    if kind == "wished":
        return Reading("wished", FAIR, cue=cue)
    if kind == "cancelled":
        if base.value in ("possible",):
            return Reading("possible", FAIR, cue=cue)
        return Reading("cancelled", SURE, cue=cue)
    if base.value == "possible" and kind == "planned":
        return Reading("possible", FAIR, cue=cue)
    if base.value == "cancelled":
        return Reading("cancelled", FAIR, cue=cue)
    return Reading(kind, SURE, cue=cue)


def _infinitive(clause: Clause, unit: Unit, depth: int) -> Reading:
    governor = clause.governor
    if governor is None:  # headline: "Xi to visit Moscow"
        parent = clause.parent
        if parent is not None and parent.verb is None and parent.subject:
            return Reading("planned", SURE, cue=unit)
        return Reading("", 0, cue=unit)
    if governor.verb is None:
        kind = tables()["nouns"].get(governor.word, "")
        ruler = (
            governor.clause.verb
            if governor.clause is not None and governor.role == "object"
            else None
        )
        if kind and ruler is not None and ruler.verb is not None and depth < 5:
            base = _verb(governor.clause, ruler, ruler.verb, depth + 1)  # type: ignore[arg-type]
            ruled = _ruled(ruler.word, base, ruler)
            if ruled is not None and ruled.value == "cancelled":
                return ruled  # "cancelled her plan to visit"
        if kind:
            return Reading(kind, FAIR, cue=governor)
        holder = _holder(governor)
        if holder.role == "object" and holder.clause is not None and holder.clause.verb is not None:
            been = _become(holder.clause, holder.clause.verb, depth)
            if been is not None:
                return been
        if (
            governor.clause is not None
            and governor.role == "subject"
            and governor.clause.verb is None
        ):
            return Reading("planned", FAIR, cue=unit)
        return Reading("planned", WEAK, cue=unit)
    owner = governor.clause
    if not isinstance(owner, Clause) or depth > 4:
        return Reading("planned", WEAK, cue=unit)
    base = _verb(owner, governor, governor.verb, depth + 1)
    ruled = _ruled(governor.word, base, governor)
    if ruled is not None:
        return _unfulfilled(ruled, governor, owner)
    been = _become(owner, governor, depth)
    if been is not None:
        return been
    if governor.word == "be":
        return Reading("planned", WEAK, cue=unit)
    if base.value in ("planned", "possible", "cancelled", "wished", "denied"):
        return Reading(base.value, FAIR, cue=governor)
    return _purpose(governor, base)


def _holder(unit: Unit) -> Unit:
    """What a chain of phrases hangs on: "the first member" of "the first member of his staff"."""
    for _ in range(4):
        if unit.role != "phrase" or unit.host is None or not unit.host.nominal:
            break
        unit = unit.host
    return unit


def _become(clause: Clause, verb: Unit, depth: int) -> Reading | None:
    """As in "became the first envoy to visit": as done as the becoming is."""
    if verb.word not in ("be", "become") or verb.verb is None or depth > 4:
        return None
    if not any(
        (u.mention is not None and u.mention.kind == "person")
        or any(mod.word in tables()["ordinal"] for mod in u.mods)
        for u in clause.objects
    ):
        return None
    base = _verb(clause, verb, verb.verb, depth + 1)
    return base.read_as(strength=WEAK if base.value == "present" else min(base.strength, FAIR))


def _unfulfilled(found: Reading, ruler: Unit, clause: Clause) -> Reading:
    """As in "had been due to meet": they did not, unless that is only what somebody said then."""
    group = ruler.verb
    if (
        found.value == "planned"
        and group is not None
        and group.perfect
        and group.tense == "past"
        and clause.link != "that"
        and ruler.word in tables()["unfulfilled"]
    ):
        return found.read_as(value="cancelled", strength=FAIR)
    return found


_ARRIVALS = frozenset(
    {
        "arrive",
        "land",
        "touch down",
        "fly in",
        "come",
        "be",
        "gather",
        "invite",
        "stay",
        "remain",
        "wait",
    }
)


def _purpose(verb: Unit, base: Reading) -> Reading:
    """To come in "arrived in Oslo to meet", told as done in "travelled to Suva for the forum"."""
    if base.value == "held" and verb.word not in _ARRIVALS and tables()["motion"].get(verb.word):
        return Reading("held", WEAK, cue=verb)
    return Reading("purpose", FAIR, cue=verb)


def _gerund(clause: Clause, unit: Unit, depth: int) -> Reading:
    opener = clause.opener
    kind = tables()["opener"].get(opener, "")
    if kind == "held":
        return Reading("held", FAIR, cue=unit)
    governor = clause.governor
    if kind == "planned":
        group = governor.verb if governor is not None else None
        if opener == "before" and unit.word in tables()["motion"] and group is not None:
            before = _finite(group, governor) if governor and group.kind == "finite" else None
            if before is not None and before.value == "held" and before.strength == SURE:
                return Reading("held", WEAK, cue=unit)  # "met Wang before flying to Rome"
        return Reading("planned", FAIR, cue=unit)
    if (
        governor is not None
        and governor.verb is not None
        and isinstance(governor.clause, Clause)
        and depth < 5
    ):
        base = _verb(governor.clause, governor, governor.verb, depth + 1)
        if not opener or opener in ("of", "from", "on", "about"):
            ruled = _ruled(governor.word, base, governor)
            if ruled is not None:
                return ruled
        if kind == "within":
            return Reading(base.value, WEAK, cue=unit)
        return Reading(base.value if base.value != "purpose" else "planned", WEAK, cue=unit)
    ahead = tables()["motion"].get(unit.word)  # "Also heading for Turkey is"
    return Reading(ahead or "ongoing", WEAK, cue=unit)


def _participle(clause: Clause, unit: Unit, depth: int) -> Reading:
    ruled = _ruled(unit.word, Reading("held", FAIR), unit)
    if ruled is not None:
        return ruled
    parent = clause.parent
    if (
        parent is not None
        and parent.verb is not None
        and parent.verb.verb is not None
        and depth < 5
    ):
        base = _verb(parent, parent.verb, parent.verb.verb, depth + 1)
        if base.value in ("planned", "possible"):
            return Reading(base.value, WEAK, cue=unit)
    return Reading("held", WEAK, cue=unit)


def _hedged(found: Reading, clause: Clause) -> Reading:
    """As in "unclear whether Xi would meet" is possible, and so is "if they meet"."""
    if found.value == "ongoing" and tables()["opener"].get(clause.link) == "held":
        return found.read_as(value="held", strength=FAIR)  # "after she joined him on a trip to"
    if found.value in ("held", "planned", "ongoing", "present", "cancelled", "purpose"):
        for one in clause.chain()[:3]:
            if one.link in HEDGES:
                return found.read_as(value="possible", strength=FAIR)
            if one.link == "that" and one.governor is not None:
                ruler = one.governor
                if ruler.word in ("deny", "rule out"):
                    return found.read_as(value="denied", strength=FAIR)
                if (
                    tables()["nouns" if ruler.verb is None else "ruling"].get(ruler.word)
                    == "wished"
                ):
                    return found.read_as(value="wished", strength=FAIR)  # "demanded that they meet"
    return found


def not_since(clause: Clause) -> bool:
    """As in "have not met since 2019": then they did."""
    verb = clause.verb
    return (
        verb is not None
        and verb.verb is not None
        and verb.verb.perfect
        and any(d.date is not None and d.prep == "since" and d.date.value for d in clause.dates)
    )


def of_noun(unit: Unit, carriers: Mapping[str, str]) -> Reading:
    """Status of the event that the noun names, from its modifiers and from what governs it."""
    clause = unit.clause
    if not isinstance(clause, Clause):
        return Reading("", 0)
    found = _noun(unit, clause, carriers)
    if unit.role != "phrase" or tables()["opener"].get(unit.prep) not in ("held", "planned"):
        found = _hedged(found, clause)  # not "if they meet after the summit"
    return _modified(unit, found)


def _modified(unit: Unit, found: Reading) -> Reading:
    table = tables()["modifier"]
    for mod in unit.mods:
        kind = table.get(mod.word)
        if kind is None:
            continue
        if kind == "planned" and found.value == "denied":
            return Reading("cancelled", FAIR, cue=mod)  # "the planned talks never took place"
        if kind in ("possible", "cancelled") and found.value != "cancelled":
            return Reading(kind, SURE, cue=mod)
        if found.strength <= WEAK or not found.value:
            return Reading(kind, FAIR, cue=mod)
    return found


TRANSPARENT = frozenset(
    [
        "fresh",
        "series",
        "round",
        "rounds",
        "set",
        "number",
        "week",
        "weeks",
        "day",
        "days",
        "month",
        "months",
        "hour",
        "hours",
        "edition",
        "phase",
        "part",
        "stage",
        "opening",
        "ceremony",
        "start",
        "beginning",
        "end",
        "close",
        "conclusion",
        "sequence",
        "string",
        "couple",
        "pair",
        "spate",
        "flurry",
        "array",
        "session",
        "day",
        "course",
        "holding",
        "conduct",
        "framework",
        "eve",
        "sidelines",
        "iteration",
        "launch",
        "finish",
        "kickoff",
        "outset",
        "completion",
        "second",
        "third",
        "fourth",
        "more",
        "kind",
        "type",
    ]
)
"""Nouns before "of" that leave the event what it is: "a week of", "the opening of"."""


def stem(unit: Unit) -> Unit:
    """The unit that stands in the clause for the event: "a week" in "a week of drills"."""
    for _ in range(4):
        host = unit.host
        if (
            unit.role != "phrase"
            or unit.prep not in ("of", "than")
            or host is None
            or not host.nominal
        ):
            return unit
        if host.word not in TRANSPARENT and host.date is None:
            return unit
        unit = host
    return unit


def _noun(unit: Unit, clause: Clause, carriers: Mapping[str, str]) -> Reading:
    ahead: Reading | None = None
    for child in _participles(unit):
        group = child.verb
        assert group is not None
        assert group.verb is not None
        base = _finite(group.verb, group) if group.verb.kind == "finite" else Reading("held", FAIR)
        ruled = _ruled(group.word, base, group)
        if ruled is not None:
            ahead = ahead or ruled
    found = _governed(unit, clause, carriers)
    if ahead is not None and ahead.value == "planned" and found.value == "denied":
        return Reading("cancelled", FAIR, cue=found.cue)
    if found.strength < SURE and found.value not in ("cancelled", "possible", "wished", "denied"):
        told = _told_of(unit, carriers)
        if told is not None and told.strength >= found.strength:
            found = told
    if ahead is not None and (found.value != "cancelled" or ahead.value == "cancelled"):
        return ahead
    return found


def attached(unit: Unit) -> Iterator[Clause]:
    """Clauses on the noun, and infinitives on those: "the summit scheduled to open on"."""
    for child in unit.attached:
        yield child
        if child.link == "part" and child.verb is not None:
            yield from (one for one in child.verb.attached if one.link == "inf")


def _told_of(unit: Unit, carriers: Mapping[str, str]) -> Reading | None:
    """What a relative clause says: "the summit that took place", "talks which Oman hosted"."""
    course = tables()["course"]
    for child in attached(unit):
        verb = child.verb
        if verb is None or verb.verb is None:
            continue
        if child.link == "inf" and (verb.word in carriers or verb.word in course):
            return Reading("planned", FAIR, cue=verb)  # "a summit to be held in May"
        if child.link != "rel" or verb.verb.passive:
            continue
        if verb.verb.kind != "finite" or verb.verb.negated:
            continue
        base = _finite(verb.verb, verb)
        if unit in child.objects and verb.word in carriers:
            return base
        kind = course.get(verb.word, "")
        if child.subject == [child.governor] and kind in ("occur", "end") and not child.objects:
            return base.read_as(course="end" if kind == "end" else "")
    return None


def _governed(unit: Unit, clause: Clause, carriers: Mapping[str, str]) -> Reading:
    verb = clause.verb
    course = tables()["course"]
    unit = stem(unit)
    if unit.role == "object" and verb is not None and verb.verb is not None:
        base = _verb(clause, verb, verb.verb, 0)
        word = verb.word
        if word == "tell":
            return base.read_as(strength=WEAK)  # "told a session of the commission"
        ruled = _ruled(word, base, verb)
        if word in carriers or word in course:
            kind = course.get(word, "")
            if base.value in ("held", "present") and kind == "begin":
                return Reading(
                    "ongoing" if base.value == "held" else "present", FAIR, "begin", verb
                )
            if base.value == "held" and kind == "end":
                return Reading("held", SURE, "end", verb)
            return base.read_as(course=kind)
        if ruled is not None:
            return ruled
        if word in ("be", "become", "mark", "represent"):
            return base.read_as(strength=WEAK)
        if base.value in ("held", "planned", "possible", "ongoing", "present") and word in (
            "follow",
            "discuss",
            "welcome",
            "hail",
            "praise",
            "recall",
            "precede",
            "dominate",
            "include",
            "describe",
        ):
            return Reading("planned" if base.value == "planned" else "held", WEAK, cue=verb)
        return Reading(base.value if base.value in ("wished", "denied") else "", 0, cue=verb)
    if unit.role == "subject" and verb is not None and verb.verb is not None:
        base = _verb(clause, verb, verb.verb, 0)
        kind = course.get(verb.word, "")
        if verb.word in ("come", "draw", "get", "bring") and any(
            u.word in ("close", "end", "conclusion", "halt")
            for p in clause.phrases
            if p.prep == "to"
            for u in p.units
        ):
            kind = "end"
        told = verb.verb.passive or verb.word.startswith("be ") or _is_cut_short(verb, clause)
        told |= verb.word == "fall through"
        ruled = _ruled(verb.word, base, verb) if told else None
        if ruled is not None:
            if (
                ruled.value in ("planned", "possible")
                and verb.verb.tense == "past"
                and verb.verb.perfect
            ):
                return ruled.read_as(strength=WEAK)
            return ruled
        if kind == "begin":
            if base.value in ("held", "present", "ongoing"):
                return Reading("ongoing", FAIR, "begin", verb)
            return base.read_as(course="begin")
        if kind == "end":
            return base.read_as(course="end")
        if kind == "occur":
            return base
        if verb.word in ("be", "remain"):
            stands = _standing(clause, verb, base)
            if stands is not None:
                return stands
        if verb.word == "be" and base.value == "present":
            return Reading("", 0, cue=verb)
        return (
            base.read_as(strength=WEAK)
            if base.value not in ("denied", "wished")
            else Reading("", 0)
        )
    if unit.role == "phrase":
        return _in_phrase(unit, clause, carriers)
    if unit.role == "subject":  # a headline without a verb
        return Reading("", 0)
    return Reading("", 0)


def _standing(clause: Clause, verb: Unit, base: Reading) -> Reading | None:
    """As in "is on the agenda", "was in the making": laid down, or only thought of."""
    for phrase in clause.phrases:
        if phrase.host is verb and phrase.prep in ("in", "on", "under"):
            kind = next((k for u in phrase.units if (k := tables()["standing"].get(u.word))), None)
            if kind is not None and base.value in ("held", "present", "planned", "possible"):
                return Reading(kind, FAIR, cue=verb)
    return None


def _is_cut_short(verb: Unit, clause: Clause) -> bool:
    """A headline's passive without its "be": "summit called off", "talks postponed"."""
    group = verb.verb
    return (
        group is not None
        and group.kind == "finite"
        and group.tense == "past"
        and not clause.objects
        and tables()["ruling"].get(verb.word) == "cancelled"
        and verb.word in _TRANSITIVE
    )


_TRANSITIVE = frozenset(
    [
        "call off",
        "cancel",
        "postpone",
        "scrap",
        "put off",
        "shelve",
        "suspend",
        "abandon",
        "delay",
        "defer",
        "cut short",
        "reject",
        "reschedule",
        "abort",
        "scuttle",
    ]
)
"""Verbs of cancelling of which an event is no subject but in the passive."""


def _in_phrase(unit: Unit, clause: Clause, carriers: Mapping[str, str]) -> Reading:
    kind = tables()["opener"].get(unit.prep, "")
    host = unit.host
    if host is not None and host.verb is None and host.word and unit.prep in ("of", "for", "to"):
        noun = tables()["nouns"].get(host.word)
        if noun:
            refusal = clause.verb if host.role == "object" else None
            if refusal is not None and tables()["ruling"].get(refusal.word) == "cancelled":
                return Reading("cancelled", FAIR, cue=refusal)  # "turned down the offer of talks"
            return Reading(noun, WEAK, cue=host)
    verb = clause.verb
    base = Reading("", 0)
    if verb is not None and verb.verb is not None:
        base = _verb(clause, verb, verb.verb, 0)
        ruled = _ruled(verb.word, base, verb)
        about = verb.word in ("announce", "confirm", "discuss") and host is not verb
        if ruled is not None and ruled.value == "cancelled" and verb is host and not clause.objects:
            about = about or not verb.verb.passive  # "withdrew for a conversation"
        if ruled is not None and kind == "purpose" and not about:
            return _unfulfilled(ruled, verb, clause).read_as(strength=FAIR)
    if kind == "held":
        return Reading("held", FAIR, cue=unit)
    if kind == "planned":
        return Reading("planned", FAIR, cue=unit)
    if (
        unit.prep == "on"
        and unit.det in ("a", "an")
        and base.value in ("held", "present", "ongoing", "")
    ):
        return Reading("ongoing", FAIR, "begin", unit)  # "on a visit to"
    if kind == "within":
        if (
            verb is not None
            and verb.verb is not None
            and (verb.verb.passive or verb.word.startswith("be "))
        ):
            ruled = _ruled(
                verb.word, base, verb
            )  # "during the meeting Wang is expected to discuss"
            ahead = ruled is not None and ruled.value in ("planned", "possible")
            if ruled is not None and ahead and verb.word != "discuss":
                return ruled.read_as(strength=FAIR)
        if base.value in ("planned", "possible", "cancelled"):
            if verb is not None and verb.word in carriers and not _aside(unit.prep):
                return base  # "will join them in a meeting"
            if base.value == "cancelled" and base.cue is not None and base.cue.verb is not None:
                # "failed to agree at the summit", "called off a meeting on its margins": held.
                past = base.cue.verb.tense == "past"
                return base.read_as(value="held" if past else "planned", strength=WEAK)
            return base.read_as(strength=WEAK)
        if base.value == "present":
            return Reading("present", WEAK, cue=unit)
        return Reading(
            "held" if base.value in ("held", "purpose") else base.value or "", WEAK, cue=unit
        )
    if kind == "purpose":
        if base.value in ("held", "ongoing", "present") and verb is not None:
            return _purpose(verb, base)
        if base.value:
            return base.read_as(strength=FAIR)
    return Reading("", 0, cue=unit)


def _aside(prep: str) -> bool:
    """Does the phrase name only the frame of the event: "on the sidelines of"?"""
    return prep.endswith(("lines_of", "line_of", "margins_of", "fringes_of"))


def _participles(unit: Unit) -> list[Clause]:
    """Participle and passive clauses on the noun: "talks held in", "which is scheduled for"."""
    return [
        c
        for c in unit.attached
        if c.verb is not None
        and c.verb.verb is not None
        and (c.link == "part" or (c.link == "rel" and c.verb.verb.passive))
    ]
