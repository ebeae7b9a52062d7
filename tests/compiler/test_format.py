"""The formatter: what it writes, that it means the same, and that writing twice changes nothing."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mspec.compiler import ast
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.format import format_expr, format_file, format_source
from mspec.compiler.parse import parse
from mspec.compiler.source import Source

CORPUS = {path.name: path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("corpus/*.mspec"))}


def formatted(text: str) -> str:
    return format_source(Source("x", text))


def tree(text: str) -> ast.File:
    file, diagnostics = parse(Source("x", text))
    assert not diagnostics
    return file


@pytest.mark.parametrize("file", CORPUS)
def test_corpus(file: str) -> None:
    text = CORPUS[file]
    once = formatted(text)
    assert tree(once) == tree(text)
    assert formatted(once) == once
    assert tree(format_file(tree(text))) == tree(text)
    assert len(tree(once).comments) == len(tree(text).comments)


def test_the_bakery_is_canonical() -> None:
    assert formatted(CORPUS["bakery.mspec"]) == CORPUS["bakery.mspec"]


def test_comments_and_blank_lines() -> None:
    messy = """
# first


# second
problem p { # the problem
given { # leaves
n:int in 1..9 "n" # how many
# before m

m : int   in 1 # inside
  ..9
# last of givens
}

# before steps
steps{a=n+m}  # after steps
}
# the end"""
    assert (
        formatted(messy)
        == """# first

# second
problem p {  # the problem
  given {  # leaves
    n : int in 1..9  "n"  # how many
    # before m

    # inside
    m : int in 1..9
    # last of givens
  }

  # before steps
  steps {
    a = n + m
  }  # after steps
}
# the end
"""
    )


def test_long_chains_are_arms() -> None:
    arm = "if population > 1000000 then some_long_name else if population > 5000 then another_long_name else last_one"
    text = formatted(f'problem p {{ steps {{ fee = {arm} "the fee" }} }}')
    assert (
        text
        == """problem p {
  steps {
    fee = if population > 1000000 then some_long_name
          else if population > 5000 then another_long_name
          else last_one  "the fee"
  }
}
"""
    )
    assert formatted(text) == text


def test_numbers_without_spelling() -> None:
    def number(value: str, unit: str = "") -> str:
        return format_expr(ast.Number(Fraction(value), unit))

    assert number("20", "%") == "20%"
    assert number("5/2", "$") == "$2.50"
    assert number("3", "$") == "$3"
    assert number("1/8", "$") == "$0.125"
    assert number("1/4") == "0.25"
    assert number("1/3") == "1/3"
    assert number("-1/3", "m") == "-(1 m / 3)"
    assert number("5", "m/s") == "5 m/s"
    assert format_expr(ast.Binary("^", ast.Number(Fraction(5), "m"), ast.Number(Fraction(2)))) == "(5 m)^2"


def test_fractions_of_whole_numbers_are_tight() -> None:
    text = """table shares(phrase : word, part : rational known) {
  "half", 1/2
}
problem p {
  given {
    h : rational in {1/2, 3/4}
  }
  steps {
    a = 2 * (1/2) + 6 / 3 / 2 + h / 2 + 1 m / 2 + -1 / 2
  }
  test "t" {
    with h = 1/2
    expect a == 3/4
  }
}
"""
    expected = text.replace("6 / 3 / 2", "6/3 / 2").replace("-1 / 2", "-1/2")
    assert formatted(text) == formatted(text.replace("1/2", "1 / 2")) == expected
    assert tree(expected) == tree(text) and formatted(expected) == expected


def test_a_story_line_is_not_broken_inside_a_hole() -> None:
    hole = '{item | "a very long untold form of the thing that is bought"}'
    line = "The shop on the corner of the long street sells " + hole + " and many other things on Mondays."
    text = formatted(f'problem p {{ story """\n{line}\n""" }}')
    assert formatted(text) == text
    assert any(hole in row for row in text.split("\n")) and len(text.split("\n")) > 5
    assert tree(text) == tree(f'problem p {{ story """\n{line}\n""" }}')


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(MspecError):
        formatted("problem {")


# Expressions of any shape: what is written parses to the same tree.
NAMES = st.sampled_from(["a", "b", "xs"]).map(ast.Name)
ATOMS = st.one_of(
    NAMES,
    st.sampled_from(["1", "0.25", "12"]).map(lambda digits: ast.Number(Fraction(digits))),
    st.just(ast.Number(Fraction(5), "m/s")),
    st.just(ast.Number(Fraction(5, 2), "$")),
    st.just(ast.Boolean(True)),
    st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=5).map(ast.String),
)


def _grow(inner: st.SearchStrategy[ast.Expr]) -> st.SearchStrategy[ast.Expr]:
    ranges = st.builds(ast.Range, inner, inner, st.none() | inner)
    pairs = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(ast.Unary, st.sampled_from(["-", "not"]), inner),
        st.builds(ast.Binary, st.sampled_from(["+", "-", "*", "/", "^", "and", "or"]), inner, inner),
        st.builds(lambda op, a, b: ast.Compare((op, "<"), (a, b, a)), st.sampled_from(["==", ">="]), inner, inner),
        st.builds(lambda a, b: ast.Compare(("in",), (a, b)), inner, ranges | pairs.map(ast.SetOf)),
        st.builds(ast.If, inner, inner, inner),
        st.builds(ast.Field, inner, st.sampled_from(["price", "by"])),
        st.builds(ast.Index, inner, inner),
        st.builds(ast.Call, st.sampled_from(["f", "sqrt", "distinct"]), pairs),
        st.builds(ast.Binder, st.sampled_from(["sum", "any"]), st.just("i"), inner, inner, inner),
        st.builds(ast.Iterate, st.just("k"), inner, inner, inner, inner, st.none() | inner),
        pairs.map(ast.ListOf),
    )


@given(st.recursive(ATOMS, _grow, max_leaves=12))
@settings(max_examples=200, deadline=None)
def test_expressions(expr: ast.Expr) -> None:
    assert tree(f"def x = {format_expr(expr)}").items == (ast.Def("x", (), expr),)


@st.composite
def relaid(draw: st.DrawFn) -> str:
    """A corpus text with comments and blank lines put at ends of lines, and other indentation."""
    lines = draw(st.sampled_from(sorted(CORPUS.values()))).split("\n")
    story = False
    for index, line in enumerate(lines):
        starts = line.count('"""')
        if not story and not starts and draw(st.integers(0, 9)) == 0:
            lines[index] = line + draw(st.sampled_from([" # note", "\n# own", "\n\n\n", "\n#", "\n\n# two\n# three\n"]))
        if not story and not starts and draw(st.integers(0, 9)) == 0:
            lines[index] = lines[index].replace(" ", draw(st.sampled_from(["\t", "  ", " "])), 2)
        story ^= starts % 2 == 1
    return "\n".join(lines)


@given(relaid())
@settings(max_examples=60, deadline=None)
def test_layout_is_repaired(text: str) -> None:
    before, diagnostics = parse(Source("x", text))
    if diagnostics:  # a blank put into a quantity, say
        return
    once = formatted(text)
    assert tree(once) == before
    assert [c.text for c in tree(once).comments] == [c.text for c in before.comments]
    assert formatted(once) == once
    assert "\n\n\n" not in once and all(line == line.rstrip() for line in once.split("\n"))
