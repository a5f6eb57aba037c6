"""One exercise told beside another: before it, after it, with another number, in other years."""

from __future__ import annotations

from datetime import date

import pytest

from diplotext import articles, exercises
from diplotext.reading.document import annotate

PUBLISHED = date(2024, 3, 12)  # a Tuesday

OPENING = "Kenya and Uganda opened the exercise Maliza Sana at Eldoret on Monday. "
DRILL = "Kenyan troops began a drill at Isiolo on Monday. "


def read(text: str) -> list[tuple[str, str | None, list[str]]]:
    found = exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    return [(x.status, x.when.edtf if x.when else None, [p.name for p in x.places]) for x in found]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            OPENING + "The exercise was held off Mombasa in 2018 and off Lamu in 2019.",
            [("held", "2018", ["Mombasa"]), ("held", "2019", ["Lamu"])],
        ),
        (
            OPENING + "Earlier editions took place at Jinja in 2019 and Isiolo in 2021.",
            [("held", "2019", ["Jinja"]), ("held", "2021", ["Isiolo"])],
        ),
        (OPENING + "It was previously held in Rwanda.", []),
        (
            DRILL + "The drill follows a naval exercise held in January off Lamu.",
            [("held", "2024-01", ["Lamu"])],
        ),
        (
            DRILL + "The drill came days after Kenya and Oman held a naval exercise off Lamu.",
            [("held", None, ["Lamu"])],
        ),
    ],
)
def test_what_came_before_has_its_own_days_and_places(
    text: str, others: list[tuple[str, str | None, list[str]]]
) -> None:
    first, *rest = read(text)
    assert first[:2] == ("ongoing", "2024-03-11")
    assert first[2] in (["Eldoret"], ["Isiolo"])
    assert rest == others


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            (
                "Kenyan and Ugandan troops will hold a joint exercise at Jinja from April 5 to 12. "
                "Kenyan and Ugandan troops already held manoeuvres in Isiolo earlier this year."
            ),
            2,
        ),
        (
            (
                "The navies of Kenya and Oman have begun joint military exercises off Lamu. "
                "Kenya and Oman conducted similar exercises in January."
            ),
            2,
        ),
        (
            (
                "The 16th edition of the army exercise of Kenya and Uganda is under way at Jinja. "
                "The 15th edition of this exercise was organised in Eldoret."
            ),
            2,
        ),
        (
            (
                "The 16th edition of the army exercise of Kenya and Uganda is under way at Jinja. "
                "The 16th edition will end on Friday."
            ),
            1,
        ),
        ("Kenya's navy opened a drill off Lamu on Friday, the third drill within ten days.", 1),
    ],
)
def test_editions_and_times_tell_exercises_apart(text: str, number: int) -> None:
    assert len(read(text)) == number


def test_a_time_over_which_drills_are_counted_is_no_length() -> None:
    ((_, when, _),) = read(
        "Kenya's navy opened a drill off Lamu on Friday, the third drill in less than two weeks."
    )
    assert when == "2024-03-08"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kenya and Oman will hold an army drill. At the Pentagon, an officer confirmed it.", []),
        ("Kenya and Oman opened a naval drill at Lamu, 90 miles east of Uganda.", ["Lamu"]),
        ("Kenyan and Omani soldiers drilled in Uganda's northernmost main forest.", ["Uganda"]),
        ("Some 300 Omani soldiers will take part in Maliza, a drill with Kenyan forces.", []),
        ("Kenya and Oman drill off Lamu under a pact on cooperation in Defence Affairs.", ["Lamu"]),
    ],
)  # fmt: skip
def test_matters_words_and_distances_are_no_places(text: str, places: list[str]) -> None:
    ((_, _, found),) = read(text)
    assert found == places


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Exercise Flintlock 2023 took place in Ghana from May 1 to 5.", "2023-05-01/2023-05-05"),
        (
            (
                "Kenya's navy will hold its exercise Maliza Sana. "
                "The last edition of the exercise that started in 1953 was conducted in 2019."
            ),
            "2019",
        ),
        (
            (
                "Kenya's navy will hold a drill. The drill is to have a harbour phase "
                "from April 8 to April 10 and a sea phase from April 11 to April 14."
            ),
            "2024-04-08/2024-04-14",
        ),
    ],
)  # fmt: skip
def test_the_days_are_those_of_the_edition(text: str, when: str) -> None:
    assert read(text)[-1][1] == when
