"""Answers in exact form: printed with roots and pi, exact in the record, verified from its own texts."""

from __future__ import annotations

import pytest

import mspec
from mspec.compiler.load import load_source
from mspec.compiler.source import Source
from mspec.runtime.data.self_check import check_record, decimal_of, shown_form

SPEC = """
use units.si
problem corner {{
  given {{
    a : length[cm] in {a}  "width"
    b : length[cm] in {b}  "height"
  }}
  steps {{
    d = {expression}  "length asked for"
  }}
  story \"\"\"
    A sheet is {{a}} wide and {{b}} high.
  \"\"\"
  ask d "What is it?" (form = "exact")
}}
"""


def spec(expression: str, a: str = "{3 cm}", b: str = "{6 cm}") -> str:
    return SPEC.format(a=a, b=b, expression=expression)


@pytest.mark.parametrize(
    ("expression", "text", "value"),
    [
        ("sqrt(a^2 + b^2)", "3√5 cm", "3*sqrt(5)"),
        ("sqrt(a^2 + b^2 + 36 cm * a + 1 cm * b)", "√159 cm", "sqrt(159)"),
        ("pi * a", "3π cm", "3*pi"),
        ("pi * a / 2 + b", "(3π/2 + 6) cm", "3*pi/2 + 6"),
        ("b / sqrt(3)", "2√3 cm", "2*sqrt(3)"),
        ("a * sin(60) + b * tan(30)", "7√3/2 cm", "7*sqrt(3)/2"),
        ("sqrt(16 * a^2 / 9)", "4 cm", "4"),
        ("b - pi * a", "(6 - 3π) cm", "6 - 3*pi"),
        ("sqrt(a^2 + b^2)^2 / 1 cm", "45 cm", "45"),
    ],
)
def test_text_and_value(expression: str, text: str, value: str) -> None:
    example = mspec.load(spec(expression)).sample()[0]
    answer = example.record["answer"]
    assert (answer["text"], answer["value"]) == (text, value)
    assert list(check_record(example.record)) == []


def test_steps_show_the_root_before_it_is_simplified() -> None:
    (step,) = mspec.load(spec("sqrt(a^2 + b^2)")).sample()[0].steps
    assert step.sentence == "The length asked for is √(3² + 6²) = √45 = 3√5 cm."


def test_a_root_that_cannot_be_simplified_stands_once() -> None:
    (step,) = mspec.load(spec("sqrt(a * b)", a="{2 cm}", b="{5 cm}")).sample()[0].steps
    assert step.sentence == "The length asked for is √(2 × 5) = √10 cm."


@pytest.mark.parametrize("expression", ["a / (1 + sqrt(2))", "a * sqrt(sqrt(2))", "a * sin(20)", "abs(a * pi)"])
def test_what_has_no_exact_form_is_refused(expression: str) -> None:
    found = load_source(Source("x.mspec", spec(expression))).diagnostics
    assert [d.code for d in found] == ["MS5011"]


@pytest.mark.parametrize("field", ["text", "value"])
def test_a_forged_answer_is_found(field: str) -> None:
    record = mspec.load(spec("sqrt(a^2 + b^2)")).sample()[0].record
    forged = {"text": "5√3 cm", "value": "5*sqrt(3)"}[field]
    assert list(check_record({**record, "answer": {**record["answer"], field: forged}})) != []


def test_rounded_answers_are_decimals() -> None:
    source = spec("pi * a").replace('(form = "exact")', "(round = 2)")
    answer = mspec.load(source).sample()[0].record["answer"]
    assert (answer["text"], answer["value"]) == ("9.42 cm", "471/50")


def test_the_name_pi_is_taken() -> None:
    source = spec("a * 1").replace("    a : length", "    pi : int in 1..2\n    a : length")
    assert "MS1013" in [d.code for d in load_source(Source("x.mspec", source)).diagnostics]


@pytest.mark.parametrize(
    ("text", "spelled"),
    [("3√5 cm", "3*sqrt(5)"), ("18π", "18*pi"), ("(6π + 12) cm²", "6*pi + 12"), ("π²/3", "pi^2/3"), ("12 cm", "12")],
)
def test_forms_are_read_from_texts(text: str, spelled: str) -> None:
    assert shown_form(text) == spelled


def test_digits_of_a_form() -> None:
    assert decimal_of("3*sqrt(5)") == "6.70820393250"
    assert decimal_of("no form") == "no form"


def test_printed_spec_loads_again() -> None:
    loaded = mspec.load(spec("pi * a / 2 + b"))
    assert mspec.load(loaded.compile("spec")) == loaded
