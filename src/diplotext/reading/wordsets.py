"""Sets of words, written as one string."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text`` as a set: ``words("king queen")`` -> ``{"king", "queen"}``."""
    return frozenset(text.split())
