"""What must hold of any text at all: it is refused with a diagnostic that says where, or it is a sound problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.explain import catalogue
from mspec.compiler.ir import Problem
from mspec.compiler.load import Module, load_problem, load_source
from mspec.compiler.print_spec import print_problem
from mspec.compiler.render_diagnostics import as_json, render_all
from mspec.compiler.source import NOWHERE, Source
from mspec.compiler.verify import verify
from mspec.runtime.prove.check import check_problem


@dataclass(frozen=True, slots=True)
class Survivor:
    """What became of a text, and all that was found of it."""

    module: Module
    found: tuple[Diagnostic, ...]

    @property
    def clean(self) -> bool:
        """No error was found."""
        return not any(diagnostic.severity == "error" for diagnostic in self.found)


def survive(text: str, *, checked: bool = True) -> Survivor:
    """Load a text as `mspec check` does, and hold what comes of it against what is promised.

    Args:
        text: any text.
        checked: also look for worlds and prove the obligations of what loads.
    """
    module = load_source(Source("<text>", text))
    found = list(module.diagnostics)
    if not module.errors():
        for problem in module.problems:
            sound(problem)
            if checked:
                found += check_problem(problem)
    placed(found, module)
    return Survivor(module, tuple(found))


def placed(found: Sequence[Diagnostic], module: Module) -> None:
    """Every diagnostic has a known code and, if it is an error, a place inside a source; and it can be shown."""
    for diagnostic in found:
        assert diagnostic.code in catalogue(), diagnostic
        if diagnostic.severity == "error":
            assert diagnostic.span != NOWHERE, f"{diagnostic.code} has no place: {diagnostic.text()}"
        for span in (diagnostic.span, *(other.span for other in diagnostic.others())):
            if span != NOWHERE:
                assert 0 <= span.start <= span.end <= len(module.sources[span.source].text), diagnostic
    render_all(found, module.sources)
    as_json(found, module.sources)


def sound(problem: Problem) -> None:
    """It is a valid graph, and it prints as a spec that builds it again."""
    verify(problem)
    again = load_problem(print_problem(problem), problem.name)
    assert again == problem, "the printed spec builds another problem"
