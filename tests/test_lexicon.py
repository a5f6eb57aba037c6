"""The linter of all word tables: form, sources, codes, years, and no name claimed twice unsaid."""

from __future__ import annotations

import re
from collections import defaultdict
from importlib import resources
from itertools import pairwise

import pytest

from diplotext import lexicon
from diplotext.lexicon.aliases import builtin
from diplotext.lexicon.loader import Row, read_table, table, values
from diplotext.lexicon.spellings import fold, forms

FOLDER = resources.files("diplotext.lexicon") / "tables"
FILES = {f.name: f for f in FOLDER.iterdir() if f.name.endswith(".tsv")}
TABLES = [
    "ambiguous", "bodies", "body_members", "body_seats", "forces", "given_names", "metonyms",
    "offices", "outlets", "persons", "phrases", "places", "series", "state_codes", "state_names",
    "states", "titles",
]  # fmt: skip

VOCABULARY = {
    ("bodies", "kind"): {
        "international", "regional", "alliance", "grouping", "institution", "court", "armed-group",
    },
    ("forces", "domain"): {"land", "naval", "air", "missile", "joint", "coast-guard"},
    ("metonyms", "kind"): {"seat", "house", "institution"},
    ("offices", "level"): (LEVELS := {
        "head-of-state", "head-of-government", "foreign", "defence", "minister", "deputy-minister",
        "security-adviser", "envoy", "ambassador", "military", "spokesperson", "legislator",
        "party", "monarchy", "intelligence", "body-head", "other", "generic",
    }),
    ("offices", "scope"): {"state", "body", "both"},
    ("outlets", "kind"): {"agency", "broadcaster", "paper"},
    ("persons", "level"): LEVELS,
    ("persons", "strength"): {"strong", "weak"},
    ("phrases", "kind"): {"company", "treaty", "event", "thing", "sport", "place", "other"},
    ("places", "kind"): {
        "city", "region", "sea", "strait", "island", "range", "base", "venue", "river", "desert",
        "peninsula", "gulf",
    },
    ("series", "domains"): {
        "land", "naval", "air", "missile", "nuclear", "amphibious", "special-operations", "cyber",
        "space", "air-defence",
    },
    ("state_codes", "system"): {"cow", "gw"},
    ("state_names", "kind"): {
        "common", "official", "former", "short", "alias", "predecessor", "adjective", "people",
        "combining",
    },
    ("titles", "kind"): {"rank", "honorific", "academic", "noble", "religious"},
}  # fmt: skip


def rows(name: str) -> tuple[Row, ...]:
    return table(name)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_the_api_exists_and_holds_rows(name: str) -> None:
    assert rows(name)


@pytest.mark.parametrize("file", FILES)
def test_every_file_passes_the_loader(file: str) -> None:
    """Header, column count, NFC, order, white space: the loader refuses faults."""
    assert read_table(file, FILES[file].read_bytes())


@pytest.mark.parametrize("file", FILES)
def test_the_head_explains_every_column_and_names_the_source(file: str) -> None:
    text = FILES[file].read_text("utf-8")
    comments = " ".join(line for line in text.split("\n") if line.startswith("#"))
    columns = next(line for line in text.split("\n") if not line.startswith("#")).split("\t")
    words = set(re.findall(r"[\w-]+", comments))
    assert set(columns) <= words | {"alpha3"}, "a column is not explained"
    assert "source" in comments.casefold()


@pytest.mark.parametrize("file", FILES)
def test_no_row_stands_twice(file: str) -> None:
    lines = [line for line in FILES[file].read_text("utf-8").split("\n") if line]
    twice = (
        {line for line in lines if lines.count(line) > 1} if len(set(lines)) < len(lines) else set()
    )
    assert set() == twice


@pytest.mark.parametrize("file", FILES)
def test_multiple_values_are_clean(file: str) -> None:
    """No empty value, no value twice, no blank around the bar."""
    faults = [
        (row, column)
        for row in read_table(file, FILES[file].read_bytes())
        for column, field in row.items()
        if "|" in field
        and (
            len(set(parts := field.split("|"))) < len(parts)
            or any(part != part.strip() or not part for part in parts)
        )
    ]
    assert [] == faults


@pytest.mark.parametrize(("name", "column"), VOCABULARY)
def test_closed_columns_hold_only_their_values(name: str, column: str) -> None:
    found = {value for row in rows(name) for value in values(row[column])}
    assert set() == found - VOCABULARY[name, column]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("body_members", "code"),
        ("forces", "country"),
        ("metonyms", "code"),
        ("office_states", "code"),
        ("outlets", "country"),
        ("persons", "country"),
        ("places", "country"),
        ("state_codes", "code"),
        ("state_names", "code"),
    ],
)
def test_every_code_is_that_of_a_state(name: str, column: str) -> None:
    assert set() == {row[column] for row in rows(name)} - set(lexicon.states()) - {""}


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("bodies", "part_of"),
        ("body_members", "body"),
        ("body_seats", "body"),
        ("metonyms", "organisation"),
        ("persons", "organisation"),
    ],
)
def test_every_body_is_in_its_table(name: str, column: str) -> None:
    assert set() == {row[column] for row in rows(name)} - set(lexicon.bodies()) - {""}


def test_organisers_of_exercises_are_states_or_bodies() -> None:
    known = set(lexicon.states()) | set(lexicon.bodies())
    assert set() == {value for row in rows("series") for value in values(row["organisers"])} - known


@pytest.mark.parametrize("name", ["body_members", "state_codes", "state_names"])
def test_years_are_sane(name: str) -> None:
    faults = []
    for row in rows(name):
        since, until = int(row["from"] or 1500), int(row["to"] or 2100)
        if not 1500 <= since <= until <= 2100:
            faults.append(row)
    assert [] == faults


def test_terms_of_office_are_iso_dates_in_order() -> None:
    iso = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
    faults = []
    for row in rows("persons"):
        since, until = row["from"], row["to"]
        shared = min(len(since), len(until))
        if (
            not all(iso.fullmatch(day) for day in (since, until) if day)
            or (since and until and since[:shared] > until[:shared])
            or not (row["country"] or row["organisation"])
        ):
            faults.append(dict(row))
    assert [] == faults


def test_states_are_numbered_once() -> None:
    for column in ("code", "alpha3", "name"):
        found = [row[column] for row in rows("states")]
        assert len(found) == len(set(found)), column
    spans = defaultdict(list)
    for row in lexicon.state_codes():
        spans[row.system, row.code].append((row.since, row.until or 9999))
    for key, years in spans.items():
        years.sort()
        for (_, end), (start, _) in pairwise(years):
            assert end <= start, key


def test_all_members_of_the_united_nations_are_there() -> None:
    # the members are the states of Correlates of War but Kosovo and Taiwan
    cow = {row.code for row in lexicon.state_codes() if row.system == "cow" and row.until is None}
    un = cow - {"XK", "TW"}
    assert 193 == len(un)
    for code in un:
        state = lexicon.states()[code]
        assert state.capitals, code
        assert state.adjectives, code
        assert state.people, code


def test_codes_and_names_agree_with_pycountry() -> None:
    pycountry = pytest.importorskip("pycountry")
    states = lexicon.states()
    for country in pycountry.countries:
        ours = states[country.alpha_2]
        assert (ours.alpha_3, ours.numeric) == (country.alpha_3, country.numeric)
        names = (getattr(country, kind, "") for kind in ("name", "common_name", "official_name"))
        assert country.alpha_2 in {lexicon.state_named(name) for name in names if name}
    assert {"XK"} == set(states) - {country.alpha_2 for country in pycountry.countries}


def _claims() -> dict[tuple[str, str | None], set[tuple[str, str, str, str | None]]]:
    """Form in a text -> who claims it: (kind, id, alias, country)."""
    found = defaultdict(set)
    for alias, entry in builtin():
        if entry.kind in ("office", "title"):
            continue
        for words, exact, _ in forms(alias):
            found[" ".join(words), exact].add((entry.kind, entry.id, alias, entry.country))
    return found


_SAME_STATE = (
    {"state", "capital", "adjective", "people"},
    {"metonym", "place", "capital"},
    {"force", "place"},
)


def test_no_name_is_claimed_twice_without_a_reason() -> None:
    """Two entries may share a name of one state's own (a palace, its people) or with a reason."""
    reasons = {(fold(row.phrase), row.kind) for row in lexicon.ambiguities()}
    faults = []
    for form, claims in _claims().items():
        readings = {(kind, identity) for kind, identity, _, _ in claims}
        kinds = {kind for kind, _ in readings}
        if len(readings) == 1:
            continue
        if len({country for *_, country in claims}) == 1 and any(kinds <= s for s in _SAME_STATE):
            continue
        if kinds == {"metonym", "place"} and {identity for kind, identity in readings} & {
            "EU",
            "UN",
        }:
            continue
        if all((fold(alias), kind) in reasons for kind, _, alias, _ in claims):
            continue
        faults.append((form, sorted(readings)))
    assert [] == sorted(faults, key=str)


def test_every_reason_is_still_needed() -> None:
    known = {(alias, entry.kind) for alias, entry in builtin()}
    stale = [row for row in lexicon.ambiguities() if (row.phrase, row.kind) not in known]
    assert [] == stale
    assert all(row.reason for row in lexicon.ambiguities())


def test_offices_of_persons_have_one_name_for_one_thing() -> None:
    """An office of the register that is in offices.tsv has the level that stands there."""
    offices = lexicon.offices()
    faults = {
        (row["office"], row["level"], offices[row["office"]].level)
        for row in rows("persons")
        if row["office"] in offices
        and offices[row["office"]].level not in (row["level"], "generic", "other")
    }
    assert len(faults) < 60, sorted(faults)


def test_forms_that_the_gazetteer_makes_itself_are_not_listed() -> None:
    """An alias that only drops a diacritic, a hyphen or a stop adds nothing."""
    idle = []
    for name in ("forces", "metonyms", "series", "places"):
        for row in rows(name):
            first = row["phrase" if name == "metonyms" else "name"]
            made = {(" ".join(words), exact) for words, exact, _ in forms(first)}
            idle += [
                (name, first, alias)
                for alias in values(row.get("aliases", ""))
                if {(" ".join(words), exact) for words, exact, _ in forms(alias)} <= made
            ]
    assert len(idle) < 120, idle
