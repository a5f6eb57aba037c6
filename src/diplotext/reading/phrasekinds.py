"""What a phrase is about once its words are read: a person, a name alone, a side, or nobody."""

from __future__ import annotations

from diplotext.reading.drafts import Draft
from diplotext.reading.officenames import below
from diplotext.reading.page import Page
from diplotext.reading.runs import doubt
from diplotext.reading.wordsets import words

_PARTIES = words(
    "sides teams delegations leaders ministers presidents premiers officials envoys diplomats"
)
"""After a number they stand for the states that meet: "the two sides"."""


def finish(page: Page, draft: Draft, end: int) -> Draft | None:
    """Settle kind, form and head of the phrase that ends at ``end``; None if it is about nobody."""
    draft.end = end
    if end <= draft.start:
        return None
    if draft.head[0] >= draft.head[1]:
        draft.head = (draft.start, end)
    role = draft.role
    if role is not None and draft.deputy and not role.name.startswith(("deputy", "vice")):
        role.name, role.level = f"deputy {role.name}", below(role.level)
    if (
        (
            role is not None
            and draft.start
            and "domestic" in page.of(draft.start - 1)
            and not draft.countries
        )
        and page.start[draft.start] - page.end[draft.start - 1] == 1
        and not draft.determiner
    ):
        role.standing = doubt(page, role, draft.start - 1, draft.start)
    for found in draft.roles:
        draft.former = draft.former or (found.former and found is draft.roles[0])
        draft.plural = draft.plural or found.plural
        if found.owner is not None and found.owner not in draft.inner:
            draft.inner += (found.owner,)
    if draft.name is not None:
        bare = not draft.roles and not draft.titles and not draft.counterpart and not draft.private
        draft.kind = "name" if bare else "person"
        draft.entry = draft.entry or page.entry(draft.name[0], "person")
        return draft
    if role is not None:
        draft.kind, draft.form = "person", "description"
        draft.head = (role.start, role.end)
        return draft
    if draft.counterpart or (draft.private and draft.noun):
        draft.kind, draft.form = "person", "description"
        return draft
    if not draft.kind:
        return None
    if draft.noun:
        draft.form = "description"
    elif draft.head[0] > draft.start and not draft.determiner and not draft.inner:
        draft.start = draft.head[0]  # "is visiting Cuba": the modifier is none of a state's
    if draft.kind in ("force", "delegation") and not draft.countries and not draft.body:
        if draft.kind == "delegation" and draft.determiner in ("the", "this") and not draft.number:
            return draft  # one that was spoken of before
        if draft.kind == "delegation" and draft.number and draft.noun in _PARTIES:
            draft.kind = "group"
            return draft
        return None
    if (
        draft.kind == "state"
        and draft.noun
        and not draft.countries
        and not draft.body
        and not draft.determiner
    ):
        return draft if page.is_capital(draft.head[0]) else None
    if draft.kind == "group" and not (
        draft.number or draft.countries or draft.determiner in ("the", "their", "these")
    ):
        return None
    return draft
