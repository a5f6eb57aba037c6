"""Looking ahead over the units of a sentence: what follows a noun group, past what is inserted."""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.reading.units import Unit

LISTED = 400  # units of one list or between brackets
_CARRIED_ON = frozenset({"of", "for", "in", "from", "to", "on", "at", "with", "between"})
"""Before what may stand between a subject and its verb: "talks between A and B resumed"."""


def verb_after(units: list[Unit], unit: Unit) -> bool:
    """Does a finite verb follow, past commas' insertions and phrases of the noun itself?"""
    k = unit.index + 1
    steps = 0
    while k < len(units) and steps < 3:
        following = units[k]
        if following.kind == "verb":
            assert following.verb is not None
            return following.verb.kind == "finite"
        if (
            following.kind == "prep"
            and k + 1 < len(units)
            and (units[k + 1].nominal or units[k + 1].kind == "date")
        ):
            if following.word not in _CARRIED_ON:
                return False
            k += 2
            if following.word == "between" and k + 1 < len(units) and units[k].kind == "conj":
                k += 2
        elif following.kind == "date":
            k += 1
        elif following.kind == "comma" and k + 2 < len(units):
            closing = _closing_comma(units, k)
            if not closing:
                return False
            k = closing + 1
        elif following.kind == "open":
            last = min(len(units), k + LISTED)
            while k < last and units[k].kind != "close":
                k += 1
            k += 1
        else:
            return False
        steps += 1
    return False


def _closing_comma(units: list[Unit], k: int) -> int:
    """Index of the comma that closes a relative clause or apposition opened at comma ``k``."""
    first = units[k + 1]
    if first.kind not in ("rel", "noun") and not (
        first.kind == "verb" and first.verb and first.verb.kind in ("gerund", "participle")
    ):
        return 0
    for n in range(k + 2, min(len(units), k + 25)):
        if units[n].kind == "comma":
            verb = units[n + 1].verb if n + 1 < len(units) else None
            if verb is not None and verb.kind == "finite":
                return n
            if first.kind == "noun":
                return 0
        elif units[n].kind == "break" or (
            first.kind == "noun" and units[n].kind in ("verb", "conj")
        ):
            return 0
    return 0


def past_brackets(units: list[Unit], k: int) -> int:
    """Past a short aside: "Wang (L) and Lavrov (R)"."""
    if k < len(units) and units[k].kind == "open":
        for n in range(k + 1, min(len(units), k + 4)):
            if units[n].kind == "close" and n + 1 < len(units):
                return n + 1 if units[n + 1].kind in ("comma", "conj") else k
    return k


def closes_apposition(units: list[Unit], unit: Unit) -> bool:
    """As in "the Omani foreign minister, Ali Said, travelled": is the comma after it his? Before a
    verb of saying it may close a quotation instead.
    """
    return leads_on(units, unit) and units[unit.index + 2].word not in words()["speech"]


def leads_on(units: list[Unit], unit: Unit) -> bool:
    """Does a finite verb follow the comma that ends somebody's description?"""
    after = units[unit.index + 1 : unit.index + 3]
    return (
        unit.apposed
        and len(after) == 2
        and after[0].kind == "comma"
        and after[1].verb is not None
        and after[1].verb.kind == "finite"
    )


def is_contact(units: list[Unit], unit: Unit) -> bool:
    """Does a relative clause without its pronoun begin: "the talks Wang held with Lavrov"?"""
    k = unit.index
    if k < 1 or k + 1 >= len(units):
        return False
    noun, verb = units[k - 1], units[k + 1].verb
    if noun.kind != "noun" or not noun.det or verb is None:
        return False
    pronoun = unit.word in ("it", "they") and unit.mention is None
    if unit.kind != "entity" and not pronoun:
        return False
    if verb.kind != "finite" or verb.lemma in words()["speech"] or unit.mods:
        return False
    if not pronoun and (unit.mention is None or unit.mention.kind not in ("person", "state")):
        return False
    return k + 2 < len(units) and not units[k + 2].nominal


def follows_opener(units: list[Unit], opener: Unit, who: Unit) -> bool:
    """As in "fresh from a trip to Oman, she left": the noun in front is no subject. Of "the talks
    in Oman, she believes, failed" it is.
    """
    k = who.index + 1
    if opener.kind != "noun" or who.mention is None or who.mention.kind != "person":
        return False
    verb = units[k].verb if k < len(units) else None
    if verb is None or verb.kind != "finite" or verb.lemma in words()["speech"]:
        return False
    return k + 1 == len(units) or units[k + 1].kind != "comma"
