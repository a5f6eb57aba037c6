"""Other rounds of the talks that a text is about: own sentences with the records behind them."""

from __future__ import annotations

import pytest
from tests.test_meetings import detect, short

TOLD = "Malta and Fiji held the sixth round of their fishery talks in Suva on Monday. "
SIXTH = "talks held 2024-06-17 @Suva: Malta, Fiji"

OTHERS: dict[str, str] = {
    "The fifth, in Valletta in May, ended without a deal.": "talks held 2024-05 @Valletta",
    "The last one, in Valletta in May, brought nothing.": "talks held 2024-05 @Valletta",
    "Their previous one was held in Valletta in May.": "talks held 2024-05 @Valletta",
    "The next is to be held in Valletta in July.": "talks planned 2024-07 @Valletta",
    "The seventh will take place in Valletta in July.": "talks planned 2024-07 @Valletta",
    "The joint commission last met in Valletta in 2022.": "talks held 2022 @Valletta",
    "The working group had last convened in Valletta in May.": "talks held 2024-05 @Valletta",
    "The parties agreed to reconvene in Valletta on July 5.": "talks planned 2024-07-05 @Valletta",
    "Several were held before, the most recent of which took place in Valletta in May.": (
        "talks held 2024-05 @Valletta"
    ),
    "They reviewed the deals struck at the committee's tenth meeting, which was held in Valletta "
    "in May.": "talks held 2024-05 @Valletta",
}

NONE: list[str] = [
    "The first, signed in Valletta in May, is about tuna.",
    "The last minister in Valletta in May was a sailor.",
    "The troika met in Valletta in May.",
    "The commission first met in 1986.",
    "The first said in Valletta in May that tuna was scarce.",
]

WHOLE: dict[str, list[str]] = {
    "Working groups of Malta and Fiji met in Suva on Monday.": [SIXTH],
    "The joint working group of Malta and Fiji met in Suva on Monday.": [SIXTH],
    "The joint commission of Malta and Fiji, which last sat in Valletta in 2009, met in Suva on "
    "Monday.": ["talks held 2009 @Valletta: Malta, Fiji", SIXTH],
    "Malta and Fiji held a second round of talks in Suva on Monday, following the first in "
    "Valletta on May 3.": [SIXTH, "talks held 2024-05-03 @Valletta: Malta, Fiji"],
    "UN envoy Ana Diaz will see Maltese President Ann Vella and Fijian Premier Will Rojas in New "
    "York on Friday. An earlier trilateral meeting, in May, failed.": [
        "talks planned 2024-06-21 @New York: Ana Diaz, Ann Vella, Will Rojas",
        "talks held 2024-05: UN, Malta, Fiji",
    ],
}


@pytest.mark.parametrize("text", OTHERS)
def test_another_round_is_of_the_same_sides(text: str) -> None:
    assert [short(m) for m in detect(TOLD + text)] == [SIXTH, OTHERS[text] + ": Malta, Fiji"]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_round(text: str) -> None:
    assert [short(m) for m in detect(TOLD + text)] == [SIXTH]


@pytest.mark.parametrize("text", WHOLE)
def test_rounds_of_panels(text: str) -> None:
    assert [short(m) for m in detect(text)] == WHOLE[text]
