"""The typed generic slips: what a solver who is not careful makes of one operator.

Each is a function from an operator of a step to what stands in its place, of the same kind: `SLIPS` is the list. A
slip that the typing of operators does not admit does not exist: nobody adds a price to a number of muffins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from mspec.compiler.ir import Apply, Const, Node, NodeId, Problem
from mspec.compiler.plugins import operators_of
from mspec.compiler.types import Num, Tag, Type
from mspec.compiler.typing_rules import TypeFault


@dataclass(frozen=True, slots=True)
class Slipped:
    """What stands in place of an operator; `brought` are nodes that it needs, numbered from behind the problem's."""

    kind: str
    says: str
    node: Node
    brought: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Place:
    """An operator of a problem, and what slips are made of."""

    problem: Problem
    node: Apply
    brought: list[Node] = field(default_factory=list)

    def type(self, node: NodeId) -> Type:
        """The type of an old or new node."""
        old = len(self.problem.nodes)
        return self.problem.nodes[node].type if node < old else self.brought[node - old].type

    def const(self, value: int, like: NodeId) -> NodeId:
        """A new number of the type of a node."""
        return self._add(Const(Fraction(value), self.type(like)))

    def plain(self, value: int) -> NodeId:
        """A new whole number of nothing."""
        return self._add(Const(Fraction(value), Num(whole=True)))

    def part(self, op: str, *args: NodeId, like: NodeId) -> NodeId:
        """A new operand of the type of a node."""
        return self._add(Apply(op, args, self.type(like)))

    def _add(self, node: Node) -> NodeId:
        self.brought.append(node)
        return len(self.problem.nodes) + len(self.brought) - 1

    def other(self, op: str, *args: NodeId) -> Node | None:
        """Another operator in this place; None if its result is of another kind, or it takes no such operands."""
        try:
            found = operators_of(self.problem)[op].typing([self.type(arg) for arg in args])
        except TypeFault:
            return None
        return Apply(op, args, _fitted(self.node.type, found)) if _alike(self.node.type, found) else None

    def only(self, arg: NodeId) -> Node | None:
        """An operand alone in this place; None if it is of another kind, or a number of the text."""
        if isinstance(self.problem.nodes[arg], Const) or not _alike(self.node.type, self.type(arg)):
            return None
        return Apply("same", (arg,), _fitted(self.node.type, self.type(arg)))


Found = Iterator[tuple[str, Node | None]]
"""What a slip does, in words, and what it makes; None where the types do not admit it."""


def _alike(wanted: Type, found: Type) -> bool:
    """Of the same kind: both numbers in the same unit, both percentages or neither; or the same type."""
    if not (isinstance(wanted, Num) and isinstance(found, Num)):
        return wanted == found
    percent = (wanted.tag is Tag.PERCENT) == (found.tag is Tag.PERCENT)
    return percent and wanted.exact == found.exact and wanted.unit == found.unit


def _fitted(wanted: Type, found: Type) -> Type:
    """The type of the place; whole only where what stands there now is."""
    if isinstance(wanted, Num) and isinstance(found, Num):
        return replace(wanted, whole=found.whole)
    return found


_OTHER = {
    "add": (("sub", "subtracts instead of adding"),),
    "sub": (("add", "adds instead of subtracting"),),
    "mul": (("add", "adds instead of multiplying"), ("div", "divides instead of multiplying")),
    "div": (("mul", "multiplies instead of dividing"), ("sub", "subtracts instead of dividing")),
    "pow": (("mul", "multiplies by the exponent"),),
    "quotient": (("remainder", "takes the remainder for the quotient"),),
    "remainder": (("quotient", "takes the quotient for the remainder"),),
    "min": (("max", "takes the largest instead of the smallest"),),
    "max": (("min", "takes the smallest instead of the largest"),),
    "ceil": (("floor", "rounds down instead of up"),),
    "floor": (("ceil", "rounds up instead of down"),),
    "gcd": (("lcm", "takes a multiple instead of a divisor"),),
    "lcm": (("gcd", "takes a divisor instead of a multiple"),),
}


def _operation(place: Place) -> Found:
    for op, says in _OTHER.get(place.node.op, ()):
        yield says, place.other(op, *place.node.args)
    if place.node.op == "if":
        condition, then, otherwise = place.node.args
        yield "takes the case that does not hold", replace(place.node, args=(condition, otherwise, then))


def _dropped(place: Place) -> Found:
    first, *rest = place.node.args or (0,)
    match place.node.op:
        case "add":
            yield "leaves out the last term", place.only(first)
            yield "leaves out the first term", place.only(rest[0])
        case "sub":
            yield "does not subtract", place.only(first)
        case "mul":
            yield "leaves out a factor", place.only(first)
            yield "leaves out a factor", place.only(rest[0])
        case "div":
            yield "does not divide", place.only(first)


def _swapped(place: Place) -> Found:
    if place.node.op in ("sub", "div", "pow"):
        yield "swaps the two numbers", place.other(place.node.op, *reversed(place.node.args))


def _unit(place: Place) -> Found:
    type_ = place.node.type
    if place.node.op == "convert" and isinstance(type_, Num) and not type_.unit.is_scale:
        inner, (factor,) = place.node.args[0], place.node.data
        assert isinstance(factor, Fraction)
        yield "does not convert the unit", Apply("same", (inner,), type_)
        yield "converts the unit the wrong way round", replace(place.node, data=(1 / factor,))


def _off_by_one(place: Place) -> Found:
    args = place.node.args
    if place.node.op == "sub" and _counts(place.node.type):
        one = place.const(1, args[0])
        yield "counts both ends", place.other("add", place.part("sub", *args, like=args[0]), one)
    for at, arg in enumerate(args) if place.node.op in ("mul", "div", "pow") else ():
        # A number that the text tells is copied, not counted; only how often something is repeated is miscounted.
        operand = place.problem.nodes[arg]
        counted = at == 1 and not isinstance(operand, Const) if place.node.op == "pow" else isinstance(operand, Apply)
        if counted and _counts(operand.type):
            fewer = place.part("sub", arg, place.const(1, arg), like=arg)
            yield "counts one too few", _at(place.node, at, fewer)


def _counts(type_: Type) -> bool:
    return isinstance(type_, Num) and type_.whole and type_.unit.is_plain and type_.tag is not Tag.PERCENT


def _percent(place: Place) -> Found:
    for at, arg in enumerate(place.node.args) if place.node.op == "mul" else ():
        type_ = place.type(arg)
        if isinstance(type_, Num) and type_.tag is Tag.PERCENT and not isinstance(place.problem.nodes[arg], Const):
            rest = place.part("sub", place.const(1, arg), arg, like=arg)
            yield "takes the rest instead of the percentage", _at(place.node, at, rest)
            tenth = place.part("div", arg, place.plain(10), like=arg)
            yield "misplaces the decimal point of the percentage", _at(place.node, at, tenth)


def _at(node: Apply, position: int, arg: NodeId) -> Apply:
    return replace(node, args=(*node.args[:position], arg, *node.args[position + 1 :]))


SLIPS: tuple[tuple[str, Callable[[Place], Found]], ...] = (
    ("operation", _operation),
    ("dropped", _dropped),
    ("swapped", _swapped),
    ("unit", _unit),
    ("off_by_one", _off_by_one),
    ("percent", _percent),
)


def of_place(problem: Problem, place: NodeId) -> Iterator[Slipped]:
    """The slips at an operator."""
    node = problem.nodes[place]
    assert isinstance(node, Apply)
    for kind, slip in SLIPS:
        scene = Place(problem, node)
        for says, made in slip(scene):
            if made is not None:
                yield Slipped(kind, says, made, tuple(scene.brought))


def stopped_early(problem: Problem, step: NodeId, below: Iterable[NodeId]) -> Iterator[Slipped]:
    """An asked step that takes an earlier result, of the same kind, for its own."""
    node = problem.nodes[step]
    assert isinstance(node, Apply)
    for earlier in sorted(below):
        made = Place(problem, node).only(earlier)
        if made is not None:
            yield Slipped("stopped_early", "stops one step early", made)
