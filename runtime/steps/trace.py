"""Which steps a world needs, and what each of them is: static, one trace a demanded shape.

Worlds that take the same arms of every demanded `if` share a trace. In it every `if` is replaced by the taken arm, and
steps that are not demanded are absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from mspec.compiler.composed import composed
from mspec.compiler.ir import Apply, Const, NodeId, Problem, Value
from mspec.compiler.lower.forms import Code
from mspec.compiler.ops import OPS
from mspec.compiler.plugins import operators_of
from mspec.compiler.solution import Known, Solution, SolutionStep
from mspec.compiler.types import Bool, ListOf, Num, Opaque, Type
from mspec.runtime.batch import Array, Batch

Signature = bytes
"""One byte for each `if` of the solution, in node order: 0 not demanded, 1 the `else` arm, 2 the `then` arm."""
NOT_DEMANDED, ELSE, THEN = 0, 1, 2
ARITHMETIC = frozenset({"add", "sub", "mul", "div", "pow", "neg", "same", "convert"})
REAL_DECIMALS = 6
"""What is claimed of a real number: its value rounded to so many decimals."""
LARGEST_EXPONENT = 100
"""A power with a larger constant exponent is claimed, not printed as an equation."""


# --------------------------------------------------------------------------------------------- expressions


class Source(NamedTuple):
    """Where the value of a leaf comes from: the column of a world node, or a part of it.

    `part` is None, a 1-based list index, or a table column. With `unknown`, it is that unknown of the system that the
    step `node` solves; with `decimals`, the value is rounded to so many.
    """

    node: NodeId
    part: int | str | None = None
    unknown: int | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A named value: a told fact, or the result of an earlier step."""

    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant; its type is for display only."""

    value: Value
    type: Type | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """An operator over expressions."""

    op: str
    args: tuple[Expression, ...]
    data: tuple[object, ...] = ()


Expression = Leaf | Literal | Call


def leaves(expression: Expression) -> Iterator[Leaf]:
    """The leaves, from left to right."""
    match expression:
        case Leaf():
            yield expression
        case Call(_, args):
            for arg in args:
                yield from leaves(arg)
        case Literal():
            pass


def operators(expression: Expression) -> Iterator[str]:
    """The operators, outer ones first."""
    if isinstance(expression, Call):
        yield expression.op
        for arg in expression.args:
            yield from operators(arg)


@dataclass(frozen=True, slots=True)
class TracedStep:
    """One step as it is done in the worlds of a trace.

    `value` is the expression with every `if` resolved. `conditions` decided the arms: each is true. `claim` is what
    can be checked where there is no equation; None where there is nothing to claim. What a bool step
    claims is `truth`, true or false by row: its value, with real results replaced. `has_equation`: the value is printed
    as `expression = value`. `written` is the value over names only: in `value`, operands that are composed of others
    stand as their value. """

    name: str
    node: NodeId
    kind: str
    value: Expression
    conditions: tuple[Expression, ...]
    claim: Expression | None
    has_equation: bool
    inputs: tuple[str, ...]
    depth: int
    derived: bool
    written: Expression
    truth: Expression | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """The steps of one demanded shape, in the order in which they are done."""

    signature: Signature
    steps: tuple[TracedStep, ...]
    arms: tuple[tuple[str, str], ...]
    """The step in which a condition decided, and "then" or "else"; bounds of unrolled sums are not among them."""


# -------------------------------------------------------------------------------------------------- demand


def conditionals(solution: Solution) -> list[int]:
    """The places of the `if`s, in node order."""
    return [i for i, node in enumerate(solution.nodes) if isinstance(node, Apply) and node.op == "if"]


def groups(problem: Problem, solution: Solution, batch: Batch) -> list[tuple[Array, Signature]]:
    """Rows by demanded shape, in the order of the signatures; rows ascending. Nested `if`s count only where
    demanded."""
    ifs = conditionals(solution)
    if not ifs or not batch.size:
        return [(np.arange(batch.size), b"")] if batch.size else []
    demanded: list[Array | None] = [None] * len(solution.nodes)  # None: in no row
    everywhere = np.ones(batch.size, dtype=bool)
    for answer in solution.answers:
        demanded[solution.place(answer)] = everywhere
    shape = np.zeros((batch.size, len(ifs)), dtype=np.uint8)
    column_of = {place: column for column, place in enumerate(ifs)}
    for i in range(len(solution.nodes) - 1, -1, -1):
        mine = demanded[i]
        if mine is None:
            continue
        node = solution.nodes[i]
        if i in column_of:
            condition, then, otherwise = node.args
            holds = _truth(problem, solution, batch, condition)
            _demand(demanded, condition, mine)
            _demand(demanded, then, mine & holds)
            _demand(demanded, otherwise, mine & ~holds)
            shape[:, column_of[i]] = mine * (1 + holds.astype(np.uint8))
        else:
            for arg in node.args:
                _demand(demanded, arg, mine)
    rows_of: dict[bytes, list[int]] = {}
    if (shape == shape[0]).all():
        return [(np.arange(batch.size), shape[0].tobytes())]
    packed = shape.tobytes()
    for row in range(batch.size):
        rows_of.setdefault(packed[row * len(ifs) : (row + 1) * len(ifs)], []).append(row)
    return [(np.array(rows_of[key], dtype=np.intp), key) for key in sorted(rows_of)]


def _demand(demanded: list[Array | None], place: int, rows: Array) -> None:
    before = demanded[place]
    demanded[place] = rows if before is None else before | rows


def _truth(problem: Problem, solution: Solution, batch: Batch, place: int) -> Array:
    """The condition at a place of the solution, as a bool column."""
    node = solution.nodes[place]
    if isinstance(node, Const):
        return np.full(batch.size, node.value is True)
    world = solution.origin[place]
    assert world is not None, "a condition is a node of the world"
    found = problem.nodes[world]
    if world not in batch.columns and isinstance(found, Apply) and found.op == "lookup":
        table = problem.lexicon.table(getattr(problem.nodes[found.args[0]].type, "table", ""))
        rows, inverse = batch.distinct(found.args[0])
        position = table.column(str(found.data[0]))
        truths: Array = np.array([table.rows[int(r)][position] is True for r in rows], dtype=np.bool_)  # type: ignore[arg-type]
        return truths[inverse]
    form, column = batch.forms[world], batch.columns[world]
    assert isinstance(column, np.ndarray)
    if isinstance(form, Code):
        return np.array([value is True for value in form.values], dtype=np.bool_)[column]
    return column.astype(bool)


# --------------------------------------------------------------------------------------------------- traces


def trace(problem: Problem, solution: Solution, signature: Signature) -> Trace:
    """The steps that worlds of a signature need, with every `if` resolved."""
    resolver = _Resolver(problem, solution, signature)
    by_root = {step.root: step for step in solution.steps}
    wanted = {resolver.landing(solution.place(answer)) for answer in solution.answers}
    done: dict[int, tuple[SolutionStep, _Resolved]] = {}
    for root in sorted(by_root, reverse=True):
        if root in wanted:
            resolved = resolver.resolve(root)
            wanted |= resolved.roots
            done[root] = (by_root[root], resolved)
    depth: dict[str, int] = {}
    reals: dict[Source, Expression] = {}
    steps: list[TracedStep] = []
    arms: list[tuple[str, str]] = []
    for step in solution.steps:
        if step.root in done:
            made = _traced(problem, solution, step, done[step.root][1], depth, reals)
            depth[step.name] = made.depth
            steps.append(made)
            arms += [(step.name, arm) for arm in done[step.root][1].arms]
    return Trace(signature, tuple(steps), tuple(arms))


@dataclass(slots=True)
class _Resolved:
    value: Expression
    conditions: list[Expression]
    arms: list[str]
    roots: set[int]
    guards: list[Expression]
    composed: dict[Expression, Leaf]


class _Resolver:
    """Reads expressions off the solution graph, down to leaves and roots of other steps."""

    def __init__(self, problem: Problem, solution: Solution, signature: Signature) -> None:
        self.solution, self.problem = solution, problem
        self.names = problem.names()
        self.taken = dict(zip(conditionals(solution), signature, strict=True))
        self.roots = {step.root: step for step in solution.steps}
        self.picks = turn_picks(solution)
        self.composed = composed(problem)

    def landing(self, place: int) -> int:
        """The step that stands for a place: for one that only picks the last turn of an `iterate`, that turn."""
        while place in self.picks:
            _, then, otherwise = self.solution.nodes[place].args
            place = then if self.taken[place] == THEN else otherwise
        return place

    def resolve(self, root: int) -> _Resolved:
        result = _Resolved(Literal(False), [], [], set(), [], {})
        result.value = self._apply(root, result)
        return result

    def read(self, place: int, result: _Resolved) -> Expression:
        """The expression at a place, seen from a step further up."""
        place = self.landing(place)
        if place in self.roots:
            result.roots.add(place)
            step = self.roots[place]
            return Leaf(step.name, Source(step.recomputes))
        expression = self._apply(place, result)
        origin = self.solution.origin[place]
        if origin in self.composed:
            result.composed[expression] = Leaf("", Source(origin))
        return expression

    def _apply(self, place: int, result: _Resolved) -> Expression:
        node = self.solution.nodes[place]
        match node:
            case Known(world):
                return self._leaf(world)
            case Const(value, type_):
                return Literal(value, type_)
            case Apply("if", (condition, then, otherwise)):
                return self._arm(place, condition, then, otherwise, result)
            case Apply("item" | "lookup" as op, (whole,), _, (part, *_)):
                origin = self.solution.origin[whole]
                if origin is not None and place not in self.roots:
                    if whole in self.roots:
                        result.roots.add(whole)
                    name = self.names.get(origin, "")
                    shown = f"{name}[{part}]" if op == "item" else f"{name}.{part}"
                    return Leaf(shown, Source(origin, part))  # type: ignore[arg-type]
                return Call(op, (self.read(whole, result),), (part,))
            case Apply("sub", (inner, anchor)) if is_anchor(self.solution, anchor):
                return self.read(inner, result)
            case Apply("add" | "mul" as op, args):
                kept = tuple(arg for arg in args if not is_anchor(self.solution, arg)) or args[-1:]
                return self.read(kept[0], result) if len(kept) == 1 < len(args) else self._chain(op, kept, result)
            case Apply(op, args, _, data):
                return Call(op, tuple(self.read(arg, result) for arg in args), data)

    def _chain(self, op: str, args: tuple[int, ...], result: _Resolved) -> Expression:
        """A sum or product, without operands whose taken arm changes nothing."""
        identity = Fraction(1 if op == "mul" else 0)
        kept: list[Expression] = []
        for arg in args:
            node = self.solution.nodes[arg]
            operand = self.read(arg, result)
            conditional = isinstance(node, Apply) and node.op == "if" and arg not in self.roots
            if not (conditional and operand == Literal(identity)) or (arg == args[-1] and not kept):
                kept.append(operand)
        if len(kept) == 2 and kept[0] == Literal(identity) and self._is_conditional(args[0]):
            kept = kept[1:]
        return kept[0] if len(kept) == 1 else Call(op, tuple(kept))

    def _is_conditional(self, place: int) -> bool:
        node = self.solution.nodes[place]
        return isinstance(node, Apply) and node.op == "if" and place not in self.roots

    def _arm(self, place: int, condition: int, then: int, otherwise: int, result: _Resolved) -> Expression:
        holds = self.taken[place] == THEN
        deciding = self.read(condition, result)
        if is_guard(self.solution, condition, otherwise):
            result.guards.append(deciding)
        else:
            deciding = deciding if holds else negated(deciding)
            if deciding not in result.conditions:
                result.conditions.append(deciding)
            result.arms.append("then" if holds else "else")
        return self.read(then if holds else otherwise, result)

    def _leaf(self, world: NodeId) -> Leaf:
        node = self.problem.nodes[world]
        if isinstance(node, Apply) and node.op in ("item", "lookup") and world not in self.names:
            whole = self.names.get(node.args[0], "")
            part = node.data[0]
            name = f"{whole}[{part}]" if node.op == "item" else f"{whole}.{part}"
            return Leaf(name, Source(node.args[0], part))  # type: ignore[arg-type]
        return Leaf(self.names.get(world, ""), Source(world))


def is_guard(solution: Solution, condition: int, otherwise: int) -> bool:
    """True where an `if` with this condition and other arm is the bound of an unrolled sum or product,
    `if 3 <= n then term else 0`: it is not a branch of the problem."""
    test, rest = solution.nodes[condition], solution.nodes[otherwise]
    return (
        isinstance(test, Apply)
        and test.op == "le"
        and isinstance(solution.nodes[test.args[0]], Const)
        and isinstance(rest, Const)
        and rest.value in (0, 1)
    )


def is_anchor(solution: Solution, place: int) -> bool:
    """True for the 0 °C that a reading is converted by: `0 °C + (t - 32 °F)` is shown without it."""
    node = solution.nodes[place]
    return isinstance(node, Const) and node.value == 0 and isinstance(node.type, Num) and node.type.unit.is_scale


def turn_picks(solution: Solution) -> frozenset[int]:
    """The `if`s by which an unrolled `iterate` over `1..n` picks the turn that a given n names.

    They compute nothing and decide nothing, so they are no steps: `balance`, after four years, is `balance_4`.
    """
    named = {step.root: step.name for step in solution.steps}
    found: set[int] = set()
    for step in solution.steps:
        chain: list[int] = []
        place = step.root
        while _picks_by_given(solution, place) and (place == step.root or place not in named):
            chain.append(place)
            place = solution.nodes[place].args[2]
        arms = [*(solution.nodes[link].args[1] for link in chain), place]
        turns = (named.get(arm, "").removeprefix(f"{step.name}_").isdigit() for arm in arms)
        if chain and all(turns):
            found.update(chain)
    return frozenset(found)


def _picks_by_given(solution: Solution, place: int) -> bool:
    node = solution.nodes[place]
    if not (isinstance(node, Apply) and node.op == "if"):
        return False
    test = solution.nodes[node.args[0]]
    if not (isinstance(test, Apply) and test.op == "eq"):
        return False
    return [type(solution.nodes[arg]) for arg in test.args] == [Known, Const]


OPPOSITE = {"lt": "ge", "ge": "lt", "le": "gt", "gt": "le", "eq": "ne", "ne": "eq"}


def negated(condition: Expression) -> Expression:
    """What is true where a condition is not, `not` pushed inwards."""
    match condition:
        case Literal(bool(value)):
            return Literal(not value)
        case Call("not", (inner,)):
            return inner
        case Call(op, args) if op in OPPOSITE:
            return Call(OPPOSITE[op], args)
        case Call("and" | "or" as op, args):
            return Call("or" if op == "and" else "and", tuple(negated(arg) for arg in args))
        case _:
            return Call("not", (condition,))


def expanded(expression: Expression, reals: Mapping[Source, Expression]) -> Expression:
    """An expression whose real results are replaced by what they were computed from, so that it is exact."""
    if not reals:
        return expression
    match expression:
        case Leaf(_, source):
            return reals.get(source, expression)
        case Call(op, args, data):
            return Call(op, tuple(expanded(arg, reals) for arg in args), data)
        case Literal():
            return expression


def _traced(
    problem: Problem,
    solution: Solution,
    step: SolutionStep,
    resolved: _Resolved,
    depth: dict[str, int],
    reals: dict[Source, Expression],
) -> TracedStep:
    written, type_ = resolved.value, problem.nodes[step.recomputes].type
    value = _replaced(written, resolved.composed)
    inputs = dict.fromkeys(
        leaf.name for e in (*resolved.conditions, *resolved.guards, written) for leaf in leaves(e)
    )
    below = [depth[r.name] for r in solution.steps if r.root in resolved.roots and r.name in depth]
    itself = Leaf(step.name, Source(step.recomputes))
    number = isinstance(type_, Num) and type_.exact
    printable = number and _printable(value)
    conditions = [_replaced(condition, resolved.composed) for condition in resolved.conditions]
    claims = [expanded(condition, reals) for condition in conditions]
    kind = "branch" if claims else "arithmetic"
    match value:
        case Call("solve_linear"):
            kind, printable = "solve", False
            claims += substituted(value, Source(step.recomputes))
        case Call("root", (power,), (degree,)):
            assert isinstance(degree, int)
            kind, printable = "solve", False
            claims.append(Call("eq", (Call("pow", (itself, Literal(Fraction(degree)))), power)))
            if degree % 2 == 0:
                claims.append(Call("ge", (itself, Literal(Fraction(0)))))
        case Call("list", items) if isinstance(type_, ListOf) and type_.element != Bool():
            parts = [Leaf(f"{step.name}[{k}]", Source(step.recomputes, k)) for k in range(1, len(items) + 1)]
            claims += [Call("eq", (item, part)) for item, part in zip(items, parts, strict=True)]
        case Call("lookup"):
            kind, printable = "lookup", False
            claims.append(Call("eq", (value, itself)))
        case Call("convert", (Leaf() | Literal(),)) if not claims:
            kind = "convert"
        case _ if isinstance(type_, Bool):
            kind, printable = "branch" if claims else "logic", False
        case _ if number and not printable:
            claims.append(Call("eq", (expanded(value, reals), itself)))
        case Call() if isinstance(type_, Opaque):
            claims.append(Call("eq", (value, itself)))
        case _ if isinstance(type_, Num) and not type_.exact:
            reals[itself.source] = expanded(value, reals)
            claims.append(_rounded_claim(reals[itself.source], itself))
    if kind in ("arithmetic", "logic") and _calls_plugin(problem, value):
        kind = "symbolic"
    if kind == "arithmetic" and not printable:
        kind = "logic"  # what plain arithmetic cannot print is claimed
    if kind == "branch" and isinstance(value, Leaf):
        printable = False  # the arm is a value that is there already: "30 = 30" says nothing
    return TracedStep(
        step.name, step.recomputes, kind, value, tuple(conditions), _conjunction(claims), printable,
        tuple(inputs), 1 + max(below, default=0), step.derived, written,
        expanded(value, reals) if isinstance(type_, Bool) else None,
    )  # fmt: skip


def _replaced(expression: Expression, composed: Mapping[Expression, Leaf]) -> Expression:
    """An expression whose composed operands stand as their value."""
    if not composed or not isinstance(expression, Call):
        return expression
    if expression in composed:
        return composed[expression]
    return Call(expression.op, tuple(_replaced(arg, composed) for arg in expression.args), expression.data)


def _calls_plugin(problem: Problem, value: Expression) -> bool:
    if not problem.lexicon.plugins:
        return False
    table = operators_of(problem)
    return any(table[op].plugin for op in operators(value) if op in table)


def _rounded_claim(value: Expression, itself: Leaf) -> Expression:
    to = Literal(Fraction(1, 10**REAL_DECIMALS))
    rounded = Leaf(itself.name, Source(itself.source.node, decimals=REAL_DECIMALS))
    return Call("eq", (Call("round", (value, to)), rounded))


def _conjunction(claims: list[Expression]) -> Expression | None:
    if not claims:
        return None
    whole = claims[0]
    for claim in claims[1:]:
        whole = Call("and", (whole, claim))
    return whole


def _printable(value: Expression) -> bool:
    """True where an equation of + - * / ^ says it all."""
    match value:
        case Leaf():
            return True
        case Literal(constant):
            return isinstance(constant, Fraction)
        case Call("pow", (base, Literal(Fraction() as exponent))):
            return abs(exponent) <= LARGEST_EXPONENT and _printable(base)
        case Call(op, args):
            return op in ARITHMETIC and all(_printable(arg) for arg in args)


def substituted(system: Call, itself: Source) -> list[Expression]:
    """The equations of a system, its unknowns replaced by the leaves that hold their values."""
    names, which = system.data[0], system.data[1]
    assert isinstance(names, tuple)
    size = len(names)
    claims: list[Expression] = []
    for row in range(size):
        cells = system.args[row * (size + 1) : (row + 1) * (size + 1)]
        side: Expression | None = None
        for position, cell in enumerate(cells[:-1]):
            if cell == Literal(Fraction(0)):
                continue
            source = itself if position == which else Source(itself.node, unknown=position)
            unknown: Expression = Leaf(names[position], source)
            term = unknown if cell == Literal(Fraction(1)) else Call("mul", (cell, unknown))
            side = term if side is None else Call("add", (side, term))
        claims.append(Call("eq", (side or Literal(Fraction(0)), cells[-1])))
    return claims


def symbol(op: str) -> str:
    """How an operator is spelled in a claim."""
    return OPS[op].symbol if op in OPS else op
