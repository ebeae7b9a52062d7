"""Factors over the rationals. Rational roots and quadratics are found here; what is left of degree 4 or more, or in
several variables, is given to SymPy, which is imported then and only then."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from mspec.runtime.domains.algebra import dense
from mspec.runtime.domains.algebra.dense import Dense
from mspec.runtime.domains.algebra.faults import AlgebraFault
from mspec.runtime.domains.algebra.polynomials import HIGHEST_DENSE, Monomial, Polynomial, sparse
from mspec.runtime.domains.algebra.surds import Surd

LARGEST_END = 10**9
"""A first or last coefficient whose divisors are tried for rational roots."""


@dataclass(frozen=True, slots=True)
class Factored:
    """`content` times the product of irreducible factors with their multiplicities. The factors have whole
    coefficients without common divisor, the leading one positive."""

    content: Fraction
    factors: tuple[tuple[Polynomial, int], ...]


def factored_dense(variable: str, coefficients: Dense) -> tuple[Fraction, list[tuple[list[int], int]]]:
    """Content and irreducible factors, each with whole coefficients: first x, then by degree and root.

    Raises:
        AlgebraFault: it is zero.
    """
    if not coefficients:
        raise AlgebraFault("zero has no factors")
    content, whole = dense.primitive(coefficients)
    if len(whole) <= 3:
        return content, sorted(_of_low_degree(whole), key=_place)
    found: list[tuple[list[int], int]] = []
    for part, multiplicity in dense.square_free([Fraction(c) for c in whole]):
        found += [(factor, multiplicity) for factor in _irreducible(variable, dense.primitive(part)[1])]
    return content, sorted(found, key=_place)


def _of_low_degree(whole: list[int]) -> list[tuple[list[int], int]]:
    """The factors of a number, a linear or a quadratic polynomial without content."""
    if len(whole) < 3:
        return [(whole, 1)] if len(whole) == 2 else []
    c, b, a = whole
    square = b * b - 4 * a * c
    side = math.isqrt(square) if square >= 0 else 0
    if side * side != square:
        return [(whole, 1)]
    low, high = (Fraction(top, 2 * a) for top in (-b - side, -b + side))
    first, second = ([-root.numerator, root.denominator] for root in (low, high))
    return [(first, 2)] if first == second else [(first, 1), (second, 1)]


def _place(factor: tuple[list[int], int]) -> tuple[bool, int, Fraction, list[int]]:
    coefficients = factor[0]
    root = Fraction(-coefficients[0], coefficients[1]) if len(coefficients) == 2 else Fraction(0)
    return coefficients != [0, 1], len(coefficients), root, coefficients  # x, then by degree and root


def _irreducible(variable: str, whole: list[int]) -> list[list[int]]:
    """The factors of a squarefree polynomial with whole coefficients."""
    found: list[list[int]] = []
    rest = [Fraction(c) for c in whole]
    if not whole[0]:
        found.append([0, 1])
        rest = rest[1:]
    ends = [int(c) for c in dense.primitive(rest)[1]]
    if len(rest) > 2 and max(abs(ends[0]), abs(ends[-1])) <= LARGEST_END:
        for root in _rational_roots(rest):
            linear = [Fraction(-root.numerator), Fraction(root.denominator)]
            found.append([-root.numerator, root.denominator])
            rest = dense.divide(rest, linear)[0]
        tried = True
    else:
        tried = len(rest) <= 2
    if len(rest) > 1:
        left = dense.primitive(rest)[1]
        found += [left] if tried and len(left) <= 4 else _by_sympy_dense(variable, left)
    return found


def _rational_roots(coefficients: Dense) -> list[Fraction]:
    """The rational roots of a squarefree polynomial with a last coefficient that is not zero."""
    whole = dense.primitive(coefficients)[1]
    if len(whole) == 3:
        c, b, a = whole
        discriminant = b * b - 4 * a * c
        side = math.isqrt(discriminant) if discriminant >= 0 else 0
        if side * side != discriminant:
            return []
        return [Fraction(-b - side, 2 * a), Fraction(-b + side, 2 * a)]
    bottoms = _divisors(abs(whole[-1]))
    found: list[Fraction] = []
    for top in _divisors(abs(whole[0])):
        for bottom in bottoms:
            if math.gcd(top, bottom) == 1:
                found += [x for x in (Fraction(-top, bottom), Fraction(top, bottom)) if not dense.at(coefficients, x)]
    return found


def _divisors(n: int) -> list[int]:
    small = [d for d in range(1, math.isqrt(n) + 1) if n % d == 0]
    return small + [n // d for d in reversed(small) if d * d != n]


def _by_sympy_dense(variable: str, whole: list[int]) -> list[list[int]]:
    from sympy import Poly, Symbol

    _, factors = Poly(whole[::-1], Symbol(variable)).factor_list()
    return [dense.primitive([Fraction(int(c)) for c in reversed(f.all_coeffs())])[1] for f, _ in factors]


def factored(polynomial: Polynomial) -> Factored:
    """Irreducible factors over the rationals.

    Raises:
        AlgebraFault: it is zero, or its coefficients are not rational.
        TooLarge: its degree is above the limit.
    """
    if not polynomial:
        raise AlgebraFault("zero has no factors")
    if not polynomial.is_rational:
        raise AlgebraFault("rational coefficients are needed")
    if polynomial.degree > HIGHEST_DENSE:
        raise AlgebraFault(f"a degree above {HIGHEST_DENSE} is not factored")
    if len(polynomial.variables) > 1:
        return _several(polynomial)
    variable = (polynomial.variables or ("",))[0]
    coefficients = [Fraction(0)] * (polynomial.degree + 1)
    for monomial, value in polynomial.terms:
        coefficients[monomial[0][1] if monomial else 0] = value.rational
    content, found = factored_dense(variable, coefficients)
    return Factored(content, tuple((sparse(variable, map(Fraction, f)), times) for f, times in found))


def _several(polynomial: Polynomial) -> Factored:
    """Common powers of variables are taken out here, the rest is SymPy's."""
    common = {name: min(dict(m).get(name, 0) for m, _ in polynomial.terms) for name in polynomial.variables}
    found = [(Polynomial(((((name, 1),), Surd.of(1)),)), times) for name, times in common.items() if times]
    rest = Polynomial(tuple((_without(m, common), value) for m, value in polynomial.terms))
    inner = factored(rest) if len(rest.variables) <= 1 else _by_sympy(rest)
    return Factored(inner.content, (*found, *inner.factors))


def _without(monomial: Monomial, common: dict[str, int]) -> Monomial:
    return tuple((name, exponent - common[name]) for name, exponent in monomial if exponent > common[name])


def _by_sympy(polynomial: Polynomial) -> Factored:
    names = polynomial.variables
    content, found = to_sympy(polynomial, names).factor_list()
    scale = Fraction(int(content.p), int(content.q))
    factors: list[tuple[Polynomial, int]] = []
    for factor, times in found:
        made = from_sympy(factor, names)
        _, whole = dense.primitive([value.rational for _, value in reversed(made.terms)])
        first = made.terms[-1][1].rational / whole[0]
        scale *= first**times
        factors.append((made.scaled(Surd.of(1 / first)), times))
    factors.sort(key=lambda f: (f[0].degree, len(f[0].terms), [(m, v.terms) for m, v in f[0].terms]))
    return Factored(scale, tuple(factors))


def to_sympy(polynomial: Polynomial, names: tuple[str, ...]):  # type: ignore[no-untyped-def]
    """A SymPy `Poly` over the rationals."""
    from sympy import Poly, Rational
    from sympy import Symbol as SympySymbol

    terms = {
        tuple(dict(monomial).get(name, 0) for name in names): Rational(v.rational.numerator, v.rational.denominator)
        for monomial, v in polynomial.terms
    }
    return Poly(terms, *[SympySymbol(name) for name in names], domain="QQ")


def from_sympy(poly, names: tuple[str, ...]) -> Polynomial:  # type: ignore[no-untyped-def]
    """The polynomial that a SymPy `Poly` over the rationals is."""
    total = Polynomial()
    for exponents, value in poly.terms():
        monomial = tuple((name, int(e)) for name, e in sorted(zip(names, exponents, strict=True)) if e)
        total = total + Polynomial(((monomial, Surd.of(Fraction(int(value.p), int(value.q)))),))
    return total
