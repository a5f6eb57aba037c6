"""Days in the head of a page that no expression of time holds.

Years with the hour or the same day glued to them, as scraping leaves them ("16 Mar 202116 Mar
2021", "March 16, 202110:20 AM"), and days in an address.
"""

from __future__ import annotations

import re
from datetime import date

from diplotext.reading.dates.words import calendar

_GLUED = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?,?"
    r"|(?P<first>[A-Za-z]{3,9})\.? (?P<second>\d{1,2}),) (?P<year>(?:19|20)\d\d)(?=\d{1,2}[: ]\S)"
)
_ADDRESS = re.compile(
    r"\bhttps?://[^\s/]{3,60}(?:/[\w.-]{1,60}){0,4}?/(?P<year>(?:19|20)\d\d)"
    r"(?:(?P<gap>[/-])(?P<month>\d\d?|[a-z]{3})(?P=gap)|(?P<month2>[01]\d))(?P<day>[0-3]?\d)(?=[/-])"
)


def traces(text: str, end: int) -> list[tuple[date, int, int]]:
    """Each such day of ``text`` up to ``end``, with where its words start and stop."""
    head = text[:end]
    found = []
    for match in _GLUED.finditer(head):
        day = _day(match["year"], match["month"] or match["first"], match["day"] or match["second"])
        if day is not None:
            found.append((day, match.start(), match.end()))
    if "://" in head:
        for match in _ADDRESS.finditer(head):
            day = _day(match["year"], match["month"] or match["month2"], match["day"])
            if day is not None:
                found.append((day, match.start(), match.end()))
    return found


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else calendar().months.get(month.lower(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
