"""Calls of primitives: literals and units as their parameters say, and values where constants are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mspec.compiler import ast, plugins
from mspec.compiler.build import lists, opaque
from mspec.compiler.build.draft import Fault
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.errors.types import NotConstant
from mspec.compiler.ir import Const, NodeId, Value
from mspec.compiler.ops import Op
from mspec.compiler.source import Span
from mspec.compiler.types import Num, Opaque, Type, Word

if TYPE_CHECKING:
    from mspec.compiler.build.expressions import Expressions


def arguments(build: Expressions, op: Op, call: ast.Call) -> tuple[NodeId, ...]:
    """The operands of a primitive: literals are read as its parameters say, a list stands for its elements."""
    assert op.parameters is not None
    found: list[NodeId] = []
    for argument in call.arguments:
        wanted = [*op.parameters(len(found) + 1), None][: len(found) + 1][-1]
        text = opaque.literal(build.draft, argument, wanted) if isinstance(wanted, Opaque) else None
        if text is not None and wanted is not None:
            found.append(build.draft.const(text, wanted, argument.span))
        else:
            found += lists.arguments(build, replace(call, arguments=(argument,)), None)
    return tuple(found)


def as_parameters(build: Expressions, op: Op, args: tuple[NodeId, ...]) -> tuple[NodeId, ...]:
    """Bring quantities to the units of the parameters of a primitive."""
    assert op.parameters is not None
    brought = list(args)
    for position, (arg, wanted) in enumerate(zip(args, op.parameters(len(args)), strict=False)):
        given = build.draft.type(arg)
        if not isinstance(wanted, Num) or not isinstance(given, Num) or given.unit.symbols == wanted.unit.symbols:
            continue
        if given.unit.dimension == wanted.unit.dimension and given.unit.currency == wanted.unit.currency:
            brought[position] = build.converted(arg, wanted)
    return tuple(brought)


def alike_literals(build: Expressions, args: tuple[NodeId, ...]) -> tuple[NodeId, ...]:
    """A quoted literal beside a value of a library type is one of that type: `fuel == "CH4"`."""
    draft = build.draft
    type_ = next((t for arg in args if isinstance(t := draft.type(arg), Opaque)), None)
    if type_ is None:
        return args
    for arg in args:
        node = draft.nodes[arg]
        if isinstance(node, Const) and isinstance(node.type, Word) and isinstance(node.value, str):
            draft.nodes[arg] = replace(node, value=opaque.read(draft, node.value, type_, node.span), type=type_)
    return args


def folded(build: Expressions, op: Op, values: Sequence[Value], type_: Type, span: Span) -> NodeId:
    """The value of a primitive where a constant is wanted. Raises Fault: it has none, or fails."""
    try:
        return build.draft.const(plugins.called(op, values), type_, span)
    except plugins.NoValue as none:
        raise Fault(NotConstant(span, way_out=f"this has no value: {none}")) from None
    except MspecError as error:
        raise Fault(plugins.located(error, span).diagnostics[0]) from None
