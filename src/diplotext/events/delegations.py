"""Who "the delegation", "the Maltese side", "the envoys" are: those of that side of whom the text
has just told that they came, or that they lead or make up the delegation.

The state stays where nobody or another delegation can be meant: "a Maltese trade delegation".
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.events.cast import Role, is_spokesperson
from diplotext.events.draft import Draft
from diplotext.models import Article, Span
from diplotext.reading.wordsets import words

_BySentence = dict[int, list[Draft]]

_PARTIES = words(
    "delegation delegations deputation mission team side envoys emissaries negotiators delegates "
    "representatives visitors guests entourage contingent party"
)
"""Nouns for those who come for a side."""

_BOUND = words("to at of")
"""Behind such a noun these tell of another: "the Maltese delegation to the UN"."""

_LEADING = words("led headed under including comprising includes comprises head composed with")
"""What stands between a delegation and its members."""

_NEAR = 4  # sentences over which those who came are still the delegation
_MOST = 60  # events of one sentence that are searched; a sentence tells of a handful
_BEFORE = 90  # characters before a name in which the delegation that he leads is named
_AFTER = 24  # characters behind a state in which the noun for its delegation stands


def name_delegates(drafts: Sequence[Draft], article: Article) -> None:
    """Let the members of a delegation take part in what "the delegation" does."""
    first: _BySentence = {}
    last: _BySentence = {}
    for draft in drafts:
        first.setdefault(draft.mentions[0][0], []).append(draft)
        last.setdefault(draft.mentions[-1][0], []).append(draft)
    for draft in drafts:
        if draft.setting or draft.kind in ("summit", "conference"):
            continue
        for role in draft.roles:
            party = _party(role.span, article.text) if role.actor.kind == "state" else ""
            if not party:
                continue
            definite = party == "the"
            told = last if definite else first
            members = _members(draft, role.side, definite, told, article.text)
            if members:
                known = {m.actor.id for m in members}
                others = [r for r in draft.roles if r is not role and r.actor.id not in known]
                draft.roles = others + members
                break


def _party(span: Span, text: str) -> str:
    """The first word before the noun for a delegation, "" where the words name no delegation or a
    standing one.
    """
    phrase = text[span.start : span.end].lower().split()
    behind = text[span.end : span.end + _AFTER].lower().split()
    if phrase and phrase[-1] not in _PARTIES and behind:
        if behind[0].rstrip(".,;") not in _PARTIES:
            return ""
        before = text[max(span.start - 4, 0) : span.start].lower().split()
        phrase, behind = [*before[-1:], *phrase, behind[0]], behind[1:]
    if not 1 < len(phrase) < 6 or phrase[-1].rstrip(".,;") not in _PARTIES:
        return ""
    return "" if behind and behind[0] in _BOUND and phrase[-1].isalpha() else phrase[0]


def _members(draft: Draft, side: str, definite: bool, told: _BySentence, text: str) -> list[Role]:
    """Those who came for the side, as told last before; nobody where they went elsewhere. Of a
    delegation that is only brought in, those who are said to lead it.
    """
    for reach in range(_NEAR + 1):
        before, behind = draft.sentence - reach, draft.sentence + reach
        near = told.get(before, [])[:_MOST]
        if reach and not definite:
            near += told.get(behind, [])[:_MOST]
        for other in near:
            if other is draft:
                continue
            persons = [
                r
                for r in other.roles
                if r.side == side
                and r.actor.kind == "person"
                and r.actor.name is not None
                and not is_spokesperson(r)
            ]
            if not persons or (definite and other.order > draft.order):
                continue
            led = any(_delegated(r.span, text) for r in persons)
            if (led and (definite or _there(other, draft))) or (definite and _came(other, draft)):
                return persons
    return []


def _country(draft: Draft) -> str | None:
    return draft.host or next((p.country for p, _ in draft.places if p.country), None)


def _there(other: Draft, draft: Draft) -> bool:
    """Are the two in one state, or with those of one?"""
    where, here = _country(other), _country(draft)
    return (where == here) if where and here else not other.sides.isdisjoint({here, where})


def _came(visit: Draft, draft: Draft) -> bool:
    """Is it the journey on which the delegation is?"""
    if visit.kind != "visit" or visit.host is None:
        return False
    country = _country(draft)
    return visit.host in draft.sides or country == visit.host or draft.kind == "visit"


def _delegated(span: Span, text: str) -> bool:
    """Is he told as a member: "a delegation led by X", "under X"?"""
    before = text[max(span.start - _BEFORE, 0) : span.start].lower().split()
    k = max((n for n, word in enumerate(before) if word in _PARTIES), default=-1)
    return k >= 0 and not _LEADING.isdisjoint(before[k:])
