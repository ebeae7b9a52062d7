"""The unknowns of linear systems that no step of its own finds: their claims by substitution need them.

Columns of integers, by Cramer's rule, where the coefficients are scaled columns (`solve_linear` has at most a few
unknowns); else row by row in fractions. Arithmetic is on Python ints and exact. """

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from mspec.compiler.ir import NodeId, Value
from mspec.compiler.lower.forms import Many, Scaled
from mspec.compiler.ops import Operators
from mspec.compiler.plugins import operators_of
from mspec.runtime.batch import Array, Batch, RatioColumn
from mspec.runtime.interpret import solve_linear
from mspec.runtime.meaning import meaning, number, undefined_because
from mspec.runtime.steps.layout import Place
from mspec.runtime.steps.texts import Texts
from mspec.runtime.steps.trace import Call, Expression, Leaf, Literal, Source, Trace, leaves

Integers = Any
"""An object array of Python ints, or one int for all rows."""


def unknowns(texts: Texts, traced: Trace) -> dict[tuple[NodeId, int], RatioColumn]:
    """By (step, position), the unknowns of the systems of a trace, a step's own one excepted."""
    found: dict[tuple[NodeId, int], RatioColumn] = {}
    for step in traced.steps:
        value = step.value
        if isinstance(value, Call) and value.op == "solve_linear":
            names, own = value.data[0], value.data[1]
            assert isinstance(names, tuple)
            for position, column in _solved(texts, value, len(names), own).items():
                found[step.node, position] = column
    return found


def _solved(texts: Texts, system: Call, size: int, own: object) -> dict[int, RatioColumn]:
    wanted = [position for position in range(size) if position != own]
    scaled = [_scaled(cell, texts.batch) for cell in system.args]
    cells = [cell for cell in scaled if cell is not None]
    if len(cells) < len(scaled):
        return _row_by_row(texts, system, size, wanted)
    matrix: list[list[Integers]] = []
    for row in range(size):
        mine = cells[row * (size + 1) : (row + 1) * (size + 1)]
        common = math.lcm(*(den for _, den in mine))
        matrix.append([number * (common // den) for number, den in mine])
    below = _determinant([row[:-1] for row in matrix])
    found: dict[int, RatioColumn] = {}
    for position in wanted:
        replaced = [[*row[:position], row[-1], *row[position + 1 : -1]] for row in matrix]
        found[position] = _reduced(_determinant(replaced), below, texts.batch.size)
    return found


def _determinant(matrix: list[list[Integers]]) -> Integers:
    """By expansion along the first row."""
    if len(matrix) == 1:
        return matrix[0][0]
    total: Integers = 0
    for column, cell in enumerate(matrix[0]):
        if isinstance(cell, int) and cell == 0:
            continue
        minor = _determinant([row[:column] + row[column + 1 :] for row in matrix[1:]])
        total = total + cell * minor if column % 2 == 0 else total - cell * minor
    return total


def _reduced(above: Integers, below: Integers, rows: int) -> RatioColumn:
    """In lowest terms with positive denominators; 0 where the system is singular (rows that do not demand it show
    no step)."""
    numerator = np.broadcast_to(np.asarray(above, dtype=object), rows)
    denominator = np.broadcast_to(np.asarray(below, dtype=object), rows)
    singular = denominator == 0
    denominator = np.where(singular, 1, denominator)
    numerator = np.where(singular, 0, numerator)
    common = np.gcd(numerator, denominator) * np.where(denominator < 0, -1, 1)
    return RatioColumn(_narrow(numerator // common), _narrow(denominator // common))


def _narrow(column: Array) -> Array:
    largest = max(map(abs, column.tolist()), default=0)
    return column.astype(np.int64) if largest < 1 << 62 else column


def _scaled(cell: Expression, batch: Batch) -> tuple[Integers, int] | None:
    """A coefficient as integers over one denominator; None where its denominators differ from row to row."""
    match cell:
        case Literal(Fraction() as value):
            return value.numerator, value.denominator
        case Leaf(_, Source(node, part, None, None)):
            form, column = batch.forms[node], batch.columns[node]
            if isinstance(form, Many) and isinstance(part, int) and isinstance(column, tuple):
                form, column = form.element, column[part - 1]
            elif part is not None:
                return None
            if not isinstance(form, Scaled) or not isinstance(column, np.ndarray):
                return None
            return column.astype(object), form.den
        case Call("same", (inner,)):
            return _scaled(inner, batch)
        case Call("neg", (inner,)):
            found = _scaled(inner, batch)
            return None if found is None else (-found[0], found[1])
        case Call("convert", (inner,), (factor,)):
            assert isinstance(factor, (int, Fraction))
            return _times(_scaled(inner, batch), (Fraction(factor).numerator, Fraction(factor).denominator))
        case Call("mul", (left, right)):
            return _times(_scaled(left, batch), _scaled(right, batch))
        case Call("div", (left, Literal(Fraction() as by))) if by:
            return _times(_scaled(left, batch), ((1 / by).numerator, (1 / by).denominator))
        case Call("add" | "sub" as op, (left, right)):
            a, b = _scaled(left, batch), _scaled(right, batch)
            if a is None or b is None:
                return None
            common = math.lcm(a[1], b[1])
            x, y = a[0] * (common // a[1]), b[0] * (common // b[1])
            return (x + y if op == "add" else x - y), common
        case _:
            return None


def _times(
    left: tuple[Integers, int] | None, right: tuple[Integers, int] | None
) -> tuple[Integers, int] | None:
    return None if left is None or right is None else (left[0] * right[0], left[1] * right[1])


# ---------------------------------------------------------------------------------------------- row by row


def _row_by_row(texts: Texts, system: Call, size: int, wanted: list[int]) -> dict[int, RatioColumn]:
    sources = list(dict.fromkeys(leaf.source for cell in system.args for leaf in leaves(cell)))
    columns = [texts.strings(source, Place.FIRST, None) for source in sources]
    operators = operators_of(texts.problem)
    solved: dict[tuple[str, ...], list[Fraction]] = {}
    rows: list[list[Fraction]] = []
    for key in zip(*columns, strict=True) if columns else [()] * texts.batch.size:
        if key not in solved:
            known = dict(zip(sources, map(_read, key), strict=True))
            cells = [number(_evaluated(cell, known, operators)) for cell in system.args]
            solved[key] = list(solve_linear(cells, size) or [Fraction(0)] * size)
        rows.append(solved[key])
    return {
        position: RatioColumn(
            _narrow(np.array([row[position].numerator for row in rows], dtype=object)),
            _narrow(np.array([row[position].denominator for row in rows], dtype=object)),
        )
        for position in wanted
    }


def _read(text: str) -> Value:
    """A number, or the text of a value of a library type."""
    return re.sub(r"\\(.)", r"\1", text[1:-1]) if text.startswith('"') else Fraction(text)


def _evaluated(cell: Expression, known: Mapping[Source, Value], operators: Operators) -> Value:
    """The value of a coefficient; 0 for what has none (rows that do not demand it)."""
    match cell:
        case Leaf(_, source):
            return known[source]
        case Literal((Fraction() | str()) as value):
            return value
        case Call("convert", (inner,), (factor,)):
            assert isinstance(factor, (int, Fraction))
            return number(_evaluated(inner, known, operators)) * factor
        case Call("neg", (inner,)):
            return -number(_evaluated(inner, known, operators))
        case Call("same", (inner,)):
            return _evaluated(inner, known, operators)
        case Call(op, args):
            values = [_evaluated(arg, known, operators) for arg in args]
            found = None if undefined_because(operators[op], values) else meaning(operators[op], values)
            return found if isinstance(found, Fraction | str) else Fraction(0)
    raise TypeError(f"{cell} is no coefficient of a system")
