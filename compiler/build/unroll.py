"""Binders and `iterate`: unrolled while building, so that the graph knows neither.

`sum(i in 1..3, i * n)` is built as `n + 2 * n + 3 * n`; a term past a bound that depends on the world is guarded by an
`if` whose other arm changes nothing. `iterate` becomes one ordinary step a turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING

from mspec.compiler import ast
from mspec.compiler.build import lists
from mspec.compiler.build.draft import Fault
from mspec.compiler.build.environment import nearest
from mspec.compiler.build.literals import literal
from mspec.compiler.build.substitute import free_names, map_children, substitute
from mspec.compiler.build.type_names import label_of
from mspec.compiler.errors.names import DuplicateName, UnknownName
from mspec.compiler.errors.text import PluralBesideHole
from mspec.compiler.errors.types import NotConstant, TooMany, WrongPlace
from mspec.compiler.ir import Given, Lattice, NodeId, Values
from mspec.compiler.source import Span
from mspec.compiler.types import INT, Type

if TYPE_CHECKING:
    from mspec.compiler.build.expressions import Expressions

MAX_TURNS = 64
MAX_BOUNDS = 1000
"""How many combinations of givens are tried to find what a bound can be."""
OPERATORS = {
    "sum": "add",
    "product": "mul",
    "min": "min",
    "max": "max",
    "number": "add",
    "all": "and",
    "any": "or",
}


def bounds(build: Expressions, low: ast.Expr, high: ast.Expr) -> tuple[int, int, int]:
    """(first, last that is always reached, last that can be reached) of `low..high`.

    `low` is constant; `high` is constant, or computed from givens that have few values together.

    Raises:
        Fault: the bounds cannot be read off, or there are more than 64 values.
    """
    first = build.whole_constant(low)
    names = [n for n in sorted(free_names(high)) if n in build.draft.names or n in build.draft.later]
    if not names:
        least = most = build.whole_constant(high)
    else:
        least, most = _variable_bound(build, high, names)
    if most - first + 1 > MAX_TURNS:
        raise Fault(TooMany(high.span, what="terms or turns", limit=MAX_TURNS))
    return first, least, most


def _variable_bound(build: Expressions, high: ast.Expr, names: list[str]) -> tuple[int, int]:
    """The extremes of a bound that depends on givens, found over their domains."""
    domains: list[list[ast.Expr]] = []
    for name in names:
        node = build.draft.names.get(name)
        given = build.draft.nodes[node] if isinstance(node, int) else None
        if not isinstance(given, Given):
            raise _unbounded(high, f"`{name}` is computed")
        if not isinstance(given.domain, (Lattice, Values)) or given.domain.size > MAX_BOUNDS:
            raise _unbounded(high, f"`{name}` has many values")
        domains.append([literal(value, replace_label(given.type)) for value in given.domain])
    if prod(map(len, domains)) > MAX_BOUNDS:
        raise _unbounded(high, f"{', '.join(f'`{name}`' for name in names)} have many values together")
    reached = [
        build.whole_constant(substitute(high, dict(zip(names, values, strict=True)))) for values in product(*domains)
    ]
    return min(reached), max(reached)


def _unbounded(high: ast.Expr, why: str) -> Fault:
    way_out = (
        f"{why}: take a constant that is never too small, and say the rest inside, "
        "`if i <= rest then … else 0`, or `until k == rest`"
    )
    return Fault(NotConstant(high.span, way_out=way_out))


def replace_label(type_: Type) -> Type:
    """The type of a count as a pure number, for folding."""
    return INT if getattr(type_, "whole", False) else type_


def at(expr: ast.Expr, variable: str, value: int, it: ast.Expr | None = None) -> ast.Expr:
    """The body of a binder for one value of its variable, small arithmetic folded."""
    number: ast.Expr = ast.Number(Fraction(abs(value)), spelling=str(abs(value)))
    if value < 0:
        number = ast.Unary("-", number)
    return fold(substitute(expr, {variable: number}, it=it))


def fold(expr: ast.Expr) -> ast.Expr:
    """Fold what substitution leaves behind: arithmetic on two plain literals, `x - 0`, `x + 0 * y`, `1 * x`, `x^1`."""
    expr = map_children(expr, fold)
    if not isinstance(expr, ast.Binary):
        return expr
    left, right = _plain(expr.left), _plain(expr.right)
    if left is not None and right is not None:
        folded = {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right}.get(expr.op)
        return literal(folded(), INT) if folded else expr
    if expr.op in "+-" and _is_nothing(expr.right):
        return expr.left
    if expr.op == "+" and _is_nothing(expr.left):
        return expr.right
    if right == 1 and expr.op in "*/^":
        return expr.left
    return expr.right if left == 1 and expr.op == "*" else expr


def _is_nothing(expr: ast.Expr) -> bool:
    """0, or 0 times something, which beside another term need not say what it is of."""
    if isinstance(expr, ast.Binary) and expr.op == "*":
        return _plain(expr.left) == 0 or _plain(expr.right) == 0
    return _plain(expr) == 0


def _plain(expr: ast.Expr) -> Fraction | None:
    if isinstance(expr, ast.Unary) and expr.op == "-":
        inner = _plain(expr.operand)
        return None if inner is None else -inner
    return expr.value if isinstance(expr, ast.Number) and not expr.unit else None


def _fresh(build: Expressions, variable: str, expr: ast.Expr) -> None:
    if variable in build.draft.names:
        raise Fault(DuplicateName(expr.span, name=variable, first=build.draft.spans.get(variable, expr.span)))


def binder(build: Expressions, expr: ast.Binder, expected: Type | None) -> NodeId:
    """`sum(i in a..b, e)` and its kin."""
    _fresh(build, expr.variable, expr)
    first, always, last = bounds(build, expr.low, expr.high)
    op = OPERATORS[expr.kind]
    if expr.kind in ("min", "max"):
        return _extreme(build, expr, op, range(first, last + 1), always, expected)
    whole: NodeId | None = None
    for value in range(first, last + 1):
        term = build.build(at(expr.body, expr.variable, value), expected)
        if expr.kind == "number":
            term = lists.truth_as_number(build, term, expr.span)
        guard = None
        if value > always:
            limit = ast.Compare(("<=",), (ast.Number(Fraction(value), spelling=str(value)), expr.high), span=expr.span)
            guard = build.build(limit)
        if whole is None:
            whole = term if guard is None else _guarded(build, guard, term, expr, None)
        else:
            term = term if guard is None else _guarded(build, guard, term, expr, whole)
            whole = build.apply(op, (whole, term), expr.span, expected)
    if whole is None:
        raise _no_terms(expr)
    return whole


def _extreme(
    build: Expressions, expr: ast.Binder, op: str, values: range, always: int, expected: Type | None
) -> NodeId:
    """`min` and `max` take all terms at once, as many as there are: `max(e1, e2, e3)`, not `max(max(e1, e2), e3)`."""
    if values and values[-1] > always:
        raise Fault(NotConstant(expr.high.span, way_out="`min` and `max` need constant bounds"))
    terms = tuple(build.build(at(expr.body, expr.variable, value), expected) for value in values)
    if not terms:
        raise _no_terms(expr)
    return terms[0] if len(terms) == 1 else build.apply(op, terms, expr.span, expected)


def _no_terms(expr: ast.Binder) -> Fault:
    way_out = "the upper bound is below the lower one"
    return Fault(WrongPlace(expr.span, what=f"a {expr.kind} of no terms", way_out=way_out))


def _guarded(build: Expressions, guard: NodeId, term: NodeId, expr: ast.Binder, whole: NodeId | None) -> NodeId:
    """A term that counts only where its guard holds; the other arm is the operator's identity."""
    if expr.kind in ("all", "any"):
        neutral = build.draft.const(expr.kind == "all", build.draft.type(term), expr.span)
    else:
        neutral = build.draft.const(Fraction(1 if expr.kind == "product" else 0), INT, expr.span)
        if expr.kind != "product":
            build.draft.retype(neutral, build.draft.type(term))
    return build.apply("if", (guard, term, neutral), expr.span)


# ---------------------------------------------------------------------------------------------- iterate


def _with_number(build: Expressions, text: ast.Text | None, variable: str, shown: ast.Name | int) -> ast.Text | None:
    """A text with the turn's number put in: `{k}`, `{k of day}`. `shown` is the number, or a node that has it.

    Raises:
        Fault: the number is asked for in a form.
    """
    if text is None:
        return None
    parts: list[ast.Part] = []
    for part in text:
        match part:
            case ast.ValueHole(ast.Name(name), form) if name == variable:
                _no_form(part.span, name, form)
                # Without a place of its own: what stands beside it is looked at by `_lint_turns`.
                parts.append(ast.Literal_(str(shown)) if isinstance(shown, int) else ast.ValueHole(shown))
            case ast.CountedHole(ast.Name(name), noun, verb, _, form) if name == variable:
                _no_form(part.span, name, form or verb)
                if isinstance(shown, int):
                    parts += _turns_counted(build, shown, noun, part.span)
                else:
                    parts.append(replace(part, count=shown))
            case _:
                parts.append(part)
    return tuple(parts)


def _lint_turns(build: Expressions, text: ast.Text | None, variable: str) -> None:
    """Warns of "after {k} days", which the first turn says of one."""
    nouns = build.draft.environment.nouns.values()
    for hole, after in pairwise(text or ()):
        if not (
            isinstance(hole, ast.ValueHole) and hole.value == ast.Name(variable) and isinstance(after, ast.Literal_)
        ):
            continue
        word = after.text[1:].partition(" ")[0] if after.text.startswith(" ") else ""
        noun = next((entry for entry in nouns if entry.plural == word != entry.singular), None)
        if noun is not None:
            certain = after.span.end - after.span.start == len(after.text)
            span = Span(
                hole.span.source, hole.span.start, after.span.start + 1 + len(word) if certain else hole.span.end
            )
            build.draft.found.append(PluralBesideHole(span, word, f"{{{variable} of {noun.name}}}", certain))


def _no_form(span: Span, name: str, form: str) -> None:
    if form:
        way_out = f"write `{{{name}}}` or `{{{name} of noun}}`"
        raise Fault(WrongPlace(span, what=f"`{form}` beside the number of a turn", way_out=way_out))


def _turns_counted(build: Expressions, number: int, noun: str, span: Span) -> list[ast.Part]:
    """`3 days` of a turn whose number is known."""
    label = label_of(build.draft, noun, span)
    if label.rigid:
        named: ast.Part = ast.ValueHole(ast.Name(noun), "singular" if number == 1 else "plural", span=span)
    else:
        entry = build.draft.environment.nouns[label.noun]
        named = ast.Literal_(entry.singular if number == 1 else entry.plural, span=span)
    return [ast.Literal_(f"{number} ", span=span), named]


def turns_of(build: Expressions, step: ast.Step) -> list[ast.Step]:
    """The steps that an `iterate` step stands for: one a turn, the last named like the step itself.

    Where the number of turns depends on the world (a bound that is a given, or `until`), the last step picks the turn
    that is reached, and turns after it are not demanded.
    """
    loop = step.value
    assert isinstance(loop, ast.Iterate)
    _lint_turns(build, step.description, loop.variable)
    _lint_turns(build, step.sentence, loop.variable)
    _fresh(build, loop.variable, loop)
    first, always, last = bounds(build, loop.low, loop.high)
    if last < first:
        raise Fault(
            WrongPlace(loop.span, what="an `iterate` of no turns", way_out="the upper bound is below the lower one")
        )
    if loop.start != ast.It() and not isinstance(loop.start, (ast.Name, ast.Number)):
        start_name = f"{step.name}_{first - 1}"
        described: ast.Text = (ast.Literal_("start"), *((ast.Literal_(" of "),) if step.description else ()))
        starting = ast.Step(start_name, step.type, loop.start, (*described, *(step.description or ())), span=step.span)
        starting = replace(
            starting,
            description=_with_number(build, starting.description, loop.variable, first - 1),
        )
        steps = [starting]
        current: ast.Expr = ast.Name(start_name)
    else:
        steps = []
        current = loop.start
    picks = last > always or loop.until is not None
    start, none = current, ast.Compare(("<",), (loop.high, ast.Number(Fraction(first), spelling=str(first))))
    may_be_none = always < first
    reached: list[tuple[ast.Expr, ast.Expr, int]] = []
    for turn in range(first, last + 1):
        final = turn == last and not picks
        name = step.name if final else f"{step.name}_{turn}"
        steps.append(
            ast.Step(
                name, step.type, at(loop.step, loop.variable, turn, current),
                _with_number(build, step.description, loop.variable, turn),
                _with_number(build, step.sentence, loop.variable, turn), span=step.span,
            )
        )  # fmt: skip
        current = ast.Name(name)
        stops: list[ast.Expr] = []
        if loop.until is not None:
            stops.append(at(loop.until, loop.variable, turn, current))
        if turn >= always and turn < last:
            stops.append(ast.Compare(("==",), (loop.high, ast.Number(Fraction(turn), spelling=str(turn)))))
        if turn < last and stops:
            stop = stops[0] if len(stops) == 1 else ast.Binary("or", stops[0], stops[1])
            reached.append((stop, current, turn))
    if picks:
        chosen: ast.Expr = current
        for stop, name_, _ in reversed(reached):
            chosen = ast.If(stop, name_, chosen, span=step.span)
        if may_be_none:
            chosen = ast.If(none, start, chosen, span=step.span)
        counts = [(stop, turn - first + 1) for stop, _, turn in reached]
        taken = _count([(none, 0), *counts] if may_be_none else counts, last - first + 1, step.span)
        build.draft.turns[step.name] = taken
        if not _mentions(loop.variable, step.description, step.sentence):
            return [*steps, replace(step, value=chosen)]
        if loop.until is None and isinstance(loop.high, ast.Name):
            number = loop.high
        else:
            # A text shows named values only: the number of the last turn is a step that nothing is computed from.
            number = ast.Name(f"{step.name}_turns")
            last_turn = taken if first == 1 else ast.Binary("+", taken, literal(Fraction(first - 1), INT))
            steps.append(ast.Step(number.id, None, last_turn, (ast.Literal_("number of turns"),), span=step.span))
        steps.append(
            replace(
                step, value=chosen, description=_with_number(build, step.description, loop.variable, number),
                sentence=_with_number(build, step.sentence, loop.variable, number),
            )
        )  # fmt: skip
    return steps


def turns(build: Expressions, field: ast.Field) -> NodeId:
    """`balance.turns`: how many turns an `iterate` with `until` took."""
    assert isinstance(field.target, ast.Name)
    taken = build.draft.turns.get(field.target.id)
    if taken is None:
        raise Fault(UnknownName(field.span, name=f"{field.target.id}.turns", nearest=nearest("turns", [])))
    return build.build(taken)


def _count(stops: Sequence[tuple[ast.Expr, int]], most: int, span: Span) -> ast.Expr:
    """The number that goes with the first condition that holds; `most` if none does."""
    count = literal(Fraction(most), INT)
    for stop, number in reversed(stops):
        count = ast.If(stop, literal(Fraction(number), INT), count, span=span)
    return count


def _mentions(variable: str, *texts: ast.Text | None) -> bool:
    parts = [part for text in texts for part in text or ()]
    return any(
        (part.value if isinstance(part, ast.ValueHole) else part.count) == ast.Name(variable)
        for part in parts
        if isinstance(part, (ast.ValueHole, ast.CountedHole))
    )
