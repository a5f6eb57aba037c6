"""Days, months and years as news prints them: from tokens to atoms, left to right.

One look-up a token finds the heads (a month, a weekday, a year, "week" ...); only there does a
rule look around itself. Every rule reads a bounded number of tokens, so a text is read in
linear time whatever it holds. Rules for "last week", "two days ago" and the like are in
``periods``.
"""

from __future__ import annotations

import re

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.dates.terms import (
    Again,
    Atom,
    Nth,
    Numeric,
    Of,
    Part,
    Term,
    Unit,
    Weekday,
    Years,
    kind_of,
)
from diplotext.reading.dates.words import Calendar, calendar

DASHES = frozenset("-–—~")
_UNTIL = frozenset(("to", "till", "until", "through", "thru"))
_BEFORE_MONTH = frozenset(
    (
        "in", "since", "of", "until", "till", "by", "from", "through", "during", "before", "after",
        "between", "to", "for", "around", "and", "or", "on", "every", "each", "late", "early",
        "mid", "within", "throughout", "due", "over", "-", "–",
    )
)  # fmt: skip
_BEFORE_YEAR = frozenset(
    (
        "in", "since", "of", "from", "until", "till", "to", "by", "before", "after", "the", "year", "early",
        "late", "mid", "circa", "between", "and", "during", "around", "through", "spring", "summer", "autumn",
        "winter", "fall",
    )
)  # fmt: skip
_NO_YEAR_AFTER = frozenset(
    (
        "resolution", "resolutions", "no", "number", "order", "article", "room", "highway", "flight",
        "section", "unscr", "decree", "page", "chapter", "paragraph", "route", "at", "$", "€", "£", "#", "+",
        "¥", "a", "fy", "+86", "tel", "phone", "type", "model", "gate",
    )
)  # fmt: skip
# After the second of two days or a bare ordinal only such words go on: "on May 5 and 6 in Oslo",
# not "on May 5 and 6 soldiers".
_GO_ON = frozenset(
    (
        "in", "at", "on", "for", "of", "with", "by", "to", "as", "when", "where", "and", "during", "after",
        "before", "respectively", "was", "were", "will", "is", "are", "that", "which", "who", "he", "she",
        "they", "it", "the", "a", "an", "this", "has", "had", "have", "but", "or", "would", "under", "from",
        "between", "through", "until", "till", "ahead", "following", "amid", "his", "her", "their", "its",
        "there", "here", "due", "along", "again", "while", "saw", "said", "next", "last", "aboard", "near",
        "alongside", "together", "off",
    )
)  # fmt: skip
_MONTH_LENGTH = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEAR2 = re.compile(r"\d\d")


class Scanner:
    """The tokens of one text and the rules that read a date around one of them."""

    __slots__ = ("cal", "floor", "low", "n", "text", "tokens", "words", "_may")

    def __init__(self, tokens: Tokens, text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.low = tokens.lower
        self.words = tokens.text
        self.n = len(tokens)
        self.cal: Calendar = calendar()
        self.floor = 0
        self._may: bool | None = None

    # Small questions about tokens -----------------------------------------------------------

    def at(self, k: int) -> str:
        """Token ``k`` in lower case; empty outside the text and left of what is read already."""
        return self.low[k] if self.floor <= k < self.n else ""

    def tight(self, k: int) -> bool:
        """Does token ``k`` touch the one before it?"""
        return 0 < k < self.n and self.tokens.start[k] == self.tokens.end[k - 1]

    def capital(self, k: int) -> bool:
        """Does token ``k`` begin with a capital?"""
        return 0 <= k < self.n and self.words[k][0].isupper()

    def day(self, k: int) -> tuple[int, int] | None:
        """A day of a month at ``k`` -> (day, index after it)."""
        word = self.at(k)
        day = self.cal.days.get(word)
        if day is not None:
            return day, k + 1
        first = self.cal.numbers.get(word)
        if first in (20, 30) and self.at(k + 1) == "-" and self.at(k + 2) in self.cal.ordinals:
            return first + self.cal.ordinals[self.at(k + 2)], k + 3
        day = self.cal.ordinals.get(word)
        return (day, k + 1) if day is not None and day <= 31 else None

    def day_before(self, k: int) -> tuple[int, int] | None:
        """A day of a month that ends before ``k`` -> (day, index where it begins)."""
        word = self.at(k - 1)
        day = self.cal.days.get(word)
        if day is not None:
            return day, k - 1
        day = self.cal.ordinals.get(word)
        if day is None:
            return None
        if day < 10 and self.at(k - 2) == "-" and self.cal.numbers.get(self.at(k - 3)) in (20, 30):
            return self.cal.numbers[self.at(k - 3)] + day, k - 3
        return (day, k - 1) if day <= 31 else None

    def year(self, k: int) -> int | None:
        """A year at ``k`` that is not the number of something counted."""
        year = self.cal.years.get(self.at(k))
        if year is None or self.at(k + 1) in self.cal.counted:
            return None
        if self.at(k + 1) in (",", ".") and self.tight(k + 1) and self.tight(k + 2):
            return None if self.at(k + 2).isdigit() else year
        return year

    # Months ---------------------------------------------------------------------------------

    def month(self, i: int) -> list[Atom]:
        """Everything that hangs on the name of a month: day, days, weekday, year, part."""
        month = self.cal.months[self.low[i]]
        start, end = i, i + 1
        if self.at(end) == "." and len(self.low[i]) < 6:
            end += 1
        bare_end = i + 1
        day = until = year = None
        more: list[tuple[int, int, int]] = []

        front = self._days_in_front(i, month)
        if front:
            start, day, until, more = front
            end = self._after_sign(end, dashes=True)
            if end > bare_end and self.year(end) is None:
                end = bare_end  # "on 17 June." ends the sentence
        else:
            found = self._days_behind(end, month)
            if found:
                end, day, until, more = found
        if start == i:
            year_before = self._year_in_front(i)
            if year_before:
                start, year = year_before
        if year is None:
            behind = self._year_behind(end, bool(day), self.at(i + 1) == ".")
            if behind:
                end, year = behind
                if day is None and self.at(end) in DASHES and self.tight(end):
                    last = self.cal.days.get(self.at(end + 1))  # September-2020-23
                    if last and self.tight(end + 1):
                        day, end = last, end + 2
        year_term = None
        if year is None:
            told = self._year_in_words(end)
            if told:
                end, year_term = told
        if day is None and year is None and year_term is None:
            end = bare_end
        weekday = None
        if day is not None:
            weekday, start = self._weekday_in_front(start)
        strong = day is not None or year is not None or year_term is not None
        which, part = None, None
        if day is None:
            start, which, part = self._picked(i, start)
            strong = strong or which is not None or part is not None
        if not self._is_month(i, start, end, strong):
            return []
        if self.at(start - 1) in ("every", "each"):
            return [Atom(start - 1, end, Again(), "repeated")]
        if until is not None and self.at(start - 1) in ("from", "between"):
            start -= 1
        if self.at(start - 2) == "month" and self.at(start - 1) == "of":
            start -= 3 if self.at(start - 3) == "the" else 2
        term: Term = Of(year, month, day, until, weekday, year_term, which)  # type: ignore[arg-type]
        if part:
            term = part(term)
        if month == 9 and day == 11 and year is None and self.at(end).startswith("attack"):
            term = Of(2001, 9, 11)
        atoms = [Atom(start, end, term, kind_of(term))]
        for number, a, b in more:
            other = Of(year, month, number, None, None, year_term)
            atoms.append(Atom(a, b, other, "day"))
        if more:
            return self._apart(atoms, front is not None, i, end)
        return atoms

    def _apart(self, atoms: list[Atom], front: bool, i: int, end: int) -> list[Atom]:
        """"May 3, 5 and 7": one atom a day; the month's own keeps the words around it."""
        first, *rest = atoms
        rest.sort(key=lambda a: a.start)
        if front:
            # "3, 5 and 7 May": the day next to the month carries the month's words.
            days = rest
            own = max([first, *days], key=lambda a: a.term.day if isinstance(a.term, Of) else 0)
            cut = days[-1].start if own is not first else first.start
            fixed = [Atom(first.start, days[0].start - 1, first.term, "day")]
            for a, b in zip(days, [*days[1:], None], strict=True):
                fixed.append(Atom(a.start, end if b is None else a.end, a.term, "day"))
            del cut
            return fixed
        head = Atom(first.start, rest[0].start - 1, first.term, first.kind)
        if self.at(head.end - 1) in (",", "and", "&"):
            head = Atom(head.start, head.end - 1, head.term, head.kind)
        last = rest[-1]
        return [head, *rest[:-1], Atom(last.start, end, last.term, "day")]

    def _after_sign(self, k: int, dashes: bool) -> int:
        return k + 1 if dashes and self.at(k) in "-/" and self.at(k) and self.tight(k) and self.tight(k + 1) else k

    def _valid(self, month: int, *days: int | None) -> bool:
        return all(d is None or 1 <= d <= _MONTH_LENGTH[month] for d in days)

    def _days_behind(
        self, k: int, month: int
    ) -> tuple[int, int, int | None, list[tuple[int, int, int]]] | None:
        """"September 11-12", "May 3, 5 and 7", "October, 1st", "Nov/2", "June the 4th"."""
        j = k
        sign = self.at(j)
        if sign and sign in "-/" and self.tight(j) and self.tight(j + 1):
            j += 1
        elif sign == "the" or (sign == "," and self.cal.heads.get(self.at(j + 1)) == "ordinal"):
            j += 1
        found = self.day(j)
        if not found or not self._valid(month, found[0]) or self._no_day(found[1]):
            return None
        day, end = found
        until: int | None = None
        more: list[tuple[int, int, int]] = []
        while end < self.n and len(more) < 8:
            link = self.at(end)
            j = end + 1
            if link in ("and", "&", ",", "or"):
                if link == "," and self.at(j) == "and":
                    j += 1
                other = self._next_day(j, month)
                if not other or until is not None:
                    break
                a, b = other[1] - 1, other[1]
                go_on = self.at(b)
                if link == "," and not (go_on in (",", "and", "&") and self._next_day(b + 1, month)):
                    if not (more or j > end + 1):
                        break
                if go_on.isalpha() and go_on not in _GO_ON and not self.capital(b):
                    break
                if not more and link != "," and other[0] == day + 1 and link != "or":
                    until, end = other[0], b
                    continue
                more.append((other[0], a, b))
                end = b
            elif link in DASHES or link in _UNTIL:
                if self.at(j) == "the":
                    j += 1
                other = self._next_day(j, month)
                if not other or until is not None or other[0] <= day:
                    break
                until, end = other[0], other[1]
            else:
                break
        return end, day, until, more

    def _next_day(self, k: int, month: int) -> tuple[int, int] | None:
        found = self.day(k)
        if not found or not self._valid(month, found[0]) or self._no_day(found[1]):
            return None
        following = found[1]
        if self.at(following) in ("of", "-", "/", "."):
            following += 1
        return None if self.at(following) in self.cal.months else found

    def _no_day(self, k: int) -> bool:
        """Does what follows a number show that it was no day: a time, a count, a decimal?"""
        word = self.at(k)
        if word in self.cal.counted or word in ("%", "am", "pm", "°"):
            return True
        digit = k + 1 < self.n and self.low[k + 1].isdigit() and self.tight(k + 1)
        if word == ":" and digit:
            return True
        if word in (",", ".") and digit and self.tight(k) and len(self.low[k + 1]) == 3:
            return True
        return word == "." and digit and self.tight(k)

    def _days_in_front(
        self, i: int, month: int
    ) -> tuple[int, int, int | None, list[tuple[int, int, int]]] | None:
        """"18 September", "the 18th of", "11-12", "3, 5 and 7 May", "9 to 12 of June"."""
        k = i
        if self.at(k - 1) == "of":
            k -= 1
        elif self.at(k - 1) in ("-", "/") and self.tight(k) and self.tight(k - 1):
            k -= 1
        elif self.at(k - 1) == "." and self.tight(k - 1):
            k -= 1
        if self.at(k - 1) == "," and self.at(k - 2) in self.cal.weekdays:
            k -= 2  # "7th Saturday, January 2023"
            if self.cal.heads.get(self.at(k - 1)) != "ordinal":
                return None
        found = self.day_before(k)
        if not found or not self._valid(month, found[0]):
            return None
        day, start = found
        plain = self.at(start).isdigit()
        if plain and self.at(start - 1) in ("$", "€", "£", "#", ":", "no", "."):
            return None
        if self.cal.ordinals.get(self.at(start)) == 2 and self.at(start) == "second" and k == i:
            return None  # "the second March meeting"
        behind = self.day(i + 1)
        if k == i and behind and plain and not self._no_day(behind[1]) and self.year(i + 1) is None:
            if self.at(start - 1) not in ("on", "from", "the", "until", "till", ",", "between"):
                return None
        if k == i and not plain and self.words[start][0].isalpha() and not behind is None:
            return None
        until: int | None = None
        more: list[tuple[int, int, int]] = []
        while start > 0 and len(more) < 8:
            link = self.at(start - 1)
            j = start - 1
            if self.at(j) == "the" and self.at(j - 1) in _UNTIL | {"and"}:
                j -= 1
                link = self.at(j)
            other = self.day_before(j)
            if not other or not self._valid(month, other[0]) or other[0] >= day:
                break
            if link in DASHES or link in _UNTIL:
                if until is not None or more:
                    break
                until, day, start = day, other[0], other[1]
                break
            if link not in ("and", "&", ",", "or"):
                break
            between = self.at(other[1] - 1) == "between" or (
                self.at(other[1] - 1) == "the" and self.at(other[1] - 2) == "between"
            )
            if not more and link != "or" and (between or other[0] == day - 1):
                until, day, start = day, other[0], other[1]
                break
            more.append((day, start, i))
            day, start = other
        if self.at(start - 1) == "the":
            start -= 1
        if until is not None and self.at(start - 1) in ("between", "from"):
            start -= 1
        return start, day, until, more

    def _year_in_front(self, i: int) -> tuple[int, int] | None:
        """"2017 April", "2019/Aug/01"."""
        k = i - 1
        if self.at(k) in ("-", "/") and self.tight(i) and self.tight(k):
            k -= 1
        year = self.cal.years.get(self.at(k))
        if year is None or not 1900 <= year <= 2100 or self.year(i + 1) is not None:
            return None
        return k, year

    def _year_behind(self, k: int, has_day: bool, dotted: bool) -> tuple[int, int] | None:
        """", 2023", " 2023", " of 2023", "-2023", "'23"."""
        word = self.at(k)
        j = k
        if word in (",", "of", "in") or (word and word in "-/" and self.tight(k) and self.tight(k + 1)):
            j += 1
            if word == "," and not has_day and self.at(j + 1).isalpha() and self.at(j + 1) not in _GO_ON:
                return None
        elif word in ("'", "’", "‘") and _YEAR2.fullmatch(self.at(k + 1)) and self.tight(k + 1):
            return k + 2, 2000 + int(self.at(k + 1))
        year = self.year(j)
        if year is None or (year < 1500 and word not in ("", "of")):
            return None
        return j + 1, year

    def _year_in_words(self, k: int) -> tuple[int, Term] | None:
        """"last year", "of this year", "of the same year", "the following year"."""
        j = k
        if self.at(j) == ",":
            j += 1
        if self.at(j) in ("of", "in"):
            j += 1
        if self.at(j) == "the":
            j += 1
        word = self.at(j)
        if self.at(j + 1) != "year":
            return None
        if word in ("that", "same"):
            return j + 2, Unit("year", 0, told=True)
        if word in ("following", "preceding", "previous"):
            return j + 2, Unit("year", self.cal.which[word], told=True)
        which = self.cal.which.get(word)
        return (j + 2, Unit("year", which)) if which is not None else None

    def _weekday_in_front(self, start: int) -> tuple[int | None, int]:
        k = start
        if self.at(k - 1) == "the":
            k -= 1
        if self.at(k - 1) in (",", "."):
            k -= 1
        if self.at(k - 1) == "." and self.at(k) == ",":
            k -= 1
        weekday = self.cal.weekdays.get(self.at(k - 1))
        if weekday is None:
            inner = self.at(start + 1)  # "7th Saturday, January 2023"
            return self.cal.weekdays.get(inner), start
        k -= 1
        if self.at(k - 1) in ("this", "next", "last", "coming"):
            k -= 1
        return weekday, k

    def _picked(self, i: int, start: int):  # type: ignore[no-untyped-def]
        """"last October", "late October", "mid-October", "the end of October"."""
        which = None
        word = self.at(start - 1)
        if word in self.cal.which and self.at(start - 1) != "following":
            which = self.cal.which[word]
            start -= 1
            if word in ("past", "coming") and self.at(start - 1) == "this":
                start -= 1
            word = self.at(start - 1)
        start, part = self.part(start)
        return start, which, part

    def part(self, start: int):  # type: ignore[no-untyped-def]
        """A part in front of what begins at ``start`` -> (its begin, how to wrap the term)."""
        k = start
        if self.at(k - 1) == "-" and self.at(k - 2) in ("mid", "early", "late", "end"):
            name = self.cal.parts[self.at(k - 2)]
            return k - 2, lambda base: Part(name, base)
        word = self.at(k - 1)
        if word in ("early", "mid", "late"):
            k -= 1
            if self.at(k - 1) in ("early", "mid") and self.at(k - 2) in ("to", "-"):
                return k, lambda base: Part(word, base)
            return k, lambda base: Part(word, base)
        if word == "the":
            k -= 1
            word = self.at(k - 1)
        if word != "of":
            return start, None
        k -= 1
        word = self.at(k - 1)
        if word in self.cal.parts and word not in ("early", "late"):
            name = self.cal.parts[word]
            k -= 1
            if self.at(k - 1) in ("very",):
                k -= 1
            if self.at(k - 1) == "the":
                k -= 1
            return k, lambda base: Part(name, base)
        if word == "half" or word in ("quarter", "third"):
            size = {"half": 2, "third": 3, "quarter": 4}[word]
            nth = self.ordinal_at(k - 2)
            if nth and nth <= size:
                k -= 2
                if self.at(k - 1) == "the":
                    k -= 1
                return k, lambda base: Part((nth, size), base)
            return start, None
        unit = self.cal.units.get(word)
        if unit in ("day", "week", "weekend", "month", "quarter"):
            return self._nth(start, k - 1, unit)
        return start, None

    def ordinal_at(self, k: int) -> int | None:
        """"first", "3rd" at ``k``; "last" is -1."""
        word = self.at(k)
        if word in ("last", "final"):
            return -1
        if word in self.cal.ordinals:
            return self.cal.ordinals[word]
        return self.cal.days.get(word) if self.cal.heads.get(word) == "ordinal" else None

    def _nth(self, start: int, k: int, unit: str):  # type: ignore[no-untyped-def]
        """"the first two weeks of": ``k`` is the unit's token."""
        count = 1
        j = k - 1
        number = self.cal.numbers.get(self.at(j)) or self.cal.days.get(self.at(j))
        if number and self.ordinal_at(j) is None:
            count, j = number, j - 1
        nth = self.ordinal_at(j)
        if nth is None or (self.at(k).endswith("s") and count == 1):
            return start, None
        if self.at(j - 1) == "the":
            j -= 1
        if unit == "weekend" or (count > 1 and abs(nth) != 1):
            return start, None
        return j, lambda base: Nth(nth, unit, base, count)

    def _is_month(self, i: int, start: int, end: int, strong: bool) -> bool:
        """Is it the month, and not the verb, the name, the march?"""
        word = self.low[i]
        capital = self.capital(i)
        before = self.at(start - 1) if start > 0 else ""
        after = self.at(end)
        if word in ("may", "march", "mar", "jan", "dec", "jun") and not capital:
            return strong and word not in ("may", "march") and (end - start) > 1
        if strong:
            return not (word == "may" and self.at(i - 1) in self.cal.titles)
        if word in self.cal.ambiguous:
            if capital and after in DASHES and self.at(end + 1) in self.cal.months and word != "may":
                return True
            if word == "may" and before in _BEFORE_MONTH and before not in ("and", "or", "for", "to"):
                return not self._a_person_called_may()
            if word in ("may", "march") and before in ("the", "'s", "a"):
                return after.isalpha() and after not in _GO_ON and not self.capital(end)
            if word == "march" and before in _BEFORE_MONTH:
                return True
            return before in _BEFORE_MONTH and capital and not self.capital(end)
        if word in self.cal.names:
            if before in _BEFORE_MONTH or before in ("the", "'s"):
                return capital or before in (
                    "in", "since", "until", "from", "of", "between", "through", "during"
                )
            if not capital:
                return word == "july"
            return not (self.capital(end) and self.tokens.end[end - 1] + 1 == self.tokens.start[end])
        return True

    def _a_person_called_may(self) -> bool:
        if self._may is None:
            low, titles = self.low, self.cal.titles
            self._may = any(
                word == "may" and k and low[k - 1] in titles and self.capital(k)
                for k, word in enumerate(low)
            )
        return self._may

    # Days of the week -------------------------------------------------------------------------

    def weekday(self, i: int) -> list[Atom]:
        """"Monday", "next Monday", "Monday night", "Monday of next week", "Friday 31"."""
        word = self.low[i]
        day = self.cal.weekdays[word]
        start, end = i, i + 1
        short = len(word) < 6
        dotted = short and self.at(end) == "."
        before = self.at(i - 1)
        if self._date_follows(end + dotted):
            return []
        if short:
            fits = before in ("on", "next", "last", "this", "until", "till", "from", "to", "or", "and")
            numbered = self.cal.heads.get(self.at(end + dotted)) == "ordinal"
            week = self.at(i - 1) == "week"
            if not self.capital(i) or not (fits or numbered or week) or (before == "the"):
                return []
        if before in ("every", "each"):
            return [Atom(i - 1, end, Again(), "repeated")]
        term: Term
        number = self._numbered(end + dotted)
        if number:
            term = Of(day=number[0], weekday=day)
            return [Atom(i, number[1], term, "day")]
        if self.at(end) in self.cal.dayparts:
            end += 1
        which, told, nearest = None, False, False
        if before in self.cal.which:
            which = self.cal.which[before]
            start -= 1
            told = before in ("following", "preceding")
            nearest = before in ("past", "coming", "upcoming")
            if self.at(start - 1) in ("this", "the"):
                start -= 1
        elif before == "that" and self.at(i - 2) in ("on", "by", "until"):
            which, told, start = -1, True, i - 1
        elif before in ("late", "early", "mid"):
            start -= 1
        elif before == "-" and self.at(i - 2) == "mid":
            start -= 2
        week, week_end = self._week_behind(end)
        if week is None:
            week, start = self._week_in_front(start)
        else:
            end = week_end
        if week is not None:
            which, told, nearest = None, False, False
        term = Weekday(day, which, week, told, nearest)  # type: ignore[arg-type]
        return [Atom(start, end, term, "weekday")]

    def _date_follows(self, k: int) -> bool:
        """Does a month, or a day and a month, or a numeric date stand at ``k``: "Monday, 25 June"?"""
        k += self.at(k) == ","
        k += self.at(k) == "the"
        if self.at(k) in self.cal.months:
            behind = k + 1 + (self.at(k + 1) == ".")
            return self.day(behind) is not None
        found = self.day(k)
        if not found:
            return False
        j = found[1]
        j += self.at(j) in ("of", "-")
        if self.at(j) in ("to", "until", "–"):
            j += 1
            other = self.day(j)
            j = other[1] if other else j
        return self.at(j) in self.cal.months or (self.at(j) == "/" and self.tight(j))

    def _numbered(self, k: int) -> tuple[int, int] | None:
        j = k + (self.at(k) == "the")
        found = self.cal.days.get(self.at(j))
        if self.at(j + 1) in ("-", "/", ".") and self.tight(j + 1) and self.at(j + 2).isdigit():
            return None
        if found is None and j > k:
            found = self.cal.ordinals.get(self.at(j))
        if found is None or found > 31 or self._no_day(j + 1):
            return None
        after = self.at(j + 1)
        if self.at(j).isdigit() and after.isalpha() and after not in _GO_ON and not self.capital(j + 1):
            return None
        return found, j + 1

    def _week_behind(self, k: int) -> tuple[Term | None, int]:
        j = k + (self.at(k) == "of")
        j += self.at(j) == "the"
        word = self.at(j)
        if self.at(j + 1) == "week" and word in self.cal.which:
            told = word in ("following", "preceding", "previous") or (word == "next" and j > k + 1)
            return Unit("week", self.cal.which[word], told and j > k), j + 2
        return None, k

    def _week_in_front(self, start: int) -> tuple[Term | None, int]:
        k = start - 1
        if self.at(k) in ("'s", "-", "'", "on"):
            k -= 1
        if self.at(k) == "week" and self.at(k - 1) in self.cal.which and self.at(start - 1) != "on":
            return Unit("week", self.cal.which[self.at(k - 1)]), k - 1
        return None, start

    # Years and numbers ------------------------------------------------------------------------

    def year_head(self, i: int) -> list[Atom]:
        """A number of four digits: a year, or the first or last field of a date in numbers."""
        year = self.cal.years[self.low[i]]
        numeric = self._numeric(i, year)
        if numeric is not None:
            return numeric
        k = i + 1 + (self.at(i + 1) in ("-", "/") and self.tight(i + 1))
        if self.at(k) in self.cal.months and 1900 <= year <= 2100:
            behind = self.day(k + 1)
            glued = k > i + 1
            if glued or not behind or behind[0] > 31:
                if self.year(k + 1) is None and (glued or not behind):
                    return []
        if not self._is_year(i, year):
            return []
        quarter = self._quarter_behind(i, year)
        if quarter:
            return quarter
        before = self.at(i - 1)
        start = i
        if before in ("of", "year") or (before == "the"):
            if before == "year":
                start -= 1
                if self.at(start - 1) == "calendar":
                    start -= 1
                if self.at(start - 1) == "the":
                    start -= 1
        if year % 10 == 0 and self.at(i + 1) == "'s" and before in ("the", "early", "late", "mid"):
            head, part = self.part(i)
            years: Term = Years(year, 10)  # "the 1930's"
            return [Atom(head, i + 2, part(years) if part else years, "period")]
        head, part = self.part(start)
        term: Term = Of(year)
        if part:
            term, start = part(term), head
            return [Atom(start, i + 1, term, kind_of(term))]
        if start < i and self.at(start) != "year" and before == "the":
            start = i
        if before in ("-", "/", "–") and self.tight(i) and self.tight(i - 1) and i > 1:
            if self.words[i - 2][-1].isalpha():
                return [Atom(i, i + 1, term, "edition")]
        named = (
            self.capital(i - 1)
            and self.words[i - 1][-1].isalnum()
            and before not in _BEFORE_YEAR
            and self.cal.heads.get(before) is None
        )
        return [Atom(start, i + 1, term, "edition" if named else "year")]

    def _is_year(self, i: int, year: int) -> bool:
        before, after = self.at(i - 1), self.at(i + 1)
        if self.year(i) is None or before in _NO_YEAR_AFTER or before in self.cal.quantifiers:
            return before in ("about", "around") and self.at(i - 2) in ("in", "until", "of") and False
        if not 1900 <= year <= 2100 and before not in _BEFORE_YEAR:
            return False
        if year < 1500 and before not in ("in", "since", "year", "of"):
            return False
        if before in ("fiscal", "financial", "fy") or (
            before == "year" and self.at(i - 2) in ("fiscal", "financial")
        ):
            return False
        if before in (",", ".", ":", "/") and self.tight(i) and self.tight(i - 1):
            if i > 1 and self.low[i - 2][-1].isdigit():
                return False
        if before in DASHES and self.tight(i) and i > 1 and self.low[i - 2][-1].isdigit():
            return self.cal.years.get(self.low[i - 2]) is not None and not (
                i > 2 and self.tight(i - 2) and self.at(i - 3) in DASHES
            )
        if after in ("-", "–", "/") and self.tight(i + 1) and self.tight(i + 2):
            other = self.at(i + 2)
            if other.isdigit() and (len(other) != 4 or (self.at(i + 3) == "-" and self.tight(i + 3))):
                return False  # seasons and fiscal years: 2023-24, 2023/24; telephone numbers
        return not (after in ("%", "°") or (after == ":" and self.at(i + 2).isdigit() and self.tight(i + 2)))

    def _quarter_behind(self, i: int, year: int) -> list[Atom] | None:
        k = i + 1 + (self.at(i + 1) in DASHES and self.tight(i + 1))
        word = self.at(k)
        if word in ("q1", "q2", "q3", "q4", "h1", "h2"):
            size = 4 if word[0] == "q" else 2
            return [Atom(i, k + 1, Part((int(word[1]), size), Of(year)), "period")]
        return None

    def _numeric(self, i: int, year: int) -> list[Atom] | None:
        """2023-09-18, 2023/09/18, 2023-09, 18.09.2023, 09/18/2023, "14/ 07/ 2008"."""
        days = self.cal.days
        sign = self.at(i + 1)
        if sign in ("-", "/", ".") and self.tight(i + 1) and self.tight(i + 2):
            month = days.get(self.at(i + 2), 0) if self.at(i + 2).isdigit() else 0
            if not 1 <= month <= 12 or len(self.at(i + 2)) > 2:
                pass
            elif self.at(i + 3) == sign and self.tight(i + 3) and self.tight(i + 4):
                digits = re.match(r"\d{1,2}", self.at(i + 4))
                day = days.get(digits[0]) if digits else None
                rest = self.at(i + 4)[digits.end() :] if digits else ""
                if day and self._valid(month, day) and (not rest or rest[0] == "t"):
                    if not self._digits_before(i):
                        term = Of(year, month, day)
                        return [self._with_weekday(Atom(i, i + 5, term, "day"))]
                return []
            elif sign == "-" and len(self.at(i + 2)) == 2 and not self._digits_before(i):
                if month != (year + 1) % 100 and not (self.at(i + 3) == "-" and self.tight(i + 3)):
                    return [Atom(i, i + 3, Of(year, month), "month")]
                return []
        sign = self.at(i - 1)
        if sign in ("-", "/", ".") and sign == self.at(i - 3) and i >= 4:
            a, b = self.at(i - 4), self.at(i - 2)
            if a.isdigit() and b.isdigit() and a in days and b in days and self.tight(i - 1):
                if self.tight(i - 3) and not self._digits_before(i - 4):
                    first, second = days[a], days[b]
                    if max(first, second) > 31 or min(first, second) > 12:
                        return []
                    term2: Term = Numeric(first, second, year)
                    if sign == ".":
                        if second > 12 or not self._valid(second, first):
                            return []
                        term2 = Of(year, second, first)
                    return [self._with_weekday(Atom(i - 4, i + 1, term2, "day"))]
        return None

    def _digits_before(self, k: int) -> bool:
        return k > 1 and self.low[k - 1] in ("-", "/", ".") and self.tight(k) and (
            self.low[k - 2][-1].isdigit() and self.tight(k - 1)
        )

    def _with_weekday(self, atom: Atom) -> Atom:
        k = atom.start - (self.at(atom.start - 1) == ",")
        if self.at(k - 1) in self.cal.weekdays and isinstance(atom.term, Of):
            return Atom(k - 1, atom.end, atom.term, atom.kind)
        return atom

    def slash_head(self, i: int) -> list[Atom]:
        """"9/11" is a name; "on 22/04" a day and a month where one of them can be no month."""
        days = self.cal.days
        a, b = self.at(i - 1), self.at(i + 1)
        if a not in days or b not in days or not (self.tight(i) and self.tight(i + 1)):
            return []
        before, after = self.at(i - 2), self.at(i + 2)
        if not (a.isdigit() and b.isdigit()) or before in ("/", "-", ".", "$") or after in ("/", "%"):
            return []
        if (a, b) == ("9", "11") and before not in ("on", "from", "until", "by"):
            return [Atom(i - 1, i + 2, Of(2001, 9, 11), "day")]
        if before not in ("on", "from", "until", "till", "by", "between", "to", "through", "since"):
            return []
        first, second = days[a], days[b]
        if first > 12 >= second:
            first, second = second, first
        elif not (second > 12 >= first or first == second):
            return []
        if not self._valid(first, second) or self._no_day(i + 2):
            return []
        return [Atom(i - 1, i + 2, Of(None, first, second), "day")]

    def ordinal_head(self, i: int) -> list[Atom]:
        """"on the 24th", where no month follows: a day of the month in question."""
        day = self.cal.days.get(self.low[i])
        after = self.at(i + 1)
        if day is None or self.at(i - 1) != "the":
            return []
        if self.at(i - 2) not in ("on", "until", "till", "by", "from", "since", "through", "before", "after"):
            return []
        if after in ("of", "and", "to", "-", "–") and after != "and":
            return []
        if after.isalpha() and after not in _GO_ON and not self.capital(i + 1):
            return []
        if after in self.cal.months or self.capital(i + 1):
            return []
        return [Atom(i - 1, i + 1, Of(day=day), "day")]
