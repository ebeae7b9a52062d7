"""Generated Python computes what the reference evaluator does, on columns and on plain integers."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from tests import handmade
from tests.handmade import Builder, lattice
from tests.lower.agreement import columns_of, decoded, disagreements, encoded, row_of
from tests.lower.random_problem import random_problem, random_worlds

from mspec.compiler.constraints import constraints
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Ask, Given, Problem, Require, Value, Values
from mspec.compiler.load import load_problem
from mspec.compiler.lower import demand as demand_module
from mspec.compiler.lower import scales
from mspec.compiler.lower.forms import Code, Many, Ratio, Real, Scaled, Truth
from mspec.compiler.lower.lower_python import given_form, lower_python
from mspec.compiler.lower.python_module import prelude
from mspec.compiler.types import BOOL, INT, RATIONAL, REAL, NounType
from mspec.runtime.batch import RatioColumn
from mspec.runtime.compiled import Compiled, OutOfDomain
from mspec.runtime.interpret import Interpreter, Undefined

GOLDEN = Path(__file__).parent.parent / "golden" / "bakery_discount.py.txt"


@pytest.mark.parametrize("problem", handmade.every(), ids=lambda p: p.name)
def test_agrees_on_handmade_problems(problem: Problem) -> None:
    assert disagreements(problem, lower_python(problem), random_worlds(problem, 200, 7)) == []


@pytest.mark.parametrize("start", range(0, 160, 20))
def test_agrees_on_random_problems(start: int) -> None:
    for seed in range(start, start + 20):
        problem = random_problem(seed)
        assert disagreements(problem, lower_python(problem), random_worlds(problem, 25, seed)) == []


def test_agrees_with_named_demands_and_reduced_fractions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demand_module, "MOST_ALTERNATIVES", 1)
    monkeypatch.setattr(scales, "REDUCE_BITS", 4)
    texts = []
    for seed in range(200, 260):
        problem = random_problem(seed)
        lowering = lower_python(problem)
        texts.append(lowering.text)
        assert disagreements(problem, lowering, random_worlds(problem, 20, seed)) == []
    assert any("= _reduce(" in text for text in texts)


def test_single_constraints_together_are_all_of_them() -> None:
    for seed in range(60):
        problem = random_problem(seed)
        parts = [Compiled(lower_python(problem, [], [c])) for c in constraints(problem)]
        for world in random_worlds(problem, 20, seed):
            reference = Interpreter(problem, world)
            try:
                reference.demanded()
            except Undefined:
                continue
            held = [
                part.module["world"](*(encoded(world[g], part.lowering.forms[g]) for g in part.lowering.givens))[1]
                for part in parts
            ]
            assert all(held) == reference.admissible(), (seed, world)


def test_bakery_text() -> None:
    text = lower_python(handmade.bakery()).text.replace(prelude(), "<prelude>\n")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_forms_of_givens() -> None:
    bakery, marks, planets = handmade.bakery(), handmade.marks(), handmade.planets()
    assert given_form(bakery, bakery.node_named("price")) == Scaled(4)
    assert given_form(bakery, bakery.node_named("off")) == Scaled(20)
    assert given_form(bakery, bakery.node_named("item")) == Code(("muffin", "bagel", "cookie", "eclair"))
    assert given_form(marks, marks.node_named("xs")) == Many(Scaled(1), 5)
    assert given_form(planets, planets.node_named("p")) == Code((0, 1, 2, 3))
    shipping = handmade.shipping()
    assert given_form(shipping, shipping.node_named("member")) == Truth()


def test_only_what_is_asked_for_is_generated() -> None:
    problem = handmade.rates()
    lowering = lower_python(problem, [problem.node_named("a")], [])
    assert lowering.exported == (problem.node_named("a"),)
    assert {problem.nodes[g].name for g in lowering.givens} == {"weekly", "weeks"}  # type: ignore[union-attr]
    nothing = Compiled(lower_python(problem, [], [])).evaluate({}, 3)
    assert nothing[0] == {} and nothing[1].tolist() == [True, True, True]


# ------------------------------------------------------------------------------------------------ sizes


def _one_step(make: Callable[[Builder], int], requires: int | None = None) -> Problem:
    builder = Builder()
    node = make(builder)
    builder.step("s", node, "the step")
    wanted = () if requires is None else (Require(requires),)
    return Problem("one", tuple(builder.nodes), tuple(builder.steps), wanted, asks=(Ask(node, ()),))


@pytest.mark.parametrize("size", [2**31 - 1, 2**31, 3037000499, 3037000500, 2**61, 2**62, 2**63, 2**64, 2**70])
def test_products_near_the_limit(size: int) -> None:
    def product(b: Builder) -> int:
        x = b.given("x", INT, Values((Fraction(-size), Fraction(size))))
        y = b.given("y", INT, Values((Fraction(1 - size), Fraction(size), Fraction(1))))
        both = b.apply("mul", x, y)
        return b.apply("sub", b.apply("quotient", both, b.const(size)), b.apply("add", x, b.const(size)))

    problem = _one_step(product)
    lowering = lower_python(problem)
    values = [list(given.domain) for given in problem.nodes[:2] if isinstance(given, Given)]  # type: ignore[arg-type]
    worlds: list[dict[int, Value]] = [{0: x, 1: y} for x in values[0] for y in values[1]]
    assert disagreements(problem, lowering, worlds) == []


def test_int64_is_used_where_it_fits_and_only_there() -> None:
    def power(exponent: int) -> Callable[[Builder], int]:
        return lambda b: b.apply("pow", b.given("x", INT, lattice(-8, 8)), b.const(exponent))

    for exponent, kind in ((20, np.dtype(np.int64)), (21, np.dtype(object))):
        problem = _one_step(power(exponent))
        lowering = lower_python(problem)
        columns, _ = Compiled(lowering).evaluate({0: np.arange(-8, 9)}, 17)
        (column,) = columns.values()
        assert isinstance(column, np.ndarray) and column.dtype == kind
        assert column.tolist() == [x**exponent for x in range(-8, 9)]


@pytest.mark.parametrize(
    "value", ["size * n", "size^2 * n", "2 * size + 10^9 * size * n", "size^k", "(1 - 1 / size)^k * n"]
)
def test_a_step_that_is_the_same_in_all_rows_is_no_column(value: str) -> None:
    """It stands first, as a plain integer, and does not make what follows a column of Python integers."""
    problem = load_problem(f"""
problem p {{
  given {{ n : int in {{1, 3, 6000000000, 9000000000000000}} "number"
          k : int in 7..9                "exponent" }}
  steps {{ size = 2000 * 2  "size"
          found = {value}  "result" }}
  story \"\"\"{{n}} {{k}}.\"\"\"
  ask found "How much?"
}}
""")
    assert disagreements(problem, lower_python(problem), random_worlds(problem, 50, 7)) == []


def test_whole_division_and_remainder_of_all_signs() -> None:
    def both(b: Builder) -> int:
        x, y = b.given("x", INT, lattice(-9, 9)), b.given("y", INT, lattice(-4, 4))
        return b.apply("add", b.apply("mul", b.apply("quotient", x, y), b.const(100)), b.apply("remainder", x, y))

    problem = _one_step(both)
    worlds: list[dict[int, Value]] = [{0: Fraction(x), 1: Fraction(y)} for x in range(-9, 10) for y in range(-4, 5)]
    assert disagreements(problem, lower_python(problem), worlds) == []


def test_a_ratio_is_two_columns_with_a_positive_denominator() -> None:
    problem = _one_step(lambda b: b.apply("div", b.given("x", INT, lattice(-3, 3)), b.given("y", INT, lattice(-2, 2))))
    lowering = lower_python(problem)
    columns, admissible = Compiled(lowering).evaluate({0: np.array([-3, 2, 1]), 1: np.array([-2, 2, 0])}, 3)
    (column,) = columns.values()
    assert isinstance(column, RatioColumn) and (column.denominator > 0).all()
    assert [Fraction(int(n), int(d)) for n, d in zip(*column, strict=True)][:2] == [Fraction(3, 2), Fraction(1)]
    assert admissible.tolist() == [True, True, False]
    assert lowering.forms[2] == Ratio()


def test_a_number_that_may_get_too_long_is_refused() -> None:
    problem = _one_step(
        lambda b: b.apply("pow", b.given("n", INT, lattice(2, 9)), b.given("k", INT, lattice(1, 99999)))
    )
    with pytest.raises(MspecError, match=r"MS4501: `s` may be longer than 65,536 bits"):
        lower_python(problem)


def test_a_number_with_too_many_digits_to_show_is_refused() -> None:
    def orders(last: int) -> Problem:
        return _one_step(lambda b: b.apply("factorial", b.given("k", INT, lattice(1, last))))

    with pytest.raises(MspecError, match=r"MS4501: `s` may be longer than 4,000 digits"):
        lower_python(orders(1600))
    lower_python(orders(1300))


def test_a_given_outside_its_domain_is_refused() -> None:
    problem = handmade.bakery()
    compiled = Compiled(lower_python(problem))
    columns = columns_of(compiled.lowering, random_worlds(problem, 4, 1))
    columns[problem.node_named("n")] = np.array([2, 3, 2**40, 4])
    with pytest.raises(OutOfDomain):
        compiled.evaluate(columns, 4)
    columns[problem.node_named("n")] = np.array([2.0, 3.0, 4.0, 5.0])
    with pytest.raises(TypeError):
        compiled.evaluate(columns, 4)


# ------------------------------------------------------------------------------------ names and authors' text


@pytest.mark.parametrize(
    "names",
    [
        ("class", "r"), ("t1", "t2"), ("np", "math"), ("v_n", "n"), ("g_n", "n"), ("world", "admissible"),
        ("ok1", "_where"), ("abs", "_big"), ("a_den", "a"), ("TABLE_1", "GIVENS"), ("é", "e"), ("ok", "ok2"),
    ],
)  # fmt: skip
def test_names_cannot_capture(names: tuple[str, str]) -> None:
    b = Builder()
    x, y = b.given(names[0], INT, lattice(-3, 3)), b.given(names[1], INT, lattice(-3, 3))
    first = b.step(names[0] + "s", b.apply("div", x, y), "a ratio")
    # A step may have the name of another one's denominator, a temporary or a function of the prelude.
    second = b.step(names[1] + "s_den", b.apply("min", first, b.apply("abs", y)), "the smaller")
    third = b.step("_min", b.apply("quotient", second, b.apply("add", x, y)), "quotient")
    fourth = b.step("ok1", b.apply("is_int", second), "a truth value")
    problem = Problem("names", tuple(b.nodes), tuple(b.steps), asks=(Ask(third, ()), Ask(fourth, ())))
    worlds: list[dict[int, Value]] = [{x: Fraction(i), y: Fraction(j)} for i in range(-3, 4) for j in range(-3, 4)]
    assert disagreements(problem, lower_python(problem), worlds) == []


HOSTILE = [
    "a\nimport os",
    "a\r\nraise SystemExit",
    'a""" + boom() + """',
    "a' + boom() + '",
    "a\\",
    "a\x0craise\x85raise\u2028raise\u2029raise",
    "# -*- coding: utf-7 -*-",
    "\ud800 \u202e \x00",
]


def _with_text(text: str) -> Problem:
    """A problem that has this text wherever an author may write one."""
    b = Builder()
    n = b.given("n", INT, lattice(1, 5), handmade.text(text))
    word = b.given("w", NounType(), Values((text, "other")))
    double = b.step("double", b.apply("add", n, n), text)
    same = b.apply("eq", word, b.const(text, NounType()))
    return Problem(text, tuple(b.nodes), tuple(b.steps), (Require(same, text),), asks=(Ask(double, ()),))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_cannot_become_code(text: str) -> None:
    problem = _with_text(text)
    lowering = lower_python(problem)
    lowering.text.encode("utf-8")

    def shape(source: str) -> list[str]:
        return [type(node).__name__ for node in ast.walk(ast.parse(source))]

    assert shape(lowering.text) == shape(lower_python(_with_text("harmless")).text)
    worlds: list[dict[int, Value]] = [{0: Fraction(2), 1: text}, {0: Fraction(2), 1: "other"}]
    assert disagreements(problem, lowering, worlds) == []


# ----------------------------------------------------------------------------------------------- standalone


def test_runs_on_its_own(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text(lower_python(handmade.bakery()).text, encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        # -S and -I: neither NumPy nor mspec can be found.
        return subprocess.run(
            [sys.executable, "-I", "-S", str(path), *arguments], capture_output=True, text=True, check=False
        )

    right = run("n=12", "price=5/2", "off=1/5")
    assert right.stdout.splitlines() == [
        "paid = 24  (amount paid)",
        "full = 30  (price before the discount)",
        "cut = 6  (discount)",
        "admissible: yes",
    ]
    assert run("n=12", "price=$2.50", "off=20%").stdout == right.stdout
    assert run("n=2", "price=0.5", "off=0.1").stdout.splitlines()[-1] == "admissible: no"
    for wrong, message in (
        (("n=12",), "price is missing"),
        (("n=12", "price=5/3", "off=1/5"), "price: it is not in the domain"),
        (("n=12", "price=5/2", "off=1/5", "m=3"), "not a given: m"),
        (("n=1/0", "price=5/2", "off=1/5"), "n: "),
        (("n=12%", "price=5/2", "off=1/5"), "n: a number is expected"),
        (("n=12", "price=€2.50", "off=1/5"), "price: a number is expected, bare or in $"),
        (("n=12", "price=5/2", "off=20"), "off: it is not in the domain"),
    ):
        found = run(*wrong)
        assert found.returncode != 0 and message in found.stderr


def test_standalone_with_lists_rows_and_conditions() -> None:
    marks = Compiled(lower_python(handmade.marks()))
    assert "mean = 3  (mean of the marks)" in marks.module["_main"](["xs=1,2,3,4,5"])
    with pytest.raises(SystemExit, match="5 values"):
        marks.module["_main"](["xs=1,2"])
    planets = Compiled(lower_python(handmade.planets()))
    assert "weight = 371/50" in planets.module["_main"](["p=mars", "m=2"])
    assert "weight = 371/50" in planets.module["_main"](["p=mars", "m=2 kg"])
    with pytest.raises(SystemExit, match="m: a number is expected, bare or in kg"):
        planets.module["_main"](["p=mars", "m=2 g"])
    shipping = Compiled(lower_python(handmade.shipping()))
    shown = shipping.module["_main"](["w=4", "member=true", "base=5", "rate=1/2"])
    assert "due = 5/2" in shown and "admissible: yes" in shown


def test_what_is_not_demanded_restricts_nothing() -> None:
    b = Builder()
    x = b.given("x", INT, lattice(-2, 2))
    positive = b.apply("gt", x, b.const(0))
    inverse = b.apply("div", b.const(1), x)
    half = b.step("half", b.apply("div", x, b.const(2)), "half of it", INT)
    asked = b.apply("if", positive, b.apply("add", inverse, half), b.const(0, RATIONAL), type_=RATIONAL)
    either = b.apply("or", b.apply("le", x, b.const(0)), b.apply("gt", b.apply("div", b.const(6), x), b.const(0)))
    problem = Problem("d", tuple(b.nodes), tuple(b.steps), (Require(either),), asks=(Ask(asked, ()),))
    worlds: list[dict[int, Value]] = [{x: Fraction(i)} for i in range(-2, 3)]
    assert [Interpreter(problem, world).admissible() for world in worlds] == [True, True, True, False, True]
    assert disagreements(problem, lower_python(problem), worlds) == []


def test_real_numbers_agree_to_the_digits_shown() -> None:
    b = Builder()
    x, y = b.given("x", INT, lattice(0, 30)), b.given("y", INT, lattice(-90, 90, 15))
    root = b.step("root", b.apply("sqrt", x, type_=REAL), "root")
    sine = b.step("sine", b.apply("sin", y, type_=REAL), "sine")
    nodes = [root, sine]
    nodes.append(b.step("quotient", b.apply("div", root, sine, type_=REAL)))
    nodes.append(b.step("tenths", b.apply("round", b.apply("mul", root, b.const(10)), type_=INT)))
    square = b.apply("mul", root, root, type_=REAL)
    nodes.append(b.step("back", b.apply("le", square, b.apply("add", x, b.const(1)), type_=BOOL)))
    larger = b.apply("if", b.apply("gt", root, b.const(3), type_=BOOL), root, x, type_=REAL)
    nodes.append(b.step("larger", larger))
    nodes.append(b.step("middle", b.apply("median", root, sine, b.const(2), type_=REAL)))
    problem = Problem("reals", tuple(b.nodes), tuple(b.steps), asks=tuple(Ask(node, ()) for node in nodes))
    lowering = lower_python(problem)
    assert isinstance(lowering.forms[root], Real)
    compiled = Compiled(lowering)
    worlds = random_worlds(problem, 200, 3)
    evaluation = compiled.run(columns_of(lowering, worlds), len(worlds))
    admissible = 0
    for row, world in enumerate(worlds):
        reference = Interpreter(problem, world)
        assert reference.admissible() == evaluation.admissible[row], world
        if not reference.admissible():
            continue
        admissible += 1
        plain, _, _ = compiled.module["world"](*(encoded(world[g], lowering.forms[g]) for g in lowering.givens))
        for node, single in zip(lowering.exported, plain, strict=True):
            expected = reference.value(node)
            for got in (single, row_of(evaluation.columns[node], row)):
                if isinstance(lowering.forms[node], Real):
                    assert isinstance(expected, Fraction) and got.meets(expected, Fraction(1, 10**40))
                else:
                    assert decoded(got, lowering.forms[node]) == expected
    assert admissible > 100
