"""Status of an event from the grammar around its trigger: tense, modality, negation, rulers.

Held, ongoing, planned, possible or cancelled, as of the article's publication; or "wished"
(an offer, a hope, a call for talks: no event) or "denied" ("did not meet"). How sure the words
are is kept, because dates and better sentences may overrule a weak reading.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

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


class Reading(NamedTuple):
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
    found = of_clause(clause, unit, group, 0)
    if unit.word.startswith("be "):  # "is due in Suva"
        found = ruled_by(unit.word, found, unit) or found
    return hedged(found, clause)


def of_clause(clause: Clause, unit: Unit, group: VerbGroup, depth: int) -> Reading:
    if group.kind == "finite":
        return finite(group, unit)
    if group.kind == "infinitive":
        found = _infinitive(clause, unit, depth)
        if group.perfect:  # "was to have met"
            return Reading("cancelled", FAIR, cue=unit)
        return found
    if group.kind == "gerund":
        return _gerund(clause, unit, depth)
    return _participle(clause, unit, depth)


def finite(group: VerbGroup, unit: Unit) -> Reading:
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
        if unit.clause is not None and unit.clause.link in ("before", "until", "till"):
            value, strength = "planned", FAIR  # "before she meets"
    return Reading(value, strength, cue=unit)


def ruled_by(word: str, base: Reading, cue: Unit) -> Reading | None:
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
    if kind == "glad":
        return _glad(base, cue)
    if kind == "cancelled":
        if base.value == "possible" or (base.value == "cancelled" and word == "rule out"):
            return Reading("possible", FAIR, cue=cue)  # "cannot be ruled out"
        return Reading("cancelled", SURE, cue=cue)
    if base.value == "possible" and kind == "planned":
        return Reading("possible", FAIR, cue=cue)
    if base.value == "cancelled":
        return Reading("cancelled", FAIR, cue=cue)
    return Reading(kind, SURE, cue=cue)


def _glad(base: Reading, cue: Unit) -> Reading:
    """As in "was honoured to host", "I am happy to welcome"; not "would be happy to"."""
    if base.value == "present":
        return Reading("ongoing", WEAK, cue=cue)
    if cue.verb is not None and cue.verb.modal == "would":
        return Reading("wished", FAIR, cue=cue)
    return Reading(base.value, FAIR, cue=cue)


def _instead(clause: Clause, governor: Unit, owner: Clause) -> bool:
    """As in "cancelled a stop in Oman to fly to Chad": for the sake of which it was called off."""
    verb = clause.verb
    return (
        bool(owner.objects)
        and verb is not None
        and verb.word in _ELSEWHERE
        and governor.word not in _REFUSES
        and not governor.word.startswith("be ")
    )


_REFUSES = frozenset({"refuse", "decline", "fail"})
"""Of these the infinitive tells what is not done."""

_ELSEWHERE = frozenset({"visit", "travel", "fly", "go", "head", "rush", "return", "make", "pay"})


def _infinitive(clause: Clause, unit: Unit, depth: int) -> Reading:
    governor = clause.governor
    if governor is None:  # headline: "Xi to visit Moscow"
        parent = clause.parent
        if parent is not None and parent.link == "whether":
            return Reading("planned", FAIR, cue=unit)  # hedged: "is weighing whether to hold"
        if parent is not None and parent.verb is None and parent.subject:
            return Reading("planned", SURE, cue=unit)
        return Reading("", 0, cue=unit)
    if governor.verb is None:
        kind = tables()["nouns"].get(governor.word, "")
        if governor.word in tables()["done"] and depth < 5:
            seized = _seized(governor, depth)
            if seized is not None:
                return seized  # "had the chance to meet"
        ruler = (
            governor.clause.verb
            if governor.clause is not None and governor.role == "object"
            else None
        )
        if kind and ruler is not None and ruler.verb is not None and depth < 5:
            base = of_clause(governor.clause, ruler, ruler.verb, depth + 1)  # type: ignore[arg-type]
            ruled = ruled_by(ruler.word, base, ruler)
            if ruled is not None and (
                ruled.value == "cancelled" or (ruled.value, kind) == ("planned", "possible")
            ):
                return ruled  # "cancelled her plan to visit", "accepted an invitation to visit"
        if kind == "glad" and governor.clause is not None and depth < 5:
            told = governor.clause.verb
            if told is not None and told.verb is not None:
                return _glad(of_clause(governor.clause, told, told.verb, depth + 1), told)
        if kind and governor.det == "no":
            return Reading("cancelled", WEAK, cue=governor)  # "has no plans to meet"
        if kind:
            return Reading(kind, FAIR, cue=governor)
        verb = governor.clause.verb if governor.clause is not None else None
        if governor.word in ("ready", "prepared") and verb is not None and verb.word == "stand":
            return Reading("wished", FAIR, cue=governor)  # "stands ready to host talks"
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
        return _from_there(governor, depth) or Reading("planned", WEAK, cue=unit)
    owner = governor.clause
    if not isinstance(owner, Clause) or depth > 4:
        return Reading("planned", WEAK, cue=unit)
    base = of_clause(owner, governor, governor.verb, depth + 1)
    if governor.word in _GOING_ON and base.value in ("held", "present", "ongoing"):
        return base.read_as(value="held" if base.value == "held" else "ongoing", strength=FAIR)
    if base.value == "held" and _did(governor, owner):
        return base.read_as(strength=FAIR)
    ruled = ruled_by(governor.word, base, governor)
    if governor.word == "ask" and unit.word in _COMING and owner.objects and base.value == "held":
        return Reading("possible", FAIR, cue=governor)  # "asked her to come to Oslo": invited
    if ruled is not None and ruled.value == "cancelled" and _instead(clause, governor, owner):
        return Reading("purpose", FAIR, cue=unit)
    if ruled is not None:
        return unfulfilled(ruled, governor, owner)
    been = _become(owner, governor, depth)
    if been is not None:
        return been
    if governor.word == "be" and not (base.value == "held" and _is_there(owner, governor)):
        return Reading("planned", WEAK, cue=unit)
    if base.value in ("planned", "possible", "cancelled", "wished", "denied"):
        return Reading(base.value, FAIR, cue=governor)
    return purpose(governor, base)


_GOING_ON = frozenset({"continue", "go on", "carry on", "keep", "keep on"})
"""Of these the infinitive is under way: "is continuing to negotiate"."""


def _from_there(place: Unit, depth: int) -> Reading | None:
    """As in "was in the Greek capital to see him": as "was in Athens to see him"."""
    verb = place.host if place.role == "phrase" and place.prep in ("in", "at") else None
    if verb is None or verb.verb is None or verb.word != "be" or depth > 4:
        return None
    assert isinstance(place.clause, Clause)
    return purpose(verb, of_clause(place.clause, verb, verb.verb, depth + 1))


def _did(verb: Unit, clause: Clause) -> bool:
    """As in "was able to see", "got to meet", "went to see": done; not "went to Oslo to see"."""
    if verb.word not in tables()["done"]:
        return False
    return not clause.objects and not any(p.host is verb for p in clause.phrases if p.prep in _TO)


_TO = frozenset({"to", "for", "into"})


def _seized(chance: Unit, depth: int) -> Reading | None:
    """As in "had the opportunity to meet", "took the occasion to meet": they did."""
    clause = chance.clause
    verb = clause.verb if clause is not None and chance.role == "object" else None
    if clause is None or verb is None or verb.verb is None or verb.word not in _SEIZING:
        return None
    base = of_clause(clause, verb, verb.verb, depth + 1)
    return base.read_as(strength=FAIR) if base.value in ("held", "planned") else None


_SEIZING = frozenset({"have", "get", "take", "use", "seize", "grab"})


def _is_there(clause: Clause, verb: Unit) -> bool:
    """As in "was in Oslo to meet"; not "the plan was to meet"."""
    return any(p.host is verb and p.prep in ("in", "at", "with") for p in clause.phrases)


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
        or any(one.word in tables()["ordinal"] for one in (u, *u.mods))
        for u in clause.objects
    ):
        return None
    base = of_clause(clause, verb, verb.verb, depth + 1)
    return base.read_as(strength=WEAK if base.value == "present" else min(base.strength, FAIR))


def unfulfilled(found: Reading, ruler: Unit, clause: Clause) -> Reading:
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


_COMING = frozenset({"come", "visit"})
_MOVING = frozenset({"arrive", "depart", "land", "leave", "reach", "return", "touch down"})
_AT_ONCE = frozenset(
    {"join", "use", "sit down", "get together", "meet", "huddle", "lead", "visit", "be", "get"}
)
_ARRIVALS = frozenset(
    {
        "arrive",
        "land",
        "touch down",
        "fly in",
        "come",
        "reach",
        "gather",
        "invite",
        "stay",
        "remain",
        "wait",
    }
)


def purpose(verb: Unit, base: Reading) -> Reading:
    """To come in "arrived in Oslo to meet", told as done in "travelled to Suva for the forum"."""
    if base.value == "held" and verb.word in _AT_ONCE:
        return Reading("held", WEAK, cue=verb)  # "used a stop to meet", "was in Rome to meet"
    if base.value == "held" and verb.word not in _ARRIVALS and tables()["motion"].get(verb.word):
        return Reading("held", WEAK, cue=verb)
    return Reading("purpose", FAIR, cue=verb)


def _gerund(clause: Clause, unit: Unit, depth: int) -> Reading:
    opener = clause.opener
    kind = tables()["opener"].get(opener, "")
    if kind == "held":
        return Reading("held", FAIR, cue=unit)
    governor = clause.governor
    if governor is None and clause.fronted and clause.parent is not None and not opener:
        governor = clause.parent.verb  # "Meeting with X, Y praised him"
    if opener in ("on", "upon") and unit.word in _MOVING and clause.parent is not None:
        governor = clause.parent.verb  # "On leaving Oslo, she said that she would be back"
    wish = _wished_for(clause)
    if wish is not None:
        return Reading("wished", FAIR, cue=wish)
    if kind == "planned":
        group = governor.verb if governor is not None else None
        if opener == "before" and unit.word in tables()["motion"] and group is not None:
            before = finite(group, governor) if governor and group.kind == "finite" else None
            if before is not None and before.value == "held" and before.strength == SURE:
                return Reading("held", WEAK, cue=unit)  # "met Wang before flying to Rome"
        return Reading("planned", FAIR, cue=unit)
    if (
        governor is not None
        and governor.verb is not None
        and isinstance(governor.clause, Clause)
        and depth < 5
    ):
        base = of_clause(governor.clause, governor, governor.verb, depth + 1)
        if not opener and governor.word in _GOING_ON and base.value == "present":
            return Reading("ongoing", FAIR, cue=governor)
        if not opener or opener in ("of", "from", "on", "about", "to"):
            ruled = ruled_by(governor.word, base, governor)
            if ruled is not None:
                return ruled
        if kind == "within":
            return Reading(base.value, WEAK, cue=unit)
        return Reading(base.value if base.value != "purpose" else "planned", WEAK, cue=unit)
    ahead = tables()["motion"].get(unit.word)  # "Also heading for Turkey is"
    return Reading(ahead or "ongoing", WEAK, cue=unit)


def _wished_for(clause: Clause) -> Unit | None:
    """The offer or call in "repeated her offer of holding talks", "a call for holding talks"."""
    above = clause.parent
    if above is None or clause.opener not in ("of", "for"):
        return None
    nouns = tables()["nouns"]
    holder = clause.governor
    if holder is None or holder.verb is not None:
        holder = above.objects[-1] if above.objects else None
    return holder if holder is not None and nouns.get(holder.word) == "wished" else None


def _participle(clause: Clause, unit: Unit, depth: int) -> Reading:
    ruled = ruled_by(unit.word, Reading("held", FAIR), unit)
    if ruled is not None:
        return ruled
    parent = clause.parent
    if (
        parent is not None
        and parent.verb is not None
        and parent.verb.verb is not None
        and depth < 5
    ):
        base = of_clause(parent, parent.verb, parent.verb.verb, depth + 1)
        if base.value in ("planned", "possible"):
            return Reading(base.value, WEAK, cue=unit)
    return Reading("held", WEAK, cue=unit)


def hedged(found: Reading, clause: Clause) -> Reading:
    """As in "unclear whether Xi would meet" is possible, and so is "if they meet"."""
    if found.value == "ongoing" and tables()["opener"].get(clause.link) == "held":
        return found.read_as(value="held", strength=FAIR)  # "after she joined him on a trip to"
    if found.value in ("held", "planned", "ongoing", "present", "cancelled", "purpose"):
        one: Clause | None = clause
        for _ in range(3):
            if one is None:
                break
            if one.link in HEDGES:
                return found.read_as(value="possible", strength=FAIR)
            if one.link == "that" and one.governor is not None:
                ruler = one.governor
                if ruler.word == "rule out":
                    return found.read_as(value="denied", strength=FAIR)
                if ruler.word == "deny" and found.value != "cancelled":
                    return found.read_as(value="possible", strength=FAIR)  # others say so
                if (
                    tables()["nouns" if ruler.verb is None else "ruling"].get(ruler.word)
                    == "wished"
                ):
                    return found.read_as(value="wished", strength=FAIR)  # "demanded that they meet"
            one = one.parent
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
