"""Exact arithmetic on integer columns, at compile time: texts, bounds and denominators.

A number of the spec is an integer expression over a denominator. The denominator is one constant for all rows
where that can be (sums take the least common multiple, products multiply), else a second integer expression,
positive in every row. Every integer expression carries bounds that hold in every row, so that it is known before
anything runs whether int64 holds it; where it may not, the text turns columns into Python integers first.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from mspec.compiler.ir import Value

LIMIT = 1 << 62
"""int64 columns hold numbers whose size is below this."""
MOST_BITS = 1 << 16
"""No integer of generated code may be longer; the reference evaluator has the same limit."""
SHOWN_DIGITS = 4000
"""No number that is shown may have more digits: Python itself neither prints nor reads more than 4,300."""
_SHOWN: int = 10**SHOWN_DIGITS
UNKNOWN = 1 << 4096
"""The bound taken for what does not say how large it gets: plug-in operators, roundings of real numbers."""
REDUCE_BITS = 512
"""Fractions with a variable denominator are reduced where they may be longer than this."""

SUM, PRODUCT, POWER, ATOM = range(4)
"""How strongly a text binds."""


def in_int64(low: int, high: int) -> bool:
    """True if int64 columns are used for integers of this range."""
    return low > -LIMIT and high < LIMIT


class TooLong(ArithmeticError):
    """An integer may be longer than `MOST_BITS`."""


@dataclass(frozen=True, slots=True)
class Whole:
    """An integer expression. `low` and `high` hold in every row; `text` binds as strongly as `rank` says."""

    text: str
    low: int
    high: int
    rank: int = ATOM
    literal: bool = False

    def __post_init__(self) -> None:
        if max(self.low.bit_length(), self.high.bit_length()) > MOST_BITS:
            raise TooLong

    @property
    def fits(self) -> bool:
        """True if int64 holds it in every row. The column is int64 then, and of Python integers otherwise."""
        return in_int64(self.low, self.high)

    @property
    def size(self) -> int:
        return max(-self.low, self.high)

    def within(self, rank: int) -> str:
        """The text as an operand that must bind at least so strongly."""
        return self.text if self.rank >= rank else f"({self.text})"


def literal(value: int) -> Whole:
    """A constant."""
    # Python reads and writes decimal integers only up to 4,300 digits.
    digits = str(value) if value.bit_length() < 10_000 else hex(value)
    return Whole(digits if value >= 0 else f"({digits})", value, value, ATOM, True)


def computed(pattern: str, ranks: Sequence[int], operands: Sequence[Whole], low: int, high: int, rank: int) -> Whole:
    """An operator applied to operands, with the changes between int64 and Python integers that its bounds ask for."""
    fits = in_int64(low, high)
    texts = [operand.within(need) for operand, need in zip(operands, ranks, strict=True)]
    if not (fits and all(operand.fits for operand in operands)):
        # Each of them: which is a column, and which a plain integer that is the same in all rows, is not known here.
        texts = [
            f"_big({operand.text})" if operand.fits and not operand.literal else text
            for operand, text in zip(operands, texts, strict=True)
        ]
    text = pattern.format(*texts)
    if fits and not all(operand.fits for operand in operands if not operand.literal):
        return Whole(f"_small({text})", low, high)
    return Whole(text, low, high, rank)


def plus(a: Whole, b: Whole) -> Whole:
    if a.literal and b.literal:
        return literal(a.low + b.low)
    if a.literal and a.low == 0:
        return b
    if b.literal and b.low <= 0:
        return a if b.low == 0 else minus(a, literal(-b.low))
    return computed("{} + {}", (SUM, PRODUCT), (a, b), a.low + b.low, a.high + b.high, SUM)


def minus(a: Whole, b: Whole) -> Whole:
    if a.literal and b.literal:
        return literal(a.low - b.low)
    if b.literal and b.low == 0:
        return a
    return computed("{} - {}", (SUM, PRODUCT), (a, b), a.low - b.high, a.high - b.low, SUM)


def times(a: Whole, b: Whole | int) -> Whole:
    if isinstance(b, int):
        b = literal(b)
    if a.literal and b.literal:
        return literal(a.low * b.low)
    for one, other in ((a, b), (b, a)):
        if one.literal and one.low == 1:
            return other
        if one.literal and one.low == 0:
            return literal(0)
    corners = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
    return computed("{} * {}", (PRODUCT, POWER), (a, b), min(corners), max(corners), PRODUCT)


def negative(a: Whole) -> Whole:
    if a.literal:
        return literal(-a.low)
    return computed("(-{})", (POWER,), (a,), -a.high, -a.low, ATOM)


def safe(a: Whole) -> Whole:
    """A divisor: 0 is replaced by 1."""
    if a.low > 0 or a.high < 0:
        return a
    if a.literal:
        return literal(1)
    return Whole(f"_safe({a.text})", a.low or 1, max(a.high, 1))


def over(a: Whole, b: Whole) -> Whole:
    """`a // b`, rounded down; b is never 0."""
    if a.literal and b.literal:
        return literal(a.low // b.low)
    if b.literal and b.low == 1:
        return a
    low, high = quotient_bounds(a, b)
    return computed("{} // {}", (PRODUCT, POWER), (a, b), low, high, PRODUCT)


def quotient_bounds(a: Whole, b: Whole) -> tuple[int, int]:
    """Bounds of `a // b` for b that is never 0."""
    if b.low > 0 or b.high < 0:
        corners = [x // y for x in (a.low, a.high) for y in (b.low, b.high)]
        return min(corners), max(corners)
    return -a.size, a.size


def modulo_bounds(b: Whole) -> tuple[int, int]:
    """Bounds of `a % b` for b that is never 0: the sign of b, smaller than b."""
    return min(b.low + 1, 0), max(b.high - 1, 0)


def raised(a: Whole, exponent: int) -> Whole:
    """`a ** exponent` for a constant natural exponent."""
    if max(a.size.bit_length() - 1, 0) * exponent > MOST_BITS:
        raise TooLong
    if a.literal:
        return literal(a.low**exponent)
    if exponent < 2:
        return a if exponent else literal(1)
    ends = (a.low**exponent, a.high**exponent)
    low = 0 if exponent % 2 == 0 and a.low <= 0 <= a.high else min(ends)
    return computed(f"{{}} ** {exponent}", (ATOM,), (a,), low, max(ends), POWER)


def raised_to(a: Whole, exponent: Whole) -> Whole:
    """`a ** exponent` for a variable exponent; a negative one (not admissible) is taken for 0."""
    if exponent.literal:
        return raised(a, max(exponent.low, 0))
    top = max(exponent.high, 0)
    if max(a.size.bit_length() - 1, 0) * top > MOST_BITS:
        raise TooLong
    natural = exponent if exponent.low >= 0 else Whole(f"_natural({exponent.text})", 0, top)
    high = max(a.size, 1) ** top
    low = -high if a.low < 0 else 0 if a.low == 0 else a.low ** max(exponent.low, 0)
    return computed("{} ** {}", (ATOM, ATOM), (a, natural), low, high, POWER)


# ---------------------------------------------------------------------------------------------- numbers


@dataclass(frozen=True, slots=True)
class Number:
    """`num / den`; `den` is a constant >= 1, or an expression that is positive in every row (then both are names)."""

    num: Whole
    den: int | Whole

    @property
    def constant(self) -> Fraction | None:
        if self.num.literal and isinstance(self.den, int):
            return Fraction(self.num.low, self.den)
        return None


@dataclass(frozen=True, slots=True)
class Condition:
    """A truth value. `text` reads as an operand of `&` and `|`; `known` if it is the same in every row."""

    text: str
    known: bool | None = None


TRUE, FALSE = Condition("True", True), Condition("False", False)


@dataclass(frozen=True, slots=True)
class Coded:
    """A categorical value as its place in `values`."""

    text: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Irrational:
    """A real number as an interval. `text` reads as an operand of any operator."""

    text: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """A value of a library type as its canonical text."""

    text: str


Item = Number | Irrational | Condition | Coded | Spelling


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, by its items."""

    items: tuple[Item, ...]


Lowered = Item | Listed


def can_be_shown(value: Lowered) -> bool:
    """True if numerator and denominator have at most `SHOWN_DIGITS` digits in every row."""
    match value:
        case Listed(items):
            return all(map(can_be_shown, items))
        case Number(num, den):
            below = den if isinstance(den, int) else den.size
            return max(num.size, below) < _SHOWN
        case _:
            return True


def both(a: Condition, b: Condition) -> Condition:
    if a.known is not None:
        return b if a.known else FALSE
    if b.known is not None:
        return a if b.known else FALSE
    return Condition(f"({a.text} & {b.text})")


def either(a: Condition, b: Condition) -> Condition:
    if a.known is not None:
        return TRUE if a.known else b
    if b.known is not None:
        return TRUE if b.known else a
    return Condition(f"({a.text} | {b.text})")


def negation(a: Condition) -> Condition:
    if a.known is not None:
        return FALSE if a.known else TRUE
    return Condition(f"_not({a.text})")


def constant(value: Fraction) -> Number:
    """A constant number."""
    return Number(literal(value.numerator), value.denominator)


@dataclass
class Lines:
    """The lines of the function that is being written, and the algebra that needs to name what it uses twice."""

    body: list[str] = field(default_factory=list)
    _temporaries: int = 0

    def bind(self, whole: Whole, name: str = "") -> Whole:
        """The same integer under a name; it is a new temporary unless given."""
        if not name and (whole.literal or (whole.text.isidentifier() and whole.rank == ATOM)):
            return whole
        name = name or self.temporary()
        self.body.append(f"{name} = {whole.text}")
        return Whole(name, whole.low, whole.high)

    def bind_condition(self, condition: Condition, name: str = "") -> Condition:
        """The same truth value under a name."""
        if not name and (condition.known is not None or condition.text.isidentifier()):
            return condition
        name = name or self.temporary()
        self.body.append(f"{name} = {condition.text}")
        return Condition(name)

    def temporary(self) -> str:
        """A new name. No name of a spec begins like it."""
        self._temporaries += 1
        return f"t{self._temporaries}"

    # ------------------------------------------------------------------------------------------- algebra

    def fraction(self, num: Whole, den: int | Whole) -> Number:
        """`num / den` for a positive `den`."""
        if isinstance(den, int):
            return Number(num, den)
        if den.literal:
            return Number(num, den.low)
        if max(num.size, den.size).bit_length() > REDUCE_BITS:
            top, bottom = self.temporary(), self.temporary()
            self.body.append(f"{top}, {bottom} = _reduce({num.text}, {den.text})")
            return Number(Whole(top, num.low, num.high), Whole(bottom, 1, den.high))
        return Number(self.bind(num), self.bind(den))

    def divide_wholes(self, num: Whole, den: Whole) -> Number:
        """`num / den` for any `den`; where it is 0 (not admissible) it is taken for 1."""
        if den.literal:
            value = den.low or 1
            return reduced(num if value > 0 else negative(num), abs(value))
        if den.low > 0:
            return self.fraction(num, den)
        if den.low == 0:
            return self.fraction(num, safe(self.bind(den)))
        top, bottom = self.temporary(), self.temporary()
        self.body.append(f"{top}, {bottom} = _ratio({num.text}, {den.text})")
        return self.fraction(Whole(top, -num.size, num.size), Whole(bottom, 1, max(den.size, 1)))

    def common(self, numbers: Sequence[Number]) -> tuple[list[Whole], int | Whole]:
        """Numerators over one common denominator."""
        static = math.lcm(*(number.den for number in numbers if isinstance(number.den, int)))
        moving = list({n.den.text: n.den for n in numbers if isinstance(n.den, Whole)}.values())
        nums = []
        for number in numbers:
            own = number.den
            num = times(number.num, static // own if isinstance(own, int) else static)
            for den in moving:
                if not (isinstance(own, Whole) and own.text == den.text):
                    num = times(num, den)
            nums.append(num)
        if not moving:
            return nums, static
        product = moving[0]
        for den in moving[1:]:
            product = times(product, den)
        return nums, times(product, static)

    def add(self, a: Number, b: Number) -> Number:
        (x, y), den = self.common((a, b))
        return self.fraction(plus(x, y), den)

    def subtract(self, a: Number, b: Number) -> Number:
        (x, y), den = self.common((a, b))
        return self.fraction(minus(x, y), den)

    def multiply(self, a: Number, b: Number) -> Number:
        if isinstance(a.den, int) and isinstance(b.den, int):
            left, right = cancelled(a.num, b.den), cancelled(b.num, a.den)
            return Number(times(left[0], right[0]), left[1] * right[1])
        return self.fraction(times(a.num, b.num), times(as_whole(a.den), b.den))

    def divide(self, a: Number, b: Number) -> Number:
        known = b.constant
        if known is not None:
            return self.multiply(a, constant(1 / known)) if known else a
        if isinstance(a.den, int) and isinstance(b.den, int):
            shared = math.gcd(a.den, b.den)
            num, den = times(a.num, b.den // shared), times(b.num, a.den // shared)
        elif isinstance(a.den, Whole) and isinstance(b.den, Whole) and a.den.text == b.den.text:
            num, den = a.num, b.num
        else:
            num, den = times(a.num, b.den), times(b.num, a.den)
        return self.divide_wholes(num, den)

    def floor(self, a: Number) -> Whole:
        return over(a.num, as_whole(a.den))

    def ceil(self, a: Number) -> Whole:
        if isinstance(a.den, int) and a.den == 1:
            return a.num
        return negative(over(negative(a.num), as_whole(a.den)))

    def round(self, a: Number) -> Whole:
        """To the nearest integer; a half goes up."""
        if isinstance(a.den, int) and a.den % 2 == 0:
            return over(plus(a.num, literal(a.den // 2)), literal(a.den))
        if isinstance(a.den, int) and a.den == 1:
            return a.num
        den = as_whole(a.den)
        return over(plus(times(a.num, 2), den), times(den, 2))

    def choose(self, condition: Condition, a: Number, b: Number) -> Number:
        """`a` where the condition holds, else `b`."""
        if condition.known is not None:
            return a if condition.known else b
        if isinstance(a.den, int) and isinstance(b.den, int):
            (x, y), den = self.common((a, b))
            return Number(chosen(condition, x, y), den)
        return self.fraction(chosen(condition, a.num, b.num), chosen(condition, as_whole(a.den), as_whole(b.den)))


def as_whole(den: int | Whole) -> Whole:
    return literal(den) if isinstance(den, int) else den


def cancelled(num: Whole, den: int) -> tuple[Whole, int]:
    """A constant numerator and a denominator without their common factor."""
    if not num.literal:
        return num, den
    shared = math.gcd(num.low, den)
    return literal(num.low // shared), den // shared


def reduced(num: Whole, den: int) -> Number:
    return Number(*cancelled(num, den))


def chosen(condition: Condition, a: Whole, b: Whole) -> Whole:
    """One of two integers."""
    low, high = min(a.low, b.low), max(a.high, b.high)
    a, b = alike((a, b))
    return Whole(f"_where({condition.text}, {a.text}, {b.text})", low, high)


def widened(whole: Whole) -> Whole:
    """The same, as a column of Python integers."""
    if whole.literal or not whole.fits:
        return whole
    return Whole(f"_big({whole.text})", whole.low, whole.high)


def alike(wholes: Iterable[Whole]) -> list[Whole]:
    """All of them as int64 columns, or all as Python integers."""
    found = list(wholes)
    return found if all(whole.fits for whole in found) else [widened(whole) for whole in found]
