"""Weeks, months, years and the like by their place: "last week", "the end of the month"."""

from __future__ import annotations

from diplotext.reading.dates import weeks
from diplotext.reading.dates.counts import (
    DAYS_IN,
    MODALS,
    counted,
    hyphened,
    number_before,
    of_period,
    simple_date,
)
from diplotext.reading.dates.months import year_in_words
from diplotext.reading.dates.scanner import Scanner
from diplotext.reading.dates.terms import (
    Again,
    Atom,
    Away,
    Length,
    Nth,
    Of,
    Part,
    Rolling,
    SameDay,
    Season,
    Stretch,
    Term,
    Today,
    Unit,
    Vague,
    Years,
    kind_of,
)

_INNER = ("business", "working", "consecutive", "full", "whole", "straight")


def unit(s: Scanner, i: int) -> list[Atom]:
    """The atom around "day", "weeks", "month" ..., whichever of the many it is."""
    word = s.low[i]
    name = s.cal.units.get(word)
    if name is None:  # "weeklong"
        name = word.removesuffix("long")
        return [Atom(i, i + 1, Length(DAYS_IN.get(name), name), "duration")]
    end = i + 1
    if s.glued(i - 1, "-"):
        return hyphened(s, i, name)
    if s.at(end) == "-" and s.tight(end) and s.at(end + 1) in ("long", "old"):
        kind = s.at(end + 1) == "old"
        return [Atom(i, end + 2, Length(DAYS_IN.get(name), name), "age" if kind else "duration")]
    if s.at(i - 1) in _INNER:
        i -= 1
        if s.low[i] in ("business", "working") and word == "days":
            name = "workday"
    before = s.at(i - 1)
    if before in s.cal.which:
        found = _picked(s, i, end, name, before)
        if found is not None:
            return found
    if before in ("that", "same") and name != "hour":
        start = i - 1 - (s.at(i - 2) == "the")
        return _parted(s, start, end, Unit(name, 0, told=True))
    if before in ("every", "each", "per"):
        return [Atom(i - 1, end, Again(), "repeated")]
    count = number_before(s, i)
    if count is not None:
        return counted(s, i, end, name, *count)
    plural = word != name
    beyond = {("after", "next"): 2, ("before", "last"): -2}.get((s.at(end), s.at(end + 1)))
    if beyond and not plural and name not in ("day", "hour"):
        term = Unit(name, beyond)
        return [Atom(i - (before == "the"), end + 2, term, kind_of(term))]
    if name == "week" and s.at(end) == "of" and before != "the":
        found = weeks.by_day(s, i, end)
        if found:
            return found
    if s.at(end) in ("ago", "later", "earlier"):
        return [Atom(i, end + 1, Vague(), "vague")] if plural else []
    if plural:
        return [Atom(i, end, Length(None, name), "duration")] if before == "for" else []
    if name == "weekend" and s.at(end) == "of":
        found = weeks.weekend(s, i - (before == "the"), end)
        if found:
            return found
    if before == "the" and name == "day":
        return _the_day(s, i, end)
    if before in ("the", "of"):
        return _bare(s, i, end, name)
    return [] if s.at(end) == "-" else _numbered(s, i, end, name)


def _to_date(s: Scanner, start: int, end: int, name: str) -> list[Atom]:
    """As in "the year to date"."""
    if (s.at(end), s.at(end + 1)) != ("to", "date"):
        return []
    return [Atom(start, end + 2, Stretch(Unit(name, 0), Today(0)), "period")]


def _picked(s: Scanner, i: int, end: int, name: str, word: str) -> list[Atom] | None:
    """As in "last week", "this month", "the following day", "coming days", "two next days"."""
    which = s.cal.which[word]
    start = i - 1
    if s.low[end - 1] != name:
        if word == "last" and s.at(i - 2) in MODALS:
            return [Atom(i, end, Length(None, name), "duration")]  # "is to last weeks"
        count = number_before(s, start)
        if count is not None and count[1] and name != "hour" and which:
            return [Atom(count[0], end, Rolling(name, count[1], which), "period")]
        return [Atom(start - (s.at(start - 1) in ("the", "these")), end, Vague(which), "vague")]
    if name == "hour":
        return []
    if name == "fortnight":
        start -= s.at(start - 1) == "the"
        return [Atom(start, end, Rolling(name, 1, which), "period")] if which else []
    j = end + (s.at(end) in ("'s", "-"))
    if name == "week" and s.at(j) in s.cal.weekdays:
        return []  # "next week Monday" is read at the weekday
    if word == "last":
        base = of_period(s, end)
        if base and name in ("day", "week", "month", "quarter") and _holds(base[0], name):
            start -= s.at(start - 1) == "the"
            term: Term = Nth(-1, name, base[0])
            return [Atom(start, base[1], term, kind_of(term))]
    this = s.at(start - 1) == "this"
    start -= this or s.at(start - 1) == "the"
    if (
        word in ("past", "coming")
        and not this
        and name not in ("day", "quarter", "century", "weekend")
    ):
        return [Atom(start, end, Rolling(name, 1, which), "period")]
    if name == "day":
        # "the next day", "the previous day" follow what was told; there is no "last day" by itself.
        if word not in ("next", "following", "previous", "preceding"):
            return []
        return [Atom(start, end, Unit("day", which, told=True), "day")]
    article = s.low[start] == "the"
    told = word in ("following", "preceding") or (word == "previous" and article)
    return _parted(s, start, end, Unit(name, which, told))


def _holds(base: Term, name: str) -> bool:
    """Can ``base`` hold several of the units: a month holds weeks, only a year holds months?"""
    if name in ("day", "week"):
        return True
    return isinstance(base, Unit) or (isinstance(base, Of) and base.month is None)


def _parted(s: Scanner, start: int, end: int, term: Term) -> list[Atom]:
    """Words in front of "this week": early next week, later this month, the end of last year."""
    if s.at(start - 1) in ("earlier", "later"):
        return [Atom(start - 1, end, term, kind_of(term))]
    if s.at(start - 1) in ("in", "during") and s.at(start - 2) in ("earlier", "later"):
        return [Atom(start - 2, end, term, kind_of(term))]
    head, wrap = s.part(start)
    if wrap:
        term = wrap(term)
        return [Atom(head, end, term, kind_of(term))]
    return [Atom(start, end, term, kind_of(term))]


def _the_day(s: Scanner, i: int, end: int) -> list[Atom]:
    """As in "the day before yesterday", "the day after", "later in the day"."""
    word, after = s.at(end), s.at(end + 1)
    if word in ("before", "after"):
        sign = 1 if word == "after" else -1
        if after in s.cal.deictic:
            return [Atom(i - 1, end + 2, Today(s.cal.deictic[after] + sign), "day")]
        base = simple_date(s, end + 1)
        if base:
            return [Atom(i - 1, base[1], Away("day", sign, base[0]), "day")]
        if not after[:1].isalnum() or after in ("in", "at", "and", "when", "on"):
            return [Atom(i - 1, end + 1, Unit("day", sign, told=True), "day")]
        return []
    if s.at(i - 2) == "in" and s.at(i - 3) in ("earlier", "later"):
        return [Atom(i - 3, end, SameDay(else_today=True), "day")]
    return []


def _bare(s: Scanner, i: int, end: int, name: str) -> list[Atom]:
    """As in "the weekend", "the end of the week", "later in the year", "the week of April 10"."""
    article = s.at(i - 1) == "the"
    start = i - article
    if name == "weekend" and article:
        return [Atom(start, end, Unit("weekend", 0), "period")]
    if name == "week" and article:
        found = weeks.by_day(s, start, end) or weeks.numbered(s, i, end)
        if found:
            return found
    if article and s.at(end) in ("before", "after") and name in ("week", "month", "year"):
        sign = 1 if s.at(end) == "after" else -1
        if s.at(end + 1)[:1].isalnum():
            return []
        term: Term = Unit(name, sign, told=True)
        return [Atom(start, end + 1, term, kind_of(term))]
    if name not in ("week", "month", "year", "quarter", "decade"):
        return []
    if article and s.at(end) == "to":
        return _to_date(s, start, end, name)
    word = s.at(i - 3)
    if article and s.at(i - 2) == "in" and word in ("earlier", "later", "early", "late"):
        term = Unit(name, 0)
        if word in ("early", "late"):
            term = Part(s.cal.parts[word], term)
        return [Atom(i - 3, end, term, kind_of(term))]
    if s.at(end) == "'s" and s.at(end + 1) == "end":
        return [Atom(start, end + 2, Part("late", Unit(name, 0)), "period")]
    head, wrap = s.part(start)
    if wrap:
        term = wrap(Unit(name, 0))
        return [Atom(head, end, term, kind_of(term))]
    return []


def _numbered(s: Scanner, i: int, end: int, name: str) -> list[Atom]:
    """As in "the first week of October", "third quarter 2024", "the 18th century"."""
    if name == "week" and s.at(end).isdigit():
        return weeks.numbered(s, i, end)
    nth = s.ordinal_at(i - 1)
    if nth is None:
        return []
    if name == "century" and nth > 0:
        term: Term = Years((nth - 1) * 100, 100) if nth > 1 else Years(1, 99)
        head, wrap = s.part(i - 1)
        return [Atom(head, end, wrap(term) if wrap else term, "period")]
    base = of_period(s, end)
    if base is None and name == "quarter":
        year = s.year(end)
        base = (Of(year), end + 1) if year else None
        stop, told = year_in_words(s, end)
        base = (told, stop) if told else base
    leads = ("in", "during", "for", "by", "of", "since")
    bare = base is None and s.at(i - 2) == "the" and s.at(i - 3) in leads and s.at(end) != "of"
    if bare and name == "quarter" and 0 < nth < 5:
        return [Atom(i - 2, end, Season(3 * nth - 2, 3 * nth), "period")]
    if base is None or name not in ("day", "week", "month", "quarter") or not _holds(base[0], name):
        return []
    term = Nth(nth, name, base[0])
    return [Atom(i - 1 - (s.at(i - 2) == "the"), base[1], term, kind_of(term))]
