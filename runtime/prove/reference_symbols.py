"""What a problem means, as symbols: a walk over the graph as built that knows nothing of how it is lowered."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import prod

from mspec.compiler.constraints import Holds, OnGrid, constraints, demand_roots
from mspec.compiler.ir import Apply, Const, Given, NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Form, Many, Scaled
from mspec.compiler.lower.python_forms import given_form
from mspec.compiler.passes.intervals import intervals
from mspec.compiler.plugins import operators_of
from mspec.compiler.types import Bool, RowOf
from mspec.runtime.meaning import meaning, undefined_because
from mspec.runtime.prove.diagrams import GaveUp
from mspec.runtime.prove.generated_symbols import (
    Symbolic,
    Truth,
    all_different,
    as_number,
    chosen,
    equality,
    given_symbol,
    joined,
)
from mspec.runtime.prove.symbols import Cases, Quotient, Symbols

MOST_PRIME = 10**12
"""Above this `is_prime` has no value, as in the reference evaluator."""
MOST_CASES = 1024
"""Tuples of arguments of a primitive that are looked at."""


class Reference:
    """The meaning of the nodes of a problem.

    Categorical values are cases over the values themselves, numbers are in their own unit.
    """

    def __init__(self, symbols: Symbols, problem: Problem) -> None:
        self.symbols = symbols
        self.problem = problem
        self.operators = operators_of(problem)
        self.bounds = intervals(problem)
        self.values: dict[NodeId, Symbolic] = {}
        self.known: dict[NodeId, Value] = {}
        self.guards: dict[NodeId, int] = {}
        self.defined: dict[NodeId, int] = {}

    def evaluate(self, nodes: Sequence[NodeId]) -> None:
        """Compute nodes and all that they are made of."""
        needed: set[NodeId] = set()
        waiting = list(nodes)
        while waiting:
            node = waiting.pop()
            if node not in needed and node not in self.values:
                needed.add(node)
                waiting.extend(self.problem.nodes[node].args)
        for node in sorted(needed):
            self.values[node] = self._value(node)
            self.defined[node] = self._defined(node)

    def truth(self, node: NodeId) -> int:
        value = self.values[node]
        if not isinstance(value, Truth):
            raise GaveUp("a truth value is expected")
        return value.diagram

    # ------------------------------------------------------------------------- definedness and demand

    def _defined(self, node: NodeId) -> int:
        """The condition that a node has a value: its guard holds, and what it needs has one."""
        diagrams = self.symbols.diagrams
        expression = self.problem.nodes[node]
        result = self.guards.get(node, diagrams.one)
        for arg, where in self._arguments(node, expression.args):
            either = diagrams.choose(where, self.defined[arg], diagrams.one)
            result = diagrams.multiply(result, either)
        return result

    def _arguments(self, node: NodeId, args: Sequence[NodeId]) -> list[tuple[NodeId, int]]:
        """The arguments, each with the condition under which it is needed."""
        diagrams, expression = self.symbols.diagrams, self.problem.nodes[node]
        if not isinstance(expression, Apply) or expression.op not in ("if", "and", "or"):
            return [(arg, diagrams.one) for arg in args]
        first = self.truth(args[0])
        if expression.op == "if":
            return [(args[0], diagrams.one), (args[1], first), (args[2], diagrams.opposite(first))]
        return [(args[0], diagrams.one), (args[1], first if expression.op == "and" else diagrams.opposite(first))]

    def demanded(self) -> dict[NodeId, int]:
        """The condition under which each node is demanded."""
        diagrams = self.symbols.diagrams
        when: dict[NodeId, int] = dict.fromkeys(demand_roots(self.problem), diagrams.one)
        for node in range(len(self.problem.nodes) - 1, -1, -1):
            if node not in when:
                continue
            for arg, where in self._arguments(node, self.problem.nodes[node].args):
                part = diagrams.multiply(when[node], where)
                when[arg] = diagrams.either(when.get(arg, diagrams.zero), part)
        return when

    def admissible(self, demanded: dict[NodeId, int]) -> int:
        """The condition that every constraint holds and everything demanded has a value."""
        diagrams, result = self.symbols.diagrams, self.symbols.diagrams.one
        for constraint in constraints(self.problem):
            match constraint:
                case Holds(node):
                    holds = diagrams.multiply(self.defined[node], self.truth(node))
                case OnGrid(node, grid):
                    number = as_number(self.symbols, self.values[node])
                    on_grid = self.symbols.integral(self.symbols.multiply(number, self.symbols.constant(1 / grid)))
                    holds = diagrams.choose(demanded.get(node, diagrams.zero), on_grid, diagrams.one)
            result = diagrams.multiply(result, holds)
        for root in demand_roots(self.problem):
            result = diagrams.multiply(result, self.defined[root])
        return result

    # ------------------------------------------------------------------------------------------ values

    def _value(self, node: NodeId) -> Symbolic:
        expression = self.problem.nodes[node]
        match expression:
            case Given():
                form = given_form(self.problem, node)
                return self._meant(given_symbol(self.symbols, self.problem, node, form), form)
            case Const(value):
                self.known[node] = value
                return self._constant(value)
            case Apply() if (folded := self._folded(expression)) is not None:
                self.known[node] = folded
                return self._constant(folded)
            case Apply():
                return self._apply(node, expression, [self.values[arg] for arg in expression.args])

    def _folded(self, expression: Apply) -> Value | None:
        """The value of an operator on constants that has one, as the reference evaluator finds it."""
        op = self.operators[expression.op]
        values = [self.known[arg] for arg in expression.args if arg in self.known]
        if op.fixity == "hidden" or len(values) != len(expression.args) or not values:
            return None
        return meaning(op, values) if undefined_because(op, values) is None else None

    def _meant(self, symbol: Symbolic, form: Form) -> Symbolic:
        """From what a column holds to the values it stands for."""
        match form, symbol:
            case Scaled(den), Quotient():
                return self.symbols.multiply(symbol, self.symbols.constant(Fraction(1, den)))
            case Code(values), Cases(cases):
                return Cases(tuple((values[int(str(place))], condition) for place, condition in cases))
            case Many(element), tuple():
                return tuple(self._meant(part, element) for part in symbol)
            case _:
                return symbol

    def _constant(self, value: Value) -> Symbolic:
        match value:
            case bool():
                return Truth(self.symbols.diagrams.one if value else self.symbols.diagrams.zero)
            case Fraction():
                return self.symbols.constant(value)
            case tuple():
                return tuple(self._constant(part) for part in value)
            case _:
                return Cases(((value, self.symbols.diagrams.one),))

    def _apply(self, node: NodeId, expression: Apply, args: list[Symbolic]) -> Symbolic:
        symbols, diagrams = self.symbols, self.symbols.diagrams
        match expression.op, args:
            case "if", [condition, a, b]:
                return chosen(symbols, _diagram(condition), a, b)
            case "and", [a, b]:
                return Truth(diagrams.multiply(_diagram(a), _diagram(b)))
            case "or", [a, b]:
                return Truth(diagrams.either(_diagram(a), _diagram(b)))
            case "not", [a]:
                return Truth(diagrams.opposite(_diagram(a)))
            case "eq", [a, b]:
                return Truth(equality(symbols, a, b))
            case "ne", [a, b]:
                return Truth(diagrams.opposite(equality(symbols, a, b)))
            case "distinct", _:
                return Truth(all_different(symbols, args))
            case "same" | "magnitude", [a]:
                return a
            case "list", _:
                return tuple(args)
            case "item", [values]:
                index = expression.data[0]
                assert isinstance(values, tuple) and isinstance(index, int)
                return values[index - 1]
            case "lookup", [Cases(cases)]:
                return self._lookup(expression, cases)
        if self.operators[expression.op].plugin:
            return self._primitive(node, expression, args)
        numbers = [as_number(symbols, arg) for arg in args]
        self._guard(node, expression, numbers)
        return self._number(node, expression, numbers)

    def _lookup(self, expression: Apply, cases: Sequence[tuple[object, int]]) -> Symbolic:
        type_ = self.problem.nodes[expression.args[0]].type
        assert isinstance(type_, RowOf)
        table = self.problem.lexicon.table(type_.table)
        column = table.column(str(expression.data[0]))
        found = [(table.rows[row][column], condition) for row, condition in cases if isinstance(row, int)]
        if isinstance(found[0][0], bool):
            where = self.symbols.diagrams.zero
            for value, condition in found:
                where = self.symbols.diagrams.either(where, condition) if value else where
            return Truth(where)
        return joined(self.symbols, found)

    def _primitive(self, node: NodeId, expression: Apply, args: Sequence[Symbolic]) -> Symbolic:
        """A primitive of categorical values and constants: its value in each case."""
        op, diagrams = self.operators[expression.op], self.symbols.diagrams
        choices: list[list[tuple[Value, int]]] = []
        for arg, value in zip(expression.args, args, strict=True):
            if arg in self.known:
                choices.append([(self.known[arg], diagrams.one)])
            elif isinstance(value, Cases) and all(isinstance(case, str) for case, _ in value.cases):
                choices.append([(str(case), condition) for case, condition in value.cases])
            else:
                raise GaveUp(f"{op.name} is computed by a plug-in")
        if prod(map(len, choices)) > MOST_CASES:
            raise GaveUp(f"{op.name} has too many cases")
        found: list[tuple[object, int]] = []
        exists = diagrams.zero
        for chosen_values in product(*choices):
            values = [value for value, _ in chosen_values]
            condition = diagrams.one
            for _, part in chosen_values:
                condition = diagrams.multiply(condition, part)
            if undefined_because(op, values) is None:
                exists = diagrams.either(exists, condition)
                found.append((meaning(op, values), condition))
        self.guards[node] = exists
        if not found:
            raise GaveUp(f"{op.name} has no value")
        if isinstance(expression.type, Bool):
            where = diagrams.zero
            for truth, condition in found:
                where = diagrams.either(where, condition) if truth else where
            return Truth(where)
        return joined(self.symbols, found)

    def _guard(self, node: NodeId, expression: Apply, numbers: Sequence[Quotient]) -> None:
        symbols, diagrams = self.symbols, self.symbols.diagrams
        result = diagrams.one
        for kind, position in self.operators[expression.op].guards:
            places = range(len(numbers)) if position < 0 else range(position, min(position + 1, len(numbers)))
            for place in places:
                result = diagrams.multiply(result, self._fit(kind, numbers[place], expression.args[place]))
        bounds = self.bounds[expression.args[0]]
        if expression.op == "kth" and not (bounds and bounds.low >= 1 and bounds.high <= len(numbers) - 1):
            low = symbols.below_zero(symbols.subtract(numbers[0], symbols.constant(1)))
            high = symbols.below_zero(symbols.subtract(symbols.constant(len(numbers) - 1), numbers[0]))
            result = diagrams.multiply(diagrams.opposite(low), diagrams.opposite(high))
        if expression.op == "is_prime" and not (bounds and bounds.high <= MOST_PRIME):
            large = symbols.below_zero(symbols.subtract(symbols.constant(MOST_PRIME), numbers[0]))
            result = diagrams.multiply(result, diagrams.opposite(large))
        self.guards[node] = result

    def _fit(self, kind: str, number: Quotient, node: NodeId) -> int:
        """The condition that an argument keeps a guard."""
        symbols, diagrams, bounds = self.symbols, self.symbols.diagrams, self.bounds[node]
        match kind:
            case "nonzero":
                apart = bounds is not None and not bounds.has_zero
                return diagrams.one if apart else diagrams.opposite(symbols.zero(number))
            case "positive":
                above = bounds is not None and bounds.low > 0
                return diagrams.one if above else symbols.below_zero(symbols.negative(number))
            case "whole":
                return symbols.integral(number)
            case "nonnegative" | "natural":
                above = bounds is not None and bounds.low >= 0
                sign = diagrams.one if above else diagrams.opposite(symbols.below_zero(number))
                return sign if kind == "nonnegative" else diagrams.multiply(sign, symbols.integral(number))
            case _:
                raise GaveUp(f"a guard {kind}")

    def _number(self, node: NodeId, expression: Apply, numbers: list[Quotient]) -> Symbolic:
        symbols, diagrams = self.symbols, self.symbols.diagrams
        match expression.op, numbers:
            case "add", [a, b]:
                return symbols.add(a, b)
            case "sub", [a, b]:
                return symbols.subtract(a, b)
            case "mul", [a, b]:
                return symbols.multiply(a, b)
            case "div", [a, b]:
                return symbols.ratio(a, b)
            case "pow", [a, b]:
                return symbols.power(a, b)
            case "neg", [a]:
                return symbols.negative(a)
            case "convert", [a]:
                factor = expression.data[0]
                assert isinstance(factor, Fraction)
                return symbols.multiply(a, symbols.constant(factor))
            case "lt", [a, b]:
                return Truth(symbols.below_zero(symbols.subtract(a, b)))
            case "gt", [a, b]:
                return Truth(symbols.below_zero(symbols.subtract(b, a)))
            case "le", [a, b]:
                return Truth(diagrams.opposite(symbols.below_zero(symbols.subtract(b, a))))
            case "ge", [a, b]:
                return Truth(diagrams.opposite(symbols.below_zero(symbols.subtract(a, b))))
            case "quotient", [a, b]:
                return symbols.floor(symbols.plain_ratio(a, b))
            case "remainder", [a, b]:
                whole = symbols.floor(symbols.plain_ratio(a, b))
                return symbols.subtract(a, symbols.multiply(b, whole))
            case "divides", [a, b]:
                return Truth(symbols.integral(symbols.plain_ratio(b, a)))
            case "is_int", [a]:
                return Truth(symbols.integral(a))
            case (("floor" | "ceil" | "round"), [a, *to]):
                return self._rounded(expression.op, a, to)
            case (("abs" | "min" | "max" | "mode"), _):
                return symbols.homogeneous(expression.op, numbers)
            case "kth", [k, *rest]:
                return symbols.homogeneous("kth", rest, [k])
            case "median", _:
                return self._median(numbers)
            case (("gcd" | "lcm" | "factorial" | "choose"), _):
                return symbols.unknown(expression.op, numbers)
            case (("is_square" | "is_prime"), _):
                return Truth(symbols.test(expression.op, numbers))
            case "solve_linear", _:
                return self._solution(node, expression, numbers)
            case _:
                raise GaveUp(f"no rule for {expression.op}")

    def _rounded(self, op: str, a: Quotient, to: Sequence[Quotient]) -> Quotient:
        symbols = self.symbols
        part = symbols.ratio(a, to[0]) if to else a
        match op:
            case "floor":
                whole = symbols.floor(part)
            case "ceil":
                whole = symbols.negative(symbols.floor(symbols.negative(part)))
            case _:
                whole = symbols.floor(symbols.add(part, symbols.constant(Fraction(1, 2))))
        return symbols.multiply(whole, to[0]) if to else whole

    def _median(self, numbers: Sequence[Quotient]) -> Quotient:
        symbols, half = self.symbols, len(numbers) // 2
        upper = symbols.homogeneous("kth", numbers, [symbols.constant(half + 1)])
        if len(numbers) % 2:
            return upper
        lower = symbols.homogeneous("kth", numbers, [symbols.constant(half)])
        return symbols.multiply(symbols.add(lower, upper), symbols.constant(Fraction(1, 2)))

    def _solution(self, node: NodeId, expression: Apply, numbers: Sequence[Quotient]) -> Quotient:
        names, which = expression.data[:2]
        assert isinstance(names, tuple) and isinstance(which, int)
        size = len(names)
        rows = [list(numbers[start : start + size + 1]) for start in range(0, size * (size + 1), size + 1)]
        bottom = self._determinant([row[:size] for row in rows])
        top = self._determinant([[*row[:which], row[size], *row[which + 1 : size]] for row in rows])
        self.guards[node] = self.symbols.diagrams.opposite(self.symbols.zero(bottom))
        return self.symbols.ratio(top, bottom)

    def _determinant(self, rows: list[list[Quotient]]) -> Quotient:
        if not rows:
            return self.symbols.constant(1)
        total = self.symbols.constant(0)
        for place, row in enumerate(rows):
            minor = self._determinant([other[1:] for i, other in enumerate(rows) if i != place])
            product = self.symbols.multiply(row[0], minor)
            total = self.symbols.subtract(total, product) if place % 2 else self.symbols.add(total, product)
        return total


def _diagram(value: Symbolic) -> int:
    if not isinstance(value, Truth):
        raise GaveUp("a truth value is expected")
    return value.diagram
