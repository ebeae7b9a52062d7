"""The body of an intervention rule -> nodes and texts over a graph that is there already."""

from __future__ import annotations

from dataclasses import dataclass, field

from mspec.compiler import ast
from mspec.compiler.build.domains import domain_of
from mspec.compiler.build.draft import Draft, Fault
from mspec.compiler.build.environment import nearest
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.options import answer_form
from mspec.compiler.build.texts import text_of
from mspec.compiler.build.type_names import type_of
from mspec.compiler.errors.names import DuplicateName, UnknownName
from mspec.compiler.errors.types import NotABool
from mspec.compiler.ir import Ask, Given, NodeId, Require, Step, Text
from mspec.compiler.source import Span
from mspec.compiler.types import Bool, show


@dataclass(slots=True)
class Brought:
    """What a body brings, statement by statement. Node ids are those of the draft that it was built on."""

    givens: list[NodeId] = field(default_factory=list)
    conditions: list[Require] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    says: list[tuple[Text, NodeId | None]] = field(default_factory=list)
    """New sentences, each with the node behind whose telling it wants to stand."""
    replaces: dict[NodeId, Text] = field(default_factory=dict)
    hides: list[NodeId] = field(default_factory=list)
    tells: list[NodeId] = field(default_factory=list)
    apart: Text = ()
    """`as "…"`."""
    asks: list[tuple[NodeId | None, Ask]] = field(default_factory=list)
    """New questions; None: about the last step."""


def build_item(build: Expressions, item: ast.RuleItem, brought: Brought) -> None:
    """Add a statement of a body to the draft of `build`, and note it in `brought`.

    Raises:
        Fault: with what is wrong in the statement.
    """
    draft = build.draft
    match item:
        case ast.With(given):
            for name in given.names:
                _fresh(draft, name, item.span)
                type_ = type_of(draft, given.type)
                domain = domain_of(draft, given, name, type_, build.constant)
                described = text_of(build, given.description) if given.description else None
                leaf = Given(name, type_, domain, frozenset(given.flags), described, given.where, given.span)
                draft.names[name] = draft.add(leaf)
                brought.givens.append(len(draft.nodes) - 1)
        case ast.When(condition):
            node = build.build(condition)
            if not isinstance(draft.type(node), Bool):
                raise Fault(NotABool(condition.span, left=show(draft.type(node))))
            brought.conditions.append(Require(node, "", item.span))
        case ast.RuleStep(step):
            brought.steps.append(_step(build, step, item.span))
        case ast.Replace(name, text):
            brought.replaces[node_of(draft, name, item.span)] = text_of(build, text)
        case ast.Hide(names):
            brought.hides += [node_of(draft, name, item.span) for name in names]
        case ast.TellStep(names):
            brought.tells += [node_of(draft, name, item.span) for name in names]
        case ast.Say(text, after):
            place = node_of(draft, after, item.span) if after else None
            brought.says.append((text_of(build, text), place))
        case ast.As(text):
            brought.apart = text_of(build, text)
        case ast.Ask():
            node_asked = node_of(draft, item.target, item.span) if item.target else None
            question, form = text_of(build, item.question), answer_form(item, build)
            brought.asks.append((node_asked, Ask(-1 if node_asked is None else node_asked, question, form, item.span)))


def _step(build: Expressions, step: ast.Step, span: Span) -> Step:
    draft = build.draft
    _fresh(draft, step.name, span)
    declared = type_of(draft, step.type) if step.type is not None else None
    node = build.named(step.value, declared, step.name, step.span)
    draft.names[step.name] = node
    draft.named.add(node)
    description = text_of(build, step.description) if step.description else None
    sentence = text_of(build, step.sentence) if step.sentence else None
    return Step(step.name, node, declared is not None, description, sentence, step.span)


def node_of(draft: Draft, name: str, span: Span) -> NodeId:
    """The node of a name.

    Raises:
        Fault: there is none.
    """
    meaning = draft.names.get(name)
    if name in draft.names and meaning is None:
        raise Fault
    if not isinstance(meaning, int):
        raise Fault(UnknownName(span, name=name, nearest=nearest(name, draft.names)))
    return meaning


def _fresh(draft: Draft, name: str, span: Span) -> None:
    environment = draft.environment
    if name in draft.names or name in environment.defs:
        first = draft.spans.get(name) or environment.spans.get(name, span)
        raise Fault(DuplicateName(span, name=name, first=first))
