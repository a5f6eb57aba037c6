"""Whom "he", "her" and the owner in "his counterpart" mean: the one whom the text is about.

Not the person named last. A clause is read from its opening word: its own subject comes first,
then the one whom "who" repeats, then the subjects of the clauses around it, then the first
subject of the sentences before. Somebody named in passing ("with X", "X's visit", "X said" at the
end, words quoted from somebody else) is meant only where nobody else is there; and "him" is never
the subject of its own clause.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from itertools import compress

import attrs

from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster
from diplotext.reading.wordsets import words

_OBLIQUE = words(
    "of with to for by from between against about on at in into over under than upon via "
    "besides alongside behind opposite towards toward"
)
OPENERS = words(
    "that while but whereas when because as after before although though if who whom which "
    "where whose until since"
) | {";", ":"}
_PREPOSED = words(
    "during in on at after before ahead following upon since while when as for with throughout"
)
_PRONOUNS = words("he she his her him")
_JOINING = frozenset({"and", ",", "&"})
_WITHIN_NOUNS = words("of by between among")
_CHAINED = words("where which whose whom who that")
_SPEECH = words(
    "said says told added noted explained stressed announced confirmed warned insisted stated "
    "wrote declared emphasised emphasized remarked recalled argued replied tweeted concluded"
)
_TAKING = words("have has had having take takes took taking bring brings brought bringing")
_HOSTS = words("host hosts guest guests visitor counterpart colleague predecessor successor")
_IN_FULL = words("both each all")
_COUNTS = words("two three four five six")
_OPEN_QUOTES, _QUOTES = frozenset("“«"), frozenset('“«”»"')
_CLAUSE = 40  # tokens that the openings of clauses are looked for
_BACK = 3  # sentences before the one that a pronoun stands in
_CLOSING = 12  # tokens that a sentence may go on for after "..., X said"
_WINDOW = 80  # mentions that anything may refer back over

SUBJECT, OBJECT, OBLIQUE = "subject", "object", "oblique"
OWNER = "owner"  # of another person's office
FOCUS = "focus"  # as in "it was X whom she met": she is whom the sentence is about


@attrs.frozen(eq=False)
class Said:
    """A person spoken of: where, and how much the sentence is about him or her there."""

    token: int
    end: int
    sentence: int
    who: Cluster
    place: str
    owner: bool = False  # as in "X's plane"
    tail: bool = False  # as in "..., X said"
    quoted: bool = False


def quotations(page: Page) -> bytearray:
    """1 for every token inside quotation marks; each mark ends what another left open."""
    found = bytearray(page.n)
    opened = -1
    for i in compress(range(page.n), map(_QUOTES.__contains__, page.text)):
        word = page.text[i]
        apart = not i or page.end[i - 1] < page.start[i]
        if word in _OPEN_QUOTES or (word == '"' and apart):
            opened = i
        elif opened >= 0:
            found[opened:i] = b"\1" * (i - opened)
            opened = -1
    return found


class Salience:
    """The persons spoken of so far, asked for the one who is meant."""

    def __init__(self, page: Page, starts: Sequence[int]) -> None:
        self.page = page
        self.starts = starts
        self.said: list[Said] = []
        self.nameless: int = -1  # sentence in which somebody without a name was spoken of last
        self._quoted = quotations(page)

    def add(self, draft: Draft, who: Cluster, *, place: str | None = None) -> None:
        """Note a person, in the place that the words around tell unless one is given."""
        start, lower = draft.start, self.page.lower
        before = lower[start - 1] if start else ""
        if "late" in lower[max(start - 2, 0) : draft.head[0]]:
            return  # the dead meet nobody
        spoke = before in _SPEECH and before != "told"
        if place is not None:
            pass
        elif self._governed(draft):
            place = OBLIQUE
        elif lower[max(start - 2, 0) : start] == ["it", "was"]:
            place = FOCUS
        elif before == "told" or (before in self.page.verbs and not spoke):
            place = OBJECT
        else:
            place = SUBJECT
        self.said.append(
            Said(
                start, draft.end, draft.sentence, who, place,
                owner=self.page.possessive(draft.end),
                tail=spoke or self._closes(draft),
                quoted=bool(self._quoted[start]),
            )
        )  # fmt: skip

    def _closes(self, draft: Draft) -> bool:
        """As in "..., X said on Monday.": who says it, not whom it is about?"""
        if draft.end >= self.page.n or self.page.lower[draft.end] not in _SPEECH:
            return False
        after = self._start(draft.sentence + 1) or self.page.n
        left = after - draft.end
        return left < _CLOSING and draft.start - self._start(draft.sentence) > left

    def recent(self) -> list[Said]:
        """Who has been spoken of lately; bounded, so that long texts cost no more per word."""
        return self.said[-_WINDOW:]

    def _start(self, sentence: int) -> int:
        return self.starts[sentence] if sentence < len(self.starts) else 0

    def _governed(self, draft: Draft) -> bool:
        """Does a preposition stand before it, or before the one that it is joined to?"""
        lower, k = self.page.lower, draft.start - 1
        if k < 0:
            return False
        if lower[k] == "to" and k and lower[k - 1] == "according":
            return False
        if lower[k] in _OBLIQUE:
            return True
        if lower[k] in ("and", "&") and self.said:
            last = self.said[-1]
            return last.place == OBLIQUE and last.end in (k, k - 1)
        if lower[k] == "," and self._relation(k - 1):
            for m in range(k - 2, max(k - 6, 0), -1):  # "with the host, Prime Minister X"
                if "determiner" in self.page.of(m):
                    return lower[m - 1] in _OBLIQUE
        return False

    def _relation(self, k: int) -> bool:
        """Is it a word for somebody who is named next: "host", "predecessors", "president"?"""
        word = self.page.lower[k]
        return word in _HOSTS or bool(self.page.posts[k]) or "counterpart" in self.page.of(k)

    def meant(self, draft: Draft, female: bool | None, *, bound: bool = False) -> Cluster | None:
        """The person whom the pronoun at ``draft`` means, None where nobody fits.

        ``bound``: "him", who is not the subject of his own clause.
        """
        start, last = self._start(draft.sentence), draft.sentence
        quoted = self._quoted[draft.start]
        near: list[Said] = []
        for found in reversed(self.recent()):
            if found.sentence < last - _BACK:
                break
            if found.token < draft.start and (quoted or not found.quoted):
                near.append(found)
        near.sort(key=_by_place)
        openers = self._openers(draft.start, start)
        here = [f for f in near if f.sentence == last]
        barred = self._barred(draft, here, openers, start) if bound else []
        if openers and self.page.lower[openers[0]] == "whom":
            barred = barred + _repeated(openers[0], here, 2)
        near = [f for f in near if f.who not in barred and _fits(f.who, female)]
        if female:
            near = _women(near, last)
        here = [f for f in near if f.sentence == last]
        after = self.page.lower[draft.start + 1] if draft.start + 1 < self.page.n else ""
        possessive = self.page.lower[draft.start] in ("his", "her") or draft.kind != "pronoun"
        if possessive:
            joined = [f for f in here if f.end == draft.start - 1]
            if joined and self.page.lower[draft.start - 1] == "and":
                return joined[-1].who  # "X and his deputy"
            urged = [f for f in here if self.page.lower[f.token] == "him"][-1:]
            if urged and self.page.lower[urged[0].end] == "to" and (
                not openers or urged[0].token > openers[0]
            ):  # fmt: skip
                return urged[0].who  # "urged him to use his influence"
        own = self._within(here, openers, start, draft.start)
        if own is not None:
            return own.who
        passing = [f for f in here if f.place != OWNER]
        if (bound or possessive) and passing:
            return passing[0].who
        if self.nameless == last and (barred or not (here or possessive)):
            return None  # "Wilk, who telephoned the crown prince to congratulate him"
        for sentence in range(last - 1, last - _BACK - 1, -1):
            there = [f for f in near if f.sentence == sentence and f.place != OWNER]
            about = [f for f in there if f.place == SUBJECT]
            topic = self._topic(there, about)
            if topic is not None and after not in _SPEECH and not possessive:
                return topic
            if about:
                speakers = [f for f in about if f.tail]
                if after in _SPEECH and speakers:
                    return speakers[-1].who  # he who said the last thing says the next
                return next((f for f in about if not f.tail), about[0]).who
            if not here or any(f.place == OBJECT for f in there):
                there.sort(key=self._passing)
                if there:
                    return there[0].who
        rest = passing or here or near
        return rest[0].who if rest else None

    def _topic(self, there: Sequence[Said], about: Sequence[Said]) -> Cluster | None:
        """As in "Wilk flew to Suva. Rabu received him on Monday. He then ...": the one for whom a
        pronoun was enough stays the one whom it is about.
        """
        lower = self.page.lower
        if any(lower[f.token] in _PRONOUNS for f in about):
            return None
        named = {id(f.who) for f in there if lower[f.token] not in _PRONOUNS}
        meant = [
            f.who for f in there if lower[f.token] in ("him", "her") and id(f.who) not in named
        ]
        return meant[0] if meant else None

    def _passing(self, said: Said) -> tuple[bool, bool]:
        """Of persons who are no subjects: objects first, then those a pronoun was enough for."""
        return said.place != OBJECT, self.page.lower[said.token] not in _PRONOUNS

    def _within(
        self, here: Sequence[Said], openers: Sequence[int], start: int, before: int
    ) -> Said | None:
        """The subject of this clause or of those around it, then an object of the sentence."""
        lower = self.page.lower
        high = before
        if openers and lower[before - 1] in ("and", "but") and lower[before - 2] == ",":
            openers = ()  # "..., and he": the sentence's own subject
        for k in (*openers, start - 1):
            for f in here:
                if k < f.token < high and f.place == SUBJECT:
                    return f
            if k >= start and lower[k] == "who" and not self._over(k, high):
                repeated = [f for f in here if f.end in (k, k - 1) and f.place != FOCUS]
                if repeated:
                    return repeated[-1]
            high = k
        return next((f for f in here if f.place == OBJECT), None)

    def _openers(self, before: int, start: int) -> list[int]:
        """The words that open clauses in the sentence so far, the nearest first."""
        lower = self.page.lower
        low = max(start, before - _CLAUSE)
        return [k for k in range(before - 1, low - 1, -1) if lower[k] in OPENERS]

    def _over(self, k: int, high: int) -> bool:
        """Is the clause that "who" opens closed before: "X, who is ill, before a flight"?"""
        lower = self.page.lower
        if lower[k - 1] != "," or "," not in lower[k:high]:
            return False
        comma = lower.index(",", k, high)
        return lower[comma + 1] not in _CHAINED

    def _barred(
        self, draft: Draft, here: Sequence[Said], openers: Sequence[int], start: int
    ) -> list[Cluster]:
        """The subjects of the clause in which "him" stands."""
        lower, before = self.page.lower, draft.start
        if before > 1 and lower[before - 2] in _TAKING and lower[before - 1] == "with":
            return []  # "will have with him"
        low = openers[0] if openers else start - 1
        own = [f for f in here if f.token > low and f.place == SUBJECT]
        if not own:
            return _repeated(low, here, 1) if openers and lower[low] == "who" else []
        between = lower[own[0].end : before]
        if own[0].owner or not _SPEECH.isdisjoint(between[:-1]):
            return []
        if any(a == "," and b in ("and", "but") for a, b in itertools.pairwise(between)):
            return []
        found = own[:1]
        for f in own[1:]:
            if not _JOINING.issuperset(lower[found[-1].end : f.token]):
                break
            found.append(f)  # "X and Y will meet with him"
        return [f.who for f in found]

    def is_quoted(self, token: int) -> bool:
        """Does the token stand inside quotation marks?"""
        return bool(self._quoted[token])

    def clause_subjects(self, draft: Draft) -> list[Cluster]:
        """Who cannot be meant by an object of the clause, none where ``draft`` is no object."""
        lower, k = self.page.lower, draft.start - 1
        if k > 1 and lower[k] == "of":  # "met both of them", "met all three of them"
            first = k - 1 - (lower[k - 1] in _COUNTS)
            k = first - 1 if lower[first] in _IN_FULL else k
        if k < 0 or (lower[k] not in _OBLIQUE and lower[k] not in self.page.verbs):
            return []
        if (lower[k] in _SPEECH and draft.kind != "pronoun") or lower[k] in _WITHIN_NOUNS:
            return []  # "X said the president ...", "the envoy of the king"
        start = self._start(draft.sentence)
        here = [f for f in self.recent() if f.sentence == draft.sentence and f.token < draft.start]
        here.sort(key=_by_place)
        return self._barred(draft, here, self._openers(draft.start, start), start)

    def opens(self, draft: Draft) -> bool:
        """Does it stand in the words before the sentence's subject: "During his stay, ..."?"""
        start = self._start(draft.sentence)
        if start >= self.page.n or self.page.lower[draft.start - 1] == "and":
            return False  # "After lunch with Wilk and his wife, ..."
        first = self.page.lower[start]
        if first not in _PREPOSED and (not first.endswith("ing") or first == "according"):
            return False
        return "," not in self.page.lower[start : draft.start]


def _by_place(said: Said) -> tuple[int, int]:
    return said.token, -said.end


def _fits(who: Cluster, female: bool | None) -> bool:
    return female is None or who.female is None or who.female == female


def _repeated(k: int, here: Sequence[Said], reach: int) -> list[Cluster]:
    """The person right before "who", or before "with whom"."""
    found = [f for f in here if k - reach <= f.end <= k]
    return [f.who for f in found[-1:]]


def _women(near: list[Said], last: int) -> list[Said]:
    """Those known to be women, unless somebody has just been brought in as a new subject."""
    known = [f.sentence for f in near if f.who.female and f.sentence >= last - 2]
    if not known:
        return near
    new = any(
        f.place == SUBJECT
        and f.sentence > max(known)
        and (f.sentence == last or f.token == f.who.drafts[0].start)
        for f in near
    )
    return near if new else [f for f in near if f.who.female]
