"""Binders become ordinary nodes, and few of them."""

from __future__ import annotations

import pytest

from mspec.compiler.ir import Apply, Problem
from mspec.compiler.load import load_source
from mspec.compiler.source import Source


def built(value: str) -> Problem:
    text = f'problem p {{\n given {{ n : int in 2..9 }}\n steps {{ a = {value} }}\n ask a "What?"\n}}'
    return load_source(Source("example.mspec", text)).problem()


def used(problem: Problem, op: str) -> list[int]:
    """How many arguments each use of an operator has."""
    return [len(node.args) for node in problem.nodes if isinstance(node, Apply) and node.op == op]


@pytest.mark.parametrize("kind", ["min", "max"])
def test_an_extreme_takes_all_terms_at_once(kind: str) -> None:
    problem = built(f"{kind}(i in 1..40, i * n)")
    assert used(problem, kind) == [40]
    assert used(built(f"{kind}(i in 1..4, {kind}(j in 1..3, i * j - n))"), kind) == [3, 3, 3, 3, 4]


def test_an_extreme_of_one_term_is_that_term() -> None:
    assert used(built("max(i in 3..3, i * n)"), "max") == []


def test_a_sum_is_one_chain() -> None:
    assert used(built("sum(i in 1..40, i * n)"), "add") == [2] * 39


def test_what_is_nothing_is_left_out() -> None:
    assert used(built("sum(i in 1..3, n + (i - 1) * 5)"), "mul") == []
    assert used(built("sum(i in 1..3, n + (i - 1) * n)"), "mul") == [2]  # n + (n + n) + (n + 2 * n)
    assert used(built("sum(i in 0..2, i * n)"), "mul") == [2, 2]  # a term of its own says what it is of: 0 * n


@pytest.mark.parametrize("value", ["max(i in 1..n, i)", "max(i in 3..2, i)", "min(i in 1..65, i * n)"])
def test_bounds_that_are_refused(value: str) -> None:
    text = f'problem p {{\n given {{ n : int in 2..9 }}\n steps {{ a = {value} }}\n ask a "What?"\n}}'
    found = [d.code for d in load_source(Source("example.mspec", text)).diagnostics]
    assert len(found) == 1 and found[0].startswith("MS30")
