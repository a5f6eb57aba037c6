"""When and how it stands: dates, days and status told in other clauses and sentences."""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    # put off to another day
    "Maltese President Ann Vella was to have met Fijian Prime Minister Sitiveni Rabuka in Suva on "
    "Monday, but the meeting was postponed to July 20.": [
        "talks planned 2024-07-20 @Suva: Ann Vella, Sitiveni Rabuka",
    ],
    "Talks between Malta and Fiji, scheduled for Friday in Rome, were moved to Saturday.": [
        "talks planned 2024-06-22 @Rome: Malta, Fiji",
    ],
    "Maltese President Ann Vella postponed her visit to Fiji until further notice.": [
        "visit cancelled @Fiji: Ann Vella, Fiji*",
    ],
    "On Monday Malta called off talks with Fiji.": ["talks cancelled: Malta, Fiji"],
    # a day of something else, from which the event's own may be counted
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome two days before "
    "the regatta on June 12.": [
        "talks held 2024-06-10 @Rome: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome. Their meeting "
    "took place days after the two states named envoys on May 24.": [
        "talks held @Rome: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka on Tuesday, days after "
    "the floods.": [
        "talks held 2024-06-18: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella invited Fijian Prime Minister Sitiveni Rabuka to Malta during her "
    "trip to Suva in January.": [
        "visit possible @Malta: Sitiveni Rabuka, Malta*",
        "visit held 2024-01 @Suva: Ann Vella, Fiji*",
    ],
    # what is only discussed, but has its day
    "They discussed next month's visit by the Maltese president to Fiji.": [
        "visit planned 2024-07 @Fiji: role:MT:president, Fiji*",
    ],
    "They discussed this week's extraordinary NATO summit.": [
        "summit planned 2024-06-17/2024-06-23: NATO",
    ],
    "They discussed a visit by Maltese President Ann Vella to Fiji.": [
        "visit possible @Fiji: Ann Vella, Fiji*",
    ],
    "The minister welcomed the visit to Malta later this week by Fijian Prime Minister Sitiveni "
    "Rabuka.": [
        "visit planned 2024-06-17/2024-06-23 @Malta: Sitiveni Rabuka, Malta*",
    ],
    # "upcoming" stands for both
    "They talked about the upcoming ASEAN meeting and NATO summit.": [
        "conference planned: ASEAN",
        "summit planned: NATO",
    ],
    "They discussed the recent NATO summit in Rome.": [
        "summit held @Rome: NATO",
    ],
    # behind what it is for
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka to discuss fish quotas "
    "on Monday.": [
        "talks held 2024-06-17: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella agreed to meet Fijian Prime Minister Sitiveni Rabuka to sign a "
    "pact on Monday.": [
        "talks planned 2024-06-24: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka to prepare a summit on "
    "Monday.": [
        "talks held: Ann Vella, Sitiveni Rabuka",
    ],
    # told in the sentence after
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka for the first time. It "
    "took place in Suva on June 4.": [
        "talks held 2024-06-04 @Suva: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka. It will be held in "
    "Suva in July.": [
        "talks held: Ann Vella, Sitiveni Rabuka",
    ],
    # again and again
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka twice on Monday.": [
        "talks held 2024-06-17: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella has spoken with Fijian Prime Minister Sitiveni Rabuka by phone on "
    "several occasions since May.": [],
    "Maltese President Ann Vella has repeatedly visited Fiji.": [],
    # what one is glad to do is done or at hand
    '"I am happy to welcome Fijian Prime Minister Sitiveni Rabuka to Malta," Ann Vella said.': [
        "visit ongoing 2024-06-20 @Malta: Sitiveni Rabuka, Malta*",
    ],
    "Maltese President Ann Vella was honoured to meet Fijian Prime Minister Sitiveni Rabuka.": [
        "talks held: Ann Vella, Sitiveni Rabuka",
    ],
    "Ann Vella said it was a privilege to host Fijian Prime Minister Sitiveni Rabuka in Malta.": [
        "visit held @Malta: Sitiveni Rabuka, Malta*",
    ],
    # a day in the noun group, behind "following"
    "Rain came following the June 10 visit to Malta of Fijian Prime Minister Sitiveni Rabuka.": [
        "visit held 2024-06-10 @Malta: Sitiveni Rabuka, Malta*",
    ],
    # when something else was, from which they count
    "Malta and Fiji held their first talks since the signing of a treaty in 2015.": [
        "talks held: Malta, Fiji",
    ],
    "On Monday Malta and Fiji held talks, the first since the fall of the king in 2015.": [
        "talks held 2024-06-17: Malta, Fiji",
    ],
    "Maltese President Ann Vella and Fiji's Sitiveni Rabuka met in Rome on the margins of the "
    "Global Coalition Ministerial to discuss the war in Sudan.": [
        "talks held @Rome: Ann Vella, Sitiveni Rabuka",
        "conference held @Rome: Ann Vella, Sitiveni Rabuka",
    ],
    # a day within the noun group; one without a year, of what is still to come
    "Malta noted preparations for the August 5-6 NATO summit in Rome.": [
        "summit planned 2024-08-05/2024-08-06 @Rome: NATO",
    ],
    "Oman praised the June 3 Malta-Fiji talks in Rome.": [
        "talks held 2024-06-03 @Rome: Malta, Fiji",
    ],
    "On Monday Oman's Ali Nasser spoke in Suva following the June 3 visit to Malta of Fijian "
    "Prime Minister Sitiveni Rabuka.": [
        "visit held 2024-06-03 @Malta: Sitiveni Rabuka, Malta*",
    ],
    # the end of a visit, the last and the second day of one
    "Maltese President Ann Vella arrived in Suva on Sunday. She will leave on Saturday.": [
        "visit ongoing 2024-06-16/2024-06-22 @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella left for Fiji on Sunday. She flew home on Wednesday.": [
        "visit held 2024-06-16/2024-06-19 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella arrived in Fiji on Sunday. Rain left on Wednesday.": [
        "visit held 2024-06-16 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella visited Suva last week. The two-day trip ended on Friday.": [
        "visit held 2024-06-13/2024-06-14 @Suva: Ann Vella, Fiji*",
    ],
    "A round of talks between Malta and Fiji opened in Rome on Tuesday and will end on Friday.": [
        "talks ongoing 2024-06-18/2024-06-21 @Rome: Malta, Fiji",
    ],
    "On the last day of her three-day visit to Fiji, Maltese President Ann Vella on Wednesday met "
    "Fijian Prime Minister Sitiveni Rabuka in Suva.": [
        "visit held 2024-06-17/2024-06-19 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-19 @Suva: Ann Vella, Sitiveni Rabuka",
    ],
    # counted from another event
    "Maltese President Ann Vella landed in Suva on Wednesday, two days after she met Fijian Prime "
    "Minister Sitiveni Rabuka in Rome.": [
        "visit ongoing 2024-06-19 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-17 @Rome: Ann Vella, Sitiveni Rabuka",
    ],
    "Two days after Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome "
    "on Monday, rain came.": ["talks held 2024-06-17 @Rome: Ann Vella, Sitiveni Rabuka"],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Suva on Wednesday, a "
    "day after arriving in the country.": [
        "talks held 2024-06-19 @Suva: Ann Vella, Sitiveni Rabuka",
        "visit ongoing 2024-06-18 @Suva: Ann Vella, Fiji*",
    ],
    "A day after her talks with Fijian Prime Minister Sitiveni Rabuka in Suva, Maltese President "
    "Ann Vella on Wednesday met New Zealand Prime Minister Christopher Luxon in Wellington.": [
        "talks held 2024-06-18 @Suva: Ann Vella, Sitiveni Rabuka",
        "talks held 2024-06-19 @Wellington: Ann Vella, Christopher Luxon",
    ],
    # told in front of a cleft, by a clause on the noun, or in another clause of the sentence
    "It was in Rome on Monday that Maltese President Ann Vella met Fijian Prime Minister Sitiveni "
    "Rabuka.": ["talks held 2024-06-17 @Rome: Ann Vella, Sitiveni Rabuka"],
    "On Tuesday it was Fijian Prime Minister Sitiveni Rabuka whom Maltese President Ann Vella "
    "met.": ["talks held 2024-06-18: Ann Vella, Sitiveni Rabuka"],
    "It is the fourth time this month that Maltese President Ann Vella has met Fijian Prime "
    "Minister Sitiveni Rabuka.": ["talks held: Ann Vella, Sitiveni Rabuka"],
    "Maltese President Ann Vella has called off the visit to Fiji which she was due to make on "
    "Saturday.": ["visit cancelled 2024-06-22 @Fiji: Ann Vella, Fiji*"],
    "The summit was preceded on Monday by talks between Malta and Fiji in Rome.": [
        "talks held 2024-06-17 @Rome: Malta, Fiji",
    ],
    "The pact was signed on Monday, after Malta and Fiji had held talks in Rome.": [
        "talks held 2024-06-17 @Rome: Malta, Fiji",
    ],
    "The bridge opens on July 5, the very day on which Maltese President Ann Vella meets Fijian "
    "Prime Minister Sitiveni Rabuka in Rome.": [
        "talks planned 2024-07-05 @Rome: Ann Vella, Sitiveni Rabuka",
    ],
    "The bridge opens on July 5, a day after Ann Vella of Malta and Sitiveni Rabuka of Fiji meet "
    "in Rome.": ["talks planned 2024-07-04 @Rome: Ann Vella, Sitiveni Rabuka"],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka on Monday, and next "
    "week she will visit Tonga.": [
        "talks held 2024-06-17: Ann Vella, Sitiveni Rabuka",
        "visit planned 2024-06-24/2024-06-30 @Tonga: Ann Vella, Tonga*",
    ],
    "The bridge opened on May 3 and again on May 8, when Ann Vella of Malta met Sitiveni Rabuka of "
    "Fiji.": ["talks held 2024-05-08: Ann Vella, Sitiveni Rabuka"],
    # told with the second of two verbs; of a tour; of the surroundings
    "The presidents of Malta and Fiji shook hands and chatted for a while on Monday in Rome.": [
        "talks held 2024-06-17 @Rome: role:MT:president, role:FJ:president",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka and left for Rome on "
    "Monday.": [
        "talks held: Ann Vella, Sitiveni Rabuka",
        "visit held 2024-06-17 @Rome: Ann Vella, Italy*",
    ],
    "Maltese President Ann Vella is on a ten-day tour that began on June 12. The tour has already "
    "taken her to Tonga and Samoa.": [
        "visit held 2024-06-12/2024-06-21 @Tonga: Ann Vella, Tonga*",
        "visit held 2024-06-12/2024-06-21 @Samoa: Ann Vella, Samoa*",
    ],
    "Maltese President Ann Vella is in Suva on a visit that began on Sunday and ends on Friday.": [
        "visit ongoing 2024-06-16/2024-06-21 @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella visited Suva last week. Later on the same day as the talks she "
    "met Fijian Prime Minister Sitiveni Rabuka.": [
        "visit held 2024-06-10/2024-06-16 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-10/2024-06-16 @Suva: Ann Vella, Sitiveni Rabuka",
    ],
    # just come; to come
    "Maltese President Ann Vella flew to Fiji on Thursday.": [
        "visit ongoing 2024-06-20 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella flew to Fiji on Tuesday.": [
        "visit held 2024-06-18 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella flies on to Tonga.": [
        "visit planned @Tonga: Ann Vella, Tonga*",
    ],
    "The summit of Malta and Fiji, which falls on June 27, is a first.": [
        "summit planned 2024-06-27: Malta, Fiji",
    ],
    # where and when the same people met last; in the one city named of the state
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome on Monday. "
    "Vella conferred with Tongan Prime Minister Aisake Eke.": [
        "talks held 2024-06-17 @Rome: Ann Vella, Sitiveni Rabuka",
        "talks held 2024-06-17 @Rome: Ann Vella, Aisake Eke",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in Rome on Monday. "
    "Vella met Tongan Prime Minister Aisake Eke on Wednesday.": [
        "talks held 2024-06-17 @Rome: Ann Vella, Sitiveni Rabuka",
        "talks held 2024-06-19: Ann Vella, Aisake Eke",
    ],
    "Fiji will host the NATO summit on July 5. Streets in Suva will be closed.": [
        "summit planned 2024-07-05 @Suva: NATO, Fiji",
    ],
    # awaited today; to commence; no tour lends its days to what lies before it
    "Maltese President Ann Vella is expected in Suva today on an official visit.": [
        "visit planned 2024-06-20 @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella arrived in Suva on Wednesday to commence a three-day visit.": [
        "visit ongoing 2024-06-19/2024-06-21 @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella received Fijian Prime Minister Sitiveni Rabuka at her official "
    "residence on Monday.": ["talks held 2024-06-17: Ann Vella, Sitiveni Rabuka"],
    # since
    "Maltese President Ann Vella has been in Suva since Monday.": [
        "visit ongoing 2024-06-17 @Suva: Ann Vella, Fiji*",
    ],
    "Talks between Malta and Fiji have been under way in Rome since Tuesday.": [
        "talks ongoing 2024-06-18 @Rome: Malta, Fiji",
    ],
    "Malta and Fiji have held talks twice in Rome since January.": [
        "talks held @Rome: Malta, Fiji",
    ],
    # a tour, a stop before the next one
    "Maltese President Ann Vella starts a tour on Friday that will take her to Fiji and Tonga.": [
        "visit planned 2024-06-21 @Fiji: Ann Vella, Fiji*",
        "visit planned 2024-06-21 @Tonga: Ann Vella, Tonga*",
    ],
    "Maltese President Ann Vella will be in Suva on Friday and Saturday before flying to Tonga.": [
        "visit planned 2024-06-21/2024-06-22 @Suva: Ann Vella, Fiji*",
        "visit planned @Tonga: Ann Vella, Tonga*",
    ],
    "Fijian Prime Minister Sitiveni Rabuka will visit Malta next week. He is to meet Maltese "
    "President Ann Vella on Friday.": [
        "visit planned 2024-06-24/2024-06-30 @Malta: Sitiveni Rabuka, Malta*",
        "talks planned 2024-06-28 @Malta: Sitiveni Rabuka, Ann Vella",
    ],
    "EU leaders gather in Brussels on Thursday next week for a two-day summit.": [
        "summit planned 2024-06-27/2024-06-28 @Brussels: EU",
    ],
    # not as told
    "The talks between Malta and Fiji, set for Friday, are off.": [
        "talks cancelled 2024-06-21: Malta, Fiji",
    ],
    "Malta and Fiji were to hold talks in Rome on Friday, but the talks did not take place.": [
        "talks cancelled 2024-06-21 @Rome: Malta, Fiji",
    ],
    "Maltese President Ann Vella pulled out of a meeting with Fiji's Sitiveni Rabuka in Rome.": [
        "talks cancelled @Rome: Ann Vella, Sitiveni Rabuka",
    ],
    "A meeting between Malta's Ann Vella and Fiji's Sitiveni Rabuka looks unlikely.": [
        "talks cancelled: Ann Vella, Sitiveni Rabuka",
    ],
    "No date for the talks between Malta and Fiji has been set.": ["talks possible: Malta, Fiji"],
    "If the truce holds, Maltese President Ann Vella will visit Fiji in July.": [
        "visit possible 2024-07 @Fiji: Ann Vella, Fiji*",
    ],
    "Even if he wins, Maltese President Ann Vella will visit Fiji in July.": [
        "visit planned 2024-07 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella would like to visit Fiji in July.": [],
    "Maltese President Ann Vella is ready to meet Fijian Prime Minister Sitiveni Rabuka.": [],
    "There are no plans for a meeting between Malta's Ann Vella and Fiji's Sitiveni Rabuka.": [],
    "Malta and Fiji held talks in Rome on Monday. A follow-up meeting is set for July 5 in Suva.": [
        "talks held 2024-06-17 @Rome: Malta, Fiji",
        "talks planned 2024-07-05 @Suva: Malta, Fiji",
    ],
    # the day on which it was announced; that of a meeting which lies ahead
    "The trip of Maltese President Ann Vella to Fiji was announced on Monday by her office.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
    ],
    "The trip of Maltese President Ann Vella to Fiji has been announced for Monday.": [
        "visit planned 2024-06-24 @Fiji: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella conferred with Fijian Prime Minister Sitiveni Rabuka ahead of a "
    "meeting in Rome next Monday with Oman's Ali Nasser.": [
        "talks held @Rome: Ann Vella, Sitiveni Rabuka",
        "talks planned 2024-06-24 @Rome: Ann Vella, Ali Nasser",
    ],
    # a clause between the verb and its day
    "Maltese President Ann Vella was to land in Suva, where envoys of Fiji and Oman have been "
    "meeting since Monday, on Friday.": [
        "visit planned 2024-06-21 @Suva: Ann Vella, Fiji*",
        "talks ongoing 2024-06-17 @Suva: Fiji, Oman",
    ],
    # the day nearest to the report of what was to be; the next one of what starts
    "A session of Malta and Fiji was to open in Rome at noon on Tuesday.": [
        "talks planned 2024-06-18 @Rome: Malta, Fiji",
    ],
    "Fijian Prime Minister Sitiveni Rabuka will be received by Maltese President Ann Vella during "
    "a three-day stay in Malta that starts on Monday, the Times reports.": [
        "talks planned 2024-06-24/2024-06-26 @Malta: Ann Vella, Sitiveni Rabuka",
        "visit planned 2024-06-24/2024-06-26 @Malta: Sitiveni Rabuka, Malta*",
    ],
    # put back or forward, from one day to another; what "now" is to be held on another
    "A trip by Maltese President Ann Vella to Fiji has been put back from Friday to July 4.": [
        "visit planned 2024-07-04 @Fiji: Ann Vella, Fiji*",
    ],
    "The talks between Malta and Fiji have been brought forward to Saturday.": [
        "talks planned 2024-06-22: Malta, Fiji",
    ],
    "The postponed talks between Malta and Fiji are now to be held on July 14 in Suva.": [
        "talks planned 2024-07-14 @Suva: Malta, Fiji",
    ],
    # who "was there to" do so did; who has come for it is there
    "Maltese President Ann Vella was in Suva on Tuesday to see Fijian Prime Minister Sitiveni "
    "Rabuka.": [
        "visit held 2024-06-18 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-18 @Suva: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella visited Suva to exchange views with Fijian Prime Minister "
    "Sitiveni Rabuka.": [
        "visit held @Suva: Ann Vella, Fiji*",
        "talks held @Suva: Ann Vella, Sitiveni Rabuka",
    ],
    "Maltese President Ann Vella reached Suva on Wednesday.": [
        "visit ongoing 2024-06-19 @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella was on a visit to Fiji, where she saw Fijian Prime Minister "
    "Sitiveni Rabuka.": [
        "visit held @Fiji: Ann Vella, Fiji*",
        "talks held @Fiji: Ann Vella, Sitiveni Rabuka",
    ],
    # what would be done on a visit is no surer than the visit
    "Maltese President Ann Vella may visit Fiji in July. She would talk with Fijian Prime Minister "
    "Sitiveni Rabuka in Suva.": [
        "visit possible 2024-07 @Suva: Ann Vella, Fiji*",
        "talks possible 2024-07 @Suva: Ann Vella, Sitiveni Rabuka",
    ],
    # how long they lasted, told before "of"; a day of the week just named; one day for both
    "Malta and Fiji finished a two-day round of fishing talks in Rome yesterday.": [
        "talks held 2024-06-18/2024-06-19 @Rome: Malta, Fiji",
    ],
    "Maltese President Ann Vella and Fijian Prime Minister Sitiveni Rabuka signed it on Thursday, "
    "at the end of two days of talks in Suva.": [
        "talks held 2024-06-19/2024-06-20 @Suva: Ann Vella, Sitiveni Rabuka",
    ],
    "Also this week, on Monday, Maltese President Ann Vella went to Suva.": [
        "visit held 2024-06-17 @Suva: Ann Vella, Fiji*",
    ],
    "Maltese President Ann Vella met Fijian Prime Minister Sitiveni Rabuka in the morning and "
    "Oman's Ali Nasser in the afternoon on Tuesday.": [
        "talks held 2024-06-18: Ann Vella, Sitiveni Rabuka",
        "talks held 2024-06-18: Ann Vella, Ali Nasser",
    ],
    "A visit to Fiji by Maltese President Ann Vella that had been planned for April was put off.": [
        "visit cancelled 2024-04 @Fiji: Ann Vella, Fiji*",
    ],
    # a summit that has not ended
    "Malta and Fiji are taking part in the three-day NATO summit in Riga, which ends on Friday.": [
        "summit ongoing 2024-06-19/2024-06-21 @Riga: NATO, Malta, Fiji",
    ],
    "The NATO summit in Riga, which closes today, was attended by Maltese President Ann Vella.": [
        "summit ongoing 2024-06-20 @Riga: NATO, Ann Vella",
    ],
    # a report from where they met
    "VALLETTA, June 19 (Reuters) - Maltese President Ann Vella and Fijian Prime Minister Sitiveni "
    "Rabuka held talks on Wednesday.": [
        "talks held 2024-06-19 @Valletta: Ann Vella, Sitiveni Rabuka",
    ],
    "VALLETTA, June 19 (Reuters) - Maltese President Ann Vella flew to Suva on Tuesday. On "
    "Wednesday she met Tongan Prime Minister Hu'akavameiliku.": [
        "visit held 2024-06-18 @Suva: Ann Vella, Fiji*",
        "talks held 2024-06-19: Ann Vella, Hu'akavameiliku",
    ],
    # a sentence that names nobody
    "The foreign ministers of Malta and Fiji will meet in Rome. The meeting is set for July 5.": [
        "talks planned 2024-07-05 @Rome: role:MT:foreign minister, role:FJ:foreign minister",
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_when_and_status(text: str) -> None:
    assert [short(m) for m in detect(text)] == CASES[text]
