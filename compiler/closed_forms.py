"""Closed forms of real numbers: sums of rational multiples of roots and powers of pi, such as 3*sqrt(5) and 12 + 6*pi.

A closed form is how an answer in exact form is printed. It decides nothing: comparisons and roundings go by digits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

Base = tuple[int, int]
"""A square-free radicand and a power of pi: (5, 0) for sqrt(5), (1, 1) for pi."""

MOST_TERMS = 6
LARGEST_RADICAND = 10**12
"""Factors of a larger one are not looked for."""


@dataclass(frozen=True, slots=True)
class ClosedForm:
    """A sum of coefficients times bases; pairs sorted by base, no coefficient is 0.

    >>> root = square_root(Fraction(45))
    >>> root.text(), (rational(Fraction(4)) + root).text(), (root * root).text()
    ('3√5', '4 + 3√5', '45')
    >>> (PI * rational(Fraction(4, 3))).spelled()
    '4*pi/3'
    """

    terms: tuple[tuple[Base, Fraction], ...]

    def __add__(self, other: ClosedForm) -> ClosedForm:
        return _collected((*self.terms, *other.terms))

    def __neg__(self) -> ClosedForm:
        return ClosedForm(tuple((base, -coefficient) for base, coefficient in self.terms))

    def __mul__(self, other: ClosedForm) -> ClosedForm:
        products: list[tuple[Base, Fraction]] = []
        for (a, p), x in self.terms:
            for (b, q), y in other.terms:
                common = math.gcd(a, b)  # sqrt(6) * sqrt(10) = 2 * sqrt(15)
                products.append(((a * b // common**2, p + q), x * y * common))
        return _collected(tuple(products))

    def inverse(self) -> ClosedForm | None:
        """One divided by a form of one term; None for a sum."""
        if len(self.terms) != 1:
            return None
        (((radicand, power), coefficient),) = self.terms
        return ClosedForm((((radicand, -power), 1 / (coefficient * radicand)),))

    def root(self) -> ClosedForm | None:
        """The square root of a rational form that is not negative, else None."""
        rational_part = self.rational()
        return None if rational_part is None or rational_part < 0 else square_root(rational_part)

    def rational(self) -> Fraction | None:
        """The number, where it is rational."""
        if not self.terms:
            return Fraction(0)
        return self.terms[0][1] if len(self.terms) == 1 and self.terms[0][0] == (1, 0) else None

    def text(self) -> str:
        """As a reader writes it: "3√5", "18π", "√2/2", "6π + 12"."""
        return self._joined(_printed)

    def spelled(self) -> str:
        """As the language spells it: `3*sqrt(5)`, `18*pi`, `sqrt(2)/2`, `6*pi + 12`."""
        return self._joined(_spelled)

    def _joined(self, one: _Writer) -> str:
        if not self.terms:
            return "0"
        # Powers of pi first, then small radicands; a positive term leads where there is one.
        ordered = sorted(self.terms, key=lambda term: (term[1] < 0, -term[0][1], term[0][0]))
        first, *rest = ordered
        text = ("-" if first[1] < 0 else "") + one(first[0], abs(first[1]))
        return text + "".join((" - " if c < 0 else " + ") + one(base, abs(c)) for base, c in rest)


class _Writer:
    """How one term with a positive coefficient is written."""

    def __init__(self, times: str, pi: str, root: str, power: dict[int, str]) -> None:
        self.times, self.pi, self.root, self.power = times, pi, root, power

    def __call__(self, base: Base, coefficient: Fraction) -> str:
        radicand, power = base
        factors = [str(coefficient.numerator)] if coefficient.numerator != 1 or base == (1, 0) else []
        if power > 0:
            factors.append(self.pi + self._raised(power))
        if radicand != 1:
            factors.append(self.root.format(radicand))
        below = [str(coefficient.denominator)] if coefficient.denominator != 1 else []
        if power < 0:
            below.append(self.pi + self._raised(-power))
        above = self.times.join(factors) or "1"
        if not below:
            return above
        divisor = self.times.join(below)
        return f"{above}/({divisor})" if len(below) > 1 else f"{above}/{divisor}"

    def _raised(self, power: int) -> str:
        return "" if power == 1 else self.power.get(power, f"^{power}")


_printed = _Writer("", "π", "√{}", {2: "²", 3: "³"})
_spelled = _Writer("*", "pi", "sqrt({})", {})


def _collected(terms: tuple[tuple[Base, Fraction], ...]) -> ClosedForm:
    sums: dict[Base, Fraction] = {}
    for base, coefficient in terms:
        sums[base] = sums.get(base, Fraction(0)) + coefficient
    return ClosedForm(tuple(sorted((base, c) for base, c in sums.items() if c)))


def rational(value: Fraction) -> ClosedForm:
    """A rational number."""
    return ClosedForm((((1, 0), value),) if value else ())


PI = ClosedForm((((1, 1), Fraction(1)),))


def square_root(value: Fraction) -> ClosedForm | None:
    """The root of a rational number that is not negative: sqrt(12) is 2*sqrt(3); None for one that is too long."""
    # sqrt(p/q) is sqrt(p*q)/q, so that no root stands below a line.
    product = value.numerator * value.denominator
    if product > LARGEST_RADICAND:
        return None
    outside, inside, factor = 1, product, 2
    while factor * factor <= inside:
        while inside % (factor * factor) == 0:
            inside //= factor * factor
            outside *= factor
        factor += 1
    return ClosedForm((((inside, 0), Fraction(outside, value.denominator)),)) if product else ClosedForm(())


def sine(degrees: Fraction) -> ClosedForm | None:
    """The sine of a multiple of 15 degrees, else None: 60 gives sqrt(3)/2."""
    turn = degrees % 360
    if turn >= 180:
        found = sine(turn - 180)
        return None if found is None else -found
    sharp = 180 - turn if turn > 90 else turn
    table: dict[Fraction | int, tuple[tuple[Base, Fraction], ...]] = {
        0: (),
        15: (((2, 0), Fraction(-1, 4)), ((6, 0), Fraction(1, 4))),
        30: (((1, 0), Fraction(1, 2)),),
        45: (((2, 0), Fraction(1, 2)),),
        60: (((3, 0), Fraction(1, 2)),),
        75: (((2, 0), Fraction(1, 4)), ((6, 0), Fraction(1, 4))),
        90: (((1, 0), Fraction(1)),),
    }
    return ClosedForm(table[sharp]) if sharp in table else None
