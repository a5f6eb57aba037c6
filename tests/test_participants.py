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
    # One office of several states.
    "The Malta-Fiji-Oman foreign ministers' meeting took place in Suva in May.": [
        (
            "talks held 2024-05 @Suva: role:MT:foreign minister, role:FJ:foreign minister, "
            "role:OM:foreign minister"
        ),
    ],
    "Malta, Fiji and Oman foreign ministers met in Suva on Monday.": [
        (
            "talks held 2024-06-17 @Suva: role:MT:foreign minister, role:FJ:foreign minister, "
            "role:OM:foreign minister"
        ),
    ],
    "US, Fijian defence chiefs meet in Suva": [
        "talks held @Suva: role:US:defence chief, role:FJ:defence chief",
    ],
    "The Malta-Fiji-Oman Trilateral Leaders' Summit was held in Suva in May.": [
        "summit held 2024-05 @Suva: role:MT:leader, role:FJ:leader, role:OM:leader",
    ],
    "After talks with Malta, Fijian ministers met Oman's trade minister, Ali Nasser, in Suva.": [
        "talks held @Suva: role:FJ:minister, Malta",
        "talks held @Suva: role:FJ:minister, Ali Nasser",
    ],
    # A body's council is a conference, and where a capital hosts is there.
    "Suva will host the OSCE Ministerial Council in August.": [
        "conference planned 2024-08 @Suva: OSCE",
    ],
    "Suva hosted talks between Malta and Oman in May.": [
        "talks held 2024-05 @Suva: Fiji, Malta, Oman",
    ],
    # Offices whose state the visit tells; nobody meets himself.
    "Maltese Trade Minister Ann Vella arrived in Suva on Thursday. She will meet the president "
    "and the trade minister on Friday.": [
        "visit ongoing 2024-06-20 @Suva: Ann Vella, Fiji*",
        "talks planned 2024-06-21 @Suva: Ann Vella, role:FJ:president, role:FJ:trade minister",
    ],
    "Maltese Trade Minister Ann Vella is coming to Suva on Monday. On Tuesday Vella is to call on "
    "the president to thank him.": [
        "visit planned 2024-06-24 @Suva: Ann Vella, Fiji*",
        "talks planned 2024-06-25 @Suva: Ann Vella, role:FJ:president",
    ],
    # One another.
    "Maltese Trade Minister Ann Vella and Fiji's Jone Rabu will see one another in Rome.": [
        "talks planned @Rome: Ann Vella, Jone Rabu",
    ],
    # Who came says more than the name of the meeting.
    "Maltese Trade Minister Ann Vella and Fiji's Jone Rabu chaired the Malta-Fiji trade "
    "ministers' meeting in Suva.": [
        "talks held @Suva: Ann Vella, Jone Rabu",
    ],
    # The two told together, when since then a third was only named in passing.
    (
        "Maltese President Ann Vella met Fiji's Jone Rabu in Suva on Monday. Talks with Oman's Ali "
        "Nasser are planned. The pair will meet again in Rome in July."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu",
        "talks planned: Ann Vella, Ali Nasser",
        "talks planned 2024-07 @Rome: Ann Vella, Jone Rabu",
    ],
    # Nobody is received by an officer of his own state: "he" is the guest.
    (
        "Omani Sultan Ali Nasser arrived in Suva on Thursday. Fijian Foreign Minister Jone Rabu "
        "said he was welcome. He will meet Fijian President Seru Vatu."
    ): [
        "visit ongoing 2024-06-20 @Suva: Ali Nasser, Fiji*",
        "talks planned 2024-06-20 @Suva: Ali Nasser, Seru Vatu",
    ],
    # Who comes along.
    "Maltese President Ann Vella, accompanied by Trade Minister Leo Grech, met Fiji's Jone Rabu.": [
        "talks held: Ann Vella, Jone Rabu, Leo Grech",
    ],
    (
        "Maltese President Ann Vella will visit Fiji on Monday. Her delegation includes Trade "
        "Minister Leo Grech."
    ): [
        "visit planned 2024-06-24 @Fiji: Ann Vella, Leo Grech, Fiji*",
    ],
    (
        "Maltese President Ann Vella arrived in Suva on Thursday. Rain fell. The town was quiet. "
        "With Vella came Trade Minister Leo Grech and the army chief, Rita Borg."
    ): [
        "visit ongoing 2024-06-20 @Suva: Ann Vella, Leo Grech, Rita Borg, Fiji*",
    ],
    (
        "Maltese President Ann Vella will visit Fiji on Monday. Other members of her delegation "
        "include Trade Minister Leo Grech and Works Minister Rita Borg."
    ): [
        "visit planned 2024-06-24 @Fiji: Ann Vella, Leo Grech, Rita Borg, Fiji*",
    ],
    (
        "Maltese President Ann Vella will visit Fiji on Monday. The delegation is made up of "
        "Trade Minister Leo Grech, Works Minister Rita Borg and two aides."
    ): [
        "visit planned 2024-06-24 @Fiji: Ann Vella, Leo Grech, Rita Borg, Fiji*",
    ],
    "Maltese President Ann Vella arrived in Suva on Thursday in the company of Works Minister "
    "Rita Borg.": [
        "visit ongoing 2024-06-20 @Suva: Ann Vella, Rita Borg, Fiji*",
    ],
    (
        "Maltese President Ann Vella arrived in Suva on Thursday. She brought with her Trade "
        "Minister Leo Grech and Works Minister Rita Borg."
    ): [
        "visit ongoing 2024-06-20 @Suva: Ann Vella, Leo Grech, Rita Borg, Fiji*",
    ],
    (
        "Maltese President Ann Vella arrived in Suva on Thursday. Aboard the plane with her were "
        "Trade Minister Leo Grech and a dozen reporters."
    ): [
        "visit ongoing 2024-06-20 @Suva: Ann Vella, Leo Grech, Fiji*",
    ],
    # Where she brought gifts, or the others stayed at home, nobody comes along.
    (
        "Maltese President Ann Vella arrived in Suva on Thursday. She brought with her gifts from "
        "Trade Minister Leo Grech."
    ): [
        "visit ongoing 2024-06-20 @Suva: Ann Vella, Fiji*",
    ],
    "A Maltese delegation under Works Minister Rita Borg arrived in Suva on Thursday.": [
        "visit ongoing 2024-06-20 @Suva: Rita Borg, Fiji*",
    ],
    (
        "Malta and Fiji held talks in Suva on Monday. The Maltese side was headed by Trade "
        "Minister Ann Vella, while Jone Rabu, the Fijian trade minister, led the Fijian team."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu",
    ],
    (
        "Maltese President Ann Vella met Fiji's Jone Rabu in Suva on Monday. They were joined by "
        "Maltese Trade Minister Leo Grech."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu, Leo Grech",
    ],
    (
        "Maltese President Ann Vella met Fiji's Jone Rabu in Suva on Monday. Maltese Trade "
        "Minister Leo Grech was present at the talks."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu, Leo Grech",
    ],
    "Maltese President Ann Vella met Fiji's Jone Rabu on Monday with Omani Trade Minister "
    "Ali Nasser at her side.": [
        "talks held 2024-06-17: Ann Vella, Jone Rabu, Ali Nasser",
    ],
    (
        "Malta and Fiji held talks in Suva on Monday. Malta was represented by Trade Minister "
        "Ann Vella."
    ): [
        "talks held 2024-06-17 @Suva: Fiji, Ann Vella",
    ],
    # Of whom only the state is told.
    "Delegates from Malta and from Fiji met in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Malta, Fiji",
    ],
    "Negotiators for Malta and Fiji met in Suva on Monday with EU mediator Jan Mroz.": [
        "talks held 2024-06-17 @Suva: Malta, Fiji, Jan Mroz",
    ],
    "Envoys from the two Koreas met in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: North Korea, South Korea",
    ],
    (
        "Omani Trade Minister Ali Nasser was in Suva on Monday. The Omani met Fijian Trade "
        "Minister Jone Rabu."
    ): [
        "visit held 2024-06-17 @Suva: Ali Nasser, Fiji*",
        "talks held 2024-06-17 @Suva: Ali Nasser, Jone Rabu",
    ],
    # In pictures.
    "Maltese Minister Ann Vella, left, and Fiji's Jone Rabu (2nd R) meet in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu",
    ],
    # Sentences that only call the roll.
    (
        "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in Suva on Monday. "
        "Also present were Fijian Fisheries Minister Mere Tora and Maltese envoy Karl Borg."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu, Mere Tora, Karl Borg",
    ],
    (
        "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in Suva on Monday. "
        "On the Fijian side were Fisheries Minister Mere Tora and Labour Minister Sitiveni Qio."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu, Mere Tora, Sitiveni Qio",
    ],
    (
        "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in Suva on Monday. "
        "Fijian Fisheries Minister Mere Tora sat in on the talks."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu, Mere Tora",
    ],
    (
        "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in Suva on Monday. "
        "With Rabu was his deputy, Fijian Fisheries Minister Mere Tora."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu, Mere Tora",
    ],
    (
        "Maltese President Ann Vella arrived in Suva on Monday. "
        "In her delegation are Trade Minister Karl Borg and Health Minister Mary Pace."
    ): [
        "visit held 2024-06-17 @Suva: Ann Vella, Karl Borg, Mary Pace, Fiji*",
    ],
    (
        "Maltese President Ann Vella arrived in Suva on Monday. "
        "Travelling with her are Trade Minister Karl Borg and Health Minister Mary Pace."
    ): [
        "visit held 2024-06-17 @Suva: Ann Vella, Karl Borg, Mary Pace, Fiji*",
    ],
    (
        "Maltese President Ann Vella arrived in Suva on Monday. "
        "Maltese Trade Minister Karl Borg and Health Minister Mary Pace are part of the delegation."
    ): [
        "visit held 2024-06-17 @Suva: Ann Vella, Karl Borg, Mary Pace, Fiji*",
    ],
    (
        "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in Suva on Monday. "
        "Fijian Fisheries Minister Mere Tora was not present."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu",
    ],
    (
        "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in Suva on Monday. "
        "Fijian Fisheries Minister Mere Tora was present at a wedding in Nadi."
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu",
    ],
    (
        "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in Suva on Monday. "
        "With fishing in decline is Fijian Fisheries Minister Mere Tora right?"
    ): [
        "talks held 2024-06-17 @Suva: Ann Vella, Jone Rabu",
    ],
    (
        "Maltese President Ann Vella arrived in Suva on Monday. "
        "Members of her party are angry with Health Minister Mary Pace."
    ): [
        "visit held 2024-06-17 @Suva: Ann Vella, Fiji*",
    ],
    # The first person.
    '"I met Fiji\'s Jone Rabu in Suva," Maltese Trade Minister Ann Vella said on Monday.': [
        "talks held @Suva: Ann Vella, Jone Rabu",
    ],
    ('Maltese Trade Minister Ann Vella said no. "On Friday we will meet Fiji\'s Jone Rabu."'): [
        "talks planned 2024-06-21: Ann Vella, Jone Rabu",
    ],
    # Rebels' leaders meet no summit.
    "Oman's trade minister, Ali Nasser, met Houthi leaders in Sanaa.": [
        "talks held @Sanaa: Ali Nasser, Houthis",
    ],
}

SILENT: list[str] = [
    "Maltese Trade Minister Ann Vella said in Valletta that she will meet the president.",
    'Maltese Trade Minister Ann Vella said no. A singer said: "I met Fiji\'s Jone Rabu."',
    "Maltese Trade Minister Ann Vella leads the delegation. Fiji's Jone Rabu joined them.",
    "Maltese Trade Minister Ann Vella told visiting reporters of ships from Fiji.",
    "Maltese Trade Minister Ann Vella told the host of a show in Fiji that she sings.",
]


@pytest.mark.parametrize("text", CASES)
def test_participants(text: str) -> None:
    assert CASES[text] == [short(m) for m in detect(text)]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_takes_part(text: str) -> None:
    assert [] == [short(m) for m in detect(text)]
