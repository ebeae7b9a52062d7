"""Algebra and calculus: examples by both evaluations, SymPy as an oracle, and wrong results, which are refused."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

import mspec
from mspec.compiler import plugins
from mspec.compiler.load import load_source
from mspec.compiler.plugins import NotALiteral, NoValue
from mspec.compiler.source import Source
from mspec.runtime.domains.algebra import forms, functions, shown, texts, values
from mspec.runtime.domains.algebra.certify import rules
from mspec.runtime.domains.algebra.faults import AlgebraFault
from mspec.runtime.domains.algebra.surds import Surd, square_part

USED = tuple((name, plugins.load(name).version) for name in ("algebra", "calculus"))
TABLE = plugins.operators(USED)


def value(name: str, *arguments: str | int | Fraction) -> object:
    """The value of a primitive, by both evaluations."""
    exact = tuple(Fraction(a) if isinstance(a, int) else a for a in arguments)
    first, second = (plugins.called(TABLE[name], exact, second=second) for second in (False, True))
    assert first == second
    return first


@pytest.mark.parametrize(
    ("name", "arguments", "result"),
    [
        ("variable", ("n",), "n"),
        ("plus", ("3*x", -2), "3*x - 2"),
        ("minus", ("x", "x - 1"), "x - (x - 1)"),
        ("times", (2, "x - 3"), "2*(x - 3)"),
        ("times", (Fraction(2, 3), "-x"), "-2*x/3"),
        ("over", ("x", 0), NoValue),
        ("to_power", ("x + 1", 2), "(x + 1)^2"),
        ("surd", (12,), "sqrt(12)"),
        ("surd", (Fraction(9, 4),), "3/2"),
        ("surd", (-1,), NoValue),
        ("expand", ("3*(x - 2)*(x + 3)",), "3*x^2 + 3*x - 18"),
        ("expand", ("(x + y)^2 - (x - y)^2",), "4*x*y"),
        ("expand", ("(x - sqrt(2))^2",), "x^2 - 2*sqrt(2)*x + 2"),
        ("simplify", ("(x^2 - 1)/(2*x - 2)",), "x/2 + 1/2"),
        ("simplify", ("1/x + 1/(x + 1)",), "(2*x + 1)/(x^2 + x)"),
        ("simplify", ("(x^2 - y^2)/(x^2 + x*y)",), "(x - y)/x"),
        ("simplify", ("sqrt(12) + sqrt(3)",), "3*sqrt(3)"),
        ("factor", ("3*x^2 + 3*x - 18",), "3*(x + 3)*(x - 2)"),
        ("factor", ("x^3 + x^2",), "x^2*(x + 1)"),
        ("factor", ("2*x^3 - 3*x^2 - 3*x + 2",), "(x + 1)*(2*x - 1)*(x - 2)"),
        ("factor", ("x^2 + 1",), "x^2 + 1"),
        ("factor", ("4 - x^2",), "-(x + 2)*(x - 2)"),
        ("factor", ("x^4 + 4",), "(x^2 - 2*x + 2)*(x^2 + 2*x + 2)"),
        ("factor", ("x^2*y - y^3",), "y*(x - y)*(x + y)"),
        ("collect", ("(x + t)*(x + y)", "x"), "x^2 + (t + y)*x + t*y"),
        ("complete_square", ("2*x^2 - 12*x + 7",), "2*(x - 3)^2 - 11"),
        ("complete_square", ("x + 7",), NoValue),
        ("substitute", ("x^2 - 3*x", "x", "y + 1"), "(y + 1)^2 - 3*(y + 1)"),
        ("evaluate", ("x^2*y", 3, 2), Fraction(18)),
        ("evaluate", ("1/x", 0), NoValue),
        ("value_at", ("x^2 - 2*x", "1 + sqrt(2)"), "1"),
        ("degree", ("(x + 1)^3*y^2",), Fraction(5)),
        ("coefficient_of", ("(x + 1)^3", 2), Fraction(3)),
        ("term", ("5 - 3*x", 1), "-3*x"),
        ("discriminant", ("2*x^2 - 12*x + 7",), Fraction(88)),
        ("equivalent", ("(x + 1)^2", "x^2 + 2*x + 1"), True),
        ("equivalent", ("x", "y"), False),
        ("poly_quotient", ("x^3 - 2*x + 5", "x - 2"), "x^2 + 2*x + 2"),
        ("poly_remainder", ("x^3 - 2*x + 5", "x - 2"), "9"),
        ("poly_gcd", ("x^2 - 1", "2*x^2 - 4*x + 2"), "x - 1"),
        ("equal", ("x", 2), "x = 2"),
        ("shift", ("2*x + 1 <= 7", -1), "2*x <= 6"),
        ("scale", ("-2*x < 6", Fraction(-1, 2)), "x > -3"),
        ("scale", ("x = 1", 0), NoValue),
        ("roots", ("x^2 - x - 1",), "{(1 - sqrt(5))/2, (1 + sqrt(5))/2}"),
        ("roots", ("x^4 - 5*x^2 + 6",), "{-sqrt(3), -sqrt(2), sqrt(2), sqrt(3)}"),
        ("roots", ("x^2 + 1",), "{}"),
        ("solutions", ("(x - 1)/(x^2 - 1) = 1",), "{0}"),
        ("solution", ("3*x + 5 = 2*x - 7",), Fraction(-12)),
        ("solution", ("x^2 = 4",), NoValue),
        ("solution_set", ("x^2 - 5*x + 6 <= 0",), "[2, 3]"),
        ("solution_set", ("x^2 > 0",), "(-oo, 0) U (0, oo)"),
        ("solution_set", ("x^2 <= 0",), "{0}"),
        ("solution_set", ("(x - 1)/(x + 2) >= 0",), "(-oo, -2) U [1, oo)"),
        ("solution_set", ("x^2 + 1 < 0",), "{}"),
        ("solution_set", ("(x - 1)^2*(x - 3) < 0",), "(-oo, 1) U (1, 3)"),
        ("system", ("2*x + 3*y = 12", "x - y = 1"), "(3, 2)"),
        ("system", ("x + y = 2", "2*x + 2*y = 4"), NoValue),
        ("set_of", (3, -1, "sqrt(2)", 3), "{-1, sqrt(2), 3}"),
        ("element", ("{-1, 3}", 2), Fraction(3)),
        ("coordinate", ("(1/2, 3)", 1), Fraction(1, 2)),
        ("vertex", ("x^2 + x + 1",), "(-1/2, 3/4)"),
        ("derivative", ("x^3/3 - 2*x + 5",), "x^2 - 2"),
        ("derivative", ("1/x",), "-1/x^2"),
        ("antiderivative", ("3*x^2 - 4*x + 1",), "x^3 - 2*x^2 + x"),
        ("integral", ("4*x - x^2", 0, 4), Fraction(32, 3)),
        ("tangent", ("x^2 - 3*x", 2), "y = x - 4"),
    ],
)  # fmt: skip
def test_worked_examples(name: str, arguments: tuple[str | int | Fraction, ...], result: object) -> None:
    if result is NoValue:
        with pytest.raises(NoValue):
            value(name, *arguments)
    else:
        assert value(name, *arguments) == result


@pytest.mark.parametrize(
    ("rule", "arguments", "wrong"),
    [
        ("expand", ("3*(x - 2)*(x + 3)",), "3*x^2 + 3*x - 17"),
        ("expand", ("(x + 1)^2",), "(x + 1)^2"),
        ("factor", ("x^2 - 1",), "x^2 - 1"),
        ("factor", ("4*x^2 - 4",), "(2*x - 2)*(2*x + 2)"),
        ("collect", ("(x + y)*(x + t)", "x"), "x^2 + t*x + y*x + t*y"),
        ("complete_square", ("x^2 + 2*x",), "x^2 + 2*x"),
        ("square_root", ("4",), "-2"),
        ("term", ("x^2 - 3*x", "1"), "3*x"),
        ("degree", ("x*y",), "1"),
        ("greatest_divisor", ("x^2 - 1", "x - 1"), "1"),
        ("polynomial_remainder", ("x^2", "x - 1"), "x"),
        ("polynomial_quotient", ("x^2", "x - 1"), "x"),
        ("shift", ("x < 1", "2"), "x + 2 < 1"),
        ("scale", ("-x < 1", "-1"), "x < -1"),
        ("roots", ("x^2 - 1",), "{1}"),
        ("roots", ("x^2 - 1",), "{-1, 2}"),
        ("roots", ("x^2 - 2",), "{-3/2, 3/2}"),
        ("solutions", ("(x - 1)/(x^2 - x) = 1",), "{0, 1}"),
        ("solution_set", ("x^2 - 5*x + 6 <= 0",), "(2, 3)"),
        ("solution_set", ("x^2 - 5*x + 6 <= 0",), "[2, 5/2] U (5/2, 3]"),
        ("solution_set", ("x^2 > 0",), "(-oo, oo)"),
        ("solution_set", ("x^2 >= 0",), "(-oo, 0) U (0, oo)"),
        ("solution_set", ("(x - 1)/(x - 1) > 0",), "(-oo, oo)"),
        ("solution_set", ("x < 2",), "(-oo, 1)"),
        ("system", ("x + y = 2", "x - y = 0"), "(1, 2)"),
        ("system", ("x + y = 2", "2*x + 2*y = 4"), "(1, 1)"),
        ("vertex", ("x^2",), "(0, 1)"),
        ("derivative", ("x^2",), "2*x + 1"),
        ("antiderivative", ("2*x",), "x^2 + 1"),
        ("definite_integral", ("x", "0", "2"), "1"),
        ("tangent", ("x^2", "1"), "y = 2*x"),
    ],
)  # fmt: skip
def test_wrong_results_are_refused(rule: str, arguments: tuple[str, ...], wrong: str) -> None:
    with suppress(AlgebraFault):  # it cannot even be read as a result
        assert not rules.holds(rule, arguments, wrong)


def test_the_check_shares_nothing_that_computes() -> None:
    folder = Path(rules.__file__).parent
    imported = {
        line.split()[1]
        for file in folder.glob("*.py")
        for line in file.read_text().splitlines()
        if line.startswith("from mspec.")
    }
    own = {name for name in imported if name.startswith("mspec.runtime.domains.algebra.certify")}
    assert imported - own == {"mspec.runtime.domains.algebra.faults"}


# ------------------------------------------------------------------------------------------ SymPy as oracle

X = sympy.Symbol("x")
SMALL = st.integers(-6, 6)
POLYNOMIALS = st.lists(SMALL, min_size=1, max_size=5).filter(lambda c: c[-1] != 0)


def written(coefficients: list[int]) -> str:
    return functions.expand("+".join(f"({c})*x^{n}" for n, c in enumerate(coefficients)))


def as_sympy(text: str) -> sympy.Expr:
    return sympy.sympify(text.replace("^", "**"), rational=True)


@settings(deadline=None, max_examples=60)
@given(POLYNOMIALS, POLYNOMIALS)
def test_products_factors_and_derivatives(left: list[int], right: list[int]) -> None:
    product = functions.expand(functions.multiply(written(left), written(right)))
    expected = sympy.expand(as_sympy(written(left)) * as_sympy(written(right)))
    assert sympy.expand(as_sympy(product) - expected) == 0
    factored = str(value("factor", product))
    assert sympy.expand(as_sympy(factored) - expected) == 0
    bases = [part for part in sympy.Mul.make_args(as_sympy(factored)) if part.free_symbols]
    assert all(sympy.Poly(part.as_base_exp()[0], X).is_irreducible for part in bases)
    assert sympy.expand(as_sympy(str(value("derivative", product))) - sympy.diff(expected, X)) == 0


@settings(deadline=None)
@given(st.lists(st.integers(-5, 5), min_size=1, max_size=3), st.integers(-3, 3).filter(bool))
def test_zeros_come_back(zeros: list[int], lead: int) -> None:
    product = functions.expand("*".join([f"({lead})", *(f"(x - ({z}))" for z in zeros)]))
    assert value("roots", product) == "{" + ", ".join(map(str, sorted(set(zeros)))) + "}"


@settings(deadline=None, max_examples=40)
@given(SMALL.filter(bool), SMALL, SMALL, st.sampled_from(["<", "<=", ">", ">="]))
def test_quadratic_inequalities(a: int, b: int, c: int, sign: str) -> None:
    polynomial = written([c, b, a])
    ours = values.read_interval(str(value("solution_set", f"{polynomial} {sign} 0")))
    theirs = sympy.solve_univariate_inequality(
        sympy.Rel(as_sympy(polynomial), 0, sign), X, relational=False, domain=sympy.S.Reals
    )
    for n in range(-24, 25):
        inside = any(piece.has(Surd.of(Fraction(n, 3))) for piece in ours)
        assert inside == bool(theirs.contains(sympy.Rational(n, 3)))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(-4, 4), st.integers(1, 30)), min_size=1, max_size=3))
def test_surds(parts: list[tuple[int, int]]) -> None:
    ours = Surd()
    for q, n in parts:
        ours = ours + Surd.of(q) * Surd.root(Fraction(n))
    theirs = sum(q * sympy.sqrt(n) for q, n in parts)
    assert ours.sign == sympy.sign(theirs)
    if ours:
        assert ours * ours.inverse() == Surd.of(1)
    assert sympy.simplify(as_sympy(values.write_number(ours)) - theirs) == 0


@settings(deadline=None)
@given(st.integers(1, 10**6))
def test_square_part(n: int) -> None:
    side, free = square_part(n)
    assert side * side * free == n
    assert all(free % (d * d) for d in range(2, 1001))


# --------------------------------------------------------------------------------------------------- texts

FORMS = st.recursive(
    st.integers(-5, 5).map(forms.number) | st.sampled_from("xyt").map(forms.symbol),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: forms.plus(*p)),
        st.tuples(inner, inner).map(lambda p: forms.times(*p)),
        inner.map(forms.minus),
        st.tuples(inner, st.integers(0, 3)).map(lambda p: forms.power(*p)),
        st.tuples(inner, inner.filter(lambda f: f != forms.ZERO)).map(lambda p: forms.over(*p)),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(FORMS)
def test_what_is_written_is_read(form: forms.Form) -> None:
    text = texts.write(form)
    assert texts._parsed(text) == form
    assert shown.plain(form) and shown.tex(form)


@pytest.mark.parametrize(
    ("text", "plain", "latex"),
    [
        ("2*x^2 - 5*x + 6", "2x^2 - 5x + 6", "2x^{2} - 5x + 6"),
        ("-3*(x + 1)^2", "-3(x + 1)^2", r"-3\left(x + 1\right)^{2}"),
        ("-(x + 1) + 2", "-(x + 1) + 2", r"-\left(x + 1\right) + 2"),
        ("3*x/2", "3x/2", r"\frac{3x}{2}"),
        ("x*x^2", "x · x^2", r"x \cdot x^{2}"),
        ("2*sqrt(3)", "2√3", r"2\sqrt{3}"),
        ("(1 - sqrt(5))/2", "(1 - √5)/2", r"\frac{1 - \sqrt{5}}{2}"),
    ],
)
def test_shown(text: str, plain: str, latex: str) -> None:
    form = texts.read(text)
    assert (shown.plain(form), shown.tex(form)) == (plain, latex)


def test_other_values_shown() -> None:
    types = plugins.types(USED)
    assert types["interval"].plain("(-oo, 2] U {3} U (5, oo)") == "(-∞, 2] ∪ {3} ∪ (5, ∞)"
    assert types["set"].plain("{}") == "∅"
    assert types["inequality"].latex("x <= 2") == r"x \le 2"
    assert types["point"].plain("(1/2, sqrt(2))") == "(1/2, √2)"


@pytest.mark.parametrize(
    ("type_", "text"),
    [("expr", "2x"), ("expr", "x +"), ("expr", "x^y"), ("expr", "sqrt(x)"), ("expr", "1/0"), ("set", "1, 2"),
     ("set", "{x}"), ("interval", "(2, 1)"), ("interval", "(0, 2) U [2, 3]"), ("equation", "x < 2"),
     ("inequality", "x = 2"), ("point", "(1)"), ("expr", "(" * 90 + "x" + ")" * 90), ("expr", "x^99")],
)  # fmt: skip
def test_what_is_no_literal(type_: str, text: str) -> None:
    with pytest.raises(NotALiteral):
        plugins.types(USED)[type_].read(text)


# --------------------------------------------------------------------------------------------------- specs

SPEC = """mspec 1
use algebra

problem roots_of {
  given {
    p, q : int in 1..6
  }
  require {
    p < q
  }
  steps {
    poly = expand((x - p) * (x - q))  "polynomial"
    sols = roots(poly)                "set of zeros"
  }
  tell poly
  story \"\"\"
    A polynomial is {poly}.
  \"\"\"
  ask sols "Where is it zero?"
}
"""


def test_a_record_is_checked_from_its_own_fields(tmp_path: Path) -> None:
    (tmp_path / "roots_of.mspec").write_text(SPEC)
    made = mspec.generate([tmp_path / "roots_of.mspec"], 5, tmp_path / "out.jsonl", seed=1)
    assert mspec.verify(made.path).faulty == 0
    records = [json.loads(line) for line in Path(made.path).read_text().splitlines()]
    answer, (step,) = records[0]["answer"], records[0]["steps"]
    assert answer["type"] == "set" and answer["value"] == step["value"]
    assert (
        step["kind"] == "symbolic" and step["claim"] == f'roots("{records[0]["told"]["poly"]}") == "{answer["value"]}"'
    )
    step["claim"] = step["claim"].replace('("x^2', '("2*x^2')
    (tmp_path / "bad.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    assert mspec.verify(tmp_path / "bad.jsonl").faulty == 1


def test_operands_that_are_written_out_stand_as_their_value(tmp_path: Path) -> None:
    spec = SPEC.replace("  tell poly\n", "").replace("A polynomial is {poly}.", "Numbers are {p} and {q}.")
    (tmp_path / "roots_of.mspec").write_text(spec)
    made = mspec.generate([tmp_path / "roots_of.mspec"], 3, tmp_path / "out.jsonl", seed=1)
    for line in Path(made.path).read_text().splitlines():
        record = json.loads(line)
        step, (p, q) = record["steps"][0], (record["givens"]["p"], record["givens"]["q"])
        assert step["claim"].startswith(f'expand("(x - {p})*(x - {q})") == ')
        assert step["expression"] == "expand((x - p) * (x - q))"
        assert step["inputs"] == ["p", "q"]
    assert mspec.verify(made.path, specs=[tmp_path / "roots_of.mspec"]).faulty == 0


@pytest.mark.parametrize(
    ("step", "code"),
    [("x + 2 m", "MS3"), ("expand(true)", "MS3"), ("x and true", "MS3"), ('expand("2x")', "MS3101"), ("x < 2", "MS3")],
)
def test_what_does_not_fit(step: str, code: str) -> None:
    spec = SPEC.replace("use algebra", "use algebra\nuse units.si").replace("expand((x - p) * (x - q))", step)
    found = [d.code for d in load_source(Source("t.mspec", spec)).diagnostics]
    assert found and found[0].startswith(code)


def test_sympy_is_not_loaded_without_need() -> None:
    code = (
        "import sys, mspec\n"
        "from mspec.api import check\n"
        "check(['specs/algebra/quadratic_roots.mspec', 'specs/money/bakery_discount.mspec'])\n"
        "assert 'sympy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_algebra_is_not_loaded_by_other_specs() -> None:
    code = (
        "import sys\nfrom mspec.api import check\n"
        "check(['specs/money/bakery_discount.mspec'])\n"
        "assert not [name for name in sys.modules if 'domains.algebra' in name]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
