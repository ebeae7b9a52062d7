"""Builds the syntax tree while Lark parses: one method a rule of the grammar, named like it.

Lark calls a method with all that the rule matched: tokens (signs and keywords too, so that spans are exact) and what
the methods of inner rules returned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal, cast

from mspec.compiler import ast
from mspec.compiler.diagnostics import Diagnostic
from mspec.compiler.errors import syntax as errors
from mspec.compiler.keywords import BINDERS
from mspec.compiler.parse_text import text_of, word_of
from mspec.compiler.scan import Token
from mspec.compiler.source import Span

_NUMBER = re.compile(r"([$€£¥]?)([0-9]+(?:\.[0-9]+)?)(?:(%)| (.+))?")

Children = list[Any]


class Refused(Exception):
    """A statement that the grammar allows and that means nothing."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        super().__init__(diagnostic.code)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a rule of the grammar matched that is no node of the tree: a dotted name, a unit, a trait of a given."""

    kind: str
    value: Any
    span: Span


def span_of(children: Children) -> Span:
    """From the first to the last of what a rule matched."""
    first: Span = children[0].span
    return first.to(children[-1].span) if len(children) > 1 else first


def _nodes(children: Children) -> tuple[Any, ...]:
    return tuple(child for child in children if not isinstance(child, (Token, Piece)))


def _tokens(children: Children, kind: str) -> list[Token]:
    return [child for child in children if isinstance(child, Token) and child.type == kind]


def _names(children: Children) -> tuple[str, ...]:
    return tuple(token.text for token in _tokens(children, "NAME"))


def _one(children: Children, kind: type[Any]) -> Any:
    return next((child for child in children if isinstance(child, kind)), None)


def _has(children: Children, kind: str) -> bool:
    return any(isinstance(child, Token) and child.type == kind for child in children)


def number_of(token: Token) -> ast.Number:
    """A number from its spelling."""
    match = _NUMBER.fullmatch(token.text)
    assert match is not None, token.text
    currency, digits, percent, unit = match.groups()
    return ast.Number(Fraction(digits), currency or percent or unit or "", token.text, span=token.span)


class Builder:
    """The callbacks. It has no state: what is wrong goes to the reading that a token belongs to."""

    # ------------------------------------------------------------------------------- expressions

    def number(self, children: Children) -> ast.Number:
        return number_of(children[0])

    def string(self, children: Children) -> ast.String:
        return ast.String(word_of(children[0]), span=children[0].span)

    def true(self, children: Children) -> ast.Boolean:
        return ast.Boolean(True, span=children[0].span)

    def false(self, children: Children) -> ast.Boolean:
        return ast.Boolean(False, span=children[0].span)

    def name(self, children: Children) -> ast.Name:
        return ast.Name(children[0].text, span=children[0].span)

    def it(self, children: Children) -> ast.It:
        return ast.It(span=children[0].span)

    def group(self, children: Children) -> ast.Expr:
        return cast(ast.Expr, replace(children[1], span=span_of(children)))

    def negative(self, children: Children) -> ast.Unary:
        return ast.Unary("-", children[1], span=span_of(children))

    def logical_not(self, children: Children) -> ast.Unary:
        return ast.Unary("not", children[1], span=span_of(children))

    def binary(self, children: Children) -> ast.Binary:
        left, sign, right = children
        op = cast(Literal["+", "-", "*", "/", "^", "and", "or"], sign.text)
        return ast.Binary(op, left, right, span=span_of(children))

    def compared(self, children: Children) -> Piece:
        return Piece("compared", (children[0].text, children[1]), span_of(children))

    def compare(self, children: Children) -> ast.Compare:
        pairs = [child.value for child in children[1:]]
        operands = (children[0], *(operand for _, operand in pairs))
        return ast.Compare(tuple(op for op, _ in pairs), operands, span=span_of(children))

    def set_of(self, children: Children) -> ast.SetOf:
        return ast.SetOf(_nodes(children), span=span_of(children))

    def list_of(self, children: Children) -> ast.ListOf:
        return ast.ListOf(_nodes(children), span=span_of(children))

    def range(self, children: Children) -> ast.Range:
        low, high, *stride = _nodes(children)
        return ast.Range(low, high, stride[0] if stride else None, span=span_of(children))

    def field(self, children: Children) -> ast.Field:
        return ast.Field(children[0], children[2].text, span=span_of(children))

    def index(self, children: Children) -> ast.Index:
        return ast.Index(children[0], children[2], span=span_of(children))

    def call(self, children: Children) -> ast.Call:
        return ast.Call(children[0].text, _nodes(children), span=span_of(children))

    def binder(self, children: Children) -> ast.Call | ast.Binder:
        kind, arguments = children[0].text, _nodes(children)
        assert kind in BINDERS
        match arguments:
            # `sum(i in a..b, e)` parses as a call whose first argument is a membership.
            case (ast.Compare(("in",), (ast.Name(variable), ast.Range(low, high, None))), body):
                return ast.Binder(kind, variable, low, high, body, span=span_of(children))
        return ast.Call(kind, arguments, span=span_of(children))

    def conditional(self, children: Children) -> ast.If:
        condition, then, otherwise = _nodes(children)
        return ast.If(condition, then, otherwise, span=span_of(children))

    def iterate(self, children: Children) -> ast.Iterate:
        span = span_of(children)
        turns, start, step, *until = _nodes(children)
        if turns.stride is not None:
            reason, way = "an `iterate` counts by ones", "leave `by` out"
            raise Refused(errors.MalformedCall(turns.stride.span, reason=reason, way=way))
        variable = children[2].text
        return ast.Iterate(variable, turns.low, turns.high, start, step, until[0] if until else None, span=span)

    def solve(self, children: Children) -> ast.Solve:
        first, second = _nodes(children)
        equations = first.items if isinstance(first, ast.ListOf) else (first,)
        unknowns = second.items if isinstance(second, ast.ListOf) else (second,)
        way = "write `solve([equation, …], [unknown, …])`"
        for equation in equations:
            if not (isinstance(equation, ast.Compare) and equation.ops == ("==",)):
                reason = "an equation of `solve` is a comparison with `==`"
                raise Refused(errors.MalformedCall(equation.span, reason=reason, way=way))
        names: list[str] = []
        for unknown in unknowns:
            if isinstance(unknown, ast.Name):
                names.append(unknown.id)
            else:
                reason = "an unknown of `solve` is a name"
                raise Refused(errors.MalformedCall(unknown.span, reason=reason, way=way))
        if not equations or not unknowns:
            reason = "`solve` needs an equation and an unknown"
            raise Refused(errors.MalformedCall(span_of(children), reason=reason, way=way))
        return ast.Solve(equations, tuple(names), span=span_of(children))

    def reference(self, children: Children) -> ast.Expr:
        return cast(ast.Expr, children[0])

    # ------------------------------------------------------------------------------------- types

    def type_word(self, children: Children) -> Token:
        return cast(Token, children[0])

    def type(self, children: Children) -> ast.TypeName:
        unit = next((child.value for child in children if isinstance(child, Piece)), "")
        return ast.TypeName(children[0].text, _nodes(children), unit, span=span_of(children))

    def unit_power(self, children: Children) -> Piece:
        return Piece("unit", "".join(child.text for child in children), span_of(children))

    def unit_text(self, children: Children) -> Piece:
        parts = [child.text if isinstance(child, Token) else child.value for child in children]
        return Piece("unit", "".join(parts), span_of(children))

    def dotted(self, children: Children) -> Piece:
        return Piece("dotted", "".join(child.text for child in children), span_of(children))

    # ---------------------------------------------------------------------------------- sections

    def entry(self, children: Children) -> ast.MetaEntry:
        return ast.MetaEntry(children[0].text, children[2], span=span_of(children))

    attribute = entry

    def entries(self, children: Children) -> tuple[ast.MetaEntry, ...]:
        return _nodes(children)

    attributes = entries

    def where(self, children: Children) -> Piece:
        return Piece("where", children[1], span_of(children))

    def trait(self, children: Children) -> Piece:
        return Piece("flag", children[0].text, span_of(children))

    def given(self, children: Children) -> ast.Given:
        kind = _one(children, ast.TypeName)
        domain = next((node for node in _nodes(children) if node is not kind), None)
        traits = [child for child in children if isinstance(child, Piece)]
        return ast.Given(
            _names(children),
            kind,
            domain,
            next((trait.value for trait in traits if trait.kind == "where"), None),
            tuple(sorted({trait.value for trait in traits if trait.kind == "flag"})),
            next((text_of(token) for token in _tokens(children, "STRING")), None),
            span=span_of(children),
        )

    def require(self, children: Children) -> ast.Require:
        reason = word_of(children[1]) if len(children) > 1 else ""
        return ast.Require(children[0], reason, span=span_of(children))

    def step(self, children: Children) -> ast.Step:
        *kind, value = _nodes(children)
        texts = [text_of(token) for token in _tokens(children, "STRING")]
        description, sentence = [*texts, None, None][:2]
        name = children[0].text
        return ast.Step(name, kind[0] if kind else None, value, description, sentence, span=span_of(children))

    def unknown(self, children: Children) -> ast.Unknown:
        return ast.Unknown(children[1].text, children[3], span=span_of(children))

    def tell(self, children: Children) -> ast.TellStep:
        return ast.TellStep(_names(children), span=span_of(children))

    def option(self, children: Children) -> ast.Option:
        return ast.Option(children[0].text, children[2], span=span_of(children))

    def ask(self, children: Children) -> ast.Ask:
        options = children[-1].value if isinstance(children[-1], Piece) else ()
        target = next(iter(_names(children)), "")
        question = text_of(_tokens(children, "STRING")[0])
        return ast.Ask(target, question, options, span=span_of(children))

    rule_ask = ask

    def options(self, children: Children) -> Piece:
        return Piece("options", _nodes(children), span_of(children))

    def hint(self, children: Children) -> ast.Text:
        return text_of(children[1])

    def mistake(self, children: Children) -> ast.Mistake:
        value, *when = _nodes(children)
        description = text_of(_tokens(children, "STRING")[0])
        name, step = _names(children)
        return ast.Mistake(name, step, value, description, when[0] if when else None, span=span_of(children))

    def test_head(self, children: Children) -> str:
        return word_of(children[1])

    def binding(self, children: Children) -> ast.Binding:
        return ast.Binding(children[0].text, children[2], span=span_of(children))

    def bindings(self, children: Children) -> tuple[ast.Binding, ...]:
        return _nodes(children)

    def expect(self, children: Children) -> ast.Expr:
        return cast(ast.Expr, children[1])

    always = expect

    # ------------------------------------------------------------------------------------- rules

    def targeted(self, children: Children) -> ast.Rule:
        return ast.Rule(children[0].text, children[1].text, children[3].text, span=span_of(children))

    def distract(self, children: Children) -> ast.Rule:
        return ast.Rule("distract", children[1].text, span=span_of(children))

    def fold(self, children: Children) -> ast.Rule:
        return ast.Rule("fold", target=children[1].text, span=span_of(children))

    def apply(self, children: Children) -> ast.Rule:
        target = next(iter(_names(children)), "")
        return ast.Rule("apply", target=target, reference=children[1].value, span=span_of(children))

    def chain(self, children: Children) -> ast.Rule:
        return ast.Rule("chain", children[1].text, reference=children[3].value, span=span_of(children))

    def with_given(self, children: Children) -> ast.With:
        return ast.With(children[1], span=span_of(children))

    def when(self, children: Children) -> ast.When:
        return ast.When(children[1], span=span_of(children))

    def rule_step(self, children: Children) -> ast.RuleStep:
        return ast.RuleStep(children[1], span=span_of(children))

    def replace(self, children: Children) -> ast.Replace:
        return ast.Replace(children[1].text, text_of(children[2]), span=span_of(children))

    def hide(self, children: Children) -> ast.Hide:
        return ast.Hide(_names(children), span=span_of(children))

    def say(self, children: Children) -> ast.Say:
        after = next(iter(_names(children)), "")
        return ast.Say(text_of(children[-1]), after, span=span_of(children))

    def as_text(self, children: Children) -> ast.As:
        return ast.As(text_of(children[1]), span=span_of(children))

    # --------------------------------------------------------------------------------- top level

    def version(self, children: Children) -> ast.Number:
        return number_of(children[1])

    def use(self, children: Children) -> ast.Use:
        return ast.Use(children[1].value, span=span_of(children))

    def noun_head(self, children: Children) -> ast.NounDecl:
        singular, plural = [*(word_of(token) for token in _tokens(children, "STRING")), ""][:2]
        name, parent = [*_names(children), ""][:2]
        return ast.NounDecl(name, singular, plural, parent, _has(children, "UNCOUNTABLE"), span=span_of(children))

    def column(self, children: Children) -> ast.Column:
        return ast.Column(children[0].text, children[2], _has(children, "KNOWN"), span=span_of(children))

    def table_head(self, children: Children) -> ast.TableDecl:
        return ast.TableDecl(children[1].text, _nodes(children), (), span=span_of(children))

    def row(self, children: Children) -> tuple[ast.Expr, ...]:
        return _nodes(children)

    def unit(self, children: Children) -> ast.UnitDecl:
        singular, plural = [*(word_of(token) for token in _tokens(children, "STRING")), "", ""][:2]
        dimension = next(iter(_names(children)), "")
        value, zero = [*_nodes(children), None, None][:2]
        return ast.UnitDecl(children[1].text, singular, plural, dimension, value, zero, span=span_of(children))

    def size(self, children: Children) -> ast.Number:
        numbers = [number_of(token) for token in _tokens(children, "NUMBER")]
        if len(numbers) == 1:
            return numbers[0]
        above, below = numbers
        value = above.value / below.value if below.value else Fraction(0)  # a size of zero is refused later
        return ast.Number(value, below.unit or above.unit, span=span_of(children))

    def parameter(self, children: Children) -> ast.Parameter:
        return ast.Parameter(children[0].text, children[2], span=span_of(children))

    def parameters(self, children: Children) -> Piece:
        return Piece("parameters", _nodes(children), span_of(children))

    def definition(self, children: Children) -> ast.Def:
        parameters = children[2].value if isinstance(children[2], Piece) else ()
        return ast.Def(children[1].text, parameters, children[-1], span=span_of(children))

    def rule_head(self, children: Children) -> ast.RuleDecl:
        kind = children[1].text if children[1].type != "NAME" else "insert"
        target = children[-1] if isinstance(children[-1], ast.Parameter) else None
        return ast.RuleDecl(_names(children)[0], target, kind, span=span_of(children))

    def problem_head(self, children: Children) -> ast.ProblemDecl:
        return ast.ProblemDecl(children[1].text, span=span_of(children))
