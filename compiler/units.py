"""Units as exact algebra: products of unit symbols with integer exponents.

A unit knows its dimension and its exact factor to base units, so that a conversion is one exact constant and
nothing of units is left in lowered code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

Exponents = tuple[tuple[str, int], ...]
"""Sorted (name, exponent) pairs without zero exponents."""


def _combine(left: Exponents, right: Exponents, sign: int) -> Exponents:
    total = dict(left)
    for name, exponent in right:
        total[name] = total.get(name, 0) + sign * exponent
    return tuple(sorted((name, exponent) for name, exponent in total.items() if exponent))


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of symbols such as km^1 h^-1. `dimension` is in base dimensions ("length", "time", "$" …); `scale` is
    how many base units one of this unit is (km/h: 5/18).

    `zero` is where a reading of 0 stands on the scale of the base unit (°C: 273.15); it follows from the symbols.
    """

    symbols: Exponents = ()
    dimension: Exponents = ()
    scale: Fraction = Fraction(1)
    zero: Fraction = field(default=Fraction(0), compare=False)

    def __hash__(self) -> int:
        """By the symbols, from which the rest follows: types are looked up by their units all the time."""
        return hash(self.symbols)

    def __mul__(self, other: Unit) -> Unit:
        if not other.symbols:
            return self  # all else follows from the symbols
        if not self.symbols:
            return other
        return Unit(
            _combine(self.symbols, other.symbols, 1),
            _combine(self.dimension, other.dimension, 1),
            self.scale * other.scale,
            self.zero or other.zero,
        )

    def __truediv__(self, other: Unit) -> Unit:
        return self * other**-1 if other.symbols else self

    def __pow__(self, exponent: int) -> Unit:
        if exponent == 1:
            return self
        return Unit(
            tuple((name, e * exponent) for name, e in self.symbols if exponent),
            tuple((name, e * exponent) for name, e in self.dimension if exponent),
            self.scale**exponent,
            self.zero,
        )

    def root(self, degree: int) -> Unit | None:
        """The unit whose `degree`-th power this is, or None (m^2 has a square root, m has none)."""
        if any(e % degree for _, e in self.symbols + self.dimension):
            return None
        symbols = tuple((name, e // degree) for name, e in self.symbols)
        unit = Unit(symbols, tuple((name, e // degree) for name, e in self.dimension))
        numerator = _integer_root(self.scale.numerator, degree)
        denominator = _integer_root(self.scale.denominator, degree)
        if numerator is None or denominator is None:
            return None
        return Unit(unit.symbols, unit.dimension, Fraction(numerator, denominator))

    @property
    def is_for_each(self) -> bool:
        """A number for each of something, 1/min or 1/m^2."""
        return bool(self.symbols) and all(power < 0 for _, power in self.symbols)

    @property
    def is_plain(self) -> bool:
        """True for a pure number."""
        return not self.symbols

    @property
    def is_money(self) -> bool:
        """True for an amount of one currency (not for a price per something)."""
        return len(self.dimension) == 1 and self.dimension[0][0] in CURRENCIES and self.dimension[0][1] == 1

    @property
    def currency(self) -> str | None:
        """The currency symbol among the factors, if any; of an exchange rate the one on top: "€" for €/$."""
        if not self.symbols:
            return None
        found = [(power, name) for name, power in self.symbols if name in CURRENCIES]
        return max(found)[1] if found else None

    @property
    def currencies(self) -> tuple[str, ...]:
        """All currency symbols among the factors."""
        return tuple(name for name, _ in self.symbols if name in CURRENCIES)

    @property
    def is_scale(self) -> bool:
        """Whether values may be readings of a scale whose zero is put somewhere: °C, °F."""
        return self.zero != 0 and len(self.symbols) == 1 and self.symbols[0][1] == 1

    def factor_to(self, other: Unit) -> Fraction:
        """The exact number by which a value in this unit is multiplied to be in `other`.

        Raises:
            ValueError: the dimensions differ.
        """
        if self.dimension != other.dimension:
            raise ValueError(f"{self} and {other} measure different things")
        return self.scale / other.scale

    def __str__(self) -> str:
        def power(name: str, e: int) -> str:
            return name if e == 1 else f"{name}^{e}"

        above = "*".join(power(n, e) for n, e in self.symbols if e > 0)
        below = "/".join(power(n, -e) for n, e in self.symbols if e < 0)
        return f"{above or '1'}/{below}" if below else above


def _integer_root(value: int, degree: int) -> int | None:
    root = round(value ** (1 / degree)) if value < 2**52 else None
    if root is None:
        low, high = 0, 1 << (value.bit_length() // degree + 1)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if middle**degree <= value else (low, middle - 1)
        root = low
    return root if root**degree == value else None


PLAIN = Unit()
CURRENCIES = {"$": 100, "€": 100, "£": 100, "¥": 1}
"""Currency symbol -> grid: how many of the smallest coin make one. Each is a dimension of its own, so that an exchange
rate (€/$) is no pure number."""


def currency(symbol: str) -> Unit:
    """The unit of an amount of money."""
    return Unit(((symbol, 1),), ((symbol, 1),))


def same_kind_of_money(left: Unit, right: Unit) -> bool:
    """Whether two units differ in their currencies only: $ and €, $/kg and €/kg."""

    def masked(unit: Unit) -> list[tuple[str, int]]:
        return sorted(("money" if name in CURRENCIES else name, power) for name, power in unit.dimension)

    return left.dimension != right.dimension and masked(left) == masked(right)


_FACTOR = re.compile(r"(?P<sign>[*/]?)(?P<name>[^\W\d]\w*|[$€£¥°%µ]\w*|1)(?:\^(?P<power>-?\d+))?")


class UnknownUnit(LookupError):
    """Raised by `parse_unit`; its argument is the symbol that is not known."""


def parse_unit(text: str, known: Mapping[str, Unit]) -> Unit:
    """Read `m/s^2`, `kg*m/s^2`, `1/kg` against the unit symbols in `known`.

    Raises:
        UnknownUnit: a symbol is not in `known`, or the text is not a product of symbols.
    """
    unit, position = PLAIN, 0
    while position < len(text):
        match = _FACTOR.match(text, position)
        if match is None or (position > 0) != bool(match["sign"]):
            raise UnknownUnit(text)
        power = int(match["power"] or 1)
        if abs(power) > 12:
            raise UnknownUnit(text)
        if match["name"] != "1":
            factor = known.get(match["name"])
            if factor is None:
                raise UnknownUnit(match["name"])
            unit = unit * factor ** (-power if match["sign"] == "/" else power)
        position = match.end()
    return unit


BASE_DIMENSIONS = (
    "length", "mass", "time", "current", "temperature", "amount", "luminosity", "angle", "data",
)  # fmt: skip
DIFFERENCE = "temperature_difference"
"""The word before `[°C]` for a difference of two temperatures; `temperature[°C]` is a reading."""

DIMENSIONS: dict[str, Exponents] = {
    **{name: ((name, 1),) for name in BASE_DIMENSIONS},
    "money": (("$", 1),),
    DIFFERENCE: (("temperature", 1),),
    "area": (("length", 2),),
    "volume": (("length", 3),),
    "speed": (("length", 1), ("time", -1)),
    "acceleration": (("length", 1), ("time", -2)),
    "force": (("length", 1), ("mass", 1), ("time", -2)),
    "energy": (("length", 2), ("mass", 1), ("time", -2)),
    "power": (("length", 2), ("mass", 1), ("time", -3)),
    "pressure": (("length", -1), ("mass", 1), ("time", -2)),
    "density": (("length", -3), ("mass", 1)),
    "frequency": (("time", -1),),
    "charge": (("current", 1), ("time", 1)),
    "voltage": (("current", -1), ("length", 2), ("mass", 1), ("time", -3)),
    "resistance": (("current", -2), ("length", 2), ("mass", 1), ("time", -3)),
    "momentum": (("length", 1), ("mass", 1), ("time", -1)),
    "molar_mass": (("amount", -1), ("mass", 1)),
    "concentration": (("amount", 1), ("length", -3)),
    "flow": (("length", 3), ("time", -1)),
}
"""Named quantities: the word that may stand before `[unit]` in a type. Libraries add to these with `unit`."""
