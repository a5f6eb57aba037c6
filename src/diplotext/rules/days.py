"""Which days of a sentence are those of an event, by what they hang on."""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.reading.clauses import Clause
from diplotext.reading.dates import Expression
from diplotext.reading.units import Unit
from diplotext.rules import noun_status, status
from diplotext.rules.frames import Frame
from diplotext.rules.mention import above

_FAR = 12  # steps up from a phrase to what it hangs on


def days_of(
    clause: Clause, unit: Unit, owners: dict[int, tuple[Frame, ...]], dated: bool
) -> list[Unit]:
    """The clause's dates, the trigger's own first; if it has none, those of its parent."""
    own: list[Unit] = []
    others: list[Unit] = []
    for date in clause.dates:
        if _counted_from(date, owners):
            continue
        if date.host is not None and date.host.prep == "followed_by" and date.host is not unit:
            continue  # "the first stop is Oman, followed by Mali on Tuesday"
        owner = _date_owner(date, owners)
        if owner is unit or (owner is not None and owner.host is unit and owner.prep == "of"):
            own.append(date)
        elif is_of_matter(unit, owner) or _is_of_another(unit, owner):
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
    same = _on_that_day(clause) or _behind_purpose(clause, unit, owners)
    if same:
        return same
    step = clause
    for _ in range(3):
        if step.parent is None or (
            step.link not in ("inf", "ger", "part", "when", "while", "as")
            and step.where is None
            and not is_cleft(step)
        ):
            break
        if step.link == "inf" and is_matter_of(step, unit):
            break  # "spoke today with Ali to review preparations for the summit"
        later = step.link == "ger" and step.opener in ("before", "after")
        at = step.verb.i if step.link == "when" and step.verb is not None else 0
        step = step.parent
        if later and any(d.date is not None and _lasts(d.date) for d in step.dates):
            return []  # "will be in Suva from Monday to Friday before flying to Rome"
        if step.dates:  # "on Monday and again on Friday, when they met": on the last before it
            near = [d for d in step.dates if d.i < at][-1:]
            return near or list(step.dates)
    return []


def is_of_matter(verb: Unit | None, owner: Unit | None) -> bool:
    """Is it the day of what they speak about: "discussed the summit in June"?"""
    if verb is None or verb.word not in DISCUSSING or owner is None or owner.kind != "noun":
        return False
    for _ in range(_FAR):  # "discussed preparations for the summit"
        if owner.role != "phrase" or owner.prep not in _OF or owner.host is None:
            break
        owner = owner.host
    return owner.role == "object" and owner.clause is verb.clause


def is_matter_of(clause: Clause, noun: Unit | None) -> bool:
    """Is the event what the clause's verb deals with: "to prepare a summit"?"""
    verb = clause.verb
    return verb is not None and noun is not None and is_of_matter(verb, noun)


_OF = frozenset({"of", "for", "on", "about"})
DISCUSSING = frozenset(
    {"discuss", "negotiate", "review", "go over", "go through", "raise", "prepare", "take up"}
    | {"bring up", "talk over", "touch on", "sort out", "settle", "tackle", "examine", "explore"}
    | {"debate", "assess", "consider", "survey", "canvass"}
)


def _is_of_another(verb: Unit, owner: Unit | None) -> bool:
    """As in "arrived to confer with him ahead of a meeting next Monday": the meeting's day."""
    if verb.kind != "verb" or owner is None or owner.kind != "noun":
        return False
    owner = noun_status.stem(owner)
    return owner.role == "phrase" and owner.prep in _AHEAD_OF


_AHEAD_OF = frozenset({"ahead_of", "prior_to", "in_the_run-up_to", "in_preparation_for", "since"})


def _on_that_day(clause: Clause) -> list[Unit]:
    """As in "on May 3, the very day on which they meet": the date before it."""
    day = clause.governor
    if clause.link != "rel" or day is None or day.clause is None or day.word not in _SPANS:
        return []
    return [d for d in day.clause.dates if d.i < day.i][-1:]


def _behind_purpose(clause: Clause, unit: Unit, owners: dict[int, tuple[Frame, ...]]) -> list[Unit]:
    """As in "met him to discuss trade on Monday": the day behind what they met for."""
    verb = clause.verb
    if verb is None or (unit is not verb and noun_status.stem(unit).role != "object"):
        return []
    return [
        date
        for host in (verb, *clause.objects)
        for child in host.attached
        for date in child.dates
        if is_behind_purpose(date, clause)
        and date.prep in ("on", "")
        and date.date is not None
        and date.date.value is not None
        and date.date.value.days == 1
        and not _is_of_event(date, owners)
    ][:1]


def is_behind_purpose(date: Unit, clause: Clause) -> bool:
    """Does the date stand in an infinitive that tells what the clause's event is for?"""
    told = date.clause
    return (
        told is not None
        and told.link == "inf"
        and told.parent is clause
        and told.verb is not None
        and told.verb.word in words()["purposes"]
    )


def _is_of_event(date: Unit, owners: dict[int, tuple[Frame, ...]]) -> bool:
    """As in "to discuss the summit on Monday": when that is."""
    owner = owner_of(date.host, owners)
    return owner is not None and owner.kind == "noun"


_SPANS = frozenset({"day", "date", "weekend", "week", "month", "evening"})


def is_cleft(clause: Clause) -> bool:
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
    """Is it the day on which somebody spoke of the event: "on Monday called off the talks", "the
    visit was announced on Monday"?
    """
    noun = noun_status.stem(noun)
    verb = noun.clause.verb if noun.clause is not None else None
    if verb is None or verb.verb is None:
        return False
    if noun.role == "object" and date.i < noun.i:
        return verb.word in _TELLING or status.tables()["ruling"].get(verb.word) == "cancelled"
    ahead = date.prep in _AIMED or (date.date is not None and date.date.bound is not None)
    return verb.word in _TELLING and noun.role == "subject" and verb.verb.passive and not ahead


_TELLING = frozenset(
    {"announce", "confirm", "approve", "reveal", "disclose", "unveil", "agree", "propose", "decide"}
)
_AIMED = frozenset({"for", "to", "until", "till", "from"})
"""Before the day on which it is to be: "was announced for Monday"."""


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
    return owner_of(host, owners)


def owner_of(host: Unit | None, owners: dict[int, tuple[Frame, ...]]) -> Unit | None:
    """The event or the verb on which something hangs that follows ``host``."""
    steps = 0
    while host is not None and steps < _FAR:
        steps += 1
        if host.index in owners or host.kind == "verb":
            return host
        host = above(host)
    return None


def lengths(noun: Unit) -> list[Unit]:
    """As in "a two-day round of talks", "the end of a week of talks": how long they last."""
    found: list[Unit] = []
    for _ in range(3):
        host = noun.host
        if noun.role != "phrase" or noun.prep != "of" or host is None or not host.nominal:
            break
        if host.word not in noun_status.TRANSPARENT and host.date is None:
            break
        noun = host
        if noun.date is not None and noun.date.kind == "duration":
            found.append(noun)
        found += [mod for mod in noun.mods if mod.kind == "duration"]
    return found
