"""What else an exercise's own sentences tell: ships and aircraft, phases, aim, host, observers.

All values are the text's own words, "more than" and "about" included, and come with the span of
those words. Where the text tells nothing the field stays empty.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import compress

from diplotext.events.cast import Cast, Role
from diplotext.events.joining import Drill
from diplotext.events.vocabulary import said
from diplotext.models import Span
from diplotext.reading.document import Document
from diplotext.reading.units import Unit

_MOST = 12
"""So many values of one field are kept."""

Told = list[tuple[str, Span]]
"""Values with the words that give them, in text order."""

_ROUGHLY = (
    r"(?:(?:more than|over|about|around|some|nearly|almost|up to|at least|approximately|roughly"
    r"|as many as|fewer than|less than|a total of)\s)?"
)
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,2}|(?!(?:19|20)\d\d\b)\d{1,5}|(?:a\s)?dozen|dozens\sof|scores\sof"
    r"|hundreds\sof|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
)


@cache
def _gear() -> re.Pattern[str]:
    nouns = "|".join(sorted(said("counted_gear"), key=len, reverse=True))
    apart = "|".join(sorted(said("breaks_count")))
    word = rf"(?!(?:{apart})\b)[A-Za-z][\w.’'/-]{{0,20}}"
    model = r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,3}s"
    return re.compile(
        rf"(?<![\w.,/-])(?i:{_ROUGHLY})(?i:{_NUMBER})\s(?:{word}\s){{0,4}}?(?:{model}|(?i:{nouns}))\b"
    )


def assets(text: str, spans: list[Span]) -> Told:
    """Ships, aircraft and vehicles that are counted ("more than 20 warships", "six F-16s")."""
    found: Told = []
    for span in spans:
        for match in _gear().finditer(text, span.start, span.end):
            ahead = text[max(span.start, match.start() - 60) : match.start()].split()
            before = [word.lower() for word in ahead]
            if before[-2:-1] in (["a"], ["an"]) and ahead[-1][0].isupper():
                continue  # "an ATR 42 aircraft": the number of a model
            if said("other_gear").isdisjoint(before):
                found.append((_plain(match[0]), Span(match.start(), match.end())))
    return _each(found)


def _plain(value: str) -> str:
    return " ".join(value.split())


def _each(found: Told) -> Told:
    """Each value once, with the words that give it first."""
    kept: dict[str, tuple[str, Span]] = {}
    for value, span in found:
        kept.setdefault(value.lower(), (value, span))
    return list(kept.values())[:_MOST]


def phases(document: Document, spans: list[Span]) -> Told:
    """Parts of an exercise by their names: "harbour phase", "final stage", "phase two"."""
    tokens, lower = document.tokens, document.tokens.lower
    found: Told = []
    for span in spans:
        first, last = tokens.at(span.start), tokens.at(span.end)
        for k in compress(
            range(first, last), map(said("named_phases").__contains__, lower[first:last])
        ):
            i = k
            while i > first and (
                lower[i - 1] in said("kinds_of_phase")
                or (lower[i - 1] in _JOINS and i < k and lower[i - 2] in said("kinds_of_phase"))
            ):
                i -= 1
            j = k + 1
            if i == k and lower[j : j + 1] and lower[j] in _COUNTED:
                j += 1  # "phase two"
            if j - i > 1:
                words = Span(tokens.start[i], tokens.end[j - 1])
                found.append((_plain(words.of(document.article.text).lower()), words))
    return _each(found)


_JOINS = frozenset({"and", "-"})
_COUNTED = frozenset({"one", "two", "three", "four", "1", "2", "3", "4", "i", "ii", "iii", "iv"})

_AIM = re.compile(
    r"\b(?:(?:aims?|aimed|aiming|intended|designed|meant|seeks?|serves?)\s(?=to\s)"
    r"|(?:is|are|was|were)?\s?(?:aimed|focused|focusing|geared)\s(?:at|on|towards?)\s(?=[a-z]+ing\b)"
    r"|(?:aim|goal|purpose|objective|object|intention|point)s?\s(?:of\s(?:[\w’'-]+\s){1,6}?)?"
    r"(?:is|are|was|were|being)\s(?=to\s)"
    r"|with\s(?:the|an)\s(?:aim|goal|purpose|objective|intention|view)\s(?:of\s(?=[a-z]+ing\b)"
    r"|to\s(?=[a-z]+ing\b)|(?=to\s))"
    r"|\bin\sorder\s(?=to\s))"
)
_AIM_ENDS = re.compile(
    r"[.;:!?\n]|,[\"”]|,?\s(?:said|says|according|while|after|which|who|where|as\spart\sof)\b"
    r"|,\s(?:he|she|it|they|the|a|officials|in|on|took|will|is|are|was|were|has|have|had|began)\s|\s(?:and|but)\s(?:will|is|are|was|were|has|have)\s"
)
_REACH = 26
"""So many tokens before the words for an aim stands whose aim it is."""
_OPINION = frozenset({
    "suspect", "suspects", "suspected", "accuse", "accuses", "accused", "fear", "fears", "feared",
})  # fmt: skip
_DEEDS = frozenset({"step", "move", "gesture", "decision", "measure"})
"""What is done about an exercise has an aim of its own."""


def purpose(document: Document, spans: list[Span], marked: set[int]) -> tuple[str, Span] | None:
    """What the exercise is for: "to improve the defence of the port"."""
    text, tokens = document.article.text, document.tokens
    for span in spans:
        for cue in _AIM.finditer(text, span.start, span.end):
            k = tokens.at(cue.start())
            first = max(tokens.at(span.start), k - _REACH)
            end = tokens.at(cue.end())
            near = any(n in marked for n in range(first, end))
            if not near and tokens.lower[k - 1 : k] not in (["it"], ["they"], ["which"]):
                continue
            if not _OPINION.isdisjoint(tokens.lower[max(first, k - 5) : k]):
                continue  # "which they suspect of being meant to scare them"
            if k > first and tokens.lower[k - 1] in _DEEDS:
                continue  # "would put off the drills, a step meant to calm the North"
            stop = _AIM_ENDS.search(text, cue.end(), span.end)
            last = stop.start() if stop else span.end
            told = Span(cue.end(), cue.end() + len(text[cue.end() : last].rstrip(' ,”"')))
            if 8 < told.end - told.start < 220:
                return _plain(told.of(text)), told
    return None


def host(event: Drill, cast: Cast) -> Role | None:
    """The one state that is said to host it."""
    roles = {r.side: r for r in cast.of(event.hosts) if r.actor.kind == "state"}
    return next(iter(roles.values())) if len(roles) == 1 else None


def observers(document: Document, cast: Cast, sentences: list[int]) -> list[Role]:
    """States and bodies that have sent nobody but observers: "observers from Peru", "Chile sent
    observers", "with Peru as an observer".
    """
    tokens = document.tokens
    found: dict[str, Role] = {}
    for n in sentences:
        span = document.sentences[n].span
        first, last = tokens.at(span.start), tokens.at(span.end)
        lower = tokens.lower[first:last]
        if _LOOKING.isdisjoint(lower) or not _DECLINED.isdisjoint(lower):
            continue
        for unit in document.units(n):
            found.update((r.side, r) for r in cast.of(_observing(unit)) if _is_side(r))
    return list(found.values())[:_MOST]


_LOOKING = frozenset({"observer", "observers"})
_DECLINED = frozenset({"not", "n't", "declined", "refused", "asked", "invited", "invitation", "no"})
_PARTS = frozenset({"subject", "apposition"})


def _is_side(role: Role) -> bool:
    return role.actor.kind in ("state", "organisation")


def _observing(unit: Unit) -> list[Unit]:
    """Those whom the unit has look on."""
    clause = unit.clause
    if clause is None or unit.word not in _LOOKING:
        return []
    own = [
        u for p in clause.phrases
        if p.host is unit and p.prep in ("from", "of", "including") for u in p.units
    ]  # fmt: skip
    if own:
        return own  # "observers from Peru and Chile"
    named = [m for m in unit.mods if m.mention is not None]
    if named:
        return named
    verb = clause.verb
    sends = verb is not None and verb.word in said("dispatches")
    passive = verb is not None and verb.verb is not None and verb.verb.passive
    if unit.role == "object" and sends:
        return [u for u in clause.subject if u.role in _PARTS]
    if unit.role == "phrase" and (
        (unit.prep == "by" and passive and verb is not None and verb.word == "represent")
        or (unit.prep == "as" and verb is not None and verb.word in said("onlooking"))
    ):
        return [u for u in clause.subject if u.role in _PARTS]
    return []
