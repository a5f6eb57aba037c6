"""What each line of a page is: the news is kept, the page around it is told apart."""

from __future__ import annotations

import tomllib
from functools import partial
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given

import strategies as s
from diplotext.models import PartKind
from diplotext.reading import datelines, furniture, layout
from operations import grows_linearly

SEEDS = Path(__file__).parent.parent / "seeds"
LEAD = (
    "The foreign ministers of Norway and Kenya opened two days of talks in the capital on Monday,"
    " the ministry said."
)
MORE = "Minister Berg is to travel on to Uganda on Wednesday, where she will see President Okello."


def kinds(text: str) -> list[tuple[PartKind, str]]:
    return [(part.kind, part.span.of(text)) for part in layout.read(text).parts]


def kind_in_page(line: str) -> PartKind:
    """What ``line`` is between the headline and the first paragraph."""
    page = f"Norway and Kenya open talks on fishing\n\n{line}\n\n{LEAD}\n\n{MORE}\n"
    return next(kind for kind, words in kinds(page) if line.endswith(words))


def kind_below(line: str) -> PartKind:
    """What ``line`` is after the last paragraph."""
    page = f"Norway and Kenya open talks on fishing\n\n{LEAD}\n\n{MORE}\n\n{line}\n"
    return next(kind for kind, words in kinds(page) if line.endswith(words))


# --- datelines ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opening", "place", "agencies"),
    [
        ("Sept. 18 (UPI) — ", None, ("UPI",)),
        ("ISLAMABAD: ", "ISLAMABAD", ()),
        ("LISBON, June 24 (AFP): ", "LISBON", ("AFP",)),
        ("MOSCOW, September 21. /TASS/. ", "MOSCOW", ("TASS",)),
        ("Addis Abeba– ", "Addis Abeba", ()),
        ("New Delhi [India], January 14 (ANI): ", "New Delhi", ("ANI",)),
        ("New Delhi, Sep 20 (PTI) ", "New Delhi", ("PTI",)),
        ("Nairobi, July 18 ", "Nairobi", ()),
        ("Mexico City, February 13. ", "Mexico City", ()),
        ("MANILA, Philippines (AP) _ ", "MANILA", ("AP",)),
        ("GENEVA/NEW YORK, May 3 (Reuters) - ", "GENEVA/NEW YORK", ("Reuters",)),
        ("PHILIPPINE SEA (June 21, 2020) – ", "PHILIPPINE SEA", ()),
        ("WASHINGTON, Nov. 5, 2015 — ", "WASHINGTON", ()),
        ("(Reuters) - ", None, ("Reuters",)),
        ("Manama: ", "Manama", ()),
        ("BRUSSELS African ", "BRUSSELS", ()),
        ("Dublin CNN  — ", "Dublin", ("CNN",)),
        ("3 May 2016, Lima. ", "Lima", ()),
        ("October 1, 2003. ABUJA - ", "ABUJA", ()),
        ("29 October 2014, Gaborone (AFP). ", "Gaborone", ("AFP",)),
        ("LISBON, June 24, 2011, TASS. ", "LISBON", ("TASS",)),
        ("LISBON | 24 June 2011 | ", "LISBON", ()),
    ],
)
def test_datelines_open_reports(opening: str, place: str | None, agencies: tuple[str, ...]) -> None:
    text = f"{opening}Ministers met for talks on Monday, and will meet again."
    found = datelines.find(text, 0, len(text))
    assert found is not None
    assert opening.strip().removesuffix("African") in found.span.of(text) + "African"
    assert text[found.span.end].isupper()
    assert place == (found.place.of(text) if found.place else None)
    assert agencies == found.agencies


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg — Norway's top diplomat — arrived on Monday.",
        "On Monday, July 18 President Okello flew to Oslo.",
        "MR. BOYD: Good afternoon.",
        "PRESIDENT OKELLO: Thank you all for coming.",
        "Okello: We will meet again.",
        "NATO: The allies agree.",
        "The United Nations (UN) - The body has 193 members.",
        "U.S. Secretary (John) Moe met them.",
        "Talks - The second round - began on Monday.",
        "In Geneva: The delegates met.",
        "3 May 2016, Lima hosted the ministers.",
        "3 May 2016. Ministers of both states meet.",
    ],
)
def test_sentences_are_no_datelines(line: str) -> None:
    assert datelines.find(line, 0, len(line)) is None


def test_an_outlet_may_stand_before_the_report() -> None:
    text = "gulfpost | Ministers met on Monday."
    found = datelines.find(text, 0, len(text))
    assert found is not None
    assert ("gulfpost", len("gulfpost | ")) == (found.outlet, found.span.end)


# --- single lines ------------------------------------------------------------------------

ABOVE: list[tuple[str, PartKind]] = [
    ("By Peter Moe", "byline"),
    ("By Our Correspondent", "byline"),
    ("December 19, 2021 | Web Desk", "byline"),
    ("By Post Staff | March 9, 2018 | 4:37pm", "byline"),
    ("Staff writer, with CNA", "byline"),
    ("Ngozi Ade in Lagos", "byline"),
    ("Oct 31, 2023 - 11:24", "header"),
    ("15 December 2024 | 11:32", "header"),
    ("PUBLISHED: | July 2, 2014 at 9:46 p.m.", "header"),
    ("Tuesday, 05 March 2019 08:15 PM EST", "header"),
    ("The Courier - April 6, 2023 | 12:00am", "header"),
    ("14:30 | 14/ 07/ 2008", "header"),
    ("[12/12/2018 07:40]", "header"),
    ("Thursday, June 4, 2015   E-Mail this story   Headline Alerts", "header"),
    ("Office of the Spokesperson", "header"),
    ("For Immediate Release", "header"),
    ("MEDIA NOTE", "header"),
    ("AFP", "credit"),
    ("Photo/Ministry of Fisheries", "credit"),
    ("© Ivan Moe/TASS", "credit"),
    ("FILE PHOTO: Anna Berg in Oslo", "caption"),
    ("(From left to right) Anna Berg, Omar Rashid and Li Wen in Oslo", "caption"),
    ("Anna Berg may raise the matter with President Okello [Getty]", "caption"),
    ("Minister Anna Berg (R) and Speaker Omar Rashid (Photo: VNA)", "caption"),
    ("Anna Berg, left, speaks to Omar Rashid at the council in Brussels on January 24.", "caption"),
    ("Anna Berg (above right) walks past Li Wen during a summit in Oslo in May 2023.", "caption"),
    ("A frigate of the Royal Navy passes the harbour before the drill, Dec. 10, 2010.", "caption"),
    ("Norwegian frigate in the harbour of Mombasa. (Source: AP)", "caption"),
    ("Skip to main content", "boilerplate"),
    ("Follow us on", "boilerplate"),
    ("Advertisement", "boilerplate"),
    ("2 min read", "boilerplate"),
    ("20 photos", "boilerplate"),
    ("0", "boilerplate"),
    ("Politics", "boilerplate"),
    ("Share this: Facebook", "boilerplate"),
    ("Facebook Twitter WhatsApp Email Copy", "boilerplate"),
    ("https://news.example/20221221/", "boilerplate"),
    ("Minister hopes for an agreement on quotas by the summer", "headline"),
    ("The following is attributable to Spokesperson Nora Price:", "body"),
    ("RIYADH-SPA", "dateline"),
    ("Pyongyang, March 3 (KCNA) --", "dateline"),
]


@pytest.mark.parametrize(("line", "kind"), ABOVE)
def test_lines_above_the_report(line: str, kind: PartKind) -> None:
    assert kind == kind_in_page(line)


BELOW: list[tuple[str, PartKind]] = [
    ("With reporting by AFP and Reuters", "credit"),
    ("(Reporting by Ada Moe; editing by Li Wen)", "credit"),
    ("(With inputs from ANI)", "credit"),
    ("© 2025 The Courier. All rights reserved.", "credit"),
    ("This article was first published in the Courier on Feb. 28, 2016.", "credit"),
    ("The Associated Press", "credit"),
    ("Please enter your comment!", "boilerplate"),
    ("Your email address will not be published. Required fields are marked *", "boilerplate"),
    ("Sign up for our Morning Post | Already a subscriber? Log in", "boilerplate"),
    ("For updates, follow @State_Fish on Twitter.", "boilerplate"),
    ("This story has not been edited by our staff and comes from a feed.", "boilerplate"),
    ("Categories: Politics, Norway, Kenya.", "boilerplate"),
    ("###", "boilerplate"),
    ("END", "boilerplate"),
    ("The delegation of Kenya was led by", "body"),
    ("It was the first visit of a Norwegian minister to Nairo", "body"),
]


@pytest.mark.parametrize(("line", "kind"), BELOW)
def test_lines_below_the_report(line: str, kind: PartKind) -> None:
    assert kind == kind_below(line)


NEWS = [
    "Share prices in Oslo rose after the foreign ministers of both sides had met on Monday.",
    "Sources said that the talks would go on.",
    "Follow-up talks are to be held in Nairobi next week, the ministry said on Monday.",
    "Read in full, the statement of the two ministers says less than it seems to say.",
    "By Monday evening, talks between the two delegations had ended without an agreement.",
    "More than 1,500 troops took part in the exercise, which ended on Friday.",
    "Related talks on fishing quotas were put off until October 3, 2023, officials said.",
    "Photographs of the meeting were released by the ministry in Nairobi on Monday.",
    "Register reporters met the minister in Oslo on May 3, 2024.",
    "He left.",
    "She met Senator Moe (R) in Washington, and was to see him again.",
    "The two sides, which met on the left bank of the river, signed nothing.",
    "Close allies of President Okello welcomed the visit of the Norwegian minister.",
    "Signs of a thaw were seen when Berg met Okello in May 2023.",
    "Comments by the minister in Nairobi on Monday drew a sharp reply from Kampala.",
    "The Oslo talks have gone nowhere since they began in March 2021.",
    "State visits to Kenya had not been seen since May 2013.",
]


@pytest.mark.parametrize("line", NEWS)
def test_news_is_never_furniture(line: str) -> None:
    page = f"Norway and Kenya open talks on fishing\n\n{LEAD}\n\n{line}\n\n{MORE}\n"
    assert ("body", line) in kinds(page)


# --- pages -------------------------------------------------------------------------------


def test_the_headline_is_the_line_above_the_report() -> None:
    page = f"Menu\nThe Courier\nNorway and Kenya open talks on fishing\nBy Peter Moe\n\n{LEAD}\n"
    found = layout.read(page)
    assert found.title is not None
    assert "Norway and Kenya open talks on fishing" == found.title.of(page)
    assert found.byline is not None
    assert "By Peter Moe" == found.byline.of(page)


def test_a_repeated_line_is_the_headline() -> None:
    title = "Berg in Nairobi for talks"
    page = f"A blog about everything at sea\n\n{title}\nOct 31, 2023 - 11:24\n{title}\n\n{LEAD}\n"
    found = layout.read(page)
    assert found.title is not None
    assert page.index(title) == found.title.start
    assert 2 == sum(part.kind == "headline" and part.span.of(page) == title for part in found.parts)


def test_a_menu_before_the_headline_is_cut() -> None:
    title = "No dates yet for Berg's meeting with Okello"
    found = kinds(f"Home Africa News {title}\n\n{title}\n\n{LEAD}\n")
    assert [("boilerplate", "Home Africa News"), ("headline", title)] == found[:2]


def test_a_paragraph_at_the_top_is_no_headline() -> None:
    assert layout.read(f"{LEAD}\n{MORE}").title is None


def test_a_headline_may_ask_or_quote() -> None:
    for title in ("Will Berg meet Okello?", "Berg: 'We are friends of Kenya'"):
        found = layout.read(f"{title}\n\n{LEAD}\n\n{MORE}")
        assert found.title is not None


def test_the_scraped_header_is_parted_from_what_follows() -> None:
    page = f" date 2023-09-18 Follow us on Image Source : AP Minister Anna Berg\n\n{LEAD}\n"
    assert [
        ("header", "date 2023-09-18 Follow us on Image Source : AP"),
        ("caption", "Minister Anna Berg"),
        ("body", LEAD),
    ] == kinds(page)


@pytest.mark.parametrize("stamp", ["date 2023-01-07 ", " date 2021-09 ", "1674694039 "])
def test_the_scraped_date_stands_before_the_headline(stamp: str) -> None:
    page = f"{stamp}Berg to visit Nairobi the day after the summit\n\n{LEAD}\n"
    found = layout.read(page)
    assert found.title is not None
    assert "Berg to visit Nairobi the day after the summit" == found.title.of(page)
    assert "header" == found.parts[0].kind


def test_the_scraped_date_stands_before_a_dateline() -> None:
    page = f" date 2023-06-15 OSLO, June 15. /TASS/. {LEAD}\n"
    assert ["header", "dateline", "body"] == [kind for kind, _ in kinds(page)]


def test_a_section_heading_is_a_headline() -> None:
    page = f"{LEAD}\n\nBerg's meetings with the EU\n\n{MORE}\n"
    assert ("headline", "Berg's meetings with the EU") in kinds(page)


def test_related_titles_after_the_report_are_dropped() -> None:
    page = (
        f"{LEAD}\n\n{MORE}\n\nCheck Also\n\nStriker sorry for brawl at cup final\n\n"
        "Sports Desk | The captain of the side has been filmed ...\n"
    )
    assert 2 == sum(kind == "body" for kind, _ in kinds(page))


def test_news_resumes_after_a_box_of_related_titles() -> None:
    page = f"{LEAD}\n\nRelated News\n\nStriker sorry for brawl at cup final\n\n{MORE}\n\n{LEAD}\n"
    assert [LEAD, MORE, LEAD] == [words for kind, words in kinds(page) if kind == "body"]


def test_titles_without_a_marker_after_the_report_are_dropped() -> None:
    page = f"{LEAD}\n\n{MORE}\n\nSinger throws birthday party\nSequel finally gets its title\n"
    assert ["boilerplate", "boilerplate"] == [kind for kind, _ in kinds(page)][-2:]


def test_comments_are_dropped_to_the_end() -> None:
    page = f"{LEAD}\n\n{MORE}\n\nLeave a Reply\n\nI think that Berg should stay at home for once.\n"
    assert [LEAD, MORE] == [words for kind, words in kinds(page) if kind == "body"]


def test_lists_after_a_colon_are_news() -> None:
    page = f"{LEAD}\n\nThose present were:\n- Anna Berg, minister\n- Omar Rashid\n\n{MORE}\n"
    assert ("body", "- Omar Rashid") in kinds(page)


def test_lines_of_a_wrapped_text_are_joined() -> None:
    paragraph = (
        "The foreign ministers of Norway and Kenya opened two days\nof talks in the capital on"
        " Monday, the ministry said, and\nthey agreed to meet again in the autumn."
    )
    found = kinds(f"{paragraph}\n\n{paragraph}")
    assert [("body", paragraph), ("body", paragraph)] == found


@pytest.mark.parametrize(
    ("ending", "agencies"),
    [
        (" (ANI)", ("ANI",)),
        (" — Reuters", ("Reuters",)),
        ("-VNA", ("VNA",)),
        (" AFP/Reuters", ("AFP", "Reuters")),
    ],
)
def test_the_agency_after_the_last_word_is_a_credit(ending: str, agencies: tuple[str, ...]) -> None:
    page = f"{LEAD}\n{MORE}{ending}"
    assert [("body", MORE), ("credit", ending.strip())] == kinds(page)[-2:]
    assert agencies == layout.read(page).agencies


def test_agencies_come_from_dateline_and_credits_in_order() -> None:
    page = f"OSLO, May 3 (Xinhua) -- {LEAD}\n\n{MORE}\n\nWith reporting by AFP and Xinhua"
    assert ("Xinhua", "AFP") == layout.read(page).agencies


def test_a_photo_credit_is_no_agency() -> None:
    assert () == layout.read(f"Photo: Reuters\n{LEAD}\n{MORE}").agencies


def test_the_outlet_stands_before_the_date() -> None:
    page = f"Berg in Nairobi for talks\n\nThe Courier - April 6, 2023 | 12:00am\n\n{LEAD}\n"
    assert "The Courier" == layout.read(page).outlet


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_seeds_lose_no_paragraph(path: Path) -> None:
    text = path.read_bytes().decode()
    dropped = [w for k, w in kinds(text) if k in ("boilerplate", "credit", "header", "byline")]
    assert all(len(words) < 60 for words in dropped)
    assert sum(map(len, dropped)) <= 60


# --- laws --------------------------------------------------------------------------------


@given(s.texts)
def test_parts_cover_every_line_in_order(text: str) -> None:
    end = 0
    for part in layout.read(text).parts:
        assert not text[end : part.span.start].strip()
        assert part.span.start < part.span.end
        words = part.span.of(text)
        assert words == words.strip()
        end = part.span.end
    assert not text[end:].strip()


@given(s.texts)
def test_what_the_layout_names_stands_in_the_text(text: str) -> None:
    found = layout.read(text)
    for span in (found.title, found.dateline_place, found.byline):
        assert span is None or span.of(text).strip()


@given(s.news())
def test_the_kind_of_quotation_mark_changes_nothing(text: str) -> None:
    straight = text.translate(str.maketrans("“”’", '""\''))
    assert layout.read(straight).parts == layout.read(text).parts


@pytest.mark.parametrize(
    "piece",
    ["x", "A. ", "\n", "Ab\n", "(", "OSLO, ", "[a ", "date 2023-09-18 ", "\u2028 | "],
    ids=repr,
)
def test_work_is_linear_in_the_length_of_the_text(piece: str) -> None:
    assert grows_linearly(lambda size: partial(layout.read, piece * size), 2000)


# --- the word lists ----------------------------------------------------------------------


def test_the_word_lists_are_lower_case_sorted_and_without_repetition() -> None:
    file = resources.files("diplotext.reading") / "layout.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    forms = [form for found in data["agencies"].values() for form in found]
    assert len(forms) == len(set(forms))
    lists = {**data["lines"], **data["captions"], **data["words"], "agencies": sorted(forms)}
    for name, found in lists.items():
        assert found == [entry.lower() for entry in found], name
        assert found == sorted(set(found), key=str.casefold), name


def test_phrases_are_long_enough_to_be_looked_up() -> None:
    lists = furniture.words()
    for found in (lists.furniture, lists.leading, lists.credits, lists.captions, lists.related):
        assert all(len(head) == 3 for head in found)


@pytest.mark.parametrize("name", ["AFP", "Reuters", "TASS", "Xinhua", "RFE/RL", "DoD News"])
def test_agencies_go_by_their_names(name: str) -> None:
    assert (name,) == furniture.agencies_of(name.lower())
