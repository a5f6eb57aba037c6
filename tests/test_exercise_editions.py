"""Other editions of a drill, drills of so many countries, names behind an owner."""

from __future__ import annotations

from datetime import date

import pytest

from diplotext import articles, exercises
from diplotext.reading.document import annotate

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str) -> list[tuple[str | None, str, str | None, list[str]]]:
    return [
        (r.name, r.status, r.when.edtf if r.when else None, [p.name for p in r.places])
        for r in exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    ]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            (
                "Japan and Brunei will hold the Blue Tide exercise off Okinawa in June. The "
                "2019 one was held off Guam."
            ),
            ("Blue Tide", "held", "2019", ["Guam"]),
        ),
        (
            (
                "India and Kenya are holding the third edition of exercise Coast Shield in "
                "Mombasa. The second edition was held in Kochi in August 2022."
            ),
            ("Coast Shield", "held", "2022-08", ["Kochi"]),
        ),
        (
            (
                "India and Oman opened the naval exercise Eastern Bond in Muscat on Sunday. The "
                "drill was first staged in Goa in 2012."
            ),
            ("Eastern Bond", "held", "2012", ["Goa"]),
        ),
    ],
)
def test_another_edition_keeps_its_own_place_and_days(
    text: str, other: tuple[str | None, str, str | None, list[str]]
) -> None:
    found = read(text)
    assert len(found) == 2
    assert found[1] == other
    assert other[3][0] not in found[0][3]


@pytest.mark.parametrize(
    "text",
    [
        "Exercise Flaming Gate, involving 19 countries, opened in Kenya on Sunday.",
        (
            "Thirty nations are taking part in the Flaming Gate exercise, which began in Kenya on "
            "Sunday."
        ),
    ],
)
def test_a_named_exercise_of_so_many_countries_needs_no_sides(text: str) -> None:
    assert read(text) == [("Flaming Gate", "ongoing", "2024-05-12", ["Kenya"])]


def test_a_tsunami_exercise_of_so_many_countries_is_none() -> None:
    assert not read("The tsunami exercise Silver Wave, involving 19 countries, began on Sunday.")


def test_a_name_behind_its_owner_is_no_person() -> None:
    found = read("NATO's Frozen Lantern exercise began in northern Norway on Monday.")
    assert found == [("Frozen Lantern", "ongoing", "2024-05-13", ["northern Norway"])]


def test_a_day_gone_by_tells_more_than_a_headline() -> None:
    text = (
        "Peru joins Andean battle group\n\nPeruvian soldiers move up the hill during Exercise Dawn "
        "Shield near Tacna on April 11, 2024."
    )
    assert [status for _, status, _, _ in read(text)] == ["held"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "The Coast Shield Exercise 2024 of Oman and Kenya opened off Mombasa on "
                "Monday. The Coast Shield series of drills began as bilateral in 1995."
            ),
            [("Coast Shield", "ongoing", "2024-05-13", ["Mombasa"])],
        ),
        (
            (
                "Naval exercise Coast Shield 24 opened off Mombasa on Monday. Kenya's navy joined "
                "Coast Shield in 2011 and the 2024 edition sees Peru's navy come along."
            ),
            [("Coast Shield 24", "ongoing", "2024-05-13", ["Mombasa"])],
        ),
        (
            (
                "Naval exercise Coast Shield 24 opened off Mombasa on Monday. Peru's navy is back "
                "in it after 2009, when it first joined in the drill."
            ),
            [("Coast Shield 24", "ongoing", "2024-05-13", ["Mombasa"])],
        ),
        (
            (
                "The first phase of exercise Coast Shield 24, with ships of Oman and Kenya, is due "
                "to open off Mombasa tomorrow and goes on till 18th of this month. The second "
                "phase is planned in the Arabian Sea in late May."
            ),
            [("Coast Shield 24", "planned", "2024-05-16/2024-05-31", ["Mombasa", "Arabian Sea"])],
        ),
        (
            (
                "Coast Shield Exercise 2024: Navies Train in Three Stages\n\nThe first stage of "
                "exercise Coast Shield 24, by the navies of Oman and Kenya, will be held off "
                "Mombasa from May 20 to 24."
            ),
            [("Coast Shield 24", "planned", "2024-05-20/2024-05-24", ["Mombasa"])],
        ),
    ],
)
def test_the_history_of_a_series_is_no_edition(
    text: str, found: list[tuple[str | None, str, str | None, list[str]]]
) -> None:
    assert read(text) == found
