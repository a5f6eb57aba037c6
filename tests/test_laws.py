"""The laws of the library, written once and run over all nouns.

1 ``detect`` is total. 2 Evidence is true. 3 What a rule generates is read back (test_rules).
4 Locality. 5 ``normalise`` is idempotent and never widens. 6 ``deduplicate`` (also
test_corpus). 7 Records survive their file formats (test_io). 8 Import is quick (test_imports).
"""

from __future__ import annotations

import copy
import gc
import pickle
import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies
from diplotext import actors, annotate, articles, exercises, meetings
from diplotext.models import Article, Evidence, Meeting, MilitaryExercise, Span
from diplotext.reading import groups
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules import generate
from diplotext.rules.examples import unmark
from diplotext.rules.loading import load
from operations import grows_linearly

EVENTS = {"meetings": meetings, "exercises": exercises}
DAY = date(2024, 5, 15)

trash = st.sampled_from(
    [
        "",
        "\n\n\n",
        "a" * 5000,
        "\ud800\udfff",
        "\x00\x01",
        "🕊️" * 50,
        "\u202eTalks\u202c \u200f\u200e",
        "<p><b>Xi</b> met <i>Putin</i></p>",
        "Переговоры в Москве. 会談 في القاهرة",
        "“ ‘ ( [ { \" ' ) ] }",
        "visit " * 400,
        "met " * 400 + "Putin",
        "the talks with " * 200,
        "Xi, " * 500,
        "Kim Jong Un and " * 200,
        "U.S. " * 300,
        "-" * 2000,
        "12,345 " * 200,
        "Head of",
        "He met the foreign minister of",
        "She was named head of the",
    ]
)


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Sentences that rules generate, mixed with other news and trash."""
    name = draw(st.sampled_from(sorted(EVENTS)))
    rng = random.Random(draw(st.integers(0, 10_000)))
    frames = draw(st.lists(st.sampled_from(load(name).frames), min_size=1, max_size=3))
    told = [unmark(s).text for frame in frames for s in generate.sentences(frame, rng.choice)]
    rng.shuffle(told)
    return " ".join(told[: draw(st.integers(1, 6))]) or "Talks ended."


SEEDS = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
]


@st.composite
def fragments(draw: st.DrawFn) -> str:
    """A stretch of a seed, cut where it hurts: after any word."""
    words = draw(st.sampled_from(SEEDS)).split(" ")
    start = draw(st.integers(0, len(words) - 1))
    return " ".join(words[start : start + draw(st.integers(1, 40))])


pages = st.one_of(
    fragments(), strategies.news(), reports(), trash, st.tuples(reports(), trash).map("\n".join)
)


def read(text: str, published: date | None = DAY) -> Document:
    return annotate(articles.detect(text, published=published))


def found(document: Document) -> Iterator[Meeting | MilitaryExercise]:
    for noun in EVENTS.values():
        yield from noun.detect(document)


@given(pages, st.sampled_from([DAY, None]))
def test_detect_is_total(text: str, published: date | None) -> None:
    document = read(text, published)
    actors.detect(document)
    for record in found(document):
        assert record.article == document.article.id
        assert record.rules


@given(pages)
def test_evidence_is_true_and_every_filled_field_has_it(text: str) -> None:
    document = read(text)
    for mention in document.mentions:
        assert mention.span.contains(mention.head)
    for record in found(document):
        quoted = {evidence.field for evidence in record.evidence}
        for evidence in record.evidence:
            assert evidence.span.of(text) == evidence.quote
        shown = {evidence.actor for evidence in record.evidence if evidence.field == "participants"}
        assert {participant.actor.id for participant in record.participants} == shown
        for field in ("participants", "place", "places", "when", "status", "name", "troops"):
            value = getattr(record, field, None)
            inferred = field in ("when", "place") and value and not _told(record, field)
            assert not value or inferred or field in quoted, f"{field} of {record} has no evidence"


def _told(record: Meeting | MilitaryExercise, field: str) -> bool:
    """A visit without a place of its own is in the state visited; a day may be inferred."""
    if field == "when":
        return record.when is not None and record.when.basis != "inferred"
    return not (isinstance(record, Meeting) and record.kind == "visit")


@given(reports())
def test_an_unrelated_paragraph_in_front_only_shifts_spans(text: str) -> None:
    front = "Rain fell on the hills all night and the river rose.\n\n"
    plain = shapes(read("Rain fell.\n\n" + text), len("Rain fell.\n\n"))
    assert plain == shapes(read(front + text), len(front))


@given(reports())
def test_curly_and_straight_quotes_give_the_same_records(text: str) -> None:
    straight = 'A "frank" exchange followed. ' + text
    curly = "A “frank” exchange followed. " + text.replace("'", "’")
    assert shapes(read(straight), 0) == shapes(read(curly), 0)


def shapes(document: Document, offset: int) -> list[object]:
    """Records without ids and article, their spans counted from ``offset``."""
    made: list[object] = []
    ids = [record.id for record in found(document)]
    for record in found(document):
        evidence = tuple(
            (e.field, e.span.start - offset, e.span.end - offset) for e in record.evidence
        )
        bare: Meeting | MilitaryExercise = attrs.evolve(record, id="", article="", evidence=())
        if isinstance(bare, Meeting) and bare.part_of:
            bare = attrs.evolve(bare, part_of=str(ids.index(bare.part_of)))
        made.append((bare, evidence))
    return made


@pytest.mark.parametrize("name", EVENTS)
@given(data=st.data())
def test_normalise_is_idempotent_and_never_widens(name: str, data: st.DataObject) -> None:
    record = data.draw(getattr(strategies, name)())
    once = EVENTS[name].normalise(record)
    assert EVENTS[name].normalise(once) == once
    assert set(once.evidence) <= set(record.evidence)
    assert set(once.participants) <= set(record.participants)
    assert record.when is None or once.when is None or record.when.contains(once.when)


@pytest.mark.parametrize("name", EVENTS)
@given(data=st.data())
def test_deduplicate_keeps_all_evidence_and_knows_no_order(name: str, data: st.DataObject) -> None:
    text = data.draw(st.lists(reports(), min_size=1, max_size=4))
    some = [r for t in text for r in EVENTS[name].detect(read(t))]
    merged = EVENTS[name].deduplicate(some)
    assert EVENTS[name].deduplicate(merged) == merged
    assert EVENTS[name].deduplicate(tuple(reversed(some))) == merged
    assert evidence_of(some) == evidence_of([r for m in merged for r in (m.reports or (m,))])


def evidence_of(some: list[Meeting] | list[MilitaryExercise]) -> set[tuple[str, Evidence]]:
    return {(record.article, evidence) for record in some for evidence in record.evidence}


def test_every_span_of_a_record_lies_in_its_article() -> None:
    text = "MOSCOW, May 14 (Example) - Peruvian President Ana Ruiz met Chilean officials in Lima."
    document = read(text)
    for record in found(document):
        assert all(Span(0, len(text)).contains(e.span) for e in record.evidence)
    assert Article("x", text).text[:6] == "MOSCOW"


@pytest.mark.parametrize(
    "piece",
    [
        "while visiting Ghana after meeting Kenya ",
        "The minister met the president of Chile, and ",
        "Ghana and Kenya will hold Exercise Oak Shield 2021. ",
        "The foreign ministers of Ghana, Kenya, ",
    ],
)
def test_detection_is_linear_in_the_length_of_the_text(piece: str) -> None:
    def work(count: int) -> Callable[[], object]:
        text = piece * count
        return lambda: [list(noun.detect(read(text))) for noun in EVENTS.values()]

    assert grows_linearly(work, 100)


@pytest.mark.parametrize(
    "piece",
    [
        "The Maltese delegation met Kenya's President {}. A Maltese delegation led by {} left. ",
        "the drills span {} Bay and {} Province, ",
        "Ghana's President {} met Kenya's Prime Minister {} and ",
    ],
)
def test_detection_is_linear_in_the_number_of_different_events(piece: str) -> None:
    def work(count: int) -> Callable[[], object]:
        rng = random.Random(1)
        names = [
            "".join(rng.choice("bdfgklmnrst") + rng.choice("aeiou") for _ in range(4)).title()
            for _ in range(4 * count)
        ]
        told = (
            piece.replace("{}", "{} {}").format(*names[n : n + 4]) for n in range(0, 4 * count, 4)
        )
        text = "Ghana and Kenya held a joint naval drill. " + "".join(told)
        return lambda: [list(noun.detect(read(text))) for noun in EVENTS.values()]

    assert grows_linearly(work, 150)


def test_a_list_of_states_is_read_once_however_long() -> None:
    def seen(count: int) -> int:
        """How often the grouping asks whether something modifies a noun."""
        asked = 0

        def ask(atom: Unit) -> bool:
            nonlocal asked
            asked += 1
            return modifier(atom)

        document = read("Ana Ruiz will visit " + "Ghana, Kenya, " * count + "and Togo on Monday.")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(groups, "_modifier", ask)
            document.units(0)
        return asked

    modifier = groups._modifier
    assert 0 < seen(400) < 5 * seen(100)


def test_a_document_survives_copies_and_pickles_once_its_clauses_are_read() -> None:
    document = read("Norwegian Foreign Minister Ada Quill met Ivo Marsh of Peru in Lima on Monday.")
    talks = meetings.detect(document)
    assert talks
    copies = copy.copy(document), copy.deepcopy(document), pickle.loads(pickle.dumps(document))
    for twin in copies:
        assert document == twin
        assert talks == meetings.detect(twin)


def test_what_has_been_read_needs_no_garbage_collector() -> None:
    text = (
        "Norwegian Foreign Minister Ada Quill, who leads the talks, met Ivo Marsh of Peru in Lima. "
        "She will visit Fiji, invited by the prime minister, after the drills that Oman hosts."
    )
    for _ in range(2):  # tables and rules load in the first round
        gc.collect()
        document = read(text)
        assert meetings.detect(document)
        exercises.detect(document)
        del document
    assert gc.collect() == 0
