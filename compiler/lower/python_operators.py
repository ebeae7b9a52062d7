"""What is known of operators whose Python is a template: when they have a value, and how large it gets."""

from __future__ import annotations

import math
from collections.abc import Sequence

from mspec.compiler.lower.scales import (
    FALSE,
    MOST_BITS,
    PRODUCT,
    SUM,
    TRUE,
    Condition,
    Lowered,
    Number,
    TooLong,
    Whole,
    as_whole,
    both,
    modulo_bounds,
    quotient_bounds,
    safe,
)
from mspec.compiler.ops import Op


def numbers_of(args: Sequence[Lowered]) -> list[Number]:
    numbers = [arg for arg in args if isinstance(arg, Number)]
    assert len(numbers) == len(args)
    return numbers


def conditions_of(args: Sequence[Lowered]) -> list[Condition]:
    conditions = [arg for arg in args if isinstance(arg, Condition)]
    assert len(conditions) == len(args)
    return conditions


def guard_test(kind: str, number: Number) -> Condition:
    """When a guard of the operator table is kept; `known` where the bounds decide."""
    num, den = number.num, number.den
    signs = {"nonzero": "!=", "nonnegative": ">=", "positive": ">", "natural": ">="}
    result = TRUE
    if kind in signs:
        held = {
            "nonzero": num.low > 0 or num.high < 0,
            "positive": num.low > 0,
        }.get(kind, num.low >= 0)
        failed = {"nonzero": num.low == num.high == 0, "positive": num.high <= 0}.get(kind, num.high < 0)
        known = True if held else False if failed else None
        result = Condition(f"({num.within(SUM)} {signs[kind]} 0)", known)
    if kind in ("whole", "natural") and den != 1:
        if num.literal and isinstance(den, int):
            return both(result, TRUE if num.low % den == 0 else FALSE)
        return both(result, Condition(f"({num.within(PRODUCT)} % {as_whole(den).text} == 0)"))
    if kind not in signs and kind != "whole":
        raise ValueError(f"unknown guard {kind!r}")
    return result


def naturals(row: Op, operands: list[Whole]) -> list[Whole]:
    """Arguments that must be natural, with negative ones (not admissible) taken for 0."""
    for kind, position in row.guards:
        if kind == "natural" and operands[position].low < 0:
            operand = operands[position]
            operands[position] = Whole(f"_natural({operand.text})", 0, max(operand.high, 0))
    return operands


def template_bounds(name: str, operands: Sequence[Whole]) -> tuple[int, int] | None:
    """Bounds of what a template computes, if they are known."""
    low, high = min(o.low for o in operands), max(o.high for o in operands)
    match name:
        case "quotient":
            return quotient_bounds(operands[0], safe(operands[1]))
        case "remainder":
            return modulo_bounds(safe(operands[1]))
        case "abs":
            return (0 if low <= 0 <= high else min(abs(low), abs(high))), operands[0].size
        case "min":
            return low, min(o.high for o in operands)
        case "max":
            return max(o.low for o in operands), high
        case "mode":
            return low, high
        case "gcd":
            return 0, max(o.size for o in operands)
        case "lcm":
            return 0, math.prod(max(o.size, 1) for o in operands)
        case "factorial":
            if high * high.bit_length() > 2 * MOST_BITS:
                raise TooLong
            return math.factorial(low), math.factorial(high)
        case "choose":
            n, k = operands[0].high, operands[1].high
            if k * n.bit_length() > 2 * MOST_BITS:
                raise TooLong
            return 0, math.comb(n, min(k, n // 2))
        case "divisor_count":
            return 0, 2 * 31622  # also where there is no value, which is above 10^9
        case "totient":
            return 0, 10_000
        case "power_mod":
            return 0, max(operands[2].high, 1)
        case "digit_sum":
            return 0, 9 * len(str(high))
        case _:
            return None
