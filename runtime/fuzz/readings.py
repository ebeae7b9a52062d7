"""Values of nodes in a world, where they have any."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.real_functions import Approximation
from mspec.runtime.interpret import Interpreter, Undefined
from mspec.runtime.meaning import CLOSE
from mspec.runtime.testing import World


def by_name(problem: Problem, world: World) -> dict[str, Value]:
    """The values of the givens under their names."""
    names = problem.names()
    return {names[node]: value for node, value in world.items()}


def value_of(reader: Interpreter, node: NodeId) -> Value | None:
    """The value of a node, or None where it has none."""
    try:
        return reader.value(node)
    except Undefined:
        return None


def alike(one: Value | None, other: Value | None) -> bool:
    """Equal; of approximations, which are rounded at different places, equal to 30 digits."""
    if isinstance(one, Approximation) and isinstance(other, Approximation):
        return abs(one - other) <= CLOSE * max(Fraction(1), abs(one))
    return one == other


def named_values(reader: Interpreter, skip: frozenset[str] = frozenset()) -> Mapping[str, Value | None]:
    """The values of all givens and steps but some, by name."""
    names = reader.problem.names()
    return {name: value_of(reader, node) for node, name in names.items() if name not in skip}
