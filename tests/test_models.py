"""The records keep what they are given, refuse what cannot be, and survive JSON."""

from __future__ import annotations

from datetime import date

import attrs
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as s
from diplotext.dateranges import DateRange
from diplotext.errors import DiplotextError, InputError
from diplotext.models import Article, Corpus, Meeting, Part, Span

RECORDS = {
    "span": s.spans(),
    "date range": s.date_ranges(s.days),
    "part": s.parts,
    "sentence": s.sentence_records,
    "date mention": s.date_mentions,
    "place": s.places,
    "actor": s.actors(),
    "mention": s.mentions,
    "evidence": s.evidence(),
    "participant": s.participants,
    "claim": s.claims,
    "article": s.article_records,
    "meeting": s.meetings(),
    "exercise": s.exercises(),
}


@pytest.mark.parametrize("kind", RECORDS)
@given(data=st.data())
def test_records_survive_json(kind: str, data: st.DataObject) -> None:
    record = data.draw(RECORDS[kind])
    assert record == msgspec.json.decode(msgspec.json.encode(record), type=type(record))


@given(
    st.builds(
        Corpus,
        articles=st.lists(s.article_records, max_size=2).map(tuple),
        actors=st.lists(s.actors(), max_size=2).map(tuple),
        meetings=st.lists(s.meetings(), max_size=1).map(tuple),
        exercises=st.lists(s.exercises(), max_size=1).map(tuple),
    )
)
def test_a_corpus_survives_json(corpus: Corpus) -> None:
    assert corpus == msgspec.json.decode(msgspec.json.encode(corpus), type=Corpus)


@pytest.mark.parametrize("kind", RECORDS)
@given(data=st.data())
def test_records_are_values(kind: str, data: st.DataObject) -> None:
    record = data.draw(RECORDS[kind])
    assert hash(record) == hash(attrs.evolve(record))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.id = "other"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_span_lies_in_a_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"Span\\({start}, {end}\\)"):
        Span(start, end)


def test_a_false_span_in_json_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"start": 5, "end": 2}', type=Span)


def test_an_unknown_kind_in_json_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="party"):
        msgspec.json.decode(b'{"id": "a", "kind": "party", "participants": []}', type=Meeting)


def test_spans_know_overlap_and_inclusion() -> None:
    outer, inner, next_to = Span(0, 10), Span(3, 10), Span(10, 12)
    assert (True, True) == (outer.contains(inner), outer.overlaps(inner))
    assert (False, False) == (inner.contains(outer), outer.overlaps(next_to))


def test_only_furniture_counts_as_boilerplate() -> None:
    kinds = ("headline", "header", "byline", "dateline", "caption", "body", "credit", "boilerplate")
    article = Article(
        id="a", text="", parts=tuple(Part(Span(i, i), k) for i, k in enumerate(kinds))
    )
    assert (Span(1, 1), Span(6, 6), Span(7, 7)) == article.boilerplate


@given(s.date_ranges(s.days))
def test_edtf_says_the_days(days: DateRange) -> None:
    again = DateRange.parse(days.edtf, days.basis)
    assert (days.start, days.end, days.basis) == (again.start, again.end, again.basis)
    assert days.edtf == again.edtf


@given(s.date_ranges(), s.date_ranges())
def test_shared_days_lie_in_both(one: DateRange, other: DateRange) -> None:
    shared, both = one.intersect(other), one.widen(other)
    assert both.contains(one)
    assert both.contains(other)
    assert one.overlaps(other) == (shared is not None)
    if shared:
        assert one.contains(shared)
        assert other.contains(shared)


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        (date(2023, 9, 2), date(2023, 9, 1), "interval"),
        (date(2023, 9, 1), date(2023, 9, 29), "month"),
        (date(2023, 1, 1), date(2023, 12, 30), "year"),
        (date(2023, 9, 1), date(2023, 9, 2), "day"),
    ],
)
def test_a_range_is_as_precise_as_it_says(start: date, end: date, precision: str) -> None:
    with pytest.raises(ValueError):
        DateRange(start, end, precision)


@pytest.mark.parametrize("edtf", ["", "2023-13", "2023-09-31", "../2023", "soon", "2023/2024/2025"])
def test_what_is_no_date_is_named(edtf: str) -> None:
    with pytest.raises(InputError, match="not an EDTF"):
        DateRange.parse(edtf)
    assert issubclass(InputError, DiplotextError)
