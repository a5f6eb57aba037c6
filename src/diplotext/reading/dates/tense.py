"""Has it happened or is it to come? The nearest verb group of the same sentence tells.

No parser: from the expression leftwards to the first word that carries a time ("said", "will",
"is expected"), for an expression that opens its clause rightwards. Nearest wins, because
English puts the date at the end of its own verb phrase: "announced on Friday that Wang will
visit on Monday".
"""

from __future__ import annotations

from typing import Literal

from diplotext.lexicon.grammar import verb_forms
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.dates.words import calendar

Tense = Literal["past", "present", "future", "any"] | None
"""``any``: the nearest day, whichever side of today it lies on."""

_REACH = 30
_OPENERS = frozenset(("that", "and", "when", "but", '"', "“", "”", ":", "-", "–", "—"))
_LINKS = frozenset(
    (
        "on",
        "in",
        "at",
        "during",
        "over",
        "from",
        "between",
        "the",
        "late",
        "early",
        "for",
        "this",
        "last",
    )
)
_GOVERNORS: dict[str, Tense] = {
    "since": "past",
    "until": "future",
    "till": "future",
    "through": "future",
    "by": "future",
    "starting": "future",
}
_CLAUSE = frozenset(("that", "which", "who", "when", "where", "while", "because", "if"))
_NO_VERB = frozenset(
    (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "be",
        "talks",
        "both",
        "all",
        "more",
        "some",
    )
)
_ARRANGED = frozenset(("scheduled", "planned", "set", "due", "expected", "slated", "supposed"))
_GATHERINGS = frozenset(("summit", "talks", "meeting", "visit", "trip", "session", "conference"))
_SCHEDULED = frozenset(("begin", "open", "start", "meet", "gather", "convene", "resume", "end"))
_WHICH = frozenset(("which", "that", "who", "they"))
_DAYS_OF = frozenset(("on", "in", "next", "this", "tomorrow", "from"))
_AHEAD = frozenset(("to", "will", "would", "shall", "may", "might"))
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "of", "-", "and"))


def tense_at(tokens: Tokens, text: str, start: int, end: int) -> Tense:
    """Tense of the clause around the tokens ``start`` to ``end`` (half-open); None if untold."""
    low = tokens.lower
    edge = start - 1
    while edge >= 0 and start - edge < 4 and low[edge] in _LINKS:
        edge -= 1
    governed = _GOVERNORS.get(low[edge + 1] if edge + 1 < start else "") or (
        _GOVERNORS.get(low[edge]) if edge >= 0 else None
    )
    by = "by" in low[max(edge, 0) : start]
    if governed and not by:
        return governed
    if edge > 0 and low[edge] in ("to", "rescheduled") and _moved(low, edge):
        return "future"  # "was postponed from Monday to Thursday"
    edge -= by and low[edge] == "by"
    if low[end : end + 1] and low[end] in _GATHERINGS and low[max(edge, 0)] in ("of", "for"):
        return "any"  # "picked as the site of the March summit"
    opens = edge < 0 or low[edge] in _OPENERS or _ends(tokens, text, edge)
    if by:  # "by Friday, forty ships had left"; but "demanded an answer by Friday"
        return "past" if opens and _right(tokens, text, end) == "past" else governed
    if opens:
        return _right(tokens, text, end) or _left(tokens, text, edge)
    return _left(tokens, text, edge) or _right(tokens, text, end) or _headed(tokens, text, edge)


def _ends(tokens: Tokens, text: str, k: int) -> bool:
    """Does a sentence or line end with token ``k``?"""
    if k + 1 >= len(tokens):
        return True
    gap_start, gap_end = tokens.end[k], tokens.start[k + 1]
    if gap_end - gap_start > 1 and "\n" in text[gap_start:gap_end]:
        return True
    if gap_end - gap_start == 1 and text[gap_start] == "\n":
        return True
    word = tokens.text[k]
    if word in "!?;":
        return True
    if word != ".":
        return False
    before = tokens.text[k - 1] if k else ""
    return (tokens.text[k + 1][0].isupper() and len(before) > 3) or before.isdigit()


def _left(tokens: Tokens, text: str, edge: int) -> Tense:
    low = tokens.lower
    infinitive = behind = within = False
    for k in range(edge, max(edge - _REACH, -1), -1):
        if _ends(tokens, text, k):
            return "any" if behind else None
        word = low[k]
        within |= word == "during"
        if within and word == "invited":
            return "past"  # "invited her during his visit in May"; but "invited her to come in May"
        if word in _CLAUSE and not (word in ("when", "while") and low[k + 1].endswith("ing")):
            return "any" if behind else None  # its verb stands to the right
        if word == "before" or _leads_up(low, k):
            return "any"
        if word in ("after", "following"):
            behind = True  # "said after the summit on Friday", "will follow after that on 27 April"
            continue
        if behind:
            found = _word(tokens, k)
            if found:
                return "past" if found == "past" else "any"
            continue
        if word == "to" and not infinitive and k < edge:
            infinitive = _is_infinitive(tokens, k + 1) and low[k - 1] not in _DONE
        found = _word(tokens, k)
        if found == "past" and infinitive and word not in _COME_TO:
            return "any"  # "flew to meet him on Monday", "agreed to meet on Monday"
        if found:
            return found
    return None


def _is_infinitive(tokens: Tokens, k: int) -> bool:
    """Is token ``k``, behind "to", a verb or its adverb: "to meet", "to jointly host"?"""
    word = tokens.lower[k]
    if word in _NO_VERB or tokens.text[k][0].isupper():
        return False
    form = verb_forms().get(word)
    return word.endswith("ly") or (form is not None and "base" in form.forms)


def _leads_up(low: list[str], k: int) -> bool:
    """As in "met ahead of the summit on Friday", "on the eve of Friday's summit"."""
    return low[k] in ("ahead", "eve") and low[k + 1 : k + 2] == ["of"]


_DONE = frozenset(
    ("able", "got", "went", "came", "chance", "opportunity", "occasion", "honour", "honor")
)
"""Just before "to", these say the same: "was able to meet", "went to see"."""

_COME_TO = frozenset(("failed", "managed", "refused", "declined", "continued"))
"""Of these the infinitive lies behind too: "failed to agree at their summit in May"."""


def _headed(tokens: Tokens, text: str, edge: int) -> Tense:
    """A headline with no verb but an infinitive looks ahead: "Oslo to host talks on May 3"."""
    low = tokens.lower
    for k in range(edge - 1, max(edge - _REACH, 0), -1):
        if _ends(tokens, text, k):
            return None
        if low[k] == "to" and not _ends(tokens, text, k - 1):
            named = low[k + 1] in _NO_VERB or tokens.text[k + 1][0].isupper()
            if not named:
                return "future"
    return None


def _right(tokens: Tokens, text: str, end: int) -> Tense:
    for k in range(end, min(end + _REACH, len(tokens))):
        found = _word(tokens, k)
        if found == "past" and _called_off(tokens.lower[k : k + 4]):
            return "any"  # "the summit in May was called off" in April, or in June
        if found:
            return found
        if _ends(tokens, text, k):
            return None
    return None


def _moved(low: list[str], edge: int) -> bool:
    return not calendar().put_off.isdisjoint(low[max(edge - 6, 0) : edge + 1])


def _called_off(words: list[str]) -> bool:
    if "off" in words[1:]:
        return words[words.index("off", 1) - 1] in ("called", "put")
    return bool(calendar().called_off.intersection(words))


def _word(tokens: Tokens, k: int) -> Tense:
    """The time that token ``k`` carries, if any."""
    words = calendar()
    low = tokens.lower
    word = low[k]
    after = low[k + 1] if k + 1 < len(low) else ""
    if word in words.future:
        if word in ("may", "will") and tokens.text[k] != word:  # a month or a name
            return None
        before = low[max(k - 3, 0) : k]
        if word == "set" and before and before[-1] in ("had", "has", "have"):
            return "past"  # "the goals that they had set in May"
        if word == "set" and after in ("off", "out") and not _AHEAD.intersection(before[-1:]):
            return "past"  # "set off on Monday"
        told = before[-1:] == ["was"] or before[-1:] == ["were"]
        if word in _ARRANGED and (told or "originally" in before or before[-2:] == ["had", "been"]):
            return "any"  # and may have come to nothing by now
        return "future"
    if word in words.future_to:
        return "future" if after == "to" else None
    if word not in words.past or _is_joined(tokens, k):
        if word in words.present or (word in _SCHEDULED and _is_subject(low[max(k - 1, 0)])):
            return "present"
        if word == "starts" and after in _DAYS_OF:
            return "present"
        if word in words.present_before_name:
            name = bool(after) and tokens.text[k + 1][0].isupper()
            return (
                "present"
                if name or (after in ("for", "to") and word in ("heads", "returns"))
                else None
            )
        if not (
            len(word) > 4
            and word.endswith("ed")
            and (word not in words.not_past or (word == "continued" and after == "to"))
            and after != "-"
            and not _is_joined(tokens, k)
            and (k == 0 or low[k - 1] not in _DETERMINERS)
        ):
            return None
    before = low[max(k - 4, 0) : k]
    if "be" in before[-3:]:
        return "future"
    if "to" in before and "have" in before:
        place = before.index("to")
        if place and before[place - 1] in ("was", "were"):
            return "any"  # "the talks that were to have been held on 5 October"
        return "future" if place and before[place - 1] in ("is", "are") else "past"
    if "being" in before[-3:]:
        return "present"
    if before and before[-1] in ("is", "are"):
        return "present"
    return "past"


def _is_joined(tokens: Tokens, k: int) -> bool:
    """Is it the end of a compound, which tells no time: "rebel-held", "long-delayed"?"""
    return (
        k > 1
        and tokens.lower[k - 1] == "-"
        and tokens.end[k - 2] == tokens.start[k - 1]
        and tokens.end[k - 1] == tokens.start[k]
    )


def _is_subject(word: str) -> bool:
    """May "meet" or "start" behind it be its verb: "leaders meet", "which start"?"""
    return word in _WHICH or (len(word) > 4 and word[-1] == "s" and word[-2] != "s")
