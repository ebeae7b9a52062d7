"""Lists: literals, elements, and the functions that unroll over them.

A list never computes: `mean(xs)` is built as `(xs[1] + xs[2] + xs[3]) / 3`, which is also what its step shows.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from mspec.compiler import ast
from mspec.compiler.build.draft import Fault
from mspec.compiler.errors.names import WrongArity
from mspec.compiler.errors.types import TooMany, WrongPlace
from mspec.compiler.ir import Apply, NodeId
from mspec.compiler.source import Span
from mspec.compiler.types import INT, ListOf, Type

if TYPE_CHECKING:
    from mspec.compiler.build.expressions import Expressions

FUNCTIONS = frozenset({"sum", "product", "mean", "range", "sort", "number", "all", "any"})
"""Functions of lists that are unrolled; the others (`min`, `median`, `distinct`, …) take a list as their arguments."""
MAX_TERMS = 64


def elements(build: Expressions, expr: ast.Expr) -> list[NodeId] | None:
    """The element nodes of a list expression, or None if it is a scalar."""
    if isinstance(expr, ast.ListOf):
        return [build.build(item) for item in expr.items]
    if isinstance(expr, ast.Call) and expr.function == "sort" and len(expr.arguments) == 1:
        return _sorted(build, expr)
    if isinstance(expr, ast.Name) and isinstance(node := build.draft.names.get(expr.id), int):
        type_ = build.draft.type(node)
        if isinstance(type_, ListOf):
            return [_item(build, node, k, type_, expr.span) for k in range(1, type_.length + 1)]
    return None


def _item(build: Expressions, whole: NodeId, index: int, type_: ListOf, span: Span) -> NodeId:
    found = build.draft.nodes[whole]
    if isinstance(found, Apply) and found.op == "list" and whole not in build.draft.named:
        return found.args[index - 1]
    return build.draft.part("item", whole, index, type_.element, span)


def element(build: Expressions, expr: ast.Index) -> NodeId:
    """`xs[2]`, the index a constant."""
    target = build.build(expr.target)
    type_ = build.draft.type(target)
    if not isinstance(type_, ListOf):
        raise Fault(WrongPlace(expr.span, what="an index", way_out="only lists have elements"))
    index = build.whole_constant(expr.index)
    if not 1 <= index <= type_.length:
        raise Fault(
            WrongPlace(expr.index.span, what=f"index {index}", way_out=f"the list has elements 1 to {type_.length}")
        )
    return _item(build, target, index, type_, expr.span)


def make(build: Expressions, expr: ast.ListOf) -> NodeId:
    """A list as a value of its own (a list answer)."""
    items = [build.build(item) for item in expr.items]
    return _list_node(build, items, expr.span)


def _list_node(build: Expressions, items: list[NodeId], span: Span) -> NodeId:
    if not items:
        raise Fault(WrongPlace(span, what="an empty list", way_out="give it elements"))
    if len(items) > MAX_TERMS:
        raise Fault(TooMany(span, what="list elements", limit=MAX_TERMS))
    return build.draft.apply("list", tuple(items), ListOf(build.draft.type(items[0]), len(items)), span)


def _sorted(build: Expressions, call: ast.Call) -> list[NodeId]:
    unsorted = elements(build, call.arguments[0])
    if unsorted is None:
        raise Fault(WrongPlace(call.span, what="a number", way_out="`sort` takes a list"))
    found = []
    for k in range(1, len(unsorted) + 1):
        again = elements(build, call.arguments[0]) or []
        rank = build.draft.const(Fraction(k), INT, call.span)
        found.append(build.apply("kth", (rank, *again), call.span))
    return found


def arguments(build: Expressions, call: ast.Call, expected: Type | None) -> tuple[NodeId, ...]:
    """The operands of a function: a single list stands for its elements."""
    if len(call.arguments) == 1:
        listed = elements(build, call.arguments[0])
        if listed is not None:
            return tuple(listed)
    return tuple(build.build(argument, expected) for argument in call.arguments)


def function(build: Expressions, call: ast.Call, expected: Type | None) -> NodeId | None:
    """Build a function of lists, or None if the name is not one."""
    if call.function not in FUNCTIONS:
        return None
    if call.function == "sort":
        if len(call.arguments) != 1:
            raise Fault(WrongArity(call.span, name="sort", expected="a list", got=len(call.arguments)))
        return _list_node(build, _sorted(build, call), call.span)
    items = list(arguments(build, call, expected))
    if call.function == "range":
        again = list(arguments(build, call, expected))
        largest, smallest = (build.apply(op, tuple(v), call.span) for op, v in (("max", items), ("min", again)))
        return build.apply("sub", (largest, smallest), call.span, expected)
    if call.function == "number":
        return chain(build, "add", [truth_as_number(build, item, call.span) for item in items], call.span)
    op = {"sum": "add", "mean": "add", "product": "mul", "all": "and", "any": "or"}[call.function]
    total = chain(build, op, items, call.span, expected)
    if call.function != "mean":
        return total
    size = build.draft.const(Fraction(len(items)), INT, call.span)
    return build.apply("div", (total, size), call.span, expected)


def chain(build: Expressions, op: str, items: list[NodeId], span: Span, expected: Type | None = None) -> NodeId:
    """`a op b op c`, from the left. Raises Fault for no or too many items."""
    if not items:
        raise Fault(WrongPlace(span, what="a sum or product of nothing", way_out="give it at least one term"))
    if len(items) > MAX_TERMS:
        raise Fault(TooMany(span, what="terms", limit=MAX_TERMS))
    whole = items[0]
    for item in items[1:]:
        whole = build.apply(op, (whole, item), span, expected)
    return whole


def truth_as_number(build: Expressions, condition: NodeId, span: Span) -> NodeId:
    """1 where a condition holds, else 0."""
    one, zero = (build.draft.const(Fraction(v), INT, span) for v in (1, 0))
    return build.apply("if", (condition, one, zero), span)
