"""Document: one article, read once; and ``annotate``, which reads it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import repeat
from operator import attrgetter

import attrs

from diplotext.errors import InputError
from diplotext.lexicon import Hit, gazetteer
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens, tokenise
from diplotext.models import Actor, Article, DateMention, Mention, Part, Sentence, Span
from diplotext.reading import dates as date_reading
from diplotext.reading import sentences as sentence_reading
from diplotext.reading import who
from diplotext.reading.atoms import UnitReader
from diplotext.reading.dates import Expression
from diplotext.reading.shorthand import with_shorthands
from diplotext.reading.units import Unit
from diplotext.reading.walk import read_clauses
from diplotext.register import Register

_ARTICLE = len("the ")
_START, _END = attrgetter("span.start"), attrgetter("span.end")


class _Units(dict[int, list[Unit]]):
    """Sentence -> its units. In the end it parts them from their clauses, which name them in turn:
    no ring of them is left to the garbage collector.
    """

    def __del__(self) -> None:
        for units in self.values():
            for unit in units:
                unit.clause, unit.attached = None, ()


@attrs.frozen(eq=False)
class Document:
    """An article with its sentences, mentions, dates and actors, all in text order.

    ``mentions`` nest but never cross, outer ones first. ``actors`` holds each actor of the
    article once; ``Mention.actor`` is the ``id`` of one of them. Two documents are equal
    when these are; tokens, expressions and gazetteer hits are the reading behind them.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    actors: tuple[Actor, ...]
    tokens: Tokens = attrs.field(repr=False)
    expressions: tuple[Expression, ...] = attrs.field(repr=False)
    hits: tuple[Hit, ...] = attrs.field(repr=False)
    _units: _Units = attrs.field(factory=_Units, repr=False, init=False)
    _by_id: dict[str, Actor] = attrs.field(factory=dict, repr=False, init=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return (self.article, self.sentences, self.mentions, self.dates, self.actors) == (
            other.article, other.sentences, other.mentions, other.dates, other.actors,
        )  # fmt: skip

    def __hash__(self) -> int:
        return hash((self.article, len(self.mentions)))

    def __reduce__(self) -> tuple[type[Document], tuple[object, ...]]:
        """Copies and pickles leave the clauses behind, which are read again when asked for."""
        given = (field.name for field in attrs.fields(type(self)) if field.init)
        return type(self), tuple(getattr(self, name) for name in given)

    def actor(self, ident: str) -> Actor | None:
        """The actor with this id, if the article has it."""
        return self.actors_by_id().get(ident)

    def actors_by_id(self) -> Mapping[str, Actor]:
        """Actor id -> Actor."""
        if not self._by_id:
            self._by_id.update((actor.id, actor) for actor in self.actors)
        return self._by_id

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds code point ``offset``, or of the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def named(self, sentence: int) -> int:
        """How many the mentions of the sentence name, "the presidents of A and B" being two."""
        starts = self._mention_starts
        after = self.sentences[sentence + 1 : sentence + 2]
        first = bisect_left(starts, self.sentences[sentence].span.start)
        last = bisect_left(starts, after[0].span.start) if after else len(self.mentions)
        return sum([len(m.members) or 1 for m in self.mentions[first:last]])

    def dated(self, sentence: int) -> bool:
        """Does the sentence tell a date?"""
        span = self.sentences[sentence].span
        at = bisect_left(self.dates, span.start, key=lambda d: d.span.start)
        return at < len(self.dates) and self.dates[at].span.start < span.end

    def lower_in(self, sentence: int) -> list[str]:
        """The words of the sentence in lower case."""
        span, tokens = self.sentences[sentence].span, self.tokens
        return tokens.lower[tokens.at(span.start) : tokens.at(span.end)]

    def expressions_in(self, sentence: int) -> Sequence[Expression]:
        """The date expressions that start in the sentence."""
        span = self.sentences[sentence].span
        first = bisect_left(self.expressions, span.start, key=lambda e: e.span.start)
        last = bisect_left(self.expressions, span.end, first, key=lambda e: e.span.start)
        return self.expressions[first:last]

    def mentions_in(self, first: int, last: int) -> Sequence[Mention]:
        """The mentions that start in the tokens ``first`` to ``last`` (half-open)."""
        if first >= last:
            return ()
        starts = self._mention_starts
        low = bisect_left(starts, self.tokens.start[first])
        high = bisect_left(starts, self.tokens.end[last - 1])
        return self.mentions[low:high]

    def units(self, sentence: int) -> list[Unit]:
        """The sentence's noun and verb groups with their clauses, read when asked for."""
        found = self._units.get(sentence)
        if found is None:
            span = self.sentences[sentence].span
            first = bisect_left(self.tokens.start, span.start)
            last = bisect_left(self.tokens.start, span.end)
            found = self._reader.read(first, last)
            read_clauses(found)
            self._units[sentence] = found
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return list(map(_START, self.sentences))

    @cached_property
    def _mention_starts(self) -> list[int]:
        return list(map(_START, self.mentions))

    def _first(self, mention: Mention) -> int:
        """Where the clause reads it from: of "the upcoming ASEAN" (meeting) only the name."""
        start = mention.span.start
        if mention.kind != "organisation" or mention.head.start - start <= _ARTICLE:
            return start
        head = mention.head.start
        described = self.article.text[start:head].split()[1:]
        return head if words()["sessional"].issuperset(described) else start

    @cached_property
    def _reader(self) -> UnitReader:
        outer: list[Mention] = []
        end = -1
        for mention in self.mentions:  # outer ones come first
            span = mention.span
            if span.start >= end:
                end = span.end
                outer.append(mention)
        starts = repeat(self.tokens.start)
        firsts = map(bisect_left, starts, map(self._first, outer))
        afters = map(bisect_left, starts, map(_END, outer))
        mentions = {i: (m, j) for i, m, j in zip(firsts, outer, afters, strict=True)}
        dates = {
            self.tokens.at(e.span.start): (e, self.tokens.at(e.span.end)) for e in self.expressions
        }
        return UnitReader(self.tokens, mentions, dates)


def expect_document(value: object) -> None:
    """TypeError, with the cure, where somebody hands in what has not been read yet."""
    if not hasattr(value, "mentions"):
        made = "articles.detect(text)" if isinstance(value, str) else "article"
        raise TypeError(f"expected a Document, not {type(value).__name__}: annotate({made})")


def annotate(article: Article, *, register: Register | None = None) -> Document:
    """Read an article: sentences, dates, then who and where. Total: any text gives a Document.

    ``register``: which persons, organisations and forces are known by name; None is the
    built-in one. The text of an Article without ``parts`` (one that ``articles.detect`` did
    not make) is body from end to end. Raises InputError where the parts are those of another text.
    """
    if not isinstance(article, Article):
        kind = type(article).__name__
        raise TypeError(f"annotate takes an Article, not {kind}; make one with articles.detect")
    if register is not None and not isinstance(register, Register):
        raise TypeError(f"register is {register!r}; make one with diplotext.register.load(file)")
    text = article.text
    parts = article.parts or (Part(Span(0, len(text)), "body"),)
    if parts[-1].span.end > len(text):
        fault = "its parts reach beyond its text; make it anew with articles.detect"
        raise InputError(article.id, fault)
    tokens = tokenise(text)
    sentences = sentence_reading.split(text, parts, tokens)
    expressions = date_reading.read(tokens, text, article.published)
    dates = tuple(DateMention(e.span, e.value) for e in expressions if e.dates)
    names = gazetteer() if register is None else register.names
    roll = None if register is None else register.roll
    hits = with_shorthands(tokens, names.find(tokens))
    mentions, actors = who.read(article, tokens, sentences, dates, hits=hits, known=roll)
    return Document(article, sentences, mentions, dates, actors, tokens, expressions, tuple(hits))
