"""A reader of printed equations and claims: its own tokens, grammar and meaning.

It shares nothing with what prints them, so that a text that reads true is true. A text is read in two parts: its
skeleton, in which `#` stands for each numeral, is parsed once and kept; its numerals are the arguments.

    claim   = or; or = and {"or" and}; and = not {"and" not}; not = ["not"] not | chain
    chain   = sum {("==" | "!=" | "<" | "<=" | ">" | ">=") sum}
    sum     = product {("+" | "-") product}; product = unary {("*" | "/") unary}
    unary   = ["-"] unary | power; power = atom ["^" unary]
    atom    = numeral | "(" or ")" | "[" or {"," or} "]" | text | "true" | "false" | "pi" | call
    call    = name "(" or {"," or} ")" ["." name]
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from statistics import median, multimode

from mspec.runtime.steps.powers_of_e import E, power_of_e

MOST_TOKENS = 40_000
DEEPEST = 110
"""No expression of a problem is deeper than 100 (`build/draft.py`)."""
MOST_BITS = 1 << 16
"""A number that would be longer is not computed: what says so does not hold."""
MOST_TRIAL = 10**6
"""The largest divisor tried for `is_prime`, and the largest argument of `factorial`."""

Read = Fraction | bool | str | tuple["Read", ...]
Lookup = Callable[[str, Fraction | str, str], "Read"]
"""(table, key or 1-based row, column) -> value; raises KeyError."""


@dataclass(frozen=True, slots=True)
class Library:
    """What the libraries of a problem bring: tables, and functions of their plug-ins by their second evaluation (on
    numbers, truth values and texts; they raise Meaningless)."""

    lookup: Lookup
    functions: Mapping[str, Callable[..., Read]]


class Unreadable(ValueError):
    """The text is not an equation or a claim, or is too long or too deep."""


class Meaningless(ArithmeticError):
    """The text is well formed but has no value: a zero divisor, a number that is too large, operands that do not
    fit."""


# ------------------------------------------------------------------------------------------------- syntax


@dataclass(frozen=True, slots=True)
class Numeral:
    """The numeral at a position of the text, from 0."""

    position: int


@dataclass(frozen=True, slots=True)
class Quoted:
    value: str


@dataclass(frozen=True, slots=True)
class Truth:
    value: bool


@dataclass(frozen=True, slots=True)
class Listed:
    items: tuple[Read_, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """`first op second op third …`, of one level: + and -, * and /, `and`, `or`, or comparisons."""

    first: Read_
    rest: tuple[tuple[str, Read_], ...]


@dataclass(frozen=True, slots=True)
class Power:
    base: Read_
    exponent: Read_


@dataclass(frozen=True, slots=True)
class Prefix:
    """`-x`, `not x`."""

    op: str
    operand: Read_


@dataclass(frozen=True, slots=True)
class Called:
    """`f(a, b)`; with `column`, a lookup `planets("mars").g`."""

    name: str
    args: tuple[Read_, ...]
    column: str = ""


Read_ = Numeral | Quoted | Truth | Listed | Chain | Power | Prefix | Called

_TOKEN = re.compile(r"\s*(#|[A-Za-z_]\w*|\"(?:[^\"\\]|\\.)*\"|==|!=|<=|>=|[-+*/^()\[\],<>=.])")
_SPLIT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|[A-Za-z_]\w*|\d+|#")
_COMPARISONS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt,
                ">=": operator.ge}  # fmt: skip

COMPARED, SUM, TIGHTEST = 2, 3, 5
_LEVEL = {"or": 0, "and": 1, **dict.fromkeys(_COMPARISONS, COMPARED), "+": SUM, "-": SUM, "*": 4, "/": 4}


def skeleton(text: str) -> tuple[str, list[int]]:
    """The text with `#` for each numeral, and the numerals. A `#` of the text itself becomes unreadable."""
    numerals: list[int] = []

    def masked(match: re.Match[str]) -> str:
        found = match[0]
        if found == "#":
            return "?"
        if not found[0].isdigit():
            return found
        if not found.isascii() or len(found) > 4000:
            return "?"
        numerals.append(int(found))
        return "#"

    return _SPLIT.sub(masked, text), numerals


@lru_cache(maxsize=4096)
def parse_claim(masked: str) -> Read_:
    """The tree of a claim's skeleton. Raises Unreadable."""
    parser = _Parser(masked)
    return parser.done(parser.chain(0, 0))


@lru_cache(maxsize=4096)
def parse_equation(masked: str) -> Read_:
    """The tree of an equation's skeleton, as a comparison: one `=` between two sums. Raises Unreadable."""
    parser = _Parser(masked)
    left = parser.chain(SUM, 0)
    if parser.next() != "=":
        raise Unreadable(masked)
    return parser.done(Chain(left, (("==", parser.chain(SUM, 0)),)))


class _Parser:
    def __init__(self, masked: str) -> None:
        self.tokens: list[str] = []
        self.at = self.numerals = 0
        position, end = 0, len(masked.rstrip())
        while position < end:
            match = _TOKEN.match(masked, position)
            if match is None or len(self.tokens) >= MOST_TOKENS:
                raise Unreadable(masked)
            self.tokens.append(match[1])
            position = match.end()

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def next(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def expect(self, token: str) -> None:
        if self.next() != token:
            raise Unreadable(f"no {token}")

    def done(self, tree: Read_) -> Read_:
        if self.at != len(self.tokens):
            raise Unreadable("text after the end")
        return tree

    def chain(self, least: int, depth: int) -> Read_:
        """Operands joined by operators of the level `least` and tighter ones, by precedence climbing: as deep a
        recursion as there are brackets, whatever the number of levels."""
        left = self.operand(least, depth)
        while (level := _LEVEL.get(self.peek(), -1)) >= least:
            rest: list[tuple[str, Read_]] = []
            while _LEVEL.get(self.peek(), -1) == level:
                rest.append((self.next(), self.chain(level + 1, depth)))
            left = Chain(left, tuple(rest))
        return left

    def operand(self, least: int, depth: int) -> Read_:
        if depth > DEEPEST:
            raise Unreadable("too deep")
        if self.peek() == "not" and least <= COMPARED:
            self.next()
            return Prefix("not", self.chain(COMPARED, depth + 1))
        if self.peek() == "-":
            self.next()
            return Prefix("-", self.operand(TIGHTEST, depth + 1))
        base = self.atom(depth)
        if self.peek() == "^":
            self.next()
            return Power(base, self.operand(TIGHTEST, depth + 1))
        return base

    def atom(self, depth: int) -> Read_:
        token = self.next()
        if token == "#":
            self.numerals += 1
            return Numeral(self.numerals - 1)
        if token == "(":
            inner = self.chain(0, depth + 1)
            self.expect(")")
            return inner
        if token == "[":
            return Listed(self._items("]", depth))
        if token in ("true", "false"):
            return Truth(token == "true")
        if token.startswith('"'):
            return Quoted(re.sub(r"\\(.)", r"\1", token[1:-1]))
        if token == "pi":
            return Called(token, ())
        if not token.isidentifier() or token in ("and", "or", "not"):
            raise Unreadable(token)
        self.expect("(")
        args = self._items(")", depth)
        if self.peek() != ".":
            return Called(token, args)
        self.next()
        column = self.next()
        if not column.isidentifier():
            raise Unreadable(column)
        return Called(token, args, column)

    def _items(self, close: str, depth: int) -> tuple[Read_, ...]:
        items = [self.chain(0, depth + 1)]
        while self.peek() == ",":
            self.next()
            items.append(self.chain(0, depth + 1))
        self.expect(close)
        return tuple(items)


# ------------------------------------------------------------------------------------------------ meaning


def value(tree: Read_, numerals: Sequence[int], library: Library | None = None) -> Read:
    """What a tree says, exactly. `and` and `or` stop where they are decided.

    Raises:
        Meaningless: it has no value.
    """
    match tree:
        case Numeral(position):
            return Fraction(numerals[position])
        case Quoted(text):
            return text
        case Truth(truth):
            return truth
        case Listed(items):
            return tuple(value(item, numerals, library) for item in items)
        case Chain(first, rest):
            return _chained(first, rest, numerals, library)
        case Power(base, exponent):
            return _power(_number(value(base, numerals, library)), _number(value(exponent, numerals, library)))
        case Prefix("-", operand):
            return -_number(value(operand, numerals, library))
        case Prefix(_, operand):
            return not _truth(value(operand, numerals, library))
        case Called(name, args, column):
            values = [value(arg, numerals, library) for arg in args]
            return _looked_up(name, values, column, library) if column else _call(name, values, library)


def _chained(
    first: Read_, rest: tuple[tuple[str, Read_], ...], numerals: Sequence[int], library: Library | None
) -> Read:
    result = value(first, numerals, library)
    if rest[0][0] in _COMPARISONS:
        for op, operand in rest:
            right = value(operand, numerals, library)
            if not _compared(op, result, right):
                return False
            result = right
        return True
    for op, operand in rest:
        if op in ("and", "or"):
            if _truth(result) == (op == "or"):
                return result
            result = _truth(value(operand, numerals, library))
            continue
        left, right = _number(result), _number(value(operand, numerals, library))
        if op == "/" and not right:
            raise Meaningless("division by zero")
        made = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}[op](left, right)
        result = _bounded(made)
    return result


def _compared(op: str, left: Read, right: Read) -> bool:
    if op in ("==", "!="):
        if isinstance(left, Fraction) != isinstance(right, Fraction) or isinstance(left, str) != isinstance(right, str):
            raise Meaningless("values of different kinds are compared")
        return bool(_COMPARISONS[op](left, right))
    return bool(_COMPARISONS[op](_number(left), _number(right)))


def _bounded(number: Fraction) -> Fraction:
    if number.numerator.bit_length() + number.denominator.bit_length() > MOST_BITS:
        raise Meaningless("too large")
    return number


def _number(read: Read) -> Fraction:
    if not isinstance(read, Fraction):
        raise Meaningless("a number is needed")
    return read


def _truth(read: Read) -> bool:
    if not isinstance(read, bool):
        raise Meaningless("a truth value is needed")
    return read


def _whole(number: Fraction) -> int:
    if number.denominator != 1:
        raise Meaningless("a whole number is needed")
    return number.numerator


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    times = _whole(exponent)
    if not base and times < 0:
        raise Meaningless("division by zero")
    if abs(times) * max(abs(base.numerator), base.denominator).bit_length() > MOST_BITS:
        raise Meaningless("too large")
    return base**times


def _rounded(direction: Callable[[Fraction], int]) -> Callable[..., Fraction]:
    def rounded(number: Fraction, to: Fraction = Fraction(1)) -> Fraction:
        if to <= 0:
            raise Meaningless("rounding to nothing")
        return Fraction(direction(number / to)) * to

    return rounded


def _nonzero(number: Fraction) -> Fraction:
    if not number:
        raise Meaningless("division by zero")
    return number


def _is_prime(number: Fraction) -> bool:
    n = _whole(number)
    if n > MOST_TRIAL**2:
        raise Meaningless("too large")
    return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))


def _is_square(number: Fraction) -> bool:
    return number >= 0 and math.isqrt(number.numerator) ** 2 == number.numerator and (
        math.isqrt(number.denominator) ** 2 == number.denominator
    )  # fmt: skip


def _factorial(number: Fraction) -> Fraction:
    n = _whole(number)
    if not 0 <= n <= 5000:
        raise Meaningless("no factorial")
    return _bounded(Fraction(math.factorial(n)))


def _choose(n: Fraction, k: Fraction) -> Fraction:
    if not (0 <= n <= MOST_TRIAL and 0 <= k <= 5000):
        raise Meaningless("no binomial coefficient")
    return _bounded(Fraction(math.comb(_whole(n), _whole(k))))


def _divisors(number: Fraction) -> list[int]:
    """In increasing order, by trial of all numbers up to the root."""
    n = _whole(number)
    if not 1 <= n <= 10**10:
        raise Meaningless("no divisors")
    small = [d for d in range(1, math.isqrt(n) + 1) if n % d == 0]
    return small + [n // d for d in reversed(small) if d * d != n]


def _coprime(number: Fraction) -> Fraction:
    n = _whole(number)
    if not 1 <= n <= 10**5:
        raise Meaningless("too large")
    return Fraction(sum(math.gcd(n, k) == 1 for k in range(n)) if n > 1 else 1)


def _power_mod(base: Fraction, exponent: Fraction, modulus: Fraction) -> Fraction:
    a, b, m = map(_whole, (base, exponent, modulus))
    if b < 0 or m < 1:
        raise Meaningless("no power")
    return Fraction(pow(a, b, m))


def _digits(number: Fraction, base: int) -> list[int]:
    """From the last one."""
    n, found = _whole(number), list[int]()
    if n < 0 or not 2 <= base <= 10:
        raise Meaningless("no digits")
    while n:
        found.append(n % base)
        n //= base
    return found


def _in_base(number: Fraction, base: Fraction) -> Fraction:
    return Fraction(int("".join(map(str, reversed(_digits(number, _whole(base))))) or "0"))


def _from_base(number: Fraction, base: Fraction) -> Fraction:
    if not 2 <= base <= 10:
        raise Meaningless("no such base")
    return Fraction(sum(digit * _whole(base) ** place for place, digit in enumerate(_digits(number, 10))))


def _arrangements(n: Fraction, k: Fraction) -> Fraction:
    if not (0 <= n <= 5000 and 0 <= k <= 5000):
        raise Meaningless("no arrangements")
    return _bounded(Fraction(math.perm(_whole(n), _whole(k))))


def _derangements(number: Fraction) -> Fraction:
    n = _whole(number)
    if not 0 <= n <= 1000:
        raise Meaningless("no derangements")
    found = 1
    for k in range(1, n + 1):
        found = k * found + (-1) ** k
    return Fraction(found)


def _kth(k: Fraction, *numbers: Fraction) -> Fraction:
    if not 1 <= k <= len(numbers):
        raise Meaningless("no such rank")
    return sorted(numbers)[_whole(k) - 1]


PLACES = 60
_SCALE = 10**PLACES
_PI = Fraction(3141592653589793238462643383279502884197169399375105820974944592307816406286208998628, 10**84)


def _root(number: Fraction) -> Fraction:
    """Exact for squares, else to 60 decimals."""
    if number < 0:
        raise Meaningless("the root of a negative number")
    if _is_square(number):
        return Fraction(math.isqrt(number.numerator), math.isqrt(number.denominator))
    return Fraction(math.isqrt(number.numerator * _SCALE**2 // number.denominator), _SCALE)


def _sine(degrees: Fraction) -> Fraction:
    """By Taylor's series on whole numbers, to more than 50 decimals; exact where it is a multiple of 1/2."""
    turn = degrees % 360
    angle = math.floor(turn * _PI / 180 * _SCALE)
    term, total, k = angle, 0, 1
    while term:
        total += term
        term = -term * angle * angle // (_SCALE**2 * (k + 1) * (k + 2))
        term, k = (0 if term == -1 else term), k + 2
    near = Fraction(round(Fraction(2 * total, _SCALE)), 2)
    return near if abs(near * _SCALE - total) < 10**8 else Fraction(total, _SCALE)


def _cosine(degrees: Fraction) -> Fraction:
    return _sine(degrees + 90)


def _tangent(degrees: Fraction) -> Fraction:
    slope = _sine(degrees) / _nonzero(_cosine(degrees))
    near = Fraction(round(slope))
    return near if abs(slope - near) < Fraction(1, 10**52) else slope


def _logarithm(number: Fraction) -> Fraction:
    """The logarithm to base 10 digit by digit, to 50 decimals: the whole part is how often 10 goes in, and the tenth
    power of what is left has the next digit as its whole part. Exact for powers of ten."""
    if number <= 0:
        raise Meaningless("the logarithm of a number that is not positive")
    scale, digits = 10**120, 0
    whole = len(str(number.numerator)) - len(str(number.denominator))
    whole -= Fraction(10) ** whole > number
    rest = number / Fraction(10) ** whole
    if rest == 1:
        return Fraction(whole)
    left = math.floor(rest * scale)
    for _ in range(52):
        left = left**10 // scale**9
        digit = len(str(left // scale)) - 1
        digits = 10 * digits + digit
        left //= 10**digit
    return whole + Fraction(digits, 10**52)


def _exponential(power: Fraction) -> Fraction:
    if abs(power) > 60:
        raise Meaningless("a power of e that is too large")
    return power_of_e(power)


def _divides(a: Fraction, b: Fraction) -> bool:
    return _whole(b) % _whole(_nonzero(a)) == 0


_FUNCTIONS: Mapping[str, Callable[..., Read]] = {
    "floor": _rounded(math.floor),
    "ceil": _rounded(math.ceil),
    "round": _rounded(lambda number: math.floor(number + Fraction(1, 2))),
    "abs": abs,
    "min": lambda *numbers: min(numbers),
    "max": lambda *numbers: max(numbers),
    "median": lambda *numbers: Fraction(median(numbers)),
    "mode": lambda *numbers: min(multimode(numbers)),
    "kth": _kth,
    "gcd": lambda *numbers: Fraction(math.gcd(*map(_whole, numbers))),
    "lcm": lambda *numbers: Fraction(math.lcm(*map(_whole, numbers))),
    "quotient": lambda a, b: Fraction(math.floor(a / _nonzero(b))),
    "remainder": lambda a, b: a - b * math.floor(a / _nonzero(b)),
    "divides": _divides,
    "factorial": _factorial,
    "choose": _choose,
    "is_int": lambda number: number.denominator == 1,
    "is_square": _is_square,
    "is_prime": _is_prime,
    "distinct": lambda *numbers: len(set(numbers)) == len(numbers),
    "digit_sum": lambda n: Fraction(sum(_digits(n, 10))),
    "divisor_count": lambda n: Fraction(len(_divisors(n))),
    "divisor_sum": lambda n: Fraction(sum(_divisors(n))),
    "totient": _coprime,
    "power_mod": _power_mod,
    "in_base": _in_base,
    "from_base": _from_base,
    "arrangements": _arrangements,
    "derangements": _derangements,
    "pi": lambda: _PI,
    "sqrt": _root,
    "sin": _sine,
    "cos": _cosine,
    "tan": _tangent,
    "log10": _logarithm,
    "ln": lambda number: _logarithm(number) / _logarithm(E),
    "exp": _exponential,
    "magnitude": lambda number: number,
}


FUNCTIONS = frozenset(_FUNCTIONS)


def _call(name: str, values: Sequence[Read], library: Library | None) -> Read:
    function = _FUNCTIONS.get(name)
    if function is None and library is not None and name in library.functions:
        return library.functions[name](*values)
    if function is None:
        raise Meaningless(f"the function {name} is not known to the reader")
    args = values if name == "distinct" else [_number(v) for v in values]
    try:
        return function(*args)
    except TypeError as fault:
        raise Meaningless(f"{name} of {len(values)} numbers") from fault


def _looked_up(table: str, values: Sequence[Read], column: str, library: Library | None) -> Read:
    (key, *more) = values
    if library is None or more or not isinstance(key, (Fraction, str)):
        raise Meaningless(f"the table {table} is not at hand")
    try:
        return library.lookup(table, key, column)
    except KeyError as fault:
        raise Meaningless(f"no {column} of {key} in {table}") from fault
