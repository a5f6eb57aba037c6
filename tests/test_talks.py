"""Talks, summits and conferences in the many ways of telling of them: own sentences with records.

Written as in ``test_meetings``; what must stay silent stands beside it.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    # the base behind "will" and "to", not the past of "lie"
    "Maltese President Ann Vella will lay out the plan to Fijian Premier Will Rojas on Friday.": [
        "talks planned 2024-06-21: Ann Vella, Will Rojas",
    ],
    # a ministry's building only tells the city
    "Maltese President Ann Vella met Fijian Premier Will Rojas on Monday at the State "
    "Department.": [
        "talks held 2024-06-17 @Washington: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella met Fijian Premier Will Rojas at the Ugandan Foreign Ministry.": [
        "talks held @Kampala: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella met Fijian Premier Will Rojas at the Dutch Foreign Ministry.": [
        "talks held: Ann Vella, Will Rojas",
    ],
    # who congratulates somebody on it need not have been there
    "Maltese President Ann Vella congratulated Fijian Premier Will Rojas on the ASEAN summit.": [
        "summit held: ASEAN",
    ],
    # the day of the call is not that of what was reviewed
    "Maltese President Ann Vella spoke on Monday with Fijian Premier Will Rojas to review plans "
    "for the NATO summit to be held in Rome.": [
        "call held 2024-06-17: Ann Vella, Will Rojas",
        "summit planned @Rome: NATO",
    ],
    # face to face
    "Maltese Foreign Minister Ann Vella spoke with Fijian Foreign Minister Will Rojas on the "
    "sidelines of the UN General Assembly in New York.": [
        "talks held @New York: Ann Vella, Will Rojas",
        "conference held @New York: UN, Ann Vella, Will Rojas",
    ],
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
    "The seventh session of the Joint Maltese-Fijian Committee, chaired by Maltese Foreign "
    "Minister Ann Vella, opened in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Fiji, Ann Vella",
    ],
    "The Malta-Fiji border committee meets in Suva on Friday.": [
        "talks planned 2024-06-21 @Suva: Malta, Fiji",
    ],
    "The Permanent Joint Commission between Malta and Fiji ended its session in Suva on Friday.": [
        "talks held 2024-06-14 @Suva: Malta, Fiji",
    ],
    "The contact group, made up of Malta, Fiji and Tonga, will meet in Suva on Friday.": [
        "talks planned 2024-06-21 @Suva: Malta, Fiji, Tonga",
    ],
    "The Astana talks, in which Malta and Fiji took part, ended on Monday.": [
        "talks held 2024-06-17 @Astana: Malta, Fiji",
    ],
    "Maltese President Ann Vella hosted a summit last week, at which she and Fijian Premier Will "
    "Rojas sealed a pact.": [
        "summit held 2024-06-10/2024-06-16: Ann Vella, Will Rojas",
    ],
    "Malta and Fiji signed the pact at a summit in Kampala on Monday.": [
        "summit held 2024-06-17 @Kampala: Malta, Fiji",
    ],
    "Maltese envoy Ann Vella held talks with delegates from Oman, from Chad and from Fiji, one "
    "country after the other, in Geneva on Monday.": [
        "talks held 2024-06-17 @Geneva: Ann Vella, Oman",
        "talks held 2024-06-17 @Geneva: Ann Vella, Chad",
        "talks held 2024-06-17 @Geneva: Ann Vella, Fiji",
    ],
    "Maltese President Ann Vella held talks in Suva on Monday with Fijian Premier Will Rojas and, "
    "separately, Greek Prime Minister Nikos Pappas.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
        "talks held 2024-06-17 @Suva: Ann Vella, Nikos Pappas",
    ],
    "Besides Fijian Premier Will Rojas, Maltese President Ann Vella met Greek Prime Minister Nikos "
    "Pappas in Suva.": [
        "talks held @Suva: Ann Vella, Will Rojas",
        "talks held @Suva: Ann Vella, Nikos Pappas",
    ],
    "The 27 EU leaders will hold an extraordinary summit in Brussels on July 6.": [
        "summit planned 2024-07-06 @Brussels: EU",
    ],
    "Leaders of the eight-member Shanghai Cooperation Organization gather in Astana on Friday.": [
        "summit planned 2024-06-21 @Astana: SCO",
    ],
    "Defence ministers from NATO countries convened in Brussels on Monday.": [
        "conference held 2024-06-17 @Brussels: NATO",
    ],
    "Talks brokered by Oman were held on Monday. UN-brokered talks between Malta and Fiji opened "
    "in Suva on Tuesday.": [
        "talks held 2024-06-18 @Suva: Malta, Fiji, UN",
    ],
    "Ministers from 40 countries gathered in Suva on Monday for a conference on trade, co-hosted "
    "by Malta and Tonga.": [
        "conference held 2024-06-17 @Suva: Malta, Tonga",
    ],
    "EU foreign ministers met in Suva on Monday, with Malta on the agenda.": [
        "conference held 2024-06-17 @Suva: EU",
    ],
    "Fijian Premier Will Rojas skipped the CARICOM summit in Georgetown.": [
        "summit cancelled @Georgetown: CARICOM, Will Rojas",
    ],
    "Fijian Premier Will Rojas did not attend the summit in Georgetown on Monday.": [
        "summit cancelled 2024-06-17 @Georgetown: Will Rojas",
    ],
    "The leaders of Malta and Fiji were shaking hands in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: role:MT:leader, role:FJ:leader",
    ],
    "The Andean Community turns 55. Its summit will be held in Lima in July.": [
        "summit planned 2024-07 @Lima: Andean Community",
    ],
    "CARICOM has barred Fiji. The bloc's foreign ministers met in Georgetown on Monday.": [
        "conference held 2024-06-17 @Georgetown: CARICOM",
    ],
    "Fijian Premier Will Rojas, who chairs CARICOM, opened its 48th regular meeting in Georgetown "
    "on Monday.": [
        "conference held 2024-06-17 @Georgetown: CARICOM, Will Rojas",
    ],
    "Delegations from Malta and Chad are in Suva. The negotiations, mediated by the UN, are to "
    "last three days.": [
        "visit ongoing 2024-06-20 @Suva: Malta, Chad, Fiji*",
        "talks planned: Malta, Chad, UN",
    ],
    "The Maltese and Chadian presidents talked in Suva on Monday. It was their third meeting this "
    "year.": [
        "talks held 2024-06-17 @Suva: role:MT:president, role:TD:president",
    ],
    "Maltese Foreign Minister Ann Vella and Fijian Premier Will Rojas signed a fisheries accord "
    " in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "The Maltese delegation walked out of talks with Fiji in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Malta, Fiji",
    ],
    "Maltese President Ann Vella told Fijian Premier Will Rojas in Suva on Monday that the ports "
    "would stay open.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella met Fijian Premier Will Rojas in Suva on Monday and agreed to "
    "meet again in August.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
        "talks planned 2024-08: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas held two rounds of talks, in "
    "Rome in March and in Suva in May.": [
        "talks held 2024-03 @Rome: Ann Vella, Will Rojas",
        "talks held 2024-05 @Suva: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas, who last met in Rome in March, "
    "will hold talks on Friday.": [
        "talks held 2024-03 @Rome: Ann Vella, Will Rojas",
        "talks planned 2024-06-21: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas held talks on Monday, their first "
    "since a summit in Rome in March.": [
        "talks held 2024-06-17: Ann Vella, Will Rojas",
        "summit held 2024-03 @Rome: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella said that a third meeting with Fijian Premier Will Rojas could "
    "take place in Rome.": [
        "talks possible @Rome: Will Rojas, Ann Vella",
    ],
    "Maltese foreign ministry spokesman Joe Borg said his country's talks with Fiji would "
    "resume on Friday.": [
        "talks planned 2024-06-21: Malta, Fiji",
    ],
    "Maltese President Ann Vella discussed the fighting in Mali with Fijian Premier Will Rojas in "
    "Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Ann Vella, Will Rojas",
    ],
    "Malta denied that its president, Ann Vella, had met Fijian Premier Will Rojas in Rome last "
    "month.": [
        "talks possible 2024-05 @Rome: Ann Vella, Will Rojas",
    ],
    "Fijian Premier Will Rojas turned down an invitation to talks with Maltese President Ann Vella "
    "in Rome.": [
        "talks cancelled @Rome: Will Rojas, Ann Vella",
    ],
    "Plans for a meeting between Maltese President Ann Vella and Fijian Premier Will Rojas were "
    "dropped.": [
        "talks cancelled: Ann Vella, Will Rojas",
    ],
    "Hosted by Fijian Premier Will Rojas, the meeting was attended by Maltese President Ann "
    "Vella.": [
        "talks held: Ann Vella, Will Rojas",
    ],
    "Negotiations between Malta and the Fijian rebel movement Hamas ended in Suva on Monday.": [
        "talks held 2024-06-17 @Suva: Malta, Hamas",
    ],
    "Vella, Rojas discuss trade\n\nMaltese President Ann Vella spoke by telephone with Fijian "
    "Premier Will Rojas on Monday. Vella and Rojas also discussed fishing.": [
        "call held 2024-06-17: Ann Vella, Will Rojas",
    ],
    "Maltese President Ann Vella and Fijian Premier Will Rojas talked over the phone in May.": [
        "call held 2024-05: Ann Vella, Will Rojas",
    ],
    # Verbs in a row behind commas.
    "Maltese President Ann Vella arrives in Suva, meets Greek Premier Nikos Pappas\n\n"
    "SUVA (Wire) -- It rained all day.": [
        "visit ongoing 2024-06-20 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-20 @Suva: Ann Vella, Nikos Pappas",
    ],
    "Maltese President Ann Vella to visit Suva, meet Greek Premier Nikos Pappas": [
        "visit planned @Suva: Ann Vella, Fiji*",
        "talks planned: Ann Vella, Nikos Pappas",
    ],
    "Maltese President Ann Vella, Greek Premier Nikos Pappas meet in Rome, discuss Tonga": [
        "talks held @Rome: Ann Vella, Nikos Pappas",
    ],
    "Maltese President Ann Vella will on Friday see the port of Suva, meet Greek Premier Nikos "
    "Pappas and address parliament.": [
        "talks planned 2024-06-21: Ann Vella, Nikos Pappas",
    ],
    # What they discuss is at another time and place, and perhaps among others.
    "Maltese Foreign Minister Ann Vella and Fijian Foreign Minister Will Rojas discussed a "
    "possible meeting between Croatian President Ivan Horvat and Greek Premier Nikos "
    "Pappas in October.": [
        "talks held: Ann Vella, Will Rojas",
        "talks possible 2024-10: Ivan Horvat, Nikos Pappas",
    ],
    "Maltese Foreign Minister Ann Vella and Fijian Foreign Minister Will Rojas discussed "
    "preparations for a summit between Croatia and Greece in Athens.": [
        "talks held: Ann Vella, Will Rojas",
        "summit planned @Athens: Croatia, Greece",
    ],
    "Maltese Foreign Minister Ann Vella and Fijian Foreign Minister Will Rojas met in Rome to "
    "prepare the summit between Croatia and Greece in October.": [
        "talks held @Rome: Ann Vella, Will Rojas",
        "summit planned 2024-10: Croatia, Greece",
    ],
    "Maltese Foreign Minister Ann Vella and Fijian Foreign Minister Will Rojas spoke by phone and "
    "agreed to meet on the sidelines of the G20 in Rome. They also discussed trade.": [
        "call held: Ann Vella, Will Rojas",
        "talks planned @Rome: Ann Vella, Will Rojas",
        "conference planned @Rome: G20, Ann Vella, Will Rojas",
    ],
    # The summit was told before its margins.
    "Maltese Foreign Minister Ann Vella is in Suva to attend the G20 summit. On the sidelines of "
    "the summit on Friday, Vella will hold talks with Greek Foreign Minister Nikos Pappas.": [
        "visit ongoing 2024-06-20/2024-06-21 @Suva: Ann Vella, Fiji*",
        "summit planned 2024-06-21 @Suva: G20, Ann Vella, Nikos Pappas",
        "talks planned 2024-06-21 @Suva: Ann Vella, Nikos Pappas",
    ],
    "The Arab League has called an emergency summit for Sunday in Suva.": [
        "summit planned 2024-06-23 @Suva: Arab League",
    ],
    "The summit which the Arab League had called for Sunday in Suva is to be short.": [
        "summit planned 2024-06-23 @Suva: Arab League",
    ],
    "Maltese Foreign Minister Ann Vella is on her way to the Commonwealth summit in Suva.": [
        "summit planned @Suva: Commonwealth, Ann Vella",
    ],
    "Maltese President Ann Vella spoke with Fijian Premier Will Rojas at the Halifax International "
    "Security Forum on Saturday.": [
        "talks held 2024-06-15 @Halifax: Ann Vella, Will Rojas",
        "conference held 2024-06-15 @Halifax: Ann Vella",
    ],
    "The presidents of Malta, Fiji and Tonga will sit down in Suva on Friday for their third "
    "summit.": [
        "summit planned 2024-06-21 @Suva: role:MT:president, role:FJ:president, role:TO:president",
    ],
    "The army chiefs of ECOWAS member states ended two days of talks in Accra on Friday.": [
        "conference held 2024-06-13/2024-06-14 @Accra: ECOWAS",
    ],
    # with whom the relations are that he is for; a field that has a name
    "Maltese President Ann Vella met Fiji's special envoy for relations with Tonga Ana Lala.": [
        "talks held: Ann Vella, Ana Lala",
    ],
    "The EU's lead negotiator on Frexit, Ana Lala, met Maltese President Ann Vella.": [
        "talks held: Ana Lala, Ann Vella",
    ],
    "Talks between Malta and Fiji are due on Friday.": ["talks planned 2024-06-21: Malta, Fiji"],
    "EU leaders meet in Suva in October.": ["summit planned 2024-10 @Suva: EU"],
    "OSCE ministers meet in Suva on Tuesday.": ["conference planned 2024-06-25 @Suva: OSCE"],
    "Maltese President Ann Vella called off her visit to Fiji hours before take-off.": [
        "visit cancelled @Fiji: Ann Vella, Fiji*",
    ],
}

SILENT = [
    # of a business, party or church
    "Maltese President Ann Vella praised weavers at the Rope Makers' and Retailers' Congress.",
    "Wool prices rise, it was said at the Malta Entrepreneur Summit in Valletta.",
    "Maltese President Ann Vella opened the Assembly of Catholic Bishops in Valletta on Monday.",
    # of which none is told by itself
    "Maltese President Ann Vella has had over 25 conversations with Fijian envoys.",
    "Malta has held dozens of meetings with Fiji.",
    "The practice of meetings between Malta and Fiji has resumed.",
    # whenever there are any
    "Dialogue between Malta and Fiji is useful, President Ann Vella said.",
    "Negotiations between Malta and Fiji must be fair.",
    # what is met
    "Malta and Fiji meet the requirements of the union.",
    "Malta met the expectations of Fiji's farmers.",
    "Malta made a proposal on the organisation of a summit between Croatia and Greece.",
    "Rome is examining Maltese proposals on a summit of the Croatian and Greek presidents.",
    "The club hosts races, meets and shows in Malta and Fiji.",
    "Maltese President Ann Vella and Fijian Premier Will Rojas spoke at a rally on Monday.",
    "Maltese President Ann Vella and Fijian Premier Will Rojas talk about everything.",
    "Malta and Oman left the union. Kenya held its summit of artists in Nairobi on Monday.",
    "The German-Polish council meets every year in Warsaw.",
    "Malta stands ready to host talks between Fiji and Tonga.",
    "The cyclone brought together Fiji and Tonga.",
    "Maltese President Ann Vella went to other countries in May.",
    "Maltese President Ann Vella and Fijian Premier Will Rojas signed off on the plan.",
    "Maltese President Ann Vella told Fijian Premier Will Rojas in a letter that she would stay.",
    "Maltese President Ann Vella and Fijian Premier Will Rojas were expected to discuss trade.",
    "Maltese President Ann Vella raised hopes with Fiji.",
    "Maltese President Ann Vella said Fiji called the meeting a success.",
    "Maltese President Ann Vella was left out of the summit on trade.",
]


@pytest.mark.parametrize("text", CASES)
def test_records(text: str) -> None:
    assert [short(m) for m in detect(text)] == CASES[text]


@pytest.mark.parametrize("text", SILENT)
def test_no_meeting(text: str) -> None:
    assert [short(m) for m in detect(text)] == []
