"""The interpreter's value = the model of Z3 = the model of cvc5, node by node; and what that comparison catches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

import pytest
from tests import handmade
from tests.lower.random_problem import random_problem
from tests.worlds import World, draw

from mspec.compiler.constraints import Holds, OnGrid
from mspec.compiler.ir import Ask, NodeId, Problem, Value
from mspec.compiler.lower.lower_smtlib import SmtLowering, distinct_pairs, lower_smtlib
from mspec.compiler.lower.smt_terms import number
from mspec.compiler.types import INT
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.solve import Verdict, check, solvers
from mspec.runtime.solve.interface import Solver

PROBLEMS = {problem.name: problem for problem in handmade.every()}
Edit = Callable[[str], str]


def lowered(problem: Problem) -> SmtLowering:
    return lower_smtlib(problem, range(len(problem.nodes)))


def fixed(lowering: SmtLowering, world: World) -> str:
    """Assertions that hold the givens to a world."""
    lines = []
    for node, value in world.items():
        terms = lowering.elements.get(node) or (lowering.symbols[node],)
        values = value if isinstance(value, tuple) else (value,)
        sort = lowering.element_sorts.get(node) or lowering.sorts[node]
        for term, part in zip(terms, values, strict=True):
            lines.append(f"(assert (= {term} {literal(lowering, node, part, sort)}))")
    return "\n".join(lines) + "\n"


def literal(lowering: SmtLowering, node: NodeId, value: Value, sort: str) -> str:
    if isinstance(value, Fraction):
        return number(value, "Real" if sort == "Real" else None).text
    return lowering.literal(node, value)


def values_of(problem: Problem, world: World, lowering: SmtLowering) -> dict[NodeId, Fraction | bool]:
    """What the interpreter makes of the numbers and truths that exist in a world."""
    interpreter = Interpreter(problem, world)
    found: dict[NodeId, Fraction | bool] = {}
    vague = set(lowering.inexact)
    for node in lowering.symbols:
        if node in vague or not vague.isdisjoint(problem.nodes[node].args):
            vague.add(node)
            continue
        try:
            value = interpreter.value(node)
        except Undefined:
            continue
        if type(value) in (Fraction, bool):  # an approximation of a real number is compared with nothing
            assert isinstance(value, Fraction | bool)
            found[node] = value
    return found


def disagreement(lowering: SmtLowering, values: dict[NodeId, Fraction | bool]) -> str:
    """The assertion that some node has another value."""
    differ = []
    for node, value in values.items():
        if isinstance(value, bool):
            differ.append(lowering.symbols[node] if not value else f"(not {lowering.symbols[node]})")
        else:
            sort = "Real" if lowering.sorts[node] == "Real" or value.denominator != 1 else "Int"
            term = lowering.symbols[node]
            term = f"(to_real {term})" if sort == "Real" and lowering.sorts[node] == "Int" else term
            differ.append(f"(not (= {term} {number(value, 'Real' if sort == 'Real' else 'Int').text}))")
    return f"(assert (or false {' '.join(differ)}))\n"


def asked(text: str, solver: Solver, symbols: Iterable[str] = ()) -> Verdict:
    return check(text, solver=solver, model_symbols=tuple(symbols), rlimit=5_000_000, timeout_s=4.0)


def is_world(problem: Problem, world: World) -> bool:
    """Whether the interpreter admits a world and it keeps people and nouns apart."""
    apart = all(world[a] != world[b] for a, b in distinct_pairs(problem))
    return apart and Interpreter(problem, world).admissible()


def compare(problem: Problem, world: World, solver: Solver, edit: Edit = str, *, decided: bool = True) -> None:
    """Fail where the SMT-LIB text and the interpreter differ on a world; if `decided`, also where the solver does not
    know."""
    lowering = lowered(problem)
    text = edit(lowering.text) + fixed(lowering, world)
    if not is_world(problem, world):
        # Free constants may make a world of it: then it is no claim of the lowering that it is one.
        assert not lowering.exact or asked(text, solver).status != "sat", "a world that is none"
        assert not decided or not lowering.exact or asked(text, solver).status == "unsat"
        return
    values = values_of(problem, world, lowering)
    verdict = asked(text, solver, [lowering.symbols[node] for node in values])
    if not decided and verdict.status == "unknown":
        return
    assert verdict.status == "sat", "a world is missing"
    assert [verdict.model[lowering.symbols[node]] for node in values] == list(values.values())
    if solver == "z3":
        assert asked(text + disagreement(lowering, values), solver).status == "unsat"


def some_worlds(problem: Problem, wanted: int) -> list[World]:
    """A few worlds that are admitted and a few that are not."""
    drawn = draw(problem, 4000, seed=11)
    admitted = [world for world in drawn[:800] if is_world(problem, world)][:wanted]
    refused = [world for world in drawn[:800] if not is_world(problem, world)][:wanted]
    return admitted + refused


@pytest.mark.parametrize("solver", solvers())
@pytest.mark.parametrize("name", PROBLEMS)
def test_handmade(name: str, solver: Solver) -> None:
    worlds = some_worlds(PROBLEMS[name], 4)
    assert any(is_world(PROBLEMS[name], world) for world in worlds)
    for world in worlds:
        compare(PROBLEMS[name], world, solver)


@pytest.mark.parametrize("seed", range(24))
def test_random(seed: int) -> None:
    problem = random_problem(seed)
    drawn = draw(problem, 100, seed)
    admitted = [world for world in drawn if is_world(problem, world)][:3]
    refused = [world for world in drawn if not is_world(problem, world)][:2]
    for world in admitted + refused:
        compare(problem, world, "z3")
        if "cvc5" in solvers():
            compare(problem, world, "cvc5", decided=False)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(24, 200))
def test_many_random(seed: int) -> None:
    test_random(seed)


# ------------------------------------------------------------------------- mutations that must be caught


def caught(problem: Problem, edit: Edit, worlds: list[World] | None = None) -> bool:
    lowering = lowered(problem)
    assert edit(lowering.text) != lowering.text, "the mutation changes nothing"
    for world in worlds or some_worlds(problem, 12):
        try:
            compare(problem, world, "z3", edit)
        except AssertionError:
            return True
    return False


def divided(op: str) -> Problem:
    """`op(a, b)` over numbers of both signs."""
    b = handmade.Builder()
    left = b.given("a", INT, handmade.lattice(-9, 9))
    right = b.given("b", INT, handmade.lattice(-4, 4))
    root = b.step("c", b.apply(op, left, right))
    return Problem("p", tuple(b.nodes), tuple(b.steps), asks=(Ask(root, ()),))


def test_catches_euclidean_division() -> None:
    assert caught(divided("quotient"), lambda text: re.sub(r"\(ite .*\)\)\)", "(div v_a v_b))", text))


def test_catches_division_that_truncates() -> None:
    truncated = (
        "(define-fun v_c () Int (ite (>= (* v_a v_b) 0) (div (abs v_a) (abs v_b)) (- (div (abs v_a) (abs v_b)))))"
    )
    assert caught(divided("quotient"), lambda text: re.sub(r"\(define-fun v_c .*", truncated, text))


def test_catches_a_missing_to_real() -> None:
    whole = "(define-fun v_mean () Real (to_real (div t9 5)))"
    assert caught(handmade.marks(), lambda text: re.sub(r"\(define-fun v_mean .*", whole, text))


@pytest.mark.parametrize("name", ["c1_require", "c2_cut", "d_price"])
def test_catches_a_dropped_constraint(name: str) -> None:
    problem = handmade.bakery()
    if name == "d_price":  # worlds outside the domain are none
        lowering = lower_smtlib(problem)
        world = next(w for w in some_worlds(problem, 4) if is_world(problem, w))
        price = problem.node_named("price")
        outside = fixed(lowering, {n: v for n, v in world.items() if n in lowering.symbols} | {price: Fraction(13, 2)})
        assert asked(lowering.text + outside, "z3").status == "unsat"
        dropped = re.sub(rf"\(assert .*:named {name}\)\)", "", lowering.text)
        assert asked(dropped + outside, "z3").status == "sat"
        return
    kind = Holds if name == "c1_require" else OnGrid
    broken = [w for w in draw(problem, 800) if isinstance(Interpreter(problem, w).broken(), kind)]
    assert caught(problem, lambda text: re.sub(rf"\(assert .*:named {name}\)\)", "", text), broken[:2])


def test_catches_a_divisor_that_may_be_zero() -> None:
    assert caught(divided("quotient"), lambda text: re.sub(r"\(assert .*:named defined2\)\)", "", text))
