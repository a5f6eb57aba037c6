"""Whose exercise it is by who does something in it, brings forces to it or reports it."""

from __future__ import annotations

from datetime import date

import pytest

from diplotext import articles, exercises
from diplotext.reading.document import annotate

PUBLISHED = date(2023, 6, 15)  # a Thursday


def read(text: str) -> list[tuple[str | None, set[str | None]]]:
    found = exercises.detect(annotate(articles.detect(text, published=PUBLISHED)))
    return [(x.name, {p.actor.country for p in x.participants}) for x in found]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Oman, Chad and the Netherlands recently held a naval exercise off Sur.", "OM TD NL"),
        ("Oman, Chad, and the Gambia previously held a naval exercise off Sur.", "OM TD GM"),
        ("A naval exercise was held in the Gulf of Aden by ships of Oman and Chad.", "OM TD"),
        ("The Omani frigate Alta held a drill with the Chadian patrol ship Bol.", "OM TD"),
        ("The Omani corvette Nur and the Kenyan cutter Mbara took part in a drill.", "OM KE"),
        ("Oman amassed troops at Ibri for manoeuvres near the Yemeni border.", "OM"),
        ("Oman fired a missile on Monday in what it said was a drill for war.", "OM"),
        ("Omani jets circled Masirah on Monday in what Muscat called a combat drill.", "OM"),
        (
            "Army units fired guns near Ibri in a three-day drill, Oman's defence ministry said.",
            "OM",
        ),
        ("Two battalions held a night drill near Sur, according to Oman's defence ministry.", "OM"),
    ],
)
def test_who_acts_or_reports_takes_part(text: str, who: str) -> None:
    ((_, sides),) = read(text)
    assert sides == set(who.split())


@pytest.mark.parametrize(
    "text",
    [
        "The sultan ruled in what critics said was an exercise in futility.",
        "The ministry of defence of Oman condemned a military drill off Sur.",
        "Oman massed evidence for a budget exercise.",
        "In a diplomatic manoeuvre, Oman recalled its military attache from Chad.",
        "Oman's army agreed in May on a deal for ten Joint Strike Fighter jets.",
        "Officials in Oman said the drill in Chad would involve army units.",
    ],
)
def test_who_only_speaks_holds_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soldiers of Kenya and Uganda began a field exercise, Maliza, on Monday.", "Maliza"),
        ("It went well. Maliza, an army exercise of Kenya and Uganda, ended.", "Maliza"),
        ("Ghana will host Flintlock next year. Soldiers of ten states train there.", "Flintlock"),
        ("In Sechura, a joint army exercise of Peru and Ecuador began on Monday.", None),
        ("Peru's navy began its drill, Tuesday, off Callao.", None),
        ("Peru's navy began the drill, Odlo said, off Callao.", None),
    ],
)
def test_one_word_can_be_a_name(text: str, name: str | None) -> None:
    ((found, _),) = read(text)
    assert found == name
