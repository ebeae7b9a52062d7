"""A failure as text that leads to it again: a call of `replay`, and the variant with the world as its `test`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mspec.compiler import ast
from mspec.compiler.format import format_file
from mspec.compiler.ir import Problem
from mspec.compiler.print_spec import Printer, declaration
from mspec.compiler.real_functions import Approximation
from mspec.compiler.types import Bool, Num
from mspec.runtime.data.exact_text import exact_text
from mspec.runtime.data.given_values import read_values
from mspec.runtime.fuzz.journey import Journey, retraced
from mspec.runtime.fuzz.properties import Fault, faults_in_world, faults_of_journey
from mspec.runtime.fuzz.readings import value_of
from mspec.runtime.interpret import Interpreter
from mspec.runtime.testing import World

_TITLE = "found by fuzzing"


def reproducer(journey: Journey, world: World | None) -> str:
    """The base problem, the rules and the givens, and the variant with the world as a `test`.

    Where a rule broke, the problem is the one that it broke on.
    """
    problem = journey.problem
    heads = [move.head for move in journey.moves]
    names = problem.names()
    givens = {names[n]: exact_text(problem, problem.nodes[n].type, v) for n, v in (world or {}).items()}
    lines = [f"# from {journey.base.name}", *(f"# {head}" for head in heads)]
    lines.append(f"# replay({journey.base.name}, {heads!r}, {givens!r})")
    tests = () if world is None else (_test(problem, world),)
    uses = tuple(ast.Use(path) for path in problem.uses)
    whole = ast.File(1, (*uses, *problem.declarations, replace(declaration(problem), tests=tests)))
    return "\n".join((*lines, format_file(whole)))


def _test(problem: Problem, world: World) -> ast.Test:
    """The world, and what the interpreter answers in it."""
    printer, reader = Printer(problem), Interpreter(problem, world)
    bindings = tuple(ast.Binding(printer.names[n], printer.value(n, value)) for n, value in world.items())
    expects: list[ast.Expr] = []
    for node in dict.fromkeys(ask.node for ask in problem.asks):
        value = value_of(reader, node)
        if isinstance(problem.nodes[node].type, Num | Bool) and not isinstance(value, Approximation | None):
            expects.append(ast.Compare(("==",), (ast.Name(printer.names[node]), printer.value(node, value))))
    return ast.Test(_TITLE, bindings, tuple(expects), ())


def replay(problem: Problem, heads: Sequence[str], givens: Mapping[str, str]) -> list[Fault]:
    """What is wrong with some rules on a problem, in one world: what `mspec fuzz` prints of a failure, looked at again.

    Raises:
        LookupError: a head names no rule.
        MspecError: a given has no such value.
    """
    journey = retraced(problem, heads)
    found = list(faults_of_journey(journey))
    if found or not givens:
        return found
    made = journey.problem
    world = {made.node_named(name): value for name, value in read_values(made, givens).items()}
    return list(faults_in_world(journey, world))
