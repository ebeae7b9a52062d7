"""Worlds that grow with a problem: what a rule brings is drawn beside the values that are there already.

Drawing all givens of a deep variant anew would nearly never meet a world. Here a variant is only made where the world
of the problem before it goes on, so none is ever made that has no world. What is found is looked at again by the
reference interpreter before anything is printed of it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from mspec.compiler.constraints import Holds, constraints, demand_roots
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, Const, Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.ops import Operators
from mspec.compiler.plugins import NoValue, called, operators_of
from mspec.compiler.types import ListOf, NounType, Person, RowOf
from mspec.runtime.meaning import meaning, solve_linear, undefined_because

World = Mapping[str, Value]
"""The value of every given, by name."""
Drawn = dict[str, Value]
TRIES = 12
"""Draws of what is new before a world is taken not to go on."""
AGAIN = 4
"""Givens, the latest ones, that are drawn anew where a world does not go on."""
_EXACT = frozenset({int, Fraction})


def grown(problem: Problem, world: World, below: Callable[[int], int], fixed: Collection[str] = ()) -> Drawn | None:
    """A world of a problem in which the givens that `world` has keep their values, but for the latest of them where it
    does not go on otherwise; None where none was found.

    Args:
        problem: what is to have a world.
        world: values of some of its givens, in the order in which they came; others are left out.
        below: draws a whole number below a bound.
        fixed: names whose values stay in any case.
    """
    given = {node.name: place for place, node in enumerate(problem.nodes) if isinstance(node, Given)}
    there = {name: world[name] for name in world if name in given}
    came = [name for name in there if name not in fixed]
    for again in (0, AGAIN):
        freed = set(came[len(came) - again :]) if again else set[str]()
        if again and not freed:
            return None
        kept = {given[name]: value for name, value in there.items() if name not in freed}
        found = _extended(problem, kept, below)
        if found is not None:
            order = (*there, *(name for name in given if name not in there))
            return {name: found[given[name]] for name in order}
    return None


def values_in(problem: Problem, world: World) -> list[object]:
    """The values of all nodes in a world, whole numbers as int; `None` where a node has none."""
    given = {place: world[node.name] for place, node in enumerate(problem.nodes) if isinstance(node, Given)}
    return Walk.of(problem, given, ()).fixed


def _extended(
    problem: Problem, kept: Mapping[NodeId, Value], below: Callable[[int], int]
) -> dict[NodeId, Value] | None:
    new = [node for node in problem.givens() if node not in kept]
    # A noun comes before what it offers.
    new.sort(key=lambda node: (isinstance(getattr(problem.nodes[node], "domain", None), NounAttribute), node))
    walk = Walk.of(problem, kept, new)
    if walk.lost:
        return None
    for _ in range(TRIES if new else 1):
        values = dict(kept)
        for node in new:
            drawn = _drawn(problem, node, values, below)
            if drawn is None:
                return None
            values[node] = drawn
        if walk.admits(values):
            return values
    return None


def _drawn(problem: Problem, node: NodeId, values: Mapping[NodeId, Value], below: Callable[[int], int]) -> Value | None:
    """A value of a given's domain; None where nothing is offered."""
    given = problem.nodes[node]
    assert isinstance(given, Given)
    domain = given.domain
    if isinstance(domain, NounAttribute):
        noun = problem.nodes[domain.noun]
        assert isinstance(noun, Given) and isinstance(noun.domain, Values)
        domain = domain.choices[noun.domain.values.index(values[domain.noun])]
    if isinstance(given.type, ListOf):
        return _drawn_list(given, given.type.length, domain, below)
    if isinstance(given.type, Person | NounType) and "repeat" not in given.flags and isinstance(domain, Values):
        taken = {values[other] for other in values if isinstance(problem.nodes[other].type, type(given.type))}
        domain = Values(tuple(value for value in domain.values if value not in taken))
    return _at(domain, below(domain.size)) if domain.size else None


def _drawn_list(given: Given, length: int, domain: Lattice | Values, below: Callable[[int], int]) -> Value | None:
    places: list[int] = []
    if "distinct" in given.flags and domain.size < length:
        return None
    while len(places) < length:
        place = below(domain.size)
        if "distinct" not in given.flags or place not in places:
            places.append(place)
    found = [_at(domain, place) for place in places]
    return tuple(sorted(found) if "sorted" in given.flags else found)


def _at(domain: Lattice | Values, place: int) -> Value:
    return domain.values[place] if isinstance(domain, Values) else domain.low + place * domain.stride


@dataclass(frozen=True)
class Walk:
    """Evaluates a problem in many worlds that differ in a few givens. Whole numbers are held as int, for speed."""

    problem: Problem
    fixed: list[object]
    """Values of the nodes that no new given touches; `None` where there is none (yet)."""
    conditions: tuple[NodeId, ...]
    """The other nodes that constraints need, arguments first."""
    rest: tuple[NodeId, ...]
    """The other nodes that the answer needs besides."""

    @staticmethod
    def of(problem: Problem, kept: Mapping[NodeId, Value], new: Sequence[NodeId]) -> Walk:
        """What can be worked out from the kept values is worked out once."""
        touched = set(new)
        values: list[object] = [None] * len(problem.nodes)
        walk = Walk(problem, values, (), ())
        first = problem.ancestors(walk.held)
        wanted = sorted(first | problem.ancestors((*walk.roots, *walk.grids)))
        for place in wanted:
            if place in touched or not touched.isdisjoint(problem.nodes[place].args):
                touched.add(place)
            else:
                values[place] = walk._value(place, values, kept)
        conditions = tuple(place for place in wanted if place in touched and place in first)
        rest = tuple(place for place in wanted if place in touched and place not in first)
        return Walk(problem, values, conditions, rest)

    def admits(self, given: Mapping[NodeId, Value]) -> bool:
        """Whether a world is one: all constraints hold, and what is demanded has a value."""
        values = list(self.fixed)
        for place in self.conditions:
            values[place] = self._value(place, values, given)
        if any(values[node] is not True for node in self.held):
            return False
        for place in self.rest:
            values[place] = self._value(place, values, given)
        if any(values[root] is None for root in self.roots):
            return False
        off = [node for node, grid in self.grids.items() if values[node] is None or not _on(values[node], grid)]
        # Off the grid only where it is demanded.
        return not off or self._demanded(values).isdisjoint(off)

    @cached_property
    def lost(self) -> bool:
        """Whether no value of the new givens helps."""
        touched = set(self.conditions)
        return any(node not in touched and self.fixed[node] is not True for node in self.held)

    @cached_property
    def held(self) -> tuple[NodeId, ...]:
        """The conditions that must hold."""
        return tuple(bound.node for bound in constraints(self.problem) if isinstance(bound, Holds))

    @cached_property
    def grids(self) -> dict[NodeId, Fraction]:
        """The nodes that must be on a grid."""
        return {bound.node: bound.grid for bound in constraints(self.problem) if not isinstance(bound, Holds)}

    @cached_property
    def roots(self) -> tuple[NodeId, ...]:
        """From where demand spreads."""
        return demand_roots(self.problem)

    @cached_property
    def operators(self) -> Operators:
        """The operator table of the problem."""
        return operators_of(self.problem)

    def _demanded(self, values: list[object]) -> set[NodeId]:
        """The nodes that the asked ones need, of a conditional one arm."""
        found: set[NodeId] = set()
        waiting = list(self.roots)
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
        if isinstance(node, Given):
            return _held(given[place])
        if isinstance(node, Const):
            return _held(node.value)
        args = [values[arg] for arg in node.args]
        rule = _BINARY.get(node.op)
        if rule is not None:
            left, right = args
            if type(left) in _EXACT and type(right) in _EXACT:
                return rule(left, right)
        match node.op:
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
            case "same":
                return args[0]
            case "convert":
                return self._generic("mul", [exact[0], node.data[0]])  # type: ignore[list-item]
            case "item":
                assert isinstance(args[0], tuple) and isinstance(node.data[0], int)
                return _held(args[0][node.data[0] - 1]) if 1 <= node.data[0] <= len(args[0]) else None
            case "lookup":
                type_ = self.problem.nodes[node.args[0]].type
                assert isinstance(type_, RowOf) and isinstance(args[0], int)
                table = self.problem.lexicon.table(type_.table)
                return _held(table.rows[args[0]][table.column(str(node.data[0]))])
            case "list":
                return tuple(exact)
            case "solve_linear":
                names, which = node.data[0], node.data[1]
                assert isinstance(names, tuple) and isinstance(which, int)
                solved = solve_linear(exact, len(names))  # type: ignore[arg-type]
                return None if solved is None else _held(solved[which])
        return self._generic(node.op, exact)

    def _generic(self, op: str, args: list[Value]) -> object:
        row = self.operators[op]
        try:
            if row.plugin:
                return _held(called(row, args))
            return None if undefined_because(row, args) else _held(meaning(row, args))
        except (MspecError, NoValue):
            return None


def _held(value: Value) -> object:
    """A whole number as int. (The row of a table is an int, too; nothing reckons with it.)"""
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
