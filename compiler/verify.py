"""The invariants of a `Problem`. `verify` runs after it is built and after every pass and rewrite.

What fails here is a fault of the code that made the problem, never of its author: authors are answered by
diagnostics long before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import assert_never

from mspec.compiler import typing_rules as typing
from mspec.compiler.dump import dump, dump_node
from mspec.compiler.ir import (
    Apply,
    Article,
    Choice,
    Const,
    Counted,
    Domain,
    Given,
    Lattice,
    Literal,
    NodeId,
    NounAttribute,
    PersonRef,
    Problem,
    Show,
    Text,
    Value,
    Values,
)
from mspec.compiler.ops import Op, Operators
from mspec.compiler.plugins import operators_of
from mspec.compiler.types import Bool, ListOf, NounType, Num, Opaque, Person, RowOf, Tag, Type, Word, show
from mspec.compiler.units import PLAIN

__all__ = ["InvalidProblem", "dump", "verify"]


class InvalidProblem(ValueError):
    """A problem breaks an invariant of the IR. `node` is where, if it is about one node."""

    def __init__(self, problem: Problem, why: str, node: NodeId | None = None) -> None:
        where = ""
        if node is not None and 0 <= node < len(problem.nodes):
            where = f": {dump_node(problem, node)}"
        super().__init__(f"{problem.name}: {why}{where}")
        self.node = node


def verify(problem: Problem, *, operators: Operators | None = None, forest: bool = True) -> None:
    """Check every invariant of the IR.

    Args:
        problem: What to check.
        operators: The table of the compile; by default that of the problem.
        forest: Also check that an unnamed node is used exactly once. True as built and after rewrites; a
            pass that shares subexpressions gives this up.

    Raises:
        InvalidProblem: with the first fault found.
    """
    _Verifier(problem, operators_of(problem) if operators is None else operators).check(forest)


# Operators whose arguments must stand in one unit; a conversion is a node of its own.
_ONE_UNIT = frozenset(
    {
        typing.addition, typing.comparison, typing.equality, typing.all_comparable, typing.conditional,
        typing.all_alike, typing.middle, typing.order_statistic, typing.rounding, typing.whole_quotient,
    }
)  # fmt: skip
_HIDDEN = frozenset({"same", "convert", "item", "lookup", "list", "solve_linear"})
# A declared step type may overrule these faults of the expression below it.
_OVERRULED = frozenset({"label", "two_labels", "tag"})


class _Verifier:
    def __init__(self, problem: Problem, operators: Operators) -> None:
        self.problem = problem
        self.operators = operators
        self.steps = {step.node: step for step in problem.steps}
        self.segments = [segment for text in problem.texts() for segment in _segments(text)]

    def check(self, forest: bool) -> None:
        self._check_structure()
        self._check_references()
        self._check_names()
        overruled = self._under_declared()
        for node, expression in enumerate(self.problem.nodes):
            match expression:
                case Given():
                    self._check_given(node, expression)
                case Const(value, type_):
                    if not _fits(value, type_):
                        self._fail(f"{value!r} is not a value of {show(type_)}", node)
                case Apply():
                    self._check_apply(node, expression, node in overruled)
                case _:
                    assert_never(expression)
        self._check_conditions()
        self._check_roles()
        self._check_texts()
        if forest:
            self._check_forest()

    def _fail(self, why: str, node: NodeId | None = None) -> None:
        raise InvalidProblem(self.problem, why, node)

    def _type(self, node: NodeId) -> Type:
        return self.problem.nodes[node].type

    # ---------------------------------------------------------------------------------------- structure

    def _check_structure(self) -> None:
        for node, expression in enumerate(self.problem.nodes):
            for arg in expression.args:
                if not 0 <= arg < node:
                    self._fail(f"argument %{arg} does not stand before node %{node}")
            if isinstance(expression, Apply):
                op = self.operators.get(expression.op)
                if op is None:
                    self._fail(f"node %{node}: unknown operator {expression.op!r}")
                    continue
                least, most = op.arity
                if len(expression.args) < least or (most is not None and len(expression.args) > most):
                    self._fail(f"{op.name} does not take {len(expression.args)} arguments", node)

    def _roots(self) -> Iterator[tuple[str, NodeId]]:
        """Every node that something other than a node or a text refers to, with the word for what does."""
        problem = self.problem
        yield from (("step", step.node) for step in problem.steps)
        yield from (("require", require.node) for require in problem.requires)
        yield from (("tell", node) for node in problem.tells)
        yield from (("ask", ask.node) for ask in problem.asks)
        for mistake in problem.mistakes:
            yield "mistake", mistake.step
            yield "mistake", mistake.value
            if mistake.when is not None:
                yield "mistake", mistake.when
        for test in problem.tests:
            yield from (("test", node) for node, _ in test.bindings)
            yield from (("test", node) for node in test.expects + test.always)
        for sentence in problem.story:
            yield from (("sentence", node) for node in sorted(sentence.tells | sentence.mentions))
        for given in problem.nodes:
            if isinstance(given, Given) and isinstance(given.domain, NounAttribute):
                yield "domain", given.domain.noun

    def _check_references(self) -> None:
        size = len(self.problem.nodes)
        for word, node in self._roots():
            if not 0 <= node < size:
                self._fail(f"{word} refers to node %{node}, which does not exist")
        for segment in self.segments:
            for node in _nodes_of(segment):
                if not 0 <= node < size:
                    self._fail(f"a text refers to node %{node}, which does not exist")

    def _check_names(self) -> None:
        seen = {node.name for node in self.problem.nodes if isinstance(node, Given)}
        if len(seen) != len(self.problem.givens()):
            self._fail("two givens have one name")
        for step in self.problem.steps:
            if isinstance(self.problem.nodes[step.node], Given):
                self._fail(f"step {step.name} stands on a given", step.node)
            if step.name in seen:
                self._fail(f"the name {step.name} is taken", step.node)
            seen.add(step.name)
        if len(self.steps) != len(self.problem.steps):
            self._fail("two steps stand on one node")

    # -------------------------------------------------------------------------------------------- types

    def _under_declared(self) -> frozenset[NodeId]:
        """The nodes of expressions whose step has a declared type, or that a mistake puts in its place."""
        waiting = [step.node for step in self.problem.steps if step.declared]
        declared = frozenset(waiting)
        waiting += [mistake.value for mistake in self.problem.mistakes if mistake.step in declared]
        found: set[NodeId] = set()
        while waiting:
            node = waiting.pop()
            found.add(node)
            waiting += [arg for arg in self.problem.nodes[node].args if arg not in self.steps]
        return frozenset(found)

    def _check_given(self, node: NodeId, given: Given) -> None:
        element = given.type.element if isinstance(given.type, ListOf) else given.type
        for domain in _domains(given.domain):
            if domain.size < 1:
                self._fail("the domain is empty", node)
            if isinstance(domain, Lattice):
                if domain.stride <= 0 or ((domain.high - domain.low) / domain.stride).denominator != 1:
                    self._fail("the upper end is not on the lattice", node)
                if not isinstance(element, Num):
                    self._fail(f"a {show(element)} has no range", node)
            elif not _all_fit(domain.values, element):
                self._fail(f"the domain holds what is not a value of {show(element)}", node)
        if isinstance(given.domain, NounAttribute):
            noun = self.problem.nodes[given.domain.noun]
            if not isinstance(noun, Given) or not isinstance(noun.type, NounType):
                self._fail("the domain is taken from what is not a noun given", node)
            elif not isinstance(noun.domain, Values) or noun.domain.size != len(given.domain.choices):
                self._fail("the domain does not have one choice for each noun", node)
        if isinstance(given.type, RowOf):
            self._table(given.type, node)

    def _table(self, row: RowOf, node: NodeId) -> None:
        if all(table.name != row.table for table in self.problem.lexicon.tables):
            self._fail(f"there is no table {row.table}", node)

    def _check_apply(self, node: NodeId, expression: Apply, overruled: bool) -> None:
        types = [self._type(arg) for arg in expression.args]
        if expression.op in _HIDDEN:
            self._check_hidden(node, expression, types)
            return
        op = self.operators[expression.op]
        try:
            expected = self._typed(op, expression, types)
        except typing.TypeFault as fault:
            if not (overruled and fault.kind in _OVERRULED):
                self._fail(f"the arguments do not fit ({fault.kind})", node)
            expected = self._typed(op, expression, [_plain(type_) for type_ in types])
        if op.typing in _ONE_UNIT:
            units = [type_.unit for type_ in types if isinstance(type_, Num)]
            scales = {unit.scale for unit in units if not unit.is_plain}
            if len(scales) > 1:
                self._fail("the arguments stand in different units", node)
        self._check_result(node, expression.type, expected)

    def _typed(self, op: Op, expression: Apply, types: list[Type]) -> Type:
        if op.name == "pow":
            base, exponent = types[0], self.problem.nodes[expression.args[1]]
            if isinstance(base, Num) and isinstance(exponent, Const) and isinstance(exponent.value, Fraction):
                op.typing((_plain(replace(base, unit=PLAIN)), types[1]))
                return typing.raised(base, int(exponent.value))
        arguments = [self.problem.nodes[arg] for arg in expression.args]
        literals = [node.value if isinstance(node, Const) else None for node in arguments]
        return typing.weighted(op.name, types, literals) or _typed_by(op.typing, tuple(types))

    def _check_result(self, node: NodeId, actual: Type, expected: Type) -> None:
        """A named node may claim to be whole though its expression does not show it; an unnamed one not."""
        if not _same_kind(actual, expected):
            self._fail(f"the type should be {show(expected)}", node)
        if isinstance(actual, Num) and isinstance(expected, Num):
            if actual.exact and not expected.exact:
                self._fail("the type is exact, the value is real", node)
            if actual.whole and not expected.whole and node not in self.steps:
                self._fail("an unnamed node is whole by type only", node)

    def _check_hidden(self, node: NodeId, expression: Apply, types: list[Type]) -> None:
        match expression.op, types, expression.data:
            case "same", [type_], ():
                self._check_result(node, expression.type, type_)
            case "convert", [Num() as source], (Fraction() as factor,):
                target = expression.type
                if not isinstance(target, Num) or target.unit.dimension != source.unit.dimension:
                    self._fail("a conversion between different things", node)
                elif source.unit.factor_to(target.unit) != factor:
                    self._fail(f"the factor should be {source.unit.factor_to(target.unit)}", node)
            case "item", [ListOf(element, length)], (int() as index,):
                if not 1 <= index <= length:
                    self._fail("there is no such item", node)
                self._check_result(node, expression.type, element)
            case "lookup", [RowOf() as row], (str() as name,):
                self._table(row, node)
                columns = {column[0]: column[1] for column in self.problem.lexicon.table(row.table).columns}
                if name not in columns:
                    self._fail(f"table {row.table} has no column {name}", node)
                self._check_result(node, expression.type, columns[name])
            case "list", _, ():
                if not isinstance(expression.type, ListOf) or expression.type.length != len(types):
                    self._fail("the type is not a list of this length", node)
                else:
                    for type_ in types:
                        self._check_result(node, type_, expression.type.element)
            case "solve_linear", _, (tuple() as names, int() as which, tuple() as kinds):
                if (
                    len(kinds) != len(names)
                    or len(types) != len(names) * (len(names) + 1)
                    or not 0 <= which < len(names)
                ):
                    self._fail("the matrix is not that of as many equations as unknowns", node)
                if not all(isinstance(type_, Num) for type_ in [*types, expression.type]):
                    self._fail("an entry of the matrix is not a number", node)
            case _:
                self._fail("the operator's arguments or data are not of the right kind", node)

    # ------------------------------------------------------------------------------------ roles of nodes

    def _check_conditions(self) -> None:
        problem = self.problem
        conditions = [require.node for require in problem.requires]
        conditions += [mistake.when for mistake in problem.mistakes if mistake.when is not None]
        conditions += [node for test in problem.tests for node in test.expects + test.always]
        conditions += [segment.condition for segment in self.segments if isinstance(segment, Choice)]
        for node in conditions:
            if not isinstance(self._type(node), Bool):
                self._fail("a condition is not a truth value", node)

    def _check_roles(self) -> None:
        problem = self.problem
        names = problem.names()
        for ask in problem.asks:
            if ask.node not in names:
                self._fail("what is asked has no name", ask.node)
        for node in problem.tells:
            if node not in self.steps:
                self._fail("what `tell` names is not a step", node)
        for mistake in problem.mistakes:
            if mistake.step not in self.steps and not isinstance(self.problem.nodes[mistake.step], Given):
                self._fail(f"mistake {mistake.name} does not redefine a step or given", mistake.step)
            if not _same_kind(self._type(mistake.value), self._type(mistake.step)):
                self._fail(f"mistake {mistake.name} is of another kind than its step", mistake.value)
        for test in problem.tests:
            for node, value in test.bindings:
                if not isinstance(problem.nodes[node], Given):
                    self._fail(f'test "{test.title}" binds what is not a given', node)
                if not _fits(value, self._type(node)):
                    self._fail(f'test "{test.title}" binds {value!r}', node)

    def _check_texts(self) -> None:
        nouns = {entry.name for entry in self.problem.lexicon.nouns}
        for segment in self.segments:
            match segment:
                case PersonRef(node) if not isinstance(self._type(node), Person):
                    self._fail("a text refers to a person that is none", node)
                case Counted(count) if not isinstance(self._type(count), Num):
                    self._fail("a text counts what is not a number", count)
                case Counted(count, noun) if noun.node is None and noun.name not in nouns:
                    self._fail(f"the lexicon has no noun {noun.name!r}", count)
                case Counted(_, noun) if noun.node is not None:
                    if not isinstance(self._type(noun.node), NounType):
                        self._fail("a text counts by what is not a noun", noun.node)
                case _:
                    pass

    def _check_forest(self) -> None:
        uses = Counter(arg for expression in self.problem.nodes for arg in expression.args)
        # A sentence's `tells` and `mentions` only sum up its text; naming a node is not a use of it.
        uses.update(node for word, node in self._roots() if word not in ("step", "sentence"))
        uses.update(node for segment in self.segments for node in _nodes_of(segment))
        names = self.problem.names()
        for node in range(len(self.problem.nodes)):
            expression = self.problem.nodes[node]
            # A column of a row and an element of a list print as atoms, like names, and are shared like them.
            atom = isinstance(expression, Apply) and expression.op in ("lookup", "item")
            if node not in names and uses[node] != 1 and not (atom and uses[node]):
                self._fail(f"an unnamed node is used {uses[node]} times; name it as a step first", node)


# ------------------------------------------------------------------------------------------ small questions


@lru_cache(maxsize=1 << 12)
def _typed_by(rule: Callable[[Sequence[Type]], Type], types: tuple[Type, ...]) -> Type:
    """What a rule of typing gives; variants ask the same of it again and again."""
    return rule(types)


def _plain(type_: Type) -> Type:
    """A type without labels and tag."""
    return replace(type_, label=None, per=None, tag=Tag.NONE) if isinstance(type_, Num) else type_


def _same_kind(actual: Type, expected: Type) -> bool:
    """One sort of value in one unit; labels, tags and wholeness are not compared."""
    match actual, expected:
        case Num(), Num():
            mine, its = actual.unit, expected.unit
            return mine is its or (mine.dimension == its.dimension and mine.scale == its.scale)
        case ListOf(), ListOf():
            return actual.length == expected.length and _same_kind(actual.element, expected.element)
        case ((NounType() | Word() | Person()), (NounType() | Word() | Person())):
            return True  # all three are text
        case _:
            return actual == expected


def _fits(value: Value, type_: Type) -> bool:
    """Whether a Python value is one of the type."""
    match type_:
        case Num():
            return isinstance(value, Fraction) and (not type_.whole or value.denominator == 1)
        case Bool():
            return isinstance(value, bool)
        case NounType() | Word() | Person() | Opaque():
            return isinstance(value, str)
        case RowOf():
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case ListOf(element, length):
            if not isinstance(value, tuple) or len(value) != length:
                return False
            return all(_fits(entry, element) for entry in value)
        case _:
            assert_never(type_)


def _all_fit(values: Sequence[Value], type_: Type) -> bool:
    """Whether values, often all the names that there are, are ones of the type."""
    if isinstance(type_, NounType | Word | Person) and set(map(type, values)) == {str}:
        return True
    return all(_fits(value, type_) for value in values)


def _domains(domain: Domain) -> Iterator[Lattice | Values]:
    if isinstance(domain, NounAttribute):
        yield from domain.choices
    else:
        yield domain


def _segments(text: Text) -> Iterator[Show | Counted | Article | PersonRef | Choice]:
    """Every segment that refers to nodes, those of arms and untold forms included."""
    for segment in text:
        match segment:
            case Literal():
                continue
            case Show() | Counted() | Article():
                yield segment
                yield from _segments(segment.untold or ())
            case PersonRef():
                yield segment
            case Choice(_, then, otherwise):
                yield segment
                yield from _segments(then)
                yield from _segments(otherwise)
            case _:
                assert_never(segment)


def _nodes_of(segment: Show | Counted | Article | PersonRef | Choice) -> tuple[NodeId, ...]:
    """What a segment refers to, apart from its arms and untold form."""
    match segment:
        case Show(node) | Article(node) | PersonRef(node) | Choice(node):
            return (node,)
        case Counted(count, noun):
            return (count,) if noun.node is None else (count, noun.node)
