"""What a sentence of a worked solution is put together from, and numbers in their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.ir import Value
from mspec.compiler.types import Num, Tag
from mspec.compiler.units import currency
from mspec.runtime.steps.layout import Place, SentencePart, unwrapped
from mspec.runtime.steps.trace import Call, Expression, Source

_FRACTION = re.compile(r"\d/\d")
_DIGITS = re.compile(r"\(?-?[\d.,]+\)?")


def without_conversion(operand: Expression) -> Expression:
    """What stands in another unit as it was before; only where that is a value by itself."""
    inner = unwrapped(operand)
    if isinstance(inner, Call) and inner.op == "convert" and not isinstance(inner.args[0], Call):
        return inner.args[0]
    return inner


def times(coefficient: str, name: str) -> str:
    """ "5x"; "x" for 1; "1/4 × x", "5 × adult"."""
    if coefficient in ("1", "-1"):
        return coefficient[:-1] + name
    close = len(name) == 1 and (coefficient == ")" or _DIGITS.fullmatch(coefficient))
    return f"{coefficient}{'' if close else ' × '}{name}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that every sentence fills in its own way."""

    name: str


@dataclass(frozen=True, slots=True)
class Result:
    """A value with its unit."""

    source: Source
    place: Place = Place.FIRST


@dataclass(frozen=True, slots=True)
class Equal:
    """A value with its unit, = or ≈ before it."""

    source: Source


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A value times a name: 5x, x for 1."""

    source: Source
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Texts:
    """A text, or one a row."""

    texts: list[str] | str


Part = SentencePart | Mark | Result | Equal | Coefficient | Texts


SUBJECT = Mark("subject")
RELATION = Mark("relation")


def capital(parts: list[Part]) -> list[Part]:
    first = parts[0]
    return ["The ", *parts[1:]] if first == "the " else parts


_OPERANDS: ByIdentity[Num, Num] = ByIdentity(1 << 10)


def operand_type(type_: Num) -> Num:
    """How a number is shown within a computation: without its unit, money with its sign."""
    found = _OPERANDS.get(type_)
    if found is None:
        made = _operand_type(type_)
        found = _OPERANDS.keep(type_, type_ if made == type_ else made)
    return found


def _operand_type(type_: Num) -> Num:
    symbol = type_.unit.currency
    if symbol is not None and (symbol, 1) in type_.unit.symbols:
        return Num(unit=currency(symbol))
    tag = Tag.NONE if not type_.unit.is_plain else type_.tag
    return Num(exact=type_.exact, tag=tag)


def at_place(text: str, value: Value, place: Place) -> str:
    """A shown number in its place: negative ones, and fractions beside ÷, in parentheses."""
    if not isinstance(value, Fraction):
        return text
    negative = value.numerator < 0 and place >= Place.INNER
    is_sum = place >= Place.INNER and ("√" in text or "π" in text) and (" + " in text or " - " in text)
    wrapped = negative or is_sum or (place == Place.TIGHT and _FRACTION.search(text) is not None)
    return f"({text})" if wrapped else text


def wraps(texts: list[str], values: list[Value]) -> bool:
    """Whether any of these numbers may need parentheses somewhere."""
    joined = "".join(texts)
    return (
        "/" in joined
        or "√" in joined
        or "π" in joined
        or any(isinstance(value, Fraction) and value.numerator < 0 for value in values)
    )


def value_text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
