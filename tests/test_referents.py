"""Whom plurals, guests and hosts, and descriptions mean. Invented persons throughout."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_meetings import detect, short
from tests.test_who import Doc

DAY = date(2024, 6, 18)

PLURALS: list[tuple[str, str, tuple[str, ...]]] = [
    (  # the holders whom the article names elsewhere
        (
            "The presidents of Malta and Fiji are to meet on Friday.\n"
            "Malta's President Ann Vella and her Fijian counterpart Jone Rabu last met in May."
        ),
        "The presidents of Malta and Fiji",
        ("person:Ann Vella", "person:Jone Rabu"),
    ),
    (  # of one state nobody is named
        "The Maltese and Fijian trade ministers met. // Maltese Trade Minister Ann Vella was glad.",
        "The Maltese and Fijian trade ministers",
        ("role:MT:trade minister", "role:FJ:trade minister"),
    ),
    (  # another year, another holder perhaps
        "In 2011 the presidents of Malta and Fiji met. // Malta's President Ann Vella recalls it.",
        "the presidents of Malta and Fiji",
        ("role:MT:president", "role:FJ:president"),
    ),
    (
        "Malta and Fiji settled it. // The foreign ministers of the two countries met in Suva.",
        "The foreign ministers",
        ("role:MT:foreign minister", "role:FJ:foreign minister"),
    ),
    (
        "Omani, Qatari FMs Discuss Gas in Rare Phone Call",
        "Omani, Qatari FMs",
        ("role:OM:foreign minister", "role:QA:foreign minister"),
    ),
    (
        "Mali, Niger and Chad presidents meet in Niamey",
        "Mali, Niger and Chad presidents",
        ("role:ML:president", "role:NE:president", "role:TD:president"),
    ),
    (  # somebody named in passing takes nobody's place
        (
            "Maltese President Ann Vella met Fijian President Jone Rabu. // "
            "The two men talked of fish. // Vella later saw Bishop Omar Rashid of Oman. // "
            "The two men last met in May."
        ),
        "The two men",
        ("person:Ann Vella", "person:Jone Rabu"),
    ),
]


@pytest.mark.parametrize(("text", "words", "members"), PLURALS)
def test_plurals_mean_the_persons_named_for_these_offices(
    text: str, words: str, members: tuple[str, ...]
) -> None:
    doc = Doc(text, published=DAY)
    last = sum(m.span.of(text) == words for m in doc.mentions) - 1
    assert doc.at(words, last).members == members


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            (
                "Maltese Trade Minister Ann Vella met Fiji's Jone Rabu, who is in Valletta "
                "on a visit. // They spoke of ports. // Later the guest saw the president."
            ),
            "the guest",
            "person:Jone Rabu",
        ),
        (
            (
                "Maltese Trade Minister Ann Vella opened the hall. // It cost much. // It is new. "
                "// Omar Rashid of Oman, who was in Malta for two days, had a talk with his host."
            ),
            "his host",
            "person:Ann Vella",
        ),
        (  # in nobody's state
            "Malta's Ann Vella met Fiji's Jone Rabu in Oslo. // Later the guest saw the museum.",
            "the guest",
            None,
        ),
        (  # no office told, and one person of that state
            "Fiji's Jone Rabu met Malta's Ann Vella. // The Maltese foreign minister was glad.",
            "The Maltese foreign minister",
            "person:Ann Vella",
        ),
        (  # an ambassador is another
            "Fiji's Jone Rabu met Malta's Ann Vella. // The Maltese ambassador was glad.",
            "The Maltese ambassador",
            "role:MT:ambassador",
        ),
        (
            "Maltese leader Ann Vella lands in Fiji today. // The prime minister is to stay.",
            "The prime minister",
            "person:Ann Vella",
        ),
        ("The taoiseach will travel to Oslo.", "The taoiseach", "role:IE:taoiseach"),
        (  # whoever held the office before is no counterpart
            (
                "Maltese Prime Minister Ann Vella will meet her Fijian counterpart. // Jone Rabu "
                "was seen in Suva. // The Fijian prime minister, Jone Rabu, and former "
                "Prime Minister Sitiveni Tuilagi of Fiji spoke."
            ),
            "her Fijian counterpart",
            "person:Jone Rabu",
        ),
    ],
)
def test_descriptions_mean_the_one_candidate(text: str, words: str, actor: str | None) -> None:
    assert Doc(text, published=DAY).who(words) == actor


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Trade Minister Ann Vella arrived in Suva, a Maltese agency said.", "Ann Vella", "MT"),
        ("Trade Minister Ann Vella met her Fijian counterpart in Valletta.", "Ann Vella", "MT"),
        ("Foreign Secretary Ann Vella telephoned the Omani foreign minister.", "Ann Vella", "GB"),
        ("Trade Minister Ann Vella visited Fiji.", "Ann Vella", None),
        ("Malta met a Fijian team led by Trade Minister Jone Rabu.", "Jone Rabu", "FJ"),
        (
            "Malta's Ann Vella is in Suva. // Her host, Minister Jone Rabu, met her.",
            "Jone Rabu",
            "FJ",
        ),
    ],
)
def test_nobody_is_of_the_state_to_which_he_goes(text: str, name: str, country: str | None) -> None:
    assert Doc(text).people()[name] == country


def test_a_surname_with_an_apostrophe_is_one() -> None:
    doc = Doc("Irish minister Ann O'Malley arrived. // In Suva, O'Malley met Fiji's Jone Rabu.")
    assert doc.who("O'Malley") == "person:Ann O'Malley"


def test_whose_case_is_raised_takes_no_part() -> None:
    text = "Malta's Ann Vella had talks with Fiji's Jone Rabu, at which the case of former Fijian "
    text += "President Sitiveni Tuilagi was raised."
    assert [short(meeting) for meeting in detect(text)] == ["talks held: Ann Vella, Jone Rabu"]


def test_the_letters_by_which_somebody_goes_mean_him() -> None:
    doc = Doc("Saudi Crown Prince Mohammed bin Salman met Fiji's Jone Rabu. // MBS then left.")
    assert doc.who("MBS") == "person:Mohammed bin Salman"
