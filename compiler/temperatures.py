"""Readings of a temperature scale and their differences.

A reading has weight 1 and a difference weight 0; `+` and `-` add and subtract weights, a literal factor multiplies.
So the mean of three readings is a reading again, what is between two of them is a difference, and twice 20 °C is
refused. A scale whose zero is absolute (kelvins) multiplies like any quantity; what comes out has no weight, and may be
declared either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mspec.compiler.types import Num, Type
from mspec.compiler.units import DIFFERENCE, Unit

TEMPERATURE = (("temperature", 1),)
READING, GAP = Fraction(1), Fraction(0)
ICE_POINT = Fraction(27315, 100)
"""In kelvins; 0 °C by definition."""


def declared_weight(word: str, unit: Unit) -> Fraction | None:
    """The weight that a declared type has: `temperature[°C]` is a reading, `temperature_difference[°C]` is none."""
    if unit.dimension != TEMPERATURE:
        return None
    return GAP if word == DIFFERENCE else READING


def literal_weight(unit: Unit) -> Fraction | None:
    """`20 °C` is a reading; `5 K` is a reading or a difference, whichever is needed."""
    return READING if unit.is_scale else None


def total(left: Fraction | None, right: Fraction | None, sign: int = 1) -> Fraction | None:
    """The weight of a sum or difference."""
    if left is None or right is None:
        # What may be either is a difference beside a reading, and a reading before `- reading`.
        known = right if left is None else left
        if known in (None, GAP):
            return None
        return GAP if left is None and sign < 0 else known
    return left + sign * right


def scaled(types: Sequence[Type], values: Sequence[object]) -> Fraction | None:
    """The weight of a product or quotient, for `*` and `/` alike: `values` are the literal factors, 1/2 for `/ 2`.

    A weight is kept only where the other factor is a literal; a difference times any number is one.
    """
    left, right = types
    assert isinstance(left, Num) and isinstance(right, Num)
    for this, other, factor in ((left, right, values[1]), (right, left, values[0])):
        if this.weight is not None and other.unit.is_plain:
            if this.weight == GAP:
                return GAP
            return this.weight * factor if isinstance(factor, Fraction) and this.unit.is_scale else None
    return None


def misused(type_: Type, factor: object) -> bool:
    """Whether a reading of a scale with a zero of its own is multiplied by anything but a literal number."""
    return isinstance(type_, Num) and type_.unit.is_scale and bool(type_.weight) and not isinstance(factor, Fraction)


def lone(type_: Num) -> bool:
    """Whether a value of this type means something by itself: a reading, a difference, or a sum of readings."""
    return type_.weight is None or (type_.weight >= 0 and type_.weight.denominator == 1)


def unweighted(type_: Type) -> Type:
    """The type as that of a plain quantity."""
    return replace(type_, weight=None) if isinstance(type_, Num) else type_


def ice_point(unit: Unit) -> Fraction:
    """What the scale reads where ice melts: 0 °C, 32 °F, 273.15 K. Conversions of readings go by it."""
    return (ICE_POINT - unit.zero) / unit.scale


def reading_in(value: Fraction, source: Unit, target: Unit) -> Fraction:
    """A reading in another unit: 68 °F is 20 °C."""
    return (value * source.scale + source.zero - target.zero) / target.scale
