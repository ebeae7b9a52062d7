"""The forms of columns: of givens by their domains, of computed nodes by what stands for them."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import assert_never

from mspec.compiler.ir import Domain, Given, Lattice, NodeId, NounAttribute, Problem, Values
from mspec.compiler.lower.forms import Code, Form, Many, Ratio, Real, Scaled, Spelled, Truth
from mspec.compiler.lower.scales import Coded, Condition, Irrational, Listed, Lowered, Number, Spelling
from mspec.compiler.types import Bool, ListOf, Num, Type


def given_form(problem: Problem, node: NodeId) -> Form:
    """The form of a given's column.

    Numbers are Scaled by the least common denominator of their domain, truth values Truth, nouns, words and
    people Code over the values of the domain, rows of a table Code over row numbers, lists Many of these.
    """
    given = problem.nodes[node]
    assert isinstance(given, Given)
    if isinstance(given.type, ListOf):
        element = _element_form(given.type.element, given.domain)
        assert isinstance(element, Scaled | Code)
        return Many(element, given.type.length)
    return _element_form(given.type, given.domain)


def _element_form(type_: Type, domain: Domain) -> Form:
    if isinstance(type_, Bool):
        return Truth()
    if isinstance(type_, Num):
        return Scaled(math.lcm(*(number.denominator for number in _corner_numbers(domain))))
    assert isinstance(domain, Values)
    return Code(domain.values)


def _corner_numbers(domain: Domain) -> list[Fraction]:
    """Numbers whose least common denominator and whose range are those of the domain."""
    match domain:
        case Lattice(low, high, stride):
            return [low, high] if domain.size == 1 else [low, high, low + stride]
        case Values(values):
            return [value for value in values if isinstance(value, Fraction)]
        case NounAttribute(choices=choices):
            return [number for choice in choices for number in _corner_numbers(choice)]
        case _:
            assert_never(domain)


def number_bounds(domain: Domain, den: int) -> tuple[int, int]:
    """The range of the numerators of a domain of numbers."""
    numbers = _corner_numbers(domain)
    return int(min(numbers) * den), int(max(numbers) * den)


def form_of(lowered: Lowered) -> Form:
    """The form in which a lowered value is exported."""
    match lowered:
        case Number(den=den):
            return Scaled(den) if isinstance(den, int) else Ratio()
        case Condition():
            return Truth()
        case Coded(values=values):
            return Code(values)
        case Irrational():
            return Real()
        case Spelling():
            return Spelled()
        case Listed(items):
            element = form_of(items[0])
            assert isinstance(element, Scaled | Ratio | Code | Real | Spelled), "a list of truth values has no column"
            return Many(element, len(items))
