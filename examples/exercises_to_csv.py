"""Detect military exercises in three short reports and print them as CSV.

The reports are invented; the first two tell of one exercise.

Run ``python examples/exercises_to_csv.py > exercises.csv``.
"""

from __future__ import annotations

import sys

from diplotext import articles, mine
from diplotext.io import write_csv

REPORTS = {
    ("2022-05-03", "Coast Post"): """
The navies of Chile and Peru began a joint exercise in the South Pacific on Monday. Four
frigates and a submarine take part in the drill, which ends on Friday.
""",
    ("2022-05-04", "Harbour Times"): """
Chile and Peru are holding a naval drill in the South Pacific this week.
""",
    ("2022-05-10", "Coast Post"): """
Kenya and Uganda will hold a military exercise near Lake Victoria in June with more than
1,200 troops, Kenya's defence ministry said.
""",
}


def main() -> None:
    corpus = mine(
        articles.detect(text, published=published, outlet=outlet)
        for (published, outlet), text in REPORTS.items()
    )
    write_csv(corpus, sys.stdout)


if __name__ == "__main__":
    main()
