"""How far an exercise has got by the verbs of its course, who has it held, and on which days."""

from __future__ import annotations

from datetime import date

import pytest

from diplotext import articles, exercises
from diplotext.models import MilitaryExercise
from diplotext.reading.document import annotate

PUBLISHED = date(2024, 3, 12)  # a Tuesday


def found(text: str, published: date | None = PUBLISHED) -> list[MilitaryExercise]:
    return list(exercises.detect(annotate(articles.detect(text, published=published))))


def told(record: MilitaryExercise) -> tuple[str | None, str]:
    return (record.when.edtf if record.when is not None else None, record.status)


@pytest.mark.parametrize(
    ("text", "when", "status"),
    [
        (
            "China announced live-fire drills in the Taiwan Strait from Thursday to Saturday.",
            "2024-03-14/2024-03-16",
            "planned",
        ),
        (
            (
                "Omani navy ships will train with Kenya in the exercise Dawn Wave from Monday "
                "until April 2."
            ),
            "2024-03-18/2024-04-02",
            "planned",
        ),
        (
            (
                "Warships of Peru and Chile are set to begin a three-day naval exercise off "
                "Callao on Tuesday."
            ),
            "2024-03-12/2024-03-14",
            "planned",
        ),
        (
            (
                "Russian President Vladimir Putin on Monday ordered a snap check of the combat "
                "readiness of the forces in the west."
            ),
            "2024-03-11",
            "ongoing",
        ),
        (
            (
                "The Omani and Kenyan navies began a joint exercise off Salalah on Monday, with "
                "more ships than a year ago. It runs until March 20."
            ),
            "2024-03-11/2024-03-20",
            "ongoing",
        ),
        (
            "The curtain fell on Saturday on the Dawn Shield military exercise of Oman and Kenya.",
            "2024-03-09",
            "held",
        ),
        (
            "Last month saw a joint naval exercise of Oman and Kenya off Salalah.",
            "2024-02",
            "held",
        ),
        (
            (
                "Ships from six states gathered off Salalah on Friday as Oman opened a five-day "
                "naval exercise."
            ),
            "2024-03-08/2024-03-12",
            "ongoing",
        ),
        (
            "The joint military drills of Oman and Kenya entered their second phase on Monday.",
            None,
            "ongoing",
        ),
    ],
)
def test_days_and_status(text: str, when: str | None, status: str) -> None:
    assert [told(r) for r in found(text)] == [(when, status)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru's maritime authority announced naval drills off Callao for April.", {"PE"}),
        ("The Omani navy announced a joint exercise with Kenya off Salalah.", {"OM", "KE"}),
        ("The Peruvian military announced exercises by Chilean warships near Arica.", {"CL"}),
    ],
)
def test_who_announces_a_drill_holds_it_unless_others_do(text: str, who: set[str]) -> None:
    (record,) = found(text)
    assert {p.actor.country for p in record.participants} == who


def test_a_conference_on_the_sidelines_has_its_own_days() -> None:
    (record,) = found(
        "Warships of Oman and Kenya opened the exercise Dawn Wave on Monday and will close it on "
        "Friday. A maritime conference will be held from March 13 to 14 on the sidelines of the "
        "exercise."
    )
    assert told(record) == ("2024-03-11/2024-03-15", "ongoing")


def test_a_drill_of_its_own_is_another_one() -> None:
    records = found(
        "Kenya's army finished a live-fire exercise near Isiolo on Friday; the navy, which answers "
        "to another command, wrapped up drills of its own off Lamu last month."
    )
    assert [(r.places[0].name, r.status) for r in records] == [("Isiolo", "held"), ("Lamu", "held")]


def test_a_year_in_the_name_keeps_editions_apart() -> None:
    records = found(
        "The Omani army invites Kenya to the military exercise Dawn Shield 2024.\n\nOmani troops "
        "trained with Kenyan soldiers in the exercise Dawn Shield near Salalah in May 2019."
    )
    assert [r.when.edtf for r in records if r.when is not None] == ["2024", "2019-05"]


def test_what_has_opened_goes_on_where_no_day_of_the_report_is_known() -> None:
    (record,) = found(
        "Officers of Oman and Kenya are in Salalah for the exercise Dawn Shield. It opened "
        "on 4 March 2024 and goes on until 14 March.",
        None,
    )
    assert told(record) == ("2024-03-04/2024-03-14", "ongoing")


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (
            (
                "The military exercise Dawn Shield of Oman and Kenya begins on Monday. The 2021 "
                "edition was called off."
            ),
            [("2024-03-18", "planned"), ("2021", "cancelled")],
        ),
        (
            (
                "Seoul had to explain the cancellation of Dawn Ward, a military exercise of "
                "Oman and Kenya which was due in May."
            ),
            [("2024-05", "cancelled")],
        ),
        (
            (
                "The chiefs of staff of Oman and Kenya on Monday watched the last day of the "
                "six-day military exercise Dawn Shield near Salalah."
            ),
            [("2024-03-06/2024-03-11", "held")],
        ),
        (
            (
                "Omani and Kenyan frigates are to set out on Monday for an exercise of two days in "
                "the Arabian Sea."
            ),
            [("2024-03-18/2024-03-19", "planned")],
        ),
        (
            (
                "More than 1,200 soldiers of the Omani army have started field exercises near "
                "Salalah. The drills last until March 20."
            ),
            [("2024-03-12/2024-03-20", "ongoing")],
        ),
        (
            (
                "In an exercise that has engaged 3,000 Omani soldiers since March 4 and is "
                "due to end on Friday, tanks fired live rounds."
            ),
            [("2024-03-04/2024-03-15", "ongoing")],
        ),
        (
            (
                "Omani and Kenyan soldiers began the drill Dawn Shield on Monday in answer to this "
                "winter's raids."
            ),
            [("2024-03-11", "ongoing")],
        ),
    ],
)
def test_days_and_status_of_each(text: str, records: list[tuple[str, str]]) -> None:
    assert [told(r) for r in found(text)] == records


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya and Oman will hold the military exercise Baltic Lance near Lamu.", "Baltic Lance"),
        ("Kenya and Oman closed the six-day Nile Wardens military exercise.", "Nile Wardens"),
        ("The navy of Oman closed Inner View, a war game with Kenya, on Monday.", "Inner View"),
    ],
)
def test_a_sea_or_land_may_open_a_name(text: str, name: str) -> None:
    assert [r.name for r in found(text)] == [name]


def test_an_agency_after_place_and_day_need_not_be_known() -> None:
    (record,) = found(
        "Kenya to host drill\n\nMOMBASA, Mar 12 (KQ) - Some 900 troops from Kenya and Oman will "
        "take part in the exercise Dawn Shield next September, the army said on Monday."
    )
    assert record.when is not None
    assert record.when.edtf == "2024-09"


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (
            (
                "Omani missile troops are holding a command exercise until Friday. A similar "
                "exercise was held near Nizwa in October."
            ),
            [(None, "2024-03-12/2024-03-15", "ongoing"), (None, "2023-10", "held")],
        ),
        (
            (
                "Oman's army has put off a large tank exercise near Nizwa that was to start in "
                "March. A smaller one may be staged in May."
            ),
            [(None, "2024-03", "cancelled"), (None, "2024-05", "possible")],
        ),
        (
            (
                "Dawn Shield, a military exercise of Oman and Kenya, ends on Friday. The 2020 "
                "edition fell victim to the virus."
            ),
            [
                ("Dawn Shield", "2024-03-12/2024-03-15", "ongoing"),
                ("Dawn Shield", "2020", "cancelled"),
            ],
        ),
        (
            (
                'The Omani and Kenyan air forces are to hold a drill next week. "Blue Wing 2" '
                "begins on Monday and lasts until March 29."
            ),
            [("Blue Wing 2", "2024-03-18/2024-03-29", "planned")],
        ),
        (
            (
                "Some 140 Kenyan gunners are home after training. They were part of Savanna Lance "
                "24, which the Omani army hosted from February 26 to March 8."
            ),
            [("Savanna Lance 24", "2024-02-26/2024-03-08", "held")],
        ),
        (
            "There is talk of an air exercise of Oman and Kenya in the autumn.",
            [(None, "2024-09-01/2024-11-30", "possible")],
        ),
        (
            (
                "President Ann Vella presided over a planned exercise of Malta's armed forces on "
                "Monday."
            ),
            [(None, "2024-03-11", "held")],
        ),
    ],
)
def test_exercises_told_beside_each_other(
    text: str, records: list[tuple[str | None, str, str]]
) -> None:
    assert [(r.name, *told(r)) for r in found(text)] == records
