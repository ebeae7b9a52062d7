"""Lowering of operators on real numbers: columns of intervals instead of integers.

The result of an operator may be undecided by the digits at hand; then it has no value in that row, which is noted as
its guard.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from mspec.compiler.lower.python_operators import guard_test
from mspec.compiler.lower.scales import (
    TRUE,
    UNKNOWN,
    Condition,
    Irrational,
    Lines,
    Lowered,
    Number,
    TooLong,
    Whole,
    as_whole,
    both,
    constant,
)
from mspec.compiler.ops import Op

MOST_POWER = 1_000
ONE = "_reals.Interval.of(1)"
FUNCTIONS = {"sqrt": "_reals.square_root", "sin": "_reals.sine", "cos": "_reals.cosine", "tan": "_reals.tangent",
             "pi": "_reals.times_pi", "log10": "_reals.decimal_logarithm", "ln": "_reals.natural_logarithm",
             "exp": "_reals.exponential"}  # fmt: skip
"""Operators that leave the rationals."""
PICKING = frozenset({"if", "same", "item", "list", "magnitude"})
"""Operators that hand on what they are given, real or not."""
RATIONAL = {"add": "_real_add", "sub": "_real_subtract", "mul": "_real_multiply"}
COMPARISONS = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
Argument = Number | Irrational


class RealOperators:
    """Lowers one application; `guard` then says where it has a value."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.guard = TRUE

    def real(self, argument: Argument) -> Irrational:
        """A number as a column of intervals."""
        if isinstance(argument, Irrational):
            return argument
        return Irrational(f"_real({argument.num.text}, {as_whole(argument.den).text})")

    def _named(self, argument: Irrational) -> Irrational:
        if argument.text.isidentifier():
            return argument
        name = self.lines.temporary()
        self.lines.body.append(f"{name} = {argument.text}")
        return Irrational(name)

    def _ready(self, argument: Argument) -> Argument:
        """An argument that is read more than once."""
        return Number(self.lines.bind(argument.num), argument.den) if isinstance(argument, Number) else argument

    def _tried(self, otherwise: str, function: str, *texts: str) -> str:
        """The result of a function that may fail, under a name; where it does becomes part of the guard."""
        value, decided = self.lines.temporary(), self.lines.temporary()
        self.lines.body.append(f"{value}, {decided} = _tried({', '.join([otherwise, function, *texts])})")
        self.guard = both(self.guard, Condition(decided))
        return value

    def _sign(self, argument: Irrational) -> str:
        return self._tried("0", "_real_sign", argument.text)

    def exact(self, argument: Argument) -> Number:
        """A number that must be rational, as its numerator and denominator."""
        if isinstance(argument, Number):
            return argument
        value = self._tried("Fraction(0)", "_real_exact", argument.text)
        num = Whole(f"_numerator({value})", -UNKNOWN, UNKNOWN)
        return self.lines.fraction(num, Whole(f"_denominator({value})", 1, UNKNOWN))

    def _test(self, kind: str, argument: Argument) -> Condition:
        """A guard of the operator table."""
        if isinstance(argument, Number):
            return guard_test(kind, argument)
        if kind in ("whole", "natural"):
            return guard_test(kind, self.exact(argument))
        relation = {"nonzero": "!=", "positive": ">", "nonnegative": ">="}[kind]
        return Condition(f"({self._sign(argument)} {relation} 0)")

    def apply(self, row: Op, arguments: Sequence[Argument]) -> Lowered | None:
        """The result of an operator, or None for one that takes exact numbers only."""
        args = [self._named(arg) if isinstance(arg, Irrational) else arg for arg in arguments]
        for kind, position in row.guards:
            for i in range(len(args)) if position < 0 else range(position, min(position + 1, len(args))):
                args[i] = self._ready(args[i])
                self.guard = both(self.guard, self._test(kind, args[i]))
        match row.name, args:
            case name, [x] if name in FUNCTIONS:
                return Irrational(self._tried(ONE, FUNCTIONS[row.name], self.real(x).text))
            case (("add" | "sub" | "mul"), [a, b]):
                return self._combined(row.name, a, b)
            case "div", [a, b]:
                return self._divided(self.real(a), self.real(b))
            case "pow", [a, Number() as b]:
                exponent = self.lines.floor(b)
                if exponent.high > MOST_POWER:
                    raise TooLong
                power = exponent.text if exponent.low >= 0 else f"_natural({exponent.text})"
                return Irrational(f"_each(lambda x, e: x ** e, {self.real(a).text}, {power})")
            case "neg", [a]:
                return Irrational(f"(-{self.real(a).text})")
            case "abs", [a]:
                return Irrational(f"abs({self.real(a).text})")
            case (("eq" | "ne" | "lt" | "le" | "gt" | "ge"), [a, b]):
                return Condition(f"({self._sign(self._combined('sub', a, b))} {COMPARISONS[row.name]} 0)")
            case "is_int", [a]:
                return self.whole(self.real(a))
            case (("floor" | "ceil" | "round"), [a, *to]):
                return self._rounded(row.name, a, to)
            case "quotient", [a, b]:
                return self._floored("floor", self._divided(self.real(a), self.real(b)))
            case "remainder", [a, b]:
                turns = self._floored("floor", self._divided(self.real(a), self.real(b)))
                return self._combined("sub", a, self._combined("mul", b, turns))
            case (("min" | "max"), _):
                return self._kth("1" if row.name == "min" else str(len(args)), args)
            case "median", _:
                return self._median(args)
            case "kth", [Number() as k, *rest]:
                place = self.lines.bind(self.lines.floor(k))
                known = 1 <= place.low <= len(rest) if place.literal else None
                inside = Condition(f"((1 <= {place.text}) & ({place.text} <= {len(rest)}))", known)
                self.guard = both(self.guard, inside)
                return self._kth(place.text, rest)
            case _:
                return None

    def scaled(self, argument: Argument, factor: Fraction) -> Irrational:
        """A number times a constant."""
        return self._combined("mul", argument, constant(factor))

    def _combined(self, op: str, a: Argument, b: Argument) -> Irrational:
        return Irrational(f"{RATIONAL[op]}({self.real(a).text}, {self.real(b).text})")

    def _kth(self, place: str, args: Sequence[Argument]) -> Irrational:
        return Irrational(f"_real_kth({', '.join([place, *(self.real(arg).text for arg in args)])})")

    def _median(self, args: Sequence[Argument]) -> Irrational:
        named = [self._named(self.real(arg)) for arg in args]
        upper = self._kth(str(len(args) // 2 + 1), named)
        if len(args) % 2:
            return upper
        total = self._combined("add", self._kth(str(len(args) // 2), named), upper)
        return self._combined("mul", total, constant(Fraction(1, 2)))

    def _divided(self, a: Irrational, b: Irrational) -> Irrational:
        return Irrational(self._tried(ONE, "_real_divide", a.text, b.text))

    def _floored(self, op: str, value: Irrational) -> Number:
        text = self._tried("0", f"_reals.Interval.{op}", value.text)
        return Number(Whole(text, -UNKNOWN, UNKNOWN), 1)

    def _rounded(self, op: str, a: Argument, to: Sequence[Argument]) -> Lowered:
        if not to:
            return self._floored(op, self.real(a))
        turns = self._floored(op, self._divided(self.real(a), self.real(to[0])))
        if isinstance(to[0], Number):
            return self.lines.multiply(turns, to[0])
        return self._combined("mul", turns, to[0])

    def whole(self, value: Irrational) -> Condition:
        """The condition that a number is whole."""
        return Condition(f"({self._tried('False', '_real_is_whole', value.text)} == True)")

    def solution(self, rows: Sequence[Sequence[Argument]], which: int) -> Irrational:
        """One unknown of a linear system, by Cramer's rule."""
        real = [[self._named(self.real(entry)) for entry in row] for row in rows]
        size = len(real)
        if size > 4:
            raise TooLong
        replaced = [[*row[:which], row[size], *row[which + 1 : size]] for row in real]
        bottom = self._determinant([row[:size] for row in real])
        return self._divided(self._determinant(replaced), bottom)

    def _determinant(self, rows: Sequence[Sequence[Irrational]]) -> Irrational:
        """By the formula of Leibniz: at most 24 products."""
        size, total = len(rows), self.real(constant(Fraction(0)))
        for order in permutations(range(size)):
            product = self.real(constant(Fraction(1)))
            for row, column in zip(rows, order, strict=True):
                product = self._combined("mul", product, row[column])
            inversions = sum(order[i] > order[j] for i in range(size) for j in range(i + 1, size))
            total = self._combined("sub" if inversions % 2 else "add", total, product)
        return total
