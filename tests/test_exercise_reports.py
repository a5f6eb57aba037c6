"""Exercises as agencies and ministries report them: who is in and who only looks on, series told by
their names alone, what is undecided, and where and when it is.
"""

from __future__ import annotations

import pytest
from tests.test_exercises import found as read
from tests.test_exercises import only, sides


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Latvian border guards are holding drills near Daugavpils.", {"LV"}),
        ("Two Peruvian strategic bombers flew an air patrol over the Pacific on Monday.", {"PE"}),
        ("NATO naval forces held an exercise off Bergen on Monday.", {"NATO"}),
        ("NATO's Cold Response exercise took place in Riga last week.", {"NATO"}),
        (
            "The Fijian, Tongan and Samoan coastguards began a naval drill off Suva on Monday.",
            {"FJ", "TO", "WS"},
        ),
        (
            "The Gulf state of Qatar is also participating in the naval drill of Oman and Kuwait.",
            {"QA", "OM", "KW"},
        ),
        (
            (
                "Peruvian bombers taking part in military exercises flew over the sea on Monday "
                "and were intercepted by Chilean fighters."
            ),
            {"PE"},
        ),
        (
            (
                "Peru is conducting a naval exercise in the Pacific. Patrol planes from Chile were "
                "keeping the manoeuvres under surveillance, an officer said."
            ),
            {"PE"},
        ),
        (
            "Peru's navy began exercises in the Pacific on Monday, on the eve of talks with Chile.",
            {"PE"},
        ),
        (
            "Ghana began a naval exercise off Tema on Monday after Togo sent a frigate there.",
            {"GH"},
        ),
        ("Kenya is hosting four other ex-British states for a military drill.", {"KE"}),
        ("Warships from Peru and Chile trained off Callao on Monday.", {"PE", "CL"}),
        ("Peru's navy trained for three days with its Chilean counterpart off Ilo.", {"PE", "CL"}),
        (
            "As ties grow closer, warships of Peru and Chile held a drill off Ilo on Monday.",
            {"PE", "CL"},
        ),
        ("The king of Jordan has guided artillery firing drills of front-line units.", {"JO"}),
        (
            (
                "The military exercise began on May 10. Forces from three states (Chad, Togo and "
                "Mali) take part in the exercise."
            ),
            {"TD", "TG", "ML"},
        ),
        ("Togolese warships took part on Monday in one of the biggest naval exercises.", {"TG"}),
    ],
)
def test_those_who_take_part(text: str, codes: set[str]) -> None:
    assert sides(only(text)) == codes


def test_an_exercise_of_those_who_save_needs_forces() -> None:
    assert read("Rescue teams of CSTO states held the Cold Spring exercise in Almaty.") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sea Breeze has been postponed, Ukraine's navy said.", "Sea Breeze"),
        ("Chilean frigates joined Teamwork South off Valparaiso on Monday.", "Teamwork South"),
        (
            (
                "Some 300 Fijian marines stormed a beach in Tonga on Monday as part of Pacific "
                "Lance 2024. The exercise began on Friday."
            ),
            "Pacific Lance 2024",
        ),
        (
            "Peru's navy held live-fire exercises off Callao on Monday under the name Grey Tide.",
            "Grey Tide",
        ),
    ],
)
def test_a_series_told_by_its_name(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian and Chilean ships exercised off Callao on Monday with a Kestrel patrol aircraft.",
        "The navies of Fiji and Tonga held a Joint Cooperative Activity off Suva on Monday.",
    ],
)
def test_no_name_in_a_type_or_kind(text: str) -> None:
    assert only(text).name is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru and Chile may decide whether to go ahead with military drills in June.", "possible"),
        ("On Monday the king of Jordan watched a planned exercise of the army.", "held"),
        ("A military exercise of Ghana and Togo is ongoing in Kara.", "ongoing"),
        ("Peru's army fired howitzers near Tacna on Monday, the third such drill.", "held"),
    ],
)
def test_how_it_stands(text: str, status: str) -> None:
    assert only(text).status == status


def test_when_a_series_began_is_no_edition() -> None:
    assert read("The naval exercise was launched in 2003 by Peru with Chile.") == ()
    assert read("Dawn Shield began in 1996 as a military drill of Peru and Chile.") == ()


def test_the_exercise_of_another_year() -> None:
    now, before = read(
        "Peru and Chile will hold the naval exercise Dawn Shield in June. The exercise was "
        "conducted off Guam in 2018."
    )
    assert now.when is not None
    assert before.when is not None
    assert (now.when.edtf, before.when.edtf) == ("2024-06", "2018")
    assert sides(before) == {"PE", "CL"}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (
            (
                "A military exercise of Peru and Chile opened near Tacna on Monday. The exercise "
                "is scheduled to take place from May 13 to May 24."
            ),
            "2024-05-13/2024-05-24",
        ),
        (
            "The Ghanaian army hosted a joint military exercise with Togo May 2 to 9 near Kara.",
            "2024-05-02/2024-05-09",
        ),
    ],
)
def test_all_its_days(text: str, edtf: str) -> None:
    when = only(text).when
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Oman's navy began a drill off the busy Strait of Hormuz.", {"Strait of Hormuz"}),
        ("Ghana and Togo are hosting a naval drill this week.", {"Ghana", "Togo"}),
        ("A military exercise of Ghana and Togo is ongoing in Benin.", {"Benin"}),
        (
            "Some 300 Peruvian soldiers participated in Dawn Shield IV, a military exercise.",
            set(),
        ),
    ],
)
def test_where_it_is(text: str, places: set[str]) -> None:
    assert {p.name for p in only(text).places} == places
