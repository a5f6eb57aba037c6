"""The floors of the house: imports go down only, and the front door is light."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import diplotext

SOURCE = Path(__file__).parents[1] / "src" / "diplotext"

# From the ground up. A module stands on the floor of the longest name that fits it, and may
# import from its own floor and from those below it.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors", "dateranges", "models"),
    ("lexicon",),
    ("romanisations",),
    ("spellings", "register"),
    ("reading",),
    ("rules",),
    ("merging", "events"),
    ("articles", "actors", "meetings", "exercises", "dates"),
    ("explanations", "nearmisses", "lacks"),
    ("corpus",),
    ("io",),
    ("cli", "__main__"),
)
LEVEL = {name: level for level, names in enumerate(FLOORS) for name in names}
FILES = sorted(p for p in SOURCE.rglob("*.py") if p != SOURCE / "__init__.py")


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, module below diplotext) of each import, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "diplotext":
                    yield node.lineno, alias.name.partition(".")[2]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            if node.module == "diplotext":
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif node.module and node.module.startswith("diplotext."):
                yield node.lineno, node.module.partition(".")[2]


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_every_module_has_a_floor(path: Path) -> None:
    assert module_of(path).split(".")[0] in LEVEL


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_imports_go_down_only(path: Path) -> None:
    own = LEVEL[module_of(path).split(".")[0]]
    up = [
        f"{path.name}:{line} imports {name}"
        for line, name in imports(path)
        if name not in ("", "__version__") and LEVEL[name.split(".")[0]] > own
    ]
    assert [] == up


def test_the_test_sees_what_it_should() -> None:
    """Imports within functions and of names from the package itself count."""
    found = {name for _, name in imports(SOURCE / "cli.py")}
    assert {"corpus", "errors", "io.records", "__version__"} <= found


def test_the_front_door_is_light() -> None:
    """``import diplotext`` loads neither nltk nor a table library, and no table."""
    code = (
        "import sys, diplotext\n"
        "heavy = {'nltk', 'pandas', 'pyarrow', 'duckdb', 'numpy', 'scipy', 'msgspec', 'rich',"
        " 'click', 'regex', 'rapidfuzz', 'anyascii'}\n"
        "print(sorted(heavy & {m.split('.')[0] for m in sys.modules}))\n"
        "print(sorted(m for m in sys.modules if m.startswith('diplotext.')))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(diplotext.__file__).parents[1])},
    ).stdout.splitlines()
    assert "[]" == run[0]
    assert "['diplotext.dateranges', 'diplotext.errors', 'diplotext.models']" == run[1]


def test_the_door_opens_every_room() -> None:
    for name in diplotext.__all__:
        room = getattr(diplotext, name)
        assert room is not None
        if isinstance(room, ModuleType):  # "from diplotext import x" is "import diplotext.x"
            assert f"diplotext.{name}" == room.__name__
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        diplotext.nonsense  # noqa: B018
