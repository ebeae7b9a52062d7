"""How each operator is lowered to integer columns: one node at a time, arguments first."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations

from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, Const, Domain, Given, NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Form, Many, Scaled
from mspec.compiler.lower.python_forms import given_form, number_bounds
from mspec.compiler.lower.python_operators import conditions_of, guard_test, naturals, numbers_of, template_bounds
from mspec.compiler.lower.python_primitives import call, listed
from mspec.compiler.lower.python_reals import FUNCTIONS, PICKING, RealOperators
from mspec.compiler.lower.scales import (
    ATOM,
    FALSE,
    SUM,
    TRUE,
    UNKNOWN,
    Coded,
    Condition,
    Irrational,
    Item,
    Lines,
    Listed,
    Lowered,
    Number,
    Spelling,
    Whole,
    alike,
    as_whole,
    both,
    constant,
    either,
    literal,
    minus,
    negation,
    negative,
    plus,
    raised_to,
    times,
    widened,
)
from mspec.compiler.ops import Op, Operators
from mspec.compiler.plugins import located, operators_of
from mspec.compiler.types import Bool, RowOf, Type

MOST_PRIME = 10**12
"""Above this `is_prime` has no value."""
MOST_UNKNOWNS = 8
COMPARISON = re.compile(r"\(\{0\} (<|<=|>|>=|==|!=) \{1\}\)")
CALL = re.compile(r"(?P<function>[A-Za-z_][\w.]*)\(\{0\}(, \{\d\})*\)")


class UnknownsLimit(ArithmeticError):
    """A linear system has more than `MOST_UNKNOWNS` unknowns."""


class Expressions:
    """Lowers nodes in topological order.

    Attributes:
        values: What stands for each node that was lowered.
        guards: For a node that may have no value though its arguments have: when it has one.
        tables: Tables of constants and the names that the module gives them.
        has_reals: Whether some value is a real number.
        has_primitives: Whether a plug-in is called.
    """

    def __init__(self, problem: Problem, lines: Lines, operators: Operators | None = None) -> None:
        self.problem = problem
        self.lines = lines
        self.operators = operators_of(problem) if operators is None else operators
        self.values: dict[NodeId, Lowered] = {}
        self.guards: dict[NodeId, Condition] = {}
        self.tables: dict[tuple[int | bool | str, ...], str] = {}
        self.existing: dict[NodeId, Condition] = {}
        self.has_reals = self.has_primitives = False

    # -------------------------------------------------------------------------------------------- leaves

    def given(self, node: NodeId, name: str) -> Lowered:
        """A given, which is the parameter `name` of the function."""
        given = self.problem.nodes[node]
        assert isinstance(given, Given)
        form = given_form(self.problem, node)
        if isinstance(form, Many):
            return Listed(tuple(self._leaf(f"{name}[{i}]", form.element, given.domain) for i in range(form.length)))
        return self._leaf(name, form, given.domain)

    def _leaf(self, text: str, form: Form, domain: Domain) -> Number | Condition | Coded:
        match form:
            case Scaled(den):
                return Number(Whole(text, *number_bounds(domain, den)), den)
            case Code(values):
                return Coded(text, values)
            case _:
                return Condition(text)

    def const(self, value: Value) -> Lowered:
        """A literal."""
        match value:
            case bool():
                return TRUE if value else FALSE
            case Fraction():
                return constant(value)
            case str() | int():
                return Coded("0", (value,))
            case tuple():
                items = [self.const(item) for item in value]
                return Listed(tuple(item for item in items if not isinstance(item, Listed)))

    # ------------------------------------------------------------------------------------------ operators

    def lower(self, node: NodeId) -> Lowered:
        """What stands for a node whose arguments have been lowered.

        Raises:
            TooLong: an integer may get longer than generated code allows.
        """
        expression = self.problem.nodes[node]
        if isinstance(expression, Const):
            return self.const(expression.value)
        assert isinstance(expression, Apply)
        args = [self.values[arg] for arg in expression.args]
        if expression.op not in PICKING and (
            expression.op in FUNCTIONS or any(isinstance(arg, Irrational) for arg in args)
        ):
            return self._real(node, expression, args)
        rule = RULES.get(expression.op)
        if rule is not None:
            return rule(self, node, expression, args)
        row = self.operators[expression.op]
        if row.plugin:
            return self._primitive(node, row, args, expression.type)
        if not all(isinstance(arg, Number) for arg in args):
            return self._categorical(expression.op, args)
        numbers = self._guarded(node, row, numbers_of(args))
        return self._templated(row, numbers, isinstance(expression.type, Bool))

    def _real(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        """An operator on real numbers, or on exact ones that happen to stand among them."""
        self.has_reals = True
        reals, row = RealOperators(self.lines), self.operators[expression.op]
        numbers = [arg for arg in args if isinstance(arg, Number | Irrational)]
        assert len(numbers) == len(args)
        match expression.op:
            case "convert":
                factor = expression.data[0]
                assert isinstance(factor, Fraction)
                return reals.scaled(numbers[0], factor)
            case "solve_linear":
                names, which = expression.data[:2]
                assert isinstance(names, tuple) and isinstance(which, int)
                width = len(names) + 1
                rows = [numbers[start : start + width] for start in range(0, len(names) * width, width)]
                result: Lowered | None = reals.solution(rows, which)
            case _:
                result = reals.apply(row, numbers)
        if result is None:
            exact = self._guarded(node, row, [reals.exact(number) for number in numbers])
            result = self._templated(row, exact, isinstance(expression.type, Bool))
        condition = both(self.guards.get(node, TRUE), reals.guard)
        if condition.known is not True:
            self.guards[node] = condition
        return result

    def real_on_grid(self, value: Irrational, steps_in_one: Fraction) -> tuple[Irrational, Condition]:
        """A real number under a name, and the condition that it is a multiple of a grid."""
        reals, name = RealOperators(self.lines), self.lines.temporary()
        self.lines.body.append(f"{name} = {value.text}")
        steps = reals.whole(reals.scaled(Irrational(name), steps_in_one))
        return Irrational(name), both(steps, reals.guard)

    def _guarded(self, node: NodeId, row: Op, numbers: list[Number]) -> list[Number]:
        """Note when the operator has a value. Arguments that this speaks of come back under names."""
        condition = self.guards.get(node, TRUE)
        for kind, position in row.guards:
            for i in range(len(numbers)) if position < 0 else range(position, min(position + 1, len(numbers))):
                numbers[i] = self._named(numbers[i]) if guard_test(kind, numbers[i]).known is None else numbers[i]
                condition = both(condition, guard_test(kind, numbers[i]))
        if row.name == "is_prime" and numbers[0].num.high > MOST_PRIME:
            numbers[0] = self._named(numbers[0])
            limit = times(as_whole(numbers[0].den), MOST_PRIME)
            condition = both(condition, Condition(f"({numbers[0].num.text} <= {limit.text})"))
        for position, least, most in row.ranges:
            bounds = numbers[position].num
            if bounds.low < least or bounds.high > most or numbers[position].den != 1:
                numbers[position] = self._named(numbers[position])
                text, den = numbers[position].num.text, as_whole(numbers[position].den)
                inside = f"(({times(den, least).text} <= {text}) & ({text} <= {times(den, most).text}))"
                condition = both(condition, Condition(inside))
        if condition.known is not True:
            self.guards[node] = condition
        return numbers

    def _named(self, number: Number) -> Number:
        return Number(self.lines.bind(number.num), number.den)

    def whole(self, number: Number) -> Whole:
        """A number that is whole in every admissible row."""
        return self.lines.floor(number)

    def _templated(self, row: Op, numbers: list[Number], truth: bool) -> Lowered:
        den: int | Whole = 1
        match row.python.kind:
            case "order":
                operands, den = self.lines.common(numbers)
            case "int":
                operands = [self.whole(number) for number in numbers]
            case "ratio":
                operands = [part for number in numbers for part in (number.num, as_whole(number.den))]
                if row.name == "is_int" and numbers[0].den == 1:
                    return TRUE
            case _:
                raise NotImplementedError(f"operator {row.name!r} has no lowering to Python")
        if row.name == "quotient":
            den = 1
        operands = naturals(row, operands)
        bounds = None if truth else template_bounds(row.name, operands)
        if not truth and bounds is None:
            bounds = -UNKNOWN, UNKNOWN
            operands = [widened(operand) for operand in operands]
        if bounds and max(abs(end) for end in bounds) >= 1 << 62:
            operands = [widened(operand) for operand in operands]
        text = self._filled(row, alike(operands), truth)
        if bounds is None:
            return Condition(text)
        result = Whole(text, *bounds)
        if result.fits and (row.python.each or not all(operand.fits for operand in operands)):
            result = Whole(f"_small({text})", *bounds)
        return self.lines.fraction(result, den)

    def _filled(self, row: Op, operands: Sequence[Whole], truth: bool) -> str:
        template = row.python.template
        rank = SUM if COMPARISON.fullmatch(template) or "{all}" in template else ATOM
        texts = [operand.within(rank) for operand in operands]
        if row.python.each:
            call = CALL.fullmatch(template)
            names = [f"a{i}" for i in range(len(texts))]
            function = call["function"] if call else f"lambda {', '.join(names)}: {template.format(*names)}"
            return f"{'_test' if truth else '_each'}({', '.join([function, *texts])})"
        if row.python.kind == "ratio":
            parts = {f"{'nd'[i % 2]}{i // 2}": text for i, text in enumerate(texts)}
            return template.format(**parts)
        return template.format(*texts, all=", ".join(texts))

    def _primitive(self, node: NodeId, row: Op, args: Sequence[Lowered], type_: Type) -> Lowered:
        """A primitive of a plug-in: a table where its arguments are few, else called row by row."""
        try:
            made = listed(self, row, args, type_)
        except MspecError as error:
            raise located(error, self.problem.nodes[node].span) from error
        if made is None:
            self.has_primitives = True
            where = TRUE
            for arg in self.problem.nodes[node].args:
                where = both(where, self.exists(arg))
            made = call(self, row, args, type_, where)
        if made.guard.known is not True:
            self.guards[node] = made.guard
        return made.value

    def exists(self, node: NodeId) -> Condition:
        """Where a node has a value. A primitive is not called elsewhere: there its arguments mean nothing."""
        expression = self.problem.nodes[node]
        if not isinstance(expression, Apply):
            return TRUE
        if node not in self.existing:
            first, *rest = (self.exists(arg) for arg in expression.args) if expression.args else (TRUE,)
            found = both(self.guards.get(node, TRUE), first)
            if expression.op in ("if", "and", "or"):
                condition = self.values[expression.args[0]]
                assert isinstance(condition, Condition)
                arms = {"if": rest, "and": [*rest, TRUE], "or": [TRUE, *rest]}[expression.op]
                chosen = self.choose(condition, *arms)
                assert isinstance(chosen, Condition)
                rest = [arms[0] if arms[0] == arms[1] else chosen]
            for one in rest:
                found = both(found, one)
            self.existing[node] = found if found.known is not None else self.lines.bind_condition(found)
        return self.existing[node]

    # ------------------------------------------------------------------------------- categories and truth

    def _categorical(self, op: str, args: Sequence[Lowered]) -> Condition:
        """`==`, `!=` and `distinct` of values that are not numbers."""
        if op == "distinct":
            pairs = [(a, b) for i, a in enumerate(args) for b in args[:i]]
            result = TRUE
            for a, b in pairs:
                result = both(result, negation(self.equal(a, b)))
            return result
        same = self.equal(*args)
        return same if op == "eq" else negation(same)

    def equal(self, a: Lowered, b: Lowered) -> Condition:
        match a, b:
            case Number(), Number():
                (x, y), _ = self.lines.common((a, b))
                x, y = alike((x, y))
                return Condition(f"({x.within(SUM)} == {y.within(SUM)})")
            case Condition(), Condition():
                if b.known is not None:
                    a, b = b, a
                if a.known is not None:
                    return b if a.known else negation(b)
                return Condition(f"({a.text} == {b.text})")
            case Coded(), Coded():
                (x_text, y_text), _ = self.aligned((a, b))
                return Condition(f"({x_text} == {y_text})")
            case ((Coded() | Spelling()), (Coded() | Spelling())):
                return Condition(f"({self.spelt(a)} == {self.spelt(b)})")
            case Listed(), Listed():
                result = TRUE
                for one, other in zip(a.items, b.items, strict=True):
                    result = both(result, self.equal(one, other))
                return result
            case _:
                raise TypeError(f"{a} and {b} are not of one kind")

    def aligned(self, codes: Sequence[Coded]) -> tuple[list[str], tuple[Value, ...]]:
        """Texts of codes that all mean places in the same values."""
        merged = tuple(dict.fromkeys(value for code in codes for value in code.values))
        place = {value: i for i, value in enumerate(merged)}
        texts = []
        for code in codes:
            moved = tuple(place[value] for value in code.values)
            straight = moved == tuple(range(len(moved)))
            texts.append(code.text if straight else self.picked(moved, code.text))
        return texts, merged

    def picked(self, values: tuple[int | bool | str, ...], place: str) -> str:
        """Text for the value at a place of a table."""
        if place.isdecimal():
            return repr(values[int(place)])
        # True and 1 are equal as keys, so the key says which it is.
        key = (*values, isinstance(values[0], bool))
        name = self.tables.setdefault(key, f"TABLE_{len(self.tables) + 1}")
        return f"_pick({name}, {place})"

    def spelt(self, value: Coded | Spelling) -> str:
        """Text for a column of canonical texts."""
        if isinstance(value, Spelling):
            return value.text
        return self.picked(tuple(str(text) for text in value.values), value.text)

    def choose(self, condition: Condition, a: Lowered, b: Lowered) -> Lowered:
        """`a` where the condition holds, else `b`."""
        if condition.known is not None:
            return a if condition.known else b
        match a, b:
            case Number(), Number():
                return self.lines.choose(condition, a, b)
            case ((Number() | Irrational()), (Number() | Irrational())):
                real = RealOperators(self.lines).real
                return Irrational(f"_where({condition.text}, {real(a).text}, {real(b).text})")
            case Condition(), Condition():
                return Condition(f"_where({condition.text}, {a.text}, {b.text})")
            case Coded(), Coded():
                (x, y), values = self.aligned((a, b))
                return Coded(f"_where({condition.text}, {x}, {y})", values)
            case ((Coded() | Spelling()), (Coded() | Spelling())):
                return Spelling(f"_where({condition.text}, {self.spelt(a)}, {self.spelt(b)})")
            case Listed(), Listed():
                items = [self.choose(condition, x, y) for x, y in zip(a.items, b.items, strict=True)]
                return Listed(tuple(item for item in items if not isinstance(item, Listed)))
            case _:
                raise TypeError(f"{a} and {b} are not of one kind")

    # --------------------------------------------------------------------------- operators with own rules

    def _add(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        return self.lines.add(*numbers_of(args))

    def _sub(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        return self.lines.subtract(*numbers_of(args))

    def _mul(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        return self.lines.multiply(*numbers_of(args))

    def _neg(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        (number,) = numbers_of(args)
        return Number(negative(number.num), number.den)

    def _div(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        return self.lines.divide(*self._guarded(node, self.operators["div"], numbers_of(args)))

    def _pow(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        base, power = self._guarded(node, self.operators["pow"], numbers_of(args))
        exponent = self.whole(power)
        if not exponent.literal:
            base, exponent = self._named(base), self.lines.bind(exponent)
        num, den = raised_to(base.num, exponent), raised_to(as_whole(base.den), exponent)
        return self.lines.fraction(num, den)

    def _rounded(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        number, *to = self._guarded(node, self.operators[expression.op], numbers_of(args))
        if to:
            number = self.lines.divide(number, to[0])
        if isinstance(number.den, int) and number.den % 2 and expression.op == "round":
            number = self._named(number)
        rule = {"floor": self.lines.floor, "ceil": self.lines.ceil, "round": self.lines.round}[expression.op]
        whole = Number(rule(number), 1)
        return self.lines.multiply(whole, to[0]) if to else whole

    def _median(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        wholes, den = self.lines.common(numbers_of(args))
        low, high = min(w.low for w in wholes), max(w.high for w in wholes)
        ordered = self.lines.temporary()
        texts = ", ".join(whole.text for whole in alike(wholes))
        self.lines.body.append(f"{ordered} = _sorted({texts})")
        half = len(wholes) // 2
        middle = Whole(f"{ordered}[{half}]", low, high)
        if len(wholes) % 2:
            return self.lines.fraction(middle, den)
        return self.lines.fraction(plus(Whole(f"{ordered}[{half - 1}]", low, high), middle), times(as_whole(den), 2))

    def _kth(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        place, *numbers = numbers_of(args)
        k = self.lines.bind(self.whole(place))
        if k.low < 1 or k.high > len(numbers):
            inside = 1 <= k.low <= len(numbers) if k.literal else None
            self.guards[node] = Condition(f"((1 <= {k.text}) & ({k.text} <= {len(numbers)}))", inside)
        wholes, den = self.lines.common(numbers)
        low, high = min(w.low for w in wholes), max(w.high for w in wholes)
        texts = ", ".join(whole.text for whole in alike(wholes))
        return self.lines.fraction(Whole(f"_kth({k.text}, {texts})", low, high), den)

    def _and(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        return both(*conditions_of(args))

    def _or(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        return either(*conditions_of(args))

    def _not(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        return negation(*conditions_of(args))

    def _if(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        condition, a, b = args
        assert isinstance(condition, Condition)
        if not all(isinstance(arm, Number) and isinstance(arm.den, int) for arm in (a, b)):
            condition = self.lines.bind_condition(condition)  # it will be read more than once
        return self.choose(condition, a, b)

    def _same(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        return args[0]

    def _convert(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        factor = expression.data[0]
        assert isinstance(factor, Fraction)
        return self.lines.multiply(numbers_of(args)[0], constant(factor))

    def _item(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        (values,), index = args, expression.data[0]
        assert isinstance(values, Listed) and isinstance(index, int)
        if not 1 <= index <= len(values.items):
            self.guards[node] = FALSE
            index = 1
        return values.items[index - 1]

    def _list(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        items: list[Item] = []
        if any(isinstance(arg, Irrational) for arg in args):
            real = RealOperators(self.lines).real
            return Listed(tuple(real(arg) for arg in args if isinstance(arg, Number | Irrational)))
        if any(isinstance(arg, Spelling) for arg in args):
            return Listed(tuple(Spelling(self.spelt(arg)) for arg in args if isinstance(arg, Coded | Spelling)))
        codes = [arg for arg in args if isinstance(arg, Coded)]
        texts, values = self.aligned(codes) if codes else ([], ())
        numbers, den = self._over_one(args)
        for arg in args:
            match arg:
                case Number():
                    items.append(Number(numbers.pop(0), den))
                case Coded():
                    items.append(Coded(texts.pop(0), values))
                case Condition():
                    items.append(arg)
                case Listed() | Irrational() | Spelling():
                    raise TypeError("a list of lists")
        return Listed(tuple(items))

    def _over_one(self, args: Sequence[Lowered]) -> tuple[list[Whole], int | Whole]:
        numbers = [arg for arg in args if isinstance(arg, Number)]
        if not numbers:
            return [], 1
        wholes, den = self.lines.common(numbers)
        return [self.lines.bind(whole) for whole in wholes], den if isinstance(den, int) else self.lines.bind(den)

    def _lookup(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        (row,) = args
        type_ = self.problem.nodes[expression.args[0]].type
        assert isinstance(row, Coded) and isinstance(type_, RowOf)
        table = self.problem.lexicon.table(type_.table)
        column = table.column(str(expression.data[0]))
        cells = [table.rows[number][column] for number in row.values if isinstance(number, int)]
        numbers = [cell for cell in cells if isinstance(cell, Fraction)]
        if len(numbers) == len(cells):
            den = math.lcm(*(number.denominator for number in numbers))
            wholes = tuple(int(number * den) for number in numbers)
            if len(set(wholes)) == 1:
                return constant(Fraction(wholes[0], den))
            return Number(Whole(self.picked(wholes, row.text), min(wholes), max(wholes)), den)
        truths = tuple(cell for cell in cells if isinstance(cell, bool))
        if len(truths) == len(cells):
            if len(set(truths)) == 1:
                return TRUE if truths[0] else FALSE
            return Condition(self.picked(truths, row.text))
        values = tuple(dict.fromkeys(cells))
        return Coded(self.picked(tuple(values.index(cell) for cell in cells), row.text), values)

    def _solve_linear(self, node: NodeId, expression: Apply, args: Sequence[Lowered]) -> Lowered:
        """Cramer's rule on whole-number rows: every row is first brought over its common denominator."""
        names, which, _ = expression.data
        assert isinstance(names, tuple) and isinstance(which, int)
        size, numbers = len(names), numbers_of(args)
        if size > MOST_UNKNOWNS:
            raise UnknownsLimit
        rows = []
        for start in range(0, size * (size + 1), size + 1):
            wholes, _ = self.lines.common(numbers[start : start + size + 1])
            rows.append([self.lines.bind(whole) for whole in wholes])
        matrix = [row[:size] for row in rows]
        replaced = [[*row[:which], row[size], *row[which + 1 : size]] for row in rows]
        bottom = self.lines.bind(_determinant(self.lines, matrix))
        if bottom.low <= 0 <= bottom.high:
            self.guards[node] = Condition(f"({bottom.text} != 0)", False if bottom.literal else None)
        return self.lines.divide_wholes(self.lines.bind(_determinant(self.lines, replaced)), bottom)


Rule = Callable[[Expressions, NodeId, Apply, Sequence[Lowered]], Lowered]
RULES: dict[str, Rule] = {
    "add": Expressions._add,
    "sub": Expressions._sub,
    "mul": Expressions._mul,
    "div": Expressions._div,
    "neg": Expressions._neg,
    "pow": Expressions._pow,
    "floor": Expressions._rounded,
    "ceil": Expressions._rounded,
    "round": Expressions._rounded,
    "median": Expressions._median,
    "kth": Expressions._kth,
    "and": Expressions._and,
    "or": Expressions._or,
    "not": Expressions._not,
    "if": Expressions._if,
    "same": Expressions._same,
    "magnitude": Expressions._same,
    "convert": Expressions._convert,
    "item": Expressions._item,
    "list": Expressions._list,
    "lookup": Expressions._lookup,
    "solve_linear": Expressions._solve_linear,
}
"""Operators that need scales; every other one is written from its template in the operator table."""


def _determinant(lines: Lines, rows: Sequence[Sequence[Whole]]) -> Whole:
    """By expansion along the first row; every minor is computed once and named where it is used again."""
    size = len(rows)
    minors: dict[tuple[int, ...], Whole] = {(): literal(1)}
    for row in reversed(rows):
        taken = len(next(iter(minors))) + 1
        larger = {}
        for columns in combinations(range(size), taken):
            total = literal(0)
            for place, column in enumerate(columns):
                product = times(row[column], minors[columns[:place] + columns[place + 1 :]])
                total = minus(total, product) if place % 2 else plus(total, product)
            larger[columns] = total if taken == size else lines.bind(total)
        minors = larger
    return minors[tuple(range(size))]


__all__ = ["Expressions", "UnknownsLimit"]
