"""Readings and differences of temperature: what may be computed with them, and that conversions are exact."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mspec
from mspec.compiler.load import load_source
from mspec.compiler.source import Source
from mspec.compiler.temperatures import ice_point, reading_in, total
from mspec.compiler.types import Num, show
from mspec.compiler.units import Unit
from mspec.runtime.interpret import Interpreter

GIVENS = """
    f    : temperature[°F] in {68 °F, 95 °F}
    c    : temperature[°C] in 5 °C..20 °C
    k    : temperature[K] in 280 K..300 K
    rise : temperature_difference[°C] in 1 °C..9 °C
    gap  : temperature_difference[°F] in 9 °F..18 °F
    rate : quantity[°C/h] in 1 °C/h..3 °C/h
    t    : time[h] in 2 h..4 h
    n    : int in 2..3
"""
KELVIN = Unit((("K", 1),), (("temperature", 1),))
CELSIUS = Unit((("°C", 1),), (("temperature", 1),), Fraction(1), Fraction(27315, 100))
FAHRENHEIT = Unit((("°F", 1),), (("temperature", 1),), Fraction(5, 9), Fraction(45967, 180))


def spec(steps: str, ask: str = "x") -> str:
    return f'use units.si\nproblem p {{\n given {{{GIVENS}}}\n steps {{\n{steps}\n}}\n ask {ask} "What?"\n}}'


def found(expression: str) -> str:
    """The type of an expression, or the codes of what is wrong with it."""
    module = load_source(Source("t.mspec", spec(f"x = {expression}")))
    if module.diagnostics:
        return " ".join(d.code for d in module.diagnostics)
    (problem,) = module.problems
    return show(problem.nodes[problem.node_named("x")].type)


@pytest.mark.parametrize(
    ("expression", "type_"),
    [
        ("c + rise", "temperature[°C]"),
        ("rise + c", "temperature[°C]"),
        ("gap + c", "temperature[°C]"),
        ("c + gap", "temperature[°C]"),
        ("c - f", "temperature_difference[°C]"),
        ("c - 5 °C", "temperature_difference[°C]"),
        ("c - 5 K", "temperature[°C]"),
        ("c + rate * t", "temperature[°C]"),
        ("rate * t", "temperature_difference[°C]"),
        ("rise + gap", "temperature_difference[°C]"),
        ("n * rise", "temperature_difference[°C]"),
        ("rise / 2", "temperature_difference[°C]"),
        ("mean(c, f, k)", "temperature[°C]"),
        ("(c + f) / 2", "temperature[°C]"),
        ("median(c, f, k)", "temperature[°C]"),
        ("max(c, f)", "temperature[°C]"),
        ("max(c, f) - min(c, f)", "temperature_difference[°C]"),
        ("round(f, 5 °F)", "temperature[°F]"),
        ("2 * k", "temperature[K]"),
        ("k / 280 K", "rational"),
        ("abs(c - f)", "temperature_difference[°C]"),
        ("magnitude(c)", "rational"),
        ("n * c", "MS3024"),
        ("c / f", "MS3024"),
        ("c^2", "MS3024"),
        ("-c", "MS3024"),
        ("c / 2", "MS3024"),
        ("rise - c", "MS3024"),
        ("max(c, rise)", "MS3023"),
        ("if c < rise then 1 else 2", "MS3023"),
        ("if rise < 5 °C then 1 else 2", "int"),
        ("if rise < 9 °F then 1 else 2", "int"),
        ("if c < 300 K then 1 else 2", "int"),
        ("c + t", "MS3003"),
    ],
)
def test_types(expression: str, type_: str) -> None:
    assert found(expression) == type_


@pytest.mark.parametrize(
    ("steps", "value"),
    [
        ("x : temperature[°C] = f", 20),
        ("x : temperature[K] = f", Fraction(29315, 100)),
        ("y : temperature[K] = f\n x : temperature[°F] = y", 68),
        ("x : temperature[°F] = c", 50),
        ("x = c + gap", 15),
        ("x = f - c", 18),
        ("x : temperature_difference[°C] = f - c", 10),
        ("x : temperature[°F] = mean(c, f)", 59),
        ("x : temperature[°C] = k", Fraction(685, 100)),
        ("x = round(f, 5 °F)", 70),
    ],
)
def test_values(steps: str, value: Fraction) -> None:
    """At f = 68 °F, c = 10 °C, k = 280 K, gap = 9 °F; also after the text is printed and read again."""
    problem = mspec.load(spec(steps)).problem
    again = mspec.load(mspec.Spec(problem).compile("spec")).problem
    assert again == problem
    world = {"f": 68, "c": 10, "k": 280, "rise": 5, "gap": 9, "rate": 1, "t": 2, "n": 2}
    for one in (problem, again):
        reader = Interpreter(one, {one.node_named(name): Fraction(value) for name, value in world.items()})
        assert reader.value(one.node_named("x")) == value


@pytest.mark.parametrize(
    "declared", ["temperature[°C] = rise", "temperature_difference[°C] = c", "temperature[°C] = t"]
)
def test_one_is_not_declared_the_other(declared: str) -> None:
    module = load_source(Source("t.mspec", spec(f"x : {declared}")))
    assert [d.code for d in module.diagnostics] == ["MS3014"]


def test_a_conversion_reads_as_in_a_textbook() -> None:
    text = spec("x : temperature[°C] = f\n y : temperature[°F] = x + rise", "y")
    example = mspec.load(text.replace(" ask", ' story """\n  It is {f}, then {rise} warmer.\n """\n ask')).sample()[0]
    first, second = (step.equation for step in example.steps)
    givens = json.loads(example.json)["givens"]
    fahrenheit, rise = Fraction(givens["f"]), Fraction(givens["rise"])
    celsius = (fahrenheit - 32) * Fraction(5, 9)
    assert first == f"({fahrenheit} - 32) * 5/9 = {celsius}"
    assert second == f"32 + ({celsius} + {rise}) * 9/5 = {32 + (celsius + rise) * Fraction(9, 5)}"


def test_posed_backwards() -> None:
    text = """
use units.si
problem p {
  given { f : temperature[°F] in 41 °F..95 °F by 9 °F "temperature in the recipe" }
  steps { c : temperature[°C] = f "temperature on the dial" }
  tell c
  story \"\"\"
    The dial says {c}.
  \"\"\"
  ask f "What does the recipe say, in degrees Fahrenheit?"
}
"""
    example = mspec.load(text).sample()[0]
    (step,) = example.steps
    told = Fraction(json.loads(example.json)["told"]["c"])
    assert Fraction(step.value) == told * Fraction(9, 5) + 32


@given(
    st.fractions(-500, 500),
    st.sampled_from([KELVIN, CELSIUS, FAHRENHEIT]),
    st.sampled_from([KELVIN, CELSIUS, FAHRENHEIT]),
)
def test_readings_convert_there_and_back(value: Fraction, source: Unit, target: Unit) -> None:
    there = reading_in(value, source, target)
    assert reading_in(there, target, source) == value
    # What a step shows, by way of melting ice, is the same.
    assert ice_point(target) + (value - ice_point(source)) * source.factor_to(target) == there


def test_known_points() -> None:
    assert reading_in(Fraction(212), FAHRENHEIT, CELSIUS) == 100
    assert reading_in(Fraction(-40), FAHRENHEIT, CELSIUS) == -40
    assert reading_in(Fraction(0), KELVIN, CELSIUS) == Fraction(-27315, 100)


def test_weights() -> None:
    one, zero = Fraction(1), Fraction(0)
    assert (total(one, zero), total(one, one, -1), total(one, None), total(None, one, -1)) == (one, zero, one, zero)
    assert total(None, None) is None
    assert Num(unit=CELSIUS, weight=one) != Num(unit=CELSIUS, weight=zero)


@pytest.mark.parametrize(
    "unit", ['unit x "x" = 1 m from 3 K', 'unit x "x" = 1 K from 3 m', 'unit x "x" = 1 K from 3 °C']
)
def test_only_temperatures_have_a_zero_elsewhere(unit: str) -> None:
    module = load_source(Source("t.mspec", f"use units.si\n{unit}\n"))
    assert [d.code for d in module.diagnostics] == ["MS3011"]
