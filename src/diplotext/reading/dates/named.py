"""Times with names of their own: today, this morning, spring, the 1990s, the first half, Easter."""

from __future__ import annotations

from diplotext.reading.dates.counts import feast_at, of_period
from diplotext.reading.dates.months import year_in_words
from diplotext.reading.dates.scanner import Scanner
from diplotext.reading.dates.terms import (
    Atom,
    Feast,
    Of,
    Part,
    SameDay,
    Season,
    Term,
    Today,
    Unit,
    Weekday,
    Weekend,
    Years,
)

_BEFORE_SEASON = frozenset(
    ("in", "by", "since", "during", "over", "until", "for", "throughout", "or", "/")
)


def deictic(s: Scanner, i: int) -> list[Atom]:
    """As in "today", "yesterday morning", "tonight"; "now" only as the end of a range."""
    word = s.low[i]
    before, end = s.at(i - 1), i + 1
    if word in ("date", "present"):
        edge = before == "to" or (before == "the" and s.at(i - 2) in ("to", "until"))
        return [Atom(i, end, Today(0), "day")] if edge else []
    if word == "now":
        edge = before in ("between", "from", "and", "to", "until", "till")
        return (
            [Atom(i, end, Today(0), "day")] if edge else []
        )  # ``join`` drops it if it stands alone
    if word == "today" and s.capital(i) and (before == "usa" or _is_masthead(s, before, end)):
        return []
    end += s.at(end) in s.cal.dayparts
    return [Atom(i, end, Today(s.cal.deictic[word]), "day")]


def _is_masthead(s: Scanner, before: str, end: int) -> bool:
    """As in "Russia Today said": the outlet, not the day."""
    names = ("russia", "india", "china", "africa", "asia", "arab", "military")
    return before in names and s.at(end) in (",", "said", "reported", "'s", "reports")


def daypart(s: Scanner, i: int) -> list[Atom]:
    """As in "this morning", "last night", "that evening"."""
    before = s.at(i - 1)
    if before == "this":
        return [Atom(i - 1 - (s.at(i - 2) in ("earlier", "later")), i + 1, Today(0), "day")]
    if before == "last" and s.low[i] in ("night", "evening"):
        return [Atom(i - 1, i + 1, Today(-1), "day")]
    if before in ("next", "following") and s.at(i - 2) == "the":
        return [Atom(i - 2, i + 1, Unit("day", 1, told=True), "day")]
    if before in ("that", "same"):
        return [Atom(i - 1, i + 1, Unit("day", 0, told=True), "day")]
    return _of_the_day(s, i)


_HOURS = frozenset(("morning", "afternoon", "evening"))


def _of_the_day(s: Scanner, i: int) -> list[Atom]:
    """As in "in the afternoon", "over the late morning": of which day is told nearby."""
    start = i - 1 - (s.at(i - 1) in ("early", "late"))
    if s.low[i] not in _HOURS or s.at(start) != "the" or s.at(start - 1) not in _WITHIN:
        return []
    behind = i + 1 + (s.at(i + 1) in ("on", "of", ",", "("))
    before = start - 2 - (s.at(start - 2) in (",", "later", "early", "late", "earlier"))
    for word in (s.at(behind), s.at(before)):  # "on Friday, in the afternoon"
        if word in s.cal.weekdays or word in s.cal.months or word in s.cal.deictic:
            return []
        if word[:1].isdigit():
            return []
    for k in range(i + 1, i + _SAME_SENTENCE):  # "A in the morning and B in the evening on Friday"
        if s.at(k) in _ENDS:
            break
        if s.at(k) == "on" and s.at(k + 1) in s.cal.weekdays:
            day = Weekday(s.cal.weekdays[s.at(k + 1)])
            return [Atom(start - 1, i + 1, day, "weekday")]
    return [Atom(start - 1, i + 1, SameDay(), "day")]


_SAME_SENTENCE = 14
_ENDS = frozenset((".", ";", "!", "?", "", "before", "after", "until", "that", "who", "which"))


_WITHIN = frozenset(("in", "over", "during"))


def season(s: Scanner, i: int) -> list[Atom]:
    """As in "spring 2024", "the summer of 2012", "this autumn", "last winter", "in the spring"."""
    first, last = s.cal.seasons[s.low[i]]
    start, end = i, i + 1
    before = s.at(i - 1)
    spot = end + (s.at(end) in (",", "of"))
    year = s.year(spot)
    term: Term
    if year is not None and year >= 1500:
        term, end = Season(first, last, year), spot + 1
    elif before in s.cal.which:
        start -= 1 + (before != "this" and s.at(i - 2) in ("this", "the"))
        term = Season(first, last, None, s.cal.which[before])
    else:
        stop, told = year_in_words(s, end)
        if told is not None and s.at(end) != ",":
            term, end = Season(first, last, None, None, told), stop
        elif _stands_alone(s, i):
            term = Season(first, last)
        else:
            return []
    named = s.capital(i) and s.capital(i - 1)  # the Prague Spring
    if named and before not in ("in", "the", "early", "late", "mid") and before not in s.cal.which:
        return []
    head, wrap = s.part(start)
    return [Atom(head, end, wrap(term) if wrap else term, "period")]


def _stands_alone(s: Scanner, i: int) -> bool:
    """As in "in the spring", "by summer", but no "fall in prices" and no "Summer Olympics"."""
    k = i - 1
    k -= s.at(k) in ("late", "early", "mid")
    k -= s.at(k) == "the"
    if s.at(k) not in _BEFORE_SEASON or s.at(i + 1) in ("of", "-"):
        return False
    if s.low[i] == "fall" and s.at(i - 1) not in ("the", "early", "late", "/"):
        return False
    return not (s.capital(i) and s.capital(i + 1))


def decade(s: Scanner, i: int) -> list[Atom]:
    """As in "the 1990s", "the early 2000s", "the '90s", "the sixties"."""
    word, before = s.low[i], s.at(i - 1)
    if (
        len(word) == 3
        and before not in ("'", "’", "‘", "early", "late", "mid")
        and not (before == "the" and s.at(i - 2) in ("since", "of", "during", "from", "throughout"))
    ):
        return []
    if word.isalpha() and before not in ("the", "early", "late", "mid", "in"):
        return []
    first = s.cal.decades[word]
    # "the 1800s" are the century; what it began with had no name of its own before 2000
    term = Years(first, 100 if first % 100 == 0 and first < 2000 else 10)
    head, wrap = s.part(i)
    return [Atom(head, i + 1, wrap(term) if wrap else term, "period")]


def half(s: Scanner, i: int) -> list[Atom]:
    """As in "the first half of 2024", "H1 2024", "Q3 of 2023"."""
    word = s.low[i]
    if word != "half":
        number = int(word.strip("qh"))
        size = 4 if "q" in word else 2
        k = i + 1 + (s.at(i + 1) in ("of", "-"))
        year = s.year(k)
        if year is not None:
            return [Atom(i, k + 1, Part((number, size), Of(year)), "period")]
        stop, told = year_in_words(s, i + 1)
        return [Atom(i, stop, Part((number, size), told), "period")] if told else []
    nth = s.ordinal_at(i - 1)
    base = of_period(s, i + 1)
    if base is None or nth not in (1, 2):
        return []
    return [Atom(i - 1 - (s.at(i - 2) == "the"), base[1], Part((nth, 2), base[0]), "period")]


def feast(s: Scanner, i: int) -> list[Atom]:
    """As in "Christmas", "Easter Monday", "New Year's Day": at any token of the feast's name."""
    for start in range(i, max(i - 4, s.floor - 1), -1):
        name = feast_at(s, start)
        if name and start + len(name) > i:
            break
    else:
        return []
    end = start + len(name)
    if s.at(end) in ("island", "islands") or (name == ("may", "day") and not s.capital(start)):
        return []
    spot = end + (s.at(end) in (",", "of"))
    year = s.year(spot)
    which = s.cal.which.get(s.at(start - 1))
    begin = start - (which is not None)
    if s.at(end) == "weekend":
        year = s.year(end + 1)
        term = Weekend(Feast(name, year, which))
        return [Atom(begin, end + 1 + (year is not None), term, "period")]
    return [Atom(begin, end if year is None else spot + 1, Feast(name, year, which), "day")]
