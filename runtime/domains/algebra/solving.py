"""Real roots, equations, inequalities and linear systems, exactly: by factors, the quadratic formula and signs."""

from __future__ import annotations

import itertools
from fractions import Fraction

from mspec.runtime.domains.algebra import dense
from mspec.runtime.domains.algebra.dense import Dense
from mspec.runtime.domains.algebra.factoring import factored_dense
from mspec.runtime.domains.algebra.faults import AlgebraFault
from mspec.runtime.domains.algebra.forms import Form, Sum, minus
from mspec.runtime.domains.algebra.polynomials import Polynomial, Ratio, ratio
from mspec.runtime.domains.algebra.polynomials import dense as to_dense
from mspec.runtime.domains.algebra.surds import Surd
from mspec.runtime.domains.algebra.values import Piece, Relation

MOST_UNKNOWNS = 4


def real_roots(coefficients: Dense) -> list[Surd]:
    """All different real roots, from the smallest.

    Raises:
        AlgebraFault: it is the zero polynomial, or a root is neither rational nor the root of a quadratic.
    """
    if not coefficients:
        raise AlgebraFault("every number is a solution")
    found: list[Surd] = []
    for factor, _ in factored_dense("x", coefficients)[1]:
        found += _roots_of_irreducible(factor)
    return sorted(found)


def _roots_of_irreducible(factor: list[int]) -> list[Surd]:
    if len(factor) == 2:
        return [Surd.of(Fraction(-factor[0], factor[1]))]
    if len(factor) == 3:
        c, b, a = factor
        discriminant = b * b - 4 * a * c
        if discriminant < 0:
            return []
        half = Surd.root(Fraction(discriminant, 4 * a * a))
        middle = Surd.of(Fraction(-b, 2 * a))
        return [middle - half, middle + half]
    if dense.real_roots([Fraction(c) for c in factor]):
        raise AlgebraFault("a root is neither rational nor the root of a quadratic with rational coefficients")
    return []


def difference(relation: Relation) -> Ratio:
    """Left side minus right side."""
    return ratio(Sum((relation.left, minus(relation.right))))


def equation_roots(relation: Relation) -> tuple[str, list[Surd]]:
    """The variable of an equation in one unknown, and its real solutions.

    Raises:
        AlgebraFault: every number solves it, it has several variables, or a solution cannot be written.
    """
    moved = difference(relation)
    variable, top = to_dense(moved.top)
    other, bottom = to_dense(moved.bottom)
    if variable and other and variable != other:
        raise AlgebraFault("one variable is needed")
    return variable or other, [x for x in real_roots(top) if at_surd(bottom, x)]


def at_surd(coefficients: Dense, x: Surd) -> Surd:
    """The value at an exact number, by Horner's rule."""
    value = Surd()
    for c in reversed(coefficients):
        value = value * x + Surd.of(c)
    return value


def solution_set(relation: Relation) -> list[Piece]:
    """Where an inequality in one unknown holds: pieces from left to right that do not touch.

    Raises:
        AlgebraFault: it has several variables, or an end cannot be written.
    """
    moved = difference(relation)
    _, top = to_dense(moved.top)
    _, bottom = to_dense(moved.bottom)
    if len(set(moved.top.variables) | set(moved.bottom.variables)) > 1:
        raise AlgebraFault("one variable is needed")
    zeros = real_roots(top) if top else []
    poles = real_roots(bottom)
    ends = sorted({*zeros, *poles})

    def holds(x: Surd) -> bool:
        below = at_surd(bottom, x)
        if not below:
            return False
        sign = at_surd(top, x).sign * below.sign
        return {"<": sign < 0, "<=": sign <= 0, ">": sign > 0, ">=": sign >= 0}[relation.sign]

    return _pieces(ends, [holds(x) for x in _between(ends)], [holds(x) for x in ends])


def _between(ends: list[Surd]) -> list[Surd]:
    """A number in each gap: before the first end, between neighbours, after the last."""
    if not ends:
        return [Surd()]
    half, one = Surd.of(Fraction(1, 2)), Surd.of(1)
    inner = [(a + b) * half for a, b in itertools.pairwise(ends)]
    return [ends[0] - one, *inner, ends[-1] + one]


def _pieces(ends: list[Surd], gaps: list[bool], points: list[bool]) -> list[Piece]:
    """The pieces where something holds, from its truth in the gaps and at the ends."""
    found: list[Piece] = []
    low: Surd | None = None
    low_in, running = False, gaps[0]
    for at, end in enumerate(ends):
        inside, after = points[at], gaps[at + 1]
        if running and not (inside and after):
            found.append(Piece(low, end, low_in, inside))
            running = False
        elif not running and inside and not after:
            found.append(Piece(end, end, True, True))
        if not running and after:
            low, low_in, running = end, inside, True
    if running:
        found.append(Piece(low, None, low_in, False))
    return found


def linear_system(relations: list[Relation]) -> tuple[tuple[str, ...], tuple[Surd, ...]]:
    """The variables of a linear system, by name, and its one solution, by Gauss's elimination.

    Raises:
        AlgebraFault: an equation is not linear, or there is not exactly one solution.
    """
    equations = [difference(relation).whole() for relation in relations]
    names = tuple(sorted({name for equation in equations for name in equation.variables}))
    if not 1 <= len(names) <= MOST_UNKNOWNS or len(names) > len(equations):
        raise AlgebraFault(f"{len(equations)} equations do not have a single solution in {len(names)} unknowns")
    rows = [_row(equation, names) for equation in equations]
    for column in range(len(names)):
        pivot = next((row for row in rows[column:] if row[column]), None)
        if pivot is None:
            raise AlgebraFault("the equations do not have a single solution")
        rows.remove(pivot)
        inverse = pivot[column].inverse()
        pivot = [value * inverse for value in pivot]
        rows = [[a - row[column] * b for a, b in zip(row, pivot, strict=True)] for row in rows]
        rows.insert(column, pivot)
    if any(row[-1] for row in rows[len(names) :]):
        raise AlgebraFault("the equations contradict each other")
    return names, tuple(rows[at][-1] for at in range(len(names)))


def _row(equation: Polynomial, names: tuple[str, ...]) -> list[Surd]:
    row = [Surd() for _ in range(len(names) + 1)]
    for monomial, value in equation.terms:
        if monomial and (len(monomial) > 1 or monomial[0][1] > 1):
            raise AlgebraFault("an equation is not linear")
        if monomial:
            row[names.index(monomial[0][0])] = value
        else:
            row[-1] = -value
    return row


def form_variables(form: Form) -> tuple[str, ...]:
    """The variables that an expression depends on, once it is simplified as a quotient."""
    made = ratio(form)
    return tuple(sorted({*made.top.variables, *made.bottom.variables}))
