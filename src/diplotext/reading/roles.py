"""Offices as noun phrases name them: fixed forms of the table and open ones around them.

"Foreign Minister" is in the table; "Deputy Minister for Interfaith Harmony" is read by grammar:
words of rank before the form, and what ``complements`` reads after it.
"""

from __future__ import annotations

from diplotext.lexicon import grammar
from diplotext.reading.complements import complete
from diplotext.reading.drafts import NounPhrase, Role
from diplotext.reading.marks import DASHES
from diplotext.reading.officenames import HOUSES, below, office_name
from diplotext.reading.page import Page

NEVER = frozenset({"first lady", "chief economist"})


def read_role(page: Page, i: int, limit: int, noun_phrase: NounPhrase, depth: int) -> Role | None:
    """The office that starts at token ``i``, with modifiers, fixed form and complement."""
    j = i
    former = False
    found = None
    comma = joined = False
    while j < limit and j - i < 12:
        comma = comma or page.text[j] == ","
        joined = joined or page.lower[j] in ("and", "&")
        found = page.office(j)
        if found is not None and not (
            found[1] == j + 1 and "modifier" in page.of(j) and j + 1 < limit and page.office(j + 1)
        ):
            break
        classes = page.of(j)
        if "portfolio" in classes or "modifier" in classes:
            former = former or "former" in classes
            j += 1
        elif page.lower[j] in ("and", "&", ",", "/") or page.text[j] in DASHES:
            if j == i or j + 1 >= limit:
                return None
            ahead = page.of(j + 1)
            if "portfolio" not in ahead and "modifier" not in ahead and page.office(j + 1) is None:
                return None
            if page.lower[j] == "," and page.office(j + 1):
                return None
            j += 1
        else:
            return None
    if found is None or (comma and not joined):
        return None
    record, end, plural = found
    if end < limit and record.form == "official" and page.lower[end] in grammar.words()["deeds"]:
        return None  # "Li's first official visit"
    if record.form == "deputy" and end < limit and page.entry(end, "adjective", "state"):
        return None  # "Deputy Indonesian Trade Minister"
    if end - j > 1 and page.is_capital(end - 1):
        while end < limit and page.is_capital(end) and page.lower[end] in HOUSES:
            end += 1  # "Head of General Intelligence Service"
    level = record.level
    if "deputy" in page.lower[i:j] or "vice" in page.lower[i:j]:
        level = below(level)
    if (
        end + 1 < limit
        and page.text[end] in DASHES
        and page.lower[end + 1] in ("elect", "designate", "general")
    ):
        end += 2
    elif end < limit and page.lower[end] in ("elect", "designate"):
        end += 1
    elif page.hyphen(end) and page.text[end] == "-":
        return None  # "Deputy-Level Consultation"
    role = Role(i, end, office_name(page, i, end), level, plural, former)
    role.scope = record.scope
    if record.canonical in NEVER:
        role.standing = "private"
    complete(page, role, limit, noun_phrase, depth)
    return role
