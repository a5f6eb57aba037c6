"""Articles in, records out: what comes back equal, and what is said of a bad file."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import attrs
import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.corpus import mine
from diplotext.dateranges import DateRange
from diplotext.errors import InputError
from diplotext.io import (
    Source,
    dumps,
    find_files,
    json_schema,
    loads,
    read_files,
    read_metadata,
    read_records,
    write_csv,
    write_jsonl,
    write_records,
)
from diplotext.io.articles import HarmlessError
from diplotext.io.tables import events_table
from diplotext.models import (
    Actor,
    Article,
    Claim,
    Corpus,
    Evidence,
    Meeting,
    MilitaryExercise,
    Part,
    Participant,
    Place,
    Span,
)

ADA = Actor("person:Ada Quill", "Ada Quill", "person", "NO", aliases=("A. Quill",))
PERU = Actor("state:PE", "Peru", "state", "PE")
RAW = Meeting(
    id="m0",
    kind="visit",
    participants=(
        Participant(ADA, "foreign minister", "visitor"),
        Participant(PERU, None, "host"),
    ),
    place=Place("Lima", "PE"),
    when=DateRange.parse("2021-05-03/2021-05-05"),
    format="working visit",
    article="a",
    published=date(2021, 5, 4),
    evidence=(Evidence("event", Span(0, 11), "Quill\nvisits"[:11]),),
)
DRILL = MilitaryExercise(
    id="x0",
    name="Grey Heron 2021",
    participants=(Participant(PERU),),
    places=(Place("Baltic Sea"), Place("Gotland", "SE")),
    when=DateRange.month(2021, 9),
    status="planned",
    domains=("naval", "air"),
    article="a",
)
CORPUS = Corpus(
    articles=(Article("a", "Quill visits", parts=(Part(Span(0, 12), "headline"),)),),
    actors=(ADA, PERU),
    meetings=(
        attrs.evolve(
            RAW, id="meeting-1", reports=(RAW,), claims=(Claim("kind", "visit", article="a"),)
        ),
    ),
    exercises=(DRILL,),
)


STORY = "Norwegian Foreign Minister Ada Quill met Peruvian Foreign Minister Ivo Marsh in Lima."


def read(folder: Path, *names: str) -> list[Source | InputError]:
    files, faults = find_files([folder / name for name in names] or [folder])
    return [*faults, *read_files(files)]


# --- articles in ---------------------------------------------------------------------------------


def test_text_is_taken_as_it_stands(tmp_path: Path) -> None:
    """Line ends, final blanks and odd signs stay, so that offsets are those of the file."""
    (tmp_path / "one.txt").write_bytes("Räte\r\n\u2028 \u200f x\n\n".encode())
    assert [Source("one", "Räte\r\n\u2028 \u200f x\n\n")] == read(tmp_path)


def test_byte_order_marks_are_understood(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffLima".encode())
    (tmp_path / "b.txt").write_bytes("Lima".encode("utf-16"))
    (tmp_path / "c.txt").write_bytes("Lima".encode("utf-32"))
    (tmp_path / "d.txt").write_bytes(codecs.BOM_UTF32_BE + "Lima".encode("utf-32-be"))
    (tmp_path / "e.txt").write_bytes(codecs.BOM_UTF16_BE + "Lima".encode("utf-16-be"))
    assert [Source(name, "Lima") for name in "abcde"] == read(tmp_path)


def test_folders_are_walked_in_order_and_each_file_once(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.TXT", "b/.hidden.txt", ".git/x.txt", "c/notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    files, faults = find_files([tmp_path, tmp_path / "b" / "2.txt", tmp_path / "c" / "notes.md"])
    assert ["1.TXT", "2.txt", "notes.md"] == [f.name for f in files]
    assert [] == faults


def test_json_articles_bring_their_metadata(tmp_path: Path) -> None:
    whole = {"text": "A", "id": 7, "title": "T", "published": "2021-05-03T10:00:00Z", "url": None}
    (tmp_path / "a.json").write_text(json.dumps(whole), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "B1"}\n\n{"text": "B\\u2028"}\n', encoding="utf-8")
    (tmp_path / "c.json").write_text('[{"text": "C"}]', encoding="utf-8")
    assert [
        Source("7", "A", title="T", published=date(2021, 5, 3)),
        Source("b-1", "B1"),
        Source("b-2", "B\u2028"),
        Source("c-1", "C"),
    ] == read(tmp_path)


def test_equal_stems_get_different_ids(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(name, encoding="utf-8")
    told = f'{tmp_path / "b" / "x.txt"}: the id "x" is taken, here it is "x-2"'
    first, note, second = read(tmp_path)
    assert isinstance(note, HarmlessError)
    assert (Source("x", "a"), told, Source("x-2", "b")) == (first, str(note), second)


def test_new_ids_pass_over_those_in_use(tmp_path: Path) -> None:
    rows = [{"id": name, "text": name} for name in ("x", "x-2", "x", "x")]
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    found = [item.id for item in read(tmp_path) if isinstance(item, Source)]
    assert ["x", "x-2", "x-3", "x-4"] == found


def test_one_file_under_two_names_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Lima", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert ([Path("a.txt")], []) == find_files(["a.txt", "./a.txt", tmp_path, tmp_path / "a.txt"])


def test_an_empty_name_is_no_folder() -> None:
    files, (fault,) = find_files([""])
    assert ([], '"": names no file or folder') == (files, str(fault))


def test_what_a_folder_hides_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be opened, and a pipe, at which reading might wait for ever."""
    (tmp_path / "a.txt").write_text("Lima", encoding="utf-8")
    os.mkfifo(tmp_path / "b.txt")

    def walk(top: Path, onerror: Callable[[OSError], None]) -> Iterator[object]:
        onerror(PermissionError(13, "Permission denied", f"{top}/locked"))
        yield from real(top)

    real = os.walk
    monkeypatch.setattr(os, "walk", walk)
    files, faults = find_files([tmp_path])
    assert [tmp_path / "a.txt"] == files
    assert [f"{tmp_path}/locked: permission denied", f"{tmp_path}/b.txt: no regular file"] == [
        str(fault).partition(";")[0] for fault in faults
    ]


def test_a_file_of_records_is_told_once(tmp_path: Path) -> None:
    write_records(CORPUS, tmp_path / "records.jsonl")
    (fault,) = read(tmp_path)
    assert "records.jsonl:1: holds records that diplotext wrote" in str(fault)


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lima", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    good, fault = read(tmp_path)
    assert Source("a", "Lima") == good
    assert f"{tmp_path / 'b.txt'}: no such file" in str(fault)


FIELDS = {
    "blank": ({"published": "", "outlet": " ", "title": ""}, Source("a-1", "x"), ()),
    "no day": (
        {"published": "yesterday", "outlet": "Post"},
        Source("a-1", "x", outlet="Post"),
        ("'yesterday', expected a day",),
    ),
    "blank id": ({"id": " "}, Source("a-1", "x"), ()),
    "no id": ({"id": [1]}, Source("a-1", "x"), ('"id" is [1], expected a string',)),
    "a number": ({"published": 20210503}, Source("a-1", "x"), ('"published" is 20210503',)),
    "a list": ({"title": ["x"], "url": "u"}, Source("a-1", "x", url="u"), ('"title" is',)),
}


@pytest.mark.parametrize("case", FIELDS)
def test_a_bad_field_is_told_and_the_article_kept(case: str, tmp_path: Path) -> None:
    fields, expected, reasons = FIELDS[case]
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "x", **fields}), encoding="utf-8")
    *faults, source = read(tmp_path)
    assert expected == source
    assert len(reasons) == len(faults)
    for reason, fault in zip(reasons, faults, strict=True):
        assert "a.jsonl:1: " in str(fault)
        assert reason in str(fault)


BAD_FILES = {
    "gone.txt": (None, "no such file"),
    "image.txt": (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
    "latin.txt": ("Médici".encode("latin-1"), "not UTF-8 (byte 0xe9 at 1)"),
    "broken.json": (b'{"text": ', "not JSON"),
    "deep.json": (b"[" * 100_000, "not JSON"),
    "list.json": (b"[3]", "not a JSON object"),
    "empty.json": (b"{}", 'no "text"'),
    "number.json": (b'{"text": 3}', 'no "text"'),
    "half.txt": (b"\xff\xfea", "not UTF-16 (byte 0x61 at 2)"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_with_its_reason_and_loses_nothing_else(
    name: str, tmp_path: Path
) -> None:
    data, reason = BAD_FILES[name]
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("Lima", encoding="utf-8")
    found = read(tmp_path, name, "good.txt")
    assert Source("good", "Lima") in found
    (fault,) = (f for f in found if isinstance(f, InputError))
    assert str(tmp_path / name) in str(fault)
    assert reason in str(fault)
    assert "\n" not in str(fault)


def test_a_bad_line_is_named_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "A"}\nnonsense\n{"text": "B"}', encoding="utf-8")
    first, fault, last = read(tmp_path)
    assert isinstance(fault, InputError)
    assert f"{tmp_path / 'a.jsonl'}:2" == fault.source
    assert [Source("a-1", "A"), Source("a-3", "B")] == [first, last]


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    (fault,) = read(tmp_path)
    assert "no .txt, .json, .jsonl file in it" in str(fault)


def test_metadata_goes_before_the_files_own(tmp_path: Path) -> None:
    file = tmp_path / "meta.jsonl"
    file.write_text(
        '{"id": "a", "published": "2021-05-03", "outlet": "Post"}\n{"id": [3]}\n'
        '{"id": "b", "published": "3 May", "outlet": "Star"}\n'
        '{"id": "c", "outlet": "Echo"}\n{"id": "c", "published": ""}\n',
        encoding="utf-8",
    )
    known, faults = read_metadata(file)
    assert {
        "a": {"published": date(2021, 5, 3), "outlet": "Post"},
        "b": {"outlet": "Star"},
        "c": {},
    } == known
    assert [f"{file}:2", f"{file}:3", f"{file}:5"] == [f.source for f in faults]
    source = Source("a", "x", title="T", outlet="Star").with_metadata(known["a"])
    assert Source("a", "x", "T", date(2021, 5, 3), "Post") == source
    assert [str(tmp_path / "no.jsonl")] == [
        f.source for f in read_metadata(tmp_path / "no.jsonl")[1]
    ]


# --- records out ---------------------------------------------------------------------------------


def test_json_lines_come_back_equal(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    write_records(CORPUS, file)
    assert CORPUS == read_records(file)


@given(st.text() | st.just("\ud800 lone"))
def test_any_text_survives_json(text: str) -> None:
    record = attrs.evolve(RAW, format=text, evidence=(Evidence("event", Span(0, 1), text),))
    assert record == loads(dumps(record), Meeting)


def test_halves_of_one_character_side_by_side_are_refused() -> None:
    """They would come back as one code point, and every span behind them would be wrong."""
    with pytest.raises(InputError, match=r"'\\ud83d\\ude00': are two halves"):
        dumps(Article("a", "\ud83d\ude00 Lima"))
    for text in ("\ude00\ud83d Lima \ud83d", "\ud83d😀", "😀\udfff"):
        assert text == loads(dumps(Article("a", text)), Article).text


def test_records_fit_their_published_schema() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    out = io.BytesIO()
    write_jsonl(CORPUS, out)
    write_jsonl(mine([STORY]), out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert {"article", "actor", "meeting", "exercise"} == {kind for line in lines for kind in line}
    for line in lines:
        validator.validate(line)


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"meeting": 5},
        {"nonsense": 1},
        {"meeting": {"id": "m", "kind": "picnic", "participants": []}},
        {"meeting": {"id": "m", "kind": "talks", "participants": [], "colour": "red"}},
        {"actor": json.loads(dumps(ADA)), "article": {"id": "a", "text": "x"}},
        {"articles": [], "actors": [], "meetings": [], "exercises": []},
    ],
)
def test_other_lines_do_not_fit_the_schema(line: object) -> None:
    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(line)


def test_the_schema_in_the_docs_is_the_current_one() -> None:
    """If this fails: ``diplotext schema > docs/schema.json``."""
    file = Path(__file__).parents[1] / "docs" / "schema.json"
    assert json.loads(json.dumps(json_schema())) == json.loads(file.read_text(encoding="utf-8"))


def test_a_bad_record_is_named_by_line_and_path(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    file.write_bytes(dumps({"meeting": RAW}) + b'\n{"meeting": {"id": 3}}\n')
    with pytest.raises(InputError, match=r"records\.jsonl:2.*\$\.meeting"):
        read_records(file)
    file.write_bytes(b"{}")
    with pytest.raises(InputError, match=r":1: expected one of article, actor"):
        read_records(file)
    with pytest.raises(InputError, match="Span"):
        loads(b'{"start": 3, "end": 1}', Span)


def test_csv_has_a_row_for_each_merged_record() -> None:
    out = io.StringIO()
    write_csv(CORPUS, out)
    visit, drill = csv.DictReader(io.StringIO(out.getvalue()))
    assert "Ada Quill (NO); Peru" == visit["participants"]
    assert ("2021-05-03", "2021-05-05", "NO; PE") == (
        visit["start"], visit["end"], visit["countries"],
    )  # fmt: skip
    assert "Quill visit" == visit["quote"]
    assert ("exercise", "Grey Heron 2021", "naval; air", "Baltic Sea; Gotland") == (
        drill["record"], drill["name"], drill["kind"], drill["place"],
    )  # fmt: skip


def test_other_suffixes_and_unwritable_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.jsonl or a \.csv"):
        write_records(CORPUS, tmp_path / "records.xlsx")
    with pytest.raises(InputError, match="no such file"):
        write_records(CORPUS, tmp_path / "nowhere" / "records.csv")


def test_lone_surrogates_reach_every_file(tmp_path: Path) -> None:
    corpus = attrs.evolve(CORPUS, meetings=(attrs.evolve(RAW, format="\udfff"),))
    write_records(corpus, tmp_path / "a.csv")
    write_records(corpus, tmp_path / "a.jsonl")
    assert corpus == read_records(tmp_path / "a.jsonl")


def test_jsonl_is_one_object_a_line() -> None:
    out = io.BytesIO()
    write_jsonl(CORPUS, out)
    lines = out.getvalue().splitlines()
    assert ["article", "actor", "actor", "meeting", "exercise"] == [
        next(iter(msgspec.json.decode(line))) for line in lines
    ]


# --- tables --------------------------------------------------------------------------------------


def test_the_table_shows_dates_kinds_people_places_and_sources() -> None:
    table = events_table(CORPUS, width=100)
    assert "2021-05-03/2021-05-05  visit  held    Ada Quill (NO), Peru  Lima (PE)        1" in table
    assert "2021-09  Grey Heron 2021  planned  Peru" in table
    assert table.endswith("1 meeting and 1 exercise in 1 article\n")


@pytest.mark.parametrize("width", [72, 100, 200])
def test_the_table_keeps_within_its_width(width: int) -> None:
    long = attrs.evolve(DRILL, places=tuple(Place(f"Proving Ground {i}") for i in range(20)))
    table = events_table(attrs.evolve(CORPUS, exercises=(long,)), width=width)
    assert max(map(len, table.splitlines())) <= width


def test_words_are_whole_where_they_fit() -> None:
    """The widest column gives way first, but not below its longest word."""
    drill = attrs.evolve(
        DRILL,
        name="Antisubmarine-Counterpropaganda-2021",
        places=tuple(Place(f"Range {i}") for i in range(20)),
    )
    table = events_table(attrs.evolve(CORPUS, exercises=(drill,)), width=100)
    assert "Antisubmarine-Counterpropaganda-2021" in table
    assert max(map(len, table.splitlines())) <= 100


def test_copies_under_several_ids_are_one_source() -> None:
    other = attrs.evolve(RAW, article="b")
    merged = attrs.evolve(RAW, reports=(RAW, other))
    for text, count in (("Quill visits", "1"), ("Quill went", "2")):
        corpus = Corpus((*CORPUS.articles, Article("b", text)), meetings=(merged,))
        assert f"Lima (PE)        {count}" in events_table(corpus, width=100)
        out = io.StringIO()
        write_csv(corpus, out)
        (row,) = csv.DictReader(io.StringIO(out.getvalue()))
        assert (count, "a; b") == (row["sources"], row["articles"])


def test_words_of_an_article_cannot_steer_the_terminal() -> None:
    sly = attrs.evolve(DRILL, name="Heron\x1b[2J\n\u202e")
    table = events_table(attrs.evolve(CORPUS, exercises=(sly,)))
    assert not {"\x1b", "\u202e"} & set(table)


LONG = attrs.evolve(
    CORPUS, meetings=(attrs.evolve(RAW, participants=RAW.participants * 9),), exercises=()
)


@pytest.mark.parametrize("width", [72, 100])
@pytest.mark.parametrize("corpus", [CORPUS, LONG], ids=["short", "long"])
def test_colours_change_no_word(corpus: Corpus, width: int) -> None:
    colour = events_table(corpus, width=width, color=True)
    assert "\x1b[32mheld" in colour
    assert events_table(corpus, width=width) == re.sub(r"\x1b\[[\d;]*m", "", colour)
