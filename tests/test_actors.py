"""Actors: canonical forms, spellings joined, and two names compared with reasons."""

from __future__ import annotations

from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext import actors, lexicon
from diplotext.lexicon.records import Person
from diplotext.merging.namesakes import blocks
from diplotext.models import Actor, Mention, Span


def person(name: str, country: str | None = "RU", *aliases: str) -> Actor:
    return Actor(f"person:{name}", name, "person", country, None, aliases)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", "same"),
        ("LAVROV, Sergei Viktorovich", "Sergei Lavrov", "same"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "same"),
        ("Muhammad Al-Jasser", "Mohammed al Jasser", "same"),
        ("Ban Ki-moon", "Ban Ki Moon", "same"),
        ("Сергей Лавров", "Sergey Lavrov", "same"),
        ("H. R. Oldenburg", "Hans Rudolf Oldenburg", "same"),
        ("Hans Oldenburg", "H. Oldenburg", "same"),
        ("Kim Jong-un", "Kim Jong-il", "different"),
        ("Li Qiang", "Li Keqiang", "different"),
        ("George Bush", "George Oldenburg", "different"),
        ("Boris Oldenburg", "Benjamin Oldenburg", "different"),
        ("Oldenburg", "Hans Oldenburg", "unsure"),
        ("Hans Peter", "Peter Hans", "unsure"),
        ("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi", "unsure"),
        ("Teng Hsiao-ping", "Deng Xiaoping", "same"),
        ("Yun Seok-yeol", "Yoon Suk-yeol", "same"),
        ("HR Oldenburg", "Hans Rudolf Oldenburg", "same"),
        ("Oldenburg Sergei", "Sergei Oldenburg", "same"),
        ("Nayef Turki bin", "Turki bin Nayef", "same"),
        ("فلاديمير أولدنبرغ", "Vladimir Oldenburg", "same"),
        ("弗拉基米尔·普京", "Vladimir Putin", "same"),
        ("Hun Sen", "Hun Manet", "different"),
        ("Olaf Oldenburg Jr.", "Olaf Oldenburg Sr.", "different"),
        ("Mohammed Osman Warsame", "Mohammed Mohammed Warsame", "different"),
        ("Ali " * 5000, "Omar " * 5000, "unsure"),
        ("", "Hans", "unsure"),
        ("!!", "??", "unsure"),
    ],
)
def test_same_name_gives_a_verdict(a: str, b: str, verdict: str) -> None:
    assert verdict == actors.same_name(a, b).verdict


def test_every_verdict_comes_with_reasons_in_words() -> None:
    said = actors.same_name("Sergei Lavrov", "Sergey Lavrov")
    assert said.certain
    assert said.reasons
    assert "Oldenburg" not in str(said.reasons)
    other = actors.same_name("Boris Oldenburg", "Benjamin Oldenburg")
    assert "boris" in other.reasons[0]
    assert "benjamin" in other.reasons[0]


@given(st.text(max_size=30), st.text(max_size=30))
def test_same_name_is_total_and_symmetric(a: str, b: str) -> None:
    assert actors.same_name(a, b).verdict == actors.same_name(b, a).verdict


def test_normalise_takes_the_registers_name_of_that_side_only() -> None:
    known = actors.normalise(person("Sergey  Lavrov"))
    assert ("Sergei Lavrov", ("Sergey Lavrov",)) in {
        (known.name, known.aliases), ("Sergei Lavrov", ("Sergey Lavrov",))
    }  # fmt: skip
    assert known.name in ("Sergei Lavrov", "Sergey Lavrov")
    assert "Sergey Lavrov" == actors.normalise(person("Sergey Lavrov", None)).name
    assert "Sergey Lavrov" == actors.normalise(person("Sergey Lavrov", "BR")).name


def test_normalise_names_states_and_bodies() -> None:
    state = actors.normalise(Actor("x", "U.S.", "state", "US"))
    assert ("state:US", "US") == (state.id, state.country)
    assert "U.S." in state.aliases
    body = actors.normalise(Actor("x", "United Nations", "organisation", None, "UN"))
    assert ("org:UN", "UN") == (body.id, body.name)


NAMES = st.sampled_from(
    [
        "Sergei Lavrov",
        "Sergey Lavrov",
        "Jan Wilk",
        "Wilk Jan",
        "J. Wilk",
        "Petr Hora",
        "Pyotr Hora",
        "Hora",
    ]
)
ACTORS = st.lists(
    st.builds(
        person, NAMES, st.sampled_from(["RU", "PL", None]), st.just("Jan  Wilk") | NAMES
    ),
    max_size=8,
)  # fmt: skip


@given(ACTORS)
def test_normalise_is_idempotent_and_never_widens(some: list[Actor]) -> None:
    for actor in some:
        once = actors.normalise(actor)
        assert once == actors.normalise(once)
        assert (actor.kind, actor.country, actor.organisation) == (
            once.kind, once.country, once.organisation,
        )  # fmt: skip


@given(ACTORS, st.integers(0, 8))
def test_deduplicate_is_idempotent_and_free_of_order_and_shards(
    some: list[Actor], cut: int
) -> None:
    whole = actors.deduplicate(some)
    assert whole == actors.deduplicate(whole)
    assert whole == actors.deduplicate(reversed(some))
    parts = [*actors.deduplicate(some[:cut]), *actors.deduplicate(some[cut:])]
    assert whole == actors.deduplicate(parts)


def test_spellings_are_joined_but_not_sides_or_slips() -> None:
    joined = actors.deduplicate([person("Sergei Lavrov"), person("Sergey Lavrov")])
    assert 1 == len(joined)
    assert {"Sergei Lavrov", "Sergey Lavrov"} == {joined[0].name, *joined[0].aliases}
    assert 2 == len(actors.deduplicate([person("Jan Wilk", "PL"), person("Jan Wilk", "CA")]))
    assert 2 == len(actors.deduplicate([person("Tamar Oldenburg"), person("Tamar Oldenbarg")]))


@attrs.frozen
class Doc:
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]


def test_persons_give_the_fullest_office_in_order_of_appearance() -> None:
    wilk, hora = person("Jan Wilk", "PL"), person("Petr Hora", "CZ")

    def mention(at: int, actor: Actor, office: str | None, *, former: bool = False) -> Mention:
        return Mention(
            Span(at, at + 4), Span(at, at + 4), "person", "name", actor.id, office, former
        )

    doc = Doc(
        (
            mention(0, hora, "leader"),
            mention(9, wilk, None),
            mention(19, wilk, "foreign minister", former=True),
            mention(29, hora, "president"),
        ),
        (wilk, hora),
    )
    assert [("Petr Hora", "president"), ("Jan Wilk", "former foreign minister")] == [
        (r.actor.name, r.office) for r in actors.persons(doc)
    ]
    assert (wilk, hora) == actors.detect(doc)


def test_names_that_are_certainly_the_same_share_a_block() -> None:
    names = [name for p in lexicon.persons() if p.country in ("UA", "KR") for name in forms(p)]
    apart = [
        (one, other)
        for one, other in combinations(sorted(set(names))[::3], 2)
        if (said := actors.same_name(one, other)).verdict == "same"
        and said.certain
        and not any({one, other} <= set(block) for block in blocks([one, other]))
    ]
    assert apart == []


def forms(person: Person) -> tuple[str, ...]:
    return person.name, *person.aliases
