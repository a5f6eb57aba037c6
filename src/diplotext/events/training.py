"""What a mention of an exercise is worth: one exercise or a custom, which days, what the rest
of its sentence adds.
"""

from __future__ import annotations

from bisect import bisect_left

import attrs

from diplotext.events import partaking, spell, venues
from diplotext.events.cast import Cast
from diplotext.events.draft import Draft, When
from diplotext.events.vocabulary import said
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.document import Document
from diplotext.rules.match import EventMention
from diplotext.rules.status import FAIR, SURE, Reading


def dated(event: EventMention, whens: list[When], tokens: Tokens) -> list[When]:
    """The days of a frame's mention, less those of what was only said or done about it."""
    kept: list[When] = []
    staged = stage(event) is not None  # "lined up on Monday for the opening of the drill"
    for unit in event.dates:
        when = next((w for w in whens if unit.date is not None and w.span == unit.date.span), None)
        if when is None or when.bound in ("since", "before", "after", "by"):
            continue
        verb = unit.clause.verb if unit.clause is not None else None
        if (
            unit.host is not event.trigger
            and verb is not None
            and verb is not event.trigger
            and not staged
            and (
                verb.word not in said("held")
                and verb.word not in said("carry")  # "said on Monday"
                and verb.word not in said("watched")
                and verb.word not in said("does")
            )
        ):
            continue
        near = tokens.lower[max(0, unit.i - 4) : unit.i]
        if "that" not in near and not said("told").isdisjoint(near):
            continue
        kept.append(attrs.evolve(when, edge=_edge(tokens, unit.i)))
    return kept


def _edge(tokens: Tokens, k: int) -> str:
    """Does the verb before the date open or close the exercise?"""
    for n in range(k - 1, max(-1, k - 9), -1):
        word = tokens.lower[n]
        if word in said("begin") and word != "from":
            return "begin"
        if word in said("end") and word not in ("until", "through", "completed"):
            return "end"
        if word in (".", ";", "from") or word in said("told"):
            return ""
    return ""


def habitual(event: EventMention) -> bool:
    """Does the mention tell of a custom, not of one exercise ("every year since 2003")?"""
    if any(
        u.date is not None and (u.date.kind == "repeated" or u.date.bound == "since")
        for u in event.dates
    ):
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
        verb is not None and verb.word in said("origin") and event.trigger.role == "subject"
        and not event.plural and len(years) == len(dates) == 1
    ):  # fmt: skip
        return True  # "the drill goes back to 2007": that is how old it is
    day = any(d.value is not None and d.value.precision == "day" for d in dates)
    custom = event.plural and not said("custom").isdisjoint(event.format)
    return custom and len(years) < 2 and not day


def generic(event: EventMention) -> bool:
    """Does the mention speak of exercises without any holding of one ("discussed drills")?"""
    trigger, verb = event.trigger, event.clause.verb
    if not event.plural or trigger.det or event.dates or event.places or trigger.role == "subject":
        return False
    return (
        trigger.role != "object"
        or verb is None
        or (verb.word not in said("carry") and verb.word not in said("held"))
    )


def aside(event: EventMention, tokens: Tokens) -> bool:
    """Is it told only beside something else ("two days after the country completed drills")?"""
    clause = event.clause
    if clause.link in ("when", "while", "since", "as", "after", "before"):
        return True
    first = clause.subject[0].i if clause.subject else 0
    return first > 0 and tokens.lower[first - 1] in ("after", "before")


def theirs(event: EventMention) -> bool:
    """Do "they" or "both" hold it, whom the text has named before?"""
    subject = event.clause.subject
    return len(subject) == 1 and subject[0].word in ("they", "both", "we")


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
    if clause.verb is not None and clause.verb.word == "be":
        words = {u.word for p in clause.phrases if p.prep == "on" for u in p.units}
        if words & {"agenda", "calendar", "cards", "schedule"}:
            return Reading("planned", FAIR, cue=clause.verb)  # "is on the calendar for May"
    if event.trigger.role != "phrase" or event.trigger.prep != "of" or host is None:
        return None
    words = {host.word, *(m.word for m in host.mods)}
    told = event.clause.verb is not None and event.clause.verb.word in ("announce", "declare")
    if event.status.value in ("planned", "possible", "cancelled") and not told:
        return None
    if not words.isdisjoint(("opening", "start", "beginning", "launch", "launching", "inaugural")):
        return Reading("ongoing", FAIR, "begin", host)
    if not words.isdisjoint(("closing", "end", "conclusion", "close", "final")):
        return Reading("held", SURE, "end", host)
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
    return event.definite and not any(
        w.endswith("est") or w in said("ordinal") for w in event.format
    )


def enrich(draft: Draft, document: Document, cast: Cast, sentence: int, marked: set[int]) -> None:
    """Add the sides, places and days of a sentence that speaks of this exercise only."""
    partaking.add_sides(draft, document, cast, sentence, marked)
    have = {p.name for p, _ in draft.places}
    draft.places += [
        (p, s) for p, s in venues.spots(document, sentence, marked) if p.name not in have
    ]
    _add_days(draft, document, sentence, marked)
    spell.add_edges(draft, document, sentence, marked)


_BEHIND = frozenset({"after", "although", "because", "before", "if", "since", "when", "while"})
"""Before a clause with days of its own."""


def _of_another_clause(date: int, noun: int, document: Document, sentence: int) -> bool:
    """Does the date stand in a clause about another time: "was planned before X broke out last May"?"""
    units = document.units(sentence)
    clause = next((u.clause for u in units if u.i <= date < u.j), None)
    if clause is None or clause.link not in _BEHIND:
        return False
    return next((u.clause for u in units if u.i <= noun < u.j), None) is not clause


def _add_days(draft: Draft, document: Document, sentence: int, marked: set[int]) -> None:
    tokens = document.tokens
    span = document.sentences[sentence].span
    lower = tokens.lower
    known = {w.span for w in draft.whens}
    expressions = document.expressions
    first = bisect_left(expressions, span.start, key=lambda e: e.span.start)
    last = bisect_left(expressions, span.end, key=lambda e: e.span.start)
    for e in expressions[first:last]:
        i, j = e.start, e.end
        if e.kind == "duration":
            near = range(j, min(len(lower), j + 5))
            if (
                e.days
                and not draft.days
                and (
                    any(k in marked for k in near)
                    or (
                        i
                        and lower[i - 1]
                        in ("last", "lasts", "lasting", "lasted", "for", "run", "runs")
                    )
                )
            ):
                draft.days = e.days
            continue
        if (
            e.value is None
            or e.span in known
            or i in marked  # the year in a name
            or e.kind in ("repeated", "age", "vague", "edition")
            or e.bound in ("since", "before", "after", "by")
        ):
            continue
        first = tokens.at(span.start)
        at = next((k for k in range(i - 1, max(first - 1, i - 26), -1) if k in marked), None)
        if at is None:
            continue
        if _of_another_clause(e.start, at, document, sentence):
            continue
        between = lower[at:i]
        if not said("told").isdisjoint(between):
            continue
        if (
            e.bound in ("until", "from")
            or i - at <= 3
            or not (said("begin") | said("end") | said("during")).isdisjoint(between)
        ):
            draft.whens.append(When(e.value, e.span, True, e.bound, _edge(tokens, i)))
