"""Top-level declarations -> the environment: nouns, units, tables, defs, library rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mspec.compiler import ast, plugins
from mspec.compiler.build import opaque
from mspec.compiler.build.domains import lattice, number_in
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import TOP_NOUN, Environment, nearest
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.rules import check_declaration
from mspec.compiler.build.substitute import children, free_names
from mspec.compiler.build.type_names import SIMPLE, type_of, unit_of
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors.domains import WrongDomain
from mspec.compiler.errors.names import (
    CyclicSteps,
    DuplicateName,
    UnitWithoutSize,
    UnknownName,
    UnknownNoun,
    WrongArity,
)
from mspec.compiler.errors.plugins import PluginClash
from mspec.compiler.errors.text import PluralUnknown
from mspec.compiler.errors.types import WrongPlace
from mspec.compiler.ir import Lattice, NounEntry, Table, Value, Values
from mspec.compiler.ops import CONSTANTS, FUNCTIONS
from mspec.compiler.plurals import plural_of
from mspec.compiler.source import Span
from mspec.compiler.temperatures import TEMPERATURE
from mspec.compiler.types import NounType, Num, Opaque, Person, Type, Word, show
from mspec.compiler.units import Exponents, Unit


def declare(items: Sequence[ast.Item], environment: Environment, *, bodies: bool = True) -> list[Diagnostic]:
    """Add a file's declarations to the environment; all faults are reported, those in `bodies` of rules where wanted.

    Units come first, then nouns, tables, defs: each may use what stands before it, in any order of the file.
    """
    draft = Draft(environment)
    kinds = (ast.UnitDecl, ast.NounDecl, ast.TableDecl, ast.Def, ast.RuleDecl)
    for kind in kinds:
        for item in items:
            if isinstance(item, kind):
                try:
                    _declare(draft, item, bodies)
                except Fault as fault:
                    draft.attempt(fault)
                    if not isinstance(fault.diagnostic, DuplicateName):
                        _refuse(environment, item)
    draft.found += _parents(items, environment)
    draft.found += _cycles(environment, [item for item in items if isinstance(item, ast.Def)])
    return draft.found


def _declare(draft: Draft, item: ast.Item, bodies: bool) -> None:
    match item:
        case ast.UnitDecl():
            _unit(draft, item)
        case ast.NounDecl():
            _noun(draft, item)
        case ast.TableDecl():
            _table(draft, item)
        case ast.Def():
            _claim(draft.environment, item.name, item.span)
            unbound = free_names(item.value) - {p.name for p in item.parameters}
            foreign = sorted(n for n in unbound if n not in draft.environment.nouns and n not in CONSTANTS)
            draft.environment.defs[item.name] = item
            _check_def(draft, item, foreign)
        case ast.RuleDecl():
            _claim(draft.environment, item.name, item.span)
            draft.environment.rules[item.name] = item
            if bodies:
                check_declaration(draft, item)
        case _:
            pass


def _refuse(
    environment: Environment, item: ast.UnitDecl | ast.NounDecl | ast.TableDecl | ast.Def | ast.RuleDecl
) -> None:
    name = item.symbol if isinstance(item, ast.UnitDecl) else item.name
    environment.refused.add(name)
    if isinstance(item, ast.Def):
        environment.defs.pop(name, None)


def _claim(environment: Environment, name: str, span: Span) -> None:
    """Take a top-level name; units, nouns and tables have name spaces of their own: of these, a table is named in types
    only, so a given may be called like a table of some library."""
    if name in environment.spans:
        raise Fault(DuplicateName(span, name=name.rpartition(" ")[2], first=environment.spans[name]))
    environment.spans[name] = span


def _unit(draft: Draft, item: ast.UnitDecl) -> None:
    environment = draft.environment
    if any(c in item.symbol for c in "*/^"):
        unit = unit_of(draft, item.symbol, item.span)
        environment.dimensions.setdefault(item.dimension, unit.dimension)
        return
    _claim(environment, f"unit {item.symbol}", item.span)
    if item.symbol in environment.units:
        raise Fault(DuplicateName(item.span, name=item.symbol))
    if item.value is not None:
        base = unit_of(draft, item.value.unit, item.value.span)
        dimension, scale = base.dimension, base.scale * item.value.value
        if scale <= 0:
            raise Fault(
                WrongDomain(item.span, type="a unit", why="its size is not positive", way_out="give a positive number")
            )
        if item.dimension:
            environment.dimensions.setdefault(item.dimension, dimension)
    else:
        name = item.dimension or item.symbol
        dimension = environment.dimensions.setdefault(name, ((name, 1),))
        _needs_no_size(environment, item, name, dimension)
        scale = Unit().scale
    zero = _zero(draft, item, dimension)
    environment.units[item.symbol] = Unit(((item.symbol, 1),), dimension, scale, zero)
    singular = item.singular or item.symbol
    environment.unit_words[item.symbol] = (singular, item.plural or _plural(draft, singular, item.span))


def _needs_no_size(environment: Environment, item: ast.UnitDecl, name: str, dimension: Exponents) -> None:
    """A unit without a size is the first of a base quantity; another one would silently be as large as that.

    Raises:
        Fault: the quantity is derived from others, or has a unit.
    """
    known = [symbol for symbol, unit in environment.units.items() if unit.dimension == dimension]
    why, example = "has a unit", ""
    if known:
        example = min(known, key=lambda symbol: environment.units[symbol].scale != 1)
    elif len(dimension) != 1 or dimension[0][1] != 1:
        why = "is made of other quantities"
        base = {u.dimension[0][0]: s for s, u in environment.units.items() if len(u.dimension) == 1 and u.scale == 1}
        if all(part in base for part, _ in dimension):
            example = str(Unit(tuple((base[part], power) for part, power in dimension)))
    else:
        return
    raise Fault(UnitWithoutSize(item.span, name=item.symbol, dimension=name, example=example, why=why))


def _zero(draft: Draft, item: ast.UnitDecl, dimension: Exponents) -> Fraction:
    """`from 273.15 K`: where the unit's 0 stands on the scale of the base unit."""
    if item.zero is None:
        return Fraction(0)
    base = unit_of(draft, item.zero.unit, item.zero.span)
    if dimension != TEMPERATURE or base.dimension != TEMPERATURE or base.zero:
        raise Fault(
            WrongDomain(
                item.span,
                type="a scale",
                why="`from` is for temperatures, and says where its zero stands in kelvins",
                way_out="write it as `°C` is declared: `= 1 K from 273.15 K`",
            )
        )
    return item.zero.value * base.scale


def _noun(draft: Draft, item: ast.NounDecl) -> None:
    environment = draft.environment
    _claim(environment, f"noun {item.name}", item.span)
    attributes: list[tuple[str, Lattice | Values]] = []
    for entry in item.attributes:
        attributes.append((entry.key, _attribute(draft, entry)))
    environment.nouns[item.name] = NounEntry(
        item.name,
        item.singular,
        item.plural or (item.singular if item.mass else _plural(draft, item.singular, item.span)),
        item.parent,
        item.mass,
        tuple(attributes),
    )


def _plural(draft: Draft, singular: str, span: Span) -> str:
    """The plural that is not written; a warning where it is a guess."""
    made = plural_of(singular)
    if not made.known:
        draft.found.append(PluralUnknown(span, singular=singular, guess=made.text))
    return made.text


def _attribute(draft: Draft, entry: ast.MetaEntry) -> Lattice | Values:
    """`price: $0.50..$6.00 by $0.25`: the type is that of the upper bound or of the first element."""
    build = Expressions(draft)
    match entry.value:
        case ast.Range() as expr:
            _, type_ = build.constant(expr.high)
            if isinstance(type_, Num):
                return lattice(draft, expr, replace(type_, whole=False) if not type_.is_pure else type_, build.constant)
        case ast.SetOf(items) if items:
            _, type_ = build.constant(items[0])
            if isinstance(type_, Num):
                return Values(tuple(number_in(draft, item, type_, build.constant) for item in items))
        case _:
            pass
    raise Fault(
        WrongDomain(
            entry.span,
            type="an attribute",
            why="not a range or set of numbers",
            way_out="write `price: $1..$5`",
        )
    )


def _table(draft: Draft, item: ast.TableDecl) -> None:
    environment = draft.environment
    _claim(environment, f"table {item.name}", item.span)
    _no_plugin_name(draft, item.name, item.span)
    if item.name in SIMPLE or item.name in environment.dimensions:
        raise Fault(DuplicateName(item.span, name=item.name))
    columns = tuple((c.name, type_of(draft, c.type), c.known) for c in item.columns)
    if len({name for name, _, _ in columns}) != len(columns):
        raise Fault(
            DuplicateName(item.span, name=next(n for n, _, _ in columns if sum(m == n for m, _, _ in columns) > 1))
        )
    rows = []
    build = Expressions(draft)
    for row in item.rows:
        if len(row) != len(columns):
            span = row[0].span if row else item.span
            raise Fault(WrongArity(span, name=item.name, expected=f"{len(columns)} cells a row", got=len(row)))
        rows.append(tuple(_cell(draft, cell, type_, build) for cell, (_, type_, _) in zip(row, columns, strict=True)))
    environment.tables[item.name] = Table(item.name, columns, tuple(rows))


def _cell(draft: Draft, cell: ast.Expr, type_: Type, build: Expressions) -> Value:
    if isinstance(type_, Num):
        return number_in(draft, cell, type_, build.constant)
    if isinstance(type_, (Word, Person)) and isinstance(cell, ast.String):
        return cell.value
    if isinstance(type_, NounType) and isinstance(cell, ast.Name):
        if cell.id not in draft.environment.nouns:
            raise Fault(UnknownNoun(cell.span, name=cell.id, nearest=nearest(cell.id, draft.environment.nouns)))
        return cell.id
    if isinstance(type_, Opaque) and (text := opaque.literal(draft, cell, type_)) is not None:
        return text
    value, found = build.constant(cell)
    if found != type_:
        raise Fault(
            WrongDomain(
                cell.span,
                type=show(type_),
                why=f"this cell is {show(found)}",
                way_out="give a value of the column's type",
            )
        )
    return value


def _check_def(draft: Draft, item: ast.Def, foreign: list[str]) -> None:
    """A def sees its parameters, other defs and nouns; its parameters' types are resolved."""
    known = draft.environment.defs
    for name in foreign:
        if name not in known:
            raise Fault(
                UnknownName(
                    _place_of(name, item.value),
                    name=name,
                    nearest=nearest(name, [*known, *(p.name for p in item.parameters)]),
                )
            )
    for parameter in item.parameters:
        type_of(draft, parameter.type)
    _no_plugin_name(draft, item.name, item.span)
    if item.name in FUNCTIONS | CONSTANTS:
        raise Fault(
            WrongPlace(item.span, what=f"a def called `{item.name}`", way_out="it is a builtin; choose another name")
        )


def _no_plugin_name(draft: Draft, name: str, span: Span) -> None:
    """Refuse a name that a plug-in brings."""
    for plugin, _ in draft.environment.plugins:
        if name in plugins.brought(plugin):
            way_out = "call it something else"
            raise Fault(PluginClash(span, name=name, plugin=plugin, other="it is declared here too", way_out=way_out))


def _place_of(name: str, expr: ast.Expr) -> Span:
    """Where a name stands in an expression."""
    stack = [expr]
    while stack:
        current = stack.pop()
        if isinstance(current, ast.Name) and current.id == name:
            return current.span
        stack += children(current)
    return expr.span


def _parents(items: Sequence[ast.Item], environment: Environment) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for item in items:
        if isinstance(item, ast.NounDecl) and item.parent and item.parent not in (*environment.nouns, TOP_NOUN):
            found.append(UnknownNoun(item.span, name=item.parent, nearest=nearest(item.parent, environment.nouns)))
    return found


def _calls(expr: ast.Expr) -> set[str]:
    found, stack = set(), [expr]
    while stack:
        current = stack.pop()
        if isinstance(current, ast.Call):
            found.add(current.function)
        if isinstance(current, ast.Name):
            found.add(current.id)
        stack += children(current)
    return found


def _cycles(environment: Environment, defs: Sequence[ast.Def]) -> list[Diagnostic]:
    """Defs that call themselves, directly or through others; they are taken out."""
    found: list[Diagnostic] = []
    uses = {name: _calls(d.value) & set(environment.defs) for name, d in environment.defs.items()}
    for item in defs:
        reached, stack = set(), list(uses.get(item.name, ()))
        while stack:
            name = stack.pop()
            if name not in reached:
                reached.add(name)
                stack += uses.get(name, ())
        if item.name in reached:
            found.append(CyclicSteps(item.span, path=f"{item.name} uses itself through {', '.join(sorted(reached))}"))
            environment.defs[item.name] = replace(item, value=ast.Number(Fraction(0)))
    return found
