"""Offices as noun phrases name them: fixed forms of the table and open ones around them.

"Foreign Minister" is in the table; "Deputy Minister for Interfaith Harmony", "Minister of
National Planning and Economic Development" and "head of Egyptian intelligence" are read by
grammar: words of rank before the form, and its complement after "of", "for", "on", "to", "at".
"""

from __future__ import annotations

from collections.abc import Callable

from diplotext.lexicon import grammar
from diplotext.reading.drafts import Draft, Role
from diplotext.reading.marks import DASHES, SHORT
from diplotext.reading.page import TEAMS, Page
from diplotext.reading.runs import doubt, organisation_run, parenthesis, portfolio_run, public_words
from diplotext.reading.wordsets import words

GENERIC = frozenset({"generic"})
_HOUSES = words(
    "service services agency directorate department bureau committee organisation police corps "
    "command forces guard board council commission secretariat office authority fleet army "
    "division brigade regiment assembly mission countries"
)
NEVER = frozenset({"first lady", "chief economist"})
POSTED = frozenset({"ambassador", "envoy"})
_OWNERS = frozenset({"person", "state", "organisation", "force", "place", "delegation"})
_ABOUT = frozenset({"for", "on", "to", "at", "in", "with"})
NounPhrase = Callable[[Page, int, int, int], "Draft | None"]


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
        while end < limit and page.is_capital(end) and page.lower[end] in _HOUSES:
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
    _complement(page, role, limit, noun_phrase, depth)
    return role


def below(level: str) -> str:
    if level in ("foreign", "defence", "minister"):
        return "deputy-minister"
    if level in ("head-of-state", "head-of-government"):
        return "deputy-head"
    return level


def _complement(page: Page, role: Role, limit: int, noun_phrase: NounPhrase, depth: int) -> None:
    """Read "of ...", "for ...", "to ..." after an office, as far as they belong to it."""
    end = core = begun = role.end
    if (
        role.level in ("generic", "body-head")
        and role.standing == "political"
        and (
            end + 1 < limit
            and page.lower[end] in ("of", "for")
            and page.lower[end + 1] in ("a", "an")
        )
    ):
        role.standing = "weak"  # "a representative of a civic group"
    listed = (
        end < limit and page.lower[end] in (",", "and", "&") and "portfolio" in page.of(end - 1)
    )
    if listed and not {"for", "of"}.isdisjoint(page.lower[role.start : end]):
        end = core = role.end = max(end, portfolio_run(page, end - 1, limit))
    for _ in range(4):
        k = end
        if k < limit and page.text[k] == "(":
            k = parenthesis(page, k, limit)
            if k == end:
                break
            if role.countries or role.body:  # "the Workers' Party (WP) Central Committee"
                run = organisation_run(page, k, limit)
                if run > k and page.is_capital(k) and not (run < limit and page.office(run)):
                    k = end = role.end = core = run
        word = page.lower[k] if k < limit else ""
        if (
            word == "of"
            or (word in _ABOUT and _about(page, role, word, k + 1, limit))
            or (word == "from" and role.plural and page.entry(k + 1, "state") is not None)
        ):
            m = k + 1
        else:
            if k > end and k < limit and page.is_capital(k):
                role.end = k  # "Minister of State (MoS) ..." and the name follows
            break
        if word == "for" and page.lower[end - 1] in _SPOKESMEN:
            word = "from"  # "negotiators for Kosovo and Serbia"
        held = len(role.countries), role.body
        after = _object(page, role, m, limit, word, noun_phrase, depth)
        if after <= m:
            break
        after = _team(page, after, limit)
        if (len(role.countries), role.body) == held or not _ends_in_hit(page, after):
            core = after  # what is more than the side belongs to the office's name
        else:
            core = _before_side(page, m, after) or core
        after = _more_states(page, role, after, limit, word)
        while (
            after < limit
            and page.entry(after, "metonym", "body", "force")
            and page.entry(after, "office") is None
        ):
            after = page.hits[after].end  # "at the White House National Security Council"
        end = after
        role.end = after
    house = _house_after(page, role, end, limit) if end > begun else end
    if house > end:
        role.end = core = house
    if core != begun:
        role.name = office_name(page, role.start, core)


def _ends_in_hit(page: Page, end: int) -> bool:
    """Does the name of a state or body end just before ``end``?"""
    for k in range(end - 1, max(end - 8, -1), -1):
        hit = page.hits.get(k)
        if hit is not None:
            return hit.end == end
    return False


def _team(page: Page, k: int, limit: int) -> int:
    """End of "'s negotiating team" after whose team it is; ``k`` where none follows."""
    if not page.possessive(k):
        return k
    for end in range(k + 1, min(k + 5, limit)):
        if page.lower[end] in TEAMS:
            return end + 1
        if not page.text[end].islower():
            break
    return k


def _house_after(page: Page, role: Role, k: int, limit: int) -> int:
    """End of what is left of a body's name: "Police" in "of the UPDF Military Police"."""
    if k + 1 < limit and page.lower[k] in _ORDINALS and page.is_capital(k):
        return k + 2 if page.lower[k + 1] in _HOUSES and page.is_capital(k + 1) else k
    if k < limit and page.lower[k] in _HOUSES and (page.is_capital(k) or role.body):
        return k + 1
    if role.body and k < limit and page.text[k] == "(":
        k = parenthesis(page, k, limit)  # "head of the Nordic Council (NC) office"
    return k + 1 if role.body and k < limit and page.lower[k] in _PARTS else k


_SPOKESMEN = words("negotiators delegates representatives")
_PARTS = words("panel team delegation mission task taskforce secretariat bureau bloc")
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth")


def _before_side(page: Page, m: int, after: int) -> int:
    """End of the body in "the National Assembly of Kenya"; 0 if the side is all there is."""
    start = next(k for k in range(after - 1, m - 1, -1) if k in page.hits)
    while start > m and page.lower[start - 1] in ("of", "the"):
        start -= 1
    return start if start > m + 1 and page.of(start - 1) & _TELLING else 0


_TELLING = frozenset({"not-name", "government-word", "portfolio"})


def _more_states(page: Page, role: Role, k: int, limit: int, word: str) -> int:
    """As in "to Seychelles and Mauritius", "the presidents of Chile and Peru": the other states."""
    if word == "of" and not role.plural:
        return k
    kinds = ("state", "capital", "place") if word == "for" else ("state", "capital")
    more: list[str] = []
    while k + 1 < limit and page.lower[k] in ("and", ",") and _ends_in_hit(page, k):
        m = k + 1
        while m < limit and m not in page.hits and page.lower[m] in ("and", "the", word):
            m += 1
        entry = page.entry(m, *kinds) if m < limit else None
        if entry is None or page.possessive(page.hits[m].end):
            break
        if word in ("of", "from") and entry.country:
            more.append(entry.country)
        k = page.hits[m].end
    role.countries += tuple(more)
    return k


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


def _about(page: Page, role: Role, word: str, m: int, limit: int) -> bool:
    if m >= limit or m in page.blocked:  # "resigned as minister on July 14"
        return False
    if word in ("for", "on"):
        if (
            role.level in ("head-of-state", "head-of-government", "monarchy")
            or role.level == "generic"
        ):
            return "portfolio" in page.of(m) and page.is_capital(m)
        return True
    if word == "to":
        served = page.office(m + 1) if page.lower[m] == "the" and m + 1 < limit else None
        if served is not None and served[0].level in ("head-of-state", "head-of-government"):
            return True  # "executive secretary to the president"
        return role.level in ("ambassador", "envoy", "security-adviser", "other", "military") and (
            page.is_capital(m) or page.lower[m] in ("the", "president")
        )
    if word == "in":
        return role.level in POSTED and _post_then_name(page, m, limit)
    if word == "at":
        return role.level in ("military", "other", "ambassador", "generic", "spokesperson") and (
            page.is_capital(m)
            or (page.lower[m] == "the" and m + 1 < limit and page.is_capital(m + 1))
        )
    return False


def _post_then_name(page: Page, m: int, limit: int) -> bool:
    """As in "the consul general in Erbil, Omar Rashid": a place, and a name after it?"""
    if page.entry(m, "capital", "place", "state") is None:
        return False
    k = page.hits[m].end
    k += k < limit and page.text[k] == ","
    return k + 1 < limit and page.is_capital(k) and page.is_capital(k + 1) and k not in page.hits


def _object(
    page: Page, role: Role, m: int, limit: int, word: str, noun_phrase: NounPhrase, depth: int
) -> int:
    found = page.office(m + 1) if word == "to" and m < limit and page.lower[m] == "the" else None
    if found is not None and found[0].level in ("head-of-state", "head-of-government"):
        after = found[1]
        if after < limit and page.lower[after] in ("for", "on"):
            return after  # "Adviser to the President for National Security"
    k = portfolio_run(page, m, limit)
    person = k < limit and page.lower[m] == "the" and page.office(k) is not None
    free = k >= limit or not (page.possessive(k) or person)  # "adviser of the Foreign Minister"
    if k > m and free and not _body_goes_on(page, m, k, limit):
        return k
    if depth < 2:
        inner = noun_phrase(page, m, limit, depth + 1)
        if inner is not None and _serves_another(inner):
            inner = noun_phrase(page, m, inner.roles[-1].end, depth + 1)
        if (
            inner is not None
            and inner.kind in _OWNERS
            and not (inner.kind == "person" and inner.plural)
        ):
            return _attach(role, inner, word, page)
    k = organisation_run(page, m, limit)
    if k > m:
        for n in range(m, k):
            entry = page.entry(n, "state", "adjective")
            if entry is not None and entry.country and not role.countries:
                role.countries += (entry.country,)
        if role.countries:
            return k
        if role.standing == "political" and not public_words(page, m, k):
            role.standing = doubt(page, role, m, k)
        return k
    return (
        _sided_object(page, role, m, limit, word)
        or _acronym(page, role, m, limit)
        or _plain_object(page, role, m, limit)
    )


def _serves_another(inner: Draft) -> bool:
    """As in "adviser to the Foreign Minister Ann Bell", where the name is the adviser's?"""
    return bool(inner.roles and inner.name) and inner.determiner == "the" and not inner.former


def _body_goes_on(page: Page, m: int, k: int, limit: int) -> bool:
    """As in "the State Committee for National Security": more than the field "State"."""
    return (
        k < limit
        and page.is_capital(k)
        and page.office(k) is None
        and not page.of(k).isdisjoint(("not-name", "government-word"))
        and k not in page.hits
        and page.lower[k] not in page.given
        and organisation_run(page, m, limit) > k
    )


def _acronym(page: Page, role: Role, m: int, limit: int) -> int:
    """As in "of the NSC", "of the AFL-CIO": a body known by its letters alone; 0 if it is none."""
    if m >= limit:
        return 0
    k = m + (page.lower[m] == "the")
    start = k
    while k < limit and _is_acronym(page.text[k]):
        k += 1
        if k < limit and page.hyphen(k):
            k += 1
    if k == start:
        return 0
    if role.standing == "political":
        role.standing = doubt(page, role, start, k)
    return k


def _is_acronym(text: str) -> bool:
    return text.isupper() and len(text) > 1 and text.replace(".", "").isalpha()


def _sided_object(page: Page, role: Role, m: int, limit: int, word: str) -> int:
    """As in "Egyptian intelligence", "the Italian and Dutch governments"."""
    if m >= limit:
        return 0
    k = m + (page.lower[m] == "the")
    countries: list[str] = []
    while k < limit:
        entry = page.entry(k, "adjective", "state")
        if entry is not None and entry.country:
            countries.append(entry.country)
            k = page.hits[k].end
            if page.possessive(k):
                k += 1
        elif (
            countries
            and k + 1 < limit
            and page.lower[k] in ("and", ",")
            and page.entry(k + 1, "adjective")
        ):
            k += 1
        else:
            break
    if not countries:
        return 0
    if word == "of" or (word in ("to", "at") and role.level not in POSTED):
        role.countries += tuple(countries)
    while k < limit and page.of(k) & _OBJECT_WORDS and page.office(k) is None:
        k += 1
    return k


def _attach(role: Role, inner: Draft, word: str, page: Page) -> int:
    if word in ("for", "on") and inner.kind != "person":
        return portfolio_run(page, inner.end, page.n)  # "for Western Hemisphere Affairs"
    if inner.kind == "person":
        role.owner = inner
        if inner.role is not None and inner.name is None and not inner.countries:
            role.countries += inner.role.countries
            role.body = role.body or inner.role.body
        role.countries += inner.countries
        role.body = role.body or inner.body
        return inner.end
    if word == "to" and role.level in POSTED:
        return inner.end
    if word == "to" and inner.kind in ("state", "organisation") and inner.noun == "":
        return inner.end
    role.countries += inner.countries
    role.body = role.body or inner.body
    if (
        inner.noun in ("embassy", "consulate", "mission", "office")
        and page.lower[inner.end : inner.end + 1] in (["in"], ["to"])
        and page.entry(inner.end + 1, "state", "capital", "place", "body")
    ):
        return page.hits[inner.end + 1].end
    if inner.kind == "place" and not inner.countries and role.standing == "political":
        role.standing = "weak"
    return inner.end


def _plain_object(page: Page, role: Role, m: int, limit: int) -> int:
    """A complement in lower case: "the military alliance", "a civic group", "the air exercises"."""
    k = m
    if k < limit and "determiner" in page.of(k):
        k += 1
    start = k
    while k < limit and k - start < 4:
        classes = page.of(k)
        if page.is_capital(k) or not page.text[k].isalpha() or "common" in classes:
            break
        if classes & _OBJECT_WORDS or k == start:
            k += 1
        else:
            break
    if k == start:
        return m
    if role.standing == "political" and not public_words(page, start, k):
        words = {c for i in range(start, k) for c in page.of(i)}
        if "domestic" in words or "private" in words:
            role.standing = "private"
    return k


_OBJECT_WORDS = frozenset(
    {"government-word", "portfolio", "institution", "force-noun", "force-adjective", "delegation",
     "country-noun", "modifier", "domestic", "not-name"}
)  # fmt: skip
