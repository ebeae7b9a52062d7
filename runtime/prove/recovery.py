"""What going backwards asks of the worlds: where a hidden value is found by dividing or by a system of equations, the
divisor is not 0, and the system has exactly one solution.

Some of these divisors, and the determinants of the systems, are no nodes of the graph. They are put behind its nodes,
so that they are proved or refuted like everything else.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from mspec.compiler.ir import Apply, Const, Node, NodeId, Problem
from mspec.compiler.solution import Solution
from mspec.compiler.types import RATIONAL, REAL, Num
from mspec.runtime.prove.obligations import NonZero, Obligation

ZERO, ONE = Fraction(0), Fraction(1)


def recovery(problem: Problem, worked: Solution) -> tuple[Problem, tuple[Obligation, ...]]:
    """The obligations, and the problem with the nodes that they speak of."""
    extended = _Extended(problem, worked)
    stops = {step.root for step in worked.steps}
    found: list[Obligation] = []
    systems: set[tuple[int, ...]] = set()
    for step in worked.steps:
        waiting = [step.root] if step.derived else []
        while waiting:
            node = worked.nodes[waiting.pop()]
            if not isinstance(node, Apply):
                continue
            waiting += [arg for arg in node.args if arg not in stops]
            match node.op:
                case "div" if not isinstance(worked.nodes[node.args[1]], Const):
                    divisor = extended.node(node.args[1])
                case "solve_linear" if node.args not in systems:
                    systems.add(node.args)
                    divisor = extended.determinant([extended.node(arg) for arg in node.args])
                case _:
                    continue
            span = problem.nodes[step.recomputes].span
            found.append(Obligation("recovery", divisor, step.recomputes, NonZero(), span))
    return extended.problem(), tuple(dict.fromkeys(found))


@dataclass
class _Extended:
    """A problem with parts of its solution behind its nodes."""

    base: Problem
    worked: Solution
    added: list[Node] = field(default_factory=list)
    at: dict[int, NodeId] = field(default_factory=dict)

    def problem(self) -> Problem:
        return replace(self.base, nodes=(*self.base.nodes, *self.added)) if self.added else self.base

    def node(self, place: int) -> NodeId:
        """The node that has the value of a place of the solution."""
        origin = self.worked.origin[place]
        if origin is not None:
            return origin
        if place not in self.at:
            found = self.worked.nodes[place]
            assert isinstance(found, (Const, Apply)), "what is known has a node"
            if isinstance(found, Apply):
                found = replace(found, args=tuple(self.node(arg) for arg in found.args))
            self.at[place] = self._put(found)
        return self.at[place]

    def determinant(self, cells: list[NodeId]) -> NodeId:
        """That of a system: row after row its factors and then its right side. By minors along the first row."""
        size = next(n for n in range(1, len(cells) + 1) if n * (n + 1) == len(cells))
        rows = [cells[row * (size + 1) : row * (size + 1) + size] for row in range(size)]
        minors: dict[tuple[int, ...], NodeId] = {}

        def minor(columns: tuple[int, ...]) -> NodeId:
            """Of the last rows, as many as there are columns."""
            if columns not in minors:
                row = rows[size - len(columns)]
                whole = self._const(ZERO)
                for position, column in enumerate(columns):
                    rest = columns[:position] + columns[position + 1 :]
                    term = self._apply("mul", row[column], minor(rest)) if rest else row[column]
                    whole = self._apply("sub" if position % 2 else "add", whole, term)
                minors[columns] = whole
            return minors[columns]

        return minor(tuple(range(size)))

    def _apply(self, op: str, left: NodeId, right: NodeId) -> NodeId:
        """`left op right`, without the operations that change nothing."""
        a, b = self._value(left), self._value(right)
        if op == "mul" and ZERO in (a, b):
            return self._const(ZERO)
        if a is not None and b is not None:
            return self._const({"add": a + b, "sub": a - b, "mul": a * b}[op])
        if (op == "mul" and b == ONE) or (op != "mul" and b == ZERO):
            return left
        if (op == "mul" and a == ONE) or (op == "add" and a == ZERO):
            return right
        if op == "sub" and a == ZERO:
            return self._put(Apply("neg", (right,), self._type(right)))
        return self._put(Apply(op, (left, right), self._type(left, right)))

    def _type(self, *nodes: NodeId) -> Num:
        types = [self._node(node).type for node in nodes]
        return RATIONAL if all(isinstance(type_, Num) and type_.exact for type_ in types) else REAL

    def _value(self, node: NodeId) -> Fraction | None:
        found = self._node(node)
        return found.value if isinstance(found, Const) and isinstance(found.value, Fraction) else None

    def _node(self, node: NodeId) -> Node:
        known = len(self.base.nodes)
        return self.base.nodes[node] if node < known else self.added[node - known]

    def _const(self, value: Fraction) -> NodeId:
        return self._put(Const(value, RATIONAL))

    def _put(self, node: Node) -> NodeId:
        self.added.append(node)
        return len(self.base.nodes) + len(self.added) - 1
