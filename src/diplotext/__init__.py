"""diplotext: who met whom, where and when, from English news, every field cited.

Four nouns share three verbs: ``articles``, ``actors``, ``meetings`` and ``exercises`` each have
``detect``, ``normalise`` and ``deduplicate``. ``annotate`` reads one article once, ``mine`` does
all of it for many::

    from diplotext import mine

    corpus = mine(["Sept. 18, 2023 (UPI) -- Foreign Minister Wang Yi arrived in Russia Monday ..."])
    corpus.meetings[0].when.edtf  # "2023-09-18"

The nouns load when first asked for, so that ``import diplotext`` stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from diplotext.dateranges import DateRange
from diplotext.errors import DataError, DiplotextError, InputError
from diplotext.models import (
    Actor,
    Article,
    Claim,
    Corpus,
    DateMention,
    Evidence,
    Meeting,
    Mention,
    MilitaryExercise,
    Part,
    Participant,
    Place,
    Sentence,
    Span,
)

if TYPE_CHECKING:
    from diplotext import actors, articles, dates, exercises, meetings, register
    from diplotext.corpus import mine
    from diplotext.explanations import explain, why_not
    from diplotext.reading.document import Document, annotate

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Article",
    "Claim",
    "Corpus",
    "DataError",
    "DateMention",
    "DateRange",
    "DiplotextError",
    "Document",
    "Evidence",
    "InputError",
    "Meeting",
    "Mention",
    "MilitaryExercise",
    "Part",
    "Participant",
    "Place",
    "Sentence",
    "Span",
    "__version__",
    "actors",
    "annotate",
    "articles",
    "dates",
    "exercises",
    "explain",
    "meetings",
    "mine",
    "register",
    "why_not",
]

_MODULES = {
    "actors": "diplotext.actors",
    "articles": "diplotext.articles",
    "dates": "diplotext.dates",
    "exercises": "diplotext.exercises",
    "meetings": "diplotext.meetings",
    "register": "diplotext.register",
}
_MEMBERS = {
    "Document": "diplotext.reading.document",
    "annotate": "diplotext.reading.document",
    "explain": "diplotext.explanations",
    "mine": "diplotext.corpus",
    "why_not": "diplotext.explanations",
}


def __getattr__(name: str) -> object:
    """Load a noun or function at its first use (PEP 562)."""
    if name in _MODULES:
        value: object = import_module(_MODULES[name])
    elif name in _MEMBERS:
        value = getattr(import_module(_MEMBERS[name]), name)
    else:
        raise AttributeError(f"module 'diplotext' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
