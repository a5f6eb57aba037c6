"""Tours of several states, their stops and those who make them, in own sentences with the records
expected of them.

The day of publication is that of ``test_meetings``: 20 June 2024, a Thursday.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    # lists of states
    "Maltese Foreign Minister Ann Vella will visit three countries in July: Fiji, Tonga and"
    " Samoa.": [
        "visit planned 2024-07 @Fiji: Ann Vella, Fiji*",
        "visit planned 2024-07 @Tonga: Ann Vella, Tonga*",
        "visit planned 2024-07 @Samoa: Ann Vella, Samoa*",
    ],
    "Maltese Foreign Minister Ann Vella toured the island states of Fiji and Tonga in May.": [
        "visit held 2024-05 @Fiji: Ann Vella, Fiji*",
        "visit held 2024-05 @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese Foreign Minister Ann Vella begins a Pacific tour (Fiji and Tonga) on Monday.": [
        "visit planned 2024-06-24 @Fiji: Ann Vella, Fiji*",
        "visit planned 2024-06-24 @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese Foreign Minister Ann Vella's tour will take her to the neighbouring states of Fiji"
    " and Tonga.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
        "visit planned @Tonga: Ann Vella, Tonga*",
    ],
    # invited in other words, and a clause behind "as"
    "Fijian Prime Minister Sitiveni Rabuka has asked Maltese President Ann Vella to come to Suva "
    "in July.": [
        "visit possible 2024-07 @Suva: Ann Vella, Fiji*",
    ],
    "A long night is not planned, as Maltese President Ann Vella leaves for Suva on Monday.": [
        "visit planned 2024-06-24 @Suva: Ann Vella, Fiji*",
    ],
    # one stop after the other
    "Maltese Foreign Minister Ann Vella will start her tour from Fiji on Monday.": [
        "visit planned 2024-06-24 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese Foreign Minister Ann Vella's tour will continue with a visit to Tonga on Monday.": [
        "visit planned 2024-06-24 @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese Foreign Minister Ann Vella visited Fiji on Tuesday. From there she goes on to"
    " Tonga.": [
        "visit held 2024-06-18 @Fiji: Ann Vella, Fiji*",
        "visit planned @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese Foreign Minister Ann Vella is in Fiji, with Tonga next on the itinerary.": [
        "visit ongoing 2024-06-20 @Fiji: Ann Vella, Fiji*",
        "visit planned @Tonga: Ann Vella, Tonga*",
    ],
    "Tonga was the last leg of Maltese Foreign Minister Ann Vella's tour.": [
        "visit held @Tonga: Ann Vella, Tonga*",
    ],
    # the first of its kind
    "Maltese President Ann Vella's first foreign visit will be to Fiji.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella chose Fiji for her first visit abroad in 2009.": [
        "visit held 2009 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella was in Fiji in May on what was her first official visit there.": [
        "visit held 2024-05 @Fiji: Ann Vella, Fiji*",
    ],
    # who makes them
    "Maltese President Ann Vella was among those who flew to Fiji on Tuesday.": [
        "visit held 2024-06-18 @Fiji: Ann Vella, Fiji*",
    ],
    "Among those who arrived in Fiji was Maltese President Ann Vella.": [
        "visit ongoing 2024-06-20 @Fiji: Ann Vella, Fiji*",
    ],
    "Several leaders flew to Fiji on Tuesday, among them Maltese President Ann Vella.": [
        "visit held 2024-06-18 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese envoy James O'Shea spoke on Monday. O'Shea will travel to Fiji in July.": [
        "visit planned 2024-07 @Fiji: James O'Shea, Fiji*",
    ],
    "Maltese President Ann Vella will visit Fiji and Tonga. The delegation includes Maltese Trade"
    " Minister Ian Borg.": [
        "visit planned @Fiji: Ann Vella, Ian Borg, Fiji*",
        "visit planned @Tonga: Ann Vella, Ian Borg, Tonga*",
    ],
    "Maltese President Ann Vella left on Tuesday on a tour of Fiji and Tonga.": [
        "visit ongoing 2024-06-18 @Fiji: Ann Vella, Fiji*",
        "visit ongoing 2024-06-18 @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese President Ann Vella flew to Fiji on Tuesday. She is expected to remain there until"
    " Sunday.": [
        "visit held 2024-06-18 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella flew to Fiji on Tuesday. She will remain in Suva until Sunday.": [
        "visit ongoing 2024-06-18/2024-06-23 @Suva: Ann Vella, Fiji*",
    ],
    "When she arrives in Suva, Maltese President Ann Vella and Fijian President Ana Lala will"
    " meet.": [
        "talks planned @Suva: Ann Vella, Ana Lala",
        "visit planned @Suva: Ann Vella, Fiji*",
    ],
    "A group of Maltese lawmakers is visiting Fiji.": [
        "visit ongoing 2024-06-20 @Fiji: Malta, Fiji*",
    ],
    "Malta is sending a delegation to Fiji in July.": [
        "visit planned 2024-07 @Fiji: Malta, Fiji*",
    ],
    # where they are told to be
    "Farmers gather in Suva this week. Maltese President Ann Vella has been in town since"
    " Tuesday.": [
        "visit ongoing 2024-06-18 @Suva: Ann Vella, Fiji*",
    ],
    "Visiting Maltese President Ann Vella laid a wreath in Suva on Tuesday.": [
        "visit held 2024-06-18 @Suva: Ann Vella, Fiji*",
    ],
    "Speaking in Suva during a visit, Maltese President Ann Vella praised the deal.": [
        "visit held @Suva: Ann Vella, Fiji*",
    ],
    "On arrival in Suva on Tuesday, Maltese President Ann Vella was greeted by pupils.": [
        "visit ongoing 2024-06-18 @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella will visit the Pacific island nation of Fiji.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella was invited by Fijian President Ana Lala to visit the country.": [
        "visit possible @Fiji: Ann Vella, Fiji*",
    ],
    # called off
    "Fiji called off the visit of Maltese President Ann Vella.": [
        "visit cancelled @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella was due in Suva on Monday, but the trip was postponed.": [
        "visit cancelled 2024-06-24 @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella was set to visit Fiji in July, but it was called off.": [
        "visit cancelled 2024-07 @Fiji: Ann Vella, Fiji*",
    ],
    # what stands in front
    "Fresh from a trip to Fiji, Maltese President Ann Vella arrived in Tonga on Tuesday.": [
        "visit held @Fiji: Ann Vella, Fiji*",
        "visit ongoing 2024-06-18 @Tonga: Ann Vella, Tonga*",
    ],
    "Barely two months in office, Maltese President Ann Vella flew to Fiji on Tuesday.": [
        "visit held 2024-06-18 @Fiji: Ann Vella, Fiji*",
    ],
    # stops of a tour of which nothing else tells where it leads
    "Maltese President Ann Vella will begin a Pacific tour on Sunday. The stops are Fiji and "
    "Tonga.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
        "visit planned @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese President Ann Vella begins a Pacific tour on Sunday. The tour will wrap up in Suva on "
    "Friday.": ["visit planned 2024-06-21 @Suva: Ann Vella, Fiji*"],
    "Maltese President Ann Vella will tour the Pacific, with stops in Fiji and Tonga.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
        "visit planned @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese President Ann Vella begins a Pacific tour on Sunday. Her last stop will be Fiji.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella toured the Pacific last week. She began her tour on Monday. In "
    "Suva she met Fijian Premier Will Rojas.": [
        "talks held @Suva: Ann Vella, Will Rojas",
        "visit held @Suva: Ann Vella, Fiji*",
    ],
}

SILENT = [
    "Maltese singer Ann Vella will tour three countries: Fiji, Tonga and Samoa.",
    "Maltese President Ann Vella started her tour from Valletta on Monday.",
    "Maltese President Ann Vella chose Fiji for her new novel.",
    "Reforms in Tonga are on the itinerary of Maltese President Ann Vella.",
    "The talks in Fiji, Maltese President Ann Vella believes, will go on.",
    "Malta called off Foreign Minister Ann Vella's visit.",
    "Visiting Maltese President Ann Vella praised the deal.",
    "Maltese President Ann Vella remained in office, unlike Fiji's premier.",
    "Fiji and Tonga were among those who abstained.",
]


@pytest.mark.parametrize("text", CASES)
def test_records(text: str) -> None:
    assert sorted(short(m) for m in detect(text)) == sorted(CASES[text])


@pytest.mark.parametrize("text", SILENT)
def test_no_meeting(text: str) -> None:
    assert [short(m) for m in detect(text)] == []
