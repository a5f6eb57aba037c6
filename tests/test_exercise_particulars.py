"""Ships and aircraft, phases, aim, host and observers of an exercise, in the text's words."""

from __future__ import annotations

import pytest
from tests.test_exercises import only

from diplotext.models import MilitaryExercise


def quotes(record: MilitaryExercise, field: str) -> list[str]:
    return [e.quote for e in record.evidence if e.field == field]


@pytest.mark.parametrize(
    ("text", "assets"),
    [
        (
            (
                "More than 20 warships, about 60 aircraft and 12,000 soldiers from Norway and "
                "Denmark began a naval exercise off Bergen on Monday."
            ),
            ("More than 20 warships", "about 60 aircraft"),
        ),
        (
            "Six F-16s and two Peruvian submarines took part in the navy's drill off Callao.",
            ("Six F-16s", "two Peruvian submarines"),
        ),
        (
            "Ghana's navy began a drill on Monday with an ATR 42 aircraft and 12500 troops.",
            (),
        ),
        (
            "Ghana's army began a military exercise on Monday with 12500 tanks.",
            ("12500 tanks",),
        ),
        (
            "Ghana's army held a drill with dozens of armoured vehicles near Kara on Monday.",
            ("dozens of armoured vehicles",),
        ),
        # what is fired, what others have, years, states
        ("Oman's navy fired 3 missiles in a drill on Monday.", ()),
        ("Taiwan's navy held a drill on Monday after it had detected 9 Chinese warships.", ()),
        ("In 2024 ships of the Peruvian navy will hold a drill off Callao.", ()),
        ("Peru's navy began a drill with ships of 12 states off Callao on Monday.", ()),
    ],
)
def test_assets(text: str, assets: tuple[str, ...]) -> None:
    record = only(text)
    assert record.assets == assets
    assert tuple(quotes(record, "assets")) == assets


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        (
            (
                "The navies of Peru and Chile began a drill off Callao on Monday. It has a harbour "
                "phase until Friday and a sea phase next week."
            ),
            ("harbour phase", "sea phase"),
        ),
        (
            "Phase two of the Ghanaian army's exercise with Togo began near Kara on Monday.",
            ("phase two",),
        ),
        ("Peru's army began a drill with Chile on Monday, at a difficult stage of their ties.", ()),
    ],
)
def test_phases(text: str, phases: tuple[str, ...]) -> None:
    assert only(text).phases == phases


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        (
            (
                "Norway and Denmark began a naval exercise off Bergen on Monday. The exercise aims "
                "to improve the defence of the port, the Norwegian navy said."
            ),
            "to improve the defence of the port",
        ),
        (
            (
                "The Ghanaian army began a drill with Togo on Monday with the aim of tightening "
                "security along the border."
            ),
            "tightening security along the border",
        ),
        (
            (
                "Japanese troops have come to Mongolia for a military exercise. The purpose of the "
                "exercise is to prepare soldiers for UN missions."
            ),
            "to prepare soldiers for UN missions",
        ),
        (
            "Oman's navy began a drill on Monday. The government aims to lower taxes next year.",
            None,
        ),
        (
            (
                "The Omani army held a military drill on Monday. The exercise, aimed at testing "
                "the crews, took place near Nizwa."
            ),
            "testing the crews",
        ),
        (
            (
                "Ghana and Togo began a naval exercise on Monday. The exercise is meant to "
                '"steady the crews and their officers," the Ghanaian navy\'s staff wrote.'
            ),
            'to "steady the crews and their officers',
        ),
        (
            (
                "Oman's navy began a military exercise on Monday, and it intends to buy eight "
                "frigates next year."
            ),
            None,
        ),
        (
            (
                "Ghana and Togo began a naval exercise on Monday. Benin dislikes the exercise, "
                "which, it suspects, is aimed at frightening its fishermen."
            ),
            None,
        ),
        (
            (
                "Ghana and Togo cancelled a naval exercise on Monday, a step meant to calm "
                "their neighbours."
            ),
            None,
        ),
    ],
)
def test_purpose(text: str, purpose: str | None) -> None:
    record = only(text)
    assert record.purpose == purpose
    assert quotes(record, "purpose") == ([purpose] if purpose else [])


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Mongolia is hosting a peacekeeping exercise with troops from Japan.", "MN"),
        ("A naval exercise hosted by the Kenyan navy began on Monday with Ugandan ships.", "KE"),
        ("Ghana and Togo are hosting a naval exercise with Benin.", None),
        ("Ghana and Togo began a naval exercise on Monday.", None),
    ],
)
def test_host(text: str, host: str | None) -> None:
    assert only(text).host == host


@pytest.mark.parametrize(
    ("text", "observers"),
    [
        ("Sweden and Chad sent observers.", {"SE", "TD"}),
        ("Observers from Chad are present.", {"TD"}),
        ("Chad and Mali are represented by observers.", {"TD", "ML"}),
        ("Chad will attend as an observer.", {"TD"}),
        ("Chad was invited to send observers.", set()),
        ("Chad did not send observers.", set()),
        ("Observers in Chad see it that way.", set()),
    ],
)
def test_observers(text: str, observers: set[str]) -> None:
    record = only(f"Ghana and Togo began a military exercise near Kara on Monday. {text}")
    seen = {p.actor.country for p in record.participants if p.capacity == "observer"}
    assert seen == observers
    assert {p.actor.country for p in record.participants} - seen == {"GH", "TG"}
    for person in record.participants:
        assert any(e.actor == person.actor.id for e in record.evidence)
