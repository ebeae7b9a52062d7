"""Re-reading: is every printed equation true, recomputed from the printed text alone?

A column of texts is read at once. Its numerals are masked, rows with the same skeleton are computed together in
int64 rationals, and a row whose numbers might not fit, or that has no value, is computed again in exact fractions
(`reading`). """

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from mspec.compiler.ir import Lexicon
from mspec.compiler.ops import Op
from mspec.compiler.plugins import NoValue, called, operators
from mspec.runtime.batch import Array
from mspec.runtime.steps import reading
from mspec.runtime.steps.reading import (
    Called,
    Chain,
    Library,
    Lookup,
    Meaningless,
    Numeral,
    Power,
    Prefix,
    Read,
    Read_,
    Truth,
    Unreadable,
)

Parse = Callable[[str], Read_]
SAFE = 1 << 62
"""Products are formed in int64 only where they are smaller."""
MOST_DIGITS = 18
FEW = 4
"""Up to so many texts are read one by one: as columns they would take longer."""
_MASK = str.maketrans("0123456789", "##########")
_RUN = re.compile("#+")
_COMPARED: dict[str, np.ufunc] = {
    "==": np.equal, "!=": np.not_equal, "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal,
}  # fmt: skip


def holds(equations: Sequence[str]) -> NDArray[np.bool_]:
    """For each text, whether it is an equation of + - * / ^ on integers and is true. What cannot be read does not
    hold."""
    return _reread(equations, reading.parse_equation, None)


def claims_hold(claims: Sequence[str], lexicon: Lexicon | None = None) -> NDArray[np.bool_]:
    """For each text, whether it is a claim and is true. `lexicon` has the tables that lookups refer to, and
    names the plug-ins whose primitives occur."""
    return _reread(claims, reading.parse_claim, None if lexicon is None else library_of(lexicon))


def claim_holds(text: str, lexicon: Lexicon | None = None) -> bool:
    """Whether one claim is true: comparisons, `and`, `or`, `not`, and functions of numbers."""
    return _true(text, reading.parse_claim, None if lexicon is None else library_of(lexicon))


def why_not(text: str, lexicon: Lexicon | None = None, *, claim: bool) -> str:
    """Why an equation (`holds`), or a claim (`claims_hold`), does not hold, in words for a message."""
    parse = reading.parse_claim if claim else reading.parse_equation
    try:
        masked, numerals = reading.skeleton(text)
        found = reading.value(parse(masked), numerals, None if lexicon is None else library_of(lexicon))
    except Unreadable as fault:
        return f"it cannot be read ({fault})" if str(fault) else "it cannot be read"
    except Meaningless as fault:
        return f"it has no value ({fault})"
    return "it is false" if found is False else "it is no statement"


def value_of(text: str) -> Fraction:
    """The number that an expression of + - * / ^ and functions is: `value_of("5/2")`.

    Raises:
        ValueError: it is not an expression, or has no value.
    """
    masked, numerals = reading.skeleton(text)
    try:
        result = reading.value(reading.parse_claim(masked), numerals)
    except Meaningless as fault:
        raise ValueError(f"{text!r} has no value: {fault}") from fault
    if not isinstance(result, Fraction):
        raise ValueError(f"{text!r} is not a number")
    return result


def library_of(lexicon: Lexicon) -> Library:
    """The tables of a lexicon, and the primitives of its plug-ins."""

    def reader(row: Op) -> Callable[..., Read]:
        def read(*values: Read) -> Read:
            try:
                found = called(row, values, second=True)
            except NoValue as none:
                raise Meaningless(f"{row.name} has no value: {none}") from None
            assert isinstance(found, (Fraction, bool, str))
            return found

        return read

    rows = operators(lexicon.plugins).values() if lexicon.plugins else ()
    return Library(table_lookup(lexicon), {row.name: reader(row) for row in rows if row.plugin})


def table_lookup(lexicon: Lexicon) -> Lookup:
    """Lookups in the tables of a lexicon: a row by its first column, or by its 1-based number."""

    def lookup(name: str, key: Fraction | str, column: str) -> Read:
        table = lexicon.table(name)
        position = next((i for i, c in enumerate(table.columns) if c[0] == column), None)
        if isinstance(key, str):
            row = next((row for row in table.rows if row[0] == key), None)
        else:
            row = table.rows[int(key) - 1] if key.denominator == 1 and 1 <= key <= len(table.rows) else None
        if position is None or row is None:
            raise KeyError(key)
        found = row[position]
        if isinstance(found, (bool, str, Fraction)):
            return found
        raise KeyError(column)

    return lookup


@lru_cache(maxsize=1 << 14)
def _true_by_itself(text: str, parse: Parse) -> bool:
    """Whether a text is true without a library. What it is hangs on nothing else, and neighbouring variants have most
    of their equations and claims in common."""
    return _true(text, parse, None)


def _true(text: str, parse: Parse, library: Library | None) -> bool:
    try:
        masked, numerals = reading.skeleton(text)
        return reading.value(parse(masked), numerals, library) is True
    except (Unreadable, Meaningless):
        return False


# --------------------------------------------------------------------------------------------- whole columns


def _reread(texts: Sequence[str], parse: Parse, library: Library | None) -> NDArray[np.bool_]:
    result = np.zeros(len(texts), dtype=np.bool_)
    masked = _masked(texts) if len(texts) > FEW else None
    if masked is None:
        for row, text in enumerate(texts):
            result[row] = _true_by_itself(text, parse) or (library is not None and _true(text, parse, library))
        return result
    for skeleton, rows in masked.rows.items():
        try:
            tree = parse(skeleton)
        except Unreadable:
            continue
        doubtful = np.arange(len(rows))
        try:
            walk = _Walk(masked.numerals_of(skeleton, rows), len(rows))
            truth = walk.truth(tree)
            result[rows] = truth & ~walk.doubtful
            doubtful = np.flatnonzero(walk.doubtful)
        except _TooLarge:
            pass
        for row in rows[doubtful].tolist():
            result[row] = _true(texts[row], parse, library)
    return result


@dataclass(frozen=True, slots=True)
class _Masked:
    """The rows of each skeleton, and all numerals with the place where each row's begin."""

    rows: dict[str, Array]
    numerals: Array
    begin: Array

    def numerals_of(self, skeleton: str, rows: Array) -> list[Array]:
        begin = self.begin[rows]
        return [self.numerals[begin + position] for position in range(skeleton.count("#"))]


def _masked(texts: Sequence[str]) -> _Masked | None:
    """The skeletons of a column, or None where the texts need a reader for each: quoted words, names with digits,
    numerals that do not fit, or characters that no equation has."""
    joined = "\n".join(texts)
    if not joined.isascii() or '"' in joined or "#" in joined or joined.count("\n") != len(texts) - 1:
        return None
    raw = np.frombuffer(joined.encode("ascii"), dtype=np.uint8)
    digit = (raw - 48) < 10
    begins = digit.copy()
    begins[1:] &= ~digit[:-1]
    starts = np.flatnonzero(begins)
    if len(starts) and _in_a_name(raw[starts - 1], int(starts[0]) == 0):
        return None
    numerals, longest = _read_numerals(raw, digit, starts)
    if longest > MOST_DIGITS:
        return None
    # Digits are masked one for one, which is fast; runs of them are made one `#` once for each distinct shape.
    shapes = joined.translate(_MASK).split("\n")
    number_of: dict[str, int] = {}
    by_shape = {shape: number_of.setdefault(_RUN.sub("#", shape), len(number_of)) for shape in dict.fromkeys(shapes)}
    if len(number_of) == 1:
        rows = {next(iter(number_of)): np.arange(len(shapes))}
    else:
        numbers = np.fromiter(map(by_shape.__getitem__, shapes), np.intp, len(shapes))
        rows = {skeleton: np.flatnonzero(numbers == number) for skeleton, number in number_of.items()}
    counts = np.empty(len(shapes), dtype=np.int64)
    for skeleton, at in rows.items():
        counts[at] = skeleton.count("#")
    return _Masked(rows, numerals, np.cumsum(counts) - counts)


def _in_a_name(before: Array, at_start: bool) -> bool:
    """True if a letter or underscore stands before a numeral; the first may have nothing before it."""
    before = before[1:] if at_start else before
    return bool(((((before | 32) - 97) < 26) | (before == 95)).any())


def _read_numerals(raw: Array, digit: Array, starts: Array) -> tuple[Array, int]:
    """All numerals from their digits, by Horner's rule over digit places; and the length of the longest."""
    if not len(starts):
        return np.zeros(0, dtype=np.int64), 0
    padded = np.append(digit, False)
    ends = np.flatnonzero(padded[:-1] & ~padded[1:]) + 1
    length = ends - starts
    longest = int(length.max())
    numerals = (raw[starts] - 48).astype(np.int64)
    if longest > MOST_DIGITS:
        return numerals, longest
    for place in range(1, longest):
        more = np.flatnonzero(length > place)
        numerals[more] = numerals[more] * 10 + (raw[starts[more] + place] - 48)
    return numerals, longest


class _TooLarge(Exception):
    """Numbers might leave int64, or the tree says more than columns can: the rows are read one by one."""


@dataclass(frozen=True, slots=True)
class _Rational:
    """A column of fractions; `den` None for whole numbers, else positive. `top` and `bottom` bound their sizes."""

    num: Array
    den: Array | None
    top: int
    bottom: int


def _rational(num: Array, den: Array | None) -> _Rational:
    top = int(np.abs(num).max(initial=0))
    return _Rational(num, den, top, 1 if den is None else int(den.max(initial=1)))


def _smaller(x: _Rational) -> _Rational:
    """In lowest terms, with true bounds."""
    if x.den is None:
        return _rational(x.num, None)
    common = np.gcd(x.num, x.den)
    return _rational(x.num // common, x.den // common)


def _fits(*bounds: int) -> bool:
    return max(bounds) < SAFE


class _Walk:
    """Computes a tree for all rows of one skeleton. `doubtful` marks rows that must be read one by one."""

    def __init__(self, numerals: list[Array], rows: int) -> None:
        self.numerals, self.rows = numerals, rows
        self.doubtful = np.zeros(rows, dtype=np.bool_)

    def truth(self, tree: Read_) -> Array:
        match tree:
            case Truth(truth):
                return np.full(self.rows, truth)
            case Prefix("not", operand):
                return ~self.truth(operand)
            case Chain(first, ((("and" | "or") as op, _), *_) as rest):
                result = self.truth(first)
                joined = np.logical_and if op == "and" else np.logical_or
                for _, operand in rest:
                    result = joined(result, self.truth(operand))
                return result
            case Chain(first, ((("==" | "!=" | "<" | "<=" | ">" | ">="), _), *_) as rest):
                left, result = self.number(first), np.ones(self.rows, dtype=np.bool_)
                for sign, operand in rest:
                    right = self.number(operand)
                    result = result & self._compared(sign, left, right)
                    left = right
                return result
            case _:
                raise _TooLarge

    def _compared(self, op: str, left: _Rational, right: _Rational) -> Array:
        a, b = self._common(left, right)
        compared: Array = _COMPARED[op](a, b)
        return compared

    def number(self, tree: Read_) -> _Rational:
        match tree:
            case Numeral(position):
                return _rational(self.numerals[position], None)
            case Prefix("-", operand):
                inner = self.number(operand)
                return _Rational(-inner.num, inner.den, inner.top, inner.bottom)
            case Chain(first, ((("+" | "-" | "*" | "/"), _), *_) as rest):
                result = self.number(first)
                for op, operand in rest:
                    result = self._joined(op, result, self.number(operand))
                return result
            case Power(base, exponent):
                return self._power(self.number(base), self.number(exponent))
            case Called(name, args, "") if name in ("floor", "ceil", "abs", "min", "max", "gcd"):
                return self._called(name, [self.number(arg) for arg in args])
            case _:
                raise _TooLarge

    def _joined(self, op: str, left: _Rational, right: _Rational) -> _Rational:
        if op in "+-":
            if left.den is None and right.den is None:
                if not _fits(left.top + right.top):
                    raise _TooLarge
                num = left.num + right.num if op == "+" else left.num - right.num
                return _Rational(num, None, left.top + right.top, 1)
            a, b = self._common(left, right)
            den = self._times(left.den, right.den, left, right)
            num = a + b if op == "+" else a - b
            return _rational(num, den)
        if op == "/":
            right = self._inverted(right)
        if not _fits(left.top * right.top, left.bottom * right.bottom):
            left, right = _smaller(left), _smaller(right)
        if not _fits(left.top * right.top, left.bottom * right.bottom):
            raise _TooLarge
        den = self._times(left.den, right.den, left, right)
        return _Rational(left.num * right.num, den, left.top * right.top, left.bottom * right.bottom)

    def _times(self, a: Array | None, b: Array | None, left: _Rational, right: _Rational) -> Array | None:
        if a is None or b is None:
            return b if a is None else a
        if not _fits(left.bottom * right.bottom):
            raise _TooLarge
        product: Array = a * b
        return product

    def _common(self, left: _Rational, right: _Rational) -> tuple[Array, Array]:
        """Numerators over the product of the denominators; their sum fits too."""
        if not _fits(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom):
            left, right = _smaller(left), _smaller(right)
        if not _fits(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom):
            raise _TooLarge
        a = left.num if right.den is None else left.num * right.den
        b = right.num if left.den is None else right.num * left.den
        return a, b

    def _inverted(self, x: _Rational) -> _Rational:
        zero = x.num == 0
        if zero.any():
            self.doubtful |= zero
        num = np.where(zero, 1, x.num)
        above = np.ones_like(num) if x.den is None else x.den
        return _Rational(np.where(num < 0, -above, above), np.abs(num), x.bottom, max(x.top, 1))

    def _power(self, base: _Rational, exponent: _Rational) -> _Rational:
        if exponent.den is not None or not self.rows:
            raise _TooLarge
        times = int(exponent.num[0])
        if not 0 <= times <= 64 or (exponent.num != times).any():
            raise _TooLarge
        result = _rational(np.ones(self.rows, dtype=np.int64), None)
        for _ in range(times):
            result = self._joined("*", result, base)
        return result

    def _called(self, name: str, args: list[_Rational]) -> _Rational:
        first = args[0]
        if name in ("floor", "ceil", "abs"):
            if len(args) != 1:
                raise _TooLarge
            if name == "abs":
                return _Rational(np.abs(first.num), first.den, first.top, first.bottom)
            if first.den is None:
                return first
            return _rational(first.num // first.den if name == "floor" else -(-first.num // first.den), None)
        if any(arg.den is not None for arg in args) or (name == "gcd" and len(args) < 2):
            raise _TooLarge
        function = {"min": np.minimum, "max": np.maximum, "gcd": np.gcd}[name]
        result = first.num
        for arg in args[1:]:
            result = function(result, arg.num)
        return _rational(result, None)
