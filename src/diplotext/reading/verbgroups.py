"""Verb groups without a tagger: auxiliaries are a closed class, verbs come from a table, and the
word before decides between "the visit" and "will visit".
"""

from __future__ import annotations

import attrs

from diplotext.lexicon.grammar import is_adverb, verb_forms, words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention
from diplotext.reading.units import Unit, VerbGroup

_FLOATING = frozenset({"all", "both", "each"})
_TO_DAYS = frozenset({"from", "on", "through", "till", "until"})
_GROUNDS = frozenset(
    {
        "ground",
        "grounds",
        "range",
        "ranges",
        "area",
        "areas",
        "centre",
        "center",
        "site",
        "sites",
        "camp",
        "base",
    }
)
"""After these a gerund only says what a place is for."""
_SELDOM = frozenset({"never", "hardly"})
"""Negations that need no auxiliary."""
_COMPANY = frozenset({"with", "alongside"})
_FRONT = 40  # tokens that a gerund in front of its clause may take
_FINITE_FORMS = frozenset({"third", "past"})


class VerbReader:
    """Reads the verb group that starts at a token, if one does; holds only look-ups."""

    def __init__(
        self,
        tokens: Tokens,
        mentions: dict[int, tuple[Mention, int]],
        dates: dict[int, int] | None = None,
    ) -> None:
        """``mentions``: first token of each outermost mention -> (mention, token after it).
        ``dates``: first token of each date -> token after it.
        """
        self._dates = dates or {}
        self._tokens, self._mentions = tokens, mentions
        lists = words()
        self._prepositions = lists["prepositions"]
        self._modals, self._be, self._have, self._do = (
            lists["modals"],
            lists["be"],
            lists["have"],
            lists["do"],
        )
        self.aux = self._modals | self._be | self._have | self._do
        self._negations, self._predicates = lists["negations"], lists["predicates"]
        self._pronouns, self._plural = lists["pronouns"], lists["plural_pronouns"]
        self._noun_like = lists["noun_like"]
        self._day_verbs = lists["day_verbs"]
        self._phrasals = lists["phrasals"]
        self.verbs = verb_forms()
        self.plain_case, self.first = True, 0

    def sentence(self, first: int, plain_case: bool) -> None:
        """A sentence starts at token ``first``; ``plain_case`` unless it is set as a headline."""
        self.first, self.plain_case = first, plain_case

    def finite(self, word: str) -> bool:
        """Can the lower-case word only be a finite verb?"""
        form = self.verbs.get(word)
        return form is not None and not form.noun and bool(form.forms & _FINITE_FORMS)

    def read(self, k: int, end: int, atoms: list[Unit]) -> Unit | None:
        """The verb group at token ``k`` (not past ``end``), given the atoms before it, or None."""
        lower = self._tokens.lower
        word = lower[k]
        if word == "may" and self._tokens.text[k] == "May" and k > self.first and self.plain_case:
            return None  # the month, or somebody's name
        if word in self.aux or (
            word == "'s" and atoms and atoms[-1].word in ("he", "she", "it", "who", "that")
        ):
            return self._auxiliaries(k, end, atoms)
        if word == "to":
            n = k + 1
            while n < end and is_adverb(lower[n]):
                n += 1
            if n < end:
                if lower[n] in ("be", "have"):
                    return self._auxiliaries(n, end, atoms, infinitive=k)
                form = self.verbs.get(lower[n])
                if form and "base" in form.forms and self._free(n):
                    return self._finish(VerbGroup(form.lemma, "infinitive"), k, n, end)
            return None
        if word in self._negations and k + 1 < end and lower[k + 1] == "to":
            found = self.read(k + 1, end, atoms)
            if found and found.verb:
                found.verb.negated, found.i = True, k
            return found
        if word in _SELDOM and k + 1 < end:  # "the talks never took place"
            found = self.read(k + 1, end, atoms)
            if found is None or found.verb is None or found.verb.kind != "finite":
                return None
            found.verb.negated, found.i = True, k
            return found
        if atoms and atoms[-1].kind == "close":
            atoms = _outside(atoms)
        if word == "due" and atoms and atoms[-1].kind in ("entity", "word"):
            if any(a.verb is not None and a.verb.kind == "finite" for a in atoms):
                group = VerbGroup("be due", "participle")  # "spoke of the summit due to open"
                return _unit(k, k + 1, k, group)
            return _unit(k, k + 1, k, VerbGroup("be due", "finite", "present"))
        if self.plain_case and k > self.first and self._tokens.text[k][0].isupper():
            before = atoms[-1] if atoms else None
            if (
                before is not None
                and before.kind not in ("break", "open")
                and self._tokens.text[k - 1] not in ('"', "“", "‘", "'")
            ):
                return None  # "Cutlass Express": a name, not a verb
        form = self.verbs.get(word)
        if form is None:
            before = atoms[-1] if atoms else None
            if (
                word.endswith("ed")
                and len(word) > 4
                and word.isalpha()
                and before is not None
                and (
                    (before.kind == "entity" and not before.possessive)
                    or before.word in ("who", "which", "he", "she")
                )
            ):
                return _unit(k, k + 1, k, VerbGroup(word, "finite", "past"))
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
            if after in _GROUNDS and kind != "verb":
                return "", ""  # "the proving ground", "a firing range"
            if word in self._prepositions and kind in ("word", "entity", "comma", "date", "hyphen"):
                return "", ""  # "officials including X"
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
                    and before.mention.kind == "organisation"
                ):
                    return "", ""
            if kind in ("word", "hyphen") and noun:
                return "", ""
            if kind == "duration" or (before and before.word in words()["measures"]):
                return "", ""  # "a two-day working visit"
            return "gerund", ""
        if kind in ("det", "possessor") or (before and before.possessive and kind != "verb"):
            return "", ""
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
            if word == "talks" and (after in self.aux or after in self.verbs):
                return "", ""  # "Iran-US talks postponed"
            if (
                word in self._day_verbs
                and kind in ("word", "hyphen", "date")
                and (k + 1 in self._dates or (after in _TO_DAYS and k + 2 in self._dates))
            ):
                return "finite", "present"
            if self._event(k, after):
                return "", ""
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
        if self._event(k, after):
            return "", ""
        if (
            kind == "entity"
            and len(atoms) > 2
            and atoms[-2].kind == "conj"
            and atoms[-3].kind == "entity"
        ):
            return "finite", "present"  # "Xi and Putin meet"
        if kind == "entity" and before.mention and before.mention.members:
            return "finite", "present"
        if (
            kind == "word"
            and before.word.endswith("s")
            and (not noun or after in ("the", "in", "with", "a", "for", "on", "their"))
        ):
            return "finite", "present"
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

    def _goes_on(self, state: str, n: int) -> bool:
        """Can the word at ``n`` be the verb of a group of which ``state`` is the last auxiliary?"""
        form = self.verbs.get(self._tokens.lower[n])
        return form is not None and self._fits(state, form.forms) and self._free(n)

    def _date_within(self, n: int) -> int:
        """The token after a date that stands between auxiliary and verb, or 0."""
        after = self._dates.get(n + 1 if self._tokens.lower[n] == "on" else n, 0)
        if not after or after >= len(self._tokens):
            return 0
        form = self.verbs.get(self._tokens.lower[after])
        return (
            after if (form is not None and not form.noun) or (form and "base" in form.forms) else 0
        )

    def _auxiliaries(self, k: int, end: int, atoms: list[Unit], infinitive: int = -1) -> Unit:
        lower = self._tokens.lower
        group = VerbGroup("be", "infinitive" if infinitive >= 0 else "finite")
        adverbs: list[str] = []
        n, last = k, k
        state = ""
        while n < end:
            word = lower[n]
            if word in self._modals:
                group.modal = (
                    word.replace("n't", "").replace("'ll", "will") if word != "cannot" else "can"
                )
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
            elif is_adverb(word):
                adverbs.append(word)
            elif word in _FLOATING and state and n + 1 < end and self._goes_on(state, n + 1):
                pass  # "have each sent", "will all come"
            elif state and word == "co" and lower[n + 1 : n + 2] == ["-"] and n + 2 < end:
                n += 2  # "was co-chaired by"
                continue
            elif state and self._date_within(n) and self._date_within(n) < end:
                n = self._date_within(n)  # "will on Monday meet"
                continue
            elif state == "be" and word == "to" and n + 1 < end:
                form = self.verbs.get(lower[n + 1])
                if lower[n + 1] in ("have", "be"):
                    group.modal, group.tense = "be to", "future"
                    state = "modal"
                elif form and "base" in form.forms and self._free(n + 1):
                    group.modal, group.tense = (
                        "be to",
                        "future" if group.tense != "past" else "past",
                    )
                    return self._finish(
                        attrs.evolve(group, lemma=form.lemma, adverbs=tuple(adverbs)), k, n + 1, end
                    )
                else:
                    break
            elif state == "have" and word == "to" and group.lemma == "have" and not group.perfect:
                form = self.verbs.get(lower[n + 1]) if n + 1 < end else None
                if form is None or "base" not in form.forms:
                    break
                if group.tense != "past":
                    group.modal = "must"  # but "had to be called off" is done
                state = "modal"
                if form.lemma != "be":
                    group.lemma, group.adverbs = form.lemma, tuple(adverbs)
                    return self._finish(group, k, n + 1, end)
            elif state == "be" and word == "going" and n + 2 < end and lower[n + 1] == "to":
                form = self.verbs.get(lower[n + 2])
                if form is None or not self._free(n + 2):
                    break
                group.lemma, group.tense, group.modal = form.lemma, "future", "be going to"
                group.adverbs = tuple(adverbs)
                return self._finish(group, k, n + 2, end)
            elif state == "be" and word in self._predicates and word not in ("set",):
                group.lemma, last = f"be {word}", n
                break
            else:
                form = self.verbs.get(word)
                if (
                    form is None
                    and n not in self._mentions
                    and word.isalpha()
                    and (
                        (state in ("be", "have") and word.endswith("ed"))
                        or (state == "be" and word.endswith("ing") and n > k + 0)
                    )
                ):  # a verb that no table lists
                    group.lemma, last = word, n
                    group.passive, group.perfect = (
                        state == "be" and word.endswith("ed"),
                        state == "have",
                    )
                    break
                if form and self._fits(state, form.forms) and self._free(n):
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

    def _free(self, k: int) -> bool:
        """May the word be a verb? A mention that took it ("will host Mr X") gives it back."""
        found = self._mentions.get(k)
        if found is None:
            return True
        if not self._tokens.text[k].islower():
            return False
        del self._mentions[k]
        if found[1] > k + 1:
            self._mentions[k + 1] = found
        return True

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
            if lower[after] == "on" and after + 1 in self._dates:
                pass  # "whom he called on Monday"
            elif pair == "hold off" and group.passive and self._tokens.text[after + 1 :]:
                pass  # "drills held off Oman"
            elif pair in self._phrasals:
                group.lemma, after = pair, after + 1
            elif after + 1 < end and f"{pair} {lower[after + 1]}" in self._phrasals:
                group.lemma, after = f"{pair} {lower[after + 1]}", after + 2
        return _unit(start, after, last, group)


def _outside(atoms: list[Unit]) -> list[Unit]:
    """The atoms before a short aside in brackets that has just ended: "Wang (R) meets Lavrov"."""
    for n in range(len(atoms) - 2, max(-1, len(atoms) - 8), -1):
        if atoms[n].kind == "open":
            return atoms[:n]
    return atoms


def _unit(i: int, j: int, head: int, group: VerbGroup) -> Unit:
    unit = Unit("verb", i, j, group.lemma, head)
    unit.verb = group
    return unit
