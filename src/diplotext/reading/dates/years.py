"""Years alone, in figures or in words, and ordinals alone ("on the 24th")."""

from __future__ import annotations

from diplotext.reading.dates import numeric, spelled
from diplotext.reading.dates.scanner import DASHES, UNTIL, Scanner
from diplotext.reading.dates.terms import Atom, Of, Part, Term, Years, kind_of


def year(s: Scanner, i: int) -> list[Atom]:
    """A number of four digits: a year, or the first or last field of a date in numbers."""
    number = s.cal.years[s.low[i]]
    found = numeric.of_year(s, i, number)
    if found is not None:
        return found
    if s.head(i + 1 + (s.at(i + 1) == "-")) == "numbered week":
        return []  # 2021-W11
    if _month_takes(s, i, number) or not _is_year(s, i, number):
        return []
    quarter = _quarter_behind(s, i, number)
    if quarter:
        return quarter
    before = s.at(i - 1)
    if (
        number % 10 == 0
        and s.at(i + 1) in ("'s", "s")
        and (before in ("the", "early", "late", "mid") or s.at(i + 1) == "s")
    ):
        head, wrap = s.part(i)
        decade = Years(number, 10)  # "the 1930's"
        return [Atom(head, i + 2, wrap(decade) if wrap else decade, "period")]
    start = i
    if before == "year":
        start -= 1 + (s.at(i - 2) == "calendar")
        start -= s.at(start - 1) == "the"
    term: Term = Of(number)
    head, wrap = s.part(start)
    if wrap:
        term = wrap(term)
        return [Atom(head, i + 1, term, kind_of(term))]
    if s.glued(i - 1, "-/–") and i > 1 and s.words[i - 2][-1].isalpha():
        return [Atom(i, i + 1, term, "edition")]  # Zapad-2021
    named = (
        s.capital(i - 1)
        and s.words[i - 1][-1].isalnum()
        and before not in s.cal.before_year
        and s.head(i - 1) is None
    )
    return [Atom(start, i + 1, term, "edition" if named else "year")]


def _month_takes(s: Scanner, i: int, number: int) -> bool:
    """As in "2019/Aug/01", "2017 April": the month reads its year in front of it."""
    glued = s.glued(i + 1, "-/")
    k = i + 1 + glued
    if s.at(k) not in s.cal.months or not 1900 <= number <= 2100 or s.year(k + 1) is not None:
        return False
    return glued or s.day(k + 1) is None


def _is_year(s: Scanner, i: int, number: int) -> bool:
    before, after, cal = s.at(i - 1), s.at(i + 1), s.cal
    if s.year(i) is None or before in cal.no_year_after:
        return False
    if before in cal.quantifiers and after.islower():
        return False
    if not 1900 <= number <= 2100 and before not in cal.before_year:
        return False
    if number < 1500 and before not in ("in", "since", "year", "of"):
        return False
    fiscal = ("fiscal", "financial")
    if before in fiscal or (before == "year" and s.at(i - 2) in fiscal):
        return False
    digits_left = i > 1 and s.low[i - 2][-1].isdigit()
    if digits_left and s.glued(i - 1, ",.:/"):
        return False
    if digits_left and before in DASHES and s.tight(i):
        glued_again = i > 2 and s.tight(i - 2) and s.at(i - 3) in DASHES
        glued_on = s.glued(i + 1, "-") and s.at(i + 2).isdigit()
        return s.low[i - 2] in cal.years and not glued_again and not glued_on
    if s.glued(i + 1, "-–/"):
        other = s.at(i + 2)
        if other.isdigit() and (len(other) != 4 or s.glued(i + 3, "-")):
            return False  # seasons and fiscal years: 2023-24, 2023/24; telephone numbers
    if after == "-" and s.at(i + 2).isdigit() and len(s.at(i + 2)) != 4:
        return False
    return after not in ("%", "°") and not (s.glued(i + 1, ":") and s.at(i + 2).isdigit())


def _quarter_behind(s: Scanner, i: int, number: int) -> list[Atom] | None:
    """As in "2017 Q1", "2019-H2"."""
    k = i + 1 + (s.at(i + 1) in DASHES and s.tight(i + 1))
    word = s.at(k)
    if s.head(k) != "half" or word == "half":
        return None
    size = 4 if "q" in word else 2
    return [Atom(i, k + 1, Part((int(word.strip("qh")), size), Of(number)), "period")]


def short_edition(s: Scanner, i: int) -> list[Atom]:
    """As in "Exercise Calm Harbour 21", "exercise Calm Harbour-21": the year in a name."""
    k = i + 1
    while k < i + 5 and s.capital(k) and s.at(k).isalpha():
        k += 1
    if k == i + 1 or s.low[k - 1] in s.cal.months:
        return []  # "an exercise June 14 to 28"
    k += s.glued(k, "-")
    year = s.at(k)
    if len(year) != 2 or not year.isdigit() or not 10 <= int(year) <= 49:
        return []
    if s.tight(k + 1) and s.at(k + 1) in ("-", "/", ":", ",") and s.at(k + 2).isdigit():
        return []
    return [Atom(k, k + 1, Of(2000 + int(year)), "edition")]


def in_words(s: Scanner, i: int) -> list[Atom]:
    """As in "in nineteen ninety-six", "since two thousand and eight"."""
    start = i - (s.low[i] == "thousand")
    if s.at(start - 1) not in s.cal.before_year or s.at(start - 1) in ("the", "to", "between"):
        return []
    found = spelled.year(s, start)
    if found is None or not s.goes_on(found[1]) or s.at(found[1]) == "-":
        return []
    return [Atom(start, found[1], Of(found[0]), "year")]


def ordinal(s: Scanner, i: int) -> list[Atom]:
    """As in "on the 24th", "from the 24th to the 26th": days of the month in question."""
    day = s.cal.days.get(s.low[i])
    if day is None or s.at(i - 1) != "the":
        return []
    lead = s.at(i - 2)
    leads = ("on", "until", "till", "by", "from", "since", "through", "before", "after")
    ranged = lead == "between"
    if lead not in leads and not ranged:
        return []
    end = i + 1
    link = s.at(end)
    other = _second_ordinal(s, end + 1)
    if other and (
        link in UNTIL or link in DASHES or (link == "and" and (ranged or other[0] == day + 1))
    ):
        if _no_bare_day(s, other[1]):
            return []
        start = i - 1 - (lead in ("from", "between"))
        return [Atom(start, other[1], Of(day=day, until=other[0]), "period")]
    if ranged or link in ("to", "-", "–") or _no_bare_day(s, end):
        return []
    return [Atom(i - 1, end, Of(day=day), "day")]


def _second_ordinal(s: Scanner, k: int) -> tuple[int, int] | None:
    k += s.at(k) == "the"
    day = s.cal.days.get(s.at(k))
    return (day, k + 1) if day is not None and not s.at(k).isdigit() else None


def _no_bare_day(s: Scanner, k: int) -> bool:
    """Does a month, or what is counted, follow an ordinal ("the 24th of May", "the 24th Fleet")?"""
    after = s.at(k)
    return after == "of" or s.capital(k) or after in s.cal.months or not s.goes_on(k)
