"""Which days a mention of an exercise gives, and what the rest of its sentence adds."""

from __future__ import annotations

import attrs

from diplotext.events import partaking, spell, venues
from diplotext.events.cast import Cast
from diplotext.events.dating import fitting
from diplotext.events.draft import Draft, When
from diplotext.events.proper import QUOTES, is_year
from diplotext.events.stages import stage
from diplotext.events.telling import spoken_of
from diplotext.events.vocabulary import said
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.status import MARGINS, Reading


def dated(event: EventMention, whens: list[When], tokens: Tokens) -> list[When]:
    """The days of a frame's mention, less those of what was only said or done about it."""
    if spoken_of(event):
        return []
    kept = [w for w in whens if w.moved]  # "has been put off until June 10"
    if event.trigger.prep in MARGINS:
        return kept  # the days of a conference on the sidelines of the exercise
    stand = stage(event)
    # "lined up on Monday for the opening of the drill"
    staged = stand is not None and stand.course in ("begin", "end")
    for unit in event.dates:
        when = next((w for w in whens if unit.date is not None and w.span == unit.date.span), None)
        if when is None or when.bound in ("since", "before", "after", "by"):
            continue
        if _compared(tokens, unit.i) or _of_named(tokens, event.trigger.j, unit.i):
            continue
        if _of_series(unit, event):
            continue
        verb = unit.clause.verb if unit.clause is not None else None
        if (
            unit.host is not event.trigger
            and verb is not None
            and verb is not event.trigger
            and not staged
            and not (unit.i < verb.i and verb.word in ("see", "witness"))  # "last month saw"
            and not _at_the_time(event, unit)
            and not (event.definite and _of_phase(tokens, unit.i, unit.j))
            and not _sets_out(event, verb)
            and (
                verb.word not in said("held")
                and verb.word not in said("carry")  # "said on Monday"
                and verb.word not in said("watched")
                and verb.word not in said("does")
            )
        ):
            continue
        near = tokens.lower[max(0, unit.i - 4) : unit.i]
        if "." in near:  # what stands before it is told in another sentence
            near = near[len(near) - near[::-1].index(".") :]
        if "that" not in near and not said("told").isdisjoint(near):
            continue
        since = unit.date is not None and unit.date.bound == "since"
        edge = _hour(event, stand) or _edge(tokens, unit.i) or (when.edge if since else "")
        kept.append(attrs.evolve(when, edge=edge, phase=_of_phase(tokens, unit.i, unit.j)))
    return kept


def _of_series(date: Unit, event: EventMention) -> bool:
    """Does it tell how old the series is ("the drill that started in 1953 was held in 2019")?"""
    clause = date.clause
    if clause is None or clause.link != "rel" or clause is event.clause or clause.verb is None:
        return False
    opens = clause.verb.word in said("opens") or clause.verb.word in said("origin")
    value = date.date.value if date.date is not None else None
    return opens and value is not None and value.precision == "year" and any(
        d.clause is event.clause for d in event.clause.dates
    )  # fmt: skip


def _hour(event: EventMention, stand: Reading | None) -> str:
    """Which edge it is on whose day the text tells "the close of the drill", "its last day"."""
    host = event.trigger.host
    if stand is not None and event.trigger.prep == "of" and stand.course in ("begin", "end"):
        return stand.course
    if event.trigger.prep != "of" or host is None or host.word not in ("day", "hours", "leg"):
        return ""
    marks = {m.word for m in host.mods}
    return "end" if marks & {"last", "final", "closing", "concluding"} else (
        "begin" if marks & {"first", "opening"} else ""
    )  # fmt: skip


def _sets_out(event: EventMention, verb: Unit) -> bool:
    """As in "set sail on Monday for a three-day drill": then it begins."""
    return stem(event.trigger).prep == "for" and verb.word in said("sets_out")


def _at_the_time(event: EventMention, date: Unit) -> bool:
    """Does the clause tell of something else of that day ("scrambled jets on Monday as ships of
    Peru and Chile held a drill")?
    """
    clause: Clause | None = event.clause
    while clause is not None and clause is not date.clause:
        if clause.link == "as" or (clause.link in ("when", "while") and clause.verb is not None):
            return event.status.value in ("held", "ongoing", "present")
        clause = clause.parent
    return False


def _compared(tokens: Tokens, k: int) -> bool:
    """Is the date only compared with ("more ships than a year ago", "as in 2019"), or does it tell
    how many there were ("the third drill within a year")?
    """
    lower = tokens.lower
    if "within" in lower[max(0, k - 1) : k + 1]:
        return True
    near = [w for w in lower[max(0, k - 3) : k] if w not in ("in", "on", "the", "at", "of")]
    if not near:
        return False
    if near[-1] == "as" and lower[k - 1] != "of":
        return (
            near[-2:-1] not in (["early"], ["soon"], ["late"], ["well"], ["such"])
            and lower[k - 1] != "of"
        )
    return near[-1] in ("than", "unlike", "like") or near[-2:-1] == ["compared"]


def _of_named(tokens: Tokens, first: int, last: int) -> bool:
    """Is the day that of another one with a name ("the third drill, after Dawn Shield in May")?"""
    between = tokens.lower[first:last]
    if last - first > 40 or not {"after", "following", "before"} & set(between):
        return False
    k = first + next(n for n, w in enumerate(between) if w in ("after", "following", "before"))
    return any(tokens.text[n] in QUOTES for n in range(k, last))


def _of_phase(tokens: Tokens, i: int, j: int) -> bool:
    """Does the date tell when one phase is held ("the first phase, to be held from May 3 to 6")?"""
    first = max(1, i - 30)
    for k in range(min(len(tokens), j + 6) - 1, first - 1, -1):
        if tokens.lower[k] == "." and k < i:
            return False
        if tokens.lower[k] in said("phases") and (
            tokens.lower[k - 1] in said("ordinal") or tokens.lower[k - 1] in said("phase_kinds")
        ):  # fmt: skip
            return True
    return False


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
    """Does the date stand in a clause about something else ("planned before X fell last May", "a
    partnership formed in 2020")?
    """
    units = document.units(sentence)
    clause = next((u.clause for u in units if u.i <= date < u.j), None)
    if clause is None:
        return False
    told = clause.governor
    if clause.link == "part" and told is not None and told.nominal and told.mention is None and (
        clause.verb is not None and clause.verb.word in said("origin") | said("agreed")
    ):  # fmt: skip
        return not told.i <= noun < told.j
    if clause.link == "rel" and clause.verb is not None and is_year(document.tokens.text[date]):
        return clause.verb.word in said("opens") | said("origin")  # how old the series is
    if clause.link not in _BEHIND:
        return False
    return next((u.clause for u in units if u.i <= noun < u.j), None) is not clause


def counted_over(lower: list[str], i: int, j: int) -> bool:
    """Is it a time over which exercises are counted ("the third within ten days", "in less than two
    weeks"), not how long one lasts ("in ten days of drills")?
    """
    k = i - 1
    while k > 0 and lower[k] in ("less", "than", "under", "just", "only", "about", "barely"):
        k -= 1
    return k >= 0 and (
        lower[k] == "within" or (lower[k] == "in" and lower[j : j + 1] != ["of"])
    )  # fmt: skip


def _add_days(draft: Draft, document: Document, sentence: int, marked: set[int]) -> None:
    tokens = document.tokens
    expressions = document.expressions_in(sentence)
    if not expressions:
        return
    lower, first = tokens.lower, tokens.at(document.sentences[sentence].span.start)
    known = {w.span for w in draft.whens}
    for e in expressions:
        i, j = e.start, e.end
        if e.kind == "duration":
            near = range(j, min(len(lower), j + 5))
            if (
                e.days
                and not draft.days
                and not counted_over(lower, i, j)
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
            or _compared(tokens, i)
            or (lower[j : j + 1] == ["'s"] and marked.isdisjoint(range(j, j + 7)))
        ):
            continue
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
            value, reading = e.value, draft.status()
            if reading.value == "planned":  # "announced drills off Callao from Thursday on"
                value = fitting(e, value, reading, document.article.published)
            phase = _of_phase(tokens, i, j)
            draft.whens.append(When(value, e.span, True, e.bound, _edge(tokens, i), phase=phase))
