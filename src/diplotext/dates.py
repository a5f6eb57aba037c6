"""Dates in English news: where they stand and which days they mean.

>>> from datetime import date
>>> text = "Wang will be in Moscow from Monday till September 21."
>>> [(m.span.of(text), m.value.edtf) for m in detect(text, date(2023, 9, 18))]
[('from Monday till September 21', '2023-09-18/2023-09-21')]

A value is never more precise than the words: "September 2023" is a month, "late October" ten or
eleven days, "in the coming months" None. Without the day of publication "Monday" is found and
stays None. How each kind of expression is read is laid down in docs/dates.md.

A DateRange is a closed range of days (``contains``, ``overlaps``, ``intersect``, ``widen``,
``shift``) and knows its EDTF text, ISO 8601-2:2019 levels 0 and 1 as far as a closed range can
say them: https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

from datetime import date

from diplotext.dateranges import Basis, DateRange, Precision, as_day
from diplotext.errors import expect
from diplotext.models import DateMention
from diplotext.reading import dates as _reading

__all__ = ["Basis", "DateMention", "DateRange", "Precision", "detect", "from_edtf", "to_edtf"]


def detect(
    text: str, published: date | str | None = None, *, month_first: bool | None = None
) -> tuple[DateMention, ...]:
    """All date expressions of ``text``, in text order and non-overlapping.

    ``published`` is the day, a date or its ISO text, that "today", "Monday" and "last week" are
    read against; without it they have value None. "03/04/2023" is open unless the text shows
    which number is the month, or ``month_first`` says so: True for an American source. Spans are
    half-open code points. Any string gives a result, in time linear in its length.
    """
    expect(text, str)
    return _reading.detect(text, as_day(published, "published"), month_first=month_first)


def from_edtf(edtf: str) -> DateRange:
    """The range that an EDTF text says: a day, month, year, season, decade or closed interval,
    with any of ``~ ? %`` read and dropped. Raises InputError for what no closed range can say.
    """
    return DateRange.parse(edtf)


def to_edtf(value: DateRange) -> str:
    """EDTF text of a range: "2023-09-18", "2023-09", "2023" or "2023-09-18/2023-09-21"."""
    expect(value, DateRange)
    return value.edtf
