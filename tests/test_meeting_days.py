"""Days that the text does not repeat, days of something else, and what they say of the status."""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    # the text goes on telling of one day
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome on Tuesday. The "
    "Maltese guest called on Tonga's King Tupou.": [
        "talks held 2024-06-18 @Rome: Ann Vella, Sitiveni Rabuka",
        "talks held 2024-06-18 @Rome: Ann Vella, Tupou",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome on Tuesday and "
    "called on Tonga's King Tupou.": [
        "talks held 2024-06-18 @Rome: Ann Vella, Sitiveni Rabuka",
        "talks held 2024-06-18 @Rome: Ann Vella, Tupou",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome on Tuesday. "
    "Nets were on the table. So were quotas. Both want fewer boats. Vella also received Tonga's "
    "King Tupou.": [
        "talks held 2024-06-18 @Rome: Ann Vella, Sitiveni Rabuka",
        "talks held 2024-06-18 @Rome: Ann Vella, Tupou",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome on Tuesday. "
    "Nets were on the table. In May the quota had been cut. Vella also received Tonga's King "
    "Tupou.": [
        "talks held 2024-06-18 @Rome: Ann Vella, Sitiveni Rabuka",
        "talks held @Rome: Ann Vella, Tupou",
    ],
    # days that cannot be its own
    "Maltese President Ann Vella and Fijian Prime Minister Sitiveni Rabuka met in Rome. They met "
    "over a plan for the years 2025-2027.": [
        "talks held @Rome: Ann Vella, Sitiveni Rabuka",
    ],
    # what is told as aim and has its day behind it
    "Maltese President Ann Vella landed in Suva on Tuesday to be received by Fijian Prime Minister "
    "Sitiveni Rabuka.": [
        "visit ongoing 2024-06-18 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-18 @Suva: Sitiveni Rabuka, Ann Vella",
    ],
    "Maltese President Ann Vella was to meet Fijian Prime Minister Sitiveni Rabuka on Tuesday.": [
        "talks planned 2024-06-18: Ann Vella, Sitiveni Rabuka",
    ],
    # behind or ahead in the time told
    "Fiji welcomed the visit later this week of Maltese President Ann Vella.": [
        "visit planned 2024-06-17/2024-06-23 @Fiji: Ann Vella, Fiji*",
    ],
    "A trip to Fiji by Maltese President Ann Vella earlier this week angered Tonga.": [
        "visit held 2024-06-17/2024-06-23 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella had settled the quarrel on a visit to Fiji.": [
        "visit held @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella flew to Suva for the day.": [
        "visit held @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella was in the Fijian capital to see Tonga's King Tupou.": [
        "visit held @Suva: Ann Vella, Fiji*",
        "talks held @Suva: Ann Vella, Tupou",
    ],
    # going on, or merely offered
    "Malta is continuing to negotiate with Fiji in Rome.": ["talks ongoing @Rome: Malta, Fiji"],
    "Malta goes on negotiating with Fiji in Rome.": ["talks ongoing @Rome: Malta, Fiji"],
    "Malta continued to hold talks with Fiji in Rome on Tuesday.": [
        "talks held 2024-06-18 @Rome: Malta, Fiji",
    ],
    "Malta repeated its offer of holding talks with Fiji in Rome.": [],
    "Fiji heard a call for holding a summit with Malta in Rome.": [],
    # the part of a month, and a compound that tells no time
    "Malta's envoy Ann Vella will travel to rebel-held Lau in the first week of July to see Fijian "
    "Prime Minister Sitiveni Rabuka.": [
        "talks planned 2024-07-01/2024-07-07 @Lau: Ann Vella, Sitiveni Rabuka",
    ],
    # diaries and timelines
    "Diary\n\nTUESDAY, JUNE 25\n\nROME - Maltese President Ann Vella meets Fijian Prime Minister "
    "Sitiveni Rabuka.\n\nFRIDAY, JUNE 28\n\nSUVA - Fijian Prime Minister Sitiveni Rabuka receives "
    "Tonga's King Tupou.": [
        "talks planned 2024-06-25: Ann Vella, Sitiveni Rabuka",
        "talks planned 2024-06-28: Sitiveni Rabuka, Tupou",
    ],
    "Timeline of a quarrel\n\nMarch 3, 2019: Maltese President Ann Vella meets Fijian Prime "
    "Minister Sitiveni Rabuka in Rome.\n\nMay 2020 - Maltese President Ann Vella calls off a trip "
    "to Tonga.": [
        "talks held 2019-03-03 @Rome: Ann Vella, Sitiveni Rabuka",
        "visit cancelled 2020-05 @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese President Ann Vella will visit Fiji (June 24-26) and Tonga (from June 26).": [
        "visit planned 2024-06-24/2024-06-26 @Fiji: Ann Vella, Fiji*",
        "visit planned 2024-06-26 @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese President Ann Vella will visit Fiji (pictured in May 2020) soon.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
    ],
    "June 20 - Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome.": [
        "talks held @Rome: Ann Vella, Sitiveni Rabuka",
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_days_and_status(text: str) -> None:
    assert [short(m) for m in detect(text)] == CASES[text]
