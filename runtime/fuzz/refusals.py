"""Property 8: a rule that cannot be applied says why, and raises nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mspec.compiler.diagnostics import MspecError, Severity
from mspec.compiler.explain import catalogue
from mspec.compiler.ir import Problem
from mspec.compiler.render_diagnostics import render_all
from mspec.compiler.source import Source
from mspec.runtime.fuzz.journey import Journey, Move
from mspec.runtime.prove.satisfiable import satisfiable

PLENTY = Fraction(1, 100)
"""A share of worlds of which some must be met."""


def explained(journey: Journey) -> Iterator[str]:
    """Every refusal is an error with a known code, a reason and a rendering."""
    for move in journey.moves:
        if move.error is not None:
            yield from _faults(move, move.error)


def _faults(move: Move, error: Exception) -> Iterator[str]:
    if not isinstance(error, MspecError):
        yield f"`{move.head}` raises {type(error).__name__}: {error}"
        return
    if not error.diagnostics:
        yield f"`{move.head}` is refused without a reason"
    for diagnostic in error.diagnostics:
        if diagnostic.code not in catalogue():
            yield f"`{move.head}` is refused with the unknown code {diagnostic.code}"
        if diagnostic.severity is not Severity.ERROR or not diagnostic.text().strip():
            yield f"`{move.head}` is refused with {diagnostic.code}, which gives no reason"
        sources = {diagnostic.span.source: Source(diagnostic.span.source, "")}
        if diagnostic.code not in render_all([diagnostic], sources):
            yield f"the refusal of `{move.head}` cannot be shown"


def worldless(problem: Problem) -> Iterator[str]:
    """A variant of which no world is met has none, or few: it is discarded by whoever wants one of it."""
    found = satisfiable(problem)
    hopeless = any(one.severity is Severity.ERROR for one in found.diagnostics)
    if found.status == "sat" and found.share >= PLENTY and not hopeless:
        yield f"of the choices of its givens {float(found.share):.2%} are worlds, and none is met"
