"""Whom "the minister", "the Chilean leader", "the Slovak diplomat", "the King" may mean.

The persons of the article who hold such an office, most exact sense first; where several do, the
one whom the text is about just there. A person is not meant by an object of his own clause.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from diplotext.reading.antecedents import Spoken
from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.salience import SUBJECT
from diplotext.reading.sides import office_states
from diplotext.reading.wordsets import words

HEADS = frozenset({"head-of-state", "head-of-government", "monarchy", "deputy-head"})
LEADING = HEADS | {"body-head", "party"}
_LEADERS = words("leader leaders strongman ruler statesman")
_CHIEFS = words("chief head boss")
_ROYAL = words(
    "king queen emir amir sultan monarch emperor empress prince princess sheikh sheikha tsar "
    "shah pope"
)
_QUEENS = words("queen empress princess sheikha")
_DIPLOMATS = frozenset({"foreign", "ambassador", "envoy", "deputy-minister"})
_MINISTERS = frozenset({"minister", "foreign", "defence", "deputy-minister"})
_MANY = words("official officials officer source member representative")  # too many are so called
_SEATS = HEADS | _MINISTERS  # of which each state has few
_STILL = frozenset({"now", "then", "currently", "also", "once", "the", "country", "'s"})
_RANKED = words("first second third next only most longest oldest youngest longest-serving")
_SPAN = 6  # sentences that a description may look back over a person not named since
_AROUND = 40  # tokens before and after in which a year is looked for
_NEAR = 2  # sentences in which one of several is looked for


class Descriptions:
    """Finds the one holder of an office, or nobody."""

    def __init__(
        self, page: Page, clusters: Sequence[Cluster], spoken: Spoken, day: date | None = None
    ) -> None:
        """``day``: the day of publication, on which an office is held or was."""
        self.page, self.day = page, day
        self.clusters = clusters
        self.spoken = spoken
        self._meant: dict[str, Cluster] = {}  # wording -> whom it meant last

    def own_state(self, draft: Draft) -> list[str]:
        """The state whose an office is by its very name: "the taoiseach"."""
        code, sure = office_states().get(draft.roles[0].name, (None, False))
        return [code] if code and sure else []

    def holders(
        self, draft: Draft, level: str, countries: Sequence[str], body: str | None
    ) -> list[Cluster]:
        """Persons of the article who may be meant by the office, most exact sense first."""
        word = draft.roles[0].name
        named: list[Cluster] = []
        same: list[Cluster] = []
        loose: list[Cluster] = []
        near = set() if countries or body else self._near(draft)
        for cluster in self.clusters:
            if not self._sided(cluster, draft, level, countries, body, near):
                continue
            levels = cluster.levels()
            names = {r.name for r in cluster.roles}
            if level == "ambassador" and any("consul" in n for n in names) != ("consul" in word):
                continue
            if level == "head-of-state" and not _royally(cluster, word, names):
                continue
            if word in names:
                named.append(cluster)
            elif level != "generic" and (
                level in levels or (draft.former and level in _once(cluster))
            ):
                if countries or not word.endswith("secretary") or _called(names, "secretary"):
                    same.append(cluster)
            elif self._loosely(word, level, levels, names, bool(body) and not countries):
                loose.append(cluster)
            elif level in HEADS and cluster.person is None and names and names <= _LEADERS:
                loose.append(cluster)  # "Maltese leader Ann Vella", then "the prime minister"
        if countries:
            found = named + same or loose
            if len(found) > 1 and not draft.former:
                found = [c for c in found if self.in_office(c, level)] or found
            if found or draft.plural:
                return found
            return self._of_state(draft, level, countries) or self._officeless(draft, countries)
        return named or same or loose

    def in_office(self, cluster: Cluster, level: str) -> bool:
        """May the person hold the office still, as far as text and register say?"""
        if cluster.drafts and all(d.former for d in cluster.drafts if d.roles) and cluster.roles:
            return False
        terms = [t for t in cluster.person.terms if t.level == level] if cluster.person else []
        return not terms or self.day is None or any(t.covers(self.day) for t in terms)

    def of_another_year(self, draft: Draft) -> bool:
        """Does the sentence tell of a year other than that of the article?"""
        starts, last = self.spoken.salience.starts, draft.sentence + 1
        low = starts[draft.sentence] if draft.sentence < len(starts) else 0
        high = starts[last] if last < len(starts) else self.page.n
        low, high = max(low, draft.start - _AROUND), min(high, draft.end + _AROUND)
        own = str(self.day.year) if self.day is not None else ""
        return any(
            len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") and word != own
            for word in self.page.text[low:high]
        )

    def _sided(
        self,
        cluster: Cluster,
        draft: Draft,
        level: str,
        countries: Sequence[str],
        body: str | None,
        near: Set[int],
    ) -> bool:
        """Is the person of the side that the phrase gives; with none given, just spoken of?"""
        if draft.former and not any(d.former for d in cluster.drafts):
            person = cluster.person
            return person is not None and level in _once(cluster) and person.country in countries
        if countries:
            return cluster.country in countries
        if body:
            return cluster.body == body
        return id(cluster) in near

    def _near(self, draft: Draft) -> set[int]:
        """By their ``id()``, those who were spoken of shortly before."""
        return {
            id(said.who)
            for said in self.spoken.recent()
            if said.token < draft.start and draft.sentence - said.sentence <= _SPAN
        }

    @staticmethod
    def _loosely(word: str, level: str, levels: set[str], names: set[str], of_body: bool) -> bool:
        first, last = word.split()[0], word.split()[-1]
        if level == "generic":
            if last in _LEADERS:
                return bool(levels & HEADS or "party" in levels)
            if last in _CHIEFS:
                return (of_body and "body-head" in levels) or _called(names, last)
            return word == "top diplomat" and "foreign" in levels
        if level not in ("minister", "foreign", "defence") or first != last:
            return False
        if last == "minister" and levels.isdisjoint(_MINISTERS):
            return False  # "the minister" is no prime minister
        return last in ("minister", "secretary") and _called(names, last)

    def _of_state(self, draft: Draft, level: str, countries: Sequence[str]) -> list[Cluster]:
        """As in "the Slovak diplomat": the one person of that state spoken of so far."""
        word = draft.roles[0].name.split()[-1]
        if level not in ("generic", "envoy") or not draft.definite or word in _MANY:
            return []
        if draft.determiner in ("his", "her", "its", "their"):
            return []
        there = [
            c
            for c in self.clusters
            if c.drafts[0].start < draft.start
            and (c.country in countries or (word == "diplomat" and c.country is None))
        ]
        if word == "diplomat" or level == "envoy":
            there = [c for c in there if c.levels() & _DIPLOMATS]
            if self.page.lower[draft.start : draft.end].count("chief") or self._top(draft):
                there = [c for c in there if "foreign" in c.levels()]
        own = [c for c in there if c.country in countries]
        near = self._near(draft) if not own else ()
        found = own or [c for c in there if id(c) in near]
        return found if len(found) == 1 else []

    def _officeless(self, draft: Draft, countries: Sequence[str]) -> list[Cluster]:
        """As in "Malta's Ann Vella ... The Maltese minister": the one of that state just spoken
        of, of whom neither the text nor the register tells another office.
        """
        if not draft.definite or draft.former or draft.roles[0].level not in _SEATS:
            return []
        if draft.determiner in ("his", "her", "its", "their"):
            return []
        near = self._near(draft)
        there = [c for c in self.clusters if c.country in countries and id(c) in near]
        return there if len(there) == 1 and not there[0].levels() else []

    def _top(self, draft: Draft) -> bool:
        low = max(draft.start - 1, 0)
        return not {"top", "chief"}.isdisjoint(self.page.lower[low : draft.end])

    def choose(self, draft: Draft, candidates: Sequence[Cluster]) -> Cluster | None:
        """Of several holders the one whom the text is about there, None where it is unclear."""
        barred = self.spoken.salience.clause_subjects(draft)
        wording = draft.roles[0].name
        if not _RANKED.isdisjoint(self.page.lower[draft.start : draft.end]):
            return None
        near = [
            said
            for said in self.spoken.recent()
            if said.token < draft.start
            and draft.sentence - said.sentence <= _NEAR
            and said.who in candidates
            and said.who not in barred
        ]
        before = self._meant.get(wording)
        chosen: Cluster | None = None
        if near:
            about = [said for said in near if said.place == SUBJECT and not said.tail]
            chosen = about[-1].who if about else near[-1].who
            between = self.page.lower[near[-1].end : draft.start]
            if between[:1] == [","] and _STILL.issuperset(between[1:]):
                return near[-1].who  # "X, the country's president", "X, now president"
            if not about and before in candidates and before not in barred:
                chosen = before
        elif before in candidates and before not in barred:
            chosen = before
        return chosen

    def settled(self, draft: Draft, who: Cluster) -> None:
        """Remember whom the wording meant."""
        self._meant[draft.roles[0].name] = who


def _called(names: set[str], word: str) -> bool:
    return any(word in name for name in names)


def _once(cluster: Cluster) -> set[str]:
    """Levels of all offices that the register knows of."""
    return {term.level for term in cluster.person.terms} if cluster.person else set()


def _royally(cluster: Cluster, word: str, names: set[str]) -> bool:
    """A king is no president and a president no king; a queen is a woman."""
    own = {part for name in names for part in name.split()}
    own.update(title for draft in cluster.drafts for title in draft.titles)
    own.update(t.office for t in cluster.person.terms) if cluster.person else None
    parts = set(word.split())
    if parts & _ROYAL:
        return bool(own & _ROYAL) and (not parts & _QUEENS or cluster.female is not False)
    return word != "president" or not own & _ROYAL or "president" in own
