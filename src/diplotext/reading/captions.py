"""Where somebody stands in a picture: "Ann Vella (left)", "Jone Rabu, second from right,"."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.reading.wordsets import words

_SIDES = words("l r c left right centre center middle")
_WORDS = _SIDES | words("2nd 3rd second third fourth from far front back row on the in seated")
_REACH = 6  # tokens that such words may take


def pictured(lower: Sequence[str], k: int, end: int) -> int:
    """Token after the words at ``k`` that tell where a person stands in a picture, else ``k``."""
    close = ")" if lower[k] == "(" else ","
    for m in range(k + 1, min(k + _REACH, end)):
        if lower[m] == close:
            if m == k + 1 or _SIDES.isdisjoint(lower[k + 1 : m]):
                return k
            listed = close == "," and m + 1 < end and lower[m + 1] not in ("and", "&")
            return m if listed and _listed(lower, m + 1, end) else m + 1
        if lower[m] not in _WORDS:
            return k
    return k


def _listed(lower: Sequence[str], k: int, end: int) -> bool:
    """Does another such place in the picture follow: "A, left, B, right, and C"?"""
    return not _SIDES.isdisjoint(lower[k : min(k + 12, end)])
