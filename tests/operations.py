"""How much work a call does, counted and not timed, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def operations(work: Callable[[], object]) -> int:
    """Calls of Python and of built-in functions while ``work`` runs."""
    count = 0

    def tick(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def grows_linearly(work: Callable[[int], Callable[[], object]], small: int, times: int = 4) -> bool:
    """Does ``times`` the size cost about ``times`` the work? ``work(size)`` prepares a call."""
    work(small - 1)()  # tables are loaded at first use
    return operations(work(small * times)) <= 1.4 * times * operations(work(small)) + 200
