"""What a word that can be a verb is where it stands: finite, infinitive, gerund, participle, none.

The atoms before it and the word after it decide between "the visit" and "they visit".
"""

from __future__ import annotations

from diplotext.lexicon import state
from diplotext.lexicon.grammar import is_adverb, verb_forms, words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention
from diplotext.reading.units import Unit

_TO_DAYS = frozenset({"from", "on", "through", "till", "until"})
_GROUNDS = frozenset({
    "ground", "grounds", "range", "ranges", "area", "areas", "centre", "center", "site", "sites",
    "camp", "base",
})  # fmt: skip
"""After these a gerund only says what a place is for."""
_COMPANY = frozenset({"with", "alongside"})
_FRONT = 40  # tokens that a gerund in front of its clause may take
_AFTER_VERBS = frozenset({"the", "in", "with", "a", "for", "on", "their", "over", "at"})
_FINITE_FORMS = frozenset({"third", "past"})


_OBJECTS = frozenset({"with", "him", "her", "them", "his", "their", "its"})
_GROUP = 7  # atoms of "of the visiting Omani delegation"
_CLAUSE = 120  # atoms over which an infinitive goes on with "and"


_AT_WORK = frozenset(
    {"group", "groups", "visit", "lunch", "dinner", "breakfast", "session", "meeting", "level"}
)
"""After "working", an adjective before them."""


class VerbKinds:
    """Judges single words of one document; holds only look-ups."""

    def __init__(
        self, tokens: Tokens, mentions: dict[int, tuple[Mention, int]], dates: dict[int, int]
    ) -> None:
        """``mentions``: first token of each outermost mention -> (mention, token after it).
        ``dates``: first token of each date -> token after it.
        """
        self._tokens, self._mentions, self._dates = tokens, mentions, dates
        lists = words()
        self._prepositions = lists["prepositions"]
        self._pronouns, self._plural = lists["pronouns"], lists["plural_pronouns"]
        self._groups = lists["groups"]
        self._noun_like, self._day_verbs = lists["noun_like"], lists["day_verbs"]
        self.aux = lists["modals"] | lists["be"] | lists["have"] | lists["do"]
        self.verbs = verb_forms()

    def finite(self, word: str) -> bool:
        """Can the lower-case word only be a finite verb?"""
        form = self.verbs.get(word)
        return form is not None and not form.noun and bool(form.forms & _FINITE_FORMS)

    def kind(
        self, word: str, k: int, end: int, forms: frozenset[str], noun: bool, atoms: list[Unit]
    ) -> tuple[str, str]:
        """Which kind of verb a content word is here, or ("", "") for none."""
        before = atoms[-1] if atoms else None
        kind = before.kind if before else ""
        after = self._tokens.lower[k + 1] if k + 1 < end else ""
        if "gerund" in forms:
            if after in _GROUNDS and kind != "verb":
                return "", ""  # "the proving ground", "a firing range"
            if word == "working" and after in _AT_WORK:
                return "", ""  # "working groups of both sides met"
            if word in self._prepositions and kind not in ("prep", "det"):
                return "", ""  # "officials including X", "Following talks with X", "said following"
            if kind in ("det", "possessor", "adjective") or (
                before and before.possessive and kind != "verb"
            ):
                return "", ""
            if word in self._noun_like:
                if not before and after in _COMPANY and self._fronted(k, end):
                    return "gerund", ""
                if kind in ("word", "hyphen", "duration", "date", "noun") or not before:
                    return "", ""
                if (
                    kind == "prep"
                    and before
                    and before.word not in ("after", "before", "by", "while", "of")
                ):
                    return "", ""
                if after in ("with", "of", "between", "in", "on", "at", "will", "was", "is", "and"):
                    return "", ""
                if (
                    kind == "entity"
                    and before
                    and before.mention
                    and (before.mention.kind == "organisation" or _is_pair(atoms))
                ):
                    return "", ""
            if kind in ("word", "hyphen") and noun:
                return "", ""
            if kind == "duration" or (before and before.word in words()["measures"]):
                return "", ""  # "a two-day working visit"
            return "gerund", ""
        if kind in ("det", "possessor") or (before and before.possessive and kind != "verb"):
            inverted = before and before.word == "her" and self.finite(word) and len(forms) == 1
            return ("finite", "past") if inverted else ("", "")  # "with her came X"
        if "past" in forms or "participle" in forms:
            if kind in ("adjective", "hyphen"):
                return "", ""
            if "past" not in forms:
                return (
                    ("participle", "")
                    if kind in ("word", "entity", "comma", "date", "")
                    else ("", "")
                )
            if "participle" not in forms:
                return "finite", "past"
            if kind == "prep":
                return "", ""
            if after == "by" and words()["means"].isdisjoint(self._tokens.lower[k + 2 : k + 3]):
                return "participle", ""
            return self._past(k, end, atoms)
        if kind == "prep" or kind == "adjective" or word == "last":
            return "", ""
        if "third" in forms:
            if not noun:
                return "finite", "present"
            if word == "talks" and (
                after == "between"
                or after in self.aux
                or after in self.verbs
                or _is_pair(atoms)
                or (before and self._tokens.lower[before.i] == "the" and _is_city(before))
            ):
                return (
                    "",
                    "",
                )  # "talks postponed", "the Mali-Chad talks", "the Oslo talks", "talks between A"
            if (
                word in self._day_verbs
                and kind in ("word", "hyphen", "date", "conj")
                and (
                    k + 1 in self._dates
                    or (after in _TO_DAYS and k + 2 in self._dates)
                    or (after == "in" and k + 2 in self._mentions)
                )
            ):
                return "finite", "present"
            if word == "meets" and kind == "word" and before and before.word in self._groups:
                return "finite", "present"  # "the border committee meets in"
            if self._event(k, after):
                return "", ""
            if kind == "comma" and self._takes(k, after, noun) and _tense(atoms) == "present":
                return "finite", "present"  # "arrives in Oslo, meets the king"
            if before and (kind in ("entity", "rel") or before.word in self._pronouns):
                return "finite", "present"
            return "", ""
        if before is None or (word == "present" and not after[:1].isalpha()):
            return "", ""  # "with both ministers present."
        if before.word in self._plural or before.word == "who" or kind == "verb":
            return ("finite", "present") if kind != "verb" else ("", "")
        if kind == "conj":
            return self._conjoined(atoms, noun)
        if kind == "comma" and self._takes(k, after, noun):
            return self._chained(atoms)
        if kind == "entity" and not noun:
            return "finite", "present"
        if self._event(k, after):
            return "", ""
        if kind == "entity" and _is_list_of_two(atoms):
            return "finite", "present"  # "Xi and Putin meet"
        if kind == "entity" and before.mention and before.mention.members:
            return "finite", "present"
        if kind == "entity" and _is_of_many(before) and after in _AFTER_VERBS:
            return "finite", "present"  # "Andean Community negotiators meet in Lima"
        if kind == "word" and before.word.endswith("s") and (not noun or after in _AFTER_VERBS):
            return ("", "") if noun and _is_of_one(atoms) else ("finite", "present")
        if kind in ("word", "entity") and not noun and _counts_many(atoms):
            return "finite", "present"  # "members of the delegation include"
        return "", ""

    def _event(self, k: int, after: str) -> bool:
        """Is the word at ``k``, which can be verb or noun, the noun after a mention: "the Malta and
        Cyprus special forces exercise began", "Malta's military exercises"?
        """
        form = self.verbs.get(after)
        return (
            self._tokens.lower[k - 1 : k] == ["military"]
            or after in self.aux
            or (
                form is not None
                and "past" in form.forms
                and "base" not in form.forms
                and not form.noun
            )
        )

    def _fronted(self, k: int, end: int) -> bool:
        """As in "Meeting with X in Oslo, Y said": a comma, then a subject and its finite verb."""
        lower, n = self._tokens.lower, k + 2
        while n < min(k + _FRONT, end - 1):
            if n in self._mentions:
                n = self._mentions[n][1]  # "Minister Will Rojas": no verb
                continue
            if lower[n] in self.aux or self.finite(lower[n]):
                return False
            if lower[n] == "," and n + 1 in self._mentions:
                after = self._mentions[n + 1][1]
                while after < end and is_adverb(lower[after]):
                    after += 1
                form = self.verbs.get(lower[after]) if after < end else None
                past = form is not None and "past" in form.forms
                if after < end and (past or lower[after] in self.aux or self.finite(lower[after])):
                    return True
            n += 1
        return False

    def _takes(self, k: int, after: str, noun: bool) -> bool:
        """Is the word at ``k`` a verb by what follows it, or because it cannot be a noun?"""
        if not noun:
            return after.isalpha() and after not in ("and", "or")
        return k + 1 in self._mentions or after in _OBJECTS or after in words()["determiners"]

    @staticmethod
    def _chained(atoms: list[Unit]) -> tuple[str, str]:
        """A base form after a comma: "to visit Oslo, meet the king", "they meet, sign a pact"."""
        for atom in reversed(atoms[-_CLAUSE:]):
            if atom.verb:
                if atom.verb.kind == "infinitive" or atom.verb.modal or atom.verb.tense == "future":
                    return "infinitive", ""
                if atom.verb.kind == "finite" and atom.verb.tense == "present":
                    return ("finite", "present") if atom.word == atom.verb.lemma else ("", "")
                break
        return "", ""

    @staticmethod
    def _conjoined(atoms: list[Unit], noun: bool) -> tuple[str, str]:
        """A base form after "and": an infinitive goes on ("to meet X and attend Y")."""
        for atom in reversed(atoms[-_CLAUSE:]):
            if atom.verb:
                if atom.verb.kind == "infinitive":
                    return "infinitive", ""
                if atom.verb.modal or atom.verb.tense == "future":
                    return "infinitive", ""
                break
        return ("", "") if noun else ("finite", "present")

    def _past(self, k: int, end: int, atoms: list[Unit]) -> tuple[str, str]:
        """Whether "held" is finite (after a subject) or a bare participle ("talks held in")."""
        open_subject = False
        for atom in reversed(atoms):
            if atom.kind == "verb":
                assert atom.verb is not None
                break
            if atom.kind in ("rel", "sub", "break"):
                open_subject = True
                break
        else:
            open_subject = True
        before = atoms[-1] if atoms else None
        if before is None:
            return "participle", ""
        if before.kind in ("rel", "conj") or before.word in self._pronouns:
            return "finite", "past"
        if before.kind == "entity" or open_subject:
            return "finite", "past"
        after = self._tokens.lower[k + 1] if k + 1 < end else ""
        if after in self._prepositions or before.kind == "comma":
            return ("participle", "") if before.kind != "comma" else ("finite", "past")
        return "finite", "past"


def _tense(atoms: list[Unit]) -> str:
    """The tense of the verb told last, "" if it is not finite."""
    verb = next((a.verb for a in reversed(atoms[-_CLAUSE:]) if a.verb), None)
    return verb.tense if verb is not None and verb.kind == "finite" else ""


def _is_pair(atoms: list[Unit]) -> bool:
    """As in "the Mali-Chad talks", "the Wang-Lavrov meeting"."""
    return len(atoms) > 2 and atoms[-2].kind == "hyphen" and atoms[-3].kind == "entity"


def _is_list_of_two(atoms: list[Unit]) -> bool:
    """Do the atoms end with "Xi and Putin", or are they "Xi, Putin", as in a headline?"""
    if len(atoms) < 3 or atoms[-3].kind != "entity":
        return False
    return atoms[-2].kind == "conj" or (atoms[-2].kind == "comma" and len(atoms) == 3)


def _is_of_many(atom: Unit) -> bool:
    """Is it a description of several: "the ASEAN ministers"?"""
    return (
        atom.mention is not None
        and atom.mention.form == "description"
        and atom.mention.kind == "person"
        and atom.mention.actor is None
    )


def _counts_many(atoms: list[Unit]) -> bool:
    """Do the atoms end with "members of the delegation": a plural, of which the last is a part?"""
    for k in range(len(atoms) - 1, max(len(atoms) - _GROUP, 0), -1):
        if atoms[k].kind == "prep":
            many = atoms[k - 1]
            return (
                atoms[k].word in ("of", "in")
                and many.kind == "word"
                and many.word.endswith("s")
                and not many.word.endswith("ss")
            )
        if atoms[k].kind not in ("word", "det", "possessor", "adjective", "hyphen", "entity"):
            break
    return False


def _is_of_one(atoms: list[Unit]) -> bool:
    """Does "a" open the noun group that ends here, as in "signed a sports accord in"?"""
    for atom in reversed(atoms):
        if atom.kind not in ("word", "adjective", "hyphen"):
            return atom.kind == "det" and atom.word in ("a", "an")
    return False


def _is_city(atom: Unit) -> bool:
    place = atom.mention.place if atom.mention is not None else None
    known = state(place.country) if place is not None and place.country else None
    return place is not None and known is not None and known.name != place.name
