"""The command ``diplotext``: ``mine`` for a table of merged events, ``detect`` for JSON Lines,
``explain`` and ``why-not`` for the rules and words behind them.

Results go to standard output, everything else to standard error. A file that cannot be
read costs one line there and the exit status 1 at the end; all others are still processed.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from diplotext import __version__
from diplotext.errors import DiplotextError, InputError

_MANY = 10  # files from which on a terminal shows a progress bar
_NAMED = 3  # ids that a warning names
_NEAREST = 5  # near misses that why-not prints


class _Told(click.Group):
    """A fault of a table, a rule or the output is one line and exit status 1, no traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        if isinstance(sys.stdout, io.TextIOWrapper):  # a Latin-1 terminal has no "ğ"
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **kwargs)
        except DiplotextError as fault:
            _tell(str(fault))
        except OSError as fault:  # but not a closed pipe: there click ends quietly by itself
            reason = (fault.strerror or str(fault)).lower()
            _tell(f"{fault.filename or 'standard output'}: {reason}")
            _give_up_output()
        sys.exit(1)


@click.group(cls=_Told, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="diplotext")
def main() -> None:
    """Meetings and military exercises from English news, every field cited.

    PATH is a text file, a .json or .jsonl file of articles, a folder of them, or - for
    standard input: JSON Lines where it opens with a brace, else one article.
    """


# What cannot be read is told by the reader of the file: click would refuse all the others too.
_file = click.Path(readable=False)
_paths = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_file)
_metadata = click.option(
    "--metadata",
    type=_file,
    metavar="FILE.jsonl",
    help='What is known beside the texts: {"id", "published", "outlet", "url", "title"} '
    "a line, id being the stem of the article's file.",
)
_registers = click.option(
    "--register",
    "registers",
    multiple=True,
    type=_file,
    metavar="FILE.tsv|.jsonl|.json",
    help="Know the actors of this file too: a table, FollowTheMoney or Popolo. May be repeated.",
)
_no_builtin = click.option(
    "--no-builtin", is_flag=True, help="Know no actors by name but those of the --register files."
)


@main.command()
@_paths
@_metadata
@_registers
@_no_builtin
@click.option(
    "-o",
    "--output",
    type=_file,
    metavar="FILE.jsonl|.csv",
    help="Write the records to a file instead of printing a table.",
)
def mine(
    paths: tuple[str, ...],
    metadata: str | None,
    registers: tuple[str, ...],
    no_builtin: bool,
    output: str | None,
) -> None:
    """Merge what all articles report and print one line for each event."""
    from diplotext.corpus import assemble
    from diplotext.io.records import write_records
    from diplotext.io.tables import event_count, events_table

    if output is not None and Path(output).suffix.lower() not in (".jsonl", ".csv"):
        raise click.BadParameter("expected a name that ends in .jsonl or .csv", param_hint="-o")
    if output is None:
        _must_be_open()
    else:
        _must_be_writable(Path(output))
    run = _Run(paths, metadata, registers, output)
    run.register = _register(registers, no_builtin)
    corpus = assemble(reading for _, reading in run.readings())
    if output is None:
        click.echo(events_table(corpus, color=_colored()), nl=False)
    else:
        write_records(corpus, Path(output))
        _tell(f"{event_count(corpus)} written to {output}")
    run.finish()


@main.command()
@_paths
@_metadata
@_registers
@_no_builtin
def detect(
    paths: tuple[str, ...], metadata: str | None, registers: tuple[str, ...], no_builtin: bool
) -> None:
    """Print what each article says, one JSON object a line.

    "event" is the id of the merged record over all input files, so that equal ids mean
    one event told by several articles.
    """
    from diplotext.corpus import assemble
    from diplotext.io.annotations import annotation, event_ids
    from diplotext.io.records import dumps

    _must_be_open()
    run = _Run(paths, metadata, registers)
    run.register = _register(registers, no_builtin)
    readings = list(run.readings())
    events = event_ids(assemble(reading for _, reading in readings))
    for _, reading in readings:
        click.echo(dumps(annotation(reading, events)))
    run.finish()


@main.command()
@_paths
@_metadata
@_registers
@_no_builtin
def explain(
    paths: tuple[str, ...], metadata: str | None, registers: tuple[str, ...], no_builtin: bool
) -> None:
    """Tell for each record of an article which rules and which words made it."""
    from diplotext.explanations import explain as explained
    from diplotext.reading.document import annotate

    _must_be_open()
    run = _Run(paths, metadata, registers)
    known = _register(registers, no_builtin)
    for article in run.articles():
        click.echo(f"{_one_line(article.id)}\n")
        for explanation in explained(annotate(article, register=known)):
            click.echo(f"{_printable(str(explanation))}\n")
    run.finish()


@main.command("why-not")
@click.argument("sentence")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day on which it was written, YYYY-MM-DD.",
)
@click.option("--dateline", metavar="PLACE", help='The place of the dateline, for "here".')
@click.option("--headline", is_flag=True, help="Read it as a headline.")
@_registers
@_no_builtin
def why_not(
    sentence: str,
    published: datetime | None,
    dateline: str | None,
    headline: bool,
    registers: tuple[str, ...],
    no_builtin: bool,
) -> None:
    """Tell which rules came nearest in a SENTENCE that gives no record, and what they lacked.

    At most five of them; the nearest comes first.
    """
    from diplotext.explanations import why_not as near_misses

    _must_be_open()
    day = published.date() if published is not None else None
    known = _register(registers, no_builtin)
    found = near_misses(
        sentence, published=day, dateline=dateline, headline=headline, register=known
    )
    if not found:
        click.echo("Nothing is missing: what its words call for is in a record.")
    for miss in found[:_NEAREST]:
        click.echo(_printable(str(miss)))
    if len(found) > _NEAREST:
        click.echo(f"and {len(found) - _NEAREST} more")


@main.command()
def schema() -> None:
    """Print the JSON Schema of the records that -o writes."""
    import json

    from diplotext.io.schema import json_schema

    _must_be_open()
    click.echo(json.dumps(json_schema(), indent=1, ensure_ascii=False))


class _Run:
    """The articles of one call of the command, and the faults met on the way."""

    def __init__(
        self,
        paths: Sequence[str],
        metadata: str | None,
        registers: Sequence[str] = (),
        output: str | None = None,
    ) -> None:
        from diplotext.io.articles import find_files, read_metadata

        self.faults = 0
        self.renamed: list[InputError] = []
        self.register: Any = None  # the built-in one
        self.known: dict[str, dict[str, Any]] = {}
        if metadata is not None:
            self.known, faults = read_metadata(Path(metadata))
            self.report(faults)
        self.metadata = metadata
        self.unmatched = dict.fromkeys(self.known)
        files, faults = find_files(paths)
        self.report(faults)
        beside = [Path(file) for file in (metadata, *registers) if file]
        if output is not None and any(_same_file(file, output) for file in (*files, *beside)):
            raise InputError(output, "is among the files to read; write to another")
        # They often lie in the folder of the articles, and are none.
        self.files = [f for f in files if not any(_same_file(f, other) for other in beside)]

    def readings(self) -> Iterator[tuple[str, Any]]:
        """Read every article; faults are told at once and counted."""
        from diplotext.corpus import read

        for article in self.articles():
            yield article.id, read(article, register=self.register)

    def articles(self) -> Iterator[Any]:
        """The article of every file that can be read."""
        from diplotext import articles
        from diplotext.io.articles import HarmlessError, read_files

        for item in read_files(self._progress(self.files)):
            if isinstance(item, HarmlessError):
                self.renamed.append(item)
                continue
            if isinstance(item, InputError):
                self.report([item])
                continue
            self.unmatched.pop(item.id, None)
            source = item.with_metadata(self.known.get(item.id, {}))
            yield articles.detect(
                source.text,
                id=source.id,
                title=source.title,
                published=source.published,
                outlet=source.outlet,
                url=source.url,
            )

    def report(self, faults: Iterable[InputError]) -> None:
        from diplotext.io.articles import HarmlessError

        for fault in faults:
            self.faults += not isinstance(fault, HarmlessError)
            _tell(str(fault))

    def finish(self) -> None:
        """Warn of ids that had to change and of metadata that nothing asked for; exit with 1
        if there were faults.
        """
        self.report(self.renamed[:_NAMED])
        if len(self.renamed) > _NAMED:
            _tell(f"more ids that were taken: {len(self.renamed) - _NAMED}")
        if self.unmatched:
            names = [f'"{name}"' for name in self.unmatched]
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            _tell(f"{self.metadata}: no article has the id {', '.join(names[:_NAMED])}{more}")
        if self.faults:
            sys.exit(1)

    def _progress(self, files: list[Path]) -> Iterable[Path]:
        if len(files) < _MANY or sys.stderr is None or not sys.stderr.isatty():
            return files
        return _bar(files)


def _bar(files: list[Path]) -> Iterator[Path]:
    with click.progressbar(files, label="reading", file=sys.stderr) as bar:
        yield from bar


def _register(files: Sequence[str], no_builtin: bool) -> Any:
    """The register that the options ask for, None for the built-in one; clashes are told."""
    if not files and not no_builtin:
        return None
    from diplotext import register

    whole = register.Register() if no_builtin else register.builtin()
    for file in files:
        whole += register.load(file)
    for clash in whole.clashes():
        _tell(str(clash))
    return whole


def _colored() -> bool:
    """https://no-color.org"""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _must_be_open() -> None:
    """Told before the work is done for nothing: ``diplotext ... >&-`` leaves no output at all."""
    if sys.stdout is None:
        raise InputError("standard output", "is closed")


def _same_file(one: Path, other: str | Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them is not there
        return False


def _must_be_writable(output: Path) -> None:
    """Told before the work, so that hours of reading are not lost at the end."""
    if not output.parent.is_dir():
        raise InputError(str(output), "no such folder")
    if output.is_dir():
        raise InputError(str(output), "is a directory")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise InputError(str(output), "permission denied")


def _tell(message: str) -> None:
    click.echo(f"diplotext: {_one_line(message)}", err=True)


def _give_up_output() -> None:
    """What is still unwritten goes nowhere, or else Python would fail once more on leaving."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _one_line(text: str) -> str:
    """A message without line breaks and control signs that a file name may hold."""
    return "".join(c if c.isprintable() else "?" for c in text)


def _printable(text: str) -> str:
    """Lines that hold words of an article, without control signs and lone surrogates."""
    return "\n".join(_one_line(line) for line in text.split("\n"))
