"""Polynomials in several variables with exact real coefficients, and quotients of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mspec.runtime.domains.algebra import forms
from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge
from mspec.runtime.domains.algebra.forms import Form, Negative, Number, Power, Product, Quotient, Root, Sum, Symbol
from mspec.runtime.domains.algebra.surds import Surd

Monomial = tuple[tuple[str, int], ...]
"""Variables with their exponents >= 1, by name; () is 1."""

MOST_TERMS = 400
HIGHEST_DEGREE = 64
_ONE = Surd.of(1)
HIGHEST_DENSE = 24
"""The highest degree of a polynomial in one variable that is solved, divided or factored."""


@dataclass(frozen=True, slots=True)
class Polynomial:
    """`terms` by total degree from above, then in the order of the alphabet: x^2, x*y, y^2, x, y, 1. No
    coefficient is zero."""

    terms: tuple[tuple[Monomial, Surd], ...] = ()

    @staticmethod
    def constant(value: Surd) -> Polynomial:
        return Polynomial((((), value),)) if value else Polynomial()

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __add__(self, other: Polynomial) -> Polynomial:
        total = dict(self.terms)
        for monomial, value in other.terms:
            total[monomial] = total[monomial] + value if monomial in total else value
        return _collected(total)

    def __neg__(self) -> Polynomial:
        return Polynomial(tuple((monomial, -value) for monomial, value in self.terms))

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + -other

    def __mul__(self, other: Polynomial) -> Polynomial:
        if len(self.terms) * len(other.terms) > 40 * MOST_TERMS:
            raise TooLarge("a product of too many terms")
        for one, rest in ((self, other), (other, self)):
            if len(one.terms) == 1 and one.terms[0][0] == ():
                return rest if one.terms[0][1] == _ONE else rest.scaled(one.terms[0][1])
        total: dict[Monomial, Surd] = {}
        for left, value in self.terms:
            for right, factor in other.terms:
                monomial = _joined(left, right)
                product = value * factor
                total[monomial] = total[monomial] + product if monomial in total else product
        return _collected(total)

    def __pow__(self, exponent: int) -> Polynomial:
        result = Polynomial.constant(_ONE)
        for _ in range(exponent):
            result = result * self
        return result

    def scaled(self, factor: Surd) -> Polynomial:
        return (
            Polynomial(tuple((monomial, value * factor) for monomial, value in self.terms)) if factor else Polynomial()
        )

    @property
    def value(self) -> Surd | None:
        """The number that it is, or None."""
        if not self.terms:
            return Surd()
        return self.terms[0][1] if self.terms[0][0] == () else None

    @property
    def degree(self) -> int:
        """The highest total degree; 0 for the zero polynomial."""
        return max((sum(e for _, e in monomial) for monomial, _ in self.terms), default=0)

    @property
    def variables(self) -> tuple[str, ...]:
        return tuple(sorted({name for monomial, _ in self.terms for name, _ in monomial}))

    @property
    def is_rational(self) -> bool:
        """Whether all coefficients are rational."""
        return all(value.is_rational for _, value in self.terms)

    def by_powers(self, variable: str) -> dict[int, Polynomial]:
        """The coefficients of the powers of one variable, without zeros."""
        found: dict[int, dict[Monomial, Surd]] = {}
        for monomial, value in self.terms:
            exponent = dict(monomial).get(variable, 0)
            rest = tuple(part for part in monomial if part[0] != variable)
            found.setdefault(exponent, {})[rest] = value
        return {exponent: _collected(part) for exponent, part in found.items()}


def dense(polynomial: Polynomial) -> tuple[str, list[Fraction]]:
    """The variable ("" for a number) and the rational coefficients from x^0 upwards.

    Raises:
        AlgebraFault: it has several variables, or coefficients that are not rational.
        TooLarge: its degree is above the limit.
    """
    if len(polynomial.variables) > 1:
        raise AlgebraFault("one variable is needed, here are " + " and ".join(polynomial.variables))
    if not polynomial.is_rational:
        raise AlgebraFault("rational coefficients are needed")
    if polynomial.degree > HIGHEST_DENSE:
        raise TooLarge(f"a degree above {HIGHEST_DENSE}")
    coefficients = [Fraction(0)] * (polynomial.degree + 1)
    for monomial, value in polynomial.terms:
        coefficients[monomial[0][1] if monomial else 0] = value.rational
    return (polynomial.variables or ("",))[0], coefficients if polynomial else []


def sparse(variable: str, coefficients: Iterable[Fraction]) -> Polynomial:
    """The polynomial with these coefficients, from x^0 upwards."""
    return _collected(
        {((variable, at),) if at else (): Surd.of(value) for at, value in enumerate(coefficients) if value}
    )


def _joined(left: Monomial, right: Monomial) -> Monomial:
    if not left or not right:
        return left or right
    exponents = dict(left)
    for name, exponent in right:
        exponents[name] = exponents.get(name, 0) + exponent
    return tuple(sorted(exponents.items()))


def _collected(terms: Mapping[Monomial, Surd]) -> Polynomial:
    kept = [(monomial, value) for monomial, value in terms.items() if value.terms]
    if len(kept) > MOST_TERMS:
        raise TooLarge(f"more than {MOST_TERMS} terms")
    names = sorted({name for monomial, _ in kept for name, _ in monomial})

    def place(term: tuple[Monomial, Surd]) -> tuple[int, list[int]]:
        exponents = dict(term[0])
        return -sum(exponents.values()), [-exponents.get(name, 0) for name in names]

    if len(names) == 1:
        kept.sort(key=lambda term: -term[0][0][1] if term[0] else 0)
    elif names:
        kept.sort(key=place)
    made = Polynomial(tuple(kept))
    if made.degree > HIGHEST_DEGREE:
        raise TooLarge(f"a degree above {HIGHEST_DEGREE}")
    return made


# ----------------------------------------------------------------------------------------- forms and back


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quotient of polynomials, as it came about: not reduced. `bottom` is not zero."""

    top: Polynomial
    bottom: Polynomial = Polynomial((((), Surd.of(1)),))

    def whole(self) -> Polynomial:
        """The polynomial that it is. Raises AlgebraFault if a variable stands in the denominator."""
        divisor = self.bottom.value
        if divisor is None:
            raise AlgebraFault("a polynomial is needed, here a variable is in a denominator")
        return self.top.scaled(divisor.inverse())


def ratio(form: Form) -> Ratio:
    """An expression as a quotient of polynomials.

    Raises:
        AlgebraFault: it divides by zero.
        TooLarge: it passes a limit.
    """
    one = Polynomial.constant(Surd.of(1))
    match form:
        case Number(value):
            return Ratio(Polynomial.constant(Surd.of(value)))
        case Symbol(name):
            return Ratio(Polynomial(((((name, 1),), Surd.of(1)),)))
        case Root(radicand):
            return Ratio(Polynomial.constant(Surd.root(radicand)))
        case Negative(operand):
            inner = ratio(operand)
            return Ratio(-inner.top, inner.bottom)
        case Sum(terms):
            total = Ratio(Polynomial())
            for term in map(ratio, terms):
                if term.bottom == total.bottom:
                    total = Ratio(total.top + term.top, total.bottom)
                else:
                    total = Ratio(total.top * term.bottom + term.top * total.bottom, total.bottom * term.bottom)
            return total
        case Product(factors):
            total = Ratio(one)
            for factor in map(ratio, factors):
                total = Ratio(total.top * factor.top, total.bottom * factor.bottom)
            return total
        case Quotient(above, below):
            top, bottom = ratio(above), ratio(below)
            if not bottom.top:
                raise AlgebraFault("division by zero")
            return Ratio(top.top * bottom.bottom, top.bottom * bottom.top)
        case Power(base, exponent):
            inner = ratio(base)
            return Ratio(inner.top**exponent, inner.bottom**exponent)


def surd_form(value: Surd) -> Form:
    """An exact number as it is written: (3 + sqrt(5))/2, sqrt(6)/3, -1 + 2*sqrt(2)."""
    common = math.lcm(*(q.denominator for _, q in value.terms)) if value.terms else 1
    parts: list[Form] = []
    for n, q in value.terms:
        whole = forms.number(q * common)
        parts.append(whole if n == 1 else forms.times(whole, forms.root(forms.number(n))))
    return forms.over(forms.total(parts), forms.number(common))


def form(polynomial: Polynomial) -> Form:
    """A polynomial as the sum of its terms, in their order."""
    return forms.total([_term(monomial, value) for monomial, value in polynomial.terms])


def _term(monomial: Monomial, value: Surd) -> Form:
    powers: Form = forms.ONE
    for name, exponent in monomial:
        powers = forms.times(powers, forms.power(forms.symbol(name), exponent))
    return forms.times(surd_form(value), powers)


def evaluate(expression: Form, values: Mapping[str, Surd]) -> Surd:
    """The number that an expression is.

    Raises:
        AlgebraFault: it divides by zero, or a variable has no value.
    """
    match expression:
        case Number(value):
            return Surd.of(value)
        case Symbol(name):
            if name not in values:
                raise AlgebraFault(f"the variable {name} has no value")
            return values[name]
        case Root(radicand):
            return Surd.root(radicand)
        case Negative(operand):
            return -evaluate(operand, values)
        case Sum(terms):
            total = Surd()
            for term in terms:
                total = total + evaluate(term, values)
            return total
        case Product(factors):
            total = Surd.of(1)
            for factor in factors:
                total = total * evaluate(factor, values)
            return total
        case Quotient(top, bottom):
            return evaluate(top, values) / evaluate(bottom, values)
        case Power(base, exponent):
            return evaluate(base, values) ** exponent
