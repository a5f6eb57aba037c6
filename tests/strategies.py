"""Strategies for everything the library speaks of, the most general first.

``any_text`` is what may come in: every string. ``news`` is what should: sentences of names,
offices, places and dates with the noise of a page around them. Records are built field by
field within the laws of their classes, so that a test may rely on nothing else.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from hypothesis import strategies as st

from diplotext import articles as article_noun
from diplotext.dateranges import Basis, DateRange
from diplotext.models import (
    Actor,
    ActorKind,
    Article,
    Capacity,
    Claim,
    DateMention,
    Domain,
    Evidence,
    Meeting,
    MeetingKind,
    Mention,
    MentionForm,
    MentionKind,
    MilitaryExercise,
    Part,
    Participant,
    PartKind,
    Place,
    PublishedBasis,
    Sentence,
    Span,
    Status,
)

# --- text -------------------------------------------------------------------------------

any_text = st.text(st.characters(), max_size=300)  # lone surrogates, NULs, every script
clean_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)  # what JSON can hold
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)

_TRASH = (
    "\x00", "\ud83d", "\u202e", "\u200b", "\ufeff", "\xa0", "﷽", "🇨🇳", "e\u0301", "<br/>", "&amp;",
    "\r\n", "\x0b", "\u2028", "“", "”", "’", "…", "—", "...", "?!", "((", "]]", "0" * 40,
)  # fmt: skip
_PERSONS = (
    "Anna Berg", "Omar al-Rashid", "Kim Sun-hee", "J. R. Okafor", "Maria da Silva", "Li Wen",
    "Sir John O'Neill", "Gen. Petrov", "Mr. Tan", "Ngozi Eze", "Wang Yi", "Sergei Lavrov",
)  # fmt: skip
_SIDES = (
    "Norway", "the U.S.", "China", "the United Arab Emirates", "Kenya", "Russia", "Brazil",
    "the EU", "the African Union", "Georgia", "Jordan", "North Korea", "the Kremlin", "Fiji",
)  # fmt: skip
_OFFICES = (
    "foreign minister", "President", "Prime Minister", "defence secretary",
    "national security adviser", "spokeswoman", "deputy foreign minister", "ambassador",
    "Secretary-General",
)  # fmt: skip
_VERBS = (
    "met", "will visit", "held talks with", "called off a meeting with", "arrived in",
    "spoke by phone with", "is expected to host", "may travel to",
    "began a joint naval exercise with", "denied plans to meet",
)  # fmt: skip
_TIMES = (
    "on Monday", "last week", "on September 11-12", "in late October", "on 3 May 2024",
    "next month", "from Monday till June 21", "in Sept.", "at 5 p.m.", "yesterday", "in 2023", "",
)  # fmt: skip
_ABOVE = (
    "Skip to main content", " date 2023-09-18 Follow us on Image Source : AP Anna Berg",
    "By Peter Moe", "Published: May 3, 2024 10:15 AM", "Share", "AFP", "Envoys to meet in Oslo",
    "Anna Berg (left) shakes hands with Li Wen in Oslo on May 3, 2024.",
    "Office of the Spokesperson",
)  # fmt: skip
_BELOW = (
    "With reporting by AFP and Reuters", "Please enter your comment!", "Also read", "###",
    "© 2024 The Courier. All rights reserved.", "Related News", "Leave a Reply", "— Reuters", "END",
)  # fmt: skip
_DATELINES = ("", "", "OSLO, May 3 (Reuters) - ", "NAIROBI: ", "Sept. 18 (UPI) — ", "Suva – ")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence about officials of two sides."""
    who = f"{draw(st.sampled_from(_OFFICES))} {draw(st.sampled_from(_PERSONS))}"
    side, other = draw(st.sampled_from(_SIDES)), draw(st.sampled_from(_SIDES))
    verb, when = draw(st.sampled_from(_VERBS)), draw(st.sampled_from(_TIMES))
    said = draw(st.sampled_from(("", ", officials said", ', "as friends," he said', " in Geneva")))
    told = f"{side[0].upper()}{side[1:]}'s {who} {verb} {other} {when}".rstrip() + said
    return told if told.endswith(".") else told + "."


@st.composite
def news(draw: st.DrawFn) -> str:
    """A page with an article on it: furniture, headline, dateline, paragraphs, at times trash."""
    above = draw(st.lists(st.sampled_from(_ABOVE), max_size=3))
    below = draw(st.lists(st.sampled_from(_BELOW), max_size=3))
    paragraphs = draw(st.lists(st.lists(sentences(), min_size=1, max_size=3), max_size=4))
    lines = [*above, *(" ".join(p) for p in paragraphs), *below]
    if paragraphs:
        lines[len(above)] = draw(st.sampled_from(_DATELINES)) + lines[len(above)]
    page = draw(st.sampled_from(("\n", "\n\n", "\r\n"))).join(lines)
    if draw(st.integers(0, 4)) == 0:
        at = draw(st.integers(0, len(page)))
        page = page[:at] + draw(st.sampled_from(_TRASH)) + page[at:]
    return page


texts = st.one_of(any_text, news())

# --- values -----------------------------------------------------------------------------

days = st.dates(date(1, 1, 1), date(9999, 12, 31))
recent_days = st.dates(date(1990, 1, 1), date(2035, 12, 31))
bases = st.sampled_from(get_args(Basis))


@st.composite
def date_ranges(draw: st.DrawFn, within: st.SearchStrategy[date] = recent_days) -> DateRange:
    """Days, months, years and intervals of up to a year."""
    start, basis = draw(within), draw(bases)
    grain = draw(st.sampled_from(("day", "month", "year", "interval")))
    if grain == "day":
        return DateRange.day(start, basis)
    if grain == "month":
        return DateRange.month(start.year, start.month, basis)
    if grain == "year":
        return DateRange.year(start.year, basis)
    length = draw(st.integers(0, min(400, (date.max - start).days)))
    return DateRange.between(start, start + timedelta(length), basis)


@st.composite
def spans(draw: st.DrawFn, text: str | None = None) -> Span:
    """A span, of ``text`` if it is given."""
    size = 10**6 if text is None else len(text)
    start = draw(st.integers(0, size))
    return Span(start, draw(st.integers(start, size)))


codes = st.sampled_from(("CN", "RU", "US", "NO", "KE", "BR", "AE", "XK", "TW", "FJ"))
statuses = st.sampled_from(get_args(Status))
names = st.sampled_from(_PERSONS)


@st.composite
def evidence(draw: st.DrawFn, text: str = "Envoys of Norway and Kenya met in Oslo.") -> Evidence:
    """A field and the words of ``text`` on which it rests."""
    span = draw(spans(text))
    return Evidence(draw(st.sampled_from(("when", "place", "status", "kind"))), span, span.of(text))


places = st.builds(Place, name=words, country=st.none() | codes)
parts = st.builds(Part, span=spans(), kind=st.sampled_from(get_args(PartKind)))
sentence_records = st.builds(
    Sentence, span=spans(), paragraph=st.integers(0, 99), part=st.sampled_from(get_args(PartKind))
)
date_mentions = st.builds(DateMention, span=spans(), value=st.none() | date_ranges())
mentions = st.builds(
    Mention,
    span=spans(),
    head=spans(),
    kind=st.sampled_from(get_args(MentionKind)),
    form=st.sampled_from(get_args(MentionForm)),
    actor=st.none() | words,
    office=st.none() | st.sampled_from(_OFFICES),
    former=st.booleans(),
    members=st.lists(words, max_size=2).map(tuple),
    place=st.none() | places,
    reason=clean_text,
)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    """Persons, states, organisations and forces, ids as the library gives them."""
    kind = draw(st.sampled_from(get_args(ActorKind)))
    country = draw(codes)
    if kind == "person":
        name = draw(names)
        return Actor(f"person:{name}", name, kind, country, aliases=(name.split()[-1],))
    if kind == "state":
        return Actor(f"state:{country}", country, kind, country)
    if kind == "organisation":
        short = draw(st.sampled_from(("UN", "EU", "ASEAN", "AU")))
        return Actor(f"org:{short}", short, kind, organisation=short)
    return Actor(f"force:{country} Navy", f"{country} Navy", kind, country)


participants = st.builds(
    Participant,
    actor=actors(),
    office=st.none() | st.sampled_from(_OFFICES),
    capacity=st.sampled_from(get_args(Capacity)),
)
claims = st.builds(
    Claim,
    field=st.sampled_from(("when", "place", "status")),
    value=words,
    article=words,
    outlet=st.none() | words,
    published=st.none() | recent_days,
    quote=st.none() | clean_text,
)
_some_participants = st.lists(participants, max_size=3).map(tuple)
_some_evidence = st.lists(evidence(), max_size=2).map(tuple)
_some_claims = st.lists(claims, max_size=2).map(tuple)


def meetings(*, merged: bool = True) -> st.SearchStrategy[Meeting]:
    """Meetings; with ``merged`` some hold reports and claims."""
    inner = meetings(merged=False) if merged else st.nothing()
    return st.builds(
        Meeting,
        id=words,
        kind=st.sampled_from(get_args(MeetingKind)),
        participants=_some_participants,
        place=st.none() | places,
        when=st.none() | date_ranges(),
        status=statuses,
        format=st.none() | words,
        topics=st.lists(words, max_size=2).map(tuple),
        invited_by=st.none() | participants,
        reported_by=st.lists(words, max_size=2).map(tuple),
        part_of=st.none() | words,
        article=words,
        published=st.none() | recent_days,
        evidence=_some_evidence,
        claims=_some_claims if merged else st.just(()),
        reports=st.lists(inner, max_size=2).map(tuple) if merged else st.just(()),
    )


def exercises(*, merged: bool = True) -> st.SearchStrategy[MilitaryExercise]:
    """Exercises; with ``merged`` some hold reports and claims."""
    inner = exercises(merged=False) if merged else st.nothing()
    return st.builds(
        MilitaryExercise,
        id=words,
        name=st.none() | words,
        participants=_some_participants,
        places=st.lists(places, max_size=2).map(tuple),
        when=st.none() | date_ranges(),
        status=statuses,
        domains=st.lists(st.sampled_from(get_args(Domain)), max_size=3, unique=True).map(tuple),
        series=st.none() | words,
        edition=st.none() | words,
        troops=st.none() | words,
        article=words,
        evidence=_some_evidence,
        claims=_some_claims if merged else st.just(()),
        reports=st.lists(inner, max_size=2).map(tuple) if merged else st.just(()),
    )


@st.composite
def articles(draw: st.DrawFn, text: st.SearchStrategy[str] = texts) -> Article:
    """Articles as ``detect`` makes them, with and without what a caller knows."""
    return article_noun.detect(
        draw(text),
        published=draw(st.none() | recent_days),
        outlet=draw(st.none() | st.sampled_from(("Reuters", "TASS", "The Courier", " afp "))),
        url=draw(
            st.none() | st.sampled_from(("https://news.example/2024/05/03/x?utm_source=a", "x"))
        ),
        title=draw(st.none() | words),
    )


published_bases = st.none() | st.sampled_from(get_args(PublishedBasis))
article_records = st.builds(
    Article,
    id=words,
    text=clean_text,
    title=st.none() | words,
    outlet=st.none() | words,
    url=st.none() | words,
    agencies=st.lists(words, max_size=2).map(tuple),
    dateline=st.none() | words,
    published=st.none() | days,
    published_basis=published_bases,
    published_reasons=st.lists(words, max_size=2).map(tuple),
    language=st.none() | st.just("en"),
    parts=st.lists(parts, max_size=3).map(tuple),
)
