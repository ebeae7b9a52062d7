"""How a rounding is said: "rounded to the nearest cent", "rounded up to a multiple of 10"."""

from __future__ import annotations

from fractions import Fraction

from mspec.compiler.types import Num
from mspec.compiler.units import CURRENCIES
from mspec.runtime.render.decimals import exact, fixed
from mspec.runtime.render.unit_words import short_unit
from mspec.runtime.steps.trace import Call, Expression, Literal

_WAYS = {"round": "rounded", "ceil": "rounded up", "floor": "rounded down"}
_PLACES = {
    Fraction(1, 1000): "thousandth", Fraction(1, 100): "hundredth", Fraction(1, 10): "tenth",
    Fraction(1): "whole number", Fraction(10): "ten", Fraction(100): "hundred", Fraction(1000): "thousand",
}  # fmt: skip
_MONEY = {"$": ("dollar", "cent"), "€": ("euro", "cent"), "£": ("pound", "penny"), "¥": ("yen", "yen")}


def is_rounding(expression: Expression) -> bool:
    """Whether an expression rounds what stands in it."""
    return isinstance(expression, Call) and expression.op in _WAYS


def rounding_words(rounded: Call) -> str:
    """How a rounding is said, with the unit of rounding where that is a constant.

    Up or down to a whole number is not said to be to one; to what is not a constant is left open.
    """
    way = _WAYS[rounded.op]
    if len(rounded.args) == 1:
        return f"{way} to the nearest whole number" if rounded.op == "round" else way
    to = rounded.args[1]
    if not isinstance(to, Literal) or not isinstance(to.value, Fraction):
        return way
    type_ = to.type if isinstance(to.type, Num) else Num()
    name, shown = _named(to.value, type_)
    if rounded.op == "round":
        return f"{way} to the nearest {name or shown}"
    if type_.is_pure and to.value == 1:
        return way
    return f"{way} to a whole {name}" if name and type_.unit.is_money else f"{way} to a multiple of {shown}"


def _named(grid: Fraction, type_: Num) -> tuple[str, str]:
    """The name of a unit of rounding ("cent", "tenth"; "" if it has none), and the same in digits."""
    symbol = type_.unit.currency
    if symbol is not None and type_.unit.is_money:
        whole, coin = _MONEY[symbol]
        coins = CURRENCIES[symbol]
        name = whole if grid == 1 else coin if grid == Fraction(1, coins) else ""
        places = 0 if grid.denominator == 1 else len(str(coins)) - 1
        cents = grid.denominator == 1 or coins % grid.denominator == 0
        return name, symbol + (fixed(grid, places) if cents else exact(grid))
    if not type_.unit.is_plain:
        return "", f"{exact(grid)} {short_unit(type_.unit)}"
    return _PLACES.get(grid, ""), exact(grid)
