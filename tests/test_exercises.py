"""Exercises: who trains with whom, where, when and under what name, on sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_text, news

from diplotext import articles, exercises
from diplotext.models import MilitaryExercise
from diplotext.reading.document import Document, annotate
from diplotext.rules import examples
from diplotext.rules.loading import load

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def found(text: str, published: date | None = PUBLISHED) -> tuple[MilitaryExercise, ...]:
    return exercises.detect(annotate(articles.detect(text, published=published)))


def only(text: str, published: date | None = PUBLISHED) -> MilitaryExercise:
    records = found(text, published)
    assert len(records) == 1, [(r.name, r.participants) for r in records]
    return records[0]


def sides(record: MilitaryExercise) -> set[str]:
    return {
        p.actor.country or p.actor.organisation or ""
        for p in record.participants
        if p.capacity != "observer"
    }


def test_every_example_is_read_as_marked() -> None:
    def fired(document: Document) -> list[str]:
        return [rule for record in exercises.detect(document) for rule in record.rules]

    assert list(examples.faults(load("exercises"), fired)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # lists in later sentences
        (
            (
                "A naval exercise began off Oman on Monday. Eleven countries are taking part. "
                "Among them are Kenya, India and France. The others include Brazil, Togo and Japan."
            ),
            {"KE", "IN", "FR", "BR", "TG", "JP"},
        ),
        (
            (
                "Soldiers from Ghana, Togo and Benin are in Accra for a military exercise. "
                "Contingents from Niger and Chad are also participating."
            ),
            {"GH", "TG", "BJ", "NE", "TD"},
        ),
        # the side is in the force, the ship or the host
        ("The Peruvian Navy and the Chilean Navy held a joint drill on Friday.", {"PE", "CL"}),
        (
            (
                "Australia's biggest air exercise, Copper Sky, starts on Thursday, "
                "with jets from Fiji and Japan."
            ),
            {"AU", "FJ", "JP"},
        ),
        (
            (
                "The frigates HMAS Yarrow and ROKS Danyang trained together in a naval exercise "
                "in the Coral Sea."
            ),
            {"AU", "KR"},
        ),
        # a leader's forces
        (
            "Kim Jong Un oversaw an artillery drill of the army on Monday, state media said.",
            {"KP"},
        ),
        # members of a group
        (
            (
                "The defence ministers of Kenya and Uganda met on Monday. "
                "The two countries will hold a military exercise in June."
            ),
            {"KE", "UG"},
        ),
        # those who stay away or look on
        (
            (
                "Kenya and Uganda began a military exercise on Monday. "
                "Observers from Egypt and Sudan are present."
            ),
            {"KE", "UG"},
        ),
        (
            (
                "Kenya and Uganda began a military exercise on Monday. "
                "Rwanda has refused to take part in the drills."
            ),
            {"KE", "UG"},
        ),
        # the enemy of the scenario
        (
            "Taiwan's army held a live-fire drill on Tuesday against a simulated Chinese attack.",
            {"TW"},
        ),
    ],
)
def test_participants(text: str, expected: set[str]) -> None:
    assert sides(only(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway and Sweden are holding a naval drill in the Barents and Norwegian seas.",
            ["Barents Sea", "Norwegian Sea"],
        ),
        (
            (
                "Chile and Peru began a military exercise on Monday at Cerro Alto Training Range, "
                "in northern Chile."
            ),
            ["Cerro Alto Training Range", "northern Chile"],
        ),
        ("Turkey held an air exercise in the Turkish city of Konya.", ["Konya", "Turkey"]),
        (
            "Egypt and Jordan held a military drill near Aqaba, the minister said in Paris.",
            ["Aqaba"],
        ),
        (
            (
                "The naval drill by Spain and Italy, previously held in the Black Sea, "
                "will take place in the Aegean Sea."
            ),
            ["Aegean Sea"],
        ),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert [p.name for p in only(text).places] == expected


@pytest.mark.parametrize(
    ("text", "when", "status"),
    [
        (
            "Ghana and Togo will hold a military exercise from June 3 to June 9.",
            "2024-06-03/2024-06-09",
            "planned",
        ),
        (
            "Ghana and Togo began a military exercise on Monday. It will run until May 20.",
            "2024-05-13/2024-05-20",
            "ongoing",
        ),
        (
            "Ghana and Togo start a military exercise on May 20. The drill will last ten days.",
            "2024-05-20/2024-05-29",
            "planned",
        ),
        (
            "The five-day military exercise of Ghana and Togo ended on Friday.",
            "2024-05-06/2024-05-10",
            "held",
        ),
        ("Ghana and Togo held a military exercise last month.", "2024-04", "held"),
        (
            "Ghana cancelled a military exercise with Togo in July.",
            "2024-07",
            "cancelled",
        ),
        (
            "A drill of the navies of Ghana and Togo was to have taken place in Lomé in June.",
            "2024-06",
            "cancelled",
        ),
        ("Ghana may hold a military exercise with Togo.", None, "possible"),
        (
            "Troops of Ghana and Togo are taking part in Exercise Green Harvest 2024.",
            "2024",
            "ongoing",
        ),
        # the day of the telling is not the day of the drill
        (
            "Ghana and Togo will hold a military exercise next month, a statement said on Monday.",
            "2024-06",
            "planned",
        ),
        # what it is designed for says nothing of when
        (
            "Ghana and Togo launched a military exercise on Tuesday that is aimed at piracy.",
            "2024-05-14",
            "ongoing",
        ),
    ],
)
def test_days_and_status(text: str, when: str | None, status: str) -> None:
    record = only(text)
    assert (record.when.edtf if record.when else None, record.status) == (when, status)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya and Uganda began a military exercise dubbed Savanna Thunder.", "Savanna Thunder"),
        ("Kenya and Uganda began Exercise Savanna Thunder 24 on Monday.", "Savanna Thunder 24"),
        (
            "The drill of Kenyan and Ugandan forces entitled “Savanna-2024” ended on Monday.",
            "Savanna-2024",
        ),
        (
            (
                "Kenya hosted Savanna Thunder 2024, the largest naval exercise of the region, "
                "with Uganda on Monday."
            ),
            "Savanna Thunder 2024",
        ),
        ("Kenyan P-8 maritime patrol aircraft joined a naval exercise with Uganda.", None),
        ("Kenya and Uganda held a live-fire exercise October 3-4.", None),
    ],
)
def test_names(text: str, name: str | None) -> None:
    record = only(text)
    assert (record.name or "").removeprefix("Exercise ") == (name or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navies of Fiji and Tonga held a drill with infantry ashore.", {"naval", "land"}),
        ("Fighter jets of Spain and Italy began an air exercise on Monday.", {"air"}),
        ("Spain and Italy held a military exercise in the Alboran Sea.", {"naval"}),
        # the enemy's missiles are no domain of the drill
        (
            (
                "Spain and Italy held a naval drill on Monday. Critics said that last year the "
                "neighbour had fired missiles at ports, towns and oil wells of the region."
            ),
            {"naval"},
        ),
    ],
)
def test_domains(text: str, expected: set[str]) -> None:
    assert set(only(text).domains) == expected


def test_another_edition_is_a_record_of_its_own() -> None:
    records = found(
        "Peru and Chile will hold a naval exercise in June off Callao. "
        "They held a first naval exercise in 2019."
    )
    assert [(sides(r), r.status) for r in records] == [
        ({"PE", "CL"}, "planned"),
        ({"PE", "CL"}, "held"),
    ]


@pytest.mark.parametrize(
    ("told", "when", "places"),
    [
        ("Last year's edition took place in Lome.", "2023", ["Lome"]),
        ("The previous one was held off Tema in March 2022.", "2022-03", ["Tema"]),
        ("The first was held in 2019 off Lome.", "2019", ["Lome"]),
        ("It is the third such drill, the last one having been held on May 2.", "2024-05-02", []),
    ],
)
def test_other_editions_are_told_without_name_and_sides(
    told: str, when: str, places: list[str]
) -> None:
    first, other = found(
        "The navies of Ghana and Togo began the exercise Blue Gate 2024 off Accra on Monday. "
        f"{told}"
    )
    assert "2024-05-13" == (first.when.edtf if first.when else None)
    assert ("Blue Gate", {"GH", "TG"}) == (other.name, sides(other))
    assert when == (other.when.edtf if other.when else None)
    assert places == [p.name for p in other.places]


def test_this_edition_is_no_other_one() -> None:
    record = only(
        "Ghana and Togo began the naval exercise Blue Gate on Monday. "
        "This year's edition brings together 300 sailors."
    )
    assert "2024-05-13" == (record.when.edtf if record.when else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PRETORIA, May 14 -- The army held a live-fire drill near Durban on Tuesday.", {"ZA"}),
        ("Peru fired torpedoes. Chile responded with a live-fire drill on Monday.", {"CL"}),
        (
            (
                "On Monday Peru and Chile rehearsed a landing in the military exercise Kelp Gate, "
                "which was watched by officers from Fiji."
            ),
            {"PE", "CL"},
        ),
        ("The Indo-Nepal joint army exercise began on Monday.", {"IN", "NP"}),
        ("A naval exercise was conducted between Fiji and Tonga on Monday.", {"FJ", "TO"}),
    ],
)
def test_whose_exercise_it_is(text: str, expected: set[str]) -> None:
    assert expected == sides(only(text))


def test_a_drill_told_beside_another_is_one_of_its_own() -> None:
    planned, held = found(
        "Oman will stage naval drills in the Arabian Sea in June, "
        "just a week after the country had completed nine days of army drills."
    )
    assert ("planned", "held") == (planned.status, held.status)


def test_exercises_of_other_sides_stay_apart() -> None:
    records = found(
        "Peru and Chile began a naval exercise on Monday. Meanwhile, Kenya and Uganda will hold a "
        "joint air exercise in June. The air drill will be the first of its kind."
    )
    assert [sides(r) for r in records] == [{"PE", "CL"}, {"KE", "UG"}]


def test_what_points_back_joins() -> None:
    record = only(
        "Peru and Chile began a naval exercise on Monday.\n\nThe drills are taking place off "
        "Callao.\n\nThe exercise will end on May 17, the navy said."
    )
    assert [p.name for p in record.places] == ["Callao"]
    assert record.when is not None
    assert record.when.edtf == "2024-05-13/2024-05-17"


@pytest.mark.parametrize(
    "text",
    [
        "Pupils in Oslo held a fire drill on Monday with the army's brass band.",
        "The army in Kano began a screening exercise for recruits on Monday.",
        "Norway's state company will drill for oil off the coast of Tanzania.",
        "Doctors in Chile say that soldiers need daily exercise.",
        "Sweden urged the army of Mali to show restraint in the exercise of power.",
        "Russian forces fired missiles at a base in Ukraine on Monday, the military said.",
        "Troops of France and India marched in the parade in Paris.",
        "The two ministers discussed military exercises, Kenya's defence ministry said.",
        "Kenya and Uganda have held military exercises every year since 2003.",
        "The deployment helps exercise Norway's air base at Bodø as a location for bombers.",
    ],
)
def test_no_exercise(text: str) -> None:
    assert found(text) == ()


@given(st.one_of(any_text, news()))
def test_detect_is_total_and_its_evidence_true(text: str) -> None:
    article = articles.detect(text)
    for record in exercises.detect(annotate(article)):
        assert record.participants or record.name
        for item in record.evidence:
            assert item.span.of(article.text) == item.quote


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "exercise",
                "drill",
                "of",
                "with",
                "in",
                "from",
                "Peru",
                "Chile",
                "navies",
                "held",
                "will",
                "Savanna",
                "2024",
                ",",
                "and",
                ".",
                "“",
                "”",
                "began",
                "dubbed",
                "including",
                "are",
                "HMAS",
                "Monday",
                "until",
                "June",
                "cancelled",
                "as",
                "part",
            ]
        ),
        max_size=60,
    )
)
def test_detect_is_total_over_its_own_words(parts: list[str]) -> None:
    found(" ".join(parts))


def test_a_sentence_of_a_thousand_triggers_costs_little() -> None:
    text = (
        "Peru and Chile held a drill in "
        + "the exercise in Lima, drills with Kenya and " * 500
        + "end."
    )
    assert len(found(text)) < 50
