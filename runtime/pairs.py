"""Columns of exact numbers as unreduced pairs of integers, for the second columnar evaluator.

A `Numbers` never overflows: it carries bounds of its integers, and an operation that could leave int64 first
tightens the bounds (looks at the data, reduces) and then goes over to Python ints. Scalars stand for columns
that are the same in every row.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mspec.runtime.meaning import MOST_BITS

Array = NDArray[Any]
Whole = int | Array
Mask = bool | Array
"""A truth value for every row, or one for all."""

ROOM = 1 << 62
"""Integers in int64 columns stay below this in size."""
_LONGEST = 1 << MOST_BITS


@dataclass(frozen=True, slots=True)
class Numbers:
    """`num / den` in every row where `valid`; elsewhere the number means nothing, but den is still positive.

    `den` is an int where it is the same in all rows. `most` and `most_den` bound |num| and den.
    """

    num: Whole
    den: Whole
    most: int
    most_den: int
    valid: Mask = True


def constant(value: Fraction) -> Numbers:
    """The same number in every row."""
    return Numbers(value.numerator, value.denominator, abs(value.numerator), value.denominator)


NOTHING = Numbers(1, 1, 1, 1, False)
"""Undefined in every row."""


def column(num: Array, den: Whole = 1) -> Numbers:
    """A column with bounds read off the data. Floats are refused."""
    for part in (num, den):
        if isinstance(part, np.ndarray) and part.dtype.kind not in "iO":
            raise TypeError(f"a column of exact numbers holds {part.dtype}")
    if isinstance(num, np.ndarray) and num.dtype != object:
        num = num.astype(np.int64, copy=False)
        if _largest(num) >= ROOM:
            num = num.astype(object)
    return Numbers(num, den, _largest(num), _largest(den))


def from_fractions(values: Sequence[Fraction], valid: Mask = True) -> Numbers:
    """A column of one Fraction a row, over their common denominator where that is short."""
    common = math.lcm(*(value.denominator for value in values)) if len(values) < 64 else 0
    if 0 < common < 1 << 31:
        nums = [value.numerator * (common // value.denominator) for value in values]
        return replace(column(_integers(nums), common), valid=valid)
    found = column(_integers([v.numerator for v in values]), _integers([v.denominator for v in values]))
    return replace(found, valid=valid)


def _integers(values: Sequence[int]) -> Array:
    fits = all(-ROOM < value < ROOM for value in values)
    return np.array(values, dtype=np.int64 if fits else object)


def array(part: Whole) -> Array:
    """The integers as an array; for a scalar, one that is never uint64 (with int64 that would become float)."""
    if isinstance(part, int):
        return np.array(part, dtype=np.int64 if abs(part) < ROOM else object)
    return part


def where(condition: Array, a: Whole, b: Whole) -> Array:
    """a where the condition is true, else b."""
    return np.where(condition, array(a), array(b))


def _largest(part: Whole) -> int:
    if isinstance(part, int):
        return abs(part)
    if part.size == 0:
        return 0
    # Python's abs: that of the least int64 does not fit into int64.
    return max(abs(int(part.max())), abs(int(part.min())))


# ------------------------------------------------------------------------------------------------- room


def tight(x: Numbers) -> Numbers:
    """The same numbers with bounds read off the data, reduced if `den` varies, in int64 if they fit."""
    num, den = x.num, x.den
    if isinstance(den, np.ndarray):
        if isinstance(num, int):
            num = np.broadcast_to(array(num), den.shape)
        common = np.gcd(num, den)
        num, den = num // common, den // common
    most, most_den = _largest(num), _largest(den)
    if max(most, most_den) < ROOM:
        num, den = _as(num, np.int64), _as(den, np.int64)
    return Numbers(num, den, most, most_den, x.valid)


def _as(part: Whole, dtype: type) -> Whole:
    return part.astype(dtype, copy=False) if isinstance(part, np.ndarray) else part


def _wide(x: Numbers) -> Numbers:
    return replace(x, num=_as(x.num, object), den=_as(x.den, object))


def _room(needs: Callable[[Numbers, Numbers], int], a: Numbers, b: Numbers) -> tuple[Numbers, Numbers]:
    """The operands in a form in which integers up to `needs(a, b)` can be computed."""
    if needs(a, b) < ROOM:
        return a, b
    a, b = tight(a), tight(b)
    if needs(a, b) < ROOM:
        return a, b
    return _wide(a), _wide(b)


def _bounded(x: Numbers) -> Numbers:
    """Rows with a number longer than `MOST_BITS` are undefined, as they are for the interpreter."""
    if max(x.most, x.most_den) < _LONGEST:
        return x
    x = tight(x)
    if max(x.most, x.most_den) < _LONGEST:
        return x
    if isinstance(x.num, int) and isinstance(x.den, int):
        exact = Fraction(x.num, x.den)
        fits_all = max(abs(exact.numerator), exact.denominator) < _LONGEST
        return replace(constant(exact), valid=x.valid) if fits_all else NOTHING
    num, den = np.broadcast_arrays(np.asarray(x.num, dtype=object), np.asarray(x.den, dtype=object))
    common = np.gcd(num, den)
    num, den = num // common, den // common
    # Both sides of the pair are reduced, so this is the interpreter's own measure.
    fits = ((abs(num) < _LONGEST) & (den < _LONGEST)).astype(bool)
    kept = Numbers(where(fits, num, 1), where(fits, den, 1), 0, 0, both(x.valid, fits))
    return tight(kept)


# ------------------------------------------------------------------------------------------------ masks


def both(a: Mask, b: Mask) -> Mask:
    """`a and b` without a pass over the rows where one is known."""
    if isinstance(a, bool):
        return b if a else False
    if isinstance(b, bool):
        return a if b else False
    return a & b


def either(a: Mask, b: Mask) -> Mask:
    """`a or b`."""
    if isinstance(a, bool):
        return True if a else b
    if isinstance(b, bool):
        return True if b else a
    return a | b


def opposite(a: Mask) -> Mask:
    """`not a`."""
    return not a if isinstance(a, bool) else ~a


def as_mask(a: object) -> Mask:
    """Comparisons of scalars give Python or NumPy truth values, those of object columns may give objects."""
    if isinstance(a, np.ndarray) and a.ndim:
        return a.astype(bool, copy=False)
    return bool(a)


# ------------------------------------------------------------------------------------------- arithmetic


def add(a: Numbers, b: Numbers) -> Numbers:
    return _sum(a, b, 1)


def subtract(a: Numbers, b: Numbers) -> Numbers:
    return _sum(a, b, -1)


def _factors(a: Numbers, b: Numbers) -> tuple[Whole, Whole, Whole, int, int, int]:
    """What brings a and b over one denominator: two factors, that denominator, and bounds of all three."""
    if isinstance(a.den, int) and isinstance(b.den, int):
        den = math.lcm(a.den, b.den)
        left, right = den // a.den, den // b.den
        return left, right, den, left, right, den
    return b.den, a.den, 0, b.most_den, a.most_den, a.most_den * b.most_den


def _sum_needs(a: Numbers, b: Numbers) -> int:
    *_, left, right, den = _factors(a, b)
    return max(a.most * left + b.most * right, den)


def _sum(a: Numbers, b: Numbers, sign: int) -> Numbers:
    a, b = _room(_sum_needs, a, b)
    left, right, den, left_most, right_most, most_den = _factors(a, b)
    if not isinstance(a.den, int) or not isinstance(b.den, int):
        den = a.den * b.den
    mine, its = _scaled(a.num, left), _scaled(b.num, right)
    num = mine + its if sign > 0 else mine - its
    most = a.most * left_most + b.most * right_most
    return _bounded(Numbers(num, den, most, most_den, both(a.valid, b.valid)))


def _scaled(num: Whole, factor: Whole) -> Whole:
    return num if isinstance(factor, int) and factor == 1 else num * factor


def _product_needs(a: Numbers, b: Numbers) -> int:
    # The operands themselves count too: 0 times a long scalar is short.
    return max(a.most, b.most, a.most * b.most, a.most_den * b.most_den)


def multiply(a: Numbers, b: Numbers) -> Numbers:
    a, b = _room(_product_needs, a, b)
    product = Numbers(
        _scaled(a.num, b.num),
        _scaled(a.den, b.den),
        a.most * b.most,
        a.most_den * b.most_den,
        both(a.valid, b.valid),
    )
    return _bounded(product)


def inverse(x: Numbers) -> Numbers:
    """1 / x; where x is 0 the row becomes undefined."""
    zero = as_mask(x.num == 0)
    num, den = x.den, x.num
    if isinstance(den, int):
        if den == 0:
            return NOTHING
        num, den = (num, den) if den > 0 else (-num, -den)
    else:
        if np.any(zero):
            den = where(np.asarray(zero), 1, den)
        negative = den < 0
        if np.any(negative):
            num, den = where(negative, -num, num), abs(den)
    return Numbers(num, den, x.most_den, max(x.most, 1), both(x.valid, opposite(zero)))


def divide(a: Numbers, b: Numbers) -> Numbers:
    return multiply(a, inverse(b))


def negate(x: Numbers) -> Numbers:
    return replace(x, num=0 - x.num)


def absolute(x: Numbers) -> Numbers:
    num: Whole = abs(x.num) if isinstance(x.num, int) else np.absolute(x.num)
    return replace(x, num=num)


def whole_power(x: Numbers, exponent: int) -> Numbers:
    """x ^ exponent for one small exponent >= 0."""
    result = constant(Fraction(1))
    for _ in range(exponent):
        result = multiply(result, x)
    return replace(result, valid=both(result.valid, x.valid))


def floor(x: Numbers) -> Numbers:
    """The greatest whole number that is not above x."""
    return Numbers(x.num // x.den, 1, x.most + 1, 1, x.valid)


def ceiling(x: Numbers) -> Numbers:
    return negate(floor(negate(x)))


# ---------------------------------------------------------------------------------- comparing, choosing


def _aligned(a: Numbers, b: Numbers) -> tuple[Whole, Whole]:
    """Two integer columns that compare as the numbers do."""
    a, b = _room(_sum_needs, a, b)
    left, right, *_ = _factors(a, b)
    return _scaled(a.num, left), _scaled(b.num, right)


def less(a: Numbers, b: Numbers) -> Mask:
    mine, its = _aligned(a, b)
    return as_mask(mine < its)


def equal(a: Numbers, b: Numbers) -> Mask:
    mine, its = _aligned(a, b)
    return as_mask(mine == its)


def is_whole(x: Numbers) -> Mask:
    return True if isinstance(x.den, int) and x.den == 1 else as_mask(x.num % x.den == 0)


def choose(condition: Mask, a: Numbers, b: Numbers) -> Numbers:
    """a where the condition is true, else b; what the other says there, undefined or not, does not matter."""
    if isinstance(condition, bool):
        return a if condition else b
    valid = chosen_mask(condition, a.valid, b.valid)
    if isinstance(a.den, int) and isinstance(b.den, int):
        a, b = _room(_sum_needs, a, b)
        left, right, den, left_most, right_most, most_den = _factors(a, b)
        num = where(condition, _scaled(a.num, left), _scaled(b.num, right))
        return Numbers(num, den, max(a.most * left_most, b.most * right_most), most_den, valid)
    num, den = where(condition, a.num, b.num), where(condition, a.den, b.den)
    return Numbers(num, den, max(a.most, b.most), max(a.most_den, b.most_den), valid)


def chosen_mask(condition: Mask, a: Mask, b: Mask) -> Mask:
    """a where the condition is true, else b, for masks."""
    if isinstance(a, bool) and isinstance(b, bool) and a == b:
        return a
    return either(both(condition, a), both(opposite(condition), b))


def stacked(numbers: Sequence[Numbers], rows: int) -> tuple[Array, Numbers]:
    """Columns over one common denominator as a matrix (columns x rows), and a `Numbers` with that
    denominator, bounds and validity. Where denominators vary by row, it is their product."""
    den = constant(Fraction(1))
    if all(isinstance(x.den, int) for x in numbers):
        den = constant(Fraction(math.lcm(*(x.den for x in numbers if isinstance(x.den, int)))))
    else:
        for x in numbers:
            den = multiply(den, Numbers(x.den, 1, x.most_den, 1))
    scaled = [multiply(x, den) for x in numbers]
    # Multiples of the common denominator: every pair divides evenly.
    wholes = [np.broadcast_to(array(x.num // x.den), (rows,)) for x in scaled]
    matrix = np.array(wholes, dtype=object if any(w.dtype == object for w in wholes) else np.int64)
    valid: Mask = True
    for x in scaled:
        valid = both(valid, x.valid)
    return matrix, Numbers(0, den.num, _largest(matrix), den.most, valid)
