"""Wrong use is refused at once: the message names the value at fault and the cure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import attrs
import pytest

from diplotext import (
    Article,
    Corpus,
    DataError,
    DateRange,
    InputError,
    Meeting,
    MilitaryExercise,
    actors,
    annotate,
    articles,
    dates,
    exercises,
    explain,
    io,
    lexicon,
    meetings,
    mine,
    register,
    why_not,
)
from diplotext.corpus import compare, conflicts, merge

TEXT = "Norwegian Foreign Minister Ada Quill arrived in Lima on Monday."
ARTICLE = articles.detect(TEXT, published="2021-05-03")
DAY = date(2021, 5, 3)
DRILL = MilitaryExercise("x", None, ())

CASES: dict[str, tuple[Callable[[], object], type[Exception], str]] = {
    "bytes for a text": (lambda: articles.detect(b"x"), TypeError, "a str, not bytes"),
    "a number for an id": (lambda: articles.detect("x", id=5), TypeError, "id is 5"),
    "no day": (lambda: articles.detect("x", published="May 3"), InputError, "published 'May 3'"),
    "no bound": (lambda: articles.detect("x", not_after=2021), InputError, "not_after 2021"),
    "a text for an article": (lambda: annotate(TEXT), TypeError, "articles.detect"),
    "a file for a register": (
        lambda: annotate(ARTICLE, register="mine.tsv"), TypeError, "'mine.tsv'.*register.load",
    ),
    "parts of another text": (
        lambda: annotate(attrs.evolve(ARTICLE, text="x")), InputError, "beyond its text",
    ),
    "an unread article": (lambda: meetings.detect(ARTICLE), TypeError, r"annotate\(article\)"),
    "an unread text": (lambda: exercises.detect(TEXT), TypeError, r"annotate\(articles"),
    "actors of an article": (lambda: actors.detect(ARTICLE), TypeError, r"annotate\(article\)"),
    "persons of an article": (lambda: actors.persons(ARTICLE), TypeError, r"annotate\(article\)"),
    "an exercise for a meeting": (
        lambda: meetings.normalise(DRILL), TypeError, "expected Meeting, not MilitaryExercise",
    ),
    "a drill among meetings": (lambda: meetings.deduplicate([DRILL]), TypeError, "Meeting, not"),
    "texts for records": (lambda: exercises.deduplicate([TEXT]), TypeError, "Exercise, not str"),
    "texts for articles": (lambda: articles.deduplicate([TEXT]), TypeError, "Article, not str"),
    "a name for an actor": (lambda: actors.deduplicate(["Quill"]), TypeError, "Actor, not str"),
    "documents": (lambda: meetings.detect([ARTICLE]), TypeError, "a Document, not list"),
    "a day in bytes": (lambda: dates.detect("x", b"2021"), InputError, "published b'2021'"),
    "articles to merge": (lambda: merge([ARTICLE]), TypeError, "expected Corpus, not Article"),
    "two kinds compared": (
        lambda: compare(DRILL, Meeting("m", "talks", ())), TypeError, "MilitaryExercise, not",
    ),
    "conflicts of a corpus": (lambda: conflicts(Corpus()), TypeError, "Meeting or Mil.* Corpus"),
    "one text to mine": (lambda: mine(TEXT), TypeError, r"mine\(\[article\]\)"),
    "one article to mine": (lambda: mine(ARTICLE), TypeError, r"mine\(\[article\]\)"),
    "one corpus to merge": (lambda: merge(Corpus()), TypeError, r"merge\(\[one, other\]\)"),
    "a text to explain": (lambda: explain(TEXT), TypeError, "articles.detect"),
    "no sentence": (lambda: why_not(ARTICLE), TypeError, "a sentence, a str, not Article"),
    "no EDTF": (lambda: dates.from_edtf(2023), TypeError, "2023"),
    "no dates": (lambda: DateRange("2021-05-03", DAY), TypeError, "'2021-05-03'"),
    "a time of day": (lambda: DateRange.day(datetime(2021, 5, 3, 7)), TypeError, "datetime"),
    "no basis": (lambda: DateRange.day(DAY, "guessed"), ValueError, "guessed"),
    "no kind": (lambda: register.builtin().filter(kinds="people"), DataError, "people"),
    "no country": (
        lambda: register.builtin().filter(countries={"Atlantis"}), DataError, "Atlantis",
    ),
    "no day in office": (lambda: lexicon.who_held("king", "NO", "now"), InputError, "day 'now'"),
    "no office": (lambda: lexicon.who_held(None, "NO", DAY), TypeError, "expected str, not None"),
    "no name": (lambda: actors.same_name("Ada Quill", 3), TypeError, "expected str, not int"),
    "no phrase": (lambda: actors.side_of(ARTICLE), TypeError, "expected str, not Article"),
    "no text for dates": (lambda: dates.detect(ARTICLE), TypeError, "expected str, not Article"),
    "no range": (lambda: dates.to_edtf("2021"), TypeError, "expected DateRange, not str"),
    "a folder to read_files": (lambda: list(io.read_files("seeds")), TypeError, "find_files"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_wrong_use_is_named_with_its_cure(case: str) -> None:
    call, kind, told = CASES[case]
    with pytest.raises(kind, match=told):
        call()


def test_a_day_may_be_a_date_a_moment_or_its_iso_text() -> None:
    for given in (DAY, datetime(2021, 5, 3, 23, 59), "2021-05-03", " 2021-05-03T10:00 "):
        assert articles.detect(TEXT, published=given).published == DAY
        (monday,) = dates.detect("on Monday", published=given)
        assert DateRange.day(DAY, "relative") == monday.value
        assert why_not("They met on Monday.", published=given)
        held = lexicon.who_held("foreign minister", "NO", given)
        assert held == register.builtin().who_held("foreign minister", "Norway", given)
        assert held


def test_an_article_made_by_hand_is_body_from_end_to_end() -> None:
    by_hand = annotate(Article("a", TEXT, published=DAY))
    assert meetings.detect(annotate(attrs.evolve(ARTICLE, id="a"))) == meetings.detect(by_hand)


def test_filters_take_one_or_several() -> None:
    known = register.builtin()
    assert known.filter(kinds={"person"}, countries={"NO"}) == known.filter(
        kinds="person", countries="Norway"
    )
