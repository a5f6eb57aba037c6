"""README, docs and examples say what is so: their code runs, the output they show is real.

Fenced ``python`` blocks are executed, those with ``>>>`` as doctests; the blocks of one page share
their names. A ``text`` block behind ``<!-- output: COMMAND -->`` must hold what the command prints
(``diplotext ...`` or ``examples/NAME.py``). ``python -m pytest --update-golden`` rewrites these.
"""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from diplotext import mine
from diplotext.cli import main
from diplotext.rules.loading import _KEYS as KEYS
from test_imports import FLOORS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CI = ROOT / ".ci" / "run"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
SHOWN = re.compile(
    r"(<!-- output: (.+?)(?:; only (.+?))? -->\n+```text\n)(.*?)(^```$)", re.M | re.S
)
WIDTH = "100"  # columns of the tables shown


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str) -> Iterator[tuple[int, str]]:
    """(line on which the block begins, its text) of each fenced block in that language."""
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        if found[1] == language:
            yield text.count("\n", 0, found.start(2)) + 1, found[2]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_python_on_the_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": "page"}
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    told: list[str] = []
    for line, code in blocks(page, "python"):
        if ">>>" in code:
            test = doctest.DocTestParser().get_doctest(code, {}, page.name, name_of(page), line - 1)
            test.globs = names
            runner.run(test, out=told.append, clear_globs=False)
        else:
            exec(compile("\n" * (line - 1) + code, str(page), "exec"), names)
    assert not told, "".join(told)


# --- output that is shown ----------------------------------------------------------------------


@cache
def output(command: str) -> str:
    """What the command prints, run at the top of the project."""
    first, *arguments = shlex.split(command)
    if first == "diplotext":
        result = CliRunner().invoke(main, arguments, catch_exceptions=False, env={"COLUMNS": WIDTH})
        assert 0 == result.exit_code, result.stderr
        return result.stdout
    assert first.startswith("examples/"), f"no such command: {command}"
    return run_example(ROOT / first)


def run_example(file: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-W", "error", str(file)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


def several_sources(printed: str) -> str:
    """The meetings that name two sources and more, "..." where others stood; all exercises."""
    kept: list[str] = []
    rows, keep, every = False, True, False
    for line in printed.splitlines():
        if line.startswith("---"):
            rows = True
        elif not line:
            rows, keep = False, True
        elif line == "Military exercises":
            every = True
        elif rows and not line.startswith(" "):  # a row; its other lines are indented
            keep = every or not line.endswith(" 1")
            if not keep and kept[-1] != "...":
                kept.append("...")
        if keep:
            kept.append(line)
    return "\n".join(kept) + "\n"


def first_record(printed: str) -> str:
    """Up to the first empty line."""
    return printed.partition("\n\n")[0] + "\n"


SELECTIONS = {
    "meetings of several sources": several_sources,
    "the first record": first_record,
}


def shown(found: re.Match[str]) -> str:
    """The block as it should be; lines that begin with "$" are the reader's input."""
    typed = "".join(x + "\n" for x in found[4].splitlines() if x.startswith("$"))
    printed = output(found[2])
    if found[3]:
        printed = SELECTIONS[found[3]](printed)
    return f"{found[1]}{typed}{printed.rstrip()}\n{found[5]}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_output_on_the_page_is_real(
    page: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    assert text.count("<!-- output:") == len(SHOWN.findall(text)), "a block is not written as above"
    current = SHOWN.sub(shown, text)
    if request.config.getoption("--update-golden"):
        if current != text:
            page.write_text(current, encoding="utf-8", newline="\n")
        return
    assert current == text, "output has changed; if that is right: python -m pytest --update-golden"


# --- commands, examples, rules -----------------------------------------------------------------


def test_readme_has_the_two_commands_that_ci_runs() -> None:
    """``.ci/run`` takes each from README: one line that installs from the checkout, then runs."""
    commands = [line for _, block in blocks(README, "sh") for line in block.splitlines()]
    for name, at_end in (("diplotext mine seeds", "diplotext mine seeds/"), ("pytest", "pytest")):
        wanted = re.compile(f"pip install .*{name}")
        in_text = [x for x in README.read_text("utf-8").splitlines() if wanted.search(x)]
        assert 1 == len(in_text), f"one line with 'pip install' and {name!r}, found {in_text}"
        assert in_text[0] in commands, "it stands in a block of its own"
        assert in_text[0].startswith("python3 -m venv "), "a fresh machine has only Python and pip"
        assert in_text[0].endswith(at_end)
        if CI.exists():  # not in the source distribution
            assert f"'{name}'" in CI.read_text("utf-8")


def test_commands_on_the_pages_exist() -> None:
    """Each ``diplotext NAME`` in a shell block is a command, each option one of its options."""
    for page in PAGES:
        for line, block in [*blocks(page, "sh"), *blocks(page, "console")]:
            for name, rest in re.findall(r"(?:^|[/ ])diplotext ([\w-]+)([^|&\n]*)", block, re.M):
                command = main.commands.get(name)
                assert command is not None, f"{name_of(page)}:{line}: diplotext {name}"
                known = {o for p in command.params for o in p.opts}
                used = set(re.findall(r"(?<=\s)--?[a-z]+", rest))
                assert used <= known, f"{name_of(page)}:{line}: {used - known}"


@pytest.mark.parametrize("file", EXAMPLES, ids=name_of)
def test_examples_run(file: Path) -> None:
    assert run_example(file).strip()


def test_every_example_is_in_the_docs() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [] == [file.name for file in EXAMPLES if file.name not in pages]


@pytest.mark.parametrize(
    "name",
    [
        "diplotext",
        *(f"diplotext.{noun}" for noun in ("actors", "corpus", "dates", "explanations", "io")),
        "diplotext.register",
    ],
)
def test_every_public_name_is_in_the_reference(name: str) -> None:
    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"auto\w+:: [\w.]*?(\w+)$", text, re.M))
    shown |= {"DataError", "DiplotextError", "InputError"}  # members of the module "errors"
    room = importlib.import_module(name)
    aliases = {"Basis", "Precision", "ItemKind", "__version__"}
    assert set() == set(room.__all__) - shown - aliases


def test_every_field_and_value_is_in_the_codebook() -> None:
    """Fields and values of the records are explained where a reader looks for them."""
    from typing import get_args

    import attrs

    from diplotext import Actor, Article, Meeting, MilitaryExercise, Participant, models

    text = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    wanted = {
        field.name
        for record in (Article, Actor, Participant, Meeting, MilitaryExercise)
        for field in attrs.fields(record)
    }
    for kind in ("MeetingKind", "Status", "Capacity", "Domain", "ActorKind", "PublishedBasis"):
        wanted |= set(get_args(getattr(models, kind)))
    assert set() == {name for name in wanted if f"`{name}`" not in text}


def test_the_page_on_design_names_the_floors() -> None:
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    table = text.partition("| floor |")[2].partition("\n\n")[0].splitlines()[2:]
    shown = [set(re.findall(r"`(\w+)`", row)) for row in table]
    assert [set(names) for names in FLOORS] == shown[::-1]


def test_fields_said_to_be_unread_are_empty() -> None:
    """The codebook lists what no code fills yet; whoever fills one takes it off the list."""
    text = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    listed = text.partition("not read from the text yet:")[2].partition("\n\n")[0]
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    corpus = mine(texts)
    for record in (*corpus.meetings, *corpus.exercises):
        for name in re.findall(r"`(\w+)`", listed):
            assert not getattr(record, name, None), name


def test_the_page_on_rules_names_every_key() -> None:
    text = (ROOT / "docs" / "howto-add-a-rule.md").read_text(encoding="utf-8")
    idle = {"phrase", "format"}  # accepted, but no rule uses them
    assert set() == {key for key in KEYS - idle if f"`{key}`" not in text}
