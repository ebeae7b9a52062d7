"""Expressions -> typed nodes. Units are converted, labels checked, defs inlined, binders and lists unrolled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction

from mspec.compiler import ast, typing_rules
from mspec.compiler.build import linear, lists, opaque, primitives, unroll
from mspec.compiler.build.arguments import check_arguments
from mspec.compiler.build.draft import Draft, Fault, System
from mspec.compiler.build.environment import nearest
from mspec.compiler.build.faults import explain
from mspec.compiler.build.literals import terminates, writable
from mspec.compiler.build.substitute import substitute
from mspec.compiler.build.type_names import unit_of
from mspec.compiler.errors.domains import CannotDeclare
from mspec.compiler.errors.names import UnknownField, UnknownFunction, UnknownName, WrongArity
from mspec.compiler.errors.syntax import TooDeep
from mspec.compiler.errors.types import MixedUnits, NotConstant, NotWhole, ReadingAsFactor, TwoLabels, WrongPlace
from mspec.compiler.ir import Apply, Const, Given, NodeId, Value
from mspec.compiler.ops import CONSTANTS, OPS, Op
from mspec.compiler.source import Span
from mspec.compiler.temperatures import GAP, READING, TEMPERATURE, ice_point, literal_weight, lone, reading_in
from mspec.compiler.types import (
    BOOL,
    INT,
    PERCENT,
    RATIONAL,
    ListOf,
    NounType,
    Num,
    Opaque,
    RowOf,
    Tag,
    Type,
    Word,
    show,
)  # fmt: skip
from mspec.compiler.typing_rules import TypeFault
from mspec.compiler.units import PLAIN, Unit, currency

MAX_DEPTH = 200
ALIGNED = frozenset(
    [
        "add",
        "sub",
        "eq",
        "ne",
        "lt",
        "le",
        "gt",
        "ge",
        "min",
        "max",
        "median",
        "mode",
        "kth",
        "distinct",
        "floor",
        "ceil",
        "round",
        "remainder",
        "quotient",
    ]
)
"""Operators whose operands are brought to one unit."""
STEPPED = frozenset({"floor", "ceil", "round", "remainder", "quotient"})
"""Of these the second operand is a step, not a value on the same scale."""


class Expressions:
    """Builds expressions into one draft. With `fold`, operators on constants are computed at once."""

    def __init__(self, draft: Draft, *, fold: bool = False) -> None:
        self.draft = draft
        self.fold = fold
        self.depth = 0
        self.uses: dict[NodeId, Span] = {}
        """Where the nodes that are written as a name were written last."""
        self.trying = False

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Build something for its type only: the nodes made meanwhile are taken back."""
        self.trying, before, uses = True, self.draft.mark(), dict(self.uses)
        try:
            yield
        finally:
            self.trying, self.uses = False, uses
            self.draft.back_to(before)

    # ------------------------------------------------------------------------------------- dispatch

    def build(self, expr: ast.Expr, expected: Type | None = None) -> NodeId:
        """The node of a scalar expression. `expected` is the declared type of the step, which settles what a
        sum or product of different labels counts.

        Raises:
            Fault: with the diagnostic of the first thing wrong in the expression.
        """
        self.depth += 1
        try:
            if self.depth > MAX_DEPTH:
                raise Fault(TooDeep(expr.span))
            node = self._build(expr, expected)
        finally:
            self.depth -= 1
        if isinstance(expr, (ast.Name, ast.Field, ast.Index)):
            self.uses[node] = expr.span
        return node

    def _build(self, expr: ast.Expr, expected: Type | None) -> NodeId:
        match expr:
            case ast.Number():
                return self._number(expr)
            case ast.Boolean(value):
                return self.draft.const(value, BOOL, expr.span)
            case ast.String(value):
                if isinstance(expected, Opaque):
                    return self.draft.const(opaque.read(self.draft, value, expected, expr.span), expected, expr.span)
                return self.draft.const(value, Word(), expr.span)
            case ast.Name():
                return self._name(expr)
            case ast.Unary("-", ast.Number() as number):
                return self._number(number, negative=True)
            case ast.Unary(symbol, operand):
                built = self.build(operand, expected)
                own = opaque.operator(self.draft, "neg", (built,)) if symbol == "-" else None
                return self.apply(own or ("neg" if symbol == "-" else "not"), (built,), expr.span, expected)
            case ast.Binary():
                return self._binary(expr, expected)
            case ast.Compare():
                return self._compare(expr)
            case ast.If(condition, then, otherwise):
                args = (self.build(condition), self.build(then, expected), self.build(otherwise, expected))
                return self.apply("if", args, expr.span, expected)
            case ast.Call():
                return self._call(expr, expected)
            case ast.Binder():
                return unroll.binder(self, expr, expected)
            case ast.Field():
                return self._field(expr)
            case ast.Index():
                return lists.element(self, expr)
            case ast.ListOf():
                return lists.make(self, expr)
            case ast.Solve() | ast.Iterate():
                what = "`solve` without `.x`" if isinstance(expr, ast.Solve) else "`iterate` inside an expression"
                way = (
                    "take one unknown, `solve([…], [x, y]).x`"
                    if isinstance(expr, ast.Solve)
                    else "give it a step of its own"
                )
                raise Fault(WrongPlace(expr.span, what=what, way_out=way))
            case ast.SetOf() | ast.Range():
                raise Fault(WrongPlace(expr.span, what="a set or range", way_out="use it after `in`"))
            case ast.It():
                raise Fault(WrongPlace(expr.span, what="`it`", way_out="`it` is the value so far inside `iterate(…)`"))

    # --------------------------------------------------------------------------------------- leaves

    def _number(self, number: ast.Number, *, negative: bool = False) -> NodeId:
        value, type_ = self._quantity(number)
        return self.draft.const(-value if negative else value, type_, number.span)

    def _quantity(self, number: ast.Number) -> tuple[Fraction, Num]:
        if number.unit == "%":
            return number.value / 100, PERCENT
        if number.unit in ("$", "€", "£", "¥"):
            return number.value, Num(unit=currency(number.unit))
        if number.unit:
            unit = unit_of(self.draft, number.unit, number.span)
            return number.value, Num(unit=unit, weight=literal_weight(unit))
        return number.value, INT if number.value.denominator == 1 else RATIONAL

    def _name(self, name: ast.Name) -> NodeId:
        draft = self.draft
        if name.id in CONSTANTS:
            return self.apply(name.id, (self.draft.const(Fraction(1), INT, name.span),), name.span)
        if name.id in draft.names:
            meaning = draft.names[name.id]
            if meaning is None:
                raise Fault
            if isinstance(meaning, System):
                raise Fault(WrongPlace(name.span, what="a solved system", way_out=f"take one unknown, `{name.id}.x`"))
            return meaning
        definition = draft.environment.defs.get(name.id)
        if definition is not None and not definition.parameters:
            return self.build(definition.value)
        if name.id in draft.environment.nouns:
            return draft.const(name.id, NounType(), name.span)
        if name.id in draft.unknowns:
            raise Fault(
                WrongPlace(name.span, what=f"the unknown `{name.id}`", way_out="unknowns stand in `solve` only")
            )
        literal = opaque.bare(draft, name)
        if literal is not None:
            return draft.const(*literal, name.span)
        own, known = draft.later | draft.names.keys(), [*draft.environment.defs, *draft.environment.nouns]
        close = nearest(name.id, own) or nearest(name.id, known)
        raise Fault(UnknownName(name.span, name=name.id, nearest=close, unit=name.id in draft.environment.units))

    def _field(self, field: ast.Field) -> NodeId:
        draft = self.draft
        if isinstance(field.target, ast.Solve):
            return linear.unknown(self, field.target, field.name, field.span)
        if isinstance(field.target, ast.Name):
            meaning = draft.names.get(field.target.id)
            if isinstance(meaning, System):
                return linear.unknown(self, meaning.solve, field.name, field.span)
            if field.name == "turns" and field.target.id in draft.turns:
                return unroll.turns(self, field)
        target = self.build(field.target)
        row = draft.type(target)
        if not isinstance(row, RowOf):
            raise Fault(UnknownField(field.span, target=_spelled(field.target), name=field.name))
        table = draft.environment.tables[row.table]
        found = next((column for column in table.columns if column[0] == field.name), None)
        if found is None:
            known = ", ".join(column[0] for column in table.columns)
            raise Fault(UnknownField(field.span, target=_spelled(field.target), name=field.name, known=known))
        return draft.part("lookup", target, field.name, found[1], field.span)

    # ------------------------------------------------------------------------------------ operators

    def _binary(self, expr: ast.Binary, expected: Type | None) -> NodeId:
        op = OPS.spelled(expr.op, "infix")
        assert op is not None
        args = (self.build(expr.left, expected), self.build(expr.right, expected))
        own = opaque.operator(self.draft, expr.op, args)
        return self.apply(own or op.name, args, expr.span, expected)

    def _compare(self, expr: ast.Compare) -> NodeId:
        parts = []
        for position, symbol in enumerate(expr.ops):
            left, right = expr.operands[position : position + 2]
            if symbol == "in":
                parts.append(self._membership(left, right, expr.span))
                continue
            op = OPS.spelled(symbol, "infix")
            assert op is not None
            parts.append(self.apply(op.name, (self.build(left), self.build(right)), expr.span))
        whole = parts[0]
        for part in parts[1:]:
            whole = self.apply("and", (whole, part), expr.span)
        return whole

    def _membership(self, left: ast.Expr, right: ast.Expr, span: Span) -> NodeId:
        if isinstance(right, (ast.SetOf, ast.ListOf)) and right.items:
            whole = None
            for item in right.items:
                one = self.apply("eq", (self.build(left), self.build(item)), span)
                whole = one if whole is None else self.apply("or", (whole, one), span)
            assert whole is not None
            return whole
        if isinstance(right, ast.Range):
            low = self.apply("le", (self.build(right.low), self.build(left)), span)
            whole = self.apply("and", (low, self.apply("le", (self.build(left), self.build(right.high)), span)), span)
            if right.stride is not None:
                offset = self.apply("sub", (self.build(left), self.build(right.low)), span)
                turns = self.apply("div", (offset, self.build(right.stride)), span)
                whole = self.apply("and", (whole, self.apply("is_int", (turns,), span)), span)
            return whole
        raise Fault(WrongPlace(right.span, what="this after `in`", way_out="write `in {a, b}` or `in low..high`"))

    def _call(self, call: ast.Call, expected: Type | None) -> NodeId:
        definition = self.draft.environment.defs.get(call.function)
        if definition is not None:
            return self._inline(definition, call, expected)
        listed = lists.function(self, call, expected)
        if listed is not None:
            return listed
        operators, types = self.draft.environment.operators, self.draft.environment.types
        op = operators.spelled(call.function, "function")
        if op is None and call.function in types:
            return self.draft.const(*opaque.cast(self.draft, call), call.span)
        if op is None:
            symbols = [row.symbol for row in operators.values() if row.fixity == "function"]
            known = [*symbols, *types, *lists.FUNCTIONS, *self.draft.environment.defs]
            raise Fault(UnknownFunction(call.span, name=call.function, nearest=nearest(call.function, known)))
        args = primitives.arguments(self, op, call) if op.plugin else lists.arguments(self, call, expected)
        _check_arity(op, len(args), call.span)
        return self.apply(op.name, args, call.span, expected)

    def _inline(self, definition: ast.Def, call: ast.Call, expected: Type | None) -> NodeId:
        if len(definition.parameters) != len(call.arguments):
            plural = "argument" if len(definition.parameters) == 1 else "arguments"
            wanted = f"{len(definition.parameters)} {plural}"
            raise Fault(WrongArity(call.span, name=call.function, expected=wanted, got=len(call.arguments)))
        check_arguments(self, definition, call)
        names = {p.name: a for p, a in zip(definition.parameters, call.arguments, strict=True)}
        return self.build(substitute(definition.value, names), expected)

    def apply(self, name: str, args: tuple[NodeId, ...], span: Span, expected: Type | None = None) -> NodeId:
        """Apply an operator to built operands: align units, let literals count, type it.

        Raises:
            Fault: the operands do not fit the operator.
        """
        op = self.draft.environment.operators[name]
        args = (
            primitives.as_parameters(self, op, args)
            if op.plugin
            else self._aligned(op, primitives.alike_literals(self, args))
        )
        try:
            type_ = self._typed(op, args, expected)
        except TypeFault as fault:
            types = [self.draft.type(arg) for arg in args]
            spans = [self._where(arg, span) for arg in args]
            symbol = op.symbol or op.name
            raise Fault(explain(fault, symbol, types, spans, span)) from None
        if self.fold and all(isinstance(self.draft.nodes[arg], Const) for arg in args):
            return self._folded(op, args, type_, span)
        node = self.draft.apply(name, args, type_, span)
        if isinstance(type_, Num) and not type_.unit.dimension and not type_.unit.is_plain:
            # Units of one dimension that do not cancel by name (m/km) come out as a pure number.
            plain = replace(type_, unit=PLAIN)
            node = self.draft.apply("convert", (node,), plain, span, type_.unit.factor_to(PLAIN))
        return node

    def _where(self, node: NodeId, fallback: Span) -> Span:
        if node in self.uses:
            return self.uses[node]
        found = self.draft.nodes[node]
        return fallback if node in self.draft.named or isinstance(found, Given) else found.span

    def _typed(self, op: Op, args: Sequence[NodeId], expected: Type | None) -> Type:
        types = [self.draft.type(arg) for arg in args]
        if op.name == "pow":
            exponent = self.draft.nodes[args[1]]
            base = types[0]
            if isinstance(exponent, Const) and isinstance(base, Num) and not base.is_pure:
                if (
                    not isinstance(exponent.value, Fraction)
                    or exponent.value.denominator != 1
                    or abs(exponent.value) > 12
                ):
                    raise TypeFault("exponent", 1)
                return typing_rules.raised(base, int(exponent.value))
            if isinstance(exponent, Const) and isinstance(exponent.value, Fraction) and exponent.value < 0:
                raised = op.typing(types)
                return replace(raised, whole=False) if isinstance(raised, Num) else raised
        literals = [node.value if isinstance(node := self.draft.nodes[arg], Const) else None for arg in args]
        readings = typing_rules.weighted(op.name, types, literals)
        if readings is not None:
            return readings
        try:
            return op.typing(types)
        except TypeFault as fault:
            settled = self._settled(op, types, expected) if fault.kind == "label" else None
            if settled is None:
                raise
            return settled

    def _settled(self, op: Op, types: Sequence[Type], expected: Type | None) -> Type | None:
        """The declared type of the step settles what a sum or product of different labels counts."""
        if not isinstance(expected, Num) or expected.label is None:
            return None
        operands = [t for t in types if isinstance(t, Num)]
        rigid = self.draft.rigid_nouns()
        covered = all(
            n.label is None or self.draft.environment.covers(expected.label, n.label, rigid) for n in operands
        )
        if not covered:
            return None
        head = types[:1] if op.name == "if" else []
        result = op.typing([*head, *(replace(n, label=expected.label) for n in operands)])
        return result

    def _aligned(self, op: Op, args: tuple[NodeId, ...]) -> tuple[NodeId, ...]:
        """Bring quantities to the unit of the first that is no literal; let bare literals count what the others do."""
        skip = 1 if op.name in ("if", "kth") else 0
        if op.name not in ALIGNED and op.name != "if":
            return args
        rest = args[skip:]
        numbers = [(arg, type_) for arg in rest if isinstance(type_ := self.draft.type(arg), Num)]
        if len(numbers) != len(rest) or not rest:
            return args
        # A sum of a temperature and differences is in the unit of the temperature, be it a literal.
        summed = numbers if op.name in ("add", "sub") else []
        leading = (
            [pair for pair in summed if pair[1].weight]
            or [pair for pair in summed if pair[1].weight is None and pair[1].unit.dimension == TEMPERATURE]
            or numbers
        )
        lead = next((t for arg, t in leading if not isinstance(self.draft.nodes[arg], Const)), leading[0][1])
        by_steps = op.name in ("add", "sub", *STEPPED)
        return args[:skip] + tuple(
            self._brought(arg, lead, gap=by_steps and (position > 0 or op.name == "add"), compared=not by_steps)
            for position, arg in enumerate(rest)
        )

    def _brought(self, arg: NodeId, lead: Num, *, gap: bool, compared: bool) -> NodeId:
        """An operand in the unit of another. `gap`: a temperature without weight is a difference here; `compared`: a
        literal temperature is a difference if the other one is."""
        node, type_ = self.draft.nodes[arg], self.draft.type(arg)
        assert isinstance(type_, Num)
        if compared and lead.weight == GAP and type_.weight != GAP and isinstance(node, Const):
            type_ = replace(type_, weight=GAP)
            self.draft.retype(arg, type_)
        if isinstance(node, Const) and not self.draft.is_atom(arg) and type_.is_pure and type_.tag is Tag.NONE:
            # `n + 1` counts one more of the same; a bare zero is zero of anything.
            if lead.unit.is_plain or node.value == 0:
                self.draft.nodes[arg] = replace(
                    node, type=replace(lead.bare(), whole=type_.whole and lead.unit.is_plain)
                )
            return arg
        if type_.unit.symbols == lead.unit.symbols or type_.unit.dimension != lead.unit.dimension:
            return arg
        return self.converted(arg, lead, reading=lead.weight == READING and not gap)

    def converted(self, arg: NodeId, to: Num, *, reading: bool = False) -> NodeId:
        """A quantity in another unit of its dimension; a literal is converted at once, if a decimal can write it.

        With `reading`, a temperature that has no weight is a reading.
        """
        node, type_ = self.draft.nodes[arg], self.draft.type(arg)
        assert isinstance(type_, Num)
        factor = type_.unit.factor_to(to.unit)
        apart = type_.unit.dimension == TEMPERATURE and type_.unit.zero != to.unit.zero
        moved = apart and (type_.weight == READING or (type_.weight is None and reading))
        if apart and not moved and type_.weight not in (None, GAP):
            raise Fault(ReadingAsFactor(node.span, operator=f"in {to.unit}", left=show(type_)))
        target = replace(type_, unit=to.unit)
        if moved:
            target = replace(target, weight=literal_weight(to.unit))
        elif apart and to.unit.is_scale:
            target = replace(target, weight=GAP)
        if isinstance(node, Const) and isinstance(node.value, Fraction) and arg not in self.draft.named:
            value = reading_in(node.value, type_.unit, to.unit) if moved else node.value * factor
            # `5 K` beside a temperature in °C stays as it is: `5 °C` would be a temperature.
            kept = moved or type_.weight == target.weight
            if self.fold or (kept and terminates(value) and writable(value)):
                self.draft.nodes[arg] = replace(node, value=value, type=target)
                return arg
        if moved:
            return self._moved(arg, type_, to, factor)
        return self.draft.apply("convert", (arg,), target, node.span, factor)

    def _moved(self, arg: NodeId, source: Num, to: Num, factor: Fraction) -> NodeId:
        """A reading on another scale, by what ice melts at: `0 °C + (t - 32 °F)`."""
        span = self.draft.nodes[arg].span

        def ice(unit: Unit) -> NodeId:
            return self.draft.const(ice_point(unit), Num(unit=unit, weight=literal_weight(unit)), span)

        start = ice(to.unit)
        above = self.apply("sub", (arg, ice(source.unit)), span)
        gap = Num(exact=source.exact, unit=to.unit, weight=GAP)
        return self.apply("add", (start, self.draft.apply("convert", (above,), gap, span, factor)), span)

    def _folded(self, op: Op, args: Sequence[NodeId], type_: Type, span: Span) -> NodeId:
        values = [node.value for arg in args if isinstance(node := self.draft.nodes[arg], Const)]
        if op.name == "div" and values[1] == 0:
            raise Fault(NotConstant(span, way_out="this divides by zero"))
        # The typing of `^` has seen that both are numbers.
        if op.name == "pow" and (abs(values[1]) > 10_000 or (values[0] == 0 and values[1] < 0)):  # type: ignore[operator, arg-type]
            raise Fault(NotConstant(span, way_out="this power is too large"))
        if op.plugin:
            return primitives.folded(self, op, values, type_, span)
        result: Value = op.exact(*values)
        if isinstance(result, int) and not isinstance(result, bool):
            result = Fraction(result)
        if isinstance(result, Fraction) and max(result.numerator.bit_length(), result.denominator.bit_length()) > 4096:
            raise Fault(NotConstant(span, way_out="this number is too large"))
        if isinstance(type_, Num) and isinstance(result, Fraction) and not type_.whole and type_.is_pure:
            type_ = replace(type_, whole=result.denominator == 1 and type_.tag is Tag.NONE)
        return self.draft.const(result, type_, span)

    # ------------------------------------------------------------------------------------ constants

    def constant(self, expr: ast.Expr) -> tuple[Value, Type]:
        """The value and type of an expression of literals and defs. Raises Fault(NotConstant)."""
        if isinstance(expr, ast.Number):
            return self._quantity(expr)
        scratch = Draft(self.draft.environment)
        try:
            node = scratch.nodes[Expressions(scratch, fold=True).build(expr)]
        except Fault as fault:
            own = self.draft.later | self.draft.names.keys()
            if isinstance(fault.diagnostic, UnknownName) and fault.diagnostic.name in own:
                raise Fault(
                    NotConstant(expr.span, way_out="use literals and defs, and say the rest in `require`")
                ) from None
            raise
        if not isinstance(node, Const):
            raise Fault(NotConstant(expr.span))
        return node.value, node.type

    def whole_constant(self, expr: ast.Expr) -> int:
        """A constant whole number."""
        value, _ = self.constant(expr)
        if isinstance(value, bool) or not isinstance(value, Fraction) or value.denominator != 1:
            raise Fault(NotWhole(expr.span, operator="this place", left="not a whole number"))
        return int(value)

    # ----------------------------------------------------------------------------------- named values

    def named(self, expr: ast.Expr, declared: Type | None, name: str, span: Span) -> NodeId:
        """The node of a step: a node of its own, of the declared type if there is one.

        Raises:
            Fault: the expression cannot be of that type.
        """
        node = self.build(expr, declared)
        if self.draft.is_atom(node):
            node = self.draft.apply("same", (node,), self.draft.type(node), expr.span)
        return (
            self.coerced(node, declared, name, expr.span) if declared is not None else self._inferred(node, name, span)
        )

    def _inferred(self, node: NodeId, name: str, span: Span) -> NodeId:
        type_ = self.draft.type(node)
        if isinstance(type_, Num):
            bases = [self.draft.environment.units[s].dimension for s, _ in type_.unit.symbols]
            if len(set(bases)) != len(bases):
                raise Fault(MixedUnits(span, name=name, unit=str(type_.unit)))
            if not lone(type_):
                raise Fault(ReadingAsFactor(span, operator=name, left=show(type_)))
            for label in (type_.label, type_.per):
                if label is not None and label.several:
                    noun = label.several[-1].noun
                    raise Fault(TwoLabels(span, operator="*", left=show(type_), noun=noun))
            if type_.label is not None and type_.per is None and type_.exact and not type_.whole:
                # A count is whole: an inferred one must be proved to be.
                self.draft.retype(node, replace(type_, whole=True))
        return node

    def coerced(self, node: NodeId, declared: Type, name: str, span: Span) -> NodeId:
        """An unnamed node as the declared type: its unit converted, its label and tag declared."""
        inferred = self.draft.type(node)
        refusal = Fault(CannotDeclare(span, name=name, declared=show(declared), inferred=show(inferred)))
        if not isinstance(declared, Num) or not isinstance(inferred, Num):
            alike = declared == inferred or (isinstance(declared, ListOf) and isinstance(inferred, ListOf))
            if not alike:
                raise refusal
            return node
        if declared.unit.dimension != inferred.unit.dimension:
            raise refusal
        if declared.weight is not None and inferred.weight not in (None, declared.weight):
            raise refusal
        if declared.exact and not inferred.exact:
            rounded = f"{show(inferred)}, which a root or a sine leaves inexact"
            way_out = "leave the type out; an option of `ask` rounds the answer, such as `(sigfigs = 3)`"
            found = CannotDeclare(span, name=name, declared=show(declared), inferred=rounded, way_out=way_out)
            raise Fault(found)
        if inferred.label is not None and declared.label is not None and not inferred.label.several:
            rigid = self.draft.rigid_nouns()
            if not self.draft.environment.covers(declared.label, inferred.label, rigid):
                raise refusal
        constant = self.draft.nodes[node]
        if (
            declared.tag is Tag.PERCENT
            and inferred.tag is Tag.NONE
            and isinstance(constant, Const)
            and constant.value not in (0, 1)
        ):
            raise refusal
        if (
            declared.whole
            and isinstance(constant, Const)
            and isinstance(constant.value, Fraction)
            and constant.value.denominator != 1
        ):
            raise refusal
        if declared.weight == READING and declared.unit.zero != inferred.unit.zero:
            top = self.draft.nodes[node]
            source = top.args[0] if isinstance(top, Apply) and top.op == "same" else node
            node = self.converted(source, declared, reading=True)
        elif declared.unit.symbols != inferred.unit.symbols:
            factor = inferred.unit.factor_to(declared.unit)
            top = self.draft.nodes[node]
            if isinstance(top, Apply) and top.op == "same":
                self.draft.nodes[node] = replace(top, op="convert", data=(factor,))
            else:
                node = self.draft.apply("convert", (node,), inferred, span, factor)
        self.draft.retype(node, declared)
        return node


def _check_arity(op: Op, got: int, span: Span) -> None:
    least, most = op.arity
    if got < least or (most is not None and got > most):
        expected = (
            f"{least} argument{'s' * (least != 1)}"
            if least == most
            else f"at least {least}"
            if most is None
            else f"{least} to {most} arguments"
        )
        raise Fault(WrongArity(span, name=op.symbol, expected=expected, got=got))


def _spelled(expr: ast.Expr) -> str:
    return expr.id if isinstance(expr, ast.Name) else "this"
