"""A problem as SMT-LIB 2 text that Z3 and cvc5 both read as it stands.

Givens become constants with their domains asserted, every other node a `define-fun` under a name that shows which
spec name it is, every constraint a named assertion. What has no value (a zero divisor) is excluded by named
side conditions under the condition that the node is evaluated at all. Operators without an exact form
become unconstrained constants: then `unsat` is still a proof, and a model is only a candidate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod

from mspec.compiler import constraints as all_constraints
from mspec.compiler.constraints import Constraint, Holds, OnGrid, demand_roots
from mspec.compiler.ir import Apply, Const, Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.lower import smt_ops
from mspec.compiler.lower.smt_demand import path_conditions
from mspec.compiler.lower.smt_domains import Codes, membership, needs_multiplier, sort_of
from mspec.compiler.lower.smt_terms import (
    TRUE,
    Sort,
    Term,
    alike,
    as_real,
    call,
    choice,
    comment,
    conjunction,
    disjunction,
    equal,
    fresh_name,
    implication,
    multiple,
    negation,
    number,
)
from mspec.compiler.ops import Operators
from mspec.compiler.passes.intervals import looked_up
from mspec.compiler.plugins import NoValue, called, operators_of
from mspec.compiler.source import Span
from mspec.compiler.types import Bool, ListOf, NounType, Num, Opaque, Person, RowOf, Word, show

MOST_CASES = 64
"""Tuples of arguments of a primitive that become cases."""
MOST_EXPONENTS = 64
"""An exponent that is drawn is split into this many cases at most."""


@dataclass(frozen=True, slots=True)
class SmtLowering:
    """SMT-LIB text without `(check-sat)`, and how to speak about it.

    Attributes:
        text: from `(set-logic ALL)` to the last assertion.
        symbols: the term of every node that is not a list: a symbol, or a literal for an unnamed constant.
        elements: for every list node, the terms of its elements.
        sorts: "Int", "Real" or "Bool" for each node in `symbols`.
        element_sorts: the same for the elements of lists.
        assertions: name of an assertion -> where in the source it comes from.
        owners: name of a constraint's assertion -> the constraint.
        exact: nothing in the text stands for more than it should.
        inexact: the nodes that do: unconstrained constants, for want of an exact form.
        categories: for each given, the value that each code stands for (nothing for numbers and truths).
        paths: for every node that may be demanded, the condition under which it is.
        defined: for every operator among these, the condition under which it has a value.
    """

    text: str
    symbols: Mapping[NodeId, str]
    elements: Mapping[NodeId, tuple[str, ...]]
    sorts: Mapping[NodeId, Sort]
    element_sorts: Mapping[NodeId, Sort]
    assertions: Mapping[str, Span]
    owners: Mapping[str, Constraint]
    exact: bool
    inexact: tuple[NodeId, ...]
    categories: Mapping[NodeId, Mapping[int, Value]]
    paths: Mapping[NodeId, str]
    defined: Mapping[NodeId, str]

    def given_symbols(self) -> tuple[str, ...]:
        """The symbols whose values make a world, to be asked of a model."""
        listed = (symbol for node in self.elements if node in self._givens() for symbol in self.elements[node])
        return (*(self.symbols[node] for node in self._givens() if node in self.symbols), *listed)

    def world(self, model: Mapping[str, Fraction | bool]) -> dict[NodeId, Value]:
        """The world that a model of the `given_symbols` is, for the givens of this lowering."""
        found: dict[NodeId, Value] = {}
        for node in self._givens():
            if node in self.elements:
                found[node] = tuple(self._value(node, model[symbol]) for symbol in self.elements[node])
            else:
                found[node] = self._value(node, model[self.symbols[node]])
        return found

    def literal(self, node: NodeId, value: Value) -> str:
        """The term of a value that a given (or an element of it) may take."""
        for code, mine in self.categories[node].items():
            if mine == value:
                return str(code)
        if isinstance(value, bool):
            return "true" if value else "false"
        assert isinstance(value, Fraction)
        return number(value, "Real" if self.sorts.get(node) == "Real" else None).text

    def _givens(self) -> Iterable[NodeId]:
        return self.categories

    def _value(self, node: NodeId, value: Fraction | bool) -> Value:
        categories = self.categories[node]
        return categories[int(value)] if categories else value


def lower_smtlib(
    problem: Problem,
    roots: Iterable[NodeId] | None = None,
    constraints: Sequence[Constraint] | None = None,
    domains: bool = True,
    *,
    defined: bool = True,
    operators: Operators | None = None,
) -> SmtLowering:
    """Lower what some nodes and constraints depend on.

    Args:
        problem: as built.
        roots: nodes that will be spoken of; default: what is demanded, and the steps. Of these only what the
            problem itself demands has side conditions.
        constraints: default: all of the problem; they are asserted by name.
        domains: assert the domains of givens.
        defined: assert that what is demanded, or evaluated by a constraint, has a value. Without it a division by
            zero is some number: to prove that none occurs, leave it out.
        operators: the table of the compile; by default that of the problem.
    """
    wanted = tuple(constraints) if constraints is not None else all_constraints.constraints(problem)
    demanded = demand_roots(problem)
    spoken = tuple(roots) if roots is not None else (*demanded, *(step.node for step in problem.steps))
    lowering = _Lowering(problem, operators_of(problem) if operators is None else operators)
    needed = {*spoken, *demanded, *(constraint.node for constraint in wanted)}
    lowering.nodes(_ancestors(problem, needed))
    if domains:
        lowering.domains()
    lowering.constraints(wanted, demanded, defined)
    return lowering.finished()


def _ancestors(problem: Problem, roots: Iterable[NodeId]) -> list[NodeId]:
    """The nodes that the roots are made of, arguments first."""
    found: set[NodeId] = set()
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node in found:
            continue
        found.add(node)
        shape = problem.nodes[node]
        waiting.extend(shape.args)
        if isinstance(shape, Given) and isinstance(shape.domain, NounAttribute):
            waiting.append(shape.domain.noun)
    return sorted(found)


class _Lowering:
    """The text so far. One use, one problem."""

    def __init__(self, problem: Problem, operators: Operators) -> None:
        self.problem, self.operators = problem, operators
        self.codes = Codes(problem)
        self.names = problem.names()
        self.lines: list[str] = []
        self.terms: dict[NodeId, Term] = {}
        self.lists: dict[NodeId, tuple[Term, ...]] = {}
        self.multipliers: dict[tuple[NodeId, int], Term] = {}
        self.assertions: dict[str, Span] = {}
        self.owners: dict[str, Constraint] = {}
        self.inexact: list[NodeId] = []
        self.solutions: dict[tuple[NodeId, ...], tuple[Term, list[Term]]] = {}
        self.categories: dict[NodeId, Mapping[int, Value]] = {}
        self.paths: dict[NodeId, str] = {}
        self.auxiliaries = 0

    # --------------------------------------------------------------------------------------------- nodes

    def nodes(self, needed: Iterable[NodeId]) -> None:
        """Declare and define, arguments first."""
        for node in needed:
            shape = self.problem.nodes[node]
            match shape:
                case Given():
                    self._given(node, shape)
                case Const(value):
                    if isinstance(value, tuple):
                        self.lists[node] = tuple(self.codes.literal(entry) for entry in value)
                    else:
                        self.terms[node] = self._named(node, self.codes.literal(value))
                case Apply():
                    self._apply(node, shape)

    def _symbol(self, node: NodeId) -> str:
        name = self.names.get(node)
        return f"t{node}" if name is None else f"v_{fresh_name(name)}"

    def _declare(self, symbol: str, sort: Sort) -> Term:
        self.lines.append(f"(declare-const {symbol} {sort})")
        return Term(symbol, sort)

    def _define(self, symbol: str, term: Term) -> Term:
        self.lines.append(f"(define-fun {symbol} () {term.sort} {term.text})")
        return Term(symbol, term.sort, term.value)

    def _named(self, node: NodeId, term: Term) -> Term:
        """Named nodes get their own symbol; an unnamed literal or alias stands as it is."""
        if node in self.names or (term.value is None and "(" in term.text):
            return self._define(self._symbol(node), term)
        return term

    def _auxiliary(self, term: Term) -> Term:
        if term.value is not None or "(" not in term.text:
            return term
        self.auxiliaries += 1
        return self._define(f"a{self.auxiliaries}", term)

    def _given(self, node: NodeId, given: Given) -> None:
        symbol, sort = self._symbol(node), sort_of(given.type)
        element = given.type.element if isinstance(given.type, ListOf) else given.type
        values = () if isinstance(element, (Num, Bool)) else categorical_values(given)
        codes = {int(self.codes.literal(value).value or 0): value for value in values}
        self.categories[node] = codes
        legend = "".join(f", {code} = {value}" for code, value in codes.items() if isinstance(value, str))
        self.lines.append(comment(f"{given.name} : {show(given.type)}{legend}"))
        if isinstance(given.type, ListOf):
            self.lists[node] = tuple(self._declare(f"{symbol}.{i}", sort) for i in range(1, given.type.length + 1))
        else:
            self.terms[node] = self._declare(symbol, sort)
        for i in range(given.type.length if isinstance(given.type, ListOf) else 1):
            if needs_multiplier(given.domain, sort):
                suffix = f".{i + 1}" if isinstance(given.type, ListOf) else ""
                self.multipliers[node, i] = self._declare(f"k_{fresh_name(given.name)}{suffix}", "Int")

    def _apply(self, node: NodeId, shape: Apply) -> None:
        try:
            lowered = self._term(shape)
        except smt_ops.NotExact:
            self.inexact.append(node)
            if isinstance(shape.type, ListOf):
                sort = sort_of(shape.type)
                self.lists[node] = tuple(
                    self._declare(f"{self._symbol(node)}.{i}", sort) for i in range(1, shape.type.length + 1)
                )
            else:
                self.lines.append(comment(f"{shape.op} has no exact form here: any value"))
                self.terms[node] = self._declare(self._symbol(node), sort_of(shape.type))
            return
        if isinstance(lowered, tuple):
            self.lists[node] = lowered
        else:
            self.terms[node] = self._named(node, lowered)

    def _term(self, shape: Apply) -> Term | tuple[Term, ...]:
        match shape.op:
            case "list":
                return tuple(alike([self.terms[arg] for arg in shape.args]))
            case "item":
                index = shape.data[0]
                assert isinstance(index, int)
                return self.lists[shape.args[0]][index - 1]
            case "convert":
                factor = shape.data[0]
                assert isinstance(factor, Fraction)
                return multiple(factor, self.terms[shape.args[0]])
            case "lookup":
                return self._lookup(shape)
            case "solve_linear":
                return self._solution(shape)
            case "sqrt":
                square = self.terms[shape.args[0]]
                known = smt_ops.constant_value(self.operators[shape.op], [square])
                return known or self._square_root(square)
            case "pow" if self.terms[shape.args[1]].value is None:
                return self._split_power(shape)
        if self.operators[shape.op].plugin:
            return self._primitive(shape)
        if any(arg in self.lists for arg in shape.args):
            return self._over_lists(shape)
        return smt_ops.apply(self.operators[shape.op], [self.terms[arg] for arg in shape.args], self._auxiliary)

    def _over_lists(self, shape: Apply) -> Term | tuple[Term, ...]:
        match shape.op:
            case "same":
                return self.lists[shape.args[0]]
            case "if":
                condition = self.terms[shape.args[0]]
                pairs = zip(self.lists[shape.args[1]], self.lists[shape.args[2]], strict=True)
                return tuple(self._auxiliary(choice(condition, a, b)) for a, b in pairs)
            case "eq" | "ne":
                pairs = zip(self.lists[shape.args[0]], self.lists[shape.args[1]], strict=True)
                same = conjunction(equal(a, b) for a, b in pairs)
                return same if shape.op == "eq" else negation(same)
            case _:
                raise smt_ops.NotExact(shape.op)

    def _primitive(self, shape: Apply) -> Term:
        """A number or truth value that a primitive gives for categorical values and constants: one case for each."""
        row = self.operators[shape.op]
        choices = [self._choices(arg) for arg in shape.args]
        if isinstance(shape.type, Opaque) or prod(map(len, choices)) > MOST_CASES:
            raise smt_ops.NotExact(shape.op)
        cases: list[tuple[Term, Term]] = []
        for values in product(*choices):
            try:
                value = called(row, values)
            except NoValue:
                raise smt_ops.NotExact(shape.op) from None
            same = [
                equal(self.terms[arg], self.codes.literal(part))
                for arg, part, some in zip(shape.args, values, choices, strict=True)
                if len(some) > 1
            ]
            cases.append((conjunction(same), self.codes.literal(value)))
        results = alike([result for _, result in cases])
        whole = results[-1]
        for (condition, _), result in zip(reversed(cases[:-1]), reversed(results[:-1]), strict=True):
            whole = choice(condition, result, whole)
        return whole

    def _choices(self, node: NodeId) -> tuple[Value, ...]:
        """What an argument of a primitive may be, if that is a few categorical values or a constant."""
        shape = self.problem.nodes[node]
        match shape:
            case Const(value) if not isinstance(value, tuple):
                return (value,)
            case Given(type=Opaque() | Word()):
                return categorical_values(shape)
            case Apply("lookup", (whole,), Opaque() | Word(), (column, *_)):
                return tuple(dict.fromkeys(looked_up(self.problem, whole, str(column))))
            case _:
                raise smt_ops.NotExact("a primitive")

    def _lookup(self, shape: Apply) -> Term:
        row = self.problem.nodes[shape.args[0]]
        assert isinstance(row.type, RowOf)
        table = self.problem.lexicon.table(row.type.table)
        column = table.column(str(shape.data[0]))
        rows = (
            [int(value) for value in row.domain.values if isinstance(value, int)]
            if isinstance(row, Given) and isinstance(row.domain, Values)
            else range(len(table.rows))
        )
        literals = alike([self.codes.literal(table.rows[i][column]) for i in rows])
        result = literals[-1]
        for i, literal in zip(reversed(rows[:-1]), reversed(literals[:-1]), strict=True):
            result = choice(equal(self.terms[shape.args[0]], number(i)), literal, result)
        return result

    def _split_power(self, shape: Apply) -> Term:
        """A drawn exponent: one case for each value that it may take."""
        base, exponent = (self.terms[arg] for arg in shape.args)
        drawn = self.problem.nodes[shape.args[1]]
        if not isinstance(drawn, Given) or isinstance(drawn.domain, NounAttribute):
            raise smt_ops.NotExact(shape.op)
        if drawn.domain.size > MOST_EXPONENTS:
            raise smt_ops.NotExact(shape.op)
        cases = [value for value in drawn.domain if isinstance(value, Fraction) and value >= 0]
        if not cases or any(value.denominator != 1 for value in cases):
            raise smt_ops.NotExact(shape.op)
        result = smt_ops.power(base, int(cases[-1]))
        for value in reversed(cases[:-1]):
            result = choice(equal(exponent, number(value)), smt_ops.power(base, int(value)), result)
        return result

    def _square_root(self, square: Term) -> Term:
        """The number that is not negative and has this square: an unknown of its own."""
        self.auxiliaries += 1
        root = self._declare(f"a{self.auxiliaries}", "Real")
        zero = number(0, "Real")
        not_negative = call("<=", (zero, as_real(square)), "Bool")
        is_root = (call("<=", (zero, root), "Bool"), equal(call("*", (root, root), "Real"), as_real(square)))
        self.lines.append(f"(assert {implication(not_negative, conjunction(is_root)).text})")
        return root

    def _solution(self, shape: Apply) -> Term:
        names, which = shape.data[:2]
        assert isinstance(names, tuple) and isinstance(which, int)
        if shape.args not in self.solutions:
            self.solutions[shape.args] = self._solve(shape.args, len(names))
        return self.solutions[shape.args][1][which]

    def _solve(self, args: Sequence[NodeId], size: int) -> tuple[Term, list[Term]]:
        """Unknowns that satisfy the equations, if the determinant allows; with the determinant."""
        width = size + 1
        matrix = [[self.terms[arg] for arg in args[i * width : (i + 1) * width]] for i in range(size)]
        determinant = smt_ops.determinant([row[:size] for row in matrix], self._auxiliary)
        unknowns = [self._declare(f"x{args[-1]}.{len(self.solutions)}.{i + 1}", "Real") for i in range(size)]
        equations = []
        for row in matrix:
            products = [call("*", (as_real(c), u), "Real") for c, u in zip(row, unknowns, strict=False)]
            total = call("+", products, "Real") if size > 1 else products[0]
            equations.append(equal(total, as_real(row[size])))
        regular = negation(equal(determinant, number(0)))
        self.lines.append(f"(assert {implication(regular, conjunction(equations)).text})")
        return regular, unknowns

    # ------------------------------------------------------------------------------------------- domains

    def domains(self) -> None:
        """What each given may be, lists in order or without repetition, people and nouns drawn distinct."""
        choosers = {
            node: (self.terms[node], categorical_values(shape))
            for node, shape in enumerate(self.problem.nodes)
            if node in self.terms and isinstance(shape, Given) and isinstance(shape.type, NounType)
        }
        for node in self.categories:
            given = self.problem.nodes[node]
            assert isinstance(given, Given)
            parts = self.lists.get(node) or (self.terms[node],)
            inside = [
                membership(term, given.domain, self.multipliers.get((node, i), TRUE), self.codes, choosers)
                for i, term in enumerate(parts)
            ]
            if "distinct" in given.flags and len(parts) > 1:
                inside.append(call("distinct", parts, "Bool"))
            if "sorted" in given.flags and len(parts) > 1:
                inside.append(call("<=", parts, "Bool"))
            self._assert(f"d_{fresh_name(given.name)}", conjunction(inside), given.span)
        for left, right in distinct_pairs(self.problem):
            if left in self.terms and right in self.terms:
                name = f"distinct_{fresh_name(self.names[left])}.{fresh_name(self.names[right])}"
                apart = negation(equal(self.terms[left], self.terms[right]))
                self._assert(name, apart, self.problem.nodes[right].span)

    def _assert(self, name: str, term: Term, span: Span) -> None:
        if term.value is True:
            return
        self.lines.append(f"(assert (! {term.text} :named {name}))")
        self.assertions[name] = span

    # --------------------------------------------------------------------------------------- constraints

    def constraints(self, wanted: Sequence[Constraint], demanded: Sequence[NodeId], defined: bool) -> None:
        """Assert the constraints by name and, with `defined`, what must hold for values to exist."""
        paths = path_conditions(self.problem, demanded, self.terms.__getitem__, self._condition("p"))
        self.paths = {node: condition.text for node, condition in paths.items()}
        if defined:
            tested = [constraint.node for constraint in wanted if isinstance(constraint, Holds)]
            tests = path_conditions(self.problem, tested, self.terms.__getitem__, self._condition("q"))
            for node in sorted(paths.keys() | tests.keys()):
                condition = disjunction(p[node] for p in (paths, tests) if node in p)
                self._assert(
                    f"defined{node}", implication(condition, self._defined(node)), self.problem.nodes[node].span
                )
        for i, constraint in enumerate(wanted, 1):
            match constraint:
                case Holds(node):
                    name, term = f"c{i}_require", self.terms[node]
                case OnGrid(node, grid):
                    name = f"c{i}_{fresh_name(self.names.get(node, 'grid'))}"
                    reached = paths.get(node)
                    term = TRUE if reached is None else implication(reached, smt_ops.on_grid(self.terms[node], grid))
            self.owners[name] = constraint
            self.lines.append(f"(assert (! {term.text} :named {name}))")
            self.assertions[name] = constraint.span

    def _condition(self, prefix: str) -> Callable[[NodeId, Term], Term]:
        def name(node: NodeId, condition: Term) -> Term:
            return condition if "(" not in condition.text else self._define(f"{prefix}{node}", condition)

        return name

    def _defined(self, node: NodeId) -> Term:
        shape = self.problem.nodes[node]
        if not isinstance(shape, Apply):
            return TRUE
        if shape.op == "solve_linear":
            known = self.solutions.get(shape.args)
            return known[0] if known else TRUE
        if any(arg in self.lists for arg in shape.args):
            return TRUE
        return smt_ops.definedness(self.operators[shape.op], [self.terms[arg] for arg in shape.args])

    def finished(self) -> SmtLowering:
        """The result."""
        return SmtLowering(
            text="\n".join(["(set-logic ALL)", *self.lines, ""]),
            symbols={node: term.text for node, term in sorted(self.terms.items())},
            elements={node: tuple(t.text for t in terms) for node, terms in sorted(self.lists.items())},
            sorts={node: term.sort for node, term in sorted(self.terms.items())},
            element_sorts={node: terms[0].sort for node, terms in sorted(self.lists.items()) if terms},
            assertions=self.assertions,
            owners=self.owners,
            exact=not self.inexact,
            inexact=tuple(self.inexact),
            categories=self.categories,
            paths=self.paths,
            defined={
                node: self._defined(node).text
                for node in sorted(self.paths)
                if isinstance(self.problem.nodes[node], Apply)
            },
        )


def categorical_values(given: Given) -> tuple[Value, ...]:
    match given.domain:
        case Values(values):
            return values
        case NounAttribute(_, _, choices):
            return tuple(dict.fromkeys(v for c in choices if isinstance(c, Values) for v in c.values))
        case Lattice():
            return ()


def distinct_pairs(problem: Problem) -> tuple[tuple[NodeId, NodeId], ...]:
    """The pairs of person givens, and of noun givens, that are drawn different: their domains overlap and neither
    says `repeat`."""
    pairs = []
    drawn = [
        (i, node)
        for i, node in enumerate(problem.nodes)
        if isinstance(node, Given) and isinstance(node.type, (Person, NounType)) and "repeat" not in node.flags
    ]
    for position, (i, left) in enumerate(drawn):
        for j, right in drawn[position + 1 :]:
            if type(left.type) is type(right.type) and set(categorical_values(left)) & set(categorical_values(right)):
                pairs.append((i, j))
    return tuple(pairs)
