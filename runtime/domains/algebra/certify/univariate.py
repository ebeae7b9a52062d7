"""Polynomials in one variable, known by their values: coefficients by interpolation, roots counted by sign changes."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from mspec.runtime.domains.algebra.certify.rings import Radical, Real, enclosed, sign
from mspec.runtime.domains.algebra.certify.substitution import Tree, bound, names, pair
from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge

HIGHEST = 64
Whole = list[int]
"""Whole coefficients from x^0 upwards, the last not zero; [] is zero."""


def only_name(*trees: Tree) -> str:
    """The variable of expressions in one unknown; "x" if there is none. Raises AlgebraFault for several."""
    found = sorted(frozenset().union(*map(names, trees)))
    if len(found) > 1:
        raise AlgebraFault("one variable is needed")
    return found[0] if found else "x"


def fraction(node: Tree, name: str) -> tuple[list[Fraction], list[Fraction]]:
    """Rational coefficients of numerator and denominator, not reduced, from x^0 upwards."""
    top, bottom = bound(node, name)
    if max(top, bottom) > HIGHEST:
        raise TooLarge(f"a degree above {HIGHEST}")
    values = [pair(node, {name: x}) for x in range(max(top, bottom) + 1)]
    return _interpolated([_rational(n) for n, _ in values]), _interpolated([_rational(d) for _, d in values])


def polynomial(node: Tree, name: str) -> list[Fraction]:
    """Rational coefficients from x^0 upwards, without zeros at the top. Raises AlgebraFault for what is none."""
    top, bottom = fraction(node, name)
    if len(bottom) == 1:
        return [c / bottom[0] for c in top]
    quotient, rest = _divided(top, bottom)
    if rest:
        raise AlgebraFault("a polynomial is needed")
    return quotient


def _rational(number: Real) -> Fraction:
    if isinstance(number, Radical):
        if any(number.parts.keys() - {frozenset()}):
            raise AlgebraFault("rational coefficients are needed")
        return number.parts.get(frozenset(), Fraction(0))
    return Fraction(number)


def _interpolated(values: Sequence[Fraction]) -> list[Fraction]:
    """Coefficients from the values at 0, 1, 2, …, by Newton's forward differences."""
    differences, row = [], list(values)
    while row:
        differences.append(row[0])
        row = [b - a for a, b in itertools.pairwise(row)]
    result: list[Fraction] = []
    for k in range(len(differences) - 1, -1, -1):
        # result * (x - k) / (k + 1) + difference, Horner's rule in the basis of binomials
        shifted = [Fraction(0), *result]
        for at, c in enumerate(result):
            shifted[at] -= k * c
        result = [c / (k + 1) for c in shifted]
        result[0] += differences[k]
    return _cut(result)


def _cut(coefficients: list[Fraction]) -> list[Fraction]:
    while coefficients and not coefficients[-1]:
        coefficients = coefficients[:-1]
    return coefficients


def _divided(top: list[Fraction], bottom: list[Fraction]) -> tuple[list[Fraction], list[Fraction]]:
    rest, quotient = list(top), [Fraction(0)] * max(len(top) - len(bottom) + 1, 0)
    while len(rest) >= len(bottom):
        factor, shift = rest[-1] / bottom[-1], len(rest) - len(bottom)
        quotient[shift] = factor
        rest = _cut([c - factor * bottom[at - shift] if at >= shift else c for at, c in enumerate(rest)])
    return quotient, rest


def remainder(top: list[Fraction], bottom: list[Fraction]) -> list[Fraction]:
    """What is left of a division, by powers: x^k is replaced by what it is modulo the divisor."""
    if not bottom:
        raise AlgebraFault("division by the zero polynomial")
    size = len(bottom) - 1
    fold = [-c / bottom[-1] for c in bottom[:-1]]
    power = [Fraction(int(at == 0)) for at in range(size)]
    result = [Fraction(0)] * size
    for c in top:
        result = [a + c * b for a, b in zip(result, power, strict=True)]
        if size:
            last = power[-1]
            power = [a + last * b for a, b in zip([Fraction(0), *power[:-1]], fold, strict=True)]
    return _cut(result)


def whole(coefficients: list[Fraction]) -> Whole:
    """A positive multiple with whole coefficients without common divisor."""
    if not coefficients:
        return []
    scale = math.lcm(*(c.denominator for c in coefficients))
    made = [int(c * scale) for c in coefficients]
    divisor = math.gcd(*made)
    return [c // divisor for c in made]


def _negated_remainder(top: Whole, bottom: Whole) -> Whole:
    """-(top mod bottom), up to a positive factor, on whole numbers."""
    rest, lead = list(top), abs(bottom[-1])
    up = 1 if bottom[-1] > 0 else -1
    while len(rest) >= len(bottom):
        factor, shift = rest[-1] * up, len(rest) - len(bottom)
        rest = [lead * c - (factor * bottom[at - shift] if at >= shift else 0) for at, c in enumerate(rest)]
        while rest and not rest[-1]:
            rest.pop()
    divisor = math.gcd(*rest) if rest else 1
    return [-c // divisor for c in rest]


def sturm(coefficients: Whole) -> list[Whole]:
    """Sturm's chain; its last element is the greatest common divisor with the derivative."""
    chain = [coefficients]
    following = [at * c for at, c in enumerate(coefficients)][1:]
    while following:
        chain.append(following)
        following = _negated_remainder(chain[-2], chain[-1])
    return chain


def common(left: Whole, right: Whole) -> Whole:
    """The greatest common divisor, up to a factor."""
    while right:
        left, right = right, _negated_remainder(left, right)
    return left


def value(coefficients: Sequence[int | Fraction], x: Fraction) -> Fraction:
    return sum((c * x**at for at, c in enumerate(coefficients)), Fraction(0))


def _changes(chain: list[Whole], x: Fraction) -> int:
    signs = [v > 0 for v in (value(c, x) for c in chain) if v]
    return sum(a != b for a, b in itertools.pairwise(signs))


def reach(coefficients: Whole) -> Fraction:
    """All real roots are nearer to zero than this (Cauchy's bound)."""
    return 2 + Fraction(max(map(abs, coefficients)), abs(coefficients[-1]))


def count_roots(coefficients: Whole) -> int:
    """How many different real roots."""
    chain, far = sturm(coefficients), reach(coefficients)
    return _changes(chain, -far) - _changes(chain, far)


def roots_between(coefficients: Whole, low: Fraction, high: Fraction) -> int:
    """How many different roots lie between two numbers that are none."""
    chain = sturm(coefficients)
    return _changes(chain, low) - _changes(chain, high)


@dataclass(frozen=True, slots=True)
class Isolated:
    """An open interval with rational ends, which are no roots, around exactly one root."""

    low: Fraction
    high: Fraction

    def has(self, number: Real) -> bool:
        """Whether a number lies inside."""
        return sign(number - self.low) > 0 and sign(number - self.high) < 0


def isolated(coefficients: Whole) -> list[Isolated]:
    """All different real roots, each in an interval of its own, from left to right."""
    chain, far = sturm(coefficients), reach(coefficients)
    waiting, found = [(-far, far)], list[Isolated]()
    while waiting:
        low, high = waiting.pop()
        inside = _changes(chain, low) - _changes(chain, high)
        if inside == 1:
            found.append(Isolated(low, high))
        elif inside:
            middle = _no_root(coefficients, low, high)
            waiting += [(low, middle), (middle, high)]
    return sorted(found, key=lambda interval: interval.low)


def _no_root(coefficients: Whole, low: Fraction, high: Fraction) -> Fraction:
    """A number between two others, near the middle, that is no root."""
    step = (high - low) / (4 * len(coefficients))
    middle = (low + high) / 2
    while not value(coefficients, middle):
        middle += step  # there are fewer roots than steps to the right end
    return middle


def between(left: Real, right: Real) -> Fraction:
    """A rational number strictly between two numbers."""
    bits = 8
    while True:
        low, high = enclosed(left, bits)[1], enclosed(right, bits)[0]
        if low < high:
            return (low + high) / 2
        bits *= 2
