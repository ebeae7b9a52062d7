"""Operators on constants become constants."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mspec.compiler.ir import Apply, Const, Node, Problem, Value
from mspec.compiler.ops import Op
from mspec.compiler.plugins import operators_of
from mspec.compiler.real_functions import Approximation

STRUCTURAL = frozenset({"item", "lookup", "list", "solve_linear", "convert", "same", "if"})
MAX_BITS = 256


def fold_constants(problem: Problem) -> Problem:
    """Replace every unnamed operator application on constants by its value, at the same NodeId.

    A quotient by zero and other undefined values stay as they are: whether they are demanded is decided per world.
    """
    named, operators = {step.node for step in problem.steps}, operators_of(problem)
    nodes: list[Node] = list(problem.nodes)
    folded = False
    for position, node in enumerate(problem.nodes):
        if isinstance(node, Apply) and position not in named and node.op not in STRUCTURAL:
            values = [arg.value for i in node.args if isinstance(arg := nodes[i], Const)]
            value = _value(operators[node.op], values) if len(values) == len(node.args) else None
            if value is not None:
                nodes[position], folded = Const(value, node.type, node.span), True
    return replace(problem, nodes=tuple(nodes)) if folded else problem


def _value(op: Op, values: list[Value]) -> Value | None:
    if op.plugin:
        return None  # the lowering evaluates it, whether its value is a number or not
    # The typing of `^` has seen that both are numbers.
    if op.name == "pow" and (abs(values[0]) > 1000 or abs(values[1]) > 16):  # type: ignore[operator, arg-type]
        return None
    for kind, position in op.guards:
        checked = values if position < 0 else values[position : position + 1]
        if not all(isinstance(v, Fraction) and _guarded(kind, v) for v in checked):
            return None
    try:
        value = op.exact(*values)
    except (ArithmeticError, ValueError):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, Approximation):
        return None  # its digits are not the number
    exact = Fraction(value)
    return exact if max(exact.numerator.bit_length(), exact.denominator.bit_length()) <= MAX_BITS else None


def _guarded(kind: str, value: Fraction) -> bool:
    match kind:
        case "nonzero":
            return value != 0
        case "positive":
            return value > 0
        case "whole":
            return value.denominator == 1
        case "natural":
            return value.denominator == 1 and 0 <= value <= 64
        case _:
            return value >= 0
