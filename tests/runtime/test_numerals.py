"""Numerals of other bases, parts of percents, factors of conversions: how they are written."""

from __future__ import annotations

import mspec
from mspec.compiler.load import load_problem, load_source
from mspec.compiler.print_spec import print_problem
from mspec.compiler.source import Source

TEXT = """
use units.si
problem shown {
  given {
    rate   : percent in {50%/3}               "rate"
    n      : int in 10000..19999              "number"
    people : int in 2..5                      "number of people"
    t      : time[h] in 1.5 h..9.5 h by 1 h   "time"
  }
  steps {
    binary   = in_base(n, 2)  "number in base two"
    back     = from_base(binary, 2) + people  "number and the people"
    z : time[ms] = t * people  "time in milliseconds"
  }
  story \"\"\"
    A rate of {rate}, or {rate:mixed}, is applied to {n} or {n:digits} for {people} people in {t}.
  \"\"\"
  ask binary "What is the number in base two?"
  ask back "What is the number and the people?"
  ask z "How long is that?"
}
"""
GIVEN = {"n": "12345", "people": "3", "t": "1.5"}


def example() -> mspec.Example:
    (found,) = mspec.Spec(load_problem(TEXT)).sample(given=GIVEN)
    return found


def test_digits_of_a_numeral_are_not_grouped() -> None:
    found = example()
    assert found.answers[0].text == "11000000111001"
    assert found.steps[0].sentence == "The number in base two is 12,345 written in base 2, which is 11000000111001."
    assert found.answers[1].text == "12,348"


def test_a_part_of_a_percent_keeps_its_sign() -> None:
    assert example().question.startswith("A rate of 16 2/3%, or 16 2/3%, is applied to 12,345 or 12345 for 3 people")


def test_factors_of_conversions_are_grouped_like_other_numbers() -> None:
    (said,) = [step.sentence for step in example().steps if step.name == "z"]
    assert said == "The time in milliseconds is 1.5 × 3 × 3,600,000 = 16,200,000 ms."


def test_a_percent_that_no_decimal_writes_is_read_again() -> None:
    problem = load_problem(TEXT)
    assert load_problem(print_problem(problem)) == problem


def test_a_plain_quotient_is_no_percent() -> None:
    (found,) = load_source(Source("p.mspec", TEXT.replace("50%/3", "50/3"))).diagnostics
    assert (found.code, found.help_text()) == ("MS3010", "write `50%/3`")


def test_a_given_may_be_called_like_a_table_of_a_library() -> None:
    problem = load_problem(TEXT)
    assert problem.names()[problem.node_named("people")] == "people"
