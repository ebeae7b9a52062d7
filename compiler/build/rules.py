"""Intervention rules of a problem: resolved and type-checked against its graph now, applied later.

A rule stays syntax in the Problem: it is an open term over names whose meaning moves when other rules are applied.
"""

from __future__ import annotations

from dataclasses import replace

from mspec.compiler import ast
from mspec.compiler.build.domains import domain_of
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import nearest
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.options import answer_form
from mspec.compiler.build.texts import text_of
from mspec.compiler.build.type_names import type_of
from mspec.compiler.errors.names import DuplicateName, NotAStep, UnknownName
from mspec.compiler.errors.rules import BodyDoesNotFit, UnknownRule
from mspec.compiler.errors.types import NotABool
from mspec.compiler.ir import Given, NodeId
from mspec.compiler.source import Span
from mspec.compiler.types import Bool, show

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
    build = Expressions(trial)
    for item in rule.body:
        try:
            if not isinstance(item, ALLOWED[rule.kind]):
                name = type(item).__name__.lower().replace("rulestep", "step").replace("tellstep", "tell")
                raise Fault(BodyDoesNotFit(item.span, kind=rule.kind, statement=name))
            _check_item(trial, build, item)
        except Fault as fault:
            trial.attempt(fault)
    draft.found += trial.found


def replace_draft(draft: Draft) -> Draft:
    """A copy that can be built on without touching the original."""
    return replace(
        draft, nodes=list(draft.nodes), names=dict(draft.names), spans=dict(draft.spans), unknowns=dict(draft.unknowns),
        named=set(draft.named), turns=dict(draft.turns), found=[], _shared=dict(draft._shared),
    )  # fmt: skip


def _check_target(draft: Draft, rule: ast.Rule) -> None:
    if rule.target:
        node = _node(draft, rule.target, rule.span)
        if rule.kind in NEEDS_GIVEN and not isinstance(draft.nodes[node], Given):
            raise Fault(NotAStep(rule.span, name=rule.target, what="a step", wanted="a given"))


def _node(draft: Draft, name: str, span: Span) -> NodeId:
    meaning = draft.names.get(name)
    if name in draft.names and meaning is None:
        raise Fault
    if not isinstance(meaning, int):
        raise Fault(UnknownName(span, name=name, nearest=nearest(name, draft.names)))
    return meaning


def _reference(draft: Draft, rule: ast.Rule) -> None:
    if rule.kind == "apply":
        name = rule.reference.rpartition(".")[2]
        if name not in draft.environment.rules:
            raise Fault(UnknownRule(rule.span, name=rule.reference, nearest=nearest(name, draft.environment.rules)))


def _check_item(draft: Draft, build: Expressions, item: ast.RuleItem) -> None:
    match item:
        case ast.With(given):
            for name in given.names:
                _fresh(draft, name, item.span)
                type_ = type_of(draft, given.type)
                domain = domain_of(draft, given, name, type_, build.constant)
                draft.names[name] = draft.add(Given(name, type_, domain, frozenset(given.flags), span=given.span))
        case ast.When(condition):
            type_ = draft.type(build.build(condition))
            if not isinstance(type_, Bool):
                raise Fault(NotABool(condition.span, left=show(type_)))
        case ast.RuleStep(step):
            _fresh(draft, step.name, item.span)
            declared = type_of(draft, step.type) if step.type is not None else None
            node = build.named(step.value, declared, step.name, step.span)
            draft.names[step.name] = node
            draft.named.add(node)
            for text in (step.description, step.sentence):
                text_of(build, text or ())
        case ast.Replace(name, text):
            _node(draft, name, item.span)
            text_of(build, text)
        case ast.Hide(names) | ast.TellStep(names):
            for name in names:
                _node(draft, name, item.span)
        case ast.Say(text, after):
            if after:
                _node(draft, after, item.span)
            text_of(build, text)
        case ast.As(text):
            text_of(build, text)
        case ast.Ask():
            if item.target:
                _node(draft, item.target, item.span)
            text_of(build, item.question)
            answer_form(item, build)


def _fresh(draft: Draft, name: str, span: Span) -> None:
    if name in draft.names or name in draft.environment.defs:
        raise Fault(DuplicateName(span, name=name, first=draft.spans.get(name, span)))
