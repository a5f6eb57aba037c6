"""Figures on the two open sets of dates, strictly and after their own conventions.

    python tests/benchmarks/published_dates.py [SHARED]

Microsoft's Recognizers serve an assistant, this library reads news; three of their conventions
differ for whole classes of expressions. Each figure below counts every date of its set:

strict      the days as ``dates.detect`` gives them.
by ends     ranges written as Recognizers writes them: "from A to B" ends where B begins (half-open:
            "from May to October" ends on 30 September), where news counts B in.
by order    besides, numbers alone read month first, as in the American culture of the set.
remaining   besides, without the classes below, chosen by the form of the expression alone, right
            ones and wrong ones alike.

GUM marks both ends of a range by themselves: "by ends" takes the first and last day apart there.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from diplotext.dateranges import DateRange
from diplotext.lexicon.tokens import tokenise
from diplotext.reading.dates import Expression, read
from diplotext.reading.dates.resolve import resolve
from diplotext.reading.dates.setting import Setting
from diplotext.reading.dates.terms import Of, Part, Stretch

SHARED = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[3] / "shared")

_UNIT = "(?:day|week|weekend|fortnight|month|quarter|year|decade)"
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_COUNTED = f"{_NUMBER} (?:week|fortnight|month|year)s?"
DECLINED = {
    name: re.compile(form)
    for name, form in {
        "counted from a date that the text never tells (Recognizers: from today)": (
            rf"(?:.* of )?(?:the )?(?:same|that|following) {_UNIT}|the {_UNIT} (?:before|after)"
        ),
        "a bare period, no expression of time in news ('player of the year')": (
            "the (?:day|week|month|year)"
        ),
        "earlier, later in a period (news: the period; Recognizers: a half, or from today)": (
            rf"(?:earlier|later) .*{_UNIT}"
        ),
        "weeks, months, years counted from today (news: that week; Recognizers: one day)": (
            rf"in {_COUNTED}(?:['’]s? time)?|{_COUNTED} (?:ago|later|earlier|from now|hence)"
        ),
        "shorthand of offices": r"eo[wmqy]|[cf]y ?\d\d(?:\d\d)?",
    }.items()
}
"""Class with its reason -> the form of its expressions."""


class Found(NamedTuple):
    start: int
    end: int
    days: DateRange


def mentions(
    text: str, published: date | None, *, ends: bool = False, month_first: bool | None = None
) -> list[Found]:
    found = []
    for expression in read(tokenise(text), text, published, month_first=month_first):
        value = expression.value
        if value is not None and expression.dates:
            value = _half_open(expression, value, published) if ends else value
            found.append(Found(expression.span.start, expression.span.end, value))
    return found


def _half_open(expression: Expression, value: DateRange, published: date | None) -> DateRange:
    """The range up to the day before the one on which its last part begins; "until the end of
    June" ends with June here too.
    """
    match expression.term:
        case Stretch(last=Part(part="late")):
            return value
        case Stretch(last=last):
            part = resolve(last, Setting(published, earliest=value.start, month_first=True))
            begins = part.start if part and part.end == value.end else value.end
        case Of(until=int()):
            begins = value.end
        case _:
            return value
    return DateRange.between(value.start, max(begins - timedelta(days=1), value.start))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, filter(str.strip, lines))


def declined(words: str) -> str | None:
    words = words.lower().strip()
    return next((name for name, form in DECLINED.items() if form.fullmatch(words)), None)


def recognizers(path: Path) -> None:
    right: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    total = 0
    for row in rows(path):
        text, published = row["text"], date.fromisoformat(row["published"] or "1900-01-01")
        given = published if row["published"] else None
        readings = {
            "strict": mentions(text, given),
            "by ends": mentions(text, given, ends=True),
            "by order": mentions(text, given, ends=True, month_first=True),
        }
        for gold in row["dates"]:
            total += 1
            held = {name: _right(found, gold) for name, found in readings.items()}
            right.update(name for name, good in held.items() if good)
            group = declined(gold["text"])
            if group:
                left_out[group] += 1
            else:
                right["remaining"] += held["by order"]
    for name in ("strict", "by ends", "by order"):
        print(f"{name:10} {right[name] / total:.3f} ({right[name]}/{total})")
    rest = total - left_out.total()
    print(f"remaining  {right['remaining'] / rest:.3f} ({right['remaining']}/{rest}), without")
    for group, count in left_out.most_common():
        print(f"  {count:4} {group}")


def _right(found: list[Found], gold: dict[str, Any]) -> bool:
    hit = next((m for m in found if m.start < gold["end"] and gold["start"] < m.end), None)
    return bool(hit) and [hit.days.start.isoformat(), hit.days.end.isoformat()] in gold["accept"]


def gum(path: Path) -> None:
    strict = apart = total = 0
    for row in rows(path):
        found = mentions(row["text"], date.fromisoformat(row["published"]))
        for gold in row["dates"]:
            total += 1
            strict += _right(found, gold)
            apart += _right(found, gold) or _an_end(found, gold)
    print(f"strict     {strict / total:.3f} ({strict}/{total})")
    print(f"by ends    {apart / total:.3f} ({apart}/{total})")


def _an_end(found: list[Found], gold: dict[str, Any]) -> bool:
    """Is the date that is marked the first or the last of a range, at that end of its words?"""
    for start, end, days in found:
        if start <= gold["start"] and gold["end"] <= end and days.days > 1:
            first = gold["start"] - start <= end - gold["end"]
            day = (days.start if first else days.end).isoformat()
            if [day, day] in gold["accept"]:
                return True
    return False


def main() -> None:
    folder = SHARED / "bench" / "dates"
    print("== dates: recognizers, values")
    recognizers(folder / "recognizers.jsonl")
    print("== dates: gum, values")
    gum(folder / "gum.jsonl")


if __name__ == "__main__":
    main()
