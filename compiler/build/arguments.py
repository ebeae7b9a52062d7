"""Arguments of a `def` against the types of its parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspec.compiler import ast
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.substitute import children, free_names
from mspec.compiler.build.type_names import type_of
from mspec.compiler.errors.arguments import ArgumentInOtherUnit, WrongArgument
from mspec.compiler.ir import Const
from mspec.compiler.types import ListOf, NounType, Num, Person, Tag, Type, Word, show

if TYPE_CHECKING:
    from mspec.compiler.build.expressions import Expressions


def check_arguments(build: Expressions, definition: ast.Def, call: ast.Call) -> None:
    """Hold the arguments of a call against the declared types. An argument is built for that and forgotten again, since
    its expression is put in wherever the parameter stands.

    Raises:
        Fault: an argument is of another sort, dimension or currency, is not whole or exact where that is promised, or
            counts something else.
    """
    if build.trying:
        return  # an argument of an argument: it is checked when it is built for good
    for parameter, argument in zip(definition.parameters, call.arguments, strict=True):
        if isinstance(argument, ast.Iterate | ast.Solve | ast.Range | ast.SetOf | ast.It):
            continue
        wanted = type_of(build.draft, parameter.type)
        with build.attempt():
            node = build.build(argument)
            found, literal = build.draft.type(node), isinstance(build.draft.nodes[node], Const)
        if not _takes(build.draft, wanted, found, literal):
            raise Fault(
                WrongArgument(
                    argument.span,
                    name=definition.name,
                    parameter=parameter.name,
                    wanted=show(wanted),
                    got=show(found),
                )
            )
        if parameter.name in _read_as_number(definition.value) and _unit(wanted) != _unit(found):
            raise Fault(
                ArgumentInOtherUnit(
                    argument.span,
                    name=definition.name,
                    parameter=parameter.name,
                    wanted=_unit(wanted),
                    got=_unit(found),
                    type=show(wanted),
                )
            )


def _unit(type_: Type) -> str:
    return str(type_.unit) if isinstance(type_, Num) else ""


def _read_as_number(expr: ast.Expr) -> frozenset[str]:
    """The names that stand in a `magnitude(…)`, where the unit decides which number it is."""
    if isinstance(expr, ast.Call) and expr.function == "magnitude":
        return free_names(expr)
    return frozenset().union(*map(_read_as_number, children(expr)))


def _takes(draft: Draft, wanted: Type, found: Type, literal: bool) -> bool:
    if isinstance(wanted, ListOf) and isinstance(found, ListOf):
        return wanted.length == found.length and _takes(draft, wanted.element, found.element, literal)
    text = (NounType, Person, Word)
    if isinstance(wanted, Word) and isinstance(found, text):
        return True
    if not isinstance(wanted, Num) or not isinstance(found, Num):
        return wanted == found
    if literal and found.is_pure and wanted.unit.is_plain:
        percent = wanted.tag is not Tag.PERCENT or found.tag is Tag.PERCENT
        return percent and (found.whole or not wanted.whole)
    if wanted.unit.dimension != found.unit.dimension:
        return False
    if None not in (wanted.weight, found.weight) and wanted.weight != found.weight:
        return False
    # No type says that a length is real: a root or a multiple of pi is a length too.
    is_exact = found.exact or not wanted.exact or not wanted.unit.is_plain
    if (wanted.whole and not found.whole) or not is_exact:
        return False
    if wanted.label is not None and found.label is not None:
        return draft.environment.covers(wanted.label, found.label, draft.rigid_nouns())
    if wanted.per is not None and found.per is not None:
        return draft.environment.covers(wanted.per, found.per, draft.rigid_nouns())
    return wanted.per == found.per
