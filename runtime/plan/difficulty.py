"""Levels of difficulty, by formula."""

from __future__ import annotations

from mspec.compiler.ir import Apply, Problem
from mspec.compiler.plugins import operators_of
from mspec.compiler.solution import solution
from mspec.runtime.plan.length import cost, static_length

LEVELS = (4, 6, 9, 13, 18)
"""The largest score of the levels 0 to 4; level 5 has no upper end."""
HARDEST = len(LEVELS)


def score(problem: Problem) -> int:
    """Reasoning length + kinds of operators beyond the first + twice the told facts that the solution does not need."""
    solved, operators = solution(problem), operators_of(problem)
    kinds = {node.op for node in solved.nodes if isinstance(node, Apply) and cost(node, operators)}
    return static_length(problem) + max(0, len(kinds) - 1) + 2 * len(solved.unused)


def level(problem: Problem) -> int:
    """0 (score up to 4) to 5 (19 and more)."""
    found = score(problem)
    return next((number for number, most in enumerate(LEVELS) if found <= most), HARDEST)
