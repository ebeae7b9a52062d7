"""What a condition takes is reckoned from its graph: columns of real numbers are not looked at by the million."""

from __future__ import annotations

import pytest

from mspec.compiler.ir import Problem
from mspec.compiler.load import load_problem
from mspec.runtime.prove.satisfiable import satisfiable
from mspec.runtime.sample.components import components_of
from mspec.runtime.sample.sampler import sequential_for
from mspec.runtime.sample.sequential import Sequential
from mspec.runtime.sample.slots import Encoder, slots_of
from mspec.runtime.sample.table import stages_of

SPEC = '''mspec 1
problem p {{
  given {{
    a : int in 1..{most} "first number"
    b : int in 1..{most} "second number"
  }}
  require {{ {condition} }}
  steps {{ s = a + b "sum" }}
  story """The numbers are {{a}} and {{b}}."""
  ask s "What is the sum?"
}}
'''
WHOLE, REAL = "a * a + b > 40", "ln(a) + sqrt(b) > 6"


def _problem(condition: str, most: int) -> Problem:
    return load_problem(SPEC.format(condition=condition, most=most))


def _weight(problem: Problem) -> int:
    encoder = Encoder(problem)
    (component,) = components_of(problem, slots_of(problem))
    return max(stage.weight for stage in stages_of(component, encoder))


def test_real_numbers_weigh_more_than_whole_ones() -> None:
    assert _weight(_problem(REAL, 40)) > 50 * _weight(_problem(WHOLE, 40))


@pytest.mark.parametrize(("condition", "most", "counted"), [(WHOLE, 400, True), (REAL, 40, True), (REAL, 400, False)])
def test_the_share_of_what_would_take_long_is_estimated(condition: str, most: int, counted: bool) -> None:
    found = satisfiable(_problem(condition, most))
    assert found.status == "sat" and [rate.exact for rate in found.rates] == [counted]


LATE = '''mspec 1
problem p {{
  given {{
    n : int in 2..60 "number at first"
{more}    last : int in 2..60 "number added at once"
  }}
  require {{
    n + last == 90
{conditions}  }}
  steps {{ s = n + last{sum} "sum" }}
  story """The numbers are {{n}}{told} and {{last}}."""
  ask s "What is the sum?"
}}
'''


def test_a_condition_is_decided_before_what_it_does_not_wait_for() -> None:
    """Of what is declared between two givens that a condition needs, nothing is drawn in vain."""
    names = [f"k_{place}" for place in range(12)]
    problem = load_problem(LATE.format(
        more="".join(f'    {name} : int in 1..50 "number {name[2:]}"\n' for name in names),
        conditions=f"    n < {' + '.join(names)}\n",
        sum="".join(f" + {name}" for name in names),
        told="".join(f", {{{name}}}" for name in names),
    ))  # fmt: skip
    (component,) = components_of(problem, slots_of(problem))
    stages = Sequential(problem, component).stages
    assert [problem.names()[stage.given] for stage in stages][:2] == ["n", "last"]
    assert len(stages[1].bounds) == 1
    assert sequential_for(problem).draw(1, range(3)).size == 3
