"""Talks, summits, conferences and calls of one event mention: who deals with whom, and where."""

from __future__ import annotations

from collections.abc import Iterator

from diplotext.events.absence import represented
from diplotext.events.bodies import are_rulers, is_gathering, is_of_leaders, is_organ, leads, meets
from diplotext.events.cast import (
    Cast,
    Role,
    drop_shadowed_offices,
    drop_shadowed_states,
    is_spokesperson,
    of_state,
)
from diplotext.events.company import among_members
from diplotext.events.draft import Draft
from diplotext.events.first_person import SELF
from diplotext.events.habits import is_habit
from diplotext.events.mediators import chairs, patrons
from diplotext.events.protagonist import protagonists
from diplotext.events.rounds import is_of_panel
from diplotext.events.senses import (
    is_of_a_trade,
    is_satisfied,
    is_sport,
    is_training,
    of_another_sort,
)
from diplotext.events.several import by_body, by_counterpart, by_day
from diplotext.events.whereabouts import Whereabouts, printed
from diplotext.lexicon import state
from diplotext.lexicon.grammar import words
from diplotext.models import Place, Span
from diplotext.reading.clauses import REMOTE
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.loading import load
from diplotext.rules.match import EventMention
from diplotext.rules.sessions import GATHERINGS, is_only_meeting
from diplotext.rules.status import MARGINS

DEEDS = frozenset(
    {
        "discuss-together",
        "sign-together",
        "raise-with",
        "tell-there",
        "agree-there",
        "embrace",
        "in-company",
        "seen-with",
        "side-by-side",
        "hand-letter",
        "brief",
        "join-there",
    }
)
"""Rules that know a meeting by what is done there."""

_ORGANS = frozenset({"ministers", "council", "assembly", "commission"})

_NO_RULERS = frozenset({"women", "youth", "business", "young", "religious", "church", "faith"})
"""Whose leaders head no state."""

_HIGH = frozenset({"chiefs", "commanders", "ambassadors", "secretaries", "governors"})
"""Who besides ministers act for the states of a body."""

_RULED = frozenset({"state", "states", "government", "governments", "countries", "nations"})
"""Of what those are heads who meet at a summit."""

_ADVERBS = 12  # tokens after a verb in which an adverb of its clause stands

_GATHERING = frozenset({"meet", "convene", "gather", "meeting", "session", "sessions"})
"""What a body by itself does: a conference of its members."""

_REMOTE = frozenset(
    {
        "telephonic",
        "phone",
        "telephone",
        "video",
        "virtual",
        "videoconference",
        "online",
        "teleconference",
    }
)


_HEADS = frozenset(
    {"president", "premier", "minister", "chancellor", "king", "queen", "emir", "sultan", "speaker"}
)
"""Last words of offices that every state has."""


class Dealings:
    """Makes the drafts of an event mention that is no visit."""

    def __init__(self, document: Document, cast: Cast, where: Whereabouts) -> None:
        self._document, self._tokens = document, document.tokens
        self._cast, self._where = cast, where
        self._rules = load("meetings")

    def drafts(self, base: Draft, event: EventMention) -> list[Draft]:
        """One draft, or one for each of those met apart, each body, each day; none for a habit."""
        rules, tokens = self._rules, self._tokens
        mods = set(event.format) | {event.trigger.word}
        if is_habit(base, event, self._tokens):
            return []
        if event.frame.id == "meet" and (
            is_sport(event, rules, tokens) or is_training(event) or is_satisfied(event)
        ):
            return []
        if event.frame.id in ("speak", "talk") and _face_to_face(event):
            base.kind = "talks"
        if event.frame.id == "edition" and of_another_sort(event, rules, tokens):
            return []
        if (
            event.trigger.kind == "noun"
            and base.kind != "exercise"
            and not event.frame.anywhere
            and not self._rules.excluded.isdisjoint(_before_noun(event))
            and base.kind != "call"
            and not (_REMOTE & mods and base.kind == "talks")
        ):
            return []
        inherited = event.frame.inherit
        units: list[Unit] = []
        for unit in event.roles.get("participant", []):
            place = (
                place_of(unit, self._tokens)
                if unit in event.trigger.mods and not unit.possessive
                else None
            )
            if (
                place is not None
                and not self._is_state(place)
                and (
                    base.kind in ("summit", "conference")
                    or sum(m.mention is not None for m in event.trigger.mods) == 1
                )
            ):
                base.places.append((place, self._span(unit)))  # "the Munich conference"
            else:
                units.append(unit)
        if units and all(u.word in SELF for u in units):
            return []  # "we will meet again": whom, the words do not say
        base.roles = [r for r in self._cast.of(units) if not is_spokesperson(r) or len(units) == 1]
        if any(m.possessive and m.word in _REALM for m in event.trigger.mods):
            base.roles = [_state_of(r) if r.anaphoric else r for r in base.roles]
        if base.kind in ("summit", "conference") and is_of_a_trade(
            base, event, self._rules, self._tokens
        ):
            return []
        if base.kind in ("talks", "summit", "conference"):
            base.roles = represented(event, self._cast, base.roles)
            self._add_patrons(base, event, units)
        base.offices = self._of_hosts(units)
        base.unnamed = any(self._is_unnamed(u) for u in units) or (
            event.trigger.word in ("talks", "negotiations", "consultations")
            and event.clause.verb is not None
            and event.clause.verb.word in event.frame.carriers
            and event.trigger.role in ("object", "phrase")
        )
        if "bystander" in event.roles:
            beside = self._cast.of(event.roles["bystander"])
            beside = represented(event, self._cast, beside)
            base.bystanders = [r for r in beside if r.actor.kind == "person"]
        if base.kind in ("talks", "call") and len({r.side for r in base.roles}) < 2:
            known = {r.actor.id for r in base.roles}
            base.roles += [r for r in base.bystanders if r.actor.id not in known]
        if base.kind in ("talks", "call") and len({r.side for r in base.roles}) == 1:
            base.roles += _for_whom(self._cast.of(event.roles.get("speaker", [])))
        if base.kind in ("talks", "call"):
            base.protagonists = protagonists(event, base.roles, self._document, self._cast)
            if event.clause.verb is None:  # "her day was full: a breakfast with"
                base.roles = [*base.protagonists, *base.roles]
        for unit in event.places:
            place = place_of(unit, self._tokens)
            if place is not None and (
                event.frame.id not in DEEDS or self._is_there(event, unit, place, base.headline)
            ):
                base.places.append((printed(place, unit, self._document), self._span(unit)))
        if not base.places:
            pointed = (
                self._where.here(event.trigger)
                or self._where.nearby(event.trigger)
                or self._where.in_name(event.trigger)
            )
            base.places += filter(None, [pointed])
        base.remote = (
            bool(_REMOTE & mods)
            or any(p.prep in REMOTE for p in event.clause.phrases)
            or self._is_remote(event)
        )
        base.setting = bool(
            inherited
            and event.trigger.role == "phrase"
            and event.trigger.prep in MARGINS | {"during", "at", "in"}
        )
        base.framing = (base.sentence,) if base.setting else ()
        for unit in units:
            named = set(self._tokens.lower[unit.i : unit.j])
            if unit.mention is None or unit.mention.form == "description":
                mods |= {"ministers"} if named & _HIGH else set()
            if unit.mention is not None and unit.mention.form == "description":
                mods |= {"ministers", "leaders"} & named
                mods |= {"leaders"} if "heads" in named and named & _RULED else set()
        sides = {r.side for r in base.roles if r.actor.kind == "person"}
        if len(sides) >= 3 and base.kind in ("summit", "conference"):
            # Who came says more than the body that they came as ("Quad leaders met").
            base.roles = [r for r in base.roles if r.actor.kind != "organisation"]
        if base.kind in ("summit", "conference"):
            others = [r for r in base.roles if not is_gathering(r)]
            base.roles = others or base.roles
        if base.kind != "exercise" and all(r.actor.kind == "organisation" for r in base.roles):
            base.roles += among_members(event, self._cast)
        if (
            event.frame.id in ("speak", "talk")
            and not base.remote
            and (self._somewhere(event) or self._at_gathering(event))
        ):
            base.kind = "talks"  # "spoke in Tirana": face to face
        alone = bool(
            mods & _GATHERING
            or (mods & {"consultations", "talks"} and any(is_organ(r) for r in base.roles))
        ) and not (event.trigger.kind == "verb" and event.clause.objects)
        base.bare = event.trigger.kind == "entity" and not is_only_meeting(
            event.trigger, self._tokens
        )
        if (
            base.bare
            and any(leads(r) for r in (*base.roles, *base.bystanders))
            and not any(is_organ(r) for r in base.roles)
        ):
            base.kind = "summit"
        if base.bare and event.trigger.prep == "at" and not (base.persons and base.places):
            return []  # "work together at the G20"
        drafts: list[Draft] = []
        brokers = self._cast.brokers(event.trigger) if event.trigger.kind == "noun" else []
        for draft in by_counterpart(base, event, self._cast, self._tokens):
            of_body = self._is_of_body(event) or _is_of_pointed(event, draft)
            self._refine_kind(draft, mods, alone, of_body)
            draft.roles += [r for r in brokers if r.actor.id not in draft.actors]
            drop_shadowed_states(draft)
            if event.trigger.kind == "noun":
                drop_shadowed_offices(draft, draft.trigger)
            drafts += [one for part in by_body(draft) for one in by_day(part)]
        return drafts

    def _add_patrons(self, base: Draft, event: EventMention, units: list[Unit]) -> None:
        """Who chairs it, or under whose auspices they meet."""
        chairing = chairs(event)
        beside = patrons(event, self._cast)
        if not (chairing or beside):
            return
        if chairing and event.definite and all(u in chairing for u in units):
            base.presided = True
        known = base.actors
        beside = [*self._cast.of(chairing), *beside]
        base.roles = base.roles + [r for r in beside if r.actor.id not in known]

    def _span(self, unit: Unit) -> Span:
        return Span(self._tokens.start[unit.i], self._tokens.end[unit.j - 1])

    def _is_remote(self, event: EventMention) -> bool:
        """Did they do it "in a phone call", or meet "online"?"""
        trigger = event.trigger
        if trigger.kind != "verb" or event.frame.kind == "call":
            return False
        calls = self._rules.by_noun
        for phrase in event.clause.phrases:
            if phrase.prep not in ("in", "during", "over", "on") or phrase.units[0].kind != "noun":
                continue
            noun = phrase.units[0]
            name = " ".join(self._tokens.lower[max(noun.i, noun.head - 1) : noun.head + 1])
            frames = calls.get(name) or calls.get(noun.word, ())
            if any(f.kind == "call" for f in frames):
                return True
        ahead = self._tokens.lower[trigger.i : trigger.j + _ADVERBS]
        ahead = ahead[: next((n for n, word in enumerate(ahead) if word in ",.;"), len(ahead))]
        return event.frame.id == "meet" and not words()["remotely"].isdisjoint(ahead)

    def _somewhere(self, event: EventMention) -> bool:
        """Does the verb itself have a place: "spoke in Oslo", not "about events in Mali"?"""
        spoken = [u for u in event.roles.get("participant", []) if u.role == "phrase"]
        phrases = [
            p
            for p in event.clause.phrases
            if p.prep in ("in", "at") and (p.host is event.trigger or p.host in spoken)
        ]
        return any(place_of(u, self._tokens) is not None for p in phrases for u in p.units)

    def _at_gathering(self, event: EventMention) -> bool:
        """Did they speak "at the forum", "on the sidelines of a summit"? Then face to face."""
        for phrase in event.clause.phrases:
            host = phrase.host
            whom = host.mention if host is not None else None
            there = host in (event.trigger, None) or (whom is not None and whom.kind == "person")
            if phrase.prep in MARGINS or (phrase.prep in ("at", "during") and there):
                lower = self._tokens.lower
                if any(not GATHERINGS.isdisjoint(lower[u.i : u.j]) for u in phrase.units):
                    return True
        return False

    def _of_hosts(self, units: list[Unit]) -> tuple[tuple[str, Span], ...]:
        """As in "on her visit she met the president": offices whose state the visit tells."""
        told = {
            u.mention.actor for u in units if u.mention and u.mention.form in ("name", "pronoun")
        }
        return tuple(
            (m.office, m.span)
            for u in units
            if (m := u.mention) is not None
            and m.kind == "person"
            and m.form == "description"
            and m.office is not None
            and m.office.split()[-1] in _HEADS
            and not (m.members or m.former)
            and self._tokens.lower[u.i] == "the"
            and (m.actor is None or m.actor in told)  # nobody meets himself
        )

    def _is_unnamed(self, unit: Unit) -> bool:
        """As in "senior officials": of whom, the text leaves to the reader."""
        if unit.mention is not None and (unit.mention.actor or unit.mention.members):
            return False
        return self._tokens.lower[unit.j - 1] in words()["unnamed"] and not any(
            m.mention for m in unit.mods
        )

    @staticmethod
    def _is_state(place: Place) -> bool:
        found = state(place.country) if place.country else None
        return found is not None and found.name == place.name

    def _is_there(self, event: EventMention, unit: Unit, place: Place, headline: bool) -> bool:
        """Did they do so there, "discussed trade in Oslo", not "discussed trade in Asia"?"""
        return unit.host is event.trigger or (
            not headline and place.country is not None and not self._is_state(place)
        )

    def _is_of_body(self, event: EventMention) -> bool:
        """As in "for a NATO meeting": one of the body's, not with it nor of it and a state."""
        if event.trigger.kind != "noun":
            return False
        named = [mod for mod in event.trigger.mods if mod.mention is not None]
        roles = [role for mod in named for role in self._cast.of([mod])]
        company = {p.prep for p in event.clause.phrases if p.host is event.trigger}
        return (
            len(roles) == 1
            and not named[0].possessive
            and meets(roles[0])
            and company.isdisjoint({"with", "between"})
        )

    @staticmethod
    def _refine_kind(base: Draft, mods: set[str], alone: bool, of_body: bool) -> None:
        sides = {r.side for r in base.roles}
        bodies = [r for r in base.roles if r.actor.kind == "organisation"]
        if base.kind == "talks":
            if base.remote:
                base.kind = "call"
                base.places = []
            elif "summit" in mods or ("leaders" in mods and any(map(meets, bodies))):
                base.kind = "summit"
            elif mods & {"ministerial"} and len(sides) > 2:
                base.kind = "conference"
            elif alone and len(base.roles) == len(bodies) == 1 and meets(bodies[0]):
                base.kind = "conference"  # "the council met", "held a session"
            elif (
                (base.setting or of_body)
                and bodies
                and mods & {"meeting", "meetings", "session", "gathering"}
            ):
                base.kind = "conference"  # "on the sidelines of the ASEAN meeting"
            elif len(sides) >= 5 or (bodies and mods & (_ORGANS | {"session"})):
                base.kind = "conference"
        elif base.kind == "conference" and "leaders" in mods and mods.isdisjoint(_NO_RULERS):
            base.kind = "summit"
        if base.kind == "conference" and len(sides) >= 5 and are_rulers(base.roles):
            base.kind = "summit"  # "the Nordic prime ministers met"
        if base.kind == "conference" and any(map(is_of_leaders, bodies)):
            base.kind = "summit"  # "the European Council met"


def _for_whom(roles: list[Role]) -> list[Role]:
    """Those who tell of their talks, or the state that a spokesman speaks for."""
    return [_state_of(r) if is_spokesperson(r) else r for r in roles]


def _before_noun(event: EventMention) -> Iterator[str]:
    """The words before the noun; "the committee's tenth meeting" is no meeting inside a state."""
    tenth = is_of_panel(event)
    for mod in event.trigger.mods:
        if mod.kind == "word" and not (tenth and mod.possessive):
            yield mod.word


_REALM = frozenset({"country", "government", "nation"})


def _state_of(role: Role) -> Role:
    if role.actor.kind != "person" or not role.actor.country:
        return role
    return Role(of_state(role.actor.country), None, role.span)


def _face_to_face(event: EventMention) -> bool:
    """As in "spoke with her on the sidelines of the summit": they were both there."""
    return any(
        p.prep in MARGINS or (p.prep == "in" and [u.word for u in p.units] == ["person"])
        for p in event.clause.phrases
    )


def _is_of_pointed(event: EventMention, draft: Draft) -> bool:
    """As in "opened its regular meeting": one of the body's."""
    return any(m.word == "its" for m in event.trigger.mods) and any(meets(r) for r in draft.roles)
