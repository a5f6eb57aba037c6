"""What the walk from left to right cannot know: words whose place shows only later.

A preposition that a relative clause leaves behind ("whom she spoke to by phone") governs the
clause's antecedent; a name after a mere description of somebody ("a meeting with the host, Ola
Berg") says who that is; and a past form turns out to be a participle when the sentence goes on
with another verb ("the talks, scheduled for Monday, were called off").
"""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.units import Unit

_FAR = 40  # steps from a noun to those that it hangs on


def tie(units: list[Unit], clauses: list[Clause]) -> None:
    """Put the antecedents of stranded prepositions and the names of descriptions in their place."""
    told = [clause for clause in clauses if clause.verb is not None]
    for clause in told:
        if clause.objects and not clause.subject:
            _invert(clause)
    for clause in told:
        if clause.link == "that":
            _relate(clause)
    for clause in told:
        if clause.link == "and" and clause.subject:
            _reduce(units, clause)
        if clause.link == "rel" and clause.objects:
            _strand(units, clause)
    for comma in units[1:-1]:
        if comma.kind == "comma":
            name = units[comma.index + 1]
            if name.role == "object" or name.role == "apposition":
                put_name(units[comma.index - 1], name)


def _invert(clause: Clause) -> None:
    """In "Also taking part are ships from Oman" what follows "are" is the subject."""
    verb, front = clause.verb, clause.parent
    if verb is None or verb.word != "be":
        return
    if front is None or front.link not in ("ger", "part") or not front.fronted or front.subject:
        return
    front.subject = list(clause.objects)
    if front.link == "part":  # "Scheduled for Monday is a meeting of"
        clause.objects[0].attached += (front,)


def _relate(clause: Clause) -> None:
    """In "the drill that Oman hosts", "the trip that Bassi was due to make" the clause is one on
    the noun, which is its object.
    """
    noun, verb = clause.governor, clause.verb
    if noun is None or verb is None or not noun.nominal:
        return
    if not clause.subject and verb.verb is not None and verb.verb.kind == "finite":
        clause.link, clause.subject = "rel", [noun]  # "the tour that also takes her to Oman"
        step: Unit | None = noun
        for _ in range(_FAR):
            if step is None or not step.nominal or len(step.attached) > _FAR:
                break
            step.attached += (clause,)
            step = step.host if step.role == "phrase" else None
        return
    if clause.subject and any(
        one.verb is not None and not one.objects and one.verb.word in words()["holding"]
        for one in (clause, *verb.attached)
    ):
        noun = _made(noun)
        clause.link, clause.governor, clause.objects = "rel", noun, [noun]
        noun.attached += (clause,)


def _made(noun: Unit) -> Unit:
    """In "the trip to Oman that Bassi planned" the trip, not its place."""
    for _ in range(3):
        host = noun.host
        somewhere = noun.mention is not None and noun.mention.kind in ("place", "state")
        if noun.role != "phrase" or host is None or host.kind != "noun" or not somewhere:
            break
        noun = host
    return noun


def _strand(units: list[Unit], clause: Clause) -> None:
    verb, antecedent = clause.verb, clause.governor
    if verb is None or antecedent is None or clause.objects != [antecedent]:
        return
    k = verb.index + 1
    if k >= len(units) or units[k].kind != "prep" or units[k].word not in ("to", "with", "by"):
        return
    if k + 1 < len(units) and units[k + 1].nominal:
        return
    clause.objects = []
    clause.phrases.append(Phrase(units[k].word, [antecedent], verb))


def put_name(described: Unit, name: Unit) -> None:
    """As in "with the host, Ola Berg", "with host Ola Berg": the phrase is of him whom the name
    tells.
    """
    clause = described.clause
    known = described.mention
    if described.role != "phrase" or clause is None:
        return
    if known is not None and (known.actor or known.members):
        return
    if described.word not in words()["companions"] or described.det in ("a", "an"):
        return
    if not described.det and name.i > described.j:
        return
    mention = name.mention
    if mention is None or mention.form != "name" or name.possessive:
        return
    if mention.kind != "person" and (mention.kind != "state" or described.word not in _OF_STATES):
        return
    for phrase in clause.phrases:
        if described in phrase.units:
            phrase.units[phrase.units.index(described)] = name
            break
    else:
        return
    if name.clause is not None and name in name.clause.objects:
        name.clause.objects.remove(name)
    name.clause, name.role, name.prep, name.host = clause, "phrase", phrase.prep, phrase.host


_OF_STATES = frozenset({"ally", "rival", "neighbour", "neighbor", "partner"})
"""What a state may be to another."""


def _reduce(units: list[Unit], later: Clause) -> None:
    """Make the clause before ``later`` one on their subject, if no conjunction joins the two."""
    verb = later.verb
    assert verb is not None
    first = next(
        (c for c in later.chain()[1:4] if c.verb is not None and c.subject == later.subject), None
    )
    while first is not None and first.link == "inf":
        first = first.parent
    if first is None or first.subject != later.subject or not _is_past_form(first):
        return
    opened = first.verb
    assert opened is not None
    assert opened.verb is not None
    before, after = units[opened.index - 1].kind, units[verb.index - 1].kind
    if after == "conj" or (before == "comma") != (after == "comma"):
        return
    noun = first.subject[-1]
    later.link, later.parent, later.governor = first.link, first.parent, first.governor
    first.link, first.parent, first.governor = "part", later, noun
    first.opener, later.opener = "", first.opener
    later.phrases[:0] = [p for p in first.phrases if p.units and p.units[0].i < opened.i]
    first.phrases = [p for p in first.phrases if not p.units or p.units[0].i >= opened.i]
    later.dates[:0] = [d for d in first.dates if d.i < opened.i]
    first.dates = [d for d in first.dates if d.i >= opened.i]
    for phrase in later.phrases:
        for unit in phrase.units:
            unit.clause = later
    for unit in (*later.subject, *later.dates):
        unit.clause = later
    opened.verb.kind, opened.verb.tense, opened.verb.passive = "participle", "", True
    for unit in first.subject:
        unit.attached += (first,)


def _is_past_form(clause: Clause) -> bool:
    """Is its verb a bare past form without an object, which a participle may look like?"""
    verb = clause.verb
    if verb is None or verb.verb is None or clause.objects or clause.link not in _OPEN:
        return False
    group = verb.verb
    return (
        (group.kind, group.tense, group.modal) == ("finite", "past", "")
        and not (group.perfect or group.passive or group.progressive or group.negated)
        and group.lemma.split()[0] not in ("be", "have", "do")
        and group.lemma not in words()["speech"]
        and len(verb.word.split()) >= verb.j - verb.i
    )


_OPEN = frozenset({"main", "that", "and"})
