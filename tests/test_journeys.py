"""Journeys and calls in all their phrasings, as own sentences with the records expected of them.

The day of publication is that of ``test_meetings``: 20 June 2024, a Thursday.
"""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

CASES: dict[str, list[str]] = {
    # of officers, though not of their troops
    "General Joseph Borg, chief of the Maltese armed forces, visited Suva on Tuesday.": [
        "visit held 2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    "Joseph Borg, commander of the Maltese army, arrived in Suva on Tuesday.": [
        "visit ongoing 2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    # what goes along, and how far
    "Maltese Prime Minister Joseph Borg flew a government jet to Suva on Tuesday.": [
        "visit held 2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg will continue his trip to Fiji on Sunday.": [
        "visit planned 2024-06-23 @Fiji: Joseph Borg, Fiji*",
    ],
    # a plan of long ago is none
    "It will be a response to Maltese Prime Minister Joseph Borg's visit to Fiji last year.": [
        "visit held 2023 @Fiji: Joseph Borg, Fiji*",
    ],
    # on the way
    "Maltese Prime Minister Joseph Borg is bound for Fiji.": [
        "visit planned @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg was headed to Fiji on Tuesday.": [
        "visit held 2024-06-18 @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg is off to Fiji on Sunday.": [
        "visit planned 2024-06-23 @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg is on his way to Suva.": [
        "visit planned @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg is back from Fiji.": [
        "visit held @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg passed through Suva on Tuesday.": [
        "visit held 2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg set out on Tuesday on a tour of Fiji.": [
        "visit ongoing 2024-06-18 @Fiji: Joseph Borg, Fiji*",
    ],
    "The plane carrying Maltese Prime Minister Joseph Borg touched down in Suva on Wednesday.": [
        "visit ongoing 2024-06-19 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg's plane landed in Suva on Wednesday.": [
        "visit ongoing 2024-06-19 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg left Suva on Tuesday after a two-day visit.": [
        "visit held 2024-06-17/2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    # gone again
    "Maltese Prime Minister Joseph Borg departed from the Fijian capital on Tuesday.": [
        "visit held 2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg, on leaving Suva on Monday, said that he would write.": [
        "visit held 2024-06-17 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg was back in Valletta on Tuesday from Suva.": [
        "visit held 2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg wound up three days in Suva on Tuesday.": [
        "visit held 2024-06-16/2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg had been to Fiji in May to open a school.": [
        "visit held 2024-05 @Fiji: Joseph Borg, Fiji*",
    ],
    # told in passing
    "Maltese Prime Minister Joseph Borg, in Suva since Tuesday, met Fijian President Ana Lala.": [
        "visit ongoing 2024-06-18 @Suva: Joseph Borg, Fiji*",
        "talks held 2024-06-18 @Suva: Joseph Borg, Ana Lala",
    ],
    "Maltese Prime Minister Joseph Borg, due in Suva next week, met Samoan President Ana Lala in "
    "Valletta on Wednesday.": [
        "visit planned 2024-06-24/2024-06-30 @Suva: Joseph Borg, Fiji*",
        "talks held 2024-06-19 @Valletta: Joseph Borg, Ana Lala",
    ],
    # to somebody
    "Maltese Prime Minister Joseph Borg will pay a visit to Fijian President Ana Lala in July.": [
        "visit planned 2024-07 @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg paid a visit to Samoa's close ally Fiji in May.": [
        "visit held 2024-05 @Fiji: Joseph Borg, Fiji*",
    ],
    # told by whose it is
    "Farmers recalled the trip that Maltese Prime Minister Joseph Borg made to Fiji in May.": [
        "visit held 2024-05 @Fiji: Joseph Borg, Fiji*",
    ],
    "The visit that Joseph Borg, the Maltese prime minister, was due to pay to Fiji in July has "
    "been announced.": [
        "visit planned 2024-07 @Fiji: Joseph Borg, Fiji*",
    ],
    "A trip to Fiji that Maltese Prime Minister Joseph Borg had planned for July is off.": [
        "visit cancelled 2024-07 @Fiji: Joseph Borg, Fiji*",
    ],
    "The Fiji trip that Maltese Prime Minister Joseph Borg scrapped on Tuesday was a costly one.": [
        "visit cancelled @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg spent the weekend in Suva.": [
        "visit held 2024-06-15/2024-06-16 @Suva: Joseph Borg, Fiji*",
    ],
    "Maltese Foreign Minister Ann Vella led a delegation that visited Fiji in May.": [
        "visit held 2024-05 @Fiji: Ann Vella, Fiji*",
    ],
    # off and cut short
    "Maltese Prime Minister Joseph Borg cut his visit to Fiji short on Tuesday.": [
        "visit held 2024-06-18 @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg will no longer travel to Fiji.": [
        "visit cancelled @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg pulled out of a trip to Fiji.": [
        "visit cancelled @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg will visit Fiji this week.": [
        "visit planned 2024-06-17/2024-06-23 @Fiji: Joseph Borg, Fiji*",
    ],
    "Fijian President Ana Lala sent an invitation to Maltese Prime Minister Joseph Borg to visit "
    "Suva in July.": [
        "visit possible 2024-07 @Suva: Joseph Borg, Fiji*",
    ],
    # received
    "Maltese Prime Minister Joseph Borg was given a red-carpet welcome in Suva on Tuesday.": [
        "visit held 2024-06-18 @Suva: Joseph Borg, Fiji*",
    ],
    "Fiji is expecting Maltese Prime Minister Joseph Borg on Sunday.": [
        "visit planned 2024-06-23 @Fiji: Joseph Borg, Fiji*",
    ],
    "Fiji has invited Maltese Prime Minister Joseph Borg for a visit in July.": [
        "visit possible 2024-07 @Fiji: Joseph Borg, Fiji*",
    ],
    "Fijian President Ana Lala welcomed Maltese Prime Minister Joseph Borg at the airport on "
    "Wednesday.": [
        "visit ongoing 2024-06-19 @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg was seen off in Suva by Fijian President Ana Lala.": [
        "visit held @Suva: Joseph Borg, Fiji*",
    ],
    # the leaders of a body come for its meeting
    "Fiji will host the leaders of CARICOM on Sunday.": [
        "summit planned 2024-06-23 @Fiji: CARICOM",
    ],
    # tours
    "Maltese Prime Minister Joseph Borg arrived in Suva on Tuesday on the first leg of his Pacific "
    "tour that also includes Samoa.": [
        "visit ongoing 2024-06-18 @Suva: Joseph Borg, Fiji*",
        "visit planned @Samoa: Joseph Borg, Samoa*",
    ],
    "Maltese Prime Minister Joseph Borg is on a Pacific swing that includes stops in Fiji and "
    "Samoa.": [
        "visit planned @Fiji: Joseph Borg, Fiji*",
        "visit planned @Samoa: Joseph Borg, Samoa*",
    ],
    "Maltese Prime Minister Joseph Borg returned on Tuesday from a tour that included Fiji.": [
        "visit held @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg will go to Suva and then Apia.": [
        "visit planned @Suva: Joseph Borg, Fiji*",
        "visit planned @Apia: Joseph Borg, Samoa*",
    ],
    "Maltese Prime Minister Joseph Borg will tour Fiji in July. The tour does not include Samoa.": [
        "visit planned 2024-07 @Fiji: Joseph Borg, Fiji*",
    ],
    "Fiji will be the first stop on Maltese Prime Minister Joseph Borg's tour.": [
        "visit planned @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese Prime Minister Joseph Borg will be in Suva on Friday and in Apia on Saturday.": [
        "visit planned 2024-06-21 @Suva: Joseph Borg, Fiji*",
        "visit planned 2024-06-22 @Apia: Joseph Borg, Samoa*",
    ],
    "Maltese Prime Minister Joseph Borg led a group of traders on a visit to Fiji last week.": [
        "visit held 2024-06-10/2024-06-16 @Fiji: Joseph Borg, Fiji*",
    ],
    # the state before the noun is where the journey goes, unless something else is
    "Maltese Prime Minister Joseph Borg's Fiji trip begins on Sunday.": [
        "visit planned 2024-06-23 @Fiji: Joseph Borg, Fiji*",
    ],
    "The Maltese visit to Fiji was a success.": [
        "visit held @Fiji: Malta, Fiji*",
    ],
    # headlines
    "Borg off to Fiji\n\nMaltese Prime Minister Joseph Borg met farmers in Valletta.": [
        "visit planned @Fiji: Joseph Borg, Fiji*",
    ],
    "Maltese PM in Suva\n\nSUVA, June 20 - Farmers asked for help on Monday.": [
        "visit ongoing 2024-06-20 @Suva: role:MT:prime minister, Fiji*",
    ],
    "Borg welcomed in Suva\n\nMaltese Prime Minister Joseph Borg praised farmers on Monday.": [
        "visit held @Suva: Joseph Borg, Fiji*",
    ],
    "Borg lands in Suva\n\nMaltese Prime Minister Joseph Borg praised farmers on Monday.": [
        "visit ongoing 2024-06-20 @Suva: Joseph Borg, Fiji*",
    ],
    "Borg cuts short Fiji visit\n\nMaltese Prime Minister Joseph Borg praised farmers on Monday.": [
        "visit held @Fiji: Joseph Borg, Fiji*",
    ],
    # calls
    "Maltese President Ann Vella and Fijian President Ana Lala phoned each other on Tuesday.": [
        "call held 2024-06-18: Ann Vella, Ana Lala",
    ],
    "Maltese President Ann Vella and Fijian President Ana Lala discussed fishing over the "
    "telephone on Tuesday.": [
        "call held 2024-06-18: Ann Vella, Ana Lala",
    ],
    "Maltese President Ann Vella discussed fishing with Fijian President Ana Lala in a phone call "
    "on Tuesday.": [
        "call held 2024-06-18: Ann Vella, Ana Lala",
    ],
    "Maltese President Ann Vella met Fijian President Ana Lala online on Tuesday.": [
        "call held 2024-06-18: Ann Vella, Ana Lala",
    ],
    "Maltese President Ann Vella was in telephone contact with Fijian President Ana Lala on "
    "Tuesday.": [
        "call held 2024-06-18: Ann Vella, Ana Lala",
    ],
    "Maltese President Ann Vella got a call from Fijian President Ana Lala on Tuesday.": [
        "call held 2024-06-18: Ann Vella, Ana Lala",
    ],
    "Maltese President Ann Vella phoned to congratulate Fijian President Ana Lala.": [
        "call held: Ann Vella, Ana Lala",
    ],
    "Maltese President Ann Vella expressed sympathy to Fijian President Ana Lala in a call.": [
        "call held: Ann Vella, Ana Lala",
    ],
    "Maltese President Ann Vella's call with Fijian President Ana Lala lasted an hour.": [
        "call held: Ann Vella, Ana Lala",
    ],
    "A call is planned between Maltese President Ann Vella and Fijian President Ana Lala.": [
        "call planned: Ann Vella, Ana Lala",
    ],
}  # fmt: skip

SILENT = [
    "Maltese Prime Minister Joseph Borg left Fiji to study art.",
    "Joseph Borg, head of the Maltese shipping company, visited Suva on Tuesday.",
    "Joseph Borg, president of the Maltese football association, visited Suva on Tuesday.",
    "Malta will return the refugees to Fiji.",
    "Maltese Interior Minister Joseph Borg plans to continue deportations to Fiji.",
    "Maltese Prime Minister Joseph Borg called upon weavers to return their looms from Fiji.",
    "Maltese Prime Minister Joseph Borg urged exporters to head for Fiji.",
    "Malta has stopped thousands of migrants from reaching Fiji.",
    "Tongans who reach Fiji by boat are held in camps.",
    "The camps hold Maltese who landed in Fiji, a nurse said.",
    "Malta and Oman were unable to stop Fiji from selling four boats.",
    "The ministry in Malta rejected a call by Fijian officials to show restraint.",
    "Maltese Prime Minister Joseph Borg is off to a good start.",
    "Maltese Prime Minister Joseph Borg would like to visit Fiji.",
    "Maltese Prime Minister Joseph Borg is on his way to a second term, unlike Fiji's premier.",
    "The freighter is bound for Fiji, said Maltese Prime Minister Joseph Borg.",
    "Fiji welcomed Maltese Prime Minister Joseph Borg's words.",
    "Maltese Prime Minister Joseph Borg interrupted a session on Fiji with a call to order.",
    "Maltese President Ann Vella and Fijian President Ana Lala have not seen each other's letters.",
    "Maltese President Ann Vella called Fijian President Ana Lala an old friend.",
    "Maltese Prime Minister Joseph Borg has yet to visit Fiji.",
    "Malta's team is off to Fiji for a match, Sports Minister Ann Vella said.",
    "Malta saw no reason to rush to Fiji's aid.",
    "Maltese Ambassador Joseph Borg left Suva on Tuesday, recalled by his minister.",
    "Maltese Prime Minister Joseph Borg will leave Suva on Sunday.",
    "Maltese Prime Minister Joseph Borg is from Suva.",
    "Maltese Prime Minister Joseph Borg, in Valletta since Tuesday, praised Fiji's farmers.",
    "Maltese Ambassador Joseph Borg paid a visit to Fijian President Ana Lala.",
    "Maltese Prime Minister Joseph Borg flew to Suva for surgery on Tuesday.",
    "Maltese Prime Minister Joseph Borg went into exile in Fiji.",
    "Maltese former minister Joseph Borg was brought to Fiji on Tuesday.",
    "NATO Secretary General Mark Rutte will be in Brussels on Sunday, unlike Fiji's premier.",
    "The claim that Maltese Prime Minister Joseph Borg made to Fiji was false.",
    "Maltese ambassador in Fiji\n\nSUVA, June 20 - Farmers asked for help on Monday.",
]


@pytest.mark.parametrize("text", CASES)
def test_records(text: str) -> None:
    assert [short(meeting) for meeting in detect(text)] == CASES[text]


@pytest.mark.parametrize("text", SILENT)
def test_no_meeting(text: str) -> None:
    assert [short(meeting) for meeting in detect(text)] == []
