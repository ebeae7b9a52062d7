"""Lengths of numbers are bounded as the lowering bounds them, or more widely; what it refuses is never called short."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import handmade
from tests.handmade import Builder, lattice
from tests.lower.random_problem import random_problem

from mspec.api import problems_of
from mspec.compiler import libraries
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, Problem
from mspec.compiler.lower.forms import Scaled
from mspec.compiler.lower.lengths import lengths, surely_short
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.types import INT

SPECS = Path(libraries.__file__).parents[1] / "specs"


def _below(problem: Problem) -> list[str]:
    """The nodes that the lowering takes for longer."""
    found = lengths(problem)
    try:
        lowered = lower_python(problem, [n for n, node in enumerate(problem.nodes) if isinstance(node, Apply)])
    except MspecError as error:
        return [error.diagnostics[0].text()] if found is not None else []
    wrong = []
    for node, bounds in (lowered.ranges or {}).items():
        if found is None:
            break
        form, length = lowered.forms[node], found[node]
        den = form.den.bit_length() if isinstance(form, Scaled) else 0
        if max(map(abs, bounds)).bit_length() > length.num or den > (length.moving or length.den.bit_length()):
            wrong.append(f"{problem.name}: node {node} is of {bounds}, {form}, not of {length}")
    return wrong


@pytest.mark.parametrize("problem", handmade.every(), ids=lambda p: p.name)
def test_handmade_problems(problem: Problem) -> None:
    assert _below(problem) == []


def test_random_problems() -> None:
    short = 0
    for seed in range(120):
        problem = random_problem(seed)
        assert _below(problem) == []
        short += surely_short(problem)
    assert short > 60


def test_shipped_problems() -> None:
    problems = problems_of([SPECS])
    assert [wrong for problem in problems for wrong in _below(problem)] == []
    assert sum(map(surely_short, problems)) > len(problems) * 0.95


@pytest.mark.parametrize(("squared", "short"), [(9, True), (12, False)])
def test_squares_of_squares(squared: int, short: bool) -> None:
    b = Builder()
    node = b.given("x", INT, lattice(2, 1000))
    for _ in range(squared):
        node = b.apply("mul", node, node)
    assert surely_short(Problem("x", tuple(b.nodes))) is short
