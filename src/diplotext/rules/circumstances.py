"""Where and when: the places and dates that belong to an event, by what they hang on."""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.dates import Expression
from diplotext.reading.places import named_by, place_of
from diplotext.reading.units import Unit
from diplotext.rules import noun_status, status
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
    for date in _dates(clause, unit, owners, dated):
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
    matters = unit is not None and unit.word in _DISCUSSING
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
        if matters and _is_of_matter(unit, _owner_of(phrase.host, owners)):
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
            linked = step.link in ("inf", "ger", "part", "and") or _is_cleft(step)
            if not linked or step.parent is None:
                return
            if step.link == "inf" and (_is_agreed(step) or _is_matter_of(step, unit)):
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
    """As in "discussed the war in Mali", "talks on the use of force in Mali": of what."""
    host = phrase.host
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


def _dates(
    clause: Clause, unit: Unit, owners: dict[int, tuple[Frame, ...]], dated: bool
) -> list[Unit]:
    """The clause's dates, the trigger's own first; if it has none, those of its parent."""
    own: list[Unit] = []
    others: list[Unit] = []
    for date in clause.dates:
        if _counted_from(date, owners):
            continue
        owner = _date_owner(date, owners)
        if owner is unit or (owner is not None and owner.host is unit and owner.prep == "of"):
            own.append(date)
        elif _is_of_matter(unit, owner):
            continue
        elif unit.kind == "verb" or (
            (owner is None or (owner.kind == "verb" and _shares_dates(unit, owner)))
            and not _when_told(unit, date)
        ):
            others.append(date)
    if dated and unit.role == "phrase":
        return own  # "during the visit, which begins on Sunday, she will on Monday speak"
    if own or others or dated:
        return own + others
    same = _on_that_day(clause)
    if same:
        return same
    step = clause
    for _ in range(3):
        if step.parent is None or (
            step.link not in ("inf", "ger", "part", "when", "while", "as")
            and step.where is None
            and not _is_cleft(step)
        ):
            break
        later = step.link == "ger" and step.opener in ("before", "after")
        at = step.verb.i if step.link == "when" and step.verb is not None else 0
        step = step.parent
        if later and any(d.date is not None and _lasts(d.date) for d in step.dates):
            return []  # "will be in Suva from Monday to Friday before flying to Rome"
        if step.dates:  # "on Monday and again on Friday, when they met": on the last before it
            near = [d for d in step.dates if d.i < at][-1:]
            return near or list(step.dates)
    return []


def _is_of_matter(verb: Unit | None, owner: Unit | None) -> bool:
    """Is it the day of what they speak about: "discussed the summit in June"?"""
    if verb is None or verb.word not in _DISCUSSING or owner is None or owner.kind != "noun":
        return False
    for _ in range(_FAR):  # "discussed preparations for the summit"
        if owner.role != "phrase" or owner.prep not in _OF or owner.host is None:
            break
        owner = owner.host
    return owner.role == "object" and owner.clause is verb.clause


def _is_matter_of(clause: Clause, noun: Unit | None) -> bool:
    """Is the event what the clause's verb deals with: "to prepare a summit"?"""
    verb = clause.verb
    return verb is not None and noun is not None and _is_of_matter(verb, noun)


_OF = frozenset({"of", "for", "on", "about"})
_DISCUSSING = frozenset({"discuss", "negotiate", "review", "go over", "raise", "prepare"})


def _on_that_day(clause: Clause) -> list[Unit]:
    """As in "on May 3, the very day on which they meet": the date before it."""
    day = clause.governor
    if clause.link != "rel" or day is None or day.clause is None or day.word not in _SPANS:
        return []
    return [d for d in day.clause.dates if d.i < day.i][-1:]


_SPANS = frozenset({"day", "date", "weekend", "week", "month", "evening"})


def _is_cleft(clause: Clause) -> bool:
    """As in "it was on Monday in Oslo that they met", "on Monday it was Ali whom she met"."""
    above = clause.parent
    return (
        clause.link in ("that", "rel")
        and above is not None
        and above.verb is not None
        and above.verb.word == "be"
        and [u.word for u in above.subject] == ["it"]
        and all(u.word != "time" for u in above.objects)  # "it is her third time this year"
    )


def _counted_from(date: Unit, owners: dict[int, tuple[Frame, ...]]) -> bool:
    """As in "their first talks since the fall of the government in 2015": when that fell."""
    noun = date.host
    for _ in range(_FAR):
        if noun is None or not noun.nominal or noun.index in owners:
            return False
        if noun.prep == "since" or (noun.prep in ("after", "before") and date.prep == "of"):
            return True
        noun = above(noun)
    return False


def _lasts(told: Expression) -> bool:
    return told.value is not None and told.value.days > 1


def _shares_dates(noun: Unit, verb: Unit) -> bool:
    """Is the verb's date the event's as well? "held talks on Monday", "said on Monday after talks";
    not "rejected on Monday criticism of the talks".
    """
    noun = noun_status.stem(noun)
    tables = status.tables()
    if noun.role in ("object", "subject"):
        return (
            noun.clause is not None
            and noun.clause.verb is verb
            and (
                verb.word in tables["course"]
                or verb.word in tables["ruling"]
                or verb.word in _LIGHT
                or noun.role == "object"
            )
        )
    if verb.word in ("precede", "follow") and noun.prep == "by":
        return True  # "was preceded on Monday by talks"
    if verb.word in ("arrive", "land", "touch down") and noun.prep == "for" and noun.word in _TALKS:
        return False  # "arrived on Monday for talks": on which day, the text does not say
    if noun.prep == "from" and noun.host is not None and noun.host.kind == "noun":
        return False  # "fresh from a visit to Oman, she met him on Monday"
    return noun.role == "phrase" and tables["opener"].get(noun.prep) in (
        "held",
        "within",
        "purpose",
    )


def _when_told(noun: Unit, date: Unit) -> bool:
    """Is it the day on which somebody spoke of the event: "on Monday called off the talks"?"""
    noun = noun_status.stem(noun)
    verb = noun.clause.verb if noun.clause is not None else None
    if noun.role != "object" or verb is None or date.i > noun.i:
        return False
    return verb.word in _TELLING or status.tables()["ruling"].get(verb.word) == "cancelled"


_TELLING = frozenset({"announce", "confirm", "approve"})


_TALKS = frozenset(
    {
        "talks",
        "meeting",
        "meetings",
        "consultations",
        "negotiations",
        "summit",
        "conference",
        "forum",
        "session",
        "round",
    }
)


_LIGHT = frozenset(
    {
        "be",
        "have",
        "make",
        "pay",
        "include",
        "involve",
        "see",
        "mark",
        "bring together",
        "feature",
        "bring",
        "focus",
    }
)


def _date_owner(date: Unit, owners: dict[int, tuple[Frame, ...]]) -> Unit | None:
    host = date.host
    if host is not None and host.clause is not date.clause:
        return None  # "Suva, where on Monday they met": it opens a clause of its own
    return _owner_of(host, owners)


def _owner_of(host: Unit | None, owners: dict[int, tuple[Frame, ...]]) -> Unit | None:
    """The event or the verb on which something hangs that follows ``host``."""
    steps = 0
    while host is not None and steps < _FAR:
        steps += 1
        if host.index in owners or host.kind == "verb":
            return host
        host = above(host)
    return None
