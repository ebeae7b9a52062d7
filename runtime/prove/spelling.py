"""Worlds in words: values as an author writes them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from mspec.compiler.ir import NodeId, Problem, Value
from mspec.compiler.types import ListOf, Num, RowOf, Tag, Type

MOST_DECIMALS = 6


def spelled(problem: Problem, value: Value, type_: Type) -> str:
    """One value: `$5.75`, `10%`, `2.5 km/h`, `7/3`, `[3, 5]`, `true`, `Mia`."""
    match type_:
        case ListOf(element):
            assert isinstance(value, tuple)
            return f"[{', '.join(spelled(problem, entry, element) for entry in value)}]"
        case RowOf(table) if isinstance(value, int):
            return problem.lexicon.table(table).row_name(value) or f"row {value + 1}"
        case Num() if isinstance(value, Fraction):
            return _number(value, type_)
        case _:
            return str(value).lower() if isinstance(value, bool) else str(value)


def world_text(problem: Problem, world: Mapping[NodeId, Value]) -> str:
    """`n = 23, price = $5.75, off = 10%`, in the order of declaration."""
    names = problem.names()
    return ", ".join(
        f"{names[node]} = {spelled(problem, world[node], problem.nodes[node].type)}" for node in sorted(world)
    )


def _number(value: Fraction, type_: Num) -> str:
    if type_.tag is Tag.PERCENT and type_.is_pure:
        return _digits(value * 100) + "%"
    sign = "-" if value < 0 else ""
    if type_.unit.is_money:
        symbol = type_.unit.currency or "$"
        return f"{sign}{symbol}{_digits(abs(value), least=2 if value.denominator != 1 else 0)}"
    unit = "" if type_.unit.is_plain else f" {type_.unit}"
    return sign + _digits(abs(value)) + unit


def _digits(value: Fraction, least: int = 0) -> str:
    """A decimal where it ends within a few places, else a fraction."""
    for places in range(least, MOST_DECIMALS + 1):
        scaled = value * 10**places
        if scaled.denominator == 1:
            whole, rest = divmod(abs(int(scaled)), 10**places)
            sign = "-" if value < 0 else ""
            return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"
    return str(value)
