"""Expressions as text with slots: literal pieces of plain ASCII, and places for the values of leaves.

A slot says how much the text around it forgives: a negative number needs parentheses unless it stands first, a fraction
only after `/` or beside `^`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import cast

from mspec.compiler.ir import Value
from mspec.compiler.ops import OPS, Operators
from mspec.compiler.types import Opaque
from mspec.runtime.render.english.number_words import ordinal_word
from mspec.runtime.steps.rounding import is_rounding, rounding_words
from mspec.runtime.steps.trace import Call, Expression, Leaf, Literal, Source, substituted, symbol

LONGEST_PRODUCT = 3
"""Powers up to this exponent are written as products."""


class Place(IntEnum):
    """Where a number stands."""

    FIRST = 0
    """Nothing before it: no parentheses."""
    INNER = 1
    """After an operator: a negative number in parentheses."""
    TIGHT = 2
    """A divisor, or beside `^`: only a natural number goes without parentheses."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A leaf to be filled in."""

    name: str
    source: Source
    place: Place


@dataclass(frozen=True, slots=True)
class Shown:
    """A constant that is shown by its type."""

    literal: Literal
    place: Place


@dataclass(frozen=True, slots=True)
class Shifted:
    """A whole leaf and a whole constant added to it, shown as one number: 8 for 9 - 1."""

    source: Source
    by: Fraction
    place: Place


Part = str | Slot
SentencePart = Part | Shown | Shifted

_LEVEL = {"or": 1, "and": 2, "not": 3, "eq": 4, "ne": 4, "lt": 4, "le": 4, "gt": 4, "ge": 4,
          "add": 5, "sub": 5, "mul": 6, "div": 6, "neg": 7, "pow": 8}  # fmt: skip
_SIGNS = {"mul": "×", "div": "÷", "eq": "=", "ne": "≠", "le": "≤", "ge": "≥"}
_RAISED: dict[Expression, str] = {Literal(Fraction(2)): "²", Literal(Fraction(3)): "³"}
_HOLE = re.compile(r"\{(all|rest|\d)(?::(ordinal))?\}")
_INFIX = frozenset({"and", "or", "eq", "ne", "lt", "le", "gt", "ge"})


def number(value: Fraction, place: Place = Place.FIRST) -> str:
    """An exact number: "30", "5/2", "(-3)"."""
    text = str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
    wrapped = (value < 0 and place >= Place.INNER) or (value.denominator != 1 and place == Place.TIGHT)
    return f"({text})" if wrapped else text


def constant(value: Value, place: Place = Place.FIRST) -> str:
    """Any value as a claim spells it: numbers, `true`, quoted text, lists."""
    match value:
        case bool():
            return "true" if value else "false"
        case Fraction():
            return number(value, place)
        case int():
            return str(value)
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case tuple():
            return "[" + ", ".join(constant(item) for item in value) + "]"


def layout(expression: Expression) -> list[Part]:
    """The text of an expression, as equations and claims have it.

    Args:
        expression: `if`-free; operators that are not spelled by a symbol are written as functions.
    """
    parts = _Writer().written(expression)
    return [part for part in parts if isinstance(part, str | Slot)]


def symbolic(expression: Expression) -> str:
    """The expression over names: "n * price"; a system as it would be written in a spec."""
    writer = _Writer(powers=True)
    if isinstance(expression, Call) and expression.op == "solve_linear":
        names, which = expression.data[0], expression.data[1]
        assert isinstance(names, tuple) and isinstance(which, int)
        equations = ", ".join(symbolic(equation) for equation in substituted(expression, Source(-1)))
        return f"solve([{equations}], [{', '.join(names)}]).{names[which]}"
    if isinstance(expression, Call) and expression.op == "root":
        expression = Call("root", (*expression.args, Literal(Fraction(_degree(expression)))))
    parts = writer.written(expression)
    return "".join(part.name if isinstance(part, Slot) else str(part) for part in parts)


_WRITTEN = {"+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow", "neg": "neg"}


def infixed(expression: Expression, operators: Operators) -> Expression:
    """The expression with the signs that it is written with where a library type has them: `x - p`, not `minus(x, p)`.
    For `symbolic` only."""
    match expression:
        case Call(op, args, data):
            sign = _WRITTEN.get(operators[op].composes) if op in operators else None
            return Call(sign or op, tuple(infixed(arg, operators) for arg in args), data)
        case Literal(str() as text, Opaque()) if text.isidentifier():
            return Leaf(text, Source(-1))
        case _:
            return expression


def spoken(
    expression: Expression, whole: Callable[[Source], bool] | None = None, operators: Operators = OPS
) -> list[SentencePart]:
    """The text of an expression for a sentence: × and ÷, functions in words, constants shown by their type.

    Args:
        whole: which leaves are whole numbers, where quotients of such are to be written as fractions: 8/11.
        operators: the table of the problem.
    """
    return _Writer(powers=True, words=True, whole=whole, operators=operators).written(expression)


def unwrapped(expression: Expression) -> Expression:
    """The expression without what changes neither its value nor its text."""
    while isinstance(expression, Call) and expression.op in ("same", "magnitude"):
        (expression,) = expression.args
    return expression


def _degree(root: Call) -> int:
    (degree,) = root.data
    assert isinstance(degree, int)
    return degree


class _Writer:
    """`powers`: `x^2` stays a power. `words`: for a sentence. `whole`: quotients of such leaves are fractions."""

    def __init__(
        self,
        *,
        powers: bool = False,
        words: bool = False,
        whole: Callable[[Source], bool] | None = None,
        operators: Operators = OPS,
    ) -> None:
        self.powers, self.words, self.whole, self.operators = powers, words, whole, operators
        self.parts: list[SentencePart] = []

    def written(self, expression: Expression) -> list[SentencePart]:
        self.write(expression, 0, first=True, tight=False)
        merged: list[SentencePart] = []
        for part in self.parts:
            if merged and isinstance(part, str) and isinstance(merged[-1], str):
                merged[-1] += part
            else:
                merged.append(part)
        return merged

    def write(self, expression: Expression, level: int, *, first: bool, tight: bool) -> None:
        """Append an expression that must bind at least as tightly as `level`."""
        place = Place.TIGHT if tight else Place.FIRST if first else Place.INNER
        match expression:
            case Leaf(name, source):
                self.parts.append(Slot(name, source, place))
            case Literal(value):
                self.parts.append(Shown(expression, place) if self.words else constant(value, place))
            case Call("same", (inner,)):
                self.write(inner, level, first=first, tight=tight)
            case Call("convert", (inner,), (factor,)):
                assert isinstance(factor, (int, Fraction))
                self.write(_converted(inner, Fraction(factor)), level, first=first, tight=tight)
            case Call("pow", (base, Literal(Fraction() as exponent))) if not self.powers and self._expands(exponent):
                product: Expression = base
                for _ in range(int(exponent) - 1):
                    product = Call("mul", (product, base))
                self.write(product, level, first=first, tight=tight)
            case Call("div", (above, below)) if self._is_fraction(above, below):
                self._fraction(above, below, first=first, tight=tight)
            case Call(op, args) if op in _LEVEL:
                wrapped = _LEVEL[op] < level or (op == "neg" and not first)
                if wrapped:
                    self.parts.append("(")
                self._operator(op, args, first=first or wrapped)
                if wrapped:
                    self.parts.append(")")
            case Call("lookup", (row,), (column, *_)):
                self.write(row, 0, first=True, tight=False)
                self.parts.append(f".{column}")
            case Call("list", args):
                self._listed("[", args, "]")
            case Call() if self.words and is_rounding(expression):
                words = rounding_words(expression)
                self._worded(f"{{0}}, {words}", expression.args, wrapped=level > 0)
            case Call("pi"):
                self.parts.append("π" if self.words else "pi")
            case Call("sqrt", (inner,)) if self.words:
                self.parts.append("√")
                bare = isinstance(unwrapped(inner), Leaf)
                self.parts.append("" if bare else "(")
                self.write(inner, 0, first=not bare, tight=bare)
                self.parts.append("" if bare else ")")
            case Call("magnitude", (inner,)) if self.words:
                self.write(inner, level, first=first, tight=tight)
            case Call("factorial", (inner,)) if self.words:
                self.write(inner, _LEVEL["pow"] + 1, first=False, tight=True)
                self.parts.append("!")
            case Call("exp" | "ln" as op, args) if self.words and level <= _LEVEL["pow"]:
                self._listed("e^(" if op == "exp" else "ln(", args, ")")
            case Call("abs", (inner,)) if self.words:
                self.parts.append("|")
                self.write(inner, 0, first=True, tight=False)
                self.parts.append("|")
            case Call(op, args) if self.words and op in self.operators and self.operators[op].words:
                known = self.operators[op]
                self._worded((len(args) == 2 and known.words_of_two) or known.words, args, wrapped=level > 0)
            case Call(op, args):
                self._listed(f"{symbol(op)}(", args, ")")

    # ------------------------------------------------------------------------------------ fractions

    def _is_fraction(self, above: Expression, below: Expression) -> bool:
        """True where a quotient is written as a fraction: of constants always, else if it is wanted."""
        if not self.words:
            return False
        if isinstance(above, Literal) and isinstance(below, Literal):
            return _is_whole(above) and _is_whole(below)
        return self.whole is not None and all(map(self._is_plain, (above, below)))

    def _is_plain(self, expression: Expression) -> bool:
        """A whole number by name, or a sum of such."""
        match unwrapped(expression):
            case Leaf(_, source):
                return self.whole is not None and self.whole(source)
            case Literal() as literal:
                return _is_whole(literal)
            case Call("add" | "sub", args):
                return all(map(self._is_plain, args))
            case _:
                return False

    def _fraction(self, above: Expression, below: Expression, *, first: bool, tight: bool) -> None:
        if tight:
            self.parts.append("(")
        self._part_of_fraction(unwrapped(above), Place.FIRST if first or tight else Place.INNER)
        self.parts.append("/")
        self._part_of_fraction(unwrapped(below), Place.TIGHT)
        if tight:
            self.parts.append(")")

    def _part_of_fraction(self, part: Expression, place: Place) -> None:
        match part:
            case Call("add" | "sub" as op, (Leaf(_, source), Literal(Fraction() as by))):
                self.parts.append(Shifted(source, by if op == "add" else -by, place))
            case Call("add", (Literal(Fraction() as by), Leaf(_, source))):
                self.parts.append(Shifted(source, by, place))
            case Call():
                self.parts.append("(")
                self.write(part, 0, first=True, tight=False)
                self.parts.append(")")
            case _:
                self.write(part, _LEVEL["pow"], first=place == Place.FIRST, tight=place == Place.TIGHT)

    @staticmethod
    def _expands(exponent: Fraction) -> bool:
        return exponent.denominator == 1 and 1 <= exponent <= LONGEST_PRODUCT

    def _listed(self, before: str, args: tuple[Expression, ...], after: str) -> None:
        self.parts.append(before)
        for position, arg in enumerate(args):
            if position:
                self.parts.append(", ")
            self.write(arg, 0, first=True, tight=False)
        self.parts.append(after)

    def _worded(self, template: str, args: tuple[Expression, ...], *, wrapped: bool) -> None:
        """A function by its words, "{0}, rounded up"; `{all}` is a list, `{rest}` one of all but the first, and
        `{1:ordinal}` a whole number as "second"."""
        if wrapped:
            self.parts.append("(")
        end = 0
        for hole in _HOLE.finditer(template):
            self.parts.append(template[end : hole.start()])
            end = hole.end()
            piece, counts = hole.groups()
            chosen = {"all": args, "rest": args[1:]}.get(piece) or args[int(piece) : int(piece) + 1]
            if counts and isinstance(chosen[0], Literal):
                self.parts.append(ordinal_word(int(cast(Fraction, chosen[0].value))))
                continue
            # Between words, "4 + 4 choose 4" would be read in two ways; not at the end of "the zeros of".
            ends = end == len(template) and template.startswith("the ")
            level = _LEVEL["pow"] if len(args) > 1 and piece.isdigit() and not ends else 0
            for position, arg in enumerate(chosen):
                if position:
                    self.parts.append(" and " if position == len(chosen) - 1 else ", ")
                self.write(arg, level, first=True, tight=False)
            self.parts.append("-th" if counts else "")
        self.parts.append(template[end:])
        if wrapped:
            self.parts.append(")")

    def _operator(self, op: str, args: tuple[Expression, ...], *, first: bool) -> None:
        level = _LEVEL[op]
        if op in ("neg", "not"):
            self.parts.append("-" if op == "neg" else "not ")
            self.write(args[0], level, first=op == "not", tight=False)
            return
        if op == "pow":
            self.write(args[0], level + 1, first=False, tight=True)
            if self.words and args[1] in _RAISED:
                self.parts.append(_RAISED[args[1]])
                return
            self.parts.append("^")
            self.write(args[1], level + 1, first=False, tight=True)
            return
        left, right = args
        inner_first = first if op not in _INFIX else True
        # Comparisons do not associate; of the others the left operand may be of the same level.
        self.write(left, level + (_LEVEL["eq"] == level), first=inner_first, tight=False)
        self.parts.append(f" {_SIGNS.get(op, symbol(op)) if self.words else symbol(op)} ")
        self.write(right, level + 1, first=op in _INFIX, tight=op == "div")


def _is_whole(literal: Literal) -> bool:
    return isinstance(literal.value, Fraction) and literal.value.denominator == 1


def _converted(inner: Expression, factor: Fraction) -> Expression:
    if factor == 1:
        return inner
    if factor.numerator == 1:
        return Call("div", (inner, Literal(Fraction(factor.denominator))))
    return Call("mul", (inner, Literal(factor)))
