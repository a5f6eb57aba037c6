"""Rules backwards: sentences that a frame says it reads, with their roles marked.

What a rule generates, the detector must read back: the tests draw sentences from here and run
``rules.examples`` over them. The sentences are plain on purpose; what is tested is that every
form of a frame works (active, passive, future, nominal), not that news is written so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from diplotext.lexicon.grammar import verb_rows
from diplotext.rules.frames import Frame

Choose = Callable[[Sequence[str]], str]
"""Picks one of several texts: ``random.Random(0).choice``, or a hypothesis draw."""

VISITORS = (
    "Norwegian Prime Minister Kjell Aas",
    "Kenyan Foreign Minister Grace Wanjiru",
    "Chilean President Pablo Rojas",
    "Vietnamese Defence Minister Tran Van Long",
    "Croatian Foreign Minister Ana Horvat",
)
HOSTS = ("Japan", "Ghana", "Portugal", "Indonesia", "Uruguay", "Jordan")
PLACES = ("Vienna", "Nairobi", "Lima", "Hanoi")
DATES = ("on Monday", "on May 13", "on Tuesday")
STATES = ("Finland", "Peru", "Tanzania", "Mongolia", "Oman")
FORCES = ("Finnish troops", "Peruvian marines", "Tanzanian soldiers")


_NOT_ALONE = frozenset({"subject", "object", "including"})
"""Positions that never follow the verb by themselves: "spoke with officials, including X"."""


def sentences(frame: Frame, choose: Choose) -> Iterator[str]:
    """Marked sentences of one frame, one for each of its forms; nothing for frames that only
    add to events of others (``weak``).
    """
    if frame.weak:
        return
    if frame.perfect or frame.adverbs:
        yield from _being(frame, choose)
    for verb in sorted(frame.verbs):
        if verb != "be" and not (
            frame.means or frame.lasting or (" " in verb and not frame.objects)
        ):
            yield from _verbal(frame, verb, choose)
    for noun in sorted(frame.nouns):
        yield from _nominal(frame, noun, choose)


def _filler(frame: Frame, position: str, role: str, choose: Choose, other: str = "") -> str:
    kinds = frame.only.get(position, frozenset({"person", "state"}))
    if role == "host":
        options: Sequence[str] = HOSTS if kinds & {"state", "place"} else ()
    elif frame.kind == "exercise":
        options = FORCES if "force" in kinds else STATES
    else:
        options = VISITORS if "person" in kinds else STATES if "state" in kinds else ()
    free = [o for o in options if o != other]
    return f"[{choose(free)}|{role}]" if free else ""


def _being(frame: Frame, choose: Choose) -> Iterator[str]:
    """As in "had been to Oman", "was home from Oman"."""
    subject = _filler(frame, "subject", frame.roles["subject"], choose)
    said = "had been" if frame.perfect else f"was {max(frame.adverbs)}"
    for preposition in sorted(p for p in frame.needs if p in frame.roles):
        whom = _filler(frame, preposition, frame.roles[preposition], choose)
        yield f"{subject} {said} {preposition} {whom} {choose(DATES)}."


def _verbal(frame: Frame, verb: str, choose: Choose) -> Iterator[str]:
    head, _, particle = verb.partition(" ")
    forms = verb_rows().get(head)
    subject_role, object_role = frame.roles.get("subject"), frame.roles.get("object")
    if forms is None or subject_role is None:
        return
    subject = _filler(frame, "subject", subject_role, choose)
    if not subject:
        return
    name = subject[1:].split("|")[0]
    rest = f" {particle}" if particle else ""
    if frame.objects:  # "boarded the plane"
        rest += f" the {sorted(frame.objects)[0]}"
    where = f" in {choose(PLACES)}" if frame.placed else ""
    needed = sorted(p for p in frame.needs if p in frame.roles and p not in _NOT_ALONE)
    if object_role and not frame.objects and (not frame.needs or "object" in frame.needs):
        whom = _filler(frame, "object", object_role, choose, name)
        if frame.marked and whom:  # the adjective among them: "visiting", not "guest"
            whom = f"[{max(frame.marked, key=len)} {whom[1:]}"
        if whom and whom.split("|")[0] != subject.split("|")[0]:
            yield f"{subject} {forms.past} {whom}{where} {choose(DATES)}."
            if frame.course != "gone":
                yield f"{subject} will {verb} {whom}{where} next week."
            if frame.kind != "visit" or object_role == "visitor":
                yield f"{whom} was {forms.participle} by {subject}{where} {choose(DATES)}."
    if frame.kind == "talks" and "together" in frame.needs:
        other = _filler(frame, "subject", subject_role, choose, name)
        yield f"{subject} and {other} {forms.past}{rest} together{where} {choose(DATES)}."
    for preposition in needed[:2]:
        whom = _filler(frame, preposition, frame.roles[preposition], choose, name)
        if whom and (not object_role or frame.objects):
            shown = preposition.replace("_", " ")
            yield f"{subject} {forms.past}{rest} {shown} {whom}{where} {choose(DATES)}."
            if frame.course != "gone":
                yield f"{subject} is expected to {head}{rest} {shown} {whom}{where} next week."


def _nominal(frame: Frame, noun: str, choose: Choose) -> Iterator[str]:
    words = f"military {noun}" if frame.kind == "exercise" and "military" not in noun else noun
    shown = (
        words
        if words.endswith("s") and not words.endswith("ss")
        else f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
    )
    opening = shown[0].upper() + shown[1:]
    if "between" in frame.roles and (not frame.needs or "between" in frame.needs):
        first = f"[{choose(STATES[:2])}|{frame.roles['between']}]"
        second = f"[{choose(STATES[2:])}|{frame.roles['between']}]"
        where = f" in {choose(PLACES)}" if frame.kind not in ("call", "exercise") else ""
        yield f"{opening} between {first} and {second} took place{where} {choose(DATES)}."
    if frame.kind == "visit" and {"possessor", "to"} <= frame.roles.keys() and not frame.needs:
        visitor, host = choose(VISITORS), choose(HOSTS)
        yield f"[{visitor}|visitor]'s {noun} to [{host}|host] will begin next week."
        if "by" in frame.roles:
            yield f"{opening} to [{host}|host] by [{visitor}|visitor] was called off."
    if frame.kind in ("talks", "call") and "with" in frame.roles and "hold" in frame.carriers:
        first, second = choose(VISITORS[:2]), choose(VISITORS[2:])
        yield f"[{first}|participant] held {shown} with [{second}|participant] {choose(DATES)}."
