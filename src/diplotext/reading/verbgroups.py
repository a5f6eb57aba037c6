"""Verb groups without a tagger: auxiliaries are a closed class, verbs come from a table, and what
stands before decides between "the visit" and "will visit" (``verbkinds``).
"""

from __future__ import annotations

import attrs

from diplotext.lexicon.grammar import base_forms, is_adverb, words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention
from diplotext.reading.units import Unit, VerbGroup
from diplotext.reading.verbkinds import VerbKinds
from diplotext.reading.wordkinds import KNOWN

_FLOATING = frozenset({"all", "both", "each"})
_STOPS: tuple[list[str], ...] = (["."], [","], [";"], ["and"], ["but"], [])
_SEEMING = frozenset({"look", "seem", "appear", "remain"})
"""Verbs that say with an adjective what "be" says."""
_SELDOM = frozenset({"never", "hardly"})
"""Negations that need no auxiliary."""
_WISHES = frozenset({"like", "love"})
"""After "would" these say no more than a wish."""
_JOINING = frozenset({"bring", "get"})
_BOTH = 24  # tokens of two objects between such a verb and "together"
_ENDS = frozenset(".;:")
_OBJECT = 9  # tokens of an object between a verb and its particle


class VerbReader:
    """Reads the verb group that starts at a token, if one does; holds only look-ups."""

    def __init__(
        self,
        tokens: Tokens,
        mentions: dict[int, tuple[Mention, int]],
        dates: dict[int, int],
        flags: list[int],
    ) -> None:
        """``mentions``: first token of each outermost mention -> (mention, token after it).
        ``dates``: first token of each date -> token after it. ``flags``: those of the tokens, which
        learn where a mention begins whose first word is a verb.
        """
        self._dates, self._flags = dates, flags
        self._kinds = VerbKinds(tokens, mentions, self._dates)
        self._tokens, self._mentions = tokens, mentions
        lists = words()
        self._modals, self._be, self._have, self._do = (
            lists["modals"],
            lists["be"],
            lists["have"],
            lists["do"],
        )
        self.aux, self.verbs, self.finite = self._kinds.aux, self._kinds.verbs, self._kinds.finite
        self.bases = base_forms()
        self._negations, self._predicates = lists["negations"], lists["predicates"]
        self._phrasals, self._directed = lists["phrasals"], lists["directed"]
        self._directing = {pair.split()[0] for pair in self._directed} - {"headed"}
        self._opening = self.aux | self._negations | _SELDOM | {"'s", "to"}
        self.plain_case, self.first = True, 0

    def sentence(self, first: int, plain_case: bool) -> None:
        """A sentence starts at token ``first``; ``plain_case`` unless it is set as a headline."""
        self.first, self.plain_case = first, plain_case

    def read(self, k: int, end: int, atoms: list[Unit]) -> Unit | None:
        """The verb group at token ``k`` (not past ``end``), given the atoms before it, or None."""
        word = self._tokens.lower[k]
        if word in self._opening:
            return self._opened(word, k, end, atoms)
        return self._content(word, k, end, atoms)

    def _opened(self, word: str, k: int, end: int, atoms: list[Unit]) -> Unit | None:
        """The group that an auxiliary, "to" or a negation opens."""
        lower = self._tokens.lower
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
            if n < end and n not in self._dates:  # "to March 20"
                if lower[n] in ("be", "have"):
                    return self._auxiliaries(n, end, atoms, infinitive=k)
                form = self.bases.get(lower[n])
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
        return None

    def _content(self, word: str, k: int, end: int, atoms: list[Unit]) -> Unit | None:
        """The group that begins with its verb."""
        if atoms and atoms[-1].kind == "close":
            atoms = _outside(atoms)
        if word == "due" and atoms and atoms[-1].kind in ("entity", "word"):
            if any(a.verb is not None and a.verb.kind == "finite" for a in atoms):
                group = VerbGroup("be due", "participle")  # "spoke of the summit due to open"
                return _unit(k, k + 1, k, group)
            return _unit(k, k + 1, k, VerbGroup("be due", "finite", "present"))
        directed = word in self._directing and atoms and atoms[-1].kind == "entity"
        if directed and self._is_directed(k, end):
            if not any(a.kind == "verb" for a in atoms):  # a headline: "Ruto off to Lima"
                return _unit(k, k + 1, k, VerbGroup(_directed(word), "finite", "present"))
            return None
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
        kind, tense = self._kinds.kind(word, k, end, form.forms, form.noun, atoms)
        if not kind:
            return None
        group = VerbGroup(form.lemma, kind, tense, passive=kind == "participle")
        return self._finish(group, k, k, end)

    def _is_directed(self, n: int, end: int) -> bool:
        """Does the word at ``n`` say where somebody goes or comes from: "off to", "back from"?"""
        lower = self._tokens.lower
        return n + 1 < end and f"{lower[n]} {lower[n + 1]}" in self._directed

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
            elif state == "be" and self._is_directed(n, end):
                group.lemma, last = _directed(word), n
                break
            elif is_adverb(word):
                adverbs.append(word)
            elif word == "no" and state and lower[n + 1 : n + 2] == ["longer"] and n + 2 < end:
                group.negated = True  # "will no longer travel"
                n += 2
                continue
            elif word == "yet" and state and lower[n + 1 : n + 2] == ["to"]:
                group.negated = True  # "has yet to visit"
            elif state == "modal" and word in _WISHES and lower[n + 1 : n + 2] == ["to"]:
                group.lemma, last = "want", n  # "would like to visit"
                break
            elif word in _FLOATING and state and n + 1 < end and self._goes_on(state, n + 1):
                adverbs.append(word)  # "have each sent", "will all come"
            elif state and word == "co" and lower[n + 1 : n + 2] == ["-"] and n + 2 < end:
                n += 2  # "was co-chaired by"
                continue
            elif state and self._date_within(n) and self._date_within(n) < end:
                n = self._date_within(n)  # "will on Monday meet"
                continue
            elif state == "be" and word == "to" and n + 1 < end:
                form = self.bases.get(lower[n + 1])
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
                form = self.bases.get(lower[n + 1]) if n + 1 < end else None
                if form is None or "base" not in form.forms:
                    break
                if group.tense != "past":
                    group.modal = "must"  # but "had to be called off" is done
                state = "modal"
                if form.lemma != "be":
                    group.lemma, group.adverbs = form.lemma, tuple(adverbs)
                    return self._finish(group, k, n + 1, end)
            elif state == "be" and word == "going" and n + 2 < end and lower[n + 1] == "to":
                form = self.bases.get(lower[n + 2])
                if form is None or not self._free(n + 2):
                    break
                group.lemma, group.tense, group.modal = form.lemma, "future", "be going to"
                group.adverbs = tuple(adverbs)
                return self._finish(group, k, n + 2, end)
            elif (
                state == "be"
                and word in self._predicates
                and word != "set"
                and (word != "off" or lower[n + 1 : n + 2] in _STOPS)
            ):  # "the meeting is off.", not "is off to Rome"
                group.lemma, last = f"be {word}", n
                break
            else:
                form = (self.verbs if state in ("be", "have") else self.bases).get(word)
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
            self._flags[k + 1] |= KNOWN
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
        if group.lemma == "cut" and "short" in _clause(
            lower[after + 1 : min(end, after + _OBJECT)]
        ):
            group.lemma = "cut short"  # "cut his visit to Oman short"
        if group.lemma in _JOINING and "together" in lower[after : min(end, after + _BOTH)]:
            apart = lower[after : lower.index("together", after)]
            if _ENDS.isdisjoint(apart):
                group.lemma += " together"  # "brought A and B together"
        if after < end:
            pair = f"{group.lemma} {lower[after]}"
            if group.lemma in _SEEMING and lower[after] in self._predicates:
                group.lemma, after = f"be {lower[after]}", after + 1  # "looks unlikely"
            elif lower[after] in ("on", "through", "for") and after + 1 in self._dates:
                pass  # "whom he called on Monday", "run through Friday", "called for Sunday"
            elif pair == "hold off" and group.passive and self._tokens.text[after + 1 :]:
                pass  # "drills held off Oman"
            elif pair in self._phrasals:
                # Not "talked over the phone", "talked over lunch".
                if pair != "talk over" or _TABLES.isdisjoint(lower[after + 1 : after + 3]):
                    group.lemma, after = pair, after + 1
            elif after + 1 < end and f"{pair} {lower[after + 1]}" in self._phrasals:
                group.lemma, after = f"{pair} {lower[after + 1]}", after + 2
        return _unit(start, after, last, group)


_TABLES = frozenset({"phone", "telephone", "lunch", "dinner", "breakfast", "coffee", "tea"})
"""Over these one talks; what one talks over is another matter."""


def _clause(words: list[str]) -> list[str]:
    """The words up to the first sign that ends a clause."""
    return words[: next((n for n, word in enumerate(words) if word in ",.;:"), len(words))]


def _directed(word: str) -> str:
    """The lemma: "is off to Rome" is no "is off"."""
    return "be off to" if word == "off" else f"be {word}"


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
