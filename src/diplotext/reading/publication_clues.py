"""What a text lets slip about the day it was written: each clue scores a candidate day.

A clue that holds adds to a day, one that is broken takes away more: years printed with their
months, days that fall on a named weekday, "this week" beside its days, the weekday of the
lead. What the lexicon adds stands in ``publication_lexicon``. Weights are judged by how often
news breaks the habit behind them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta

import attrs

from diplotext.dateranges import DateRange
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.dates.resolve import Setting, resolve
from diplotext.reading.dates.tense import tense_at
from diplotext.reading.dates.terms import Atom, Of, Term, Unit, Weekday

_REPORTED = frozenset(
    {"said", "announced", "confirmed", "told", "reported", "stated", "declared", "added"}
    | {"warned", "wrote", "disclosed", "revealed", "denied", "tweeted", "unveiled"}
)


_LEAD = 120
"""Tokens that headline and lead may take."""

Weigh = Callable[[date], float]


@attrs.frozen
class Clue:
    """``words`` say what is tested; ``weigh`` gives its points for a day: more is likelier."""

    words: str
    weigh: Weigh


def clues(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> list[Clue]:
    """All clues that the expressions of time hold."""
    found = _printed_years(text, tokens, atoms) + _weekdays(text, tokens, atoms)
    return found + _near_days(text, tokens, atoms)


def years_named(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> set[int]:
    """Years near which the article may have been written: printed with a month or a
    day, in the name of an edition, or with a copyright sign.
    """
    named = set()
    for atom in atoms:
        if _anchors(atom, tokens) and isinstance(atom.term, Of) and atom.term.year:
            named.add(atom.term.year)
    return {year for year in named if 1900 < year < 2150}


def _anchors(atom: Atom, tokens: Tokens) -> bool:
    term = atom.term
    if not isinstance(term, Of) or not term.year:
        return False
    before = tokens.lower[atom.start - 1] if atom.start else ""
    return term.month is not None or atom.kind == "edition" or before in ("©", "copyright", ")")


def report_days(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> tuple[list[Term], int]:
    """The latest day without a year on which something "was announced", and how many
    expressions bear it out: a day told twice, "this week" beside it.
    """
    past, reported = [], []
    for atom in atoms:
        term = atom.term
        if not isinstance(term, Of) or not term.month or not term.day or term.year or term.until:
            continue
        if tense_at(tokens, text, atom.start, atom.end) in ("past", None):
            past.append((term.month, term.day))
            if _REPORTED.intersection(tokens.lower[max(atom.start - 4, 0) : atom.end + 12]):
                reported.append((term.month, term.day))
    if not reported:
        return [], 0
    latest = max(reported)
    if len(set(past)) > 1 and max(past) != latest:
        return [], 0
    if max(past)[0] - min(past)[0] > 6:
        return [], 0  # December and January: which is the later?
    support = reported.count(latest) + any(
        isinstance(a.term, Unit) and a.term.unit == "week" and a.term.which == 0 for a in atoms
    )
    return [Of(None, *latest)], support


def day_called_today(tokens: Tokens, atoms: tuple[Atom, ...]) -> Atom | None:
    """The day that the text itself calls today: "Today, 2 April, we leave"."""
    for atom in atoms:
        term = atom.term
        if not isinstance(term, Of) or not (term.month and term.day) or term.until:
            continue
        before, after = (
            tokens.lower[max(atom.start - 2, 0) : atom.start],
            tokens.lower[atom.end : atom.end + 2],
        )
        if before in (["today", ","], ["today", "("]) or after in (
            [",", "today"],
            ["(", "today"],
        ):
            return atom
    return None


def dated_title(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> Atom | None:
    """The full day with which a headline ends, if the text below goes on to tell of "today"."""
    for atom in atoms:
        if atom.start > _LEAD:
            return None
        term = atom.term
        if not isinstance(term, Of) or not (term.year and term.month and term.day) or term.until:
            continue
        start, end = tokens.start[atom.start], tokens.end[atom.end - 1]
        line = text[text.rfind("\n", 0, start) + 1 : end]
        rest = text[end : text.find("\n", end)]
        if rest.strip(" .)") or not 1 < line[: start - end].count(" ") < _TITLE:
            continue
        words = tokens.lower[tokens.at(end - len(line)) : atom.start]
        below = tokens.lower[atom.end : atom.end + _LEAD]
        if _PICTURE.isdisjoint(words) and not _TODAY.isdisjoint(below):
            return atom
    return None


_TITLE = 12
"""Words of a headline in front of its date."""
_PICTURE = frozenset({"photo", "file", "image", "picture", "pictured", "poses", "pose"})
_TODAY = frozenset({"today", "tonight"})


def dated_lead(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> Atom | None:
    """The latest day told as past, if the lead prints it in full and something was "said" or
    "announced" on it: news of that kind is printed the same day.
    """
    found: Atom | None = None
    latest: date | None = None
    for atom in atoms:
        term = atom.term
        if not isinstance(term, Of) or not (term.year and term.month and term.day):
            continue
        value = resolve(term, Setting(None))
        if value is None or tense_at(tokens, text, atom.start, atom.end) not in ("past", None):
            continue
        if latest is not None and value.start <= latest:
            continue
        near = tokens.lower[max(atom.start - 4, 0) : atom.end + 12]
        reported = atom.start < _LEAD and not term.until and not _REPORTED.isdisjoint(near)
        found, latest = atom if reported else None, value.end
    return found


def _printed_years(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> list[Clue]:
    found = []
    anchors = [a for a in atoms if _anchors(a, tokens)]
    years = years_named(text, tokens, atoms)
    if years:
        newest = max(years)

        def distance(day: date) -> float:
            gap = day.year - newest
            return {0: 0.0, 1: -1.0, 2: -2.5, 3: -4.0}.get(gap, -5.0 if gap > 3 else -1.5)

        found.append(Clue(f"{newest} is the latest year printed with a month or a name", distance))
    for atom in atoms:
        value = resolve(atom.term, Setting(None))
        if value is None or value.days > 3700:
            continue
        tense = tense_at(tokens, text, atom.start, atom.end)
        words = text[tokens.start[atom.start] : tokens.end[atom.end - 1]]
        if atom.kind == "edition":
            month = _month_behind(tokens, atoms, atom)
            if month is not None:
                value = month
            if tense in ("future", "present"):
                found.append(
                    Clue(f'the edition of "{words}" is going on or coming', _not_after(value))
                )
        elif tense == "past":
            found.append(Clue(f'"{words}" is told as past', _not_before(value)))
        elif tense == "future" and atom.bound is None:
            found.append(Clue(f'"{words}" is told as coming', _not_after(value)))
    months = [resolve(a.term, Setting(None)) for a in anchors if a.kind == "month"]
    printed = [m for m in months if m is not None]
    if printed:

        def spelled_out(day: date) -> float:
            close = any(0 < (day - m.end).days < 300 and m.start.year == day.year for m in printed)
            return -1.0 if close else 0.0

        found.append(
            Clue("months are printed with their year, so they lie in another year", spelled_out)
        )
    return found


def _month_behind(tokens: Tokens, atoms: tuple[Atom, ...], edition: Atom) -> DateRange | None:
    """As in "Shield-2019 in January": of that year."""
    at = edition.end + 1
    if tokens.lower[edition.end : at] != ["in"] or not isinstance(edition.term, Of):
        return None
    following = bisect_left(atoms, at, key=lambda a: a.start)
    for atom in atoms[following : following + 1]:
        if atom.start == at and atom.kind == "month" and isinstance(atom.term, Of):
            return resolve(attrs.evolve(atom.term, year=edition.term.year), Setting(None))
    return None


def _not_before(value: DateRange) -> Weigh:
    return lambda day: 0.0 if value.start <= day else -3.0


def _not_after(value: DateRange) -> Weigh:
    return lambda day: 0.0 if day <= value.end else -2.0


def _weekdays(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> list[Clue]:
    found = []
    for atom in atoms:
        term = atom.term
        if (
            isinstance(term, Of)
            and term.weekday is not None
            and term.day
            and term.month
            and not term.year
        ):
            found.append(_falls_on(term, text[tokens.start[atom.start] : tokens.end[atom.end - 1]]))
    lead = next(
        (
            a
            for a in atoms
            if isinstance(a.term, Weekday)
            and a.term.which is None
            and a.term.week is None
            and tense_at(tokens, text, a.start, a.end) == "past"
        ),
        None,
    )
    if lead is not None and isinstance(lead.term, Weekday):
        weekday = lead.term.day

        def recent(day: date) -> float:
            ago = (day.weekday() - weekday) % 7
            return 1.0 if ago <= 1 else 0.0 if ago <= 3 else -1.5

        words = text[tokens.start[lead.start] : tokens.end[lead.end - 1]]
        found.append(Clue(f'the lead tells of "{words}", a day or two before', recent))
    elif (coming := _coming_weekday(text, tokens, atoms)) is not None:
        ahead, at = coming

        def shortly(day: date) -> float:
            return 1.0 if (ahead - day.weekday()) % 7 <= 1 else 0.0

        words = tokens.text[at]
        found.append(Clue(f'the lead tells of a coming "{words}", today or tomorrow', shortly))
    return found + _days_called_by_weekday(tokens, atoms)


def _coming_weekday(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> tuple[int, int] | None:
    """The weekday of the lead and its token, if it looks ahead."""
    for atom in atoms:
        if isinstance(atom.term, Weekday):
            ahead = tense_at(tokens, text, atom.start, atom.end) in ("future", "present")
            plain = atom.term.which is None and atom.term.week is None
            return (atom.term.day, atom.start) if ahead and plain and atom.start < _LEAD else None
    return None


_STEPS = {"today": 0, "tomorrow": 1, "yesterday": -1}


def _days_called_by_weekday(tokens: Tokens, atoms: tuple[Atom, ...]) -> list[Clue]:
    """As in "tomorrow, Wednesday", "yesterday (Monday)"."""
    found = []
    for atom in atoms:
        term = atom.term
        if not isinstance(term, Weekday) or term.which is not None or term.week is not None:
            continue
        before = tokens.lower[max(atom.start - 2, 0) : atom.start]
        step = _STEPS.get(before[0]) if before[1:] in ([","], ["("]) else None
        if step is None:
            continue

        def fits(day: date, step: int = step, weekday: int = term.day) -> float:
            return 2.0 if (day.weekday() + step) % 7 == weekday else -3.0

        words = f"{before[0]}, {tokens.text[atom.start]}"
        found.append(Clue(f'"{words}" falls on that day of the week', fits))
    return found


def _falls_on(term: Of, words: str) -> Clue:
    def weigh(day: date) -> float:
        value = resolve(attrs.evolve(term, weekday=None), Setting(day, lambda: "any"))
        if value is None:
            return 0.0
        return 2.0 if value.start.weekday() == term.weekday else -3.0

    return Clue(f'"{words}" falls on that day of the week', weigh)


def _near_days(text: str, tokens: Tokens, atoms: tuple[Atom, ...]) -> list[Clue]:
    """As in "this week" and a coming day that the text names: they belong to one week."""
    found = []
    week = any(
        isinstance(a.term, Unit) and a.term.unit == "week" and a.term.which == 0 for a in atoms
    )
    coming = []
    for atom in atoms:
        term = atom.term
        if not isinstance(term, Of) or term.year or not term.month or not term.day:
            continue
        tense = tense_at(tokens, text, atom.start, atom.end)
        words = text[tokens.start[atom.start] : tokens.end[atom.end - 1]]
        if tense == "future":
            coming.append((term, words))
    if week and coming:
        term, words = coming[0]

        def in_week(day: date) -> float:
            value = resolve(term, Setting(day, lambda: "future"))
            if value is None or (value.start - day).days > 8:
                return 0.0
            monday = day - timedelta(days=day.weekday())
            return 0.5 if value.start <= monday + timedelta(days=6) else -2.0

        found.append(Clue(f'"{words}" lies in "this week"', in_week))
    for term, words in coming[:4]:

        def soon(day: date, term: Of = term) -> float:
            value = resolve(term, Setting(day, lambda: "any"))
            return 0.0 if value is None or (day - value.end).days < 60 else -2.0

        found.append(Clue(f'"{words}" is still to come', soon))
    return found
