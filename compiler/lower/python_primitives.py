"""Primitives of plug-ins in generated Python: a table of all their values, or a call for every row."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Protocol

from mspec.compiler.ir import Value
from mspec.compiler.lower.scales import (
    FALSE,
    TRUE,
    UNKNOWN,
    Coded,
    Condition,
    Irrational,
    Lines,
    Listed,
    Lowered,
    Number,
    Spelling,
    Whole,
    as_whole,
    constant,
)
from mspec.compiler.ops import Op
from mspec.compiler.plugins import NoValue, called, load
from mspec.compiler.types import Bool, Num, Type

MOST_LISTED = 256
"""So many tuples of arguments are evaluated when the problem is compiled, and not once a row."""


@dataclass(frozen=True, slots=True)
class Made:
    """What stands for the value, and where it has one."""

    value: Lowered
    guard: Condition


class Host(Protocol):
    """What is used of the lowering of expressions."""

    lines: Lines

    def picked(self, values: tuple[int | bool | str, ...], place: str) -> str:
        """Text for the value at a place of a table."""

    def spelt(self, value: Coded | Spelling) -> str:
        """Text for a column of canonical texts."""


# ----------------------------------------------------------------------------------------------------- tables


def listed(host: Host, row: Op, args: Sequence[Lowered], type_: Type) -> Made | None:
    """The values for all that the arguments may be, as a table; None if these are too many."""
    choices = [_choices(arg) for arg in args]
    known = [choice for choice in choices if choice is not None]
    if len(known) < len(choices) or math.prod(map(len, known)) > MOST_LISTED:
        return None
    values: list[Value | None] = []
    for arguments in product(*known):
        try:
            values.append(called(row, arguments))
        except NoValue:
            values.append(None)
    place = _place(args, known)
    exists = tuple(value is not None for value in values)
    if not any(exists):
        return Made(_nothing(type_), FALSE)
    guard = TRUE if all(exists) else Condition(host.picked(exists, place))
    some = next(value for value in values if value is not None)
    return Made(_table(host, [some if value is None else value for value in values], place), guard)


def _choices(arg: Lowered) -> tuple[Value, ...] | None:
    match arg:
        case Coded(_, values):
            return values
        case Number() if arg.constant is not None:
            return (arg.constant,)
        case Condition(known=bool(known)):
            return (known,)
        case _:
            return None


def _place(args: Sequence[Lowered], choices: Sequence[tuple[Value, ...]]) -> str:
    """The place of a tuple of arguments among all of them, the last one counted fastest."""
    parts: list[str] = []
    fixed, stride = 0, 1
    for arg, values in zip(reversed(args), reversed(choices), strict=True):
        if isinstance(arg, Coded) and len(values) > 1:
            if arg.text.isdecimal():
                fixed += int(arg.text) * stride
            else:
                parts.insert(0, arg.text if stride == 1 else f"({arg.text}) * {stride}")
            stride *= len(values)
    if not parts:
        return str(fixed)
    if fixed:
        parts.append(str(fixed))
    return parts[0] if len(parts) == 1 else " + ".join(parts)


def _table(host: Host, values: Sequence[Value], place: str) -> Lowered:
    if len(set(values)) == 1:
        return _constant(values[0])
    numbers = [value for value in values if isinstance(value, Fraction)]
    if len(numbers) == len(values):
        den = math.lcm(*(number.denominator for number in numbers))
        wholes = tuple(int(number * den) for number in numbers)
        return Number(Whole(host.picked(wholes, place), min(wholes), max(wholes)), den)
    truths = tuple(value for value in values if isinstance(value, bool))
    if len(truths) == len(values):
        return Condition(host.picked(truths, place))
    texts = tuple(dict.fromkeys(values))
    return Coded(host.picked(tuple(texts.index(value) for value in values), place), texts)


def _constant(value: Value) -> Lowered:
    match value:
        case bool():
            return TRUE if value else FALSE
        case Fraction():
            return constant(value)
        case _:
            return Coded("0", (value,))


def _nothing(type_: Type) -> Lowered:
    """What stands for a value that exists in no row."""
    if isinstance(type_, Num):
        return constant(Fraction(0))
    return FALSE if isinstance(type_, Bool) else Coded("0", ("",))


# ------------------------------------------------------------------------------------------------------ calls


def call(host: Host, row: Op, args: Sequence[Lowered], type_: Type, where: Condition) -> Made:
    """The primitive on every row in which its arguments have values (`where`), once for each tuple of them."""
    kinds, texts = "", []
    for arg in args:
        match arg:
            case Number(num, den):
                kinds += "n"
                texts += [num.text, as_whole(den).text]
            case Condition(text):
                kinds += "b"
                texts.append(text)
            case Coded() | Spelling():
                kinds += "t"
                texts.append(host.spelt(arg))
            case Listed() | Irrational():
                raise TypeError(f"{row.name} takes exact values only")
    lines = host.lines
    value, valid = lines.temporary(), lines.temporary()
    version = load(row.plugin).version
    made = f"{row.plugin!r}, {version!r}, {row.name!r}, {kinds!r}, {where.text}, {', '.join(texts)}"
    if isinstance(type_, Num):
        below = lines.temporary()
        lines.body.append(f"{value}, {below}, {valid} = _primitive_number({made})")
        whole = Whole(value, -UNKNOWN, UNKNOWN)
        number = Number(whole, 1 if type_.whole else Whole(below, 1, UNKNOWN))
        return Made(number, Condition(valid))
    function = "_primitive_truth" if isinstance(type_, Bool) else "_primitive_text"
    lines.body.append(f"{value}, {valid} = {function}({made})")
    return Made(Condition(value) if isinstance(type_, Bool) else Spelling(value), Condition(valid))
