"""The table loader refuses what is not a clean table, and says where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplotext.errors import DataError
from diplotext.lexicon.loader import read_table, table, values

GOOD = "# What it is.\nname\tkind\nAnna\ta|b\nBen\t\n"


def test_rows_are_read_in_order_and_cannot_be_changed() -> None:
    rows = read_table("t.tsv", GOOD.encode())
    assert [{"name": "Anna", "kind": "a|b"}, {"name": "Ben", "kind": ""}] == [dict(r) for r in rows]
    with pytest.raises(TypeError):
        rows[0]["name"] = "Bob"  # type: ignore[index]


@pytest.mark.parametrize(
    ("data", "where", "fault"),
    [
        (b"", "t.tsv:1", "header"),
        (b"# only words\n", "t.tsv:1", "header"),
        (b"name\tkind\nAnna\ta\n", "t.tsv:1", "comment"),
        (b"# x\nname\tname\n", "t.tsv:2", "columns"),
        (b"# x\nname\tkind\nAnna\n", "t.tsv:3", "1 fields"),
        (b"# x\nname\tkind\nBen\ta\nAnna\tb\n", "t.tsv:4", "sort"),
        (b"# x\nname\tkind\n\ta\n", "t.tsv:3", "empty"),
        (b"# x\nname\tkind\nAnna\t a\n", "t.tsv:3", "white space"),
        (b"# x\nname\tkind\nAnna\ta \n", "t.tsv:3", "white space"),
        (b"# x\r\nname\tkind\r\nAnna\ta\r\n", "t.tsv:2", "columns"),
        ("# x\nname\tkind\nE\u0301va\ta\n".encode(), "t.tsv:3", "NFC"),
        (b"# x\nname\tkind\n\xff\ta\n", "t.tsv:3", "UTF-8"),
    ],
)
def test_a_fault_is_named_with_its_line(data: bytes, where: str, fault: str) -> None:
    with pytest.raises(DataError) as caught:
        read_table("t.tsv", data)
    assert where == caught.value.source
    assert fault in str(caught.value)


@given(st.binary())
def test_any_bytes_give_rows_or_a_data_error(data: bytes) -> None:
    try:
        rows = read_table("t.tsv", data)
    except DataError:
        return
    assert all(row for row in rows)


def test_a_table_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(DataError, match="no such table"):
        table("no_such_table")


def test_values() -> None:
    assert ("a", "b") == values("a|b")
    assert () == values("")
