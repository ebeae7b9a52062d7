"""The exact texts of columns: one text a distinct value, spread over the rows.

Integers are printed straight from the scaled columns; no Fraction is made. A number column has up to three tables
of texts, one for each `Place`, shared where they do not differ. """

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np

from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Form, Many, Ratio, Real, Scaled, Spelled, Truth
from mspec.compiler.ops import round_half_up
from mspec.compiler.types import RowOf
from mspec.runtime.batch import Array, Batch, Column, RatioColumn, objects
from mspec.runtime.reals import Interval
from mspec.runtime.steps.layout import Part, Place, Slot, constant
from mspec.runtime.steps.trace import Source


@dataclass(frozen=True, slots=True)
class Table:
    """Texts by place, and which of them stands in each row. `largest` and `digits` are by entry: the whole part of
    the size of the number, and the digits of its longer half."""

    texts: tuple[Array, Array, Array]
    inverse: Array
    largest: Array
    digits: Array

    def column(self, place: Place) -> Array:
        """One text a row."""
        column: Array = self.texts[place][self.inverse]
        return column


@dataclass
class Texts:
    """The texts of one batch, made on demand and kept."""

    problem: Problem
    batch: Batch
    unknowns: Mapping[tuple[NodeId, int], RatioColumn] = field(default_factory=dict)
    """Values of unknowns that no step of its own finds, by (step, position)."""
    _tables: dict[Source, Table] = field(default_factory=dict, repr=False)
    _columns: dict[tuple[Source, Place], Array] = field(default_factory=dict, repr=False)

    def hold(self, unknowns: Mapping[tuple[NodeId, int], RatioColumn]) -> None:
        """Take the unknowns of a demanded shape in place of those of another."""
        self.unknowns = unknowns
        self._tables = {source: table for source, table in self._tables.items() if source.unknown is None}
        self._columns = {key: column for key, column in self._columns.items() if key[0].unknown is None}

    def table(self, source: Source) -> Table:
        """The table of a source."""
        found = self._tables.get(source)
        if found is None:
            found = self._tables[source] = self._made(source)
        return found

    def column(self, source: Source, place: Place) -> Array:
        """One text a row, as an object array."""
        table = self.table(source)
        same = next(p for p in Place if table.texts[p] is table.texts[place])
        found = self._columns.get((source, same))
        if found is None:
            found = self._columns[source, same] = table.column(same)
        return found

    def strings(self, source: Source, place: Place, rows: Array | None) -> list[str]:
        """One text for each of some rows; all of them for None."""
        if self.batch.size == 1 and rows is None:
            table = self.table(source)
            return [table.texts[place].item(table.inverse.item())]
        column = self.column(source, place)
        texts: list[str] = (column if rows is None else column[rows]).tolist()
        return texts

    def filled(self, parts: list[Part], rows: Array | None) -> list[str]:
        """Parts with their slots filled, one text for each of some rows."""
        slots = [part for part in parts if isinstance(part, Slot)]
        if not slots:
            size = self.batch.size if rows is None else len(rows)
            return ["".join(part for part in parts if isinstance(part, str))] * size
        columns = [self.strings(slot.source, slot.place, rows) for slot in slots]
        if len(parts) == 1:
            return columns[0]
        pattern = "".join(part.replace("%", "%%") if isinstance(part, str) else "%s" for part in parts)
        return list(map(pattern.__mod__, zip(*columns, strict=True)))

    def _made(self, source: Source) -> Table:
        if source.unknown is not None:
            return made(self.unknowns[source.node, source.unknown], Ratio())
        form, column = self.batch.forms[source.node], self.batch.columns[source.node]
        if isinstance(source.part, int):
            assert isinstance(form, Many) and isinstance(column, tuple)
            return made(column[source.part - 1], form.element)
        if isinstance(source.part, str):
            return self._looked_up(source.node, source.part)
        if source.decimals is not None:
            grid = Fraction(1, 10**source.decimals)
            return _of_values(*_collected([round_half_up(real_value(v), grid) for v in self.batch.values(source.node)]))
        type_ = self.problem.nodes[source.node].type
        if isinstance(type_, RowOf):
            rows, inverse = self.batch.distinct(source.node)
            return _of_texts([row_text(self.problem, type_.table, row) for row in rows], inverse)
        return made(column, form)

    def _looked_up(self, row: NodeId, column: str) -> Table:
        type_ = self.problem.nodes[row].type
        assert isinstance(type_, RowOf)
        table = self.problem.lexicon.table(type_.table)
        position = table.column(column)
        rows, inverse = self.batch.distinct(row)
        return _of_values([table.rows[int(r)][position] for r in rows], inverse)  # type: ignore[arg-type]


def row_text(problem: Problem, table: str, row: Value) -> str:
    """A row of a table as a claim names it: `planets("mars")`, by its first column where that is a text that no
    other row has, else by its 1-based number."""
    assert isinstance(row, int)
    rows = problem.lexicon.table(table).rows
    key = rows[row][0]
    by_name = isinstance(key, str) and sum(other[0] == key for other in rows) == 1
    return f"{table}({constant(key if by_name else row + 1)})"


def made(column: Column, form: Form) -> Table:
    """The table of a column."""
    match form:
        case Scaled(den):
            assert isinstance(column, np.ndarray)
            return _scaled(column, den)
        case Ratio():
            assert isinstance(column, RatioColumn)
            return _ratio(column)
        case Truth():
            assert isinstance(column, np.ndarray)
            return _of_texts(["false", "true"], column.astype(np.intp))
        case Code(values):
            assert isinstance(column, np.ndarray)
            return _of_values(list(values), column)
        case Many(element, length):
            assert isinstance(column, tuple)
            items = [made(part, element).column(Place.FIRST).tolist() for part in column]
            joined = ["[" + ", ".join(row) + "]" for row in zip(*items, strict=True)] if length else []
            return _of_texts(joined, np.arange(len(joined)))
        case Spelled():
            assert isinstance(column, np.ndarray)
            return _of_values(*_collected(column.tolist()))
        case Real():
            assert isinstance(column, np.ndarray)
            return _of_reals(column.tolist())


_TOO_LARGE = 1 << 63
"""From here on a denominator does not fit a column of machine integers."""


def _scaled(column: Array, den: int) -> Table:
    if len(column) == 1:
        return _of_one(int(column[0]), den)
    if column.dtype == object or len(column) < 2 or den >= _TOO_LARGE:
        seen: dict[int, int] = {}
        listed = column.tolist()
        inverse = np.fromiter((seen.setdefault(v, len(seen)) for v in listed), np.intp, len(listed))
        return _of_values([Fraction(int(v), den) for v in seen], inverse)
    low, high = int(column.min()), int(column.max())
    if high - low < 2 * len(column) + 256:
        # A direct table over the range: no sorting. Texts are made for values that occur only.
        offset = column - low
        places = np.flatnonzero(np.bincount(offset))
        lookup = np.zeros(high - low + 1, dtype=np.intp)
        lookup[places] = np.arange(len(places))
        keys, inverse = places + low, lookup[offset]
    else:
        keys, inverse = np.unique(column, return_inverse=True)
    if den == 1:
        return _assembled(keys, None, inverse)
    common = np.gcd(keys, den)
    return _assembled(keys // common, den // common, inverse)


@lru_cache(maxsize=1 << 14)
def _of_one(numerator: int, denominator: int) -> Table:
    """The table of a column of one row: the numbers of a variant are largely those of the one before it."""
    return _of_values([Fraction(numerator, denominator)], np.zeros(1, dtype=np.intp))


def _ratio(column: RatioColumn) -> Table:
    numerator, denominator = column
    if len(numerator) == 1:
        return _of_one(int(numerator[0]), int(denominator[0]))
    if len(numerator) < 2 or numerator.dtype == object or denominator.dtype == object:
        listed = zip(numerator.tolist(), denominator.tolist(), strict=True)
        return _of_values(*_collected([Fraction(int(n), int(d)) for n, d in listed]))
    common = np.gcd(numerator, denominator)
    return _assembled(numerator // common, denominator // common, np.arange(len(numerator)))


def _assembled(numerators: Array, denominators: Array | None, inverse: Array) -> Table:
    """Texts of reduced fractions."""
    bare: list[str] = list(map(str, numerators.tolist()))
    negative = numerators < 0
    fraction = np.zeros(len(bare), dtype=bool) if denominators is None else denominators > 1
    size = np.abs(numerators)
    longest = size
    if denominators is not None and fraction.any():
        for i, d in zip(np.flatnonzero(fraction).tolist(), denominators[fraction].tolist(), strict=True):
            bare[i] = f"{bare[i]}/{d}"
        longest, size = np.maximum(size, denominators), size // denominators
    return Table(_wrapped(bare, negative, fraction), inverse, size, _digits(longest))


_POWERS = np.array([10**k for k in range(1, 19)], dtype=np.int64)


def _digits(numbers: Array) -> Array:
    counts: Array = np.searchsorted(_POWERS, numbers, side="right") + 1
    return counts


def _wrapped(bare: list[str], negative: Array, fraction: Array) -> tuple[Array, Array, Array]:
    first = objects(bare)
    inner = _parenthesised(first, negative)
    tight = _parenthesised(first, negative | fraction) if fraction.any() else inner
    return first, inner, tight


def _parenthesised(texts: Array, where: Array) -> Array:
    if not where.any():
        return texts
    changed = texts.copy()
    changed[where] = objects([f"({text})" for text in texts[where].tolist()])
    return changed


def _collected(values: list[Any]) -> tuple[list[Value], Array]:
    seen: dict[Value, int] = {}
    inverse = np.fromiter((seen.setdefault(v, len(seen)) for v in values), np.intp, len(values))
    return list(seen), inverse


_ZERO = Fraction(0)


def _of_values(values: list[Value], inverse: Array) -> Table:
    """The general case: one text for each exact value."""
    bare = [constant(value) for value in values]
    numbers = [value if isinstance(value, Fraction) else _ZERO for value in values]
    negative = np.array([value < 0 for value in numbers], dtype=bool)
    fraction = np.array([value.denominator != 1 for value in numbers], dtype=bool)
    size = np.array([abs(value.numerator) // value.denominator for value in numbers] or [0], dtype=object)
    digits = [len(str(max(abs(v.numerator), v.denominator))) for v in numbers]
    return Table(_wrapped(bare, negative, fraction), inverse, size[: len(values)], np.array(digits, dtype=np.intp))


def real_value(value: Value | Interval) -> Fraction:
    """A number, or the middle of the interval that encloses it."""
    found = value.value() if isinstance(value, Interval) else value
    assert isinstance(found, Fraction)
    return found


def real_text(value: Interval) -> str:
    """A real number: exact where it is known to be rational, else a decimal of twelve significant digits."""
    if value.exact is not None:
        return constant(value.exact)
    return real_digits(value.value())


def real_digits(value: Fraction) -> str:
    """A decimal of twelve significant digits."""
    return format(_SHOWN.divide(Decimal(value.numerator), Decimal(value.denominator)), "f")


_SHOWN = Context(prec=12, rounding=ROUND_HALF_UP)


def _of_reals(values: list[Interval]) -> Table:
    bare = [real_text(value) for value in values]
    middles = [value.value() for value in values]
    negative = np.array([middle < 0 for middle in middles], dtype=bool)
    fraction = np.array(["/" in text for text in bare], dtype=bool)
    size: Array = np.array([abs(int(middle)) for middle in middles] or [0], dtype=object)[: len(values)]
    digits: Array = np.array([max(map(len, re.findall(r"\d+", text))) for text in bare], dtype=np.intp)
    return Table(_wrapped(bare, negative, fraction), np.arange(len(values)), size, digits)


def _of_texts(texts: list[str], inverse: Array) -> Table:
    one = objects(texts)
    none = np.zeros(len(texts), dtype=np.int64)
    return Table((one, one, one), inverse, none, none)
