"""Worlds in columns, listed or drawn, and the obligations that they break."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np

from mspec.compiler.constraints import Holds, OnGrid
from mspec.compiler.ir import Apply, Lattice, NodeId, Problem, Value
from mspec.runtime import pairs
from mspec.runtime.batch import Column
from mspec.runtime.columns import Lists, Own, Truths, evaluate
from mspec.runtime.pairs import Mask, Numbers, both, opposite
from mspec.runtime.prove.demanded import deciding, where_demanded
from mspec.runtime.prove.obligations import Between, Claim, Multiple, NonZero, Obligation, Regular
from mspec.runtime.sample.components import Component, bounds_of, components_of, relations_of
from mspec.runtime.sample.conditions import Conditions
from mspec.runtime.sample.proposals import proposals_of
from mspec.runtime.sample.slots import Encoder, Slot, SlotKey, slots_of
from mspec.runtime.sample.strategies import Keys
from mspec.runtime.sample.streams import Integers
from mspec.runtime.sample.table import table_of


@dataclass
class Rows:
    """Some choices of some givens."""

    problem: Problem
    encoder: Encoder
    slots: Sequence[Slot]
    chosen: dict[SlotKey, Integers]
    size: int
    _own: dict[NodeId, Own] = field(default_factory=dict, repr=False)

    def broken(self, obligation: Obligation, grids: Sequence[OnGrid] = ()) -> int | None:
        """The first row in which an obligation is broken, or None.

        Args:
            obligation: what is looked at.
            grids: only rows in which these hold, or have no value, count.
        """
        if not self.size:
            return None
        owner = self.problem.nodes[obligation.owner]
        arguments = owner.args if isinstance(obligation.claim, Regular) and isinstance(owner, Apply) else ()
        own = self._values((obligation.node, *arguments))
        bad = both(self._demanded(obligation.owner), self._fails(obligation.claim, own[obligation.node]))
        for argument in arguments:
            bad = both(bad, own[argument].valid)
        for grid in grids:
            off = self._fails(Multiple(grid.grid), self._values([grid.node])[grid.node])
            bad = both(bad, opposite(both(self._demanded(grid.node), off)))
        mask = np.broadcast_to(np.asarray(bad, dtype=bool), (self.size,))
        return int(mask.argmax()) if mask.any() else None

    def _demanded(self, node: NodeId) -> Mask:
        own = self._values(deciding(self.problem, node))

        def truth(condition: NodeId, sign: bool) -> Mask:
            truths = own[condition]
            assert isinstance(truths, Truths)
            return both(truths.valid, truths.value if sign else opposite(truths.value))

        return where_demanded(self.problem, node, truth)

    def _fails(self, claim: Claim, own: Own) -> Mask:
        """Where a claim is false of a value that exists."""
        if isinstance(claim, Regular):
            return opposite(own.valid)
        if isinstance(own, Lists):
            fails: Mask = False
            for part in own.parts:
                fails = pairs.either(fails, self._fails(claim, part))
            return fails
        assert isinstance(own, Numbers)
        return both(own.valid, opposite(_claim_mask(claim, own)))

    def _values(self, nodes: Iterable[NodeId]) -> dict[NodeId, Own]:
        missing = [node for node in nodes if node not in self._own]
        if missing:
            self._own |= evaluate(self.problem, self._columns, self.encoder.forms, missing)
        return self._own

    @cached_property
    def _columns(self) -> dict[NodeId, Column]:
        return self.encoder.columns(self.chosen)

    def number(self, node: NodeId, row: int) -> Fraction | None:
        """The value of a node in one row, if it is a number and has one."""
        own = self._values([node])[node]
        if not isinstance(own, Numbers) or not np.broadcast_to(np.asarray(own.valid), (self.size,))[row]:
            return None
        num, den = (np.broadcast_to(np.asarray(part), (self.size,))[row] for part in (own.num, own.den))
        return Fraction(int(num), int(den))

    def world(self, row: int, givens: Iterable[NodeId]) -> dict[NodeId, Value]:
        """The values of some givens in one row."""
        wanted = frozenset(givens)
        single: dict[NodeId, Value] = {}
        listed: dict[NodeId, list[Value]] = {}
        for slot in sorted(self.slots, key=lambda slot: slot.key):
            if slot.given not in wanted or slot.key not in self.chosen:
                continue
            parent = 0 if slot.parent is None else int(self.chosen[slot.parent, 0][row])
            value = _domain_value(slot, parent, int(self.chosen[slot.key][row]))
            if slot.element:
                listed.setdefault(slot.given, []).append(value)
            else:
                single[slot.given] = value
        return single | {node: tuple(values) for node, values in listed.items()}


def _domain_value(slot: Slot, parent: int, index: int) -> Value:
    domain = slot.choices[parent].domain
    return domain.low + index * domain.stride if isinstance(domain, Lattice) else domain.values[index]


def _claim_mask(claim: Multiple | Between | NonZero, value: Numbers) -> Mask:
    match claim:
        case Multiple(of):
            return pairs.is_whole(pairs.divide(value, pairs.constant(of)))
        case NonZero():
            return opposite(pairs.equal(value, pairs.constant(Fraction(0))))
        case Between(low, high, strict):
            inside: Mask = True
            if low is not None:
                bound = pairs.constant(low)
                inside = pairs.less(bound, value) if strict else opposite(pairs.less(value, bound))
            if high is not None:
                inside = both(inside, opposite(pairs.less(pairs.constant(high), value)))
            return inside


class Worlds:
    """The worlds of a problem by givens: listings and draws, each made once."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.slots = slots_of(problem)
        self.encoder = Encoder(problem)
        self.components = components_of(problem, self.slots)
        self._bounds = bounds_of(problem)
        self._relations = relations_of(problem, self.slots)
        self._listed: dict[tuple[frozenset[NodeId], bool, int], Rows | None] = {}
        self._drawn: dict[tuple[frozenset[NodeId], bool, int], Rows] = {}

    def part(self, givens: frozenset[NodeId], *, grids: bool = True) -> Component:
        """Some givens with what links them to each other, and to nothing else.

        Args:
            givens: their nodes.
            grids: whether the grids of declared steps are among the constraints. A row in which such a step has no
                value is not admitted by them: leave them out where it has to be shown that it has one.
        """
        slots = tuple(slot for slot in self.slots if slot.given in givens)
        bounds = tuple(
            bound
            for bound in self._bounds
            if bound.scope and bound.scope <= givens and (grids or isinstance(bound.constraint, Holds))
        )
        relations = tuple(r for r in self._relations if r.left in slots and r.right in slots)
        return Component(min((slot.name for slot in slots), default=""), slots, relations, bounds)

    def grids(self, givens: frozenset[NodeId]) -> tuple[OnGrid, ...]:
        """The grids of declared steps that some givens decide."""
        found = (bound.constraint for bound in self._bounds if bound.scope <= givens)
        return tuple(constraint for constraint in found if isinstance(constraint, OnGrid))

    def closure(self, givens: frozenset[NodeId]) -> frozenset[NodeId]:
        """All givens that some givens are drawn together with."""
        return frozenset().union(*(component.givens for component in self.components if component.givens & givens))

    def listed(self, givens: frozenset[NodeId], budget: int, *, grids: bool = True) -> Rows | None:
        """All choices of some givens that their own constraints allow; None beyond the budget."""
        key = givens, grids, budget
        if key not in self._listed:
            self._listed[key] = self._list(self.part(givens, grids=grids), budget)
        return self._listed[key]

    def _list(self, part: Component, budget: int) -> Rows | None:
        if not part.slots:
            return Rows(self.problem, self.encoder, (), {}, 1)
        table = table_of(part, self.encoder, budget)
        if table is None:
            return None
        chosen = {key: column.astype(np.int64) for key, column in table.columns.items()}
        return Rows(self.problem, self.encoder, part.slots, chosen, table.size)

    def drawn(self, givens: frozenset[NodeId], trials: int, *, grids: bool = True) -> Rows:
        """Those of some drawn choices that the constraints allow. The same ones every time."""
        key = givens, grids, trials
        if key not in self._drawn:
            self._drawn[key] = self._draw(self.part(givens, grids=grids), trials)
        return self._drawn[key]

    def _draw(self, part: Component, trials: int) -> Rows:
        proposals = proposals_of(part)
        if not part.slots or not proposals.count:
            return Rows(self.problem, self.encoder, part.slots, {}, 0)
        keys = Keys(self.problem.name, 0, part, purpose="prove")
        chosen = proposals.draw(keys.slots, np.arange(trials, dtype=np.uint64))
        kept = np.ones(trials, dtype=bool)
        for mask in (proposals.in_order(chosen), Conditions(self.encoder, part.constraints).mask(chosen, trials)):
            if mask is not None:
                kept &= mask
        rows = {key: column[kept] for key, column in chosen.items()}
        return Rows(self.problem, self.encoder, part.slots, rows, int(kept.sum()))
