"""What a register holds: its actors as items, and the clashes between them."""

from __future__ import annotations

from typing import Literal

import attrs

from diplotext.lexicon.records import Body, Force, Person, Term

ItemKind = Literal["person", "organisation", "institution", "force"]


@attrs.frozen
class Item:
    """One actor of a register.

    ``kind``: ``organisation`` is an actor of its own (a body, party, armed group),
    ``institution`` an organ that speaks for its state (a ministry), ``force`` serves one. For
    built-in bodies ``name`` is the short name. ``country`` is an alpha-2 code, ``organisation``
    the body that a person serves. ``weak_aliases`` and the names of a ``weak`` item need
    support from the text. ``sources`` are the files and lines it comes from ("mine.tsv:3").
    """

    kind: ItemKind
    name: str
    country: str | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    weak: bool = False
    sources: tuple[str, ...] = ()
    row: Person | Body | Force | None = attrs.field(default=None, repr=False, eq=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases, weak ones last, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.weak_aliases)))


@attrs.frozen
class Clash:
    """Two items, or an item and a word of the tables, that do not go together.

    ``name`` is the name or office they share, ``reason`` says in words what is the matter,
    ``sources`` where both stand. Both stay in the register: nothing is decided by a clash.
    """

    name: str
    reason: str
    sources: tuple[str, ...]

    def __str__(self) -> str:
        return f"{', '.join(self.sources)}: {self.name}: {self.reason}"
