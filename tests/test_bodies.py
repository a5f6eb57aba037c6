"""Sessions of bodies; who is at them, stays away or goes for another: own sentences with records.

Written as in ``test_meetings``; what must stay silent stands beside it.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    # a session of an organ is one of the body
    "Maltese President Ann Vella addressed the UN General Assembly in New York on Friday.": [
        "conference held 2024-06-14 @New York: UN, Ann Vella",
    ],
    "The European Council meets in Brussels on 27 and 28 June.": [
        "summit planned 2024-06-27/2024-06-28 @Brussels: EU",
    ],
    "The UN Security Council met on Chad on Friday.": [
        "conference held 2024-06-14: UN Security Council",
    ],
    # by one word of its name
    "The Pacific Islands Forum wrote to Malta. Forum leaders met in Apia on Friday.": [
        "summit held 2024-06-14 @Apia: Pacific Islands Forum",
    ],
    "The Shanghai Cooperation Organisation wrote to Malta. The Organization's foreign ministers "
    "will meet in Dushanbe on Friday.": [
        "conference planned 2024-06-21 @Dushanbe: SCO",
    ],
    # somebody goes somewhere for it
    "Maltese Prime Minister Ann Vella will be in Brussels on Friday for the European Council.": [
        "visit planned 2024-06-21 @Brussels: Ann Vella, Belgium*",
        "summit planned 2024-06-21 @Brussels: EU, Ann Vella",
    ],
    "Tongan Prime Minister Will Rojas landed in Apia on Monday for the Pacific Islands Forum.": [
        "visit held 2024-06-17 @Apia: Will Rojas, Samoa*",
        "summit held 2024-06-17 @Apia: Pacific Islands Forum, Will Rojas",
    ],
    "Maltese Prime Minister Ann Vella will travel to Oslo on Monday. She will also join a NATO "
    "summit.": [
        "visit planned 2024-06-24 @Oslo: Ann Vella, Norway*",
        "summit planned 2024-06-24 @Oslo: NATO, Ann Vella",
    ],
    # met for a summit: one event
    "Maltese President Ann Vella met Italian President Carlo Bassi and Greek President Nikos "
    "Pappas in Rome on Friday for a trilateral summit.": [
        "summit held 2024-06-14 @Rome: Ann Vella, Carlo Bassi, Nikos Pappas",
    ],
    "Maltese President Ann Vella sat down with Italian President Carlo Bassi on Friday at the "
    "Munich Security Conference.": [
        "talks held 2024-06-14 @Munich: Ann Vella, Carlo Bassi",
        "conference held 2024-06-14 @Munich: Ann Vella, Carlo Bassi",
    ],
    "Maltese President Ann Vella and Italian President Carlo Bassi met in Oslo in May. The meeting "
    "took place on the sidelines of an OSCE summit.": [
        "talks held 2024-05 @Oslo: Ann Vella, Carlo Bassi",
        "summit held @Oslo: OSCE, Ann Vella, Carlo Bassi",
    ],
    "Maltese President Ann Vella flew from the OSCE summit in Astana to Fiji.": [
        "visit held @Fiji: Ann Vella, Fiji*",
        "summit held @Astana: OSCE, Ann Vella",
    ],
    # who else was there, who presided
    "ECOWAS held a summit in Abuja on Sunday. Among those present were Maltese President Ann Vella "
    "and Italian President Carlo Bassi.": [
        "summit held 2024-06-16 @Abuja: ECOWAS, Ann Vella, Carlo Bassi",
    ],
    "NATO leaders met in Oslo on Monday. Italian President Carlo Bassi chaired the summit.": [
        "summit held 2024-06-17 @Oslo: NATO, Carlo Bassi",
    ],
    # neighbours that go by one word
    "Baltic foreign ministers met in Parnu on Friday.": [
        (
            "talks held 2024-06-14 @Parnu: role:EE:foreign minister, role:LT:foreign minister, "
            "role:LV:foreign minister"
        ),
    ],
    "The leaders of the five Nordic countries will hold a summit in Oslo on Friday.": [
        (
            "summit planned 2024-06-21 @Oslo: role:DK:leader, role:FI:leader, role:IS:leader, "
            "role:NO:leader, role:SE:leader"
        ),
    ],
    "Maltese Foreign Minister Ann Vella met two Nordic ministers in Oslo on Friday.": [],
    # a member hosts the others
    "Zambia will host SADC leaders in Lusaka on Friday.": [
        "summit planned 2024-06-21 @Lusaka: SADC",
    ],
    "Zambia hosted an EU delegation in Lusaka on Friday.": [
        "visit held 2024-06-14 @Lusaka: EU, Zambia*",
    ],
    # who stays away
    "Maltese President Ann Vella will not be at the OSCE summit in Astana on Friday.": [
        "summit cancelled 2024-06-21 @Astana: OSCE, Ann Vella",
    ],
    "Maltese President Ann Vella will skip Friday's OSCE summit in Astana. Maltese Foreign "
    "Minister Tom Borg will stand in for her.": [
        "summit planned 2024-06-21 @Astana: OSCE, Tom Borg",
    ],
    "Maltese President Ann Vella stayed away from the OSCE summit in Astana last week and sent "
    "Maltese Foreign Minister Tom Borg instead.": [
        "summit held 2024-06-10/2024-06-16 @Astana: OSCE, Tom Borg",
    ],
    "Maltese President Ann Vella was represented at the OSCE summit in Astana on Friday by Maltese "
    "Foreign Minister Tom Borg.": [
        "summit held 2024-06-14 @Astana: OSCE, Tom Borg",
    ],
    "Maltese President Ann Vella attended the OSCE summit in Astana on Friday. Greek President "
    "Nikos Pappas did not attend the summit.": [
        "summit held 2024-06-14 @Astana: OSCE, Ann Vella",
    ],
}

SILENT = [
    "The African Union and the European Union wrote to Malta. Union ministers met on Friday.",
    "The Gulf Cooperation Council wrote to Malta. The City Council met on Friday.",
    "The Gulf Cooperation Council wrote to Malta. The Council of Ministers met on Friday.",
    "The African Union wrote to Malta. The minister gave a speech on the State of the Union.",
    "Maltese Foreign Minister Ann Vella spoke for the European Council.",
    "Malta will take over the presidency of the Council of the European Union.",
    "The Baltic states said on Friday that they would leave the treaty.",
    "Boats from the Nordic countries met a storm in the Baltic Sea.",
    "Tonga belongs to the Pacific Islands Forum.",
    "Maltese President Ann Vella asked for the European Council to decide.",
]


@pytest.mark.parametrize("text", CASES)
def test_records(text: str) -> None:
    assert sorted(short(m) for m in detect(text)) == sorted(CASES[text])


@pytest.mark.parametrize("text", SILENT)
def test_no_meeting(text: str) -> None:
    assert [short(m) for m in detect(text)] == []
