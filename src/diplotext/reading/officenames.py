"""The name and the rank of an office, from the words of the text."""

from __future__ import annotations

from diplotext.reading.marks import DASHES, SHORT
from diplotext.reading.page import Page
from diplotext.reading.wordsets import words

HOUSES = words(
    "service services agency directorate department bureau committee organisation police corps "
    "command forces guard board council commission secretariat office authority fleet army "
    "division brigade regiment assembly mission countries"
)
"""They end the name of a body that an office leads: "Head of General Intelligence Service"."""

_PASSING = words(
    "new newly visiting current outgoing incoming elected re-elected former ex late then "
    "now sitting the recently appointed ousted deposed embattled"
)

_MANY = {"fms": "foreign ministers", "pms": "prime ministers"}


def office_name(page: Page, start: int, end: int) -> str:
    """The office in lower case, without words that pass ("new", "former") and brackets."""
    while start < end - 1 and (page.lower[start] in _PASSING or page.text[start] in DASHES):
        start += 1
    words = page.lower[start] if end - start == 1 else page.words(start, end).lower()
    if "\n" in words or "  " in words:
        words = " ".join(words.split())
    if "(" in words:
        head, _, tail = words.partition("(")
        words = " ".join((head + tail.partition(")")[2]).split())
    return SHORT.get(words.rstrip("."), _MANY.get(words, words))  # "Sen." is a senator


def below(level: str) -> str:
    """The level of a deputy."""
    if level in ("foreign", "defence", "minister"):
        return "deputy-minister"
    if level in ("head-of-state", "head-of-government"):
        return "deputy-head"
    return level
