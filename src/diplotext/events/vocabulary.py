"""The word lists by which exercises are read beyond the frames, from ``rules/training.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from diplotext.lexicon.grammar import verb_forms


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    data = tomllib.loads((files("diplotext.rules") / "training.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: frozenset(some) for name, some in data.items()})


@cache
def forms(*names: str) -> frozenset[str]:
    """The words of which one stands in every sentence with a verb of the lists ``names``."""
    heads = {verb.split()[0] for name in names for verb in said(name)}
    return frozenset(heads | {f for f, verb in verb_forms().items() if verb.lemma in heads})


@cache
def said(name: str) -> frozenset[str]:
    """The list ``name`` of the file; KeyError if there is none."""
    return _lists()[name]
