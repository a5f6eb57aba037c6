"""Who stays away from a summit or conference: "will skip the summit; his deputy will stand in".

Whoever does not come takes no part: if somebody goes in his place or others are named, the record
is theirs; if nobody else is, it is one with him that came to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.events.cast import Cast, Role, is_spokesperson
from diplotext.events.draft import READ, Draft
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.reading.wordsets import words
from diplotext.rules.match import EventMention
from diplotext.rules.status import SURE, tables

_NEAR = 3  # sentences over which "the summit" is the one told of
_MOST = 12  # absences of an article that are looked at

_AWAY = words("skip boycott miss snub avoid") | {"stay away"}
"""Verbs of those who do not come, though the meeting is held."""

_FOR_THEM = words("instead place stead behalf")
"""What tells that somebody comes for another."""

_COMING = words("go come attend travel fly take")
_SENDING = words("send dispatch delegate depute")
_STANDING = words("deputise deputize substitute")
_STANDING_IN = words("stand fill step")
"""Before "in"."""

_TEAM = words("delegation team side contingent party")
_ANNOUNCING = (
    words("instead place stead represent represents represented send sends sent delegate fill")
    | words("stand stands stood deputise deputises deputised substitute lead leads led head heads")
    | words("sending representing standing leading heading headed step steps stepped filled")
)
"""Of these one stands where a stand-in is named."""


def stays_away(event: EventMention) -> bool:
    """Does the mention only say that somebody does not come?"""
    verb = event.clause.verb
    if event.status.value != "cancelled" or event.frame.kind not in ("summit", "conference"):
        return False
    if verb is None or verb.verb is None or verb.verb.passive or event.trigger.role == "subject":
        return False
    if verb.word in _AWAY:
        return not verb.verb.negated
    attending = tables()["attending"]
    return verb.verb.negated and (verb.word in attending)


def represented(event: EventMention, cast: Cast, roles: list[Role]) -> list[Role]:
    """As in "she was represented at the summit by her deputy": not she was there, but he was."""
    clause, verb = event.clause, event.clause.verb
    if event.trigger.role != "phrase" or verb is None or verb.verb is None:
        return roles
    if verb.word != "represent" or not verb.verb.passive:
        return roles
    by = [u for p in clause.phrases if p.prep == "by" for u in p.units]
    sent = [r for r in cast.of(by) if r.actor.kind == "person"]
    gone = {r.actor.id for r in cast.of(list(clause.subject)) if r.actor.kind == "person"}
    if not sent:
        return roles
    known = {r.actor.id for r in sent}
    return [r for r in roles if r.actor.id not in gone | known] + sent


def stood_in_for(drafts: Sequence[Draft], document: Document, cast: Cast) -> list[Draft]:
    """The drafts that only tell of an absence; one for which a stand-in is named becomes his."""
    absent: list[Draft] = []
    for draft in drafts:
        if not (draft.absent and draft.persons) or len(absent) >= _MOST:
            continue
        others = _stand_ins(draft, document, cast)
        if not others:
            absent.append(draft)
            continue
        sides = {r.side for r in others}
        draft.roles = [
            r for r in draft.roles if r.actor.kind != "person" or r.side not in sides
        ] + others
        cue = draft.status().cue
        ahead = cue is not None and cue.verb is not None and cue.verb.tense != "past"
        ahead = ahead and not (cue is not None and cue.verb is not None and cue.verb.perfect)
        reading = draft.status().read_as(value="planned" if ahead else "held", strength=SURE)
        _, sentence, cue_span = draft.statuses[0]
        draft.statuses = [(reading, sentence, cue_span)]
        draft.absent = False
    return absent


def _stand_ins(draft: Draft, document: Document, cast: Cast) -> list[Role]:
    """Whoever goes in the place of those who stay away, from the same sentence or the next."""
    gone = draft.persons
    sides = {r.side for r in draft.roles if r.actor.id in gone}
    for n in (draft.sentence, draft.sentence + 1):
        if n >= len(document.sentences) or document.sentences[n].part not in READ:
            continue
        if _ANNOUNCING.isdisjoint(document.lower_in(n)):
            continue
        for verb in document.units(n):
            if verb.verb is None or verb.clause is None or verb.verb.negated:
                continue
            some = [u for u in _coming(verb, document) if u.mention is not None]
            found = [
                r
                for r in cast.of(some)
                if r.actor.kind == "person"
                and r.actor.name
                and r.actor.id not in gone
                and r.side in sides
                and not is_spokesperson(r)
            ]
            if found:
                return found
    return []


def _coming(verb: Unit, document: Document) -> list[Unit]:
    """Whom the verb has come for another."""
    clause, group = verb.clause, verb.verb
    if clause is None or group is None:
        return []
    lower = document.tokens.lower
    told = [*clause.objects, *(u for p in clause.phrases for u in p.units)]
    last = max([verb.j, *(u.j for u in told)])
    instead = not _FOR_THEM.isdisjoint(lower[verb.i : last + 1])
    if verb.word in _SENDING:
        return clause.objects if instead or verb.word != "send" else []
    if verb.word == "represent":
        by = [u for p in clause.phrases if p.prep == "by" for u in p.units]
        return by if group.passive else clause.subject
    if group.passive:
        return []
    if verb.word in ("lead", "head"):
        leads = any(lower[u.j - 1] in _TEAM for u in clause.objects)
        return clause.subject if leads else []
    stands = verb.word in _STANDING or (
        verb.word in _STANDING_IN and lower[verb.j : verb.j + 1] == ["in"]
    )
    return clause.subject if stands or (instead and verb.word in _COMING) else []


def without(absent: Sequence[Draft], events: list[Draft]) -> list[Draft]:
    """The events, those who stay away taken out of them; an absence from one of which nobody else
    is named is a record of its own.
    """
    if not absent:
        return events
    kept = list(events)
    for draft in absent:
        held = [e for e in kept if _is_meant(e, draft)]
        gone = draft.persons
        others = [e for e in held if any(_is_other(r, gone) for r in e.roles)]
        if others:
            for event in held:
                event.roles = [r for r in event.roles if r.actor.id not in gone]
            continue
        for event in held:
            draft.roles += [r for r in event.roles if r.actor.id not in draft.actors]
            draft.whens = draft.whens or event.whens
            draft.places = draft.places or event.places
            kept.remove(event)
        if len(draft.sides) > 1 or draft.places or draft.proper:
            kept.append(draft)
    return sorted(kept, key=lambda d: d.order)


def _is_other(role: Role, gone: frozenset[str]) -> bool:
    return role.actor.kind != "organisation" and role.actor.id not in gone


def _is_meant(event: Draft, absence: Draft) -> bool:
    """Is it the meeting from which somebody stays away?"""
    if event.kind not in ("summit", "conference") or event.status().value == "cancelled":
        return False
    bodies = {r.side for r in absence.roles if r.actor.kind == "organisation"}
    if bodies:
        theirs = {r.side for r in event.roles if r.actor.kind == "organisation"}
        return bool(bodies & theirs)
    return absence.definite and any(0 <= absence.sentence - n <= _NEAR for n, _ in event.mentions)
