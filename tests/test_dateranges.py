"""DateRange: closed days, as precise as its source; EDTF in and out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.dateranges import DateRange
from diplotext.errors import InputError

DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))
BASES = st.sampled_from(["explicit", "relative", "inferred"])
RANGES = st.one_of(
    st.builds(DateRange.day, DAYS, BASES),
    st.builds(DateRange.month, st.integers(2, 9998), st.integers(1, 12), BASES),
    st.builds(DateRange.year, st.integers(2, 9998), BASES),
    st.builds(
        lambda a, b, basis: DateRange.between(min(a, b), max(a, b), basis), DAYS, DAYS, BASES
    ),
)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-09-18/2023-09-21", "2023-09-18", "2023-09-21"),
        ("2009/2011", "2009-01-01", "2011-12-31"),
        ("2023-11/2024-02", "2023-11-01", "2024-02-29"),
        ("2023-09~", "2023-09-01", "2023-09-30"),
        ("2023?", "2023-01-01", "2023-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-06-XX", "2004-06-01", "2004-06-30"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-23", "2023-09-01", "2023-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
    ],
)
def test_edtf_is_read_as_closed_days(edtf: str, first: str, last: str) -> None:
    value = DateRange.parse(edtf)
    assert (date.fromisoformat(first), date.fromisoformat(last)) == (value.start, value.end)


@pytest.mark.parametrize(
    "wrong",
    ["", "2023-13", "2023-02-30", "2023-02-01/", "../2023", "2023/2022", "a", "2023-9", "1/2/3",
     "2023-00", "199X-05", "2004-XX-05", "20230918", "٢٠٢٣", "2023-09-18/2023-09-19/2023-09-20"],
)  # fmt: skip
def test_what_no_closed_range_can_say_is_refused_with_the_words_at_fault(wrong: str) -> None:
    with pytest.raises(InputError, match="not an EDTF"):
        DateRange.parse(wrong)


def test_a_range_that_ends_before_it_starts_or_lies_about_its_precision_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        DateRange(date(2023, 2, 2), date(2023, 2, 1))
    with pytest.raises(ValueError, match="not one whole month"):
        DateRange(date(2023, 2, 1), date(2023, 2, 27), "month")


@given(RANGES)
def test_edtf_makes_the_round_trip(value: DateRange) -> None:
    assert value == DateRange.parse(value.edtf, value.basis)


@given(RANGES, RANGES)
def test_intersection_holds_exactly_the_shared_days(a: DateRange, b: DateRange) -> None:
    shared = a.intersect(b)
    assert (shared is not None) == a.overlaps(b) == b.overlaps(a)
    if shared is not None:
        assert a.contains(shared)
        assert b.contains(shared)
        assert (max(a.start, b.start), min(a.end, b.end)) == (shared.start, shared.end)


@given(RANGES, RANGES)
def test_widening_holds_both_and_no_more(a: DateRange, b: DateRange) -> None:
    wide = a.widen(b)
    assert wide.contains(a)
    assert wide.contains(b)
    assert {wide.start, wide.end} <= {a.start, a.end, b.start, b.end}
    assert wide == a.widen(wide).widen(b)


@given(RANGES, RANGES)
def test_a_joint_range_is_no_surer_than_its_parts(a: DateRange, b: DateRange) -> None:
    order = ["explicit", "relative", "inferred"]
    assert max(a.basis, b.basis, key=order.index) == a.widen(b).basis


@given(RANGES, st.integers(-400, 400))
def test_shifting_keeps_the_length(value: DateRange, days: int) -> None:
    try:
        moved = value.shift(days)
    except OverflowError:
        return
    assert value.days == moved.days
    assert timedelta(days) == moved.start - value.start


@given(RANGES)
def test_the_edtf_package_reads_the_same_days(value: DateRange) -> None:
    edtf = pytest.importorskip("edtf")
    parsed = edtf.parse_edtf(value.edtf)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    assert (value.start.timetuple()[:3], value.end.timetuple()[:3]) == (first[:3], last[:3])
