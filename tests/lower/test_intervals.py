"""The bounds of `intervals` hold in every world in which a node has a value."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests import handmade
from tests.handmade import Builder, lattice
from tests.lower.random_problem import random_problem, random_worlds

from mspec.compiler.ir import Problem
from mspec.compiler.passes.intervals import Interval, intervals
from mspec.compiler.types import INT, REAL
from mspec.runtime.interpret import Interpreter, Undefined


def _outside(problem: Problem, count: int) -> list[str]:
    bounds = intervals(problem)
    found = []
    for world in random_worlds(problem, count, 5):
        reference = Interpreter(problem, world)
        for node in range(len(problem.nodes)):
            try:
                value = reference.value(node)
            except Undefined:
                continue
            bound = bounds[node]
            parts = value if isinstance(value, tuple) else (value,)
            if bound is not None and not all(isinstance(part, Fraction) and part in bound for part in parts):
                found.append(f"{problem.name}: node {node} is {value}, not in {bound}")
    return found


@pytest.mark.parametrize("problem", handmade.every(), ids=lambda p: p.name)
def test_handmade_problems(problem: Problem) -> None:
    assert _outside(problem, 100) == []


def test_random_problems() -> None:
    known = total = 0
    for seed in range(120):
        problem = random_problem(seed)
        assert _outside(problem, 15) == []
        known += sum(bound is not None for bound in intervals(problem).values())
        total += len(problem.nodes)
    assert known > total / 3


def test_bounds_are_tight_where_that_is_easy() -> None:
    b = Builder()
    x = b.given("x", INT, lattice(-3, 5))
    square, same = b.apply("pow", x, b.const(2)), b.apply("mul", x, x)
    nothing, rest = b.apply("sub", x, x), b.apply("remainder", x, b.const(4))
    root = b.apply("sqrt", b.apply("abs", x), type_=REAL)
    open_ended = b.apply("div", b.const(1), x)
    bounds = intervals(Problem("x", tuple(b.nodes)))
    assert bounds[square] == bounds[same] == Interval(Fraction(0), Fraction(25))
    assert bounds[nothing] == Interval(Fraction(0), Fraction(0))
    assert bounds[rest] == Interval(Fraction(0), Fraction(4))
    assert bounds[open_ended] is None
    found = bounds[root]
    assert found is not None and found.low == 0 and 5 < found.high**2 < Fraction(5001, 1000)
