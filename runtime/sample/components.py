"""Independent components: givens that no constraint, noun or distinctness links are drawn apart from each other.

The worlds are the product of the worlds of the components, so drawing each uniformly draws the whole uniformly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from mspec.compiler.constraints import Constraint, OnGrid, constraints, demand_roots
from mspec.compiler.ir import Apply, Given, NodeId, NounAttribute, Problem, Values
from mspec.compiler.types import ListOf, NounType, Person
from mspec.runtime.sample.slots import Chosen, Slot


class Order(StrEnum):
    """How two slots stand to each other by domain, whatever the constraints say."""

    DIFFER = "differ"  # values are not equal
    BELOW = "below"  # a sorted list without repetition
    AT_MOST = "at most"  # a sorted list


@dataclass(frozen=True)
class Relation:
    """Two slots of one list, or two people or nouns, in order."""

    left: Slot
    right: Slot
    order: Order
    _codes: tuple[NDArray[np.int64], NDArray[np.int64]] | None = field(default=None, compare=False)
    """Numbers for the values of two different givens, equal for equal values."""

    @staticmethod
    def different(left: Slot, right: Slot) -> Relation:
        """People or nouns whose domains share a value."""
        codes: dict[object, int] = {}
        numbered = tuple(
            np.array([codes.setdefault(value, len(codes)) for value in slot.choices[0].domain], dtype=np.int64)
            for slot in (left, right)
        )
        return Relation(left, right, Order.DIFFER, (numbered[0], numbered[1]))

    def holds(self, chosen: Chosen) -> NDArray[np.bool_]:
        """Which rows are in order."""
        held: NDArray[np.bool_]
        if self._codes is not None:
            held = self._codes[0][chosen[self.left.key]] != self._codes[1][chosen[self.right.key]]
            return held
        left, right = self.left.ranks(chosen), self.right.ranks(chosen)
        match self.order:
            case Order.DIFFER:
                held = left != right
            case Order.BELOW:
                held = left < right
            case Order.AT_MOST:
                held = left <= right
        return held


@dataclass(frozen=True)
class Bound:
    """A constraint with the givens on which it depends."""

    constraint: Constraint
    scope: frozenset[NodeId]


@dataclass(frozen=True)
class Component:
    """Slots that are drawn together, by name, with what links them."""

    name: str
    """The smallest name of its givens: the key of its random streams."""
    slots: tuple[Slot, ...]
    relations: tuple[Relation, ...] = ()
    bounds: tuple[Bound, ...] = ()

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """Its constraints, requires first, each in source order."""
        return tuple(bound.constraint for bound in self.bounds)

    @property
    def givens(self) -> frozenset[NodeId]:
        return frozenset(slot.given for slot in self.slots)


def components_of(problem: Problem, slots: Sequence[Slot]) -> tuple[Component, ...]:
    """The components, by name. A constraint that depends on no given belongs to a nameless one without slots."""
    bounds = bounds_of(problem)
    relations = relations_of(problem, slots)
    group = {slot.given: slot.given for slot in slots}

    def root(node: NodeId) -> NodeId:
        while group[node] != node:
            node = group[node]
        return node

    def link(nodes: Iterable[NodeId]) -> None:
        first, *others = [root(node) for node in nodes]
        for other in others:
            group[other] = first

    for slot in slots:
        link([slot.given] if slot.parent is None else [slot.given, slot.parent])
    for relation in relations:
        link([root(relation.left.given), root(relation.right.given)])
    for bound in bounds:
        for node in bound.scope:
            link([min(bound.scope), node])

    found: list[Component] = []
    for leader in {root(slot.given): None for slot in slots}:
        own = tuple(slot for slot in slots if root(slot.given) == leader)
        given = problem.nodes[own[0].given]
        assert isinstance(given, Given)
        found.append(
            Component(
                given.name,
                own,
                tuple(relation for relation in relations if root(relation.left.given) == leader),
                tuple(b for b in bounds if b.scope and root(min(b.scope)) == leader),
            )
        )
    free = tuple(bound for bound in bounds if not bound.scope)
    if free:
        found.append(Component("", (), (), free))
    return tuple(sorted(found, key=lambda component: component.name))


def relations_of(problem: Problem, slots: Sequence[Slot]) -> tuple[Relation, ...]:
    """What domains and flags alone demand: sorted and distinct lists, different people, different nouns."""
    found: list[Relation] = []
    lists: dict[NodeId, list[Slot]] = {}
    apart: dict[type, list[Slot]] = {Person: [], NounType: []}
    for slot in slots:
        given = problem.nodes[slot.given]
        assert isinstance(given, Given)
        if isinstance(given.type, ListOf):
            lists.setdefault(slot.given, []).append(slot)
        elif isinstance(given.type, Person | NounType) and "repeat" not in given.flags:
            apart[type(given.type)].append(slot)
    for node, own in lists.items():
        given = problem.nodes[node]
        assert isinstance(given, Given)
        if "sorted" in given.flags:
            order = Order.BELOW if "distinct" in given.flags else Order.AT_MOST
            found += [Relation(a, b, order) for a, b in pairwise(own)]
        elif "distinct" in given.flags:
            found += [Relation(a, b, Order.DIFFER) for a, b in combinations(own, 2)]
    for group in apart.values():
        found += [Relation.different(a, b) for a, b in combinations(group, 2) if _overlap(a, b)]
    return tuple(found)


def _overlap(a: Slot, b: Slot) -> bool:
    first, second = a.choices[0].domain, b.choices[0].domain
    assert isinstance(first, Values) and isinstance(second, Values)
    return not set(first.values).isdisjoint(second.values)


# ------------------------------------------------------------------------------------------------ scope


def bounds_of(problem: Problem) -> tuple[Bound, ...]:
    """The constraints that can bind, each with the givens that decide it. An obligation binds where its node is
    demanded, so the conditions that decide that are part of it; where nothing demands its node it never binds."""
    leaves = leaves_of(problem)
    deciding = _deciding(problem, leaves)
    found: list[Bound] = []
    for constraint in constraints(problem):
        scope = leaves[constraint.node]
        if isinstance(constraint, OnGrid):
            if constraint.node not in deciding:
                continue
            scope = scope | deciding[constraint.node]
        found.append(Bound(constraint, scope))
    return tuple(found)


def leaves_of(problem: Problem) -> list[frozenset[NodeId]]:
    """For every node, the givens that it is computed from; with an attribute, the noun that offers it."""
    leaves: list[frozenset[NodeId]] = []
    for i, node in enumerate(problem.nodes):
        if isinstance(node, Given):
            noun = {node.domain.noun} if isinstance(node.domain, NounAttribute) else set()
            leaves.append(frozenset({i} | noun))
        else:
            leaves.append(frozenset().union(*(leaves[arg] for arg in node.args)))
    return leaves


def _deciding(problem: Problem, leaves: Sequence[frozenset[NodeId]]) -> dict[NodeId, frozenset[NodeId]]:
    """For every node that may be demanded, the givens that decide whether it is; none if it always is."""
    nothing: frozenset[NodeId] = frozenset()
    deciding = dict.fromkeys(demand_roots(problem), nothing)
    always = set(deciding)
    for i in reversed(range(len(problem.nodes))):  # users stand after what they use
        node = problem.nodes[i]
        if i not in deciding or not isinstance(node, Apply):
            continue
        here = nothing if i in always else deciding[i]
        for place, arg in enumerate(node.args):
            depends = bool(place) and node.op in ("if", "and", "or")
            if i in always and not depends:
                always.add(arg)
            conditions = leaves[node.args[0]] if depends else nothing
            deciding[arg] = deciding.get(arg, nothing) | here | conditions
    return {node: nothing if node in always else givens for node, givens in deciding.items()}
