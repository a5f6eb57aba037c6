"""How an exercise stands by the words around its noun: its first or last hour, its curtain, who has
ordered it, that it is off or open.
"""

from __future__ import annotations

from diplotext.events.vocabulary import said
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.status import FAIR, SURE, Reading, finite, of_clause


def stage(event: EventMention) -> Reading | None:
    """How an exercise stands of which only the first or last hour is told: "the opening ceremony of
    the drills was held", "lined up for the opening of the drill".
    """
    host = event.trigger.host
    clause = event.clause
    off = _off(event)
    if off is not None:
        return off
    if undecided(event):
        return Reading("possible", SURE, cue=clause.verb)  # "unclear whether it would be held"
    ordered = _ordered(event)
    if ordered is not None:
        return ordered
    if _talk_of(event):
        return Reading("possible", SURE, cue=host)
    seen = _seen(event) or _curtain(event) or _engaged(event)
    if seen is not None:
        return seen
    if _looked_on(event):
        return Reading("held", SURE, cue=clause.verb)
    if clause.verb is not None and clause.verb.word == "be":
        words = {u.word for p in clause.phrases if p.prep == "on" for u in p.units}
        if words & {"agenda", "calendar", "cards", "schedule"}:
            return Reading("planned", FAIR, cue=clause.verb)  # "is on the calendar for May"
        within = {u.word for p in clause.phrases if p.prep == "in" for u in p.units}
        if within & {"progress", "swing"} and event.status.value == "present":
            return Reading("ongoing", FAIR, "begin", clause.verb)  # "is in full swing"
    if event.trigger.role != "phrase" or event.trigger.prep != "of" or host is None:
        return None
    words = {host.word, *(m.word for m in host.mods)}
    told = event.clause.verb is not None and event.clause.verb.word in said("gathered")
    if event.status.value in ("planned", "possible", "cancelled") and not told:
        return None
    if not words.isdisjoint(("opening", "start", "beginning", "launch", "launching", "inaugural")):
        return Reading("ongoing", FAIR, "begin", host)
    if not words.isdisjoint(("closing", "end", "conclusion", "close", "final")):
        return Reading("held", SURE, "end", host)
    return None


def _talk_of(event: EventMention) -> bool:
    """As in "there is talk of a drill", "is mulling the idea of an exercise"."""
    host = event.trigger.host
    words = ("talk", "idea", "thought", "feasibility")
    return event.trigger.prep == "of" and host is not None and host.word in words


def _seen(event: EventMention) -> Reading | None:
    """As in "last month saw a joint drill", "the strait will see three days of drills"."""
    verb, trigger = event.clause.verb, stem(event.trigger)
    if verb is None or verb.verb is None or verb.word not in ("see", "witness"):
        return None
    if trigger.role != "object" or verb.verb.kind != "finite" or verb.verb.negated:
        return None
    if any(u.mention is not None and u.mention.kind == "person" for u in event.clause.subject):
        return None
    found = finite(verb.verb, verb)
    return found.read_as(strength=FAIR)


def _curtain(event: EventMention) -> Reading | None:
    """As in "the curtain fell on the drills", "brought down the curtain on the exercise"."""
    clause, trigger = event.clause, stem(event.trigger)
    verb = clause.verb
    if trigger.role != "phrase" or trigger.prep != "on" or verb is None or verb.verb is None:
        return None
    if not any(u.word in ("curtain", "curtains") for u in (*clause.subject, *clause.objects)):
        return None
    base = of_clause(clause, verb, verb.verb, 0)
    if verb.word.split()[0] in ("go", "lift", "raise", "rise"):
        return Reading("ongoing", FAIR, "begin", verb) if base.value == "held" else base
    return base.read_as(course="end")


def _engaged(event: EventMention) -> Reading | None:
    """As in "have been engaged in a drill", "are busy with manoeuvres": it is on."""
    verb, trigger = event.clause.verb, stem(event.trigger)
    if verb is None or verb.verb is None or trigger.role != "phrase" or trigger.host is not verb:
        return None
    if verb.word not in ("engage", "be engaged", "be busy") or verb.verb.negated:
        return None
    if verb.verb.tense != "present" or verb.verb.modal:
        return None
    return Reading("ongoing", FAIR, "now", verb)


def _ordered(event: EventMention) -> Reading | None:
    """As in "ordered a snap check": a drill that nobody has been told of begins at once."""
    verb, trigger = event.clause.verb, stem(event.trigger)
    if verb is None or verb.verb is None or verb.word not in ("order", "command", "decree"):
        return None
    if trigger.role != "object" or verb.verb.negated or verb.verb.modal:
        return None
    if event.trigger.word in said("snap") or not said("snap").isdisjoint(event.format):
        return Reading("ongoing", FAIR, "begin", verb)
    return Reading("planned", FAIR, cue=verb)


def undecided(event: EventMention) -> bool:
    """Is it open whether it will be held ("unclear whether it would be held", "whether to go ahead
    with the drills")?
    """
    clause, trigger = event.clause, event.trigger
    above = clause.parent if clause.link == "inf" else None
    if clause.link != "whether" and (above is None or above.link != "whether"):
        return False
    if trigger.role in ("subject", "object"):
        return True
    verb = clause.verb
    return trigger.prep == "with" and verb is not None and verb.word in said("goes_ahead")


def _looked_on(event: EventMention) -> bool:
    """As in "watched a planned drill": who looks on, looks on at one that is held."""
    verb, cue = event.clause.verb, event.status.cue
    return (
        event.status.value == "planned" and cue is not None and cue.verb is None
        and verb is not None and verb.verb is not None and verb.verb.tense == "past"
        and (
            (event.trigger.role == "object" and verb.word in said("watched"))
            or verb.word in ("preside", "preside over")
            or (event.trigger.prep == "in" and verb.word in ("take part", "participate"))
        )
        and not verb.verb.negated and not verb.verb.modal
    )  # fmt: skip


def _complements(event: EventMention) -> list[Unit]:
    """The objects and phrases of the event's clause."""
    return [*event.clause.objects, *(u for p in event.clause.phrases for u in p.units)]


def _off(event: EventMention) -> Reading | None:
    """Does the clause say in a roundabout way that the exercise is off: "was not carried out", "has
    done without the drill", "spells the end for it"?
    """
    trigger, verb = event.trigger, event.clause.verb
    for child in trigger.attached:
        ruler = child.verb
        if child.link == "rel" and trigger in child.objects and ruler is not None and (
            ruler.verb is not None and ruler.word in said("off") and ruler.verb.tense == "past"
            and not ruler.verb.negated
        ):  # fmt: skip
            return Reading("cancelled", SURE, "off", ruler)  # "a drill that Peru cancelled"
    if verb is None or verb.verb is None:
        return None
    group = verb.verb
    if trigger.role == "subject" and group.negated and verb.word in said("comes_about"):
        again = group.perfect and group.tense == "present"  # "has not been held since 2019"
        sure = group.modal in ("", "will", "would", "be to") and not again
        return Reading("cancelled", SURE, "off", verb) if sure else None
    if trigger.role == "phrase" and trigger.prep == "without" and verb.word == "do":
        return Reading("cancelled", SURE, "off", verb)
    if trigger.role == "subject" and verb.word in ("fall", "meet", "share") and any(
        u.word in said("fates") for u in _complements(event)
    ):  # fmt: skip
        return Reading("cancelled", SURE, "off", verb)  # "fell victim to the virus"
    host = trigger.host
    if trigger.role != "phrase" or host is None:
        return None
    if trigger.prep == "for" and host.word == "end" and host.det == "the":
        return Reading("cancelled", SURE, "off", host)
    if trigger.prep == "of" and host.word in said("offs") and event.status.value != "possible":
        return Reading("cancelled", SURE, "off", host)  # "after the cancellation of the drill"
    return None
