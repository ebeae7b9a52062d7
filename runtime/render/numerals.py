"""Which whole numbers are numerals in another base: their digits are read one by one and never grouped, 10011."""

from __future__ import annotations

from mspec.compiler.ir import Apply, NodeId, Problem

NUMERAL = "digits"
"""The form in which they are shown."""


def numerals(problem: Problem) -> frozenset[NodeId]:
    """The nodes that hold a numeral: what `in_base` gives and what `from_base` takes."""
    nodes = problem.nodes
    written = {node for node, found in enumerate(nodes) if isinstance(found, Apply) and found.op == "in_base"}
    read = {found.args[0] for found in nodes if isinstance(found, Apply) and found.op == "from_base"}
    return frozenset(written | read)
