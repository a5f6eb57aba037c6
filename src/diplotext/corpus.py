"""Many articles at once: read each, merge what they report, keep who said what.

``mine`` is the short way. ``read`` and ``assemble`` are its two halves, for those who
keep the readings (the command does) or spread them over machines; ``merge`` joins corpora
that were mined apart and gives what mining all of it together would have given.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from diplotext import actors, articles, exercises, meetings
from diplotext.merging import Conflict, conflicts, status_history
from diplotext.models import Actor, Article, Corpus, Meeting, MilitaryExercise, Participant
from diplotext.reading.document import annotate
from diplotext.register import Register

__all__ = [
    "Conflict",
    "Reading",
    "assemble",
    "conflicts",
    "merge",
    "mine",
    "read",
    "status_history",
]


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
    no difference. Two that are the same to the last code point count as one. ``register``: see
    ``annotate``.
    """
    return assemble(read(text, register=register) for text in texts)


def read(text: Article | str, *, register: Register | None = None) -> Reading:
    """Read one article, without a look at any other."""
    article = articles.detect(text) if isinstance(text, str) else text
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

    The same as mining all their articles at once, in whatever order.
    """
    kept: dict[str, Article] = {}
    who: list[Actor] = []
    met: list[Meeting] = []
    drilled: list[MilitaryExercise] = []
    for corpus in corpora:
        for article in corpus.articles:
            kept.setdefault(article.id, article)
        who += corpus.actors
        met += corpus.meetings
        drilled += corpus.exercises
    return Corpus(
        articles=tuple(kept[key] for key in sorted(kept)),
        actors=actors.deduplicate(who),
        meetings=meetings.deduplicate(met),
        exercises=exercises.deduplicate(drilled),
    )
