"""The reference evaluator: exact values, demand, what is undefined, which constraint is broken."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.handmade import (
    MONEY,
    Builder,
    bakery,
    fractions,
    lattice,
    marks,
    planets,
    rates,
    shipping,
    text,
    tickets,
)

from mspec.compiler.constraints import Holds, OnGrid
from mspec.compiler.ir import Ask, NodeId, Problem, Require, Value, Values
from mspec.compiler.types import BOOL, INT, RATIONAL, ListOf, Type
from mspec.runtime.interpret import MOST_BITS, Interpreter, Undefined, solve_linear


def world(problem: Problem, **values: Value) -> dict[NodeId, Value]:
    return {problem.node_named(name): value for name, value in values.items()}


def asked(b: Builder, node: NodeId, *requires: NodeId) -> Problem:
    """A problem that asks one node."""
    return Problem(
        "made",
        tuple(b.nodes),
        tuple(b.steps),
        requires=tuple(map(Require, requires)),
        asks=(Ask(node, text("?")),),
    )


def value_of(op: str, *numbers: int | str, type_: Type = RATIONAL) -> Value:
    """One operator on constants."""
    b = Builder()
    node = b.apply(op, *(b.const(number, RATIONAL) for number in numbers), type_=type_)
    return Interpreter(asked(b, node), {}).value(node)


BAKERY: dict[str, Value] = {
    "kid": "Mia",
    "item": "bagel",
    "n": Fraction(12),
    "price": Fraction(5, 2),
    "off": Fraction(1, 5),
}


def test_bakery_by_hand() -> None:
    problem = bakery()
    run = Interpreter(problem, world(problem, **BAKERY))
    assert run.value(problem.node_named("full")) == 30
    assert run.value(problem.node_named("cut")) == 6
    assert run.value(problem.node_named("paid")) == 24
    assert run.broken() is None and run.admissible()


def test_values_are_fractions_and_bools() -> None:
    problem = bakery()
    run = Interpreter(problem, world(problem, **(BAKERY | {"n": 12})))
    assert type(run.value(problem.node_named("n"))) is Fraction
    assert run.value(problem.requires[0].node) is True


def test_demand_leaves_out_what_only_conditions_use() -> None:
    problem = bakery()
    demanded = Interpreter(problem, world(problem, **BAKERY)).demanded()
    names = {name for node, name in problem.names().items() if node in demanded}
    assert names == {"n", "price", "off", "full", "cut", "paid"}
    assert problem.requires[0].node not in demanded


def test_cents_bind_where_demanded() -> None:
    problem = bakery()
    odd = BAKERY | {"n": Fraction(23), "price": Fraction(23, 4), "off": Fraction(1, 10)}
    run = Interpreter(problem, world(problem, **odd))
    broken = run.broken()
    assert isinstance(broken, OnGrid) and broken.node == problem.node_named("cut")
    assert run.value(broken.node) == Fraction(529, 40)


def test_a_false_require_is_reported_first() -> None:
    problem = bakery()
    run = Interpreter(problem, world(problem, **(BAKERY | {"n": Fraction(2), "price": Fraction(1, 2)})))
    broken = run.broken()
    assert isinstance(broken, Holds) and broken.node == problem.requires[0].node


@pytest.mark.parametrize(
    ("mass", "member", "due"), [("4", False, "5"), ("24", True, "33/4"), ("12", False, "17/2"), ("12", True, "17/4")]
)
def test_shipping_tiers(mass: str, member: bool, due: str) -> None:
    problem = shipping()
    given = world(problem, w=Fraction(mass), member=member, base=Fraction(5), rate=Fraction(1, 2))
    assert Interpreter(problem, given).value(problem.node_named("due")) == Fraction(due)


def test_only_the_taken_arm_is_demanded() -> None:
    problem = shipping()
    light = world(problem, w=Fraction(4), member=False, base=Fraction(5), rate=Fraction(1, 2))
    demanded = Interpreter(problem, light).demanded()
    # The rate does not matter below 5 kg, and nothing is halved.
    assert problem.node_named("rate") not in demanded
    assert all(getattr(problem.nodes[node], "op", "") not in ("div", "mul", "sub") for node in demanded)


def test_rates_marks_planets_tickets() -> None:
    problem = rates()
    given = world(problem, goal=Fraction(200), weekly=Fraction(8), k=Fraction(2), spent=Fraction(10), weeks=Fraction(5))
    run = Interpreter(problem, given)
    assert [run.value(problem.node_named(name)) for name in ("left", "rate", "more")] == [90, 24, 4]

    problem = marks()
    run = Interpreter(problem, world(problem, xs=tuple(map(Fraction, (3, 9, 4, 10, 4)))))
    assert [run.value(problem.node_named(name)) for name in ("mean", "middle", "gap")] == [6, 4, 2]

    problem = planets()
    run = Interpreter(problem, world(problem, p=2, m=Fraction(3, 2)))
    assert run.value(problem.node_named("weight")) == Fraction(371, 100) * Fraction(3, 2)

    problem = tickets()
    numbers: dict[str, Value] = {
        name: Fraction(n) for name, n in zip(("a1", "c1", "a2", "c2"), (2, 3, 4, 1), strict=True)
    }
    run = Interpreter(problem, world(problem, adult=Fraction(12), child=Fraction(5, 2), **numbers))
    assert run.value(problem.node_named("one")) == 12 and run.admissible()


def test_a_missing_given_is_named() -> None:
    problem = bakery()
    with pytest.raises(KeyError, match="price"):
        Interpreter(problem, world(problem, n=Fraction(2))).value(problem.node_named("paid"))


def test_floats_are_refused() -> None:
    problem = bakery()
    inexact = world(problem, **BAKERY) | {problem.node_named("price"): 2.5}
    with pytest.raises(TypeError, match="price must be a Fraction"):
        Interpreter(problem, inexact).value(problem.node_named("paid"))  # type: ignore[arg-type]


def test_an_intervention_replaces_a_step() -> None:
    problem = bakery()
    forced = {problem.node_named("full"): Fraction(5, 2)}
    run = Interpreter(problem, world(problem, off=Fraction(1, 5)), interventions=forced)
    assert run.value(problem.node_named("paid")) == 2  # and n and price were not looked at


def undefined_arm() -> tuple[Problem, NodeId]:
    b = Builder()
    n = b.given("n", INT, lattice(0, 3))
    is_zero = b.apply("eq", n, b.const(0))
    share = b.apply("if", is_zero, b.const(0, RATIONAL), b.apply("div", b.const(6), n), type_=RATIONAL)
    return asked(b, b.step("share", share, type_=RATIONAL)), n


def test_an_arm_that_is_not_taken_may_be_undefined() -> None:
    problem, n = undefined_arm()
    run = Interpreter(problem, {n: Fraction(0)})
    assert run.value(problem.node_named("share")) == 0 and run.admissible()
    assert Interpreter(problem, {n: Fraction(3)}).value(problem.node_named("share")) == 2


@pytest.mark.parametrize("op", ["and", "or"])
def test_and_or_are_short_circuit_left_to_right(op: str) -> None:
    b = Builder()
    n = b.given("n", INT, lattice(0, 3))
    left = b.apply("eq" if op == "or" else "ne", n, b.const(0))
    right = b.apply("gt", b.apply("div", b.const(6), n), b.const(2, RATIONAL))
    lazy = b.apply(op, left, right)
    eager = b.apply(op, right, left)
    answer = b.step("answer", b.apply("add", n, b.const(1)))
    problem = asked(b, answer)
    zero = Interpreter(problem, {n: Fraction(0)})
    assert zero.value(lazy) is (op == "or")
    with pytest.raises(Undefined, match="division by zero"):
        zero.value(eager)
    assert Interpreter(problem, {n: Fraction(2)}).value(lazy) is True
    assert Interpreter(problem, {n: Fraction(3)}).value(lazy) is False
    unmet = Interpreter(asked(b, answer, eager), {n: Fraction(0)}).broken()
    assert isinstance(unmet, Holds) and unmet.node == eager


def test_undefined_where_demanded_is_not_admissible() -> None:
    b = Builder()
    n = b.given("n", INT, lattice(0, 3))
    quotient = b.step("share", b.apply("div", b.const(6), n))
    double = b.step("double", b.apply("mul", b.const(2), quotient))
    run = Interpreter(asked(b, double), {n: Fraction(0)})
    broken = run.broken()
    assert isinstance(broken, Undefined)
    assert (broken.node, broken.why) == (quotient, "division by zero")
    assert not run.admissible()
    with pytest.raises(Undefined):
        run.demanded()


@pytest.mark.parametrize(
    ("op", "numbers", "result"),
    [
        ("quotient", (-7, 2), -4), ("remainder", (-7, 2), 1), ("remainder", ("7/2", 1), "1/2"),
        ("floor", ("-5/2",), -3), ("ceil", ("-5/2",), -2), ("round", ("5/2",), 3), ("round", ("-5/2",), -2),
        ("round", ("1249/1000", "1/100"), "5/4"), ("median", (4, 1, 3, 2), "5/2"), ("mode", (2, 1, 1, 2), 1),
        ("kth", (2, 9, 7, 8), 8), ("gcd", (12, 18, 8), 2), ("lcm", (4, 6), 12), ("choose", (5, 2), 10),
        ("factorial", (5,), 120), ("pow", ("1/2", 3), "1/8"), ("pow", (0, 0), 1),
    ],
)  # fmt: skip
def test_operators(op: str, numbers: tuple[int | str, ...], result: int | str) -> None:
    assert value_of(op, *numbers) == Fraction(result)


@pytest.mark.parametrize(
    ("op", "numbers", "why"),
    [
        ("div", (1, 0), "division by zero"), ("quotient", (1, 0), "division by zero"),
        ("remainder", (1, 0), "division by zero"), ("divides", (0, 1), "division by zero"),
        ("floor", (1, 0), "not positive"), ("pow", (2, "1/2"), "natural"), ("pow", (2, -1), "natural"),
        ("gcd", (4, "1/2"), "whole"), ("lcm", ("1/2", 4), "whole"), ("factorial", (-1,), "natural"),
        ("choose", (4, -1), "natural"), ("kth", (0, 1, 2), "no such place"), ("kth", (3, 1, 2), "no such place"),
        ("pow", (3, 10**9), "too large"), ("factorial", (10**9,), "too large"),
        ("choose", (10**9, 10**8), "too large"), ("is_prime", (10**15,), "too large"),
    ],
)  # fmt: skip
def test_guards(op: str, numbers: tuple[int | str, ...], why: str) -> None:
    with pytest.raises(Undefined, match=why):
        value_of(op, *numbers)


def test_length_is_bounded_along_a_chain() -> None:
    b = Builder()
    x = b.step("x0", b.apply("add", b.const(2), b.const(1)))
    for turn in range(1, 40):
        x = b.step(f"x{turn}", b.apply("mul", x, x))
    run = Interpreter(asked(b, x), {})
    with pytest.raises(Undefined, match="too large") as caught:
        run.value(x)
    before = run.value(caught.value.node - 1)
    assert isinstance(before, Fraction) and before.numerator.bit_length() > MOST_BITS // 2 - 1


def test_depth_is_not_limited_by_python() -> None:
    b = Builder()
    x = b.given("x", INT, lattice(1, 2))
    node = x
    for _ in range(5000):
        node = b.apply("add", node, b.const(1))
    run = Interpreter(asked(b, b.step("far", node)), {x: Fraction(1)})
    assert run.value(node) == 5001 and len(run.demanded()) == 10001


def test_lists_and_categories() -> None:
    b = Builder()
    xs = b.apply("list", b.const(3), b.const(5), type_=ListOf(INT, 2))
    second = b.apply("item", xs, type_=INT, data=(2,))
    member = b.given("member", BOOL, Values((False, True)))
    alike = b.apply("eq", member, b.const(True, BOOL))
    off = b.given("off", RATIONAL, fractions(1, 2))
    same = b.apply("same", off)
    far = b.apply("convert", off, type_=MONEY, data=(Fraction(5, 18),))
    run = Interpreter(asked(b, second), {member: True, off: Fraction(36)})
    assert run.value(xs) == (3, 5) and run.value(second) == 5
    assert run.value(alike) is True and run.value(same) == 36 and run.value(far) == 10


def test_solve_linear() -> None:
    rows = [Fraction(n) for n in (0, 2, 1, 8, 1, 1, 1, 6, 3, 0, 1, 6)]
    solution = solve_linear(rows, 3)
    assert solution is not None
    x, y, z = solution
    assert 2 * y + z == 8 and x + y + z == 6 and 3 * x + z == 6
    assert solve_linear([Fraction(n) for n in (1, 2, 3, 2, 4, 6)], 2) is None


def test_a_singular_system_is_undefined() -> None:
    problem = tickets()
    same: dict[str, Value] = {name: Fraction(2) for name in ("a1", "a2", "c1", "c2")}
    run = Interpreter(problem, world(problem, adult=Fraction(12), child=Fraction(5), **same))
    with pytest.raises(Undefined, match="no single solution"):
        run.value(problem.node_named("one"))
    assert isinstance(run.broken(), Holds)  # the author's own condition speaks first
    unguarded = Interpreter(replace(problem, requires=()), run.world)
    assert isinstance(unguarded.broken(), Undefined)
