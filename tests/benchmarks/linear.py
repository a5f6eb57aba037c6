"""Seconds that awkward long texts take at two sizes: the ratio shows whether time is linear.

Run from the project's folder: ``python tests/benchmarks/linear.py [MEGABYTES]``.
"""

from __future__ import annotations

import sys
import time

from diplotext import articles, exercises, meetings
from diplotext.reading.document import annotate

PIECES = (
    "x", "A. ", "\n", "Ab\n", "(", "OSLO, ", "[a ", "date 2023-09-18 ", "Mr. ", '." ', "U.S. ",
    "2023", "May 3, 5, ", "1/2/", "Name ", "the ", "Minister ", "Paris and ", "he said ",
)  # fmt: skip


def seconds(text: str) -> float:
    """Time of the whole detection of one text."""
    begin = time.perf_counter()
    document = annotate(articles.detect(text))
    meetings.detect(document)
    exercises.detect(document)
    return time.perf_counter() - begin


def main(size: int) -> None:
    seconds("The talks began.")  # loads the tables
    print(f"{'piece':20} {size // 4:>10} {size:>10}  ratio (4 is linear)")
    for piece in PIECES:
        short, long = (seconds(piece * (n // len(piece))) for n in (size // 4, size))
        print(f"{piece!r:20} {short:10.2f} {long:10.2f}  {long / max(short, 1e-6):.1f}")


if __name__ == "__main__":
    main(int(float(sys.argv[1] if len(sys.argv) > 1 else 0.2) * 1_000_000))
