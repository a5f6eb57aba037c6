"""Who "he", "the minister", "his Russian counterpart" and "the two sides" are.

Everything here works on drafts in text order after names have been clustered and sides settled.
A phrase is linked when one candidate remains, else it is left unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from diplotext.reading import companions
from diplotext.reading.antecedents import Referent, Spoken
from diplotext.reading.descriptions import Descriptions
from diplotext.reading.drafts import Draft, Role
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.plurals import Plurals
from diplotext.reading.salience import OBLIQUE
from diplotext.reading.sides import UNIQUE
from diplotext.reading.wordsets import words

_NO_NOUN = words("on in at to for with and from during as by that last next after before")
_DEALS = words("meet meets met see sees saw receive received host hosted welcome welcomed talks")
_APART = words(", ; and who that said after before when")
_DEALING = 9  # tokens from a pronoun to whom he meets
_FEMALE = frozenset({"she", "her"})
_SIDED = frozenset({"state", "force", "delegation"})
_AHEAD = 12  # phrases that a pronoun before its name may look ahead over
_MANY = 400  # persons; an article with more is a list, and only its first are looked through
_NEAR = 3  # sentences in which the other of two counterparts is looked for


class Discourse:
    """The drafts of an article read in order, with what has been spoken of so far."""

    def __init__(
        self,
        page: Page,
        clusters: Sequence[Cluster],
        dateline: str | None,
        starts: Sequence[int] = (),
        day: date | None = None,
    ) -> None:
        self.page = page
        self.clusters = [c for c in clusters if c.political][:_MANY]
        self.dateline = dateline
        self.found: dict[int, Referent] = {}
        self.spoken = Spoken(page, starts)
        self.descriptions = Descriptions(page, self.clusters, self.spoken, day)
        self.plurals = Plurals(page, self.descriptions, self.found)
        self._drafts: Sequence[Draft] = ()
        self._unnamed: tuple[int, str] = (-1, "")  # sentence and office of one without a name

    def read(self, drafts: Sequence[Draft]) -> dict[int, Referent]:
        """Resolve all drafts; the referent of each by ``id(draft)``."""
        self._drafts = drafts
        for draft in drafts:
            if draft.inner or draft.members:
                self._walk(draft)
            else:
                self._resolve(draft)
        return self.found

    def _walk(self, draft: Draft, *, inside: bool = False) -> None:
        for inner in draft.inner:
            self._walk(inner, inside=draft.kind == "person")
        for member in draft.members:
            if member.start >= draft.start:
                self._walk(member)
        self._resolve(draft, inside=inside)

    def _resolve(self, draft: Draft, *, inside: bool = False) -> None:
        cluster = draft.cluster
        if isinstance(cluster, Cluster):
            if cluster.political:
                self.spoken.person(draft, cluster, inside=inside)
            return
        if draft.kind == "pronoun":
            self._pronoun(draft)
        elif draft.kind == "person" and draft.name is None:
            if draft.companion:
                meant = companions.meant(draft, self._drafts, self.spoken)
                if meant is not None:
                    self._refer(draft, meant, draft.noun)
            elif draft.counterpart:
                self._counterpart(draft)
            elif draft.roles and not draft.private:
                self.plurals.offices(draft) if draft.plural else self._description(draft)
                known = self.found.get(id(draft))
                if not draft.plural and (known is None or known.cluster is None):
                    self.spoken.salience.nameless = draft.sentence
        elif draft.kind == "group" and not draft.members:
            self.plurals.group(draft)
        elif draft.countries:
            if draft.form == "adjective":
                national = companions.national(draft, self.spoken)
                if national is not None:
                    draft.kind = "person"
                    self._refer(draft, national, "the one of that state spoken of")
                    return
            if draft.kind in _SIDED:
                for country in draft.countries:
                    self.spoken.states.append((draft.start, draft.sentence, country))
            if draft.kind == "delegation":
                self.spoken.groups.append((draft, Referent(states=draft.countries)))
        elif draft.kind == "country-noun" and draft.determiner in ("the", "this"):
            self._country(draft)
        elif draft.kind == "delegation" and draft.determiner in ("the", "this"):
            known = self.spoken.same_group(draft)
            head = companions.leader(draft, self.spoken) if known is None else None
            if known is not None and len(set(known.states)) == 1:
                draft.countries = known.states[:1]
            elif head is not None:
                draft.kind = "person"
                self._refer(draft, head, "who leads the delegation")

    def _refer(self, draft: Draft, cluster: Cluster, reason: str) -> None:
        self.found[id(draft)] = Referent(cluster=cluster, reason=reason)
        self.spoken.person(draft, cluster)

    # he, she, they

    def _pronoun(self, draft: Draft) -> None:
        word = self.page.lower[draft.start]
        if word in ("they", "them", "their"):
            self.plurals.they(draft)
            return
        female = word in _FEMALE
        bound = word == "him" or (word == "her" and not self._owns(draft))
        who = None
        if not bound and self.spoken.salience.opens(draft):
            who = self._coming(draft, female)
        if who is None:
            who = self.spoken.subject(draft, female, bound=bound)
        if who is None:
            who = self._coming(draft, female)
        if who is not None and word in ("he", "she") and self._meets_own(draft, who):
            who = self._of_others(draft, who, female)
        if who is not None:
            if who.female is None:
                who.female = female
            self.found[id(draft)] = Referent(cluster=who, reason="pronoun")
            self.spoken.salience.add(draft, who, place=None if word in ("he", "she") else OBLIQUE)

    def _meets_own(self, draft: Draft, who: Cluster) -> bool:
        """As in "Malta's Bassi said it went well. He will meet Maltese President X": not Bassi."""
        lower = self.page.lower
        at = bisect_right(self._drafts, draft.start, key=lambda d: d.start)
        other = next((d for d in self._drafts[at : at + 2] if d.kind in ("person", "name")), None)
        if other is None or other.sentence != draft.sentence or who.country is None:
            return False
        met, between = other.cluster, lower[draft.end : other.start]
        return (
            isinstance(met, Cluster)
            and met is not who
            and met.country == who.country
            and met.side_reason != "the state that the context leaves"
            and len(between) < _DEALING
            and not _DEALS.isdisjoint(between)
            and _APART.isdisjoint(between)
        )

    def _of_others(self, draft: Draft, who: Cluster, female: bool) -> Cluster | None:
        """The one person of another side spoken of shortly before."""
        found = {
            id(said.who): said.who
            for said in self.spoken.recent()
            if said.token < draft.start
            and draft.sentence - said.sentence <= _NEAR
            and said.who.country != who.country
            and said.who.female in (None, female)
            and not said.owner
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _owns(self, draft: Draft) -> bool:
        """Does a word follow that "her" may be the owner of?"""
        after = self.page.lower[draft.end] if draft.end < self.page.n else ""
        return after[:1].isalpha() and after not in _NO_NOUN

    def _coming(self, draft: Draft, female: bool) -> Cluster | None:
        """As in "During his stay, Tanaka ...": the person named after the comma."""
        at = bisect_right(self._drafts, draft.start, key=lambda d: d.start)
        for other in self._drafts[at : at + _AHEAD]:
            who = other.cluster
            if other.sentence != draft.sentence:
                return None
            if self.page.text[other.start - 1] == "," and isinstance(who, Cluster):
                fits = who.political and (who.female is None or who.female == female)
                return who if fits else None
        return None

    def _country(self, draft: Draft) -> None:
        """As in "the country", "the kingdom": the state last spoken of, if there is but one."""
        for reach in (0, 1, 2):
            states = self.spoken.states_of(draft.sentence - reach, draft.sentence, draft.start)
            if states:
                if len(states) == 1:
                    draft.countries = states
                return

    # the minister, the Chinese foreign minister

    def _description(self, draft: Draft) -> None:
        role = draft.roles[0]
        countries = list(draft.countries) + [c for r in draft.roles for c in r.countries]
        body = draft.body or role.body
        owner = draft.owner or role.owner
        if owner is not None and isinstance(owner.cluster, Cluster) and not countries:
            if owner.cluster.country:
                countries = [owner.cluster.country]
            elif owner.cluster.body:
                body = owner.cluster.body
        if not countries and not body and draft.determiner in ("his", "her", "its", "their"):
            who = self.spoken.subject(draft, None) if draft.determiner in ("his", "her") else None
            if who is not None and who.country:
                countries = [who.country]
        indefinite = draft.determiner in ("a", "an") or draft.plural
        unowned = draft.determiner in ("its", "their", "his", "her")
        candidates: list[Cluster] = []
        if not (countries or body or unowned):
            countries = self.descriptions.own_state(draft)
        if not indefinite and (countries or body or not unowned):
            candidates = self.descriptions.holders(draft, role.level, countries, body)
        if len(candidates) == 1 and not self._itself(draft, candidates[0], countries, body):
            self.descriptions.settled(draft, candidates[0])
            self._refer(draft, candidates[0], "the one holder of that office here")
            return
        if not candidates and (countries or body):
            self._unnamed = draft.sentence, _bare(role.name)
            self.found[id(draft)] = Referent(
                role=_bare(role.name),
                country=countries[0] if countries else None,
                body=None if countries else body,
                reason="an office holder whom the text does not name",
            )  # fmt: skip
            if countries:
                self.spoken.states.append((draft.start, draft.sentence, countries[0]))
        elif candidates and not countries and not body:
            who = self.descriptions.choose(draft, candidates)
            if who is not None:
                self.descriptions.settled(draft, who)
                self._refer(draft, who, "the last holder of such an office spoken of")

    def _itself(
        self, draft: Draft, who: Cluster, countries: Sequence[str], body: str | None
    ) -> bool:
        """As in "Wilk met the president": not Wilk, where no side says that it is he."""
        if countries or body:
            return False
        return who in self.spoken.salience.clause_subjects(draft)

    # his Russian counterpart

    def _counterpart(self, draft: Draft) -> None:
        who = self.spoken.subject(draft, None)
        if draft.plural:
            self._counterparts(draft, who)
            return
        here = who is not None and any(
            said.sentence == draft.sentence and said.who is who for said in self.spoken.recent()
        )
        if not here and self._unnamed[0] == draft.sentence and draft.countries:
            self.found[id(draft)] = Referent(
                role=self._unnamed[1], country=draft.countries[0],
                reason="a counterpart of one whom the text does not name either",
            )  # fmt: skip
            return
        if who is None:
            return
        role = _counterparts_office(who)
        name = _bare(role.name) if role is not None else _register_office(who)
        level = role.level if role is not None else min(who.levels(), default="")
        if not draft.countries:
            self._other(draft, who)
            return
        country = draft.countries[0]
        same = [
            c
            for c in self.clusters
            if c.country == country and c is not who and (level in c.levels() or not level)
        ]
        if len(same) > 1:
            same = [c for c in same if self.descriptions.in_office(c, level)] or same
        if len(same) == 1:
            self._refer(draft, same[0], "the counterpart named elsewhere")
            return
        self.found[id(draft)] = Referent(
            role=name or "counterpart",
            country=country,
            reason="a counterpart whom the text does not name",
        )
        self.spoken.states.append((draft.start, draft.sentence, country))

    def _counterparts(self, draft: Draft, who: Cluster | None) -> None:
        """As in "his counterparts from Oman and Qatar": one a state, with his office."""
        if len(draft.countries) < 2:
            return
        if self._unnamed[0] == draft.sentence:
            role: str | None = self._unnamed[1]
        elif who is not None:
            own = _counterparts_office(who)
            role = _bare(own.name) if own is not None else _register_office(who)
        else:
            return
        self.found[id(draft)] = Referent(
            role=role or "counterpart", states=draft.countries, reason="counterparts of the states"
        )
        for country in draft.countries:
            self.spoken.states.append((draft.start, draft.sentence, country))

    def _other(self, draft: Draft, who: Cluster) -> None:
        """As in "thanked his counterpart": the only other holder of such an office just named."""
        levels = who.levels() & UNIQUE
        near = {
            id(said.who): said.who
            for said in self.spoken.recent()
            if said.token < draft.start
            and draft.sentence - said.sentence <= _NEAR
            and said.who is not who
        }
        same = [c for c in near.values() if levels & c.levels() and c.country != who.country]
        if len(same) == 1:
            self._refer(draft, same[0], "the other holder of such an office")


def _counterparts_office(who: Cluster) -> Role | None:
    """Of somebody's offices the one that other states have: of "Deputy Prime Minister and Minister
    of Foreign Affairs" the latter.
    """
    roles = who.roles
    first = next(iter(roles), None)
    if first is None or first.level not in ("deputy-head", "deputy-minister"):
        return first
    return next((r for r in roles if r.level in _ELSEWHERE), first)


_ELSEWHERE = frozenset({"foreign", "defence", "minister"})


def _bare(name: str) -> str:
    """An office without the state after "of": "president of russia" stays "president"."""
    return (
        name.split(" of the ")[0]
        if name.startswith(("president of", "king of", "prime minister of"))
        else name
    )


def _register_office(who: Cluster) -> str | None:
    return who.person.terms[-1].office if who.person is not None and who.person.terms else None
