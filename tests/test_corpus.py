"""Merging across articles: what joins, what stays apart, and the laws of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplotext import articles
from diplotext.corpus import merge, mine
from diplotext.dateranges import DateRange
from diplotext.errors import InputError
from diplotext.merging import (
    compare,
    conflicts,
    merge_exercises,
    merge_meetings,
    status_history,
)
from diplotext.models import (
    Actor,
    Evidence,
    Meeting,
    MilitaryExercise,
    Participant,
    Place,
    Span,
)

# --- small builders: "Ada Quill/NO" is a person, "NO" a state, "premier@NO" an unnamed office -----


def who(text: str) -> Participant:
    office, at, rest = text.partition("@")
    if at:
        return Participant(Actor(f"role:{rest}:{office}", None, "person", rest), office)
    name, slash, country = text.partition("/")
    if slash:
        return Participant(Actor(f"person:{name}", name, "person", country))
    if len(text) == 2 and text.isupper() and text not in ("AU", "EU", "UN"):
        return Participant(Actor(f"state:{text}", text, "state", text))
    return Participant(Actor(f"org:{text}", text, "organisation", None, text))


def where(text: str | None) -> Place | None:
    if text is None:
        return None
    name, _, country = text.partition("/")
    return Place(name, country or None)


def met(
    article: str,
    kind: str,
    people: str,
    when: str | None = None,
    place: str | None = None,
    status: str = "held",
    *,
    told: str | None = None,
    basis: str = "explicit",
    quote: str = "",
    number: int = 0,
) -> Meeting:
    return Meeting(
        id=f"{article}:m{number}",
        kind=kind,  # type: ignore[arg-type]
        participants=tuple(map(who, people.split(" + "))),
        place=where(place),
        when=DateRange.parse(when, basis) if when else None,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        article=article,
        published=date.fromisoformat(told) if told else None,
        evidence=(Evidence("event", Span(0, len(quote)), quote),) if quote else (),
    )


def drilled(
    article: str,
    name: str | None,
    states: str,
    when: str | None,
    places: str = "",
    domains: str = "",
    status: str = "held",
    *,
    told: str | None = None,
) -> MilitaryExercise:
    return MilitaryExercise(
        id=f"{article}:x0",
        name=name,
        participants=tuple(map(who, states.split())),
        places=tuple(Place(p) for p in places.split("|") if p),
        when=DateRange.parse(when) if when else None,
        status=status,  # type: ignore[arg-type]
        domains=tuple(domains.split()),  # type: ignore[arg-type]
        article=article,
        published=date.fromisoformat(told) if told else None,
    )


VISIT = met("a", "visit", "Ada Quill/NO + PE", "2021-05-03/2021-05-06", "Lima/PE")

TOGETHER = {
    "the same visit, planned and then held": (
        met("a", "visit", "Ada Quill/NO + PE", "2021-05-03", "Peru/PE", "planned"),
        met("b", "visit", "Ada Quill/NO + PE", "2021-05-03/2021-05-05", "Lima/PE"),
    ),
    "a plan dated, the visit told without a date": (
        met("a", "visit", "Quill/NO + PE", "2021-05-03", None, "planned", told="2021-05-01"),
        met("b", "visit", "Ada Quill/NO + PE", None, "Lima/PE", told="2021-05-04"),
    ),
    "neither dated, published within days": (
        met("a", "visit", "Ada Quill/NO + PE", None, "Lima/PE", "planned", told="2021-05-02"),
        met("b", "visit", "Ada Quill/NO + PE", None, "Lima/PE", "held", told="2021-05-05"),
    ),
    "a month holds the day": (
        met("a", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05", status="planned"),
        met("b", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-04", "Lima/PE"),
    ),
    "relative dates a day apart": (
        met("a", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-03", basis="relative"),
        met("b", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-04", basis="relative"),
    ),
    "transliterations of one name": (
        met("a", "talks", "Sergei Volin/RU + Ada Quill/NO", "2021-05-03"),
        met("b", "talks", "Sergey Volin/RU + Ada Quill/NO", "2021-05-03"),
    ),
    "an office in one, its holder in the other": (
        attrs.evolve(
            met("a", "talks", "Ada Quill/NO + PE", "2021-05-03", "Lima/PE"),
            participants=(
                attrs.evolve(who("Ada Quill/NO"), office="foreign minister"),
                who("PE"),
            ),
        ),
        met("b", "talks", "foreign minister@NO + PE", "2021-05-03", "Lima/PE"),
    ),
    "a third side that one report leaves out": (
        met("a", "talks", "Ada Quill/NO + Ivo Marsh/PE + CL", "2021-05-03", "Lima/PE"),
        met("b", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-03", "Lima/PE"),
    ),
    "a summit at which each names its own": (
        met("a", "summit", "Ada Quill/NO + AU", "2021-05-03", "Lima/PE", "planned"),
        met("b", "summit", "Ivo Marsh/CL + AU", "2021-05-03/2021-05-04", "Lima/PE"),
    ),
    "states only, the same day and place": (
        met("a", "talks", "NO + PE", "2021-05-03", "Lima/PE"),
        met("b", "talks", "NO + PE", "2021-05-03", "Lima/PE"),
    ),
}

APART = {
    "the visit a year later": (
        VISIT,
        met("b", "visit", "Ada Quill/NO + PE", "2022-05-03/2022-05-06", "Lima/PE"),
    ),
    "two days without a day in common": (
        met("a", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-03"),
        met("b", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-04"),
    ),
    "another host": (VISIT, met("b", "visit", "Ada Quill/NO + CL", "2021-05-05", "Santiago/CL")),
    "another visitor": (VISIT, met("b", "visit", "Odd Berg/NO + PE", "2021-05-03", "Lima/PE")),
    "another counterpart": (
        met("a", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-03"),
        met("b", "talks", "Ada Quill/NO + Rosa Leal/PE", "2021-05-03"),
    ),
    "the visit and the talks during it": (
        VISIT,
        met("b", "talks", "Ada Quill/NO + PE", "2021-05-03", "Lima/PE"),
    ),
    "talks of two beside the summit of many": (
        met("a", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-03", "Lima/PE"),
        met("b", "summit", "Ada Quill/NO + Ivo Marsh/PE + CL + AU", "2021-05-03", "Lima/PE"),
    ),
    "one article tells of both": (
        met("a", "talks", "NO + PE", "2021-05-03", "Lima/PE"),
        met("a", "talks", "NO + PE", "2021-05-03", "Lima/PE", number=1),
    ),
    "nobody shared": (
        met("a", "talks", "NO + PE", "2021-05-03", "Lima/PE"),
        met("b", "talks", "SE + CL", "2021-05-03", "Lima/PE"),
    ),
    "held and cancelled": (
        VISIT,
        met("b", "visit", "Ada Quill/NO + PE", "2021-05-03", "Lima/PE", "cancelled"),
    ),
    "brothers in name only": (
        met("a", "talks", "Kim Do Hyun/KP + Ada Quill/NO", "2021-05-03"),
        met("b", "talks", "Kim Su Jin/KP + Ada Quill/NO", "2021-05-03"),
    ),
    "the planned one, told long before": (
        met("a", "visit", "Ada Quill/NO + PE", None, "Lima/PE", "planned", told="2021-02-01"),
        met("b", "visit", "Ada Quill/NO + PE", "2021-05-03", "Lima/PE", told="2021-05-03"),
    ),
    "no date at all and nothing more to go by": (
        VISIT,
        met("b", "visit", "Ada Quill/NO + PE", None, "Peru/PE"),
    ),
    "different offices": (
        met("a", "talks", "foreign minister@NO + Ivo Marsh/PE", "2021-05-03", "Lima/PE"),
        met("b", "talks", "defence minister@NO + Ivo Marsh/PE", "2021-05-03", "Lima/PE"),
    ),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_reports_of_one_meeting_become_one_record(case: str) -> None:
    (merged,) = merge_meetings(TOGETHER[case])
    assert tuple(sorted(r.article for r in merged.reports)) == ("a", "b")


@pytest.mark.parametrize("case", APART)
def test_different_meetings_stay_apart(case: str) -> None:
    assert len(merge_meetings(APART[case])) == 2


EXERCISES_TOGETHER = {
    "spellings of the name, another list of states": (
        drilled("a", "Grey Heron-2021", "NO PE CL", "2021-09", "Baltic Sea"),
        drilled("b", "Grey Heron 2021", "PE NO SE", "2021-09-04/2021-09-09", "Gotland"),
    ),
    "announced in spring by its name, reported in autumn": (
        drilled("a", "Grey Heron", "NO PE CL", None, "", "", "planned", told="2021-05-02"),
        drilled("b", "Grey Heron", "PE NO CL", "2021-09-04/2021-09-09", "Gotland"),
    ),
    "the day it opened, the day a minister came, all of its days": (
        drilled("a", "Grey Heron-2021", "NO PE", "2021-09-06", status="ongoing"),
        drilled("b", "Grey Heron 2021", "NO PE", "2021-09-09"),
        drilled("c", "Grey Heron", "NO PE", "2021-09-06/2021-09-15", status="planned"),
    ),
    "no name, but the same states, days and sea": (
        drilled("a", None, "NO PE", "2021-09-04/2021-09-06", "Baltic Sea", "naval"),
        drilled("b", None, "NO PE", "2021-09-04/2021-09-06", "Baltic Sea", "naval air"),
    ),
}
EXERCISES_APART = {
    "another edition": (
        drilled("a", "Grey Heron-2021", "NO PE", "2021"),
        drilled("b", "Grey Heron-2020", "NO PE", None, told="2021-02-02"),
    ),
    "the year in the name, and last year's": (
        drilled("a", "Grey Heron-2021", "NO PE", None, told="2021-02-02"),
        drilled("b", "Grey Heron", "NO PE", "2020"),
    ),
    "of a yearly series, and of no day that anybody knows": (
        drilled("a", "Grey Heron", "NO PE", "2021-09-04", "Gotland"),
        drilled("b", "Grey Heron", "NO PE", None, "Gotland"),
    ),
    "another name": (
        drilled("a", "Grey Heron", "NO PE", "2021-09-04"),
        drilled("b", "Swift Otter", "NO PE", "2021-09-04"),
    ),
    "fleet and army": (
        drilled("a", None, "NO PE", "2021", "", "naval"),
        drilled("b", None, "NO PE", "2021", "", "land"),
    ),
}


@pytest.mark.parametrize("case", EXERCISES_TOGETHER)
def test_reports_of_one_exercise_become_one_record(case: str) -> None:
    assert len(merge_exercises(EXERCISES_TOGETHER[case])) == 1


@pytest.mark.parametrize("case", EXERCISES_APART)
def test_different_exercises_stay_apart(case: str) -> None:
    assert len(merge_exercises(EXERCISES_APART[case])) == 2


# --- reports that bear no date ------------------------------------------------------------------

TRIP = "begins a three-day trip to Peru"


def test_an_undated_report_joins_on_further_agreement() -> None:
    """The length of the trip is told in both; nothing else could be meant."""
    dated = met("a", "visit", "Ada Quill/NO + PE", "2021-05-03/2021-05-05", told="2021-05-03")
    undated = met("b", "visit", "Ada Quill/NO + PE", status="ongoing", quote=TRIP)
    (merged,) = merge_meetings([dated, undated])
    assert (merged.when and merged.when.edtf) == "2021-05-03/2021-05-05"


def test_an_undated_report_joins_when_its_article_tells_the_same_other_news() -> None:
    def news(article: str, when: str | None, told: str | None) -> list[Meeting]:
        return [
            met(article, "visit", "Ada Quill/NO + PE", when, None, "ongoing", told=told),
            met(article, "talks", "Ada Quill/NO + Ivo Marsh/PE", when, told=told, number=1),
            met(article, "visit", "Rosa Leal/CL + PE", when, told=told, number=2),
        ]

    merged = merge_meetings([*news("a", "2021-05-03", "2021-05-03"), *news("b", None, None)])
    assert [len(m.reports) for m in merged] == [2, 2, 2]


def test_an_undated_report_that_could_mean_two_events_joins_neither() -> None:
    one = met("a", "visit", "Ada Quill/NO + PE", "2021-05-03/2021-05-05", told="2021-05-03")
    other = met("b", "visit", "Ada Quill/NO + PE", "2022-05-03/2022-05-05", told="2022-05-03")
    undated = met("c", "visit", "Ada Quill/NO + PE", status="ongoing", quote=TRIP)
    assert len(merge_meetings([one, other, undated])) == 3


def test_a_year_that_holds_two_events_joins_neither() -> None:
    one = met("a", "visit", "Ada Quill/NO + PE", "2021-05-03")
    other = met("b", "visit", "Ada Quill/NO + PE", "2021-09-03")
    vague = met("c", "visit", "Ada Quill/NO + PE", "2021")
    assert len(merge_meetings([one, other, vague])) == 3
    assert len(merge_meetings([one, vague])) == 1


# --- the merged record --------------------------------------------------------------------------


def test_the_merged_record_takes_the_best_values_and_keeps_every_claim() -> None:
    reports = [
        met("a", "visit", "Quill/NO + PE", "2021-05", "Peru/PE", "planned", told="2021-04-20"),
        met("b", "visit", "Ada Quill/NO + PE", "2021-05-03/2021-05-05", "Lima/PE", "held",
            told="2021-05-06"),
        met("c", "visit", "Ada Quill/NO + PE", "2021-05-04", "Cuzco/PE", "ongoing",
            told="2021-05-04"),
    ]  # fmt: skip
    (merged,) = merge_meetings(reports)
    assert [p.actor.name for p in merged.participants] == ["Ada Quill", "PE"]
    assert (merged.when and merged.when.edtf) == "2021-05-03/2021-05-05"
    assert merged.status == "held"
    assert [t.status for t in status_history(merged)] == ["planned", "ongoing", "held"]
    assert {"2021-05", "2021-05-03/2021-05-05", "2021-05-04"} == {
        c.value for c in merged.claims if c.field == "when"
    }
    (conflict,) = conflicts(merged)
    assert conflict.field == "place"  # Lima or Cuzco; Peru contradicts neither


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2021-05-02", "2021-05-02"), (("cancelled", ("b",)), ("planned", ("a",)))),
        (("2021-05-01", "2021-05-02"), None),  # first planned, then called off
        ((None, None), None),
    ],
)
def test_statuses_conflict_when_one_day_tells_both(
    days: tuple[str | None, str | None], expected: object
) -> None:
    (merged,) = merge_meetings(
        met(article, "visit", "Ada Quill/NO + PE", "2021-05-03", "Lima/PE", status, told=told)
        for article, status, told in zip("ab", ("planned", "cancelled"), days, strict=True)
    )
    found = {c.field: c.values for c in conflicts(merged)}
    assert found.get("status") == expected


# --- articles of one id -------------------------------------------------------------------------

STORY = "Norwegian Foreign Minister Ada Quill met Peruvian Foreign Minister Ivo Marsh in Lima."


def test_one_id_for_two_texts_is_refused() -> None:
    given = [articles.detect(text, id="same") for text in (STORY, f"On Monday, {STORY}")]
    with pytest.raises(InputError, match="same: two articles"):
        mine(given)
    with pytest.raises(InputError, match="same: two articles"):
        merge([mine(given[:1]), mine(given[1:])])


def test_one_text_read_twice_under_one_id_is_one_article_in_any_order() -> None:
    known = articles.detect(STORY, id="same", published="2021-05-03", outlet="Post")
    blank = articles.detect(STORY, id="same")
    corpus = mine([known])
    assert len(corpus.meetings) == 1
    for read in ([known, blank], [blank, known], [blank, known, blank]):
        assert mine(read) == corpus
    assert merge([mine([blank]), corpus]) == corpus


def test_a_claim_has_the_words_for_just_its_participant() -> None:
    text = (
        "Peruvian President Ana Ruiz flew to Nairobi on Monday. On Tuesday she met her Kenyan "
        "counterpart, Ivo Marsh."
    )
    corpus = mine([articles.detect(text, published="2021-05-03")])
    told = {
        (meeting.kind, claim.value): claim.quote
        for meeting in corpus.meetings
        for claim in meeting.claims
        if claim.field == "participant"
    }
    assert {
        ("visit", "Ana Ruiz, PE"): "Peruvian President Ana Ruiz",
        ("visit", "KE"): "Nairobi",
        ("talks", "Ana Ruiz, PE"): "she",
        ("talks", "Ivo Marsh, KE"): "her Kenyan counterpart, Ivo Marsh",
    } == told


def test_mine_takes_a_list_of_texts() -> None:
    with pytest.raises(TypeError, match=r"mine\(\[article\]\)"):
        mine(STORY)
    for wrong in (lambda: mine([None]), lambda: articles.detect(None)):  # type: ignore[list-item, arg-type]
        with pytest.raises(TypeError, match="text is a str, not NoneType"):
            wrong()


def test_talks_within_a_visit_point_at_the_merged_visit() -> None:
    visit = met("a", "visit", "Ada Quill/NO + PE", "2021-05-03")
    talks = attrs.evolve(
        met("a", "talks", "Ada Quill/NO + Ivo Marsh/PE", "2021-05-03", number=1), part_of=visit.id
    )
    outer, inner = merge_meetings([visit, talks])
    assert outer.id == inner.part_of


def test_compare_says_why() -> None:
    found = compare(*APART["another host"])
    assert {"different hosts", "different countries"} <= set(found.vetoes)
    assert not found.same
    found = compare(*TOGETHER["transliterations of one name"])
    assert ("the same persons", 6) in found.clues
    assert found.same


# --- laws ---------------------------------------------------------------------------------------

_PEOPLE = ("Ada Quill/NO", "Quill/NO", "Odd Berg/NO", "Ivo Marsh/PE", "Rosa Leal/PE", "Xu/CN")
_OTHERS = ("NO", "PE", "CN", "AU", "premier@PE", "foreign minister@NO")
_DAYS = st.integers(0, 12).map(lambda n: date(2021, 5, 1) + timedelta(n))


@st.composite
def _whens(draw: st.DrawFn) -> DateRange | None:
    day = draw(_DAYS)
    return draw(
        st.sampled_from(
            [
                None,
                DateRange.day(day),
                DateRange.day(day, "relative"),
                DateRange.between(day, day + timedelta(3)),
                DateRange.month(2021, 5),
                DateRange.year(2021),
            ]
        )
    )


_meetings = st.builds(
    Meeting,
    id=st.sampled_from(["m0", "m1", "m2"]),
    kind=st.sampled_from(["visit", "talks", "summit", "conference", "call"]),
    participants=st.lists(
        st.sampled_from(_PEOPLE + _OTHERS), min_size=1, max_size=4, unique=True
    ).map(lambda xs: tuple(map(who, xs))),
    place=st.sampled_from(
        [None, Place("Lima", "PE"), Place("Peru", "PE"), Place("Oslo", "NO"), Place("\ud800")]
    ),
    when=_whens(),
    status=st.sampled_from(["held", "ongoing", "planned", "possible", "cancelled"]),
    article=st.sampled_from(["", *"abcdefgh"]),
    published=st.none() | _DAYS,
    evidence=st.sampled_from([(), (Evidence("event", Span(0, len(TRIP)), TRIP),)]),
)


@given(st.lists(_meetings, max_size=12), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_merging_is_idempotent_and_independent_of_order_and_shards(reports, random) -> None:
    merged = merge_meetings(reports)
    assert merged == merge_meetings(merged)
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert merged == merge_meetings(shuffled)
    cut = random.randint(0, len(shuffled))
    parts = [*merge_meetings(shuffled[:cut]), *merge_meetings(shuffled[cut:])]
    assert merged == merge_meetings(parts)


@given(st.lists(_meetings, max_size=12, unique_by=lambda m: (m.article, m.id)))
@settings(deadline=None)
def test_merging_loses_nothing(reports: Sequence[Meeting]) -> None:
    merged = merge_meetings(reports)
    kept = [r for m in merged for r in m.reports]
    assert len(kept) == len(set(kept))
    assert set(reports) == set(kept)
    assert len(merged) == len({m.id for m in merged})


@given(st.lists(_meetings, max_size=12))
@settings(deadline=None)
def test_no_merged_record_joins_strangers_or_contradicting_dates(reports) -> None:
    for merged in merge_meetings(reports):
        sides = [
            {p.actor.country or p.actor.organisation for p in r.participants}
            for r in merged.reports
        ]
        assert len(sides) < 2 or all(
            any(one & other for j, other in enumerate(sides) if i != j)
            for i, one in enumerate(sides)
        )
        told = [r.when for r in merged.reports if r.when and r.when.basis == "explicit"]
        # Two days of a visit do not contradict each other where a report tells from when to when.
        whole = [w for w in told if merged.kind == "visit" and w.precision == "interval"]
        assert all(
            one.overlaps(other) or any(w.contains(one) and w.contains(other) for w in whole)
            for one in told
            for other in told
        )


@given(st.lists(_meetings, max_size=10))
@settings(deadline=None)
def test_what_knows_its_day_leaves_no_match_behind(reports) -> None:
    """Vague reports may stay apart because they fit two events; dated ones may not."""
    exact = [r for r in reports if r.when and r.when.days < 4]
    merged = merge_meetings(exact)
    for i, one in enumerate(merged):
        for other in merged[:i]:
            assert not compare(one, other).same, compare(one, other)
