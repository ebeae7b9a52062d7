"""Real numbers in generated code: intervals of integers scaled by 10^60, rounded outwards.

An interval holds the number for certain. What is rational stays exact beside it (sqrt 16 is 4), so that it can be
compared and rounded without doubt. No number is computed by `decimal` or in floats here: the reference evaluator
uses `decimal`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from mspec.compiler import closed_forms
from mspec.compiler.closed_forms import ClosedForm
from mspec.compiler.real_functions import LARGEST_EXPONENT, approximated

SCALE = 10**60


class Undecided(ArithmeticError):
    """The intervals overlap: 60 digits do not tell which number is larger."""


def _scaled(value: Fraction) -> tuple[int, int]:
    low = value.numerator * SCALE // value.denominator
    return low, low if low * value.denominator == value.numerator * SCALE else low + 1


def _up(numerator: int, denominator: int) -> int:
    return -(-numerator // denominator)


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `lo / SCALE` to `hi / SCALE`; the one meant is `exact` where that is known.

    Arithmetic takes intervals, Fractions and ints. Comparisons raise `Undecided`; `decided` asks first. Python's
    `==` tells whether two intervals are one and the same; `equals`, whether they mean the same number.
    """

    lo: int
    hi: int
    exact: Fraction | None = None
    made: tuple[str, tuple[Interval, ...]] | None = field(default=None, compare=False, repr=False)
    """The operator and operands that gave it, where these are known: what its closed form is read off."""

    @staticmethod
    def of(value: Number) -> Interval:
        """A number as an interval; a rational one is exact."""
        if isinstance(value, Interval):
            return value
        exact = Fraction(value)
        return Interval(*_scaled(exact), exact)

    # ----------------------------------------------------------------------------------- arithmetic

    def __add__(self, other: Number) -> Interval:
        its = Interval.of(other)
        if self.exact is not None and its.exact is not None:
            return Interval.of(self.exact + its.exact)
        return Interval(self.lo + its.lo, self.hi + its.hi, None, ("add", (self, its)))

    def __neg__(self) -> Interval:
        return Interval(-self.hi, -self.lo, None if self.exact is None else -self.exact, ("neg", (self,)))

    def __sub__(self, other: Number) -> Interval:
        return self + -Interval.of(other)

    def __mul__(self, other: Number) -> Interval:
        its = Interval.of(other)
        if self.exact is not None and its.exact is not None:
            return Interval.of(self.exact * its.exact)
        if 0 in (self.exact, its.exact):
            return Interval.of(0)
        corners = [mine * theirs for mine in (self.lo, self.hi) for theirs in (its.lo, its.hi)]
        return Interval(min(corners) // SCALE, _up(max(corners), SCALE), None, ("mul", (self, its)))

    def __truediv__(self, other: Number) -> Interval:
        """Raises ZeroDivisionError where the divisor is 0, Undecided where it may be."""
        its = Interval.of(other)
        if self.exact is not None and its.exact is not None:
            return Interval.of(self.exact / its.exact)
        if its.exact == 0:
            raise ZeroDivisionError("division by zero")
        if its.lo <= 0 <= its.hi:
            raise Undecided
        if self.exact == 0:
            return self
        corners = [mine * SCALE for mine in (self.lo, self.hi)]
        pairs = [(corner, divisor) for corner in corners for divisor in (its.lo, its.hi)]
        low, high = min(n // d for n, d in pairs), max(_up(n, d) for n, d in pairs)
        return Interval(low, high, None, ("div", (self, its)))

    def __pow__(self, exponent: int) -> Interval:
        """A whole power, the exponent not negative."""
        result = Interval.of(1)
        for _ in range(exponent):
            result = result * self
        if exponent % 2 == 0 and result.lo < 0:
            return Interval(0, result.hi, None, result.made)
        return result

    def __abs__(self) -> Interval:
        if self.exact is not None:
            return Interval.of(abs(self.exact))
        if self.lo >= 0:
            return self
        return -self if self.hi <= 0 else Interval(0, max(-self.lo, self.hi))

    def __radd__(self, other: Number) -> Interval:
        return self + other

    def __rsub__(self, other: Number) -> Interval:
        return -self + other

    def __rmul__(self, other: Number) -> Interval:
        return self * other

    def __rtruediv__(self, other: Number) -> Interval:
        return Interval.of(other) / self

    # ------------------------------------------------------------------------------------ comparisons

    def sign(self) -> int:
        """-1, 0 or 1. Raises Undecided."""
        if self.exact is not None:
            return (self.exact > 0) - (self.exact < 0)
        if self.lo > 0:
            return 1
        if self.hi < 0:
            return -1
        raise Undecided

    def __lt__(self, other: Number) -> bool:
        return (self - other).sign() < 0

    def __le__(self, other: Number) -> bool:
        return (self - other).sign() <= 0

    def __gt__(self, other: Number) -> bool:
        return (self - other).sign() > 0

    def __ge__(self, other: Number) -> bool:
        return (self - other).sign() >= 0

    def equals(self, other: Number) -> bool:
        """Whether both are the same number. Raises Undecided."""
        return (self - other).sign() == 0

    def meets(self, value: Fraction, slack: Fraction) -> bool:
        """Whether the interval, made wider by `slack` on both sides, holds a rational number."""
        if self.exact is not None:
            return abs(self.exact - value) <= slack
        return Fraction(self.lo, SCALE) - slack <= value <= Fraction(self.hi, SCALE) + slack

    def value(self) -> Fraction:
        """The number, or the middle of the interval as an approximation."""
        if self.exact is not None:
            return self.exact
        number = approximated(Fraction(self.lo + self.hi, 2 * SCALE))
        number.closed = self.closed_form
        return number

    def closed_form(self) -> ClosedForm | None:
        """The sum of roots and multiples of pi that the number is, or None where it is not known to be one.

        Raises:
            ArithmeticError: it is not in the interval, which is a defect of this module or that of closed forms.
        """
        found = _closed(self, DEEPEST)
        if found is not None and not _evaluated(found).meets_interval(self):
            raise ArithmeticError(f"{found.spelled()} is not {self}")
        return found

    def meets_interval(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return self.lo <= other.hi and other.lo <= self.hi

    # --------------------------------------------------------------------------------------- rounding

    def floor(self) -> int:
        """The greatest whole number that is not above. Raises Undecided near a whole number."""
        if self.exact is not None:
            return math.floor(self.exact)
        low, high = self.lo // SCALE, self.hi // SCALE
        if low != high or self.lo == low * SCALE:
            raise Undecided
        return low

    def ceil(self) -> int:
        """The least whole number that is not below. Raises Undecided near a whole number."""
        return -(-self).floor()

    def round(self) -> int:
        """To the nearest whole number, a half goes up. Raises Undecided near a half."""
        return (self + Fraction(1, 2)).floor()


Number = Interval | Fraction | int


def decided(question: Callable[[], object]) -> bool:
    """Whether a comparison, a rounding or a division can be decided by 60 digits.

    >>> root = square_root(2)
    >>> decided(lambda: root < 2), decided(lambda: (root * root).equals(2))
    (True, False)
    """
    try:
        question()
    except (Undecided, ZeroDivisionError):
        return False
    return True


# ------------------------------------------------------------------------------------------------ functions


def square_root(x: Number) -> Interval:
    """The root of a number that is not negative.

    Raises:
        ValueError: it is negative.
    """
    x = Interval.of(x)
    if x.hi < 0:
        raise ValueError("the root of a negative number")
    if x.exact is not None:
        above, below = math.isqrt(x.exact.numerator), math.isqrt(x.exact.denominator)
        if (above * above, below * below) == (x.exact.numerator, x.exact.denominator):
            return Interval.of(Fraction(above, below))
    elif x.lo < 0:
        raise Undecided
    return Interval(math.isqrt(max(x.lo, 0) * SCALE), math.isqrt(x.hi * SCALE) + 1, None, ("sqrt", (x,)))


_PI = (
    3_141592653589793238462643383279502884197169399375105820974944592307816406286208998628,
    10**84,
)
"""Pi, rounded down, and its scale."""
_GUARD = 10**20
"""Terms of the series are computed to 20 digits more than are kept."""


_HALF = Fraction(1, 2)
_RATIONAL: dict[Fraction | int, Fraction] = {
    0: Fraction(0), 30: _HALF, 90: Fraction(1), 150: _HALF,
    180: Fraction(0), 210: -_HALF, 270: Fraction(-1), 330: -_HALF,
}  # fmt: skip


def sine(degrees: Number) -> Interval:
    """The sine of an angle in degrees; exact where it is rational (Niven: 0, 1/2, 1 and their negatives)."""
    angle = Interval.of(degrees)
    if angle.exact is not None:
        turn = angle.exact % 360
        if turn in _RATIONAL:
            return Interval.of(_RATIONAL[turn])
        low = _sine(turn)
        return Interval(low - 1, low + 2, None, ("sin", (angle,)))
    middle = Fraction(angle.lo + angle.hi, 2 * SCALE)
    low = _sine(middle % 360)
    # The sine changes by less than 1 for each degree.
    reach = (angle.hi - angle.lo) // 2 + 2
    return Interval(max(low - reach, -SCALE), min(low + reach, SCALE))


def cosine(degrees: Number) -> Interval:
    """The cosine of an angle in degrees."""
    return sine(Interval.of(degrees) + 90)


def tangent(degrees: Number) -> Interval:
    """The tangent of an angle in degrees. Raises as division does, at odd multiples of 90."""
    angle = Interval.of(degrees)
    if angle.exact is not None and angle.exact % 45 == 0 and angle.exact % 90 != 0:
        return Interval.of(1 if angle.exact % 180 == 45 else -1)
    return sine(angle) / cosine(angle)


def decimal_logarithm(x: Number) -> Interval:
    """The logarithm to base 10; exact for powers of ten.

    Raises:
        ValueError: the number is not positive.
        Undecided: it may not be positive.
    """
    x = Interval.of(x)
    if x.hi <= 0:
        raise ValueError("the logarithm of a number that is not positive")
    if x.lo <= 0 and x.exact is None:
        raise Undecided
    if x.exact is not None:
        power = _power_of_ten(x.exact)
        if power is not None:
            return Interval.of(power)
        low = _logarithm(x.exact)
        return Interval(low - 2, low + 3)
    return Interval(_logarithm(Fraction(x.lo, SCALE)) - 2, _logarithm(Fraction(x.hi, SCALE)) + 3)


def _power_of_ten(x: Fraction) -> int | None:
    """The exponent, if it is a whole power of ten."""
    power = 0
    while x.numerator % 10 == 0:
        x, power = x / 10, power + 1
    while x.denominator % 10 == 0:
        x, power = x * 10, power - 1
    return power if x == 1 else None


def _logarithm(x: Fraction) -> int:
    """The logarithm to base 10, scaled and within one unit: ln x / ln 10."""
    ln_10 = 3 * _LN_2 + 2 * _artanh(Fraction(1, 9))
    return _guarded_ln(x) * SCALE // ln_10


def _guarded_ln(x: Fraction) -> int:
    """The natural logarithm, scaled with guard digits; 2^k is taken out of the number first."""
    twos = x.numerator.bit_length() - x.denominator.bit_length()
    rest = x / Fraction(2) ** twos
    return twos * _LN_2 + 2 * _artanh((rest - 1) / (rest + 1))


def _artanh(x: Fraction) -> int:
    """The inverse hyperbolic tangent for a number of size below 1/2, scaled with guard digits, by its series."""
    one = SCALE * _GUARD
    power = abs(x.numerator) * one // x.denominator
    square, total, n = power * power // one, 0, 1
    while power:
        total += power // n
        power = power * square // one
        n += 2
    return -total if x < 0 else total


_LN_2 = 2 * _artanh(Fraction(1, 3))


def natural_logarithm(x: Number) -> Interval:
    """The logarithm to base e; exact for 1.

    Raises:
        ValueError: the number is not positive.
        Undecided: it may not be positive.
    """
    x = Interval.of(x)
    if x.hi <= 0:
        raise ValueError("the logarithm of a number that is not positive")
    if x.exact is not None:
        if x.exact == 1:
            return Interval.of(0)
        low = _guarded_ln(x.exact) // _GUARD
        return Interval(low - 1, low + 2)
    if x.lo <= 0:
        raise Undecided
    low, high = (_guarded_ln(Fraction(end, SCALE)) // _GUARD for end in (x.lo, x.hi))
    return Interval(low - 1, high + 2)


def exponential(x: Number) -> Interval:
    """The number e to a power; exact for the power 0.

    Raises:
        ValueError: the power is beyond `LARGEST_EXPONENT`.
        Undecided: it may be.
    """
    x = Interval.of(x)
    limit = LARGEST_EXPONENT * SCALE
    if x.exact is not None:
        if x.exact == 0:
            return Interval.of(1)
        if abs(x.exact) > LARGEST_EXPONENT:
            raise ValueError("the power is too large")
        low = _exponential(x.exact)
        return Interval(low - 1, low + 2)
    if x.lo > limit or x.hi < -limit:
        raise ValueError("the power is too large")
    if x.hi > limit or x.lo < -limit:
        raise Undecided
    low, high = (_exponential(Fraction(end, SCALE)) for end in (x.lo, x.hi))
    return Interval(low - 1, high + 2)


def _exponential(x: Fraction) -> int:
    """The exponential for a power of size up to 60, scaled and within one unit.

    By Taylor's series for the 256th part of the power, which is then squared eight times; 60 digits more than are kept
    outlast what the squares and a size of 10^26 take of them. A negative power is the inverse of a positive one.
    """
    one = SCALE * 10**60
    part = abs(x.numerator) * one // (x.denominator * 256)
    term, total, n = one, 0, 0
    while term:
        total, n = total + term, n + 1
        term = term * part // (one * n)
    for _ in range(8):
        total = total * total // one
    return one * SCALE // total if x < 0 else total * SCALE // one


def times_pi(x: Number) -> Interval:
    """A multiple of pi."""
    pi, pi_scale = _PI
    low = pi * SCALE // pi_scale
    return Interval.of(x) * Interval(low, low + 1, None, ("pi", ()))


DEEPEST = 200
"""No closed form is sought of what was computed in a longer chain."""


def _closed(x: Interval, depth: int) -> ClosedForm | None:
    """The closed form of what an interval was made by."""
    if x.exact is not None:
        return closed_forms.rational(x.exact)
    if x.made is None or not depth:
        return None
    op, operands = x.made
    if op == "sin":
        (angle,) = operands
        return None if angle.exact is None else closed_forms.sine(angle.exact)
    forms = [form for operand in operands if (form := _closed(operand, depth - 1)) is not None]
    if len(forms) != len(operands):
        return None
    match op, forms:
        case "pi", []:
            found: ClosedForm | None = closed_forms.PI
        case "neg", [a]:
            found = -a
        case "add", [a, b]:
            found = a + b
        case "mul", [a, b]:
            found = a * b
        case "div", [a, b]:
            below = b.inverse()
            found = None if below is None else a * below
        case "sqrt", [a]:
            found = a.root()
        case _:
            raise AssertionError(op)
    return None if found is None or len(found.terms) > closed_forms.MOST_TERMS else found


def _evaluated(form: ClosedForm) -> Interval:
    """A closed form by its digits."""
    total = Interval.of(0)
    for (radicand, power), coefficient in form.terms:
        term = Interval.of(coefficient) * square_root(radicand)
        for _ in range(abs(power)):
            term = term * times_pi(1) if power > 0 else term / times_pi(1)
        total = total + term
    return total


def _sine(turn: Fraction) -> int:
    """The sine, scaled and within one unit, for 0 <= turn < 360: Taylor's series in integers."""
    sign = 1
    if turn >= 180:
        turn, sign = turn - 180, -1
    if turn > 90:
        turn = 180 - turn
    pi, pi_scale = _PI
    one = SCALE * _GUARD
    x = turn.numerator * pi * one // (180 * turn.denominator * pi_scale)
    square, term, total, n = x * x // one, x, 0, 1
    while term:
        total += term
        term = -term * square // one // ((n + 1) * (n + 2))
        if term == -1:
            break  # rounding down never reaches 0 from below
        n += 2
    return sign * total // _GUARD
