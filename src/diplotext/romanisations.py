"""Names written in other scripts and systems: what is left of a name when they are crossed.

Arabic and Hebrew write few vowels, so a name in them is compared by its consonants; Chinese and
Japanese spell foreign names in syllables of their own, with a dot between the words. Chinese names
in Latin letters come in Pinyin ("Deng Xiaoping") and in Wade-Giles ("Teng Hsiao-p'ing"), Korean
ones in three systems at once. Everything here is rough on purpose and is asked only where plain
letters disagree; an agreement is "likely", never certain.

Sources: Unicode blocks; ALA-LC romanisation tables (https://www.loc.gov/catdir/cpso/roman.html);
the Revised Romanisation of Korean of 2000.
"""

from __future__ import annotations

import re
from functools import cache


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONSONANTAL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_SYLLABIC = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_IDEOGRAPHS = re.compile("[\u3400-\u9fff]")
_DOT = re.compile("[·・‧•･]")
_ARTICLE = re.compile("\\b\u0627\u0644(?=\\w{3})")


def other_script(a: str, b: str) -> str:
    """Why two names in two scripts are likely one; empty where nothing says so."""
    for one, other in ((a, b), (b, a)):
        if _CONSONANTAL.search(one) and not _CONSONANTAL.search(other):
            script = "he" if _HEBREW.search(one) else "ar"
            if _by_words(_bones(_ARTICLE.sub("", one), script), _bones(other, script)):
                return "the same consonants in another script"
            continue
        dotted = _SYLLABIC.search(one) and _DOT.search(one) and not _SYLLABIC.search(other)
        if dotted and _by_words(_bones(_DOT.sub(" ", one), "zh"), _bones(other, "zh")):
            return "the same consonants, spelt in syllables"
    return ""


def unread(a: str, b: str) -> bool:
    """Is just one in Chinese characters, whose reading (Chinese, Japanese?) they do not tell?"""
    return bool(_IDEOGRAPHS.search(a)) != bool(_IDEOGRAPHS.search(b))


# What a script does not tell apart, after vowels and h are off.
_MERGED = {
    "ar": (("tch", "sh"), ("ch", "sh"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
           ("dh", "d"), ("ck", "k"), ("x", "ks"), ("c", "k"), ("q", "k"), ("v", "f"), ("p", "b"),
           ("j", "g"), ("z", "s")),
    "he": (("tch", "s"), ("ch", "k"), ("sh", "s"), ("kh", "k"), ("ph", "f"), ("th", "t"),
           ("tz", "s"), ("ts", "s"), ("ck", "k"), ("c", "k"), ("q", "k"), ("p", "f"), ("b", ""),
           ("v", ""), ("z", "s")),
    "zh": (("tch", "ch"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("x", "ks"), ("c", "k"),
           ("q", "k"), ("v", "f"), ("w", "f"), ("r", "l"), ("z", "s"), ("ng", "n"), ("g", "k"),
           ("d", "t"), ("b", "p"), ("m", "n")),
}  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouyhw'`’ʻ")
_UNNAMED = _set("al el bin ben ibn bn l mr mrs dr president")


@cache
def _bones(name: str, script: str) -> tuple[str, ...]:
    """The consonants of each word of a name, as far as the script tells them apart."""
    from anyascii import anyascii

    found = []
    for word in re.split(r"[^\w'`’ʻ]+", anyascii(name)):
        plain = word.lower()
        if plain in _UNNAMED:
            continue
        for old, new in _MERGED[script]:
            plain = plain.replace(old, new)
        plain = plain.translate(_VOWELS)
        plain = re.sub(r"(.)\1+", r"\1", plain)
        if plain:
            found.append(plain)
    return tuple(found)


def _by_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do the words of the shorter name follow each other in the longer, first and last alike?"""
    short, long = sorted((one, other), key=len)
    if len(short) < 2 or len("".join(short)) < 4:
        return _near("".join(one), "".join(other))
    at = 0
    for word in short:
        while at < len(long) and not _near(word, long[at]):
            at += 1
        if at == len(long):
            return _near("".join(one), "".join(other))
        at += 1
    return _near(short[0], long[0]) or _near(short[-1], long[-1])


def _near(a: str, b: str) -> bool:
    if a == b:
        return True
    from rapidfuzz.distance import OSA

    return min(len(a), len(b)) > 2 and OSA.distance(a, b) <= (min(len(a), len(b)) + 1) // 4


# Pinyin initials and finals as Wade-Giles writes them, without its apostrophes.
_INITIALS = {
    "zh": "ch", "j": "ch", "q": "ch", "x": "hs", "z": "ts", "c": "ts", "b": "p", "d": "t", "g": "k",
    "r": "j",
}  # fmt: skip
_FINALS = (
    (r"ong$", "ung"), (r"ian$", "ien"), (r"ie$", "ieh"), (r"(?<=[jqxy])u$", "u"), (r"ue$", "ueh"),
    (r"(?<=^[zcs])i$", "u"), (r"(?<=^zh)i$", "ih"), (r"(?<=^[cs]h)i$", "ih"), (r"(?<=^r)i$", "ih"),
    (r"^yi$", "i"), (r"^you$", "yu"), (r"^yan$", "yen"), (r"^ye$", "yeh"), (r"^er$", "erh"),
    (r"(?<=[gk])uo$", "uo"), (r"(?<=[^gkh])uo$", "o"), (r"(?<=[gkh])e$", "o"), (r"^e$", "o"),
)  # fmt: skip
_SYLLABLE = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)"
    r"(iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|"
    r"ue|er|a|e|i|o|u)(?![aeiou])"
)


@cache
def wade_giles(words: tuple[str, ...]) -> str:
    """A name in Pinyin as Wade-Giles spells it, in one word; empty where it is no Pinyin.

    >>> wade_giles(("deng", "xiaoping"))
    'tenghsiaoping'
    """
    found = ""
    for word in words:
        at = 0
        while at < len(word):
            match = _SYLLABLE.match(word, at)
            if match is None or not match[0]:
                return ""
            found += _wade(match[1], match[2])
            at = match.end()
    return found


def _wade(initial: str, final: str) -> str:
    whole = initial + final
    for pattern, new in _FINALS:
        changed = re.sub(pattern, new, whole)
        if changed != whole:
            whole = changed
            break
    return _INITIALS.get(initial, initial) + whole[len(initial) :]


_KOREAN = (
    ("eu", "u"), ("oo", "u"), ("ae", "e"), ("ch", "j"), ("g", "k"),
    ("d", "t"), ("b", "p"), ("sh", "s"), ("ou", "u"), ("ee", "i"),
)  # fmt: skip
_FAMILIES = {
    "lee": "i", "yi": "i", "rhee": "i", "ri": "i", "li": "i", "park": "pak", "roh": "no",
    "noh": "no", "ro": "no", "choe": "joi", "woo": "u", "lim": "im", "rim": "im", "suh": "so",
    "ryu": "yu", "yoo": "yu", "you": "yu", "jung": "jong", "chung": "jong", "kwon": "kuon",
    "kwak": "kuak", "oh": "o", "ahn": "an", "cho": "jo",
}  # fmt: skip


@cache
def korean(words: tuple[str, ...]) -> frozenset[str]:
    """A Korean name as its romanisations have it, in one word each; empty for other names.

    The vowel that the Revised Romanisation writes eo is o in the North and mostly u in the South.
    """
    if not 1 < len(words) < 4 or words[0] not in _SURNAMES:
        return frozenset()
    return frozenset("".join(_syllable(word, vowel) for word in words) for vowel in "ou")


def _syllable(word: str, vowel: str) -> str:
    known = _FAMILIES.get(word)
    if known is not None:
        return known
    word = word.replace("eo", vowel)
    for old, new in _KOREAN:
        word = word.replace(old, new)
    return word


_SURNAMES = _set(
    "ahn an bae baek bag bak ban bang byun cha chang chi cho choe choi chun chung eom gang gim go "
    "gu gwak gwon ha han heo hong huh hur hwang hyon hyun i im jang jeon jeong ji jo joo ju jun "
    "jung kang kim ko koo kwak kwon lee lim min moon mun na nam no noh o oh paek paik pak pan "
    "park pyon ra rhee ri rim ro roh ryu seo seong shim shin sim sin son song suh sung tae thae u "
    "um won woo yi yoo yoon you yu yun"
)

__all__ = ["korean", "other_script", "unread", "wade_giles"]
