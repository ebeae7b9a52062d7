"""Choosing how a component is drawn. The choice depends on the problem alone: never on time, seed or machine.

It is part of the stream: whoever changes a limit here raises `streams.STREAM_VERSION`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

import numpy as np

from mspec.compiler.diagnostics import Diagnostic, MspecError
from mspec.compiler.ir import Problem
from mspec.runtime.sample.clash import clash, hopeless, too_few, unsatisfiable
from mspec.runtime.sample.components import Component
from mspec.runtime.sample.conditions import Conditions, broken_constants
from mspec.runtime.sample.proposals import Proposals, proposals_of
from mspec.runtime.sample.sequential import Sequential
from mspec.runtime.sample.slots import Encoder
from mspec.runtime.sample.strategies import Direct, Keys, Listed, Rejected
from mspec.runtime.sample.table import table_of

LISTED_AT_ONCE = 2_000_000
"""A table is made without trying anything else if no more combinations are looked at for it (about 0.1 s)."""
LISTING_BUDGET = 40_000_000
"""Partial rows that are looked at for a table where worlds are rare (about 1 s)."""
TRIAL, LONG_TRIAL = 1 << 12, 1 << 17
"""Proposals drawn to estimate the share of worlds."""
TRIAL_WORK = 1 << 22
"""What the long trial may take, in rows under simple constraints; beyond, it is shorter."""
OFTEN = Fraction(1, 100)
"""The share of worlds from which rejection is preferred to a table."""
FEWEST_HITS = 16
"""Worlds that the long trial must meet for rejection to be possible at all."""
DRAWN = 4
"""Rows that must meet worlds given by given for that to be a strategy."""
PATIENCE = 64
"""A row gives up after so many times the expected number of attempts: chance does it with probability e^-64."""


class Strategy(StrEnum):
    """How a component is drawn."""

    DIRECT = "direct"
    TABLE = "table"
    REJECTION = "rejection"
    SEQUENTIAL = "sequential"


class Unsatisfiable(MspecError):
    """A component has no world."""

    def __init__(self, component: Component, diagnostic: Diagnostic) -> None:
        super().__init__([diagnostic])
        self.component = component


class Hopeless(MspecError):
    """A component may have worlds, but none of the strategies can draw them."""

    def __init__(self, component: Component, diagnostic: Diagnostic) -> None:
        super().__init__([diagnostic])
        self.component = component


Drawer = Direct | Listed | Rejected | Sequential


@dataclass(frozen=True)
class ComponentPlan:
    """How one component is drawn, and what is known of it."""

    component: Component
    strategy: Strategy
    size: int | None
    """The number of worlds, where it is known."""
    bound: int
    """The number of combinations that are proposed; at least the number of worlds."""
    acceptance: Fraction
    """The share of worlds among the combinations: exact if `size` is known, else as a trial met them (none, perhaps).
    Where nothing was tried (`sequential_for`), 1, which says nothing."""
    drawer: Drawer
    table_hash: str = ""
    uniform: bool = True
    """Whether every world is drawn with the same probability, exactly."""


def planned(component: Component, encoder: Encoder) -> ComponentPlan | None:
    """The plan of a component; None for constraints without givens, which hold.

    Raises:
        Unsatisfiable: there is no world (MS5101, MS5102).
        Hopeless: worlds are too rare for every strategy (MS5103).
    """
    if not component.slots:
        broken = broken_constants(encoder.problem, component.constraints)
        if broken:
            raise Unsatisfiable(component, unsatisfiable(component, broken))
        return None
    proposals = proposals_of(component)
    if proposals.count == 0:
        raise Unsatisfiable(component, too_few(encoder.problem, component))
    if not component.constraints and not proposals.open:
        return ComponentPlan(
            component, Strategy.DIRECT, proposals.count, proposals.count, Fraction(1), Direct(proposals)
        )
    conditions = Conditions(encoder, component.constraints)
    if proposals.count * conditions.weight() <= LISTED_AT_ONCE:
        listed = _listed(component, encoder, proposals)
        if listed is not None:
            return listed
    hits = _hits(component, encoder, proposals, conditions, TRIAL)
    if hits > TRIAL * OFTEN:
        return _rejected(component, proposals, conditions, hits, TRIAL)
    listed = _listed(component, encoder, proposals)
    if listed is not None:
        return listed
    trial = min(LONG_TRIAL, max(TRIAL, TRIAL_WORK // conditions.weight() // TRIAL * TRIAL))
    hits = _hits(component, encoder, proposals, conditions, trial)
    if hits >= FEWEST_HITS:
        return _rejected(component, proposals, conditions, hits, trial)
    in_turn = sequential_plan(component, encoder.problem)
    if _is_drawn(in_turn, component, encoder):
        return replace(in_turn, acceptance=Fraction(hits, trial))
    sample = proposals.draw(_trial_keys(component, encoder).slots, np.arange(TRIAL, dtype=np.uint64))
    raise Hopeless(component, hopeless(component, encoder, sample, hits, trial, proposals.count))


def sequential_plan(component: Component, problem: Problem, starts: int | None = None) -> ComponentPlan:
    """Given after given: what no other strategy can draw, and variants, for which nothing is planned in advance; for
    `starts`, see `Sequential`."""
    count = math.prod(slot.largest for slot in component.slots)
    drawer = Sequential(problem, component, starts)
    return ComponentPlan(component, Strategy.SEQUENTIAL, None, count, Fraction(1), drawer, uniform=False)


def _is_drawn(plan: ComponentPlan, component: Component, encoder: Encoder) -> bool:
    """Whether the first rows of a fixed seed meet worlds."""
    try:
        plan.drawer.draw(_trial_keys(component, encoder), np.arange(DRAWN, dtype=np.uint64))
    except MspecError:
        return False
    return True


def _listed(component: Component, encoder: Encoder, proposals: Proposals) -> ComponentPlan | None:
    table = table_of(component, encoder, LISTING_BUDGET)
    if table is None:
        return None
    if table.size == 0:
        raise Unsatisfiable(component, _no_world(component, encoder))
    share = Fraction(table.size, proposals.count)
    return ComponentPlan(component, Strategy.TABLE, table.size, proposals.count, share, Listed(table), table.hash)


def _no_world(component: Component, encoder: Encoder) -> Diagnostic:
    core = clash(component, encoder)
    return unsatisfiable(component, core, encoder) if core else too_few(encoder.problem, component)


def _rejected(
    component: Component, proposals: Proposals, conditions: Conditions, hits: int, trial: int
) -> ComponentPlan:
    drawer = Rejected(proposals, conditions, attempts=PATIENCE * (trial // hits + 1))
    return ComponentPlan(component, Strategy.REJECTION, None, proposals.count, Fraction(hits, trial), drawer)


def _hits(component: Component, encoder: Encoder, proposals: Proposals, conditions: Conditions, trial: int) -> int:
    """How many of the first proposals under a fixed seed are worlds."""
    drawer = Rejected(proposals, conditions, attempts=1)
    keys = _trial_keys(component, encoder)
    hits = 0
    for start in range(0, trial, TRIAL):
        index = np.arange(start, start + TRIAL, dtype=np.uint64)
        hits += int(drawer.worlds(proposals.draw(keys.slots, index), TRIAL).sum())
    return hits


def _trial_keys(component: Component, encoder: Encoder) -> Keys:
    return Keys(encoder.problem.name, 0, component, purpose="trial")
