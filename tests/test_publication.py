"""The day an article was published: read from the page, inferred from the text, or left open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.lexicon.tokens import tokenise
from diplotext.reading import layout
from diplotext.reading.publication import Publication, infer
from operations import grows_linearly

SEEDS = Path(__file__).parents[1] / "seeds"
BODY = (
    "The two ministers sat down at the lake house on Tuesday to go through a long list of open"
    " questions, among them fishing rights, the railway along the coast and a treaty on the border"
    " that neither parliament has ever voted on."
)

PICTURE = (
    "FILE PHOTO: The two ministers, in blue, walk through the garden of the lake house, where a"
    " treaty was to be signed that neither parliament had ever voted on, in Lake City, July 7,"
    " 2020. REUTERS/Ada Quill/File Photo"
)


def infer_from(text: str, **bounds: date) -> Publication:
    return infer(text, layout.read(text), tokenise(text), **bounds)


@pytest.mark.parametrize(
    ("start", "published", "basis"),
    [
        ("000", "2024-09-09", "inferred"),
        ("001", "2023-09-18", "dateline"),
        ("002", None, None),
        ("003", None, None),
        ("004", "2023-09-18", "header"),
    ],
)
def test_the_seeds(start: str, published: str | None, basis: str | None) -> None:
    (path,) = SEEDS.glob(f"{start}_*.txt")
    found = infer_from(path.read_text(encoding="utf-8"))
    assert (published, basis) == (found.value and found.value.isoformat(), found.basis)
    assert bool(found.reasons) == (published is not None)


STAMPED = [
    "date 2021-03-16 Ministers meet at the lake\n\n{}",
    "Ministers meet at the lake\n\nMarch 16, 2021\n\n{}",
    "Ministers meet at the lake\n\nMarch 16, 2021 | Web Desk\n\n{}",
    "Ministers meet at the lake\n\nThe Lakeside Post - March 16, 2021 | 12:00am\n\n{}",
    "Ministers meet at the lake\n\nTuesday, 16 March 2021 06:40 AM EST\n\n{}",
    "Ministers meet at the lake\n\n16 Mar, 2021 16:20\n\n{}",
    "Ministers meet at the lake\n\nPosted: March 16, 2021\n\n{}",
    "Ministers meet at the lake\n\nPublished: 16 March 2021 10:45\nUpdated: 17 March 2021\n\n{}",
    "Ministers meet at the lake\n\n16-Mar-21\n\n{}",
    "Ministers meet at the lake\nLake Wire | Oslo | Updated: 16-03-2021 21:54 IST\n\n{}",
    "Ministers meet at the lake\n\nBy Jane Roe\n16.03.2021 - 11:24\nUpdated: 17.03.2021\n\n{}",
    "Ministers meet at the lake\n\n{}\n\nThis was first published in the Post on March 16, 2021.",
    "Ministers meet at the lake\n\n14:30 | 16/ 03/ 2021\n\n{}",
    "09:49, 16 March 2021, Lima - Andes news agency, Ada QUILL\n\nMinisters meet at the lake\n\n{}",
    "News, 3/16/2021 | Ministry for Foreign Affairs\n\nMinisters meet at the lake\n\n{}",
    "Ministers meet at the lake\n\nLIMA, PERU\n\n03.16.2021\n\n{}",
    "Ministers meet at the lake\n\nUpdate: March, 16/2021 - 07:44\n\n{}",
    "Ministers meet at the lake\n\nAda Quill Mar - 16 - 2021 , 07:07\n\n{}",
    "Ministers meet at the lake\n\n16th Tuesday, March 2021 - 11:27 UTC\n\n{}",
    "Ministers meet at the lake\n\nAccording to Lake Voice March 16, 2021 11:22\n\n{}",
    "Ministers meet at the lake\n\n{}\n\n(Lakeside News Agency March 16, 2021)",
    "Ministers meet at the lake\n\n"
    + PICTURE
    + "\n16 Mar 2021 09:48AM (Updated: 16 Mar 2021)\n\n{}",
    "Tuesday 16 March 2021. Lima.\n\nMinisters meet at the lake\n\n{}",
    "Ministers meet at the lake\n\n8:35 am on 16 March 2021\n\n{}",
    "Ministers meet at the lake\n\nLakepost.org, 16 Mar 2021 - 11:48, Tbilisi,Georgia\n\n{}",
    "Ministers meet at the lake\n\nMarch 16, 2021, Tuesday 5:29 AM, Eastern Time\n\n{}",
    "Ministers meet at the lake\n\nBy Desk\nPublished On 16 Mar 202116 Mar 2021\n\n{}",
    "Ministers meet at the lake\n\nMARCH 16, 202110:20 AM\n\n{}",
    "Ministers meet at the lake\n\nhttps://lakepost.com/news/2021/03/16/lake/\n\n{}",
    "Ministers meet at the lake\n\nAda Quill, Oslo\t16 March 2021\n\n{}",
    "MORNING REPORT FOR TUESDAY, MARCH 16, 2021, FROM OSLO\n\n{}",
    "No: 112, 16 March 2021, Press Release Regarding the Visit\n\n{}",
    "World\n\nfrom the March 16, 2021 edition\n\n{}",
    "close\nThursday July 7, 2022\n\nMinisters meet at the lake\n\nBy Desk\nMarch 16, 2021\n\n{}",
]


@pytest.mark.parametrize("page", STAMPED)
def test_a_stamp_on_the_page_is_read(page: str) -> None:
    found = infer_from(page.format(BODY))
    assert (date(2021, 3, 16), "header") == (found.value, found.basis)


DATELINES = [
    "LAKE CITY, March 16, 2021 (Agency) — {}",
    "LAKE CITY (March 16, 2021) – {}",
    "LAKE CITY (LakeWire, Mar. 16, 2021) -- {}",
    "Lake City, 16 March 2021 – {}",
    "LAKE CITY, March 16, 2021. /AGENCY/. {}",
    "(Lake City, 16 March 2021) {}",
    "(LAKE CITY, 16 March 2021) – {}",
    "Lima, March 16, 2021. {}",
    "March 16, 2021. LAKE CITY - {}",
    "16 March 2021, Lima (LWA). {}",
    "LAKE CITY, MARCH 16, 2021, LAKEWIRE. {}",
    "Lima, March 16, 2021, Lake-Wire -- {}",
    "LIMA | 16 March 2021 | {}",
    "LIMA - 16 March 2021. {}",
    "Oslo/Bern; 16 March 2021 (LWA/RL) - {}",
    "SOFIA. March 16, 2021 (Lakewire) - {}",
    "LIMA (LT) - Mar 16, 2021 - {}",
]


@pytest.mark.parametrize("line", DATELINES)
def test_a_dateline_with_its_year_is_read(line: str) -> None:
    found = infer_from("Ministers meet at the lake\n\n" + line.format(BODY))
    assert (date(2021, 3, 16), "dateline") == (found.value, found.basis)


UNSTAMPED = [
    "Daily trade reports of March 16, 2021 showed a fall.",
    "WHEN: March 16, 2021, 10:00 a.m.",
    "Ann Vella at the lake house, Oslo, March 16, 2021",
    "12° Oslo,\n16 March, 2021",
]


@pytest.mark.parametrize("line", UNSTAMPED)
def test_a_line_that_dates_something_else_is_no_stamp(line: str) -> None:
    assert infer_from("Ministers meet at the lake\n\n" + line + "\n\n" + BODY).value is None


@pytest.mark.parametrize(("weekday", "day"), [("Tuesday", date(2021, 3, 16)), ("Friday", None)])
def test_a_picture_of_the_weekday_that_the_report_tells_of_dates_it(
    weekday: str, day: date | None
) -> None:
    caption = "Ann Vella, left, speaks in Oslo, Tuesday, March 16, 2021. (Ada Quill/Lake Navy)"
    body = BODY.replace("Tuesday", weekday)
    assert infer_from(f"Ministers meet at the lake\n\n{caption}\n\n{body}").value == day


def test_the_day_that_a_release_calls_today_may_have_its_year() -> None:
    text = "Crews will train this afternoon. The exercise is held today, Tuesday, March 16, 2021."
    assert infer_from(text).value == date(2021, 3, 16)


def test_the_year_of_a_dateline_is_inferred_from_months_printed_with_theirs() -> None:
    text = (
        "LAKE CITY, March 16 (Agency) — The ministers met here on Tuesday, their first talks since"
        " November 2020, when the border was closed. Traffic has been light since 2014."
    )
    found = infer_from(text)
    assert (date(2021, 3, 16), "dateline") == (found.value, found.basis)
    assert any("Tuesday" in reason for reason in found.reasons)
    assert found.candidates[0].day == found.value
    assert any(candidate.broken for candidate in found.candidates[1:])


def test_terms_of_office_tell_the_year() -> None:
    text = (
        "PARIS, March 16 (Agency) — Foreign Minister Sergei Lavrov spoke with Defense Minister"
        " Sergei Shoigu, Chancellor Olaf Scholz and Prime Minister Rishi Sunak in turn."
        " It followed a summit in November 2022."
    )
    assert date(2023, 3, 16) == infer_from(text).value


MEMBERS = [
    ("The ministers of NATO member Finland and of Norway met here.", "2023-03-16"),
    ("The ministers of Norway and of NATO candidate Finland met here.", "2022-03-16"),
    ("The ministers of Norway and of NATO's newest member, Sweden, met here.", "2024-03-16"),
]


@pytest.mark.parametrize(("told", "published"), MEMBERS)
def test_membership_of_a_body_tells_the_year(told: str, published: str) -> None:
    later = "2023" if published.startswith("2024") else str(int(published[:4]) - 1)
    text = f"LAKE CITY, March 16 (Agency) — {told} It followed a summit in November {later}."
    found = infer_from(text)
    assert published == (found.value and found.value.isoformat())
    assert any("years of membership" in reason for reason in found.reasons)


FETCHED = (
    "Tuesday, 26 September, 2023\nE-paper\n\nSummit set for Friday\n\nThe leaders will meet on"
    " June 2 in the city, officials said on Monday, and a second meeting will follow in the year."
)
UNDECIDED = [
    "The ministers met on Monday and will meet again in October.",
    "The minister said on April 3 that talks go on. They began in 2014.",
    "On 3 November 2022, the task force met in the capital to speak of energy.",
    "The drill ran from October 25-26, 2016, in the desert.",
    "LAKE CITY, March 16 (Agency) — " + BODY,
    "Copyright 2020. All rights reserved. " + BODY,
    "date 2021-09 Ministers meet at the lake\n\n" + BODY,
    FETCHED,
    "",
]


@pytest.mark.parametrize("text", UNDECIDED)
def test_no_day_is_given_where_the_text_does_not_tell(text: str) -> None:
    assert infer_from(text).value is None


def test_a_caption_is_no_stamp() -> None:
    caption = "The lake house, May 4, 2019. Photo: Roe/Agency"
    text = f"Ministers meet\n\n{caption}\n\nMarch 16, 2021\n\n{BODY}"
    assert date(2021, 3, 16) == infer_from(text).value


def test_bounds_shut_out_days_and_settle_what_is_left() -> None:
    text = f"Ministers meet at the lake\n\nMarch 16, 2021\n\n{BODY}"
    assert infer_from(text, not_after=date(2020, 1, 1)).value is None
    assert infer_from(text, not_before=date(2021, 3, 17)).value is None
    assert date(2021, 3, 16) == infer_from(text, not_before=date(2021, 3, 16)).value


WORDS = (
    "May 3, 2021;\n;LAKE, May 3 (AP) —;date 2021-02-30;said on;Monday;|;(;);Posted:;May 3;will"
    ";close\n;this week;Updated;2021-05-03"
)
PIECES = WORDS.split(";")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=100))
def test_any_text_gives_a_day_with_reasons_or_none(text: str) -> None:
    found = infer(text, None, tokenise(text))
    assert (found.value is None) == (found.basis is None) == (not found.reasons)


@pytest.mark.parametrize(
    ("lead", "published"),
    [
        ("Oman has signed the treaty, the palace said on Tuesday, March 16, 2021.", "2021-03-16"),
        ("Oman signed the treaty on March 16, 2021.", None),  # nothing says when it was told
        ("Oman will sign the treaty on March 16, 2021, the palace said.", None),
        # Told of a day, but the text goes on to a later one.
        ("Oman agreed on March 16, 2021, the palace said. It signed on March 18, 2021.", None),
    ],
)
def test_the_day_of_the_report_may_stand_in_full_in_the_lead(
    lead: str, published: str | None
) -> None:
    found = infer_from(f"A treaty at last\n\n{lead} {BODY}")
    assert published == (found.value and found.value.isoformat())


@pytest.mark.parametrize(
    "line",
    ["09:28 | Lima, March 16.", "By Ada Quill – Lima, March 16", f"Lima, March 16: {BODY}"],
)
def test_a_line_that_ends_in_place_and_day_is_a_dateline(line: str) -> None:
    text = f"Ministers meet at the lake\n\n{line}\n\n{BODY} They first met in May 2019."
    found = infer_from(text, not_before=date(2021, 1, 1), not_after=date(2021, 12, 31))
    assert (date(2021, 3, 16), "dateline") == (found.value, found.basis)


def test_a_headline_with_its_day_above_what_is_told_of_today_is_of_that_day() -> None:
    text = (
        "Lake Council\n\nSummit by the lake, 16 March 2021\n\nThe leaders met {} in Oslo. " + BODY
    )
    assert date(2021, 3, 16) == infer_from(text.format("today")).value
    assert infer_from(text.format("there")).value is None


def test_a_day_that_the_text_calls_today_gets_its_year_from_the_weekday_of_tomorrow() -> None:
    text = "Today, 16 March, we leave for Oslo. Our host tomorrow, {}, is new. We met in May 2020."
    assert date(2021, 3, 16) == infer_from(text.format("Wednesday")).value
    assert infer_from(text.format("Monday")).value is None


def test_an_edition_in_a_coming_month_was_not_over_by_its_year() -> None:
    text = (
        "LAKE CITY, Dec. 1 (Agency) — The drill begins on Monday. Next is Shield-2009 in January."
    )
    assert date(2008, 12, 1) == infer_from(text.format("January")).value
    assert date(2009, 12, 1) != infer_from(text.format("January")).value


@pytest.mark.parametrize(
    ("stamp", "body", "published"),
    [
        ("Updated: 05-04-2021 21:54 IST", BODY, date(2021, 4, 5)),
        ("05/04/2021 09:54 AM EDT", BODY, date(2021, 5, 4)),
        (
            "Last update: 05/04/2021 - 14:30",
            "On May 6 they go on to Oslo. " + BODY,
            date(2021, 5, 4),
        ),
        ("05/04/2021 - 14:30", "They met again after the elections. ", None),
    ],
)
def test_numbers_that_may_stand_in_either_order(
    stamp: str, body: str, published: date | None
) -> None:
    text = f"Ministers meet at the lake\n\n{stamp}\n\n{body}"
    assert infer_from(text).value == published


def test_many_stamps_are_read_in_linear_time() -> None:
    def work(count: int) -> Callable[[], object]:
        days = (f"May {n % 28 + 1}, {2001 + n % 19}" for n in range(count))
        text = "".join(f"(Harbour News Agency {day})\n" for day in days)
        return lambda: infer_from(text)

    assert grows_linearly(work, 100)
