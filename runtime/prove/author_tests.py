"""The `test` blocks of a spec: `expect` and `always`, in all worlds that have the bound values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from mspec.compiler.constraints import constraints
from mspec.compiler.diagnostics import Diagnostic, MspecError
from mspec.compiler.errors.author_tests import ImpossibleTest, OnlySampled, TestFails
from mspec.compiler.ir import (
    Apply,
    Const,
    Domain,
    Given,
    Lattice,
    NodeId,
    Problem,
    Require,
    Test,
    Value,
    Values,
)
from mspec.compiler.passes.intervals import intervals
from mspec.compiler.rewrite.promises import truth
from mspec.compiler.source import NOWHERE, Span
from mspec.compiler.types import BOOL
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.prove.demanded import leaves
from mspec.runtime.prove.exact import Judge
from mspec.runtime.prove.satisfiable import satisfiable
from mspec.runtime.prove.spelling import world_text
from mspec.runtime.sample import Hopeless, Sampler, Unsatisfiable, sampler_for
from mspec.runtime.sample.slots import place_of

TRIALS = 500
"""Worlds drawn for what cannot be decided."""
World = dict[NodeId, Value]


def test_diagnostics(problem: Problem) -> list[Diagnostic]:
    """Errors for tests that fail or cannot be, notes for those that were only sampled."""
    return list(chain.from_iterable(_run(problem, test) for test in problem.tests))


def _run(problem: Problem, test: Test) -> list[Diagnostic]:
    if _is_decided(problem, test):
        world = dict(test.bindings)
        return [
            _fails(problem, test, node, world, _span(problem, node, test))
            for node in (*test.expects, *test.always)
            if not _true(problem, node, world)
        ]
    names = problem.names()
    given = {names[node]: value for node, value in test.bindings}
    try:
        sampler = sampler_for(problem, given)
    except Hopeless:
        return [OnlySampled(test.span, title=test.title)]
    except MspecError as error:
        return [ImpossibleTest(test.span, title=test.title, why=error.diagnostics[0].text())]
    found: list[Diagnostic] = []
    for node in (*test.expects, *test.always):
        found += _line(problem, test, node, given, sampler)
    return found


def _is_decided(problem: Problem, test: Test) -> bool:
    """Whether the bound values decide every constraint and every line, and are in a world: nothing need be drawn."""
    world = dict(test.bindings)
    required = constraints(problem)
    wanted = leaves(problem, [*test.expects, *test.always, *(c.node for c in required)])
    if not wanted <= world.keys():
        return False
    inside = all(isinstance(given := problem.nodes[n], Given) and _holds(given.domain, v) for n, v in world.items())
    return inside and Judge(problem, world).satisfies(required)


def _holds(domain: Domain, value: Value) -> bool:
    """Whether a domain that stands by itself has a value. Lists, and what a noun offers, are left to the sampler."""
    return isinstance(domain, Lattice | Values) and place_of(domain, value) is not None


def _line(
    problem: Problem, test: Test, node: NodeId, given: Mapping[str, Value], sampler: Sampler
) -> list[Diagnostic]:
    span = _span(problem, node, test)
    free = leaves(problem, [node]) - {bound for bound, _ in test.bindings}
    if not free:
        world = _world(sampler, 0)
        return [] if _true(problem, node, world) else [_fails(problem, test, node, world, span)]
    if truth(problem, node, intervals(problem)):
        return []  # by the bounds of what it speaks of
    variant = _negated(problem, node)
    try:
        counter = sampler_for(variant, given)
    except Unsatisfiable:
        return []
    except Hopeless:
        if not given and satisfiable(variant).status == "unsat":
            return []
        return _sampled(problem, test, node, sampler, span)
    return [_fails(problem, test, node, _world(counter, 0), span)]


def _sampled(problem: Problem, test: Test, node: NodeId, sampler: Sampler, span: Span) -> list[Diagnostic]:
    for index in range(TRIALS):
        world = _world(sampler, index)
        if not _true(problem, node, world):
            return [_fails(problem, test, node, world, span)]
    return [OnlySampled(span, title=test.title, worlds=TRIALS)]


def _negated(problem: Problem, node: NodeId) -> Problem:
    """The worlds in which a condition is false."""
    nodes = (*problem.nodes, Apply("not", (node,), BOOL))
    return replace(problem, nodes=nodes, requires=(*problem.requires, Require(len(problem.nodes))))


def _world(sampler: Sampler, index: int) -> World:
    batch = sampler.draw(0, range(index, index + 1))
    return {node: batch.values(node)[0] for node in sampler.problem.givens()}


def _true(problem: Problem, node: NodeId, world: World) -> bool:
    """A line that speaks of something without a value in this world says nothing of it."""
    try:
        return Interpreter(problem, world).value(node) is True
    except Undefined:
        return True


def _fails(problem: Problem, test: Test, node: NodeId, world: World, span: Span) -> TestFails:
    names = problem.names()
    depends = leaves(problem, [node])
    bound = {given for given, _ in test.bindings}
    free = [given for given in problem.givens() if given in depends - bound]
    shown = world_text(problem, {given: world[given] for given in problem.givens() if given in depends})
    values = _sides(problem, node, world)
    unbound = ", ".join(f"{names[given]} = …" for given in free)
    text = f"{shown} gives {values}" if values else f"false for {shown}"
    return TestFails(span, title=test.title, world=text, unbound=unbound if node in test.expects else "")


def _sides(problem: Problem, node: NodeId, world: World) -> str:
    """What the named sides of a comparison are."""
    condition = problem.nodes[node]
    names = problem.names()
    if not isinstance(condition, Apply):
        return ""
    steps = {n: Interpreter(problem, world).value(n) for n in condition.args if _is_step(problem, n)}
    return world_text(problem, {n: v for n, v in steps.items() if n in names})


def _is_step(problem: Problem, node: NodeId) -> bool:
    return problem.step_of(node) is not None and not isinstance(problem.nodes[node], (Given, Const))


def _span(problem: Problem, node: NodeId, test: Test) -> Span:
    found = problem.nodes[node].span
    return test.span if found == NOWHERE else found
