"""What a spec says, computed from its syntax: no graph, no types, every quantity in base units.

It shares nothing with `compiler/build` (names, conversions, unrolled binders and recurrences, inlined defs, systems)
but the parser, the size of each unit, and the values of tables.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from statistics import median
from typing import Any

from mspec.compiler import ast, plugins
from mspec.compiler.build.environment import Environment
from mspec.compiler.ir import Apply, Given, NodeId, Problem, Value
from mspec.compiler.load import Module
from mspec.compiler.ops import Op
from mspec.compiler.plugins import called
from mspec.compiler.types import ListOf, Num, Opaque, RowOf, Type
from mspec.compiler.units import parse_unit


class NoValue(ArithmeticError):
    """There is no such value: a zero divisor, a singular system."""


def base(value: Value, type_: Type) -> Any:
    """A value in base units: 36 km/h as 10 (m/s)."""
    if isinstance(type_, Num) and isinstance(value, Fraction):
        return value * type_.unit.scale
    if isinstance(type_, ListOf) and isinstance(value, tuple):
        return tuple(base(part, type_.element) for part in value)
    return value


def beyond(problem: Problem) -> str:
    """Why this reader cannot read a problem: it knows arithmetic on exact numbers, and no library's types."""
    if problem.lexicon.plugins:
        return "it uses primitives of a plug-in"
    types = [node.type for node in problem.nodes]
    if any(isinstance(type_, Num) and not type_.exact for type_ in types):
        return "it has real numbers"
    if any(isinstance(type_, Num) and dict(type_.unit.dimension).get("temperature") for type_ in types):
        return "it has temperatures, whose scales have zeros of their own"
    own = {node.op for node in problem.nodes if isinstance(node, Apply)} & UNREAD
    return f"it uses {', '.join(sorted(own))}" if own else ""


UNREAD = frozenset(
    {"digit_sum", "divisor_count", "divisor_sum", "totient", "power_mod", "in_base", "from_base", "arrangements",
     "derangements", "sqrt", "pi"}
)  # fmt: skip


class Reading:
    """The steps of one problem of a module, in one world."""

    def __init__(self, module: Module, problem: Problem, world: Mapping[NodeId, Value]) -> None:
        declared = next(i for i in module.file.items if isinstance(i, ast.ProblemDecl) and i.name == problem.name)
        self.environment: Environment = module.environment
        self.steps = {step.name: step.value for step in declared.steps if isinstance(step, ast.Step)}
        self.requires = [require.condition for require in declared.requires]
        self.scales = {
            name: type_.unit.scale
            for node, name in problem.names().items()
            if isinstance(type_ := problem.nodes[node].type, Num)
        }
        self.known: dict[str, Any] = {}
        self.rows: dict[str, str] = {}
        for node, value in world.items():
            given = problem.nodes[node]
            assert isinstance(given, Given)
            self.known[given.name] = base(value, given.type)
            if isinstance(given.type, RowOf):
                self.rows[given.name] = given.type.table

    def step(self, name: str) -> Any:
        """The value of a step. Raises NoValue."""
        if name not in self.known:
            self.known[name] = self.value(self.steps[name], {})
        return self.known[name]

    def value(self, expr: ast.Expr, local: Mapping[str, Any]) -> Any:
        """The value of an expression; `local` has the variables of binders and defs, and "it"."""
        match expr:
            case ast.Number(value, unit):
                return self.number(value, unit)
            case ast.Boolean(value) | ast.String(value):
                return value
            case ast.It():
                return local["it"]
            case ast.Name(name):
                return self.name(name, local)
            case ast.Unary("-", operand):
                return -self.value(operand, local)
            case ast.Unary(_, operand):
                return not self.value(operand, local)
            case ast.Binary("and", left, right):
                return self.value(left, local) and self.value(right, local)
            case ast.Binary("or", left, right):
                return self.value(left, local) or self.value(right, local)
            case ast.Binary(op, left, right):
                return arithmetic(op, self.value(left, local), self.value(right, local))
            case ast.Compare(ops, operands):
                return all(
                    self.compared(op, left, right, local)
                    for op, left, right in zip(ops, operands, operands[1:], strict=False)
                )
            case ast.If(condition, then, otherwise):
                return self.value(then if self.value(condition, local) else otherwise, local)
            case ast.Call(function, arguments):
                return self.called(function, arguments, local)
            case ast.ListOf(items):
                return tuple(self.value(item, local) for item in items)
            case ast.Binder():
                return self.binder(expr, local)
            case ast.Iterate():
                return self.iterate(expr, local)
            case ast.Field():
                return self.field(expr, local)
            case ast.Index(target, index):
                return self.value(target, local)[int(self.value(index, local)) - 1]
            case _:
                raise TypeError(expr)

    def number(self, value: Fraction, unit: str) -> Fraction:
        if unit == "%":
            return value / 100
        return value * parse_unit(unit, self.environment.units).scale if unit else value

    def name(self, name: str, local: Mapping[str, Any]) -> Any:
        if name in local:
            return local[name]
        if name in self.known or name in self.steps:
            return self.step(name)
        if name in self.environment.defs:
            return self.value(self.environment.defs[name].value, {})
        if name not in self.environment.nouns:
            return next(t for t in self.environment.types.values() if t.is_bare(name)).read(name)
        return name

    def compared(self, op: str, left: ast.Expr, right: ast.Expr, local: Mapping[str, Any]) -> bool:
        one = self.value(left, local)
        if op != "in":
            other = self.value(right, local)
            return bool({"==": one == other, "!=": one != other}[op] if op in "==!=" else ordered(op, one, other))
        if isinstance(right, ast.SetOf):
            return one in [self.value(item, local) for item in right.items]
        assert isinstance(right, ast.Range)
        low = self.value(right.low, local)
        reached = right.stride is None or (one - low) % self.value(right.stride, local) == 0
        return bool(low <= one <= self.value(right.high, local) and reached)

    def called(self, function: str, arguments: tuple[ast.Expr, ...], local: Mapping[str, Any]) -> Any:
        values = [self.value(argument, local) for argument in arguments]
        if function == "magnitude":
            # Of an expression it is taken of counts and money only: their unit is the base unit.
            return values[0] / self.scales.get(getattr(arguments[0], "id", ""), Fraction(1))
        definition = self.environment.defs.get(function)
        if definition is not None:
            names = [parameter.name for parameter in definition.parameters]
            return self.value(definition.value, dict(zip(names, values, strict=True)))
        if function in self.environment.types and isinstance(values[0], str):
            return self.environment.types[function].read(values[0])
        row = self.environment.operators.get(function)
        if row is not None and row.plugin:
            return self.primitive(row, values)
        listed = values[0] if len(values) == 1 and isinstance(values[0], tuple) else tuple(values)
        try:
            return FUNCTIONS[function](*listed)
        except (ZeroDivisionError, ValueError):
            raise NoValue from None

    def primitive(self, row: Op, values: list[Any]) -> Any:
        """A primitive of a plug-in, by its second evaluation; quantities go in and come out in the units it names."""
        flat = [part for value in values for part in (value if isinstance(value, tuple) else (value,))]
        assert row.parameters is not None
        types = row.parameters(len(flat))
        for place, (value, type_) in enumerate(zip(flat, types, strict=True)):
            if isinstance(type_, Num) and isinstance(value, Fraction):
                flat[place] = value / type_.unit.scale
            elif isinstance(type_, Opaque) and isinstance(value, str):
                flat[place] = self.environment.types[type_.name].read(value)
        try:
            return base(called(row, flat, second=True), row.typing(types))
        except plugins.NoValue:
            raise NoValue from None

    def binder(self, expr: ast.Binder, local: Mapping[str, Any]) -> Any:
        turns = range(int(self.value(expr.low, local)), int(self.value(expr.high, local)) + 1)
        values = [self.value(expr.body, {**local, expr.variable: Fraction(turn)}) for turn in turns]
        return BINDERS[expr.kind](values)

    def iterate(self, loop: ast.Iterate, local: Mapping[str, Any]) -> Any:
        it = self.value(loop.start, local)
        for turn in range(int(self.value(loop.low, local)), int(self.value(loop.high, local)) + 1):
            it = self.value(loop.step, {**local, loop.variable: Fraction(turn), "it": it})
            if loop.until is not None and self.value(loop.until, {**local, loop.variable: Fraction(turn), "it": it}):
                break
        return it

    def field(self, field: ast.Field, local: Mapping[str, Any]) -> Any:
        target = field.target
        if isinstance(target, ast.Name) and isinstance(self.steps.get(target.id), ast.Solve):
            target = self.steps[target.id]
        if isinstance(target, ast.Solve):
            return self.solve(target, local)[target.unknowns.index(field.name)]
        assert isinstance(target, ast.Name)
        table = self.environment.tables[self.rows[target.id]]
        place = table.column(field.name)
        return base(table.rows[self.known[target.id]][place], table.columns[place][1])

    def solve(self, system: ast.Solve, local: Mapping[str, Any]) -> list[Fraction]:
        """By Cramer's rule on coefficients read off from values: f(0), f(e1), …"""
        names = system.unknowns

        def gap(equation: ast.Expr, ones: tuple[str, ...]) -> Fraction:
            assert isinstance(equation, ast.Compare)
            left, right = equation.operands
            point = {**local, **{name: Fraction(name in ones) for name in names}}
            found: Fraction = self.value(left, point) - self.value(right, point)
            return found

        constants = [-gap(equation, ()) for equation in system.equations]
        rows = [[gap(e, (n,)) + c for n in names] for e, c in zip(system.equations, constants, strict=True)]
        below = determinant(rows)
        if not below:
            raise NoValue
        found = []
        for place in range(len(names)):
            replaced = [[*row[:place], c, *row[place + 1 :]] for row, c in zip(rows, constants, strict=True)]
            found.append(determinant(replaced) / below)
        return found


def determinant(rows: list[list[Fraction]]) -> Fraction:
    if len(rows) == 1:
        return rows[0][0]
    total = Fraction(0)
    for place, cell in enumerate(rows[0]):
        total += (-1) ** place * cell * determinant([row[:place] + row[place + 1 :] for row in rows[1:]])
    return total


def ordered(op: str, one: Any, other: Any) -> bool:
    return bool({"<": one < other, "<=": one <= other, ">": one > other, ">=": one >= other}[op])


def arithmetic(op: str, left: Any, right: Any) -> Any:
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            if right == 0:
                raise NoValue
            return left / right
    if right.denominator != 1 or right < 0:
        raise NoValue
    power = Fraction(1)
    for _ in range(int(right)):
        power *= left
    return power


def positive(to: Fraction) -> Fraction:
    if to <= 0:
        raise NoValue
    return to


def whole(value: Fraction) -> int:
    if value.denominator != 1:
        raise NoValue
    return value.numerator


def factorial(value: Fraction) -> Fraction:
    return Fraction(math.prod(range(1, whole(value) + 1))) if value >= 0 else Fraction(math.factorial(-1))


def prime(value: Fraction) -> bool:
    number = whole(value)
    return number > 1 and not any(number % k == 0 for k in range(2, number) if k * k <= number)


def log10(value: Fraction) -> Fraction:
    """Exact for powers of ten; of other numbers only that they have one matters here."""
    if value <= 0:
        raise ValueError
    return next((Fraction(k) for k in range(-40, 41) if Fraction(10) ** k == value), Fraction(0))


def mode(*values: Any) -> Any:
    return max(sorted(set(values)), key=lambda value: (values.count(value), -value))


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "abs": lambda a: a if a >= 0 else -a,
    "min": lambda *v: sorted(v)[0],
    "max": lambda *v: sorted(v)[-1],
    "floor": lambda a, to=Fraction(1): (a / positive(to)).__floor__() * to,
    "ceil": lambda a, to=Fraction(1): (a / positive(to)).__ceil__() * to,
    "round": lambda a, to=Fraction(1): (a / positive(to) + Fraction(1, 2)).__floor__() * to,
    "quotient": lambda a, b: Fraction((a / b).__floor__()),
    "remainder": lambda a, b: a - b * (a / b).__floor__(),
    "gcd": lambda *v: Fraction(math.gcd(*map(whole, v))),
    "lcm": lambda *v: Fraction(math.lcm(*map(whole, v))),
    "choose": lambda n, k: factorial(n) / factorial(k) / factorial(n - k) if 0 <= k <= n else Fraction(0),
    "factorial": factorial,
    "log10": log10,
    "is_int": lambda a: a.denominator == 1,
    "divides": lambda a, b: b == 0 if a == 0 else (b / a).denominator == 1,
    "is_square": lambda a: a >= 0 and math.isqrt(whole(a)) ** 2 == a,
    "is_prime": prime,
    "distinct": lambda *v: len(set(v)) == len(v),
    "median": lambda *v: Fraction(median(v)),
    "mean": lambda *v: sum(v, Fraction(0)) / len(v),
    "mode": mode,
    "range": lambda *v: max(v) - min(v),
    "sort": lambda *v: tuple(sorted(v)),
    "sum": lambda *v: sum(v, Fraction(0)),
    "product": lambda *v: math.prod(v, start=Fraction(1)),
    "number": lambda *v: Fraction(sum(map(bool, v))),
    "all": lambda *v: all(v),
    "any": lambda *v: any(v),
}
BINDERS: Mapping[str, Callable[[list[Any]], Any]] = {
    "sum": lambda v: sum(v, Fraction(0)), "product": lambda v: math.prod(v, start=Fraction(1)), "min": min, "max": max,
    "number": lambda v: Fraction(sum(map(bool, v))), "all": all, "any": any,
}  # fmt: skip
