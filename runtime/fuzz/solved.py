"""Property 2, where it is sampled: Z3 and cvc5 find the interpreter's values in the SMT-LIB text, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.lower.lower_smtlib import SmtLowering, distinct_pairs, lower_smtlib
from mspec.compiler.lower.smt_terms import number
from mspec.runtime.fuzz.readings import value_of
from mspec.runtime.interpret import Interpreter
from mspec.runtime.solve import check, solvers
from mspec.runtime.testing import World

RLIMIT, SECONDS = 2_000_000, 3.0


def same_by_solvers(problem: Problem, world: World) -> Iterator[str]:
    """Where a solver refutes the interpreter. What it cannot decide within its budget is no fault."""
    if any(world[one] == world[other] for one, other in distinct_pairs(problem)):
        return  # the lowering keeps people and nouns apart
    try:
        lowering = lower_smtlib(problem, range(len(problem.nodes)))
    except MspecError as error:
        yield f"it has no SMT-LIB form: {error.diagnostics[0].code} {error.diagnostics[0].text()}"
        return
    values = _values(problem, world, lowering)
    told = lowering.text + _fixed(lowering, world)
    for solver in solvers():
        if lowering.exact and _asked(told, solver) == "unsat":
            yield f"{solver} finds no such world"
        elif values and _asked(told + _some_other(lowering, values), solver) == "sat":
            yield f"{solver} finds another value than the interpreter"


def _asked(text: str, solver: str) -> str:
    return check(text, solver=solver, model_symbols=(), rlimit=RLIMIT, timeout_s=SECONDS).status  # type: ignore[arg-type]


def _fixed(lowering: SmtLowering, world: World) -> str:
    """Assertions that hold the givens to a world."""
    lines: list[str] = []
    for node, value in world.items():
        if node not in lowering.symbols and node not in lowering.elements:
            continue
        terms = lowering.elements.get(node) or (lowering.symbols[node],)
        parts = value if isinstance(value, tuple) else (value,)
        sort = lowering.element_sorts.get(node) or lowering.sorts[node]
        for term, part in zip(terms, parts, strict=True):
            spelled = (
                number(part, "Real" if sort == "Real" else None).text
                if isinstance(part, Fraction)
                else lowering.literal(node, part)
            )
            lines.append(f"(assert (= {term} {spelled}))\n")
    return "".join(lines)


def _values(problem: Problem, world: World, lowering: SmtLowering) -> dict[NodeId, Fraction | bool]:
    """The numbers and truths of a world, where the lowering is exact."""
    reader, vague = Interpreter(problem, world), set(lowering.inexact)
    found: dict[NodeId, Fraction | bool] = {}
    for node in lowering.symbols:
        if node in vague or not vague.isdisjoint(problem.nodes[node].args):
            vague.add(node)
            continue
        value = value_of(reader, node)
        if type(value) in (Fraction, bool):  # an approximation is compared with nothing
            assert isinstance(value, Fraction | bool)
            found[node] = value
    return found


def _some_other(lowering: SmtLowering, values: Mapping[NodeId, Fraction | bool]) -> str:
    """The assertion that some node has another value."""
    differ: list[str] = []
    for node, value in values.items():
        symbol = lowering.symbols[node]
        if isinstance(value, bool):
            differ.append(f"(not {symbol})" if value else symbol)
        else:
            real = lowering.sorts[node] == "Real" or value.denominator != 1
            term = f"(to_real {symbol})" if real and lowering.sorts[node] == "Int" else symbol
            differ.append(f"(not (= {term} {number(value, 'Real' if real else 'Int').text}))")
    return f"(assert (or false {' '.join(differ)}))\n"
