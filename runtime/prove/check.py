"""What `mspec check` looks at beyond the text: does the answer follow, are there worlds, do types hold in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mspec.compiler.diagnostics import Diagnostic, MspecError
from mspec.compiler.errors.graph import CannotRecover, NeedsUntold
from mspec.compiler.ir import Problem
from mspec.compiler.load import environment_of
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.rewrite.apply import apply_rule
from mspec.compiler.rewrite.mistaken import without_trace
from mspec.compiler.rewrite.promises import never
from mspec.compiler.solution import solution
from mspec.runtime.prove.obligations import Obligation, obligations
from mspec.runtime.prove.recovery import recovery


def check_problem(problem: Problem) -> list[Diagnostic]:
    """All that is found of a problem that builds, errors and warnings."""
    from mspec.runtime.prove import findings, ladder
    from mspec.runtime.prove.author_tests import test_diagnostics
    from mspec.runtime.prove.satisfiable import satisfiable

    found: list[Diagnostic] = []
    backwards: tuple[Obligation, ...] = ()
    extended = problem
    try:
        solved = solution(problem)
        extended, backwards = recovery(problem, solved)
        found += without_trace(problem, solved)
        found += _rules(problem)
    except MspecError as error:
        found += _refuted(problem, error.diagnostics)
    try:
        lower_python(problem)
    except MspecError as error:
        # What cannot be computed in every choice of the givens is not worth a search for worlds.
        return found + list(error.diagnostics)
    worlds = satisfiable(problem)
    found += worlds.diagnostics
    if not any(d.severity == "error" for d in worlds.diagnostics):
        found += findings.diagnostics(extended, ladder.prove(extended, [*obligations(problem), *backwards]))
        found += test_diagnostics(problem)
    return found


def _refuted(problem: Problem, diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Where the answer does not follow step by step: two worlds with one text, or that there are none."""
    from mspec.runtime.prove.twins import remarks

    first = next((found for found in diagnostics if isinstance(found, NeedsUntold | CannotRecover)), None)
    if first is None:
        return list(diagnostics)
    shown = replace(first, remarks=remarks(problem))
    return [shown if found is first else found for found in diagnostics]


def _rules(problem: Problem) -> list[Diagnostic]:
    """Each rule of the problem, applied once: what stands in its way. (A `chain` needs the other problem too.)"""
    found: list[Diagnostic] = []
    if never(problem) is not None:
        return found  # it is not the rules that leave no world
    for rule in problem.rules:
        if rule.kind != "chain":
            try:
                apply_rule(problem, rule, environment_of(problem))
            except MspecError as error:
                found += error.diagnostics
    return found
