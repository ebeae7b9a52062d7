"""Measures of a worked solution: how long, how wide, how much is shared, how large the numbers are.

All but the magnitudes are constants of a demanded shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from mspec.compiler.ir import Apply, Const, NodeId, Problem
from mspec.compiler.ops import OPS, Operators
from mspec.compiler.plugins import operators_of
from mspec.compiler.solution import Known, Solution
from mspec.compiler.types import Bool, ListOf, Num, RowOf
from mspec.runtime.batch import Array
from mspec.runtime.steps.texts import Texts
from mspec.runtime.steps.trace import THEN, Source, Trace, conditionals, is_anchor, is_guard, leaves, turn_picks

FREE = frozenset({"item", "lookup", "list", "same"})
"""Operators that are no work: reading a table or a list."""
MOST_FILLED = 300
"""Least fill is looked for in graphs of up to so many nodes: it takes the square of their number."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Of one demanded shape.

    `length`: reasoning length, the longest path in operations (an n-ary sum counts once per extra operand;
    conversions and branches 1, lookups 0). `steps`: how many named steps. `width`: the most steps at one depth.
    `branching`: the most inputs of one step. `shared`: facts and steps that more than one operation uses. `shape`:
    "chain" (every step uses at most one other, and none is used twice), "tree" (no step is used twice) or "shared".
    `operators`: how many operations of each kind, by name. `unused`: names of told facts that the solution does not
    need in these worlds. `arms`: (step, "then" or "else") for each branch taken. `treewidth`: an upper bound, by
    eliminating nodes of least fill. """

    length: int
    steps: int
    width: int
    branching: int
    shared: int
    shape: str
    operators: tuple[tuple[str, int], ...]
    unused: tuple[str, ...]
    arms: tuple[tuple[str, str], ...]
    treewidth: int


def metrics(problem: Problem, solution: Solution, trace: Trace) -> Metrics:
    """The constants of a demanded shape."""
    graph = demanded(solution, trace, operators_of(problem))
    names = problem.names()
    depth: dict[int, int] = {}
    kinds: dict[str, int] = {}
    users: dict[int, int] = {}
    for place, made in graph.items():
        depth[place] = made.cost + max((depth[arg] for arg in made.needs), default=0)
        node = solution.nodes[place]
        if made.cost and isinstance(node, Apply):
            kinds[node.op] = kinds.get(node.op, 0) + 1
        for arg in set(made.needs):
            users[arg] = users.get(arg, 0) + 1
    named = {step.root for step in solution.steps}
    shared = sum(
        1 for place, count in users.items()
        if count > 1 and (place in named or isinstance(solution.nodes[place], Known))
    )  # fmt: skip
    levels = [step.depth for step in trace.steps]
    steps = {step.name for step in trace.steps}
    inputs = [[name for name in step.inputs if name in steps] for step in trace.steps]
    reused = len({name for used in inputs for name in used}) < sum(map(len, inputs))
    forked = any(len(used) > 1 for used in inputs)
    seen = {solution.origin[place] for place in graph}
    skipped = [leaf for leaf in solution.leaves if leaf not in seen and _is_number(problem, leaf)]
    return Metrics(
        length=max((depth[solution.place(answer)] for answer in solution.answers), default=0),
        steps=len(trace.steps),
        width=max((levels.count(level) for level in levels), default=0),
        branching=max((len(step.inputs) for step in trace.steps), default=0),
        shared=shared,
        shape="shared" if reused else "tree" if forked else "chain",
        operators=tuple(sorted(kinds.items())),
        unused=tuple(name for node in sorted({*skipped, *solution.unused}) if (name := _name(problem, node, names))),
        arms=trace.arms,
        treewidth=treewidth(graph),
    )


@dataclass(frozen=True, slots=True)
class Operation:
    """A node of the demanded graph: the places that it needs, and how many operations it is."""

    needs: tuple[int, ...]
    cost: int


def demanded(solution: Solution, trace: Trace, operators: Operators = OPS) -> dict[int, Operation]:
    """The demanded solution graph in topological order. Of an `if` only the taken arm is there; of an operand that
    changes nothing (a 0 or 1 that an unrolled sum or product is padded with) only the conditions."""
    taken = dict(zip(conditionals(solution), trace.signature, strict=True))
    picks = turn_picks(solution)
    graph: dict[int, Operation] = {}
    stack = [solution.place(answer) for answer in solution.answers]
    while stack:
        place = stack.pop()
        if place not in graph:
            made = _operation(solution, place, taken, operators)
            graph[place] = made = Operation(made.needs, 0) if place in picks else made
            stack += made.needs
    return {place: graph[place] for place in sorted(graph)}


def _operation(solution: Solution, place: int, taken: dict[int, int], operators: Operators) -> Operation:
    node = solution.nodes[place]
    if not isinstance(node, Apply) or node.op in FREE:
        return Operation(node.args, 0)
    match node.op:
        case "if":
            condition, then, otherwise = node.args
            cost = 0 if is_guard(solution, condition, otherwise) else 1
            return Operation((condition, then if taken[place] == THEN else otherwise), cost)
        case "convert":
            return Operation(node.args, 0 if node.data == (1,) else 1)
        case "solve_linear":
            names = node.data[0]
            assert isinstance(names, tuple)
            return Operation(node.args, len(names))
        case "root":
            return Operation(node.args, 1)
        case "add" | "sub" if any(is_anchor(solution, arg) for arg in node.args):
            return Operation(tuple(arg for arg in node.args if not is_anchor(solution, arg)) or node.args[-1:], 0)
        case "add" | "mul":
            kept = [arg for arg in node.args if not _is_padding(solution, arg, node.op, taken)]
            needs = [*kept]
            for arg in node.args:
                if arg not in kept:
                    needs += _conditions(solution, arg, taken)
            return Operation(tuple(needs), 1 if len(kept) == len(node.args) else 0)
    return Operation(node.args, operators[node.op].cost * max(1, len(node.args) - 1))


def _landing(solution: Solution, place: int, taken: dict[int, int]) -> tuple[int, list[int]]:
    """Where the taken arms lead, and the conditions on the way."""
    conditions: list[int] = []
    while place in taken:
        condition, then, otherwise = solution.nodes[place].args
        conditions.append(condition)
        place = then if taken[place] == THEN else otherwise
    return place, conditions


def _is_padding(solution: Solution, place: int, op: str, taken: dict[int, int]) -> bool:
    node = solution.nodes[_landing(solution, place, taken)[0]]
    return place in taken and isinstance(node, Const) and node.value == (1 if op == "mul" else 0)


def _conditions(solution: Solution, place: int, taken: dict[int, int]) -> list[int]:
    return _landing(solution, place, taken)[1]


def _is_number(problem: Problem, node: NodeId) -> bool:
    return isinstance(problem.nodes[node].type, (Num, Bool, ListOf, RowOf))


def _name(problem: Problem, node: NodeId, names: dict[NodeId, str]) -> str:
    """The name of a fact, or "p.g" and "xs[2]" for a part of one; "" for a condition of a text."""
    found = problem.nodes[node]
    if node in names or not isinstance(found, Apply) or found.op not in ("item", "lookup"):
        return names.get(node, "")
    whole = names.get(found.args[0], "")
    return f"{whole}[{found.data[0]}]" if found.op == "item" else f"{whole}.{found.data[0]}"


def treewidth(graph: Mapping[int, Operation]) -> int:
    """An upper bound on the treewidth of the graph seen without directions: nodes are eliminated by least fill,
    then least degree; of a large graph by least degree until it is small."""
    near: dict[int, set[int]] = {place: set() for place in graph}
    for place, made in graph.items():
        for arg in made.needs:
            near[place].add(arg)
            near[arg].add(place)
    width = 0
    ranks: dict[int, tuple[int, int, int]] = {}
    changed: Iterable[int] = list(near)
    while near:
        # Nodes with at most one neighbour go first and add nothing to a width of 1.
        fill = len(near) <= MOST_FILLED
        for node in list(near) if len(near) == MOST_FILLED else changed:
            ranks[node] = (_fill(near, node) if fill else 0, len(near[node]), node)
        least, _, chosen = min(ranks.values())
        del ranks[chosen]
        around = near.pop(chosen)
        width = max(width, len(around))
        for one in around:
            near[one] |= around
            near[one] -= {one, chosen}
        # A new edge closes gaps of what is beside both its ends.
        changed = around.union(*(near[one] for one in around)) if least else around
    return width


def _fill(near: dict[int, set[int]], node: int) -> int:
    around = near[node]
    if len(around) < 2:
        return 0
    return sum(len(around - near[one]) - 1 for one in around)


def magnitudes(texts: Texts, trace: Trace, rows: Array | None) -> tuple[Array, Array]:
    """For each row, the whole part of the largest number in sight (facts and steps), and the digits of the longest
    one."""
    sources = dict.fromkeys(Source(step.node) for step in trace.steps)
    for step in trace.steps:
        for expression in (step.value, *step.conditions):
            sources |= dict.fromkeys(leaf.source for leaf in leaves(expression))
    size = texts.batch.size if rows is None else len(rows)
    largest: Array = np.zeros(size, dtype=np.int64)
    digits: Array = np.ones(size, dtype=np.int64)
    for source in sources:
        table = texts.table(source)
        inverse = table.inverse if rows is None else table.inverse[rows]
        largest = np.maximum(largest, table.largest[inverse])
        digits = np.maximum(digits, table.digits[inverse])
    return largest, digits
