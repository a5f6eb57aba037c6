"""Days of the week: "Monday", "next Monday", "Monday night", "Monday of next week", "Friday 31"."""

from __future__ import annotations

from diplotext.reading.dates.counts import of_period
from diplotext.reading.dates.scanner import DASHES, UNTIL, Scanner
from diplotext.reading.dates.terms import Again, Atom, NthWeekday, Of, Term, Unit, Weekday, Which


def weekday(s: Scanner, i: int) -> list[Atom]:
    """The atom around a weekday; none where a date follows that will take it in."""
    word = s.low[i]
    day = s.cal.weekdays[word]
    start, end = i, i + 1
    short = len(word) < 6
    dotted = short and s.at(end) == "."
    before = s.at(i - 1)
    if s.head(i - 1) == "ordinal" and s.at(end) == "," and s.at(end + 1) in s.cal.months:
        return []  # "7th Saturday, January 2023" is read at the month
    if _date_follows(s, end + dotted) or (short and not _is_short(s, i, end + dotted)):
        return []
    if before in ("every", "each"):
        return [Atom(i - 1, end, Again(), "repeated")]
    if before == "other" and s.at(i - 2) == "every":
        return [Atom(i - 2, end, Again(), "repeated")]
    if s.at(end) == "of" and s.at(end + 1) in ("each", "every"):
        return [Atom(i, end + 3, Again(), "repeated")]  # "the first Monday of each month"
    nth = s.ordinal_at(i - 1)
    base = of_period(s, end, ("of", "in")) if nth else None
    if base and nth:
        term = NthWeekday(nth, day, base[0])
        return [Atom(i - 1 - (s.at(i - 2) == "the"), base[1], term, "day")]
    numbered = _numbered(s, end + dotted)
    if numbered:
        return [Atom(i, numbered[1], Of(day=numbered[0], weekday=day), "day")]
    end += s.at(end) in s.cal.dayparts
    which: Which | None = None
    told = nearest = False
    if before in s.cal.which:
        which = s.cal.which[before]
        told = before in ("following", "preceding")
        nearest = before in ("past", "coming", "upcoming")
        start -= 1 + (s.at(i - 2) in ("this", "the"))
    elif before == "that" and s.at(i - 2) in ("on", "by", "until"):
        which, told, start = -1, True, i - 1
    elif before in ("late", "early", "mid"):
        start -= 1
    elif before == "-" and s.at(i - 2) == "mid":
        start -= 2
    beyond = {("after", "next"): 2, ("before", "last"): -2}.get((s.at(end), s.at(end + 1)))
    if beyond:
        return [Atom(start, end + 2, Weekday(day, None, Unit("week", beyond)), "weekday")]
    week, edge = _week_behind(s, end)
    if week is not None:
        end = edge
    else:
        week, start = _week_in_front(s, start)
    if week is not None:
        return [Atom(start, end, Weekday(day, None, week), "weekday")]
    return [Atom(start, end, Weekday(day, which, None, told, nearest), "weekday")]


def _is_short(s: Scanner, i: int, after: int) -> bool:
    """Is "Mon", "Sun", "Sat", "Wed" the day, and not the newspaper, the verb, the name?"""
    before = s.at(i - 1)
    if not s.capital(i) or before == "the":
        return False
    if s.capital(after) and s.tokens.start[after] == s.tokens.end[i] + 1 and s.head(after) is None:
        return False  # "on Sun Yat-sen"
    if (s.at(after) in DASHES or s.at(after) in UNTIL) and s.at(after + 1) in s.cal.weekdays:
        return True  # "Mon-Fri", "Mon. to Wed."
    if before in DASHES and s.at(i - 2) in ("", "."):
        return True
    fits = ("on", "next", "last", "this", "until", "till", "from", "to", "or", "and", "week")
    return before in fits or s.head(after) == "ordinal"


def _date_follows(s: Scanner, k: int) -> bool:
    """Does a month with its day, or a day with its month, stand at ``k``: "Monday, 25 June"?"""
    k += s.at(k) == ","
    k += s.at(k) == "the"
    if s.at(k) in s.cal.months:
        return s.day(k + 1 + (s.at(k + 1) == ".")) is not None
    found = s.day(k)
    if not found:
        return False
    j = found[1]
    j += s.at(j) in ("of", "-")
    if s.at(j) in ("to", "until", "–"):
        other = s.day(j + 1)
        j = other[1] if other else j + 1
    return s.at(j) in s.cal.months or s.glued(j, "/")


def _numbered(s: Scanner, k: int) -> tuple[int, int] | None:
    """The day of the month behind a weekday: "Thursday 14", "Tuesday the eleventh"."""
    # but "on Friday, the first call": behind a comma only "the 14th"
    j = k + (s.at(k) == "," and s.at(k + 1) == "the" and s.head(k + 2) == "ordinal")
    j += s.at(j) == "the"
    found = s.cal.days.get(s.at(j))
    if found is None and j > k:
        found = s.cal.ordinals.get(s.at(j))
    if found is None or s.no_day(j + 1) or (s.glued(j + 1, "-/.") and s.at(j + 2).isdigit()):
        return None
    if s.at(j).isdigit() and not s.goes_on(j + 1):
        return None  # "on Friday 10 soldiers"
    return found, j + 1


def _week_behind(s: Scanner, k: int) -> tuple[Term | None, int]:
    j = k + (s.at(k) == "of")
    j += s.at(j) == "the"
    word = s.at(j)
    if s.at(j + 1) != "week" or word not in s.cal.which:
        return None, k
    told = j > k and word in ("following", "preceding", "previous")
    return Unit("week", s.cal.which[word], told), j + 2


def _week_in_front(s: Scanner, start: int) -> tuple[Term | None, int]:
    """As in "next week Monday", "next week's Monday"."""
    k = start - 1 - (s.at(start - 1) in ("'s", "-", "'"))
    if s.at(k) == "week" and s.at(k - 1) in s.cal.which:
        return Unit("week", s.cal.which[s.at(k - 1)]), k - 1
    return None, start
