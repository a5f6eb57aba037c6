"""Infinitives, gerunds and participles: whose deed they tell, and on which noun they hang."""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit

_ABOUT = frozenset({"of", "on", "in", "at", "about", "between", "with"})
_FAR = 40  # steps from a noun to those that it hangs on


def hang(new: Clause, link: str, owner: Clause, before: Unit | None, comma: bool) -> None:
    """Give the clause of an infinitive, gerund or participle its subject and what governs it.

    ``before`` is the noun group just before it, with or without a comma between.
    """
    assert new.verb is not None
    noun = before if not comma else None
    verb = owner.verb
    if link == "inf" and noun is not None and _is_resolved(noun, verb):
        noun = None  # "agreed at talks to open an embassy"
    new.governor = noun if noun is not None and noun.kind == "noun" else verb
    if link == "inf":
        new.subject = _infinitive_subject(owner)
        if noun is not None and noun.kind == "noun":
            noun.attached += (new,)  # "talks to be held in Suva"
        elif verb is not None:
            verb.attached += (new,)
            new.governor = _invitation(owner) or verb
        return
    if noun is None and before is not None:
        noun = _told_of(before, new.verb, owner)
    if noun is None and new.opener == "from" and _is_kept_back(owner):
        new.subject = list(owner.objects)  # "kept migrants from reaching Oman"
    elif noun is None:
        new.subject = list(owner.subject)
    else:
        new.subject, new.governor = [noun], noun
        noun.attached += (new,)


def _is_resolved(noun: Unit, verb: Unit | None) -> bool:
    """Does the infinitive tell what the verb resolves, not of the noun in a phrase before it?"""
    return (
        verb is not None
        and verb.word in words()["resolving"]
        and noun.role == "phrase"
        and noun.host is verb
        and not verb.attached
    )


def _is_kept_back(owner: Clause) -> bool:
    """Does the clause say who is stopped, so that "from reaching Oman" is none of its subject's
    deeds?
    """
    verb = owner.verb
    active = verb is not None and verb.verb is not None and not verb.verb.passive
    return active and bool(owner.objects)


def _infinitive_subject(owner: Clause) -> list[Unit]:
    """Who is to act by an infinitive of clause ``owner``: "invited Xi to visit", "Xi to visit"."""
    verb = owner.verb
    if verb is not None and verb.verb is not None and not verb.verb.passive and owner.objects:
        whom = [u for u in owner.objects if u.kind == "entity"]
        if verb.word in words()["object_control"] and whom:
            return whom
        if verb.word in words()["bidding"] and not whom:
            return list(owner.objects)  # "urged exporters to head for Oman"
        invited = [u for p in owner.phrases if p.prep == "to" for u in p.units]
        if invited and _invitation(owner) is not None:
            return invited
    return list(owner.subject)


def _invitation(clause: Clause) -> Unit | None:
    """What rules the infinitive of "extended an invitation to X to visit"."""
    return next((u for u in clause.objects if u.word in ("invitation", "invite")), None)


def _told_of(noun: Unit, participle: Unit, owner: Clause) -> Unit | None:
    """Of what a participle behind ``noun`` and a comma tells, if not of the subject."""
    return _staged(noun, participle) or _inserted_on(noun, participle, owner)


def _staged(noun: Unit, participle: Unit) -> Unit | None:
    """The event in "for a conference on Oman, hosted by Chad": nobody is hosted by his host."""
    verb = participle.verb
    if verb is None or not verb.passive or participle.word not in words()["staging"]:
        return None
    for _ in range(_FAR):
        if noun.role != "phrase" or noun.prep not in _ABOUT or noun.host is None:
            break
        if not noun.host.nominal:
            break
        noun = noun.host
    return noun if noun.kind == "noun" else None


def _inserted_on(noun: Unit, participle: Unit, owner: Clause) -> Unit | None:
    """The subject of which a participle before its verb tells: "the session of the council,
    hosted by Oman, opened".
    """
    if participle.verb is None or participle.verb.kind != "participle" or owner.verb is not None:
        return None
    found: Unit | None = noun
    for _ in range(_FAR):
        if found is None or found.role != "phrase":
            break
        found = found.host
    if found is None or found.kind != "noun" or found not in owner.subject:
        return None
    return found


def is_resumed(units: list[Unit], date: Unit, clause: Clause) -> bool:
    """As in "will land in Suva, where they have met since Monday, on Friday": is a day, after the
    comma that ends a relative clause with a day of its own, that of the clause above?
    """
    above = clause.parent
    if clause.link != "rel" or clause.verb is None or above is None or above.verb is None:
        return False
    k = date.index + 1
    ends = k == len(units) or units[k].kind in ("break", "comma", "conj", "close")
    return ends and bool(clause.dates) and not above.dates


def is_setting(unit: Unit, clause: Clause) -> bool:
    """Does the phrase only say where or when something is done to the subject of the clause ("was
    staged off Callao by the navies of"), so that "by" names who does it?
    """
    verb, mention = clause.verb, unit.mention
    if verb is None or verb.verb is None or not verb.verb.passive or unit.prep not in _WHERE:
        return False
    return unit.clause is clause and mention is not None and mention.kind in ("place", "state")


_WHERE = frozenset({"at", "in", "near", "off", "on", "over"})
"""Before the place where something is done."""
