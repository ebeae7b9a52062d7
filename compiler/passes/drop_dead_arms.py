"""An `if` whose condition is a constant becomes its taken arm."""

from __future__ import annotations

from dataclasses import replace

from mspec.compiler.ir import Apply, Const, Node, Problem


def drop_dead_arms(problem: Problem) -> Problem:
    """Replace `if true then a else b` by `a` (as `same`, at the same NodeId). The other arm is no longer reached."""
    nodes: list[Node] = []
    for node in problem.nodes:
        if isinstance(node, Apply) and node.op == "if" and isinstance(condition := nodes[node.args[0]], Const):
            taken = node.args[1] if condition.value else node.args[2]
            nodes.append(Apply("same", (taken,), node.type, (), node.span))
        else:
            nodes.append(node)
    return replace(problem, nodes=tuple(nodes))
