"""What a world must satisfy: the author's `require`s and the grid obligations of declared steps.

This is the one list that the sampler, both lowerings, the verifier and `check` speak of.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.source import Span
from mspec.compiler.types import Num


@dataclass(frozen=True, slots=True)
class Holds:
    """A boolean node must be true."""

    node: NodeId
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class OnGrid:
    """Where it is demanded, the value of a node must be a whole multiple of `grid` (1: whole; 1/100: whole cents)."""

    node: NodeId
    grid: Fraction
    reason: str
    span: Span


Constraint = Holds | OnGrid


def constraints(problem: Problem) -> tuple[Constraint, ...]:
    """All constraints, requires first, each in source order. Drawing persons and nouns distinct is not among
    them: it is part of the domain."""
    found: list[Constraint] = [Holds(r.node, r.reason, r.span) for r in problem.requires]
    found += [
        OnGrid(step.node, grid, f"{step.name} is {'whole' if grid == 1 else 'in whole cents'}", step.span)
        for step in problem.steps
        if step.declared and (grid := grid_of(problem, step.node)) is not None
    ]
    return tuple(found)


def grid_of(problem: Problem, node: NodeId) -> Fraction | None:
    """The grid of a node's type, or None."""
    type_ = problem.nodes[node].type
    return type_.grid if isinstance(type_, Num) else None


def demand_roots(problem: Problem) -> tuple[NodeId, ...]:
    """The nodes from which demand spreads: what is asked, and the steps that are told."""
    return tuple(dict.fromkeys([ask.node for ask in problem.asks] + list(problem.tells)))
