"""Expressions as they are written: `2*(x - 3)` stays a product until `expand` makes a sum of it.

The constructors `plus`, `times` … make light repairs only, those that nobody would leave undone: `x + -3` is `x - 3`,
`1*x` is `x`, `0*x` is 0, `2/3*x` is `2*x/3`, and numbers among themselves are computed. So what an author composes of
parts reads well for every value of the parts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge
from mspec.runtime.domains.algebra.surds import too_long

HIGHEST_EXPONENT = 64
MOST_PARTS = 400
"""Terms of one sum, factors of one product."""


@dataclass(frozen=True, slots=True)
class Number:
    value: Fraction


@dataclass(frozen=True, slots=True)
class Symbol:
    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    operand: Form


@dataclass(frozen=True, slots=True)
class Sum:
    terms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """At most one factor is a number: the first, natural and not 1."""

    factors: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    top: Form
    bottom: Form


@dataclass(frozen=True, slots=True)
class Power:
    base: Form
    exponent: int


@dataclass(frozen=True, slots=True)
class Root:
    """The square root of a rational number that is no square."""

    radicand: Fraction


Form = Number | Symbol | Negative | Sum | Product | Quotient | Power | Root

ZERO, ONE = Number(Fraction(0)), Number(Fraction(1))


def number(value: Fraction | int) -> Number:
    """A rational number. Raises TooLarge."""
    made = Fraction(value)
    if too_long(made):
        raise TooLarge("a number that is too long")
    return Number(made)


def symbol(name: str) -> Symbol:
    """A variable: one letter, digits may follow. Raises AlgebraFault for any other name."""
    if not (name.isascii() and name[:1].isalpha() and (len(name) == 1 or (name[1:].isdigit() and len(name) < 4))):
        raise AlgebraFault(f'a variable is one letter, digits may follow, not "{name}"')
    return Symbol(name)


def minus(operand: Form) -> Form:
    match operand:
        case Number(value):
            return Number(-value)
        case Negative(inner):
            return inner
        case Quotient(Number(value), bottom):
            return Quotient(Number(-value), bottom) if value < 0 else Negative(operand)
    return Negative(operand)


def plus(left: Form, right: Form) -> Form:
    """A sum; a sum on the left goes on, one on the right keeps its parentheses."""
    if right == ZERO:
        return left
    if left == ZERO:
        return right
    if isinstance(left, Number) and isinstance(right, Number):
        return number(left.value + right.value)
    terms = (*(left.terms if isinstance(left, Sum) else (left,)), right)
    if len(terms) > MOST_PARTS:
        raise TooLarge(f"more than {MOST_PARTS} terms")
    return Sum(terms)


def total(terms: list[Form]) -> Form:
    """The sum of terms, in their order."""
    result: Form = ZERO
    for term in terms:
        result = plus(result, term)
    return result


def times(left: Form, right: Form) -> Form:
    """A product: signs and denominators of numbers go outside, numbers go first."""
    if ZERO in (left, right):
        return ZERO
    if isinstance(left, Negative) or _is_negative(left):
        return minus(times(minus(left), right))
    if isinstance(right, Negative) or _is_negative(right):
        return minus(times(left, minus(right)))
    coefficient = Fraction(1)
    factors: list[Form] = []
    for part in (left, right):
        for factor in part.factors if isinstance(part, Product) else (part,):
            if isinstance(factor, Number):
                coefficient *= factor.value
            else:
                factors.append(factor)
    if not factors:
        return number(coefficient)
    if len(factors) > MOST_PARTS:
        raise TooLarge(f"more than {MOST_PARTS} factors")
    if coefficient.numerator != 1:
        factors.insert(0, number(coefficient.numerator))
    product = factors[0] if len(factors) == 1 else Product(tuple(factors))
    return product if coefficient.denominator == 1 else Quotient(product, number(coefficient.denominator))


def over(top: Form, bottom: Form) -> Form:
    """A quotient. Raises AlgebraFault where the divisor is the number zero."""
    if bottom == ZERO:
        raise AlgebraFault("division by zero")
    if isinstance(top, Number) and isinstance(bottom, Number):
        return number(top.value / bottom.value)
    if top == ZERO or bottom == ONE:
        return top
    if isinstance(bottom, Negative) or _is_negative(bottom):
        return minus(over(top, minus(bottom)))
    if isinstance(top, Negative) or _is_negative(top):
        return minus(over(minus(top), bottom))
    if isinstance(bottom, Number) and bottom.value.denominator != 1:
        return over(times(number(bottom.value.denominator), top), number(bottom.value.numerator))
    if isinstance(top, Number) and top.value.denominator != 1:
        return over(number(top.value.numerator), times(number(top.value.denominator), bottom))
    return Quotient(top, bottom)


def power(base: Form, exponent: int) -> Form:
    """A whole power. Raises AlgebraFault for a negative power of zero, TooLarge past the limit."""
    if abs(exponent) > HIGHEST_EXPONENT:
        raise TooLarge(f"an exponent above {HIGHEST_EXPONENT}")
    if exponent < 0:
        return over(ONE, power(base, -exponent))
    if isinstance(base, Number):
        return number(base.value**exponent)
    if exponent < 2:
        return base if exponent else ONE
    return Power(base, exponent)


def root(radicand: Form) -> Form:
    """The square root of a rational number, as it is written: `sqrt(12)` stays, `sqrt(9)` is 3."""
    if not isinstance(radicand, Number):
        raise AlgebraFault("a square root is of a rational number here")
    value = radicand.value
    if value < 0:
        raise AlgebraFault("the square root of a negative number")
    top, bottom = math.isqrt(value.numerator), math.isqrt(value.denominator)
    if top * top == value.numerator and bottom * bottom == value.denominator:
        return number(Fraction(top, bottom))
    return Root(value)


def _is_negative(form: Form) -> bool:
    return isinstance(form, Number) and form.value < 0


def symbols(form: Form) -> frozenset[str]:
    """The variables in an expression."""
    match form:
        case Symbol(name):
            return frozenset({name})
        case Number() | Root():
            return frozenset()
        case Negative(operand):
            return symbols(operand)
        case Sum(parts) | Product(parts):
            return frozenset().union(*map(symbols, parts))
        case Quotient(top, bottom):
            return symbols(top) | symbols(bottom)
        case Power(base):
            return symbols(base)
