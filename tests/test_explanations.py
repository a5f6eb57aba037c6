"""``explain`` tells what made each record, ``why_not`` what kept the others from being made."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from diplotext import (
    Meeting,
    MilitaryExercise,
    annotate,
    articles,
    exercises,
    explanations,
    meetings,
)
from diplotext.cli import main
from diplotext.explanations import Explanation, NearMiss, explain, why_not
from diplotext.rules.loading import load, parse

WEDNESDAY = date(2024, 5, 15)
STORY = articles.detect(
    "Jamaican Foreign Minister Rhea Poole arrived in Accra on Monday for a two-day visit to Ghana. "
    "On Tuesday she will meet her Ghanaian counterpart, Kofi Addai. "
    "The meeting will take place in Accra. "
    "The navies of Ghana and Togo will hold a joint exercise off Lome in June 2025.",
    published="2024-05-13",
)


def read(sentence: str) -> tuple[NearMiss, ...]:
    return why_not(sentence, published=WEDNESDAY)


# --- explain ---------------------------------------------------------------------------------


def test_a_sentence_is_read_once_more_however_much_it_tells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once for each mention took half a minute where a report had no full stops."""
    calls: list[object] = []
    real = explanations.match

    def counted(*args: Any, **kwargs: Any) -> object:
        calls.append(args)
        return real(*args, **kwargs)

    monkeypatch.setattr(explanations, "match", counted)
    text = ", ".join(["Ghana met Togo and Kenya visited Chad for talks with Mali"] * 20)
    document = annotate(articles.detect(text))
    assert len(explain(document)) > 2
    assert 1 == len(document.sentences)
    assert 1 == len(calls)


def test_every_record_is_explained() -> None:
    document = annotate(STORY)
    records: list[Meeting | MilitaryExercise] = [
        *meetings.detect(document), *exercises.detect(document),
    ]  # fmt: skip
    found = explain(document)
    assert ["visit", "talks"] == [r.kind for r in records if isinstance(r, Meeting)]
    assert records == [e.record for e in found]
    assert found == explain(STORY)


def by_kind(kind: str) -> Explanation:
    return next(
        e
        for e in explain(STORY)
        if kind == (e.record.kind if isinstance(e.record, Meeting) else "exercise")
    )


def test_the_mentions_that_were_joined_and_their_rules() -> None:
    talks = by_kind("talks")
    assert [("will meet", ["meet"], "planned"), ("The meeting", ["talks-noun"], "planned")] == [
        (t.quote, [r.id for r in t.rules], t.status) for t in talks.tellings
    ]
    assert {("meet", "meetings.toml"), ("talks-noun", "meetings.toml")} == {
        (r.id, r.file) for r in talks.rules
    }
    assert {"exercises.toml"} == {r.file for r in by_kind("exercise").rules}


def test_each_filled_field_has_values_and_quotes() -> None:
    visit = by_kind("visit")
    fields = {f.name: f for f in visit.fields}
    assert ("Rhea Poole, foreign minister, JM (visitor)", "Ghana (host)") == fields[
        "participants"
    ].values
    assert ("2024-05-13/2024-05-14 (relative)",) == fields["when"].values
    assert "Monday" in [e.quote for e in fields["when"].evidence]
    for explanation in explain(STORY):
        for field in explanation.fields:
            assert getattr(explanation.record, field.name)
            for e in field.evidence:
                assert STORY.text[e.span.start : e.span.end] == e.quote
                assert e in explanation.record.evidence
        for telling in explanation.tellings:
            assert telling.rules
            assert telling.span.of(STORY.text) == telling.quote


def test_no_evidence_is_left_untold() -> None:
    for explanation in explain(STORY):
        told = {e for f in explanation.fields for e in f.evidence}
        left = set(explanation.record.evidence) - told
        assert {"event"} >= {e.field for e in left}  # an exercise has no field "kind"


def test_an_explanation_reads_as_text() -> None:
    shown = str(by_kind("talks")).splitlines()
    assert "talks, planned" == shown[0]
    at = STORY.text.index("will meet")
    assert f'    "will meet" at {at}: meet (meetings.toml), read as planned' in shown
    assert "  participants: Rhea Poole, foreign minister, JM; Kofi Addai, foreign minister, GH" in (
        shown
    )


def test_an_article_without_records() -> None:
    assert () == explain(articles.detect("The harvest was poor this year."))
    assert () == explain(articles.detect(""))


# --- why not ---------------------------------------------------------------------------------

# sentence, nearest rule, kind of lack, words that it must name
LACKING = [
    ("The envoys met in Oslo.", "meet", "actor", "The envoys"),
    ("The envoys met in Oslo.", "meet", "sides", "nobody"),
    ("Ghana met the deadline on Friday.", "meet", "kind", "the deadline"),
    ("Ghana met the deadline on Friday.", "meet", "sides", "Ghana is the only one"),
    ("Togolese President Ama Sika met farmers in Lome.", "meet", "kind", "farmers"),
    ("Kenyan President Amos Oduya goes fishing.", "travel", "position", "for, to"),
    ("Kenyan President Amos Oduya travelled to Mombasa.", "travel", "host", "Kenya"),
    ("Tourists visited Kenya.", "visit-verb", "sides", "visitor"),
    ("Peruvian President Luz Vega visited the museum.", "visit-verb", "position", "object"),
    ("Peruvian President Luz Vega visited the museum.", "visit-verb", "kind", "the museum"),
    ("No minister has visited Peru.", "visit-verb", "trigger", "no"),
    ("France proposed talks with Norway.", "talks-noun", "status", "proposed"),
    ("Norway's Ada Quill did not meet Peru's president.", "meet", "status", "did not meet"),
    ("France should hold talks with Norway.", "talks-noun", "status", "should hold"),
    ("The French president attended a cabinet meeting with Norway's premier.", "talks-noun",
     "excluded", "cabinet"),
    ("Nepalese Foreign Minister Anu Rai called on Indian Prime Minister Rao Das to resign.",
     "call-on", "alone", "infinitive"),
    ("Pupils held a fire drill at a school in Helsinki.", "exercise-noun", "excluded", "fire"),
    ("Pupils held a fire drill at a school in Helsinki.", "exercise-noun", "military", "toml"),
    ("Peru and Chile reviewed military exercises.", "exercise-noun", "event", "in general"),
    ("Ships from India and Kenya are taking part.", "exercise-part", "weak", "only adds"),
    ("Tunisian President Kais Nouri crossed paths with fans.", "cross-paths", "actor", "fans"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "rule", "kind", "words"), LACKING)
def test_what_the_nearest_rule_lacked(sentence: str, rule: str, kind: str, words: str) -> None:
    nearest = read(sentence)[0]
    assert rule == nearest.rule, nearest
    assert [lack for lack in nearest.lacks if lack.kind == kind and words in lack.text], nearest


def test_what_was_there_is_told_as_well() -> None:
    nearest = read("Ghana met the deadline on Friday.")[0]
    assert (("subject", "Ghana"),) == nearest.filled
    assert ("met", "talks", "meetings.toml") == (nearest.trigger, nearest.kind, nearest.file)
    text = "Dutch Prime Minister Jan Smit spoke about trade with Peru's president."
    speak = next(miss for miss in read(text) if miss.rule == "speak")
    assert {"direct", "position"} == {lack.kind for lack in speak.lacks}


def test_spans_are_those_of_the_sentence() -> None:
    for sentence, *_ in LACKING:
        for miss in read(sentence):
            assert miss.span is not None
            assert miss.trigger == miss.span.of(sentence)
            for lack in miss.lacks:
                assert lack.span is None or lack.span.of(sentence) in lack.text


def test_without_a_trigger_it_says_so() -> None:
    (miss,) = read("Norwegian Foreign Minister Ada Quill praised the harvest.")
    assert (None, None, None, "") == (miss.rule, miss.file, miss.span, miss.trigger)
    (lack,) = miss.lacks
    assert "trigger" == lack.kind
    assert "harvest" in lack.text
    assert ["trigger"] == [lack.kind for miss in read("") for lack in miss.lacks]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chilean President Pablo Rojas met Peruvian President Luz Vega in Lima on Monday.",
        "Finland and Sweden began a joint naval exercise in the Baltic Sea on Monday.",
        "Norwegian Foreign Minister Ada Quill visited Kenya last week.",
    ],
)
def test_nothing_is_missing_where_the_words_made_a_record(sentence: str) -> None:
    assert () == read(sentence)


def test_one_event_of_two_is_missing() -> None:
    text = (
        "Chilean President Pablo Rojas met Peruvian President Luz Vega in Lima on Monday, "
        "and the envoys met in Cusco."
    )
    misses = read(text)
    assert [("meet", text.rindex("met"))] == [(m.rule, m.span.start) for m in misses if m.span]


def test_the_shipped_counter_examples_are_explained() -> None:
    """Of a sentence in which a rule must stay silent something is always told."""
    for name in ("meetings", "exercises"):
        for frame in load(name).frames:
            for sentence in frame.counterexamples:
                for miss in read(sentence):
                    assert miss.lacks
                    assert str(miss)


def test_own_rules_can_be_asked() -> None:
    rules = parse(
        '[[frame]]\nid = "drop-in"\nkind = "talks"\nverb = ["drop in"]\nsubject = "participant"\n'
        'on = "participant"\nneeds = ["on"]\nonly = { on = ["person"] }\n'
        'examples = ["[Ann Vella of Malta|participant] dropped in on '
        "[Cyprus's Nikos Costa|participant].\"]\n",
        "own.toml",
    )
    assert () == why_not("Ann Vella of Malta dropped in on Cyprus's Nikos Costa.", rules=rules)
    (miss,) = why_not("Ann Vella of Malta dropped in on the museum.", rules=rules)
    assert ("drop-in", "own.toml") == (miss.rule, miss.file)
    assert {"kind", "position"} == {lack.kind for lack in miss.lacks}


WORDS = st.sampled_from(
    [
        "Kenya", "Norway", "Peru", "Wang", "Yi", "BRICS", "president", "envoys", "the", "no", "not",
        "visit", "visited", "met", "talks", "held", "drill", "exercise", "naval", "summit", "spoke",
        "shook", "hands", "phone", "proposed", "will", "is", "with", "in", "on", "to", "by", "and",
        ",",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_is_answered(text: str) -> None:
    for miss in read(text):
        assert miss.lacks
        assert str(miss)
    for explanation in explain(articles.detect(text)):
        assert explanation.tellings
        assert str(explanation)


# --- the commands ----------------------------------------------------------------------------


def run(*args: str) -> str:
    result = CliRunner().invoke(main, list(args), catch_exceptions=False)
    assert 0 == result.exit_code, result.stderr
    return result.stdout


def test_the_command_explain(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY.text, encoding="utf-8")
    shown = run("explain", str(file))
    assert shown.startswith("story\n\nvisit")
    assert '"will meet"' in shown
    assert "exercise-noun (exercises.toml)" in shown


def test_the_command_why_not() -> None:
    assert run("why-not", "The envoys met in Oslo.").startswith("meet (meetings.toml), talks")
    assert "Nothing is missing" in run("why-not", "Chile's president met Peru's president.")
    assert "no word of the sentence" in run("why-not", "\x1b[31mRain\x1b[0m", "--headline")
    published = run("why-not", "Peru's president is to go home.", "--published", "2024-05-15")
    assert "travel" in published
    bad = CliRunner().invoke(main, ["why-not", "x", "--published", "yesterday"])
    assert 2 == bad.exit_code
