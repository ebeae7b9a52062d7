"""The syntax tree: nested, spelled as written. Class names match the rules of `grammar/mspec.lark`.

Spans are carried by every node and not compared. The typed graph is another thing: see `ir.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from mspec.compiler.source import NOWHERE, Span


@dataclass(frozen=True, slots=True)
class Syntax:
    """Base of all syntax nodes."""

    span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


# ------------------------------------------------------------------------------------------ expressions


@dataclass(frozen=True, slots=True)
class Number(Syntax):
    """A numeric literal: `12`, `0.25`, `20%`, `$2.50`, `5 m/s`. `value` is exact and as spelled: 20% is
    20 with unit "%", $2.50 is 5/2 with unit "$", `5 m/s` is 5 with unit "m/s"; a plain number has unit "".
    `spelling` is the source text (for the formatter; not compared)."""

    value: Fraction
    unit: str = ""
    spelling: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class String(Syntax):
    """A quoted word."""

    value: str


@dataclass(frozen=True, slots=True)
class Boolean(Syntax):
    value: bool


@dataclass(frozen=True, slots=True)
class Name(Syntax):
    id: str


@dataclass(frozen=True, slots=True)
class It(Syntax):
    """`it` in an `iterate`: the value of the turn before."""


@dataclass(frozen=True, slots=True)
class Unary(Syntax):
    op: Literal["-", "not"]
    operand: Expr


@dataclass(frozen=True, slots=True)
class Binary(Syntax):
    op: Literal["+", "-", "*", "/", "^", "and", "or"]
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Compare(Syntax):
    """A comparison, possibly chained: `a < b <= c` has two ops and three operands.
    Ops: `== != < <= > >= in`; the right side of `in` is a `SetOf` or a `Range`."""

    ops: tuple[str, ...]
    operands: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class SetOf(Syntax):
    """`{a, b, c}`: a domain, or the right side of `in`."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class ListOf(Syntax):
    """`[a, b, c]`."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Range(Syntax):
    """`low..high [by stride]`, both ends included."""

    low: Expr
    high: Expr
    stride: Expr | None = None


@dataclass(frozen=True, slots=True)
class Field(Syntax):
    """`p.g`: a column of a table row, an attribute of a noun, an unknown of a `solve`."""

    target: Expr
    name: str


@dataclass(frozen=True, slots=True)
class Index(Syntax):
    """`xs[2]`: the second element; counted from 1."""

    target: Expr
    index: Expr


@dataclass(frozen=True, slots=True)
class Call(Syntax):
    """A function of the operator table, or a `def`."""

    function: str
    arguments: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Binder(Syntax):
    """`sum(i in 1..5, e)`; kinds: sum product min max number all any."""

    kind: str
    variable: str
    low: Expr
    high: Expr
    body: Expr


@dataclass(frozen=True, slots=True)
class If(Syntax):
    """`if a then x else y`; a chain of `else if` is nested in `otherwise`."""

    condition: Expr
    then: Expr
    otherwise: Expr


@dataclass(frozen=True, slots=True)
class Iterate(Syntax):
    """`iterate(k in 1..n, from e0, next e [until c])`; `it` is the value so far."""

    variable: str
    low: Expr
    high: Expr
    start: Expr
    step: Expr
    until: Expr | None = None


@dataclass(frozen=True, slots=True)
class Solve(Syntax):
    """`solve([eq, eq], [x, y])`; each equation is a `Compare` with `==`; unknowns are names."""

    equations: tuple[Expr, ...]
    unknowns: tuple[str, ...]


Expr = (
    Number
    | String
    | Boolean
    | Name
    | It
    | Unary
    | Binary
    | Compare
    | SetOf
    | ListOf
    | Range
    | Field
    | Index
    | Call
    | Binder
    | If
    | Iterate
    | Solve
)


# ------------------------------------------------------------------------------------------------ types


@dataclass(frozen=True, slots=True)
class TypeName(Syntax):
    """`money`, `count(item)`, `length[m]`, `money[1/kg]`, `count(wheel)[1/car]`, `list(int, 5)`, `planets`.

    `arguments` are TypeName for a noun or an element type, `Number` for a list length; `unit` is the text in the
    brackets, without spaces.
    """

    name: str
    arguments: tuple[TypeName | Number, ...] = ()
    unit: str = ""


# ------------------------------------------------------------------------------------------------- text


@dataclass(frozen=True, slots=True)
class Literal_(Syntax):
    """Plain characters (braces already unescaped)."""

    text: str


@dataclass(frozen=True, slots=True)
class ValueHole(Syntax):
    """`{x}`, `{x:3sf}`, `{k:times}`, `{item:plural}`, `{p.g}`, `{xs[2]}`, with the untold form after `|`.
    `untold` is None when there is none."""

    value: Name | Field | Index
    form: str = ""
    untold: Text | None = None


@dataclass(frozen=True, slots=True)
class CountedHole(Syntax):
    """`{n of item}`, `{n of item cost | some}`, `{n:words of item}`; `verb` agrees with the number."""

    count: Name | Field | Index
    noun: str
    verb: str = ""
    untold: Text | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class ArticleHole(Syntax):
    """`{a gift}`, `{An w}`, `{a t:clock}`: indefinite article by sound, with the value. `capital` when written upper
    case."""

    value: Name | Field | Index
    capital: bool = False
    untold: Text | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class PersonHole(Syntax):
    """`{kid.they pay}`, `{kid.their}`, `{kid.They hand}`, `{does kid.they}`, `{is kid}`.

    `form` is they, them, their, theirs, themself, lower case, or "" for the name; `verb` is a base-form verb that
    agrees and follows; `auxiliary` is a base-form auxiliary (do, be, have) that agrees and precedes, with `past`
    for did/was/had.
    """

    person: str
    form: str = ""
    capital: bool = False
    verb: str = ""
    auxiliary: str = ""
    """As written: does, do, is, are, was, were, has, have, did, had; its capital is kept."""


@dataclass(frozen=True, slots=True)
class AuxiliaryHole(Syntax):
    """`{is n of item}`: an auxiliary that agrees with a counted noun, and the counted noun."""

    auxiliary: str
    counted: CountedHole


@dataclass(frozen=True, slots=True)
class IfHole(Syntax):
    """`{if c}...{else}...{end}` inside one sentence."""

    condition: Expr
    then: Text
    otherwise: Text = ()


Part = Literal_ | ValueHole | CountedHole | ArticleHole | PersonHole | AuxiliaryHole | IfHole
Text = tuple[Part, ...]


# --------------------------------------------------------------------------------------------- sections


@dataclass(frozen=True, slots=True)
class MetaEntry(Syntax):
    """`title: "..."`; a value is a String, Number, Boolean, Name or ListOf these."""

    key: str
    value: Expr


@dataclass(frozen=True, slots=True)
class Given(Syntax):
    """`a, b : type in domain [where c] [fixed] [repeat] [distinct] [sorted] "description"`.

    `domain` is SetOf, Range, Field (`item.price`) or None; `flags` is a sorted tuple of the words.
    """

    names: tuple[str, ...]
    type: TypeName
    domain: Expr | None = None
    where: Expr | None = None
    flags: tuple[str, ...] = ()
    description: Text | None = None


@dataclass(frozen=True, slots=True)
class Require(Syntax):
    condition: Expr
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step(Syntax):
    """`name [: type] = expr "description" ["sentence"]`."""

    name: str
    type: TypeName | None
    value: Expr
    description: Text | None = None
    sentence: Text | None = None


@dataclass(frozen=True, slots=True)
class Unknown(Syntax):
    """`unknown x : T` in `steps`."""

    name: str
    type: TypeName


@dataclass(frozen=True, slots=True)
class Sentence(Syntax):
    """One line of the story."""

    text: Text


@dataclass(frozen=True, slots=True)
class Option(Syntax):
    """`sigfigs = 3` in `ask NODE "...?" (...)`: round sigfigs units form order tol choices."""

    key: str
    value: Expr


@dataclass(frozen=True, slots=True)
class Ask(Syntax):
    target: str
    question: Text
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake(Syntax):
    """`id : step = wrong "what went wrong" [when cond]`."""

    name: str
    step: str
    value: Expr
    description: Text
    when: Expr | None = None


@dataclass(frozen=True, slots=True)
class Binding(Syntax):
    """`n = 12` in a test's `with`."""

    name: str
    value: Expr


@dataclass(frozen=True, slots=True)
class Test(Syntax):
    """`test "title" { with ...  expect ...  always ... }`."""

    title: str
    bindings: tuple[Binding, ...]
    expects: tuple[Expr, ...]
    always: tuple[Expr, ...]


# Body of an intervention rule, in the order written.


@dataclass(frozen=True, slots=True)
class With(Syntax):
    given: Given


@dataclass(frozen=True, slots=True)
class When(Syntax):
    condition: Expr


@dataclass(frozen=True, slots=True)
class RuleStep(Syntax):
    step: Step


@dataclass(frozen=True, slots=True)
class Replace(Syntax):
    """`replace x "..."`: what the sentence that tells x says instead."""

    target: str
    text: Text


@dataclass(frozen=True, slots=True)
class Hide(Syntax):
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TellStep(Syntax):
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Say(Syntax):
    """`say [after x] "..."`."""

    text: Text
    after: str = ""


@dataclass(frozen=True, slots=True)
class As(Syntax):
    """`as "the second order"`: makes descriptions unique after a rewrite."""

    text: Text


RuleItem = With | When | RuleStep | Replace | Hide | TellStep | Say | As | Ask


@dataclass(frozen=True, slots=True)
class Rule(Syntax):
    """`insert second_order on n { ... }`; kinds: insert extend derive invert distract fold apply chain.

    `insert|extend|derive|invert NAME on TARGET { body }`, `distract NAME { body }`, `fold TARGET`,
    `apply LIBRARY.RULE [to TARGET]`, `chain NAME to PROBLEM.GIVEN`. `reference` is the dotted rule or problem
    name of `apply` and `chain`.
    """

    kind: str
    name: str = ""
    target: str = ""
    reference: str = ""
    body: tuple[RuleItem, ...] = ()


# -------------------------------------------------------------------------------------------- top level


@dataclass(frozen=True, slots=True)
class Use(Syntax):
    """`use lexicon.food`: a dotted name, never a file path."""

    path: str


@dataclass(frozen=True, slots=True)
class NounDecl(Syntax):
    """`noun apple "apple" ["apples"] [: fruit] [uncountable] { price: $0.20..$1.50 by $0.10 }`."""

    name: str
    singular: str
    plural: str = ""
    parent: str = ""
    mass: bool = False
    attributes: tuple[MetaEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Column(Syntax):
    """`g : acceleration[m/s^2] [known]`."""

    name: str
    type: TypeName
    known: bool = False


@dataclass(frozen=True, slots=True)
class TableDecl(Syntax):
    """`table planets(name : noun, g : acceleration[m/s^2]) { "Mars", 3.7 m/s^2 ... }`: one row a line."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Expr, ...], ...]


@dataclass(frozen=True, slots=True)
class UnitDecl(Syntax):
    """`unit km "kilometre" "kilometres" = 1000 m`, `unit m "metre" "metres" : length`,
    `unit N "newton" : force = 1 kg*m/s^2`, `unit m/s : speed`,
    `unit °F "degree Fahrenheit" "degrees Fahrenheit" = 5/9 K from 459.67/1.8 K`. `zero` is where its 0 stands."""

    symbol: str
    singular: str = ""
    plural: str = ""
    dimension: str = ""
    value: Number | None = None
    zero: Number | None = None


@dataclass(frozen=True, slots=True)
class Parameter(Syntax):
    name: str
    type: TypeName


@dataclass(frozen=True, slots=True)
class Def(Syntax):
    """`def area(a : length[m], b : length[m]) = a * b`; without parameters, a constant."""

    name: str
    parameters: tuple[Parameter, ...]
    value: Expr


@dataclass(frozen=True, slots=True)
class RuleDecl(Syntax):
    """`rule tax on x : money { ... }` at top level: `kind` says which primitive sugar it is
    (`rule` alone is `insert`; `rule extend tax on x : money` others). `rule distract age { ... }` has no target."""

    name: str
    target: Parameter | None
    kind: str = "insert"
    body: tuple[RuleItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemDecl(Syntax):
    """A problem. Sections may stand in any order and at most once, but `ask`, `test` and `hint` lines repeat."""

    name: str
    meta: tuple[MetaEntry, ...] = ()
    givens: tuple[Given, ...] = ()
    requires: tuple[Require, ...] = ()
    steps: tuple[Step | Unknown, ...] = ()
    story: tuple[Sentence, ...] = ()
    tells: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    hint: Text | None = None
    mistakes: tuple[Mistake, ...] = ()
    rules: tuple[Rule, ...] = ()
    tests: tuple[Test, ...] = ()


Declaration = NounDecl | TableDecl | UnitDecl | Def | RuleDecl
Item = Use | Declaration | ProblemDecl


@dataclass(frozen=True, slots=True)
class Comment(Syntax):
    """`# ...` with its text; `own_line` when nothing stands before it."""

    text: str
    own_line: bool


@dataclass(frozen=True, slots=True)
class File(Syntax):
    """One `.mspec` file. `comments` are for the formatter and are not compared."""

    version: int
    items: tuple[Item, ...]
    comments: tuple[Comment, ...] = field(default=(), compare=False)
