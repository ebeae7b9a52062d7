"""What a rule must leave behind: conditions that can hold, and steps that are what their types promise.

A number of loaves is whole and not negative, a probability not above 1, an amount in whole cents. Where a rule changes
what such a step is computed from, bounds and multiples of the domains say whether that still holds; where they do not,
it is required. What is not needed in every world is left to where worlds are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from mspec.compiler.constraints import OnGrid, constraints, demand_roots
from mspec.compiler.ir import Apply, Const, Given, NodeId, Problem, Require
from mspec.compiler.passes.intervals import MOST_BITS, Interval, intervals
from mspec.compiler.passes.multiples import multiples
from mspec.compiler.rewrite.edit import Edit
from mspec.compiler.types import BOOL, INT, Num, Tag

Bounds = dict[NodeId, Interval | None]

ZERO, ONE = Fraction(0), Fraction(1)
LARGEST = Fraction(1 << MOST_BITS)
"""A number beyond it has no value in any world."""


def never(problem: Problem) -> Require | None:
    """A constraint that holds in no world, by the bounds of its parts alone; None where there may be worlds."""
    bounds = intervals(problem, wanted=[require.node for require in problem.requires])
    return next((require for require in problem.requires if truth(problem, require.node, bounds) is False), None)


def promised(before: Problem, after: Problem, target: NodeId, *, verified: bool = True) -> Problem:
    """A problem after a rule on `target`, with constraints for what types promise of the steps that the rule has
    changed, wherever bounds and multiples do not vouch for it. `verified`: as for `Edit.done`."""
    always = _always(after)
    steps = [step for step in after.steps if step.node in always]
    if target not in before.ancestors(require.node for require in before.requires):
        changed = _changed(before, after)
        steps = [step for step in steps if step.node in changed]
    edit, wanted = Edit(after), list[NodeId]()
    ranged = [step.node for step in steps if _range(after, step.node) is not None]
    if ranged:
        # What the other steps promise holds before, and is required of these.
        held = {s.node: r for s in after.steps if s.node in always and (r := _range(after, s.node)) is not None}
        others = {node: known for node, known in held.items() if node not in ranged}
        wanted += _ranges(after, edit, ranged, intervals(after, others))
    free = [step.node for step in steps if not step.declared and _grid(after, step.node) is not None]
    if free:
        wanted += _grids(after, edit, free)
    if not wanted:
        return after
    edit.problem = replace(edit.problem, requires=(*after.requires, *map(Require, wanted)))
    return edit.done(verified=verified)


# -------------------------------------------------------------------------------------------------- promises


def _range(problem: Problem, node: NodeId) -> Interval | None:
    """The range that the type of a node promises."""
    found = problem.nodes[node]
    type_ = found.type
    if isinstance(found, Given) or not isinstance(type_, Num):
        return None
    if type_.label is not None and type_.per is None and type_.unit.is_plain:
        return Interval(ZERO, LARGEST)
    return Interval(ZERO, ONE) if type_.tag is Tag.PROBABILITY and type_.is_pure else None


def _grid(problem: Problem, node: NodeId) -> Fraction | None:
    """The number of which the type of a node promises multiples: 1, or 1/100 for cents."""
    found = problem.nodes[node]
    type_ = found.type
    if isinstance(found, Given) or not isinstance(type_, Num) or not type_.exact:
        return None
    return ONE if type_.label is not None and type_.per is None and type_.unit.is_plain else type_.grid


def _ranges(problem: Problem, edit: Edit, nodes: Iterable[NodeId], bounds: Bounds) -> Iterator[NodeId]:
    known = set(_differences(problem))
    for node in nodes:
        promise, bound = _range(problem, node), bounds[node]
        assert promise is not None
        type_ = problem.nodes[node].type
        assert isinstance(type_, Num)
        written = INT if type_.label is None else replace(type_, whole=True)
        if (bound is None or bound.low < ZERO) and not _stands(problem, node, known):
            yield edit.add(Apply("ge", (node, edit.const(ZERO, written)), BOOL))
        if promise.high == ONE and (bound is None or bound.high > ONE):
            yield edit.add(Apply("le", (node, edit.const(ONE, written)), BOOL))


def _grids(problem: Problem, edit: Edit, nodes: list[NodeId]) -> Iterator[NodeId]:
    held = {c.node: c.grid for c in constraints(problem) if isinstance(c, OnGrid)}
    # As for ranges: what the other steps promise holds.
    others = (step.node for step in problem.steps if step.node not in nodes)
    held |= {node: grid for node in others if (grid := _grid(problem, node)) is not None}
    whole = [problem.nodes[require.node] for require in problem.requires]
    held |= {found.args[0]: ONE for found in whole if isinstance(found, Apply) and found.op == "is_int"}
    steps = multiples(problem, held)
    for node in nodes:
        grid = _grid(problem, node)
        assert grid is not None
        step = steps[node]
        if step is None or step % grid:
            over = node if grid == ONE else edit.apply("div", node, edit.const(grid, problem.nodes[node].type))
            yield edit.apply("is_int", over)
            # It vouches for those that use it.
            held[node] = grid
            steps = multiples(problem, held)


def _changed(before: Problem, after: Problem) -> set[NodeId]:
    """What is new, and all that is computed from it."""
    old = set(before.names().values())
    found = {node for node, name in after.names().items() if name not in old}
    for node, expression in enumerate(after.nodes):
        if not found.isdisjoint(expression.args):
            found.add(node)
    return found


def _always(problem: Problem) -> set[NodeId]:
    """What is needed in every world: no arm of a choice, and nothing behind the first part of an `and` or `or`."""
    found: set[NodeId] = set()
    waiting = list(demand_roots(problem))
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            expression = problem.nodes[node]
            lazy = isinstance(expression, Apply) and expression.op in ("if", "and", "or")
            waiting += expression.args[:1] if lazy else expression.args
    return found


def _differences(problem: Problem) -> Iterator[tuple[NodeId, NodeId]]:
    """(a, b) where it is required that a is not below b."""
    waiting = [require.node for require in problem.requires]
    while waiting:
        found = problem.nodes[waiting.pop()]
        match found:
            case Apply("and", args):
                waiting += args
            case Apply("ge" | "gt", (one, other)):
                yield one, other
            case Apply("le" | "lt", (one, other)):
                yield other, one


def _stands(problem: Problem, node: NodeId, known: set[tuple[NodeId, NodeId]]) -> bool:
    """Whether it is required already that a node is not negative."""
    found = problem.nodes[node]
    if isinstance(found, Apply) and found.op == "same":
        return _stands(problem, found.args[0], known)
    if isinstance(found, Apply) and found.op == "sub" and found.args in known:
        return True
    above = (problem.nodes[low] for high, low in known if high == node)
    return any(isinstance(low, Const) and isinstance(low.value, Fraction) and low.value >= 0 for low in above)


# ---------------------------------------------------------------------------------------------------- truth


def truth(problem: Problem, node: NodeId, bounds: Bounds) -> bool | None:
    """Whether a condition holds in every world of the domains (True), in none (False), or that is not known."""
    found = problem.nodes[node]
    if isinstance(found, Const):
        return found.value if isinstance(found.value, bool) else None
    if not isinstance(found, Apply):
        return None
    match found.op:
        case "and" | "or":
            parts = [truth(problem, arg, bounds) for arg in found.args]
            decisive = found.op == "or"
            return decisive if decisive in parts else None if None in parts else not decisive
        case "not":
            inner = truth(problem, found.args[0], bounds)
            return None if inner is None else not inner
        case "lt" | "le" | "gt" | "ge" | "eq" | "ne":
            one, other = (bounds.get(arg) for arg in found.args)
            return None if one is None or other is None else _compared(found.op, one, other)
        case "is_int":
            bound = bounds.get(found.args[0])
            if bound is None:
                return None
            if bound.low == bound.high:
                return bound.low.denominator == 1
            return False if floor(bound.high) < ceil(bound.low) else None
    return None


def _compared(op: str, one: Interval, other: Interval) -> bool | None:
    match op:
        case "gt" | "ge":
            return _compared("lt" if op == "gt" else "le", other, one)
        case "lt":
            return True if one.high < other.low else False if one.low >= other.high else None
        case "le":
            return True if one.high <= other.low else False if one.low > other.high else None
    apart = one.high < other.low or other.high < one.low
    equal = one.low == one.high == other.low == other.high
    same = False if apart else True if equal else None
    return same if same is None or op == "eq" else not same
