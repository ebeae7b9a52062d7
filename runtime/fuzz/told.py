"""Property 3: the answer follows from what the story tells, nothing is given away, and what is new is told in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mspec.compiler import ast
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import NodeId, Problem, shown_nodes
from mspec.compiler.print_spec import Printer
from mspec.compiler.solution import solution, told_nodes
from mspec.compiler.types import NounType, Person
from mspec.runtime.fuzz.journey import Journey, Move, below
from mspec.runtime.fuzz.readings import value_of
from mspec.runtime.fuzz.strategies import neighbour, values_of
from mspec.runtime.interpret import Interpreter
from mspec.runtime.testing import World

_KEPT = frozenset({"insert", "extend", "distract"})
"""Kinds of rules that leave every sentence as it is, but for those that they replace."""


def follows(journey: Journey) -> Iterator[str]:
    """By data flow: the solution exists, and no text shows a step that is to be found."""
    problem = journey.problem
    try:
        solution(problem)
    except MspecError as error:
        yield f"no solution: {error.diagnostics[0].code} {error.diagnostics[0].text()}"
    names = problem.names()
    hidden = {step.node for step in problem.steps} - set(problem.tells)
    hidden |= {ask.node for ask in problem.asks}
    for sentence in problem.story:
        shown = shown_nodes(sentence.segments)
        mentioned = {node for node in shown if isinstance(problem.nodes[node].type, (NounType, Person))}
        if sentence.tells != shown - mentioned or sentence.mentions != mentioned:
            yield "a sentence is not marked with what it shows"
        for node in sorted(shown & hidden):
            yield f"the story tells `{names.get(node, f'%{node}')}`, which must be found"
    for ask in problem.asks:
        for node in sorted(shown_nodes(ask.question) & hidden):
            yield f"the question tells `{names.get(node, f'%{node}')}`, which must be found"
    for move in journey.moves:
        if move.after is not None and move.kind in _KEPT:
            yield from _in_order(move, move.after)


def determined(problem: Problem, world: World) -> Iterator[str]:
    """By trial: a world that differs in one untold given, and in nothing that is told, has the same answers."""
    told = told_nodes(problem)[0] | {n for s in problem.story for n in shown_nodes(s.segments)}
    told |= {n for ask in problem.asks for n in shown_nodes(ask.question)}
    needed = below(problem, [ask.node for ask in problem.asks])
    asked = tuple(ask.node for ask in problem.asks)
    reader = Interpreter(problem, world)
    for node in problem.givens():
        if node in told or node not in needed:
            continue
        for place in range(min(3, len(values_of(problem, node)))):
            other = neighbour(problem, world, node, place)
            if other is None:
                continue
            again = Interpreter(problem, other)
            alike = _values(reader, sorted(told)) == _values(again, sorted(told))
            if alike and _values(reader, asked) != _values(again, asked):
                yield f"another `{problem.names()[node]}`, which is told nowhere, has another answer"
                break


def _values(reader: Interpreter, nodes: Sequence[NodeId]) -> list[object]:
    return [value_of(reader, node) for node in nodes]


def _in_order(move: Move, after: Problem) -> Iterator[str]:
    """The old sentences stand as they were, and the new ones where what they speak of is known."""
    before = move.before
    replaced = {item.target for item in move.rule.body if isinstance(item, ast.Replace)}
    if replaced:
        return  # the author gives the story another wording
    said = [item for item in move.rule.body if isinstance(item, ast.Say)]
    old = [Printer(before).text(sentence.segments) for sentence in before.story]
    now = [Printer(after).text(sentence.segments) for sentence in after.story]
    places = _places(old, now)
    if places is None:
        yield f"`{move.head}` changes a sentence that was there"
        return
    new = sorted(set(range(len(now))) - set(places))
    if len(new) != len(said):
        yield f"`{move.head}` says {len(said)} sentences, and {len(new)} are new"
    if move.kind == "distract" or any(item.after for item in said) or not move.target or not new:
        return
    target = before.node_named(move.target)
    behind = below(before, [target])
    first = max((places[k] for k, s in enumerate(before.story) if s.tells & behind), default=-1)
    if new[0] < first:
        yield f"the sentence of `{move.head}` stands before what tells `{move.target}`"
    if move.kind == "insert" and move.offer.rule.kind == "apply":
        beside = _beside(before, target) - behind
        between = [
            places[k] for k, s in enumerate(before.story) if s.tells & beside and first <= places[k] < new[-1]
        ]
        if between:
            yield f"the sentence of `{move.head}` is out of the gap of `{move.target}`"


def _places(old: Sequence[object], now: Sequence[object]) -> list[int] | None:
    """Where each old sentence stands now, in their order; None where one is not there."""
    places: list[int] = []
    for text in old:
        place = next((k for k in range(places[-1] + 1 if places else 0, len(now)) if now[k] == text), None)
        if place is None:
            return None
        places.append(place)
    return places


def _beside(problem: Problem, target: NodeId) -> frozenset[NodeId]:
    """What the steps that use a node directly use besides, and all that it is computed from."""
    named = problem.names()
    found: set[NodeId] = set()
    for step in problem.steps:
        inputs: set[NodeId] = set()
        waiting = list(problem.nodes[step.node].args)
        while waiting:
            node = waiting.pop()
            inputs.add(node)
            if node not in named:
                waiting += problem.nodes[node].args
        if target in inputs:
            found |= inputs - {target}
    return below(problem, sorted(found))

