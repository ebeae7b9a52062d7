"""Constraints that came with rules and exclude nothing: what is written down is without them."""

from __future__ import annotations

from dataclasses import replace

from mspec.compiler.constraints import Holds
from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.rewrite.edit import Edit
from mspec.runtime.prove.satisfiable import kill_rates
from mspec.runtime.sample.components import components_of
from mspec.runtime.sample.slots import Encoder, slots_of


def without_idle(problem: Problem) -> Problem:
    """The problem without constraints that are known to hold in every world of the others; the worlds stay the same.

    One at a time: of two that say the same, each is idle beside the other.
    """
    for _ in problem.requires:
        idle = _idle(problem)
        if idle is None:
            break
        kept = tuple(require for require in problem.requires if require.node != idle)
        problem = Edit(replace(problem, requires=kept)).done()
    return problem


def _idle(problem: Problem) -> NodeId | None:
    """The condition of a constraint that never binds, the latest first: rules come after the author."""
    encoder = Encoder(problem)
    found = [
        rate.constraint.node
        for component in components_of(problem, slots_of(problem))
        for rate in kill_rates(component, encoder)
        if rate.binds is False and isinstance(rate.constraint, Holds)
    ]
    places = {require.node: place for place, require in enumerate(problem.requires)}
    return max(found, key=lambda node: places[node], default=None)
