"""Slips: the right ones exist, they are of the step's kind, and all behind them follows from the wrong value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

import mspec
from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.load import load_problem
from mspec.runtime.interpret import Interpreter
from mspec.runtime.prove.check import check_problem
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


BACKWARDS = """
use lexicon.food
problem bakery {
  given {
    n     : count(muffin) in 2..9            "number of muffins"
    price : money in $1..$5 by $1            "price of one muffin"
    off   : percent in {10%, 20%, 25%, 50%}  "discount rate"
  }
  steps {
    full        = n * price   "full price"
    cut : money = full * off  "discount"
    paid        = full - cut  "amount paid"
  }
  tell paid
  story \"\"\"
    {n of muffin} at {price} each cost {paid} in a sale.
  \"\"\"
  ask off "What percentage is taken off?"
  mistakes {
    price_left : off = paid / full  "gives the part that is paid"
    of_paid    : off = cut / paid   "takes the part of what is paid"
    one_muffin : full = price       "forgets the number"
    backwards  : cut = full / 2     "halves"
    told       : n = 3              "counts wrongly"
  }
}
"""


def test_a_mistake_about_the_given_that_is_asked_for() -> None:
    backwards = load_problem(BACKWARDS)
    names = by_name(backwards)
    assert {"price_left", "of_paid", "one_muffin"} <= names.keys()
    assert not {"backwards", "told"} & names.keys()
    values = {"n": Fraction(4), "price": Fraction(5), "off": Fraction(1, 5)}
    right = Interpreter(backwards, {backwards.node_named(name): value for name, value in values.items()})
    for name, expected in (("price_left", Fraction(4, 5)), ("of_paid", Fraction(1, 4))):
        wrong = fits(names[name], right)
        assert wrong is not None
        assert (wrong.value, wrong.answers) == (expected, (expected,))
        assert after(names[name], wrong, right) == wrong.answers


def test_a_mistake_about_a_given_has_a_written_solution() -> None:
    (example,) = mspec.Spec(load_problem(BACKWARDS)).sample(given={"n": "4", "price": "$5", "off": "20%"}, wrong=2)
    told = {entry["id"]: entry for entry in example.record["wrong"]}
    assert told["price_left"]["answer"]["text"] == "80%"
    assert told["of_paid"]["answer"]["text"] == "25%"
    assert [step["name"] for step in told["of_paid"]["steps"]] == ["full", "cut", "off"]
    assert told["of_paid"]["first_wrong"] == 2


def test_check_says_which_mistakes_have_no_trace() -> None:
    found = [d for d in check_problem(load_problem(BACKWARDS)) if d.code == "MS4008"]
    assert [(d.mistake, d.why) for d in found] == [  # type: ignore[attr-defined]
        ("backwards", "the solution finds `cut` backwards, and not by its definition"),
        ("told", "the text tells `n`"),
    ]


def test_check_says_what_a_reader_could_not_compute() -> None:
    text = TEXT.replace("given {", 'given {\n    hidden : int in 1..3  "hidden number"')
    text = text.replace("no_cut   : paid = full ", "no_cut   : paid = full * hidden ")
    found = [d for d in check_problem(load_problem(text)) if d.code == "MS4008"]
    assert [d.mistake for d in found] == ["no_cut", "circular"]  # type: ignore[attr-defined]
    assert found[0].why.startswith("a reader could not compute it: ")  # type: ignore[attr-defined]
