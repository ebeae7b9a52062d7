"""Problems evaluated in many worlds that differ in a few givens."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from mspec.compiler.constraints import Holds, constraints, demand_roots
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, Const, Given, NodeId, Problem, Value
from mspec.compiler.plugins import NoValue, called, operators_of
from mspec.compiler.types import RowOf
from mspec.runtime.meaning import meaning, solve_linear, undefined_because

_EXACT = frozenset({int, Fraction})


class Walk:
    """A problem, with what is the same in all the worlds worked out. Whole numbers are held as int, for speed.

    `fixed` has the values of the nodes that no new given touches; `None` where there is none (yet).
    """

    def __init__(self, problem: Problem, kept: Mapping[NodeId, Value], new: Sequence[NodeId]) -> None:
        self.problem, self._operators = problem, operators_of(problem)
        bounds = constraints(problem)
        self._held = tuple(bound.node for bound in bounds if isinstance(bound, Holds))
        self._grids = {bound.node: bound.grid for bound in bounds if not isinstance(bound, Holds)}
        self._roots = demand_roots(problem)
        self.fixed: list[object] = [None] * len(problem.nodes)
        # What constraints need, and what the answer needs besides; arguments first.
        self._conditions: list[NodeId] = []
        self._rest: list[NodeId] = []
        touched, first = set(new), problem.ancestors(self._held)
        for place in sorted(first | problem.ancestors((*self._roots, *self._grids))):
            if place in touched or not touched.isdisjoint(problem.nodes[place].args):
                touched.add(place)
                (self._conditions if place in first else self._rest).append(place)
            else:
                self.fixed[place] = self._value(place, self.fixed, kept)
        self.lost = any(node not in touched and self.fixed[node] is not True for node in self._held)
        """Whether no value of the new givens helps."""

    def values(self, given: Mapping[NodeId, Value]) -> list[object] | None:
        """The values of all nodes in a world; None where it is none: where a constraint does not hold, or what is
        demanded has no value."""
        values = list(self.fixed)
        for place in self._conditions:
            values[place] = self._value(place, values, given)
        if any(values[node] is not True for node in self._held):
            return None
        for place in self._rest:
            values[place] = self._value(place, values, given)
        if any(values[root] is None for root in self._roots):
            return None
        off = [node for node, grid in self._grids.items() if values[node] is None or not _on(values[node], grid)]
        # Off the grid only where it is demanded.
        return values if not off or self._demanded(values).isdisjoint(off) else None

    def values_of(self, node: NodeId, worlds: Iterable[Mapping[NodeId, Value]]) -> Iterator[object]:
        """The value of one node that the answer needs, in each of some worlds."""
        needed = self.problem.ancestors([node])
        places = [place for place in (*self._conditions, *self._rest) if place in needed]
        for given in worlds:
            values = list(self.fixed)
            for place in places:
                values[place] = self._value(place, values, given)
            yield values[node]

    def _demanded(self, values: list[object]) -> set[NodeId]:
        """The nodes that the asked ones need, of a conditional one arm."""
        found: set[NodeId] = set()
        waiting = list(self._roots)
        while waiting:
            place = waiting.pop()
            if place in found:
                continue
            found.add(place)
            node = self.problem.nodes[place]
            if isinstance(node, Apply) and node.op in ("if", "and", "or"):
                first, *rest = node.args
                decision = bool(values[first])
                waiting.append(first)
                if node.op == "if":
                    waiting.append(rest[0 if decision else 1])
                elif decision is (node.op == "and"):
                    waiting.append(rest[0])
            else:
                waiting += node.args
        return found

    def _value(self, place: NodeId, values: list[object], given: Mapping[NodeId, Value]) -> object:
        """The value of a node, or None where it has none."""
        node = self.problem.nodes[place]
        if isinstance(node, Const):
            return plain(node.value)
        if isinstance(node, Given):
            return plain(given[place])
        args = [values[arg] for arg in node.args]
        rule = _BINARY.get(node.op)
        if rule is not None:
            left, right = args
            if type(left) in _EXACT and type(right) in _EXACT:
                return rule(left, right)
        match node.op:
            case "same":
                return args[0]
            case "convert" if type(args[0]) in _EXACT:
                return _lowest(args[0] * node.data[0])  # type: ignore[operator]
            case "if":
                return None if args[0] is None else args[1] if args[0] else args[2]
            case "and":
                return args[0] if args[0] is None or not args[0] else args[1]
            case "or":
                return args[0] if args[0] is None or args[0] else args[1]
        return None if None in args else self._by_meaning(node, args)

    def _by_meaning(self, node: Apply, args: list[object]) -> object:
        exact: list[Value] = [Fraction(arg) if type(arg) is int else arg for arg in args]  # type: ignore[misc]
        match node.op:
            case "convert":
                return self._generic("mul", [exact[0], node.data[0]])  # type: ignore[list-item]
            case "item":
                assert isinstance(args[0], tuple) and isinstance(node.data[0], int)
                return plain(args[0][node.data[0] - 1]) if 1 <= node.data[0] <= len(args[0]) else None
            case "lookup":
                type_ = self.problem.nodes[node.args[0]].type
                assert isinstance(type_, RowOf) and isinstance(args[0], int)
                table = self.problem.lexicon.table(type_.table)
                return plain(table.rows[args[0]][table.column(str(node.data[0]))])
            case "list":
                return tuple(exact)
            case "solve_linear":
                names, which = node.data[0], node.data[1]
                assert isinstance(names, tuple) and isinstance(which, int)
                solved = solve_linear(exact, len(names))  # type: ignore[arg-type]
                return None if solved is None else plain(solved[which])
        return self._generic(node.op, exact)

    def _generic(self, op: str, args: list[Value]) -> object:
        row = self._operators[op]
        try:
            if row.plugin:
                return plain(called(row, args))
            return None if undefined_because(row, args) else plain(meaning(row, args))
        except (MspecError, NoValue):
            return None


def plain(value: Value) -> object:
    """A value as a walk has it: a whole number as int. (The row of a table is an int, too; nothing reckons with it.)"""
    return value.numerator if type(value) is Fraction and value.denominator == 1 else value


def _on(value: object, grid: Fraction) -> bool:
    return isinstance(value, int | Fraction) and (Fraction(value) / grid).denominator == 1


def _divided(left: int | Fraction, right: int | Fraction) -> object:
    return _lowest(Fraction(left) / right) if right else None


def _lowest(value: int | Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value


_BINARY: dict[str, Callable[[Any, Any], object]] = {
    "add": lambda left, right: _lowest(left + right),
    "mul": lambda left, right: _lowest(left * right),
    "sub": lambda left, right: _lowest(left - right),
    "div": _divided,
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}
"""The commonest operators on exact numbers; others are left to the operator table."""
