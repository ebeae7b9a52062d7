"""Where a single node is demanded, without looking at what it does not depend on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mspec.compiler.constraints import demand_roots
from mspec.compiler.ir import Apply, Given, NodeId, NounAttribute, Problem
from mspec.runtime.pairs import Mask, both, either


def users(problem: Problem, target: NodeId) -> set[NodeId]:
    """The nodes that are made of `target`, itself included."""
    found = {target}
    for node in range(target + 1, len(problem.nodes)):
        if not found.isdisjoint(problem.nodes[node].args):
            found.add(node)
    return found


def deciding(problem: Problem, target: NodeId) -> tuple[NodeId, ...]:
    """The conditions on the way from what is asked to `target`."""
    above = users(problem, target)
    found: dict[NodeId, None] = {}
    for node in sorted(above - {target}):
        shape = problem.nodes[node]
        if isinstance(shape, Apply) and shape.op in ("if", "and", "or") and above & set(shape.args[1:]):
            found[shape.args[0]] = None
    return tuple(found)


def where_demanded(problem: Problem, target: NodeId, truth: Callable[[NodeId, bool], Mask]) -> Mask:
    """In which rows (or whether, in one world) a node is demanded.

    Args:
        problem: as built.
        target: the node.
        truth: where a condition has a value and that is `sign`; asked of the `deciding` conditions only.
    """
    above = users(problem, target)
    masks: dict[NodeId, Mask] = dict.fromkeys((root for root in demand_roots(problem) if root in above), True)
    for node in range(max(masks, default=-1), target, -1):
        mask = masks.get(node, False)
        shape = problem.nodes[node]
        if mask is False or not isinstance(shape, Apply):
            continue
        for position, argument in enumerate(shape.args):
            if argument not in above:
                continue
            share: Mask = mask
            if position and shape.op in ("if", "and", "or"):
                sign = shape.op == "and" or (shape.op == "if" and position == 1)
                share = both(mask, truth(shape.args[0], sign))
            masks[argument] = either(masks.get(argument, False), share)
    return masks.get(target, False)


def leaves(problem: Problem, nodes: Iterable[NodeId]) -> frozenset[NodeId]:
    """The givens that some nodes are made of; with an attribute, the noun that offers it."""
    found: set[NodeId] = set()
    seen: set[NodeId] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        shape = problem.nodes[node]
        waiting.extend(shape.args)
        if isinstance(shape, Given):
            found.add(node)
            if isinstance(shape.domain, NounAttribute):
                waiting.append(shape.domain.noun)
    return frozenset(found)
