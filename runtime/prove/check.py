"""What `mspec check` looks at beyond the text: does the answer follow, are there worlds, do types hold in all."""

from __future__ import annotations

from mspec.compiler.diagnostics import Diagnostic, MspecError
from mspec.compiler.ir import Problem
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.solution import solution
from mspec.runtime.prove.obligations import Obligation, obligations, recovery


def check_problem(problem: Problem) -> list[Diagnostic]:
    """All that is found of a problem that builds, errors and warnings."""
    from mspec.runtime.prove import findings, ladder
    from mspec.runtime.prove.author_tests import test_diagnostics
    from mspec.runtime.prove.satisfiable import satisfiable

    found: list[Diagnostic] = []
    backwards: tuple[Obligation, ...] = ()
    try:
        backwards = recovery(problem, solution(problem))
    except MspecError as error:
        found += error.diagnostics
    try:
        lower_python(problem)
    except MspecError as error:
        # What cannot be computed in every choice of the givens is not worth a search for worlds.
        return found + list(error.diagnostics)
    worlds = satisfiable(problem)
    found += worlds.diagnostics
    if not any(d.severity == "error" for d in worlds.diagnostics):
        found += findings.diagnostics(problem, ladder.prove(problem, [*obligations(problem), *backwards]))
        found += test_diagnostics(problem)
    return found
