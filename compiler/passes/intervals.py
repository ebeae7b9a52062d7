"""Exact bounds on the value of every number of a problem.

Plain interval arithmetic from the domains of the givens (Moore, Interval Analysis, 1966), with no regard to
conditions: the bounds hold in every world of the domain in which the node has a value.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mspec.compiler.ir import Apply, Const, Domain, Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.real_functions import LARGEST_EXPONENT
from mspec.compiler.types import RowOf

MOST_BITS = 1 << 16
"""Bounds longer than this are given up."""
MOST_TERMS = 4096
"""`choose` and `factorial` are bounded up to this argument."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: Fraction
    high: Fraction

    @property
    def has_zero(self) -> bool:
        return self.low <= 0 <= self.high

    @property
    def size(self) -> Fraction:
        """The largest absolute value in it."""
        return max(-self.low, self.high)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that covers both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __contains__(self, value: Fraction) -> bool:
        return self.low <= value <= self.high


def intervals(
    problem: Problem, known: Mapping[NodeId, Interval] | None = None, wanted: Iterable[NodeId] | None = None
) -> dict[NodeId, Interval | None]:
    """Bounds of every node that is a number; for a list, those of its elements together.

    `known`: bounds that some nodes are held to, whatever they are computed from. `wanted`: only of these nodes and of
    what they are computed from.

    None where no bound is known (a divisor that may be zero, a singular system, a bound beyond `MOST_BITS`) and for
    what is not a number.
    """
    found: dict[NodeId, Interval | None] = {}
    for i in range(len(problem.nodes)) if wanted is None else sorted(problem.ancestors(wanted)):
        node = problem.nodes[i]
        if isinstance(node, Given):
            found[i] = None if isinstance(node.type, RowOf) else domain_interval(node.domain)
        elif isinstance(node, Const):
            found[i] = Interval(node.value, node.value) if isinstance(node.value, Fraction) else None
        elif node.op == "lookup":
            found[i] = _hull_of(looked_up(problem, node.args[0], str(node.data[0])))
        else:
            found[i] = _short(_apply(node, [found[arg] for arg in node.args]))
        if known is not None and i in known:
            found[i] = _both(found[i], known[i])
    return found


def _both(found: Interval | None, known: Interval) -> Interval:
    if found is None or found.high < known.low or known.high < found.low:
        return known
    return Interval(max(found.low, known.low), min(found.high, known.high))


def domain_interval(domain: Domain) -> Interval | None:
    """The hull of a domain of numbers; None for other domains."""
    match domain:
        case Lattice(low, high):
            return Interval(low, high)
        case Values(values):
            return _hull_of(values)
        case NounAttribute(choices=choices):
            return _hull([domain_interval(choice) for choice in choices])


def looked_up(problem: Problem, row: NodeId, column: str) -> list[Value]:
    """The values that a column has in the rows that a node can be: those of its domain for a given, else all."""
    node = problem.nodes[row]
    assert isinstance(node.type, RowOf)
    table = problem.lexicon.table(node.type.table)
    place = table.column(column)
    if isinstance(node, Given) and isinstance(node.domain, Values):
        return [table.rows[number][place] for number in node.domain.values if isinstance(number, int)]
    return [values[place] for values in table.rows]


def _hull_of(values: Iterable[Value]) -> Interval | None:
    numbers = list(values)
    exact = [number for number in numbers if isinstance(number, Fraction)]
    if not exact or len(exact) < len(numbers):
        return None
    return Interval(min(exact), max(exact))


def _hull(parts: Sequence[Interval | None]) -> Interval | None:
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    return Interval(min(part.low for part in known), max(part.high for part in known))


def _short(interval: Interval | None) -> Interval | None:
    if interval is None:
        return None
    low, high = interval.low, interval.high
    largest = max(abs(low.numerator), low.denominator, abs(high.numerator), high.denominator)
    return None if largest.bit_length() > MOST_BITS else interval


def _apply(node: Apply, parts: Sequence[Interval | None]) -> Interval | None:
    rule = RULES.get(node.op)
    if rule is None:
        match node.op:
            case "if" | "kth":
                return _hull(parts[1:])
            case "list" | "mode" | "median" | "item" | "same" | "magnitude":
                return _hull(parts)
        return None
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    if node.op == "convert":
        factor = node.data[0]
        assert isinstance(factor, Fraction)
        known.append(Interval(factor, factor))
    if node.op in ("mul", "sub") and node.args[0] == node.args[1]:
        return _power(known[0], Interval(Fraction(2), Fraction(2))) if node.op == "mul" else _ZERO
    return rule(*known)


def _corners(values: Iterable[Fraction]) -> Interval:
    ends = list(values)
    return Interval(min(ends), max(ends))


def _multiply(a: Interval, b: Interval) -> Interval:
    if a.low.numerator >= 0 <= b.low.numerator:
        return Interval(a.low * b.low, a.high * b.high)
    return _corners(x * y for x in (a.low, a.high) for y in (b.low, b.high))


def _divide(a: Interval, b: Interval) -> Interval | None:
    if a.low.numerator >= 0 < b.low.numerator:
        return Interval(a.low / b.high, a.high / b.low)
    return None if b.has_zero else _corners(x / y for x in (a.low, a.high) for y in (b.low, b.high))


def _power(base: Interval, exponent: Interval) -> Interval | None:
    low, high = max(exponent.low, Fraction(0)), exponent.high
    largest = max(base.size, Fraction(1))
    bits = max(largest.numerator.bit_length(), base.low.denominator.bit_length(), base.high.denominator.bit_length())
    if high < 0 or bits * high > MOST_BITS:
        return None
    if low == high and base.low < 0 < base.high and low % 2 == 0:
        return Interval(Fraction(0), base.size ** int(low)) if low else Interval(Fraction(1), Fraction(1))
    if low == high or base.low >= 0:
        return _corners(Fraction(x ** int(e)) for x in (base.low, base.high) for e in (low, high))
    return Interval(-(largest ** int(high)), largest ** int(high))


def _to_multiples(rounded: Callable[[Fraction], int]) -> Callable[..., Interval | None]:
    def rule(a: Interval, to: Interval | None = None) -> Interval | None:
        if to is None:
            return Interval(Fraction(rounded(a.low)), Fraction(rounded(a.high)))
        if to.low != to.high or to.low <= 0:
            return None
        step = to.low
        return Interval(rounded(a.low / step) * step, rounded(a.high / step) * step)

    return rule


def _quotient(a: Interval, b: Interval) -> Interval | None:
    exact = _divide(a, b)
    return exact and Interval(Fraction(math.floor(exact.low)), Fraction(math.floor(exact.high)))


def _remainder(a: Interval, b: Interval) -> Interval | None:
    if b.low > 0:
        if a.low >= 0:
            return Interval(Fraction(0), min(a.high, b.high))
        return Interval(Fraction(0), b.high)
    return Interval(min(b.low, Fraction(0)), max(b.high, Fraction(0)))


def _absolute(a: Interval) -> Interval:
    return Interval(Fraction(0) if a.has_zero else min(abs(a.low), abs(a.high)), a.size)


def _gcd(*parts: Interval) -> Interval:
    sizes = [part.size for part in parts]
    return Interval(Fraction(0), max(sizes))


def _lcm(*parts: Interval) -> Interval:
    return Interval(Fraction(0), math.prod((max(part.size, Fraction(1)) for part in parts), start=Fraction(1)))


def _factorial(n: Interval) -> Interval | None:
    if n.high < 0 or n.high > MOST_TERMS:
        return None
    return Interval(Fraction(math.factorial(max(0, math.ceil(n.low)))), Fraction(math.factorial(math.floor(n.high))))


def _choose(n: Interval, k: Interval) -> Interval | None:
    if n.high < 0 or n.high > MOST_TERMS:
        return None
    most = math.floor(n.high)
    return Interval(Fraction(0), Fraction(math.comb(most, min(most // 2, max(0, math.floor(k.high))))))


def _up_to(most: Fraction | int) -> Interval | None:
    return None if most < 0 else Interval(Fraction(0), Fraction(most))


def _digits(n: Interval) -> int:
    return len(str(max(0, math.floor(n.high))))


def _arrangements(n: Interval, k: Interval) -> Interval | None:
    if not 0 <= n.high <= MOST_TERMS:
        return None
    most = math.floor(n.high)
    return _up_to(math.perm(most, min(most, max(0, math.floor(k.high)))))


def _in_base(n: Interval, base: Interval) -> Interval | None:
    """At most as many digits as in base 2."""
    return _up_to(10 ** max(0, math.floor(n.high)).bit_length())


def _from_base(n: Interval, base: Interval) -> Interval | None:
    return _up_to(10 ** _digits(n) - 1)  # no base is larger


def _root(a: Interval) -> Interval | None:
    """Rounded outwards to six decimals."""
    if a.high < 0:
        return None
    low, high = (math.floor(max(end, Fraction(0)) * 10**12) for end in (a.low, a.high))
    return Interval(Fraction(math.isqrt(low), 10**6), Fraction(math.isqrt(high) + 1, 10**6))


def _exponential(a: Interval) -> Interval | None:
    """By powers of a number on either side of e, whole exponents outwards. Outside the range there is no value."""
    low = max(math.floor(a.low), -LARGEST_EXPONENT)
    high = min(math.ceil(a.high), LARGEST_EXPONENT)
    if low > high:
        return None
    below, above = Fraction(2718, 1000), Fraction(2719, 1000)
    return Interval((below if low >= 0 else above) ** low, (above if high >= 0 else below) ** high)


_ONE = Interval(Fraction(-1), Fraction(1))
_ZERO = Interval(Fraction(0), Fraction(0))

RULES: dict[str, Callable[..., Interval | None]] = {
    "add": lambda a, b: Interval(a.low + b.low, a.high + b.high),
    "sub": lambda a, b: Interval(a.low - b.high, a.high - b.low),
    "mul": _multiply,
    "convert": _multiply,
    "div": _divide,
    "pow": _power,
    "neg": lambda a: Interval(-a.high, -a.low),
    "abs": _absolute,
    "min": lambda *v: Interval(min(a.low for a in v), min(a.high for a in v)),
    "max": lambda *v: Interval(max(a.low for a in v), max(a.high for a in v)),
    "floor": _to_multiples(math.floor),
    "ceil": _to_multiples(math.ceil),
    "round": _to_multiples(lambda a: math.floor(a + Fraction(1, 2))),
    "quotient": _quotient,
    "remainder": _remainder,
    "gcd": _gcd,
    "lcm": _lcm,
    "factorial": _factorial,
    "choose": _choose,
    "digit_sum": lambda n: _up_to(9 * _digits(n)),
    "divisor_count": lambda n: None if n.high < 1 else Interval(Fraction(1), n.high),
    "divisor_sum": lambda n: None if n.high < 1 else Interval(Fraction(1), n.high * (n.high + 1) / 2),
    "totient": lambda n: None if n.high < 1 else Interval(Fraction(1), n.high),
    "power_mod": lambda a, b, modulus: _up_to(modulus.high - 1),
    "in_base": _in_base,
    "from_base": _from_base,
    "arrangements": _arrangements,
    "derangements": lambda n: _up_to(math.factorial(math.floor(n.high))) if 0 <= n.high <= MOST_TERMS else None,
    "sqrt": _root,
    "sin": lambda a: _ONE,
    "cos": lambda a: _ONE,
    "pi": lambda a: Interval(Fraction(314, 100), Fraction(315, 100)),
    "ln": lambda a: Interval(1 - 1 / a.low, a.high - 1) if a.low > 0 else None,  # between these for every number
    "exp": _exponential,
}
"""How each operator carries bounds; an operator without a rule has none."""
