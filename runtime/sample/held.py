"""One world that is there already, for what takes a sampler: nothing is planned and nothing drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Given, NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Form, Many, Scaled
from mspec.compiler.lower.lower_python import given_form
from mspec.compiler.types import ListOf, NounType, Person
from mspec.runtime.batch import Array, Batch, Column
from mspec.runtime.sample.slots import dtype_of, outside, place_among, places_in, scaled
from mspec.runtime.sample.streams import Seed, row_index


@dataclass(frozen=True)
class Held:
    """Gives one world of a problem in every row. Whether it satisfies the constraints is for who evaluates it to say;
    that each value is one that is offered, and what domains and flags demand of several, is seen to here."""

    problem: Problem
    world: Mapping[NodeId, Value]

    @staticmethod
    def of(problem: Problem, named: Mapping[str, Value]) -> Held:
        """The world in which givens have these values, by name.

        Raises:
            MspecError: MS5104, a value is not offered, or not beside the others.
            KeyError: a given has no value.
        """
        givens = {node: found for node in problem.givens() if isinstance(found := problem.nodes[node], Given)}
        world = {node: named[given.name] for node, given in givens.items()}
        for node, given in givens.items():
            if places_in(problem, node, world) is None or not _in_order(given, world[node]):
                raise MspecError([outside(given, world[node])])
        for kind in (Person, NounType):
            apart = [n for n, given in givens.items() if isinstance(given.type, kind) and "repeat" not in given.flags]
            for place, node in enumerate(apart):
                if any(world[other] == world[node] for other in apart[:place]):
                    raise MspecError([outside(givens[node], world[node])])
        return Held(problem, world)

    @cached_property
    def forms(self) -> dict[NodeId, Form]:
        """How the columns of the givens stand."""
        return {node: given_form(self.problem, node) for node in self.world}

    def draw(self, seed: Seed, indices: range | NDArray[Any]) -> Batch:
        """The world at each index; the seed does not matter."""
        index = row_index(indices).astype("int64")
        columns = {node: _column(value, self.forms[node], len(index)) for node, value in self.world.items()}
        return Batch(self.problem, index, columns, self.forms)


def _in_order(given: Given, value: Value) -> bool:
    """Whether a list is sorted, and without repetition, as its flags say."""
    if not isinstance(given.type, ListOf):
        return True
    assert isinstance(value, tuple)
    distinct = "distinct" not in given.flags or len(set(value)) == len(value)
    return distinct and ("sorted" not in given.flags or list(value) == sorted(value))


def _column(value: Value, form: Form, size: int) -> Column:
    match form:
        case Many(element):
            assert isinstance(value, tuple)
            return tuple(_entries(part, element, size) for part in value)
        case _:
            return _entries(value, form, size)


def _entries(value: Value, form: Form, size: int) -> Array:
    match form:
        case Scaled(den):
            number = scaled(value, den)
            return np.full(size, number, dtype_of(number))
        case Code(values):
            return np.full(size, place_among(values, value), np.int64)
        case _:
            return np.full(size, value is True, bool)
