"""Three evaluations that share nothing, held against each other world by world and node by node.

The interpreter, the generated Python (on columns and on plain integers), and the second columnar evaluator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.lower.agreement import columns_of, decoded, encoded
from tests.worlds import World, as_columns

from mspec.compiler.ir import Const, Given, NodeId, Problem, Value
from mspec.compiler.lower.lower_python import PythonLowering, lower_python
from mspec.compiler.real_functions import Approximation
from mspec.compiler.types import Bool, Num
from mspec.runtime import columns
from mspec.runtime.batch import Column
from mspec.runtime.compiled import Compiled
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.meaning import CLOSE


def whole_lowering(problem: Problem) -> PythonLowering:
    """Generated Python that exports every node but the givens and literals."""
    nodes = [n for n, node in enumerate(problem.nodes) if not isinstance(node, (Given, Const))]
    return lower_python(problem, nodes)


def differences(problem: Problem, worlds: Sequence[World], lowering: PythonLowering | None = None) -> list[str]:
    """Everything in which the evaluations differ on some worlds, in words."""
    lowering = lowering or whole_lowering(problem)
    compiled = Compiled(lowering)
    generated = compiled.run(columns_of(lowering, worlds), len(worlds))
    givens, forms = as_columns(problem, worlds)
    own = columns.evaluate(problem, givens, forms, range(len(problem.nodes)))
    own_admissible = columns.admissible(problem, givens, forms)
    demand = columns.demand(problem, own)
    alike = {n: columns.agrees(own[n], c, lowering.forms[n]) for n, c in generated.columns.items()}
    second = {n: _second(problem, own[n], n, len(worlds)) for n in own}
    varying = _varying(problem)
    found: list[str] = []
    for row, world in enumerate(worlds):
        reference = Interpreter(problem, world)
        admissible = reference.admissible()
        plain, plain_admissible, _ = compiled.module["world"](*plain_values(lowering, world))
        verdicts = (admissible, bool(generated.admissible[row]), bool(plain_admissible), bool(own_admissible[row]))
        if len(set(verdicts)) > 1:
            found.append(f"admissible: {verdicts} in {world}")
            continue
        found += _second_differs(problem, reference, second, row)
        if not admissible:
            continue
        demanded = reference.demanded()
        for node, value in zip(lowering.exported, plain, strict=True):
            masks = [node in demanded, _at(demand.get(node, False), row)]
            if node in varying:
                masks.append(bool(generated.demanded[node][row]))
            if len(set(masks)) > 1:
                found.append(f"%{node} demanded: {masks} in {world}")
            if node in demanded:
                form, expected = lowering.forms[node], reference.value(node)
                for got in (decoded(value, form), decoded(_row(generated.columns[node], row), form)):
                    if not _same(got, expected):
                        found.append(f"%{node}: {got}, not {expected} in {world}")
                if not alike[node][row]:
                    found.append(f"%{node}: the columnar evaluators differ in {world}")
    return found


def _varying(problem: Problem) -> frozenset[NodeId]:
    """Steps and what depends on a given. The rest is folded, and nobody asks whether a part of it is demanded."""
    found: set[NodeId] = set()
    for node, expression in enumerate(problem.nodes):
        if isinstance(expression, Given) or any(arg in found for arg in expression.args):
            found.add(node)
    return frozenset(found | {step.node for step in problem.steps})


def _second(problem: Problem, own: columns.Own, node: NodeId, rows: int) -> list[Value | None] | None:
    """The second evaluator's values of numbers and truths, None where it has none."""
    if isinstance(own, columns.Truths):
        return [bool(_at(own.value, r)) if _at(own.valid, r) else None for r in range(rows)]
    type_ = problem.nodes[node].type
    if isinstance(type_, Num) and type_.exact and not isinstance(own, columns.Lists | columns.Codes | columns.Truths):
        numbers = columns.fractions_of(own, rows)
        return [number if _at(own.valid, r) else None for r, number in enumerate(numbers)]
    return None


def _second_differs(
    problem: Problem, reference: Interpreter, second: Mapping[NodeId, list[Value | None] | None], row: int
) -> list[str]:
    """Every node that has a value, demanded or not: the interpreter and the second evaluator give the same."""
    found: list[str] = []
    for node, values in second.items():
        if values is None or not isinstance(problem.nodes[node].type, Num | Bool):
            continue
        try:
            expected: Value | None = reference.value(node)
        except Undefined:
            expected = None
        if isinstance(expected, Approximation) or (expected is None and values[row] is None):
            continue
        # `and`, `or` and `if` may have a value though an operand has none; it is what is reached that counts.
        if expected is not None and values[row] != expected:
            found.append(f"%{node}: {values[row]} by the second evaluator, not {expected}, in {reference.world}")
    return found


def _at(mask: Any, row: int) -> bool:
    return bool(mask if isinstance(mask, bool) else mask[row])


def _row(column: Column, row: int) -> Any:
    return tuple(part[row] for part in column) if isinstance(column, tuple) else column[row]


def plain_values(lowering: PythonLowering, world: Mapping[NodeId, Value]) -> list[Any]:
    """What `world(…)` of the generated module takes, as plain integers."""
    return [encoded(world[node], lowering.forms[node]) for node in lowering.givens]


def _same(got: Any, expected: Value) -> bool:
    if isinstance(got, tuple) and isinstance(expected, tuple):
        return len(got) == len(expected) and all(map(_same, got, expected))
    if isinstance(expected, Fraction) and not isinstance(got, Fraction):
        return bool(got.meets(expected, CLOSE * max(Fraction(1), abs(expected))))
    return bool(got == expected)
