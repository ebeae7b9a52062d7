"""Listing all worlds of a component, slot by slot; what is complete enough to be decided is decided at once.

A table makes a draw one index, gives the exact number of worlds, and proves that there is none.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mspec.compiler.constraints import Constraint
from mspec.runtime.sample.components import Bound, Component, Order, Relation
from mspec.runtime.sample.conditions import Conditions
from mspec.runtime.sample.slots import Encoder, Slot, SlotKey
from mspec.runtime.sample.streams import Integers

CHUNK = 1 << 16
"""Rows that are decided at a time."""
BEYOND = 1000
"""Listing stops where the first rows tell that it would take so many times what it may."""
MOST_BYTES = 1 << 28
"""The size of a finished table."""


@dataclass(frozen=True)
class Table:
    """All worlds of a component: for each slot a column of domain indices. Rows ascend, compared slot by slot."""

    columns: dict[SlotKey, Integers]
    size: int
    hash: str


@dataclass(frozen=True)
class Stage:
    """One more slot, and what can be decided once it is there."""

    slot: Slot
    relations: tuple[Relation, ...]
    conditions: Conditions
    ceiling: int | None
    """In a sorted list without repetition, the largest rank that leaves enough values for the elements to come."""

    weight: int
    """For how many rows one that is looked at here counts: 1, or more where it is costly to decide."""

    @property
    def decides(self) -> bool:
        return bool(self.relations or self.conditions.constraints)


class BudgetSpent(Exception):
    """Listing would take more than the rows allowed."""


def table_of(component: Component, encoder: Encoder, budget: int) -> Table | None:
    """The table of a component, or None if more than `budget` partial rows have to be looked at, or it is too large.

    Raises nothing on an empty one: its `size` is 0.
    """
    bytes_a_row = sum(_narrow(slot).itemsize for slot in component.slots)
    parts: list[dict[SlotKey, Integers]] = []
    size = 0
    try:
        for part in _found(stages_of(component, encoder), budget):
            parts.append({slot.key: part[slot.key].astype(_narrow(slot)) for slot in component.slots})
            size += len(next(iter(part.values())))
            if size * bytes_a_row > MOST_BYTES:
                return None
    except BudgetSpent:
        return None
    keys = [slot.key for slot in component.slots]
    columns = {
        slot.key: np.concatenate([part[slot.key] for part in parts] or [np.empty(0, _narrow(slot))])
        for slot in component.slots
    }
    order = np.lexsort([columns[key] for key in reversed(keys)])
    if (order[1:] < order[:-1]).any():
        columns = {key: column[order] for key, column in columns.items()}
    return Table(columns, size, table_hash([slot.name for slot in component.slots], list(columns.values())))


def has_world(component: Component, encoder: Encoder, constraints: Sequence[Constraint], budget: int) -> bool | None:
    """Whether some choice satisfies the given constraints of a component; None if the budget does not tell."""
    kept = tuple(bound for bound in component.bounds if bound.constraint in constraints)
    part = Component(component.name, component.slots, component.relations, kept)
    try:
        return next(_found(stages_of(part, encoder), budget), None) is not None
    except BudgetSpent:
        return None


def table_hash(names: Sequence[str], columns: Sequence[Integers]) -> str:
    """128 bits of BLAKE2b over the slot names and the domain indices of all worlds, column by column."""
    digest = hashlib.blake2b(digest_size=16)
    for name, column in zip(names, columns, strict=True):
        digest.update(f"{name}\0{len(column)}\0".encode())
        digest.update(column.astype("<i8").tobytes())
    return digest.hexdigest()


def stages_of(component: Component, encoder: Encoder) -> tuple[Stage, ...]:
    """The slots in the order in which they are listed: those that decide a constraint soonest come first."""
    order = _order(component)
    there: set[SlotKey] = set()
    closed: set[int] = set()
    ceilings = _ceilings(component)
    stages: list[Stage] = []
    for slot in order:
        there.add(slot.key)
        waiting = {other.given for other in order if other.key not in there}
        closing = [i for i, bound in enumerate(component.bounds) if i not in closed and waiting.isdisjoint(bound.scope)]
        closed |= set(closing)
        relations = tuple(
            relation
            for relation in component.relations
            if slot in (relation.left, relation.right) and {relation.left.key, relation.right.key} <= there
        )
        conditions = Conditions(encoder, tuple(component.bounds[i].constraint for i in closing))
        weight = conditions.weight(4 * len(relations))
        stages.append(Stage(slot, relations, conditions, ceilings.get(slot.key), weight))
    return tuple(stages)


def _order(component: Component) -> list[Slot]:
    of_given: dict[int, list[Slot]] = {}
    for slot in component.slots:
        of_given.setdefault(slot.given, []).append(slot)
    order: list[Slot] = []

    def place(slots: Iterable[Slot]) -> None:
        for slot in slots:
            if slot.parent is not None:
                place(of_given[slot.parent])
            if slot not in order:
                order.append(slot)

    def cost(bound: Bound) -> int:
        return math.prod(slot.largest for node in bound.scope for slot in of_given[node] if slot not in order)

    waiting = list(component.bounds)
    while waiting:
        cheapest = min(waiting, key=cost)
        waiting.remove(cheapest)
        place(slot for slot in component.slots if slot.given in cheapest.scope)
    place(component.slots)
    return order


def _ceilings(component: Component) -> dict[SlotKey, int]:
    chains: dict[int, list[Slot]] = {}
    for relation in component.relations:
        if relation.order is Order.BELOW:
            chains.setdefault(relation.left.given, [relation.left]).append(relation.right)
    return {
        slot.key: slot.choices[0].domain.size - 1 - after
        for chain in chains.values()
        for after, slot in enumerate(reversed(chain))
        if slot.parent is None
    }


def _least_work(stages: Sequence[Stage]) -> int:
    """Rows that are looked at until something is decided."""
    rows, work = 1, 0
    for stage in stages:
        rows *= min(choice.size for choice in stage.slot.choices)
        work += rows * stage.weight
        if stage.decides:
            break
    return work


@dataclass
class _Block:
    """Partial rows; each is continued with every value that the next slot may have."""

    columns: dict[SlotKey, Integers]
    ends: Integers
    position: int = 0


def _found(stages: Sequence[Stage], budget: int) -> Iterator[dict[SlotKey, Integers]]:
    """Worlds, a part at a time, none of them empty.

    Raises:
        BudgetSpent: more than `budget` partial rows would be looked at.
    """
    if _least_work(stages) > budget or any(stage.slot.largest > budget for stage in stages):
        raise BudgetSpent
    work = 0
    stack = [_block(stages[0].slot, {}, 1)]
    while stack:
        block = stack[-1]
        start, stop = block.position, min(block.position + CHUNK, int(block.ends[-1]))
        if start >= stop:
            stack.pop()
            continue
        block.position = stop
        stage = stages[len(stack) - 1]
        work += (stop - start) * stage.weight
        if work > budget:
            raise BudgetSpent
        grown = _grown(stage, block, np.arange(start, stop))
        size = len(next(iter(grown.values())))
        if size and len(stack) == len(stages):
            yield grown
        elif size:
            if _ahead(stack) * CHUNK > BEYOND * budget:
                raise BudgetSpent
            stack.append(_block(stages[len(stack)].slot, grown, size))


def _ahead(stack: Sequence[_Block]) -> int:
    """How often as much as so far is still to come, reckoned from how far each block has come (Knuth 1975, "Estimating
    the efficiency of backtrack programs")."""
    return math.prod(int(block.ends[-1]) // block.position for block in stack)


def _block(slot: Slot, columns: dict[SlotKey, Integers], size: int) -> _Block:
    if slot.parent is None:
        sizes = np.full(size, slot.choices[0].size, np.int64)
    else:
        sizes = slot.sizes[columns[slot.parent, 0]]
    return _Block(columns, np.cumsum(sizes))


def _grown(stage: Stage, block: _Block, places: Integers) -> dict[SlotKey, Integers]:
    """The rows at some places of a block's continuation that are not ruled out yet."""
    slot = stage.slot
    rows = np.searchsorted(block.ends, places, side="right")
    grown = {key: column[rows] for key, column in block.columns.items()}
    before = np.concatenate(([0], block.ends[:-1]))
    parents = 0 if slot.parent is None else grown[slot.parent, 0]
    grown[slot.key] = places - before[rows] + slot.starts[parents]
    kept = np.ones(len(places), dtype=bool)
    for relation in stage.relations:
        kept &= relation.holds(grown)
    if stage.ceiling is not None:
        kept &= slot.ranks(grown) <= stage.ceiling
    if not kept.all():
        grown = {key: column[kept] for key, column in grown.items()}
    size = len(grown[slot.key])
    held = stage.conditions.mask(grown, size) if size else None
    if held is not None and not held.all():
        grown = {key: column[held] for key, column in grown.items()}
    return grown


def _narrow(slot: Slot) -> np.dtype[np.unsignedinteger]:
    """The smallest type that holds a slot's indices."""
    return np.min_scalar_type(max(choice.domain.size for choice in slot.choices))
