"""Property 5: reasoning length changes as the kind of a rule says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mspec.compiler.ir import Apply, Given, NodeId, Problem
from mspec.compiler.plugins import operators_of
from mspec.runtime.fuzz.journey import Journey, Move, below
from mspec.runtime.plan.length import cost, static_length

_GROWING = frozenset({"insert", "extend", "derive", "chain"})


def as_declared(journey: Journey) -> Iterator[str]:
    """A rule that adds to a solution never makes it shorter, `fold` never longer, and `distract` changes nothing.

    An author's `extend` may ask for something beside its target. It declares that question: the solution is as long as
    the rule's own steps and what they go on from make it, and all of its steps are needed.
    """
    for move in journey.moves:
        if move.after is None:
            continue
        one, other = static_length(move.before), static_length(move.after)
        if move.kind == "extend" and not _goes_on(move, move.after):
            yield from _asks_beside(move, move.after, other)
            continue
        wrong = (
            (move.kind in _GROWING and other < one)
            or (move.kind == "fold" and other > one)
            or (move.kind == "distract" and other != one)
        )
        if wrong:
            yield f"`{move.head}` takes the length from {one} to {other}"


def _goes_on(move: Move, after: Problem) -> bool:
    """Whether what is asked now is computed from what was asked."""
    return after.node_named(move.target) in below(after, [ask.node for ask in after.asks])


def _asks_beside(move: Move, after: Problem, length: int) -> Iterator[str]:
    before, names = move.before, after.names()
    old = set(before.names().values())
    asked = [ask.node for ask in after.asks]
    needed = below(after, asked)
    for step in after.steps:
        if step.name not in old and step.node not in needed:
            yield f"`{move.head}` brings `{step.name}`, which its question does not need"
    own, used = _own(after, asked, {node for node, name in names.items() if name in old})
    there = max((_length_of(before, names[node]) for node in used), default=0)
    if not max(own, there) <= length <= own + there:
        yield f"`{move.head}` brings {own} operations that go on from {there}, and the length is {length}"


def _own(after: Problem, asked: list[NodeId], old: set[NodeId]) -> tuple[int, set[NodeId]]:
    """The longest way in operations from what was there to what is asked, and where such ways begin."""
    operators, depth, used = operators_of(after), dict[NodeId, int](), set[NodeId]()
    needed, waiting = set[NodeId](), list(asked)
    while waiting:
        node = waiting.pop()
        if node in old:
            used.add(node)
        elif node not in needed:
            needed.add(node)
            waiting += after.nodes[node].args
    for node in sorted(needed):
        found = after.nodes[node]
        longest = max((depth.get(arg, 0) for arg in found.args), default=0)
        depth[node] = longest + (cost(found, operators) if isinstance(found, Apply) else 0)
    return max((depth.get(node, 0) for node in asked), default=0), used


def _length_of(problem: Problem, name: str) -> int:
    """How long a solution would be that is asked for one node; 0 for what is given or told."""
    node = problem.node_named(name)
    if isinstance(problem.nodes[node], Given) or node in problem.told():
        return 0
    return static_length(replace(problem, asks=(replace(problem.asks[-1], node=node),)))
