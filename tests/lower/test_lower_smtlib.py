"""The SMT-LIB text: names, sorts, division, demand, domains, inexact operators."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.handmade import MONEY, Builder, bakery, every, fractions, lattice, shipping

from mspec.compiler.constraints import Holds
from mspec.compiler.ir import Apply, Ask, Given, Lattice, NodeId, NounAttribute, Problem, Require, Values
from mspec.compiler.lower.lower_smtlib import lower_smtlib
from mspec.compiler.lower.smt_terms import comment, fresh_name, number
from mspec.compiler.ops import OPS
from mspec.compiler.source import Span
from mspec.compiler.types import BOOL, INT, RATIONAL, ListOf, NounType, Num, Person, Type, Word
from mspec.runtime.solve import check, solvers


def problem_of(b: Builder, root: NodeId, *requires: NodeId) -> Problem:
    return Problem(
        "p",
        tuple(b.nodes),
        tuple(b.steps),
        tuple(Require(node) for node in requires),
        asks=(Ask(root, ()),),
        lexicon=bakery().lexicon,
    )


def status(text: str, *more: str) -> str:
    """What Z3 says, after cvc5 has agreed or given up."""
    whole = text + "".join(f"(assert {formula})\n" for formula in more)
    verdicts = {name: check(whole, solver=name, timeout_s=5).status for name in solvers()}
    assert {"sat", "unsat"} - set(verdicts.values()), f"solvers disagree: {verdicts}"
    return verdicts["z3"]


# ------------------------------------------------------------------------------------------------- text


@pytest.mark.parametrize("problem", every(), ids=lambda problem: problem.name)
def test_golden(problem: Problem, golden: Callable[[str, str], None]) -> None:
    lowering = lower_smtlib(problem)
    assert lowering.exact
    assert status(lowering.text) == "sat"
    golden(f"smtlib/{problem.name}.smt2", lowering.text)


def test_names_stay_apart() -> None:
    names = ["x", "X", "π", "~3c0~", "_u03c0_", "x_1", "x~"]
    assert len({fresh_name(name) for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_~]+", fresh_name(name)) for name in names)


def test_given_may_be_called_like_a_node_or_a_word_of_smtlib() -> None:
    b = Builder()
    nodes = [b.given(name, INT, lattice(1, 3)) for name in ("t3", "ite", "k_t3", "assert", "v_t3")]
    root = b.step("and_", b.total(nodes))
    lowering = lower_smtlib(problem_of(b, root))
    assert status(lowering.text, f"(= {lowering.symbols[root]} 15)") == "sat"
    assert status(lowering.text, f"(= {lowering.symbols[root]} 16)") == "unsat"


def test_author_text_stays_in_its_comment() -> None:
    evil = "x\n(assert false)\r\x0b; é"
    assert "\n" not in comment(evil) and "\r" not in comment(evil) and comment(evil).isascii()
    b = Builder()
    word = b.given("w", Word(), Values((evil, "b")))
    root = b.apply("eq", word, b.const(evil, Word()))
    lowering = lower_smtlib(problem_of(b, root))
    assert status(lowering.text, lowering.symbols[root]) == "sat"
    assert lowering.world({lowering.symbols[word]: Fraction(0)}) == {word: evil}


def test_assertions_know_where_they_come_from() -> None:
    problem = bakery()
    span = Span("bakery.mspec", 10, 30)
    problem = replace(problem, requires=(replace(problem.requires[0], span=span),))
    lowering = lower_smtlib(problem)
    assert lowering.assertions["c1_require"] == span
    assert isinstance(lowering.owners["c1_require"], Holds)
    assert set(lowering.assertions) == set(re.findall(r":named ([^\s)]+)", lowering.text))


def test_only_what_is_asked_for() -> None:
    problem = bakery()
    full = problem.node_named("full")
    text = lower_smtlib(problem, [full], [], domains=False).text
    assert ":named" not in text
    assert "v_n" in text and "v_item" not in text


# ---------------------------------------------------------------------------------------------- numbers


def agrees(op: str, domains: Sequence[Lattice | Values], types: Sequence[Num]) -> None:
    """No choice of the arguments has another result than the operator's definition says."""
    b = Builder()
    args = [b.given(f"x{i}", t, d) for i, (d, t) in enumerate(zip(domains, types, strict=True))]
    root = b.apply(op, *args)
    lowering = lower_smtlib(problem_of(b, root))
    row, wrong = OPS[op], []
    result = lowering.symbols[root]
    for values in _product([[v for v in domain if isinstance(v, Fraction)] for domain in domains]):
        here = " ".join(
            f"(= {lowering.symbols[a]} {number(v, lowering.sorts[a]).text})" for a, v in zip(args, values, strict=True)
        )
        if not _defined(op, values):
            wrong.append(f"(and {here})")  # no such world may exist
            continue
        value = row.exact(*values)
        if isinstance(value, bool):
            wrong.append(f"(and {here} {f'(not {result})' if value else result})")
        elif value.denominator != 1 and lowering.sorts[root] == "Int":
            wrong.append(f"(and {here})")
        else:
            wrong.append(f"(and {here} (not (= {result} {number(value, lowering.sorts[root]).text})))")
    assert check(f"{lowering.text}(assert (or {' '.join(wrong)}))").status == "unsat"
    assert check(lowering.text).status == "sat"


def _product(columns: list[list[Fraction]]) -> list[tuple[Fraction, ...]]:
    rows: list[tuple[Fraction, ...]] = [()]
    for column in columns:
        rows = [(*row, value) for row in rows for value in column]
    return rows


def _defined(op: str, values: Sequence[Fraction]) -> bool:
    for kind, position in OPS[op].guards:
        for value in values[position : position + 1]:
            broken = {"nonzero": value == 0, "positive": value <= 0, "natural": value < 0 or value.denominator > 1}
            if broken[kind]:
                return False
    return True


WHOLE = lattice(-7, 7)
HALVES = lattice("-5/2", "5/2", "1/2")
SOME = fractions("-5/3", -1, 0, "1/2", 2)


@pytest.mark.parametrize("op", ["quotient", "remainder"])
@pytest.mark.parametrize("right", [WHOLE, HALVES, SOME], ids=["whole", "halves", "thirds"])
@pytest.mark.parametrize("left", [WHOLE, HALVES], ids=["whole", "halves"])
def test_division_floors_for_all_signs(op: str, left: Lattice, right: Lattice | Values) -> None:
    kinds = [INT if domain is WHOLE else RATIONAL for domain in (left, right)]
    agrees(op, [left, right], kinds)


@pytest.mark.parametrize("divisor", [3, -3])
@pytest.mark.parametrize("op", ["quotient", "remainder"])
def test_division_by_a_constant(op: str, divisor: int) -> None:
    b = Builder()
    a = b.given("a", INT, WHOLE)
    root = b.apply(op, a, b.const(divisor))
    lowering = lower_smtlib(problem_of(b, root))
    for value in WHOLE:
        exact = OPS[op].exact(value, Fraction(divisor))
        here = f"(= {lowering.symbols[a]} {number(value).text})"
        assert status(lowering.text, here, f"(= {lowering.symbols[root]} {number(Fraction(exact)).text})") == "sat"


def test_divides() -> None:
    agrees("divides", [WHOLE, WHOLE], [INT, INT])


@pytest.mark.parametrize("op", ["floor", "ceil", "round"])
def test_rounding(op: str) -> None:
    agrees(op, [HALVES], [RATIONAL])
    agrees(op, [SOME, fractions("1/4", 1, 3)], [RATIONAL, RATIONAL])
    agrees(op, [WHOLE, fractions(2, 5)], [INT, INT])


@pytest.mark.parametrize("op", ["abs", "neg", "is_int"])
def test_one_number(op: str) -> None:
    agrees(op, [SOME], [RATIONAL])


@pytest.mark.parametrize("op", ["add", "sub", "mul", "div", "lt", "ge", "ne", "min", "max", "median", "distinct"])
def test_two_numbers_of_two_sorts(op: str) -> None:
    agrees(op, [lattice(-2, 2), HALVES], [INT, RATIONAL])


@pytest.mark.parametrize("op", ["min", "max", "median"])
@pytest.mark.parametrize("size", [1, 3, 4])
def test_order_statistics(op: str, size: int) -> None:
    agrees(op, [fractions(0, 1, 2)] * size, [INT] * size)


def test_kth() -> None:
    agrees("kth", [lattice(1, 3), *[fractions(0, 1, 2)] * 3], [INT] * 4)


def test_square_root_is_an_unknown_with_that_square() -> None:
    b = Builder()
    n = b.given("n", INT, fractions(2, 9))
    root = b.step("root", b.apply("sqrt", n))
    lowering = lower_smtlib(problem_of(b, root))
    assert lowering.exact
    assert status(lowering.text, "(= v_n 9)", "(not (= v_root 3.0))") == "unsat"
    assert status(lowering.text, "(= v_n 2)", "(> v_root 1.4142)", "(< v_root 1.4143)") == "sat"
    assert status(lowering.text, "(= v_n 2)", "(< v_root 1.4142)") == "unsat"


def test_drawn_exponent() -> None:
    agrees("pow", [fractions(-2, "1/2", 3), lattice(0, 4)], [RATIONAL, INT])


def test_whole_given_stays_whole_and_a_quotient_is_real() -> None:
    b = Builder()
    n = b.given("n", INT, lattice(1, 9, 2))
    half = b.step("half", b.apply("div", n, b.const(2)))
    lowering = lower_smtlib(problem_of(b, half))
    assert lowering.sorts[n] == "Int" and lowering.sorts[half] == "Real"
    assert status(lowering.text, "(= v_half 2.5)") == "sat"
    assert status(lowering.text, "(= v_half 2.0)") == "unsat"


# ----------------------------------------------------------------------------------------------- demand


def guarded() -> tuple[Problem, NodeId]:
    """`if b > 0 then a / b else a`, b from -2 to 2; asked with `also`."""
    b = Builder()
    a = b.given("a", INT, lattice(1, 5))
    d = b.given("d", INT, lattice(-2, 2))
    quotient = b.step("q", b.apply("div", a, d))
    root = b.apply("if", b.apply("gt", d, b.const(0)), quotient, a)
    return problem_of(b, root), quotient


def test_divisor_must_not_be_zero_only_where_it_is_demanded() -> None:
    problem, quotient = guarded()
    lowering = lower_smtlib(problem)
    assert status(lowering.text, "(= v_d 0)") == "sat"
    also = replace(problem, asks=(*problem.asks, Ask(quotient, ())))
    assert status(lower_smtlib(also).text, "(= v_d 0)") == "unsat"
    assert status(lower_smtlib(also, defined=False).text, "(= v_d 0)", "(= v_q 5.0)") == "sat"


def test_require_stops_early() -> None:
    b = Builder()
    a = b.given("a", INT, lattice(1, 5))
    d = b.given("d", INT, lattice(0, 2))

    def big() -> NodeId:
        return b.apply("gt", b.apply("div", a, d), b.const(1))

    none = b.apply("eq", d, b.const(0))
    either = b.apply("or", none, big())
    other = b.apply("or", big(), b.apply("eq", d, b.const(0)))
    first, second = problem_of(b, a, either), problem_of(b, a, other)
    assert status(lower_smtlib(first).text, "(= v_d 0)") == "sat"
    assert status(lower_smtlib(second).text, "(= v_d 0)") == "unsat"


def test_grid_binds_where_demanded() -> None:
    problem = shipping()
    due = problem.node_named("due")
    lowering = lower_smtlib(problem)
    assert "c2_due" in lowering.assertions
    unasked = replace(problem, asks=(Ask(problem.node_named("fee"), ()),))
    off_grid = f"(not (is_int (* 100.0 {lowering.symbols[due]})))"
    assert status(lowering.text, off_grid) == "unsat"
    assert status(lower_smtlib(unasked).text, off_grid) == "sat"


# ---------------------------------------------------------------------------------------------- domains


def test_lists() -> None:
    b = Builder()
    xs = b.given("xs", ListOf(INT, 3), lattice(1, 9, 4), flags=("distinct", "sorted"))
    root = b.apply("item", xs, type_=INT, data=(2,))
    lowering = lower_smtlib(problem_of(b, root))
    assert status(lowering.text, f"(= {lowering.symbols[root]} 5)") == "sat"
    assert status(lowering.text, f"(not (= {lowering.symbols[root]} 5))") == "unsat"
    verdict = check(lowering.text, model_symbols=lowering.given_symbols())
    assert lowering.world(verdict.model) == {xs: (Fraction(1), Fraction(5), Fraction(9))}


def test_attribute_of_a_noun() -> None:
    b = Builder()
    item = b.given("item", NounType(), Values(("bagel", "muffin")))
    price = b.given("price", MONEY, NounAttribute(item, "price", (lattice(1, 2, "1/2"), fractions(7))))
    lowering = lower_smtlib(problem_of(b, price))
    bagel = f"(= v_item {lowering.literal(item, 'bagel')})"
    assert status(lowering.text, bagel, "(= v_price 1.5)") == "sat"
    assert status(lowering.text, bagel, "(= v_price 7.0)") == "unsat"
    assert status(lowering.text, f"(not {bagel})", "(not (= v_price 7.0))") == "unsat"


@pytest.mark.parametrize(("flags", "expected"), [((), "unsat"), (("repeat",), "sat")])
def test_people_are_different(flags: tuple[str, ...], expected: str) -> None:
    b = Builder()
    ana = b.given("ana", Person(), Values(("Mia", "Noah")))
    ben = b.given("ben", Person(), Values(("Noah", "Ava")), flags=flags)
    root = b.apply("eq", ana, ben)
    lowering = lower_smtlib(problem_of(b, root))
    assert status(lowering.text, lowering.symbols[root]) == expected


# ---------------------------------------------------------------------------------------------- inexact


def test_operator_without_a_form_is_said_to_be_inexact() -> None:
    b = Builder()
    n = b.given("n", INT, lattice(1, 9))
    common = b.step("common", b.apply("gcd", n, b.const(6)))
    problem = problem_of(b, common)
    lowering = lower_smtlib(problem)
    assert not lowering.exact and lowering.inexact == (common,)
    assert status(lowering.text, "(= v_common 77)") == "sat"
    assert lower_smtlib(replace(problem, asks=(Ask(n, ()),)), [n]).exact


def test_constants_are_folded_exactly() -> None:
    b = Builder()
    common = b.step("common", b.apply("gcd", b.const(12), b.const(18)))
    lowering = lower_smtlib(problem_of(b, common))
    assert lowering.exact and status(lowering.text, "(= v_common 6)") == "sat"


def test_every_operator_is_lowered_or_inexact() -> None:
    """No row of the table makes the lowering fail."""
    for name, op in OPS.items():
        if op.fixity == "hidden":
            continue
        b = Builder()
        size = max(op.arity[0], 1)
        truths = name in ("and", "or", "not")
        kinds = [("bool" if truths or (name == "if" and i == 0) else "int") for i in range(size)]
        args = [
            b.given(f"x{i}", *((INT, lattice(1, 3)) if kind == "int" else _boolean())) for i, kind in enumerate(kinds)
        ]
        root = b.apply(name, *args)
        assert isinstance(b.nodes[root], Apply) and isinstance(b.nodes[args[0]], Given)
        lowering = lower_smtlib(problem_of(b, root))
        assert lowering.exact == (op.smtlib is not None), name
        assert status(lowering.text) == "sat"


def _boolean() -> tuple[Type, Values]:
    return BOOL, Values((True, False))
