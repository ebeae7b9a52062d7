"""A batch of worlds: columns by node, and the exact values that they stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any, NamedTuple, assert_never

import numpy as np
from numpy.typing import NDArray

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.ir import NodeId, Problem, Text, Value
from mspec.compiler.lower.forms import Code, Form, Many, Ratio, Real, Scaled, Spelled, Truth

Array = NDArray[Any]


class RatioColumn(NamedTuple):
    """Numerators and positive denominators."""

    numerator: Array
    denominator: Array


Column = Array | RatioColumn | tuple[Array, ...]


class Distinct(NamedTuple):
    """The distinct values of a column and, for each row, the position of its value in `values`."""

    values: list[Value]
    inverse: Array


class Combined(NamedTuple):
    """A row for each distinct combination, and for each row the position of its combination in `rows`."""

    rows: Array
    inverse: Array


@dataclass
class Batch:
    """`size` worlds of one problem. `columns` and `forms` cover the givens and every node that was evaluated.

    `index` holds the global index of each row (what the random stream and the record id are keyed by).
    """

    problem: Problem
    index: Array
    columns: dict[NodeId, Column]
    forms: Mapping[NodeId, Form]
    _distinct: dict[NodeId, Distinct] = field(default_factory=dict, repr=False)
    described: ByIdentity[Text, list[str]] = field(default_factory=partial(ByIdentity, 256), repr=False)
    """Descriptions in these worlds: a record shows one by itself and again in a sentence."""

    @property
    def size(self) -> int:
        return len(self.index)

    def take(self, rows: Array) -> Batch:
        """The batch of some rows, in the order of `rows` (positions or a bool mask)."""
        return Batch(self.problem, self.index[rows], {n: take(c, rows) for n, c in self.columns.items()}, self.forms)

    def distinct(self, node: NodeId) -> Distinct:
        """Distinct exact values of a node and where they stand; computed once. Whatever is made of single values (texts
        of numbers, nouns …) is made once per distinct value and spread with `inverse`."""
        found = self._distinct.get(node)
        if found is None:
            found = self._distinct[node] = distinct(self.columns[node], self.forms[node])
        return found

    def spread(self, node: NodeId, texts: Sequence[str]) -> list[str]:
        """One text a row, from one text a distinct value."""
        return spread(texts, self.distinct(node).inverse)

    def combined(self, nodes: Sequence[NodeId]) -> Combined:
        """The distinct combinations of the values of some nodes: what depends on these alone is made once for each."""
        codes = np.zeros(self.size, dtype=np.int64)
        for node in nodes:
            values, inverse = self.distinct(node)
            # Renumbered at each step, so the codes stay below rows x values.
            codes = distinct_integers(codes * len(values) + inverse)[1]
        first = np.empty(int(codes.max(initial=-1)) + 1, dtype=np.int64)
        first[codes[::-1]] = np.arange(self.size - 1, -1, -1)  # where several rows write, the last one stays: the first
        return Combined(first, codes)

    def values(self, node: NodeId) -> list[Value]:
        """The exact value of a node in every row (slow: for the per-row API and for checks)."""
        values, inverse = self.distinct(node)
        return [values[i] for i in inverse.tolist()]


_FIRST = np.zeros(1, dtype=np.int64)
"""Where the value of the only row stands."""
_FIRST.setflags(write=False)
FEW = 8
"""Up to so many rows are gone through one by one: an array of objects takes longer to make."""


def spread(texts: Sequence[str], inverse: Array) -> list[str]:
    """One text a row, by its place among the texts."""
    if len(inverse) <= FEW:
        return [texts[place] for place in inverse.tolist()]
    spread: list[str] = objects(texts)[inverse].tolist()
    return spread


def objects(values: Sequence[object]) -> Array:
    """An array of one dimension, whatever the values are."""
    array: Array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def take(column: Column, rows: Array) -> Column:
    """Some rows of a column."""
    if isinstance(column, RatioColumn):
        return RatioColumn(column.numerator[rows], column.denominator[rows])
    if isinstance(column, tuple):
        return tuple(part[rows] for part in column)
    return column[rows]


def distinct(column: Column, form: Form) -> Distinct:
    """Distinct values of a column of the given form."""
    match form:
        case Scaled(den):
            assert isinstance(column, np.ndarray)
            keys, inverse = distinct_integers(column)
            return Distinct([_fraction(int(k), den) for k in keys.tolist()], inverse)
        case Truth():
            assert isinstance(column, np.ndarray)
            return Distinct([False, True], column.astype(np.int64))
        case Code(values):
            assert isinstance(column, np.ndarray)
            if len(column) >= len(values):
                return Distinct(list(values), column.astype(np.int64))
            # Few rows have few of the people that there are to choose from.
            places, inverse = distinct_integers(column)
            return Distinct([values[place] for place in places.tolist()], inverse)
        case Ratio():
            assert isinstance(column, RatioColumn)
            if len(column.numerator) == 1:
                return Distinct([_fraction(int(column.numerator[0]), int(column.denominator[0]))], _FIRST)
            rows: Sequence[Value] = [
                Fraction(n, d) for n, d in zip(column.numerator.tolist(), column.denominator.tolist(), strict=True)
            ]
        case Many(element):
            assert isinstance(column, tuple)
            parts = [distinct(part, element) for part in column]
            rows = list(zip(*([p.values[i] for i in p.inverse.tolist()] for p in parts), strict=True))
        case Spelled():
            assert isinstance(column, np.ndarray)
            rows = column.tolist()
        case Real():
            assert isinstance(column, np.ndarray)
            # Where the node has no value nothing may be shown of it, and 0 stands there.
            rows = [Fraction(0) if interval is None else interval.value() for interval in column]
        case _:
            assert_never(form)
    seen: dict[Value, int] = {}
    inverse = np.fromiter((seen.setdefault(row, len(seen)) for row in rows), dtype=np.int64, count=len(rows))
    return Distinct(list(seen), inverse)


def distinct_integers(column: Array) -> tuple[Array, Array]:
    """The integers of a column in ascending order, and the position of each row's among them."""
    if len(column) == 1:
        return column, _FIRST
    if column.dtype == object or not len(column):
        return np.unique(column, return_inverse=True)
    low, high = int(column.min()), int(column.max())
    if high - low >= 4 * len(column) + 256:
        return np.unique(column, return_inverse=True)
    # a table over the range instead of sorting
    offsets = column - low
    present = np.zeros(high - low + 1, dtype=np.int64)
    present[offsets] = 1
    places = np.flatnonzero(present)
    present[places] = np.arange(len(places))
    return places + low, present[offsets]


@lru_cache(maxsize=1 << 16)
def _fraction(numerator: int, denominator: int) -> Fraction:
    """The same values come again in every batch."""
    return Fraction(numerator, denominator)
