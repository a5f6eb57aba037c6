"""Meetings told by what two do in each other's company, and by what came of their plans.

Written as in ``test_meetings``; what must stay silent stands beside it.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    "Maltese President Ann Vella was photographed with Fijian Premier Will Rojas in Suva on "
    "Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas walked in the park together on "
    "Monday.": [
        "talks held 2024-06-17: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella hugged Fijian Premier Will Rojas in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "In Suva on Monday, Maltese President Ann Vella and Fijian Premier Will Rojas agreed to end "
    "the dispute.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella ran into Fijian Premier Will Rojas in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Fijian Premier Will Rojas was handed a list by Maltese President Ann Vella in Suva on "
    "Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas briefed the press in Suva on "
    "Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella had coffee with Fijian Premier Will Rojas on Monday.": [
        "talks held 2024-06-17: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella spoke in Suva on Monday with Fijian Premier Will Rojas.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella spoke to Fijian Premier Will Rojas in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella spoke at length with Fijian Premier Will Rojas on Monday.": [
        "call held 2024-06-17: Ann Vella, Will Rojas",
    ],
    "Following a meeting with Fijian Premier Will Rojas, Maltese President Ann Vella spoke of "
    "progress.": [
        "talks held: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella hailed it following talks with Fijian Premier Will Rojas.": [
        "talks held: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella made her offer while receiving Fijian Premier Will Rojas.": [
        "talks held: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella got to meet Fijian Premier Will Rojas on Friday.": [
        "talks held 2024-06-14: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella had the chance to see Fijian Premier Will Rojas on Friday.": [
        "talks held 2024-06-14: Ann Vella, Will Rojas",
    ],
    "A meeting between Malta and Fiji in Suva failed to materialise.": [
        "talks cancelled @Suva: Malta, Fiji",
    ],
    "Talks between Malta and Fiji have been put on ice.": ["talks cancelled: Malta, Fiji"],
    "Talks between Malta and Fiji were scuppered.": ["talks cancelled: Malta, Fiji"],
    "Talks between Malta and Fiji are in progress in Suva.": [
        "talks ongoing @Suva: Malta, Fiji",
    ],
    "A meeting between Malta and Fiji cannot be ruled out.": ["talks possible: Malta, Fiji"],
    "Fijian Premier Will Rojas did not turn up for talks with Maltese President Ann Vella.": [
        "talks cancelled: Will Rojas, Ann Vella",
    ],
    "Maltese President Ann Vella asked Fijian Premier Will Rojas for help at a meeting in Suva on "
    "Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella said he expected talks with Fijian Premier Will Rojas next "
    "month.": [
        "talks planned 2024-07: Will Rojas, Ann Vella",
    ],
    "Maltese President Ann Vella ruled out a meeting with Fijian Premier Will Rojas.": [
        "talks cancelled: Will Rojas, Ann Vella",
    ],
    "Maltese President Ann Vella has turned down an invitation to Fiji.": [
        "visit cancelled @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella conveyed her sympathy to Fijian Premier Will Rojas by phone on "
    "Monday.": [
        "call held 2024-06-17: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella talked via Zoom with Fijian Premier Will Rojas on Monday.": [
        "call held 2024-06-17: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas dined in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas spent an hour together on Monday.": [
        "talks held 2024-06-17: Ann Vella, Will Rojas",
    ],
}

SILENT = [
    "Maltese President Ann Vella and Fijian Premier Will Rojas called on all sides to hold fire.",
    "Maltese President Ann Vella and Oman called on Fijian Premier Will Rojas for calm.",
    "Fiji turned down a call by Maltese President Ann Vella for an end to the raids on Tonga.",
    "Rebels ignored Maltese President Ann Vella's call for a truce with Tonga on Monday.",
    "Maltese President Ann Vella asked Maltese Minister Tom Borg for help at a meeting in Suva.",
    "Maltese President Ann Vella turned down an invitation to a wedding in Fiji.",
    "Maltese President Ann Vella presented a book to Fijian Premier Will Rojas.",
    "Maltese President Ann Vella was seen as a friend of Fijian Premier Will Rojas.",
    "Maltese President Ann Vella posed with the winners in Suva.",
    "Maltese President Ann Vella has embraced Fijian Premier Will Rojas as an ally.",
    "Maltese President Ann Vella and Fijian Premier Will Rojas agreed on a truce in Gaza.",
    "Maltese President Ann Vella and Fijian Premier Will Rojas agree on trade.",
    "Maltese President Ann Vella ran into trouble in Suva.",
    "Maltese President Ann Vella sent a letter to Fijian Premier Will Rojas.",
    "Maltese President Ann Vella and Maltese Minister Tom Borg told reporters in Suva a joke.",
]


@pytest.mark.parametrize("text", CASES)
def test_records(text: str) -> None:
    assert [short(m) for m in detect(text)] == CASES[text]


@pytest.mark.parametrize("text", SILENT)
def test_no_meeting(text: str) -> None:
    assert [short(m) for m in detect(text)] == []
