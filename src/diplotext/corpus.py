"""Many articles at once: read each, merge what they report, keep who said what.

``mine`` is the short way. ``read`` and ``assemble`` are its two halves, for those who
keep the readings (the command does) or spread them over machines; ``merge`` joins corpora
that were mined apart and gives what mining all of it together would have given.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TypeVar

import attrs

from diplotext import actors, articles, exercises, meetings
from diplotext.errors import InputError, expect
from diplotext.merging import (
    Comparison,
    Conflict,
    compare,
    conflicts,
    reports_of,
    status_history,
)
from diplotext.models import Actor, Article, Corpus, Meeting, MilitaryExercise, Participant
from diplotext.reading.document import annotate
from diplotext.register import Register

__all__ = [
    "Comparison",
    "Conflict",
    "Reading",
    "assemble",
    "compare",
    "conflicts",
    "merge",
    "mine",
    "read",
    "status_history",
]


R = TypeVar("R", Meeting, MilitaryExercise)


@attrs.frozen
class Reading:
    """What one article alone says: its persons, its actors and its raw, normalised records."""

    article: Article
    persons: tuple[Participant, ...] = ()
    actors: tuple[Actor, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    exercises: tuple[MilitaryExercise, ...] = ()


def mine(texts: Iterable[Article | str], *, register: Register | None = None) -> Corpus:
    """Read all articles and merge their records: one for each event, with all its reports.

    A plain string goes through ``articles.detect`` first. The order of the articles makes
    no difference. Two with one text to the last code point are one source; under one id
    they are one article. Raises InputError where different texts have one id.
    ``register``: see ``annotate``.
    """
    if isinstance(texts, str | Article):
        raise TypeError("mine takes a list of articles; for a single one write mine([article])")
    return assemble(read(text, register=register) for text in texts)


def read(text: Article | str, *, register: Register | None = None) -> Reading:
    """Read one article, without a look at any other."""
    article = text if isinstance(text, Article) else articles.detect(text)
    document = annotate(article, register=register)
    return Reading(
        article=article,
        persons=tuple(Participant(r.actor, r.office) for r in actors.persons(document)),
        actors=document.actors,
        meetings=tuple(meetings.normalise(m) for m in meetings.detect(document)),
        exercises=tuple(exercises.normalise(e) for e in exercises.detect(document)),
    )


def assemble(readings: Iterable[Reading]) -> Corpus:
    """Merge the readings of many articles into one Corpus."""
    return merge(
        Corpus((one.article,), one.actors, one.meetings, one.exercises) for one in readings
    )


def merge(corpora: Iterable[Corpus]) -> Corpus:
    """Join corpora that were mined apart, from their raw reports.

    The same as mining all their articles at once, in whatever order. Raises InputError where
    two articles have one id and different texts, since evidence would point into the wrong one.
    Of one text read twice under one id, with a date and without, the reading stays that
    ``articles.deduplicate`` prefers.
    """
    if isinstance(corpora, Corpus):
        raise TypeError("merge takes a list of corpora; for two write merge([one, other])")
    given = list(corpora)
    for corpus in given:
        expect(corpus, Corpus)
    kept: dict[str, Article] = {}
    twice: set[str] = set()
    for article in (article for corpus in given for article in corpus.articles):
        other = kept.setdefault(article.id, article)
        if article.text != other.text:
            raise InputError(article.id, "two articles with different texts have this id")
        if article != other:
            twice.add(article.id)
            (kept[article.id],) = articles.deduplicate((article, other))
    who: list[Actor] = []
    met: list[Meeting] = []
    drilled: list[MilitaryExercise] = []
    for corpus in given:
        dropped = {a.id for a in corpus.articles if a.id in twice and a != kept[a.id]}
        who += corpus.actors
        met += _without(dropped, corpus.meetings)
        drilled += _without(dropped, corpus.exercises)
    return Corpus(
        articles=tuple(kept[key] for key in sorted(kept)),
        actors=actors.deduplicate(who),
        meetings=meetings.deduplicate(met),
        exercises=exercises.deduplicate(drilled),
    )


def _without(dropped: Set[str], records: Iterable[R]) -> Iterable[R]:
    """The records, without what these articles report."""
    if not dropped:
        return records
    return [r for record in records for r in reports_of(record) if r.article not in dropped]
