"""Operands of library types that are written with operators: `3*(x - p)` in `expand(3*(x - p))`.

Such an operand stands as its value in claims and sentences, so its value is computed with those that a record needs.
"""

from __future__ import annotations

from mspec.compiler.ir import Apply, NodeId, Problem
from mspec.compiler.plugins import operators_of
from mspec.compiler.types import Opaque


def composed(problem: Problem) -> frozenset[NodeId]:
    """The unnamed nodes that are operands and are written with operators of a library type."""
    if not problem.lexicon.plugins:
        return frozenset()
    table, names = operators_of(problem), problem.names()
    operands = {arg for node in problem.nodes for arg in node.args if isinstance(node, Apply)}
    return frozenset(
        number
        for number, node in enumerate(problem.nodes)
        if number in operands
        and number not in names
        and isinstance(node, Apply)
        and isinstance(node.type, Opaque)
        and table[node.op].composes
    )
