"""When, where and with whom an exercise is held, where other sentences than its own tell it."""

from __future__ import annotations

from datetime import date

import pytest

from diplotext import articles, exercises
from diplotext.models import MilitaryExercise
from diplotext.reading.document import annotate

PUBLISHED = date(2023, 6, 15)  # a Thursday


def only(text: str) -> MilitaryExercise:
    records = exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    assert len(records) == 1, [(r.name, r.participants) for r in records]
    return records[0]


def sides(record: MilitaryExercise) -> set[str]:
    return {
        p.actor.country or p.actor.organisation or ""
        for p in record.participants
        if p.capacity != "observer"
    }


@pytest.mark.parametrize(
    ("text", "when", "status"),
    [
        (
            (
                "Exercise Dawn Shield, which opened on Tuesday and is to end on June 22, "
                "involves Peru and Chile."
            ),
            "2023-06-13/2023-06-22",
            "ongoing",
        ),
        (
            (
                "A focus of this year's Exercise Dawn Shield, which started on Jun 1 at "
                "Callao Air Base and concludes tomorrow, is disaster relief. It involves "
                "troops from Peru and Chile."
            ),
            "2023-06-01/2023-06-16",
            "ongoing",
        ),
        (
            (
                "Peru's navy opened a naval drill with Chile on Monday.\n\nThe two ministers "
                "spoke of peace.\n\nThe end is set for June 22."
            ),
            "2023-06-12/2023-06-22",
            "ongoing",
        ),
        (
            (
                "Soldiers from Peru and Chile have been taking part in the air exercise Blue "
                "Andes since 5 June and will do so until 23 June."
            ),
            "2023-06-05/2023-06-23",
            "ongoing",
        ),
        (
            (
                "Three days of naval drills ended on the Peruvian island of San Lorenzo on "
                "Wednesday, the navy of Peru said."
            ),
            "2023-06-12/2023-06-14",
            "held",
        ),
        (
            "Peru and Chile began a naval exercise on Monday. This year's edition ends on June 19.",
            "2023-06-12/2023-06-19",
            "ongoing",
        ),
        (
            (
                "Peru and Chile will hold the military exercise Dawn Shield 2023 this summer."
                " From mid-July to early August they are to train at sea and on land."
            ),
            "2023-07-11/2023-08-10",
            "planned",
        ),
        (  # another time in another clause
            (
                "The military exercise Dawn Shield of Peru and Chile, to be held in July, was"
                " prepared long before Kenya went to war last week."
            ),
            "2023-07",
            "planned",
        ),
    ],
)
def test_first_and_last_day_come_from_different_verbs(text: str, when: str, status: str) -> None:
    record = only(text)
    assert record.when is not None
    assert when == record.when.edtf
    assert status == record.status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Peru and Chile began a naval exercise on Monday. Off Callao, Peruvian "
                "frigates simulated a blockade."
            ),
            ["Callao"],
        ),
        (  # the forces of others, and what a navy does every day
            (
                "Peru and Chile began a naval exercise off Callao on Monday. Kenyan marines "
                "fired at pirates in Mombasa. The Peruvian navy trains its crews at a "
                "school in Lima."
            ),
            ["Callao"],
        ),
        (
            (
                "Kenya and Uganda began a military exercise on Monday in Buikwe, Jinja and "
                "Mayuge districts."
            ),
            ["Buikwe", "Jinja", "Mayuge"],
        ),
        (
            "Peru and Chile opened their largest naval exercise to date off the port of Callao.",
            ["Callao"],
        ),
        (
            (
                "Soldiers from Peru and Chile began an exercise in the northeastern Argentine"
                " province of Corrientes."
            ),
            ["Corrientes", "Argentina"],
        ),
        (
            (
                "NAKURU, Kenya, June 13 (XYZ) - Soldiers from Peru and Chile began an "
                "exercise near Nakuru on Monday."
            ),
            ["Nakuru", "Kenya"],
        ),
    ],
)
def test_places_where_forces_are_at_work(text: str, expected: list[str]) -> None:
    assert expected == [p.name for p in only(text).places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The military exercise Dawn Shield of Norway began on Monday. Russia was "
                "invited to send observers but declined. Finland and Sweden, two neighbours, "
                "will send companies. The United States and Britain will each bring a carrier."
            ),
            {"NO", "FI", "SE", "US", "GB"},
        ),
        (
            (
                "The military exercise Blue Andes started in Peru on Monday. For the first "
                "time, sailors from Denmark and Canada have come along."
            ),
            {"DK", "CA"},
        ),
        (
            (
                "Namibia's air exercise Blue Andes opened on Monday. Air forces, air wings "
                "and air arms from Angola, Botswana and the host, Namibia, are taking part. "
                "Lesotho has sent observers only."
            ),
            {"AO", "BW", "NA"},
        ),
        (
            (
                "Peru opened a naval exercise off Callao with Chile on Monday. The drills "
                "follow a cooling of relations between Chile and Bolivia."
            ),
            {"PE", "CL"},
        ),
        (
            (
                "Peru scrambled jets on Tuesday to watch Kenyan and Ugandan air forces as "
                "they carried out a joint patrol."
            ),
            {"KE", "UG"},
        ),
    ],
)
def test_who_has_come(text: str, expected: set[str]) -> None:
    assert expected == sides(only(text))


def test_no_officer_is_the_name_of_an_exercise() -> None:
    record = only(
        'Peru and Chile began a naval exercise on Monday. "It\'s a defensive exercise," General '
        "Ruiz Odria, who is in charge of it, said."
    )
    assert record.name is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A naval exercise of Peru with Chile was not carried out, the navy said.", "cancelled"),
        ("Dawn Shield, a naval exercise of Peru and Chile, will not go ahead.", "cancelled"),
        ("Peru and Chile have done without the naval exercise Dawn Shield.", "cancelled"),
        (
            "It is unclear whether the naval exercise of Peru and Chile would be held.",
            "possible",
        ),
        ("Peru and Chile will hold a naval exercise in July.", "planned"),
    ],
)
def test_roundabout_ways_of_calling_off(text: str, status: str) -> None:
    assert status == only(text).status


def test_phases_of_one_exercise_are_one_stretch() -> None:
    record = only(
        "The first phase of the naval exercise Dawn Shield, to be held by Peru and Chile off "
        "Callao from July 3 to 6, was announced on Monday. The second phase will take place in "
        "the Arabian Sea from July 17 to 20."
    )
    assert record.when is not None
    assert record.when.edtf == "2023-07-03/2023-07-20"


def test_two_names_of_one_exercise() -> None:
    record = only(
        "Peruvian and Chilean marines landed in the Andean Landing Exercise, or Exercise Andlex "
        "33, on Monday."
    )
    assert record.name == "Andlex 33"


def test_both_states_that_run_a_series() -> None:
    record = only(
        "The US command has cancelled Exercise Balikatan, the military drill of this May, it told "
        "the government of the Philippines."
    )
    assert sides(record) == {"US", "PH"}
