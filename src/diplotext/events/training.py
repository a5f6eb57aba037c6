"""What the sentences around an exercise add to it: who takes part, and where it is held.

The frames read what stands in the clause of the exercise itself. News says the rest in
lists and asides: "Among them are A, B and C", "troops from D", "E's biggest drill, Dawn
Shield", "at two ranges, F and G, in northern H". These readers walk over the units of one
sentence; which sentences an exercise may take them from is decided by the caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import attrs

from diplotext.events.cast import Cast, Role
from diplotext.events.draft import Draft, When, printed
from diplotext.events.drills import NOUNS, flag, organisers
from diplotext.events.joining import Drill
from diplotext.lexicon import state
from diplotext.lexicon.grammar import words
from diplotext.lexicon.tokens import Tokens
from diplotext.models import Actor, Mention, Place, Span
from diplotext.reading.document import Document
from diplotext.reading.places import place_of
from diplotext.reading.units import Unit
from diplotext.rules.match import EventMention

FORCES = frozenset(
    "troops troop forces force soldiers soldier military militaries army armies navy navies marines marine sailors personnel servicemen "
    "contingent contingents unit units ships ship vessels vessel warships warship aircraft planes jets fighters bombers helicopters crews "
    "crew paratroopers commandos battalion battalions brigade regiment squadron guard guards airmen participants participant teams team "
    "members officers frigate frigates destroyer destroyers submarine submarines corvette tanks elements detachment detachments fleet "
    "delegations servicemembers gunners pilots rangers infantry artillery counterparts allies partners nations countries states".split()
)
"""Nouns for what takes part in an exercise; before "from" or after a demonym they name a side."""

_TAKES_PART = frozenset(
    "participate participates participated participating participation join joins joined joining involve involves involved involving "
    "include includes included including contribute contributes contributed contributing contingents contingent participants attended "
    "attend comprises comprise featuring feature features host hosts hosted hosting co-hosted co-hosts alongside train trained training "
    "sent sending send deployed deploying nations countries joint side together".split()
)
_LISTS = frozenset({"are", "is", "include", "includes", "including", "were", "namely", ":", "comprise", "comprises", "like", "as"})
_WHO = frozenset({"them", "they", "others", "other", "participants", "countries", "nations", "those", "states", "which", "partners", "members", "these", "also", "part", "such"})
_APART = frozenset(
    "observer observers observe observed against toward towards ambassador embassy threat threats tensions tension attack aggression invasion "
    "invaded sanctions criticised criticized condemned protested objected rival rivals enemy dispute claims claimed denounced accused".split()
)
_STAYS_AWAY = frozenset(
    "not n't without skip skipped refuse refused refuses decline declined withdraw withdrew withdrawn absent excluded exclude barred "
    "disinvited unlike except boycott boycotted never".split()
)
_BESIDE = frozenset({"with", "alongside", "between", "involving", "including", "among", "featuring", "together_with", "along_with", "by", "led_by", "such_as", "as_well_as", "like", "jointly_with", "accompanied_by", "besides"})
_CARRY = frozenset(
    "hold conduct stage start begin launch kick off carry out join attend take part participate host run lead complete undertake organise "
    "organize mount train drill deploy send contribute fly sail involve co-host practise practice exercise".split()
) | {"take part", "kick off", "carry out", "play host"}

PLACE_PREPOSITIONS = frozenset({"in", "at", "on", "near", "off", "across", "over", "throughout", "around", "outside", "inside", "off_the_coast_of", "within", "aboard", "along"})
_HELD = frozenset(
    "be hold begin start open launch conduct stage host run occur continue end conclude finish close operate train sail arrive gather land "
    "base participate join deploy practise practice rehearse exercise patrol simulate return schedule plan mount carry assemble meet fly "
    "complete commence converge lead fire take kick".split()
) | {"take place", "take part", "kick off", "get underway", "get under way", "be underway", "be under way", "carry out", "wrap up", "go on", "line up", "be due", "be set"}
_SCENES = frozenset("ceremony workshop workshops phase phases stage part training operations operation patrols manoeuvring landing landings event events activity component edition iteration".split())
_SPOTS = frozenset(
    "locations location parts part areas area sites site places airports ports ranges range bases base grounds ground waters water region regions "
    "provinces province training field capital city town village island islands coast venue venues north south east west northeast northwest southeast "
    "southwest districts district territory territories airspace".split()
)
_SHARED = {"seas": "Sea", "oceans": "Ocean", "provinces": "Province", "regions": "Region", "prefectures": "Prefecture", "counties": "County", "straits": "Strait", "gulfs": "Gulf"}
"""Plurals that two names share: "the Red and Arabian seas"."""


_STRONG = frozenset("participate participates participated participating participants participant contingents contingent".split())
_TALKS = frozenset("summit talks meeting conference ministers leaders negotiations".split())


def lists(document: Document, sentence: int) -> bool:
    """Does the sentence, which names no exercise, speak of nothing but taking part in one?"""
    span = document.sentences[sentence].span
    tokens = document.tokens
    lower = tokens.lower[tokens.at(span.start) : tokens.at(span.end)]
    if not _TALKS.isdisjoint(lower):
        return False
    return not _STRONG.isdisjoint(lower) or any(v == "part" and w in ("take", "taking", "took", "taken") for w, v in zip(lower, lower[1:], strict=False))


def joins(document: Document, sentence: int) -> bool:
    """Does the sentence speak of taking part?"""
    span = document.sentences[sentence].span
    tokens = document.tokens
    return not _TAKES_PART.isdisjoint(tokens.lower[tokens.at(span.start) : tokens.at(span.end)])


def sides(document: Document, cast: Cast, sentence: int, marked: set[int]) -> list[Role]:
    """The states and bodies whose forces the sentence lets take part, in text order, each once.

    ``marked`` are the tokens that name the exercise (its noun or its proper name).
    """
    tokens = document.tokens
    span = document.sentences[sentence].span
    first, last = tokens.at(span.start), tokens.at(span.end)
    if not _STAYS_AWAY.isdisjoint(tokens.lower[first:last]):
        return []
    found: dict[str, Role] = {}
    for run in _runs(document, first, last):
        if _takes_part(run, tokens, first, last, marked):
            roles = [role for mention in run for role in cast.named(mention)]
            states = sum(r.actor.kind == "state" for r in roles)
            for role in roles:
                if role.actor.kind == "state" or (
                    role.actor.kind == "organisation" and (states > 1 or role.side in _ALLIANCES)
                    and tokens.lower[tokens.at(role.span.end) : tokens.at(role.span.end) + 1] != ["member"]
                ):
                    found.setdefault(role.side, role)
    for k in range(first, last):
        code = flag(tokens, k)
        if code is not None and code not in found:
            found[code] = Role(_state(code), None, Span(tokens.start[k], tokens.end[min(last, k + 2) - 1]))
    return list(found.values())


_ALLIANCES = frozenset({"NATO", "CSTO", "EU", "AU"})


def _state(code: str) -> Actor:
    known = state(code)
    return Actor(f"state:{code}", known.name if known else code, "state", country=code)


_GLUE = frozenset(
    ", and the ( ) as well & a an or plus - ; both of also from along with together including navy army forces troops republic kingdom british royal".split()
) | FORCES


def _runs(document: Document, first: int, last: int) -> Iterator[list[Mention]]:
    """Lists of sides: mentions of states, bodies and forces with nothing but commas, "and" and the like between."""
    tokens = document.tokens
    run: list[Mention] = []
    end = -1
    for mention in document.mentions_in(first, last):
        if mention.span.start < end:
            continue  # inside the one before
        i, j = tokens.at(mention.span.start), tokens.at(mention.span.end)
        end = mention.span.end
        if mention.kind not in ("state", "force", "organisation") or mention.form == "pronoun":
            if run:
                yield run
            run = []
            continue
        gap = tokens.lower[tokens.at(run[-1].span.end) : i] if run else []
        if run and (len(gap) > 6 or not gap or any(w not in _GLUE and not w[0].isdigit() for w in gap)):
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _takes_part(run: list[Mention], tokens: Tokens, first: int, last: int, marked: set[int]) -> bool:
    lower = tokens.lower
    i, j = tokens.at(run[0].span.start), tokens.at(run[-1].span.end)
    near = lower[max(first, i - 6) : i]
    after = lower[j : min(last, j + 8)]
    if not _APART.isdisjoint(near) or not _APART.isdisjoint(after[:3]):
        return False
    before = [w for w in near if w not in ("the", "a", "an", "both", "also", "some", "more", "than", "around", "about", "over", "up", "to", ",", "(") and not w[0].isdigit()]
    word = before[-1] if before else ""
    back = set(before[:-1])
    if word in PLACE_PREPOSITIONS or word in ("to", "than"):
        return False
    if word in ("from", "of") and (FORCES & back):
        return word == "from" or _joint(lower, first, last)
    if word in _LISTS and (_WHO & back) and len(run) > 1:
        return True
    if word == "them" and "among" in back:
        return True
    if len(run) > 1 and word in ("include", "includes", "included", "involve", "involves", "involved", "feature", "features", "comprises"):
        return True
    forces = any(m.kind == "force" for m in run) or (bool(after) and _followed(after))
    exercise = any(k in marked for k in range(max(first, i - 9), i))
    if word.replace(" ", "_") in _BESIDE and (exercise or forces):
        return True
    if len(run) > 1 and word in ("among", "including", "as", "with", "alongside", "like") and _joint(lower, first, last):
        return True
    if after[:1] == ["'s"] and any(k in marked for k in range(j, min(last, j + 9))):
        return True  # "Peru's biggest drill"
    return forces and _joint(lower, first, last)


def _followed(after: list[str]) -> bool:
    """Is a word for forces at most three words on, with no verb or preposition before it?"""
    for word in after[:4]:
        if word in FORCES:
            return True
        if word in words()["prepositions"] or word in (",", "and", "'s") and word != "'s":
            return False
    return False


def _joint(lower: list[str], first: int, last: int) -> bool:
    return not _TAKES_PART.isdisjoint(lower[first:last])


def spots(document: Document, sentence: int, marked: set[int]) -> list[tuple[Place, Span]]:
    """Places at which the sentence sets the exercise, in text order.

    A chain of places opens with a preposition after the exercise, after a verb of holding or
    after a date, and goes on over commas and further prepositions: "at the Alpha and Bravo ranges, in
    northern Kenya and off its coast".
    """
    units = document.units(sentence)
    found: list[tuple[Place, Span]] = []
    k = 0
    while k < len(units):
        unit = units[k]
        if unit.kind == "prep" and unit.word in PLACE_PREPOSITIONS and (
            k == 0 or _opens(units, k, marked, document.tokens) or _site(units, k, document.tokens)
        ):
            k = _chain(units, k, document, found, marked)
        else:
            k += 1
    return found


_SITES = frozenset("range ranges base bases area areas camp ground grounds barracks airbase airfield polygon fort".split())
"""Last words of the names of places where forces train and do little else."""


def _site(units: list[Unit], k: int, tokens: Tokens) -> bool:
    if k + 1 >= len(units) or not units[k + 1].nominal or units[k].word not in ("in", "at", "near"):
        return False
    unit = units[k + 1]
    place = place_of(unit, tokens)
    return place is not None and place.name[:1].isupper() and not _SITES.isdisjoint(tokens.lower[unit.i : unit.j])


def _opens(units: list[Unit], k: int, marked: set[int], tokens: Tokens) -> bool:
    before = units[k - 1]
    if before.kind in ("comma", "close", "conj") and k > 1:
        before = units[k - 2]
    if before.kind == "date":
        return k < 2 or units[k - 2].kind in ("prep", "verb") or _opens(units, k - 1, marked, tokens)
    if before.kind == "verb":
        return before.word in _HELD and tokens.lower[before.i - 1 : before.i] != ["previously"]
    if before.nominal and before.mention is not None and before.mention.kind in ("force", "state") and before.role == "phrase":
        host = before.host  # "drills with Peru in", "held by Chilean forces in"
        if before.prep in ("by", "with", "between", "of", "involving") and host is not None and (
            host.word in _HELD or any(t in marked for t in range(host.i, host.j))
        ):
            return True
    if before.nominal:
        return any(t in marked for t in range(before.i, before.j)) or before.word in _SCENES or before.word in NOUNS
    return False


def _chain(units: list[Unit], k: int, document: Document, found: list[tuple[Place, Span]], marked: set[int]) -> int:
    """Read one chain of places from the preposition at ``k``; the index after it."""
    tokens = document.tokens
    n = k
    prep = units[k].word
    while n < len(units):
        unit = units[n]
        if unit.kind == "prep":
            if unit.word not in PLACE_PREPOSITIONS and unit.word not in ("of", "off", "between"):
                break
            prep = unit.word
        elif unit.nominal:
            if any(t in marked for t in range(unit.i, unit.j)):
                break
            if unit.mention is not None and unit.mention.kind == "state" and unit.possessive:
                break
            places = _shared(units, n, tokens) or _places(unit, document)
            if n + 2 < len(units) and units[n + 1].kind == "conj" and units[n + 2].nominal and _shared(units, n + 2, tokens):
                n += 1
                continue  # "the Red" in "the Red and Arabian seas"
            if prep == "on" and places and tokens.lower[unit.j - 1] not in words()["localities"] and unit.mention is None:
                break
            span = Span(tokens.start[unit.i], tokens.end[unit.j - 1])
            if places:
                found.extend((place, span) for place in places)
            elif found and n + 1 < len(units) and units[n + 1].kind in ("comma", "conj") and tokens.text[unit.head][:1].isupper():
                pass  # a place of which no table knows, amid others
            elif unit.word not in _SPOTS and unit.word not in words()["compass"] and not (n + 2 < len(units) and _shared(units, n + 2, tokens)):
                break
        elif unit.kind not in ("comma", "conj", "open", "close"):
            break
        n += 1
    return max(n, k + 1)


def _places(unit: Unit, document: Document) -> list[Place]:
    """What the unit names: a place, a place of a state and the state ("Peru's northern region"), or states."""
    tokens = document.tokens
    if unit.mention is not None and unit.mention.members and unit.det in ("both", "the", ""):
        actors = [document.actor(m) for m in unit.mention.members]
        return [Place(a.name or a.country, a.country) for a in actors if a is not None and a.kind == "state" and a.country]
    if unit.mention is not None and unit.mention.form == "adjective":
        return []
    if unit.mention is not None and unit.mention.kind == "force" and tokens.lower[unit.j - 1] in words()["localities"]:
        return [Place(unit.mention.head.of(document.article.text))]  # "the Central Military District"
    place = place_of(unit, tokens)
    if place is None:
        return []
    owner = next((m for m in unit.mods if m.mention is not None and m.mention.kind == "state"), None)
    if owner is None or unit.mention is not None or place.country is None:
        return [printed(place, unit, document)]
    known = state(place.country)
    whole = Place(known.name if known else place.country, place.country)
    word = tokens.lower[unit.j - 1]
    if word in _PARTS:
        return [whole]
    if not owner.possessive:
        return [place]
    name = " ".join(tokens.text[k] for k in range(owner.j, unit.j))
    return [Place(name, place.country), whole]


def _shared(units: list[Unit], n: int, tokens: Tokens) -> list[Place]:
    """"the Red and Arabian seas": both names, each with the singular noun."""
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


def distinct(places: list[tuple[Place, Span]]) -> dict[Place, Span]:
    """The places, each once and under its longest name, named ones before whole states."""
    kept: dict[Place, Span] = {}
    for place, span in places:
        if place.name.startswith("the "):
            place = attrs.evolve(place, name=place.name[4:])
        if not _folded(place.name):
            continue
        other = next((p for p in kept if _one_place(place, p)), None)
        if other is None:
            kept[place] = span
        elif _fuller(place, other):
            kept = {(place if p is other else p): (span if p is other else s) for p, s in kept.items()}
    named = {p.country for p in kept if not _common(p)}
    shown = [(p, s) for p, s in kept.items() if not (_common(p) and p.country in named)]
    return dict(sorted(shown, key=lambda item: _is_state(item[0])))


_PARTS = frozenset("coast city town village waters shores coastline capital resort mainland port side soil territory airspace".split())
"""Nouns that after a state's name or adjective only tell the state: "the Kenyan coast", "the Turkish city of"."""


def _common(place: Place) -> bool:
    return place.country is not None and (place.name.split()[-1] in _PARTS or place.name.split()[-1] == "border")


def _fuller(place: Place, other: Place) -> bool:
    """Is ``place`` the better of two names of one place?"""
    if _is_state(other) or place.name.endswith(("Seas", "seas")) or "'s" in place.name or "’s" in place.name:
        return False
    return other.name.endswith(("Seas", "seas")) or "'s" in other.name or "’s" in other.name or len(_folded(other.name)) < len(_folded(place.name))


def _one_place(a: Place, b: Place) -> bool:
    first, second = _folded(a.name), _folded(b.name)
    if a.country == b.country and _bare(first) == _bare(second):
        return True  # "northern Kenya" and "Kenya"
    if _within(first, second) or _within(second, first):
        return _is_state(a) == _is_state(b)
    return a.country == b.country and len(first) == len(second) == 1 and first[0][0] == second[0][0] and (
        SequenceMatcher(None, first[0], second[0]).ratio() > 0.85  # two spellings
    )


def _folded(name: str) -> tuple[str, ...]:
    words = name.lower().replace("-", " ").replace("'s", "").split()
    return tuple("sea" if w == "seas" else w for w in words if w not in ("the", "of", "al"))


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in name if w not in words()["compass"])


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return set(short) <= set(long)


def _is_state(place: Place) -> bool:
    known = state(place.country) if place.country else None
    return known is not None and known.name == place.name


def owners(document: Document, cast: Cast, sentence: int) -> list[Role]:
    """The one state of whose forces, or leader, the sentence speaks; nobody if it names several."""
    tokens = document.tokens
    span = document.sentences[sentence].span
    found: dict[str, Role] = {}
    for mention in document.mentions_in(tokens.at(span.start), tokens.at(span.end)):
        if mention.kind == "force":
            i = tokens.at(mention.span.start)
            if _APART.isdisjoint(tokens.lower[max(0, i - 3) : i]):
                found.update((r.side, r) for r in cast.named(mention) if r.actor.kind == "state")
    return list(found.values()) if len(found) == 1 else []


def presumed(event: Drill, document: Document, cast: Cast) -> list[Role]:
    """Whose exercise it is where nothing says so outright: the leader's who oversees it, the forces of
    which its sentences speak if they are one state's, or the states that run the series."""
    states = {r.actor.country: r for r in event.leaders if r.actor.country}
    if len(states) == 1:
        ((code, role),) = states.items()
        return [Role(_state(code), None, role.span)]
    tokens = document.tokens
    found: dict[str, Role] = {}
    for n in sorted(set(event.sentences)):
        found.update((r.side, r) for r in owners(document, cast, n))
    if len(found) == 1:
        return list(found.values())
    if event.name is not None:
        name = event.name
        span = Span(tokens.start[name.i], tokens.end[name.j - 1])
        return [Role(_state(code), None, span) for code in organisers(name) if len(code) == 2]
    return []


# -- days ------------------------------------------------------------------------------------

_BEGIN = frozenset("begin begins began begun beginning start starts started starting kick kicks kicked launch launched launches open opens opened opening commence commenced commences from gets got get".split())
_END = frozenset("end ends ended ending conclude concludes concluded concluding wrap wraps wrapped finish finished finishes close closed closes closing complete completed culminate culminated until through".split())
_DURING = frozenset("run runs ran last lasts lasted lasting held hold holds place scheduled slated set conducted conduct staged planned due for during on in takes took taking occur occurred continue continues participated".split())
_TOLD = frozenset("said says told announced reported confirmed stated added noted according statement statements report reports tweeted wrote".split())


def taking_part(event: EventMention, roles: list[Role], tokens: Tokens) -> list[Role]:
    """The roles of a frame's mention, less the subject of a clause that only speaks of the exercise
    ("X fired a missile after drills of Y and Z")."""
    clause, trigger = event.clause, event.trigger
    verb = clause.verb
    if trigger.kind == "verb" or trigger.role != "phrase" or verb is None or trigger.prep in ("during", "in", "as_part_of"):
        return roles
    if verb.word in _CARRY or verb.word in _HELD or verb.word in _COMES:
        return roles
    chain = [u for one in clause.chain()[:3] for u in one.subject]
    apart = {tokens.start[u.i] for u in chain}
    return [r for r in roles if r.span.start not in apart]


_COMES = frozenset(
    "travel come go head prepare converge dispatch ready cooperate engage put use bring set gear agree unite team ally pair leave depart "
    "cancel postpone scrap suspend delay abandon resume agree plan".split()
) | {"team up", "call off", "put off", "set off", "set out", "gear up", "get together", "come together"}


def dated(event: EventMention, whens: list[When], tokens: Tokens) -> list[When]:
    """The days of a frame's mention, less those of what was only said or done about it."""
    kept: list[When] = []
    for unit in event.dates:
        when = next((w for w in whens if unit.date is not None and w.span == unit.date.span), None)
        if when is None or when.bound in ("since", "before", "after", "by"):
            continue
        verb = unit.clause.verb if unit.clause is not None else None
        if unit.host is not event.trigger and verb is not None and verb is not event.trigger and (
            verb.word in words()["speech"] or (verb.word not in _HELD and verb.word not in _CARRY)
        ):
            continue
        near = tokens.lower[max(0, unit.i - 4) : unit.i]
        if "that" not in near and not _TOLD.isdisjoint(near):
            continue
        kept.append(attrs.evolve(when, edge=_edge(tokens, unit.i)))
    return kept


def _edge(tokens: Tokens, k: int) -> str:
    """Does the verb before the date open or close the exercise?"""
    for n in range(k - 1, max(-1, k - 9), -1):
        word = tokens.lower[n]
        if word in _BEGIN and word != "from":
            return "begin"
        if word in _END and word not in ("until", "through", "completed"):
            return "end"
        if word in (".", ";", "from") or word in _TOLD:
            return ""
    return ""


def setting(event: EventMention, places: list[tuple[Place, Span]], tokens: Tokens) -> list[tuple[Place, Span]]:
    """The places of a frame's mention, less those that its clause only speaks of ("said in Paris")."""
    kept = set()
    for unit in event.places:
        if tokens.lower[unit.i - 1 : unit.i] != ["or"] and _sets(event, unit, tokens):
            kept.add(tokens.start[unit.i])
    return [(p, s) for p, s in places if s.start in kept and not (p.name.isupper() and len(p.name) < 5)]


def _sets(event: EventMention, unit: Unit, tokens: Tokens) -> bool:
    host = unit.host
    if host is None or host is event.trigger or host.word in _SCENES or host.word in NOUNS:
        return True
    if host.kind == "verb":
        return (host.word in _HELD or host.word in _CARRY) and tokens.lower[host.i - 1 : host.i] != ["previously"]
    if host.mention is not None and host.mention.place is not None:
        return True
    verb = host.clause.verb if host.clause is not None else None
    if verb is None and host.role == "phrase" and host.prep in ("to", "in", "at"):
        return True
    return (
        verb is not None and (verb.word in _HELD or verb.word in _CARRY) and event.trigger.role in ("subject", "object")
        and (host.role == "object" or (host.role == "phrase" and host.prep in ("to", "for", "in", "at", "on", "from", "by", "with")))
    )  # fmt: skip


def habitual(event: EventMention) -> bool:
    """Does the mention tell of a custom, not of one exercise ("they have trained together since 2003")?"""
    if any(u.date is not None and (u.date.kind == "repeated" or u.date.bound == "since") for u in event.dates):
        return True
    if any(u.date is not None and u.date.bound == "until" and u.date.value is not None and u.date.value.precision == "year" for u in event.dates):
        return True  # "until 2013 they were held from time to time"
    if event.trigger.det in ("such", "any", "every", "each", "all", "no", "more", "other", "many", "most"):
        return True
    return event.plural and not _CUSTOM.isdisjoint(event.format)


def generic(event: EventMention) -> bool:
    """Does the mention speak of exercises without any holding of one ("they discussed military exercises")?"""
    trigger, verb = event.trigger, event.clause.verb
    if not event.plural or trigger.det or event.dates or event.places or trigger.role == "subject":
        return False
    return trigger.role != "object" or verb is None or (verb.word not in _CARRY and verb.word not in _HELD)


_CUSTOM = frozenset("regular routine similar future further more frequent periodic previous past various numerous many other most earlier such".split())


def points_back(event: EventMention) -> bool:
    """Does "the" before the noun mean an exercise spoken of already? Not in "the largest drill"."""
    return event.definite and not any(w.endswith("est") or w in _ORDINAL for w in event.format)


_ORDINAL = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth only main".split())


def enrich(draft: Draft, document: Document, cast: Cast, sentence: int, marked: set[int]) -> None:
    """Add the sides, places and days of a sentence that speaks of this exercise only."""
    add_sides(draft, document, cast, sentence, marked)
    have = {p.name for p, _ in draft.places}
    draft.places += [(p, s) for p, s in spots(document, sentence, marked) if p.name not in have]
    _add_days(draft, document, sentence, marked)


def add_sides(draft: Draft, document: Document, cast: Cast, sentence: int, marked: set[int]) -> None:
    """Add those whom the sentence lets take part."""
    known = {r.side for r in draft.roles}
    draft.roles += [r for r in sides(document, cast, sentence, marked) if r.side not in known]


def _add_days(draft: Draft, document: Document, sentence: int, marked: set[int]) -> None:
    tokens = document.tokens
    span = document.sentences[sentence].span
    lower = tokens.lower
    known = {w.span for w in draft.whens}
    for e in document.expressions:
        if e.span.start < span.start:
            continue
        if e.span.start >= span.end:
            break
        i, j = e.start, e.end
        if e.kind == "duration":
            near = range(j, min(len(lower), j + 5))
            if e.days and not draft.days and (
                any(k in marked for k in near) or (i and lower[i - 1] in ("last", "lasts", "lasting", "lasted", "for", "run", "runs"))
            ):
                draft.days = e.days
            continue
        if e.value is None or e.span in known or e.kind in ("repeated", "age", "vague", "edition") or e.bound in ("since", "before", "after", "by"):
            continue
        first = tokens.at(span.start)
        at = next((k for k in range(i - 1, max(first - 1, i - 26), -1) if k in marked), None)
        if at is None:
            continue
        between = lower[at:i]
        if not _TOLD.isdisjoint(between):
            continue
        if e.bound in ("until", "from") or i - at <= 3 or not (_BEGIN | _END | _DURING).isdisjoint(between):
            draft.whens.append(When(e.value, e.span, True, e.bound, _edge(tokens, i)))
