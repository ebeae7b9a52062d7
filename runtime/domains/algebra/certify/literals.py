"""Reading what is no expression: numbers, sets, points, solution sets, equations and inequalities."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mspec.runtime.domains.algebra.certify.rings import Radical, Real, sign
from mspec.runtime.domains.algebra.certify.substitution import Tree, pair, tree
from mspec.runtime.domains.algebra.faults import AlgebraFault

_SIGN = re.compile(r"<=|>=|<|>|=")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two expressions with a sign between them."""

    left: Tree
    sign: str
    right: Tree

    @property
    def moved(self) -> Tree:
        """Left minus right."""
        return ("-", self.left, self.right)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a solution set; `None` is infinity."""

    low: Real | None
    low_in: bool
    high: Real | None
    high_in: bool

    def has(self, x: Real) -> bool:
        left = 1 if self.low is None else sign(x - self.low)
        right = 1 if self.high is None else sign(self.high - x)
        return (left > 0 or (left == 0 and self.low_in)) and (right > 0 or (right == 0 and self.high_in))


def number(text: str) -> Real:
    """An exact number. Raises AlgebraFault."""
    top, bottom = pair(tree(text), {})
    if isinstance(bottom, Radical):
        if bottom.parts.keys() - {frozenset()}:
            raise AlgebraFault("a root in a denominator")
        bottom = bottom.parts.get(frozenset(), Fraction(0))
    if not bottom:
        raise AlgebraFault("division by zero")
    made: Real = top * (1 / Fraction(bottom))
    return made


def rational(text: str) -> Fraction:
    """A rational number. Raises AlgebraFault."""
    found = number(text)
    if isinstance(found, Radical):
        if found.parts.keys() - {frozenset()}:
            raise AlgebraFault("a rational number is needed")
        return found.parts.get(frozenset(), Fraction(0))
    return Fraction(found)


def natural(text: str) -> int:
    """A whole number that is not negative. Raises AlgebraFault."""
    if not text.isdigit():
        raise AlgebraFault(f"`{text}` is no natural number")
    return int(text)


def numbers(text: str, opening: str, closing: str) -> list[Real]:
    """The numbers in a set or point, in the order of the text. Raises AlgebraFault."""
    if text[:1] != opening or text[-1:] != closing:
        raise AlgebraFault(f"`{text}` is not in {opening} {closing}")
    inner = text[1:-1]
    return [number(part) for part in inner.split(",")] if inner.strip() else []


def ascending(found: list[Real]) -> bool:
    return all(sign(b - a) > 0 for a, b in itertools.pairwise(found))


def number_set(text: str) -> list[Real]:
    """The numbers of a set, which stand in order, each once. Raises AlgebraFault."""
    found = numbers(text, "{", "}")
    if not ascending(found):
        raise AlgebraFault(f"the numbers of {text} are not in order")
    return found


def spans(text: str) -> list[Span]:
    """The pieces of a solution set. Raises AlgebraFault."""
    if text == "{}":
        return []
    return [_span(part.strip()) for part in text.split(" U ")]


def _span(text: str) -> Span:
    if text[:1] == "{":
        (single,) = numbers(text, "{", "}")
        return Span(single, True, single, True)
    if text[:1] not in ("[", "(") or text[-1:] not in ("]", ")") or text.count(",") != 1:
        raise AlgebraFault(f"`{text}` is no interval")
    low, high = (part.strip() for part in text[1:-1].split(","))
    ends = None if low == "-oo" else number(low), None if high == "oo" else number(high)
    return Span(ends[0], text[0] == "[", ends[1], text[-1] == "]")


def compared(text: str) -> Compared:
    """An equation or inequality. Raises AlgebraFault."""
    found = _SIGN.findall(text)
    if len(found) != 1:
        raise AlgebraFault(f"`{text}` is no equation or inequality")
    left, right = _SIGN.split(text)
    return Compared(tree(left), found[0], tree(right))


def same_real(left: Any, right: Any) -> bool:
    return not (left - right)
