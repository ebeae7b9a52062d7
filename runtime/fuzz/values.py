"""Property 2: the interpreter, generated Python and the second columnar evaluator give every node the same value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, NodeId, Problem, Value
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.real_functions import Approximation
from mspec.compiler.types import Bool, Num
from mspec.runtime import columns
from mspec.runtime.batch import Batch
from mspec.runtime.compiled import Compiled
from mspec.runtime.fuzz.readings import alike, by_name, value_of
from mspec.runtime.interpret import Interpreter
from mspec.runtime.sample.sampler import Sampler, sampler_for
from mspec.runtime.testing import World


def held(problem: Problem, world: World) -> Sampler:
    """A sampler that draws one world only."""
    return sampler_for(problem, by_name(problem, world))


def one_value(problem: Problem, world: World) -> Iterator[str]:
    """Where two evaluations of a world differ, node by node."""
    drawn = held(problem, world).draw(0, range(1))
    reader = Interpreter(problem, world)
    yield from _generated(problem, drawn, reader)
    yield from _second(problem, drawn, reader)


def _generated(problem: Problem, drawn: Batch, reader: Interpreter) -> Iterator[str]:
    """Every node but the leaves, as far as it is demanded: elsewhere a column holds no value."""
    computed = [node for node, expression in enumerate(problem.nodes) if isinstance(expression, Apply)]
    try:
        lowering = lower_python(problem, computed)
    except MspecError as error:
        yield f"it cannot be compiled: {error.diagnostics[0].code} {error.diagnostics[0].text()}"
        return
    found = Compiled(lowering).run(drawn.columns, 1)
    if not found.admissible[0]:
        yield "generated code does not admit the world"
        return
    values = Batch(problem, drawn.index, found.columns, lowering.forms)
    for node in sorted(reader.demanded() & found.columns.keys()):
        expected, got = value_of(reader, node), values.values(node)[0]
        if not alike(expected, got):
            yield f"{_called(problem, node)} is {expected}, by generated code {got}"


def _second(problem: Problem, drawn: Batch, reader: Interpreter) -> Iterator[str]:
    """Every number and truth that has a value, demanded or not."""
    own = columns.evaluate(problem, drawn.columns, drawn.forms, range(len(problem.nodes)))
    if not _at(columns.admissible(problem, drawn.columns, drawn.forms)):
        yield "the second evaluator does not admit the world"
    for node, column in own.items():
        expected = value_of(reader, node)
        if isinstance(expected, Approximation):
            continue
        known, got = _own_value(problem, node, column)
        # `and`, `or` and `if` may have a value though an operand has none: what has no value is not compared.
        if known and expected is not None and got != expected:
            yield f"{_called(problem, node)} is {expected}, by the second evaluator {got}"


def _own_value(problem: Problem, node: NodeId, column: columns.Own) -> tuple[bool, Value | None]:
    """Whether a node is compared, and its value by the second evaluator; None where it has none."""
    type_ = problem.nodes[node].type
    if isinstance(type_, Bool) and isinstance(column, columns.Truths):
        return True, bool(_at(column.value)) if _at(column.valid) else None
    if not isinstance(type_, Num) or not type_.exact:
        return False, None
    if isinstance(column, columns.Lists | columns.Codes | columns.Truths | columns.Reals):
        return False, None
    return True, columns.fractions_of(column, 1)[0] if _at(column.valid) else None


def _at(mask: Any) -> bool:
    return bool(mask if isinstance(mask, bool) else mask[0])


def _called(problem: Problem, node: NodeId) -> str:
    return problem.names().get(node, f"%{node}")
