"""From tokens to units: noun groups, verb groups, dates, prepositions and the signs between.

This is the first half of reading a sentence. It needs no tagger: the mentions and dates are
known already, prepositions and auxiliaries are closed classes, verbs come from a table, and
the word before decides between "the visit" and "will visit". What is neither stays an
ordinary word of a noun group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from diplotext.lexicon.grammar import phrases, verb_forms, words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention
from diplotext.reading.dates import Expression

if TYPE_CHECKING:
    from diplotext.reading.clauses import Clause

# Kinds of units. Nominal: "entity" (its head is a mention), "noun" (its head is a word).
# Others: "verb", "date", "prep", "conj", "comma", "rel", "sub", "break", "open", "close".
# While a group is being built also: "adjective", "word", "det", "possessor", "duration", "hyphen".


@attrs.define(eq=False)
class VerbGroup:
    """Auxiliaries and verb. ``kind``: finite, infinitive, gerund or participle (bare)."""

    lemma: str
    kind: str
    tense: str = ""  # past, present, future ("will", "is to"); empty without one
    modal: str = ""
    negated: bool = False
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    adverbs: tuple[str, ...] = ()


@attrs.define(eq=False)
class Unit:
    """A stretch of tokens ``i`` to ``j`` (half-open) that plays one part in the clause.

    ``head`` is the token of the head word. ``mods`` are the parts before it, ``det`` its
    determiner or possessive pronoun. The clause pass fills in the rest.
    """

    kind: str
    i: int
    j: int
    word: str
    head: int = -1
    mention: Mention | None = None
    date: Expression | None = None
    verb: VerbGroup | None = None
    mods: list[Unit] = attrs.Factory(list)
    det: str = ""
    possessive: bool = False
    clause: Clause | None = None
    role: str = ""
    prep: str = ""
    host: Unit | None = None
    members: list[Unit] = attrs.Factory(list)
    attached: list[Clause] = attrs.Factory(list)
    index: int = -1

    @property
    def nominal(self) -> bool:
        """Is it a noun group?"""
        return self.kind == "entity" or self.kind == "noun"


_SIGNS = {
    ",": "comma", ";": "break", ":": "break", "—": "comma", "–": "comma", "(": "open", ")": "close",
    "[": "open", "]": "close", "|": "break", "/": "conj", "?": "break", "!": "break", "•": "break",
}  # fmt: skip
_FINITE_FORMS = frozenset({"third", "past"})


class UnitReader:
    """Reads stretches of one document's tokens into units; holds only look-ups."""

    def __init__(
        self,
        tokens: Tokens,
        mentions: dict[int, tuple[Mention, int]],
        dates: dict[int, tuple[Expression, int]],
    ) -> None:
        """``mentions`` and ``dates``: first token -> (what, token after it), outermost only."""
        self._tokens = tokens
        self._mentions = mentions
        self._dates = dates
        lists = words()
        self._prepositions = lists["prepositions"]
        self._both = lists["both"]
        self._classes: dict[str, str] = {}
        for name, kind in (
            ("adverbs", "adverb"), ("determiners", "det"), ("possessives", "possessor"),
            ("conjunctions", "conj"), ("relatives", "rel"), ("subordinators", "sub"),
        ):  # fmt: skip
            for word in lists[name]:
                self._classes.setdefault(word, kind)
        self._modals, self._be, self._have, self._do = (
            lists["modals"], lists["be"], lists["have"], lists["do"],
        )  # fmt: skip
        self._aux = self._modals | self._be | self._have | self._do
        self._negations, self._predicates = lists["negations"], lists["predicates"]
        self._pronouns, self._plural = lists["pronouns"], lists["plural_pronouns"]
        self._phrasals = lists["phrasals"]
        self._verbs, self._phrases = verb_forms(), phrases()
        self._plain_case, self._first = True, 0

    def read(self, start: int, end: int) -> list[Unit]:
        """Units of the tokens ``start`` to ``end`` (half-open)."""
        return _group(self._atoms(start, end))

    def _atoms(self, start: int, end: int) -> list[Unit]:
        lower, text = self._tokens.lower, self._tokens.text
        atoms: list[Unit] = []
        k = start
        words = [t for t in text[start:end] if t[0].isalpha()]
        self._plain_case = sum(t[0].isupper() for t in words) <= 0.6 * len(words)
        self._first = start
        while k < end:
            date = self._dates.get(k)
            if date and date[1] <= end and date[0].kind == "edition":
                atoms.append(Unit("word", k, date[1], lower[k], k))
                k = self._possession(atoms[-1], date[1], end)
                continue
            if date and date[1] <= end:
                kind = "duration" if date[0].kind == "duration" else "date"
                atoms.append(Unit(kind, k, date[1], "", k, date=date[0]))
                k = self._possession(atoms[-1], date[1], end)
                continue
            found = self._mentions.get(k)
            if found and found[1] <= end:
                mention, after = found
                adjective = mention.form == "adjective"
                atom = Unit("adjective" if adjective else "entity", k, after, "", k, mention=mention)
                if mention.form == "pronoun":
                    atom.word = lower[k]
                    if lower[k] in ("his", "their", "its") or (lower[k] == "her" and self._noun_next(after, end)):
                        atom.kind, atom.possessive = "possessor", True
                atoms.append(atom)
                k = self._possession(atom, after, end)
                continue
            word = lower[k]
            sign = _SIGNS.get(word)
            if sign:
                atoms.append(Unit(sign, k, k + 1, word))
                k += 1
                continue
            phrase = self._phrase(k, end)
            if phrase:
                name = "_".join(lower[k:phrase])
                kind = "conj" if name == "as_well_as" else "prep"
                atoms.append(Unit(kind, k, phrase, name))
                k = phrase
                continue
            group = self._verb(k, end, atoms)
            if group:
                atoms.append(group)
                k = group.j
                continue
            k = self._word(k, end, word, text[k], atoms)
        return atoms

    def _word(self, k: int, end: int, word: str, text: str, atoms: list[Unit]) -> int:
        lower = self._tokens.lower
        kind = self._classes.get(word)
        if word in self._both and self._clause_follows(k + 1, end):
            kind = "sub"
        elif word in self._prepositions and not self._hyphenated(k):
            kind = "prep"
        if word == "that":
            kind = self._that(k, end, atoms)
        if kind == "det" and word in ("both", "all") and self._previous(atoms) == "verb":
            kind = "adverb"
        if kind is None:
            if word == "-":
                kind = "hyphen"
            elif text[0].isalnum():
                kind = "word"
                if word in ("first", "last", "next") and k + 1 < end and lower[k + 1] in self._verbs:
                    form = self._verbs[lower[k + 1]]
                    kind = "word" if form.noun and "past" not in form.forms else "adverb"
            else:
                return k + 1  # quotes and other signs carry no structure here
        if kind == "adverb":
            following = lower[k + 1] if k + 1 < end else ""
            if word in ("first", "last", "next", "earlier", "then", "only") and following[:1].isalpha():
                if following not in self._verbs and following not in self._aux and following not in self._prepositions:
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

    def _hyphenated(self, k: int) -> bool:
        """Is the word part of a compound ("much-talked-about")?"""
        tokens = self._tokens
        return (k > 0 and tokens.text[k - 1] == "-" and tokens.end[k - 1] == tokens.start[k]) or (
            k + 1 < len(tokens) and tokens.text[k + 1] == "-" and tokens.start[k + 1] == tokens.end[k]
            and k + 2 < len(tokens) and tokens.start[k + 2] == tokens.end[k + 1]
        )  # fmt: skip

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
        for phrase in self._phrases.get(lower[k], ()):
            after = k + len(phrase)
            if after <= end and tuple(lower[k:after]) == phrase:
                return after
        return 0

    def _noun_next(self, k: int, end: int) -> bool:
        lower = self._tokens.lower
        return k < end and lower[k][:1].isalpha() and lower[k] not in self._classes and (
            lower[k] not in self._prepositions and lower[k] not in self._aux
        )

    def _that(self, k: int, end: int, atoms: list[Unit]) -> str:
        """"that" opens a clause after a verb, a relative one after a noun, else it is a determiner."""
        before = self._previous(atoms)
        if before in ("entity", "word", "adjective") and k + 1 < end:
            following = self._tokens.lower[k + 1]
            if following in self._aux or self._finite(following):
                return "rel"
        return "sub"

    def _finite(self, word: str) -> bool:
        form = self._verbs.get(word)
        return form is not None and not form.noun and bool(form.forms & _FINITE_FORMS)

    def _clause_follows(self, k: int, end: int) -> bool:
        """Do a noun group and a finite verb follow at once ("after Putin met")?"""
        lower = self._tokens.lower
        for n in range(k, min(end, k + 8)):
            found = self._mentions.get(n)
            if found:
                after = found[1]
                while after < end and self._classes.get(lower[after]) == "adverb":
                    after += 1
                if after >= end:
                    return False
                word = lower[after]
                return word in self._aux or self._finite(word) or (
                    word in self._verbs and "past" in self._verbs[word].forms
                )
            if n in self._dates or lower[n] in self._prepositions or lower[n] in ",;.":
                return False
            if n > k and (lower[n] in self._aux or self._finite(lower[n])):
                return True
        return False

    @staticmethod
    def _previous(atoms: list[Unit]) -> str:
        return atoms[-1].kind if atoms else ""

    # -- verb groups ---------------------------------------------------------------------

    def _verb(self, k: int, end: int, atoms: list[Unit]) -> Unit | None:
        lower = self._tokens.lower
        word = lower[k]
        if word in self._aux or (word == "'s" and atoms and atoms[-1].word in ("he", "she", "it", "who", "that")):
            return self._auxiliaries(k, end, atoms)
        if word == "to":
            n = k + 1
            while n < end and self._classes.get(lower[n]) == "adverb":
                n += 1
            if n < end:
                if lower[n] in ("be", "have"):
                    return self._auxiliaries(n, end, atoms, infinitive=k)
                form = self._verbs.get(lower[n])
                if form and "base" in form.forms and n not in self._mentions:
                    return self._finish(VerbGroup(form.lemma, "infinitive"), k, n, end)
            return None
        if word in self._negations and k + 1 < end and lower[k + 1] == "to":
            found = self._verb(k + 1, end, atoms)
            if found and found.verb:
                found.verb.negated, found.i = True, k
            return found
        if word == "due" and self._previous(atoms) in ("entity", "word"):
            return Unit("verb", k, k + 1, "be due", k, verb=VerbGroup("be due", "finite", "present"))
        if self._plain_case and k > self._first and self._tokens.text[k][0].isupper():
            before = atoms[-1] if atoms else None
            if before is not None and before.kind not in ("break", "open") and self._tokens.text[k - 1] not in ('"', "“", "‘", "'"):
                return None  # "Cutlass Express": a name, not a verb
        form = self._verbs.get(word)
        if form is None:
            before = atoms[-1] if atoms else None
            if word.endswith("ed") and len(word) > 4 and word.isalpha() and before is not None and (
                (before.kind == "entity" and not before.possessive) or before.word in ("who", "which", "he", "she")
            ):
                return Unit("verb", k, k + 1, word, k, verb=VerbGroup(word, "finite", "past"))
            return None
        kind, tense = self._form(word, k, end, form.forms, form.noun, atoms)
        if not kind:
            return None
        group = VerbGroup(form.lemma, kind, tense, passive=kind == "participle")
        return self._finish(group, k, k, end)

    def _form(
        self, word: str, k: int, end: int, forms: frozenset[str], noun: bool, atoms: list[Unit]
    ) -> tuple[str, str]:
        """Which kind of verb a content word is here, or ("", "") for none."""
        before = atoms[-1] if atoms else None
        kind = before.kind if before else ""
        after = self._tokens.lower[k + 1] if k + 1 < end else ""
        if "gerund" in forms:
            if kind in ("det", "possessor", "adjective") or (before and before.possessive and kind != "verb"):
                return "", ""
            if word in ("meeting", "gathering", "training", "briefing", "hearing", "opening", "landing", "signing", "sailing", "crossing", "shooting", "firing"):
                if kind in ("word", "hyphen", "duration", "date", "noun") or not before:
                    return "", ""
                if kind == "prep" and before and before.word not in ("after", "before", "by", "while", "of"):
                    return "", ""
                if after in ("with", "of", "between", "in", "on", "at", "will", "was", "is", "and"):
                    return "", ""
                if kind == "entity" and before and before.mention and before.mention.kind == "organisation":
                    return "", ""
            if kind in ("word", "hyphen") and noun:
                return "", ""
            return "gerund", ""
        if kind in ("det", "possessor") or (before and before.possessive and kind != "verb"):
            return "", ""
        if "past" in forms or "participle" in forms:
            if kind in ("adjective", "hyphen"):
                return "", ""
            if "past" not in forms:
                return ("participle", "") if kind in ("word", "entity", "comma", "date", "") else ("", "")
            if "participle" not in forms:
                return "finite", "past"
            if kind == "prep":
                return "", ""
            if after == "by":
                return "participle", ""
            return self._past(k, end, atoms)
        if kind == "prep" or kind == "adjective" or word == "last":
            return "", ""
        if "third" in forms:
            if not noun:
                return "finite", "present"
            if before and (kind in ("entity", "rel") or before.word in self._pronouns):
                return "finite", "present"
            return "", ""
        if before is None:
            return "", ""
        if before.word in self._plural or before.word == "who" or kind == "verb":
            return ("finite", "present") if kind != "verb" else ("", "")
        if kind == "conj":
            return self._conjoined(atoms, noun)
        if kind == "entity" and not noun:
            return "finite", "present"
        if kind == "entity" and len(atoms) > 2 and atoms[-2].kind == "conj" and atoms[-3].kind == "entity":
            return "finite", "present"  # "Xi and Putin meet"
        if kind == "entity" and before.mention and before.mention.members:
            return "finite", "present"
        if kind == "word" and before.word.endswith("s") and (not noun or after in ("the", "in", "with", "a", "for", "on", "their")):
            return "finite", "present"
        return "", ""

    @staticmethod
    def _conjoined(atoms: list[Unit], noun: bool) -> tuple[str, str]:
        """A base form after "and": an infinitive goes on ("to meet X and attend Y")."""
        for atom in reversed(atoms):
            if atom.verb:
                if atom.verb.kind == "infinitive":
                    return "infinitive", ""
                if atom.verb.modal or atom.verb.tense == "future":
                    return "infinitive", ""
                break
        return ("", "") if noun else ("finite", "present")

    def _past(self, k: int, end: int, atoms: list[Unit]) -> tuple[str, str]:
        """A form such as "held" is finite after a subject, else a bare participle ("talks held in")."""
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

    def _auxiliaries(self, k: int, end: int, atoms: list[Unit], infinitive: int = -1) -> Unit:
        lower = self._tokens.lower
        group = VerbGroup("be", "infinitive" if infinitive >= 0 else "finite")
        adverbs: list[str] = []
        n, last = k, k
        state = ""
        while n < end:
            word = lower[n]
            if word in self._modals:
                group.modal = word.replace("n't", "").replace("'ll", "will") if word != "cannot" else "can"
                group.modal = {"wo": "will", "ca": "can"}.get(group.modal, group.modal)
                group.negated |= word.endswith("n't") or word == "cannot"
                if group.modal in ("will", "shall"):
                    group.tense = "future"
                state = "modal"
            elif word in self._have and state != "done":
                if not group.tense:
                    group.tense = "past" if word.startswith("had") else "present"
                group.negated |= word.endswith("n't")
                group.lemma, state = "have", "have"
            elif word in self._be or (word == "'s" and state == ""):
                if not group.tense and state != "modal":
                    group.tense = "past" if word.startswith("w") else "present"
                if state == "have":
                    group.perfect = True
                group.negated |= word.endswith("n't")
                if state == "be" and word == "being":
                    group.progressive = True
                group.lemma, state = "be", "be"
            elif word in self._do:
                group.tense = "past" if word.startswith("did") else "present"
                group.negated |= word.endswith("n't")
                group.lemma, state = "do", "do"
            elif word in self._negations:
                group.negated = True
            elif self._classes.get(word) == "adverb":
                adverbs.append(word)
            elif state == "be" and word == "to" and n + 1 < end:
                form = self._verbs.get(lower[n + 1])
                if lower[n + 1] in ("have", "be"):
                    group.modal, group.tense = "be to", "future"
                    state = "modal"
                elif form and "base" in form.forms:
                    group.modal, group.tense = "be to", "future" if group.tense != "past" else "past"
                    return self._finish(attrs.evolve(group, lemma=form.lemma, adverbs=tuple(adverbs)), k, n + 1, end)
                else:
                    break
            elif state == "be" and word == "going" and n + 2 < end and lower[n + 1] == "to":
                form = self._verbs.get(lower[n + 2])
                if form is None:
                    break
                group.lemma, group.tense, group.modal = form.lemma, "future", "be going to"
                group.adverbs = tuple(adverbs)
                return self._finish(group, k, n + 2, end)
            elif state == "be" and word in self._predicates and word not in ("set",):
                group.lemma, last = f"be {word}", n
                break
            else:
                form = self._verbs.get(word)
                if form is None and n not in self._mentions and word.isalpha() and (
                    (state in ("be", "have") and word.endswith("ed")) or (state == "be" and word.endswith("ing") and n > k + 0)
                ):  # a verb that no table lists
                    group.lemma, last = word, n
                    group.passive, group.perfect = state == "be" and word.endswith("ed"), state == "have"
                    break
                if form and n not in self._mentions and self._fits(state, form.forms):
                    group.lemma = form.lemma
                    if state == "be":
                        group.progressive |= "gerund" in form.forms
                        group.passive = "gerund" not in form.forms
                    elif state == "have":
                        group.perfect = True
                    last = n
                break
            last = n
            n += 1
        group.adverbs = tuple(adverbs)
        start = infinitive if infinitive >= 0 else k
        return self._finish(group, start, last, end)

    @staticmethod
    def _fits(state: str, forms: frozenset[str]) -> bool:
        if state == "be":
            return "gerund" in forms or "participle" in forms
        if state == "have":
            return "participle" in forms
        return "base" in forms

    def _finish(self, group: VerbGroup, start: int, last: int, end: int) -> Unit:
        """Take the particle along ("called off") and build the unit."""
        lower = self._tokens.lower
        after = last + 1
        if after < end:
            pair = f"{group.lemma} {lower[after]}"
            if pair in self._phrasals:
                group.lemma, after = pair, after + 1
            elif after + 1 < end and f"{pair} {lower[after + 1]}" in self._phrasals:
                group.lemma, after = f"{pair} {lower[after + 1]}", after + 2
        return Unit("verb", start, after, group.lemma, last, verb=group)


_INNER = frozenset({"adjective", "word", "det", "possessor", "duration", "hyphen", "entity"})


def _group(atoms: list[Unit]) -> list[Unit]:
    """Join the parts of noun groups; everything else stays as it is."""
    units: list[Unit] = []
    run: list[Unit] = []
    for n, atom in enumerate(atoms):
        if atom.kind in _INNER:
            if run and _parts(run, atom):
                _close(run, units)
                run = []
            run.append(atom)
        elif atom.kind == "date" and (
            atom.possessive or (run and run[-1].kind in ("det", "possessor") and _word_next(atoms, n))
        ):
            run.append(atom)
        elif atom.kind == "conj" and _joins_modifiers(atoms, n, run):
            continue
        elif atom.kind == "comma" and _lists_modifiers(atoms, n, run):
            continue
        else:
            _close(run, units)
            run = []
            units.append(atom)
    _close(run, units)
    for n, unit in enumerate(units):
        unit.index = n
    return units


def _word_next(atoms: list[Unit], n: int) -> bool:
    return n + 1 < len(atoms) and atoms[n + 1].kind in ("word", "adjective", "duration")


def _parts(run: list[Unit], atom: Unit) -> bool:
    """Does ``atom`` start another noun group?"""
    last = run[-1]
    if last.kind == "hyphen" or atom.kind == "hyphen" or last.kind in ("det", "possessor", "adjective", "duration"):
        return False
    if last.possessive:
        return False
    if atom.kind in ("det", "possessor"):
        return True
    if atom.kind == "entity":
        return True
    if last.kind == "word" and atom.kind == "adjective":
        return len(run) > 1 or not last.word.endswith(("ed", "ing", "al", "ly"))
    return last.kind == "entity" and atom.kind == "adjective"


def _modifier(atom: Unit) -> bool:
    return atom.kind == "adjective" or (
        atom.kind == "entity" and atom.mention is not None and atom.mention.kind in ("state", "organisation")
    )


def _joins_modifiers(atoms: list[Unit], n: int, run: list[Unit]) -> bool:
    """"Chinese and Russian forces": both adjectives belong to the noun that follows."""
    if not run or n + 2 >= len(atoms) or not _modifier(run[-1]) or run[-1].possessive:
        return False
    return atoms[n + 1].kind == "adjective" and atoms[n + 2].kind in ("word", "adjective")


def _lists_modifiers(atoms: list[Unit], n: int, run: list[Unit]) -> bool:
    """"Indian, US and Japanese ships": as above, with commas before the last."""
    if not run or not _modifier(run[-1]) or run[-1].possessive:
        return False
    k = n
    while k + 1 < len(atoms) and atoms[k].kind in ("comma", "conj") and _modifier(atoms[k + 1]):
        if atoms[k].kind == "conj":
            return atoms[k + 1].kind == "adjective" and k + 2 < len(atoms) and atoms[k + 2].kind == "word"
        k += 2
    return False


def _close(run: list[Unit], units: list[Unit]) -> None:
    while run and run[-1].kind == "hyphen":
        run.pop()
    if not run:
        return
    head = run[-1]
    mods = [m for m in run[:-1] if m.kind not in ("det", "hyphen")]
    det = next((m.word for m in run if m.kind in ("det", "possessor")), "")
    if head.kind in ("det", "duration"):
        kind = "noun"
    elif head.kind == "date":
        kind = "date"
    elif head.kind in ("entity", "adjective", "possessor"):
        kind = "entity" if head.mention is not None else "noun"
    else:
        kind = "noun"
    units.append(
        Unit(
            kind, run[0].i, head.j, head.word, head.head, mention=head.mention, date=head.date,
            mods=mods, det=det, possessive=head.possessive,
        )
    )  # fmt: skip
