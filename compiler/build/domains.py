"""Domains of givens: sets, ranges with their stride, what a noun or a table offers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from mspec.compiler import ast
from mspec.compiler.build import opaque
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import nearest
from mspec.compiler.build.literals import writable
from mspec.compiler.errors.domains import EmptyDomain, MissingDomain, WrongDomain
from mspec.compiler.errors.names import UnknownField, UnknownName, UnknownNoun
from mspec.compiler.errors.types import NotAPercent, NotConstant, TooMany, UnknownFlag
from mspec.compiler.ir import Domain, Given, Lattice, NounAttribute, Value, Values
from mspec.compiler.source import Span
from mspec.compiler.temperatures import READING, reading_in
from mspec.compiler.types import Bool, ListOf, NounType, Num, Opaque, Person, RowOf, Tag, Type, Word, show
from mspec.compiler.units import PLAIN, Unit, same_kind_of_money

Constant = Callable[[ast.Expr], tuple[Value, Type]]
"""Evaluates a constant expression to its value and type (raises Fault(NotConstant))."""


def number_in(
    draft: Draft,
    expr: ast.Expr,
    type_: Num,
    constant: Constant,
    *,
    fallback: Unit | None = None,
    stride: bool = False,
) -> Fraction:
    """A constant as a number in the unit of `type_`. `fallback`: the unit that a bare number takes (`5..30 m/s`).
    `stride`: it is what lies between two values, of temperatures a difference.

    Raises:
        Fault: not constant, or of another dimension, or a plain number where a percent is meant.
    """
    value, found = constant(expr)
    if not isinstance(value, Fraction) or not isinstance(found, Num):
        raise Fault(
            WrongDomain(expr.span, type=show(type_), why=f"this is {show(found)}", way_out="use numbers of that type")
        )
    if type_.tag is Tag.PERCENT and not _is_percent(expr, found, constant):
        spelling = expr.spelling if isinstance(expr, ast.Number) and expr.spelling else str(value)
        raise Fault(NotAPercent(expr.span, spelling=spelling))
    unit = fallback if fallback is not None and found.unit.is_plain else found.unit
    if unit.is_money and not type_.unit.is_money and unit.currency == type_.unit.currency:
        unit = type_.unit  # `money[1/kg] in $1..$5`: the price of one
    if unit.is_plain and type_.unit.is_for_each:
        unit = type_.unit  # `count(beat)[1/min] in 60..120`: so many for each
    if type_.unit.dimension != unit.dimension:
        symbol = type_.unit.currency
        example = f"{symbol}{value}" if symbol else f"{value} {type_.unit}".strip()
        why = "another currency" if same_kind_of_money(unit, type_.unit) else f"this is {show(found)}"
        raise Fault(WrongDomain(expr.span, type=show(type_), why=why, way_out=f"write `{example}`"))
    if type_.weight == READING and not stride:
        value = reading_in(value, unit, type_.unit)
    else:
        value *= unit.factor_to(type_.unit)
    if type_.whole and value.denominator != 1:
        raise Fault(WrongDomain(expr.span, type=show(type_), why=f"{value} is not whole", way_out="use whole numbers"))
    return _written(value, expr.span)


def _is_percent(expr: ast.Expr, found: Num, constant: Constant) -> bool:
    """A percent, or the part of one: `50%/3`, which no decimal can write."""
    if found.tag is Tag.PERCENT:
        return True
    match expr:
        case ast.Unary("-", operand):
            return _is_percent(operand, found, constant)
        case ast.Binary("/", left, right):
            above, below = constant(left)[1], constant(right)[1]
            return (
                isinstance(above, Num)
                and _is_percent(left, above, constant)
                and isinstance(below, Num)
                and below.is_pure
            )
        case _:
            return False


def _written(value: Fraction, span: Span) -> Fraction:
    if not writable(value):
        raise Fault(NotConstant(span, way_out="this number is too long"))
    return value


def _decimals(expr: ast.Expr) -> int:
    """Digits shown after the point."""
    if isinstance(expr, ast.Unary):
        return _decimals(expr.operand)
    if isinstance(expr, ast.Number):
        digits = expr.spelling.strip("$€£¥%").split(" ")[0] if expr.spelling else ""
        if digits:
            return len(digits.partition(".")[2])
        places = 0
        while places < 12 and (expr.value * 10**places).denominator != 1:
            places += 1
        return places
    return 0


def lattice(draft: Draft, expr: ast.Range, type_: Num, constant: Constant) -> Lattice:
    """`low..high [by stride]`. Without `by`, the stride is the precision shown."""
    _, high_type = constant(expr.high)
    _, low_type = constant(expr.low)
    units = [t.unit for t in (low_type, high_type) if isinstance(t, Num) and not t.unit.is_plain]
    unit = units[-1] if units else PLAIN
    if unit.is_money and not type_.unit.is_money and unit.currency == type_.unit.currency:
        unit = type_.unit  # as in `number_in`: the price of one
    if unit.is_plain and type_.unit.is_for_each:
        unit = type_.unit  # as in `number_in`: so many for each
    low = number_in(draft, expr.low, type_, constant, fallback=unit)
    high = number_in(draft, expr.high, type_, constant, fallback=unit)
    if expr.stride is not None:
        stride = number_in(draft, expr.stride, type_, constant, fallback=unit, stride=True)
    else:
        stride = Fraction(1, 10 ** max(_decimals(expr.low), _decimals(expr.high)))
        if type_.tag is Tag.PERCENT:
            stride /= 100
        stride *= unit.factor_to(type_.unit)
        if type_.whole:
            stride = Fraction(max(1, int(stride)))
    if stride <= 0:
        raise Fault(EmptyDomain(expr.span, why="the stride is not positive"))
    if high < low:
        raise Fault(EmptyDomain(expr.span, why="the upper bound is below the lower one"))
    size = Lattice(low, high, stride).size
    if size > 2**62:
        raise Fault(TooMany(expr.span, what="values of a domain", limit=2**62))
    return Lattice(low, _written(low + stride * (size - 1), expr.span), stride)


def domain_of(draft: Draft, given: ast.Given, name: str, type_: Type, constant: Constant) -> Domain:
    """The domain of one given. Raises Fault."""
    element = type_.element if isinstance(type_, ListOf) else type_
    expr = given.domain
    if given.where is not None and not isinstance(element, RowOf):
        raise Fault(UnknownFlag(given.span, flag="where", type=show(type_)))
    if isinstance(element, RowOf):
        return _rows(draft, given, element, constant)
    if isinstance(element, Bool) and expr is None:
        return Values((False, True))
    if isinstance(element, Person) and expr is None:
        people = draft.environment.tables.get("people")
        if people is None:
            raise Fault(MissingDomain(given.span, name=name, type="person"))
        return Values(tuple(row[0] for row in people.rows))
    if expr is None:
        raise Fault(MissingDomain(given.span, name=name, type=show(type_)))
    if isinstance(expr, ast.Range):
        if not isinstance(element, Num):
            raise Fault(
                WrongDomain(expr.span, type=show(type_), why="a range is of numbers", way_out="write `{a, b, c}`")
            )
        return lattice(draft, expr, element, constant)
    if isinstance(expr, ast.Field) and isinstance(expr.target, ast.Name):
        return _attribute(draft, expr, expr.target.id, element)
    if isinstance(expr, ast.SetOf):
        values = tuple(dict.fromkeys(_value(draft, item, element, constant) for item in expr.items))
        if not values:
            raise Fault(EmptyDomain(expr.span, why="the set has no element"))
        return Values(values)
    if isinstance(expr, ast.Name) and isinstance(element, NounType):
        return _below(draft, expr)
    raise Fault(
        WrongDomain(
            expr.span,
            type=show(type_),
            why="not a set or a range",
            way_out="write `in {a, b}` or `in low..high`",
        )
    )


def _below(draft: Draft, expr: ast.Name) -> Domain:
    """`item : noun in fruit`: every noun below fruit that has none below itself."""
    nouns = draft.environment.nouns
    parents = {entry.parent for entry in nouns.values()}
    chosen = tuple(n for n in nouns if n != expr.id and n not in parents and expr.id in draft.environment.ancestors(n))
    if expr.id not in nouns:
        raise Fault(UnknownNoun(expr.span, name=expr.id, nearest=nearest(expr.id, nouns)))
    if not chosen:
        raise Fault(EmptyDomain(expr.span, why=f"no noun is declared below {expr.id}"))
    return Values(chosen)


def _value(draft: Draft, expr: ast.Expr, type_: Type, constant: Constant) -> Value:
    """One element of a set domain."""
    if isinstance(type_, Num):
        return number_in(draft, expr, type_, constant)
    if isinstance(type_, Bool) and isinstance(expr, ast.Boolean):
        return expr.value
    if isinstance(type_, NounType) and isinstance(expr, ast.Name):
        if expr.id not in draft.environment.nouns:
            raise Fault(UnknownNoun(expr.span, name=expr.id, nearest=nearest(expr.id, draft.environment.nouns)))
        return expr.id
    if isinstance(type_, (Word, Person)) and isinstance(expr, ast.String):
        people = draft.environment.tables.get("people")
        if isinstance(type_, Person) and (people is None or all(row[0] != expr.value for row in people.rows)):
            raise Fault(UnknownName(expr.span, name=expr.value))
        return expr.value
    if isinstance(type_, Opaque) and (text := opaque.literal(draft, expr, type_)) is not None:
        return text
    way_out = {
        NounType: "nouns stand bare: `{muffin, bagel}`",
        Word: 'words are quoted: `{"red", "blue"}`',
    }.get(type(type_), "use values of that type")
    if isinstance(type_, Opaque):
        way_out = f'values of that type are quoted: `{{"{draft.environment.types[type_.name].example}"}}`'
    raise Fault(WrongDomain(expr.span, type=show(type_), why="a value of another sort", way_out=way_out))


def _attribute(draft: Draft, expr: ast.Field, target: str, element: Type) -> Domain:
    """`item.price`: what each noun that `item` may be offers; or `muffin.price`, a fixed noun's."""
    node = draft.names.get(target)
    if target in draft.names and node is None:
        raise Fault
    nouns = draft.environment.nouns
    given = draft.nodes[node] if isinstance(node, int) else None
    if isinstance(given, Given) and isinstance(given.type, NounType) and isinstance(given.domain, Values):
        drawn = [str(v) for v in given.domain.values]
    elif target in nouns:
        drawn = [target]
    else:
        raise Fault(UnknownName(expr.span, name=target, nearest=nearest(target, [*draft.names, *nouns])))
    choices = []
    for noun in drawn:
        offered = _inherited(draft, noun, expr.name)
        if offered is None:
            known = ", ".join(key for key, _ in nouns[noun].attributes)
            raise Fault(UnknownField(expr.span, target=noun, name=expr.name, known=known))
        choices.append(offered)
    if not isinstance(element, Num):
        raise Fault(
            WrongDomain(
                expr.span,
                type=show(element),
                why="an attribute is a range of numbers",
                way_out="declare a number",
            )
        )
    if target in nouns and not isinstance(given, Given):
        return choices[0]
    assert isinstance(node, int)
    return NounAttribute(node, expr.name, tuple(choices))


def _inherited(draft: Draft, noun: str, attribute: str) -> Lattice | Values | None:
    for ancestor in draft.environment.ancestors(noun):
        entry = draft.environment.nouns.get(ancestor)
        if entry is not None and attribute in dict(entry.attributes):
            return dict(entry.attributes)[attribute]
    return None


def _rows(draft: Draft, given: ast.Given, type_: RowOf, constant: Constant) -> Domain:
    """The rows of a table for which the `where` holds; columns stand under their names in it."""
    table = draft.environment.tables[type_.table]
    kept: list[Value] = []
    for number, row in enumerate(table.rows):
        if given.where is not None:
            bound = substitute_columns(
                given.where, {c[0]: (row[i], c[1]) for i, c in enumerate(table.columns)}, given.names
            )
            value, _ = constant(bound)
            if not isinstance(value, bool):
                raise Fault(NotConstant(given.where.span, way_out="`where` is a condition on the columns"))
            if not value:
                continue
        kept.append(number)
    if not kept:
        raise Fault(EmptyDomain(given.span, why=f"no row of {type_.table} satisfies the `where`"))
    return Values(tuple(kept))


def substitute_columns(expr: ast.Expr, columns: dict[str, tuple[Value, Type]], names: tuple[str, ...]) -> ast.Expr:
    """Replace columns, bare or as `p.column`, by their values in one row."""
    from mspec.compiler.build.literals import literal
    from mspec.compiler.build.substitute import substitute

    bare = {name: literal(value, type_) for name, (value, type_) in columns.items()}
    fields = {(given, name): found for given in names for name, found in bare.items()}
    return substitute(expr, bare, fields)
