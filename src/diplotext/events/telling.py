"""What a mention of an exercise tells: one exercise or a custom, its first hour or all of it, an
exercise or only talk about one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from diplotext.dateranges import DateRange
from diplotext.events.vocabulary import said
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.status import FAIR, SURE, WEAK, Reading, finite, of_clause


def habitual(event: EventMention) -> bool:
    """Does the mention tell of a custom, not of one exercise ("every year since 2003")?"""
    if any(_recurs(u, event) for u in event.dates):
        return True
    if any(
        u.date is not None
        and u.date.bound == "until"
        and u.date.value is not None
        and u.date.value.precision == "year"
        for u in event.dates
    ):
        return True  # "until 2013 they were held from time to time"
    if event.trigger.det in (
        "such",
        "any",
        "every",
        "each",
        "all",
        "no",
        "more",
        "other",
        "many",
        "most",
    ):
        return True
    dates = [u.date for u in event.dates if u.date is not None and u.i >= event.trigger.j]
    years = [d for d in dates if d.kind == "year"]
    host = event.trigger.host
    spent = event.trigger.prep == "of" and host is not None and host.word in said("long")
    if spent and not event.definite:
        return True  # "after years of joint training"
    verb = event.clause.verb
    if (
        verb is not None
        and verb.word in said("origin")
        and event.trigger.role == "subject"
        and not event.plural
        and bool(dates)
    ):  # fmt: skip
        return True  # "the drill goes back to 2007": that is how old it is
    day = any(d.value is not None and d.value.precision == "day" for d in dates)
    custom = event.plural and not said("custom").isdisjoint(event.format)
    return custom and len(years) < 2 and not day


def founded(event: EventMention, published: date | None) -> bool:
    """Does the mention tell when a series began ("the exercise was launched in 2003")?"""
    verb = event.clause.verb
    dates = [u.date for u in event.dates if u.date is not None and u.date.value is not None]
    trigger = stem(event.trigger)  # "the series of drills began"
    itself = trigger.role == "subject" and (event.definite or trigger.det in ("", "the"))
    return (
        (itself or (trigger.role == "phrase" and trigger.prep == "as"))  # "began as a drill of"
        and event.clause.link in ("main", "and", "rel")
        and verb is not None and (verb.word in said("opens") or verb.word in said("origin"))
        and bool(dates) and published is not None
        and all(_years_ago(d.value, published) for d in dates if d.value is not None)
        and (not event.plural or trigger.word == "series")
    )  # fmt: skip


def entered(event: EventMention, published: date | None, tokens: Tokens) -> bool:
    """Does the mention only tell since when somebody takes part in a series: "Oman joined the
    exercise in 2015", "after 2007, when it first took part in the drill"?
    """
    verb = event.clause.verb
    if verb is None or verb.verb is None or verb.verb.tense != "past":
        return False
    first = verb.word in said("entering") and "first" in (
        *verb.verb.adverbs, *tokens.lower[verb.i - 1 : verb.i]
    )  # fmt: skip
    dates = [u.date.value for u in event.dates if u.date is not None and u.date.value is not None]
    return (
        (first or verb.word in ("join", "join in"))
        and bool(dates)
        and all(
            d.precision == "year" and (published is None or _years_ago(d, published)) for d in dates
        )
    )


def _years_ago(when: DateRange, published: date) -> bool:
    return when.precision == "year" and published.year - when.end.year > 1


def _recurs(unit: Unit, event: EventMention) -> bool:
    """Does the date tell of a custom: "every year", "since 2003"; not "training since Monday" or
    "their first drill since 2019"?
    """
    date, host = unit.date, unit.host
    if date is None:
        return False
    if date.kind == "repeated":
        return True
    ranked = [*event.format, *(m.word for m in host.mods)] if host is not None else event.format
    if any(w in said("ordinal") or w.endswith("est") for w in ranked):
        return False
    verb = event.clause.verb
    going_on = verb is not None and verb.verb is not None and verb.verb.progressive
    short = date.value is not None and date.value.days < 8
    return date.bound == "since" and not (going_on and short)


def generic(event: EventMention) -> bool:
    """Does the mention speak of exercises without any holding of one ("discussed drills")?"""
    trigger, verb = stem(event.trigger), event.clause.verb  # "completed ten days of drills"
    if not event.plural or event.trigger.det or event.dates or event.places:
        return False
    if trigger.role == "subject":
        return False
    return (
        trigger.role != "object"
        or verb is None
        or verb.word in ("review", "view", "visit")
        or not any(verb.word in said(name) for name in ("carry", "held", "watched", "orders"))
    )


def aside(event: EventMention, tokens: Tokens) -> bool:
    """Is it told only beside something else ("two days after the country completed drills")?"""
    clause = event.clause
    if clause.link in ("when", "while", "since", "as", "after", "before"):
        return True
    if clause.link == "ger" and clause.opener in ("after", "before", "since", "following"):
        return True  # "a week after completing drills with Oman"
    first = clause.subject[0].i if clause.subject else 0
    return first > 0 and tokens.lower[first - 1] in ("after", "before")


def once_planned(event: EventMention) -> bool:
    """As in "the exercise had been scheduled for May": what came of it the text tells elsewhere."""
    cue = event.status.cue
    return (
        event.status.value == "planned"
        and event.status.strength == WEAK
        and cue is not None
        and cue.verb is not None
        and cue.verb.perfect
        and cue.verb.tense == "past"
    )


def own(event: EventMention, tokens: Tokens) -> bool:
    """Is it told beside that of others ("held a drill of its own", "its own drills")?"""
    end = event.trigger.j
    after = tokens.lower[end : end + 3]
    if len(after) == 3 and after[0] == "of" and after[1] in _POSSESSIVES and after[2] == "own":
        return True
    return "own" in tokens.lower[event.trigger.i : event.trigger.i + 2]


_POSSESSIVES = frozenset({"its", "their", "his", "her", "our"})


def theirs(event: EventMention) -> bool:
    """Do "they", "both" or "their navies" hold it, whom the text has named before?"""
    subject = event.clause.subject
    if len(subject) != 1:
        return False
    unit = subject[0]
    owned = unit.mention is None and any(m.word == "their" for m in unit.mods)
    return unit.word in ("they", "both", "we") or (owned and unit.word in said("forces"))


def spoken_of(event: EventMention) -> bool:
    """Is it only what a meeting is about ("a round of talks on the joint exercise in Oslo")?"""
    unit = event.trigger
    for _ in range(3):  # "talks on the preparation of the exercise"
        host = unit.host
        if unit.role != "phrase" or host is None or not host.nominal:
            return False
        chain = {host.word, *(m.word for m in host.mods)}
        if unit.prep in ("on", "about", "for", "of") and not chain.isdisjoint(said("talked")):
            return True
        unit = host
    return False


def of_others(event: EventMention, tokens: Tokens) -> bool:
    """Does the verb alone tell of no exercise: it has an object ("train recruits") or, with nobody
    beside its subjects, neither place nor day ("their police patrol")?
    """
    verb = event.trigger.verb
    if verb is None or event.frame.weak or event.trigger.word == "part":
        return False
    if event.frame.id == "exercise-practise":
        return verb.modal in ("may", "might", "could", "can") or not (event.places or event.dates)
    if event.trigger.word not in said("trains"):
        return False
    if event.frame.id == "exercise-together" and event.status.strength < FAIR:
        return True  # "opportunities to sail together"
    if event.frame.id == "exercise-together" and not (
        {"alongside", "together_with"} & {p.prep for p in event.clause.phrases}
        or not said("in_company").isdisjoint(verb.adverbs)
        or not said("in_company").isdisjoint(tokens.lower[event.trigger.j : event.trigger.j + 12])
    ):
        return True  # "the two navies sail the same ships", "flew with his wife"
    beside = any(p.prep in event.frame.roles for p in event.clause.phrases)
    objects = [u for u in event.clause.objects if u.date is None]
    return not beside and (bool(objects) or not (event.places or event.dates))


def so_called(event: EventMention) -> Clause | None:
    """The clause of what is only called an exercise: "fired missiles in what it called a drill"."""
    clause, trigger = event.clause, event.trigger
    verb, above = clause.verb, clause.parent
    if clause.link != "what" or verb is None or above is None or above.verb is None:
        return None
    named = trigger.role == "object" or (trigger.role == "phrase" and trigger.prep == "as")
    return above if named and verb.word in said("calls") else None


def sums_up(event: EventMention, tokens: Tokens, named: Mapping[int, str]) -> bool:
    """Does the noun sum up what the clause tells ("fired rockets, the third such drill")?"""
    clause, trigger, verb = event.clause, event.trigger, event.clause.verb
    if trigger.kind != "noun" or trigger.role != "object" or verb is None or verb.verb is None:
        return False
    if verb.verb.passive or verb.verb.negated or verb.word not in said("does"):
        return False
    first = next((u for u in clause.objects if u.i >= verb.j), trigger)
    if any(k in named for k in range(first.i, first.j)):
        return False  # "opened Dawn Shield, its largest drill"
    opener = trigger.i - 1
    while opener > verb.j and tokens.lower[opener] in _TOLD_APART:
        opener -= 1
    return first is not trigger and tokens.text[opener] == ","


_TOLD_APART = frozenset({
    "the", "a", "an", "its", "their", "latest", "first", "second", "third", "fourth", "fifth",
    "sixth", "seventh",
})  # fmt: skip
"""Before "such drill"."""


def acts_on(event: EventMention) -> bool:
    """Is the subject of a verb of the course somebody who holds something ("They held a drill")?"""
    verb = event.trigger.verb
    return (
        event.frame.roles.get("subject") == "event" and verb is not None and not verb.passive
        and verb.lemma in said("carry") and bool(event.clause.objects)
        and event.clause.objects[0].date is None
    )  # fmt: skip


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
    seen = _seen(event) or _curtain(event) or _engaged(event)
    if seen is not None:
        return seen
    if _looked_on(event):
        return Reading("held", FAIR, cue=clause.verb)
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
        and event.trigger.role == "object" and verb is not None and verb.verb is not None
        and verb.word in said("watched") and verb.verb.tense == "past"
        and not verb.verb.negated and not verb.verb.modal
    )  # fmt: skip


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
    host = trigger.host
    if trigger.role != "phrase" or host is None:
        return None
    if trigger.prep == "for" and host.word == "end" and host.det == "the":
        return Reading("cancelled", SURE, "off", host)
    if trigger.prep == "of" and host.word in said("offs") and event.status.value != "possible":
        return Reading("cancelled", SURE, "off", host)  # "after the cancellation of the drill"
    return None


def sides_needed(event: EventMention, named: bool) -> int:
    """How many states must take part for the mention alone to tell of armed forces: one in an air
    exercise, two in a joint one or in one with a name.
    """
    if not said("martial").isdisjoint(event.format):
        return 1
    return 2 if named or not said("shared").isdisjoint(event.format) else 99


def points_back(event: EventMention) -> bool:
    """Does "the" before the noun mean an exercise spoken of already? Not in "the largest drill"."""
    definite = event.definite or any(
        m.date is not None and m.date.value is not None for m in event.trigger.mods
    )  # "this year's exercise"
    return definite and not any(w.endswith("est") or w in said("ordinal") for w in event.format)
