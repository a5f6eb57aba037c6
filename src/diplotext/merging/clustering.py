"""Which reports tell of one event: blocking, then joining until nothing more joins.

Reports are taken in one canonical order, those that know their day first, so that neither
their order nor their division matters. Each joins the cluster with which it has most in common,
or begins one. Where two clusters are equally good and the report does not know its day,
it joins neither: ambiguity is refused, not guessed. A report without any date joins
only one cluster that nothing but it could mean, and on further agreement (``clues.agreement``).

Only clusters that share sides and about the same week are compared, so that the work
grows with the number of events at one place and time, not with the square of the corpus.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from diplotext.merging.clues import AGREED, agreement, companion, gathering, score
from diplotext.merging.profiles import DAYS, NOWHERE, Profile, fold, is_stretch, union

_BUCKET = 16  # half days: clusters are looked up by the eight days in which they lie
_LONG = 16  # buckets from which on a window is kept apart
_WIDE = 8  # sides from which on pairs of sides would be too many
_ARTICLES = 5  # so many articles of a cluster are asked for companions
_ENOUGH_NEWS = 3  # companions beyond which no more are counted
_CROWD = 400  # candidates beyond which only those are compared that may share a person

Key = tuple[str, ...]
News = tuple[str, frozenset[str]]


def cluster(profiles: Sequence[Profile]) -> list[Profile]:
    """Join profiles of single reports, given in canonical order, into profiles of events."""
    events = _Events(profiles)
    for profile in sorted(profiles, key=_clearest_first):
        events.place(profile)
    events.reopen()
    while events.join():
        pass
    return events.all()


def _clearest_first(profile: Profile) -> tuple[int, int, int]:
    """Those that know their day before the others, and those that name most persons."""
    return profile.grain, -sum(map(len, profile.people.values())), -len(profile.sides)


class _Events:
    """The clusters so far, with an index of the sides and weeks in which to look for them."""

    def __init__(self, reports: Sequence[Profile]) -> None:
        self._by_id: dict[int, Profile] = {}
        self._moved: dict[int, int] = {}
        self._changed: set[int] = set()
        self._index: defaultdict[Key, defaultdict[int | None, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._by_article: defaultdict[str, list[Profile]] = defaultdict(list)
        for report in reports:
            for article in report.articles:
                self._by_article[article].append(report)
        self._common: dict[tuple[str, str], int] = {}
        self._bearers: defaultdict[tuple[str, object], set[int]] = defaultdict(set)
        self._alike: dict[str, frozenset[str]] = {}
        self._telling: defaultdict[News, Counter[str]] = defaultdict(Counter)
        for report in reports:
            for article in report.articles:
                self._telling[_news(report)][article] += 1

    def all(self) -> list[Profile]:
        return list(self._by_id.values())

    def place(self, profile: Profile) -> None:
        """Join the event that it tells of, or begin one."""
        found = self._event_of(profile)
        if found is None:
            name = profile.reports[0]
            self._by_id[name] = profile
            self._enter(name, profile)
            self._note(name, profile)
        else:
            self._moved[profile.reports[0]] = found
            self._replace(found, union(self._by_id[found], profile))

    def reopen(self) -> None:
        """Have ``join`` look at every cluster."""
        self._changed = set(self._by_id)

    def join(self) -> bool:
        """Join clusters with one another, once round. Says whether any did."""
        changed, self._changed = self._changed, set()
        for name in list(self._by_id):
            profile = self._by_id.get(name)
            if profile is None:
                continue
            found = self._event_of(profile, changed)
            if found is not None:
                merged = union(self._by_id[found], self._by_id.pop(name))
                self._moved[name] = found
                self._replace(found, merged)
        return bool(self._changed)

    def _event_of(self, profile: Profile, changed: set[int] | None = None) -> int | None:
        """The cluster that a report, or a cluster, tells of; None if there is none, or none for
        sure. Where ``changed`` clusters are given, only what touches them is looked at again.

        Only those count that know their time as well: a vague one chooses, it is not chosen.
        """
        candidates = [c for c in self._candidates(profile) if self._by_id[c].grain <= profile.grain]
        if changed is not None and changed.isdisjoint((self._now(profile.reports[0]), *candidates)):
            return None
        if profile.grain == NOWHERE:
            return self._only(profile, candidates)
        return self._best(profile, candidates)

    def _best(self, profile: Profile, candidates: Iterable[int]) -> int | None:
        """The candidate with most points; of equals the first, or none if the day is unknown.

        One that tells of the whole stretch may hold several that know one day of it.
        """
        best, points, equals = None, 0, 0
        for candidate in candidates:
            found = score(profile, self._by_id[candidate])
            if found > points:
                best, points, equals = candidate, found, 1
            elif found and found == points:
                equals += 1
        return best if equals == 1 or profile.grain == DAYS or is_stretch(profile) else None

    def _only(self, profile: Profile, candidates: Sequence[int]) -> int | None:
        """The one event that agrees with an undated report beyond the event itself.

        Several candidates of one time are taken for one occasion, and the best of them is it;
        several times are refused. Several without a date are one event as long as nothing
        speaks against it.
        """
        if len(candidates) > _CROWD:
            return None
        near = self._agreeable(profile, candidates)
        agreed = {c: points for c in near if (points := self._agree(profile, c))}
        dated = [c for c in agreed if self._by_id[c].grain != NOWHERE]
        if dated:
            windows = [w for c in dated if (w := self._by_id[c].window)]
            if max(low for low, _ in windows) > min(high for _, high in windows):
                return None
            return max(dated, key=lambda c: (agreed[c], len(self._by_id[c].articles), -c))
        if not agreed:
            return None
        first, *others = agreed
        alike = all(score(self._by_id[first], self._by_id[c]) for c in others)
        return first if alike else None

    def _agree(self, a: Profile, candidate: int) -> int:
        """Points of the event and of further agreement; 0 where either is not enough."""
        b = self._by_id[candidate]
        if not (a.current and b.current):
            return 0
        points = score(a, b)
        if not points:
            return 0
        further = agreement(a, b, self._companions(a, b))
        return points + further if further >= AGREED else 0

    def _companions(self, a: Profile, b: Profile) -> int:
        """How much other news an article of the one shares with an article of the other."""
        most = 0
        for one in sorted(a.articles)[:_ARTICLES]:
            for other in sorted(b.articles)[:_ARTICLES]:
                pair = (one, other)
                if pair not in self._common:
                    self._common[pair] = self._in_common(one, other)
                most = max(most, self._common[pair] - 1)  # less the two themselves
                if most >= _ENOUGH_NEWS:
                    return most
        return most

    def _agreeable(self, profile: Profile, candidates: Iterable[int]) -> list[int]:
        """Those on which ``agreement`` with the report may be enough: they share a trait with it,
        or an article of theirs may tell two pieces of news of its article.
        """
        if profile.family == "exercise":
            return list(candidates)
        shared = [self._bearers[trait] for trait in _traits(profile) if trait in self._bearers]
        sisters = frozenset().union(*map(self._sisters_of, profile.articles))
        return [
            c
            for c in candidates
            if any(c in bearers for bearers in shared)
            or not sisters.isdisjoint(self._by_id[c].articles)
        ]

    def _sisters_of(self, article: str) -> frozenset[str]:
        known = self._alike.get(article)
        if known is None:
            shared: Counter[str] = Counter()
            own = Counter(map(_news, self._by_article[article]))
            for news, count in own.items():
                for other, times in self._telling[news].items():
                    shared[other] += min(count, times)
            known = frozenset(other for other, pieces in shared.items() if pieces > 1)
            self._alike[article] = known
        return known

    def _in_common(self, one: str, other: str) -> int:
        free = list(self._by_article[other])
        shared = 0
        for report in self._by_article[one]:
            twin = next((r for r in free if companion(report, r)), None)
            if twin is not None:
                free.remove(twin)
                shared += 1
        return shared

    def _replace(self, name: int, profile: Profile) -> None:
        before = self._by_id[name]
        self._changed.add(name)
        self._by_id[name] = profile
        self._note(name, profile)
        if (profile.sides, profile.window, profile.people, profile.kinds) != (
            before.sides, before.window, before.people, before.kinds,
        ):  # fmt: skip
            self._enter(name, profile)

    def _note(self, name: int, profile: Profile) -> None:
        """Have a living cluster found by all of its traits."""
        for trait in _traits(profile):
            self._bearers[trait].add(name)

    def _enter(self, name: int, profile: Profile) -> None:
        buckets = _buckets(profile)
        for key in _entries(profile):
            shelf = self._index[key]
            for bucket in buckets:
                if name not in shelf[bucket][-1:]:
                    shelf[bucket].append(name)

    def _candidates(self, profile: Profile) -> list[int]:
        """Clusters that share sides and weeks with this one, in the order they were begun."""
        found: set[int] = set()
        buckets = _buckets(profile)
        for key in _lookups(profile):
            shelf = self._index.get(key)
            if shelf is None:
                continue
            if buckets == [None]:
                for names in shelf.values():
                    found.update(names)
                continue
            for bucket in (*buckets, None):
                found.update(shelf.get(bucket, ()))
        own = self._now(profile.reports[0])
        alive = {self._now(name) for name in found} - {own}
        if len(alive) > _CROWD:
            alive &= self._acquainted(profile)
        return sorted(alive)

    def _acquainted(self, profile: Profile) -> set[int]:
        """Clusters that may share a person with this one: the finer key for crowded weeks."""
        found: set[int] = set()
        buckets = _buckets(profile)
        for side, names in profile.people.items():
            for word in {word for name in names for word in fold(name)}:
                shelf = self._index[_shelf(profile), "who", side, word]
                for bucket in shelf if buckets == [None] else (*buckets, None):
                    found.update(shelf.get(bucket, ()))
        return {self._now(name) for name in found}

    def _now(self, name: int) -> int:
        while name in self._moved:
            name = self._moved[name]
        return name


def _traits(profile: Profile) -> Iterator[tuple[str, object]]:
    """What counts as further agreement; one word of a place, since a part of its name may do."""
    yield from (("days", days) for days in profile.durations)
    yield from (("round", name) for name in profile.rounds)
    yield from (("edition", name) for name in profile.editions)
    for spot in profile.spots:
        yield from (("spot", word) for word in spot or ("",))


def _news(report: Profile) -> News:
    """What two reports must have in common to be companions."""
    return report.family, report.sides


def _buckets(profile: Profile) -> list[int | None]:
    if profile.window is None:
        return [None]
    low, high = profile.window[0] // _BUCKET, profile.window[1] // _BUCKET
    return [None] if high - low > _LONG else list(range(low, high + 1))


def _entries(profile: Profile) -> Iterator[Key]:
    """Under what a cluster is filed."""
    family = _shelf(profile)
    loose = _loose(profile)
    for side in profile.sides:
        yield family, "any", side
        if loose:
            yield family, "open", side
    if not loose:
        for one, other in combinations(sorted(profile.sides), 2):
            yield family, one, other
    for side, names in profile.people.items():
        for word in {word for name in names for word in fold(name)}:
            yield family, "who", side, word


def _lookups(profile: Profile) -> Iterator[Key]:
    """Where its partners are to be found: by two common sides, or one if either is loose."""
    family = _shelf(profile)
    if _loose(profile):
        for side in profile.sides:
            yield family, "any", side
        return
    for one, other in combinations(sorted(profile.sides), 2):
        yield family, one, other
    for side in profile.sides:
        yield family, "open", side


def _loose(profile: Profile) -> bool:
    """Can it be the event of another that shares but one side with it?"""
    return not 1 < len(profile.sides) <= _WIDE or gathering(profile) or bool(profile.series)


def _shelf(profile: Profile) -> str:
    return "meeting" if profile.family == "call" else profile.family
