"""What an article has spoken of so far: persons, subjects, states, groups; each by its place.

Pronouns and descriptions are resolved against it (``coreference``). Everything asked of it looks
back over a bounded number of mentions, so that long texts cost no more per word.
"""

from __future__ import annotations

import attrs

from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.wordsets import words

_OBLIQUE = words(
    "of with to for by from between against about on at in into over under than upon via"
)
_CLAUSE_WORDS = words(
    "that while but whereas when because as after before although though if who whom which"
) | {";", ":"}
_POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})
_CLAUSE = 30  # tokens that the opening of a clause is looked for
_BACK = 3  # sentences before the one that a pronoun stands in
_WINDOW = 80  # mentions that anything may refer back over


@attrs.define(eq=False)
class Referent:
    """What a description, pronoun or group turned out to be."""

    cluster: Cluster | None = None
    role: str | None = None
    country: str | None = None
    body: str | None = None
    members: tuple[Cluster, ...] = ()
    states: tuple[str, ...] = ()
    reason: str = ""


class Spoken:
    """Who and what has been spoken of up to the phrase that is being read."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[tuple[int, int, Cluster]] = []  # (token, sentence, who)
        self.subjects: list[tuple[int, int, Cluster]] = []  # those that no preposition governs
        self.states: list[tuple[int, int, str]] = []
        self.groups: list[tuple[Draft, Referent]] = []
        self.owners: set[int] = set()  # first tokens of possessors ("the minister's plane")

    def person(self, draft: Draft, cluster: Cluster) -> None:
        seen = (draft.start, draft.sentence, cluster)
        self.seen.append(seen)
        lower, end = self.page.lower, draft.end
        before = lower[draft.start - 1] if draft.start else ""
        if end < len(lower) and lower[end] in _POSSESSIVE:
            self.owners.add(draft.start)
        if before not in _OBLIQUE:
            self.subjects.append(seen)
        if cluster.country:
            self.states.append((draft.start, draft.sentence, cluster.country))

    def recent(self) -> list[tuple[int, int, Cluster]]:
        """Who has been spoken of lately; bounded, so that long texts cost no more per word."""
        return self.seen[-_WINDOW:]

    def subject(self, draft: Draft, female: bool | None) -> Cluster | None:
        """The person spoken of: the subject of this clause so far, else of this sentence, else of
        the one before; else the first person that was named there.
        """
        clause = self._clause(draft)
        barred = self._barred(draft, clause)
        last, before = draft.sentence, draft.start
        seen, subjects = [
            [
                found for found in among[-_WINDOW:]
                if found[1] >= last - _BACK and found[0] < before and found[2] is not barred
                and (female is None or found[2].female is None or found[2].female == female)
            ]
            for among in (self.seen, self.subjects)
        ]  # fmt: skip
        for sentence in range(last, last - _BACK - 1, -1):
            for among in (subjects, seen):
                here = [(token, c) for token, s, c in among if s == sentence]
                if here:
                    if female:
                        here = [(t, c) for t, c in here if c.female] or here
                    own = [c for t, c in here if t > clause]
                    return own[0] if own else here[0][1]
        return None

    def _barred(self, draft: Draft, clause: int) -> Cluster | None:
        """Whom the pronoun cannot mean: "him" is not the subject of its own clause ("he met him"),
        nor "she" after "whom" the person named before that.
        """
        lower, start = self.page.lower, draft.start
        here = [(t, c) for t, s, c in self.subjects[-_WINDOW:] if s == draft.sentence and t < start]
        if lower[start] == "him":
            own = [(t, c) for t, c in here if t > clause]
            return own[0][1] if len(own) == 1 and own[0][0] not in self.owners else None
        if lower[start] in ("he", "she") and lower[start - 1] == "whom":
            last = [(t, c) for t, s, c in self.seen[-_WINDOW:] if s == draft.sentence and t < start]
            return last[-1][1] if last else None
        return None

    def _clause(self, draft: Draft) -> int:
        """The word that opens the clause in which the phrase stands; -1 if none is near."""
        lower = self.page.lower
        for k in range(draft.start - 1, max(draft.start - _CLAUSE, 0), -1):
            if lower[k] in _CLAUSE_WORDS:
                return k
        return -1

    def states_of(self, first: int, last: int, before: int) -> tuple[str, ...]:
        """The states spoken of in these sentences, up to token ``before``."""
        found: dict[str, None] = {}
        at = len(self.states)
        floor = max(at - _WINDOW, 0)
        while at > floor and self.states[at - 1][1] >= first:
            at -= 1
        for token, sentence, code in self.states[at:]:
            if first <= sentence <= last and token < before:
                found[code] = None
        return tuple(found)

    def last_states(self, draft: Draft, number: int) -> tuple[str, ...]:
        for reach in (0, 1, 2, 3, 5, 8):
            here = self.states_of(draft.sentence - reach, draft.sentence, draft.start)
            if len(here) == number:
                return here
            if len(here) > number:
                return ()
        return ()

    def same_group(self, draft: Draft) -> Referent | None:
        """The one group of this sort that was spoken of before ("the envoys")."""
        noun = draft.roles[0].name if draft.roles else draft.noun
        groups = self.groups[-_WINDOW:]
        sort = [r for d, r in groups if (d.roles[0].name if d.roles else d.noun) == noun]
        same = {(r.states, r.members) for r in sort}
        return sort[0] if len(same) == 1 else None
