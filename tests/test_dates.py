"""Dates in news text: which words are found, and which days they mean (docs/dates.md)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplotext.dates as dates
from diplotext.lexicon.tokens import tokenise
from diplotext.reading.dates import Expression, anchored, read
from diplotext.reading.dates.almanac import easter
from operations import grows_linearly

WEDNESDAY = date(2022, 6, 15)
MONTHS = list(calendar.month_name)[1:]
WEEKDAYS = list(calendar.day_name)


def found(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """[(words, EDTF)] of ``text``, read on Wednesday, 15 June 2022."""
    mentions = dates.detect(text, published)
    return [(m.span.of(text), m.value.edtf if m.value else None) for m in mentions]


def expressions(text: str, published: date | None = WEDNESDAY) -> tuple[Expression, ...]:
    return read(tokenise(text), text, published)


# {} marks the place of the expression in the sentence.
EXPLICIT = [
    ("18 March 2021", "2021-03-18"),
    ("March 18, 2021", "2021-03-18"),
    ("Mar. 18, 2021", "2021-03-18"),
    ("18th of March, 2021", "2021-03-18"),
    ("18th March 2021", "2021-03-18"),
    ("Thursday, March 18, 2021", "2021-03-18"),
    ("Thursday 18 March 2021", "2021-03-18"),
    ("Thu., Mar. 18, 2021", "2021-03-18"),
    ("2021-03-18", "2021-03-18"),
    ("2021/03/18", "2021-03-18"),
    ("18.03.2021", "2021-03-18"),
    ("18-Mar-2021", "2021-03-18"),
    ("2021/Mar/18", "2021-03-18"),
    ("03/18/2021", "2021-03-18"),
    ("18/03/2021", "2021-03-18"),
    ("04/04/2021", "2021-04-04"),
    ("March 2021", "2021-03"),
    ("March, 2021", "2021-03"),
    ("Sept 2021", "2021-09"),
    ("2021", "2021"),
    ("early 2021", "2021-01-01/2021-04-30"),
    ("mid-2021", "2021-05-01/2021-08-31"),
    ("the end of 2021", "2021-09-01/2021-12-31"),
    ("late March 2021", "2021-03-21/2021-03-31"),
    ("the 1990s", "1990-01-01/1999-12-31"),
    ("the early 2000s", "2000-01-01/2003-12-31"),
    ("spring 2021", "2021-03-01/2021-05-31"),
    ("the winter of 2021", "2021-12-01/2022-02-28"),
    ("the first quarter of 2021", "2021-01-01/2021-03-31"),
    ("the second half of 2021", "2021-07-01/2021-12-31"),
    ("the first week of March 2021", "2021-03-01/2021-03-07"),
    ("the last day of February 2024", "2024-02-29"),
    ("Easter 2024", "2024-03-31"),
    ("New Year's Eve 2024", "2024-12-31"),
    ("Memorial Day 2024", "2024-05-27"),
    ("Easter weekend 2024", "2024-03-30/2024-03-31"),
    ("the weekend of 14 March 2021", "2021-03-13/2021-03-14"),
    ("the weekend of 13-14 March 2021", "2021-03-13/2021-03-14"),
    ("the first Friday of March 2021", "2021-03-05"),
    ("the last Monday in March 2021", "2021-03-29"),
    ("week 11 of 2021", "2021-03-15/2021-03-21"),
    ("2021-W11", "2021-03-15/2021-03-21"),
    ("the week beginning 15 March 2021", "2021-03-15/2021-03-21"),
    ("the week ending Friday, 19 March 2021", "2021-03-13/2021-03-19"),
    ("w/c 15 March 2021", "2021-03-15/2021-03-21"),
    ("Q1 of 2021", "2021-01-01/2021-03-31"),
    ("1Q 2021", "2021-01-01/2021-03-31"),
    ("late in March 2021", "2021-03-21/2021-03-31"),
    ("the last half of 2021", "2021-07-01/2021-12-31"),
    ("the 1800s", "1800-01-01/1899-12-31"),
    ("the early 20th century", "1900-01-01/1932-12-31"),
    ("18-Mar-21", "2021-03-18"),
    ("March of '21", "2021-03"),
    ("03/18/21", "2021-03-18"),
    ("2 weeks before 18 March 2021", "2021-03-04"),
    ("three days after 18/03/2021", "2021-03-21"),
    ("nineteen ninety-six", "1996"),
    ("two thousand and eight", "2008"),
    ("March eighteenth nineteen ninety-six", "1996-03-18"),
    ("March twenty first, 2021", "2021-03-21"),
]


@pytest.mark.parametrize(("words", "edtf"), EXPLICIT)
@pytest.mark.parametrize("published", [None, WEDNESDAY])
def test_a_date_with_its_year_needs_no_other_date(
    words: str, edtf: str, published: date | None
) -> None:
    ((said, value),) = found(f"The two ministers met in {words} at the lake.", published)
    assert edtf == value
    assert said.removeprefix("the ") in words


RANGES = [
    ("on May 3-5, 2021", "2021-05-03/2021-05-05"),
    ("from 3 to 5 May 2021", "2021-05-03/2021-05-05"),
    ("between 3 and 5 May 2021", "2021-05-03/2021-05-05"),
    ("on 3–5 May 2021", "2021-05-03/2021-05-05"),
    ("from May 3 through May 5, 2021", "2021-05-03/2021-05-05"),
    ("on Sept 30-Oct 2, 2021", "2021-09-30/2021-10-02"),
    ("from Dec. 28, 2021 to Jan. 3, 2022", "2021-12-28/2022-01-03"),
    ("from Dec. 28 to Jan. 3, 2022", "2021-12-28/2022-01-03"),
    ("on May 3 and 4, 2021", "2021-05-03/2021-05-04"),
    ("from March to May 2021", "2021-03-01/2021-05-31"),
    ("in March-April 2021", "2021-03-01/2021-04-30"),
    ("in 2019-2021", "2019-01-01/2021-12-31"),
    ("between 2019 and 2021", "2019-01-01/2021-12-31"),
    ("from 2021-05-03 to 2021-05-05", "2021-05-03/2021-05-05"),
    ("from Monday till September 21", "2022-09-19/2022-09-21"),
    ("on 30 September-2 October, 2021", "2021-09-30/2021-10-02"),
    ("from Sept. 30, 2021, to Oct. 2, 2021", "2021-09-30/2021-10-02"),
    ("from April 27 to the 3rd", "2023-04-27/2023-05-03"),
    ("from the 21st to the 23rd", "2022-06-21/2022-06-23"),
    ("on the 21st and 22nd", "2022-06-21/2022-06-22"),
    ("from 6/20 to 6/24", "2022-06-20/2022-06-24"),
    ("20.-24.06.2022", "2022-06-20/2022-06-24"),
    ("20-24.06.2022", "2022-06-20/2022-06-24"),
    ("on Thursday and Friday of next week", "2022-06-23/2022-06-24"),
    ("Mon.-Fri.", "2022-06-20/2022-06-24"),
    ("from Tuesday through Friday of next week", "2022-06-21/2022-06-24"),
    ("for three days from 20 June", "2022-06-20/2022-06-22"),
    ("for two weeks starting Monday", "2022-06-20/2022-07-03"),
]


@pytest.mark.parametrize(("words", "edtf"), RANGES)
def test_ranges_count_their_last_day_in(words: str, edtf: str) -> None:
    assert [edtf] == [value for _, value in found(f"The drill will be held {words} off the coast.")]


def test_days_in_a_list_stay_apart_and_share_month_and_year() -> None:
    text = "Talks took place on May 3, 5 and 7, 2021 in the capital."
    assert [("May 3", "2021-05-03"), ("5", "2021-05-05"), ("7, 2021", "2021-05-07")] == found(text)
    text = "Talks took place on 3, 5 and 7 May 2021 in the capital."
    assert ["2021-05-03", "2021-05-05", "2021-05-07"] == [value for _, value in found(text)]
    text = "They met on 27 April and 26 May 2018."
    assert ["2018-04-27", "2018-05-26"] == [value for _, value in found(text)]


RELATIVE = [
    ("They met {today}.", "2022-06-15"),
    ("They met {yesterday evening}.", "2022-06-14"),
    ("They meet {tomorrow}.", "2022-06-16"),
    ("They met {the day before yesterday}.", "2022-06-13"),
    ("They will meet {the day after tomorrow}.", "2022-06-17"),
    ("They met {two days ago}.", "2022-06-13"),
    ("They met {three weeks ago}.", "2022-05-23/2022-05-29"),
    ("They met {two months ago}.", "2022-04"),
    ("They met {a year ago}.", "2021"),
    ("They met {last week}.", "2022-06-06/2022-06-12"),
    ("They meet {this week}.", "2022-06-13/2022-06-19"),
    ("They will meet {next week}.", "2022-06-20/2022-06-26"),
    ("They will meet {early next week}.", "2022-06-20/2022-06-22"),
    ("They met {last month}.", "2022-05"),
    ("They met {earlier this month}.", "2022-06"),
    ("They will meet {later this year}.", "2022"),
    ("They will meet {at the end of the year|the end of the year}.", "2022-09-01/2022-12-31"),
    ("They met over {the past two days}.", "2022-06-13/2022-06-14"),
    ("They will meet in {the next five days}.", "2022-06-16/2022-06-20"),
    ("They will meet {in three days}.", "2022-06-18"),
    ("They met over {the weekend}.", "2022-06-11/2022-06-12"),
    ("They will meet at {the weekend}.", "2022-06-18/2022-06-19"),
    ("A boost for the summit {this weekend}", "2022-06-18/2022-06-19"),
    ("They met {last weekend}.", "2022-06-11/2022-06-12"),
    ("They met {last spring}.", "2022-03-01/2022-05-31"),
    ("They will meet {this autumn}.", "2022-09-01/2022-11-30"),
    ("They met {last October}.", "2021-10"),
    ("They will meet {next January}.", "2023-01"),
    ("They met in {August last year}.", "2021-08"),
    ("They met in {November of last year}.", "2021-11"),
    ("They met {this morning}.", "2022-06-15"),
    ("They met {last night}.", "2022-06-14"),
    ("They will meet {three days after July 4}.", "2022-07-07"),
    ("They met in {the week of May 9}.", "2022-05-09/2022-05-15"),
    ("They will train {later this year or early next year}.", "2022-01-01/2023-04-30"),
    ("They will meet {within ten days}.", "2022-06-15/2022-06-24"),
    ("They will meet {in two weeks' time}.", "2022-06-27/2022-07-03"),
    ("They will meet in {the next four working days}.", "2022-06-16/2022-06-21"),
    ("They will train for {the rest of the week}.", "2022-06-15/2022-06-19"),
    ("Exports fell in {the year to date}.", "2022-01-01/2022-06-15"),
    ("They met {two weeks and three days ago}.", "2022-05-29"),
    ("They met {half a year ago}.", "2021-12"),
    ("They met on {Monday two weeks ago}.", "2022-05-30"),
    ("They met {last week on Monday}.", "2022-06-06"),
    ("They will meet {the week after next}.", "2022-06-27/2022-07-03"),
    ("They met {the weekend before last}.", "2022-06-04/2022-06-05"),
    ("They met on {the 20th of last month}.", "2022-05-20"),
    ("They will meet on {the second Tuesday of next month}.", "2022-07-12"),
    ("They will meet {a week from Friday}.", "2022-06-24"),
    ("Sanctions hold {from 2014 to the present}.", "2014-01-01/2022-06-15"),
]


@pytest.mark.parametrize(("marked", "edtf"), RELATIVE)
def test_relative_words_count_from_the_day_of_publication(marked: str, edtf: str) -> None:
    before, rest = marked.split("{")
    inside, after = rest.split("}")
    shown, _, words = inside.partition("|")
    text = before + shown + after
    assert [(words or shown, edtf)] == found(text)
    assert [(words or shown, None)] == found(text, None)


WEEKDAYS_IN_NEWS = [
    ("They met on Monday.", "2022-06-13"),
    ("They met on Wednesday.", "2022-06-15"),
    ("They met on Thursday.", "2022-06-09"),
    ("They will meet on Monday.", "2022-06-20"),
    ("They will meet on Wednesday.", "2022-06-15"),
    ("The envoy is due in the capital on Tuesday.", "2022-06-21"),
    ("The envoy flies home on Friday.", "2022-06-17"),
    ("On Friday, the envoy will fly home.", "2022-06-17"),
    ("On Friday, the envoy flew home.", "2022-06-10"),
    ("Talks to be held on Monday", "2022-06-20"),
    ("Talks held on Monday", "2022-06-13"),
    ("The meeting planned for Monday drew protests.", "2022-06-20"),
    ("He said that on Monday the envoy will return.", "2022-06-20"),
    ("They met last Friday.", "2022-06-10"),
    ("They will meet next Friday.", "2022-06-24"),
    ("They will meet this coming Friday.", "2022-06-17"),
    ("They met this past Friday.", "2022-06-10"),
    ("They meet on Tuesday of next week.", "2022-06-21"),
    ("They meet next week's Tuesday.", "2022-06-21"),
    ("They meet on Thursday 16.", "2022-06-16"),
    ("By Friday, forty ships had left.", "2022-06-10"),
    ("By Friday, forty ships will have left.", "2022-06-17"),
    ("They demanded an answer by Friday.", "2022-06-17"),
    ("The talks were postponed to Monday.", "2022-06-20"),
    ("The talks were rescheduled for Monday.", "2022-06-20"),
    ("They meet on Friday (June 17).", "2022-06-17"),
    ("They meet on Thurs. 16 June.", "2022-06-16"),
    ("They spoke ahead of a summit on Friday.", "2022-06-17"),
    ("They spoke on the eve of Friday's summit.", "2022-06-17"),
    ("The talks, which begin on Sunday, are secret.", "2022-06-19"),
]


@pytest.mark.parametrize(("text", "edtf"), WEEKDAYS_IN_NEWS)
def test_a_weekday_is_the_nearest_that_fits_the_tense(text: str, edtf: str) -> None:
    assert [edtf] == [value for _, value in found(text)]


def test_two_verbs_give_two_weekdays_in_one_sentence() -> None:
    text = "The envoy will arrive on Monday, the ministry said on Tuesday."
    assert [("Monday", "2022-06-20"), ("Tuesday", "2022-06-14")] == found(text)


def test_a_schedule_goes_on_from_the_day_it_has_reached() -> None:
    text = "He will land on Tuesday. He flies on to the coast on Wednesday and leaves on Thursday."
    assert ["2022-06-21", "2022-06-22", "2022-06-23"] == [value for _, value in found(text)]


def test_a_schedule_goes_on_within_the_coming_week() -> None:
    text = "He will come next week. He is to meet farmers on Thursday and the king on Friday."
    assert ["2022-06-20/2022-06-26", "2022-06-23", "2022-06-24"] == [v for _, v in found(text)]


MONTHS_IN_NEWS = [
    ("They met in March.", "2022-03"),
    ("They met in September.", "2021-09"),
    ("They will meet in March.", "2023-03"),
    ("They will meet in September.", "2022-09"),
    ("They met in June.", "2022-06"),
    ("They failed to agree at a summit in August.", "2021-08"),
    ("They met on March 3.", "2022-03-03"),
    ("They will meet on 3 March.", "2023-03-03"),
    ("They were invited to the talks on June 16-17.", "2022-06-16/2022-06-17"),
    ("They will meet in late August.", "2022-08-21/2022-08-31"),
    ("They met in mid-May.", "2022-05-11/2022-05-20"),
    ("The talks of Sunday, 25 December, with him", "2022-12-25"),
    ("The talks of Saturday, 25 December, with him", "2021-12-25"),
    ("They met on Monday, 3 June.", "2022-06-03"),
    ("They will meet on the first Friday of May.", "2023-05-05"),
    ("They will meet next March 3.", "2023-03-03"),
    ("A summit in August was called off in haste.", "2022-08"),
    ("Talks in August kicked off with a quarrel.", "2021-08"),
    ("The visit on June 20 has been postponed.", "2022-06-20"),
    ("They will meet in the third quarter.", "2022-07-01/2022-09-30"),
]


@pytest.mark.parametrize(("text", "edtf"), MONTHS_IN_NEWS)
def test_a_month_without_its_year_is_the_nearest_that_fits_the_tense(text: str, edtf: str) -> None:
    assert [edtf] == [value for _, value in found(text)]


TOLD = [
    ("They met on 3 May 2021 and again the following day.", "2021-05-04"),
    ("They met on 3 May 2021 and again a week later.", "2021-05-10/2021-05-16"),
    ("They met on 3 May 2021. The day before, they had spoken.", "2021-05-02"),
    ("They met on 3 May 2021. The next morning, they had parted.", "2021-05-04"),
    ("They met in May 2021. In March of the same year they had spoken.", "2021-03"),
    ("They met in May 2021 and signed a pact the following year.", "2022"),
    ("They met in October 2021 and again the following May.", "2022-05"),
    ("They met on 3 May 2021. The week after, they parted.", "2021-05-10/2021-05-16"),
    ("They met on 3 May 2021. In the afternoon they parted.", "2021-05-03"),
    ("They met on 3 May 2021. Earlier in the day they had spoken.", "2021-05-03"),
    ("They met on 3 May 2021 for the pact of 1998. The same evening they parted.", "2021-05-03"),
    ("They met in May 2021. In the afternoon they parted.", None),
]


@pytest.mark.parametrize(("text", "edtf"), TOLD)
def test_following_days_follow_the_date_told_before(text: str, edtf: str | None) -> None:
    assert edtf == found(text, None)[-1][1]


SILENT = [
    "They may meet if they can march on.",
    "The second round of talks was the ninth in all.",
    "Theresa May and April Glaspie met; Jan Egeland did not.",
    "The Sun and the Sat-nav maker reported it.",
    "Some 2000 soldiers and 1,991 sailors took part.",
    "Resolution 1929 was cited in flight 2021.",
    "At 20:15 they left by route 2001.",
    "The 18th session dealt with 30 percent of it.",
    "The fiscal year 2023 and FY2024 budgets passed.",
    "In the 2023-24 season nothing happened.",
    "Call +44 2010-2015-86 for news.",
    "A four-day visit by a 43-year-old minister, the first in two years, ended.",
    "They meet every year, twice a week or each Monday.",
    "The weekly paper has a daily rival.",
    "xMondayx septembering 2023ish mayor marching",
    "Mr August met Sun Yat-sen and reported on Sun Yat-sen.",
    "He is present at the talks to date and present the plan to the present king.",
    "Two thirds voted by 2/3 and 3/4 for it, 24/7.",
    "In week 2 the troops trained, and in nineteen ships.",
    "The talks are up-to-date and took half a day.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_date_stays_silent(text: str) -> None:
    assert [] == found(text)


@pytest.mark.parametrize(
    "words",
    ["the coming months", "recent weeks", "a few days ago", "years ago", "the next few days"],
)
def test_what_no_calendar_can_tell_is_found_and_left_open(words: str) -> None:
    assert [(words, None)] == found(f"They spoke of it {words}.")


def test_an_order_of_day_and_month_is_open_until_something_decides_it() -> None:
    assert [("03/04/2021", None)] == found("They met on 03/04/2021.")
    assert ["2021-04-03", "2021-04-25"] == [
        value for _, value in found("They met on 03/04/2021 and 25/04/2021.")
    ]
    assert ["2021-03-04", "2021-04-25"] == [
        value for _, value in found("They met on 03/04/2021 and 04/25/2021.")
    ]


def test_weekday_tense_or_the_caller_may_decide_the_order_of_day_and_month() -> None:
    assert ["2021-03-04"] == [v for _, v in found("They met on Thursday, 03/04/2021.")]
    assert ["2022-06-10"] == [v for _, v in found("They met on 10/06/2022.")]
    assert ["2022-10-06"] == [v for _, v in found("They will meet on 10/06/2022.")]
    (mention,) = dates.detect("They met on 03/04/2021.", month_first=True)
    assert mention.value is not None
    assert "2021-03-04" == mention.value.edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On January 25 he will fly home. The summit on the 24th is theirs.", "2022-01-24"),
        ("They met on the 14th.", "2022-06-14"),
        ("They will meet on the 14th.", "2022-07-14"),
        ("They will land on 28 June and leave on the 2nd.", "2022-07-02"),
        ("The talks of the night on the 30th, with him", "2022-06-30"),
    ],
)
def test_a_bare_day_of_a_month_stands_near_the_days_told(text: str, edtf: str) -> None:
    read_on = date(2022, 1, 7) if "January" in text else WEDNESDAY
    assert edtf == found(text, read_on)[-1][1]


def test_without_a_day_of_publication_the_one_printed_year_serves_for_days() -> None:
    text = "Exercise Northern Shield 2021 began on May 3. It was planned in March."
    assert [("May 3", "2021-05-03"), ("March", None)] == [
        f for f in found(text, None) if f[0] != "2021"
    ]


def test_two_figures_behind_the_name_of_an_exercise_are_its_year() -> None:
    text = "Forces meet in Exercise Calm Harbour 21, held from May 3-14."
    assert [("from May 3-14", "2021-05-03/2021-05-14")] == found(text, None)
    assert [] == found("The exercise of Calm Harbour 21, Exercise 14, exercise bikes 20.", None)


def test_the_year_in_a_name_is_no_date_of_its_own() -> None:
    text = "The Granite-2021 drill was part of Shield 2021."
    assert ["edition", "edition"] == [e.kind for e in expressions(text)]
    assert [("2021", "2021")] == found(text)


KINDS = [
    ("a four-day visit", "duration", None, 4),
    ("talks for two weeks", "duration", None, 14),
    ("a 48-hour stay", "duration", None, 2),
    ("a weeklong trip", "duration", None, 7),
    ("a month-long drill", "duration", None, None),
    ("held every two years", "repeated", None, None),
    ("held every other Monday", "repeated", None, None),
    ("held on the first Monday of each month", "repeated", None, None),
    ("each Monday", "repeated", None, None),
    ("a 76-year-old king", "age", None, None),
    ("in office since 2019", "year", "since", None),
    ("in town until Friday", "weekday", "until", None),
    ("in town through Friday", "weekday", "until", None),
    ("on show from May 3", "day", "from", None),
    ("starting Monday", "weekday", "from", None),
    ("ready by March", "month", "by", None),
    ("long before 2019", "year", "before", None),
    ("on 3 May 2021", "day", None, None),
]


@pytest.mark.parametrize(("text", "kind", "bound", "days"), KINDS)
def test_the_event_rules_learn_what_a_value_does_not_show(
    text: str, kind: str, bound: str | None, days: int | None
) -> None:
    (expression,) = expressions(text)
    assert (kind, bound, days) == (expression.kind, expression.bound, expression.days)


def test_a_length_becomes_days_once_an_end_is_known() -> None:
    day = date(2022, 6, 13)
    assert "2022-06-13/2022-06-16" == anchored(4, start=day).edtf  # type: ignore[union-attr]
    assert "2022-06-10/2022-06-13" == anchored(4, end=day).edtf  # type: ignore[union-attr]
    assert anchored(4) is None
    assert anchored(0, start=day) is None


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2024, (3, 31)), (2038, (4, 25))],
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert date(year, *day) == easter(year)


# Laws -------------------------------------------------------------------------------------------

BASE_DAYS = st.dates(date(2015, 1, 1), date(2024, 12, 31))


@given(BASE_DAYS, st.integers(0, 6), st.booleans())
def test_every_weekday_of_every_day_lies_within_the_week_its_tense_asks_for(
    published: date, weekday: int, past: bool
) -> None:
    verb = "met" if past else "will meet"
    ((_, edtf),) = found(f"They {verb} on {WEEKDAYS[weekday]}.", published)
    assert edtf is not None
    day = date.fromisoformat(edtf)
    assert weekday == day.weekday()
    distance = (published - day).days if past else (day - published).days
    assert 0 <= distance < 7


@given(BASE_DAYS, st.integers(1, 12), st.booleans())
def test_every_month_of_every_day_is_the_one_its_tense_asks_for(
    published: date, month: int, past: bool
) -> None:
    verb = "met" if past else "will meet"
    ((_, edtf),) = found(f"They {verb} in {MONTHS[month - 1]}.", published)
    assert edtf is not None
    value = dates.from_edtf(edtf)
    assert month == value.start.month
    if past:
        assert value.start <= published < value.start + timedelta(days=366 + 31)
    else:
        assert published <= value.end < published + timedelta(days=366 + 31)


PRINTED = st.sampled_from(
    ["{d} {M} {y}", "{M} {d}, {y}", "{W}, {d} {M} {y}", "{d:02}.{m:02}.{y}", "{y}-{m:02}-{d:02}"]
)


@given(BASE_DAYS, PRINTED, st.one_of(st.none(), BASE_DAYS))
def test_every_full_date_means_itself_whatever_the_day_of_publication(
    day: date, form: str, published: date | None
) -> None:
    words = form.format(
        d=day.day, m=day.month, y=day.year, M=MONTHS[day.month - 1], W=WEEKDAYS[day.weekday()]
    )
    assert [(words, day.isoformat())] == found(f"They met on {words}.", published)


@given(BASE_DAYS, st.integers(0, 40))
def test_every_stretch_of_days_is_read_back(day: date, length: int) -> None:
    last = day + timedelta(days=length)
    words = f"from {day.day} {MONTHS[day.month - 1]} {day.year} to "
    words += f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    ((said, edtf),) = found(f"The drill ran {words}.", None)
    assert words == said
    assert (day, last) == (dates.from_edtf(edtf or "").start, dates.from_edtf(edtf or "").end)


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2023, 2024, 2000, 1900])
def test_leap_days_are_dates_in_leap_years_only(year: int) -> None:
    expected = f"{year}-02-29" if calendar.isleap(year) else None
    assert expected == found(f"They met on 29 February {year}.", None)[0][1]
    assert expected is None or expected == found("They met today.", date(year, 2, 29))[0][1]


def test_a_leap_day_without_its_year_is_the_nearest_one() -> None:
    assert [("29 February", "2020-02-29")] == found("They met on 29 February.")


WORDS = (
    "Monday May march 2023 31 12 - / . , ( ) the of last next week two days ago from to between and"
    " every early st 's in Easter half first spring 1990s today since year 00 9999 2199"
)
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
)


@given(TEXTS, st.one_of(st.none(), st.dates()))
def test_any_text_gives_mentions_in_order_and_no_exception(
    text: str, published: date | None
) -> None:
    end = 0
    for mention in dates.detect(text, published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        first, last = text[mention.span.start], text[mention.span.end - 1]
        assert not first.isspace()
        assert not last.isspace()
        before, after = text[: mention.span.start][-1:], text[mention.span.end :][:1]
        assert not (before.isalnum() and first.isalnum())
        assert not (after.isalnum() and last.isalnum())


SENTENCES = [text for text, _ in WEEKDAYS_IN_NEWS + MONTHS_IN_NEWS] + [text for text, _ in TOLD]


@given(
    st.sampled_from(SENTENCES), st.sampled_from(["A line of prose.\n\n", "Trade grew.\n", "\n\n"])
)
def test_an_unrelated_line_in_front_only_shifts_the_spans(text: str, line: str) -> None:
    plain, shifted = dates.detect(text, WEDNESDAY), dates.detect(line + text, WEDNESDAY)
    assert [(m.span.start + len(line), m.value) for m in plain] == [
        (m.span.start, m.value) for m in shifted
    ]


def test_curly_and_straight_apostrophes_read_alike() -> None:
    text = "Monday's talks follow last week's in the 1930's style."
    assert [v for _, v in found(text)] == [v for _, v in found(text.replace("'", "’"))]


PERIODS = (
    "2023|May |12-|Monday |May 3, 5, |last |the first week of |from |to |3 and |1/2/|May-|2023-"
)


@pytest.mark.parametrize("piece", PERIODS.split("|"))
def test_work_is_linear_on_digits_and_names_of_months(piece: str) -> None:
    assert grows_linearly(lambda size: partial(dates.detect, piece * size, WEDNESDAY), 300)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They declined the talks that were to have been held on October 5.", "2023-10-05"),
        ("The talks were to have been held on January 5.", "2024-01-05"),
        ("The ministers had been due to meet on October 5.", "2023-10-05"),
        ("The goals that the leaders had set in Oslo on October 5.", "2023-10-05"),
        ("The talks have been set for January 5.", "2024-01-05"),
    ],
)
def test_what_had_been_arranged_lies_on_either_side_of_today(text: str, edtf: str) -> None:
    (mention,) = dates.detect(text, date(2023, 12, 14))
    assert mention.value is not None
    assert edtf == mention.value.edtf


@pytest.mark.parametrize(
    ("told", "edtf"),
    [
        ("on May 3. The following day", "2023-05-04"),
        ("on May 3-5. The following day", "2023-05-06"),
        ("in 2022. The following day", None),
        ("in May. Two days later", None),
        ("last week. The next day", None),
        ("in 2022. A month later", None),
        ("in 2022. The following year", "2023"),
    ],
)
def test_nothing_is_counted_from_what_is_coarser_than_its_unit(told: str, edtf: str | None) -> None:
    *_, mention = dates.detect(f"They met {told} they left.", date(2023, 9, 18))
    assert edtf == (mention.value and mention.value.edtf)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was planned for May, and put off.", ["May"]),
        ("Theresa May won. They had voted for May, and she knew.", []),
    ],
)
def test_for_may_is_the_month_unless_somebody_is_called_so(text: str, found: list[str]) -> None:
    assert found == [m.span.of(text) for m in dates.detect(text, date(2024, 3, 12))]
