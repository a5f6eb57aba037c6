"""From units to clauses: who is the subject, what the object, which phrase belongs where.

The second half of reading a sentence, once for all rules: one walk from left to right that
keeps the open clauses on their parent links. Relative clauses, appositions, subjects that
are carried over ("arrived on Monday and will meet Lavrov"), infinitives and whose they are
("invited Xi to visit"), participles ("talks held in Riyadh") all come out as clauses with
a subject, a verb, objects, prepositional phrases and dates.
"""

from __future__ import annotations

from diplotext.lexicon.grammar import words
from diplotext.reading.asides import resumed, widened
from diplotext.reading.clauses import ASIDES, REMOTE, Clause, Phrase
from diplotext.reading.coordination import (
    continued,
    interrupted,
    members,
    names_them,
    several_act,
    take_dates,
)
from diplotext.reading.dependents import hang, is_resumed, is_setting
from diplotext.reading.lookahead import (
    closes_apposition,
    follows_opener,
    is_contact,
    leads_on,
    verb_after,
)
from diplotext.reading.loose_ends import put_name, tie
from diplotext.reading.units import Unit

_MOST = 60  # phrases, objects or dates of one clause
_LINKS = {"infinitive": "inf", "gerund": "ger", "participle": "part"}
_NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
_FAR = 40  # steps from a clause or noun to those that it hangs on


def read_clauses(units: list[Unit]) -> list[Clause]:
    """Assign each unit its clause and role; the clauses in order of their start."""
    clauses = _Walk(units).run()
    tie(units, clauses)
    return clauses


class _Walk:
    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.root = Clause("main", None)
        self.current = self.root
        self.clauses = [self.root]
        self.prep: Unit | None = None
        self.comma = False
        self.joined = False  # a conjunction stands just before
        self.last: Unit | None = None  # the last noun group
        self.host: Unit | None = None  # what a prepositional phrase would follow
        self.stack: list[tuple[Clause, Unit | None, Unit | None]] = []
        self.listed: Unit | None = None  # the noun group before a semicolon
        self.taken: set[int] = set()
        self.waiting: dict[int, list[Clause]] = {}  # id of a clause -> what stands before its verb

    def run(self) -> list[Clause]:
        for unit in self.units:
            kind = unit.kind
            if kind == "entity" or kind == "noun":
                if unit.index not in self.taken:
                    self._nominal(unit)
            elif kind == "comma":
                self.comma, self.joined = True, False
                continue
            elif kind == "conj":
                self.joined = True
                continue
            elif kind == "verb":
                self._verb(unit)
            elif kind == "prep":
                if unit.word in REMOTE and len(self.current.phrases) <= _MOST:
                    self.current.phrases.append(Phrase(unit.word, [], self.host))
                else:
                    self.prep = unit
                continue
            elif kind == "date":
                above = self.current.parent
                if (
                    self.comma
                    and self.prep
                    and above
                    and is_resumed(self.units, unit, self.current)
                ):
                    self.current, self.host = above, above.verb
                unit.clause, unit.prep, unit.host = (
                    self.current,
                    self.prep.word if self.prep else "",
                    self.host,
                )
                if len(self.current.dates) < _MOST:
                    self.current.dates.append(unit)
                self.prep = None
                continue  # a date does not end a list or a pending comma
            elif kind == "rel":
                self._relative(unit)
            elif kind == "sub":
                noun = (
                    self.host
                    if self.host is not None and self.host is self.last and not self.comma
                    else None
                )
                self._open(unit.word, self.current)
                if unit.word == "that" and noun is not None:
                    self.current.governor = noun  # "his insistence that they meet"
            elif kind == "break":
                listed = self.last if unit.word == ";" else None
                self._break()
                self.listed = listed or self.listed
            elif kind == "open":
                self.stack.append((self.current, self.last, self.host))
                self.current = self._new("main", None)
                self.prep = None
            elif kind == "close":
                if self.stack:
                    self.current, self.last, self.host = self.stack.pop()
                self.prep = None
            self.comma = self.joined = False
        return self.clauses

    # -- opening clauses -----------------------------------------------------------------

    def _new(self, link: str, parent: Clause | None) -> Clause:
        clause = Clause(link, parent)
        self.clauses.append(clause)
        return clause

    def _open(self, link: str, parent: Clause) -> Clause:
        clause = self._new(link, parent)
        clause.governor = parent.verb
        clause.fronted = parent.verb is None and not parent.subject
        self.current, self.prep = clause, None
        return clause

    def _break(self) -> None:
        self.current = self._new("main", None)
        self.prep = self.last = self.host = None

    def _relative(self, unit: Unit) -> None:
        antecedent = self.last
        parent = self.current
        parent_prep = self.prep
        governed = parent_prep is not None  # "at which"
        clause = self._open("rel", parent)
        clause.fronted = False
        clause.governor = antecedent
        step = antecedent
        for _ in range(_FAR):
            if step is None or not step.nominal or len(step.attached) > _FAR:
                break
            # "drills in the Urals, which are planned": the place is not what is planned.
            step.attached += (clause,)
            step = step.host if step.role == "phrase" else None
        if governed and antecedent is not None and unit.word in ("whom", "which"):
            assert parent_prep is not None
            clause.phrases.append(Phrase(parent_prep.word, [antecedent], None))
        if unit.word == "where":
            clause.where = antecedent
        elif antecedent is not None and unit.word in ("who", "which", "that") and not governed:
            clause.subject = [antecedent]
        if unit.word == "whom" and antecedent is not None and not governed:
            clause.objects = [antecedent]

    # -- noun groups ---------------------------------------------------------------------

    def _nominal(self, unit: Unit) -> None:
        clause = self.current
        if len(clause.phrases) > _MOST or len(clause.objects) > _MOST:
            self._break()  # no sentence that somebody wrote
            clause = self.current
        if self.comma and clause.parent is not None and self._is_left(clause, unit):
            self.current = clause = clause.parent
        if self.prep is not None and unit.word in _NOMINATIVE:
            self.prep = None  # "from there she goes on to Oman"
        prep = self.prep.word if self.prep is not None else ""
        listed = members(self.units, unit, clause, prep, self.taken)
        if not prep and unit.kind == "entity" and not unit.possessive and (
            self._resumes(listed) or self._joins_subject(listed)
        ):  # fmt: skip
            self.last = self.host = listed[-1]
            return
        if not (self.comma or self.joined or prep) and is_contact(self.units, unit):
            noun = self.units[unit.index - 1]
            clause = self._open("rel", clause)
            clause.fronted, clause.governor, clause.objects = False, noun, [noun]
            noun.attached += (clause,)
        if self.prep is not None:
            goes_on = clause.phrases and (self.joined or self.comma)
            host = self._host_of_list(clause.phrases[-1], prep) if goes_on else self.host
            if prep == "by" and host is not None and is_setting(host, clause):
                host = clause.verb  # "was held in the Bay of Bengal by"
            phrase = Phrase(prep, listed, host)
            clause.phrases.append(phrase)
            for one in listed:
                one.clause, one.role, one.prep, one.host = clause, "phrase", prep, host
            self.prep = None
        elif clause.verb is None:
            if not clause.subject:
                self._set(clause, listed, "subject")
            elif (
                clause.link == "rel"
                and clause.subject == [clause.governor]
                and verb_after(self.units, listed[-1])
            ):
                clause.objects = clause.subject  # "the exercise which India hosts"
                self._set(clause, listed, "subject")
            elif (
                self.comma
                and clause.subject
                and not clause.phrases
                and verb_after(self.units, unit)
                and (clause.subject[-1].kind == "noun")
            ) or (self.comma and follows_opener(self.units, clause.subject[-1], listed[-1])):
                self._set(clause, listed, "subject")
            elif self.comma and names_them(self.units, clause.subject, listed):
                self._set(clause, [*clause.subject, *listed], "subject")
            else:
                for one in listed:
                    one.clause, one.role = clause, "apposition"
        elif (
            (self.joined or self.comma or clause.objects or clause.takes_clause())
            and verb_after(self.units, listed[-1])
        ) or (
            leads_on(self.units, listed[-1])
            if clause.takes_clause()
            else self.comma and self.joined and closes_apposition(self.units, listed[-1])
        ):
            new = self._new("that" if clause.takes_clause() and not self.joined else "and", clause)
            new.governor = clause.verb
            self.current = new
            self._set(new, listed, "subject")
            if self.joined and clause.dates:
                take_dates(self.units, new, clause, unit.index)
        else:
            for one in listed:
                one.clause, one.role = clause, "object"
            clause.objects.extend(listed)
            last = self.last
            if last is not None and last.j == unit.i:
                owned = bool(last.mods) and last.mods[0].possessive
                if not last.det or (owned and self.units[last.index - 1].kind == "prep"):
                    put_name(last, unit)  # "with host Ola Berg", "to her close ally Ola Berg"
        self.last = self.host = listed[-1]

    def _is_left(self, clause: Clause, unit: Unit) -> bool:
        """Does a comma before ``unit`` end the clause, which stands in front of its parent?"""
        units = self.units
        told = clause.fronted and clause.verb is not None
        if told and (
            verb_after(units, unit)
            or closes_apposition(units, unit)
            or (self.prep is None and several_act(units, unit, self.root))
        ):
            self.prep = None  # "While visiting Moscow, Wang said"
            return True
        if clause.is_aside() and verb_after(units, unit):
            return True  # "on Monday, while in Fiji, Wang said"
        if self.prep is None and clause.parent is not None and clause.opens_late():
            ahead = members(units, unit, clause.parent, "", set())
            return verb_after(units, ahead[-1])  # "At talks, which he led, A and B said"
        return False

    def _host_of_list(self, before: Phrase, prep: str) -> Unit | None:
        """What a phrase follows: in "envoys from Oman, from Chad and from Mali" the first noun."""
        if before.prep != prep:
            return self.host
        return before.host if self.host in before.units else self.host

    def _subordinated(self, clause: Clause) -> Clause | None:
        """As in "came after his colleague, Ali Said, was in Rome": the clause that was read as a
        phrase up to its verb.
        """
        last = self.last
        phrase = clause.phrases[-1] if clause.phrases else None
        if last is None or phrase is None or phrase.units != [last] or not self.comma:
            return None
        if phrase.prep not in words()["both"] or not last.apposed:
            return None
        clause.phrases.pop()
        new = self._new(phrase.prep, clause)
        new.governor = clause.verb
        last.prep, last.host = "", None
        self._set(new, [last], "subject")
        return new

    def _resumes(self, listed: list[Unit]) -> bool:
        """Go on with a list that a date, a phrase or a relative clause interrupted: "met with Wang
        on Monday and Lavrov on Tuesday", "stops in Oman, which borders Yemen, and Qatar".
        """
        clause = self.current
        before_break, self.listed = self.listed, None
        if before_break is None and (not self.joined or clause.verb is None):
            return False
        if verb_after(self.units, listed[-1]) or closes_apposition(self.units, listed[-1]):
            return False
        if before_break is not None and before_break.clause is not None and clause.verb is None:
            home: Clause | None = before_break.clause
        elif self.joined and clause.verb is not None:
            home = interrupted(self.units, clause, listed[0], self.comma)
        else:
            return False
        if home is None or not continued(home, listed):
            return False
        self.current = home
        return True

    def _joins_subject(self, listed: list[Unit]) -> bool:
        """Go on with a subject behind a clause on it: "Wang, who is in Rome, and Lavrov met"."""
        if not (self.joined and self.comma):
            return False
        outer = widened(self.units, self.current, listed)
        if outer is None:
            return False
        self._set(outer, [*outer.subject, *listed], "subject")
        self.current = outer
        return True

    @staticmethod
    def _set(clause: Clause, listed: list[Unit], role: str) -> None:
        clause.subject = listed
        for one in listed:
            one.clause, one.role = clause, role

    # -- verbs ---------------------------------------------------------------------------

    def _verb(self, unit: Unit) -> None:
        group = unit.verb
        assert group is not None
        if group.kind == "finite":
            self._finite(unit)
        else:
            self._dependent(unit, _LINKS[group.kind])
        unit.clause = self.current
        self.host = unit

    def _finite(self, unit: Unit) -> None:
        clause = self.current
        if self.comma and clause.is_aside() and clause.parent is not None:
            self.current = clause = clause.parent  # "which, while in Fiji, met"
        if clause.verb is None:
            clause.verb = unit
            self.prep = None
            self._fill_fronted(clause)
            return
        parent = clause.parent
        # After the comma that ends a relative or participle clause, the verb is the main one.
        steps: Clause | None = clause
        for _ in range(_FAR):
            if steps is None or self.joined:
                break
            if steps.verb is None and (steps.subject or (unit.word == "be" and steps.is_front())):
                steps.verb = unit
                self.current = steps
                self._fill_fronted(steps)
                return
            if (
                steps.link not in ("rel", "part", "ger", "inf", "that", "and")
                or steps.parent is None
            ):
                break
            steps = steps.parent
        below = self._subordinated(clause)
        if below is not None:
            below.verb = unit
            self.current, self.prep = below, None
            return
        outer = resumed(self.units, clause, unit) if self.joined and self.comma else None
        if outer is not None:
            clause, parent = outer, outer.parent
        new = self._new("and", clause if not (self.joined and clause.link in ("rel",)) else parent)
        new.governor = clause.verb
        last = self.last
        if (
            not self.joined
            and not self.comma
            and last is not None
            and last.clause is clause
            and last.role == "object"
        ):
            new.subject = [last]
        else:
            new.subject = list(clause.subject)
        new.verb = unit
        self.current = new
        self.prep = None
        if self.joined and clause.dates:
            take_dates(self.units, new, clause, unit.index)

    def _fill_fronted(self, clause: Clause) -> None:
        """Give a gerund or infinitive that stood in front its subject: that of the main clause."""
        for other in self.waiting.pop(id(clause), ()):
            if not other.subject:
                other.subject = list(clause.subject)
                noun = other.subject[0] if len(other.subject) == 1 else None
                if other.link == "part" and noun is not None and noun.kind == "noun":
                    noun.attached += (other,)  # "Hosted by Oman, the talks opened"

    def _dependent(self, unit: Unit, link: str) -> None:
        clause = self.current
        opener = self.prep.word if self.prep is not None else ""
        self.prep = None
        if self.joined and clause.link == link and (clause.verb is not None or link == "inf"):
            self._another(clause, unit)
            return
        owner: Clause | None = clause
        if clause.link in ASIDES and clause.verb is None and not clause.subject:
            new = clause  # "while visiting Moscow"
            new.opener = clause.link
            owner = clause.parent
        else:
            new = self._new(link, clause)
            new.opener = opener
        new.verb = unit
        self.current = new
        if owner is None:
            return
        if owner.verb is None and not owner.subject:
            new.fronted = True
        if new.fronted and new.link == link:
            self.waiting.setdefault(id(owner), []).append(new)
        before = None if new.opener or self.host is not self.last else self.last
        hang(new, link, owner, before, self.comma)

    def _another(self, clause: Clause, unit: Unit) -> None:
        """As in "hosted by Oman and attended by Chad", "to visit Oman and to meet Ali"."""
        noun = clause.governor
        new = self._new(clause.link, clause.parent)
        new.subject, new.governor, new.opener = list(clause.subject), noun, clause.opener
        new.verb = unit
        if clause.link == "part" and noun is not None and noun.kind == "noun":
            noun.attached += (new,)
        self.current = new
