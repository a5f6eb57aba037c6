"""Articles: detected from any text, brought into one form, copies told from news."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as s
from diplotext import articles
from diplotext.errors import InputError
from diplotext.models import Article
from operations import grows_linearly

SEEDS = Path(__file__).parent.parent / "seeds"
PARAGRAPHS = [
    "The foreign ministers of Norway and Kenya opened two days of talks in Nairobi on Monday.",
    "They spoke of fishing quotas, a new port near Lamu and the training of officers at sea.",
    "A statement of the hosts called the first day useful, and said that experts would go on.",
    "Minister Berg is to travel on to Uganda on Wednesday, where the president will receive her.",
    "It is her third journey to the region since she took office, and the longest by far.",
    "Both sides want to sign an agreement before the summer, though neither would name a day.",
]
NEWS = "\n\n".join(PARAGRAPHS)

# --- detect ------------------------------------------------------------------------------


def test_an_article_says_what_its_page_says() -> None:
    page = f"Norway and Kenya open talks on fishing\n\nNAIROBI, May 6 (AFP) - {NEWS}"
    found = articles.detect(page)
    assert page == found.text
    assert "Norway and Kenya open talks on fishing" == found.title
    assert ("NAIROBI", ("AFP",), "en") == (found.dateline, found.agencies, found.language)


def test_what_the_caller_knows_goes_first() -> None:
    page = f" date 2024-05-06 Norway and Kenya open talks\n\n{NEWS}"
    found = articles.detect(
        page, published=date(2024, 5, 7), outlet="The Courier", title="Talks", id="a1", url="x"
    )
    assert ("a1", "Talks", "The Courier", "x") == (found.id, found.title, found.outlet, found.url)
    assert (date(2024, 5, 7), "metadata") == (found.published, found.published_basis)
    assert found.published_reasons


@pytest.mark.parametrize(
    "given_as",
    [date(2024, 5, 7), datetime(2024, 5, 7, 23, 59), "2024-05-07", "2024-05-07T10:00:00Z"],
)
def test_a_publication_date_may_be_given_in_these_forms(given_as: date | str) -> None:
    assert date(2024, 5, 7) == articles.detect(NEWS, published=given_as).published


@pytest.mark.parametrize("given_as", ["", "soon", "2024-13-01", "7 May 2024"])
def test_what_is_no_date_is_refused_by_name(given_as: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        articles.detect(NEWS, published=given_as)


def test_the_address_may_hold_the_date() -> None:
    url = "https://news.example/world/2024/05/07/talks-open"
    found = articles.detect(NEWS, url=url)
    assert (date(2024, 5, 7), "metadata") == (found.published, found.published_basis)
    late = articles.detect(NEWS, url=url, not_after=date(2024, 5, 1))
    assert "metadata" != late.published_basis
    assert "metadata" != articles.detect(NEWS, url="https://x.example/2024/13/40/").published_basis


def test_a_page_header_gives_the_date() -> None:
    found = articles.detect(f" date 2024-05-06 Norway and Kenya open talks\n\n{NEWS}")
    assert (date(2024, 5, 6), "header") == (found.published, found.published_basis)


def test_the_id_is_the_digest_of_the_text() -> None:
    assert sha256(NEWS.encode()).hexdigest()[:16] == articles.detect(NEWS).id
    assert articles.detect("\ud800").id != articles.detect("\ud801").id


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (NEWS, "en"),
        ("", None),
        ("Berg in Nairobi", None),
        ("Die Minister von Norwegen und Kenia trafen sich am Montag in Nairobi zu Tisch.", None),
        ("Les ministres se sont réunis lundi à Nairobi pour parler de la pêche, a-t-on dit.", None),
        ("会谈于星期一在内罗毕开始。 " * 20, None),
        ("12 34 56 78 90 12 34", None),
    ],
)  # fmt: skip
def test_the_language_is_english_or_unknown(text: str, language: str | None) -> None:
    assert language == articles.detect(text).language


@given(s.texts)
def test_any_text_gives_an_article(text: str) -> None:
    found = articles.detect(text)
    assert text == found.text
    assert (found.published is None) == (found.published_basis is None)
    assert found.title is None or found.title in text


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "\ud800", "\u202eabc", "<html><body><p>Hi.</p></body></html>", "🙂" * 1000,
     "x" * 1_000_000, "a b " * 200_000, "\r\n" * 1000],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_bad_input_gives_an_article(text: str) -> None:
    assert text == articles.detect(text).text


@pytest.mark.parametrize(
    ("stem", "title", "agencies"),
    [
        ("000", "Beijing Confirms Wang Visit To Russia, Military Exercise With Russian Forces",
         ("AFP", "Reuters")),
        ("001", None, ("UPI",)),
        ("002", None, ()),
        ("003", "Wang Yi, China’s top representative, visits Russia for security talks", ()),
        ("004", None, ()),
    ],
)  # fmt: skip
def test_the_seeds(stem: str, title: str | None, agencies: tuple[str, ...]) -> None:
    (path,) = SEEDS.glob(f"{stem}_*.txt")
    found = articles.detect(path.read_bytes().decode())
    assert (title, agencies, "en") == (found.title, found.agencies, found.language)


# --- normalise ---------------------------------------------------------------------------


def test_titles_lose_outlet_and_debris() -> None:
    for title in (
        "Talks open in Nairobi",
        "  Talks\u200b open\nin  Nairobi ",
        "Talks open in Nairobi - The Courier",
        "Talks open in Nairobi | courier.example.com",
        "The Courier | Talks open in Nairobi",
        "Talks open in Nairobi &ndash; The Courier",
    ):
        article = articles.detect(NEWS, title=title, outlet="The Courier")
        assert "Talks open in Nairobi" == articles.normalise(article).title, title


def test_titles_keep_what_is_theirs() -> None:
    for title in ("Berg - a life", "Talks | Nairobi", "Kenya: port opens", "R&D talks open"):
        article = articles.detect(NEWS, title=title, outlet="The Courier")
        assert title == articles.normalise(article).title


@pytest.mark.parametrize(
    ("given_as", "name"),
    [("reuters", "Reuters"), ("TASS", "TASS"), (" The  Courier ", "The Courier"), ("", None)],
)
def test_outlets_go_by_one_name(given_as: str, name: str | None) -> None:
    assert name == articles.normalise(articles.detect(NEWS, outlet=given_as)).outlet


@pytest.mark.parametrize(
    ("printed", "name"),
    [("ISLAMABAD", "Islamabad"), ("Suva", "Suva"), ("CAMP OF PEACE", "Camp of Peace"), (" ", None)],
)
def test_datelines_are_written_as_names(printed: str, name: str | None) -> None:
    article = attrs.evolve(articles.detect(NEWS), dateline=printed)
    assert name == articles.normalise(article).dateline


def test_agencies_go_by_one_name() -> None:
    article = attrs.evolve(
        articles.detect(NEWS), agencies=("Agence France-Presse", "AFP", "The Courier")
    )
    assert ("AFP", "The Courier") == articles.normalise(article).agencies


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("HTTPS://News.Example/a?utm_source=x&id=7#top", "https://news.example/a?id=7"),
        ("https://news.example/a?id=7", "https://news.example/a?id=7"),
        ("urn:news:7", "urn:news:7"),
        ("http://[bad", "http://[bad"),
        (" ", None),
    ],
)
def test_addresses_lose_what_tracks(url: str, clean: str | None) -> None:
    assert clean == articles.normalise(articles.detect(NEWS, url=url)).url


@given(s.articles() | s.article_records)
def test_normalise_is_idempotent_and_leaves_the_text(article: Article) -> None:
    once = articles.normalise(article)
    assert once == articles.normalise(once)
    assert (article.id, article.text, article.parts) == (once.id, once.text, once.parts)
    assert article.published == once.published


# --- deduplicate -------------------------------------------------------------------------


def copies(*texts: str) -> int:
    """Into how many distinct texts do these fall?"""
    made = [articles.detect(text, id=str(i)) for i, text in enumerate(texts)]
    return len(articles.groups(made))


def test_exact_copies_are_one() -> None:
    assert 1 == copies(NEWS, NEWS)


def test_furniture_and_headline_do_not_part_copies() -> None:
    one = f"Talks open in Nairobi\nBy Peter Moe\n\nNAIROBI, May 6 (AFP) - {NEWS}\n\nAFP"
    other = f"Skip to main content\nBerg in Kenya for talks\n\n{NEWS}\n\nLeave a Reply"
    assert 1 == copies(one, other)


def test_a_paper_may_cut_the_end() -> None:
    assert 1 == copies(NEWS, "\n".join(PARAGRAPHS[:4]))


def test_a_paper_may_change_a_word() -> None:
    assert 1 == copies(NEWS, NEWS.replace("useful", "fruitful"))


def test_copies_of_copies_are_one() -> None:
    assert 1 == copies(NEWS, "\n".join(PARAGRAPHS[:4]), "\n".join(PARAGRAPHS[2:]) + " More.")


def test_another_report_of_the_event_stays() -> None:
    other = (
        "Kenya received the Norwegian foreign minister, Anna Berg, in Nairobi on Monday. On the"
        " table are quotas for fishing boats and a port at Lamu, the government said. She leaves"
        " for Kampala in the middle of the week to see the head of state there."
    )
    assert 2 == copies(NEWS, other)


def test_a_short_text_is_no_copy_of_a_long_one_that_quotes_it() -> None:
    assert 2 == copies(NEWS, PARAGRAPHS[0])


def test_readouts_from_one_mould_stay_apart() -> None:
    mould = (
        "Secretary Moe spoke today with Foreign Minister {}. They discussed {} and agreed to {}."
    )
    one = mould.format("Berg", "fishing in the Barents Sea", "meet in Oslo in the autumn")
    other = mould.format("Okafor", "the port of Lamu and its railway", "send a team of experts")
    assert 2 == copies(one, other)


def test_the_best_dated_copy_stays() -> None:
    late = articles.detect(NEWS, published=date(2024, 5, 9), id="a")
    first = articles.detect(NEWS, published=date(2024, 5, 7), id="b")
    unknown = attrs.evolve(articles.detect(NEWS, id="c"), published=None, published_basis=None)
    assert (first,) == articles.deduplicate([late, unknown, first])


_COPIES = st.lists(
    st.builds(
        lambda text, cut, known: articles.detect(
            "\n".join(text[: len(text) - cut]), published=known
        ),
        st.sampled_from((PARAGRAPHS, PARAGRAPHS[::-1], PARAGRAPHS[:3] * 2, ["He left."], [])),
        st.integers(0, 2),
        st.none() | s.recent_days,
    )
    | s.articles(s.news()),
    max_size=6,
)


@given(_COPIES, st.randoms())
def test_deduplicate_is_idempotent_and_knows_no_order(given_ones: list[Article], random) -> None:  # type: ignore[no-untyped-def]
    once = articles.deduplicate(given_ones)
    assert once == articles.deduplicate(once)
    shuffled = [*given_ones, *given_ones[:2]]
    random.shuffle(shuffled)
    assert once == articles.deduplicate(shuffled)
    assert set(once) <= set(given_ones)


@given(_COPIES, st.integers(0, 6))
def test_parts_grouped_again_give_the_whole(given_ones: list[Article], cut: int) -> None:
    parts = (*articles.groups(given_ones[:cut]), *articles.groups(given_ones[cut:]))
    again = articles.groups([article for group in parts for article in group])
    assert articles.groups(given_ones) == again


@given(_COPIES)
def test_groups_lose_nobody(given_ones: list[Article]) -> None:
    grouped = [article for group in articles.groups(given_ones) for article in group]
    assert len(grouped) == len(set(grouped))
    assert set(given_ones) == set(grouped)


def test_grouping_does_not_compare_all_with_all() -> None:
    made = [
        articles.detect(
            " ".join(f"{w}{(i // 2) * 7919 % 1009}" if n % 9 == 0 else w
                     for n, w in enumerate(NEWS.split())) + f" number {i // 2}",
            id=str(i), published=date(2024, 5, 7),
        )
        for i in range(400)
    ]  # fmt: skip
    assert len(articles.groups(made)) <= 200
    assert grows_linearly(lambda size: partial(articles.groups, made[:size]), 100)
