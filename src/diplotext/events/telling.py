"""What a mention of an exercise tells: one exercise or a custom, its first hour or all of it, an
exercise or only talk about one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from diplotext.dateranges import DateRange
from diplotext.events.vocabulary import said
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.status import FAIR, WEAK


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
    if "similar" in event.format and event.dates and event.status.value == "held":
        return False  # "conducted similar exercises in April"
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
    exercise in 2015", "since 2009, when it first came to the drill"?
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
    verb = (unit.clause or event.clause).verb
    group = verb.verb if verb is not None else None
    going_on = group is not None and group.progressive
    if group is not None and group.perfect:  # "has involved 300 soldiers since March 4"
        going_on |= date.value is not None and date.value.basis != "explicit"
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


def theirs(event: EventMention, tokens: Tokens) -> bool:
    """Do "they", "their navies" or "bombers of the two states" hold it, named before?"""
    subject, verb = event.clause.subject, event.clause.verb
    if len(subject) != 1 or verb is None:
        return False
    unit = subject[0]
    if unit.word in ("they", "both", "we"):
        return True
    if unit.mention is None and any(m.word == "their" for m in unit.mods):
        return unit.word in said("forces")
    return any(
        v in ("both", "two") and w in said("pairs")
        for v, w in pairwise(tokens.lower[unit.i : max(unit.j, verb.i)])
    )


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
    """The clause of what is only called an exercise: "fired missiles in what it called a drill",
    "in what it said was a drill".
    """
    clause, trigger = event.clause, event.trigger
    verb, above = clause.verb, clause.parent
    if verb is not None and verb.word == "be" and above is not None and above.link == "what":
        clause, verb, above = above, above.verb, above.parent
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
