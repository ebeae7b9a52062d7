"""Operators on columns of `pairs`: the vectorised forms of the second columnar evaluator.

An operator that is not in `FUNCTIONS` goes by its definition in the operator table, row by row.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from mspec.runtime import pairs
from mspec.runtime.pairs import Mask, Numbers, both, opposite

Function = Callable[[list[Numbers], int], Numbers | Mask]
"""From the columns of the arguments and the number of rows to numbers, or to truth values."""


def _rounded(down: Callable[[Numbers], Numbers]) -> Function:
    def rounded(args: list[Numbers], rows: int) -> Numbers:
        if len(args) == 1:
            return down(args[0])
        return pairs.multiply(down(pairs.divide(*args)), args[1])

    return rounded


def _nearest(x: Numbers) -> Numbers:
    return pairs.floor(pairs.add(x, pairs.constant(Fraction(1, 2))))


def _remainder(args: list[Numbers], rows: int) -> Numbers:
    a, b = args
    return pairs.subtract(a, pairs.multiply(b, pairs.floor(pairs.divide(a, b))))


def _least(args: list[Numbers], rows: int) -> Numbers:
    return functools.reduce(lambda a, b: pairs.choose(pairs.less(b, a), b, a), args)


def _greatest(args: list[Numbers], rows: int) -> Numbers:
    return functools.reduce(lambda a, b: pairs.choose(pairs.less(a, b), b, a), args)


def _median(args: list[Numbers], rows: int) -> Numbers:
    matrix, common = pairs.stacked(args, rows)
    matrix.sort(axis=0)
    half = len(args) // 2
    if len(args) % 2:
        return replace(common, num=matrix[half])
    below, above = (replace(common, num=matrix[i]) for i in (half - 1, half))
    return pairs.divide(pairs.add(below, above), pairs.constant(Fraction(2)))


def _kth(args: list[Numbers], rows: int) -> Numbers:
    matrix, common = pairs.stacked(args[1:], rows)
    matrix.sort(axis=0)
    place = np.broadcast_to(pairs.array(args[0].num // args[0].den), (rows,)) - 1
    exists = ((place >= 0) & (place < len(matrix))).astype(bool) & pairs.is_whole(args[0])
    safe = np.where(exists, place, 0).astype(np.int64)
    return replace(common, num=matrix[safe, np.arange(rows)], valid=both(common.valid, exists))


def _gcd(args: list[Numbers], rows: int) -> Numbers:
    common: pairs.Whole = 0
    for arg in args:
        common = np.gcd(pairs.array(common), pairs.array(pairs.floor(arg).num))
    return pairs.column(np.array(np.broadcast_to(pairs.array(common), (rows,))))


def _lcm(args: list[Numbers], rows: int) -> Numbers:
    def pairwise(a: Numbers, b: Numbers) -> Numbers:
        common = _gcd([a, b], rows)
        none = pairs.as_mask(common.num == 0)  # both are 0, and so is the least common multiple
        divisor = pairs.choose(none, pairs.constant(Fraction(1)), common)
        return pairs.tight(pairs.absolute(pairs.multiply(a, pairs.floor(pairs.divide(b, divisor)))))

    return functools.reduce(pairwise, args)


FUNCTIONS: dict[str, Function] = {
    "add": lambda args, rows: pairs.add(*args),
    "sub": lambda args, rows: pairs.subtract(*args),
    "mul": lambda args, rows: pairs.multiply(*args),
    "div": lambda args, rows: pairs.divide(*args),
    "neg": lambda args, rows: pairs.negate(*args),
    "abs": lambda args, rows: pairs.absolute(*args),
    "magnitude": lambda args, rows: args[0],
    "lt": lambda args, rows: pairs.less(args[0], args[1]),
    "gt": lambda args, rows: pairs.less(args[1], args[0]),
    "le": lambda args, rows: opposite(pairs.less(args[1], args[0])),
    "ge": lambda args, rows: opposite(pairs.less(args[0], args[1])),
    "quotient": lambda args, rows: pairs.floor(pairs.divide(*args)),
    "remainder": _remainder,
    "divides": lambda args, rows: pairs.is_whole(pairs.divide(args[1], args[0])),
    "is_int": lambda args, rows: pairs.is_whole(args[0]),
    "floor": _rounded(pairs.floor),
    "ceil": _rounded(pairs.ceiling),
    "round": _rounded(_nearest),
    "min": _least,
    "max": _greatest,
    "median": _median,
    "kth": _kth,
    "gcd": _gcd,
    "lcm": _lcm,
}
"""They may rely on the guards of the operator table."""

GUARDS: dict[str, Callable[[Numbers], Mask]] = {
    "nonzero": lambda x: pairs.as_mask(x.num != 0),
    "nonnegative": lambda x: pairs.as_mask(x.num >= 0),
    "positive": lambda x: pairs.as_mask(x.num > 0),
    "whole": pairs.is_whole,
    "natural": lambda x: both(pairs.is_whole(x), pairs.as_mask(x.num >= 0)),
}
"""In which rows an argument satisfies a guard."""


def determinant(matrix: Sequence[Sequence[Numbers]]) -> Numbers:
    """Laplace expansion along the first row, for matrices of up to four rows."""
    if len(matrix) == 1:
        return matrix[0][0]
    total = pairs.constant(Fraction(0))
    for column, entry in enumerate(matrix[0]):
        minor = determinant([[*row[:column], *row[column + 1 :]] for row in matrix[1:]])
        term = pairs.multiply(entry, minor)
        total = pairs.subtract(total, term) if column % 2 else pairs.add(total, term)
    return total
