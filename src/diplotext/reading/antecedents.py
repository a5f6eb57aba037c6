"""What an article has spoken of so far: persons, subjects, states, groups; each by its place.

Pronouns and descriptions are resolved against it (``coreference``). Everything asked of it looks
back over a bounded number of mentions, so that long texts cost no more per word.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.salience import OWNER, Said, Salience

_JOINTS = frozenset({",", "and", "&", "the", ";"})
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
    holders: tuple[Cluster | None, ...] = ()  # of the office in ``states``, where they are known
    reason: str = ""


class Spoken:
    """Who and what has been spoken of up to the phrase that is being read."""

    def __init__(self, page: Page, starts: Sequence[int]) -> None:
        self.page = page
        self.salience = Salience(page, starts)
        self.states: list[tuple[int, int, str]] = []
        self.groups: list[tuple[Draft, Referent]] = []

    def person(self, draft: Draft, cluster: Cluster, *, inside: bool = False) -> None:
        self.salience.add(draft, cluster, place=OWNER if inside else None)
        if cluster.country:
            self.states.append((draft.start, draft.sentence, cluster.country))

    def recent(self) -> list[Said]:
        """Who has been spoken of lately."""
        return self.salience.recent()

    def list_of(self, sentence: int) -> tuple[Cluster, ...]:
        """The persons with whose list the sentence begins: "Wang, Lavrov and Fidan met"."""
        found: list[Cluster] = []
        last = -1
        for said in self.recent():
            if said.sentence != sentence:
                continue
            between = self.page.lower[last : said.token]
            if found and not (len(between) < 4 and set(between) <= _JOINTS):
                break
            if said.who not in found:
                found.append(said.who)
            last = max(said.end, last)
        return tuple(found)

    def subject(self, draft: Draft, female: bool | None, *, bound: bool = False) -> Cluster | None:
        """The person whom a pronoun, or the owner of a counterpart, means."""
        return self.salience.meant(draft, female, bound=bound)

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
