"""Where a single node is demanded, without looking at what it does not depend on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mspec.compiler.constraints import demand_roots
from mspec.compiler.ir import Apply, Given, NodeId, NounAttribute, Problem
from mspec.runtime.pairs import Mask, both, either


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways from what is asked down to one node.

    `edges` holds, for every node on them that is not always demanded, its users with the condition (and its sign)
    under which they demand it; None for a condition that there is not.
    """

    target: NodeId
    always: frozenset[NodeId]
    edges: dict[NodeId, list[tuple[NodeId, tuple[NodeId, bool] | None]]]


def ways(problem: Problem, target: NodeId) -> Ways:
    """See `Ways`. A node that one user demands in every world has no edges: no condition matters to it."""
    always: set[NodeId] = set(demand_roots(problem))
    ever = set(always)
    users: dict[NodeId, list[tuple[NodeId, tuple[NodeId, bool] | None]]] = {}
    for node in range(len(problem.nodes) - 1, target, -1):
        shape = problem.nodes[node]
        if node not in ever or not isinstance(shape, Apply):
            continue
        for position, argument in enumerate(shape.args):
            condition = None
            if position and shape.op in ("if", "and", "or"):
                condition = shape.args[0], shape.op == "and" or (shape.op == "if" and position == 1)
            elif node in always:
                always.add(argument)
            ever.add(argument)
            users.setdefault(argument, []).append((node, condition))
    edges: dict[NodeId, list[tuple[NodeId, tuple[NodeId, bool] | None]]] = {}
    waiting = [target]
    while waiting:
        node = waiting.pop()
        if node not in edges and node not in always:
            edges[node] = users.get(node, [])
            waiting.extend(user for user, _ in edges[node])
    return Ways(target, frozenset(always), edges)


def deciding(problem: Problem, target: NodeId) -> tuple[NodeId, ...]:
    """The conditions that decide whether a node is demanded."""
    edges = ways(problem, target).edges
    found = {condition[0] for users in edges.values() for _, condition in users if condition is not None}
    return tuple(sorted(found))


def where_demanded(problem: Problem, target: NodeId, truth: Callable[[NodeId, bool], Mask]) -> Mask:
    """In which rows (or whether, in one world) a node is demanded.

    Args:
        problem: as built.
        target: the node.
        truth: where a condition has a value and that is `sign`; asked of the `deciding` conditions only.
    """
    found = ways(problem, target)
    masks: dict[NodeId, Mask] = dict.fromkeys(found.always, True)
    for node in sorted(found.edges, reverse=True):  # users stand behind what they use
        mask: Mask = False
        for user, condition in found.edges[node]:
            mask = either(mask, masks[user] if condition is None else both(masks[user], truth(*condition)))
        masks[node] = mask
    return masks[target]


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
