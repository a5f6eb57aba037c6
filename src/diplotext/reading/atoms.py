"""From tokens to units: one walk that makes an atom of each word, mention, date and verb group.

The first half of reading a sentence. The mentions and dates are known already, prepositions
and the like are closed classes, verb groups have their own reader; what is neither stays an
ordinary word of a noun group.
"""

from __future__ import annotations

from itertools import compress
from operator import itemgetter

from diplotext.lexicon.grammar import is_adverb, phrases, words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention
from diplotext.reading.captions import pictured
from diplotext.reading.dates import Expression
from diplotext.reading.groups import group
from diplotext.reading.joints import PORTIONS, is_dash, lists_on, portion
from diplotext.reading.units import Unit
from diplotext.reading.verbgroups import VerbReader
from diplotext.reading.wordkinds import (
    ADVERB,
    FIXED,
    JOINED,
    KNOWN,
    OTHER,
    PHRASE,
    PLAIN,
    PREFIXES,
    ROUGHLY,
    SIGN,
    SIGNS,
    SILENT,
    SPANS,
    TIMELY,
    TRAILING,
    VERB,
    classes,
    fixed,
    flags_of,
)

_SAME_AS = {"in_the_company_of": "accompanied_by", "in_company_with": "accompanied_by"}
_ORDERING = frozenset({"first", "last", "next", "earlier", "then", "only"})
_APPOSED = 3  # tokens that a name with its description has at least
_JOINS = frozenset({"-", "'s"})
_BEFORE_COMPASS = frozenset({"the", "far", "deep", "extreme", "its", "'s", "'"})
"""Before "south of" these make it a part of the land."""


def _is_somebody(mention: Mention) -> bool:
    """Is it a person by name, of whom "leaves" or "visits" can only be a verb?"""
    return mention.kind == "person" and mention.form == "name"


_AFTERWARDS = (["before"], ["after"], ["earlier"], ["later"], ["ahead"])


class UnitReader:
    """Reads stretches of one document's tokens into units; holds only look-ups."""

    def __init__(
        self,
        tokens: Tokens,
        mentions: dict[int, tuple[Mention, int]],
        dates: dict[int, tuple[Expression, int]],
    ) -> None:
        """``mentions`` and ``dates``: first token -> (what, token after it), outermost only."""
        self._tokens, self._mentions, self._dates = tokens, mentions, dates
        lists = words()
        self._prepositions, self._both = lists["prepositions"], lists["both"]
        self._classes, self._fixed = classes(), fixed()
        self._phrases, self._manners = phrases(), lists["manners"]
        self._rough, self._numbers = lists["roughly"], lists["numbers"]
        self._estimates = lists["roughly"] - lists["phrases"]
        self._flags = self._marked()
        ends = {i: j for i, (_, j) in dates.items()}
        self._verbs = VerbReader(tokens, mentions, ends, self._flags)

    def _marked(self) -> list[int]:
        """Flags of all tokens: those of their words, and what hyphens and mentions make of them."""
        lower = self._tokens.lower
        flags = list(map(flags_of, lower))
        for i in compress(range(len(lower)), map(_JOINS.__contains__, lower)):
            if lower[i] == "'s":
                flags[i - 1] = flags[i - 1] or PLAIN  # a possessor
                continue
            for k in (i - 1, min(i + 1, len(lower) - 1)):
                if 0 < flags[k] <= FIXED:
                    flags[k] = (OTHER if flags[k] == FIXED else flags[k]) | JOINED
        for i in (*self._mentions, *self._dates):
            flags[i] |= KNOWN
        return flags

    def read(self, start: int, end: int) -> list[Unit]:
        """Units of the tokens ``start`` to ``end`` (half-open)."""
        return group(self._atoms(start, end))

    def _atoms(self, start: int, end: int) -> list[Unit]:
        lower, text = self._tokens.lower, self._tokens.text
        flags, fixed = self._flags, self._fixed
        atoms: list[Unit] = []
        initials = list(map(itemgetter(0), text[start:end]))
        words, capitals = sum(map(str.isalpha, initials)), sum(map(str.isupper, initials))
        self._verbs.sentence(start, plain_case=capitals <= 0.6 * words)
        k = start
        while k < end:
            flag = flags[k]
            if flag >= KNOWN:
                after = self._known(k, end, atoms)
                if after > k:
                    k = after
                    continue
                flag -= KNOWN
            if not flag:
                atoms.append(Unit("word", k, k + 1, lower[k], k))
                k += 1
            elif flag == FIXED:
                word = lower[k]
                atoms.append(Unit(fixed[word], k, k + 1, word, k))
                k += 1
            elif flag >= PLAIN:
                k = self._plain(k, end, flag, atoms)
            elif flag & SIGN:
                k = self._sign(k, start, end, atoms)
            else:
                k = self._read(k, end, flag, atoms)
        return atoms

    def _known(self, k: int, end: int, atoms: list[Unit]) -> int:
        """Take the mention or date that begins at token ``k``; ``k`` if it is taken otherwise."""
        dated = self._dates.get(k)
        if dated is None:
            found = self._mentions.get(k)
            if found is not None and found[1] <= end and not self._adjective(found, end):
                return self._mention(k, end, atoms)
        elif dated[1] <= end:
            return self._date(k, end, atoms)
        return k

    def _plain(self, k: int, end: int, flag: int, atoms: list[Unit]) -> int:
        """A possessor, a word that looks like an adverb, or a sign that carries no structure."""
        lower = self._tokens.lower
        word = lower[k]
        if flag == SILENT:
            if word == "-":
                dash = is_dash(self._tokens, k, end, atoms) and not self._joins_states(
                    k, end, atoms
                )
                atoms.append(Unit("comma" if dash else "hyphen", k, k + 1, word))
        elif flag != ADVERB or not self._is_adverb(k, end, word):
            unit = Unit("word", k, k + 1, word, k)
            atoms.append(unit)
            if k + 1 < end and lower[k + 1] == "'s":
                unit.possessive, unit.j = True, k + 2
                return k + 2
        return k + 1

    def _sign(self, k: int, start: int, end: int, atoms: list[Unit]) -> int:
        text = self._tokens.text
        word = text[k]
        sign = SIGNS[word]
        times = text[k + 1].isdigit() if word == ":" and start < k < end - 1 else False
        if times and text[k - 1].isdigit():
            sign = "hyphen"  # 15:30
        if sign == "comma" and word != "," and self._joins_states(k, end, atoms):
            sign = "hyphen"  # "Australia – U.S. consultations"
        if word == ":" and sign == "break" and self._tokens.lower[k + 1 : k + 2] == ["with"]:
            sign = "comma"  # "three meetings: with A, with B"
        if word == ";" and lists_on(self._tokens.lower, self._mentions, k, end, atoms):
            sign = "comma"  # "met A of X; B of Y; and C of Z"
        atoms.append(Unit(sign, k, k + 1, word))
        return k + 1

    def _read(self, k: int, end: int, flag: int, atoms: list[Unit]) -> int:
        """What may open a phrase or verb group, or be this or that."""
        lower, text = self._tokens.lower, self._tokens.text
        word = lower[k]
        if flag & PHRASE and text[k - 1] != "-":  # not in "a get-together with"
            after = self._phrase(k, end)
            if after and " ".join(lower[k:after]) in self._manners:
                return after  # "one by one" carries no structure
            if after and self._roughly(k, after, end):
                return after  # nor does "up to" in "up to 300 soldiers"
            if after:
                name = "_".join(lower[k:after])
                name = _SAME_AS.get(name, name)
                atoms.append(Unit("conj" if name == "as_well_as" else "prep", k, after, name))
                return after
        hyphenated = bool(flag & JOINED) and self._hyphenated(k)
        if hyphenated and word in PREFIXES and k + 2 < end:
            return k + 2  # "co-chaired": what counts is the verb
        if flag & VERB and not (hyphenated and not (k > 1 and lower[k - 2] in PREFIXES)):
            group = self._verbs.read(k, end, atoms)
            if group is not None:
                atoms.append(group)
                for n in range(k + 1, group.j):
                    if n in self._dates:  # "will on Monday meet"
                        self._date(n, end, atoms)
                return group.j
        return self._word(k, end, word, hyphenated, atoms)

    def _date(self, k: int, end: int, atoms: list[Unit]) -> int:
        date, after = self._dates[k]
        if after - k > 1 and self._tokens.lower[after - 1] in ("after", "before"):
            after -= 1  # "three days after Wang left": the word opens a phrase or clause
        if date.kind == "edition":  # the year in a name is a word of the name
            atoms.append(Unit("word", k, after, self._tokens.lower[k], k))
        else:
            kind = "duration" if date.kind == "duration" else "date"
            unit = Unit(kind, k, after, "", k)
            unit.date = date
            atoms.append(unit)
        return self._possession(atoms[-1], after, end)

    def _mention(self, k: int, end: int, atoms: list[Unit]) -> int:
        mention, after = self._mentions[k]
        atom = Unit("adjective" if mention.form == "adjective" else "entity", k, after, "", k)
        atom.mention = mention
        if after - k > _APPOSED and mention.form == "name" and "," in self._tokens.text[k:after]:
            atom.apposed = True
        if mention.form == "pronoun":
            word = atom.word = self._tokens.lower[k]
            if word in ("his", "their", "its") or (word == "her" and self._noun_next(after, end)):
                atom.kind, atom.possessive = "possessor", True
        atoms.append(atom)
        after = self._possession(atom, after, end)
        if mention.kind == "person" and after < end and self._tokens.lower[after] in ("(", ","):
            return pictured(self._tokens.lower, after, end)
        return after

    def _adjective(self, found: tuple[Mention, int], end: int) -> bool:
        """Is it no person but an adjective ("an official visit")?"""
        mention, after = found
        lower = self._tokens.lower
        return (
            after < end
            and lower[after - 1] == "official"
            and mention.actor is None
            and lower[after] in words()["deeds"]
        )

    def _is_adverb(self, k: int, end: int, word: str) -> bool:
        """As in "landed safely", "arrived late on Monday"; adverbs carry no structure here."""
        if word in SPANS:
            return self._tokens.lower[k + 1 : k + 2] in _AFTERWARDS
        if word in TIMELY:
            return k + 1 < end and self._tokens.lower[k + 1] in ("on", "in", "at")
        return self._tokens.text[k][0].islower() and is_adverb(word) and not self._hyphenated(k)

    def _joins_states(self, k: int, end: int, atoms: list[Unit]) -> bool:
        after = self._mentions.get(k + 1)
        before = atoms[-1].mention if atoms else None
        if before is None or after is None or after[1] >= end:
            return False
        return {before.kind, after[0].kind} <= {"state", "organisation"}

    def _word(self, k: int, end: int, word: str, hyphenated: bool, atoms: list[Unit]) -> int:
        lower = self._tokens.lower
        kind = self._classes.get(word)
        if kind is not None and hyphenated:
            kind = None  # "sit-down", "tete-a-tete"
        elif word == "while" and lower[k - 1] in ("a", "short", "little", "long"):
            kind = None
        elif word in self._both and self._clause_follows(k + 1, end):
            kind = "sub"
        elif word in ROUGHLY and k + 1 < end and lower[k + 1][0].isdigit():
            return k + 1  # "about 4,000 troops"
        elif word in self._prepositions and not hyphenated:
            kind = "prep"
        if word == "that":
            kind = self._that(k, end, atoms)
        if word in TRAILING and self._trails(k, end, word, atoms):
            return k + 1
        if kind == "det" and word in PORTIONS:
            after = portion(lower, self._mentions, k, end)
            if after:
                atoms.append(Unit("det", k, k + 1, word, k))
                return after
            if self._floats(k, end, word, atoms):
                kind = "adverb"
        if kind is None:
            if word == "-":
                kind = "hyphen"
            elif word[0].isalnum():
                kind = "word"
                if (
                    word in ("first", "last", "next")
                    and k + 1 < end
                    and lower[k + 1] in self._verbs.verbs
                ):
                    form = self._verbs.verbs[lower[k + 1]]
                    kind = "word" if form.noun and "past" not in form.forms else "adverb"
            else:
                return k + 1  # quotes and other signs carry no structure here
        if kind == "adverb":
            following = lower[k + 1] if k + 1 < end else ""
            verbal = following in self._verbs.verbs or following in self._verbs.aux
            verbal &= following not in words()["noun_like"]  # "the next meeting"
            plain = following[:1].isalpha() and not verbal and following not in self._prepositions
            # "the next meeting"; "the first was held in May", "the last of the series"
            if word == "then" and k + 1 in self._mentions and lower[k - 1] in ("and", ","):
                return k + 1  # "to Oman and then Qatar"
            if word in _ORDERING and (plain or lower[k - 1 : k] in (["the"], ["its"])):
                atoms.append(Unit("word", k, k + 1, word, k))
            return k + 1
        unit = Unit(kind, k, k + 1, word, k)
        if kind == "possessor":
            unit.possessive = True
        atoms.append(unit)
        if kind == "word" and k + 1 < end and lower[k + 1] == "'s":
            unit.possessive = True
            unit.j = k + 2
        return unit.j

    def _floats(self, k: int, end: int, word: str, atoms: list[Unit]) -> bool:
        """As in "they each met Y", "will send both to Malta"."""
        before = self._previous(atoms)
        if word != "each":
            return before == "verb"
        form = self._verbs.verbs.get(self._tokens.lower[k + 1]) if k + 1 < end else None
        return before in ("entity", "word") and form is not None and "past" in form.forms

    def _trails(self, k: int, end: int, word: str, atoms: list[Unit]) -> bool:
        """As in "met Y online on Monday", "cut the visit short"; not "an online meeting"."""
        if word == "short":
            return any(a.kind == "verb" and a.word == "cut short" for a in atoms[-8:])
        after = self._tokens.lower[k + 1] if k + 1 < end else ""
        return self._previous(atoms) in ("entity", "verb") and (
            not after[:1].isalpha() or after in self._prepositions
        )

    def _hyphenated(self, k: int) -> bool:
        """Is the word part of a compound ("much-talked-about")?"""
        tokens = self._tokens
        text, start, end = tokens.text, tokens.start, tokens.end
        if k > 0 and text[k - 1] == "-" and end[k - 1] == start[k]:
            return True
        if k + 2 >= len(tokens) or text[k + 1] != "-":
            return False
        return start[k + 1] == end[k] and start[k + 2] == end[k + 1]

    def _possession(self, atom: Unit, after: int, end: int) -> int:
        """Take a possessive ending that follows the atom; the token after both."""
        lower = self._tokens.lower
        if after < end and lower[after] == "'s":
            if atom.mention is not None and atom.word in ("he", "she", "it"):
                return after  # "he's" is "he is"
            atom.possessive, atom.j = True, after + 1
        elif after < end and lower[after] == "'" and lower[after - 1].endswith("s"):
            atom.possessive, atom.j = True, after + 1
        return atom.j

    def _phrase(self, k: int, end: int) -> int:
        lower = self._tokens.lower
        if k + 1 < end:
            for phrase in self._phrases.get((lower[k], lower[k + 1]), ()):
                after = k + len(phrase)
                if after <= end and tuple(lower[k:after]) == phrase:
                    if self._roughly(k, after, end):
                        return after
                    if " ".join(phrase) in self._estimates:
                        continue
                    if phrase == ("due", "to") and after < end and self._is_base(lower[after]):
                        return 0  # "the summit due to open", not "due to rain"
                    if phrase[-2:] == ("way", "to") and after < end and self._is_verb(lower[after]):
                        return 0  # "on his way to meet Y", not "on his way to Malta"
                    if len(phrase) == 2 and lower[k - 1] in _BEFORE_COMPASS and phrase[1] == "of":
                        return 0  # "in the south of Chad"; "drills south of Doha"
                    return after
        return 0

    def _roughly(self, k: int, after: int, end: int) -> bool:
        """Do the tokens from ``k`` on only say that the number behind them is not exact?"""
        lower = self._tokens.lower
        if after >= end or after in self._dates or " ".join(lower[k:after]) not in self._rough:
            return False
        after += lower[after] == "a"
        return after < end and (lower[after][0].isdigit() or lower[after] in self._numbers)

    def _is_base(self, word: str) -> bool:
        form = self._verbs.verbs.get(word)
        return word in ("be", "have") or (
            form is not None and "base" in form.forms and not form.noun
        )

    def _is_verb(self, word: str) -> bool:
        form = self._verbs.verbs.get(word)
        return word in self._verbs.aux or (
            form is not None and not {"base", "gerund"}.isdisjoint(form.forms)
        )

    def _noun_next(self, k: int, end: int) -> bool:
        lower = self._tokens.lower
        return (
            k < end
            and lower[k][:1].isalpha()
            and lower[k] not in self._classes
            and (lower[k] not in self._prepositions and lower[k] not in self._verbs.aux)
        )

    def _that(self, k: int, end: int, atoms: list[Unit]) -> str:
        """What "that" is: it opens a clause after a verb, a relative one after a noun."""
        before, lower = self._previous(atoms), self._tokens.lower
        if not atoms and k + 1 < end and not self._flags[k + 1] and lower[k + 1].isalpha() and (
            self._tokens.text[k + 1].islower()
        ):  # fmt: skip
            return "det"  # "That meeting was the first"
        if before in ("entity", "word", "adjective") and k + 1 < end:
            following = lower[k + 1]
            if following in self._verbs.aux or self._verbs.finite(following):
                return "rel"
            form = self._verbs.verbs.get(following)
            if (
                form is not None
                and not form.forms.isdisjoint(("past", "third"))
                and following not in words()["events"]
                and k + 2 < end
                and (k + 2 in self._dates or lower[k + 2] in self._prepositions)
            ):
                return "rel"  # "the summit that opens in Suva", not "news that talks in Suva"
            if form is not None and "past" in form.forms and k + 2 in self._mentions:
                return "rel"  # "a delegation that visited Suva"
        return "sub"

    def _clause_follows(self, k: int, end: int) -> bool:
        """Do a noun group and a finite verb follow at once ("after Putin met")?"""
        lower = self._tokens.lower
        nouns = 0
        for n in range(k, min(end, k + 8)):
            found = self._mentions.get(n)
            if found and nouns and lower[n - 1] not in ("'s", "’s"):
                return False  # "before the call Scholz had": two noun groups
            nouns += lower[n] not in self._classes
            if found:
                after, several = self._past_list(found[1], end)
                if after >= end:
                    return False
                word = lower[after]
                form = self._verbs.verbs.get(word)
                return (
                    word in self._verbs.aux
                    or self._verbs.finite(word)
                    or (form is not None and (several or "past" in form.forms))
                    or (form is not None and "third" in form.forms and _is_somebody(found[0]))
                )
            if n in self._dates or lower[n] in self._prepositions or lower[n] in ",;.":
                return False
            if n > k and (lower[n] in self._verbs.aux or self._verbs.finite(lower[n])):
                return True
        return False

    def _past_list(self, after: int, end: int) -> tuple[int, bool]:
        """Past adverbs, a second name ("Xi and Lula") and what somebody has ("Peru's envoys");
        are they several, so that "meet" is their verb?
        """
        lower = self._tokens.lower
        several = lower[after - 1] == self._tokens.text[after - 1] and lower[after - 1].endswith(
            "s"
        )
        if after + 1 < end and lower[after] == "and" and (second := self._mentions.get(after + 1)):
            after, several = second[1], True
        elif after + 1 < end and lower[after] in ("'s", "’s"):
            after += 2
            several = lower[after - 1].endswith("s") and lower[after - 1] not in self._verbs.verbs
        while after < end and self._classes.get(lower[after]) == "adverb":
            after += 1
        return after, several

    @staticmethod
    def _previous(atoms: list[Unit]) -> str:
        return atoms[-1].kind if atoms else ""
