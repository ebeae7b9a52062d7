"""A world's values by the exact walk of the interpreter, in columns: for problems of which one world is wanted.

Generating and compiling Python for a problem takes as long as hundreds of walks over its graph. What a walk finds is
held against the second columnar evaluator, as what generated code computes is. An operator without a column form (a
digit sum) has one definition for both; there the claim that is read again from its text is the other evaluation.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Form, Ratio, Spelled, Truth
from mspec.compiler.lower.lower_python import record_nodes
from mspec.compiler.types import Bool, NounType, Num, Opaque, Person, RowOf, Word
from mspec.runtime.batch import Batch, Column, RatioColumn, objects
from mspec.runtime.compiled import Evaluation
from mspec.runtime.interpret import Interpreter, Undefined


class Walked:
    """Evaluates one world at a time, as `Compiled` evaluates columns of them."""

    by_interpreter = True

    def __init__(self, problem: Problem, exported: tuple[NodeId, ...], givens: Mapping[NodeId, Form]) -> None:
        self.problem = problem
        self._exported = exported
        self._givens = givens

    @staticmethod
    def of(problem: Problem, givens: Mapping[NodeId, Form]) -> Walked | None:
        """An evaluator of worlds whose givens stand in these forms; None where a record needs more than rational
        numbers, truth values, names and texts of library types."""
        exported = record_nodes(problem)
        for node in exported:
            type_ = problem.nodes[node].type
            if not (type_.exact if isinstance(type_, Num) else isinstance(type_, _WALKED)):
                return None
        return Walked(problem, exported, givens)

    def run(self, givens: Mapping[NodeId, Column], size: int) -> Evaluation:
        """The exported columns of one world.

        Raises:
            ValueError: there is not one world, but more or none.
        """
        if size != 1:
            raise ValueError(f"one world is walked at a time, not {size}")
        drawn = Batch(self.problem, np.zeros(1, dtype=np.int64), dict(givens), self._givens)
        reader = Interpreter(self.problem, {node: drawn.values(node)[0] for node in self.problem.givens()})
        admissible = reader.admissible()
        demanded = reader.demanded() if admissible else frozenset()
        columns: dict[NodeId, Column] = {}
        forms: dict[NodeId, Form] = {}
        for node in self._exported:
            forms[node], columns[node] = _column(self.problem, node, _value(reader, node))
        masks = {node: np.array([node in demanded]) for node in self._exported}
        return Evaluation(columns, np.array([admissible]), masks, forms)


_WALKED = (Bool, NounType, Word, Person, RowOf, Opaque)


def _value(reader: Interpreter, node: NodeId) -> Value | None:
    """A text may show what no answer demands."""
    try:
        return reader.value(node)
    except Undefined:
        return None


def _column(problem: Problem, node: NodeId, value: Value | None) -> tuple[Form, Column]:
    """One value as a column; anything, where there is none."""
    type_ = problem.nodes[node].type
    if isinstance(type_, Bool):
        return Truth(), np.array([value is True])
    if isinstance(type_, Num):
        number = value if isinstance(value, Fraction) else Fraction(0)
        wide = max(abs(number.numerator), number.denominator) >= 1 << 62
        kind = object if wide else np.int64
        return Ratio(), RatioColumn(np.array([number.numerator], kind), np.array([number.denominator], kind))
    if isinstance(type_, Opaque):
        return Spelled(), objects([value if isinstance(value, str) else ""])
    return Code(("" if value is None else value,)), np.zeros(1, dtype=np.int64)
