"""The words of the calendar as look-up tables: one dictionary, asked once a token.

Read from ``lexicon/tables/calendar.toml`` at the first use and kept, read-only.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs

from diplotext.errors import DataError
from diplotext.reading.dates.terms import PartName, Which


@attrs.frozen
class Calendar:
    """Every table of calendar.toml in the shape the grammar asks for."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, tuple[int, int]]
    deictic: Mapping[str, int]
    dayparts: frozenset[str]
    which: Mapping[str, Which]
    parts: Mapping[str, PartName]
    numbers: Mapping[str, int]
    vague: frozenset[str]
    ordinals: Mapping[str, int]
    feasts: Mapping[tuple[str, ...], Mapping[str, Any]]
    ambiguous: frozenset[str]
    names: frozenset[str]
    titles: frozenset[str]
    counted: frozenset[str]
    quantifiers: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    not_past: frozenset[str]
    future_to: frozenset[str]
    present_before_name: frozenset[str]
    called_off: frozenset[str]
    put_off: frozenset[str]
    before_month: frozenset[str]
    before_year: frozenset[str]
    no_year_after: frozenset[str]
    go_on: frozenset[str]
    counts_back: frozenset[str]
    how_long: frozenset[str]
    moved: frozenset[str]
    days: Mapping[str, int]
    """Day numbers as printed: "1", "01", "1st" ... "31st"."""
    years: Mapping[str, int]
    """"1000" to "2199"."""
    decades: Mapping[str, int]
    """"1990s" and "2000s" to their first year."""
    heads: Mapping[str, str]
    """A token that an expression may hang on -> what kind of word it is."""
    feast_heads: frozenset[str]
    """The token of each feast's name at which it is looked for."""
    feast_openers: frozenset[str]
    """What stands in front of that token, and the tokens that open a name themselves."""


@cache
def calendar() -> Calendar:
    """The tables. Raises DataError when calendar.toml is at fault."""
    source = "calendar.toml"
    path = resources.files("diplotext.lexicon") / "tables" / source
    try:
        return _build(tomllib.loads(path.read_text(encoding="utf-8")))
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as fault:
        raise DataError(source, "", f"cannot be read: {fault!r}") from fault


def _build(data: dict[str, Any]) -> Calendar:
    months = {w: n for n, forms in enumerate(data["months"].values(), 1) for w in forms}
    weekdays = {w: n for n, forms in enumerate(data["weekdays"].values()) for w in forms}
    units = {w: unit for unit, forms in data["units"].items() for w in forms}
    near = data["neighbours"]
    ordinals = dict(data["ordinals"])
    days = _days()
    years = {str(y): y for y in range(1000, 2200)}
    decades = {f"{y}s": y for y in range(1500, 2100, 10)}
    decades |= {f"{y % 100}s": y for y in range(1920, 2000, 10)} | data["decades"]
    feasts = {tuple(_feast_tokens(name)): rule for name, rule in data["feasts"].items()}
    heads: dict[str, str] = {}
    for kind, words in (
        ("ordinal", [w for w in days if not w.isdigit()]),
        ("ordinal", [w for w in ordinals if w not in ("first", "second", "third")]),
        ("year", years),
        ("decade", decades),
        ("unit", units),
        ("unit", ("daylong", "weeklong", "monthlong", "yearlong")),
        ("season", data["seasons"]),
        ("deictic", [*data["deictic"], "now", "date", "present"]),
        ("half", ("half", *(f"h{n}" for n in (1, 2)), *(f"q{n}" for n in (1, 2, 3, 4)))),
        ("half", (*(f"{n}h" for n in (1, 2)), *(f"{n}q" for n in (1, 2, 3, 4)))),
        ("numbered week", [f"w{n:02}" for n in range(1, 54)]),
        ("exercise", ("exercise",)),
        ("words", ("seventeen", "eighteen", "nineteen", "twenty", "thousand")),
        ("daypart", data["dayparts"]["words"]),
        ("slash", ("/",)),
        ("weekday", weekdays),
        ("month", months),
    ):
        heads.update(dict.fromkeys(words, kind))
    feast_at = {name: _feast_head(name, heads, feasts) for name in feasts}
    feast_heads = set(feast_at.values())
    # A head that opens some name ("christmas") is always looked at.
    openers = {name[name.index(head) - 1] for name, head in feast_at.items() if name[0] != head}
    openers |= {head for name, head in feast_at.items() if name[0] == head}
    heads |= {word: "feast" for word in feast_heads if word not in heads}
    return Calendar(
        months=months,
        weekdays=weekdays,
        units=units,
        seasons={name: (a, b) for name, (a, b) in data["seasons"].items()},
        deictic=data["deictic"],
        dayparts=frozenset(data["dayparts"]["words"]),
        which=data["which"],
        parts={w: part for part, forms in data["parts"].items() for w in forms},
        numbers=data["numbers"],
        vague=frozenset(data["vague"]["words"]),
        ordinals=ordinals,
        feasts=feasts,
        ambiguous=frozenset(data["ambiguous"]["words"]),
        names=frozenset(data["ambiguous"]["names"]),
        titles=frozenset(data["ambiguous"]["titles"]),
        counted=frozenset(data["counted"]["words"]),
        quantifiers=frozenset(data["counted"]["quantifiers"]),
        future=frozenset(data["tense"]["future"]),
        past=frozenset(data["tense"]["past"]),
        present=frozenset(data["tense"]["present"]),
        not_past=frozenset(data["tense"]["not_past"]),
        future_to=frozenset(data["tense"]["future_to"]),
        called_off=frozenset(data["tense"]["called_off"]),
        put_off=frozenset(data["tense"]["put_off"]),
        present_before_name=frozenset(data["tense"]["present_before_name"]),
        before_month=frozenset(near["before_month"]),
        before_year=frozenset(near["before_year"]),
        no_year_after=frozenset(near["no_year_after"]),
        go_on=frozenset(near["go_on"]),
        counts_back=frozenset(near["counts_back"]),
        how_long=frozenset(near["how_long"]),
        moved=frozenset(near["moved"]),
        days=days,
        years=years,
        decades=decades,
        heads=heads,
        feast_heads=frozenset(feast_heads),
        feast_openers=frozenset(openers),
    )


def _days() -> dict[str, int]:
    days: dict[str, int] = {}
    for n in range(1, 32):
        ending = "th" if 10 < n < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        days |= {str(n): n, f"{n:02}": n, f"{n}{ending}": n, f"{n:02}{ending}": n}
    return days


def _feast_head(name: tuple[str, ...], heads: Mapping[str, str], feasts: Mapping[Any, Any]) -> str:
    """The token to look for: "christmas" of "christmas eve", "friday" of "good friday".

    Never "good", "new" or "black", which stand everywhere.
    """
    if name[:1] in feasts:
        return name[0]
    return next((word for word in name if word in heads), name[0])


def _feast_tokens(name: str) -> list[str]:
    return re.sub(r"('s|(?<=s)')(?=\s|$)", r" \1", name).split()
