"""Weeks, seasons, durations: what news says about time without naming a date.

Each function takes the scanner and the index of a head ("week", "summer", "yesterday") and
gives the atoms around it, as the rules of ``grammar`` do.
"""

from __future__ import annotations

from diplotext.reading.dates.grammar import Scanner
from diplotext.reading.dates.terms import (
    Again,
    Atom,
    Away,
    Feast,
    Length,
    Nth,
    Of,
    Part,
    Rolling,
    Season,
    Term,
    Today,
    Unit,
    Vague,
    Week,
    Years,
    kind_of,
)

_TOLD = frozenset(("following", "preceding", "same", "that", "next", "previous"))
_IN_NAMES = frozenset(("usa", "russia", "india", "china", "africa", "asia", "arab", "military"))
# "the first visit in two years" counts back and dates nothing.
_SINCE_WHEN = frozenset(
    ("first", "last", "only", "once", "time", "most", "biggest", "largest", "highest", "lowest", "worst",
     "than", "all", "longest", "record", "second", "third", "every", "one", "not", "no", "never")
)  # fmt: skip
_DURING = frozenset(
    ("for", "over", "during", "in", "within", "after", "lasting", "lasted", "lasts", "last", "takes", "took",
     "spend", "spent", "of", "than", "about", "nearly", "almost")
)  # fmt: skip
_MODALS = frozenset(("to", "will", "would", "could", "may", "might", "can", "should", "must", "'ll"))
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def number_before(s: Scanner, k: int) -> tuple[int, int | None] | None:
    """The count that ends before ``k`` -> (its begin, count or None if vague)."""
    word = s.at(k - 1)
    if word.isdigit() and word.isascii() and len(word) <= 3:
        if s.at(k - 2) in (",", ".") and s.tight(k - 1):
            return None
        return k - 1, int(word)
    if word in s.cal.numbers:
        value = s.cal.numbers[word]
        if value < 10 and s.at(k - 2) == "-" and s.cal.numbers.get(s.at(k - 3), 0) >= 20:
            return k - 3, s.cal.numbers[s.at(k - 3)] + value
        return k - 1, value
    if word in ("few", "several", "many", "some", "recent"):
        start = k - 1
        if s.at(start - 1) in ("a", "the", "past"):
            start -= 1 if s.at(start - 1) == "a" else 0
        return start, None
    if word == "couple" or (word == "of" and s.at(k - 2) in ("couple", "number", "matter")):
        start = k - 1 if word == "couple" else k - 2
        return start - (s.at(start - 1) == "a"), None
    return None


def unit(s: Scanner, i: int) -> list[Atom]:
    """"last week", "the past two days", "two days ago", "four-day", "every year", "first week of"."""
    word = s.low[i]
    name = s.cal.units.get(word)
    if name is None:  # daylong, weeklong
        return [Atom(i, i + 1, Length(_DAYS.get(word.removesuffix("long")), word[:-4]), "duration")]
    end = i + 1
    before = s.at(i - 1)
    if before == "-" and s.tight(i) and s.tight(i - 1):
        return _hyphened(s, i, name)
    if s.at(end) == "-" and s.at(end + 1) in ("long", "old") and s.tight(end):
        return [Atom(i, end + 2, Length(_DAYS.get(name), name), "age" if s.at(end + 1) == "old" else "duration")]
    if before in ("business", "working", "consecutive", "full", "whole", "straight"):
        i -= 1
        before = s.at(i - 1)
    if before in s.cal.which and before not in ("past", "last", "coming") or (
        before in ("past", "last", "coming")
    ):
        found = _which(s, i, end, name, before)
        if found:
            return found
    if before in ("that", "same"):
        start = i - 1 - (s.at(i - 2) == "the")
        return _parted(s, start, end, Unit(name, 0, told=True))
    if before in ("every", "each", "per"):
        return [Atom(i - 1, end, Again(), "repeated")]
    count = number_before(s, i)
    if count is not None:
        return _counted(s, i, end, name, *count)
    if name == "day" and before == "the":
        return _the_day(s, i, end)
    if before in ("the", "this") or before == "of":
        return _bare(s, i, end, name, before)
    if s.at(end) in ("ago", "later", "earlier"):
        return [Atom(i, end + 1, Vague(), "vague")] if word != name else []
    if word != name:
        if before == "for" or before in s.cal.vague:
            return [Atom(i, end, Length(None, name), "duration")]
        return []
    if before == "-" or s.at(end) == "-":
        return []
    return _ended(s, i, end, name)


def _hyphened(s: Scanner, i: int, name: str) -> list[Atom]:
    """"four-day", "164-year-old", "mid-week", "month-long"."""
    end = i + 1
    if s.at(i - 2) in ("mid", "early", "late"):
        term = Part(s.cal.parts[s.at(i - 2)], Unit(name, 0))  # type: ignore[arg-type]
        return [Atom(i - 2, end, term, "period")] if name != "day" else []
    found = number_before(s, i - 1)
    if found is None:
        return []
    start, count = found
    if s.at(end) in ("-", "s") and s.at(end + 1) in ("old", "olds"):
        return [Atom(start, end + 2, Length(None, name), "age")]
    if s.at(end) == "-" and s.at(end + 1) == "long":
        end += 2
    days = None
    if count is not None:
        days = count // 24 if name == "hour" else count * _DAYS.get(name, 0)
    return [Atom(start, end, Length(days or None, name), "duration")]


def _which(s: Scanner, i: int, end: int, name: str, word: str) -> list[Atom]:
    """"last week", "this month", "the following day", "next two weeks" is read in _counted."""
    which = s.cal.which[word]
    start = i - 1
    count = number_before(s, start)
    plural = s.low[end - 1] != name
    if plural and word == "last" and s.at(i - 2) in _MODALS:
        return [Atom(i, end, Length(None, name), "duration")]
    if plural:
        if count is not None and count[1] is not None and word not in ("this", "current"):
            return [Atom(count[0], end, Rolling(name, count[1], _sign(which)), "period")]
        start -= s.at(start - 1) in ("the", "these")
        return [Atom(start, end, Vague(_sign(which)), "vague")]
    j = end + (s.at(end) in ("'s", "-", "on"))
    if name == "week" and s.at(j) in s.cal.weekdays and s.at(end) != "on":
        return []  # "next week Monday": read at the weekday
    rolling = word in ("past", "coming") and name not in ("quarter", "century", "weekend")
    if s.at(start - 1) == "this":
        start, rolling = start - 1, False
    article = s.at(start - 1) == "the"
    start -= article
    if name == "hour" or name == "fortnight":
        return []
    told = word in ("following", "preceding") or (
        name == "day" or (article and word in ("next", "previous") and name in ("month", "year", "week"))
    )
    if name == "day" and word in ("this", "current", "past", "coming"):
        return []
    if name == "day" and word == "last":
        nth = _of_period(s, end)
        if nth:
            return [Atom(start, nth[1], Nth(-1, "day", nth[0]), "day")]
        return []
    if word == "last" and s.at(end) == "of":
        nth = _of_period(s, end)
        if nth and name in ("week", "month", "weekend", "quarter") and _larger(nth[0], name):
            return [Atom(start, nth[1], Nth(-1, name, nth[0]), "period")]
    if rolling:
        return [Atom(start, end, Rolling(name, 1, _sign(which)), "period")]
    term: Term = Unit(name, which, told)
    if told and word in ("next", "previous") and name != "day":
        term = Unit(name, which, told=word == "previous")
    return _parted(s, start, end, term)


def _larger(base: Term, name: str) -> bool:
    return name != "month" or (isinstance(base, Of) and base.month is None) or isinstance(base, Unit)


def _sign(which: int) -> int:  # type: ignore[return]
    return -1 if which < 0 else 1 if which > 0 else 0


def _of_period(s: Scanner, k: int) -> tuple[Term, int] | None:
    """"of July", "of 2016", "of this month", "of the year" at ``k`` -> (term, index after it)."""
    if s.at(k) != "of":
        return None
    j = k + 1
    j += s.at(j) == "the"
    word = s.at(j)
    month = s.cal.months.get(word)
    if month:
        year = s.year(j + 1)
        if year is None and s.at(j + 1) in (",", "."):
            year = s.year(j + 2)
            return (Of(year, month), j + 3) if year else (Of(None, month), j + 1)
        return (Of(year, month), j + 2) if year else (Of(None, month), j + 1)
    year = s.year(j)
    if year:
        return Of(year), j + 1
    if word in s.cal.which and s.at(j + 1) in ("month", "year", "week", "quarter", "decade"):
        return Unit(s.cal.units[s.at(j + 1)], s.cal.which[word], word == "following"), j + 2
    if word in ("month", "year", "week", "decade", "century") and s.at(j - 1) == "the":
        return Unit(word, 0), j + 1
    return None


def _parted(s: Scanner, start: int, end: int, term: Term) -> list[Atom]:
    """Words around "this week": early next week, later this month, the end of last year."""
    word = s.at(start - 1)
    if word in ("earlier", "later"):
        return [Atom(start - 1, end, term, kind_of(term))]
    if word in ("in", "during") and s.at(start - 2) in ("earlier", "later"):
        return [Atom(start - 2, end, term, kind_of(term))]
    head, part = s.part(start)
    if part:
        term = part(term)
        return [Atom(head, end, term, kind_of(term))]
    return [Atom(start, end, term, kind_of(term))]


def _counted(s: Scanner, i: int, end: int, name: str, start: int, count: int | None) -> list[Atom]:
    """"two days ago", "the past two days", "a week later", "for three days", "a few days before"."""
    low = s.at(end)
    plural = s.low[end - 1] != name
    if s.at(start - 1) in ("every", "each", "per") or (
        s.low[start] in ("a", "an") and s.at(start - 1) in ("once", "twice", "times", "%", "percent", "$")
    ):
        return [Atom(start - 1, end, Again(), "repeated")]
    which_word = s.at(start - 1)
    if which_word == "last" and s.at(start - 2) in _MODALS:
        which_word = ""  # "will last two weeks"
    if which_word in s.cal.which and which_word not in ("this", "current"):
        which = s.cal.which[which_word]
        head = start - 1
        if which_word == "last" and s.at(end) == "of" or which_word == "first":
            nth = _of_period(s, end)
            if nth and count:
                head -= s.at(head - 1) == "the"
                return [Atom(head, nth[1], Nth(-1, name, nth[0], count), "period")]
        head -= s.at(head - 1) in ("the", "these", "this")
        if name == "hour":
            return [Atom(head, end, Vague(_sign(which)), "vague")]
        if count is None:
            return [Atom(head, end, Vague(_sign(which)), "vague")]
        return [Atom(head, end, Rolling(name, count, _sign(which)), "period")]
    nth_word = s.ordinal_at(start - 1)
    if nth_word == 1 and s.at(end) == "of" and count:
        nth = _of_period(s, end)
        if nth:
            head = start - 1 - (s.at(start - 2) == "the")
            return [Atom(head, nth[1], Nth(1, name, nth[0], count), "period")]
    if low == "old" or (s.at(end) == "of" and s.at(end + 1) == "age"):
        return [Atom(start, end + 1, Length(None, name), "age")]
    if s.low[i - 1] == "recent":
        return [Atom(start, end, Vague(-1), "vague")]
    if low in ("later", "earlier") and s.at(end + 1) == "than":
        return [Atom(start, end, Length(None, name), "duration")]
    if low == "and" and s.at(end + 2) in s.cal.units:
        return [Atom(start, end, Length(None, name), "duration")]
    if low in ("ago", "later", "earlier", "before", "after", "from", "since", "prior", "hence", "on"):
        moved = _moved(s, start, end, name, count, low)
        if moved:
            return moved
    if name == "hour":
        return [Atom(start, end, Length(count // 24 if count and count >= 24 else None, "hour"), "duration")]
    if low == "starting" or low == "beginning" or low == "from":
        pass
    if s.at(start - 1) == "in" and count is not None and not plural is None:
        window = s.low[max(start - 9, 0) : start - 1]
        if not _SINCE_WHEN.intersection(window) and low != "of" and _to_come(s, start - 1):
            return [Atom(start - 1, end, Away(name, count), "period")]
    if s.low[start] in ("a", "an") and s.at(start - 1) not in _DURING:
        return []  # "a year", "a day": a rate or a figure of speech
    return [Atom(start, end, Length(count * _DAYS[name] if count and name in _DAYS else None, name), "duration")]


def _to_come(s: Scanner, k: int) -> bool:
    from diplotext.reading.dates.tense import tense_at

    return tense_at(s.tokens, s.text, k, k + 1) == "future"


def _moved(s: Scanner, start: int, end: int, name: str, count: int | None, low: str) -> list[Atom] | None:
    """"two days ago", "a year earlier", "three weeks from tomorrow", "a day after Monday"."""
    if s.at(start - 1) in ("than", "over", "about", "around", "nearly", "almost", "some", "just", "only"):
        pass
    vague = count is None or name == "hour"
    if low in ("ago", "hence"):
        if vague:
            return [Atom(start, end + 1, Vague(), "vague")]
        return [Atom(start, end + 1, Away(name, -count if low == "ago" else count), "period")]  # type: ignore[operator]
    if low == "on":
        return None
    sign = 1 if low in ("later", "after", "from", "since") else -1
    if low == "from" and s.at(end + 1) in ("now", "today"):
        if vague:
            return [Atom(start, end + 2, Vague(1), "vague")]
        return [Atom(start, end + 2, Away(name, count), "period")]  # type: ignore[arg-type]
    if low in ("from", "after", "before", "since"):
        base = _base(s, end + 1)
        if base and not vague:
            return [Atom(start, base[1], Away(name, sign * count, base[0]), "day")]  # type: ignore[operator]
        if low in ("from", "since"):
            return None
        bare = not s.at(end + 1) or s.at(end + 1) in (",", ".", "'", '"', ";") or s.at(end + 1) == "and"
        if not bare:
            return [Atom(start, end + 1, Vague(), "vague")]
    if vague:
        return [Atom(start, end + 1, Vague(), "vague")]
    return [Atom(start, end + 1, Away(name, sign * count, told=True), "period")]  # type: ignore[operator]


def _base(s: Scanner, k: int) -> tuple[Term, int] | None:
    """A simple date at ``k`` from which days are counted -> (term, index after it)."""
    k += s.at(k) == "the"
    word = s.at(k)
    if word in s.cal.deictic:
        return Today(s.cal.deictic[word]), k + 1
    if word in s.cal.months:
        j = k + 1 + (s.at(k + 1) == ".")
        found = s.day(j)
        if found:
            year = s.year(found[1] + (s.at(found[1]) == ","))
            after = found[1] + (2 if s.at(found[1]) == "," else 1) if year else found[1]
            return Of(year, s.cal.months[word], found[0]), after
    found = s.day(k)
    if found and s.at(found[1]) in s.cal.months:
        year = s.year(found[1] + 1)
        return Of(year, s.cal.months[s.at(found[1])], found[0]), found[1] + 1 + bool(year)
    feast = _feast_at(s, k)
    return (Feast(feast), k + len(feast)) if feast else None


def _the_day(s: Scanner, i: int, end: int) -> list[Atom]:
    """"the day before yesterday", "the day after tomorrow", "the day after", "later in the day"."""
    low = s.at(end)
    if low in ("before", "after"):
        sign = 1 if low == "after" else -1
        word = s.at(end + 1)
        if word in s.cal.deictic:
            return [Atom(i - 1, end + 2, Today(s.cal.deictic[word] + sign), "day")]
        base = _base(s, end + 1)
        if base:
            return [Atom(i - 1, base[1], Away("day", sign, base[0]), "day")]
        if not word or not word[0].isalnum() or word in ("in", "at", "and", "when", "on"):
            return [Atom(i - 1, end + 1, Unit("day", sign, told=True), "day")]
        return []
    if s.at(i - 2) == "in" and s.at(i - 3) in ("earlier", "later"):
        return [Atom(i - 3, end, Today(0), "day")]
    return []


def _bare(s: Scanner, i: int, end: int, name: str, before: str) -> list[Atom]:
    """"the weekend", "the end of the week", "later in the year", "the week of April 10"."""
    if before == "this":
        return []
    if name == "weekend" and before == "the":
        return [Atom(i - 1, end, Unit("weekend", 0), "period")]
    if name == "week" and before == "the":
        base = None
        if s.at(end) == "of":
            base = _base(s, end + 1)
        elif s.at(end) in ("starting", "beginning", "commencing"):
            base = _base(s, end + 1 + (s.at(end + 1) == "on"))
        if base:
            return [Atom(i - 1, base[1], Week(base[0]), "period")]
        if s.at(end) == "after" and s.at(end + 1) == "next":
            return [Atom(i - 1, end + 2, Unit("week", 2), "period")]
        if s.at(end) == "before" and s.at(end + 1) == "last":
            return [Atom(i - 1, end + 2, Unit("week", -2), "period")]
    if name == "year" and before == "the" and s.at(end) in ("before", "after"):
        word = s.at(end + 1)
        if not word or not word[0].isalnum():
            return [Atom(i - 1, end + 1, Unit("year", 1 if s.at(end) == "after" else -1, told=True), "year")]
        return []
    if name not in ("week", "month", "year", "quarter", "decade"):
        return []
    start = i - (before == "the")
    if before == "the" and s.at(i - 2) == "in" and s.at(i - 3) in ("earlier", "later", "early", "late"):
        term: Term = Unit(name, 0)
        if s.at(i - 3) in ("early", "late"):
            term = Part(s.at(i - 3), term)  # type: ignore[arg-type]
        return [Atom(i - 3, end, term, kind_of(term))]
    if s.at(end) == "'s" and s.at(end + 1) == "end":
        return [Atom(start, end + 2, Part("late", Unit(name, 0)), "period")]
    head, part = s.part(start)
    if part:
        term = part(Unit(name, 0))
        return [Atom(head, end, term, kind_of(term))]
    return []


def _ended(s: Scanner, i: int, end: int, name: str) -> list[Atom]:
    """"year end", "first quarter", "18th century", "third decade"."""
    if name == "century":
        nth = s.ordinal_at(i - 1)
        if nth and nth > 0:
            start = i - 1
            head, part = s.part(start)
            term: Term = Years((nth - 1) * 100, 100) if nth > 1 else Years(1, 99)
            return [Atom(head if part else start, end, part(term) if part else term, "period")]
    nth = s.ordinal_at(i - 1)
    if nth and name in ("week", "month", "quarter", "day", "weekend"):
        base = _of_period(s, end)
        if name == "quarter" and base is None:
            year = s.year(end)
            base = (Of(year), end + 1) if year else None
        if base and (name != "month" or _larger(base[0], name)):
            start = i - 1 - (s.at(i - 2) == "the")
            term = Nth(nth, name, base[0]) if name != "weekend" else Vague()
            return [Atom(start, base[1], term, kind_of(term))]
    return []


def deictic(s: Scanner, i: int) -> list[Atom]:
    """"today", "yesterday morning", "tonight"."""
    word = s.low[i]
    start, end = i, i + 1
    before = s.at(i - 1)
    if word == "now":
        return [Atom(i, end, Today(0), "day")] if before in ("between", "from") else []
    if s.capital(i) and word == "today" and before in _IN_NAMES and s.tight(i) is False:
        if s.at(end) in (",", ".", "said", "reported", "'s") or before == "usa":
            return []
    if s.at(end) in s.cal.dayparts:
        end += 1
    return [Atom(start, end, Today(s.cal.deictic[word]), "day")]


def daypart(s: Scanner, i: int) -> list[Atom]:
    """"this morning", "last night", "that evening"."""
    before = s.at(i - 1)
    if before == "this":
        start = i - 1 - (s.at(i - 2) in ("earlier", "later"))
        return [Atom(start, i + 1, Today(0), "day")]
    if before == "last" and s.low[i] in ("night", "evening"):
        return [Atom(i - 1, i + 1, Today(-1), "day")]
    if before in ("that", "same"):
        return [Atom(i - 1, i + 1, Unit("day", 0, told=True), "day")]
    return []


def season(s: Scanner, i: int) -> list[Atom]:
    """"spring 2024", "the summer of 2012", "this autumn", "last winter", "in the spring"."""
    first, last = s.cal.seasons[s.low[i]]
    start, end = i, i + 1
    before = s.at(i - 1)
    year = s.year(end + (s.at(end) in (",", "of")))
    if year is not None and not 1500 <= year <= 2199:
        year = None
    if year is not None:
        end += 1 + (s.at(end) in (",", "of"))
    told = s._year_in_words(end) if year is None else None
    which = s.cal.which.get(before)
    term: Term
    if year is not None:
        term = Season(first, last, year)
    elif told and s.at(end) in ("of", "in", "last", "this", "next"):
        term, end = Season(first, last, None, None, told[1]), told[0]
    elif which is not None:
        start -= 1
        start -= s.at(start - 1) in ("this", "the") and before != "this"
        term = Season(first, last, None, _sign(which))
    else:
        k = i - 1
        k -= s.at(k) in ("late", "early", "mid")
        k -= s.at(k) == "the"
        if s.at(k) not in ("in", "by", "since", "during", "over", "until", "for", "throughout", "or", "/"):
            return []
        if s.low[i] == "fall" and s.at(i - 1) not in ("the", "early", "late", "/"):
            return []
        if s.capital(end) and s.capital(i) or s.at(end) in ("of", "-"):
            return []
        term = Season(first, last)
    if s.capital(i - 1) and s.capital(i) and before not in ("in", "the", "last", "this", "next", "early", "late", "mid"):
        return []
    head, part = s.part(start)
    if part:
        start, term = head, part(term)
    return [Atom(start, end, term, "period")]


def decade(s: Scanner, i: int) -> list[Atom]:
    """"the 1990s", "the early 2000s", "the '90s", "the sixties"."""
    if len(s.low[i]) == 3 and s.at(i - 1) not in ("'", "’", "‘") or s.low[i].isalpha() and (
        s.at(i - 1) not in ("the", "early", "late", "mid", "in", "-")
        or s.at(i - 2) in ("in", "into") and s.at(i - 1) in ("his", "her", "their", "my")
    ):
        return []
    term: Term = Years(s.cal.decades[s.low[i]], 10)
    head, part = s.part(i)
    if part:
        return [Atom(head, i + 1, part(term), "period")]
    return [Atom(i, i + 1, term, "period")]


def half(s: Scanner, i: int) -> list[Atom]:
    """"the first half of 2024", "H1 2024", "Q3 of 2023"."""
    word = s.low[i]
    if word[0] in "hq" and word[-1].isdigit():
        k = i + 1
        k += s.at(k) in ("of", "-", "'")
        year = s.year(k)
        if year is None:
            return []
        return [Atom(i, k + 1, Part((int(word[1]), 4 if word[0] == "q" else 2), Of(year)), "period")]
    nth = s.ordinal_at(i - 1)
    base = _of_period(s, i + 1)
    if nth not in (1, 2) or base is None:
        return []
    start = i - 1 - (s.at(i - 2) == "the")
    return [Atom(start, base[1], Part((nth, 2), base[0]), "period")]


def _feast_at(s: Scanner, k: int) -> tuple[str, ...] | None:
    for size in (3, 2, 1):
        name = tuple(s.low[k : k + size])
        if k >= s.floor and name in s.cal.feasts:
            return name
    return None


def feast(s: Scanner, i: int) -> list[Atom]:
    """"Christmas", "Easter Monday", "New Year's Day": at any token of the feast's name."""
    for start in range(i, max(i - 3, s.floor - 1), -1):
        name = _feast_at(s, start)
        if name and start + len(name) > i:
            break
    else:
        return []
    end = start + len(name)
    if s.at(end) in ("island", "islands") or (name == ("may", "day") and not s.capital(start)):
        return []
    before = s.at(start - 1)
    year = s.year(end + (s.at(end) in (",", "of")))
    if year is not None:
        end += 1 + (s.at(end) in (",", "of"))
    which = s.cal.which.get(before)
    begin = start - (which is not None)
    return [Atom(begin, end, Feast(name, year, None if which is None else _sign(which)), "day")]  # type: ignore[arg-type]
