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
    "joint drills in Russia with ", "visited Russia and ", "he met him. ", '"he said ',
    "the minister said that he would go to the house and ", "Wang Yi will visit Russia. ",
    "Wang Yi met Sergei Lavrov in Moscow on Monday. ", "He met Wang Yi. ",
    "held talks in Moscow with Lavrov on Monday ", "The NATO defence ministers met in Brussels. ",
    "Russia and China began joint naval drills in the Sea of Japan on Monday. ",
)  # fmt: skip
NESTS = (('Wang Yi (met "', "Lavrov", '")'),)
"""Opening, middle and closing: each opening is closed again."""


def seconds(text: str) -> float:
    """Time of the whole detection of one text."""
    begin = time.perf_counter()
    document = annotate(articles.detect(text))
    meetings.detect(document)
    exercises.detect(document)
    return time.perf_counter() - begin


def main(size: int) -> None:
    seconds("The talks began.")  # loads the tables
    print(f"{'piece':30} {size // 4:>10} {size:>10}  ratio (4 is linear)")
    for piece in PIECES:
        _show(piece, *(seconds(piece * (n // len(piece))) for n in (size // 4, size)))
    for before, middle, after in NESTS:
        times = [n // len(before + after) for n in (size // 4, size)]
        _show(before, *(seconds(before * n + middle + after * n) for n in times))


def _show(piece: str, short: float, long: float) -> None:
    print(f"{piece[:26]!r:30} {short:10.2f} {long:10.2f}  {long / max(short, 1e-6):.1f}")


if __name__ == "__main__":
    main(int(float(sys.argv[1] if len(sys.argv) > 1 else 0.2) * 1_000_000))
