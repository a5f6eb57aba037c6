"""Who takes part in an exercise, from the words of a whole sentence.

The frames read what stands in the clause of the exercise itself. News says the rest in
lists and asides: "Among them are A, B and C", "troops from D", "E's biggest drill", "the
frigates HMAS F and ROKS G". Which sentences an exercise may take sides from is decided by
the caller.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from itertools import compress

from diplotext.events.cast import Cast, Role, of_state
from diplotext.events.draft import Draft
from diplotext.events.drills import flag, flag_openers
from diplotext.events.vocabulary import said
from diplotext.lexicon.grammar import verb_forms, words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention, Span
from diplotext.reading.document import Document


def lists(document: Document, sentence: int) -> bool:
    """Does the sentence, which names no exercise, speak of nothing but taking part in one?"""
    lower = document.lower_in(sentence)
    if not said("talks").isdisjoint(lower):
        return False
    if not said("strong").isdisjoint(lower):
        return True
    return "part" in lower and any(
        v == "part" and w in ("take", "taking", "took", "taken")
        for w, v in itertools.pairwise(lower)
    )


def joins(document: Document, sentence: int) -> bool:
    """Does the sentence speak of taking part?"""
    return not said("takes_part").isdisjoint(document.lower_in(sentence))


def sides(document: Document, cast: Cast, sentence: int, marked: set[int]) -> list[Role]:
    """The states and bodies whose forces the sentence lets take part, in text order, each once.

    ``marked`` are the tokens that name the exercise (its noun or its proper name).
    """
    tokens = document.tokens
    span = document.sentences[sentence].span
    first, last = tokens.at(span.start), tokens.at(span.end)
    if not said("stays_away").isdisjoint(tokens.lower[first:last]):
        return []
    found: dict[str, Role] = {}
    joint = not said("takes_part").isdisjoint(tokens.lower[first:last])
    for told in _runs(document, first, last):
        run = _silent(told, tokens)
        if run and _takes_part(run, tokens, first, last, marked, joint):
            roles = [role for mention in run for role in cast.named(mention)]
            states = sum(r.actor.kind == "state" for r in roles)
            for role in roles:
                if role.actor.kind == "state" or (
                    role.actor.kind == "organisation"
                    and (states > 1 or role.side in said("alliances"))
                    and tokens.lower[tokens.at(role.span.end) : tokens.at(role.span.end) + 1]
                    != ["member"]
                ):
                    found.setdefault(role.side, role)
    openers = flag_openers()
    for k in compress(range(first, last), map(openers.__contains__, tokens.lower[first:last])):
        code = flag(tokens, k)
        if code is not None and code not in found:
            found[code] = Role(
                of_state(code), None, Span(tokens.start[k], tokens.end[min(last, k + 2) - 1])
            )
    return list(found.values())


def _silent(run: list[Mention], tokens: Tokens) -> list[Mention]:
    """The run without those who only tell of it ("troops from Peru, the Chilean army said")."""
    j = tokens.at(run[-1].span.end)
    if said("told").isdisjoint(tokens.lower[j : j + 3]):
        return run
    if len(run) > 1 and tokens.lower[tokens.at(run[-2].span.end)] == ",":
        return run[:-1]
    return []


def _runs(document: Document, first: int, last: int) -> Iterator[list[Mention]]:
    """Lists of sides: mentions with nothing but commas, "and" and the like between."""
    tokens = document.tokens
    run: list[Mention] = []
    end = -1
    for mention in document.mentions_in(first, last):
        i = tokens.at(mention.span.start)
        if mention.span.start < end or tokens.lower[max(0, i - 2) : i] == ["ex", "-"]:
            continue  # inside the one before; "ex-British states"
        end = mention.span.end
        if mention.kind not in ("state", "force", "organisation") or mention.form == "pronoun":
            if run:
                yield run
            run = []
            continue
        gap = tokens.lower[tokens.at(run[-1].span.end) : i] if run else []
        if run and (
            len(gap) > 6
            or not gap
            or any(w not in said("glue") and not w[0].isdigit() for w in gap)
            or ("as" in gap and "well" not in gap)  # "drills with Chad as Mali frowns"
        ):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _takes_part(
    run: list[Mention], tokens: Tokens, first: int, last: int, marked: set[int], joint: bool
) -> bool:
    lower = tokens.lower
    i, j = tokens.at(run[0].span.start), tokens.at(run[-1].span.end)
    near = lower[max(first, i - 6) : i]
    after = lower[j : min(last, j + 10)]
    if not said("apart").isdisjoint(near) or not said("apart").isdisjoint(after[:3]):
        return False
    if _shadows(near, after):
        return False
    if len(run) == 1 and after[:1] and after[0] in said("ranks"):
        return False  # "Peruvian Navy Captain Ana Ruiz"
    before = [w for w in near if w not in said("small") and w[0].isalpha()]
    word = before[-1] if before else ""
    back = set(before[:-1])
    if word in said("set_in") or word in ("to", "than", "after", "before", "because"):
        return False
    if word in ("with", "between") and back and before[-2] in words()["relational"]:
        return False  # "near its border with Chad", "relations between Chad and Mali"
    if _sends_observers(after):
        return False
    if word == "by" and before[-2:-1] and before[-2] in said("told") | said("termed"):
        return False  # "described by Chilean officers as"
    if word in ("of", "by") and "participation" in back:
        return True
    if word in ("from", "of") and (said("forces") & back):
        return word == "from" or joint
    if len(run) > 2 and word == "from" and said("persons") & back and (
        any(k in marked for k in range(first, last))
    ):  # fmt: skip
        return True  # "300 people from three states are here for the drill"
    if len(run) > 1 and ((word in said("lists") and said("who") & back) or word in said("gathers")):
        return True
    if len(run) > 1 and joint and word in said("who") and lower[i - 1] in ("(", ":"):
        return True  # "from three states (Chad, Mali and Togo)"
    if word == "them" and ("among" in back or (len(run) > 1 and back & {"of", "including"})):
        return True
    if len(run) > 1 and not said("sends").isdisjoint(after[:3]):
        return True
    forces = any(m.kind == "force" for m in run) or (bool(after) and _followed(after))
    exercise = any(k in marked for k in range(max(first, i - 9), i))
    if word.replace(" ", "_") in said("beside") and (exercise or forces):
        return True
    if len(run) > 1 and joint and word in ("among", "including", "as", "with", "alongside", "like"):
        return True
    if after[:1] == ["'s"] and any(k in marked for k in range(j, min(last, j + 9))):
        return True  # "Peru's biggest drill"
    return forces and joint


def _shadows(near: list[str], after: list[str]) -> bool:
    """Does the side only follow what others do ("intercepted by Peruvian fighters", "ships of Peru
    kept up their surveillance")?
    """
    cut = next((k for k, word in enumerate(after) if word in (",", ";", "and")), len(after))
    return not said("shadows").isdisjoint([*near[-4:], *after[:cut]])


def _sends_observers(after: list[str]) -> bool:
    """Do the words after a side go on "sent observers", "has sent a ship to watch"?"""
    for before, word in itertools.pairwise(["", *after]):
        if word in ("observer", "observers") or (before == "to" and word in said("watched_by")):
            return True
        if word in (";", "and", "while", "but", "whereas"):
            return False
    return False


def _followed(after: list[str]) -> bool:
    """Is a word for forces at most three words on, with no verb or preposition before it?"""
    if after[1:2] == ["-"] and after[2:3] and after[2][0].isdigit():
        return True  # "F-16s"
    for word in after[:4]:
        if word in said("forces"):
            return True
        form = verb_forms().get(word)
        if form is not None and "past" in form.forms and word not in said("sends"):
            return False  # "Peru scrambled jets to watch them"
        if word in words()["prepositions"] or word in (",", "and"):
            return False
    return False


def add_sides(
    draft: Draft, document: Document, cast: Cast, sentence: int, marked: set[int]
) -> None:
    """Add those whom the sentence lets take part."""
    known = {r.side for r in draft.roles}
    draft.roles += [r for r in sides(document, cast, sentence, marked) if r.side not in known]
