"""Which whole numbers are numerals in another base: their digits are read one by one and never grouped, 10011."""

from __future__ import annotations

from mspec.compiler.ir import Apply, NodeId, Problem

NUMERAL = "digits"
"""The form in which they are shown."""


def numerals(problem: Problem) -> frozenset[NodeId]:
    """The nodes that hold a numeral: what `in_base` gives and what `from_base` takes."""
    found: set[NodeId] = set()
    for place, node in enumerate(problem.nodes):
        if isinstance(node, Apply):
            if node.op == "in_base":
                found.add(place)
            elif node.op == "from_base":
                found.add(node.args[0])
    return frozenset(found)
