"""One noun phrase at a time: determiner, sides, offices, titles, name - what it speaks of.

``noun_phrase`` reads forward from a token and returns a Draft, or None where no phrase about an
actor or a place starts. It decides by form alone; who is meant is settled in ``coreference``.
"""

from __future__ import annotations

from diplotext.lexicon.gazetteer import Entry, Hit
from diplotext.reading.drafts import Draft
from diplotext.reading.names import read_name
from diplotext.reading.page import DASHES, Page
from diplotext.reading.roles import below, doubt, organisation_run, portfolio_run, public_words, read_role

HIGH_RANKS = frozenset(
    "general gen admiral adm marshal colonel col commodore brigadier brig avm acm am vadm radm "
    "lieutenant-general airmarshal generals".split()
)
_ORDER = (
    "office", "title", "other", "outlet", "series", "state", "adjective", "people", "body",
    "force", "metonym", "capital", "place", "person",
)  # fmt: skip
_POSSESSOR_PRONOUNS = frozenset({"his", "her", "their", "its"})
_ROYAL = frozenset("king queen prince princess pope emperor empress".split())
_INVISIBLE = frozenset("\u200b\u200e\u200f\u2060\ufeff\u00ad")
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NO_HEAD = frozenset({"no", "each", "every", "that", "some", "many"})  # open no phrase about an actor


def primary(page: Page, i: int) -> Entry | None:
    """The reading of the hit at token ``i`` that noun phrases go by."""
    hit = page.hits.get(i)
    if hit is None:
        return None
    if len(hit.entries) == 1:
        return hit.entries[0]
    near = [e for e in hit.entries if e.kind in ("adjective", "state", "people") and e.country in page.context]
    if near and len({e.country for e in near}) == 1 and not any(e.kind == "person" for e in hit.entries):
        return min(near, key=_rank)
    strong = [e for e in hit.entries if e.kind == "person" and hit.end - i > 1]
    if strong:
        return strong[0]
    return min(hit.entries, key=_rank)


def _rank(entry: Entry) -> int:
    return _ORDER.index(entry.kind) if entry.kind in _ORDER else len(_ORDER)


def noun_phrase(page: Page, i: int, limit: int, depth: int = 0) -> Draft | None:
    """The phrase that starts at token ``i``, or None."""
    draft = Draft(i, i, (i, i), "")
    j = _determiner(page, draft, i)
    while j < limit and j - i < 60:
        after = _step(page, draft, j, limit, depth)
        if after < 0:  # the phrase is complete and ends at -after
            j = -after
            break
        if after == j:
            break
        j = after
    draft = _finish(page, draft, j)
    if draft is None:
        return None
    if draft.kind in ("person", "name") and depth < 2:
        _of_side(page, draft, limit, depth)
    if depth < 2 and page.possessive(draft.end) and draft.kind in ("person", "name"):
        return _owned(page, draft, limit, depth)
    return draft


def _determiner(page: Page, draft: Draft, i: int) -> int:
    if "determiner" not in page.of(i):
        return i
    word = page.lower[i]
    if word in _NO_HEAD or (page.is_capital(i) and page.hits.get(i) is not None):
        return i
    draft.determiner = word
    draft.definite = word in ("the", "this", "that", "these", "those", "both") or word in _POSSESSOR_PRONOUNS
    draft.number = _NUMBERS.get(word)
    if word in ("his", "her", "their"):
        draft.inner += (_pronoun(i),)
    j = i + 1
    if j < page.n and word in ("the", "all", "these", "those", "his", "its", "their", "other") and page.lower[j] in _NUMBERS:
        draft.number = _NUMBERS[page.lower[j]]
        j += 1
    return j


def _pronoun(i: int) -> Draft:
    return Draft(i, i + 1, (i, i + 1), "pronoun", "pronoun")


def _step(page: Page, draft: Draft, j: int, limit: int, depth: int) -> int:
    """Read one part at ``j``; its end, ``j`` itself to stop, or the negative end of a whole phrase."""
    if j in page.blocked and not (page.is_capital(j) and (draft.roles or draft.titles)):
        return j
    hit = page.hits.get(j)
    if hit is not None:
        return _known(page, draft, j, hit, limit, depth)
    classes = page.of(j)
    if page.lower[j] in page.offices:
        role = read_role(page, j, limit, noun_phrase, depth)
        if role is not None:
            draft.roles += (role,)
            return _more_roles(page, draft, role.end, limit, depth)
    if page.is_capital(j):
        return _capital(page, draft, j, limit, depth)
    if not classes:
        if page.text[j] in _INVISIBLE:
            return j + 1
        if page.text[j] in DASHES and j > draft.start and "modifier" in page.of(j - 1) and page.glued(j):
            return j + 1
        if page.text[j] in "'’‘ʻ" and (draft.roles or draft.titles):
            name = read_name(page, j, limit)
            if name > j:
                return _named(page, draft, j, name)
        return _passed_over(page, draft, j, limit)
    if "portfolio" in classes or "modifier" in classes:
        role = read_role(page, j, limit, noun_phrase, depth)
        if role is not None:
            draft.roles += (role,)
            return _more_roles(page, draft, role.end, limit, depth)
    if "counterpart" in classes and (draft.determiner or draft.countries or draft.body):
        draft.counterpart = True
        draft.noun = page.lower[j]
        draft.former = draft.former or draft.noun.startswith("predecessor")
        draft.plural = page.lower[j].endswith("s")
        draft.head = (j, j + 1)
        k = j + 1
        if k < limit and page.lower[k] in ("from", "in", "of") and (page.is_capital(k + 1 if k + 1 < limit else k) or page.lower[k + 1 : k + 2] == ["the"]):
            m = k + 1 + (page.lower[k + 1] == "the")
            entry = primary(page, m) if m < limit else None
            if entry is not None and entry.kind in ("state", "capital") and entry.country:
                draft.countries += (entry.country,)
                draft.inner += (geo(page, m, page.hits[m]),)
                k = page.hits[m].end
                if k < limit and page.text[k] == ",":
                    return k
        return k
    if "private" in classes:
        draft.private = True
        draft.head = (j, j + 1)
        draft.noun = page.lower[j]
        return j + 1
    special = _noun(page, draft, j, limit, depth)
    if special:
        return special
    if "modifier" in classes:
        draft.former = draft.former or "former" in classes
        draft.deputy = draft.deputy or page.lower[j] in ("deputy", "vice")
        return j + 1
    if "particle" in classes:
        name = read_name(page, j, limit)
        if name > j:
            return _named(page, draft, j, name)
    return j


def _passed_over(page: Page, draft: Draft, j: int, limit: int) -> int:
    """An adjective of no class before an office: "Colombia's right-wing President"."""
    if draft.start == j or draft.roles or draft.titles or not page.text[j].isalpha():
        return j
    k = j + 1
    if k + 1 < limit and page.hyphen(k) and page.text[k + 1].islower():
        k += 2
    if k < limit and (page.office(k) is not None or page.of(k) & {"portfolio", "modifier"}):
        return k
    return j


def _noun(page: Page, draft: Draft, j: int, limit: int, depth: int) -> int:
    """Institutions, forces, delegations, groups; 0 when the word is none of them."""
    classes = page.of(j)
    if "institution" in classes or (
        j + 1 < limit and "portfolio" in classes and "institution" in page.of(j + 1)
    ):
        k = j + 1 if "institution" in classes else j + 2
        if k < limit:
            role = read_role(page, k, limit, noun_phrase, depth)
            if role is not None and (role.start < role.end):
                draft.roles += (role,)
                return _more_roles(page, draft, role.end, limit, depth)
        draft.kind, draft.noun, draft.head = "state", page.lower[k - 1], (j, k)
        return -_in_state(page, draft, k, limit)
    force = _force(page, j, limit)
    if force:
        draft.kind, draft.noun, draft.head = "force", page.lower[force - 1], (j, force)
        return -force
    if "delegation" in classes:
        draft.kind, draft.noun, draft.head = "delegation", page.lower[j], (j, j + 1)
        return -(j + 1)
    if "group-noun" in classes:
        draft.kind, draft.noun, draft.head = "group", page.lower[j], (j, j + 1)
        return -(j + 1)
    if "country-noun" in classes:
        draft.kind, draft.noun, draft.head = "country-noun", page.lower[j], (j, j + 1)
        return -(j + 1)
    return 0


def _in_state(page: Page, draft: Draft, k: int, limit: int) -> int:
    """"The Commerce Ministry in Beijing", "the government of Kenya": where the noun has no side yet."""
    if k + 1 < limit and page.lower[k] in ("in", "of"):
        m = k + 1 + (page.lower[k + 1] == "the")
        entry = primary(page, m) if m < limit else None
        if entry is not None and entry.country and entry.kind in ("state", "capital") and not draft.countries:
            draft.countries += (entry.country,)
            draft.inner += (geo(page, m, page.hits[m]),)
            return page.hits[m].end
    return k


def _force(page: Page, j: int, limit: int) -> int:
    """End of "air and naval forces" at ``j``, 0 if it is none."""
    k = j
    while k < limit and k - j < 8:
        classes = page.of(k)
        if "force-noun" in classes and not (
            k + 1 < limit and page.of(k + 1) & {"force-noun", "force-adjective"} and page.lower[k + 1] != "forces"
            and "force-adjective" in classes
        ):  # fmt: skip
            if k + 1 < limit and "force-noun" in page.of(k + 1):
                k += 1
                continue
            return k + 1
        if "force-adjective" in classes or (page.lower[k] in ("and", ",", "-") and k > j):
            k += 1
        else:
            return 0
    return 0


def _known(page: Page, draft: Draft, j: int, hit: Hit, limit: int, depth: int) -> int:
    entry = primary(page, j)
    assert entry is not None
    kind = entry.kind
    if kind == "office":
        role = read_role(page, j, limit, noun_phrase, depth)
        if role is None:
            return j
        draft.roles += (role,)
        return _more_roles(page, draft, role.end, limit, depth)
    if kind == "title" and draft.roles and hit.end == j + 1 and page.lower[j] in page.given:
        name = read_name(page, j, limit)  # "Defense Minister Amir Peretz"
        if name > j + 1:
            return _named(page, draft, j, name)
    if kind == "title":
        words = page.lower[j : hit.end]
        draft.titles += tuple(w.strip(".") for w in words if w != ".")
        if entry.note in ("rank", "noble") and (entry.note == "noble" or HIGH_RANKS & set(draft.titles)):
            draft.political += 1
        end = hit.end
        return end + 1 if end < limit and page.text[end] == "." and page.glued(end) else end
    if kind == "person" or hit.of("person") is not None or (page.lower[j] in page.given and hit.end == j + 1):
        name = read_name(page, j, limit)
        if name > j + 1 and page.lower[j] in page.honours and (
            page.lower[j] in _ROYAL or not entry.name.lower().startswith(page.lower[j])
        ):
            draft.entry = hit.of("person")
            draft.titles += (page.lower[j],)  # an alias that holds the title: "King Charles III"
            draft.political += 1
            j += 1
        if name > j and (kind == "person" or name > hit.end or draft.roles or draft.titles):
            return _named(page, draft, j, name)
        if kind == "person":
            return j
    if kind in ("outlet", "series", "other", "given"):
        if draft.roles or draft.countries or draft.titles:
            return j
        return _agency(page, draft, j, hit, limit, depth) if kind == "outlet" else j
    if kind == "adjective":
        return _adjective(page, draft, j, hit, entry, limit)
    return _side(page, draft, j, hit, entry, limit, depth)


def _agency(page: Page, draft: Draft, j: int, hit: Hit, limit: int, depth: int) -> int:
    return j


def _adjective(page: Page, draft: Draft, j: int, hit: Hit, entry: Entry, limit: int) -> int:
    if draft.roles or draft.titles:
        return j
    end = hit.end
    if end + 1 < limit and page.hyphen(end):
        following = primary(page, end + 1)
        if following is not None and following.kind in ("adjective", "state"):
            draft.inner += (geo(page, j, hit),)
            draft.countries += (entry.country or entry.id,)
            return end + 1
        if page.text[end + 1][0].islower():
            draft.inner += (geo(page, j, hit),)
            return end + 2
    draft.inner += (geo(page, j, hit),)
    draft.countries += (entry.country or entry.id,)
    if end + 1 < limit and page.lower[end] in ("and", ",", "or"):
        k = end + 1
        if page.lower[end] == "," and page.lower[k] == "and" and k + 1 < limit:
            k += 1
        following = primary(page, k)
        if following is not None and following.kind == "adjective" and (
            page.lower[end] != "," or _list_goes_on(page, page.hits[k].end, limit)
        ):
            return k
    return end


def _list_goes_on(page: Page, k: int, limit: int) -> bool:
    """After "Uzbek, Tajik": does "and Turkmen" follow?"""
    if k + 1 < limit and page.lower[k] in ("and", ","):
        m = k + 1 + (page.lower[k + 1] == "and")
        following = primary(page, m) if m < limit else None
        return following is not None and following.kind == "adjective"
    return False


_ALONE = frozenset({"state", "capital", "adjective", "place"})
_GOES_ON = frozenset({"'s", "’s", "'", "’", "-", "–", "‐", "‑", "("})


def stands_alone(page: Page, hit: Hit, limit: int) -> bool:
    """Is this plainly a state, city or demonym by itself, with nothing after it to join to?"""
    if len(hit.entries) != 1 or hit.entries[0].kind not in _ALONE:
        return False
    k = hit.end
    if k >= limit:
        return True
    if page.live[k] or page.text[k] in _GOES_ON:
        return False
    if hit.entries[0].kind != "adjective":
        return True
    return page.lower[k] not in ("and", ",", "or") and not (k + 1 < limit and page.live[k + 1])


def geo(page: Page, j: int, hit: Hit) -> Draft:
    """The draft of one hit of the gazetteer: a state, body, force or place by its name."""
    entry = primary(page, j)
    form = "adjective" if entry is not None and entry.kind == "adjective" else "name"
    kind = {"body": "organisation", "force": "force", "place": "place"}.get(entry.kind if entry else "", "state")
    found = Draft(j, hit.end, (j, hit.end), kind, form, entry=entry)
    if entry is not None:
        found.countries = (entry.country,) if entry.country else ()
        found.body = entry.organisation
    return found


def _side(page: Page, draft: Draft, j: int, hit: Hit, entry: Entry, limit: int, depth: int) -> int:
    """A state, body, capital, metonym, force or place: possessor, attribute, or the phrase itself."""
    if draft.roles or draft.titles or draft.private:
        return j
    end = hit.end
    found = geo(page, j, hit)
    if entry.weak and entry.kind == "metonym":
        found.countries = ()  # "Foreign Office": many states have one
    if end + 1 < limit and page.text[end] == "(":
        for m in range(end + 1, min(end + 4, limit)):
            if page.text[m] == ")":
                if page.possessive(m + 1) or (m + 1 < limit and page.entry(m + 1, "office")):
                    end = m + 1
                break
    if page.possessive(end) or (end < limit and page.hyphen(end) and end + 1 < limit and page.text[end + 1][0].islower() and page.text[end] == "-"):
        if page.hyphen(end):
            draft.inner += (found,)
            return end + 2
        mark = len(draft.inner)
        draft.inner += (found,)
        before = draft.countries, draft.body
        draft.countries += found.countries
        draft.body = draft.body or found.body
        after = end + 1
        if after < limit and (_goes_on(page, after, limit, depth) or _passed_over(page, draft, after, limit) > after):
            return after
        draft.inner = draft.inner[:mark]
        draft.countries, draft.body = before
        end = hit.end
    elif end < limit and entry.kind != "people" and _attributive(page, draft, end, limit, depth):
        draft.inner += (found,)
        draft.countries += found.countries
        draft.body = draft.body or found.body
        return end
    if hit.end < limit and page.hyphen(hit.end) and hit.end + 1 < limit:
        following = primary(page, hit.end + 1)
        if following is not None and following.kind in ("adjective", "state", "body", "capital"):
            nxt = page.hits[hit.end + 1].end
            if nxt < limit and _attributive(page, draft, nxt, limit, depth):
                draft.inner += (found,)
                draft.countries += found.countries
                return hit.end + 1
    draft.kind, draft.entry, draft.head = found.kind, entry, (j, hit.end)
    draft.countries += found.countries
    draft.body = draft.body or found.body
    return -hit.end


def _goes_on(page: Page, k: int, limit: int, depth: int) -> bool:
    """After a possessor: does a phrase about an actor follow?"""
    if depth > 2:
        return False
    inner = noun_phrase(page, k, limit, depth + 1)
    return inner is not None and (
        inner.kind in ("person", "name", "force", "delegation")
        or (inner.kind == "state" and inner.noun != "")
        or (inner.kind == "group" and inner.noun in ("leaders", "ministers", "officials", "envoys", "diplomats", "presidents", "premiers", "chiefs"))
        or (inner.kind == "state" and inner.entry is not None and inner.entry.kind == "metonym")
        or inner.kind == "force"
    )


def _attributive(page: Page, draft: Draft, k: int, limit: int, depth: int) -> bool:
    """"US President", "Myanmar Prime Minister", "EU foreign policy chief": does an office follow?"""
    classes = page.of(k)
    if page.office(k) is not None:
        return True
    if "portfolio" in classes or "modifier" in classes:
        return read_role(page, k, limit, noun_phrase, 3) is not None or (
            k + 1 < limit and ("institution" in page.of(k + 1) or bool(_force(page, k, limit)))
        )
    if "counterpart" in classes or "institution" in classes or "delegation" in classes:
        return True
    if "force-noun" in classes or "force-adjective" in classes:
        return bool(_force(page, k, limit))
    if page.entry(k, "title"):
        return True
    if page.entry(k, "metonym", "adjective") and draft.kind == "":
        return page.entry(k, "adjective") is None
    return _office_ahead(page, k, limit) > k


def _office_ahead(page: Page, j: int, limit: int) -> int:
    """Start of an office after capitalised words of an unknown body ("Sena chief"), else ``j``."""
    k = j
    if page.posts.find(1, j, min(limit, j + 12)) < 0:
        return j
    while k < limit and k - j < 6:
        if page.office(k) is not None:
            return k
        if k == j and "common" in page.of(k) and "portfolio" not in page.of(k):
            return j
        if not page.is_capital(k) and not page.hyphen(k) and not (k > j and page.possessive(k)) and page.lower[k] not in ("and", "&"):
            return j
        if page.lower[k] in ("and", "&") and not (k + 1 < limit and page.of(k + 1) & {"not-name", "portfolio"}):
            return j
        if page.entry(k, "person") or (k in page.blocked):
            return j
        hit = page.hits.get(k)
        k = hit.end if hit is not None else k + 1
    return j


def _capital(page: Page, draft: Draft, j: int, limit: int, depth: int) -> int:
    classes = page.of(j)
    if page.lower[j] in HIGH_RANKS and page.text[j].isupper() and not page.titled:
        draft.titles += (page.lower[j],)
        draft.political += 1
        return j + 1
    if j == draft.start and "common" in classes and page.lower[j] not in page.given and "portfolio" not in classes and "modifier" not in classes:
        return j
    if "portfolio" in classes or "modifier" in classes:
        role = read_role(page, j, limit, noun_phrase, depth)
        if role is not None:
            draft.roles += (role,)
            return _more_roles(page, draft, role.end, limit, depth)
        if "modifier" in classes and j + 1 < limit and page.entry(j + 1, "adjective", "state"):
            draft.former = draft.former or "former" in classes  # "Former Peruvian President"
            draft.deputy = draft.deputy or page.lower[j] in ("deputy", "vice")
            return j + 1
    if "counterpart" in classes and not draft.roles:
        draft.counterpart, draft.head = True, (j, j + 1)
        return j + 1
    if not draft.roles and not draft.titles:
        ahead = _office_ahead(page, j, limit)
        if ahead > j and not _is_name_before(page, j, ahead):
            return _unknown_body(page, draft, j, ahead, limit, depth)
        run = organisation_run(page, j, limit)
        if run > j and run < limit and page.office(run) is not None:
            return _unknown_body(page, draft, j, run, limit, depth)
        force = _force(page, j, limit)
        if force and draft.countries:
            draft.kind, draft.noun, draft.head = "force", page.lower[force - 1], (j, force)
            return -force
        if run > j and not page.lower[j] in page.given:
            return _institution(page, draft, j, run, limit, depth)
    strict, page.strict = page.strict, page.strict and not draft.roles and not draft.titles
    name = read_name(page, j, limit)
    page.strict = strict
    if name > j:
        return _named(page, draft, j, name)
    if "modifier" in classes:
        draft.former = draft.former or "former" in classes
        draft.deputy = draft.deputy or page.lower[j] in ("deputy", "vice")
        return j + 1
    if "private" in classes:
        draft.private, draft.noun = True, page.lower[j]
        return j + 1
    return j


def _is_name_before(page: Page, j: int, ahead: int) -> bool:
    """Is the run before an office a person ("Mr Smith Foreign Minister") rather than a body?"""
    return page.lower[j] in page.given and read_name(page, j, ahead) == ahead and ahead - j > 1


def _unknown_body(page: Page, draft: Draft, j: int, ahead: int, limit: int, depth: int) -> int:
    role = None
    start = j
    for k in range(j, ahead + 1):
        role = read_role(page, k, limit, noun_phrase, depth)
        if role is not None:
            start = k
            break
    if role is None:
        return j
    known = [page.hits[k] for k in range(j, start) if k in page.hits]
    for hit in known:
        found = geo(page, hit.start, hit)
        if found.entry is not None and found.entry.kind not in ("outlet", "other", "series", "title", "person"):
            draft.inner += (found,)
            draft.countries += found.countries
            draft.body = draft.body or found.body
    if start > j and role.standing == "political" and not public_words(page, j, start) and draft.body is None:
        if not all("portfolio" in page.of(k) or "modifier" in page.of(k) for k in range(j, start)):
            role.standing = doubt(page, role, j, start)
    if start > j:
        role.name = " ".join(page.words(j, role.end).split()).lower()
    draft.roles += (role,)
    return _more_roles(page, draft, role.end, limit, depth)


def _institution(page: Page, draft: Draft, j: int, run: int, limit: int, depth: int) -> int:
    """"Foreign Ministry", "Department of Defense": a state's house, or some other body's name."""
    words = {c for k in range(j, run) for c in page.of(k)}
    last = page.of(run - 1)
    house = "institution" in words or page.lower[j] in ("council", "parliament", "senate", "congress")
    for k in range(j, run):
        entry = primary(page, k)
        if entry is not None and entry.country and k in page.hits and entry.kind in ("state", "adjective"):
            draft.countries += (entry.country,)
            draft.inner += (geo(page, k, page.hits[k]),)
    if run < limit and (page.office(run) is not None or "and" in page.lower[run : run + 1]):
        ahead = next((k for k in range(run, min(run + 5, limit)) if page.office(k) is not None), -1)
        if ahead > 0 and all(page.is_capital(k) or page.lower[k] == "and" for k in range(run, ahead)):
            return _unknown_body(page, draft, j, ahead, limit, depth)
    if page.possessive(run) and run + 1 < limit:
        role = read_role(page, run + 1, limit, noun_phrase, depth)
        if role is not None:
            draft.roles += (role,)
            return _more_roles(page, draft, role.end, limit, depth)
    if not house and not ("force-noun" in last and draft.countries):
        return j
    draft.kind = "force" if "force-noun" in last and not house else "state"
    draft.noun, draft.head = page.lower[run - 1], (j, run)
    return -_in_state(page, draft, run, limit)


def _more_roles(page: Page, draft: Draft, j: int, limit: int, depth: int) -> int:
    """"Deputy Prime Minister and Foreign Minister X": a second office before the name."""
    role = draft.roles[-1]
    if j + 1 < limit and page.lower[j] in ("and", "&", "/", ",") and not role.plural and len(draft.roles) < 4:
        second = read_role(page, j + 1, limit, noun_phrase, depth)
        if second is not None and not second.plural:
            follows = read_name(page, second.end, limit) if second.end < limit else second.end
            told = bool(second.countries or second.body) and not role.countries and not role.body
            closed = depth == 1 and (second.end >= limit or page.text[second.end] in ",.;)")
            if follows > second.end or told or (closed and page.lower[j] != ","):
                draft.roles += (second,)
                if role.standing != "political":
                    second.standing = role.standing
                return second.end
    return j


_SHIPS = frozenset(
    "uss hms hmas ins ship frigate destroyer cruiser carrier submarine corvette vessel tanker class camp fort "
    "port cape mount lake san st uns ns nns jds pns rfs kri usns lake operation exercise hurricane typhoon "
    "storm airport street square".split()
)


def _named(page: Page, draft: Draft, start: int, end: int) -> int:
    """A name that is read; not that of a ship, a camp or an airport that is called so."""
    first = draft.start
    if first and page.lower[first - 1] in _SHIPS and not draft.roles:
        return start
    if end < page.n and page.is_capital(end) and end not in page.blocked and "not-name" in page.of(end):
        if page.office(end) is None and not page.titled and not page.hyphen(end):
            return start
    draft.name = draft.head = (start, end)
    return -end


def _finish(page: Page, draft: Draft, end: int) -> Draft | None:
    draft.end = end
    if end <= draft.start:
        return None
    if draft.head[0] >= draft.head[1]:
        draft.head = (draft.start, end)
    role = draft.role
    if role is not None and draft.deputy and not role.name.startswith(("deputy", "vice")):
        role.name, role.level = f"deputy {role.name}", below(role.level)
    if role is not None and draft.start and "domestic" in page.of(draft.start - 1) and not draft.countries:
        if page.start[draft.start] - page.end[draft.start - 1] == 1 and not draft.determiner:
            role.standing = doubt(page, role, draft.start - 1, draft.start)
    for found in draft.roles:
        draft.former = draft.former or found.former
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
    if draft.kind in ("force", "delegation") and not draft.countries and not draft.body:
        if draft.kind == "delegation" and draft.number and draft.noun in ("sides", "teams", "delegations", "leaders", "ministers", "presidents", "premiers", "officials", "envoys", "diplomats"):
            draft.kind = "group"
            return draft
        return None
    if draft.kind == "state" and draft.noun and not draft.countries and not draft.body and not draft.determiner:
        return draft if page.is_capital(draft.head[0]) else None
    if draft.kind == "group" and not (draft.number or draft.countries or draft.determiner in ("the", "their", "these")):
        return None
    return draft


def _of_side(page: Page, draft: Draft, limit: int, depth: int) -> None:
    """"President Pedro Sánchez of Spain", "Cheng Hongbo of the Chinese Embassy"."""
    k = draft.end
    if draft.name is None or draft.plural or k + 1 >= limit or page.lower[k] not in ("of", "from"):
        return
    m = k + 1 + (page.lower[k + 1] == "the")
    entry = primary(page, m) if m < limit else None
    if entry is None or entry.kind not in ("state", "adjective", "body"):
        return
    inner = noun_phrase(page, k + 1, limit, depth + 1)
    if inner is None or inner.kind not in ("state", "organisation"):
        return
    if not draft.countries and draft.body is None:
        draft.countries += inner.countries
        draft.body = inner.body
    if draft.kind == "name":
        draft.kind = "person"
        draft.political += bool(inner.noun) or page.lower[k] == "of"
    draft.inner += (inner,)
    draft.end = inner.end


def _owned(page: Page, owner: Draft, limit: int, depth: int) -> Draft:
    """"Joe Biden's adviser Jake Sullivan": the possessed phrase, with its possessor inside."""
    after = noun_phrase(page, owner.end + 1, limit, depth + 1)
    if after is None or after.determiner or after.kind not in ("person", "delegation", "state", "force", "name"):
        return owner
    if after.kind == "state" and not after.noun or after.kind == "name":
        return owner
    if after.kind == "force" and not after.noun:
        return owner
    after.start = owner.start
    after.owner = owner
    after.inner = (owner, *after.inner)
    return after


__all__ = ["geo", "noun_phrase", "portfolio_run", "primary", "stands_alone"]
