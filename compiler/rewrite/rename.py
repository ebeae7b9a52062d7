"""Renaming in syntax: what a rule brings gets free names, and rules that wait follow what was redirected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from operator import is_
from typing import TypeVar, cast

from mspec.compiler import ast

T = TypeVar("T")
_PARTS: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {}
_TREES = (tuple, ast.Syntax)
_NAMELESS = (ast.Literal_, ast.Number, ast.String, ast.Boolean)
"""Leaves that hold no name."""

_NAMES: dict[type, tuple[str, ...]] = {
    ast.Name: ("id",),
    ast.CountedHole: ("noun",),
    ast.PersonHole: ("person",),
    ast.Given: ("names",),
    ast.Step: ("name",),
    ast.Replace: ("target",),
    ast.Hide: ("names",),
    ast.TellStep: ("names",),
    ast.Say: ("after",),
    ast.Ask: ("target",),
    ast.Rule: ("target",),
    ast.Unknown: ("name",),
    ast.Solve: ("unknowns",),
    ast.Mistake: ("step",),
    ast.Binding: ("name",),
    ast.ProblemDecl: ("tells",),
}
"""Where a syntax node holds names of the problem."""


def renamed(tree: T, names: Mapping[str, str]) -> T:
    """A syntax tree in which free names are other ones: in expressions, types, texts and statements.

    What a binder binds stays; a type is not renamed unless it stands for a noun, as in `count(item)` and `[1/item]`.
    """
    return cast(T, _renamed(tree, names)) if names else tree


def _renamed(tree: object, names: Mapping[str, str]) -> object:
    if isinstance(tree, tuple):
        entries = tuple([_renamed(entry, names) for entry in tree])
        return tree if all(map(is_, entries, tree)) else entries
    if isinstance(tree, _NAMELESS) or not isinstance(tree, ast.Syntax):
        return tree
    if isinstance(tree, ast.Binder | ast.Iterate) and tree.variable in names:
        inner = {old: new for old, new in names.items() if old != tree.variable}
        outer = {key: _renamed(getattr(tree, key), names) for key in ("low", "high", "start") if hasattr(tree, key)}
        return replace(cast(ast.Binder, _children(tree, inner)), **outer)  # type: ignore[arg-type]
    if isinstance(tree, ast.TypeName):
        return _type(tree, names)
    return _children(tree, names)


def _children(tree: ast.Syntax, names: Mapping[str, str]) -> ast.Syntax:
    held, parts = _fields(type(tree))
    changed: dict[str, object] = {}
    for field in held:
        old = getattr(tree, field)
        new = tuple(names.get(n, n) for n in old) if isinstance(old, tuple) else names.get(old, old)
        if new != old:
            changed[field] = new
    for field in parts:
        old = getattr(tree, field)
        if isinstance(old, _TREES):
            renamed_part = _renamed(old, names)
            if renamed_part is not old:
                changed[field] = renamed_part
    return replace(tree, **changed) if changed else tree  # type: ignore[arg-type]


def _fields(kind: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a syntax node that hold names of the problem, and those that may hold syntax."""
    found = _PARTS.get(kind)
    if found is None:
        held = _NAMES.get(kind, ())
        parts = tuple(part.name for part in fields(kind) if part.name not in held and part.name != "span")
        found = _PARTS[kind] = held, parts
    return found


def _type(type_: ast.TypeName, names: Mapping[str, str]) -> ast.TypeName:
    arguments = tuple(
        replace(a, name=names.get(a.name, a.name), arguments=()) if isinstance(a, ast.TypeName) and not a.arguments
        else _renamed(a, names)
        for a in type_.arguments
    )  # fmt: skip
    head, slash, per = type_.unit.rpartition("1/")
    unit = head + slash + names.get(per, per) if slash else type_.unit
    if arguments == type_.arguments and unit == type_.unit:
        return type_
    return replace(type_, arguments=cast("tuple[ast.TypeName | ast.Number, ...]", arguments), unit=unit)
