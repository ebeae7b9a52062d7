"""Polynomials in one variable with rational coefficients, as lists from x^0 upwards; [] is zero."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

from mspec.runtime.domains.algebra.faults import AlgebraFault

Dense = list[Fraction]


def trimmed(coefficients: Sequence[Fraction]) -> Dense:
    """Without zeros at the top."""
    end = len(coefficients)
    while end and not coefficients[end - 1]:
        end -= 1
    return list(coefficients[:end])


def multiply(left: Dense, right: Dense) -> Dense:
    if not left or not right:
        return []
    result = [Fraction(0)] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            result[i + j] += a * b
    return result


def divide(top: Dense, bottom: Dense) -> tuple[Dense, Dense]:
    """Quotient and remainder. Raises AlgebraFault for division by zero."""
    if not bottom:
        raise AlgebraFault("division by the zero polynomial")
    rest = list(top)
    quotient = [Fraction(0)] * max(len(top) - len(bottom) + 1, 0)
    for at in range(len(quotient) - 1, -1, -1):
        factor = rest[at + len(bottom) - 1] / bottom[-1]
        quotient[at] = factor
        for offset, coefficient in enumerate(bottom):
            rest[at + offset] -= factor * coefficient
    return trimmed(quotient), trimmed(rest)


def greatest_divisor(left: Dense, right: Dense) -> Dense:
    """The monic greatest common divisor; [] of two zeros."""
    while right:
        left, right = right, divide(left, right)[1]
    return [c / left[-1] for c in left]


def derivative(coefficients: Dense) -> Dense:
    return [at * c for at, c in enumerate(coefficients)][1:]


def at(coefficients: Dense, x: Fraction) -> Fraction:
    """The value, by Horner's rule."""
    value = Fraction(0)
    for c in reversed(coefficients):
        value = value * x + c
    return value


def primitive(coefficients: Dense) -> tuple[Fraction, list[int]]:
    """The content and whole coefficients without common divisor, the leading one positive."""
    common = math.lcm(*(c.denominator for c in coefficients))
    whole = [int(c * common) for c in coefficients]
    divisor = math.gcd(*whole)
    if whole[-1] < 0:
        divisor = -divisor
    return Fraction(divisor, common), [c // divisor for c in whole]


def square_free(coefficients: Dense) -> list[tuple[Dense, int]]:
    """Monic squarefree parts of degree >= 1 with their multiplicities, by Yun's algorithm."""
    slope = derivative(coefficients)
    common = greatest_divisor(coefficients, slope)
    part, rest = divide(coefficients, common)[0], divide(slope, common)[0]
    found: list[tuple[Dense, int]] = []
    multiplicity = 1
    while len(part) > 1:
        rest = trimmed([a - b for a, b in _aligned(rest, derivative(part))])
        factor = greatest_divisor(part, rest)
        if len(factor) > 1:
            found.append((factor, multiplicity))
        part = divide(part, factor)[0]
        rest = divide(rest, factor)[0]
        multiplicity += 1
    return found


def _aligned(left: Dense, right: Dense) -> list[tuple[Fraction, Fraction]]:
    size = max(len(left), len(right))
    zeros = [Fraction(0)] * size
    return list(zip((left + zeros)[:size], (right + zeros)[:size], strict=True))


def real_roots(coefficients: Dense) -> int:
    """How many different real roots, by Sturm's theorem. The polynomial is not zero."""
    chain = [coefficients, derivative(coefficients)]
    while chain[-1]:
        chain.append([-c for c in divide(chain[-2], chain[-1])[1]])
    chain.pop()
    high = [p[-1] > 0 for p in chain]
    low = [(p[-1] > 0) == (len(p) % 2 == 1) for p in chain]
    return _changes(low) - _changes(high)


def _changes(signs: Sequence[bool]) -> int:
    return sum(a != b for a, b in itertools.pairwise(signs))
