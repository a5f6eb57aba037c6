"""Meetings: own sentences with the records a careful reader writes down, and the laws of detection.

A record is written ``kind status when @place: participants``, the host of a visit with a star.
The examples and counter-examples of every rule are tests too.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import texts

from diplotext import articles, meetings
from diplotext.models import Article, Meeting
from diplotext.reading.document import Document, annotate
from diplotext.rules import examples
from diplotext.rules.loading import load

PUBLISHED = date(2024, 6, 20)  # a Thursday


def read(text: str) -> Document:
    return annotate(articles.detect(text + "\n", published=PUBLISHED))


def detect(text: str) -> tuple[Meeting, ...]:
    return meetings.detect(read(text))


def short(meeting: Meeting) -> str:
    """One line for one record."""
    who = [
        (p.actor.name or p.actor.id) + ("*" if p.capacity == "host" else "")
        for p in meeting.participants
    ]
    when = f" {meeting.when.edtf}" if meeting.when else ""
    place = f" @{meeting.place.name}" if meeting.place else ""
    return f"{meeting.kind} {meeting.status}{when}{place}: {', '.join(who)}"


def fired(document: Document) -> list[str]:
    return [rule for meeting in meetings.detect(document) for rule in meeting.rules]


CASES: dict[str, list[str]] = {
    "Norwegian Crown Prince Haakon met Jordanian Crown Prince Hussein in Amman.": [
        "talks held @Amman: Haakon, Hussein",
    ],
    "The Maltese and Fijian armies will hold the third edition of Cold Shield in Fiji in July.": [],
    "Malta and Fiji will hold the third edition of their trade dialogue in Suva on July 9.": [
        "talks planned 2024-07-09 @Suva: Malta, Fiji",
    ],
    "Fiji's foreign ministry said Ilisoni Bola, the foreign minister, spoke by telephone with "
    "Maltese Foreign Minister Ann Vella.": ["call held: Ilisoni Bola, Ann Vella"],
    # what the clause is about, told before its subjects come
    "During the meeting, which took place in Rome on Tuesday, Maltese Foreign Minister Ann Vella "
    "and Fijian Foreign Minister Ilisoni Bola discussed fish.": [
        "talks held 2024-06-18 @Rome: Ann Vella, Ilisoni Bola",
    ],
    "During her visit to Fiji, which begins on Sunday, Maltese President Ann Vella will also open, "
    "on Wednesday, a school.": ["visit planned 2024-06-23 @Fiji: Ann Vella, Fiji*"],
    "Rome talks between Malta and Fiji end without deal": ["talks held @Rome: Malta, Fiji"],
    "Maltese President Ann Vella made her way to Fiji on Monday.": [
        "visit held 2024-06-17 @Fiji: Ann Vella, Fiji*",
    ],
    # Surnames alone, of those who lead a state that day.
    "Putin met Erdogan in Sochi on Monday.": ["talks held 2024-06-17 @Sochi: Putin, Erdogan"],
    "Macron and Modi spoke by phone on Monday.": ["call held 2024-06-17: Macron, Modi"],
    "Macron will visit Peru next week.": [
        "visit planned 2024-06-24/2024-06-30 @Peru: Macron, Peru*"
    ],
    "Hollande will visit Peru next week.": [],  # led one once
    "Maltese President Ann Vella attended the G20 summit in Rome in October and the NATO summit in "
    "Madrid in May.": [
        "summit held 2023-10 @Rome: G20, Ann Vella",
        "summit held 2024-05 @Madrid: NATO, Ann Vella",
    ],
    "Maltese Foreign Minister Ann Vella discussed the upcoming visit to Malta by Fijian President "
    "Ilisoni Bola.": ["visit planned @Malta: Ilisoni Bola, Malta*"],
    "Maltese Foreign Minister Ann Vella discussed a visit to Malta by Fijian President Ilisoni "
    "Bola.": ["visit possible @Malta: Ilisoni Bola, Malta*"],
    "Maltese President Ann Vella looks forward to warmly welcoming Fijian President Ilisoni Bola "
    "to Valletta.": [
        "talks planned @Valletta: Ann Vella, Ilisoni Bola",
        "visit planned @Valletta: Ilisoni Bola, Malta*",
    ],
    # A question asks; only what it takes for granted is told.
    "Can you confirm that Maltese President Ann Vella met Fijian President Ilisoni Bola in "
    "Rome?": [],
    "Is there any contact between Maltese President Ann Vella and Fijian President Ilisoni "
    "Bola?": [],
    "Has Maltese President Ann Vella met Fijian President Ilisoni Bola in Rome?": [],
    "Can you tell us about the meeting between Maltese President Ann Vella and Fijian President "
    "Ilisoni Bola?": ["talks held: Ann Vella, Ilisoni Bola"],
    # an alias with its honour, and an office of several fields
    "Indian External Affairs Minister Dr. S. Jaishankar met Mexican Secretary of Finance and "
    "Public Credit Rogelio Luna.": ["talks held: S. Jaishankar, Rogelio Luna"],
    "Maltese President Ann Vella met Fijian President Ilisoni Bola on the island nation of "
    "Tonga.": [
        "talks held @Tonga: Ann Vella, Ilisoni Bola",
    ],
    # Talks elsewhere are none with whoever is asked to the speaker's country.
    "Maltese President Ann Vella is in Oman to have discussions about trade. A diplomat "
    "said inviting Fijian President Ilisoni Bola to Malta would help.": [
        "visit ongoing 2024-06-20 @Oman: Ann Vella, Oman*",
        "visit possible @Malta: Ilisoni Bola, Malta*",
    ],
    # The gathering that one of the two will attend next month is not their meeting.
    "Maltese President Ann Vella met Fijian President Ilisoni Bola in Oman on Monday. Bola plans "
    "to go to Mali next month for the desert trade summit.": [
        "talks held 2024-06-17 @Oman: Ann Vella, Ilisoni Bola",
        "visit planned 2024-07 @Mali: Ilisoni Bola, Mali*",
    ],
    "Maltese Defence Minister Ann Vella will attend a NATO meeting in Brussels on Friday.": [
        "conference planned 2024-06-21 @Brussels: NATO, Ann Vella",
    ],
    "Maltese President Ann Vella accepted an invitation to visit Fiji.": [
        "visit planned @Fiji: Ann Vella, Fiji*",
    ],
    "ASEAN defence ministers held a virtual meeting on Tuesday.": [
        "call held 2024-06-18: ASEAN",
    ],
    "A third round of talks between Malta and Fiji opened in Suva on Tuesday.": [
        "talks held 2024-06-18 @Suva: Malta, Fiji",
    ],
    "Meeting with Fijian Premier Will Rojas on Tuesday, Maltese President Ann Vella left early.": [
        "talks held 2024-06-18: Ann Vella, Will Rojas",
    ],
    "The Maltese premier met Fijian Foreign Minister Will Rojas on Tuesday.": [
        "talks held 2024-06-18: role:MT:premier, Will Rojas",
    ],
    (
        "Maltese Foreign Minister Ian Borg met Omani President Salim Nasser in Suva on May 6. "
        "He had a further meeting with him there three days later."
    ): [
        "talks held 2024-05-06 @Suva: Ian Borg, Salim Nasser",
        "talks held 2024-05-09 @Suva: Ian Borg, Salim Nasser",
    ],
    (
        "Maltese Foreign Minister Ana Vella is in Suva. Oman's trade minister, Salim Nasser, "
        "whom she talked to by phone on Monday, is not."
    ): [
        "visit ongoing 2024-06-20 @Suva: Ana Vella, Fiji*",
        "call held 2024-06-17: Ana Vella, Salim Nasser",
    ],
    (
        "Maltese Prime Minister Ana Vella travels to Muscat on Sunday. A meeting with the "
        "host, Omani President Salim Nasser, has been arranged for Monday."
    ): [
        "visit planned 2024-06-23 @Muscat: Ana Vella, Oman*",
        "talks planned 2024-06-24 @Muscat: Ana Vella, Salim Nasser",
    ],
    ("The talks between Malta and Oman, scheduled for Monday in Suva, were called off."): [
        "talks cancelled 2024-06-24 @Suva: Malta, Oman",
    ],
    (
        "The envoys of Malta and Oman came together in Suva on January 14, then again in "
        "Valletta on February 24."
    ): [
        "talks held 2024-01-14 @Suva: Malta, Oman",
        "talks held 2024-02-24 @Valletta: Malta, Oman",
    ],
    (
        "A visit of Maltese Prime Minister Ana Vella to Oman in July has been called off. "
        "Vella was to hold talks with Omani President Salim Nasser."
    ): [
        "visit cancelled 2024-07 @Oman: Ana Vella, Oman*",
        "talks cancelled 2024-07 @Oman: Ana Vella, Salim Nasser",
    ],
    (
        "Maltese Prime Minister Ana Vella met Omani President Salim Nasser in Suva on May 6. "
        "She also met Fijian President Jone Rabu."
    ): [
        "talks held 2024-05-06 @Suva: Ana Vella, Salim Nasser",
        "talks held 2024-05-06 @Suva: Ana Vella, Jone Rabu",
    ],
    (
        "Maltese Prime Minister Ana Vella, Omani President Salim Nasser and Fijian President "
        "Jone Rabu met in Suva on Monday. The three will meet again in Muscat in July."
    ): [
        "talks held 2024-06-17 @Suva: Ana Vella, Salim Nasser, Jone Rabu",
        "talks planned 2024-07 @Muscat: Ana Vella, Salim Nasser, Jone Rabu",
    ],
    (
        "Malta and Oman held their second dialogue in Suva on Monday. The inaugural edition "
        "was held in Muscat in 2022."
    ): [
        "talks held 2024-06-17 @Suva: Malta, Oman",
        "talks held 2022 @Muscat: Malta, Oman",
    ],
    (
        "Thai Deputy Premier Somchai Dee raised the row when ASEAN foreign ministers met in "
        "Vientiane on Tuesday."
    ): [
        "conference held 2024-06-18 @Vientiane: ASEAN, Somchai Dee",
    ],
    (
        "Maltese Prime Minister Ana Vella met Omani President Salim Nasser on the sidelines "
        "of the Doha Forum on Tuesday."
    ): [
        "talks held 2024-06-18 @Doha: Ana Vella, Salim Nasser",
        "conference held 2024-06-18 @Doha: Ana Vella, Salim Nasser",
    ],
    (
        "Maltese Prime Minister Ana Vella landed in Muscat on Monday. She also talked with "
        "Oman's foreign minister, Salim Nasser."
    ): [
        "visit held 2024-06-17 @Muscat: Ana Vella, Oman*",
        "talks held 2024-06-17 @Muscat: Ana Vella, Salim Nasser",
    ],
    (
        "Oman's Salim Nasser spoke to Malta's Ana Vella by phone on Monday. The two are to "
        "meet on Friday."
    ): [
        "call held 2024-06-17: Salim Nasser, Ana Vella",
        "talks planned 2024-06-21: Salim Nasser, Ana Vella",
    ],
    (
        "Maltese Prime Minister Ana Vella held talks with her Omani opposite number, Salim "
        "Nasser, on Tuesday."
    ): [
        "talks held 2024-06-18: Ana Vella, Salim Nasser",
    ],
    (
        "A meeting between Maltese Prime Minister Ana Vella and Omani President Salim Nasser "
        "is still in the making."
    ): [
        "talks possible: Ana Vella, Salim Nasser",
    ],
    (
        "Oman's foreign ministry said the talks between Foreign Minister Salim Nasser and "
        "Maltese Foreign Minister Ana Vella would not go ahead."
    ): [
        "talks cancelled: Salim Nasser, Ana Vella",
    ],
    (
        "Ada Quill, the UN envoy for the talks between Oman and Fiji, met Maltese Prime Minister "
        "Myriam Debono on Tuesday."
    ): [
        "talks held 2024-06-18: Ada Quill, Myriam Debono",
    ],
    "The presidents of Malta and Fiji spoke by phone on Tuesday.": [
        "call held 2024-06-18: role:MT:president, role:FJ:president",
    ],
    "The Maltese foreign minister herself met her Omani counterpart on Tuesday.": [
        "talks held 2024-06-18: role:MT:foreign minister, role:OM:foreign minister",
    ],
    "LIMA: Gambian President Awa Jallow arrived on Tuesday evening for a two-day visit.": [
        "visit ongoing 2024-06-18/2024-06-19 @Lima: Awa Jallow, Peru*",
    ],
    "Gambian President Awa Jallow flew in on Tuesday. She met Peru's Luis Rojas in Lima.": [
        "visit ongoing 2024-06-18 @Lima: Awa Jallow, Peru*",
        "talks held 2024-06-18 @Lima: Awa Jallow, Luis Rojas",
    ],
    "Peru has a new government. Gambian President Awa Jallow was there last month.": [
        "visit held 2024-05 @Peru: Awa Jallow, Peru*",
    ],
    "Trade with Morocco and Peru grew. Gambian President Awa Jallow will travel to the kingdom.": [
        "visit planned @Morocco: Awa Jallow, Morocco*",
    ],
    "Gambian President Awa Jallow paid three visits to Peru, in 1996, 2004 and 2005.": [
        "visit held 1996 @Peru: Awa Jallow, Peru*",
        "visit held 2004 @Peru: Awa Jallow, Peru*",
        "visit held 2005 @Peru: Awa Jallow, Peru*",
    ],
    "Gambian President Awa Jallow has flown to Lima twice, on April 19 and again on May 17.": [
        "visit held 2024-04-19 @Lima: Awa Jallow, Peru*",
        "visit held 2024-05-17 @Lima: Awa Jallow, Peru*",
    ],
    "Gambian President Awa Jallow came after her Maltese colleague, Ann Vella, was in Peru.": [
        "visit held @Peru: Ann Vella, Peru*",
    ],
    (
        "To seal the deal, the Gambian foreign minister, Awa Jallow, travelled to Lima and then "
        "to Quito."
    ): [
        "visit held @Lima: Awa Jallow, Peru*",
        "visit held @Quito: Awa Jallow, Ecuador*",
    ],
    "Her tour ends in Lima, where Gambian President Awa Jallow will stay until Friday.": [
        "visit planned @Lima: Awa Jallow, Peru*",
    ],
    (
        "Gambian President Awa Jallow met Peruvian President Luis Rojas in Quito before flying "
        "to Lima."
    ): [
        "talks held @Quito: Awa Jallow, Luis Rojas",
        "visit held @Lima: Awa Jallow, Peru*",
    ],
    (
        "Gambian Foreign Minister Awa Jallow received the Peruvian ambassador to Gambia, Luis "
        "Rojas, in Banjul."
    ): [
        "talks held @Banjul: Awa Jallow, Luis Rojas",
    ],
    "Ghanaian President John Mahama arrived in Lome on Tuesday for a two-day working visit.": [
        "visit ongoing 2024-06-18/2024-06-19 @Lome: John Mahama, Togo*",
    ],
    "LOME: Ghanaian President John Mahama arrived here on Tuesday for a two-day working visit.": [
        "visit ongoing 2024-06-18/2024-06-19 @Lome: John Mahama, Togo*",
    ],
    "Bolivian Foreign Minister Celinda Sosa will pay an official visit to Russia on June 25-26.": [
        "visit planned 2024-06-25/2024-06-26 @Russia: Celinda Sosa, Russia*",
    ],
    "Prime Minister Sheikh Hasina left Dhaka for New Delhi on Friday on a two-day state visit.": [
        "visit held 2024-06-14/2024-06-15 @New Delhi: Sheikh Hasina, India*",
    ],
    "Ghanaian President John Mahama returned to Accra on Tuesday after a state visit to Japan.": [
        "visit held @Japan: John Mahama, Japan*",
    ],
    (
        "Estonian Foreign Minister Margus Tsahkna is on a working visit to Chisinau, "
        "where he met with Moldovan President Maia Sandu."
    ): [
        "visit ongoing 2024-06-20 @Chisinau: Margus Tsahkna, Moldova*",
        "talks held 2024-06-20 @Chisinau: Margus Tsahkna, Maia Sandu",
    ],
    "Maltese President Myriam Debono had arrived in Suva, Fiji on Wednesday from Tonga.": [
        "visit held 2024-06-19 @Suva: Myriam Debono, Fiji*",
        "visit held @Tonga: Myriam Debono, Tonga*",
    ],
    (
        "Maltese President Myriam Debono left on Thursday for Fiji, where she is to take part in "
        "the two-day summit of the Pacific Islands Forum that opens in Suva on Saturday."
    ): [
        "visit ongoing 2024-06-20 @Suva: Myriam Debono, Fiji*",
        "summit planned 2024-06-22/2024-06-23 @Suva: Myriam Debono, Pacific Islands Forum",
    ],
    (
        "Irish President Sean Byrne will see Togolese President Faure Gnassingbe and, separately, "
        "Ghanaian President John Mahama in Lisbon on Monday."
    ): [
        "talks planned 2024-06-24 @Lisbon: Sean Byrne, Faure Gnassingbe",
        "talks planned 2024-06-24 @Lisbon: Sean Byrne, John Mahama",
    ],
    (
        "Irish President Sean Byrne held individual meetings with Togolese President Faure "
        "Gnassingbe and with Ghanaian President John Mahama in Lisbon."
    ): [
        "talks held @Lisbon: Sean Byrne, Faure Gnassingbe",
        "talks held @Lisbon: Sean Byrne, John Mahama",
    ],
    (
        "Separately, Irish President Sean Byrne met Togolese President Faure Gnassingbe and "
        "Ghanaian President John Mahama in Lisbon."
    ): [
        "talks held @Lisbon: Sean Byrne, Faure Gnassingbe, John Mahama",
    ],
    (
        "Irish President Sean Byrne arrived in Ghana on Tuesday. He was accompanied by Irish "
        "Foreign Minister Ann Mullen."
    ): [
        "visit ongoing 2024-06-18 @Ghana: Sean Byrne, Ann Mullen, Ghana*",
    ],
    "Irish Foreign Minister Ann Mullen spoke of the EU summit to be held in Lisbon in July.": [
        "summit planned 2024-07 @Lisbon: EU",
    ],
    "Irish Foreign Minister Ann Mullen is due in Lisbon on Monday.": [
        "visit planned 2024-06-24 @Lisbon: Ann Mullen, Portugal*",
    ],
    (
        "Irish Foreign Minister Ann Mullen, who met Ghanaian President John Mahama while in "
        "Lisbon, will brief her government."
    ): [
        "talks held @Lisbon: Ann Mullen, John Mahama",
    ],
    (
        "Irish President Sean Byrne visited Togo on Monday. Speaking in the capital, Lome, he "
        "praised his hosts."
    ): [
        "visit held 2024-06-17 @Lome: Sean Byrne, Togo*",
    ],
    "Irish President Sean Byrne will call Ghanaian President John Mahama by the end of the week.": [
        "call planned 2024-06-20/2024-06-23: Sean Byrne, John Mahama",
    ],
    "Irish President Sean Byrne flew to Ghana on Wednesday for a three-day visit.": [
        "visit ongoing 2024-06-19/2024-06-21 @Ghana: Sean Byrne, Ghana*",
    ],
    (
        "Irish President Sean Byrne had been due to meet Ghanaian President John Mahama in "
        "Lisbon, on the sidelines of the NATO summit."
    ): [
        "talks cancelled @Lisbon: Sean Byrne, John Mahama",
        "summit held @Lisbon: NATO, Sean Byrne, John Mahama",
    ],
    (
        "Irish President Sean Byrne became the first European leader to visit Togo on Monday, "
        "meeting Togolese President Faure Gnassingbe in Lome."
    ): [
        "visit held 2024-06-17 @Lome: Sean Byrne, Togo*",
        "talks held 2024-06-17 @Lome: Sean Byrne, Faure Gnassingbe",
    ],
    "The summit of Ireland and Ghana that ended in Lisbon on Monday brought nothing new.": [
        "summit held 2024-06-17 @Lisbon: Ireland, Ghana",
    ],
    (
        "Irish President Sean Byrne and Ghanaian President John Mahama failed to reach a deal at "
        "their summit in Lisbon."
    ): [
        "summit held @Lisbon: Sean Byrne, John Mahama",
    ],
    "Irish Foreign Minister Sean Byrne on Wednesday wrapped up a three-day visit to Ghana.": [
        "visit held 2024-06-17/2024-06-19 @Ghana: Sean Byrne, Ghana*",
    ],
    (
        "The tour has also taken Irish Foreign Minister Sean Byrne to Ghana, where on Monday he "
        "and Ghanaian President John Mahama led a meeting."
    ): [
        "visit held 2024-06-17 @Ghana: Sean Byrne, Ghana*",
        "talks held 2024-06-17 @Ghana: Sean Byrne, John Mahama",
    ],
    (
        "Ireland and Ghana have not talked since May 2019, when Irish President Sean Byrne held "
        "talks with Ghana's John Mahama in Lisbon."
    ): [
        "talks held 2019-05 @Lisbon: Sean Byrne, John Mahama",
    ],
    (
        "LOME, June 20 - Irish Foreign Minister Sean Byrne, who is in Togo, met Togolese "
        "President Faure Gnassingbe on Thursday."
    ): [
        "visit ongoing 2024-06-20 @Lome: Sean Byrne, Togo*",
        "talks held 2024-06-20 @Lome: Sean Byrne, Faure Gnassingbe",
    ],
    "A Kenyan delegation led by Foreign Minister Musalia Mudavadi arrived in Kampala on Tuesday.": [
        "visit ongoing 2024-06-18 @Kampala: Musalia Mudavadi, Uganda*",
    ],
    "Nigerian President Bola Tinubu heads for Brazil on Saturday.": [
        "visit planned 2024-06-22 @Brazil: Bola Tinubu, Brazil*",
    ],
    "Nigerian President Bola Tinubu arrived Paris on Thursday.": [
        "visit ongoing 2024-06-20 @Paris: Bola Tinubu, France*",
    ],
    "South Sudan's President Salva Kiir is in Uganda for a two-day working visit.": [
        "visit ongoing 2024-06-20/2024-06-21 @Uganda: Salva Kiir, Uganda*",
    ],
    "Singapore Foreign Minister Vivian Balakrishnan will visit Ottawa from 23 to 25 June 2024.": [
        "visit planned 2024-06-23/2024-06-25 @Ottawa: Vivian Balakrishnan, Canada*",
    ],
    "The foreign ministers of Ghana, Togo and Benin met in Accra on Tuesday.": [
        (
            "talks held 2024-06-18 @Accra: role:GH:foreign minister, role:TG:foreign "
            "minister, role:BJ:foreign minister"
        ),
    ],
    (
        "Chinese President Xi Jinping on Thursday met with visiting Peruvian President "
        "Dina Boluarte in Beijing."
    ): [
        "talks held 2024-06-20 @Beijing: Xi Jinping, Dina Boluarte",
        "visit held 2024-06-20 @Beijing: Dina Boluarte, China*",
    ],
    (
        "Tanzanian President Samia Suluhu Hassan held closed-door discussions with "
        "Rwanda's Paul Kagame in Kigali."
    ): [
        "talks held @Kigali: Samia Suluhu Hassan, Paul Kagame",
    ],
    (
        "Pakistani Prime Minister Shehbaz Sharif called on Emir Tamim of Qatar in Doha "
        "on Monday to discuss trade."
    ): [
        "talks held 2024-06-17 @Doha: Shehbaz Sharif, Tamim",
    ],
    (
        "Japanese Ambassador Iwama Kiminori paid a courtesy call on Sri Lankan Prime "
        "Minister Dinesh Gunawardena."
    ): [
        "talks held: Iwama Kiminori, Dinesh Gunawardena",
    ],
    (
        "Kenyan Foreign Minister Musalia Mudavadi and his Ugandan counterpart Jeje "
        "Odongo co-chaired the 4th session of the Kenya-Uganda Joint Commission in "
        "Kampala on Tuesday."
    ): [
        "talks held 2024-06-18 @Kampala: Musalia Mudavadi, Jeje Odongo",
    ],
    (
        "Serbian President Aleksandar Vucic and Albanian Prime Minister Edi Rama spoke "
        "in Skopje on Monday."
    ): [
        "talks held 2024-06-17 @Skopje: Aleksandar Vucic, Edi Rama",
    ],
    (
        "Kosovo Prime Minister Albin Kurti and Serbian President Aleksandar Vucic "
        "failed to meet in Brussels on Wednesday."
    ): [
        "talks cancelled 2024-06-19 @Brussels: Albin Kurti, Aleksandar Vucic",
    ],
    "Japan, Philippines to hold 2-plus-2 talks in Manila on July 8": [
        "talks planned 2024-07-08 @Manila: Japan, Philippines",
    ],
    "Uganda, Rwanda peace summit called off": [
        "summit cancelled: Uganda, Rwanda",
    ],
    (
        "Uzbek President Shavkat Mirziyoyev had a phone call with Tajik President "
        "Emomali Rahmon on Thursday."
    ): [
        "call held 2024-06-20: Shavkat Mirziyoyev, Emomali Rahmon",
    ],
    (
        "Turkish Foreign Minister Hakan Fidan held a telephonic conversation with "
        "Egyptian Foreign Minister Badr Abdelatty."
    ): [
        "call held: Hakan Fidan, Badr Abdelatty",
    ],
    (
        "Egyptian Foreign Minister Badr Abdelatty discussed by phone with his Iranian "
        "counterpart Abbas Araghchi the situation in Gaza."
    ): [
        "call held: Badr Abdelatty, Abbas Araghchi",
    ],
    (
        "Malaysian Foreign Minister Mohamad Hasan met Omani Foreign Minister Badr "
        "Albusaidi ahead of talks between Nepal and Bhutan."
    ): [
        "talks held: Mohamad Hasan, Badr Albusaidi",
        "talks planned: Nepal, Bhutan",
    ],
    (
        "Under Secretary Uzra Zeya will travel to Nairobi on Monday. She will meet with "
        "senior officials there."
    ): [
        "visit planned 2024-06-24 @Nairobi: Uzra Zeya, Kenya*",
        "talks planned 2024-06-24 @Nairobi: Uzra Zeya, Kenya",
    ],
    (
        "Slovak President Peter Pellegrini will meet Hungarian Prime Minister Viktor "
        "Orban in the Hungarian town of Tihany on Sunday."
    ): [
        "talks planned 2024-06-23 @Tihany: Peter Pellegrini, Viktor Orban",
    ],
    (
        "Finnish President Alexander Stubb was met at the airport by Kenyan Foreign "
        "Minister Musalia Mudavadi."
    ): [
        "visit ongoing 2024-06-20 @Kenya: Alexander Stubb, Kenya*",
    ],
    "Maltese Foreign Minister Ann Vella will hold two meetings in Rome, one with Italian "
    "Prime Minister Carlo Bassi and one with Greek President Nikos Pappas.": [
        "talks planned @Rome: Ann Vella, Carlo Bassi",
        "talks planned @Rome: Ann Vella, Nikos Pappas",
    ],
    "Maltese Foreign Minister Ann Vella met separately with Italian Prime Minister Carlo "
    "Bassi and Greek President Nikos Pappas on Monday.": [
        "talks held 2024-06-17: Ann Vella, Carlo Bassi",
        "talks held 2024-06-17: Ann Vella, Nikos Pappas",
    ],
    "Maltese Foreign Minister Ann Vella will hold talks with Greek President Nikos Pappas "
    "on Monday and Croatian Prime Minister Ivan Horvat on Tuesday.": [
        "talks planned 2024-06-24: Ann Vella, Nikos Pappas",
        "talks planned 2024-06-25: Ann Vella, Ivan Horvat",
    ],
    "Maltese Foreign Minister Ann Vella had meetings with Italian Prime Minister Carlo "
    "Bassi; Greek President Nikos Pappas; and Ivan Horvat, the Croatian foreign minister.": [
        "talks held: Ann Vella, Carlo Bassi",
        "talks held: Ann Vella, Nikos Pappas",
        "talks held: Ann Vella, Ivan Horvat",
    ],
    "Ann Vella, Malta's foreign minister, who saw bankers while in Geneva, made stops in "
    "Oman, which chairs the council, and Qatar last week.": [
        "visit held 2024-06-10/2024-06-16 @Oman: Ann Vella, Oman*",
        "visit held 2024-06-10/2024-06-16 @Qatar: Ann Vella, Qatar*",
    ],
    "The planned talks of Italian Prime Minister Carlo Bassi with Greek President Nikos "
    "Pappas never took place.": [
        "talks cancelled: Carlo Bassi, Nikos Pappas",
    ],
    "Italian Prime Minister Carlo Bassi unexpectedly landed in Athens late on Saturday.": [
        "visit held 2024-06-15 @Athens: Carlo Bassi, Greece*",
    ],
    "The talks Italian Prime Minister Carlo Bassi held with Greek President Nikos Pappas "
    "were useful.": [
        "talks held: Carlo Bassi, Nikos Pappas",
    ],
    "Croatian President Ivan Horvat was received at the palace in Valletta by Maltese "
    "President Ann Vella.": [
        "talks held @Valletta: Ann Vella, Ivan Horvat",
        "visit held @Valletta: Ivan Horvat, Malta*",
    ],
    "Italian Prime Minister Carlo Bassi met Croatian President Ivan Horvat during his "
    "visit to Rome on Friday.": [
        "talks held 2024-06-14 @Rome: Carlo Bassi, Ivan Horvat",
        "visit held 2024-06-14 @Rome: Ivan Horvat, Italy*",
    ],
    "Croatia and Malta held talks in Zagreb on Friday. The previous round was held in "
    "Valletta in March. No session had been held since 2016.": [
        "talks held 2024-06-14 @Zagreb: Croatia, Malta",
        "talks held 2024-03 @Valletta: Croatia, Malta",
        "talks held 2016: Croatia, Malta",
    ],
    "Croatia and Malta held talks in Zagreb on Friday. The next meeting will take place "
    "in Valletta in July.": [
        "talks held 2024-06-14 @Zagreb: Croatia, Malta",
        "talks planned 2024-07 @Valletta: Croatia, Malta",
    ],
    "Croatian President Ivan Horvat will visit Malta on Monday. A trip to Kyiv is being "
    "considered as well.": [
        "visit planned 2024-06-24 @Malta: Ivan Horvat, Malta*",
        "visit possible @Kyiv: Ivan Horvat, Ukraine*",
    ],
    "Valletta is the largest city of Malta. Croatian President Ivan Horvat was there in "
    "August last year for talks.": [
        "visit held 2023-08 @Malta: Ivan Horvat, Malta*",
    ],
    "Croatian President Ivan Horvat and Maltese President Ann Vella have not met since 2019.": [
        "talks held 2019: Ivan Horvat, Ann Vella",
    ],
    "Croatian President Ivan Horvat accompanied Prime Minister Jan Babic on a trip to "
    "Malta in May.": [
        "visit held 2024-05 @Malta: Ivan Horvat, Jan Babic, Malta*",
    ],
    "The UN Security Council met on Libya on Friday.": [
        "conference held 2024-06-14: UN Security Council",
    ],
    "Maltese President Ann Vella (L) meets with Italian President Carlo Bassi (R) and "
    "Greek Prime Minister Nikos Pappas (C) in Rome on May 3.": [
        "talks held 2024-05-03 @Rome: Ann Vella, Carlo Bassi, Nikos Pappas",
    ],
    "A phone call took place between Croatian President Ivan Horvat and Maltese President "
    "Ann Vella.": [
        "call held: Ivan Horvat, Ann Vella",
    ],
    "Croatian Prime Minister Ivan Horvat met Maltese President Ann Vella on the sidelines "
    "of the UNGA in New York on Friday.": [
        "talks held 2024-06-14 @New York: Ivan Horvat, Ann Vella",
        "conference held 2024-06-14 @New York: UN, Ivan Horvat, Ann Vella",
    ],
    "Croatian Prime Minister Ivan Horvat met Maltese President Ann Vella on the margins "
    "of the G20 in Bali.": [
        "talks held @Bali: Ivan Horvat, Ann Vella",
        "summit held @Bali: G20, Ivan Horvat, Ann Vella",
    ],
    "Croatian Prime Minister Ivan Horvat held bilateral meetings on the sidelines of a UN "
    "session in New York, including with Maltese President Ann Vella and Greek Prime "
    "Minister Nikos Pappas.": [
        "talks held @New York: Ivan Horvat, Ann Vella",
        "talks held @New York: Ivan Horvat, Nikos Pappas",
        "conference held @New York: UN, Ivan Horvat, Ann Vella, Nikos Pappas",
    ],
    "Russia's and North Korea's deputy foreign ministers will hold consultations on Monday.": [
        "talks planned 2024-06-24: Russia, role:KP:deputy foreign minister",
    ],
    "Croatian Foreign Minister Ivan Horvat met Maltese President Ann Vella on Monday. "
    "Greek Prime Minister Nikos Pappas and Italian President Carlo Bassi were reportedly "
    "also at the meeting.": [
        "talks held 2024-06-17: Ivan Horvat, Ann Vella, Nikos Pappas, Carlo Bassi",
    ],
    "Croatian Foreign Minister Ivan Horvat came to Malta three days after Greek Prime "
    "Minister Nikos Pappas met Italian President Carlo Bassi in Cyprus.": [
        "visit held @Malta: Ivan Horvat, Malta*",
        "talks held @Cyprus: Nikos Pappas, Carlo Bassi",
    ],
    "On March 1, after talks in Nairobi, Maltese President Ann Vella and Kenyan President "
    "William Ruto opened a fair.": [
        "talks held 2024-03-01 @Nairobi: Ann Vella, William Ruto",
    ],
    "Kenyan President William Ruto, with whom Maltese President Ann Vella held talks on "
    "Monday, flew home.": [
        "talks held 2024-06-17: Ann Vella, William Ruto",
    ],
}

SILENT = [
    "France will meet Argentina in the World Cup final in Doha on Sunday.",
    "President Emmanuel Macron visited Marseille on Tuesday and met police officers there.",
    (
        "Prime Minister Narendra Modi will visit Gujarat on Monday and hold talks with "
        "Chief Minister Bhupendra Patel."
    ),
    "President Joe Biden met with congressional leaders at the White House on Tuesday.",
    "Volkswagen is in talks with Chinese carmaker Xpeng to buy a stake.",
    "The conference in Geneva brought together scientists from 40 countries.",
    "China's economy met its growth target. Russia called the sanctions illegal.",
    (
        "Italian pop singer Laura Pausini begins her tour of Brazil in March with a "
        "concert in Sao Paulo."
    ),
    (
        "Xi Jinping called on officials to fight corruption. Putin called on Ukraine to "
        "withdraw its troops."
    ),
    "The Bank of Japan's board meeting ended on Friday; the US Federal Reserve meets next week.",
    "Poland welcomed Germany's decision. Chad received aid from France.",
    "Pope Francis received pilgrims at the Vatican on Wednesday.",
    "The two presidents meet every year. Japan and India hold annual summits.",
    "Tourists from China visited Thailand in record numbers.",
    "Nepal's mountaineers reached the summit of Everest on Friday.",
    "Russian warships arrived in Havana on Wednesday.",
    "Argentina's Javier Milei and Chile's Gabriel Boric have never met.",
    (
        "Turkey urged Israel to return to negotiations. The US called for talks between "
        "Sudan's generals."
    ),
    "Hungary's parliament held a session on Sweden's NATO bid.",
    "The Secretary welcomed Polish President Andrzej Duda's February 3 action.",
    "No talks between Croatia and Malta are planned.",
    "Ghana have boycotted their tour of Kenya, where they were to play a tri-series.",
    "Croatian President Ivan Horvat was expected in Valletta on Friday.",
    "The EU met its target. One with more money is wanted, Croatia told Malta.",
]


@pytest.mark.parametrize("text", CASES)
def test_records(text: str) -> None:
    assert [short(m) for m in detect(text)] == CASES[text]


@pytest.mark.parametrize("text", SILENT)
def test_no_meeting(text: str) -> None:
    assert [short(m) for m in detect(text)] == []


def test_bare_surnames_without_a_day() -> None:
    """Only of those who alone are called so; not of everybody in the register."""
    document = annotate(articles.detect("Putin met Gore in Oslo. Merkel met Macron in Rome.\n"))
    assert [short(m) for m in meetings.detect(document)] == [
        "talks held @Rome: Merkel, Macron",
    ]


def test_examples_of_the_rules() -> None:
    assert list(examples.faults(load("meetings"), fired)) == []


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Kenya and Uganda held the 18th round of border talks in Kampala.", "round", "18th round"),
        ("Kenya and Uganda held high-level talks on border trade.", "format", "high-level"),
        ("Kenya and Uganda held nuclear talks.", "format", None),
        ("Kenya and Uganda held talks on border trade.", "topics", ("border trade",)),
        (
            (
                "Kenyan President William Ruto met Somali President Hassan Sheikh Mohamud to "
                "discuss piracy."
            ),
            "topics",
            ("piracy",),
        ),
        (
            "Kenyan President William Ruto will visit Oman, Tass reported, citing the Kremlin.",
            "reported_by",
            ("TASS", "Kremlin"),
        ),
        (
            "According to Anadolu, Kenyan President William Ruto will visit Oman.",
            "reported_by",
            ("Anadolu Agency",),
        ),
        ("Kenyan President William Ruto paid an official visit to Oman.", "format", "official"),
    ],
)
def test_details(text: str, field: str, value: object) -> None:
    (meeting,) = detect(text)
    assert getattr(meeting, field) == value
    assert value is None or field in {e.field for e in meeting.evidence}


def test_invited_by() -> None:
    text = "Kenyan President William Ruto will visit Japan at the invitation of Emperor Naruhito."
    (visit,) = detect(text)
    assert visit.invited_by is not None
    assert visit.invited_by.actor.name == "Naruhito"


def test_those_named_by_their_office_have_it() -> None:
    (found,) = detect("The defense ministers of Ghana and Togo met in Lome on Tuesday.")
    assert ["defense minister"] * 2 == [p.office for p in found.participants]


def test_talks_are_part_of_the_visit() -> None:
    text = (
        "Kenyan President William Ruto arrived in Muscat on Monday. "
        "He held talks with Omani Sultan Haitham on Tuesday."
    )
    visit, talks = detect(text)
    assert talks.part_of == visit.id
    assert talks.place == visit.place


# --- laws ---------------------------------------------------------------------------------


def check_evidence(article: Article, found: tuple[Meeting, ...]) -> None:
    for meeting in found:
        assert meeting.participants
        fields = {e.field for e in meeting.evidence}
        assert {"event", "participants", "status"} <= fields
        assert all(e.span.of(article.text) == e.quote for e in meeting.evidence)
        for field in ("format", "round", "topics", "reported_by", "part_of", "invited_by"):
            assert not getattr(meeting, field) or field in fields, field
        assert meeting.when is None or "when" in fields or meeting.when.basis == "inferred"


@settings(max_examples=60, deadline=None)
@given(texts)
def test_total_and_with_evidence(text: str) -> None:
    article = articles.detect(text, published=PUBLISHED)
    found = meetings.detect(annotate(article))
    check_evidence(article, found)
    assert len({m.id for m in found}) == len(found)
    assert all(meetings.normalise(meetings.normalise(m)) == meetings.normalise(m) for m in found)


@pytest.mark.parametrize("text", CASES)
def test_evidence(text: str) -> None:
    document = read(text)
    check_evidence(document.article, meetings.detect(document))


@given(st.sampled_from([t for t in CASES if t.endswith(".") and t[:5] != "LOME:"]))
@settings(max_examples=20, deadline=None)
def test_a_paragraph_in_front_only_shifts(text: str) -> None:
    front = "Rain fell over the hills all week and the rivers rose.\n\n"
    before = detect(f"Weather and news\n\n{text}")
    after = detect(f"Weather and news\n\n{front}{text}")
    assert [short(m) for m in after] == [short(m) for m in before]
    for first, second in zip(before, after, strict=True):
        assert [e.quote for e in first.evidence] == [e.quote for e in second.evidence]


@pytest.mark.parametrize("text", [t for t in CASES if "'" in t])
def test_curly_quotes_say_the_same(text: str) -> None:
    assert [short(m) for m in detect(text.replace("'", "’"))] == CASES[text]
