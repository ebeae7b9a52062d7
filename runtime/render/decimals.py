"""Exact numbers as digits: decimals, fractions, rounding half up, separators between thousands.

Nothing here knows of units or types; see `quantities.py`.
"""

from __future__ import annotations

from fractions import Fraction

from mspec.compiler.ops import round_half_up

MOST_DECIMALS = 6
"""A terminating decimal with more digits after the point is shown as a fraction."""
GROUP_FROM = 10_000
"""Plain numbers have commas from here on: 9999, 10,000. (Money: from 1,000.)"""


def terminating(value: Fraction) -> int | None:
    """How many decimals a number has, or None where they do not end.

    >>> terminating(Fraction(1, 8)), terminating(Fraction(7)), terminating(Fraction(1, 3))
    (3, 0, None)
    """
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def fixed(value: Fraction, decimals: int, group_from: int | None = GROUP_FROM) -> str:
    """A number with so many decimals, rounded half up; without commas if `group_from` is None.

    >>> fixed(Fraction(5, 2), 2), fixed(Fraction(12345), 0), fixed(Fraction(1, 8), 2)
    ('2.50', '12,345', '0.13')
    """
    # round half up, in integers: Fraction arithmetic would cost ten times as much
    scaled = (2 * value.numerator * 10**decimals + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(abs(scaled), 10**decimals)
    digits = f"{whole:,}" if group_from is not None and whole >= group_from else str(whole)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits}.{rest:0{decimals}d}" if decimals else sign + digits


def ratio(value: Fraction) -> str:
    """A fraction as 7/3, or a whole number; the sign stands in front."""
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def parts(value: Fraction) -> str:
    """A ratio in lowest terms: 7:3, 2:1."""
    return f"{value.numerator}:{value.denominator}"


def mixed(value: Fraction) -> str:
    """A mixed number: 2 1/3, 1/3, -2 1/3."""
    whole, rest = divmod(abs(value), 1)
    if not whole or not rest:
        return ratio(value)
    return f"{'-' if value < 0 else ''}{whole} {ratio(rest)}"


def exact(value: Fraction, group_from: int | None = GROUP_FROM, most_decimals: int | None = MOST_DECIMALS) -> str:
    """The number exactly: a decimal if it ends soon enough, else a fraction."""
    if value.denominator == 1:
        whole = value.numerator
        return f"{whole:,}" if group_from is not None and abs(whole) >= group_from else str(whole)
    decimals = terminating(value)
    if decimals is None or (most_decimals is not None and decimals > most_decimals):
        return ratio(value)
    return fixed(value, decimals, group_from)


def magnitude(value: Fraction) -> int:
    """The exponent of the leading digit: 0 for 1..9.99, 2 for 123, -2 for 0.05. The value is not 0."""
    size = abs(value)
    estimate = len(str(size.numerator)) - len(str(size.denominator))
    return estimate if size >= Fraction(10) ** estimate else estimate - 1


def significant_decimals(value: Fraction, figures: int) -> int:
    """How many decimals show so many significant figures (negative: zeros before the point).

    >>> significant_decimals(Fraction(1234), 3), significant_decimals(Fraction("0.0512"), 2)
    (-1, 3)
    """
    if value == 0:
        return figures - 1
    decimals = figures - 1 - magnitude(value)
    rounded = round_half_up(value, Fraction(1) / Fraction(10) ** decimals)
    # 9.996 to three figures is 10.0, not 10.00
    return figures - 1 - magnitude(rounded) if rounded else decimals


def significant(value: Fraction, figures: int, group_from: int = GROUP_FROM) -> str:
    """A number to so many significant figures, rounded half up.

    >>> significant(Fraction(12345), 3), significant(Fraction("9.996"), 3), significant(Fraction(2, 3), 2)
    ('12,300', '10.0', '0.67')
    """
    decimals = significant_decimals(value, figures)
    rounded = round_half_up(value, Fraction(1) / Fraction(10) ** decimals)
    return fixed(rounded, max(decimals, 0), group_from)


def approximate(value: Fraction, group_from: int = GROUP_FROM) -> tuple[str, bool]:
    """At most four decimals (four significant ones below 1), and whether that is the number exactly.

    >>> approximate(Fraction(10, 3)), approximate(Fraction("13.225")), approximate(Fraction(1, 3000))
    (('3.3333', False), ('13.225', True), ('0.0003333', False))
    """
    decimals = terminating(value)
    most = 4 if value == 0 or abs(value) >= 1 else 3 - magnitude(value)
    if decimals is not None and decimals <= most:
        return fixed(value, decimals, group_from), True
    return fixed(value, most, group_from), False
