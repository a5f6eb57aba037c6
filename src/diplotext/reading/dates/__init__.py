"""Dates as news writes them: ``detect`` for their spans and days, ``read`` for what the event
rules need besides.

The rules by which an expression gets its days are laid down in docs/dates.md. Tokens are looked
up once in the words of the calendar; at the few that an expression can hang on, a grammar reads
a bounded stretch around (``grammar``, ``periods``); neighbours become ranges (``joining``); terms
become days (``resolve``). No date is invented: what the text leaves open is ``None``.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import attrs

from diplotext.dateranges import DateRange
from diplotext.lexicon.tokens import Tokens, tokenise
from diplotext.models import DateMention, Span
from diplotext.reading.dates.joining import join
from diplotext.reading.dates.resolve import Setting, resolve
from diplotext.reading.dates.scan import scan
from diplotext.reading.dates.tense import Tense, tense_at
from diplotext.reading.dates.terms import (
    Atom,
    Bound,
    Kind,
    Length,
    Numeric,
    Of,
    SameDay,
    Stretch,
    Term,
    Unit,
)

__all__ = ["Expression", "anchored", "detect", "parse", "read", "resolve_all"]

_SCHEDULE = 80
"""Tokens over which a schedule of coming days is taken to go on."""
_NEAR = 120
"""Tokens over which "the same day" and "in the afternoon" look back."""
_WEEK, _MONTH = 7, 27
_FEW = 6
"""Days of a stretch from which single days are still counted ("from May 3 to 5")."""
_SILENT: frozenset[Kind] = frozenset(("duration", "repeated", "age"))


@attrs.frozen
class Expression:
    """A stretch of text that speaks of time, and what it says.

    ``start`` and ``end`` are token indices (half-open), ``span`` code points. ``value`` is None
    where the days cannot be told. ``kind``: "day", "weekday", "month", "year", "period" (any
    other stretch), "edition" (the year in a name, "Zapad-2021"), "vague" ("in the coming
    months"), and three that say no when: "duration" ("four-day", "for two weeks"; ``days`` if
    the words give them), "repeated" ("every year"), "age" ("43-year-old"). ``bound`` is the word
    in front that makes it an edge instead of a when: "since", "from" (also "starting"), "until"
    (also "through", "till"), "by", "before", "after". ``term`` is what the words say by themselves.
    """

    span: Span
    start: int
    end: int
    value: DateRange | None
    kind: Kind
    bound: Bound | None = None
    days: int | None = None
    term: Term | None = None

    @property
    def dates(self) -> bool:
        """Can it say when an event is (not how long, how often or at what age)?"""
        return self.kind not in _SILENT


def detect(
    text: str,
    published: date | None = None,
    *,
    month_first: bool | None = None,
    tokens: Tokens | None = None,
) -> tuple[DateMention, ...]:
    """All date expressions of ``text`` in text order, non-overlapping.

    ``published`` is the day that "today" means; without it relative expressions are found with
    value None. ``month_first`` is the order of "03/04/2023" where the source is known to be
    American (True) or not (False). Never raises; time is linear in the length of the text.
    """
    found = read(tokens or tokenise(text), text, published, month_first=month_first)
    return tuple(
        DateMention(e.span, e.value) for e in found if e.dates and not _within_word(e, text)
    )


def _within_word(e: Expression, text: str) -> bool:
    """As in "Zapad-2021", "Exercise Cobra Gold 24": the year is part of a name."""
    if e.kind != "edition" or e.span.start == 0:
        return False
    return e.span.end - e.span.start == 2 or not text[e.span.start - 1].isspace()


@lru_cache(maxsize=2)  # the article's date is read from the same expressions
def parse(tokens: Tokens, text: str) -> tuple[Atom, ...]:
    """The expressions as words only, before anybody asks which days they mean."""
    return tuple(join(scan(tokens, text), tokens))


def read(
    tokens: Tokens,
    text: str,
    published: date | None = None,
    *,
    parsed: tuple[Atom, ...] | None = None,
    month_first: bool | None = None,
) -> tuple[Expression, ...]:
    """All expressions of time with their days; ``parsed`` saves a second parse."""
    atoms = parse(tokens, text) if parsed is None else parsed
    return resolve_all(atoms, tokens, text, published, month_first=month_first)


def resolve_all(
    atoms: tuple[Atom, ...],
    tokens: Tokens,
    text: str,
    published: date | None,
    *,
    month_first: bool | None = None,
) -> tuple[Expression, ...]:
    """Resolve atoms in text order, each knowing the date told before it."""
    found: list[Expression] = []
    told: DateRange | None = None
    day: DateRange | None = None
    coming = day_at = told_at = 0
    near: tuple[date, ...] = ()
    order = _month_first(atoms) if month_first is None else month_first
    year = _only_year(atoms) if published is None else None
    for atom in atoms:
        span = Span(tokens.start[atom.start], tokens.end[atom.end - 1])
        if atom.kind in _SILENT or atom.kind == "vague":
            days = atom.term.days if isinstance(atom.term, Length) else None
            found.append(
                Expression(span, atom.start, atom.end, None, atom.kind, None, days, atom.term)
            )
            continue

        def tense(atom: Atom = atom) -> Tense:
            return tense_at(tokens, text, atom.start, atom.end)

        onward = None
        if coming > atom.start and told:
            onward = told.end if told.days < _WEEK else told.start
        home = told
        if isinstance(atom.term, SameDay):
            home = day if atom.start - day_at < _NEAR else None
            if home is not None and published and _off(home, published, tense()):
                home = None
            elif home is None and atom.start - told_at < _NEAR:
                home = told  # "will come next week. In the afternoon ...": on none that is known
        elif _of_a_day(atom.term) and told and told.days > _MONTH:
            home = day if atom.start - day_at < _NEAR else None
        value = resolve(atom.term, Setting(published, tense, home, year, order, onward, days=near))
        kind: Kind = atom.kind
        if value is None and (isinstance(atom.term, SameDay) or atom.term == _SAME_DAY):
            kind = "vague"  # it says no day of its own: that of its surroundings fits
        found.append(
            Expression(span, atom.start, atom.end, value, kind, atom.bound, None, atom.term)
        )
        if value is not None and atom.kind != "edition":
            told, told_at = value, atom.start
            if value.days <= _FEW and atom.bound in (None, "from"):
                day, day_at = value, atom.start
            if atom.kind == "day":
                near = (*near[-7:], value.start)
            if published and value.start > published and value.days <= _WEEK:
                coming = atom.end + _SCHEDULE
    return tuple(found)


_SAME_DAY = Unit("day", 0, told=True)


def _of_a_day(term: Term) -> bool:
    """Is it "the same day", "the following day"?"""
    return isinstance(term, Unit) and term.told and term.unit == "day"


def _off(day: DateRange, published: date, tense: Tense) -> bool:
    """Does the day lie on the other side of the report than the clause?"""
    return day.end < published if tense == "future" else day.start > published and tense == "past"


def anchored(days: int, *, start: date | None = None, end: date | None = None) -> DateRange | None:
    """The days of "a four-day visit" whose first (or last) day is known; None if neither is."""
    if days < 1:
        return None
    try:
        if start is not None:
            return DateRange.between(start, start + timedelta(days=days - 1), "relative")
        if end is not None:
            return DateRange.between(end - timedelta(days=days - 1), end, "relative")
    except OverflowError:
        return None
    return None


def _month_first(atoms: tuple[Atom, ...]) -> bool | None:
    """The order of day and month that the text's own numeric dates show; None if they do not."""
    shown = set()
    for atom in atoms:
        whole = atom.term
        for term in (whole.first, whole.last) if isinstance(whole, Stretch) else (whole,):
            if isinstance(term, Numeric) and (term.first > 12) != (term.second > 12):
                shown.add(term.second > 12)
    return shown.pop() if len(shown) == 1 else None


def _only_year(atoms: tuple[Atom, ...]) -> int | None:
    """The one year that the full dates and the editions of a text name.

    Years alone ("in 2008") tell of the past and count for nothing.
    """
    named = {
        year
        for atom in atoms
        if atom.kind in ("edition", "day", "month", "period")
        for year in _years_in(atom.term)
    }
    return named.pop() if len(named) == 1 else None


def _years_in(term: Term) -> tuple[int, ...]:
    if isinstance(term, Stretch):
        return _years_in(term.first) + _years_in(term.last)
    return (term.year,) if isinstance(term, Of) and term.year else ()
