"""The records: what diplotext reads, and what it writes down.

All are frozen attrs classes. ``None`` means unknown, never a guess. Offsets count code
points of ``Article.text``, half-open, so ``article.text[span.start:span.end]`` is the
quote. Sequences are tuples. Countries are ISO 3166-1 alpha-2 codes (XK for Kosovo, which
ISO leaves to its users).
"""

# No ``from __future__ import annotations`` here: hypothesis' st.builds and msgspec read
# the annotations of these classes at run time.
from datetime import date
from typing import Literal

import attrs

from diplotext.dateranges import DateRange

ActorKind = Literal["person", "state", "organisation", "force"]
MentionKind = Literal["person", "state", "organisation", "force", "place"]
MentionForm = Literal["name", "adjective", "description", "pronoun"]
MeetingKind = Literal["visit", "talks", "summit", "conference", "call"]
Status = Literal["held", "ongoing", "planned", "possible", "cancelled"]
Capacity = Literal["visitor", "host", "participant", "mediator", "head", "observer"]
Domain = Literal[
    "land", "naval", "air", "missile", "nuclear", "amphibious",
    "special-operations", "cyber", "space", "air-defence",
]  # fmt: skip
PublishedBasis = Literal["metadata", "header", "dateline", "inferred"]
PartKind = Literal[
    "headline", "header", "byline", "dateline", "caption", "body", "credit", "boilerplate",
]  # fmt: skip


_set = object.__setattr__


@attrs.frozen(order=True)
class Span:
    """Code points ``start`` to ``end`` (half-open) of ``Article.text``.

    Raises ValueError when it is negative or ends before it starts.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # By hand, since of all records these are made most: hundreds for an article.
        _set(self, "start", start)
        _set(self, "end", end)
        if not 0 <= start <= end:
            self.__attrs_post_init__()

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"Span({self.start}, {self.end}) is no stretch of text")

    def of(self, text: str) -> str:
        """The words at this span of ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Do the two share a code point?"""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Does ``other`` lie wholly within this span?"""
        return self.start <= other.start and other.end <= self.end


@attrs.frozen
class Part:
    """A stretch of the article's layout: one line or block and what it is."""

    span: Span
    kind: PartKind


@attrs.frozen
class Article:
    """One news text as it was received, and what its layout says about it.

    ``id`` is the first 16 hexadecimal digits of the SHA-256 of the text (UTF-8, lone surrogates
    kept) unless the caller gave one. ``text`` is evidence and is never edited. ``title``
    is the headline as printed. ``dateline`` is the place of the dateline ("ISLAMABAD").
    ``published`` comes with its ``published_basis`` and the reasons in words.
    ``parts`` cover the lines of the text in order; those of kind ``boilerplate``, ``credit``
    and ``header`` are no news.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    agencies: tuple[str, ...] = ()
    dateline: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
    published_reasons: tuple[str, ...] = ()
    language: str | None = None
    parts: tuple[Part, ...] = ()

    @property
    def boilerplate(self) -> tuple[Span, ...]:
        """Spans of the parts that are no news: boilerplate, credits, scraped headers."""
        return tuple(p.span for p in self.parts if p.kind in ("boilerplate", "credit", "header"))


@attrs.frozen
class Sentence:
    """One sentence (or headline, or caption): its span, its paragraph (from 0) and its part."""

    span: Span
    paragraph: int
    part: PartKind = "body"


@attrs.frozen
class Place:
    """A named place and the state it lies in (None for seas and what no table knows)."""

    name: str
    country: str | None = None


@attrs.frozen
class Actor:
    """Somebody or something that acts: a person, a state, an organisation, a force.

    ``name`` is canonical, without titles; None for an office holder whom the text does not
    name ("the Russian foreign minister"). ``country`` is the state that a person or a
    force serves, ``organisation`` the short name of the body ("UN", "NATO") when it is not a state.
    ``aliases`` are the other forms seen or known. Offices age and names do not, so the
    office stands with the mention and the participant.
    """

    id: str
    name: str | None
    kind: ActorKind
    country: str | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()


@attrs.frozen
class Mention:
    """One place in the text that speaks of an actor or names a place.

    ``span`` covers the whole noun phrase with its article, office and demonym ("the Russian
    Foreign Minister Sergei Lavrov"), ``head`` the name or head noun ("Sergei Lavrov").
    ``form``: a name, an adjective ("Chinese" in "Chinese exercise"), a description ("his
    Russian counterpart") or a pronoun. ``actor`` is the id of an Actor of the same Document,
    None where it stays unresolved or the mention is only a place. ``office`` is what the
    text gives at this very mention, lower case, without the country. ``former``: the
    words say "former", "ex-", "late". ``plural``: a group ("the two ministers") whose
    ``members`` are the actors' ids. ``place`` is set when the words can name a place (a city, a
    country); a city that can stand for its state has both ``actor`` and ``place``.
    ``reason`` says in a few words why it was read so.
    """

    span: Span
    head: Span
    kind: MentionKind
    form: MentionForm
    actor: str | None = None
    office: str | None = None
    former: bool = False
    members: tuple[str, ...] = ()
    place: Place | None = None
    reason: str = ""


@attrs.frozen
class DateMention:
    """A date expression: its words and the days they mean; ``value`` None if undecidable."""

    span: Span
    value: DateRange | None


@attrs.frozen
class Evidence:
    """The words on which one field of a record rests: ``text[span.start:span.end] == quote``.

    ``actor``: for the field "participants" the id of the one whom these words mean ("she").
    """

    field: str
    span: Span
    quote: str
    actor: str | None = None


@attrs.frozen
class Participant:
    """An actor in an event, the office the text gives there, and in what capacity."""

    actor: Actor
    office: str | None = None
    capacity: Capacity = "participant"


@attrs.frozen
class Claim:
    """One field's value as one report gives it; ``value`` is text (EDTF for dates)."""

    field: str
    value: str
    article: str
    outlet: str | None = None
    published: date | None = None
    quote: str | None = None


@attrs.frozen
class Meeting:
    """Officials of two or more sides deal with each other, or one goes to another state.

    What counts, and each value of ``kind`` and ``status``, is laid down in the codebook.
    ``format`` is the text's finer word ("state visit", "18th round"); ``reported_by`` names whose
    word it is, the outermost first ("TASS", "Kremlin"); ``part_of`` is the id of the
    meeting within which this one takes place. ``rules`` are the ids of the rules that
    made it. A merged record (``deduplicate``) carries its raw ``reports`` and the
    ``claims`` of each; a raw one has neither.
    """

    id: str
    kind: MeetingKind
    participants: tuple[Participant, ...]
    place: Place | None = None
    when: DateRange | None = None
    status: Status = "held"
    format: str | None = None
    round: str | None = None
    topics: tuple[str, ...] = ()
    invited_by: Participant | None = None
    reported_by: tuple[str, ...] = ()
    part_of: str | None = None
    article: str = ""
    outlet: str | None = None
    published: date | None = None
    evidence: tuple[Evidence, ...] = ()
    rules: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple["Meeting", ...] = ()


@attrs.frozen
class MilitaryExercise:
    """Armed forces of one or more states train: a drill, war game, joint patrol, live firing.

    ``name`` is the proper name with its edition as printed ("Northern/Interaction-2024"),
    ``series`` the name without it, ``edition`` the year or number. ``participants`` are states
    (or organisations); observers have that capacity. ``troops`` and ``assets`` are kept in the
    text's words ("more than 1,500 troops"), so that "about" is not lost; so are ``phases`` and
    ``purpose``. ``host`` is the code of the one state that is said to host it.
    """

    id: str
    name: str | None
    participants: tuple[Participant, ...]
    places: tuple[Place, ...] = ()
    when: DateRange | None = None
    status: Status = "held"
    domains: tuple[Domain, ...] = ()
    series: str | None = None
    edition: str | None = None
    troops: str | None = None
    assets: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    purpose: str | None = None
    host: str | None = None
    reported_by: tuple[str, ...] = ()
    article: str = ""
    outlet: str | None = None
    published: date | None = None
    evidence: tuple[Evidence, ...] = ()
    rules: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    reports: tuple["MilitaryExercise", ...] = ()


@attrs.frozen
class Corpus:
    """What ``mine`` returns: articles, actors, and one merged record for each event."""

    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    exercises: tuple[MilitaryExercise, ...] = ()
