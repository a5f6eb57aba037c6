"""Sets of words, written as one string."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text`` as a set: ``words("king queen")`` -> ``{"king", "queen"}``."""
    return frozenset(text.split())


TWO_LETTER_INITIALS = words("ch dj dz dzh gh kh md mohd ph sh th ts ya ye yo yu zh")
"""One letter of another script as an initial ("Ts. Bat", "Yu. Orlov"), and "Md." for Mohammed."""
