"""For each function of the libraries, what makes its printed result right."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from mspec.runtime.domains.algebra.certify import calculus, rewriting, solving
from mspec.runtime.domains.algebra.certify.literals import (
    natural,
    number,
    number_set,
    numbers,
    rational,
    same_real,
    spans,
)
from mspec.runtime.domains.algebra.faults import AlgebraFault

Rule = Callable[..., bool]


@lru_cache(maxsize=65536)
def holds(function: str, arguments: tuple[str, ...], result: str) -> bool:
    """Whether `result` is what `function` gives for `arguments`, all as they are printed.

    Raises:
        AlgebraFault: a text cannot be read, or the function is not known.
    """
    rule = RULES.get(function)
    if rule is None:
        raise AlgebraFault(f"the function {function} is not known")
    return rule(*arguments, result)


def _set_of(*texts: str) -> bool:
    *elements, result = texts
    found, given = number_set(result), [number(text) for text in elements]
    listed = all(any(same_real(x, y) for y in found) for x in given)
    return listed and all(any(same_real(x, y) for x in given) for y in found)


def _point(*texts: str) -> bool:
    *coordinates, result = texts
    found = numbers(result, "(", ")")
    return len(found) == len(coordinates) and all(map(same_real, found, map(number, coordinates)))


def _coordinate(of: str, place: str, result: str) -> bool:
    return same_real(numbers(of, "(", ")")[natural(place) - 1], rational(result))


def _element(of: str, place: str, result: str) -> bool:
    return same_real(number_set(of)[natural(place) - 1], rational(result))


def _size(of: str, result: str) -> bool:
    return len(number_set(of)) == natural(result)


def _vertex(operand: str, result: str) -> bool:
    h, k = (rational(part) for part in result.removeprefix("(").removesuffix(")").split(","))
    return calculus.vertex(operand, h, k)


def _spelled(text: str, result: str) -> bool:
    return rewriting.unchanged(text, result)


def _interval(text: str, result: str) -> bool:
    return spans(text) == spans(result)


RULES: dict[str, Rule] = {
    "variable": _spelled,
    "expression": _spelled,
    "add": partial(rewriting.composed, "+"),
    "subtract": partial(rewriting.composed, "-"),
    "multiply": partial(rewriting.composed, "*"),
    "divide": partial(rewriting.composed, "/"),
    "negate": rewriting.negated,
    "raise_to": rewriting.raised,
    "square_root": rewriting.rooted,
    "expand": rewriting.expanded,
    "simplify": rewriting.expanded,
    "factor": rewriting.factored,
    "collect": rewriting.collected,
    "complete_square": rewriting.square_completed,
    "substitute": rewriting.substituted,
    "value_at": rewriting.evaluated,
    "evaluate_at": rewriting.evaluated,
    "degree": rewriting.degree,
    "coefficient": rewriting.coefficient,
    "term": rewriting.term,
    "discriminant": rewriting.discriminant,
    "equivalent": rewriting.equivalent,
    "polynomial_quotient": rewriting.quotient,
    "polynomial_remainder": rewriting.left_over,
    "greatest_divisor": rewriting.greatest_divisor,
    "equation": partial(solving.related, "="),
    "less": partial(solving.related, "<"),
    "at_most": partial(solving.related, "<="),
    "more": partial(solving.related, ">"),
    "at_least": partial(solving.related, ">="),
    "shift": solving.shift,
    "scale": solving.scale,
    "left_side": solving.left_side,
    "right_side": solving.right_side,
    "roots": solving.roots,
    "solutions": solving.solutions,
    "solution": solving.solution,
    "solution_set": solving.solution_set,
    "system": solving.system,
    "set_of": _set_of,
    "point": _point,
    "coordinate": _coordinate,
    "element": _element,
    "size": _size,
    "interval": _interval,
    "vertex": _vertex,
    "derivative": calculus.derivative,
    "antiderivative": calculus.antiderivative,
    "definite_integral": calculus.definite_integral,
    "tangent": calculus.tangent,
}
