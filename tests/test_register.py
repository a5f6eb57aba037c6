"""Registers of one's own: read from three formats, joined, filtered, checked, and read with."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from diplotext import annotate, articles, lexicon, mine, register
from diplotext.cli import main
from diplotext.errors import DataError, DiplotextError, InputError
from diplotext.models import Actor
from diplotext.register import Item, Register

HEADER = (
    "name\tkind\tcountry\torganisation\toffice\tlevel\tfrom\tto\taliases\tweak_aliases\tstrength"
)
TABLE = f"""# Who is who in 2031.
{HEADER}
Ada Quill\t\tNO\t\tforeign minister\t\t2031-01-01\t\tAda Q. Quill
Ada Quill\t\tNO\t\ttrade minister\t\t2028\t2030-12
River Front\torganisation\t\t\t\t\t\t\tRF Movement
Ivo Marsh\tperson\t\tRiver Front\tleader\t\t2020

North Desk\tinstitution\tNorway\t\t\t\t\t\tNorthdesk
Fjord Guard\tforce\tNOR
"""
STORY = (
    "LIMA, May 3, 2031 (Reuters) - Quill met River Front leader Ivo Marsh in Lima on Monday. "
    "Northdesk said that the RF Movement would send a note."
)


def saved(folder: Path, text: str | bytes, name: str = "mine.tsv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def table(folder: Path, *rows: str) -> Register:
    return register.load(saved(folder, "\n".join((HEADER, *rows))))


def read(known: Register | None, text: str = STORY) -> dict[str, Actor]:
    article = articles.detect(text, published="2031-05-05")
    return {actor.id: actor for actor in annotate(article, register=known).actors}


# --- the table -----------------------------------------------------------------------------------


def test_a_table_gives_items_with_their_lines(tmp_path: Path) -> None:
    known = register.load(saved(tmp_path, TABLE))
    assert ["person", "organisation", "person", "institution", "force"] == [i.kind for i in known]
    quill, _, marsh, desk, guard = known
    assert ("foreign", "minister") == tuple(t.level for t in quill.terms)
    assert ("mine.tsv:3", "mine.tsv:4") == tuple(Path(s).name for s in quill.sources)
    assert (None, "River Front") == (marsh.country, marsh.organisation)
    assert ("NO", "NO") == (desk.country, guard.country)


def test_a_table_from_a_spreadsheet_reads_the_same(tmp_path: Path) -> None:
    """Byte order mark and Windows line ends."""
    plain = register.load(saved(tmp_path, TABLE))
    marked = b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode()
    assert plain == register.load(saved(tmp_path, marked))


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        (["Ada Quill\t\tNO", "Ada Quill\t\tNO"], 3, "stands already in"),
        (["A B\t\tNO\t\tking\t\t2001", "A B\t\tNO\t\tking\t\t2001"], 3, "stands already in"),
        (["A B\t\tNO\t\t\t\t\t\tC D", "C D\t\tNO\t\t\t\t\t\tA B"], 2, "lead round in a circle"),
        (
            ["A B\t\tNO\t\t\t\t\t\tC D", "C D\t\tNO\t\t\t\t\t\tE F", "E F\t\tNO\t\t\t\t\t\tA B"],
            2,
            "lead round in a circle",
        ),
        (["Ada Quill\t\tNO\t\tking\t\t2021-13-01"], 2, "2021-13-01: is a day that no calendar has"),
        (["Ada Quill\t\tNO\t\tking\t\t3 May 2021"], 2, "3 May 2021: is no date"),
        (["Ada Quill\t\tNO\t\tking\t\t2021\t2020"], 2, "ends before it begins"),
        (["Ada Quill\t\tNO\t\t\t\t2021"], 2, "date without an office"),
        (["Ada Quill\t\tXX\t\tking"], 2, "XX: is no state"),
        (["Ada Quill\t\tUN\t\tking"], 2, "goes into organisation"),
        (["Ada Quill\t\t\tHill Front\tleader"], 2, "Hill Front: is no organisation"),
        (["Ada Quill\t\t\t\tking"], 2, "of no country"),
        (["Ada Quill\tship\tNO"], 2, "ship: is no kind"),
        (["Ada Quill\t\tNO\t\tking\tboss"], 2, "boss: is no level"),
        (["Ada Quill\t\tNO" + "\tx" * 20], 2, "fields"),
        (["Fjord Guard\tforce"], 2, "needs a country"),
        (["River Front\torganisation\t\t\tking"], 2, "holds no office"),
        (["<b>Ada</b>\t\tNO"], 2, "markup"),
        (["Ad\u0430 Quill\t\tNO"], 2, "letters of two scripts"),
        (["123\t\tNO"], 2, "needs a letter"),
        (["Ada Quill\t\tNO\t\t\t\t\t\tthe"], 2, "the: has no capital"),
        (["Ada Quill\t\tNO\t\t\t\t\t\tA"], 2, "single letter"),
        (["A" * 500 + "\t\tNO"], 2, "longer than"),
        (["Ada Quill\t\tNO\t\t\t\t\t\t\t\tfirm"], 2, "firm: is no strength"),
    ],
)
def test_a_faulty_row_is_named(tmp_path: Path, rows: list[str], line: int, said: str) -> None:
    with pytest.raises(DataError) as fault:
        table(tmp_path, *rows)
    assert f"mine.tsv:{line}" in fault.value.source
    assert said in str(fault.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"name\tcountry\nJos\xe9\tES\n", "mine.tsv:2: byte 0xe9 is not UTF-8"),
        ("name\tcountry\n".encode("utf-16"), "is UTF-16"),
        (b"name\tcountry\nA\0\tES\n", "mine.tsv:2: holds zero bytes"),
        (b"", "is empty"),
        (b"name,country\nAda Quill,NO\n", "part the columns by tabs"),
        (b"name\tland\nAda Quill\tNO\n", "'land': is unknown"),
        (b"name\tname\nAda Quill\tNO\n", "there twice"),
    ],
)
def test_a_faulty_file_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises((DataError, InputError), match=r"mine\.tsv") as fault:
        register.load(saved(tmp_path, data))
    assert said in str(fault.value)


def test_a_missing_file_and_an_unknown_suffix_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.tsv: cannot be read"):
        register.load(tmp_path / "none.tsv")
    with pytest.raises(InputError, match=r"ends in \.tsv"):
        register.load(saved(tmp_path, "x", "mine.xlsx"))
    with pytest.raises(DataError, match="is no state"):
        register.load(saved(tmp_path, TABLE), country="Atlantis")


def test_a_long_table_and_a_long_chain_of_aliases_are_read(tmp_path: Path) -> None:
    rows = [f"Name{n} A\t\tNO\t\t\t\t\t\tName{n + 1} A" for n in range(3000)]
    assert 3000 == len(table(tmp_path, *rows))
    with pytest.raises(DataError, match="circle"):
        table(tmp_path, *rows, "Name3000 A\t\tNO\t\t\t\t\t\tName0 A")


@given(st.binary(max_size=300), st.sampled_from([".tsv", ".jsonl", ".json"]))
def test_any_bytes_give_a_register_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    told = path.name
    try:
        assert isinstance(register.load(path), Register)
    except DiplotextError as fault:
        told = str(fault)
    assert path.name in told


# --- FollowTheMoney and Popolo -------------------------------------------------------------------


def entities(folder: Path, *found: dict[str, object]) -> Register:
    return register.load(saved(folder, "\n".join(map(json.dumps, found)), "mine.jsonl"))


def entity(ident: str, schema: str, **properties: list[str]) -> dict[str, object]:
    return {"id": ident, "schema": schema, "properties": properties}


QUILL = entity(
    "q", "Person", name=["Ada Quill"], alias=["Ada Q. Quill"], weakAlias=["Quilly"], country=["no"]
)


def test_follow_the_money_gives_persons_with_their_times_in_office(tmp_path: Path) -> None:
    quill, front, desk = entities(
        tmp_path,
        QUILL,
        entity("p", "Position", name=["Minister of Foreign Affairs of Norway"], country=["no"]),
        entity("o", "Occupancy", holder=["q"], post=["p"], startDate=["2031-01-01"]),
        entity("f", "Organization", name=["River Front"], alias=["RF Movement"]),
        entity("d", "PublicBody", name=["North Desk"], country=["no"]),
        entity("s", "Vessel", name=["Ada Quill"]),
    )
    (term,) = quill.terms
    assert ("minister of foreign affairs", "foreign", "NO", "2031-01-01", None) == (
        term.office, term.level, term.country, term.since, term.until,
    )  # fmt: skip
    assert (("Ada Q. Quill",), ("Quilly",)) == (quill.aliases, quill.weak_aliases)
    assert ("organisation", None) == (front.kind, front.country)
    assert ("institution", "NO") == (desk.kind, desk.country)
    assert "mine.jsonl:4" in front.sources[0]


def test_a_printed_position_is_an_office_without_dates(tmp_path: Path) -> None:
    printed = entity("q", "Person", name=["Ada Quill"], position=["Prime Minister of Norway"])
    (quill,) = entities(tmp_path, printed)
    assert ("head-of-government", "NO") == (quill.terms[0].level, quill.country)


def test_several_countries_are_none(tmp_path: Path) -> None:
    (quill,) = entities(tmp_path, entity("q", "Person", name=["Ada Quill"], country=["no", "se"]))
    assert quill.country is None


@pytest.mark.parametrize(
    ("found", "line", "said"),
    [
        ([QUILL, QUILL], 2, "stands already in"),
        ([entity("q", "Person", name=["Ada Quill"], country=["qq"])], 1, "qq: is no state"),
        ([entity("q", "Person")], 1, "needs a letter"),
        ([QUILL, entity("o", "Occupancy", holder=["q"], post=["p"])], 2, "is no Position"),
        ([{"id": "q", "schema": "Person", "properties": {"name": "Ada"}}], 1, "list of strings"),
        ([{"id": 3, "schema": "Person", "properties": {}}], 1, "id: expected a string"),
        ([QUILL, {"id": "x"}], 2, "schema"),
    ],
)
def test_a_faulty_entity_is_named(
    tmp_path: Path, found: list[dict[str, object]], line: int, said: str
) -> None:
    with pytest.raises(DataError) as fault:
        entities(tmp_path, *found)
    assert f"mine.jsonl:{line}" in fault.value.source
    assert said in str(fault.value)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    text = f"{json.dumps(QUILL)}\n{{oops\n"
    with pytest.raises(InputError, match=r"mine\.jsonl:2: is not JSON"):
        register.load(saved(tmp_path, text, "mine.jsonl"))


POPOLO = {
    "persons": [
        {"id": "q", "name": "Ada Quill", "other_names": [{"name": "Ada Q. Quill"}]},
        {"id": "m", "name": "Ivo Marsh"},
    ],
    "organizations": [
        {"id": "g", "name": "Cabinet of Quill", "classification": "government"},
        {"id": "f", "name": "River Front", "classification": "movement"},
        {"id": "y", "name": "Yellow Party", "classification": "party"},
    ],
    "posts": [{"id": "fm", "label": "Foreign Minister", "organization_id": "g"}],
    "memberships": [
        {"person_id": "q", "post_id": "fm", "start_date": "2031-01-01"},
        {"person_id": "q", "organization_id": "y", "role": "member"},
        {"person_id": "m", "organization_id": "f", "role": "leader"},
    ],
}


def test_popolo_gives_persons_of_the_country_that_is_handed_in(tmp_path: Path) -> None:
    path = saved(tmp_path, json.dumps(POPOLO, indent=1), "mine.json")
    known = register.load(path, country="Norway")
    named = {item.name: item for item in known}
    assert {"Ada Quill", "Ivo Marsh", "Cabinet of Quill", "River Front"} == set(named)
    (term,) = named["Ada Quill"].terms
    assert ("foreign minister", "foreign", "NO", "2031-01-01") == (
        term.office, term.level, term.country, term.since,
    )  # fmt: skip
    assert "River Front" == named["Ivo Marsh"].organisation
    assert "institution" == named["Cabinet of Quill"].kind
    assert named["Ada Quill"].sources[0].endswith("mine.json:3")


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        ({"memberships": [], "persons": [{"id": "q", "name": ""}]}, 3, "needs a letter"),
        ({"persons": [{"name": "Ada Quill"}]}, 3, 'has no "id"'),
        ({"memberships": [{"person_id": "z"}]}, 42, "person_id 'z': is no person"),
        ({"memberships": [], "persons": [{"id": "q", "name": ["A"]}]}, 3, "expected a string"),
        ({"persons": {"q": 1}}, None, "persons: expected a list"),
    ],
)
def test_a_faulty_popolo_file_is_named(
    tmp_path: Path, change: dict[str, object], line: int | None, said: str
) -> None:
    path = saved(tmp_path, json.dumps({**POPOLO, **change}, indent=1), "mine.json")
    with pytest.raises(DataError) as fault:
        register.load(path)
    assert "mine.json" in fault.value.source
    if line is not None:
        assert fault.value.source.endswith(f":{line}")
    assert said in str(fault.value)


def test_deep_or_broken_json_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"mine\.json"):
        register.load(saved(tmp_path, "[" * 100_000, "mine.json"))
    with pytest.raises(InputError, match=r"mine\.json:2"):
        register.load(saved(tmp_path, '{\n "persons": oops}', "mine.json"))
    with pytest.raises(DataError, match="is no Popolo"):
        register.load(saved(tmp_path, "[]", "mine.json"))


# --- joined, filtered, switched off --------------------------------------------------------------


def test_the_built_in_register_can_be_listed_and_filtered() -> None:
    known = register.builtin()
    assert len(known) > 5000
    forces = known.filter(kinds={"force"}, countries={"NO"})
    assert forces
    assert {("force", "NO")} == {(item.kind, item.country) for item in forces}
    heads = known.filter(
        lambda i: any(t.level == "head-of-state" for t in i.terms), kinds={"person"}
    )
    assert 0 < len(heads) < len(known)
    assert known.names is lexicon.gazetteer()
    assert () == known.clashes()


def test_your_actors_are_found_and_without_them_are_not(tmp_path: Path) -> None:
    own = register.load(saved(tmp_path, TABLE))
    for known in (own, register.builtin() + own):
        found = read(known)
        assert "NO" == found["person:Quill"].country
        assert ("Ada Quill",) == found["person:Quill"].aliases
        assert "River Front" == found["person:Ivo Marsh"].organisation
        assert "org:River Front" in found
        assert "state:NO" in found, "the institution speaks for its state"
    assert {"person:Quill", "org:River Front"}.isdisjoint(read(None))
    assert read(None) == read(register.builtin())


def test_the_built_in_register_can_be_switched_off() -> None:
    text = "Sergei Lavrov spoke for an hour. Hamas sent a note to France."
    article = articles.detect(text, published="2022-05-05")
    on = {a.id for a in annotate(article, register=register.builtin()).actors}
    off = {a.id for a in annotate(article, register=Register()).actors}
    assert {"org:Hamas", "person:Sergei Lavrov"} <= on
    assert {"state:FR"} == off
    no_bodies = register.builtin().filter(kinds={"person"})
    assert {"person:Sergei Lavrov", "state:FR"} == {
        a.id for a in annotate(article, register=no_bodies).actors
    }


def test_mine_reads_with_a_register(tmp_path: Path) -> None:
    own = register.load(saved(tmp_path, TABLE))
    named = {a.name for a in mine([STORY], register=own).actors}
    assert "River Front" in named
    assert "River Front" not in {a.name for a in mine([STORY]).actors}


def test_a_second_register_adds_to_an_item_and_ends_a_term(tmp_path: Path) -> None:
    one = table(tmp_path, "Ada Quill\t\tNO\t\tforeign minister\t\t2031\t\tA. Q. Quill")
    row = "Ada Q. Quill\t\tNO\t\tforeign minister\t\t2031\t2033\tA. Q. Quill"
    two = table(tmp_path, "# another line", row)
    (quill,) = one + two
    assert ("Ada Quill", "2033") == (quill.name, quill.terms[0].until)
    assert {"Ada Q. Quill", "A. Q. Quill"} == set(quill.aliases)
    assert 2 == len(quill.sources)
    assert one + one == one
    assert one + Register() == one
    other = table(tmp_path, "Ada Quill\t\tPE\t\tforeign minister\t\t2031")
    assert 2 == len(one + other)


def test_who_held_asks_the_register(tmp_path: Path) -> None:
    both = register.builtin() + register.load(saved(tmp_path, TABLE))
    own = both.filter(lambda i: "Quill" in i.name)
    held = own.who_held("foreign minister", "NO", date(2031, 5, 5))
    assert held is not None
    assert ["Ada Quill"] == [term.person for term in held]
    assert ["Ada Quill"] == [item.name for item in both.find("ada QUILL")]


def test_clashes_of_many_are_told_in_time_that_is_linear(tmp_path: Path) -> None:
    rows = (f"Name{n} Quill\t\tNO\t\tprime minister\t\t2031\t\tQuilly" for n in range(3000))
    found = table(tmp_path, *rows).clashes()
    assert 3000 == len(found)
    assert all(len(str(clash)) < 1000 for clash in found)


@pytest.mark.parametrize(
    ("office", "side", "day", "person"),
    [
        ("foreign minister", "PH", date(2019, 1, 5), "Teodoro Locsin Jr."),
        ("minister of foreign affairs", "PH", date(2019, 1, 5), "Teodoro Locsin Jr."),
        ("president", "DZ", date(2019, 5, 5), "Abdelkader Bensalah"),
        ("acting president", "DZ", date(2019, 5, 5), "Abdelkader Bensalah"),
        ("secretary of state", "US", date(2018, 4, 10), "John Sullivan"),
        ("foreign minister", "US", date(2018, 4, 10), "John Sullivan"),
        ("head of state", "GB", date(2019, 1, 15), "Elizabeth II"),
        ("president", "GB", date(2019, 1, 15), None),
        ("acting president", "RU", date(2019, 1, 15), None),
        ("foreign minister", "XX", date(2019, 1, 15), None),
    ],
)
def test_who_held_knows_acting_holders_and_other_titles(
    office: str, side: str, day: date, person: str | None
) -> None:
    held = lexicon.who_held(office, side, day)
    assert ([person] if person else None) == ([t.person for t in held] if held else None)


def test_clashes_are_told_with_file_and_line(tmp_path: Path) -> None:
    own = table(
        tmp_path,
        "River Front\torganisation\t\t\t\t\t\t\tHamas",
        "Ada Quill\t\tNO",
        "Ada Quill\t\tPE",
        "North Desk\tinstitution\tNO\t\t\t\t\t\tParis|Will",
        "Bo Marsh\t\tNO\t\tprime minister\t\t2015\t2016",
    )
    told = {clash.name: clash for clash in (register.builtin() + own).clashes()}
    assert {"Hamas", "Ada Quill", "Paris", "prime minister"} <= set(told)
    for name, parts in {
        "Hamas": ("bodies.tsv:", "mine.tsv:2"),
        "Ada Quill": ("mine.tsv:3", "mine.tsv:4"),
        "Paris": ("mine.tsv:5", "states.tsv:"),
        "Will": ("mine.tsv:5", "a common word"),
        "prime minister": ("mine.tsv:6", "persons_europe.tsv:"),
    }.items():
        assert all(part in str(told[name]) for part in parts), str(told[name])


def test_a_weak_name_needs_support(tmp_path: Path) -> None:
    rows = "Grace Mount\t\tNO\t\t\t\t\t\t\t\tweak"
    (entry,) = table(tmp_path, rows).names.lookup("Grace Mount")
    assert entry.weak
    item = Item("person", "Grace Mount", "NO", weak_aliases=("Gray Mount",))
    (strong,) = Register((item,)).names.lookup("Grace Mount")
    (weak,) = Register((item,)).names.lookup("Gray Mount")
    assert (False, True) == (strong.weak, weak.weak)


# --- the command ---------------------------------------------------------------------------------


def test_the_command_takes_registers(tmp_path: Path) -> None:
    story = saved(tmp_path, STORY, "a.txt")
    own = saved(tmp_path, TABLE)

    def persons(*options: str) -> set[str]:
        result = CliRunner().invoke(main, ["detect", str(story), *options])
        assert 0 == result.exit_code, result.stderr
        return {person["name"] for person in json.loads(result.stdout)["persons"]}

    assert "Quill" in persons("--register", str(own))
    assert "Quill" in persons("--register", str(own), "--no-builtin")
    assert "Quill" not in persons()


def test_a_faulty_register_is_one_line_and_status_1(tmp_path: Path) -> None:
    story = saved(tmp_path, STORY, "a.txt")
    own = saved(tmp_path, f"{HEADER}\nAda Quill\t\tXX\n")
    result = CliRunner().invoke(main, ["mine", str(story), "--register", str(own)])
    assert 1 == result.exit_code
    assert 1 == len(result.stderr.splitlines())
    assert "mine.tsv:2: XX: is no state" in result.stderr
