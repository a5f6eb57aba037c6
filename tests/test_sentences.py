"""Sentences end where a reader would end them, whatever stands before the stop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as s
from diplotext.lexicon.tokens import tokenise
from diplotext.models import Part, PartKind, Span
from diplotext.reading import layout, sentences
from operations import grows_linearly

SEEDS = Path(__file__).parent.parent / "seeds"


def split(text: str, kind: PartKind = "body") -> list[str]:
    """The sentences of one paragraph."""
    part = Part(Span(0, len(text)), kind)
    return [found.span.of(text) for found in sentences.split(text, (part,), tokenise(text))]


# A bar stands where a sentence ends within the paragraph.
PARAGRAPHS = [
    "The talks ended.| Both sides left on Monday.| Nobody spoke.",
    "They met on Sept. 18 in Suva.| A second round is set for Oct. 3.",
    "The visit was put off until Sept.| The ministry gave no reason.",
    "Envoys of the U.S. and the U.K. met.| The U.S. President stayed away.",
    "It was the first trip to the U.S.| The minister had refused before.",
    "It was the first trip to the U.S.| Officials called it a success.",
    'They spoke of U.S. "hegemony" and left.',
    "Mr. Tan met Gen. Petrov, Lt. Col. Moe and Dr. Ade.| Mrs. Berg was away.",
    "Anna K. Berg met J. R. Okafor.| S.M. Rahim came later.",
    "She chose Plan B.| The other had failed.",
    "“We agree.” He then left.".replace(".” ", ".”| "),
    '"We agree." He then left.'.replace('." ', '."| '),
    "“We agree,” he said.| “We always have.”| Then they left.",
    '"Is it over?" Berg asked.| Nobody answered.',
    '"Is it over?"| The minister did not say.',
    "“It is over!” shouted Moe.",
    "They met at 5 p.m. Monday in Oslo.| It rained.",
    "They met at 10:00 A.M.| Foreign Minister Berg spoke first.",
    "The call began at 5 p.m. Moscow time.",
    "St. Petersburg and St. Lucia sent envoys.| Mt. Kenya was in view.",
    "Resolution No. 1701 was read.| He said no.| They voted.",
    "Sen. Moe, Rep. Lund and Gov. Dahl flew to Taipei.",
    "The firm is Nordsee Corp. and its head is Okafor Jr.| He came too.",
    "They met in Washington, D.C.| Secretary Moe was host.",
    "The D.C. Council took no part.",
    "The number rose to 2,500.| In 2022 it was 3.5 times lower.",
    "It happened in 2022.| Three ministers were there.",
    "1. The ministers met.| 2. They agreed.",
    "I will go to... Istanbul and meet them.",
    "They waited... The plane never came.".replace("... T", "...| T"),
    "The drill ended (it had begun on Monday).| The ships left.",
    "The drill ended.| (It had begun on Monday.)| The ships left.",
    "He said it was “between the two. ” They left.".replace("” T", "”| T"),
    "The round ended in Geneva.The next one is in May.".replace("Geneva.", "Geneva.|"),
    "See example.org for more.| Nobody did.",
    "The ex-minister vs. the president: neither won.",
    "The council met.| al-Hassan was in the chair.",
    "Will they meet?| When?| Nobody knows!",
    "They met i.e. they shook hands, e.g. in Suva.",
    "Ministers met.|\nThe talks went on until\nSept. 3.",
    "会议结束了。| They left.",
]


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_sentences_end_at_the_bars(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    assert expected == split(marked.replace("|", ""))


def test_curly_and_straight_quotes_end_alike() -> None:
    curly = "“We agree.” He left. “It’s over,” she said. “Really?” Moe asked."
    straight = curly.translate(str.maketrans("“”’", '""\''))
    assert [len(found) for found in split(curly)] == [len(found) for found in split(straight)]


def test_a_headline_is_one_sentence() -> None:
    assert 1 == len(split("Talks end. No deal. What now?", "headline"))


def test_bullets_stay_outside() -> None:
    assert ["The ministers met."] == split("– The ministers met.")
    assert ["Anna Berg, Norway"] == split("• Anna Berg, Norway")


def test_furniture_has_no_sentences() -> None:
    kinds: tuple[PartKind, ...] = ("header", "byline", "dateline", "credit", "boilerplate")
    assert [] == [found for kind in kinds for found in split("Nothing to see here.", kind)]


def test_paragraphs_are_numbered_from_nought() -> None:
    text = "Berg visits Suva\nThey met. They left.\nThe end came."
    found = sentences.split(text, layout.read(text).parts, tokenise(text))
    assert [0, 1, 1, 2] == [sentence.paragraph for sentence in found]
    assert ["headline", "body", "body", "body"] == [sentence.part for sentence in found]


# What the splitter gave when every sentence was read through and found right (headlines, captions
# and headings among them; the three lines of credit and comment form are not read).
ENDS = {"000": 11, "001": 14, "002": 18, "003": 47, "004": 14}


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_every_end_in_the_seeds(path: Path) -> None:
    text = path.read_bytes().decode()
    found = sentences.split(text, layout.read(text).parts, tokenise(text))
    assert ENDS[path.stem[:3]] == len(found)
    for sentence in found:
        words = sentence.span.of(text)
        assert words[0].isupper() or words[0] in '"“'
        ends_well = words[-1] in '.”"'
        assert ends_well or sentence.part in ("headline", "caption")


# --- the quick rule and Punkt ------------------------------------------------------------

PLAIN = """\
The ministers of five coastal states opened a round of talks on fishing in Suva on Monday. They
will go on until Thursday. Nobody expects an agreement, but both sides have sent large
delegations. In the evening the president is to give a dinner. Before the talks began, the hosts
had asked for patience.

A frigate and two patrol boats took part in the drill. It was the third of its kind since 2019. The
crews practised boarding and rescue. Observers came from Kenya, Peru and Fiji. What they saw has
not been published! Will there be a fourth? The navy gives no answer.

The envoy flew home at noon. She had spoken with Mr. Tan, Gen. Petrov and Sen. Moe. Her next trip
is set for Oct. 3. According to the U.S. Embassy, it will take her to four capitals. The U.N.
Secretariat has been told."""


def test_the_quick_rule_agrees_with_punkt_on_plain_text() -> None:
    for paragraph in PLAIN.split("\n\n"):
        assert sentences.punkt().tokenize(paragraph) == split(paragraph)


@given(st.lists(s.sentences(), min_size=1, max_size=6))
def test_the_quick_rule_agrees_with_punkt_on_made_news(written: list[str]) -> None:
    clear = [one for one in written if "..." not in one and "p.m" not in one]
    text = " ".join(clear)
    assert sentences.punkt().tokenize(text) == split(text)


def test_punkt_is_asked_only_where_a_stop_is_ambiguous(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def answer(before: str, after: str) -> bool:
        asked.append((before, after))
        return False

    monkeypatch.setattr(sentences, "_punkt_breaks", answer)
    split("They met Mr. Tan on Sept. 18. The U.S. President left. It rained. The U.S. The end.")
    assert [("U.S.", "President")] == asked


def test_parameters_hold_no_stop_at_the_end_and_no_capitals() -> None:
    ours = sentences.parameters()
    found = ours.abbreviations | ours.closing | ours.starters | ours.ordinary | ours.after_times
    assert not [word for word in found if word.endswith(".") or word != word.lower()]
    assert not ours.titles & ours.starters
    assert not ours.starters & ours.ordinary
    assert not ours.closing & ours.abbreviations


# --- laws --------------------------------------------------------------------------------


@given(s.texts)
def test_sentences_lie_in_order_within_their_parts(text: str) -> None:
    parts = layout.read(text).parts
    end = 0
    for sentence in sentences.split(text, parts, tokenise(text)):
        assert end <= sentence.span.start < sentence.span.end
        assert any(part.span.contains(sentence.span) for part in parts)
        words = sentence.span.of(text)
        assert words == words.strip()
        end = sentence.span.end


@given(s.texts)
def test_no_word_is_lost(text: str) -> None:
    parts = layout.read(text).parts
    tokens = tokenise(text)
    found = sentences.split(text, parts, tokens)
    for word, start in zip(tokens.text, tokens.start, strict=True):
        read = any(
            part.span.start <= start < part.span.end
            for part in parts
            if part.kind in ("headline", "caption", "body")
        )
        inside = any(sentence.span.start <= start < sentence.span.end for sentence in found)
        assert inside or not read or not word[0].isalnum()


@pytest.mark.parametrize(
    "piece", ["x", "A. B. ", ".", "U.S. ", '." ', "Mr. ", "... ", "e.g.", 'x. " y '], ids=repr
)
def test_work_is_linear_in_the_length_of_the_text(piece: str) -> None:
    def split(size: int) -> Callable[[], object]:
        text = piece * size
        part = Part(Span(0, len(text)), "body")
        return partial(sentences.split, text, (part,), tokenise(text))

    assert grows_linearly(split, 2000)
