"""Saying why nothing can be drawn: which constraints clash, and which are seldom met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from mspec.compiler.constraints import Constraint
from mspec.compiler.diagnostics import Label
from mspec.compiler.errors.worlds_sampling import HopelessDraw, NoWorlds, TooFewToDiffer
from mspec.compiler.ir import Given, Problem
from mspec.compiler.source import NOWHERE, Span
from mspec.runtime.sample.components import Component
from mspec.runtime.sample.conditions import Conditions
from mspec.runtime.sample.slots import Chosen, Encoder
from mspec.runtime.sample.table import has_world

DELETION_BUDGET = 4_000_000
"""Partial rows looked at for each constraint that is left out on trial."""
MOST_DELETIONS = 48


def clash(component: Component, encoder: Encoder) -> tuple[Constraint, ...]:
    """Constraints of a component without worlds that have none together; empty if domains alone leave none.

    Found by deletion: a constraint without which there is still no world is left out. What the budget does not
    decide stays, so the result always clashes and is smallest where all was decided.
    """
    core = component.constraints
    if len(core) <= MOST_DELETIONS:
        # The later ones go first: of several clashes, the one that is written first is told.
        for constraint in reversed(core):
            rest = tuple(other for other in core if other is not constraint)
            if has_world(component, encoder, rest, DELETION_BUDGET) is False:
                core = rest
    return core


def unsatisfiable(component: Component, core: Sequence[Constraint], encoder: Encoder | None = None) -> NoWorlds:
    """The diagnostic of constraints that have no world together; with an encoder it says whether they clash only
    because people or nouns are drawn different."""
    first, *others = core
    remarks = [other.reason for other in core if other.span == NOWHERE and other.reason]
    if encoder is not None and component.relations:
        free = replace(component, relations=())
        if has_world(free, encoder, core, DELETION_BUDGET):
            names = _joined([name for _, name in _related(encoder.problem, component)])
            remarks.append(f"it is part of the clash that {names} must differ or be in order")
    return NoWorlds(
        first.span,
        names=names_of(component) or "constants",
        first=first.reason or "cannot hold" + (" together with the others" if others else ""),
        clashing=tuple(Label(other.span, other.reason or "clashes") for other in others),
        remarks=tuple(remarks),
    )


def too_few(problem: Problem, component: Component) -> TooFewToDiffer:
    """The diagnostic of domains that cannot give different values."""
    places = _related(problem, component)
    return TooFewToDiffer(
        places[0][0],
        names=_joined([name for _, name in places]),
        places=tuple(Label(span, "must differ") for span, _ in places[1:]),
    )


def _related(problem: Problem, component: Component) -> list[tuple[Span, str]]:
    """The givens whose values must differ or be in order, whatever the constraints say; else all of them."""
    related = {slot.given for relation in component.relations for slot in (relation.left, relation.right)}
    places = []
    for node in sorted(related or component.givens):
        given = problem.nodes[node]
        assert isinstance(given, Given)
        places.append((given.span, given.name))
    return places


def hopeless(
    component: Component, encoder: Encoder, sample: Chosen, hits: int, trials: int, bound: int
) -> HopelessDraw:
    """The diagnostic of worlds that are too rare, with the share of choices that each constraint alone kills."""
    size = len(next(iter(sample.values())))
    rates: list[tuple[Fraction, Constraint]] = []
    for constraint in component.constraints:
        mask = Conditions(encoder, (constraint,)).mask(sample, size)
        killed = 0 if mask is None else size - int(np.count_nonzero(mask))
        rates.append((Fraction(killed, size), constraint))
    rates.sort(key=lambda rate: -rate[0])
    labels = [Label(constraint.span, _rate(killed)) for killed, constraint in rates]
    return HopelessDraw(
        labels[0].span if labels else NOWHERE,
        names=names_of(component),
        hits=hits,
        trials=trials,
        bound=bound,
        first=labels[0].text if labels else "",
        rates=tuple(labels[1:]),
        remarks=tuple(
            f"{constraint.reason or 'a constraint'}: {_rate(killed)}"
            for killed, constraint in rates
            if constraint.span == NOWHERE
        ),
    )


def names_of(component: Component) -> str:
    """The givens of a component, for a message."""
    return _joined(list(dict.fromkeys(slot.name.partition("[")[0] for slot in component.slots)))


def _joined(names: Sequence[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}" if quoted else ""


def _rate(killed: Fraction) -> str:
    return f"{100 * float(killed):.3g} % of the choices fail this"
