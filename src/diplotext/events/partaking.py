"""Who takes part in an exercise, from the words of a whole sentence.

The frames read what stands in the clause of the exercise itself. News says the rest in
lists and asides: "Among them are A, B and C", "troops from D", "E's biggest drill", "the
frigates HMAS F and ROKS G". Which sentences an exercise may take sides from is decided by
the caller.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from itertools import compress

from diplotext.events import telling
from diplotext.events.cast import Cast, Role, model
from diplotext.events.draft import Draft
from diplotext.events.drills import flag, flag_openers
from diplotext.events.joining import Drill
from diplotext.events.proper import organisers
from diplotext.events.vocabulary import said
from diplotext.events.whereabouts import dateline_place
from diplotext.lexicon import state
from diplotext.lexicon.grammar import verb_forms, words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Actor, Mention, Span
from diplotext.reading.clauses import Clause
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.rules.circumstances import where_and_when
from diplotext.rules.match import EventMention
from diplotext.rules.noun_status import stem
from diplotext.rules.status import of_clause


def lists(document: Document, sentence: int) -> bool:
    """Does the sentence, which names no exercise, speak of nothing but taking part in one?"""
    lower = document.lower_in(sentence)
    if not said("talks").isdisjoint(lower):
        return False
    if not said("strong").isdisjoint(lower):
        return True
    return "part" in lower and any(
        v == "part" and w in ("take", "taking", "took", "taken")
        for w, v in itertools.pairwise(lower)
    )


def joins(document: Document, sentence: int) -> bool:
    """Does the sentence speak of taking part?"""
    return not said("takes_part").isdisjoint(document.lower_in(sentence))


def sides(document: Document, cast: Cast, sentence: int, marked: set[int]) -> list[Role]:
    """The states and bodies whose forces the sentence lets take part, in text order, each once.

    ``marked`` are the tokens that name the exercise (its noun or its proper name).
    """
    tokens = document.tokens
    span = document.sentences[sentence].span
    first, last = tokens.at(span.start), tokens.at(span.end)
    if not said("stays_away").isdisjoint(tokens.lower[first:last]):
        return []
    found: dict[str, Role] = {}
    joint = not said("takes_part").isdisjoint(tokens.lower[first:last])
    for told in _runs(document, first, last):
        run = _silent(told, tokens)
        if run and _takes_part(run, tokens, first, last, marked, joint):
            roles = [role for mention in run for role in cast.named(mention)]
            states = sum(r.actor.kind == "state" for r in roles)
            for role in roles:
                if role.actor.kind == "state" or (
                    role.actor.kind == "organisation"
                    and (states > 1 or role.side in said("alliances"))
                    and tokens.lower[tokens.at(role.span.end) : tokens.at(role.span.end) + 1]
                    != ["member"]
                ):
                    found.setdefault(role.side, role)
    openers = flag_openers()
    for k in compress(range(first, last), map(openers.__contains__, tokens.lower[first:last])):
        code = flag(tokens, k)
        if code is not None and code not in found:
            found[code] = Role(
                _state(code), None, Span(tokens.start[k], tokens.end[min(last, k + 2) - 1])
            )
    return list(found.values())


def _silent(run: list[Mention], tokens: Tokens) -> list[Mention]:
    """The run without those who only tell of it ("troops from Peru, the Chilean army said")."""
    j = tokens.at(run[-1].span.end)
    if said("told").isdisjoint(tokens.lower[j : j + 3]):
        return run
    if len(run) > 1 and tokens.lower[tokens.at(run[-2].span.end)] == ",":
        return run[:-1]
    return []


def _state(code: str) -> Actor:
    known = state(code)
    return Actor(f"state:{code}", known.name if known else code, "state", country=code)


def _runs(document: Document, first: int, last: int) -> Iterator[list[Mention]]:
    """Lists of sides: mentions with nothing but commas, "and" and the like between."""
    tokens = document.tokens
    run: list[Mention] = []
    end = -1
    for mention in document.mentions_in(first, last):
        i = tokens.at(mention.span.start)
        if mention.span.start < end or tokens.lower[max(0, i - 2) : i] == ["ex", "-"]:
            continue  # inside the one before; "ex-British states"
        end = mention.span.end
        if mention.kind not in ("state", "force", "organisation") or mention.form == "pronoun":
            if run:
                yield run
            run = []
            continue
        gap = tokens.lower[tokens.at(run[-1].span.end) : i] if run else []
        if run and (
            len(gap) > 6
            or not gap
            or any(w not in said("glue") and not w[0].isdigit() for w in gap)
        ):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _takes_part(
    run: list[Mention], tokens: Tokens, first: int, last: int, marked: set[int], joint: bool
) -> bool:
    lower = tokens.lower
    i, j = tokens.at(run[0].span.start), tokens.at(run[-1].span.end)
    near = lower[max(first, i - 6) : i]
    after = lower[j : min(last, j + 10)]
    if not said("apart").isdisjoint(near) or not said("apart").isdisjoint(after[:3]):
        return False
    if _shadows(near, after):
        return False
    if len(run) == 1 and after[:1] and after[0] in said("ranks"):
        return False  # "Peruvian Navy Captain Ana Ruiz"
    before = [w for w in near if w not in said("small") and w[0].isalpha()]
    word = before[-1] if before else ""
    back = set(before[:-1])
    if word in said("set_in") or word in ("to", "than", "after", "before", "because"):
        return False
    if word in ("with", "between") and back and before[-2] in words()["relational"]:
        return False  # "near its border with Chad", "relations between Chad and Mali"
    if _sends_observers(after):
        return False
    if word == "by" and before[-2:-1] and before[-2] in said("told") | said("termed"):
        return False  # "described by Chilean officers as"
    if word in ("of", "by") and "participation" in back:
        return True
    if word in ("from", "of") and (said("forces") & back):
        return word == "from" or joint
    if len(run) > 1 and ((word in said("lists") and said("who") & back) or word in said("gathers")):
        return True
    if len(run) > 1 and joint and word in said("who") and lower[i - 1] in ("(", ":"):
        return True  # "from three states (Chad, Mali and Togo)"
    if word == "them" and ("among" in back or (len(run) > 1 and back & {"of", "including"})):
        return True
    if len(run) > 1 and not said("sends").isdisjoint(after[:3]):
        return True
    forces = any(m.kind == "force" for m in run) or (bool(after) and _followed(after))
    exercise = any(k in marked for k in range(max(first, i - 9), i))
    if word.replace(" ", "_") in said("beside") and (exercise or forces):
        return True
    if len(run) > 1 and joint and word in ("among", "including", "as", "with", "alongside", "like"):
        return True
    if after[:1] == ["'s"] and any(k in marked for k in range(j, min(last, j + 9))):
        return True  # "Peru's biggest drill"
    return forces and joint


def _shadows(near: list[str], after: list[str]) -> bool:
    """Does the side only follow what others do ("intercepted by Peruvian fighters", "ships of Peru
    kept up their surveillance")?
    """
    cut = next((k for k, word in enumerate(after) if word in (",", ";", "and")), len(after))
    return not said("shadows").isdisjoint([*near[-4:], *after[:cut]])


def _sends_observers(after: list[str]) -> bool:
    """Do the words after a side go on "were asked to send observers"?"""
    for word in after:
        if word in ("observer", "observers"):
            return True
        if word in (";", "and", "while", "but", "whereas"):
            return False
    return False


def _followed(after: list[str]) -> bool:
    """Is a word for forces at most three words on, with no verb or preposition before it?"""
    if after[1:2] == ["-"] and after[2:3] and after[2][0].isdigit():
        return True  # "F-16s"
    for word in after[:4]:
        if word in said("forces"):
            return True
        form = verb_forms().get(word)
        if form is not None and "past" in form.forms and word not in said("sends"):
            return False  # "Peru scrambled jets to watch them"
        if word in words()["prepositions"] or word in (",", "and"):
            return False
    return False


def owners(document: Document, cast: Cast, sentence: int) -> list[Role]:
    """The one state of whose forces, or leader, the sentence speaks; nobody if it names several."""
    tokens = document.tokens
    span = document.sentences[sentence].span
    found: dict[str, Role] = {}
    for mention in document.mentions_in(tokens.at(span.start), tokens.at(span.end)):
        if mention.kind == "force":
            i = tokens.at(mention.span.start)
            if said("apart").isdisjoint(tokens.lower[max(0, i - 3) : i]):
                found.update((r.side, r) for r in cast.named(mention) if r.actor.kind == "state")
    return list(found.values()) if len(found) == 1 else []


def presumed(event: Drill, document: Document, cast: Cast) -> list[Role]:
    """Whose exercise it is where nothing says so outright: the leader's who oversees it, the forces
    of which its sentences speak if they are one state's, the states that run the series, or the
    state in which the article is at home if it speaks of "the army".
    """
    states = {r.actor.country: r for r in event.leaders if r.actor.country}
    if len(states) == 1:
        ((leader, role),) = states.items()
        return [Role(_state(leader), None, role.span)]
    tokens = document.tokens
    found: dict[str, Role] = {}
    for n in sorted(set(event.sentences)):
        found.update((r.side, r) for r in owners(document, cast, n))
    if len(found) == 1:
        return list(found.values())
    if event.name is not None:
        name = event.name
        span = Span(tokens.start[name.i], tokens.end[name.j - 1])
        return [Role(_organiser(code), None, span) for code in organisers(name)]
    code = _home(event, document) if not found else None
    if code is not None:
        for n in sorted(set(event.sentences)):
            word = _own_forces(document, n)
            if word is not None:
                return [Role(_state(code), None, word)]
    return []


def _organiser(code: str) -> Actor:
    if len(code) == 2:
        return _state(code)
    return Actor(f"org:{code}", code, "organisation", organisation=code)


def _own_forces(document: Document, sentence: int) -> Span | None:
    """The words of a sentence for forces without a state: "the army", "its navy"."""
    tokens = document.tokens
    for unit in document.units(sentence):
        if (
            unit.nominal
            and unit.role in ("subject", "phrase")
            and unit.det in ("the", "its", "our", "their", "")
            and unit.word in said("services")
            and not any(m.mention is not None for m in unit.mods)
            and (unit.mention is None or unit.mention.actor is None)
            and (unit.det or unit.word == "marines")
        ):
            return Span(tokens.start[unit.i], tokens.end[unit.j - 1])
    return None


def _home(event: Drill, document: Document) -> str | None:
    """The one state of which place and dateline speak."""
    places = {p.country for p, _ in event.draft.places if p.country}
    dateline = document.article.dateline
    place = dateline_place(dateline) if dateline else None
    if len(places) == 1 and (place is None or place.country in places):
        return places.pop()
    return place.country if place is not None and not places else None


def taking_part(event: EventMention, roles: list[Role], tokens: Tokens) -> list[Role]:
    """The roles of a frame's mention, less the subject of a clause that only speaks of the exercise
    ("X fired a missile after drills of Y and Z").
    """
    clause, trigger = event.clause, event.trigger
    if telling.undecided(event):
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
    chain = [u for one in clause.chain()[:3] for u in one.subject]
    apart = {tokens.start[u.i] for u in chain}
    return [r for r in roles if r.span.start not in apart]


def armed(event: EventMention, tokens: Tokens) -> bool:
    """Do forces hold it by the words of the frame, or does its own name say "military"?"""
    if not said("martial").isdisjoint(event.format) or "military" in event.format:
        return True
    return any(
        (u.mention is not None and u.mention.kind == "force")
        or tokens.lower[u.j - 1] in said("forces")
        for units in event.roles.values()
        for u in units
    )


def of_pact(roles: list[Role]) -> bool:
    """Does a body take part that is there for nothing but defence?"""
    return any(role.side in said("pacts") for role in roles)


def geared(event: EventMention, tokens: Tokens) -> bool:
    """Do the words of the frame name types of aircraft or vehicles, or bands of soldiers?"""
    return any(
        u.word in said("bands") or model(u, tokens) for units in event.roles.values() for u in units
    )


def at_work(units: list[Unit], tokens: Tokens) -> bool:
    """Is one of the units forces or their gear: "sappers", "the navy's frigates"?"""
    return any(
        (u.mention is not None and u.mention.kind == "force")
        or any(m.mention is not None and m.mention.kind == "force" for m in u.mods)
        or tokens.lower[u.head if u.head >= 0 else u.j - 1] in said("forces")
        for u in units
    )


def _onlookers(event: EventMention, tokens: Tokens) -> set[int]:
    """Offsets of those who only look on: "drills watched by officers from Peru"."""
    return {
        tokens.start[k]
        for child in event.trigger.attached
        if child.verb is not None and child.verb.word in said("watched")
        for unit in (*child.subject, *(u for p in child.phrases for u in p.units))
        for k in range(unit.i, unit.j)
    }


def acting(event: EventMention) -> list[Unit]:
    """Whoever does something in the exercise: "Peru's navy fired torpedoes in the drill", "Peru
    answered with a drill of its own".
    """
    clause, trigger = event.clause, stem(event.trigger)
    verb = clause.verb
    if telling.undecided(event):
        above = clause.parent if clause.link == "inf" else clause
        decider = above.parent if above is not None else None
        return list(decider.subject) if decider is not None else []
    if trigger.role != "phrase" or verb is None or verb.verb is None or verb.verb.passive:
        return []
    within = trigger.prep in ("in", "during", "as_part_of") and verb.word in said("does")
    answer = trigger.prep == "with" and trigger.host is verb and verb.word in said("answers")
    if not within and not answer:
        return []
    subject = next((one.subject for one in clause.chain()[:3] if one.subject), [])
    return [u for u in subject if u.mention is not None and u.mention.kind in ("state", "force")]


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


def share_sides(events: list[Drill], document: Document) -> None:
    """As in "both armies also trained with Peru": those of the exercise told before."""
    tokens = document.tokens
    pair: list[Role] = []
    for event in events:
        span = document.sentences[event.draft.sentence].span
        lower = tokens.lower[tokens.at(span.start) : tokens.at(span.end)]
        known = {r.side for r in event.draft.roles}
        if pair and len(known) < 2 and any(
            w in said("pairs") and v in ("both", "two") for v, w in itertools.pairwise(lower)
        ):  # fmt: skip
            event.draft.roles += [r for r in pair if r.side not in known]
        states = [r for r in event.draft.roles if r.actor.kind == "state"]
        if len({r.side for r in states}) == 2:
            pair = states


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


def forces_of(roles: list[Role]) -> list[Role]:
    """The states that take part; a body only where hardly any state is named."""
    states = sum(r.actor.kind == "state" for r in roles)
    return [r for r in roles if r.actor.kind == "state" or states < 2]


def at_home(event: Drill, document: Document) -> list[Role]:
    """The sides, with "the Marine Corps" taken for that of the article's own state where nothing
    else speaks of the state that is known for it.
    """
    roles: list[Role] = []
    for role in event.draft.roles:
        bare = role.span.of(document.article.text).lower().removeprefix("the ")
        code = role.actor.country
        if bare in said("shared_names") and not any(
            m.span != role.span and m.actor == f"state:{code}" for m in document.mentions
        ):
            home = _home(event, document)
            role = Role(_state(home), None, role.span) if home is not None else role
        roles.append(role)
    return roles


def add_sides(
    draft: Draft, document: Document, cast: Cast, sentence: int, marked: set[int]
) -> None:
    """Add those whom the sentence lets take part."""
    known = {r.side for r in draft.roles}
    draft.roles += [r for r in sides(document, cast, sentence, marked) if r.side not in known]
