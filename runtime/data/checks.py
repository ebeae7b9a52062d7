"""What is checked of every batch before a record is made of it. A fault here is a defect of mspec: the run stops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.data import EquationDiffers, EvaluationsDisagree, ProofRefuted
from mspec.compiler.errors.worlds import NoValue
from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.real_functions import Approximation
from mspec.runtime import columns
from mspec.runtime.batch import Array, Batch, take
from mspec.runtime.compiled import Evaluation
from mspec.runtime.data.exact_text import exact_text
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.meaning import CLOSE, UNDECIDED
from mspec.runtime.prove.spelling import world_text
from mspec.runtime.steps import reread
from mspec.runtime.steps.equations import StepColumns, Worked

ONE_IN = 100
"""The interpreter looks at every row whose index is a multiple of this."""


def is_proved(problem: Problem) -> bool:
    """Whether the generated code is proved to compute what the graph means, in every world.

    Raises:
        MspecError: MS8101, it does not: a world was found in which they differ.
    """
    from mspec.runtime.prove.lowering import WrongLowering, prove

    try:
        return prove(problem, lower_python(problem)).kind != "none"
    except WrongLowering as wrong:
        node = "admissible" if wrong.node is None else _name(problem, wrong.node)
        raise MspecError([ProofRefuted(problem=problem.name, node=node, why=str(wrong))]) from wrong


def check_admissible(problem: Problem, drawn: Batch, found: Evaluation) -> None:
    """The generated code admits every world that the sampler drew.

    Raises:
        MspecError: MS8101, it does not; MS5003, what is demanded has no value there, which is the spec's fault.
    """
    if not found.admissible.all():
        row = int(np.flatnonzero(~found.admissible)[0])
        one = drawn.take(np.array([row]))
        world = {node: one.values(node)[0] for node in problem.givens()}
        broken = Interpreter(problem, world).broken()
        if isinstance(broken, Undefined):
            raise _no_value(problem, world, broken)
        raise disagreement(problem, int(drawn.index[row]), "admissible", "false", "true", "the sampler")


def check_columns(problem: Problem, batch: Batch, found: Evaluation) -> None:
    """The second columnar evaluator gives every exported value of every row, where it is demanded.

    Raises:
        MspecError: MS8101, with the first row and node where they differ.
    """
    own = columns.evaluate(problem, batch.columns, batch.forms, found.columns)
    for node, column in found.columns.items():
        same = columns.agrees(own[node], column, batch.forms[node])
        if same.all():
            continue
        wrong = np.flatnonzero(~same & found.demanded[node])
        if len(wrong):
            row = int(wrong[0])
            left = _text(problem, node, batch.take(np.array([row])).values(node)[0])
            right = _own_text(problem, node, own[node], row)
            index = int(batch.index[row])
            raise disagreement(problem, index, _name(problem, node), left, right, "the second evaluator")


def _own_text(problem: Problem, node: NodeId, own: columns.Own, row: int) -> str:
    match own:
        case columns.Truths(value):
            return str(bool(value if isinstance(value, bool) else value[row])).lower()
        case columns.Codes(code, values):
            return _text(problem, node, values[code if isinstance(code, int) else int(code[row])])
        case columns.Lists(parts):
            return f"[{', '.join(_own_text(problem, node, part, row) for part in parts)}]"
        case columns.Reals(numbers):
            return str(numbers[row])
        case _:
            num = own.num if isinstance(own.num, int) else int(own.num[row])
            den = own.den if isinstance(own.den, int) else int(own.den[row])
            return f"{num}/{den}"


def interpreted_rows(index: Array, every: bool) -> NDArray[np.bool_]:
    """The rows at which the interpreter looks: chosen by index, so by nothing that a batch or worker decides."""
    return np.ones(len(index), dtype=bool) if every else index % ONE_IN == 0


def check_interpreter(problem: Problem, batch: Batch, found: Evaluation, rows: NDArray[np.bool_]) -> None:
    """The interpreter admits these worlds and gives their demanded values.

    Raises:
        MspecError: MS8101, with the first row and node where they differ.
    """
    if not rows.any():
        return
    part = Batch(problem, batch.index[rows], {n: take(c, rows) for n, c in batch.columns.items()}, batch.forms)
    givens = problem.givens()
    worlds = zip(*(part.values(node) for node in givens), strict=True) if givens else iter([()] * part.size)
    values = {node: part.values(node) for node in found.columns}
    demanded = {node: mask[rows] for node, mask in found.demanded.items()}
    reader = Interpreter(problem, {})
    for row, world in enumerate(worlds):
        reader = reader.again(dict(zip(givens, world, strict=True)))
        _check_world(reader, int(part.index[row]), row, values, demanded)


def _check_world(
    reader: Interpreter,
    index: int,
    row: int,
    values: Mapping[NodeId, Sequence[Value]],
    demanded: Mapping[NodeId, Array],
) -> None:
    problem, world = reader.problem, reader.world
    broken = reader.broken()
    if isinstance(broken, Undefined) and broken.why == UNDECIDED:
        raise _no_value(problem, world, broken)
    if broken is not None:
        raise disagreement(problem, index, "admissible", "true", f"false ({broken.reason})", "the interpreter")
    for node, column in values.items():
        if not demanded[node][row]:
            continue
        try:
            exact: Value | str = reader.value(node)
        except Undefined as undefined:
            exact = f"undefined ({undefined.why})"
        if not _alike(exact, column[row]):
            left, right = _text(problem, node, column[row]), _text(problem, node, exact)
            raise disagreement(problem, index, _name(problem, node), left, right, "the interpreter")


def _alike(exact: Value | str, generated: Value) -> bool:
    """Equal; of approximations, which two evaluators round at different places, equal to 30 digits."""
    if isinstance(exact, Approximation) and isinstance(generated, Approximation):
        return abs(exact - generated) <= CLOSE * max(Fraction(1), abs(exact))
    return exact == generated


def check_equations(problem: Problem, batch: Batch, worked: Worked) -> None:
    """Every equation and claim of a group of rows, read again from its text, is true.

    Raises:
        MspecError: MS8102, with the first that is not.
    """
    for step in worked.steps:
        if step.equation is not None:
            _all_true(problem, batch, worked, step, step.equation, reread.holds(step.equation))
        if step.claim is not None:
            _all_true(problem, batch, worked, step, step.claim, reread.claims_hold(step.claim, problem.lexicon))


def _all_true(
    problem: Problem, batch: Batch, worked: Worked, step: StepColumns, texts: Sequence[str], true: Array
) -> None:
    if not true.all():
        row = int(np.flatnonzero(~true)[0])
        index, name = int(batch.index[worked.rows[row]]), step.step.name
        why = reread.why_not(texts[row], problem.lexicon, claim=texts is step.claim)
        raise MspecError([EquationDiffers(problem=problem.name, index=index, node=name, equation=texts[row], why=why)])


def disagreement(problem: Problem, index: int, node: str, left: str, right: str, other: str) -> MspecError:
    """MS8101, to be raised."""
    return MspecError(
        [EvaluationsDisagree(problem=problem.name, index=index, node=node, left=left, right=right, other=other)]
    )


def _no_value(problem: Problem, world: Mapping[NodeId, Value], undefined: Undefined) -> MspecError:
    shown = world_text(problem, world) or "always"
    return MspecError([NoValue(undefined.span, what=undefined.why, world=shown)])


def _name(problem: Problem, node: NodeId) -> str:
    return problem.names().get(node, f"%{node}")


def _text(problem: Problem, node: NodeId, value: Any) -> str:
    return exact_text(problem, problem.nodes[node].type, value)
