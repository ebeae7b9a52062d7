"""Substitution in syntax trees: how defs, binders and `where` are expanded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from mspec.compiler import ast

Names = Mapping[str, ast.Expr]
Fields = Mapping[tuple[str, str], ast.Expr]


def children(expr: ast.Expr) -> tuple[ast.Expr, ...]:
    """The direct subexpressions."""
    found: list[ast.Expr] = []

    def note(child: ast.Expr) -> ast.Expr:
        found.append(child)
        return child

    map_children(expr, note)
    return tuple(found)


def map_children(expr: ast.Expr, f: Callable[[ast.Expr], ast.Expr]) -> ast.Expr:
    """The same node over mapped children."""
    match expr:
        case ast.Unary():
            return replace(expr, operand=f(expr.operand))
        case ast.Binary():
            return replace(expr, left=f(expr.left), right=f(expr.right))
        case ast.Compare():
            return replace(expr, operands=tuple(f(e) for e in expr.operands))
        case ast.SetOf() | ast.ListOf():
            return replace(expr, items=tuple(f(e) for e in expr.items))
        case ast.Range():
            stride = f(expr.stride) if expr.stride is not None else None
            return replace(expr, low=f(expr.low), high=f(expr.high), stride=stride)
        case ast.Field():
            return replace(expr, target=f(expr.target))
        case ast.Index():
            return replace(expr, target=f(expr.target), index=f(expr.index))
        case ast.Call():
            return replace(expr, arguments=tuple(f(e) for e in expr.arguments))
        case ast.Binder():
            return replace(expr, low=f(expr.low), high=f(expr.high), body=f(expr.body))
        case ast.If():
            return replace(expr, condition=f(expr.condition), then=f(expr.then), otherwise=f(expr.otherwise))
        case ast.Iterate():
            until = f(expr.until) if expr.until is not None else None
            return replace(
                expr, low=f(expr.low), high=f(expr.high), start=f(expr.start), step=f(expr.step), until=until
            )
        case ast.Solve():
            return replace(expr, equations=tuple(f(e) for e in expr.equations))
        case ast.Number() | ast.String() | ast.Boolean() | ast.Name() | ast.It():
            return expr


def free_names(expr: ast.Expr) -> frozenset[str]:
    """Names that the expression takes from outside (functions and fields are not names)."""
    found: set[str] = set()
    stack: list[tuple[ast.Expr, frozenset[str]]] = [(expr, frozenset())]
    while stack:
        current, bound = stack.pop()
        if isinstance(current, ast.Name) and current.id not in bound:
            found.add(current.id)
        inner = bound
        if isinstance(current, (ast.Binder, ast.Iterate)):
            inner = bound | {current.variable}
        if isinstance(current, ast.Solve):
            inner = bound | set(current.unknowns)
        stack += [(child, inner) for child in children(current)]
    return frozenset(found)


def substitute(expr: ast.Expr, names: Names, fields: Fields | None = None, it: ast.Expr | None = None) -> ast.Expr:
    """Replace free names (and `p.column`, and `it`) by expressions, renaming bound variables that would capture."""
    fields = fields or {}

    def go(current: ast.Expr) -> ast.Expr:
        return substitute(current, names, fields, it)

    match expr:
        case ast.Name(id):
            return replace(names[id], span=expr.span) if id in names else expr
        case ast.It():
            return it if it is not None else expr
        case ast.Field(ast.Name(id), name) if (id, name) in fields:
            return replace(fields[id, name], span=expr.span)
        case ast.Binder(_, variable) | ast.Iterate(variable):
            brought = frozenset().union(*(free_names(value) for value in names.values()))
            kept = {name: value for name, value in names.items() if name != variable}
            if variable in brought:
                fresh = variable
                while fresh in brought:
                    fresh += "_"
                renamed = substitute_bound(expr, variable, fresh)
                return substitute(renamed, names, fields, it)
            inner_it = None if isinstance(expr, ast.Iterate) else it
            return map_children(expr, lambda child: substitute(child, kept, fields, inner_it))
        case _:
            return map_children(expr, go)


def substitute_bound(expr: ast.Expr, variable: str, fresh: str) -> ast.Expr:
    """Rename the variable that a binder binds."""
    renamed = map_children(expr, lambda child: substitute(child, {variable: ast.Name(fresh)}))
    assert isinstance(renamed, (ast.Binder, ast.Iterate))
    return replace(renamed, variable=fresh)
