"""Each operator as an SMT-LIB term over the terms of its arguments.

SMT-LIB's `div` and `mod` are Euclidean and its division by zero is an arbitrary value; ours floor and have no
value. The first is bridged here, the second by the side conditions of `definedness`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from mspec.compiler.lower.smt_terms import (
    FALSE,
    TRUE,
    Sort,
    Term,
    alike,
    as_int,
    as_real,
    call,
    choice,
    conjunction,
    disjunction,
    equal,
    multiple,
    negation,
    number,
    truth,
)
from mspec.compiler.ops import Op

Define = Callable[[Term], Term]
"""Gives a term a name of its own and returns that, so that it is written out once."""

MOST_FACTORS = 64
"""Powers are unrolled up to this exponent; a higher one has no exact lowering."""
MOST_FOLDED = 1000
"""`factorial(1000)` is computed here; of a larger literal it is left unsaid."""
MOST_UNKNOWNS = 5
"""Determinants are expanded up to this size."""


class NotExact(Exception):
    """The operator, or this use of it, has no exact SMT-LIB form."""


def apply(op: Op, args: Sequence[Term], define: Define) -> Term:
    """The term of an operator.

    Raises:
        NotExact: SMT-LIB cannot say it.
    """
    special = _SPECIAL.get(op.name)
    if special is not None:
        return special(args, define)
    folded = constant_value(op, args)
    if folded is not None:
        return folded
    if op.smtlib is None or not op.smtlib.template:
        raise NotExact(op.name)
    sort = op.smtlib.sort
    brought = (
        [as_int(a) for a in args] if sort == "Int" else [as_real(a) for a in args] if sort == "Real" else alike(args)
    )
    texts = [term.text for term in brought]
    result: Sort = "Bool" if op.name in _TRUTHS else brought[0].sort
    return Term(op.smtlib.template.format(*texts, all=" ".join(texts)), result)


_TRUTHS = frozenset({"eq", "ne", "lt", "le", "gt", "ge", "is_int", "distinct", "not", "and", "or", "divides"})


def constant_value(op: Op, args: Sequence[Term]) -> Term | None:
    """The value itself where every argument is a literal, no guard is broken and it is rational."""
    values = [term.value for term in args]
    if not values or any(value is None for value in values) or definedness(op, args).value is not True:
        return None
    if op.smtlib is None and any(abs(Fraction(value or 0)) > MOST_FOLDED for value in values):
        return None
    value = op.exact(*values)
    if isinstance(value, bool):
        return truth(value)
    # An approximation of an irrational number is a Fraction too, of a class of its own.
    return number(value) if type(value) is Fraction else None


def definedness(op: Op, args: Sequence[Term]) -> Term:
    """The condition under which an operator has a value, from the guards of its row."""
    conditions = []
    for kind, position in op.guards:
        for term in args if position < 0 else args[position : position + 1]:
            conditions.append(_fits(kind, term))
    if op.name == "kth":
        conditions.append(_le(number(1), args[0]))
        conditions.append(_le(args[0], number(len(args) - 1)))
    return conjunction(conditions)


def _fits(kind: str, term: Term) -> Term:
    zero = number(0)
    match kind:
        case "nonzero":
            return negation(equal(term, zero))
        case "nonnegative":
            return _le(zero, term)
        case "positive":
            return negation(_le(term, zero))
        case "whole":
            return _whole(term)
        case "natural":
            return conjunction((_whole(term), _le(zero, term)))
        case _:
            raise ValueError(f"unknown guard {kind!r}")


def _whole(term: Term) -> Term:
    if term.sort == "Int":
        return TRUE
    if term.value is not None:
        return truth(Fraction(term.value).denominator == 1)
    return call("is_int", (term,), "Bool")


def on_grid(term: Term, grid: Fraction) -> Term:
    """The condition that a value is a whole multiple of `grid`."""
    if term.sort == "Int" and (1 / grid).denominator == 1:
        return TRUE
    return _whole(multiple(1 / grid, as_real(term)))


def _le(left: Term, right: Term) -> Term:
    if left.value is not None and right.value is not None:
        return truth(left.value <= right.value)
    return call("<=", alike((left, right)), "Bool")


def _lt(left: Term, right: Term) -> Term:
    return negation(_le(right, left))


# ------------------------------------------------------------------------------------------- arithmetic


def _chain(function: str) -> Callable[[Sequence[Term], Define], Term]:
    def lowered(args: Sequence[Term], define: Define) -> Term:
        brought = alike(args)
        return call(function, brought, brought[0].sort)

    return lowered


def _division(args: Sequence[Term], define: Define) -> Term:
    return call("/", [as_real(term) for term in args], "Real")


def power(base: Term, exponent: int) -> Term:
    """`base ^ exponent`, multiplied out.

    Raises:
        NotExact: the exponent is negative or too large to be multiplied out.
    """
    if not 0 <= exponent <= MOST_FACTORS:
        raise NotExact("pow")
    if base.value is not None:
        return number(Fraction(base.value) ** exponent)
    if exponent < 2:
        return base if exponent else number(1, base.sort)
    return call("*", [base] * exponent, base.sort)


def _power(args: Sequence[Term], define: Define) -> Term:
    base, exponent = args
    if exponent.value is None or Fraction(exponent.value).denominator != 1:
        raise NotExact("pow")
    return power(base, int(exponent.value))


def _size(args: Sequence[Term], define: Define) -> Term:
    return choice(_le(number(0), args[0]), args[0], _minus(args[0]))


def _conditional(args: Sequence[Term], define: Define) -> Term:
    return choice(*args)


def _same(args: Sequence[Term], define: Define) -> Term:
    return args[0]


# ----------------------------------------------------------------------------------- whole-number division


def floored(dividend: Term, divisor: Term) -> Term:
    """The largest whole number that is not above `dividend / divisor`, for a divisor that is not 0."""
    if dividend.sort == divisor.sort == "Int":
        if divisor.value is not None and divisor.value > 0:
            return call("div", (dividend, divisor), "Int")
        turned = call("div", (_minus(dividend), _minus(divisor)), "Int")
        if divisor.value is not None:
            return turned
        return choice(_lt(number(0), divisor), call("div", (dividend, divisor), "Int"), turned)
    return Term(f"(to_int {_over(dividend, divisor).text})", "Int")


def _over(dividend: Term, divisor: Term) -> Term:
    if divisor.value is not None and divisor.value != 0:
        return multiple(1 / Fraction(divisor.value), as_real(dividend))
    return call("/", (as_real(dividend), as_real(divisor)), "Real")


def _minus(term: Term) -> Term:
    if term.value is not None:
        return number(-Fraction(term.value), term.sort)
    return call("-", (term,), term.sort)


def _quotient(args: Sequence[Term], define: Define) -> Term:
    return floored(*args)


def _remainder(args: Sequence[Term], define: Define) -> Term:
    dividend, divisor = args
    if dividend.sort == divisor.sort == "Int" and divisor.value is not None and divisor.value > 0:
        return call("mod", args, "Int")
    whole = alike((call("*", alike((divisor, floored(*args))), alike((divisor, number(0)))[0].sort), dividend))
    return call("-", (whole[1], whole[0]), whole[0].sort)


def _divides(args: Sequence[Term], define: Define) -> Term:
    divisor, dividend = (as_int(term) for term in args)
    # A remainder is zero or not whichever way the quotient is rounded.
    return equal(call("mod", (dividend, divisor), "Int"), number(0))


def _rounding(half: Fraction, *, up: bool = False) -> Callable[[Sequence[Term], Define], Term]:
    def lowered(args: Sequence[Term], define: Define) -> Term:
        value, to = args[0], args[1] if len(args) > 1 else number(1)
        if value.sort == "Int" and to.value == 1:
            return value
        scaled = _over(value, to)
        if half:
            scaled = call("+", (scaled, number(half, "Real")), "Real")
        count = Term(f"(- (to_int (- {scaled.text})))" if up else f"(to_int {scaled.text})", "Int")
        if to.value is not None:
            return multiple(Fraction(to.value), count)
        factors = alike((count, to))
        return call("*", factors, factors[0].sort)

    return lowered


# --------------------------------------------------------------------------------------------- ordering


def _extreme(function: str) -> Callable[[Sequence[Term], Define], Term]:
    def lowered(args: Sequence[Term], define: Define) -> Term:
        brought = alike(args)
        best = brought[0]
        for term in brought[1:]:
            best = define(choice(call(function, (best, term), "Bool"), best, term))
        return best

    return lowered


def _ranked(values: Sequence[Term], define: Define) -> tuple[list[Term], list[Term]]:
    """The values, and for each the number of those that stand before it in sorted order (ties by position)."""
    brought = alike(values)
    ranks = []
    for i, mine in enumerate(brought):
        before = [
            choice(_le(its, mine) if j < i else _lt(its, mine), number(1), number(0))
            for j, its in enumerate(brought)
            if j != i
        ]
        ranks.append(define(call("+", before, "Int") if len(before) > 1 else before[0] if before else number(0)))
    return brought, ranks


def _at_rank(values: Sequence[Term], ranks: Sequence[Term], rank: Term) -> Term:
    result = values[-1]
    for value, its in zip(reversed(values[:-1]), reversed(ranks[:-1]), strict=True):
        result = choice(equal(its, rank), value, result)
    return result


def _kth(args: Sequence[Term], define: Define) -> Term:
    values, ranks = _ranked(args[1:], define)
    rank = (
        number(Fraction(args[0].value) - 1)
        if args[0].value is not None
        else call("-", (as_int(args[0]), number(1)), "Int")
    )
    return _at_rank(values, ranks, rank)


def _median(args: Sequence[Term], define: Define) -> Term:
    values, ranks = _ranked(args, define)
    high = _at_rank(values, ranks, number(len(args) // 2))
    if len(args) % 2:
        return high
    low = _at_rank(values, ranks, number(len(args) // 2 - 1))
    return multiple(Fraction(1, 2), call("+", (low, high), low.sort))


_SPECIAL: dict[str, Callable[[Sequence[Term], Define], Term]] = {
    "add": _chain("+"),
    "sub": _chain("-"),
    "mul": _chain("*"),
    "div": _division,
    "pow": _power,
    "and": lambda args, define: conjunction(args),
    "or": lambda args, define: disjunction(args),
    "not": lambda args, define: negation(args[0]),
    "if": _conditional,
    "same": _same,
    "quotient": _quotient,
    "remainder": _remainder,
    "divides": _divides,
    "abs": _size,
    "floor": _rounding(Fraction(0)),
    "ceil": _rounding(Fraction(0), up=True),
    "round": _rounding(Fraction(1, 2)),
    "min": _extreme("<="),
    "max": _extreme(">="),
    "median": _median,
    "kth": _kth,
}
"""Operators whose lowering depends on sorts, on literals or on the number of arguments; the others have a template."""


# ----------------------------------------------------------------------------------------- linear systems


def determinant(rows: Sequence[Sequence[Term]], define: Define) -> Term:
    """The determinant of a square matrix, by expansion along the first row.

    Raises:
        NotExact: it is too large to be written out.
    """
    if len(rows) > MOST_UNKNOWNS:
        raise NotExact("solve_linear")
    if len(rows) == 1:
        return rows[0][0]
    summands = []
    for column, entry in enumerate(rows[0]):
        if entry.value == 0:
            continue
        minor = determinant([[*row[:column], *row[column + 1 :]] for row in rows[1:]], define)
        product = define(call("*", alike((entry, minor)), alike((entry, minor))[0].sort))
        summands.append(product if column % 2 == 0 else _minus(product))
    if not summands:
        return number(0)
    brought = alike(summands)
    return brought[0] if len(brought) == 1 else define(call("+", brought, brought[0].sort))


__all__ = ["FALSE", "Define", "NotExact", "apply", "definedness", "determinant", "floored", "on_grid", "power"]
