"""Why a sentence gives no record: which rules came nearest, and what each of them lacked.

Nothing of the matcher is written a second time. ``why_not`` runs it over the same clauses with
rules of which some demands are lifted: a rule that then speaks lacked just those. Their
roles are renamed to positions ("subject", "with"), so that each match says what stood where.
What matched and still made no record goes through the drafts, and what they lack is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import attrs

from diplotext import exercises, meetings
from diplotext.dateranges import as_day
from diplotext.events import naming
from diplotext.events.draft import Draft
from diplotext.lacks import Dropped, Lack, LackKind
from diplotext.lexicon.grammar import verb_forms, words
from diplotext.models import Article, Part, Span
from diplotext.reading.clauses import Clause
from diplotext.reading.document import Document, annotate
from diplotext.reading.units import Unit
from diplotext.register import Register
from diplotext.rules import patterns
from diplotext.rules.frames import Frame, Pattern, RuleSet
from diplotext.rules.loading import load
from diplotext.rules.match import EventMention, match, triggers


@attrs.frozen
class NearMiss:
    """A rule that some word of the sentence called for, and what it lacked.

    ``filled`` are the positions that stood as the rule wants them, with their words.
    ``rule`` and ``file`` are None where no word of the sentence starts an event at all.
    """

    rule: str | None
    file: str | None
    kind: str | None
    trigger: str
    span: Span | None
    filled: tuple[tuple[str, str], ...]
    lacks: tuple[Lack, ...]

    def __str__(self) -> str:
        head = "no rule" if self.rule is None else f"{self.rule} ({self.file}), {self.kind}"
        lines = [f'{head}, at "{self.trigger}"' if self.trigger else head]
        lines += [f'  has {_shown(position)}: "{said}"' for position, said in self.filled]
        lines += [f"  lacks: {lack.text}" for lack in self.lacks]
        return "\n".join(lines)


def why_not(
    sentence: str,
    *,
    published: date | str | None = None,
    dateline: str | None = None,
    headline: bool = False,
    rules: RuleSet | None = None,
    register: Register | None = None,
) -> tuple[NearMiss, ...]:
    """The rules that words of the sentence called for and that made no record, nearest first.

    ``published`` and ``dateline`` are what the article around it would say; ``headline`` reads
    it as one. ``rules`` asks other rules than the shipped ones, of which the excluded words
    and the formats still count; ``register``: see ``annotate``. Empty only if all that the
    words called for is in a record. Rules that merely add to events of others (``weak``)
    are told where no other came near. Total: any text, of several sentences as well.
    """
    if not isinstance(sentence, str):
        raise TypeError(f"why_not takes a sentence, a str, not {type(sentence).__name__}")
    day = as_day(published, "published")
    part = Part(Span(0, len(sentence)), "headline" if headline else "body")
    document = annotate(
        Article(
            "sentence",
            sentence,
            title=sentence if headline else None,
            dateline=dateline,
            published=day,
            published_basis="metadata" if day else None,
            parts=(part,) if sentence else (),
        ),
        register=register,
    )
    probes: list[_Probe] = []
    if rules is not None:
        probes.append(_Probe(document, rules))
    else:
        behind: list[Draft] = []
        meetings.detect(document, behind=behind)
        probes.append(_Probe(document, load("meetings"), behind))
        behind = []
        exercises.detect(document, behind=behind)
        probes.append(_Probe(document, load("exercises"), behind))
    found = sorted((m for probe in probes for m in probe.misses()), key=lambda m: m[0])
    spoke = any(probe.spoke for probe in probes)
    strong = [miss for rank, miss in found if not rank[0]]
    if strong or spoke:
        return tuple(strong)
    return tuple(miss for _, miss in found) or (_no_trigger(document),)


def _no_trigger(document: Document) -> NearMiss:
    """No word of the sentence is known to any rule: tell what was read instead."""
    units = [u for n in range(len(document.sentences)) for u in document.units(n)]
    said = []
    for name, kind in (("verbs", "verb"), ("nouns", "noun")):
        some = dict.fromkeys(u.word for u in units if u.kind == kind and u.word)
        if some:
            said.append(f"its {name}: {', '.join(list(some)[:12])}")
    text = "; ".join(["a trigger: no word of the sentence starts an event", *said])
    return NearMiss(None, None, None, "", None, (), (Lack("trigger", text),))


_Key = tuple[str, int, int]
"""Rule, sentence, index of the trigger's unit."""
_Rank = tuple[bool, bool, bool, int, int, int, str]


_WHOLE: tuple[LackKind, ...] = ("means", "subjects", "objects", "alone", "lasting", "placed")
"""Demands on the clause, not on one position."""


def _relaxed(rules: RuleSet, keep: frozenset[str]) -> RuleSet:
    """The rules with only the demands in ``keep``, and with positions for roles."""

    def relax(frame: Frame) -> Frame:
        return attrs.evolve(
            frame,
            roles=MappingProxyType({p: p for p in frame.roles}),
            carriers=MappingProxyType(dict.fromkeys(frame.carriers, "carrier")),
            gathers=MappingProxyType(dict.fromkeys(frame.gathers, "gathers")),
            inherit="inherit" if frame.inherit else "",
            needs=frame.needs if "needs" in keep else frozenset(),
            phrased=frame.phrased and "needs" in keep,
            only=frame.only if "only" in keep else MappingProxyType({}),
            means=frame.means if "means" in keep else frozenset(),
            subjects=frame.subjects if "subjects" in keep else frozenset(),
            objects=frame.objects if "objects" in keep else frozenset(),
            alone=frame.alone and "alone" in keep,
            lasting=frame.lasting and "lasting" in keep,
            placed=frame.placed and "placed" in keep,
            direct=frame.direct and "direct" in keep,
        )

    changed = {frame.id: relax(frame) for frame in rules.frames}

    def table(old: Mapping[str, tuple[Frame, ...]]) -> Mapping[str, tuple[Frame, ...]]:
        return {word: tuple(changed[f.id] for f in frames) for word, frames in old.items()}

    return attrs.evolve(
        rules,
        frames=tuple(changed.values()),
        patterns=(),
        by_verb=table(rules.by_verb),
        by_noun=table(rules.by_noun),
    )


class _Probe:
    """Asks the rules of one file about one document, of which ``behind`` became records."""

    def __init__(
        self, document: Document, rules: RuleSet, behind: list[Draft] | None = None
    ) -> None:
        self.document, self.rules, self.shipped = document, rules, behind is not None
        self.tokens = document.tokens
        self.recorded = {
            (rule, span.start) for d in behind or () for _, span in d.mentions for rule in d.rules
        }
        self.spent = {start for _, start in self.recorded}
        self.spoke = bool(self.recorded)
        drills_named = naming.names(document) if "exercise" in rules.by_noun else []
        self.named = {k: "exercise" for name in drills_named for k in range(name.i, name.j)}
        self.drafts = Dropped(document)

    # -- the matcher, asked again and again ----------------------------------------------

    def _match(self, rules: RuleSet) -> dict[_Key, EventMention]:
        found: dict[_Key, EventMention] = {}
        for n, sentence in enumerate(self.document.sentences):
            headline = sentence.part == "headline"
            units = self.document.units(n)
            for event in match(units, rules, self.tokens, n, self.named, headline=headline):
                found.setdefault((event.frame.id, n, event.trigger.index), event)
        return found

    def _with(self, *keep: str) -> dict[_Key, EventMention]:
        return self._match(_relaxed(self.rules, frozenset(keep)))

    @cached_property
    def _strict(self) -> dict[_Key, EventMention]:
        return self._match(self.rules)

    def misses(self) -> Iterator[tuple[_Rank, NearMiss]]:
        """Each rule and trigger that made no record, with its rank: the nearest sorts first."""
        calls = {*triggers(self.tokens, self.rules), *self.named}
        lower, known = self.tokens.lower, self.rules.triggers
        calls |= {k for k in range(len(lower)) if lower[k] in known}
        if not calls:
            return
        open_ = self._with()
        done: set[int] = set()
        if open_:
            kinds, direct = self._with("only"), self._with("direct")
            filling = self._with("needs", "only", "direct")
            others = {name: self._with(name) for name in _WHOLE}
            for key, event in open_.items():
                unit = event.trigger
                if calls.isdisjoint(range(unit.i, unit.j)):
                    continue  # "be", with no preposition behind it that a rule asks for
                done.update(range(unit.i, unit.j))
                if (key[0], self.tokens.start[unit.i]) in self.recorded:
                    continue
                frame = self._frame(key[0])
                lacks = [
                    *self._rejected(event, kinds[key], frame, "kind"),
                    *self._rejected(event, direct[key], frame, "direct"),
                ]
                if key not in filling:
                    lacks.append(Lack("position", _unfilled(frame)))
                lacks += [
                    Lack(name, _demand(name, frame))
                    for name, some in others.items()
                    if key not in some
                ]
                if key in self._strict:
                    dropped = list(self.drafts.dropped(self._strict[key]))
                    if not dropped and not self.shipped:
                        self.spoke = True
                        continue
                    lacks += dropped or [_ELSEWHERE]
                yield self._miss(frame, unit, kinds[key].roles, lacks, key in self._strict)
        for pattern in self.rules.patterns:
            yield from self._pattern(pattern)
        yield from self._unread(calls - done)

    def _frame(self, ident: str) -> Frame:
        return next(f for f in self.rules.frames if f.id == ident)

    def _miss(
        self,
        frame: Frame,
        unit: Unit,
        roles: Mapping[str, list[Unit]],
        lacks: list[Lack],
        matched: bool,
        aside: bool = False,
    ) -> tuple[_Rank, NearMiss]:
        filled = tuple((p, ", ".join(map(self.drafts.words, us))) for p, us in roles.items() if us)
        span = self.drafts.span(unit)
        rank = (
            frame.weak or aside, span.start in self.spent, not matched, len(lacks), -len(filled),
            span.start, frame.id,
        )  # fmt: skip
        return rank, NearMiss(
            frame.id,
            self.rules.source,
            frame.kind,
            self.drafts.words(unit),
            span,
            filled,
            tuple(lacks),
        )

    # -- what the matcher misses ---------------------------------------------------------

    def _rejected(
        self, event: EventMention, kept: EventMention, frame: Frame, kind: Literal["kind", "direct"]
    ) -> Iterator[Lack]:
        """What stood in a position and was not taken there."""
        for position, units in event.roles.items():
            for unit in units:
                if unit in kept.roles.get(position, ()):
                    continue
                said, where = self.drafts.words(unit), _shown(position)
                if kind == "direct":
                    text = f'"{where}" right after the verb: "{said}" follows a noun'
                else:
                    read = unit.mention.kind if unit.mention is not None else "noun"
                    takes = ", ".join(sorted(frame.only[position]))
                    text = f'{where} of a kind it takes ({takes}): "{said}" is read as {read}'
                yield Lack(kind, text, self.drafts.span(unit))

    def _pattern(self, pattern: Pattern) -> Iterator[tuple[_Rank, NearMiss]]:
        """A pattern whose verb and plain words are all there, and what it made of them."""
        lemmas = frozenset(patterns.lemmas(pattern.text))
        rest = re.sub(r"<[^>]*>|\{[^}]*\}|\.\.\.", " ", pattern.text).split()
        plain = set(rest) - words()["prepositions"]
        for n, sentence in enumerate(self.document.sentences):
            span = sentence.span
            said = self.tokens.lower[self.tokens.at(span.start) : self.tokens.at(span.end)]
            if not plain <= set(said):
                continue
            for unit in self.document.units(n):
                if unit.kind != "verb" or unit.word not in lemmas:
                    continue
                if (pattern.rule.id, self.tokens.start[unit.i]) in self.recorded:
                    continue
                event = self._strict.get((pattern.rule.id, n, unit.index))
                if event is None:
                    lack = Lack("order", f"the order of its words: {pattern.text}")
                    yield self._miss(pattern.rule, unit, {}, [lack], False)
                    continue
                lacks = list(self.drafts.dropped(event))
                if lacks or self.shipped:
                    yield self._miss(pattern.rule, unit, event.roles, lacks or [_ELSEWHERE], True)
                else:
                    self.spoke = True

    def _unread(self, calls: set[int]) -> Iterator[tuple[_Rank, NearMiss]]:
        """Trigger words that are read as something else here: part of a name, another verb."""
        for n in range(len(self.document.sentences)):
            for unit in self.document.units(n):
                for k in calls.intersection(range(unit.i, unit.j)):
                    word = self.tokens.lower[k]
                    lemma = verb_forms()[word].lemma if word in verb_forms() else ""
                    frames = self.rules.by_noun.get(word, ())
                    frames += self.rules.by_verb.get(lemma, ())
                    if self.tokens.start[unit.i] in self.spent:
                        continue
                    other = unit.kind == "verb" and unit.word != lemma  # "take part" is no "take"
                    for frame in {frame.id: frame for frame in frames}.values():
                        lack = Lack(
                            "trigger", self._read_as(unit, word, frame), self.drafts.span(unit)
                        )
                        yield self._miss(frame, unit, {}, [lack], False, aside=other)

    def _read_as(self, unit: Unit, word: str, frame: Frame) -> str:
        whole = self.drafts.words(unit)
        clause = unit.clause
        if unit.kind == "verb" and unit.word not in frame.verbs:
            return f'"{word}" as verb or event noun; "{whole}" is read as "{unit.word}"'
        if unit.kind == "verb" and isinstance(clause, Clause) and clause.verb is unit:
            return f'somebody who does it: the subject of "{whole}" says "no"'
        if unit.kind == "verb":
            return f'a clause of which "{whole}" is the verb'
        return f'"{word}" as verb or event noun; it is read within "{whole}" ({unit.kind})'


_ELSEWHERE = Lack("event", "a place of its own: the words were left to other rules or events")


_SPOKEN = {
    "carrier": "subject of a carrying verb",
    "inherit": "subject of the clause",
    "gathers": "object of a gathering verb",
    "plural": "several subjects",
    "here": '"here"',
    "there": '"there"',
    "together": '"together"',
    "where": '"where" behind a place',
}


def _shown(position: str) -> str:
    return _SPOKEN.get(position, position.replace("_", " "))


def _unfilled(frame: Frame) -> str:
    return f"one of its positions filled: {', '.join(_shown(p) for p in sorted(frame.needs))}"


def _demand(name: LackKind, frame: Frame) -> str:
    if name == "means":
        return f"one of the phrases {', '.join(_shown(p) for p in sorted(frame.means))}"
    if name == "subjects":
        return f"a subject among {', '.join(sorted(frame.subjects))}"
    if name == "objects":
        return f"an object among {', '.join(sorted(frame.objects))}"
    if name == "lasting":
        return "a length of time as its object"
    if name == "placed":
        return "a city or venue where it was done"
    return "an object alone: an infinitive after it makes this another verb"
