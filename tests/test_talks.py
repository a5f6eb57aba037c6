"""Talks, summits and conferences in the many ways of telling of them: own sentences with records.

Written as in ``test_meetings``; what must stay silent stands beside it.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    "Maltese Foreign Minister Ann Vella huddled with her Fijian counterpart in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, role:FJ:foreign minister",
    ],
    "Maltese Foreign Minister Ann Vella will represent Malta at the fourth annual 2+2 ministers' "
    "meeting with Fiji in Suva next week.": [
        "talks planned 2024-06-24/2024-06-30 @Suva: Ann Vella, Fiji",
    ],
    "A meeting of the joint Maltese-Fijian boundary commission was held in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Malta, Fiji",
    ],
    "A peace conference, hosted by Malta and attended by Fiji and Tonga, opened in Suva on "
    "Monday.": [
        "conference held 2024-06-17 @Suva: Malta, Fiji, Tonga",
    ],
    "A peace conference attended by Fiji and Tonga opened in Suva on Monday.": [
        "conference held 2024-06-17 @Suva: Fiji, Tonga",
    ],
    "Talks between Malta and Fiji are set to resume in Suva next month.": [
        "talks planned 2024-07 @Suva: Malta, Fiji",
    ],
    "Suva to host Melanesian Spearhead Group summit on March 3": [
        "summit planned 2025-03-03 @Suva: Melanesian Spearhead Group, Fiji",
    ],
    "Addressing reporters after talks with Fijian Premier Will Rojas, Maltese President Ann Vella "
    "was brief.": [
        "talks held: Ann Vella, Will Rojas",
    ],
    "There will be no meeting between Maltese President Ann Vella and Fijian Premier Will Rojas "
    "in Suva on Friday.": [
        "talks cancelled 2024-06-21 @Suva: Ann Vella, Will Rojas",
    ],
    "Scheduled for Friday is a meeting between Maltese President Ann Vella and Fijian Premier "
    "Will Rojas in Suva.": [
        "talks planned 2024-06-21 @Suva: Ann Vella, Will Rojas",
    ],
    "On the agenda of Maltese President Ann Vella in Suva on Friday is a meeting with Fijian "
    "Premier Will Rojas.": [
        "talks planned 2024-06-21 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella spent an hour with Fijian Premier Will Rojas in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella joined Fijian Premier Will Rojas for talks in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "EU, ASEAN negotiators meet in Suva": [
        "talks held @Suva: EU, ASEAN",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas met in Suva on Monday. The two "
    "exchanged views on fishing.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas exchanged views in a telephone "
    "call on Monday.": [
        "call held 2024-06-17: Ann Vella, Will Rojas",
    ],
}

SILENT = [
    "Maltese President Ann Vella and Fijian Premier Will Rojas spoke at a rally on Monday.",
    "Malta stands ready to host talks between Fiji and Tonga.",
    "The cyclone brought together Fiji and Tonga.",
    "Maltese President Ann Vella went to other countries in May.",
]


@pytest.mark.parametrize("text", CASES)
def test_records(text: str) -> None:
    assert [short(m) for m in detect(text)] == CASES[text]


@pytest.mark.parametrize("text", SILENT)
def test_no_meeting(text: str) -> None:
    assert [short(m) for m in detect(text)] == []
