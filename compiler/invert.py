"""Finding what is hidden: the operators that make a told step are undone, one operand at a time.

`recover` grows the set of nodes that the reader can know. It goes forward where all operands are known, backward
where one operand is missing, and solves linear equations where neither helps. A node enters once, from nodes that
were known before, so a recovery is never circular. """

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from mspec.compiler.ir import Apply, Const, Given, Lattice, NodeId, Problem, Values
from mspec.compiler.types import Num, Type

MAX_UNKNOWNS = 4
MAX_EQUATIONS = 12
"""No more told steps than this are looked at when a linear system is put together."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The value of a world node."""

    node: NodeId


@dataclass(frozen=True, slots=True)
class Number:
    """An exact constant."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator over terms. Besides the operators of the table there is `root`, data (degree,): the inverse of an
    odd power, or of a power of what is not negative."""

    op: str
    args: tuple[Term, ...]
    data: tuple[object, ...] = ()


Term = Ref | Number | Operation


ONE, ZERO = Number(Fraction(1)), Number(Fraction(0))


@dataclass(frozen=True, slots=True)
class Told:
    """Known because the text says so."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Known because its operands are: computed as the world computes it."""


Recipe = Told | Forward | Operation
"""How the reader comes to know a node."""


def references(term: Term) -> Iterator[NodeId]:
    """The world nodes that a term mentions, from left to right."""
    match term:
        case Ref(node):
            yield node
        case Operation(_, args):
            for arg in args:
                yield from references(arg)
        case Number():
            pass


def recover(
    problem: Problem,
    relevant: Collection[NodeId],
    told: Collection[NodeId],
    wanted: Collection[NodeId],
    alias: Mapping[NodeId, NodeId],
    names: Mapping[NodeId, str],
) -> dict[NodeId, Recipe]:
    """What can be known of the `relevant` nodes, each with its recipe, in an order in which it can be worked out.

    Args:
        problem: Where the nodes are.
        relevant: Ancestors of what is asked and of what is told.
        told: Nodes whose value the text shows (and leaves that need no telling).
        wanted: Recovery stops when these are known; they are missing in the result where it fails.
        alias: Unnamed nodes that are the same lookup or list element as another.
        names: Names of givens and steps.
    """
    search = _Search(problem, sorted({alias.get(n, n) for n in relevant}), alias, names)
    for node in search.order:
        if node in told:
            search.known[node] = Told()
    while True:
        search.forward()
        if all(alias.get(n, n) in search.known for n in wanted):
            return search.known
        if not (search.backward() or search.one_unknown() or search.system()):
            return search.known


class _Search:
    """The state of one recovery: what is known so far, in order."""

    def __init__(
        self, problem: Problem, order: list[NodeId], alias: Mapping[NodeId, NodeId], names: Mapping[NodeId, str]
    ) -> None:
        self.problem, self.order, self.alias, self.names = problem, order, alias, names
        self.known: dict[NodeId, Recipe] = {}

    def args(self, node: NodeId) -> tuple[NodeId, ...]:
        return tuple(self.alias.get(arg, arg) for arg in self.problem.nodes[node].args)

    def forward(self) -> None:
        """Everything that follows from what is known."""
        for node in self.order:
            if node in self.known or not can_compute(self.problem, node):
                continue
            if all(arg in self.known for arg in self.args(node)):
                self.known[node] = Forward()

    def backward(self) -> bool:
        """Undo operators with one unknown operand, from results to operands, so that one sweep follows a whole path."""
        found = False
        for node in reversed(self.order):
            if node not in self.known:
                continue
            unknown = [i for i, arg in enumerate(self.args(node)) if arg not in self.known]
            if len(unknown) == 1:
                undone = inverse(self.problem, node, unknown[0], self.args(node))
                if undone is not None:
                    self.known[self.args(node)[unknown[0]]] = undone
                    found = True
        return found

    def equations(self) -> list[NodeId]:
        """Known nodes that were not computed from their operands, and have unknown ones."""
        found = [n for n in self.order if n in self.known and any(a not in self.known for a in self.args(n))]
        return found[:MAX_EQUATIONS]

    def unknowns(self, node: NodeId) -> list[NodeId]:
        """The unknown ancestors of a known node, in topological order."""
        seen: set[NodeId] = set()
        stack = [node]
        while stack:
            for arg in self.args(stack.pop()):
                if arg not in self.known and arg not in seen:
                    seen.add(arg)
                    stack.append(arg)
        return sorted(seen)

    def one_unknown(self) -> bool:
        """An equation that is linear in one node, through several operands: `total = x + k * x`."""
        for node in self.equations():
            for unknown in reversed(self.unknowns(node)):
                if unknown not in self.names:
                    continue
                form = self.linear(node, {unknown})
                if form is not None and unknown in form.factors:
                    factor = form.factors[unknown]
                    if factor == ZERO:  # x - x tells nothing of x
                        continue
                    found = _operation("div", _operation("sub", Ref(node), form.rest or ZERO), factor)
                    self.known[unknown] = found if isinstance(found, Operation) else Operation("same", (found,))
                    return True
        return False

    def system(self) -> bool:
        """As many equations as they have unknown leaves."""
        usable: list[tuple[NodeId, _Form]] = []
        for node in self.equations():
            leaves = {n for n in self.unknowns(node) if not self._inner(n)}
            form = self.linear(node, leaves)
            if form is not None and form.factors:
                usable.append((node, form))
        for size in range(2, MAX_UNKNOWNS + 1):
            for chosen in combinations(usable, size):
                leaves_ = sorted({leaf for _, form in chosen for leaf in form.factors})
                if len(leaves_) == size:
                    self._solve(chosen, leaves_)
                    return True
        return False

    def _inner(self, node: NodeId) -> bool:
        """True where an unknown node has unknown operands, so that it is not itself what is hidden."""
        return any(arg not in self.known for arg in self.args(node))

    def _solve(self, chosen: tuple[tuple[NodeId, _Form], ...], leaves: list[NodeId]) -> None:
        cells: list[Term] = []
        for node, form in chosen:
            cells += [form.factors.get(leaf, ZERO) for leaf in leaves]
            cells.append(_operation("sub", Ref(node), form.rest or ZERO))
        names = tuple(self.names.get(leaf, f"x{position}") for position, leaf in enumerate(leaves, 1))
        types: tuple[Type, ...] = tuple(self.problem.nodes[leaf].type for leaf in leaves)
        for position, leaf in enumerate(leaves):
            self.known[leaf] = Operation("solve_linear", tuple(cells), (names, position, types))

    def linear(self, top: NodeId, atoms: Collection[NodeId]) -> _Form | None:
        """The linear form of a known node in the atoms, or None where it is not linear in them."""
        forms: dict[NodeId, _Form] = {}
        for node in [*(n for n in self.unknowns(top) if n < top), top]:
            if node in atoms and node != top:
                forms[node] = _Form({node: ONE}, None)
                continue
            operands = [forms.get(a) if a not in self.known else _Form({}, self.term(a)) for a in self.args(node)]
            made = self._combined(node, operands)
            if made is not None:
                forms[node] = made
            # What no atom reaches may fail: only the top has to succeed.
        return forms.get(top)

    def term(self, node: NodeId) -> Term:
        """A known node as a term; literals become numbers."""
        found = self.problem.nodes[node]
        return Number(found.value) if isinstance(found, Const) and isinstance(found.value, Fraction) else Ref(node)

    def _combined(self, node: NodeId, operands: list[_Form | None]) -> _Form | None:
        apply = self.problem.nodes[node]
        if not isinstance(apply, Apply) or any(form is None for form in operands):
            return None
        forms = [form for form in operands if form is not None]
        match apply.op:
            case "same":
                return forms[0]
            case "neg":
                return _scaled(forms[0], Number(Fraction(-1)), "mul")
            case "convert":
                (factor,) = apply.data
                return _scaled(forms[0], Number(_fraction(factor)), "mul")
            case "add" | "sub":
                return _joined(forms[0], forms[1], apply.op)
            case "mul" if not forms[0].factors and forms[0].rest is not None:
                return _scaled(forms[1], forms[0].rest, "mul")
            case "mul" | "div" if not forms[1].factors and forms[1].rest is not None:
                return _scaled(forms[0], forms[1].rest, apply.op)
            case _:
                return None


@dataclass(frozen=True, slots=True)
class _Form:
    """`factors[x] * x + … + rest`; `rest` None for nothing."""

    factors: dict[NodeId, Term]
    rest: Term | None


def can_compute(problem: Problem, node: NodeId) -> bool:
    """True where a reader who knows the operands knows the node: not for leaves, and for a lookup only if the
    column is common knowledge."""
    found = problem.nodes[node]
    if isinstance(found, Given):
        return False
    return not (isinstance(found, Apply) and found.op == "lookup" and is_private(problem, found))


def is_private(problem: Problem, lookup: Apply) -> bool:
    """True for a lookup in a column of numbers that is not marked `known`."""
    row = problem.nodes[lookup.args[0]].type
    table = problem.lexicon.table(getattr(row, "table", ""))
    _, type_, known = table.columns[table.column(str(lookup.data[0]))]
    return isinstance(type_, Num) and not known


def inverse(problem: Problem, node: NodeId, position: int, args: tuple[NodeId, ...]) -> Operation | None:
    """What operand `position` of `node` is, from the node and its other operands; None where the operator cannot be
    undone."""
    apply = problem.nodes[node]
    if not isinstance(apply, Apply):
        return None
    result = Ref(node)
    other: Term = Ref(args[1 - position]) if len(args) == 2 else result
    match apply.op, position:
        case ("add", _):
            return Operation("sub", (result, other))
        case ("sub", 0):
            return Operation("add", (result, other))
        case ("sub", 1):
            return Operation("sub", (other, result))
        case ("mul", _):
            zero = isinstance(factor := problem.nodes[args[1 - position]], Const) and factor.value == 0
            return None if zero else Operation("div", (result, other))
        case ("div", 0):
            return Operation("mul", (result, other))
        case ("div", 1):
            return Operation("div", (other, result))
        case ("neg", _):
            return Operation("neg", (result,))
        case ("same", _):
            return Operation("same", (result,))
        case ("convert", _):
            return Operation("convert", (result,), (1 / _fraction(apply.data[0]),))
        case ("pow", 0):
            return _root(problem, args, result)
        case _:
            return None


def _root(problem: Problem, args: tuple[NodeId, ...], result: Ref) -> Operation | None:
    exponent = problem.nodes[args[1]]
    if not isinstance(exponent, Const) or not isinstance(exponent.value, Fraction):
        return None
    degree = exponent.value
    if degree.denominator != 1 or degree < 1 or (degree % 2 == 0 and not is_nonnegative(problem, args[0])):
        return None
    return Operation("root", (result,), (int(degree),)) if degree > 1 else Operation("same", (result,))


def is_nonnegative(problem: Problem, node: NodeId) -> bool:
    """True where domains and signs alone show that a node is not negative in any world."""
    found = problem.nodes[node]
    match found:
        case Given(domain=Lattice(low)):
            return low >= 0
        case Given(domain=Values(values)):
            return all(isinstance(v, Fraction) and v >= 0 for v in values)
        case Const(value):
            return isinstance(value, Fraction) and value >= 0
        case Apply("convert", data=(factor,)):
            return _fraction(factor) > 0 and is_nonnegative(problem, found.args[0])
        case Apply("add" | "mul" | "div" | "pow" | "same", args):
            return all(is_nonnegative(problem, arg) for arg in args)
        case _:
            return False


def _fraction(value: object) -> Fraction:
    assert isinstance(value, (Fraction, int))
    return Fraction(value)


def _operation(op: str, left: Term, right: Term) -> Term:
    """`left op right`, without the operations that change nothing."""
    if isinstance(left, Number) and isinstance(right, Number) and not (op == "div" and right.value == 0):
        a, b = left.value, right.value
        return Number({"add": a + b, "sub": a - b, "mul": a * b}[op] if op != "div" else a / b)
    if right == ZERO and op in ("add", "sub"):
        return left
    if left == ZERO and op in ("add", "sub"):
        return right if op == "add" else Operation("neg", (right,))
    if op == "sub" and left == right:
        return ZERO
    if isinstance(right, Operation) and right.op == "neg" and op in ("add", "sub"):
        return _operation("sub" if op == "add" else "add", left, right.args[0])
    if right == ONE and op in ("mul", "div"):
        return left
    return right if left == ONE and op == "mul" else Operation(op, (left, right))


def _joined(left: _Form, right: _Form, op: str) -> _Form:
    factors = dict(left.factors)
    for atom, factor in right.factors.items():
        factors[atom] = _operation(op, factors.get(atom, ZERO), factor)
    if right.rest is None:
        return _Form(factors, left.rest)
    return _Form(factors, _operation(op, left.rest or ZERO, right.rest))


def _scaled(form: _Form, factor: Term, op: str) -> _Form:
    factors = {atom: _operation(op, own, factor) for atom, own in form.factors.items()}
    return _Form(factors, None if form.rest is None else _operation(op, form.rest, factor))
