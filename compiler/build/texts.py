"""Text as written -> segments over nodes."""

from __future__ import annotations

from collections.abc import Sequence

from mspec.compiler import ast
from mspec.compiler.build.draft import Fault
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.type_names import label_of
from mspec.compiler.errors.text import UnknownForm
from mspec.compiler.errors.types import HoleMismatch, NotABool
from mspec.compiler.ir import (
    Article,
    Choice,
    Counted,
    Literal,
    Node,
    NodeId,
    NounRef,
    PersonRef,
    Segment,
    Show,
    Text,
    merged,
    shown_nodes,
)  # fmt: skip
from mspec.compiler.lint_text import lint
from mspec.compiler.text_forms import forms_of, has_form
from mspec.compiler.types import Bool, NounType, Num, Person, Type, show


def text_of(build: Expressions, text: ast.Text) -> Text:
    """Resolve the holes of a text. Raises Fault for the first hole that does not fit what it names."""
    segments = tuple(_segment(build, part) for part in text)
    found = build.draft.found
    found += [d for d in lint(text, segments, build.draft.nodes, build.draft.environment.nouns) if d not in found]
    return merged(segments)


def _optional(build: Expressions, text: ast.Text | None) -> Text | None:
    return None if text is None else text_of(build, text)


def _segment(build: Expressions, part: ast.Part) -> Segment:
    match part:
        case ast.Literal_(text):
            return Literal(text)
        case ast.ValueHole(value, form, untold):
            node = build.build(value)
            type_ = build.draft.type(node)
            if not has_form(type_, form):
                raise Fault(UnknownForm(part.span, what=show(type_), form=form, known=", ".join(forms_of(type_))))
            return Show(node, form, _optional(build, untold))
        case ast.CountedHole():
            return _counted(build, part, "")
        case ast.AuxiliaryHole(auxiliary, counted):
            return _counted(build, counted, auxiliary)
        case ast.ArticleHole(value, capital, untold):
            return Article(build.build(value), capital, _optional(build, untold))
        case ast.PersonHole(person, form, capital, verb, auxiliary):
            node = build.build(ast.Name(person, span=part.span))
            _expect(build, node, person, (Person,), "a person", part)
            return PersonRef(node, form, capital, verb, auxiliary)
        case ast.IfHole(condition, then, otherwise):
            node = build.build(condition)
            if not isinstance(build.draft.type(node), Bool):
                raise Fault(NotABool(condition.span, left=show(build.draft.type(node))))
            return Choice(node, text_of(build, then), text_of(build, otherwise))


def _expect(build: Expressions, node: NodeId, name: str, types: tuple[type, ...], wanted: str, part: ast.Part) -> None:
    type_: Type = build.draft.type(node)
    if not isinstance(type_, types):
        raise Fault(HoleMismatch(part.span, name=name, what=show(type_), wanted=wanted))


def _counted(build: Expressions, hole: ast.CountedHole, auxiliary: str) -> Counted:
    count = build.build(hole.count)
    spelled = hole.count.id if isinstance(hole.count, ast.Name) else "this"
    type_ = build.draft.type(count)
    if not isinstance(type_, Num) or not type_.unit.is_plain:
        raise Fault(HoleMismatch(hole.span, name=spelled, what=show(type_), wanted="a count"))
    label = label_of(build.draft, hole.noun, hole.span)
    noun = NounRef(node=build.build(ast.Name(hole.noun))) if label.rigid else NounRef(label.noun)
    return Counted(count, noun, hole.verb, auxiliary, _optional(build, hole.untold))


def told_by(text: Text, nodes: Sequence[Node]) -> tuple[frozenset[NodeId], frozenset[NodeId]]:
    """(tells, mentions) of a sentence: what values it shows, and which people and nouns it names."""
    shown = shown_nodes(text)
    mentions = frozenset(node for node in shown if isinstance(nodes[node].type, (NounType, Person)))
    return shown - mentions, mentions
