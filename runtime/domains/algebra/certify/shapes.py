"""The form of a result: a sum of terms, a product of irreducible factors."""

from __future__ import annotations

import math
from fractions import Fraction

from mspec.runtime.domains.algebra.certify.substitution import Tree, bound, names
from mspec.runtime.domains.algebra.certify.univariate import polynomial, value, whole

Exponents = frozenset[tuple[str, int]]
MOST_DIVISORS = 10**7


def terms(node: Tree) -> list[Tree]:
    """The terms of a sum, signs left out."""
    if node[0] in ("+", "-"):
        return [*terms(node[1]), *terms(node[2])]
    return terms(node[1]) if node[0] == "neg" else [node]


def factors(node: Tree) -> list[Tree]:
    """The factors of a product or quotient by a number, powers by their base."""
    match node:
        case ("*", left, right):
            return [*factors(left), *factors(right)]
        case ("/", left, right) if not names(right):
            return factors(left)
        case ("neg", operand):
            return factors(operand)
        case ("^", base, _):
            return factors(base)
    return [node]


def is_number(node: Tree) -> bool:
    return not names(node)


def exponents(node: Tree) -> Exponents | None:
    """Of which powers of variables a term is the product, with a number; None for what is no such product."""
    match node:
        case _ if is_number(node):
            return frozenset()
        case ("name", name):
            return frozenset({(name, 1)})
        case ("^", ("name", name), exponent):
            return frozenset({(name, exponent)})
        case ("*", left, right):
            first, second = exponents(left), exponents(right)
            if first is None or second is None or {n for n, _ in first} & {n for n, _ in second}:
                return None
            return first | second
        case ("/", left, right) if is_number(right):
            return exponents(left)
        case ("neg", operand):
            return exponents(operand)
    return None


def is_expanded(node: Tree) -> bool:
    """A sum of terms with different powers, and of numbers."""
    found = [exponents(term) for term in terms(node) if names(term)]
    return None not in found and len(set(found)) == len(found)


def is_expanded_quotient(node: Tree) -> bool:
    """A sum of terms, or a quotient of two."""
    if is_expanded(node):
        return True
    if node[0] == "neg":
        return is_expanded_quotient(node[1])
    return node[0] == "/" and is_expanded(node[1]) and is_expanded(node[2])


def is_factored(node: Tree) -> bool:
    """A product, or quotient of two, of a number and irreducible polynomials."""
    match node:
        case ("neg", operand):
            return is_factored(operand)
        case ("/", above, below) if names(below):
            return is_factored(above) and is_factored(below)
    found = [factor for factor in factors(node) if not is_number(factor)]
    return all(_irreducible(factor) for factor in found)


def _irreducible(node: Tree) -> bool:
    variables = names(node)
    if len(variables) > 1:
        return _by_sympy(node)
    (name,) = variables
    if bound(node, name)[1]:
        return False
    found = polynomial(node, name)
    coefficients = whole(found)
    if coefficients != found:
        return False  # a number can be taken out
    degree = len(coefficients) - 1
    if degree <= 1:
        return True
    if degree == 2:
        c, b, a = coefficients
        square = b * b - 4 * a * c
        return square < 0 or math.isqrt(square) ** 2 != square
    if degree == 3 and max(abs(coefficients[0]), abs(coefficients[-1])) <= MOST_DIVISORS:
        return bool(coefficients[0]) and not _has_rational_root(coefficients)
    return _by_sympy(node)


def _has_rational_root(coefficients: list[int]) -> bool:
    tops, bottoms = _divisors(abs(coefficients[0])), _divisors(abs(coefficients[-1]))
    candidates = (Fraction(sign * p, q) for q in bottoms for p in tops for sign in (1, -1))
    return not all(value(coefficients, x) for x in candidates)


def _divisors(n: int) -> list[int]:
    found = [d for d in range(1, math.isqrt(n) + 1) if n % d == 0]
    return found + [n // d for d in found]


def _by_sympy(node: Tree) -> bool:
    from sympy import Poly

    made = Poly(to_sympy(node))
    return bool(made.is_irreducible) and made.primitive()[0] == 1


def to_sympy(node: Tree):  # type: ignore[no-untyped-def]
    """The expression for SymPy."""
    from sympy import Rational, Symbol, sqrt

    match node:
        case ("number", number):
            return Rational(number.numerator, number.denominator)
        case ("sqrt", number):
            return sqrt(Rational(number.numerator, number.denominator))
        case ("name", name):
            return Symbol(name)
        case ("neg", operand):
            return -to_sympy(operand)
        case ("^", base, exponent):
            return to_sympy(base) ** exponent
        case ("+", left, right):
            return to_sympy(left) + to_sympy(right)
        case ("-", left, right):
            return to_sympy(left) - to_sympy(right)
        case ("*", left, right):
            return to_sympy(left) * to_sympy(right)
    return to_sympy(node[1]) / to_sympy(node[2])
