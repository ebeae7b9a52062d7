"""Which whole numbers are numerals in another base: their digits are read one by one and never grouped, 10011."""

from __future__ import annotations

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.ir import Apply, NodeId, Problem

NUMERAL = "digits"
"""The form in which they are shown."""


def numerals(problem: Problem) -> frozenset[NodeId]:
    """The nodes that hold a numeral: what `in_base` gives and what `from_base` takes."""
    known = _RECENT.get(problem)
    return _RECENT.keep(problem, _numerals(problem)) if known is None else known


_RECENT: ByIdentity[Problem, frozenset[NodeId]] = ByIdentity(8)
"""Each description and sentence of a record asks again."""


def _numerals(problem: Problem) -> frozenset[NodeId]:
    found: set[NodeId] = set()
    for place, node in enumerate(problem.nodes):
        if isinstance(node, Apply):
            if node.op == "in_base":
                found.add(place)
            elif node.op == "from_base":
                found.add(node.args[0])
    return frozenset(found)
