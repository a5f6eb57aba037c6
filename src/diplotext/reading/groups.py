"""From atoms to noun groups: which words, mentions and dates make one group, and what is its head.

The last step from tokens to units; the atoms come from ``atoms``.
"""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.reading.units import Unit

_INNER = frozenset({"adjective", "word", "det", "possessor", "duration", "hyphen", "entity"})


def group(atoms: list[Unit]) -> list[Unit]:
    """Join the parts of noun groups; everything else stays as it is."""
    units: list[Unit] = []
    run: list[Unit] = []
    joined = False  # a comma or "and" within the group stands just before
    lists = _Lists(atoms)
    for n, atom in enumerate(atoms):
        kind = atom.kind
        if kind in _INNER:
            if not run:
                run = [atom]
            elif joined or not _parts(run, atom, atoms, n + 1):
                run.append(atom)
            else:
                _close(run, units)
                run = [atom]
            joined = False
        elif kind == "date" and (
            atom.possessive
            or (
                run
                and (run[-1].kind in ("det", "possessor") or run[-1].possessive)
                and _goes_on(atoms, n)
            )
        ):
            run.append(atom)
        elif run and (
            (kind == "conj" and _joins_modifiers(atoms, n, run))
            or (kind == "comma" and _lists_modifiers(lists, n, run))
        ):
            joined = True
        else:
            if run:
                _close(run, units)
                run = []
            units.append(atom)
    if run:
        _close(run, units)
    for n, unit in enumerate(units):
        unit.index = n
    return units


def _goes_on(atoms: list[Unit], n: int) -> bool:
    """Does the group go on behind the date: "the May 5 visit", "the May 5 NATO summit"?"""
    following = [atom.kind for atom in atoms[n + 1 : n + 4]]
    if following[:1] == ["entity"]:
        following = following[3:] if following[1:2] == ["hyphen"] else following[1:]
        return following[:1] == ["word"]
    return following[:1] in (["word"], ["adjective"], ["duration"])


_OBJECTS = frozenset({"him", "them", "me", "us"})
"""Pronouns that are a group of their own behind a verb: "gave him dinner"."""

_SUBJECTS = frozenset({"it", "they", "he", "she"})
"""Pronouns that open a clause on the noun before them: "the summit it will host"."""


def _parts(run: list[Unit], atom: Unit, atoms: list[Unit], after: int) -> bool:
    """Does ``atom`` start another noun group? ``after`` is the index of the atom behind it."""
    last = run[-1]
    if last.kind == "date":
        return False  # "the May 5 NATO summit"
    if last.word in _OBJECTS and after > 2 and atoms[after - 3].kind == "verb":
        return True
    if last.kind == "duration" and atom.kind == "entity" and atom.mention is not None and (
        atom.mention.kind == "person" and atom.mention.form == "name" and not atom.possessive
    ):  # fmt: skip
        return True  # "for two hours Wang and Lavrov talked"
    if atom.kind == "entity" and last.kind == "word" and not last.possessive:
        following = atoms[after].kind if after < len(atoms) else ""
        if (
            last.word in words()["describing"]
            or last.word in words()["compass"]
            or (len(run) > 2 and run[-2].kind == "hyphen" and last.word in words()["worn"])
        ):
            return False  # "neighbouring Kazakhstan", "war-torn Syria"
        if (
            (run[0].kind in ("det", "possessor") or (run[0].kind == "date" and run[0].possessive))
            and not atom.possessive
            and following in ("word", "hyphen")
            and all(m.kind in ("det", "word", "possessor", "hyphen") for m in run[1:])
        ):
            return False  # "the 6th BRICS summit", "this week's extraordinary NATO summit"
        if last.word.isdigit() and last.date is None and all(m.kind == "det" for m in run[:-1]):
            return False  # "the 27 EU leaders"
        if atom.mention is not None and atom.mention.kind == "organisation" and (
            atom.mention.form == "name" and len(run) > 1 and last.word in words()["bands"]
        ):  # fmt: skip
            return False  # "the Yemeni rebel movement Ansar"
        if atom.possessive and run[0].kind == "det" and following == "word" and (
            atom.mention is not None
            and atom.mention.form == "description"
            and atom.mention.actor is None
            and last.kind == "word"
        ):  # fmt: skip
            return False  # "the third annual ministers' meeting"
    if atom.kind == "adjective" or (
        atom.kind == "entity" and atom.mention is not None and atom.mention.kind == "force"
    ):
        first = run[0].word
        if first in words()["counts"] or first.isdigit():
            return False  # "two large Peruvian ships"
    if (
        last.kind == "hyphen"
        or atom.kind == "hyphen"
        or last.kind in ("det", "possessor", "adjective", "duration")
    ):
        return False
    if last.possessive:
        return False
    if atom.word == "one" and last.mention is not None and last.mention.kind == "person":
        return True  # "met Wang and Lavrov one by one"
    if atom.kind in ("det", "possessor"):
        return True
    if atom.kind == "entity":
        return True
    if last.kind == "word" and atom.kind == "adjective":
        if last.word in words()["compass"]:
            return False  # "the northern Argentine province"
        if run[0].kind == "det" and all(_describes(m) for m in run[1:]):
            return False  # "the fourth joint Omani-Qatari commission"
        return len(run) > 1 or not last.word.endswith(("ed", "ing", "al", "ly"))
    if atom.kind == "adjective":
        return last.kind == "entity"
    return atom.word in _SUBJECTS


def _describes(atom: Unit) -> bool:
    """Is it a word that tells one meeting from others: "joint", "fourth", "high-level"?"""
    return atom.kind == "hyphen" or (
        atom.kind == "word"
        and (atom.word in words()["sessional"] or atom.word[-2:] in ("al", "th", "ly"))
    )


def _modifier(atom: Unit) -> bool:
    return atom.kind == "adjective" or (
        atom.kind == "entity"
        and atom.mention is not None
        and atom.mention.kind in ("state", "organisation")
    )


def _joins_modifiers(atoms: list[Unit], n: int, run: list[Unit]) -> bool:
    """In "Chinese and Russian forces" both adjectives belong to the noun that follows."""
    if not run or n + 2 >= len(atoms) or not _modifier(run[-1]) or run[-1].possessive:
        return False
    return atoms[n + 1].kind == "adjective" and atoms[n + 2].kind in ("word", "adjective")


class _Lists:
    """Which commas stand in a list that modifies a noun; each list is read once."""

    __slots__ = ("_end", "_modifies", "atoms")

    def __init__(self, atoms: list[Unit]) -> None:
        self.atoms = atoms
        self._end, self._modifies = -1, False  # of the list read last

    def modifies(self, n: int) -> bool:
        """Does the list go on behind the comma at ``n`` up to "and", an adjective and a noun?"""
        if n > self._end:
            self._end, self._modifies = self._read(n)
        return self._modifies  # the same for each comma of the list

    def _read(self, n: int) -> tuple[int, bool]:
        atoms = self.atoms
        while n + 1 < len(atoms) and atoms[n].kind in ("comma", "conj") and _modifier(atoms[n + 1]):
            if atoms[n].kind == "conj":
                noun = n + 2 < len(atoms) and atoms[n + 2].kind == "word"
                return n, noun and atoms[n + 1].kind == "adjective"
            n += 2
        return n, False


def _lists_modifiers(lists: _Lists, n: int, run: list[Unit]) -> bool:
    """The same with commas before the last: "Indian, US and Japanese ships"."""
    if not _modifier(run[-1]) or run[-1].possessive:
        return False
    atoms = lists.atoms
    if (
        n <= 2
        and n + 2 < len(atoms)
        and _modifier(atoms[n + 1])
        and atoms[n + 2].kind == "word"
        and len(run) == 1
    ):
        return True  # a headline: "Rwanda, Burundi peace talks"
    return lists.modifies(n)


_HEADS = {"entity": "entity", "adjective": "entity", "possessor": "entity", "date": "date"}


def _close(run: list[Unit], units: list[Unit]) -> None:
    head = run[-1]
    while head.kind == "hyphen":
        run.pop()
        if not run:
            return
        head = run[-1]
    kind = _HEADS.get(head.kind, "noun")
    if kind == "entity" and head.mention is None:
        kind = "noun"
    if len(run) == 1:  # a group of its own: nothing to join
        if kind == "noun" and (head.kind == "det" or head.kind == "possessor"):
            head.det = head.word
        head.kind = kind
        units.append(head)
        return
    unit = Unit(kind, run[0].i, head.j, head.word, head.head)
    if head.mention is not None:
        unit.mention = head.mention
    elif head.date is not None:
        unit.date = head.date
    if head.possessive:
        unit.possessive = True
    mods: list[Unit] = []
    for atom in run[:-1]:
        if atom.word == "her":
            atom.kind, atom.possessive = "possessor", True  # "her first visit"
        if atom.kind != "det" and atom.kind != "hyphen":
            mods.append(atom)
    if mods:
        unit.mods = tuple(mods)
    for atom in run:
        if (atom.kind == "det" or atom.kind == "possessor") and atom.word:
            unit.det = atom.word
            break
    units.append(unit)
