"""What an operator means on given arguments: whether it has a value there, and which.

The interpreter works by this; so does the second columnar evaluator for operators that it has no vectorised form of.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mspec.compiler.ir import Value
from mspec.compiler.ops import Op
from mspec.compiler.plugins import NoValue, called
from mspec.compiler.real_functions import MOST_POWER, Approximation, approximated

MOST_BITS = 1 << 16
"""No number may be longer; a longer one is undefined ("too large"), so that evaluation is bounded."""
MOST_PRIME = 10**12
"""`is_prime` is trial division; above this it is undefined ("too large")."""


def undefined_because(op: Op, values: Sequence[Value]) -> str | None:
    """Why an operator has no value on these arguments, or None: then `op.exact` may be called."""
    if op.plugin:
        try:
            called(op, values)
        except NoValue as none:
            return str(none)
        return None
    for kind, position in op.guards:
        # Position -1 speaks of all arguments; an optional argument may be absent.
        for value in values if position < 0 else values[position : position + 1]:
            why = _unfit(kind, number(value))
            if why:
                return why
    for position, least, most in op.ranges:
        if not least <= number(values[position]) <= most:
            return "the argument is too small" if number(values[position]) < least else "too large"
    if op.name == "kth" and values[0] not in range(1, len(values)):
        return "there is no such place in the list"
    if op.name == "tan" and (number(values[0]) - 90) % 180 == 0:
        return "the tangent does not exist there"
    if any(isinstance(value, Approximation) for value in values):
        doubt = _doubt(op, [number(value) for value in values])
        if doubt:
            return doubt
    return _too_long(op.name, values)


def meaning(op: Op, values: Sequence[Value]) -> Value:
    """The value of an operator on arguments on which it has one (see `undefined_because`)."""
    if op.plugin:
        return called(op, values)
    result = op.exact(*values)
    if op.name in ("floor", "ceil", "round", "quotient"):
        return result  # a multiple of an exact number
    if op.name in ("mul", "div") and any(value == 0 and type(value) is Fraction for value in values):
        return result  # exactly 0
    if op.name == "pow" and values[1] == 0:
        return result  # exactly 1
    return marked(result, values) if isinstance(result, Fraction) else result


def marked(result: Fraction, values: Sequence[Value]) -> Fraction:
    """What is computed from an approximation is one, cut to its digits; a value that is only picked stays."""
    if any(result is value for value in values):
        return result
    return approximated(result) if any(isinstance(value, Approximation) for value in values) else result


CLOSE = Fraction(1, 10**30)
"""Approximations are good to some 48 digits; what is nearer than this, relative to its size, is not decided."""
UNDECIDED = "too close to decide"
"""Why an operator has no value where the digits of approximations do not settle it."""
_SMOOTH = frozenset({"add", "sub", "mul", "div", "pow", "neg", "abs", "min", "max", "median", "kth", "magnitude",
                     "sqrt", "sin", "cos", "tan", "pi", "log10", "ln", "exp"})  # fmt: skip
_ORDERED = frozenset({"eq", "ne", "lt", "le", "gt", "ge"})


def _doubt(op: Op, values: Sequence[Fraction]) -> str | None:
    """Why the digits of approximations do not determine the value of an operator, or None."""
    near = CLOSE * max([Fraction(1), *map(abs, values)])
    for kind, position in op.guards:
        for value in values if position < 0 else values[position : position + 1]:
            if isinstance(value, Approximation) and (kind in ("whole", "natural") or abs(value) <= near):
                return UNDECIDED
    match op.name:
        case name if name in _ORDERED:
            close = abs(values[0] - values[1]) <= near
        case "distinct":
            close = any(abs(a - b) <= near for i, a in enumerate(values) for b in values[:i])
        case "kth" if isinstance(values[0], Approximation):
            return "an exact number is needed"
        case "pow" if values[1] > MOST_POWER:
            return "too large"
        case name if name in _SMOOTH:
            close = False
        case "floor" | "ceil" | "round" if any(isinstance(to, Approximation) for to in values[1:]):
            return "an exact number is needed"
        case "floor" | "ceil" | "round" | "quotient" | "remainder" | "is_int":
            turns = values[0] / values[1] if len(values) == 2 else values[0]
            turns += Fraction(1, 2) if op.name == "round" else 0
            close = min(turns % 1, -turns % 1) <= CLOSE * max(Fraction(1), abs(turns))
        case _:
            return "an exact number is needed"
    return UNDECIDED if close else None


def solve_linear(numbers: Sequence[Fraction], size: int) -> list[Fraction] | None:
    """Exact Gaussian elimination.

    Args:
        numbers: The augmented matrix row by row: a11 … a1n b1 a21 … a2n b2 …
        size: The number of unknowns n, and of equations.

    Returns:
        The unknowns, or None where the matrix is singular.
    """
    width = size + 1
    rows = [list(numbers[start : start + width]) for start in range(0, size * width, width)]
    for column in range(size):
        pivot = next((i for i in range(column, size) if rows[i][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = rows[column][column]
        rows[column] = [entry / lead for entry in rows[column]]
        for i in range(size):
            factor = rows[i][column]
            if i != column and factor:
                rows[i] = [mine - factor * its for mine, its in zip(rows[i], rows[column], strict=True)]
    return [row[size] for row in rows]


def number(value: object) -> Fraction:
    """The value as the number that it must be."""
    assert isinstance(value, Fraction), value
    return value


def bits(value: Fraction) -> int:
    """How long a number is."""
    return max(value.numerator.bit_length(), value.denominator.bit_length())


def _unfit(kind: str, value: Fraction) -> str | None:
    """Why an argument breaks a guard of the operator table, or None."""
    match kind:
        case "nonzero":
            return "division by zero" if value == 0 else None
        case "nonnegative":
            return "the argument is negative" if value < 0 else None
        case "positive":
            return "the argument is not positive" if value <= 0 else None
        case "whole":
            return "the argument is not a whole number" if value.denominator != 1 else None
        case "natural":
            return "the argument is not a natural number" if value.denominator != 1 or value < 0 else None
        case _:
            raise ValueError(f"unknown guard {kind!r}")


def _too_long(op: str, values: Sequence[Value]) -> str | None:
    """Refuse, before they are computed, results that would not fit into `MOST_BITS` or take too long."""
    match op:
        case "pow":
            base, exponent = map(number, values)
            # |base| of 0 and 1 stay short; others grow by at least (bits - 1) a factor.
            too_long = abs(base) not in (0, 1) and (bits(base) - 1 or 1) * exponent > MOST_BITS
        case "factorial":
            n = int(number(values[0]))
            too_long = n * n.bit_length() > 2 * MOST_BITS
        case "choose":
            n, k = (int(number(value)) for value in values)
            too_long = min(k, abs(n - k)) * n.bit_length() > 2 * MOST_BITS
        case "is_prime":
            too_long = number(values[0]) > MOST_PRIME
        case _:
            return None
    return "too large" if too_long else None
