"""Slots: the single values that are drawn. A given is one slot, a list has one for each element.

A drawn value is held as its index in the domain as declared. `Encoder` turns indices into columns of the givens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.worlds_sampling import NoSuchGiven, OutsideDomain
from mspec.compiler.ir import Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.lower.forms import Code, Form, Many, Scaled, Truth
from mspec.compiler.lower.lower_python import given_form
from mspec.compiler.lower.scales import LIMIT
from mspec.compiler.passes.intervals import Interval, intervals
from mspec.compiler.types import ListOf, Num
from mspec.runtime.batch import Array, Column
from mspec.runtime.sample.streams import Integers

SlotKey = tuple[NodeId, int]
"""A given, and 0; or a list given and the 1-based place of an element."""
Chosen = Mapping[SlotKey, Integers]
"""For each slot one domain index a row."""
Fixed = Mapping[str, Value]
"""Values that givens are held to, by name."""

_LARGEST_DOMAIN = 1 << 62


@dataclass(frozen=True)
class Choice:
    """A domain of which the indices in `positions` may be drawn."""

    domain: Lattice | Values
    positions: range

    @staticmethod
    def of(domain: Lattice | Values, held: Value | None) -> Choice:
        """The whole domain; or the place of the value that it is held to, which may be nowhere."""
        if domain.size > _LARGEST_DOMAIN:
            raise ValueError(f"a domain of {domain.size} values is too large to draw from")
        if held is None:
            return Choice(domain, range(domain.size))
        place = place_of(domain, held)
        return Choice(domain, range(0) if place is None else range(place, place + 1))

    @property
    def size(self) -> int:
        return len(self.positions)

    @cached_property
    def ascending(self) -> NDArray[np.int64]:
        """Domain indices in the order of their values (of a set; a lattice is in order as it stands)."""
        assert isinstance(self.domain, Values)
        values = self.domain.values
        return np.array(sorted(range(len(values)), key=lambda i: values[i]), dtype=np.int64)

    @cached_property
    def _ranks(self) -> NDArray[np.int64]:
        ranks = np.empty(len(self.ascending), np.int64)
        ranks[self.ascending] = np.arange(len(self.ascending))
        return ranks

    def by_rank(self, ranks: Integers) -> Integers:
        """The domain index of the value that has a given rank among all values."""
        return ranks if isinstance(self.domain, Lattice) else self.ascending[ranks]

    def ranks(self, indices: Integers) -> Integers:
        """The rank of a value among all values of the domain, by its index."""
        return indices if isinstance(self.domain, Lattice) else self._ranks[indices]


@dataclass(frozen=True)
class Slot:
    """One value to be drawn. With a `parent` (the noun whose attribute the domain is), `choices[i]` belongs to the
    i-th value of the noun; without, there is one choice."""

    given: NodeId
    element: int
    name: str
    choices: tuple[Choice, ...]
    parent: NodeId | None = None

    @property
    def key(self) -> SlotKey:
        return self.given, self.element

    @property
    def largest(self) -> int:
        """The most values there can be to choose from."""
        return max(choice.size for choice in self.choices)

    @cached_property
    def sizes(self) -> NDArray[np.int64]:
        """Values to choose from, by the parent's index."""
        return np.array([choice.size for choice in self.choices], dtype=np.int64)

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """The first index that may be drawn, by the parent's index."""
        return np.array([choice.positions.start for choice in self.choices], dtype=np.int64)

    def ranks(self, chosen: Chosen) -> Integers:
        """Where each row's value stands in the order of the domain that applies to it."""
        indices = chosen[self.key]
        if self.parent is None:
            return self.choices[0].ranks(indices)
        ranks = indices.copy()
        parents = chosen[self.parent, 0]
        for number, choice in enumerate(self.choices):
            if isinstance(choice.domain, Values):
                rows = parents == number
                ranks[rows] = choice.ranks(indices[rows])
        return ranks


def slots_of(problem: Problem, fixed: Fixed | None = None) -> tuple[Slot, ...]:
    """All slots, by name.

    Args:
        problem: Its givens are the slots.
        fixed: Values that givens are held to; a number as Fraction or int, in the unit of the given.

    Raises:
        MspecError: MS5105 for a name that is not a given, MS5104 for a value outside the domain.
    """
    named = {node.name: (i, node) for i, node in enumerate(problem.nodes) if isinstance(node, Given)}
    held: dict[NodeId, Value] = {}
    for name, value in (fixed or {}).items():
        if name not in named:
            raise MspecError([NoSuchGiven(name=name, known=", ".join(named))])
        held[named[name][0]] = _normal(named[name][1], value)
    slots: list[Slot] = []
    for name in sorted(named):
        slots += _slots_of_given(problem, *named[name], held)
    return tuple(slots)


def _slots_of_given(problem: Problem, node: NodeId, given: Given, held: Mapping[NodeId, Value]) -> list[Slot]:
    domain = given.domain
    parent = domain.noun if isinstance(domain, NounAttribute) else None
    domains = domain.choices if isinstance(domain, NounAttribute) else (domain,)
    noun = _held_noun(problem, parent, held)
    value = held.get(node)

    def slot(element: int, name: str, value: Value | None) -> Slot:
        choices = tuple(
            Choice.of(offered, value) if noun in (None, number) else Choice(offered, range(0))
            for number, offered in enumerate(domains)
        )
        if value is not None and not any(choice.size for choice in choices):
            raise MspecError([outside(given, held[node])])
        return Slot(node, element, name, choices, parent)

    if not isinstance(given.type, ListOf):
        return [slot(0, given.name, value)]
    values = value if isinstance(value, tuple) else (None,) * given.type.length
    if len(values) != given.type.length:
        raise MspecError([outside(given, held[node])])
    return [slot(i, f"{given.name}[{i}]", entry) for i, entry in enumerate(values, 1)]


def _held_noun(problem: Problem, parent: NodeId | None, held: Mapping[NodeId, Value]) -> int | None:
    if parent is None or parent not in held:
        return None
    noun = problem.nodes[parent]
    assert isinstance(noun, Given) and isinstance(noun.domain, Values)
    place = place_of(noun.domain, held[parent])
    if place is None:
        raise MspecError([outside(noun, held[parent])])
    return place


def _normal(given: Given, value: Value) -> Value:
    """A held value as the domain holds it: numbers as Fractions.

    Raises:
        MspecError: MS5104, the value is of another type.
    """
    element = given.type.element if isinstance(given.type, ListOf) else given.type
    if isinstance(given.type, ListOf):
        if not isinstance(value, tuple):
            raise MspecError([outside(given, value)])
        values = value
    else:
        values = (value,)
    normal: list[Value] = []
    for entry in values:
        is_number = isinstance(entry, int | Fraction) and not isinstance(entry, bool)
        if isinstance(element, Num) != is_number and not isinstance(entry, int):
            raise MspecError([outside(given, value)])
        if isinstance(element, Num):
            if not isinstance(entry, int | Fraction) or isinstance(entry, bool):
                raise MspecError([outside(given, value)])
            normal.append(Fraction(entry))
        else:
            normal.append(entry)
    return tuple(normal) if isinstance(given.type, ListOf) else normal[0]


def place_among(values: Sequence[Value], value: Value) -> int | None:
    """The index of a value, or None."""
    # Types are compared too: False == 0 == Fraction(0) in Python, not in a spec.
    return next((i for i, own in enumerate(values) if own == value and type(own) is type(value)), None)


def place_of(domain: Lattice | Values, value: Value) -> int | None:
    """The index of a value in a domain, or None."""
    if isinstance(domain, Values):
        return place_among(domain.values, value)
    if not isinstance(value, Fraction) or not domain.low <= value <= domain.high:
        return None
    steps = (value - domain.low) / domain.stride
    return int(steps) if steps.denominator == 1 else None


def places_in(problem: Problem, node: NodeId, world: Mapping[NodeId, Value]) -> list[tuple[int, int]] | None:
    """(element, domain index) for each slot of a given, from its value in a world; None where that is not offered."""
    given = problem.nodes[node]
    assert isinstance(given, Given)
    domain, value = given.domain, world[node]
    if isinstance(domain, NounAttribute):
        noun = problem.nodes[domain.noun]
        assert isinstance(noun, Given) and isinstance(noun.domain, Values)
        domain = domain.choices[noun.domain.values.index(world[domain.noun])]
    if isinstance(given.type, ListOf):
        assert isinstance(value, tuple)
        entries = list(enumerate(value, 1))
    else:
        entries = [(0, value)]
    found = [(element, place_of(domain, entry)) for element, entry in entries]
    places = [(element, place) for element, place in found if place is not None]
    return places if len(places) == len(found) else None


def outside(given: Given, value: Value) -> OutsideDomain:
    return OutsideDomain(given.span, name=given.name, value=_said(value), domain=_domain_said(given))


def _said(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_said, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def _domain_said(given: Given) -> str:
    match given.domain:
        case Lattice(low, high, stride):
            said = f"{low}..{high}" + (f" by {stride}" if stride != 1 else "")
        case Values(values):
            shown = [_said(value) for value in values[:12]]
            said = "{" + ", ".join(shown + ["…"] * (len(values) > 12)) + "}"
        case NounAttribute(_, attribute):
            said = f"the {attribute} of the noun drawn"
    return f"each element in {said}" if isinstance(given.type, ListOf) else said


# --------------------------------------------------------------------------------------------- encoding


@dataclass(frozen=True)
class Encoder:
    """Columns of the givens from domain indices."""

    problem: Problem
    forms: dict[NodeId, Form] = field(init=False)
    _tables: dict[NodeId, tuple[_Code, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        forms = {node: given_form(self.problem, node) for node in self.problem.givens()}
        object.__setattr__(self, "forms", forms)
        for node, form in forms.items():
            given = self.problem.nodes[node]
            assert isinstance(given, Given)
            element = form.element if isinstance(form, Many) else form
            offered = given.domain.choices if isinstance(given.domain, NounAttribute) else (given.domain,)
            codes = tuple(_code(domain, element) for domain in offered)
            # One kind of integer for the whole column, whichever noun is drawn.
            wide = any(code.dtype == object for code in codes)
            self._tables[node] = tuple(code.widened() for code in codes) if wide else codes

    @cached_property
    def intervals(self) -> dict[NodeId, Interval | None]:
        """Bounds of every number."""
        return intervals(self.problem)

    def columns(self, chosen: Chosen) -> dict[NodeId, Column]:
        """The column of every given all of whose slots are in `chosen`."""
        columns: dict[NodeId, Column] = {}
        for node, element in chosen:
            form = self.forms[node]
            if not isinstance(form, Many):
                columns[node] = self._column(node, chosen, (node, element))
            elif element == 1 and all((node, i) in chosen for i in range(1, form.length + 1)):
                columns[node] = tuple(self._column(node, chosen, (node, i)) for i in range(1, form.length + 1))
        return columns

    def places(self, worlds: Sequence[Mapping[NodeId, Value]]) -> dict[SlotKey, Integers]:
        """The domain indices of known worlds, whose values are all offered (see `places_in`)."""
        found: dict[SlotKey, list[int]] = {}
        for world in worlds:
            for node in self.forms:
                places = places_in(self.problem, node, world)
                if places is None:
                    raise ValueError(f"no such value of node {node}")
                for element, place in places:
                    found.setdefault((node, element), []).append(place)
        return {key: np.array(places, dtype=np.int64) for key, places in found.items()}

    def _column(self, node: NodeId, chosen: Chosen, key: SlotKey) -> Array:
        given = self.problem.nodes[node]
        assert isinstance(given, Given)
        codes, indices = self._tables[node], chosen[key]
        if not isinstance(given.domain, NounAttribute):
            return codes[0](indices)
        parents = chosen[given.domain.noun, 0]
        if all(isinstance(code, _Linear) for code in codes):
            low = np.array([code.low for code in codes if isinstance(code, _Linear)], codes[0].dtype)
            stride = np.array([code.stride for code in codes if isinstance(code, _Linear)], codes[0].dtype)
            between: Array = low[parents] + indices * stride[parents]
            return between
        column = np.empty(len(indices), codes[0].dtype)
        for number, code in enumerate(codes):
            rows = parents == number
            column[rows] = code(indices[rows])
        return column


@dataclass(frozen=True)
class _Linear:
    """A lattice as scaled integers: `low + index * stride`."""

    low: int
    stride: int
    dtype: np.dtype[Any]

    def widened(self) -> _Linear:
        return _Linear(self.low, self.stride, np.dtype(object))

    def __call__(self, indices: Integers) -> Array:
        scaled: Array = indices.astype(self.dtype) * self.stride + self.low
        return scaled


@dataclass(frozen=True, eq=False)
class _Listed:
    """An explicit set."""

    column: Array

    @property
    def dtype(self) -> np.dtype[Any]:
        return self.column.dtype

    def widened(self) -> _Listed:
        return _Listed(self.column.astype(object))

    def __call__(self, indices: Integers) -> Array:
        listed: Array = self.column[indices]
        return listed


_Code = _Linear | _Listed


def _code(domain: Lattice | Values, form: Form) -> _Code:
    match form:
        case Scaled(den):
            if isinstance(domain, Lattice):
                low, high = scaled(domain.low, den), scaled(domain.high, den)
                # The stride of a single value need not be on the grid.
                stride = scaled(domain.stride, den) if low < high else 0
                return _Linear(low, stride, dtype_of(low, high, stride))
            numbers = [scaled(value, den) for value in domain.values]
            return _Listed(np.array(numbers, dtype=dtype_of(*numbers)))
        case Truth():
            return _Listed(np.array(list(domain), dtype=bool))
        case Code(values):
            places = {(type(value), value): i for i, value in enumerate(values)}
            return _Listed(np.array([places[type(value), value] for value in domain], dtype=np.int64))
        case _:
            raise TypeError(f"a given cannot be held as {form}")


def scaled(value: Value, den: int) -> int:
    """A number in units of 1/den."""
    units = value * den if isinstance(value, Fraction) else None
    if units is None or units.denominator != 1:
        raise ValueError(f"{value!r} is not a multiple of 1/{den}")
    return int(units)


def dtype_of(*numbers: int) -> np.dtype[Any]:
    """The kind of a column that holds these numbers."""
    fits = all(-LIMIT < number < LIMIT for number in numbers)
    return np.dtype(np.int64) if fits else np.dtype(object)
