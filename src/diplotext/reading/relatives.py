"""Offices that a clause about the person tells: "Jan Wilk, who heads the foreign committee"."""

from __future__ import annotations

from diplotext.reading.drafts import Draft
from diplotext.reading.page import Page
from diplotext.reading.phrases import noun_phrase
from diplotext.reading.wordsets import words

_CLOSERS = frozenset(',.;:)—–-"”?!]|/…')
_BEING = words("is was also currently now")


def relative(page: Page, draft: Draft, limit: int) -> None:
    """As in "Jan Wilk, who heads the foreign affairs committee": an office in a clause."""
    k = draft.end
    if (
        k + 2 < limit
        and draft.name is not None
        and page.lower[k] in ("is", "was")
        and not draft.roles
    ):
        other = noun_phrase(page, k + 1, limit, 1)
        if (
            other is not None
            and other.kind == "person"
            and other.name is None
            and other.definite
            and other.roles
        ):
            draft.roles += other.roles
            draft.countries = draft.countries or other.countries
            draft.body = draft.body or other.body
            draft.kind = "person"
        return
    if k < limit and page.text[k] == ",":
        k += 1
    if k + 2 >= limit or draft.name is None:
        return
    serving = page.lower[k + 1] in ("serves", "served") and page.lower[k + 2] == "as"
    if page.lower[k] == "who" and (serving or page.lower[k + 1] in _BEING):
        other = noun_phrase(page, k + 2 + serving, limit, 1)
        if (
            other is not None
            and other.kind == "person"
            and other.name is None
            and other.roles
            and not draft.roles
        ):
            draft.roles += other.roles
            draft.countries += other.countries if not draft.countries else ()
            draft.body = draft.body or other.body
            draft.kind = "person"
        return
    if page.text[k].isdigit() and page.text[k + 1] == ",":
        k += 2  # "Omar Rashid, 71, who has ruled"
    at = k + 1
    if at + 1 < limit and page.lower[at] in ("has", "had", "have", "also"):
        at += 1
    if at + 1 >= limit or page.lower[k] != "who":
        return
    told = at + 1
    if "led" not in page.of(at):
        told = _charged(page, at, limit)
        if not told:
            return
    draft.political += 1
    draft.kind = "person"
    inner = noun_phrase(page, told, limit, 1)
    if inner is not None and not draft.countries:
        draft.countries += inner.countries
        draft.body = draft.body or inner.body


def _charged(page: Page, k: int, limit: int) -> int:
    """Where the words after "who" tell of a public charge: at the state, body or organ in "who
    directs the ministry's Asia department", "who speaks for the government"; 0 if they do not.
    """
    verb = page.lower[k]
    if verb not in _DIRECTING and page.lower[k + 1] != _SITTING.get(verb):
        return 0
    side = public = 0
    for m in range(k + 1, min(k + _CHARGE, limit)):
        if page.text[m] in _CLOSERS and not page.hyphen(m):
            break
        if not page.of(m).isdisjoint(("private", "domestic")):
            return 0  # "who runs the French company"
        if page.entry(m, "state", "body") or not page.of(m).isdisjoint(_PUBLIC):
            public = public or m
        if page.entry(m, "state", "body", "adjective"):
            side = side or m
    return public and (side or public)


_SITTING = {
    "sits": "in", "sat": "in", "serves": "in", "served": "in", "speaks": "for", "spoke": "for",
    "works": "for", "acts": "for",
}  # fmt: skip
_DIRECTING = words(
    "directs directed coordinates coordinated oversees oversaw supervises supervised manages "
    "managed runs ran presides administers represents"
)
_PUBLIC = frozenset({"institution", "government-word", "force-noun"})
_CHARGE = 9  # tokens of what he has charge of
