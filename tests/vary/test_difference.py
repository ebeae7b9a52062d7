"""Difference records."""

from __future__ import annotations

from mspec.compiler.ir import Problem
from mspec.compiler.load import load_problem
from mspec.runtime.vary.difference import difference
from mspec.runtime.vary.variant import Variant, own_offers

TEXT = """
problem p {
  given {
    n : int in 2..9  "first number"
    k : int in 2..9  "second number"
  }
  steps {
    a = n * k  "product"
    b = k + 1  "number after the second"
    c = a + b  "sum"
  }
  story \"\"\"
    One number is {n}.
    Another is {k}.
  \"\"\"
  ask c "What is the sum?"
  vary {
    insert bigger on n {
      with j : int in 1..5  "increase"
      step m = n + j        "larger number"
      say "The first grows by {j}."
    }
    distract idle {
      with d : int in 1..5  "idle number"
      say "A third number is {d}."
    }
  }
}
"""


def varied(*places: int) -> tuple[Problem, Problem]:
    base = load_problem(TEXT)
    variant = Variant.of(base)
    for place in places:
        variant = variant.then(own_offers(variant.problem)[place])
    return base, variant.problem


def test_insert() -> None:
    found = difference(*varied(0))
    assert found.added == ("j", "m") and found.removed == () and found.redefined == ("a",)
    assert found.untouched == ("n", "k", "b") and found.relabelled == ()


def test_a_distractor_touches_nothing() -> None:
    found = difference(*varied(1))
    assert found.added == ("d",) and found.untouched == ("n", "k", "a", "b", "c")


def test_a_problem_and_itself() -> None:
    base, _ = varied()
    found = difference(base, base)
    assert not (found.added or found.removed or found.redefined or found.relabelled)
    assert set(found.untouched) == set(base.names().values())
