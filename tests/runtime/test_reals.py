"""Real numbers: exact where rational, decimal and intervals against each other, and what is not decided."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.handmade import KG, METRE, MONEY, Builder, lattice, text
from tests.worlds import World, as_columns

from mspec.compiler.ir import Ask, NodeId, Problem
from mspec.compiler.lower.forms import Real
from mspec.compiler.ops import OPS
from mspec.compiler.real_functions import (
    Approximation,
    cosine,
    decimal_logarithm,
    exponential,
    natural_logarithm,
    sine,
    square_root,
    tangent,
)
from mspec.compiler.types import INT, RATIONAL, Num
from mspec.compiler.typing_rules import TypeFault
from mspec.compiler.verify import verify
from mspec.runtime import reals
from mspec.runtime.columns import Reals, admissible, agrees, evaluate
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.reals import SCALE, Interval, Undecided, decided
from mspec.runtime.steps.reread import value_of

NEAR = Fraction(1, 10**45)
PI = Fraction(314159265358979323846264338327950288419716939937510582097494, 10**59)
"""To 60 digits; a known value that neither implementation reads."""

angles = st.fractions(-1000, 1000, max_denominator=60)
positives = st.fractions(0, 10**6, max_denominator=1000)


def test_rational_values_are_exact() -> None:
    for number in (square_root(Fraction(9, 4)), sine(Fraction(30)), cosine(Fraction(-60)), tangent(Fraction(225))):
        assert type(number) is Fraction
    assert square_root(Fraction(9, 4)) == Fraction(3, 2)
    # At multiples of 15 degrees the rational ones, and only these, are exact.
    for degrees in range(-360, 720, 15):
        rational = degrees % 360 in (0, 30, 90, 150, 180, 210, 270, 330)
        assert (type(sine(Fraction(degrees))) is Fraction) == rational
        assert (reals.sine(degrees).exact is not None) == rational
        assert reals.sine(degrees).meets(sine(Fraction(degrees)), NEAR)


def test_known_digits() -> None:
    assert f"{square_root(Fraction(2)).numerator}".startswith("14142135623730950488016887242096980785696718753")
    root = reals.square_root(2)
    assert root.exact is None and root.hi - root.lo <= 2
    assert str(root.lo).startswith("1414213562373095048801688724209698078569671875376948073176679")
    # sin x = x - x^3/6 + … in radians: at 10^-12 degrees the cube is below 10^-41.
    x = Fraction(1, 10**12)
    assert abs(sine(x) - x * PI / 180) < Fraction(1, 10**41)
    assert reals.sine(45).meets(Fraction(707106781186547524400844362104849039284835937688474036588339, 10**60), NEAR)


@given(angles)
def test_decimal_and_intervals_agree_on_angles(degrees: Fraction) -> None:
    assert reals.sine(degrees).meets(sine(degrees), NEAR)
    assert reals.cosine(degrees).meets(cosine(degrees), NEAR)
    if degrees % 180 != 90:
        assert reals.tangent(degrees).meets(tangent(degrees), NEAR * 10**8)


@given(positives)
def test_decimal_and_intervals_agree_on_roots(number: Fraction) -> None:
    root = reals.square_root(number)
    assert root.meets(square_root(number), NEAR)
    assert Fraction(root.lo, SCALE) ** 2 <= number <= Fraction(root.hi, SCALE) ** 2


@given(angles, positives, st.sampled_from(["+", "-", "*", "/"]))
def test_interval_arithmetic_encloses(degrees: Fraction, number: Fraction, op: str) -> None:
    a, b = reals.sine(degrees), reals.square_root(number + 2)
    x, y = sine(degrees), square_root(number + 2)
    interval = {"+": a + b, "-": a - b, "*": a * b, "/": a / b}[op]
    exact = {"+": x + y, "-": x - y, "*": x * y, "/": x / y}[op]
    assert interval.lo <= interval.hi
    assert interval.hi - interval.lo < 10**10
    assert interval.meets(exact, NEAR)


def test_comparisons_are_decided_or_raise() -> None:
    root = reals.square_root(2)
    assert root < Fraction(3, 2) and root > 1 and root >= 1 and root <= 2
    assert not root.equals(1)
    with pytest.raises(Undecided):
        (root * root).equals(2)
    assert not decided(lambda: root * root <= 2)
    assert reals.square_root(16).equals(4) and reals.square_root(16) <= 4


def test_rounding_is_decided_or_raises() -> None:
    root = reals.square_root(2)
    assert (root.floor(), root.ceil(), root.round(), (-root).floor()) == (1, 2, 1, -2)
    assert Interval.of(Fraction(5, 2)).round() == 3
    for question in ((root * root).floor, (root * root).ceil, (root * root + Fraction(1, 2)).round):
        with pytest.raises(Undecided):
            question()


def test_division_near_zero() -> None:
    root = reals.square_root(2)
    with pytest.raises(ZeroDivisionError):
        root / 0
    with pytest.raises(Undecided):
        1 / (root * root - 2)
    with pytest.raises(ZeroDivisionError):
        reals.tangent(90)
    with pytest.raises(ValueError):
        reals.square_root(-2)
    assert (root * 0).exact == 0 and (root**0).exact == 1 and (0 / root).exact == 0


# ------------------------------------------------------------------------------------- in the evaluators


def asked(b: Builder, node: NodeId) -> Problem:
    return Problem("real", tuple(b.nodes), tuple(b.steps), asks=(Ask(node, text("?")),))


def value(problem: Problem, node: NodeId) -> Fraction:
    found = Interpreter(problem, {}).value(node)
    assert isinstance(found, Fraction)
    return found


def test_the_interpreter_keeps_what_is_exact() -> None:
    b = Builder()
    four = b.apply("sqrt", b.const(16))
    root = b.apply("sqrt", b.const(2))
    sums = b.apply("add", root, four)
    cents = b.apply("round", root, b.const("1/100", RATIONAL))
    least = b.apply("min", root, b.const(1))
    nothing = b.apply("mul", root, b.const(0))
    one = b.apply("pow", root, b.const(0))
    problem = asked(b, sums)
    assert type(value(problem, four)) is Fraction and value(problem, four) == 4
    assert isinstance(value(problem, sums), Approximation)
    assert type(value(problem, cents)) is Fraction and value(problem, cents) == Fraction(141, 100)
    assert type(value(problem, least)) is Fraction
    for node, number in ((nothing, 0), (one, 1)):
        assert type(value(problem, node)) is Fraction and value(problem, node) == number


CLOSE_TO_TWO: list[tuple[str, int | None, object]] = [
    *((op, 2, "close") for op in ("lt", "eq", "ge", "distinct")),
    *((op, 1, "close") for op in ("floor", "ceil", "remainder")),
    *(("lt", 3, True), ("eq", 3, False), ("distinct", 3, True), ("floor", 3, 0), ("quotient", 3, 0)),
    *(("round", 4, "close"), ("round", 3, 3), ("is_int", None, "close"), ("gcd", 2, "exact")),
]


@pytest.mark.parametrize(("op", "other", "result"), CLOSE_TO_TWO)
def test_what_digits_cannot_decide_is_undefined(op: str, other: int | None, result: object) -> None:
    b = Builder()
    two = b.apply("mul", b.apply("sqrt", b.const(2)), b.apply("sqrt", b.const(2)))
    args = [two] if other is None else [two, b.const(other, RATIONAL)]
    node = b.apply(op, *args, type_=RATIONAL)
    run = Interpreter(asked(b, node), {})
    if result in ("close", "exact"):
        with pytest.raises(Undefined, match=r"too close to decide|exact number is needed|not a whole"):
            run.value(node)
    else:
        assert run.value(node) == result


@pytest.mark.parametrize(("op", "number"), [("sqrt", -1), ("tan", 90), ("tan", -270)])
def test_functions_are_undefined_where_they_do_not_exist(op: str, number: int) -> None:
    b = Builder()
    node = b.apply(op, b.const(number))
    with pytest.raises(Undefined):
        Interpreter(asked(b, node), {}).value(node)


def test_types() -> None:
    assert OPS["sqrt"].typing([Num(unit=METRE**2)]) == Num(exact=False, unit=METRE)
    with pytest.raises(TypeFault, match="root"):
        OPS["sqrt"].typing([Num(unit=KG)])
    with pytest.raises(TypeFault, match="root"):
        OPS["sqrt"].typing([MONEY])
    with pytest.raises(TypeFault, match="pure"):
        OPS["sin"].typing([Num(unit=METRE)])


def ladder() -> tuple[Problem, list[World]]:
    b = Builder()
    a = b.given("a", INT, lattice(0, 12))
    c = b.given("c", INT, lattice(0, 12))
    total = b.apply("add", b.apply("mul", a, a), b.apply("mul", c, c))
    h = b.step("h", b.apply("sqrt", total))
    slope = b.step("slope", b.apply("div", h, b.apply("sub", h, b.const(13, RATIONAL))))
    up = b.step("up", b.apply("ceil", h))
    far = b.apply("gt", h, b.const(10, RATIONAL))
    mixed = b.step("mixed", b.apply("if", far, slope, b.apply("mul", h, b.apply("cos", a))))
    whole = b.step("whole", b.apply("add", up, b.apply("floor", mixed)))
    problem = asked(b, whole)
    verify(problem)
    return problem, [{a: Fraction(i), c: Fraction(j)} for i in range(13) for j in range(0, 13, 2)]


def test_columns_are_those_of_the_interpreter() -> None:
    problem, worlds = ladder()
    columns, forms = as_columns(problem, worlds)
    own = evaluate(problem, columns, forms, range(len(problem.nodes)))
    assert isinstance(own[problem.node_named("mixed")], Reals)
    fine = admissible(problem, columns, forms)
    assert fine.any() and not fine.all()
    for row, world in enumerate(worlds):
        run = Interpreter(problem, world)
        assert fine[row] == run.admissible()
        for name in ("h", "up", "mixed", "whole"):
            node = problem.node_named(name)
            mine = own[node]
            valid = np.broadcast_to(np.asarray(mine.valid), (len(worlds),))[row]
            try:
                expected = run.value(node)
            except Undefined:
                assert not valid
                continue
            assert valid and isinstance(expected, Fraction)
            column = np.array([Interval.of(expected)] * len(worlds), dtype=object)
            assert agrees(mine, column, Real())[row]
            column = np.array([Interval.of(expected + Fraction(1, 10**20))] * len(worlds), dtype=object)
            assert not agrees(mine, column, Real())[row]


@given(st.integers(1, 10**30), st.integers(1, 10**30))
def test_logarithms_by_three_ways(above: int, below: int) -> None:
    """By `decimal`, by series in integers, and digit by digit."""
    x = Fraction(above, below)
    found, enclosed, read = decimal_logarithm(x), reals.decimal_logarithm(x), value_of(f"log10({above}/{below})")
    assert enclosed.hi - enclosed.lo <= 5 or enclosed.exact is not None
    assert enclosed.meets(found, Fraction(1, 10**45))
    assert abs(found - read) < Fraction(1, 10**45)


@given(st.integers(1, 10**30), st.integers(1, 10**30))
def test_natural_logarithms_by_three_ways(above: int, below: int) -> None:
    x = Fraction(above, below)
    found, enclosed, read = natural_logarithm(x), reals.natural_logarithm(x), value_of(f"ln({above}/{below})")
    assert enclosed.hi - enclosed.lo <= 5
    assert enclosed.meets(found, Fraction(1, 10**45))
    assert abs(found - read) < Fraction(1, 10**45)


@given(st.fractions(-60, 60, max_denominator=10**6))
def test_powers_of_e_by_three_ways(x: Fraction) -> None:
    """By `decimal`, by squares of a series in integers, and by a series and whole powers."""
    found, enclosed, read = exponential(x), reals.exponential(x), value_of(f"exp({x.numerator}/{x.denominator})")
    assert enclosed.hi - enclosed.lo <= 5
    assert enclosed.meets(found, found / 10**45)
    assert abs(found - read) <= found / 10**45


def test_known_digits_of_e_and_of_the_logarithm_of_two() -> None:
    assert str(reals.exponential(1).lo).startswith("271828182845904523536028747135266249775724709369995957496696")
    assert str(reals.natural_logarithm(2).lo).startswith("693147180559945309417232121458176568075500134360255254120679")


@given(st.fractions(-50, 50, max_denominator=1000))
def test_logarithm_and_power_undo_each_other(x: Fraction) -> None:
    there = reals.exponential(x)
    assert reals.natural_logarithm(there).meets(x, Fraction(1, 10**30))


def test_what_is_exact_of_powers_of_e() -> None:
    assert reals.exponential(0).exact == OPS["exp"].exact(Fraction(0)) == 1
    assert reals.natural_logarithm(1).exact == OPS["ln"].exact(Fraction(1)) == 0
    for op, number in (("exp", Fraction(1, 2)), ("ln", Fraction(1, 2))):
        assert isinstance(OPS[op].exact(number), Approximation)


@pytest.mark.parametrize("number", [-61, 61])
def test_powers_of_e_end_at_sixty(number: int) -> None:
    with pytest.raises(ValueError, match="too large"):
        reals.exponential(number)
    b = Builder()
    node = b.apply("exp", b.const(number))
    with pytest.raises(Undefined, match="too"):
        Interpreter(asked(b, node), {}).value(node)


@pytest.mark.parametrize("power", [-30, -3, -1, 0, 1, 2, 25])
def test_logarithms_of_powers_of_ten_are_exact(power: int) -> None:
    x = Fraction(10) ** power
    assert decimal_logarithm(x) == reals.decimal_logarithm(x).exact == power
    assert not isinstance(decimal_logarithm(x), Approximation)


@pytest.mark.parametrize("number", [0, -2])
def test_logarithms_of_other_than_positive_numbers(number: int) -> None:
    with pytest.raises(ValueError, match="not positive"):
        reals.decimal_logarithm(number)
    b = Builder()
    node = b.apply("log10", b.const(number))
    with pytest.raises(Undefined, match="not positive"):
        Interpreter(asked(b, node), {}).value(node)
