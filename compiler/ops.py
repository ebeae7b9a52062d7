"""The operator table: one row says everything about one operator.

To add an operator, add one row to `CORE` (see CONTRIBUTING). The parser learns its name from here, the checker its
typing, the interpreter its exact meaning, the two lowerings their text, the renderer how it is shown.
`exact`, `python` and `smtlib` are written independently of each other: the tests hold them against one another.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median, multimode

from mspec.compiler import real_functions as reals
from mspec.compiler import typing_rules as typing
from mspec.compiler.types import Type

Exact = Callable[..., Fraction | bool]


@dataclass(frozen=True, slots=True)
class PythonForm:
    """How generated Python computes an operator on columns (or on single ints).

    `kind` says what stands for `{0}`, `{1}` … in `template`:
    `int`: whole numbers, the result is whole or a truth value.
    `order`: all arguments as numerators over one common denominator; the result is over the same one, or a
    truth value.
    `ratio`: `{n0}/{d0}` numerator and positive denominator of argument 0; the result is whole.
    `core`: the lowering itself knows (it needs scales): + - * / ^, if, convert, …
    `primitive`: a table where the arguments are few, else a call of the plug-in.
    With `each`, the template is a scalar expression that is mapped over the rows.
    """

    kind: str
    template: str = ""
    each: bool = False


@dataclass(frozen=True, slots=True)
class SmtForm:
    """How SMT-LIB computes an operator. `sort` is what the arguments are brought to: "Int", "Real", "Bool",
    "same" (Int if all are, else Real) or "core" (the lowering itself knows). `guard`, if any, is a
    condition under which the template means the operator; it is proved elsewhere (see `guards`)."""

    sort: str
    template: str = ""


@dataclass(frozen=True, slots=True)
class Op:
    """One operator.

    `name` is its key in the graph; `symbol` its spelling; `fixity` "infix", "prefix", "function" or "constant", a
    bare name.
    `arity` is (least, most); most None for any number.
    `typing(types) -> Type` raises `typing_rules.TypeFault`.
    `exact(*values)` is its meaning on Fractions and bools, the definition that the lowerings are held against.
    `smtlib` is None where SMT-LIB cannot say it exactly.
    `guards` are range obligations: (kind, argument number), kinds `nonzero`, `nonnegative`, `positive`, `whole`,
    `natural` (whole and >= 0).
    `shown` is "arithmetic" where a step prints it in an equation, "claim" where it prints a claim.
    `cost` is how many operations it counts in the reasoning length (per extra argument for n-ary ones).
    `latex` and `words` are templates over the arguments.
    `ranges` are (argument number, least, most): outside them it has no value, since there is none or it takes too
    long. The `python` of a row must not fail there, whatever it gives.
    Of a primitive that a plug-in brings (see `plugins`): `plugin` is its name, `second` another evaluation that shares
    nothing with `exact`, `parameters(n)` the types of n arguments; it is `partial` if it may have no value;
    `working` says how it is worked out by hand. `composes`
    is the sign it is written with, `+` or `neg`, where it is what an operator means on a library type.
    """

    name: str
    symbol: str
    fixity: str
    arity: tuple[int, int | None]
    typing: Callable[[Sequence[Type]], Type]
    exact: Exact
    python: PythonForm
    smtlib: SmtForm | None
    shown: str = "claim"
    precedence: int = 100
    guards: tuple[tuple[str, int], ...] = ()
    cost: int = 1
    commutative: bool = False
    latex: str = ""
    words: str = ""
    words_of_two: str = ""
    ranges: tuple[tuple[int, int, int], ...] = ()
    plugin: str = ""
    second: Exact | None = None
    parameters: Callable[[int], Sequence[Type]] | None = None
    partial: bool = False
    working: Callable[..., str] | None = None
    composes: str = ""


def round_half_up(value: Fraction, to: Fraction = Fraction(1)) -> Fraction:
    """The nearest multiple of `to`; a tie goes up (away from minus infinity)."""
    return math.floor(value / to + Fraction(1, 2)) * to


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    return Fraction(base ** int(exponent))


def _is_square(value: Fraction) -> bool:
    return value >= 0 and all(math.isqrt(part) ** 2 == part for part in (value.numerator, value.denominator))


def _is_prime(value: Fraction) -> bool:
    n = int(value)
    return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))


def _kth(k: Fraction, *values: Fraction) -> Fraction:
    return sorted(values)[int(k) - 1]


def _mode(*values: Fraction) -> Fraction:
    return min(multimode(values))


def _prime_powers(value: Fraction) -> list[tuple[int, int]]:
    """The prime factors of a whole number of at least 1, each with its exponent."""
    rest, prime, found = int(value), 2, []
    while rest > 1:
        prime = rest if prime * prime > rest else prime
        exponent = 0
        while rest % prime == 0:
            rest, exponent = rest // prime, exponent + 1
        if exponent:
            found.append((prime, exponent))
        prime += 1
    return found


def _digit_sum(value: Fraction) -> Fraction:
    total, rest = 0, int(value)
    while rest:
        rest, digit = divmod(rest, 10)
        total += digit
    return Fraction(total)


def _divisor_count(value: Fraction) -> Fraction:
    return Fraction(math.prod(exponent + 1 for _, exponent in _prime_powers(value)))


def _divisor_sum(value: Fraction) -> Fraction:
    return Fraction(math.prod((p ** (e + 1) - 1) // (p - 1) for p, e in _prime_powers(value)))


def _totient(value: Fraction) -> Fraction:
    return Fraction(math.prod((p - 1) * p ** (e - 1) for p, e in _prime_powers(value)))


def _power_mod(base: Fraction, exponent: Fraction, modulus: Fraction) -> Fraction:
    result, square, rest, m = 1 % int(modulus), int(base) % int(modulus), int(exponent), int(modulus)
    while rest:
        result = result * square % m if rest % 2 else result
        square, rest = square * square % m, rest // 2
    return Fraction(result)


def _in_base(value: Fraction, base: Fraction) -> Fraction:
    digits, rest, place = 0, int(value), 1
    while rest:
        rest, digit = divmod(rest, int(base))
        digits, place = digits + digit * place, place * 10
    return Fraction(digits)


def _from_base(digits: Fraction, base: Fraction) -> Fraction:
    value = 0
    for digit in str(int(digits)):
        value = value * int(base) + int(digit)
    return Fraction(value)


def _arrangements(n: Fraction, k: Fraction) -> Fraction:
    return Fraction(math.prod(range(int(n) - int(k) + 1, int(n) + 1))) if k <= n else Fraction(0)


def _derangements(n: Fraction) -> Fraction:
    none, one = 1, 0  # of 0 and of 1 things
    for i in range(2, int(n) + 2):
        none, one = one, (i - 1) * (none + one)
    return Fraction(none)


def _same(value: Fraction) -> Fraction:
    return value


CORE_PY = PythonForm("core")
CORE_SMT = SmtForm("core")


def _infix(name: str, symbol: str, precedence: int, rule: Callable[[Sequence[Type]], Type], exact: Exact,
           **more: object) -> Op:  # fmt: skip
    row: dict[str, object] = {"python": CORE_PY, "smtlib": CORE_SMT, "shown": "arithmetic"} | more
    # What is passed on are fields of `Op`, as each row of the table below writes them.
    return Op(name, symbol, "infix", (2, 2), rule, exact, precedence=precedence, **row)  # type: ignore[arg-type]


def _function(name: str, arity: tuple[int, int | None], rule: Callable[[Sequence[Type]], Type], exact: Exact,
              python: PythonForm, smtlib: SmtForm | None, **more: object) -> Op:  # fmt: skip
    return Op(name, name, "function", arity, rule, exact, python, smtlib, **more)  # type: ignore[arg-type]


def _comparison(name: str, symbol: str, exact: Exact, latex: str, words: str) -> Op:
    rule = typing.equality if name in ("eq", "ne") else typing.comparison
    python = PythonForm("order", f"({{0}} {symbol} {{1}})")
    smt = {"eq": "(= {0} {1})", "ne": "(not (= {0} {1}))"}.get(name, f"({symbol} {{0}} {{1}})")
    return _infix(name, symbol, 40, rule, exact, python=python, smtlib=SmtForm("same", smt), shown="claim",
                  cost=0, latex=f"{{0}} {latex} {{1}}", words=f"{{0}} {words} {{1}}")  # fmt: skip


CORE: tuple[Op, ...] = (
    # ------------------------------------------------------------------------------------- arithmetic
    _infix("add", "+", 50, typing.addition, lambda a, b: a + b, commutative=True,
           latex="{0} + {1}", words="the sum of {0} and {1}"),
    _infix("sub", "-", 50, typing.subtraction, lambda a, b: a - b,
           latex="{0} - {1}", words="{0} minus {1}"),
    _infix("mul", "*", 60, typing.multiplication, lambda a, b: a * b, commutative=True,
           latex=r"{0} \cdot {1}", words="{0} times {1}"),
    _infix("div", "/", 60, typing.division, lambda a, b: a / b, guards=(("nonzero", 1),),
           latex=r"\frac{{{0}}}{{{1}}}", words="{0} divided by {1}"),
    _infix("pow", "^", 80, typing.power, _power, latex="{0}^{{{1}}}", words="{0} to the power {1}",
           guards=(("natural", 1),)),
    Op("neg", "-", "prefix", (1, 1), typing.same_number, lambda a: -a, PythonForm("order", "(-{0})"),
       SmtForm("same", "(- {0})"), shown="arithmetic", precedence=70, latex="-{0}", words="minus {0}"),
    # ---------------------------------------------------------------------------------- comparisons
    _comparison("eq", "==", lambda a, b: a == b, "=", "equals"),
    _comparison("ne", "!=", lambda a, b: a != b, r"\ne", "is not"),
    _comparison("lt", "<", lambda a, b: a < b, "<", "is less than"),
    _comparison("le", "<=", lambda a, b: a <= b, r"\le", "is at most"),
    _comparison("gt", ">", lambda a, b: a > b, ">", "is more than"),
    _comparison("ge", ">=", lambda a, b: a >= b, r"\ge", "is at least"),
    # ---------------------------------------------------------------------------------------- logic
    _infix("and", "and", 20, typing.logic, lambda a, b: a and b, shown="claim", cost=0,
           latex=r"{0} \wedge {1}", words="{0} and {1}"),
    _infix("or", "or", 10, typing.logic, lambda a, b: a or b, shown="claim", cost=0,
           latex=r"{0} \vee {1}", words="{0} or {1}"),
    Op("not", "not", "prefix", (1, 1), typing.logic, lambda a: not a, CORE_PY, CORE_SMT, precedence=30, cost=0,
       latex=r"\neg {0}", words="not {0}"),
    Op("if", "if", "conditional", (3, 3), typing.conditional, lambda c, a, b: a if c else b, CORE_PY, CORE_SMT,
       shown="claim", precedence=0),
    # ------------------------------------------- what the builder makes; the language has no name for these
    Op("same", "", "hidden", (1, 1), typing.same_number, _same, CORE_PY, CORE_SMT, shown="arithmetic", cost=0),
    Op("convert", "", "hidden", (1, 1), typing.same_number, _same, CORE_PY, CORE_SMT, shown="arithmetic"),
    Op("item", "", "hidden", (1, 1), typing.same_number, _same, CORE_PY, CORE_SMT, shown="arithmetic", cost=0),
    Op("lookup", "", "hidden", (1, 1), typing.same_number, _same, CORE_PY, CORE_SMT, shown="claim", cost=0),
    Op("list", "", "hidden", (0, None), typing.same_number, _same, CORE_PY, None, shown="claim", cost=0),
    Op("solve_linear", "", "hidden", (2, None), typing.same_number, _same, CORE_PY, CORE_SMT, shown="claim"),
    # ------------------------------------------------------------------------------- whole-number division
    _function("quotient", (2, 2), typing.whole_quotient, lambda a, b: Fraction(a // b),
              PythonForm("order", "({0} // _safe({1}))"), CORE_SMT,
              guards=(("nonzero", 1),), latex=r"\lfloor {0} / {1} \rfloor",
              words="how many times {1} goes into {0}"),
    _function("remainder", (2, 2), typing.subtraction, lambda a, b: a - b * (a // b),
              PythonForm("order", "({0} % _safe({1}))"),
              CORE_SMT, guards=(("nonzero", 1),),
              latex=r"{0} \bmod {1}", words="the remainder of {0} divided by {1}"),
    _function("divides", (2, 2), typing.divisibility, lambda a, b: b % a == 0 if a else b == 0,
              PythonForm("int", "({1} % _safe({0}) == 0)"),
              CORE_SMT, guards=(("nonzero", 0),), cost=0, latex=r"{0} \mid {1}", words="{0} divides {1}"),
    # ------------------------------------------------------------------------------------------- rounding
    _function("floor", (1, 2), typing.rounding,
              lambda a, to=Fraction(1): math.floor(a / to) * to, CORE_PY, CORE_SMT,
              guards=(("positive", 1),), latex=r"\lfloor {0} \rfloor", words="{0}, rounded down"),
    _function("ceil", (1, 2), typing.rounding,
              lambda a, to=Fraction(1): math.ceil(a / to) * to, CORE_PY, CORE_SMT,
              guards=(("positive", 1),), latex=r"\lceil {0} \rceil", words="{0}, rounded up"),
    _function("round", (1, 2), typing.rounding, round_half_up, CORE_PY, CORE_SMT,
              guards=(("positive", 1),), latex=r"\operatorname{{round}}({0})", words="{0}, rounded"),
    _function("abs", (1, 1), typing.same_number, abs, PythonForm("order", "abs({0})"),
              CORE_SMT, latex="|{0}|", words="the size of {0}"),
    _function("min", (1, None), typing.all_alike, lambda *v: min(v), PythonForm("order", "_min({all})"),
              CORE_SMT, latex=r"\min({all})", words="the smallest of {all}",
              words_of_two="the smaller of {all}", commutative=True),
    _function("max", (1, None), typing.all_alike, lambda *v: max(v), PythonForm("order", "_max({all})"),
              CORE_SMT, latex=r"\max({all})", words="the largest of {all}",
              words_of_two="the larger of {all}", commutative=True),
    _function("median", (1, None), typing.middle, lambda *v: Fraction(median(v)), CORE_PY, CORE_SMT,
              latex=r"\operatorname{{median}}({all})", words="the median of {all}", commutative=True),
    _function("mode", (1, None), typing.all_alike, _mode, PythonForm("order", "_mode({all})"), None,
              latex=r"\operatorname{{mode}}({all})", words="the most frequent of {all}", commutative=True),
    _function("kth", (2, None), typing.order_statistic, _kth, CORE_PY, CORE_SMT,
              latex=r"\operatorname{{kth}}({all})", words="the {0:ordinal} smallest of {rest}"),
    # ------------------------------------------------------------------------------------- number theory
    _function("gcd", (2, None), typing.whole_numbers, lambda *v: Fraction(math.gcd(*map(int, v))),
              PythonForm("int", "_gcd({all})"), None, guards=(("whole", -1),), commutative=True,
              latex=r"\gcd({all})", words="the greatest common divisor of {all}"),
    _function("lcm", (2, None), typing.whole_numbers, lambda *v: Fraction(math.lcm(*map(int, v))),
              PythonForm("int", "_lcm({all})"), None, guards=(("whole", -1),), commutative=True,
              latex=r"\operatorname{{lcm}}({all})", words="the least common multiple of {all}"),
    _function("factorial", (1, 1), typing.whole_numbers, lambda a: Fraction(math.factorial(int(a))),
              PythonForm("int", "math.factorial({0})", each=True), None, guards=(("natural", 0),),
              latex="{0}!", words="{0} factorial"),
    _function("choose", (2, 2), typing.whole_numbers, lambda n, k: Fraction(math.comb(int(n), int(k))),
              PythonForm("int", "math.comb({0}, {1})", each=True), None,
              guards=(("natural", 0), ("natural", 1)), latex=r"\binom{{{0}}}{{{1}}}", words="{0} choose {1}"),
    _function("is_int", (1, 1), typing.number_test, lambda a: a.denominator == 1,
              PythonForm("ratio", "({n0} % {d0} == 0)"), SmtForm("Real", "(is_int {0})"), cost=0,
              latex=r"{0} \in \mathbb{{Z}}", words="{0} is a whole number"),
    _function("is_square", (1, 1), typing.whole_test, _is_square, PythonForm("int", "_is_square({0})"), None, cost=0,
              latex=r"{0} = \square", words="{0} is a perfect square"),
    _function("is_prime", (1, 1), typing.whole_test, _is_prime, PythonForm("int", "_is_prime({0})"), None, cost=0,
              latex=r"{0} \in \mathbb{{P}}", words="{0} is prime"),
    _function("distinct", (2, None), typing.all_comparable, lambda *v: len(set(v)) == len(v),
              PythonForm("order", "_distinct({all})"), SmtForm("same", "(distinct {all})"), cost=0,
              latex=r"{all}\text{{ differ}}", words="{all} are different"),
    _function("digit_sum", (1, 1), typing.bare_whole, _digit_sum,
              PythonForm("int", "sum(map(int, str({0})))", each=True), None, guards=(("natural", 0),),
              latex=r"\operatorname{{digitsum}}({0})", words="the sum of the digits of {0}"),
    _function("divisor_count", (1, 1), typing.bare_whole, _divisor_count,
              PythonForm("int", "sum(1 + (d * d != {0}) for d in range(1, min(math.isqrt({0}), 31622) + 1) "
                         "if {0} % d == 0)", each=True),
              None, guards=(("natural", 0),), ranges=((0, 1, 10**9),),
              latex=r"d({0})", words="the number of divisors of {0}"),
    _function("divisor_sum", (1, 1), typing.bare_whole, _divisor_sum,
              PythonForm("int", "sum(d + ({0} // d if d * d != {0} else 0) "
                         "for d in range(1, min(math.isqrt({0}), 31622) + 1) if {0} % d == 0)", each=True),
              None, guards=(("natural", 0),), ranges=((0, 1, 10**9),),
              latex=r"\sigma({0})", words="the sum of the divisors of {0}"),
    _function("totient", (1, 1), typing.bare_whole, _totient,
              PythonForm("int", "sum(math.gcd(k, {0}) == 1 for k in range(1, min({0}, 10000) + 1))", each=True),
              None, guards=(("natural", 0),), ranges=((0, 1, 10**4),),
              latex=r"\varphi({0})", words="how many numbers up to {0} have no factor in common with it"),
    _function("power_mod", (3, 3), typing.bare_whole, _power_mod,
              PythonForm("int", "pow({0}, {1}, {2} or 1)", each=True), None,
              guards=(("whole", 0), ("natural", 1), ("natural", 2)), ranges=((2, 1, 10**12),),
              latex=r"{0}^{{{1}}} \bmod {2}", words="the remainder of {0}^{1} divided by {2}"),
    _function("in_base", (2, 2), typing.bare_whole, _in_base,
              PythonForm("int", "sum({0} // max({1}, 2) ** i % max({1}, 2) * 10 ** i "
                         "for i in range({0}.bit_length()))", each=True),
              None, guards=(("natural", 0), ("natural", 1)), ranges=((0, 0, 10**12), (1, 2, 10)),
              latex=r"\text{{{0} in base {1}}}", words="{0} written in base {1}"),
    _function("from_base", (2, 2), typing.bare_whole, _from_base,
              PythonForm("int", "sum(int(digit) * {1} ** i for i, digit in enumerate(str({0})[::-1]))", each=True),
              None, guards=(("natural", 0), ("natural", 1)), ranges=((0, 0, 10**40), (1, 2, 10)),
              latex=r"({0})_{{{1}}}", words="the number that {0} is in base {1}"),
    _function("arrangements", (2, 2), typing.bare_whole, _arrangements,
              PythonForm("int", "math.perm({0}, {1})", each=True), None,
              guards=(("natural", 0), ("natural", 1)), ranges=((0, 0, 1000),),
              latex=r"P({0}, {1})", words="the number of ways to put {1} of {0} in order"),
    _function("derangements", (1, 1), typing.bare_whole, _derangements,
              PythonForm("int", "sum((-1) ** k * math.perm({0}, {0} - k) for k in range({0} + 1))", each=True), None,
              guards=(("natural", 0),), ranges=((0, 0, 100),),
              latex=r"!{0}", words="the number of orders of {0} things in which none stays"),
    # ---------------------------------------------------------------------------- real numbers (degrees)
    _function("sqrt", (1, 1), typing.square_root, reals.square_root, CORE_PY, CORE_SMT, guards=(("nonnegative", 0),),
              latex=r"\sqrt{{{0}}}", words="the square root of {0}"),
    _function("sin", (1, 1), typing.trigonometry, reals.sine, CORE_PY, None,
              latex=r"\sin({0}^\circ)", words="the sine of {0} degrees"),
    _function("cos", (1, 1), typing.trigonometry, reals.cosine, CORE_PY, None,
              latex=r"\cos({0}^\circ)", words="the cosine of {0} degrees"),
    _function("tan", (1, 1), typing.trigonometry, reals.tangent, CORE_PY, None,
              latex=r"\tan({0}^\circ)", words="the tangent of {0} degrees"),
    _function("log10", (1, 1), typing.logarithm, reals.decimal_logarithm, CORE_PY, None, guards=(("positive", 0),),
              latex=r"\log_{{10}}({0})", words="the decimal logarithm of {0}"),
    _function("ln", (1, 1), typing.logarithm, reals.natural_logarithm, CORE_PY, None, guards=(("positive", 0),),
              latex=r"\ln({0})", words="the natural logarithm of {0}"),
    _function("exp", (1, 1), typing.logarithm, reals.exponential, CORE_PY, None,
              ranges=((0, -reals.LARGEST_EXPONENT, reals.LARGEST_EXPONENT),),
              latex=r"e^{{{0}}}", words="e to the power {0}"),
    # The name `pi` stands for `pi` applied to 1, which is not written.
    Op("pi", "pi", "constant", (1, 1), typing.circle_number, reals.times_pi, CORE_PY, None, cost=0,
       latex=r"\pi", words="π"),
    # -------------------------------------------------------------------------------------------- units
    _function("magnitude", (1, 1), typing.magnitude, _same, PythonForm("order", "{0}"), SmtForm("same", "{0}"),
              cost=0, latex="{0}", words="the number of {0}"),
)  # fmt: skip


class Operators(dict[str, Op]):
    """The table of one compile: the core and what plug-ins bring. Built once, never changed."""

    def spelled(self, symbol: str, fixity: str) -> Op | None:
        """The operator with this spelling, or None."""
        return next((op for op in self.values() if op.symbol == symbol and op.fixity == fixity), None)


OPS = Operators({op.name: op for op in CORE})
FUNCTIONS = frozenset(op.symbol for op in CORE if op.fixity == "function")
CONSTANTS = frozenset(op.symbol for op in CORE if op.fixity == "constant")
