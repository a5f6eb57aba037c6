"""Phrases to countries on a benchmark that lies beside the project; skipped where it does not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from diplotext import actors, lexicon
from diplotext.lexicon.loader import table
from diplotext.models import Actor

FILE = Path(__file__).parents[2] / "shared" / "bench" / "ngec_actors.jsonl"
TODAY = date(2022, 6, 30)  # the day on which its holders of offices were current


def coded(actor: Actor | None) -> str | None:
    """The benchmark's code: alpha-3, or EUR, UNO and IGO for organisations."""
    if actor is None:
        return None
    state = lexicon.state(actor.country or "")
    if state is not None:
        return state.alpha_3
    whole = {row["short"]: row["part_of"] for row in table("bodies")}
    body = actor.organisation or ""
    return {"UN": "UNO", "EU": "EUR"}.get(whole.get(body) or body, "IGO")


@pytest.mark.skipif(not FILE.exists(), reason="the benchmark is not part of the project")
def test_phrases_get_their_country() -> None:
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    right = 0
    for row in rows:
        try:
            day = date.fromisoformat(row["date"])
        except ValueError:
            day = TODAY
        found = actors.side_of(row["phrase"], context=row["context"], day=day)
        right += coded(found) == row["country"]
    print(f"country right: {right / len(rows):.3f} ({right}/{len(rows)})")
    assert right / len(rows) > 0.9


@pytest.mark.parametrize(
    ("phrase", "side"),
    [
        ("two Kenyan frigates", "state:KE"),
        ("the Bundesbank", "state:DE"),
        ("Norges Bank", "state:NO"),
        ("Polish farmers", "state:PL"),
        ("the Norwegian prime minister's office", "state:NO"),
        ("Governor Greg Abbott", "state:US"),
        ("a nameless thing", None),
        ("I beg your pardon, said I", None),
        ("Malcolm X", None),
        ("", None),
    ],
)
def test_a_phrase_speaks_of_a_state(phrase: str, side: str | None) -> None:
    found = actors.side_of(phrase, day=TODAY)
    assert side == (found.id if found else None)


@pytest.mark.parametrize(
    ("phrase", "body", "home"),
    [
        ("the Houthis", "Houthis", "YE"),
        ("M23 rebels", "M23", "CD"),
        ("Shining Path", "Shining Path", "PE"),
        ("the African Union", "African Union", None),
    ],
)
def test_a_group_has_its_home(phrase: str, body: str, home: str | None) -> None:
    found = actors.side_of(phrase, day=TODAY)
    assert found is not None
    assert (f"org:{body}", body, home) == (found.id, found.organisation, found.country)


def test_context_is_asked_when_the_phrase_is_silent() -> None:
    assert actors.side_of("Jan Wilk") is None
    found = actors.side_of("Jan Wilk", context="Polish defence")
    assert found is not None
    assert "PL" == found.country
