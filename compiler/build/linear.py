"""`solve([…], [x, y]).x`: systems of linear equations, read into their augmented matrix."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mspec.compiler import ast
from mspec.compiler.build.draft import Fault
from mspec.compiler.build.substitute import free_names
from mspec.compiler.errors.names import UnknownField, UnknownName
from mspec.compiler.errors.types import NotLinear
from mspec.compiler.ir import Const, NodeId
from mspec.compiler.source import Span
from mspec.compiler.types import Num
from mspec.compiler.units import Unit

if TYPE_CHECKING:
    from mspec.compiler.build.expressions import Expressions

MAX_UNKNOWNS = 4
Form = tuple[dict[str, ast.Expr], ast.Expr | None]
"""A linear form: coefficient by unknown, and what is left over (None for nothing)."""


def unknown(build: Expressions, solve: ast.Solve, name: str, span: Span) -> NodeId:
    """One unknown of a system, as a `solve_linear` node over the coefficients.

    `data` of the node: the names of the unknowns, which of them it is (from 0), and their types.

    Raises:
        Fault: not linear, not as many equations as unknowns, or an unknown that is not declared.
    """
    names = solve.unknowns
    if name not in names:
        raise Fault(UnknownField(span, target="this system", name=name, known=", ".join(names)))
    if len(solve.equations) != len(names) or len(names) > MAX_UNKNOWNS:
        why = f"{len(solve.equations)} equations for {len(names)} unknowns (at most {MAX_UNKNOWNS})"
        raise Fault(NotLinear(solve.span, why=why))
    types: list[Num] = []
    for one in names:
        type_ = build.draft.unknowns.get(one)
        if not isinstance(type_, Num):
            raise Fault(UnknownName(solve.span, name=one))
        types.append(type_)
    cells: list[NodeId] = []
    for equation in solve.equations:
        row = _row(build, equation, names)
        _check_units(build, row, types, names, equation.span)
        cells += row
    position = names.index(name)
    return build.draft.apply("solve_linear", tuple(cells), types[position], span, names, position, tuple(types))


def _row(build: Expressions, equation: ast.Expr, names: tuple[str, ...]) -> list[NodeId]:
    if not isinstance(equation, ast.Compare) or equation.ops != ("==",):
        raise Fault(NotLinear(equation.span, why="an equation is written with `==`"))
    left, right = (_form(side, names) for side in equation.operands)
    coefficients = {n: _minus(left[0].get(n), right[0].get(n), equation.span) for n in names}
    constant = _minus(right[1], left[1], equation.span)
    row = [build.build(coefficients[n] or _number(0, equation.span)) for n in names]
    return [*row, build.build(constant or _number(0, equation.span))]


def _check_units(build: Expressions, row: list[NodeId], types: list[Num], names: tuple[str, ...], span: Span) -> None:
    """All terms of an equation are in one unit: what `solve` works on are bare numbers.

    Raises:
        Fault: they are not, or one of them is no number.
    """
    known: tuple[str, Unit] | None = None
    for position, cell in enumerate(row):
        type_, found = build.draft.type(cell), build.draft.nodes[cell]
        if not isinstance(type_, Num):
            raise Fault(NotLinear(span, why="a term is not a number"))
        if isinstance(found, Const) and found.value == 0:
            continue
        unknown = position < len(names)
        unit = type_.unit * types[position].unit if unknown else type_.unit
        term = f"the term with `{names[position]}`" if unknown else "what is known"
        if known is None:
            known = term, unit
        elif (unit.dimension, unit.scale) != (known[1].dimension, known[1].scale):
            why = f"{known[0]} is {_unit_text(known[1])}, {term} is {_unit_text(unit)}"
            raise Fault(NotLinear(span, why=why, way_out="declare the unknowns in units that make all terms alike"))


def _unit_text(unit: Unit) -> str:
    return "a pure number" if unit.is_plain else f"in {unit}"


def _number(value: int, span: Span) -> ast.Expr:
    if value < 0:
        return ast.Unary("-", _number(-value, span), span=span)
    return ast.Number(Fraction(value), spelling=str(value), span=span)


def _minus(left: ast.Expr | None, right: ast.Expr | None, span: Span) -> ast.Expr | None:
    if right is None:
        return left
    if left is None:
        return ast.Unary("-", right, span=span)
    return ast.Binary("-", left, right, span=span)


def _form(expr: ast.Expr, names: tuple[str, ...]) -> Form:
    """Split an expression into its linear form in the unknowns."""
    if not free_names(expr) & set(names):
        zero = isinstance(expr, ast.Number) and expr.value == 0
        return {}, None if zero else expr
    match expr:
        case ast.Name(id):
            return {id: _number(1, expr.span)}, None
        case ast.Unary("-", operand):
            inner, rest = _form(operand, names)
            return {n: _minus(None, c, expr.span) or c for n, c in inner.items()}, _minus(None, rest, expr.span)
        case ast.Binary("+" | "-" as op, left, right):
            (a, rest_a), (b, rest_b) = _form(left, names), _form(right, names)
            both = {n: _joined(op, a.get(n), b.get(n), expr.span) for n in names if n in a or n in b}
            rest = _joined(op, rest_a, rest_b, expr.span) if rest_a is not None or rest_b is not None else None
            return both, rest
        case ast.Binary("*" | "/" as op, left, right):
            scaled, factor = (left, right) if op == "/" or free_names(left) & set(names) else (right, left)
            if free_names(factor) & set(names):
                raise Fault(NotLinear(expr.span, why="two unknowns are multiplied or divided"))
            inner, rest = _form(scaled, names)
            return (
                {n: _scaled(op, c, factor, expr.span) for n, c in inner.items()},
                None if rest is None else _scaled(op, rest, factor, expr.span),
            )
        case _:
            raise Fault(NotLinear(expr.span, why="an unknown stands inside an operator that is not linear"))


def _joined(op: str, left: ast.Expr | None, right: ast.Expr | None, span: Span) -> ast.Expr:
    if op == "-":
        joined = _minus(left, right, span)
        assert joined is not None
        return joined
    if left is None or right is None:
        found = left or right
        assert found is not None
        return found
    return ast.Binary("+", left, right, span=span)


def _scaled(op: str, coefficient: ast.Expr, factor: ast.Expr, span: Span) -> ast.Expr:
    one = isinstance(coefficient, ast.Number) and coefficient.value == 1 and not coefficient.unit
    if one and op == "*":
        return factor
    return (
        ast.Binary("*", factor, coefficient, span=span)
        if op == "*"
        else ast.Binary("/", coefficient, factor, span=span)
    )
