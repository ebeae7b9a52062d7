"""What expressions are evaluated in: rationals with square roots of primes, and dual numbers for slopes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge

Primes = frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class Radical:
    """The sum of q * sqrt(p1 * p2 * …) over sets of primes; no q is zero, so equal numbers have equal parts."""

    parts: dict[Primes, Fraction]

    def __add__(self, other: Real) -> Radical:
        made = dict(self.parts)
        for key, value in _parts(other).items():
            made[key] = made.get(key, Fraction(0)) + value
        return Radical({key: value for key, value in made.items() if value})

    __radd__ = __add__

    def __neg__(self) -> Radical:
        return Radical({key: -value for key, value in self.parts.items()})

    def __sub__(self, other: Real) -> Radical:
        return self + -other

    def __rsub__(self, other: int | Fraction) -> Radical:
        return -self + other

    def __mul__(self, other: Real) -> Radical:
        made: dict[Primes, Fraction] = {}
        for left, a in self.parts.items():
            for right, b in _parts(other).items():
                key = left ^ right
                made[key] = made.get(key, Fraction(0)) + a * b * math.prod(left & right)
        return Radical({key: value for key, value in made.items() if value})

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Radical, Fraction, int)) and self.parts == _parts(other)

    def __hash__(self) -> int:
        return hash(frozenset(self.parts.items()))

    def __bool__(self) -> bool:
        return bool(self.parts)


Real = int | Fraction | Radical


@dataclass(frozen=True, slots=True)
class Dual:
    """value + slope * e with e^2 = 0: what is computed with it carries its derivative along."""

    value: int | Fraction
    slope: int | Fraction

    def __add__(self, other: Dual | int | Fraction) -> Dual:
        other = _dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    __radd__ = __add__

    def __neg__(self) -> Dual:
        return Dual(-self.value, -self.slope)

    def __sub__(self, other: Dual | int | Fraction) -> Dual:
        return self + -_dual(other)

    def __rsub__(self, other: int | Fraction) -> Dual:
        return -self + other

    def __mul__(self, other: Dual | int | Fraction) -> Dual:
        other = _dual(other)
        return Dual(self.value * other.value, self.value * other.slope + self.slope * other.value)

    __rmul__ = __mul__

    def __bool__(self) -> bool:
        return bool(self.value or self.slope)


def _dual(number: Dual | int | Fraction) -> Dual:
    return number if isinstance(number, Dual) else Dual(number, 0)


def _parts(number: Real) -> dict[Primes, Fraction]:
    if isinstance(number, Radical):
        return number.parts
    return {frozenset(): Fraction(number)} if number else {}


@lru_cache(maxsize=2048)
def root(radicand: Fraction) -> Radical:
    """The square root of a rational number, from the primes of numerator times denominator."""
    if radicand < 0:
        raise AlgebraFault("the square root of a negative number")
    if not radicand:
        return Radical({})
    rest = radicand.numerator * radicand.denominator
    outside, odd, divisor = 1, set[int](), 2
    while divisor * divisor <= rest:
        if divisor > 10**6:
            raise TooLarge("the root of a number that is not factored here")
        while rest % divisor == 0:
            rest //= divisor
            if divisor in odd:
                odd.discard(divisor)
                outside *= divisor
            else:
                odd.add(divisor)
        divisor += 1
    if rest in odd:
        odd.discard(rest)
        outside *= rest
    elif rest > 1:
        odd.add(rest)
    return Radical({frozenset(odd): Fraction(outside, radicand.denominator)})


def enclosed(number: Real, bits: int) -> tuple[Fraction, Fraction]:
    """Bounds of a number; each root is enclosed to `bits` binary places."""
    low = high = Fraction(0)
    for primes, q in _parts(number).items():
        radicand = math.prod(primes) << 2 * bits
        floor = math.isqrt(radicand)
        ends = sorted((q * Fraction(floor, 1 << bits), q * Fraction(floor + bool(primes), 1 << bits)))
        low, high = low + ends[0], high + ends[1]
    return low, high


def sign(number: Real) -> int:
    """-1, 0 or 1."""
    if not number:
        return 0
    bits = 24
    while True:
        low, high = enclosed(number, bits)
        if low > 0 or high < 0:
            return 1 if low > 0 else -1
        bits *= 2
