"""Where and when: the places and dates that belong to an event, by what they hang on."""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.places import named_by, place_of
from diplotext.reading.units import Unit
from diplotext.rules import status
from diplotext.rules.days import DISCUSSING, days_of, is_cleft, is_matter_of, is_of_matter, owner_of
from diplotext.rules.frames import Frame
from diplotext.rules.mention import EventMention, above

PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "off",
        "aboard",
        "outside",
        "around",
        "inside",
        "off_the_coast_of",
        "off_the_coasts_of",
        "off_the_shores_of",
        "in_the_vicinity_of",
        "close_to",
        "north_of",
        "south_of",
        "east_of",
        "west_of",
        "northeast_of",
        "northwest_of",
        "southeast_of",
        "southwest_of",
        "across",
        "over",
        "throughout",
        "while_in",
        "while_at",
    }
)


_FAR = 12  # steps up from a phrase to what it hangs on

_THEN = frozenset({"after", "before", "since", "until"})
"""What a gerund behind these tells is at another time than its clause."""


def _at_another_time(found: EventMention, clause: Clause) -> bool:
    """As in "after completing drills with Oman, Peru opened a school in Lima on Monday"."""
    return found.frame.kind == "exercise" and clause.link == "ger" and clause.opener in _THEN


def where_and_when(
    found: EventMention,
    clause: Clause,
    unit: Unit,
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
    *,
    dated: bool = False,
) -> None:
    """Add the places and dates of the clause, and its durations.

    ``dated``: a clause on the noun has a date ("the summit that opens on Thursday"), so those of
    the clauses above it are none of the event's.
    """
    add_places(found, clause, unit, owners, tokens)
    dated = dated or _at_another_time(found, clause)
    for date in days_of(clause, unit, owners, dated):
        if date not in found.dates:
            found.dates.append(date)
    for members in (clause.objects, *[p.units for p in clause.phrases]):
        for member in members:
            if member.date is not None and member.date.kind == "duration" and member.kind == "noun":
                found.durations.append(member)


def add_places(
    found: EventMention,
    clause: Clause,
    unit: Unit | None,
    owners: dict[int, tuple[Frame, ...]],
    tokens: Tokens,
) -> None:
    near: list[Unit] = []
    far: list[Unit] = []
    drill = found.frame.kind == "exercise"
    matters = unit is not None and unit.word in DISCUSSING
    for phrase in clause.phrases:
        if phrase.prep not in PLACE_PREPOSITIONS:
            continue
        places = [
            named
            for u in phrase.units
            if (named := named_by(u)).index not in owners
            and place_of(named, tokens) is not None
            and (phrase.prep != "on" or _stands_on(u, tokens) or _converges(phrase))
        ]
        if matters and is_of_matter(unit, owner_of(phrase.host, owners)):
            continue
        if places and (drill or not _is_about(phrase)) and not _is_since(phrase, unit):
            own = unit is None or _is_own(phrase, unit, owners)
            (near if own else far).extend(places)
    for place in near or far:
        if place not in found.places:
            found.places.append(place)
    if not found.places:
        step = clause
        for _ in range(3):
            if step.where is not None and place_of(step.where, tokens) is not None:
                found.places.append(step.where)
                return
            linked = step.link in ("inf", "ger", "part", "and") or is_cleft(step)
            if not linked or step.parent is None:
                return
            if step.link == "inf" and (_is_agreed(step) or is_matter_of(step, unit)):
                return  # "agreed in Rome to meet again", "met in Rome to prepare a summit"
            if _at_another_time(found, step):
                return  # "after completing drills, Peru opened a school in Lima"
            step = step.parent
            for phrase in step.phrases:
                if phrase.prep in PLACE_PREPOSITIONS or (
                    phrase.prep == "to" and step.verb is not None
                ):
                    found.places.extend(
                        u for u in map(named_by, phrase.units) if place_of(u, tokens) is not None
                    )
            if found.places:
                return


def _is_since(phrase: Phrase, unit: Unit | None) -> bool:
    """As in "met, their first talks since a summit in Oslo": where they were before."""
    host = phrase.host
    return host is not None and host is not unit and host.nominal and host.prep == "since"


_AGREEING = frozenset({"agree", "decide", "pledge", "promise", "vow", "commit"})


def _is_agreed(clause: Clause) -> bool:
    ruler = clause.governor
    return ruler is not None and ruler.word in _AGREEING


def _is_about(phrase: Phrase) -> bool:
    """As in "discussed the war in Mali", "talks on the use of force in Mali": of what; nor is "the
    war between Oman and Chad in Mali" where they talk.
    """
    host = phrase.host
    if host is not None and host.kind == "entity" and host.prep == "between":
        host = host.host
    return (
        host is not None
        and host.kind == "noun"
        and host.word in words()["matters"]
        and host.role in ("object", "phrase")
    )


def _converges(phrase: Phrase) -> bool:
    return phrase.host is not None and phrase.host.word in ("converge", "descend")


def _stands_on(unit: Unit, tokens: Tokens) -> bool:
    """Is it where, as "on the island nation of Malta"? "On Gaza" says about what."""
    lower = tokens.lower
    return lower[unit.j - 1] in words()["localities"] or not words()["isles"].isdisjoint(
        lower[unit.i : unit.j]
    )


def _is_own(phrase: Phrase, unit: Unit, owners: dict[int, tuple[Frame, ...]]) -> bool:
    """Is it the trigger's own phrase? Of "after the summit in Rome she met him at the forum in
    Oslo" neither event has the other's, but "met" has that of the forum.
    """
    host, under = phrase.host, True  # under the verb at its own time, so far
    for _ in range(_FAR):
        if host is None or host is unit:
            return under
        if host.kind == "verb":
            return False
        if host.index in owners:
            apart = status.tables()["opener"].get(host.prep) in ("held", "planned")
            if unit.kind != "verb" or (host.role == "phrase" and apart):
                under = False
        host = above(host)
    return under


HOSTING = frozenset({"host", "play host", "stage"})


def add_hosts(found: EventMention, unit: Unit, tokens: Tokens) -> None:
    """As in "Lusaka will host the summit", "talks hosted by Oman": there it is held, if the text
    names no other place.
    """
    if found.places or found.frame.kind not in ("talks", "summit", "conference"):
        return
    clauses = list(unit.attached)
    if unit.role == "object" and unit.clause is not None:
        clauses.append(unit.clause)
    for clause in clauses:
        verb = clause.verb
        if verb is None or verb.verb is None or verb.word not in HOSTING:
            continue
        if tokens.text[verb.head - 1] == "-":
            continue  # "co-hosted by Oman": it may be held at the other's
        hosts = (
            [u for p in clause.phrases if p.prep == "by" for u in p.units]
            if verb.verb.passive
            else clause.subject
        )
        hosts = [
            u
            for u in hosts
            if u.mention is not None
            and u.mention.form == "name"
            and u.mention.kind in ("state", "place")
            and place_of(u, tokens) is not None
        ]
        if len(hosts) == 1:
            found.places += hosts
