"""Reasoning length before any world is drawn."""

from __future__ import annotations

from mspec.compiler.ir import Apply, Problem
from mspec.compiler.ops import Operators
from mspec.compiler.plugins import operators_of
from mspec.compiler.solution import solution
from mspec.runtime.steps.metrics import FREE


def static_length(problem: Problem) -> int:
    """The longest path in operations of the solution graph; of a conditional, along the longer arm.

    A record's own length is that of its world, which can be shorter where arms differ.
    """
    solved, operators = solution(problem), operators_of(problem)
    depth: list[int] = []
    for node in solved.nodes:
        below = max((depth[arg] for arg in node.args), default=0)
        depth.append(below + (cost(node, operators) if isinstance(node, Apply) else 0))
    return max((depth[solved.place(answer)] for answer in solved.answers), default=0)


def cost(node: Apply, operators: Operators) -> int:
    """How many operations a node is, as the metrics of a record count them."""
    match node.op:
        case op if op in FREE:
            return 0
        case "if" | "root":
            return 1
        case "convert":
            return 0 if node.data == (1,) else 1
        case "solve_linear":
            names = node.data[0]
            assert isinstance(names, tuple)
            return len(names)
    return operators[node.op].cost * max(1, len(node.args) - 1)
