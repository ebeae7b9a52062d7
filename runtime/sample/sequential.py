"""Worlds drawn given by given: what a constraint decides is looked at as soon as its last given is there.

For problems that grew by many rules: drawing all givens at once and rejecting would die with depth (0.36 of the
worlds at 4 rules, 0.003 at 20). It is not uniform, and says so. A row is a function of stream and index alone.

A row begins anew where a given has no value that fits. Where few beginnings go on (one part of a sum up to 6, drawn
from 2 to 60, and four more such givens behind it), a search takes over: it goes back to the given that is to blame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import gcd

import numpy as np

from mspec.compiler.constraints import Holds
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.worlds_sampling import AttemptsSpent
from mspec.compiler.ir import Apply, NodeId, Problem, Value, Values
from mspec.compiler.types import ListOf
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.meaning import number
from mspec.runtime.sample.components import Bound, Component, Relation, leaves_of
from mspec.runtime.sample.slots import Slot, SlotKey
from mspec.runtime.sample.strategies import Keys
from mspec.runtime.sample.streams import Integers, Words

TRIES = 24
"""Values that a given tries before the row begins anew."""
STARTS = 100
"""How often a row begins before it is searched for."""
SEARCHES, SEARCHED = 40, 1_000
"""How often it is searched for, from other values each time, and the values that each search looks at: most searches
end soon, and the rest hardly ever."""
WIDEST = 512
"""Values of one given that the search looks at before it goes back."""


@dataclass(frozen=True)
class Stage:
    """One given: its slots, and what is decided once it is there."""

    given: NodeId
    slots: tuple[Slot, ...]
    relations: tuple[Relation, ...]
    bounds: tuple[Bound, ...]
    parts: tuple[tuple[NodeId, frozenset[NodeId]], ...]
    """Parts of a conjunction that are decided before the whole is, with their givens. Only the search looks at them."""


@dataclass(frozen=True)
class Sequential:
    """Draws one component, its givens in an order in which each constraint is decided as soon as may be.

    Attributes:
        starts: a row begins so often and is not searched for; None: `STARTS` times, and then it is.
    """

    problem: Problem
    component: Component
    starts: int | None = None

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The givens in order. A noun comes before what it offers."""
        found: list[Stage] = []
        placed: set[NodeId] = set()
        for given in self._order():
            placed.add(given)
            slots = tuple(slot for slot in self.component.slots if slot.given == given)
            relations = tuple(
                r for r in self.component.relations
                if given in (r.left.given, r.right.given) and {r.left.given, r.right.given} <= placed
            )  # fmt: skip
            bounds = tuple(b for b in self.component.bounds if given in b.scope and b.scope <= placed)
            parts = tuple((node, scope) for node, scope in self._parts if given in scope and scope <= placed)
            found.append(Stage(given, tuple(sorted(slots, key=lambda slot: slot.element)), relations, bounds, parts))
        return tuple(found)

    @cached_property
    def _parts(self) -> tuple[tuple[NodeId, frozenset[NodeId]], ...]:
        """The parts of what is required, where they have fewer givens than the whole."""
        nodes, leaves = self.problem.nodes, leaves_of(self.problem)
        found: list[tuple[NodeId, frozenset[NodeId]]] = []
        for bound in self.component.bounds:
            waiting = [bound.constraint.node] if isinstance(bound.constraint, Holds) else []
            while waiting:
                node = waiting.pop()
                expression = nodes[node]
                if isinstance(expression, Apply) and expression.op == "and":
                    waiting += expression.args
                elif leaves[node] < bound.scope:
                    found.append((node, leaves[node]))
        return tuple(found)

    def _order(self) -> list[NodeId]:
        """The givens, so that a constraint is decided as soon as may be: first those of the one that waits for the
        fewest, then those of the next. A rule may bring what an early step is computed from."""
        parents: dict[NodeId, set[NodeId]] = {}
        for slot in self.component.slots:
            parents.setdefault(slot.given, set()).update(() if slot.parent is None else {slot.parent})
        order: list[NodeId] = []

        def place(givens: Iterable[NodeId]) -> None:
            for given in sorted(givens):
                if given not in order:
                    place(parents[given])
                    order.append(given)

        waiting = [bound.scope for bound in self.component.bounds]
        while waiting:
            soonest = min(waiting, key=lambda scope: (len(scope.difference(order)), sorted(scope)))
            waiting.remove(soonest)
            place(soonest)
        place(parents)
        return order

    @cached_property
    def _interpreter(self) -> Interpreter:
        return Interpreter(self.problem, {})

    def draw(self, keys: Keys, index: Words) -> dict[SlotKey, Integers]:
        """The domain index of every slot in every row.

        Raises:
            MspecError: MS5106, a row met no world within its budget.
        """
        rows = [self._row(keys, int(row)) for row in index]
        return {slot.key: np.array([row[slot.key] for row in rows], dtype=np.int64) for slot in self.component.slots}

    def _row(self, keys: Keys, row: int) -> dict[SlotKey, int]:
        starts = STARTS if self.starts is None else self.starts
        for start in range(starts):
            found = self._started(keys, row, start)
            if found is not None:
                return found
        for again in range(SEARCHES if self.starts is None else 0):
            found, left = self._searched(keys, row, again)
            if found is not None:
                return found
            if left:
                break
        names = ", ".join(slot.name for slot in self.component.slots)
        raise MspecError([AttemptsSpent(names=names, row=row, attempts=starts)])

    def _started(self, keys: Keys, row: int, start: int) -> dict[SlotKey, int] | None:
        chosen: dict[SlotKey, int] = {}
        reader = self._interpreter.again({})
        for stage in self.stages:
            for attempt in range(start * TRIES, (start + 1) * TRIES):
                drawn = self._drawn(stage, keys, row, attempt, chosen)
                if drawn is None:
                    return None
                chosen.update(drawn)
                trial = self._gone_on(reader, stage, chosen)
                if isinstance(trial, Interpreter):
                    reader = trial
                    break
            else:
                return None
        return chosen

    def _searched(self, keys: Keys, row: int, again: int) -> tuple[dict[SlotKey, int] | None, int]:
        """A world by search, or None; and how many more values it might have looked at. A given without a value that
        fits sends it back to the latest of those that it clashes with, past what has no part in it."""
        stages, left = self.stages, SEARCHED
        places = {stage.given: place for place, stage in enumerate(stages)}
        chosen: dict[SlotKey, int] = {}
        readers = [self._interpreter.again({})]
        first = STARTS * TRIES + again * WIDEST
        waiting = [self._each(stages[0], keys, row, chosen, first)]
        blamed: list[set[NodeId]] = [set()]
        while left:
            at = len(waiting) - 1
            stage, drawn = stages[at], next(waiting[at], None)
            if drawn is not None:
                left -= 1
                chosen.update(drawn)
                trial = self._gone_on(readers[at], stage, chosen)
                if isinstance(trial, Interpreter):
                    trial = next((set(scope) for node, scope in stage.parts if not trial.holds(node)), trial)
                if not isinstance(trial, Interpreter):
                    blamed[at] |= trial
                elif at + 1 == len(stages):
                    return chosen, left
                else:
                    readers.append(trial)
                    waiting.append(self._each(stages[at + 1], keys, row, chosen, first))
                    blamed.append({slot.parent for slot in stages[at + 1].slots if slot.parent is not None})
                continue
            guilty = blamed[at] - {stage.given}
            if not guilty:
                return None, left
            back = max(places[given] for given in guilty)
            blamed[back] |= guilty
            del readers[back + 1 :], waiting[back + 1 :], blamed[back + 1 :]
        return None, 0

    def _each(
        self, stage: Stage, keys: Keys, row: int, chosen: Mapping[SlotKey, int], attempt: int
    ) -> Iterator[dict[SlotKey, int]]:
        """The values of a stage from the one on that an attempt draws, each once as far as they are few; of a list,
        drawn ones."""
        first = self._drawn(stage, keys, row, attempt, chosen)
        if first is None:
            return
        yield first
        if len(stage.slots) > 1:
            for further in range(attempt + 1, attempt + WIDEST):
                drawn = self._drawn(stage, keys, row, further, chosen)
                assert drawn is not None
                yield drawn
            return
        (slot,) = stage.slots
        choice = slot.choices[0 if slot.parent is None else chosen[slot.parent, 0]]
        place, size = choice.positions.index(first[slot.key]), choice.size
        # A stride without a common factor, about the golden section: any run of values is spread over the domain.
        stride = next(step for step in range(max(1, size * 5 // 8), 2 * size + 1) if gcd(step, size) == 1)
        for further in range(1, min(size, WIDEST)):
            yield {slot.key: choice.positions[(place + further * stride) % size]}

    def _gone_on(self, reader: Interpreter, stage: Stage, chosen: Mapping[SlotKey, int]) -> Interpreter | set[NodeId]:
        """The world with one more given; or, where something does not hold, the givens on which that depends."""
        for relation in stage.relations:
            if not self._in_order(relation, chosen):
                return {relation.left.given, relation.right.given}
        trial = reader.further({stage.given: self._value(stage, chosen)})
        for bound in stage.bounds:
            if not self._decided(trial, bound):
                return set(bound.scope)
        return trial

    def _drawn(
        self, stage: Stage, keys: Keys, row: int, attempt: int, chosen: Mapping[SlotKey, int]
    ) -> dict[SlotKey, int] | None:
        """An index for each slot of a stage; None where nothing is offered."""
        found: dict[SlotKey, int] = {}
        for slot in stage.slots:
            choice = slot.choices[0 if slot.parent is None else chosen[slot.parent, 0]]
            if not choice.size:
                return None
            found[slot.key] = choice.positions[keys.slots[slot.key].one_below(choice.size, row, attempt)]
        return found

    def _in_order(self, relation: Relation, chosen: Mapping[SlotKey, int]) -> bool:
        ends = (relation.left.key, relation.right.key)
        parents = [slot.parent for slot in (relation.left, relation.right) if slot.parent is not None]
        needed = {key: np.array([chosen[key]]) for key in (*ends, *((parent, 0) for parent in parents))}
        return bool(relation.holds(needed)[0])

    def _value(self, stage: Stage, chosen: Mapping[SlotKey, int]) -> Value:
        values = tuple(self._values(stage.slots, chosen))
        return values if isinstance(self.problem.nodes[stage.given].type, ListOf) else values[0]

    def _values(self, slots: tuple[Slot, ...], chosen: Mapping[SlotKey, int]) -> Iterator[Value]:
        for slot in slots:
            domain = slot.choices[0 if slot.parent is None else chosen[slot.parent, 0]].domain
            place = chosen[slot.key]
            yield domain.values[place] if isinstance(domain, Values) else domain.low + place * domain.stride

    def _decided(self, reader: Interpreter, bound: Bound) -> bool:
        """Whether a constraint holds; an obligation binds only where its node is demanded."""
        constraint = bound.constraint
        if isinstance(constraint, Holds):
            return reader.holds(constraint.node)
        if not reader.demands(constraint.node):
            return True
        try:
            return (number(reader.value(constraint.node)) / constraint.grid).denominator == 1
        except Undefined:
            return False
