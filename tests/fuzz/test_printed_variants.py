"""Variants that are written down are specs: they read back, check without an error, and have worlds."""

from __future__ import annotations

from pathlib import Path

import pytest

from mspec.api import problems_of
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Problem
from mspec.compiler.load import load_source
from mspec.compiler.source import Source
from mspec.runtime.interpret import Interpreter
from mspec.runtime.plan.plan import Plan
from mspec.runtime.plan.written import variants
from mspec.runtime.prove.check import check_problem
from mspec.runtime.sample.sampler import sampler_for
from mspec.varying import text_of

ROUNDS = (1, 2, 3, 4)
SAMPLED = 12
"""Of so many specs one is looked at in the quick run, each with one number of rounds."""


def errors_of(problem: Problem, rounds: int, seed: int) -> list[str]:
    """What `check` says against a variant of a problem, read from its text; nothing where its rules do not go on."""
    try:
        (variant,) = variants(problem, Plan("rounds", rounds, rounds), 1, seed)
    except MspecError as error:
        assert error.diagnostics[0].code == "MS8501"
        return []
    module = load_source(Source(problem.name, text_of(variant)), Path(problem.folder) if problem.folder else None)
    found = list(module.errors()) or check_problem(module.problem(variant.problem.name))
    lineage = f"{problem.name}: {', '.join(variant.applied)}"
    return [f"{lineage}: {one.code} {one.text()}" for one in found if one.severity == "error"]


@pytest.fixture(scope="module")
def shipped() -> list[Problem]:
    return problems_of([Path("specs")])


@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_sample_checks(shipped: list[Problem], rounds: int) -> None:
    sample = shipped[rounds :: SAMPLED * len(ROUNDS)]
    assert sample and not [error for problem in sample for error in errors_of(problem, rounds, seed=5)]


@pytest.mark.slow
@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("seed", range(3))
def test_all_check(shipped: list[Problem], rounds: int, seed: int) -> None:
    assert not [error for problem in shipped for error in errors_of(problem, rounds, seed)]


def test_what_many_rules_made_is_written_down(shipped: list[Problem]) -> None:
    """Twenty rules bring what early steps are computed from: its worlds are drawn all the same."""
    (bakery,) = (problem for problem in shipped if problem.name == "bakery_discount")
    (variant,) = variants(bakery, Plan("rounds", 20, 20), 1, seed=1)
    assert len(variant.applied) == 20
    drawn = sampler_for(variant.problem).draw(3, range(4))
    for row in range(4):
        world = {node: drawn.values(node)[row] for node in variant.problem.givens()}
        assert Interpreter(variant.problem, world).broken() is None
