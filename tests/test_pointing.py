"""Who takes part where the text points instead of naming: "each of them", "all three", "talks with
A are planned". Records are written as in ``test_meetings``; invented persons throughout.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

_THREE = (
    "Maltese Trade Minister Ann Vella, Fijian Trade Minister Jone Rabu and Omani Trade Minister "
    "Ali Nasser talked by telephone in May. "
)
_TWO = (
    "Maltese Trade Minister Ann Vella and Fijian Trade Minister Jone Rabu talked by telephone in "
    "May. "
)
_CALL = "call held 2024-05: Ann Vella, Jone Rabu"
_ROUND = "call held 2024-05: Ann Vella, Jone Rabu, Ali Nasser"
_HOME = "Maltese Trade Minister Ann Vella met Fijian Trade Minister Jone Rabu in May. "
_MET = "talks held 2024-05: Ann Vella, Jone Rabu"

CASES: dict[str, list[str]] = {
    # Two who meet others one by one stay two.
    _TWO + "Norwegian President Ida Holm and Croatian Premier Ivan Horvat met each of them "
    "separately on June 3, first Vella and then Rabu.": [
        _CALL,
        "talks held 2024-06-03: Ida Holm, Ivan Horvat, Ann Vella",
        "talks held 2024-06-03: Ida Holm, Ivan Horvat, Jone Rabu",
    ],
    "Norwegian President Ida Holm and Croatian Premier Ivan Horvat met Maltese President Ann Vella "
    "and Omani Minister Ali Nasser separately.": [
        "talks held: Ida Holm, Ivan Horvat, Ann Vella",
        "talks held: Ida Holm, Ivan Horvat, Ali Nasser",
    ],
    # All of them.
    _THREE + "All three are to meet Norwegian President Ida Holm.": [
        _ROUND,
        "talks planned: Ann Vella, Jone Rabu, Ali Nasser, Ida Holm",
    ],
    _THREE + "Norwegian President Ida Holm received all three of them on June 3.": [
        _ROUND,
        "talks held 2024-06-03: Ida Holm, Ann Vella, Jone Rabu, Ali Nasser",
    ],
    _TWO + "Norwegian President Ida Holm will have lunch with the two on June 30.": [
        _CALL,
        "talks planned 2024-06-30: Ida Holm, Ann Vella, Jone Rabu",
    ],
    _TWO + "Norwegian President Ida Holm met both of them on June 3.": [
        _CALL,
        "talks held 2024-06-03: Ida Holm, Ann Vella, Jone Rabu",
    ],
    # Each of them.
    _TWO + "They each met Norwegian President Ida Holm on June 3.": [
        _CALL,
        "talks held 2024-06-03: Ida Holm, Ann Vella",
        "talks held 2024-06-03: Ida Holm, Jone Rabu",
    ],
    _TWO + "Both were received in turn by Norwegian President Ida Holm on June 3.": [
        _CALL,
        "talks held 2024-06-03: Ida Holm, Ann Vella",
        "talks held 2024-06-03: Ida Holm, Jone Rabu",
    ],
    _TWO + "Norwegian President Ida Holm plans a meeting with each of the two in July.": [
        _CALL,
        "talks planned 2024-07: Ida Holm, Ann Vella",
        "talks planned 2024-07: Ida Holm, Jone Rabu",
    ],
    # Those of an office, a ministry, a government.
    _THREE + "The ministers will be received by Norwegian President Ida Holm on July 2.": [
        _ROUND,
        "talks planned 2024-07-02: Ida Holm, Ann Vella, Jone Rabu, Ali Nasser",
    ],
    _TWO + "The heads of the two ministries last met in Oslo in 2022.": [
        _CALL,
        "talks held 2022 @Oslo: Ann Vella, Jone Rabu",
    ],
    _TWO + "Their foreign ministers will meet in Oslo on July 2.": [
        _CALL,
        "talks planned 2024-07-02 @Oslo: role:MT:foreign minister, role:FJ:foreign minister",
    ],
    _TWO + "Officials from both governments are to sit down in Oslo on July 2.": [
        _CALL,
        "talks planned 2024-07-02 @Oslo: Malta, Fiji",
    ],
    "Malta, Fiji and Oman share a dream. The leaders of all three will meet in Oslo on July 2.": [
        "talks planned 2024-07-02 @Oslo: role:MT:leader, role:FJ:leader, role:OM:leader",
    ],
    _TWO + "Their trade ministers never tire. Their bosses will meet in Oslo on July 2.": [_CALL],
    "Malta and Fiji wrapped up a dialogue in Suva in May. A meeting of the foreign ministers is "
    "planned for July.": [
        "talks held 2024-05 @Suva: Malta, Fiji",
        "talks planned 2024-07: role:MT:foreign minister, role:FJ:foreign minister",
    ],
    "Norwegian President Ida Holm met Maltese President Ann Vella in Oslo. The Maltese guest then "
    "called on Fijian President Jone Rabu.": [
        "talks held @Oslo: Ida Holm, Ann Vella",
        "talks held @Oslo: Ann Vella, Jone Rabu",
    ],
    # Apart from each other, not with all.
    "Norwegian President Ida Holm met Maltese President Ann Vella and Fijian President Jone Rabu "
    "in May. She saw each of them separately in Oslo.": [
        "talks held 2024-05: Ida Holm, Ann Vella, Jone Rabu",
        "talks held @Oslo: Ida Holm, Ann Vella",
        "talks held @Oslo: Ida Holm, Jone Rabu",
    ],
    "Norwegian President Ida Holm had meetings in May: with Maltese President Ann Vella, Fijian "
    "President Jone Rabu and Omani minister Ali Nasser.": [
        "talks held 2024-05: Ida Holm, Ann Vella",
        "talks held 2024-05: Ida Holm, Jone Rabu",
        "talks held 2024-05: Ida Holm, Ali Nasser",
    ],
    # Names behind an office, each with its state.
    "The foreign ministers of Malta, Ann Vella, and Fiji, Jone Rabu, met in Oslo in May.": [
        "talks held 2024-05 @Oslo: Ann Vella, Jone Rabu",
    ],
    "Norwegian President Ida Holm met her counterparts from Malta (Ann Vella), Fiji (Jone Rabu) "
    "and Oman (Ali Nasser) in May.": [
        "talks held 2024-05: Ida Holm, Ann Vella, Jone Rabu, Ali Nasser",
    ],
    "The presidents of Malta, Fiji and Oman - Ann Vella, Jone Rabu and Ali Nasser - met in May.": [
        "talks held 2024-05: Ann Vella, Jone Rabu, Ali Nasser",
    ],
    # Delegations.
    "A Maltese delegation under Trade Minister Ann Vella came to Oslo in May. The delegation met "
    "Norwegian President Ida Holm.": [
        "visit held 2024-05 @Oslo: Ann Vella, Norway*",
        "talks held 2024-05 @Oslo: Ida Holm, Ann Vella",
    ],
    "Maltese Trade Minister Ann Vella and Fisheries Minister Joe Borg came to Oslo in May. The "
    "Maltese delegation met Norwegian President Ida Holm.": [
        "visit held 2024-05 @Oslo: Ann Vella, Joe Borg, Norway*",
        "talks held 2024-05 @Oslo: Ida Holm, Ann Vella, Joe Borg",
    ],
    "Norwegian President Ida Holm received a delegation of Maltese lawmakers led by Speaker Ann "
    "Vella in May.": ["talks held 2024-05: Ida Holm, Ann Vella"],
    "Norwegian President Ida Holm received a delegation from Malta headed by Ann Vella, the trade "
    "minister.": ["talks held: Ida Holm, Ann Vella"],
    "Maltese Trade Minister Ann Vella heads a delegation of traders. The delegation is to meet "
    "Norwegian President Ida Holm in July.": ["talks planned 2024-07: Ann Vella, Ida Holm"],
    "Maltese Trade Minister Ann Vella left. The delegation is to meet Norwegian President Ida Holm "
    "in July.": [],
    "Maltese Trade Minister Ann Vella came to Oslo in May. A Maltese trade delegation will meet "
    "Norwegian officials in July.": [
        "visit held 2024-05 @Oslo: Ann Vella, Norway*",
        "talks planned 2024-07: Malta, Norway",
    ],
    # Those who bring others together, chair or mediate.
    "Norwegian President Ida Holm brought Maltese President Ann Vella and Fijian President Jone "
    "Rabu together in Oslo in May.": ["talks held 2024-05 @Oslo: Ida Holm, Ann Vella, Jone Rabu"],
    "Maltese President Ann Vella met Fiji's Jone Rabu in May under Norwegian mediation.": [
        "talks held 2024-05: Ann Vella, Jone Rabu, Norway",
    ],
    _HOME + "The talks were hosted by Norwegian President Ida Holm.": [_MET + ", Ida Holm"],
    _HOME + "Norwegian President Ida Holm acted as mediator.": [_MET + ", Ida Holm"],
    _HOME + "Norwegian President Ida Holm also took part.": [_MET + ", Ida Holm"],
    _HOME + "Norwegian President Ida Holm also took part in a regatta.": [_MET],
    _HOME + "Norwegian President Ida Holm served as ambassador once.": [_MET],
    # Those who do likewise, and those who come next.
    "Maltese President Ann Vella met Fiji's Jone Rabu in May, as did Ida Holm of Norway.": [
        _MET,
        "talks held 2024-05: Ida Holm, Jone Rabu",
    ],
    "Malta's Ann Vella met Fiji's Jone Rabu in May and will do the same with Norway's Ida Holm on "
    "July 2.": [_MET, "talks planned 2024-07-02: Ann Vella, Ida Holm"],
    _HOME + "Omani Trade Minister Ali Nasser was next.": [
        _MET,
        "talks held: Ann Vella, Ali Nasser",
    ],
    _HOME + "On June 3 it was the turn of Omani Trade Minister Ali Nasser.": [
        _MET,
        "talks held 2024-06-03: Ann Vella, Ali Nasser",
    ],
    _HOME + "Applause followed. Omani Trade Minister Ali Nasser followed the talks closely.": [
        _MET
    ],
    "Maltese President Ann Vella cut taxes, as did Jone Rabu of Fiji. Ida Holm was next.": [],
    # Who "he" is: for whom a pronoun was enough before; "him" is not the one who acts.
    "Maltese envoy Joe Borg is touring the Gulf. Omani Trade Minister Ali Nasser received him in "
    "Muscat in May. He then flew to Doha.": [
        "talks held 2024-05 @Muscat: Ali Nasser, Joe Borg",
        "visit held 2024-05 @Muscat: Joe Borg, Oman*",
        "visit held @Doha: Joe Borg, Qatar*",
    ],
    "Maltese envoy Joe Borg will visit Oman in July. Omani Trade Minister Ali Nasser has invited "
    "him for lunch. He will also meet Prime Minister Said Harthy.": [
        "visit planned 2024-07 @Oman: Joe Borg, Oman*",
        "talks possible 2024-07 @Oman: Ali Nasser, Joe Borg",
        "talks planned 2024-07 @Oman: Joe Borg, Said Harthy",
    ],
    # On the margins of something larger it is those who meet who take a partner.
    "Maltese President Ann Vella met on the sidelines of the UN General Assembly with Jone Rabu of "
    "Fiji.": [
        "talks held: Ann Vella, Jone Rabu",
        "conference held: UN, Ann Vella, Jone Rabu",
    ],
    "Malta's Deputy Prime Minister and Defence Minister Ann Vella met her Fijian counterpart.": [
        "talks held: Ann Vella, role:FJ:defence minister",
    ],
    # Offices in a row before one name; a name that holds a place.
    "KUWAIT - First Deputy Prime Minister, Minister of Defense Sheikh Ali Yusuf Al-Sabah received "
    "Fijian Trade Minister Jone Rabu in Kuwait.": [
        "talks held @Kuwait: Ali Yusuf Al-Sabah, Jone Rabu",
        "visit held @Kuwait: Jone Rabu, Kuwait*",
    ],
    # Lists with semicolons, pairs of state and name.
    "Norway's Ida Holm met Ann Vella of Malta; Jone Rabu, the Fijian trade minister; and "
    "Ali Nasser of Oman.": ["talks held: Ida Holm, Ann Vella, Jone Rabu, Ali Nasser"],
    "Ida Holm of Norway met Ann Vella of Malta; Jone Rabu of Fiji met Ali Nasser of Oman.": [
        "talks held: Ida Holm, Ann Vella",
        "talks held: Jone Rabu, Ali Nasser",
    ],
    "Norway's Ida Holm met the foreign ministers of Malta Ann Vella and Fiji Jone Rabu.": [
        "talks held: Ida Holm, Ann Vella, Jone Rabu",
    ],
    # Not those, or not known which.
    _TWO + "One of them met Norwegian President Ida Holm on June 3.": [_CALL],
    _TWO + "Norwegian President Ida Holm spoke of the two days in Suva.": [_CALL],
    # Only the other side is named: it is the meeting of whom the text is about.
    _HOME + "Talks with Omani Trade Minister Ali Nasser are planned for July 2.": [
        _MET,
        "talks planned 2024-07-02: Ann Vella, Ali Nasser",
    ],
    _HOME + "A lunch with Omani Trade Minister Ali Nasser is on her agenda for July 2.": [
        _MET,
        "talks planned 2024-07-02: Ann Vella, Ali Nasser",
    ],
    _HOME + "A trilateral meeting with Omani Trade Minister Ali Nasser has been set for July 2.": [
        _MET,
        "talks planned 2024-07-02: Ann Vella, Jone Rabu, Ali Nasser",
    ],
    _HOME + "Talks with Omani growers are planned. Trade with Ali Nasser of Oman is brisk.": [_MET],
    "Ann Vella of Malta praised the harvest. Talks with Omani minister Ali Nasser are planned.": [],
}


@pytest.mark.parametrize(("text", "records"), list(CASES.items()))
def test_those_pointed_at_take_part(text: str, records: list[str]) -> None:
    assert [short(r) for r in detect(text)] == records
