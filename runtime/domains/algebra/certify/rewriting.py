"""What makes a printed result right: rewriting, numbers from expressions, division of polynomials."""

from __future__ import annotations

from fractions import Fraction

from mspec.runtime.domains.algebra.certify import shapes
from mspec.runtime.domains.algebra.certify.literals import natural, number, rational
from mspec.runtime.domains.algebra.certify.rings import sign
from mspec.runtime.domains.algebra.certify.substitution import Tree, bound, grid, names, pair, same, tree
from mspec.runtime.domains.algebra.certify.univariate import (
    common,
    only_name,
    polynomial,
    remainder,
    value,
    whole,
)

# ------------------------------------------------------------------------------------------- expressions


def composed(operator: str, left: str, right: str, result: str) -> bool:
    """A result of + - * or /."""
    return same((operator, tree(left), tree(right)), tree(result))


def negated(operand: str, result: str) -> bool:
    return same(("neg", tree(operand)), tree(result))


def rooted(operand: str, result: str) -> bool:
    """The result squared is the operand, and it is not negative."""
    made = number(result)
    return not (made * made - rational(operand)) and sign(made) >= 0


def raised(base: str, exponent: str, result: str) -> bool:
    power = ("^", tree(base), natural(exponent.removeprefix("-")))
    return same(("/", ("number", Fraction(1)), power) if exponent.startswith("-") else power, tree(result))


def unchanged(operand: str, result: str) -> bool:
    return same(tree(operand), tree(result))


def expanded(operand: str, result: str) -> bool:
    return same(tree(operand), tree(result)) and shapes.is_expanded_quotient(tree(result))


def collected(operand: str, name: str, result: str) -> bool:
    """Equal, and no two terms have the same power of the variable."""
    made = tree(result)
    powers = [bound(term, name) for term in shapes.terms(made)]
    return same(tree(operand), made) and len(set(powers)) == len(powers) and not any(below for _, below in powers)


def factored(operand: str, result: str) -> bool:
    return same(tree(operand), tree(result)) and shapes.is_factored(tree(result))


def square_completed(operand: str, result: str) -> bool:
    """The result has its variable once, under the square."""
    made = tree(result)
    (name,) = names(made)
    return same(tree(operand), made) and result.count(name) == 1 and bound(made, name) == (2, 0)


def substituted(operand: str, name: str, replacement: str, result: str) -> bool:
    # Checked by putting numbers in twice: into the replacement, then its value into the expression.
    before, new, after = tree(operand), tree(replacement), tree(result)
    degrees: dict[str, int] = {}
    for variable in (names(before) - {name}) | names(new) | names(after):
        inner, outer, made = bound(new, variable), bound(before, name), bound(before, variable)
        top = sum(made) + sum(outer) * (inner[0] + inner[1])
        degrees[variable] = 2 * max(top, sum(bound(after, variable)))
    for point in grid(degrees):
        (a, b), (c, d) = pair(before, {**point, name: pair(new, point)}), pair(after, point)
        if a * d != c * b:
            return False
    return True


def evaluated(operand: str, *rest: str) -> bool:
    *points, result = rest
    variables = sorted(names(tree(operand)))
    place = {name: number(text) for name, text in zip(variables, points, strict=False)}
    top, bottom = pair(tree(operand), place)
    return bool(bottom) and not (top - number(result) * bottom)


def _coefficients(text: str) -> list[Fraction]:
    return polynomial(tree(text), only_name(tree(text)))


def degree(operand: str, result: str) -> bool:
    """Along a line through the origin a polynomial in t comes out, of the same degree on one of so many lines."""
    node = tree(operand)
    variables = sorted(names(node))
    found = 0
    for start in range(1, 2 + sum(bound(node, name)[0] for name in variables)):
        slopes = (Fraction(start + at * (at + 1)) for at in range(len(variables)))
        line = {name: ("*", ("number", slope), ("name", "t")) for name, slope in zip(variables, slopes, strict=True)}
        along = polynomial(_placed(node, line), "t")
        found = max(found, len(along) - 1)
    return natural(result) == found


def _placed(node: Tree, places: dict[str, Tree]) -> Tree:
    if node[0] == "name":
        return places.get(node[1], node)
    return tuple(_placed(part, places) if isinstance(part, tuple) else part for part in node)


def coefficient(operand: str, exponent: str, result: str) -> bool:
    found = _coefficients(operand)
    at = natural(exponent)
    return rational(result) == (found[at] if at < len(found) else 0)


def term(operand: str, exponent: str, result: str) -> bool:
    found, at, made = _coefficients(operand), natural(exponent), tree(result)
    alone = [Fraction(0)] * at + [found[at]] if at < len(found) and found[at] else []
    return polynomial(made, only_name(tree(operand), made)) == alone


def discriminant(operand: str, result: str) -> bool:
    """Through the vertex: b^2 - 4ac = -4 a p(h), where p'(h) = 0."""
    found = _coefficients(operand)
    if len(found) != 3:
        return False
    h = -found[1] / (2 * found[2])
    return rational(result) == -4 * found[2] * value(found, h)


def equivalent(left: str, right: str, result: str) -> bool:
    return result == ("true" if same(tree(left), tree(right)) else "false")


# ---------------------------------------------------------------------------------- division of polynomials


def _two(left: str, right: str) -> tuple[list[Fraction], list[Fraction]]:
    name = only_name(tree(left), tree(right))
    return polynomial(tree(left), name), polynomial(tree(right), name)


def quotient(left: str, right: str, result: str) -> bool:
    """What is left without the quotient's share has a lower degree than the divisor."""
    name = only_name(tree(left), tree(right))
    rest = polynomial(("-", tree(left), ("*", tree(result), tree(right))), name)
    return len(rest) < len(polynomial(tree(right), name))


def left_over(left: str, right: str, result: str) -> bool:
    top, bottom = _two(left, right)
    return remainder(top, bottom) == polynomial(tree(result), only_name(tree(left), tree(right)))


def greatest_divisor(left: str, right: str, result: str) -> bool:
    first, second = _two(left, right)
    divisor = polynomial(tree(result), only_name(tree(left), tree(right)))
    if not divisor:
        return not first and not second
    divides = not remainder(first, divisor) and not remainder(second, divisor)
    return divides and whole(divisor) == divisor and divisor[-1] > 0 and (
        len(divisor) == len(common(whole(first), whole(second)))
    )  # fmt: skip
