"""How news introduces the proper name of an exercise: "Exercise X", "drills dubbed X", "the X
exercise", "X 2024, the drill", "X, an army exercise".
"""

from __future__ import annotations

from diplotext.events.proper import CLOSING, QUOTES, Name, capital, made, run
from diplotext.events.vocabulary import said
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.document import Document


def after(
    tokens: Tokens, k: int, document: Document, taken: set[int], strict: set[int], starts: set[int]
) -> Name | None:
    """A name after the noun: "Exercise Dawn Shield", "drills dubbed Dawn Shield"."""
    n = _introduced(tokens, k, starts)
    called = n > k
    n = n if called else k + 1
    limit = min(len(tokens), n + 8)
    if tokens.lower[n : n + 2] in (["of", "the"], ["of", "its"], ["of", "this"]):
        n += 3  # "the largest drill of the year, Dawn Shield, begins"
        k = n - 1
    while n < limit and n not in starts:
        word = tokens.lower[n]
        if word in said("called") or (word in _NAMES and tokens.lower[n - 1] == "the"):
            called = True
        elif tokens.text[n] in QUOTES:
            if n > k + 1 and tokens.text[n - 1] == "," and tokens.start[n] == tokens.end[n - 1]:
                return None  # it closes what was quoted: "just an exercise," General Odlo said
            closing = QUOTES[tokens.text[n]]
            end = n + 1
            while end < min(len(tokens), n + 9) and tokens.text[end] not in (closing, ","):
                end += 1
            if (
                end < len(tokens)
                and n + 1 < end
                and capital(tokens, n + 1)
                and tokens.text[end] in (closing, ",")
            ) and (called or n == k + 1 or tokens.lower[n - 1] in (",", "the", "-")):
                return made(tokens, n + 1, end, document)
            return None
        elif capital(tokens, n) and word not in ("the",) and tokens.text[n][0].isalpha():
            if n in taken and not called and not (n == k + 1 and _placed(tokens, n, taken, strict)):
                return None
            if called or (
                n == k + 1 and tokens.lower[k] in ("exercise", "exercises", "drill", "drills", "ex")
            ):
                end = run(tokens, n)
                return made(tokens, n, end, document)
            return _apposed(tokens, n, k, document, taken)
        elif tokens.text[n] == "(" and n == k + 1:
            end = run(tokens, n + 1)  # "naval drills (Dawn Shield 2024)"
            bracketed = tokens.text[end : end + 1] == [")"] and end - n > 2
            return made(tokens, n + 1, end, document) if bracketed and n + 1 not in taken else None
        elif word not in _PASSED and not called:
            return None
        n += 1
    return None


_PASSED = frozenset(
    {"-", "named", "as", "the", ",", "is", "was", "which", "has", "been", "also", "are"}
    | {"of", "its", "their", "own", "bears", "bore", "carries", "goes", "by", "under"}
)
"""Between the noun and its name: "an exercise of its own, also named", "it bears the name"."""

_NAMES = frozenset({"name", "codename"})


def _apposed(tokens: Tokens, n: int, k: int, document: Document, taken: set[int]) -> Name | None:
    """The name between commas: "Peru's biggest naval exercise, Dawn Shield, starts"."""
    end = run(tokens, n)
    if end >= len(tokens) or end - n > 4 or tokens.text[n - 1] != ",":
        return None
    lone = end - n == 1 and not _lone(tokens, n, k)
    if tokens.text[end] != "(" and (n != k + 2 or lone or tokens.text[end] != ","):
        return None
    if any(m in taken for m in range(n, end)):
        return None
    if not said("offices").isdisjoint(tokens.lower[n:end]):
        return None
    return made(tokens, n, end, document)


def _lone(tokens: Tokens, n: int, k: int) -> bool:
    """Can one word be the name of what the noun at ``k`` brings up ("their field exercise, Maliza,
    in Eldoret"), not who speaks ("the drill, Omondi said")?
    """
    word = tokens.text[n]
    first = k
    while first > 0 and k - first < 6 and tokens.lower[first] not in _ARTICLES:
        first -= 1
    fresh = tokens.lower[first] in _ARTICLES and first < k - (tokens.lower[first] == "the")
    return fresh and len(word) > 3 and word.istitle() and word.isalpha()


def _introduced(tokens: Tokens, k: int, starts: set[int]) -> int:
    """The token that introduces a name words after the noun ("drill with Peru dubbed"), or -1."""
    for n in range(k + 1, min(len(tokens), k + 13)):
        word = tokens.lower[n]
        if (
            n in starts
            or word in said("nouns")
            or word in (".", ";", ":", "called", "named", "known")
        ):
            return -1
        if word == "name" and tokens.lower[n - 1] == "the":
            return n
        if word in ("dubbed", "codenamed", "entitled", "nicknamed", "christened", "titled"):
            return n
    return -1


def _placed(tokens: Tokens, n: int, taken: set[int], strict: set[int]) -> bool:
    """Does a sea or land open the name at token ``n`` ("exercise Baltic Eagle")?"""
    return (
        n not in strict
        and n + 1 < len(tokens)
        and n + 1 not in taken
        and tokens.text[n + 1][0].isupper()
        and tokens.start[n + 1] - tokens.end[n] == 1
        and tokens.lower[n + 1] not in said("generic")
        and said("offices").isdisjoint(tokens.lower[n : n + 2])
        and not said("occasions").intersection(tokens.lower[n : n + 2])
    )


def before(
    tokens: Tokens, k: int, document: Document, taken: set[int], strict: set[int], starts: set[int]
) -> Name | None:
    """A name before the noun: "the Dawn Shield exercise", "Dawn Shield-24 naval drills"."""
    n = k - 1
    while (
        n >= 0
        and k - n < 6
        and tokens.text[n][0].islower()
        and tokens.lower[n] in said("generic")
        and tokens.lower[n] not in ("the", "a", "an")
    ):
        n -= 1
    if n >= 0 and tokens.text[n] in CLOSING:
        n -= 1
    end = n + 1
    while (
        n >= 0
        and end - n <= 6
        and n not in taken
        and n + 1 not in starts
        and (
            capital(tokens, n)
            or (tokens.text[n] in ("-", "/") and n > 0 and tokens.end[n - 1] == tokens.start[n])
        )
    ):
        n -= 1
    if 0 < n < end - 1 and n in taken and n not in starts and n - 1 not in taken and (
        _placed(tokens, n, taken, strict)
    ):  # fmt: skip
        n -= 1  # "the Nile Guard exercise"
    start = n + 1
    while start < end and (
        not tokens.text[start][0].isalpha()
        or tokens.lower[start] in said("generic")
        or tokens.lower[start] in said("called")
    ):
        start += 1
    if start >= end or (start in starts and end - start == 1):
        return None
    words = [w for w in tokens.lower[start:end] if w.isalpha()]
    if any(w in said("generic") for w in words[:1]):
        return None
    return made(tokens, start, end, document)


def taken_part_in(
    tokens: Tokens, k: int, document: Document, taken: set[int], strict: set[int], starts: set[int]
) -> Name | None:
    """A name after words of taking part, without a noun beside it: "troops will participate in Dawn
    Shield". Token ``k`` is the last word before the name. ``strict``: ``taken`` less the places,
    which may open a name with a number.
    """
    n = k + 1
    quoted = tokens.text[n] in QUOTES
    n += quoted
    if n >= len(tokens) or n in strict or n in starts or not tokens.text[n][0].isupper():
        return None
    end = run(tokens, n)
    words = tokens.lower[n:end]
    if end - n > 2 and words[-1].isdigit():
        taken = strict  # "Pacific Bond 2024"
    if words[0] in said("generic") or not said("occasions").isdisjoint(words):
        return None
    if any(t in taken for t in range(n, end)):
        return None
    numbered = any(w[0].isdigit() for w in words)
    lone = end - n == 1 and _is_joined(tokens, n, k)
    if (end - n < 2 and not lone) or (
        end - n == 2 and numbered and not quoted and words[-1].isdigit() is False
    ):
        return None
    near = tokens.lower[max(0, k - 24) : end + 24]
    if said("forces").isdisjoint(near) or tokens.lower[end : end + 1] in (["'s"], ["’s"]):
        return None
    return made(tokens, n, end, document)


def _is_joined(tokens: Tokens, n: int, k: int) -> bool:
    """Is one word what soldiers take part in ("300 soldiers are to participate in Maliza,")?"""
    word, before = tokens.text[n], tokens.lower[max(0, k - 14) : k]
    if "." in before:
        before = before[len(before) - before[::-1].index(".") :]
    return (
        tokens.lower[k] == "in" and not said("partakes").isdisjoint(before[-2:])
        and not said("forces").isdisjoint(before)
        and len(word) > 3 and word.istitle() and word.isalpha()
        and tokens.text[n + 1 : n + 2] in ([","], ["."], ["with"], ["alongside"])
    )  # fmt: skip


def acting(
    tokens: Tokens, k: int, document: Document, strict: set[int], starts: set[int]
) -> Name | None:
    """A name in quotation marks or with its number before a verb of the course, at token ``k``, in
    an article about forces: '"Dawn Shield 2" begins on Monday'.
    """
    quoted = tokens.text[k - 1] in CLOSING
    end = k - quoted
    i = end
    while i > 0 and end - i < 5 and capital(tokens, i - 1, joined=True) and i - 1 not in strict:
        i -= 1
        if not quoted and i in starts:
            break
    if end - i < 2 or (quoted and tokens.text[i - 1] not in QUOTES):
        return None
    if not (quoted or tokens.text[end - 1].isdigit()) or not tokens.text[i].isalpha():
        return None
    if tokens.lower[i] in said("generic") or not said("occasions").isdisjoint(tokens.lower[i:end]):
        return None
    near = tokens.lower[max(0, k - 60) : k + 20]
    told = not said("nouns").isdisjoint(near) and not said("forces").isdisjoint(near)
    return made(tokens, i, end, document) if told else None


def entitled(
    tokens: Tokens, k: int, document: Document, taken: set[int], starts: set[int]
) -> Name | None:
    """A name with its year and what it is: "Dawn Shield 2022, the largest naval exercise"."""
    if tokens.text[k + 1 : k + 2] != [","] or tokens.lower[k + 2 : k + 3] not in (
        ["the"],
        ["a"],
        ["an"],
        ["its"],
        ["their"],
    ):
        return None
    if said("nouns").isdisjoint(tokens.lower[k + 3 : k + 14]):
        return None
    i = k
    while (
        i > 0
        and k - i < 5
        and i - 1 not in taken
        and tokens.text[i - 1][0].isupper()
        and i not in starts
    ):
        i -= 1
    return made(tokens, i, k + 1, document) if k - i >= 2 else None


def explained(
    tokens: Tokens, k: int, document: Document, taken: set[int], starts: set[int]
) -> Name | None:
    """A name before the comma that says what it is: "Dawn Shield, an army exercise of the two"."""
    n = k - 1
    while n > 0 and k - n < 11 and tokens.text[n] != "," and tokens.lower[n] not in _VERBS:
        n -= 1
    comma = n
    if comma < 2 or tokens.text[comma] != "," or tokens.lower[comma + 1] not in _ARTICLES:
        return None
    lists = words()
    if comma + 2 == k or tokens.lower[k + 1 : k + 2] in ([w] for w in lists["be"] | lists["have"]):
        return None  # "for the 6th Brigade, the exercise was"
    end = comma
    if tokens.text[end - 1] == ")" and "(" in tokens.text[max(1, end - 6) : end - 1]:
        while tokens.text[end] != "(":  # "Dawn Shield (DS22), the largest drill"
            end -= 1
        comma = end
    end -= tokens.text[end - 1] in CLOSING
    i = end
    quoted = end < comma
    while i > 0 and end - i < 6 and (i not in starts or quoted) and (
        capital(tokens, i - 1, joined=True)
        and (quoted or i - 1 not in taken or _opens_name(tokens, i, end))
    ):  # fmt: skip
        i -= 1
    i += tokens.lower[i] in said("called") or tokens.text[i] == "Ex"
    if tokens.lower[i] in words()["prepositions"]:
        return None  # "In Sechura, a drill of the two"
    if (
        (end - i < 2 - quoted and not _alone(tokens, i, k))
        or (quoted and tokens.text[i - 1] not in QUOTES)
        or tokens.lower[i] in said("generic") - {"operation"}
    ):
        return None
    if not said("offices").isdisjoint(tokens.lower[i:end]):
        return None
    return made(tokens, i, end, document)


def _alone(tokens: Tokens, i: int, k: int) -> bool:
    """Can one word before the comma be the name ("Maliza, a field exercise of the two, began") and
    the noun at ``k`` what it is, not only what somebody has to do with?
    """
    word, after = tokens.text[i], tokens.lower[k + 1 : k + 2]
    return len(word) > 3 and word.istitle() and word.isalpha() and (
        after in ([","], ["of"], ["between"], ["with"], ["involving"], ["that"], ["which"])
    )  # fmt: skip


def _opens_name(tokens: Tokens, i: int, end: int) -> bool:
    """Is the word before token ``i`` a sea or land that opens a name ("Pacific Bond")?"""
    return (
        0 < end - i < 3
        and tokens.start[i] - tokens.end[i - 1] == 1
        and tokens.text[i - 1].isalpha()
        and tokens.lower[i - 2] in said("before_name")
        and not any(tokens.lower[n] in said("generic") for n in range(i, end))
    )


_ARTICLES = frozenset({"a", "an", "the", "its", "their"})


_VERBS = frozenset({"is", "was", "of", "who", "that", "which", "for", "to", "in"})
"""Between the article and the noun these open another phrase ("a veteran of many drills")."""
