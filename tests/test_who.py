"""Who is spoken of: names, offices, sides, and what refers back to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotext import actors
from diplotext.lexicon.tokens import tokenise
from diplotext.models import Actor, Article, Mention, Part, Sentence, Span
from diplotext.reading import who
from operations import grows_linearly


class Doc:
    """What the readers above get: mentions and actors, with the text for the tests."""

    def __init__(
        self, text: str, *, published: date | None = None, dateline: str | None = None
    ) -> None:
        parts: list[Part] = []
        sentences: list[Sentence] = []
        at = 0
        for paragraph, line in enumerate(text.split("\n")):
            start = at
            for piece in line.split(" // "):  # the tests mark sentence ends themselves
                sentences.append(Sentence(Span(start, start + len(piece)), paragraph))
                start += len(piece) + 4
            parts.append(Part(Span(at, at + len(line)), "body"))
            at += len(line) + 1
        self.text = text
        article = Article("t", text, published=published, dateline=dateline, parts=tuple(parts))
        self.mentions, self.actors = who.read(article, tokenise(text), sentences, ())

    def people(self) -> dict[str, str | None]:
        """Name -> country or body of every political person."""
        return {
            r.actor.name or "": r.actor.country or r.actor.organisation
            for r in actors.persons(self)
        }

    def offices(self) -> dict[str, str | None]:
        return {r.actor.name or "": r.office for r in actors.persons(self)}

    def at(self, words: str, nth: int = 0) -> Mention:
        found = [m for m in self.mentions if m.span.of(self.text) == words]
        assert len(found) > nth, [m.span.of(self.text) for m in self.mentions]
        return found[nth]

    def who(self, words: str, nth: int = 0) -> str | None:
        return self.at(words, nth).actor


# Invented persons throughout, so that no register helps.
@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Bolivian Foreign Minister Carla Quispe Rojas flew to Quito.",
         {"Carla Quispe Rojas": "BO"}),
        ("Norway's defence minister, Torbjorn Haugland, spoke.", {"Torbjorn Haugland": "NO"}),
        ("Torbjorn Haugland, the Norwegian defence minister, spoke.", {"Torbjorn Haugland": "NO"}),
        ("President Amadou Diallo Keita of Mali arrived.", {"Amadou Diallo Keita": "ML"}),
        ("Minister of Fisheries and Blue Economy Pita Folaha of Tonga came.",
         {"Pita Folaha": "TO"}),
        ("They were met by the chief of Jordan's general staff, Omar al-Tarawi.",
         {"Omar al-Tarawi": "JO"}),
        ("Indonesian Deputy Minister A. K. Wirawan and Lieutenant General Ts. Bold spoke.",
         {"A. K. Wirawan": "ID", "Ts. Bold": "ID"}),
        ("Kenyan Ambassador to South Sudan Gen. (ret.) Peter Otieno spoke.",
         {"Peter Otieno": "KE"}),
        ("Jamaica's Foreign Minister, Senator the Hon. Ann Bell, spoke.", {"Ann Bell": "JM"}),
        ("Chairman of the State Committee for Customs of the Kyrgyz Republic Anar Bek spoke.",
         {"Anar Bek": "KG"}),
        ("He saw his US and Japanese counterparts, Wendy Cole and Takeo Arai.",
         {"Wendy Cole": "US", "Takeo Arai": "JP"}),
        ("The Iranian consul general in Erbil, Omid Farhadi, came.", {"Omid Farhadi": "IR"}),
        ("A member of Oman's negotiating team, Omar Rashdi, spoke.", {"Omar Rashdi": "OM"}),
        ("The Kenyan delegation's Col. Peter Otieno spoke.", {"Peter Otieno": "KE"}),
        ("Mongolian Parliament members Tumur Bat and Sukh Bold came.",
         {"Tumur Bat": "MN", "Sukh Bold": "MN"}),
        ("Likud lawmaker Nir Aloni spoke.", {"Nir Aloni": "IL"}),
        ("Thai Prime Minister Anan Suksawat and Foreign Minister Prem Chaiyo met.",
         {"Anan Suksawat": "TH", "Prem Chaiyo": "TH"}),
        ("Presidents Juan Olmos of Chile and Rosa Tapia of Peru signed.",
         {"Juan Olmos": "CL", "Rosa Tapia": "PE"}),
        ("The Polish and Czech foreign ministers, Jan Wilk and Petr Hora, agreed.",
         {"Jan Wilk": "PL", "Petr Hora": "CZ"}),
        ("Ghana's Kofi Mensah-Boateng will chair the talks.", {"Kofi Mensah-Boateng": "GH"}),
        ("Lt. Gen. J. P. Banerji, who commands India's Eastern Army, spoke.",
         {"J. P. Banerji": "IN"}),
        ("German Chancellor Anke von der Heide landed.", {"Anke von der Heide": "DE"}),
        ("Saudi Deputy Foreign Minister Prince Turki bin Nayef Al Sudair came.",
         {"Turki bin Nayef Al Sudair": "SA"}),
        ("Japanese Foreign Minister HASHIDA Kenji telephoned.", {"HASHIDA Kenji": "JP"}),
        ("NATO Deputy Secretary General Ilse Brandsma spoke.", {"Ilse Brandsma": "NATO"}),
        ("UN special envoy for Libya Pieter Dekker left Tripoli.", {"Pieter Dekker": "UN"}),
        ("Kenya's ambassador to Japan Grace Wanjiru spoke.", {"Grace Wanjiru": "KE"}),
        ("Wanjiru Kamau, 61, who has ruled Kenya since May, agreed.", {"Wanjiru Kamau": "KE"}),
        ("Philippine President Ramon “Boy” Salonga Jr. came.", {'Ramon "Boy" Salonga Jr.': "PH"}),
        ("Secretary of State Wilma K. Harding flew to Oslo.", {"Wilma K. Harding": "US"}),
        # An office in a clause, in a city, or with a master named before.
        ("Wen Cai, who directs the Asia desk of the Chinese foreign ministry, left.",
         {"Wen Cai": "CN"}),
        ("Igor Shabanov, who speaks for the Russian government, agreed.", {"Igor Shabanov": "RU"}),
        ("They fear for Shalom Cahn, Israel's ambassador in Cairo.", {"Shalom Cahn": "IL"}),
        ("UN administrator Karl Steiner left. // Steiner's spokesman, Simon Hasel, stayed.",
         {"Karl Steiner": "UN", "Simon Hasel": "UN"}),
        # Names that look like other words.
        ("South Korean spokesman Kim In-sook spoke.", {"Kim In-sook": "KR"}),
        ("Finance Minister Saada Mrisho of Tanzania spoke.", {"Saada Mrisho": "TZ"}),
        ("The head of the Uzbek opposition, Said Nurov, arrived.", {"Said Nurov": "UZ"}),
        ("Fiji's Minister for Women and Poverty Alleviation, Lynda Tabu, spoke.",
         {"Lynda Tabu": "FJ"}),
        # Who comes along, or serves somebody, is of his side and not of the host's.
        ("Chile's Juan Olmos was in Kenya. // With him came Minister Luis Vera and envoy Ana Paz.",
         {"Juan Olmos": "CL", "Luis Vera": "CL", "Ana Paz": "CL"}),
        ("Chile's President Juan Olmos flew to Kenya with Minister Luis Vera and adviser Ana Paz.",
         {"Juan Olmos": "CL", "Luis Vera": "CL", "Ana Paz": "CL"}),
        ("Chile's Juan Olmos is in Kenya. // His adviser Ana Paz and Minister Luis Vera spoke.",
         {"Juan Olmos": "CL", "Ana Paz": "CL", "Luis Vera": "CL"}),
    ],
)  # fmt: skip
def test_open_vocabulary_persons_are_found_with_their_side(
    text: str, people: dict[str, str]
) -> None:
    assert people == Doc(text).people()


@pytest.mark.parametrize(
    "text",
    [
        "Mark Hill, who runs a French bakery in Oslo, agreed.",
        "Mark Hill, who sits in his Swiss garden, agreed.",
        "The Fifth Session of the UN panel began, and Ghana's Silent Drill Platoon marched.",
        "Analyst Petra Novotna said the talks would fail.",
        "Acme Motors president Walter Higgs opened the plant.",
        "The club's coach, Milan Horvat, praised the team.",
        "Laura Whitman, president of the Association of Glass Workers, agreed.",
        "Journalist Ahmed Farouk was detained in Cairo.",
        "The frigate Admiral Petrenko left Murmansk.",
        "Troops trained at Camp Albert J. Robinson and flew from King Hassan Airport.",
        "Singer Yuri Kalashnik and his wife Olga performed in Minsk.",
        "Professor Ingrid Solberg of Oslo University spoke about Norway.",
        "May will be hot, and August dry.",
    ],
)
def test_private_persons_ships_and_places_are_no_actors(text: str) -> None:
    assert {} == Doc(text).people()


def test_offices_are_kept_without_the_state() -> None:
    doc = Doc(
        "Former Peruvian Foreign Minister Rosa Tapia met Jan Wilk, Poland's deputy minister of "
        "energy and climate, and Foreign Affairs Minister of El Salvador Ana Lopez Rivas."
    )
    assert {
        "Rosa Tapia": "former foreign minister",
        "Jan Wilk": "deputy minister of energy and climate",
        "Ana Lopez Rivas": "foreign affairs minister",
    } == doc.offices()


def test_the_whole_noun_phrase_is_one_mention_and_inner_ones_stay() -> None:
    doc = Doc("Kenyan President Grace Wanjiru's national security adviser Peter Otieno left.")
    outer = doc.at("Kenyan President Grace Wanjiru's national security adviser Peter Otieno")
    inner = doc.at("Kenyan President Grace Wanjiru")
    assert ("Peter Otieno", "national security adviser") == (outer.head.of(doc.text), outer.office)
    assert "person:Grace Wanjiru" == inner.actor
    assert ("adjective", "state:KE") == (doc.at("Kenyan").form, doc.at("Kenyan").actor)
    assert {"Peter Otieno": "KE", "Grace Wanjiru": "KE"} == doc.people()


def test_a_list_after_a_plural_office_is_a_group_of_members() -> None:
    doc = Doc("Chilean and Peruvian foreign ministers Juan Olmos and Rosa Tapia met in Quito.")
    group = doc.at("Chilean and Peruvian foreign ministers Juan Olmos and Rosa Tapia")
    assert ("person:Juan Olmos", "person:Rosa Tapia") == group.members
    assert {"Juan Olmos": "CL", "Rosa Tapia": "PE"} == doc.people()


TALKS = (
    "Polish Foreign Minister Jan Wilk met his Czech counterpart Petr Hora in Brno on Monday. // "
    "Wilk said the two ministers had agreed. // He thanked Mr Hora, and the Czech minister smiled."
)


def test_surnames_honorifics_and_pronouns_follow_the_full_name() -> None:
    doc = Doc(TALKS)
    assert {"Jan Wilk": "PL", "Petr Hora": "CZ"} == doc.people()
    assert "foreign minister" == doc.offices()["Petr Hora"]
    assert "person:Jan Wilk" == doc.who("Wilk")
    assert "person:Petr Hora" == doc.who("Mr Hora")
    assert "person:Jan Wilk" == doc.who("He")
    assert "person:Petr Hora" == doc.who("the Czech minister")
    assert ("person:Jan Wilk", "person:Petr Hora") == doc.at("the two ministers").members


def test_a_counterpart_of_no_told_state_is_the_other_one_named() -> None:
    doc = Doc(
        "Polish Foreign Minister Jan Wilk met Czech Foreign Minister Petr Hora. "
        "Wilk thanked his counterpart."
    )
    assert "person:Petr Hora" == doc.who("his counterpart")


WILK = "Polish Foreign Minister Jan Wilk"
HORA = "Czech Prime Minister Petr Hora"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # The subject comes before those named in passing.
        (f"{WILK} left Graz after a dinner hosted by {HORA}. // He will arrive in Bonn today.",
         "He", "Jan Wilk"),
        (f"{WILK} spoke. // After talks with {HORA}, he flew home.", "he", "Jan Wilk"),
        (f"Joined by Ministers Ola Kos and Ida Pol of Peru, {HORA} came to Bonn, where he rested.",
         "he", "Petr Hora"),
        (f"{WILK} will land on Monday after a tour of the region, {HORA} said. // He stays a day.",
         "He", "Jan Wilk"),
        (f"{WILK} will land on Monday after a tour of the region, {HORA} said. // He added a word.",
         "He", "Petr Hora"),
        (f"{WILK} sat down with the host, {HORA}, and afterwards he left.", "he", "Jan Wilk"),
        (f"{WILK} came. // \"{HORA} will see,\" an aide said. // He left.", "He", "Jan Wilk"),
        # Clauses are left from the inside.
        (f"{WILK} was met by {HORA}, who visited Bonn, where he studied.", "he", "Petr Hora"),
        (f"{WILK} met {HORA}, who is ill, before a flight that took him home.", "him", "Jan Wilk"),
        (f"It was {HORA} whom {WILK} saw on his tour.", "his", "Jan Wilk"),
        # Nobody is the object of himself.
        (f"{WILK} telephoned {HORA} and invited him to Graz.", "him", "Petr Hora"),
        (f"{WILK} is in Brno. // {HORA} will receive him.", "him", "Jan Wilk"),
        (f"{WILK} is in Brno. // {HORA} and Trade Minister Ida Pol will meet with him.",
         "him", "Jan Wilk"),
        (f"{WILK} said that the trip had given him hope.", "him", "Jan Wilk"),
        (f"{WILK} was received by {HORA} and his deputy.", "his", "Petr Hora"),
        (f"{WILK} met {HORA}, who urged him to use his influence.", "his", "Jan Wilk"),
        # What stands before the subject waits for it.
        (f"{WILK} came. // During his stay, {HORA} spoke.", "his", "Petr Hora"),
        # Women and men.
        (f"{WILK} was met by his wife, Ida Pol, the Polish ambassador to Peru, who kept his notes.",
         "his", "Jan Wilk"),
        (f"Polish Minister Ida Pol thanked her hosts. // {HORA} saw Mrs Pol. // She left.",
         "She", "Ida Pol"),
    ],
)  # fmt: skip
def test_pronouns_mean_the_one_whom_the_text_is_about(text: str, words: str, name: str) -> None:
    doc = Doc(text)
    last = [m for m in doc.mentions if m.span.of(text) == words][-1]
    assert f"person:{name}" == last.actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Jordan's King Omar II met Peruvian President Rosa Tapia. // The King left.",
         "The King", "person:Omar II"),
        ("Jordan's King Omar II met Peruvian President Rosa Tapia. // The president left.",
         "The president", "person:Rosa Tapia"),
        ("Peruvian President Rosa Tapia greeted the president.", "the president", None),
        ("Slovak envoy Ivan Kollar met President Rosa Tapia of Peru. // The Slovak diplomat left.",
         "The Slovak diplomat", "person:Ivan Kollar"),
        (f"{HORA} and {WILK} spoke. // The minister left.", "The minister", "person:Jan Wilk"),
        (f"{WILK} met {HORA}. // They spoke of its prime minister.", "its prime minister", None),
        (f"{HORA} came. // {WILK} telephoned the new crown prince to praise him.", "him", None),
    ],
)  # fmt: skip
def test_descriptions_mean_the_holder_or_nobody(text: str, words: str, actor: str | None) -> None:
    assert actor == Doc(text).who(words)


def test_of_two_holders_the_one_in_office_that_day_is_meant() -> None:
    text = "Scott Morrison lost. // Anthony Albanese flew to Suva. // The Australian prime minister"
    for day, name in (
        (date(2022, 7, 13), "Anthony Albanese"),
        (date(2021, 7, 13), "Scott Morrison"),
    ):
        doc = Doc(f"{text} met villagers.", published=day)
        assert doc.who("The Australian prime minister") == f"person:{name}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{WILK} met {HORA} to prepare for their ministers.", "their ministers"),
        (f"{WILK} met {HORA}. // Among them were friends.", "them"),
        (f"{WILK} met {HORA}. // The leaders of the region came.", "The leaders of the region"),
        (f"{HORA} sent a card to {WILK} and a child, wishing them luck.", "them"),
    ],
)
def test_others_than_the_two_just_named(text: str, words: str) -> None:
    found = [m for m in Doc(text).mentions if m.span.of(text).startswith(words)]
    assert not [m for m in found if m.members]


def test_an_unnamed_counterpart_is_role_and_country() -> None:
    doc = Doc("Polish Foreign Minister Jan Wilk will meet his Austrian counterpart in Graz.")
    assert "role:AT:foreign minister" == doc.who("his Austrian counterpart")
    role = next(a for a in doc.actors if a.id == "role:AT:foreign minister")
    assert (None, "AT") == (role.name, role.country)


def test_two_people_of_one_surname_stay_two() -> None:
    doc = Doc(
        "Polish Foreign Minister Jan Wilk met Adam Wilk, Canada's trade minister. // "
        "Wilk spoke first."
    )
    assert {"Jan Wilk": "PL", "Adam Wilk": "CA"} == doc.people()
    assert not [m for m in doc.mentions if m.span.of(doc.text) == "Wilk" and m.actor]


def test_a_description_without_candidate_stays_a_role() -> None:
    doc = Doc("The Turkish foreign minister will fly to Oslo.")
    assert "role:TR:foreign minister" == doc.who("The Turkish foreign minister")


def test_an_office_without_a_state_takes_the_datelines() -> None:
    doc = Doc("Foreign Minister Tariq Baloch Khan left for Beijing.", dateline="ISLAMABAD")
    assert {"Tariq Baloch Khan": "PK"} == doc.people()


@pytest.mark.parametrize(
    ("text", "words", "kind", "has_actor", "has_place"),
    [
        ("She arrived in Moscow on Monday.", "Moscow", "place", False, True),
        ("Moscow said it would not attend.", "Moscow", "state", True, False),
        ("Talks between Moscow and Ankara failed.", "Ankara", "state", True, False),
        ("Moscow's ambassador left.", "Moscow", "state", True, None),
        ("They flew to Sweden.", "Sweden", "state", True, True),
    ],
)
def test_capitals_act_or_are_places(
    text: str, words: str, kind: str, has_actor: bool, has_place: bool | None
) -> None:
    mention = Doc(text).at(words)
    assert (kind, has_actor) == (mention.kind, mention.actor is not None)
    if has_place is not None:
        assert has_place == (mention.place is not None)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Chinese government agreed.", "The Chinese government", "state:CN"),
        ("China's Foreign Ministry denied it.", "China's Foreign Ministry", "state:CN"),
        ("A Norwegian delegation came.", "A Norwegian delegation", "state:NO"),
        ("Russian air and naval forces trained.", "Russian air and naval forces",
         "force:RU air and naval forces"),
        ("The EU protested.", "The EU", "org:EU"),
    ],
)  # fmt: skip
def test_states_bodies_and_forces(text: str, words: str, actor: str) -> None:
    assert actor == Doc(text).who(words)


def test_forces_of_two_states_have_two_members() -> None:
    doc = Doc("Indian and Indonesian navies began a patrol.")
    assert 2 == len(doc.at("Indian and Indonesian navies").members)


def test_headline_names_rest_on_the_body() -> None:
    doc = Doc(
        "Wilk Meets Hora Amid Growing Border Tension\n"
        "Polish Foreign Minister Jan Wilk met Czech Foreign Minister Petr Hora on Monday."
    )
    assert "person:Jan Wilk" == doc.who("Wilk")
    assert {"Jan Wilk": "PL", "Petr Hora": "CZ"} == doc.people()


def test_sentences_of_boilerplate_are_not_read() -> None:
    text = "Norwegian Prime Minister Tor Haugland spoke."
    article = Article("t", text)
    sentences = (Sentence(Span(0, len(text)), 0, "boilerplate"),)
    assert ((), ()) == who.read(article, tokenise(text), sentences, ())


WORDS = [
    "the",
    "his",
    "Russian",
    "Chinese",
    "foreign",
    "minister",
    "ministers",
    "President",
    "of",
    "and",
    ",",
    ".",
    "(",
    ")",
    "'s",
    "-",
    "Wang",
    "Sergei",
    "bin",
    "al",
    "counterpart",
    "who",
    "Moscow",
    "EU",
    "visiting",
    "former",
    "two",
    "sides",
    "they",
    "Mr",
    "Gen.",
    "“",
    "”",
    "'",
    "navy",
    "delegation",
    "for",
    "to",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_nested_mentions_with_known_actors(text: str) -> None:
    tokens = tokenise(text)
    sentences = (Sentence(Span(0, len(text)), 0),) if text else ()
    mentions, found = who.read(Article("t", text), tokens, sentences, ())
    ids = {a.id for a in found}
    open_ends: list[int] = []
    assert sorted(mentions, key=lambda m: (m.span.start, -m.span.end)) == list(mentions)
    for mention in mentions:
        assert mention.span.contains(mention.head)
        assert mention.actor is None or mention.actor in ids
        assert ids.issuperset(mention.members)
        while open_ends and open_ends[-1] <= mention.span.start:
            open_ends.pop()
        assert not open_ends or mention.span.end <= open_ends[-1]
        open_ends.append(mention.span.end)


def test_work_is_linear_in_the_number_of_capitalised_words() -> None:
    def read(count: int) -> Callable[[], object]:
        text = " ".join(f"Name{chr(97 + i % 26)}" for i in range(count))
        sentences = (Sentence(Span(0, len(text)), 0),)
        return partial(who.read, Article("t", text), tokenise(text), sentences, ())

    assert grows_linearly(read, 1000)


def test_reading_is_deterministic() -> None:
    assert Doc(TALKS).mentions == Doc(TALKS).mentions
    assert isinstance(Doc(TALKS).actors[0], Actor)
