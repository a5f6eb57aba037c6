"""Who takes part in an exercise where no verb of joining says so, and in which domains."""

from __future__ import annotations

from datetime import date

import pytest

from diplotext import articles, exercises
from diplotext.reading.document import annotate

PUBLISHED = date(2023, 6, 15)  # a Thursday

DRILL = "Peru opened a multinational military exercise on Monday. "


def sides(text: str) -> set[str]:
    (record,) = exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    return {p.actor.country or "" for p in record.participants if p.capacity != "observer"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (DRILL + "Chile has sent two frigates and Bolivia an engineer company.", "PE CL BO"),
        (DRILL + "Chile and Bolivia have accepted invitations.", "PE CL BO"),
        (DRILL + "Chile, Bolivia and Oman have confirmed their participation.", "PE CL BO OM"),
        (DRILL + "Oman has signed up for the first time.", "PE OM"),
        (DRILL + "Chilean marines will land at Ilo.", "PE CL"),
        (DRILL + "Bolivian paratroopers have set up camp at Tacna.", "PE BO"),
        (
            (
                "The military exercise Dawn Shield, to which Peru, Chile and Oman will play host, "
                "starts on Friday."
            ),
            "PE CL OM",
        ),
        (
            (
                "Some 300 people from Peru, Chile and Oman are at a base in Tacna for the military "
                "military exercise Dawn Shield."
            ),
            "PE CL OM",
        ),
        (
            (
                "Air-defence units of Peru, Chile and Oman on Monday shot down all targets in the "
                "military exercise Dawn Shield."
            ),
            "PE CL OM",
        ),
    ],
)
def test_those_who_come_send_or_are_at_work_take_part(text: str, codes: str) -> None:
    assert sides(text) == set(codes.split())


@pytest.mark.parametrize(
    "text",
    [
        DRILL + "Chile has sent a ship to watch it.",
        DRILL + "Chile accepted an apology and confirmed the treaty.",
        "Peru's army began an exercise with troops of its own. Chilean ships sailed off Arica.",
    ],
)
def test_those_who_do_something_else_do_not(text: str) -> None:
    assert sides(text) == {"PE"}


@pytest.mark.parametrize(
    "number", ["More than 900", "At least 900", "As many as 900", "Fewer than ten"]
)
def test_the_words_before_a_number_belong_to_it(number: str) -> None:
    assert sides(f"{number} soldiers from Peru and Chile began an exercise.") == {"PE", "CL"}


def test_a_side_that_only_frowns_in_the_headline_stays_out() -> None:
    text = (
        "Peru begins drills with Chile, Oman as US frowns\n\n"
        "LIMA, June 12 - Peru's army began a military exercise with Chile and Oman on Monday."
    )
    assert sides(text) == {"PE", "CL", "OM"}


def test_what_stands_before_the_second_exercise_is_told_of_the_first() -> None:
    text = (
        f"{DRILL}The colonel was glad. The food was good. It rained. Chile sent two frigates. "
        "Oman and Qatar will hold a naval exercise off Duqm on July 3."
    )
    first, second = exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    assert {p.actor.country for p in first.participants} == {"PE", "CL"}
    assert {p.actor.country for p in second.participants} == {"OM", "QA"}


@pytest.mark.parametrize(
    ("text", "domains"),
    [
        ("Peru's and Chile's soldiers began a peacekeeping exercise on Monday.", set()),
        ("Peru's and Chile's soldiers began an exercise on Monday.", {"land"}),
        ("Peru and Chile began a military drill with a Patriot battery.", {"air-defence"}),
        (
            (
                "Peru and Chile began a military exercise on Monday. The colonel was glad. The "
                "mood was good. Su-25 planes took part."
            ),
            {"air"},
        ),
    ],
)
def test_domains_are_those_of_the_words_near_it(text: str, domains: set[str]) -> None:
    (record,) = exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    assert set(record.domains) == domains
