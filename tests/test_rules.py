"""Rules are their own tests: examples read as marked, faults named, sentences generated."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext import exercises, meetings
from diplotext.errors import DataError
from diplotext.lexicon.grammar import verb_rows, words
from diplotext.reading.document import Document
from diplotext.rules import examples, generate, patterns, status
from diplotext.rules.frames import Frame
from diplotext.rules.loading import load, parse

NOUNS = {"meetings": meetings, "exercises": exercises}


def fired(name: str, document: Document) -> Iterable[str]:
    return [rule for record in NOUNS[name].detect(document) for rule in record.rules]


def all_frames() -> list[tuple[str, Frame]]:
    return [(name, frame) for name in NOUNS for frame in load(name).frames]


@pytest.mark.parametrize("name", NOUNS)
def test_every_example_is_read_as_marked_and_every_counterexample_is_silent(name: str) -> None:
    assert list(examples.faults(load(name), lambda document: fired(name, document))) == []


@given(st.sampled_from(all_frames()), st.integers(0, 10_000))
def test_what_a_frame_generates_the_detector_reads_back(
    named: tuple[str, Frame], seed: int
) -> None:
    name, frame = named
    for sentence in generate.sentences(frame, random.Random(seed).choice):
        assert list(examples.faults_of(frame, sentence, load(name), lambda d: fired(name, d))) == []


def test_most_frames_generate() -> None:
    silent = {
        frame.id
        for _, frame in all_frames()
        if not list(generate.sentences(frame, lambda options: options[0]))
    }
    weak = {frame.id for _, frame in all_frames() if frame.weak}
    assert len(silent - weak) < len(all_frames()) / 3


@pytest.mark.parametrize("name", NOUNS)
def test_rules_are_a_set(name: str) -> None:
    """The order of the entries in the file means nothing."""
    text = (files("diplotext.rules") / f"{name}.toml").read_text(encoding="utf-8")
    head, *entries = text.split("\n[[")
    shuffled = list(entries)
    random.Random(5).shuffle(shuffled)
    again = parse("\n[[".join([head, *shuffled]), f"{name}.toml")
    rules = load(name)
    assert again.by_verb == rules.by_verb
    assert again.by_noun == rules.by_noun
    assert [p.rule for p in again.patterns] == [p.rule for p in rules.patterns]
    assert again.triggers == rules.triggers


GOOD = """
[[frame]]
id = "meet"
kind = "talks"
verb = "meet"
subject = "participant"
object = "participant"
examples = ["[Peru|participant] met [Chile|participant] in Lima."]
"""


def test_a_good_rule_loads() -> None:
    (frame,) = parse(GOOD, "own.toml").frames
    assert frame.verbs == {"meet"}
    assert frame.roles == {"subject": "participant", "object": "participant"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("kind =", "kynd ="), "unknown key 'kynd'"),
        (('"talks"', '"chat"'), "unknown kind 'chat'"),
        (('verb = "meet"', ""), "has no trigger"),
        (("|participant]", "|guest]"), "role marked in"),
        (("[Peru|participant] met [Chile|participant]", "Peru met Chile"), "no marked role"),
        (
            ('examples = ["[Peru|participant] met [Chile|participant] in Lima."]', ""),
            "has no example",
        ),
        (('verb = "meet"', "verb = 3"), "must be a text or a list of texts"),
        (('verb = "meet"', 'verb = "meet"\nneeds = ["unto"]'), "unknown position in needs 'unto'"),
        (
            ('verb = "meet"', 'verb = "meet"\nonly = { subject = ["robot"] }'),
            "unknown mention kind in only 'robot'",
        ),
        (("[[frame]]", "[[fram]]"), "unknown table"),
        (('id = "meet"', ""), "needs an id"),
        (("[[frame]]", "[[frame"), "is not TOML"),
        (("[[frame]]", "[[pattern]]"), "needs the key pattern"),
        (("[[frame]]", "[frame]"), "double brackets"),
        (('verb = "meet"', 'verb = "met"'), "'met' is no verb of verbs.tsv"),
        (('verb = "meet"', 'verb = ["meet", ""]'), "verb must be a text or a list of texts"),
        (('subject = "participant"', 'subject = "partner"'), "unknown role 'partner'"),
        (('id = "meet"', 'id = "meet"\nweak = "yes"'), "weak must be true or false, not 'yes'"),
        (("[[frame]]", "exclude = 5\n[[frame]]"), "exclude: is a table with words and contexts"),
        (("[[frame]]", "[formats]\nword = []\n[[frame]]"), "formats: is a table with words"),
        (
            ("[[frame]]", '[[pattern]]\npattern = "<participant> {meet|} <participant>"'),
            "meet: cannot read the pattern",
        ),
    ],
)
def test_a_faulty_rule_is_named(change: tuple[str, str], said: str) -> None:
    with pytest.raises(DataError, match=r"own\.toml") as caught:
        parse(GOOD.replace(*change), "own.toml")
    assert said in str(caught.value)


def test_an_id_is_used_once() -> None:
    with pytest.raises(DataError, match="meet: the id is used twice"):
        parse(GOOD + GOOD, "own.toml")


@given(st.text(max_size=80))
def test_any_text_is_a_rule_file_or_a_data_error(text: str) -> None:
    try:
        rules = parse(text, "own.toml")
    except DataError as fault:
        source = fault.source
    else:
        source = rules.source
    assert source == "own.toml"


@pytest.mark.parametrize(
    "text", ["", "<participant>", "{meet}", "<a> {b} %", "<participant> {Shake} hands", "met"]
)
def test_a_pattern_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        patterns.compiled(text)


def test_a_pattern_lists_its_actors() -> None:
    document = examples.read(
        "The presidents of Chile, Peru and Ecuador shook hands with Bolivian officials."
    )
    units = document.units(0)
    compiled, roles = patterns.compiled("<a> {shake} hands with <b>")
    ((verb, filled),) = patterns.find(compiled, roles, patterns.encode(units), units)
    assert verb.word == "shake"
    assert len(filled["b"]) == 1


def test_marks_are_stripped_with_their_spans() -> None:
    marked = examples.unmark("[Peru|participant] met [Chile|participant].")
    assert marked.text == "Peru met Chile."
    assert [span.of(marked.text) for span, _ in marked.marks] == ["Peru", "Chile"]


def test_status_words_stand_in_one_list_of_their_section_only() -> None:
    data = tomllib.loads((files("diplotext.rules") / "status.toml").read_text(encoding="utf-8"))
    for section, lists in data.items():
        words = [word for some in lists.values() for word in some]
        twice = {word for word in words if words.count(word) > 1}
        assert not twice, f"status.toml [{section}] lists {sorted(twice)} twice"


def test_every_verb_of_the_rules_is_one_that_the_reader_knows() -> None:
    """A verb that verbs.tsv lacks, or with a particle that words.toml lacks, never matches."""
    phrasals = words()["phrasals"]
    predicates = words()["predicates"] | {pair.split()[0] for pair in words()["directed"]}
    named = {
        verb
        for _, frame in all_frames()
        for verb in (*frame.verbs, *frame.carriers, *frame.gathers)
    }
    named |= {
        verb for section in ("ruling", "course", "motion") for verb in status.tables()[section]
    }
    unknown = {
        verb
        for verb in named
        if verb.split()[0] not in verb_rows()
        or (" " in verb and verb not in phrasals and verb.split()[1] not in predicates)
    }
    assert set() == unknown
