"""Literals of library types: `CH4`, `"Ca(OH)2"`, `formula("Ca(OH)2")`."""

from __future__ import annotations

from collections.abc import Sequence

from mspec.compiler import ast, plugins
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.errors.plugins import BadLiteral, PrimitiveFailed
from mspec.compiler.errors.types import WrongPlace
from mspec.compiler.ir import NodeId
from mspec.compiler.plugins import NotALiteral
from mspec.compiler.source import Span
from mspec.compiler.types import Opaque


def read(draft: Draft, text: str, type_: Opaque, span: Span) -> str:
    """The canonical text of a literal. Raises Fault(BadLiteral)."""
    library = draft.environment.types[type_.name]
    try:
        return library.read(text)
    except NotALiteral as wrong:
        example = f'"{library.example}"' if not library.is_bare(library.example) else library.example
        raise Fault(BadLiteral(span, written=text, type=type_.name, why=str(wrong), example=example)) from None
    except Exception as error:  # whatever a plug-in raises is its own fault
        owner = next((name for name, _ in draft.environment.plugins if type_.name in plugins.brought(name)), "")
        why, call = f"{type(error).__name__}: {error}", f"{type_.name}({text!r})"
        raise Fault(PrimitiveFailed(span, name=type_.name, plugin=owner, why=why, call=call)) from error


def literal(draft: Draft, expr: ast.Expr, type_: Opaque) -> str | None:
    """The canonical text of what stands where a value of a library type is wanted, or None if it is no literal."""
    match expr:
        case ast.String(value):
            return read(draft, value, type_, expr.span)
        case ast.Name(name) if name not in draft.names and draft.environment.types[type_.name].is_bare(name):
            return read(draft, name, type_, expr.span)
        case ast.Call(type_.name, (ast.String(value),)):
            return read(draft, value, type_, expr.span)
        case _:
            return None


def cast(draft: Draft, call: ast.Call) -> tuple[str, Opaque]:
    """`formula("Ca(OH)2")`: a literal that says its type. Raises Fault."""
    type_ = Opaque(call.function)
    text = literal(draft, call, type_)
    if text is None:
        way_out = f'write `{type_.name}("{draft.environment.types[type_.name].example}")`'
        raise Fault(WrongPlace(call.span, what="this in a literal", way_out=way_out))
    return text, type_


def bare(draft: Draft, name: ast.Name) -> tuple[str, Opaque] | None:
    """What a name that nothing declares means as a literal: of the first library type that takes it."""
    for library in draft.environment.types.values():
        if library.is_bare(name.id):
            type_ = Opaque(library.name)
            return read(draft, name.id, type_, name.span), type_
    return None


def operator(draft: Draft, sign: str, operands: Sequence[NodeId]) -> str | None:
    """The primitive that `+ - * / ^`, or `neg`, means where an operand is of a library type, or None."""
    for operand in operands:
        type_ = draft.type(operand)
        if isinstance(type_, Opaque):
            found = dict(draft.environment.types[type_.name].operators).get(sign)
            if found is not None:
                return found
    return None
