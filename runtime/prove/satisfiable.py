"""Whether a problem has worlds at all, how many, and what each `require` and each declared type costs.

Listing decides where the space is small, drawing shows that worlds exist where they are common, and Z3 is
asked where they are rare. Every part has a budget; nothing here runs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from mspec.compiler.constraints import Constraint, Holds
from mspec.compiler.diagnostics import Diagnostic, Label
from mspec.compiler.errors.worlds import FewWorlds, NeverBinds, NotProved
from mspec.compiler.ir import Problem
from mspec.compiler.lower.lower_smtlib import lower_smtlib
from mspec.compiler.source import NOWHERE
from mspec.runtime.prove.exact import Judge
from mspec.runtime.sample.clash import names_of, unsatisfiable
from mspec.runtime.sample.components import Component, components_of
from mspec.runtime.sample.conditions import Conditions
from mspec.runtime.sample.plan import TRIAL, Hopeless, Unsatisfiable, planned
from mspec.runtime.sample.proposals import Proposals, proposals_of
from mspec.runtime.sample.slots import Encoder, SlotKey, slots_of
from mspec.runtime.sample.strategies import Keys
from mspec.runtime.sample.streams import Integers
from mspec.runtime.sample.table import table_of
from mspec.runtime.solve import check, decide, solvers

LISTED = 200_000
"""Up to so many choices, shares are counted; beyond, they are estimated from `TRIALS` draws."""
WORK = 1 << 22
"""The same by what it takes to decide them, in rows under simple constraints."""
TRIALS = 1 << 14
RARE = Fraction(1, 1000)
"""A smaller share of worlds is warned of."""
RLIMIT = 5_000_000
TIMEOUT_S = 4.0
MOST_DELETIONS = 24
"""Assertions of an unsatisfiable core that are left out on trial, to make it smaller."""


@dataclass(frozen=True, slots=True)
class KillRate:
    """What one constraint costs: the share of choices that fail it, counted (`exact`) or estimated.

    `binds` is False where it holds in every world of the others; None where that is not known.
    """

    constraint: Constraint
    share: Fraction
    exact: bool
    binds: bool | None


@dataclass(frozen=True, slots=True)
class Satisfiability:
    """What is known of the worlds of a problem.

    Attributes:
        status: "sat", "unsat", or "unknown" (with a diagnostic that says why).
        worlds: their exact number, where it was counted.
        share: the share of worlds among the choices of the givens.
        exact: whether `share` was counted.
        rates: what each constraint costs, in the order of the constraints.
        diagnostics: MS5101 and MS5102 (none), MS5004 (unknown), MS5006 (a `require` that never binds), MS5007 (few).
    """

    status: str
    worlds: int | None
    share: Fraction
    exact: bool
    rates: tuple[KillRate, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def satisfiable(problem: Problem) -> Satisfiability:
    """Whether there is a world; if not, the smallest set of source lines that clash.

    The problem is cut into components that share no given, and each is decided by itself.
    """
    encoder = Encoder(problem)
    status, share, exact, worlds = "sat", Fraction(1), True, 1
    counted = True
    rates: list[KillRate] = []
    found: list[Diagnostic] = []
    for component in components_of(problem, slots_of(problem)):
        try:
            plan = planned(component, encoder)
        except Unsatisfiable as error:
            status, share, worlds, counted = "unsat", Fraction(0), 0, True
            found += error.diagnostics
            continue
        except Hopeless as error:
            verdict = _asked(problem, component)
            found += verdict
            if any(d.code == "MS5101" for d in verdict):
                status, share = "unsat", Fraction(0)
            elif status == "sat" and verdict:
                status = "unknown"
            counted = exact = False
            # Whether there is a world or nobody knows: none can be drawn.
            found += () if status == "unsat" else error.diagnostics
            rates += kill_rates(component, encoder)
            continue
        if plan is None:
            continue
        share *= plan.acceptance
        exact = exact and plan.size is not None
        counted = counted and plan.size is not None
        worlds *= plan.size or 1
        own = kill_rates(component, encoder)
        rates += own
        found += _few(component, own, plan.acceptance)
        found += [NeverBinds(rate.constraint.span) for rate in own if _idle(rate)]
    unsat = status == "unsat"
    return Satisfiability(
        status, 0 if unsat else worlds if counted else None, share, exact or unsat, tuple(rates), tuple(found)
    )


def kill_rates(component: Component, encoder: Encoder) -> tuple[KillRate, ...]:
    """What each constraint of a component costs."""
    proposals = proposals_of(component)
    if not component.constraints or not proposals.count:
        return ()
    chosen, exact = _choices(component, encoder, proposals)
    size = len(next(iter(chosen.values()))) if chosen else 0
    if not size:
        return ()
    masks = []
    for constraint in component.constraints:
        mask = Conditions(encoder, (constraint,)).mask(chosen, size)
        masks.append(np.ones(size, dtype=bool) if mask is None else mask)
    failures = np.sum([~mask for mask in masks], axis=0)
    rates = []
    for constraint, mask in zip(component.constraints, masks, strict=True):
        # It binds where a choice fails this and nothing else.
        alone = bool((~mask & (failures == 1)).any())
        killed = Fraction(int((~mask).sum()), size)
        rates.append(KillRate(constraint, killed, exact, True if alone else False if exact else None))
    return tuple(rates)


def _choices(component: Component, encoder: Encoder, proposals: Proposals) -> tuple[dict[SlotKey, Integers], bool]:
    """All choices that domains and flags allow, or some drawn ones; and whether it is all."""
    free = Component(component.name, component.slots, component.relations)
    weight = Conditions(encoder, component.constraints).weight()
    if proposals.count <= LISTED and proposals.count * weight <= WORK:
        table = table_of(free, encoder, 4 * LISTED)
        if table is not None:
            return {key: column.astype(np.int64) for key, column in table.columns.items()}, True
    keys = Keys(encoder.problem.name, 0, component, purpose="rates")
    chosen = proposals.draw(keys.slots, np.arange(TRIALS, dtype=np.uint64))
    kept = proposals.in_order(chosen)
    return (chosen if kept is None else {key: column[kept] for key, column in chosen.items()}), False


def _idle(rate: KillRate) -> bool:
    """A `require` that does nothing. A declared type that is always met is no fault."""
    return rate.binds is False and isinstance(rate.constraint, Holds)


def _few(component: Component, rates: Sequence[KillRate], share: Fraction) -> list[Diagnostic]:
    if share >= RARE or not rates:
        return []
    worst, *others = sorted(rates, key=lambda rate: -rate.share)
    return [
        FewWorlds(
            worst.constraint.span,
            names=names_of(component),
            share=percent(share) if share else f"less than {percent(Fraction(1, TRIAL))}",
            own=percent(1 - worst.share),
            rates=tuple(
                Label(rate.constraint.span, f"leaves {percent(1 - rate.share)} of them")
                for rate in others
                if rate.constraint.span != NOWHERE
            ),
        )
    ]


def percent(share: Fraction) -> str:
    """A share for a message: three significant figures."""
    return f"{100 * float(share):.3g} %"


# ------------------------------------------------------------------------------------------------ solver


def _asked(problem: Problem, component: Component) -> list[Diagnostic]:
    """What Z3 and cvc5 say of a component whose worlds are too rare to be met: nothing if there is a world."""
    kept = component.constraints
    lowering = lower_smtlib(problem, [], kept)
    verdict = decide(lowering.text, rlimit=RLIMIT, timeout_s=TIMEOUT_S, model_symbols=lowering.given_symbols())
    if verdict.status == "unsat":
        return [unsatisfiable(component, smallest_core(problem, kept))]
    if verdict.status == "sat" and Judge(problem, lowering.world(verdict.model)).satisfies(kept):
        return []
    first = kept[0].span if kept else NOWHERE
    reason = verdict.reason or "the solver's model is no world in exact arithmetic"
    return [NotProved(first, claim=f"there is a world of {names_of(component)}", remarks=(reason,))]


def smallest_core(problem: Problem, clashing: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Constraints that have no world together and, as far as the budget tells, none that could be left out.

    Z3 names a core, which is then made smaller by deletion.
    """
    lowering = lower_smtlib(problem, [], clashing)
    core = tuple(clashing)
    if "z3" in solvers():
        verdict = check(lowering.text, rlimit=RLIMIT, timeout_s=TIMEOUT_S, core=True)
        named = [lowering.owners[name] for name in verdict.core if name in lowering.owners]
        if verdict.status == "unsat" and named:
            core = tuple(constraint for constraint in clashing if constraint in named)
    if len(core) > MOST_DELETIONS:
        return core
    for constraint in reversed(core):
        rest = tuple(other for other in core if other is not constraint)
        if rest and decide(lower_smtlib(problem, [], rest).text, rlimit=RLIMIT, timeout_s=TIMEOUT_S).status == "unsat":
            core = rest
    return core
