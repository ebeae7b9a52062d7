"""Hypothesis strategies: sequences of rules over a problem, and pairs of worlds that differ in one leaf."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Given, Lattice, NodeId, Problem, Value, Values
from mspec.compiler.types import ListOf
from mspec.runtime.fuzz.journey import Journey, travelled
from mspec.runtime.interpret import Interpreter
from mspec.runtime.sample.sampler import sequential_for
from mspec.runtime.testing import World, worlds

LONGEST = 6
"""Rules in one sequence."""
_PLACES = 1 << 12
_NEAR = 4
"""Other values of a leaf that are tried."""


def rule_sequences(problem: Problem, longest: int = LONGEST) -> st.SearchStrategy[Journey]:
    """Rules tried one after another on a problem, its own and those of the libraries. Shrinks to fewer of them.

    Args:
        problem: the base problem.
        longest: how many rules at most.
    """
    choices = st.lists(st.integers(0, _PLACES), max_size=longest)
    return choices.map(lambda places: travelled(problem, places))


def journeys(problems: Sequence[Problem], longest: int = LONGEST) -> st.SearchStrategy[Journey]:
    """Rule sequences over one of some problems."""
    places = st.integers(0, len(problems) - 1)
    return places.flatmap(lambda place: rule_sequences(problems[place], longest))


def pairs(problem: Problem) -> st.SearchStrategy[tuple[World, World, NodeId]]:
    """Counterfactual pairs: two worlds that differ in the value of one given, and that given.

    Raises:
        MspecError: there are no worlds, or they are too rare to be drawn.
    """
    return _pair(problem, worlds(problem))


@st.composite
def _pair(
    draw: st.DrawFn, problem: Problem, drawn: st.SearchStrategy[World]
) -> tuple[World, World, NodeId]:
    world = draw(drawn)
    free = [node for node in problem.givens() if len(values_of(problem, node)) > 1]
    assume(free)
    node = draw(st.sampled_from(free))
    other = neighbour(problem, world, node, draw(st.integers(0, _PLACES)))
    assume(other is not None)
    assert other is not None
    return world, other, node


def neighbour(problem: Problem, world: World, node: NodeId, place: int) -> World | None:
    """The world with another value of a given, tried from a place in its domain on; None where none is a world."""
    values = values_of(problem, node)
    for step in range(min(_NEAR, len(values))):
        value = values[(place + step) % len(values)]
        other = {**world, node: value}
        if value != world[node] and Interpreter(problem, other).admissible():
            return other
    return None


def values_of(problem: Problem, node: NodeId) -> Sequence[Value]:
    """The values that a given may have by its domain, in order; none for a list or what a drawn noun offers."""
    given = problem.nodes[node]
    assert isinstance(given, Given)
    match given.domain:
        case _ if isinstance(given.type, ListOf):
            return ()
        case Lattice() as lattice:
            return _OnLattice(lattice)
        case Values(values):
            return values
        case _:
            return ()


class _OnLattice(Sequence[Value]):
    """The values of a lattice by place, none of them made before it is asked for."""

    def __init__(self, lattice: Lattice) -> None:
        self._lattice = lattice

    def __len__(self) -> int:
        return self._lattice.size

    def __getitem__(self, place: int) -> Value:  # type: ignore[override]
        if not 0 <= place < self._lattice.size:
            raise IndexError(place)
        return self._lattice.low + place * self._lattice.stride

    def __contains__(self, value: object) -> bool:
        lattice = self._lattice
        inside = isinstance(value, Fraction) and lattice.low <= value <= lattice.high
        return inside and (value - lattice.low) % lattice.stride == 0  # type: ignore[operator]

    def index(self, value: Value, start: int = 0, stop: int | None = None) -> int:
        if value not in self:
            raise ValueError(value)
        return int((value - self._lattice.low) / self._lattice.stride)  # type: ignore[operator]


def world_at(problem: Problem, index: int) -> World | None:
    """The world of a problem at an index, drawn given by given; None where there is none, or none is met."""
    try:
        batch = sequential_for(problem).draw(0, range(index, index + 1))
    except MspecError:
        return None
    return {node: batch.values(node)[0] for node in problem.givens()}
