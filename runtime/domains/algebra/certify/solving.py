"""What makes a solution right: equations, inequalities, linear systems."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, permutations

from mspec.runtime.domains.algebra.certify.literals import (
    Compared,
    Span,
    compared,
    number_set,
    numbers,
    rational,
    same_real,
    spans,
)
from mspec.runtime.domains.algebra.certify.rings import Real, sign
from mspec.runtime.domains.algebra.certify.substitution import Tree, bound, names, pair, same, tree
from mspec.runtime.domains.algebra.certify.univariate import (
    Whole,
    common,
    count_roots,
    fraction,
    isolated,
    only_name,
    roots_between,
    whole,
)
from mspec.runtime.domains.algebra.faults import AlgebraFault


def _zero(node: Tree, point: dict[str, Real]) -> bool:
    """Whether an expression is defined and zero at a point."""
    top, bottom = pair(node, point)
    return not top and bool(bottom)


def related(sign: str, left: str, right: str, result: str) -> bool:
    """The sides with a sign between them."""
    made = compared(result)
    return made.sign == sign and same(tree(left), made.left) and same(tree(right), made.right)


def left_side(relation: str, result: str) -> bool:
    return same(compared(relation).left, tree(result))


def right_side(relation: str, result: str) -> bool:
    return same(compared(relation).right, tree(result))


def shift(relation: str, summand: str, result: str) -> bool:
    before, after, by = compared(relation), compared(result), tree(summand)
    return before.sign == after.sign and all(
        same(("+", side, by), made) for side, made in ((before.left, after.left), (before.right, after.right))
    )


def scale(relation: str, factor: str, result: str) -> bool:
    """The sign points to the same side where the factor is positive, else to the other."""
    before, after, by = compared(relation), compared(result), rational(factor)
    turned = {"<": ">", ">": "<"}.get(before.sign[0], "=") + before.sign[1:] if by < 0 else before.sign
    return bool(by) and after.sign == turned and all(
        same(("*", ("number", by), side), made)
        for side, made in ((before.left, after.left), (before.right, after.right))
    )  # fmt: skip


def _solve(moved: Tree, found: list[Real]) -> bool:
    """Every number of `found`, all different, is a zero, and there are no more of them."""
    name = only_name(moved)
    if not all(_zero(moved, {name: x}) for x in found):
        return False
    top, bottom = fraction(moved, name)
    if not top:
        return False  # every number is a solution
    zeros = count_roots(whole(top))
    lost = count_roots(common(whole(top), whole(bottom))) if len(bottom) > 1 else 0
    return len(found) == zeros - lost


def roots(operand: str, result: str) -> bool:
    return _solve(tree(operand), number_set(result))


def _equation_of(text: str) -> Compared:
    made = compared(text)
    if made.sign != "=":
        raise AlgebraFault("an equation is needed")
    return made


def solutions(relation: str, result: str) -> bool:
    return _solve(_equation_of(relation).moved, number_set(result))


def solution(relation: str, result: str) -> bool:
    return _solve(_equation_of(relation).moved, [rational(result)])


def solution_set(relation: str, result: str) -> bool:
    """Right at every end and every other root, and in each of the gaps between them."""
    given, pieces = compared(relation), spans(result)
    name = only_name(given.moved)
    top, bottom = (whole(part) for part in fraction(given.moved, name))
    if given.sign == "=" or not bottom or not _in_order(pieces):
        return False

    def true_at(x: Real) -> bool:
        above, below = pair(given.moved, {name: x})
        return bool(below) and _ordered(sign(above) * sign(below), given.sign)

    def claimed(x: Real) -> bool:
        return any(piece.has(x) for piece in pieces)

    ends = [end for piece in pieces for end in (piece.low, piece.high) if end is not None]
    for end in ends:
        above, below = pair(given.moved, {name: end})
        if above and below:
            return False  # nothing changes at an end that is no root
        if claimed(end) != true_at(end):
            return False
    around = isolated(_product(top, bottom) if top else bottom)
    samples = [x for interval in around for x in (interval.low, interval.high)] or [Fraction(0)]
    if any(claimed(x) != true_at(x) for x in samples):
        return False
    # A root that is no end: the claim is the same all over its interval.
    return all(
        claimed(interval.low) == (not roots_between(bottom, interval.low, interval.high) and _ordered(0, given.sign))
        for interval in around
        if not any(interval.has(end) for end in ends)
    )


def _ordered(of: int, symbol: str) -> bool:
    return {"<": of < 0, "<=": of <= 0, ">": of > 0, ">=": of >= 0}[symbol]


def _in_order(pieces: list[Span]) -> bool:
    """Each piece has room, and does not touch the next."""
    for piece in pieces:
        if piece.low is not None and piece.high is not None:
            room = sign(piece.high - piece.low)
            if room < 0 or (room == 0 and not (piece.low_in and piece.high_in)):
                return False
    for left, right in pairwise(pieces):
        if left.high is None or right.low is None:
            return False
        gap = sign(right.low - left.high)
        if gap < 0 or (gap == 0 and (left.high_in or right.low_in)):
            return False
    return True


def _product(left: Whole, right: Whole) -> Whole:
    made = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            made[i + j] += a * b
    return made


def system(*texts: str) -> bool:
    """The point solves every equation, all are linear, and some of them have a determinant that is not zero."""
    *relations, result = texts
    moved = [_equation_of(text).moved for text in relations]
    point = numbers(result, "(", ")")
    variables = sorted(frozenset().union(*map(names, moved)))
    if len(variables) != len(point) or not all(_zero(e, dict(zip(variables, point, strict=True))) for e in moved):
        return False
    if any(sum(bound(e, name)[1] for name in variables) for e in moved):
        raise AlgebraFault("an equation is not linear")
    rows = [_gradient(e, variables) for e in moved]
    return any(_determinant(list(chosen)) for chosen in combinations(rows, len(variables)))


def _gradient(equation: Tree, variables: list[str]) -> list[Real]:
    """The coefficients of a linear expression, which must be one: it takes the same steps from two places."""
    zero = dict.fromkeys(variables, 0)
    one = dict.fromkeys(variables, 1)
    steps = [[_at(equation, {**start, v: start[v] + 1}) - _at(equation, start) for v in variables]
             for start in (zero, one)]  # fmt: skip
    doubled = [_at(equation, {**zero, v: 2}) - _at(equation, {**zero, v: 1}) for v in variables]
    if not all(same_real(a, b) and same_real(a, c) for a, b, c in zip(*steps, doubled, strict=True)):
        raise AlgebraFault("an equation is not linear")
    return steps[0]


def _at(node: Tree, point: dict[str, int]) -> Real:
    top, bottom = pair(node, point)
    value: Real = top * (1 / Fraction(bottom))
    return value


def _determinant(rows: list[list[Real]]) -> Real:
    """By Leibniz's formula: at most four rows."""
    total: Real = Fraction(0)
    for order in permutations(range(len(rows))):
        crossed = sum(a > b for a, b in combinations(order, 2))
        term: Real = Fraction(-1 if crossed % 2 else 1)
        for row, column in enumerate(order):
            term = term * rows[row][column]
        total = total + term
    return total
