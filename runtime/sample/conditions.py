"""Deciding for a batch of choices which are worlds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mspec.compiler.constraints import Constraint, Holds
from mspec.compiler.ir import Apply, NodeId, Problem
from mspec.compiler.lower.lower_python import lower_python
from mspec.compiler.types import Num
from mspec.runtime.compiled import Compiled
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.sample.slots import Chosen, Encoder

Mask = NDArray[np.bool_]

_SLOW = {"gcd": 20, "lcm": 40, "solve_linear": 8, "choose": 400, "factorial": 400, "is_prime": 1000,
         "digit_sum": 400, "divisor_count": 2000, "divisor_sum": 2000, "totient": 8000, "power_mod": 400,
         "in_base": 1000, "from_base": 1000, "arrangements": 400, "derangements": 1000}  # fmt: skip
"""Operators that take much longer on a column than the arithmetic of int64."""
_REAL = 900
"""What an operator takes whose value, or one of whose arguments, is a real number: they are columns of intervals."""
_ROW, _UNIT = 10, 16
"""Operations that any row takes, and those that a row under a simple constraint takes."""
_WIDE, _WIDE_COST = 1 << 40, 20
"""Numbers that may be larger, scaled, may not fit into int64, and are columns of Python integers then."""


@dataclass(frozen=True)
class Conditions:
    """Some constraints of a problem as generated Python on columns."""

    encoder: Encoder
    constraints: tuple[Constraint, ...]
    _compiled: Compiled | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        lowering = lower_python(self.encoder.problem, [], self.constraints) if self.constraints else None
        object.__setattr__(self, "_compiled", Compiled(lowering) if lowering is not None else None)

    def weight(self, more: int = 0) -> int:
        """For how many rows under simple constraints one row counts, `more` operations included. Plans depend on it,
        so it is reckoned from the graph and never measured."""
        return -(-(_ROW + more + self._operations()) // _UNIT)

    def _operations(self) -> int:
        """About how many operations of int64 arithmetic one row takes."""
        problem = self.encoder.problem
        waiting, seen, cost = [constraint.node for constraint in self.constraints], set[int](), 0
        while waiting:
            i = waiting.pop()
            node = problem.nodes[i]
            if i in seen or not isinstance(node, Apply):
                continue
            seen.add(i)
            waiting += node.args
            each = _REAL if self._is_real(i) else _SLOW.get(node.op, 1) * (_WIDE_COST if self._is_wide(i) else 1)
            cost += each * max(1, len(node.args) - 1)
        return cost

    def _is_real(self, i: NodeId) -> bool:
        nodes = self.encoder.problem.nodes
        types = (nodes[node].type for node in (i, *nodes[i].args))
        return any(isinstance(type_, Num) and not type_.exact for type_ in types)

    def _is_wide(self, i: NodeId) -> bool:
        node, bounds = self.encoder.problem.nodes[i], self.encoder.intervals[i]
        if bounds is not None or not isinstance(node, Apply):
            return bounds is not None and bounds.size > _WIDE
        return isinstance(node.type, Num) and (node.op == "pow" or any(map(self._is_wide, node.args)))

    def mask(self, chosen: Chosen, size: int) -> Mask | None:
        """Which rows satisfy all of them; None where there is nothing to satisfy.

        Args:
            chosen: The slots of every given on which a constraint depends.
            size: The number of rows.
        """
        if self._compiled is None:
            return None
        _, admissible = self._compiled.evaluate(self.encoder.columns(chosen), size)
        return np.broadcast_to(np.asarray(admissible, dtype=bool), (size,))


def broken_constants(problem: Problem, bounds: Sequence[Constraint]) -> list[Constraint]:
    """Those of some constraints without givens that do not hold."""
    broken: list[Constraint] = []
    for bound in bounds:
        try:
            value = Interpreter(problem, {}).value(bound.node)
        except Undefined:
            broken.append(bound)
            continue
        if isinstance(bound, Holds):
            held = value is True
        else:
            held = not isinstance(value, str | tuple) and (value / bound.grid).denominator == 1
        if not held:
            broken.append(bound)
    return broken
