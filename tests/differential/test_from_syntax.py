"""The graph means what the text says: a second reading of the syntax gives the values of all steps and conditions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.differential.from_syntax import NoValue, Reading, base, beyond
from tests.differential.test_spec_library import sampled
from tests.worlds import World, draw

from mspec.api import spec_files
from mspec.compiler.ir import Problem
from mspec.compiler.load import Module, load_file, load_source
from mspec.compiler.real_functions import Approximation
from mspec.compiler.source import Source
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.testing import specs

FILES = [path for path in spec_files([Path(__file__).parents[2] / "specs"]) if load_file(path).problems]
grown = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def misread(module: Module, problem: Problem, worlds: Iterable[World]) -> list[str]:
    """Steps and conditions whose value is not what the text says."""
    found: list[str] = []
    for world in worlds:
        reading, reference = Reading(module, problem, world), Interpreter(problem, world)
        for step in problem.steps:
            if step.name not in reading.steps:
                continue  # a turn of a recurrence
            try:
                said = reading.step(step.name)
            except NoValue:
                said = None
            try:
                value = reference.value(step.node)
            except Undefined:
                value = None
            if isinstance(value, Approximation):
                continue
            meant = None if value is None else base(value, problem.nodes[step.node].type)
            if said != meant:
                found.append(f"{step.name}: {meant}, and the text says {said} in {world}")
        for require, condition in zip(problem.requires, reading.requires, strict=True):
            try:
                truth = reading.value(condition, {})
            except NoValue:
                continue
            if truth is not reference.value(require.node):
                found.append(f"a condition: the text says {truth} in {world}")
    return found


def reads_alike(text: str, rows: int) -> None:
    module = load_source(Source("<text>", text))
    problem = module.problem()
    found = misread(module, problem, draw(problem, rows, seed=len(text)))
    assert not found, found[:5]


@settings(grown, max_examples=80)
@given(specs())
def test_generated(text: str) -> None:
    reads_alike(text, 12)


@pytest.mark.slow
@settings(grown, max_examples=3000)
@given(specs())
def test_many_generated(text: str) -> None:
    reads_alike(text, 12)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped(path: Path) -> None:
    module = load_file(path)
    for problem in module.problems:
        if why := beyond(problem):
            pytest.skip(why)
        assert not misread(module, problem, sampled(problem.name))


UNITS = """
use units.si
use units.us
problem journey {
  given {
    v : speed[km/h] in 30 km/h..90 km/h by 6 km/h
    t : time[min] in 10 min..90 min by 5 min
    w : length[mi] in 1 mi..9 mi
    p : money[1/kg] in $1..$9
    g : mass[lb] in 1 lb..9 lb
    late : bool
  }
  steps {
    way : length[m] = v * t + w                  "way"
    more = way + 3 km + (if late then w else 20 m)  "more"
    rate : speed[m/s] = more / t                 "rate"
    share = w / way                              "share"
    cost : money = p * g                         "cost"
    least = min(w, way, 1500 m)                  "least"
    steps_of = quotient(way, 75 cm)              "steps"
    turns : length[ft] = iterate(k in 1..3, from w, next it / 2 + k * 1 m)  "after turn {k}"
    area : area[m^2] = way * w                   "area"
    power = (2 m)^3 / (10 m)^2 - 50 cm           "power"
  }
  story \"\"\"
    A car drives at {v} for {t} and {w} further, with {g} at {p} each, {if late}late{else}early{end}.
  \"\"\"
  ask more "How far is it?"
}
"""


def test_units() -> None:
    reads_alike(UNITS, 60)
