"""Intervention rules of a problem: resolved and type-checked against its graph now, applied later.

A rule stays syntax in the Problem: it is an open term over names whose meaning moves when other rules are applied.
"""

from __future__ import annotations

from dataclasses import replace

from mspec.compiler import ast
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import nearest
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.rule_body import Brought, build_item, node_of
from mspec.compiler.build.target_words import asks_of_target
from mspec.compiler.build.type_names import type_of
from mspec.compiler.errors.names import DuplicateName, NotAStep
from mspec.compiler.errors.rules import BodyDoesNotFit, UnknownRule, WrongRuleTarget
from mspec.compiler.format_expr import format_type
from mspec.compiler.ir import Given, Values

NEEDS_GIVEN = frozenset({"derive", "invert"})
ALLOWED: dict[str, tuple[type, ...]] = {
    "insert": (ast.With, ast.When, ast.RuleStep, ast.Replace, ast.TellStep, ast.Say, ast.As),
    "extend": (ast.With, ast.When, ast.RuleStep, ast.Replace, ast.TellStep, ast.Say, ast.As, ast.Ask),
    "derive": (ast.With, ast.When, ast.RuleStep, ast.Replace, ast.Hide, ast.TellStep, ast.Say, ast.As),
    "invert": (ast.When, ast.Replace, ast.Hide, ast.TellStep, ast.Say, ast.Ask),
    "distract": (ast.With, ast.When, ast.Say),
    "fold": (ast.Replace, ast.Say),
    "apply": (), "chain": (),
}  # fmt: skip
"""Which statements the body of each kind of rule may hold."""


def check_rule(draft: Draft, rule: ast.Rule) -> None:
    """Resolve and type-check a rule on a copy of the graph; what is wrong is added to `draft.found`."""
    seen = {other for other in draft.spans if other.startswith("rule ")}
    trial = replace_draft(draft)
    try:
        if rule.name and f"rule {rule.name}" in seen:
            raise Fault(DuplicateName(rule.span, name=rule.name, first=draft.spans[f"rule {rule.name}"]))
        draft.spans[f"rule {rule.name}"] = rule.span
        _check_target(trial, rule)
        _reference(trial, rule)
    except Fault as fault:
        draft.attempt(fault)
        return
    _check_body(trial, rule.kind, rule.body)
    draft.found += trial.found


def check_declaration(draft: Draft, rule: ast.RuleDecl) -> None:
    """Resolve and type-check a library rule, which sees its parameter and what its library sees."""
    trial = replace_draft(draft)
    if rule.target is not None:
        name, type_ = rule.target.name, type_of(draft, rule.target.type)
        trial.names[name] = trial.add(Given(name, type_, Values(()), span=rule.target.span))
    parameter = rule.target.name if rule.target is not None else ""
    _check_body(trial, rule.kind, tuple(item for item in rule.body if asks_of_target(item, parameter) is None))
    draft.found += trial.found


def _check_body(trial: Draft, kind: str, body: tuple[ast.RuleItem, ...]) -> None:
    build = Expressions(trial)
    for item in body:
        try:
            if not isinstance(item, ALLOWED[kind]):
                name = type(item).__name__.lower().replace("rulestep", "step").replace("tellstep", "tell")
                raise Fault(BodyDoesNotFit(item.span, kind=kind, statement=name))
            build_item(build, item, Brought())
        except Fault as fault:
            trial.attempt(fault)


def replace_draft(draft: Draft) -> Draft:
    """A copy that can be built on without touching the original."""
    return replace(
        draft, nodes=list(draft.nodes), names=dict(draft.names), spans=dict(draft.spans), unknowns=dict(draft.unknowns),
        named=set(draft.named), turns=dict(draft.turns), found=[], _shared=dict(draft._shared),
    )  # fmt: skip


def _check_target(draft: Draft, rule: ast.Rule) -> None:
    if rule.target:
        node = node_of(draft, rule.target, rule.span)
        if rule.kind in NEEDS_GIVEN and not isinstance(draft.nodes[node], Given):
            raise Fault(NotAStep(rule.span, name=rule.target, what="a step", wanted="a given"))


def _reference(draft: Draft, rule: ast.Rule) -> None:
    if rule.kind == "apply":
        name = rule.reference.rpartition(".")[2]
        declared = draft.environment.rules.get(name)
        if declared is None:
            raise Fault(UnknownRule(rule.span, name=rule.reference, nearest=nearest(name, draft.environment.rules)))
        if (declared.target is None) != (not rule.target):
            needed = "" if declared.target is None else f"{declared.target.name} : {format_type(declared.target.type)}"
            raise Fault(WrongRuleTarget(rule.span, name=rule.reference, needed=needed, target=rule.target))
