"""From drafts to the records of ``models``: mentions with actors, without crossing spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diplotext.lexicon import states
from diplotext.models import Actor, Mention, MentionForm, MentionKind, Place, Span
from diplotext.reading.coreference import Referent
from diplotext.reading.drafts import Draft
from diplotext.reading.metonyms import reading
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster


class _Book:
    """Actors by id, made when first needed."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self._of: dict[int, str] = {}

    def person(self, cluster: Cluster) -> str:
        key = id(cluster)
        if key in self._of:
            return self._of[key]
        name = cluster.name
        actor_id = f"person:{name}"
        if actor_id in self.actors:
            actor_id = f"person:{name} ({cluster.country or cluster.body})"
        aliases = []
        if cluster.person is not None and cluster.person.name != name:
            aliases.append(cluster.person.name)
        self.actors[actor_id] = Actor(
            actor_id, name, "person", cluster.country, cluster.body, tuple(aliases)
        )
        self._of[key] = actor_id
        return actor_id

    def state(self, code: str) -> str:
        actor_id = f"state:{code}"
        if actor_id not in self.actors:
            known = states().get(code)
            self.actors[actor_id] = Actor(actor_id, known.name if known else code, "state", code)
        return actor_id

    def organisation(self, short: str) -> str:
        actor_id = f"org:{short}"
        self.actors.setdefault(actor_id, Actor(actor_id, short, "organisation", None, short))
        return actor_id

    def force(self, name: str, country: str | None) -> str:
        actor_id = f"force:{name}"
        self.actors.setdefault(actor_id, Actor(actor_id, name, "force", country))
        return actor_id

    def role(self, side: str, office: str, body: bool) -> str:
        actor_id = f"role:{side}:{office}"
        actor = Actor(actor_id, None, "person", None if body else side, side if body else None)
        self.actors.setdefault(actor_id, actor)
        return actor_id


def build(
    page: Page,
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    referents: Mapping[int, Referent],
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions sorted by start, then longest first, and the actors in order of appearance."""
    book = _Book()
    found: list[Mention] = []
    for draft in drafts:
        _write(page, draft, book, referents, found)
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    clean: list[Mention] = []
    open_ends: list[int] = []
    seen: set[tuple[int, int, str | None]] = set()
    for mention in found:
        while open_ends and open_ends[-1] <= mention.span.start:
            open_ends.pop()
        key = (mention.span.start, mention.span.end, mention.kind)
        if (open_ends and mention.span.end > open_ends[-1]) or key in seen:
            continue
        seen.add(key)
        open_ends.append(mention.span.end)
        clean.append(mention)
    return tuple(clean), tuple(book.actors.values())


def _span(page: Page, start: int, end: int) -> Span:
    return Span(page.start[start], page.end[end - 1])


def _write(
    page: Page, draft: Draft, book: _Book, referents: Mapping[int, Referent], into: list[Mention]
) -> None:
    mention = _mention(page, draft, book, referents)
    if mention is not None:
        into.append(mention)
    for inner in (*draft.inner, *draft.members):
        if draft.start <= inner.start and inner.end <= draft.end:
            _write(page, inner, book, referents, into)


def _mention(
    page: Page, draft: Draft, book: _Book, referents: Mapping[int, Referent]
) -> Mention | None:
    span = _span(page, draft.start, draft.end)
    head = span if draft.head == (draft.start, draft.end) else _span(page, *draft.head)
    if draft.kind in ("person", "name", "group", "pronoun"):
        return _person(page, draft, span, head, book, referents)
    if draft.kind in ("state", "country-noun", "delegation"):
        return _state(page, draft, span, head, book)
    if draft.kind == "organisation" and draft.body:
        return Mention(span, head, "organisation", "name", book.organisation(draft.body))
    if draft.kind == "force":
        return _force(page, draft, span, head, book)
    if draft.kind == "place":
        name = draft.entry.name if draft.entry is not None else span.of("")
        return Mention(
            span,
            head,
            "place",
            "name",
            place=Place(name, draft.countries[0] if draft.countries else None),
        )
    return None


def _person(
    page: Page, draft: Draft, span: Span, head: Span, book: _Book, referents: Mapping[int, Referent]
) -> Mention | None:
    office = draft.roles[0].name if draft.roles else None
    cluster = draft.cluster
    if isinstance(cluster, Cluster):
        if not cluster.political:
            return None
        return Mention(
            span, head, "person", "name", book.person(cluster), office, draft.former,
            reason=cluster.side_reason,
        )  # fmt: skip
    if draft.members:
        members = tuple(
            book.person(m.cluster) for m in draft.members
            if isinstance(m.cluster, Cluster) and m.cluster.political
        )  # fmt: skip
        if not members:
            return None
        shape: MentionForm = "name" if draft.form == "name" else "description"
        return Mention(
            span, head, "person", shape, None, office, draft.former, members, reason=draft.reason
        )
    if draft.name is not None or draft.private:
        return None
    form: MentionForm = "pronoun" if draft.kind == "pronoun" else "description"
    referent = referents.get(id(draft))
    if referent is None:
        if (
            draft.kind == "group"
            and draft.noun in ("pair", "couple", "men", "women")
            and not draft.number
        ):
            return None
        kind: MentionKind = (
            "state" if draft.noun in ("sides", "countries", "nations", "states") else "person"
        )
        return Mention(span, head, kind, form, None, office, draft.former, reason="unresolved")
    if referent.cluster is not None:
        return Mention(
            span, head, "person", form, book.person(referent.cluster),
            office or _office(referent.cluster), draft.former, reason=referent.reason,
        )  # fmt: skip
    if referent.members:
        ids = tuple(book.person(c) for c in referent.members)
        return Mention(
            span, head, "person", form, None, office, draft.former, ids, reason=referent.reason
        )
    if referent.states:
        if draft.roles:
            single = _single(referent.role or "")
            ids = tuple(book.role(code, single, False) for code in referent.states)
            return Mention(
                span,
                head,
                "person",
                "description",
                None,
                office,
                draft.former,
                ids,
                reason=referent.reason,
            )
        ids = tuple(book.state(code) for code in referent.states)
        return Mention(
            span, head, "state", "description", None, None, False, ids, reason=referent.reason
        )
    side = referent.country or referent.body
    if side and referent.role:
        actor = book.role(side, referent.role, referent.country is None)
        return Mention(
            span,
            head,
            "person",
            form,
            actor,
            office or referent.role,
            draft.former,
            reason=referent.reason,
        )
    return Mention(span, head, "person", form, None, office, draft.former, reason="unresolved")


def _office(cluster: Cluster) -> str | None:
    return cluster.roles[0].name if cluster.roles else None


def _single(office: str) -> str:
    single = [w.removesuffix("s") if w in _PLURALS else w for w in office.split()]
    return " ".join(single).replace("secretaries", "secretary")


_PLURALS = frozenset(
    ("ministers", "presidents", "chiefs", "leaders", "envoys", "heads", "premiers", "commanders")
)


def _state(page: Page, draft: Draft, span: Span, head: Span, book: _Book) -> Mention | None:
    form = draft.form
    if draft.kind in ("delegation", "country-noun"):
        form = "description"
    if not draft.countries:
        if draft.body:
            return Mention(
                span, head, "organisation", form, book.organisation(draft.body), reason=draft.noun
            )
        return None
    code = draft.countries[0]
    actor = book.state(code)
    if len(set(draft.countries)) > 1 and draft.form != "adjective" and draft.noun:
        members = tuple(book.state(c) for c in dict.fromkeys(draft.countries))
        return Mention(span, head, "state", form, None, None, False, members, reason=draft.noun)
    entry = draft.entry
    if draft.noun or entry is None:
        return Mention(
            span,
            head,
            "state",
            form,
            actor,
            reason=draft.kind if draft.kind == "delegation" else draft.noun,
        )
    if entry.kind == "adjective":
        return Mention(span, head, "state", "adjective", actor)
    if entry.kind == "people":
        return Mention(span, head, "state", "description", actor, reason="its people")
    if entry.kind == "state":
        return Mention(span, head, "state", "name", actor, place=Place(entry.name, code))
    meant, reason = reading(page, draft)
    place = Place(entry.name, code)
    if meant == "place":
        return Mention(span, head, "place", "name", None, place=place, reason=reason)
    if meant == "state":
        return Mention(span, head, "state", "name", actor, reason=reason)
    return Mention(span, head, "state", "name", actor, place=place, reason=reason)


def _force(page: Page, draft: Draft, span: Span, head: Span, book: _Book) -> Mention | None:
    if draft.entry is not None and not draft.noun:
        actor = book.force(draft.entry.name, draft.entry.country)
        return Mention(span, head, "force", "name", actor)
    noun = page.words(*draft.head).lower()
    if not draft.countries:
        if draft.body:
            return Mention(
                span, head, "force", "description", book.force(f"{draft.body} {noun}", None)
            )
        return None
    countries = tuple(dict.fromkeys(draft.countries))
    ids = tuple(book.force(f"{code} {noun}", code) for code in countries)
    if len(ids) == 1:
        return Mention(span, head, "force", "description", ids[0])
    return Mention(span, head, "force", "description", None, None, False, ids)
