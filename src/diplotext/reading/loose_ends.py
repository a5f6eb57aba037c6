"""What the walk from left to right cannot know: words whose place shows only later.

A preposition that a relative clause leaves behind ("whom she spoke to by phone") governs the
clause's antecedent; a name after a mere description of somebody ("a meeting with the host, Ola
Berg") says who that is.
"""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.reading.clauses import Clause, Phrase
from diplotext.reading.units import Unit


def tie(units: list[Unit], clauses: list[Clause]) -> None:
    """Put the antecedents of stranded prepositions and the names of descriptions in their place."""
    for clause in clauses:
        if clause.link == "rel" and clause.verb is not None and clause.objects:
            _strand(units, clause)
    for k in range(2, len(units)):
        if units[k - 1].kind == "comma" and units[k].role in ("object", "apposition"):
            _name(units[k - 2], units[k])


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


def _name(described: Unit, name: Unit) -> None:
    """As in "with the host, Ola Berg": the phrase is of him whom the name tells."""
    clause = described.clause
    if described.role != "phrase" or clause is None or described.mention is not None:
        return
    if described.det in ("", "a", "an") or described.word not in words()["companions"]:
        return
    mention = name.mention
    if mention is None or (mention.kind, mention.form) != ("person", "name") or name.possessive:
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
