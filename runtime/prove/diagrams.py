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

    def apply(
        self,
        name: str,
        rule: Callable[[Fraction, Fraction], Fraction],
        a: int,
        b: int,
        known: Callable[[int, int], int | None] = lambda a, b: None,
    ) -> int:
        """`rule` on the values, point by point. `name` tells rules apart; `known` is the result for two diagrams where
        it is plain without looking into them."""
        result = self._results.get((name, a, b))
        if result is None:
            result = known(a, b)
        if result is not None:
            return result
        x, y = self._nodes[a], self._nodes[b]
        # The type itself is asked, not `isinstance`: for a Fraction that goes through its abstract base, and is slow.
        if type(x) is tuple:
            top = min(x[0], y[0]) if type(y) is tuple else x[0]
        elif type(y) is tuple:
            top = y[0]
        else:
            assert isinstance(x, Fraction) and isinstance(y, Fraction)
            result = self._results[name, a, b] = self.constant(rule(x, y))
            return result
        a_low, a_high = (x[1], x[2]) if type(x) is tuple and x[0] == top else (a, a)
        b_low, b_high = (y[1], y[2]) if type(y) is tuple and y[0] == top else (b, b)
        low, high = self.apply(name, rule, a_low, b_low, known), self.apply(name, rule, a_high, b_high, known)
        result = self._results[name, a, b] = self._branch(top, low, high)
        return result

    def add(self, a: int, b: int) -> int:
        return self.apply("+", lambda x, y: x + y, a, b)

    def multiply(self, a: int, b: int) -> int:
        """Of conditions: both hold."""
        return self.apply("*", lambda x, y: x * y, a, b, self._product)

    def _product(self, a: int, b: int) -> int | None:
        if self.zero in (a, b):
            return self.zero
        return b if a == self.one else a if b == self.one else None

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
