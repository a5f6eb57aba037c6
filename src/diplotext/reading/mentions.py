"""All noun phrases about actors and places in one sentence, joined over commas and "and".

Appositions ("Sergei Lavrov, the Russian foreign minister"), lists after a plural office
("presidents A and B"), names before one ("A and B, the foreign ministers of X and Y"), relative
clauses that tell an office ("who heads the committee") are put together here.
"""

from __future__ import annotations

from diplotext.lexicon.gazetteer import Hit
from diplotext.reading.drafts import Draft
from diplotext.reading.hits import geo, stands_alone
from diplotext.reading.lists import names_before, read_list, read_pairs, states_before
from diplotext.reading.page import Page
from diplotext.reading.phrases import noun_phrase
from diplotext.reading.relatives import relative
from diplotext.reading.runs import parenthesis
from diplotext.reading.wordsets import words

_PRONOUNS = words("he she him his her they them their")
_POSSESSIVES = frozenset({"his", "her", "their"})
_THE_TWO = frozenset({"both", "the", "all"})
_AUXILIARIES = words(
    "are were have had will would can could should may might must did do agreed also"
)
_FINITE = words("is was be been said has to")
_COMPLEMENTS = frozenset({"for", "on", "in", "to", "of", "at", "between", "with"})
_POSTING = 4
_COMPLEMENT = 12  # tokens that such a phrase may take
_CLOSERS = frozenset(',.;:)—–-"”?!]|/…')
_ROYAL = words("king queen prince princess lady sultana sheikha duke duchess emperor empress")
_SPOUSES = frozenset({"wife", "husband", "spouse"})
_AND = frozenset({"and", "&"})


def read_sentence(page: Page, start: int, end: int, sentence: int) -> list[Draft]:
    """The drafts of one sentence, in order, not overlapping (inner ones hang on them)."""
    drafts: list[Draft] = []
    lower, hits = page.lower, page.hits
    next_anchor = page.anchors.find
    i = next_anchor(1, start, end)
    while i >= 0:
        done = _read_at(page, drafts, i, end, lower[i], hits.get(i))
        i = next_anchor(1, done, end)
    for draft in drafts:
        draft.sentence = sentence
        if draft.inner or draft.members:
            _place_in(draft, sentence)
    return drafts


def _read_at(page: Page, drafts: list[Draft], i: int, end: int, word: str, hit: Hit | None) -> int:
    """Add the draft that starts at token ``i``, if one does; give where to read on."""
    if word in _PRONOUNS and not (hit is not None and page.is_capital(i)):
        pronoun = _pronoun(page, i, end)
        if pronoun is not None:
            drafts.append(pronoun)
            return i + 1
    if hit is not None and stands_alone(page, hit, end):
        drafts.append(geo(page, i, hit))
        return hit.end
    draft = noun_phrase(page, i, end) if page.promises(i, end) else None
    if draft is None:
        at = i
        if hit is None:
            if "determiner" not in page.of(i):
                return i + 1
            at += 1
        hit = page.hits.get(at) if at < end else None
        if hit is not None and page.entry(at, "adjective", "people", "state"):
            drafts.append(geo(page, at, hit))  # "Russian" in "Russian proposals"
            return hit.end
        if word in _POSSESSIVES:
            drafts.append(Draft(i, i + 1, (i, i + 1), "pronoun", "pronoun"))
        elif word in _THE_TWO:
            end = _the_two(page, drafts, i, end)
            return max(end, i + 1)
        return i + 1
    if draft.end <= i:
        return i + 1
    if word in _POSSESSIVES and draft.kind in ("state", "place"):
        drafts.append(Draft(i, i + 1, (i, i + 1), "pronoun", "pronoun"))
        return i + 1  # "his Oman trip": the trip is his, not the state
    if draft.kind == "person" or draft.kind == "name":
        draft = attach(page, draft, end)
        if i and page.lower[i - 1] == "by":
            _led_by(page, draft)
        if drafts:
            if draft.plural:
                names_before(page, drafts, draft)
                states_before(page, drafts, draft)
            _share_side(page, drafts, draft)
    drafts.append(draft)
    return draft.end


_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "visitors": 0, "guests": 0}
"""What after "the" stands for persons named before; 0 where it does not say how many."""

_COMERS = frozenset({"visitors", "guests"})
_FACING = words("with by between among for to from over both each all")
_BEHIND = words(
    "in on at for to with by and during after before as when while over about together again "
    "later earlier alone here there today yesterday tomorrow tonight last next this one"
)


def _the_two(page: Page, drafts: list[Draft], i: int, end: int) -> int:
    """As in "both will send troops", "received the two in turn", "all three met": those that were
    just named.
    """
    k, number = i + 1, 2
    if page.lower[i] != "both":
        if k >= end or page.lower[k] not in _COUNTED:
            return i
        number = _COUNTED[page.lower[k]]
        k += 1
        if number and k < end and page.lower[k] in _COMERS:
            k += 1
    m = k + (k < end and page.lower[k].endswith("ly")) + (k < end and page.lower[k] == "also")
    m += m < end and page.lower[m] == "each"
    if not (_acts(page, m, end) or _dealt_with(page, i, k, end)):
        return i
    pair = Draft(i, k, (i, k), "group", "description")
    pair.number, pair.plural, pair.noun = number, True, "two"
    drafts.append(pair)
    return k


def _acts(page: Page, m: int, end: int) -> bool:
    return m < end and (page.lower[m] in _AUXILIARIES or page.lower[m] in page.verbs)


def _dealt_with(page: Page, i: int, k: int, end: int) -> bool:
    """Do the tokens ``i`` to ``k`` stand alone behind a verb or preposition: "saw the two on"?"""
    if not i or (page.lower[k - 1] in _COMERS and page.lower[i + 1] in _COMERS):
        return False
    before = page.lower[i - 1]
    if before == "of":
        before = page.lower[i - 2]
        if before not in ("both", "each", "all"):
            return False
    elif before not in _FACING and before not in page.verbs:
        return False
    if k >= end or not page.lower[k][0].isalnum():
        return k >= end or page.text[k] in _CLOSERS
    return page.lower[k] in _BEHIND or page.lower[k].endswith("ly")


def _place_in(draft: Draft, sentence: int) -> None:
    draft.sentence = sentence
    for inner in draft.inner:
        _place_in(inner, sentence)
    for member in draft.members:
        _place_in(member, sentence)


def _pronoun(page: Page, i: int, end: int) -> Draft | None:
    word = page.lower[i]
    if word in ("his", "their") or (word == "her" and i + 1 < end):
        return None
    return Draft(i, i + 1, (i, i + 1), "pronoun", "pronoun")


def attach(page: Page, draft: Draft, limit: int) -> Draft:
    """Grow a person's phrase by its appositions, lists and relative clause."""
    if draft.kind == "person" and draft.plural and draft.name is not None:
        if read_pairs(page, draft, limit):
            return draft
        return read_list(page, draft, [draft.name], draft.name[1], limit)
    if draft.kind == "person" and draft.plural and draft.name is None:
        if (
            draft.end + 2 < limit
            and page.text[draft.end] in ",("
            and read_pairs(page, draft, limit)
        ):
            return draft
        k = draft.end + (draft.end < limit and _introduces(page, draft.end))
        if k < limit:
            first = noun_phrase(page, k, limit, 1)
            if first is not None and first.kind == "name" and first.name is not None:
                return read_list(page, draft, [first.name], first.name[1], limit)
        return draft
    if draft.kind not in ("person", "name"):
        return draft
    for _ in range(3):
        k = draft.end
        if k < limit and page.text[k] == "(":
            close = next((m for m in range(k + 1, min(k + 4, limit)) if page.text[m] == ")"), k)
            if close > k and close + 1 < limit and page.text[close + 1] == ",":
                k = close + 1
        if k + 1 >= limit or page.text[k] not in ",(–—-" or page.hyphen(k):
            break
        if not _apposition(page, draft, k + 1, limit):
            break
    relative(page, draft, limit)
    return draft


def _introduces(page: Page, k: int) -> bool:
    """May the sign at ``k`` stand before the names of those of a plural office?"""
    return page.text[k] in ",:—–" or (page.text[k] == "-" and not page.hyphen(k))


def _apposition(page: Page, draft: Draft, k: int, limit: int) -> bool:
    other = noun_phrase(page, k, limit, 1)
    if other is None or other.plural:
        return False
    if (
        draft.name is not None
        and other.kind == "person"
        and other.name is None
        and (other.roles or other.private or other.counterpart)
    ):
        if not (_closed(page, other.end, limit, draft) or _complemented(page, other.end, limit)):
            return False
        if draft.roles and _names_next(page, other.end, limit):
            return False  # "the Minister of A, Hon X, the Minister of B, Hon Y": Y's
        if (
            draft.countries
            and other.countries
            and set(draft.countries).isdisjoint(other.countries)
            and draft.roles
        ):
            return False
        if (
            draft.roles
            and other.roles
            and other.definite
            and not other.countries
            and other.roles[0].level == draft.roles[0].level
        ):
            pass
        if (
            draft.kind == "name"
            and draft.name[1] - draft.name[0] == 1
            and other.determiner in ("his", "her", "their")
        ):
            return False
        if page.text[k - 1] in "-–—" and not other.determiner and not other.countries:
            return False
        draft.kind = "person"
        draft.roles += other.roles
        draft.countries += other.countries if not draft.countries else ()
        draft.body = draft.body or other.body
        draft.former = draft.former or (other.former and not draft.roles)
        draft.private = draft.private or other.private
        draft.counterpart = draft.counterpart or other.counterpart
        draft.owner = draft.owner or other.owner
        draft.inner += other.inner
        draft.end = other.end
        return True
    if (
        draft.name is None
        and draft.form == "description"
        and other.kind in ("name", "person")
        and other.name is not None
    ):
        row = bool(other.roles) and _in_a_row(draft, other)
        if (
            (other.roles and not row)
            or (other.kind == "person" and not other.titles and not row)
            or (draft.private and not draft.noun)
        ):
            return False
        words = other.name[1] - other.name[0]
        if words < 2 and page.entry(other.name[0], "person") is None and not other.titles:
            return False
        ends = _closed(page, other.end, limit, draft) or _opens(page, draft, other.end)
        if not ends and not draft.counterpart:
            return False
        if draft.determiner in ("a", "an") and not draft.countries and not draft.roles:
            return False
        draft.name, draft.head, draft.form = other.name, other.head, "name"
        draft.entry = other.entry
        draft.roles += other.roles
        draft.titles += other.titles
        draft.political += other.political
        draft.countries += other.countries if not draft.countries else ()
        draft.body = draft.body or other.body
        draft.inner += other.inner
        draft.end = other.end
        return True
    return False


def _in_a_row(draft: Draft, other: Draft) -> bool:
    """As in "First Deputy Prime Minister, Minister of Defence Sheikh X": offices of one person?"""
    if draft.determiner or draft.plural or draft.countries or other.determiner or not draft.roles:
        return False
    name = draft.roles[0].name
    return name.startswith(("first deputy", "deputy prime", "vice")) and not other.counterpart


def _opens(page: Page, draft: Draft, k: int) -> bool:
    """As in "The ambassador, Ann Bell said ...": subject of its sentence, and a verb follows?"""
    if not draft.definite or (draft.start and page.text[draft.start - 1] not in _ENDERS):
        return False
    return page.lower[k] in page.verbs or page.lower[k] in _AUXILIARIES


_REDUCED = words("appointed accredited based charged responsible tasked")
_ENDERS = frozenset('.?!:”"')


def _names_next(page: Page, k: int, limit: int) -> bool:
    """Does a full name follow after a comma?"""
    if k + 1 >= limit or page.text[k] != "," or not page.is_capital(k + 1):
        return False
    other = noun_phrase(page, k + 1, limit, 2)
    if other is None or other.name is None or other.roles or other.countries:
        return False
    return bool(other.titles) or other.name[1] - other.name[0] > 1


def _closed(page: Page, k: int, limit: int, draft: Draft) -> bool:
    """Does the apposition end here: punctuation, the end, or a clause about the same person?"""
    if k >= limit:
        return True
    if page.text[k] == "(":  # "(retd)", "(left)"
        after = parenthesis(page, k, min(limit, k + 4))
        return after > k and _closed(page, after, limit, draft)
    text = page.text[k]
    if text in _CLOSERS and not page.hyphen(k):
        return True
    if page.lower[k] in _REDUCED or (page.lower[k].endswith("ing") and page.lower[k] in page.verbs):
        return True  # "the head of the panel mediating between"
    return page.lower[k] in ("who", "and", "whose", "&") or page.possessive(k)


def _complemented(page: Page, k: int, limit: int) -> bool:
    """Do a phrase about the office and then the comma follow: ", envoy for the talks on trade,"?"""
    if k >= limit or page.lower[k] not in _COMPLEMENTS:
        return False
    for m in range(k + 1, min(k + _COMPLEMENT, limit)):
        if page.text[m] in _CLOSERS and not page.hyphen(m):
            posted = m < k + _POSTING and page.lower[k] == "in"  # "the ambassador in Cairo."
            return m > k + 1 and (page.text[m] == "," or posted)
        if page.lower[m] in _AUXILIARIES or page.lower[m] in _FINITE or page.lower[m] == "who":
            return False
    return False


def _led_by(page: Page, draft: Draft) -> None:
    """As in "a delegation led by X": its leader acts for a side."""
    i = draft.start
    if draft.name is not None and i >= 2 and page.lower[i - 1] == "by" and "led" in page.of(i - 2):
        back = page.lower[max(0, i - 9) : i - 2]
        if any(
            w in ("delegation", "team", "mission", "delegations", "side", "government")
            for w in back
        ):
            draft.political += 1
            draft.kind = "person"


def _share_side(page: Page, drafts: list[Draft], draft: Draft) -> None:
    """As in "Thai Prime Minister A and Foreign Minister B": B is of A's side."""
    if draft.kind not in ("person", "name") or draft.countries or draft.body or not drafts:
        return
    if draft.owner is not None:
        return
    before = drafts[-1]
    between = page.lower[before.end : draft.start]
    if ((draft.titles and not draft.roles) or draft.noun in _SPOUSES) and (
        0 < len(between) < 3
        and all(w in _AND or w == "," for w in between)
        and before.name is not None
    ):
        draft.mate = before
        return
    if draft.kind != "person" or not draft.roles:
        return
    if before.kind != "person" or len(between) > 2 or not between:
        return
    if all(w in _AND or w in (",", ";", "as", "well") for w in between):
        if any(role.name.split()[-1] in _ROYAL for role in draft.roles):
            draft.mate = drafts[-2] if before.noun in _SPOUSES and len(drafts) > 1 else before
        draft.borrowed = before.countries or before.borrowed
        draft.borrowed_body = before.body or before.borrowed_body
