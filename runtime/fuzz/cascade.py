"""Property 4: what a rule did not touch keeps its value, and what it did touch follows as an intervention would.

An `insert` on t with the proxy p is held against the problem before, with t forced to the value of p: then all that
was there has the same values, all constraints hold, and t itself stands where it stood. A `derive` is the same with
the given at the value of what stands for it. After any other rule everything has the value that it had.
"""

from __future__ import annotations

from collections.abc import Iterator

from mspec.compiler.constraints import Holds, OnGrid
from mspec.compiler.ir import Given, NodeId, Problem, Value
from mspec.runtime.fuzz.journey import Journey, Move, above
from mspec.runtime.fuzz.readings import alike, by_name, named_values, value_of
from mspec.runtime.fuzz.strategies import neighbour, values_of
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.testing import World
from mspec.runtime.vary.difference import difference

_SAME = frozenset({"extend", "distract", "invert", "fold"})


def kept(move: Move, world: World) -> Iterator[str]:
    """What one rule did to values, in a world of what it made."""
    before, after = move.before, move.after
    assert after is not None
    now = Interpreter(after, world)
    paired = _paired(before, by_name(after, world))
    yield from _untouched(move, now, Interpreter(before, paired))
    forced = as_forced(move, world)
    if move.kind == "insert":
        target = before.node_named(move.target)
        own = value_of(Interpreter(before, paired), target)
        if not alike(own, value_of(now, after.node_named(move.target))):
            yield f"`{move.head}` changes the value of `{move.target}` itself"
    elif move.kind == "derive" and forced is not None:
        target = before.node_named(move.target)
        if not _in_domain(before, target, forced.world[target]):
            yield f"`{move.head}` makes `{move.target}` {forced.world[target]}, which is outside its domain"
    if forced is not None:
        yield from _follows(move, now, forced)


def as_forced(move: Move, world: World) -> Interpreter | None:
    """The problem before, in the paired world, with the target forced to what stands in its place; None where there is
    nothing to compare with."""
    before, after = move.before, move.after
    assert after is not None
    paired = _paired(before, by_name(after, world))
    if move.kind in _SAME:
        return Interpreter(before, paired)
    if move.kind not in ("insert", "derive"):
        return None
    target, value = before.node_named(move.target), value_of(Interpreter(after, world), after.node_named(move.proxy))
    if value is None:
        return None
    if move.kind == "derive":
        return Interpreter(before, {**paired, target: value})
    return Interpreter(before, paired, interventions={target: value})


def _paired(before: Problem, given: dict[str, Value]) -> World:
    """The world of the problem before with the same givens. One that is there no more has any value."""
    names = before.names()
    return {node: given[names[node]] for node in before.givens() if names[node] in given} | {
        node: values_of(before, node)[0]
        for node in before.givens()
        if names[node] not in given and len(values_of(before, node))
    }


def _untouched(move: Move, now: Interpreter, then: Interpreter) -> Iterator[str]:
    """What the difference record calls untouched has the same value."""
    assert move.after is not None
    record = difference(move.before, move.after)
    for name in record.untouched:
        one, other = move.before.node_named(name), move.after.node_named(name)
        if not alike(value_of(then, one), value_of(now, other)):
            yield f"`{name}` is called untouched by `{move.head}`, and has another value"


def _follows(move: Move, now: Interpreter, forced: Interpreter) -> Iterator[str]:
    """All that was there has the value that the intervention gives it, and all constraints hold."""
    assert move.after is not None
    there = named_values(now)
    skip = frozenset({move.target}) if move.kind in ("insert", "derive") else frozenset()
    for name, value in named_values(forced, skip).items():
        if name in there and not alike(value, there[name]):
            yield f"after `{move.head}`, `{name}` is {there[name]}, not {value}"
    for mistake in move.before.mistakes:
        same = next((m for m in move.after.mistakes if m.name == mistake.name), None)
        if same is not None and not alike(value_of(forced, mistake.value), value_of(now, same.value)):
            yield f"after `{move.head}`, the mistake `{mistake.name}` is computed from something else"
    broken = forced.broken()
    if isinstance(broken, Holds):
        yield f"after `{move.head}`, what was required no longer holds of what takes the place: {broken.reason}"
    elif isinstance(broken, OnGrid) and _is_demanded(move, now, broken.node):
        yield f"after `{move.head}`, {broken.reason}"
    elif isinstance(broken, Undefined) and now.broken() is None:
        yield f"after `{move.head}`, {broken.why} before and not after"


def _is_demanded(move: Move, now: Interpreter, node: NodeId) -> bool:
    """Whether the variant still needs a step: an obligation on one that a moved question leaves aside binds no more."""
    assert move.after is not None
    name = move.before.names().get(node, "")
    there = {name: found for found, name in move.after.names().items()}
    return name in there and now.demands(there[name])


def _in_domain(problem: Problem, node: NodeId, value: Value) -> bool:
    given = problem.nodes[node]
    assert isinstance(given, Given)
    values = values_of(problem, node)
    return not len(values) or value in values


def twin_worlds(problem: Problem, world: World, place: int) -> Iterator[str]:
    """A counterfactual pair: of two worlds that differ in one given, what is not computed from it is the same."""
    givens = [node for node in problem.givens() if len(values_of(problem, node)) > 1]
    if not givens:
        return
    node = givens[place % len(givens)]
    other = neighbour(problem, world, node, place)
    if other is None:
        return
    touched, names = above(problem, node), problem.names()
    one, two = Interpreter(problem, world), Interpreter(problem, other)
    for number in range(len(problem.nodes)):
        if number not in touched and not alike(value_of(one, number), value_of(two, number)):
            yield f"`{names.get(number, f'%{number}')}` changes with `{names[node]}`, from which it is not computed"


def always(journey: Journey, world: World) -> Iterator[str]:
    """The author's `always` lines, wherever what was made of the base problem's givens is a world of the base problem.

    After an `insert` on a step there is none: the line may be about what the rule has changed.
    """
    base, final = journey.base, journey.problem
    lines = [(test.title, node) for test in base.tests for node in test.always]
    stands = {name: name for name in base.names().values()}
    for move in journey.moves:
        if move.after is None or not lines:
            continue
        if move.kind not in (*_SAME, "insert", "derive"):
            return
        if move.kind in ("insert", "derive"):
            given = [name for name, now in stands.items() if now == move.target]
            if given and not isinstance(base.nodes[base.node_named(given[0])], Given):
                return
            stands |= dict.fromkeys(given, move.proxy)
    if not lines:
        return
    now, there = Interpreter(final, world), set(final.names().values())
    paired: World = {}
    for node in base.givens():
        name = stands[base.names()[node]]
        value = value_of(now, final.node_named(name)) if name in there else None
        if value is None or not _in_domain(base, node, value):
            return
        paired[node] = value
    if not Interpreter(base, paired).admissible():
        return
    # The lines are read with the numbers of the variant, not with those of the base problem.
    found = {step.node: value_of(now, final.node_named(stands[step.name])) for step in base.steps if step.name in there}
    reader = Interpreter(base, paired, interventions={node: v for node, v in found.items() if v is not None})
    for title, node in lines:
        if value_of(reader, node) is False:
            yield f'an `always` line of "{title}" does not hold'
