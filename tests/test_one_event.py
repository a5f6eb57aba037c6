"""Several short reports of one event, as users mine them: how many rows come of it, and which."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_meetings import short

from diplotext import articles, corpus


def rows(*reports: tuple[str, str]) -> list[str]:
    """The merged meetings of reports (day, text), each with the number of its sources."""
    mined = corpus.mine(
        articles.detect(text, id=f"r{n}", published=date.fromisoformat(day))
        for n, (day, text) in enumerate(reports)
    )
    return [f"{len(m.reports)} {short(m)}" for m in mined.meetings]


CASES: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "any day of a visit of which one report tells all days": (
        [
            ("2024-06-10", "Maltese President Ann Vella will visit Fiji from June 17 to June 20."),
            ("2024-06-17", "Maltese President Ann Vella arrived in Suva on Monday."),
            ("2024-06-19", "Maltese President Ann Vella visited Fiji on Wednesday."),
        ],
        ["3 visit held 2024-06-17/2024-06-20 @Suva: Ann Vella, Fiji*"],
    ),
    "expected between two days, arrived on the second": (
        [
            ("2024-06-10", "Maltese President Ann Vella will visit Fiji between June 17 and 19."),
            ("2024-06-19", "Maltese President Ann Vella arrived in Suva on Wednesday."),
            ("2024-06-19", "Maltese President Ann Vella landed in Fiji on Wednesday."),
            ("2024-06-20", "Maltese President Ann Vella flew to Suva on Wednesday."),
        ],
        ["4 visit held 2024-06-19 @Suva: Ann Vella, Fiji*"],
    ),
    "gone elsewhere after a cancelled trip": (
        [
            (
                "2024-06-18",
                (
                    "Maltese President Ann Vella arrived in Suva on Tuesday after cancelling "
                    "her trip to Tonga."
                ),
            ),
            (
                "2024-06-19",
                (
                    "Maltese President Ann Vella cancelled a stop in Tonga to make a surprise "
                    "visit to Fiji on Tuesday."
                ),
            ),
        ],
        [
            "2 visit cancelled @Tonga: Ann Vella, Tonga*",
            "2 visit held 2024-06-18 @Suva: Ann Vella, Fiji*",
        ],
    ),
    "received by a minister on arrival": (
        [
            (
                "2024-06-18",
                (
                    "Maltese President Ann Vella arrived in Suva on Tuesday. She was received by "
                    "Fijian Housing Minister Seru Tuilagi."
                ),
            ),
            (
                "2024-06-18",
                (
                    "Maltese President Ann Vella landed in Fiji on Tuesday and was greeted by the "
                    "governor of Suva, Mere Nailati."
                ),
            ),
        ],
        ["2 visit ongoing 2024-06-18 @Suva: Ann Vella, Fiji*"],
    ),
    "two visits within the month": (
        [
            ("2024-06-04", "Maltese President Ann Vella visited Fiji on June 3 and 4."),
            ("2024-06-19", "Maltese President Ann Vella visited Fiji on Wednesday."),
        ],
        [
            "1 visit held 2024-06-03/2024-06-04 @Fiji: Ann Vella, Fiji*",
            "1 visit held 2024-06-19 @Fiji: Ann Vella, Fiji*",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rows(case: str) -> None:
    reports, expected = CASES[case]
    assert rows(*reports) == expected


def test_the_first_days_of_an_exercise_and_its_last_phase_are_one_exercise() -> None:
    mined = corpus.mine(
        articles.detect(text, id=str(n), published=date(2024, 6, 20))
        for n, text in enumerate(
            (
                "Malta and Fiji opened the Cold Shield naval exercise off Suva on June 11.",
                "Cold Shield, a naval exercise of Malta and Fiji, runs from June 11 to 21.",
                "Malta and Fiji held the sea phase of the Cold Shield exercise on June 16.",
            )
        )
    )
    assert [len(e.reports) for e in mined.exercises] == [3]
    assert [e.when.edtf for e in mined.exercises if e.when] == ["2024-06-11/2024-06-21"]
