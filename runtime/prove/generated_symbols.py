"""What generated Python computes, read from its text: symbolic execution of the function `world`.

Nothing here knows how the text was made. It accepts straight-line code that gives every name once and calls
only the functions of the prelude, whose text must be the one that is tested.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from mspec.compiler.ir import NodeId, Problem
from mspec.compiler.lower.forms import Code, Form, Many, Scaled
from mspec.compiler.lower.lower_python import PythonLowering
from mspec.compiler.lower.python_forms import number_bounds
from mspec.compiler.lower.python_module import prelude
from mspec.runtime.prove.diagrams import GaveUp
from mspec.runtime.prove.symbols import Cases, Quotient, Symbols


@dataclass(frozen=True)
class Truth:
    """A condition, as a diagram."""

    diagram: int


Symbolic = Quotient | Truth | Cases | tuple["Symbolic", ...]


def given_symbol(symbols: Symbols, problem: Problem, node: NodeId, form: Form) -> Symbolic:
    """A given as its column holds it: numerators, truth values, codes; named by its node."""
    if isinstance(form, Many):
        return tuple(_leaf(symbols, problem, node, form.element, i) for i in range(form.length))
    return _leaf(symbols, problem, node, form, 0)


def _leaf(symbols: Symbols, problem: Problem, node: NodeId, form: Form, index: int) -> Symbolic:
    match form:
        case Scaled(den):
            domain = problem.nodes[node].domain  # type: ignore[union-attr]
            return symbols.leaf(("given", node, index), *number_bounds(domain, den))
        case Code(values):
            # "It is the i-th" as a chain of conditions: exactly one of them holds. The last stands nearest to the root,
            # so that the diagrams of all have their ends in common.
            diagrams, rest, cases = symbols.diagrams, symbols.diagrams.one, []
            places = range(len(values) - 1)
            truths = {place: symbols.truth("given", node, index, place) for place in reversed(places)}
            for place in places:
                here = truths[place]
                cases.append((place, diagrams.multiply(rest, here)))
                rest = diagrams.multiply(rest, diagrams.opposite(here))
            return Cases((*cases, (len(values) - 1, rest)))
        case _:
            return Truth(symbols.truth("given", node, index))


@dataclass(frozen=True)
class Outcome:
    """The exported values as their columns hold them, and the conditions `admissible` and `demanded`."""

    values: tuple[Symbolic, ...]
    admissible: int
    demanded: tuple[int, ...]


def generated(symbols: Symbols, problem: Problem, lowering: PythonLowering) -> Outcome:
    """Execute the text of a lowering on symbols.

    Raises:
        GaveUp: the text is not of the form that this can speak of.
    """
    module = ast.parse(lowering.text)
    _same_prelude(lowering.text)
    function = next(n for n in module.body if isinstance(n, ast.FunctionDef) and n.name == "world")
    run = _Run(symbols, function)
    for statement in module.body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else None
        if isinstance(statement, ast.Assign) and isinstance(target, ast.Name) and target.id.startswith("TABLE_"):
            run.bind(target.id, tuple(ast.literal_eval(statement.value)), constant=True)
    if len(function.args.args) != len(lowering.givens):
        raise GaveUp("the function takes other givens")
    for argument, node in zip(function.args.args, lowering.givens, strict=True):
        run.bind(argument.arg, given_symbol(symbols, problem, node, lowering.forms[node]))
    return run.outcome()


def _same_prelude(text: str) -> None:
    head, _, rest = text.partition("import math\n")
    if not ("import math\n" + rest).startswith(prelude()) or any(
        line and not line.startswith("#") for line in head.splitlines()
    ):
        raise GaveUp("the functions it is built on are not the ones that are tested")


class _Run:
    def __init__(self, symbols: Symbols, function: ast.FunctionDef) -> None:
        self.symbols = symbols
        self.body = function.body
        self.names: dict[str, Symbolic] = {}
        self.constants: dict[str, tuple[int, ...]] = {}
        self.sources: dict[str, ast.expr] = {}
        self.exact: set[str] = set()

    def bind(self, name: str, value: Symbolic | tuple[int, ...], *, constant: bool = False) -> None:
        if name in self.names or name in self.constants or name.startswith("_") or name in ("abs", "math"):
            raise GaveUp(f"the name {name} is given twice")
        if constant:
            self.constants[name] = value  # type: ignore[assignment]
        else:
            self.names[name] = value  # type: ignore[assignment]

    def outcome(self) -> Outcome:
        *statements, last = [s for s in self.body if not _is_docstring(s)]
        for statement in statements:
            if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
                raise GaveUp("a statement that is no assignment")
            if isinstance(statement.targets[0], ast.Name):
                self.sources[statement.targets[0].id] = statement.value
        self._note_exact_divisions()
        for statement in statements:
            assert isinstance(statement, ast.Assign)
            self._assign(statement.targets[0], self.value(statement.value))
        if not (isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple) and len(last.value.elts) == 3):
            raise GaveUp("the function does not end with its three results")
        values, admissible, demanded = (self.value(part) for part in last.value.elts)
        if not isinstance(values, tuple) or not isinstance(demanded, tuple):
            raise GaveUp("the function does not end with its three results")
        return Outcome(values, self.truth(admissible), tuple(self.truth(part) for part in demanded))

    def _assign(self, target: ast.expr, value: Symbolic) -> None:
        match target, value:
            case ast.Name(name), _:
                self.bind(name, value)
            case ast.Tuple(targets), tuple() if len(targets) == len(value):
                for one, part in zip(targets, value, strict=True):
                    self._assign(one, part)
            case _:
                raise GaveUp("an assignment to something that is no name")

    def _note_exact_divisions(self) -> None:
        """A row is admissible only if every part of the conjunction `admissible` holds; where one says
        `a % b == 0`, `a // b` is exact in every row that matters. Names are given once, so equal texts are equal."""
        waiting = [self.sources["admissible"]] if "admissible" in self.sources else []
        while waiting:
            match waiting.pop():
                case ast.BinOp(left, ast.BitAnd(), right):
                    waiting += [left, right]
                case ast.Name(name) if name in self.sources and name.startswith("ok"):
                    waiting.append(self.sources[name])
                case ast.Compare(ast.BinOp(a, ast.Mod(), b), [ast.Eq()], [ast.Constant(0)]):
                    self.exact.add(f"{ast.dump(a)} by {ast.dump(b)}")
                case _:
                    pass

    # -------------------------------------------------------------------------------------- expressions

    def value(self, node: ast.expr) -> Symbolic:
        symbols = self.symbols
        match node:
            case ast.Constant(bool() as value):
                return Truth(symbols.diagrams.one if value else symbols.diagrams.zero)
            case ast.Constant(int() as value):
                return symbols.constant(value)
            case ast.Name(name) if name in self.names:
                return self.names[name]
            case ast.Tuple(parts):
                return tuple(self.value(part) for part in parts)
            case ast.Subscript(value=target, slice=ast.Constant(int() as index)):
                whole = self.value(target)
                if not isinstance(whole, tuple) or not 0 <= index < len(whole):
                    raise GaveUp(f"cannot read {ast.unparse(node)}")
                return whole[index]
            case ast.UnaryOp(ast.USub(), operand):
                return symbols.negative(self.number(operand))
            case ast.BinOp(left, operator, right):
                return self._binary(left, operator, right)
            case ast.Compare(left, [operator], [right]):
                return Truth(self._compare(left, operator, right))
            case ast.Call(ast.Name(function), arguments, []):
                return self._call(function, arguments)
            case _:
                raise GaveUp(f"cannot read {ast.unparse(node)}")

    def number(self, node: ast.expr) -> Quotient:
        return as_number(self.symbols, self.value(node))

    def truth(self, value: Symbolic) -> int:
        if not isinstance(value, Truth):
            raise GaveUp("a truth value is expected")
        return value.diagram

    def _binary(self, left: ast.expr, operator: ast.operator, right: ast.expr) -> Symbolic:
        symbols = self.symbols
        match operator:
            case ast.BitAnd():
                return Truth(symbols.diagrams.multiply(self.truth(self.value(left)), self.truth(self.value(right))))
            case ast.BitOr():
                return Truth(symbols.diagrams.either(self.truth(self.value(left)), self.truth(self.value(right))))
        a, b = self.number(left), self.number(right)
        match operator:
            case ast.Add():
                return symbols.add(a, b)
            case ast.Sub():
                return symbols.subtract(a, b)
            case ast.Mult():
                return symbols.multiply(a, b)
            case ast.Pow():
                return symbols.power(a, b)
            case ast.FloorDiv():
                ratio = symbols.plain_ratio(a, b)
                return ratio if f"{ast.dump(left)} by {ast.dump(right)}" in self.exact else symbols.floor(ratio)
            case ast.Mod():
                return symbols.subtract(a, symbols.multiply(b, symbols.floor(symbols.plain_ratio(a, b))))
            case _:
                raise GaveUp(f"cannot read the operator {type(operator).__name__}")

    def _compare(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> int:
        symbols, diagrams = self.symbols, self.symbols.diagrams
        match left, operator, right:
            case ast.BinOp(a, ast.Mod(), b), ast.Eq(), ast.Constant(0):
                return symbols.integral(symbols.plain_ratio(self.number(a), self.number(b)))
        x, y = self.value(left), self.value(right)
        if isinstance(operator, ast.Eq | ast.NotEq):
            same = equality(symbols, x, y)
            return same if isinstance(operator, ast.Eq) else diagrams.opposite(same)
        difference = symbols.subtract(as_number(symbols, x), as_number(symbols, y))
        match operator:
            case ast.Lt():
                return symbols.below_zero(difference)
            case ast.Gt():
                return symbols.below_zero(symbols.negative(difference))
            case ast.LtE():
                return diagrams.opposite(symbols.below_zero(symbols.negative(difference)))
            case ast.GtE():
                return diagrams.opposite(symbols.below_zero(difference))
            case _:
                raise GaveUp(f"cannot read the comparison {type(operator).__name__}")

    def _call(self, function: str, arguments: Sequence[ast.expr]) -> Symbolic:
        symbols = self.symbols
        match function, arguments:
            case "_big" | "_small" | "_safe" | "_natural", [argument]:
                # `_safe` and `_natural` change only arguments for which the operator has no value.
                return self.value(argument)
            case "_not", [argument]:
                return Truth(symbols.diagrams.opposite(self.truth(self.value(argument))))
            case "_where", [condition, then, otherwise]:
                return chosen(symbols, self.truth(self.value(condition)), self.value(then), self.value(otherwise))
            case "_pick", [ast.Name(table), place] if table in self.constants:
                return self._pick(self.constants[table], self.value(place))
            case "_ratio", [num, den]:
                sign = Quotient(symbols.sign(self.number(den).num), symbols.unit)
                return symbols.multiply(self.number(num), sign), symbols.multiply(self.number(den), sign)
            case "_reduce", [num, den]:
                parts = self.number(num), self.number(den)
                scale = symbols.unknown("reduce", parts, (0, 1), whole=False)
                return symbols.multiply(parts[0], scale), symbols.multiply(parts[1], scale)
            case "_each" | "_test", [operator, *rest]:
                name = ast.unparse(operator).removeprefix("math.").replace("comb", "choose")
                if name not in ("factorial", "choose"):
                    raise GaveUp(f"cannot read {ast.unparse(operator)}")
                return symbols.unknown(name, [self.number(argument) for argument in rest])
        numbers = [self.number(argument) for argument in arguments]
        match function:
            case "abs" | "_min" | "_max" | "_mode":
                return symbols.homogeneous(function.strip("_"), numbers)
            case "_sorted":
                places = [symbols.constant(k + 1) for k in range(len(numbers))]
                return tuple(symbols.homogeneous("kth", numbers, [place]) for place in places)
            case "_kth":
                return symbols.homogeneous("kth", numbers[1:], numbers[:1])
            case "_gcd" | "_lcm":
                return symbols.unknown(function.strip("_"), numbers)
            case "_is_square" | "_is_prime":
                return Truth(symbols.test(function.strip("_"), numbers))
            case "_distinct":
                return Truth(all_different(symbols, numbers))
            case _:
                raise GaveUp(f"cannot read a call of {function}")

    def _pick(self, table: tuple[int, ...], place: Symbolic) -> Symbolic:
        if not isinstance(place, Cases) or any(int(str(key)) not in range(len(table)) for key, _ in place.cases):
            raise GaveUp("a table is read at something that is no code")
        if isinstance(table[0], bool):
            diagrams, where = self.symbols.diagrams, self.symbols.diagrams.zero
            for key, condition in place.cases:
                if table[int(str(key))]:
                    where = diagrams.either(where, condition)
            return Truth(where)
        return joined(self.symbols, [(table[int(str(key))], condition) for key, condition in place.cases])


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


# ------------------------------------------------------------------- what both sides of a proof need


def joined(symbols: Symbols, cases: Sequence[tuple[object, int]]) -> Cases:
    """Cases with one condition a value."""
    found: dict[object, int] = {}
    for value, condition in cases:
        found[value] = symbols.diagrams.either(found.get(value, symbols.diagrams.zero), condition)
    return Cases(tuple(found.items()))


def as_number(symbols: Symbols, value: Symbolic) -> Quotient:
    """Numbers stay; cases become the sum of their values, each where its condition holds."""
    if isinstance(value, Quotient):
        return value
    if not isinstance(value, Cases):
        raise GaveUp("a number is expected")
    total = symbols.diagrams.zero
    for number, condition in value.cases:
        assert isinstance(number, int | Fraction)
        scale = symbols.diagrams.constant(Fraction(number))
        total = symbols.diagrams.add(total, symbols.diagrams.multiply(scale, condition))
    return Quotient({(): total} if total != symbols.diagrams.zero else {}, symbols.unit)


def as_cases(symbols: Symbols, value: Symbolic) -> Cases | None:
    """Cases stay; a constant is one case."""
    if isinstance(value, Cases):
        return value
    known = symbols.known(value) if isinstance(value, Quotient) else None
    return None if known is None else Cases(((int(known), symbols.diagrams.one),))


def equality(symbols: Symbols, a: Symbolic, b: Symbolic) -> int:
    """The condition that two values of one kind are equal."""
    diagrams = symbols.diagrams
    match a, b:
        case Truth(), Truth():
            return diagrams.choose(a.diagram, b.diagram, diagrams.opposite(b.diagram))
        case tuple(), tuple():
            every = diagrams.one
            for one, other in zip(a, b, strict=True):
                every = diagrams.multiply(every, equality(symbols, one, other))
            return every
        case Quotient(), Quotient():
            return symbols.zero(symbols.subtract(a, b))
        case ((Cases() | Quotient()), (Cases() | Quotient())):
            left, right = as_cases(symbols, a), as_cases(symbols, b)
            if left is None or right is None:
                return symbols.zero(symbols.subtract(as_number(symbols, a), as_number(symbols, b)))
            same, theirs = diagrams.zero, dict(right.cases)
            for value, condition in left.cases:
                same = diagrams.either(same, diagrams.multiply(condition, theirs.get(value, diagrams.zero)))
            return same
        case _:
            raise GaveUp("values of two kinds are compared")


def chosen(symbols: Symbols, condition: int, a: Symbolic, b: Symbolic) -> Symbolic:
    """`a` where the condition holds, else `b`."""
    diagrams = symbols.diagrams
    match a, b:
        case Truth(), Truth():
            return Truth(diagrams.choose(condition, a.diagram, b.diagram))
        case tuple(), tuple():
            return tuple(chosen(symbols, condition, x, y) for x, y in zip(a, b, strict=True))
        case Quotient(), Quotient():
            return symbols.choose(condition, a, b)
        case ((Cases() | Quotient()), (Cases() | Quotient())):
            left, right = as_cases(symbols, a), as_cases(symbols, b)
            if left is None or right is None:
                return symbols.choose(condition, as_number(symbols, a), as_number(symbols, b))
            otherwise = diagrams.opposite(condition)
            cases = [(value, diagrams.multiply(condition, where)) for value, where in left.cases]
            cases += [(value, diagrams.multiply(otherwise, where)) for value, where in right.cases]
            return joined(symbols, cases)
        case _:
            raise GaveUp("the arms of a choice are of two kinds")


def all_different(symbols: Symbols, values: Sequence[Symbolic]) -> int:
    """The condition that no two of them are equal."""
    diagrams, result = symbols.diagrams, symbols.diagrams.one
    for i, a in enumerate(values):
        for b in values[:i]:
            result = diagrams.multiply(result, diagrams.opposite(equality(symbols, a, b)))
    return result
