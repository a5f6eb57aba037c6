"""The office that a register's printed position means."""

from __future__ import annotations

from diplotext.lexicon import state_named


def office_of(position: str) -> tuple[str, str | None]:
    """The office without its state, in lower case, and the state.

    >>> office_of("Minister of Defence of Norway")
    ('minister of defence', 'NO')
    """
    office, of, last = " ".join(position.split()).rpartition(" of ")
    code = state_named(last) if of else None
    if code is None:
        return " ".join(position.split()).lower(), None
    return office.lower(), code
