"""The tokens of one article, made ready for reading who is spoken of.

A page joins what the stages before found (gazetteer hits, dates) with the word classes of
``role_words.tsv``, so that the readers of names, offices and noun phrases above it look
everything up by token index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from functools import cache
from itertools import repeat
from operator import and_, itemgetter, ne, or_

from diplotext.lexicon import given_names, offices, titles
from diplotext.lexicon.gazetteer import Entry, Hit
from diplotext.lexicon.loader import table, values
from diplotext.lexicon.records import Office
from diplotext.lexicon.spellings import fold
from diplotext.lexicon.tokens import Tokens
from diplotext.models import DateMention
from diplotext.reading.marks import (
    APART,
    DASHES,
    HYPHEN,
    LEADS_ON,
    MEMBERS,
    SHORT,
    STRONG,
    UPPER,
    marks,
    role_words,
)
from diplotext.reading.wordsets import TWO_LETTER_INITIALS, words

NOTHING: frozenset[str] = frozenset()
_FIRST = itemgetter(0)


@cache
def honours() -> frozenset[str]:
    """Titles of one word that stand before a name, but for ranks: "sheikh", "king", "mr"."""
    return frozenset(t.form.lower().rstrip(".") for t in titles() if " " not in t.form)


_JOINING = frozenset({"and", "&", ",", "/", "-", "–", "'s", "of", "for", "the"})
# "Politburo member Li": an office only between a body and a name or two.
TEAMS = words("team delegation politburo presidium cabinet")
_PURPOSES = words(
    "negotiating negotiation negotiations mediation mediating facilitation peace advance transition"
)
_MEMBER = Office("member", "members", "member", "generic", "both")


@cache
def verb_forms() -> frozenset[str]:
    """Every form of the verbs in ``verbs.tsv``."""
    columns = ("lemma", "third", "past", "participle", "gerund")
    return frozenset(
        form for row in table("verbs") for column in columns for form in values(row[column])
    )


class Page:
    """Parallel views of one article's tokens; positions are token indices, ends are open."""

    __slots__ = (
        "anchors",
        "blocked",
        "classes",
        "context",
        "covered",
        "end",
        "given",
        "heads",
        "hits",
        "honours",
        "is_capital",
        "known",
        "links",
        "live",
        "lower",
        "n",
        "of",
        "offices",
        "posts",
        "shut",
        "start",
        "strict",
        "surnames",
        "telling",
        "text",
        "titled",
        "verbs",
    )

    def __init__(
        self, tokens: Tokens, hits: Sequence[Hit], dates: Iterable[DateMention] = ()
    ) -> None:
        self.text, self.lower = tokens.text, tokens.lower
        self.start, self.end = tokens.start, tokens.end
        self.n = len(tokens)
        self.given = given_names()
        self.offices = offices()
        self.honours = honours()
        self.blocked: set[int] = set()
        for date in dates:
            i = tokens.at(date.span.start)
            while i < self.n and self.start[i] < date.span.end:
                self.blocked.add(i)
                i += 1
        self.classes = role_words()
        # Bound methods of lists, since these two are asked for every token several times:
        classes = list(map(self.classes.get, self.lower, repeat(NOTHING)))
        self.of: Callable[[int], frozenset[str]] = classes.__getitem__  # its word classes
        upper = map(str.isupper, map(_FIRST, self.text))
        capitals = list(map(and_, upper, map(ne, self.text, self.lower)))
        self.is_capital: Callable[[int], bool] = capitals.__getitem__
        self._mark(map(UPPER.__mul__, capitals))
        self._place(hits)
        self.known: set[str] = set()  # folded surnames that the body has shown to be persons'
        self.surnames: Set[str] = frozenset()  # of holders of top offices, folded
        self.covered = bytearray(b"\1" * self.n)  # tokens that are not read, or in a mention
        self.verbs = verb_forms()
        self.titled = False  # a sentence in title case
        self.strict = False  # in a title only words known as names are names

    def glued(self, i: int) -> bool:
        """Does token ``i`` follow the one before without a space?"""
        return i > 0 and self.end[i - 1] == self.start[i]

    def initial(self, i: int) -> bool:
        """Is token ``i`` the initial of a name: "A" in "A. Fachir"?"""
        return (
            self.is_capital(i)
            and (len(self.text[i]) == 1 or self.lower[i] in TWO_LETTER_INITIALS)
            and i + 2 < self.n
            and self.text[i + 1] == "."
            and self.glued(i + 1)
            and self.is_capital(i + 2)
        )

    def _mark(self, upper: Iterable[int]) -> None:
        """Which tokens may open a phrase, stand in it, complete it, and so on."""
        table = marks()
        numbers = bytes(map(or_, map(table.numbers.get, self.lower, repeat(0)), upper)) + b"\0"
        self.anchors = bytearray(numbers.translate(table.anchor))
        self.live = bytearray(numbers.translate(table.live))
        self.links = bytearray(numbers.translate(table.link))
        self.heads = bytearray(numbers.translate(table.heads))
        self.shut = bytearray(numbers.translate(table.shut))
        self.posts = bytearray(numbers.translate(table.post))
        self.telling = numbers.translate(table.telling)
        maybe = numbers.translate(table.maybe)
        i = maybe.find(1)
        while i >= 0:
            self.posts[i] = self.posts[i] or self._shortened(i)
            i = maybe.find(1, i + 1)
        for i in self.blocked:
            self.anchors[i] = self.live[i] = self.heads[i] = self.posts[i] = 0
            self.links[i] = HYPHEN if self.text[i] in DASHES else APART

    def _place(self, hits: Sequence[Hit]) -> None:
        """Take up what the gazetteer found."""
        found = self.hits = dict[int, Hit]()
        # States that the article names beyond doubt: they decide "Congolese" and "Georgia".
        self.context: set[str | None] = set()
        anchors, live, links = self.anchors, self.live, self.links
        heads, posts = self.heads, self.posts
        for hit in hits:
            i, _, entries = hit
            found[i] = hit
            anchors[i] = live[i] = heads[i] = 1
            links[i] = STRONG
            if len(entries) > 1:
                posts[i] = hit.of("office") is not None
                continue
            kind = entries[0].kind
            posts[i] = kind == "office"
            if kind == "state" or kind == "capital":
                self.context.add(entries[0].country)

    def _member(self, i: int) -> bool:
        """Does a name follow "member" at ``i``, and stand a capital before it?

        Or is it one of a negotiating team, as in "a member of Chad's delegation"?
        """
        if self.lower[i + 1 : i + 2] == ["of"]:
            stop = next((k for k in range(i + 2, min(i + 9, self.n)) if self.lower[k] in TEAMS), i)
            if self.lower[stop] == "team" and self.lower[stop - 1] not in _PURPOSES:
                return False
            return any(k in self.hits or self.is_capital(k) for k in range(i + 2, stop))
        if not (0 < i < self.n - 1 and self.is_capital(i - 1) and self.is_capital(i + 1)):
            return False
        hit = self.hits.get(i + 1)
        return hit is None or hit.of("person", "title") is not None

    def _shortened(self, i: int) -> bool:
        """Is "Gov" at ``i`` an office: a stop after it, or capitals ("PM Kishida")?"""
        after = self.text[i + 1] if i + 1 < self.n else "x"
        return after == "." or (self.text[i].isupper() and after[0].isupper())

    def promises(self, i: int, limit: int) -> bool:
        """May a phrase that starts at token ``i`` come to anything? Cheap, errs towards yes."""
        if self.heads[i]:
            return True
        stop = min(limit, i + 12)
        if self.shut[i]:
            after = self.lower[i + 1] if i + 1 < stop else ""
            if after in ("in", "of") and "institution" in self.of(i):
                return True  # "governments in Rabat and Tunis"
            return self._runs_to_office(i + 1, stop)
        return LEADS_ON.match(self.links, i + 1, stop) is not None

    def _runs_to_office(self, k: int, stop: int) -> bool:
        """Do words of government without a gap lead to an office ("security council chief")?"""
        at = self.posts.find(1, k, stop)
        if at < 0:
            return False
        return all(self.live[m] or self.lower[m] in _JOINING for m in range(k, at))

    def hyphen(self, i: int) -> bool:
        """Is token ``i`` a hyphen between two words without spaces?"""
        return (
            0 < i < self.n - 1
            and self.text[i] in DASHES
            and self.end[i - 1] == self.start[i]
            and self.end[i] == self.start[i + 1]
        )

    def possessive(self, i: int) -> bool:
        """Is token ``i`` the ``'s`` of a possessor, or the ``'`` after its plural s?"""
        if i >= self.n or i == 0:
            return False
        word = self.lower[i]
        if word[0] != "'" or word == "'s":
            return word == "'s"
        return (
            word == "'"
            and self.glued(i)
            and self.lower[i - 1].endswith(("s", "z", "x"))
            and not (i + 1 < self.n and self.glued(i + 1))
        )

    def entry(self, i: int, *kinds: str) -> Entry | None:
        """The first reading of one of these kinds that starts at token ``i``."""
        hit = self.hits.get(i)
        if hit is None:
            return None
        for entry in hit.entries:
            if entry.kind in kinds:
                return entry
        return None

    def office(self, i: int) -> tuple[Office, int, bool] | None:
        """The office whose fixed form starts at token ``i``: row, end, is it a plural."""
        if not self.posts[i]:
            return None
        hit = self.hits.get(i)
        if hit is not None:
            entry = hit.of("office")
            if entry is None:
                return None
            row = entry.row
            return (row, hit.end, entry.note == "plural") if isinstance(row, Office) else None
        row = self.offices.get(self.lower[i])
        if row is None and self.lower[i] in MEMBERS:
            many = self.lower[i] == "members"
            return (_MEMBER, i + 1, many) if self._member(i) else None
        if row is None and self.lower[i] in SHORT:
            row = self.offices.get(SHORT[self.lower[i]])
            stop = i + 2 if self.text[i + 1 : i + 2] == ["."] else i + 1
            return (row, stop, False) if row is not None else None
        if row is not None:  # "CIA director" hid it, or a user's gazetteer has no offices
            return row, i + 1, False
        return None

    def words(self, start: int, end: int) -> str:
        """Tokens as they would be written in one line, with their hyphens and apostrophes."""
        parts: list[str] = []
        for i in range(start, end):
            if i > start and self.end[i - 1] != self.start[i]:
                parts.append(" ")
            parts.append(self.text[i])
        return "".join(parts)

    def folded(self, i: int) -> str:
        """Token ``i`` in lower case without diacritics."""
        word = self.lower[i]
        return word if word.isascii() else fold(word)
