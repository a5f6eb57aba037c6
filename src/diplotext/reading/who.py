"""Actors of one article: every mention, and who is who. The entry of this part of the reading.

``read`` takes the article, its tokens, sentences and dates, and returns mentions sorted by
``(start, -end)`` that nest and never cross, and the actors they speak of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from diplotext.lexicon import gazetteer, given_names
from diplotext.lexicon.gazetteer import Gazetteer, Hit
from diplotext.lexicon.holders import Roll, roll
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Actor, Article, DateMention, Mention, Sentence
from diplotext.reading import cataphora, fellows, gender
from diplotext.reading.coreference import Discourse
from diplotext.reading.drafts import Draft, Role
from diplotext.reading.known import FAMILY_FIRST, key_of, leads, surnames
from diplotext.reading.mentions import read_sentence
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster, People
from diplotext.reading.records import build
from diplotext.reading.sides import UNIQUE, settle
from diplotext.reading.wordsets import words

_BACK = 9  # sentences, this one with them, in which the other of two counterparts is looked for
_UNREAD = frozenset({"boilerplate", "credit", "header", "byline"})


def read(
    article: Article,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    *,
    hits: Sequence[Hit] | None = None,
    names: Gazetteer | None = None,
    known: Roll | None = None,
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """All mentions of actors and places, resolved, and the actors of the article.

    ``hits`` saves a second pass where the caller has the gazetteer's hits already; ``names`` is
    a gazetteer of the caller's own, ``known`` the office holders that go with it. Sentences in
    boilerplate, credits, bylines and scraped headers are not read.
    """
    found = (names or gazetteer()).find(tokens) if hits is None else hits
    page = Page(tokens, found, dates)
    known = known or roll()
    page.surnames = surnames(known).keys()
    body: list[Draft] = []
    titles: list[tuple[int, int, int]] = []
    starts = [tokens.at(sentence.span.start) for sentence in sentences]
    for number, sentence in enumerate(sentences):
        if sentence.part in _UNREAD:
            continue
        start, end = starts[number], tokens.at(sentence.span.end)
        if start >= end:
            continue
        page.covered[start:end] = bytes(end - start)
        if title_case(page, start, end, sentence.part == "headline"):
            titles.append((start, end, number))
        else:
            body += read_sentence(page, start, end, number)
    people = People(page, article.published, known)
    all_body = flatten(body)
    people.add(all_body)
    page.known.update(word for cluster in people.clusters for word in cluster.key)
    page.strict = page.titled = True
    heads: list[Draft] = []
    for start, end, number in titles:
        heads += read_sentence(page, start, end, number)
    all_heads = flatten(heads)
    people.add(all_heads)
    drafts = body
    everything = all_body
    if heads:
        drafts = sorted(body + heads, key=_START)
        everything = sorted(all_body + all_heads, key=_START)
    dateline = country_of(article.dateline)
    _counterparts(everything)
    states = _states(everything)
    sides = {code for _, _, code in states}
    sides.update(d.body for d in everything if d.kind == "organisation" and d.body)
    judge(people.clusters, sides, article.published, known)
    fellows.serve(people.clusters)
    cataphora.link(page, drafts, people.clusters)
    political = [c for c in people.clusters if c.political]
    settle(political, states, dateline, article.published, known, page.lower, starts)
    gender.settle(page, everything, people.clusters)
    discourse = Discourse(page, people.clusters, dateline, starts, article.published)
    referents = discourse.read(drafts)
    records = build(page, drafts, people.clusters, referents)
    for cluster in people.clusters:
        cluster.drafts = []  # which name their cluster: no ring is left to the garbage collector
    return records


def title_case(page: Page, start: int, end: int, headline: bool) -> bool:
    """Does nearly every word that matters have a capital, as in a headline?"""
    if page.text[end - 1] == "." and not headline:
        return False
    words = lower = 0
    for i in range(start, end):
        word = page.text[i]
        if word[0].isalpha():
            words += 1
            if word[0].islower() and word not in _SMALL:
                lower += 1
    return words > 2 and lower <= (0.2 if headline else 0.1) * words


_SMALL = words(
    "a an the of and or to in on at for with by from as over after amid into vs via s "
    "than up off out bin al el de da do dos del la le van von der"
)


def flatten(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with all that hang on them, each once, in text order."""
    found: dict[int, Draft] = {}
    stack = list(reversed(drafts))
    while stack:
        draft = stack.pop()
        if id(draft) not in found:
            found[id(draft)] = draft
            if draft.inner or draft.members:
                stack += (*draft.inner, *draft.members)
    flat = sorted(found.values(), key=_END, reverse=True)
    flat.sort(key=_START)  # outer ones first
    return flat


_START, _END = attrgetter("start"), attrgetter("end")


def country_of(place: str | None) -> str | None:
    """The state in which a dateline's place lies, if the gazetteer knows exactly one."""
    if not place:
        return None
    text = place.title() if place.isupper() and len(place) > 4 else place
    for name in (text, *text.split(",")):
        for entry in gazetteer().lookup(name.strip()):
            if entry.kind in ("capital", "state", "place") and entry.country:
                return entry.country
    return None


_FIELD_RANKS = words("captain capt commander cmdr cdr major maj")  # who speak for their force
_LINE = words("predecessor predecessors successor successors")


def _counterparts(drafts: Sequence[Draft]) -> None:
    """As in "his Russian counterpart Lavrov": the office of the one who has the counterpart."""
    first_of: dict[int, Draft] = {}
    for draft in drafts:
        if draft.kind not in ("person", "name") or draft.cluster is None:
            continue
        if draft.companion:
            continue
        if draft.counterpart and not draft.roles:
            source = next(
                (first_of[s] for s in range(draft.sentence, -1, -1)[:_BACK] if s in first_of), None
            )
            cluster = source.cluster if source is not None else None
            if draft.noun in _LINE:
                draft.mate = source
            if isinstance(cluster, Cluster) and cluster is not draft.cluster:
                roles = cluster.roles
                if roles and not _holds_another(draft.cluster, roles[0]):
                    role = roles[0]
                    copied = Role(role.start, role.end, role.name, role.level)
                    copied.standing = role.standing
                    draft.roles += (copied,)
                    if isinstance(draft.cluster, Cluster):
                        draft.cluster.changed()
            continue
        first_of.setdefault(draft.sentence, draft)


def _holds_another(cluster: object, role: Role) -> bool:
    """Does the register know this person, and never in that one office of a state?"""
    person = cluster.person if isinstance(cluster, Cluster) else None
    if person is None or role.level not in UNIQUE:
        return False
    return role.level not in {term.level for term in person.terms}


def _states(drafts: Sequence[Draft]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    forces: list[tuple[int, int, str]] = []
    for draft in drafts:
        if draft.kind == "force" and draft.entry is not None and draft.countries:
            forces.append((draft.start, draft.sentence, draft.countries[0]))
        elif draft.kind in ("state", "place") and draft.entry is not None and draft.countries:
            found.append((draft.start, draft.sentence, draft.countries[0]))
    if forces:
        codes = Counter([code for _, _, code in (*found, *forces)])
        # "Western Command" alone tells little
        found += [named for named in forces if codes[named[2]] > 1]
    return sorted(found)


def judge(clusters: Sequence[Cluster], named: set[str], day: date | None, known: Roll) -> None:
    """Decide which persons are political: what the phrases say for and against, summed up.

    ``named`` are the states and bodies of the article. A bare surname that is a top office
    holder's needs more than itself: his state, or, of one who leads a state, any state or another
    such surname.
    """
    renowned = [c for c in clusters if _renowned(c, day, known)]
    for cluster in clusters:
        for_it = against = 0
        for draft in cluster.drafts:
            if draft.private and not any(r.standing == "political" for r in draft.roles):
                against += 2
            for role in draft.roles:
                if role.standing == "political":
                    for_it += (
                        2
                        if role.level != "generic"
                        or draft.countries
                        or draft.body
                        or draft.owner
                        or role.countries
                        or role.body
                        or role.owner
                        else 1
                    )
                elif role.standing == "private":
                    against += 2
                else:
                    for_it += 1 if (draft.countries or draft.body or role.countries) else 0
            for_it += draft.political
            if not _FIELD_RANKS.isdisjoint(draft.titles) and not draft.roles:
                for_it += any(inner.kind == "force" for inner in draft.inner)
            if draft.counterpart and not draft.companion:
                for_it += 2
            if (
                (draft.countries or draft.body)
                and not draft.roles
                and not draft.private
                and (draft.kind == "name" or draft.companion)
            ):
                for_it += 1
        if cluster.person is not None:
            full = len(cluster.key) > 1
            near = not named.isdisjoint({cluster.person.country, cluster.person.organisation})
            near |= cluster in renowned and (bool(named) or len(renowned) > 1)
            spoken = any(draft.roles or draft.titles for draft in cluster.drafts)
            for_it += 3 if full or near else int(spoken)
        cluster.political = for_it > 0 and for_it > against
    by_order = sorted([d for c in clusters for d in c.drafts], key=_START)
    last: Cluster | None = None
    for draft in by_order:
        here = draft.cluster
        if not isinstance(here, Cluster):
            continue
        if draft is here.drafts[0] and last is not None and not last.political:
            told = [d for d in here.drafts if d.roles]
            if told and here.person is None and all(map(_dependent, told)):
                here.political = False  # the deputy of somebody who is no actor
        last = here


def _renowned(cluster: Cluster, day: date | None, known: Roll) -> bool:
    """Does the bare surname name one who leads a state that day? Without a day, only if nobody else
    is called so.
    """
    person, word = cluster.person, cluster.key[0]
    if person is None or len(cluster.key) > 1:
        return False
    if person.country in FAMILY_FIRST and word != key_of(person.name)[0]:
        return False
    if day is None and (word in given_names() or surnames(known).get(word) != (person,)):
        return False
    return leads(person, day)


def _dependent(draft: Draft) -> bool:
    """Is the office told only as somebody's: "his deputy X"?"""
    return draft.determiner in ("his", "her") and bool(draft.roles) and not draft.counterpart
