"""What makes derivatives, integrals and tangents right: slopes are carried along by dual numbers."""

from __future__ import annotations

from fractions import Fraction

from mspec.runtime.domains.algebra.certify.literals import compared, rational
from mspec.runtime.domains.algebra.certify.rings import Dual
from mspec.runtime.domains.algebra.certify.shapes import is_expanded_quotient
from mspec.runtime.domains.algebra.certify.substitution import Tree, bound, pair, tree
from mspec.runtime.domains.algebra.certify.univariate import only_name, polynomial, value


def _slope(node: Tree, name: str, x: int | Fraction) -> tuple[int | Fraction, int | Fraction]:
    """Numerator and denominator of the derivative at a point, not reduced."""
    top, bottom = (_as_dual(part) for part in pair(node, {name: Dual(x, 1)}))
    return top.slope * bottom.value - top.value * bottom.slope, bottom.value * bottom.value


def _as_dual(number: Dual | int | Fraction) -> Dual:
    return number if isinstance(number, Dual) else Dual(number, 0)


def _is_slope_of(node: Tree, slope: Tree) -> bool:
    name = only_name(node, slope)
    (a, b), (c, d) = bound(node, name), bound(slope, name)
    for x in range(max(a + b + d, 2 * b + max(c, d)) + 1):
        (top, bottom), (above, below) = _slope(node, name, x), pair(slope, {name: x})
        if top * below != above * bottom:
            return False
    return True


def derivative(operand: str, result: str) -> bool:
    return _is_slope_of(tree(operand), tree(result)) and is_expanded_quotient(tree(result))


def antiderivative(operand: str, result: str) -> bool:
    """Its slope is the operand, and it is 0 at 0."""
    top, bottom = pair(tree(result), {only_name(tree(operand), tree(result)): 0})
    return _is_slope_of(tree(result), tree(operand)) and not top and bool(bottom)


def definite_integral(operand: str, low: str, high: str, result: str) -> bool:
    """The mean of the values at equally spaced points, weighted as Newton and Cotes do, is exact: here it is found
    from the interpolated coefficients, each power integrated as a telescoping product."""
    a, b = rational(low), rational(high)
    found = polynomial(tree(operand), only_name(tree(operand)))
    total = Fraction(0)
    for n, c in enumerate(found):
        # (b^(n+1) - a^(n+1)) / (n + 1) = (b - a) * (b^n + b^(n-1) a + … + a^n) / (n + 1)
        total += c * (b - a) * sum((b**k * a ** (n - k) for k in range(n + 1)), Fraction(0)) / (n + 1)
    return total == rational(result)


def tangent(operand: str, at: str, result: str) -> bool:
    """A line that meets the curve at the point, with its slope there."""
    x, line, curve = rational(at), compared(result), tree(operand)
    name = only_name(curve, line.right)
    made = polynomial(line.right, name)
    top, bottom = pair(curve, {name: x})
    slope = _slope(curve, name, x)
    return (
        line.left == ("name", "y")
        and line.sign == "="
        and len(made) <= 2
        and value(made, x) * bottom == top
        and (made[1] if len(made) == 2 else Fraction(0)) * slope[1] == slope[0]
    )


def vertex(operand: str, h: Fraction, k: Fraction) -> bool:
    """The curve is level at h, and k high there; it is a parabola."""
    curve = tree(operand)
    name = only_name(curve)
    found = polynomial(curve, name)
    top, bottom = _slope(curve, name, h)
    return len(found) == 3 and not top and bool(bottom) and value(found, h) == k
