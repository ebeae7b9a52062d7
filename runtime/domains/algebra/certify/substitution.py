"""Reading an expression and putting numbers into it.

An expression is evaluated to a numerator and a denominator that are never divided, so that each is a polynomial in
what is put in, of a degree that its text bounds; there is no point at which it fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Any

from mspec.runtime.domains.algebra.certify.rings import root
from mspec.runtime.domains.algebra.faults import AlgebraFault, TooLarge

Tree = tuple[Any, ...]
"""("number", Fraction), ("name", str), ("sqrt", Fraction), or (operator, operand, …) with + - * / ^ and "neg"."""
Pair = tuple[Any, Any]
Bound = tuple[int, int]
"""The highest degrees of numerator and denominator in one variable."""

MOST_POINTS = 20_000
DEEPEST = 80
_TOKEN = re.compile(r"(\d+)|([A-Za-z]\w*)|([-+*/^()])|(\s+)|(.)")
_LEFT = {"+": 1, "-": 1, "*": 2, "/": 2}


@dataclass(slots=True)
class _Tokens:
    items: list[str]
    at: int = 0

    def peek(self) -> str:
        return self.items[self.at] if self.at < len(self.items) else ""

    def take(self) -> str:
        self.at += 1
        return self.items[self.at - 1] if self.at <= len(self.items) else ""


@lru_cache(maxsize=8192)
def tree(text: str) -> Tree:
    """The tree of an expression. Raises AlgebraFault if the text is none."""
    found = _TOKEN.findall(text)
    if any(other for *_, other in found) or len(found) > 10_000:
        raise AlgebraFault(f"`{text}` cannot be read")
    tokens = _Tokens([number or name or sign for number, name, sign, _, _ in found if number or name or sign])
    result = _climb(tokens, 1, 0)
    if tokens.peek():
        raise AlgebraFault(f"`{text}` cannot be read")
    return result


def _climb(tokens: _Tokens, least: int, depth: int) -> Tree:
    if depth > DEEPEST:
        raise TooLarge("an expression that is too deep")
    left = _operand(tokens, depth)
    while _LEFT.get(tokens.peek(), 0) >= least:
        operator = tokens.take()
        left = (operator, left, _climb(tokens, _LEFT[operator] + 1, depth + 1))
    return left


def _operand(tokens: _Tokens, depth: int) -> Tree:
    token = tokens.take()
    if token == "-":
        return ("neg", _negated(tokens, depth + 1))
    if token.isdigit():
        base: Tree = ("number", Fraction(token))
    elif token == "(":
        base = _closed(tokens, depth)
    elif token == "sqrt" and tokens.take() == "(":
        above, below = pair(_closed(tokens, depth), {})
        if not (isinstance(above, int) and isinstance(below, int) and below):
            raise AlgebraFault("a square root is of a rational number here")
        base = ("sqrt", Fraction(above, below))
    elif token[:1].isalpha() and token != "sqrt":
        base = ("name", token)
    else:
        raise AlgebraFault(f"`{token}` stands where an operand should")
    if tokens.peek() != "^":
        return base
    tokens.take()
    exponent = tokens.take()
    if not exponent.isdigit() or int(exponent[:4]) > 64:
        raise AlgebraFault(f"`{exponent}` is no exponent")
    return ("^", base, int(exponent))


def _negated(tokens: _Tokens, depth: int) -> Tree:
    if depth > DEEPEST:
        raise TooLarge("an expression that is too deep")
    return _operand(tokens, depth)


def _closed(tokens: _Tokens, depth: int) -> Tree:
    inner = _climb(tokens, 1, depth + 1)
    if tokens.take() != ")":
        raise AlgebraFault("a parenthesis is not closed")
    return inner


def pair(node: Tree, point: Mapping[str, Any]) -> Pair:
    """Numerator and denominator of an expression at a point; the values may be numbers, duals or pairs of them.

    Raises:
        AlgebraFault: a variable has no value.
    """
    match node:
        case ("number", value):
            return value.numerator, value.denominator
        case ("sqrt", radicand):
            return root(radicand), 1
        case ("name", name):
            if name not in point:
                raise AlgebraFault(f"the variable {name} has no value")
            value = point[name]
            return value if isinstance(value, tuple) else (value, 1)
        case ("neg", operand):
            n, d = pair(operand, point)
            return -n, d
        case ("^", base, exponent):
            n, d = pair(base, point)
            top: Any = 1
            bottom: Any = 1
            for _ in range(exponent):
                top, bottom = top * n, bottom * d
            return top, bottom
        case (operator, left, right):
            (a, b), (c, d) = pair(left, point), pair(right, point)
            if operator == "*":
                return a * c, b * d
            if operator == "/":
                return a * d, b * c
            return (a * d + c * b if operator == "+" else a * d - c * b), b * d
    raise AssertionError(node)


def names(node: Tree) -> frozenset[str]:
    """The variables of an expression."""
    if node[0] == "name":
        return frozenset({node[1]})
    return frozenset().union(*(names(part) for part in node[1:] if isinstance(part, tuple)))


def bound(node: Tree, name: str) -> Bound:
    """The highest degrees in one variable that numerator and denominator can have."""
    match node:
        case ("number", _) | ("sqrt", _):
            return 0, 0
        case ("name", other):
            return int(other == name), 0
        case ("neg", operand):
            return bound(operand, name)
        case ("^", base, exponent):
            top, bottom = bound(base, name)
            return top * exponent, bottom * exponent
        case (operator, left, right):
            (a, b), (c, d) = bound(left, name), bound(right, name)
            if operator == "*":
                return a + c, b + d
            return (a + d, b + c) if operator == "/" else (max(a + d, c + b), b + d)
    raise AssertionError(node)


def grid(degrees: Mapping[str, int]) -> Iterator[dict[str, int]]:
    """Points enough to tell apart polynomials with these degrees: degree + 1 values of each variable.

    Raises:
        TooLarge: there would be too many.
    """
    count = 1
    for degree in degrees.values():
        count *= degree + 1
    if count > MOST_POINTS:
        raise TooLarge("an expression of too many variables and too high a degree")
    keys = sorted(degrees)
    # Values around zero: small numbers, and no two alike.
    axes = [[(k + 1) // 2 * (1 if k % 2 else -1) for k in range(degrees[key] + 1)] for key in keys]
    for values in product(*axes):
        yield dict(zip(keys, values, strict=True))


def same(left: Tree, right: Tree) -> bool:
    """Whether two expressions are equal as quotients of polynomials, by substitution.

    Raises:
        AlgebraFault: one divides by zero everywhere.
    """
    degrees = {}
    for name in names(left) | names(right):
        (a, b), (c, d) = bound(left, name), bound(right, name)
        degrees[name] = max(a + d, b + c, b + d)
    defined = [False, False]
    for point in grid(degrees):
        (a, b), (c, d) = pair(left, point), pair(right, point)
        defined = [defined[0] or bool(b), defined[1] or bool(d)]
        if a * d != c * b:
            return False
    if not all(defined):
        raise AlgebraFault("division by zero")
    return True
