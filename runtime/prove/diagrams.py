"""Algebraic decision diagrams: exact functions of truth values, in canonical form.

Bahar et al., Algebraic Decision Diagrams and Their Applications (1993). A condition is a diagram whose values are 0
and 1. Two diagrams of one `Diagrams` are the same function exactly when they have the same number.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

MOST_NODES = 50_000


class GaveUp(Exception):
    """A proof grew beyond its budget, or met what it cannot speak of. The argument says what."""


class Diagrams:
    """A pool of diagrams. Variables are numbered; smaller ones stand nearer to the root."""

    def __init__(self) -> None:
        self._nodes: list[tuple[int, int, int] | Fraction] = []
        self._numbers: dict[tuple[int, int, int] | Fraction, int] = {}
        self._results: dict[tuple[str, int, int], int] = {}
        self.zero, self.one = self.constant(Fraction(0)), self.constant(Fraction(1))

    def _put(self, node: tuple[int, int, int] | Fraction) -> int:
        number = self._numbers.get(node)
        if number is None:
            if len(self._nodes) >= MOST_NODES:
                raise GaveUp("the conditions are too entangled")
            number = self._numbers[node] = len(self._nodes)
            self._nodes.append(node)
        return number

    def constant(self, value: Fraction) -> int:
        """The same value everywhere."""
        return self._put(value)

    def variable(self, number: int) -> int:
        """1 where the variable is true, else 0."""
        return self._branch(number, self.zero, self.one)

    def _branch(self, variable: int, low: int, high: int) -> int:
        return low if low == high else self._put((variable, low, high))

    def known(self, diagram: int) -> Fraction | None:
        """The value, if it is the same everywhere."""
        node = self._nodes[diagram]
        return node if isinstance(node, Fraction) else None

    def apply(self, name: str, rule: Callable[[Fraction, Fraction], Fraction], a: int, b: int) -> int:
        """`rule` on the values, point by point. `name` tells rules apart."""
        found = self._results.get((name, a, b))
        if found is not None:
            return found
        x, y = self._nodes[a], self._nodes[b]
        if isinstance(x, Fraction) and isinstance(y, Fraction):
            result = self.constant(rule(x, y))
        else:
            top = min(node[0] for node in (x, y) if not isinstance(node, Fraction))
            low, high = (self.apply(name, rule, self._half(a, top, side), self._half(b, top, side)) for side in (1, 2))
            result = self._branch(top, low, high)
        self._results[name, a, b] = result
        return result

    def _half(self, diagram: int, variable: int, side: int) -> int:
        node = self._nodes[diagram]
        return diagram if isinstance(node, Fraction) or node[0] != variable else node[side]

    def add(self, a: int, b: int) -> int:
        return self.apply("+", lambda x, y: x + y, a, b)

    def multiply(self, a: int, b: int) -> int:
        """Of conditions: both hold."""
        return self.apply("*", lambda x, y: x * y, a, b)

    def either(self, a: int, b: int) -> int:
        """Of conditions: one of them holds."""
        return self.apply("max", max, a, b)

    def opposite(self, a: int) -> int:
        """Of a condition: it does not hold."""
        return self.apply("-", lambda x, y: x - y, self.one, a)

    def choose(self, condition: int, a: int, b: int) -> int:
        """`a` where the condition holds, else `b`."""
        return self.add(self.multiply(condition, a), self.multiply(self.opposite(condition), b))

    def where(self, name: str, test: Callable[[Fraction], bool], a: int) -> int:
        """The condition that the value passes a test."""
        return self.apply(name, lambda x, _: Fraction(test(x)), a, self.zero)

    def values(self, diagram: int) -> set[Fraction]:
        """All values that occur."""
        found: set[Fraction] = set()
        seen: set[int] = set()
        waiting = [diagram]
        while waiting:
            number = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            node = self._nodes[number]
            if isinstance(node, Fraction):
                found.add(node)
            else:
                waiting += node[1:]
        return found
