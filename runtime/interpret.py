"""The reference evaluator: slow, obvious, exact.

It walks the graph as built, one world at a time, in `Fraction`, and computes a node where it is demanded.
What operators mean it takes from `exact` of the operator table, which no generated code uses. The columnar
evaluators, the generated Python and the SMT-LIB are all held against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from fractions import Fraction

from mspec.compiler.constraints import Constraint, Holds, OnGrid, constraints, demand_roots
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, Const, Given, Node, NodeId, Problem, Value
from mspec.compiler.ops import Operators
from mspec.compiler.plugins import located, operators_of
from mspec.compiler.source import NOWHERE, Span
from mspec.compiler.types import ListOf, Num, RowOf, Type
from mspec.runtime.meaning import MOST_BITS, bits, marked, meaning, number, solve_linear, undefined_because

__all__ = ["MOST_BITS", "Interpreter", "Undefined", "solve_linear"]


_DECIDING = ("if", "and", "or")
"""Operators whose first argument decides which others are demanded."""


class Undefined(ArithmeticError):
    """A node has no value in this world (a zero divisor, a root of a negative number, a singular system …).

    `node` is where it went wrong, `why` says it in words.
    """

    def __init__(self, node: NodeId, why: str, span: Span = NOWHERE) -> None:
        super().__init__(f"node {node}: {why}")
        self.node, self.why, self.span = node, why, span

    @property
    def reason(self) -> str:
        """The same as `why`, under the name that constraints use."""
        return self.why


class Interpreter:
    """The values of one world.

    Args:
        problem: The graph as built.
        world: The value of every given that is demanded: Fraction for numbers (an int is taken for one),
            bool, str for nouns, words and people, int for the row of a table, tuple for a list. Values of
            other nodes are not read.
        interventions: Values forced on steps, `do(step := value)`; the expression of such a step is not
            looked at.
        operators: The table of the compile; by default that of the problem.
    """

    def __init__(
        self,
        problem: Problem,
        world: Mapping[NodeId, Value],
        *,
        interventions: Mapping[NodeId, Value] | None = None,
        operators: Operators | None = None,
    ) -> None:
        self.problem = problem
        self.world = world
        self.operators = operators_of(problem) if operators is None else operators
        self._known: dict[NodeId, Value | Undefined] = dict(interventions or {})
        self._forced = frozenset(self._known)
        self._constraints = constraints(problem)
        self._roots = demand_roots(problem)

    def again(self, world: Mapping[NodeId, Value]) -> Interpreter:
        """An evaluator of the same problem, with the same interventions, in another world."""
        other = copy(self)
        other.world = world
        other._known = {node: self._known[node] for node in self._forced}
        return other

    def further(self, more: Mapping[NodeId, Value]) -> Interpreter:
        """An evaluator of the same world with more of its givens; what was computed stays."""
        other = copy(self)
        other.world = {**self.world, **more}
        other._known = dict(self._known)
        return other

    # ------------------------------------------------------------------------------------------- values

    def value(self, node: NodeId) -> Value:
        """The exact value of a node, computed now if it was not before.

        Raises:
            Undefined: the node, or one that it demands, has no value in this world.
            KeyError: a given that it demands is not in the world; the argument is its name.
        """
        # An explicit stack: unrolled recurrences are deeper than Python's own.
        stack = [node]
        while stack:
            top = stack[-1]
            if top not in self._known:
                missing = self._missing(top)
                if missing:
                    stack += missing
                    continue
                self._known[top] = self._evaluate(top)
            stack.pop()
        return self._read(node)

    def _read(self, node: NodeId) -> Value:
        known = self._known[node]
        if isinstance(known, Undefined):
            raise known
        return known

    def _missing(self, node: NodeId) -> list[NodeId]:
        """What the node demands and is not known, the first one last; of an operator that decides, one at a time."""
        expression = self.problem.nodes[node]
        if isinstance(expression, Apply) and expression.op not in _DECIDING and node not in self._forced:
            return [arg for arg in reversed(expression.args) if arg not in self._known]
        missing = next((arg for arg in self._needed(node) if arg not in self._known), None)
        return [] if missing is None else [missing]

    def _needed(self, node: NodeId) -> Iterator[NodeId]:
        """The arguments that the node demands, in order. What comes later may depend on the value of what
        comes first, so a caller makes sure that each one is known before it asks for the next."""
        expression = self.problem.nodes[node]
        if node in self._forced or not isinstance(expression, Apply):
            return
        if expression.op not in _DECIDING:
            yield from expression.args
            return
        first, *rest = expression.args
        yield first
        decision = self._known[first]
        if isinstance(decision, Undefined):
            return
        if expression.op == "if":
            yield rest[0] if decision else rest[1]
        elif bool(decision) is (expression.op == "and"):
            yield rest[0]

    def _evaluate(self, node: NodeId) -> Value | Undefined:
        expression = self.problem.nodes[node]
        match expression:
            case Given(name, type_):
                if node not in self.world:
                    raise KeyError(name)
                return _as_value(self.world[node], type_, name)
            case Const(value):
                return value
            case Apply():
                try:
                    return self._bounded(node, self._apply(node, expression))
                except Undefined as undefined:
                    return undefined
                except MspecError as error:  # of a primitive that failed
                    raise located(error, expression.span) from error

    def _apply(self, node: NodeId, expression: Apply) -> Value:
        # Reading what is needed raises where one of the arguments is undefined.
        needed = [self._read(arg) for arg in self._needed(node)]
        match expression.op:
            case "if" | "and" | "or":
                return needed[-1]  # the arm taken, or the operand that decides
            case "same":
                return needed[0]
            case "convert":
                return marked(number(needed[0]) * number(expression.data[0]), needed)
            case "item":
                return self._item(node, needed[0], expression)
            case "lookup":
                return self._lookup(needed[0], expression)
            case "list":
                return tuple(needed)
            case "solve_linear":
                return self._solve_linear(node, [number(value) for value in needed], expression)
        op = self.operators[expression.op]
        why = undefined_because(op, needed)
        if why:
            raise Undefined(node, why, expression.span)
        return meaning(op, needed)

    def _item(self, node: NodeId, values: Value, expression: Apply) -> Value:
        index = expression.data[0]
        assert isinstance(values, tuple) and isinstance(index, int)
        if not 1 <= index <= len(values):
            raise Undefined(node, "there is no such place in the list", expression.span)
        return values[index - 1]

    def _lookup(self, row: Value, expression: Apply) -> Value:
        type_ = self.problem.nodes[expression.args[0]].type
        assert isinstance(type_, RowOf) and isinstance(row, int)
        table = self.problem.lexicon.table(type_.table)
        return table.rows[row][table.column(str(expression.data[0]))]

    def _solve_linear(self, node: NodeId, numbers: list[Fraction], expression: Apply) -> Fraction:
        names, which, _ = expression.data
        assert isinstance(names, tuple) and isinstance(which, int)
        solution = solve_linear(numbers, len(names))
        if solution is None:
            raise Undefined(node, "the equations have no single solution", expression.span)
        return marked(solution[which], numbers)

    def _bounded(self, node: NodeId, value: Value) -> Value:
        if isinstance(value, Fraction) and bits(value) > MOST_BITS:
            raise Undefined(node, "too large", _span(self.problem.nodes[node]))
        return value

    # ---------------------------------------------------------------------------------- demand, constraints

    def demanded(self) -> frozenset[NodeId]:
        """The nodes that the asked nodes and told steps need in this world: of a conditional, one arm.

        Raises:
            Undefined: one of them has no value.
            KeyError: a given is not in the world.
        """
        found: set[NodeId] = set()
        waiting = list(self._roots)
        for root in waiting:
            self.value(root)
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting.extend(self._needed(node))
        return frozenset(found)

    def demands(self, node: NodeId) -> bool:
        """Whether what is in this world so far demands a node. On the ways down to it, only what decides that is
        computed; a way that a given decides which is not there yet is left out."""
        above = {node}
        for place in range(node + 1, len(self.problem.nodes)):
            if not above.isdisjoint(self.problem.nodes[place].args):
                above.add(place)
        waiting, seen = [root for root in self._roots if root in above], set[NodeId]()
        while waiting:
            current = waiting.pop()
            if current == node:
                return True
            if current not in seen:
                seen.add(current)
                waiting += [arg for arg in self._chosen(current) if arg in above]
        return False

    def _chosen(self, node: NodeId) -> Iterator[NodeId]:
        """The arguments that a node demands, where the conditions that decide it are computed first."""
        expression = self.problem.nodes[node]
        if isinstance(expression, Apply) and expression.op in _DECIDING and node not in self._forced:
            try:
                self.value(expression.args[0])
            except (Undefined, KeyError):
                yield expression.args[0]  # the condition itself is demanded whatever it says
                return
        yield from self._needed(node)

    def broken(self) -> Constraint | Undefined | None:
        """The first constraint that does not hold, or what is undefined though it is demanded, or None.

        A `require` whose condition is undefined does not hold.
        """
        for bound in self._constraints:
            if isinstance(bound, Holds) and not self.holds(bound.node):
                return bound
        try:
            demanded = self.demanded()
        except Undefined as undefined:
            return undefined
        for bound in self._constraints:
            if isinstance(bound, OnGrid) and bound.node in demanded:
                value = self.value(bound.node)
                if (number(value) / bound.grid).denominator != 1:
                    return bound
        return None

    def holds(self, node: NodeId) -> bool:
        """Whether a condition is true; one that is undefined is not."""
        try:
            return self.value(node) is True
        except Undefined:
            return False

    def admissible(self) -> bool:
        """Whether this world satisfies every constraint and all that is demanded has a value."""
        return self.broken() is None


def _as_value(value: Value, type_: Type, name: str) -> Value:
    """The value of a given as the evaluator holds it. A float would make an inexact answer look exact."""
    if isinstance(type_, ListOf):
        if not isinstance(value, tuple) or len(value) != type_.length:
            raise TypeError(f"{name} must be a tuple of {type_.length} values")
        return tuple(_as_value(entry, type_.element, name) for entry in value)
    if isinstance(type_, Num):
        if isinstance(value, bool) or not isinstance(value, int | Fraction):
            raise TypeError(f"{name} must be a Fraction, not {value!r}")
        return Fraction(value)
    return value


def _span(node: Node) -> Span:
    return node.span
