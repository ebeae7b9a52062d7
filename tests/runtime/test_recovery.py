"""Problems posed backwards: `check` proves that what is hidden can be recovered, or shows a world where it cannot."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from mspec.compiler.ir import Problem
from mspec.compiler.load import load_problem
from mspec.compiler.solution import solution
from mspec.runtime.interpret import Interpreter
from mspec.runtime.prove import ladder
from mspec.runtime.prove.check import check_problem
from mspec.runtime.prove.recovery import recovery

LINEAR = """
problem p {
  given {
    x : int in 2..9  "number"
    k : int in 2..5  "factor"
  }
  REQUIRE
  steps {
    total = x + k * x - 3 * x  "total"
  }
  tell total
  story \"\"\"
    A number and {k} times the number, less three times the number, make {total}.
  \"\"\"
  ask x "What is the number?"
}
"""
SYSTEM = """
noun ticket "ticket"
problem p {
  given {
    x          : money in $1..$3          "price of a child's ticket"
    y          : money in $1..$3          "price of an adult's ticket"
    a, b, c, d : count(ticket) in 1..3
  }
  REQUIRE
  steps {
    first  = a * x + b * y  "first bill"
    second = c * x + d * y  "second bill"
  }
  tell first, second
  story \"\"\"
    {a of ticket} for children and {b of ticket} for adults cost {first}.
    {c of ticket} for children and {d of ticket} for adults cost {second}.
  \"\"\"
  ask x "What does a child's ticket cost?"
}
"""
THREE = """
problem p {
  given {
    x, y, z : int in 1..4
    a, b    : int in 1..4
  }
  steps {
    one   = x + y + a * z      "first sum"
    two   = x - y + b * z      "second sum"
    three = x + 2 * y + z      "third sum"
  }
  tell one, two, three
  story \"\"\"
    {a}, {b}: {one}, {two}, {three}.
  \"\"\"
  ask z "What is it?"
}
"""


def texts(text: str, require: str = "") -> list[str]:
    problem = load_problem(text.replace("REQUIRE", require))
    return [f"{d.code} {d.text()}" for d in check_problem(problem)]


def test_a_divisor_that_is_no_node() -> None:
    assert texts(LINEAR) == ["MS5003 `x` cannot be recovered where `1 + k - 3` is 0: k = 2 gives 0"]
    assert texts(LINEAR, "require { k != 2 }") == []
    assert texts(LINEAR, "require { k > 2 }") == []


def test_a_system_that_can_be_singular() -> None:
    (found,) = texts(SYSTEM)
    assert found.startswith("MS5003 `x` cannot be recovered where `a * d - b * c` is 0: a = 1, b = 1, c = 1, d = 1")
    assert texts(SYSTEM, "require { a * d != b * c }") == []
    assert texts(SYSTEM, "require { a > b and c < d }") == []


def test_a_long_determinant_is_not_shown() -> None:
    long = THREE.replace("x + y + a * z", "a * x + b * y + z").replace("x - y + b * z", "b * x + a * y + (a - b) * z")
    (found,) = texts(long)
    assert found.startswith("MS5003 `z` cannot be recovered where its equations have no single solution: a = ")


def givens(problem: Problem, values: tuple[int, ...], names: str) -> Interpreter:
    world = {problem.node_named(name): Fraction(value) for name, value in zip(names, values, strict=True)}
    return Interpreter(problem, world)


@pytest.mark.parametrize(("text", "names"), [(THREE, "ab"), (SYSTEM.replace("REQUIRE", ""), "abcd")])
def test_the_determinant_is_that_of_the_matrix(text: str, names: str) -> None:
    problem = load_problem(text)
    extended, (obligation,) = recovery(problem, solution(problem))
    for values in product(range(1, 4), repeat=len(names)):
        if names == "ab":
            a, b = values
            # | 1 1 a | 1 -1 b | 1 2 1 |
            expected = 1 * (-1 - 2 * b) - 1 * (1 - b) + a * (2 + 1)
        else:
            a, b, c, d = values
            expected = a * d - b * c
        assert givens(extended, values, names).value(obligation.node) == expected


def test_a_world_of_the_refutation_breaks_it() -> None:
    problem = load_problem(SYSTEM.replace("REQUIRE", ""))
    extended, found = recovery(problem, solution(problem))
    (proof,) = ladder.prove(extended, found)
    assert proof.status == "refuted"
    assert Interpreter(extended, proof.world).value(proof.obligation.node) == 0


def test_what_goes_forward_asks_nothing() -> None:
    forward = LINEAR.replace("REQUIRE", "").replace("tell total\n", "").replace("make {total}", "and the number is {x}")
    problem = load_problem(forward.replace("ask x", "ask total"))
    assert recovery(problem, solution(problem)) == (problem, ())
