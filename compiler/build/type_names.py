"""Type names as written -> types."""

from __future__ import annotations

from dataclasses import replace

from mspec.compiler import ast, libraries
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import nearest
from mspec.compiler.errors.names import UnknownNoun, UnknownType, UnknownUnit
from mspec.compiler.errors.types import DimensionMismatch, TooMany, WrongPlace
from mspec.compiler.ir import Given
from mspec.compiler.source import Span
from mspec.compiler.temperatures import declared_weight
from mspec.compiler.types import (
    BOOL,
    INT,
    PERCENT,
    PROBABILITY,
    RATIONAL,
    REAL,
    CountLabel,
    ListOf,
    NounType,
    Num,
    Opaque,
    Person,
    RowOf,
    Type,
    Word,
)  # fmt: skip
from mspec.compiler.units import CURRENCIES, Unit, currency, parse_unit
from mspec.compiler.units import UnknownUnit as UnknownSymbol

MAX_LIST = 32
ANY_QUANTITY = "quantity"
"""Stands before `[unit]` where there is no word for what the unit measures."""
UNIT_LIBRARIES = ("units.si", "units.us")
SIMPLE: dict[str, Type] = {
    "int": INT, "rational": RATIONAL, "real": REAL, "bool": BOOL, "percent": PERCENT, "probability": PROBABILITY,
    "money": Num(unit=currency("$")), "noun": NounType(), "word": Word(), "person": Person(),
}  # fmt: skip


def unit_of(draft: Draft, text: str, span: Span) -> Unit:
    """A unit text such as `km/h`. Raises Fault(UnknownUnit)."""
    try:
        return parse_unit(text, draft.environment.units)
    except UnknownSymbol as unknown:
        symbol = str(unknown.args[0])
        raise Fault(UnknownUnit(span, unit=symbol, library=library_of(symbol))) from None


def library_of(symbol: str) -> str:
    """The shipped library of units that declares a symbol, or an empty string."""
    for name in UNIT_LIBRARIES:
        source = libraries.find(name, None)
        items = libraries.parsed(source)[0].items if source is not None else ()
        if any(isinstance(item, ast.UnitDecl) and item.symbol == symbol for item in items):
            return name
    return ""


def label_of(draft: Draft, name: str, span: Span) -> CountLabel:
    """What `count(name)` counts: a noun given (rigid) or a noun of the lexicon."""
    node = draft.names.get(name)
    if name in draft.names and node is None:
        raise Fault
    if isinstance(node, int) and isinstance(draft.nodes[node], Given) and isinstance(draft.type(node), NounType):
        return CountLabel(name, rigid=True)
    if name in draft.environment.nouns:
        return CountLabel(name)
    raise Fault(UnknownNoun(span, name=name, nearest=nearest(name, draft.environment.nouns)))


def type_of(draft: Draft, name: ast.TypeName) -> Type:
    """Resolve a type name. Raises Fault."""
    if name.name == "count":
        return _count(draft, name)
    if name.name == "list":
        return _list(draft, name)
    simple = SIMPLE.get(name.name)
    if name.name == "money":
        return _money(draft, name)
    if simple is not None:
        return _with_per(draft, simple, name)
    if name.name in draft.environment.tables and not name.unit:
        return RowOf(name.name)
    if name.name in draft.environment.types and not name.unit and not name.arguments:
        return Opaque(name.name)
    if name.name in draft.environment.dimensions or name.name == ANY_QUANTITY:
        return _quantity(draft, name)
    environment = draft.environment
    known = [*SIMPLE, "count", "list", *environment.types, *environment.tables, *environment.dimensions]
    close = "int" if name.name in ("integer", "Int") else nearest(name.name, known)
    raise Fault(UnknownType(name.span, name=name.name, nearest=close))


def _count(draft: Draft, name: ast.TypeName) -> Type:
    if len(name.arguments) != 1 or not isinstance(name.arguments[0], ast.TypeName):
        raise Fault(UnknownType(name.span, name="count", nearest="count(noun)"))
    noun = name.arguments[0]
    counted = replace(INT, label=label_of(draft, noun.name, noun.span))
    return _with_per(draft, counted, name)


def _with_per(draft: Draft, type_: Type, name: ast.TypeName) -> Type:
    """`int[1/box]`, `count(wheel)[1/car]`: a number for each of something."""
    if not name.unit:
        return type_
    if isinstance(type_, Num) and name.unit.startswith("1/"):
        what = name.unit.removeprefix("1/")
        if what in draft.environment.units:
            return replace(type_, unit=unit_of(draft, name.unit, name.span), whole=False)
        return replace(type_, per=label_of(draft, what, name.span))
    raise Fault(
        WrongPlace(name.span, what=f"`[{name.unit}]`", way_out="write `[1/noun]`, or a quantity such as `length[m]`")
    )


def _money(draft: Draft, name: ast.TypeName) -> Type:
    """`money`, `money[€]`, `money[1/kg]`, `money[1/bagel]`, `money[€/kg]`, `money[€/$]`."""
    first, slash, rest = name.unit.partition("/")
    symbol = first if first not in ("", "1") else "$"
    if symbol not in CURRENCIES:
        raise Fault(UnknownUnit(name.span, unit=symbol))
    unit = draft.environment.units[symbol]
    if not slash:
        return Num(unit=unit)
    try:
        per_unit = parse_unit("1/" + rest, draft.environment.units)
        return Num(unit=unit * per_unit)
    except UnknownSymbol:
        return Num(unit=unit, per=label_of(draft, rest, name.span))


def _quantity(draft: Draft, name: ast.TypeName) -> Type:
    if not name.unit:
        raise Fault(WrongPlace(name.span, what=f"`{name.name}` without its unit", way_out=f"write `{name.name}[unit]`"))
    unit = unit_of(draft, name.unit, name.span)
    if name.name != ANY_QUANTITY and unit.dimension != draft.environment.dimensions[name.name]:
        raise Fault(DimensionMismatch(name.span, operator=name.name, left=name.name, right=f"the unit {unit}"))
    return Num(unit=unit, weight=declared_weight(name.name, unit))


def _list(draft: Draft, name: ast.TypeName) -> Type:
    match name.arguments:
        case (ast.TypeName() as element, ast.Number(value, "")) if value.denominator == 1 and value >= 1:
            if value > MAX_LIST:
                raise Fault(TooMany(name.span, what="list elements", limit=MAX_LIST))
            inner = type_of(draft, element)
            if isinstance(inner, (ListOf, RowOf)):
                raise Fault(
                    WrongPlace(element.span, what="a list of lists or rows", way_out="use a list of numbers or words")
                )
            return ListOf(inner, int(value))
        case _:
            raise Fault(UnknownType(name.span, name="list", nearest="list(T, n)"))
