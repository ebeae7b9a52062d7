"""A world that is there already, as columns: those that a sampler gives, and none for what is no world."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from tests.runtime.drawn_problems import attributes, mixed_people, ordered_list, people

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.worlds_sampling import OutsideDomain
from mspec.compiler.ir import Problem, Value
from mspec.runtime.sample.held import Held
from mspec.runtime.sample.sampler import sampler_for


def _worlds(problem: Problem, rows: int) -> list[dict[str, Value]]:
    drawn, names = sampler_for(problem).draw(3, range(rows)), problem.names()
    return [{names[node]: drawn.values(node)[row] for node in problem.givens()} for row in range(rows)]


@pytest.mark.parametrize(
    "problem", [attributes(), mixed_people(), people(4, 3), ordered_list("sorted", "distinct")], ids=list("abcd")
)
def test_the_columns_are_those_of_the_sampler(problem: Problem) -> None:
    drawn = sampler_for(problem).draw(3, range(20))
    for row, world in enumerate(_worlds(problem, 20)):
        batch, one = Held.of(problem, world).draw(3, range(row, row + 1)), drawn.take(np.array([row]))
        assert batch.index.tolist() == [row]
        assert batch.forms == drawn.forms
        assert [batch.values(node) for node in problem.givens()] == [one.values(node) for node in problem.givens()]


@pytest.mark.parametrize(
    ("problem", "name", "value"),
    [
        (people(4, 2), "p1", "Nobody"),
        (ordered_list("sorted"), "xs", (Fraction(3), Fraction(2), Fraction(1))),
        (ordered_list("distinct"), "xs", (Fraction(1), Fraction(1), Fraction(2))),
        (ordered_list(), "xs", (Fraction(1), Fraction(1), Fraction(99))),
    ],
    ids=list("abcd"),
)
def test_what_is_not_offered_is_no_world(problem: Problem, name: str, value: Value) -> None:
    (world,) = _worlds(problem, 1)
    with pytest.raises(MspecError) as caught:
        Held.of(problem, world | {name: value})
    assert isinstance(caught.value.diagnostics[0], OutsideDomain)


def test_two_people_are_not_the_same() -> None:
    problem = people(4, 2)
    (world,) = _worlds(problem, 1)
    with pytest.raises(MspecError):
        Held.of(problem, world | {"p1": world["p0"]})
