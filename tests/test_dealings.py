"""Ways of telling that two dealt with each other: own sentences with the records they must give.

Meetings told one by one in a list, verbs and nouns of dealing, who told whom what in which meeting.
Written as in ``test_meetings``; what must stay silent stands beside it.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    # in front also a state tells where somebody was told something
    "In Fiji on Sunday, Fijian Premier Will Rojas told Maltese President Ann Vella that trade had "
    "grown.": [
        "talks held 2024-06-16: Will Rojas, Ann Vella",
    ],
    # one by one
    "Fijian Premier Will Rojas had a quiet chat with Maltese President Ann Vella on Monday and a "
    "noisier one with Tonga's Sione Taufa on Tuesday.": [
        "talks held 2024-06-17: Will Rojas, Ann Vella",
        "talks held 2024-06-18: Will Rojas, Sione Taufa",
    ],
    "Maltese President Ann Vella made a call to Fijian Premier Will Rojas on Monday and another to "
    "Tonga's Sione Taufa on Tuesday.": [
        "call held 2024-06-17: Ann Vella, Will Rojas",
        "call held 2024-06-18: Ann Vella, Sione Taufa",
    ],
    "Maltese President Ann Vella held three bilateral meetings in Suva on Monday: with Fijian "
    "Premier Will Rojas, with Tonga's Sione Taufa and with Omani host Badr Said.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
        "talks held 2024-06-17 @Suva: Ann Vella, Sione Taufa",
        "talks held 2024-06-17 @Suva: Ann Vella, Badr Said",
    ],
    "Maltese President Ann Vella talked with Fijian Premier Will Rojas about tuna and with Tonga's "
    "Sione Taufa about whales on Monday.": [
        "call held 2024-06-17: Ann Vella, Will Rojas",
        "call held 2024-06-17: Ann Vella, Sione Taufa",
    ],
    "Maltese President Ann Vella held talks with Fijian Premier Will Rojas, as well as with "
    "Tonga's Sione Taufa.": [
        "talks held: Ann Vella, Will Rojas",
        "talks held: Ann Vella, Sione Taufa",
    ],
    "Malta and Fiji will hold talks between their premiers in Suva in July and between their "
    "finance ministers in Valletta in August.": [
        "talks planned 2024-07 @Suva: role:MT:premier, role:FJ:premier",
        "talks planned 2024-08 @Valletta: role:MT:finance minister, role:FJ:finance minister",
    ],
    "Maltese President Ann Vella had a busy Monday in Suva: a breakfast with Fijian Premier Will "
    "Rojas, a meeting with Tonga's Sione Taufa and talks with Peru's Luis Quispe.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
        "talks held 2024-06-17 @Suva: Ann Vella, Sione Taufa",
        "talks held 2024-06-17 @Suva: Ann Vella, Luis Quispe",
    ],
    "Maltese President Ann Vella saw Fijian Premier Will Rojas, first in Lima and later in "
    "Quito.": [
        "talks held @Lima: Ann Vella, Will Rojas",
        "talks held @Quito: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella held a meeting with Fijian Premier Will Rojas and talks with "
    "Tonga's Sione Taufa on Monday.": [
        "talks held: Ann Vella, Will Rojas",
        "talks held 2024-06-17: Ann Vella, Sione Taufa",
    ],
    # who told whom, and in what
    "Fijian Premier Will Rojas was warned by Maltese President Ann Vella in a video call on Monday "
    "that time was short.": ["call held 2024-06-17: Will Rojas, Ann Vella"],
    "Tongan King Sione Taufa was thanked by Maltese President Ann Vella at a meeting in Suva on "
    "Monday.": ["talks held 2024-06-17 @Suva: Sione Taufa, Ann Vella"],
    "In a phone call with Fijian Premier Will Rojas on Monday, Maltese President Ann Vella's "
    "office said, she asked for time.": ["call held 2024-06-17: Ann Vella, Will Rojas"],
    "Maltese Ambassador Ann Vella was briefed on the floods by Fijian Premier Will Rojas on "
    "Monday.": ["talks held 2024-06-17: Will Rojas, Ann Vella"],
    "Maltese Foreign Minister Ann Vella summoned Fijian Ambassador Jone Rabu on Monday.": [
        "talks held 2024-06-17: Ann Vella, Jone Rabu",
    ],
    # words for it
    "Maltese Foreign Minister Ann Vella took up the visa rules with Fiji's Jone Rabu on Monday.": [
        "talks held 2024-06-17: Ann Vella, Jone Rabu",
    ],
    "Maltese President Ann Vella sounded out Fijian Premier Will Rojas in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella had an hour with Fijian Premier Will Rojas on Monday.": [
        "talks held 2024-06-17: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella is to join Tonga's Sione Taufa and Fijian Premier Will Rojas in "
    "Suva on Friday.": ["talks planned 2024-06-21 @Suva: Ann Vella, Sione Taufa, Will Rojas"],
    "A one-to-one between Maltese President Ann Vella and Fijian Premier Will Rojas is planned for "
    "Friday.": ["talks planned 2024-06-21: Ann Vella, Will Rojas"],
    "Maltese Foreign Minister Ann Vella discussed the war between Oman and Chad in Darfur with "
    "Fiji's Jone Rabu on Monday.": ["talks held 2024-06-17: Ann Vella, Jone Rabu"],
    # the sentence around it
    "The mediators, former presidents Ann Vella of Malta and Luis Quispe of Peru, met Fijian "
    "Premier Will Rojas in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Luis Quispe, Will Rojas",
    ],
    "The envoys of both countries, Malta's Ann Vella and Peru's Luis Quispe, spoke by telephone on "
    "Monday.": ["call held 2024-06-17: Ann Vella, Luis Quispe"],
    "Maltese President Ann Vella met Tonga's Sione Taufa, who won the vote in May, and was "
    "received by Fijian Premier Will Rojas.": [
        "talks held: Ann Vella, Sione Taufa",
        "talks held: Will Rojas, Ann Vella",
    ],
    "Maltese President Ann Vella met Tonga's Sione Taufa, who won the vote and was received by "
    "fans.": ["talks held: Ann Vella, Sione Taufa"],
    "Malta, Fiji and Tonga will hold a summit in Suva on Friday. Fijian Premier Will Rojas will "
    "host the summit.": ["summit planned 2024-06-21 @Suva: Malta, Tonga, Will Rojas"],
    "According to the palace, Maltese President Ann Vella and Fijian Premier Will Rojas settled "
    "the row by telephone on Monday.": ["call held 2024-06-17: Ann Vella, Will Rojas"],
    "Maltese President Ann Vella, who once lived in Fiji, and Fijian Premier Will Rojas met in "
    "Suva on Monday.": ["talks held 2024-06-17 @Suva: Ann Vella, Will Rojas"],
    "For almost an hour Maltese President Ann Vella and Fijian Premier Will Rojas conferred in "
    "Suva on Monday.": ["talks held 2024-06-17 @Suva: Ann Vella, Will Rojas"],
    "Maltese President Ann Vella will call on Fijian Premier Will Rojas on Friday and lay a "
    "wreath.": ["talks planned 2024-06-21: Ann Vella, Will Rojas"],
    "Maltese President Ann Vella was in Suva. Fijian Premier Will Rojas gave her lunch on "
    "Monday.": [
        "visit held 2024-06-17 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella came to Suva on Monday for talks with host Jone Rabu, the Fijian "
    "premier.": [
        "visit held 2024-06-17 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu",
    ],
    "Maltese President Ann Vella flew to Sharm-on-Sea on Monday for a short meeting with Fijian "
    "Premier Will Rojas.": ["talks held 2024-06-17: Ann Vella, Will Rojas"],
}

SILENT = [
    "Maltese President Ann Vella praised two things in Suva: the pact and a meeting with traders.",
    "Malta's meeting was one to remember, and Fijian Premier Will Rojas said so.",
    "Maltese President Ann Vella and Fijian Premier Will Rojas have an hour to decide.",
    "Fijian Premier Will Rojas was told by Maltese President Ann Vella that time was short.",
    "Maltese President Ann Vella settled the bill with Fiji on Monday.",
    "Maltese President Ann Vella took up golf with Fiji in mind.",
    "Maltese President Ann Vella passed the ball to Fijian Premier Will Rojas.",
    "Maltese President Ann Vella joined Fijian Premier Will Rojas in praising the truce.",
    "Maltese President Ann Vella plans to brief Fijian Premier Will Rojas.",
    "Maltese President Ann Vella called on Fijian Premier Will Rojas to open the border.",
]


@pytest.mark.parametrize("text", CASES)
def test_records(text: str) -> None:
    assert [short(m) for m in detect(text)] == CASES[text]


@pytest.mark.parametrize("text", SILENT)
def test_no_meeting(text: str) -> None:
    assert [short(m) for m in detect(text)] == []
