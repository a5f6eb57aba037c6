"""The command ``diplotext``: ``mine`` for a table of merged events, ``detect`` for JSON Lines.

Results go to standard output, everything else to standard error. A file that cannot be
read costs one line there and the exit status 1 at the end; all others are still processed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from diplotext import __version__
from diplotext.errors import DiplotextError, InputError

_MANY = 10  # files from which on a terminal shows a progress bar


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="diplotext")
def main() -> None:
    """Meetings and military exercises from English news, every field cited.

    PATH is a text file, a .json or .jsonl file of articles, or a folder of them.
    """


_paths = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
_metadata = click.option(
    "--metadata",
    type=click.Path(),
    metavar="FILE.jsonl",
    help='What is known beside the texts: {"id", "published", "outlet", "url", "title"} '
    "a line, id being the stem of the article's file.",
)


@main.command()
@_paths
@_metadata
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="FILE.jsonl|.csv",
    help="Write the records to a file instead of printing a table.",
)
def mine(paths: tuple[str, ...], metadata: str | None, output: str | None) -> None:
    """Merge what all articles report and print one line for each event."""
    from diplotext.corpus import assemble
    from diplotext.io.records import write_records
    from diplotext.io.tables import events_table

    if output is not None and Path(output).suffix.lower() not in (".jsonl", ".csv"):
        raise click.BadParameter("expected a name that ends in .jsonl or .csv", param_hint="-o")
    run = _Run(paths, metadata)
    with _told():
        corpus = assemble(reading for _, reading in run.readings())
        if output is None:
            click.echo(events_table(corpus, color=sys.stdout.isatty()), nl=False)
        else:
            write_records(corpus, Path(output))
            counts = f"{len(corpus.meetings)} meetings and {len(corpus.exercises)} exercises"
            click.echo(f"diplotext: {counts} written to {output}", err=True)
    run.finish()


@main.command()
@_paths
@_metadata
def detect(paths: tuple[str, ...], metadata: str | None) -> None:
    """Print what each article says, one JSON object a line.

    "event" is the id of the merged record over all input files, so that equal ids mean
    one event told by several articles.
    """
    from diplotext.corpus import assemble
    from diplotext.io.annotations import annotation, event_ids
    from diplotext.io.records import dumps

    run = _Run(paths, metadata)
    with _told():
        readings = list(run.readings())
        events = event_ids(assemble(reading for _, reading in readings))
        for _, reading in readings:
            click.echo(dumps(annotation(reading, events)))
    run.finish()


@main.command()
def schema() -> None:
    """Print the JSON Schema of the records that -o writes."""
    import json

    from diplotext.io.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=1, ensure_ascii=False))


class _Run:
    """The articles of one call of the command, and the faults met on the way."""

    def __init__(self, paths: Sequence[str], metadata: str | None) -> None:
        from diplotext.io.articles import find_files, read_metadata

        self.faults = 0
        self.known: dict[str, dict[str, Any]] = {}
        if metadata is not None:
            self.known, faults = read_metadata(Path(metadata))
            self.report(faults)
        self.files, faults = find_files(paths)
        self.report(faults)

    def readings(self) -> Iterator[tuple[str, Any]]:
        """Read every article; faults are told at once and counted."""
        from diplotext import articles
        from diplotext.corpus import read
        from diplotext.io.articles import read_files

        for item in read_files(self._progress(self.files)):
            if isinstance(item, InputError):
                self.report([item])
                continue
            source = item.with_metadata(self.known.get(item.id, {}))
            article = articles.detect(
                source.text,
                id=source.id,
                title=source.title,
                published=source.published,
                outlet=source.outlet,
                url=source.url,
            )
            yield source.id, read(article)

    def report(self, faults: Iterable[InputError]) -> None:
        for fault in faults:
            self.faults += 1
            click.echo(f"diplotext: {_one_line(str(fault))}", err=True)

    def finish(self) -> None:
        if self.faults:
            sys.exit(1)

    def _progress(self, files: list[Path]) -> Iterable[Path]:
        if len(files) < _MANY or not sys.stderr.isatty():
            return files
        return _bar(files)


def _bar(files: list[Path]) -> Iterator[Path]:
    with click.progressbar(files, label="reading", file=sys.stderr) as bar:
        yield from bar


class _told:  # noqa: N801 - used like a keyword
    """A fault of a table, rule or output file is one line and exit status 1, no traceback."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, fault: BaseException | None, trace: object) -> None:
        if isinstance(fault, DiplotextError):
            click.echo(f"diplotext: {_one_line(str(fault))}", err=True)
            sys.exit(1)


def _one_line(text: str) -> str:
    """A message without line breaks and control signs that a file name may hold."""
    return "".join(c if c.isprintable() else "?" for c in text)


if __name__ == "__main__":
    main(prog_name="diplotext")
