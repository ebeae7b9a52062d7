"""What solvers print, read back: S-expressions and exact values."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TypeAlias

SExpression: TypeAlias = "str | list[SExpression]"
"""An atom as it is printed, or a list."""
_TOKEN = re.compile(r'\s*(\(|\)|"(?:[^"]|"")*"|\|[^|]*\||[^\s()"|]+)')


class NotRational(ValueError):
    """A value that is not an exact rational (an algebraic number)."""


def parse(text: str) -> list[SExpression]:
    """The first list in a text, as nested lists of atoms.

    Raises:
        ValueError: the text is not an S-expression.
    """
    stack: list[list[SExpression]] = [[]]
    for match in _TOKEN.finditer(text):
        token = match[1]
        if token == "(":
            stack.append([])
        elif token == ")":
            closed = stack.pop()
            if not stack:
                break
            stack[-1].append(closed)
        else:
            stack[-1].append(token)
    first = stack[0][0] if len(stack) == 1 and stack[0] else None
    if not isinstance(first, list):
        raise ValueError(f"not an S-expression: {text[:80]}")
    return first


def exact_value(expression: SExpression) -> Fraction | bool:
    """The value that `true`, `2.5`, `(- 3)` or `(/ 5.0 2.0)` stands for.

    Raises:
        NotRational: it is something else, such as a root of a polynomial.
    """
    match expression:
        case "true":
            return True
        case "false":
            return False
        case str():
            try:
                return Fraction(expression)
            except ValueError:
                raise NotRational(expression) from None
        case ["-", value]:
            return -Fraction(exact_value(value))
        case ["/", above, below]:
            return Fraction(exact_value(above)) / Fraction(exact_value(below))
        case _:
            raise NotRational(_printed(expression))


def _printed(expression: SExpression) -> str:
    return expression if isinstance(expression, str) else f"({' '.join(map(_printed, expression))})"
