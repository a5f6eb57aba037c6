"""Whom "they", "both", "the two leaders", "the ministers", "the duo", "the two sides" mean."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.reading.antecedents import Referent
from diplotext.reading.descriptions import HEADS, LEADING, Descriptions
from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.salience import OBLIQUE, OWNER, Said
from diplotext.reading.sides import UNIQUE
from diplotext.reading.wordsets import words

_GROUP_STATES = words(
    "sides countries nations states parties neighbours neighbors governments powers "
    "allies capitals militaries armies navies delegations teams"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_HEADING = words("heads chiefs leaders")
_HEADED = {"ministries": "minister", "delegations": "", "teams": ""}
"""What the heads of "the two" lead who are the two just spoken of, with the office that tells."""
_BEHIND = words(
    "are were have had will would can could may might should must do did in on at to for with and "
    "during after before last later again who"
)
"""What follows "all three" where no noun does."""
_IN_FULL = words("both each all two three four five")
"""Before "of them" of whom nobody is left out."""
_EVERYWHERE = frozenset({"foreign", "defence", "head-of-state", "head-of-government"})
"""Levels of offices that every state has."""
_MOST = 12  # states; in a longer list the holders are not looked for
_WIDE = {"minister": {"minister", "foreign", "defence", "deputy-minister"}, "head-of-state": HEADS}


class Plurals:
    """Finds the persons or states that a plural speaks of, or nobody."""

    def __init__(self, page: Page, descriptions: Descriptions, found: dict[int, Referent]) -> None:
        """``found``: the referents of the article's phrases by ``id(draft)``, added to here."""
        self.page, self.spoken, self.found = page, descriptions.spoken, found
        self.descriptions = descriptions
        self._last: Draft | None = None  # the phrase that meant two persons last
        self._pairs: list[tuple[Cluster, ...]] = []  # whom "the two men" have meant so far

    def they(self, draft: Draft) -> None:
        """Two persons of this sentence or the one before; where none is named, two states."""
        lower, k = self.page.lower, draft.start
        if lower[k] == "them" and k > 1 and (
            lower[k - 1] == "among" or (lower[k - 1] == "of" and lower[k - 2] not in _IN_FULL)
        ):  # fmt: skip
            return  # "among them", "one of them"
        if self._still_the_pair(draft):
            pair = self._pairs[-1]
            self.found[id(draft)] = Referent(members=pair, reason="the two spoken of")
            return
        bound = lower[k] == "them" or draft.kind == "group"
        barred = self.spoken.salience.clause_subjects(draft) if bound else []
        for back in (0, 1):
            sentence = draft.sentence - back
            here: list[Cluster] = []
            for said in self.spoken.recent():
                if said.sentence != sentence or said.token >= draft.start:
                    continue
                if said.who not in (*here, *barred) and self._takes_part(said, draft):
                    here.append(said.who)
            if len(here) == 2:
                self.found[id(draft)] = Referent(members=tuple(here), reason="the two just named")
                for who in here:
                    self.spoken.salience.add(draft, who, place=OWNER)
            if len(here) > 2 and draft.number is None:
                self._listed(draft)
            if here:
                return
        for back in (0, 1):
            sentence = draft.sentence - back
            states = self.spoken.states_of(sentence, sentence, draft.start)
            if len(states) == 2:
                self.found[id(draft)] = Referent(states=states, reason="the two just named")
                self.spoken.states += [(draft.start, draft.sentence, code) for code in states]
            if states:
                return

    def _still_the_pair(self, draft: Draft) -> bool:
        """As in "The two men have not met since they ...": nobody else was named in between."""
        last = self._last
        if last is None or draft.sentence - last.sentence > 1:
            return False
        said = self.spoken.salience.said
        return not said or said[-1].token < last.start

    def _listed(self, draft: Draft) -> None:
        """As in "the four", "the visitors", "they" of more than two: the persons with whose list
        one of the sentences before begins, or all whom these name if there are so many.
        """
        for back in (1, 2, 3):
            some = self.spoken.list_of(draft.sentence - back)
            if len(some) > 1 and draft.number in (None, 0, len(some)):
                self.found[id(draft)] = Referent(members=some, reason="those listed before")
                return
            if not draft.number and some:
                return
        if draft.number:
            self._members(draft, draft.number, level="")

    def _takes_part(self, said: Said, draft: Draft) -> bool:
        """Not somebody who speaks for others, owns a thing, or is named in others' words."""
        if said.who.levels() == {"spokesperson"}:
            return False
        quoted = self.spoken.salience.is_quoted(draft.start)
        return not said.owner and (quoted or not said.quoted)

    # the two sides

    def offices(self, draft: Draft) -> None:
        """As in "the presidents", "the Russian and Turkish foreign ministers" without names."""
        role = draft.roles[0]
        countries = list(
            dict.fromkeys([*draft.countries, *(c for r in draft.roles for c in r.countries)])
        )
        number, behind = self._portion(draft)
        if number and role.name.split()[0] in _HEADING and not countries:
            last = self.page.lower[behind] if behind < self.page.n else ""
            if last in _HEADED:
                self._members(draft, number, level=_HEADED[last])
                return
        if not countries:
            countries = list(self._of_the_two(draft) or self._theirs(draft))
        if countries:
            self._of_states(draft, countries, number)
            return
        after = self.page.lower[draft.end] if draft.end < self.page.n else ""
        part_of = after in ("of", "from") or "of" in self.page.lower[draft.start : role.start]
        if draft.determiner in ("its", "their", "his", "her") or part_of:
            return  # "their bosses", "leaders of the region": others than those named
        told = draft.number or role.level != "generic"
        if draft.definite and told and not (role.body or draft.body):
            if not (draft.number is None and self._all_named(draft, role.level)):
                self._members(draft, draft.number or 2, level=role.level)
            known = None if id(draft) in self.found else self.spoken.same_group(draft)
            if known is not None:
                self.found[id(draft)] = known
            elif id(draft) not in self.found and self._of_each(draft):
                self._of_states(draft, self.spoken.last_states(draft, 2))

    def _of_each(self, draft: Draft) -> bool:
        """Is it an office of which each of two states has one: "the foreign ministers"?"""
        role = draft.roles[0]
        if draft.number not in (None, 2) or role.level not in _EVERYWHERE or len(draft.roles) > 1:
            return False
        own = len(role.name.split()) < 4 and " and " not in role.name and not draft.former
        return own and not self.page.possessive(draft.end)

    def _of_states(self, draft: Draft, countries: Sequence[str], number: int = 0) -> None:
        """Let it mean who holds the office in the states; ``number`` of them if it tells that."""
        if not countries:
            return
        name = draft.roles[0].name
        if number:
            name = name.split(" of ")[0].split(" from ")[0]
        referent = self.found[id(draft)] = Referent(
            role=name, states=tuple(countries),
            holders=self._holders(draft, countries),
            reason="office holders of the states named",
        )  # fmt: skip
        self.spoken.groups.append((draft, referent))
        for country in countries:
            self.spoken.states.append((draft.start, draft.sentence, country))

    def _holders(self, draft: Draft, countries: Sequence[str]) -> tuple[Cluster | None, ...]:
        """For each state the one person of the article who holds the office, if there is one."""
        role = draft.roles[0]
        one_a_state = role.level in UNIQUE or role.name.split()[-1] == "leaders"
        if not one_a_state or draft.former or len(countries) > _MOST:
            return ()
        if self.descriptions.of_another_year(draft):
            return ()
        found = [self.descriptions.holders(draft, role.level, (c,), None) for c in countries]
        return tuple(some[0] if len(some) == 1 else None for some in found)

    def _of_the_two(self, draft: Draft) -> tuple[str, ...]:
        """As in "the presidents of both countries", "the leaders of all three": the states last
        spoken of.
        """
        number, m = self._portion(draft)
        if not number:
            return ()
        lower = self.page.lower
        while lower[m : m + 1] and lower[m] in ("neighbouring", "neighboring", "allied"):
            m += 1
        noun = lower[m] if m < self.page.n else "."
        alone = noun in _BEHIND or not noun[0].isalnum() or noun in self.page.verbs
        if noun in _GROUP_STATES or alone:
            return self.spoken.last_states(draft, number)
        return ()

    def _portion(self, draft: Draft) -> tuple[int, int]:
        """Of how many the phrase tells: "of both", "from the two", "of all three"; and the token
        behind. (0, 0) where it does not.
        """
        lower = self.page.lower
        first = draft.roles[0].start if draft.roles else draft.start
        for k in range(first, min(draft.end + 1, self.page.n - 2)):
            if lower[k] not in ("of", "from"):
                continue
            if lower[k + 1] == "both":
                return 2, k + 2
            if lower[k + 1] in ("the", "all") and lower[k + 2] in _COUNTS:
                return _COUNTS[lower[k + 2]], k + 3
            break
        return 0, 0

    def _theirs(self, draft: Draft) -> tuple[str, ...]:
        """As in "their foreign ministers": the states or those of the presidents just spoken of."""
        role = draft.roles[0]
        if draft.determiner != "their" or role.level == "generic":
            return ()
        if role.level == "minister" and len(role.name.split()) < 2:
            return ()  # "their ministers": which of them?
        for inner in draft.inner:
            meant = self.found.get(id(inner))
            if meant is None or inner.start != draft.start:
                continue
            level = draft.roles[0].level
            if meant.members and any(level in c.levels() for c in meant.members):
                return ()
            countries = [c.country for c in meant.members if c.country]
            if len(countries) == len(meant.members):
                return meant.states or tuple(dict.fromkeys(countries))
        return ()

    def group(self, draft: Draft) -> None:
        if draft.noun == "two":
            if draft.number == 2:
                self.they(draft)
            else:
                self._listed(draft)
            return
        number = draft.number or (2 if draft.noun in ("sides", "pair", "duo") else 0)
        if draft.countries:
            self.found[id(draft)] = Referent(
                states=tuple(dict.fromkeys(draft.countries)), reason="the states named"
            )
            return
        if not number:
            return
        if draft.noun in _GROUP_STATES:
            states = self.spoken.last_states(draft, number)
            if states:
                self.found[id(draft)] = Referent(states=states, reason="the states last spoken of")
        else:
            self._members(draft, number, level="")

    def _all_named(self, draft: Draft, level: str) -> bool:
        """As in "the ministers", of more than two: all with such an office whom one of the
        sentences just before names, and whoever stands in a list with them. True where they are
        found or where it is not plain who they are.
        """
        barred = self.spoken.salience.clause_subjects(draft)
        for back in (0, 1, 2):
            sentence = draft.sentence - back
            here: list[Cluster] = []
            for said in self.spoken.recent():
                told = said.sentence == sentence and said.token < draft.start and not said.owner
                if told and said.who not in (*here, *barred):
                    here.append(said.who)
            listed = [c for c in self.spoken.list_of(sentence) if c in here]
            alike = [c for c in here if self._alike(draft, c, level)]
            those = [c for c in here if c in alike or (c in listed and not c.levels())]
            if len(those) > 2 and len({c.country or c.body for c in those}) == len(those):
                self.found[id(draft)] = Referent(members=tuple(those), reason="all just named")
                return True
            if len(alike) > 1:
                return len(those) > 2
        return False

    def _members(self, draft: Draft, number: int, level: str) -> None:
        barred = self.spoken.salience.clause_subjects(draft)
        for reach in (0, 1, 2, 3):
            here: list[Cluster] = []
            for said in self.spoken.recent():
                c = said.who
                if (
                    0 <= draft.sentence - said.sentence <= reach
                    and said.token < draft.start
                    and c not in (*here, *barred)
                    and "spokesperson" not in c.levels()
                ) and self._alike(draft, c, level):
                    here.append(c)
            if len(here) == number and len({c.country or c.body for c in here}) > 1:
                if number == 2:
                    here = self._the_pair(draft, here)
                    self._pairs.append(tuple(here))
                    self._last = draft
                self.found[id(draft)] = Referent(
                    members=tuple(here), reason="the persons last spoken of"
                )
                return
            if len(here) > number:
                pair = self._joint(draft, barred, level) if number == 2 else ()
                if pair:
                    self.found[id(draft)] = Referent(members=pair, reason="the two told together")
                return

    def _joint(self, draft: Draft, barred: Sequence[Cluster], level: str) -> tuple[Cluster, ...]:
        """The two of whom a sentence before tells together, when since then others were only
        named in passing ("talks with X are planned"); nobody where one was told by himself.
        """
        for back in (1, 2, 3):
            here: dict[int, Said] = {}
            for said in self.spoken.recent():
                if (
                    said.sentence == draft.sentence - back
                    and said.who not in barred
                    and "spokesperson" not in said.who.levels()
                ):
                    here.setdefault(id(said.who), said)
            some = list(here.values())
            those = tuple(s.who for s in some if self._alike(draft, s.who, level))
            if len(some) == len(those) == 2 and len({c.country or c.body for c in those}) == 2:
                return those
            if len(some) > 2 or any(s.place not in (OBLIQUE, OWNER) for s in some):
                return ()
        return ()

    def _the_pair(self, draft: Draft, here: list[Cluster]) -> list[Cluster]:
        """Of "the two men" told before the one of the pair whom the last sentences name stays, when
        the other was only named in passing since.
        """
        for pair in self._pairs[-1:]:
            new = [c for c in here if c not in pair]
            if len(new) == 1 and all(
                said.place == OBLIQUE for said in self.spoken.recent() if said.who is new[0]
            ) and all(self._alike(draft, c, "") for c in pair):  # fmt: skip
                return list(pair)
        return here

    @staticmethod
    def _alike(draft: Draft, who: Cluster, level: str) -> bool:
        """May the person be one of "the ministers", "the leaders"?"""
        noun = draft.roles[0].name if draft.roles else draft.noun
        if noun in ("leader", "leaders"):
            return bool(who.levels() & LEADING) or any(r.name == "leader" for r in who.roles)
        return not level or level == "generic" or bool(who.levels() & _WIDE.get(level, {level}))
