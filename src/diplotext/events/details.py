"""The finer fields of an event: format, round, topics, who invited, whose word it is.

Each is read from the words around one trigger and comes with the span of those words; what
several mentions of the event say is joined with the rest of the drafts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import attrs

from diplotext.events.cast import Cast, Role
from diplotext.lexicon import outlets
from diplotext.lexicon.grammar import verb_forms, words
from diplotext.models import Span
from diplotext.reading.clauses import Clause
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules.loading import load
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem

INVITATIONS = frozenset(
    f"{before}_the_{special}invitation_of"
    for before in ("at", "on", "upon")
    for special in ("", "special_")
)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.ASCII)
_WRITTEN = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ]
)
_COUNTED = frozenset({"round", "session", "edition", "iteration"})
"""Nouns whose number a written ordinal says; of others ("their second meeting") only a figure."""
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})
_TOPICAL = frozenset(
    {"discuss", "review", "address", "tackle", "finalise", "finalize", "deliberate", "negotiate"}
)
_CITING = frozenset({"cite", "quote"})
_TOPICS = 4  # topics of one mention
_MOST = 60  # citations of one sentence


@attrs.frozen
class Detail:
    """A value of one field and the words that give it."""

    field: str  # "format", "round", "topics", "reported_by", "invited_by"
    value: str
    span: Span
    role: Role | None = None  # of an invitation


class DetailReader:
    """Reads the finer fields around the event mentions of one document."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self._document, self._cast, self._tokens = document, cast, document.tokens
        self._openers = _formats()
        self._read = -1  # the sentence whose verbs are known
        self._speaking: list[Unit] = []
        self._citing: dict[int, list[Clause]] = {}

    def of(self, event: EventMention) -> list[Detail]:
        """All details of one event mention, in order of field and text."""
        found: list[Detail] = []
        if event.trigger.kind == "noun":
            found += self._format(event.trigger)
            found += self._round(event)
        found += self._topics(event)
        found += self._invitation(event)
        found += self._sources(event)
        return found

    # -- format and round ------------------------------------------------------------------

    def _format(self, trigger: Unit) -> Iterator[Detail]:
        """The words before the noun that say what kind of meeting it is."""
        tokens = self._tokens
        opened = self._openers.keys() & tokens.lower[trigger.i : trigger.head]
        if not opened:
            return
        start, end = tokens.start[trigger.i], tokens.start[trigger.head]
        text = self._document.article.text[start:end]
        folded = " " + "".join(c if c.isalnum() or c == "+" else " " for c in text).lower()
        if len(folded) != len(text) + 1:
            return  # a letter whose lower case is longer
        spans: list[tuple[int, int]] = []
        for word in sorted([w for one in opened for w in self._openers[one]], key=_by_length):
            at = folded.find(f" {word} ")
            if at >= 0 and not any(a < at + len(word) and at < b for a, b in spans):
                spans.append((at, at + len(word)))
        if spans:
            spans.sort()
            value = " ".join(text[a:b].lower() for a, b in spans)
            yield Detail("format", value, Span(start + spans[0][0], start + spans[-1][1]))

    def _round(self, event: EventMention) -> Iterator[Detail]:
        """As in "the 18th round of talks", "the fifth session", "the 10th meeting"."""
        if event.frame.kind in ("visit", "call"):
            return
        for unit in dict.fromkeys((event.trigger, stem(event.trigger))):
            if unit.kind != "noun" or unit.head < 0:
                continue
            counted = unit.word in _COUNTED
            for mod in unit.mods:
                word = mod.word
                if _ORDINAL.fullmatch(word) or (counted and word in _WRITTEN):
                    head = self._tokens.text[unit.head].lower()
                    span = Span(self._tokens.start[mod.i], self._tokens.end[unit.head])
                    yield Detail("round", f"{word} {head}", span)
                    return

    # -- topics ----------------------------------------------------------------------------

    def _topics(self, event: EventMention) -> Iterator[Detail]:
        units: list[Unit] = []
        if event.frame.kind != "visit":
            for phrase in event.clause.phrases:
                own = phrase.host is event.trigger or (
                    phrase.host is not None
                    and phrase.host.kind == "verb"
                    and event.trigger.kind == "verb"
                )
                if phrase.prep in _ABOUT and own:
                    units += phrase.units
            for child in event.trigger.attached:
                units += self._discussed(child)
            if event.clause.verb is not None:
                for child in event.clause.verb.attached:
                    units += self._discussed(child)
        for unit in units[:_TOPICS]:
            detail = self._topic(unit)
            if detail is not None:
                yield detail

    @staticmethod
    def _discussed(child: Clause) -> list[Unit]:
        if child.link != "inf" or child.verb is None or child.verb.word not in _TOPICAL:
            return []
        return child.objects

    def _topic(self, unit: Unit) -> Detail | None:
        """A noun group as printed, with the "of" and "in" phrases that belong to it."""
        if (
            not unit.nominal
            or unit.date is not None
            or (unit.mention is not None and unit.mention.kind == "person")
        ):
            return None
        if unit.word in words()["localities"] or (unit.kind == "noun" and unit.word.endswith("al")):
            return None  # "on the island"; "regional" of "regional and global issues"
        first, last = unit.i, unit.j
        lower = self._tokens.lower
        while first < last - 1 and (
            lower[first] in words()["determiners"] or lower[first] in words()["possessives"]
        ):
            first += 1
        if unit.clause is not None:
            for phrase in unit.clause.phrases:
                if phrase.host is unit and phrase.prep in ("of", "in", "between") and phrase.units:
                    last = max(last, phrase.units[-1].j)
                    break
        span = Span(self._tokens.start[first], self._tokens.end[last - 1])
        return Detail("topics", " ".join(span.of(self._document.article.text).split()), span)

    # -- who invited, who says so --------------------------------------------------------------

    def _invitation(self, event: EventMention) -> Iterator[Detail]:
        for phrase in event.clause.phrases:
            if phrase.prep in INVITATIONS:
                for role in self._cast.of(phrase.units)[:1]:
                    yield Detail("invited_by", role.actor.name or role.actor.id, role.span, role)

    def _sources(self, event: EventMention) -> Iterator[Detail]:
        """Whose word it is, the outermost first: "TASS said, citing the Kremlin"."""
        speech = words()["speech"]
        for clause in event.clause.chain():
            for phrase in clause.phrases:
                if phrase.prep == "according_to":
                    yield from self._named(phrase.units)
                    return
            ruler = clause.parent
            if (
                clause.link == "that"
                and ruler is not None
                and ruler.verb is not None
                and ruler.verb.word in speech
            ):
                yield from self._named(ruler.subject)
                yield from self._cited(event, ruler)
                return
        self._verbs(event.sentence)
        speaking = self._speaking
        first = bisect_left(speaking, event.trigger.index, key=lambda unit: unit.index)
        for unit in speaking[first : first + 2]:  # each in a clause of its own
            clause_after = unit.clause
            if clause_after is not None and clause_after is not event.clause:
                yield from self._named(clause_after.subject)
                yield from self._cited(event, clause_after)
                return

    def _verbs(self, sentence: int) -> None:
        """Find the verbs of the sentence that say and cite."""
        if sentence == self._read:
            return
        self._read, self._speaking, self._citing = sentence, [], {}
        if _saying().isdisjoint(self._document.lower_in(sentence)):
            return
        speech = words()["speech"]
        for unit in self._document.units(sentence):
            if unit.kind != "verb":
                continue
            group, clause = unit.verb, unit.clause
            if clause is None or group is None:
                continue
            if unit.word in _CITING and clause.parent is not None:
                cited = self._citing.setdefault(id(clause.parent), [])
                if len(cited) < _MOST:
                    cited.append(clause)
            if (
                unit.word in speech
                and clause.verb is unit
                and not clause.objects
                and group.kind == "finite"
                and group.tense in ("past", "present")
            ):
                self._speaking.append(unit)

    def _cited(self, event: EventMention, speaker: Clause) -> Iterator[Detail]:
        self._verbs(event.sentence)
        for clause in self._citing.get(id(speaker), ()):
            yield from self._named(clause.objects)

    def _named(self, units: list[Unit]) -> Iterator[Detail]:
        for unit in units[:1]:
            first, last = unit.i, unit.j
            if (
                unit.mention is not None
                and unit.mention.form == "name"
                and unit.mention.kind == "person"
            ):
                span = unit.mention.head
            else:
                while first < last - 1 and self._tokens.lower[first] in words()["determiners"]:
                    first += 1
                span = Span(self._tokens.start[first], self._tokens.end[last - 1])
            text = " ".join(span.of(self._document.article.text).split())
            if unit.word in words()["pronouns"] or not text:
                return
            yield Detail("reported_by", _outlets().get(text.lower(), text), span)


@cache
def _formats() -> Mapping[str, list[str]]:
    """The token with which a format of the rule file starts -> all formats that do."""
    found: dict[str, list[str]] = {}
    for word in load("meetings").formats:
        found.setdefault(re.split(r"[ +]", word)[0], []).append(word)
    return MappingProxyType(found)


def _by_length(word: str) -> tuple[int, str]:
    return -len(word), word


@cache
def _saying() -> frozenset[str]:
    """The words of which one stands in every sentence with a verb that says or cites."""
    heads = {verb.split()[0] for verb in words()["speech"] | _CITING}
    return frozenset(heads | {f for f, verb in verb_forms().items() if verb.lemma in heads})


@cache
def _outlets() -> dict[str, str]:
    """Lower-case name or alias of an outlet -> its name."""
    found: dict[str, str] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(name.lower(), outlet.name)
    return found
