"""Passes keep every node, its name, type and value; what they leave is a valid graph."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.handmade import every
from tests.lower.random_problem import random_problem, random_worlds

from mspec.compiler.constraints import demand_roots
from mspec.compiler.ir import Apply, NodeId, Problem, Value
from mspec.compiler.passes import PASSES, run_passes
from mspec.compiler.verify import verify
from mspec.runtime.interpret import Interpreter, Undefined

BUILT = every()
"""As the builder makes them; of the random ones some put a step on a given, which no spec can."""
PROBLEMS = [*BUILT, *map(random_problem, range(60))]


def values(problem: Problem, world: dict[NodeId, Value]) -> list[Value | str]:
    """What is asked and told, and whether the constraints hold, in a world."""
    found: list[Value | str] = []
    for root in demand_roots(problem):
        try:
            found.append(Interpreter(problem, world).value(root))
        except Undefined:
            found.append("undefined")
    return [*found, Interpreter(problem, world).broken() is None]


@pytest.mark.parametrize("one", [*PASSES, run_passes], ids=lambda one: one.__name__)
def test_passes_change_no_value(one: Callable[[Problem], Problem]) -> None:
    for seed, problem in enumerate(PROBLEMS):
        after = one(problem)
        assert [node.type for node in after.nodes] == [node.type for node in problem.nodes]
        assert (after.steps, after.names()) == (problem.steps, problem.names())
        if problem in BUILT:
            verify(after, forest=False)
        for world in random_worlds(problem, 4, seed):
            assert values(after, world) == values(problem, world)


def test_a_file_holds_the_pass_it_is_named_after() -> None:
    assert [one.__module__ for one in PASSES] == [f"mspec.compiler.passes.{one.__name__}" for one in PASSES]


def test_passes_fold() -> None:
    nodes = [run_passes(problem).nodes for problem in PROBLEMS]
    before = sum(isinstance(node, Apply) for problem in PROBLEMS for node in problem.nodes)
    assert sum(isinstance(node, Apply) for after in nodes for node in after) < before
