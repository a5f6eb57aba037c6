"""When and where it took place, as the sentence after tells: "It was held on May 5 in Oslo"."""

from __future__ import annotations

from diplotext.events.draft import READ, Draft, When
from diplotext.models import Span
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.status import finite

_PLACED = frozenset({"take place", "occur", "happen"})
_FITS = {"held": ("held", "ongoing"), "planned": ("planned", "possible")}


def add_occurrence(drafts: list[Draft], document: Document) -> None:
    """Add days and places to the one meeting of the sentence before that lacks them."""
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.family == "talks":
            told.setdefault(draft.mentions[-1][0], []).append(draft)
    for n, there in told.items():
        if len(there) == 1 and not (there[0].whens and there[0].places):
            verb = _occurrence(document, n + 1)
            if verb is not None:
                _add(there[0], verb, document)


def _occurrence(document: Document, n: int) -> Unit | None:
    """The verb of a sentence of which "it" is the subject and that says that it took place."""
    if n >= len(document.sentences) or document.sentences[n].part not in READ:
        return None
    tokens = document.tokens
    first = tokens.at(document.sentences[n].span.start)
    if tokens.lower[first : first + 1] not in (["it"], ["this"]):
        return None
    units = document.units(n)
    verb = next((u for u in units if u.kind == "verb"), None)
    if verb is None or verb.verb is None or verb.clause is None or verb.verb.kind != "finite":
        return None
    held = verb.word == "hold" and verb.verb.passive
    pronoun = [(u.i, u.j) for u in verb.clause.subject] == [(first, first + 1)]
    return verb if pronoun and (held or verb.word in _PLACED) else None


def _add(draft: Draft, verb: Unit, document: Document) -> None:
    assert verb.verb is not None
    assert verb.clause is not None
    tokens = document.tokens
    said = finite(verb.verb, verb).value
    if draft.status().value not in _FITS.get(said, ()):
        return
    if not draft.whens:
        for unit in verb.clause.dates:
            told = unit.date
            if told is not None and told.value is not None and told.bound is None:
                draft.whens.append(When(told.value, told.span, own=True))
    if not draft.places:
        for phrase in verb.clause.phrases:
            if phrase.prep not in ("in", "at", "on"):
                continue
            for unit in phrase.units:
                place = place_of(unit, tokens)
                if place is not None:
                    draft.places.append((place, Span(tokens.start[unit.i], tokens.end[unit.j - 1])))
