"""Where an exercise is held, where no verb of holding says so."""

from __future__ import annotations

from datetime import date

import pytest

from diplotext import articles, exercises
from diplotext.reading.document import annotate

PUBLISHED = date(2023, 6, 15)  # a Thursday

DRILL = "Peru and Chile began a joint military exercise on Monday. "


def places(text: str) -> list[set[str]]:
    records = exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    return [{p.name for p in r.places} for r in records]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what it spans, where it moves
        (
            DRILL + "The manoeuvres will sweep across Tacna, Moquegua and parts of the Ilo valley.",
            {"Tacna", "Moquegua", "Ilo valley"},
        ),
        (DRILL + "It covers the Gulf of Guayaquil.", {"Gulf of Guayaquil"}),
        ("The exercise of the Peruvian and Chilean armies moves to Tacna next week.", {"Tacna"}),
        (DRILL + "The exercise takes their jets over Nazca and Paracas.", {"Nazca", "Paracas"}),
        # sites that are found for it
        (DRILL + "A range near Tacna has been set aside.", {"Tacna"}),
        (DRILL + "The venue will be the Locumba Training Camp.", {"Locumba Training Camp"}),
        (DRILL + "Tacna is one of the places where the soldiers will train.", {"Tacna"}),
        (DRILL + "The Ilo delta will see most of the landings.", {"Ilo delta"}),
        # where its forces pass, start from, practise
        (DRILL + "Fighters took off from Pisco and flew past Nazca.", {"Pisco", "Nazca"}),
        (DRILL + "The frigate Alta crossed the Bay of Ancon.", {"Bay of Ancon"}),
        (
            DRILL + "Landings will be practised at Ilo, and crossings on the Locumba River.",
            {"Ilo", "Locumba River"},
        ),
        (
            (
                "The armies of Peru and Chile ended a drill on Monday with Mirages taking off "
                "from Pisco in Peru."
            ),
            {"Pisco", "Peru"},
        ),
        (DRILL + "It involves a battery of guns at Morro Point.", {"Morro Point"}),
        (DRILL + "Howitzers on Lobos and Macabi islands fired at rafts.", {"Lobos", "Macabi"}),
        (DRILL + "More than 900 soldiers will train across Arica and Tacna.", {"Arica", "Tacna"}),
        (
            (
                "After the troops had trained for five weeks in Ica, a military exercise of Peru "
                "and Chile ended on Monday."
            ),
            {"Ica"},
        ),
        ("The armies of Peru and Chile ended a drill Friday at the Tacora pass.", {"Tacora pass"}),
        ("Peru's army holds a drill in all of Chile's provinces with Chilean troops.", {"Chile"}),
        (DRILL + "Villagers near Ite and Ilo have been warned of bangs.", {"Ite", "Ilo"}),
        (
            DRILL + "It was confined to Ica, where soldiers trained at Fort Ocas.",
            {"Ica", "Fort Ocas"},
        ),
        (
            (
                "The armies of Peru and Chile ended a drill on Monday at the Peruvian Army's Tana "
                "Infantry School in Ica."
            ),
            {"Tana Infantry School", "Ica"},
        ),
        ("Peru joined a military drill under way at Fort Ocas, in Tacna.", {"Fort Ocas", "Tacna"}),
        ("Peru drilled with Chile's army at Fort Ocas near the Bolivian border.", {"Fort Ocas"}),
        # whose ground it is
        ("Peru will host the military exercise with Chile at Tacna.", {"Tacna", "Peru"}),
        ("Chile called off an air exercise with Peru on its soil.", {"Chile"}),
        ("Chilean soldiers drilled with Peru's army on Peruvian soil on Monday.", {"Peru"}),
        # what the dateline tells
        (f"ILO HEIGHTS, Peru — {DRILL}", {"Ilo Heights", "Peru"}),
        ("LIMA, June 12 — A military drill of Peru and Chile began here on Monday.", {"Lima"}),
    ],
)
def test_places_are_read_off_other_verbs_than_those_of_holding(text: str, names: set[str]) -> None:
    assert places(text) == [names]


@pytest.mark.parametrize(
    "text",
    [
        DRILL + "The drill covers piracy and smuggling.",
        DRILL + "The ministry in Lima was chosen for the press conference.",
        DRILL + "The frigates come from Callao and will return to Valparaiso.",
        DRILL + "The talks covered Mali, Chad and Niger.",
        DRILL + "The missile fell 900 metres from the tanker Luz.",
        "DUBAI, June 12 — " + DRILL,
        DRILL + "People in Lima were told by the president that prices fall.",
        DRILL + "In Santiago, the ministry confirmed it.",
        DRILL + "They will speak of the drill when the ministers meet in Oslo.",
    ],
)
def test_places_of_other_things_stay_out(text: str) -> None:
    assert places(text) == [set()]


def test_there_means_the_places_of_the_drill_told_before() -> None:
    text = (
        "Peru and Chile ended a military exercise in Tacna on Monday. A second exercise, "
        "Condor Shield, will be held there by the two armies in July."
    )
    assert places(text) == [{"Tacna"}, {"Tacna"}]


def test_the_host_in_a_list_takes_part() -> None:
    text = "Contingents of Chile, Bolivia and host Peru are in the exercise, which began on Monday."
    (record,) = exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    assert {p.actor.country for p in record.participants} == {"CL", "BO", "PE"}
