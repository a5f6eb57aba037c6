"""Lines of a text, and the paragraphs of texts that are wrapped at a fixed width."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def stripped(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that hold something, stripped."""
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        inside = line.strip()
        if inside:
            start = at + line.index(inside[0])
            found.append((start, start + len(inside)))
        at += len(line)
    return found


def unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of paragraphs that are wrapped at a fixed width."""
    tight = [False] * len(lines)
    certain = 0
    for i in range(len(lines) - 1):
        (start, end), (after, until) = lines[i], lines[i + 1]
        if not 40 <= end - start <= 110 or until - after > 110 or after - end > 8:
            continue
        last = text[end - 1]
        if not (last.isalnum() or last in ",'\"-–—)’”") or not _adjacent(text, end, after):
            continue
        tight[i] = True
        if text[after].islower() and (last.isalnum() or last in ",-–—") and until - after >= 12:
            certain += 1
    joined: list[tuple[int, int]] = []
    goes_on = False
    for i, (start, end) in enumerate(lines):
        if goes_on:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        goes_on = tight[i] and (certain >= 2 or (certain == 1 and text[lines[i + 1][0]].islower()))
    return joined


def _adjacent(text: str, end: int, start: int) -> bool:
    """Does the next line follow without a blank one?"""
    between = text[end:start]
    return len(_BREAK.findall(between)) == 1
