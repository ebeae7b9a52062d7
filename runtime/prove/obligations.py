"""What must hold in every world for types to mean what they say.

Grid obligations of steps whose type was inferred, ranges of counts and probabilities, and the guards of
operators, each where the node is demanded. `ladder.py` proves or refutes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from mspec.compiler.constraints import demand_roots
from mspec.compiler.ir import Apply, Given, NodeId, Problem
from mspec.compiler.ops import Operators
from mspec.compiler.plugins import operators_of
from mspec.compiler.source import Span
from mspec.compiler.types import Num, Tag


@dataclass(frozen=True, slots=True)
class Multiple:
    """The value is a whole multiple of a number: 1 for whole, 1/100 for whole cents."""

    of: Fraction


@dataclass(frozen=True, slots=True)
class Between:
    """The value is not below `low` (with `strict`: above it) and not above `high`."""

    low: Fraction | None
    high: Fraction | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class NonZero:
    """The value is not 0."""


@dataclass(frozen=True, slots=True)
class Regular:
    """The linear system that the node solves has exactly one solution; a partial primitive has a value."""


Claim = Multiple | Between | NonZero | Regular


@dataclass(frozen=True, slots=True)
class Obligation:
    """Wherever `owner` is demanded and its arguments have values, `claim` holds of `node`.

    `kind` says where it comes from: `grid`, `count`, `probability`, `money`, `recovery` (a divisor or determinant,
    where `owner` is found backwards: see `recovery.py`), or a guard of the operator at `owner`: `nonzero`,
    `nonnegative`, `positive`, `whole`, `natural`, `place`, `regular`, `value` (of a partial primitive).
    """

    kind: str
    node: NodeId
    owner: NodeId
    claim: Claim
    span: Span

    @property
    def is_guard(self) -> bool:
        """It says that `owner` has a value at all."""
        return self.kind not in ("grid", "count", "probability", "money", "recovery")


def obligations(problem: Problem, operators: Operators | None = None) -> tuple[Obligation, ...]:
    """All obligations of what is demanded: guards, arguments first, then steps in order."""
    demanded = problem.ancestors(demand_roots(problem))
    operators = operators_of(problem) if operators is None else operators
    found: list[Obligation] = []
    for node in sorted(demanded):
        shape = problem.nodes[node]
        if isinstance(shape, Apply):
            found += _guards(node, shape, operators)
        elif isinstance(shape, Given):
            found += _ranges(problem, node, shape.span)
    for step in problem.steps:
        if step.node in demanded and not isinstance(problem.nodes[step.node], Given):
            grid = None if step.declared else _inferred_grid(problem, step.node)
            if grid is not None:
                found.append(Obligation("grid", step.node, step.node, Multiple(grid), step.span))
            found += _ranges(problem, step.node, step.span)
    return tuple(dict.fromkeys(found))


def _inferred_grid(problem: Problem, node: NodeId) -> Fraction | None:
    type_ = problem.nodes[node].type
    if not isinstance(type_, Num) or not type_.exact:
        return None
    if type_.label is not None and type_.per is None and type_.unit.is_plain:
        return Fraction(1)  # a count that was divided keeps its label: is it still whole?
    return type_.grid


def _ranges(problem: Problem, node: NodeId, span: Span) -> Iterator[Obligation]:
    type_ = problem.nodes[node].type
    if not isinstance(type_, Num):
        return
    if type_.label is not None and type_.per is None and type_.unit.is_plain:
        yield Obligation("count", node, node, Between(Fraction(0)), span)
    elif type_.tag is Tag.PROBABILITY and type_.is_pure:
        yield Obligation("probability", node, node, Between(Fraction(0), Fraction(1)), span)
    elif type_.unit.is_money and type_.per is None and type_.label is None:
        yield Obligation("money", node, node, Between(Fraction(0)), span)


def _guards(owner: NodeId, shape: Apply, operators: Operators) -> Iterator[Obligation]:
    if shape.op == "solve_linear":
        yield Obligation("regular", owner, owner, Regular(), shape.span)
    if operators[shape.op].partial:
        yield Obligation("value", owner, owner, Regular(), shape.span)
    if shape.op == "kth":
        place = Between(Fraction(1), Fraction(len(shape.args) - 1))
        yield Obligation("place", shape.args[0], owner, place, shape.span)
    for kind, position in operators[shape.op].guards:
        # Position -1 speaks of all arguments; an optional one may be absent.
        for node in shape.args if position < 0 else shape.args[position : position + 1]:
            for claim in _claims(kind):
                yield Obligation(kind, node, owner, claim, shape.span)


def _claims(kind: str) -> tuple[Claim, ...]:
    zero = Fraction(0)
    match kind:
        case "nonzero":
            return (NonZero(),)
        case "nonnegative":
            return (Between(zero),)
        case "positive":
            return (Between(zero, strict=True),)
        case "whole":
            return (Multiple(Fraction(1)),)
        case "natural":
            return (Multiple(Fraction(1)), Between(zero))
        case _:
            raise ValueError(f"unknown guard {kind!r}")


def holds(claim: Claim, value: Fraction) -> bool:
    """Whether a claim holds of a value. (A linear system is regular or has no value: not asked here.)"""
    match claim:
        case Multiple(of):
            return (value / of).denominator == 1
        case Between(low, high, strict):
            above = low is None or (value > low if strict else value >= low)
            return above and (high is None or value <= high)
        case NonZero():
            return value != 0
        case Regular():
            return True
