"""Rules at top level: with a parameter or, for a distractor, without; read, laid out and checked."""

from __future__ import annotations

import pytest

from mspec.compiler import ast
from mspec.compiler.format import format_source
from mspec.compiler.load import Module, load_source
from mspec.compiler.source import Source

LIBRARY = """\
rule tax on x : money {
  with rate : percent in {5%, 10%}
  step taxed : money = round(x + x * rate, $0.01)  "price with tax"
  say after x "A tax of {rate} is added."
}

rule distract opened {
  with age : int in 5..40
  say "The shop has been open for {age} years."
}
"""
PROBLEM = """
problem p {{
  given {{
    price : money in $1..$9  "price"
  }}
  steps {{
    twice = 2 * price  "price of two"
  }}
  story \"\"\"
    A mug costs {{price}}.
  \"\"\"
  ask twice "What do two cost?"
  vary {{
    {0}
  }}
}}
"""


def loaded(text: str) -> Module:
    return load_source(Source("example.mspec", text))


def codes(text: str) -> list[str]:
    return [d.code for d in loaded(text).diagnostics]


def test_a_distractor_has_no_parameter() -> None:
    module = loaded(LIBRARY)
    tax, opened = (item for item in module.file.items if isinstance(item, ast.RuleDecl))
    assert (tax.kind, tax.target is not None) == ("insert", True)
    assert (opened.kind, opened.name, opened.target, len(opened.body)) == ("distract", "opened", None, 2)
    assert module.diagnostics == []


def test_the_layout_is_kept() -> None:
    text = LIBRARY + PROBLEM.format("apply tax to price\n    apply opened")
    assert format_source(Source("example.mspec", text)) == text
    assert codes(text) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("apply opened to price", "MS7003"),
        ("apply tax", "MS7003"),
        ("apply opend", "MS7001"),
        ("apply tax to prize", "MS2001"),
    ],
)
def test_apply(line: str, code: str) -> None:
    assert codes(LIBRARY + PROBLEM.format(line)) == [code]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("x * rate", "y * rate", "MS2001"),
        ("{rate} is", "{rat} is", "MS2001"),
        ('say "The shop', 'ask "The shop', "MS7002"),
        ("money {", "monye {", "MS2007"),
        ("{age} years", "{age:nonsense} years", "MS6001"),
        ("rule distract opened", "rule distract opened on x : money", "MS1001"),
        ("rule tax on x : money", "rule tax", "MS1001"),
    ],
)
def test_faults_of_the_library_itself(old: str, new: str, code: str) -> None:
    assert LIBRARY.count(old) == 1
    assert codes(LIBRARY.replace(old, new)) == [code]
