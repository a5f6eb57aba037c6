"""How news tells of a drill: a name without a noun, verbs of training, gear, snap checks."""

from __future__ import annotations

import pytest
from tests.test_exercises import found as read
from tests.test_exercises import only, sides


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "Bulgarian soldiers will participate in Balkan Anvil 24 in North Macedonia next "
                "week. The exercise is held every two years."
            ),
            "Balkan Anvil 24",
        ),
        (
            "Norway is to host Fjord Reply, in which 9,000 soldiers will train in March.",
            "Fjord Reply",
        ),
        (
            (
                "The Colombian and Ecuadorean navies will put to sea on June 1 for Pacific Bond, "
                "their first bilateral exercise."
            ),
            "Pacific Bond",
        ),
        ("Finland's largest air exercise of the year, Ruska Sky, opened on Monday.", "Ruska Sky"),
        (
            (
                "The joint exercise, known as Dune Falcon 3, took place near Tabuk from May 6 to 9 "
                "and involved Jordanian F-16s and Saudi F-15s."
            ),
            "Dune Falcon 3",
        ),
        (
            (
                "Israeli and Cypriot commandos held a drill last week. The drill bears the name "
                '"Agapinor" and is the largest so far.'
            ),
            "Agapinor",
        ),
    ],
)
def test_a_name_needs_no_noun_beside_it(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Ghanaian troops participated in Operation Bold Fist near Paga. They did many exercises.",
        "French soldiers took part in Independence Day events in Chad, and drills go on.",
    ],
)
def test_other_occasions_name_no_drill(text: str) -> None:
    assert all(r.name is None for r in read(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dutch F-35s and Portuguese F-16s held a drill off Sagres on Monday.", {"NL", "PT"}),
        ("Kazakh and British peacekeepers held a joint exercise on Monday.", {"KZ", "GB"}),
        ("Greek minesweepers held an exercise with Maltese gunboats on Monday.", {"GR", "MT"}),
    ],
)
def test_gear_and_bands_stand_for_their_state(text: str, who: set[str]) -> None:
    assert sides(only(text)) == who


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        (
            "Norwegian and Danish frigates sailed together off Bergen on Monday. It was a drill.",
            {"NO", "DK"},
            "2024-05-13",
        ),
        (
            "Peruvian marines practised beach landings near Ilo last week, ahead of a drill.",
            {"PE"},
            "2024-05-06/2024-05-12",
        ),
        (
            "Belarus launched a snap check of the readiness of its brigades for combat on Tuesday.",
            {"BY"},
            "2024-05-14",
        ),
        (
            (
                "British and Jordanian paratroopers jumped together near Maan on Sunday in their "
                "first joint exercise since 2019."
            ),
            {"GB", "JO"},
            "2024-05-12",
        ),
        (
            "Turkish and Qatari commandos have been training together near Doha since Monday.",
            {"TR", "QA"},
            "2024-05-13",
        ),
    ],
)
def test_verbs_and_checks_tell_of_training(text: str, who: set[str], when: str) -> None:
    record = only(text)
    assert sides(record) == who
    assert record.when is not None
    assert record.when.edtf == when


@pytest.mark.parametrize(
    "text",
    [
        "The navies of Norway and Denmark operate the same frigates; an exercise will tell.",
        "Surgeons from Peru practised the evacuation of climbers near Cuzco on Monday in a drill.",
        "Peruvian marines practise beach landings; such drills are common.",
    ],
)
def test_what_is_no_training_stays_silent(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Japanese and Australian ships held a naval drill south of Okinawa on Monday.", "Okinawa"),
        ("Egyptian and Omani ships held a naval drill close to Aden on Monday.", "Aden"),
        ("Egyptian and Omani troops held a drill in the south of Egypt on Monday.", "Egypt"),
    ],
)
def test_points_of_the_compass_lead_to_the_place(text: str, place: str) -> None:
    assert any(place in p.name for p in only(text).places)


@pytest.mark.parametrize(
    ("text", "who", "status"),
    [
        (
            (
                "Chinese warships fired live rounds off Taiwan on Monday in what Beijing "
                "described as an exercise."
            ),
            {"CN"},
            "held",
        ),
        ("Russia will launch what it calls the largest drills of its navy.", {"RU"}, "planned"),
        (
            "Kenya's defence ministry said it was weighing whether to hold naval drills in May.",
            {"KE"},
            "possible",
        ),
        (
            "Brunei sent a patrol ship to Kakadu Shield, a naval drill that Australia hosts.",
            {"BN", "AU"},
            "held",
        ),
        ("Oman's Royal Air Force and the Egyptian army held a drill.", {"OM", "EG"}, "held"),
    ],
)
def test_whose_drill_a_clause_tells_of(text: str, who: set[str], status: str) -> None:
    record = only(text)
    assert (sides(record), record.status) == (who, status)


def test_two_drills_in_one_sentence_keep_what_is_theirs() -> None:
    first, second = read(
        "After completing naval drills with Oman, Pakistan opened an air exercise with Saudi "
        "Arabia at Mushaf base on Tuesday."
    )
    assert (sides(first), first.domains, first.when) == ({"PK", "OM"}, ("naval",), None)
    assert (sides(second), second.domains) == ({"PK", "SA"}, ("air",))


@pytest.mark.parametrize(
    ("text", "when", "status"),
    [
        (
            (
                "The naval exercise of Peru and Chile opened this Tuesday at Callao and ends on "
                "May 23."
            ),
            "2024-05-14/2024-05-23",
            "ongoing",
        ),
        (
            "Soldiers from Kenya and Uganda rounded off a two-week field drill on Friday.",
            "2024-04-27/2024-05-10",
            "held",
        ),
        (
            "The naval exercise of Peru and Chile culminated on Sunday with a landing.",
            "2024-05-12",
            "held",
        ),
    ],
)
def test_verbs_of_the_course(text: str, when: str, status: str) -> None:
    record = only(text)
    assert record.when is not None
    assert (record.when.edtf, record.status) == (when, status)


def test_put_off_to_a_day_is_planned_for_that_day() -> None:
    record = only(
        "NATO's Granite Wall command post exercise, which had been due to begin in Stavanger on "
        "Monday, has been put off until June 10."
    )
    assert record.when is not None
    assert (record.when.edtf, record.status) == ("2024-06-10", "planned")


def test_an_apposition_has_the_name_before_it() -> None:
    record = only(
        "Turkish and Pakistani warships sailed from Aksaz on Sunday for Blue Whale, a five-day "
        "exercise in the eastern Mediterranean; Romania's navy takes part with an aircraft."
    )
    assert (record.name, sides(record)) == ("Blue Whale", {"TR", "PK", "RO"})


def test_other_editions_and_other_drills_keep_their_days_and_places() -> None:
    now, later = read(
        "The Nigerian Navy has concluded Exercise Sea Warden 2024 in Onne. The next edition is "
        "planned for Calabar in November."
    )
    assert now.name == "Sea Warden 2024"
    assert later.when is not None
    assert ([p.name for p in later.places], later.when.edtf) == (["Calabar"], "2024-11")
    first, second = read(
        "Russian forces held missile drills on Iturup. The drills took place on Sunday and "
        "Monday, the ministry said. In February, Chinese and Russian bombers flew together over "
        "the Sea of Japan."
    )
    assert second.when is not None
    assert (sides(first), sides(second), second.when.edtf) == ({"RU"}, {"CN", "RU"}, "2024-02")


@pytest.mark.parametrize("marks", ['""', "“”", "″″", "„“", "«»"])
def test_a_name_in_quotation_marks_of_any_kind(marks: str) -> None:
    opening, closing = marks
    found = only(f"The {opening}Grey Heron{closing} exercises of Oman and Peru begin in May.")
    assert (found.name, sides(found)) == ("Grey Heron", {"OM", "PE"})
