"""Exact symbolic values: piecewise rational functions of integer unknowns.

A polynomial maps powers of unknowns to coefficients, each an algebraic decision diagram over conditions, so that
`if` needs no rule of its own and equal functions are equal objects. What no polynomial can say (floor, gcd, the
k-th smallest …) is an unknown for that operator on those arguments. Denominators are positive by construction.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mspec.runtime.prove.diagrams import Diagrams, GaveUp

MOST_TERMS = 2_000
MOST_WORK = 3_000_000
Powers = tuple[tuple[int, int], ...]
"""Sorted (unknown, exponent)."""
Poly = Mapping[Powers, int]
"""Powers -> diagram, without zero coefficients."""
Range = tuple[int | Fraction, int | Fraction] | None


@dataclass(frozen=True)
class Quotient:
    """`num / den` with a positive `den`."""

    num: Poly
    den: Poly


@dataclass(frozen=True)
class Cases:
    """A value of finitely many: each one with the condition (a diagram) under which it is taken."""

    cases: tuple[tuple[object, int], ...]


@dataclass(frozen=True, slots=True)
class _Unknown:
    kind: str
    arguments: tuple[Quotient, ...]
    range: Range
    whole: bool


class Symbols:
    """The unknowns and conditions of one proof, shared by both sides of it."""

    def __init__(self) -> None:
        self.diagrams = Diagrams()
        self._unknowns: list[_Unknown] = []
        self._conditions: list[tuple[object, ...]] = []
        self._named: dict[object, int] = {}
        self._work = 0
        self.unit: Poly = {(): self.diagrams.one}

    # ------------------------------------------------------------------------------------- polynomials

    def constant(self, value: Fraction | int) -> Quotient:
        coefficient = self.diagrams.constant(Fraction(value))
        return Quotient({(): coefficient} if value else {}, self.unit)

    def known(self, value: Quotient) -> Fraction | None:
        """The value, if it is one number."""
        if value.den != self.unit or set(value.num) - {()}:
            return None
        return self.diagrams.known(value.num[()]) if value.num else Fraction(0)

    def _plus(self, a: Poly, b: Poly) -> Poly:
        result = dict(a)
        for powers, coefficient in b.items():
            total = self.diagrams.add(result.get(powers, self.diagrams.zero), coefficient)
            if total == self.diagrams.zero:
                result.pop(powers, None)
            else:
                result[powers] = total
        return result

    def _times(self, a: Poly, b: Poly) -> Poly:
        self._work += len(a) * len(b)
        if self._work > MOST_WORK:
            raise GaveUp("the polynomials are too large")
        result: dict[Powers, int] = {}
        for left, x in a.items():
            for right, y in b.items():
                powers = _merged(left, right)
                product = self.diagrams.multiply(x, y)
                total = self.diagrams.add(result.get(powers, self.diagrams.zero), product)
                if total == self.diagrams.zero:
                    result.pop(powers, None)
                else:
                    result[powers] = total
        if len(result) > MOST_TERMS:
            raise GaveUp("the polynomials are too large")
        return result

    def _scaled(self, a: Poly, factor: Fraction) -> Poly:
        scale = self.diagrams.constant(factor)
        return {powers: self.diagrams.multiply(c, scale) for powers, c in a.items()} if factor else {}

    def _content(self, *polys: Poly) -> Fraction:
        """The positive number that divides all coefficients and leaves coprime integers."""
        values = {abs(v) for poly in polys for c in poly.values() for v in self.diagrams.values(c) if v}
        if not values:
            return Fraction(1)
        den = math.lcm(*(value.denominator for value in values))
        return Fraction(math.gcd(*(int(value * den) for value in values)), den)

    def quotient(self, num: Poly, den: Poly) -> Quotient:
        """`num / den`, constants drawn into the numerator."""
        content = self._content(den)
        fixed = self.diagrams.known(den[()]) if set(den) == {()} else None
        if fixed is not None:
            return Quotient(self._scaled(num, 1 / fixed), self.unit)
        return Quotient(self._scaled(num, 1 / content), self._scaled(den, 1 / content))

    def add(self, a: Quotient, b: Quotient) -> Quotient:
        if a.den == b.den:
            return Quotient(self._plus(a.num, b.num), a.den)
        num = self._plus(self._times(a.num, b.den), self._times(b.num, a.den))
        return self.quotient(num, self._times(a.den, b.den))

    def multiply(self, a: Quotient, b: Quotient) -> Quotient:
        return self.quotient(self._times(a.num, b.num), self._times(a.den, b.den))

    def negative(self, a: Quotient) -> Quotient:
        return Quotient(self._scaled(a.num, Fraction(-1)), a.den)

    def subtract(self, a: Quotient, b: Quotient) -> Quotient:
        return self.add(a, self.negative(b))

    def ratio(self, a: Quotient, b: Quotient) -> Quotient:
        """`a / b` with its sign kept apart, so that the denominator is positive (where b is not 0)."""
        if not b.num:
            return self.constant(0)  # it has no value in any world; its guard says so
        known = self.known(b)
        if known is not None:
            return self.multiply(a, self.constant(1 / known))
        num, den = self._times(a.num, b.den), self._times(a.den, b.num)
        sign = self.sign(den)
        return self.quotient(self._times(num, sign), self._times(den, sign))

    def plain_ratio(self, a: Quotient, b: Quotient) -> Quotient:
        """`a / b` where the sign of the denominator does not matter (`floor`, `integral`)."""
        if not b.num:
            return self.constant(0)
        return self.quotient(self._times(a.num, b.den), self._times(a.den, b.num))

    def sign(self, poly: Poly) -> Poly:
        """1 or -1, the sign of a polynomial that is not 0."""
        low, high = self.range(poly) or (-1, 1)
        if low >= 0:
            return self.unit
        if high <= 0:
            return self._scaled(self.unit, Fraction(-1))
        primitive = self._scaled(poly, 1 / self._content(poly))
        return self.unknown("sign", (Quotient(primitive, self.unit),), (-1, 1)).num

    def choose(self, condition: int, a: Quotient, b: Quotient) -> Quotient:
        yes: Poly = {(): condition}
        no: Poly = {(): self.diagrams.opposite(condition)}
        parts = (self._part(a, yes), self._part(b, no))
        return self.add(*parts)

    def _part(self, a: Quotient, where: Poly) -> Quotient:
        where = {powers: c for powers, c in where.items() if c != self.diagrams.zero}
        return Quotient(self._times(a.num, where), a.den)

    def equal(self, a: Quotient, b: Quotient, where: int | None = None) -> bool:
        """Whether they are the same function, or are where a condition holds. False may also mean that it is not
        seen."""
        left, right = self._times(a.num, b.den), self._times(b.num, a.den)
        if where is None or left == right:
            return left == right
        return self._times(left, {(): where}) == self._times(right, {(): where})

    # ---------------------------------------------------------------------------------------- unknowns

    def leaf(self, name: object, low: int, high: int) -> Quotient:
        """A whole number of which no more is known than its range."""
        if low == high:
            return self.constant(low)
        number = self._named.get(name)
        if number is None:
            number = self._named[name] = self._new(_Unknown("leaf", (), (low, high), True))
        return Quotient({((number, 1),): self.diagrams.one}, self.unit)

    def _new(self, unknown: _Unknown) -> int:
        self._unknowns.append(unknown)
        return len(self._unknowns) - 1

    def unknown(self, kind: str, arguments: Sequence[Quotient], range_: Range = None, whole: bool = True) -> Quotient:
        """The value of an operator that polynomials do not have; the same for the same arguments."""
        given = tuple(arguments)
        alike = (
            number
            for number, old in enumerate(self._unknowns)
            if old.kind == kind and len(old.arguments) == len(given) and all(map(self.equal, old.arguments, given))
        )
        number = next(alike, None)
        if number is None:
            number = self._new(_Unknown(kind, given, range_, whole))
        return Quotient({((number, 1),): self.diagrams.one}, self.unit)

    def _is_whole(self, a: Quotient) -> bool:
        """True if it is seen to be an integer in every row."""
        if a.den != self.unit:
            return False
        whole = all(self._unknowns[u].whole for powers in a.num for u, _ in powers)
        return whole and self._content(a.num).denominator == 1

    def floor(self, a: Quotient) -> Quotient:
        if self._is_whole(a):
            return a
        known = self.known(a)
        if known is not None:
            return self.constant(math.floor(known))
        bounds = self.range(a.num) if a.den == self.unit else None
        return self.unknown("floor", (a,), bounds and (math.floor(bounds[0]), math.floor(bounds[1])))

    def homogeneous(self, kind: str, arguments: Sequence[Quotient], first: Sequence[Quotient] = ()) -> Quotient:
        """An operator f with f(c·x, c·y …) = c·f(x, y …) for positive c, brought to whole coprime coefficients.
        `first` are arguments that are not scaled."""
        den: Poly = self.unit
        dens: list[Poly] = []
        for argument in arguments:
            if argument.den not in (self.unit, *dens):
                dens.append(argument.den)
                den = self._times(den, argument.den)
        nums = []
        for argument in arguments:
            num = argument.num
            for other in dens:
                if other != argument.den:
                    num = self._times(num, other)
            nums.append(num)
        content = self._content(*nums)
        parts = [Quotient(self._scaled(num, 1 / content), self.unit) for num in nums]
        whole = all(map(self._is_whole, parts))
        bounds = [self.range(part.num) for part in parts]
        known = [bound for bound in bounds if bound is not None]
        hull = (min(b[0] for b in known), max(b[1] for b in known)) if len(known) == len(bounds) else None
        if hull is not None and kind == "abs":
            hull = (0, max(-hull[0], hull[1]))
        value = self.unknown(kind, (*first, *parts), hull, whole)
        return self.quotient(self._scaled(value.num, content), den)

    def power(self, base: Quotient, exponent: Quotient) -> Quotient:
        """A power with a natural exponent; a variable one is taken apart into powers of primes and the rest."""
        known = self.known(exponent)
        if known is not None:
            result = self.constant(1)
            for _ in range(int(known)):
                result = self.multiply(result, base)
            return result
        content = self._content(base.num) if base.num else Fraction(1)
        result = self.constant(1)
        for part, positive in ((content.numerator, True), (content.denominator, False)):
            for prime in _primes(part):
                one = self.unknown("power", (self.constant(prime), exponent))
                result = (
                    self.multiply(result, one)
                    if positive
                    else self.quotient(result.num, self._times(result.den, one.num))
                )
        rest = Quotient(self._scaled(base.num, 1 / content), self.unit)
        if self.known(rest) != 1:
            result = self.multiply(result, self.unknown("power", (rest, exponent), None, self._is_whole(rest)))
        if base.den != self.unit:
            below = self.unknown("power", (Quotient(base.den, self.unit), exponent))
            result = self.quotient(result.num, self._times(result.den, below.num))
        return result

    def range(self, poly: Poly) -> Range:
        """Bounds of a polynomial, from those of its unknowns."""
        low: int | Fraction = 0
        high: int | Fraction = 0
        for powers, coefficient in poly.items():
            values = self.diagrams.values(coefficient)
            part: tuple[int | Fraction, int | Fraction] = (min(values), max(values))
            for unknown, exponent in powers:
                bounds = self._unknowns[unknown].range
                if bounds is None:
                    return None
                for _ in range(exponent // 2):
                    square = (bounds[0] ** 2, bounds[1] ** 2)
                    least = 0 if bounds[0] <= 0 <= bounds[1] else min(square)
                    part = _product(part, (least, max(square)))
                if exponent % 2:
                    part = _product(part, bounds)
            low, high = low + part[0], high + part[1]
        return low, high

    # --------------------------------------------------------------------------------------- conditions

    def truth(self, *name: object) -> int:
        """A condition of which nothing is known but its name."""
        return self.diagrams.variable(self._condition(lambda old: old == name, name))

    def _condition(self, same: Callable[[tuple[object, ...]], bool], new: tuple[object, ...]) -> int:
        for number, old in enumerate(self._conditions):
            if same(old):
                return number
        self._conditions.append(new)
        return len(self._conditions) - 1

    def test(self, kind: str, arguments: Sequence[Quotient]) -> int:
        """A condition on numbers that is no comparison."""
        given = tuple(arguments)

        def same(old: tuple[object, ...]) -> bool:
            if old[0] != kind or len(old) != 1 + len(given):
                return False
            return all(isinstance(a, Quotient) and self.equal(a, b) for a, b in zip(old[1:], given, strict=True))

        return self.diagrams.variable(self._condition(same, (kind, *given)))

    def below_zero(self, a: Quotient) -> int:
        """a < 0."""
        return self._compared("below", a, lambda v: v < 0, lambda low, high: (high < 0, low >= 0), False)

    def zero(self, a: Quotient) -> int:
        """a == 0."""
        return self._compared(
            "zero", a, lambda v: v == 0, lambda low, high: (low == high == 0, low > 0 or high < 0), True
        )

    def _compared(
        self,
        kind: str,
        a: Quotient,
        test: Callable[[Fraction], bool],
        decided: Callable[[int | Fraction, int | Fraction], tuple[bool, bool]],
        signless: bool,
    ) -> int:
        if not set(a.num) - {()}:
            return self.diagrams.where(kind, test, a.num.get((), self.diagrams.zero))
        bounds = self.range(a.num)
        if bounds is not None:
            yes, no = decided(*bounds)
            if yes or no:
                return self.diagrams.one if yes else self.diagrams.zero
        num = self._scaled(a.num, 1 / self._content(a.num))
        if signless:
            opposite = self._scaled(num, Fraction(-1))
            for old in self._conditions:
                if old[0] == kind and isinstance(old[1], Quotient) and old[1].num == opposite:
                    num = opposite
        return self.test(kind, (Quotient(num, self.unit),))

    def integral(self, a: Quotient) -> int:
        """a is an integer."""
        if self._is_whole(a):
            return self.diagrams.one
        if a.den == self.unit and not set(a.num) - {()}:
            return self.diagrams.where("integral", lambda v: v.denominator == 1, a.num[()])
        if a.den == self.unit and all(self._unknowns[u].whole for powers in a.num for u, _ in powers):
            # a = r/s * P with coprime whole coefficients in P: an integer exactly where s divides P.
            content = self._content(a.num)
            a = Quotient(self._scaled(a.num, 1 / content / content.denominator), self.unit)
        return self.test("integral", (a,))


def _merged(a: Powers, b: Powers) -> Powers:
    total = dict(a)
    for unknown, exponent in b:
        total[unknown] = total.get(unknown, 0) + exponent
    return tuple(sorted(total.items()))


def _product(
    a: tuple[int | Fraction, int | Fraction], b: tuple[int | Fraction, int | Fraction]
) -> tuple[int | Fraction, int | Fraction]:
    corners = [x * y for x in a for y in b]
    return min(corners), max(corners)


def _primes(number: int) -> list[int]:
    found, prime = [], 2
    while prime * prime <= number and prime < 10_000:
        while number % prime == 0:
            found.append(prime)
            number //= prime
        prime += 1
    return found + ([number] if number > 1 else [])
