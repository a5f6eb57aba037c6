"""The gazetteer finds names as news prints them, the longest, with their capitals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.lexicon import (
    Entry,
    Gazetteer,
    Hit,
    gazetteer,
    members,
    state_named,
    state_number,
    states,
    who_held,
)
from diplotext.lexicon.aliases import builtin
from diplotext.lexicon.holders import held
from diplotext.lexicon.records import Term
from diplotext.lexicon.spellings import fold
from diplotext.lexicon.tokens import tokenise


def readings(text: str, *kinds: str) -> list[tuple[str, list[str]]]:
    """(words, its readings as "kind:id", weak ones marked "?") for hits in ``text``."""
    tokens = tokenise(text)
    found = []
    for hit in gazetteer().find(tokens):
        said = text[tokens.start[hit.start] : tokens.end[hit.end - 1]]
        entries = [
            f"{e.kind}:{e.id}{'?' * e.weak}" for e in hit.entries if not kinds or e.kind in kinds
        ]
        if entries:
            found.append((said, entries))
    return found


STATES = {
    "Niger and Nigeria signed.": ["state:NE", "state:NG"],
    "Nigerien and Nigerian troops": ["adjective:NE", "adjective:NG"],
    "Guinea, Guinea-Bissau and Equatorial Guinea": ["state:GN", "state:GW", "state:GQ"],
    "from Papua New Guinea": ["state:PG"],
    "the Democratic Republic of the Congo and the Republic of the Congo": ["state:CD", "state:CG"],
    "DR Congo, Congo-Brazzaville": ["state:CD", "state:CG"],
    "North Korea, South Korea and the ROK": ["state:KP", "state:KR", "state:KR"],
    "S. Korea and N. Korea": ["state:KR", "state:KP"],
    "Dominica, the Dominican Republic": ["state:DM", "state:DO"],
    "Sudan and South Sudan, South Sudanese": ["state:SD", "state:SS", "adjective:SS"],
    "American Samoa, Samoa": ["state:AS", "state:WS"],
    "the U.S., the US, the USA and America": ["state:US"] * 4,
    "U.S.-led, US-led": ["state:US", "state:US"],
    "Britain, the UK, the U.K. and Great Britain": ["state:GB"] * 4,
    "China’s and Russia's": ["state:CN", "state:RU"],
    "Côte d’Ivoire, Cote d'Ivoire, Ivory Coast": ["state:CI"] * 3,
    "Türkiye, Turkiye and Turkey": ["state:TR"] * 3,
    "a turkey, a china cup, the chad of a ballot": [],
    "Burma, Swaziland, Zaire": ["state:MM", "state:SZ", "state:CD"],
    "St. Lucia, St Lucia, Saint Lucia": ["state:LC"] * 3,
    "RUSSIA AND CHINA HOLD TALKS": ["state:RU", "state:CN"],
    "tell us more": [],
    "US$20 million, A$5": [],
    "the Soviet Union": ["state:RU?"],
    "Sino-Russian and Franco-German ties": [
        "adjective:CN", "adjective:RU", "adjective:FR", "adjective:DE",
    ],
    "Indo-Pacific": [],
    "Indo-Pakistani": ["adjective:IN", "adjective:PK"],
    "General Franco": [],
    "Mexico City, Mexico": ["capital:MX", "state:MX"],
    "Kiev and Kyiv": ["capital:UA", "capital:UA"],
    "Singapore": ["state:SG"],
    "The Hague": ["capital:NL"],
    "New Mexico, the Indian Ocean, Northern Ireland": [],
    "Air France, the Paris Agreement, Bank of China, Turkish Airlines": [],
    "the Turkish Cypriot side": ["adjective:CY"],
    "HMAS Canberra met INS Delhi off Jakarta": ["capital:ID"],
    "Spaniards, a Briton, two Thais": ["people:ES", "people:GB", "people:TH"],
}  # fmt: skip


@pytest.mark.parametrize("text", STATES)
def test_states_and_their_people(text: str) -> None:
    kinds = ("state", "adjective", "people", "capital")
    found = [entries[0] for _, entries in readings(text, *kinds)]
    assert STATES[text] == found


def test_an_ambiguous_name_keeps_all_its_readings() -> None:
    both = {"state:CD", "state:CG"}
    assert [("Congo", both)] == [(said, set(e)) for said, e in readings("in Congo")]
    assert ["state:GE", "place:Georgia"] == readings("Georgia")[0][1]
    assert {"adjective:DM", "adjective:DO"} == set(readings("a Dominican envoy", "adjective")[0][1])
    assert {"capital:BE", "metonym:EU"} == set(readings("Brussels")[0][1])
    assert "place:Georgia" in [f"{e.kind}:{e.id}" for e in gazetteer().lookup("Georgia")]


NAMES = {
    "the Kremlin said": ("Kremlin", "metonym:RU"),
    "the Élysée Palace": ("Élysée Palace", "metonym:FR"),
    "ELYSEE PALACE": ("ELYSEE PALACE", "metonym:FR"),
    "a State Department spokesman": ("State Department", "metonym:US"),
    "Nato chief": ("Nato", "body:NATO"),
    "the U.N.": ("U.N.", "body:UN"),
    "the Indian Navy": ("Indian Navy", "force:Indian Navy"),
    "the People’s Liberation Army": (
        "People’s Liberation Army", "force:People's Liberation Army",
    ),
    "dpa reported": ("dpa", "outlet:Deutsche Presse-Agentur"),
    "Lt Gen Brown": ("Lt Gen", "title:Lt.-Gen."),
    "the Black sea": ("Black sea", "place:Black Sea"),
    "Foreign Minister Brown": ("Foreign Minister", "office:foreign minister"),
    "the FOREIGN MINISTER": ("FOREIGN MINISTER", "office:foreign minister"),
    "the Sabre Strike exercise": ("Sabre Strike", "series:Saber Strike"),
    "exercise Milan-2030": ("Milan", "series:MILAN?"),
    "“Friendship 2031” drills": ("Friendship", "series:Druzhba?"),
    "the Guardian Council": ("Guardian Council", "metonym:IR"),
    "Kim Jong-un": ("Kim Jong-un", "person:Kim Jong Un"),
    "Kim Jong Un": ("Kim Jong Un", "person:Kim Jong Un"),
    "KIM JONG-UN": ("KIM JONG-UN", "person:Kim Jong Un"),
    "the Saudi-led coalition": ("Saudi-led coalition", "body:Saudi-led coalition"),
    "in friendship, from the west": None,
    "a kremlin of wood": None,
    "WHO IS WHO": None,
}  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_names_of_other_kinds(text: str) -> None:
    found = {(said, entry) for said, entries in readings(text) for entry in entries}
    expected = NAMES[text]
    if expected is None:
        assert not [entry for _, entry in found if not entry.startswith("office")]
    else:
        assert expected in found


def test_a_series_with_a_common_name_needs_an_exercise_beside_it() -> None:
    assert [] == readings("He lives in Milan.", "series")
    assert [("Orion", ["series:Orion?"])] == readings("The Orion 2033 drills", "series")
    assert [] == readings("Orion rose over the camp", "series")


def test_an_office_never_eats_a_name() -> None:
    hidden = Entry("office", "warden of the north", "warden of the north", None)
    state = Entry("state", "XX", "North", None, "XX")
    found = Gazetteer([("warden of the north", hidden), ("North", state)]).find(
        tokenise("the warden of the North")
    )
    assert [Hit(4, 5, (state,))] == found


def test_the_longest_name_wins_from_the_left() -> None:
    one, two = Entry("place", "a", "A", None), Entry("place", "b", "B", None)
    found = Gazetteer([("New Foo", one), ("New Foo Bar", two)]).find(
        tokenise("New Foo Bar, New Foo")
    )
    assert [Hit(0, 3, (two,)), Hit(4, 6, (one,))] == found


def test_every_listed_name_is_found_where_it_stands_alone() -> None:
    lost = []
    book = gazetteer()
    for alias, entry in builtin():
        if (entry.weak and entry.kind == "series") or entry.note == "combining":
            continue  # they need company
        found = book.find(tokenise(alias))
        if entry.kind in ("office", "title") and any(
            e.kind not in ("office", "title") for hit in found for e in hit.entries
        ):
            continue  # "CIA director": the name comes first
        if not any((e.kind, e.id) == (entry.kind, entry.id) for hit in found for e in hit.entries):
            lost.append((alias, entry.kind, entry.id))
    assert [] == lost


@given(st.text())
def test_any_text_is_read_and_hits_stand_in_order(text: str) -> None:
    tokens = tokenise(text)
    hits = gazetteer().find(tokens)
    ends = [0, *(hit.end for hit in hits)]
    for hit, end in zip(hits, ends, strict=False):
        assert end <= hit.start < hit.end <= len(tokens)
        assert hit.entries


@given(
    st.lists(st.sampled_from(["Beijing", "met", "in", "Côte", "d’Ivoire", "U.S.", "The", "NATO"]))
)
def test_curly_apostrophes_and_diacritics_change_nothing(words: list[str]) -> None:
    text = " ".join(words)
    plain = text.replace("’", "'").replace("ô", "o")
    assert gazetteer().find(tokenise(text)) == gazetteer().find(tokenise(plain))


@pytest.mark.parametrize(
    ("word", "folded"), [("Élysée", "elysee"), ("Łódź", "lodz"), ("D’Or", "d'or")]
)
def test_fold(word: str, folded: str) -> None:
    assert folded == fold(word)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("South Korea", "KR"),
        ("the Netherlands", "NL"),
        ("The Gambia", "GM"),
        ("FRANCE", "FR"),
        ("DEU", "DE"),
        ("JP", "JP"),
        ("Burma", "MM"),
        ("Korea", None),
        ("Congo", None),
        ("Atlantis", None),
        ("", None),
        ("in", None),
    ],
)
def test_state_named(name: str, code: str | None) -> None:
    assert code == state_named(name)


@pytest.mark.parametrize(
    ("system", "code", "year", "number"),
    [
        ("cow", "DE", 1980, 260),
        ("cow", "DE", 1990, 255),
        ("gw", "DE", 2010, 260),
        ("cow", "YE", 1985, 678),
        ("cow", "YE", 2015, 679),
        ("gw", "YE", 2015, 678),
        ("cow", "RS", 2010, 345),
        ("gw", "RS", 2010, 340),
        ("cow", "SS", 2010, None),
        ("gw", "SS", 2011, 626),
        ("cow", "HK", 2011, None),
    ],
)
def test_state_number(system: str, code: str, year: int, number: int | None) -> None:
    assert number == state_number(system, code, year)


def test_who_held_knows_and_says_when_it_does_not() -> None:
    def names(office: str, side: str, *day: int) -> list[str] | None:
        found = who_held(office, side, date(*day))
        return None if found is None else sorted({term.person for term in found})

    assert ["Sergei Shoigu"] == names("defence minister", "RU", 2023, 1, 1)
    assert ["Andrei Belousov"] == names("defence", "RU", 2025, 1, 1)
    assert ["Angela Merkel"] == names("chancellor", "DE", 2015, 6, 1)
    assert ["António Guterres"] == names("secretary-general", "UN", 2020, 1, 1)
    assert ["Antony Blinken"] == names("foreign minister", "US", 2022, 1, 1)
    assert names("defence minister", "ZZ", 2023, 1, 1) is None
    assert names("keeper of the seal", "RU", 2023, 1, 1) is None
    assert names("president", "FR", 1850, 1, 1) is None


TERMS = (
    Term("A", "premier", "head-of-government", "XX", None, "2001-03", "2004-05-06"),
    Term("B", "premier", "head-of-government", "XX", None, "2004-05-06", "2008"),
    Term("C", "premier", "head-of-government", "XX", None, "2010", None),
)


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        (date(2001, 2, 28), None),
        (date(2001, 3, 1), "A"),
        (date(2004, 5, 6), "AB"),
        (date(2008, 12, 31), "B"),
        (date(2009, 6, 1), ""),
        (date(2030, 1, 1), "C"),
    ],
)
def test_held_is_as_precise_as_its_dates(day: date, holders: str | None) -> None:
    found = held(TERMS, day)
    assert holders == (None if found is None else "".join(term.person for term in found))


def test_members_depend_on_the_year() -> None:
    assert "GB" in members("EU", date(2015, 1, 1))
    assert "GB" not in members("EU", date(2023, 1, 1))
    assert frozenset() == members("no such body", date(2023, 1, 1))


def test_views_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        states()["XX"] = states()["FR"]  # type: ignore[index]
