"""Who was there as well, from sentences that only call the roll: "Also present were A and B", "On
the Maltese side were A and B", "A and B are part of her delegation".

They belong to the meeting or the visit told just before. Where two could be meant, or none of
those named acts for a side of it, the sentence stays unread.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.events.bodies import meets
from diplotext.events.cast import Cast, Role, drop_shadowed_states, is_spokesperson
from diplotext.events.draft import READ, Draft
from diplotext.lexicon.tokens import Tokens
from diplotext.reading.clauses import Clause
from diplotext.reading.document import Document
from diplotext.reading.units import Unit
from diplotext.reading.wordsets import words

_NEAR = 2  # sentences over which a meeting is the one whose company is told
_FAR = 8  # sentences over which the journey of him is told whom the roll names
_FRONT = 14  # tokens before the verb in which the roll is announced

_OPENERS = words(
    "aboard accompanying also alongside among attending by from in its joining members on other "
    "part present representing their travelling traveling with"
)
"""First words of the sentences that announce those who were there before they name them."""

_CLOSERS = words("present attended sat side delegation entourage")
"""Words of the sentences that name them first."""

_MEDIATING = words("mediate moderate facilitate preside")
_MEDIATED = words("mediated moderated facilitated presided")
_MEDIATORS = words("mediator facilitator moderator intermediary go-between chair chairman host")
_ACTING = words("act serve function")
_ALSO = words("also too likewise")
_HAS = words("have has had bring brings brought bringing take takes took taking")
"""Before "with him"."""

_HAVING = words("have bring take")
_ABOARD = words("plane aircraft flight jet train aboard board")
_TRIPS = words("trip journey tour visit mission")

_HERE = words("present attending attendance hand participants attendees participating")
_SIDES = words("side delegation team")
_SHORT = 6  # tokens of "on the South Korean side"
_AWAY = words("accompanying joining travelling traveling delegation entourage retinue party")
_BODY = words("delegation entourage retinue party team")
_MEMBERS = words("part member members those")
_THEM = words("him her them")
_PRONOUNS = words("him her them his")
_MEETING = words(
    "meeting meetings talks discussions conversation session encounter it negotiations"
)
_CAME = words("be come travel fly go")
_CAMES = words("came come comes went go goes flew travelled traveled")
_SURE = ("", "will")
_STOPS = words("verb rel sub break")


def call_roll(drafts: Sequence[Draft], document: Document, cast: Cast) -> None:
    """Let those who are only said to have been there take part in the event told just before."""
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        for n in {n for n, _ in draft.mentions}:
            told.setdefault(n, []).append(draft)
    near = {n + k for n in told for k in range(_NEAR + 1)}
    travels = [n for n, some in told.items() if any(d.kind == "visit" for d in some)]
    asked = near | {n + k for n in travels for k in range(_FAR + 1)}
    for n in sorted(asked):
        if n >= len(document.sentences) or document.sentences[n].part not in READ:
            continue
        if n not in near and not _names_traveller(document, n):
            continue
        lower = document.lower_in(n)
        if not lower or not _may_call(lower):
            continue
        if not document.named(n):
            continue
        units = document.units(n)
        found = _announced(units, document.tokens) or _named_first(units, document.tokens)
        if found is None:
            continue
        purpose, those = found
        travellers = [r.actor.id for r in cast.of(_opening(units, those))]
        roles = [
            r
            for r in cast.of(those)
            if r.actor.kind == "person" and r.actor.name is not None and not is_spokesperson(r)
        ]
        meant = _meant(told, n, roles, purpose)
        if not meant and purpose in ("journey", "either"):
            meant = _journey_of(travellers, told, n)
        for draft in meant:
            _add(draft, roles)


def _names_traveller(document: Document, sentence: int) -> bool:
    """Does it begin as in "With Bassi came A and B", which may stand far from his journey?"""
    first = document.tokens.at(document.sentences[sentence].span.start)
    return document.tokens.lower[first] in ("with", "accompanying", "joining")


def _may_call(lower: Sequence[str]) -> bool:
    if lower[0] in _OPENERS:
        front = lower[: _FRONT + 2]
        announced = lower[0] == "with" or not _ROLL.isdisjoint(front)
        return announced and not _BEING.isdisjoint(front)
    if "with" in lower and not _HAS.isdisjoint(lower) and not _THEM.isdisjoint(lower):
        return True  # "she has with her"
    if not _MEDIATED.isdisjoint(lower) or ("as" in lower and not _MEDIATORS.isdisjoint(lower)):
        return True
    if "part" in lower and not _ALSO.isdisjoint(lower):
        return True  # "A also took part"
    if "along" in lower and not _CAMES.isdisjoint(lower):
        k = lower.index("along")
        return lower[k - 1] in _CAMES and lower[k + 1 : k + 2] != ["with"]
    return not _CLOSERS.isdisjoint(lower)


_BEING = words("is are was were came come comes travelled traveled flew went : be")
_ROLL = _HERE | _SIDES | _AWAY | _TRIPS | _BODY | _MEMBERS | _THEM
_ROLL |= words("meeting talks his their")
"""Of these one announces whom the sentence lists."""

_Roll = tuple[str, list[Unit]]
"""What they were there for ("journey", "meeting", "either"; "beside": a meeting of others), and who
they are.
"""


def _announced(units: list[Unit], tokens: Tokens) -> _Roll | None:
    """As in "Also present were A and B", "In her delegation are A and B"."""
    if not units or tokens.lower[units[0].i] not in _OPENERS:
        return None
    first = units[0].i
    at = next(
        (
            k
            for k, u in enumerate(units)
            if u.verb is not None and u.word in _CAME and u.verb.kind == "finite"
        ),
        None,
    )
    if at is None:
        at = next((k for k, u in enumerate(units) if u.word == ":"), None)
    announcing = units[at].verb if at is not None else None
    if at is None or units[at].i - first > _FRONT or (announcing and announcing.negated):
        return None
    front = tokens.lower[first : units[at].i]
    purpose = _front(front)
    if purpose == "either" and not any(
        front[1] in _PRONOUNS or (u.mention is not None and u.mention.kind == "person")
        for u in units[:at]
    ):
        return None  # "with elections near"
    after = units[at + 1 :]
    if not purpose or not after:
        return None
    opening = after[0].mention
    if opening is None or opening.kind != "person":
        return None
    return purpose, _run(after, tokens)


def _front(front: list[str]) -> str:
    """For what those are there whom the words before the verb announce; empty if they do not."""
    if front[0] == "also" and len(front) > 1:
        front = front[1:]
    opener = front[0]
    if opener == "aboard" or (opener == "on" and not _ABOARD.isdisjoint(front)):
        return "journey" if not _THEM.isdisjoint(front) else ""
    if opener == "on" and len(front) < _SHORT and front[-1] in _TRIPS:
        return "journey"
    if opener in ("on", "from"):
        return "meeting" if len(front) < _SHORT and front[-1] in _SIDES else ""
    if opener in ("present", "attending", "representing"):
        return "meeting"
    if opener in ("with", "alongside"):
        return "either"
    if opener == "by":
        return "either" if front[1:] in (["his", "side"], ["her", "side"]) else ""
    if opener in ("accompanying", "joining", "travelling", "traveling"):
        return "journey"
    if front in (["its", "members"], ["their", "members"]):
        return "journey"
    if opener in ("among", "other", "members", "part", "in") and not _BODY.isdisjoint(front):
        return "journey"
    if front[:2] == ["among", "those"]:
        return "journey" if not _AWAY.isdisjoint(front) else _meeting(front)
    return "meeting" if front == ["in", "attendance"] else ""


def _meeting(front: list[str]) -> str:
    return "" if _HERE.isdisjoint(front) else "meeting"


def _named_first(units: list[Unit], tokens: Tokens) -> _Roll | None:
    """As in "A and B were also present", "A and B are part of the delegation"."""
    verb = next((u for u in units if u.verb is not None), None)
    clause = verb.clause if verb is not None else None
    if verb is None or clause is None or clause.verb is not verb or clause.link != "main":
        return None
    group = verb.verb
    if group is None or group.negated or group.passive or group.modal not in _SURE:
        return None
    at = {tokens.lower[u.j - 1]: p.prep for p in clause.phrases for u in p.units}
    things = {tokens.lower[u.j - 1] for u in clause.objects}
    if verb.word in _HAVING and (those := _brought(clause, tokens)):
        return "either" if verb.word == "have" else "journey", those
    those = [u for u in clause.subject if _is_person(u)]
    if not those:
        return None
    if verb.word in _CAME and tokens.lower[verb.j : verb.j + 1] == ["along"]:
        return "journey", those
    if verb.word == "be present":
        meets = all(w in _MEETING or _on_side(w, at) for w in at)
    elif verb.word == "attend":
        also = "also" in tokens.lower[max(verb.i - 1, 0) : verb.j + 1]
        meets = things <= _MEETING and bool(things or (also and not at))
    elif verb.word in ("take part", "participate"):
        also = not _ALSO.isdisjoint(tokens.lower[max(verb.i - 1, 0) : verb.j + 2])
        meets = any(_on_side(w, at) for w in at) or (also and at.keys() <= _MEETING)
        if also and meets:
            return "beside", those
    elif verb.word in _MEDIATING or verb.word in _ACTING:
        mediates = {w for w in at if at[w] == "as"} <= _MEDIATORS and (things | at.keys()) <= (
            _MEETING | _MEDIATORS
        )
        acts = verb.word in _MEDIATING or any(at[w] == "as" for w in at)
        return ("beside", those) if mediates and acts else None
    elif verb.word == "sit" and tokens.lower[verb.j : verb.j + 1] == ["in"]:
        meets = at.keys() <= _MEETING
    elif verb.word == "be" and any(at[w] in ("of", "in", "among") for w in at.keys() & _BODY):
        member = not _MEMBERS.isdisjoint(things | at.keys()) or any(at[w] == "in" for w in at)
        return ("journey", those) if member else None
    else:
        return None
    return ("meeting", those) if meets else None


def _brought(clause: Clause, tokens: Tokens) -> list[Unit]:
    """As in "brought A with her", "has with him A and B"."""
    company = [
        u
        for p in clause.phrases
        if p.prep == "with" and p.units and tokens.lower[p.units[0].i] in _THEM
        for u in p.units
    ]
    return [u for u in (*clause.objects, *company) if _is_person(u)] if company else []


def _on_side(word: str, at: dict[str, str]) -> bool:
    """As in "took part on the Maltese side"."""
    return word in _SIDES and at[word] in ("on", "from", "for")


def _is_person(unit: Unit) -> bool:
    mention = unit.mention
    return mention is not None and mention.kind == "person" and mention.form == "name"


def _run(units: list[Unit], tokens: Tokens) -> list[Unit]:
    """The persons up to the next verb or clause."""
    end = next(
        (k for k, u in enumerate(units) if u.kind in _STOPS and tokens.text[u.i] != ";"),
        len(units),
    )
    return [u for u in units[:end] if _is_person(u) and u.prep not in ("between", "than", "by")]


def _meant(
    told: dict[int, list[Draft]], sentence: int, roles: list[Role], purpose: str
) -> list[Draft]:
    """The event whose company it is; in a tour each of its visits."""
    sides = {r.side for r in roles}
    if not sides:
        return []
    for n in range(sentence, sentence - _NEAR - 1, -1):
        near = [
            d
            for d in told.get(n, [])
            if not (d.setting or d.other or d.earlier) and d.family != "call"
        ]
        visits = [d for d in near if d.kind == "visit" and not sides.isdisjoint(d.own_sides)]
        talks = [
            d
            for d in near
            if d.kind != "visit" and (purpose == "beside" or _fits(d, sides)) and _is_of_several(d)
        ]
        meant = [d for d in visits if d.trigger == visits[-1].trigger]
        if purpose in ("meeting", "beside"):
            meant = []
        if purpose == "either" and all(map(_posted, roles)):
            meant = []
        if purpose != "journey" and len(talks) == 1:
            meant += talks
        if meant or (talks and purpose in ("meeting", "beside")):
            return meant
    return []


def _opening(units: list[Unit], those: list[Unit]) -> list[Unit]:
    """Whom the words before the roll name: "With Bassi came A and B"."""
    first = those[0].i if those else 0
    return [u for u in units if u.i < first and _is_person(u)]


def _journey_of(travellers: list[str], told: dict[int, list[Draft]], sentence: int) -> list[Draft]:
    """The one visit of him whom the roll names, told further up."""
    found = {
        id(d): d
        for n in range(sentence - _FAR, sentence)
        for d in told.get(n, [])
        if d.kind == "visit"
        and not (d.setting or d.other or d.earlier)
        and not d.actors.isdisjoint(travellers)
    }
    return list(found.values()) if len(found) == 1 else []


def _posted(role: Role) -> bool:
    """An ambassador is there already when the guest comes."""
    return bool(role.office) and role.office.split()[0] in ("ambassador", "high", "consul")  # type: ignore[union-attr]


def _fits(draft: Draft, sides: set[str]) -> bool:
    """Do those of ``sides`` come for a side of it? To a conference others come as well."""
    return (
        draft.kind == "conference"
        or not sides.isdisjoint(draft.sides)
        or (draft.kind == "summit" and any(map(meets, draft.roles)))
    )


def _is_of_several(draft: Draft) -> bool:
    return len(draft.sides) > 1 or any(map(meets, draft.roles))


def _add(draft: Draft, roles: list[Role]) -> None:
    known = draft.actors
    new = [r for r in roles if r.actor.id not in known and r.side != draft.host]
    if draft.kind == "visit":
        new = [r for r in new if r.side in draft.own_sides]
    if new:
        draft.roles = [*draft.roles, *new]
        drop_shadowed_states(draft)
        covered = {r.side for r in new}
        draft.roles = [
            r
            for r in draft.roles
            if r.actor.kind != "person" or r.actor.name is not None or r.side not in covered
        ]
