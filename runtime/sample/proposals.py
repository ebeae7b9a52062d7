"""Proposals: drawing the slots of a component uniformly from their domains, before any constraint.

Slots that domains or flags tie together form a cluster, which is drawn exactly: a noun with its attributes by
the number of combinations that each noun has; different people, and lists that are distinct or sorted, by counting
what is left. What clusters do not cover is left to rejection or to a table.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mspec.compiler.ir import NodeId
from mspec.runtime.sample.components import Component, Order, Relation
from mspec.runtime.sample.slots import Chosen, Slot, SlotKey
from mspec.runtime.sample.streams import Integers, Stream, Words

Streams = Mapping[SlotKey, Stream]
"""The stream of each slot."""


@dataclass(frozen=True)
class Single:
    """One slot."""

    slot: Slot

    @property
    def count(self) -> int:
        """Combinations, each equally likely."""
        return self.slot.choices[0].size

    def draw(self, streams: Streams, index: Words, attempt: int | Words) -> dict[SlotKey, Integers]:
        start = self.slot.choices[0].positions.start
        drawn = streams[self.slot.key].below(self.count, index, attempt)
        return {self.slot.key: drawn + start if start else drawn}


@dataclass(frozen=True)
class Family:
    """A noun and the givens whose domains it offers."""

    noun: Slot
    attributes: tuple[Slot, ...]

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """For every value of the noun's domain, how many combinations it has."""
        allowed = self.noun.choices[0].positions
        return tuple(
            math.prod(slot.choices[i].size for slot in self.attributes) if i in allowed else 0
            for i in range(self.noun.choices[0].domain.size)
        )

    @property
    def count(self) -> int:
        return sum(self.weights)

    def draw(self, streams: Streams, index: Words, attempt: int | Words) -> dict[SlotKey, Integers]:
        noun = self._draw_noun(streams[self.noun.key], index, attempt)
        drawn: dict[SlotKey, Integers] = {self.noun.key: noun}
        for slot in self.attributes:
            sizes = slot.sizes
            even = int(sizes[0]) if (sizes == sizes[0]).all() else sizes[noun]
            drawn[slot.key] = streams[slot.key].below(even, index, attempt) + slot.starts[noun]
        return drawn

    def _draw_noun(self, stream: Stream, index: Words, attempt: int | Words) -> Integers:
        unit = math.gcd(*self.weights)
        ends = np.cumsum(np.array([weight // unit for weight in self.weights], dtype=object))
        ticket = stream.below(int(ends[-1]), index, attempt)
        if ticket.dtype != object:
            return np.searchsorted(ends.astype(np.uint64), ticket.astype(np.uint64), side="right")
        listed = ends.tolist()
        return np.array([bisect_right(listed, number) for number in ticket.tolist()], dtype=np.int64)


@dataclass(frozen=True)
class Arrangement:
    """k slots with one domain of n values: different (`DIFFER`), ascending (`BELOW`) or not descending (`AT_MOST`).

    k different ranks are drawn by their Lehmer code: the j-th is one of the n - j that are left. Sorted, they are a
    k-subset, uniform since each has k! orders. A k-multiset of n is a k-subset of n + k - 1, its j-th less j.
    """

    slots: tuple[Slot, ...]
    order: Order

    @property
    def count(self) -> int:
        n, k = self.slots[0].choices[0].size, len(self.slots)
        match self.order:
            case Order.DIFFER:
                return math.perm(n, k)
            case Order.BELOW:
                return math.comb(n, k)
            case Order.AT_MOST:
                return math.comb(n + k - 1, k)

    def draw(self, streams: Streams, index: Words, attempt: int | Words) -> dict[SlotKey, Integers]:
        k = len(self.slots)
        pool = self.slots[0].choices[0].size + (k - 1 if self.order is Order.AT_MOST else 0)
        taken: list[Integers] = []  # ascending in every row
        ranks: list[Integers] = []
        for j, slot in enumerate(self.slots):
            rank = streams[slot.key].below(pool - j, index, attempt)
            for earlier in taken:
                rank = rank + (earlier <= rank)
            ranks.append(rank)
            taken = _inserted(taken, rank)
        if self.order is not Order.DIFFER:
            ranks = taken
        if self.order is Order.AT_MOST:
            ranks = [rank - j for j, rank in enumerate(ranks)]
        return {slot.key: slot.choices[0].by_rank(rank) for slot, rank in zip(self.slots, ranks, strict=True)}


Cluster = Single | Family | Arrangement


@dataclass(frozen=True)
class Proposals:
    """Uniform draws from the domains of a component, and the relations that they may still break."""

    clusters: tuple[Cluster, ...]
    open: tuple[Relation, ...]

    @cached_property
    def count(self) -> int:
        """Combinations, each equally likely."""
        return math.prod(cluster.count for cluster in self.clusters)

    def draw(self, streams: Streams, index: Words, attempt: int | Words = 0) -> dict[SlotKey, Integers]:
        """One proposal a row. `count` must not be 0."""
        drawn: dict[SlotKey, Integers] = {}
        for cluster in self.clusters:
            drawn |= cluster.draw(streams, index, attempt)
        return drawn

    def in_order(self, chosen: Chosen) -> np.ndarray[tuple[int], np.dtype[np.bool_]] | None:
        """Which rows break no open relation; None if there is none to break."""
        held = None
        for relation in self.open:
            own = relation.holds(chosen)
            held = own if held is None else held & own
        return held


def proposals_of(component: Component) -> Proposals:
    """The clusters of a component, by their first slot."""
    parents: dict[NodeId, list[Slot]] = {}
    for slot in component.slots:
        if slot.parent is not None:
            parents.setdefault(slot.parent, []).append(slot)
    clusters: list[Cluster] = []
    placed: set[SlotKey] = set()
    for slots in _tied(component.relations):
        tied = [relation for relation in component.relations if relation.left in slots and relation.right in slots]
        order = tied[0].order
        complete = len(tied) == (math.comb(len(slots), 2) if order is Order.DIFFER else len(slots) - 1)
        if complete and _alike(slots) and not any(slot.given in parents for slot in slots):
            clusters.append(Arrangement(slots, order))
            placed |= {slot.key for slot in slots}
    for slot in component.slots:
        if slot.key in placed or slot.parent is not None:
            continue
        attributes = parents.get(slot.given)
        clusters.append(Family(slot, tuple(attributes)) if attributes else Single(slot))
    still_open = tuple(relation for relation in component.relations if relation.left.key not in placed)
    return Proposals(tuple(clusters), still_open)


def _tied(relations: Sequence[Relation]) -> list[tuple[Slot, ...]]:
    """Groups of slots that relations connect; each in the order of the component."""
    groups: list[list[Slot]] = []
    for relation in relations:
        touched = [g for g in groups if relation.left in g or relation.right in g]
        merged = [slot for group in touched for slot in group]
        merged += [slot for slot in (relation.left, relation.right) if slot not in merged]
        groups = [group for group in groups if group not in touched] + [merged]
    return [tuple(sorted(group, key=lambda slot: (slot.element, slot.name))) for group in groups]


def _alike(slots: Sequence[Slot]) -> bool:
    """Whether all draw from one and the same domain, the whole of it."""
    first = slots[0].choices[0]
    return all(
        slot.parent is None and slot.choices[0].domain == first.domain and slot.choices[0].size == first.domain.size
        for slot in slots
    )


def _inserted(ascending: list[Integers], new: Integers) -> list[Integers]:
    """The columns with one more, so that every row ascends again."""
    result: list[Integers] = []
    for column in ascending:
        result.append(np.minimum(column, new))
        new = np.maximum(column, new)
    return [*result, new]
