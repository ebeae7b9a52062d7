"""Arguments of a `def` are held against the types of its parameters."""

from __future__ import annotations

import pytest

from mspec.compiler.load import load_source
from mspec.compiler.source import Source

GIVENS = """
    n      : int in 2..9
    q      : rational in {1/2, 3/4}
    off    : percent in {10%, 20%}
    cost   : money in $1..$9
    each   : money[1/apple] in $1..$9
    apples : count(apple) in 2..9
    things : count(fruit) in 2..9
    d      : length[m] in 2 m..9 m
    far    : length[km] in 2 km..9 km
    warm   : temperature[°C] in 2 °C..9 °C
    rise   : temperature_difference[°C] in 2 °C..9 °C
    xs     : list(int, 3) in 1..9
    wet    : bool
    kid    : person
"""


def codes(parameter: str, argument: str) -> list[str]:
    text = (
        'use units.si\nnoun fruit "fruit"\nnoun apple "apple" : fruit\n'
        f"def f(x : {parameter}) = if true then 1 else 2\ndef g(x : {parameter}) = f(x)\n"
        f'problem p {{\n given {{{GIVENS}}}\n steps {{ y = g({argument}) }}\n ask y "What?"\n}}'
    )
    return [d.code for d in load_source(Source("t.mspec", text)).diagnostics]


@pytest.mark.parametrize(
    ("parameter", "argument"),
    [
        ("int", "n"), ("int", "n + 1"), ("int", "7"), ("int", "apples"), ("rational", "n"), ("rational", "off"),
        ("real", "sqrt(n)"), ("percent", "off"), ("percent", "20%"), ("percent", "q"), ("money", "cost"),
        ("money", "$5"), ("money[1/apple]", "each"), ("count(apple)", "apples"), ("count(apple)", "3"),
        ("count(fruit)", "apples"), ("count(apple)", "n"), ("length[m]", "d"), ("length[m]", "far"),
        ("length[m]", "d + far"), ("temperature[°C]", "warm"), ("temperature[K]", "warm"),
        ("temperature_difference[K]", "rise"), ("temperature_difference[K]", "5 K"), ("list(int, 3)", "xs"),
        ("bool", "wet"), ("bool", "n > 2"), ("person", "kid"), ("word", "kid"),
    ],
)  # fmt: skip
def test_taken(parameter: str, argument: str) -> None:
    assert codes(parameter, argument) == []


@pytest.mark.parametrize(
    ("parameter", "argument"),
    [
        ("int", "q"), ("int", "1/2"), ("rational", "sqrt(n)"), ("int", "d"), ("int", "cost"), ("percent", "20"),
        ("money", "n"), ("money", "each"), ("money[€]", "cost"), ("count(apple)", "things"), ("length[m]", "n"),
        ("length[m]", "5"), ("mass[kg]", "d"), ("temperature[°C]", "rise"), ("temperature_difference[K]", "warm"),
        ("list(int, 3)", "n"), ("int", "xs"), ("list(int, 4)", "xs"), ("bool", "n"), ("person", "n"), ("int", "wet"),
    ],
)  # fmt: skip
def test_refused(parameter: str, argument: str) -> None:
    assert codes(parameter, argument) == ["MS3025"]


def test_a_fault_inside_an_argument_is_told_once() -> None:
    assert codes("int", "n + nothing") == ["MS2001"]
    assert codes("int", "n + kid") == ["MS3001"]


def test_nested_calls_stay_cheap() -> None:
    """Arguments are built for their types once, not once for every level above them."""
    argument = "n"
    for _ in range(60):
        argument = f"f({argument})"
    assert codes("int", argument) == []
