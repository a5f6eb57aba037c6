"""From drafts to the records of ``models``: mentions with actors, without crossing spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diplotext.lexicon import Entry, states
from diplotext.lexicon.spellings import straight
from diplotext.models import Actor, Mention, MentionForm, MentionKind, Place, Span
from diplotext.reading.antecedents import Referent
from diplotext.reading.drafts import Draft
from diplotext.reading.metonyms import is_ministry, reading
from diplotext.reading.page import Page
from diplotext.reading.people import Cluster


class _Book:
    """Actors by id, made when first needed."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self._of: dict[int, str] = {}
        self._states: dict[str, str] = {}
        self._places: dict[tuple[str, str | None], Place] = {}

    def person(self, cluster: Cluster) -> str:
        key = id(cluster)
        if key in self._of:
            return self._of[key]
        name = straight(cluster.name)
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
        actor_id = self._states.get(code)
        if actor_id is None:
            actor_id = self._states[code] = f"state:{code}"
            known = states().get(code)
            self.actors[actor_id] = Actor(actor_id, known.name if known else code, "state", code)
        return actor_id

    def place(self, name: str, country: str | None) -> Place:
        place = self._places.get((name, country))
        if place is None:
            place = self._places[name, country] = Place(straight(name), country)
        return place

    def organisation(self, short: str) -> str:
        actor_id = f"org:{short}"
        self.actors.setdefault(actor_id, Actor(actor_id, short, "organisation", None, short))
        return actor_id

    def force(self, name: str, country: str | None) -> str:
        name = straight(name)
        actor_id = f"force:{name}"
        self.actors.setdefault(actor_id, Actor(actor_id, name, "force", country))
        return actor_id

    def role(self, side: str, office: str, body: bool) -> str:
        actor_id = f"role:{side}:{straight(office)}"
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
    found: list[_Row] = []
    covered = page.covered
    for draft in drafts:
        _write(page, draft, book, referents, found, covered)
    _add_adjectives(page, book, found, covered)
    found.sort()
    clean: list[Mention] = []
    open_ends = [page.end[-1] if page.n else 0]  # of the mentions around, innermost last
    last_start = last_end = -1
    kinds: tuple[str, ...] = ()  # of the mentions that are these very words
    for start, minus_end, _, mention in found:
        end = -minus_end
        while open_ends[-1] <= start:
            open_ends.pop()
        if end > open_ends[-1]:
            continue  # it would cross
        if start != last_start or end != last_end:
            last_start, last_end, kinds = start, end, ()
        if mention.kind not in kinds:
            kinds += (mention.kind,)
            open_ends.append(end)
            clean.append(mention)
    return tuple(clean), tuple(book.actors.values())


_Row = tuple[int, int, int, Mention]  # start, minus end, number of the row, mention


def _span(page: Page, start: int, end: int) -> Span:
    return Span(page.start[start], page.end[end - 1])


def _write(
    page: Page,
    draft: Draft,
    book: _Book,
    referents: Mapping[int, Referent],
    into: list[_Row],
    covered: bytearray,
) -> None:
    mention = _mention(page, draft, book, referents)
    start, end = draft.start, draft.end
    if mention is not None:
        into.append((page.start[start], -page.end[end - 1], len(into), mention))
        covered[start:end] = b"\1" * (end - start)
    if draft.inner or draft.members:
        for inner in (*draft.inner, *draft.members):
            if start <= inner.start and inner.end <= end:
                _write(page, inner, book, referents, into, covered)


def _add_adjectives(page: Page, book: _Book, into: list[_Row], covered: bytearray) -> None:
    """Add demonyms before nouns of no actor: "Kenyan" in "Kenyan naval exercises"."""
    for start, hit in page.hits.items():
        entry = hit.entries[0]
        if (
            entry.kind == "adjective"
            and entry.country
            and not covered[start]
            and len(hit.entries) == 1
        ):
            span = _span(page, start, hit.end)
            actor = book.state(entry.country)
            mention = Mention(span, span, "state", "adjective", actor)
            into.append((span.start, -span.end, len(into), mention))


def _mention(
    page: Page, draft: Draft, book: _Book, referents: Mapping[int, Referent]
) -> Mention | None:
    kind = draft.kind
    start, end = draft.start, draft.end
    span = Span(page.start[start], page.end[end - 1])
    head = span if draft.head == (start, end) else _span(page, *draft.head)
    if kind in _STATES:
        return _state(page, draft, span, head, book)
    if kind in _PERSONS:
        return _person(page, draft, span, head, book, referents)
    if kind == "organisation" and draft.body:
        return Mention(span, head, "organisation", "name", book.organisation(draft.body))
    if kind == "force":
        return _force(page, draft, span, head, book)
    if kind == "place":
        name = draft.entry.name if draft.entry is not None else page.words(*draft.head)
        country = draft.countries[0] if draft.countries else None
        return Mention(span, head, "place", "name", place=book.place(name, country))
    return None


_STATES = frozenset({"state", "country-noun", "delegation"})
_PERSONS = frozenset({"person", "name", "group", "pronoun"})


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
        if draft.noun == "two":
            return None
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
        if draft.roles or referent.role:
            single = _single(referent.role or "")
            known = referent.holders or (None,) * len(referent.states)
            ids = tuple(
                book.person(holder) if holder is not None else book.role(code, single, False)
                for code, holder in zip(referent.states, known, strict=True)
            )
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
        return Mention(span, head, "state", form, None, None, False, ids, reason=referent.reason)
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
    countries, noun, entry = draft.countries, draft.noun, draft.entry
    if not countries:
        if draft.body:
            actor = book.organisation(draft.body)
            return Mention(span, head, "organisation", draft.form, actor, reason=noun)
        return None
    code = countries[0]
    if noun or entry is None:
        form: MentionForm = draft.form if draft.kind == "state" else "description"
        if noun and draft.form != "adjective" and len(set(countries)) > 1:
            members = tuple(book.state(c) for c in dict.fromkeys(countries))
            return Mention(span, head, "state", form, None, None, False, members, reason=noun)
        reason = "delegation" if draft.kind == "delegation" else noun
        there = page.lower[draft.start - 1] in _AT and "ministry" in page.lower[slice(*draft.head)]
        city = _city(code) if there else None
        place = None if city is None else book.place(city, code)
        return Mention(span, head, "state", form, book.state(code), place=place, reason=reason)
    if entry.kind == "adjective":
        return Mention(span, head, "state", "adjective", book.state(code))
    if entry.kind == "state":
        actor = book.state(code)
        return Mention(span, head, "state", "name", actor, place=book.place(entry.name, code))
    if entry.kind == "people":
        return Mention(span, head, "state", "description", book.state(code), reason="its people")
    meant, reason = reading(page, draft)
    place = None if meant == "state" else book.place(_where(entry, code), code)
    if meant == "place":
        return Mention(span, head, "place", "name", None, place=place, reason=reason)
    return Mention(span, head, "state", "name", book.state(code), place=place, reason=reason)


_AT = frozenset({"at", "in", "inside", "outside"})


def _where(entry: Entry, code: str) -> str:
    """The name of the place: of a ministry the city."""
    ministry = entry.kind == "metonym" and is_ministry(entry.name)
    return (_city(code) if ministry else None) or entry.name


def _city(code: str) -> str | None:
    """Where the ministries of the state are; None where it has more than one such city."""
    home = states().get(code)
    return home.capitals[0] if home and not home.seats and len(home.capitals) == 1 else None


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
