"""Asked steps that are rounded: what is carried on has more digits, and the answer is said to be rounded."""

from __future__ import annotations

import re
from fractions import Fraction

import mspec
from mspec.compiler.load import load_problem

TEXT = """
use units.si
problem cart {
  given {
    d : length[m] in 100 m..200 m by 7 m  "distance"
    t : time[s] in 7 s..13 s by 3 s       "time"
    m : mass[kg] in 3 kg..7 kg            "mass"
    p : money in $10..$20 by $1           "price"
  }
  steps {
    v : speed[m/s]  = d / t        "mean speed"
    e : energy[J]   = m * v^2 / 2  "kinetic energy"
    h : energy[kJ]  = e / 3        "third of the energy"
    c               = 2.5 * t      "longer time"
    each            = p / 7        "share"
  }
  story \"\"\"
    A cart of {m} goes {d} in {t} and costs {p}.
  \"\"\"
  ask v "What is its mean speed?" (sigfigs = 3)
  ask e "What is its kinetic energy?" (sigfigs = 1)
  ask h "What is a third of that?" (round = 6)
  ask c "What is the longer time?" (round = 2)
  ask each "What is a seventh of the price?" (round = 2)
}
"""
GIVEN = {"d": "184", "t": "7", "m": "6", "p": "$10"}


def said() -> dict[str, str]:
    (example,) = mspec.Spec(load_problem(TEXT)).sample(given=GIVEN)
    return {step.name: step.sentence for step in example.steps}


def test_more_digits_are_carried_on_than_the_answer_has() -> None:
    sentences = said()
    assert sentences["v"].endswith("184 ÷ 7 ≈ 26.2857 m/s, rounded to 3 significant figures: 26.3 m/s.")
    assert "26.2857²" in sentences["e"]
    assert sentences["e"].endswith(", rounded to 1 significant figure: 2000 J.")


def test_as_many_digits_are_shown_as_are_asked_for() -> None:
    assert said()["h"].endswith(" ≈ 0.690939 kJ.")


def test_nothing_is_said_where_nothing_is_rounded_away() -> None:
    assert said()["c"].endswith("= 17.5 s.")


def test_money_is_shown_in_cents_already() -> None:
    assert said()["each"].endswith("is $10 ÷ 7 ≈ $1.43.")


def test_what_is_rounded_to_is_the_answer_of_the_exact_value() -> None:
    spec = mspec.Spec(load_problem(TEXT))
    for example in spec.sample(40):
        steps = {step.name: step.sentence for step in example.steps}
        for name, answer in zip(("v", "e", "h", "c", "each"), example.answers, strict=True):
            found = re.search(r"rounded to [^:]*: (.*)\.$", steps[name])
            assert found is None or found[1] == answer.text
            assert Fraction(re.sub(r"[^\d.]", "", answer.text)) > 0
