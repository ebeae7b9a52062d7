"""Drawing worlds of a problem: any row, in any order, exactly uniform, and with a certificate of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from numpy.typing import NDArray

from mspec.compiler.ir import Given, NodeId, Problem, Value
from mspec.compiler.types import NounType, Person, Word
from mspec.runtime.batch import Batch, Column
from mspec.runtime.sample.components import components_of
from mspec.runtime.sample.plan import LISTING_BUDGET, ComponentPlan, Strategy, planned, sequential_plan
from mspec.runtime.sample.slots import Encoder, SlotKey, slots_of
from mspec.runtime.sample.strategies import Keys
from mspec.runtime.sample.streams import STREAM_VERSION, Integers, Seed, row_index, seed_text
from mspec.runtime.sample.table import table_of


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is claimed of the draws of one component; `table_hash` can be recomputed from its worlds."""

    component: str
    slots: tuple[str, ...]
    strategy: Strategy
    size: int | None
    bound: int
    acceptance: Fraction
    uniform: bool
    table_hash: str
    stream_version: int = STREAM_VERSION


@dataclass(frozen=True)
class Sampler:
    """Draws worlds of one problem. `plan` has one entry a component, by name."""

    problem: Problem
    plan: tuple[ComponentPlan, ...]
    encoder: Encoder

    def draw(self, seed: Seed, indices: range | NDArray[Any]) -> Batch:
        """The worlds at some indices of the stream of a seed.

        A row is a function of (problem, seed, index): it does not matter which others are drawn with it.

        Args:
            seed: any int or str; 42 and "42" are the same.
            indices: whole numbers from 0 on, in any order.

        Returns:
            A batch with a column for every given, in the form that `given_form` says.

        Raises:
            MspecError: MS5106, a row met no world within its budget.
        """
        index = row_index(indices)
        chosen: dict[SlotKey, Integers] = {}
        for plan in self.plan:
            chosen |= plan.drawer.draw(Keys(self.problem.name, seed_text(seed), plan.component), index)
        columns = self.encoder.columns(chosen)
        ordered: dict[NodeId, Column] = {node: columns[node] for node in self.problem.givens()}
        return Batch(self.problem, index.astype("int64"), ordered, self.encoder.forms)

    def certificate(self) -> tuple[Certificate, ...]:
        """What is claimed of the draws, component by component."""
        return tuple(
            Certificate(
                plan.component.name,
                tuple(slot.name for slot in plan.component.slots),
                plan.strategy,
                plan.size,
                plan.bound,
                plan.acceptance,
                plan.uniform,
                plan.table_hash,
            )
            for plan in self.plan
        )

    @property
    def uniform(self) -> bool:
        """Whether every world is drawn with the same probability, exactly."""
        return all(plan.uniform for plan in self.plan)

    def worlds(self) -> int | None:
        """The number of worlds, people and words apart: the product over the components that hold anything else.

        None if a component has too many combinations to be counted.
        """
        sizes: list[int] = []
        for plan in self.plan:
            givens = [self.problem.nodes[node] for node in sorted(plan.component.givens)]
            if all(isinstance(given, Given) and isinstance(given.type, Person | NounType | Word) for given in givens):
                continue
            size = plan.size
            if size is None:
                table = table_of(plan.component, self.encoder, LISTING_BUDGET)
                if table is None:
                    return None
                size = table.size
            sizes.append(size)
        return math.prod(sizes)


def sampler_for(problem: Problem, given: Mapping[str, Value] | None = None) -> Sampler:
    """Plan how worlds of a problem are drawn.

    Args:
        problem: A checked problem.
        given: Values to which givens are held, by name; numbers in the unit of the given. The rest is drawn
            uniformly among the worlds that have them.

    Raises:
        Unsatisfiable: no world satisfies all constraints (MS5101, MS5102).
        Hopeless: worlds are too rare to be drawn (MS5103).
        MspecError: a name in `given` is not a given (MS5105), or a value is outside its domain (MS5104).
    """
    encoder = Encoder(problem)
    components = components_of(problem, slots_of(problem, given))
    plans = (planned(component, encoder) for component in components)
    return Sampler(problem, tuple(plan for plan in plans if plan is not None), encoder)


def sequential_for(problem: Problem, starts: int | None = None) -> Sampler:
    """Plan nothing: free givens are drawn directly, others one after another (`sequential`, not uniform). For variants,
    of which few worlds each are wanted.

    Args:
        problem: a checked problem.
        starts: how often a row begins before it is given up; None: as often as may help.

    Raises:
        Unsatisfiable: a component without givens does not hold.
    """
    encoder = Encoder(problem)
    plans = (
        sequential_plan(component, problem, starts)
        if component.slots and (component.constraints or component.relations)
        else planned(component, encoder)
        for component in components_of(problem, slots_of(problem))
    )
    return Sampler(problem, tuple(plan for plan in plans if plan is not None), encoder)


def worlds(problem: Problem) -> int | None:
    """The number of worlds of a problem, people and words apart; None where they are too many to be counted.

    Raises:
        Unsatisfiable: there is none. Hopeless: it cannot be told.
    """
    return sampler_for(problem).worlds()
