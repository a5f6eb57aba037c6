"""Where an exercise is held: chains of places in the sentences that speak of it.

A chain opens with a preposition of place after the exercise, after a verb of holding or
after a date, and goes on over commas and further prepositions: "at two ranges, Alpha
and Bravo, in northern Kenya and off its coast".
"""

from __future__ import annotations

from diplotext.events.forces import at_work
from diplotext.events.proper import CLOSING, QUOTES
from diplotext.events.telling import spoken_of
from diplotext.events.vocabulary import said
from diplotext.events.whereabouts import printed
from diplotext.lexicon import state
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Place, Span
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention

_SHARED = {
    "seas": "Sea",
    "oceans": "Ocean",
    "provinces": "Province",
    "regions": "Region",
    "prefectures": "Prefecture",
    "counties": "County",
    "straits": "Strait",
    "gulfs": "Gulf",
}
"""Plurals that two names share: "the Red and Arabian seas"."""

_GOES_ON = frozenset({"of", "off", "between"})
"""More prepositions within a chain of places."""


def spots(document: Document, sentence: int, marked: set[int]) -> list[tuple[Place, Span]]:
    """Places at which the sentence sets the exercise, in text order.

    A chain of places opens with a preposition after the exercise, after a verb of holding or
    after a date, and goes on over commas and further prepositions: "at the Alpha Range, in
    northern Kenya and off its coast".
    """
    units = document.units(sentence)
    found: list[tuple[Place, Span]] = []
    k = 0
    while k < len(units):
        unit = units[k]
        if (
            unit.kind == "prep"
            and unit.word in said("set_in")
            and (
                (k == 0 and not _told_there(units, marked))
                or _opens(units, k, marked, document.tokens)
                or _site(units, k, document.tokens)
            )
        ):
            k = chain(units, k, document, found, marked)
        else:
            k += 1
    return found


def _no_site(units: list[Unit], k: int, tokens: Tokens) -> bool:
    """Does the preposition at ``k`` lead to the name of an exercise or to a language ("joins in
    Talvi, which is "winter" in Finnish"), if anything is known of the word?
    """
    if k + 1 >= len(units) or units[k + 1].mention is not None:
        return False
    before = tokens.lower[units[k].i - 1] if units[k].i else ""
    return before in CLOSING and units[k].word == "in"


def joined_in(unit: Unit, tokens: Tokens) -> bool:
    """Is it what somebody takes part in, not a place that is known ("took part in Maliza")?"""
    k = unit.i
    return (
        unit.mention is None and k > 1 and tokens.lower[k - 1] == "in"
        and tokens.lower[k - 2] in said("partakes")
    )  # fmt: skip


def _site(units: list[Unit], k: int, tokens: Tokens) -> bool:
    if k + 1 >= len(units) or not units[k + 1].nominal or units[k].word not in ("in", "at", "near"):
        return False
    unit = units[k + 1]
    place = place_of(unit, tokens)
    return (
        place is not None
        and place.name[:1].isupper()
        and not said("sites").isdisjoint(tokens.lower[unit.i : unit.j])
    )


_TIMES = frozenset({"day", "days", "hours", "month", "months", "time", "week", "weeks"})

_PASTIME = frozenset({"meet", "arrive", "return", "lead", "continue"})
"""Verbs of holding that say so of an exercise or of forces only."""


def _of_others(units: list[Unit], verb: Unit, marked: set[int], tokens: Tokens) -> bool:
    """Does the verb tell of something else: "when the ministers meet", "fighting goes on"?"""
    if verb.word not in _PASTIME or verb.clause is None or not verb.clause.subject:
        return False
    k = verb.index
    while k and units[k - 1].kind not in ("verb", "sub", "rel", "break"):
        k -= 1
    subject = [u for u in units[k : verb.index] if u.nominal] or verb.clause.subject
    return not at_work(subject, tokens) and not any(
        t in marked or tokens.lower[t] in said("scenes") or tokens.lower[t] == "it"
        for u in subject for t in range(u.i, u.j)
    )  # fmt: skip


def _told_there(units: list[Unit], marked: set[int]) -> bool:
    """Does the sentence only begin with where something is said: "In Lima, the ministry said"?"""
    clause = next((u.clause for u in units[1:3] if u.clause is not None), None)
    return clause is not None and clause.verb is not None and (
        (clause.verb.word in words()["speech"] or clause.verb.word in said("speaks_of"))
        and not any(t in marked for u in clause.subject for t in range(u.i, u.j))
    )  # fmt: skip


def _opens(units: list[Unit], k: int, marked: set[int], tokens: Tokens) -> bool:
    before = units[k - 1]
    if before.kind in ("comma", "close", "conj") and k > 1:
        before = units[k - 2]
    if before.word == "date" and before.prep == "to" and k > 2:
        return _opens(units, k - 2, marked, tokens)  # "their largest drill to date off"
    if before.kind == "date":
        return (
            k < 2 or units[k - 2].kind in ("prep", "verb") or _opens(units, k - 1, marked, tokens)
        )
    if before.kind == "verb":
        return (
            before.word in said("held")
            and tokens.lower[before.i - 1 : before.i] != ["previously"]
            and not _of_others(units, before, marked, tokens)
        )
    if before.word == "way" and before.prep == "under" and k > 2:
        return _opens(units, k - 2, marked, tokens)  # "a drill under way at"
    if before.prep == "for" and k > 2 and tokens.lower[before.j - 1] in _TIMES:
        return _opens(units, k - 2, marked, tokens)  # "trained for five weeks in"
    if (
        before.nominal
        and before.mention is not None
        and before.mention.kind in ("force", "state")
        and before.role == "phrase"
    ):
        host = before.host  # "drills with Peru in", "held by Chilean forces in"
        if (
            before.prep in ("by", "with", "between", "of", "involving")
            and host is not None
            and (host.word in said("held") or any(t in marked for t in range(host.i, host.j)))
        ):
            return True
    if before.nominal:
        return (
            any(t in marked for t in range(before.i, before.j))
            or before.word in said("scenes")
            or before.word in said("nouns")
        )
    return False


def chain(
    units: list[Unit], k: int, document: Document, found: list[tuple[Place, Span]],
    marked: set[int], listing: bool = False,
) -> int:  # fmt: skip
    """Read one chain of places from the preposition at ``k``; the index after it. ``listing``: in a
    list its last member may have been read as a subject.
    """
    tokens = document.tokens
    n = k
    prep = units[k].word
    if units[k].kind == "prep" and _no_site(units, k, tokens):
        return k + 1
    while n < len(units):
        unit = units[n]
        if unit.kind == "prep":
            if unit.word == "for" and found and n + 1 < len(units) and units[n + 1].word == "time":
                n += 2  # "in Kisumu and, for the first time, in Mombasa"
                continue
            if n > k and unit.word not in said("set_in") and unit.word not in _GOES_ON:
                break
            if n and unit.word.endswith("of") and _measures(units[n - 1], tokens):
                break  # "at Suva, 90 miles east of Nadi"
            prep = unit.word
        elif unit.nominal:
            if any(t in marked for t in range(unit.i, unit.j)) or _quoted(unit, tokens):
                break
            if joined_in(unit, tokens):
                break
            if unit.role == "subject" and not listing:
                break  # "at the base, and Peru will send ships"
            if unit.mention is not None and unit.mention.kind == "state" and unit.possessive:
                break
            places = (
                _shared(units, n, tokens) or _listed(unit, tokens) or named_places(unit, document)
            )
            if (
                n + 2 < len(units)
                and units[n + 1].kind == "conj"
                and units[n + 2].nominal
                and _shared(units, n + 2, tokens)
            ):
                n += 1
                continue  # "the Red" in "the Red and Arabian seas"
            if (
                prep == "on"
                and places
                and tokens.lower[unit.j - 1] not in words()["localities"]
                and tokens.lower[unit.j - 1] not in said("spots")
                and unit.mention is None
                and not (n + 2 < len(units) and units[n + 2].word in said("listed"))
            ):
                break
            span = Span(tokens.start[unit.i], tokens.end[unit.j - 1])
            if places:
                found.extend((place, span) for place in places)
            elif (
                found
                and n + 1 < len(units)
                and units[n + 1].kind in ("comma", "conj")
                and tokens.text[unit.head][:1].isupper()
            ):
                pass  # a place of which no table knows, amid others
            elif (
                unit.word not in said("spots")
                and unit.word not in said("expanse")
                and unit.word not in words()["compass"]
                and not (n + 2 < len(units) and _shared(units, n + 2, tokens))
            ):
                break
        elif unit.kind not in ("comma", "conj", "open", "close"):
            break
        n += 1
    return max(n, k + 1)


def _measures(unit: Unit, tokens: Tokens) -> bool:
    """Does it tell how far it is from some place ("90 miles east")?"""
    return not said("lengths").isdisjoint(tokens.lower[unit.i : unit.j])


def _quoted(unit: Unit, tokens: Tokens) -> bool:
    """Are they somebody's words ("in Georgia 'a provocation'")?"""
    return unit.mention is None and unit.i > 0 and tokens.text[unit.i - 1] in QUOTES


def named_places(unit: Unit, document: Document) -> list[Place]:
    """What the unit names: a place, a state's place and the state ("Peru's north"), states."""
    tokens = document.tokens
    if unit.mention is not None and unit.mention.members and unit.det in ("both", "the", ""):
        actors = [document.actor(m) for m in unit.mention.members]
        return [
            Place(a.name or a.country, a.country)
            for a in actors
            if a is not None and a.kind == "state" and a.country
        ]
    if unit.mention is not None and unit.mention.form == "adjective":
        return []
    if (
        unit.mention is not None
        and unit.mention.kind == "force"
        and tokens.lower[unit.j - 1] in words()["localities"]
    ):
        return [
            Place(unit.mention.head.of(document.article.text))
        ]  # "the Central Military District"
    place = place_of(unit, tokens)
    owner = next(
        (m for m in unit.mods if m.mention is not None and m.mention.kind == "state"), None
    )
    if place is None and owner is not None and owner.mention and unit.word in said("soil"):
        home = state((owner.mention.actor or "").removeprefix("state:"))
        return [Place(home.name, home.code)] if home is not None else []  # "on Kenyan soil"
    if place is None:
        return _owned(unit, tokens)
    if owner is None or unit.mention is not None or place.country is None:
        return [printed(place, unit, document)]
    known = state(place.country)
    whole = Place(known.name if known else place.country, place.country)
    word = tokens.lower[unit.j - 1]
    if word in said("parts"):
        return [whole]
    if not owner.possessive:
        return [place]
    name = " ".join(tokens.text[k] for k in range(owner.j, unit.j))
    return [Place(name, place.country), whole]


def _owned(unit: Unit, tokens: Tokens) -> list[Place]:
    """A site by its own name after whose it is: "the Kenyan Army's Lanet School"."""
    owner = next((m for m in unit.mods if m.possessive), None)
    if (
        owner is None
        or owner.mention is None
        or owner.mention.kind not in ("force", "organisation")
    ):
        return []
    named = [tokens.text[k] for k in range(owner.j, unit.j)]
    if len(named) < 2 or not all(w[0].isupper() for w in named):
        return []
    return [Place(" ".join(named))]


def _shared(units: list[Unit], n: int, tokens: Tokens) -> list[Place]:
    """Both names of "the Red and Arabian seas", each with the singular noun."""
    unit = units[n]
    noun = _SHARED.get(tokens.lower[unit.j - 1])
    if noun is None or n < 2 or units[n - 1].kind != "conj" or not units[n - 2].nominal:
        return []
    names = []
    for one, end in ((units[n - 2], units[n - 2].j), (unit, unit.j - 1)):
        parts = [tokens.text[t] for t in range(one.i, end) if tokens.text[t][0].isupper()]
        if not parts:
            return []
        names.append(Place(" ".join([*parts, noun])))
    return names


def _listed(unit: Unit, tokens: Tokens) -> list[Place]:
    """The name before a plural that a whole list shares: "Alpha, Bravo and Charlie districts"."""
    if unit.det or tokens.lower[unit.j - 1] not in said("listed") or unit.j - unit.i < 2:
        return []
    if any(m.mention is not None and m.mention.form == "adjective" for m in unit.mods):
        return []  # "Kenyan and Ugandan ports"
    named = range(unit.i, unit.j - 1)
    if not all(tokens.text[t][:1].isupper() for t in named):
        return []
    known = next((m.mention.place for m in unit.mods if m.mention is not None), None)
    return [Place(" ".join(tokens.text[t] for t in named), known.country if known else None)]


def setting(
    event: EventMention, places: list[tuple[Place, Span]], tokens: Tokens, there: list[Unit]
) -> list[tuple[Place, Span]]:
    """The places of a frame's mention, less those of other clauses ("said in Paris"); ``there``:
    where forces go for it.
    """
    kept = {tokens.start[unit.i] for unit in there}
    if spoken_of(event):
        return []
    for unit in event.places:
        if tokens.lower[unit.i - 1 : unit.i] != ["or"] and _sets(event, unit, tokens):
            kept.add(tokens.start[unit.i])
    return [
        (p, s) for p, s in places if s.start in kept and not (p.name.isupper() and len(p.name) < 5)
    ]


_GOVERNED = frozenset({
    "of", "by", "with", "between", "among", "alongside", "together_with", "along_with", "involving",
    "including",
})  # fmt: skip
"""Before those who train: "a drill of the air force at"."""

_GOVERNING = frozenset({"to", "for", "in", "at", "on", "from", "by", "with"})


def _sets(event: EventMention, unit: Unit, tokens: Tokens) -> bool:
    host = unit.host
    if (
        host is None
        or host is event.trigger
        or host.word in said("scenes")
        or host.word in said("nouns")
        or (
            host.role == "phrase"
            and host.host is event.trigger
            and (host.prep in _GOVERNED or host.prep in said("set_in"))
        )
    ):
        return True
    if host.kind == "verb":
        return (host.word in said("held") or host.word in said("carry")) and tokens.lower[
            host.i - 1 : host.i
        ] != ["previously"]
    if host.mention is not None and host.mention.place is not None:
        return True
    if host.role == "phrase" and host.prep in said("set_in") and place_of(host, tokens) is not None:
        return _sets(event, host, tokens)  # "at the Tana camp in Garsen"
    verb = host.clause.verb if host.clause is not None else None
    if verb is None and host.role == "phrase" and host.prep in ("to", "in", "at"):
        return True
    return (
        verb is not None and (verb.word in said("held") or verb.word in said("carry"))
        and event.trigger.role in ("subject", "object")
        and (host.role == "object" or (host.role == "phrase" and host.prep in _GOVERNING))
    )  # fmt: skip
