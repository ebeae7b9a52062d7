"""Skeletons with holes against the ordinary way of writing JSON."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspec.runtime.data.jsonl import Filled, Hole, Raw, Skeleton, Tree, escape, escaped

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.tuples(TEXT, TEXT, st.integers()), min_size=1, max_size=6), TEXT)
def test_filled_skeleton_is_the_json_of_each_row(rows: list[tuple[str, str, int]], constant: str) -> None:
    tree: Tree = {
        constant: Hole("a"),
        "joined": Filled((constant, Hole("a"), " and ", Hole("b"), constant)),
        "number": Raw("n"),
        "list": [constant, Hole("b"), 7, None, [], {}],
        "nested": {"x": {"y": Hole("a")}},
    }
    columns = {
        "a": escaped([a for a, _, _ in rows]),
        "b": escaped([b for _, b, _ in rows]),
        "n": [str(n) for _, _, n in rows],
    }
    lines = Skeleton.of(tree).fill(lambda key: columns[str(key)])
    assert len(lines) == len(rows)
    for line, (a, b, n) in zip(lines, rows, strict=True):
        expected: dict[str, Any] = {constant: a}
        expected["joined"] = f"{constant}{a} and {b}{constant}"
        if -(2**63) <= n < 2**64:
            expected["number"] = n
            expected["list"] = [constant, b, 7, None, [], {}]
            expected["nested"] = {"x": {"y": a}}
            if len({constant, "joined", "number", "list", "nested"}) == 5:
                assert orjson.loads(line) == expected


@given(st.lists(TEXT, max_size=8))
def test_escaped_column(texts: list[str]) -> None:
    found = list(escaped(texts))
    assert [orjson.loads(f'"{text}"') for text in found] == texts
    assert all(text.isascii() for text in found)


def test_plain_column_is_given_back_as_it_is() -> None:
    texts = ["12 * $2.50", "plain"]
    assert escaped(texts) is texts


@pytest.mark.parametrize("text", ['a "quoted" word', "back\\slash", "line\nend", "\x00", "\x1f"])
def test_what_json_cannot_hold_is_escaped(text: str) -> None:
    assert escaped(["plain", text])[1] == escape(text) != text


def test_skeleton_without_holes_has_no_rows() -> None:
    with pytest.raises(ValueError, match="no rows"):
        Skeleton.of({"a": 1}).fill(lambda key: [])
