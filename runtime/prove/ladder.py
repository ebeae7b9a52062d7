"""Proving and refuting obligations: the cheapest method that decides comes first, and every one is exact.

1. `static`: intervals and lattices, from the domains alone.
2. `listing`: every choice of the givens on which the obligation depends, while these are few.
3. `search`: worlds drawn at random, which can only refute.
4. `z3`, `cvc5`: the negation is shown to have no model.

What none of them decides is `unknown`, and is checked again in every row that is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal

from mspec.compiler.constraints import OnGrid, constraints
from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.passes.intervals import Interval, intervals
from mspec.compiler.passes.multiples import Step, multiples
from mspec.compiler.types import Num
from mspec.runtime.prove.demanded import deciding, leaves
from mspec.runtime.prove.exact import Judge
from mspec.runtime.prove.obligations import (
    Between,
    Multiple,
    NonZero,
    Obligation,
    Regular,
    holds,
    obligations,
)
from mspec.runtime.prove.rows import Rows, Worlds

LISTED = 200_000
"""Partial rows that a listing may look at."""
LISTED_CALLS = 6_000
"""The same where primitives of plug-ins are called, which are slow."""
TRIALS = 1 << 14
"""Choices drawn in search of a counterexample."""
RLIMIT = 3_000_000
"""Solver units for one obligation: about a second."""
TIMEOUT_S = 3.0
MOST_QUERIES = 16
"""Obligations of one problem that are put to solvers."""
MOST_OPEN = 3
"""After so many that no solver could decide, they are asked no more."""

Status = Literal["proved", "refuted", "unknown"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of an obligation.

    Attributes:
        obligation: what had to be shown.
        status: "proved", "refuted" or "unknown".
        method: "static", "listing", "search", "z3" or "cvc5"; "" if nothing decided.
        world: for "refuted": the givens on which it depends, with values that break it.
        value: the value that `obligation.node` has there.
        reason: for "unknown": why.
    """

    obligation: Obligation
    status: Status
    method: str = ""
    world: Mapping[NodeId, Value] = field(default_factory=dict)
    value: Fraction | None = None
    reason: str = ""


def prove(problem: Problem, wanted: Iterable[Obligation] | None = None, *, solvers: bool = True) -> tuple[Proof, ...]:
    """Prove or refute obligations.

    Args:
        problem: as built.
        wanted: by default all `obligations` of the problem, in their order.
        solvers: whether Z3 and cvc5 may be asked.
    """
    ladder = _Ladder(problem, solvers)
    return tuple(ladder.climb(one) for one in (wanted if wanted is not None else obligations(problem)))


class _Ladder:
    def __init__(self, problem: Problem, solvers: bool) -> None:
        self.problem = problem
        self.queries = MOST_QUERIES if solvers else 0
        self.open = 0
        self.lemmas: list[Obligation] = []

    # What the rungs share is made when the first obligation needs it.

    @cached_property
    def bounds(self) -> dict[NodeId, Interval | None]:
        return intervals(self.problem)

    @cached_property
    def steps(self) -> dict[NodeId, Step]:
        held = {c.node: c.grid for c in constraints(self.problem) if isinstance(c, OnGrid)}
        return multiples(self.problem, held)

    @cached_property
    def worlds(self) -> Worlds:
        return Worlds(self.problem)

    def climb(self, obligation: Obligation) -> Proof:
        """The proof that the first rung gives which decides."""
        proof = self._static(obligation) or self._by_rows(obligation) or self._by_solver(obligation)
        if proof.status == "proved" and obligation.is_guard:
            self.lemmas.append(obligation)
        return proof

    # -------------------------------------------------------------------------------------------- static

    def _static(self, obligation: Obligation) -> Proof | None:
        bounds = self.bounds[obligation.node]
        step = self.steps[obligation.node]
        match obligation.claim:
            case Multiple(of):
                proved = step is not None and step % of == 0
            case NonZero():
                proved = bounds is not None and not bounds.has_zero
            case Between() as claim:
                proved = bounds is not None and holds(claim, bounds.low) and holds(claim, bounds.high)
            case Regular():
                proved = False
        return Proof(obligation, "proved", "static") if proved else None

    # ---------------------------------------------------------------------------------------------- rows

    def _scope(self, obligation: Obligation) -> frozenset[NodeId]:
        return leaves(self.problem, (obligation.node, *deciding(self.problem, obligation.owner)))

    def _by_rows(self, obligation: Obligation) -> Proof | None:
        if not _all_exact(self.problem, (obligation.owner, obligation.node, *deciding(self.problem, obligation.owner))):
            return None  # columns of real numbers are intervals: they decide nothing
        own = self._scope(obligation)
        # The grid of a declared step may not vouch for its own value, nor for that of another.
        grids = not obligation.is_guard
        # More rows than worlds first: without the constraints that bring other givens in.
        budget = LISTED_CALLS if obligation.kind == "value" else LISTED
        rows = self.worlds.listed(own, budget, grids=grids)
        if rows is not None and rows.broken(obligation) is None:
            return Proof(obligation, "proved", "listing")
        linked = self.worlds.closure(own)
        if linked != own:
            rows = self.worlds.listed(linked, budget, grids=grids)
        method = "listing"
        if rows is None:
            trials = LISTED_CALLS if obligation.kind == "value" else TRIALS
            rows, method = self.worlds.drawn(linked, trials, grids=grids), "search"
        broken = rows.broken(obligation, () if grids else self.worlds.grids(linked))
        if broken is not None:
            return self._refuted(obligation, rows, broken, method)
        return Proof(obligation, "proved", method) if method == "listing" else None

    def _refuted(self, obligation: Obligation, rows: Rows, row: int, method: str) -> Proof:
        world = rows.world(row, self._scope(obligation))
        return Proof(obligation, "refuted", method, world, rows.number(obligation.node, row))

    # -------------------------------------------------------------------------------------------- solver

    def _by_solver(self, obligation: Obligation) -> Proof:
        if not self.queries:
            return Proof(obligation, "unknown", reason="no solver was asked")
        if obligation.kind == "value":
            return Proof(obligation, "unknown", reason="solvers do not know the primitives of plug-ins")
        from mspec.runtime.prove.negation import negated
        from mspec.runtime.solve import decide

        self.queries -= 1
        linked = self.worlds.closure(self._scope(obligation))
        kept = tuple(bound.constraint for bound in self.worlds.part(linked).bounds)
        lowering, text = negated(self.problem, obligation, kept, self.lemmas)
        verdict = decide(text, rlimit=RLIMIT, timeout_s=TIMEOUT_S, model_symbols=lowering.given_symbols())
        if verdict.status == "unsat":
            return Proof(obligation, "proved", verdict.solver)
        if verdict.status == "unknown":
            self.open += 1
            if self.open == MOST_OPEN:
                self.queries = 0
            return Proof(obligation, "unknown", reason=verdict.reason)
        return self._checked(obligation, lowering.world(verdict.model), verdict.solver)

    def _checked(self, obligation: Obligation, world: Mapping[NodeId, Value], solver: str) -> Proof:
        """A model is believed once the reference evaluator agrees that it is a world and breaks the obligation."""
        judge = Judge(self.problem, world)
        linked = self.worlds.closure(self._scope(obligation))
        kept = [bound.constraint for bound in self.worlds.part(linked).bounds]
        broken = judge.demanded(obligation.owner) and not judge.grants(obligation.node, obligation.claim)
        if not (broken and judge.satisfies(kept)):
            reason = f"the counterexample of {solver} is none in exact arithmetic"
            return Proof(obligation, "unknown", reason=reason)
        scope = self._scope(obligation)
        shown = {node: value for node, value in world.items() if node in scope}
        return Proof(obligation, "refuted", solver, shown, judge.number(obligation.node))


def _all_exact(problem: Problem, nodes: Iterable[NodeId]) -> bool:
    """Whether nothing that some nodes are made of is real."""
    found: set[NodeId] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        type_ = problem.nodes[node].type
        if isinstance(type_, Num) and not type_.exact:
            return False
        if node not in found:
            found.add(node)
            waiting.extend(problem.nodes[node].args)
    return True
