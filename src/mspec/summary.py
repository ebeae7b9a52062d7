"""A problem's graph in a few lines, for people who look at a spec."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mspec.compiler.ir import Given, Problem
from mspec.compiler.solution import told_nodes

_SHAPES = {"chain": "a chain of steps", "tree": "a tree of steps", "shared": "steps that share what they use"}


def summary(problem: Problem, metrics: Mapping[str, object]) -> list[str]:
    """What is given, computed, asked; how hard one example is; what else the spec holds.

    Args:
        metrics: those of one record.
    """
    told, _ = told_nodes(problem)
    givens = [(node, expr.name) for node, expr in enumerate(problem.nodes) if isinstance(expr, Given)]
    names = problem.names()
    hidden = [name for node, name in givens if node not in told]
    lines = [
        f"given   {_listed(name for node, name in givens if node in told)}",
        *([f"hidden  {_listed(hidden)}"] if hidden else []),
        *([f"told    {_listed(names[node] for node in problem.tells)}"] if problem.tells else []),
        f"steps   {_listed(step.name for step in problem.steps)}",
        f"asked   {_listed(names.get(ask.node, '?') for ask in problem.asks)}",
        f"graph   {len(problem.nodes)} nodes; in the example {_SHAPES[str(metrics['shape'])]}, "
        f"reasoning length {metrics['length']}",
    ]
    kept = [
        (len(problem.requires), "requirement"),
        (len(problem.mistakes), "mistake"),
        (len(problem.rules), "rule"),
        (len(problem.tests), "test"),
    ]
    counted = _listed(f"{number} {word}{'s' * (number != 1)}" for number, word in kept if number)
    return [*lines, f"also    {counted}"] if counted else lines


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
