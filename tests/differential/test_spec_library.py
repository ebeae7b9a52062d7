"""Every shipped problem: all evaluations agree on all nodes in many worlds, and it prints to itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.differential.evaluations import differences
from tests.differential.test_generated_specs import run_alone
from tests.differential.test_solvers import compare, is_world
from tests.properties.survival import sound
from tests.worlds import World, draw

from mspec.api import problems_of, spec_files
from mspec.compiler.format import format_source
from mspec.compiler.ir import Given, NounAttribute, Problem
from mspec.compiler.libraries import read_file
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.real_functions import Approximation
from mspec.runtime.interpret import Interpreter
from mspec.runtime.sample import sampler_for
from mspec.runtime.solve import solvers

SPECS = Path(__file__).parents[2] / "specs"
PROBLEMS = {problem.name: problem for problem in problems_of([SPECS])}
SOME = [
    pytest.param(name, marks=[pytest.mark.slow] if place % 8 else []) for place, name in enumerate(sorted(PROBLEMS))
]
"""All of them in the long runs, one in eight in the quick ones."""
MANY = 16


@cache
def sampled(name: str) -> tuple[World, ...]:
    """Worlds as a data set would have them."""
    problem = PROBLEMS[name]
    batch = sampler_for(problem).draw(7, range(MANY))
    columns = {node: batch.values(node) for node in problem.givens()}
    return tuple({node: values[row] for node, values in columns.items()} for row in range(MANY))


def loose(problem: Problem, rows: int) -> list[World]:
    """Worlds from the domains alone; most break a constraint."""
    domains = [node.domain for node in problem.nodes if isinstance(node, Given)]
    return [] if any(isinstance(domain, NounAttribute) for domain in domains) else draw(problem, rows, seed=3)


@pytest.mark.parametrize("name", PROBLEMS)
def test_evaluations_agree(name: str) -> None:
    problem = PROBLEMS[name]
    worlds = [*sampled(name), *loose(problem, 12)]
    assert not differences(problem, worlds)
    assert not differences(problem, worlds, lower_python(problem))
    assert all(Interpreter(problem, world).admissible() for world in sampled(name))


@pytest.mark.parametrize("name", PROBLEMS)
def test_prints_to_itself(name: str) -> None:
    sound(PROBLEMS[name])


@pytest.mark.parametrize("path", spec_files([SPECS]), ids=lambda path: path.stem)
def test_is_formatted(path: Path) -> None:
    source = read_file(path)
    assert format_source(source) == source.text


def solved(name: str, count: int) -> None:
    problem = PROBLEMS[name]
    refused = [world for world in loose(problem, 60) if not is_world(problem, world)]
    for world in [*sampled(name)[:count], *refused[:count]]:
        for solver in solvers():
            compare(problem, world, solver, decided=False)


@pytest.mark.parametrize("name", SOME)
def test_solvers_agree(name: str) -> None:
    solved(name, 1)


@pytest.mark.slow
@pytest.mark.parametrize("name", PROBLEMS)
def test_solvers_agree_often(name: str) -> None:
    solved(name, 12)


@pytest.mark.parametrize("name", SOME)
def test_generated_python_stands_alone(name: str) -> None:
    problem, world = PROBLEMS[name], sampled(name)[0]
    reference = Interpreter(problem, world)
    if any(isinstance(reference.value(node), Approximation) for node in reference.demanded()):
        pytest.skip("real numbers need the package")
    lowering = lower_python(problem)
    if "_load_plugins" in lowering.text:
        pytest.skip("its primitives need the package")
    output = run_alone(lowering, problem, world)
    assert output.endswith("admissible: yes\n")
    for ask in problem.asks:
        if not isinstance(problem.nodes[ask.node], Given):
            assert f"{problem.names()[ask.node]} = {reference.value(ask.node)}" in output
