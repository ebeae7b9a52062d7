"""Once per problem: does the generated Python compute what the graph means, in every world?

Few worlds are simply run. Otherwise the text of the generated function is executed on symbols and compared with
the meaning of the graph: numbers as piecewise rational functions in normal form (which says more than agreement on a
grid of degree + 1 points a variable), conditions as decision diagrams. What that cannot decide is run over all worlds
if these are not too many. A symbolic proof speaks of exact integers and of the prelude as it is meant; so both are
also run on a sample of worlds, corners of the domains among them, which tests the choice of int64 and the prelude.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, Literal, assert_never

import numpy as np

from mspec.compiler.ir import Domain, Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.lower.forms import Code, Form, Many, Ratio, Scaled
from mspec.compiler.lower.lower_python import PythonLowering
from mspec.compiler.types import ListOf
from mspec.runtime.batch import Column, distinct
from mspec.runtime.compiled import Compiled
from mspec.runtime.interpret import Interpreter
from mspec.runtime.meaning import CLOSE
from mspec.runtime.prove.diagrams import GaveUp
from mspec.runtime.prove.generated_symbols import Outcome, Symbolic, Truth, as_cases, as_number, generated
from mspec.runtime.prove.reference_symbols import Reference
from mspec.runtime.prove.symbols import Cases, Quotient, Symbols
from mspec.runtime.reals import Interval

MOST_WORLDS = 20_000
MOST_EVALUATIONS = 300_000
"""Worlds times nodes: the budget of an exhaustive proof, about a second."""
FEW_EVALUATIONS = 20_000
"""So few are simply run."""
SAMPLE = 64


@dataclass(frozen=True, slots=True)
class Proof:
    """How the generated code was proved right.

    `kind`: "exhaustive", by running every world; "symbolic", by comparing what both compute as functions; "none", not
    proved, and `reason` says why (then every row needs the reference evaluator). `points` is the number of worlds that
    were run.
    """

    kind: Literal["exhaustive", "symbolic", "none"]
    points: int
    reason: str = ""


class WrongLowering(AssertionError):
    """Generated code and reference evaluator disagree: a fault of the compiler, never of a spec.

    `world` is where; `node` is the node that differs, None for whether the world is admissible.
    """

    def __init__(self, problem: Problem, world: dict[NodeId, Value], node: NodeId | None, why: str) -> None:
        names = problem.names()
        shown = ", ".join(f"{names[given]} = {value}" for given, value in world.items())
        super().__init__(f"{problem.name}: {why} in the world {shown}")
        self.world, self.node = world, node


def prove(problem: Problem, lowering: PythonLowering) -> Proof:
    """Hold the generated code of a whole problem (all its constraints) against the meaning of its graph.

    Args:
        problem: The graph as built.
        lowering: Of this problem, with the default constraints.

    Raises:
        WrongLowering: a world in which they differ was found.
    """
    domains = [_domain(problem, node) for node in lowering.givens]
    lengths = [_size(domain) ** _length(problem, node) for domain, node in zip(domains, lowering.givens, strict=True)]
    work = prod(lengths) * len(problem.nodes)
    if work <= FEW_EVALUATIONS:
        return _exhaustive(problem, lowering, domains)
    sample = list(_sample(problem, lowering, domains))
    compare(problem, lowering, sample)
    try:
        difference = _difference(problem, lowering)
    except GaveUp as gave_up:
        difference = str(gave_up)
    if not difference:
        return Proof("symbolic", len(sample))
    if prod(lengths) <= MOST_WORLDS and work <= MOST_EVALUATIONS:
        return _exhaustive(problem, lowering, domains)
    return Proof("none", len(sample), difference)


# ------------------------------------------------------------------------------------- by running both


def compare(problem: Problem, lowering: PythonLowering, worlds: Sequence[dict[NodeId, Value]]) -> None:
    """Run both evaluators on some worlds.

    Raises:
        WrongLowering: they differ.
    """
    found = Compiled(lowering).run(_columns(lowering, worlds), len(worlds))
    exact = {node: distinct(column, lowering.forms[node]) for node, column in found.columns.items()}
    for row, world in enumerate(worlds):
        reference = Interpreter(problem, world)
        admissible = reference.admissible()
        if admissible != bool(found.admissible[row]):
            raise WrongLowering(problem, world, None, f"admissible should be {admissible}")
        if not admissible:
            continue
        demanded = reference.demanded()
        for node in lowering.exported:
            if (node in demanded) != bool(found.demanded[node][row]):
                raise WrongLowering(problem, world, node, f"node {node}: demanded should be {node in demanded}")
            got = exact[node].values[exact[node].inverse[row]]
            if node in demanded and not _agree(got, reference.value(node)):
                raise WrongLowering(problem, world, node, f"node {node} is {got}, not {reference.value(node)}")


def _agree(got: object, expected: Value) -> bool:
    """Whether an exported value is the reference's; a real number, to the digits that the reference has."""
    if isinstance(got, tuple) and isinstance(expected, tuple):
        return len(got) == len(expected) and all(map(_agree, got, expected))
    if isinstance(got, Interval) and isinstance(expected, Fraction):
        return got.meets(expected, CLOSE * max(Fraction(1), abs(expected)))
    return got == expected


def _exhaustive(problem: Problem, lowering: PythonLowering, domains: Sequence[Domain]) -> Proof:
    worlds = list(_worlds(problem, lowering, domains))
    compare(problem, lowering, worlds)
    return Proof("exhaustive", len(worlds))


def _length(problem: Problem, node: NodeId) -> int:
    type_ = problem.nodes[node].type
    return type_.length if isinstance(type_, ListOf) else 1


def _domain(problem: Problem, node: NodeId) -> Domain:
    given = problem.nodes[node]
    assert isinstance(given, Given)
    return given.domain


def _size(domain: Domain) -> int:
    """How many values there are; of a noun's attribute, all that some noun offers (more than there are in one
    world, which does no harm)."""
    if isinstance(domain, NounAttribute):
        return sum(map(_size, domain.choices))
    return domain.size


def _value(domain: Domain, place: int) -> Value:
    """The value at a place, 0 <= place < size."""
    match domain:
        case Lattice(low, _, stride):
            return low + place * stride
        case Values(values):
            return values[place]
        case NounAttribute(choices=choices):
            for choice in choices:
                if place < choice.size:
                    return _value(choice, place)
                place -= choice.size
            raise IndexError(place)
        case _:
            assert_never(domain)


def _worlds(problem: Problem, lowering: PythonLowering, domains: Sequence[Domain]) -> Iterator[dict[NodeId, Value]]:
    choices: list[Iterator[Any]] = []
    for node, domain in zip(lowering.givens, domains, strict=True):
        values = [_value(domain, place) for place in range(_size(domain))]
        type_ = problem.nodes[node].type
        choices.append(product(values, repeat=type_.length) if isinstance(type_, ListOf) else iter(values))
    return (dict(zip(lowering.givens, world, strict=True)) for world in product(*choices))


def _sample(problem: Problem, lowering: PythonLowering, domains: Sequence[Domain]) -> Iterator[dict[NodeId, Value]]:
    """Corners of the domains and worlds spread over them; the same for every run."""
    state = 1
    for number in range(SAMPLE):
        world: dict[NodeId, Value] = {}
        for node, domain in zip(lowering.givens, domains, strict=True):
            type_ = problem.nodes[node].type
            drawn = []
            for _ in range(type_.length if isinstance(type_, ListOf) else 1):
                state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
                ends = (0, _size(domain) - 1)
                place = ends[state >> 63] if 2 <= number < 24 else (state >> 16) % _size(domain)
                drawn.append(_value(domain, ends[number] if number < 2 else place))
            world[node] = tuple(drawn) if isinstance(type_, ListOf) else drawn[0]
        yield world


def _columns(lowering: PythonLowering, worlds: Sequence[dict[NodeId, Value]]) -> dict[NodeId, Column]:
    columns: dict[NodeId, Column] = {}
    for node in lowering.givens:
        form, wide = lowering.forms[node], lowering.is_wide(node)
        rows = [world[node] for world in worlds]
        if isinstance(form, Many):
            parts = zip(*rows, strict=True) if rows else [()] * form.length
            columns[node] = tuple(_array(list(part), form.element, wide) for part in parts)
        else:
            columns[node] = _array(rows, form, wide)
    return columns


def _array(values: Sequence[Any], form: Form, wide: bool) -> np.ndarray[Any, Any]:
    match form:
        case Scaled(den):
            return np.array([int(value * den) for value in values], dtype=object if wide else np.int64)
        case Code(known):
            return np.array([known.index(value) for value in values], dtype=np.int64)
        case _:
            return np.array(values, dtype=bool)


# ------------------------------------------------------------------------------------------ by symbols


def _difference(problem: Problem, lowering: PythonLowering) -> str:
    """Where the two are not seen to be equal; "" if they are equal.

    Raises:
        GaveUp: one of them is beyond what symbols can say.
    """
    symbols = Symbols()
    outcome = generated(symbols, problem, lowering)
    reference = Reference(symbols, problem)
    reference.evaluate(range(len(problem.nodes)))
    demanded = reference.demanded()
    if outcome.admissible != reference.admissible(demanded):
        return "which worlds are admissible is not seen to be the same"
    return _different_values(symbols, lowering, outcome, reference, demanded)


def _different_values(
    symbols: Symbols,
    lowering: PythonLowering,
    outcome: Outcome,
    reference: Reference,
    demanded: dict[NodeId, int],
) -> str:
    never = symbols.diagrams.zero
    for node, value, mask in zip(lowering.exported, outcome.values, outcome.demanded, strict=True):
        where = demanded.get(node, never)
        live = symbols.diagrams.multiply(where, outcome.admissible)
        if symbols.diagrams.multiply(mask, outcome.admissible) != live:
            return f"where node {node} is demanded is not seen to be the same"
        if live != never and not _same(symbols, value, lowering.forms[node], reference.values[node], live):
            return f"node {node} is not seen to be the same"
    return ""


def _same(symbols: Symbols, value: Symbolic, form: Form, meant: Symbolic, live: int) -> bool:
    """Whether a column stands for what a node means, where the condition `live` holds."""
    diagrams = symbols.diagrams
    match form, value:
        case Scaled(den), (Quotient() | Cases()):
            number = symbols.multiply(as_number(symbols, value), symbols.constant(Fraction(1, den)))
            return symbols.equal(number, as_number(symbols, meant), live)
        case Ratio(), (num, den):
            number = symbols.ratio(as_number(symbols, num), as_number(symbols, den))
            return symbols.equal(number, as_number(symbols, meant), live)
        case Code(values), (Cases() | Quotient()):
            cases = as_cases(symbols, value)
            if cases is None or not isinstance(meant, Cases):
                return False
            mine: dict[object, int] = {values[int(str(place))]: diagrams.multiply(c, live) for place, c in cases.cases}
            theirs = {known: diagrams.multiply(c, live) for known, c in meant.cases}
            never = diagrams.zero
            return all(mine.get(key, never) == theirs.get(key, never) for key in mine | theirs)
        case Many(element), tuple():
            return isinstance(meant, tuple) and all(
                _same(symbols, part, element, other, live) for part, other in zip(value, meant, strict=True)
            )
        case _:
            return (
                isinstance(value, Truth)
                and isinstance(meant, Truth)
                and diagrams.multiply(value.diagram, live) == diagrams.multiply(meant.diagram, live)
            )
