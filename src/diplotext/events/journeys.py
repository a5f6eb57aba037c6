"""Visits of one event mention: who travels, to which states, for which days."""

from __future__ import annotations

import attrs

from diplotext.events.bodies import meets
from diplotext.events.cast import Cast, Role, drop_shadowed_states, is_spokesperson
from diplotext.events.draft import Draft
from diplotext.events.neighbours import states_of
from diplotext.events.several import by_stay
from diplotext.events.visitors import (
    carries,
    is_anybody,
    is_at_seat,
    is_posted,
    is_private,
    lead_body,
    travels,
)
from diplotext.events.whereabouts import Whereabouts, printed
from diplotext.lexicon.grammar import words
from diplotext.models import MeetingKind, Span
from diplotext.reading.document import Document
from diplotext.reading.places import named_by, place_of
from diplotext.reading.units import Unit
from diplotext.rules.loading import load
from diplotext.rules.match import EventMention
from diplotext.rules.mention import counts_states, surface
from diplotext.rules.status import tables

COURSE = frozenset(tables()["course"])
_WHILE = frozenset({"during", "on", "as_part_of"})
"""Before a journey on which somebody did what the clause tells."""

_LISTED = 24  # units of a list of states


class Journeys:
    """Makes a draft for each state visited in an event mention of one document."""

    def __init__(self, document: Document, cast: Cast, where: Whereabouts) -> None:
        self._document, self._tokens = document, document.tokens
        self._of_sport: dict[int, bool] = {}  # does the sentence speak of matches?
        self._cast, self._where = cast, where

    def drafts(self, base: Draft, event: EventMention) -> list[Draft]:
        """One draft a state; the draft itself, without a host, where none is told."""
        tokens = self._tokens
        if self._is_team(event) or carries(event, tokens) or is_private(event, tokens):
            return []
        visitors = [
            r
            for r in self._cast.of(
                [
                    u
                    for u in event.roles.get("visitor", [])
                    if not self._stays(u) and not is_anybody(u, event, tokens)
                ]
            )
            if travels(r)
        ]
        hosts = list(event.roles.get("host", []))
        for unit in event.roles.get("visitor-or-host", []):
            if unit.mention is not None and (
                unit.mention.kind == "person"
                or _is_of_visitor(unit, event, bool(visitors), bool(hosts))
            ):
                visitors += self._cast.of([unit])
            else:
                hosts.append(unit)
        if not hosts:  # "left Oslo after a two-day visit": his own capital only by the way
            hosts += event.roles.get("left", [])
        if not hosts and visitors and event.trigger.kind == "noun":
            hosts += self._told_by_clause(event, visitors)
        resident = event.frame.id in (
            "welcome-to",
            "host-guest",
            "state-receives",
            "take-to",
            "be-in",
            "leave",
        ) or any(u.mention is not None and u.mention.kind == "person" for u in hosts)
        base.roles = [
            r for r in visitors if not is_spokesperson(r) and not (resident and is_posted(r))
        ]
        if resident and base.roles and all(self._convenes(r, event) for r in base.roles):
            return [self._gathering(base, event, hosts, "conference")]
        if event.frame.id == "host-guest" and not base.roles:
            for unit in event.roles.get("visitor", []):
                kind = lead_body(unit, self._cast, self._tokens)
                if kind is not None:
                    base.roles = self._cast.of([unit])
                    return [self._gathering(base, event, hosts, kind)]
        if len(base.roles) > 2 and any(
            states_of(self._tokens.lower[u.i : u.j]) for u in event.roles.get("visitor", [])
        ):
            return []  # "Nordic ministers are in Oslo": they meet, and one of them is at home
        base.unnamed = bool(event.roles.get("visitor")) and not base.roles
        drop_shadowed_states(base)
        drafts: list[Draft] = []
        verb = event.clause.verb.word if event.clause.verb is not None else ""
        if (
            not hosts
            and event.trigger.kind == "noun"
            and event.trigger.role in ("subject", "object")
            and verb in COURSE
        ):
            hosts = [
                u for u in event.places if place_of(u, self._tokens) is not None
            ] or self._begun_from(
                event
            )  # "the tour ends in Oman": the day is that of its last stop
            base.whens = [attrs.evolve(w, edge="") for w in base.whens] if hosts else base.whens
        if not hosts and any(r.actor.kind != "organisation" for r in base.roles):
            away = base.own_sides
            pointed = self._where.here(event.trigger)
            if pointed is None:
                pointed = self._where.there(event.trigger, away)
            if pointed is not None:
                base.places.append(pointed)
                base.host, base.host_span = base.places[0][0].country, base.places[0][1]
                return [base] if base.host and any(r.side != base.host for r in base.roles) else []
        for unit in map(named_by, self._listed(hosts, event)):
            place = place_of(unit, self._tokens)
            country, span = None, self._span(unit)
            if place is not None and place.country:
                country = place.country
            else:
                roles = self._cast.of([unit])
                country = next((r.actor.country for r in roles if r.actor.country), None)
                if (
                    roles
                    and roles[0].actor.kind == "person"
                    and event.frame.roles.get("object") == "host"
                ):
                    country = None  # "visited Putin": whom, not where
            pointed = self._where.described(unit, base.own_sides) if base.roles else None
            if pointed is not None and (country is None or base.own_sides == {country}):
                country, place = pointed[0].country, pointed[0]
            if country is None:
                continue
            same = next((d for d in drafts if d.host == country), None)
            if same is None:
                same = base.copy()
                same.host, same.host_span, same.places, same.bystanders = country, span, [], []
                drafts.append(same)
            if place is not None:
                same.places.append((printed(place, unit, self._document), span))
        base.arrives = event.frame.unsaid or (
            bool(hosts)
            and not drafts
            and (event.frame.course == "begin" or any(u.word == "town" for u in hosts))
        )
        if event.frame.course == "gone":  # "had a passport and left the country": perhaps his own
            known = all(r.actor.country or r.actor.organisation for r in base.roles)
            named = any(place_of(u, self._tokens) for u in map(named_by, hosts))
            drafts = drafts if known and named else []
        if event.frame.id == "come-from":  # who comes from his own state comes from home
            drafts = [d for d in drafts if d.host not in base.own_sides]
        for draft in drafts:
            draft.roles = [r for r in draft.roles if r.side != draft.host] or self._guest(
                base, event, draft.host
            )
            if len(drafts) > 1:  # days of a whole tour give way to those of a stop
                draft.whens = [attrs.evolve(w, own=False) for w in draft.whens]
            for unit in event.places:
                place = place_of(unit, self._tokens)
                if place is not None and place.country == draft.host:
                    draft.places.append((printed(place, unit, self._document), self._span(unit)))
            there = [p for p, _ in draft.places]
            draft.roles = [r for r in draft.roles if not is_at_seat(r, there)]
        if not drafts:
            if event.frame.course == "silent":  # who goes along with whom, and no more
                base.statuses.clear()
                return [base] if len(base.persons) > 1 else []
            return [base] if event.trigger.kind != "verb" or (base.arrives and base.roles) else []
        kept = [d for d in drafts if d.roles or event.trigger.kind != "verb"]
        return by_stay(kept[0], event, self._tokens) if len(kept) == 1 else kept

    def _told_by_clause(self, event: EventMention, visitors: list[Role]) -> list[Unit]:
        """As in "said in Suva during a visit", "Fiji called off her visit": not one's own state,
        nor on somebody else's journey ("her parents' trip").
        """
        own = {r.side for r in visitors if r.actor.kind == "person"}
        if not own or any(m.possessive and m.mention is None for m in event.trigger.mods):
            return []
        trigger, verb = event.trigger, event.clause.verb
        units: list[Unit] = []
        if trigger.role == "phrase" and trigger.prep in _WHILE:
            units = event.places
        elif verb is not None and tables()["ruling"].get(verb.word) == "cancelled":
            units = [u for u in surface(event.clause)[0] if u.mention and u.mention.kind == "state"]
        return [
            u
            for u in units
            if (place := place_of(u, self._tokens)) is not None
            and place.country is not None
            and place.country not in own
        ]

    def _begun_from(self, event: EventMention) -> list[Unit]:
        """As in "will start her tour from Oman": who starts from home does not visit it."""
        own = {r.side for r in self._cast.of(event.roles.get("visitor", []))}
        return [
            u
            for p in event.clause.phrases
            if p.prep in ("from", "with") and p.host in (event.clause.verb, event.trigger)
            for u in map(named_by, p.units)
            if (place := place_of(u, self._tokens)) is not None and place.country not in own
        ]

    def _listed(self, hosts: list[Unit], event: EventMention) -> list[Unit]:
        """The hosts, with the list that follows "three Gulf states" or "a Gulf tour" instead."""
        found: list[Unit] = []
        for unit in hosts:
            found += (counts_states(unit, self._tokens) and self._list_after(unit, event)) or [unit]
        if event.trigger.kind == "noun" and not any(map(self._is_known, hosts)):
            found += self._list_after(event.trigger, event)
        return found

    def _is_known(self, unit: Unit) -> bool:
        """Do the words tell the state, as "the Pacific" does not?"""
        place = place_of(named_by(unit), self._tokens)
        return bool(place and place.country) or bool(self._cast.of([unit]))

    def _list_after(self, unit: Unit, event: EventMention) -> list[Unit]:
        """States listed right behind, after "of", a colon, a dash or in brackets."""
        units = self._document.units(event.sentence)
        k = unit.index + 1
        while k + 1 < len(units) and (
            units[k].kind == "date" or (units[k].kind == "prep" and units[k + 1].kind == "date")
        ):
            k += 1  # "three countries next week: Oman, Qatar"
        if k >= len(units) or not (
            units[k].kind in ("comma", "open")
            or (units[k].kind == "break" and units[k].word != ";")
            or (units[k].kind == "prep" and units[k].word == "of")
        ):
            return []
        found: list[Unit] = []
        for one in units[k + 1 : k + _LISTED]:
            if one.kind == "entity" and one.mention is not None and one.mention.place is not None:
                found.append(one)
            elif one.kind not in ("comma", "conj"):
                break
        return found if len(found) > 1 or units[k].kind == "prep" else []

    def _convenes(self, role: Role, event: EventMention) -> bool:
        """Is it a body's organ, as in "Oman hosted the Arab League council"?"""
        return (
            role.actor.kind == "organisation"
            and meets(role)
            and any(self._tokens.lower[u.j - 1] in _COUNCILS for u in event.roles["visitor"])
        )

    def _gathering(
        self, base: Draft, event: EventMention, hosts: list[Unit], kind: MeetingKind
    ) -> Draft:
        """The meeting for which a body's organ or its leaders come to the host."""
        base.kind = kind
        for unit in (*event.places, *hosts):
            place = place_of(unit, self._tokens)
            if place is not None:
                base.places.append((printed(place, unit, self._document), self._span(unit)))
        return base

    def _span(self, unit: Unit) -> Span:
        return Span(self._tokens.start[unit.i], self._tokens.end[unit.j - 1])

    def _guest(self, base: Draft, event: EventMention, host: str | None) -> list[Role]:
        """As in "Bassi met Pappas during his visit to Rome": nobody visits his own state, so it is
        the other one's visit.
        """
        if not base.roles or not any(
            u.word in ("his", "her") for u in event.trigger.mods if u.possessive
        ):
            return []
        clause = event.clause
        units = [*clause.subject, *clause.objects, *(u for p in clause.phrases for u in p.units)]
        others = [r for r in self._cast.of(units) if r.actor.kind == "person" and r.side != host]
        return others if len(others) == 1 else []

    def _stays(self, unit: Unit) -> bool:
        """Is it no visitor, whatever the clause says: troops, or those who lead a body?"""
        return self._is_armed(unit) or bool(lead_body(unit, self._cast, self._tokens))

    def _is_armed(self, unit: Unit) -> bool:
        """Troops and ships go abroad, but they pay no visit."""
        if unit.mention is not None and unit.mention.kind in ("force", "person"):
            return unit.mention.kind == "force"  # not he who is "chief of the Omani army"
        last = unit.word or self._tokens.lower[unit.j - 1]
        return last in words()["armed"]

    def _is_team(self, event: EventMention) -> bool:
        """Do bare states go on tour, or to one, in a sentence that speaks of matches?"""
        named = [u.mention for u in event.roles.get("visitor", []) if u.mention is not None]
        named = [m for m in named if m.form != "pronoun"]
        named = named or [u.mention for u in event.roles.get("visitor-or-host", []) if u.mention]
        team = any(u.word in ("side", "squad", "team") for u in event.roles.get("visitor", []))
        if not (named or team) or any(m.kind != "state" for m in named):
            return False
        if event.sentence not in self._of_sport:
            said = self._document.sentences[event.sentence].span.of(self._document.article.text)
            words = {word.strip(".,;:()") for word in said.lower().split()}  # "tri-series" is one
            self._of_sport[event.sentence] = not load("meetings").contexts.isdisjoint(words)
        return self._of_sport[event.sentence]


_COUNCILS = frozenset(
    {"assembly", "commission", "committee", "council", "ministerial", "summit", "forum"}
)
"""Words for a body's organs and sessions."""


def _is_of_visitor(unit: Unit, event: EventMention, owned: bool, aimed: bool) -> bool:
    """Does a state before the noun say whose visit it is: "the Omani visit", "an Oman visit to
    Peru"; not "his Oman visit", "begins Oman visit"?
    """
    if unit not in event.trigger.mods or unit.mention is None:
        return False
    return aimed or (unit.mention.form == "adjective" and not owned)
