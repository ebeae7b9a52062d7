"""The second columnar evaluator is held against the interpreter, row by row and node by node."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.handmade import Builder, bakery, every, fractions, lattice, shipping, text
from tests.worlds import World, as_column, as_columns, draw

from mspec.compiler.ir import Apply, Ask, NodeId, Problem, Value, Values
from mspec.compiler.lower.forms import Code, Many, Ratio, Scaled, Truth
from mspec.compiler.ops import CORE
from mspec.compiler.types import BOOL, INT, RATIONAL, ListOf, Word
from mspec.runtime import pairs
from mspec.runtime.batch import RatioColumn
from mspec.runtime.columns import Codes, Truths, admissible, agrees, demand, evaluate
from mspec.runtime.interpret import Interpreter, Undefined

NUMERIC = {
    "add": 2, "sub": 2, "mul": 2, "div": 2, "pow": 2, "neg": 1, "abs": 1, "quotient": 2, "remainder": 2,
    "floor": 2, "ceil": 1, "round": 2, "min": 3, "max": 2, "median": 4, "mode": 3, "kth": 4, "gcd": 3, "lcm": 2,
    "factorial": 1, "choose": 2, "magnitude": 1, "digit_sum": 1, "divisor_count": 1, "divisor_sum": 1, "totient": 1,
    "power_mod": 3, "in_base": 2, "from_base": 2, "arrangements": 2, "derangements": 1,
}  # fmt: skip
TESTS = {"eq": 2, "ne": 2, "lt": 2, "le": 2, "gt": 2, "ge": 2, "divides": 2, "is_int": 1, "is_square": 1,
         "is_prime": 1, "distinct": 3}  # fmt: skip
REALS = {"sqrt", "sin", "cos", "tan", "log10", "ln", "exp"}
"""Held against high precision in tests of their own."""
CONSTANTS = ["0", "1", "-1", "2", "3", "7", "1/2", "-5/3", "1/100", str(10**7), str(3**40)]


def test_every_function_is_drawn() -> None:
    functions = {op.name for op in CORE if op.fixity == "function"}
    assert functions - REALS <= NUMERIC.keys() | TESTS.keys()


@st.composite
def graphs(draw_: st.DrawFn) -> Problem:
    """Small random graphs over all operators, with values around the edges of int64. Types are beside the point."""
    b = Builder()
    numbers = [
        b.given("a", INT, lattice(-3, 9)),
        b.given("b", RATIONAL, lattice("-3/2", 3, "1/4")),
        b.given("c", INT, fractions(0, 1, 5, 10**6, 2**61, -(2**62) + 1)),
    ]
    truths = [b.given("p", BOOL, Values((False, True)))]
    xs = b.given("xs", ListOf(INT, 3), lattice(0, 4))
    numbers += [b.apply("item", xs, type_=INT, data=(i,)) for i in (1, 2, 3)]
    for _ in range(draw_(st.integers(1, 12))):
        kind = draw_(st.sampled_from(["const", "number", "number", "number", "test", "logic", "if"]))
        pick = st.sampled_from(numbers)
        if kind == "const":
            numbers.append(b.const(draw_(st.sampled_from(CONSTANTS)), RATIONAL))
        elif kind == "number":
            op = draw_(st.sampled_from(sorted(NUMERIC)))
            args = [draw_(pick) for _ in range(NUMERIC[op])]
            numbers.append(b.apply(op, *args, type_=RATIONAL))
        elif kind == "test":
            op = draw_(st.sampled_from(sorted(TESTS)))
            truths.append(b.apply(op, *(draw_(pick) for _ in range(TESTS[op])), type_=BOOL))
        elif kind == "logic":
            op = draw_(st.sampled_from(["and", "or", "not"]))
            args = [draw_(st.sampled_from(truths)) for _ in range(1 if op == "not" else 2)]
            truths.append(b.apply(op, *args))
        else:
            condition = draw_(st.sampled_from(truths))
            numbers.append(b.apply("if", condition, draw_(pick), draw_(pick), type_=RATIONAL))
    return Problem("random", tuple(b.nodes), asks=(Ask(numbers[-1], text("?")),))


def expected(problem: Problem, worlds: list[World], node: NodeId) -> list[Value | None]:
    """The interpreter's values; None where the node is undefined."""
    values: list[Value | None] = []
    for world in worlds:
        try:
            values.append(Interpreter(problem, world).value(node))
        except Undefined:
            values.append(None)
    return values


def assert_same(problem: Problem, worlds: list[World]) -> None:
    columns, forms = as_columns(problem, worlds)
    own = evaluate(problem, columns, forms, range(len(problem.nodes)))
    for node in range(len(problem.nodes)):
        values = expected(problem, worlds, node)
        exists = np.broadcast_to(np.asarray(own[node].valid), (len(worlds),)).tolist()
        assert exists == [value is not None for value in values], problem.nodes[node]
        stand_in = next((value for value in values if value is not None), None)
        if stand_in is None:
            continue
        column, form = as_column([stand_in if value is None else value for value in values])
        assert agrees(own[node], column, form).all(), problem.nodes[node]


@pytest.mark.parametrize("problem", every(), ids=lambda problem: problem.name)
def test_every_node_is_that_of_the_interpreter(problem: Problem) -> None:
    assert_same(problem, draw(problem, 60, seed=1))


@settings(max_examples=150, deadline=None)
@given(graphs(), st.integers(0, 2**16))
def test_random_graphs(problem: Problem, seed: int) -> None:
    assert_same(problem, draw(problem, 12, seed))


@settings(max_examples=100, deadline=None)
@given(graphs(), st.integers(0, 2**16))
def test_a_world_alone_is_computed_in_scalars(problem: Problem, seed: int) -> None:
    for world in draw(problem, 3, seed):
        assert_same(problem, [world])


@pytest.mark.parametrize("problem", every(), ids=lambda problem: problem.name)
def test_admissible_and_demand(problem: Problem) -> None:
    worlds = draw(problem, 120, seed=2)
    columns, forms = as_columns(problem, worlds)
    runs = [Interpreter(problem, world) for world in worlds]
    fine = admissible(problem, columns, forms)
    assert fine.tolist() == [run.admissible() for run in runs]
    own = evaluate(problem, columns, forms, range(len(problem.nodes)))
    demanded = demand(problem, own)
    for node in range(len(problem.nodes)):
        mask = np.broadcast_to(np.asarray(demanded.get(node, False)), (len(worlds),))
        for row in np.flatnonzero(fine).tolist():
            assert mask[row] == (node in runs[row].demanded())


SWAPS = {"add": "sub", "sub": "add", "mul": "add", "div": "mul", "le": "gt", "ge": "lt", "lt": "gt", "gt": "lt",
         "or": "and", "and": "or", "median": "max", "max": "min", "min": "max", "ceil": "floor", "ne": "eq",
         "eq": "ne", "abs": "neg"}  # fmt: skip


@pytest.mark.parametrize("problem", every(), ids=lambda problem: problem.name)
def test_a_changed_operator_is_noticed(problem: Problem) -> None:
    """Each operator is swapped for another in a copy of the graph: the columns of the right graph disagree."""
    worlds = draw(problem, 200, seed=3)
    columns, forms = as_columns(problem, worlds)
    swapped = 0
    for node, expression in enumerate(problem.nodes):
        if not isinstance(expression, Apply) or expression.op not in SWAPS:
            continue
        values = expected(problem, worlds, node)
        if any(value is None for value in values):
            continue
        column, form = as_column([value for value in values if value is not None])
        wrong = list(problem.nodes)
        wrong[node] = replace(expression, op=SWAPS[expression.op])
        own = evaluate(replace(problem, nodes=tuple(wrong)), columns, forms, [node])
        assert not agrees(own[node], column, form).all(), expression
        swapped += 1
    assert swapped or problem.name == "planet_weight"


def test_a_single_wrong_row_is_found() -> None:
    problem = bakery()
    worlds = draw(problem, 50)
    columns, forms = as_columns(problem, worlds)
    paid = problem.node_named("paid")
    own = evaluate(problem, columns, forms, [paid])[paid]
    right, form = as_column([value for value in expected(problem, worlds, paid) if value is not None])
    assert isinstance(right, np.ndarray)
    right[17] += 1
    assert np.flatnonzero(~agrees(own, right, form)).tolist() == [17]


def test_nothing_overflows() -> None:
    b = Builder()
    x = b.given("x", INT, lattice(1, 2))
    powers = [b.step("x1", b.apply("mul", x, x))]
    for turn in range(2, 9):
        powers.append(b.step(f"x{turn}", b.apply("mul", powers[-1], powers[-1])))
    gap = b.step("gap", b.apply("div", b.apply("sub", powers[-1], x), b.apply("add", powers[-1], x)))
    problem = Problem("grows", tuple(b.nodes), tuple(b.steps), asks=(Ask(gap, text("?")),))
    worlds: list[World] = [{x: Fraction(n)} for n in (2**40 - 1, -(2**40), 3, 0, 2**61)]
    assert_same(problem, worlds)


def test_numbers_too_long_are_undefined_in_both() -> None:
    b = Builder()
    x = b.given("x", RATIONAL, lattice(1, 2))
    last = x
    for turn in range(20):
        last = b.step(f"x{turn}", b.apply("mul", last, last))
    problem = Problem("bursts", tuple(b.nodes), tuple(b.steps), asks=(Ask(last, text("?")),))
    worlds: list[World] = [{x: Fraction(n)} for n in ("3", "1", "-1", "0", "7/5", "1/2")]
    assert_same(problem, worlds)
    columns, forms = as_columns(problem, worlds)
    assert admissible(problem, columns, forms).tolist() == [False, True, True, True, False, False]


def test_an_undefined_arm_that_is_not_taken() -> None:
    b = Builder()
    n = b.given("n", INT, lattice(0, 3))
    none = b.apply("eq", n, b.const(0))
    share = b.apply("if", none, b.const(0, RATIONAL), b.apply("div", b.const(6), n), type_=RATIONAL)
    problem = Problem("arm", tuple(b.nodes), asks=(Ask(share, text("?")),))
    worlds: list[World] = [{n: Fraction(i)} for i in (0, 1, 2, 3)]
    assert_same(problem, worlds)
    columns, forms = as_columns(problem, worlds)
    assert admissible(problem, columns, forms).all()
    bare = replace(problem, asks=(Ask(problem.nodes[share].args[2], text("?")),))
    assert admissible(bare, columns, forms).tolist() == [False, True, True, True]


def test_grid_binds_only_where_demanded() -> None:
    problem = shipping()
    w, member, base, rate = problem.givens()
    # fee / 2 with half cents would break the grid of `due`, but only members pay half.
    world: World = {w: Fraction(11, 2), base: Fraction(5), rate: Fraction(1, 100), member: False}
    worlds = [world, world | {member: True}]
    columns, forms = as_columns(problem, worlds)
    assert admissible(problem, columns, forms).tolist() == [False, False]
    worlds = [row | {w: Fraction(4), base: Fraction(501, 100)} for row in worlds]
    columns, forms = as_columns(problem, worlds)
    assert admissible(problem, columns, forms).tolist() == [True, False]


def test_words_and_lists_are_compared_by_value() -> None:
    b = Builder()
    w = b.given("w", Word(), Values(("red", "blue")))
    p = b.given("p", BOOL, Values((False, True)))
    red, blue = b.const("red", Word()), b.const("blue", Word())
    either = b.apply("if", p, w, red, type_=Word())
    is_blue = b.apply("eq", either, blue)
    problem = Problem("words", tuple(b.nodes), asks=(Ask(is_blue, text("?")),))
    assert_same(problem, [{w: word, p: truth} for word in ("red", "blue") for truth in (False, True)])


def test_agrees_knows_every_form() -> None:
    halves = pairs.column(np.array([1, 2, 3]), 2)
    assert agrees(halves, np.array([5, 10, 15]), Scaled(10)).all()
    assert agrees(halves, RatioColumn(np.array([2, 3, 3]), np.array([4, 3, 2])), Ratio()).all()
    assert agrees(halves, np.array([5, 11, 15]), Scaled(10)).tolist() == [True, False, True]
    assert agrees(Truths(np.array([True, False])), np.array([True, True]), Truth()).tolist() == [True, False]
    codes = Codes(np.array([0, 1]), ("a", "b"))
    assert agrees(codes, np.array([1, 1]), Code(("b", "a"))).tolist() == [True, False]
    b = Builder()
    xs = b.given("xs", ListOf(INT, 2), lattice(1, 3))
    problem = Problem("list", tuple(b.nodes))
    columns, forms = as_columns(problem, [{xs: (Fraction(1), Fraction(2))}, {xs: (Fraction(3), Fraction(1))}])
    own = evaluate(problem, columns, forms, [xs])[xs]
    column = (np.array([2, 6]), np.array([4, 4]))
    assert agrees(own, column, Many(Scaled(2), 2)).tolist() == [True, False]


def test_a_missing_given_is_named_and_floats_are_refused() -> None:
    problem = bakery()
    columns, forms = as_columns(problem, draw(problem, 3))
    price = problem.node_named("price")
    with pytest.raises(KeyError, match="price"):
        evaluate(problem, {n: c for n, c in columns.items() if n != price}, forms, [problem.node_named("paid")])
    with pytest.raises(TypeError, match="float64"):
        evaluate(problem, columns | {price: np.array([0.5, 1.0, 2.5])}, forms, [problem.node_named("paid")])


def test_large_columns_given_as_objects_or_at_the_edge() -> None:
    b = Builder()
    x = b.given("x", INT, lattice(1, 2))
    double = b.step("double", b.apply("add", x, x))
    problem = Problem("edge", tuple(b.nodes), tuple(b.steps), asks=(Ask(double, text("?")),))
    edge = np.array([2**63 - 1, -(2**63), 0], dtype=np.int64)
    own = evaluate(problem, {x: edge}, {x: Scaled(1)}, [double])[double]
    assert agrees(own, np.array([2**64 - 2, -(2**64), 0], dtype=object), Scaled(1)).all()
