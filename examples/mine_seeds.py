"""Mine the seed articles and print every meeting that more than one of them reports.

Run ``python examples/mine_seeds.py``.
"""

from __future__ import annotations

from pathlib import Path

from diplotext import Corpus, Meeting, articles, mine
from diplotext.corpus import conflicts
from diplotext.io import main_quote, participant_text

SEEDS = Path(__file__).parents[1] / "seeds"


def seeds() -> Corpus:
    """All seed articles, read and merged; each article's id is the stem of its file."""
    files = sorted(SEEDS.glob("*.txt"))
    return mine(articles.detect(f.read_bytes().decode(), id=f.stem) for f in files)


def show(meeting: Meeting) -> None:
    """One merged meeting: its best values, its reports, and where they disagree."""
    who = ", ".join(participant_text(p) for p in meeting.participants)
    when = meeting.when.edtf if meeting.when else "day unknown"
    where = meeting.place.name if meeting.place else "place unknown"
    print(f"{meeting.kind}, {meeting.status}: {who}; {where}; {when}")
    for report in meeting.reports:
        print(f"  {report.article[:3]}: {main_quote(report)!r}")
    for conflict in conflicts(meeting):
        print(f"  ! {conflict.text}")


def main() -> None:
    for meeting in seeds().meetings:
        if len({report.article for report in meeting.reports}) > 1:
            show(meeting)


if __name__ == "__main__":
    main()
