"""What the noun-phrase reader writes down before anybody knows who is who."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import attrs

from diplotext.lexicon.gazetteer import Entry
from diplotext.models import MentionForm
from diplotext.reading.page import Page

Standing = Literal["political", "weak", "private"]


@attrs.define(eq=False)
class Role:
    """An office as one noun phrase gives it: tokens ``start`` to ``end`` with its complement.

    ``countries`` and ``body`` are what its complement says ("president of the UN General
    Assembly"), ``owner`` the person in it ("adviser to President X"). ``scope``: held in a state,
    a body, or either.
    """

    start: int
    end: int
    name: str
    level: str
    plural: bool = False
    former: bool = False
    standing: Standing = "political"
    countries: tuple[str, ...] = ()
    body: str | None = None
    owner: Draft | None = None
    scope: str = "both"

    def copy(self, name: str) -> Role:
        """The same office for one holder, under this name and without its states."""
        other = Role(self.start, self.end, name, self.level, False, self.former)
        other.standing, other.body = self.standing, self.body
        other.owner, other.scope = self.owner, self.scope
        return other


class Draft:
    """One noun phrase about an actor: token positions and what was read in it.

    ``kind``: person, state, organisation, force, place, group, delegation, country-noun,
    pronoun, or name (nothing but a name). ``owner`` is the possessor, when it is a person
    ("Trump's envoy"); ``mate`` the one whose side it shares (a spouse, a predecessor); ``borrowed``
    are countries by coordination, which are weaker. ``companion``: somebody's host or guest, which
    tells no office.
    """

    # Defaults stand on the class, so that making a draft sets only what differs from them.
    name: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    countries: tuple[str, ...] = ()
    body: str | None = None
    former = False
    deputy = False
    definite = False
    determiner = ""
    owner: Draft | None = None
    titles: tuple[str, ...] = ()
    political = 0
    private = False
    counterpart = False
    companion = False
    plural = False
    number: int | None = None
    inner: tuple[Draft, ...] = ()
    members: tuple[Draft, ...] = ()
    entry: Entry | None = None
    noun = ""
    reason = ""
    mate: Draft | None = None
    borrowed: tuple[str, ...] = ()
    borrowed_body: str | None = None
    sentence = -1
    cluster: object | None = None

    def __init__(
        self, start: int, end: int, head: tuple[int, int], kind: str, form: MentionForm = "name"
    ) -> None:
        self.start = start
        self.end = end
        self.head = head
        self.kind = kind
        self.form: MentionForm = form

    @property
    def role(self) -> Role | None:
        """The first office of the phrase."""
        return self.roles[0] if self.roles else None


NounPhrase = Callable[[Page, int, int, int], Draft | None]
"""Reads the phrase at a token; handed down to those who read its parts, which may be phrases."""
