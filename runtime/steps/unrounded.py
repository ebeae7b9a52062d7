"""Values that no node holds: what was rounded in a step, exactly, as columns of numerators and denominators."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from mspec.runtime.batch import Array, Distinct
from mspec.runtime.steps.trace import Call, Expression, Leaf, Literal, Source

_SAFE = 1 << 62
DECIMALS = 4
_FINE = 8
"""Decimals of numbers so small that four would show too little of them."""


class Ratios(NamedTuple):
    """One fraction a row, with positive denominators, not in lowest terms; `above` and `below` bound the sizes."""

    numerator: Array
    denominator: Array
    above: int
    below: int


class Shown(NamedTuple):
    """Numbers at a few decimals: the distinct ones, where they stand, and which rows are exactly so."""

    values: list[Fraction]
    inverse: Array
    exact: Array


def evaluated(expression: Expression, values: Callable[[Source], Distinct], rows: int) -> Ratios | None:
    """The value of + - × ÷ over numbers in every row; None for anything else."""
    match expression:
        case Leaf(_, source):
            return _spread(values(source))
        case Literal(Fraction() as value):
            return _spread(Distinct([value], np.zeros(rows, dtype=np.intp)))
        case Call("same", (inner,)):
            return evaluated(inner, values, rows)
        case Call("convert", (inner,), (int() | Fraction() as factor,)):
            return evaluated(Call("mul", (inner, Literal(Fraction(factor)))), values, rows)
        case Call("neg", (inner,)):
            return evaluated(Call("mul", (inner, Literal(Fraction(-1)))), values, rows)
        case Call("add" | "sub" | "mul" | "div" as op, (left, right)):
            a, b = evaluated(left, values, rows), evaluated(right, values, rows)
            return None if a is None or b is None else _combined(op, a, b)
        case _:
            return None


def equals(ratios: Ratios, found: Distinct) -> Array | None:
    """In which rows a value is the same as another; None where that one is no number."""
    other = _spread(found)
    if other is None:
        return None
    size = max(ratios.above * other.below, other.above * ratios.below)
    a, b, c, d = _wide([ratios.numerator, ratios.denominator, other.numerator, other.denominator], size)
    same: Array = a * d == c * b
    return same.astype(np.bool_)


def at_few_decimals(ratios: Ratios) -> Shown:
    """Every row rounded half up to four decimals, numbers below 0.1 to four significant ones (at most eight)."""
    scale = 2 * 10**_FINE
    above, below = _wide([ratios.numerator, ratios.denominator], max(ratios.above * scale, ratios.below * 20))
    coarse = (2 * 10**DECIMALS * above + below) // (2 * below)
    exact = 10**DECIMALS * above % below == 0
    small = ~exact.astype(np.bool_) & (10 * np.abs(above) < below).astype(np.bool_)
    keys = coarse * 10 ** (_FINE - DECIMALS)
    for decimals in range(DECIMALS + 1, _FINE + 1):
        fine = (2 * 10**decimals * above + below) // (2 * below) * 10 ** (_FINE - decimals)
        keys = np.where(small, fine, keys)
        small &= (10 ** (decimals - DECIMALS + 1) * np.abs(above) < below).astype(np.bool_)
    found, inverse = np.unique(keys, return_inverse=True)
    return Shown([Fraction(int(key), 10**_FINE) for key in found.tolist()], inverse, exact.astype(np.bool_))


def _spread(found: Distinct) -> Ratios | None:
    numbers = [value for value in found.values if isinstance(value, Fraction)]
    if len(numbers) < len(found.values):
        return None
    above, below = [n.numerator for n in numbers], [n.denominator for n in numbers]
    return Ratios(
        _integers(above)[found.inverse], _integers(below)[found.inverse],
        max(map(abs, above), default=0), max(below, default=1),
    )  # fmt: skip


def _integers(numbers: list[int]) -> Array:
    return np.array(numbers, dtype=np.int64 if max(map(abs, numbers), default=0) < _SAFE else object)


def _combined(op: str, a: Ratios, b: Ratios) -> Ratios:
    if op == "div":
        zero = b.numerator == 0  # no row that is shown divides by 0
        sign = np.where(b.numerator < 0, -1, 1)
        b = Ratios(sign * b.denominator, np.where(zero, 1, np.abs(b.numerator)), b.below, max(b.above, 1))
    crossed = op in ("add", "sub")
    above = a.above * b.below + b.above * a.below if crossed else a.above * b.above
    below = a.below * b.below
    n, d, m, e = _wide([a.numerator, a.denominator, b.numerator, b.denominator], max(above, below))
    if not crossed:
        return Ratios(n * m, d * e, above, below)
    return Ratios(n * e + m * d if op == "add" else n * e - m * d, d * e, above, below)


def _wide(columns: list[Array], largest: int) -> list[Array]:
    """Columns on which arithmetic up to a size is exact."""
    return columns if largest < _SAFE else [column.astype(object) for column in columns]
