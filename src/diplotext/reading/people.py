"""Which names of an article are one person: full names, surnames, titles, register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

import attrs

from diplotext.lexicon import given_names
from diplotext.lexicon.holders import Roll
from diplotext.lexicon.records import Person
from diplotext.reading.drafts import Draft, Role
from diplotext.reading.known import (
    HEADS,
    TOP,
    full_names,
    holds,
    key_of,
    leads,
    skeleton,
    sounds,
    sounds_alike,
    surnames,
)
from diplotext.reading.likeness import close, same_in_article, surname_only
from diplotext.reading.names import name_key, plain_name
from diplotext.reading.page import Page
from diplotext.reading.titles import HIGH_RANKS

_MANY = 300  # persons; in longer lists no misspelt surname is looked for

_COMMON_WORD = 60  # persons; a word that more of them share tells nobody from another


@attrs.define(eq=False)
class Cluster:
    """One person of the article and everything that the phrases say about him or her."""

    key: tuple[str, ...]
    name: str
    order: int
    drafts: list[Draft] = attrs.field(factory=list)
    keys: set[tuple[str, ...]] = attrs.field(factory=set)
    person: Person | None = None
    country: str | None = None
    body: str | None = None
    side_reason: str = ""
    female: bool | None = None
    political: bool = False
    last_bare: int = -1
    _roles: list[Role] = attrs.field(factory=list, init=False, repr=False)
    _read: int = attrs.field(default=0, init=False, repr=False)  # drafts of which they are

    @property
    def roles(self) -> Sequence[Role]:
        """Every office that its phrases give."""
        for k in range(self._read, len(self.drafts)):
            self._roles += self.drafts[k].roles
        self._read = len(self.drafts)
        return self._roles

    def changed(self) -> None:
        """One of its phrases has been given another office."""
        self._roles, self._read = [], 0

    def levels(self) -> set[str]:
        """Levels of its offices in the text, else those of the register."""
        found = {role.level for role in self.roles}
        return found or ({t.level for t in self.person.terms} if self.person else set())


class People:
    """The persons of one article, grown draft by draft."""

    def __init__(self, page: Page, published: date | None, known: Roll) -> None:
        self.page = page
        self.published = published
        self._surnames = surnames(known)
        self._full_names = full_names(known)
        self._sounds = sounds(known)
        self.clusters: list[Cluster] = []
        self._by_word: dict[str, list[Cluster]] = {}
        self._by_person: dict[str, Cluster] = {}

    def add(self, drafts: Iterable[Draft]) -> None:
        """Link or found: full names first, then single words."""
        named = [d for d in drafts if d.name is not None and not self._acronym(d)]
        keyed = [
            (d, surname_only(name_key(self.page, *d.name))) for d in named if d.name is not None
        ]
        for draft, key in keyed:
            if len(key) > 1 and draft.cluster is None:
                self._full(draft, key)
        for draft, key in keyed:
            if len(key) == 1 and draft.cluster is None:
                self._single(draft, key[0])

    def _acronym(self, draft: Draft) -> bool:
        """As in "RIL-BP", "FSB": capitals alone, without an office or title beside them."""
        assert draft.name is not None
        if draft.kind != "name" or draft.entry is not None:
            return False
        words = [w for w in self.page.text[draft.name[0] : draft.name[1]] if w.isalpha()]
        return bool(words) and all(w.isupper() and len(w) < 7 for w in words)

    def _full(self, draft: Draft, key: tuple[str, ...]) -> None:
        entry = draft.entry
        person = entry.row if entry is not None and isinstance(entry.row, Person) else None
        if person is not None and not (
            self._covers(draft, person)
            and self._plausible(draft, person)
            and not self._namesake(draft, person)
        ):
            person = None
        if person is None and draft.entry is None:
            known = self._full_names.get(key) or (
                self._full_names.get((key[0], key[-1])) if len(key) > 2 else None
            )
            if known is None and key not in self._full_names:
                known = self._respelt(key, draft)
            if known is not None and not known.weak and self._plausible(draft, known):
                person = known
        near = self._near(key)
        if person is not None:
            same = self._by_person.get(person.id)
            if same is not None and same not in near:
                near.append(same)
        for cluster in near:
            if key in cluster.keys or same_in_article(cluster.key, key) or (
                person is not None and cluster.person is person
            ) or (
                len(cluster.key) == 1
                and cluster.key[0] in (key[0], key[-1])
                and self._agrees(cluster, draft)
            ):  # fmt: skip
                self._join(cluster, draft, key)
                if person is not None and cluster.person is None:
                    cluster.person = person
                return
        self._found(draft, key, person)

    @cached_property
    def _named(self) -> set[str | None]:
        """States and bodies of which the article has a name."""
        hits = self.page.hits.values()
        sides = {side for hit in hits for e in hit.entries for side in (e.country, e.organisation)}
        return sides - {None}

    def _respelt(self, key: tuple[str, ...], draft: Draft) -> Person | None:
        """The one holder of a top office so called: an initial, or another romanisation.

        In office that day, or where the phrase gives an office or a title, and the article names
        the side; "A. Jallow" and a spelling like "Awwa Jallow" are enough, two given names are not.
        """
        first, last = key[0], key[-1]
        likely = self._sounds.get(skeleton(last), ())
        if not likely or (last in given_names() and len(first) > 2):
            return None
        found = [
            person
            for person in likely
            if not self._named.isdisjoint((person.country, person.organisation))
            and any(
                len(form) > 1
                and sounds_alike(form[-1], last)
                and sounds_alike(form[0], first)
                and (len(key) == 2 or len(form) == len(key))
                and all(map(sounds_alike, form[1:-1], key[1:-1] if len(key) > 2 else form[1:-1]))
                for form in map(key_of, (person.name, *person.aliases))
            )
        ]
        if not (draft.roles or draft.titles):
            found = [p for p in found if self.published and holds(p, self.published) == 2]
        elif len(found) > 1 and self.published:
            found = [p for p in found if holds(p, self.published) == 2]
        return found[0] if len(found) == 1 else None

    def _plausible(self, draft: Draft, person: Person) -> bool:
        """Could the register's person hold the office that this phrase gives?"""
        if draft.countries and person.country and person.country not in draft.countries:
            return False
        if holds(person, self.published) != 1 or draft.former:
            return True
        levels = {term.level for term in person.terms}
        soldier = bool(HIGH_RANKS.intersection(draft.titles)) or any(
            r.level == "military" for r in draft.roles
        )
        return not soldier or bool(
            levels & {"military", "defence", "head-of-state", "intelligence"}
        )

    def _namesake(self, draft: Draft, person: Person) -> bool:
        """As in "Defence Minister Pedro Sánchez Suárez": more names, and an office never held?"""
        assert draft.name is not None
        hit = self.page.hits.get(draft.name[0])
        if hit is None or hit.end >= draft.name[1] or draft.former or not draft.roles:
            return False
        level = draft.roles[0].level
        return level in TOP and level not in {term.level for term in person.terms}

    def _agrees(self, cluster: Cluster, draft: Draft) -> bool:
        """No contradiction of sides between what is known and this phrase."""
        known = {c for d in cluster.drafts for c in d.countries}
        return not known or not draft.countries or not known.isdisjoint(draft.countries)

    def _covers(self, draft: Draft, person: Person) -> bool:
        assert draft.name is not None
        if draft.name[0] not in self.page.hits and draft.titles:
            return True  # the alias began with the title
        hit = self.page.hits.get(draft.name[0])
        return hit is not None and (hit.end >= draft.name[1] or hit.end - hit.start > 1)

    def _near(self, key: tuple[str, ...]) -> list[Cluster]:
        found: dict[int, Cluster] = {}
        for word in key:
            group = self._by_word.get(word, ())
            if len(group) > _COMMON_WORD:
                continue
            for cluster in group:
                found[id(cluster)] = cluster
        return list(found.values())

    def _found(self, draft: Draft, key: tuple[str, ...], person: Person | None) -> Cluster:
        assert draft.name is not None
        cluster = Cluster(key, plain_name(self.page, *draft.name), draft.start, person=person)
        self.clusters.append(cluster)
        self._join(cluster, draft, key)
        return cluster

    def _join(self, cluster: Cluster, draft: Draft, key: tuple[str, ...]) -> None:
        assert draft.name is not None
        draft.cluster = cluster
        cluster.drafts.append(draft)
        if cluster.person is not None:
            self._by_person.setdefault(cluster.person.id, cluster)
        if key not in cluster.keys:
            indexed = {word for known in cluster.keys for word in known}
            cluster.keys.add(key)
            for word in set(key) - indexed:
                self._by_word.setdefault(word, []).append(cluster)
        if len(key) > len(cluster.key) or (
            len(key) == len(cluster.key) > 1 and key != cluster.key and cluster.person is not None
            and (key == key_of(cluster.person.name)
                 or cluster.key not in map(key_of, (cluster.person.name, *cluster.person.aliases)))
        ):  # fmt: skip
            cluster.key, cluster.name = key, plain_name(self.page, *draft.name)
        if {"mrs", "ms", "miss", "madam", "queen", "princess", "sheikha", "lady"} & set(
            draft.titles
        ):
            cluster.female = True
        elif {"mr", "king", "prince", "sheikh", "sir", "lord"} & set(draft.titles):
            cluster.female = False

    def _single(self, draft: Draft, word: str) -> None:
        namesakes = self._by_word.get(word, [])[: _COMMON_WORD + 1]
        candidates = [c for c in namesakes if self._fits(c, draft, word)]
        if len(candidates) > 1:
            candidates = self._narrow(candidates, draft, word)
        if not candidates and len(self.clusters) <= _MANY:
            candidates = [
                c
                for c in self.clusters
                if close(c.key[-1], word) and self._fits(c, draft, c.key[-1])
            ]
        if len(candidates) == 1:
            cluster = candidates[0]
            cluster.last_bare = draft.start
            self._join(cluster, draft, (word,))
            return
        if candidates:
            return  # two people of one surname: left unresolved
        entry = draft.entry
        person = entry.row if entry is not None and isinstance(entry.row, Person) else None
        called = self._by_person.get(person.id) if person is not None else None
        if called is not None and self._agrees(called, draft):
            self._join(called, draft, (word,))  # "MBS", "Lula"
            return
        if (
            draft.name is not None
            and self.page.text[draft.name[0]].isupper()
            and len(word) > 3
            and draft.entry is None
        ):
            return  # letters alone: "the commanding General SETAF"
        if (
            draft.kind == "person"
            and (draft.roles or draft.titles or draft.political)
            and not draft.private
        ):
            self._found(draft, (word,), person or self._known(word, draft))
            return
        person = person or self._known(word, draft)
        if person is not None:
            self._found(draft, (word,), person)

    def _fits(self, cluster: Cluster, draft: Draft, word: str) -> bool:
        """May this single word mean that person? Their sides and offices must not contradict."""
        key = cluster.key
        if (
            len(key) > 1
            and word not in (key[-1], key[0])
            and word not in key[-2:]
            and not draft.titles
        ) and len(word) < 4:
            return False
        if draft.countries and cluster.drafts:
            known = {c for d in cluster.drafts for c in d.countries}
            if known and known.isdisjoint(draft.countries):
                return False
        return True

    def _narrow(self, candidates: list[Cluster], draft: Draft, word: str) -> list[Cluster]:
        """Which of several: by office, side, place of the word in the name, last so called."""
        if draft.roles:
            level = draft.roles[0].level
            same = [c for c in candidates if level in c.levels()]
            if same:
                candidates = same
        if draft.countries and len(candidates) > 1:
            same = [
                c
                for c in candidates
                if {x for d in c.drafts for x in d.countries} & set(draft.countries)
            ]
            candidates = same or candidates
        if len(candidates) > 1:
            last = [c for c in candidates if c.key[-1] == word]
            candidates = last or [c for c in candidates if c.key[0] == word] or candidates
        if len(candidates) > 1:
            used = [c for c in candidates if 0 <= c.last_bare < draft.start]
            if len(used) == 1:
                return used
            known = [
                c
                for c in candidates
                if c.person is not None and c.person in self._surnames.get(word, ())
            ]
            if len(known) == 1:
                return known
            strong = [c for c in candidates if c.roles or c.person]
            if len(strong) == 1:
                return strong
        return candidates

    def _known(self, word: str, draft: Draft) -> Person | None:
        """The one holder of a top office of that surname who fits date and side."""
        people = [
            p
            for p in self._surnames.get(word, ())
            if not draft.countries or p.country in draft.countries
        ]
        if draft.roles:
            level = draft.roles[0].level
            people = [p for p in people if any(t.level == level for t in p.terms)] or people
        if self.published is None:
            shared = len(people) > 1 or word in given_names()
            if shared and not draft.roles and not draft.titles:
                people = [p for p in people if any(t.level in HEADS for t in p.terms)]
        else:
            people = [p for p in people if holds(p, self.published) == 2]
            if len(people) > 1:  # whom the news calls so is who leads a state
                people = [p for p in people if leads(p, self.published)]
        return people[0] if len(people) == 1 else None
