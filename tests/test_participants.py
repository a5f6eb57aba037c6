"""Who takes part: hosts and guests, counterparts, companions, delegations; one record or several.

Records are written as in ``test_meetings``. Invented persons in offices that no register knows.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    # Hosts and guests.
    "Malta's trade minister, Ann Vella, told visiting Fijian Trade Minister Jone Rabu of ports.": [
        "talks held @Malta: Ann Vella, Jone Rabu",
        "visit held @Malta: Jone Rabu, Malta*",
    ],
    (
        "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in Suva in May. "
        "Vella sat down with her host again on June 3."
    ): [
        "talks held 2024-05 @Suva: Ann Vella, Jone Rabu",
        "talks held 2024-06-03: Ann Vella, Jone Rabu",
    ],
    (
        "Maltese Trade Minister Ann Vella came to Suva. Her host, Fijian Trade Minister Jone Rabu, "
        "met her for talks on Monday."
    ): [
        "visit held 2024-06-17 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-17 @Suva: Jone Rabu, Ann Vella",
    ],
    # One each.
    "Maltese Trade Minister Ann Vella met Fiji's Jone Rabu and Oman's Ali Nasser one by one.": [
        "talks held: Ann Vella, Jone Rabu",
        "talks held: Ann Vella, Ali Nasser",
    ],
    "Malta's trade minister, Ann Vella, had talks with Jone Rabu of Fiji and Ali Nasser of Oman, "
    "each on his own.": [
        "talks held: Ann Vella, Jone Rabu",
        "talks held: Ann Vella, Ali Nasser",
    ],
    "Maltese Trade Minister Ann Vella was received by Fiji's Jone Rabu and by Oman's Ali Nasser.": [
        "talks held: Ann Vella, Jone Rabu",
        "talks held: Ann Vella, Ali Nasser",
    ],
    # Counterparts.
    "Maltese Trade Minister Ann Vella met her counterparts from Fiji and Oman in Suva.": [
        "talks held @Suva: Ann Vella, role:FJ:trade minister, role:OM:trade minister",
    ],
    "Maltese Trade Minister Ann Vella met her counterparts from Fiji and Oman, Jone Rabu and "
    "Ali Nasser.": [
        "talks held: Ann Vella, Jone Rabu, Ali Nasser",
    ],
    # Whom somebody meets is of another side.
    "Maltese Trade Minister Ann Vella called on Trade Minister Jone Rabu during a visit to Suva.": [
        "talks held @Suva: Ann Vella, Jone Rabu",
        "visit held @Suva: Ann Vella, Fiji*",
    ],
    # Rebels' leaders meet no summit.
    "Oman's trade minister, Ali Nasser, met Houthi leaders in Sanaa.": [
        "talks held @Sanaa: Ali Nasser, Houthis",
    ],
}

SILENT: list[str] = [
    "Maltese Trade Minister Ann Vella told visiting reporters of ships from Fiji.",
    "Maltese Trade Minister Ann Vella told the host of a show in Fiji that she sings.",
]


@pytest.mark.parametrize("text", CASES)
def test_participants(text: str) -> None:
    assert CASES[text] == [short(m) for m in detect(text)]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_takes_part(text: str) -> None:
    assert [] == [short(m) for m in detect(text)]
