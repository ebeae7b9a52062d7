"""Rules that wait: what they compute from follows a redirected node; what lost its meaning goes."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import fields, replace

from mspec.compiler import ast
from mspec.compiler.ir import Apply, Problem
from mspec.compiler.rewrite.rename import renamed

_ON_THE_GIVEN = frozenset({"derive", "invert", "fold"})
"""Kinds whose target is what the story tells, which no redirection moves."""


def rewired(rule: ast.Rule, old: str, new: str) -> ast.Rule:
    """A rule after computing uses of `old` became uses of `new`. Its texts and what it hides or replaces stay."""
    names = {old: new}
    body = tuple(_rewired(item, names) for item in rule.body)
    moves = rule.target == old and rule.kind not in _ON_THE_GIVEN
    return replace(rule, target=new if moves else rule.target, body=body)


def _rewired(item: ast.RuleItem, names: dict[str, str]) -> ast.RuleItem:
    match item:
        case ast.With(given):
            domain, where = renamed(given.domain, names), renamed(given.where, names)
            return replace(item, given=replace(given, domain=domain, where=where))
        case ast.When():
            return renamed(item, names)
        case ast.RuleStep(step):
            return replace(item, step=replace(step, value=renamed(step.value, names)))
        case ast.Ask():
            return replace(item, target=names.get(item.target, item.target))
        case _:
            return item


def brought_names(rule: ast.Rule | ast.RuleDecl) -> tuple[str, ...]:
    """The names that the body of a rule declares."""
    found: list[str] = []
    for item in rule.body:
        if isinstance(item, ast.With):
            found += item.given.names
        elif isinstance(item, ast.RuleStep):
            found.append(item.step.name)
    return tuple(found)


def speaks_of(rule: ast.Rule, name: str) -> bool:
    """Whether a rule uses a name of the problem anywhere."""
    return rule.target == name or name in names_in(rule.body)


def names_in(tree: object) -> frozenset[str]:
    """The names of a problem that a piece of syntax uses."""
    if isinstance(tree, tuple):
        return frozenset().union(*map(names_in, tree)) if tree else frozenset()
    match tree:
        case ast.Replace() | ast.Ask():
            own = frozenset({tree.target})
        case ast.Hide(names) | ast.TellStep(names):
            return frozenset(names)
        case ast.Say():
            own = frozenset({tree.after})
        case ast.PersonHole():
            return frozenset({tree.person})
        case ast.CountedHole():
            own = frozenset({tree.noun})
        case ast.TypeName():
            return frozenset({tree.name, tree.unit.rpartition("1/")[2]}).union(*map(names_in, tree.arguments))
        case ast.Name():
            return frozenset({tree.id})
        case ast.Syntax():
            own = frozenset()
        case _:
            return frozenset()
    return own.union(*(names_in(getattr(tree, field.name)) for field in fields(tree)))


def free_name(name: str, taken: Container[str]) -> str:
    """The name itself, or with the next free number behind it."""
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = f"{name}_{number}"
    return candidate


def taken_names(problem: Problem, waiting: Iterable[ast.Rule]) -> frozenset[str]:
    """The names of a problem, its unknowns among them, and those that waiting rules would bring."""
    unknowns = {
        str(name)
        for node in problem.nodes
        if isinstance(node, Apply) and node.op == "solve_linear" and isinstance(node.data[0], tuple)
        for name in node.data[0]
    }
    return frozenset(problem.names().values()).union(unknowns, *map(brought_names, waiting))
