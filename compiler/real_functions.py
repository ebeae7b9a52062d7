"""Functions that leave the rationals, to 50 digits with `decimal`.

What is rational comes out as an exact `Fraction` (sqrt 16, sin 30°); anything else as an `Approximation`. The
interval arithmetic of generated code (`runtime.reals`) does not use these.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import cache

from mspec.compiler.closed_forms import ClosedForm, rational

DIGITS = 50
"""Significant digits of an approximation."""
MOST_POWER = 256
"""The highest power of a real number."""
_WORKING = Context(prec=DIGITS + 20, rounding=ROUND_HALF_EVEN, Emin=-(10**9), Emax=10**9)
_SHOWN = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, Emin=-(10**9), Emax=10**9)


class Approximation(Fraction):
    """A real number to 50 significant digits. Arithmetic gives plain Fractions: see `approximated`.

    `closed`, where it is set, gives its closed form, or None if it has none.
    """

    __slots__ = ("closed",)

    closed: Callable[[], ClosedForm | None]


def closed_form(value: object) -> ClosedForm | None:
    """The closed form of a number: of a rational one, and of an approximation that knows what it was computed from."""
    if isinstance(value, Approximation):
        return value.closed() if hasattr(value, "closed") else None
    return rational(value) if isinstance(value, Fraction) else None


def approximated(value: Fraction) -> Approximation:
    """The same number to 50 digits, marked as no longer exact."""
    return _approximation(_decimal(value))


def _decimal(value: Fraction) -> Decimal:
    return _WORKING.divide(Decimal(value.numerator), Decimal(value.denominator))


def _approximation(value: Decimal) -> Approximation:
    return Approximation(_SHOWN.plus(value))


def square_root(value: Fraction) -> Fraction:
    """The root of a number that is not negative."""
    above, below = math.isqrt(value.numerator), math.isqrt(value.denominator)
    if not isinstance(value, Approximation) and above**2 == value.numerator and below**2 == value.denominator:
        return Fraction(above, below)
    return _approximation(_WORKING.sqrt(_decimal(value)))


# Rational sines of whole degrees; by Niven's theorem there are no others.
_RATIONAL = {0: Fraction(0), 30: Fraction(1, 2), 90: Fraction(1), 150: Fraction(1, 2), 180: Fraction(0),
             210: Fraction(-1, 2), 270: Fraction(-1), 330: Fraction(-1, 2)}  # fmt: skip


def sine(degrees: Fraction) -> Fraction:
    """The sine of an angle in degrees."""
    turn = degrees % 360
    if not isinstance(degrees, Approximation) and turn.denominator == 1 and int(turn) in _RATIONAL:
        return _RATIONAL[int(turn)]
    return _approximation(_sine(turn))


def cosine(degrees: Fraction) -> Fraction:
    """The cosine of an angle in degrees."""
    shifted = degrees + 90
    return sine(approximated(shifted) if isinstance(degrees, Approximation) else shifted)


def tangent(degrees: Fraction) -> Fraction:
    """The tangent of an angle in degrees that is no odd multiple of 90."""
    half_turn = degrees % 180
    if not isinstance(degrees, Approximation) and half_turn in (0, 45, 135):
        return {0: Fraction(0), 45: Fraction(1), 135: Fraction(-1)}[int(half_turn)]
    return approximated(sine(degrees) / cosine(degrees))


def decimal_logarithm(value: Fraction) -> Fraction:
    """The logarithm to base 10 of a positive number; exact for powers of ten."""
    power = exact_logarithm(value)
    if power is not None and not isinstance(value, Approximation):
        return Fraction(power)
    return _approximation(_WORKING.log10(_decimal(value)))


def exact_logarithm(value: Fraction) -> int | None:
    """The exponent of a whole power of ten, else None. No other rational number has a rational logarithm."""
    above, below = str(value.numerator), str(value.denominator)
    if above.strip("0") != "1" or below.strip("0") != "1" or value <= 0:
        return None
    return len(above) - len(below)


LARGEST_EXPONENT = 60
"""The exponential is computed up to here, and down to its negative: beyond, 60 decimals of it say too little."""


def natural_logarithm(value: Fraction) -> Fraction:
    """The logarithm to base e of a positive number; 0 of 1, and of no other rational number rational (Lindemann)."""
    if value == 1 and not isinstance(value, Approximation):
        return Fraction(0)
    return _approximation(_WORKING.ln(_decimal(value)))


def exponential(value: Fraction) -> Fraction:
    """The number e to a power; 1 for the power 0, and irrational for any other rational power."""
    if value == 0 and not isinstance(value, Approximation):
        return Fraction(1)
    return _approximation(_WORKING.exp(_decimal(value)))


def times_pi(value: Fraction) -> Fraction:
    """A multiple of pi."""
    return _approximation(_WORKING.multiply(_decimal(value), _pi())) if value else Fraction(0)


def _sine(turn: Fraction) -> Decimal:
    """By Taylor's series at an angle that symmetry brings below 90°; 0 <= turn < 360."""
    sign = 1
    if turn >= 180:
        turn, sign = turn - 180, -1
    if turn > 90:
        turn = 180 - turn
    x = _WORKING.divide(_WORKING.multiply(_decimal(turn), _pi()), Decimal(180))
    square, term, total, n = _WORKING.multiply(x, x), x, Decimal(0), 1
    while term.copy_abs() > Decimal(10) ** -(DIGITS + 18):
        total = _WORKING.add(total, term)
        term = _WORKING.divide(_WORKING.multiply(term, square).copy_negate(), Decimal((n + 1) * (n + 2)))
        n += 2
    return total if sign > 0 else total.copy_negate()


@cache
def _pi() -> Decimal:
    """By Machin's formula, 16 arctan(1/5) - 4 arctan(1/239), in integers."""
    one = 10 ** (DIGITS + 25)

    def arctan_of_inverse(n: int) -> int:
        term, total, k = one // n, 0, 1
        while term:
            total += term // k if k % 4 == 1 else -(term // k)
            term //= n * n
            k += 2
        return total

    value = 16 * arctan_of_inverse(5) - 4 * arctan_of_inverse(239)
    return _WORKING.divide(Decimal(value), Decimal(one))
