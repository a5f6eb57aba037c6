"""Who hosts an exercise by the noun: "host Peru", "the host, Chile", "Oman is the host nation"."""

from __future__ import annotations

from diplotext.lexicon.tokens import Tokens
from diplotext.models import Mention
from diplotext.reading.document import Document
from diplotext.reading.units import Unit

_HOST = frozenset({"host", "hosts"})
_LAND = frozenset({"country", "nation", "nations", "countries", "state"})


def is_host(unit: Unit, tokens: Tokens) -> bool:
    """Do the words only say that somebody hosts: "host", "the host nation"?"""
    if not unit.nominal:
        return False
    word = tokens.lower[unit.j - 1]
    return word in _HOST or (word in _LAND and any(m.word in _HOST for m in unit.mods))


def called(unit: Unit, document: Document) -> Mention | None:
    """The state that follows the word: "host Peru", "the host, Peru"."""
    units = document.units(document.sentence_at(document.tokens.start[unit.i]))
    k = unit.index + 1
    if k < len(units) and units[k].kind == "comma":
        k += 1
    if k >= len(units) or units[k].role != "apposition":
        return None
    mention = units[k].mention
    return mention if mention is not None and mention.kind == "state" else None


def hosts(document: Document, sentence: int) -> list[Unit]:
    """Units of the states that the sentence calls hosts."""
    if _HOST.isdisjoint(document.lower_in(sentence)):
        return []
    found: list[Unit] = []
    units = document.units(sentence)
    for k, unit in enumerate(units):
        if not is_host(unit, document.tokens):
            continue
        if called(unit, document) is not None:
            found.append(next(u for u in units[k + 1 :] if u.role == "apposition"))
        clause = unit.clause
        verb = clause.verb if clause is not None else None
        if verb is not None and (
            (unit.role == "object" and verb.word in ("be", "act", "serve"))
            or (unit.role == "phrase" and unit.prep == "as")
        ):
            found += [u for u in units[:k] if u.role == "subject" and u.clause is clause]
    return [u for u in found if u.mention is not None and u.mention.kind == "state"]


def playing(document: Document, sentence: int, marked: set[int]) -> list[Unit]:
    """Units of the states that host the exercise by the verb: "the drill, to which A, B and C will
    play host".
    """
    if _VERBS.isdisjoint(document.lower_in(sentence)):
        return []
    units = document.units(sentence)
    found: list[Unit] = []
    for k, verb in enumerate(units):
        group = verb.verb
        if verb.word not in ("host", "co-host", "play host") or group is None or group.passive:
            continue
        first = k
        while first and units[first - 1].kind not in ("verb", "rel", "sub", "break"):
            first -= 1
        if not first or units[first - 1].kind != "rel":
            continue
        before = [u for u in units[max(0, first - 7) : first - 1] if u.nominal]
        if any(t in marked for u in before for t in range(u.i, u.j)):
            found += [u for u in units[first:k] if u.role == "subject"]
    return [u for u in found if u.mention is not None and u.mention.kind == "state"]


_VERBS = frozenset({"host", "hosts", "hosted", "co-host", "co-hosted", "hosting"})
