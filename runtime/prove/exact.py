"""The reference evaluator as the judge of what a solver says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from mspec.compiler.constraints import Constraint, Holds
from mspec.compiler.ir import NodeId, Problem, Value
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.prove.demanded import where_demanded
from mspec.runtime.prove.obligations import Claim, Multiple, Regular, holds


class Judge:
    """One world, of which some givens may be missing as long as nothing that is asked depends on them."""

    def __init__(self, problem: Problem, world: Mapping[NodeId, Value]) -> None:
        self.problem = problem
        self._interpreter = Interpreter(problem, world)

    def number(self, node: NodeId) -> Fraction | None:
        """The value of a node, if it is a number and has one."""
        try:
            value = self._interpreter.value(node)
        except Undefined:
            return None
        return value if isinstance(value, Fraction) else None

    def truth(self, node: NodeId, sign: bool) -> bool:
        """Whether a condition has a value and that is `sign`."""
        try:
            return self._interpreter.value(node) is sign
        except Undefined:
            return False

    def demanded(self, node: NodeId) -> bool:
        """Whether a node is demanded."""
        return bool(where_demanded(self.problem, node, self.truth))

    def satisfies(self, constraints: Iterable[Constraint]) -> bool:
        """Whether all of some constraints hold."""
        return all(
            self.truth(c.node, True)
            if isinstance(c, Holds)
            else not self.demanded(c.node) or self.grants(c.node, Multiple(c.grid))
            for c in constraints
        )

    def grants(self, node: NodeId, claim: Claim) -> bool:
        """Whether a claim is not false of a node: what has no value breaks nothing but the uniqueness of a
        solution."""
        try:
            value = self._interpreter.value(node)
        except Undefined as undefined:
            return not (isinstance(claim, Regular) and undefined.node == node)
        if isinstance(value, tuple):
            return all(holds(claim, part) for part in value if isinstance(part, Fraction))
        # Of a real number only digits are known: they refute nothing.
        return type(value) is not Fraction or holds(claim, value)
