"""The second columnar evaluator: a vectorised walk over the graph as built.

It recomputes what generated Python computed, from the columns of the givens alone, and shares nothing with it:
other representation (`pairs`), other order, no scales. Undefined rows are not guarded away but marked: each
value carries the mask of the rows in which it exists.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

import numpy as np

from mspec.compiler.constraints import Holds, constraints, demand_roots
from mspec.compiler.diagnostics import MspecError
from mspec.compiler.ir import Apply, Const, Given, NodeId, Problem, Value
from mspec.compiler.lower.forms import Code, Form, Many, Ratio, Real, Scaled, Spelled, Truth
from mspec.compiler.ops import Op, Operators
from mspec.compiler.plugins import NoValue, called, failed, located, operators_of
from mspec.compiler.real_functions import Approximation
from mspec.compiler.types import Bool, Num, RowOf, Type
from mspec.runtime import pairs
from mspec.runtime.batch import Column, RatioColumn, objects
from mspec.runtime.meaning import CLOSE, marked, meaning, number, solve_linear, undefined_because
from mspec.runtime.pair_functions import FUNCTIONS, GUARDS, determinant
from mspec.runtime.pairs import Array, Mask, Numbers, both, either, opposite


@dataclass(frozen=True, slots=True)
class Truths:
    """Truth values."""

    value: Mask
    valid: Mask = True


@dataclass(frozen=True, slots=True)
class Codes:
    """Nouns, words, people or rows of a table: positions in `values`."""

    code: int | Array
    values: tuple[Value, ...]
    valid: Mask = True


@dataclass(frozen=True, slots=True)
class Lists:
    """A list: one column an element."""

    parts: tuple[Own, ...]
    valid: Mask = True


@dataclass(frozen=True, slots=True)
class Reals:
    """Numbers of which some are not rational: an `object` array of Fractions, approximations among them."""

    values: Array
    valid: Mask = True


Own = Numbers | Truths | Codes | Lists | Reals
"""A node's values in all rows, in this evaluator's own representation."""

Row = Sequence[Fraction]
Definition = Callable[[Row], Value | None]
"""The value of an operator on one row of arguments, None where it has none."""

_PICKING = frozenset({"same", "if", "list", "item", "lookup"})
"""Operators that only pick values, whatever they are."""
_REAL = frozenset({"sqrt", "sin", "cos", "tan", "pi", "log10", "ln", "exp"})


def evaluate(
    problem: Problem,
    batch_columns: Mapping[NodeId, Column],
    forms: Mapping[NodeId, Form],
    nodes: Iterable[NodeId],
    operators: Operators | None = None,
) -> dict[NodeId, Own]:
    """Compute nodes, and all that they are made of, from the columns of the givens.

    Args:
        problem: The graph as built.
        batch_columns: Columns by node; only those of givens are read.
        forms: How those columns stand.
        nodes: What to compute.
        operators: The table of the compile; by default that of the problem.

    Returns:
        Own columns of `nodes` and of all their ancestors. Both arms of a conditional are computed; whether a node
        is demanded in a row is for `demand` to say.

    Raises:
        KeyError: there is no column for a given that is needed; the argument is its name.
    """
    wanted = problem.ancestors(nodes)
    operators = operators_of(problem) if operators is None else operators
    walk = _Walk(problem, operators, _rows(problem, batch_columns))
    for node in sorted(wanted):
        expression = problem.nodes[node]
        match expression:
            case Given(name):
                if node not in batch_columns:
                    raise KeyError(name)
                walk.own[node] = own_column(batch_columns[node], forms[node])
            case Const(value):
                walk.own[node] = _constant(value)
            case Apply():
                walk.own[node] = walk.apply(expression)
            case _:
                assert_never(expression)
    return walk.own


def _rows(problem: Problem, columns: Mapping[NodeId, Column]) -> int:
    for node in problem.givens():
        column: object = columns.get(node)
        while isinstance(column, tuple):
            column = column[0]
        if isinstance(column, np.ndarray):
            return len(column)
    return 1


def own_column(column: Column, form: Form) -> Own:
    """A generated or sampled column in this evaluator's representation: of one row, as what is the same in all rows."""
    match form:
        case Scaled(den):
            return _numbers(_array(column), den)
        case Ratio():
            assert isinstance(column, RatioColumn)
            return _numbers(column.numerator, column.denominator)
        case Truth():
            truths = _array(column).astype(bool, copy=False)
            return Truths(bool(truths[0]) if len(truths) == 1 else truths)
        case Code(values):
            codes = _array(column)
            return Codes(int(codes[0]) if len(codes) == 1 else codes, values)
        case Many(element):
            assert isinstance(column, tuple)
            return Lists(tuple(own_column(part, element) for part in column))
        case Spelled():
            return codes_of(_array(column).tolist())
        case Real():
            raise TypeError("a column of intervals has no exact values")
        case _:
            assert_never(form)


def _numbers(num: Array, den: Array | int) -> Numbers:
    if len(num) != 1:
        return pairs.column(num, den)
    above, below = operator.index(num[0]), operator.index(den if isinstance(den, int) else den[0])
    return Numbers(above, below, abs(above), below)


def codes_of(texts: Sequence[str], valid: Mask = True) -> Codes:
    """A column of texts as places among those that occur."""
    places: dict[str, int] = {}
    code = np.array([places.setdefault(text, len(places)) for text in texts], dtype=np.int64)
    return Codes(code, tuple(places), valid)


def _array(column: Column) -> Array:
    assert isinstance(column, np.ndarray)
    return column


def _constant(value: Value) -> Own:
    match value:
        case bool():
            return Truths(value)
        case Fraction():
            return pairs.constant(value)
        case tuple():
            return Lists(tuple(map(_constant, value)))
        case _:
            return Codes(0, (value,))


# ------------------------------------------------------------------------------------------------ walk


class _Walk:
    def __init__(self, problem: Problem, operators: Operators, rows: int) -> None:
        self.problem, self.operators, self.rows = problem, operators, rows
        self.own: dict[NodeId, Own] = {}

    def apply(self, expression: Apply) -> Own:
        args = [self.own[arg] for arg in expression.args]
        if expression.op not in _PICKING and (expression.op in _REAL or any(isinstance(arg, Reals) for arg in args)):
            return self._rowwise(args, self._definition(expression), expression.type)
        match expression.op, args:
            case "same", [x]:
                return x
            case "if", [Truths() as condition, a, b]:
                return _choose(condition, a, b)
            case "and", [Truths() as a, Truths() as b]:
                # Left to right: where the left operand decides, the right one does not matter.
                return Truths(both(a.value, b.value), both(a.valid, either(opposite(a.value), b.valid)))
            case "or", [Truths() as a, Truths() as b]:
                return Truths(either(a.value, b.value), both(a.valid, either(a.value, b.valid)))
            case "not", [Truths(value, valid)]:
                return Truths(opposite(value), valid)
            case "eq", [a, b]:
                return Truths(_equal(a, b), both(a.valid, b.valid))
            case "ne", [a, b]:
                return Truths(opposite(_equal(a, b)), both(a.valid, b.valid))
            case "distinct", _:
                return _distinct(args)
            case "list", _:
                return Lists(tuple(args), _all_valid(args))
            case "item", [Lists(parts, valid)]:
                index = expression.data[0]
                assert isinstance(index, int)
                part = parts[index - 1]
                return replace(part, valid=both(part.valid, valid))
            case "lookup", [Codes() as row]:
                return self._lookup(row, expression)
        if self.operators[expression.op].plugin:
            try:
                return self._primitive(self.operators[expression.op], args, expression.type)
            except MspecError as error:
                raise located(error, expression.span) from error
        numbers = [arg for arg in args if isinstance(arg, Numbers)]
        if len(numbers) != len(args):
            raise TypeError(f"{expression.op} is not defined on these columns")
        match expression.op:
            case "convert":
                factor = expression.data[0]
                assert isinstance(factor, Fraction)
                return pairs.multiply(numbers[0], pairs.constant(factor))
            case "solve_linear":
                return self._solve_linear(numbers, expression)
        return self._function(expression, numbers)

    def _lookup(self, row: Codes, expression: Apply) -> Own:
        type_ = self.problem.nodes[expression.args[0]].type
        assert isinstance(type_, RowOf)
        table = self.problem.lexicon.table(type_.table)
        position = table.column(str(expression.data[0]))
        if isinstance(row.code, int):
            found = row.values[row.code]
            assert isinstance(found, int)
            return replace(_constant(table.rows[found][position]), valid=row.valid)
        entries = [table.rows[value][position] for value in row.values if isinstance(value, int)]
        numbers = [entry for entry in entries if isinstance(entry, Fraction)]
        if entries and len(numbers) == len(entries):
            per_row = pairs.from_fractions(numbers)
            num, den = (pairs.array(part) for part in (per_row.num, per_row.den))
            picked = den[row.code] if den.ndim else per_row.den
            return replace(per_row, num=num[row.code], den=picked, valid=row.valid)
        if entries and all(isinstance(entry, bool) for entry in entries):
            return Truths(np.array(entries, dtype=bool)[row.code], row.valid)
        return Codes(row.code, tuple(entries), row.valid)

    def _solve_linear(self, numbers: list[Numbers], expression: Apply) -> Own:
        """Cramer's rule by Laplace expansion; the interpreter eliminates."""
        size, which = _system(expression)
        if size > 4:
            return self._rowwise(numbers, self._definition(expression), expression.type)
        width = size + 1
        rows = [numbers[start : start + width] for start in range(0, size * width, width)]
        below = determinant([row[:size] for row in rows])
        above = determinant([[*row[:which], row[size], *row[which + 1 : size]] for row in rows])
        return pairs.divide(above, below)

    def _function(self, expression: Apply, args: list[Numbers]) -> Own:
        op = self.operators[expression.op]
        valid = _all_valid(args)
        for kind, position in op.guards:
            # Where an argument breaks a guard the row is undefined, and 1, which breaks none, stands in for it.
            for i in range(len(args)) if position < 0 else range(len(args))[position : position + 1]:
                fit = GUARDS[kind](args[i])
                if fit is not True and not np.all(fit):
                    args[i] = pairs.choose(fit, args[i], pairs.constant(Fraction(1)))
                    valid = both(valid, fit)
        vectorised = FUNCTIONS.get(op.name)
        if op.name == "pow" and isinstance(args[1].num, int) and args[1].num <= 64 and args[1].den == 1:
            own: Own = pairs.whole_power(args[0], args[1].num)
        elif vectorised is None:
            own = self._rowwise(args, self._definition(expression), expression.type)
        else:
            value = vectorised(args, self.rows)
            own = value if isinstance(value, Numbers) else Truths(value)
        return own if valid is True else replace(own, valid=both(own.valid, valid))

    def _definition(self, expression: Apply) -> Definition:
        """What an operator means, as the interpreter has it."""
        match expression.op:
            case "convert":
                return lambda row: marked(row[0] * number(expression.data[0]), row)
            case "solve_linear":
                size, which = _system(expression)

                def eliminated(row: Row) -> Value | None:
                    solution = solve_linear(row, size)
                    return None if solution is None else marked(solution[which], row)

                return eliminated
        op = self.operators[expression.op]
        return lambda row: None if undefined_because(op, row) else meaning(op, row)

    def _primitive(self, op: Op, args: Sequence[Own], type_: Type) -> Own:
        """A primitive by its second evaluation, on every distinct row of arguments that have values."""
        known: dict[tuple[tuple[str, Value], ...], Value | None] = {}
        known_valid = _all_valid(args)
        valid = [known_valid] * self.rows if isinstance(known_valid, bool) else known_valid.tolist()
        results: list[Value | None] = []
        for row, exists in zip(zip(*(values_of(arg, self.rows) for arg in args), strict=True), valid, strict=True):
            key = tuple((type(value).__name__, value) for value in row)
            if exists and key not in known:
                known[key] = _second(op, row)
            results.append(known[key] if exists else None)
        return self._of_results(results, type_, known_valid)

    def _rowwise(self, args: Sequence[Own], definition: Definition, type_: Type) -> Own:
        """An operator without a vectorised form, on every distinct row of arguments."""
        known: dict[tuple[tuple[Fraction, bool], ...], Value | None] = {}
        results: list[Value | None] = []
        for row in zip(*(fractions_of(arg, self.rows) for arg in args), strict=True):
            # An approximation may equal an exact number, and still is none.
            key = tuple((value, isinstance(value, Approximation)) for value in row)
            if key not in known:
                known[key] = definition(row)
            results.append(known[key])
        return self._of_results(results, type_, _all_valid(args))

    def _of_results(self, results: Sequence[Value | None], type_: Type, valid: Mask) -> Own:
        """An operator's values in all rows, None where it has none; `valid` says where its arguments exist."""
        if self.rows == 1 and not isinstance(results[0], Approximation):
            return _of_one(results[0], type_, both(valid, results[0] is not None))
        valid = both(valid, np.array([result is not None for result in results], dtype=bool))
        if isinstance(type_, Bool):
            return Truths(np.array([bool(result) for result in results], dtype=bool), valid)
        if not isinstance(type_, Num):
            return codes_of([result if isinstance(result, str) else "" for result in results], valid)
        numbers = [result if isinstance(result, Fraction) else Fraction(1) for result in results]
        if any(isinstance(value, Approximation) for value in numbers):
            return Reals(objects(numbers), valid)
        return pairs.from_fractions(numbers, valid)


def _of_one(result: Value | None, type_: Type, valid: Mask) -> Own:
    """The value of an operator in the only row, as what is the same in all rows; where it has none, one stands in."""
    if isinstance(type_, Bool):
        return Truths(bool(result), valid)
    if isinstance(type_, Num):
        return replace(pairs.constant(result if isinstance(result, Fraction) else Fraction(1)), valid=valid)
    return Codes(0, (result if isinstance(result, str) else "",), valid)


def _second(op: Op, row: Sequence[Value]) -> Value | None:
    """A primitive by its second evaluation, None where it has no value.

    Raises:
        MspecError: MS4101, the first one has a value there.
    """
    try:
        return called(op, row, second=True)
    except NoValue as none:
        try:
            first = called(op, row)
        except NoValue:
            return None
        raise failed(op, row, f"it gave {first}, and its second evaluation gives none: {none}") from none


def _system(expression: Apply) -> tuple[int, int]:
    """How many unknowns a `solve_linear` has, and which of them it gives."""
    names, which, *_ = expression.data
    assert isinstance(names, tuple) and isinstance(which, int)
    return len(names), which


def fractions_of(x: Own, rows: int) -> list[Fraction]:
    """The numbers one by one (slow)."""
    if isinstance(x, Reals):
        return list(x.values)
    if not isinstance(x, Numbers):
        raise TypeError("these are not numbers")
    if isinstance(x.num, int) and isinstance(x.den, int):
        return [Fraction(x.num, x.den)] * rows
    num, den = (np.broadcast_to(pairs.array(part), (rows,)).tolist() for part in (x.num, x.den))
    seen: dict[tuple[int, int], Fraction] = {}
    return [
        seen[pair] if pair in seen else seen.setdefault(pair, Fraction(*pair)) for pair in zip(num, den, strict=True)
    ]


def values_of(x: Own, rows: int) -> list[Value]:
    """The exact values one by one (slow)."""
    match x:
        case Truths(value):
            return [bool(truth) for truth in np.broadcast_to(np.asarray(value), (rows,))]
        case Codes(code, values):
            return [values[int(place)] for place in np.broadcast_to(np.asarray(code), (rows,))]
        case Lists(parts):
            return list(zip(*(values_of(part, rows) for part in parts), strict=True))
        case _:
            return list(fractions_of(x, rows))


def _all_valid(args: Iterable[Own]) -> Mask:
    valid: Mask = True
    for arg in args:
        valid = both(valid, arg.valid)
    return valid


# ------------------------------------------------------------------------------------ choosing, comparing


def _choose(condition: Truths, a: Own, b: Own) -> Own:
    mask = condition.value
    chosen = both(condition.valid, pairs.chosen_mask(mask, a.valid, b.valid))
    if isinstance(mask, bool):
        return replace(a if mask else b, valid=chosen)
    match a, b:
        case Numbers(), Numbers():
            return replace(pairs.choose(mask, a, b), valid=chosen)
        case ((Numbers() | Reals()), (Numbers() | Reals())):
            left_, right_ = (objects(fractions_of(arm, len(mask))) for arm in (a, b))
            return Reals(np.where(mask, left_, right_), chosen)
        case Truths(), Truths():
            return Truths(np.where(mask, a.value, b.value), chosen)
        case Codes(), Codes():
            left, right, values = _recoded(a, b)
            return Codes(np.where(mask, left, right), values, chosen)
        case Lists(), Lists():
            both_parts = zip(a.parts, b.parts, strict=True)
            return Lists(tuple(_choose(Truths(mask), mine, its) for mine, its in both_parts), chosen)
        case _:
            raise TypeError("the arms of a conditional are of different kinds")


def _recoded(a: Codes, b: Codes) -> tuple[Array, Array, tuple[Value, ...]]:
    """Both columns as positions in one tuple without repetition."""
    places: dict[Value, int] = {}
    for value in a.values + b.values:
        places.setdefault(value, len(places))
    mine, its = (np.array([places[value] for value in codes.values], dtype=np.int64)[codes.code] for codes in (a, b))
    return mine, its, tuple(places)


def _equal(a: Own, b: Own) -> Mask:
    match a, b:
        case Numbers(), Numbers():
            return pairs.equal(a, b)
        case Truths(), Truths():
            return pairs.as_mask(np.asarray(a.value) == np.asarray(b.value))
        case Codes(), Codes():
            mine, its, _ = _recoded(a, b)
            return pairs.as_mask(mine == its)
        case Lists(), Lists():
            alike: Mask = len(a.parts) == len(b.parts)
            for mine_, its_ in zip(a.parts, b.parts, strict=False):
                alike = both(alike, _equal(mine_, its_))
            return alike
        case _:
            raise TypeError("values of different kinds are compared")


def _distinct(args: Sequence[Own]) -> Truths:
    different: Mask = True
    for i, a in enumerate(args):
        for b in args[:i]:
            different = both(different, opposite(_equal(a, b)))
    return Truths(different, _all_valid(args))


# ---------------------------------------------------------------------------- comparison, demand, constraints


def agrees(own: Own, column: Column, form: Form) -> Array:
    """Whether a generated column says the same, row by row, by cross multiplication.

    Rows in which the node is undefined agree with anything: there is nothing to compare, and `admissible` refuses
    such a row where the node is demanded.
    """
    rows = len(column[0] if isinstance(column, tuple) else column)
    if isinstance(form, Real):
        numbers = zip(fractions_of(own, rows), _array(column), strict=True)
        met = np.array([i is not None and i.meets(value, _slack(value)) for value, i in numbers], dtype=bool)
        return np.array(met | opposite(own.valid), dtype=bool)
    alike = either(opposite(own.valid), _equal(own, own_column(column, form)))
    return np.full(rows, alike) if isinstance(alike, bool) else np.array(np.broadcast_to(alike, (rows,)), dtype=bool)


def _slack(value: Fraction) -> Fraction:
    """How far off the interpreter's 50 digits may be after some cancellation."""
    return CLOSE * max(Fraction(1), abs(value)) if isinstance(value, Approximation) else Fraction(0)


def demand(problem: Problem, own: Mapping[NodeId, Own]) -> dict[NodeId, Mask]:
    """In which rows each node is demanded by what is asked and told. Nodes that never are may be absent.

    Args:
        problem: The graph as built.
        own: Columns of the asked and told nodes and of their ancestors, from `evaluate`.
    """
    demanded: dict[NodeId, Mask] = dict.fromkeys(demand_roots(problem), True)
    for node in range(max(demanded, default=-1), -1, -1):
        mask = demanded.get(node, False)
        expression = problem.nodes[node]
        if mask is False or not isinstance(expression, Apply):
            continue
        shares: list[Mask] = [mask] * len(expression.args)
        if expression.op in ("if", "and", "or"):
            first = own[expression.args[0]]
            assert isinstance(first, Truths)
            taken, passed = both(mask, first.value), both(mask, opposite(first.value))
            shares[1:] = {"if": [taken, passed], "and": [taken], "or": [passed]}[expression.op]
        for arg, share in zip(expression.args, shares, strict=True):
            demanded[arg] = either(demanded.get(arg, False), share)
    return demanded


def admissible(
    problem: Problem,
    batch_columns: Mapping[NodeId, Column],
    forms: Mapping[NodeId, Form],
    operators: Operators | None = None,
) -> Array:
    """Which rows satisfy every constraint and define all that is demanded, from the columns of the givens.

    Returns:
        A bool array with one entry a row.
    """
    bounds = constraints(problem)
    roots = demand_roots(problem)
    needed = [*roots, *(bound.node for bound in bounds if isinstance(bound, Holds))]
    own = evaluate(problem, batch_columns, forms, needed, operators)
    demanded = demand(problem, own)
    good: Mask = _all_valid(own[root] for root in roots)
    for bound in bounds:
        if isinstance(bound, Holds):
            truth = own[bound.node]
            assert isinstance(truth, Truths)
            good = both(good, both(truth.value, truth.valid))
        elif bound.node in demanded:
            number = own[bound.node]
            assert isinstance(number, Numbers)
            on_grid = pairs.is_whole(pairs.divide(number, pairs.constant(bound.grid)))
            good = both(good, either(opposite(demanded[bound.node]), on_grid))
    rows = _rows(problem, batch_columns)
    return np.array(np.broadcast_to(np.asarray(good), (rows,)), dtype=bool)
