"""What a library rule asks of its target beside the type."""

from __future__ import annotations

import pytest

from mspec.compiler import ast
from mspec.compiler.build.target_words import asks_of_target, head_words
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.load import load_source
from mspec.compiler.parse import parse
from mspec.compiler.source import Source


def condition(text: str) -> ast.RuleItem:
    source = Source("rules.mspec", f"mspec 1\nrule r on x : money {{\n  {text}\n  step y = 2 * x\n}}\n")
    (rule,) = parse(source)[0].items
    assert isinstance(rule, ast.RuleDecl)
    return rule.body[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("price of one bagel", {"price"}),
        ("usual price of one notebook", {"usual", "price"}),
        ("amount left", {"amount", "left"}),
        ("cost", {"cost"}),
        ("change that … gets", {"change"}),
    ],
)
def test_the_head_of_a_description(text: str, words: set[str]) -> None:
    assert head_words(text) == words


@pytest.mark.parametrize(
    ("text", "described", "told", "holds"),
    [
        ('when x.noun in {"price", "cost"}', "price of one bagel", False, True),
        ('when x.noun in {"price", "cost"}', "difference in price", False, False),
        ('when not x.noun in {"price"}', "price of one bagel", False, False),
        ('when x.words in {"hours"}', "time needed in hours", False, True),
        ('when not x.words in {"hours"}', "time needed", False, True),
        ("when x.told", "price", True, True),
        ("when not x.told", "price", True, False),
    ],
)
def test_conditions_on_the_target(text: str, described: str, told: bool, holds: bool) -> None:
    asked = asks_of_target(condition(text), "x")
    assert asked is not None and asked.holds(described, told) is holds


@pytest.mark.parametrize("text", ["when x > $3", "when x.price in {$1, $2}", 'when y.noun in {"price"}'])
def test_other_conditions_are_of_worlds(text: str) -> None:
    assert asks_of_target(condition(text), "x") is None


def test_a_library_with_such_conditions_loads() -> None:
    source = Source(
        "rules.mspec", 'mspec 1\nrule r on x : money {\n  when x.told\n  step y = 2 * x\n  say "It is doubled."\n}\n'
    )
    assert load_source(source).diagnostics == []


def test_a_misspelt_condition_is_an_error() -> None:
    text = 'mspec 1\nrule r on x : money {\n  when x.nown in {"price"}\n  step y = 2 * x\n}\n'
    with pytest.raises(MspecError):
        module = load_source(Source("rules.mspec", text))
        if module.errors():
            raise MspecError(module.errors())
