"""Property 1: a variant type-checks, prints to a spec that builds it again, and is printed as the formatter would."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from mspec.compiler.format import format_source
from mspec.compiler.ir import Given, NodeId, Problem, Text
from mspec.compiler.load import load_source
from mspec.compiler.print_spec import print_problem
from mspec.compiler.real_functions import Approximation
from mspec.compiler.source import Source
from mspec.compiler.verify import InvalidProblem, verify
from mspec.runtime.fuzz.journey import Journey, Move
from mspec.runtime.fuzz.readings import value_of
from mspec.runtime.interpret import Interpreter
from mspec.runtime.prove.obligations import holds, obligations


def well_formed(journey: Journey) -> Iterator[str]:
    """The graph is valid and typed; its text parses back to itself; its labels are those that were given."""
    problem = journey.problem
    try:
        verify(problem)
    except InvalidProblem as invalid:
        yield f"the graph is invalid: {invalid}"
        return
    yield from _prints(problem)
    for move in journey.moves:
        if move.after is not None:
            yield from _labels(move, move.after)


def typed(problem: Problem, reader: Interpreter) -> Iterator[str]:
    """In a world, what is demanded is what its type promises: counts are whole and not negative, money is in cents,
    probabilities are between 0 and 1. (Money below zero is a debt, of which `check` only warns.)"""
    names, demanded = problem.names(), reader.demanded()
    for one in obligations(problem):
        if one.kind in _PROMISES and one.owner in demanded:
            value = value_of(reader, one.node)
            if isinstance(value, Fraction) and not isinstance(value, Approximation) and not holds(one.claim, value):
                name = names.get(one.node, f"%{one.node}")
                yield f"`{name}` is {value}, and its type promises otherwise ({one.kind})"


_PROMISES = frozenset({"grid", "count", "probability"})


def _prints(problem: Problem) -> Iterator[str]:
    text = print_problem(problem)
    module = load_source(Source(problem.name, text), Path(problem.folder) if problem.folder else None)
    if module.errors():
        first = module.errors()[0]
        yield f"its text is refused: {first.code} {first.text()}"
        return
    again = module.problem(problem.name)
    if again != problem:
        yield f"its text builds another problem: {_first_difference(problem, again)}"
    if print_problem(again) != text:
        yield "printed again, it is another text"
    if format_source(Source(problem.name, text)) != text:
        yield "the formatter changes its text"


def _first_difference(problem: Problem, again: Problem) -> str:
    for field in problem.__dataclass_fields__.values():
        if field.compare and getattr(problem, field.name) != getattr(again, field.name):
            if field.name == "nodes":
                pairs = zip(problem.nodes, again.nodes, strict=False)
                shorter = min(len(problem.nodes), len(again.nodes))
                place = next((n for n, (one, other) in enumerate(pairs) if one != other), shorter)
                return f"nodes from %{place} on ({problem.names().get(place, 'unnamed')})"
            return field.name
    return "nothing that is compared"


def _labels(move: Move, after: Problem) -> Iterator[str]:
    """What was there keeps its type and description; nothing new is called like something else."""
    before, names = move.before, after.names()
    old = {name: node for node, name in before.names().items()}
    said: dict[object, str] = {}
    for node, name in names.items():
        spoken = in_names(after, description(after, node))
        if spoken and spoken in said and not {name, said[spoken]} <= old.keys():
            yield f"`{move.head}`: `{said[spoken]}` and `{name}` have one description"
        said[spoken] = name
        if move.kind in _IN_PLACE and name in old:
            if after.nodes[node].type != before.nodes[old[name]].type:
                yield f"`{move.head}` changed the type of `{name}`"
            if spoken != in_names(before, description(before, old[name])):
                yield f"`{move.head}` changed the description of `{name}`"


_IN_PLACE = frozenset({"insert", "extend", "distract", "derive", "invert", "fold"})
"""Kinds of rules that keep the names of what was there."""


def description(problem: Problem, node: NodeId) -> Text:
    """The description of a given or step, or no text."""
    step, found = problem.step_of(node), problem.nodes[node]
    text = step.description if step is not None else found.description if isinstance(found, Given) else None
    return text or ()


def in_names(problem: Problem, text: Text) -> object:
    """A text with names in place of nodes, so that it can be compared across problems."""
    from mspec.compiler.print_spec import Printer

    return Printer(problem).text(text)
