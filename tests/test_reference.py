"""Who "he", "they", "the country", "the envoys" and "Brussels" are, told by one short text each."""

from __future__ import annotations

import pytest

from test_who import Doc

TWO = (
    "Polish Foreign Minister Jan Wilk met Czech Foreign Minister Petr Hora. // They agreed on "
    "trade. // Both will meet again."
)
WILK, HORA = "person:Jan Wilk", "person:Petr Hora"


@pytest.mark.parametrize(
    ("text", "word", "nth", "actor"),
    [
        (("Polish Foreign Minister Jan Wilk told Czech Foreign Minister Petr Hora that Hora had "
         "his support."), "his", 0, HORA),
        (("Polish Foreign Minister Jan Wilk told Czech Foreign Minister Petr Hora that he would "
         "come."), "he", 0, WILK),
        (("In talks with Jan Wilk, the Polish foreign minister, Czech Foreign Minister Petr Hora "
         "said he agreed."), "he", 0, HORA),
        ("During his stay, Polish Foreign Minister Jan Wilk will open a school.", "his", 0, WILK),
        ("Tonga has a new parliament. // The kingdom lies far off.", "The kingdom", 0, "state:TO"),
        ("The president of Tonga spoke. // The country is small.", "The country", 0, "state:TO"),
        ("A Japanese delegation came to Suva. // The delegation left.", "The delegation", 0,
         "state:JP"),
        ("NATO Secretary General Petr Hora spoke. // The NATO chief left.", "The NATO chief", 0,
         HORA),
        ("He flew to Brussels, Belgium.", "Brussels", 0, None),
        ("Brussels said it would act.", "Brussels", 0, "org:EU"),
        ("Envoy Jan Wilk is visiting Chad.", "Chad", 0, "state:TD"),
        ("Polish naval exercises began.", "Polish", 0, "state:PL"),
    ],
)  # fmt: skip
def test_phrases_are_linked(text: str, word: str, nth: int, actor: str | None) -> None:
    assert actor == Doc(text).who(word, nth)


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        (TWO, "They", (WILK, HORA)),
        (TWO, "Both", (WILK, HORA)),
        ("Kenya and Uganda signed a pact. // The two also discussed water.", "The two",
         ("state:KE", "state:UG")),
        ("Kenya and Uganda signed a pact. // They will train soldiers.", "They",
         ("state:KE", "state:UG")),
        ("Envoys from Chad and Niger met. // The envoys agreed.", "The envoys",
         ("role:TD:envoy", "role:NE:envoy")),
        ("The defence ministers of Poland and Latvia met.",
         "The defence ministers of Poland and Latvia",
         ("role:PL:defence minister", "role:LV:defence minister")),
        ("Leaders from Ghana, Togo and Benin met.", "Leaders from Ghana, Togo and Benin",
         ("role:GH:leader", "role:TG:leader", "role:BJ:leader")),
    ],
)  # fmt: skip
def test_groups_have_members(text: str, words: str, members: tuple[str, ...]) -> None:
    assert members == Doc(text).at(words).members


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has a parliament. // They will train soldiers.",
        "Kenya met Uganda and Tanzania. // They will train soldiers.",
    ],
)
def test_they_stays_open_unless_there_are_two(text: str) -> None:
    assert Doc(text).at("They").members == ()


def test_the_country_stays_open_when_two_were_named() -> None:
    doc = Doc("Kenya and Uganda signed a pact. // The country is small.")
    assert "The country" not in [m.span.of(doc.text) for m in doc.mentions]


def test_an_office_after_and_is_another_persons() -> None:
    assert {"Malloy", "Adams"} == Doc("PDNSA Malloy and Secretary Adams spoke.").people().keys()
