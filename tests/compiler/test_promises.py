"""After a rule, steps are what their types promise: by bounds, or because it is required."""

from __future__ import annotations

import pytest

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.format_expr import format_expr
from mspec.compiler.ir import Problem
from mspec.compiler.load import environment_of, load_problem
from mspec.compiler.print_spec import Printer, print_problem
from mspec.compiler.rewrite.apply import apply_rule
from mspec.runtime.prove.check import check_problem

SPEC = """
use units.si
noun egg "egg" "eggs"

problem eggs {
  given {
    n    : count(egg) in 20..40     "number of eggs"
    gone : count(egg) in 2..9       "number of broken eggs"
    k    : int in 2..6              "number of days"
  }
  REQUIRE
  steps { STEPS }
  story \"\"\"
    There are {n} eggs.
    Of them, {gone} break.
    It goes on for {k} days.
  \"\"\"
  ask left "How many are left?"
  vary { RULE }
}
"""


def varied(rule: str, steps: str = 'left = n - gone "number of eggs left"', require: str = "") -> Problem:
    text = SPEC.replace("RULE", rule).replace("STEPS", steps)
    problem = load_problem(text.replace("REQUIRE", f"require {{ {require} }}" if require else ""))
    return apply_rule(problem, problem.rules[0], environment_of(problem))


def required(problem: Problem) -> list[str]:
    printer = Printer(problem)
    return [format_expr(printer.expr(require.node)) for require in problem.requires]


def insert(numbers: str, value: str, when: str = "") -> str:
    return f"""insert change on gone {{
      with more : count(egg) in {numbers}  "number of eggs broken later"
      {when}
      step broken = {value}       "number of broken eggs in the end"
      say "Later {{more}} of the others break."
    }}"""


def holds(problem: Problem) -> None:
    """The text says the same, and `check` has nothing against it."""
    again = load_problem(print_problem(problem))
    assert again == problem
    assert not [found for found in check_problem(again) if found.severity == "error"]


def test_nothing_is_required_where_bounds_vouch() -> None:
    problem = varied(insert("1..5", "gone + more"))
    assert required(problem) == []
    holds(problem)


def test_a_count_that_may_be_negative_is_required_not_to_be() -> None:
    problem = varied(insert("10..30", "gone + more"))
    assert required(problem) == ["left >= 0"]
    holds(problem)


def test_what_is_required_already_is_not_required_again() -> None:
    problem = varied(insert("10..30", "gone + more", "when gone + more < n"))
    assert required(problem) == ["gone + more < n", "left >= 0"]
    again = varied(insert("10..30", "gone + more"), require="n > gone")
    assert required(again) == ["n > broken", "n > gone"] or required(again) == ["n > gone", "n > broken"]
    holds(again)


def test_what_loses_its_constraint_is_looked_at_too() -> None:
    """`left > 2` speaks of what is left after the rule; what was left before it must not be negative either."""
    rule = """insert back on left {
      with more : count(egg) in 1..3  "number of eggs found"
      step whole = left + more        "number of eggs left in the end"
      say "Then {more} eggs are found."
    }"""
    problem = varied(rule, 'lost = gone * k "number of eggs lost"\n left = n - lost "number left"', "left > 2")
    assert required(problem) == ["whole > 2", "left >= 0"]
    holds(problem)


def test_a_count_stays_whole() -> None:
    rule = """insert slower on k {
      with part : rational in {1/2, 1/4}  "part of the days"
      step days : rational = k * part     "number of days in the end"
      say "It stops after {part} of the days."
    }"""
    spec = 'lost = gone * k "number of eggs lost"\n left = n - lost "number left"'
    assert "is_int(lost)" not in required(varied(rule, spec))  # `k` is whole by its type, and so is `days`
    text = SPEC.replace("k    : int in 2..6 ", "k : rational in {2, 4} ").replace("STEPS", spec).replace("RULE", rule)
    base = load_problem(text.replace("REQUIRE", ""))
    problem = apply_rule(base, base.rules[0], environment_of(base))
    assert "is_int(lost)" in required(problem)
    holds(problem)


def test_a_probability_stays_one() -> None:
    base = load_problem("""
problem p {
  given { a : probability in {10%, 20%, 60%} "chance of rain"
          b : probability in {10%, 30%} "chance of snow" }
  steps { either = a + b "chance of either" }
  story \"\"\"
    Rain comes with chance {a}.
    Snow comes with chance {b}.
  \"\"\"
  ask either "What is the chance?"
  vary {
    insert twice on a {
      with k : int in 1..2                "factor"
      step higher : probability = k * a   "chance of rain in spring"
      say "In spring it is {k} times that."
    }
  }
}""")
    problem = apply_rule(base, base.rules[0], environment_of(base))
    assert "higher <= 1" in required(problem)
    assert not [found for found in check_problem(load_problem(print_problem(problem))) if found.severity == "error"]


def test_a_rule_after_which_no_world_is_left_is_refused() -> None:
    with pytest.raises(MspecError, match="MS7106: after `change`, no world is left: `more < gone` never holds"):
        varied(insert("10..30", "gone - more", "when more < gone"))
