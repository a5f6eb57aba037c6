"""Several persons under one office: "presidents A and B", "A and B, the ministers of X and Y"."""

from __future__ import annotations

from diplotext.reading.drafts import Draft, Role
from diplotext.reading.hits import primary
from diplotext.reading.page import Page
from diplotext.reading.phrases import noun_phrase

_AND = frozenset({"and", "&"})


def read_list(
    page: Page, draft: Draft, names: list[tuple[int, int]], end: int, limit: int
) -> Draft:
    """As in "foreign ministers Wang Yi and S. Jaishankar": one group, each a member."""
    members: list[Draft] = []
    sides = [country_after(page, end, limit)]
    end = sides[0][1]
    while end + 1 < limit and len(names) < 20:
        k = end
        if page.text[k] == "," or page.lower[k] in _AND or page.text[k] == ";":
            k += 1
            if k < limit and page.lower[k] in _AND:
                k += 1
        else:
            break
        other = noun_phrase(page, k, limit, 2) if k < limit else None
        if other is None or other.kind != "name" or other.name is None or other.owner is not None:
            break
        names.append(other.name)
        side = country_after(page, other.name[1], limit)
        sides.append(side)
        end = side[1]
    countries = list(
        dict.fromkeys([*draft.countries, *(c for r in draft.roles for c in r.countries)])
    )
    for n, name in enumerate(names):
        member = Draft(name[0], sides[n][1], name, "person")
        member.name = name
        member.entry = page.entry(name[0], "person")
        member.roles = tuple(singular(role) for role in draft.roles)
        member.noun = draft.noun
        member.counterpart, member.private, member.former = (
            draft.counterpart,
            draft.private,
            draft.former,
        )
        member.titles, member.political = draft.titles, draft.political
        if sides[n][0]:
            member.countries = (sides[n][0],)
        elif len(countries) == len(names):
            member.countries = (countries[n],)
        elif len(countries) == 1:
            member.countries = tuple(countries)
        member.body = draft.body
        members.append(member)
    if len(members) == 1:
        only = members[0]
        draft.name, draft.head, draft.plural, draft.form = only.name, only.head, False, "name"
        draft.countries = only.countries or draft.countries
        draft.entry, draft.end, draft.kind = only.entry, only.end, "person"
        draft.roles = only.roles
        return draft
    draft.members, draft.kind, draft.form = tuple(members), "group", "name"
    draft.name, draft.plural = None, True
    draft.end = max(end, draft.end)
    draft.reason = "list after a plural office"
    return draft


def read_pairs(page: Page, draft: Draft, limit: int) -> bool:
    """As in "the ministers of Malta, Ann Vella, and Fiji, Jone Rabu", "her counterparts from Malta
    (Ann Vella) and Fiji (Jone Rabu)": each state with its own.
    """
    countries = [*draft.countries, *(c for r in draft.roles for c in r.countries)]
    k = draft.end
    members: list[Draft] = []
    country = countries[0] if len(countries) == 1 else None
    name = draft.name
    while country and len(members) < _STATES:
        end = k
        if name is None:
            name, end = _name_behind(page, k, limit)
            if name is None:
                return False
        members.append(_member(page, draft, name, country, end))
        name = None
        m = end + (page.text[end : end + 1] == [","])
        m += page.lower[m : m + 1] in (["and"], ["&"])
        m += page.lower[m : m + 1] == ["the"]
        entry = primary(page, m) if end < m < limit else None
        country = entry.country if entry is not None and entry.kind == "state" else None
        k = page.hits[m].end if country else end
    if len(members) < 2 or country:
        return False
    draft.members, draft.kind, draft.form = tuple(members), "group", "name"
    draft.name, draft.end = None, k
    draft.reason = "list after a plural office"
    return True


def _name_behind(page: Page, k: int, limit: int) -> tuple[tuple[int, int] | None, int]:
    """The name behind a state and where it ends: ", Ann Vella", "(Ann Vella)", "- Ann Vella"."""
    if k + 2 >= limit:
        return None, k
    sign = page.text[k] in ",(–—" or (page.text[k] == "-" and not page.hyphen(k))
    other = noun_phrase(page, k + sign, limit, 2)
    if other is None or other.kind != "name" or other.owner is not None:
        return None, k
    closed = page.text[k] != "(" or page.text[other.end : other.end + 1] == [")"]
    return (other.name if closed else None), other.end + (page.text[k] == "(")


def _member(page: Page, draft: Draft, name: tuple[int, int], country: str, end: int) -> Draft:
    member = Draft(name[0], end, name, "person")
    member.name, member.countries = name, (country,)
    member.entry = page.entry(name[0], "person")
    member.roles = tuple(singular(role) for role in draft.roles)
    member.noun, member.counterpart = draft.noun, draft.counterpart
    member.private, member.former = draft.private, draft.former
    member.titles, member.political = draft.titles, draft.political
    return member


def singular(role: Role) -> Role:
    name = role.name
    for plural, single in (
        ("ministers", "minister"),
        ("presidents", "president"),
        ("secretaries", "secretary"),
    ):
        name = name.replace(plural, single)
    if role.plural and name == role.name:
        name = name.removesuffix("s")
    return role.copy(name)


def country_after(page: Page, k: int, limit: int) -> tuple[str, int]:
    """The state in "Macri of Argentina", "negotiators A for Serbia", and where it ends."""
    if k + 1 < limit and page.lower[k] in ("of", "from", "for"):
        m = k + 1 + (page.lower[k + 1] == "the")
        entry = primary(page, m) if m < limit else None
        if entry is not None and entry.kind == "state" and entry.country:
            return entry.country, page.hits[m].end
    return "", k


def names_before(page: Page, drafts: list[Draft], draft: Draft) -> None:
    """As in "Anna Berg and Omar Rashid, the heads of the Norwegian and Omani navies"."""
    if not (draft.kind == "person" and draft.plural and draft.name is None and drafts):
        return
    if page.text[draft.start - 1] not in ",(–—" or draft.start < 2:
        return
    names: list[Draft] = []
    reach = draft.start - 1
    for before in reversed(drafts):
        if before.kind not in ("name", "person") or before.name is None or before.roles:
            break
        between = page.lower[before.end : reach]
        if between and not all(w in _AND or w == "," for w in between):
            break
        names.insert(0, before)
        reach = before.start
    if len(names) < 2:
        return
    countries = list(
        dict.fromkeys([*draft.countries, *(c for r in draft.roles for c in r.countries)])
    )
    for n, before in enumerate(names):
        before.kind = "person"
        before.roles = tuple(singular(role) for role in draft.roles)
        if len(countries) == len(names):
            before.countries = (countries[n],)
        elif len(countries) == 1:
            before.countries = tuple(countries)
        before.body = before.body or draft.body
    draft.members = tuple(names)


_STATES = 5  # that share one office
_HEADS = frozenset({"leaders", "chiefs"})
_JOINTS = frozenset({",", "-", "–"})  # "Oman, Chad and Mali", "Oman-Chad"


def states_before(page: Page, drafts: list[Draft], draft: Draft) -> None:
    """As in "Oman, Chad and Mali foreign ministers": the office is that of all the states.

    Not in "after talks with Oman, Chad ministers said": a list without "and" is one only where it
    begins a sentence, as headlines do ("Oman, Chad presidents meet"). ``drafts`` loses the states.
    """
    role = draft.role
    if role is None or draft.kind != "person" or draft.determiner:
        return
    if role.level == "generic" and role.name not in _HEADS:  # "officials said"
        return
    if draft.name is not None or not draft.plural or not draft.countries or role.countries:
        return
    begin, joined, first = draft.start, False, len(drafts)
    while first and len(drafts) - first < _STATES:
        before = drafts[first - 1]
        between = page.lower[before.end : begin]
        if before.kind != "state" or before.form == "pronoun" or before.noun or before.inner:
            break
        if not between or not all(word in _JOINTS or word in _AND for word in between):
            break
        joined = joined or set(between) != {","}
        begin, first = before.start, first - 1
    states = drafts[first:]
    if not states or (not joined and begin and page.text[begin - 1] not in "\n.|:"):
        return
    if len(states) == 1 and joined and page.lower[states[0].end] == ",":
        return  # "in Oman, and Chad ministers said"
    del drafts[first:]
    draft.inner = (*states, *draft.inner)
    draft.countries = (*(c for state in states for c in state.countries), *draft.countries)
    draft.start = begin
