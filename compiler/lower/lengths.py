"""How long the numbers of a problem may get, in bits: what generated code would say, without the code.

The bounds are never below those that `lower_python` carries, and much cheaper, since they hold no text and no exact
range. Where they stay below the limit no number is refused; elsewhere `lower_python` itself decides.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from mspec.compiler.ir import Apply, Const, Domain, Given, Lattice, NodeId, NounAttribute, Problem, Value, Values
from mspec.compiler.lower.python_primitives import MOST_LISTED
from mspec.compiler.lower.python_reals import FUNCTIONS, MOST_POWER, PICKING
from mspec.compiler.lower.scales import SHOWN_DIGITS, UNKNOWN
from mspec.compiler.ops import Op
from mspec.compiler.passes import run_passes
from mspec.compiler.plugins import NoValue, called, operators, operators_of
from mspec.compiler.types import Bool, ListOf, Num, RowOf

MOST_BITS = (10**SHOWN_DIGITS).bit_length() - 1
"""A number of so many bits can be shown. What is computed on the way to it has at most four times as many."""
_LARGEST = (1 << MOST_BITS) - 1
_UNKNOWN = UNKNOWN.bit_length()
_GRID = 8
"""Bits by which a number over the denominator of its grid, 100 at most, may be longer."""
MOST_UNKNOWNS = 4
"""Larger systems are left to `lower_python`."""


class Length(NamedTuple):
    """Of a number `n / d`: the bits of n, and d where it is the same in every row, else the bits of d."""

    num: int
    den: int = 1
    moving: int = 0


class _Unclear(Exception):
    """A number may be too long."""


NONE = Length(0)
"""Of what is no number."""
REAL = Length(-1)
"""Of a real number, which is held as an interval."""


def surely_short(problem: Problem) -> bool:
    """True if `lower_python` refuses no number of a problem for its length; False where it may."""
    return lengths(problem) is not None


def lengths(problem: Problem) -> list[Length] | None:
    """Bounds of every node, of a list those of its longest element; None where some number may be too long."""
    try:
        return _Lengths(run_passes(problem)).all()
    except _Unclear:
        return None


class _Lengths:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.operators = operators_of(problem)
        self.declared = {step.node for step in problem.steps if step.declared}
        self.found: list[Length] = []
        self.chosen: dict[NodeId, tuple[Value, ...] | None] = {}

    def all(self) -> list[Length]:
        for node in self.problem.nodes:
            if isinstance(node, Apply):
                found = self._apply(node, [self.found[arg] for arg in node.args])
            elif isinstance(node, Const):
                found = _of_value(node.value)
            else:
                element = node.type.element if isinstance(node.type, ListOf) else node.type
                found = _of_domain(node.domain) if isinstance(element, Num) else NONE
            if found.moving and len(self.found) in self.declared:
                # It may be brought to its grid.
                found = Length(found.num + _GRID, 1, max(found.moving, _GRID))
            _check(found)
            self.found.append(found)
        return self.found

    def _apply(self, node: Apply, args: list[Length]) -> Length:
        op = node.op
        if op not in PICKING and (op in FUNCTIONS or REAL in args):
            return self._real(node, args)
        rule = RULES.get(op)
        if rule is not None:
            return rule(*args)
        match op:
            case "div":
                by = self.problem.nodes[node.args[1]]
                inverse = isinstance(by, Const) and isinstance(by.value, Fraction) and by.value and 1 / by.value
                return _multiplied(args[0], _of_value(inverse)) if inverse else _divided(*args)
            case "same" | "magnitude" | "item":
                return args[0]
            case "if":
                return REAL if REAL in args else _common(args[1:])
            case "list":
                return REAL if REAL in args else _common(args)
            case "kth":
                return _common(args[1:])
            case "convert":
                factor = node.data[0]
                assert isinstance(factor, Fraction)
                return _multiplied(args[0], _of_value(factor))
            case "pow":
                return self._power(node, *args)
            case "lookup":
                return _of_values(self._cells(node))
            case "solve_linear":
                names = node.data[0]
                assert isinstance(names, tuple)
                return _solved(len(names), args)
        row = self.operators[op]
        if row.plugin:
            return self._primitive(row, node)
        if row.python.kind == "core":
            return NONE  # and, or, not
        both = _common(args)
        if isinstance(node.type, Bool):
            _check(both)
            return NONE
        rule = TEMPLATES.get(op)
        if rule is not None:
            return rule(*args)
        return both._replace(num=_UNKNOWN)

    def _real(self, node: Apply, args: list[Length]) -> Length:
        """An operator on a real number: only what rounds it gives an integer, which has no known bounds."""
        match node.op:
            case "floor" | "ceil" | "round":
                return REAL if REAL in args[1:] else _multiplied(Length(_UNKNOWN), *args[1:] or [Length(1)])
            case "quotient":
                return Length(_UNKNOWN)
            case "pow":
                if self._exponent(node, args[1]) > MOST_POWER:
                    raise _Unclear
                return REAL
            case "solve_linear":
                if len(args) > MOST_UNKNOWNS * (MOST_UNKNOWNS + 1):
                    raise _Unclear
                return REAL
        if isinstance(node.type, Bool):
            return NONE
        if isinstance(node.type, Num) and node.type.exact:
            return Length(_UNKNOWN, 1, _UNKNOWN * len(args))
        return REAL

    def _exponent(self, node: Apply, length: Length) -> int:
        """The largest size of an exponent."""
        exponent = self.problem.nodes[node.args[1]]
        if isinstance(exponent, Const) and isinstance(exponent.value, Fraction):
            return math.ceil(abs(exponent.value))
        if length.num > 32 or length == REAL:
            raise _Unclear
        return (1 << length.num) - 1

    def _power(self, node: Apply, base: Length, exponent: Length) -> Length:
        most = self._exponent(node, exponent)
        below = base.moving or base.den.bit_length()
        if max(base.num, below) * most > MOST_BITS:
            raise _Unclear
        fixed = not base.moving and isinstance(self.problem.nodes[node.args[1]], Const)
        num = max(base.num, below, 1) * max(most, 1)
        return Length(num, base.den**most) if fixed and base.den == 1 else Length(num, 1, max(num, 1))

    # ----------------------------------------------------------------------------------------- primitives

    def _primitive(self, row: Op, node: Apply) -> Length:
        """A table of numbers, or numbers without known bounds."""
        choices = self._arguments(node)
        if choices is not None:
            try:
                return _of_values(_listed(self.problem.lexicon.plugins, row.name, choices))
            except Exception as fault:  # of the primitive; whoever lowers it says which
                raise _Unclear from fault
        if not isinstance(node.type, Num):
            return NONE
        return Length(_UNKNOWN) if node.type.whole else Length(_UNKNOWN, 1, _UNKNOWN)

    def _arguments(self, node: Apply) -> tuple[tuple[Value, ...], ...] | None:
        """All that the arguments of a primitive may be, where these are few."""
        choices = [self._choices(arg) for arg in node.args]
        known = tuple(choice for choice in choices if choice is not None)
        few = len(known) == len(choices) and math.prod(map(len, known)) <= MOST_LISTED
        return known if few else None

    def _choices(self, place: NodeId) -> tuple[Value, ...] | None:
        """What a text or constant may be; None for what is not listed."""
        if place not in self.chosen:
            self.chosen[place] = self._found_choices(place)
        return self.chosen[place]

    def _found_choices(self, place: NodeId) -> tuple[Value, ...] | None:
        node = self.problem.nodes[place]
        match node:
            case Const(value):
                return (value,)
            case Given(type=type_, domain=Values(values)) if not isinstance(type_, Num | Bool | ListOf):
                return values
            case Given():
                return None
            case Apply(op="same" | "magnitude", args=(inner,)):
                return self._choices(inner)
            case Apply(op="lookup"):
                cells = tuple(dict.fromkeys(self._cells(node)))
                return None if isinstance(node.type, Num | Bool) and len(cells) > 1 else cells
            case Apply(op) if self.operators[op].plugin:
                choices = self._arguments(node)
                if choices is None:
                    return None
                made = tuple(dict.fromkeys(_listed(self.problem.lexicon.plugins, op, choices)))
                return None if isinstance(node.type, Num | Bool) and len(made) > 1 else made
            case Apply(op="if", args=(_, *arms)) if not isinstance(node.type, Num | Bool):
                one, other = map(self._choices, arms)
                if one is None and other is None:
                    return None
                if one is None or other is None or len(one) + len(other) > MOST_LISTED:
                    raise _Unclear
                return tuple(dict.fromkeys((*one, *other)))
        if isinstance(node.type, Num | Bool) and any(
            isinstance(self.problem.nodes[leaf], Given) for leaf in self.problem.ancestors([place])
        ):
            return None
        raise _Unclear

    def _cells(self, node: Apply) -> list[Value]:
        """What a column has in the rows that may be drawn."""
        row = node.args[0]
        type_, numbers = self.problem.nodes[row].type, self._choices(row)
        assert isinstance(type_, RowOf) and numbers is not None
        table = self.problem.lexicon.table(type_.table)
        column = table.column(str(node.data[0]))
        return [table.rows[number][column] for number in numbers if isinstance(number, int)]


@lru_cache(maxsize=1024)
def _listed(
    plugins: tuple[tuple[str, str], ...], name: str, choices: tuple[tuple[Value, ...], ...]
) -> tuple[Value, ...]:
    """The values of a primitive for all that its arguments may be."""
    row, found = operators(plugins)[name], list[Value]()
    for arguments in product(*choices):
        try:
            found.append(called(row, arguments))
        except NoValue:
            continue
    return tuple(found)


# --------------------------------------------------------------------------------------------------- numbers


def _of_value(value: Value) -> Length:
    return Length(value.numerator.bit_length(), value.denominator) if isinstance(value, Fraction) else NONE


def _of_values(values: Iterable[Value]) -> Length:
    return _common([_of_value(value) for value in values])


def _of_domain(domain: Domain) -> Length:
    match domain:
        case Lattice(low, high, stride):
            den = math.lcm(low.denominator, high.denominator, stride.denominator)
            ends = (abs(end.numerator) * (den // end.denominator) for end in (low, high))
            return Length(max(ends).bit_length(), den)
        case Values(values):
            return _of_values(values)
        case NounAttribute(choices=choices):
            return _common([_of_domain(choice) for choice in choices])


def _over(length: Length, static: int, moving: int) -> int:
    """The bits of the numerator over a common denominator."""
    factor = static if length.moving else static // length.den
    return length.num + (factor.bit_length() if factor > 1 else 0) + moving - length.moving


def _common(lengths: Sequence[Length]) -> Length:
    """The longest of some numbers, over one denominator."""
    first = lengths[0] if lengths else NONE
    if all(length.den == first.den and not length.moving for length in lengths):
        return max(lengths, default=NONE)
    static = math.lcm(*(length.den for length in lengths))
    moving = sum(length.moving for length in lengths)
    return _settled(max((_over(length, static, moving) for length in lengths), default=0), static, moving)


def _settled(num: int, static: int, moving: int) -> Length:
    return Length(num, 1, moving + static.bit_length()) if moving else Length(num, static)


def _check(length: Length) -> None:
    if length.num > MOST_BITS or length.moving > MOST_BITS or length.den > _LARGEST:
        raise _Unclear


def _sum(*lengths: Length) -> Length:
    num, den, moving = _common(lengths)
    return Length(num + 1, den, moving)


def _multiplied(a: Length, b: Length) -> Length:
    return _settled(a.num + b.num, a.den * b.den, a.moving + b.moving)


def _divided(a: Length, b: Length) -> Length:
    below = b.moving or b.den.bit_length()
    return Length(a.num + below, 1, (a.moving or a.den.bit_length()) + max(b.num, 1))


def _floored(number: Length, to: Length | None = None) -> Length:
    if to is None:
        return Length(number.num + 2)
    return _multiplied(Length(_divided(number, to).num + 2), to)


def _median(*lengths: Length) -> Length:
    found = _common(lengths)
    return found._replace(num=found.num + 1, den=found.den * 2, moving=found.moving and found.moving + 2)


def _solved(size: int, entries: Sequence[Length]) -> Length:
    """By Cramer's rule: each product has one entry of every row."""
    if size > MOST_UNKNOWNS:
        raise _Unclear
    rows = [_common(entries[start : start + size + 1]) for start in range(0, len(entries), size + 1)]
    bits = sum(row.num for row in rows) + 2 * size
    return Length(bits, 1, bits)


def _wholes(lengths: Iterable[Length]) -> list[int]:
    return [length.num + 1 for length in lengths]


def _counted(n: Length, k: Length) -> Length:
    """Of `choose`: below 2^n, and below n^k."""
    first, second = _wholes((n, k))
    if min(first, second) > 16:
        raise _Unclear
    bits = min(1 << min(first, 16), first << min(second, 16))
    return Length(bits)


def _factorial(n: Length) -> Length:
    (bits,) = _wholes((n,))
    if bits > 16:
        raise _Unclear
    return Length(bits << bits)


RULES: dict[str, Callable[..., Length]] = {
    "add": _sum,
    "sub": _sum,
    "neg": lambda a: a,
    "mul": _multiplied,
    "floor": _floored,
    "ceil": _floored,
    "round": _floored,
    "median": _median,
}
"""Operators with arithmetic of their own."""

TEMPLATES: dict[str, Callable[..., Length]] = {
    "abs": lambda a: a,
    "min": lambda *v: _common(v),
    "max": lambda *v: _common(v),
    "mode": lambda *v: _common(v),
    "remainder": lambda a, b: _common((a, b)),
    "quotient": lambda a, b: Length(_common((a, b)).num + 1),
    "gcd": lambda *v: Length(max(_wholes(v))),
    "lcm": lambda *v: Length(sum(_wholes(v))),
    "factorial": _factorial,
    "choose": _counted,
    "divisor_count": lambda n: Length(16),
    "totient": lambda n: Length(14),
    "power_mod": lambda a, b, modulus: Length(modulus.num + 1),
    "digit_sum": lambda n: Length((9 * (n.num + 1)).bit_length()),
}
"""Operators whose Python is a template and has bounds."""
