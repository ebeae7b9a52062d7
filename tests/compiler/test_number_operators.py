"""Operators of number theory and counting: meaning, generated Python and the reader of claims, each written apart."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mspec
from mspec.compiler.ops import OPS
from mspec.compiler.passes.intervals import RULES, Interval
from mspec.runtime.meaning import undefined_because
from mspec.runtime.steps import reread

ARGUMENTS = {
    "digit_sum": [st.integers(0, 10**12)],
    "divisor_count": [st.integers(1, 5000)],
    "divisor_sum": [st.integers(1, 5000)],
    "totient": [st.integers(1, 2000)],
    "power_mod": [st.integers(-50, 50), st.integers(0, 60), st.integers(1, 90)],
    "in_base": [st.integers(0, 10**6), st.integers(2, 10)],
    "from_base": [st.integers(0, 10**6), st.integers(2, 10)],
    "arrangements": [st.integers(0, 20), st.integers(0, 24)],
    "derangements": [st.integers(0, 25)],
}


def generated(name: str, values: tuple[int, ...]) -> int:
    """What the template of generated Python computes."""
    letters = "abc"[: len(values)]
    made: int = eval(f"lambda {', '.join(letters)}: " + OPS[name].python.template.format(*letters), {"math": math})(
        *values
    )
    return made


@pytest.mark.parametrize("name", ARGUMENTS)
def test_three_meanings_agree(name: str) -> None:
    @given(st.tuples(*ARGUMENTS[name]))
    def agree(values: tuple[int, ...]) -> None:
        op, exact = OPS[name], tuple(map(Fraction, values))
        assert undefined_because(op, exact) is None
        meant = op.exact(*exact)
        assert meant == generated(name, values)
        assert reread.value_of(f"{name}({', '.join(map(str, values))})") == meant
        found = RULES[name](*(Interval(value, value) for value in exact))
        assert found is not None and found.low <= meant <= found.high

    agree()


def test_against_counting() -> None:
    for n in range(1, 60):
        divisors = [d for d in range(1, n + 1) if n % d == 0]
        assert OPS["divisor_count"].exact(Fraction(n)) == len(divisors)
        assert OPS["divisor_sum"].exact(Fraction(n)) == sum(divisors)
        assert OPS["totient"].exact(Fraction(n)) == sum(math.gcd(n, k) == 1 for k in range(1, n + 1))
    for n in range(7):
        orders = list(permutations(range(n)))
        assert OPS["derangements"].exact(Fraction(n)) == sum(all(i != x for i, x in enumerate(o)) for o in orders)
    for n, k in product(range(6), range(7)):
        assert OPS["arrangements"].exact(Fraction(n), Fraction(k)) == len(list(permutations(range(n), k)))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("divisor_count", (0,)),
        ("divisor_count", (10**9 + 1,)),
        ("totient", (10**4 + 1,)),
        ("power_mod", (2, 3, 0)),
        ("power_mod", (2, -1, 5)),
        ("in_base", (5, 1)),
        ("in_base", (5, 11)),
        ("from_base", (-1, 5)),
        ("arrangements", (1001, 2)),
        ("derangements", (101,)),
    ],
)
def test_no_value(name: str, values: tuple[int, ...]) -> None:
    assert undefined_because(OPS[name], tuple(map(Fraction, values))) is not None
    if max(values) > 100:
        return  # too long to be computed, though it has a meaning: the reader goes further
    with pytest.raises(ValueError):
        reread.value_of(f"{name}({', '.join(map(str, values))})")


def test_worlds_without_a_value_are_not_drawn() -> None:
    spec = mspec.load("""
problem p {
  given { n : int in -2..4 "number" }
  require { divisor_count(n) >= 1 }
  steps { d = divisor_count(n)  "number of divisors" }
  story \"\"\"
    A number is {n}.
  \"\"\"
  ask d "How many divisors has it?"
}
""")
    assert {example.record["givens"]["n"] for example in spec.sample(60)} == {"1", "2", "3", "4"}
