"""Of which number every value of a node is a whole multiple.

A lattice reasoning as cheap as intervals: it proves most grid obligations (a sum of whole cents is whole cents)
without looking at a single world.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from mspec.compiler.ir import Apply, Const, Domain, Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.passes.intervals import looked_up

Step = Fraction | None
"""Values are whole multiples of it; 0 where the value is always 0; None where nothing is known."""


def multiples(problem: Problem, declared: dict[NodeId, Fraction] | None = None) -> dict[NodeId, Step]:
    """The step of every node that is a number (of a list: of its elements).

    Args:
        problem: as built.
        declared: nodes whose values the constraints hold to a grid wherever they are demanded.
    """
    found: dict[NodeId, Step] = {}
    for i, node in enumerate(problem.nodes):
        match node:
            case Given(domain=domain):
                step = _domain(domain)
            case Const(value):
                step = _of_values([value])
            case Apply(op="lookup", args=(row,), data=data):
                step = _of_values(looked_up(problem, row, str(data[0])))
            case Apply():
                step = _apply(problem, node, [found[arg] for arg in node.args])
        grid = (declared or {}).get(i)
        found[i] = step if grid is None or (step is not None and step % grid == 0) else grid
    return found


def common_step(steps: Iterable[Step]) -> Step:
    """The largest number of which all are multiples."""
    result = Fraction(0)
    for step in steps:
        if step is None:
            return None
        result = Fraction(
            math.gcd(result.numerator * step.denominator, step.numerator * result.denominator),
            result.denominator * step.denominator,
        )
    return result


def _domain(domain: Domain) -> Step:
    match domain:
        case Lattice(low, high, stride):
            return common_step((low, stride if high > low else Fraction(0)))
        case Values(values):
            return _of_values(values)
        case NounAttribute(choices=choices):
            return common_step(_domain(choice) for choice in choices)


def _of_values(values: Iterable[Value]) -> Step:
    return common_step(value if isinstance(value, Fraction) else None for value in values)


def _apply(problem: Problem, node: Apply, steps: Sequence[Step]) -> Step:
    def constant(position: int) -> Fraction | None:
        argument = problem.nodes[node.args[position]] if position < len(node.args) else None
        value = argument.value if isinstance(argument, Const) else None
        return value if isinstance(value, Fraction) else None

    match node.op:
        case "add" | "sub" | "min" | "max" | "mode" | "list" | "remainder":
            return common_step(steps)
        case "neg" | "abs" | "same" | "item" | "magnitude":
            return steps[0]
        case "if" | "kth":
            return common_step(steps[1:])
        case "median":
            step = common_step(steps)
            return step if step is None or len(steps) % 2 else step / 2
        case "mul":
            left, right = steps
            return None if left is None or right is None else abs(left * right)
        case "div":
            divisor = constant(1)
            return None if steps[0] is None or not divisor else steps[0] / abs(divisor)
        case "convert":
            factor = node.data[0]
            assert isinstance(factor, Fraction)
            return None if steps[0] is None else steps[0] * abs(factor)
        case "pow":
            exponent = constant(1)
            if steps[0] is None or exponent is None or exponent.denominator != 1 or not 0 <= exponent <= 64:
                # A natural power of whole numbers is whole, whatever the exponent.
                return Fraction(1) if steps[0] is not None and steps[0].denominator == 1 else None
            return steps[0] ** int(exponent) if exponent else Fraction(1)
        case "floor" | "ceil" | "round":
            to = constant(1) if len(node.args) > 1 else Fraction(1)
            return abs(to) if to is not None else steps[1]
        case "quotient" | "gcd" | "lcm" | "factorial" | "choose":
            return Fraction(1)
        case _:
            return None
