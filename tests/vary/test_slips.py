"""Slips: the right ones exist, they are of the step's kind, and all behind them follows from the wrong value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.load import load_problem
from mspec.runtime.interpret import Interpreter
from mspec.runtime.vary.slips import Slip, after, fits, slips

TEXT = """
use lexicon.food
problem p {
  given {
    n   : count(muffin) in 2..9           "number of muffins"
    m   : count(muffin) in 2..9           "number of further muffins"
    p   : money in $1..$5 by $1           "price of one muffin"
    off : percent in {10%, 20%, 50%}      "discount rate"
  }
  steps {
    both         = n + m              "number in all"
    full : money = both * p            "full price"
    cut : money  = full * off         "discount"
    left         = n - 1              "number less one"
    paid         = full - cut         "amount paid"
  }
  story \"\"\"
    A baker bakes {n of muffin} and then {m of muffin}.
    One costs {p}, less {off}.
  \"\"\"
  ask paid "What does the baker get?"
  mistakes {
    no_cut   : paid = full                  "forgets the discount"
    twice    : cut = cut * 2                "takes the discount twice" when off < 50%
    circular : both = paid / p               "goes in a circle"
  }
}
"""


@pytest.fixture(scope="module")
def problem() -> Problem:
    return load_problem(TEXT)


def world(problem: Problem, **values: Value) -> Interpreter:
    plain: dict[str, Value] = {"n": Fraction(4), "m": Fraction(6), "p": Fraction(3), "off": Fraction(1, 5)}
    plain |= values
    return Interpreter(problem, {problem.node_named(name): value for name, value in plain.items()})


def by_name(problem: Problem) -> dict[str, Slip]:
    return {slip.name: slip for slip in slips(problem)}


def answer(slip: Slip, right: Interpreter) -> Value | None:
    found = fits(slip, right)
    return None if found is None else found.answers[-1]


def test_mistakes(problem: Problem) -> None:
    found, right = by_name(problem), world(problem)
    assert right.value(problem.node_named("paid")) == 24
    assert answer(found["no_cut"], right) == 30
    assert answer(found["twice"], right) == 18  # the step speaks of its own right value: 6 * 2
    assert answer(found["twice"], world(problem, off=Fraction(1, 2))) is None  # `when`
    assert "circular" not in found
    assert [slip.name for slip in slips(problem) if slip.own] == ["no_cut", "twice"]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("both.dropped", Fraction("9.6")),  # 4 * 3 * 0.8
        ("both.dropped.2", Fraction("14.4")),
        ("full.dropped", Fraction("2.4")),  # the factor `all` is left out
        ("full.off_by_one", Fraction("21.6")),
        ("cut.percent", 6),  # 30 - 30 * 0.8
        ("paid.operation", 36),
        ("paid.stopped_early", 6),
    ],
)
def test_generic(problem: Problem, name: str, wrong: Fraction | int) -> None:
    assert answer(by_name(problem)[name], world(problem)) == wrong


def test_what_nobody_would_take_for_an_answer(problem: Problem) -> None:
    found, right = by_name(problem), world(problem)
    assert answer(found["paid.swapped"], right) is None  # negative
    assert answer(found["both.operation"], right) is None  # 4 - 6 muffins
    assert answer(found["both.operation"], world(problem, m=Fraction(2))) == Fraction("4.8")
    assert answer(found["cut.percent.2"], right) == Fraction("29.4")  # 2 % off


def test_no_slip_of_another_kind(problem: Problem) -> None:
    """A price is not added to a number, and steps that the answer does not need have no slips."""
    names = by_name(problem)
    assert not any(name.startswith(("left.", "full.operation")) for name in names)


def changed(problem: Problem) -> Iterator[tuple[Slip, Interpreter, NodeId]]:
    right = world(problem)
    for slip in slips(problem):
        if fits(slip, right) is not None:
            for step in problem.steps:
                yield slip, right, step.node


def test_only_what_follows_changes(problem: Problem) -> None:
    """The wrong problem is the right one under `do(step := wrong value)`, at every step."""
    seen = 0
    for slip, right, node in changed(problem):
        wrong = Interpreter(slip.edited, right.world)
        forced = Interpreter(problem, right.world, interventions={slip.step: wrong.value(slip.step)})
        assert wrong.value(node) == forced.value(node)
        seen += wrong.value(node) != right.value(node)
    assert seen > 15


def test_a_wrong_problem_that_moves_something_else_is_caught(problem: Problem) -> None:
    """Mutation: a slip whose problem also changes another step does not agree with the intervention."""
    found, right = by_name(problem), world(problem)
    slip, other = found["both.dropped"], found["paid.operation"]
    nodes = list(slip.edited.nodes)
    nodes[other.step] = other.edited.nodes[other.step]
    bent = replace(slip, edited=replace(slip.edited, nodes=tuple(nodes)))
    wrong = fits(bent, right)
    assert wrong is not None and after(bent, wrong, right) != wrong.answers
    good = fits(slip, right)
    assert good is not None and after(slip, good, right) == good.answers


def test_what_is_told_is_not_changed() -> None:
    told = load_problem(
        """
        problem told {
          given {
            a : int in 2..9 "first"
            b : int in 2..9 "second"
          }
          steps {
            s = a * b "product"
            u = s + a "larger number"
          }
          tell s
          story \"\"\"
            One number is {a}, another {b}, their product {s}.
          \"\"\"
          ask u "What is the sum?"
        }
        """
    )
    assert {slip.name.partition(".")[0] for slip in slips(told)} == {"u"}


def test_units() -> None:
    speed = load_problem(
        """
        use units.si
        problem speed {
          given {
            v : speed[km/h] in 36 km/h..72 km/h by 18 km/h "speed"
            t : time[s] in 1 s..5 s by 1 s "time"
          }
          steps { d : length[m] = v * t "distance" }
          story \"\"\"
            A car drives at {v} for {t}.
          \"\"\"
          ask d "How far, in metres?"
        }
        """
    )
    right = Interpreter(speed, {speed.node_named("v"): Fraction(36), speed.node_named("t"): Fraction(5)})
    assert right.value(speed.node_named("d")) == 50
    assert answer(by_name(speed)["d.unit"], right) == 180
