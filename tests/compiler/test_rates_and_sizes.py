"""Rates whose unit is a noun as well, and units that need their size."""

from __future__ import annotations

import pytest

import mspec
from mspec.compiler.load import load_problem, load_source
from mspec.compiler.source import Source
from mspec.compiler.types import show

READER = """
use units.si
noun book "book"

problem reader {{
  given {{
    r : count(book)[1/week] in 10..30  "number of books in a week"
    w : {weeks}  "number of weeks"
    k : int in 2..3  "factor"
  }}
  steps {{
    more = r * k     "number of books in a week after the change"
    less = more / 2  "half of that"
    n    = more * w  "number of books"
  }}
  story \"\"\"
    A library lends {{r of book}} a week, then {{k:times}} as many for {{w}}.
  \"\"\"
  ask n "How many books is that?"
  ask less "What is half of the weekly number?"
}}
"""
PRICE = """
use units.si

problem rent {
  given {
    rent : money[1/day] in $20..$40  "rent for a day"
    n    : count(day) in 2..9        "number of days"
  }
  steps { paid = n * rent  "rent paid" }
  story \"\"\"
    A boat costs {rent} and is taken for {n of day}.
  \"\"\"
  ask paid "What is paid?"
}
"""


@pytest.mark.parametrize("weeks", ["count(week) in 2..9", "time[week] in 2 week..9 week"])
def test_a_number_for_each_week_meets_both_kinds_of_weeks(weeks: str) -> None:
    problem = load_problem(READER.format(weeks=weeks))
    types = {name: show(problem.nodes[problem.node_named(name)].type) for name in ("r", "more", "less", "n")}
    assert types["r"] == types["more"] == types["less"] == "count(book)[1/week]"
    assert "week" not in types["n"]
    (example,) = mspec.Spec(problem).sample(given={"r": "12", "w": "3", "k": "2"})
    assert example.question.startswith("A library lends 12 books a week, then twice as many for 3")
    assert [answer.value for answer in example.answers] == [72, 12]


def test_a_price_for_each_day_meets_a_number_of_days() -> None:
    problem = load_problem(PRICE)
    assert show(problem.nodes[problem.node_named("paid")].type) == "money"
    (example,) = mspec.Spec(problem).sample(given={"rent": "$30", "n": "4"})
    assert example.answer.text == "$120"


def test_a_range_of_plain_numbers_for_each_unit() -> None:
    problem = load_problem(
        """
        use units.si
        problem weave {
          given {
            dense : int[1/cm] in 2..5            "number of threads to the centimetre"
            wide  : length[cm] in 10 cm..20 cm   "width"
          }
          steps { threads = dense * wide  "number of threads" }
          story \"\"\"A cloth has {dense} threads to the centimetre, and is {wide} wide.\"\"\"
          ask threads "How many threads is that?"
        }
        """
    )
    values = [example.answer.value for example in mspec.Spec(problem).sample(50)]
    assert set(values) <= {d * w for d in range(2, 6) for w in range(10, 21)}


@pytest.mark.parametrize(
    ("declared", "help_"),
    [
        ('use units.si\nunit ly "light year" "light years" : length', "say how large it is, as in `= 2.5 m`"),
        ('use units.si\nunit slug "slug" "slugs" : force', "say how large it is, as in `= 2.5 N`"),
        ('unit slug "slug" "slugs" : force', "`use units.si`, and say how large it is in one of its units"),
        ('unit pip "pip" "pips" : luck\nunit pap "pap" "paps" : luck', "say how large it is, as in `= 2.5 pip`"),
    ],
)
def test_a_second_unit_needs_its_size(declared: str, help_: str) -> None:
    (found,) = load_source(Source("units.mspec", declared)).diagnostics
    assert found.code == "MS2015"
    assert found.help_text() == help_


@pytest.mark.parametrize(
    "declared",
    [
        'unit pip "pip" "pips" : luck',
        'use units.si\nunit ly "light year" "light years" = 9460730472580800 m',
        'use units.si\nunit slug "slug" "slugs" : force = 2 N',
    ],
)
def test_a_unit_with_its_size_or_the_first(declared: str) -> None:
    assert load_source(Source("units.mspec", declared)).diagnostics == []
