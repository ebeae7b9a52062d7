"""Under which condition a node is evaluated, as SMT-LIB terms.

A node that is evaluated needs its arguments; `if` needs its condition and the arm that it takes, `and` and
`or` leave the right operand where the left one decides. This is what the reference evaluator does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mspec.compiler.ir import Apply, NodeId, Problem
from mspec.compiler.lower.smt_terms import TRUE, Term, conjunction, disjunction, negation


def path_conditions(
    problem: Problem,
    roots: Iterable[NodeId],
    term: Callable[[NodeId], Term],
    name: Callable[[NodeId, Term], Term],
) -> Mapping[NodeId, Term]:
    """The condition under which each node is evaluated, for the nodes that are at all.

    Args:
        problem: whose graph it is.
        roots: nodes that are always evaluated.
        term: the SMT-LIB term of a boolean node.
        name: called with a node and its condition where that is not a plain truth; gives back what stands for it
            (so that a condition is written out once however many nodes stand below it).
    """
    reasons: dict[NodeId, list[Term]] = {root: [TRUE] for root in roots}
    conditions: dict[NodeId, Term] = {}
    for node in range(max(reasons, default=-1), -1, -1):  # users stand behind what they use
        if node not in reasons:
            continue
        condition = disjunction(reasons[node])
        shape = problem.nodes[node]
        if condition.value is None and isinstance(shape, Apply):
            condition = name(node, condition)
        conditions[node] = condition
        if not isinstance(shape, Apply):
            continue
        for position, argument in enumerate(shape.args):
            guard = _guard(shape, position, term)
            reasons.setdefault(argument, []).append(conjunction((condition, guard)))
    return conditions


def _guard(shape: Apply, position: int, term: Callable[[NodeId], Term]) -> Term:
    """What must hold besides the demand of an operator for its argument at `position` to be demanded."""
    if shape.op == "if" and position:
        condition = term(shape.args[0])
        return condition if position == 1 else negation(condition)
    if position and shape.op in ("and", "or"):
        left = term(shape.args[0])
        return left if shape.op == "and" else negation(left)
    return TRUE
