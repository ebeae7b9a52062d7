"""Exact real numbers made of rationals and square roots: sums of q * sqrt(n), n a squarefree natural number.

Square roots of different squarefree numbers are linearly independent over the rationals, so a number is one such
sum only, and is zero exactly if the sum is empty.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, total_ordering

from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge

LARGEST_RADICAND = 10**15
MOST_ROOTS = 16
"""Different square roots in one number."""
MOST_BITS = 4096


@lru_cache(maxsize=4096)
def square_part(n: int) -> tuple[int, int]:
    """(s, r) with n = s^2 * r and r squarefree, for n >= 1.

    >>> square_part(72)
    (6, 2)
    """
    if n > LARGEST_RADICAND:
        raise TooLarge(f"a root of a number above {LARGEST_RADICAND}")
    root = free = 1
    rest, divisor = n, 2
    while divisor**3 <= rest:
        times = 0
        while rest % divisor == 0:
            rest //= divisor
            times += 1
        root *= divisor ** (times // 2)
        free *= divisor ** (times % 2)
        divisor += 1
    # No divisor up to the cube root is left: `rest` is 1, a prime, a square of one, or a product of two.
    whole = math.isqrt(rest)
    return (root * whole, free) if whole * whole == rest else (root, free * rest)


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Surd:
    """`terms` are (n, q), for q * sqrt(n), by n from below; n = 1 is the rational part. No q is zero."""

    terms: tuple[tuple[int, Fraction], ...] = ()

    # ------------------------------------------------------------------------------------------- making

    @staticmethod
    def of(value: Fraction | int) -> Surd:
        """A rational number."""
        return Surd(((1, Fraction(value)),)) if value else Surd()

    @staticmethod
    def root(value: Fraction) -> Surd:
        """The square root of a rational number. Raises AlgebraFault if it is negative."""
        if value < 0:
            raise AlgebraFault("the square root of a negative number")
        if not value:
            return Surd()
        outside, inside = square_part(value.numerator * value.denominator)
        return Surd(((inside, Fraction(outside, value.denominator)),))

    @property
    def is_rational(self) -> bool:
        return all(n == 1 for n, _ in self.terms)

    @property
    def rational(self) -> Fraction:
        """The rational part, which is the number itself if `is_rational`."""
        return self.terms[0][1] if self.terms and self.terms[0][0] == 1 else Fraction(0)

    # ---------------------------------------------------------------------------------------- arithmetic

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __add__(self, other: Surd) -> Surd:
        if not self.terms or not other.terms:
            return self if self.terms else other
        total = dict(self.terms)
        for n, q in other.terms:
            total[n] = total.get(n, Fraction(0)) + q
        return _collected(total)

    def __neg__(self) -> Surd:
        return Surd(tuple((n, -q) for n, q in self.terms))

    def __sub__(self, other: Surd) -> Surd:
        return self + -other

    def __mul__(self, other: Surd) -> Surd:
        if not self.terms or not other.terms:
            return Surd()
        if len(self.terms) == len(other.terms) == 1 and self.terms[0][0] == other.terms[0][0] == 1:
            return _checked(Surd(((1, self.terms[0][1] * other.terms[0][1]),)))  # the usual case
        total: dict[int, Fraction] = {}
        for n, q in self.terms:
            for m, r in other.terms:
                common = math.gcd(n, m)  # sqrt(n) * sqrt(m), both squarefree
                key = n * m // (common * common)
                total[key] = total.get(key, Fraction(0)) + q * r * common
        return _collected(total)

    def inverse(self) -> Surd:
        """1 / self. Raises AlgebraFault for zero."""
        if not self.terms:
            raise AlgebraFault("division by zero")
        if self.is_rational:
            return Surd.of(1 / self.rational)
        prime = _least_prime(max(n for n, _ in self.terms))
        conjugate = Surd(tuple((n, -q if n % prime == 0 else q) for n, q in self.terms))
        # The product has no root of a multiple of `prime`, so the recursion ends.
        return conjugate * (self * conjugate).inverse()

    def __truediv__(self, other: Surd) -> Surd:
        return self * other.inverse()

    def __pow__(self, exponent: int) -> Surd:
        base, turns = (self, exponent) if exponent >= 0 else (self.inverse(), -exponent)
        result = Surd.of(1)
        while turns:
            if turns & 1:
                result = result * base
            turns >>= 1
            if turns:
                base = base * base
        return result

    # ------------------------------------------------------------------------------------------- order

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Surd) and self.terms == other.terms

    def __hash__(self) -> int:
        return hash(self.terms)

    def __lt__(self, other: Surd) -> bool:
        return (self - other).sign < 0

    @property
    def sign(self) -> int:
        """-1, 0 or 1, decided exactly: a sum that is not empty is not zero, so some precision separates it from it."""
        if not self.terms:
            return 0
        bits = 16
        while True:
            low, high = self.between(bits)
            if low > 0 or high < 0:
                return 1 if low > 0 else -1
            bits *= 2

    def between(self, bits: int) -> tuple[Fraction, Fraction]:
        """Bounds of the number; each root is enclosed to `bits` binary places."""
        scale = 1 << bits
        low = high = Fraction(0)
        for n, q in self.terms:
            whole = math.isqrt(n * scale * scale)
            below, above = Fraction(whole, scale), Fraction(whole + (n > 1), scale)
            low += q * (below if q > 0 else above)
            high += q * (above if q > 0 else below)
        return low, high


def _collected(terms: Mapping[int, Fraction]) -> Surd:
    kept = [(n, q) for n, q in terms.items() if q]
    if len(kept) > 1:
        kept.sort()
    if len(kept) > MOST_ROOTS:
        raise TooLarge(f"more than {MOST_ROOTS} different square roots")
    return _checked(Surd(tuple(kept)))


def _checked(made: Surd) -> Surd:
    if any(too_long(q) for _, q in made.terms):
        raise TooLarge(f"a number of more than {MOST_BITS} bits")
    return made


def too_long(value: Fraction) -> bool:
    """Whether a number passes the limit of the library."""
    return value.numerator.bit_length() + value.denominator.bit_length() > MOST_BITS


def _least_prime(n: int) -> int:
    return next((d for d in range(2, math.isqrt(n) + 1) if n % d == 0), n)


def total(numbers: Iterable[Surd]) -> Surd:
    """The sum."""
    result = Surd()
    for number in numbers:
        result = result + number
    return result
