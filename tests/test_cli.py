"""The command: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import diplotext
from diplotext import __version__
from diplotext.cli import main
from diplotext.io import read_records

SEEDS = Path(__file__).parents[1] / "seeds"
STORY = (
    "OSLO, May 3 (Reuters) - Norwegian Foreign Minister Ada Quill arrived in Peru on Monday for a "
    "three-day visit. She met Peruvian Foreign Minister Ivo Marsh in Lima."
)
DRILL = "The navies of Norway and Peru began joint exercise Grey Heron 2021 in the Baltic Sea."


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in args], catch_exceptions=False)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_detect_prints_one_object_for_each_article() -> None:
    result = run("detect", SEEDS)
    assert 0 == result.exit_code, result.stderr
    rows = lines(result)
    assert sorted(p.stem for p in SEEDS.glob("*.txt")) == [row["id"] for row in rows]
    assert {"id", "published", "persons", "meetings", "exercises"} <= rows[0].keys()


def test_evidence_in_the_output_is_the_text_at_its_offsets() -> None:
    for row in lines(run("detect", SEEDS)):
        text = (SEEDS / f"{row['id']}.txt").read_bytes().decode()
        for record in [*row["meetings"], *row["exercises"]]:  # type: ignore[misc]
            for found in record["evidence"]:
                assert found["quote"] == text[found["start"] : found["end"]]
            assert record["quote"] in text


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        (STORY, ["stdin"]),
        (
            json.dumps({"text": STORY}) + "\n" + json.dumps({"text": DRILL, "id": "b"}),
            ["stdin-1", "b"],
        ),
        (json.dumps([{"text": STORY}, {"text": DRILL, "id": "b"}]), ["stdin-1", "b"]),
        (json.dumps({"text": STORY, "id": "a"}, indent=2), ["a"]),
        ("[] Correction", ["stdin"]),
        ("", ["stdin"]),
    ],
)
def test_a_dash_is_standard_input(given: str, ids: list[str]) -> None:
    result = CliRunner().invoke(main, ["detect", "-"], input=given, catch_exceptions=False)
    assert 0 == result.exit_code, result.stderr
    assert ids == [row["id"] for row in lines(result)]


def test_standard_input_that_is_binary_or_closed_is_one_line() -> None:
    result = CliRunner().invoke(main, ["detect", "-"], input=b"a\0b", catch_exceptions=False)
    assert (1, 1) == (result.exit_code, result.stderr.count("\n"))
    assert "standard input: binary" in result.stderr
    command = f"exec {sys.executable} -m diplotext detect - <&-"
    closed = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (1, "diplotext: standard input: is closed\n") == (closed.returncode, closed.stderr)


def test_metadata_reaches_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    meta = tmp_path / "meta" / "m.jsonl"
    meta.parent.mkdir()
    meta.write_text('{"id": "a", "published": "2021-05-03", "outlet": "Post"}', encoding="utf-8")
    (row,) = lines(run("detect", tmp_path / "a.txt", "--metadata", meta))
    assert ("2021-05-03", "metadata", "Post") == (
        row["published"], row["published_basis"], row["outlet"],
    )  # fmt: skip


def test_one_event_told_twice_has_one_event_id(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(STORY, encoding="utf-8")
    meta = tmp_path / "meta.jsonl"
    meta.write_text(
        '{"id": "a", "published": "2021-05-03"}\n{"id": "b", "published": "2021-05-04"}',
        encoding="utf-8",
    )
    one, other = lines(run("detect", tmp_path / "a.txt", tmp_path / "b.txt", "--metadata", meta))
    visits = [
        {m["event"] for m in row["meetings"] if m["kind"] == "visit"}  # type: ignore[attr-defined]
        for row in (one, other)
    ]
    assert visits[0]
    assert visits[0] == visits[1]


def test_mine_prints_a_table() -> None:
    result = run("mine", SEEDS)
    assert 0 == result.exit_code
    assert "Wang Yi" in result.stdout
    assert result.stdout.rstrip().endswith("in 5 articles")
    assert "" == result.stderr


def test_mine_writes_records(tmp_path: Path) -> None:
    for name in ("out.jsonl", "out.csv"):
        result = run("mine", SEEDS, "-o", tmp_path / name)
        assert 0 == result.exit_code
        assert "" == result.stdout
        assert f"written to {tmp_path / name}" in result.stderr
    corpus = read_records(tmp_path / "out.jsonl")
    assert 5 == len(corpus.articles)
    rows = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert len(corpus.meetings) + len(corpus.exercises) + 1 == len(rows)


def test_counts_are_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRILL, encoding="utf-8")
    result = run("mine", tmp_path / "a.txt", "-o", tmp_path / "out.csv")
    assert "diplotext: 0 meetings and 1 exercise written to" in result.stderr


def test_ids_do_not_depend_on_the_folder(tmp_path: Path) -> None:
    outputs = []
    for top in ("here", "there"):
        for name, text in (("a", STORY), ("b", f"{STORY} She left."), ("c", STORY)):
            (tmp_path / top / name).mkdir(parents=True)
            (tmp_path / top / name / "x.txt").write_text(text, encoding="utf-8")
        assert 0 == run("mine", tmp_path / top, "-o", tmp_path / f"{top}.jsonl").exit_code
        outputs.append((tmp_path / f"{top}.jsonl").read_bytes())
    assert outputs[0] == outputs[1]
    corpus = read_records(tmp_path / "here.jsonl")
    assert ["x", "x-2", "x-3"] == [article.id for article in corpus.articles]
    texts = {article.id: article.text for article in corpus.articles}
    for report in (r for m in corpus.meetings for r in m.reports):
        for found in report.evidence:
            assert found.quote == found.span.of(texts[report.article])


def test_metadata_that_fits_nothing_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    meta = tmp_path / "meta.jsonl"
    rows = [{"id": "a", "outlet": "Star"}, {"id": "a", "outlet": "Post"}]
    rows += [{"id": f"no{i}"} for i in range(5)]
    meta.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = run("detect", tmp_path / "a.txt", "--metadata", meta)
    assert 0 == result.exit_code
    assert ["Post"] == [row["outlet"] for row in lines(result)]
    assert [
        f'diplotext: {meta}:2: has the id "a" again; this line counts',
        f'diplotext: {meta}: no article has the id "no0", "no1", "no2" and 2 more',
    ] == result.stderr.splitlines()


def test_metadata_that_is_no_json_lines_costs_one_line(tmp_path: Path) -> None:
    meta = tmp_path / "meta.csv"
    meta.write_text("id,published\na,2021-05-03\nb,2021-05-04\n", encoding="utf-8")
    result = run("detect", SEEDS, "--metadata", meta)
    assert 1 == result.exit_code
    assert 5 == len(lines(result))
    assert [f"diplotext: {meta}: no line of it is a JSON object"] == [
        line.partition(";")[0] for line in result.stderr.splitlines()
    ]


def test_a_misspelt_field_of_metadata_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    meta = tmp_path / "meta.jsonl"
    meta.write_text('{"id": "a", "date": "2021-05-03"}\n' * 2, encoding="utf-8")
    result = run("detect", tmp_path / "a.txt", "--metadata", meta)
    assert 0 == result.exit_code
    assert 1 == result.stderr.count('the field "date" is not read')


def test_articles_with_one_id_are_told(tmp_path: Path) -> None:
    for name in "abcde":
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(STORY, encoding="utf-8")
    result = run("detect", tmp_path)
    assert 0 == result.exit_code
    assert ["x", "x-2", "x-3", "x-4", "x-5"] == [row["id"] for row in lines(result)]
    told = result.stderr.splitlines()
    assert told[0] == (
        f'diplotext: {tmp_path / "b" / "x.txt"}: the id "x" is taken, here it is "x-2"'
    )
    assert ["diplotext: more ids that were taken: 1"] == told[3:]


def test_metadata_may_lie_among_the_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    meta = tmp_path / "known.jsonl"
    meta.write_text('{"id": "a", "outlet": "Post"}', encoding="utf-8")
    result = run("detect", tmp_path, "--metadata", meta)
    assert (0, "") == (result.exit_code, result.stderr)
    assert ["Post"] == [row["outlet"] for row in lines(result)]


def test_what_was_read_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": STORY}), encoding="utf-8")
    before = file.read_bytes()
    result = run("mine", tmp_path, "-o", file)
    assert 1 == result.exit_code
    assert f"diplotext: {file}: is among the files to read; write to another\n" == result.stderr
    assert before == file.read_bytes()


def command(arguments: str) -> subprocess.CompletedProcess[bytes]:
    """``diplotext`` in a shell of its own, for what CliRunner puts in the way of."""
    source = str(Path(diplotext.__file__).parents[1])
    return subprocess.run(
        f"{sys.executable} -m diplotext {arguments}",
        shell=True,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": source, "PYTHONIOENCODING": "latin-1"},
    )


@pytest.mark.parametrize("name", ["mine", "detect", "explain", "schema", "why-not"])
def test_a_closed_output_is_one_line(name: str) -> None:
    what = {"schema": "", "why-not": "'They met.'"}.get(name, str(SEEDS))
    done = command(f"{name} {what} >&-")
    assert (1, b"diplotext: standard output: is closed\n") == (done.returncode, done.stderr)


def test_a_narrow_encoding_and_closed_errors_lose_nothing(tmp_path: Path) -> None:
    text = STORY.replace("Ada Quill", "Ada Kuğu")
    for i in range(11):  # as many as show a progress bar
        (tmp_path / f"{i}.txt").write_text(text, encoding="utf-8")
    done = command(f"mine {tmp_path} 2>&-")
    assert 0 == done.returncode
    assert rb"Ada Ku\u011fu (NO)" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [("mine", SEEDS), ("detect", SEEDS), ("schema",), ("-h",)])
def test_a_full_disk_is_one_line(command: tuple[str | Path, ...]) -> None:
    source = str(Path(diplotext.__file__).parents[1])
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "diplotext", *map(str, command)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": source},
        )
    assert (1, "diplotext: standard output: no space left on device\n") == (
        done.returncode, done.stderr,
    )  # fmt: skip


def test_bad_files_cost_a_line_each_and_the_exit_status(tmp_path: Path) -> None:
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\x00")
    (tmp_path / "latin.txt").write_bytes("Médici".encode("latin-1"))
    result = run("detect", tmp_path / "gone\n.txt", tmp_path, SEEDS)
    assert 1 == result.exit_code
    assert 5 == len(lines(result))
    told = result.stderr.splitlines()
    assert 3 == len(told)
    assert all(t.startswith("diplotext: ") for t in told)
    for name in ("gone?.txt: no such file", "image.txt: binary", "latin.txt: not UTF-8"):
        assert name in result.stderr


def test_bad_metadata_is_told_and_the_articles_still_read(tmp_path: Path) -> None:
    result = run("detect", SEEDS, "--metadata", tmp_path / "none.jsonl")
    assert 1 == result.exit_code
    assert 5 == len(lines(result))
    assert "none.jsonl: no such file" in result.stderr


def test_wrong_use_is_refused_before_any_work(tmp_path: Path) -> None:
    assert 2 == run("mine").exit_code
    result = run("mine", SEEDS, "-o", tmp_path / "out.xlsx")
    assert 2 == result.exit_code
    assert ".jsonl or .csv" in result.stderr
    result = run("mine", tmp_path / "gone.txt", "-o", tmp_path / "no" / "out.csv")
    assert 1 == result.exit_code
    assert f"diplotext: {tmp_path / 'no' / 'out.csv'}: no such folder\n" == result.stderr
    (tmp_path / "out.csv").mkdir()
    result = run("mine", SEEDS, "-o", tmp_path / "out.csv")
    assert f"diplotext: {tmp_path / 'out.csv'}: is a directory\n" == result.stderr


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\x01" * 50, "word" * 20_000, "<p>Ҳ &amp; \u202eABC 😀</p>", "\ufeff\ufeff"],
    ids=["empty", "newline", "controls", "no space", "html", "marks"],
)
def test_any_text_gives_a_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(text, encoding="utf-8")
    result = run("detect", tmp_path)
    assert 0 == result.exit_code
    assert ["odd"] == [row["id"] for row in lines(result)]
    assert 0 == run("mine", tmp_path).exit_code


def test_lone_surrogates_from_json_give_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": "\ud800 " + STORY}), encoding="utf-8")
    assert ["a"] == [row["id"] for row in lines(run("detect", tmp_path))]


def test_version_help_and_schema() -> None:
    assert __version__ in run("--version").stdout
    assert "--metadata" in run("detect", "-h").stdout
    assert "$defs" in json.loads(run("schema").stdout)


def test_the_command_runs_as_a_module_and_ends_with_the_pipe() -> None:
    """``diplotext mine ... | head -1`` ends without a traceback."""
    code = f"{sys.executable} -m diplotext detect {SEEDS} | head -c 1"
    source = str(Path(diplotext.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": source}
    done = subprocess.run(
        code, shell=True, capture_output=True, text=True, check=True, env=environment
    )
    assert "{" == done.stdout
    assert "Traceback" not in done.stderr
