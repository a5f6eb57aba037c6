"""The parts in an exercise as the clause around it gives them: who acts, hosts or watches.

The frames say which words may name those who take part. Here stands what else the clause says
of them: that somebody only looks on or does something else, or acts although the noun of the
exercise is not the object of the verb.
"""

from __future__ import annotations

from diplotext.events import stages
from diplotext.events.cast import Role
from diplotext.events.forces import at_work
from diplotext.events.vocabulary import said
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause
from diplotext.reading.units import Unit
from diplotext.rules.circumstances import where_and_when
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.status import of_clause


def taking_part(event: EventMention, roles: list[Role], tokens: Tokens) -> list[Role]:
    """The roles of a frame's mention, less the subject of a clause that only speaks of the exercise
    ("X fired a missile after drills of Y and Z").
    """
    clause, trigger = event.clause, event.trigger
    if stages.undecided(event):
        return roles
    if any(u.word in ("observer", "observers") for u in clause.objects):
        return []  # "will send observers to the drill", "invited Peru to send observers"
    onlookers = _onlookers(event, tokens)
    roles = [
        r for r in roles
        if r.span.start not in onlookers
        and not _of_relations(tokens, tokens.at(r.span.start))
        and not _land(tokens, tokens.at(r.span.start))
    ]  # fmt: skip
    verb = clause.verb
    trigger = stem(trigger)  # "in one of the largest drills"
    if (
        trigger.kind == "verb"
        or trigger.role != "phrase"
        or verb is None
        or trigger.prep in ("during", "in", "as_part_of")
    ):
        return roles
    if any(verb.word in said(name) for name in ("carry", "held", "comes", "does", "answers")):
        return roles
    if trigger.prep in ("for", "ahead_of") and verb.word in said("commits"):
        return roles
    chain = [u for one in clause.chain()[:3] for u in one.subject]
    apart = {tokens.start[u.i] for u in chain}
    return [r for r in roles if r.span.start not in apart]


def _onlookers(event: EventMention, tokens: Tokens) -> set[int]:
    """Offsets of those who only look on: "drills watched by officers from Peru"."""
    return {
        tokens.start[k]
        for child in event.trigger.attached
        if child.verb is not None and child.verb.word in said("watched")
        for unit in (*child.subject, *(u for p in child.phrases for u in p.units))
        for k in range(unit.i, unit.j)
    }


def acting(event: EventMention, tokens: Tokens) -> list[Unit]:
    """Whoever does something in the exercise: "Peru's navy fired torpedoes in the drill", "Peru
    answered with a drill of its own", "Peru massed tanks at Tacna for the drill".
    """
    clause, trigger = event.clause, stem(event.trigger)
    verb = clause.verb
    if stages.undecided(event):
        above = clause.parent if clause.link == "inf" else clause
        decider = above.parent if above is not None else None
        return list(decider.subject) if decider is not None else []
    if trigger.role != "phrase" or verb is None or verb.verb is None:
        return []
    brought = trigger.prep == "for" and verb.word in said("commits") and not verb.verb.negated
    if brought and not verb.verb.passive and not at_work(clause.objects, tokens):
        return []  # "moved an inquiry for the drill"
    if verb.verb.passive and not brought:
        return []
    within = trigger.prep in ("in", "during", "as_part_of") and verb.word in said("does")
    answer = trigger.prep == "with" and trigger.host is verb and verb.word in said("answers")
    if not within and not answer and not brought:
        return []
    subject = next((one.subject for one in clause.chain()[:3] if one.subject), [])
    return [
        u for u in subject
        if (u.mention is not None and u.mention.kind in ("state", "force")) or at_work([u], tokens)
    ]  # fmt: skip


def first_of_two(event: EventMention, units: list[Unit], tokens: Tokens) -> list[Unit]:
    """As in "a year on, warships of Peru and Chile held a drill", where only the second was read as
    the subject.
    """
    subject = event.clause.subject
    k = subject[0].index if subject and event.clause.link == "and" else 0
    if k < 2 or units[k - 1].kind != "conj" or units[k - 1].word != "and":
        return []
    first = units[k - 2]
    forces = first.role == "phrase" and first.prep in ("of", "from") and first.host is not None
    return [first] if forces and first.host and at_work([first.host], tokens) else []


def summed(event: EventMention) -> None:
    """Let who acts in the clause that the noun sums up hold the exercise, as the clause has it."""
    verb = event.clause.verb
    assert verb is not None
    assert verb.verb is not None
    event.status = of_clause(event.clause, verb, verb.verb, 0)
    event.dates = [d for d in event.dates if d.i < event.trigger.i]  # "the third this year"
    event.add("participant", list(event.clause.subject))


def rehome(event: EventMention, clause: Clause, tokens: Tokens) -> None:
    """Let the mention stand in the clause of which "what they called a drill" is a part: whoever
    acts there holds it, there and then.
    """
    assert clause.verb is not None
    assert clause.verb.verb is not None
    event.clause = clause
    event.status = of_clause(clause, clause.verb, clause.verb.verb, 0)
    event.dates = [d for d in clause.dates if d not in event.dates] + event.dates
    where_and_when(event, clause, clause.verb, {}, tokens)
    event.add("participant", list(clause.subject))
    event.add("participant", [
        u for p in clause.phrases if p.prep in said("beside") and p.host is clause.verb
        for u in p.units
    ])  # fmt: skip


def hosts(event: EventMention) -> list[Unit]:
    """Who hosts it: "Peru hosts the drill", "a drill hosted by Peru"."""
    found: list[Unit] = []
    for clause in (event.clause, *event.trigger.attached):
        verb = clause.verb
        if verb is None or verb.verb is None or verb.word not in ("host", "co-host", "play host"):
            continue
        if verb.verb.passive:
            found += [u for p in clause.phrases if p.prep == "by" for u in p.units]
        else:
            found += clause.subject
    return found


def overseers(event: EventMention) -> list[Unit]:
    """Who looks on from above: "the king watched a drill"."""
    verb = event.clause.verb
    looks_on = verb is not None and verb.word in said("watched") and event.trigger.role == "object"
    return list(event.clause.subject) if looks_on else []


def ordering(event: EventMention) -> list[Unit]:
    """Who orders or announces it where nobody else is said to hold it: "Peru announced drills off
    Callao with Chile", "the king ordered a snap check"; not "announced drills by Chile's navy".
    """
    verb, trigger = event.clause.verb, stem(event.trigger)
    if verb is None or verb.verb is None or verb.word not in said("orders"):
        return []
    if trigger.role != "object" or verb.verb.passive or verb.verb.negated:
        return []
    theirs = [u for u in event.roles.get("participant", ()) if u.prep not in said("beside_it")]
    if any(_named(u) for u in theirs):
        return []
    return [one for u in event.clause.subject for one in _named(u)]


def _named(unit: Unit) -> list[Unit]:
    """The unit if it names somebody, else whose it is: "Peru's maritime authority"."""
    return [u for u in (unit, *unit.mods) if u.mention is not None][:1]


def _of_relations(tokens: Tokens, k: int) -> bool:
    """Does a noun of relations govern token ``k`` ("its border with Chad", "relations between Chad
    and Mali")?
    """
    for n in range(k - 1, max(0, k - 7), -1):
        if tokens.lower[n] in ("with", "between"):
            before = tokens.lower[n - 1]
            return before in words()["relational"] or before in said("talked")
        if tokens.lower[n] not in ("and", ",", "the") and not tokens.text[n][0].isupper():
            return False
    return False


def _land(tokens: Tokens, k: int) -> bool:
    """Is it land that stands before "of" ("over vast parts of the country")?"""
    return k > 1 and tokens.lower[k - 1] == "of" and (
        tokens.lower[k - 2] in said("spots") or tokens.lower[k - 2] in said("parts")
    )  # fmt: skip
