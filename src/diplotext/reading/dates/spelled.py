"""Years in words, as speeches and old documents have them: "nineteen ninety-six"."""

from __future__ import annotations

from diplotext.reading.dates.scanner import Scanner


def year(s: Scanner, k: int) -> tuple[int, int] | None:
    """A year in words at ``k`` -> (year, index after it).

    "nineteen ninety-six", "seventeen hundred (and) thirty-three", "two thousand (and) eight",
    "twenty fifteen"; "two thousand" alone is a number like any other.
    """
    numbers = s.cal.numbers
    first, second = numbers.get(s.at(k), 0), s.at(k + 1)
    if first == 2 and second == "thousand":
        rest = _below_hundred(s, k + 2 + (s.at(k + 2) == "and"))
        return (2000 + rest[0], rest[1]) if rest else None
    if not 14 <= first <= 20:
        return None
    if second == "hundred" and first < 20:
        rest = _below_hundred(s, k + 2 + (s.at(k + 2) == "and"))
        return (first * 100 + rest[0], rest[1]) if rest else (first * 100, k + 2)
    rest = _below_hundred(s, k + 1)
    return (first * 100 + rest[0], rest[1]) if rest and rest[0] > 9 else None


def _below_hundred(s: Scanner, k: int) -> tuple[int, int] | None:
    """As in "ninety", "ninety-six", "ninety six", "eight"."""
    numbers = s.cal.numbers
    tens = numbers.get(s.at(k), 0)
    if tens == 0 or s.at(k) in ("a", "an"):
        return None
    if tens < 20:
        return tens, k + 1
    j = k + 1 + (s.at(k + 1) == "-")
    ones = numbers.get(s.at(j), 0) if s.at(j) not in ("a", "an") else 0
    return (tens + ones, j + 1) if 0 < ones < 10 else (tens, k + 1)


def cardinal_day(s: Scanner, k: int) -> tuple[int, int] | None:
    """A day in plain numerals at ``k`` -> (day, index after it): "twenty-nine", and any other where
    a year in words follows ("five nineteen eighty-six").
    """
    found = _below_hundred(s, k)
    if found is None or found[0] > 31:
        return None
    compound = found[0] > 20 and found[1] > k + 1 and s.goes_on(found[1])
    return found if compound or year(s, found[1]) is not None else None
