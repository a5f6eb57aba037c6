"""The timeline of one person: every meeting of Wang Yi that the seed articles tell of.

Run ``python examples/timeline.py``.
"""

from __future__ import annotations

from pathlib import Path

from diplotext import Meeting, actors, articles, mine
from diplotext.io import participant_text

SEEDS = Path(__file__).parents[1] / "seeds"
PERSON = "Wang Yi"


def takes_part(meeting: Meeting, name: str) -> bool:
    """Is somebody of that name, in whatever spelling, among the participants?"""
    names = [p.actor.name for p in meeting.participants if p.actor.kind == "person"]
    return any(n and actors.same_name(n, name).verdict == "same" for n in names)


def main() -> None:
    corpus = mine(articles.detect(f.read_bytes().decode()) for f in sorted(SEEDS.glob("*.txt")))
    own = [m for m in corpus.meetings if takes_part(m, PERSON)]
    dated = sorted((m for m in own if m.when), key=lambda m: m.when or ())
    for meeting in [*dated, *(m for m in own if not m.when)]:
        others = [p for p in meeting.participants if p.actor.name != PERSON]
        print(
            f"{meeting.when.edtf if meeting.when else 'unknown':23}",
            f"{meeting.kind:10}",
            f"{meeting.status:9}",
            ", ".join(participant_text(p) for p in others),
        )


if __name__ == "__main__":
    main()
