"""Every diagnostic: its docstring's example yields its code, and what it looks like has a golden."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from inspect import getdoc

import pytest

from mspec.compiler.diagnostics import Diagnostic, MspecError
from mspec.compiler.explain import catalogue
from mspec.compiler.load import Module, load_source
from mspec.compiler.render_diagnostics import render
from mspec.compiler.source import Source
from mspec.runtime.prove.check import check_problem
from mspec.runtime.sample import sampler_for

EXAMPLE = re.compile(r"```mspec(?:-with (?P<given>\S+))?\n(?P<text>.*?)```", re.DOTALL)
CODES = list(catalogue())
WITHOUT_A_SPEC = frozenset(
    {
        "MS1030", "MS1031", "MS1038",  # would be too long to be shown
        "MS2004", "MS2013", "MS2014",  # need another file, one that cannot be read, or a command
        "MS4007", "MS4502",            # need a graph that nobody writes
        "MS2102", "MS4101",            # need a plug-in that is at fault
        "MS5106",                      # would need extreme bad luck
    }
)  # fmt: skip
"""Codes below MS8000 that no spec alone can show."""


def examples(kind: type[Diagnostic]) -> list[tuple[str, str]]:
    """The examples of a docstring: what `--given` would say, and the text."""
    found = EXAMPLE.finditer(getdoc(kind) or "")
    return [(match["given"] or "", match["text"]) for match in found]


def checked(module: Module) -> list[Diagnostic]:
    """All that `mspec check` says of a file."""
    found = list(module.diagnostics)
    for problem in module.problems if not module.errors() else ():
        found += check_problem(problem)
    return found


def sampled(module: Module, given: str) -> list[Diagnostic]:
    """What the sampler says when a given is held to a number."""
    name, _, value = given.partition("=")
    with pytest.raises(MspecError) as error:
        sampler_for(module.problem(), {name: Fraction(value)})
    return list(error.value.diagnostics)


def without_solvers(text: str) -> str:
    """A rendered diagnostic without the solvers' own words for why they gave up."""
    return re.sub(r"\n *= note: (z3|cvc5): .*", "", text)


def test_codes_are_unique() -> None:
    kinds = [kind for kind in _kinds(Diagnostic) if kind.code and kind.__module__.startswith("mspec.")]
    assert len({kind.code for kind in kinds}) == len(kinds) == len(CODES)
    assert all(re.fullmatch(r"MS\d{4}", code) for code in CODES)


def _kinds(base: type[Diagnostic]) -> list[type[Diagnostic]]:
    return [kind for child in base.__subclasses__() for kind in (child, *_kinds(child))]


@pytest.mark.parametrize("code", CODES)
def test_has_a_docstring(code: str) -> None:
    kind = catalogue()[code]
    assert kind.__doc__ and not kind.__doc__.startswith(f"{kind.__name__}("), "dataclass signature instead of a text"
    alone = code < "MS8" and code not in WITHOUT_A_SPEC
    assert bool(examples(kind)) == alone, "an example in an mspec fence, unless no spec can show it"


@pytest.mark.parametrize("code", [code for code in CODES if examples(catalogue()[code])])
def test_example(code: str, golden: Callable[[str, str], None]) -> None:
    shown = []
    for given, text in examples(catalogue()[code]):
        module = load_source(Source("example.mspec", text))
        found = sampled(module, given) if given else checked(module)
        assert code in {d.code for d in found}, [f"{d.code} {d.text()}" for d in found]
        errors = {d.code for d in found if d.severity == "error"}
        assert errors <= {code}, f"it has other faults, too: {errors}"
        shown += [without_solvers(render(d, module.sources)) for d in found if d.code == code]
    golden(f"errors/{code}.err", "\n\n".join(shown) + "\n")
