"""Passes before lowering: Problem -> Problem, one a file, each keeping every NodeId.

The reference interpreter walks the graph as built, so that no pass can hide a fault from the comparison.
"""

from __future__ import annotations

from collections.abc import Callable

from mspec.compiler.ir import Problem
from mspec.compiler.passes.fold_constants import fold_constants

PASSES: tuple[Callable[[Problem], Problem], ...] = (fold_constants,)


def run_passes(problem: Problem) -> Problem:
    """The problem as it is lowered."""
    for one in PASSES:
        problem = one(problem)
    return problem
