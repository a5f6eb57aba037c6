"""What the noun-phrase reader writes down before anybody knows who is who."""

from __future__ import annotations

from typing import Literal

import attrs

from diplotext.lexicon.gazetteer import Entry
from diplotext.models import MentionForm

Standing = Literal["political", "weak", "private"]


@attrs.define(eq=False)
class Role:
    """An office as one noun phrase gives it: tokens ``start`` to ``end`` with its complement.

    ``core`` is the token range of the office without country and complement. ``countries`` and
    ``body`` are what its complement says ("president of the UN General Assembly"); ``posted``: the
    complement names where, not whose ("ambassador to Kenya").
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


@attrs.define(eq=False)
class Draft:
    """One noun phrase about an actor: token positions and what was read in it."""

    start: int
    end: int
    head: tuple[int, int]
    kind: str  # person, state, organisation, force, place, group, name (nothing but a name)
    form: MentionForm = "name"
    name: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    countries: tuple[str, ...] = ()
    body: str | None = None
    former: bool = False
    deputy: bool = False
    definite: bool = False
    determiner: str = ""
    owner: Draft | None = None  # the possessor, when it is a person ("Trump's envoy")
    titles: tuple[str, ...] = ()
    political: int = 0
    private: bool = False
    counterpart: bool = False
    plural: bool = False
    number: int | None = None
    inner: tuple[Draft, ...] = ()
    members: tuple[Draft, ...] = ()
    entry: Entry | None = None
    noun: str = ""
    reason: str = ""
    mate: Draft | None = None  # whose side it shares: a spouse, a predecessor
    borrowed: tuple[str, ...] = ()  # countries by coordination: weaker
    borrowed_body: str | None = None
    place: bool = False
    both: bool = False
    sentence: int = -1
    cluster: object | None = None

    @property
    def role(self) -> Role | None:
        """The first office of the phrase."""
        return self.roles[0] if self.roles else None
