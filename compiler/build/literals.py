"""Exact values <-> literals of the language."""

from __future__ import annotations

from fractions import Fraction

from mspec.compiler import ast
from mspec.compiler.ir import Value
from mspec.compiler.scan import MAX_DIGITS
from mspec.compiler.types import NounType, Num, Opaque, Tag, Type

LONGEST = MAX_DIGITS - 2
MOST = 10**LONGEST


def number_unit(type_: Num) -> str:
    """What a literal of this type is written with: "%", "$", "m/s" or nothing."""
    if type_.tag is Tag.PERCENT and type_.is_pure:
        return "%"
    if type_.unit.currency is not None:
        # `money[1/kg] in $1..$5`: where such a literal may stand, the type says what it is per.
        return type_.unit.currency
    return "" if type_.unit.is_plain else str(type_.unit)


def literal(value: Value, type_: Type) -> ast.Expr:
    """The literal that builds this constant. A number that no decimal can write is a quotient."""
    if isinstance(value, bool):
        return ast.Boolean(value)
    if isinstance(type_, Opaque):
        return ast.Call(type_.name, (ast.String(str(value)),))
    if isinstance(value, str):
        return ast.Name(value) if isinstance(type_, NounType) else ast.String(value)
    if isinstance(value, tuple):
        return ast.ListOf(tuple(literal(part, type_) for part in value))
    assert isinstance(type_, Num), type_
    unit = number_unit(type_)
    shown = value if isinstance(value, Fraction) else Fraction(value)
    if unit == "%":
        shown *= 100
    if shown.numerator < 0:
        return ast.Unary("-", literal(-value, type_))
    if terminates(shown):
        return ast.Number(shown, unit)
    return ast.Binary("/", ast.Number(Fraction(shown.numerator), unit), ast.Number(Fraction(shown.denominator)))


def terminates(value: Fraction) -> bool:
    """Whether a decimal can write the number."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def writable(value: Fraction) -> bool:
    """Whether a literal of the value, or of a hundred times it, is short enough to be read again."""
    if not terminates(value):
        return bool(max(abs(value.numerator), value.denominator) < MOST)
    decimals = 0
    while (value * 10**decimals).denominator != 1 and decimals < LONGEST:
        decimals += 1
    return decimals < LONGEST and abs(value) * 10**decimals < MOST
