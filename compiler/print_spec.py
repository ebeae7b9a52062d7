"""Problem -> canonical `.mspec` text, by way of the syntax tree. Parsing it builds the same problem."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from functools import cached_property
from typing import assert_never

from mspec.compiler import ast
from mspec.compiler.build.literals import literal
from mspec.compiler.by_identity import ByIdentity
from mspec.compiler.format import format_file
from mspec.compiler.ir import (
    AnswerForm,
    Apply,
    Article,
    Ask,
    Choice,
    Const,
    Counted,
    Given,
    Lattice,
    Literal,
    NodeId,
    NounAttribute,
    PersonRef,
    Problem,
    Show,
    Step,
    Text,
    Value,
    Values,
)  # fmt: skip
from mspec.compiler.plugins import operators_of
from mspec.compiler.renumber import nodes_of
from mspec.compiler.types import Bool, ListOf, Num, Opaque, Person, RowOf, Type, quantity_word, show
from mspec.compiler.units import Unit


def print_problem(problem: Problem) -> str:
    """The canonical text of a problem, its `use` lines and own declarations included."""
    uses = tuple(ast.Use(path) for path in problem.uses)
    return format_file(ast.File(1, (*uses, *problem.declarations, declaration(problem))))


def declaration(problem: Problem) -> ast.ProblemDecl:
    """The problem as a syntax tree."""
    printer = Printer(problem)
    return ast.ProblemDecl(
        problem.name,
        problem.meta,
        tuple(printer.given(node) for node in problem.givens()),
        tuple(ast.Require(printer.expr(r.node), r.reason) for r in problem.requires),
        (*printer.unknowns(), *(printer.step(step) for step in problem.steps)),
        tuple(ast.Sentence(printer.text(s.segments)) for s in problem.story),
        tuple(printer.names[node] for node in problem.tells),
        tuple(printer.ask(ask) for ask in problem.asks),
        None if problem.hint is None else printer.text(problem.hint),
        tuple(
            ast.Mistake(
                m.name, printer.names[m.step], printer.root(m.value), printer.text(m.description),
                None if m.when is None else printer.expr(m.when),
            )
            for m in problem.mistakes
        ),
        problem.rules,
        tuple(
            ast.Test(
                test.title,
                tuple(ast.Binding(printer.names[n], printer.value(n, v)) for n, v in test.bindings),
                tuple(printer.expr(e) for e in test.expects),
                tuple(printer.expr(e) for e in test.always),
            )
            for test in problem.tests
        ),
    )  # fmt: skip


_MOST_KEPT = 1 << 13
_GIVENS: ByIdentity[Given, ast.Given] = ByIdentity(_MOST_KEPT)
_TEXTS: ByIdentity[Text, tuple[tuple[NodeId, ...], tuple[str, ...], ast.Text]] = ByIdentity(_MOST_KEPT)
"""What variants have from their base is one tree, so that `format` writes it once. A text is kept with the nodes that
it refers to, and their names."""


def type_name(type_: Type) -> ast.TypeName:
    """The syntax of a type."""
    if isinstance(type_, ListOf):
        return ast.TypeName("list", (type_name(type_.element), ast.Number(Fraction(type_.length))))
    if not isinstance(type_, Num):
        return ast.TypeName(show(type_))
    per = f"1/{type_.per.noun}" if type_.per else ""
    if type_.unit.is_plain:
        if type_.label is not None:
            return ast.TypeName("count", (ast.TypeName(type_.label.noun),), per)
        base = type_.tag.value or ("int" if type_.whole else "rational" if type_.exact else "real")
        return ast.TypeName(base, (), per)
    if type_.label is not None and type_.per is None and type_.unit.is_for_each:
        return ast.TypeName("count", (ast.TypeName(type_.label.noun),), str(type_.unit))
    symbol = type_.unit.currency
    if symbol is None or (symbol, 1) not in type_.unit.dimension:
        return ast.TypeName(quantity_word(type_), (), str(type_.unit))
    rest = Unit(tuple(s for s in type_.unit.symbols if s[0] != symbol))
    below = f"/{type_.per.noun}" if type_.per else "" if rest.is_plain else str(rest).removeprefix("1")
    head = "" if symbol == "$" else symbol
    inside = head + below if head else ("1" + below if below.startswith("/") else below)
    return ast.TypeName("money", (), inside)


class Printer:
    """Turns nodes back into expressions: named nodes by name, the others by what they compute."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.names = problem.names()

    @cached_property
    def _people(self) -> tuple[object, ...]:
        return tuple(row[0] for row in self.problem.lexicon.table("people").rows)

    # ------------------------------------------------------------------------------------- sections

    def given(self, node: NodeId) -> ast.Given:
        """One given a line."""
        given = self.problem.nodes[node]
        assert isinstance(given, Given)
        element = given.type.element if isinstance(given.type, ListOf) else given.type
        domain = given.domain
        anybody = isinstance(element, Person) and isinstance(domain, Values) and domain.values == self._people
        drawn = self.names[domain.noun] if isinstance(domain, NounAttribute) else ""
        described = None if given.description is None else self.text(given.description)
        beside = (anybody, drawn, id(described))  # the tree holds it
        known = _GIVENS.get(given, beside)
        if known is not None:
            return known
        spelled = None if anybody else self._domain(given, element)
        flags = tuple(sorted(given.flags))
        made = ast.Given((given.name,), type_name(given.type), spelled, given.where, flags, described)
        return _GIVENS.keep(given, made, beside)

    def _domain(self, given: Given, element: Type) -> ast.Expr | None:
        domain = given.domain
        match domain:
            case Lattice(low, high, stride):
                return ast.Range(*(literal(value, element) for value in (low, high, stride)))
            case NounAttribute(noun, attribute):
                return ast.Field(ast.Name(self.names[noun]), attribute)
            case Values(values):
                if isinstance(element, RowOf) or (isinstance(element, Bool) and values == (False, True)):
                    return None
                if isinstance(element, Opaque):
                    return ast.SetOf(tuple(ast.String(str(value)) for value in values))
                return ast.SetOf(tuple(literal(value, element) for value in values))
            case _:
                assert_never(domain)

    def unknowns(self) -> tuple[ast.Unknown, ...]:
        """The unknowns of all systems, once each."""
        found: dict[str, Type] = {}
        for node in self.problem.nodes:
            if isinstance(node, Apply) and node.op == "solve_linear":
                # The data of a system are names, which of them it is, and types: see `compiler/build/linear.py`.
                found |= dict(zip(node.data[0], node.data[2], strict=True))  # type: ignore[call-overload]
        return tuple(ast.Unknown(name, type_name(type_)) for name, type_ in found.items())

    def step(self, step: Step) -> ast.Step:
        """One step a line."""
        type_ = type_name(self.problem.nodes[step.node].type) if step.declared else None
        described = None if step.description is None else self.text(step.description)
        sentence = None if step.sentence is None else self.text(step.sentence)
        return ast.Step(step.name, type_, self.root(step.node), described, sentence)

    def ask(self, ask: Ask) -> ast.Ask:
        """The question with those options that were given."""
        options = []
        for field in fields(AnswerForm):
            value = getattr(ask.form, field.name)
            if value is not None and value != "":
                spelled = ast.String(value) if isinstance(value, str) else literal(Fraction(value), Num())
                options.append(ast.Option(field.name, spelled))
        return ast.Ask(self.names[ask.node], self.text(ask.question), tuple(options))

    def value(self, node: NodeId, value: object) -> ast.Expr:
        """A value bound to a given."""
        type_ = self.problem.nodes[node].type
        if isinstance(type_, RowOf):
            assert isinstance(value, int)
            name = self.problem.lexicon.table(type_.table).row_name(value)
            return ast.Number(Fraction(value + 1)) if name is None else ast.String(name)
        if isinstance(type_, Opaque):
            return ast.String(str(value))
        if isinstance(type_, ListOf):
            assert isinstance(value, tuple)
            return ast.ListOf(tuple(literal(part, type_.element) for part in value))
        return literal(value, type_)  # type: ignore[arg-type]

    # ---------------------------------------------------------------------------------- expressions

    def expr(self, node: NodeId) -> ast.Expr:
        """The expression that builds a node: its name, if it has one."""
        name = self.names.get(node)
        return self.root(node) if name is None else ast.Name(name)

    def root(self, node: NodeId) -> ast.Expr:
        """The expression of a node even if it has a name."""
        found = self.problem.nodes[node]
        match found:
            case Given(name):
                return ast.Name(name)
            case Const(value, type_):
                return self._literal(value, type_)
            case Apply():
                return self._apply(found)
            case _:
                assert_never(found)

    def _literal(self, value: Value, type_: Type) -> ast.Expr:
        if isinstance(type_, Num) and type_.unit.currency is not None and not type_.unit.is_money:
            if value == 0:
                return ast.Number(Fraction(0))
            rest = Unit(tuple((name, -power) for name, power in type_.unit.symbols if name != type_.unit.currency))
            return ast.Binary("/", literal(value, type_), ast.Number(Fraction(1), str(rest)))
        return literal(value, type_)

    def _apply(self, node: Apply) -> ast.Expr:
        op = operators_of(self.problem)[node.op]
        if op.fixity == "infix":
            args = tuple(map(self.expr, node.args))
            return ast.Compare((op.symbol,), args) if op.precedence == 40 else ast.Binary(op.symbol, *args)  # type: ignore[arg-type]
        match op.name:
            case "if":
                return ast.If(*(self.expr(arg) for arg in node.args))
            case "same" | "convert":
                return self.expr(node.args[0])
            case "item":
                return ast.Index(self.expr(node.args[0]), ast.Number(Fraction(str(node.data[0]))))
            case "lookup":
                return ast.Field(self.expr(node.args[0]), str(node.data[0]))
            case "list":
                return ast.ListOf(tuple(self.expr(arg) for arg in node.args))
            case _ if op.fixity == "constant":
                return ast.Name(op.symbol)
            case "solve_linear":
                return self._solve(node)
            case _:
                args = tuple([self.expr(arg) for arg in node.args])
        if op.fixity == "prefix":
            return ast.Unary(op.symbol, args[0])  # type: ignore[arg-type]
        if op.composes and any(isinstance(self.problem.nodes[arg].type, Opaque) for arg in node.args):
            return ast.Unary("-", args[0]) if op.composes == "neg" else ast.Binary(op.composes, *args)  # type: ignore[arg-type]
        return ast.Call(op.symbol, self._collapsed(node.args) or args)

    def _collapsed(self, args: tuple[NodeId, ...]) -> tuple[ast.Expr, ...] | None:
        """All elements of one list, in order, as the list."""
        items = [n for a in args if isinstance(n := self.problem.nodes[a], Apply) and n.op == "item"]
        if len(items) != len(args) or len({n.args[0] for n in items}) != 1:
            return None
        whole = items[0].args[0]
        type_ = self.problem.nodes[whole].type
        complete = isinstance(type_, ListOf) and [n.data[0] for n in items] == list(range(1, type_.length + 1))
        return (self.expr(whole),) if complete else None

    def _solve(self, node: Apply) -> ast.Expr:
        names: tuple[str, ...] = node.data[0]  # type: ignore[assignment]
        width = len(names) + 1
        equations = []
        for start in range(0, len(node.args), width):
            row = node.args[start : start + width]
            terms = [self._term(cell, name) for cell, name in zip(row, names, strict=False)]
            left: ast.Expr | None = None
            for term in terms:
                if term is not None:
                    left = term if left is None else ast.Binary("+", left, term)
            equations.append(ast.Compare(("==",), (left or ast.Number(Fraction(0)), self.expr(row[-1]))))
        return ast.Field(ast.Solve(tuple(equations), names), names[int(node.data[1])])  # type: ignore[call-overload]

    def _term(self, cell: NodeId, name: str) -> ast.Expr | None:
        found = self.problem.nodes[cell]
        if isinstance(found, Const) and found.value == 0:
            return None
        if isinstance(found, Const) and found.value == 1:
            return ast.Name(name)
        return ast.Binary("*", self.expr(cell), ast.Name(name))

    # ----------------------------------------------------------------------------------------- text

    def text(self, text: Text) -> ast.Text:
        """Segments as written."""
        known = _TEXTS.get(text)
        nodes = tuple(nodes_of(text)) if known is None else known[0]
        names = tuple([self.names.get(node, "") for node in nodes])
        if known is not None and known[1] == names:
            return known[2]
        made = tuple([self._part(segment) for segment in text])
        # Where a node has no name, its expression is written, which other nodes make.
        return made if "" in names else _TEXTS.keep(text, (nodes, names, made))[2]

    def _untold(self, text: Text | None) -> ast.Text | None:
        return None if text is None else self.text(text)

    def _part(self, segment: Literal | Show | Counted | Article | PersonRef | Choice) -> ast.Part:
        match segment:
            case Literal(text):
                return ast.Literal_(text)
            case Show(node, form, untold):
                return ast.ValueHole(self._value(node), form, self._untold(untold))
            case Counted(count, noun, verb, auxiliary, untold, form):
                spelled = noun.name if noun.node is None else self.names[noun.node]
                hole = ast.CountedHole(self._value(count), spelled, verb, self._untold(untold), form)
                return ast.AuxiliaryHole(auxiliary, hole) if auxiliary else hole
            case Article(node, capital, untold, form):
                return ast.ArticleHole(self._value(node), capital, self._untold(untold), form)
            case PersonRef(node, form, capital, verb, auxiliary):
                return ast.PersonHole(self.names[node], form, capital, verb, auxiliary)
            case Choice(condition, then, otherwise):
                return ast.IfHole(self.expr(condition), self.text(then), self.text(otherwise))
            case _:
                assert_never(segment)

    def _value(self, node: NodeId) -> ast.Name | ast.Field | ast.Index:
        found = self.expr(node)
        assert isinstance(found, (ast.Name, ast.Field, ast.Index)), found
        return found
