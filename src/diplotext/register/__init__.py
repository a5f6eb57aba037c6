"""Registers: which persons, organisations and forces the reading knows by name.

The built-in one holds the office holders, bodies and forces of the tables. ``load`` reads one of
your own from a TSV, FollowTheMoney or Popolo file; ``+`` joins registers, ``filter`` takes a
part, and ``annotate`` and ``mine`` read with what you hand them. States, places, offices and
titles are the language of the reading and always there.
"""

from diplotext.register.core import Register, builtin
from diplotext.register.files import load
from diplotext.register.items import Clash, Item, ItemKind

__all__ = ["Clash", "Item", "ItemKind", "Register", "builtin", "load"]
