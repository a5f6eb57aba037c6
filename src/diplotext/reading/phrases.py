"""One noun phrase at a time: determiner, sides, offices, titles, name - what it speaks of.

``noun_phrase`` reads forward from a token and returns a Draft, or None where no phrase about an
actor or a place starts. It decides by form alone; who is meant is settled in ``coreference``.
"""

from __future__ import annotations

from diplotext.lexicon.gazetteer import Hit
from diplotext.reading.drafts import Draft
from diplotext.reading.hits import primary, read_demonym
from diplotext.reading.marks import DASHES, NO_HEAD
from diplotext.reading.names import read_name
from diplotext.reading.nouns import (
    SIDED,
    force_run,
    is_name_before,
    more_roles,
    office_ahead,
    read_institution,
    read_noun,
    read_unknown_body,
)
from diplotext.reading.page import Page
from diplotext.reading.phrasekinds import finish
from diplotext.reading.possessors import pass_over, read_side
from diplotext.reading.relations import TWINS, of_states, stands_alone
from diplotext.reading.roles import read_role
from diplotext.reading.runs import organisation_run
from diplotext.reading.titles import HIGH_RANKS, ROYAL, named, read_title

_PARTS = 16  # of one phrase; what has more is a heap of capitals

_POSSESSOR_PRONOUNS = frozenset({"his", "her", "their", "its"})

_INVISIBLE = frozenset("\u200b\u200e\u200f\u2060\ufeff\u00ad")

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def noun_phrase(page: Page, i: int, limit: int, depth: int = 0) -> Draft | None:
    """The phrase that starts at token ``i``, or None."""
    if i >= limit:
        return None
    draft = Draft(i, i, (i, i), "")
    j = _determiner(page, draft, i)
    for _ in range(_PARTS):
        if j >= limit or j - i >= 60:
            break
        after = _step(page, draft, j, limit, depth)
        if after < 0:  # the phrase is complete and ends at -after
            j = -after
            break
        if after == j:
            break
        j = after
    if finish(page, draft, j) is None:
        return None
    if draft.kind in ("person", "name") and depth < 2:
        _of_side(page, draft, limit, depth)
    if (
        depth < 2
        and (draft.kind in ("person", "name") or (draft.kind == "delegation" and draft.countries))
        and page.possessive(draft.end)
    ):
        return _owned(page, draft, limit, depth)
    return draft


def _determiner(page: Page, draft: Draft, i: int) -> int:
    if "determiner" not in page.of(i) or page.initial(i):
        return i
    word = page.lower[i]
    if word in NO_HEAD or (page.is_capital(i) and page.hits.get(i) is not None):
        return i
    if word == "the" and page.entry(i, "state") is not None:
        return i  # "the Netherlands": the article belongs to the name
    draft.determiner = word
    draft.definite = (
        word in ("the", "this", "that", "these", "those", "both") or word in _POSSESSOR_PRONOUNS
    )
    draft.number = _NUMBERS.get(word)
    if word in ("his", "her", "their"):
        draft.inner += (_pronoun(i),)
    j = i + 1
    if (
        j < page.n
        and word in ("the", "all", "these", "those", "his", "its", "their", "other")
        and page.lower[j] in _NUMBERS
    ):
        draft.number = _NUMBERS[page.lower[j]]
        j += 1
    return j


def _pronoun(i: int) -> Draft:
    return Draft(i, i + 1, (i, i + 1), "pronoun", "pronoun")


def _step(page: Page, draft: Draft, j: int, limit: int, depth: int) -> int:
    """Read one part at ``j``: its end, ``j`` to stop, or the negative end of the whole phrase."""
    if j in page.blocked and not (page.is_capital(j) and (draft.roles or draft.titles)):
        return j
    hit = page.hits.get(j)
    if hit is not None:
        return _known(page, draft, j, hit, limit, depth)
    classes = page.of(j)
    if page.lower[j] == "opposite" and page.lower[j + 1 : j + 2] == ["number"]:
        j, classes = j + 1, page.of(j + 1) | {"counterpart"}
    if draft.number == 2 and page.lower[j] in TWINS:
        draft.kind, draft.noun, draft.head = "group", "countries", (j, j + 1)
        draft.countries = TWINS[page.lower[j]]
        return -(j + 1)
    if page.posts[j]:
        role = read_role(page, j, limit, noun_phrase, depth)
        if role is not None:
            draft.roles += (role,)
            return more_roles(page, draft, role.end, limit, depth, noun_phrase)
    if page.is_capital(j):
        return _capital(page, draft, j, limit, depth)
    if page.lower[j] == "the" and (draft.roles or draft.titles):  # "Senator the Hon. Ann Bell"
        return j + 1 if page.entry(j + 1, "title") is not None else j
    if not classes:
        if page.text[j] in _INVISIBLE:
            return j + 1
        if (
            page.text[j] in DASHES
            and j > draft.start
            and "modifier" in page.of(j - 1)
            and page.glued(j)
        ):
            return j + 1
        if page.text[j] in "'’‘ʻ" and (draft.roles or draft.titles):
            name = read_name(page, j, limit)
            if name > j:
                return named(page, draft, j, name)
        return pass_over(page, draft, j, limit)
    if "portfolio" in classes or "modifier" in classes:
        role = read_role(page, j, limit, noun_phrase, depth)
        if role is not None:
            draft.roles += (role,)
            return more_roles(page, draft, role.end, limit, depth, noun_phrase)
    if "counterpart" in classes and (draft.determiner or draft.countries or draft.body):
        draft.counterpart = True
        draft.noun = page.lower[j]
        draft.former = draft.former or draft.noun.startswith("predecessor")
        draft.plural = page.lower[j].endswith("s")
        draft.head = (j, j + 1)
        return of_states(page, draft, j + 1, limit)
    if "companion" in classes and draft.determiner and stands_alone(page, j + 1, limit):
        draft.companion = draft.counterpart = True
        draft.noun, draft.head = page.lower[j], (j, j + 1)
        return -(j + 1)
    if "companion" in classes and draft.countries and page.is_capital(j + 1):
        return j + 1  # "Lao host Anou Vong"
    if "private" in classes:
        draft.private = True
        draft.head = (j, j + 1)
        draft.noun = page.lower[j]
        return j + 1
    special = read_noun(page, draft, j, limit, depth, noun_phrase)
    if special:
        return special
    if "modifier" in classes:
        draft.former = draft.former or "former" in classes
        draft.deputy = draft.deputy or page.lower[j] in ("deputy", "vice")
        return j + 1
    if "particle" in classes:
        name = read_name(page, j, limit)
        if name > j:
            return named(page, draft, j, name)
    return j


def _known(page: Page, draft: Draft, j: int, hit: Hit, limit: int, depth: int) -> int:
    entry = primary(page, j)
    assert entry is not None
    kind = entry.kind
    if kind == "office":
        role = read_role(page, j, limit, noun_phrase, depth)
        if role is None:
            return j
        draft.roles += (role,)
        return more_roles(page, draft, role.end, limit, depth, noun_phrase)
    if kind == "title" and draft.roles and hit.end == j + 1 and page.lower[j] in page.given:
        name = read_name(page, j, limit)  # "Defense Minister Omar Rashid"
        if name > j + 1:
            return named(page, draft, j, name)
    if kind == "title":
        return read_title(page, draft, j, hit, entry, limit)
    if (
        kind == "person"
        or hit.of("person") is not None
        or (page.lower[j] in page.given and hit.end == j + 1)
    ):
        titled = page.offices.get(" ".join(page.lower[j : j + 2]))
        if kind == "person" and titled is not None and hit.end > j + 2:
            # an alias that holds the title: "Crown Prince Haakon"
            draft.titles += tuple(page.lower[j : j + 2])
            draft.political += 1
            draft.entry = hit.of("person")
            return named(page, draft, j + 2, max(read_name(page, j + 2, limit), hit.end))
        name = read_name(page, j, limit)
        if (
            name > j + 1
            and page.lower[j] in page.honours
            and (page.lower[j] in ROYAL or not entry.name.lower().startswith(page.lower[j]))
        ):
            draft.entry = hit.of("person")
            draft.titles += (page.lower[j],)  # an alias that holds the title: "King Charles III"
            draft.political += 1
            j += 1 + (page.text[j + 1] == ".")
        if name > j and (kind == "person" or name > hit.end or draft.roles or draft.titles):
            return named(page, draft, j, name)
        if kind == "person":
            return j
    if kind == "place" and draft.roles and hit.end == j + 1:
        name = read_name(page, j, limit)
        if name > j + 1:
            return named(page, draft, j, name)
    if kind in ("outlet", "series", "other", "given"):
        return j
    if kind == "adjective":
        return read_demonym(page, draft, j, hit, entry, limit)
    return read_side(page, draft, j, hit, entry, limit, depth, noun_phrase)


def _capital(page: Page, draft: Draft, j: int, limit: int, depth: int) -> int:
    classes = page.of(j)
    if page.lower[j] in SIDED and draft.countries and j + 1 < limit and page.posts[j + 1]:
        return j + 1
    civil = bool(draft.roles) and draft.roles[-1].level != "military"  # "Deputy Minister AM Ali"
    if page.lower[j] in HIGH_RANKS and page.text[j].isupper() and not page.titled and not civil:
        draft.titles += (page.lower[j],)
        draft.political += 1
        return j + 1
    if (
        j == draft.start
        and "common" in classes
        and not page.initial(j)
        and page.lower[j] not in page.given
        and "portfolio" not in classes
        and "modifier" not in classes
    ):
        return j
    if "portfolio" in classes or "modifier" in classes:
        role = read_role(page, j, limit, noun_phrase, depth)
        if role is not None:
            draft.roles += (role,)
            return more_roles(page, draft, role.end, limit, depth, noun_phrase)
        if "modifier" in classes and j + 1 < limit and page.entry(j + 1, "adjective", "state"):
            draft.former = draft.former or "former" in classes  # "Former Peruvian President"
            draft.deputy = draft.deputy or page.lower[j] in ("deputy", "vice")
            return j + 1
    if "counterpart" in classes and not draft.roles:
        draft.counterpart, draft.head = True, (j, j + 1)
        return j + 1
    if not draft.roles and not draft.titles:
        ahead = office_ahead(page, j, limit)
        if ahead > j and not is_name_before(page, j, ahead):
            return read_unknown_body(page, draft, j, ahead, limit, depth, noun_phrase)
        run = organisation_run(page, j, limit)
        if run > j and run < limit and page.office(run) is not None:
            return read_unknown_body(page, draft, j, run, limit, depth, noun_phrase)
        force = force_run(page, j, limit)
        if force and draft.countries:
            draft.kind, draft.noun, draft.head = "force", page.lower[force - 1], (j, force)
            return -force
        if run > j and page.lower[j] not in page.given:
            after = read_institution(page, draft, j, run, limit, depth, noun_phrase)
            if after != j:
                return after
    strict, page.strict = page.strict, page.strict and not draft.roles and not draft.titles
    name = read_name(page, j, limit)
    page.strict = strict
    if name > j:
        return named(page, draft, j, name)
    if "modifier" in classes:
        draft.former = draft.former or "former" in classes
        draft.deputy = draft.deputy or page.lower[j] in ("deputy", "vice")
        return j + 1
    if "private" in classes:
        draft.private, draft.noun = True, page.lower[j]
        return j + 1
    return j


def _of_side(page: Page, draft: Draft, limit: int, depth: int) -> None:
    """As in "President Anna Berg of Norway", "Li Wen of the Chinese Embassy"."""
    k = draft.end
    if draft.name is None or draft.plural or k + 1 >= limit or page.lower[k] not in ("of", "from"):
        return
    m = k + 1 + (page.lower[k + 1] == "the")
    entry = primary(page, m) if m < limit else None
    if entry is None or entry.kind not in ("state", "adjective", "body", "force"):
        return
    inner = noun_phrase(page, k + 1, limit, depth + 1)
    if inner is None or inner.kind not in ("state", "organisation", "force"):
        return
    if not draft.countries and draft.body is None:
        draft.countries += inner.countries
        draft.body = inner.body
    if draft.kind == "name" and draft.name[1] - draft.name[0] == 1 and draft.entry is None:
        return  # "the Governments of the United States"
    if draft.kind == "name":
        draft.kind = "person"
        draft.political += bool(inner.noun) or page.lower[k] == "of"
    draft.inner += (inner,)
    draft.end = inner.end


def _owned(page: Page, owner: Draft, limit: int, depth: int) -> Draft:
    """As in "Joe Biden's adviser Jake Sullivan": the possessor is an inner phrase."""
    after = noun_phrase(page, owner.end + 1, limit, depth + 1)
    if (
        after is None
        or after.determiner
        or after.kind not in ("person", "delegation", "state", "force", "name")
    ):
        return owner
    if (after.kind == "state" and not after.noun) or after.kind == "name":
        return owner
    if after.kind == "force" and not after.noun:
        return owner
    after.start = owner.start
    after.owner = owner
    after.inner = (owner, *after.inner)
    return after
