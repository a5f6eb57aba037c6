"""Personal names of any language in English text, by their shape and the words around them.

The name reader takes a run of capitalised words with particles ("bin", "van der"), initials,
hyphens, nicknames in quotes and suffixes, and stops at what the gazetteer knows to be something
else. Whether the run is a person, and a political one, is decided by the phrase around it.
"""

from __future__ import annotations

import re

from diplotext.reading.marks import DASHES
from diplotext.reading.page import Page
from diplotext.reading.wordsets import words

LONGEST = 9
_VOWELS = frozenset("aeiouyáéíóúàèìòùäëïöüâêîôûãõåæøœıěůžřščýćńśźż")
_ACRONYMS = re.compile(r"[A-Z]{2,}s")  # NGOs, MPs
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_PARTICLES = words(
    "bin ibn bint binti ben al el de del da do dos das di du la le van von der den ter "
    "ten zu af av ul ur abu ould ag os as ud"
)
_OPENING_PARTICLES = words("al el von van de ould bin abu ag der")
_SUFFIXES = words("jr sr jnr snr")
_ROMAN = words("II III IV V VI VII VIII IX X XI XII XIV XVI")
_NO_SURNAMES = words(  # though a given name stands before: "King Hassan Airport"
    "airport avenue center centre college foundation hospital institute international library "
    "museum school stadium street university"
)
_NAMELIKE = frozenset({"person", "given"})
_ARTICLES = frozenset({"al", "el", "as", "ash", "az", "ar"})
"""Before a hyphen these make a name of what else is a place: "Al-Sabah"."""


def read_name(page: Page, i: int, limit: int) -> int:
    """End of the personal name that starts at token ``i``, or ``i`` where none does."""
    j = i
    words = 0
    while j < limit and j - i < LONGEST * 2 and words < LONGEST:
        step = _part(page, i, j, limit, words)
        if step <= j:
            break
        words += 1
        j = step
    return j if words and not (words == 1 and len(page.text[j - 1]) == 1 and j == i + 1) else i


def _part(page: Page, first: int, j: int, limit: int, words: int) -> int:
    """End of the part of a name at ``j``, ``j`` when the name ends here."""
    text = page.text[j]
    if words and text in DASHES:
        if j + 1 < limit and page.hyphen(j) and text == "-":
            return _hyphenated(page, first, j, limit)
        return j
    if words and text == "." and page.glued(j):
        before = page.text[j - 1]
        if page.initial(j - 1):
            return j + 1
        if (len(before) == 1 and before.isupper()) or page.lower[j - 1] in _SUFFIXES:
            return j + 1 if j + 1 < limit or page.lower[j - 1] in _SUFFIXES else j
        return j
    if words and text == "," and j + 1 < limit and page.lower[j + 1] in _SUFFIXES:
        return j + 2
    if words and text in _QUOTES:
        return _nickname(page, j, limit)
    if text[0].isupper():
        return _capitalised(page, first, j, limit, words)
    if words and text in "’'ʼʻ" and page.glued(j) and j + 2 < limit and page.hyphen(j + 2):
        return j + 1  # "Mohammad Shia' al-Sudani"
    lower = page.lower[j]
    if lower in _PARTICLES and (words or lower in _OPENING_PARTICLES):
        k = j + 1
        while k < limit and (page.lower[k] in _PARTICLES or page.text[k] == "-") and k - j < 4:
            k += 1
        if k < limit and page.is_capital(k) and _capitalised(page, first, k, limit, 1) > k:
            if words and page.text[j + 1] != "-" and page.hits.get(k) and not _namelike(page, k):
                return j
            return _capitalised(page, first, k, limit, 1)
        return j
    if text in "'’‘ʻ" and j + 1 < limit and page.glued(j + 1) and page.is_capital(j + 1):
        opening = j == 0 or not page.glued(j)
        if opening and (words or text in "’‘ʻ'") and not _closes(page, j + 1, limit):
            return _capitalised(page, first, j + 1, limit, words)
    return j


def _capitalised(page: Page, first: int, j: int, limit: int, words: int) -> int:
    text = page.text[j]
    if j in page.blocked and not (words and page.lower[j - 1] in page.given):
        return j
    if not any(map(str.isalpha, text)) or text[-1].isdigit() or _ACRONYMS.fullmatch(text):
        return j
    if (
        text.isupper()
        and len(text) > 2
        and "." not in text
        and _VOWELS.isdisjoint(page.lower[j])
        and text not in _ROMAN
        and page.entry(j, "person") is None  # "MBS"
    ):
        return j  # an acronym: "NSC Lee Jong-seok"
    if (
        words
        and len(text) == 1
        and j + 1 < limit
        and (page.is_capital(j + 1) or page.text[j + 1] == ".")
    ):
        return j + 1
    if words and text in _ROMAN:
        return j + 1
    hit = page.hits.get(j)
    if hit is not None:
        person = hit.of("person")
        if person is not None:
            return hit.end
        return _borrowed(page, j, limit, words)
    if page.initial(j):
        return j + 1
    classes = page.of(j)
    if classes and not words and "modifier" in classes and page.lower[j] not in page.given:
        return j
    if classes and not words and ("common" in classes or "determiner" in classes):
        return j + 1 if _behind_office(page, j, limit) else j
    if page.strict and page.lower[j] not in page.given and not _famous(page, j):
        return j
    if page.titled and page.lower[j] in page.verbs and page.folded(j) not in page.known:
        return j
    if "not-name" in classes and (
        not words or page.lower[j - 1] not in page.given or page.lower[j] in _NO_SURNAMES
    ):
        return j
    if "private" in classes and page.lower[j] not in page.given:
        return j
    if "portfolio" in classes and page.lower[j] not in page.given:
        return j
    if words and "common" in classes and page.lower[j] not in page.given:
        return j + 1 if _korean(page, j, limit) else j
    return j + 1


_KOREANS = words(
    "kim lee park choi jung jeong chung kang cho yoon yun jang chang lim han shin suh seo kwon "
    "hwang ahn an song ryu yoo hong moon ko bae baek nam noh roh ri pak choe son oh no"
)


def _famous(page: Page, j: int) -> bool:
    """A surname that the body has shown, or that of one who holds or held a top office."""
    word = page.folded(j)
    return word in page.known or (word in page.surnames and "common" not in page.of(j))


def _korean(page: Page, j: int, limit: int) -> bool:
    """Half of a given name that looks like a common word: "Kim In-chul", "Park No-soo"."""
    return (
        len(page.text[j]) < 4
        and j + 2 < limit
        and page.hyphen(j + 1)
        and page.text[j + 2].islower()
        and page.lower[j - 1] in _KOREANS
    )


def _behind_office(page: Page, j: int, limit: int) -> bool:
    """A name that begins like a common word, where only a name can stand: "Minister Per Holm"."""
    return (
        not page.titled
        and 0 < j < limit - 1
        and page.is_capital(j + 1)
        and (page.lower[j - 1] in page.offices or (page.lower[j] == "said" and _within(page, j)))
        and not page.text[j].isupper()
    )


def _within(page: Page, j: int) -> bool:
    """Does a capital in the middle of a sentence make it a name: ", Said Nuri, arrived"?"""
    return page.lower[j - 1] in (",", "and", "by", "with", "to", "of") and page.lower[j - 2] != '"'


def _borrowed(page: Page, j: int, limit: int, words: int) -> int:
    """A name that the gazetteer knows as something else: "Lloyd Austin", "Israel Katz"."""
    hit = page.hits[j]
    kinds = {entry.kind for entry in hit.entries}
    if (
        hit.end - j > 1
        or "office" in kinds
        or ("title" in kinds and page.lower[j] not in page.given)
    ):
        return j
    given = page.lower[j] in page.given
    if "title" in kinds and given and not words and _starts_name(page, j + 1, limit):
        return j + 1
    if words:
        before = page.lower[j - 1]
        is_next_name = page.text[j - 1] == "." or before in page.given or before in _PARTICLES
        if is_next_name and not kinds & {"adjective", "body", "outlet"}:
            return j + 1
        if is_next_name and "adjective" in kinds and not _starts_name(page, j + 1, limit):
            return j + 1
        return j
    if given and _starts_name(page, j + 1, limit):
        return j + 1
    behind_office = kinds == {"place"} and j > 0 and page.lower[j - 1] in page.offices
    if behind_office and _starts_name(page, j + 1, limit) and not page.of(j + 1):
        return j + 1  # "Finance Minister Saada Salum"
    return j


def _starts_name(page: Page, j: int, limit: int) -> bool:
    return (
        j < limit
        and page.is_capital(j)
        and (j not in page.hits or page.hits[j].of("person") is not None)
        and "not-name" not in page.of(j)
        and "common" not in page.of(j)
        and "portfolio" not in page.of(j)
        and j not in page.blocked
    )


def _namelike(page: Page, j: int) -> bool:
    hit = page.hits.get(j)
    return hit is None or any(entry.kind in _NAMELIKE for entry in hit.entries)


def _hyphenated(page: Page, first: int, j: int, limit: int) -> int:
    """``j`` is a hyphen inside a run: "Ki-moon", "al-Sisi"; not "Putin-Trump"."""
    k = j + 1
    hit = page.hits.get(k)
    if hit is not None and hit.of("person") is not None:
        before = page.hits.get(j - 1)
        if before is not None and before.of("person") is not None:
            return j
        if page.folded(j - 1) in page.surnames and page.lower[j - 1] not in page.given:
            return j
        return hit.end
    if page.lower[k] in ("elect", "designate", "led", "backed", "born", "era", "style"):
        return j
    if page.is_capital(k):
        if hit is not None and page.lower[k] not in page.given:
            return k + 1 if page.lower[j - 1] in _ARTICLES and hit.end == k + 1 else j
        pair = {page.folded(k), page.folded(j - 1)}
        if pair <= page.known or pair <= page.surnames:
            return j  # "Putin-Trump meeting": two persons
        return k + 1
    if page.lower[k].isalpha() and len(page.text[k]) <= 8 and not page.of(k):
        return k + 1
    if page.lower[k] in _PARTICLES:
        return k + 1
    return j


def _nickname(page: Page, j: int, limit: int) -> int:
    """Ferdinand “Bongbong” Marcos: a word or two in quotes, and the name goes on."""
    close = _QUOTES[page.text[j]]
    for k in range(j + 2, min(j + 4, limit)):
        if page.text[k] == close and page.is_capital(j + 1):
            if k + 1 < limit and (page.is_capital(k + 1) or page.lower[k + 1] in _PARTICLES):
                return k + 1
            return j
    return j


def _closes(page: Page, j: int, limit: int) -> bool:
    """Is there a closing single quote within the next few words (then it was a quotation)?"""
    for k in range(j + 1, min(j + 6, limit)):
        if page.text[k] in "'’" and not (k + 1 < limit and page.glued(k + 1)):
            return True
    return False


def name_key(page: Page, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, folded, without signs, initials' stops and nicknames."""
    key: list[str] = []
    quoted = False
    for i in range(start, end):
        text = page.text[i]
        if text in _QUOTES or text in "”":
            if not (text in "'’‘" and i + 1 < end and page.glued(i + 1) and not page.glued(i)):
                quoted = not quoted
            continue
        if quoted or not text[0].isalnum():
            continue
        word = page.folded(i).replace("'", "")
        if word in _SUFFIXES or (text in _ROMAN and key):
            continue
        key += word.strip(".").split(".")
    return tuple(key)


def plain_name(page: Page, start: int, end: int) -> str:
    """A name as records show it: one space between words, no line breaks."""
    return " ".join(page.words(start, end).split())
