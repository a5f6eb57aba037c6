"""Every exception that diplotext raises on purpose.

One base class, so that ``except DiplotextError`` catches them all. A message names
the file, line, rule or value at fault and says what to do about it.
"""

from __future__ import annotations


class DiplotextError(Exception):
    """Base of all errors of this library."""


class DataError(DiplotextError):
    """A rule, a table row or a register entry is at fault.

    ``source`` is the file (with a line where known: ``states.tsv:12``), ``entry`` the
    rule id, row key or column, ``fault`` what is wrong and what to do.
    """

    def __init__(self, source: str, entry: str, fault: str) -> None:
        self.source = source
        self.entry = entry
        self.fault = fault
        super().__init__(f"{source}: {entry}: {fault}" if entry else f"{source}: {fault}")


class InputError(DiplotextError):
    """An input file or a value handed in cannot be read; names it and the reason."""

    def __init__(self, source: str, fault: str) -> None:
        self.source = source
        self.fault = fault
        super().__init__(f"{source}: {fault}")


def expect(value: object, *kinds: type) -> None:
    """TypeError, with both names, where a caller hands in something else than these kinds."""
    if not isinstance(value, kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds)
        raise TypeError(f"expected {wanted}, not {type(value).__name__}")
