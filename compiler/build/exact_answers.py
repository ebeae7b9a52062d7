"""Whether a real answer has a closed form, read off the graph: sums of roots and multiples of pi."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mspec.compiler.ir import Apply, Const, Given, Lattice, Node, NodeId, Values
from mspec.compiler.types import Num

_SUMS = frozenset({"add", "sub"})
_PASSED = frozenset({"same", "convert", "neg", "item", "magnitude"})
_ANGLES = frozenset({"sin", "cos", "tan"})


def why_not_closed(nodes: Sequence[Node], root: NodeId) -> str:
    """Why the value of a node may be no sum of rational multiples of roots and pi; "" where it always is one."""
    return _Shapes(nodes).fault(root)


class _Shapes:
    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.known: dict[NodeId, str] = {}

    def fault(self, node: NodeId) -> str:
        if node not in self.known:
            self.known[node] = self._fault(node)
        return self.known[node]

    def _exact(self, node: NodeId) -> bool:
        type_ = self.nodes[node].type
        return not isinstance(type_, Num) or type_.exact

    def _fault(self, node: NodeId) -> str:
        found = self.nodes[node]
        if self._exact(node) or not isinstance(found, Apply):
            return ""
        match found.op, found.args:
            case "pi", _:
                return ""
            case "sqrt", (inner,):
                return "" if self._exact(inner) else "a root of a number that is not rational"
            case op, (angle,) if op in _ANGLES:
                known = self._is_known_angle(angle, 30, 45) if op == "tan" else self._is_known_angle(angle, 15)
                return "" if known else f"`{op}` of an angle other than 30°, 45°, 60°"
            case "div", (above, below):
                return self.fault(above) or self.fault(below) or self._divisor(below)
            case "pow", (base, exponent):
                power = self.nodes[exponent]
                small = isinstance(power, Const) and isinstance(power.value, Fraction) and power.value <= 6
                return self.fault(base) or ("" if small else "a power that is not small")
            case op, args if op in _SUMS or op in _PASSED or op in ("mul", "if"):
                return next((why for arg in args if (why := self.fault(arg))), "")
            case op, _:
                return f"`{op}` of a number that is not rational"

    def _divisor(self, node: NodeId) -> str:
        """Only what is one product has an inverse of the same kind."""
        found = self.nodes[node]
        if self._exact(node) or not isinstance(found, Apply):
            return ""
        if found.op in _SUMS:
            return "a divisor that is a sum"
        if found.op == "cos" or found.op == "sin":
            return "" if self._is_known_angle(found.args[0], 30, 45) else "a divisor that is a sum"
        return next((why for arg in found.args if (why := self._divisor(arg))), "")

    def _is_known_angle(self, node: NodeId, *steps: int) -> bool:
        """Whether an angle is a multiple of one of these steps in every world."""
        found = self.nodes[node]
        values: Sequence[object]
        match found:
            case Const(value):
                values = [value]
            case Given(domain=Values(choices)):
                values = choices
            case Given(domain=Lattice() as lattice) if lattice.size <= 360:
                values = list(lattice)
            case _:
                return False
        return all(isinstance(v, Fraction) and any(v % step == 0 for step in steps) for v in values)
