"""Text as written -> segments over nodes."""

from __future__ import annotations

from collections.abc import Sequence

from mspec.compiler import ast
from mspec.compiler.build.draft import Fault
from mspec.compiler.build.expressions import Expressions
from mspec.compiler.build.type_names import label_of
from mspec.compiler.errors.text import MassNounCounted, UnknownForm
from mspec.compiler.errors.types import HoleMismatch, NotABool
from mspec.compiler.ir import (
    Article,
    Choice,
    Counted,
    Given,
    Literal,
    Node,
    NodeId,
    NounRef,
    PersonRef,
    Segment,
    Show,
    Text,
    Values,
    merged,
    shown_nodes,
)  # fmt: skip
from mspec.compiler.lint_text import lint
from mspec.compiler.renumber import map_nodes
from mspec.compiler.text_forms import COUNTED_FORMS, forms_of, has_counted_form, has_form
from mspec.compiler.types import Bool, NounType, Num, Person, RowOf, Type, show


def text_of(build: Expressions, text: ast.Text) -> Text:
    """Resolve the holes of a text. Raises Fault for the first hole that does not fit what it names."""
    parts = [_description(build, part) or (_segment(build, part),) for part in text]
    draft = build.draft
    if draft.linted:
        lints = lint(text, tuple(part[0] for part in parts), draft.nodes, draft.environment.nouns)
        draft.found += [found for found in lints if found not in draft.found]
    return merged(segment for part in parts for segment in part)


def _optional(build: Expressions, text: ast.Text | None) -> Text | None:
    return None if text is None else text_of(build, text)


def _description(build: Expressions, part: ast.Part) -> Text:
    """What `{x.description}` says, in a rule: how the problem describes the node."""
    match part:
        case ast.ValueHole(ast.Field(ast.Name(name), "description"), ""):
            node = build.draft.names.get(name)
            if isinstance(node, int) and not isinstance(build.draft.type(node), RowOf):
                said = build.draft.described.get(node) or (Literal(name),)
                return tuple(map_nodes(segment, build.draft.copied) for segment in said)
    return ()


def _segment(build: Expressions, part: ast.Part) -> Segment:
    match part:
        case ast.Literal_(text):
            return Literal(text)
        case ast.ValueHole(value, form, untold):
            return Show(_formed(build, value, form, part), form, _optional(build, untold))
        case ast.CountedHole():
            return _counted(build, part, "")
        case ast.AuxiliaryHole(auxiliary, counted):
            return _counted(build, counted, auxiliary)
        case ast.ArticleHole(value, capital, untold, form):
            return Article(_formed(build, value, form, part), capital, _optional(build, untold), form)
        case ast.PersonHole(person, form, capital, verb, auxiliary):
            node = build.build(ast.Name(person, span=part.span))
            _expect(build, node, person, (Person,), "a person", part)
            return PersonRef(node, form, capital, verb, auxiliary)
        case ast.IfHole(condition, then, otherwise):
            node = build.build(condition)
            if not isinstance(build.draft.type(node), Bool):
                raise Fault(NotABool(condition.span, left=show(build.draft.type(node))))
            return Choice(node, text_of(build, then), text_of(build, otherwise))


def _formed(build: Expressions, value: ast.Name | ast.Field | ast.Index, form: str, part: ast.Part) -> NodeId:
    """The node of a hole that asks for a form, which its type must have."""
    node = build.build(value)
    type_ = build.draft.type(node)
    if not has_form(type_, form):
        raise Fault(UnknownForm(part.span, what=show(type_), form=form, known=", ".join(forms_of(type_))))
    return node


def _expect(build: Expressions, node: NodeId, name: str, types: tuple[type, ...], wanted: str, part: ast.Part) -> None:
    type_: Type = build.draft.type(node)
    if not isinstance(type_, types):
        raise Fault(HoleMismatch(part.span, name=name, what=show(type_), wanted=wanted))


def _counted(build: Expressions, hole: ast.CountedHole, auxiliary: str) -> Counted:
    count = build.build(hole.count)
    spelled = hole.count.id if isinstance(hole.count, ast.Name) else "this"
    type_ = build.draft.type(count)
    if not isinstance(type_, Num) or type_.unit.currency is not None:
        raise Fault(HoleMismatch(hole.span, name=spelled, what=show(type_), wanted="a count"))
    if not has_counted_form(type_, hole.form):
        known = ", ".join(COUNTED_FORMS)
        raise Fault(UnknownForm(hole.span, what="a counted noun", form=hole.form, known=known))
    label = label_of(build.draft, hole.noun, hole.span)
    noun = NounRef(node=build.build(ast.Name(hole.noun))) if label.rigid else NounRef(label.noun)
    if type_.unit.is_plain:
        _lint_mass_nouns(build, noun, hole)
    return Counted(count, noun, hole.verb, auxiliary, _optional(build, hole.untold), hole.form)


def _lint_mass_nouns(build: Expressions, noun: NounRef, hole: ast.CountedHole) -> None:
    """Warns of "3 flour"."""
    draft = build.draft
    names: Sequence[object] = (noun.name,)
    if noun.node is not None:
        given = draft.nodes[noun.node]
        names = given.domain.values if isinstance(given, Given) and isinstance(given.domain, Values) else ()
    masses = [entry for name in names if (entry := draft.environment.nouns.get(str(name))) and entry.mass]
    if masses:
        draft.found.append(MassNounCounted(hole.span, noun=masses[0].name, singular=masses[0].singular))


def told_by(text: Text, nodes: Sequence[Node]) -> tuple[frozenset[NodeId], frozenset[NodeId]]:
    """(tells, mentions) of a sentence: what values it shows, and which people and nouns it names."""
    shown = shown_nodes(text)
    mentions = frozenset(node for node in shown if isinstance(nodes[node].type, (NounType, Person)))
    return shown - mentions, mentions
