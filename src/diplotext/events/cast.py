"""Who a noun group brings into an event: actors with the office and the words that name them."""

from __future__ import annotations

from bisect import bisect_left
from typing import Protocol

import attrs

from diplotext.events import blocs, craft, hosting, standins
from diplotext.events.first_person import SELF, speaker
from diplotext.events.neighbours import first_of, states_of, without_group
from diplotext.lexicon import state
from diplotext.lexicon.grammar import words
from diplotext.models import Actor, Mention, Span
from diplotext.reading.clauses import Phrase
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules.frames import singular
from diplotext.rules.mention import composition, is_panel


@attrs.frozen
class Role:
    """An actor as a noun group brings it in: office there, where the words stand."""

    actor: Actor
    office: str | None
    span: Span
    former: bool = False
    anaphoric: bool = False

    @property
    def side(self) -> str:
        """The state or organisation for which the actor stands; its name where neither is known."""
        actor = self.actor
        return actor.country or actor.organisation or actor.name or actor.id


def _unnamed(role: Role) -> bool:
    return role.actor.id.startswith("role:")


def of_state(code: str) -> Actor:
    """The state itself as an actor."""
    found = state(code)
    return Actor(f"state:{code}", found.name if found else code, "state", country=code)


_AMONG = frozenset({"including", "such_as", "led_by", "headed_by"})

_HEADED = frozenset({"led_by", "headed_by"})


def _made_of(unit: Unit, whole: Unit) -> bool:
    """Is it of these or from there: "a delegation of Maltese officials led by", "from Malta"?"""
    return unit.role == "phrase" and unit.prep in ("of", "from") and unit.host is whole


_LEADING = frozenset(
    {("at", "its", "head"), ("at", "the", "head"), ("at", "the", "helm"), ("in", "the", "lead")}
)

_PACKS = frozenset({"group", "handful", "trio", "dozen"})
"""Of officials: "a group of Maltese lawmakers"."""

_REALMS = frozenset({"country", "kingdom", "nation", "republic", "state"})
"""Before "of": a state by its name ("the Gulf country of Qatar")."""

_COUNTRIES = frozenset({"countries", "states", "nations", "members"})
"""Of a body: "ministers from NATO countries"."""

_PLAIN = frozenset(
    {
        "officials",
        "official",
        "diplomats",
        "representatives",
        "delegates",
        "negotiators",
        "authorities",
        "officers",
        "experts",
        "specialists",
        "technicians",
        "planners",
    }
)
"""Offices of many at once: who they are says no more than their state."""


def holder(office: str, code: str | None, span: Span) -> Role:
    """Whoever holds the office in the state, whom the text does not name."""
    return Role(Actor(f"role:{code}:{office}", None, "person", country=code), office, span)


def _is_plain(actor: Actor) -> bool:
    """Is it "officials" of a state, of whom no more is known?"""
    if actor.name is not None or not actor.country:
        return False
    return actor.id.rpartition(":")[2].rpartition(" ")[2] in _PLAIN


class HasRoles(Protocol):
    """What has a list of roles: a draft."""

    roles: list[Role]


class Cast:
    """Resolves units of one document to actors."""

    def __init__(self, document: Document, bands: frozenset[str] = frozenset()) -> None:
        """``bands``: more nouns for groups that stand for the state before them ("frigates")."""
        self._document = document
        self._groups = words()["groups"] | bands
        self._armed = bool(bands)
        self._actors = document.actors_by_id()
        self._known: dict[Unit, list[Role]] = {}
        self._officers: dict[str, list[Actor]] = {}
        for actor in document.actors:
            if actor.kind == "person" and actor.name and actor.organisation:
                self._officers.setdefault(actor.organisation, []).append(actor)

    def of(self, units: list[Unit]) -> list[Role]:
        """The actors that the units name, in order, each once."""
        found: dict[str, Role] = {}
        before: tuple[Unit, Role] | None = None
        opener: Unit | None = None  # the unit with the office that all in the list hold
        for unit in units:
            roles = self._known.get(unit)
            if roles is None:
                roles = self._known[unit] = self._unit(unit)
            if before is not None and len(roles) == 1:
                roles = [self._alike(opener or before[0], *before, unit, roles[0])]
            held = bool(roles) and all(map(_unnamed, roles))
            goes_on = before is not None and held and _unnamed(before[1])
            opener = (opener or before[0]) if goes_on and before is not None else None
            before = (unit, roles[-1]) if held or len(roles) == 1 else None
            for role in roles:
                found.setdefault(role.actor.id, role)
        return list(found.values())

    def _alike(self, opener: Unit, last: Unit, holder: Role, unit: Unit, role: Role) -> Role:
        """As in "the envoys of Oman, the United States and Japan": each state's envoy."""
        tokens = self._document.tokens
        if not (_unnamed(holder) and role.actor.kind == "state"):
            return role
        near = (
            0 <= unit.i - last.j <= 2 and unit.mention is not None and unit.mention.form == "name"
        )
        plural = any(
            word in ("of", "from") and tokens.lower[k - 1].endswith("s")
            for k, word in enumerate(tokens.lower[opener.i : opener.j], opener.i)
            if k > opener.i
        )
        if not near or not plural or role.actor.country is None:
            return role
        office = holder.actor.id.rpartition(":")[2]
        actor = Actor(
            f"role:{role.actor.country}:{office}", None, "person", country=role.actor.country
        )
        return Role(actor, holder.office or office, role.span)

    def _unit(self, unit: Unit) -> list[Role]:
        if unit.word in ("it", "they") and not (
            unit.mention and (unit.mention.actor or unit.mention.members)
        ):
            return self._speaker(unit)
        if unit.word in SELF and unit.mention is None and unit.kind == "noun":
            said_by = speaker(self._document, unit)
            return self._mention(said_by) if said_by is not None else []
        if self._armed and hosting.is_host(unit, self._document.tokens):
            host = hosting.called(unit, self._document)
            if host is not None:
                return self._mention(host)
        if unit.word == "those":
            return [r for u in standins.those(unit) for r in self._unit(u)]
        if unit.mention is not None:
            roles = self._mention(unit.mention)
            if roles or unit.mention.form != "description":
                return roles + self._more(unit) + self._heads(unit) + self._composing(unit)
            if unit.mention.kind in ("person", "state"):
                found = self._neighbours(unit.mention, self._reach(unit))
                if found:
                    return found
        elif composition(unit):
            return self._composing(unit)
        elif blocs.pointers(unit):
            return self._pointed(unit)
        elif unit.kind != "noun" or not (
            unit.word in self._groups
            or unit.word in _PACKS
            or unit.word in _REALMS
            or is_panel(unit)
            or (self._armed and craft.of_forces(unit, self._document.tokens))
        ):
            return []
        named = [m for mod in unit.mods if (m := mod.mention) is not None and m.kind != "place"]
        if unit.word in _COUNTRIES:  # "ex-British states"
            named = [m for m in named if m.form != "adjective"]
        if not named and unit.clause is not None:
            named = [
                m
                for p in unit.clause.phrases
                if (p.host is unit and p.prep in ("from", "of", "representing", "in", "between"))
                or (p.prep == "between" and p.host is not None and p.host.host is unit)
                for u in p.units
                for one in ((u, *u.mods) if u.word in _COUNTRIES else (u,))
                if (m := one.mention) is not None
            ]
        roles = [r for mention in named for r in self._mention(mention)]
        found = [
            r if r.actor.kind != "person" else Role(of_state(r.actor.country or ""), None, r.span)
            for r in roles
            if r.actor.kind in ("state", "organisation")
            or (_unnamed(r) and r.actor.country)  # "a delegation of Maltese officials"
        ]
        return found + self._heads(unit) or self._pointed(unit)

    def _pointed(self, unit: Unit) -> list[Role]:
        """The body that is meant by "the bloc's ministers", "its" summit."""
        for pointer in blocs.pointers(unit):
            found = blocs.named_before(pointer, self._document)
            if found is not None:
                return [Role(self._body(found[0]), None, found[1])]
        return []

    def _body(self, organisation: str) -> Actor:
        ident = f"org:{organisation}"
        return self._actors.get(ident) or Actor(
            ident, organisation, "organisation", organisation=organisation
        )

    def _more(self, unit: Unit) -> list[Role]:
        """As in "delegates from Oman, from Chad and from Mali": the further states."""
        if unit.mention is None or unit.mention.form != "description" or unit.clause is None:
            return []
        return [
            r
            for p in unit.clause.phrases
            if p.host is unit and p.prep == "from"
            for u in p.units
            if u.mention is not None
            for r in self._mention(u.mention)
            if r.actor.kind == "state"
        ]

    def _composing(self, unit: Unit) -> list[Role]:
        """Who makes up a body or group: "the contact group, made up of Oman and Chad"."""
        return [r for u in composition(unit) if u is not unit for r in self._unit(u)]

    def _heads(self, unit: Unit) -> list[Role]:
        """Who leads them or is among them: "officials including", "a delegation led by"."""
        if unit.clause is None or (unit.mention is not None and unit.mention.form != "description"):
            return []
        return [
            r
            for p in unit.clause.phrases
            if (p.host is unit and p.prep in _AMONG)
            or (
                (p.host is unit or (p.host is not None and _made_of(p.host, unit)))
                and (p.prep in _HEADED or self._is_headed(unit, p))
            )
            for u in p.units
            if u is not unit
            for r in self._unit(u)
        ] + [r for u in standins.some_of(unit) for r in self._unit(u)]

    def _is_headed(self, unit: Unit, phrase: Phrase) -> bool:
        """As in "a delegation under Bassi", "with Bassi at its head"."""
        if phrase.prep not in ("under", "with") or not phrase.units:
            return False
        lower, last = self._document.tokens.lower, phrase.units[-1]
        if lower[unit.j - 1] not in words()["parties"]:
            return False
        named = last.mention is not None and last.mention.kind == "person"
        return named and (phrase.prep == "under" or tuple(lower[last.j : last.j + 3]) in _LEADING)

    def _speaker(self, unit: Unit) -> list[Role]:
        """Iran's navy says it will hold": the pronoun is the one who says so."""
        clause = unit.clause
        parent = clause.parent if clause is not None and clause.link in ("that", "and") else None
        if (
            parent is None
            or parent.verb is None
            or parent.verb.word not in words()["speech"]
            or unit in parent.subject
        ):
            return []
        return [r for u in parent.subject if u.word not in ("it", "they") for r in self._unit(u)]

    def named(self, mention: Mention) -> list[Role]:
        """The actors that one mention names."""
        return self._mention(mention)

    def _mention(self, mention: Mention) -> list[Role]:
        if mention.members:
            actors = [self._actors[m] for m in mention.members if m in self._actors]
            return [
                role
                for a in actors
                for role in (
                    self._force(a, mention)
                    if a.kind == "force"  # "Russian and Belarusian forces"
                    else [self._member(a, mention)]
                )
            ]
        actor = self._actors.get(mention.actor) if mention.actor else None
        if actor is None:
            return self._sides_within(mention)
        if actor.kind == "force":
            return self._force(actor, mention)
        if actor.kind == "person" and actor.name is None and actor.organisation:
            named = self._officers.get(actor.organisation, ())
            if len(named) == 1:  # "the UN chief"
                actor = named[0]
        if _is_plain(actor):
            return [Role(self._state_of(actor), None, mention.span)]
        return [
            Role(actor, mention.office, mention.span, mention.former, mention.form == "pronoun")
        ]

    def _member(self, actor: Actor, mention: Mention) -> Role:
        """One of "the foreign ministers of Oman and Qatar" or of "the two presidents"."""
        if _is_plain(actor) or actor.id.endswith(":envoy"):
            return Role(self._state_of(actor), None, mention.span)
        office = actor.id.rpartition(":")[2] if actor.id.startswith("role:") else None
        return Role(actor, office, mention.span, anaphoric=mention.form != "name")

    def _state_of(self, actor: Actor) -> Actor:
        assert actor.country is not None
        return self._actors.get(f"state:{actor.country}") or of_state(actor.country)

    def _sides_within(self, mention: Mention) -> list[Role]:
        """The NATO defence ministers": nobody is known by name, but whose they are is."""
        if mention.form != "description" or mention.kind != "person":
            return []
        found: list[Role] = []
        mentions = self._document.mentions
        first = bisect_left(mentions, mention.span.start, key=lambda m: m.span.start)
        for k in range(first, len(mentions)):
            inner = mentions[k]
            if inner.span.start > mention.span.end:
                break
            if inner is not mention and mention.span.contains(inner.span) and inner.actor:
                actor = self._actors.get(inner.actor)
                if actor is not None and actor.kind in ("state", "organisation"):
                    found.append(self._holder(actor, mention, inner.span))
        return found or self._bodies_within(mention.span) or self._neighbours(mention)

    def _neighbours(self, mention: Mention, end: int | None = None) -> list[Role]:
        """As in "the Nordic prime ministers", "leaders of the Baltic states": each of them."""
        if self._armed:
            return []
        tokens = self._document.tokens
        first = first_of(tokens.lower, tokens.at(mention.span.start))
        last = end or tokens.at(mention.span.end)
        codes = states_of(tokens.lower[first:last])
        if not codes:
            return []
        office = without_group(mention.office or "")
        span = Span(tokens.start[first], tokens.end[last - 1])
        if office.startswith("heads of "):
            return [holder(f"head{office[5:]}", code, span) for code in codes]
        told = attrs.evolve(mention, office=office)
        return [self._holder(of_state(code), told, span) for code in codes]

    @staticmethod
    def _reach(unit: Unit) -> int:
        """The token behind the noun group and those whom it is "of"."""
        of = [
            u.j
            for p in (unit.clause.phrases if unit.clause is not None else ())
            if p.host is unit and p.prep in ("of", "from")
            for u in p.units
        ]
        return max(of, default=unit.j)

    def brokers(self, trigger: Unit) -> list[Role]:
        """The body in "UN-brokered talks": whoever mediates takes part."""
        tokens = self._document.tokens
        for mod in trigger.mods:
            if mod.kind == "word" and mod.word in words()["brokered"] and (
                tokens.text[mod.i - 1 : mod.i] == ["-"] and mod.i - 1 > trigger.i
            ):  # fmt: skip
                return self._bodies_within(Span(tokens.start[trigger.i], tokens.start[mod.i]))
        return []

    def _bodies_within(self, span: Span) -> list[Role]:
        """The body in "Heads of Government of the SCO", which has no mention of its own."""
        tokens = self._document.tokens
        hits = self._document.hits
        first = bisect_left(hits, span.start, key=lambda hit: tokens.start[hit.start])
        for k in range(first, len(hits)):
            hit = hits[k]
            start, end = tokens.start[hit.start], tokens.end[hit.end - 1]
            if start >= span.end:
                break
            for entry in hit.entries:
                if entry.kind == "body" and entry.organisation:
                    return [Role(self._body(entry.organisation), None, Span(start, end))]
        return []

    @staticmethod
    def _holder(side: Actor, mention: Mention, span: Span) -> Role:
        """As in "the defence ministers of Oman and Qatar": one unnamed holder a state."""
        office = mention.office or ""
        head = office.split()[-1] if office else ""
        if (
            side.kind != "state"
            or not head
            or head
            in words()["groups"] - {"ministers", "leaders", "presidents", "premiers", "chiefs"}
        ):
            return Role(side, None, span)
        office = office.removesuffix(head) + singular(head)
        return holder(office, side.country, span)

    def _owner(self, mention: Mention) -> Actor | None:
        """The state whose name in the genitive opens the mention of a force."""
        words = self._document.article.text[mention.span.start : mention.head.start]
        if not words.rstrip().endswith(("'s", "’s", "s'", "s’")):
            return None
        tokens = self._document.tokens
        first = tokens.at(mention.span.start)
        inner = next(
            (m for m in self._document.mentions_in(first, first + 4)
             if m.kind == "state" and m.span.end <= mention.head.start and m.actor), None
        )  # fmt: skip
        return self._actors.get(inner.actor) if inner is not None and inner.actor else None

    def _force(self, actor: Actor, mention: Mention) -> list[Role]:
        """A force takes part for its state: "Oman's Royal Air Force" for Oman."""
        owner = self._owner(mention)
        if owner is not None and owner.country != actor.country:
            return [Role(owner, None, mention.span)]
        if actor.country:
            return [Role(self._state_of(actor), None, mention.span)]
        if actor.organisation:
            return [Role(self._body(actor.organisation), None, mention.span)]
        within = self._bodies_within(mention.span)  # "NATO naval forces"
        return [Role(within[0].actor, None, mention.span)] if within else []


def is_spokesperson(role: Role) -> bool:
    """Does the person speak for others? Who speaks for them meets nobody."""
    return bool(role.office and role.office.startswith(("spokes", "press secretary")))


def drop_shadowed_offices(draft: HasRoles, named: Span) -> None:
    """As in "Bassi and Pappas chaired the Italy-Greece ministers' meeting": who came says more
    than the name of the meeting, which stands at ``named``.
    """
    covered = {r.side for r in draft.roles if r.actor.kind == "person" and not _unnamed(r)}
    draft.roles = [
        r
        for r in draft.roles
        if not (
            _unnamed(r)
            and r.side in covered
            and named.start <= r.span.start
            and r.span.end <= named.end
        )
    ]


def drop_shadowed_states(draft: HasRoles) -> None:
    """A state beside a person who speaks for it adds nothing."""
    covered = {r.side for r in draft.roles if r.actor.kind == "person"}
    draft.roles = [r for r in draft.roles if r.actor.kind != "state" or r.side not in covered]
