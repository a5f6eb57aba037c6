"""The tokens of one text and the questions that every rule asks about them.

The rules stand in ``months``, ``weekdays``, ``years``, ``periods`` and ``named``: each takes the
scanner and the index of a head ("September", "Monday", "2023", "week", "summer") and gives the
atoms around it. Every rule reads a bounded number of tokens, so a text is read in linear time.
"""

from __future__ import annotations

from collections.abc import Callable

from diplotext.lexicon.tokens import Tokens
from diplotext.reading.dates.terms import Nth, Part, PartName, Rest, Term
from diplotext.reading.dates.words import Calendar, calendar

DASHES = frozenset("-–—~")
UNTIL = frozenset(("to", "till", "until", "through", "thru"))
_MONTH_LENGTH = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Wrap = Callable[[Term], Term]
"""Puts "early", "the end of" or "the first week of" around a term."""


class Scanner:
    """One text while it is being read; ``floor`` is the first token not read yet."""

    __slots__ = ("_may", "cal", "floor", "low", "n", "text", "tokens", "words")

    def __init__(self, tokens: Tokens, text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.low = tokens.lower
        self.words = tokens.text
        self.n = len(tokens)
        self.cal: Calendar = calendar()
        self.floor = 0
        self._may: bool | None = None

    def at(self, k: int) -> str:
        """Token ``k`` in lower case; empty outside the text and left of what is read already."""
        return self.low[k] if self.floor <= k < self.n else ""

    def tight(self, k: int) -> bool:
        """Does token ``k`` touch the one before it?"""
        return 0 < k < self.n and self.tokens.start[k] == self.tokens.end[k - 1]

    def glued(self, k: int, signs: str) -> bool:
        """Is token ``k`` one of ``signs`` and touches both its neighbours ("05-Aug")?"""
        sign = self.at(k)
        return bool(sign) and sign in signs and self.tight(k) and self.tight(k + 1)

    def capital(self, k: int) -> bool:
        """Does token ``k`` begin with a capital?"""
        return 0 <= k < self.n and self.words[k][0].isupper()

    def goes_on(self, k: int) -> bool:
        """May the sentence go on with token ``k`` after a bare number that is a day?"""
        word = self.at(k)
        return not word.isalpha() or word in self.cal.go_on or self.capital(k)

    def head(self, k: int) -> str | None:
        """What kind of head token ``k`` is, if any."""
        return self.cal.heads.get(self.at(k))

    def day(self, k: int) -> tuple[int, int] | None:
        """A day of a month at ``k`` -> (day, index after it)."""
        word = self.at(k)
        day = self.cal.days.get(word)
        if day is not None:
            return day, k + 1
        tens = self.cal.numbers.get(word)
        if tens in (20, 30):
            j = k + 1 + (self.at(k + 1) == "-")
            ones = self.cal.ordinals.get(self.at(j), 10)
            return (tens + ones, j + 1) if ones < 10 else None
        day = self.cal.ordinals.get(word)
        return (day, k + 1) if day is not None else None

    def day_before(self, k: int) -> tuple[int, int] | None:
        """A day of a month that ends before ``k`` -> (day, index where it begins)."""
        word = self.at(k - 1)
        day = self.cal.days.get(word)
        if day is not None:
            return day, k - 1
        day = self.cal.ordinals.get(word)
        if day is None:
            return None
        tens = self.cal.numbers.get(self.at(k - 3))
        if day < 10 and self.at(k - 2) == "-" and tens in (20, 30):
            return tens + day, k - 3
        return day, k - 1

    def year(self, k: int) -> int | None:
        """A year at ``k`` that is not the number of something counted."""
        year = self.cal.years.get(self.at(k))
        if year is None or self.at(k + 1) in self.cal.counted:
            return None
        if self.glued(k + 1, ",.") and self.at(k + 2).isdigit():
            return None
        return year

    def valid(self, month: int, day: int) -> bool:
        """Has the month (1 to 12) such a day in some year?"""
        return 1 <= day <= _MONTH_LENGTH[month]

    def no_day(self, k: int) -> bool:
        """Does what follows a number show that it was no day: a time, a count, a decimal?"""
        word = self.at(k)
        if word in self.cal.counted or word in ("%", "am", "pm", "°"):
            return True
        digits = self.low[k + 1] if k + 1 < self.n and self.tight(k + 1) else ""
        if not digits.isdigit():
            return False
        if word == ":":
            return True
        return self.tight(k) and (word == "." or (word == "," and len(digits) == 3))

    def ordinal_at(self, k: int) -> int | None:
        """As in "first", "3rd" at ``k``; "last" is -1."""
        word = self.at(k)
        if word in ("last", "final"):
            return -1
        if word in self.cal.ordinals:
            return self.cal.ordinals[word]
        return self.cal.days.get(word) if self.cal.heads.get(word) == "ordinal" else None

    def digits_before(self, k: int) -> bool:
        """Is token ``k`` glued to digits on its left ("12345-2018")?"""
        if k - 2 < self.floor:
            return False  # the number on the left is a date: a range
        return self.glued(k - 1, "-/.") and self.low[k - 2][-1].isdigit()

    def a_person_called_may(self) -> bool:
        """Does the text speak of a Theresa, Mrs or Prime Minister May?"""
        if self._may is None:
            low, titles = self.low, self.cal.titles
            self._may = any(
                word == "may" and k > 0 and low[k - 1] in titles and self.capital(k)
                for k, word in enumerate(low)
            )
        return self._may

    def part(self, start: int) -> tuple[int, Wrap | None]:
        """What stands in front of a period that begins at ``start`` and takes a part of it.

        "late", "mid-", "the end of", "the first half of", "the first two weeks of": gives where it
        begins and how to wrap the term, or ``start`` and None.
        """
        k = start
        word = self.at(k - 1)
        if word == "-" and self.at(k - 2) in ("mid", "early", "late", "end"):
            return k - 2, _parting(self.cal.parts[self.at(k - 2)])
        if word in ("early", "mid", "late"):
            return k - 1, _parting(self.cal.parts[word])
        if word == "in" and self.at(k - 2) in ("early", "late"):  # "late in July"
            return k - 2, _parting(self.cal.parts[self.at(k - 2)])
        if word == "the":
            k -= 1
            word = self.at(k - 1)
        if word != "of":
            return start, None
        k -= 1
        word = self.at(k - 1)
        if word in ("rest", "remainder", "remaining"):
            return self._article(k - 1), Rest
        if word in self.cal.parts and word not in ("early", "late"):
            return self._article(k - 1, "very"), _parting(self.cal.parts[word])
        if word in ("half", "quarter", "third"):
            size = {"half": 2, "third": 3, "quarter": 4}[word]
            nth = self.ordinal_at(k - 2)
            if nth and nth <= size:
                return self._article(k - 2), _slicing(nth if nth > 0 else size, size)
            return start, None
        if "month" in (self.at(start + 1), self.at(start + 2)):
            nth = self.ordinal_at(k - 1)  # "the 20th of next month"
            if nth and nth > 0:
                return self._article(k - 1), lambda base: Nth(nth, "day", base)
            return start, None
        unit = self.cal.units.get(word)
        if unit in ("day", "week", "month", "quarter"):
            return self._nth(start, k - 1, unit)
        return start, None

    def _article(self, k: int, filler: str = "") -> int:
        k -= bool(filler) and self.at(k - 1) == filler
        return k - (self.at(k - 1) == "the")

    def _nth(self, start: int, k: int, unit: str) -> tuple[int, Wrap | None]:
        """As in "the first two weeks of": ``k`` is the unit's token."""
        count = 1
        j = k - 1
        number = self.cal.numbers.get(self.at(j)) or self.cal.days.get(self.at(j))
        if number and self.ordinal_at(j) is None:
            count, j = number, j - 1
        nth = self.ordinal_at(j)
        if (
            nth is None
            or (self.at(k).endswith("s") and count == 1)
            or (count > 1 and abs(nth) != 1)
        ):
            return start, None
        return self._article(j), lambda base: Nth(nth, unit, base, count)


def _parting(name: PartName) -> Wrap:
    return lambda base: Part(name, base)


def _slicing(nth: int, size: int) -> Wrap:
    return lambda base: Part((nth, size), base)
