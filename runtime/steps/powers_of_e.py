"""The number e and its powers, for the reader of printed claims; it shares nothing with what prints them."""

from __future__ import annotations

import math
from fractions import Fraction

_SCALE = 10**120


def power_of_e(power: Fraction) -> Fraction:
    """The number e to a power, to some 90 digits: its whole part by powers of e, the rest by the series.

    >>> power_of_e(Fraction(0)), f"{float(power_of_e(Fraction(-1, 2))):.6f}"
    (Fraction(1, 1), '0.606531')
    """
    whole = math.floor(power)
    return E**whole * _series(power - whole)


def _series(power: Fraction) -> Fraction:
    """By the sum of x^n/n!, for a power from 0 to 1."""
    term, total, n = _SCALE, 0, 0
    while term:
        total, n = total + term, n + 1
        term = term * power.numerator // (power.denominator * n)
    return Fraction(total, _SCALE)


E = _series(Fraction(1))
"""To 118 decimals."""
