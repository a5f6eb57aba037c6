"""Two names of persons: the same, different, or not to be said - with reasons in words.

Whole-string similarity misleads ("Kim Jong-un" and "Kim Jong-il" are 0.93 alike), so names are
compared word by word: folded to plain letters, titles off, each word of the shorter name paired
with one of the longer. A pair may be equal, an initial, one given name in two romanisations
("Sergei", "Sergey"), two spellings of one sound, or a slip of one or two letters. Words of
three letters or fewer must be equal. The register knows other full spellings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import attrs

from diplotext.errors import expect
from diplotext.lexicon import given_names, persons
from diplotext.romanisations import korean, other_script, unread, wade_giles

Answer = Literal["same", "different", "unsure"]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W_]+(?:['’ʻ`´][^\W_]+)*")
_LINKS = _set(
    "al el ul ur bin ben ibn bint binti de del della di da do dos das du la le van von "
    "der den ter ten zu af av abu os as e y"
)
_NOISE = _set(
    "mr mrs ms miss dr prof sir dame lord lady hon he hrh hm president minister prime "
    "general gen admiral adm colonel col major maj captain capt lt sgt sheikh shaikh "
    "sheikha haji hajji monsieur madame señor senor senator sen gov governor king queen "
    "prince princess jr sr ii iii iv llc ltd inc sultan emir ayatollah"
)
_SUFFIXES = _set("jr sr ii iii iv llc ltd inc")
_FATHER = frozenset({"bin", "ben", "ibn", "binti", "bint"})
_LONGEST, _LETTERS = 24, 60  # words of a name, letters of a word: what is longer is no name
_HANGUL = re.compile("[\uac00-\ud7a3]{2,4}")
_DIGITS = str.maketrans("013457", "oieast")


@attrs.frozen
class Verdict:
    """What ``same_name`` says. ``certain``: by rules that allow no slip of the pen."""

    verdict: Answer
    reasons: tuple[str, ...]
    certain: bool = False


def same_name(a: str, b: str) -> Verdict:
    """Are ``a`` and ``b`` names of one person?

    "same" where every word of the shorter name has its pair and what is left over can be a
    middle name; "different" where first names or surnames contradict each other; "unsure" where
    there is too little (one word alone) or the difference is at the edge. Any strings will do.
    """
    expect(a, str)
    expect(b, str)
    first, second = words_of(a), words_of(b)
    if not first or not second:
        return Verdict("unsure", ("one of them holds no name",))
    if max(len(first), len(second)) > _LONGEST or max(map(len, (*first, *second))) > _LETTERS:
        if first == second:
            return Verdict("same", ("the same words",), True)
        return Verdict("unsure", ("too long for the name of a person",))
    one, other = _generation(a), _generation(b)
    if one and other and one != other:
        return Verdict("different", (f"{one!r} against {other!r}",), True)
    if first == second:
        return Verdict("same", ("the same words",), True)
    if "".join(first) == "".join(second):
        return Verdict("same", ("the same letters, other word breaks",), True)
    known = registered().get(first), registered().get(second)
    if known[0] is not None and known[0] == known[1]:
        return Verdict("same", (f"the register knows both as {known[0]}",), True)
    if known[0] and known[1] and len(first) > 1 and len(second) > 1:
        return Verdict("different", (f"the register knows {known[0]} and {known[1]}",), True)
    verdict = _compare(first, second)
    if verdict.verdict != "same":
        likely = _crossed(first, second) or other_script(a, b) or _by_office(a, first, b, second)
        if likely:
            return Verdict("same", (likely,))
        if unread(a, b):
            return Verdict("unsure", (*verdict.reasons, "characters may be read in another way"))
    return verdict


_GENERATIONS = _set("jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xxiii")


def _generation(name: str) -> str:
    """What tells a son or a later king from the one before: "jr", "iii"; else nothing."""
    last = name.replace(",", " ").rstrip(" .").rpartition(" ")[2].casefold()
    return last if last in _GENERATIONS else ""


def _crossed(first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """Is one name in Pinyin and one in Wade-Giles, or are both one Korean name?"""
    for one, other in ((first, second), (second, first)):
        if len(other) > 1 and wade_giles(one) == "".join(other):
            return "one name in Pinyin and in Wade-Giles"
    if korean(first) & korean(second):
        return "one Korean name in two romanisations"
    return ""


def _by_office(a: str, first: tuple[str, ...], b: str, second: tuple[str, ...]) -> str:
    """Is one an office and a surname, and the other the one who is known to have held it?"""
    for name, words, full in ((a, first, second), (b, second, first)):
        level = next((at for word, at in _OFFICES.items() if word in name.lower().split()), None)
        if level is None or len(words) != 1 or len(full) < 2:
            continue
        ident = registered().get(full)
        held = {
            person.id
            for person in persons()
            if words_of(person.name)[-1] == words[0]
            and any(term.level == level for term in person.terms)
        }
        if ident is not None and held == {ident}:
            return f"the register knows one {name.strip()}"
    return ""


_OFFICES = {"president": "head-of-state", "minister": "head-of-government", "king": "head-of-state"}


def _compare(first: tuple[str, ...], second: tuple[str, ...]) -> Verdict:
    short, long = sorted((first, second), key=lambda w: (len(bare(w)), w))
    a, b = bare(short), bare(long)
    if not a or not b:
        return Verdict("unsure", ("only particles",))
    pairs, left_a, left_b, slips, reasons = _pair(a, b)
    if len(a) == 1:
        if left_a:
            return Verdict("different", (f"no word of the other is like {a[0]!r}",))
        if len(b) == 1:
            return Verdict("same", tuple(reasons))
        return Verdict("unsure", (f"{a[0]!r} alone may be another of that name",))
    if left_a and pairs and (_initials(left_a, left_b) or _initials(left_b, left_a)):
        return Verdict("same", (*reasons, f"{left_a[0]!r} for {' '.join(left_b)!r}: initials"))
    if left_a:
        return _contradiction(a, b, left_a, left_b, pairs)
    order = [j for _, j in sorted(pairs)]
    swapped = order != sorted(order)
    if swapped and len(a) == len(b) == 2 and len(given_names().keys() & {*a}) != 1:
        return Verdict(
            "unsure", ("the same two words in the other order: first name and surname?",)
        )
    if swapped and _FATHER & set(first) and _FATHER & set(second):
        return Verdict("unsure", ("father and son may have changed places",))
    initials = sum(1 for i, j in pairs if len(a[i]) == 1 or len(b[j]) == 1)
    if initials == len(pairs):
        return Verdict("unsure", ("initials only",))
    if left_b:
        ends = {0, len(b) - 1}
        missing = {b.index(w) for w in left_b} & ends
        if len(missing) == 2 or (missing and len(a) == 2 and len(left_b) > 2):
            return Verdict("unsure", ("the longer name has more at both ends",))
        if len(b) - 1 in missing and len(a) == 2 and not swapped and slips:
            return Verdict("unsure", ("another last word, and a slip",))
        told = [w for w in left_b if not w.endswith(_PATRONYMIC) and w not in _SERVANT]
        if len(told) >= max(3, len(a)):
            return Verdict("unsure", (*reasons, f"{' '.join(told)!r} only in the longer one"))
        if told and slips and len(a) == 2:
            return Verdict("unsure", (*reasons, "a slip, and words more in the longer one"))
        reasons.append(f"{' '.join(left_b)!r} only in the longer one")
    if slips > 1 and slips * 2 > len(pairs) and len(pairs) < 3:
        return Verdict("unsure", (*reasons, "too many slips for so short a name"))
    if swapped:
        reasons.append("words in another order")
    return Verdict("same", tuple(reasons), not slips and not left_b and not initials)


_SERVANT = _set("abd abdul abdel abdoul")  # half a name: "Abdul Ahmad" is one
_PATRONYMIC = ("vich", "vna", "ich", "oglu", "uulu", "ugli", "qizi", "kyzy", "poulos")


def _contradiction(
    a: list[str], b: list[str], left_a: list[str], left_b: list[str], pairs: list[tuple[int, int]]
) -> Verdict:
    words = f"{' '.join(left_a)!r} against {' '.join(left_b)!r}"
    if not left_b or (
        pairs
        and len(pairs) >= 2
        and len(left_a) == 1
        and len(left_b) == 1
        and _edge(left_a[0], left_b[0])
    ):
        return Verdict("unsure", (f"nearly alike: {words}",))
    if len(pairs) >= 1 and len(left_a) == 1 and _edge(left_a[0], left_b[0]) and len(left_b) == 1:
        return Verdict("unsure", (f"alike but not the same: {words}",))
    return Verdict("different", (words,))


def _initials(one: list[str], other: list[str]) -> bool:
    """Is "jc" there for "jean claude"?"""
    return len(one) == 1 and 1 < len(other) < 4 and one[0] == "".join(w[0] for w in other)


def _edge(a: str, b: str) -> bool:
    from rapidfuzz.distance import OSA

    return min(len(a), len(b)) > 3 and OSA.normalized_similarity(a, b) >= 0.7


def _pair(
    a: list[str], b: list[str]
) -> tuple[list[tuple[int, int]], list[str], list[str], int, list[str]]:
    """Pair the words, best pairs first, one to one."""
    scored = sorted(
        (
            (-grade, abs(i - j), i, j, why)
            for i, x in enumerate(a)
            for j, y in enumerate(b)
            for grade, why in (_alike(x, y),)
            if grade
        )
    )
    pairs: list[tuple[int, int]] = []
    reasons: list[str] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    slips = 0
    for grade, _, i, j, why in scored:
        if i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        pairs.append((i, j))
        slips += grade == -1
        reasons.append(why)
    left_a = [w for i, w in enumerate(a) if i not in used_a]
    left_b = [w for j, w in enumerate(b) if j not in used_b]
    return pairs, left_a, left_b, slips, reasons


def _alike(a: str, b: str) -> tuple[int, str]:
    """4 equal, 3 romanisation, 2 initial, 1 a slip, 0 not alike; and the reason."""
    if a == b:
        return 4, f"{a!r} in both"
    if len(a) == 1 or len(b) == 1:
        return (2, f"{min(a, b)!r} as an initial") if a[0] == b[0] else (0, "")
    given = given_names()
    if a in given and b in given and given[a] == given[b] and not _far(a, b):
        return 3, f"{a!r} and {b!r} are one name in two romanisations"
    if min(len(a), len(b)) <= 3 and not (
        abs(len(a) - len(b)) == 1 and min(len(a), len(b)) == 3 and sound_of(a) == sound_of(b)
    ):
        return 0, ""
    if sound_of(a) == sound_of(b):
        return 3, f"{a!r} and {b!r} spell one sound"
    from rapidfuzz.distance import OSA

    if (a in given) != (b in given) and _misspelt(a, b):
        return 1, f"{a!r} and {b!r} differ by a slip from one name"
    distance = OSA.distance(a, b)
    size = min(len(a), len(b))
    if distance <= (1 if size < 7 else 2) and (a[0] == b[0] or sound_of(a)[:1] == sound_of(b)[:1]):
        if a in given and b in given and given[a] != given[b] and distance > 1:
            return 0, ""
        if (
            not a.startswith(b)
            and not b.startswith(a)
            and a[-3:] != b[-3:]
            and distance == 2
            and size < 8
        ):
            return 0, ""
        return 1, f"{a!r} and {b!r} differ by {distance}"
    return 0, ""


def _far(a: str, b: str) -> bool:
    """Cognates that nobody would take for each other's spelling: Pekka and Petteri."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(a, b) < 0.35 and sound_of(a)[:3] != sound_of(b)[:3]


def _misspelt(a: str, b: str) -> bool:
    """Is the one that is no known given name a slip for a romanisation of the other ("Serej")?"""
    from rapidfuzz.distance import OSA

    given = given_names()
    wrong, known = (b, a) if a in given else (a, b)
    if min(len(wrong), len(known)) < 5 or wrong[0] != known[0]:
        return False
    return any(OSA.distance(wrong, form) == 1 for form in _forms()[given[known]])


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    """Class of a given name -> its romanisations."""
    found: dict[str, list[str]] = {}
    for name, group in given_names().items():
        found.setdefault(group, []).append(name)
    return MappingProxyType({group: tuple(names) for group, names in found.items()})


_SOUNDS = (
    ("iy", "i"), ("yy", "i"), ("ij", "i"), ("ii", "i"), ("sch", "sh"), ("tch", "ch"),
    ("tsch", "ch"), ("kh", "h"), ("gh", "g"), ("dzh", "j"), ("zh", "j"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ey", "i"), ("ei", "i"),
    ("ai", "i"), ("ay", "i"), ("ie", "i"), ("w", "v"), ("q", "k"), ("c", "k"), ("x", "ks"),
    ("z", "s"), ("y", "i"), ("j", "i"), ("h", ""), ("e", "i"), ("o", "u"), ("'", ""),
)  # fmt: skip


@cache
def sound_of(word: str) -> str:
    """A rough key of how a word sounds, the same for common romanisations of one name."""
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    out = ""
    for letter in word:
        if not out or out[-1] != letter:
            out += letter
    return out.rstrip("s") if len(out) > 5 else out


def bare(words: tuple[str, ...]) -> list[str]:
    """The words without particles, each once."""
    unique: list[str] = []
    for word in [w for w in words if w not in _LINKS]:
        if word not in unique or word in given_names():  # "Shoigu Shoigu Sergey"
            unique.append(word)
    return unique or list(words)


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain Latin letters, titles and signs off, surname last."""
    from anyascii import anyascii

    if "," in name:
        last, _, first = name.partition(",")
        if first.strip() and first.strip().strip(".").lower() not in (
            "jr",
            "sr",
            "ii",
            "iii",
            "iv",
        ):
            name = f"{first} {last}"
    if _HANGUL.fullmatch(name):
        name = " ".join(name)
    plain = anyascii(name)
    plain = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", plain) if " " not in plain else plain
    found: list[str] = []
    for match in _WORD.finditer(plain):
        word = re.sub(r"['’ʻ`´]", "", match[0]).lower()
        if any(c.isdigit() for c in word) and any(c.isalpha() for c in word):
            word = word.translate(_DIGITS)
        found.append(word)
    kept = [w for w in found if w not in _NOISE]
    if len(found) == 2 and kept == found[:1] and found[1] not in _SUFFIXES:
        kept = found  # "Hun Sen" is no senator
    kept = kept or found
    if len(kept) > 2 and kept[-1] in _LINKS and len(kept[-1]) > 1:
        kept = [*kept[1:], kept[0]]  # "Salman Mohammed bin", as lists turn names round
    return tuple(kept)


@cache
def registered() -> Mapping[tuple[str, ...], str]:
    """The words of a name that the register knows -> the id of the one who is so called."""
    found: dict[tuple[str, ...], str] = {}
    alone: dict[tuple[str, ...], set[str]] = {}
    for person in persons():
        for name in (person.name, *person.aliases):
            key = words_of(name)
            if len(key) > 1:
                found.setdefault(key, person.id)
            elif key and key[0] not in given_names():
                alone.setdefault(key, set()).add(person.id)
    found.update((key, min(ids)) for key, ids in alone.items() if len(ids) == 1)  # "Jokowi"
    return MappingProxyType(found)


__all__ = ["Verdict", "same_name", "sound_of", "words_of"]
