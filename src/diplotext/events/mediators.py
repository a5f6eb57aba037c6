"""Who brings others together: mediators, hosts and chairs of a meeting take part in it.

They are told beside the meeting ("under Norwegian mediation", "under the auspices of the UN") or in
a sentence of their own ("The talks were chaired by A", "A hosted the meeting").
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.events.bodies import meets
from diplotext.events.cast import Cast, Role, is_spokesperson
from diplotext.events.draft import Draft
from diplotext.reading.units import Unit
from diplotext.rules.mention import EventMention, surface

_CHAIRING = frozenset(
    {"broker", "chair", "convene", "facilitate", "host", "mediate", "moderate", "oversee"}
    | {"preside", "sponsor", "supervise", "arrange", "organise", "organize"}
)
_PATRONAGE = frozenset(
    {"mediation", "auspices", "chairmanship", "facilitation", "sponsorship", "moderation"}
)
_PATRONS = frozenset({"under_the_auspices_of", "under_the_mediation_of"})
_BESIDE = _PATRONS | {"under", "through"}
_NEAR = 2  # sentences over which "the meeting" is the one told before


def chairs(event: EventMention) -> list[Unit]:
    """Who hosts, chairs or mediates the meeting, as the verb of its clause tells."""
    clause, trigger = event.clause, event.trigger
    verb = clause.verb
    if trigger.kind != "noun" or verb is None or verb.verb is None or verb.word not in _CHAIRING:
        return []
    if verb.verb.passive:
        agents, met = surface(clause)
        return agents if trigger in met else []
    over = trigger.role == "phrase" and trigger.prep == "over" and trigger.host is verb
    return list(clause.subject) if trigger in clause.objects or over else []


def patrons(event: EventMention, cast: Cast) -> list[Role]:
    """Those under whose auspices they meet."""
    units: list[Unit] = []
    for phrase in event.clause.phrases:
        if phrase.prep not in _BESIDE:
            continue
        if phrase.prep in _PATRONS:
            units += phrase.units
        else:
            for unit in phrase.units:
                if unit.word in _PATRONAGE:
                    units += [m for m in unit.mods if m.mention is not None]
                    units += [
                        u
                        for p in event.clause.phrases
                        if p.host is unit and p.prep == "of"
                        for u in p.units
                    ]
    return [r for r in cast.of(units) if not is_spokesperson(r)] if units else []


def presided(pointer: Draft, events: Sequence[Draft]) -> Draft | None:
    """The meeting told just before of which ``pointer`` only says who presided over it."""
    if not pointer.presided or pointer.whens:
        return None
    near = [
        e
        for e in events
        if e.family == "talks"
        and 0 <= pointer.sentence - e.mentions[-1][0] <= _NEAR
        and (len(e.sides) > 1 or any(map(meets, e.roles)))
    ]
    return near[-1] if near else None
