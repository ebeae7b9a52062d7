"""Currencies: an exchange rate has a unit of its own, and a problem has one currency unless a rate joins two."""

from __future__ import annotations

import pytest

import mspec
from mspec.compiler.load import load_source
from mspec.compiler.source import Source
from mspec.compiler.types import show


def codes(given: str, steps: str = "x = a + $1") -> list[str]:
    text = f'problem p {{\n given {{\n{given}\n}}\n steps {{\n{steps}\n}}\n ask x "What?"\n}}'
    return [d.code for d in load_source(Source("t.mspec", text)).diagnostics]


DOLLARS, EUROS, POUNDS = "a : money in $2..$9\n", "b : money[€] in €2..€9\n", "c : money[£] in £2..£9\n"
RATE = "r : money[€/$] in €0.80..€0.90\n"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (DOLLARS, []),
        (DOLLARS + EUROS, ["MS3026"]),
        (DOLLARS + EUROS + RATE, []),
        (DOLLARS + EUROS + POUNDS + RATE, ["MS3026"]),
        (DOLLARS + EUROS + POUNDS + RATE + "s : money[£/€] in £0.80..£0.90\n", []),
        (DOLLARS + "b : list(money[€], 2) in €2..€9\n", ["MS3026"]),
    ],
)
def test_one_currency_unless_a_rate_joins(given: str, found: list[str]) -> None:
    assert codes(given) == found


@pytest.mark.parametrize(
    ("expression", "type_"),
    [
        ("a * r", "money[€]"),
        ("b / r", "money"),
        ("a * (€0.90 / $1)", "money[€]"),
        ("r * 2", "money[€/$]"),
        ("b / a", "money[€/$]"),
    ],
)
def test_types(expression: str, type_: str) -> None:
    text = f'problem p {{\n given {{\n{DOLLARS}{EUROS}{RATE}\n}}\n steps {{\n x = {expression}\n}}\n ask x "What?"\n}}'
    spec = mspec.load(text)
    assert show(spec.problem.nodes[spec.problem.node_named("x")].type) == type_
    assert mspec.load(spec.compile("spec")) == spec


@pytest.mark.parametrize(
    ("steps", "code"),
    [("x = a + b", "MS3009"), ("x = a + r", "MS3003"), ("x : money = a * r", "MS3014"), ("x : rational = r", "MS3014")],
)
def test_refused(steps: str, code: str) -> None:
    assert codes(DOLLARS + EUROS + RATE, steps) == [code]


def test_a_rate_is_said_per_unit_of_the_other() -> None:
    text = (
        f'problem p {{\n given {{\n{DOLLARS}{RATE}\n}}\n steps {{\n x = a * r "price"\n}}\n'
        ' story """\n  It costs {a} at {r}.\n """\n ask x "How many euros is that?"\n}'
    )
    example = mspec.load(text).sample()[0]
    assert " per dollar." in example.question
    assert example.answer.text.startswith("€")
